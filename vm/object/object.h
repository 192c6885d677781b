// The 16-byte header of every heap object, kinds, and counting primitives (used by Ref, containers and the loop only).
#pragma once

#include "vm/value.h"

namespace krait {

struct TypeObject;
class Thread;
class Interpreter;

// Exact built-in type of an object; Other for everything else, instances of subclasses included.
enum class Kind : uint8_t {
    Other = 0,
#define KRAIT_TYPE(kind, name, base, flags) kind,
#include "vm/runtime/builtin_types.def"
#undef KRAIT_TYPE
    Count
};
constexpr size_t kKindCount = static_cast<size_t>(Kind::Count);

// Bits of Object::flags.
enum ObjectFlag : uint8_t {
    kGcTracked = 1,      // in a GC page and of interest to the collector
    kFinalized = 2,      // __del__ / tp_finalize has run (PEP 442: once)
    kHasWeakref = 4,     // entry in the interpreter's weak reference table
    kInlineInstance = 8, // Instance layout with inline values (vm/object/instance_object.h)
    kInDestroy = 16,     // on the deferred destroy queue
    kLarge = 32,         // allocated outside the pages (vm/memory/heap.h)
    kInterned = 64,      // str in the interpreter's intern table
    kGcMark = 128,       // scratch bit of the collector
};

struct Object {
    uint32_t refcount;   // 0 only in a free cell
    Kind kind;
    uint8_t flags;
    uint16_t aux;        // str: see str_object.h; inline instance: count | capacity << 8; else owned by the layout
    TypeObject* type;    // borrowed for built-in types that live as long as the interpreter; owned for heap types:
                         // allocate_object() takes the reference, free_object() gives it back
};
static_assert(sizeof(Object) == 16);

// Runs the type's dealloc now or, when nesting is deep, queues the object (vm/memory/destroy_queue.cpp).
void destroy_object(Object* o);
KRAIT_COLD void saturate_refcount(Object* o);

KRAIT_INLINE void incref(Object* o) {
    if (KRAIT_UNLIKELY(static_cast<int32_t>(++o->refcount) < 0)) saturate_refcount(o);
}
KRAIT_INLINE void decref(Object* o) {
    if (KRAIT_UNLIKELY(--o->refcount == 0)) destroy_object(o);
}
KRAIT_INLINE void incref(Value v) {
    if (v.is_object()) incref(v.as_object());
}
KRAIT_INLINE void decref(Value v) {
    if (v.is_object()) decref(v.as_object());
}
void incref_many(Value v, size_t n);   // [x] * n

KRAIT_INLINE bool is_kind(Value v, Kind k) { return v.is_object() && v.as_object()->kind == k; }

}  // namespace krait
