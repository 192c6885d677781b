// Instances of classes made by Python: inline values, trailers of slotted classes and subclasses of built-in types, the
// instance dict, __class__, and the end of their life. Declarations of common use stand in layouts.h.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

constexpr size_t kMaxInlineValues = 61;    // as many as fit into the largest cell

inline size_t inline_instance_size(size_t capacity) {
    return sizeof(Object) + sizeof(DictObject*) + capacity * sizeof(Value);
}
// The dict of instances lies in the layout itself (functions, modules, exceptions ...): byte offset, or 0.
size_t layout_dict_offset(Kind layout);
bool has_trailer_dict(const TypeObject*);
void shared_keys_free(Interpreter&, TypeObject*);

// __dict__ of an object: get (owned), and set/delete with CPython's messages.
Value object_get_dict(Thread&, Value self);
int object_set_dict(Thread&, Value self, Value value_or_unbound);
int object_set_class(Thread&, Value self, Value cls_or_unbound);
// Instances of both can be used in each other's place: same layout, slots, dict and weak references.
bool same_instance_layout(const TypeObject*, const TypeObject*);
// In the reference's words: what stands in the way.
const char* layout_difference(const TypeObject*, const TypeObject*);

// Slots of classes made by Python; `inline_`: kTypeInline.
void inline_instance_dealloc(Interpreter&, Object*);
void inline_instance_traverse(Object*, Visitor&);
void inline_instance_clear(Interpreter&, Object*);
void subclass_instance_dealloc(Interpreter&, Object*);      // then the built-in base's own dealloc
void subclass_instance_traverse(Object*, Visitor&);
void subclass_instance_clear(Interpreter&, Object*);
void plain_object_dealloc(Interpreter&, Object*);           // slot of `object`

}  // namespace krait
