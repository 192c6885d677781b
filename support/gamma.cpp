#include "support/gamma.h"

#include <cmath>

#include <boost/math/special_functions/lanczos.hpp>

namespace krait {

double gamma_function(double x) {
    if (x > 0 && x <= 23 && x == std::floor(x)) {
        double product = 1;
        for (double i = 2; i < x; ++i) product *= i;
        return product;
    }
    return std::tgamma(x);
}

// Lanczos' approximation, as the reference has it, so that the last digits agree. Near the zeros at 1 and 2 and below
// them the C library's function is more accurate.
double log_gamma_function(double x) {
    using Lanczos = boost::math::lanczos::lanczos13m53;
    if (x < 3 || x > 1e100) {
        int sign;
        return lgamma_r(x, &sign);
    }
    double result = std::log(Lanczos::lanczos_sum(x)) - Lanczos::g();
    return result + (x - 0.5) * (std::log(x + Lanczos::g() - 0.5) - 1);
}

}  // namespace krait
