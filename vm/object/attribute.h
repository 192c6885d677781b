// Attribute lookup below the protocol: along MROs, in instances, and what inline caches may remember.
#pragma once

#include "vm/error/raise.h"
#include "vm/object/layouts.h"

namespace krait {

// `name` in a class namespace, or in the type's own: borrowed or UNBOUND. A null dict is empty.
Value namespace_value_nocall(DictObject*, StrObject* name);
Value type_own_attribute_nocall(const TypeObject*, StrObject* name);
// The object's own attribute (inline value or dict): borrowed (own it at once), UNBOUND, or ERROR.
Value instance_own_attribute(Thread&, Object*, StrObject* name);

// generic_get_attribute that gives UNBOUND instead of making an AttributeError (one raised by a property is dropped
// too).
Value generic_lookup_attribute(Thread&, Value self, StrObject* name);
// The same, but an AttributeError raised by a descriptor stays: UNBOUND means there is no such attribute.
Value generic_find_attribute(Thread&, Value self, StrObject* name);

// Slots of `type`: the type's own MRO beside its metatype's.
Value type_get_attribute(Thread&, Value self, StrObject* name);
Value type_find_attribute(Thread&, TypeObject*, StrObject* name);      // UNBOUND: absent
int type_setattr(Thread&, Value self, StrObject* name, Value value_or_unbound);
// Slots of `module` and `super`.
Value module_get_attribute(Thread&, Value self, StrObject* name);
Value super_get_attribute(Thread&, Value self, StrObject* name);
// Plain store into the instance, descriptors already seen to. `has_class_value` chooses the message.
int instance_store(Thread&, Value self, StrObject* name, Value value_or_unbound, bool has_class_value);

void method_cache_clear(Interpreter&);
// Functions, native methods and slot wrappers: called with self in front instead of being bound.
inline bool is_method_like(Value v) {
    if (!v.is_object()) return false;
    Kind k = v.as_object()->kind;
    return k == Kind::Function || k == Kind::MethodDescriptor || k == Kind::SlotWrapper;
}
inline bool is_data_descriptor(Thread& t, Value v) {
    return v.is_object() && type_of(t, v)->slots.descr_set != nullptr;
}

}  // namespace krait
