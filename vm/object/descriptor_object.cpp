#include "vm/object/descriptor_object.h"

#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ owner

// Classes made by Python can go before a descriptor that was taken from them.
static void hold_owner(TypeObject* owner) {
    if (has_flag(owner, kTypeHeap)) incref(owner);
}
static void release_owner(TypeObject* owner) {
    if (has_flag(owner, kTypeHeap)) decref(owner);
}

bool descriptor_applies(Thread& t, Value instance, const TypeObject* owner) {
    return is_subtype(type_of(t, instance), owner);
}

Failed raise_descriptor_mismatch(Thread& t, const char* name, const TypeObject* owner, Value instance) {
    return raise(t, Exc::TypeError, "descriptor '%s' for '%s' objects doesn't apply to '%s' object", name,
                 type_name(owner), type_name_of(t, instance));
}

// ------------------------------------------------------------------------------------------------ slot wrappers

Ref slot_wrapper_new(Thread& t, TypeObject* owner, const SlotRow* row, SlotFunction function) {
    auto* w = allocate<SlotWrapperObject>(t, t.interp.type(Kind::SlotWrapper));
    if (!w) return Failed{};
    w->row = row;
    w->function = function;
    w->owner = owner;
    return Ref::steal(w);
}

void slot_wrapper_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

Ref method_wrapper_new(Thread& t, SlotWrapperObject* wrapper, Value self) {
    auto* w = allocate<MethodWrapperObject>(t, t.interp.type(Kind::MethodWrapper));
    if (!w) return Failed{};
    incref(wrapper);
    incref(self);
    w->wrapper = wrapper;
    w->self = self;
    gc_track(w);
    return Ref::steal(w);
}

void method_wrapper_dealloc(Interpreter& interp, Object* o) {
    auto* w = static_cast<MethodWrapperObject*>(o);
    decref(w->wrapper);
    decref(w->self);
    free_object(interp, o);
}

void method_wrapper_traverse(Object* o, Visitor& visitor) {
    visitor.visit_pointer(static_cast<MethodWrapperObject*>(o)->wrapper);
    visitor.visit(static_cast<MethodWrapperObject*>(o)->self);
}

// ------------------------------------------------------------------------------------------------ computed attributes

Ref getset_descriptor_new(Thread& t, TypeObject* owner, const GetSetDef* def) {
    auto* d = allocate<GetSetDescriptorObject>(t, t.interp.type(Kind::GetSetDescriptor));
    if (!d) return Failed{};
    d->def = def;
    d->owner = owner;
    hold_owner(owner);
    gc_track(d);
    return Ref::steal(d);
}

Value getset_get(Thread& t, GetSetDescriptorObject* d, Value instance) {
    if (KRAIT_UNLIKELY(!descriptor_applies(t, instance, d->owner)))
        return raise_descriptor_mismatch(t, d->def->name, d->owner, instance);
    if (d->def->getter) return d->def->getter(t, instance);
    return raise(t, Exc::AttributeError, "attribute '%s' of '%s' objects is not readable", d->def->name,
                 type_name(d->owner));
}

int getset_set(Thread& t, GetSetDescriptorObject* d, Value instance, Value value) {
    if (KRAIT_UNLIKELY(!descriptor_applies(t, instance, d->owner))) {
        (void)raise_descriptor_mismatch(t, d->def->name, d->owner, instance);
        return -1;
    }
    if (d->def->setter) return d->def->setter(t, instance, value);
    (void)raise(t, Exc::AttributeError, "attribute '%s' of '%s' objects is not writable", d->def->name,
                type_name(d->owner));
    return -1;
}

void getset_descriptor_dealloc(Interpreter& interp, Object* o) {
    release_owner(static_cast<GetSetDescriptorObject*>(o)->owner);
    free_object(interp, o);
}

void getset_descriptor_traverse(Object* o, Visitor& visitor) {
    TypeObject* owner = static_cast<GetSetDescriptorObject*>(o)->owner;
    if (has_flag(owner, kTypeHeap)) visitor.visit_object(owner);
}

// ------------------------------------------------------------------------------------------------ members

static MemberDescriptorObject* new_member(Thread& t, TypeObject* owner, StrObject* name) {
    auto* d = allocate<MemberDescriptorObject>(t, t.interp.type(Kind::MemberDescriptor));
    if (!d) return nullptr;
    incref(name);
    d->name = name;
    d->owner = owner;
    d->doc = nullptr;
    hold_owner(owner);
    gc_track(d);
    return d;
}

Ref member_descriptor_new(Thread& t, TypeObject* owner, const MemberDef* def) {
    StrObject* name = intern_utf8(t, def->name);
    if (!name) return Failed{};
    auto* d = new_member(t, owner, name);
    if (!d) return Failed{};
    d->offset = def->offset;
    d->in_trailer = false;
    d->writable = def->writable;
    d->doc = def->doc;
    return Ref::steal(d);
}

Ref slot_member_new(Thread& t, TypeObject* owner, StrObject* name, uint32_t index) {
    auto* d = new_member(t, owner, name);
    if (!d) return Failed{};
    d->offset = index;
    d->in_trailer = true;
    d->writable = true;
    return Ref::steal(d);
}

Value* member_place(MemberDescriptorObject* d, Object* instance) {
    if (d->in_trailer) return object_trailer(instance) + d->offset;
    return reinterpret_cast<Value*>(reinterpret_cast<char*>(instance) + d->offset);
}

// A member of a built-in layout is a Value; null bits and UNBOUND count as absent.
static bool is_absent(Value v) { return v.bits == 0 || v.is_unbound(); }

Value member_get(Thread& t, MemberDescriptorObject* d, Value instance) {
    if (KRAIT_UNLIKELY(!instance.is_object() || !descriptor_applies(t, instance, d->owner)))
        return raise_descriptor_mismatch(t, str_to_utf8(d->name).c_str(), d->owner, instance);
    Value v = *member_place(d, instance.as_object());
    if (!is_absent(v)) return own(v).release();
    if (d->in_trailer) return raise_object(t, Exc::AttributeError, Value::object(d->name));
    return Value::none();
}

int member_set(Thread& t, MemberDescriptorObject* d, Value instance, Value value) {
    if (KRAIT_UNLIKELY(!instance.is_object() || !descriptor_applies(t, instance, d->owner))) {
        (void)raise_descriptor_mismatch(t, str_to_utf8(d->name).c_str(), d->owner, instance);
        return -1;
    }
    if (!d->writable) {
        (void)raise(t, Exc::AttributeError, "readonly attribute");
        return -1;
    }
    Value* place = member_place(d, instance.as_object());
    Value old = *place;
    if (value.is_unbound() && is_absent(old)) {
        (void)raise_object(t, Exc::AttributeError, Value::object(d->name));
        return -1;
    }
    incref(value);
    *place = value;
    if (!is_absent(old)) decref(old);
    return 0;
}

void member_descriptor_dealloc(Interpreter& interp, Object* o) {
    auto* d = static_cast<MemberDescriptorObject*>(o);
    decref(d->name);
    release_owner(d->owner);
    free_object(interp, o);
}

void member_descriptor_traverse(Object* o, Visitor& visitor) {
    TypeObject* owner = static_cast<MemberDescriptorObject*>(o)->owner;
    if (has_flag(owner, kTypeHeap)) visitor.visit_object(owner);
}

void method_descriptor_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

}  // namespace krait
