// range and slice: creation, arithmetic on ints of any size.
#include "vm/object/range_object.h"

#include "vm/error/raise.h"
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/thread.h"

namespace krait {

static Ref add(Thread& t, Value a, Value b) { return binary_operation(t, BinaryOp::Add, a, b); }
static Ref subtract(Thread& t, Value a, Value b) { return binary_operation(t, BinaryOp::Subtract, a, b); }
static Ref multiply(Thread& t, Value a, Value b) { return binary_operation(t, BinaryOp::Multiply, a, b); }
static Fallible<bool> less(Thread& t, Value a, Value b) {
    if (both_ints(a, b)) return int_order(a) < int_order(b);
    return compare_bool(t, a, b, CompareOp::Lt);
}
static bool negative_int(Value v) {
    if (v.is_int()) return v.as_int() < 0;
    return int_sign(v) < 0;
}

Ref exact_index(Thread& t, Value v) {
    if (is_exact_int(v)) return own(v);
    Ref index = TRY(as_index(t, v));
    if (is_exact_int(index)) return index;
    return make_int(t, int_to_bigint(index));
}

// Number of items; exact ints, step not 0.
static Ref range_length(Thread& t, Value start, Value stop, Value step) {
    if (start.is_int() && stop.is_int() && step.is_int()) {
        int64_t a = start.as_int(), b = stop.as_int(), s = step.as_int();
        int64_t distance = s > 0 ? b - a : a - b;      // both have 62 bits: no overflow
        if (distance <= 0) return own(Value::small_int(0));
        return make_int(t, (distance - 1) / (s > 0 ? s : -s) + 1);
    }
    bool down = negative_int(step);
    Ref distance = TRY(down ? subtract(t, start, stop) : subtract(t, stop, start));
    Ref stride = down ? TRY(unary_operation(t, UnaryOp::Negative, step)) : own(step);
    if (!TRY(less(t, Value::small_int(0), distance))) return own(Value::small_int(0));
    Ref last = TRY(subtract(t, distance, Value::small_int(1)));
    Ref steps = TRY(binary_operation(t, BinaryOp::FloorDivide, last, stride));
    return add(t, steps, Value::small_int(1));
}

Ref int_like_index(Thread& t, Value v) { return is_int_like(v) ? own(v) : as_index(t, v); }

static Ref length_of_any(Thread& t, Value start, Value stop, Value step) {
    Ref first = TRY(exact_index(t, start)), end = TRY(exact_index(t, stop)), stride = TRY(exact_index(t, step));
    if (stride.get() == Value::small_int(0)) return raise(t, Exc::ValueError, "range() arg 3 must not be zero");
    return range_length(t, first, end, stride);
}

Ref range_make(Thread& t, Value start, Value stop, Value step) {
    Ref length = TRY(length_of_any(t, start, stop, step));
    auto* range = allocate<RangeObject>(t, t.interp.type(Kind::Range));
    if (!range) return Failed{};
    range->start = own(start).release();
    range->stop = own(stop).release();
    range->step = own(step).release();
    range->length = length.release();
    return Ref::steal(range);
}

Ref range_new(Thread& t, int64_t start, int64_t stop, int64_t step) {
    Ref a = TRY(make_int(t, start)), b = TRY(make_int(t, stop)), s = TRY(make_int(t, step));
    return range_make(t, a, b, s);
}

Ref range_value_at(Thread& t, Value start, Value step, Value index) {
    int64_t product, sum;
    if (start.is_int() && step.is_int() && index.is_int() &&
        !__builtin_mul_overflow(step.as_int(), index.as_int(), &product) &&
        !__builtin_add_overflow(start.as_int(), product, &sum))
        return make_int(t, sum);
    Ref first = TRY(exact_index(t, start)), stride = TRY(exact_index(t, step));
    Ref offset = TRY(multiply(t, index, stride));
    return add(t, first, offset);
}

Fallible<bool> range_holds_int(Thread& t, RangeObject* range, Value n) {
    Ref start = TRY(exact_index(t, range->start)), stop = TRY(exact_index(t, range->stop));
    Ref step = TRY(exact_index(t, range->step));
    bool down = negative_int(step);
    bool before = TRY(down ? less(t, start, n) : less(t, n, start));
    bool inside = TRY(down ? less(t, stop, n) : less(t, n, stop));
    if (before || !inside) return false;
    Ref distance = TRY(subtract(t, n, start));
    Ref rest = TRY(binary_operation(t, BinaryOp::Modulo, distance, step));
    return rest.get() == Value::small_int(0);
}

void range_dealloc(Interpreter& interp, Object* o) {
    auto* range = static_cast<RangeObject*>(o);
    decref(range->start);
    decref(range->stop);
    decref(range->step);
    decref(range->length);
    free_object(interp, o);
}

// ------------------------------------------------------------------------------------------------ slice

Ref slice_new(Thread& t, Value start, Value stop, Value step) {
    auto* slice = allocate<SliceObject>(t, t.interp.type(Kind::Slice));
    if (!slice) return Failed{};
    slice->start = own(start).release();
    slice->stop = own(stop).release();
    slice->step = own(step).release();
    gc_track(slice);
    return Ref::steal(slice);
}

void slice_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* slice = static_cast<SliceObject*>(o);
    decref(slice->start);
    decref(slice->stop);
    decref(slice->step);
    free_object(interp, o);
}

void slice_traverse(Object* o, Visitor& visitor) {
    auto* slice = static_cast<SliceObject*>(o);
    visitor.visit(slice->start);
    visitor.visit(slice->stop);
    visitor.visit(slice->step);
}

static Ref slice_index(Thread& t, Value v) {
    if (v.is_int()) return own(v);
    TypeObject* type = type_of(t, v);
    if (!type->slots.index)
        return raise(t, Exc::TypeError, "slice indices must be integers or None or have an __index__ method");
    return int_like_index(t, v);
}

// One bound: None gives `missing`; negative counts from the end; clamped to [lower, upper].
static Ref big_bound(Thread& t, Value v, Value length, Value lower, Value upper, Value missing) {
    if (v.is_none()) return own(missing);
    Ref index = TRY(slice_index(t, v));
    if (negative_int(index)) {
        index = TRY(add(t, index, length));
        return TRY(less(t, index, lower)) ? own(lower) : std::move(index);
    }
    return TRY(less(t, upper, index)) ? own(upper) : std::move(index);
}

static Status adjust_big(Thread& t, SliceObject* slice, Value length, BigSliceRange* out) {
    out->step = slice->step.is_none() ? own(Value::small_int(1)) : TRY(slice_index(t, slice->step));
    Ref stride = TRY(exact_index(t, out->step));
    if (stride.get() == Value::small_int(0)) return raise(t, Exc::ValueError, "slice step cannot be zero");
    bool down = negative_int(out->step);
    Ref lower = own(Value::small_int(down ? -1 : 0));
    Ref upper = down ? TRY(subtract(t, length, Value::small_int(1))) : own(length);
    out->start = TRY(big_bound(t, slice->start, length, lower, upper, down ? upper : lower));
    out->stop = TRY(big_bound(t, slice->stop, length, lower, upper, down ? lower : upper));
    return ok();
}

BigSliceRange slice_adjust_big(Thread& t, SliceObject* slice, Value length) {
    BigSliceRange result;
    result.failed_ = !adjust_big(t, slice, length, &result);
    return result;
}

}  // namespace krait
