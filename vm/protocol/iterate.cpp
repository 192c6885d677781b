// Iteration: getting iterators, stepping them, and making lists and tuples of what they give.
#include "vm/interp/frame.h"
#include "vm/object/iterator_objects.h"
#include "vm/object/list_object.h"
#include "vm/protocol/iterate.h"
#include "vm/runtime/interpreter.h"

namespace krait {

Ref get_iterator(Thread& t, Value v) {
    if (v.is_object()) {
        switch (v.as_object()->kind) {
        case Kind::List:
            return list_iterator_new(t, v.as<ListObject>());
        case Kind::Tuple:
            return tuple_iterator_new(t, v.as<TupleObject>());
        case Kind::Dict:
            return dict_iterator_new(t, v.as<DictObject>(), Kind::DictKeyIterator);
        case Kind::Range:
            return range_iterator_new(t, v.as<RangeObject>());
        case Kind::Set:
        case Kind::FrozenSet:
            return set_iterator_new(t, v.as<SetObject>());
        case Kind::Generator:
        case Kind::ListIterator:
        case Kind::TupleIterator:
        case Kind::RangeIterator:
            return own(v);
        default:
            break;
        }
    }
    TypeObject* type = type_of(t, v);
    if (type->slots.iter) {
        Ref iterator = Ref::steal(type->slots.iter(t, v));
        if (iterator.failed() || type_of(t, iterator)->slots.next) return iterator;
        return raise(t, Exc::TypeError, "iter() returned non-iterator of type '%.100s'", type_name_of(t, iterator));
    }
    bool native_mapping =
        type->layout == Kind::Dict || type->layout == Kind::MappingProxy ||
        (type->spec && !type->slots.length);  // items, but neither a length nor an order: match objects
    if (type->slots.get_item && !native_mapping) return sequence_iterator_new(t, v);
    return raise_not_iterable(t, v);
}

// A StopIteration that a step left pending is the end.
static KRAIT_NOINLINE Value step_failed(Thread& t) {
    if (!pending_matches(t, Exc::StopIteration)) return Value::error();
    clear_exception(t);
    return Value::exhausted();
}

// Iterators over iterators over iterators ... nest on the C stack.
static bool native_stack_low(const Thread& t) {
    char here;
    return &here < t.native_limit;
}

static KRAIT_COLD Value cannot_step(Thread& t, Value iterator) {
    if (!type_of(t, iterator)->slots.next)
        return raise(t, Exc::TypeError, "'%.200s' object is not an iterator", type_name_of(t, iterator));
    return raise(t, Exc::RecursionError, "maximum recursion depth exceeded");
}

KRAIT_INLINE static Value step_by_slot(Thread& t, Value iterator) {
    NextFn next = type_of(t, iterator)->slots.next;
    if (KRAIT_UNLIKELY(!next || native_stack_low(t))) return cannot_step(t, iterator);
    Value v = next(t, iterator);
    return KRAIT_UNLIKELY(v.is_error()) ? step_failed(t) : v;
}

Value iterator_step(Thread& t, Value iterator) {
    // Nothing that is iterated outlives the limits, whatever native it feeds.
    if (KRAIT_UNLIKELY(!charge_work(t, 1))) return Value::error();
    switch (iterator.is_object() ? iterator.as_object()->kind : Kind::Other) {
    case Kind::ListIterator:
        return list_iterator_next(iterator.as<ListIteratorObject>());
    case Kind::TupleIterator:
        return tuple_iterator_next(iterator.as<TupleIteratorObject>());
    case Kind::RangeIterator:
        return range_iterator_next(t, iterator.as<RangeIteratorObject>());
    case Kind::DictKeyIterator:
    case Kind::DictValueIterator:
    case Kind::DictItemIterator:
        return dict_iterator_next(t, iterator.as<DictIteratorObject>());
    case Kind::SetIterator:
        return set_iterator_next(t, iterator.as<SetIteratorObject>());
    case Kind::Generator: {
        Ref returned;
        Value v = generator_resume(t, iterator.as<GeneratorObject>(), Value::unbound(), &returned);
        return KRAIT_UNLIKELY(v.is_error()) ? step_failed(t) : v;
    }
    default:
        return step_by_slot(t, iterator);
    }
}

Ref iterator_next(Thread& t, Value iterator) { return Ref::steal(iterator_step(t, iterator)); }

// ------------------------------------------------------------------------------------------------ collecting

static RefTo<ListObject> list_of_range(Thread& t, RangeObject* range) {
    int64_t n = range->length.as_int(), value = range->start.as_int(), step = range->step.as_int();
    RefTo<ListObject> list = TRY(list_new(t, static_cast<size_t>(n)));
    for (int64_t i = 0; i < n; ++i, value += step) list->items[i] = Value::from_int_unchecked(value);
    list->size = static_cast<uint32_t>(n);
    TRY(charge_work(t, static_cast<size_t>(n) / 16));
    return list;
}

static RefTo<ListObject> list_of_dict(Thread& t, DictObject* dict) {
    RefTo<ListObject> list = TRY(list_new(t, dict->used));
    size_t position = 0;
    Value key;
    while (dict_next_nocall(dict, &position, &key, nullptr)) TRY(list_append(t, list.get(), key));
    return list;
}

static RefTo<ListObject> list_of_set(Thread& t, SetObject* set) {
    RefTo<ListObject> list = TRY(list_new(t, set->used));
    size_t position = 0;
    Value key;
    while (set_next_nocall(set, &position, &key)) TRY(list_append(t, list.get(), key));
    return list;
}

static bool small_range(Value v) {
    if (!is_kind(v, Kind::Range)) return false;
    auto* range = v.as<RangeObject>();
    return range->start.is_int() && range->stop.is_int() && range->step.is_int() && range->length.is_int() &&
           range->length.as_int() < (int64_t{1} << 31);
}

RefTo<ListObject> to_list(Thread& t, Value iterable) {
    if (is_kind(iterable, Kind::List))
        return list_from(t, iterable.as<ListObject>()->items, iterable.as<ListObject>()->size);
    if (is_kind(iterable, Kind::Tuple))
        return list_from(t, iterable.as<TupleObject>()->items, iterable.as<TupleObject>()->size);
    if (is_kind(iterable, Kind::Dict)) return list_of_dict(t, iterable.as<DictObject>());
    if (is_kind(iterable, Kind::Set) || is_kind(iterable, Kind::FrozenSet))
        return list_of_set(t, iterable.as<SetObject>());
    if (small_range(iterable)) return list_of_range(t, iterable.as<RangeObject>());
    Ref iterator = TRY(get_iterator(t, iterable));
    int64_t hint = TRY(length_hint(t, iterable, 8));
    // A hint is not a promise: large ones are not believed beforehand.
    constexpr int64_t kBelieved = 1 << 16;
    RefTo<ListObject> list = TRY(list_new(t, static_cast<size_t>(hint < kBelieved ? hint : kBelieved)));
    for (;;) {
        Ref item = TRY(Ref::steal(iterator_step(t, iterator)));
        if (item.get().is_exhausted()) break;
        if (KRAIT_UNLIKELY(list->size == list->capacity)) TRY(list_append(t, list.get(), item));
        else list->items[list->size++] = item.release();
    }
    list_shrink(t, list.get());
    return list;
}

RefTo<TupleObject> list_to_tuple(Thread& t, ListObject* list) { return tuple_from(t, list->items, list->size); }

RefTo<TupleObject> to_tuple(Thread& t, Value iterable) {
    if (is_kind(iterable, Kind::Tuple)) return RefTo<TupleObject>::own(iterable.as<TupleObject>());
    if (is_kind(iterable, Kind::List)) return list_to_tuple(t, iterable.as<ListObject>());
    RefTo<ListObject> list = TRY(to_list(t, iterable));
    RefTo<TupleObject> tuple = TRY(tuple_new(t, list->size));
    // The list is nobody else's: its items move.
    for (uint32_t i = 0; i < list->size; ++i) tuple->items[i] = list->items[i];
    list->size = 0;
    return tuple;
}

}  // namespace krait
