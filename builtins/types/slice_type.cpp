// slice: three attributes and indices().
#include "builtins/types/container_support.h"

namespace krait {
namespace {

SliceObject* slice_of(Value v) { return v.as<SliceObject>(); }

Value slice_new_slot(Thread& t, TypeObject*, const CallArgs& args) {
    if (!refuse_keywords(t, "slice", args) || !check_argument_count(t, "slice", args, 1, 3)) return Value::error();
    const Value* a = args.args;
    if (args.nargs == 1) return slice_new(t, Value::none(), a[0], Value::none()).release();
    return slice_new(t, a[0], a[1], args.nargs == 3 ? a[2] : Value::none()).release();
}

Ref slice_text(Thread& t, SliceObject* s) {
    StrBuilder text(t);
    TRY(text.append_ascii("slice("));
    TRY(append_repr(t, text, s->start));
    TRY(text.append_ascii(", "));
    TRY(append_repr(t, text, s->stop));
    TRY(text.append_ascii(", "));
    TRY(append_repr(t, text, s->step));
    TRY(text.append_char(')'));
    return text.finish();
}
Value slice_repr(Thread& t, Value self) { return slice_text(t, slice_of(self)).release(); }

Ref parts(Thread& t, SliceObject* s) { return tuple_pack(t, {s->start, s->stop, s->step}); }

Value slice_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!is_kind(b, Kind::Slice)) return Value::not_implemented();
    if (a == b) return Value::boolean(op == CompareOp::Eq || op == CompareOp::Le || op == CompareOp::Ge);
    Ref x = parts(t, slice_of(a)), y = parts(t, slice_of(b));
    if (x.failed() || y.failed()) return Value::error();
    return rich_compare(t, x, y, op).release();
}

Ref slice_indices(Thread& t, SliceObject* self, Value length) {
    Ref n = TRY(exact_index(t, length));
    if (TRY(compare_bool(t, n, Value::small_int(0), CompareOp::Lt)))
        return raise(t, Exc::ValueError, "length should not be negative");
    BigSliceRange range = slice_adjust_big(t, self, n);
    if (range.failed()) return Failed{};
    return tuple_pack(t, {range.start, range.stop, range.step});
}

Ref slice_reduce(Thread& t, SliceObject* self) {
    Ref args = TRY(parts(t, self));
    return tuple_pack(t, {Value::object(t.interp.type(Kind::Slice)), args});
}

constexpr MethodDef METHODS[] = {
    method<slice_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
    method<slice_indices>("indices", "(self, len, /)",
                          "S.indices(len) -> (start, stop, stride)\n\n"
                          "Assuming a sequence of length len, calculate the start and stop\n"
                          "indices, and the stride length of the extended slice described by\n"
                          "S. Out of bounds indices are clipped in a manner consistent with the\n"
                          "handling of normal slices."),
};
constexpr MemberDef MEMBERS[] = {
    {"start", offsetof(SliceObject, start), false, nullptr},
    {"stop", offsetof(SliceObject, stop), false, nullptr},
    {"step", offsetof(SliceObject, step), false, nullptr},
};

}  // namespace

extern const TypeSpec kSliceTypeSpec;
constinit const TypeSpec kSliceTypeSpec = {
    .name = "slice",
    .doc = "slice(stop)\nslice(start, stop[, step])\n\n"
           "Create a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
    .basic_size = sizeof(SliceObject),
    .flags = kTypeGc,
    .slots = {.dealloc = slice_dealloc, .traverse = slice_traverse, .repr = slice_repr, .hash = hash_not_implemented,
              .compare = slice_compare, .new_ = slice_new_slot},
    .methods = METHODS,
    .members = MEMBERS,
};

}  // namespace krait
