// A native module: one constant record, no registering code.
#pragma once

#include "vm/native/method_def.h"

namespace krait {

struct ModuleDef {
    const char* name;                            // "_heapq"
    const char* doc;
    std::span<const MethodDef> functions = {};   // rows made with function<F>(...)
    // Adds types, constants and state (module_set_*). Null: nothing more.
    Status (*exec)(Thread&, ModuleObject*) = nullptr;
};

Ref module_from_def(Thread&, const ModuleDef&);                                // new module object, exec run
Status module_set(Thread&, ModuleObject*, const char* name, Value);
Status module_set_int(Thread&, ModuleObject*, const char* name, int64_t);
Status module_set_str(Thread&, ModuleObject*, const char* name, const char* utf8);
// Creates the type and stores it under its last name part; borrowed result, kept alive by the module.
Fallible<TypeObject*> module_add_type(Thread&, ModuleObject*, const TypeSpec&, TypeObject* base = nullptr);

}  // namespace krait
