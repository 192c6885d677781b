// Arithmetic of BigInt: size checks first, then the backend, in chunks where a poll asks for it.
#include "support/bigint.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

#include "support/bigint_backend.h"
#include "support/float_text.h"

namespace krait {

using namespace bigint_detail;

namespace {

// The top 62 bits of |x| with the rest folded into the lowest bit: |x| ~ result * 2**shift.
std::uint64_t top_bits_sticky(const Number& x, std::int64_t* shift) {
    std::uint64_t bits = bits_of(x);
    if (bits <= 64) {
        *shift = 0;
        return low_word(x);
    }
    std::uint64_t drop = bits - 62;
    *shift = static_cast<std::int64_t>(drop);
#if KRAIT_BIGINT_GMP
    Number top;
    mpz_tdiv_q_2exp(top.backend().data(), x.backend().data(), drop);
    bool rest = mpz_scan1(x.backend().data(), 0) < drop;
    return low_word(top) | (rest ? 1 : 0);
#else
    Number magnitude = abs(x);
    Number top = magnitude >> drop;
    return low_word(top) | (lsb(magnitude) < drop ? 1 : 0);
#endif
}

}  // namespace

namespace bigint_detail {

namespace {

// a, b >= 0. Karatsuba steps down to chunks that the backend multiplies in bounded time.
bool multiply_chunked(const Number& a, const Number& b, Number* out, const Poll* poll) {
    std::uint64_t bits_a = bits_of(a), bits_b = bits_of(b);
    if (bits_a < bits_b) return multiply_chunked(b, a, out, poll);
    if (bits_a <= chunk_bits(poll) || saturating_multiply(bits_a, bits_b) <= chunk_bits(poll) * 1024) {
        if (!proceed(poll, cost_of_product(bits_a / 64 + 1, bits_b / 64 + 1))) return false;
        *out = a * b;
        return true;
    }
    std::uint64_t k = (bits_a / 2 + 63) / 64 * 64;
    Number a1, a0;
    split(a, k, &a1, &a0);
    Number high, low;
    if (bits_b <= k) {  // only a is long enough to be cut
        if (!multiply_chunked(a1, b, &high, poll) || !multiply_chunked(a0, b, &low, poll)) return false;
        high <<= k;
        *out = high + low;
        return true;
    }
    Number b1, b0, middle;
    split(b, k, &b1, &b0);
    if (!multiply_chunked(a1, b1, &high, poll) || !multiply_chunked(a0, b0, &low, poll)) return false;
    a1 += a0;
    b1 += b0;
    if (!multiply_chunked(a1, b1, &middle, poll)) return false;
    middle -= high;
    middle -= low;
    high <<= k;
    high += middle;
    high <<= k;
    high += low;
    *out = std::move(high);
    return true;
}

void divide_direct(const Number& a, const Number& b, Number* quotient, Number* remainder) {
    Number q, r;
    divide_qr(a, b, q, r);
    *quotient = std::move(q);
    *remainder = std::move(r);
}

// a >= 0, b > 0. Halves the quotient, and shortens a divisor that is much longer than the quotient.
bool divide_chunked(const Number& a, const Number& b, Number* quotient, Number* remainder, const Poll* poll) {
    std::uint64_t bits_a = bits_of(a), n = bits_of(b);
    if (bits_a < n) {
        Number r = a;
        *quotient = 0;
        *remainder = std::move(r);
        return true;
    }
    std::uint64_t q_bits = bits_a - n + 1;
    const std::uint64_t direct_bits = chunk_bits(poll) / 4;
    bool direct = (q_bits <= direct_bits && n <= 2 * direct_bits + 64) || q_bits <= 256 || (n <= 256);
    if (direct) {
        if (!proceed(poll, saturating_multiply(3, cost_of_product(q_bits / 64 + 1, n / 64 + 1)))) return false;
        divide_direct(a, b, quotient, remainder);
        return true;
    }
    Number high, low;
    if (n > 2 * q_bits + 64) {
        // The quotient depends on the top of both; the estimate is at most a little too large.
        std::uint64_t k = n - (2 * q_bits + 64);
        Number b_high, b_low, q, r, product;
        split(a, k, &high, &low);
        split(b, k, &b_high, &b_low);
        if (!divide_chunked(high, b_high, &q, &r, poll) || !multiply_polled(q, b_low, &product, poll)) return false;
        r <<= k;
        r += low;
        r -= product;
        while (negative(r)) {
            q -= 1;
            r += b;
        }
        *quotient = std::move(q);
        *remainder = std::move(r);
        return true;
    }
    std::uint64_t k = q_bits / 2;
    split(a, k, &high, &low);
    Number q1, r1, q0, r0;
    if (!divide_chunked(high, b, &q1, &r1, poll)) return false;
    r1 <<= k;
    r1 += low;
    if (!divide_chunked(r1, b, &q0, &r0, poll)) return false;
    q1 <<= k;
    q1 += q0;
    *quotient = std::move(q1);
    *remainder = std::move(r0);
    return true;
}

}  // namespace

bool multiply_polled(const Number& a, const Number& b, Number* out, const Poll* poll) {
    std::uint64_t words_a = words_of(a), words_b = words_of(b);
    if ((!poll && !kAlwaysCut) || words_a + words_b < 512) {
        *out = a * b;
        return true;
    }
    if (std::max(words_a, words_b) * 64 <= chunk_bits(poll)) {
        if (!proceed(poll, cost_of_product(words_a, words_b))) return false;
        *out = a * b;
        return true;
    }
    bool minus = negative(a) != negative(b);
    Number product;
    if (!multiply_chunked(abs(a), abs(b), &product, poll)) return false;
    if (minus) product.backend().negate();
    *out = std::move(product);
    return true;
}

bool divide_polled(const Number& a, const Number& b, Number* quotient, Number* remainder, const Poll* poll) {
    if ((!poll && !kAlwaysCut) || words_of(a) < 512) {
        divide_direct(a, b, quotient, remainder);
        return true;
    }
    return divide_chunked(a, b, quotient, remainder, poll);
}

bool pow_polled(const Number& base, std::uint64_t exponent, Number* out, const Poll* poll) {
    Number result = 1;
    for (int i = std::bit_width(exponent) - 1; i >= 0; --i) {
        if (!multiply_polled(result, result, &result, poll)) return false;
        if ((exponent >> i) & 1) {
            if (!multiply_polled(result, base, &result, poll)) return false;
        }
    }
    *out = std::move(result);
    return true;
}

}  // namespace bigint_detail

// ---- making

BigInt::BigInt() noexcept { new (storage_) Number(); }
BigInt::BigInt(std::int64_t value) { new (storage_) Number(static_cast<long>(value)); }
BigInt::BigInt(const BigInt& other) { new (storage_) Number(num(other)); }
BigInt::BigInt(BigInt&& other) noexcept {
    new (storage_) Number();
    num(*this).swap(num(other));
}
BigInt& BigInt::operator=(const BigInt& other) {
    if (this != &other) num(*this) = num(other);
    return *this;
}
BigInt& BigInt::operator=(BigInt&& other) noexcept {
    num(*this).swap(num(other));
    return *this;
}
BigInt::~BigInt() { num(*this).~Number(); }

SmallInt::SmallInt(std::int64_t value)
    : limb_(value < 0 ? std::uint64_t(0) - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value)) {
#if KRAIT_BIGINT_GMP
    static_assert(sizeof(__mpz_struct) <= BigInt::kStorage && sizeof(mp_limb_t) == sizeof(limb_));
    auto* view = reinterpret_cast<mpz_ptr>(storage_);
    mpz_roinit_n(view, reinterpret_cast<const mp_limb_t*>(&limb_), value == 0 ? 0 : value < 0 ? -1 : 1);
#else
    new (storage_) Number(static_cast<long>(value));  // fits the number's own limbs: nothing to free
#endif
}

SmallInt::SmallInt(std::span<const std::uint64_t> words, bool negative) : limb_(0) {
#if KRAIT_BIGINT_GMP
    auto count = static_cast<mp_size_t>(words.size());
    mpz_roinit_n(reinterpret_cast<mpz_ptr>(storage_), reinterpret_cast<const mp_limb_t*>(words.data()),
                 negative ? -count : count);
#else
    auto* number = new (storage_) Number();
    for (std::size_t i = words.size(); i-- > 0;) *number = (*number << 64) | words[i];
    if (negative) number->backend().negate();
#endif
}

BigIntStatus BigInt::copy(const BigInt& value, BigInt* out) {
    if (auto status = admit(value.bit_length(), 1); status != BigIntStatus::Ok) return status;
    *out = value;
    return BigIntStatus::Ok;
}

BigInt BigInt::from_uint64(std::uint64_t value) {
    BigInt result;
    num(result) = static_cast<unsigned long>(value);
    return result;
}

BigInt BigInt::from_int128(__int128 value) {
    BigInt result(static_cast<std::int64_t>(value >> 64));
    num(result) <<= 64;
    num(result) += static_cast<unsigned long>(static_cast<std::uint64_t>(value));
    return result;
}

bool BigInt::from_double(double value, BigInt* out) {
    if (!std::isfinite(value)) return false;
    int exponent = 0;
    double fraction = std::frexp(value, &exponent);
    if (exponent <= 63) {
        *out = BigInt(static_cast<std::int64_t>(value));
        return true;
    }
    *out = BigInt(static_cast<std::int64_t>(std::ldexp(fraction, 53)));
    num(*out) <<= static_cast<unsigned>(exponent - 53);
    return true;
}

#if KRAIT_BIGINT_GMP
// mpz_import() of single bytes takes far longer. False: interrupted.
static bool import_bytes(std::span<const std::uint8_t> bytes, bool little_endian, Number* out, const Poll* poll) {
    constexpr std::size_t kWord = sizeof(mp_limb_t), kWordsPerPoll = std::size_t(1) << 16;
    const std::size_t words = (bytes.size() + kWord - 1) / kWord;
    mp_limb_t* at = mpz_limbs_write(out->backend().data(), static_cast<mp_size_t>(std::max<std::size_t>(words, 1)));
    for (std::size_t i = 0; i < words; ++i) {
        if (i % kWordsPerPoll == kWordsPerPoll - 1 && !proceed(poll, kWordsPerPoll)) return false;
        std::size_t first = i * kWord, count = std::min(kWord, bytes.size() - first);
        mp_limb_t word = 0;
        if (!little_endian) first = bytes.size() - first - count;
        std::memcpy(reinterpret_cast<char*>(&word) + (little_endian ? 0 : kWord - count), bytes.data() + first, count);
        at[i] = little_endian == (std::endian::native == std::endian::little) ? word : __builtin_bswap64(word);
    }
    mpz_limbs_finish(out->backend().data(), static_cast<mp_size_t>(words));
    return true;
}
#endif

BigIntStatus BigInt::from_bytes(std::span<const std::uint8_t> bytes, bool little_endian, bool is_signed, BigInt* out,
                                [[maybe_unused]] const Poll* poll) {
    if (bytes.size() > kMaxBits / 8) return BigIntStatus::TooBig;
    if (auto status = admit(bytes.size() * 8, 2); status != BigIntStatus::Ok) return status;
    Number result;
#if KRAIT_BIGINT_GMP
    if (!import_bytes(bytes, little_endian, &result, poll)) return BigIntStatus::Interrupted;
#else
    if (!bytes.empty()) import_bits(result, bytes.data(), bytes.data() + bytes.size(), 8, !little_endian);
#endif
    if (is_signed && !bytes.empty() && ((little_endian ? bytes.back() : bytes.front()) & 0x80)) {
        result -= Number(1) << (bytes.size() * 8);
    }
    num(*out) = std::move(result);
    return BigIntStatus::Ok;
}

// ---- looking

int BigInt::sign() const { return num(*this).sign(); }
bool BigInt::is_even() const { return (low_word(num(*this)) & 1) == 0; }
std::uint64_t BigInt::bit_length() const { return bits_of(num(*this)); }

std::uint64_t BigInt::trailing_zeros() const {
    if (is_zero()) return 0;
#if KRAIT_BIGINT_GMP
    return mpz_scan1(num(*this).backend().data(), 0);
#else
    return lsb(abs(num(*this)));
#endif
}

std::size_t BigInt::heap_bytes() const {
#if KRAIT_BIGINT_GMP
    return static_cast<std::size_t>(num(*this).backend().data()->_mp_alloc) * 8;
#else
    std::size_t words = num(*this).backend().size();
    return words <= 2 ? 0 : words * sizeof(mp::limb_type);
#endif
}

std::span<const std::uint64_t> BigInt::words() const {
#if KRAIT_BIGINT_GMP
    static_assert(sizeof(mp_limb_t) == sizeof(std::uint64_t));
    mpz_srcptr data = num(*this).backend().data();
    return {reinterpret_cast<const std::uint64_t*>(mpz_limbs_read(data)), mpz_size(data)};
#else
    const auto& backend = num(*this).backend();
    static_assert(sizeof(*backend.limbs()) == sizeof(std::uint64_t));
    return {reinterpret_cast<const std::uint64_t*>(backend.limbs()), is_zero() ? 0 : backend.size()};
#endif
}

bool BigInt::fits_int64() const { return to_int64().has_value(); }

std::optional<std::int64_t> BigInt::to_int64() const {
    std::uint64_t bits = bit_length();
    if (bits > 64) return std::nullopt;
    std::uint64_t word = low_word(num(*this));
    constexpr std::uint64_t kTop = std::uint64_t(1) << 63;
    if (sign() < 0) {
        if (word > kTop) return std::nullopt;
        return static_cast<std::int64_t>(std::uint64_t(0) - word);
    }
    if (word >= kTop) return std::nullopt;
    return static_cast<std::int64_t>(word);
}

std::optional<std::uint64_t> BigInt::to_uint64() const {
    if (sign() < 0 || bit_length() > 64) return std::nullopt;
    return low_word(num(*this));
}

std::uint64_t BigInt::low64() const {
    std::uint64_t word = low_word(num(*this));
    return sign() < 0 ? std::uint64_t(0) - word : word;
}

bool BigInt::to_double(double* out) const {
    std::int64_t shift = 0;
    if (bit_length() > 1024) return false;
    std::uint64_t top = top_bits_sticky(num(*this), &shift);
    double value = compose_double(top, shift);
    if (std::isinf(value)) return false;
    *out = sign() < 0 ? -value : value;
    return true;
}

std::int64_t BigInt::to_scaled_double(double* mantissa) const {
    std::int64_t shift = 0;
    std::uint64_t top = top_bits_sticky(num(*this), &shift);
    int exponent = 0;
    double value = std::frexp(compose_double(top, 0), &exponent);
    *mantissa = sign() < 0 ? -value : value;
    return is_zero() ? 0 : shift + exponent;
}

#if KRAIT_BIGINT_GMP
static void export_bytes(const Number& x, std::span<std::uint8_t> out, bool little_endian) {
    constexpr std::size_t kWord = sizeof(mp_limb_t);
    const mp_limb_t* words = mpz_limbs_read(x.backend().data());
    for (std::size_t done = 0; done < out.size(); done += kWord, ++words) {
        std::size_t count = std::min(kWord, out.size() - done);
        mp_limb_t word = little_endian == (std::endian::native == std::endian::little) ? *words
                                                                                       : __builtin_bswap64(*words);
        std::memcpy(out.data() + (little_endian ? done : out.size() - done - count),
                    reinterpret_cast<const char*>(&word) + (little_endian ? 0 : kWord - count), count);
    }
}
#endif

bool BigInt::to_bytes(std::span<std::uint8_t> out, bool little_endian, bool is_signed) const {
    std::uint64_t room = out.size() * 8;
    const Number* source = &num(*this);
    Number wrapped;
    if (sign() < 0) {
        if (!is_signed) return false;
        if (out.empty()) return *source == -1;  // as Python 3.6 has it
        Number inverted = -*source - 1;
        if (bits_of(inverted) > room - 1) return false;
        wrapped = (Number(1) << room) + *source;
        source = &wrapped;
    } else {
        std::uint64_t bits = bits_of(*source);
        if (bits > room || (is_signed && bits != 0 && bits == room)) return false;
    }
    std::fill(out.begin(), out.end(), std::uint8_t(0));
    if (source->sign() == 0) return true;
    std::size_t used = (bits_of(*source) + 7) / 8;
    std::uint8_t* begin = little_endian ? out.data() : out.data() + (out.size() - used);
#if KRAIT_BIGINT_GMP
    export_bytes(*source, {begin, used}, little_endian);
#else
    export_bits(*source, begin, 8, !little_endian);
#endif
    return true;
}

std::int64_t BigInt::hash() const {
    constexpr std::uint64_t kModulus = (std::uint64_t(1) << 61) - 1;
#if KRAIT_BIGINT_GMP
    auto rest = static_cast<std::int64_t>(mpz_tdiv_ui(num(*this).backend().data(), kModulus));
#else
    auto rest = static_cast<std::int64_t>(static_cast<std::uint64_t>(abs(num(*this)) % kModulus));
#endif
    if (sign() < 0) rest = -rest;
    return rest == -1 ? -2 : rest;
}

int BigInt::compare(const BigInt& a, const BigInt& b) {
    int order = num(a).compare(num(b));
    return order < 0 ? -1 : order > 0;
}

int BigInt::compare(const BigInt& a, std::int64_t b) { return compare(a, SmallInt(b)); }

std::partial_ordering BigInt::compare(const BigInt& a, double b) {
    if (std::isnan(b)) return std::partial_ordering::unordered;
    BigInt whole;
    if (!from_double(b, &whole)) return b > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
    int order = compare(a, whole);
    if (order == 0) {
        double fraction = b - std::trunc(b);
        order = fraction > 0 ? -1 : fraction < 0;
    }
    return order <=> 0;
}

// ---- sizes

std::uint64_t BigInt::estimate_bits_pow(const BigInt& base, std::uint64_t exponent) {
    std::uint64_t bits = base.bit_length();
    if (bits <= 1) return 1;
    std::uint64_t zeros = base.trailing_zeros();
    if (zeros + 1 == bits)
        return saturating_multiply(zeros, exponent) == kSaturated ? kSaturated : zeros * exponent + 1;
    return saturating_multiply(bits, exponent);
}

std::uint64_t BigInt::estimate_bits_shift(const BigInt& a, std::uint64_t count) {
    if (a.is_zero()) return 0;
    std::uint64_t sum = 0;
    return __builtin_add_overflow(a.bit_length(), count, &sum) ? kSaturated : sum;
}

std::uint64_t BigInt::estimate_cost_multiply(std::uint64_t bits_a, std::uint64_t bits_b) {
    return cost_of_product(bits_a / 64 + 1, bits_b / 64 + 1);
}

// ---- arithmetic

BigIntStatus BigInt::add(const BigInt& a, const BigInt& b, BigInt* out) {
    std::uint64_t bits = std::max(a.bit_length(), b.bit_length());
    if (auto status = admit(bits + 1, 1); status != BigIntStatus::Ok) return status;
    using mp::default_ops::eval_add;
    eval_add(num(*out).backend(), num(a).backend(), num(b).backend());
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::subtract(const BigInt& a, const BigInt& b, BigInt* out) {
    std::uint64_t bits = std::max(a.bit_length(), b.bit_length());
    if (auto status = admit(bits + 1, 1); status != BigIntStatus::Ok) return status;
    using mp::default_ops::eval_subtract;
    eval_subtract(num(*out).backend(), num(a).backend(), num(b).backend());
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::multiply(const BigInt& a, const BigInt& b, BigInt* out, const Poll* poll) {
    std::uint64_t bits = estimate_bits_multiply(a, b);
    // The product has `bits` or one fewer; the exact cap matters less than that it exists.
    if (auto status = admit(bits, 6); status != BigIntStatus::Ok) return status;
    if (bits < 32768 || (!poll && !kAlwaysCut)) {
        using mp::default_ops::eval_multiply;
        eval_multiply(num(*out).backend(), num(a).backend(), num(b).backend());
        return BigIntStatus::Ok;
    }
    return multiply_polled(num(a), num(b), &num(*out), poll) ? BigIntStatus::Ok : BigIntStatus::Interrupted;
}

BigIntStatus BigInt::negate(const BigInt& a, BigInt* out) {
    if (auto status = admit(a.bit_length(), 1); status != BigIntStatus::Ok) return status;
    if (out != &a) *out = a;
    num(*out).backend().negate();
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::absolute(const BigInt& a, BigInt* out) {
    if (a.is_negative()) return negate(a, out);
    return out == &a ? BigIntStatus::Ok : copy(a, out);
}

BigIntStatus BigInt::floor_divmod(const BigInt& a, const BigInt& b, BigInt* quotient, BigInt* remainder,
                                  const Poll* poll) {
    if (b.is_zero()) return BigIntStatus::ZeroDivision;
    if (auto status = admit(a.bit_length(), 4); status != BigIntStatus::Ok) return status;
#if KRAIT_BIGINT_GMP
    if (!poll || a.bit_length() < 32768) {
        mpz_srcptr x = num(a).backend().data();
        mpz_srcptr y = num(b).backend().data();
        if (quotient && remainder) {
            mpz_fdiv_qr(num(*quotient).backend().data(), num(*remainder).backend().data(), x, y);
        } else if (quotient) {
            mpz_fdiv_q(num(*quotient).backend().data(), x, y);
        } else if (remainder) {
            mpz_fdiv_r(num(*remainder).backend().data(), x, y);
        }
        return BigIntStatus::Ok;
    }
#endif
    Number q, r;
    bool b_negative = b.is_negative(), different = a.is_negative() != b_negative;
    Number divisor = abs(num(b));
    if (!divide_polled(abs(num(a)), divisor, &q, &r, poll)) return BigIntStatus::Interrupted;
    if (different) {
        if (r.sign() != 0) {
            q += 1;
            r = divisor - r;
        }
        q.backend().negate();
    }
    if (b_negative) r.backend().negate();
    if (quotient) num(*quotient) = std::move(q);
    if (remainder) num(*remainder) = std::move(r);
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::true_divide(const BigInt& a, const BigInt& b, double* out) {
    if (b.is_zero()) return BigIntStatus::ZeroDivision;
    bool minus = a.is_negative() != b.is_negative();
    *out = minus ? -0.0 : 0.0;
    if (a.is_zero()) return BigIntStatus::Ok;  // 0 / -1 is -0.0
    auto difference = static_cast<std::int64_t>(a.bit_length()) - static_cast<std::int64_t>(b.bit_length());
    if (difference > 1025) return BigIntStatus::TooBig;
    if (difference < -1100) return BigIntStatus::Ok;
    if (auto status = admit(std::max(a.bit_length(), b.bit_length()) + 64, 4); status != BigIntStatus::Ok)
        return status;
    // A quotient of 62 or 63 bits, its remainder folded into the lowest one, is then rounded once.
    std::int64_t shift = 62 - difference;
    Number top = abs(num(a)), bottom = abs(num(b)), q, r;
    if (shift >= 0)
        top <<= static_cast<unsigned long>(shift);
    else
        bottom <<= static_cast<unsigned long>(-shift);
    divide_qr(top, bottom, q, r);
    double value = compose_double(low_word(q) | (r.sign() != 0 ? 1 : 0), -shift);
    if (std::isinf(value)) return BigIntStatus::TooBig;
    *out = minus ? -value : value;
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::pow(const BigInt& base, std::uint64_t exponent, BigInt* out, const Poll* poll) {
    if (exponent == 0) {
        *out = BigInt(1);
        return BigIntStatus::Ok;
    }
    std::uint64_t bits = base.bit_length();
    if (bits <= 1) {  // -1, 0, 1
        bool flip = base.is_negative() && exponent % 2 == 0;
        return flip ? negate(base, out) : copy(base, out);
    }
    std::uint64_t zeros = base.trailing_zeros();
    std::uint64_t least = saturating_multiply(bits - 1, exponent);
    if (least >= kMaxBits) return BigIntStatus::TooBig;
    std::uint64_t most = std::min(estimate_bits_pow(base, exponent), kMaxBits + bits);
    if (!memory_available(most / 8 * 6)) return BigIntStatus::NoMemory;
    Number odd = num(base), power;
    bool minus = negative(odd) && (exponent & 1);
    if (negative(odd)) odd.backend().negate();
    odd >>= static_cast<unsigned long>(zeros);
    if (odd == 1) {
        power = 1;
    } else if (!pow_polled(odd, exponent, &power, most < 65536 ? nullptr : poll)) {
        return BigIntStatus::Interrupted;
    }
    if (zeros) power <<= static_cast<unsigned long>(zeros * exponent);
    if (bits_of(power) > kMaxBits) return BigIntStatus::TooBig;
    if (minus) power.backend().negate();
    num(*out) = std::move(power);
    return BigIntStatus::Ok;
}

namespace {

// base in [0, modulus), exponent >= 0: four bits of the exponent at a time.
bool powmod_polled(const Number& base, const Number& exponent, const Number& modulus, Number* out, const Poll* poll) {
    Number quotient, result = 1;
    auto times = [&](const Number& a, const Number& b, Number* product) {
        return multiply_polled(a, b, product, poll) && divide_polled(*product, modulus, &quotient, product, poll);
    };
    std::vector<Number> powers{Number(1), base};
    for (std::size_t i = 2; i < 16; ++i) {
        powers.emplace_back();
        if (!times(powers[i - 1], base, &powers[i])) return false;
    }
    std::uint64_t work = saturating_multiply(4, cost_of_product(words_of(modulus), words_of(modulus)));
    std::uint64_t windows = (bits_of(exponent) + 3) / 4;
    for (std::uint64_t i = windows; i-- > 0;) {
        if (!proceed(poll, work)) return false;
        for (int k = 0; k < 4; ++k) {
            if (!times(result, result, &result)) return false;
        }
        unsigned digit = 0;
        for (unsigned k = 4; k-- > 0;)
            digit = digit * 2 + (bit_test(exponent, static_cast<unsigned long>(i * 4 + k)) ? 1 : 0);
        if (digit != 0 && !times(result, powers[digit], &result)) return false;
    }
    *out = std::move(result);
    return true;
}

}  // namespace

BigIntStatus BigInt::powmod(const BigInt& base, const BigInt& exponent, const BigInt& modulus, BigInt* out,
                            const Poll* poll) {
    if (modulus.is_zero()) return BigIntStatus::ZeroDivision;
    if (exponent.is_negative()) return BigIntStatus::Invalid;
    if (auto status = admit(modulus.bit_length() * 2, 6); status != BigIntStatus::Ok) return status;
    bool minus = modulus.is_negative();
    Number positive = abs(num(modulus));
    Number result;
    BigInt reduced;
    BigInt divisor;
    num(divisor) = positive;
    if (auto status = floor_divmod(base, divisor, nullptr, &reduced, poll); status != BigIntStatus::Ok) return status;
    constexpr std::uint64_t kBounded = std::uint64_t(1) << 25;
    std::uint64_t step = cost_of_product(words_of(positive), words_of(positive));
    if (positive == 1) {
        result = 0;
    } else if (!poll || saturating_multiply(step, exponent.bit_length()) < kBounded) {
        result = powm(num(reduced), num(exponent), positive);
    } else if (!powmod_polled(num(reduced), num(exponent), positive, &result, poll)) {
        return BigIntStatus::Interrupted;
    }
    if (minus && result.sign() != 0) result -= positive;
    num(*out) = std::move(result);
    return BigIntStatus::Ok;
}

// ---- bits

BigIntStatus BigInt::shift_left(const BigInt& a, std::uint64_t count, BigInt* out) {
    if (auto status = admit(estimate_bits_shift(a, count), 1); status != BigIntStatus::Ok) return status;
    if (a.is_zero()) {
        *out = BigInt();
        return BigIntStatus::Ok;
    }
#if KRAIT_BIGINT_GMP
    mpz_mul_2exp(num(*out).backend().data(), num(a).backend().data(), count);
#else
    num(*out) = num(a) << count;
#endif
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::shift_right(const BigInt& a, std::uint64_t count, BigInt* out) {
    std::uint64_t bits = a.bit_length();
    if (count >= bits) {
        *out = BigInt(a.is_negative() ? -1 : 0);
        return BigIntStatus::Ok;
    }
    if (auto status = admit(bits - count + 1, 1); status != BigIntStatus::Ok) return status;
#if KRAIT_BIGINT_GMP
    mpz_fdiv_q_2exp(num(*out).backend().data(), num(a).backend().data(), count);
#else
    if (a.is_negative()) {
        Number inverted = -num(a) - 1;
        inverted >>= count;
        num(*out) = -inverted - 1;
    } else {
        num(*out) = num(a) >> count;
    }
#endif
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::bit_and(const BigInt& a, const BigInt& b, BigInt* out) {
    std::uint64_t bits = std::max(a.bit_length(), b.bit_length());
    if (auto status = admit(bits + 1, 2); status != BigIntStatus::Ok) return status;
    num(*out) = num(a) & num(b);
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::bit_or(const BigInt& a, const BigInt& b, BigInt* out) {
    std::uint64_t bits = std::max(a.bit_length(), b.bit_length());
    if (auto status = admit(bits + 1, 2); status != BigIntStatus::Ok) return status;
    num(*out) = num(a) | num(b);
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::bit_xor(const BigInt& a, const BigInt& b, BigInt* out) {
    std::uint64_t bits = std::max(a.bit_length(), b.bit_length());
    if (auto status = admit(bits + 1, 2); status != BigIntStatus::Ok) return status;
    num(*out) = num(a) ^ num(b);
    return BigIntStatus::Ok;
}

BigIntStatus BigInt::invert(const BigInt& a, BigInt* out) {
    if (auto status = admit(a.bit_length() + 1, 2); status != BigIntStatus::Ok) return status;
    num(*out) = -num(a) - 1;
    return BigIntStatus::Ok;
}

}  // namespace krait
