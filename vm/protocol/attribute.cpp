#include "vm/object/attribute.h"

#include "vm/object/method_decorator_object.h"
#include "vm/object/module_object.h"
#include "vm/object/slots.h"
#include "vm/protocol/protocol.h"

namespace krait {

Ref get_attribute(Thread& t, Value object, StrObject* name) {
    TypeObject* type = type_of(t, object);
    GetAttrFn get = type->slots.getattr;
    if (KRAIT_UNLIKELY(!get)) return raise_attribute_error(t, object, name);
    return Ref::steal(get(t, object, name));
}

// UNBOUND in place of a pending AttributeError.
static Ref drop_attribute_error(Thread& t, Ref result) {
    if (!result.failed() || !pending_matches(t, Exc::AttributeError)) return result;
    clear_exception(t);
    return Ref();
}

Ref lookup_attribute(Thread& t, Value object, StrObject* name) {
    GetAttrFn get = type_of(t, object)->slots.getattr;
    if (get == &generic_get_attribute) return Ref::steal(generic_lookup_attribute(t, object, name));
    if (get == &module_get_attribute) {
        Ref found = TRY(Ref::steal(generic_lookup_attribute(t, object, name)));
        return found.get().is_unbound() ? drop_attribute_error(t, module_ask(t, object, name)) : std::move(found);
    }
    if (get == &type_get_attribute)
        return drop_attribute_error(t, Ref::steal(type_find_attribute(t, object.as<TypeObject>(), name)));
    return drop_attribute_error(t, get_attribute(t, object, name));
}

static Status store(Thread& t, Value object, StrObject* name, Value value) {
    TypeObject* type = type_of(t, object);
    SetAttrFn set = type->slots.setattr;
    if (KRAIT_UNLIKELY(!set)) return raise_attribute_error(t, object, name);
    if (set(t, object, name, value) < 0) return Failed{};
    return ok();
}

Status set_attribute(Thread& t, Value object, StrObject* name, Value value) { return store(t, object, name, value); }
Status delete_attribute(Thread& t, Value object, StrObject* name) { return store(t, object, name, Value::unbound()); }

Ref lookup_special(Thread& t, Value object, StrObject* dunder) {
    TypeObject* type = type_of(t, object);
    Value found = type_lookup_nocall(type, dunder);
    if (found.is_unbound()) return Ref();
    Ref keep = own(found);
    DescrGetFn get = type_of(t, found)->slots.descr_get;
    return get ? Ref::steal(get(t, found, object, Value::object(type))) : std::move(keep);
}

// A class as receiver: functions, static and class methods need no bound object.
static Ref get_method_of_type(Thread& t, Value object, StrObject* name, Value* self_out) {
    auto* type = object.as<TypeObject>();
    Value found = type_lookup_nocall(type, name);
    if (found.is_object() && type_lookup_nocall(type->type, name).is_unbound()) {
        Kind kind = found.as_object()->kind;
        if (kind == Kind::Function) return own(found);
        Value callable = kind == Kind::StaticMethod || kind == Kind::ClassMethod
                             ? found.as<StaticMethodObject>()->callable
                             : Value::unbound();
        if (is_kind(callable, Kind::Function)) {
            if (kind == Kind::ClassMethod) *self_out = object;
            return own(callable);
        }
    }
    return get_attribute(t, object, name);
}

Ref get_method(Thread& t, Value object, StrObject* name, Value* self_out) {
    *self_out = Value::unbound();
    TypeObject* type = type_of(t, object);
    GetAttrFn get = type->slots.getattr;
    if (get != &generic_get_attribute)
        return get == &type_get_attribute ? get_method_of_type(t, object, name, self_out)
                                          : get_attribute(t, object, name);
    Value found = type_lookup_nocall(type, name);
    if (!is_method_like(found)) return get_attribute(t, object, name);
    Ref method = own(found);
    if (object.is_object() && has_flag(type, kTypeHasDict)) {
        Value mine = instance_own_attribute(t, object.as_object(), name);
        if (mine.is_error()) return Failed{};
        if (!mine.is_unbound()) return own(mine);
    }
    *self_out = object;
    return method;
}

}  // namespace krait
