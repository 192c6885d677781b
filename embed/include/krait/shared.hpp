// Containers that C++ and Python share without copying, and that stay safe whatever both do.
//
//     krait::SharedSet<std::string> names;                       // C++ keeps using it
//     krait::bind_shared_set<std::string>(module, "NameSet");    // once per interpreter
//     python.set("names", names);                                // the same set, not a copy
//
// A container carries a generation, which every change increments, and a count of borrows. An iterator used after a
// change raises RuntimeError in Python and throws std::runtime_error in C++; a change while C++ holds a borrow, or
// while a memoryview shows a vector's items, is refused with BufferError. Copies of a Shared object are the same
// container. One interpreter thread at a time: containers are not locked.
//
// Three ways to give data to Python: copy (python.make(vector): O(n), independent), lend (krait::lend: no copy, one
// object, until the Loan ends), share (these: no copy, safe changes from both sides, O(1) to hand over).
#pragma once

#include <memory>
#include <set>
#include <span>
#include <stdexcept>

#include <krait/containers.hpp>

#pragma GCC visibility push(default)
namespace krait {
inline namespace api {

namespace detail {
template <class C>
struct SharedState {
    C items;
    std::uint64_t generation = 0;
    unsigned borrows = 0;        // by C++
    unsigned exports = 0;        // memoryviews
};
}  // namespace detail

/// What the containers below have in common.
template <class C>
class Shared {
  public:
    Shared() : state_(std::make_shared<detail::SharedState<C>>()) {}
    explicit Shared(C items) : Shared() { state_->items = std::move(items); }

    std::size_t size() const { return state_->items.size(); }
    std::uint64_t generation() const { return state_->generation; }

    /// The items, unchanged as long as the Borrow lives: changes by anybody raise BufferError meanwhile.
    class Borrow {
      public:
        explicit Borrow(std::shared_ptr<detail::SharedState<C>> state) : state_(std::move(state)) { ++state_->borrows; }
        Borrow(const Borrow& other) : Borrow(other.state_) {}
        Borrow& operator=(const Borrow&) = delete;
        ~Borrow() { --state_->borrows; }
        const C& operator*() const { return state_->items; }
        const C* operator->() const { return &state_->items; }
        auto begin() const { return state_->items.begin(); }
        auto end() const { return state_->items.end(); }

      private:
        std::shared_ptr<detail::SharedState<C>> state_;
    };
    Borrow borrow() const { return Borrow(state_); }

    /// A change: throws Error (BufferError) while somebody relies on the items.
    C& change() {
        if (state_->borrows) throw Error("BufferError", "the container is in use by the host");
        if (state_->exports) throw Error("BufferError", "the container's memory is exported");
        ++state_->generation;
        return state_->items;
    }
    void clear() { change().clear(); }

    /// Iterates as Python does: RuntimeError when the container changed.
    class Cursor {
      public:
        explicit Cursor(std::shared_ptr<detail::SharedState<C>> state)
            : state_(std::move(state)), at_(state_->items.begin()), generation_(state_->generation) {}
        const typename C::value_type* next() {
            if (done_) return nullptr;
            if (generation_ != state_->generation) throw std::runtime_error("the container changed during iteration");
            if (at_ == state_->items.end()) {
                done_ = true;
                return nullptr;
            }
            return &*at_++;
        }

      private:
        std::shared_ptr<detail::SharedState<C>> state_;
        typename C::iterator at_;
        std::uint64_t generation_;
        bool done_ = false;
    };
    Cursor cursor() const { return Cursor(state_); }
    bool same(const Shared& other) const { return state_ == other.state_; }

  protected:
    std::shared_ptr<detail::SharedState<C>> state_;
};

template <class T>
class SharedSet : public Shared<std::set<T>> {
  public:
    using Shared<std::set<T>>::Shared;
    bool contains(const T& item) const { return this->state_->items.contains(item); }
    bool insert(T item) { return !contains(item) && this->change().insert(std::move(item)).second; }
    bool erase(const T& item) { return contains(item) && this->change().erase(item) != 0; }
};

template <class T>
class SharedVector : public Shared<std::vector<T>> {
  public:
    using Shared<std::vector<T>>::Shared;
    const T& operator[](std::size_t i) const { return this->state_->items.at(i); }
    void set(std::size_t i, T value) {   // no change of shape: allowed while memoryviews exist
        if (this->state_->borrows) throw Error("BufferError", "the container is in use by the host");
        this->state_->items.at(i) = std::move(value);
    }
    void push_back(T item) { this->change().push_back(std::move(item)); }
    void begin_export() { ++this->state_->exports; }
    void end_export() { --this->state_->exports; }
    T* data() { return this->state_->items.data(); }
};

template <class K, class V>
class SharedMap : public Shared<std::map<K, V>> {
  public:
    using Shared<std::map<K, V>>::Shared;
    bool contains(const K& key) const { return this->state_->items.contains(key); }
    const V* find(const K& key) const {
        auto at = this->state_->items.find(key);
        return at == this->state_->items.end() ? nullptr : &at->second;
    }
    void set(const K& key, V value) { this->change().insert_or_assign(key, std::move(value)); }
    bool erase(const K& key) { return contains(key) && this->change().erase(key) != 0; }
};

namespace detail {

Error key_error(const Object& key);

// The methods that collections.abc's class offers on top of the basic ones, copied into the bound class.
void add_abc_methods(const Object& cls, const char* abc);

template <class S, class Make>
Object cursor_iterator(const Object& self, const S& shared, Make make) {
    return make_iterator(self, [cursor = shared.cursor(), l = Access::link(self), make]() mutable -> Cell {
        auto* item = cursor.next();
        return item ? make(l, *item) : core::kExhausted;
    });
}
template <class T>
bool try_load(const Object& o, std::optional<T>& out) {
    typename From<T>::Holder holder{};
    Load state = From<T>::load(Access::link(o), Access::cell(o), holder);
    if (state == Load::Raised) core::throw_pending(Access::link(o));
    if (state == Load::Ok) out = take<T>(holder);
    return state == Load::Ok;
}
template <class T>
constexpr char buffer_format() {
    if constexpr (std::is_same_v<T, float>) return 'f';
    else if constexpr (std::is_same_v<T, double>) return 'd';
    else if constexpr (std::is_same_v<T, bool>) return '?';
    else if constexpr (sizeof(T) == 1) return std::is_signed_v<T> ? 'b' : 'B';
    else if constexpr (sizeof(T) == 2) return std::is_signed_v<T> ? 'h' : 'H';
    else if constexpr (sizeof(T) == 4) return std::is_signed_v<T> ? 'i' : 'I';
    else return std::is_signed_v<T> ? 'q' : 'Q';
}

}  // namespace detail

/// Binds SharedSet<T>: a collections.abc.MutableSet with all methods of that class.
template <class T>
Class<SharedSet<T>> bind_shared_set(Module& m, std::string_view name, std::string_view doc = "A set of the host.") {
    using S = SharedSet<T>;
    Class<S> c = m.class_<S>(name, doc);
    c.template init<>().factory([](const std::vector<T>& items) {
        S made;
        for (const T& item : items) made.insert(item);
        return made;
    }, arg("items"));
    c.sized();
    c.def("__contains__", [](const S& s, Object item) {
        std::optional<T> value;
        return detail::try_load(item, value) && s.contains(*value);
    });
    c.def("__iter__", [](Object self) {
        return detail::cursor_iterator(self, self.get<S&>(),
                                       [](core::Link* l, const T& item) { return detail::To<T>::make(l, item); });
    });
    c.def("add", [](S& s, T item) { s.insert(std::move(item)); }, arg("item"));
    c.def("discard", [](S& s, Object item) {
        std::optional<T> value;
        if (detail::try_load(item, value)) s.erase(*value);
    }, arg("item"));
    c.def("clear", [](S& s) { s.clear(); });
    c.def("__repr__", [](Interpreter& python, Object self) {
        std::string text = self.type_name() + "({";
        bool first = true;
        auto items = self.get<S&>().borrow();
        for (const T& item : items) {
            text += (first ? "" : ", ") + python.make(item).repr();
            first = false;
        }
        return text + "})";
    });
    c.class_method("_from_iterable", [](Object, const std::vector<T>& items) {
        S made;
        for (const T& item : items) made.insert(item);
        return made;
    });
    detail::add_abc_methods(c.object(), "MutableSet");
    return c;
}

/// Binds SharedVector<T>: indexing, len(), iteration, append(); for numbers memoryview() without a copy.
template <class T>
Class<SharedVector<T>> bind_shared_vector(Module& m, std::string_view name,
                                          std::string_view doc = "A sequence of the host.") {
    using S = SharedVector<T>;
    Class<S> c = m.class_<S>(name, doc);
    c.template init<>().factory([](std::vector<T> items) { return S(std::move(items)); }, arg("items"));
    c.sized();
    auto index = [](const S& s, std::int64_t i) {
        auto n = static_cast<std::int64_t>(s.size());
        if (i < 0) i += n;
        if (i < 0 || i >= n) throw Error("IndexError", "index out of range");
        return static_cast<std::size_t>(i);
    };
    c.def("__getitem__", [index](const S& s, std::int64_t i) { return s[index(s, i)]; });
    c.def("__setitem__", [index](S& s, std::int64_t i, T value) { s.set(index(s, i), std::move(value)); });
    c.def("__delitem__", [index](S& s, std::int64_t i) {
        auto& items = s.change();
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(index(s, i)));
    });
    c.def("__iter__", [](Object self) {
        return detail::cursor_iterator(self, self.get<S&>(),
                                       [](core::Link* l, const T& item) { return detail::To<T>::make(l, item); });
    });
    c.def("insert", [](S& s, std::int64_t i, T value) {
        auto n = static_cast<std::int64_t>(s.size());
        if (i < 0) i = i + n < 0 ? 0 : i + n;
        auto& items = s.change();
        items.insert(items.begin() + std::min(i, n), std::move(value));
    });
    if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) {
        c.buffer([](S& s) {
            s.begin_export();
            return BufferView{s.data(), s.size(), sizeof(T), detail::buffer_format<T>(), false};
        }, [](S& s) { s.end_export(); });
    }
    detail::add_abc_methods(c.object(), "MutableSequence");
    return c;
}

/// Binds SharedMap<K, V>: a collections.abc.MutableMapping.
template <class K, class V>
Class<SharedMap<K, V>> bind_shared_map(Module& m, std::string_view name,
                                       std::string_view doc = "A mapping of the host.") {
    using S = SharedMap<K, V>;
    Class<S> c = m.class_<S>(name, doc);
    c.template init<>();
    c.sized();
    c.def("__getitem__", [](const S& s, Object key) {
        std::optional<K> k;
        const V* found = detail::try_load(key, k) ? s.find(*k) : nullptr;
        if (!found) throw detail::key_error(key);
        return V(*found);
    });
    c.def("__setitem__", [](S& s, K key, V value) { s.set(key, std::move(value)); });
    c.def("__delitem__", [](S& s, Object key) {
        std::optional<K> k;
        if (!detail::try_load(key, k) || !s.erase(*k)) throw detail::key_error(key);
    });
    c.def("__contains__", [](const S& s, Object key) {
        std::optional<K> k;
        return detail::try_load(key, k) && s.contains(*k);
    });
    c.def("__iter__", [](Object self) {
        return detail::cursor_iterator(
            self, self.get<S&>(), [](core::Link* l, const auto& item) { return detail::To<K>::make(l, item.first); });
    });
    detail::add_abc_methods(c.object(), "MutableMapping");
    return c;
}

// ---------------------------------------------------------------------------------------- bytes of Python objects
/// The bytes of a bytes-like object (bytes, bytearray, memoryview, bound classes with buffer()) without a copy. While
/// it lives they stay where they are: resizing the object raises BufferError. TypeError for other objects, or when the
/// bytes may not be written and `writable` is asked for. After the interpreter's end bytes() and as() throw
/// std::logic_error; spans they gave before are not to be used any more.
class BytesOf {
  public:
    explicit BytesOf(const Object& object, bool writable = false);
    BytesOf(BytesOf&& other) noexcept
        : link_(other.link_), data_(other.data_), hold_(std::exchange(other.hold_, nullptr)) {}
    BytesOf& operator=(BytesOf&&) = delete;
    ~BytesOf();
    std::span<std::byte> bytes() const {
        check();
        return {static_cast<std::byte*>(data_.data), data_.bytes};
    }  ///< to be written only if writable()
    /// As items of type T; ValueError unless item size and format agree.
    template <class T>
    std::span<T> as() const {
        check();
        if (data_.item_size != sizeof(T) || data_.format != detail::buffer_format<std::remove_const_t<T>>())
            throw Error("ValueError", std::string("the items are of format '") + data_.format + "'");
        return {static_cast<T*>(data_.data), data_.bytes / sizeof(T)};
    }
    bool writable() const { return !data_.readonly; }

  private:
    void check() const;
    core::Link* link_;
    core::BufferData data_;
    core::BufferHold* hold_;
};

}  // namespace api
}  // namespace krait

#pragma GCC visibility pop
