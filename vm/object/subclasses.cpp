#include "vm/object/subclasses.h"

#include <cstring>

namespace krait {

static Value address_value(const TypeObject* type) {
    return Value::from_int_unchecked(static_cast<int64_t>(reinterpret_cast<uintptr_t>(type) >> 4));
}

Status subclass_add(Thread& t, TypeObject* base, TypeObject* sub) {
    if (!base->subclasses) base->subclasses = TRY(list_new(t)).release();
    auto* list = reinterpret_cast<ListObject*>(base->subclasses);
    Value address = address_value(sub);
    for (uint32_t i = 0; i < list->size; ++i)
        if (list->items[i] == address) return ok();
    return list_append(t, list, address);
}

void subclass_remove(TypeObject* base, TypeObject* sub) {
    if (!base->subclasses) return;
    auto* list = reinterpret_cast<ListObject*>(base->subclasses);
    Value address = address_value(sub);
    for (uint32_t i = 0; i < list->size; ++i) {
        if (!(list->items[i] == address)) continue;
        std::memmove(list->items + i, list->items + i + 1, (list->size - i - 1) * sizeof(Value));
        --list->size;
        return;
    }
}

}  // namespace krait
