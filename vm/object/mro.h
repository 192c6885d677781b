// Method resolution order beyond what type_object.h declares.
#pragma once

#include "vm/object/type_object.h"

namespace krait {

RefTo<TupleObject> c3_mro(Thread&, TypeObject*);   // what type.mro() gives

}  // namespace krait
