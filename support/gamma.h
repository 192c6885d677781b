// The gamma function and its logarithm, with the digits of the reference where they can be had without losing accuracy.
#pragma once

namespace krait {

// Exact for whole numbers as long as a double can hold the result. Poles are the caller's business.
double gamma_function(double x);
// Logarithm of the absolute value of gamma.
double log_gamma_function(double x);

}  // namespace krait
