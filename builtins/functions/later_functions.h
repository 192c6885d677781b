// Built-in functions of later versions than 3.6.
#pragma once

#include "vm/native/module_def.h"

namespace krait {

Status add_later_functions(Thread&, ModuleObject* builtins);  // aiter anext breakpoint
Status add_breakpoint_hook(Thread&, ModuleObject* sys);       // sys.breakpointhook and its twin

}  // namespace krait
