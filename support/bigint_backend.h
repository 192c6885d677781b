// Private to the bigint*.cpp files: the backend's number type and the few primitives for which the two
// backends need different code.
#pragma once

// Boost includes <iostream> for its operators; that header's static object would start and carry all of iostreams. The
// guard of libstdc++'s keeps it out: the streams' declarations are enough.
#include <istream>
#include <ostream>
#ifdef __GLIBCXX__
#define _GLIBCXX_IOSTREAM 1
#endif
#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <limits>
#include <new>

#include "support/bigint.h"

#if KRAIT_BIGINT_GMP
#include <boost/multiprecision/gmp.hpp>
#endif

namespace krait {

namespace mp = boost::multiprecision;

#if KRAIT_BIGINT_GMP
using Number = mp::number<mp::gmp_int, mp::et_off>;
#else
using Number = mp::number<mp::cpp_int_backend<>, mp::et_off>;
#endif

struct BigIntAccess {
    static Number& of(BigInt& value) { return *std::launder(reinterpret_cast<Number*>(value.storage_)); }
    static const Number& of(const BigInt& value) {
        return *std::launder(reinterpret_cast<const Number*>(value.storage_));
    }
    static constexpr std::size_t kStorage = BigInt::kStorage;
    static constexpr std::size_t kAlignment = BigInt::kAlignment;
};

static_assert(sizeof(Number) <= BigIntAccess::kStorage && alignof(Number) <= BigIntAccess::kAlignment);
static_assert(sizeof(long) == 8 && sizeof(std::size_t) == 8, "a 64-bit LP64 platform is assumed");

namespace bigint_detail {

inline const Number& num(const BigInt& value) { return BigIntAccess::of(value); }
inline Number& num(BigInt& value) { return BigIntAccess::of(value); }

// Operands at most this long go to the backend in one call: around 0.1 s for a product, a tenth of it where a deadline
// is to be kept. cpp_int knows only the school method, so there long operands are cut whether or not somebody polls.
#if KRAIT_BIGINT_GMP
inline std::uint64_t chunk_bits(const Poll* poll) { return std::uint64_t(1) << (poll && poll->soon ? 20 : 23); }
constexpr bool kAlwaysCut = false;
#else
inline std::uint64_t chunk_bits(const Poll*) { return std::uint64_t(1) << 13; }
constexpr bool kAlwaysCut = true;
#endif

inline bool negative(const Number& x) { return x.sign() < 0; }

inline std::uint64_t bits_of(const Number& x) {
#if KRAIT_BIGINT_GMP
    return x.sign() == 0 ? 0 : mpz_sizeinbase(x.backend().data(), 2);
#else
    if (x.sign() == 0) return 0;
    const auto& backend = x.backend();
    std::uint64_t limb_bits = sizeof(*backend.limbs()) * 8;
    std::uint64_t top = backend.limbs()[backend.size() - 1];
    return (backend.size() - 1) * limb_bits + static_cast<std::uint64_t>(std::bit_width(top));
#endif
}

inline std::uint64_t words_of(const Number& x) { return (bits_of(x) + 63) / 64; }

// The lowest 64 bits of the absolute value.
inline std::uint64_t low_word(const Number& x) {
#if KRAIT_BIGINT_GMP
    return x.sign() == 0 ? 0 : mpz_getlimbn(x.backend().data(), 0);
#else
    return x.sign() == 0 ? 0 : static_cast<std::uint64_t>(x.backend().limbs()[0]);
#endif
}

inline Number from_word(std::uint64_t word) { return Number(static_cast<unsigned long>(word)); }

// For x >= 0: x = high * 2**k + low.
inline void split(const Number& x, std::uint64_t k, Number* high, Number* low) {
#if KRAIT_BIGINT_GMP
    Number top, bottom;
    mpz_tdiv_q_2exp(top.backend().data(), x.backend().data(), k);
    mpz_tdiv_r_2exp(bottom.backend().data(), x.backend().data(), k);
#else
    Number top = x >> k;
    Number bottom = x - (top << k);
#endif
    *high = std::move(top);
    *low = std::move(bottom);
}

// The backends abort or throw where malloc fails, so large requests are tried out first. Small ones are not worth it.
inline bool memory_available(std::uint64_t bytes) {
    constexpr std::uint64_t kWorthAsking = std::uint64_t(1) << 20;
    if (bytes < kWorthAsking) return true;
    void* memory = std::malloc(bytes);
    asm volatile("" : "+r"(memory));  // keep the pair from being optimised away
    std::free(memory);
    return memory != nullptr;
}

constexpr std::uint64_t kSaturated = std::numeric_limits<std::uint64_t>::max();

inline std::uint64_t saturating_multiply(std::uint64_t a, std::uint64_t b) {
    std::uint64_t product = 0;
    return __builtin_mul_overflow(a, b, &product) ? kSaturated : product;
}

// Checks a result's size; `scratch` is how many times its bytes the backend may need on the way.
inline BigIntStatus admit(std::uint64_t bits, std::uint64_t scratch) {
    if (bits > BigInt::kMaxBits) return BigIntStatus::TooBig;
    return memory_available(bits / 8 * scratch) ? BigIntStatus::Ok : BigIntStatus::NoMemory;
}

inline std::uint64_t cost_of_product(std::uint64_t words_a, std::uint64_t words_b) {
    auto [few, many] = std::minmax(words_a, words_b);
    std::uint64_t per_word = std::min<std::uint64_t>(few, 12 * std::bit_width(few));
    return saturating_multiply(many, per_word);
}

inline bool proceed(const Poll* poll, std::uint64_t work) { return !poll || poll->proceed(work); }

// Signed product and non-negative division, cut into chunks when a poll is given; false when interrupted.
[[nodiscard]] bool multiply_polled(const Number& a, const Number& b, Number* out, const Poll* poll);
[[nodiscard]] bool divide_polled(const Number& a, const Number& b, Number* quotient, Number* remainder,
                                 const Poll* poll);
[[nodiscard]] bool pow_polled(const Number& base, std::uint64_t exponent, Number* out, const Poll* poll);

}  // namespace bigint_detail
}  // namespace krait
