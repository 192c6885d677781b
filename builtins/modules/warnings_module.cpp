// _warnings: filters and the two doors, warn() and warn_explicit(). When module warnings is loaded, its lists and its
// _showwarnmsg() are used; otherwise the text goes to sys.stderr as "file:line: Category: text" with the source line.
#include "builtins/modules/sys_module.h"
#include "vm/interp/frame.h"
#include "vm/native/module_def.h"
#include "vm/object/exception_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

// Registries filled before the last change of the filters count as empty.
struct WarningsState {
    int64_t filters_version = 0;
};

void free_warnings_state(Interpreter& interp, void* state) { interp.heap.free_buffer(state, sizeof(WarningsState)); }

// Module by name from sys.modules, UNBOUND when it is not there.
Ref loaded_module(Thread& t, const char* name) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    Value module = dict_get_str(t, t.interp.modules, key);
    return module.is_error() ? Ref(Failed{}) : own(module);
}

// Null: the module is gone, as it is when the interpreter ends.
Fallible<WarningsState*> warnings_state(Thread& t) {
    Ref module = TRY(loaded_module(t, "_warnings"));
    if (layout_is(module, Kind::Module)) {
        auto* m = module.as<ModuleObject>();
        if (m->free_state == free_warnings_state && m->state) return static_cast<WarningsState*>(m->state);
    }
    return nullptr;
}

Fallible<int64_t> filters_version(Thread& t) {
    WarningsState* state = TRY(warnings_state(t));
    return state ? state->filters_version : 0;
}

// Attribute of module warnings if that is loaded, else of this module; UNBOUND when missing.
Ref warnings_attribute(Thread& t, const char* name, bool python_only = false) {
    for (const char* module_name : {"warnings", "_warnings"}) {
        Ref module = TRY(loaded_module(t, module_name));
        if (module.get().is_object()) {
            StrObject* key = intern_utf8(t, name);
            if (!key) return Failed{};
            Ref value = TRY(lookup_attribute(t, module, key));
            if (!value.get().is_unbound()) return value;
        }
        if (python_only) break;
    }
    return Ref();
}

struct Warning {
    Ref category, message, text;   // class, instance, str(message)
    Ref filename;                  // str
    int64_t line = 0;
    Ref module, registry;          // registry: dict, None or UNBOUND
    Ref source_line;               // str or UNBOUND
    Ref source;                    // object or UNBOUND
};

// ------------------------------------------------------------------------------------------------ filters

Fallible<bool> pattern_matches(Thread& t, Value pattern, Value text) {
    if (pattern.is_none()) return true;
    StrObject* name = intern_utf8(t, "match");
    if (!name) return Failed{};
    Ref result = TRY(call_method(t, pattern, name, {text}));
    return is_true(t, result);
}

Fallible<bool> filter_applies(Thread& t, TupleObject* filter, const Warning& w) {
    if (!TRY(pattern_matches(t, filter->items[1], w.text))) return false;
    if (!TRY(is_subclass(t, w.category, filter->items[2]))) return false;
    if (!TRY(pattern_matches(t, filter->items[3], w.module))) return false;
    if (!is_int_like(filter->items[4])) return raise(t, Exc::TypeError, "an integer is required");
    int64_t line = TRY(index_to_i64(t, filter->items[4], Exc::OverflowError));
    return line == 0 || line == w.line;
}

Ref checked_action(Thread& t, Value action) {
    if (as_str(action)) return own(action);
    return raise(t, Exc::TypeError, "action must be a string, not '%.200s'", type_name_of(t, action));
}

Ref initial_filters(Thread&);

// The list of module warnings, which is remembered for the time when there is none; at the end that of the start.
Ref current_filters(Thread& t) {
    Ref filters = TRY(warnings_attribute(t, "filters", true));
    Ref module = TRY(loaded_module(t, "_warnings"));
    if (!layout_is(module, Kind::Module)) return filters.get().is_unbound() ? initial_filters(t) : std::move(filters);
    StrObject* name = intern_utf8(t, "filters");
    if (!name) return Failed{};
    if (filters.get().is_unbound()) return lookup_attribute(t, module, name);
    TRY(dict_set_str(t, module.as<ModuleObject>()->dict, name, filters));
    return filters;
}

// Action of the first filter that applies; *filter_out is that filter, or None.
Ref find_action(Thread& t, const Warning& w, Ref* filter_out) {
    Ref filters = TRY(current_filters(t));
    if (!as_list(filters)) return raise(t, Exc::ValueError, "_warnings.filters must be a list");
    for (uint32_t i = 0; i < filters.as<ListObject>()->size; ++i) {
        Ref item = own(filters.as<ListObject>()->items[i]);
        TupleObject* filter = as_tuple(item);
        if (!filter || filter->size != 5)
            return raise(t, Exc::ValueError, "_warnings.filters item %u isn't a 5-tuple", i);
        Ref action = TRY(checked_action(t, filter->items[0]));
        if (!TRY(filter_applies(t, filter, w))) continue;
        *filter_out = std::move(item);
        return action;
    }
    *filter_out = Ref::steal(Value::none());
    Ref fallback = TRY(warnings_attribute(t, "defaultaction", true));
    if (fallback.get().is_unbound()) fallback = TRY(warnings_attribute(t, "_defaultaction"));
    if (fallback.get().is_unbound()) return str_from_ascii(t, "default");
    return checked_action(t, fallback);
}

// ------------------------------------------------------------------------------------------------ registries

// Whether the key is marked; marks it when `mark`. A registry older than the filters is emptied first.
Fallible<bool> already_warned(Thread& t, DictObject* registry, Value key, bool mark) {
    Ref held = own(registry);
    StrObject* name = intern_utf8(t, "version");
    if (!name) return Failed{};
    int64_t version = TRY(filters_version(t));
    Value known = dict_get_str(t, registry, name);
    if (known.is_error()) return Failed{};
    if (known != Value::from_int_unchecked(version)) {
        dict_clear(t.interp, registry);
        TRY(dict_set_str(t, registry, name, Value::from_int_unchecked(version)));
    } else {
        Ref value = own(TRY(dict_get(t, registry, key)));
        if (!value.get().is_unbound() && TRY(is_true(t, value))) return true;
    }
    if (mark) TRY(dict_set(t, registry, key, Value::true_value()));
    return false;
}

// Whether the warning was shown before in the sense of `once` (all modules) or `module` (any line).
Fallible<bool> seen_in_registry(Thread& t, DictObject* registry, const Warning& w, bool with_zero) {
    RefTo<TupleObject> key = TRY(with_zero ? tuple_pack(t, {w.text, w.category, Value::small_int(0)})
                                           : tuple_pack(t, {w.text, w.category}));
    return already_warned(t, registry, key.value(), true);
}

// ------------------------------------------------------------------------------------------------ showing

Status show_plainly(Thread& t, const Warning& w) {
    Ref name = TRY(get_attribute(t, w.category, t.interp.names.dunder_name));
    RefTo<StrObject> category = TRY(str_of(t, name));
    RefTo<StrObject> text = TRY(str_of(t, w.text));
    std::string out = str_to_utf8(w.filename.as<StrObject>()) + ":" + std::to_string(w.line) + ": " +
                      str_to_utf8(category.get()) + ": " + str_to_utf8(text.get()) + "\n";
    std::string line;
    if (StrObject* given = as_str(w.source_line)) {
        line = str_to_utf8(given);
        line.erase(0, std::min(line.find_first_not_of(" \t\f"), line.size()));
        out += "  " + line + "\n";
    } else if (source_line(t, w.filename.as<StrObject>(), static_cast<int32_t>(w.line), &line)) {
        out += "  " + line + "\n";
    }
    write_to_stderr(t, out);
    return ok();
}

Status show(Thread& t, const Warning& w) {
    Ref show_message = TRY(warnings_attribute(t, "_showwarnmsg", true));
    if (show_message.get().is_unbound()) return show_plainly(t, w);
    if (!is_callable(t, show_message))
        return raise(t, Exc::TypeError, "warnings._showwarnmsg() must be set to a callable");
    Ref message_class = TRY(warnings_attribute(t, "WarningMessage", true));
    if (message_class.get().is_unbound()) return raise(t, Exc::RuntimeError, "unable to get warnings.WarningMessage");
    Ref line = TRY(make_int(t, w.line));
    Value source = w.source.get().is_unbound() ? Value::none() : w.source.get();
    Value args[] = {w.message, w.category, w.filename, line, Value::none(), Value::none(), source};
    Ref message = TRY(call(t, message_class, CallArgs{args, 7, nullptr}));
    TRY(call(t, show_message, message));
    return ok();
}

// ------------------------------------------------------------------------------------------------ the warning

Status set_message(Thread& t, Warning* w) {
    if (exception_matches(t, w->message, Exc::Warning)) {
        w->text = TRY(str_of(t, w->message));
        w->category = own(Value::object(type_of(t, w->message)));
        return ok();
    }
    w->text = w->message.copy();
    w->message = TRY(call(t, w->category, w->text));
    return ok();
}

// Whether the action lets the warning through; marks the registries.
Fallible<bool> action_shows(Thread& t, StrObject* action, Value filter, DictObject* registry, Value key,
                            const Warning& w) {
    if (str_equals_ascii(action, "always")) return true;
    if (registry) TRY(dict_set(t, registry, key, Value::true_value()));
    if (str_equals_ascii(action, "ignore")) return false;
    if (str_equals_ascii(action, "default")) return true;
    if (str_equals_ascii(action, "once")) {
        Ref once = registry ? own(registry) : Ref();
        if (!registry) {
            once = TRY(warnings_attribute(t, "onceregistry", true));
            if (once.get().is_unbound()) once = TRY(warnings_attribute(t, "_onceregistry"));
            if (once.get().is_unbound()) return true;   // the end: nothing is remembered any more
        }
        if (!as_dict(once)) return raise(t, Exc::TypeError, "_warnings.onceregistry must be a dict");
        return !TRY(seen_in_registry(t, once.as<DictObject>(), w, false));
    }
    if (str_equals_ascii(action, "module"))
        return !registry || !TRY(seen_in_registry(t, registry, w, true));
    RefTo<StrObject> action_text = TRY(repr(t, Value::object(action))), filter_text = TRY(repr(t, filter));
    return raise(t, Exc::RuntimeError, "Unrecognized action (%s) in warnings.filters:\n %s",
                 str_to_utf8(action_text.get()).c_str(), str_to_utf8(filter_text.get()).c_str());
}

Status issue(Thread& t, Warning* w) {
    DictObject* registry = as_dict(w->registry);
    if (!registry && !w->registry.get().is_unbound() && !w->registry.get().is_none())
        return raise(t, Exc::TypeError, "'registry' must be a dict or None");
    TRY(set_message(t, w));
    Ref line = TRY(make_int(t, w->line));
    RefTo<TupleObject> key = TRY(tuple_pack(t, {w->text, w->category, line}));
    if (registry && TRY(already_warned(t, registry, key.value(), false))) return ok();
    Ref filter;
    Ref action = TRY(find_action(t, *w, &filter));
    if (str_equals_ascii(action.as<StrObject>(), "error")) return raise_value(t, w->message, Value::unbound());
    if (!TRY(action_shows(t, action.as<StrObject>(), filter, registry, key.value(), *w))) return ok();
    return show(t, *w);
}

// "dir/name.py" -> "dir/name": the module's name when nothing better is known.
Ref module_from_filename(Thread& t, StrObject* filename) {
    size_t n = filename->length;
    if (n == 0) return str_from_ascii(t, "<unknown>");
    bool source = n >= 3 && filename->at(n - 3) == '.' && filename->at(n - 2) == 'p' && filename->at(n - 1) == 'y';
    return source ? str_substring(t, filename, 0, n - 3) : own(filename);
}

Status check_category(Thread& t, Value message, Value category, Ref* out) {
    if (exception_matches(t, message, Exc::Warning)) {
        *out = own(Value::object(type_of(t, message)));
        return ok();
    }
    if (category.is_unbound() || category.is_none()) {
        *out = own(exception_type(t.interp, Exc::UserWarning));
        return ok();
    }
    TypeObject* cls = as_type(category);
    if (!cls || !is_subtype(cls, exception_type(t.interp, Exc::Warning)))
        return raise(t, Exc::TypeError, "category must be a Warning subclass, not '%s'", type_name_of(t, category));
    *out = own(category);
    return ok();
}

// ------------------------------------------------------------------------------------------------ warn()

// Frames of the import machinery do not count for stacklevel.
bool is_import_frame(const Frame* f) {
    std::string name = str_to_utf8(f->code->filename);
    return name.find("importlib") != name.npos && name.find("_bootstrap") != name.npos;
}

const Frame* previous_frame(const Thread& t, const Frame* f) { return f == t.frames ? nullptr : f - 1; }

const Frame* frame_at_level(Thread& t, int64_t level) {
    const Frame* f = t.frame;
    if (!f || f < t.frames) return nullptr;
    bool count_all = level <= 0 || is_import_frame(f);
    while (--level > 0 && f) {
        do f = previous_frame(t, f);
        while (!count_all && f && is_import_frame(f));
    }
    return f;
}

Ref filename_of_globals(Thread& t, DictObject* globals, Value module) {
    Value file = dict_get_str(t, globals, t.interp.names.dunder_file);
    if (file.is_error()) return Failed{};
    if (StrObject* name = as_str(file)) {
        size_t n = name->length;
        bool compiled = n > 4 && name->at(n - 4) == '.' && name->at(n - 3) == 'p' && name->at(n - 2) == 'y' &&
                        (name->at(n - 1) == 'c' || name->at(n - 1) == 'C');
        return compiled ? str_substring(t, name, 0, n - 1) : own(file);
    }
    StrObject* module_text = as_str(module);
    if (!module_text || !str_equals_ascii(module_text, "__main__"))
        return own(module_text ? module : Value::object(t.interp.names.sys));
    Ref argv = TRY(sys_get(t, "argv"));
    ListObject* list = as_list(argv);
    if (list && list->size > 0 && as_str(list->items[0]) && as_str(list->items[0])->length > 0)
        return own(list->items[0]);
    return own(module);
}

// Where the warning points: file, line, module and registry of the frame `level` calls up.
Status set_place(Thread& t, int64_t level, Warning* w) {
    const Frame* f = frame_at_level(t, level);
    if (!f && !t.interp.sys_module) return raise(t, Exc::RuntimeError, "no frame to warn about");
    Ref globals = f ? own(f->function->globals) : own(t.interp.sys_module->dict);
    w->line = f ? frame_line(f) : 1;
    DictObject* dict = globals.as<DictObject>();
    StrObject* registry_name = intern_utf8(t, "__warningregistry__");
    if (!registry_name) return Failed{};
    Value registry = dict_get_str(t, dict, registry_name);
    if (registry.is_error()) return Failed{};
    if (registry.is_unbound()) {
        w->registry = TRY(dict_new(t));
        TRY(dict_set_str(t, dict, registry_name, w->registry));
    } else {
        w->registry = own(registry);
    }
    Value name = dict_get_str(t, dict, t.interp.names.dunder_name);
    if (name.is_error()) return Failed{};
    w->module = as_str(name) ? own(name) : TRY(str_from_ascii(t, "<string>"));
    w->filename = TRY(filename_of_globals(t, dict, w->module));
    return ok();
}

Status warnings_warn(Thread& t, Value message, Value category, Optional<int64_t> stacklevel, Value source) {
    Warning w;
    TRY(check_category(t, message, category, &w.category));
    w.message = own(message);
    w.source = own(source);
    TRY(set_place(t, stacklevel.value_or(1), &w));
    return issue(t, &w);
}

// ------------------------------------------------------------------------------------------------ warn_explicit()

// Line of a module's source as its loader tells it.
Ref loader_source_line(Thread& t, Value module_globals, int64_t line) {
    DictObject* globals = as_dict(module_globals);
    if (!globals) return Ref();
    Ref loader = own(dict_get_str(t, globals, t.interp.names.dunder_loader));
    Ref name = loader.failed() ? Ref(Failed{}) : own(dict_get_str(t, globals, t.interp.names.dunder_name));
    if (name.failed()) return Failed{};
    if (loader.get().is_unbound() || name.get().is_unbound()) return Ref();
    StrObject* method = intern_utf8(t, "get_source");
    StrObject* split = method ? intern_utf8(t, "splitlines") : nullptr;
    if (!split) return Failed{};
    Ref get_source = TRY(lookup_attribute(t, loader, method));
    if (get_source.get().is_unbound()) return Ref();
    Ref source = TRY(call(t, get_source, name));
    if (!as_str(source)) return Ref();
    Ref lines = TRY(call_method(t, source, split));
    ListObject* list = as_list(lines);
    if (!list || line < 1 || line > list->size) return Ref();
    return own(list->items[line - 1]);
}

Status warnings_warn_explicit(Thread& t, Value message, Value category, StrObject* filename, int64_t lineno,
                              Value module, Value registry, Value module_globals, Value source) {
    Warning w;
    w.message = own(message);
    w.category = own(category);
    w.filename = own(filename);
    w.line = lineno;
    w.registry = own(registry);
    w.source = own(source);
    if (!module_globals.is_unbound() && !module_globals.is_none())
        w.source_line = TRY(loader_source_line(t, module_globals, lineno));
    w.module = module.is_unbound() ? TRY(module_from_filename(t, filename)) : own(module);
    return issue(t, &w);
}

Status warnings_filters_mutated(Thread& t) {
    if (WarningsState* state = TRY(warnings_state(t))) ++state->filters_version;
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<warnings_warn>("warn", "(message, category=None, stacklevel=1, source=None)",
                            "Issue a warning, or maybe ignore it or raise an exception."),
    function<warnings_warn_explicit>("warn_explicit",
                                     "(message, category, filename, lineno, module=<unknown>, registry=None, "
                                     "module_globals=None, source=None)",
                                     "Issue a warning for a given place."),
    function<warnings_filters_mutated>("_filters_mutated", "()", "The filters changed: registries start anew."),
};

Ref initial_filters(Thread& t) {
    RefTo<ListObject> filters = TRY(list_new(t, 5));
    Ref ignore = TRY(str_from_ascii(t, "ignore"));
    int level = sys_bytes_warning(t);
    Ref for_bytes = TRY(str_from_ascii(t, level > 1 ? "error" : level == 1 ? "default" : "ignore"));
    for (Exc kind : {Exc::DeprecationWarning, Exc::PendingDeprecationWarning, Exc::ImportWarning, Exc::BytesWarning,
                     Exc::ResourceWarning}) {
        RefTo<TupleObject> row =
            TRY(tuple_pack(t, {kind == Exc::BytesWarning ? for_bytes : ignore, Value::none(),
                               Value::object(exception_type(t.interp, kind)), Value::none(), Value::small_int(0)}));
        TRY(list_append(t, filters.get(), row.value()));
    }
    return filters;
}

Status warnings_exec(Thread& t, ModuleObject* module) {
    void* state = t.heap.allocate_buffer(sizeof(WarningsState));
    if (!state) return raise_memory_error(t);
    module->state = new (state) WarningsState();
    module->free_state = free_warnings_state;
    Ref filters = TRY(initial_filters(t)), once = TRY(dict_new(t)), action = TRY(str_from_ascii(t, "default"));
    TRY(module_set(t, module, "filters", filters));
    TRY(module_set(t, module, "_onceregistry", once));
    return module_set(t, module, "_defaultaction", action);
}

}  // namespace

extern const ModuleDef kWarningsModule;
constinit const ModuleDef kWarningsModule = {"_warnings", "Filters and issuing of warnings.", kFunctions,
                                             warnings_exec};

}  // namespace krait
