// dealloc, traverse and clear of a layout from the list of its owned fields:
//     using Fields = OwnedFields<EnumerateObject, &EnumerateObject::iterator, &EnumerateObject::result>;
//     .slots = {.dealloc = Fields::dealloc, .traverse = Fields::traverse, .clear = Fields::clear, ...}
// A field is a Value (UNBOUND: empty) or a pointer to an object (null: empty).
#pragma once

#include <utility>

#include "vm/object/layouts.h"

namespace krait {

inline void drop_field(Value* field) { decref(std::exchange(*field, Value::unbound())); }
template <class T>
void drop_field(T** field) {
    if (T* old = std::exchange(*field, nullptr)) decref(static_cast<Object*>(old));
}
inline void visit_field(Visitor& visitor, Value field) { visitor.visit(field); }
template <class T>
void visit_field(Visitor& visitor, T* field) { visitor.visit_pointer(field); }

template <class T, auto... kFields>
struct OwnedFields {
    static void clear(Interpreter&, Object* o) { (drop_field(&(static_cast<T*>(o)->*kFields)), ...); }
    static void dealloc(Interpreter& interp, Object* o) {
        gc_untrack(o);
        clear(interp, o);
        free_object(interp, o);
    }
    static void traverse(Object* o, Visitor& visitor) { (visit_field(visitor, static_cast<T*>(o)->*kFields), ...); }
};

}  // namespace krait
