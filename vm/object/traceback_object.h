// Traceback entries: one per frame an exception went through, outermost first.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

RefTo<TracebackObject> traceback_new(Thread&, TracebackObject* next, FrameObject* frame, int32_t lasti);
int32_t traceback_line(TracebackObject*);      // looked up when somebody asks
void traceback_dealloc(Interpreter&, Object*);
void traceback_traverse(Object*, Visitor&);
void traceback_clear(Interpreter&, Object*);

}  // namespace krait
