// frame: what tracebacks and sys._getframe() show.
#include "vm/interp/frame.h"
#include "vm/interp/interp_ops.h"
#include "vm/interp/tracing.h"
#include "vm/native/method_def.h"
#include "vm/runtime/gate.h"

namespace krait {
namespace {

FrameObject* self_of(Value v) { return v.as<FrameObject>(); }

Value get_code(Thread&, Value self) { return own(static_cast<Object*>(self_of(self)->code)).release(); }
Value get_globals(Thread&, Value self) { return own(static_cast<Object*>(self_of(self)->function->globals)).release(); }
Value get_builtins(Thread&, Value self) { return own(self_of(self)->function->builtins).release(); }
Value get_locals(Thread& t, Value self) { return frame_locals(t, self_of(self)).release(); }
Value get_lasti(Thread& t, Value self) { return make_int(t, frame_object_lasti(self_of(self))).release(); }
Value get_lineno(Thread& t, Value self) { return make_int(t, frame_object_line(self_of(self))).release(); }
// Whether a frame is the first of its thread, which need not be the one that asks.
bool is_outermost(const Thread& t, const Frame* f) {
    if (f >= t.frames && f < t.frames_end) return f == t.frames;
    if (t.interp.gate)
        for (const Thread* other : t.interp.gate->threads())
            if (f > other->frames && f < other->frames_end) return false;
    return true;
}
Value get_back(Thread& t, Value self) {
    FrameObject* f = self_of(self);
    if (f->back) return own(static_cast<Object*>(f->back)).release();
    if (!f->running || is_outermost(t, f->running)) return Value::none();
    return Ref(frame_object(t, f->running - 1)).release();
}
Value get_trace(Thread&, Value self) { return own(self_of(self)->trace).release(); }
int set_trace(Thread&, Value self, Value value) {
    self_of(self)->told_line = frame_object_line(self_of(self));
    decref(std::exchange(self_of(self)->trace, value.is_unbound() ? Value::none() : own(value).release()));
    return 0;
}

int set_lineno(Thread& t, Value self, Value value) {
    if (value.is_unbound()) {
        (void)raise(t, Exc::AttributeError, "cannot delete attribute");
        return -1;
    }
    Ref keep = own(self);
    return frame_set_line(t, self_of(self), value).failed() ? -1 : 0;
}

// frame.clear(): drops the locals of a frame that has ended, closes the generator of a suspended one.
Status frame_clear_method(Thread& t, Value self) {
    FrameObject* f = self_of(self);
    if (f->running) return raise(t, Exc::RuntimeError, "cannot clear an executing frame");
    if (f->generator) {
        Ref generator = own(f->generator);
        TRY(generator_close(t, generator.as<GeneratorObject>()));
    }
    if ((f->code->flags & CO_OPTIMIZED) && is_kind(f->locals, Kind::Dict)) {
        Ref locals = own(f->locals);
        dict_clear(t.interp, locals.as<DictObject>());
    }
    Value* values = std::exchange(f->values, nullptr);
    uint32_t count = std::exchange(f->value_count, 0);
    if (values) {
        drop_registers(values, values + count);
        t.heap.free_buffer(values, count * sizeof(Value));
    }
    return ok();
}

Value frame_repr(Thread& t, Value self) {
    return str_format_c(t, "<frame object at 0x%llx>", static_cast<unsigned long long>(self.bits)).release();
}

constexpr MethodDef METHODS[] = {
    method<frame_clear_method>("clear", "(self, /)", "Clear most references held by the frame."),
};
constexpr GetSetDef GETSETS[] = {
    {"f_back", get_back, nullptr, "next outer frame, or None"},
    {"f_builtins", get_builtins, nullptr, "built-in namespace"},
    {"f_code", get_code, nullptr, "code object being executed"},
    {"f_globals", get_globals, nullptr, "global namespace"},
    {"f_lasti", get_lasti, nullptr, "byte offset of the last instruction"},
    {"f_lineno", get_lineno, set_lineno, "current line"},
    {"f_locals", get_locals, nullptr, "local namespace"},
    {"f_trace", get_trace, set_trace, "trace function of this frame"},
};

}  // namespace

extern const TypeSpec kFrameTypeSpec;
constinit const TypeSpec kFrameTypeSpec = {
    .name = "frame",
    .basic_size = sizeof(FrameObject),
    .flags = kTypeGc,
    .slots = {.dealloc = frame_dealloc, .traverse = frame_traverse, .clear = frame_clear, .repr = frame_repr},
    .methods = METHODS,
    .getsets = GETSETS,
};

}  // namespace krait
