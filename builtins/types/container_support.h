// What the container and iterator types share: argument checks of constructors, sequence comparison and repr, slices,
// and the pieces of __reduce__.
#pragma once

#include "vm/native/method_def.h"
#include "vm/object/iterator_objects.h"
#include "vm/object/list_object.h"
#include "vm/object/owned_fields.h"
#include "vm/object/range_object.h"
#include "vm/protocol/call.h"
#include "vm/protocol/item_search.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/work.h"

namespace krait {

// --- constructors that look at their arguments themselves, in the words of 3.6
bool refuse_keywords(Thread&, const char* name, const CallArgs&);  // "name() does not take keyword arguments"
bool check_argument_count(Thread&, const char* name, const CallArgs&, size_t least,
                          size_t most);  // "name expected ..."
// The rule for keywords of extensible built-in types: subclasses may take some.
inline bool refuse_keywords_if_exact(Thread& t, const char* name, TypeObject* type, Kind kind, const CallArgs& args) {
    return type != t.interp.type(kind) || refuse_keywords(t, name, args);
}

inline Value iter_self(Thread&, Value self) { return own(self).release(); }
inline int slot_status(const Status& s) { return s ? 0 : -1; }
inline int slot_bool(Fallible<bool> b) { return b ? b.value() : -1; }

// --- sequences
// A list or tuple with the items of `v`: v itself when it is one exactly. TypeError of a non-iterable gets `message`.
Ref sequence_fast(Thread&, Value v, const char* message);
struct ItemSpan {
    const Value* items;
    size_t size;
};
inline ItemSpan items_of(Value list_or_tuple) {   // of sequence_fast()'s result
    if (layout_is(list_or_tuple, Kind::List))
        return {list_or_tuple.as<ListObject>()->items, list_or_tuple.as<ListObject>()->size};
    return {list_or_tuple.as<TupleObject>()->items, list_or_tuple.as<TupleObject>()->size};
}
// An index that is no slice: TypeError "list indices must be integers or slices, not str".
Fallible<int64_t> subscript_index(Thread&, Value key, const char* what);
// "start" and "stop" arguments of index(): converted and clamped, then negative ones from the end, not below 0.
struct SearchBound {
    int64_t value;
};
template <>
struct Argument<SearchBound> {
    static bool get(Thread&, Value, SearchBound* out, unsigned index);
};
int64_t start_of_search(Optional<SearchBound>, size_t size);
int64_t end_of_search(Optional<SearchBound>, size_t size);
// index() of a list or tuple of that size: -1 when the value is not there.
Fallible<int64_t> find_between(Thread&, Value list_or_tuple, size_t size, Optional<SearchBound> start,
                               Optional<SearchBound> stop, Value value);

template <class Sequence>
Value compare_sequences(Thread& t, Sequence* a, Sequence* b, CompareOp op) {
    if (a->size != b->size && (op == CompareOp::Eq || op == CompareOp::Ne)) return Value::boolean(op == CompareOp::Ne);
    size_t i = 0;
    for (; i < a->size && i < b->size; ++i) {
        if (a->items[i] == b->items[i]) {
            if (KRAIT_LIKELY(i % kFewItems != kFewItems - 1)) continue;
            if (charge_work(t, kFewItems / kItemsPerWork).failed()) return Value::error();
            continue;
        }
        Ref x = own(a->items[i]), y = own(b->items[i]);
        if (charge_work(t, 1).failed()) return Value::error();   // shared structure takes exponential time
        Fallible<bool> same = compare_bool(t, x, y, CompareOp::Eq);
        if (same.failed()) return Value::error();
        if (same.value()) continue;
        if (i >= a->size || i >= b->size) break;   // the comparison took items away
        if (op == CompareOp::Eq) return Value::false_value();
        if (op == CompareOp::Ne) return Value::true_value();
        return rich_compare(t, x, y, op).release();
    }
    if (i >= kItemsPerWork) note_work(t, i % kFewItems / kItemsPerWork);
    int64_t m = a->size, n = b->size;
    bool answer = op == CompareOp::Lt   ? m < n
                  : op == CompareOp::Le ? m <= n
                  : op == CompareOp::Eq ? m == n
                  : op == CompareOp::Ne ? m != n
                  : op == CompareOp::Gt ? m > n
                                        : m >= n;
    return Value::boolean(answer);
}

// --- text
Status append_repr(Thread&, StrBuilder&, Value);
// The short name in a type's repr ("deque([1])"): __name__.
Status append_type_name(Thread&, StrBuilder&, TypeObject*);

// --- pickling
Ref builtin_named(Thread&, const char* name);               // builtins.<name>
Ref reduce_iter(Thread&, Value of);                          // (iter, (of,))
Ref reduce_iter_at(Thread&, Value of, int64_t index);        // (iter, (of,), index)
Ref reduce_exhausted(Thread&, bool tuple);                   // (iter, ([],)) or (iter, ((),))
Fallible<int64_t> state_index(Thread&, Value);               // __setstate__ argument: "an integer is required"
Ref instance_dict_or_none(Thread&, Value self);              // __dict__ for the third item of __reduce__

}  // namespace krait
