// Functions of module math that stand in files of their own.
#pragma once

#include "vm/native/signature.h"
#include "vm/object/number_object.h"

namespace krait {

// --- math_integers.cpp
Ref factorial_of(Thread&, int64_t n);  // n >= 0
Ref math_gcd(Thread&, Args integers);
Ref math_lcm(Thread&, Args integers);
Ref math_isqrt(Thread&, Value n);
Ref math_comb(Thread&, Value n, Value k);
Ref math_perm(Thread&, Value n, Value k);

// --- math_vectors.cpp
Ref math_hypot(Thread&, double x, Args others);
Ref math_dist(Thread&, Value p, Value q);
Ref math_prod(Thread&, Value iterable, Value start);
Ref math_sumprod(Thread&, Value p, Value q);

// --- math_steps.cpp
Ref math_fma(Thread&, double x, double y, double z);
Ref math_nextafter(Thread&, double x, double y, Value steps);
Ref math_remainder(Thread&, double x, double y);
Ref math_ulp(Thread&, double x);

}  // namespace krait
