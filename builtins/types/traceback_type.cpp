// traceback: read-only in 3.6.
#include "vm/interp/frame.h"
#include "vm/native/method_def.h"
#include "vm/object/traceback_object.h"

namespace krait {

namespace {

TracebackObject* self_of(Value v) { return v.as<TracebackObject>(); }

Value get_next(Thread&, Value self) {
    TracebackObject* next = self_of(self)->next;
    return next ? own(next).release() : Value::none();
}
Value get_frame(Thread&, Value self) {
    FrameObject* frame = self_of(self)->frame;
    return frame ? own(frame).release() : Value::none();
}
Value get_lasti(Thread&, Value self) { return Value::small_int(self_of(self)->lasti); }
Value get_lineno(Thread&, Value self) { return Value::small_int(traceback_line(self_of(self))); }

// 3.6 has plain members here, whose complaint differs from that of computed attributes.
int refuse(Thread& t, Value, Value) {
    (void)raise(t, Exc::AttributeError, "readonly attribute");
    return -1;
}

constexpr GetSetDef kGetSets[] = {
    {"tb_next", get_next, refuse, nullptr},
    {"tb_frame", get_frame, refuse, nullptr},
    {"tb_lasti", get_lasti, refuse, nullptr},
    {"tb_lineno", get_lineno, refuse, nullptr},
};

Ref traceback_dir(Thread& t, Value) {
    RefTo<ListObject> names = TRY(list_new(t, 4));
    for (const char* name : {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"}) {
        Ref text = TRY(str_from_ascii(t, name));
        TRY(list_append(t, names.get(), text));
    }
    return names;
}

constexpr MethodDef kMethods[] = {
    method<traceback_dir>("__dir__", "(self, /)", "Names of the attributes."),
};

}  // namespace

extern const TypeSpec kTracebackTypeSpec;
constinit const TypeSpec kTracebackTypeSpec = {
    .name = "traceback",
    .basic_size = sizeof(TracebackObject),
    .flags = kTypeGc,
    .slots = {.dealloc = traceback_dealloc, .traverse = traceback_traverse, .clear = traceback_clear},
    .methods = kMethods,
    .getsets = kGetSets,
};

}  // namespace krait
