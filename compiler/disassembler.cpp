// See disassembler.h.
#include "compiler/disassembler.h"

#include <algorithm>
#include <set>

namespace krait {

namespace {

constexpr size_t kLineWidth = 3;
constexpr size_t kOffsetWidth = 4;
constexpr size_t kNameWidth = 20;
constexpr size_t kArgWidth = 5;

std::string right_aligned(std::string text, size_t width) {
    if (text.size() < width) text.insert(0, width - text.size(), ' ');
    return text;
}

std::string left_aligned(std::string text, size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

std::string item_or_empty(const std::vector<std::string_view>& names, size_t index) {
    return index < names.size() ? std::string(names[index]) : std::string();
}

std::string format_flags(uint32_t arg) {
    static constexpr std::string_view kConversions[] = {"", "str", "repr", "ascii"};
    std::string text(kConversions[arg & 3]);
    if ((arg & 4) != 0) text += text.empty() ? "with format" : ", with format";
    return text;
}

/// What stands in parentheses behind the operand.
std::string describe_arg(const CompiledCode& code, const DecodedInstruction& instruction) {
    size_t arg = instruction.arg;
    switch (opcode_info(instruction.opcode).kind) {
        case OperandKind::Const: return arg < code.consts.size() ? constant_repr(code.consts[arg]) : "";
        case OperandKind::Name: return item_or_empty(code.names, arg);
        case OperandKind::Local: return item_or_empty(code.varnames, arg);
        case OperandKind::Free:
            return arg < code.cellvars.size() ? std::string(code.cellvars[arg])
                                              : item_or_empty(code.freevars, arg - code.cellvars.size());
        case OperandKind::JumpRel: return "to " + std::to_string(static_cast<size_t>(instruction.offset) + 2 + arg);
        case OperandKind::Compare: return arg < kCompareOpNames.size() ? std::string(kCompareOpNames[arg]) : "";
        case OperandKind::Flags:
            return static_cast<Opcode>(instruction.opcode) == Opcode::FORMAT_VALUE ? format_flags(instruction.arg) : "";
        case OperandKind::None:
        case OperandKind::Count:
        case OperandKind::JumpAbs:
        case OperandKind::Extend: return "";
    }
    return "";
}

std::set<int> jump_targets(const std::vector<DecodedInstruction>& instructions) {
    std::set<int> targets;
    for (const DecodedInstruction& instruction : instructions) {
        OperandKind kind = opcode_info(instruction.opcode).kind;
        if (kind == OperandKind::JumpAbs) targets.insert(static_cast<int>(instruction.arg));
        if (kind == OperandKind::JumpRel) targets.insert(instruction.offset + 2 + static_cast<int>(instruction.arg));
    }
    return targets;
}

}  // namespace

std::vector<DecodedInstruction> decode_instructions(std::string_view code) {
    std::vector<DecodedInstruction> instructions;
    uint32_t extended = 0;
    for (size_t i = 0; i + 1 < code.size(); i += 2) {
        DecodedInstruction instruction;
        instruction.offset = static_cast<int>(i);
        instruction.opcode = static_cast<uint8_t>(code[i]);
        instruction.has_arg = instruction.opcode >= kHaveArgument;
        if (instruction.has_arg) {
            instruction.arg = static_cast<uint8_t>(code[i + 1]) | extended;
            extended = static_cast<Opcode>(instruction.opcode) == Opcode::EXTENDED_ARG ? instruction.arg << 8 : 0;
        }
        instructions.push_back(instruction);
    }
    return instructions;
}

std::vector<std::pair<int, int>> find_line_starts(const CompiledCode& code) {
    std::vector<std::pair<int, int>> starts;
    int line = code.firstlineno, offset = 0;
    auto add = [&] {
        if (starts.empty() || starts.back().second != line) starts.emplace_back(offset, line);
    };
    for (size_t i = 0; i + 1 < code.lnotab.size(); i += 2) {
        uint8_t bytes = static_cast<uint8_t>(code.lnotab[i]);
        if (bytes != 0) {
            add();
            offset += bytes;
        }
        line += static_cast<int8_t>(code.lnotab[i + 1]);
    }
    add();
    return starts;
}

std::string disassemble(const CompiledCode& code) {
    std::vector<DecodedInstruction> instructions = decode_instructions(code.code);
    std::set<int> targets = jump_targets(instructions);
    std::vector<std::pair<int, int>> starts = find_line_starts(code);
    std::string out;
    for (const DecodedInstruction& instruction : instructions) {
        auto start = std::find_if(starts.rbegin(), starts.rend(),
                                  [&](const auto& entry) { return entry.first == instruction.offset; });
        bool starts_line = start != starts.rend();
        if (starts_line && instruction.offset > 0) out += '\n';
        std::string line = right_aligned(starts_line ? std::to_string(start->second) : "", kLineWidth);
        line += targets.count(instruction.offset) ? "     >> " : "        ";
        line += right_aligned(std::to_string(instruction.offset), kOffsetWidth) + ' ';
        const OpcodeInfo& info = opcode_info(instruction.opcode);
        std::string name = info.valid() ? std::string(info.name) : "<" + std::to_string(instruction.opcode) + ">";
        line += left_aligned(std::move(name), kNameWidth);
        if (instruction.has_arg) {
            line += ' ' + right_aligned(std::to_string(instruction.arg), kArgWidth);
            std::string description = describe_arg(code, instruction);
            if (!description.empty()) line += " (" + description + ")";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

std::string disassemble_all(const CompiledCode& code) {
    std::string out = disassemble(code);
    for (const Constant& constant : code.consts) {
        if (!constant.is(Constant::Kind::Code)) continue;
        out += "\nDisassembly of " + constant_repr(constant) + ":\n" + disassemble_all(*constant.code());
    }
    return out;
}

}  // namespace krait
