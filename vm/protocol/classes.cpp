// isinstance and issubclass.
#include "vm/object/attribute.h"
#include "vm/object/slots.h"
#include "vm/protocol/classes.h"
#include "vm/protocol/protocol.h"

namespace krait {

bool is_instance_nocall(Value object, const TypeObject* type) {
    if (object.is_object()) return is_subtype(object.as_object()->type, type);
    return is_subtype(type->interp->immediate_type(object), type);
}

namespace {

// __bases__ of something that behaves like a class: a tuple, or null.
RefTo<TupleObject> abstract_bases(Thread& t, Value cls) {
    StrObject* name = intern_utf8(t, "__bases__");
    if (!name) return Failed{};
    Ref bases = TRY(lookup_attribute(t, cls, name));
    if (!layout_is(bases, Kind::Tuple)) return RefTo<TupleObject>();
    return RefTo<TupleObject>::steal(bases.release().as<TupleObject>());
}

Status check_class(Thread& t, Value cls, const char* message) {
    RefTo<TupleObject> bases = TRY(abstract_bases(t, cls));
    if (bases.get()) return ok();
    return raise(t, Exc::TypeError, "%s", message);
}

Fallible<bool> abstract_is_subclass(Thread& t, Value derived, Value cls) {
    if (derived == cls) return true;
    RecursionGuard guard(t, " in __issubclass__");
    if (guard.failed()) return Failed{};
    RefTo<TupleObject> bases = TRY(abstract_bases(t, derived));
    for (uint32_t i = 0; bases.get() && i < bases->size; ++i)
        if (TRY(abstract_is_subclass(t, bases->items[i], cls))) return true;
    return false;
}

// Any class in a tuple (of tuples ...) for which `test` holds.
template <class F>
Fallible<bool> any_of(Thread& t, Value tuple, const char* where, F&& test) {
    RecursionGuard guard(t, where);
    if (guard.failed()) return Failed{};
    Ref keep = own(tuple);
    for (uint32_t i = 0; i < keep.as<TupleObject>()->size; ++i)
        if (TRY(test(keep.as<TupleObject>()->items[i]))) return true;
    return false;
}

// Asks the class's own __instancecheck__ / __subclasscheck__.
Fallible<bool> ask(Thread& t, Value cls, StrObject* dunder, Value subject, const char* where, bool* asked) {
    Value found = type_lookup_nocall(type_of(t, cls), dunder);
    *asked = !found.is_unbound();
    if (!*asked) return false;
    RecursionGuard guard(t, where);
    if (guard.failed()) return Failed{};
    Ref keep = own(found), keep_class = own(cls);
    Value args[] = {cls, subject};
    Ref answer = Ref::steal(call_found(t, keep, {args, 2, nullptr}));
    if (answer.failed()) return Failed{};
    return is_true(t, answer);
}

}  // namespace

Fallible<bool> is_instance_default(Thread& t, Value object, Value cls) {
    if (TypeObject* type = as_type(cls)) {
        TypeObject* its_type = type_of(t, object);
        if (is_subtype(its_type, type)) return true;
        // The common answer to `__class__` needs no asking.
        if (its_type->slots.getattr == &generic_get_attribute &&
            is_kind(type_lookup_nocall(its_type, t.interp.names.dunder_class), Kind::GetSetDescriptor))
            return false;
        Ref claimed = TRY(lookup_attribute(t, object, t.interp.names.dunder_class));
        TypeObject* other = as_type(claimed);
        return other && other != its_type && is_subtype(other, type);
    }
    TRY(check_class(t, cls, "isinstance() arg 2 must be a type or tuple of types"));
    Ref claimed = TRY(lookup_attribute(t, object, t.interp.names.dunder_class));
    if (claimed.get().is_unbound()) return false;
    return abstract_is_subclass(t, claimed, cls);
}

Fallible<bool> is_subclass_default(Thread& t, Value derived, Value cls) {
    TypeObject* a = as_type(derived);
    TypeObject* b = as_type(cls);
    if (a && b) return is_subtype(a, b);
    TRY(check_class(t, derived, "issubclass() arg 1 must be a class"));
    TRY(check_class(t, cls, "issubclass() arg 2 must be a class or tuple of classes"));
    return abstract_is_subclass(t, derived, cls);
}

Fallible<bool> is_instance(Thread& t, Value object, Value cls) {
    TypeObject* its_type = type_of(t, object);
    if (Value::object(its_type) == cls) return true;
    if (is_kind(cls, Kind::Type) && cls.as_object()->type == t.interp.type(Kind::Type))
        return is_instance_default(t, object, cls);
    if (layout_is(cls, Kind::Tuple))
        return any_of(t, cls, " in __instancecheck__", [&](Value c) { return is_instance(t, object, c); });
    bool asked;
    bool answer = TRY(ask(t, cls, t.interp.names.dunder_instancecheck, object, " in __instancecheck__", &asked));
    return asked ? Fallible<bool>(answer) : is_instance_default(t, object, cls);
}

Fallible<bool> is_subclass(Thread& t, Value derived, Value cls) {
    if (is_kind(cls, Kind::Type) && cls.as_object()->type == t.interp.type(Kind::Type)) {
        if (derived == cls) return true;
        return is_subclass_default(t, derived, cls);
    }
    if (layout_is(cls, Kind::Tuple))
        return any_of(t, cls, " in __subclasscheck__", [&](Value c) { return is_subclass(t, derived, c); });
    bool asked;
    bool answer = TRY(ask(t, cls, t.interp.names.dunder_subclasscheck, derived, " in __subclasscheck__", &asked));
    return asked ? Fallible<bool>(answer) : is_subclass_default(t, derived, cls);
}

}  // namespace krait
