// What the library of built-ins hands to the VM: the hooks through which an interpreter gets its types, its native and
// frozen modules and its compiler.
#pragma once

#include <string_view>

#include "vm/native/module_def.h"
#include "vm/runtime/interpreter.h"

namespace krait {

// Sets interp.hooks; to be called before Interpreter::start().
void install_builtins(Interpreter&);

// Flag of compile_hook(): the result is a tree of _ast nodes instead of code.
constexpr int kCompileOnlyAst = 0x400;

// --- the hooks
bool register_types(Thread&);                                       // builtins/types/register_types.cpp
Ref native_module(Thread&, StrObject* name);                        // builtins/modules/registry.cpp
bool frozen_source(std::string_view name, std::string* source, bool* is_package);   // builtins/modules/frozen.cpp
Ref compile_hook(Thread&, std::string_view source, StrObject* filename, int mode, int flags, int optimize,
                 bool source_is_utf8);                              // builtins/compile_hook.cpp
// Code of a frozen module: what the build compiled, or compiled now under `filename`.
Ref frozen_code(Thread&, std::string_view name, StrObject* filename);
// Code of a tree of _ast nodes.
Ref compile_tree(Thread&, Value node, StrObject* filename, int mode, int flags, int optimize);
Ref module_spec(Thread&, const ModuleSpecParts&);                   // builtins/modules/import_types.cpp

// The symbol table of a source text, handed to `use`; `data` is for it alone.
Ref symbol_table_hook(Thread&, std::string_view source, StrObject* filename, int mode, bool source_is_utf8,
                      Ref (*use)(Thread&, const class SymbolTable&, void* data), void* data);

// What sys.meta_path and sys.path_hooks hold in the beginning.
RefTo<ListObject> initial_meta_path(Thread&);
RefTo<ListObject> initial_path_hooks(Thread&);
Ref builtin_importer(Thread&);

// All native modules, in the order of builtin_modules.def.
std::span<const ModuleDef* const> native_modules();

}  // namespace krait
