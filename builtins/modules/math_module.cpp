// math: real functions with C99's special cases and Python's exceptions. A NaN made from numbers is a domain error; an
// infinity made from finite numbers is a range error where the function grows without bound, else a pole: domain error.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "builtins/modules/exact_sum.h"
#include "builtins/modules/math_functions.h"
#include "support/gamma.h"
#include "vm/native/module_def.h"
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"

namespace krait {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Failed domain_error(Thread& t) { return raise(t, Exc::ValueError, "math domain error"); }
Failed range_error(Thread& t) { return raise(t, Exc::OverflowError, "math range error"); }

// ------------------------------------------------------------------------------------------------ one argument
using RealFunction = double (*)(double);

template <RealFunction kFunction, bool kOverflows = false>
Ref math_unary(Thread& t, double x) {
    double result = kFunction(x);
    if (std::isnan(result) && !std::isnan(x)) return domain_error(t);
    if (std::isinf(result) && std::isfinite(x)) return kOverflows ? range_error(t) : domain_error(t);
    return make_float(t, result);
}

Ref math_gamma(Thread& t, double x) {
    bool pole = x == 0 || (x < 0 && x == std::floor(x));   // whole numbers below 1, minus infinity
    if (pole) return domain_error(t);
    double result = gamma_function(x);
    if (std::isinf(result) && std::isfinite(x)) return range_error(t);
    return make_float(t, result);
}
Ref math_lgamma(Thread& t, double x) {
    if (std::isinf(x)) return make_float(t, kInfinity);
    if (x <= 0 && x == std::floor(x)) return domain_error(t);
    if (x == 1 || x == 2) return make_float(t, 0.0);
    double result = log_gamma_function(x);
    if (std::isinf(result) && std::isfinite(x)) return range_error(t);
    return make_float(t, result);
}
double degrees_of(double x) { return x * (180.0 / std::numbers::pi); }
double radians_of(double x) { return x * (std::numbers::pi / 180.0); }
Ref math_degrees(Thread& t, double x) { return make_float(t, degrees_of(x)); }
Ref math_radians(Thread& t, double x) { return make_float(t, radians_of(x)); }
Ref math_erf(Thread& t, double x) { return make_float(t, std::erf(x)); }
Ref math_erfc(Thread& t, double x) { return make_float(t, std::erfc(x)); }
Fallible<bool> math_isfinite(Thread&, double x) { return std::isfinite(x); }
Fallible<bool> math_isinf(Thread&, double x) { return std::isinf(x); }
Fallible<bool> math_isnan(Thread&, double x) { return std::isnan(x); }

// ------------------------------------------------------------------------------------------------ logarithms
// Integers may be larger than any double: log(m * 2**e) = log(m) + e * log(2).
Fallible<double> logarithm(Thread& t, Value v, RealFunction function) {
    if (is_int_like(v)) {
        if (int_sign(v) <= 0) return domain_error(t);
        double x;
        if (IntView(v)->to_double(&x)) return function(x);
        int64_t exponent = IntView(v)->to_scaled_double(&x);
        return function(x) + function(2.0) * static_cast<double>(exponent);
    }
    double x = TRY(to_double(t, v));
    if (std::isnan(x)) return x;
    if (x <= 0) return domain_error(t);
    return function(x);
}
Ref math_log(Thread& t, Value v, Value base) {
    double numerator = TRY(logarithm(t, v, std::log));
    if (base.is_unbound()) return make_float(t, numerator);
    double denominator = TRY(logarithm(t, base, std::log));
    return float_binary(t, BinaryOp::TrueDivide, numerator, denominator);
}
Ref math_log2(Thread& t, Value v) { return make_float(t, TRY(logarithm(t, v, std::log2))); }
Ref math_log10(Thread& t, Value v) { return make_float(t, TRY(logarithm(t, v, std::log10))); }

// ------------------------------------------------------------------------------------------------ two arguments
Ref math_atan2(Thread& t, double y, double x) { return make_float(t, std::atan2(y, x)); }
Ref math_copysign(Thread& t, double x, double y) { return make_float(t, std::copysign(x, y)); }

Ref math_fmod(Thread& t, double x, double y) {
    if (std::isinf(y) && std::isfinite(x)) return make_float(t, x);
    double result = std::fmod(x, y);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return domain_error(t);
    return make_float(t, result);
}
Ref math_pow(Thread& t, double x, double y) {
    if (x == 0 && y == -kInfinity) return domain_error(t);
    double result = std::pow(x, y);
    if (std::isfinite(x) && std::isfinite(y)) {
        if (std::isnan(result)) return domain_error(t);
        if (std::isinf(result)) return x == 0 ? domain_error(t) : range_error(t);
    }
    return make_float(t, result);
}
Ref math_ldexp(Thread& t, double x, Value exponent) {
    if (!is_int_like(exponent)) return raise(t, Exc::TypeError, "Expected an int as second argument to ldexp.");
    int64_t e;
    if (!int_fits_i64(exponent, &e)) e = int_sign(exponent) < 0 ? INT64_MIN : INT64_MAX;
    if (x == 0 || !std::isfinite(x)) return make_float(t, x);
    constexpr int64_t kBeyond = 5000;   // farther than any double is from any other
    double result = std::ldexp(x, static_cast<int>(std::clamp(e, -kBeyond, kBeyond)));
    if (std::isinf(result)) return range_error(t);
    return make_float(t, result);
}
Fallible<bool> math_isclose(Thread& t, double a, double b, Optional<double> rel_tol, Optional<double> abs_tol) {
    double relative = rel_tol.value_or(1e-9), absolute = abs_tol.value_or(0.0);
    if (relative < 0 || absolute < 0) return raise(t, Exc::ValueError, "tolerances must be non-negative");
    if (a == b) return true;
    if (std::isinf(a) || std::isinf(b)) return false;
    double difference = std::fabs(b - a);
    return difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) || difference <= absolute;
}

// ------------------------------------------------------------------------------------------------ parts
Ref math_frexp(Thread& t, double x) {
    int exponent = 0;
    double mantissa = x == 0 || !std::isfinite(x) ? x : std::frexp(x, &exponent);
    Ref m = TRY(make_float(t, mantissa));
    return tuple_pack(t, {m, Value::small_int(exponent)});
}
Ref math_modf(Thread& t, double x) {
    double whole = x, fraction = x;
    if (std::isinf(x)) fraction = std::copysign(0.0, x);
    else if (!std::isnan(x)) fraction = std::modf(x, &whole);
    Ref f = TRY(make_float(t, fraction)), w = TRY(make_float(t, whole));
    return tuple_pack(t, {f, w});
}

bool is_exact_float(Value v) { return v.is_float() || is_kind(v, Kind::Float); }

Ref whole_number(Thread& t, double x) {
    if (std::fabs(x) < 0x1p60) return Ref::steal(Value::from_int_unchecked(static_cast<int64_t>(x)));
    Ref boxed = TRY(make_float(t, x));
    return to_int(t, boxed);   // knows about infinities, NaN and large numbers
}
template <RealFunction kRound>
Ref round_to_int(Thread& t, Value v, StrObject* dunder) {
    if (!is_exact_float(v)) {
        if (v.is_int()) return own(v);
        Ref result = TRY(call_special(t, v, dunder));
        if (!result.get().is_unbound()) return result;
    }
    return whole_number(t, kRound(TRY(to_double(t, v))));
}
Ref math_ceil(Thread& t, Value v) { return round_to_int<std::ceil>(t, v, t.interp.names.dunder_ceil); }
Ref math_floor(Thread& t, Value v) { return round_to_int<std::floor>(t, v, t.interp.names.dunder_floor); }
Ref math_trunc(Thread& t, Value v) {
    if (v.is_int()) return own(v);
    if (is_exact_float(v)) return whole_number(t, std::trunc(float_value(v)));
    Ref result = TRY(call_special(t, v, t.interp.names.dunder_trunc));
    if (!result.get().is_unbound()) return result;
    return raise(t, Exc::TypeError, "type %.100s doesn't define __trunc__ method", type_name_of(t, v));
}

// ------------------------------------------------------------------------------------------------ fsum
Ref math_fsum(Thread& t, Value iterable) {
    ExactSum sum;
    double specials = 0, infinities = 0;   // sums of what is not finite
    bool any_special = false;
    Iteration it(t, iterable);
    while (it.next()) {
        double x = TRY(to_double(t, it.item()));
        if (!std::isfinite(x)) {
            any_special = true;
            specials += x;
            if (std::isinf(x)) infinities += x;
        } else if (!sum.add(x)) {
            return raise(t, Exc::OverflowError, "intermediate overflow in fsum");
        }
    }
    if (it.failed()) return Failed{};
    if (!any_special) return make_float(t, sum.rounded());
    if (std::isnan(infinities)) return raise(t, Exc::ValueError, "-inf + inf in fsum");
    return make_float(t, specials);
}

// ------------------------------------------------------------------------------------------------ integers
Fallible<int64_t> factorial_argument(Thread& t, Value v) {
    Ref n;
    if (is_float_like(v)) {
        double x = float_value(v);
        if (!(std::isfinite(x) && x == std::floor(x)))
            return raise(t, Exc::ValueError, "factorial() only accepts integral values");
        n = TRY(whole_number(t, x));
    } else {
        n = TRY(integer_argument(t, v));
    }
    if (int_sign(n) < 0) return raise(t, Exc::ValueError, "factorial() not defined for negative values");
    int64_t small;
    if (!int_fits_i64(n, &small))
        return raise(t, Exc::OverflowError, "factorial() argument should not exceed %lld",
                     static_cast<long long>(INT64_MAX));
    return small;
}
Ref math_factorial(Thread& t, Value v) { return factorial_of(t, TRY(factorial_argument(t, v))); }

// ------------------------------------------------------------------------------------------------ tables
#define KRAIT_REAL(name, doc) function<math_unary<std::name>>(#name, "(x, /)", doc)
#define KRAIT_GROWING(name, doc) function<math_unary<std::name, true>>(#name, "(x, /)", doc)
constexpr MethodDef FUNCTIONS[] = {
    KRAIT_REAL(acos, "acos(x)\n\nReturn the arc cosine (measured in radians) of x."),
    KRAIT_REAL(acosh, "acosh(x)\n\nReturn the inverse hyperbolic cosine of x."),
    KRAIT_REAL(asin, "asin(x)\n\nReturn the arc sine (measured in radians) of x."),
    KRAIT_REAL(asinh, "asinh(x)\n\nReturn the inverse hyperbolic sine of x."),
    KRAIT_REAL(atan, "atan(x)\n\nReturn the arc tangent (measured in radians) of x."),
    function<math_atan2>("atan2", "(y, x, /)",
                         "atan2(y, x)\n\nReturn the arc tangent (measured in radians) of y/x.\n"
                         "Unlike atan(y/x), the signs of both x and y are considered."),
    KRAIT_REAL(atanh, "atanh(x)\n\nReturn the inverse hyperbolic tangent of x."),
    KRAIT_REAL(cbrt, "cbrt(x)\n\nReturn the cube root of x."),
    function<math_ceil>("ceil", "(x, /)",
                        "ceil(x)\n\nReturn the ceiling of x as an Integral.\nThis is the smallest integer >= x."),
    function<math_comb>("comb", "(n, k, /)",
                        "comb(n, k)\n\nNumber of ways to choose k items from n items without repetition and without "
                        "order."),
    function<math_copysign>("copysign", "(x, y, /)",
                            "copysign(x, y)\n\nReturn a float with the magnitude of x and the sign of y."),
    KRAIT_REAL(cos, "cos(x)\n\nReturn the cosine of x (measured in radians)."),
    KRAIT_GROWING(cosh, "cosh(x)\n\nReturn the hyperbolic cosine of x."),
    function<math_degrees>("degrees", "(x, /)", "degrees(x)\n\nConvert angle x from radians to degrees."),
    function<math_dist>("dist", "(p, q, /)",
                        "dist(p, q)\n\nReturn the Euclidean distance between two points given as sequences."),
    function<math_erf>("erf", "(x, /)", "erf(x)\n\nError function at x."),
    function<math_erfc>("erfc", "(x, /)", "erfc(x)\n\nComplementary error function at x."),
    KRAIT_GROWING(exp, "exp(x)\n\nReturn e raised to the power of x."),
    KRAIT_GROWING(exp2, "exp2(x)\n\nReturn 2 raised to the power of x."),
    KRAIT_GROWING(expm1, "expm1(x)\n\nReturn exp(x)-1 without losing precision for small x."),
    KRAIT_REAL(fabs, "fabs(x)\n\nReturn the absolute value of the float x."),
    function<math_factorial>(
        "factorial", "(x, /)",
        "factorial(x) -> Integral\n\nFind x!. Raise a ValueError if x is negative or non-integral."),
    function<math_floor>("floor", "(x, /)",
                         "floor(x)\n\nReturn the floor of x as an Integral.\nThis is the largest integer <= x."),
    function<math_fma>("fma", "(x, y, z, /)",
                       "fma(x, y, z)\n\nReturn (x * y) + z, rounded once."),
    function<math_fmod>("fmod", "(x, y, /)",
                        "fmod(x, y)\n\nReturn fmod(x, y), according to platform C.  x % y may differ."),
    function<math_frexp>("frexp", "(x, /)",
                         "frexp(x)\n\nReturn the mantissa and exponent of x, as pair (m, e): x = m * 2.**e,\n"
                         "m is 0 (then e is 0 too) or 0.5 <= abs(m) < 1.0."),
    function<math_fsum>("fsum", "(iterable, /)",
                        "fsum(iterable)\n\nReturn an accurate floating point sum of values in the iterable."),
    function<math_gamma>("gamma", "(x, /)", "gamma(x)\n\nGamma function at x."),
    function<math_gcd>("gcd", "(*integers)", "gcd(*integers) -> int\n\ngreatest common divisor of the integers"),
    function<math_hypot>("hypot", "(x, /, *coordinates)",
                         "hypot(*coordinates)\n\nReturn the Euclidean distance from the origin, sqrt(x*x + y*y)."),
    function<math_isclose>(
        "isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
        "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0) -> bool\n\n"
        "Whether two floating point numbers are close in value: their difference is within one of the tolerances.\n"
        "NaN is close to nothing; infinities are only close to themselves."),
    function<math_isfinite>(
        "isfinite", "(x, /)",
        "isfinite(x) -> bool\n\nReturn True if x is neither an infinity nor a NaN, and False otherwise."),
    function<math_isinf>(
        "isinf", "(x, /)",
        "isinf(x) -> bool\n\nReturn True if x is a positive or negative infinity, and False otherwise."),
    function<math_isnan>("isnan", "(x, /)",
                         "isnan(x) -> bool\n\nReturn True if x is a NaN (not a number), and False otherwise."),
    function<math_isqrt>("isqrt", "(n, /)", "isqrt(n)\n\nReturn the integer part of the square root of n."),
    function<math_lcm>("lcm", "(*integers)", "lcm(*integers) -> int\n\nleast common multiple of the integers"),
    function<math_ldexp>("ldexp", "(x, i, /)", "ldexp(x, i)\n\nReturn x * (2**i)."),
    function<math_lgamma>("lgamma", "(x, /)",
                          "lgamma(x)\n\nNatural logarithm of absolute value of Gamma function at x."),
    function<math_log>("log", "(x, base=e, /)",
                       "log(x[, base])\n\nReturn the logarithm of x to the given base.\n"
                       "If the base not specified, returns the natural logarithm (base e) of x."),
    function<math_log10>("log10", "(x, /)", "log10(x)\n\nReturn the base 10 logarithm of x."),
    KRAIT_REAL(log1p, "log1p(x)\n\nReturn the natural logarithm of 1+x (base e), accurate for x near zero."),
    function<math_log2>("log2", "(x, /)", "log2(x)\n\nReturn the base 2 logarithm of x."),
    function<math_modf>(
        "modf", "(x, /)",
        "modf(x)\n\nReturn the fractional and integer parts of x. Both carry the sign of x and are floats."),
    function<math_nextafter>("nextafter", "(x, y, /, *, steps=None)",
                             "nextafter(x, y)\n\nReturn the float that is so many steps (one by default) after x "
                             "towards y."),
    function<math_perm>("perm", "(n, k=None, /)",
                        "perm(n, k=None)\n\nNumber of ways to choose k items from n items without repetition and in "
                        "order; all of them\nby default."),
    function<math_pow>("pow", "(x, y, /)", "pow(x, y)\n\nReturn x**y (x to the power of y)."),
    function<math_prod>("prod", "(iterable, /, *, start=1)",
                        "prod(iterable)\n\nReturn start times all the numbers of the iterable."),
    function<math_radians>("radians", "(x, /)", "radians(x)\n\nConvert angle x from degrees to radians."),
    function<math_remainder>("remainder", "(x, y, /)",
                             "remainder(x, y)\n\nReturn the difference of x and the multiple of y nearest to it (the "
                             "even one of two)."),
    KRAIT_REAL(sin, "sin(x)\n\nReturn the sine of x (measured in radians)."),
    KRAIT_GROWING(sinh, "sinh(x)\n\nReturn the hyperbolic sine of x."),
    KRAIT_REAL(sqrt, "sqrt(x)\n\nReturn the square root of x."),
    function<math_sumprod>("sumprod", "(p, q, /)",
                           "sumprod(p, q)\n\nReturn the sum of the products of the items of both."),
    KRAIT_REAL(tan, "tan(x)\n\nReturn the tangent of x (measured in radians)."),
    KRAIT_REAL(tanh, "tanh(x)\n\nReturn the hyperbolic tangent of x."),
    function<math_trunc>(
        "trunc", "(x, /)",
        "trunc(x:Real) -> Integral\n\nTruncates x to the nearest Integral toward 0. Uses the __trunc__ magic method."),
    function<math_ulp>("ulp", "(x, /)", "ulp(x)\n\nReturn the value of the least significant bit of the float x."),
};
#undef KRAIT_REAL
#undef KRAIT_GROWING

Status math_exec(Thread& t, ModuleObject* module) {
    constexpr struct {
        const char* name;
        double value;
    } kConstants[] = {{"pi", std::numbers::pi},
                      {"e", std::numbers::e},
                      {"tau", 2 * std::numbers::pi},
                      {"inf", kInfinity},
                      {"nan", std::numeric_limits<double>::quiet_NaN()}};
    for (auto [name, value] : kConstants) {
        Ref number = TRY(make_float(t, value));
        TRY(module_set(t, module, name, number));
    }
    return ok();
}

}  // namespace

extern const ModuleDef kMathModule;
constinit const ModuleDef kMathModule = {.name = "math",
                                         .doc =
                                             "This module is always available.  It provides access to "
                                             "the\nmathematical functions defined by the C standard.",
                                         .functions = FUNCTIONS,
                                         .exec = math_exec};

}  // namespace krait
