// Built-in functions on code and namespaces: compile eval exec globals locals __build_class__ __import__.
#include "builtins/functions/build_class.h"
#include "builtins/functions/builtin_functions.h"
#include "builtins/modules/ast_types.h"
#include "builtins/modules/posix_paths.h"
#include "builtins/register.h"
#include "compiler/compiler.h"
#include "vm/interp/frame.h"
#include "vm/object/buffer.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

// Flags of compile() beside those of __future__.
constexpr int64_t kSourceIsUtf8 = 0x100, kDontImplyDedent = 0x200;
constexpr int64_t kKnownFlags = static_cast<int64_t>(kFutureMask) | CO_NESTED | kSourceIsUtf8 | kDontImplyDedent |
                                 kCompileOnlyAst;

// --- source arguments
// In UTF-8: a view of a str of ASCII (which the caller holds), or a copy.
struct Source {
    StrObject* ascii = nullptr;
    std::string copy;
    bool is_utf8 = false;   // it came from a str

    std::string_view text() const { return ascii ? ascii->ascii_view() : copy; }
};

Fallible<Source> source_of(Thread& t, Value value, const char* function, const char* what) {
    if (StrObject* text = as_str(value)) {
        if (text->ascii()) return Source{text, {}, true};
        return Source{nullptr, TRY(str_to_utf8_strict(t, text)), true};
    }
    if (!has_buffer(t, value)) return raise(t, Exc::TypeError, "%s() arg 1 must be a %s object", function, what);
    BufferView view = TRY(get_buffer(t, value));
    return Source{nullptr, std::string(view.view()), false};
}

Fallible<Source> read_source(Thread& t, Value value, const char* function, const char* what) {
    Source source = TRY(source_of(t, value, function, what));
    if (source.text().find('\0') != std::string_view::npos)
        return raise(t, Exc::ValueError, "source code string cannot contain null bytes");
    return source;
}

int64_t inherited_flags(Thread& t) {
    Frame* frame = caller_frame(t, 0);
    return frame ? frame->code->flags & kFutureMask : 0;
}

Fallible<int> mode_argument(Thread& t, StrObject* mode) {
    constexpr std::string_view kModes[] = {"exec", "eval", "single"};
    for (int i = 0; i < 3; ++i)
        if (str_equals_ascii(mode, kModes[i])) return i;
    return raise(t, Exc::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
}

Ref builtin_compile(Thread& t, Value source, Value filename, StrObject* mode, Optional<int64_t> flags,
                    Optional<bool> dont_inherit, Optional<int64_t> optimize) {
    RefTo<StrObject> name = TRY(filename_argument(t, filename));
    int64_t wanted = flags.value_or(0);
    if (wanted & ~(kKnownFlags)) return raise(t, Exc::ValueError, "compile(): unrecognised flags");
    int64_t level = optimize.value_or(-1);
    if (level < -1 || level > 2) return raise(t, Exc::ValueError, "compile(): invalid optimize value");
    if (!dont_inherit.value_or(false)) wanted |= inherited_flags(t);
    int mode_number = TRY(mode_argument(t, mode));
    if (is_ast_node(t, source)) {
        if (wanted & kCompileOnlyAst) return own(source);
        return compile_tree(t, source, name.get(), mode_number, static_cast<int>(wanted), static_cast<int>(level));
    }
    Source text = TRY(read_source(t, source, "compile", "string, bytes or AST"));
    return t.interp.hooks.compile(t, text.text(), name.get(), mode_number, static_cast<int>(wanted),
                                  static_cast<int>(level), text.is_utf8);
}

// --- eval and exec
Status add_builtins(Thread& t, DictObject* globals) {
    StrObject* key = t.interp.names.dunder_builtins;
    Value present = dict_get_str(t, globals, key);
    if (present.is_error()) return Failed{};
    if (!present.is_unbound() || !t.interp.builtins_module) return ok();
    return dict_set_str(t, globals, key, Value::object(t.interp.builtins_module->dict));
}

Status fill_from_caller(Thread& t, const char* function, Ref* globals, Ref* locals) {
    if (!globals->get().is_unbound()) {
        if (locals->get().is_unbound()) *locals = globals->copy();
        return ok();
    }
    Namespaces caller = TRY(caller_namespaces(t));
    if (caller.globals.get().is_unbound())
        return raise(t, Exc::TypeError, "%s must be given globals and locals when called without a frame", function);
    *globals = std::move(caller.globals);
    if (locals->get().is_unbound()) *locals = std::move(caller.locals);
    return ok();
}

Ref none_to_unbound(Value v) { return v.is_none() ? Ref() : own(v); }

bool is_mapping(Thread& t, Value v) { return as_dict(v) || type_of(t, v)->slots.get_item; }

Ref run_in(Thread& t, CodeObject* code, const char* function, Ref globals, Ref locals) {
    if (code->freevars->size > 0)
        return raise(t, Exc::TypeError, "code object passed to %s() may not contain free variables", function);
    TRY(add_builtins(t, globals.as<DictObject>()));
    Ref keep = own(static_cast<Object*>(code));
    return run_code(t, code, globals.as<DictObject>(), locals, Value::unbound());
}

Ref builtin_eval(Thread& t, Value source, Value globals_argument, Value locals_argument) {
    Ref globals = none_to_unbound(globals_argument), locals = none_to_unbound(locals_argument);
    if (!locals.get().is_unbound() && !is_mapping(t, locals))
        return raise(t, Exc::TypeError, "locals must be a mapping");
    if (!globals.get().is_unbound() && !as_dict(globals))
        return raise(t, Exc::TypeError, is_mapping(t, globals)
                                            ? "globals must be a real dict; try eval(code, {}, mapping)"
                                            : "globals must be a dict");
    TRY(fill_from_caller(t, "eval", &globals, &locals));
    if (is_kind(source, Kind::Code))
        return run_in(t, source.as<CodeObject>(), "eval", std::move(globals), std::move(locals));
    Source text = TRY(read_source(t, source, "eval", "string, bytes or code"));
    std::string_view stripped = text.text();
    stripped.remove_prefix(std::min(stripped.find_first_not_of(" \t"), stripped.size()));
    Ref filename = TRY(str_from_ascii(t, "<string>"));
    Ref code = TRY(t.interp.hooks.compile(t, stripped, filename.as<StrObject>(), 1,
                                          static_cast<int>(inherited_flags(t)), -1, text.is_utf8));
    return run_in(t, code.as<CodeObject>(), "eval", std::move(globals), std::move(locals));
}

Status builtin_exec(Thread& t, Value source, Value globals_argument, Value locals_argument) {
    Ref globals = none_to_unbound(globals_argument), locals = none_to_unbound(locals_argument);
    TRY(fill_from_caller(t, "exec", &globals, &locals));
    if (!as_dict(globals))
        return raise(t, Exc::TypeError, "exec() globals must be a dict, not %.100s", type_name_of(t, globals));
    if (!is_mapping(t, locals))
        return raise(t, Exc::TypeError, "locals must be a mapping or None, not %.100s", type_name_of(t, locals));
    if (is_kind(source, Kind::Code)) {
        TRY(run_in(t, source.as<CodeObject>(), "exec", std::move(globals), std::move(locals)));
        return ok();
    }
    Source text = TRY(read_source(t, source, "exec", "string, bytes or code"));
    Ref filename = TRY(str_from_ascii(t, "<string>"));
    Ref code = TRY(t.interp.hooks.compile(t, text.text(), filename.as<StrObject>(), 0,
                                          static_cast<int>(inherited_flags(t)), -1, text.is_utf8));
    TRY(run_in(t, code.as<CodeObject>(), "exec", std::move(globals), std::move(locals)));
    return ok();
}

// --- namespaces
Ref builtin_globals(Thread& t) {
    Frame* frame = caller_frame(t, 0);
    return frame ? own(static_cast<Object*>(frame->function->globals)) : own(Value::none());
}

Ref builtin_locals(Thread& t) {
    Namespaces caller = TRY(caller_namespaces(t));
    if (caller.locals.get().is_unbound()) return raise(t, Exc::SystemError, "frame does not exist");
    return std::move(caller.locals);
}

Ref builtin_import(Thread& t, Value name, Value globals, Value locals, Value fromlist, Optional<int64_t> level) {
    StrObject* text = as_str(name);
    if (!text)
        return raise(t, Exc::TypeError, "__import__() argument 1 must be str, not %s", argument_type_name(t, name));
    auto or_none = [](Value v) { return v.is_unbound() ? Value::none() : v; };
    return import_name(t, text, globals, or_none(locals), or_none(fromlist), level.value_or(0));
}

Ref builtin_build_class(Thread& t, Value kwargs, Args args) {
    if (args.count < 2) return raise(t, Exc::TypeError, "__build_class__: not enough arguments");
    CallFromDict rest(t, args.items + 2, args.count - 2, kwargs.is_unbound() ? nullptr : kwargs.as<DictObject>());
    if (rest.failed()) return Failed{};
    return build_class(t, args[0], args[1], rest.args());
}

constexpr MethodDef kRows[] = {
    function<builtin_build_class>("__build_class__", "(*args, **kwargs)",
                                  "__build_class__(func, name, *bases, metaclass=None, **kwds) -> class\n\n"
                                  "What a class statement calls."),
    function<builtin_import>(
        "__import__", "(name, globals=None, locals=None, fromlist=(), level=0)",
        "Import a module: what the import statement calls; programs use importlib.import_module()."),
    function<builtin_compile>(
        "compile", "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
        "Compile source into a code object for exec() or eval(); mode is 'exec', 'eval' or 'single'."),
    function<builtin_eval>("eval", "(source, globals=None, locals=None, /)",
                           "Evaluate an expression, as text or compiled, in the given namespaces."),
    function<builtin_exec>("exec", "(source, globals=None, locals=None, /)",
                           "Run statements, as text or compiled, in the given namespaces."),
    function<builtin_globals>("globals", "()", "Return the dictionary of the current module's global variables."),
    function<builtin_locals>("locals", "()", "Return a dictionary of the current scope's local variables."),
};

}  // namespace

Status add_code_functions(Thread& t, ModuleObject* module) { return add_functions(t, module, kRows); }

}  // namespace krait
