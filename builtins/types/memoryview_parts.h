// What the sources of memoryview share.
#pragma once

#include "builtins/types/text_support.h"
#include "vm/native/method_def.h"
#include "vm/object/buffer.h"

namespace krait {

// False, ValueError pending: the view has been released.
bool memoryview_check(Thread&, const MemoryViewObject*);
inline char memoryview_code(const MemoryViewObject* m) { return m->format[0] == '@' ? m->format[1] : m->format[0]; }
Ref memoryview_to_bytes(Thread&, MemoryViewObject*);

Value memoryview_get_item(Thread&, Value self, Value key);
int memoryview_set_item(Thread&, Value self, Value key, Value value);
Ref memoryview_tolist(Thread&, Value self);
Ref memoryview_cast(Thread&, Value self, Value format, Value shape);

}  // namespace krait
