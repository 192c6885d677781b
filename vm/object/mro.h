// Method resolution order beyond what type_object.h declares.
#pragma once

#include "vm/object/type_object.h"

namespace krait {

RefTo<TupleObject> c3_mro(Thread&, TypeObject*);   // what type.mro() gives
// Gives the type a new MRO. False: a Python mro() changed the type's MRO meanwhile, and that one stays.
Fallible<bool> refresh_mro(Thread&, TypeObject*);

}  // namespace krait
