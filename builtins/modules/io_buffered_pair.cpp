// _io.BufferedRWPair: a reader and a writer of two raw streams as one object.
#include "builtins/modules/io_objects.h"
#include "builtins/types/text_support.h"
#include "vm/object/instance_object.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

Value pair_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* self = allocate_instance<BufferedPairObject>(t, type);
    if (!self) return Value::error();
    self->reader = self->writer = Value::unbound();
    gc_track(self);
    return Value::object(self);
}

int pair_init(Thread& t, Value self_value, const CallArgs& call_args) {
    static constexpr const char* kSignature = "(reader, writer, buffer_size=8192, /)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "BufferedRWPair", kInfo, kSignature, call_args);
    if (bound.failed()) return -1;
    auto setup = [&]() -> Status {
        TRY(check_raw(t, bound.slots[0], "readable", "File or stream is not readable."));
        TRY(check_raw(t, bound.slots[1], "writable", "File or stream is not writable."));
        Value size = bound.slots[2].is_unbound() ? Value::small_int(kDefaultBufferSize) : bound.slots[2];
        IoState* state = TRY(io_state(t));
        Ref reader = TRY(call(t, Value::object(state->reader), bound.slots[0], size));
        Ref writer = TRY(call(t, Value::object(state->writer), bound.slots[1], size));
        replace_owned(&self_value.as<BufferedPairObject>()->reader, std::move(reader));
        replace_owned(&self_value.as<BufferedPairObject>()->writer, std::move(writer));
        return ok();
    };
    return setup() ? 0 : -1;
}

Ref pair_forward(Thread& t, Value stream, const char* method, Args args) {
    if (stream.is_unbound()) return raise(t, Exc::ValueError, "I/O operation on uninitialized object");
    Ref held = own(stream);
    Ref function = TRY(attribute_named(t, held, method));
    return call(t, function, CallArgs{args.items, args.count, nullptr});
}
#define KRAIT_PAIR(name, side) \
    Ref pair_##name(Thread& t, BufferedPairObject* self, Args args) { return pair_forward(t, self->side, #name, args); }
KRAIT_PAIR(read, reader)
KRAIT_PAIR(read1, reader)
KRAIT_PAIR(readinto, reader)
KRAIT_PAIR(readinto1, reader)
KRAIT_PAIR(peek, reader)
KRAIT_PAIR(readable, reader)
KRAIT_PAIR(write, writer)
KRAIT_PAIR(flush, writer)
KRAIT_PAIR(writable, writer)
#undef KRAIT_PAIR

Ref pair_close(Thread& t, BufferedPairObject* self) {
    Ref keep = own(self);
    Ref done = pair_forward(t, self->writer, "close", {});
    Ref first = done.failed() ? fetch_exception(t) : Ref();
    done = pair_forward(t, self->reader, "close", {});
    TRY(chain_failure(t, std::move(first)));
    return done;
}

Ref pair_isatty(Thread& t, BufferedPairObject* self) {
    Ref keep = own(self);
    Ref answer = TRY(pair_forward(t, self->writer, "isatty", {}));
    if (!answer.get().is_false()) return answer;
    return pair_forward(t, self->reader, "isatty", {});
}

Ref pair_getstate(Thread& t, BufferedPairObject* self) { return cannot_serialize(t, self); }

Value pair_closed(Thread& t, Value self) {
    Ref writer = own(self.as<BufferedPairObject>()->writer);
    if (writer.get().is_unbound())
        return raise(t, Exc::RuntimeError, "the BufferedRWPair object is being garbage-collected");
    return attribute_named(t, writer, "closed").release();
}

void pair_clear(Interpreter& interp, Object* o) {
    drop_owned(&static_cast<BufferedPairObject*>(o)->reader);
    drop_owned(&static_cast<BufferedPairObject*>(o)->writer);
    instance_clear_values(interp, o);
}
void pair_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    pair_clear(interp, o);
    free_object(interp, o);
}
void pair_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<BufferedPairObject*>(o)->reader);
    visitor.visit(static_cast<BufferedPairObject*>(o)->writer);
    instance_visit_values(o, visitor);
}

constexpr MethodDef kPairMethods[] = {
    method<pair_read>("read", "(self, *args)", "Of the reader."),
    method<pair_peek>("peek", "(self, *args)", "Of the reader."),
    method<pair_read1>("read1", "(self, *args)", "Of the reader."),
    method<pair_readinto>("readinto", "(self, *args)", "Of the reader."),
    method<pair_readinto1>("readinto1", "(self, *args)", "Of the reader."),
    method<pair_readable>("readable", "(self, *args)", "Of the reader."),
    method<pair_write>("write", "(self, *args)", "Of the writer."),
    method<pair_flush>("flush", "(self, *args)", "Of the writer."),
    method<pair_writable>("writable", "(self, *args)", "Of the writer."),
    method<pair_close>("close", "(self, /)", "Close both streams."),
    method<pair_isatty>("isatty", "(self, /)", "Whether one of both is a terminal."),
    method<pair_getstate>("__getstate__", "(self, /)", "TypeError."),
};
constexpr GetSetDef kPairGetSets[] = {{"closed", pair_closed, nullptr, nullptr}};

}  // namespace

constinit const TypeSpec kBufferedRWPairSpec = {
    .name = "_io.BufferedRWPair",
    .doc = "A buffered reader and writer object together, for the two ends of a pipe or socket.",
    .basic_size = sizeof(BufferedPairObject),
    .slots =
        {.dealloc = pair_dealloc, .traverse = pair_traverse, .clear = pair_clear, .new_ = pair_new, .init = pair_init},
    .methods = kPairMethods,
    .getsets = kPairGetSets,
    .new_signature = "(reader, writer, buffer_size=8192, /)",
};

}  // namespace krait
