// CodeObject -> TranslatedCode: the translator's plain result in buffers of the heap, charged to the interpreter.
#include <bit>
#include <algorithm>
#include <cstring>
#include <new>

#include "vm/error/raise.h"
#include "vm/memory/heap.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/thread.h"
#include "vm/translate/translator.h"

namespace krait {

namespace {

constexpr uint32_t kGeneratorFlags = 0x20 | 0x80 | 0x200;  // generator, coroutine, asynchronous generator

ConstantInfo constant_info(const void* context, uint32_t index) {
    const Value value = static_cast<const CodeObject*>(context)->consts->items[index];
    if (value.is_none()) return {ConstantKind::None, 0};
    if (is_kind(value, Kind::Str)) return {ConstantKind::Str, 0};
    if (is_kind(value, Kind::Code)) return {ConstantKind::Code, 0};
    if (!is_kind(value, Kind::Tuple)) return {};
    const auto* tuple = value.as<TupleObject>();
    for (uint32_t i = 0; i < tuple->size; ++i) {
        if (!is_kind(tuple->items[i], Kind::Str)) return {ConstantKind::Tuple, tuple->size};
    }
    return {ConstantKind::TupleOfStr, tuple->size};
}

/// 1 where CPython's trace function learns of a line: offsets at which the line table moves to another line, and 0.
std::vector<uint8_t> line_starts(const CodeObject* code) {
    std::vector<uint8_t> starts(code->code->length / 2, 0);
    if (!starts.empty()) starts[0] = 1;
    const auto* table = reinterpret_cast<const uint8_t*>(code->lnotab->data);
    size_t address = 0;
    for (size_t i = 0; i + 1 < code->lnotab->length; i += 2) {
        address += table[i];
        if (table[i + 1] != 0 && address % 2 == 0 && address / 2 < starts.size()) starts[address / 2] = 1;
    }
    return starts;
}

TranslationInput input_of(const CodeObject* code) {
    TranslationInput input;
    input.view.code = {reinterpret_cast<const uint8_t*>(code->code->data), code->code->length};
    input.view.const_count = code->consts->size;
    input.view.name_count = code->names->size;
    input.view.varname_count = code->varnames->size;
    input.view.cellvar_count = code->cellvars->size;
    input.view.freevar_count = code->freevars->size;
    input.view.flags = code->flags;
    input.view.context = code;
    input.view.constant = constant_info;
    input.view.hash_seed = std::bit_cast<uintptr_t>(code);
    input.total_args = code->total_args;
    if (code->cell_to_arg != nullptr) input.cell_to_arg = {code->cell_to_arg, code->cellvars->size};
    return input;
}

/// Parts of one heap buffer, in descending order of alignment: the TranslatedCode itself stands in front.
struct Layout {
    size_t size = (sizeof(TranslatedCode) + 15) & ~size_t{15};
    size_t add(size_t count, size_t item_size) {
        const size_t offset = size;
        size = (size + count * item_size + 15) & ~size_t{15};
        return offset;
    }
};

template <class T>
T* part(TranslatedCode* code, size_t offset) {
    return reinterpret_cast<T*>(reinterpret_cast<char*>(code) + offset);
}

void copy_instructions(const Translation& from, TranslatedCode* to) {
    if (to->wide) {
        std::memcpy(to->ins, from.ins.data(), from.ins.size() * sizeof(WideIns));
        return;
    }
    Ins* out = static_cast<Ins*>(to->ins);
    for (const WideIns& ins : from.ins) {
        *out++ = {static_cast<uint16_t>(ins.op), static_cast<uint16_t>(ins.a), static_cast<uint16_t>(ins.b),
                  static_cast<uint16_t>(ins.c)};
    }
}

void copy_rows(const Translation& from, TranslatedCode* to) {
    ExceptionEntry* out = to->exceptions;
    for (const TranslatedRow& row : from.rows) {
        *out++ = {row.start, row.end, row.handler, row.depth, row.saves_begin, static_cast<uint16_t>(row.saves_count),
                  row.kind};
    }
    std::copy(from.saves.begin(), from.saves.end(), to->saves);
}

/// Null: no memory.
TranslatedCode* allocate_translation(Heap& heap, const Translation& from, const CodeObject* code, bool wide) {
    Layout layout;
    const size_t ins = layout.add(from.ins.size(), wide ? sizeof(WideIns) : sizeof(Ins));
    const size_t caches = layout.add(from.cache_names.size(), sizeof(InlineCache));
    const size_t constants = layout.add(code->consts->size, sizeof(Value));
    const size_t exceptions = layout.add(from.rows.size(), sizeof(ExceptionEntry));
    const size_t cache_names = layout.add(from.cache_names.size(), sizeof(uint32_t));
    const size_t saves = layout.add(from.saves.size(), sizeof(uint32_t));
    const size_t pcmap = layout.add(from.pcmap.size(), sizeof(uint32_t));
    void* memory = heap.allocate_buffer(layout.size);
    if (memory == nullptr) return nullptr;
    std::memset(memory, 0, layout.size);
    auto* out = new (memory) TranslatedCode{};
    out->ins = part<void>(out, ins);
    out->caches = part<InlineCache>(out, caches);
    out->constants = part<Value>(out, constants);
    out->exceptions = part<ExceptionEntry>(out, exceptions);
    out->cache_names = part<uint32_t>(out, cache_names);
    out->saves = part<uint32_t>(out, saves);
    out->pcmap = part<uint32_t>(out, pcmap);
    out->wide = wide;
    out->bytes = layout.size;
    return out;
}

// While operations are counted all code is wide: only the wide loop can count.
TranslatedCode* make_translated(Interpreter& interp, const Translation& from, const CodeObject* code) {
    const bool wide = !from.fits_narrow || interp.operation_counts != nullptr;
    TranslatedCode* out = allocate_translation(interp.heap, from, code, wide);
    if (out == nullptr) return nullptr;
    out->ins_count = static_cast<uint32_t>(from.ins.size());
    out->cache_count = static_cast<uint32_t>(from.cache_names.size());
    out->constant_count = code->consts->size;
    out->exception_count = static_cast<uint32_t>(from.rows.size());
    out->saves_count = static_cast<uint32_t>(from.saves.size());
    out->register_count = from.register_count;
    out->local_count = from.local_count;
    out->first_temp = from.first_temp;
    out->cell_count = code->cellvars->size;
    out->free_count = code->freevars->size;
    out->is_generator = (code->flags & kGeneratorFlags) != 0;
    copy_instructions(from, out);
    copy_rows(from, out);
    std::copy(from.pcmap.begin(), from.pcmap.end(), out->pcmap);
    std::copy(from.cache_names.begin(), from.cache_names.end(), out->cache_names);
    for (uint32_t i = 0; i < out->constant_count; ++i) {
        out->constants[i] = code->consts->items[i];
        incref(out->constants[i]);
    }
    return out;
}

}  // namespace

Fallible<TranslatedCode*> translate_code(Thread& t, CodeObject* code) {
    try {
        Translator translator;
        if (!translator.translate(input_of(code))) {
            code->reject_reason = rejection_text(translator.rejection()).data();
            return raise(t, Exc::SystemError, "invalid bytecode: %s", code->reject_reason);
        }
        TranslatedCode* translated = make_translated(t.interp, translator.result(), code);
        if (translated == nullptr) return raise_memory_error(t);
        return translated;
    } catch (const std::bad_alloc&) {  // the translator's working memory
        return raise_memory_error(t);
    }
}

bool analyse_traced(Translator& translator, const CodeObject* code) {
    const std::vector<uint8_t> starts = line_starts(code);
    TranslationInput input = input_of(code);
    input.line_starts = starts;
    input.view.loops_end = true;   // an endless loop can be left by setting f_lineno
    return translator.translate(input);
}

bool canonical_after(Translator& translator, const CodeObject* code, uint32_t instruction) {
    return translator.canonical_after(input_of(code), instruction);
}

TranslatedCode* translate_traced(Thread& t, CodeObject* code) {
    TranslatedCode* plain = code->translated;
    if (plain->traced != nullptr) return plain->traced;
    try {
        Translator translator;
        if (!analyse_traced(translator, code) || translator.result().register_count > plain->register_count)
            return nullptr;
        TranslatedCode* traced = make_translated(t.interp, translator.result(), code);
        if (traced == nullptr) return nullptr;
        traced->traces_lines = true;
        return plain->traced = traced;
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

void translated_code_free(Interpreter& interp, TranslatedCode* code) {
    if (code->traced) translated_code_free(interp, code->traced);
    for (uint32_t i = 0; i < code->constant_count; ++i) decref(code->constants[i]);
    interp.heap.free_buffer(code, code->bytes);
}

}  // namespace krait
