// Module sys: the interpreter as Python code sees it. What other parts look up by name (stdout, path, excepthook,
// _asyncgen_finalizer, ...) are plain attributes of the module, reached with sys_get().
#include "builtins/modules/sys_module.h"

#include <algorithm>
#include <deque>

#include "builtins/functions/builtin_functions.h"
#include "builtins/functions/later_functions.h"
#include "builtins/modules/io_objects.h"
#include "builtins/modules/posix_paths.h"
#include "builtins/modules/sys_info.h"
#include "builtins/register.h"
#include "builtins/report/report.h"
#include "vm/interp/frame.h"
#include "vm/interp/tracing.h"
#include "vm/object/attribute.h"
#include "vm/object/exception_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/gate.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

// Settings with no effect but to be read back.
struct SysState {
    int64_t check_interval = 100;
    double switch_interval = 0.005;
    int64_t dlopen_flags = 2;
    int bytes_warning = 0;
    size_t host_max_str_digits = 0;   // the limit that scripts may lower, not raise; 0: none
    ReportSettings report;
    std::deque<std::pair<std::string, std::string>> sources;   // filename and text, oldest first
};
SysState& state_of(ModuleObject* module) { return *static_cast<SysState*>(module->state); }

Value or_none(Value v) { return v.is_unbound() ? Value::none() : v; }

// ------------------------------------------------------------------------------------------------ hooks

Status write_text(Thread& t, Value stream, Value text) {
    TRY(call_method(t, stream, t.interp.names.write, {text}));
    return ok();
}

// Text the stream's encoding cannot hold is shown with escapes.
Status write_escaped(Thread& t, Value stream, Value text) {
    Ref encoding = TRY(get_attribute(t, stream, t.interp.names.encoding));
    StrObject* encode = intern_utf8(t, "encode");
    StrObject* decode = intern_utf8(t, "decode");
    if (!encode || !decode) return Failed{};
    Ref how = TRY(str_from_ascii(t, "backslashreplace"));
    Ref bytes = TRY(call_method(t, text, encode, {encoding, how}));
    Ref shown = TRY(call_method(t, bytes, decode, {encoding}));
    return write_text(t, stream, shown);
}

Status sys_displayhook(Thread& t, Value object) {
    if (object.is_none()) return ok();
    if (!t.interp.builtins_module) return raise(t, Exc::RuntimeError, "lost builtins module");
    DictObject* builtins = t.interp.builtins_module->dict;
    TRY(dict_set_str(t, builtins, t.interp.names.underscore, Value::none()));
    Ref stream = TRY(sys_get(t, "stdout"));
    if (stream.get().is_unbound() || stream.get().is_none()) return raise(t, Exc::RuntimeError, "lost sys.stdout");
    RefTo<StrObject> text = TRY(repr(t, object));
    Status written = write_text(t, stream, text.value());
    if (!written) {
        if (!pending_matches(t, Exc::UnicodeEncodeError)) return written;
        clear_exception(t);
        TRY(write_escaped(t, stream, text.value()));
    }
    TRY(write_text(t, stream, Value::object(t.interp.single_chars['\n'])));
    return dict_set_str(t, builtins, t.interp.names.underscore, object);
}

Status sys_excepthook(Thread& t, Value, Value value, Value traceback) {
    ExceptionObject* e = as_exception(value);
    if (e && is_kind(traceback, Kind::Traceback) && e->traceback != traceback) exception_set_traceback(e, traceback);
    if (report_settings(t).form == ReportForm::Plain) display_exception(t, value);
    else write_to_stderr(t, report_exception(t, value));
    return ok();
}

Ref sys_exc_info(Thread& t) {
    Ref handled = own(handled_exception(t));
    ExceptionObject* e = as_exception(handled);
    if (!e) return tuple_pack(t, {Value::none(), Value::none(), Value::none()});
    return tuple_pack(t, {Value::object(e->type), handled, e->traceback});
}

Ref sys_exception(Thread& t) {
    Ref handled = own(handled_exception(t));
    return as_exception(handled) ? std::move(handled) : own(Value::none());
}

Ref sys_exit(Thread& t, Value status) {
    if (status.is_unbound()) return raise_none(t, Exc::SystemExit);
    TupleObject* args = as_tuple(status);
    if (!args || status.as_object()->kind != Kind::Tuple) return raise_object(t, Exc::SystemExit, status);
    Ref error = TRY(exception_new(t, exception_type(t.interp, Exc::SystemExit), args->items, args->size));
    return raise_instance(t, error);
}

// ------------------------------------------------------------------------------------------------ frames and tracing

Ref sys_getframe(Thread& t, Optional<int64_t> depth) {
    int64_t n = std::max<int64_t>(0, depth.value_or(0));
    Frame* frame = n > INT32_MAX ? nullptr : caller_frame(t, static_cast<unsigned>(n));
    if (!frame) return raise(t, Exc::ValueError, "call stack is not deep enough");
    return frame_object(t, frame);
}

Ref sys_current_frames(Thread& t) {
    RefTo<DictObject> frames = TRY(dict_new(t));
    for (Thread* other : t.interp.gate ? t.interp.gate->threads() : std::vector<Thread*>{&t}) {
        Frame* frame = caller_frame(*other, 0);
        if (!frame) continue;
        Ref ident = TRY(make_int_u64(t, other->native_thread));
        Ref object = TRY(frame_object(t, frame));
        TRY(dict_set(t, frames.get(), ident, object));
    }
    return frames;
}

Ref sys_call_tracing(Thread& t, Value function, TupleObject* args) { return call_tracing(t, function, args); }

Status sys_settrace(Thread& t, Value function) { return set_trace_function(t, function); }
Status sys_setprofile(Thread& t, Value function) { return set_profile_function(t, function); }
Ref function_or_none(Value v) { return own(v.is_unbound() ? Value::none() : v); }
Ref sys_gettrace(Thread& t) { return function_or_none(t.tracing ? t.tracing->trace_function : Value::none()); }
Ref sys_getprofile(Thread& t) { return function_or_none(t.tracing ? t.tracing->profile_function : Value::none()); }
Ref attribute_or_none(Thread& t, const char* name) {
    Ref value = TRY(sys_get(t, name));
    return value.get().is_unbound() ? own(Value::none()) : std::move(value);
}

Status sys_set_coroutine_wrapper(Thread& t, Value wrapper) {
    if (!wrapper.is_none() && !is_callable(t, wrapper))
        return raise(t, Exc::TypeError, "callable expected, got %.50s", type_name_of(t, wrapper));
    return set_coroutine_wrapper(t, wrapper);
}
Ref sys_get_coroutine_wrapper(Thread& t) {
    return function_or_none(t.tracing ? t.tracing->coroutine_wrapper : Value::none());
}

Status set_hook(Thread& t, const char* what, const char* attribute, Value hook) {
    if (hook.is_unbound()) return ok();
    if (!hook.is_none() && !is_callable(t, hook))
        return raise(t, Exc::TypeError, "callable %s expected, got %.50s", what, type_name_of(t, hook));
    return sys_set(t, attribute, hook);
}
Status sys_set_asyncgen_hooks(Thread& t, Value firstiter, Value finalizer) {
    TRY(set_hook(t, "finalizer", "_asyncgen_finalizer", finalizer));
    return set_hook(t, "firstiter", "_asyncgen_firstiter", firstiter);
}
Ref sys_get_asyncgen_hooks(Thread& t, ModuleObject* module) {
    Ref firstiter = TRY(attribute_or_none(t, "_asyncgen_firstiter"));
    Ref finalizer = TRY(attribute_or_none(t, "_asyncgen_finalizer"));
    return sys_asyncgen_hooks(t, module, firstiter, finalizer);
}

// ------------------------------------------------------------------------------------------------ limits and settings

Status sys_setrecursionlimit(Thread& t, Value n) {
    int64_t limit = TRY(c_int_argument(t, n));
    if (limit < 1) return raise(t, Exc::ValueError, "recursion limit must be greater or equal than 1");
    if (t.depth >= static_cast<uint64_t>(limit))
        return raise(t, Exc::RecursionError,
                     "cannot set the recursion limit to %lld at the recursion depth %u: the limit is too low",
                     static_cast<long long>(limit), t.depth);
    t.set_recursion_limit(static_cast<uint32_t>(limit));
    return ok();
}
Fallible<int64_t> sys_getrecursionlimit(Thread& t) { return int64_t{t.wanted_recursion_limit}; }

Status sys_setcheckinterval(Thread&, ModuleObject* module, int64_t n) {
    state_of(module).check_interval = n;
    return ok();
}
Fallible<int64_t> sys_getcheckinterval(Thread&, ModuleObject* module) { return state_of(module).check_interval; }
Status sys_setswitchinterval(Thread& t, ModuleObject* module, double seconds) {
    if (!(seconds > 0)) return raise(t, Exc::ValueError, "switch interval must be strictly positive");
    state_of(module).switch_interval = seconds;
    return ok();
}
Ref sys_getswitchinterval(Thread& t, ModuleObject* module) { return make_float(t, state_of(module).switch_interval); }
Status sys_setdlopenflags(Thread&, ModuleObject* module, int64_t flags) {
    state_of(module).dlopen_flags = flags;
    return ok();
}
Fallible<int64_t> sys_getdlopenflags(Thread&, ModuleObject* module) { return state_of(module).dlopen_flags; }

// ------------------------------------------------------------------------------------------------ objects

Ref sys_getsizeof(Thread& t, Value object, Value fallback) {
    auto measure = [&]() -> Ref {
        Ref size = TRY(call_special(t, object, t.interp.names.dunder_sizeof));
        if (size.get().is_unbound())
            return raise(t, Exc::TypeError, "Type %.100s doesn't define __sizeof__", type_name_of(t, object));
        if (!is_int_like(size)) return raise(t, Exc::TypeError, "an integer is required");
        int64_t n = TRY(int_to_i64(t, size, "Python int too large to convert to C ssize_t"));
        if (n < 0) return raise(t, Exc::ValueError, "__sizeof__() should return >= 0");
        return size;
    };
    Ref size = measure();
    if (!size.failed() || fallback.is_unbound() || !pending_matches(t, Exc::TypeError)) return size;
    clear_exception(t);
    return own(fallback);
}

Fallible<int64_t> sys_getrefcount(Thread&, Value object) {
    constexpr int64_t kImmediate = 1000000;   // as good as immortal
    return object.is_object() ? int64_t{object.as_object()->refcount} : kImmediate;
}

Ref sys_intern(Thread& t, Value text) {
    if (!as_str(text))
        return raise(t, Exc::TypeError, "intern() argument 1 must be str, not %s", type_name_of(t, text));
    if (!is_kind(text, Kind::Str)) return raise(t, Exc::TypeError, "can't intern %.400s", type_name_of(t, text));
    StrObject* interned = intern(t, text.as<StrObject>());
    return interned ? own(interned) : Ref(Failed{});
}

// int_max_str_digits: how many digits str(int) and int(str) may have; 0 means no bound.
Fallible<int64_t> sys_get_int_max_str_digits(Thread& t) {
    return static_cast<int64_t>(t.interp.limits.int_max_str_digits);
}
Status sys_set_int_max_str_digits(Thread& t, ModuleObject* module, Value maxdigits) {
    constexpr int64_t kLeast = 640;
    int64_t n = TRY(index_to_i64(t, maxdigits, Exc::OverflowError));
    if (n != 0 && n < kLeast)
        return raise(t, Exc::ValueError, "maxdigits must be 0 or larger than %lld", static_cast<long long>(kLeast));
    auto most = static_cast<int64_t>(state_of(module).host_max_str_digits);
    if (most && (n == 0 || n > most))
        return raise(t, Exc::ValueError, "maxdigits must not exceed the limit of the host, %lld",
                     static_cast<long long>(most));
    t.interp.limits.int_max_str_digits = static_cast<size_t>(n);
    return ok();
}

Ref sys_getdefaultencoding(Thread& t) { return str_from_ascii(t, "utf-8"); }
Ref sys_getfilesystemencodeerrors(Thread& t) { return str_from_ascii(t, "surrogateescape"); }
Fallible<bool> sys_is_finalizing(Thread& t) { return t.interp.finalising; }
Fallible<int64_t> sys_getallocatedblocks(Thread& t) { return static_cast<int64_t>(t.heap.bytes_used() / 32); }
Status sys_clear_type_cache(Thread& t) {
    method_cache_clear(t.interp);
    return ok();
}
Ref sys_callstats(Thread&) { return own(Value::none()); }

constexpr MethodDef kFunctions[] = {
    function<sys_callstats>("callstats", "()", "None: calls are not counted."),
    function<sys_clear_type_cache>("_clear_type_cache", "()", "Forget cached attribute look-ups."),
    function<sys_current_frames>("_current_frames", "()", "A dictionary of the topmost frame of each thread."),
    function<sys_displayhook>("displayhook", "(object, /)", "Print an object to sys.stdout and keep it in builtins._"),
    function<sys_exc_info>("exc_info", "()", "Return (type, value, traceback) of the exception being handled."),
    function<sys_exception>("exception", "()", "Return the exception being handled, or None."),
    function<sys_excepthook>("excepthook", "(exctype, value, traceback, /)", "Print an exception to sys.stderr."),
    function<sys_exit>("exit", "(status=None, /)", "Leave the program: raise SystemExit(status)."),
    function<sys_getframe>("_getframe", "(depth=0, /)", "The frame of the caller, or one further out."),
    function<sys_get_int_max_str_digits>("get_int_max_str_digits", "()",
                                         "Return how many digits conversions between int and str may have; 0: any."),
    function<sys_set_int_max_str_digits>("set_int_max_str_digits", "(module, maxdigits)",
                                         "Set how many digits conversions between int and str may have; 0: any."),
    function<sys_getallocatedblocks>("getallocatedblocks", "()", "About how many blocks of memory are in use."),
    function<sys_getcheckinterval>("getcheckinterval", "(module)", "The value of setcheckinterval(): no effect."),
    function<sys_get_asyncgen_hooks>("get_asyncgen_hooks", "(module)", "Return the hooks of asynchronous generators."),
    function<sys_get_coroutine_wrapper>("get_coroutine_wrapper", "()", "Return the wrapper of coroutine objects."),
    function<sys_getdefaultencoding>("getdefaultencoding", "()", "The encoding used by default: 'utf-8'."),
    function<sys_getdlopenflags>("getdlopenflags", "(module)", "The value of setdlopenflags(): no effect."),
    function<sys_getfilesystemencodeerrors>("getfilesystemencodeerrors", "()",
                                            "How undecodable file names are handled."),
    function<sys_getdefaultencoding>("getfilesystemencoding", "()", "The encoding of file names."),
    function<sys_getprofile>("getprofile", "()", "Return the profiling function set with setprofile()."),
    function<sys_getrecursionlimit>("getrecursionlimit", "()", "Return how deep calls may be nested."),
    function<sys_getrefcount>("getrefcount", "(object, /)", "Return the reference count of an object."),
    function<sys_getsizeof>("getsizeof", "(object, default=None)", "Return the size of an object in bytes."),
    function<sys_getswitchinterval>("getswitchinterval", "(module)", "The value of setswitchinterval(): no effect."),
    function<sys_gettrace>("gettrace", "()", "Return the tracing function set with settrace()."),
    function<sys_intern>("intern", "(string, /)", "Return the interned string equal to this one."),
    function<sys_is_finalizing>("is_finalizing", "()", "Whether the interpreter is shutting down."),
    function<sys_call_tracing>("call_tracing", "(func, args, /)", "Call func(*args)."),
    function<sys_set_asyncgen_hooks>("set_asyncgen_hooks", "(firstiter=None, finalizer=None)",
                                     "Set the hooks of asynchronous generators."),
    function<sys_set_coroutine_wrapper>("set_coroutine_wrapper", "(wrapper, /)",
                                        "Set the wrapper of coroutine objects."),
    function<sys_setcheckinterval>("setcheckinterval", "(module, n, /)", "Kept, without effect."),
    function<sys_setdlopenflags>("setdlopenflags", "(module, n, /)", "Kept, without effect."),
    function<sys_setprofile>("setprofile", "(function, /)", "Set the profiling function."),
    function<sys_setrecursionlimit>("setrecursionlimit", "(n, /)", "Set how deep calls may be nested."),
    function<sys_setswitchinterval>("setswitchinterval", "(module, n, /)", "Kept, without effect."),
    function<sys_settrace>("settrace", "(function, /)", "Set the tracing function."),
};

// ------------------------------------------------------------------------------------------------ the module

Status add_text_list(Thread& t, ModuleObject* module, const char* name, const std::vector<std::string>& texts) {
    RefTo<ListObject> list = TRY(list_new(t));
    for (const std::string& text : texts) {
        Ref item = TRY(path_from_host(t, text, false));
        TRY(list_append(t, list.get(), item));
    }
    return module_set(t, module, name, list.value());
}

Status add_import_state(Thread& t, ModuleObject* module) {
    TRY(module_set(t, module, "modules", Value::object(t.interp.modules)));
    TRY(add_text_list(t, module, "path", t.interp.search_path));
    RefTo<ListObject> meta_path = TRY(initial_meta_path(t));
    TRY(module_set(t, module, "meta_path", meta_path.value()));
    RefTo<ListObject> hooks = TRY(initial_path_hooks(t));
    TRY(module_set(t, module, "path_hooks", hooks.value()));
    RefTo<DictObject> cache = TRY(dict_new(t));
    return module_set(t, module, "path_importer_cache", cache.value());
}

Status add_module_names(Thread& t, ModuleObject* module) {
    std::vector<std::string_view> names;
    for (const ModuleDef* def : native_modules()) names.push_back(def->name);
    std::sort(names.begin(), names.end());
    RefTo<TupleObject> tuple = TRY(tuple_new(t, names.size()));
    for (size_t i = 0; i < names.size(); ++i) tuple->items[i] = TRY(str_from_ascii(t, names[i])).release();
    return module_set(t, module, "builtin_module_names", tuple.value());
}

Status add_twin(Thread& t, ModuleObject* module, const char* name, const char* twin) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    Value value = dict_get_str(t, module->dict, key);
    return value.is_error() ? Status(Failed{}) : module_set(t, module, twin, or_none(value));
}

Status describe_builtin(Thread& t, ModuleObject* module, StrObject* name) {
    Ref spec = TRY(module_spec(
        t, {ModuleSpecParts::Kind::Builtin, name, Value::unbound(), Value::unbound(), Value::unbound()}));
    Ref loader = TRY(builtin_importer(t));
    StrObject* origin = intern_utf8(t, "origin");
    if (!origin) return Failed{};
    TRY(set_attribute(t, spec, origin, Value::none()));   // not found by anybody
    TRY(dict_set_str(t, module->dict, t.interp.names.dunder_spec, spec));
    TRY(dict_set_str(t, module->dict, t.interp.names.dunder_loader, loader));
    return dict_set_str(t, module->dict, t.interp.names.dunder_package, Value::object(t.interp.empty_str));
}

Status sys_exec(Thread& t, ModuleObject* module) {
    if (!t.heap.charge(sizeof(SysState))) return raise_memory_error(t);
    module->state = new SysState;
    state_of(module).host_max_str_digits = t.interp.limits.int_max_str_digits;
    module->free_state = [](Interpreter& interp, void* state) {
        delete static_cast<SysState*>(state);
        interp.heap.uncharge(sizeof(SysState));
    };
    TRY(sys_add_info(t, module));
    TRY(add_import_state(t, module));
    TRY(add_module_names(t, module));
    TRY(add_text_list(t, module, "argv", t.interp.argv));
    TRY(module_set(t, module, "dont_write_bytecode", Value::boolean(t.interp.dont_write_bytecode)));
    RefTo<ListObject> warnoptions = TRY(list_new(t));
    TRY(module_set(t, module, "warnoptions", warnoptions.value()));
    RefTo<DictObject> xoptions = TRY(dict_new(t));
    TRY(module_set(t, module, "_xoptions", xoptions.value()));
    TRY(module_set(t, module, "_home", Value::none()));
    Ref git = TRY(str_from_ascii(t, "Krait"));
    RefTo<TupleObject> git_info =
        TRY(tuple_pack(t, {git, Value::object(t.interp.empty_str), Value::object(t.interp.empty_str)}));
    TRY(module_set(t, module, "_git", git_info.value()));
    TRY(add_breakpoint_hook(t, module));
    for (const char* name : {"stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__"})
        TRY(module_set(t, module, name, Value::none()));
    TRY(add_twin(t, module, "displayhook", "__displayhook__"));
    TRY(add_twin(t, module, "excepthook", "__excepthook__"));
    // The two modules that no import statement makes.
    TRY(describe_builtin(t, module, t.interp.names.sys));
    return t.interp.builtins_module ? describe_builtin(t, t.interp.builtins_module, t.interp.names.builtins) : ok();
}

}  // namespace

ReportSettings& report_settings(Thread& t) { return state_of(t.interp.sys_module).report; }

void remember_source(Thread& t, std::string_view filename, std::string_view text) {
    constexpr size_t kMostSources = 100;
    SysState& state = state_of(t.interp.sys_module);
    if (!state.report.remember_sources) return;
    state.sources.emplace_back(filename, text);
    if (state.sources.size() > kMostSources) state.sources.pop_front();
}

const std::deque<std::pair<std::string, std::string>>& remembered_sources(Thread& t) {
    return state_of(t.interp.sys_module).sources;
}

void sys_keep_bytes_warning(Thread& t, int level) {
    if (t.interp.sys_module && t.interp.sys_module->state) state_of(t.interp.sys_module).bytes_warning = level;
}

int sys_bytes_warning(Thread& t) {
    return t.interp.sys_module && t.interp.sys_module->state ? state_of(t.interp.sys_module).bytes_warning : 0;
}

Status sys_warn_bytes(Thread& t, const char* message) {
    if (KRAIT_LIKELY(sys_bytes_warning(t) == 0)) return ok();
    return warn(t, Exc::BytesWarning, 1, "%s", message);
}

Status sys_open_streams(Thread& t) {
    const std::pair<const char*, const char*> names[] = {
        {"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    for (int fd = 0; fd < 3; ++fd) {
        Ref stream = TRY(make_standard_stream(t, fd));
        TRY(sys_set(t, names[fd].first, stream));
        TRY(sys_set(t, names[fd].second, stream));
    }
    return ok();
}

extern const ModuleDef kSysModule;
constinit const ModuleDef kSysModule = {
    .name = "sys",
    .doc =
        "This module gives access to objects used or maintained by the interpreter, and to functions that act on it.",
    .functions = kFunctions,
    .exec = sys_exec,
};

}  // namespace krait
