// _collections: the types by theme (collections_*.cpp).
#pragma once

#include "builtins/types/container_support.h"
#include "vm/native/module_def.h"

namespace krait {

extern const TypeSpec kDequeSpec, kDequeIteratorSpec, kDequeReverseIteratorSpec;              // _deque
extern const TypeSpec kDefaultDictSpec;                                                       // _defaultdict
extern const TypeSpec kOrderedDictSpec, kOrderedKeysSpec, kOrderedValuesSpec, kOrderedItemsSpec, kOrderedIteratorSpec;

// Types whose instances others of the module make. In TypeObject::native of each, for the interpreter's life.
struct CollectionsTypes {
    TypeObject *deque_iterator, *deque_reverse_iterator;
    TypeObject *ordered_keys, *ordered_values, *ordered_items, *ordered_iterator;
};
inline CollectionsTypes& collections_types(TypeObject* type) {   // of a type of the module or a subclass
    while (!type->native) type = type->base;
    return *static_cast<CollectionsTypes*>(type->native);
}

}  // namespace krait
