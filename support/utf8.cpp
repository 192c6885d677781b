// UTF-8 coding. Long ASCII stretches are skipped eight bytes at a time.
#include "support/utf8.h"

#include <bit>
#include <cstring>

namespace krait {

namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080u;

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The permitted range of the second byte, which excludes overlong forms, surrogates and codes beyond U+10FFFF.
bool second_byte_fits(unsigned char first, unsigned char second, Surrogates surrogates) {
    switch (first) {
        case 0xE0: return second >= 0xA0 && second <= 0xBF;
        case 0xED: return second >= 0x80 && second <= (surrogates == Surrogates::Pass ? 0xBF : 0x9F);
        case 0xF0: return second >= 0x90 && second <= 0xBF;
        case 0xF4: return second >= 0x80 && second <= 0x8F;
        default: return is_continuation(second);
    }
}

template <class Unit>
void decode_valid(std::string_view text, Unit* out) {
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    const auto* end = p + text.size();
    while (p < end) {
        char32_t c = *p;
        if (c < 0x80) {
            *out++ = static_cast<Unit>(c);
            p += 1;
        } else if (c < 0xE0) {
            *out++ = static_cast<Unit>((c & 0x1F) << 6 | (p[1] & 0x3F));
            p += 2;
        } else if (c < 0xF0) {
            *out++ = static_cast<Unit>((c & 0x0F) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3F));
            p += 3;
        } else {
            *out++ = static_cast<Unit>((c & 0x07) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3F));
            p += 4;
        }
    }
}

}  // namespace

std::string_view to_string(Utf8Fault fault) {
    switch (fault) {
        case Utf8Fault::None: return "";
        case Utf8Fault::InvalidStartByte: return "invalid start byte";
        case Utf8Fault::InvalidContinuationByte: return "invalid continuation byte";
        case Utf8Fault::UnexpectedEnd: return "unexpected end of data";
    }
    return "";
}

Utf8Char utf8_decode_one(std::string_view text, std::size_t position, Surrogates surrogates) {
    const auto* p = reinterpret_cast<const unsigned char*>(text.data()) + position;
    std::size_t left = text.size() - position;
    unsigned char first = p[0];
    if (first < 0x80) return {first, 1, Utf8Fault::None};
    if (first < 0xC2 || first > 0xF4) return {0, 1, Utf8Fault::InvalidStartByte};
    std::uint8_t need = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (left < 2) return {0, 1, Utf8Fault::UnexpectedEnd};
    if (!second_byte_fits(first, p[1], surrogates)) return {0, 1, Utf8Fault::InvalidContinuationByte};
    char32_t code = (first & (0x7Fu >> need)) << 6 | (p[1] & 0x3F);
    for (std::uint8_t i = 2; i < need; ++i) {
        if (left <= i) return {0, i, Utf8Fault::UnexpectedEnd};
        if (!is_continuation(p[i])) return {0, i, Utf8Fault::InvalidContinuationByte};
        code = code << 6 | (p[i] & 0x3F);
    }
    return {code, need, Utf8Fault::None};
}

Utf8Error utf8_validate(std::string_view text, Surrogates surrogates) { return utf8_inspect(text, surrogates).error; }

Utf8Info utf8_inspect(std::string_view text, Surrogates surrogates) {
    Utf8Info info;
    std::size_t position = ascii_prefix(text);
    info.length = position;
    if (position) info.max_code = 0x7F;
    while (position < text.size()) {
        Utf8Char next = utf8_decode_one(text, position, surrogates);
        if (next.fault != Utf8Fault::None) {
            info.error = {next.fault, position, next.length};
            return info;
        }
        if (next.code > info.max_code) info.max_code = next.code;
        position += next.length;
        ++info.length;
        if (next.length == 1) {
            std::size_t run = ascii_prefix(text.substr(position));
            position += run;
            info.length += run;
        }
    }
    return info;
}

void utf8_decode_into(std::string_view valid, std::uint8_t* out) { decode_valid(valid, out); }
void utf8_decode_into(std::string_view valid, std::uint16_t* out) { decode_valid(valid, out); }
void utf8_decode_into(std::string_view valid, char32_t* out) { decode_valid(valid, out); }

std::size_t ascii_prefix(std::string_view text) {
    const char* data = text.data();
    std::size_t size = text.size(), i = 0;
    for (; i + 32 <= size; i += 32) {
        std::uint64_t words[4];
        std::memcpy(words, data + i, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & kHighBits) break;
    }
    for (; i + 8 <= size; i += 8) {
        std::uint64_t word;
        std::memcpy(&word, data + i, 8);
        if (word & kHighBits) break;
    }
    while (i < size && static_cast<unsigned char>(data[i]) < 0x80) ++i;
    return i;
}

std::size_t utf8_length(std::string_view valid) {
    std::size_t count = 0, i = 0;
    for (; i + 8 <= valid.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, valid.data() + i, 8);
        // A continuation byte has bit 7 set and bit 6 clear.
        std::uint64_t continuation = word & ~(word << 1) & kHighBits;
        count += 8 - static_cast<std::size_t>(std::popcount(continuation));
    }
    for (; i < valid.size(); ++i) count += !is_continuation(static_cast<unsigned char>(valid[i]));
    return count;
}

std::size_t utf8_encode(char32_t c, char* out) {
    if (c < 0x80) {
        out[0] = static_cast<char>(c);
        return 1;
    }
    if (c < 0x800) {
        out[0] = static_cast<char>(0xC0 | c >> 6);
        out[1] = static_cast<char>(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = static_cast<char>(0xE0 | c >> 12);
        out[1] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out[2] = static_cast<char>(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = static_cast<char>(0xF0 | c >> 18);
    out[1] = static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out[2] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out[3] = static_cast<char>(0x80 | (c & 0x3F));
    return 4;
}

void utf8_append(char32_t c, std::string* out) {
    char buffer[4];
    out->append(buffer, utf8_encode(c, buffer));
}

std::size_t utf8_incomplete_tail(std::string_view text) {
    std::size_t limit = text.size() < 3 ? text.size() : 3;
    for (std::size_t back = 1; back <= limit; ++back) {
        std::size_t position = text.size() - back;
        if (is_continuation(static_cast<unsigned char>(text[position]))) continue;
        return utf8_decode_one(text, position).fault == Utf8Fault::UnexpectedEnd ? back : 0;
    }
    return 0;
}

std::u32string utf8_to_utf32(std::string_view valid) {
    std::u32string text(utf8_length(valid), U'\0');
    utf8_decode_into(valid, text.data());
    return text;
}

std::string utf32_to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char32_t c : text) utf8_append(c, &out);
    return out;
}

}  // namespace krait
