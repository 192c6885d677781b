// super objects: attribute lookup along the MRO of `self_type` behind `super_type`.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

// super(type, object): TypeError "super(type, obj): obj must be an instance or subtype of type".
Ref super_new(Thread&, TypeObject* type, Value object);
// The class whose MRO is searched: the object itself (a class), its type, or its __class__.
Fallible<TypeObject*> super_check(Thread&, TypeObject* type, Value object);
// Drops what was there.
void super_fill(SuperObject*, TypeObject* type, Value object_or_unbound, TypeObject* self_type);
// super() without arguments: the class cell and the first argument of the running Python function.
Status super_arguments_from_frame(Thread&, TypeObject** type, Ref* object);

void super_dealloc(Interpreter&, Object*);
void super_traverse(Object*, Visitor&);

}  // namespace krait
