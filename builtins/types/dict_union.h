// The union operators of dict.
#pragma once

#include "vm/object/dict_object.h"

namespace krait {

Value dict_union(Thread&, Value a, Value b);                   // a new dict; NotImplemented unless both are dicts
Value dict_update_in_place(Thread&, Value self, Value other);  // update() that returns self
// Whether a class made by Python has an operator of its own, which must not lose to one that it inherits: __or__ of
// self, __ror__ of the other.
bool has_own_union(Thread&, Value self, Value other);
// The slots of a type that has them; `make` is its own |.
constexpr void set_union_slots(Slots& slots, BinaryFn make, BinaryFn in_place) {
    slots.binary[static_cast<size_t>(BinaryOp::Or)] = make;
    slots.inplace[static_cast<size_t>(BinaryOp::Or)] = in_place;
}
constexpr Slots with_union(Slots slots, BinaryFn make = dict_union) {
    set_union_slots(slots, make, dict_update_in_place);
    return slots;
}

}  // namespace krait
