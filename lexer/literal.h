// What a literal's text means: numbers, and the escapes of str and bytes. Pure functions from text to value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/arena.h"

namespace krait {

/// A numeric literal. Integers that fit are in `integer`; larger ones keep their digits (no prefix, no underscores).
struct NumberLiteral {
    enum class Kind : std::uint8_t { Integer, BigInteger, Float, Imaginary };
    Kind kind = Kind::Integer;
    std::uint8_t base = 10;    ///< of `digits`: 2, 8, 10 or 16
    std::int64_t integer = 0;  ///< Kind::Integer
    double real = 0;           ///< Kind::Float, or the imaginary part for Kind::Imaginary
    std::string_view digits;   ///< Kind::BigInteger
};

/// The value of a NUMBER token. `digits` is copied into the arena when it is needed.
NumberLiteral read_number(std::string_view token, Arena* arena);

/// Prefix and quotes of a STRING token, cut away.
struct StringParts {
    std::string_view body;
    bool bytes = false;
    bool raw = false;
    bool formatted = false;  ///< f'…'
    bool triple = false;     ///< in three quotes
    bool unicode_prefix = false;
};
StringParts split_string(std::string_view token);

/// What reading a body found out beside its value.
struct StringNotes {
    bool has_surrogates = false;  ///< an escape named a lone surrogate; it is three bytes of the text
    char invalid_escape = 0;      ///< the first letter after a backslash that means nothing (a DeprecationWarning)
    std::string error;            ///< after a fault: CPython's message
};

/// Appends the value of a str literal's body as UTF-8. False on a fault.
[[nodiscard]] bool read_str_body(std::string_view body, bool raw, std::string* out, StringNotes* notes);

/// Appends the value of a bytes literal's body. False on a fault.
[[nodiscard]] bool read_bytes_body(std::string_view body, bool raw, std::string* out, StringNotes* notes);

}  // namespace krait
