// generator and coroutine: methods and attributes (language reference 6.2.9.1, PEP 492).
#include "builtins/types/class_alias.h"
#include "vm/interp/async_generator.h"
#include "vm/interp/interp_ops.h"
#include "vm/native/method_def.h"

namespace krait {
namespace {

GeneratorObject* self_of(Value v) { return v.as<GeneratorObject>(); }

// What a step gives to Python code: a yielded value, or StopIteration with the return value.
Ref step_result(Thread& t, Value v, Ref returned) {
    if (!v.is_exhausted()) return Ref::steal(v);
    if (returned.get().is_unbound() || returned.get().is_none()) return raise_none(t, Exc::StopIteration);
    return raise_stop_iteration(t, returned);
}

Ref generator_send(Thread& t, Value self, Value value) {
    Ref returned;
    Value v = generator_resume(t, self_of(self), value, &returned);
    return step_result(t, v, std::move(returned));
}

Ref generator_throw_method(Thread& t, Value self, Value type, Value value, Value traceback) {
    Ref exception = TRY(thrown_exception(t, type, value, traceback));
    Ref returned;
    Value v = generator_throw(t, self_of(self), exception, &returned);
    return step_result(t, v, std::move(returned));
}

Status generator_close_method(Thread& t, Value self) { return generator_close(t, self_of(self)); }

// The `next` slot: the plain end needs no StopIteration object; a return value travels in one.
Value generator_next(Thread& t, Value self) {
    Ref returned;
    Value v = generator_resume(t, self_of(self), Value::unbound(), &returned);
    if (!v.is_exhausted() || returned.get().is_unbound() || returned.get().is_none()) return v;
    return raise_stop_iteration(t, returned);
}

Value generator_iter(Thread&, Value self) { return own(self).release(); }

Value object_repr(Thread& t, Value self, const char* word) {
    return str_format_c(t, "<%s object %s at 0x%llx>", word,
                        str_to_utf8(self_of(self)->qualname.as<StrObject>()).c_str(),
                        static_cast<unsigned long long>(self.bits))
        .release();
}
Value generator_repr(Thread& t, Value self) { return object_repr(t, self, "generator"); }
Value coroutine_repr(Thread& t, Value self) { return object_repr(t, self, "coroutine"); }

Value get_name(Thread&, Value self) { return own(self_of(self)->name).release(); }
Value get_qualname(Thread&, Value self) { return own(self_of(self)->qualname).release(); }
int set_text(Thread& t, Value* place, Value value, const char* what) {
    if (value.is_unbound() || !as_str(value)) {
        (void)raise(t, Exc::TypeError, "%s must be set to a string object", what);
        return -1;
    }
    decref(std::exchange(*place, own(value).release()));
    return 0;
}
int set_name(Thread& t, Value self, Value value) { return set_text(t, &self_of(self)->name, value, "__name__"); }
int set_qualname(Thread& t, Value self, Value value) {
    return set_text(t, &self_of(self)->qualname, value, "__qualname__");
}
Value get_running(Thread&, Value self) { return Value::boolean(self_of(self)->state == GeneratorState::Running); }
Value get_code(Thread&, Value self) { return own(static_cast<Object*>(self_of(self)->code)).release(); }
Value get_frame(Thread& t, Value self) {
    GeneratorObject* g = self_of(self);
    if (g->state == GeneratorState::Finished) return Value::none();
    return Ref(generator_frame_object(t, g)).release();
}
Value get_delegate(Thread&, Value self) {
    Value v = generator_yield_from_target(self_of(self));
    return v.is_unbound() ? Value::none() : own(v).release();
}

Value coroutine_await(Thread& t, Value self) { return coroutine_wrapper_new(t, self_of(self)).release(); }

#define KRAIT_GENERATOR_METHODS(what)                                                                              \
    method<generator_send>("send", "(self, value, /)",                                                             \
                           "Resume and send value into " what                                                      \
                           "; return the next yielded value or raise StopIteration."),                             \
    method<generator_throw_method>("throw", "(self, type, value=None, traceback=None, /)",                         \
                                   "Raise an exception in " what                                                   \
                                   " where it is suspended; return the next yielded value."),                      \
    method<generator_close_method>("close", "(self, /)", "Raise GeneratorExit inside " what " where it is suspended.")

int refuse(Thread& t, Value, Value) {
    (void)raise(t, Exc::AttributeError, "readonly attribute");
    return -1;
}

constexpr MethodDef GENERATOR_METHODS[] = {KRAIT_CLASS_GETITEM, KRAIT_GENERATOR_METHODS("generator")};
constexpr MethodDef COROUTINE_METHODS[] = {KRAIT_CLASS_GETITEM, KRAIT_GENERATOR_METHODS("coroutine")};
constexpr GetSetDef GENERATOR_GETSETS[] = {
    {"__name__", get_name, set_name, "name of the generator"},
    {"__qualname__", get_qualname, set_qualname, "qualified name of the generator"},
    {"gi_running", get_running, refuse, "whether it is executing"},
    {"gi_code", get_code, refuse, "its code object"},
    {"gi_frame", get_frame, refuse, "its frame, None when finished"},
    {"gi_yieldfrom", get_delegate, nullptr, "object being iterated by yield from, or None"},
};
constexpr GetSetDef COROUTINE_GETSETS[] = {
    {"__name__", get_name, set_name, "name of the coroutine"},
    {"__qualname__", get_qualname, set_qualname, "qualified name of the coroutine"},
    {"cr_running", get_running, refuse, "whether it is executing"},
    {"cr_code", get_code, refuse, "its code object"},
    {"cr_frame", get_frame, refuse, "its frame, None when finished"},
    {"cr_await", get_delegate, nullptr, "object being awaited, or None"},
};

// --- coroutine_wrapper: the iterator that coroutine.__await__() returns
Ref wrapper_send(Thread& t, Value self, Value value) {
    return generator_send(t, Value::object(self.as<CoroutineWrapper>()->coroutine), value);
}
Ref wrapper_throw(Thread& t, Value self, Value type, Value value, Value traceback) {
    return generator_throw_method(t, Value::object(self.as<CoroutineWrapper>()->coroutine), type, value, traceback);
}
Status wrapper_close(Thread& t, Value self) { return generator_close(t, self.as<CoroutineWrapper>()->coroutine); }
Value wrapper_next(Thread& t, Value self) {
    return generator_next(t, Value::object(self.as<CoroutineWrapper>()->coroutine));
}
void wrapper_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    decref(static_cast<Object*>(static_cast<CoroutineWrapper*>(o)->coroutine));
    free_object(interp, o);
}
void wrapper_traverse(Object* o, Visitor& visitor) {
    visitor.visit_pointer(static_cast<CoroutineWrapper*>(o)->coroutine);
}
constexpr MethodDef WRAPPER_METHODS[] = {
    method<wrapper_send>("send", "(self, value, /)", "Send a value into the coroutine."),
    method<wrapper_throw>("throw", "(self, type, value=None, traceback=None, /)",
                          "Raise an exception in the coroutine."),
    method<wrapper_close>("close", "(self, /)", "Raise GeneratorExit in the coroutine."),
};

}  // namespace

extern const TypeSpec kGeneratorTypeSpec;
extern const TypeSpec kCoroutineTypeSpec;
extern const TypeSpec kCoroutineWrapperTypeSpec;

constinit const TypeSpec kGeneratorTypeSpec = {
    .name = "generator",
    .basic_size = sizeof(GeneratorObject),
    .flags = kTypeGc | kTypeHasWeakrefs,
    .slots = {.dealloc = generator_dealloc, .traverse = generator_traverse, .clear = generator_clear,
              .finalize = generator_finalize, .repr = generator_repr, .iter = generator_iter, .next = generator_next},
    .methods = GENERATOR_METHODS,
    .getsets = GENERATOR_GETSETS,
};

constinit const TypeSpec kCoroutineTypeSpec = {
    .name = "coroutine",
    .basic_size = sizeof(GeneratorObject),
    .flags = kTypeGc | kTypeHasWeakrefs,
    .slots = {.dealloc = generator_dealloc, .traverse = generator_traverse, .clear = generator_clear,
              .finalize = generator_finalize, .repr = coroutine_repr, .await = coroutine_await},
    .methods = COROUTINE_METHODS,
    .getsets = COROUTINE_GETSETS,
};

constinit const TypeSpec kCoroutineWrapperTypeSpec = {
    .name = "coroutine_wrapper",
    .doc = "A wrapper object implementing __await__ for coroutines.",
    .basic_size = sizeof(CoroutineWrapper),
    .flags = kTypeGc,
    .slots = {.dealloc = wrapper_dealloc, .traverse = wrapper_traverse, .iter = generator_iter, .next = wrapper_next},
    .methods = WRAPPER_METHODS,
};

}  // namespace krait
