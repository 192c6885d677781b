// Listing of the internal form of a module and everything nested in it.
#pragma once

#include <string>

#include "compiler/compiled_code.h"

namespace krait::bridge {

std::string internal_form_of(const CompiledCode&);

}  // namespace krait::bridge
