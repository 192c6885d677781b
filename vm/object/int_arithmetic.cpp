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
    return finish(t, BigInt::floor_divmod(a, b, want_quotient ? &result : nullptr, want_quotient ? nullptr : &result, &poll),
                  std::move(result));
}

Ref divmod_pair(Thread& t, const BigInt& a, const BigInt& b) {
    if (b.is_zero()) return raise(t, Exc::ZeroDivisionError, "integer division or modulo by zero");
    TRY(check_int_result(t, a.bit_length() + b.bit_length()));
    BigInt quotient, remainder;
    Poll poll = work_poll(t);
    if (BigIntStatus s = BigInt::floor_divmod(a, b, &quotient, &remainder, &poll); s != BigIntStatus::Ok) return raise_bigint(t, s);
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
    if (a.is_zero()) return Ref::steal(Value::small_int(0));
    std::optional<uint64_t> n = count.to_uint64();
    if (!n) {
        if (left) return raise(t, Exc::OverflowError, "Python int too large to convert to C ssize_t");
        return Ref::steal(Value::small_int(a.is_negative() ? -1 : 0));
    }
    BigInt result;
    if (!left) return finish(t, BigInt::shift_right(a, *n, &result), std::move(result));
    TRY(check_int_result(t, BigInt::estimate_bits_shift(a, *n)));
    return finish(t, BigInt::shift_left(a, *n, &result), std::move(result));
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
    TRY(check_int_result(t, std::max(a.bit_length(), b.bit_length()) + 1));
    BigInt result;
    BigIntStatus s = add ? BigInt::add(a, b, &result) : BigInt::subtract(a, b, &result);
    return finish(t, s, std::move(result));
}

Ref multiply(Thread& t, const BigInt& a, const BigInt& b) {
    TRY(check_int_result(t, BigInt::estimate_bits_multiply(a, b)));
    BigInt result;
    Poll poll = work_poll(t);
    return finish(t, BigInt::multiply(a, b, &result, &poll), std::move(result));
}

}  // namespace

Ref int_binary(Thread& t, BinaryOp op, Value x, Value y) {
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
    IntView b(base), e(exponent);
    Poll poll = work_poll(t);
    BigInt result;
    if (!modulus.is_none()) {
        if (e->is_negative()) return raise(t, Exc::ValueError, "pow() 2nd argument cannot be negative when 3rd argument specified");
        IntView m(modulus);
        if (m->is_zero()) return raise(t, Exc::ValueError, "pow() 3rd argument cannot be 0");
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
    if (base == 0.0 && exponent < 0.0) return float_zero_division(t, "0.0 cannot be raised to a negative power");
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
