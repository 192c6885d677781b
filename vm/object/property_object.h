// property: computed attributes.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

Value property_get(Thread&, Value descr, Value instance, Value owner);
int property_set(Thread&, Value descr, Value instance, Value value_or_unbound);

void property_dealloc(Interpreter&, Object*);
void property_traverse(Object*, Visitor&);
void property_clear(Interpreter&, Object*);

}  // namespace krait
