// list beyond layouts.h: changes in place, and the list as the collector sees it. None of these runs Python code before
// the list is whole again.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

ListObject* list_allocate(Thread&, TypeObject*);    // empty, of a subclass too; null: MemoryError
Status list_insert_at(Thread&, ListObject*, size_t index, Value item);      // index <= size
Ref list_take_at(ListObject*, size_t index);                                // index < size
void list_shrink(Thread&, ListObject*);             // gives room back when half of it is unused
// list[start:stop] = items[0..n): 0 <= start <= stop <= size; `items` is not in the list's own storage.
Status list_replace(Thread&, ListObject*, size_t start, size_t stop, const Value* items, size_t n);

// Contents moved out of a list: what sort() works on, and how a list is cleared.
struct ListContents {
    Value* items;
    uint32_t size, capacity;
};
ListContents list_take_contents(ListObject*);
void list_drop_contents(Interpreter&, const ListContents&);
void list_clear(Interpreter&, ListObject*);

void list_dealloc(Interpreter&, Object*);
void list_traverse(Object*, Visitor&);
void list_clear_slot(Interpreter&, Object*);
void tuple_dealloc(Interpreter&, Object*);
void tuple_traverse(Object*, Visitor&);
TupleObject* tuple_allocate(Thread&, TypeObject*, size_t size);   // items UNBOUND, of a subclass too; null: MemoryError

}  // namespace krait
