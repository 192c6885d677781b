// The internal form for people: listing of a module and everything nested in it, counts of executed operations.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "compiler/compiled_code.h"

namespace krait::bridge {

std::string internal_form_of(const CompiledCode&);

// `-X opstats`: how many counters there are, and what they say, the most frequent operation first.
size_t operation_kinds();
std::string operation_table(std::span<const uint64_t> counts);

}  // namespace krait::bridge
