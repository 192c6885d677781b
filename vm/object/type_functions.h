// Functions on types that their Python-visible side (builtins/types/type_type.cpp) and the class statement share.
#pragma once

#include "vm/object/type_object.h"

namespace krait {

Status type_set_name(Thread&, TypeObject*, StrObject* name);
void type_forget_utf8_name(Interpreter&, TypeObject*);
// type.__bases__ = value, with all checks.
Status type_assign_bases(Thread&, TypeObject*, Value value);
// __new__ and __init__ of `object`, and __new__ of `type`: slots others compare with.
Value object_new(Thread&, TypeObject*, const CallArgs&);
int object_init(Thread&, Value self, const CallArgs&);
Value type_new_slot(Thread&, TypeObject* metatype, const CallArgs&);
Value type_call(Thread&, Value type, const CallArgs&);   // type.__call__

void type_dealloc(Interpreter&, Object*);
void type_traverse(Object*, Visitor&);
void type_clear(Interpreter&, Object*);

}  // namespace krait
