// isinstance and issubclass without the hooks: what type.__instancecheck__ and type.__subclasscheck__ do.
#pragma once

#include "vm/error/raise.h"

namespace krait {

Fallible<bool> is_instance_default(Thread&, Value object, Value cls);
Fallible<bool> is_subclass_default(Thread&, Value derived, Value cls);

}  // namespace krait
