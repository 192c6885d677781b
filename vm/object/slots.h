// Dunders and slots: the table slots.def, and how the two are kept in step.
//
// 1. A built-in type fills slots in its spec; every slot it fills itself shows as wrapper_descriptor in its dict.
// 2. A class made by Python finds each dunder along its MRO. A wrapper of the very same slot: the wrapped function is
// put
//    into the slot, as if inherited. Anything else: a generic function that looks the dunder up at every call.
// 3. When a dunder attribute of a class changes, the slots it stands for are decided again in it and its subclasses.
#pragma once

#include "vm/error/raise.h"

namespace krait {

// How a slot is called when it is reached through its wrapper.
enum class SlotShape : uint8_t {
    Hidden,
    Unary,
    Hash,
    Compare,
    Call,
    GetAttr,
    SetAttr,
    DelAttr,
    Next,
    DescrGet,
    DescrSet,
    DescrDelete,
    Init,
    Finalize,
    BinaryLeft,
    BinaryRight,
    Inplace,
    Power,
    PowerRight,
    Bool,
    Length,
    SetItem,
    DelItem,
    Contains,
    Repeat
};

// A slot's function, whatever its type. Compared and stored as bits.
union SlotFunction {
    constexpr SlotFunction() : generic(nullptr) {}
    constexpr SlotFunction(UnaryFn f) : unary(f) {}
    constexpr SlotFunction(BinaryFn f) : binary(f) {}
    constexpr SlotFunction(TernaryFn f) : ternary(f) {}
    constexpr SlotFunction(CompareFn f) : compare(f) {}
    constexpr SlotFunction(LengthFn f) : length(f) {}
    constexpr SlotFunction(BoolFn f) : boolean(f) {}
    constexpr SlotFunction(ContainsFn f) : contains(f) {}
    constexpr SlotFunction(CallFn f) : call(f) {}
    constexpr SlotFunction(NewFn f) : new_(f) {}
    constexpr SlotFunction(InitFn f) : init(f) {}
    constexpr SlotFunction(GetAttrFn f) : getattr(f) {}
    constexpr SlotFunction(SetAttrFn f) : setattr(f) {}
    constexpr SlotFunction(DescrSetFn f) : set(f) {}
    constexpr SlotFunction(RepeatFn f) : repeat(f) {}
    constexpr SlotFunction(FinalizeFn f) : finalize(f) {}

    void (*generic)();
    UnaryFn unary;
    BinaryFn binary;
    TernaryFn ternary;
    CompareFn compare;
    LengthFn length;
    BoolFn boolean;
    ContainsFn contains;
    CallFn call;
    NewFn new_;
    InitFn init;
    GetAttrFn getattr;
    SetAttrFn setattr;
    DescrSetFn set;
    RepeatFn repeat;
    FinalizeFn finalize;

    explicit operator bool() const { return std::bit_cast<uintptr_t>(*this) != 0; }
    friend bool operator==(SlotFunction a, SlotFunction b) {
        return std::bit_cast<uintptr_t>(a) == std::bit_cast<uintptr_t>(b);
    }
};
static_assert(sizeof(SlotFunction) == sizeof(void*));

struct SlotRow {
    StrObject* Names::*name;
    uint16_t offset;          // in Slots
    SlotShape shape;
    uint8_t op;               // CompareOp or BinaryOp
    SlotFunction function;    // generic function of Python classes; null: the dunder does not fill the slot
    const char* signature;
    const char* doc;
};
std::span<const SlotRow> slot_rows();

inline SlotFunction slot_at(const Slots& slots, const SlotRow& row) {
    SlotFunction f;
    __builtin_memcpy(&f, reinterpret_cast<const char*>(&slots) + row.offset, sizeof f);
    return f;
}
inline void set_slot_at(Slots& slots, const SlotRow& row, SlotFunction f) {
    __builtin_memcpy(reinterpret_cast<char*>(&slots) + row.offset, &f, sizeof f);
}

// Fills the null slots of a built-in type from its base (what `type` itself has in its spec stays).
void slots_inherit(TypeObject* type, const TypeObject* base);
// wrapper_descriptors (and __new__, __hash__ = None) for what `own` fills, into the type's dict.
Status slots_expose(Thread&, TypeObject* type, const Slots& own);
// All slots of a class made by Python, from the dunders along its MRO.
void slots_fixup(TypeObject* type);
// The same for a new class that has its base's slots: only what it defines itself need be looked at.
void slots_fixup_new(TypeObject* type);
// After type.name changed: the slots of `name` in it and in the subclasses that do not define it.
void slots_update(TypeObject* type, StrObject* name);
bool is_dunder_slot(TypeObject* type, StrObject* name);   // some row has this (interned) name

// Calls type(self).dunder with self in front, without making a bound method: UNBOUND when the type has none.
// `args[0]` must be self.
Value call_dunder(Thread&, StrObject* name, const Value* args, size_t nargs);
// Calls an attribute found on a type as a method of args[0]; `found` is owned by the caller.
Value call_found(Thread&, Value found, const CallArgs&);

// A slot through its wrapper: args without self.
Value call_slot_wrapper(Thread&, const SlotRow&, SlotFunction, Value self, const CallArgs&);

// Generic functions that others compare with.
Value slot_getattr_hook(Thread&, Value self, StrObject* name);
Value slot_next(Thread&, Value self);            // EXHAUSTED for StopIteration
Value slot_next_raising(Thread&,
                        Value self);  // the same, StopIteration stays pending (its value matters to `yield from`)
int slot_setattr(Thread&, Value self, StrObject* name, Value value);
Value slot_call(Thread&, Value self, const CallArgs&);
Value slot_new(Thread&, TypeObject*, const CallArgs&);
int slot_init(Thread&, Value self, const CallArgs&);
void slot_finalize(Thread&, Value self);

}  // namespace krait
