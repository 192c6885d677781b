// cmath: the functions of support/complex_math.h with Python's exceptions: where C's Annex G signals an invalid
// operation or a pole there is a domain error, where finite numbers overflow a range error.
#include <cmath>
#include <limits>
#include <numbers>

#include "support/complex_math.h"
#include "vm/native/module_def.h"
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"

namespace krait {
namespace {

using complex_math::Complex;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Failed domain_error(Thread& t) { return raise(t, Exc::ValueError, "math domain error"); }
Failed range_error(Thread& t) { return raise(t, Exc::OverflowError, "math range error"); }

bool is_finite(const Complex& z) { return std::isfinite(z.real()) && std::isfinite(z.imag()); }
bool is_infinite(const Complex& z) { return std::isinf(z.real()) || std::isinf(z.imag()); }
bool is_nan(const Complex& z) { return std::isnan(z.real()) || std::isnan(z.imag()); }

Fallible<Complex> to_complex(Thread& t, Value v) {
    Ref held = own(v);
    if (v.is_object() && !is_kind(v, Kind::Complex)) {
        Ref converted = TRY(call_special(t, v, t.interp.names.dunder_complex));
        if (!converted.get().is_unbound()) {
            if (!layout_is(converted, Kind::Complex))
                return raise(t, Exc::TypeError, "__complex__ should return a complex object");
            held = std::move(converted);
        }
    }
    if (layout_is(held, Kind::Complex)) return Complex(held.as<ComplexObject>()->real, held.as<ComplexObject>()->imag);
    return Complex(TRY(to_double(t, held)), 0.0);
}
Ref from_complex(Thread& t, const Complex& z) { return make_complex(t, z.real(), z.imag()); }

// ------------------------------------------------------------------------------------------------ one argument
using ComplexFunction = Complex (*)(Complex);
using Test = bool (*)(const Complex&);

bool never(const Complex&) { return false; }
bool is_zero(const Complex& z) { return z.real() == 0 && z.imag() == 0; }
bool is_real_unit(const Complex& z) { return std::fabs(z.real()) == 1 && z.imag() == 0; }
bool is_imaginary_unit(const Complex& z) { return z.real() == 0 && std::fabs(z.imag()) == 1; }
// An infinite angle has no sine and no cosine: exp and the hyperbolic functions turn by the imaginary part.
bool exp_undefined(const Complex& z) { return std::isinf(z.imag()) && !std::isnan(z.real()) && z.real() != -kInfinity; }
bool cosh_undefined(const Complex& z) { return std::isinf(z.imag()) && !std::isnan(z.real()); }
bool tanh_undefined(const Complex& z) { return std::isinf(z.imag()) && std::isfinite(z.real()); }
bool cos_undefined(const Complex& z) { return std::isinf(z.real()) && !std::isnan(z.imag()); }
bool tan_undefined(const Complex& z) { return std::isinf(z.real()) && std::isfinite(z.imag()); }

template <ComplexFunction kFunction, Test kUndefined = never>
Ref cmath_unary(Thread& t, Value v) {
    Complex z = TRY(to_complex(t, v));
    if (kUndefined(z)) return domain_error(t);
    Complex result = kFunction(z);
    if (is_finite(z) && is_infinite(result)) return range_error(t);
    return from_complex(t, result);
}

// ------------------------------------------------------------------------------------------------ the others
Ref cmath_log(Thread& t, Value v, Value base) {
    Complex z = TRY(to_complex(t, v));
    Complex b = base.is_unbound() ? Complex() : TRY(to_complex(t, base));
    if (is_zero(z)) return domain_error(t);
    Complex result = complex_math::log(z);
    if (base.is_unbound()) return from_complex(t, result);
    if (is_zero(b)) return domain_error(t);
    Complex divisor = complex_math::log(b);
    if (is_zero(divisor)) return domain_error(t);
    Ref numerator = TRY(from_complex(t, result)), denominator = TRY(from_complex(t, divisor));
    return binary_operation(t, BinaryOp::TrueDivide, numerator, denominator);
}
double phase_of(const Complex& z) { return std::atan2(z.imag(), z.real()); }
Ref cmath_phase(Thread& t, Value v) { return make_float(t, phase_of(TRY(to_complex(t, v)))); }
Ref cmath_polar(Thread& t, Value v) {
    Complex z = TRY(to_complex(t, v));
    double length = std::hypot(z.real(), z.imag());
    if (is_finite(z) && std::isinf(length)) return range_error(t);
    Ref r = TRY(make_float(t, length)), phi = TRY(make_float(t, phase_of(z)));
    return tuple_pack(t, {r, phi});
}

Ref cmath_rect(Thread& t, double r, double phi) {
    if (std::isinf(phi) && r != 0 && !std::isnan(r)) return domain_error(t);
    Complex result;
    if (std::isfinite(r) && std::isfinite(phi)) {
        // phi == 0 keeps the sign of zero.
        result = phi == 0 ? Complex(r, r * phi) : Complex(r * std::cos(phi), r * std::sin(phi));
    } else if (r == 0) {
        result = Complex(0, 0);
    } else if (std::isinf(r) && std::isfinite(phi) && phi != 0) {
        double direction = r > 0 ? kInfinity : -kInfinity;
        result = Complex(std::copysign(direction, std::cos(phi) * r), std::copysign(direction, std::sin(phi) * r));
    } else if (std::isinf(r)) {
        result = phi == 0 ? Complex(r, r > 0 ? phi : -phi) : Complex(r, kNaN);
    } else {
        result = phi == 0 ? Complex(kNaN, 0) : Complex(kNaN, kNaN);
    }
    return from_complex(t, result);
}

Fallible<bool> cmath_isfinite(Thread& t, Value v) { return is_finite(TRY(to_complex(t, v))); }
Fallible<bool> cmath_isinf(Thread& t, Value v) { return is_infinite(TRY(to_complex(t, v))); }
Fallible<bool> cmath_isnan(Thread& t, Value v) { return is_nan(TRY(to_complex(t, v))); }
Fallible<bool> cmath_isclose(Thread& t, Value left, Value right, Optional<double> rel_tol, Optional<double> abs_tol) {
    Complex a = TRY(to_complex(t, left)), b = TRY(to_complex(t, right));
    double relative = rel_tol.value_or(1e-9), absolute = abs_tol.value_or(0.0);
    if (relative < 0 || absolute < 0) return raise(t, Exc::ValueError, "tolerances must be non-negative");
    if (a == b) return true;
    if (is_infinite(a) || is_infinite(b)) return false;
    double difference = std::abs(a - b);
    return difference <= relative * std::abs(b) || difference <= relative * std::abs(a) || difference <= absolute;
}

// ------------------------------------------------------------------------------------------------ tables
#define KRAIT_COMPLEX(name, doc) function<cmath_unary<complex_math::name>>(#name, "(z, /)", doc)
#define KRAIT_PARTIAL(name, undefined, doc) function<cmath_unary<complex_math::name, undefined>>(#name, "(z, /)", doc)
constexpr MethodDef FUNCTIONS[] = {
    KRAIT_COMPLEX(acos, "Return the arc cosine of z."),
    KRAIT_COMPLEX(acosh, "Return the inverse hyperbolic cosine of z."),
    KRAIT_COMPLEX(asin, "Return the arc sine of z."),
    KRAIT_COMPLEX(asinh, "Return the inverse hyperbolic sine of z."),
    KRAIT_PARTIAL(atan, is_imaginary_unit, "Return the arc tangent of z."),
    KRAIT_PARTIAL(atanh, is_real_unit, "Return the inverse hyperbolic tangent of z."),
    KRAIT_PARTIAL(cos, cos_undefined, "Return the cosine of z."),
    KRAIT_PARTIAL(cosh, cosh_undefined, "Return the hyperbolic cosine of z."),
    KRAIT_PARTIAL(exp, exp_undefined, "Return the exponential value e**z."),
    function<cmath_isclose>(
        "isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
        "Whether two complex numbers are close in value: their distance is within one of the tolerances."),
    function<cmath_isfinite>("isfinite", "(z, /)",
                             "Return True if both the real and imaginary parts of z are finite, else False."),
    function<cmath_isinf>("isinf", "(z, /)", "Checks if the real or imaginary part of z is infinite."),
    function<cmath_isnan>("isnan", "(z, /)", "Checks if the real or imaginary part of z not a number (NaN)."),
    function<cmath_log>("log", "(x, y_obj=None, /)",
                        "The logarithm of z to the given base; the natural logarithm without one."),
    KRAIT_PARTIAL(log10, is_zero, "Return the base-10 logarithm of z."),
    function<cmath_phase>("phase", "(z, /)", "Return argument, also known as the phase angle, of a complex."),
    function<cmath_polar>("polar", "(z, /)",
                          "Convert a complex from rectangular coordinates to polar coordinates: (r, phi)."),
    function<cmath_rect>("rect", "(r, phi, /)", "Convert from polar coordinates to rectangular coordinates."),
    KRAIT_PARTIAL(sin, cos_undefined, "Return the sine of z."),
    KRAIT_PARTIAL(sinh, cosh_undefined, "Return the hyperbolic sine of z."),
    KRAIT_COMPLEX(sqrt, "Return the square root of z."),
    KRAIT_PARTIAL(tan, tan_undefined, "Return the tangent of z."),
    KRAIT_PARTIAL(tanh, tanh_undefined, "Return the hyperbolic tangent of z."),
};
#undef KRAIT_COMPLEX
#undef KRAIT_PARTIAL

Status cmath_exec(Thread& t, ModuleObject* module) {
    constexpr struct {
        const char* name;
        double value;
        bool imaginary;
    } kConstants[] = {{"pi", std::numbers::pi, false},
                      {"e", std::numbers::e, false},
                      {"tau", 2 * std::numbers::pi, false},
                      {"inf", kInfinity, false},
                      {"infj", kInfinity, true},
                      {"nan", kNaN, false},
                      {"nanj", kNaN, true}};
    for (auto [name, value, imaginary] : kConstants) {
        Ref number = TRY(imaginary ? make_complex(t, 0.0, value) : make_float(t, value));
        TRY(module_set(t, module, name, number));
    }
    return ok();
}

}  // namespace

extern const ModuleDef kCmathModule;
constinit const ModuleDef kCmathModule = {
    .name = "cmath",
    .doc = "This module is always available. It provides access to mathematical\nfunctions for complex numbers.",
    .functions = FUNCTIONS,
    .exec = cmath_exec};

}  // namespace krait
