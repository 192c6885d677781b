// Callables of Python as function objects of C++, and std::function both ways. Part of <krait/krait.hpp>.
#pragma once

#include <krait/bind.hpp>

#pragma GCC visibility push(default)
namespace krait {
inline namespace api {

template <class F>
class Callback;
/// A Python callable as a C++ function object: arguments and result are converted, exceptions are thrown as Error. Used
/// on the interpreter's thread. Also what a std::function parameter holds.
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
    static void name(std::string& s) { core::add(s, "Callable"); }
};
// std::function and its like.
template <class F, class R, class... A>
concept FunctionLike = std::is_class_v<F> && !std::is_base_of_v<Object, F> &&
                       std::is_constructible_v<F, Callback<R(A...)>> && std::is_constructible_v<bool, F&>;
template <template <class> class F, class R, class... A>
    requires FunctionLike<F<R(A...)>, R, A...>
struct From<F<R(A...)>> : Simple<F<R(A...)>> {
    static Load load(Link* l, Cell c, F<R(A...)>& out) {
        if (c == core::kNone) return Load::Ok;
        if (!core::is_callable(l, c)) return Load::WrongType;
        out = Callback<R(A...)>(Access::borrow(l, c));
        return Load::Ok;
    }
    static void name(std::string& s) { core::add(s, "Callable"); }
};
template <template <class> class F, class R, class... A>
    requires FunctionLike<F<R(A...)>, R, A...>
struct To<F<R(A...)>> {
    static Cell make(Link* l, const F<R(A...)>& f) {
        if (!f) return core::kNone;
        return make_function(l, "callback", &definition<F<R(A...)>, false, R, A...>, f);
    }
};
}  // namespace detail

}  // namespace api
}  // namespace krait
#pragma GCC visibility pop
