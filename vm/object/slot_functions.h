// Generic slot functions of classes made by Python: each looks its dunder up and calls it. Read by slots.cpp's table.
#pragma once

#include "vm/object/attribute.h"
#include "vm/object/slots.h"
#include "vm/protocol/protocol.h"

namespace krait {

KRAIT_COLD Failed raise_missing_dunder(Thread&, StrObject* name);   // AttributeError: the dunder went away meanwhile
// a.plain(b), then b.reflected(a), by the rules of binary operators. `mine` tests that a type has this very slot.
Value slot_binary_call(Thread&, Value a, Value b, StrObject* plain, StrObject* reflected, bool a_has, bool b_has);

template <StrObject* Names::*kName>
Value slot_unary(Thread& t, Value self) {
    Value result = call_dunder(t, t.interp.names.*kName, &self, 1);
    return KRAIT_LIKELY(!result.is_unbound()) ? result : raise_missing_dunder(t, t.interp.names.*kName);
}

template <BinaryOp kOp, StrObject* Names::*kPlain, StrObject* Names::*kReflected>
Value slot_binary(Thread& t, Value a, Value b) {
    constexpr size_t op = static_cast<size_t>(kOp);
    BinaryFn mine = &slot_binary<kOp, kPlain, kReflected>;
    return slot_binary_call(t, a, b, t.interp.names.*kPlain, t.interp.names.*kReflected,
                            type_of(t, a)->slots.binary[op] == mine, type_of(t, b)->slots.binary[op] == mine);
}

template <StrObject* Names::*kName>
Value slot_inplace(Thread& t, Value self, Value other) {
    Value args[] = {self, other};
    Value result = call_dunder(t, t.interp.names.*kName, args, 2);
    return result.is_unbound() ? Value::not_implemented() : result;
}

int64_t slot_hash(Thread&, Value self);
Value slot_compare(Thread&, Value self, Value other, CompareOp);
Value slot_iter(Thread&, Value self);
Value slot_descr_get(Thread&, Value descr, Value instance, Value owner);
int slot_descr_set(Thread&, Value descr, Value instance, Value value);
Value slot_power(Thread&, Value a, Value b, Value modulus);
int slot_truth(Thread&, Value self);
int64_t slot_length(Thread&, Value self);
Value slot_get_item(Thread&, Value self, Value key);
int slot_set_item(Thread&, Value self, Value key, Value value);
int slot_contains(Thread&, Value self, Value item);

}  // namespace krait
