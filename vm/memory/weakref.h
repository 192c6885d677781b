// Weak references: a side table from object to the list of its references, so that objects pay one flag bit.
// Lists are ordered newest first, the order in which callbacks run.
#pragma once

#include "vm/object/layouts.h"
#include "vm/runtime/interpreter.h"

namespace krait {

struct WeakRefObject : Object {   // weakref.ref and its subclasses, weakref.proxy
    Object* referent;             // borrowed; null when dead
    Value callback;               // UNBOUND: none
    WeakRefObject *previous, *next;
    uint64_t hash;
    bool hash_known;
};

struct WeakrefTable {
    struct Entry {
        Object* object;           // null: empty
        WeakRefObject* first;
    };
    Entry* entries = nullptr;
    size_t capacity = 0;          // power of two
    size_t count = 0;
};

// New reference of `type` (WeakRef, one of its subclasses, WeakProxy, WeakCallableProxy). Exact types without callback
// are shared per object. TypeError "cannot create weak reference to 'int' object".
Ref weakref_new(Thread&, TypeObject* type, Value referent, Value callback_or_unbound);
// The object, borrowed, or None when it is gone or going.
inline Value weakref_target(const WeakRefObject* r) {
    Object* o = r->referent;
    return o && o->refcount != 0 && !(o->flags & kInDestroy) ? Value::object(o) : Value::none();
}
// First reference to the object or null; follow `next`.
WeakRefObject* weakref_first(Interpreter&, Object*);

// The object dies: references become dead, then their callbacks run.
void weakrefs_clear(Thread&, Object*);
// The object's memory goes: references become dead without callbacks.
void weakrefs_forget(Interpreter&, Object*);
// For the collector: kills the references to `o` and pushes those whose callback is to run on `chain` (owned, linked
// through `next`): references that are themselves garbage (kGcMark) stay silent.
void weakrefs_detach_garbage(Interpreter&, Object* o, WeakRefObject** chain);
void weakrefs_run_callbacks(Thread&, WeakRefObject* chain);
void weakref_table_free(Interpreter&);

void weakref_dealloc(Interpreter&, Object*);
void weakref_traverse(Object*, Visitor&);
void weakref_clear(Interpreter&, Object*);

}  // namespace krait
