// Layouts of the built-in iterators that the evaluation loop knows. Iterators drop their container when exhausted.
#pragma once

#include "vm/object/dict_object.h"

namespace krait {

struct ListIteratorObject : Object {    // list_iterator; also list_reverseiterator (index counts down, -1: done)
    ListObject* list;                   // owned; null: exhausted
    int64_t index;
};
struct TupleIteratorObject : Object {
    TupleObject* tuple;                 // owned; null: exhausted
    uint64_t index;
};
struct RangeIteratorObject : Object {   // all of start, stop, step fit int64_t
    int64_t current, step;
    uint64_t left;
    uint64_t length;                    // at creation (for __setstate__, __reduce__)
    int64_t start;
};
struct StrIteratorObject : Object {
    StrObject* str;                     // owned; null: exhausted
    uint64_t index;
};
struct DictIteratorObject : Object {    // dict_keyiterator, dict_valueiterator, dict_itemiterator by kind
    DictObject* dict;                   // owned; null: exhausted
    uint32_t used;                      // dict->used at creation: "dictionary changed size during iteration"
    uint32_t left;
    uint64_t position;                  // for dict_next_nocall
    TupleObject* result;                // item iterator: pair reused while nobody else holds it; may be null
};

struct SetIteratorObject : Object {
    SetObject* set;                     // owned; null: exhausted
    uint32_t used;                      // set->used at creation: "Set changed size during iteration"
    uint32_t left;
    uint64_t position;
};
struct LongRangeIteratorObject : Object {   // ints of any size
    Value index, start, step, length;
};
struct SequenceIteratorObject : Object {    // `iterator`: __getitem__ with 0, 1, 2 ... until IndexError
    Value sequence;                     // UNBOUND: exhausted
    int64_t index;
};
struct CallableIteratorObject : Object {    // iter(callable, sentinel)
    Value callable, sentinel;           // UNBOUND: exhausted
};
struct EnumerateObject : Object {
    Value iterator;
    Value count;                        // int of any size: number of the next item
    TupleObject* result;                // pair reused while nobody else holds it; may be null
};
struct ReversedObject : Object {
    Value sequence;                     // UNBOUND: exhausted
    int64_t index;
};
struct ZipObject : Object {             // also map (function set)
    Value function;
    Value iterators;                    // tuple
    TupleObject* result;
};
struct FilterObject : Object {
    Value function, iterator;
};

// --- creation (vm/object/iterator_objects.cpp)
Ref list_iterator_new(Thread&, ListObject*);
Ref tuple_iterator_new(Thread&, TupleObject*);
Ref range_iterator_new(Thread&, RangeObject*);            // longrange_iterator when need be
Ref dict_iterator_new(Thread&, DictObject*, Kind kind);   // DictKeyIterator, DictValueIterator, DictItemIterator
Ref set_iterator_new(Thread&, SetObject*);
Ref sequence_iterator_new(Thread&, Value sequence);
Ref callable_iterator_new(Thread&, Value callable, Value sentinel);
// Pair for an item iterator: `cached` again when nobody else holds it. Owned, or ERROR. Takes first and second over.
Value reuse_pair(Thread&, TupleObject** cached, Value first, Value second);

// Next item of a list/tuple/range/str/dict iterator whose kind was tested; owned, EXHAUSTED or ERROR.
Value dict_iterator_next(Thread&, DictIteratorObject*);
Value set_iterator_next(Thread&, SetIteratorObject*);
Value range_iterator_next(Thread&, RangeIteratorObject*);
Value long_range_iterator_next(Thread&, LongRangeIteratorObject*);
inline Value list_iterator_next(ListIteratorObject* it) {
    ListObject* list = it->list;
    if (KRAIT_UNLIKELY(!list)) return Value::exhausted();
    if (KRAIT_LIKELY(static_cast<uint64_t>(it->index) < list->size)) {
        Value v = list->items[it->index++];
        incref(v);
        return v;
    }
    it->list = nullptr;
    decref(static_cast<Object*>(list));
    return Value::exhausted();
}
inline Value tuple_iterator_next(TupleIteratorObject* it) {
    TupleObject* tuple = it->tuple;
    if (KRAIT_UNLIKELY(!tuple)) return Value::exhausted();
    if (KRAIT_LIKELY(it->index < tuple->size)) {
        Value v = tuple->items[it->index++];
        incref(v);
        return v;
    }
    it->tuple = nullptr;
    decref(static_cast<Object*>(tuple));
    return Value::exhausted();
}

}  // namespace krait
