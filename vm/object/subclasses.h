// Direct subclasses of a type: a list of plain addresses. A subclass owns its bases, so it is always there to take
// itself out of their lists before it is freed.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

Status subclass_add(Thread&, TypeObject* base, TypeObject* sub);
void subclass_remove(TypeObject* base, TypeObject* sub);

inline size_t subclass_count(const TypeObject* base) {
    return base->subclasses ? reinterpret_cast<ListObject*>(base->subclasses)->size : 0;
}
inline TypeObject* subclass_at(const TypeObject* base, size_t i) {
    return reinterpret_cast<TypeObject*>(reinterpret_cast<ListObject*>(base->subclasses)->items[i].as_int() << 4);
}

// `visit` must not run Python code.
template <class F>
void for_each_subclass(const TypeObject* base, F&& visit) {
    for (size_t i = 0; i < subclass_count(base); ++i) visit(subclass_at(base, i));
}

}  // namespace krait
