// _import_types: what modules carry as __spec__ and __loader__ and what stands in sys.meta_path, made in C++ so that no
// Python code is needed to import. The import system itself is vm/runtime/import*.cpp. Methods that only programs call
// have their bodies in the frozen modules _frozen_importlib and _frozen_importlib_external, which are loaded for them.
#include "builtins/modules/inflate.h"
#include "builtins/register.h"
#include "vm/interp/frame.h"
#include "vm/object/attribute.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/import_parts.h"

namespace krait {

extern const ModuleDef kImportTypesModule;

namespace {

// The types keep everything in the instance's dict, as CPython's (written in Python) do. The field gives them a layout
// of their own: subclasses are made by their `new`.
struct PlainObject : Object {
    uint64_t reserved;
};

void plain_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    instance_clear_values(interp, o);
    free_object(interp, o);
}
void plain_traverse(Object* o, Visitor& visitor) { instance_visit_values(o, visitor); }
void plain_clear(Interpreter& interp, Object* o) { instance_clear_values(interp, o); }

Ref plain_new(Thread& t, TypeObject* type) {
    auto* object = allocate_instance<PlainObject>(t, type);
    if (!object) return Failed{};
    gc_track(object);
    return Ref::steal(object);
}
Value plain_new_slot(Thread& t, TypeObject* type, const CallArgs&) { return plain_new(t, type).release(); }

Status set(Thread& t, Value object, const char* name, Value value) {
    Ref keep = own(value);
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    return set_attribute(t, object, key, value);
}
Ref get(Thread& t, Value object, const char* name) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    return get_attribute(t, object, key);
}

Value or_none(Value v) { return v.is_unbound() ? Value::none() : v; }

// --- ModuleSpec
Status fill_spec(Thread& t, Value spec, Value name, Value loader, Value origin, Value locations, Value cached) {
    TRY(set(t, spec, "name", name));
    TRY(set(t, spec, "loader", or_none(loader)));
    TRY(set(t, spec, "origin", or_none(origin)));
    TRY(set(t, spec, "loader_state", Value::none()));
    TRY(set(t, spec, "submodule_search_locations", or_none(locations)));
    TRY(set(t, spec, "_set_fileattr", Value::false_value()));
    return set(t, spec, "_cached", or_none(cached));
}

int spec_init(Thread& t, Value self, const CallArgs& call) {
    constexpr const char* kSignature = "(name, loader, *, origin=None, loader_state=None, is_package=None)";
    constexpr SignatureInfo kInfo =
        parse_signature("(name, loader, *, origin=None, loader_state=None, is_package=None)");
    BoundArgs bound = bind_arguments(t, "__init__", kInfo, kSignature, call);
    if (bound.failed()) return -1;
    auto fill = [&]() -> Status {
        Ref locations;
        if (!bound.slots[4].is_unbound() && TRY(is_true(t, bound.slots[4]))) locations = TRY(list_new(t));
        TRY(fill_spec(t, self, bound.slots[0], bound.slots[1], bound.slots[2], locations, Value::unbound()));
        return set(t, self, "loader_state", or_none(bound.slots[3]));
    };
    return fill() ? 0 : -1;
}

Value spec_repr(Thread& t, Value self) {
    auto make = [&]() -> Ref {
        Ref name = TRY(get(t, self, "name")), loader = TRY(get(t, self, "loader")),
            origin = TRY(get(t, self, "origin"));
        Ref locations = TRY(get(t, self, "submodule_search_locations"));
        RefTo<StrObject> name_text = TRY(repr(t, name)), loader_text = TRY(repr(t, loader));
        std::string text =
            "ModuleSpec(name=" + str_to_utf8(name_text.get()) + ", loader=" + str_to_utf8(loader_text.get());
        if (!origin.get().is_none()) {
            RefTo<StrObject> shown = TRY(repr(t, origin));
            text += ", origin=" + str_to_utf8(shown.get());
        }
        if (!locations.get().is_none()) {
            RefTo<StrObject> shown = TRY(str_of(t, locations));
            text += ", submodule_search_locations=" + str_to_utf8(shown.get());
        }
        return str_from_utf8(t, text + ")");
    };
    return make().release();
}

Value spec_parent(Thread& t, Value self) {
    auto find = [&]() -> Ref {
        Ref locations = TRY(get(t, self, "submodule_search_locations"));
        Ref name = TRY(get(t, self, "name"));
        StrObject* text = as_str(name);
        if (!locations.get().is_none() || !text) return name;
        size_t dot = text->length;
        while (dot > 0 && text->at(dot - 1) != '.') --dot;
        return str_substring(t, text, 0, dot > 0 ? dot - 1 : 0);
    };
    return find().release();
}
Value spec_has_location(Thread& t, Value self) {
    Ref flag = get(t, self, "_set_fileattr");
    return flag.release();
}
int spec_set_has_location(Thread& t, Value self, Value value) {
    auto assign = [&]() -> Status {
        bool truth = !value.is_unbound() && TRY(is_true(t, value));
        return set(t, self, "_set_fileattr", Value::boolean(truth));
    };
    return assign() ? 0 : -1;
}


// Path of the cached bytecode, worked out from the origin when it is asked for.
Value spec_cached(Thread& t, Value self) {
    auto find = [&]() -> Ref {
        Ref cached = TRY(get(t, self, "_cached"));
        if (!cached.get().is_none()) return cached;
        Ref origin = TRY(get(t, self, "origin")), has_location = TRY(get(t, self, "_set_fileattr"));
        if (origin.get().is_none() || !TRY(is_true(t, has_location))) return own(Value::none());
        Ref helper = TRY(import_helper(t, "_frozen_importlib_external", "_get_cached"));
        cached = TRY(call(t, helper, origin));
        TRY(set(t, self, "_cached", cached));
        return cached;
    };
    return find().release();
}
int spec_set_cached(Thread& t, Value self, Value value) { return set(t, self, "_cached", or_none(value)) ? 0 : -1; }

Value spec_compare(Thread& t, Value self, Value other, CompareOp op) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return Value::not_implemented();
    auto same = [&]() -> Fallible<bool> {
        for (const char* name : {"name", "loader", "origin", "submodule_search_locations", "cached", "has_location"}) {
            StrObject* key = intern_utf8(t, name);
            if (!key) return Failed{};
            Ref mine = TRY(get_attribute(t, self, key)), theirs = TRY(lookup_attribute(t, other, key));
            if (theirs.get().is_unbound()) return false;
            if (!TRY(equal(t, mine, theirs))) return false;
        }
        return true;
    };
    Fallible<bool> result = same();
    return result ? Value::boolean(result.value() == (op == CompareOp::Eq)) : Value::error();
}

constexpr GetSetDef kSpecGetSets[] = {
    {"cached", spec_cached, spec_set_cached, "Path of the cached bytecode."},
    {"parent", spec_parent, nullptr, "The package the module is in: its own name for a package."},
    {"has_location", spec_has_location, spec_set_has_location, "Whether origin is a place that __file__ names."},
    {"__dict__", object_get_dict, object_set_dict, nullptr},
};
constexpr TypeSpec kSpecType = {
    .name = "_frozen_importlib.ModuleSpec",
    .doc = "What is known of a module: how it was found and will be loaded.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = plain_dealloc, .traverse = plain_traverse, .clear = plain_clear, .repr = spec_repr,
              .hash = hash_not_implemented, .compare = spec_compare, .new_ = plain_new_slot, .init = spec_init},
    .getsets = kSpecGetSets,
};


// --- bodies written in Python
// The name of a class and a method, or of a function (no class), at compile time.
template <size_t N>
struct FixedText {
    char text[N]{};
    constexpr FixedText(const char (&from)[N]) {   // NOLINT: literals become it
        for (size_t i = 0; i < N; ++i) text[i] = from[i];
    }
};

Ref call_python(Thread& t, const char* module, const char* cls, const char* name, Value self, Value kwargs, Args args) {
    Ref owner = TRY(import_helper(t, module, cls));
    Ref function = TRY(get(t, owner, name));
    RefTo<TupleObject> all = TRY(tuple_new(t, args.count + 1));
    all->items[0] = own(self).release();
    for (size_t i = 0; i < args.count; ++i) all->items[i + 1] = own(args[i]).release();
    return call_with_dict(t, function, all.get(), kwargs.is_unbound() ? nullptr : as_dict(kwargs));
}

constexpr const char* kInner = "_frozen_importlib";
constexpr const char* kOuter = "_frozen_importlib_external";

template <FixedText Class, FixedText Name>
Ref in_python(Thread& t, Value self, Value kwargs, Args args) {
    return call_python(t, kOuter, Class.text, Name.text, self, kwargs, args);
}
template <FixedText Class, FixedText Name>
Ref in_inner_python(Thread& t, Value self, Value kwargs, Args args) {
    return call_python(t, kInner, Class.text, Name.text, self, kwargs, args);
}
template <FixedText Class, FixedText Name>
consteval MethodDef python_method(const char* doc) {
    return method<in_python<Class, Name>>(Name.text, "(self, *args, **kwargs)", doc);
}
template <FixedText Class, FixedText Name>
consteval MethodDef python_class_method(const char* doc) {
    return class_method<in_python<Class, Name>>(Name.text, "(type, *args, **kwargs)", doc);
}
template <FixedText Class, FixedText Name>
consteval MethodDef inner_class_method(const char* doc) {
    return class_method<in_inner_python<Class, Name>>(Name.text, "(type, *args, **kwargs)", doc);
}

// --- BuiltinImporter, FrozenImporter, PathFinder: classes that nobody makes instances of
Ref find_spec_of(Thread& t, Value finder, Value name, Value path, Value target) {
    StrObject* text = as_str(name);
    if (!text) return raise_argument_type(t, "find_spec", "str", name);
    return find_spec_by(t, finder, text, or_none(path), or_none(target));
}
template <FixedText Origin>
Ref module_text(Thread& t, Value module) {
    Ref name = TRY(get_attribute(t, module, t.interp.names.dunder_name));
    RefTo<StrObject> shown = TRY(repr(t, name));
    return str_from_utf8(t, "<module " + str_to_utf8(shown.get()) + " (" + Origin.text + ")>");
}

Ref frozen_get_source(Thread& t, Value, StrObject* name) {
    std::string source;
    bool is_package = false;
    if (!frozen_source(str_to_utf8(name), &source, &is_package)) return own(Value::none());
    return str_from_utf8(t, source);
}

constexpr MethodDef kBuiltinImporterRows[] = {
    inner_class_method<"_BuiltinImporter", "create_module">("The native module."),
    inner_class_method<"_BuiltinImporter", "exec_module">("Nothing: native modules are complete when made."),
    inner_class_method<"_BuiltinImporter", "find_module">("The importer itself when there is such a native module."),
    class_method<find_spec_of>("find_spec", "(type, fullname, path=None, target=None)", "Find a native module."),
    inner_class_method<"_BuiltinImporter", "get_code">("None: native modules have no code object."),
    inner_class_method<"_BuiltinImporter", "get_source">("None: native modules have no Python source."),
    inner_class_method<"_BuiltinImporter", "is_package">("False: no native module is a package."),
    inner_class_method<"_BuiltinImporter", "load_module">("Import a native module."),
    static_method<module_text<"built-in">>("module_repr", "(m, /)", "Text for a module."),
};
constexpr Slots kPlainSlots = {.dealloc = plain_dealloc, .traverse = plain_traverse, .clear = plain_clear,
                               .new_ = plain_new_slot};
constexpr GetSetDef kDictGetSets[] = {{"__dict__", object_get_dict, object_set_dict, nullptr}};
constexpr TypeSpec kBuiltinImporterType = {
    .name = "_frozen_importlib.BuiltinImporter",
    .doc = "Finds and loads native modules.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = kPlainSlots,
    .methods = kBuiltinImporterRows,
    .getsets = kDictGetSets,
};
constexpr MethodDef kFrozenImporterRows[] = {
    inner_class_method<"_FrozenImporter", "create_module">("None: the import system makes the module."),
    inner_class_method<"_FrozenImporter", "exec_module">("Run the module's code in it."),
    inner_class_method<"_FrozenImporter", "find_module">("The importer itself when there is such a frozen module."),
    class_method<find_spec_of>("find_spec", "(type, fullname, path=None, target=None)", "Find a frozen module."),
    inner_class_method<"_FrozenImporter", "get_code">("The module's code object."),
    class_method<frozen_get_source>("get_source", "(type, fullname, /)", "The module's source text."),
    inner_class_method<"_FrozenImporter", "is_package">("Whether the frozen module is a package."),
    inner_class_method<"_FrozenImporter", "load_module">("Import a frozen module."),
    static_method<module_text<"frozen">>("module_repr", "(m, /)", "Text for a module."),
};
constexpr TypeSpec kFrozenImporterType = {
    .name = "_frozen_importlib.FrozenImporter",
    .doc = "Finds and loads the modules written in Python that are part of the interpreter.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = kPlainSlots,
    .methods = kFrozenImporterRows,
    .getsets = kDictGetSets,
};
constexpr MethodDef kPathFinderRows[] = {
    python_class_method<"_PathFinder", "find_module">("Loader of a module along sys.path or a given path."),
    class_method<find_spec_of>("find_spec", "(type, fullname, path=None, target=None)",
                               "Find a module along sys.path or a given path."),
    python_class_method<"_PathFinder", "invalidate_caches">("Let all finders of sys.path_importer_cache look again."),
    python_class_method<"_PathFinder", "_get_spec">("Spec of a module along a path; namespace parts in a plain list."),
    python_class_method<"_PathFinder", "_path_hooks">("A finder for a path entry from sys.path_hooks."),
    python_class_method<"_PathFinder", "_path_importer_cache">("The finder of a path entry, remembered."),
};
constexpr TypeSpec kPathFinderType = {
    .name = "_frozen_importlib_external.PathFinder",
    .doc = "Finds modules along sys.path and the __path__ of packages.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = kPlainSlots,
    .methods = kPathFinderRows,
    .getsets = kDictGetSets,
};


// --- FileFinder(path, *loader_details)
// The ones that the import system makes find what it loads itself; those of programs are written in Python.
Value finder_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* finder = allocate_instance<FinderObject>(t, type);
    if (!finder) return Value::error();
    finder->native = false;
    gc_track(finder);
    return Value::object(finder);
}

int finder_init(Thread& t, Value self, const CallArgs& call) {
    Args args{call.args, call.nargs};
    if (call.kwnames && call.kwnames->size) {
        (void)raise(t, Exc::TypeError, "FileFinder() takes no keyword arguments");
        return -1;
    }
    Ref done = call_python(t, kOuter, "_FileFinder", "_set_up", self, Value::unbound(), args);
    return done.failed() ? -1 : 0;
}

Ref finder_find_spec(Thread& t, Value self, Value name, Value target) {
    if (!self.as<FinderObject>()->native) {
        const Value args[] = {name, or_none(target)};
        return call_python(t, kOuter, "_FileFinder", "find_spec", self, Value::unbound(), Args{args, 2});
    }
    StrObject* text = as_str(name);
    if (!text) return raise_argument_type(t, "find_spec", "str", name);
    Ref folder = TRY(get(t, self, "path"));
    if (!as_str(folder)) return own(Value::none());
    return find_spec_in_folder(t, text, path_of_text(as_str(folder)));
}

Value finder_repr(Thread& t, Value self) {
    auto make = [&]() -> Ref {
        Ref path = TRY(get(t, self, "path"));
        RefTo<StrObject> shown = TRY(repr(t, path));
        return str_from_utf8(t, "FileFinder(" + str_to_utf8(shown.get()) + ")");
    };
    return make().release();
}

constexpr MethodDef kFileFinderRows[] = {
    python_method<"_FileFinder", "find_loader">("Loader and namespace parts of a module in the folder."),
    python_method<"_FileFinder", "find_module">("Loader of a module in the folder."),
    method<finder_find_spec>("find_spec", "(self, fullname, target=None)", "Find a module in the folder."),
    python_method<"_FileFinder", "invalidate_caches">("Nothing is remembered of the folder's content."),
    python_class_method<"_FileFinder", "path_hook">("A function for sys.path_hooks that makes finders of folders."),
};
constexpr TypeSpec kFileFinderType = {
    .name = "_frozen_importlib_external.FileFinder",
    .doc = "Finds modules in one folder.",
    .basic_size = sizeof(FinderObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = plain_dealloc, .traverse = plain_traverse, .clear = plain_clear, .repr = finder_repr,
              .new_ = finder_new, .init = finder_init},
    .methods = kFileFinderRows,
    .getsets = kDictGetSets,
};

// --- SourceFileLoader(fullname, path), SourcelessFileLoader(fullname, path)
int loader_init(Thread& t, Value self, const CallArgs& call) {
    constexpr const char* kSignature = "(fullname, path)";
    constexpr SignatureInfo kInfo = parse_signature("(fullname, path)");
    BoundArgs bound = bind_arguments(t, "__init__", kInfo, kSignature, call);
    if (bound.failed()) return -1;
    return set(t, self, "name", bound.slots[0]) && set(t, self, "path", bound.slots[1]) ? 0 : -1;
}

Value loader_compare(Thread& t, Value self, Value other, CompareOp op) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return Value::not_implemented();
    auto same = [&]() -> Fallible<bool> {
        if (type_of(t, self) != type_of(t, other)) return false;
        Ref mine = TRY(get(t, self, "__dict__")), theirs = TRY(get(t, other, "__dict__"));
        return equal(t, mine, theirs);
    };
    Fallible<bool> result = same();
    return result ? Value::boolean(result.value() == (op == CompareOp::Eq)) : Value::error();
}

int64_t loader_hash(Thread& t, Value self) {
    auto find = [&]() -> Fallible<uint64_t> {
        Ref name = TRY(get(t, self, "name")), path = TRY(get(t, self, "path"));
        uint64_t a = TRY(hash_of(t, name)), b = TRY(hash_of(t, path));
        return a ^ b;
    };
    Fallible<uint64_t> hash = find();
    if (!hash) return -1;
    auto value = static_cast<int64_t>(hash.value());
    return value == -1 ? -2 : value;
}

Status execute_code(Thread& t, Value module, Value code) {
    Ref dict = TRY(get_attribute(t, module, t.interp.names.dunder_dict));
    if (!as_dict(dict) || !is_kind(code, Kind::Code)) return ok();
    TRY(dict_set_str(t, as_dict(dict), t.interp.names.dunder_builtins, Value::object(t.interp.builtins_module->dict)));
    TRY(run_code(t, code.as<CodeObject>(), as_dict(dict), dict, Value::unbound()));
    return ok();
}

// Code object of the loader's file without a detour, for instances of just this type asked for their own module.
template <bool Source>
Ref quick_code(Thread& t, Value self, Value fullname, const TypeSpec& spec) {
    if (type_of(t, self)->spec != &spec) return Ref();
    Ref name = TRY(get(t, self, "name")), path = TRY(get(t, self, "path"));
    if (!as_str(name) || !as_str(path)) return Ref();
    if (!fullname.is_unbound() && !fullname.is_none() && !TRY(equal(t, fullname, name))) return Ref();
    std::string file = path_of_text(as_str(path));
    return Source ? code_of_source_file(t, as_str(name), file) : code_of_bytecode_file(t, as_str(name), file);
}

extern const TypeSpec kSourceLoaderType;
extern const TypeSpec kSourcelessLoaderType;

template <bool Source>
Ref loader_get_code(Thread& t, Value self, Value fullname) {
    Ref code = TRY(quick_code<Source>(t, self, fullname, Source ? kSourceLoaderType : kSourcelessLoaderType));
    if (!code.get().is_unbound()) return code;
    const Value args[] = {or_none(fullname)};
    return call_python(t, kOuter, Source ? "_SourceFileLoader" : "_SourcelessFileLoader", "get_code", self,
                       Value::unbound(), Args{args, 1});
}

template <bool Source>
Status loader_exec(Thread& t, Value self, Value module) {
    Ref name = TRY(get_attribute(t, module, t.interp.names.dunder_name));
    Ref code = TRY(quick_code<Source>(t, self, name, Source ? kSourceLoaderType : kSourcelessLoaderType));
    if (!code.get().is_unbound()) return execute_code(t, module, code);
    const Value args[] = {module};
    TRY(call_python(t, kOuter, "_LoaderBasics", "exec_module", self, Value::unbound(), Args{args, 1}));
    return ok();
}

constexpr MethodDef kSourceLoaderRows[] = {
    python_method<"_SourceFileLoader", "_cache_bytecode">("Write the cache of a source file."),
    python_method<"_SourceFileLoader", "create_module">("None: the import system makes the module."),
    method<loader_exec<true>>("exec_module", "(self, module)", "Run the module's code in it."),
    method<loader_get_code<true>>("get_code", "(self, fullname)",
                                  "The module's code object, from its cache if that fits."),
    python_method<"_SourceFileLoader", "get_data">("The bytes of a file."),
    python_method<"_SourceFileLoader", "get_filename">("The path of the source file."),
    python_method<"_SourceFileLoader", "get_source">("The module's source text."),
    python_method<"_SourceFileLoader", "is_package">("Whether the file is a package's __init__.py."),
    python_method<"_SourceFileLoader", "load_module">("Import a module."),
    python_method<"_SourceFileLoader", "path_mtime">("The time a file was modified."),
    python_method<"_SourceFileLoader", "path_stats">("Time of modification and size of a file."),
    python_method<"_SourceFileLoader", "set_data">("Write a file."),
    python_method<"_SourceFileLoader", "source_to_code">("Compile source to a code object."),
};
constexpr TypeSpec kSourceLoaderType = {
    .name = "_frozen_importlib_external.SourceFileLoader",
    .doc = "Loads a module from its source file.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = plain_dealloc, .traverse = plain_traverse, .clear = plain_clear, .hash = loader_hash,
              .compare = loader_compare, .new_ = plain_new_slot, .init = loader_init},
    .methods = kSourceLoaderRows,
    .getsets = kDictGetSets,
};
constexpr MethodDef kSourcelessLoaderRows[] = {
    python_method<"_SourcelessFileLoader", "create_module">("None: the import system makes the module."),
    method<loader_exec<false>>("exec_module", "(self, module)", "Run the module's code in it."),
    method<loader_get_code<false>>("get_code", "(self, fullname)", "The code object in the file."),
    python_method<"_SourcelessFileLoader", "get_data">("The bytes of a file."),
    python_method<"_SourcelessFileLoader", "get_filename">("The path of the file."),
    python_method<"_SourcelessFileLoader", "get_source">("None: there is no source."),
    python_method<"_SourcelessFileLoader", "is_package">("Whether the file is a package's __init__.pyc."),
    python_method<"_SourcelessFileLoader", "load_module">("Import a module."),
};
constexpr TypeSpec kSourcelessLoaderType = {
    .name = "_frozen_importlib_external.SourcelessFileLoader",
    .doc = "Loads a module from a .pyc file that has no source beside it.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = plain_dealloc, .traverse = plain_traverse, .clear = plain_clear, .hash = loader_hash,
              .compare = loader_compare, .new_ = plain_new_slot, .init = loader_init},
    .methods = kSourcelessLoaderRows,
    .getsets = kDictGetSets,
};

// --- path hooks
Failed refuse_path(Thread& t, const char* why, Value path) {
    return raise_import_error(t, Exc::ImportError, why, Value::none(), path);
}

bool is_folder(Thread& t, const std::string& path) {
    FileStatus status;
    return t.interp.host->status(path.empty() ? "." : path, true, &status) == 0 && (status.mode & 0170000) == 0040000;
}

Ref native_finder(Thread& t, TypeObject* type, Value path) {
    Ref finder = TRY(Ref::steal(finder_new(t, type, {})));
    finder.as<FinderObject>()->native = true;
    TRY(set(t, finder, "path", path));
    return finder;
}

Ref type_named(Thread& t, const char* name);

Ref path_hook_for_folders(Thread& t, Value path) {
    if (!as_str(path) || !is_folder(t, path_of_text(as_str(path))))
        return refuse_path(t, "only directories are supported", path);
    Ref type = TRY(type_named(t, "FileFinder"));
    return native_finder(t, type.as<TypeObject>(), path);
}

// zipimport.zipimporter, loaded when a path goes through something that is not a folder.
Ref path_hook_for_archives(Thread& t, Value path) {
    FileStatus status;
    std::string text = as_str(path) ? path_of_text(as_str(path)) : std::string();
    for (bool first = true; !text.empty(); first = false) {
        if (t.interp.host->status(text, true, &status) == 0) {
            if ((status.mode & 0170000) != 0100000) break;
            Ref type = TRY(import_helper(t, "zipimport", "zipimporter"));
            return call(t, type, path);
        }
        size_t slash = text.rfind('/');
        text.resize(slash == std::string::npos ? 0 : slash);
        if (first && text.empty()) break;
    }
    return refuse_path(t, "not a Zip file", path);
}

Ref find_spec_anywhere(Thread& t, StrObject* name, Value path, Value target) {
    return find_spec_everywhere(t, name, or_none(path), or_none(target));
}
Ref import_absolute_name(Thread& t, StrObject* name) { return import_module(t, str_to_utf8(name)); }
Ref import_by_name(Thread& t, StrObject* name, Value globals, Value locals, Value fromlist, int64_t level) {
    return import_name(t, name, globals, locals, fromlist, level);
}

Ref inflate_bytes(Thread& t, BytesObject* data, int64_t size) {
    if (size < 0) return raise(t, Exc::ValueError, "bad size of compressed data");
    return inflate_raw(t, data->view(), static_cast<size_t>(size));
}

constexpr MethodDef kFunctions[] = {
    function<find_spec_anywhere>("find_spec", "(name, path, target=None, /)", "Ask the finders of sys.meta_path."),
    function<import_absolute_name>("import_absolute", "(name, /)", "The module of that name, imported if need be."),
    function<import_by_name>("import_name", "(name, globals, locals, fromlist, level, /)",
                             "What import statements call."),
    function<inflate_bytes>("inflate", "(data, size, /)", "Unpack an entry of a zip file."),
    function<path_hook_for_folders>("path_hook_for_FileFinder", "(path, /)", "A finder of the modules in a folder."),
    function<path_hook_for_archives>("path_hook_for_zipimporter", "(path, /)",
                                     "A finder of the modules in a zip file."),
};

Status import_types_exec(Thread& t, ModuleObject* module) {
    const std::pair<const TypeSpec*, ImportRole> types[] = {
        {&kSpecType, ImportRole::Other},
        {&kBuiltinImporterType, ImportRole::BuiltinImporter},
        {&kFrozenImporterType, ImportRole::FrozenImporter},
        {&kPathFinderType, ImportRole::PathFinder},
        {&kFileFinderType, ImportRole::FileFinder},
        {&kSourceLoaderType, ImportRole::Other},
        {&kSourcelessLoaderType, ImportRole::Other},
    };
    for (auto [spec, role] : types) {
        TypeObject* type = TRY(module_add_type(t, module, *spec));
        set_import_role(type, role);
    }
    return ok();
}

// The module, made when it is first needed.
RefTo<ModuleObject> import_types_module(Thread& t) {
    StrObject* name = intern_utf8(t, kImportTypesModule.name);
    if (!name) return Failed{};
    Value present = dict_get_str(t, t.interp.modules, name);
    if (present.is_error()) return Failed{};
    if (layout_is(present, Kind::Module)) return RefTo<ModuleObject>::own(present.as<ModuleObject>());
    Ref made = TRY(module_from_def(t, kImportTypesModule));
    TRY(dict_set_str(t, t.interp.modules, name, made));
    return RefTo<ModuleObject>::steal(made.release().as<ModuleObject>());
}

Ref type_named(Thread& t, const char* name) {
    RefTo<ModuleObject> module = TRY(import_types_module(t));
    return get(t, module.value(), name);
}

Ref loader_for(Thread& t, const ModuleSpecParts& parts) {
    std::string path = as_str(parts.path) ? str_to_utf8(as_str(parts.path)) : std::string();
    const char* name = path.ends_with(".pyc") ? "SourcelessFileLoader" : "SourceFileLoader";
    switch (parts.kind) {
        case ModuleSpecParts::Kind::Builtin: return type_named(t, "BuiltinImporter");
        case ModuleSpecParts::Kind::Frozen: return type_named(t, "FrozenImporter");
        case ModuleSpecParts::Kind::Namespace: return own(Value::none());
        case ModuleSpecParts::Kind::Source: break;
    }
    Ref type = TRY(type_named(t, name));
    if (!as_type(type)) return own(Value::none());
    Ref loader = TRY(plain_new(t, type.as<TypeObject>()));
    TRY(set(t, loader, "name", Value::object(parts.name)));
    TRY(set(t, loader, "path", parts.path));
    return loader;
}

Ref origin_of(Thread& t, const ModuleSpecParts& parts) {
    switch (parts.kind) {
        case ModuleSpecParts::Kind::Builtin: return str_from_ascii(t, "built-in");
        case ModuleSpecParts::Kind::Frozen: return own(Value::none());
        case ModuleSpecParts::Kind::Namespace: return str_from_ascii(t, "namespace");
        case ModuleSpecParts::Kind::Source: break;
    }
    return own(parts.path);
}


RefTo<ListObject> list_of(Thread& t, std::initializer_list<const char*> names) {
    RefTo<ListObject> list = TRY(list_new(t));
    for (const char* name : names) {
        Ref item = TRY(type_named(t, name));
        TRY(list_append(t, list.get(), item));
    }
    return list;
}

}  // namespace

Ref builtin_importer(Thread& t) { return type_named(t, "BuiltinImporter"); }

RefTo<ListObject> initial_meta_path(Thread& t) {
    return list_of(t, {"BuiltinImporter", "PathFinder", "FrozenImporter"});
}
RefTo<ListObject> initial_path_hooks(Thread& t) {
    return list_of(t, {"path_hook_for_zipimporter", "path_hook_for_FileFinder"});
}

Ref module_spec(Thread& t, const ModuleSpecParts& parts) {
    Ref type = TRY(type_named(t, "ModuleSpec"));
    if (!as_type(type)) return own(Value::none());
    Ref spec = TRY(plain_new(t, as_type(type)));
    Ref loader = TRY(loader_for(t, parts)), origin = TRY(origin_of(t, parts));
    TRY(fill_spec(t, spec, Value::object(parts.name), loader, origin, parts.search_locations, parts.cached));
    if (parts.kind == ModuleSpecParts::Kind::Source)
        TRY(set(t, spec, "_set_fileattr", Value::true_value()));
    return spec;
}

constinit const ModuleDef kImportTypesModule = {
    .name = "_import_types",
    .doc = "Types of the import system.",
    .functions = kFunctions,
    .exec = import_types_exec,
};

}  // namespace krait
