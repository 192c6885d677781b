// `krait freeze`: a copy of this executable with a program behind it, and how such a copy finds its program.
#pragma once

#include <cstdint>
#include <string>

#include "repl/options.h"

namespace krait::repl {

int freeze(const CommandLine&);
// Index of the program in this executable; false: it is the plain interpreter.
bool frozen_program(std::uint64_t* offset, std::uint64_t* size);
std::string own_path();

}  // namespace krait::repl
