// aiter, anext, breakpoint; sys.breakpointhook.
#include "builtins/functions/later_functions.h"

#include "builtins/functions/builtin_functions.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

// ------------------------------------------------------------------------------------------------ async iteration

Ref builtin_aiter(Thread& t, Value iterable) {
    TypeObject* type = type_of(t, iterable);
    if (!type->slots.aiter)
        return raise(t, Exc::TypeError, "'%.200s' object is not an async iterable", type_name(type));
    Ref iterator = Ref::steal(type->slots.aiter(t, iterable));
    if (iterator.failed() || type_of(t, iterator)->slots.anext) return iterator;
    return raise(t, Exc::TypeError, "aiter() returned not an async iterator of type '%.100s'",
                 type_name_of(t, iterator));
}

// With a default the awaitable is wrapped into one that gives it at the end; that one is written in Python.
Ref builtin_anext(Thread& t, Value iterator, Value fallback) {
    TypeObject* type = type_of(t, iterator);
    if (!type->slots.anext)
        return raise(t, Exc::TypeError, "'%.200s' object is not an async iterator", type_name(type));
    Ref awaitable = Ref::steal(type->slots.anext(t, iterator));
    if (awaitable.failed() || fallback.is_unbound()) return awaitable;
    Ref module = TRY(import_module(t, "_async_contexts"));
    StrObject* name = intern_utf8(t, "_anext_or_default");
    if (!name) return Failed{};
    return call_method(t, module, name, {awaitable, fallback});
}

// ------------------------------------------------------------------------------------------------ breakpoint

Ref forward(Thread& t, Value function, Value keywords, Args args) {
    CallFromDict call_args(t, args.items, args.count, as_dict(keywords));
    if (call_args.failed()) return Failed{};
    return call(t, function, call_args.args());
}

Ref builtin_breakpoint(Thread& t, Value keywords, Args args) {
    Ref hook = TRY(sys_get(t, "breakpointhook"));
    if (hook.get().is_unbound()) return raise(t, Exc::RuntimeError, "lost sys.breakpointhook");
    return forward(t, hook, keywords, args);
}

// $PYTHONBREAKPOINT of the script's environment; "" when there is none.
Fallible<std::string> breakpoint_variable(Thread& t) {
    StrObject *posix = intern_utf8(t, "posix"), *environ = posix ? intern_utf8(t, "environ") : nullptr;
    if (!environ) return Failed{};
    Ref module = own(dict_get_str(t, t.interp.modules, posix));
    if (module.failed()) return Failed{};
    if (!layout_is(module, Kind::Module)) return std::string();
    Ref environment = TRY(lookup_attribute(t, module, environ));
    DictObject* dict = as_dict(environment);
    if (!dict) return std::string();
    Ref key = TRY(bytes_from(t, "PYTHONBREAKPOINT"));
    Ref value = own(TRY(dict_get(t, dict, key)));
    BytesObject* text = as_bytes(value);
    return text ? std::string(text->view()) : std::string();
}

// The function at a dotted path; UNBOUND after a warning when it cannot be imported.
Ref imported(Thread& t, const std::string& path) {
    size_t dot = path.rfind('.');
    std::string module_name = dot == std::string::npos ? "builtins" : path.substr(0, dot);
    StrObject* name = intern_utf8(t, dot == std::string::npos ? path : path.substr(dot + 1));
    if (!name) return Failed{};
    Ref module = import_module(t, module_name);
    Ref function = module.failed() ? Ref(Failed{}) : get_attribute(t, module, name);
    if (!function.failed()) return function;
    if (!pending_matches(t, Exc::ImportError) && !pending_matches(t, Exc::AttributeError)) return Failed{};
    clear_exception(t);
    TRY(warn(t, Exc::RuntimeWarning, 1, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", path.c_str()));
    return Ref();
}

Ref sys_breakpointhook(Thread& t, Value keywords, Args args) {
    std::string path = TRY(breakpoint_variable(t));
    if (path == "0") return own(Value::none());
    Ref function = TRY(imported(t, path.empty() ? "pdb.set_trace" : path));
    return function.get().is_unbound() ? own(Value::none()) : forward(t, function, keywords, args);
}

constexpr MethodDef kRows[] = {
    function<builtin_aiter>("aiter", "(async_iterable, /)",
                            "Return an asynchronous iterator over an asynchronous iterable."),
    function<builtin_anext>("anext", "(async_iterator, default=None, /)",
                            "Return an awaitable of the next item, or of default when there is none and it is given."),
    function<builtin_breakpoint>("breakpoint", "(*args, **kws)", "Call sys.breakpointhook(*args, **kws)."),
};
constexpr MethodDef kHooks[] = {
    function<sys_breakpointhook>("breakpointhook", "(*args, **kwargs)",
                                 "Call the function that $PYTHONBREAKPOINT names, pdb.set_trace() by default; nothing "
                                 "when it is 0."),
};

}  // namespace

Status add_later_functions(Thread& t, ModuleObject* builtins) { return add_functions(t, builtins, kRows); }

Status add_breakpoint_hook(Thread& t, ModuleObject* sys) {
    TRY(add_functions(t, sys, kHooks));
    StrObject* name = intern_utf8(t, "breakpointhook");
    if (!name) return Failed{};
    Value hook = dict_get_str(t, sys->dict, name);
    return hook.is_error() ? Status(Failed{}) : module_set(t, sys, "__breakpointhook__", hook);
}

}  // namespace krait
