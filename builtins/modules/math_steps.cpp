// math: floats and their neighbours.
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "builtins/modules/math_functions.h"
#include "vm/protocol/protocol.h"

namespace krait {

Ref math_fma(Thread& t, double x, double y, double z) {
    double result = std::fma(x, y, z);
    if (std::isfinite(result)) return make_float(t, result);
    if (std::isnan(result)) {
        if (!std::isnan(x) && !std::isnan(y) && !std::isnan(z))
            return raise(t, Exc::ValueError, "invalid operation in fma");
    } else if (std::isfinite(x) && std::isfinite(y) && std::isfinite(z)) {
        return raise(t, Exc::OverflowError, "overflow in fma");
    }
    return make_float(t, result);
}

Ref math_remainder(Thread& t, double x, double y) {
    if (std::isnan(x) || std::isnan(y)) return make_float(t, x + y);
    if (std::isinf(x) || y == 0) return raise(t, Exc::ValueError, "math domain error");
    return make_float(t, std::remainder(x, y));
}

namespace {

// Floats in order are ints in order: the distance from 0 in steps, with the sign.
int64_t place_of(double x) {
    auto bits = static_cast<int64_t>(std::bit_cast<uint64_t>(std::fabs(x)));
    return std::signbit(x) ? -bits : bits;
}
double float_at(int64_t place, bool negative_zero) {
    double magnitude = std::bit_cast<double>(static_cast<uint64_t>(place < 0 ? -place : place));
    return place < 0 || (place == 0 && negative_zero) ? -magnitude : magnitude;
}

}  // namespace

Ref math_nextafter(Thread& t, double x, double y, Value steps_value) {
    if (steps_value.is_unbound() || steps_value.is_none()) return make_float(t, std::nextafter(x, y));
    Ref number = TRY(as_index(t, steps_value));
    if (int_sign(number) < 0) return raise(t, Exc::ValueError, "steps must be a non-negative integer");
    if (std::isnan(x) || std::isnan(y)) return make_float(t, x + y);
    uint64_t steps = IntView(number)->to_uint64().value_or(UINT64_MAX);
    if (steps == 0) return make_float(t, x);
    int64_t from = place_of(x), to = place_of(y);
    uint64_t low = static_cast<uint64_t>(std::min(from, to)), high = static_cast<uint64_t>(std::max(from, to));
    uint64_t distance = high - low;
    if (steps >= distance) return make_float(t, y);
    uint64_t place = from < to ? static_cast<uint64_t>(from) + steps : static_cast<uint64_t>(from) - steps;
    return make_float(t, float_at(static_cast<int64_t>(place), std::signbit(x)));
}

Ref math_ulp(Thread& t, double x) {
    x = std::fabs(x);
    if (!std::isfinite(x)) return make_float(t, x);
    double above = std::nextafter(x, std::numeric_limits<double>::infinity());
    if (std::isinf(above)) return make_float(t, x - std::nextafter(x, 0.0));
    return make_float(t, above - x);
}

}  // namespace krait
