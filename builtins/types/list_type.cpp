// list: methods, slots, and its two iterators.
#include <algorithm>
#include <cstring>

#include "builtins/types/class_alias.h"
#include "builtins/types/container_support.h"
#include "builtins/types/list_sort.h"
#include "vm/object/item_runs.h"
#include "vm/object/pattern_flags.h"
#include "vm/runtime/work.h"

namespace krait {
namespace {

ListObject* list_of(Value v) { return v.as<ListObject>(); }

// ------------------------------------------------------------------------------------------------ creation, text

Value list_new_slot(Thread& t, TypeObject* type, const CallArgs&) {
    ListObject* list = list_allocate(t, type);
    return list ? Value::object(list) : Value::error();
}

Status extend(Thread& t, ListObject* self, Value iterable) {
    if (is_kind(iterable, Kind::List) || is_kind(iterable, Kind::Tuple)) {
        size_t n = items_of(iterable).size;
        TRY(list_reserve(t, self, size_t{self->size} + n));
        const Value* items = items_of(iterable).items;   // after growing: the list may be extended by itself
        TRY(copy_items(t, self->items + self->size, items, n));
        self->size += static_cast<uint32_t>(n);
        return ok();
    }
    if (is_kind(iterable, Kind::Range) || is_kind(iterable, Kind::Dict) || is_kind(iterable, Kind::Set)) {
        RefTo<ListObject> items = TRY(to_list(t, iterable));
        return extend(t, self, items.value());
    }
    Ref iterator = TRY(get_iterator(t, iterable));
    int64_t hint = TRY(length_hint(t, iterable, 8));
    TRY(list_reserve(t, self, size_t{self->size} + static_cast<size_t>(std::min<int64_t>(hint, 1 << 16))));
    for (;;) {
        Ref item = TRY(iterator_next(t, iterator));
        if (item.get().is_exhausted()) break;
        TRY(list_append(t, self, item));
    }
    list_shrink(t, self);
    return ok();
}

constexpr const char* kInitSignature = "(sequence=())";
constexpr SignatureInfo kInitInfo = parse_signature("(sequence=())");

int list_init(Thread& t, Value self, const CallArgs& args) {
    Value source = Value::unbound();
    if (args.nargs == 1 && !has_keywords(args)) {
        source = args.args[0];
    } else {
        BoundArgs bound = bind_arguments(t, "list", kInitInfo, kInitSignature, args);
        if (bound.failed()) return -1;
        source = bound.slots[0];
    }
    list_clear(t.interp, list_of(self));
    return source.is_unbound() ? 0 : slot_status(extend(t, list_of(self), source));
}

Ref list_text(Thread& t, Value self) {
    ListObject* list = list_of(self);
    if (list->size == 0) return str_from_ascii(t, "[]");
    ReprGuard guard(t, self);
    if (guard.active_before()) return str_from_ascii(t, "[...]");
    StrBuilder text(t);
    TRY(text.append_char('['));
    for (size_t i = 0; i < list->size; ++i) {
        if (i) TRY(text.append_ascii(", "));
        TRY(append_repr(t, text, list->items[i]));
    }
    TRY(text.append_char(']'));
    return text.finish();
}
Value list_repr(Thread& t, Value self) { return list_text(t, self).release(); }

Value list_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!as_list(a) || !as_list(b)) return Value::not_implemented();
    return compare_sequences(t, list_of(a), list_of(b), op);
}

Value list_iter(Thread& t, Value self) { return list_iterator_new(t, list_of(self)).release(); }
int64_t list_length(Thread&, Value self) { return list_of(self)->size; }

// ------------------------------------------------------------------------------------------------ items and slices

Ref list_slice(Thread& t, ListObject* list, Value key) {
    Ref slice = TRY(slice_plain(t, key));
    SliceRange range = TRY(slice_adjust(t, slice, list->size));
    if (range.step == 1) return list_from(t, list->items + range.start, static_cast<size_t>(range.count));
    RefTo<ListObject> result = TRY(list_new(t, static_cast<size_t>(range.count)));
    for (int64_t i = 0; i < range.count; ++i) {
        int64_t at = range.start + i * range.step;   // no further than the last one
        incref(list->items[at]);
        result->items[i] = list->items[at];
    }
    result->size = static_cast<uint32_t>(range.count);
    return result;
}

Ref list_subscript(Thread& t, ListObject* list, Value key) {
    if (is_kind(key, Kind::Slice)) return list_slice(t, list, key);
    int64_t i = TRY(subscript_index(t, key, "list"));
    if (i < 0) i += list->size;
    if (i < 0 || i >= list->size) return raise(t, Exc::IndexError, "list index out of range");
    return own(list->items[i]);
}
Value list_get_item(Thread& t, Value self, Value key) { return list_subscript(t, list_of(self), key).release(); }

Status set_extended_slice(Thread& t, ListObject* list, Value slice, Value source) {
    Ref values = TRY(sequence_fast(t, source, "must assign iterable to extended slice"));
    if (values.get() == Value::object(list)) values = TRY(list_from(t, list->items, list->size));
    SliceRange range = TRY(slice_adjust(t, slice, list->size));
    ItemSpan span = items_of(values);
    if (span.size != static_cast<size_t>(range.count))
        return raise(t, Exc::ValueError, "attempt to assign sequence of size %zu to extended slice of size %lld",
                     span.size, static_cast<long long>(range.count));
    RefTo<ListObject> old = TRY(list_new(t, span.size));   // dropped when everything is in place
    for (int64_t i = 0; i < range.count; ++i) {
        int64_t at = range.start + i * range.step;   // no further than the last one
        old->items[i] = list->items[at];
        incref(span.items[i]);
        list->items[at] = span.items[i];
        old->size = static_cast<uint32_t>(i + 1);
    }
    return ok();
}

Status set_slice(Thread& t, ListObject* list, Value key, Value source) {
    Ref slice = TRY(slice_plain(t, key));
    Value step = slice.as<SliceObject>()->step;
    if (!step.is_none() && step != Value::small_int(1)) return set_extended_slice(t, list, slice, source);
    Ref values = TRY(sequence_fast(t, source, "can only assign an iterable"));
    if (values.get() == Value::object(list)) values = TRY(list_from(t, list->items, list->size));
    SliceRange range = TRY(slice_adjust(t, slice, list->size));
    ItemSpan span = items_of(values);
    return list_replace(t, list, static_cast<size_t>(range.start),
                        static_cast<size_t>(std::max(range.start, range.stop)), span.items, span.size);
}

Status delete_slice(Thread& t, ListObject* list, Value key) {
    Ref slice = TRY(slice_plain(t, key));
    SliceRange range = TRY(slice_adjust(t, slice, list->size));
    if (range.count == 0) return ok();
    if (range.step < 0) {   // the same places, upwards
        range.start += (range.count - 1) * range.step;
        range.step = -range.step;
    }
    size_t start = static_cast<size_t>(range.start), step = static_cast<size_t>(range.step),
           count = static_cast<size_t>(range.count);
    if (step == 1) return list_replace(t, list, start, start + count, nullptr, 0);
    RefTo<ListObject> removed = TRY(list_new(t, count));
    size_t to = start, next = start;
    for (size_t from = start; from < list->size; ++from) {
        if (removed->size < count && from == next) {
            removed->items[removed->size++] = list->items[from];
            next += step;
        } else {
            list->items[to++] = list->items[from];
        }
    }
    list->size = static_cast<uint32_t>(to);
    list_shrink(t, list);
    return ok();
}

Status assign(Thread& t, ListObject* list, Value key, Value value) {
    bool deleting = value.is_unbound();
    if (is_kind(key, Kind::Slice)) return deleting ? delete_slice(t, list, key) : set_slice(t, list, key, value);
    int64_t i = TRY(subscript_index(t, key, "list"));
    if (i < 0) i += list->size;
    if (i < 0 || i >= list->size) return raise(t, Exc::IndexError, "list assignment index out of range");
    if (deleting) {
        note_items(t, list->size - static_cast<size_t>(i));
        Ref removed = list_take_at(list, static_cast<size_t>(i));
        list_shrink(t, list);
        return ok();
    }
    incref(value);
    decref(std::exchange(list->items[i], value));
    return ok();
}
int list_set_item(Thread& t, Value self, Value key, Value value) {
    return slot_status(assign(t, list_of(self), key, value));
}

Fallible<bool> holds(Thread& t, Value list, Value item) {
    return TRY(find_item(t, list, 0, SIZE_MAX, item, SearchOrder::ValueFirst)) >= 0;
}
int list_contains(Thread& t, Value self, Value item) { return slot_bool(holds(t, self, item)); }

// ------------------------------------------------------------------------------------------------ + and *

Value list_concat(Thread& t, Value a, Value b) {
    if (!as_list(b))
        return raise(t, Exc::TypeError, "can only concatenate list (not \"%.200s\") to list", type_name_of(t, b));
    ListObject *x = list_of(a), *y = list_of(b);
    RefTo<ListObject> result = list_new(t, size_t{x->size} + y->size);
    if (result.failed()) return Value::error();
    for (ListObject* part : {x, y}) {
        if (!copy_items(t, result->items + result->size, part->items, part->size)) return Value::error();
        result->size += part->size;
    }
    return Value::object(result.release());
}

Ref repeated(Thread& t, ListObject* list, int64_t count) {
    if (count <= 0 || list->size == 0) return list_new(t);
    size_t n = list->size;
    if (static_cast<uint64_t>(count) > UINT32_MAX / n) return raise_memory_error(t);
    TRY(charge_work(t, n * static_cast<size_t>(count) / 64));
    RefTo<ListObject> result = TRY(list_new(t, n * static_cast<size_t>(count)));
    TRY(copy_items(t, result->items, list->items, n));
    result->size = static_cast<uint32_t>(n);
    TRY(repeat_items(t, result->items, n, static_cast<size_t>(count)));
    result->size = static_cast<uint32_t>(n * static_cast<size_t>(count));
    return result;
}
Value list_repeat(Thread& t, Value self, int64_t count) { return repeated(t, list_of(self), count).release(); }

Status repeat_in_place(Thread& t, ListObject* list, int64_t count) {
    size_t n = list->size;
    if (n == 0 || count == 1) return ok();
    if (count <= 0) {
        list_clear(t.interp, list);
        return ok();
    }
    if (static_cast<uint64_t>(count) > UINT32_MAX / n) return raise_memory_error(t);
    TRY(charge_work(t, n * static_cast<size_t>(count) / 64));
    TRY(list_reserve(t, list, n * static_cast<size_t>(count)));
    TRY(repeat_items(t, list->items, n, static_cast<size_t>(count)));
    list->size = static_cast<uint32_t>(n * static_cast<size_t>(count));
    return ok();
}

Value list_inplace_multiply(Thread& t, Value self, Value count) {
    if (!count.is_int() && !type_of(t, count)->slots.index)
        return raise(t, Exc::TypeError, "can't multiply sequence by non-int of type '%.200s'", type_name_of(t, count));
    Fallible<int64_t> n = index_to_i64(t, count, Exc::OverflowError);
    if (n.failed() || repeat_in_place(t, list_of(self), n.value()).failed()) return Value::error();
    return own(self).release();
}

Value list_inplace_concat(Thread& t, Value self, Value other) {
    if (extend(t, list_of(self), other).failed()) return Value::error();
    return own(self).release();
}

// ------------------------------------------------------------------------------------------------ methods

Status list_append_method(Thread& t, ListObject* self, Value object) { return list_append(t, self, object); }
Status list_clear_method(Thread& t, ListObject* self) {
    list_clear(t.interp, self);
    return ok();
}
Ref list_copy(Thread& t, ListObject* self) { return list_from(t, self->items, self->size); }

Fallible<int64_t> list_count(Thread& t, ListObject* self, Value value) {
    return count_item(t, Value::object(self), value);
}

Status list_extend(Thread& t, ListObject* self, Value iterable) { return extend(t, self, iterable); }

Fallible<int64_t> list_index(Thread& t, ListObject* self, Value value, Optional<SearchBound> start,
                             Optional<SearchBound> stop) {
    int64_t found = TRY(find_between(t, Value::object(self), self->size, start, stop, value));
    if (found >= 0) return found;
    return raise(t, Exc::ValueError, "%s is not in list", repr_utf8(t, value).c_str());
}

Status list_insert(Thread& t, ListObject* self, int64_t index, Value object) {
    int64_t size = self->size;
    if (index < 0) index = std::max<int64_t>(index + size, 0);
    return list_insert_at(t, self, static_cast<size_t>(std::min(index, size)), object);
}

Ref list_pop(Thread& t, ListObject* self, Optional<int64_t> index) {
    if (self->size == 0) return raise(t, Exc::IndexError, "pop from empty list");
    if (KRAIT_LIKELY(!index.has_value)) {
        Ref item = Ref::steal(self->items[--self->size]);
        if (KRAIT_UNLIKELY(self->size < self->capacity / 4)) list_shrink(t, self);
        return item;
    }
    int64_t i = index.value < 0 ? index.value + self->size : index.value;
    if (i < 0 || i >= self->size) return raise(t, Exc::IndexError, "pop index out of range");
    note_items(t, self->size - static_cast<size_t>(i));
    Ref item = list_take_at(self, static_cast<size_t>(i));
    list_shrink(t, self);
    return item;
}

Status list_remove(Thread& t, ListObject* self, Value value) {
    int64_t found = TRY(find_item(t, Value::object(self), 0, SIZE_MAX, value, SearchOrder::ItemFirst));
    if (found < 0) return raise(t, Exc::ValueError, "list.remove(x): x not in list");
    note_items(t, self->size);
    auto i = static_cast<size_t>(found);
    if (i < self->size) Ref removed = list_take_at(self, i);   // the comparison may have changed the list
    return ok();
}

Status list_reverse(Thread& t, ListObject* self) {
    note_items(t, self->size);
    if (self->size) std::reverse(self->items, self->items + self->size);
    return ok();
}

Fallible<bool> reverse_flag(Thread& t, Value reverse) {
    if (reverse.is_unbound()) return false;
    if (reverse.is_bool()) return reverse.is_true();
    if (reverse.is_float() || !type_of(t, reverse)->slots.as_int)
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, reverse));
    if (!is_int_like(reverse))
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, reverse));
    return TRY(int_to_i64(t, reverse, "Python int too large to convert to C long")) != 0;
}

Status list_sort_method(Thread& t, ListObject* self, Value key, Value reverse, Args args) {
    if (args.count) return raise(t, Exc::TypeError, "must use keyword argument for key function");
    bool backwards = TRY(reverse_flag(t, reverse));
    return list_sort(t, self, key, backwards);
}

Ref list_reversed(Thread& t, ListObject* self) {
    auto* it = allocate<ListIteratorObject>(t, t.interp.type(Kind::ListReverseIterator));
    if (!it) return Failed{};
    it->list = RefTo<ListObject>::own(self).release();
    it->index = int64_t{self->size} - 1;
    gc_track(it);
    return Ref::steal(it);
}

Fallible<int64_t> list_sizeof(Thread&, ListObject* self) {
    return static_cast<int64_t>(sizeof(ListObject) + self->capacity * sizeof(Value));
}

constexpr MethodDef METHODS[] = {
    KRAIT_CLASS_GETITEM,
    method<list_reversed>("__reversed__", "(self, /)", "L.__reversed__() -- return a reverse iterator over the list"),
    method<list_sizeof>("__sizeof__", "(self, /)", "L.__sizeof__() -- size of L in memory, in bytes"),
    method<list_append_method>("append", "(self, object, /)", "L.append(object) -> None -- append object to end"),
    method<list_clear_method>("clear", "(self, /)", "L.clear() -> None -- remove all items from L"),
    method<list_copy>("copy", "(self, /)", "L.copy() -> list -- a shallow copy of L"),
    method<list_count>("count", "(self, value, /)",
                       "L.count(value) -> integer -- return number of occurrences of value"),
    method<list_extend>("extend", "(self, iterable, /)",
                        "L.extend(iterable) -> None -- extend list by appending elements from the iterable"),
    method<list_index>("index", "(self, value, start=0, stop=9223372036854775807, /)",
                       "L.index(value, [start, [stop]]) -> integer -- return first index of value.\n"
                       "Raises ValueError if the value is not present."),
    method<list_insert>("insert", "(self, index, object, /)", "L.insert(index, object) -- insert object before index"),
    method<list_pop>("pop", "(self, index=-1, /)",
                     "L.pop([index]) -> item -- remove and return item at index (default last).\n"
                     "Raises IndexError if list is empty or index is out of range."),
    method<list_remove>(
        "remove", "(self, value, /)",
        "L.remove(value) -> None -- remove first occurrence of value.\nRaises ValueError if the value is not present."),
    method<list_reverse>("reverse", "(self, /)", "L.reverse() -- reverse *IN PLACE*"),
    method<list_sort_method>("sort", "(self, *args, key=None, reverse=False)",
                             "L.sort(key=None, reverse=False) -> None -- stable sort *IN PLACE*"),
};

constexpr Slots list_slots() {
    Slots s;
    s.dealloc = list_dealloc;
    s.traverse = list_traverse;
    s.clear = list_clear_slot;
    s.repr = list_repr;
    s.hash = hash_not_implemented;
    s.compare = list_compare;
    s.iter = list_iter;
    s.new_ = list_new_slot;
    s.init = list_init;
    s.length = list_length;
    s.get_item = list_get_item;
    s.set_item = list_set_item;
    s.contains = list_contains;
    s.concat = list_concat;
    s.repeat = list_repeat;
    s.inplace_concat = list_inplace_concat;
    s.inplace[static_cast<size_t>(BinaryOp::Multiply)] = list_inplace_multiply;
    return s;
}

// ------------------------------------------------------------------------------------------------ iterators

using IteratorFields = OwnedFields<ListIteratorObject, &ListIteratorObject::list>;
ListIteratorObject* iterator_of(Value v) { return v.as<ListIteratorObject>(); }

Value list_iterator_next_slot(Thread&, Value self) { return list_iterator_next(iterator_of(self)); }

Fallible<int64_t> list_iterator_hint(Thread&, ListIteratorObject* self) {
    if (!self->list) return int64_t{0};
    return std::max<int64_t>(int64_t{self->list->size} - self->index, 0);
}
Ref list_iterator_reduce(Thread& t, ListIteratorObject* self) {
    if (!self->list) return reduce_exhausted(t, false);
    return reduce_iter_at(t, Value::object(self->list), self->index);
}
Status list_iterator_setstate(Thread& t, ListIteratorObject* self, Value state) {
    int64_t index = TRY(state_index(t, state));
    if (self->list) self->index = std::clamp<int64_t>(index, 0, self->list->size);
    return ok();
}

Value list_reverse_next(Thread&, Value self) {
    ListIteratorObject* it = iterator_of(self);
    if (!it->list) return Value::exhausted();
    if (it->index >= 0 && it->index < it->list->size) return own(it->list->items[it->index--]).release();
    it->index = -1;
    drop_field(&it->list);
    return Value::exhausted();
}
Fallible<int64_t> list_reverse_hint(Thread&, ListIteratorObject* self) {
    int64_t left = self->index + 1;
    return !self->list || self->list->size < left ? 0 : left;
}
Ref list_reverse_reduce(Thread& t, ListIteratorObject* self) {
    if (!self->list) return reduce_exhausted(t, false);
    Ref reversed = TRY(builtin_named(t, "reversed"));
    Ref args = TRY(tuple_pack(t, {Value::object(self->list)}));
    Ref index = TRY(make_int(t, self->index));
    return tuple_pack(t, {reversed, args, index});
}
Status list_reverse_setstate(Thread& t, ListIteratorObject* self, Value state) {
    int64_t index = TRY(state_index(t, state));
    if (self->list) self->index = std::clamp<int64_t>(index, -1, int64_t{self->list->size} - 1);
    return ok();
}

constexpr const char* kHintDoc = "Private method returning an estimate of len(list(it)).";
constexpr const char* kReduceDoc = "Return state information for pickling.";
constexpr const char* kSetStateDoc = "Set state information for unpickling.";
constexpr MethodDef ITERATOR_METHODS[] = {
    method<list_iterator_hint>("__length_hint__", "(self, /)", kHintDoc),
    method<list_iterator_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<list_iterator_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};
constexpr MethodDef REVERSE_METHODS[] = {
    method<list_reverse_hint>("__length_hint__", "(self, /)", kHintDoc),
    method<list_reverse_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<list_reverse_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

}  // namespace

extern const TypeSpec kListTypeSpec, kListIteratorTypeSpec, kListReverseIteratorTypeSpec;

constinit const TypeSpec kListTypeSpec = {
    .name = "list",
    .doc = "list() -> new empty list\nlist(iterable) -> new list initialized from iterable's items",
    .basic_size = sizeof(ListObject),
    .flags = kTypeBase | kTypeGc | kTypeListSubclass | kTypeSequence,
    .slots = list_slots(),
    .methods = METHODS,
};

constinit const TypeSpec kListIteratorTypeSpec = {
    .name = "list_iterator",
    .basic_size = sizeof(ListIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = IteratorFields::dealloc, .traverse = IteratorFields::traverse, .iter = iter_self,
              .next = list_iterator_next_slot},
    .methods = ITERATOR_METHODS,
};

constinit const TypeSpec kListReverseIteratorTypeSpec = {
    .name = "list_reverseiterator",
    .basic_size = sizeof(ListIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = IteratorFields::dealloc, .traverse = IteratorFields::traverse, .iter = iter_self,
              .next = list_reverse_next},
    .methods = REVERSE_METHODS,
};

}  // namespace krait
