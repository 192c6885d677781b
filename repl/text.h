// UTF-8 text on a terminal: characters, their width in columns, and colours for Python source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace krait::repl {

// Where the character at `at` ends, or the one before `at` begins; combining marks belong to what is before them.
std::size_t next_character(std::string_view text, std::size_t at);
std::size_t previous_character(std::string_view text, std::size_t at);
std::uint32_t code_point(std::string_view text, std::size_t at);
unsigned character_width(std::uint32_t c);  // 0, 1 or 2 columns
std::size_t text_width(std::string_view text);

// What a byte of source text is, for its colour.
enum class Ink : std::uint8_t { Plain, Keyword, Name, String, Number, Comment, Builtin, Count };
// One per byte. Unfinished text is taken as far as it goes.
std::vector<Ink> inks_of(std::string_view source);
const char* ink_code(Ink);  // escape sequence

}  // namespace krait::repl
