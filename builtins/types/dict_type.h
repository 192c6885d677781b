// Parts of dict that its subclasses in native modules use.
#pragma once

#include "builtins/types/container_support.h"

namespace krait {

Value dict_new_slot(Thread&, TypeObject*, const CallArgs&);
int dict_init(Thread&, Value self, const CallArgs&);
// update(*args, **kwargs) of `name`; kwargs is a dict or UNBOUND.
Status dict_update_from(Thread&, DictObject* self, const char* name, const Value* args, size_t nargs, Value kwargs);
Fallible<bool> dict_equal(Thread&, DictObject*, DictObject*);
Value dict_compare(Thread&, Value, Value, CompareOp);
Value dict_get_item(Thread&, Value self, Value key);       // with __missing__
// dict.fromkeys for any class.
Ref dict_fromkeys(Thread&, Value cls, Value iterable, Value value);
DictObject* dict_allocate(Thread&, TypeObject*);           // empty; null: MemoryError

}  // namespace krait
