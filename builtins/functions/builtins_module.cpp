// Module builtins: functions by theme, types, exceptions, constants.
#include "builtins/functions/builtin_functions.h"
#include "vm/object/exception_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

Status add_functions(Thread& t, ModuleObject* module, std::span<const MethodDef> rows) {
    Value name = dict_get_str(t, module->dict, t.interp.names.dunder_name);
    if (name.is_error()) return Failed{};
    Ref module_name = own(name);
    for (const MethodDef& row : rows) {
        Ref function = TRY(native_function_new(t, &row, Value::object(module), module_name));
        TRY(module_set(t, module, row.name, function));
    }
    return ok();
}

namespace {

constexpr Kind kPublicTypes[] = {
    Kind::ObjectType, Kind::Type,  Kind::Int,       Kind::Bool,     Kind::Float,        Kind::Complex,     Kind::Str,
    Kind::Bytes,      Kind::ByteArray, Kind::MemoryView, Kind::Tuple, Kind::List,       Kind::Dict,        Kind::Set,
    Kind::FrozenSet,  Kind::Range, Kind::Slice,     Kind::Property, Kind::StaticMethod, Kind::ClassMethod, Kind::Super,
    Kind::Enumerate,  Kind::Reversed, Kind::Zip,    Kind::Map,      Kind::Filter};

struct ExceptionName {
    Exc kind;
    const char* name;
};
constexpr ExceptionName kExceptions[] = {
#define KRAIT_EXCEPTION(name, base, fields) {Exc::name, #name},
#include "vm/error/exception_types.def"
#undef KRAIT_EXCEPTION
    {Exc::OSError, "EnvironmentError"},
    {Exc::OSError, "IOError"},
};

// Krait's own: not names of Python programs.
bool is_private(Exc kind) { return kind == Exc::StepLimitExceeded || kind == Exc::TimeLimitExceeded; }

Status add_types(Thread& t, ModuleObject* module) {
    for (Kind kind : kPublicTypes) {
        TypeObject* type = t.interp.type(kind);
        TRY(module_set(t, module, type_name(type), Value::object(type)));
    }
    for (const ExceptionName& row : kExceptions)
        if (!is_private(row.kind))
            TRY(module_set(t, module, row.name, Value::object(exception_type(t.interp, row.kind))));
    return ok();
}

Status add_constants(Thread& t, ModuleObject* module) {
    TRY(module_set(t, module, "None", Value::none()));
    TRY(module_set(t, module, "Ellipsis", Value::ellipsis()));
    TRY(module_set(t, module, "NotImplemented", Value::not_implemented()));
    TRY(module_set(t, module, "False", Value::false_value()));
    TRY(module_set(t, module, "True", Value::true_value()));
    return module_set(t, module, "__debug__", Value::boolean(t.interp.optimize == 0));
}

// exit and quit: callable, and helpful when shown at the prompt.
struct QuitterObject : Object {
    Value name;
};
void quitter_dealloc(Interpreter& interp, Object* o) {
    decref(static_cast<QuitterObject*>(o)->name);
    free_object(interp, o);
}
Value quitter_repr(Thread& t, Value self) {
    return str_format_c(t, "Use %s() or Ctrl-D (i.e. EOF) to exit",
                        str_to_utf8(self.as<QuitterObject>()->name.as<StrObject>()).c_str())
        .release();
}
Value quitter_call(Thread& t, Value, const CallArgs& call) {
    constexpr const char* kSignature = "(code=None)";
    constexpr SignatureInfo kInfo = parse_signature("(code=None)");
    BoundArgs bound = bind_arguments(t, "__call__", kInfo, kSignature, call);
    if (bound.failed()) return Value::error();
    return raise_object(t, Exc::SystemExit, bound.slots[0].is_unbound() ? Value::none() : bound.slots[0]);
}
constexpr TypeSpec kQuitterSpec = {
    .name = "_sitebuiltins.Quitter",
    .doc = "Leaves the program when called.",
    .basic_size = sizeof(QuitterObject),
    .flags = 0,
    .slots = {.dealloc = quitter_dealloc, .repr = quitter_repr, .call = quitter_call},
};

Status add_quitters(Thread& t, ModuleObject* module) {
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, kQuitterSpec, nullptr));
    for (const char* name : {"exit", "quit"}) {
        Ref text = TRY(str_from_utf8(t, name));
        auto* quitter = allocate<QuitterObject>(t, type.get());
        if (!quitter) return Failed{};
        quitter->name = text.release();
        Ref held = Ref::steal(quitter);
        TRY(module_set(t, module, name, held));
    }
    return ok();
}

Status builtins_exec(Thread& t, ModuleObject* module) {
    TRY(add_attribute_functions(t, module));
    TRY(add_code_functions(t, module));
    TRY(add_io_functions(t, module));
    TRY(add_iteration_functions(t, module));
    TRY(add_number_functions(t, module));
    TRY(add_text_functions(t, module));
    TRY(add_types(t, module));
    TRY(add_constants(t, module));
    return add_quitters(t, module);
}

}  // namespace

extern const ModuleDef kBuiltinsModule;
constinit const ModuleDef kBuiltinsModule = {
    .name = "builtins",
    .doc = "Built-in functions, exceptions, and other objects.\n\n"
           "Noteworthy: None is the `nil' object; Ellipsis represents `...' in slices.",
    .exec = builtins_exec,
};

}  // namespace krait
