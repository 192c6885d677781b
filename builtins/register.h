// What the library of built-ins hands to the VM: the hooks through which an interpreter gets its types, its native and
// frozen modules and its compiler.
#pragma once

#include <string_view>

#include "vm/native/module_def.h"
#include "vm/runtime/interpreter.h"

namespace krait {

// Sets interp.hooks; to be called before Interpreter::start().
void install_builtins(Interpreter&);

// --- the hooks
bool register_types(Thread&);                                       // builtins/types/register_types.cpp
Ref native_module(Thread&, StrObject* name);                        // builtins/modules/registry.cpp
bool frozen_source(std::string_view name, std::string_view* source, bool* is_package);
Ref compile_hook(Thread&, std::string_view source, StrObject* filename, int mode, int flags, int optimize,
                 bool source_is_utf8);                              // builtins/compile_hook.cpp
Ref module_spec(Thread&, const ModuleSpecParts&);                   // builtins/modules/import_types.cpp

// What sys.meta_path and sys.path_hooks hold in the beginning.
RefTo<ListObject> initial_meta_path(Thread&);
RefTo<ListObject> initial_path_hooks(Thread&);
Ref builtin_importer(Thread&);

// All native modules, in the order of builtin_modules.def.
std::span<const ModuleDef* const> native_modules();

}  // namespace krait
