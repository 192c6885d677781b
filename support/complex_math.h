// Functions of complex numbers, by the formulas of W. Kahan, "Branch Cuts for Complex Elementary Functions" (1987),
// with which CPython's results agree to the last bit. C's own functions round in other places.
#pragma once

#include <complex>

namespace krait::complex_math {

using Complex = std::complex<double>;

// Any argument: where a part is infinite or no number the results are those of C's Annex G, and zeros and infinities
// whose sign that leaves open have CPython's. Results may overflow; what is not defined at a pole is up to the caller.
Complex acos(Complex);
Complex acosh(Complex);
Complex asin(Complex);
Complex asinh(Complex);
Complex atan(Complex);
Complex atanh(Complex);
Complex cos(Complex);
Complex cosh(Complex);
Complex exp(Complex);
Complex log(Complex);
Complex log10(Complex);
Complex sin(Complex);
Complex sinh(Complex);
Complex sqrt(Complex);
Complex tan(Complex);
Complex tanh(Complex);

}  // namespace krait::complex_math
