// The shortest digits follow Raffaello Giulietti's Schubfach: scale the interval of numbers that round to the double by
// a power of ten to a few units' width, then look for a multiple of ten or of one in it. Three multiplications by a
// 126-bit power suffice. The exact expansion is long arithmetic over as many words as the exponent needs.
#include "support/decimal.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace krait {

namespace {

using Wide = unsigned __int128;

constexpr int kMantissaBits = 52;
constexpr std::uint64_t kHiddenBit = std::uint64_t(1) << kMantissaBits;
constexpr int kLeastExponent = -1074;

struct Parts {
    std::uint64_t mantissa;
    int exponent;     // value = mantissa * 2**exponent
    bool wide_above;  // a power of two: the neighbour below is only half as far away as the one above
};

Parts parts_of(double magnitude) {
    auto bits = std::bit_cast<std::uint64_t>(magnitude);
    std::uint64_t fraction = bits & (kHiddenBit - 1);
    int field = static_cast<int>(bits >> kMantissaBits & 0x7FF);
    if (field == 0) return {fraction, kLeastExponent, false};
    return {fraction | kHiddenBit, kLeastExponent + field - 1, fraction == 0 && field > 1};
}

// ---- powers of ten, to 128 bits

constexpr int kLeastPower = -292, kMostPower = 324;

struct Power {
    std::uint64_t high, low;  // 10**k = (high:low) * 2**e with the top bit set, rounded up
};

constexpr int floor_log2_of_power(int k) { return (k * 1741647) >> 19; }                   // |k| <= 1233
constexpr int floor_log10_of_power2(int e) { return (e * 1262611) >> 22; }                 // |e| <= 1650
constexpr int floor_log10_of_short_power2(int e) { return (e * 1262611 - 524031) >> 22; }  // of 3/4 * 2**e

// A long number for the table only, evaluated by the compiler.
struct LongNumber {
    static constexpr int kWords = 28;
    std::array<std::uint32_t, kWords> words{};
    int used = kWords;  // words above are zero

    constexpr void times5() {
        std::uint64_t carry = 0;
        for (int i = 0; i < used; ++i) {
            carry += std::uint64_t(words[i]) * 5;
            words[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry) words[used++] = static_cast<std::uint32_t>(carry);
    }
    constexpr void divide5() {
        std::uint64_t rest = 0;
        for (int i = used; i-- > 0;) {
            rest = rest << 32 | words[i];
            words[i] = static_cast<std::uint32_t>(rest / 5);
            rest %= 5;
        }
        while (words[used - 1] == 0) --used;
    }
    constexpr std::uint32_t word(int i) const { return i < 0 ? 0 : words[i]; }
    // The top 128 bits; *exact says whether the others are zero.
    constexpr Power top(bool* exact) const {
        int zeros = std::countl_zero(words[used - 1]);
        std::array<std::uint32_t, 4> out{};
        for (int i = 0; i < 4; ++i) {
            std::uint64_t pair = std::uint64_t(word(used - 1 - i)) << 32 | word(used - 2 - i);
            out[i] = static_cast<std::uint32_t>(pair << zeros >> 32);
        }
        *exact = used < 5 || std::uint32_t(std::uint64_t(words[used - 5]) << zeros) == 0;
        for (int i = 0; i < used - 5; ++i) *exact = *exact && words[i] == 0;
        return {std::uint64_t(out[0]) << 32 | out[1], std::uint64_t(out[2]) << 32 | out[3]};
    }
};

constexpr Power rounded_up(Power p) { return {p.high + (p.low + 1 == 0), p.low + 1}; }

constexpr auto kPowers = [] {
    std::array<Power, kMostPower - kLeastPower + 1> table{};
    bool exact = false;
    LongNumber up;  // 5**k
    up.words[0] = 1;
    up.used = 1;
    for (int k = 0; k <= kMostPower; ++k) {
        Power p = up.top(&exact);
        table[k - kLeastPower] = exact ? p : rounded_up(p);
        up.times5();
    }
    LongNumber down;  // 2**895 / 5**-k
    down.words[LongNumber::kWords - 1] = 0x80000000u;
    for (int k = -1; k >= kLeastPower; --k) {
        down.divide5();
        table[k - kLeastPower] = rounded_up(down.top(&exact));
    }
    return table;
}();

// The upper 64 bits of power * x / 2**64, the last one set when anything but rounding noise is below.
std::uint64_t scale(const Power& power, std::uint64_t x) {
    Wide low = Wide(power.low) * x, high = Wide(power.high) * x;
    Wide sum = (high & UINT64_MAX) + (low >> 64);
    std::uint64_t rest = static_cast<std::uint64_t>(sum);
    return (static_cast<std::uint64_t>(high >> 64) + static_cast<std::uint64_t>(sum >> 64)) | (rest > 1);
}

void strip_zeros(ShortDecimal* number) {
    while (number->digits % 100 == 0) number->digits /= 100, number->exponent += 2;
    if (number->digits % 10 == 0) number->digits /= 10, number->exponent += 1;
}

// ---- long arithmetic of the exact expansion

constexpr std::uint32_t kChunk = 1'000'000'000;  // nine digits at a time
constexpr int kChunkDigits = 9;
constexpr int kMostWords = 36;

int digit_count(std::uint64_t x) {
    int count = 1;
    for (; x >= 10000; x /= 10000) count += 4;
    return count + (x >= 10) + (x >= 100) + (x >= 1000);
}

// mantissa * 2**shift over `words` words, shift >= 0.
void place(std::uint64_t mantissa, int shift, std::uint32_t* words) {
    int at = shift / 32;
    Wide part = Wide(mantissa) << (shift % 32);
    for (; part; part >>= 32) words[at++] = static_cast<std::uint32_t>(part);
}

}  // namespace

ShortDecimal shortest_decimal(double magnitude) {
    auto [mantissa, exponent, wide_above] = parts_of(magnitude);
    // Borders of the interval in quarters of the last bit. They belong to it if the mantissa is even.
    std::uint64_t below = 4 * mantissa - (wide_above ? 1 : 2), middle = 4 * mantissa, above = 4 * mantissa + 2;
    std::uint64_t open = mantissa & 1;
    int k = wide_above ? floor_log10_of_short_power2(exponent) : floor_log10_of_power2(exponent);
    const Power& power = kPowers[-k - kLeastPower];
    int shift = exponent + floor_log2_of_power(-k) + 1;
    std::uint64_t lower = scale(power, below << shift) + open;
    std::uint64_t value = scale(power, middle << shift);
    std::uint64_t upper = scale(power, above << shift) - open;
    ShortDecimal result{value / 4, k};
    // One digit less if exactly one multiple of ten lies inside; else the multiple of one that does, or the nearer one.
    if (std::uint64_t tens = value / 40; tens > 0) {
        bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
        if (down != up) {
            result = {tens + (up ? 1 : 0), k + 1};
            strip_zeros(&result);
            return result;
        }
    }
    std::uint64_t unit = result.digits;
    bool down = lower <= 4 * unit, up = 4 * unit + 4 <= upper;
    if (down != up) {
        result.digits += up ? 1 : 0;
    } else {
        std::uint64_t half = 4 * unit + 2;
        result.digits += value > half || (value == half && (unit & 1)) ? 1 : 0;
    }
    strip_zeros(&result);
    return result;
}

bool fixed_decimal(double magnitude, int places, std::uint64_t* whole, std::uint64_t* fraction) {
    constexpr int kMostPlaces = 17;
    auto [mantissa, exponent, wide_above] = parts_of(magnitude);
    if (places < 0 || places > kMostPlaces || exponent > 63 - kMantissaBits - 1) return false;
    if (exponent >= 0) {
        *whole = mantissa << exponent;
        *fraction = 0;
        return true;
    }
    int shift = -exponent;
    std::uint64_t power = 1;
    for (int i = 0; i < places; ++i) power *= 10;
    *whole = shift < 64 ? mantissa >> shift : 0;
    *fraction = 0;
    if (shift > 126) return true;   // mantissa * 10**17 is below 2**110: far less than half of the last place
    Wide scaled = (mantissa - (shift < 64 ? *whole << shift : 0)) * Wide(power);
    *fraction = static_cast<std::uint64_t>(scaled >> shift);
    Wide rest = scaled - (Wide(*fraction) << shift), half = Wide(1) << (shift - 1);
    bool odd = ((places ? *fraction : *whole) & 1) != 0;
    if (rest > half || (rest == half && odd)) ++*fraction;
    if (*fraction == power) {
        *fraction = 0;
        ++*whole;
    }
    return true;
}

bool ExactDecimal::enough(Limit limit, int wanted) const {
    return limit == Limit::Significant ? size_ > wanted : size_ - point_ > wanted;
}

// `width` digits of `part`; leading zeros of the whole number only move the point.
void ExactDecimal::append(std::uint64_t part, int width) {
    char text[24];
    for (int i = width; i-- > 0; part /= 10) text[i] = static_cast<char>('0' + part % 10);
    int skip = 0;
    if (size_ == 0) {
        while (skip < width && text[skip] == '0') ++skip;
    }
    std::memcpy(digits_ + 1 + size_, text + skip, static_cast<std::size_t>(width - skip));
    size_ += width - skip;
}

void ExactDecimal::expand(double magnitude, Limit limit, int wanted) {
    size_ = point_ = 0;
    more_ = false;
    auto [mantissa, exponent, wide_above] = parts_of(magnitude);
    std::uint32_t words[kMostWords] = {};
    std::uint64_t whole = exponent >= 0 ? 0 : exponent > -64 ? mantissa >> -exponent : 0;
    if (exponent >= 0) {
        // Nine digits from below by each division.
        std::uint32_t chunks[kMostWords];
        int count = 0, used = (exponent + kMantissaBits + 1 + 31) / 32;
        for (place(mantissa, exponent, words); used > 0;) {
            std::uint64_t rest = 0;
            for (int i = used; i-- > 0;) {
                rest = rest << 32 | words[i];
                words[i] = static_cast<std::uint32_t>(rest / kChunk);
                rest %= kChunk;
            }
            chunks[count++] = static_cast<std::uint32_t>(rest);
            while (used > 0 && words[used - 1] == 0) --used;
        }
        while (count > 0) append(chunks[--count], kChunkDigits);
        point_ = size_;
        return;
    }
    if (whole > 0) append(whole, digit_count(whole));
    point_ = size_;
    // The fraction as a binary one of `used` words; each multiplication pushes nine digits over its upper end.
    int used = (-exponent + 31) / 32, low = 0;
    std::uint64_t fraction = exponent > -64 ? mantissa & ((std::uint64_t(1) << -exponent) - 1) : mantissa;
    place(fraction, used * 32 + exponent, words);
    auto skip_zeros = [&] {
        while (low < used && words[low] == 0) ++low;
        return low == used;
    };
    bool done = skip_zeros();
    while (!done && !enough(limit, wanted)) {
        std::uint64_t carry = 0;
        for (int i = low; i < used; ++i) {
            carry += std::uint64_t(words[i]) * kChunk;
            words[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        bool leading = size_ == 0;
        append(carry, kChunkDigits);
        if (leading) point_ -= kChunkDigits - size_;
        done = skip_zeros();
    }
    more_ = !done;
}

// Keeps the first `keep` digits (which may be all, or less than none).
void ExactDecimal::round_at(int keep) {
    if (keep >= size_) return;
    bool up = false;
    if (const char* rest = digits() + keep; keep >= 0 && *rest >= '5') {
        bool exact = !more_ && std::all_of(rest + 1, digits() + size_, [](char c) { return c == '0'; });
        bool odd = keep > 0 && (rest[-1] & 1);
        up = *rest > '5' || !exact || odd;
    }
    size_ = std::max(keep, 0);
    if (!up) return;
    int i = size_;
    digits_[0] = '0';
    while (digits_[i] == '9') digits_[i--] = '0';
    ++digits_[i];
    if (i > 0) return;
    // A carry beyond the first digit: 1 and zeros.
    std::memmove(digits_ + 1, digits_, static_cast<std::size_t>(size_) + 1);
    ++point_;
    if (size_ == 0) size_ = 1;
}

void ExactDecimal::to_significant(double magnitude, int count) {
    expand(magnitude, Limit::Significant, count);
    round_at(count);
}

void ExactDecimal::to_places(double magnitude, int places) {
    expand(magnitude, Limit::Places, places);
    round_at(point_ + places);
}

}  // namespace krait
