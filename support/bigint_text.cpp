// Integers to and from text. Long conversions in bases that are no power of two divide and conquer, so that they can
// be polled.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "support/bigint.h"
#include "support/bigint_backend.h"

namespace krait {

using namespace bigint_detail;

namespace {

#if KRAIT_BIGINT_GMP
constexpr std::size_t kLeafDigits = 65536;
#else
constexpr std::size_t kLeafDigits = 1024;
constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
#endif

constexpr std::array<std::uint8_t, 256> kDigitValue = [] {
    std::array<std::uint8_t, 256> table{};
    for (auto& value : table) value = 255;
    for (unsigned i = 0; i < 10; ++i) table['0' + i] = static_cast<std::uint8_t>(i);
    for (unsigned i = 0; i < 26; ++i) table['a' + i] = table['A' + i] = static_cast<std::uint8_t>(10 + i);
    return table;
}();

#if KRAIT_BIGINT_GMP
std::string digits_of(mpz_srcptr x, unsigned base) {
    if (mpz_sgn(x) == 0) return {};
    std::string text(mpz_sizeinbase(x, static_cast<int>(base)) + 2, '\0');
    mpz_get_str(text.data(), static_cast<int>(base), x);
    text.resize(std::strlen(text.c_str()));
    return text;
}
#endif

// The digits of x >= 0 without leading zeros; empty for zero.
std::string leaf_to_text(const Number& x, unsigned base) {
#if KRAIT_BIGINT_GMP
    return digits_of(x.backend().data(), base);
#else
    if (x.sign() == 0) return {};
    std::uint64_t big = base;
    int per_step = 1;
    while (big <= 0xffffffffu / base) {
        big *= base;
        ++per_step;
    }
    std::string text;
    Number rest = x, quotient, remainder;
    const Number divisor = from_word(big);
    while (rest.sign() != 0) {
        divide_qr(rest, divisor, quotient, remainder);
        std::uint64_t part = low_word(remainder);
        for (int i = 0; i < per_step; ++i, part /= base) text += kDigits[part % base];
        rest.swap(quotient);
    }
    while (!text.empty() && text.back() == '0') text.pop_back();
    std::reverse(text.begin(), text.end());
    return text;
#endif
}

Number leaf_from_text(std::string_view digits, unsigned base) {
    Number value;
#if KRAIT_BIGINT_GMP
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty()) return value;
    std::string values(digits.size(), '\0');
    for (std::size_t i = 0; i < digits.size(); ++i)
        values[i] = static_cast<char>(kDigitValue[static_cast<unsigned char>(digits[i])]);
    auto room = static_cast<mp_size_t>(BigInt::estimate_bits_text(digits.size(), base) / 64 + 3);
    mp_limb_t* limbs = mpz_limbs_write(value.backend().data(), room);
    mp_size_t used = mpn_set_str(limbs, reinterpret_cast<const unsigned char*>(values.data()), values.size(),
                                 static_cast<int>(base));
    mpz_limbs_finish(value.backend().data(), used);
#else
    std::size_t i = 0;
    while (i < digits.size()) {
        std::uint64_t part = 0, scale = 1;
        while (i < digits.size() && scale <= 0xffffffffu / base) {
            part = part * base + kDigitValue[static_cast<unsigned char>(digits[i++])];
            scale *= base;
        }
        value *= scale;
        value += part;
    }
#endif
    return value;
}

// base**(kLeafDigits * 2**i) for each i.
class PowerTower {
  public:
    PowerTower(unsigned base, const Poll* poll) : base_(base), poll_(poll) {}

    // Adds powers until one exceeds `bits` bits, or until there are `levels` of them.
    bool grow_to_bits(std::uint64_t bits) {
        while (powers_.empty() || bits_of(powers_.back()) <= bits / 2 + 1) {
            if (!add()) return false;
        }
        return true;
    }
    bool grow_to_levels(std::size_t levels) {
        while (powers_.size() < levels) {
            if (!add()) return false;
        }
        return true;
    }
    const Number& operator[](std::size_t level) const { return powers_[level]; }
    std::size_t size() const { return powers_.size(); }

  private:
    bool add() {
        Number next;
        if (powers_.empty()) {
            if (!pow_polled(Number(base_), kLeafDigits, &next, poll_)) return false;
        } else if (!multiply_polled(powers_.back(), powers_.back(), &next, poll_)) {
            return false;
        }
        powers_.push_back(std::move(next));
        return true;
    }

    unsigned base_;
    const Poll* poll_;
    std::vector<Number> powers_;
};

struct TextWriter {
    unsigned base;
    const Poll* poll;
    PowerTower* tower;
    std::string* out;

    void leaf(const Number& x, bool pad) {
        std::string text = leaf_to_text(x, base);
        if (pad) out->append(kLeafDigits - std::min(kLeafDigits, text.size()), '0');
        *out += text;
    }

    // x < base**(kLeafDigits * 2**level); `pad` says that digits precede it.
    bool write(const Number& x, std::size_t level, bool pad) {
        if (level == 0) {
            if (!proceed(poll, kLeafDigits * 16)) return false;
            leaf(x, pad);
            return true;
        }
        const Number& power = (*tower)[level - 1];
        if (!pad && x < power) return write(x, level - 1, false);
        Number high, low;
        if (!divide_polled(x, power, &high, &low, poll)) return false;
        bool more = pad || high.sign() != 0;
        if (more && !write(high, level - 1, pad)) return false;
        return write(low, level - 1, more);
    }
};

struct TextReader {
    unsigned base;
    const Poll* poll;
    PowerTower* tower;

    bool read(std::string_view digits, std::size_t level, Number* out) {
        if (level == 0) {
            if (!proceed(poll, digits.size() * 8)) return false;
            *out = leaf_from_text(digits, base);
            return true;
        }
        std::size_t low_size = kLeafDigits << (level - 1);
        if (digits.size() <= low_size) return read(digits, level - 1, out);
        Number high, low;
        if (!read(digits.substr(0, digits.size() - low_size), level - 1, &high) ||
            !read(digits.substr(digits.size() - low_size), level - 1, &low) ||
            !multiply_polled(high, (*tower)[level - 1], &high, poll)) {
            return false;
        }
        high += low;
        *out = std::move(high);
        return true;
    }
};

// Bits of a base that is a power of two, which needs no division; else 0.
unsigned power_of_two_bits(unsigned base) { return std::has_single_bit(base) ? std::bit_width(base) - 1u : 0; }

#if KRAIT_BIGINT_GMP
// Digits of a power of two that fill whole words: runs of them are written and read apart, and a poll comes between.
constexpr std::size_t kRunDigits = std::size_t(64) << 12;

bool write_binary(const Number& x, unsigned bits_per_digit, std::string* out, const Poll* poll) {
    mpz_srcptr all = x.backend().data();
    const std::size_t run = kRunDigits * bits_per_digit / 64;
    std::size_t at = mpz_size(all), count = (at - 1) % run + 1;
    for (bool first = true; at != 0; first = false, count = run) {
        if (!proceed(poll, kRunDigits)) return false;
        at -= count;
        mpz_t view;
        std::string text = digits_of(mpz_roinit_n(view, mpz_limbs_read(all) + at, static_cast<mp_size_t>(count)),
                                     1u << bits_per_digit);
        if (!first) out->append(kRunDigits - text.size(), '0');
        *out += text;
    }
    return true;
}

bool read_binary(std::string_view digits, unsigned bits_per_digit, Number* out, const Poll* poll) {
    const std::size_t run = kRunDigits * bits_per_digit / 64, runs = (digits.size() + kRunDigits - 1) / kRunDigits;
    const auto words = static_cast<mp_size_t>(runs * run);
    Number result;
    mp_limb_t* at = mpz_limbs_write(result.backend().data(), words);
    std::fill(at, at + words, 0);
    for (; !digits.empty(); at += run) {
        if (!proceed(poll, kRunDigits)) return false;
        std::size_t size = std::min(kRunDigits, digits.size());
        Number part = leaf_from_text(digits.substr(digits.size() - size), 1u << bits_per_digit);
        mpz_srcptr limbs = part.backend().data();
        std::copy_n(mpz_limbs_read(limbs), mpz_size(limbs), at);
        digits.remove_suffix(size);
    }
    mpz_limbs_finish(result.backend().data(), words);
    *out = std::move(result);
    return true;
}
#else
bool write_binary(const Number& x, unsigned bits_per_digit, std::string* out, const Poll*) {
    std::uint64_t bits = bits_of(x);
    std::size_t count = (bits + bits_per_digit - 1) / bits_per_digit;
    std::string text(count, '0');
    for (std::size_t i = 0; i < count; ++i) {
        unsigned digit = 0;
        for (unsigned k = bits_per_digit; k-- > 0;) {
            std::uint64_t at = i * bits_per_digit + k;
            digit = digit * 2 + (at < bits && bit_test(x, at) ? 1 : 0);
        }
        text[count - 1 - i] = kDigits[digit];
    }
    *out += text;
    return true;
}
#endif

}  // namespace

std::uint64_t BigInt::estimate_digits(std::uint64_t bits, unsigned base) {
    return static_cast<std::uint64_t>(static_cast<double>(bits) / std::log2(base) * 1.0000001) + 2;
}

std::uint64_t BigInt::estimate_bits_text(std::size_t digits, unsigned base) {
    return static_cast<std::uint64_t>(static_cast<double>(digits) * std::log2(base) * 1.0000001) + 2;
}

BigIntStatus BigInt::to_text(unsigned base, std::string* out, const Poll* poll) const {
    if (base < 2 || base > 36) return BigIntStatus::Invalid;
    out->clear();
    if (is_zero()) {
        *out = "0";
        return BigIntStatus::Ok;
    }
    std::uint64_t bits = bit_length();
    if (!memory_available(estimate_digits(bits, base) * 2 + bits)) return BigIntStatus::NoMemory;
    if (is_negative()) *out += '-';
    const Number magnitude = abs(num(*this));
    if (unsigned bits_per_digit = power_of_two_bits(base)) {
        out->reserve(bits / bits_per_digit + 2);
        return write_binary(magnitude, bits_per_digit, out, poll) ? BigIntStatus::Ok : BigIntStatus::Interrupted;
    }
    std::uint64_t digits = estimate_digits(bits, base);
    bool direct = KRAIT_BIGINT_GMP ? (!poll || digits <= 2 * kLeafDigits) : digits <= kLeafDigits;
    if (direct) {
        if (digits > 4096 && !proceed(poll, digits * 16)) return BigIntStatus::Interrupted;
        *out += leaf_to_text(magnitude, base);
        return BigIntStatus::Ok;
    }
    out->reserve(digits + 1);
    PowerTower tower(base, poll);
    if (!tower.grow_to_bits(bits)) return BigIntStatus::Interrupted;
    TextWriter writer{base, poll, &tower, out};
    return writer.write(magnitude, tower.size(), false) ? BigIntStatus::Ok : BigIntStatus::Interrupted;
}

BigIntStatus BigInt::from_text(std::string_view digits, unsigned base, BigInt* out, const Poll* poll) {
    if (base < 2 || base > 36 || digits.empty()) return BigIntStatus::Invalid;
    constexpr std::size_t kLookedThrough = std::size_t(1) << 20;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (kDigitValue[static_cast<unsigned char>(digits[i])] >= base) return BigIntStatus::Invalid;
        if (i % kLookedThrough == kLookedThrough - 1 && !proceed(poll, kLookedThrough / 8))
            return BigIntStatus::Interrupted;
    }
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    std::uint64_t bits = estimate_bits_text(digits.size(), base);
    if (bits > kMaxBits) return BigIntStatus::TooBig;
    if (!memory_available(bits)) return BigIntStatus::NoMemory;
    bool direct = KRAIT_BIGINT_GMP ? (!poll || digits.size() <= 2 * kLeafDigits) : digits.size() <= kLeafDigits;
    if (direct) {
        if (digits.size() > 4096 && !proceed(poll, digits.size() * 8)) return BigIntStatus::Interrupted;
        num(*out) = leaf_from_text(digits, base);
        return BigIntStatus::Ok;
    }
#if KRAIT_BIGINT_GMP
    if (unsigned bits_per_digit = power_of_two_bits(base))
        return read_binary(digits, bits_per_digit, &num(*out), poll) ? BigIntStatus::Ok : BigIntStatus::Interrupted;
#endif
    std::size_t levels = 0;
    while ((kLeafDigits << levels) < digits.size()) ++levels;
    PowerTower tower(base, poll);
    if (!tower.grow_to_levels(levels)) return BigIntStatus::Interrupted;
    TextReader reader{base, poll, &tower};
    return reader.read(digits, levels, &num(*out)) ? BigIntStatus::Ok : BigIntStatus::Interrupted;
}

}  // namespace krait
