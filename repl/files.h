// Whole files in and out, over the system calls: the command line needs no more, and iostreams would weigh 400 KB in an
// executable that carries its C++ library.
#pragma once

#include <sys/types.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace krait::repl {

// False: errno says why. A path that names a folder cannot be read.
bool read_file(const std::string& path, std::string* out);

enum class WriteMode : unsigned char { Replace, Append };
// The parts one after the other. False: errno says why.
bool write_file(const std::string& path, std::initializer_list<std::string_view> parts,
                WriteMode mode = WriteMode::Replace, mode_t permissions = 0666);

}  // namespace krait::repl
