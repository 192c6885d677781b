// _frozen_importlib: the types behind __spec__ and __loader__, made in C++. The import system itself is
// vm/runtime/import.cpp; BuiltinImporter stands for it in sys.meta_path.
#include "builtins/register.h"
#include "vm/interp/frame.h"
#include "vm/object/attribute.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {

extern const ModuleDef kFrozenImportlibModule;

namespace {

// Both types keep everything in the instance's dict, as CPython's (written in Python) do.
struct PlainObject : Object {};

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
    TRY(set(t, spec, "cached", or_none(cached)));
    return ok();
}

int spec_init(Thread& t, Value self, const CallArgs& call) {
    constexpr const char* kSignature = "(name, loader, *, origin=None, loader_state=None, is_package=None)";
    constexpr SignatureInfo kInfo = parse_signature("(name, loader, *, origin=None, loader_state=None, is_package=None)");
    BoundArgs bound = bind_arguments(t, "__init__", kInfo, kSignature, call);
    if (bound.failed()) return -1;
    auto fill = [&]() -> Status {
        Ref locations;
        if (!bound.slots[4].is_unbound() && TRY(is_true(t, bound.slots[4]))) locations = TRY(list_new(t));
        TRY(fill_spec(t, self, bound.slots[0], bound.slots[1], bound.slots[2], locations, Value::unbound()));
        TRY(set(t, self, "loader_state", or_none(bound.slots[3])));
        return set(t, self, "_set_fileattr", Value::false_value());
    };
    return fill() ? 0 : -1;
}

Value spec_repr(Thread& t, Value self) {
    auto make = [&]() -> Ref {
        Ref name = TRY(get(t, self, "name")), loader = TRY(get(t, self, "loader")), origin = TRY(get(t, self, "origin"));
        Ref locations = TRY(get(t, self, "submodule_search_locations"));
        RefTo<StrObject> name_text = TRY(repr(t, name)), loader_text = TRY(repr(t, loader));
        std::string text = "ModuleSpec(name=" + str_to_utf8(name_text.get()) + ", loader=" + str_to_utf8(loader_text.get());
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

constexpr GetSetDef kSpecGetSets[] = {
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
              .new_ = plain_new_slot, .init = spec_init},
    .getsets = kSpecGetSets,
};

// --- loaders
Ref find_spec_natively(Thread& t, Value, Value name, Value path, Value) {
    StrObject* text = as_str(name);
    if (!text) return raise_argument_type(t, "find_spec", "str", name);
    return find_module_spec(t, text, or_none(path));
}
Ref load_module(Thread& t, Value, StrObject* name) { return import_module(t, str_to_utf8(name)); }
Ref create_nothing(Thread&, Value, Value) { return own(Value::none()); }
Ref execute_nothing(Thread&, Value, Value) { return own(Value::none()); }
Ref builtin_is_package(Thread& t, Value, StrObject* name) {
    std::string_view source;
    bool is_package = false;
    frozen_source(str_to_utf8(name), &source, &is_package);
    (void)t;
    return own(Value::boolean(is_package));
}
Ref frozen_get_source(Thread& t, Value, StrObject* name) {
    std::string_view source;
    bool is_package = false;
    if (!frozen_source(str_to_utf8(name), &source, &is_package)) return own(Value::none());
    return str_from_utf8(t, source);
}
Ref frozen_get_code(Thread& t, Value, StrObject* name) {
    std::string_view source;
    bool is_package = false;
    std::string text = str_to_utf8(name);
    if (!frozen_source(text, &source, &is_package)) return own(Value::none());
    Ref filename = TRY(str_from_utf8(t, "<frozen " + text + ">"));
    return t.interp.hooks.compile(t, source, filename.as<StrObject>(), 0, 0, -1, true);
}

Status execute_code(Thread& t, Value module, Value code) {
    Ref dict = TRY(get_attribute(t, module, t.interp.names.dunder_dict));
    if (!as_dict(dict) || !is_kind(code, Kind::Code)) return ok();
    TRY(dict_set_str(t, as_dict(dict), t.interp.names.dunder_builtins, Value::object(t.interp.builtins_module->dict)));
    TRY(run_code(t, code.as<CodeObject>(), as_dict(dict), dict, Value::unbound()));
    return ok();
}
Status frozen_exec(Thread& t, Value type, Value module) {
    Ref name = TRY(get_attribute(t, module, t.interp.names.dunder_name));
    if (!as_str(name)) return ok();
    Ref code = TRY(frozen_get_code(t, type, as_str(name)));
    return execute_code(t, module, code);
}

constexpr MethodDef kBuiltinImporterRows[] = {
    class_method<find_spec_natively>("find_spec", "(type, fullname, path=None, target=None)", "Find a module."),
    class_method<load_module>("load_module", "(type, fullname, /)", "Import a module."),
    class_method<create_nothing>("create_module", "(type, spec, /)", "None: the import system makes the module."),
    class_method<execute_nothing>("exec_module", "(type, module, /)", "Nothing: native modules are complete when made."),
    class_method<builtin_is_package>("is_package", "(type, fullname, /)", "Whether the module is a package."),
};
constexpr TypeSpec kBuiltinImporterType = {
    .name = "_frozen_importlib.BuiltinImporter",
    .doc = "Finds native modules, frozen ones, and files along sys.path.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict,
    .slots = {.dealloc = plain_dealloc, .traverse = plain_traverse, .clear = plain_clear, .new_ = plain_new_slot},
    .methods = kBuiltinImporterRows,
};
constexpr MethodDef kFrozenImporterRows[] = {
    class_method<load_module>("load_module", "(type, fullname, /)", "Import a module."),
    class_method<create_nothing>("create_module", "(type, spec, /)", "None: the import system makes the module."),
    class_method<frozen_exec>("exec_module", "(type, module, /)", "Run the module's code in it."),
    class_method<frozen_get_source>("get_source", "(type, fullname, /)", "The module's source text."),
    class_method<frozen_get_code>("get_code", "(type, fullname, /)", "The module's code object."),
    class_method<builtin_is_package>("is_package", "(type, fullname, /)", "Whether the module is a package."),
};
constexpr TypeSpec kFrozenImporterType = {
    .name = "_frozen_importlib.FrozenImporter",
    .doc = "Loads the modules that are part of the interpreter.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict,
    .slots = {.dealloc = plain_dealloc, .traverse = plain_traverse, .clear = plain_clear, .new_ = plain_new_slot},
    .methods = kFrozenImporterRows,
};

// --- SourceFileLoader(name, path)
int source_loader_init(Thread& t, Value self, const CallArgs& call) {
    constexpr const char* kSignature = "(fullname, path)";
    constexpr SignatureInfo kInfo = parse_signature("(fullname, path)");
    BoundArgs bound = bind_arguments(t, "__init__", kInfo, kSignature, call);
    if (bound.failed()) return -1;
    return set(t, self, "name", bound.slots[0]) && set(t, self, "path", bound.slots[1]) ? 0 : -1;
}

Ref loader_get_data(Thread& t, Value, StrObject* path) {
    Host& host = *t.interp.host;
    std::string name = str_to_utf8(path), text;
    int fd = host.open(name, 0, 0);
    if (fd < 0) return raise_os_error(t, -fd, Value::object(path));
    char buffer[8192];
    int64_t n;
    while ((n = host.read(fd, buffer, sizeof buffer)) > 0) text.append(buffer, static_cast<size_t>(n));
    host.close(fd);
    if (n < 0) return raise_os_error(t, static_cast<int>(-n), Value::object(path));
    return bytes_from(t, text);
}
Ref loader_get_filename(Thread& t, Value self, Value) { return get(t, self, "path"); }
Ref loader_get_code(Thread& t, Value self, Value) {
    Ref path = TRY(get(t, self, "path"));
    if (!as_str(path)) return raise(t, Exc::TypeError, "path must be a str");
    Ref data = TRY(loader_get_data(t, self, as_str(path)));
    return t.interp.hooks.compile(t, as_bytes(data)->view(), as_str(path), 0, 0, -1, false);
}
Ref loader_get_source(Thread& t, Value self, Value) {
    Ref path = TRY(get(t, self, "path"));
    if (!as_str(path)) return raise(t, Exc::TypeError, "path must be a str");
    Ref data = TRY(loader_get_data(t, self, as_str(path)));
    StrObject* decode = intern_utf8(t, "decode");
    if (!decode) return Failed{};
    return call_method(t, data, decode);
}
Fallible<bool> loader_is_package(Thread& t, Value self, Value name) {
    Ref path = TRY(get(t, self, "path"));
    (void)name;
    std::string text = as_str(path) ? str_to_utf8(as_str(path)) : std::string();
    return text.ends_with("/__init__.py") || text == "__init__.py";
}
Status loader_exec(Thread& t, Value self, Value module) {
    Ref code = TRY(loader_get_code(t, self, Value::none()));
    return execute_code(t, module, code);
}
constexpr MethodDef kSourceLoaderRows[] = {
    method<create_nothing>("create_module", "(self, spec, /)", "None: the import system makes the module."),
    method<loader_exec>("exec_module", "(self, module, /)", "Run the module's code in it."),
    method<loader_get_code>("get_code", "(self, fullname=None, /)", "The module's code object."),
    method<loader_get_data>("get_data", "(self, path, /)", "The bytes of a file."),
    method<loader_get_filename>("get_filename", "(self, name=None, /)", "The path of the source file."),
    method<loader_get_source>("get_source", "(self, fullname=None, /)", "The module's source text."),
    method<loader_is_package>("is_package", "(self, fullname=None, /)", "Whether the file is a package's __init__.py."),
    method<load_module>("load_module", "(self, fullname, /)", "Import a module."),
};
constexpr GetSetDef kLoaderGetSets[] = {{"__dict__", object_get_dict, object_set_dict, nullptr}};
constexpr TypeSpec kSourceLoaderType = {
    .name = "_frozen_importlib_external.SourceFileLoader",
    .doc = "Loads a module from its source file.",
    .basic_size = sizeof(PlainObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = plain_dealloc, .traverse = plain_traverse, .clear = plain_clear, .new_ = plain_new_slot,
              .init = source_loader_init},
    .methods = kSourceLoaderRows,
    .getsets = kLoaderGetSets,
};

Status importlib_exec(Thread& t, ModuleObject* module) {
    TRY(module_add_type(t, module, kSpecType));
    TRY(module_add_type(t, module, kBuiltinImporterType));
    TRY(module_add_type(t, module, kFrozenImporterType));
    TRY(module_add_type(t, module, kSourceLoaderType));
    return ok();
}

// The module, made when it is first needed.
RefTo<ModuleObject> importlib_module(Thread& t) {
    StrObject* name = intern_utf8(t, kFrozenImportlibModule.name);
    if (!name) return Failed{};
    Value present = dict_get_str(t, t.interp.modules, name);
    if (present.is_error()) return Failed{};
    if (layout_is(present, Kind::Module)) return RefTo<ModuleObject>::own(present.as<ModuleObject>());
    Ref made = TRY(module_from_def(t, kFrozenImportlibModule));
    TRY(dict_set_str(t, t.interp.modules, name, made));
    return RefTo<ModuleObject>::steal(made.release().as<ModuleObject>());
}

Ref type_named(Thread& t, const char* name) {
    RefTo<ModuleObject> module = TRY(importlib_module(t));
    return get(t, module.value(), name);
}

Ref loader_for(Thread& t, const ModuleSpecParts& parts) {
    switch (parts.kind) {
        case ModuleSpecParts::Kind::Builtin: return type_named(t, "BuiltinImporter");
        case ModuleSpecParts::Kind::Frozen: return type_named(t, "FrozenImporter");
        case ModuleSpecParts::Kind::Namespace: return own(Value::none());
        case ModuleSpecParts::Kind::Source: break;
    }
    Ref type = TRY(type_named(t, "SourceFileLoader"));
    Ref loader = TRY(plain_new(t, type.as<TypeObject>()));
    TRY(set(t, loader, "name", Value::object(parts.name)));
    TRY(set(t, loader, "path", parts.path));
    return loader;
}

Ref origin_of(Thread& t, const ModuleSpecParts& parts) {
    switch (parts.kind) {
        case ModuleSpecParts::Kind::Builtin: return str_from_ascii(t, "built-in");
        case ModuleSpecParts::Kind::Frozen: return str_from_ascii(t, "frozen");
        case ModuleSpecParts::Kind::Namespace: return str_from_ascii(t, "namespace");
        case ModuleSpecParts::Kind::Source: break;
    }
    return own(parts.path);
}

}  // namespace

Ref builtin_importer(Thread& t) { return type_named(t, "BuiltinImporter"); }

Ref module_spec(Thread& t, const ModuleSpecParts& parts) {
    Ref type = TRY(type_named(t, "ModuleSpec"));
    if (!as_type(type)) return own(Value::none());
    Ref spec = TRY(plain_new(t, as_type(type)));
    Ref loader = TRY(loader_for(t, parts)), origin = TRY(origin_of(t, parts));
    TRY(fill_spec(t, spec, Value::object(parts.name), loader, origin, parts.search_locations, parts.cached));
    TRY(set(t, spec, "_set_fileattr", Value::boolean(parts.kind == ModuleSpecParts::Kind::Source)));
    return spec;
}

constinit const ModuleDef kFrozenImportlibModule = {
    .name = "_frozen_importlib",
    .doc = "Types of the import system.",
    .exec = importlib_exec,
};

}  // namespace krait
