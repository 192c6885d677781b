// math: functions of integers.
#include <cmath>
#include <numbers>

#include "builtins/modules/math_functions.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

// low * (low + 1) * ... * high by halves, so that most multiplications are of numbers of equal size.
BigIntStatus product(uint64_t low, uint64_t high, BigInt* out, const Poll& poll) {
    if (high - low < 8) {
        BigInt result(static_cast<int64_t>(low));
        for (uint64_t i = low + 1; i <= high; ++i) {
            BigIntStatus s = BigInt::multiply(result, SmallInt(static_cast<int64_t>(i)), &result);
            if (s != BigIntStatus::Ok) return s;
        }
        *out = std::move(result);
        return poll.proceed(8) ? BigIntStatus::Ok : BigIntStatus::Interrupted;
    }
    uint64_t middle = low + (high - low) / 2;
    BigInt left, right;
    BigIntStatus s = product(low, middle, &left, poll);
    if (s == BigIntStatus::Ok) s = product(middle + 1, high, &right, poll);
    return s == BigIntStatus::Ok ? BigInt::multiply(left, right, out, &poll) : s;
}

// The same as an int; `bits`: about how many it has.
Ref product_of(Thread& t, uint64_t low, uint64_t high, double bits) {
    TRY(check_int_result(t, bits < 0x1p62 ? static_cast<uint64_t>(bits) : uint64_t{1} << 62));
    BigInt result;
    BigIntStatus s = product(low, high, &result, work_poll(t));
    return s == BigIntStatus::Ok ? make_int(t, std::move(result)) : Ref(raise_bigint(t, s));
}

}  // namespace

Ref factorial_of(Thread& t, int64_t n) {
    if (n <= 20) {
        int64_t result = 1;
        for (int64_t i = 2; i <= n; ++i) result *= i;
        return make_int(t, result);
    }
    double size = static_cast<double>(n);
    return product_of(t, 2, static_cast<uint64_t>(n), size * std::log2(size / std::numbers::e) + 64);
}

// ------------------------------------------------------------------------------------------------ divisors

namespace {

Ref absolute_of(Thread& t, Value n) {
    if (int_sign(n) >= 0) return int_exact(t, n);
    return int_binary(t, BinaryOp::Subtract, Value::small_int(0), n);
}

Ref gcd_of(Thread& t, Value x, Value y) {
    if (x.is_int() && y.is_int()) {
        uint64_t m = static_cast<uint64_t>(std::abs(x.as_int())), n = static_cast<uint64_t>(std::abs(y.as_int()));
        while (n) m = std::exchange(n, m % n);
        return make_int_u64(t, m);
    }
    BigInt result;
    Poll poll = work_poll(t);
    BigIntStatus s = BigInt::gcd(IntView(x), IntView(y), &result, &poll);
    return s == BigIntStatus::Ok ? make_int(t, std::move(result)) : Ref(raise_bigint(t, s));
}

Ref lcm_of(Thread& t, Value x, Value y) {
    if (int_sign(x) == 0 || int_sign(y) == 0) return own(Value::small_int(0));
    Ref common = TRY(gcd_of(t, x, y));
    Ref rest = TRY(int_binary(t, BinaryOp::FloorDivide, x, common));
    Ref multiple = TRY(int_binary(t, BinaryOp::Multiply, rest, y));
    return absolute_of(t, multiple);
}

// All arguments folded by `combine`.
template <Ref (*kCombine)(Thread&, Value, Value)>
Ref fold(Thread& t, Args integers, int64_t neutral) {
    if (integers.count == 0) return make_int(t, neutral);
    Ref result = TRY(as_index(t, integers[0]));
    for (size_t i = 1; i < integers.count; ++i) {
        Ref next = TRY(as_index(t, integers[i]));
        result = TRY(kCombine(t, result, next));
    }
    return integers.count == 1 ? absolute_of(t, result) : std::move(result);
}

}  // namespace

Ref math_gcd(Thread& t, Args integers) { return fold<gcd_of>(t, integers, 0); }
Ref math_lcm(Thread& t, Args integers) { return fold<lcm_of>(t, integers, 1); }

// ------------------------------------------------------------------------------------------------ square root

// Newton's steps from above: they fall until the root is reached.
Ref math_isqrt(Thread& t, Value v) {
    Ref n = TRY(as_index(t, v));
    if (int_sign(n) < 0) return raise(t, Exc::ValueError, "isqrt() argument must be nonnegative");
    int64_t small;
    if (int_fits_i64(n, &small)) {
        auto wanted = static_cast<uint64_t>(small);
        auto root = static_cast<uint64_t>(std::sqrt(static_cast<double>(small)));
        while (root * root > wanted) --root;
        while ((root + 1) * (root + 1) <= wanted) ++root;
        return make_int_u64(t, root);
    }
    Value one = Value::small_int(1);
    int64_t half = static_cast<int64_t>((IntView(n)->bit_length() + 1) / 2);
    Ref root = TRY(int_binary(t, BinaryOp::LeftShift, one, Value::from_int_unchecked(half)));
    for (;;) {
        Ref quotient = TRY(int_binary(t, BinaryOp::FloorDivide, n, root));
        if (int_compare(quotient, root) >= 0) return root;
        Ref sum = TRY(int_binary(t, BinaryOp::Add, root, quotient));
        root = TRY(int_binary(t, BinaryOp::RightShift, sum, one));
        TRY(charge_work(t, 1));
    }
}

// ------------------------------------------------------------------------------------------------ choices

namespace {

// n * (n - 1) * ... of k numbers, and with `divide` that divided by k!.
Ref choices(Thread& t, Value n, int64_t k, bool divide) {
    int64_t small;
    if (int_fits_i64(n, &small)) {
        double bits = static_cast<double>(k) * (std::log2(static_cast<double>(small)) + 1e-9) + 64;
        Ref ordered = TRY(product_of(t, static_cast<uint64_t>(small - k + 1), static_cast<uint64_t>(small), bits));
        if (!divide) return ordered;
        Ref orders = TRY(factorial_of(t, k));
        return int_binary(t, BinaryOp::FloorDivide, ordered, orders);
    }
    Ref result = own(Value::small_int(1));
    for (int64_t i = 0; i < k; ++i) {
        Ref place = TRY(make_int(t, i));
        Ref factor = TRY(int_binary(t, BinaryOp::Subtract, n, place));
        result = TRY(int_binary(t, BinaryOp::Multiply, result, factor));
        if (divide) {  // i + 1 neighbouring factors hold a multiple of i + 1
            Ref count = TRY(make_int(t, i + 1));
            result = TRY(int_binary(t, BinaryOp::FloorDivide, result, count));
        }
        TRY(charge_work(t, 1));
    }
    return result;
}

}  // namespace

Ref math_comb(Thread& t, Value n_value, Value k_value) {
    Ref n = TRY(as_index(t, n_value)), k = TRY(as_index(t, k_value));
    if (int_sign(n) < 0) return raise(t, Exc::ValueError, "n must be a non-negative integer");
    if (int_sign(k) < 0) return raise(t, Exc::ValueError, "k must be a non-negative integer");
    Ref others = TRY(int_binary(t, BinaryOp::Subtract, n, k));
    if (int_sign(others) < 0) return own(Value::small_int(0));
    int64_t fewer;
    if (!int_fits_i64(int_compare(others, k) < 0 ? others : k, &fewer))
        return raise(t, Exc::OverflowError, "min(n - k, k) must not exceed %lld", static_cast<long long>(INT64_MAX));
    return fewer == 0 ? own(Value::small_int(1)) : choices(t, n, fewer, true);
}

Ref math_perm(Thread& t, Value n_value, Value k_value) {
    Ref n = TRY(as_index(t, n_value));
    int64_t count;
    if (k_value.is_unbound() || k_value.is_none()) {
        if (int_sign(n) < 0) return raise(t, Exc::ValueError, "factorial() not defined for negative values");
        if (!int_fits_i64(n, &count))
            return raise(t, Exc::OverflowError, "factorial() argument should not exceed %lld",
                         static_cast<long long>(INT64_MAX));
        return factorial_of(t, count);
    }
    Ref k = TRY(as_index(t, k_value));
    if (int_sign(n) < 0) return raise(t, Exc::ValueError, "n must be a non-negative integer");
    if (int_sign(k) < 0) return raise(t, Exc::ValueError, "k must be a non-negative integer");
    if (int_compare(n, k) < 0) return own(Value::small_int(0));
    if (!int_fits_i64(k, &count))
        return raise(t, Exc::OverflowError, "k must not exceed %lld", static_cast<long long>(INT64_MAX));
    return count == 0 ? own(Value::small_int(1)) : choices(t, n, count, false);
}

}  // namespace krait
