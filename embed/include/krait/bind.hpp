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
// those of type krait::Args and krait::Kwargs the rest of the arguments. Definitions belong to one interpreter; a
// function `void define(krait::Module&)` can be applied to many. All of it is done on the interpreter's thread.
#pragma once

#include <krait/interpreter.hpp>

#pragma GCC visibility push(default)
namespace krait {
inline namespace api {

/// Parameters after it are given by keyword only.
struct KwOnly {};
inline constexpr KwOnly kw_only{};
/// The result (a pointer or reference) is not copied: it is part of the object the method was called on, or lives
/// longer than the interpreter. The Python object keeps `self` alive.
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
// `self` of a constructor: no handle is made for it.
struct Self {
    Link* link;
    Cell cell;
};

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
template <>
struct HolderOf<Self> {
    using type = Self;
};
bool load_keywords(core::Call&, unsigned slot, Kwargs&);

template <class P, class H>
bool load_parameter(core::Call& call, [[maybe_unused]] unsigned slot, H& holder) {
    using T = Plain<P>;
    if constexpr (std::is_same_v<T, Interpreter>) {
        holder.view.emplace(Access::view(call.link));
        return true;
    } else if constexpr (std::is_same_v<T, Self>) {
        holder = {call.link, call.slots[slot]};
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
    else if constexpr (std::is_same_v<H, Args> || std::is_same_v<H, Kwargs> || std::is_same_v<H, Self>)
        return static_cast<H&>(holder);
    else return pass<P>(holder);
}

// The result of a call as a Python value. `keep` is self for borrowed results.
template <class R, bool kBorrow>
Cell make_result(Link* l, [[maybe_unused]] Cell keep, R&& result) {
    using T = Plain<R>;
    if constexpr (kBorrow && std::is_pointer_v<T>) {
        return result ? wrap_object(l, {}, result, keep) : core::kNone;
    } else if constexpr (kBorrow && std::is_lvalue_reference_v<R>) {
        return wrap_object(l, {}, &result, keep);
    } else {
        if constexpr (std::is_base_of_v<Object, T>)
            if (!result) return core::kNone;   // as of Interpreter::function(): a member not set yet, nothing found
        return Made<R>::make(l, std::forward<R>(result));
    }
}

// std::tuple and std::invoke, as far as they are needed here.
template <std::size_t, class H>
struct Part {
    H value{};
};
template <class, class... H>
struct Parts;
template <std::size_t... I, class... H>
struct Parts<std::index_sequence<I...>, H...> : Part<I, H>... {};
template <std::size_t I, class H>
H& part(Part<I, H>& p) {
    return p.value;
}
template <class F, class First, class... Rest>
decltype(auto) invoke(F& f, First&& first, Rest&&... rest) {
    if constexpr (std::is_member_function_pointer_v<F>) return (first.*f)(static_cast<Rest&&>(rest)...);
    else if constexpr (std::is_member_object_pointer_v<F>) return (first.*f);
    else return f(static_cast<First&&>(first), static_cast<Rest&&>(rest)...);
}
template <class F>
decltype(auto) invoke(F& f) {
    return f();
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
        [[maybe_unused]] Parts<std::index_sequence<I...>, typename HolderOf<A>::type...> holders{};
        if (!(load_parameter<A>(call, slot_of(I), part<I>(holders)) && ...)) return core::kUnbound;
        if constexpr (std::is_void_v<R>) {
            detail::invoke(f, pass_parameter<A>(part<I>(holders))...);
            return core::kNone;
        } else {
            Cell keep = core::kUnbound;
            if constexpr (kBorrow && count != 0) keep = call.slots[0];
            return make_result<R, kBorrow>(call.link, keep, detail::invoke(f, pass_parameter<A>(part<I>(holders))...));
        }
    }
};

// What def() was given beside the function.
template <class T>
Cell make_default(Link* l, const void* value) {
    return make_cell(l, *static_cast<const T*>(value));
}
inline core::Extra extra(arg a) { return {core::Extra::Name, a.name}; }
template <class T>
core::Extra extra(const NamedValue<T>& v) {
    return {core::Extra::Name, v.name, &v.value, &make_default<T>};
}
inline core::Extra extra(KwOnly) { return {core::Extra::KeywordOnly}; }
inline core::Extra extra(Borrowed) { return {}; }
inline core::Extra extra(std::string_view text) { return {core::Extra::Doc, text}; }

template <class A>
constexpr core::ParameterType parameter_of() {
    if constexpr (std::is_same_v<Plain<A>, Interpreter>) return {nullptr, core::ParameterKind::Given};
    else if constexpr (std::is_same_v<Plain<A>, Args>) return {nullptr, core::ParameterKind::Rest};
    else if constexpr (std::is_same_v<Plain<A>, Kwargs>) return {nullptr, core::ParameterKind::Keywords};
    else if constexpr (std::is_same_v<Plain<A>, Self>) return {nullptr, core::ParameterKind::Normal};
    else return {&name_of<Plain<A>>, core::ParameterKind::Normal};
}
template <class R>
void name_result(std::string& s) {
    using T = Plain<R>;
    if constexpr (std::is_void_v<R>) core::add(s, "None");
    else if constexpr (requires { From<T>::name(s); }) From<T>::name(s);
    else core::add(s, "object");
}

template <class... A>
inline constexpr core::ParameterType parameter_table[] = {parameter_of<A>()..., {nullptr, core::ParameterKind::Given}};
template <class F, bool kBorrow, class R, class... A>
inline constexpr core::Definition definition{&Invoker<F, kBorrow, R, A...>::invoke, parameter_table<A...>, sizeof...(A),
                                             &name_result<R>};

template <class F, class... X>
struct DefinitionOf {
    static constexpr bool borrow = (false || ... || std::is_same_v<X, Borrowed>);
    static const core::Definition* function() {
        using S = Signature<F>;
        return of<typename S::Result>(typename S::Parameters{});
    }
    template <class T>
    static const core::Definition* method() {
        if constexpr (std::is_member_function_pointer_v<F>) {
            using S = Signature<F>;
            return method_of<T, typename S::Result>(typename S::Parameters{});
        } else {
            return function();
        }
    }
    template <class R, class... A>
    static const core::Definition* of(Pack<A...>) {
        return &definition<F, borrow, R, A...>;
    }
    template <class T, class R, class... A>
    static const core::Definition* method_of(Pack<A...>) {
        return &definition<F, borrow, R, T&, A...>;
    }
};
// The extras of one definition; alive until the core has read them.
template <class... X>
struct ExtraList {
    static constexpr std::size_t count = sizeof...(X);
    core::Extra items[count + 1];
    explicit ExtraList(const X&... extras) : items{extra(extras)..., core::Extra{}} {}
};
template <class F, class... X>
void define(Link* l, Cell owner, core::Place place, std::string_view name, unsigned hidden,
            const core::Definition* what, F&& f, const X&... extras) {
    ExtraList<X...> list(extras...);
    core::define(l, owner, place, name, hidden, {what, core::Closure(std::forward<F>(f)), list.items, list.count});
}
template <class F>
Cell make_function(Link* l, std::string_view name, const core::Definition* what, F&& f) {
    return core::make_function(l, name, {what, core::Closure(std::forward<F>(f)), nullptr, 0});
}
// `step` gives an owned cell, kExhausted at the end.
template <class F>
Object make_iterator(const Object& of, F step) {
    Link* l = Access::need(of);
    return Access::adopt(l, core::make_iterator(l, [](void* closure) -> Cell { return (*static_cast<F*>(closure))(); },
                                                core::Closure(std::move(step)), Access::cell(of)));
}

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
template <class M>
    requires MapLike<M>
void visit_member(core::Visit& v, const M& items) {
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
    return Loan(detail::Access::adopt(l, detail::wrap_object(l, {}, &object, core::kUnbound)));
}

// ------------------------------------------------------------------------------------------------ classes
/// What Class::buffer() shows: `count` items of `item_size` bytes, `format` as in module struct.
struct BufferView {
    void* data = nullptr;                        ///< the first item
    std::size_t count = 0, item_size = 1;
    char format = 'B';
    bool readonly = false;
    /// Several dimensions (up to 64): items along each, instead of `count`, and bytes from one to the next, which may
    /// be negative; no strides: rows without gaps, the last index running fastest.
    std::vector<std::int64_t> shape{}, strides{};
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
        return constructor<A...>([](detail::Self self, A... a) { fill(self, new T(static_cast<A&&>(a)...)); },
                                 extras...);
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
        return constructor<A...>([](detail::Self self, A... a) {
            if constexpr (!std::is_abstract_v<T>)
                if (!core::is_subclass_instance(self.link, self.cell)) return fill(self, new T(static_cast<A&&>(a)...));
            P* made = new P(static_cast<A&&>(a)...);
            fill(self, made);
            core::watch(self.link, self.cell, &made->Overridable::self_);
        }, extras...);
    }

    /// Method: a member function, or a function whose first parameter is the object. A name with a definition already
    /// gets an overload; they are tried in order.
    template <class F, class... X>
    Class& def(std::string_view name, F f, const X&... extras) {
        detail::define(link_, cell(), core::Place::Method, name, 1, detail::DefinitionOf<F, X...>::template method<T>(),
                       std::move(f), extras...);
        return *this;
    }
    template <class F, class... X>
    Class& static_method(std::string_view name, F f, const X&... extras) {
        detail::define(link_, cell(), core::Place::Static, name, 0, detail::DefinitionOf<F, X...>::function(),
                       std::move(f), extras...);
        return *this;
    }
    /// The function's first parameter (krait::Object) is the class.
    template <class F, class... X>
    Class& class_method(std::string_view name, F f, const X&... extras) {
        detail::define(link_, cell(), core::Place::Class, name, 1, detail::DefinitionOf<F, X...>::function(),
                       std::move(f), extras...);
        return *this;
    }
    /// Attribute over a getter and a setter (both as for def()).
    template <class G, class S, class... X>
    Class& property(std::string_view name, G getter, S setter, const X&... extras) {
        constexpr core::Extra kName{core::Extra::Name, "value"};
        core::Bindable set{detail::DefinitionOf<S>::template method<T>(), core::Closure(std::move(setter)), &kName, 1};
        return add_property(name, std::move(getter), &set, extras...);
    }
    template <class G, class... X>
    Class& property_readonly(std::string_view name, G getter, const X&... extras) {
        return add_property(name, std::move(getter), nullptr, extras...);
    }
    /// A data member; of a bound class: the object itself, kept alive by its owner.
    template <class M, class C>
    Class& field(std::string_view name, M C::* member, const char* doc = "") {
        auto set = [member](T& self, const M& value) { self.*member = value; };
        return property(name, getter_of(member), set, doc);
    }
    template <class M, class C>
    Class& field_readonly(std::string_view name, M C::* member, const char* doc = "") {
        if constexpr (std::is_class_v<M> && detail::From<M>::bound)
            return property_readonly(name, [member](T& self) -> M& { return self.*member; }, doc, borrowed);
        else return property_readonly(name, getter_of(member), doc);
    }
    /// A class attribute.
    template <class V>
    Class& constant(std::string_view name, const V& value) {
        core::Owned made(link_, core::checked(link_, detail::make_cell(link_, value)));
        set_constant(name, made.get());
        return *this;
    }

    /// Operators of T as Python's: only those named. `+` takes T on the right; other types are written with
    /// def("__add__").
    Class& eq() {   ///< == and !=
        def("__eq__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return x == y; }); });
        return def("__ne__",
                   [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return !(x == y); }); });
    }
    Class& order() {   ///< < <= > >=, by operator< (or <=>)
        def("__lt__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return x < y; }); });
        def("__gt__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return y < x; }); });
        def("__le__", [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return !(y < x); }); });
        return def("__ge__",
                   [](const T& a, Object b) { return same(a, b, [](const T& x, const T& y) { return !(x < y); }); });
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
            return detail::make_iterator(self, [at = range.begin(), &range, l]() mutable -> core::Cell {
                if (at == range.end()) return core::kExhausted;
                core::Cell item = detail::make_cell(l, *at);
                ++at;
                return item;
            });
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
            auto item = detail::invoke(next, self);
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
    template <class... M, class... C>
    Class& holds(M C::*... members) {   // of T or a base
        return hold(std::index_sequence_for<M...>{}, static_cast<M T::*>(members)...);
    }
    /// The object's bytes for memoryview() and natives, without a copy. `begin` gives the place; while views exist it
    /// must stay: `end` is called when one ends. See SharedVector for a container that does all of it.
    template <class B, class E>
    Class& buffer(B begin, E end) {
        struct Both {
            B begin;
            E end;
        };
        core::ClassHooks* hooks = core::class_hooks(link_, &core::type_tag<T>);
        hooks->buffer_closure = core::Closure(Both{std::move(begin), std::move(end)});
        hooks->buffer = [](void* closure, void* object, bool beginning, core::BufferData* out) {
            auto& both = *static_cast<Both*>(closure);
            if (!beginning) {
                both.end(*static_cast<T*>(object));
                return true;
            }
            BufferView view = both.begin(*static_cast<T*>(object));
            *out = {view.data,     view.count * view.item_size, view.item_size,         view.format,
                    view.readonly, std::move(view.shape),       std::move(view.strides)};
            return true;
        };
        return *this;
    }

  private:
    core::Cell cell() const { return detail::Access::cell(type_); }
    void set_constant(std::string_view name, core::Cell value);
    template <class F>
    static Object same(const T& a, const Object& b, F&& f) {
        core::Link* l = detail::Access::link(b);
        T* other = nullptr;
        if (core::load_instance(detail::Access::cell(b), &core::type_tag<T>, reinterpret_cast<void**>(&other)) !=
            core::Load::Ok)
            return detail::Access::adopt(l, core::kNotImplemented);
        return detail::Access::adopt(l, detail::make_cell(l, f(a, static_cast<const T&>(*other))));
    }
    template <class M, class C>
    static auto getter_of(M C::* member) {
        return [member](const T& self) -> M { return self.*member; };
    }
    template <class G, class... X>
    Class& add_property(std::string_view name, G getter, core::Bindable* set, const X&... extras) {
        detail::ExtraList<X...> list(extras...);
        core::define_property(link_, cell(), name,
                              {detail::DefinitionOf<G, X...>::template method<T>(), core::Closure(std::move(getter)),
                               list.items, list.count},
                              set);
        return *this;
    }
    template <std::size_t... I, class... M>
    Class& hold(std::index_sequence<I...>, M T::*... members) {
        struct Members : detail::Part<I, M T::*>... {};
        core::ClassHooks* hooks = core::class_hooks(link_, &core::type_tag<T>);
        hooks->traverse_closure = core::Closure(Members{{members}...});
        hooks->traverse = [](void* closure, void* object, core::Visit& visit) {
            (detail::visit_member(visit, static_cast<T*>(object)->*detail::part<I>(*static_cast<Members*>(closure))),
             ...);
        };
        hooks->clear = [](void* closure, void* object) {
            (detail::clear_member(static_cast<T*>(object)->*detail::part<I>(*static_cast<Members*>(closure))), ...);
        };
        return *this;
    }
    // The object of `self`, from a constructor; P is T or derived from it.
    template <class P>
    static void fill(detail::Self self, P* made) {
        T* object = made;
        bool good = detail::with_holder(
            made, [&](core::Holder holder) { return core::emplace(self.link, self.cell, holder, object); });
        if (!good) core::throw_pending(self.link);
    }
    // `make` gets self and the arguments.
    template <class... A, class F, class... X>
    Class& constructor(F make, const X&... extras) {
        detail::define(link_, cell(), core::Place::Constructor, "__init__", 1,
                       &detail::definition<F, false, void, detail::Self, A...>, std::move(make), extras...);
        return *this;
    }
    template <class F, class... A, class... X>
    Class& factory_with(F f, detail::Pack<A...>, const X&... extras) {
        return constructor<A...>([f = std::move(f)](detail::Self self, A... a) mutable {
            auto made = f(static_cast<A&&>(a)...);
            using Made = decltype(made);
            if constexpr (std::is_same_v<Made, T>) {
                fill(self, new T(std::move(made)));
            } else {
                if (!made) throw Error("ValueError", "the constructor made no object");
                auto* object = const_cast<T*>(static_cast<const T*>(made.get()));
                bool good;
                if constexpr (detail::SharedPointer<Made>) {
                    typename detail::SharedOf<Made>::template to<void> whole(std::move(made), object);
                    good = core::emplace(self.link, self.cell, {&whole, nullptr, &typeid(whole)}, object);
                } else {
                    good = core::emplace(self.link, self.cell, {new Made(std::move(made)), &core::drop_object<Made>},
                                         object);
                }
                if (!good) core::throw_pending(self.link);
            }
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
        detail::define(link(), cell(), core::Place::Function, name, 0, detail::DefinitionOf<F, X...>::function(),
                       std::move(f), extras...);
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
            made = core::define_class(link(), cell(), name, doc, &core::type_tag<T>, &core::type_tag<B>,
                                      &detail::to_base<T, B>, sizeof(T));
        }
        return Class<T>(link(), detail::Access::adopt(link(), made));
    }
    /// Binds an enumeration: its members become those of a real enum class, each the same object every time.
    template <class E>
    Object enum_(std::string_view name, std::initializer_list<Enumerator<E>> members, EnumBase base = EnumBase::Enum,
                 std::string_view doc = "") {
        auto row = [](const void* rows, std::size_t i) {
            const Enumerator<E>& m = static_cast<const Enumerator<E>*>(rows)[i];
            return core::EnumRow{m.name, static_cast<std::int64_t>(m.value)};
        };
        return add_enum(name, doc, &core::type_tag<E>, members.begin(), row, members.size(), base);
    }
    /// A Python exception class that stands for the C++ exception class E: thrown in host functions it becomes an
    /// instance of it. Later ones are looked at first.
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
    Object add_enum(std::string_view name, std::string_view doc, const core::TypeTag*, const void* rows,
                    core::EnumRow (*row)(const void*, std::size_t), std::size_t n, EnumBase);
    Object add_exception(std::string_view name, const Object* base, core::Translate);
};

namespace detail {
void set_class_constant(core::Link*, core::Cell cls, std::string_view name, core::Cell value);
}
template <class T>
void Class<T>::set_constant(std::string_view name, core::Cell value) {
    detail::set_class_constant(link_, cell(), name, value);
}

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
        return detail::Access::adopt(
            l, detail::make_function(l, name, detail::DefinitionOf<decltype(all)>::function(), std::move(all)));
    } else {
        return detail::Access::adopt(
            l, detail::make_function(l, name, detail::DefinitionOf<F>::function(), std::move(body)));
    }
}

}  // namespace api
}  // namespace krait

#pragma GCC visibility pop
