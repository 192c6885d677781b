// Objects of the asynchronous generator protocol (PEP 525). The generator itself is a GeneratorObject.
#pragma once

#include "vm/interp/generator.h"

namespace krait {

struct AsyncGenWrappedValue : Object {   // a value that left by `yield`, as opposed to one an await passes through
    Value value;
};

enum class AwaitState : uint8_t { Init, Iterating, Closed };

struct AsyncGenASend : Object {          // __anext__(), asend(value)
    GeneratorObject* generator;          // owned
    Value value;                         // to send; UNBOUND: None
    AwaitState state;
};
struct AsyncGenAThrow : Object {         // athrow(exception), aclose()
    GeneratorObject* generator;          // owned
    Value exception;                     // instance; UNBOUND: aclose()
    AwaitState state;
};
struct CoroutineWrapper : Object {       // coroutine.__await__()
    GeneratorObject* coroutine;          // owned
};

// Calls the hooks of sys.set_asyncgen_hooks at the first iteration.
Status async_gen_init_hooks(Thread&, GeneratorObject*);
Ref async_gen_asend_new(Thread&, GeneratorObject*, Value value_or_unbound);
Ref async_gen_athrow_new(Thread&, GeneratorObject*, Value exception_or_unbound);
Ref coroutine_wrapper_new(Thread&, GeneratorObject*);
// One step: an awaited value passes through (owned); StopIteration(value), StopAsyncIteration and errors are raised.
Value async_gen_asend_send(Thread&, AsyncGenASend*, Value argument);
Value async_gen_asend_throw(Thread&, AsyncGenASend*, Value exception);
Value async_gen_athrow_send(Thread&, AsyncGenAThrow*, Value argument);
Value async_gen_athrow_throw(Thread&, AsyncGenAThrow*, Value exception);

// Instance of what generator.throw(type, value, traceback) was given.
Ref thrown_exception(Thread&, Value type, Value value_or_unbound, Value traceback_or_unbound);

}  // namespace krait
