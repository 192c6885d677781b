// Bytecode as text, in the layout of `dis.dis` of CPython 3.6. Serves the command line, golden tests and the reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/compiled_code.h"
#include "compiler/opcode.h"

namespace krait {

/// One decoded instruction; EXTENDED_ARG appears as an instruction of its own, as in `dis`.
struct DecodedInstruction {
    int offset = 0;
    uint8_t opcode = 0;
    bool has_arg = false;
    uint32_t arg = 0;  // with the bits of the EXTENDED_ARGs before
};

std::vector<DecodedInstruction> decode_instructions(std::string_view code);

/// (offset, line) where lines start, as `dis.findlinestarts`.
std::vector<std::pair<int, int>> find_line_starts(const CompiledCode& code);

/// The disassembly of `code` alone, every line ended by '\n'. Reprs of code objects carry no address.
std::string disassemble(const CompiledCode& code);

/// The same followed by those of the code objects in its constants, each under a head line.
std::string disassemble_all(const CompiledCode& code);

}  // namespace krait
