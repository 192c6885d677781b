#include "vm/object/method_decorator_object.h"

#include "vm/error/raise.h"
#include "vm/protocol/call.h"

namespace krait {

static Ref make(Thread& t, Kind kind, Value callable) {
    auto* o = allocate_instance<StaticMethodObject>(t, t.interp.type(kind));
    if (!o) return Failed{};
    incref(callable);
    o->callable = callable;
    o->dict = nullptr;
    gc_track(o);
    return Ref::steal(o);
}

Ref static_method_new(Thread& t, Value callable) { return make(t, Kind::StaticMethod, callable); }
Ref class_method_new(Thread& t, Value callable) { return make(t, Kind::ClassMethod, callable); }

Value static_method_get(Thread& t, Value descr, Value, Value) {
    Value callable = descr.as<StaticMethodObject>()->callable;
    if (callable.is_unbound()) return raise(t, Exc::RuntimeError, "uninitialized staticmethod object");
    return own(callable).release();
}

Value class_method_get(Thread& t, Value descr, Value instance, Value owner) {
    Value callable = descr.as<StaticMethodObject>()->callable;
    if (callable.is_unbound()) return raise(t, Exc::RuntimeError, "uninitialized classmethod object");
    if (owner.is_unbound()) owner = Value::object(type_of(t, instance));
    return bound_method_new(t, callable, owner).release();
}

void method_decorator_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<StaticMethodObject*>(o);
    decref(self->callable);
    if (self->dict) decref(reinterpret_cast<Object*>(self->dict));
    free_object(interp, o);
}

void method_decorator_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<StaticMethodObject*>(o)->callable);
    visitor.visit_pointer(static_cast<StaticMethodObject*>(o)->dict);
}

void method_decorator_clear(Interpreter&, Object* o) {
    auto* self = static_cast<StaticMethodObject*>(o);
    Ref callable = Ref::steal(self->callable);
    self->callable = Value::unbound();
    Ref dict = self->dict ? Ref::steal(Value::object(self->dict)) : Ref();
    self->dict = nullptr;
}

}  // namespace krait
