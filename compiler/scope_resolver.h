// The second pass over the names of a module; part of symtable.cpp.
#pragma once

#include "compiler/symtable.h"

namespace krait {

// Gives every symbol its NameScope. Throws CompileFault.
void resolve_scopes(SymbolBlock& top, const NestingLimits&);

// What both passes report.
[[noreturn]] void fail_at(std::string message, int line, int column);
std::string quoted(std::string_view before, std::string_view name, std::string_view after);

}  // namespace krait
