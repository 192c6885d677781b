// The import system: names resolved and modules found, made and run, in C++. It stands where CPython has
// importlib._bootstrap, and shows the same outside: sys.modules, sys.meta_path, __path__, __spec__, the messages.
//
// sys.meta_path starts with one entry, the type that stands for this file (hooks.module_spec's BuiltinImporter);
// finders that programs put before or after it are asked in their place. What it finds, in this order: native modules,
// modules in the folders of KRAITPATH (interp.search_path), frozen modules, modules along sys.path.
#include <fcntl.h>

#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

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

namespace {

KRAIT_COLD Failed raise_import_error(Thread& t, Exc kind, const std::string& text, Value name) {
    Ref message = TRY(str_from_utf8(t, text));
    RefTo<TupleObject> args = TRY(tuple_pack(t, {message}));
    RefTo<ExceptionObject> error = TRY(exception_make(t, kind, args.get()));
    exception_set_field(error.get(), exception_field::kImportName, name);
    return raise_instance(t, error.value());
}

KRAIT_COLD Failed raise_not_found(Thread& t, StrObject* name, const std::string& why = {}) {
    RefTo<StrObject> shown = TRY(repr(t, Value::object(name)));
    return raise_import_error(t, Exc::ModuleNotFoundError, "No module named " + str_to_utf8(shown.get()) + why,
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

int64_t last_dot(const StrObject* text) {
    for (size_t i = text->length; i-- > 0;)
        if (text->at(i) == '.') return static_cast<int64_t>(i);
    return -1;
}

// Entry of sys.modules: UNBOUND when there is none.
Ref loaded_module(Thread& t, Value name) {
    Value found = TRY(dict_get(t, t.interp.modules, name));
    return own(found);
}

Status set_in_modules(Thread& t, StrObject* name, Value module) {
    return dict_set(t, t.interp.modules, Value::object(name), module);
}

// ------------------------------------------------------------------------------------------------ files

bool read_file(Host& host, const std::string& path, std::string* out) {
    int fd = host.open(path, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0) return false;
    FileStatus status;
    if (host.status(fd, &status) == 0 && status.size < (uint64_t{1} << 31)) out->reserve(status.size + 1);
    char buffer[16 * 1024];
    int64_t n;
    while ((n = host.read(fd, buffer, sizeof buffer)) > 0) out->append(buffer, static_cast<size_t>(n));
    host.close(fd);
    return n == 0;
}

enum class FileKind { Missing, File, Folder };
FileKind file_kind(Host& host, const std::string& path) {
    FileStatus status;
    if (host.status(path, true, &status) != 0) return FileKind::Missing;
    constexpr uint32_t kTypeMask = 0170000, kFolder = 0040000;
    return (status.mode & kTypeMask) == kFolder ? FileKind::Folder : FileKind::File;
}

std::string join_path(const std::string& folder, const std::string& name) {
    if (folder.empty()) return name;
    return folder.back() == '/' ? folder + name : folder + "/" + name;
}

// Where a module was found.
struct Found {
    enum class Kind { None, Native, Frozen, Source, Namespace, Spec };
    Kind kind = Kind::None;
    std::string path;                     // of the file
    std::string folder;                   // of the package
    bool is_package = false;
    std::string_view source;              // of frozen modules
    std::vector<std::string> portions;    // of a namespace package
    Ref object;                           // native module, or spec of a user's finder
    bool failed_ = false;
    Found() = default;
    Found(Failed) : failed_(true) {}      // NOLINT
    bool failed() const { return failed_; }
    Found&& take() { return std::move(*this); }
};

// Looks for package, module, or a portion of a namespace package in one folder.
bool find_in_folder(Host& host, const std::string& folder, const std::string& tail, Found* found) {
    std::string base = join_path(folder, tail);
    FileKind kind = file_kind(host, base);
    if (kind == FileKind::Folder) {
        std::string init = base + "/__init__.py";
        if (file_kind(host, init) == FileKind::File) {
            found->kind = Found::Kind::Source;
            found->path = init;
            found->folder = base;
            found->is_package = true;
            return true;
        }
    }
    std::string file = base + ".py";
    if (file_kind(host, file) == FileKind::File) {
        found->kind = Found::Kind::Source;
        found->path = file;
        return true;
    }
    if (kind == FileKind::Folder) found->portions.push_back(base);
    return false;
}

// ------------------------------------------------------------------------------------------------ finding

class ModuleFinder {
  public:
    ModuleFinder(Thread& t, StrObject* name, Value path) : t_(t), name_(name), path_(path), text_(str_to_utf8(name)) {
        size_t dot = text_.rfind('.');
        tail_ = dot == std::string::npos ? text_ : text_.substr(dot + 1);
    }

    // The finders of sys.meta_path in turn.
    Found find() {
        Ref finders = TRY(sys_get(t_, "meta_path"));
        RefTo<ListObject> list = RefTo<ListObject>::own(as_list(finders));
        if (!list.get()) {
            if (finders.get().is_unbound() || finders.get().is_none())
                return raise(t_, Exc::ImportError, "sys.meta_path is None, Python is likely shutting down");
            return find_native();
        }
        for (uint32_t i = 0; i < list->size; ++i) {
            Ref finder = own(list->items[i]);
            Found found = TRY(is_native_finder(finder) ? find_native() : ask(finder));
            if (found.kind != Found::Kind::None) return found;
        }
        return Found();
    }

    // This file's own search.
    Found find_native() {
        Found found;
        if (path_.is_none()) {
            found.object = TRY(t_.interp.hooks.native_module(t_, name_));
            if (!found.object.get().is_unbound()) {
                found.kind = Found::Kind::Native;
                return found;
            }
            for (const std::string& folder : t_.interp.search_path)
                if (find_in_folder(*t_.interp.host, folder, tail_, &found)) return found;
            if (t_.interp.hooks.frozen_source(text_, &found.source, &found.is_package)) {
                found.kind = Found::Kind::Frozen;
                return found;
            }
            Ref sys_path = TRY(sys_get(t_, "path"));
            TRY(find_along(sys_path, &found));
        } else {
            TRY(find_along(path_, &found));
            if (found.kind == Found::Kind::None && found.portions.empty() &&
                t_.interp.hooks.frozen_source(text_, &found.source, &found.is_package))
                found.kind = Found::Kind::Frozen;
        }
        if (found.kind == Found::Kind::None && !found.portions.empty()) {
            found.kind = Found::Kind::Namespace;
            found.is_package = true;
        }
        return found;
    }

  private:
    // The type BuiltinImporter has no Python behaviour worth calling: its place in the list is what counts.
    static bool is_native_finder(Value finder) {
        TypeObject* type = as_type(finder);
        return type && type->spec && std::string_view(type->spec->name) == "_frozen_importlib.BuiltinImporter";
    }

    Found ask(Value finder) {
        StrObject* method = intern_utf8(t_, "find_spec");
        if (!method) return Failed{};
        Found found;
        Ref function = TRY(lookup_attribute(t_, finder, method));
        if (function.get().is_unbound()) return find_by_old_protocol(finder);
        found.object = TRY(call(t_, function, Value::object(name_), path_, Value::none()));
        if (!found.object.get().is_none()) found.kind = Found::Kind::Spec;
        return found;
    }

    // find_module(name, path) of finders older than PEP 451: the loader's load_module() does everything.
    Found find_by_old_protocol(Value finder) {
        StrObject* method = intern_utf8(t_, "find_module");
        if (!method) return Failed{};
        Found found;
        Ref function = TRY(lookup_attribute(t_, finder, method));
        if (function.get().is_unbound()) return found;
        Ref loader = TRY(call(t_, function, Value::object(name_), path_));
        if (loader.get().is_none()) return found;
        found.object = TRY(t_.interp.hooks.module_spec(
            t_, {ModuleSpecParts::Kind::Builtin, name_, Value::unbound(), Value::unbound(), Value::unbound()}));
        StrObject* loader_name = intern_utf8(t_, "loader");
        if (!loader_name) return Failed{};
        TRY(set_attribute(t_, found.object, loader_name, loader));
        found.kind = Found::Kind::Spec;
        return found;
    }

    Status find_along(Value path, Found* found) {
        if (path.is_unbound() || path.is_none()) return ok();
        Iteration it(t_, path);
        while (it.next()) {
            StrObject* folder = as_str(it.item());
            if (!folder) continue;
            Ref keep = own(folder);
            if (TRY(ask_path_hooks(keep, found))) return ok();
            std::string text = str_to_utf8(folder);
            if (find_in_folder(*t_.interp.host, text, tail_, found)) return ok();
        }
        if (it.failed()) return Failed{};
        return ok();
    }

    // Finders made by hooks of sys.path_hooks; the list is empty unless a program fills it.
    Fallible<bool> ask_path_hooks(Value folder, Found* found) {
        Ref hooks = TRY(sys_get(t_, "path_hooks"));
        RefTo<ListObject> list = RefTo<ListObject>::own(as_list(hooks));
        if (!list.get() || list->size == 0) return false;
        Ref cache = TRY(sys_get(t_, "path_importer_cache"));
        Ref finder;
        if (as_dict(cache)) finder = own(TRY(dict_get(t_, as_dict(cache), folder)));
        for (uint32_t i = 0; finder.get().is_unbound() && i < list->size; ++i) {
            Ref hook = own(list->items[i]);
            Ref made = call(t_, hook, folder);
            if (!made.failed()) finder = std::move(made);
            else if (!pending_matches(t_, Exc::ImportError)) return Failed{};
            else clear_exception(t_);
        }
        if (as_dict(cache)) TRY(dict_set(t_, as_dict(cache), folder, finder.get().is_unbound() ? Value::none() : finder.get()));
        if (finder.get().is_unbound() || finder.get().is_none()) return false;
        StrObject* method = intern_utf8(t_, "find_spec");
        if (!method) return Failed{};
        Ref spec = TRY(call_method(t_, finder, method, {Value::object(name_)}));
        if (spec.get().is_none()) return false;
        found->object = std::move(spec);
        found->kind = Found::Kind::Spec;
        return true;
    }

    Thread& t_;
    StrObject* name_;
    Value path_;               // parent's __path__, or None
    std::string text_, tail_;
};

// ------------------------------------------------------------------------------------------------ loading

class ModuleLoader {
  public:
    ModuleLoader(Thread& t, StrObject* name, Found found) : t_(t), name_(name), found_(std::move(found)) {}

    Ref load() {
        switch (found_.kind) {
            case Found::Kind::Native: return load_native();
            case Found::Kind::Spec: return load_by_spec();
            default: return load_source();
        }
    }

    // __spec__ of what was found.
    Ref make_spec() {
        if (found_.kind == Found::Kind::Spec) return found_.object.copy();
        ModuleSpecParts parts{ModuleSpecParts::Kind::Frozen, name_, Value::unbound(), Value::unbound(), Value::unbound()};
        if (found_.kind == Found::Kind::Native) parts.kind = ModuleSpecParts::Kind::Builtin;
        if (found_.kind == Found::Kind::Source) parts.kind = ModuleSpecParts::Kind::Source;
        if (found_.kind == Found::Kind::Namespace) parts.kind = ModuleSpecParts::Kind::Namespace;
        if (parts.kind == ModuleSpecParts::Kind::Source) {
            path_ = TRY(str_from_utf8(t_, found_.path));
            cached_ = TRY(str_from_utf8(t_, cached_path()));
            parts.path = path_;
            parts.cached = cached_;
        }
        locations_ = TRY(search_locations());
        parts.search_locations = locations_;
        return t_.interp.hooks.module_spec(t_, parts);
    }

  private:
    Ref load_native() {
        Ref module = std::move(found_.object);
        TRY(set_in_modules(t_, name_, module));
        if (!layout_is(module, Kind::Module)) return module;
        Ref spec = TRY(make_spec());
        TRY(set_spec(module.as<ModuleObject>(), spec));
        Ref package = TRY(str_from_ascii(t_, ""));
        TRY(dict_set_str(t_, module.as<ModuleObject>()->dict, t_.interp.names.dunder_package, package));
        return module;
    }

    Status set_spec(ModuleObject* module, Value spec) {
        Ref keep = own(module);
        TRY(dict_set_str(t_, module->dict, t_.interp.names.dunder_spec, spec));
        StrObject* loader_name = intern_utf8(t_, "loader");
        if (!loader_name) return Failed{};
        Ref loader = TRY(lookup_attribute(t_, spec, loader_name));
        return dict_set_str(t_, module->dict, t_.interp.names.dunder_loader,
                            loader.get().is_unbound() ? Value::none() : loader.get());
    }

    Ref search_locations() {
        if (!found_.is_package) return Ref();
        RefTo<ListObject> list = TRY(list_new(t_));
        if (found_.kind == Found::Kind::Source) {
            Ref folder = TRY(str_from_utf8(t_, found_.folder));
            TRY(list_append(t_, list.get(), folder));
        }
        for (const std::string& portion : found_.portions) {
            if (found_.kind != Found::Kind::Namespace) break;
            Ref folder = TRY(str_from_utf8(t_, portion));
            TRY(list_append(t_, list.get(), folder));
        }
        return list;
    }

    // Where CPython would keep the compiled code.
    std::string cached_path() const {
        size_t slash = found_.path.rfind('/');
        std::string folder = slash == std::string::npos ? "" : found_.path.substr(0, slash + 1);
        std::string file = found_.path.substr(slash == std::string::npos ? 0 : slash + 1);
        return folder + "__pycache__/" + file.substr(0, file.size() - 3) + ".krait-36.pyc";
    }

    Status describe(ModuleObject* module) {
        const Names& names = t_.interp.names;
        DictObject* dict = module->dict;
        Ref spec = TRY(make_spec());
        if (found_.kind == Found::Kind::Source) {
            TRY(dict_set_str(t_, dict, names.dunder_file, path_));
            TRY(dict_set_str(t_, dict, names.dunder_cached, cached_));
        }
        if (!locations_.get().is_unbound()) TRY(dict_set_str(t_, dict, names.dunder_path, locations_));
        Ref package = own(name_);
        if (!found_.is_package) {
            int64_t dot = last_dot(name_);
            package = TRY(str_substring(t_, name_, 0, dot < 0 ? 0 : static_cast<size_t>(dot)));
        }
        TRY(dict_set_str(t_, dict, names.dunder_package, package));
        TRY(set_spec(module, spec));
        return dict_set_str(t_, dict, names.dunder_builtins, Value::object(t_.interp.builtins_module->dict));
    }

    Ref compile_source() {
        if (found_.kind == Found::Kind::Frozen) {
            RefTo<StrObject> filename = TRY(new_str(t_, "<frozen " + str_to_utf8(name_) + ">"));
            return t_.interp.hooks.compile(t_, found_.source, filename.get(), 0, 0, -1, true);
        }
        std::string text;
        if (!read_file(*t_.interp.host, found_.path, &text)) {
            Ref path = TRY(str_from_utf8(t_, found_.path));
            return raise_os_error(t_, EIO, path);
        }
        if (!t_.heap.charge(text.size())) return raise_memory_error(t_);
        RefTo<StrObject> filename = new_str(t_, found_.path);
        Ref code = filename ? t_.interp.hooks.compile(t_, text, filename.get(), 0, 0, -1, false) : Ref(Failed{});
        t_.heap.uncharge(text.size());
        return code;
    }

    Ref load_source() {
        RefTo<ModuleObject> module = TRY(module_new(t_, name_));
        TRY(describe(module.get()));
        TRY(set_in_modules(t_, name_, module.value()));
        if (found_.kind == Found::Kind::Namespace) return module;
        Status done = execute(module.get());
        if (!done) {
            SavedException saved(t_);
            auto removed = dict_delete(t_, t_.interp.modules, Value::object(name_));
            if (!removed) clear_exception(t_);
        }
        if (!done) return Failed{};
        return registered(module.value());
    }

    Status execute(ModuleObject* module) {
        Ref code = TRY(compile_source());
        Ref dict = own(module->dict);
        TRY(run_code(t_, code.as<CodeObject>(), dict.as<DictObject>(), dict, Value::unbound()));
        return ok();
    }

    // A module may put something else into its place while it runs.
    Ref registered(Value module) {
        Ref present = TRY(loaded_module(t_, Value::object(name_)));
        if (!present.get().is_unbound()) return present;
        (void)module;
        return raise_not_found(t_, name_);
    }

    // --- specs of other finders (PEP 451)
    Ref spec_attribute(const char* name) {
        StrObject* key = intern_utf8(t_, name);
        if (!key) return Failed{};
        Ref value = TRY(lookup_attribute(t_, found_.object, key));
        return value.get().is_unbound() ? own(Value::none()) : std::move(value);
    }

    Ref loader_method(Value loader, const char* name) {
        StrObject* key = intern_utf8(t_, name);
        if (!key) return Failed{};
        return lookup_attribute(t_, loader, key);
    }

    Ref load_by_spec() {
        Ref spec = found_.object.copy();
        Ref loader = TRY(spec_attribute("loader"));
        Ref execute_method = TRY(loader_method(loader, "exec_module"));
        if (!loader.get().is_none() && execute_method.get().is_unbound()) {
            Ref load_method = TRY(loader_method(loader, "load_module"));
            if (load_method.get().is_unbound()) return raise(t_, Exc::ImportError, "missing loader");
            TRY(call(t_, load_method, Value::object(name_)));
            return registered(Value::none());
        }
        Ref module = TRY(create_module(loader, spec));
        TRY(describe_by_spec(module, spec, loader));
        TRY(set_in_modules(t_, name_, module));
        if (loader.get().is_none()) return module;
        Ref result = call(t_, execute_method, module);
        if (result.failed()) {
            SavedException saved(t_);
            auto removed = dict_delete(t_, t_.interp.modules, Value::object(name_));
            if (!removed) clear_exception(t_);
        }
        if (result.failed()) return Failed{};
        return registered(module);
    }

    Ref create_module(Value loader, Value spec) {
        if (!loader.is_none()) {
            Ref create = TRY(loader_method(loader, "create_module"));
            if (!create.get().is_unbound()) {
                Ref module = TRY(call(t_, create, spec));
                if (!module.get().is_none()) return module;
            }
        }
        return module_new(t_, name_);
    }

    Status set_if_absent(Value module, StrObject* name, Value value) {
        if (layout_is(module, Kind::Module)) {
            Value present = dict_get_str(t_, module.as<ModuleObject>()->dict, name);
            if (present.is_error()) return Failed{};
            if (!present.is_unbound() && !present.is_none()) return ok();
        }
        return set_attribute(t_, module, name, value);
    }

    Status describe_by_spec(Value module, Value spec, Value loader) {
        const Names& names = t_.interp.names;
        TRY(set_if_absent(module, names.dunder_name, Value::object(name_)));
        TRY(set_if_absent(module, names.dunder_loader, loader));
        Ref locations = TRY(spec_attribute("submodule_search_locations"));
        Ref package = TRY(spec_attribute("parent"));
        if (!as_str(package)) {
            int64_t dot = last_dot(name_);
            if (!locations.get().is_none()) package = own(name_);
            else package = TRY(str_substring(t_, name_, 0, dot < 0 ? 0 : static_cast<size_t>(dot)));
        }
        TRY(set_if_absent(module, names.dunder_package, package));
        TRY(set_if_absent(module, names.dunder_spec, spec));
        if (!locations.get().is_none()) TRY(set_if_absent(module, names.dunder_path, locations));
        Ref has_location = TRY(spec_attribute("has_location"));
        if (TRY(is_true(t_, has_location))) {
            Ref origin = TRY(spec_attribute("origin"));
            TRY(set_if_absent(module, names.dunder_file, origin));
        }
        if (!layout_is(module, Kind::Module)) return ok();
        return dict_set_str(t_, module.as<ModuleObject>()->dict, names.dunder_builtins,
                            Value::object(t_.interp.builtins_module->dict));
    }

    Thread& t_;
    StrObject* name_;
    Found found_;
    Ref path_, cached_, locations_;   // parts of the spec
};

// ------------------------------------------------------------------------------------------------ absolute names

Ref import_absolute(Thread&, StrObject* name);

// __path__ of the parent package, which is imported first; None for top-level names.
Ref parent_path(Thread& t, StrObject* name, Ref* parent_module) {
    int64_t dot = last_dot(name);
    if (dot < 0) return own(Value::none());
    RefTo<StrObject> parent = TRY(slice(t, name, 0, static_cast<size_t>(dot)));
    *parent_module = TRY(import_absolute(t, parent.get()));
    Ref current = TRY(loaded_module(t, parent.value()));
    if (!current.get().is_unbound()) *parent_module = std::move(current);
    Ref path = TRY(lookup_attribute(t, *parent_module, t.interp.names.dunder_path));
    if (!path.get().is_unbound()) return path;
    RefTo<StrObject> shown = TRY(repr(t, parent.value()));
    return raise_not_found(t, name, "; " + str_to_utf8(shown.get()) + " is not a package");
}

Ref find_and_load(Thread& t, StrObject* name) {
    RecursionGuard guard(t, " while importing");
    if (guard.failed()) return Failed{};
    Ref parent;
    Ref path = TRY(parent_path(t, name, &parent));
    if (!parent.get().is_unbound()) {   // the parent may have imported it
        Ref present = TRY(loaded_module(t, Value::object(name)));
        if (!present.get().is_unbound() && !present.get().is_none()) return present;
    }
    Found found = TRY(ModuleFinder(t, name, path).find());
    if (found.kind == Found::Kind::None) return raise_not_found(t, name);
    Ref module = TRY(ModuleLoader(t, name, std::move(found)).load());
    if (parent.get().is_unbound()) return module;
    RefTo<StrObject> child = TRY(slice(t, name, static_cast<size_t>(last_dot(name)) + 1, name->length));
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
                                  "import of " + str_to_utf8(name) + " halted; None in sys.modules", Value::object(name));
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
    int64_t dot = last_dot(as_str(name));
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
    if (globals.is_none() || globals.is_unbound()) return raise(t, Exc::KeyError, "'__name__' not in globals");
    if (!as_dict(globals)) return raise(t, Exc::TypeError, "globals must be a dict");
    RefTo<StrObject> base = TRY(calling_package(t, as_dict(globals)));
    if (base->length == 0)
        return raise(t, Exc::ImportError, "attempted relative import with no known parent package");
    for (; level > 1; --level) {
        int64_t dot = last_dot(base.get());
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
                     recursive ? (str_to_utf8(shown.get()) + ".__all__").c_str() : "``from list''", type_name_of(t, item));
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
    if (as_str(missing) && str_equal_nocall(as_str(missing), full.get())) return ok();   // IMPORT_FROM says it
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
    return raise(t, Exc::KeyError, "%s not in sys.modules as expected", str_to_utf8(shown.get()).c_str());
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

Ref find_module_spec(Thread& t, StrObject* name, Value path) {
    Found found = TRY(ModuleFinder(t, name, path).find_native());
    if (found.kind == Found::Kind::None) return own(Value::none());
    return ModuleLoader(t, name, std::move(found)).make_spec();
}

Ref import_module(Thread& t, std::string_view name) {
    StrObject* text = intern_utf8(t, name);
    if (!text) return Failed{};
    Ref keep = own(text);
    return import_absolute(t, text);
}

}  // namespace krait
