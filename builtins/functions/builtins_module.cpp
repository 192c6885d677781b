// Module builtins: functions by theme, types, exceptions, constants.
#include "builtins/functions/builtin_functions.h"
#include "builtins/functions/later_functions.h"
#include "vm/error/exception_group.h"
#include "vm/object/exception_object.h"
#include "vm/protocol/call.h"
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
    for (TypeObject* type : {base_exception_group_type(t.interp), exception_group_type(t.interp)})
        TRY(module_set(t, module, type_name(type), Value::object(type)));
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
// The same by name: what is not a slot's wrapper has a signature to show.
Ref quitter_method(Thread& t, Value, Value code) {
    return raise_object(t, Exc::SystemExit, code.is_unbound() ? Value::none() : code);
}
constexpr MethodDef kQuitterMethods[] = {
    method<quitter_method>("__call__", "(self, code=None)", "Leave the program."),
};
constexpr TypeSpec kQuitterSpec = {
    .name = "_sitebuiltins.Quitter",
    .doc = "Leaves the program when called.",
    .basic_size = sizeof(QuitterObject),
    .flags = 0,
    .slots = {.dealloc = quitter_dealloc, .repr = quitter_repr, .call = quitter_call},
    .methods = kQuitterMethods,
};

// help: the documentation browser of module pydoc where there is one, else the object's docstring.
struct HelperObject : Object {};
void helper_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }
Value helper_repr(Thread& t, Value) {
    return str_from_ascii(t, "Type help() for interactive help, or help(object) for help about object.").release();
}
Ref show_docstring(Thread& t, Value object) {
    Ref doc = TRY(lookup_attribute(t, object, t.interp.names.dunder_doc));
    Ref out = TRY(sys_get(t, "stdout"));
    if (!as_str(doc) || out.get().is_unbound() || out.get().is_none()) return own(Value::none());
    TRY(call_method(t, out, t.interp.names.write, {doc}));
    TRY(call_method(t, out, t.interp.names.write, {Value::object(t.interp.single_chars['\n'])}));
    return own(Value::none());
}
Value helper_call(Thread& t, Value self, const CallArgs& call_args) {
    auto run = [&]() -> Ref {
        Ref module = import_module(t, "pydoc");
        if (module.failed()) {
            if (!pending_matches(t, Exc::ModuleNotFoundError)) return Failed{};
            clear_exception(t);
            return show_docstring(t, call_args.nargs ? call_args.args[0] : self);
        }
        StrObject* name = intern_utf8(t, "help");
        if (!name) return Failed{};
        Ref help = TRY(get_attribute(t, module, name));
        return call(t, help, call_args);
    };
    return run().release();
}
Ref helper_method(Thread& t, Value self, Value keywords, Args args) {
    CallFromDict call_args(t, args.items, args.count, as_dict(keywords));
    if (call_args.failed()) return Failed{};
    return Ref::steal(helper_call(t, self, call_args.args()));
}
constexpr MethodDef kHelperMethods[] = {
    method<helper_method>("__call__", "(self, *args, **kwds)", "Show documentation."),
};
constexpr TypeSpec kHelperSpec = {
    .name = "_sitebuiltins._Helper",
    .doc = "help(object) shows the documentation of an object.",
    .basic_size = sizeof(HelperObject),
    .flags = 0,
    .slots = {.dealloc = helper_dealloc, .repr = helper_repr, .call = helper_call},
    .methods = kHelperMethods,
};
Status add_help(Thread& t, ModuleObject* module) {
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, kHelperSpec, nullptr));
    auto* helper = allocate<HelperObject>(t, type.get());
    if (!helper) return Failed{};
    Ref held = Ref::steal(helper);
    return module_set(t, module, "help", held);
}

// copyright, credits and license: shown by their repr, printed when called.
struct NoticeObject : Object {
    const char* shown;
    const char* printed;
};
void notice_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }
Value notice_repr(Thread& t, Value self) { return str_from_ascii(t, self.as<NoticeObject>()->shown).release(); }
Ref notice_print(Thread& t, NoticeObject* self) {
    Ref out = TRY(sys_get(t, "stdout"));
    if (out.get().is_unbound() || out.get().is_none()) return own(Value::none());
    Ref text = TRY(str_from_ascii(t, self->printed));
    TRY(call_method(t, out, t.interp.names.write, {text}));
    TRY(call_method(t, out, t.interp.names.write, {Value::object(t.interp.single_chars['\n'])}));
    return own(Value::none());
}
constexpr MethodDef kNoticeMethods[] = {
    method<notice_print>("__call__", "(self)", "Print the text."),
};
Value notice_call(Thread& t, Value self, const CallArgs& call) {
    constexpr SignatureInfo kInfo = parse_signature("()");
    BoundArgs bound = bind_arguments(t, "__call__", kInfo, "()", call);
    if (bound.failed()) return Value::error();
    return notice_print(t, self.as<NoticeObject>()).release();
}
constexpr TypeSpec kNoticeSpec = {
    .name = "_sitebuiltins._Printer",
    .doc = "A text to read at the prompt.",
    .basic_size = sizeof(NoticeObject),
    .flags = 0,
    .slots = {.dealloc = notice_dealloc, .repr = notice_repr, .call = notice_call},
    .methods = kNoticeMethods,
};
Status add_notices(Thread& t, ModuleObject* module) {
    constexpr const char* kLicense =
        "Krait is free software under the MIT License: do what you like with it, keep the notice, and "
        "expect no warranty. The file LICENSE has the exact words.";
    constexpr const char* kRows[][3] = {
        {"copyright", "Copyright (c) 2026 The Krait developers.", nullptr},
        {"credits", "Krait runs Python 3.6, the language that Guido van Rossum and many others have made.", nullptr},
        {"license", "Type license() to see the license.", kLicense},
    };
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, kNoticeSpec, nullptr));
    for (auto [name, shown, printed] : kRows) {
        auto* notice = allocate<NoticeObject>(t, type.get());
        if (!notice) return Failed{};
        notice->shown = shown;
        notice->printed = printed ? printed : shown;
        Ref held = Ref::steal(notice);
        TRY(module_set(t, module, name, held));
    }
    return ok();
}

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
    TRY(add_later_functions(t, module));
    TRY(add_number_functions(t, module));
    TRY(add_text_functions(t, module));
    TRY(add_types(t, module));
    TRY(add_constants(t, module));
    TRY(add_help(t, module));
    TRY(add_notices(t, module));
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
