// What instances of a class look like in memory: solid bases, slots, and whether classes can be combined.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

// The nearest class along __base__ (itself included) that adds to its base's layout: own slots or a built-in layout.
const TypeObject* solid_base(const TypeObject*);
// The base whose layout a class of these bases gets (its __base__). TypeErrors for unacceptable or conflicting bases.
Fallible<TypeObject*> best_base(Thread&, TupleObject* bases);
// Instances have a __dict__ that they own (in the layout, the trailer or inline).
bool instances_have_dict(const TypeObject*);
// CPython keeps inline items behind the object (int, tuple, bytes, type): no room for slots.
bool has_item_size(const TypeObject*);
// Both classes add the same number of slots under the same names to the same layout.
bool same_own_slots(const TypeObject*, const TypeObject*);

}  // namespace krait
