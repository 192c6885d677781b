// range: an immutable sequence of ints of any size; its iterators.
#include <algorithm>

#include "builtins/types/container_support.h"
#include "vm/object/pattern_flags.h"

namespace krait {
namespace {

RangeObject* range_of(Value v) { return v.as<RangeObject>(); }
bool is_small(const RangeObject* r) {
    return r->start.is_int() && r->stop.is_int() && r->step.is_int() && r->length.is_int();
}
Value zero() { return Value::small_int(0); }
Value one() { return Value::small_int(1); }

Ref make(Thread& t, const CallArgs& args) {
    if (args.nargs == 1) {
        Ref stop = TRY(int_like_index(t, args.args[0]));
        return range_make(t, zero(), stop, one());
    }
    Ref start = TRY(int_like_index(t, args.args[0]));
    Ref stop = TRY(int_like_index(t, args.args[1]));
    Ref step = args.nargs == 3 ? TRY(int_like_index(t, args.args[2])) : own(one());
    return range_make(t, start, stop, step);
}

Value range_new_slot(Thread& t, TypeObject*, const CallArgs& args) {
    if (!refuse_keywords(t, "range", args)) return Value::error();
    if (args.nargs == 0) return raise(t, Exc::TypeError, "range expected 1 arguments, got 0");
    if (args.nargs > 3) return raise(t, Exc::TypeError, "range expected at most 3 arguments, got %zu", args.nargs);
    return make(t, args).release();
}

Ref range_text(Thread& t, RangeObject* r) {
    StrBuilder text(t);
    TRY(text.append_ascii("range("));
    TRY(append_repr(t, text, r->start));
    TRY(text.append_ascii(", "));
    TRY(append_repr(t, text, r->stop));
    if (r->step != one() && !r->step.is_true()) {
        TRY(text.append_ascii(", "));
        TRY(append_repr(t, text, r->step));
    }
    TRY(text.append_char(')'));
    return text.finish();
}
Value range_repr(Thread& t, Value self) { return range_text(t, range_of(self)).release(); }

// Ranges are equal when the sequences are: what matters is the length, then the start, then the step.
Fallible<bool> same_ranges(Thread& t, RangeObject* a, RangeObject* b) {
    if (a == b) return true;
    if (!TRY(equal(t, a->length, b->length))) return false;
    if (a->length == zero()) return true;
    if (!TRY(equal(t, a->start, b->start))) return false;
    if (a->length == one()) return true;
    return equal(t, a->step, b->step);
}

Value range_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!is_kind(b, Kind::Range) || (op != CompareOp::Eq && op != CompareOp::Ne)) return Value::not_implemented();
    Fallible<bool> same = same_ranges(t, range_of(a), range_of(b));
    return same.failed() ? Value::error() : Value::boolean(same.value() == (op == CompareOp::Eq));
}

int64_t range_hash(Thread& t, Value self) {
    RangeObject* r = range_of(self);
    bool empty = r->length == zero(), single = r->length == one();
    Ref key = tuple_pack(t, {r->length, empty ? Value::none() : r->start, empty || single ? Value::none() : r->step});
    if (key.failed()) return -1;
    Fallible<uint64_t> hash = hash_of(t, key);
    return hash.failed() ? -1 : static_cast<int64_t>(hash.value());
}

Value range_iter(Thread& t, Value self) { return range_iterator_new(t, range_of(self)).release(); }

int64_t range_length(Thread& t, Value self) {
    Value length = range_of(self)->length;
    if (length.is_int()) return length.as_int();
    Fallible<int64_t> n = int_to_i64(t, length, "Python int too large to convert to C ssize_t");
    return n.failed() ? -1 : n.value();
}

int range_truth(Thread&, Value self) { return range_of(self)->length != zero(); }

// ------------------------------------------------------------------------------------------------ items

Ref range_slice(Thread& t, RangeObject* r, Value key) {
    BigSliceRange s = slice_adjust_big(t, key.as<SliceObject>(), r->length);
    if (s.failed()) return Failed{};
    Ref factor = TRY(exact_index(t, s.step)), own_step = TRY(exact_index(t, r->step));
    Ref step = TRY(binary_operation(t, BinaryOp::Multiply, own_step, factor));
    Ref start = TRY(range_value_at(t, r->start, r->step, s.start));
    Ref stop = TRY(range_value_at(t, r->start, r->step, s.stop));
    return range_make(t, start, stop, step);
}

Ref range_subscript(Thread& t, RangeObject* r, Value key) {
    if (is_kind(key, Kind::Slice)) return range_slice(t, r, key);
    if (!key.is_int() && !type_of(t, key)->slots.index)
        return raise(t, Exc::TypeError, "range indices must be integers or slices, not %.200s", type_name_of(t, key));
    Ref index = TRY(exact_index(t, key));
    if (TRY(compare_bool(t, index, zero(), CompareOp::Lt)))
        index = TRY(binary_operation(t, BinaryOp::Add, index, r->length));
    bool inside =
        TRY(compare_bool(t, index, zero(), CompareOp::Ge)) && TRY(compare_bool(t, index, r->length, CompareOp::Lt));
    if (!inside) return raise(t, Exc::IndexError, "range object index out of range");
    return range_value_at(t, r->start, r->step, index);
}
Value range_get_item(Thread& t, Value self, Value key) { return range_subscript(t, range_of(self), key).release(); }

// Exact ints and bools are found by arithmetic; everything else by looking.
bool found_by_arithmetic(Value v) { return v.is_int() || v.is_bool() || is_kind(v, Kind::Int); }
Value plain_int(Value v) { return v.is_bool() ? Value::small_int(v.is_true()) : v; }

Fallible<bool> holds(Thread& t, RangeObject* r, Value item) {
    if (is_small(r) && item.is_int()) {
        int64_t n = item.as_int(), step = r->step.as_int(), start = r->start.as_int(), stop = r->stop.as_int();
        return (step > 0 ? start <= n && n < stop : stop < n && n <= start) && (n - start) % step == 0;
    }
    if (found_by_arithmetic(item)) return range_holds_int(t, r, plain_int(item));
    Iteration it(t, Value::object(r));
    while (it.next()) {
        if (TRY(equal(t, item, it.item()))) return true;
        TRY(charge_work(t, 1));
    }
    if (it.failed()) return Failed{};
    return false;
}
int range_contains(Thread& t, Value self, Value item) { return slot_bool(holds(t, range_of(self), item)); }

Ref range_count(Thread& t, Value self, Value value) {
    if (found_by_arithmetic(value)) return own(Value::small_int(TRY(holds(t, range_of(self), value))));
    int64_t count = 0;
    Iteration it(t, self);
    while (it.next()) {
        count += TRY(equal(t, it.item(), value));
        TRY(charge_work(t, 1));
    }
    if (it.failed()) return Failed{};
    return make_int(t, count);
}

Failed not_in_range(Thread& t, Value value) {
    return raise(t, Exc::ValueError, "%s is not in range", repr_utf8(t, value).c_str());
}

Ref range_index(Thread& t, Value self, Value value) {
    RangeObject* r = range_of(self);
    if (found_by_arithmetic(value)) {
        if (!TRY(holds(t, r, value))) return not_in_range(t, value);
        Ref start = TRY(exact_index(t, r->start)), step = TRY(exact_index(t, r->step));
        Ref distance = TRY(binary_operation(t, BinaryOp::Subtract, plain_int(value), start));
        return binary_operation(t, BinaryOp::FloorDivide, distance, step);
    }
    Iteration it(t, self);
    for (int64_t i = 0; it.next(); ++i) {
        if (TRY(equal(t, it.item(), value))) return make_int(t, i);
        TRY(charge_work(t, 1));
    }
    if (it.failed()) return Failed{};
    return raise(t, Exc::ValueError, "sequence.index(x): x not in sequence");
}

Ref range_reversed(Thread& t, Value self) {
    RangeObject* r = range_of(self);
    Ref first = TRY(exact_index(t, r->start)), stride = TRY(exact_index(t, r->step));
    Ref step = TRY(unary_operation(t, UnaryOp::Negative, stride));
    Ref last_index = TRY(binary_operation(t, BinaryOp::Subtract, r->length, one()));
    Ref start = TRY(range_value_at(t, r->start, r->step, last_index));
    Ref stop = TRY(binary_operation(t, BinaryOp::Subtract, first, stride));
    Ref backwards = TRY(range_make(t, start, stop, step));
    return range_iterator_new(t, range_of(backwards));
}

Ref range_reduce(Thread& t, RangeObject* self) {
    Ref args = TRY(tuple_pack(t, {self->start, self->stop, self->step}));
    return tuple_pack(t, {Value::object(t.interp.type(Kind::Range)), args});
}

constexpr MethodDef METHODS[] = {
    method<range_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
    method<range_reversed>("__reversed__", "(self, /)", "Return a reverse iterator."),
    method<range_count>("count", "(self, value, /)",
                        "rangeobject.count(value) -> integer -- return number of occurrences of value"),
    method<range_index>("index", "(self, value, /)",
                        "rangeobject.index(value, [start, [stop]]) -> integer -- return index of value.\n"
                        "Raise ValueError if the value is not present."),
};
constexpr MemberDef MEMBERS[] = {
    {"start", offsetof(RangeObject, start), false, nullptr},
    {"stop", offsetof(RangeObject, stop), false, nullptr},
    {"step", offsetof(RangeObject, step), false, nullptr},
};

// ------------------------------------------------------------------------------------------------ iterators

void small_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }
Value small_next(Thread& t, Value self) { return range_iterator_next(t, self.as<RangeIteratorObject>()); }
Fallible<int64_t> small_hint(Thread&, RangeIteratorObject* self) { return static_cast<int64_t>(self->left); }

Ref small_reduce(Thread& t, RangeIteratorObject* self) {
    Ref start = TRY(make_int(t, self->start)), step = TRY(make_int(t, self->step));
    Ref length = TRY(make_int_u64(t, self->length));
    Ref stop = TRY(range_value_at(t, start, step, length));
    Ref range = TRY(range_make(t, start, stop, step));
    return reduce_iter_at(t, range, static_cast<int64_t>(self->length - self->left));
}
Status small_setstate(Thread& t, RangeIteratorObject* self, Value state) {
    if (!is_int_like(state))
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, state));
    int64_t index = TRY(int_to_i64(t, state, "Python int too large to convert to C long"));
    uint64_t done = static_cast<uint64_t>(std::clamp<int64_t>(index, 0, static_cast<int64_t>(self->length)));
    self->left = self->length - done;
    self->current = self->start + static_cast<int64_t>(done) * self->step;
    return ok();
}

using LongFields =
    OwnedFields<LongRangeIteratorObject, &LongRangeIteratorObject::index, &LongRangeIteratorObject::start,
                &LongRangeIteratorObject::step, &LongRangeIteratorObject::length>;
Value long_next(Thread& t, Value self) { return long_range_iterator_next(t, self.as<LongRangeIteratorObject>()); }
Ref long_hint(Thread& t, LongRangeIteratorObject* self) {
    return binary_operation(t, BinaryOp::Subtract, self->length, self->index);
}
Ref long_reduce(Thread& t, LongRangeIteratorObject* self) {
    Ref stop = TRY(range_value_at(t, self->start, self->step, self->length));
    Ref range = TRY(range_make(t, self->start, stop, self->step));
    Ref iter = TRY(builtin_named(t, "iter"));
    Ref args = TRY(tuple_pack(t, {range}));
    return tuple_pack(t, {iter, args, self->index});
}
Status long_setstate(Thread& t, LongRangeIteratorObject* self, Value state) {
    Ref index = TRY(exact_index(t, state));
    if (TRY(compare_bool(t, index, zero(), CompareOp::Lt))) index = own(zero());
    if (TRY(compare_bool(t, self->length, index, CompareOp::Lt))) index = own(self->length);
    decref(std::exchange(self->index, index.release()));
    return ok();
}

constexpr const char* kHintDoc = "Private method returning an estimate of len(list(it)).";
constexpr const char* kReduceDoc = "Return state information for pickling.";
constexpr const char* kSetStateDoc = "Set state information for unpickling.";
constexpr MethodDef SMALL_METHODS[] = {
    method<small_hint>("__length_hint__", "(self, /)", kHintDoc),
    method<small_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<small_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};
constexpr MethodDef LONG_METHODS[] = {
    method<long_hint>("__length_hint__", "(self, /)", kHintDoc),
    method<long_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<long_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

}  // namespace

extern const TypeSpec kRangeTypeSpec, kRangeIteratorTypeSpec, kLongRangeIteratorTypeSpec;

constinit const TypeSpec kRangeTypeSpec = {
    .name = "range",
    .doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
           "Return an object that produces a sequence of integers from start (inclusive)\n"
           "to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\n"
           "start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n"
           "These are exactly the valid indices for a list of 4 elements.\n"
           "When step is given, it specifies the increment (or decrement).",
    .basic_size = sizeof(RangeObject),
    .flags = kTypeSequence,
    .slots = {.dealloc = range_dealloc, .repr = range_repr, .hash = range_hash, .compare = range_compare,
              .iter = range_iter, .new_ = range_new_slot, .truth = range_truth, .length = range_length,
              .get_item = range_get_item, .contains = range_contains},
    .methods = METHODS,
    .members = MEMBERS,
};

constinit const TypeSpec kRangeIteratorTypeSpec = {
    .name = "range_iterator",
    .basic_size = sizeof(RangeIteratorObject),
    .flags = 0,
    .slots = {.dealloc = small_dealloc, .iter = iter_self, .next = small_next},
    .methods = SMALL_METHODS,
};

constinit const TypeSpec kLongRangeIteratorTypeSpec = {
    .name = "longrange_iterator",
    .basic_size = sizeof(LongRangeIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = LongFields::dealloc, .traverse = LongFields::traverse, .iter = iter_self, .next = long_next},
    .methods = LONG_METHODS,
};

}  // namespace krait
