#include "vm/object/property_object.h"

#include "vm/error/raise.h"
#include "vm/protocol/protocol.h"

namespace krait {

Value property_get(Thread& t, Value descr, Value instance, Value) {
    if (instance.is_unbound()) return own(descr).release();
    Value getter = descr.as<PropertyObject>()->fget;
    if (getter.is_unbound()) return raise(t, Exc::AttributeError, "unreadable attribute");
    Ref keep = own(getter);
    return call(t, keep, instance).release();
}

int property_set(Thread& t, Value descr, Value instance, Value value) {
    auto* self = descr.as<PropertyObject>();
    Ref function = own(value.is_unbound() ? self->fdel : self->fset);
    if (function.get().is_unbound()) {
        (void)raise(t, Exc::AttributeError, value.is_unbound() ? "can't delete attribute" : "can't set attribute");
        return -1;
    }
    Ref result = value.is_unbound() ? call(t, function, instance) : call(t, function, instance, value);
    return result.failed() ? -1 : 0;
}

void property_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<PropertyObject*>(o);
    decref(self->fget);
    decref(self->fset);
    decref(self->fdel);
    decref(self->doc);
    if (self->dict) decref(reinterpret_cast<Object*>(self->dict));
    free_object(interp, o);
}

void property_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<PropertyObject*>(o);
    visitor.visit(self->fget);
    visitor.visit(self->fset);
    visitor.visit(self->fdel);
    visitor.visit(self->doc);
    visitor.visit_pointer(self->dict);
}

void property_clear(Interpreter&, Object* o) {
    auto* self = static_cast<PropertyObject*>(o);
    for (Value* field : {&self->fget, &self->fset, &self->fdel, &self->doc}) {
        Value old = *field;
        *field = Value::unbound();
        decref(old);
    }
    Ref dict = self->dict ? Ref::steal(Value::object(self->dict)) : Ref();
    self->dict = nullptr;
}

}  // namespace krait
