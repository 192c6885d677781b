// The line of a program that a SyntaxError shows.
#pragma once

#include <cstdint>
#include <string>

namespace krait {

class Thread;
struct StrObject;

/// The line as it stands in the file of that name, newline included; false when there is none. As in CPython 3.6 a line
/// that does not exist is the last one, and a long line is its last piece of up to 999 bytes.
bool program_line(Thread&, const StrObject* filename, int32_t line, std::string* out);

}  // namespace krait
