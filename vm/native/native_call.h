// Calling natives: objects in front of method rows, and the binder behind every call that is not a plain positional
// one.
#pragma once

#include "vm/native/method_def.h"

namespace krait {

Value native_function_call(Thread&, Value callee, const CallArgs&);
Value method_descriptor_call(Thread&, Value callee, const CallArgs&);
Value class_method_descriptor_call(Thread&, Value callee, const CallArgs&);
Value method_descriptor_get(Thread&, Value descr, Value instance, Value owner);
Value class_method_descriptor_get(Thread&, Value descr, Value instance, Value owner);

void native_function_dealloc(Interpreter&, Object*);
void native_function_traverse(Object*, Visitor&);

// What error messages need to know about a callee.
struct BindContext {
    const char* function;            // name without parentheses
    const SignatureInfo& info;
    const char* signature;
    unsigned hidden;                 // leading parameters that are not arguments of the caller: 0 or 1
    bool constructor;                // tp_new / tp_init: words of PyArg_ParseTuple for everything
};
// Fills slots[0 .. info.slots). `self`: value of the first parameter when it is not in args; may be null.
// `kwargs` receives the dict of a ** parameter.
bool bind_slots(Thread&, const BindContext&, const Value* self, const CallArgs&, Value* slots, Args* rest, Ref* kwargs);

}  // namespace krait
