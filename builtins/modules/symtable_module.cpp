// Module _symtable: the compiler's symbol tables as objects, for module symtable.
#include <utility>

#include "builtins/modules/posix_paths.h"
#include "builtins/register.h"
#include "compiler/symtable.h"
#include "vm/native/module_def.h"
#include "vm/object/dict_object.h"
#include "vm/object/module_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

constexpr int kScopeShift = 11;

struct EntryObject : Object {
    Value id, name, symbols, varnames, children;   // owned
    int kind, line;
    bool nested;
};

void entry_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* e = static_cast<EntryObject*>(o);
    for (Value v : {e->id, e->name, e->symbols, e->varnames, e->children}) decref(v);
    free_object(interp, o);
}
void entry_traverse(Object* o, Visitor& visitor) {
    auto* e = static_cast<EntryObject*>(o);
    for (Value v : {e->id, e->name, e->symbols, e->varnames, e->children}) visitor.visit(v);
}
Value entry_repr(Thread& t, Value self) {
    auto* e = self.as<EntryObject>();
    return str_format_c(t, "<symtable entry %s(%s), line %d>", str_to_utf8(e->name.as<StrObject>()).c_str(),
                        repr_utf8(t, e->id).c_str(), e->line)
        .release();
}
Value get_id(Thread&, Value self) { return own(self.as<EntryObject>()->id).release(); }
Value get_name(Thread&, Value self) { return own(self.as<EntryObject>()->name).release(); }
Value get_symbols(Thread&, Value self) { return own(self.as<EntryObject>()->symbols).release(); }
Value get_varnames(Thread&, Value self) { return own(self.as<EntryObject>()->varnames).release(); }
Value get_children(Thread&, Value self) { return own(self.as<EntryObject>()->children).release(); }
Value get_nested(Thread&, Value self) { return Value::small_int(self.as<EntryObject>()->nested); }
Value get_type(Thread&, Value self) { return Value::small_int(self.as<EntryObject>()->kind); }
Value get_lineno(Thread&, Value self) { return Value::small_int(self.as<EntryObject>()->line); }

constexpr GetSetDef kGetSets[] = {
    {"id", get_id, nullptr, nullptr},           {"name", get_name, nullptr, nullptr},
    {"symbols", get_symbols, nullptr, nullptr}, {"varnames", get_varnames, nullptr, nullptr},
    {"children", get_children, nullptr, nullptr}, {"nested", get_nested, nullptr, nullptr},
    {"type", get_type, nullptr, nullptr},       {"lineno", get_lineno, nullptr, nullptr}};
constexpr TypeSpec kEntrySpec = {.name = "symtable entry",
                                 .basic_size = sizeof(EntryObject),
                                 .flags = kTypeGc,
                                 .slots = {.dealloc = entry_dealloc, .traverse = entry_traverse, .repr = entry_repr},
                                 .getsets = kGetSets};

// Numbers of TYPE_FUNCTION and the others below.
int kind_of(const SymbolBlock& block) {
    switch (block.annotation) {
        case AnnotationScope::None: return static_cast<int>(block.kind);
        case AnnotationScope::TypeAlias: return 4;
        case AnnotationScope::TypeParameters: return 5;
        default: return 6;
    }
}

Ref entry_of(Thread& t, TypeObject* type, const SymbolBlock& block) {
    RecursionGuard guard(t, " while building a symbol table");
    if (guard.failed()) return Failed{};
    RefTo<DictObject> symbols = TRY(dict_new(t));
    for (const Symbol& symbol : block.symbols) {
        StrObject* name = intern_utf8(t, symbol.name);
        if (!name) return Failed{};
        int flags = static_cast<int>(symbol.flags) | static_cast<int>(symbol.scope) << kScopeShift;
        TRY(dict_set_str(t, symbols.get(), name, Value::small_int(flags)));
    }
    RefTo<ListObject> varnames = TRY(list_new(t)), children = TRY(list_new(t));
    for (std::string_view text : block.varnames) {
        StrObject* name = intern_utf8(t, text);
        if (!name) return Failed{};
        TRY(list_append(t, varnames.get(), Value::object(name)));
    }
    for (const SymbolBlock* child : block.children) {
        Ref entry = TRY(entry_of(t, type, *child));
        TRY(list_append(t, children.get(), entry));
    }
    Ref id = TRY(make_int_u64(t, reinterpret_cast<uint64_t>(&block))), name = TRY(str_from_utf8(t, block.name));
    auto* e = allocate<EntryObject>(t, type);
    if (!e) return Failed{};
    e->id = id.release();
    e->name = name.release();
    e->symbols = Value::object(symbols.release());
    e->varnames = Value::object(varnames.release());
    e->children = Value::object(children.release());
    e->kind = kind_of(block);
    e->line = block.line;
    e->nested = block.is_nested;
    gc_track(e);
    return Ref::steal(e);
}

Ref symtable_symtable(Thread& t, ModuleObject* module, StrObject* source, Value filename, StrObject* start) {
    std::string text = TRY(str_to_utf8_strict(t, source));
    if (text.find('\0') != std::string::npos)
        return raise(t, Exc::ValueError, "source code string cannot contain null bytes");
    RefTo<StrObject> name = TRY(filename_argument(t, filename));
    constexpr std::string_view kModes[] = {"exec", "eval", "single"};
    int mode = -1;
    for (int i = 0; i < 3; ++i)
        if (str_equals_ascii(start, kModes[i])) mode = i;
    if (mode < 0) return raise(t, Exc::ValueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
    auto* type = static_cast<TypeObject*>(static_cast<Object*>(module->state));
    return symbol_table_hook(t, text, name.get(), mode, true,
                             [](Thread& thread, const SymbolTable& table, void* entry_type) {
                                 return entry_of(thread, static_cast<TypeObject*>(entry_type), table.top());
                             },
                             type);
}

Status symtable_exec(Thread& t, ModuleObject* module) {
    constexpr std::pair<const char*, int> kConstants[] = {{"USE", symbol::kUse},
                                                          {"DEF_GLOBAL", symbol::kGlobal},
                                                          {"DEF_LOCAL", symbol::kLocal},
                                                          {"DEF_PARAM", symbol::kParam},
                                                          {"DEF_FREE", symbol::kFree},
                                                          {"DEF_FREE_CLASS", symbol::kFreeClass},
                                                          {"DEF_IMPORT", symbol::kImport},
                                                          {"DEF_BOUND", symbol::kBound},
                                                          {"DEF_ANNOT", symbol::kAnnotated},
                                                          {"TYPE_FUNCTION", 0},
                                                          {"TYPE_CLASS", 1},
                                                          {"TYPE_MODULE", 2},
                                                          {"TYPE_TYPE_ALIAS", 4},
                                                          {"TYPE_TYPE_PARAMETERS", 5},
                                                          {"TYPE_TYPE_VARIABLE", 6},
                                                          {"LOCAL", 1},
                                                          {"GLOBAL_EXPLICIT", 2},
                                                          {"GLOBAL_IMPLICIT", 3},
                                                          {"FREE", 4},
                                                          {"CELL", 5},
                                                          {"SCOPE_OFF", kScopeShift},
                                                          {"SCOPE_MASK", 15}};
    for (auto [name, value] : kConstants) TRY(module_set_int(t, module, name, value));
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, kEntrySpec, nullptr));
    module_own_state(module, type.release());
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<symtable_symtable>("symtable", "(module, source, filename, startstr, /)",
                                "The symbol table of a source text; startstr is 'exec', 'eval' or 'single'."),
};

}  // namespace

extern const ModuleDef kSymtableModule;
constinit const ModuleDef kSymtableModule = {
    .name = "_symtable", .doc = "Symbol tables of source texts.", .functions = kFunctions, .exec = symtable_exec};

}  // namespace krait
