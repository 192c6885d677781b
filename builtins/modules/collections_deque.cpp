// deque: a ring of Values.
//
// items[(head + i) & (capacity - 1)] is item i. `state` changes whenever the length or the order of items does:
// iterators compare it. With a maximum length the end opposite to the one that grows loses items.
#include <algorithm>

#include "builtins/types/class_alias.h"
#include "builtins/modules/collections.h"
#include "vm/object/pattern_flags.h"
#include "vm/runtime/work.h"

namespace krait {
namespace {

struct DequeObject : Object {
    Value* items;              // heap buffer; null while capacity is 0
    size_t head, size, capacity;
    uint64_t state;
    int64_t max_length;        // -1: none
    Value& at(size_t i) const { return items[(head + i) & (capacity - 1)]; }
};
DequeObject* deque_of(Value v) { return v.as<DequeObject>(); }
bool is_deque(Value v);

// ------------------------------------------------------------------------------------------------ storage

Status grow(Thread& t, DequeObject* d, size_t needed) {
    size_t capacity = std::max<size_t>(d->capacity, 4);
    while (capacity < needed) capacity *= 2;
    if (capacity > (size_t{1} << 40)) return raise_memory_error(t);
    auto* fresh = static_cast<Value*>(t.heap.allocate_buffer(capacity * sizeof(Value)));
    if (!fresh) return raise_memory_error(t);
    for (size_t i = 0; i < d->size; ++i) fresh[i] = d->at(i);
    if (d->items) t.heap.free_buffer(d->items, d->capacity * sizeof(Value));
    d->items = fresh;
    d->head = 0;
    d->capacity = capacity;
    return ok();
}

struct Contents {
    Value* items;
    size_t head, size, capacity;
};
Contents take_contents(DequeObject* d) {
    Contents contents{d->items, d->head, d->size, d->capacity};
    d->items = nullptr;
    d->head = d->size = d->capacity = 0;
    ++d->state;
    return contents;
}
void drop_contents(Interpreter& interp, const Contents& c) {
    if (!c.items) return;
    for (size_t i = 0; i < c.size; ++i) decref(c.items[(c.head + i) & (c.capacity - 1)]);
    interp.heap.free_buffer(c.items, c.capacity * sizeof(Value));
}

Ref take_left(DequeObject* d) {
    Value v = d->items[d->head];
    d->head = (d->head + 1) & (d->capacity - 1);
    --d->size;
    ++d->state;
    return Ref::steal(v);
}
Ref take_right(DequeObject* d) {
    Value v = d->at(d->size - 1);
    --d->size;
    ++d->state;
    return Ref::steal(v);
}

bool is_full(const DequeObject* d) { return d->max_length >= 0 && d->size >= static_cast<size_t>(d->max_length); }

Status push_right(Thread& t, DequeObject* d, Value v) {
    if (KRAIT_UNLIKELY(d->size == d->capacity)) TRY(grow(t, d, d->size + 1));
    incref(v);
    ++d->size;
    d->at(d->size - 1) = v;
    ++d->state;
    if (KRAIT_UNLIKELY(d->max_length >= 0 && d->size > static_cast<size_t>(d->max_length))) Ref dropped = take_left(d);
    return ok();
}
Status push_left(Thread& t, DequeObject* d, Value v) {
    if (KRAIT_UNLIKELY(d->size == d->capacity)) TRY(grow(t, d, d->size + 1));
    incref(v);
    d->head = (d->head - 1) & (d->capacity - 1);
    d->items[d->head] = v;
    ++d->size;
    ++d->state;
    if (KRAIT_UNLIKELY(d->max_length >= 0 && d->size > static_cast<size_t>(d->max_length))) Ref dropped = take_right(d);
    return ok();
}

void rotate(DequeObject* d, int64_t n) {
    int64_t size = static_cast<int64_t>(d->size);
    if (size < 2) return;
    n %= size;
    if (n > size / 2) n -= size;
    if (n < -(size / 2)) n += size;
    if (n == 0) return;
    for (; n > 0; --n) {
        Value v = d->at(d->size - 1);
        d->head = (d->head - 1) & (d->capacity - 1);
        d->items[d->head] = v;
    }
    for (; n < 0; ++n) {
        Value v = d->items[d->head];
        d->head = (d->head + 1) & (d->capacity - 1);
        d->at(d->size - 1) = v;
    }
    ++d->state;
}

Ref take_at(DequeObject* d, size_t index) {
    Value v = d->at(index);
    for (size_t i = index; i + 1 < d->size; ++i) d->at(i) = d->at(i + 1);
    --d->size;
    ++d->state;
    return Ref::steal(v);
}

// ------------------------------------------------------------------------------------------------ life

void deque_clear_slot(Interpreter& interp, Object* o) {
    drop_contents(interp, take_contents(static_cast<DequeObject*>(o)));
}
void deque_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    deque_clear_slot(interp, o);
    free_object(interp, o);
}
void deque_traverse(Object* o, Visitor& visitor) {
    auto* d = static_cast<DequeObject*>(o);
    for (size_t i = 0; i < d->size; ++i) visitor.visit(d->at(i));
}

Value deque_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* d = allocate_instance<DequeObject>(t, type);
    if (!d) return Value::error();
    d->items = nullptr;
    d->head = d->size = d->capacity = 0;
    d->state = 0;
    d->max_length = -1;
    gc_track(d);
    return Value::object(d);
}

Status extend_right(Thread& t, DequeObject* d, Value iterable) {
    Ref source = iterable == Value::object(d) ? Ref(TRY(to_list(t, iterable))) : own(iterable);
    Iteration it(t, source);
    while (it.next()) TRY(push_right(t, d, it.item()));
    if (it.failed()) return Failed{};
    return ok();
}
Status extend_left(Thread& t, DequeObject* d, Value iterable) {
    Ref source = iterable == Value::object(d) ? Ref(TRY(to_list(t, iterable))) : own(iterable);
    Iteration it(t, source);
    while (it.next()) TRY(push_left(t, d, it.item()));
    if (it.failed()) return Failed{};
    return ok();
}

constexpr const char* kInitSignature = "(iterable=(), maxlen=None)";
constexpr SignatureInfo kInitInfo = parse_signature("(iterable=(), maxlen=None)");

Status initialise(Thread& t, DequeObject* d, const CallArgs& args) {
    if (args.nargs > 2) return raise(t, Exc::TypeError, "deque() expected at most 2 arguments, got %zu", args.nargs);
    BoundArgs bound = TRY(bind_arguments(t, "deque", kInitInfo, kInitSignature, args));
    int64_t max_length = -1;
    Value limit = bound.slots[1];
    if (!limit.is_unbound() && !limit.is_none()) {
        if (!is_int_like(limit)) return raise(t, Exc::TypeError, "an integer is required");
        max_length = TRY(int_to_i64(t, limit, "Python int too large to convert to C ssize_t"));
        if (max_length < 0) return raise(t, Exc::ValueError, "maxlen must be non-negative");
    }
    d->max_length = max_length;
    drop_contents(t.interp, take_contents(d));
    if (!bound.slots[0].is_unbound()) TRY(extend_right(t, d, bound.slots[0]));
    return ok();
}
int deque_init(Thread& t, Value self, const CallArgs& args) { return slot_status(initialise(t, deque_of(self), args)); }

// ------------------------------------------------------------------------------------------------ text, comparison

Ref deque_text(Thread& t, Value self) {
    ReprGuard guard(t, self);
    if (guard.active_before()) return str_from_ascii(t, "[...]");
    RefTo<ListObject> items = TRY(to_list(t, self));
    StrBuilder text(t);
    TRY(text.append_ascii("deque("));
    TRY(append_repr(t, text, items.value()));
    if (deque_of(self)->max_length >= 0) {
        TRY(text.append_ascii(", maxlen="));
        TRY(text.append_ascii(std::to_string(deque_of(self)->max_length)));
    }
    TRY(text.append_char(')'));
    return text.finish();
}
Value deque_repr(Thread& t, Value self) { return deque_text(t, self).release(); }

Ref compare(Thread& t, Value a, Value b, CompareOp op) {
    bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (equality && a == b) return own(Value::boolean(op == CompareOp::Eq));
    if (equality && deque_of(a)->size != deque_of(b)->size) return own(Value::boolean(op == CompareOp::Ne));
    RefTo<ListObject> x = TRY(to_list(t, a)), y = TRY(to_list(t, b));
    return Ref::steal(compare_sequences(t, x.get(), y.get(), op));
}
Value deque_compare(Thread& t, Value a, Value b, CompareOp op) {
    return is_deque(a) && is_deque(b) ? compare(t, a, b, op).release() : Value::not_implemented();
}

// ------------------------------------------------------------------------------------------------ items

int64_t deque_length(Thread&, Value self) { return static_cast<int64_t>(deque_of(self)->size); }
int deque_truth(Thread&, Value self) { return deque_of(self)->size != 0; }

Fallible<size_t> item_index(Thread& t, DequeObject* d, Value key) {
    if (!key.is_int() && !type_of(t, key)->slots.index)
        return raise(t, Exc::TypeError, "sequence index must be integer, not '%.200s'", type_name_of(t, key));
    int64_t i = key.is_int() ? key.as_int() : TRY(index_to_i64(t, key));
    if (i < 0) i += static_cast<int64_t>(d->size);
    if (i < 0 || i >= static_cast<int64_t>(d->size)) return raise(t, Exc::IndexError, "deque index out of range");
    return static_cast<size_t>(i);
}
Ref subscript(Thread& t, DequeObject* d, Value key) {
    size_t i = TRY(item_index(t, d, key));
    return own(d->at(i));
}
Value deque_get_item(Thread& t, Value self, Value key) { return subscript(t, deque_of(self), key).release(); }
Status assign(Thread& t, DequeObject* d, Value key, Value value) {
    size_t i = TRY(item_index(t, d, key));
    if (value.is_unbound()) {
        Ref removed = take_at(d, i);
        return ok();
    }
    incref(value);
    decref(std::exchange(d->at(i), value));
    return ok();
}
int deque_set_item(Thread& t, Value self, Value key, Value value) {
    return slot_status(assign(t, deque_of(self), key, value));
}

// Index of the first item equal to `value` in [start, stop), -1: none. Comparisons may not change the deque.
Fallible<int64_t> find(Thread& t, DequeObject* d, Value value, size_t start, size_t stop, Exc error = Exc::RuntimeError,
                       const char* message = "deque mutated during iteration") {
    uint64_t state = d->state;
    for (size_t i = start; i < stop && i < d->size; ++i) {
        TRY(charge_loop(t, i));
        if (i >= d->size) break;
        Ref item = own(d->at(i));
        bool same = TRY(equal(t, item, value));
        if (d->state != state) return raise(t, error, "%s", message);
        if (same) return static_cast<int64_t>(i);
    }
    return int64_t{-1};
}
int deque_contains(Thread& t, Value self, Value value) {
    Fallible<int64_t> found = find(t, deque_of(self), value, 0, SIZE_MAX);
    return found.failed() ? -1 : found.value() >= 0;
}

Ref deque_copy(Thread& t, DequeObject* self) {
    Value limit = Value::none();
    Ref number;
    if (self->max_length >= 0) {
        number = TRY(make_int(t, self->max_length));
        limit = number;
    }
    Ref keep = own(self);
    Ref copy = TRY(self->max_length < 0 ? call(t, Value::object(self->type), keep)
                                        : call(t, Value::object(self->type), keep, limit));
    if (is_deque(copy)) return copy;
    return raise(t, Exc::TypeError, "%.200s() must return a deque, not %.200s", type_name(self->type),
                 type_name_of(t, copy));
}

Ref concatenate(Thread& t, Value a, Value b) {
    if (!is_deque(b))
        return raise(t, Exc::TypeError, "can only concatenate deque (not \"%.200s\") to deque", type_name_of(t, b));
    Ref result = TRY(deque_copy(t, deque_of(a)));
    TRY(extend_right(t, deque_of(result), b));
    return result;
}
Value deque_concat(Thread& t, Value a, Value b) { return concatenate(t, a, b).release(); }

Status repeat_in_place(Thread& t, DequeObject* d, int64_t count) {
    if (count == 1 || d->size == 0) return ok();
    if (count <= 0) {
        drop_contents(t.interp, take_contents(d));
        return ok();
    }
    size_t size = d->size;
    // More repeats than fill a bounded deque change nothing.
    if (d->max_length >= 0) count = std::min<int64_t>(count, d->max_length / static_cast<int64_t>(size) + 2);
    if (static_cast<uint64_t>(count) > (size_t{1} << 40) / size) return raise_memory_error(t);
    TRY(charge_work(t, size * static_cast<size_t>(count) / 16));
    RefTo<ListObject> items = TRY(to_list(t, Value::object(d)));
    if (d->max_length < 0) TRY(grow(t, d, size * static_cast<size_t>(count)));
    for (int64_t n = 1; n < count; ++n)
        for (size_t i = 0; i < items->size; ++i) TRY(push_right(t, d, items->items[i]));
    return ok();
}
Ref repeated(Thread& t, Value self, int64_t count) {
    Ref result = TRY(deque_copy(t, deque_of(self)));
    TRY(repeat_in_place(t, deque_of(result), count));
    return result;
}
Value deque_repeat(Thread& t, Value self, int64_t count) { return repeated(t, self, count).release(); }
Value deque_inplace_multiply(Thread& t, Value self, Value count) {
    if (!count.is_int() && !type_of(t, count)->slots.index)
        return raise(t, Exc::TypeError, "can't multiply sequence by non-int of type '%.200s'", type_name_of(t, count));
    Fallible<int64_t> n = index_to_i64(t, count, Exc::OverflowError);
    if (n.failed() || repeat_in_place(t, deque_of(self), n.value()).failed()) return Value::error();
    return own(self).release();
}
Value deque_inplace_concat(Thread& t, Value self, Value other) {
    return extend_right(t, deque_of(self), other).failed() ? Value::error() : own(self).release();
}

// ------------------------------------------------------------------------------------------------ methods

Status deque_append(Thread& t, DequeObject* self, Value item) { return push_right(t, self, item); }
Status deque_appendleft(Thread& t, DequeObject* self, Value item) { return push_left(t, self, item); }
Status deque_clear(Thread& t, DequeObject* self) {
    drop_contents(t.interp, take_contents(self));
    return ok();
}
Fallible<int64_t> deque_count(Thread& t, DequeObject* self, Value value) {
    int64_t count = 0;
    uint64_t state = self->state;
    for (size_t i = 0; i < self->size; ++i) {
        TRY(charge_loop(t, i));
        if (i >= self->size) break;
        Ref item = own(self->at(i));
        count += TRY(equal(t, item, value));
        if (self->state != state) return raise(t, Exc::RuntimeError, "deque mutated during iteration");
    }
    return count;
}
Status deque_extend(Thread& t, DequeObject* self, Value iterable) { return extend_right(t, self, iterable); }
Status deque_extendleft(Thread& t, DequeObject* self, Value iterable) { return extend_left(t, self, iterable); }

Fallible<int64_t> deque_index(Thread& t, DequeObject* self, Value value, Optional<SearchBound> start,
                              Optional<SearchBound> stop) {
    int64_t first = start_of_search(start, self->size), last = end_of_search(stop, self->size);
    int64_t found = TRY(find(t, self, value, static_cast<size_t>(first), static_cast<size_t>(last)));
    if (found >= 0) return found;
    return raise(t, Exc::ValueError, "%s is not in deque", repr_utf8(t, value).c_str());
}

Status deque_insert(Thread& t, DequeObject* self, int64_t index, Value value) {
    if (is_full(self)) return raise(t, Exc::IndexError, "deque already at its maximum size");
    int64_t size = static_cast<int64_t>(self->size);
    if (index < 0) index = std::max<int64_t>(index + size, 0);
    index = std::min(index, size);
    TRY(push_right(t, self, value));
    for (size_t i = self->size - 1; i > static_cast<size_t>(index); --i) std::swap(self->at(i), self->at(i - 1));
    return ok();
}

Ref deque_pop(Thread& t, DequeObject* self) {
    if (self->size == 0) return raise(t, Exc::IndexError, "pop from an empty deque");
    return take_right(self);
}
Ref deque_popleft(Thread& t, DequeObject* self) {
    if (self->size == 0) return raise(t, Exc::IndexError, "pop from an empty deque");
    return take_left(self);
}
Status deque_remove(Thread& t, DequeObject* self, Value value) {
    int64_t found = TRY(find(t, self, value, 0, SIZE_MAX, Exc::IndexError, "deque mutated during remove()."));
    if (found < 0) return raise(t, Exc::ValueError, "deque.remove(x): x not in deque");
    Ref removed = take_at(self, static_cast<size_t>(found));
    return ok();
}
Status deque_reverse(Thread&, DequeObject* self) {
    for (size_t i = 0, n = self->size; i < n / 2; ++i) std::swap(self->at(i), self->at(n - 1 - i));
    return ok();
}
Status deque_rotate(Thread& t, DequeObject* self, Optional<int64_t> n) {
    note_work(t, self->size / 8);
    rotate(self, n.value_or(1));
    return ok();
}

Ref iterator_make(Thread& t, TypeObject* type, Value deque);
Value deque_iter(Thread& t, Value self) {
    return iterator_make(t, collections_types(self.as_object()->type).deque_iterator, self).release();
}
Ref deque_reversed(Thread& t, DequeObject* self) {
    return iterator_make(t, collections_types(self->type).deque_reverse_iterator, Value::object(self));
}

Ref deque_reduce(Thread& t, DequeObject* self) {
    Value type = Value::object(self->type);
    Ref dict = TRY(instance_dict_or_none(t, Value::object(self)));
    Ref iterator = TRY(get_iterator(t, Value::object(self)));
    RefTo<TupleObject> args = TRY(tuple_new(t, 0));
    if (self->max_length >= 0) {
        Ref limit = TRY(make_int(t, self->max_length));
        args = TRY(tuple_pack(t, {args.value(), limit}));
    }
    return tuple_pack(t, {type, args.value(), dict, iterator});
}
Fallible<int64_t> deque_sizeof(Thread&, DequeObject* self) {
    return static_cast<int64_t>(sizeof(DequeObject) + self->capacity * sizeof(Value));
}
Value get_maxlen(Thread& t, Value self) {
    int64_t limit = deque_of(self)->max_length;
    return limit < 0 ? Value::none() : make_int(t, limit).release();
}

constexpr MethodDef METHODS[] = {
    KRAIT_CLASS_GETITEM,
    method<deque_copy>("__copy__", "(self, /)", "Return a shallow copy of a deque."),
    method<deque_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
    method<deque_reversed>("__reversed__", "(self, /)", "D.__reversed__() -- return a reverse iterator over the deque"),
    method<deque_sizeof>("__sizeof__", "(self, /)", "D.__sizeof__() -- size of D in memory, in bytes"),
    method<deque_append>("append", "(self, item, /)", "Add an element to the right side of the deque."),
    method<deque_appendleft>("appendleft", "(self, item, /)", "Add an element to the left side of the deque."),
    method<deque_clear>("clear", "(self, /)", "Remove all elements from the deque."),
    method<deque_copy>("copy", "(self, /)", "Return a shallow copy of a deque."),
    method<deque_count>("count", "(self, value, /)",
                        "D.count(value) -> integer -- return number of occurrences of value"),
    method<deque_extend>("extend", "(self, iterable, /)",
                         "Extend the right side of the deque with elements from the iterable"),
    method<deque_extendleft>("extendleft", "(self, iterable, /)",
                             "Extend the left side of the deque with elements from the iterable"),
    method<deque_index>("index", "(self, value, start=0, stop=9223372036854775807, /)",
                        "D.index(value, [start, [stop]]) -> integer -- return first index of value.\n"
                        "Raises ValueError if the value is not present."),
    method<deque_insert>("insert", "(self, index, object, /)", "D.insert(index, object) -- insert object before index"),
    method<deque_pop>("pop", "(self, /)", "Remove and return the rightmost element."),
    method<deque_popleft>("popleft", "(self, /)", "Remove and return the leftmost element."),
    method<deque_remove>("remove", "(self, value, /)", "D.remove(value) -- remove first occurrence of value."),
    method<deque_reverse>("reverse", "(self, /)", "D.reverse() -- reverse *IN PLACE*"),
    method<deque_rotate>("rotate", "(self, n=1, /)",
                         "Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left."),
};
constexpr GetSetDef GETSETS[] = {{"maxlen", get_maxlen, nullptr, "maximum size of a deque or None if unbounded"}};

constexpr Slots deque_slots() {
    Slots s;
    s.dealloc = deque_dealloc;
    s.traverse = deque_traverse;
    s.clear = deque_clear_slot;
    s.repr = deque_repr;
    s.hash = hash_not_implemented;
    s.compare = deque_compare;
    s.iter = deque_iter;
    s.new_ = deque_new;
    s.init = deque_init;
    s.truth = deque_truth;
    s.length = deque_length;
    s.get_item = deque_get_item;
    s.set_item = deque_set_item;
    s.contains = deque_contains;
    s.concat = deque_concat;
    s.repeat = deque_repeat;
    s.inplace_concat = deque_inplace_concat;
    s.inplace[static_cast<size_t>(BinaryOp::Multiply)] = deque_inplace_multiply;
    return s;
}

// Of the type or a subclass: by the base chain, no Python code.
bool is_deque(Value v) {
    if (!v.is_object()) return false;
    for (const TypeObject* type = v.as_object()->type; type; type = type->base)
        if (type->spec == &kDequeSpec) return true;
    return false;
}

// ------------------------------------------------------------------------------------------------ iterators

struct DequeIteratorObject : Object {
    DequeObject* deque;        // owned
    size_t left;
    uint64_t state;            // of the deque at creation
};
using IteratorFields = OwnedFields<DequeIteratorObject, &DequeIteratorObject::deque>;
DequeIteratorObject* iterator_of(Value v) { return v.as<DequeIteratorObject>(); }

Ref iterator_make(Thread& t, TypeObject* type, Value deque) {
    auto* it = allocate<DequeIteratorObject>(t, type);
    if (!it) return Failed{};
    it->deque = RefTo<DequeObject>::own(deque_of(deque)).release();
    it->left = it->deque->size;
    it->state = it->deque->state;
    gc_track(it);
    return Ref::steal(it);
}

// _deque_iterator(deque, index): what unpickling calls.
Ref iterator_restore(Thread& t, TypeObject* type, const CallArgs& args) {
    if (args.nargs < 1 || args.nargs > 2 || !is_deque(args.args[0]))
        return raise(t, Exc::TypeError, "argument 1 must be collections.deque");
    int64_t index = args.nargs == 2 ? TRY(index_to_i64(t, args.args[1])) : 0;
    Ref it = TRY(iterator_make(t, type, args.args[0]));
    for (; index > 0; --index) {
        Ref skipped = Ref::steal(type->slots.next(t, it));
        if (skipped.failed()) return Failed{};
        if (skipped.get().is_exhausted()) break;
    }
    return it;
}
Value iterator_new(Thread& t, TypeObject* type, const CallArgs& args) {
    return iterator_restore(t, type, args).release();
}

template <bool kReverse>
Value iterator_step(Thread& t, Value self) {
    DequeIteratorObject* it = iterator_of(self);
    DequeObject* d = it->deque;
    if (!d) return Value::exhausted();
    if (it->state != d->state) {
        it->left = 0;
        return raise(t, Exc::RuntimeError, "deque mutated during iteration");
    }
    if (it->left == 0) return Value::exhausted();
    --it->left;
    return own(d->at(kReverse ? it->left : d->size - it->left - 1)).release();
}
Fallible<int64_t> iterator_hint(Thread&, DequeIteratorObject* self) { return static_cast<int64_t>(self->left); }
Ref iterator_reduce(Thread& t, DequeIteratorObject* self) {
    size_t size = self->deque ? self->deque->size : 0;
    Ref done = TRY(make_int_u64(t, size > self->left ? size - self->left : 0));
    Ref args = TRY(tuple_pack(t, {self->deque ? Value::object(self->deque) : Value::none(), done}));
    return tuple_pack(t, {Value::object(self->type), args});
}
constexpr MethodDef ITERATOR_METHODS[] = {
    method<iterator_hint>("__length_hint__", "(self, /)", "Private method returning an estimate of len(list(it))."),
    method<iterator_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
};
constexpr Slots deque_iterator_slots(NextFn next) {
    return {.dealloc = IteratorFields::dealloc, .traverse = IteratorFields::traverse, .iter = iter_self, .next = next,
            .new_ = iterator_new};
}

}  // namespace

constinit const TypeSpec kDequeSpec = {
    .name = "collections.deque",
    .doc =
        "deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its "
        "endpoints.",
    .basic_size = sizeof(DequeObject),
    .flags = kTypeBase | kTypeGc | kTypeHasWeakrefs | kTypeSequence,
    .slots = deque_slots(),
    .methods = METHODS,
    .getsets = GETSETS,
};
constinit const TypeSpec kDequeIteratorSpec = {
    .name = "_collections._deque_iterator", .basic_size = sizeof(DequeIteratorObject), .flags = kTypeGc,
    .slots = deque_iterator_slots(iterator_step<false>), .methods = ITERATOR_METHODS};
constinit const TypeSpec kDequeReverseIteratorSpec = {
    .name = "_collections._deque_reverse_iterator", .basic_size = sizeof(DequeIteratorObject), .flags = kTypeGc,
    .slots = deque_iterator_slots(iterator_step<true>), .methods = ITERATOR_METHODS};

}  // namespace krait
