// The module builtins, cut by theme: each file adds its functions to the module.
#pragma once

#include "vm/native/module_def.h"

namespace krait {

Status add_attribute_functions(Thread&, ModuleObject*);
Status add_code_functions(Thread&, ModuleObject*);
Status add_io_functions(Thread&, ModuleObject*);
Status add_iteration_functions(Thread&, ModuleObject*);
Status add_number_functions(Thread&, ModuleObject*);
Status add_text_functions(Thread&, ModuleObject*);

// Native functions of the rows as attributes of the module.
Status add_functions(Thread&, ModuleObject*, std::span<const MethodDef>);

// Interned exact str of an attribute's name given as an argument: borrowed, null with TypeError `message` pending.
StrObject* attribute_name_argument(Thread&, Value name, const char* message);

// Globals and locals of the Python code that called the native; both UNBOUND when there is none.
struct Namespaces {
    Ref globals, locals;
    bool failed() const { return globals.failed() || locals.failed(); }
    Namespaces&& take() { return std::move(*this); }
    Namespaces() = default;
    Namespaces(Failed) : globals(Failed{}) {}   // NOLINT
};
Namespaces caller_namespaces(Thread&);

}  // namespace krait
