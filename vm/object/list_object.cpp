// list: storage and growth.
#include "vm/object/list_object.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "vm/error/raise.h"
#include "vm/object/item_runs.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/thread.h"
#include "vm/runtime/work.h"

namespace krait {

constexpr size_t kMaxItems = UINT32_MAX;

Status copy_long_run(Thread& t, Value* to, const Value* items, size_t n) {
    for (size_t done = 0; done < n; done += std::min(n - done, kLongRun)) {
        if (Status status = check_deadline(t); !status) {
            decref_run(to, done);
            return status;
        }
        copy_run(to + done, items + done, std::min(n - done, kLongRun));
    }
    return ok();
}

Status repeat_items(Thread& t, Value* items, size_t n, size_t times) {
    for (size_t done = n, all = n * times; done < all;) {
        size_t from = done % n, chunk = std::min({done - from, all - done, kLongRun});
        if (chunk == kLongRun) TRY(check_deadline(t));
        if (n == 1) std::fill(items + done, items + done + chunk, items[0]);
        else std::memcpy(static_cast<void*>(items + done), items + from, chunk * sizeof(Value));
        done += chunk;
    }
    for (size_t i = 0; i < n; ++i)
        if (items[i].is_object()) incref_many(items[i], times - 1);
    return ok();
}

ListObject* list_allocate(Thread& t, TypeObject* type) {
    auto* list = allocate_instance<ListObject>(t, type);
    if (!list) return nullptr;
    list->size = list->capacity = 0;
    list->items = nullptr;
    gc_track(list);
    return list;
}

static Status set_capacity(Thread& t, ListObject* list, size_t capacity) {
    if (KRAIT_UNLIKELY(capacity > kMaxItems)) return raise_memory_error(t);
    note_items(t, capacity);
    void* grown = list->items
                      ? t.heap.resize_buffer(list->items, list->capacity * sizeof(Value), capacity * sizeof(Value))
                      : t.heap.allocate_buffer(capacity * sizeof(Value));
    if (KRAIT_UNLIKELY(!grown)) return raise_memory_error(t);
    list->items = static_cast<Value*>(grown);
    list->capacity = static_cast<uint32_t>(capacity);
    return KRAIT_LIKELY(capacity <= kLongRun) ? ok() : check_deadline(t);   // having room takes long by itself
}

RefTo<ListObject> list_new(Thread& t, size_t capacity) {
    ListObject* list = list_allocate(t, t.interp.type(Kind::List));
    if (!list) return Failed{};
    RefTo<ListObject> result = RefTo<ListObject>::steal(list);
    if (capacity) TRY(set_capacity(t, list, capacity));
    return result;
}

RefTo<ListObject> list_from(Thread& t, const Value* items, size_t n) {
    RefTo<ListObject> list = TRY(list_new(t, n));
    TRY(copy_items(t, list->items, items, n));
    list->size = static_cast<uint32_t>(n);
    return list;
}

static KRAIT_NOINLINE Status grow(Thread& t, ListObject* list, size_t needed) {
    size_t roomy = needed + (needed >> 2) + (needed < 9 ? 3 : 6);
    if (roomy > kMaxItems) roomy = needed;
    return set_capacity(t, list, roomy);
}

Status list_reserve(Thread& t, ListObject* list, size_t capacity) {
    return capacity <= list->capacity ? ok() : grow(t, list, capacity);
}

Status list_append(Thread& t, ListObject* list, Value item) {
    if (KRAIT_UNLIKELY(list->size == list->capacity)) TRY(grow(t, list, size_t{list->size} + 1));
    incref(item);
    list->items[list->size++] = item;
    return ok();
}

Status list_insert_at(Thread& t, ListObject* list, size_t index, Value item) {
    if (list->size == list->capacity) TRY(grow(t, list, size_t{list->size} + 1));
    note_bytes(t, (list->size - index) * sizeof(Value));
    std::memmove(list->items + index + 1, list->items + index, (list->size - index) * sizeof(Value));
    incref(item);
    list->items[index] = item;
    ++list->size;
    return ok();
}

Ref list_take_at(ListObject* list, size_t index) {
    Ref item = Ref::steal(list->items[index]);
    --list->size;
    std::memmove(list->items + index, list->items + index + 1, (list->size - index) * sizeof(Value));
    return item;
}

void list_shrink(Thread& t, ListObject* list) {
    if (list->capacity < 16 || list->size > list->capacity / 2) return;
    if (list->size == 0) {
        t.heap.free_buffer(std::exchange(list->items, nullptr), std::exchange(list->capacity, 0) * sizeof(Value));
        return;
    }
    size_t capacity = list->size + list->size / 4 + 4;
    void* smaller = t.heap.resize_buffer(list->items, list->capacity * sizeof(Value), capacity * sizeof(Value));
    if (!smaller) return;
    list->items = static_cast<Value*>(smaller);
    list->capacity = static_cast<uint32_t>(capacity);
}

ListContents list_take_contents(ListObject* list) {
    return {std::exchange(list->items, nullptr), std::exchange(list->size, 0), std::exchange(list->capacity, 0)};
}

void list_drop_contents(Interpreter& interp, const ListContents& contents) {
    if (!contents.items) return;
    decref_run(contents.items, contents.size);
    interp.heap.free_buffer(contents.items, contents.capacity * sizeof(Value));
}

void list_clear(Interpreter& interp, ListObject* list) { list_drop_contents(interp, list_take_contents(list)); }

Status list_replace(Thread& t, ListObject* list, size_t start, size_t stop, const Value* items, size_t n) {
    size_t removed = stop - start, tail = list->size - stop;
    size_t size = list->size - removed + n;
    // What is removed is dropped last, when the list is whole again.
    Value few[16];
    Value* dropped = few;
    if (removed > std::size(few)) {
        dropped = static_cast<Value*>(t.heap.allocate_buffer(removed * sizeof(Value)));
        if (!dropped) return raise_memory_error(t);
    }
    if (Status room = list_reserve(t, list, size); !room) {
        if (dropped != few) t.heap.free_buffer(dropped, removed * sizeof(Value));
        return Failed{};
    }
    note_bytes(t, (tail + removed + n) * sizeof(Value));
    if (list->items) {
        std::memcpy(dropped, list->items + start, removed * sizeof(Value));
        std::memmove(list->items + start + n, list->items + stop, tail * sizeof(Value));
    }
    copy_run(list->items + start, items, n);
    list->size = static_cast<uint32_t>(size);
    if (n < removed) list_shrink(t, list);
    decref_run(dropped, removed);
    if (dropped != few) t.heap.free_buffer(dropped, removed * sizeof(Value));
    return ok();
}

void list_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    list_clear(interp, static_cast<ListObject*>(o));
    free_object(interp, o);
}

void list_traverse(Object* o, Visitor& visitor) {
    auto* list = static_cast<ListObject*>(o);
    for (size_t i = 0; i < list->size; ++i) visitor.visit(list->items[i]);
}

void list_clear_slot(Interpreter& interp, Object* o) { list_clear(interp, static_cast<ListObject*>(o)); }

}  // namespace krait
