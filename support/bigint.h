// Integers of any size. This is the only door to Boost.Multiprecision (number<gmp_int> or cpp_int, KRAIT_BIGINT).
//
// GMP aborts the process when a result is too large or when malloc fails, and a single call cannot be interrupted.
// Hence the rules of this class:
//   * No result is longer than kMaxBits: every growing operation checks that before the backend is entered and answers
//     TooBig. Large results are also probed for memory first (NoMemory).
//   * The caller that obeys a memory limit charges estimate_bytes(estimate_bits_...()) BEFORE it calls the operation.
//   * Operations that can run long take a Poll and stop with Interrupted; `out` is then unspecified but valid.
// `out` may be one of the operands.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "support/poll.h"

#ifndef KRAIT_BIGINT_GMP
#define KRAIT_BIGINT_GMP 1
#endif

namespace krait {

enum class [[nodiscard]] BigIntStatus : std::uint8_t {
    Ok,
    TooBig,        // the result would exceed kMaxBits (or the range of double): MemoryError or OverflowError
    NoMemory,      // the system has no room for the result
    Interrupted,   // the Poll said stop
    ZeroDivision,  // divisor or modulus is zero
    Invalid,       // not a number in that base
};

class BigInt {
  public:
    static constexpr std::uint64_t kMaxBits = std::uint64_t(1) << 33;

    BigInt() noexcept;
    explicit BigInt(std::int64_t value);
    BigInt(const BigInt& other);  // large values: prefer copy()
    BigInt(BigInt&& other) noexcept;
    BigInt& operator=(const BigInt& other);
    BigInt& operator=(BigInt&& other) noexcept;
    ~BigInt();

    static BigIntStatus copy(const BigInt& value, BigInt* out);
    static BigInt from_uint64(std::uint64_t value);
    static BigInt from_int128(__int128 value);
    // Towards zero; false for infinities and NaN.
    [[nodiscard]] static bool from_double(double value, BigInt* out);
    static BigIntStatus from_bytes(std::span<const std::uint8_t> bytes, bool little_endian, bool is_signed,
                                   BigInt* out, const Poll* poll = nullptr);

    // ---- looking
    int sign() const;  // -1, 0, 1
    bool is_zero() const { return sign() == 0; }
    bool is_negative() const { return sign() < 0; }
    bool is_even() const;
    std::uint64_t bit_length() const;      // of the absolute value; 0 for 0
    std::uint64_t trailing_zeros() const;  // 0 for 0
    std::size_t heap_bytes() const;        // what the value holds outside the object
    // The words of the absolute value, lowest first, none for 0; valid until the value changes.
    std::span<const std::uint64_t> words() const;

    bool fits_int64() const;
    std::optional<std::int64_t> to_int64() const;
    std::optional<std::uint64_t> to_uint64() const;
    std::uint64_t low64() const;  // the value modulo 2**64 (two's complement)
    // Rounded half to even; false when it is beyond the largest double.
    [[nodiscard]] bool to_double(double* out) const;
    // Like math.frexp with a correctly rounded mantissa in [0.5, 1): value = *mantissa * 2**result.
    std::int64_t to_scaled_double(double* mantissa) const;
    // Two's complement, filling all of `out`; false when the value does not fit.
    [[nodiscard]] bool to_bytes(std::span<std::uint8_t> out, bool little_endian, bool is_signed) const;

    // CPython's hash of int: modulo 2**61-1 with the sign, and -2 instead of -1.
    std::int64_t hash() const;

    static int compare(const BigInt& a, const BigInt& b);  // -1, 0, 1
    static int compare(const BigInt& a, std::int64_t b);
    static std::partial_ordering compare(const BigInt& a, double b);  // exact
    friend bool operator==(const BigInt& a, const BigInt& b) { return compare(a, b) == 0; }

    // ---- sizes, saturating; see the rule above
    static std::uint64_t estimate_bits_pow(const BigInt& base, std::uint64_t exponent);
    static std::uint64_t estimate_bits_multiply(const BigInt& a, const BigInt& b) {
        return a.bit_length() + b.bit_length();
    }
    static std::uint64_t estimate_bits_shift(const BigInt& a, std::uint64_t count);
    static std::uint64_t estimate_bits_text(std::size_t digits, unsigned base);
    static std::uint64_t estimate_digits(std::uint64_t bits, unsigned base);  // at least as many as needed
    static std::uint64_t estimate_bytes(std::uint64_t bits) { return bits / 8 + 16; }
    // About the number of word operations of a multiplication.
    static std::uint64_t estimate_cost_multiply(std::uint64_t bits_a, std::uint64_t bits_b);

    // ---- arithmetic
    static BigIntStatus add(const BigInt& a, const BigInt& b, BigInt* out);
    static BigIntStatus subtract(const BigInt& a, const BigInt& b, BigInt* out);
    static BigIntStatus multiply(const BigInt& a, const BigInt& b, BigInt* out, const Poll* poll = nullptr);
    static BigIntStatus negate(const BigInt& a, BigInt* out);
    static BigIntStatus absolute(const BigInt& a, BigInt* out);
    // Python's // and %: the remainder has the divisor's sign. Either output may be nullptr.
    static BigIntStatus floor_divmod(const BigInt& a, const BigInt& b, BigInt* quotient, BigInt* remainder,
                                     const Poll* poll = nullptr);
    // a / b rounded half to even; TooBig when it is beyond the largest double.
    static BigIntStatus true_divide(const BigInt& a, const BigInt& b, double* out);
    static BigIntStatus pow(const BigInt& base, std::uint64_t exponent, BigInt* out, const Poll* poll = nullptr);
    // exponent >= 0 (Invalid otherwise); the result has the modulus' sign.
    static BigIntStatus powmod(const BigInt& base, const BigInt& exponent, const BigInt& modulus, BigInt* out,
                               const Poll* poll = nullptr);
    static BigIntStatus gcd(const BigInt& a, const BigInt& b, BigInt* out, const Poll* poll = nullptr);

    // ---- bits, on infinite two's complement
    static BigIntStatus shift_left(const BigInt& a, std::uint64_t count, BigInt* out);
    static BigIntStatus shift_right(const BigInt& a, std::uint64_t count, BigInt* out);  // floor
    static BigIntStatus bit_and(const BigInt& a, const BigInt& b, BigInt* out);
    static BigIntStatus bit_or(const BigInt& a, const BigInt& b, BigInt* out);
    static BigIntStatus bit_xor(const BigInt& a, const BigInt& b, BigInt* out);
    static BigIntStatus invert(const BigInt& a, BigInt* out);

    // ---- text (bigint_text.cpp)
    // Digits in base 2..36, lower case, '-' in front of negative values, no prefix.
    BigIntStatus to_text(unsigned base, std::string* out, const Poll* poll = nullptr) const;
    // One or more digits and nothing else: no sign, no prefix, no underscores.
    static BigIntStatus from_text(std::string_view digits, unsigned base, BigInt* out, const Poll* poll = nullptr);

  private:
    friend class SmallInt;
    friend struct BigIntAccess;

#if KRAIT_BIGINT_GMP
    static constexpr std::size_t kStorage = 16;
    static constexpr std::size_t kAlignment = 8;
#else
    static constexpr std::size_t kStorage = 32;
    static constexpr std::size_t kAlignment = 16;
#endif
    alignas(kAlignment) unsigned char storage_[kStorage];
};

// Numbers of at most this many words need no BigInt of their own: their owner keeps the words, SmallInt shows them.
#if KRAIT_BIGINT_GMP
constexpr std::size_t kMaxLooseWords = 62;
#else
constexpr std::size_t kMaxLooseWords = 2;  // what the backend's number holds in itself
#endif

// An int64, or words that lie elsewhere, posing as a BigInt without touching the heap:
// `BigInt::multiply(big, SmallInt(3), &out)`.
class SmallInt {
  public:
    explicit SmallInt(std::int64_t value);
    // At most kMaxLooseWords of the absolute value, the highest not zero; they stay where they are.
    SmallInt(std::span<const std::uint64_t> words, bool negative);
    SmallInt(const SmallInt&) = delete;
    SmallInt& operator=(const SmallInt&) = delete;
    operator const BigInt&() const { return *reinterpret_cast<const BigInt*>(storage_); }

  private:
    alignas(BigInt::kAlignment) unsigned char storage_[BigInt::kStorage];
    std::uint64_t limb_;
};

// Result of an operation on short numbers, made on the stack. The functions answer false where an operand or the result
// is too long for that: the general way then decides.
class LooseInt {
  public:
    bool add(const BigInt& a, const BigInt& b);
    bool subtract(const BigInt& a, const BigInt& b);
    bool multiply(const BigInt& a, const BigInt& b);
    bool shift_left(const BigInt& a, std::uint64_t count);

    std::span<const std::uint64_t> words() const { return {words_, count_}; }
    bool is_negative() const { return negative_; }

  private:
    bool add_signed(const BigInt& a, const BigInt& b, bool b_negative);
    void finish(std::size_t count, bool negative);

    std::uint64_t words_[kMaxLooseWords + 2];
    std::size_t count_ = 0;
    bool negative_ = false;
};

}  // namespace krait
