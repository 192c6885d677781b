// list[int] (PEP 585): the class method of the built-in classes that can be subscripted.
#pragma once

#include "vm/native/method_def.h"

namespace krait {

// types.GenericAlias(cls, item)
Ref class_alias(Thread&, Value cls, Value item);

#define KRAIT_CLASS_GETITEM class_method<class_alias>("__class_getitem__", "(type, object, /)", "See PEP 585")

}  // namespace krait
