// The algebra of sets, shared by set and frozenset. `other` is any iterable where the text says so.
#pragma once

#include "builtins/types/container_support.h"

namespace krait {

inline SetObject* set_of(Value v) { return v.as<SetObject>(); }
// set or frozenset, whichever a (subclass) instance is made of: what operators give.
TypeObject* set_base_type(Thread&, Value self);

Ref set_make(Thread&, TypeObject*, Value iterable_or_unbound);
Ref set_copy_of(Thread&, Value self);                            // of the base type; an exact frozenset itself
Ref set_difference(Thread&, Value self, Value iterable);
Ref set_intersection(Thread&, Value self, Value iterable);
Ref set_symmetric_difference(Thread&, Value self, Value iterable);
Status set_difference_update(Thread&, SetObject* self, Value iterable);
Status set_intersection_update(Thread&, Value self, Value iterable);
Status set_symmetric_difference_update(Thread&, SetObject* self, Value iterable);
Fallible<bool> set_is_subset(Thread&, SetObject* a, SetObject* b);
Fallible<bool> set_isdisjoint(Thread&, Value self, Value iterable);

// --- slots and methods that both types have
Value set_repr(Thread&, Value self);
Value set_compare(Thread&, Value a, Value b, CompareOp op);
Value set_iter(Thread&, Value self);
int64_t set_length(Thread&, Value self);
int set_contains_slot(Thread&, Value self, Value item);
Value set_or(Thread&, Value a, Value b);
Value set_and(Thread&, Value a, Value b);
Value set_subtract(Thread&, Value a, Value b);
Value set_xor(Thread&, Value a, Value b);

Ref set_copy_method(Thread&, Value self);
Ref set_difference_method(Thread&, Value self, Args others);
Ref set_intersection_method(Thread&, Value self, Args others);
Ref set_union_method(Thread&, Value self, Args others);
Fallible<bool> set_issubset_method(Thread&, Value self, Value other);
Fallible<bool> set_issuperset_method(Thread&, Value self, Value other);
Ref set_reduce(Thread&, Value self);
Fallible<int64_t> set_sizeof(Thread&, SetObject* self);

#define KRAIT_SHARED_SET_METHODS                                                                                       \
    method<set_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),                           \
        method<set_sizeof>("__sizeof__", "(self, /)", "S.__sizeof__() -> size of S in memory, in bytes"),              \
        method<set_copy_method>("copy", "(self, /)", "Return a shallow copy of a set."),                               \
        method<set_difference_method>("difference", "(self, *others)",                                                 \
                                      "Return the difference of two or more sets as a new set.\n\n"                    \
                                      "(i.e. all elements that are in this set but not the others.)"),                 \
        method<set_intersection_method>("intersection", "(self, *others)",                                             \
                                        "Return the intersection of two sets as a new set.\n\n"                        \
                                        "(i.e. all elements that are in both sets.)"),                                 \
        method<set_isdisjoint>("isdisjoint", "(self, other, /)", "Return True if two sets have a null intersection."), \
        method<set_issubset_method>("issubset", "(self, other, /)", "Report whether another set contains this set."),  \
        method<set_issuperset_method>("issuperset", "(self, other, /)",                                                \
                                      "Report whether this set contains another set."),                                \
        method<set_symmetric_difference>("symmetric_difference", "(self, other, /)",                                   \
                                         "Return the symmetric difference of two sets as a new set.\n\n"               \
                                         "(i.e. all elements that are in exactly one of the sets.)"),                  \
        method<set_union_method>(                                                                                      \
            "union", "(self, *others)",                                                                                \
            "Return the union of sets as a new set.\n\n(i.e. all elements that are in either set.)")

}  // namespace krait
