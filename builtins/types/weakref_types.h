// Shared by the weak reference types and module _weakref.
#pragma once

#include "vm/memory/weakref.h"
#include "vm/native/method_def.h"

namespace krait {

// The object a proxy stands for; the value itself when it is no proxy. ReferenceError when the object is gone.
Ref proxy_target(Thread&, Value);

}  // namespace krait
