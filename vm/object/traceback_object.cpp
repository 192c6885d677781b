// Layout functions of traceback entries.
#include "vm/object/traceback_object.h"

#include "vm/interp/frame.h"
#include "vm/memory/heap.h"
#include "vm/object/code_object.h"

namespace krait {

static constexpr int32_t kUnknownLine = INT32_MIN;

int32_t traceback_line(TracebackObject* tb) {
    if (tb->line == kUnknownLine && tb->frame) tb->line = code_line(tb->frame->code, tb->lasti);
    return tb->line;
}

RefTo<TracebackObject> traceback_new(Thread& t, TracebackObject* next, FrameObject* frame, int32_t lasti) {
    auto* tb = allocate<TracebackObject>(t, t.interp.type(Kind::Traceback));
    if (!tb) return Failed{};
    tb->next = next;
    if (next) incref(next);
    tb->frame = frame;
    if (frame) incref(frame);
    tb->lasti = lasti;
    tb->line = kUnknownLine;
    gc_track(tb);
    return RefTo<TracebackObject>::steal(tb);
}

void traceback_traverse(Object* o, Visitor& v) {
    auto* tb = static_cast<TracebackObject*>(o);
    v.visit_pointer(tb->next);
    v.visit_pointer(tb->frame);
}

void traceback_clear(Interpreter&, Object* o) {
    auto* tb = static_cast<TracebackObject*>(o);
    TracebackObject* next = tb->next;
    FrameObject* frame = tb->frame;
    tb->next = nullptr;
    tb->frame = nullptr;
    if (next) decref(next);
    if (frame) decref(frame);
}

void traceback_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    traceback_clear(interp, o);
    free_object(interp, o);
}

}  // namespace krait
