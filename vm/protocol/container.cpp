// Lengths, items, membership and slices of any object.
#include <algorithm>

#include "vm/object/iterator_objects.h"
#include "vm/object/key_match.h"
#include "vm/protocol/generics.h"
#include "vm/protocol/item_search.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/thread.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ length

Fallible<int64_t> length_of(Thread& t, Value v) {
    if (v.is_object()) {
        switch (v.as_object()->kind) {
        case Kind::List:
            return int64_t{v.as<ListObject>()->size};
        case Kind::Tuple:
            return int64_t{v.as<TupleObject>()->size};
        case Kind::Dict:
            return int64_t{v.as<DictObject>()->used};
        case Kind::Str:
            return static_cast<int64_t>(v.as<StrObject>()->length);
        default:
            break;
        }
    }
    LengthFn slot = type_of(t, v)->slots.length;
    if (!slot) return raise(t, Exc::TypeError, "object of type '%.200s' has no len()", type_name_of(t, v));
    int64_t length = slot(t, v);
    if (length < 0) return Failed{};
    return length;
}

// A TypeError only means that there is no answer.
static bool forgive_type_error(Thread& t) {
    if (!pending_matches(t, Exc::TypeError)) return false;
    clear_exception(t);
    return true;
}

Fallible<int64_t> length_hint(Thread& t, Value v, int64_t fallback) {
    if (type_of(t, v)->slots.length) {
        Fallible<int64_t> length = length_of(t, v);
        if (length || !forgive_type_error(t)) return length;
    }
    Ref hint = call_special(t, v, t.interp.names.dunder_length_hint);
    if (hint.failed()) {
        if (forgive_type_error(t)) return fallback;
        return Failed{};
    }
    if (hint.get().is_unbound() || hint.get().is_not_implemented()) return fallback;
    if (!is_int_like(hint))
        return raise(t, Exc::TypeError, "__length_hint__ must be an integer, not %.100s", type_name_of(t, hint));
    int64_t n = TRY(int_to_i64(t, hint, "Python int too large to convert to C ssize_t"));
    if (n < 0) return raise(t, Exc::ValueError, "__length_hint__() should return >= 0");
    return n;
}

// ------------------------------------------------------------------------------------------------ items

// C[x] by C.__class_getitem__(x) (3.7); `type` itself has none, and an alias all the same. UNBOUND: it cannot be
// subscripted.
KRAIT_COLD static Ref class_item(Thread& t, Value cls, Value key) {
    if (cls == Value::object(t.interp.type(Kind::Type))) return generics_call(t, "GenericAlias", cls, key);
    Ref method = TRY(lookup_attribute(t, cls, t.interp.names.dunder_class_getitem));
    return method.get().is_unbound() ? Ref() : call(t, method, key);
}

Ref get_item(Thread& t, Value container, Value key) {
    if (container.is_object() && key.is_int()) {
        uint64_t i = static_cast<uint64_t>(key.as_int());
        if (container.as_object()->kind == Kind::List) {
            auto* list = container.as<ListObject>();
            if (i >= list->size) i += list->size;
            if (KRAIT_LIKELY(i < list->size)) return own(list->items[i]);
        } else if (container.as_object()->kind == Kind::Tuple) {
            auto* tuple = container.as<TupleObject>();
            if (i >= tuple->size) i += tuple->size;
            if (KRAIT_LIKELY(i < tuple->size)) return own(tuple->items[i]);
        }
    }
    if (is_kind(container, Kind::Dict)) {
        Value value = TRY(dict_get(t, container.as<DictObject>(), key));
        return value.is_unbound() ? Ref(raise_key_error(t, key)) : own(value);
    }
    BinaryFn slot = type_of(t, container)->slots.get_item;
    if (KRAIT_LIKELY(slot != nullptr)) return Ref::steal(slot(t, container, key));
    if (as_type(container) && !t.interp.lang36) {
        Ref item = TRY(class_item(t, container, key));
        if (!item.get().is_unbound()) return item;
    }
    // 3.6 has another word for what it takes for a sequence: classes made by Python and whatever has a length.
    TypeObject* type = type_of(t, container);
    bool sequence = has_flag(type, kTypeHeap) || type->slots.length || type->slots.contains;
    if (sequence && (key.is_int() || type_of(t, key)->slots.index))
        return raise(t, Exc::TypeError, "'%.200s' object does not support indexing", type_name(type));
    return raise(t, Exc::TypeError, "'%.200s' object is not subscriptable", type_name(type));
}

Status set_item(Thread& t, Value container, Value key, Value value) {
    if (is_kind(container, Kind::Dict)) return dict_set(t, container.as<DictObject>(), key, value);
    if (is_kind(container, Kind::List) && key.is_int()) {
        auto* list = container.as<ListObject>();
        uint64_t i = static_cast<uint64_t>(key.as_int());
        if (i >= list->size) i += list->size;
        if (KRAIT_LIKELY(i < list->size)) {
            incref(value);
            decref(std::exchange(list->items[i], value));
            return ok();
        }
    }
    SetItemFn slot = type_of(t, container)->slots.set_item;
    if (!slot)
        return raise(t, Exc::TypeError, "'%.200s' object does not support item assignment", type_name_of(t, container));
    if (slot(t, container, key, value) < 0) return Failed{};
    return ok();
}

Status delete_item(Thread& t, Value container, Value key) {
    SetItemFn slot = type_of(t, container)->slots.set_item;
    if (!slot) {
        const TypeObject* type = type_of(t, container);
        bool sequence = (has_flag(type, kTypeHeap) || type->slots.length) && type_of(t, key)->slots.index;
        return raise(t, Exc::TypeError, "'%.200s' object %s support item deletion", type_name(type),
                     sequence ? "doesn't" : "does not");
    }
    if (slot(t, container, key, Value::unbound()) < 0) return Failed{};
    return ok();
}

// ------------------------------------------------------------------------------------------------ membership

static Fallible<bool> sequence_holds(Thread& t, Value sequence, Value item) {
    return TRY(find_item(t, sequence, 0, SIZE_MAX, item, SearchOrder::ValueFirst)) >= 0;
}

static Fallible<bool> iterator_holds(Thread& t, Value container, Value item) {
    Ref iterator = get_iterator(t, container);
    if (iterator.failed()) {
        if (t.hard_stop) return Failed{};
        clear_exception(t);   // whatever __iter__ raised: 3.6 says it this way
        return raise(t, Exc::TypeError, "argument of type '%.200s' is not iterable", type_name_of(t, container));
    }
    for (;;) {
        Ref candidate = TRY(iterator_next(t, iterator));
        if (candidate.get().is_exhausted()) return false;
        if (TRY(equal(t, item, candidate))) return true;
    }
}

Fallible<bool> contains(Thread& t, Value container, Value item) {
    if (container.is_object()) {
        switch (container.as_object()->kind) {
        case Kind::List:
        case Kind::Tuple:
            return sequence_holds(t, container, item);
        case Kind::Dict: {
            Value value = TRY(dict_get(t, container.as<DictObject>(), item));
            return !value.is_unbound();
        }
        case Kind::Set:
        case Kind::FrozenSet:
            return set_contains(t, container.as<SetObject>(), item);
        default:
            break;
        }
    }
    ContainsFn slot = type_of(t, container)->slots.contains;
    if (!slot) return iterator_holds(t, container, item);
    int found = slot(t, container, item);
    if (found < 0) return Failed{};
    return found != 0;
}

// ------------------------------------------------------------------------------------------------ slices

static Fallible<int64_t> slice_bound(Thread& t, Value v, int64_t missing) {
    if (v.is_none()) return missing;
    if (v.is_int()) return v.as_int();
    if (!type_of(t, v)->slots.index)
        return raise(t, Exc::TypeError, "slice indices must be integers or None or have an __index__ method");
    return index_clamped(t, v);
}

static int64_t clamp_bound(int64_t i, int64_t length, int64_t lower, int64_t upper) {
    if (i < 0) i = std::max(i + length, lower);
    return std::min(i, upper);
}

static bool is_plain_bound(Value v) { return v.is_none() || v.is_int(); }

Ref slice_plain(Thread& t, Value value) {
    auto* slice = value.as<SliceObject>();
    if (is_plain_bound(slice->start) && is_plain_bound(slice->stop) && is_plain_bound(slice->step)) return own(value);
    auto convert = [&](Value v) -> Ref {
        if (is_plain_bound(v)) return own(v);
        return make_int(t, TRY(slice_bound(t, v, 0)));
    };
    Ref step = TRY(convert(slice->step));
    Ref start = TRY(convert(slice->start));
    Ref stop = TRY(convert(slice->stop));
    return slice_new(t, start, stop, step);
}

// Bounds that are small ints or missing, and no step: what nearly all slices are.
static bool adjust_plain(const SliceObject* slice, int64_t length, SliceRange* range) {
    if (!slice->step.is_none()) return false;
    auto bound = [&](Value v, int64_t missing, int64_t* out) {
        if (!v.is_int()) {
            *out = missing;
            return v.is_none();
        }
        int64_t at = v.as_int();
        if (at < 0) at = std::max<int64_t>(at + length, 0);
        *out = std::min(at, length);
        return true;
    };
    if (!bound(slice->start, 0, &range->start) || !bound(slice->stop, length, &range->stop)) return false;
    range->step = 1;
    range->count = std::max<int64_t>(range->stop - range->start, 0);
    return true;
}

Fallible<SliceRange> slice_adjust(Thread& t, Value value, int64_t length) {
    auto* slice = value.as<SliceObject>();
    if (SliceRange plain; adjust_plain(slice, length, &plain)) return plain;
    int64_t step = TRY(slice_bound(t, slice->step, 1));
    if (step == 0) return raise(t, Exc::ValueError, "slice step cannot be zero");
    step = std::max(step, -INT64_MAX);
    bool down = step < 0;
    int64_t start = TRY(slice_bound(t, slice->start, down ? INT64_MAX : 0));
    int64_t stop = TRY(slice_bound(t, slice->stop, down ? INT64_MIN : INT64_MAX));
    int64_t lower = down ? -1 : 0, upper = down ? length - 1 : length;
    SliceRange range{clamp_bound(start, length, lower, upper), clamp_bound(stop, length, lower, upper), step, 0};
    if (down && range.stop < range.start) range.count = (range.start - range.stop - 1) / -step + 1;
    if (!down && range.start < range.stop) range.count = (range.stop - range.start - 1) / step + 1;
    return range;
}

}  // namespace krait
