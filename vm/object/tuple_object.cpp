// tuple: storage inline, nothing but creation and end.
#include "vm/error/raise.h"
#include "vm/object/item_runs.h"
#include "vm/object/list_object.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/thread.h"
#include "vm/runtime/work.h"

namespace krait {

TupleObject* tuple_allocate(Thread& t, TypeObject* type, size_t size) {
    if (KRAIT_UNLIKELY(size > UINT32_MAX)) {
        (void)raise_memory_error(t);
        return nullptr;
    }
    auto* tuple = static_cast<TupleObject*>(allocate_object(t, type, instance_size(type, size * sizeof(Value))));
    if (!tuple) return nullptr;
    tuple->size = static_cast<uint32_t>(size);
    tuple->reserved = 0;
    for (size_t i = 0; i < size; ++i) tuple->items[i] = Value::unbound();
    instance_init_trailer(tuple);
    gc_track(tuple);
    return tuple;
}

// Exact tuples have no trailer.
static TupleObject* allocate_exact(Thread& t, size_t size) {
    if (KRAIT_UNLIKELY(size > UINT32_MAX)) {
        (void)raise_memory_error(t);
        return nullptr;
    }
    note_items(t, size);
    auto* tuple = allocate<TupleObject>(t, t.interp.type(Kind::Tuple),
                                        sizeof(TupleObject) - sizeof(Value) + size * sizeof(Value));
    if (!tuple) return nullptr;
    tuple->size = static_cast<uint32_t>(size);
    tuple->reserved = 0;
    gc_track(tuple);
    return tuple;
}

RefTo<TupleObject> tuple_new(Thread& t, size_t size) {
    if (size == 0 && t.interp.empty_tuple) return RefTo<TupleObject>::own(t.interp.empty_tuple);
    TupleObject* tuple = allocate_exact(t, size);
    if (!tuple) return Failed{};
    for (size_t i = 0; i < size; ++i) tuple->items[i] = Value::unbound();
    return RefTo<TupleObject>::steal(tuple);
}

RefTo<TupleObject> tuple_from(Thread& t, const Value* items, size_t n) {
    if (n == 0) return tuple_new(t, 0);
    TupleObject* tuple = allocate_exact(t, n);
    if (!tuple) return Failed{};
    RefTo<TupleObject> result = RefTo<TupleObject>::steal(tuple);
    tuple->size = 0;   // as many as are counted, so that a failure drops no more
    TRY(copy_items(t, tuple->items, items, n));
    tuple->size = static_cast<uint32_t>(n);
    return result;
}

RefTo<TupleObject> tuple_pack(Thread& t, std::initializer_list<Value> items) {
    return tuple_from(t, items.begin(), items.size());
}

void tuple_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* tuple = static_cast<TupleObject*>(o);
    decref_run(tuple->items, tuple->size);
    free_object(interp, o);
}

void tuple_traverse(Object* o, Visitor& visitor) {
    auto* tuple = static_cast<TupleObject*>(o);
    for (size_t i = 0; i < tuple->size; ++i) visitor.visit(tuple->items[i]);
}

}  // namespace krait
