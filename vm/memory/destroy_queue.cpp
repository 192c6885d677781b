// destroy_object(): what happens when the last reference to an object goes.
//
// 1. Order (PEP 442): finaliser, which may resurrect the object; weak references are cleared and their callbacks run;
//    the type's dealloc, which drops what the object owned and ends in free_object().
// 2. Nesting beyond kMaxNesting, or with little C stack left, puts the object on the thread's queue, which the
//    outermost destruction drains: chains of any length and any type need a bounded stack and no memory.
// 3. A queued object keeps kind, flags (kInDestroy set) and aux. Its type and the queue's link share the twelve bytes
//    of refcount and type word: both are 16-byte aligned addresses below 2^48, so each needs 44 bits.
// 4. Finalisers and weak reference callbacks are Python code: they start with nesting 0 and a queue of their own, the
//    C stack and the recursion limit bound them.
#include "vm/memory/destroy_queue.h"

#include "vm/error/raise.h"
#include "vm/memory/weakref.h"
#include "vm/object/layouts.h"

namespace krait {

namespace {

constexpr uint32_t kMaxNesting = 64;
constexpr unsigned kAddressBits = 44;
constexpr unsigned kHighBits = 24;   // of the link, kept in the refcount field

void push(Thread& t, Object* o) {
    uint64_t link = reinterpret_cast<uint64_t>(t.destroy_queue) >> 4;
    uint64_t type = reinterpret_cast<uint64_t>(o->type) >> 4;
    o->refcount = static_cast<uint32_t>(link >> (kAddressBits - kHighBits));
    uint64_t low = link & ((uint64_t{1} << (kAddressBits - kHighBits)) - 1);
    o->type = reinterpret_cast<TypeObject*>(low << kAddressBits | type);
    o->flags |= kInDestroy;
    t.destroy_queue = o;
}

Object* pop(Thread& t) {
    Object* o = t.destroy_queue;
    uint64_t word = reinterpret_cast<uint64_t>(o->type);
    uint64_t link = uint64_t{o->refcount} << (kAddressBits - kHighBits) | word >> kAddressBits;
    t.destroy_queue = reinterpret_cast<Object*>(link << 4);
    o->type = reinterpret_cast<TypeObject*>((word & ((uint64_t{1} << kAddressBits) - 1)) << 4);
    o->refcount = 0;
    o->flags &= static_cast<uint8_t>(~kInDestroy);
    return o;
}

void destroy_now(Interpreter& interp, Thread& t, Object* o) {
    if (KRAIT_UNLIKELY(o->type->slots.finalize != nullptr) && !(o->flags & kFinalized) && finalize_object(t, o)) return;
    if (KRAIT_UNLIKELY(o->flags & kHasWeakref)) weakrefs_clear(t, o);
    DeallocFn dealloc = o->type->slots.dealloc;
    if (KRAIT_UNLIKELY(!dealloc)) return free_object(interp, o);   // type not complete yet: start() failed
    dealloc(interp, o);
}

bool stack_is_low(const Thread& t) {
    char here;
    return &here < t.native_limit;
}

}  // namespace

FreshNesting::~FreshNesting() {
    drain_destroy_queue(thread_);
    while (thread_.destroy_queue) {   // C stack too low to drain: hand them to the outer queue
        Object* o = pop(thread_);
        Object* rest = thread_.destroy_queue;
        thread_.destroy_queue = queue_;
        push(thread_, o);
        queue_ = thread_.destroy_queue;
        thread_.destroy_queue = rest;
    }
    thread_.dealloc_depth = depth_;
    thread_.destroy_queue = queue_;
}

void run_finalizer(Thread& t, Object* o) {
    FinalizeFn finalize = o->type->slots.finalize;
    if (!finalize || (o->flags & kFinalized)) return;
    if (has_flag(o->type, kTypeGc)) o->flags |= kFinalized;   // as in CPython others are finalized each time they die
    if (t.hard_stop) return;   // no script code after a limit fired
    SavedException saved(t);
    finalize(t, Value::object(o));
    if (t.has_exception()) clear_exception(t);
}

bool finalize_object(Thread& t, Object* o) {
    o->refcount = 1;
    {
        FreshNesting nesting(t);
        run_finalizer(t, o);
    }
    return --o->refcount != 0;
}

void drain_destroy_queue(Thread& t) {
    if (t.dealloc_depth != 0) return;
    while (t.destroy_queue && !stack_is_low(t)) {
        Object* o = pop(t);
        t.dealloc_depth = 1;
        destroy_now(t.interp, t, o);
        t.dealloc_depth = 0;
    }
}

namespace {

// Nothing to run and nothing owned: exact str, bytes, float and int without anything noted about them elsewhere.
bool is_leaf(const Object* o) {
    bool leaf = o->kind == Kind::Str || o->kind == Kind::Float || o->kind == Kind::Bytes ||
                (o->kind == Kind::Int && !reinterpret_cast<const IntObject*>(o)->boxed());
    return leaf && !(o->flags & (kHasWeakref | kInterned | kLarge));
}

}  // namespace

void destroy_object(Object* o) {
    if (is_leaf(o)) {
        PageHeader* page = page_of(o);
        return page->heap->free_cell(o, page->cell_size, page->gc);
    }
    Interpreter& interp = *o->type->interp;
    Thread& t = *interp.current;
    if (KRAIT_UNLIKELY(t.dealloc_depth >= kMaxNesting || stack_is_low(t))) return push(t, o);
    ++t.dealloc_depth;
    destroy_now(interp, t, o);
    if (--t.dealloc_depth == 0 && KRAIT_UNLIKELY(t.destroy_queue != nullptr)) drain_destroy_queue(t);
}

}  // namespace krait
