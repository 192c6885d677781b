// The import system: what import statements and __import__() do with names, in C++. It stands where CPython has
// importlib._bootstrap, and shows the same outside: sys.modules, sys.meta_path, __path__, __spec__, the messages.
// import_find.cpp asks the finders, import_load.cpp makes the modules.
#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/object/str_units.h"
#include "vm/object/str_utf8.h"
#include "vm/runtime/import_parts.h"
#include "vm/runtime/import_trace.h"
#include "vm/runtime/long_runs.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ sys attributes

Ref sys_get(Thread& t, std::string_view name) {
    if (!t.interp.sys_module) return Ref();
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    Value value = dict_get_str(t, t.interp.sys_module->dict, key);
    return value.is_error() ? Ref(Failed{}) : own(value);
}

Status sys_set(Thread& t, std::string_view name, Value value) {
    if (!t.interp.sys_module) return ok();
    Ref keep = own(value);
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    return dict_set_str(t, t.interp.sys_module->dict, key, value);
}

Failed raise_import_error(Thread& t, Exc kind, const std::string& text, Value name, Value path) {
    Ref message = TRY(str_from_utf8(t, text));
    RefTo<TupleObject> args = TRY(tuple_pack(t, {message}));
    RefTo<ExceptionObject> error = TRY(exception_make(t, kind, args.get()));
    exception_set_field(error.get(), exception_field::kImportName, name);
    if (!path.is_unbound()) exception_set_field(error.get(), exception_field::kImportPath, path);
    return raise_instance(t, error.value());
}

Ref import_helper(Thread& t, const char* module, const char* function) {
    Ref found = TRY(import_module(t, module));   // an early module: finders of programs are not asked
    StrObject* name = intern_utf8(t, function);
    if (!name) return Failed{};
    return get_attribute(t, found, name);
}

namespace {

KRAIT_COLD Failed raise_not_found(Thread& t, StrObject* name, const std::string& why = {}) {
    RefTo<StrObject> shown = TRY(repr(t, Value::object(name)));
    return raise_import_error(t, Exc::ModuleNotFoundError, "No module named " + told(t, shown.get()) + why,
                              Value::object(name));
}

RefTo<StrObject> new_str(Thread& t, std::string_view utf8) {
    Ref text = TRY(str_from_utf8(t, utf8));
    return RefTo<StrObject>::steal(text.release().as<StrObject>());
}

RefTo<StrObject> slice(Thread& t, StrObject* text, size_t start, size_t end) {
    Ref part = TRY(str_substring(t, text, start, end));
    return RefTo<StrObject>::steal(part.release().as<StrObject>());
}

Fallible<int64_t> last_dot(Thread& t, const StrObject* text) {
    return visit_units(text, [&](auto* p) -> Fallible<int64_t> {
        size_t behind = TRY(start_of_run(t, p, text->length, 0, [](char32_t c) { return c != '.'; }));
        return static_cast<int64_t>(behind) - 1;
    });
}

// Entry of sys.modules: UNBOUND when there is none.
Ref loaded_module(Thread& t, Value name) {
    Value found = TRY(dict_get(t, t.interp.modules, name));
    return own(found);
}

// ------------------------------------------------------------------------------------------------ absolute names

Ref import_absolute(Thread&, StrObject* name);

// __path__ of the parent package, which is imported first; None for top-level names.
Ref parent_path(Thread& t, StrObject* name, Ref* parent_module) {
    int64_t dot = TRY(last_dot(t, name));
    if (dot < 0) return own(Value::none());
    RefTo<StrObject> parent = TRY(slice(t, name, 0, static_cast<size_t>(dot)));
    if (parent->length == 0) return raise(t, Exc::ValueError, "Empty module name");
    *parent_module = TRY(import_absolute(t, parent.get()));
    Ref current = TRY(loaded_module(t, parent.value()));
    if (!current.get().is_unbound()) *parent_module = std::move(current);
    Ref done = TRY(loaded_module(t, Value::object(name)));
    if (!done.get().is_unbound()) return own(Value::none());   // the parent has imported it
    Ref path = TRY(lookup_attribute(t, *parent_module, t.interp.names.dunder_path));
    if (!path.get().is_unbound()) return path;
    RefTo<StrObject> shown = TRY(repr(t, parent.value()));
    return raise_not_found(t, name, "; " + told(t, shown.get()) + " is not a package");
}

Ref find_and_load(Thread& t, StrObject* name) {
    RecursionGuard guard(t, " while importing");
    if (guard.failed()) return Failed{};
    ImportTrace trace(t, name);
    Ref parent;
    Ref path = TRY(parent_path(t, name, &parent));
    if (!parent.get().is_unbound()) {   // the parent may have imported it
        Ref present = TRY(loaded_module(t, Value::object(name)));
        if (!present.get().is_unbound()) return present;
    }
    Found found = TRY(find_module(t, name, path, Value::none()));
    if (found.kind == Found::Kind::None) return raise_not_found(t, name);
    Ref module = TRY(load_found(t, name, std::move(found)));
    trace.finish(module);
    if (parent.get().is_unbound()) return module;
    auto dot = static_cast<size_t>(TRY(last_dot(t, name)));
    RefTo<StrObject> parent_name = TRY(slice(t, name, 0, dot));
    Ref current = TRY(loaded_module(t, parent_name.value()));   // the module may have thrown it away
    if (current.get().is_unbound()) return raise_key_error(t, parent_name.value());
    parent = std::move(current);
    RefTo<StrObject> child = TRY(slice(t, name, dot + 1, name->length));
    StrObject* key = intern(t, child.get());
    if (!key) return Failed{};
    TRY(set_attribute(t, parent, key, module));
    return module;
}

Ref import_absolute(Thread& t, StrObject* name) {
    Ref module = TRY(loaded_module(t, Value::object(name)));
    if (KRAIT_LIKELY(!module.get().is_unbound() && !module.get().is_none())) return module;
    if (module.get().is_none())
        return raise_import_error(t, Exc::ModuleNotFoundError,
                                  "import of " + told(t, name) + " halted; None in sys.modules",
                                  Value::object(name));
    if (name->length > kPlacesPerLook) TRY(check_deadline(t));   // once for each dot of a long name
    return find_and_load(t, name);
}

// ------------------------------------------------------------------------------------------------ relative names

Ref globals_entry(Thread& t, DictObject* globals, StrObject* name) {
    Value value = dict_get_str(t, globals, name);
    return value.is_error() ? Ref(Failed{}) : own(value);
}

RefTo<StrObject> take_str(Ref value) { return RefTo<StrObject>::steal(value.release().as<StrObject>()); }

RefTo<StrObject> package_from_name(Thread& t, DictObject* globals) {
    TRY(warn(t, Exc::ImportWarning, 1,
             "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__"));
    Ref name = TRY(globals_entry(t, globals, t.interp.names.dunder_name));
    if (name.get().is_unbound()) return raise(t, Exc::KeyError, "'__name__' not in globals");
    if (!as_str(name)) return raise(t, Exc::TypeError, "__name__ must be a string");
    Ref path = TRY(globals_entry(t, globals, t.interp.names.dunder_path));
    if (!path.get().is_unbound()) return take_str(std::move(name));
    int64_t dot = TRY(last_dot(t, as_str(name)));
    if (dot < 0) return take_str(std::move(name));   // 3.6: a module that is no package stands for itself
    return slice(t, as_str(name), 0, static_cast<size_t>(dot));
}

Ref spec_parent(Thread& t, Value spec) {
    StrObject* key = intern_utf8(t, "parent");
    if (!key) return Failed{};
    return get_attribute(t, spec, key);
}

// The package that a relative import starts from.
RefTo<StrObject> calling_package(Thread& t, DictObject* globals) {
    Ref package = TRY(globals_entry(t, globals, t.interp.names.dunder_package));
    Ref spec = TRY(globals_entry(t, globals, t.interp.names.dunder_spec));
    bool has_spec = !spec.get().is_unbound() && !spec.get().is_none();
    if (!package.get().is_unbound() && !package.get().is_none()) {
        if (!as_str(package)) return raise(t, Exc::TypeError, "package must be a string");
        if (has_spec) {
            Ref parent = TRY(spec_parent(t, spec));
            if (!TRY(equal(t, package, parent)))
                TRY(warn(t, Exc::ImportWarning, 1, "__package__ != __spec__.parent"));
        }
        return take_str(std::move(package));
    }
    if (has_spec) {
        Ref parent = TRY(spec_parent(t, spec));
        if (!as_str(parent)) return raise(t, Exc::TypeError, "__spec__.parent must be a string");
        return take_str(std::move(parent));
    }
    return package_from_name(t, globals);
}

RefTo<StrObject> resolve_relative(Thread& t, StrObject* name, Value globals, int64_t level) {
    if (globals.is_unbound()) return raise(t, Exc::KeyError, "'__name__' not in globals");
    if (!as_dict(globals)) return raise(t, Exc::TypeError, "globals must be a dict");
    RefTo<StrObject> base = TRY(calling_package(t, as_dict(globals)));
    if (base->length == 0)
        return raise(t, Exc::ImportError, "attempted relative import with no known parent package");
    for (; level > 1; --level) {
        int64_t dot = TRY(last_dot(t, base.get()));
        if (dot < 0) return raise(t, Exc::ValueError, "attempted relative import beyond top-level package");
        base = TRY(slice(t, base.get(), 0, static_cast<size_t>(dot)));
    }
    if (name->length == 0) return base;
    return new_str(t, str_to_utf8(base.get()) + "." + str_to_utf8(name));
}

// ------------------------------------------------------------------------------------------------ from ... import

Status import_list(Thread& t, Value module, Value fromlist, bool recursive);

Status import_listed(Thread& t, Value module, Value item, bool recursive) {
    StrObject* name = as_str(item);
    if (!name) {
        Ref module_name = TRY(get_attribute(t, module, t.interp.names.dunder_name));
        RefTo<StrObject> shown = TRY(str_of(t, module_name));
        return raise(t, Exc::TypeError, "Item in %s must be str, not %s",
                     recursive ? (str_to_utf8(shown.get()) + ".__all__").c_str() : "``from list''",
                     type_name_of(t, item));
    }
    if (str_equals_ascii(name, "*")) {
        if (recursive) return ok();
        Ref all = TRY(lookup_attribute(t, module, t.interp.names.dunder_all));
        return all.get().is_unbound() ? ok() : import_list(t, module, all, true);
    }
    StrObject* key = intern(t, name);
    if (!key) return Failed{};
    Ref present = TRY(lookup_attribute(t, module, key));
    if (!present.get().is_unbound()) return ok();
    Ref module_name = TRY(get_attribute(t, module, t.interp.names.dunder_name));
    if (!as_str(module_name)) return ok();
    RefTo<StrObject> full = TRY(new_str(t, str_to_utf8(as_str(module_name)) + "." + str_to_utf8(name)));
    Ref imported = import_absolute(t, full.get());
    if (!imported.failed()) return ok();
    if (!pending_matches(t, Exc::ModuleNotFoundError)) return Failed{};
    Ref error = fetch_exception(t);
    Value missing = exception_field_or_none(error.as<ExceptionObject>(), exception_field::kImportName);
    if (as_str(missing) && str_equal_nocall(as_str(missing), full.get())) {
        Ref entry = TRY(loaded_module(t, full.value()));
        if (!entry.get().is_none()) return ok();   // IMPORT_FROM says it
    }
    restore_exception(t, std::move(error));
    return Failed{};
}

Status import_list(Thread& t, Value module, Value fromlist, bool recursive) {
    Iteration it(t, fromlist);
    while (it.next()) {
        Ref item = it.take_item();
        TRY(import_listed(t, module, item, recursive));
    }
    if (it.failed()) return Failed{};
    return ok();
}

// `import a.b.c` binds a: the first part of the name as it was written.
Ref first_module(Thread& t, StrObject* name, StrObject* absolute, Value module, int64_t level) {
    int64_t dot = str_find_char(name, '.', 0, name->length);
    if (level == 0) {
        if (dot < 0) return own(module);
        RefTo<StrObject> front = TRY(slice(t, name, 0, static_cast<size_t>(dot)));
        return import_absolute(t, front.get());
    }
    if (name->length == 0 || dot < 0) return own(module);
    RefTo<StrObject> front = TRY(slice(t, absolute, 0, absolute->length - (name->length - static_cast<size_t>(dot))));
    Ref found = TRY(loaded_module(t, front.value()));
    if (!found.get().is_unbound()) return found;
    RefTo<StrObject> shown = TRY(repr(t, front.value()));
    return raise(t, Exc::KeyError, "%s not in sys.modules as expected", told(t, shown.get()).c_str());
}

}  // namespace

Ref import_name(Thread& t, StrObject* name, Value globals, Value, Value fromlist, int64_t level) {
    if (level < 0) return raise(t, Exc::ValueError, "level must be >= 0");
    RefTo<StrObject> absolute = RefTo<StrObject>::own(name);
    if (level > 0) absolute = TRY(resolve_relative(t, name, globals, level));
    else if (name->length == 0) return raise(t, Exc::ValueError, "Empty module name");
    Ref module = TRY(import_absolute(t, absolute.get()));
    bool wants_names = !fromlist.is_unbound() && !fromlist.is_none() && TRY(is_true(t, fromlist));
    if (!wants_names) return first_module(t, name, absolute.get(), module, level);
    Ref path = TRY(lookup_attribute(t, module, t.interp.names.dunder_path));
    if (path.get().is_unbound()) return module;
    TRY(import_list(t, module, fromlist, false));
    return module;
}

Ref find_spec_everywhere(Thread& t, StrObject* name, Value path, Value target) {
    Found found = TRY(find_module(t, name, path, target));
    return spec_of_found(t, name, found);
}
Ref find_module_spec(Thread& t, StrObject* name, Value path) {
    return find_spec_everywhere(t, name, path, Value::none());
}

Ref import_module(Thread& t, std::string_view name) {
    StrObject* text = intern_utf8(t, name);
    if (!text) return Failed{};
    Ref keep = own(text);
    return import_absolute(t, text);
}

}  // namespace krait
