// _sre: sets of characters, categories, case.
#include <cstring>

#include "builtins/modules/sre.h"
#include "support/unicode_data.h"

namespace krait::sre {

namespace {

constexpr bool ascii_word(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Category numbers without the lowest bit, which negates.
enum : uint32_t {
    kDigit = 0,
    kSpace = 2,
    kWord = 4,
    kLineBreak = 6,
    kLocWord = 8,
    kUniDigit = 10,
    kUniSpace = 12,
    kUniWord = 14,
    kUniLineBreak = 16
};

bool in_positive_category(uint32_t category, uint32_t c) {
    switch (category) {
        case kDigit: return c >= '0' && c <= '9';
        case kSpace: return c == ' ' || (c >= '\t' && c <= '\r');
        case kWord:
        case kLocWord: return ascii_word(c);  // the locale is always "C"
        case kLineBreak: return c == '\n';
        case kUniDigit: return unicode::is_decimal(c);
        case kUniSpace: return unicode::is_space(c);
        case kUniWord: return unicode::is_alnum(c) || c == '_';
        default: return unicode::is_line_break(c);
    }
}

// Bits of the characters below 256, built set code by set code: a character belongs to the first code that knows it.
struct SmallSet {
    uint32_t bits[8] = {};
    void add(uint32_t c) {
        if (c < 256) bits[c >> 5] |= 1u << (c & 31);
    }
    void add_range(uint32_t low, uint32_t high) {
        for (uint32_t c = low; c <= high && c < 256; ++c) add(c);
    }
};

SmallSet small_category(uint32_t category) {
    SmallSet set;
    for (uint32_t c = 0; c < 256; ++c)
        if (in_category(category, c)) set.add(c);
    return set;
}

// Place behind one code of a set.
size_t code_size(const uint32_t* words) {
    switch (words[0]) {
        case code::Literal:
        case code::Category: return 2;
        case code::Range:
        case code::RangeIgnore: return 3;
        case code::Charset: return 9;
        case code::BigCharset: return 2 + 64 + size_t{words[1]} * 8;
        default: return 1;  // Negate, Failure
    }
}

uint32_t big_charset_block(const uint32_t* words, uint32_t high) {
    return (words[2 + high / 4] >> (high % 4 * 8)) & 0xFF;
}

SmallSet small_codes(const CharSet& set) {
    SmallSet result, decided;
    bool positive = true;
    for (const uint32_t* w = set.codes;; w += code_size(w)) {
        SmallSet now;
        switch (w[0]) {
            case code::Negate: positive = !positive; continue;
            case code::Literal: now.add(w[1]); break;
            case code::Range: now.add_range(w[1], w[2]); break;
            case code::RangeIgnore:
                for (uint32_t c = 0; c < 256; ++c) {
                    uint32_t upper = upper_char(set.upper, c);
                    if ((w[1] <= c && c <= w[2]) || (w[1] <= upper && upper <= w[2])) now.add(c);
                }
                break;
            case code::Category: now = small_category(w[1]); break;
            case code::Charset: std::memcpy(now.bits, w + 1, sizeof(now.bits)); break;
            case code::BigCharset:
                std::memcpy(now.bits, w + 66 + size_t{big_charset_block(w, 0)} * 8, sizeof(now.bits));
                break;
            default:  // the end: everything not decided
                for (unsigned i = 0; i < 8; ++i)
                    if (!positive) result.bits[i] |= ~decided.bits[i];
                return result;
        }
        for (unsigned i = 0; i < 8; ++i) {
            if (positive) result.bits[i] |= now.bits[i] & ~decided.bits[i];
            decided.bits[i] |= now.bits[i];
        }
    }
}

bool codes_have(const CharSet& set, uint32_t c) {
    bool positive = true;
    for (const uint32_t* w = set.codes;; w += code_size(w)) {
        bool hit = false;
        switch (w[0]) {
            case code::Negate: positive = !positive; continue;
            case code::Literal: hit = c == w[1]; break;
            case code::Range: hit = w[1] <= c && c <= w[2]; break;
            case code::RangeIgnore: {
                uint32_t upper = upper_char(set.upper, c);
                hit = (w[1] <= c && c <= w[2]) || (w[1] <= upper && upper <= w[2]);
                break;
            }
            case code::Category: hit = in_category(w[1], c); break;
            case code::Charset: hit = c < 256 && ((w[1 + (c >> 5)] >> (c & 31)) & 1); break;
            case code::BigCharset:
                hit = c < 0x10000 &&
                      ((w[66 + size_t{big_charset_block(w, c >> 8)} * 8 + ((c & 0xFF) >> 5)] >> (c & 31)) & 1);
                break;
            default: return !positive;
        }
        if (hit) return positive;
    }
}

}  // namespace

bool in_category(uint32_t category, uint32_t c) {
    return in_positive_category(category & ~1u, c) != ((category & 1) != 0);
}

uint32_t fold_char(Fold fold, uint32_t c) {
    if (c < 128 || fold == Fold::Ascii) return fold != Fold::None && c >= 'A' && c <= 'Z' ? c + 32 : c;
    return fold == Fold::Unicode && c <= 0x10FFFF ? static_cast<uint32_t>(unicode::simple_lower(c)) : c;
}
uint32_t upper_char(Fold fold, uint32_t c) {
    if (c < 128 || fold == Fold::Ascii) return fold != Fold::None && c >= 'a' && c <= 'z' ? c - 32 : c;
    return fold == Fold::Unicode && c <= 0x10FFFF ? static_cast<uint32_t>(unicode::simple_upper(c)) : c;
}

bool charset_has(const CharSet& set, uint32_t c) { return codes_have(set, fold_char(set.fold, c)); }

void charset_fill_bits(CharSet& set) {
    SmallSet plain = small_codes(set);
    if (set.fold == Fold::None) {
        std::memcpy(set.bits, plain.bits, sizeof(set.bits));
        return;
    }
    SmallSet folded;
    for (uint32_t c = 0; c < 256; ++c) {
        uint32_t lower = fold_char(set.fold, c);
        if (lower < 256 ? (plain.bits[lower >> 5] >> (lower & 31)) & 1 : codes_have(set, lower)) folded.add(c);
    }
    std::memcpy(set.bits, folded.bits, sizeof(set.bits));
}

size_t charset_size(const uint32_t* words, size_t available) {
    size_t i = 0;
    while (i < available) {
        size_t left = available - i, size = 1;
        const uint32_t* w = words + i;
        switch (w[0]) {
            case code::Failure: return i + 1;
            case code::Negate: break;
            case code::Literal:
            case code::Category:
            case code::Range:
            case code::RangeIgnore:
            case code::Charset:
                size = code_size(w);
                if (size > left || (w[0] == code::Category && w[1] >= kCategoryCount)) return 0;
                break;
            case code::BigCharset:
                if (left < 2 + 64 || w[1] > left / 8) return 0;
                size = code_size(w);
                if (size > left) return 0;
                for (uint32_t k = 0; k < 256; ++k)
                    if (big_charset_block(w, k) >= w[1]) return 0;
                break;
            default: return 0;
        }
        i += size;
    }
    return 0;
}

}  // namespace krait::sre
