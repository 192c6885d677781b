// The constant facts of sys: version_info, float_info, implementation and the like.
#pragma once

#include "vm/native/module_def.h"

namespace krait {

Status sys_add_info(Thread&, ModuleObject*);
void sys_keep_bytes_warning(Thread&, int level);   // sys_module.cpp
// (firstiter, finalizer) as sys.get_asyncgen_hooks() returns them; the type lives with the module.
Ref sys_asyncgen_hooks(Thread&, ModuleObject*, Value firstiter, Value finalizer);

}  // namespace krait
