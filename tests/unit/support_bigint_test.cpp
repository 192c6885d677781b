#include "support/bigint.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace krait {
namespace {

BigInt make(std::string_view text, unsigned base = 10) {
    bool minus = text.front() == '-';
    if (minus) text.remove_prefix(1);
    BigInt value;
    EXPECT_EQ(BigInt::from_text(text, base, &value), BigIntStatus::Ok);
    if (minus) {
        EXPECT_EQ(BigInt::negate(value, &value), BigIntStatus::Ok);
    }
    return value;
}

std::string show(const BigInt& value, unsigned base = 10) {
    std::string text;
    EXPECT_EQ(value.to_text(base, &text), BigIntStatus::Ok);
    return text;
}

BigInt power(std::int64_t base, std::uint64_t exponent) {
    BigInt value;
    EXPECT_EQ(BigInt::pow(SmallInt(base), exponent, &value), BigIntStatus::Ok);
    return value;
}

BigInt times(const BigInt& a, const BigInt& b) {
    BigInt value;
    EXPECT_EQ(BigInt::multiply(a, b, &value), BigIntStatus::Ok);
    return value;
}

BigInt plus(const BigInt& a, const BigInt& b) {
    BigInt value;
    EXPECT_EQ(BigInt::add(a, b, &value), BigIntStatus::Ok);
    return value;
}

struct Counter {
    std::uint64_t calls = 0;
    std::uint64_t work = 0;
    std::uint64_t allowed = ~std::uint64_t(0);

    Poll poll() {
        return {[](void* context, std::uint64_t work) {
                    auto* self = static_cast<Counter*>(context);
                    self->work += work;
                    return ++self->calls <= self->allowed;
                },
                this};
    }
};

const std::int64_t kInteresting[] = {0,  1,  -1, 2, -2, 7, -7, 1000003, -1000003, INT64_MAX, INT64_MIN, INT64_MIN + 1};

TEST(SupportBigInt, Int64AndText) {
    for (std::int64_t n : kInteresting) {
        BigInt value(n);
        EXPECT_EQ(value.to_int64(), n);
        EXPECT_EQ(show(value), std::to_string(n));
        EXPECT_EQ(BigInt::compare(value, n), 0);
        EXPECT_EQ(show(SmallInt(n)), std::to_string(n));
        EXPECT_EQ(value.low64(), static_cast<std::uint64_t>(n));
        EXPECT_EQ(show(BigInt::from_int128(n)), std::to_string(n));
    }
    EXPECT_EQ(show(BigInt::from_uint64(UINT64_MAX)), "18446744073709551615");
    EXPECT_FALSE(BigInt::from_uint64(UINT64_MAX).to_int64());
    EXPECT_EQ(BigInt::from_uint64(UINT64_MAX).to_uint64(), UINT64_MAX);
    EXPECT_EQ(show(BigInt::from_int128(static_cast<__int128>(INT64_MIN) * INT64_MAX)),
              "-85070591730234615856620279821087277056");
    BigInt value;
    EXPECT_EQ(BigInt::from_text("12a", 10, &value), BigIntStatus::Invalid);
    EXPECT_EQ(BigInt::from_text("", 10, &value), BigIntStatus::Invalid);
    EXPECT_EQ(BigInt::from_text(" 1", 10, &value), BigIntStatus::Invalid);
    EXPECT_EQ(show(make("000"), 2), "0");
    EXPECT_EQ(show(make("zz", 36)), "1295");
    EXPECT_EQ(show(make("-DEADbeef00000000000000001", 16), 16), "-deadbeef00000000000000001");
}

TEST(SupportBigInt, FloorDivision) {
    for (std::int64_t a : kInteresting) {
        for (std::int64_t b : kInteresting) {
            BigInt q, r;
            BigInt x = times(BigInt(a), power(10, 30)), y(b);
            auto status = BigInt::floor_divmod(x, y, &q, &r);
            if (b == 0) {
                EXPECT_EQ(status, BigIntStatus::ZeroDivision);
                continue;
            }
            ASSERT_EQ(status, BigIntStatus::Ok);
            EXPECT_EQ(show(plus(times(q, y), r)), show(x));
            EXPECT_TRUE(r.is_zero() || r.sign() == y.sign());
        }
    }
    BigInt q;
    ASSERT_EQ(BigInt::floor_divmod(SmallInt(-7), SmallInt(2), &q, nullptr), BigIntStatus::Ok);
    EXPECT_EQ(q.to_int64(), -4);
    BigInt self = power(10, 40);
    ASSERT_EQ(BigInt::floor_divmod(self, SmallInt(7), nullptr, &self), BigIntStatus::Ok);
    EXPECT_EQ(self.to_int64(), 4);
}

TEST(SupportBigInt, BitsOnTwosComplement) {
    for (std::int64_t a : kInteresting) {
        for (std::int64_t b : kInteresting) {
            BigInt x, y, z, inverse;
            ASSERT_EQ(BigInt::bit_and(BigInt(a), BigInt(b), &x), BigIntStatus::Ok);
            ASSERT_EQ(BigInt::bit_or(BigInt(a), SmallInt(b), &y), BigIntStatus::Ok);
            ASSERT_EQ(BigInt::bit_xor(SmallInt(a), BigInt(b), &z), BigIntStatus::Ok);
            EXPECT_EQ(x.to_int64(), a & b);
            EXPECT_EQ(y.to_int64(), a | b);
            EXPECT_EQ(z.to_int64(), a ^ b);
        }
        BigInt inverse, shifted, back;
        ASSERT_EQ(BigInt::invert(BigInt(a), &inverse), BigIntStatus::Ok);
        EXPECT_EQ(inverse.to_int64(), ~a);
        ASSERT_EQ(BigInt::shift_left(SmallInt(a), 100, &shifted), BigIntStatus::Ok);
        ASSERT_EQ(BigInt::shift_right(shifted, 103, &back), BigIntStatus::Ok);
        EXPECT_EQ(back.to_int64(), a >> 3);
        ASSERT_EQ(BigInt::shift_right(SmallInt(a), ~std::uint64_t(0), &back), BigIntStatus::Ok);
        EXPECT_EQ(back.to_int64(), a < 0 ? -1 : 0);
    }
}

TEST(SupportBigInt, RefusesWhatGmpWouldAbortOn) {
    BigInt out;
    EXPECT_EQ(BigInt::shift_left(SmallInt(1), std::uint64_t(1) << 42, &out), BigIntStatus::TooBig);
    EXPECT_EQ(BigInt::shift_left(SmallInt(1), ~std::uint64_t(0), &out), BigIntStatus::TooBig);
    EXPECT_EQ(BigInt::shift_left(SmallInt(0), ~std::uint64_t(0), &out), BigIntStatus::Ok);
    EXPECT_EQ(BigInt::pow(SmallInt(3), ~std::uint64_t(0), &out), BigIntStatus::TooBig);
    EXPECT_EQ(BigInt::pow(SmallInt(10), std::uint64_t(1) << 33, &out), BigIntStatus::TooBig);
    EXPECT_EQ(BigInt::pow(SmallInt(-1), ~std::uint64_t(0), &out), BigIntStatus::Ok);
    EXPECT_EQ(out.to_int64(), -1);
    EXPECT_EQ(BigInt::pow(SmallInt(0), 0, &out), BigIntStatus::Ok);
    EXPECT_EQ(out.to_int64(), 1);
    EXPECT_GE(BigInt::estimate_bits_pow(SmallInt(3), 1u << 20), power(3, 1u << 20).bit_length());
    EXPECT_EQ(BigInt::estimate_bits_pow(SmallInt(2), 100), 101u);
}

TEST(SupportBigInt, PowAndPowmod) {
    EXPECT_EQ(show(power(-3, 41)), "-36472996377170786403");
    EXPECT_EQ(show(power(12, 20)), "3833759992447475122176");
    BigInt out;
    auto powmod = [&](const char* b, const char* e, const char* m) {
        EXPECT_EQ(BigInt::powmod(make(b), make(e), make(m), &out), BigIntStatus::Ok);
        return show(out);
    };
    EXPECT_EQ(powmod("3", "200", "1000007"), "959082");
    EXPECT_EQ(powmod("-3", "201", "1000007"), "122775");
    EXPECT_EQ(powmod("3", "200", "-1000007"), "-40925");
    EXPECT_EQ(powmod("5", "0", "1"), "0");
    EXPECT_EQ(powmod("5", "0", "-7"), "-6");
    EXPECT_EQ(BigInt::powmod(SmallInt(2), SmallInt(5), SmallInt(0), &out), BigIntStatus::ZeroDivision);
    EXPECT_EQ(BigInt::powmod(SmallInt(2), SmallInt(-5), SmallInt(3), &out), BigIntStatus::Invalid);
    // The polled loop agrees with the direct call.
    BigInt modulus = plus(power(7, 4000), BigInt(2)), base = power(5, 2500), exponent = power(11, 700), polled;
    Counter counter;
    Poll poll = counter.poll();
    ASSERT_EQ(BigInt::powmod(base, exponent, modulus, &out), BigIntStatus::Ok);
    ASSERT_EQ(BigInt::powmod(base, exponent, modulus, &polled, &poll), BigIntStatus::Ok);
    EXPECT_TRUE(out == polled);
    EXPECT_GT(counter.calls, 100u);
    counter.allowed = counter.calls + 5;
    EXPECT_EQ(BigInt::powmod(base, exponent, modulus, &polled, &poll), BigIntStatus::Interrupted);
}

TEST(SupportBigInt, ChunkedAgreesWithDirect) {
    Counter counter;
    Poll poll = counter.poll();
    constexpr std::uint64_t kScale = KRAIT_BIGINT_GMP ? 100 : 1;
    BigInt a = power(3, 55'000 * kScale), b = power(7, 8'000 * kScale), direct, chunked;
    ASSERT_EQ(BigInt::negate(a, &a), BigIntStatus::Ok);
    ASSERT_EQ(BigInt::multiply(a, b, &direct), BigIntStatus::Ok);
    ASSERT_EQ(BigInt::multiply(a, b, &chunked, &poll), BigIntStatus::Ok);
    EXPECT_TRUE(direct == chunked);
    EXPECT_GE(counter.calls, 2u);
    BigInt q1, r1, q2, r2;
    direct = plus(direct, BigInt(12345));
    ASSERT_EQ(BigInt::floor_divmod(direct, b, &q1, &r1), BigIntStatus::Ok);
    ASSERT_EQ(BigInt::floor_divmod(direct, b, &q2, &r2, &poll), BigIntStatus::Ok);
    EXPECT_TRUE(q1 == q2 && r1 == r2);
    ASSERT_EQ(BigInt::floor_divmod(direct, a, &q1, &r1), BigIntStatus::Ok);
    ASSERT_EQ(BigInt::floor_divmod(direct, a, &q2, &r2, &poll), BigIntStatus::Ok);
    EXPECT_TRUE(q1 == q2 && r1 == r2);
    counter.allowed = counter.calls + 1;
    EXPECT_EQ(BigInt::floor_divmod(direct, b, &q2, &r2, &poll), BigIntStatus::Interrupted);
}

TEST(SupportBigInt, LongTextRoundTrips) {
    Counter counter;
    Poll poll = counter.poll();
    BigInt value = power(3, 500'000), back;
    std::string direct, polled;
    ASSERT_EQ(value.to_text(10, &direct), BigIntStatus::Ok);
    ASSERT_EQ(value.to_text(10, &polled, &poll), BigIntStatus::Ok);
    EXPECT_TRUE(direct == polled);
    EXPECT_EQ(direct.size(), 238561u);
    ASSERT_EQ(BigInt::from_text(direct, 10, &back, &poll), BigIntStatus::Ok);
    EXPECT_TRUE(back == value);
    std::string zeros = "1" + std::string(300000, '0') + "7";
    ASSERT_EQ(BigInt::from_text(zeros, 10, &back, &poll), BigIntStatus::Ok);
    ASSERT_EQ(back.to_text(10, &polled, &poll), BigIntStatus::Ok);
    EXPECT_TRUE(zeros == polled);
    counter.allowed = counter.calls + 3;
    EXPECT_EQ(back.to_text(10, &polled, &poll), BigIntStatus::Interrupted);
    for (unsigned base = 2; base <= 36; ++base) {
        std::string digits = show(power(7, 500), base);
        EXPECT_EQ(show(make(digits, base), base), digits) << base;
        EXPECT_EQ(show(make(digits, base)), show(power(7, 500)));
    }
}

TEST(SupportBigInt, LongBinaryTextRoundTrips) {
    Counter counter;
    Poll poll = counter.poll();
    // Odd lengths, and runs of zeros in the middle that fill whole words.
    BigInt sparse;
    ASSERT_EQ(BigInt::shift_left(power(3, 1000), 3'000'000, &sparse), BigIntStatus::Ok);
    for (const BigInt& value : {power(7, 400'003), plus(sparse, BigInt(5)), power(2, 1'048'576)}) {
        for (unsigned base : {2u, 4u, 8u, 16u, 32u}) {
            std::string text;
            BigInt back;
            ASSERT_EQ(value.to_text(base, &text, &poll), BigIntStatus::Ok);
            EXPECT_EQ(text.size(), (value.bit_length() + std::bit_width(base) - 2) / (std::bit_width(base) - 1))
                << base;
            ASSERT_EQ(BigInt::from_text(text, base, &back, &poll), BigIntStatus::Ok);
            EXPECT_TRUE(back == value) << base;
            ASSERT_EQ(BigInt::from_text(text, base, &back), BigIntStatus::Ok);
            EXPECT_TRUE(back == value) << base;
        }
    }
    std::string text;
    counter.allowed = counter.calls + (KRAIT_BIGINT_GMP ? 1 : 0);
    EXPECT_EQ(power(7, 400'003).to_text(2, &text, &poll), BigIntStatus::Interrupted);
}

// Polled and not, near to each other in length and far apart, with and without a common factor.
TEST(SupportBigInt, LongGreatestCommonDivisors) {
    Counter counter;
    Poll poll = counter.poll();
    poll.soon = true;
    constexpr std::uint64_t kScale = KRAIT_BIGINT_GMP ? 100 : 1;
    const BigInt three = power(3, 3'000 * kScale), seven = power(7, 1'500 * kScale), ten = power(10, 1'000 * kScale);
    const BigInt common = plus(power(11, 700 * kScale), BigInt(4)), odd = plus(three, seven);
    const std::pair<BigInt, BigInt> pairs[] = {
        {three, seven},
        {times(three, common), times(seven, common)},
        {times(odd, common), times(ten, common)},
        {times(times(three, ten), seven), common},
        {plus(three, BigInt(1)), three},
        {three, three},
        {three, BigInt(0)},
        {times(odd, odd), odd},
        {plus(power(2, 9'000 * kScale), BigInt(1)), plus(power(2, 8'999 * kScale), BigInt(-1))},
    };
    for (const auto& [x, y] : pairs) {
        BigInt direct, polled, swapped;
        ASSERT_EQ(BigInt::gcd(x, y, &direct), BigIntStatus::Ok);
        ASSERT_EQ(BigInt::gcd(x, y, &polled, &poll), BigIntStatus::Ok);
        ASSERT_EQ(BigInt::gcd(y, x, &swapped, &poll), BigIntStatus::Ok);
        EXPECT_TRUE(direct == polled && direct == swapped) << &x - &pairs[0].first;
    }
    counter.allowed = counter.calls + 3;
    BigInt out;
    EXPECT_EQ(BigInt::gcd(three, seven, &out, &poll), BigIntStatus::Interrupted);
}

TEST(SupportBigInt, Bytes) {
    BigInt value = make("-deadbeefcafe", 16), back;
    std::uint8_t big[8], little[8];
    ASSERT_TRUE(value.to_bytes(big, false, true));
    ASSERT_TRUE(value.to_bytes(little, true, true));
    for (int i = 0; i < 8; ++i) EXPECT_EQ(big[i], little[7 - i]);
    EXPECT_EQ(big[0], 0xff);
    ASSERT_EQ(BigInt::from_bytes(big, false, true, &back), BigIntStatus::Ok);
    EXPECT_TRUE(back == value);
    ASSERT_EQ(BigInt::from_bytes(little, true, false, &back), BigIntStatus::Ok);
    EXPECT_EQ(back.to_uint64(), value.low64());
    EXPECT_FALSE(value.to_bytes(big, false, false));
    std::uint8_t one[1];
    EXPECT_TRUE(SmallInt(-128).operator const BigInt&().to_bytes(one, true, true));
    EXPECT_EQ(one[0], 0x80);
    EXPECT_FALSE(BigInt(-129).to_bytes(one, true, true));
    EXPECT_FALSE(BigInt(128).to_bytes(one, true, true));
    EXPECT_TRUE(BigInt(255).to_bytes(one, true, false));
    EXPECT_TRUE(BigInt(0).to_bytes({}, true, true));
    EXPECT_EQ(BigInt::from_bytes({}, true, true, &back), BigIntStatus::Ok);
    EXPECT_TRUE(back.is_zero());
}

TEST(SupportBigInt, Doubles) {
    double d = 0;
    ASSERT_TRUE(make("9007199254740993").to_double(&d));
    EXPECT_EQ(d, 9007199254740992.0);
    ASSERT_TRUE(make("9007199254740995").to_double(&d));
    EXPECT_EQ(d, 9007199254740996.0);
    ASSERT_TRUE(plus(power(2, 200), plus(power(2, 147), BigInt(1))).to_double(&d));
    EXPECT_EQ(d, std::ldexp(1.0, 200) + std::ldexp(1.0, 148));
    ASSERT_TRUE(plus(power(2, 200), power(2, 147)).to_double(&d));
    EXPECT_EQ(d, std::ldexp(1.0, 200));
    BigInt huge;
    ASSERT_TRUE(BigInt::from_double(std::numeric_limits<double>::max(), &huge));
    ASSERT_TRUE(huge.to_double(&d));
    EXPECT_EQ(d, std::numeric_limits<double>::max());
    EXPECT_FALSE(power(2, 1024).to_double(&d));
    BigInt half_up;  // rounds up to 2**1024
    ASSERT_EQ(BigInt::add(huge, power(2, 970), &half_up), BigIntStatus::Ok);
    EXPECT_FALSE(half_up.to_double(&d));
    EXPECT_FALSE(BigInt::from_double(NAN, &huge));
    EXPECT_EQ(power(10, 400).to_scaled_double(&d), 1329);
    EXPECT_NEAR(d, 0.853367, 0.001);
    EXPECT_TRUE(BigInt::compare(make("9007199254740993"), 9007199254740992.0) > 0);
    EXPECT_TRUE(BigInt::compare(BigInt(0), -0.5) > 0);
    EXPECT_TRUE(BigInt::compare(BigInt(-1), -1.5) > 0);
    EXPECT_TRUE(BigInt::compare(BigInt(1), 1.0) == 0);
    EXPECT_TRUE(BigInt::compare(power(10, 400), INFINITY) < 0);
    EXPECT_TRUE(BigInt::compare(power(10, 400), 1e308) > 0);
    EXPECT_TRUE(BigInt::compare(BigInt(1), NAN) == std::partial_ordering::unordered);
}

TEST(SupportBigInt, TrueDivision) {
    double d = 0;
    ASSERT_EQ(BigInt::true_divide(SmallInt(1), SmallInt(3), &d), BigIntStatus::Ok);
    EXPECT_EQ(d, 1.0 / 3);
    ASSERT_EQ(BigInt::true_divide(power(10, 400), power(-10, 399), &d), BigIntStatus::Ok);
    EXPECT_EQ(d, -10.0);
    ASSERT_EQ(BigInt::true_divide(SmallInt(3), power(2, 1075), &d), BigIntStatus::Ok);
    EXPECT_EQ(d, 1e-323);  // 1.5 units in the last place: to even
    ASSERT_EQ(BigInt::true_divide(SmallInt(1), power(2, 1075), &d), BigIntStatus::Ok);
    EXPECT_EQ(d, 0.0);
    ASSERT_EQ(BigInt::true_divide(plus(power(10, 50), BigInt(1)), times(power(10, 50), power(2, 1075)), &d),
              BigIntStatus::Ok);
    EXPECT_EQ(d, 5e-324);
    EXPECT_EQ(BigInt::true_divide(power(10, 400), SmallInt(7), &d), BigIntStatus::TooBig);
    EXPECT_EQ(BigInt::true_divide(power(10, 400), SmallInt(0), &d), BigIntStatus::ZeroDivision);
    ASSERT_EQ(BigInt::true_divide(power(3, 2000), power(3, 1500), &d), BigIntStatus::Ok);
    EXPECT_EQ(d, std::pow(3.0, 500));
}

TEST(SupportBigInt, HashAndRest) {
    EXPECT_EQ(power(2, 61).hash(), 1);
    EXPECT_EQ(BigInt(-1).hash(), -2);
    EXPECT_EQ(make("123456789012345678901234567890").hash(), 248789772095949448);
    EXPECT_EQ(make("-123456789012345678901234567890").hash(), -248789772095949448);
    BigInt out;
    ASSERT_EQ(BigInt::gcd(times(power(6, 300), BigInt(-35)), power(10, 290), &out), BigIntStatus::Ok);
    EXPECT_EQ(show(out), show(times(power(2, 290), BigInt(5))));
    EXPECT_EQ(power(2, 100).trailing_zeros(), 100u);
    EXPECT_EQ(power(-2, 101).bit_length(), 102u);
    BigInt copy = power(3, 300), moved = std::move(copy);
    copy = moved;
    EXPECT_TRUE(copy == moved);
    EXPECT_GT(copy.heap_bytes(), 50u);
}

}  // namespace
}  // namespace krait
