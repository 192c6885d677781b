#include "support/complex_math.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace krait::complex_math {

namespace {

using Limits = std::numeric_limits<double>;
constexpr double kInfinity = Limits::infinity(), kNaN = Limits::quiet_NaN(), kLn2 = std::numbers::ln2;
// Beyond these squares and sums of two overflow, and exp() does.
constexpr double kLarge = Limits::max() / 4;
const double kRootLarge = std::sqrt(kLarge), kLogLarge = std::log(kLarge), kRootSmall = std::sqrt(Limits::min());
// Tiny numbers are brought up by an even power of two before a root is taken.
constexpr int kScale = 53, kScaleOfRoot = -27;

bool is_finite(Complex z) { return std::isfinite(z.real()) && std::isfinite(z.imag()); }
bool is_large(Complex z) { return std::fabs(z.real()) > kLarge || std::fabs(z.imag()) > kLarge; }
bool is_tiny(Complex z) { return std::fabs(z.real()) < Limits::min() && std::fabs(z.imag()) < Limits::min(); }

Complex times_i(Complex z) { return {-z.imag(), z.real()}; }
Complex times_minus_i(Complex z) { return {z.imag(), -z.real()}; }

// log(2 |z|) of a large z.
double log_of_double(Complex z) { return std::log(std::hypot(z.real() / 2, z.imag() / 2)) + kLn2 * 2; }

}  // namespace

Complex sqrt(Complex z) {
    if (!is_finite(z)) return std::sqrt(z);
    double x = z.real(), y = z.imag(), ax = std::fabs(x), ay = std::fabs(y);
    if (x == 0 && y == 0) return {0, y};
    double root;
    if (is_tiny(z)) {
        ax = std::ldexp(ax, kScale);
        root = std::ldexp(std::sqrt(ax + std::hypot(ax, std::ldexp(ay, kScale))), kScaleOfRoot);
    } else {
        ax /= 8;
        root = 2 * std::sqrt(ax + std::hypot(ax, ay / 8));
    }
    double other = ay / (2 * root);
    return x >= 0 ? Complex(root, std::copysign(other, y)) : Complex(other, std::copysign(root, y));
}

Complex acos(Complex z) {
    if (std::isinf(z.real()) && std::isnan(z.imag())) return {kNaN, kInfinity};
    if (!is_finite(z)) return std::acos(z);
    if (is_large(z)) {
        double size = log_of_double(z);
        return {std::atan2(std::fabs(z.imag()), z.real()), std::copysign(size, -z.imag())};
    }
    Complex below = sqrt({1 - z.real(), -z.imag()}), above = sqrt({1 + z.real(), z.imag()});
    return {2 * std::atan2(below.real(), above.real()),
            std::asinh(above.real() * below.imag() - above.imag() * below.real())};
}

Complex acosh(Complex z) {
    if (z.real() == 0 && std::isnan(z.imag())) return {kNaN, kNaN};
    if (!is_finite(z)) return std::acosh(z);
    if (is_large(z)) return {log_of_double(z), std::atan2(z.imag(), z.real())};
    Complex below = sqrt({z.real() - 1, z.imag()}), above = sqrt({z.real() + 1, z.imag()});
    return {std::asinh(below.real() * above.real() + below.imag() * above.imag()),
            2 * std::atan2(below.imag(), above.real())};
}

Complex asinh(Complex z) {
    if (std::isnan(z.real()) && std::isinf(z.imag())) return {kInfinity, kNaN};
    if (!is_finite(z)) return std::asinh(z);
    if (is_large(z)) return {std::copysign(log_of_double(z), z.real()), std::atan2(z.imag(), std::fabs(z.real()))};
    Complex plus = sqrt({1 + z.imag(), -z.real()}), minus = sqrt({1 - z.imag(), z.real()});
    return {std::asinh(plus.real() * minus.imag() - minus.real() * plus.imag()),
            std::atan2(z.imag(), plus.real() * minus.real() - plus.imag() * minus.imag())};
}

Complex asin(Complex z) { return times_minus_i(asinh(times_i(z))); }

Complex atanh(Complex z) {
    if (std::isnan(z.real()) && std::isinf(z.imag())) return {0, std::copysign(std::numbers::pi / 2, z.imag())};
    if (!is_finite(z)) {
        Complex result = std::atanh(z);
        bool open = std::isnan(z.real()) || std::isnan(z.imag());   // the sign of a real part of zero
        return open && result.real() == 0 ? Complex(std::copysign(0.0, z.real()), result.imag()) : result;
    }
    if (std::signbit(z.real())) return -atanh(-z);
    double x = z.real(), y = z.imag(), ay = std::fabs(y);
    if (x > kRootLarge || ay > kRootLarge) {
        double size = std::hypot(x / 2, y / 2);
        return {x / 4 / size / size, -std::copysign(std::numbers::pi / 2, -y)};
    }
    if (x == 1 && ay < kRootSmall) {
        if (ay == 0) return {kInfinity, y};
        double real = -std::log(std::sqrt(ay) / std::sqrt(std::hypot(ay, 2.0)));
        return {real, std::copysign(std::atan2(2.0, -ay) / 2, y)};
    }
    return {std::log1p(4 * x / ((1 - x) * (1 - x) + ay * ay)) / 4,
            -std::atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2};
}

Complex atan(Complex z) { return times_minus_i(atanh(times_i(z))); }

Complex cosh(Complex z) {
    double x = z.real(), y = z.imag();
    if (std::isnan(x) && y == 0) return {x, 0};
    if (!is_finite(z)) return std::cosh(z);
    if (std::fabs(x) <= kLogLarge) return {std::cos(y) * std::cosh(x), std::sin(y) * std::sinh(x)};
    double less = x - std::copysign(1.0, x);
    return {std::cos(y) * std::cosh(less) * std::numbers::e, std::sin(y) * std::sinh(less) * std::numbers::e};
}

Complex sinh(Complex z) {
    double x = z.real(), y = z.imag();
    if (x == 0 && !std::isfinite(y)) return {0, kNaN};
    if (!is_finite(z)) return std::sinh(z);
    if (std::fabs(x) <= kLogLarge) return {std::cos(y) * std::sinh(x), std::sin(y) * std::cosh(x)};
    double less = x - std::copysign(1.0, x);
    return {std::cos(y) * std::sinh(less) * std::numbers::e, std::sin(y) * std::cosh(less) * std::numbers::e};
}

Complex tanh(Complex z) {
    double x = z.real(), y = z.imag();
    if (x == 0 && !std::isfinite(y)) return {kNaN, kNaN};
    if (std::isinf(x) && !std::isfinite(y)) return {std::copysign(1.0, x), 0};
    if (!is_finite(z)) return std::tanh(z);
    if (std::fabs(x) > kLogLarge)
        return {std::copysign(1.0, x), 4 * std::sin(y) * std::cos(y) * std::exp(-2 * std::fabs(x))};
    double tx = std::tanh(x), ty = std::tan(y), inverse = 1 / std::cosh(x), product = tx * ty;
    double below = 1 + product * product;
    return {tx * (1 + ty * ty) / below, ((ty / below) * inverse) * inverse};
}

Complex cos(Complex z) { return cosh(times_i(z)); }
Complex sin(Complex z) { return times_minus_i(sinh(times_i(z))); }
Complex tan(Complex z) { return times_minus_i(tanh(times_i(z))); }

Complex exp(Complex z) {
    double x = z.real(), y = z.imag();
    if (x == -kInfinity && std::isinf(y)) return {0, 0};
    if (!is_finite(z)) return std::exp(z);
    if (x <= kLogLarge) {
        double size = std::exp(x);
        return {size * std::cos(y), size * std::sin(y)};
    }
    double size = std::exp(x - 1);
    return {size * std::cos(y) * std::numbers::e, size * std::sin(y) * std::numbers::e};
}

Complex log(Complex z) {
    if (!is_finite(z)) return std::log(z);
    double ax = std::fabs(z.real()), ay = std::fabs(z.imag()), real;
    if (is_large(z)) {
        real = std::log(std::hypot(ax / 2, ay / 2)) + kLn2;
    } else if (is_tiny(z)) {
        if (ax == 0 && ay == 0) return std::log(z);
        real = std::log(std::hypot(std::ldexp(ax, kScale), std::ldexp(ay, kScale))) - kScale * kLn2;
    } else {
        double size = std::hypot(ax, ay);
        double larger = std::fmax(ax, ay), smaller = std::fmin(ax, ay);
        bool near_one = size >= 0.71 && size <= 1.73;   // where the logarithm of a rounded size loses digits
        real = near_one ? std::log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2 : std::log(size);
    }
    return {real, std::atan2(z.imag(), z.real())};
}

Complex log10(Complex z) {
    Complex natural = log(z);
    return {natural.real() / std::numbers::ln10, natural.imag() / std::numbers::ln10};
}

}  // namespace krait::complex_math
