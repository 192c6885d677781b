// The built-in iterators: creation and steps.
#include "vm/object/iterator_objects.h"

#include <utility>

#include "vm/error/raise.h"
#include "vm/object/range_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/thread.h"

namespace krait {

template <class T>
static T* allocate_iterator(Thread& t, Kind kind) {
    return allocate<T>(t, t.interp.type(kind));
}

template <class T>
static T* share(T* o) {
    incref(static_cast<Object*>(o));
    return o;
}

Ref list_iterator_new(Thread& t, ListObject* list) {
    auto* it = allocate_iterator<ListIteratorObject>(t, Kind::ListIterator);
    if (!it) return Failed{};
    it->list = share(list);
    it->index = 0;
    gc_track(it);
    return Ref::steal(it);
}

Ref tuple_iterator_new(Thread& t, TupleObject* tuple) {
    auto* it = allocate_iterator<TupleIteratorObject>(t, Kind::TupleIterator);
    if (!it) return Failed{};
    it->tuple = share(tuple);
    it->index = 0;
    gc_track(it);
    return Ref::steal(it);
}

Ref set_iterator_new(Thread& t, SetObject* set) {
    auto* it = allocate_iterator<SetIteratorObject>(t, Kind::SetIterator);
    if (!it) return Failed{};
    it->set = share(set);
    it->used = it->left = set->used;
    it->position = 0;
    gc_track(it);
    return Ref::steal(it);
}

Ref dict_iterator_new(Thread& t, DictObject* dict, Kind kind) {
    auto* it = allocate_iterator<DictIteratorObject>(t, kind);
    if (!it) return Failed{};
    it->dict = share(dict);
    it->used = it->left = dict->used;
    it->position = 0;
    it->result = nullptr;
    gc_track(it);
    return Ref::steal(it);
}

Ref sequence_iterator_new(Thread& t, Value sequence) {
    auto* it = allocate_iterator<SequenceIteratorObject>(t, Kind::SequenceIterator);
    if (!it) return Failed{};
    it->sequence = own(sequence).release();
    it->index = 0;
    gc_track(it);
    return Ref::steal(it);
}

Ref callable_iterator_new(Thread& t, Value callable, Value sentinel) {
    auto* it = allocate_iterator<CallableIteratorObject>(t, Kind::CallableIterator);
    if (!it) return Failed{};
    it->callable = own(callable).release();
    it->sentinel = own(sentinel).release();
    gc_track(it);
    return Ref::steal(it);
}

static Ref long_range_iterator_new(Thread& t, RangeObject* range) {
    auto* it = allocate_iterator<LongRangeIteratorObject>(t, Kind::LongRangeIterator);
    if (!it) return Failed{};
    it->index = Value::small_int(0);
    it->start = own(range->start).release();
    it->step = own(range->step).release();
    it->length = own(range->length).release();
    gc_track(it);
    return Ref::steal(it);
}

Ref range_iterator_new(Thread& t, RangeObject* range) {
    bool small = range->start.is_int() && range->step.is_int() && range->stop.is_int() && range->length.is_int();
    if (!small) {
        if (is_exact_int(range->start) && is_exact_int(range->stop) && is_exact_int(range->step))
            return long_range_iterator_new(t, range);
        Ref start = TRY(exact_index(t, range->start)), stop = TRY(exact_index(t, range->stop));
        Ref step = TRY(exact_index(t, range->step)), plain = TRY(range_make(t, start, stop, step));
        return range_iterator_new(t, plain.as<RangeObject>());
    }
    auto* it = allocate_iterator<RangeIteratorObject>(t, Kind::RangeIterator);
    if (!it) return Failed{};
    it->start = it->current = range->start.as_int();
    it->step = range->step.as_int();
    it->left = it->length = static_cast<uint64_t>(range->length.as_int());
    return Ref::steal(it);
}

// ------------------------------------------------------------------------------------------------ steps

Value reuse_pair(Thread& t, TupleObject** cached, Value first, Value second) {
    TupleObject* pair = *cached;
    if (pair && pair->refcount == 1) {
        incref(static_cast<Object*>(pair));
        Value old_first = std::exchange(pair->items[0], first), old_second = std::exchange(pair->items[1], second);
        gc_track(pair);
        decref(old_first);
        decref(old_second);
        return Value::object(pair);
    }
    RefTo<TupleObject> fresh = tuple_new(t, 2);
    if (fresh.failed()) {
        decref(first);
        decref(second);
        return Value::error();
    }
    fresh->items[0] = first;
    fresh->items[1] = second;
    if (!pair) *cached = RefTo<TupleObject>::own(fresh.get()).release();
    return Value::object(fresh.release());
}

template <class T>
static Value finish(T** container) {
    if (T* old = std::exchange(*container, nullptr)) decref(static_cast<Object*>(old));
    return Value::exhausted();
}

Value dict_iterator_next(Thread& t, DictIteratorObject* it) {
    DictObject* dict = it->dict;
    if (!dict) return Value::exhausted();
    if (KRAIT_UNLIKELY(dict->used != it->used)) {
        it->used = UINT32_MAX;   // stays an error from now on
        return raise(t, Exc::RuntimeError, "dictionary changed size during iteration");
    }
    Value key, value;
    size_t position = it->position;
    if (!dict_next_nocall(dict, &position, &key, &value)) return finish(&it->dict);
    it->position = position;
    if (it->left) --it->left;
    switch (it->kind) {
    case Kind::DictKeyIterator:
        incref(key);
        return key;
    case Kind::DictValueIterator:
        incref(value);
        return value;
    default:
        incref(key);
        incref(value);
        return reuse_pair(t, &it->result, key, value);
    }
}

Value set_iterator_next(Thread& t, SetIteratorObject* it) {
    SetObject* set = it->set;
    if (!set) return Value::exhausted();
    if (KRAIT_UNLIKELY(set->used != it->used)) {
        it->used = UINT32_MAX;
        return raise(t, Exc::RuntimeError, "Set changed size during iteration");
    }
    Value key;
    size_t position = it->position;
    if (!set_next_nocall(set, &position, &key)) return finish(&it->set);
    it->position = position;
    if (it->left) --it->left;
    incref(key);
    return key;
}

Value range_iterator_next(Thread& t, RangeIteratorObject* it) {
    if (it->left == 0) return Value::exhausted();
    int64_t n = it->current;
    --it->left;
    it->current = static_cast<int64_t>(static_cast<uint64_t>(n) + static_cast<uint64_t>(it->step));
    if (KRAIT_LIKELY(Value::fits_int(n))) return Value::from_int_unchecked(n);
    return make_int(t, n).release();
}

Value long_range_iterator_next(Thread& t, LongRangeIteratorObject* it) {
    Fallible<bool> more = compare_bool(t, it->index, it->length, CompareOp::Lt);
    if (more.failed()) return Value::error();
    if (!more.value()) return Value::exhausted();
    Ref index = own(it->index);
    Ref next = binary_operation(t, BinaryOp::Add, index, Value::small_int(1));
    if (next.failed()) return Value::error();
    Ref item = range_value_at(t, it->start, it->step, index);
    if (item.failed()) return Value::error();
    decref(std::exchange(it->index, next.release()));
    return item.release();
}

}  // namespace krait
