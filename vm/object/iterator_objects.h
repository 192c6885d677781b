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

// Next item of a list/tuple/range/str/dict iterator whose kind was tested; owned, EXHAUSTED or ERROR.
Value dict_iterator_next(Thread&, DictIteratorObject*);

}  // namespace krait
