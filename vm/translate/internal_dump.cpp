// Names and operand kinds of the internal instructions, and the internal form as text (-X dump-internal, tests).
#include <iterator>
#include <string>

#include "vm/translate/internal.h"
#include "vm/translate/translator.h"

namespace krait {

namespace {

constexpr const char* kNames[] = {
#define KRAIT_INS(name, operands, cache, text) #name,
#include "vm/translate/internal.def"
#undef KRAIT_INS
};

constexpr const char* kOperands[] = {
#define KRAIT_INS(name, operands, cache, text) #operands,
#include "vm/translate/internal.def"
#undef KRAIT_INS
};

static_assert(std::size(kNames) == INS_COUNT);
static_assert([] {
    for (const char* kinds : kOperands) {
        if (std::char_traits<char>::length(kinds) != 3) return false;
    }
    return true;
}(), "operand kinds are three characters without spaces");

std::string operand_text(char kind, uint32_t value, uint32_t index, uint32_t first_temp) {
    switch (kind) {
        case 'r':
        case 'w': return value < first_temp ? "r" + std::to_string(value) : "t" + std::to_string(value - first_temp);
        case 'k': return "k" + std::to_string(value);
        case 'n': return "n" + std::to_string(value);
        case 'x': return "x" + std::to_string(value);
        case 'j': return "->" + std::to_string(index + 1 + value);
        default: return std::to_string(value);
    }
}

void dump_instruction(std::string& text, const WideIns& ins, uint32_t index, uint32_t pc, uint32_t first_temp) {
    const char* kinds = internal_op_operands(ins.op);
    const uint32_t operands[] = {ins.a, ins.b, ins.c};
    text += std::to_string(index) + " @" + std::to_string(pc) + " " + internal_op_name(ins.op);
    const char* separator = " ";
    for (int i = 0; i < 3; ++i) {
        if (kinds[i] == '-') continue;
        text += separator + operand_text(kinds[i], operands[i], index, first_temp);
        separator = ", ";
    }
    text += '\n';
}

void dump_row(std::string& text, const TranslatedRow& row, const uint32_t* saves, uint32_t first_temp) {
    text += "[" + std::to_string(row.start) + ", " + std::to_string(row.end) + ") ";
    if (row.kind == HandlerKind::Exit) {
        text += "exit";
    } else {
        text += (row.kind == HandlerKind::Except ? "except " : "finally ") + std::to_string(row.handler) + " depth " +
                std::to_string(row.depth);
    }
    for (uint32_t i = 0; i < row.saves_count; ++i) {
        text += " t" + std::to_string(saves[row.saves_begin + i] - first_temp);
    }
    text += '\n';
}

WideIns widen(Ins ins) {
    const bool jumps = internal_op_operands(ins.op)[2] == 'j';
    const uint32_t c = jumps ? static_cast<uint32_t>(static_cast<int16_t>(ins.c)) : ins.c;
    return {ins.op, ins.a, ins.b, c};
}

}  // namespace

const char* internal_op_name(unsigned op) { return op < INS_COUNT ? kNames[op] : "?"; }

const char* internal_op_operands(unsigned op) { return op < INS_COUNT ? kOperands[op] : "---"; }

std::string dump_internal(const Translation& code) {
    std::string text;
    for (uint32_t index = 0; index < code.ins.size(); ++index) {
        dump_instruction(text, code.ins[index], index, code.pcmap[index], code.first_temp);
    }
    for (const TranslatedRow& row : code.rows) dump_row(text, row, code.saves.data(), code.first_temp);
    return text;
}

std::string dump_internal(const TranslatedCode& code) {
    std::string text;
    for (uint32_t index = 0; index < code.ins_count; ++index) {
        const WideIns ins = code.wide ? static_cast<const WideIns*>(code.ins)[index]
                                      : widen(static_cast<const Ins*>(code.ins)[index]);
        dump_instruction(text, ins, index, code.pcmap[index], code.first_temp);
    }
    for (uint32_t i = 0; i < code.exception_count; ++i) {
        const ExceptionEntry& entry = code.exceptions[i];
        const TranslatedRow row{entry.start,       entry.end,          entry.handler, entry.depth,
                                entry.saves_begin, entry.saves_count, entry.kind};
        dump_row(text, row, code.saves, code.first_temp);
    }
    return text;
}

}  // namespace krait
