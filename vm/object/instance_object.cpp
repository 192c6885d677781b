#include "vm/object/instance_object.h"

#include <cstddef>

#include "vm/error/raise.h"
#include "vm/object/attribute.h"
#include "vm/object/dict_object.h"
#include "vm/object/type_layout.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ shared keys

int shared_key_index(const SharedKeys* keys, StrObject* name) {
    if (!keys) return -1;
    uint32_t count = keys->count;
    for (uint32_t i = 0; i < count; ++i)
        if (keys->names[i] == name) return static_cast<int>(i);
    if (KRAIT_LIKELY(name->flags & kInterned)) return -1;
    for (uint32_t i = 0; i < count; ++i)
        if (str_equal_nocall(keys->names[i], name)) return static_cast<int>(i);
    return -1;
}

int shared_key_add(Interpreter& interp, TypeObject* type, StrObject* name) {
    if (!type->shared_keys) {
        auto* fresh = static_cast<SharedKeys*>(interp.heap.allocate_buffer(sizeof(SharedKeys)));
        if (!fresh) return -1;
        fresh->count = 0;
        type->shared_keys = fresh;
    }
    SharedKeys* keys = type->shared_keys;
    if (keys->count >= kMaxInlineValues) return -1;
    incref(name);
    keys->names[keys->count] = name;
    // Caches take a class attribute for granted when the name is no shared key.
    if (!type_lookup_nocall(type, name).is_unbound()) type_modified(type);
    return static_cast<int>(keys->count++);
}

void shared_keys_free(Interpreter& interp, TypeObject* type) {
    SharedKeys* keys = type->shared_keys;
    if (!keys) return;
    type->shared_keys = nullptr;
    for (uint32_t i = 0; i < keys->count; ++i) decref(keys->names[i]);
    interp.heap.free_buffer(keys, sizeof(SharedKeys));
}

// ------------------------------------------------------------------------------------------------ layout

size_t layout_dict_offset(Kind layout) {
    switch (layout) {
    case Kind::Function:
        return offsetof(FunctionObject, dict);
    case Kind::Property:
        return offsetof(PropertyObject, dict);
    case Kind::StaticMethod:
    case Kind::ClassMethod:
        return offsetof(StaticMethodObject, dict);
    case Kind::Module:
        return offsetof(ModuleObject, dict);
    case Kind::BaseException:
        return offsetof(ExceptionObject, dict);
    default:
        return 0;
    }
}

bool has_trailer_dict(const TypeObject* type) {
    return has_flag(type, kTypeHasDict) && !has_flag(type, kTypeInline) && layout_dict_offset(type->layout) == 0;
}

static size_t align8(size_t n) { return (n + 7) & ~size_t{7}; }

size_t instance_size(const TypeObject* type, size_t item_bytes) {
    return align8(type->basic_size + item_bytes) + (type->slot_count + has_trailer_dict(type)) * sizeof(Value);
}

// Bytes of inline items of an object whose length is set.
static size_t item_bytes_of(const Object* o) {
    switch (o->type->layout) {
    case Kind::Tuple:
        return reinterpret_cast<const TupleObject*>(o)->size * sizeof(Value);
    case Kind::Str: {
        auto* s = reinterpret_cast<const StrObject*>(o);
        return (s->length + 1) * s->unit();
    }
    case Kind::Bytes:
        return reinterpret_cast<const BytesObject*>(o)->length + 1;
    default:
        return 0;
    }
}

Value* object_trailer(Object* o) {
    return reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + align8(o->type->basic_size + item_bytes_of(o)));
}

void instance_init_trailer(Object* o) {
    TypeObject* type = o->type;
    if (type->slot_count == 0 && !has_trailer_dict(type)) return;
    Value* trailer = object_trailer(o);
    for (size_t i = 0; i < type->slot_count; ++i) trailer[i] = Value::unbound();
    if (has_trailer_dict(type)) trailer[type->slot_count].bits = 0;
}

DictObject** object_dict_slot(Object* o) {
    TypeObject* type = o->type;
    if (!has_flag(type, kTypeHasDict) || (o->flags & kInlineInstance)) return nullptr;
    if (size_t offset = layout_dict_offset(type->layout))
        return reinterpret_cast<DictObject**>(reinterpret_cast<char*>(o) + offset);
    return reinterpret_cast<DictObject**>(object_trailer(o) + type->slot_count);
}

// ------------------------------------------------------------------------------------------------ creation

Ref instance_new(Thread& t, TypeObject* type) {
    // Odd numbers fill the cell exactly. The first instances of a class get room to show what they hold.
    size_t known = type->shared_keys ? type->shared_keys->count : 0;
    size_t capacity = known ? known | 1 : 13;
    if (capacity > kMaxInlineValues) capacity = kMaxInlineValues;
    auto* instance = reinterpret_cast<InstanceObject*>(allocate_object(t, type, inline_instance_size(capacity)));
    if (!instance) return Failed{};
    instance->flags |= kInlineInstance;
    instance->aux = static_cast<uint16_t>(capacity << 8);
    instance->dict = nullptr;
    for (size_t i = 0; i < capacity; ++i) instance->slots[i] = Value::unbound();
    gc_track(instance);
    return Ref::steal(instance);
}

// ------------------------------------------------------------------------------------------------ the instance dict

// Moves inline values into a fresh dict, in their order.
static Fallible<DictObject*> materialise(Thread& t, InstanceObject* instance) {
    RefTo<DictObject> dict = TRY(dict_new(t, instance->count()));
    for (size_t i = 0; i < instance->count(); ++i)
        TRY(dict_set_str(t, dict.get(), instance->type->shared_keys->names[i], instance->slots[i]));
    size_t count = instance->count();
    instance->aux = static_cast<uint16_t>(instance->aux & 0xff00);
    instance->dict = dict.release();
    for (size_t i = 0; i < count; ++i) {
        decref(instance->slots[i]);   // the dict has its own reference: nothing is freed here
        instance->slots[i] = Value::unbound();
    }
    return instance->dict;
}

Fallible<DictObject*> instance_dict(Thread& t, Object* o) {
    if (o->flags & kInlineInstance) {
        auto* instance = reinterpret_cast<InstanceObject*>(o);
        return instance->dict ? Fallible<DictObject*>(instance->dict) : materialise(t, instance);
    }
    DictObject** place = object_dict_slot(o);
    if (!place) return nullptr;
    if (!*place) {
        DictObject* fresh = TRY(dict_new(t)).release();
        *place = fresh;
    }
    return *place;
}

Value object_get_dict(Thread& t, Value self) {
    if (!self.is_object() || !has_flag(type_of(t, self), kTypeHasDict))
        return raise_attribute_error(t, self, t.interp.names.dunder_dict);
    auto dict = instance_dict(t, self.as_object());
    if (!dict) return Value::error();
    return own(dict.value()).release();
}

int object_set_dict(Thread& t, Value self, Value value) {
    if (!self.is_object() || !has_flag(type_of(t, self), kTypeHasDict)) {
        (void)raise_attribute_error(t, self, t.interp.names.dunder_dict);
        return -1;
    }
    if (value.is_unbound()) {
        (void)raise(t, Exc::TypeError, "cannot delete __dict__");
        return -1;
    }
    DictObject* dict = as_dict(value);
    if (!dict) {
        (void)raise(t, Exc::TypeError, "__dict__ must be set to a dictionary, not a '%s'", type_name_of(t, value));
        return -1;
    }
    auto present = instance_dict(t, self.as_object());
    if (!present) return -1;
    Object* o = self.as_object();
    DictObject** place =
        (o->flags & kInlineInstance) ? &reinterpret_cast<InstanceObject*>(o)->dict : object_dict_slot(o);
    Ref old = Ref::steal(Value::object(*place));
    incref(dict);
    *place = dict;
    return 0;
}

// ------------------------------------------------------------------------------------------------ __class__

bool same_instance_layout(const TypeObject* a, const TypeObject* b) {
    constexpr uint32_t kMustAgree = kTypeHasDict | kTypeInline | kTypeHasWeakrefs | kTypeGc | kTypeVarSized;
    if (a->layout != b->layout || a->basic_size != b->basic_size || a->slot_count != b->slot_count) return false;
    if ((a->type_flags & kMustAgree) != (b->type_flags & kMustAgree)) return false;
    return solid_base(a) == solid_base(b) || same_own_slots(a, b);
}

const char* layout_difference(const TypeObject* a, const TypeObject* b) {
    return ((a->type_flags ^ b->type_flags) & kTypeGc) ? "deallocator" : "object layout";
}

int object_set_class(Thread& t, Value self, Value cls) {
    if (cls.is_unbound()) {
        (void)raise(t, Exc::TypeError, "can't delete __class__ attribute");
        return -1;
    }
    TypeObject* target = as_type(cls);
    if (!target) {
        (void)raise(t, Exc::TypeError, "__class__ must be set to a class, not '%s' object", type_name_of(t, cls));
        return -1;
    }
    TypeObject* present = type_of(t, self);
    const TypeObject* module = t.interp.type(Kind::Module);
    bool modules = is_subtype(target, module) && is_subtype(present, module);
    if (!self.is_object() || (!modules && (!has_flag(target, kTypeHeap) || !has_flag(present, kTypeHeap)))) {
        (void)raise(t, Exc::TypeError, "__class__ assignment only supported for heap types or ModuleType subclasses");
        return -1;
    }
    constexpr uint32_t kIgnored = kTypeHasWeakrefs;   // every module can be weakly referenced
    bool same = same_instance_layout(present, target) ||
                (modules && present->basic_size == target->basic_size && !present->slot_count && !target->slot_count &&
                 ((present->type_flags ^ target->type_flags) & kTypeHasDict & ~kIgnored) == 0);
    if (!same) {
        (void)raise(t, Exc::TypeError, "__class__ assignment: '%s' %s differs from '%s'", type_name(target),
                    layout_difference(present, target), type_name(present));
        return -1;
    }
    Object* o = self.as_object();
    // Inline values are numbered by the old class's keys.
    if ((o->flags & kInlineInstance) && !instance_dict(t, o)) return -1;
    if (has_flag(target, kTypeHeap)) incref(target);
    o->type = target;
    o->kind = target->instance_kind;
    if (has_flag(present, kTypeHeap)) decref(present);
    return 0;
}

// ------------------------------------------------------------------------------------------------ the end
// __del__ and weak references are destroy_object()'s business: they are done with when a dealloc runs.

void instance_clear_values(Interpreter&, Object* o) {
    if (o->flags & kInlineInstance) {
        auto* instance = reinterpret_cast<InstanceObject*>(o);
        Ref dict = instance->dict ? Ref::steal(Value::object(instance->dict)) : Ref();
        instance->dict = nullptr;
        while (size_t count = instance->count()) {
            Value old = instance->slots[count - 1];
            instance->slots[count - 1] = Value::unbound();
            --instance->aux;
            decref(old);
        }
        return;
    }
    TypeObject* type = o->type;
    if (has_trailer_dict(type)) {
        Value* place = object_trailer(o) + type->slot_count;
        if (place->bits) {
            Ref dict = Ref::steal(*place);
            place->bits = 0;
        }
    }
    for (size_t i = 0; i < type->slot_count; ++i) {
        Value* place = object_trailer(o) + i;
        Value old = *place;
        *place = Value::unbound();
        decref(old);
    }
}

void instance_visit_values(Object* o, Visitor& visitor) {
    if (o->flags & kInlineInstance) {
        auto* instance = reinterpret_cast<InstanceObject*>(o);
        visitor.visit_pointer(instance->dict);
        for (size_t i = 0; i < instance->count(); ++i) visitor.visit(instance->slots[i]);
        return;
    }
    TypeObject* type = o->type;
    if (type->slot_count == 0 && !has_trailer_dict(type)) return;
    Value* trailer = object_trailer(o);
    for (size_t i = 0; i < type->slot_count; ++i) visitor.visit(trailer[i]);
    if (has_trailer_dict(type) && trailer[type->slot_count].bits) visitor.visit(trailer[type->slot_count]);
}

void inline_instance_dealloc(Interpreter& interp, Object* o) {
    auto* instance = reinterpret_cast<InstanceObject*>(o);
    if (instance->dict) decref(reinterpret_cast<Object*>(instance->dict));
    for (size_t i = 0, count = instance->count(); i < count; ++i) decref(instance->slots[i]);
    free_object(interp, o);
}

void inline_instance_traverse(Object* o, Visitor& visitor) { instance_visit_values(o, visitor); }
void inline_instance_clear(Interpreter& interp, Object* o) { instance_clear_values(interp, o); }

// The nearest built-in type below a class made by Python: its functions know the layout.
static const TypeObject* native_base(const Object* o) {
    const TypeObject* type = o->type;
    while (type->base && has_flag(type, kTypeHeap)) type = type->base;
    return type;
}

void subclass_instance_dealloc(Interpreter& interp, Object* o) {
    instance_clear_values(interp, o);
    native_base(o)->slots.dealloc(interp, o);
}

// A built-in base that keeps a dict in the trailer visits it itself (SimpleNamespace, partial).
void subclass_instance_traverse(Object* o, Visitor& visitor) {
    const TypeObject* native = native_base(o);
    if (o->type->slot_count || has_trailer_dict(o->type)) {
        Value* trailer = object_trailer(o);
        for (size_t i = 0; i < o->type->slot_count; ++i) visitor.visit(trailer[i]);
        Value* dict = trailer + o->type->slot_count;
        if (has_trailer_dict(o->type) && !has_trailer_dict(native) && dict->bits) visitor.visit(*dict);
    }
    if (TraverseFn traverse = native->slots.traverse) traverse(o, visitor);
}

void subclass_instance_clear(Interpreter& interp, Object* o) {
    instance_clear_values(interp, o);
    if (ClearFn clear = native_base(o)->slots.clear) clear(interp, o);
}

void plain_object_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

}  // namespace krait
