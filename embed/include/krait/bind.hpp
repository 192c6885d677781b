// Binding: functions, classes, enumerations and exceptions of C++ for Python. Part of <krait/krait.hpp>.
//
//     krait::Module m = python.module("counter");
//     m.def("twice", [](int n) { return 2 * n; }, krait::arg("n"));
//     m.class_<Counter>("Counter")
//         .init<char, std::uint64_t>(krait::arg("what"), krait::arg("min_number") = 1)
//         .def("has_count", &Counter::has_count, krait::arg("text"), "Does the character appear often enough?");
//
// Extras of def() in any order: one arg() per parameter or none (parameters are positional then), krait::kw_only before
// the first keyword-only one, a docstring, krait::borrowed. Parameters of type Interpreter& are given the interpreter,
// those of type krait::Args and krait::Kwargs the rest of the arguments. Definitions belong to one interpreter; a function
// `void define(krait::Module&)` can be applied to many. All of it is done on the interpreter's thread.
#pragma once

#include <krait/interpreter.hpp>

#pragma GCC visibility push(default)
namespace krait {
inline namespace api {

/// Parameters after it are given by keyword only.
struct KwOnly {};
inline constexpr KwOnly kw_only{};
/// The result (a pointer or reference) is not copied: it is part of the object the method was called on, or lives longer
/// than the interpreter. The Python object keeps `self` alive.
struct Borrowed {};
inline constexpr Borrowed borrowed{};

/// *args of a bound function.
struct Args : std::vector<Object> {
    using std::vector<Object>::vector;
};
/// **kwargs of a bound function.
struct Kwargs : std::vector<std::pair<std::string, Object>> {
    using std::vector<std::pair<std::string, Object>>::vector;
};

namespace detail {

template <class... T>
struct Pack {
    static constexpr std::size_t size = sizeof...(T);
};
// Result and parameters of a callable. Class is given for members: self first.
template <class F>
struct Signature : Signature<decltype(&F::operator())> {
    static constexpr bool functor = true;
};
template <class R, class... A>
struct Signature<R (*)(A...)> {
    using Result = R;
    using Parameters = Pack<A...>;
};
template <class R, class... A>
struct Signature<R (*)(A...) noexcept> : Signature<R (*)(A...)> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...)> : Signature<R (*)(A...)> {
    using Owner = C;
};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) const> : Signature<R (C::*)(A...)> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) noexcept> : Signature<R (C::*)(A...)> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) const noexcept> : Signature<R (C::*)(A...)> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...)&> : Signature<R (C::*)(A...)> {};
template <class R, class C, class... A>
struct Signature<R (C::*)(A...) const&> : Signature<R (C::*)(A...)> {};

template <class P>
constexpr bool is_given = std::is_same_v<Plain<P>, Interpreter> || std::is_same_v<Plain<P>, Args>;   // takes no slot
template <class P>
constexpr bool is_parameter = !std::is_same_v<Plain<P>, Interpreter>;

struct ViewHolder {   // Interpreter& of a call
    std::optional<Interpreter> view;
};
template <class P>
struct HolderOf {
    using type = typename From<Plain<P>>::Holder;
};
template <>
struct HolderOf<Interpreter&> {
    using type = ViewHolder;
};
template <class P>
    requires std::is_same_v<Plain<P>, Args>
struct HolderOf<P> {
    using type = Args;
};
template <class P>
    requires std::is_same_v<Plain<P>, Kwargs>
struct HolderOf<P> {
    using type = Kwargs;
};
bool load_keywords(core::Call&, unsigned slot, Kwargs&);

template <class P, class H>
bool load_parameter(core::Call& call, [[maybe_unused]] unsigned slot, H& holder) {
    using T = Plain<P>;
    if constexpr (std::is_same_v<T, Interpreter>) {
        holder.view.emplace(Access::view(call.link));
        return true;
    } else if constexpr (std::is_same_v<T, Args>) {
        for (std::size_t i = 0; i < call.rest_count; ++i) holder.push_back(Access::borrow(call.link, call.rest[i]));
        return true;
    } else if constexpr (std::is_same_v<T, Kwargs>) {
        return load_keywords(call, slot, holder);
    } else {
        Load state = From<T>::load(call.link, call.argument(slot), holder);
        if (state == Load::Ok) [[likely]] return true;
        return call.refuse(slot, state, &expected_of<T>);
    }
}
template <class P, class H>
decltype(auto) pass_parameter(H& holder) {
    if constexpr (std::is_same_v<H, ViewHolder>) return static_cast<Interpreter&>(*holder.view);
    else if constexpr (std::is_same_v<H, Args> || std::is_same_v<H, Kwargs>) return static_cast<H&>(holder);
    else return pass<P>(holder);
}

// The result of a call as a Python value. `keep` is self for borrowed results.
template <class R, bool kBorrow>
Cell make_result(Link* l, [[maybe_unused]] Cell keep, R&& result) {
    using T = Plain<R>;
    if constexpr (kBorrow && std::is_pointer_v<T>) {
        return result ? wrap_object(l, nullptr, result, keep) : core::kNone;
    } else if constexpr (kBorrow && std::is_lvalue_reference_v<R>) {
        return wrap_object(l, nullptr, &result, keep);
    } else {
        return Made<R>::make(l, std::forward<R>(result));
    }
}

// F as stored, called as R(A...). The I-th parameter's slot is the number of those before it that have one.
template <class F, bool kBorrow, class R, class... A>
struct Invoker {
    static constexpr std::size_t count = sizeof...(A);
    static constexpr unsigned slot_of(std::size_t i) {
        constexpr bool given[] = {is_given<A>..., false};
        unsigned slot = 0;
        for (std::size_t k = 0; k < i; ++k) slot += !given[k];
        return slot;
    }
    static Cell invoke(void* closure, core::Call& call) {
        return expand(*static_cast<F*>(closure), call, std::make_index_sequence<count>{});
    }
    template <std::size_t... I>
    static Cell expand(F& f, core::Call& call, std::index_sequence<I...>) {
        [[maybe_unused]] std::tuple<typename HolderOf<A>::type...> holders{};
        if (!(load_parameter<A>(call, slot_of(I), std::get<I>(holders)) && ...)) return core::kUnbound;
        if constexpr (std::is_void_v<R>) {
            std::invoke(f, pass_parameter<A>(std::get<I>(holders))...);
            return core::kNone;
        } else {
            Cell keep = core::kUnbound;
            if constexpr (kBorrow && count != 0) keep = call.slots[0];
            return make_result<R, kBorrow>(call.link, keep, std::invoke(f, pass_parameter<A>(std::get<I>(holders))...));
        }
    }
};

// What def() was given beside the function.
struct Extras {
    std::vector<core::Parameter> names;
    std::string doc;
    bool keyword_only = false;
    Link* link;
    void add(arg a);
    void add(KwOnly) { keyword_only = true; }
    void add(Borrowed) {}
    void add(const char* text) { doc = text; }
    void add(const std::string& text) { doc = text; }
    template <class T>
    void add(NamedValue<T> v) {
        add(arg(v.name));
        names.back().default_value = core::checked(link, make_cell(link, v.value));
    }
    ~Extras();
};
// Puts names and kinds to the parameters' types; throws std::invalid_argument when they do not match.
void finish_binding(core::Binding&, Extras&, std::size_t hidden);

template <class A>
core::Parameter parameter_of() {
    core::Parameter p;
    if constexpr (std::is_same_v<Plain<A>, Args>) p.kind = core::Parameter::Rest;
    else if constexpr (std::is_same_v<Plain<A>, Kwargs>) p.kind = core::Parameter::Keywords;
    else p.type = &name_of<Plain<A>>;
    return p;
}
template <class R>
void name_result(std::string& s) {
    using T = Plain<R>;
    if constexpr (std::is_void_v<R>) s += "None";
    else if constexpr (requires { From<T>::name(s); }) From<T>::name(s);
    else s += "object";
}

template <class R, class... A, class F, class... X>
core::Binding make_binding(Link* l, Pack<A...>, std::size_t hidden, F&& f, const X&... extras) {
    constexpr bool borrow = (false || ... || std::is_same_v<X, Borrowed>);
    core::Binding b;
    b.invoke = &Invoker<std::decay_t<F>, borrow, R, A...>::invoke;
    b.closure = std::make_shared<std::decay_t<F>>(std::forward<F>(f));
    b.parameters.reserve(sizeof...(A));
    ((is_parameter<A> ? b.parameters.push_back(parameter_of<A>()) : void()), ...);
    b.result = &name_result<R>;
    Extras x{{}, {}, false, l};
    (x.add(extras), ...);
    finish_binding(b, x, hidden);
    return b;
}
// Functions, and methods whose first parameter is self.
template <class F, class... X>
core::Binding bind_callable(Link* l, std::size_t hidden, F&& f, const X&... extras) {
    using S = Signature<std::decay_t<F>>;
    return make_binding<typename S::Result>(l, typename S::Parameters{}, hidden, std::forward<F>(f), extras...);
}
template <class T, class R, class... A, class F, class... X>
core::Binding bind_member(Link* l, Pack<A...>, F&& f, const X&... extras) {
    return make_binding<R>(l, Pack<T&, A...>{}, 1, std::forward<F>(f), extras...);
}
template <class T, class F, class... X>
core::Binding bind_method(Link* l, F&& f, const X&... extras) {
    if constexpr (std::is_member_function_pointer_v<std::decay_t<F>>) {
        using S = Signature<std::decay_t<F>>;
        return bind_member<T, typename S::Result>(l, typename S::Parameters{}, std::forward<F>(f), extras...);
    } else {
        return bind_callable(l, 1, std::forward<F>(f), extras...);
    }
}
void define(Link*, Cell owner, core::Place, std::string_view name, core::Binding&&);   // Error when it fails
void define_property(Link*, Cell cls, std::string_view name, core::Binding&& getter, core::Binding* setter);

// --- members that hold Python objects
void visit_member(core::Visit&, const Object&);
template <class T>
void visit_member(core::Visit& v, const std::vector<T>& items) {
    for (const T& item : items) visit_member(v, item);
}
template <class T>
void visit_member(core::Visit& v, const std::optional<T>& item) {
    if (item) visit_member(v, *item);
}
template <class K, class T>
void visit_member(core::Visit& v, const std::map<K, T>& items) {
    for (const auto& [key, item] : items) visit_member(v, item);
}
template <class M>
void clear_member(M& member) {
    M last = std::move(member);   // members are empty before anything runs
    member = M();
}

template <class T, class B>
void* to_base(void* object) {
    return static_cast<B*>(static_cast<T*>(object));
}

}  // namespace detail

// ------------------------------------------------------------------------------------------------ overriding
/// Base of the class that stands in for T when a Python class derives from the bound one (see Class::overridable):
///     struct PyShape : Shape, krait::Overridable {
///         using Shape::Shape;
///         double area() const override { return override_call<double>("area", [&] { return Shape::area(); }); }
///     };
class Overridable {
  public:
    Overridable() = default;
    Overridable(const Overridable&) : self_() {}
    Overridable& operator=(const Overridable&) { return *this; }
    virtual ~Overridable();

    /// Calls the Python method of this name if there is one, else `otherwise`. Throws what the method raises.
    template <class R, class Otherwise, class... A>
    R override_call(std::string_view name, Otherwise&& otherwise, A&&... args) const {
        core::Cell method = core::find_override(self_, name);
        if (method == core::kUnbound) return otherwise();
        core::Link* l = self_.link;
        core::Owned callee(l, core::checked(l, method));
        core::OwnedArray<sizeof...(A)> cells(l);
        (cells.push(detail::make_cell(l, std::forward<A>(args))), ...);
        core::Owned result(l, core::checked(l, core::call(l, callee.get(), cells.data(), cells.size(), nullptr, 0)));
        return detail::from_cell<R>(l, result.get());
    }
    /// The same for a pure virtual function: NotImplementedError when Python does not define it.
    template <class R, class... A>
    R override_pure(std::string_view name, A&&... args) const {
        return override_call<R>(name, [&]() -> R { throw Error("NotImplementedError", std::string(name) + "()"); },
                                std::forward<A>(args)...);
    }

  private:
    template <class T>
    friend class Class;
    mutable core::WeakSelf self_;
};

/// A Python object over a C++ one that the host keeps. When the Loan ends, scripts that kept the object get
/// ReferenceError instead of a dangling pointer.
class Loan {
  public:
    explicit Loan(Object object) : object_(std::move(object)) {}
    Loan(Loan&&) = default;
    Loan& operator=(Loan&&) = delete;
    ~Loan();
    const Object& object() const { return object_; }

  private:
    Object object_;
};
/// Lends `object` (of a bound class) to scripts until the Loan ends.
template <class T>
Loan lend(Interpreter& interpreter, T& object) {
    core::Link* l = detail::Access::link(interpreter);
    return Loan(detail::Access::adopt(l, detail::wrap_object(l, nullptr, &object, core::kUnbound)));
}

// ------------------------------------------------------------------------------------------------ classes
/// What Class::buffer() shows: `count` items of `item_size` bytes, `format` as in module struct.
struct BufferView {
    void* data = nullptr;
    std::size_t count = 0, item_size = 1;
    char format = 'B';
    bool readonly = false;
};

/// A class being bound; made by Module::class_(). All functions return *this.
template <class T>
class Class {
  public:
    Class(core::Link* link, Object type) : link_(link), type_(std::move(type)) {}
    const Object& object() const { return type_; }   ///< the Python class

    /// Constructor with these parameter types.
    template <class... A, class... X>
    Class& init(const X&... extras) {
        return constructor<A...>([](core::Link* l, core::Cell self, A... a) {
            auto made = std::make_shared<T>(static_cast<A&&>(a)...);
            T* address = made.get();
            return core::emplace(l, self, std::move(made), address);
        }, extras...);
    }
    /// Constructor that is a function returning T, std::unique_ptr<T> or std::shared_ptr<T>.
    template <class F, class... X>
    Class& factory(F f, const X&... extras) {
        using S = detail::Signature<F>;
        return factory_with(std::move(f), typename S::Parameters{}, extras...);
    }
    /// init() for a class with virtual functions: instances of Python subclasses are of type P (see Overridable).
    template <class P, class... A, class... X>
    Class& overridable(const X&... extras) {
        return constructor<A...>([](core::Link* l, core::Cell self, A... a) {
            if constexpr (!std::is_abstract_v<T>) {
                if (!core::is_subclass_instance(l, self)) {
                    auto made = std::make_shared<T>(static_cast<A&&>(a)...);
                    T* address = made.get();
                    return core::emplace(l, self, std::move(made), address);
                }
            }
            auto made = std::make_shared<P>(static_cast<A&&>(a)...);
            P* address = made.get();
            if (!core::emplace(l, self, std::move(made), static_cast<T*>(address))) return false;
            core::watch(l, self, &address->Overridable::self_);
            return true;
        }, extras...);
    }

    /// Method: a member function, or a function whose first parameter is the object. A name with a definition already
    /// gets an overload; they are tried in order.
    template <class F, class... X>
    Class& def(std::string_view name, F f, const X&... extras) {
        return add(core::Place::Method, name, detail::bind_method<T>(link_, std::move(f), extras...));
    }
    template <class F, class... X>
    Class& static_method(std::string_view name, F f, const X&... extras) {
        return add(core::Place::Static, name, detail::bind_callable(link_, 0, std::move(f), extras...));
    }
    /// The function's first parameter (krait::Object) is the class.
    template <class F, class... X>
    Class& class_method(std::string_view name, F f, const X&... extras) {
        return add(core::Place::Class, name, detail::bind_callable(link_, 1, std::move(f), extras...));
    }
    /// Attribute over a getter and a setter (both as for def()).
    template <class G, class S, class... X>
    Class& property(std::string_view name, G getter, S setter, const X&... extras) {
        core::Binding get = detail::bind_method<T>(link_, std::move(getter), extras...);
        core::Binding set = detail::bind_method<T>(link_, std::move(setter));
        detail::define_property(link_, cell(), name, std::move(get), &set);
        return *this;
    }
    template <class G, class... X>
    Class& property_readonly(std::string_view name, G getter, const X&... extras) {
        detail::define_property(link_, cell(), name, detail::bind_method<T>(link_, std::move(getter), extras...), nullptr);
        return *this;
    }
    /// A data member; of a bound class: the object itself, kept alive by its owner.
    template <class M, class C>
    Class& field(std::string_view name, M C::* member, const char* doc = "") {
        auto set = [member](T& self, const M& value) { self.*member = value; };
        return property(name, getter_of(member), set, doc);
    }
    template <class M, class C>
    Class& field_readonly(std::string_view name, M C::* member, const char* doc = "") {
        detail::define_property(link_, cell(), name, bind_getter(member, doc), nullptr);
        return *this;
    }
    /// A class attribute.
    template <class V>
    Class& constant(std::string_view name, const V& value) {
        core::Owned made(link_, core::checked(link_, detail::make_cell(link_, value)));
        set_constant(name, made.get());
        return *this;
    }

    /// Operators of T as Python's: only those named. `+` takes T on the right; other types are written with def("__add__").
    Class& eq() {   ///< == and !=
        def("__eq__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return x == y; }); });
        return def("__ne__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return !(x == y); }); });
    }
    Class& order() {   ///< < <= > >=, by operator< (or <=>)
        def("__lt__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return x < y; }); });
        def("__gt__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return y < x; }); });
        def("__le__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return !(y < x); }); });
        return def("__ge__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return !(x < y); }); });
    }
    Class& hash() {   ///< std::hash<T>
        return def("__hash__", [](const T& a) { return static_cast<std::int64_t>(std::hash<T>()(a) >> 1); });
    }
    template <class = void>
    Class& add() { return operation("__add__", [](const T& a, const T& b) { return a + b; }); }
    template <class = void>
    Class& subtract() { return operation("__sub__", [](const T& a, const T& b) { return a - b; }); }
    template <class = void>
    Class& multiply() { return operation("__mul__", [](const T& a, const T& b) { return a * b; }); }
    template <class = void>
    Class& divide() { return operation("__truediv__", [](const T& a, const T& b) { return a / b; }); }
    template <class = void>
    Class& negate() { return def("__neg__", [](const T& a) { return -a; }); }
    /// Any binary operator: NotImplemented when the right side is no T.
    template <class F>
    Class& operation(std::string_view name, F f) {
        return def(name, [f](const T& a, Object b) { return same(a, b, f); });
    }
    /// len(), and iteration with begin() and end(). The object lives as long as its iterators; a container that changes
    /// meanwhile should be one of shared.hpp.
    Class& iterable() {
        return def("__iter__", [](Interpreter&, Object self) {
            T& range = self.template get<T&>();
            core::Link* l = detail::Access::link(self);
            auto step = [at = range.begin(), &range, l]() mutable -> core::Cell {
                if (at == range.end()) return core::kExhausted;
                core::Cell item = detail::make_cell(l, *at);
                ++at;
                return item;
            };
            return detail::Access::adopt(l, core::make_iterator(l, std::move(step), detail::Access::cell(self)));
        });
    }
    Class& sized() {
        return def("__len__", [](const T& a) { return static_cast<std::int64_t>(a.size()); });
    }
    /// An iterator: `next` (a member or function of T&) returns std::optional, empty at the end. It may throw.
    template <class F>
    Class& iterator(F next) {
        def("__iter__", [](Object self) { return self; });
        return def("__next__", [next](Interpreter& python, T& self) -> Object {
            auto item = std::invoke(next, self);
            if (!item) throw Error("StopIteration", "");
            return python.make(*std::move(item));
        });
    }
    /// str() and repr() by functions returning text.
    template <class F>
    Class& str(F f) { return def("__str__", std::move(f)); }
    template <class F>
    Class& repr(F f) { return def("__repr__", std::move(f)); }

    /// Members that hold Python objects (Object, Callback, or vector, optional, map of them): cycles through them are
    /// collected. Without this they live until the interpreter's end.
    template <class... M>
    Class& holds(M T::*... members) {
        using Members = std::tuple<M T::*...>;
        core::ClassHooks* hooks = core::class_hooks(link_, &core::type_tag<T>);
        hooks->traverse_closure = std::make_shared<Members>(members...);
        hooks->traverse = [](void* closure, void* object, core::Visit& visit) {
            std::apply([&](auto... m) { (detail::visit_member(visit, static_cast<T*>(object)->*m), ...); },
                       *static_cast<Members*>(closure));
        };
        hooks->clear = [](void* closure, void* object) {
            std::apply([&](auto... m) { (detail::clear_member(static_cast<T*>(object)->*m), ...); },
                       *static_cast<Members*>(closure));
        };
        return *this;
    }
    /// The object's bytes for memoryview() and natives, without a copy. `begin` gives the place; while views exist it must
    /// stay: `end` is called when one ends. See SharedVector for a container that does all of it.
    template <class B, class E>
    Class& buffer(B begin, E end) {
        struct Both {
            B begin;
            E end;
        };
        core::ClassHooks* hooks = core::class_hooks(link_, &core::type_tag<T>);
        hooks->buffer_closure = std::make_shared<Both>(Both{std::move(begin), std::move(end)});
        hooks->buffer = [](void* closure, void* object, bool beginning, core::BufferData* out) {
            auto& both = *static_cast<Both*>(closure);
            if (!beginning) {
                both.end(*static_cast<T*>(object));
                return true;
            }
            BufferView view = both.begin(*static_cast<T*>(object));
            *out = {view.data, view.count * view.item_size, view.item_size, view.format, view.readonly};
            return true;
        };
        return *this;
    }

  private:
    core::Cell cell() const { return detail::Access::cell(type_); }
    Class& add(core::Place place, std::string_view name, core::Binding&& binding) {
        detail::define(link_, cell(), place, name, std::move(binding));
        return *this;
    }
    void set_constant(std::string_view name, core::Cell value);
    template <class F>
    static Object same(const T& a, const Object& b, F&& f) {
        core::Link* l = detail::Access::link(b);
        T* other = nullptr;
        if (core::load_instance(detail::Access::cell(b), &core::type_tag<T>, reinterpret_cast<void**>(&other)) != core::Load::Ok)
            return detail::Access::adopt(l, core::kNotImplemented);
        return detail::Access::adopt(l, detail::make_cell(l, f(a, static_cast<const T&>(*other))));
    }
    template <class M, class C>
    static auto getter_of(M C::* member) {
        return [member](const T& self) -> M { return self.*member; };
    }
    template <class M, class C>
    core::Binding bind_getter(M C::* member, const char* doc) {
        if constexpr (std::is_class_v<M> && detail::From<M>::bound)
            return detail::bind_method<T>(link_, [member](T& self) -> M& { return self.*member; }, doc, borrowed);
        else return detail::bind_method<T>(link_, getter_of(member), doc);
    }
    // `make` gets the interpreter, self and the arguments.
    template <class... A, class F, class... X>
    Class& constructor(F make, const X&... extras) {
        auto run = [make](Object self, A... a) {
            core::Link* l = detail::Access::link(self);
            if (!make(l, detail::Access::cell(self), static_cast<A&&>(a)...)) core::throw_pending(l);
        };
        return add(core::Place::Constructor, "__init__",
                   detail::make_binding<void>(link_, detail::Pack<Object, A...>{}, 1, std::move(run), extras...));
    }
    template <class F, class... A, class... X>
    Class& factory_with(F f, detail::Pack<A...>, const X&... extras) {
        return constructor<A...>([f = std::move(f)](core::Link* l, core::Cell self, A... a) {
            auto made = f(static_cast<A&&>(a)...);
            using Made = decltype(made);
            std::shared_ptr<T> holder;
            if constexpr (std::is_same_v<Made, T>) holder = std::make_shared<T>(std::move(made));
            else holder = std::move(made);
            if (!holder) throw Error("ValueError", "the constructor made no object");
            T* address = holder.get();
            return core::emplace(l, self, std::const_pointer_cast<std::remove_const_t<T>>(holder), address);
        }, extras...);
    }
    core::Link* link_;
    Object type_;
};

/// One member of an enumeration.
template <class E>
struct Enumerator {
    const char* name;
    E value;
};
enum class EnumBase : std::uint8_t { Enum, IntEnum, Flag, IntFlag };

/// A module made by the host.
class Module : public Object {
  public:
    Module(Object module) : Object(std::move(module)) {}   // NOLINT: what Interpreter::module() returns

    /// Adds a function; see the head of this file for the extras.
    template <class F, class... X>
    Module& def(std::string_view name, F f, const X&... extras) {
        detail::define(link(), cell(), core::Place::Function, name, detail::bind_callable(link(), 0, std::move(f), extras...));
        return *this;
    }
    /// Binds a class. A base must be bound before.
    template <class T, class B = void>
    Class<T> class_(std::string_view name, std::string_view doc = "") {
        core::Cell made;
        if constexpr (std::is_void_v<B>) {
            made = core::define_class(link(), cell(), name, doc, &core::type_tag<T>, nullptr, nullptr, sizeof(T));
        } else {
            static_assert(std::is_base_of_v<B, T>, "B is not a base of T");
            made = core::define_class(link(), cell(), name, doc, &core::type_tag<T>, &core::type_tag<B>, &detail::to_base<T, B>, sizeof(T));
        }
        return Class<T>(link(), detail::Access::adopt(link(), made));
    }
    /// Binds an enumeration: its members become those of a real enum class, each the same object every time.
    template <class E>
    Object enum_(std::string_view name, std::initializer_list<Enumerator<E>> members, EnumBase base = EnumBase::Enum,
                 std::string_view doc = "") {
        std::vector<core::EnumRow> rows;
        for (const auto& m : members) rows.push_back({m.name, static_cast<std::int64_t>(m.value)});
        return add_enum(name, doc, &core::type_tag<E>, rows, base);
    }
    /// A Python exception class that stands for the C++ exception class E: thrown in host functions it becomes an instance
    /// of it. Later ones are looked at first.
    template <class E>
    Object exception(std::string_view name) {
        return add_exception(name, nullptr, [](const std::exception_ptr& p, std::string* message) {
            try {
                std::rethrow_exception(p);
            } catch (const E& e) {
                if constexpr (requires { e.what(); }) *message = e.what();
                return true;
            } catch (...) {
                return false;
            }
        });
    }
    template <class E>
    Object exception(std::string_view name, const Object& base) {
        return add_exception(name, &base, [](const std::exception_ptr& p, std::string* message) {
            try {
                std::rethrow_exception(p);
            } catch (const E& e) {
                if constexpr (requires { e.what(); }) *message = e.what();
                return true;
            } catch (...) {
                return false;
            }
        });
    }
    /// A module attribute.
    template <class V>
    Module& constant(std::string_view name, const V& value) {
        set_attr(name, value);
        return *this;
    }

  private:
    core::Link* link() const { return detail::Access::need(*this); }
    core::Cell cell() const { return detail::Access::cell(*this); }
    Object add_enum(std::string_view name, std::string_view doc, const core::TypeTag*, const std::vector<core::EnumRow>&, EnumBase);
    Object add_exception(std::string_view name, const Object* base, core::Translate);
};

namespace detail {
void set_class_constant(core::Link*, core::Cell cls, std::string_view name, core::Cell value);
}
template <class T>
void Class<T>::set_constant(std::string_view name, core::Cell value) {
    detail::set_class_constant(link_, cell(), name, value);
}

// ------------------------------------------------------------------------------------------------ callbacks
template <class F>
class Callback;
/// A Python callable as a C++ function object: arguments and result are converted, exceptions are thrown as Error. Used on
/// the interpreter's thread. Also what a std::function parameter holds.
template <class R, class... A>
class Callback<R(A...)> : public Object {
  public:
    Callback() = default;
    explicit Callback(Object callable) : Object(std::move(callable)) {}
    R operator()(A... args) const { return this->template call_as<R>(static_cast<A&&>(args)...); }
};

namespace detail {
template <class R, class... A>
struct From<Callback<R(A...)>> : Simple<Callback<R(A...)>> {
    static Load load(Link* l, Cell c, Callback<R(A...)>& out) {
        if (!core::is_callable(l, c)) return Load::WrongType;
        out = Callback<R(A...)>(Access::borrow(l, c));
        return Load::Ok;
    }
    static void name(std::string& s) { s += "Callable"; }
};
template <class R, class... A>
struct From<std::function<R(A...)>> : Simple<std::function<R(A...)>> {
    static Load load(Link* l, Cell c, std::function<R(A...)>& out) {
        if (c == core::kNone) return Load::Ok;
        if (!core::is_callable(l, c)) return Load::WrongType;
        out = Callback<R(A...)>(Access::borrow(l, c));
        return Load::Ok;
    }
    static void name(std::string& s) { s += "Callable"; }
};
template <class R, class... A>
struct To<std::function<R(A...)>> {
    static Cell make(Link* l, const std::function<R(A...)>& f) {
        if (!f) return core::kNone;
        return core::make_function(l, "callback", make_binding<R>(l, Pack<A...>{}, 0, f));
    }
};
}  // namespace detail

template <class F>
Object Interpreter::function(std::string_view name, F body) {
    core::Link* l = detail::Access::link(*this);
    if constexpr (std::is_invocable_v<F&, Interpreter&, const std::vector<Object>&>) {
        auto all = [body = std::move(body)](Interpreter& python, Args args) mutable {
            if constexpr (std::is_void_v<decltype(body(python, args))>) {
                body(python, args);
            } else {
                Object result = body(python, args);
                return result ? result : python.make(nullptr);
            }
        };
        return detail::Access::adopt(l, core::make_function(l, name, detail::bind_callable(l, 0, std::move(all))));
    } else {
        return detail::Access::adopt(l, core::make_function(l, name, detail::bind_callable(l, 0, std::move(body))));
    }
}

}  // namespace api
}  // namespace krait

#pragma GCC visibility pop
