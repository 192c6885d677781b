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

// An argument that C code takes as `int` or `long`: __int__ counts, floats do not. OverflowError beyond a C int.
Fallible<int> c_int_argument(Thread&, Value);

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
