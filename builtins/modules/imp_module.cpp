// _imp: what importlib asks of the interpreter. Frozen and native modules come from the tables of the registry.
#include "builtins/frozen_modules.h"
#include "builtins/register.h"
#include "vm/interp/frame.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/import_parts.h"

namespace krait {

namespace {

bool is_frozen_name(StrObject* name, bool* is_package) {
    return frozen_source(str_to_utf8(name), nullptr, is_package);
}
Failed raise_no_frozen(Thread& t, StrObject* name) {
    return raise(t, Exc::ImportError, "No such frozen object named %s", repr_utf8(t, Value::object(name)).c_str());
}

Fallible<bool> imp_lock_held(Thread&) { return false; }
Status imp_lock(Thread&) { return ok(); }

Fallible<int64_t> imp_is_builtin(Thread&, StrObject* name) {
    std::string wanted = str_to_utf8(name);
    for (const ModuleDef* def : native_modules())
        if (wanted == def->name) return wanted == "sys" || wanted == "builtins" ? int64_t{-1} : int64_t{1};
    return int64_t{0};
}

Fallible<bool> imp_is_frozen(Thread&, StrObject* name) {
    bool is_package;
    return is_frozen_name(name, &is_package);
}
Fallible<bool> imp_is_frozen_package(Thread& t, StrObject* name) {
    bool is_package;
    if (!is_frozen_name(name, &is_package)) return raise_no_frozen(t, name);
    return is_package;
}
Ref imp_get_frozen_object(Thread& t, StrObject* name) {
    bool is_package;
    if (!is_frozen_name(name, &is_package)) return raise_no_frozen(t, name);
    Ref filename = TRY(str_from_utf8(t, "<frozen " + str_to_utf8(name) + ">"));
    return frozen_code(t, str_to_utf8(name), filename.as<StrObject>());
}
Ref imp_frozen_names(Thread& t) {
    RefTo<TupleObject> names = TRY(tuple_new(t, kFrozenModuleCount));
    for (size_t i = 0; i < kFrozenModuleCount; ++i)
        names->items[i] = TRY(str_from_utf8(t, kFrozenModules[i].name)).release();
    return names;
}
Ref imp_init_frozen(Thread& t, StrObject* name) {
    bool is_package;
    if (!is_frozen_name(name, &is_package)) return own(Value::none());
    return import_module(t, str_to_utf8(name));
}

Ref imp_create_builtin(Thread& t, Value spec) {
    Ref name = TRY(get_attribute(t, spec, t.interp.names.name));
    StrObject* text = as_str(name);
    if (!text) return raise_argument_type(t, "create_builtin", "str", name);
    Value present = TRY(dict_get(t, t.interp.modules, name));
    if (!present.is_unbound()) return own(present);
    Ref module = TRY(native_module(t, text));
    return module.get().is_unbound() ? own(Value::none()) : std::move(module);
}
Fallible<int64_t> imp_exec_builtin(Thread&, Value) { return int64_t{0}; }

Ref imp_create_dynamic(Thread& t, Value, Value) {
    return raise(t, Exc::ImportError, "extension modules for CPython cannot be loaded");
}
Ref imp_extension_suffixes(Thread& t) { return list_new(t); }

Status imp_fix_co_filename(Thread& t, CodeObject* code, StrObject* path) { return set_code_filename(t, code, path); }

constexpr MethodDef kFunctions[] = {
    function<imp_fix_co_filename>("_fix_co_filename", "(code, path, /)", "Change co_filename of a code object."),
    function<imp_lock>("acquire_lock", "()", "Nothing: there is one thread."),
    function<imp_frozen_names>("_frozen_names", "()", "The names of all frozen modules."),
    function<imp_create_builtin>("create_builtin", "(spec, /)", "Create a native module."),
    function<imp_create_dynamic>("create_dynamic", "(spec, file=None, /)",
                                 "ImportError: there are no extension modules."),
    function<imp_exec_builtin>("exec_builtin", "(mod, /)", "Nothing: native modules are complete when made."),
    function<imp_exec_builtin>("exec_dynamic", "(mod, /)", "Nothing."),
    function<imp_extension_suffixes>("extension_suffixes", "()", "The file endings of extension modules: none."),
    function<imp_get_frozen_object>("get_frozen_object", "(name, /)", "The code object of a frozen module."),
    function<imp_init_frozen>("init_frozen", "(name, /)", "Import a frozen module."),
    function<imp_is_builtin>("is_builtin", "(name, /)",
                             "1 for a native module, -1 for one that is always there, else 0."),
    function<imp_is_frozen>("is_frozen", "(name, /)", "Whether there is a frozen module of this name."),
    function<imp_is_frozen_package>("is_frozen_package", "(name, /)", "Whether the frozen module is a package."),
    function<imp_lock_held>("lock_held", "()", "False: nobody needs the import lock."),
    function<imp_lock>("release_lock", "()", "Nothing: there is one thread."),
};

}  // namespace

extern const ModuleDef kImpModule;
constinit const ModuleDef kImpModule = {"_imp", "What importlib asks of the interpreter.", kFunctions};

}  // namespace krait
