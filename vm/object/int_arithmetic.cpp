// Arithmetic of ints of any size. Sizes are estimated and charged before GMP is entered (it aborts when it cannot
// allocate); long operations poll.
#include <cmath>

#include "vm/error/raise.h"
#include "vm/object/number_object.h"

namespace krait {
namespace {

Ref finish(Thread& t, BigIntStatus status, BigInt&& result) {
    if (status != BigIntStatus::Ok) return raise_bigint(t, status);
    return make_int(t, std::move(result));
}

Ref divide(Thread& t, const BigInt& a, const BigInt& b, bool want_quotient) {
    if (b.is_zero()) return raise(t, Exc::ZeroDivisionError, "integer division or modulo by zero");
    TRY(check_int_result(t, a.bit_length() + b.bit_length()));
    BigInt result;
    Poll poll = work_poll(t);
    return finish(
        t, BigInt::floor_divmod(a, b, want_quotient ? &result : nullptr, want_quotient ? nullptr : &result, &poll),
        std::move(result));
}

Ref divmod_pair(Thread& t, const BigInt& a, const BigInt& b) {
    if (b.is_zero()) return raise(t, Exc::ZeroDivisionError, "integer division or modulo by zero");
    TRY(check_int_result(t, a.bit_length() + b.bit_length()));
    BigInt quotient, remainder;
    Poll poll = work_poll(t);
    if (BigIntStatus s = BigInt::floor_divmod(a, b, &quotient, &remainder, &poll); s != BigIntStatus::Ok)
        return raise_bigint(t, s);
    Ref q = TRY(make_int(t, std::move(quotient)));
    Ref r = TRY(make_int(t, std::move(remainder)));
    return tuple_pack(t, {q, r});
}

Ref true_divide(Thread& t, const BigInt& a, const BigInt& b) {
    if (b.is_zero()) return raise(t, Exc::ZeroDivisionError, "division by zero");
    double d;
    BigIntStatus s = BigInt::true_divide(a, b, &d);
    if (s == BigIntStatus::TooBig) return raise(t, Exc::OverflowError, "integer division result too large for a float");
    if (s != BigIntStatus::Ok) return raise_bigint(t, s);
    return make_float(t, d);
}

Ref shift(Thread& t, const BigInt& a, const BigInt& count, bool left) {
    if (count.is_negative()) return raise(t, Exc::ValueError, "negative shift count");
    std::optional<int64_t> n = count.to_int64();
    if (!n) return raise(t, Exc::OverflowError, "Python int too large to convert to C ssize_t");
    if (a.is_zero()) return Ref::steal(Value::small_int(0));
    BigInt result;
    uint64_t places = static_cast<uint64_t>(*n);
    if (!left) return finish(t, BigInt::shift_right(a, places, &result), std::move(result));
    if (LooseInt loose; loose.shift_left(a, places)) return make_int(t, loose);
    TRY(check_int_result(t, BigInt::estimate_bits_shift(a, places)));
    return finish(t, BigInt::shift_left(a, places, &result), std::move(result));
}

Ref bitwise(Thread& t, BinaryOp op, const BigInt& a, const BigInt& b) {
    TRY(check_int_result(t, std::max(a.bit_length(), b.bit_length()) + 1));
    BigInt result;
    BigIntStatus s = op == BinaryOp::And  ? BigInt::bit_and(a, b, &result)
                     : op == BinaryOp::Or ? BigInt::bit_or(a, b, &result)
                                          : BigInt::bit_xor(a, b, &result);
    return finish(t, s, std::move(result));
}

Ref add_or_subtract(Thread& t, const BigInt& a, const BigInt& b, bool add) {
    if (LooseInt loose; add ? loose.add(a, b) : loose.subtract(a, b)) return make_int(t, loose);
    TRY(check_int_result(t, std::max(a.bit_length(), b.bit_length()) + 1));
    BigInt result;
    BigIntStatus s = add ? BigInt::add(a, b, &result) : BigInt::subtract(a, b, &result);
    return finish(t, s, std::move(result));
}

Ref multiply(Thread& t, const BigInt& a, const BigInt& b) {
    if (LooseInt loose; loose.multiply(a, b)) return make_int(t, loose);
    TRY(check_int_result(t, BigInt::estimate_bits_multiply(a, b)));
    BigInt result;
    Poll poll = work_poll(t);
    return finish(t, BigInt::multiply(a, b, &result, &poll), std::move(result));
}

// Exact quotient of two ints that doubles hold: one rounding, as IEEE division does it.
bool exact_in_double(int64_t n) { return n >= -(int64_t{1} << 53) && n <= int64_t{1} << 53; }

// Both operands immediate and the result within 64 bits: no BigInt is made. False: the general way must decide.
bool immediate_binary(Thread& t, BinaryOp op, int64_t a, int64_t b, Ref* out) {
    int64_t n = 0;
    switch (op) {
        case BinaryOp::Add: n = a + b; break;   // 62 bits each
        case BinaryOp::Subtract: n = a - b; break;
        case BinaryOp::Multiply:
            if (__builtin_mul_overflow(a, b, &n)) return false;
            break;
        case BinaryOp::FloorDivide:
            if (b == 0) return false;
            n = a / b - ((a % b != 0) & ((a ^ b) < 0));
            break;
        case BinaryOp::Modulo:
            if (b == 0) return false;
            n = a % b;
            if (n != 0 && (n ^ b) < 0) n += b;
            break;
        case BinaryOp::TrueDivide:
            if (b == 0 || !exact_in_double(a) || !exact_in_double(b)) return false;
            *out = make_float(t, static_cast<double>(a) / static_cast<double>(b));
            return true;
        case BinaryOp::LeftShift:
            if (b < 0 || b > 61 || __builtin_mul_overflow(a, int64_t{1} << b, &n)) return false;
            break;
        case BinaryOp::RightShift:
            if (b < 0) return false;
            n = a >> (b > 63 ? 63 : b);
            break;
        case BinaryOp::And: n = a & b; break;
        case BinaryOp::Or: n = a | b; break;
        case BinaryOp::Xor: n = a ^ b; break;
        default: return false;
    }
    *out = make_int(t, n);
    return true;
}

// base ** exponent by squaring; false: it leaves 64 bits.
bool immediate_power(int64_t base, uint64_t exponent, int64_t* out) {
    int64_t result = 1;
    for (;; exponent >>= 1) {
        if ((exponent & 1) && __builtin_mul_overflow(result, base, &result)) return false;
        if (exponent <= 1) break;
        if (__builtin_mul_overflow(base, base, &base)) return false;
    }
    *out = result;
    return true;
}

}  // namespace

Ref int_binary(Thread& t, BinaryOp op, Value x, Value y) {
    if (both_ints(x, y)) {
        Ref result;
        if (immediate_binary(t, op, x.as_int(), y.as_int(), &result)) return result;
    }
    IntView a(x), b(y);
    switch (op) {
        case BinaryOp::Add: return add_or_subtract(t, a, b, true);
        case BinaryOp::Subtract: return add_or_subtract(t, a, b, false);
        case BinaryOp::Multiply: return multiply(t, a, b);
        case BinaryOp::TrueDivide: return true_divide(t, a, b);
        case BinaryOp::FloorDivide: return divide(t, a, b, true);
        case BinaryOp::Modulo: return divide(t, a, b, false);
        case BinaryOp::Divmod: return divmod_pair(t, a, b);
        case BinaryOp::Power: return int_power(t, x, y, Value::none());
        case BinaryOp::LeftShift: return shift(t, a, b, true);
        case BinaryOp::RightShift: return shift(t, a, b, false);
        case BinaryOp::And:
        case BinaryOp::Or:
        case BinaryOp::Xor:
            if (x.is_bool() && y.is_bool()) {
                bool p = x.is_true(), q = y.is_true();
                return Ref::steal(Value::boolean(op == BinaryOp::And ? p && q : op == BinaryOp::Or ? p || q : p != q));
            }
            return bitwise(t, op, a, b);
        case BinaryOp::MatrixMultiply:
        case BinaryOp::Count: break;
    }
    return Ref::steal(Value::not_implemented());
}

Ref int_power(Thread& t, Value base, Value exponent, Value modulus) {
    int64_t small;
    if (modulus.is_none() && both_ints(base, exponent) && exponent.as_int() >= 0 &&
        immediate_power(base.as_int(), static_cast<uint64_t>(exponent.as_int()), &small))
        return make_int(t, small);
    IntView b(base), e(exponent);
    Poll poll = work_poll(t);
    BigInt result;
    if (!modulus.is_none()) {
        IntView m(modulus);
        if (m->is_zero()) return raise(t, Exc::ValueError, "pow() 3rd argument cannot be 0");
        if (e->is_negative()) return int_power_of_inverse(t, base, exponent, modulus);
        TRY(check_int_result(t, 2 * m->bit_length() + b->bit_length()));
        return finish(t, BigInt::powmod(b, e, m, &result, &poll), std::move(result));
    }
    if (e->is_negative()) {
        double x = TRY(int_to_double(t, base)), y = TRY(int_to_double(t, exponent));
        return float_power(t, x, y);
    }
    std::optional<uint64_t> n = e->to_uint64();
    if (!n) {
        if (b->is_zero() || BigInt::compare(b, int64_t{1}) == 0) return int_exact(t, base);
        if (BigInt::compare(b, int64_t{-1}) == 0) return Ref::steal(Value::small_int(e->is_even() ? 1 : -1));
        return raise_memory_error(t);
    }
    uint64_t bits = BigInt::estimate_bits_pow(b, *n);
    if (bits > t.interp.limits.int_max_bits || bits > BigInt::kMaxBits) return raise_memory_error(t);
    TRY(check_int_result(t, bits));
    return finish(t, BigInt::pow(b, *n, &result, &poll), std::move(result));
}

// --- floats
static Failed float_zero_division(Thread& t, const char* what) { return raise(t, Exc::ZeroDivisionError, "%s", what); }

// Quotient rounded down and remainder with the divisor's sign (language reference 6.7); the pair is exact where the
// remainder is.
static void float_divmod(double a, double b, double* quotient, double* remainder) {
    double mod = std::fmod(a, b);
    double div = (a - mod) / b;
    if (mod != 0.0) {
        if ((b < 0) != (mod < 0)) {
            mod += b;
            div -= 1.0;
        }
    } else {
        mod = std::copysign(0.0, b);
    }
    double floored;
    if (div != 0.0) {
        floored = std::floor(div);
        if (div - floored > 0.5) floored += 1.0;
    } else {
        floored = std::copysign(0.0, a / b);
    }
    *quotient = floored;
    *remainder = mod;
}

Ref float_binary(Thread& t, BinaryOp op, double a, double b) {
    double quotient, remainder;
    switch (op) {
        case BinaryOp::Add: return make_float(t, a + b);
        case BinaryOp::Subtract: return make_float(t, a - b);
        case BinaryOp::Multiply: return make_float(t, a * b);
        case BinaryOp::TrueDivide:
            if (b == 0.0) return float_zero_division(t, "float division by zero");
            return make_float(t, a / b);
        case BinaryOp::FloorDivide:
            if (b == 0.0) return float_zero_division(t, "float divmod()");
            float_divmod(a, b, &quotient, &remainder);
            return make_float(t, quotient);
        case BinaryOp::Modulo:
            if (b == 0.0) return float_zero_division(t, "float modulo");
            float_divmod(a, b, &quotient, &remainder);
            return make_float(t, remainder);
        case BinaryOp::Divmod: {
            if (b == 0.0) return float_zero_division(t, "float divmod()");
            float_divmod(a, b, &quotient, &remainder);
            Ref q = TRY(make_float(t, quotient));
            Ref r = TRY(make_float(t, remainder));
            return tuple_pack(t, {q, r});
        }
        case BinaryOp::Power: return float_power(t, a, b);
        default: return Ref::steal(Value::not_implemented());
    }
}

Ref float_power(Thread& t, double base, double exponent) {
    if (base == 0.0 && exponent < 0.0 && std::isfinite(exponent))
        return float_zero_division(t, "0.0 cannot be raised to a negative power");
    bool finite = std::isfinite(base) && std::isfinite(exponent);
    if (finite && base < 0.0 && exponent != std::floor(exponent)) {
        double length = std::pow(-base, exponent), angle = M_PI * exponent;
        return make_complex(t, length * std::cos(angle), length * std::sin(angle));
    }
    double d = std::pow(base, exponent);
    if (finite && std::isinf(d)) return raise(t, Exc::OverflowError, "(34, 'Numerical result out of range')");
    return make_float(t, d);
}

}  // namespace krait
