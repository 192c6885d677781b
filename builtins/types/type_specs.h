// The specs of all built-in types: k<Kind>TypeSpec for every row of builtin_types.def, each defined in
// builtins/types/<name>_type.cpp. A row without a spec does not link.
#pragma once

#include "vm/object/type_object.h"

namespace krait {

#define KRAIT_TYPE(kind, name, base, flags) extern const TypeSpec k##kind##TypeSpec;
#include "vm/runtime/builtin_types.def"
#undef KRAIT_TYPE

}  // namespace krait
