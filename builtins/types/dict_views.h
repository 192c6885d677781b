// dict_keys, dict_values, dict_items; OrderedDict's views use the same layout.
#pragma once

#include "builtins/types/container_support.h"

namespace krait {

struct DictViewObject : Object {
    DictObject* dict;     // owned
};

Ref dict_view_new(Thread&, TypeObject* view_type, DictObject*);
void dict_view_dealloc(Interpreter&, Object*);
void dict_view_traverse(Object*, Visitor&);
Value dict_view_repr(Thread&, Value self);
int64_t dict_view_length(Thread&, Value self);
// a & b and so on for operands of which one is a view: a new set.
Value dict_view_subtract(Thread&, Value, Value);
Value dict_view_and(Thread&, Value, Value);
Value dict_view_or(Thread&, Value, Value);
Value dict_view_xor(Thread&, Value, Value);
Value dict_view_compare(Thread&, Value, Value, CompareOp);
int dict_keys_contains(Thread&, Value self, Value key);
int dict_items_contains(Thread&, Value self, Value pair);
// An iterator over the entries there are now, from the last to the first; UNBOUND: not a view of a plain dict.
Ref dict_view_reversed(Thread&, Value view);
std::span<const MethodDef> dict_view_methods();   // isdisjoint

}  // namespace krait
