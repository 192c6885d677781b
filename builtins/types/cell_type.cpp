// cell: a variable shared between a function and the functions inside it.
#include "builtins/types/object_common.h"
#include "vm/object/function_object.h"

namespace krait {

namespace {

CellObject* self_of(Value v) { return v.as<CellObject>(); }

Value cell_repr(Thread& t, Value self) {
    Value contents = self_of(self)->contents;
    if (contents.is_unbound()) return str_format_c(t, "<cell at %p: empty>", address_of(self)).release();
    return str_format_c(t, "<cell at %p: %s object at %p>", address_of(self), type_name_of(t, contents),
                        address_of(contents))
        .release();
}

bool order_holds(int order, CompareOp op) {
    switch (op) {
    case CompareOp::Lt: return order < 0;
    case CompareOp::Le: return order <= 0;
    case CompareOp::Eq: return order == 0;
    case CompareOp::Ne: return order != 0;
    case CompareOp::Gt: return order > 0;
    case CompareOp::Ge: return order >= 0;
    }
    return false;
}

// Cells compare as their contents do; an empty one is less than any other.
Value cell_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!is_kind(a, Kind::Cell) || !is_kind(b, Kind::Cell)) return Value::not_implemented();
    Ref left = own(self_of(a)->contents), right = own(self_of(b)->contents);
    bool left_empty = left.get().is_unbound(), right_empty = right.get().is_unbound();
    if (!left_empty && !right_empty) return rich_compare(t, left, right, op).release();
    return Value::boolean(order_holds(static_cast<int>(right_empty) - static_cast<int>(left_empty), op));
}

Value get_contents(Thread& t, Value self) {
    Value contents = self_of(self)->contents;
    return contents.is_unbound() ? Value(raise(t, Exc::ValueError, "Cell is empty")) : own(contents).release();
}

constexpr GetSetDef GETSETS[] = {{"cell_contents", &get_contents, nullptr, nullptr}};

}  // namespace

extern const TypeSpec kCellTypeSpec;
constinit const TypeSpec kCellTypeSpec = {
    .name = "cell",
    .basic_size = sizeof(CellObject),
    .flags = kTypeGc,
    .slots = {.dealloc = cell_dealloc,
              .traverse = cell_traverse,
              .clear = cell_clear,
              .repr = cell_repr,
              .compare = cell_compare,
              .getattr = generic_get_attribute},
    .getsets = GETSETS,
};

}  // namespace krait
