// Python objects in C++: handles, exceptions as data, and conversions both ways. Part of <krait/krait.hpp>.
//
// Conversions are exact: a value that does not fit is OverflowError, one of another type TypeError, text of the wrong
// length ValueError. A type of your own is converted by specialising krait::Convert (below) or by binding it as a
// class.
//
// Maps, shared and unique pointers and std::function are recognised by their shape, so that this file need not read the
// headers they are declared in.
#pragma once

#include <cstdint>
#include <exception>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <krait/core.hpp>

#pragma GCC visibility push(default)
namespace krait {
inline namespace api {

class Error;
class Interpreter;
class Object;
class ObjectIterator;

namespace detail {
struct Access;
template <class T>
struct From;   // Python to C++
template <class T>
struct To;     // C++ to Python
template <class T>
concept HasFrom = requires { typename From<T>::Holder; };
}  // namespace detail

/// The customisation point for types of your own. Specialise it with either or both of
///     static T from(const Object&);                           // may throw krait::Error
///     static Object to(Interpreter&, const T&);
template <class T>
struct Convert;

// ------------------------------------------------------------------------------------------------ handles
/// An owning handle on a Python object. Copying adds a reference. A handle may outlive its interpreter: it is then only
/// good for being destroyed; anything else throws std::logic_error. It may be destroyed on any thread, but is used only
/// on the interpreter's own. Functions that run Python code throw Error when it raises.
class Object {
  public:
    Object() = default;                          ///< no object: every use throws std::logic_error
    Object(const Object&);
    Object(Object&& other) noexcept
        : link_(std::exchange(other.link_, nullptr)), slot_(std::exchange(other.slot_, -1)) {}
    Object& operator=(const Object&);
    Object& operator=(Object&& other) noexcept {
        std::swap(link_, other.link_);
        std::swap(slot_, other.slot_);
        return *this;
    }
    ~Object() {
        if (link_) release();
    }

    explicit operator bool() const { return slot_ >= 0; }   ///< holds an object (not its truth value)
    bool is_none() const;
    bool is(const Object& other) const;          ///< the same object
    bool truth() const;                          ///< bool(object)
    std::string type_name() const;               ///< name of its class
    std::string str() const;                     ///< UTF-8 of str(object)
    std::string repr() const;                    ///< UTF-8 of repr(object)
    std::size_t size() const;                    ///< len(object)

    Object attr(std::string_view name) const;    ///< object.name
    bool has_attr(std::string_view name) const;
    void set_attr(std::string_view name, const Object& value);
    template <class T>
    void set_attr(std::string_view name, const T& value);
    Object operator[](const Object& key) const;  ///< object[key]
    Object operator[](std::string_view key) const;
    Object operator[](std::int64_t index) const;
    void set_item(const Object& key, const Object& value);

    ObjectIterator begin() const;                ///< iter(object): for (krait::Object item : object)
    std::nullptr_t end() const { return nullptr; }

    /// Exact conversion to bool, integers, floating point, char, std::string, std::vector, std::map<std::string, T>,
    /// std::optional, bound classes (T, T&, T*, std::shared_ptr<T>), enumerations and what the other headers add.
    template <class T>
    T get() const;

    /// Calls it. Arguments are converted; keyword arguments are written krait::arg("name") = value.
    template <class... Args>
    Object operator()(Args&&... args) const;
    /// The same with the result converted, without making a handle.
    template <class R, class... Args>
    R call_as(Args&&... args) const;
    Object call(const std::vector<Object>& args,
                const std::vector<std::pair<std::string, Object>>& keywords = {}) const;

    Object operator+(const Object& other) const;
    Object operator-(const Object& other) const;
    Object operator*(const Object& other) const;
    bool operator==(const Object& other) const;  ///< Python's ==
    bool operator<(const Object& other) const;

  private:
    friend struct detail::Access;
    void release() noexcept;
    core::Link* link_ = nullptr;
    core::Slot slot_ = -1;
};

/// Input iterator over a Python iterable; compares equal to nullptr at the end.
class ObjectIterator {
  public:
    explicit ObjectIterator(const Object& iterable);
    const Object& operator*() const { return item_; }
    ObjectIterator& operator++();
    bool operator==(std::nullptr_t) const { return !item_; }

  private:
    Object iterator_, item_;
};

/// Handles of known type: made from an Object of that type (subclasses too), or TypeError.
template <core::Shape S>
class Typed : public Object {
  public:
    Typed() = default;
    explicit Typed(Object object) : Object(std::move(object)) { check(); }

  private:
    void check() const;
};
using Int = Typed<core::Shape::Int>;
using Float = Typed<core::Shape::Float>;
using Str = Typed<core::Shape::Str>;
using Bytes = Typed<core::Shape::Bytes>;
using List = Typed<core::Shape::List>;
using Tuple = Typed<core::Shape::Tuple>;
using Dict = Typed<core::Shape::Dict>;
using Set = Typed<core::Shape::Set>;
using Function = Typed<core::Shape::Callable>;
using Type = Typed<core::Shape::Type>;

// ------------------------------------------------------------------------------------------------ exceptions
/// A Python exception that left the interpreter, or one that a host function raises. Plain data: what() and the rest
/// never run Python code, and may be read on any thread.
class Error : public std::exception {
  public:
    struct Frame {
        std::string file, function;
        int line = 0;
        std::string source;                      ///< the line's text where it is known, without indentation
    };
    /// To be thrown in a host function: a built-in exception by name. A SystemExit with a text has status 1.
    Error(std::string_view type, std::string_view message);
    Error(std::string_view type, std::string_view message, int exit_status);   ///< a SystemExit
    Error(const Error& other) noexcept;
    Error& operator=(const Error& other) noexcept;
    ~Error() override;

    /// To be thrown in a host function: this exception object (an instance of BaseException; else TypeError).
    static Error of(const Object& exception);

    const char* what() const noexcept override;  ///< "ValueError: bad thing"
    const std::string& type_name() const;
    const std::string& message() const;         ///< beyond a million characters it may be cut, see docs/embedding.md
    const std::string& traceback() const;        ///< as CPython prints it, chain included
    const std::vector<Frame>& frames() const;    ///< outermost first
    /// Status of a SystemExit, which is a value here: the library never ends the process.
    std::optional<int> exit_status() const;
    /// A limit stopped the script: it could not catch this.
    bool limit() const;
    /// The exception object; empty for errors made by the host. Keeps it, and the frames of its traceback, alive.
    Object object() const;
    /// What it was raised from (`raise ... from`), and while handling what; null: nothing.
    const Error* cause() const;
    const Error* context() const;
    /// The C++ exception that a host function threw, when it is one that went through Python.
    std::exception_ptr original() const;

    std::string ansi() const;                    ///< the traceback with colours for a terminal
    std::string json() const;                    ///< type, message, frames and chain as a JSON object

  private:
    friend struct detail::Access;
    struct State;
    explicit Error(State* state);
    State* state_;                               // shared by copies
    core::Box* box_;
};

// ------------------------------------------------------------------------------------------------ arguments
template <class T>
struct NamedValue {
    std::string_view name;
    const T& value;
};
/// Name of a parameter, `arg("x")`, its default, `arg("x") = 5`, or a keyword argument in a call, `arg("x") = 5`.
struct arg {
    explicit constexpr arg(std::string_view text) : name(text) {}
    std::string_view name;
    template <class T>
    constexpr NamedValue<T> operator=(const T& value) const {   // NOLINT: meant to look like this
        return {name, value};
    }
};

namespace detail {

using core::Cell;
using core::Link;
using core::Load;

// What the templates may do with handles.
struct Access {
    static Link* link(const Object& o) { return o.link_; }
    static core::Slot slot(const Object& o) { return o.slot_; }
    static Link* need(const Object& o);                                  // std::logic_error for an empty handle
    static Cell cell(const Object& o) { return core::cell_of(need(o), o.slot_); }   // borrowed
    static Object adopt(Link*, Cell owned);                              // Error for kError
    static Object handle(Link*, core::Slot);
    static Object borrow(Link* l, Cell c) { return adopt(l, core::retain(c)); }
    static Link* link(const Interpreter&);
    static Interpreter view(Link*);                                      // not owning
    static Cell owned_in(Link*, const Object&);                          // the object must be of this interpreter
    template <class Data>
    static Error error(Link*, Data&&);               // within the library
    static const Object* object_of(const Error&);    // null: none
};

std::string bytes_of(const Object&);          // content of a bytes object
Object next_of(const Object& iterator);       // empty at the end

template <class T>
using Plain = std::remove_cvref_t<T>;

// ------------------------------------------------------------------------------------------------ Python to C++
// Values: Holder is what load() fills; pass<P>() hands it to a parameter of type P.
template <class T>
struct Simple {
    using Holder = T;
    static constexpr bool bound = false;
};
template <>
struct From<bool> : Simple<bool> {
    static Load load(Link*, Cell c, bool& out) { return core::load_bool(c, &out); }
    static void name(std::string& s) { core::add(s, "bool"); }
};
template <class T>
concept Integer =
    std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char> && !std::is_same_v<T, char32_t> &&
    !std::is_same_v<T, char16_t> && !std::is_same_v<T, wchar_t> && !std::is_same_v<T, char8_t>;
void name_range(std::string&, std::int64_t low, std::uint64_t high);
template <Integer T>
struct From<T> : Simple<T> {
    static Load load(Link*, Cell c, T& out) {
        Load state;
        if constexpr (std::is_signed_v<T>) {
            std::int64_t n;
            state = core::load_int(c, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), &n);
            out = static_cast<T>(n);
        } else {
            std::uint64_t n;
            state = core::load_uint(c, std::numeric_limits<T>::max(), &n);
            out = static_cast<T>(n);
        }
        return state;
    }
    static void name(std::string& s) { core::add(s, "int"); }
    static void expected(std::string& s) {
        name_range(s, static_cast<std::int64_t>(std::numeric_limits<T>::min()),
                   static_cast<std::uint64_t>(std::numeric_limits<T>::max()));
    }
};
template <class T>
    requires std::is_floating_point_v<T>
struct From<T> : Simple<T> {
    static Load load(Link*, Cell c, T& out) {
        double d;
        Load state = core::load_double(c, &d);
        out = static_cast<T>(d);
        return state;
    }
    static void name(std::string& s) { core::add(s, "float"); }
};
template <>
struct From<char> : Simple<char> {
    static Load load(Link*, Cell c, char& out) {
        char32_t code;
        Load state = core::load_char(c, 0x7f, &code);
        out = static_cast<char>(code);
        return state;
    }
    static void name(std::string& s) { core::add(s, "str"); }
    static void expected(std::string& s) { core::add(s, "a str of one ASCII character"); }
};
template <>
struct From<char32_t> : Simple<char32_t> {
    static Load load(Link*, Cell c, char32_t& out) { return core::load_char(c, 0x10ffff, &out); }
    static void name(std::string& s) { core::add(s, "str"); }
    static void expected(std::string& s) { core::add(s, "a str of one character"); }
};
template <>
struct From<std::string> : Simple<std::string> {
    static Load load(Link* l, Cell c, std::string& out) { return core::load_text(l, c, &out); }
    static void name(std::string& s) { core::add(s, "str"); }
};
struct TextHolder {
    std::string_view text;
    std::string storage;
    operator std::string_view() const { return text; }
    operator const char*() {
        if (storage.empty()) storage = text;
        return storage.c_str();
    }
};
template <>
struct From<std::string_view> {
    using Holder = TextHolder;
    static constexpr bool bound = false;
    static Load load(Link* l, Cell c, TextHolder& out) { return core::load_view(l, c, &out.text, &out.storage); }
    static void name(std::string& s) { core::add(s, "str"); }
};
template <>
struct From<const char*> : From<std::string_view> {};
template <>
struct From<Object> : Simple<Object> {
    static Load load(Link* l, Cell c, Object& out) {
        out = Access::borrow(l, c);
        return Load::Ok;
    }
    static void name(std::string& s) { core::add(s, "object"); }
};
void name_shape(std::string&, core::Shape);
template <core::Shape S>
struct From<Typed<S>> : Simple<Typed<S>> {
    static Load load(Link* l, Cell c, Typed<S>& out) {
        if (!core::has_shape(l, c, S)) return Load::WrongType;
        static_cast<Object&>(out) = Access::borrow(l, c);
        return Load::Ok;
    }
    static void name(std::string& s) { name_shape(s, S); }
};
template <class T>
void name_of(std::string& s) {
    From<T>::name(s);
}
template <class T>
void expected_of(std::string& s) {
    if constexpr (requires { From<T>::expected(s); }) From<T>::expected(s);
    else From<T>::name(s);
}
// The holder's value as a T of its own.
template <class T>
T take(typename From<T>::Holder& h) {
    if constexpr (From<T>::bound) return *h;
    else if constexpr (requires { *h; } && !std::is_same_v<typename From<T>::Holder, T>) return *std::move(h);
    else return std::move(h);
}
// The holder's value for a parameter of type P.
template <class P, class Holder>
decltype(auto) pass(Holder& h) {
    using T = Plain<P>;
    if constexpr (From<T>::bound) {
        return static_cast<T&>(*h);
    } else if constexpr (std::is_same_v<Holder, std::optional<T>>) {
        return static_cast<P&&>(*h);
    } else if constexpr (std::is_same_v<Holder, T>) {
        static_assert(!std::is_lvalue_reference_v<P> || std::is_const_v<std::remove_reference_t<P>>,
                      "Python values are converted: take them by value or const reference");
        return static_cast<P&&>(h);
    } else {
        return static_cast<T>(h);
    }
}
// Items of a list one after the other; `use` takes the holder's value.
template <class T, class Use>
Load each_item(Link* l, Cell iterable, Use&& use) {
    Cell list;
    if (Load state = core::load_list(l, iterable, &list); state != Load::Ok) return state;
    core::Owned held(l, list);
    for (std::size_t i = 0; i < core::list_size(list); ++i) {
        typename From<T>::Holder holder{};
        if (Load state = From<T>::load(l, core::list_item(list, i), holder); state != Load::Ok) return state;
        use(holder);
    }
    return Load::Ok;
}
template <class K, class V, class Use>
Load each_pair(Link* l, Cell dict, Use&& use) {
    Cell list;
    if (Load state = core::load_pairs(l, dict, &list); state != Load::Ok) return state;
    core::Owned held(l, list);
    for (std::size_t i = 0; i + 1 < core::list_size(list); i += 2) {
        typename From<K>::Holder key{};
        typename From<V>::Holder value{};
        if (Load state = From<K>::load(l, core::list_item(list, i), key); state != Load::Ok) return state;
        if (Load state = From<V>::load(l, core::list_item(list, i + 1), value); state != Load::Ok) return state;
        use(key, value);
    }
    return Load::Ok;
}
template <class T>
struct From<std::vector<T>> : Simple<std::vector<T>> {
    static_assert(!std::is_same_v<T, std::string_view> && !std::is_same_v<T, const char*>,
                  "views of list items would dangle");
    static Load load(Link* l, Cell c, std::vector<T>& out) {
        return each_item<T>(l, c, [&](auto& h) { out.push_back(take<T>(h)); });
    }
    static void name(std::string& s) {
        core::add(s, "List[");
        From<T>::name(s);
        core::add(s, "]");
    }
};
template <class M>
concept MapLike = requires(M& m, typename M::mapped_type v) {
    typename M::key_compare;
    m.insert_or_assign(m.begin()->first, v);
};
template <template <class...> class M, class K, class V, class... More>
    requires MapLike<M<K, V, More...>>
struct From<M<K, V, More...>> : Simple<M<K, V, More...>> {
    static Load load(Link* l, Cell c, M<K, V, More...>& out) {
        return each_pair<K, V>(l, c, [&](auto& k, auto& v) { out.insert_or_assign(take<K>(k), take<V>(v)); });
    }
    static void name(std::string& s) {
        core::add(s, "Dict[");
        From<K>::name(s);
        core::add(s, ", ");
        From<V>::name(s);
        core::add(s, "]");
    }
};
template <class T>
struct From<std::optional<T>> {
    using Holder = std::optional<T>;
    static constexpr bool bound = false;
    static Load load(Link* l, Cell c, Holder& out) {
        out.reset();
        if (c == core::kNone) return Load::Ok;
        typename From<T>::Holder holder{};
        Load state = From<T>::load(l, c, holder);
        if (state == Load::Ok) out.emplace(take<T>(holder));
        return state;
    }
    static void name(std::string& s) {
        core::add(s, "Optional[");
        From<T>::name(s);
        core::add(s, "]");
    }
    static void expected(std::string& s) {
        expected_of<T>(s);
        core::add(s, " or None");
    }
};
// Types of your own.
template <class T>
    requires requires(const Object& o) { Convert<T>::from(o); }
struct From<T> {
    using Holder = std::optional<T>;
    static constexpr bool bound = false;
    static Load load(Link* l, Cell c, Holder& out) {
        out.emplace(Convert<T>::from(Access::borrow(l, c)));
        return Load::Ok;
    }
    static void name(std::string& s) { core::add(s, "object"); }
};
// Bound classes: everything that has no conversion.
template <class T>
concept BoundClass = std::is_class_v<T> && !requires(const Object& o) { Convert<T>::from(o); };
template <BoundClass T>
struct From<T> {
    using Holder = T*;
    static constexpr bool bound = true;
    static Load load(Link*, Cell c, T*& out) {
        return core::load_instance(c, &core::type_tag<T>, reinterpret_cast<void**>(&out));
    }
    static void name(std::string& s) { core::add(s, &core::type_tag<T>); }
    static void expected(std::string& s) { core::add(s, "an initialised object of the bound C++ class"); }
};
template <class T>
    requires(!std::is_same_v<std::remove_const_t<T>, char>)
struct From<T*> {
    using Object_ = std::remove_const_t<T>;
    using Holder = T*;
    static constexpr bool bound = false;
    static Load load(Link* l, Cell c, T*& out) {
        out = nullptr;
        if (c == core::kNone) return Load::Ok;
        Object_* object = nullptr;
        Load state = From<Object_>::load(l, c, object);
        out = object;
        return state;
    }
    static void name(std::string& s) { From<std::optional<Object_>>::name(s); }
    static void expected(std::string& s) { expected_of<Object_>(s); }
};
template <class P>
concept SharedPointer = requires(P& p) {
    typename P::element_type;
    p.use_count();
    p.get();
};
template <class P>
concept UniquePointer = requires(P& p) {
    typename P::deleter_type;
    p.release();
};
template <template <class> class P, class T>
    requires SharedPointer<P<T>>
struct From<P<T>> : Simple<P<T>> {
    static Load load(Link* l, Cell c, P<T>& out) {
        if (c == core::kNone) return Load::Ok;
        P<void> object;
        Load state = core::load_shared(l, c, &core::type_tag<std::remove_const_t<T>>, &object, typeid(P<void>));
        if (state == Load::Ok) out = P<T>(object, static_cast<T*>(object.get()));
        return state;
    }
    static void name(std::string& s) { From<std::remove_const_t<T>>::name(s); }
    static void expected(std::string& s) { core::add(s, "an object of the bound C++ class that C++ may share"); }
};
template <class T>
    requires std::is_enum_v<T>
struct From<T> : Simple<T> {
    static Load load(Link* l, Cell c, T& out) {
        std::int64_t n = 0;
        Load state = core::load_enum(l, c, &core::type_tag<T>, &n);
        out = static_cast<T>(n);
        return state;
    }
    static void name(std::string& s) { core::add(s, &core::type_tag<T>); }
    static void expected(std::string& s) { core::add(s, "a member of the bound enumeration"); }
};

// ------------------------------------------------------------------------------------------------ C++ to Python
// make(): owned, or kError.
template <>
struct To<bool> {
    static Cell make(Link*, bool b) { return b ? core::kTrue : core::kFalse; }
};
template <Integer T>
struct To<T> {
    static Cell make(Link* l, T n) {
        if constexpr (std::is_signed_v<T> || sizeof(T) < 8) return core::make_int(l, static_cast<std::int64_t>(n));
        else return core::make_uint(l, n);
    }
};
template <class T>
    requires std::is_floating_point_v<T>
struct To<T> {
    static Cell make(Link* l, T d) { return core::make_float(l, static_cast<double>(d)); }
};
template <>
struct To<std::nullptr_t> {
    static Cell make(Link*, std::nullptr_t) { return core::kNone; }
};
template <>
struct To<std::nullopt_t> {
    static Cell make(Link*, std::nullopt_t) { return core::kNone; }
};
template <>
struct To<char> {
    static Cell make(Link* l, char c) { return core::make_char(l, static_cast<unsigned char>(c)); }
};
template <>
struct To<char32_t> {
    static Cell make(Link* l, char32_t c) { return core::make_char(l, c); }
};
template <>
struct To<std::string> {
    static Cell make(Link* l, const std::string& s) { return core::make_text(l, s); }
};
template <>
struct To<std::string_view> {
    static Cell make(Link* l, std::string_view s) { return core::make_text(l, s); }
};
template <>
struct To<const char*> {
    static Cell make(Link* l, const char* s) { return s ? core::make_text(l, s) : core::kNone; }
};
template <>
struct To<char*> : To<const char*> {};
template <class T>
    requires std::is_base_of_v<Object, T>
struct To<T> {
    static Cell make(Link* l, const Object& o) { return Access::owned_in(l, o); }
};
template <class T>
struct To<std::optional<T>> {
    static Cell make(Link* l, const std::optional<T>& v) { return v ? To<T>::make(l, *v) : core::kNone; }
};
template <class T, class Range>
Cell make_list_of(Link* l, const Range& items) {
    core::Owned list(l, core::checked(l, core::make_list(l, 0)));
    for (const auto& item : items)
        if (!core::list_add(l, list.get(), To<T>::make(l, item))) return core::kError;
    return list.take();
}
template <class K, class V, class Range>
Cell make_dict_of(Link* l, const Range& items) {
    core::Owned dict(l, core::checked(l, core::make_dict(l)));
    for (const auto& [key, value] : items)
        if (!core::dict_add(l, dict.get(), To<K>::make(l, key), To<V>::make(l, value))) return core::kError;
    return dict.take();
}
template <class T>
struct To<std::vector<T>> {
    static Cell make(Link* l, const std::vector<T>& v) { return make_list_of<T>(l, v); }
};
template <template <class...> class M, class K, class V, class... More>
    requires MapLike<M<K, V, More...>>
struct To<M<K, V, More...>> {
    static Cell make(Link* l, const M<K, V, More...>& m) { return make_dict_of<K, V>(l, m); }
};
template <class T>
    requires requires(Interpreter& i, const T& v) { Convert<T>::to(i, v); }
struct To<T>;   // in interpreter.hpp
template <class T>
    requires std::is_enum_v<T>
struct To<T> {
    static Cell make(Link* l, T e) { return core::make_enum(l, &core::type_tag<T>, static_cast<std::int64_t>(e)); }
};
// Bound objects. The most derived bound class of a polymorphic object is used.
template <class T>
Cell wrap_object(Link* l, core::Holder holder, const T* object, Cell keep_alive) {
    using C = std::remove_const_t<T>;
    void* address = const_cast<C*>(object);
    if constexpr (std::is_polymorphic_v<C>) {
        core::TypeTag dynamic{&typeid(*object)};
        bool same = *dynamic.type == typeid(C);
        void* whole = const_cast<void*>(dynamic_cast<const void*>(object));
        return core::wrap(l, &core::type_tag<C>, same ? nullptr : &dynamic, holder, address, whole, keep_alive);
    } else {
        return core::wrap(l, &core::type_tag<C>, nullptr, holder, address, address, keep_alive);
    }
}
template <template <class> class P, class T>
    requires SharedPointer<P<T>>
struct To<P<T>> {
    static Cell make(Link* l, const P<T>& p) {
        if (!p) return core::kNone;
        P<void> whole(p, const_cast<std::remove_const_t<T>*>(p.get()));
        return wrap_object<T>(l, {&whole, nullptr, &typeid(P<void>)}, p.get(), core::kUnbound);
    }
};
template <template <class, class> class P, class T, class D>
    requires UniquePointer<P<T, D>>
struct To<P<T, D>> {
    static Cell make(Link* l, P<T, D>&& p) {
        if (!p) return core::kNone;
        T* object = p.get();
        if constexpr (std::is_empty_v<D> && std::is_default_constructible_v<D>) {
            return wrap_object<T>(
                l,
                {const_cast<std::remove_const_t<T>*>(p.release()), [](void* o) noexcept { D()
                                                                                          (static_cast<T*>(o)); }},
                object, core::kUnbound);
        } else {
            return wrap_object<T>(l, {new P<T, D>(std::move(p)), &core::drop_object<P<T, D>>}, object, core::kUnbound);
        }
    }
};
// A new object with what owns it: `use(holder)`. A class that shares itself is held by the pointer it knows of.
template <class>
struct SharedOf;
template <template <class> class P, class B>
struct SharedOf<P<B>> {
    template <class T>
    using to = P<T>;
};
template <class T, class Use>
auto with_holder(T* made, Use use) {
    if constexpr (requires { made->shared_from_this(); }) {
        using Whose = SharedOf<decltype(made->shared_from_this())>;
        typename Whose::template to<T> typed(made);
        typename Whose::template to<void> whole(typed);
        return use(core::Holder{&whole, nullptr, &typeid(whole)});
    } else {
        return use(core::Holder{made, &core::drop_object<T>});
    }
}
template <class T>
requires(std::is_class_v<T> && !std::is_base_of_v<Object, T> &&
         !requires(Interpreter & i, const T& v) { Convert<T>::to(i, v); }) struct To<T> {
    template <class U>
    static Cell make(Link* l, U&& value) {
        T* made = new T(std::forward<U>(value));
        return with_holder(made, [&](core::Holder holder) {
            return core::wrap(l, &core::type_tag<T>, nullptr, holder, made, made, core::kUnbound);
        });
    }
};
template <class T>
    requires std::is_class_v<T>
struct To<T*> {   // a copy: borrowed objects are written krait::borrowed
    static Cell make(Link* l, const T* p) { return p ? To<std::remove_const_t<T>>::make(l, *p) : core::kNone; }
};

// Array-like arguments decay.
template <class T>
using Made = To<std::decay_t<T>>;
template <class T>
Cell make_cell(Link* l, T&& value) {
    return Made<T>::make(l, std::forward<T>(value));
}

template <class T>
T from_cell(Link* l, Cell c) {
    using V = Plain<T>;
    if constexpr (std::is_void_v<T>) {
        return;
    } else {
        typename From<V>::Holder holder{};
        Load state = From<V>::load(l, c, holder);
        if (state != Load::Ok) [[unlikely]] core::throw_mismatch(l, c, state, &expected_of<V>);
        if constexpr (std::is_reference_v<T> && From<V>::bound) return *holder;
        else return take<V>(holder);
    }
}

template <class T>
constexpr bool is_named = false;
template <class T>
constexpr bool is_named<NamedValue<T>> = true;

// Positional arguments come first, then those with names.
template <class... Args>
Cell call_cells(Link* l, core::Slot callee, Args&&... args) {
    constexpr std::size_t named = (std::size_t{0} + ... + (is_named<Plain<Args>> ? 1 : 0));
    core::OwnedArray<sizeof...(Args)> cells(l);
    std::string_view names[named + 1];
    [[maybe_unused]] std::size_t next = 0;
    [[maybe_unused]] auto add = [&](auto&& a) {
        using A = Plain<decltype(a)>;
        if constexpr (is_named<A>) {
            names[next++] = a.name;
            cells.push(make_cell(l, a.value));
        } else {
            cells.push(make_cell(l, std::forward<decltype(a)>(a)));
        }
    };
    (add(std::forward<Args>(args)), ...);
    return core::call_slot(l, callee, cells.data(), sizeof...(Args) - named, names, named);
}

}  // namespace detail

template <core::Shape S>
void Typed<S>::check() const {
    core::Link* l = detail::Access::need(*this);
    core::Cell c = detail::Access::cell(*this);
    if (!core::has_shape(l, c, S)) core::throw_mismatch(l, c, core::Load::WrongType, &detail::name_of<Typed<S>>);
}

template <class T>
T Object::get() const {
    return detail::from_cell<T>(detail::Access::need(*this), detail::Access::cell(*this));
}
template <class T>
void Object::set_attr(std::string_view name, const T& value) {
    core::Link* l = detail::Access::need(*this);
    set_attr(name, detail::Access::adopt(l, detail::make_cell(l, value)));
}
template <class... Args>
Object Object::operator()(Args&&... args) const {
    core::Link* l = detail::Access::need(*this);
    return detail::Access::adopt(l, detail::call_cells(l, slot_, std::forward<Args>(args)...));
}
template <class R, class... Args>
R Object::call_as(Args&&... args) const {
    core::Link* l = detail::Access::need(*this);
    core::Owned result(l, core::checked(l, detail::call_cells(l, slot_, std::forward<Args>(args)...)));
    return detail::from_cell<R>(l, result.get());
}

}  // namespace api
}  // namespace krait

#pragma GCC visibility pop
