// staticmethod and classmethod.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

Ref static_method_new(Thread&, Value callable);
Ref class_method_new(Thread&, Value callable);
Value static_method_get(Thread&, Value descr, Value instance, Value owner);
Value class_method_get(Thread&, Value descr, Value instance, Value owner);

void method_decorator_dealloc(Interpreter&, Object*);
void method_decorator_traverse(Object*, Visitor&);
void method_decorator_clear(Interpreter&, Object*);

}  // namespace krait
