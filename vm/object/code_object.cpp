// Code objects: creation with field checks and interning, line table, the door to the translator.
#include "vm/object/code_object.h"

#include <cstring>

#include "compiler/compiled_code.h"
#include "vm/error/raise.h"
#include "vm/memory/heap.h"
#include "vm/runtime/limits.h"

namespace krait {

Fallible<TranslatedCode*> translate_code(Thread&, CodeObject*);   // vm/translate/translate_code.cpp

namespace {

bool is_name_character(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Strings that look like identifiers are interned when they are constants.
bool looks_like_name(const StrObject* text) {
    if (!text->ascii()) return false;
    for (size_t i = 0; i < text->length; ++i)
        if (!is_name_character(text->u8()[i])) return false;
    return true;
}

Status intern_item(Thread& t, Value& item) {
    StrObject* interned = intern(t, item.as<StrObject>());
    if (!interned) return Failed{};
    if (interned == item.as<StrObject>()) return ok();
    incref(interned);
    Ref old = Ref::steal(item);
    item = Value::object(interned);
    return ok();
}

// Tuple of exact, interned str: the same object, or a copy when it has instances of str subclasses.
RefTo<TupleObject> name_tuple(Thread& t, TupleObject* names) {
    bool exact = true;
    for (uint32_t i = 0; i < names->size; ++i) {
        Value item = names->items[i];
        if (!as_str(item))
            return raise(t, Exc::TypeError, "name tuples must contain only strings, not '%.500s'",
                         type_name_of(t, item));
        exact = exact && is_kind(item, Kind::Str);
    }
    RefTo<TupleObject> result =
        exact ? RefTo<TupleObject>::own(names) : RefTo<TupleObject>(tuple_from(t, names->items, names->size));
    if (!result) return Failed{};
    for (uint32_t i = 0; i < names->size; ++i) TRY(intern_item(t, result->items[i]));
    return result;
}

// Interns identifier-like constants, also inside nested tuples.
Status intern_constants(Thread& t, TupleObject* constants) {
    RecursionGuard guard(t, "");
    if (guard.failed()) return Failed{};
    for (uint32_t i = 0; i < constants->size; ++i) {
        Value& item = constants->items[i];
        if (is_kind(item, Kind::Str)) {
            auto* text = item.as<StrObject>();
            if (text->length > kPlacesPerLook) TRY(check_deadline(t));
            if (looks_like_name(text)) TRY(intern_item(t, item));
        } else if (is_kind(item, Kind::Tuple)) {
            TRY(intern_constants(t, item.as<TupleObject>()));
        }
    }
    return ok();
}

// For each cell variable the argument whose value it takes at entry, or -1.
Fallible<int32_t*> map_cells_to_arguments(Thread& t, TupleObject* cellvars, TupleObject* varnames, uint32_t total) {
    if (cellvars->size == 0) return static_cast<int32_t*>(nullptr);
    auto* map = static_cast<int32_t*>(t.heap.allocate_buffer(cellvars->size * sizeof(int32_t)));
    if (!map) return raise_memory_error(t);
    for (uint32_t i = 0; i < cellvars->size; ++i) {
        map[i] = -1;
        for (uint32_t a = 0; a < total; ++a)
            if (cellvars->items[i] == varnames->items[a]) map[i] = static_cast<int32_t>(a);
    }
    return map;
}

Failed negative(Thread& t, const char* field) {
    return raise(t, Exc::ValueError, "code: %s must not be negative", field);
}

Fallible<uint32_t> count_arguments(Thread& t, const CodeFields& f) {
    if (f.argcount < 0) return negative(t, "argcount");
    if (f.kwonlyargcount < 0) return negative(t, "kwonlyargcount");
    if (f.nlocals < 0) return negative(t, "nlocals");
    uint64_t total = uint64_t{static_cast<uint32_t>(f.argcount)} + static_cast<uint32_t>(f.kwonlyargcount);
    total += (f.flags & CO_VARARGS) != 0;
    total += (f.flags & CO_VARKEYWORDS) != 0;
    if (total > f.varnames->size) return raise(t, Exc::ValueError, "code: varnames is too small");
    return static_cast<uint32_t>(total);
}

}  // namespace

size_t positional_only_count(const CodeObject* code) {
    return std::min<size_t>((code->flags & kPosOnlyMask) >> kPosOnlyShift, static_cast<size_t>(code->argcount));
}

RefTo<CodeObject> code_new(Thread& t, const CodeFields& f) {
    uint32_t total = TRY(count_arguments(t, f));
    RefTo<TupleObject> names = TRY(name_tuple(t, f.names));
    RefTo<TupleObject> varnames = TRY(name_tuple(t, f.varnames));
    RefTo<TupleObject> freevars = TRY(name_tuple(t, f.freevars));
    RefTo<TupleObject> cellvars = TRY(name_tuple(t, f.cellvars));
    TRY(intern_constants(t, f.consts));
    int32_t* cells = TRY(map_cells_to_arguments(t, cellvars.get(), varnames.get(), total));
    size_t cells_bytes = cellvars->size * sizeof(int32_t);
    StrObject* name = intern(t, f.name);
    auto* code = name ? allocate<CodeObject>(t, t.interp.type(Kind::Code)) : nullptr;
    if (!code) {
        t.heap.free_buffer(cells, cells_bytes);
        return Failed{};
    }
    std::memset(static_cast<void*>(&code->argcount), 0,
                sizeof(CodeObject) - (reinterpret_cast<char*>(&code->argcount) - reinterpret_cast<char*>(code)));
    code->argcount = f.argcount;
    code->kwonlyargcount = f.kwonlyargcount;
    code->nlocals = f.nlocals;
    code->stacksize = f.stacksize;
    code->flags = f.flags;
    if (freevars->size == 0 && cellvars->size == 0) code->flags |= CO_NOFREE;
    else code->flags &= ~static_cast<uint32_t>(CO_NOFREE);
    code->firstlineno = f.firstlineno;
    code->code = RefTo<BytesObject>::own(f.code).release();
    code->consts = RefTo<TupleObject>::own(f.consts).release();
    code->names = names.release();
    code->varnames = varnames.release();
    code->freevars = freevars.release();
    code->cellvars = cellvars.release();
    code->filename = RefTo<StrObject>::own(f.filename).release();
    code->name = RefTo<StrObject>::own(name).release();
    code->lnotab = RefTo<BytesObject>::own(f.lnotab).release();
    code->id = t.interp.fresh_version();
    code->cell_to_arg = cells;
    code->total_args = total;
    code->simple_args = f.kwonlyargcount == 0 && !(f.flags & (CO_VARARGS | CO_VARKEYWORDS));
    code->fast_argc = -1;
    gc_track(code);
    return RefTo<CodeObject>::steal(code);
}

void code_traverse(Object* o, Visitor& v) {
    auto* code = static_cast<CodeObject*>(o);
    v.visit_pointer(code->code);
    for (TupleObject* tuple : {code->consts, code->names, code->varnames, code->freevars, code->cellvars})
        v.visit_pointer(tuple);
    v.visit_pointer(code->filename);
    v.visit_pointer(code->name);
    v.visit_pointer(code->lnotab);
    // The translation's constants are owned beside those of co_consts.
    for (const TranslatedCode* tc = code->translated; tc; tc = tc->traced)
        for (uint32_t i = 0; i < tc->constant_count; ++i) v.visit(tc->constants[i]);
}

void code_dealloc(Interpreter& interp, Object* o) {
    auto* code = static_cast<CodeObject*>(o);
    gc_untrack(o);
    if (code->translated) translated_code_free(interp, code->translated);
    if (code->cell_to_arg) interp.heap.free_buffer(code->cell_to_arg, code->cellvars->size * sizeof(int32_t));
    for (TupleObject* tuple : {code->consts, code->names, code->varnames, code->freevars, code->cellvars})
        decref(tuple);
    decref(code->code);
    decref(code->filename);
    decref(code->name);
    decref(code->lnotab);
    free_object(interp, o);
}

int32_t code_line(const CodeObject* code, int32_t lasti) {
    const auto* table = reinterpret_cast<const uint8_t*>(code->lnotab->data);
    uint32_t line = static_cast<uint32_t>(code->firstlineno);   // unsigned: hostile tables may wrap
    int64_t address = 0;
    for (size_t i = 0; i + 1 < code->lnotab->length; i += 2) {
        address += table[i];
        if (address > lasti) break;
        line += static_cast<uint32_t>(static_cast<int8_t>(table[i + 1]));
    }
    return static_cast<int32_t>(line);
}

Fallible<TranslatedCode*> code_translate(Thread& t, CodeObject* code) {
    if (code->translated) return code->translated;
    if (code->reject_reason) return raise(t, Exc::SystemError, "invalid bytecode: %s", code->reject_reason);
    TranslatedCode* translated = TRY(translate_code(t, code));
    code->translated = translated;
    return translated;
}

}  // namespace krait
