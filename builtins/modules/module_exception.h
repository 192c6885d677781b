// Exception classes of native modules: struct.error, binascii.Error.
#pragma once

#include "vm/native/module_def.h"

namespace krait {

// Makes the class and stores it in the module; owned result.
Ref module_add_exception(Thread&, ModuleObject*, const char* module_name, const char* name, Exc base);
// Raises an exception of a class with a formatted UTF-8 message.
KRAIT_COLD Failed raise_class(Thread&, Value cls, const char* format, ...) __attribute__((format(printf, 3, 4)));
// The same for a class that the module has under `name`.
KRAIT_COLD Failed raise_class_of(Thread&, ModuleObject*, const char* name, const char* format, ...)
    __attribute__((format(printf, 4, 5)));

}  // namespace krait
