// `-X dump-internal`: what the translator makes of a file's code, without an interpreter.
#include "embed/src/internal_form.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <vector>

#include "vm/translate/translator.h"

namespace krait::bridge {
namespace {

ConstantInfo constant_info(const void* context, uint32_t index) {
    const Constant& value = static_cast<const CompiledCode*>(context)->consts[index];
    switch (value.kind()) {
        case Constant::Kind::None: return {ConstantKind::None, 0};
        case Constant::Kind::Str: return {ConstantKind::Str, 0};
        case Constant::Kind::Code: return {ConstantKind::Code, 0};
        case Constant::Kind::Tuple: break;
        default: return {};
    }
    uint32_t size = static_cast<uint32_t>(value.items().size());
    for (const Constant& item : value.items())
        if (!item.is(Constant::Kind::Str)) return {ConstantKind::Tuple, size};
    return {ConstantKind::TupleOfStr, size};
}

uint32_t argument_count(const CompiledCode& code) {
    return static_cast<uint32_t>(code.argcount + code.kwonlyargcount) + ((code.flags & CO_VARARGS) ? 1 : 0) +
           ((code.flags & CO_VARKEYWORDS) ? 1 : 0);
}

std::vector<int32_t> cells_of_arguments(const CompiledCode& code) {
    std::vector<int32_t> cells(code.cellvars.size(), -1);
    for (size_t i = 0; i < cells.size(); ++i)
        for (uint32_t k = 0; k < argument_count(code); ++k)
            if (code.varnames[k] == code.cellvars[i]) cells[i] = static_cast<int32_t>(k);
    return cells;
}

void append(const CompiledCode& code, Translator& translator, std::string* out) {
    const std::vector<int32_t> cells = cells_of_arguments(code);
    TranslationInput input;
    input.view.code = {reinterpret_cast<const uint8_t*>(code.code.data()), code.code.size()};
    input.view.const_count = static_cast<uint32_t>(code.consts.size());
    input.view.name_count = static_cast<uint32_t>(code.names.size());
    input.view.varname_count = static_cast<uint32_t>(code.varnames.size());
    input.view.cellvar_count = static_cast<uint32_t>(code.cellvars.size());
    input.view.freevar_count = static_cast<uint32_t>(code.freevars.size());
    input.view.flags = code.flags;
    input.view.context = &code;
    input.view.constant = constant_info;
    input.total_args = argument_count(code);
    input.cell_to_arg = cells;
    if (!out->empty()) *out += '\n';
    *out += std::string(code.name) + " (line " + std::to_string(code.firstlineno) + ")\n";
    *out += translator.translate(input) ? dump_internal(translator.result())
                                        : "refused: " + std::string(rejection_text(translator.rejection())) + "\n";
    for (const Constant& value : code.consts)
        if (value.is(Constant::Kind::Code)) append(*value.code(), translator, out);
}

}  // namespace

std::string internal_form_of(const CompiledCode& code) {
    Translator translator;
    std::string out;
    append(code, translator, &out);
    return out;
}

size_t operation_kinds() { return INS_COUNT; }

std::string operation_table(std::span<const uint64_t> counts) {
    std::vector<uint32_t> order;
    uint64_t total = 0;
    for (uint32_t op = 0; op < counts.size(); ++op) {
        total += counts[op];
        if (counts[op]) order.push_back(op);
    }
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return counts[a] > counts[b]; });
    char line[128];
    std::snprintf(line, sizeof line, "operations executed: %llu\n", static_cast<unsigned long long>(total));
    std::string out = line;
    double sum = 0;
    for (uint32_t op : order) {
        const double share = 100.0 * static_cast<double>(counts[op]) / static_cast<double>(total);
        sum += share;
        std::snprintf(line, sizeof line, "%15llu %6.2f%% %6.2f%%  %s\n", static_cast<unsigned long long>(counts[op]),
                      share, sum, internal_op_name(op));
        out += line;
    }
    return out;
}

}  // namespace krait::bridge
