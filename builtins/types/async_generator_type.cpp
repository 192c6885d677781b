// async_generator and the awaitables of its methods (PEP 525).
#include "vm/interp/async_generator.h"
#include "vm/interp/interp_ops.h"
#include "vm/native/method_def.h"

namespace krait {
namespace {

GeneratorObject* self_of(Value v) { return v.as<GeneratorObject>(); }

Value async_gen_repr(Thread& t, Value self) {
    return str_format_c(t, "<async_generator object %s at 0x%llx>",
                        str_to_utf8(self_of(self)->qualname.as<StrObject>()).c_str(),
                        static_cast<unsigned long long>(self.bits))
        .release();
}
Value async_gen_aiter(Thread&, Value self) { return own(self).release(); }
Value async_gen_anext(Thread& t, Value self) {
    return async_gen_asend_new(t, self_of(self), Value::unbound()).release();
}
Ref async_gen_asend(Thread& t, Value self, Value value) { return async_gen_asend_new(t, self_of(self), value); }
Ref async_gen_athrow(Thread& t, Value self, Value type, Value value, Value traceback) {
    Ref exception = TRY(thrown_exception(t, type, value, traceback));
    return async_gen_athrow_new(t, self_of(self), exception);
}
Ref async_gen_aclose(Thread& t, Value self) { return async_gen_athrow_new(t, self_of(self), Value::unbound()); }

Value get_name(Thread&, Value self) { return own(self_of(self)->name).release(); }
Value get_qualname(Thread&, Value self) { return own(self_of(self)->qualname).release(); }
Value get_running(Thread&, Value self) { return Value::boolean(self_of(self)->state == GeneratorState::Running); }
Value get_code(Thread&, Value self) { return own(static_cast<Object*>(self_of(self)->code)).release(); }
Value get_frame(Thread& t, Value self) {
    if (self_of(self)->state == GeneratorState::Finished) return Value::none();
    return Ref(generator_frame_object(t, self_of(self))).release();
}
Value get_await(Thread&, Value self) {
    Value v = generator_yield_from_target(self_of(self));
    return v.is_unbound() ? Value::none() : own(v).release();
}

int refuse(Thread& t, Value, Value) {
    (void)raise(t, Exc::AttributeError, "readonly attribute");
    return -1;
}

constexpr MethodDef METHODS[] = {
    method<async_gen_asend>("asend", "(self, value, /)",
                            "Awaitable that sends value in and gives the next yielded value."),
    method<async_gen_athrow>("athrow", "(self, type, value=None, traceback=None, /)",
                             "Awaitable that raises an exception inside."),
    method<async_gen_aclose>("aclose", "(self, /)", "Awaitable that raises GeneratorExit inside."),
};
int set_text(Thread& t, Value* place, Value value, const char* what) {
    if (!is_kind(value, Kind::Str)) {
        (void)raise(t, Exc::TypeError, "%s must be set to a string object", what);
        return -1;
    }
    Ref old = Ref::steal(std::exchange(*place, own(value).release()));
    return 0;
}
int set_name(Thread& t, Value self, Value value) { return set_text(t, &self_of(self)->name, value, "__name__"); }
int set_qualname(Thread& t, Value self, Value value) {
    return set_text(t, &self_of(self)->qualname, value, "__qualname__");
}

constexpr GetSetDef GETSETS[] = {
    {"__name__", get_name, set_name, "name of the async generator"},
    {"__qualname__", get_qualname, set_qualname, "qualified name of the async generator"},
    {"ag_running", get_running, refuse, "whether it is executing"},
    {"ag_code", get_code, refuse, "its code object"},
    {"ag_frame", get_frame, refuse, "its frame, None when finished"},
    {"ag_await", get_await, nullptr, "object being awaited, or None"},
};

// --- the awaitables
Value same_object(Thread&, Value self) { return own(self).release(); }
Value asend_next(Thread& t, Value self) { return async_gen_asend_send(t, self.as<AsyncGenASend>(), Value::none()); }
Ref asend_send(Thread& t, Value self, Value value) {
    return Ref::steal(async_gen_asend_send(t, self.as<AsyncGenASend>(), value));
}
Ref asend_throw(Thread& t, Value self, Value type, Value value, Value traceback) {
    Ref exception = TRY(thrown_exception(t, type, value, traceback));
    return Ref::steal(async_gen_asend_throw(t, self.as<AsyncGenASend>(), exception));
}
Status asend_close(Thread&, Value self) {
    self.as<AsyncGenASend>()->state = AwaitState::Closed;
    return ok();
}
Value athrow_next(Thread& t, Value self) { return async_gen_athrow_send(t, self.as<AsyncGenAThrow>(), Value::none()); }
Ref athrow_send(Thread& t, Value self, Value value) {
    return Ref::steal(async_gen_athrow_send(t, self.as<AsyncGenAThrow>(), value));
}
Ref athrow_throw(Thread& t, Value self, Value type, Value value, Value traceback) {
    Ref exception = TRY(thrown_exception(t, type, value, traceback));
    return Ref::steal(async_gen_athrow_throw(t, self.as<AsyncGenAThrow>(), exception));
}
Status athrow_close(Thread&, Value self) {
    self.as<AsyncGenAThrow>()->state = AwaitState::Closed;
    return ok();
}
constexpr MethodDef ASEND_METHODS[] = {
    method<asend_send>("send", "(self, value, /)", "One step of the await."),
    method<asend_throw>("throw", "(self, type, value=None, traceback=None, /)", "Raise inside the generator."),
    method<asend_close>("close", "(self, /)", "End the await."),
};
constexpr MethodDef ATHROW_METHODS[] = {
    method<athrow_send>("send", "(self, value, /)", "One step of the await."),
    method<athrow_throw>("throw", "(self, type, value=None, traceback=None, /)", "Raise inside the generator."),
    method<athrow_close>("close", "(self, /)", "End the await."),
};

void asend_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<AsyncGenASend*>(o);
    gc_untrack(o);
    decref(static_cast<Object*>(self->generator));
    decref(self->value);
    free_object(interp, o);
}
void asend_traverse(Object* o, Visitor& visitor) {
    visitor.visit_pointer(static_cast<AsyncGenASend*>(o)->generator);
    visitor.visit(static_cast<AsyncGenASend*>(o)->value);
}
void athrow_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<AsyncGenAThrow*>(o);
    gc_untrack(o);
    decref(static_cast<Object*>(self->generator));
    decref(self->exception);
    free_object(interp, o);
}
void athrow_traverse(Object* o, Visitor& visitor) {
    visitor.visit_pointer(static_cast<AsyncGenAThrow*>(o)->generator);
    visitor.visit(static_cast<AsyncGenAThrow*>(o)->exception);
}
void wrapped_dealloc(Interpreter& interp, Object* o) {
    decref(static_cast<AsyncGenWrappedValue*>(o)->value);
    free_object(interp, o);
}
void wrapped_traverse(Object* o, Visitor& visitor) { visitor.visit(static_cast<AsyncGenWrappedValue*>(o)->value); }

}  // namespace

extern const TypeSpec kAsyncGeneratorTypeSpec;
extern const TypeSpec kAsyncGenASendTypeSpec;
extern const TypeSpec kAsyncGenAThrowTypeSpec;
extern const TypeSpec kAsyncGenWrappedValueTypeSpec;

constinit const TypeSpec kAsyncGeneratorTypeSpec = {
    .name = "async_generator",
    .basic_size = sizeof(GeneratorObject),
    .flags = kTypeGc | kTypeHasWeakrefs,
    .slots = {.dealloc = generator_dealloc,
              .traverse = generator_traverse,
              .clear = generator_clear,
              .finalize = generator_finalize,
              .repr = async_gen_repr,
              .aiter = async_gen_aiter,
              .anext = async_gen_anext},
    .methods = METHODS,
    .getsets = GETSETS,
};
constinit const TypeSpec kAsyncGenASendTypeSpec = {
    .name = "async_generator_asend",
    .basic_size = sizeof(AsyncGenASend),
    .flags = kTypeGc,
    .slots = {.dealloc = asend_dealloc,
              .traverse = asend_traverse,
              .iter = same_object,
              .next = asend_next,
              .await = same_object},
    .methods = ASEND_METHODS,
};
constinit const TypeSpec kAsyncGenAThrowTypeSpec = {
    .name = "async_generator_athrow",
    .basic_size = sizeof(AsyncGenAThrow),
    .flags = kTypeGc,
    .slots = {.dealloc = athrow_dealloc,
              .traverse = athrow_traverse,
              .iter = same_object,
              .next = athrow_next,
              .await = same_object},
    .methods = ATHROW_METHODS,
};
constinit const TypeSpec kAsyncGenWrappedValueTypeSpec = {
    .name = "async_generator_wrapped_value",
    .basic_size = sizeof(AsyncGenWrappedValue),
    .flags = kTypeGc,
    .slots = {.dealloc = wrapped_dealloc, .traverse = wrapped_traverse},
};

}  // namespace krait
