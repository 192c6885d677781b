// Finding modules: the finders of sys.meta_path in turn, and along paths those of sys.path_hooks, remembered in
// sys.path_importer_cache. The interpreter's own finders are types made in C++ (hooks.import_role tells them); where
// they stand in the lists, their work is done here without a call.
//
// sys.meta_path starts with BuiltinImporter (native modules), PathFinder (files) and FrozenImporter (the modules
// written in Python that are part of the interpreter): a file on sys.path goes before a frozen module, as it goes
// before the standard library in CPython. Only the modules that CPython has loaded before a program starts are not
// looked for beside the program: for them the folders of KRAITPATH (interp.search_path) come first, then the frozen
// ones.
#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <iterator>

#include "support/utf8.h"
#include "vm/runtime/import_parts.h"

namespace krait {

constinit const ImportRole kImportRoles[5] = {ImportRole::Other, ImportRole::BuiltinImporter,
                                              ImportRole::FrozenImporter, ImportRole::PathFinder,
                                              ImportRole::FileFinder};

ImportRole import_role(Value finder) {
    if (!finder.is_object()) return ImportRole::Other;
    const TypeObject* type = finder.as_object()->type;
    if (type->native == &kImportRoles[static_cast<size_t>(ImportRole::FileFinder)])
        return finder.as<FinderObject>()->native ? ImportRole::FileFinder : ImportRole::Other;
    type = as_type(finder);
    if (!type) return ImportRole::Other;
    for (ImportRole role : {ImportRole::BuiltinImporter, ImportRole::FrozenImporter, ImportRole::PathFinder})
        if (type->native == &kImportRoles[static_cast<size_t>(role)]) return role;
    return ImportRole::Other;
}

namespace {

enum class FileKind { Missing, File, Folder };
FileKind file_kind(Host& host, const std::string& path) {
    FileStatus status;
    if (host.status(path, true, &status) != 0) return FileKind::Missing;
    constexpr uint32_t kTypeMask = 0170000, kFolder = 0040000, kRegular = 0100000;
    uint32_t type = status.mode & kTypeMask;
    return type == kFolder ? FileKind::Folder : type == kRegular ? FileKind::File : FileKind::Missing;
}

// Looks for package, module, or a portion of a namespace package in one folder.
bool find_in_folder(Host& host, const std::string& folder, const std::string& tail, Found* found) {
    if (tail.empty()) return false;
    std::string base = join_path(folder, tail);
    auto hit = [&](Found::Kind kind, const std::string& file) {
        if (file_kind(host, file) != FileKind::File) return false;
        found->kind = kind;
        found->path = file;
        return true;
    };
    bool is_folder = file_kind(host, base) == FileKind::Folder;
    if (is_folder) {
        found->folder = base;
        found->is_package = true;
        if (hit(Found::Kind::Source, base + "/__init__.py") || hit(Found::Kind::Bytecode, base + "/__init__.pyc"))
            return true;
        found->is_package = false;
    }
    if (hit(Found::Kind::Source, base + ".py") || hit(Found::Kind::Bytecode, base + ".pyc")) return true;
    if (is_folder) found->portions.push_back(base);
    return false;
}

// Modules that CPython has loaded before any program starts: no finder of a program is ever asked for them.
bool is_early_module(std::string_view name) {
    constexpr std::string_view kNames[] = {"_bootlocale",
                                           "_codecs",
                                           "_collections_abc",
                                           "_frozen_importlib",
                                           "_frozen_importlib_external",
                                           "_imp",
                                           "_import_types",
                                           "_io",
                                           "_krait_generics",
                                           "_krait_type_params",
                                           "_signal",
                                           "_sitebuiltins",
                                           "_stat",
                                           "_thread",
                                           "_typing",
                                           "_warnings",
                                           "_weakref",
                                           "_weakrefset",
                                           "abc",
                                           "builtins",
                                           "codecs",
                                           "encodings",
                                           "errno",
                                           "genericpath",
                                           "io",
                                           "marshal",
                                           "os",
                                           "posix",
                                           "posixpath",
                                           "site",
                                           "stat",
                                           "sys",
                                           "zipimport"};
    return std::binary_search(std::begin(kNames), std::end(kNames), name);
}

class ModuleFinder {
  public:
    static constexpr size_t kLongestName = 4096;   // no file's path is longer

    ModuleFinder(Thread& t, StrObject* name, Value path, Value target)
        : t_(t), name_(name), path_(path), target_(target) {
        if (name->length > kLongestName) return;
        text_ = str_to_utf8(name);
        tail_ = path_of_text(name);
        if (size_t dot = tail_.rfind('.'); dot != std::string::npos) tail_.erase(0, dot + 1);
    }

    // The finders of sys.meta_path in turn.
    Found find() {
        if (path_.is_none() && is_early_module(text_)) return find_early();
        Ref finders = TRY(sys_get(t_, "meta_path"));
        if (finders.get().is_unbound() || finders.get().is_none())
            return raise(t_, Exc::ImportError, "sys.meta_path is None, Python is likely shutting down");
        RefTo<ListObject> list = RefTo<ListObject>::own(as_list(finders));
        if (!list.get()) return find_iterating(finders);
        if (list->size == 0) TRY(warn(t_, Exc::ImportWarning, 1, "sys.meta_path is empty"));
        for (uint32_t i = 0; i < list->size; ++i) {
            Ref finder = own(list->items[i]);
            Found found = TRY(ask(finder));
            if (found.kind != Found::Kind::None) return found;
        }
        return Found();
    }

    Found ask(Value finder) {
        ImportRole role = import_role(finder);
        if (role != ImportRole::Other && name_->length > kLongestName) return Found();
        switch (role) {
            case ImportRole::BuiltinImporter: return find_native();
            case ImportRole::FrozenImporter: return find_frozen();
            case ImportRole::PathFinder: return find_on_path();
            default: return ask_python(finder);
        }
    }

  private:
    Found find_iterating(Value finders) {
        Iteration it(t_, finders);
        while (it.next()) {
            Ref finder = it.take_item();
            Found found = TRY(ask(finder));
            if (found.kind != Found::Kind::None) return found;
        }
        if (it.failed()) return Failed{};
        return Found();
    }

    Found find_native() {
        Found found;
        if (!path_.is_none()) return found;
        found.object = TRY(t_.interp.hooks.native_module(t_, name_));
        if (!found.object.get().is_unbound()) found.kind = Found::Kind::Native;
        return found;
    }

    // Submodules belong to frozen packages only: their __path__ names no folder in the beginning.
    Found find_frozen() {
        Found found;
        if (!t_.interp.hooks.frozen_source(text_, nullptr, &found.is_package)) return found;
        if (!path_.is_none() && !TRY(parent_is_frozen())) return Found();
        found.kind = Found::Kind::Frozen;
        return found;
    }

    Fallible<bool> parent_is_frozen() {
        size_t dot = text_.rfind('.');
        if (dot == std::string::npos) return true;
        Ref name = TRY(str_from_utf8(t_, std::string_view(text_).substr(0, dot)));
        Ref parent = own(TRY(dict_get(t_, t_.interp.modules, name)));
        if (parent.get().is_unbound()) return true;
        Ref loader = TRY(lookup_attribute(t_, parent, t_.interp.names.dunder_loader));
        return import_role(loader) == ImportRole::FrozenImporter;
    }

    Found find_on_path() {
        Found found;
        if (path_.is_none()) {
            Ref sys_path = TRY(sys_get(t_, "path"));
            TRY(find_along(sys_path, &found));
        } else {
            TRY(find_along(path_, &found));
        }
        if (found.kind == Found::Kind::None && !found.portions.empty()) {
            found.kind = Found::Kind::Namespace;
            found.is_package = true;
        }
        return found;
    }

    Found find_early() {
        Found found = TRY(find_native());
        if (found.kind != Found::Kind::None) return found;
        for (const std::string& folder : t_.interp.search_path)
            if (find_in_folder(*t_.interp.host, folder, tail_, &found)) return found;
        return find_frozen();
    }

    Status find_along(Value path, Found* found) {
        if (path.is_unbound() || path.is_none()) return ok();
        Iteration it(t_, path);
        while (it.next()) {
            Ref entry = it.take_item();
            if (!as_str(entry) && !as_bytes(entry)) continue;
            Ref finder = TRY(path_entry_finder(entry));
            if (finder.get().is_none()) continue;
            if (import_role(finder) == ImportRole::FileFinder) {
                StrObject* key = intern_utf8(t_, "path");
                if (!key) return Failed{};
                Ref folder = TRY(lookup_attribute(t_, finder, key));
                if (!as_str(folder)) continue;
                if (find_in_folder(*t_.interp.host, path_of_text(as_str(folder)), tail_, found)) return ok();
            } else if (TRY(ask_entry_finder(finder, found))) {
                return ok();
            }
        }
        if (it.failed()) return Failed{};
        return ok();
    }

    // Entry of sys.path_importer_cache for a folder, made by the first of sys.path_hooks that takes it; None: nobody
    // does.
    Ref path_entry_finder(Value entry) {
        Ref key = own(entry);
        if (as_str(entry) && as_str(entry)->length == 0) {
            std::string here;
            if (t_.interp.host->current_directory(&here) != 0) return own(Value::none());
            key = TRY(text_of_path(t_, here));
        }
        Ref cache = TRY(sys_get(t_, "path_importer_cache"));
        if (DictObject* dict = as_dict(cache)) {
            Ref finder = own(TRY(dict_get(t_, dict, key)));
            if (!finder.get().is_unbound()) return finder;
        }
        Ref finder = TRY(finder_from_hooks(key));
        if (as_dict(cache)) TRY(dict_set(t_, as_dict(cache), key, finder));
        return finder;
    }

    Ref finder_from_hooks(Value entry) {
        Ref hooks = TRY(sys_get(t_, "path_hooks"));
        RefTo<ListObject> list = RefTo<ListObject>::own(as_list(hooks));
        if (!list.get()) return own(Value::none());
        if (list->size == 0) TRY(warn(t_, Exc::ImportWarning, 1, "sys.path_hooks is empty"));
        for (uint32_t i = 0; i < list->size; ++i) {
            Ref hook = own(list->items[i]);
            Ref made = call(t_, hook, entry);
            if (!made.failed()) return made;
            if (!pending_matches(t_, Exc::ImportError)) return Failed{};
            clear_exception(t_);
        }
        return own(Value::none());
    }

    // Other finders of path entries: find_spec(name, target), or the older protocol.
    Fallible<bool> ask_entry_finder(Value finder, Found* found) {
        StrObject* method = intern_utf8(t_, "find_spec");
        StrObject* places_name = intern_utf8(t_, "submodule_search_locations");
        StrObject* loader_name = intern_utf8(t_, "loader");
        if (!method || !places_name || !loader_name) return Failed{};
        Ref function = TRY(lookup_attribute(t_, finder, method));
        Ref spec;
        if (function.get().is_unbound()) {
            Ref older = TRY(import_helper(t_, "_frozen_importlib_external", "_spec_from_old_finder"));
            spec = TRY(call(t_, older, Value::object(name_), finder));
        } else {
            spec = TRY(call(t_, function, Value::object(name_), target_));
        }
        if (spec.get().is_none()) return false;
        Ref loader = TRY(get_attribute(t_, spec, loader_name));
        if (!loader.get().is_none()) {
            found->object = std::move(spec);
            found->kind = Found::Kind::Spec;
            return true;
        }
        Ref places = TRY(get_attribute(t_, spec, places_name));
        if (places.get().is_none()) return raise(t_, Exc::ImportError, "spec missing loader");
        Iteration it(t_, places);
        while (it.next())
            if (as_str(it.item())) found->portions.push_back(path_of_text(as_str(it.item())));
        if (it.failed()) return Failed{};
        return false;
    }

    Found ask_python(Value finder) {
        StrObject* method = intern_utf8(t_, "find_spec");
        if (!method) return Failed{};
        Found found;
        Ref function = TRY(lookup_attribute(t_, finder, method));
        if (function.get().is_unbound()) {
            Ref older = TRY(import_helper(t_, "_frozen_importlib", "_find_spec_legacy"));
            found.object = TRY(call(t_, older, finder, Value::object(name_), path_));
        } else {
            found.object = TRY(call(t_, function, Value::object(name_), path_, target_));
        }
        if (!found.object.get().is_none()) found.kind = Found::Kind::Spec;
        return found;
    }

    Thread& t_;
    StrObject* name_;
    Value path_;    // parent's __path__, or None
    Value target_;  // module to reload, or None
    std::string text_, tail_;
};

}  // namespace

bool read_whole_file(Host& host, const std::string& path, std::string* out, int* error_number) {
    int fd = host.open(path, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0) {
        *error_number = -fd;
        return false;
    }
    FileStatus status;
    if (host.status(fd, &status) == 0 && status.size < (uint64_t{1} << 31)) out->reserve(status.size + 1);
    char buffer[16 * 1024];
    int64_t n;
    while ((n = host.read(fd, buffer, sizeof buffer)) > 0) out->append(buffer, static_cast<size_t>(n));
    host.close(fd);
    *error_number = static_cast<int>(-n);
    return n == 0;
}

std::string path_of_text(const StrObject* text) {
    std::string utf8 = str_to_utf8(text), path;
    if (text->ascii()) return utf8;
    for (size_t i = 0; i < utf8.size(); ++i) {
        auto byte = [&](size_t at) { return at < utf8.size() ? static_cast<uint8_t>(utf8[at]) : 0u; };
        bool escaped = byte(i) == 0xED && (byte(i + 1) == 0xB2 || byte(i + 1) == 0xB3);
        if (!escaped) {
            path += utf8[i];
        } else {   // U+DC80 to U+DCFF
            path += static_cast<char>((byte(i + 1) & 3) << 6 | (byte(i + 2) & 63));
            i += 2;
        }
    }
    return path;
}

Ref text_of_path(Thread& t, std::string_view path) {
    StrBuilder text(t);
    for (;;) {
        Utf8Error error = utf8_validate(path);
        size_t good = error ? error.position : path.size();
        TRY(text.append_utf8(path.substr(0, good)));
        if (!error) return text.finish();
        path.remove_prefix(good);
        for (size_t i = 0; i < error.length; ++i) TRY(text.append_char(0xDC00 + static_cast<uint8_t>(path[i])));
        path.remove_prefix(error.length);
    }
}

std::string join_path(const std::string& folder, const std::string& name) {
    if (folder.empty()) return name;
    return folder.back() == '/' ? folder + name : folder + "/" + name;
}

Found find_module(Thread& t, StrObject* name, Value path, Value target) {
    return ModuleFinder(t, name, path, target).find();
}

Ref find_spec_in_folder(Thread& t, StrObject* name, const std::string& folder) {
    std::string tail = path_of_text(name);
    if (size_t dot = tail.rfind('.'); dot != std::string::npos) tail.erase(0, dot + 1);
    Found found;
    if (find_in_folder(*t.interp.host, folder, tail, &found)) return spec_of_found(t, name, found);
    if (found.portions.empty()) return own(Value::none());
    RefTo<ListObject> list = TRY(list_new(t));
    Ref portion = TRY(text_of_path(t, found.portions[0]));
    TRY(list_append(t, list.get(), portion));
    Ref spec = TRY(t.interp.hooks.module_spec(
        t, {ModuleSpecParts::Kind::Namespace, name, Value::unbound(), list.value(), Value::unbound()}));
    StrObject* origin = intern_utf8(t, "origin");
    if (!origin) return Failed{};
    TRY(set_attribute(t, spec, origin, Value::none()));
    return spec;
}

Ref find_spec_by(Thread& t, Value finder, StrObject* name, Value path, Value target) {
    Found found = TRY(ModuleFinder(t, name, path, target).ask(finder));
    return spec_of_found(t, name, found);
}

}  // namespace krait
