// UTF-8: strict decoding with the positions and reasons that Python's codec reports, encoding, counting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace krait {

constexpr char32_t kMaxCodePoint = 0x10FFFF;

constexpr bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

enum class Utf8Fault : std::uint8_t { None, InvalidStartByte, InvalidContinuationByte, UnexpectedEnd };

// 'invalid start byte', 'invalid continuation byte', 'unexpected end of data'.
std::string_view to_string(Utf8Fault fault);

// The outcome of decoding one sequence or of scanning a text. On a fault, text[position, position + length) are the
// bytes Python puts into UnicodeDecodeError.start and .end.
struct Utf8Error {
    Utf8Fault fault = Utf8Fault::None;
    std::size_t position = 0;
    std::size_t length = 0;

    explicit operator bool() const { return fault != Utf8Fault::None; }
};

enum class Surrogates : std::uint8_t { Refuse, Pass };

struct Utf8Char {
    char32_t code = 0;
    std::uint8_t length = 0;  // bytes consumed; on a fault, the bytes at fault
    Utf8Fault fault = Utf8Fault::None;
};

// Decodes the sequence at `position` (< text.size()).
Utf8Char utf8_decode_one(std::string_view text, std::size_t position, Surrogates surrogates = Surrogates::Refuse);

// The first fault, or none.
Utf8Error utf8_validate(std::string_view text, Surrogates surrogates = Surrogates::Refuse);

// What a string object needs to know before it is made.
struct Utf8Info {
    std::size_t length = 0;    // code points
    char32_t max_code = 0;     // the largest: an upper bound when it is below 0x80 (0x7F for any ASCII text)
    Utf8Error error;
};
Utf8Info utf8_inspect(std::string_view text, Surrogates surrogates = Surrogates::Refuse);

// Decodes valid UTF-8 of `length` code points into units of 1, 2 or 4 bytes that can hold every one of them.
void utf8_decode_into(std::string_view valid, std::uint8_t* out);
void utf8_decode_into(std::string_view valid, std::uint16_t* out);
void utf8_decode_into(std::string_view valid, char32_t* out);

// The number of leading ASCII bytes.
std::size_t ascii_prefix(std::string_view text);
inline bool is_ascii(std::string_view text) { return ascii_prefix(text) == text.size(); }

// Code points of valid UTF-8.
std::size_t utf8_length(std::string_view valid);

constexpr std::size_t utf8_size(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// Writes 1 to 4 bytes (surrogates as three bytes) and returns their number.
std::size_t utf8_encode(char32_t c, char* out);
void utf8_append(char32_t c, std::string* out);

// Bytes at the end of `text` that begin a sequence which more input could complete (0..3), for incremental decoding.
std::size_t utf8_incomplete_tail(std::string_view text);

std::u32string utf8_to_utf32(std::string_view valid);
std::string utf32_to_utf8(std::u32string_view text);

}  // namespace krait
