// Code objects as bytes: marshal format version 4 and `.pyc` files of CPython 3.6.
#pragma once

#include <cstdint>
#include <string>

#include "compiler/compiled_code.h"

namespace krait {

/// First four bytes of a `.pyc` file: 3379, "\r\n".
inline constexpr char kPycMagic[4] = {'\x33', '\x0d', '\r', '\n'};

/// Whether a text that occurs again is written as a reference: smaller and quicker to read.
enum class MarshalTexts : uint8_t { Repeated, Shared };

/// What marshal.loads of CPython 3.6 turns into the code object.
std::string marshal_code(const CompiledCode& code, MarshalTexts texts = MarshalTexts::Repeated);

/// A whole `.pyc` file: magic, modification time and size of the source, the marshalled code.
std::string write_pyc(const CompiledCode& code, uint32_t source_mtime, uint32_t source_size);

}  // namespace krait
