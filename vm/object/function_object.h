// Python functions, bound methods and cells.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

Value function_call(Thread&, Value function, const CallArgs&);
Value function_get(Thread&, Value descr, Value instance, Value owner);   // bound method, or the function itself
Value bound_method_call(Thread&, Value method, const CallArgs&);
// Caches of calls compare the version: to be called after code, defaults or keyword defaults changed.
void function_changed(Interpreter&, FunctionObject*);

void function_dealloc(Interpreter&, Object*);
void function_traverse(Object*, Visitor&);
void function_clear(Interpreter&, Object*);
void bound_method_dealloc(Interpreter&, Object*);
void bound_method_traverse(Object*, Visitor&);
void cell_dealloc(Interpreter&, Object*);
void cell_traverse(Object*, Visitor&);
void cell_clear(Interpreter&, Object*);

}  // namespace krait
