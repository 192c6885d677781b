// set and its iterator. The algebra stands in set_operations.cpp.
#include "builtins/types/class_alias.h"
#include "builtins/types/set_operations.h"

namespace krait {
namespace {

Value set_new_slot(Thread& t, TypeObject* type, const CallArgs&) {
    SetObject* so = set_allocate(t, type);
    return so ? Value::object(so) : Value::error();
}

int set_init(Thread& t, Value self, const CallArgs& args) {
    if (!refuse_keywords_if_exact(t, "set", self.as_object()->type, Kind::Set, args)) return -1;
    if (!check_argument_count(t, "set", args, 0, 1)) return -1;
    set_clear(t.interp, set_of(self));
    set_of(self)->hash = 0;
    return args.nargs ? slot_status(set_update(t, set_of(self), args.args[0])) : 0;
}

// ------------------------------------------------------------------------------------------------ in place

template <class F>
Value in_place(Value self, Value other, F&& change) {
    if (!is_set_layout(other)) return Value::not_implemented();
    if (change().failed()) return Value::error();
    return own(self).release();
}
Value inplace_or(Thread& t, Value self, Value other) {
    return in_place(self, other, [&] { return set_update(t, set_of(self), other); });
}
Value inplace_and(Thread& t, Value self, Value other) {
    return in_place(self, other, [&] { return set_intersection_update(t, self, other); });
}
Value inplace_subtract(Thread& t, Value self, Value other) {
    return in_place(self, other, [&] { return set_difference_update(t, set_of(self), other); });
}
Value inplace_xor(Thread& t, Value self, Value other) {
    return in_place(self, other, [&] { return set_symmetric_difference_update(t, set_of(self), other); });
}

// ------------------------------------------------------------------------------------------------ methods

Status set_add_method(Thread& t, SetObject* self, Value element) { return set_add(t, self, element); }
Status set_clear_method(Thread& t, SetObject* self) {
    set_clear(t.interp, self);
    return ok();
}
Status set_discard_method(Thread& t, SetObject* self, Value element) {
    TRY(set_discard(t, self, element));
    return ok();
}
Status set_remove(Thread& t, SetObject* self, Value element) {
    if (!TRY(set_discard(t, self, element))) return raise_key_error(t, element);
    return ok();
}
Ref set_pop_method(Thread& t, SetObject* self) {
    Ref key = set_pop(self);
    return key.get().is_unbound() ? Ref(raise(t, Exc::KeyError, "pop from an empty set")) : std::move(key);
}
Status set_update_method(Thread& t, SetObject* self, Args others) {
    for (Value other : others) TRY(set_update(t, self, other));
    return ok();
}
Status set_difference_update_method(Thread& t, SetObject* self, Args others) {
    for (Value other : others) TRY(set_difference_update(t, self, other));
    return ok();
}
Status set_intersection_update_method(Thread& t, Value self, Args others) {
    Ref common = TRY(set_intersection_method(t, self, others));
    if (common.get() != self) set_swap_contents(set_of(self), set_of(common));
    return ok();
}

constexpr MethodDef METHODS[] = {
    KRAIT_CLASS_GETITEM,
    KRAIT_SHARED_SET_METHODS,
    method<set_add_method>("add", "(self, element, /)",
                           "Add an element to a set.\n\nThis has no effect if the element is already present."),
    method<set_clear_method>("clear", "(self, /)", "Remove all elements from this set."),
    method<set_difference_update_method>("difference_update", "(self, *others)",
                                         "Remove all elements of another set from this set."),
    method<set_discard_method>(
        "discard", "(self, element, /)",
        "Remove an element from a set if it is a member.\n\nIf the element is not a member, do nothing."),
    method<set_intersection_update_method>("intersection_update", "(self, *others)",
                                           "Update a set with the intersection of itself and another."),
    method<set_pop_method>("pop", "(self, /)",
                           "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty."),
    method<set_remove>(
        "remove", "(self, element, /)",
        "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."),
    method<set_symmetric_difference_update>("symmetric_difference_update", "(self, other, /)",
                                            "Update a set with the symmetric difference of itself and another."),
    method<set_update_method>("update", "(self, *others)", "Update a set with the union of itself and others."),
};

constexpr Slots set_slots() {
    Slots s;
    s.dealloc = set_dealloc;
    s.traverse = set_traverse;
    s.clear = set_clear_slot;
    s.repr = set_repr;
    s.hash = hash_not_implemented;
    s.compare = set_compare;
    s.iter = set_iter;
    s.new_ = set_new_slot;
    s.init = set_init;
    s.length = set_length;
    s.contains = set_contains_slot;
    auto binary = [&s](BinaryOp op, BinaryFn plain, BinaryFn inplace) {
        s.binary[static_cast<size_t>(op)] = plain;
        s.inplace[static_cast<size_t>(op)] = inplace;
    };
    binary(BinaryOp::Or, set_or, inplace_or);
    binary(BinaryOp::And, set_and, inplace_and);
    binary(BinaryOp::Subtract, set_subtract, inplace_subtract);
    binary(BinaryOp::Xor, set_xor, inplace_xor);
    return s;
}

// ------------------------------------------------------------------------------------------------ iterator

using IteratorFields = OwnedFields<SetIteratorObject, &SetIteratorObject::set>;

Value iterator_next_slot(Thread& t, Value self) { return set_iterator_next(t, self.as<SetIteratorObject>()); }
Fallible<int64_t> iterator_hint(Thread&, SetIteratorObject* self) {
    return self->set && self->set->used == self->used ? int64_t{self->left} : int64_t{0};
}
Ref iterator_reduce(Thread& t, SetIteratorObject* self) {
    RefTo<ListObject> rest = TRY(list_new(t));
    if (self->set && self->set->used != self->used)
        return raise(t, Exc::RuntimeError, "Set changed size during iteration");
    size_t position = self->position;
    Value key;
    while (self->set && set_next_nocall(self->set, &position, &key)) TRY(list_append(t, rest.get(), key));
    return reduce_iter(t, rest.value());
}
constexpr MethodDef ITERATOR_METHODS[] = {
    method<iterator_hint>("__length_hint__", "(self, /)", "Private method returning an estimate of len(list(it))."),
    method<iterator_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
};

}  // namespace

extern const TypeSpec kSetTypeSpec, kSetIteratorTypeSpec;

constinit const TypeSpec kSetTypeSpec = {
    .name = "set",
    .doc = "set() -> new empty set object\nset(iterable) -> new set object\n\n"
           "Build an unordered collection of unique elements.",
    .basic_size = sizeof(SetObject),
    .flags = kTypeBase | kTypeGc | kTypeHasWeakrefs,
    .slots = set_slots(),
    .methods = METHODS,
};

constinit const TypeSpec kSetIteratorTypeSpec = {
    .name = "set_iterator",
    .basic_size = sizeof(SetIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = IteratorFields::dealloc, .traverse = IteratorFields::traverse, .iter = iter_self,
              .next = iterator_next_slot},
    .methods = ITERATOR_METHODS,
};

}  // namespace krait
