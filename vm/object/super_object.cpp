#include "vm/object/super_object.h"

#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/object/attribute.h"
#include "vm/object/code_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

Fallible<TypeObject*> super_check(Thread& t, TypeObject* type, Value object) {
    if (TypeObject* cls = as_type(object); cls && is_subtype(cls, type)) return cls;
    TypeObject* its_type = type_of(t, object);
    if (is_subtype(its_type, type)) return its_type;
    // Proxies: __class__ may say something else.
    Ref cls = lookup_attribute(t, object, t.interp.names.dunder_class);
    if (cls.failed()) return Failed{};
    if (TypeObject* claimed = as_type(cls); claimed && claimed != its_type && is_subtype(claimed, type)) return claimed;
    return raise(t, Exc::TypeError, "super(type, obj): obj must be an instance or subtype of type");
}

void super_fill(SuperObject* self, TypeObject* type, Value object, TypeObject* self_type) {
    Ref keep_self = own(object);
    Ref old_self = Ref::steal(self->self);
    Ref old_type = self->super_type ? Ref::steal(Value::object(self->super_type)) : Ref();
    Ref old_self_type = self->self_type ? Ref::steal(Value::object(self->self_type)) : Ref();
    self->super_type = RefTo<TypeObject>::own(type).release();
    self->self = keep_self.release();
    self->self_type = RefTo<TypeObject>::own(self_type).release();
}

Ref super_new(Thread& t, TypeObject* type, Value object) {
    TypeObject* self_type = TRY(super_check(t, type, object));
    auto* self = allocate_instance<SuperObject>(t, t.interp.type(Kind::Super));
    if (!self) return Failed{};
    self->super_type = RefTo<TypeObject>::own(type).release();
    self->self = own(object).release();
    self->self_type = RefTo<TypeObject>::own(self_type).release();
    gc_track(self);
    return Ref::steal(self);
}

// Index behind `super_type` in the MRO.
static uint32_t first_behind(const TupleObject* mro, const TypeObject* super_type) {
    for (uint32_t i = 0; i < mro->size; ++i)
        if (mro->items[i] == Value::object(super_type)) return i + 1;
    return mro->size;
}

Value super_get_attribute(Thread& t, Value self_value, StrObject* name) {
    auto* self = self_value.as<SuperObject>();
    TypeObject* start = self->self_type;
    if (!start || !start->mro || name == t.interp.names.dunder_class) return generic_get_attribute(t, self_value, name);
    RefTo<TupleObject> mro = RefTo<TupleObject>::own(start->mro);
    for (uint32_t i = first_behind(mro.get(), self->super_type); i < mro->size; ++i) {
        Value found = type_own_attribute_nocall(mro->items[i].as<TypeObject>(), name);
        if (found.is_unbound()) continue;
        Ref keep = own(found);
        DescrGetFn get = type_of(t, found)->slots.descr_get;
        if (!get) return keep.release();
        // super(type, cls): class methods see the class, functions stay functions.
        bool unbound = self->self == Value::object(start);
        return get(t, found, unbound ? Value::unbound() : self->self, Value::object(start));
    }
    return generic_get_attribute(t, self_value, name);
}

// The first argument, wherever the function keeps it.
static Fallible<Value> first_argument(Thread& t, const Frame* frame) {
    const CodeObject* code = frame->code;
    if (code->argcount == 0) return raise(t, Exc::RuntimeError, "super(): no arguments");
    Value object = frame->R[0];
    for (uint32_t i = 0; code->cell_to_arg && i < code->cellvars->size; ++i) {
        if (code->cell_to_arg[i] != 0) continue;
        Value cell = frame->R[code->varnames->size + i];
        if (is_kind(cell, Kind::Cell)) object = cell.as<CellObject>()->contents;
        break;
    }
    if (object.is_unbound()) return raise(t, Exc::RuntimeError, "super(): arg[0] deleted");
    return object;
}

static Fallible<TypeObject*> class_cell(Thread& t, const Frame* frame) {
    const CodeObject* code = frame->code;
    for (uint32_t i = 0; i < code->freevars->size; ++i) {
        Value name = code->freevars->items[i];
        if (!is_kind(name, Kind::Str) || !str_equal_nocall(name.as<StrObject>(), t.interp.names.dunder_class)) continue;
        Value cell = frame->R[code->varnames->size + code->cellvars->size + i];
        if (!is_kind(cell, Kind::Cell)) return raise(t, Exc::RuntimeError, "super(): bad __class__ cell");
        Value contents = cell.as<CellObject>()->contents;
        if (contents.is_unbound()) return raise(t, Exc::RuntimeError, "super(): empty __class__ cell");
        if (TypeObject* cls = as_type(contents)) return cls;
        return raise(t, Exc::RuntimeError, "super(): __class__ is not a type (%s)", type_name_of(t, contents));
    }
    return raise(t, Exc::RuntimeError, "super(): __class__ cell not found");
}

Status super_arguments_from_frame(Thread& t, TypeObject** type, Ref* object) {
    if (!t.frame) return raise(t, Exc::RuntimeError, "super(): no current frame");
    Value first = TRY(first_argument(t, t.frame));
    *type = TRY(class_cell(t, t.frame));
    *object = own(first);
    return ok();
}

void super_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<SuperObject*>(o);
    decref(self->self);
    if (self->super_type) decref(self->super_type);
    if (self->self_type) decref(self->self_type);
    free_object(interp, o);
}

void super_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<SuperObject*>(o);
    visitor.visit(self->self);
    visitor.visit_pointer(self->super_type);
    visitor.visit_pointer(self->self_type);
}

}  // namespace krait
