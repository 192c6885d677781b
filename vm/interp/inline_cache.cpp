// Generic attribute instructions: do the operation and choose the specialised form for the next time.
//
// What makes a form safe: `type->version` changes whenever an attribute of the class or a base, the bases, or a shared
// key that shadows a class attribute changes. So one comparison proves what the lookup below found along the MRO, and
// for inline instances `index < count` proves that the value is there.
#include "vm/interp/interp_ops.h"
#include "vm/object/descriptor_object.h"

namespace krait {

static bool is_data_descriptor(Thread& t, Value v) {
    return type_of(t, v)->slots.descr_set != nullptr;
}
static bool is_plain(Thread& t, Value v) {
    return type_of(t, v)->slots.descr_get == nullptr && !is_data_descriptor(t, v);
}

static unsigned form(unsigned local_form, bool temporary) { return temporary ? local_form + 1 : local_form; }
static_assert(INS_LOADATTR_SLOT_T == INS_LOADATTR_SLOT_L + 1 && INS_LOADATTR_DICT_T == INS_LOADATTR_DICT_L + 1 &&
              INS_LOADATTR_CLASS_T == INS_LOADATTR_CLASS_L + 1 && INS_LOADATTR_MODULE_T == INS_LOADATTR_MODULE_L + 1 &&
              INS_LOADATTR_MEMBER_T == INS_LOADATTR_MEMBER_L + 1 && INS_LOADATTR_TYPE_T == INS_LOADATTR_TYPE_L + 1 &&
              INS_STOREATTR_SLOT_T == INS_STOREATTR_SLOT_L + 1 && INS_STOREATTR_NEW_T == INS_STOREATTR_NEW_L + 1);

static bool cache_module_entry(Thread& t, DictObject* dict, StrObject* name, InlineCache* cache) {
    if (!dict->keys || !dict->keys->all_str) return false;
    int64_t found = dict_find_str_nocall(dict, name);
    if (found < 0) return false;
    cache->version = dict_version(t.interp, dict);
    cache->pointer = &dict->keys->entries()[found];
    return cache->version != 0;
}

static bool plain_module(Thread& t, Value object) {
    return is_kind(object, Kind::Module) && object.as_object()->type == t.interp.type(Kind::Module);
}

// Form for reading `name` from a class itself; the metaclass must be `type`, whose own attributes are not shadowed.
static unsigned specialise_class_read(Thread& t, TypeObject* cls, StrObject* name, InlineCache* cache) {
    if (cls->type != t.interp.type(Kind::Type) || !type_lookup_nocall(cls->type, name).is_unbound())
        return INS_LOADATTR;
    Value found = type_lookup_nocall(cls, name);
    if (found.is_unbound()) return INS_LOADATTR;
    if (is_kind(found, Kind::StaticMethod)) found = found.as<StaticMethodObject>()->callable;
    else if (!is_kind(found, Kind::Function) && !is_plain(t, found)) return INS_LOADATTR;
    cache->version = type_version(t.interp, cls);
    cache->word = found.bits;
    return cache->version ? unsigned{INS_LOADATTR_TYPE_L} : unsigned{INS_LOADATTR};
}

static unsigned specialise_inline_read(Thread& t, InstanceObject* instance, StrObject* name, Value on_class,
                                       InlineCache* cache) {
    TypeObject* type = instance->type;
    int index = type->shared_keys ? shared_key_index(type->shared_keys, name) : -1;
    if (!instance->dict) {
        if (index >= 0 && index < instance->count()) {
            cache->index = static_cast<uint32_t>(index);
            return INS_LOADATTR_SLOT_L;
        }
        if (index < 0 && !on_class.is_unbound() && is_plain(t, on_class)) {
            cache->index = 1;
            cache->word = on_class.bits;
            return INS_LOADATTR_CLASS_L;
        }
        return INS_LOADATTR;
    }
    if (!instance->dict->keys || !instance->dict->keys->all_str) return INS_LOADATTR;
    int64_t found = dict_find_str_nocall(instance->dict, name);
    if (found < 0) return INS_LOADATTR;
    cache->index = static_cast<uint32_t>(found);
    return INS_LOADATTR_DICT_L;
}

static unsigned specialise_read(Thread& t, Value object, StrObject* name, InlineCache* cache) {
    if (!object.is_object()) return INS_LOADATTR;
    Object* o = object.as_object();
    TypeObject* type = o->type;
    if (o->kind == Kind::Type) return specialise_class_read(t, object.as<TypeObject>(), name, cache);
    if (plain_module(t, object))
        return type_lookup_nocall(type, name).is_unbound() &&
                       cache_module_entry(t, object.as<ModuleObject>()->dict, name, cache)
                   ? unsigned{INS_LOADATTR_MODULE_L}
                   : unsigned{INS_LOADATTR};
    if (type->slots.getattr != generic_get_attribute) return INS_LOADATTR;
    Value on_class = type_lookup_nocall(type, name);
    cache->version = type_version(t.interp, type);
    if (!cache->version) return INS_LOADATTR;
    if (!on_class.is_unbound() && is_data_descriptor(t, on_class)) {
        if (is_kind(on_class, Kind::Property) && is_kind(on_class.as<PropertyObject>()->fget, Kind::Function)) {
            cache->pointer = on_class.as_object();
            return INS_LOADATTR_PROPERTY;
        }
        if (is_kind(on_class, Kind::MemberDescriptor) && !has_flag(type, kTypeVarSized) &&
            descriptor_applies(t, object, on_class.as<MemberDescriptorObject>()->owner)) {
            char* place = reinterpret_cast<char*>(member_place(on_class.as<MemberDescriptorObject>(), o));
            cache->index = static_cast<uint32_t>(place - reinterpret_cast<char*>(o));
            return INS_LOADATTR_MEMBER_L;
        }
        return INS_LOADATTR;
    }
    if (o->flags & kInlineInstance)
        return specialise_inline_read(t, object.as<InstanceObject>(), name, on_class, cache);
    if (!has_flag(type, kTypeHasDict) && !on_class.is_unbound() && is_plain(t, on_class)) {
        cache->index = 0;
        cache->word = on_class.bits;
        return INS_LOADATTR_CLASS_L;
    }
    return INS_LOADATTR;
}

Value op_load_attribute(Thread& t, Value object, StrObject* name, bool temporary, InlineCache* cache,
                        unsigned* new_op) {
    Value v = get_attribute(t, object, name).release();
    if (v.is_error()) return v;
    // The lookup may have run code that changed the class: specialise on what is there now.
    unsigned chosen = specialise_read(t, object, name, cache);
    *new_op = chosen == INS_LOADATTR || chosen == INS_LOADATTR_PROPERTY ? chosen : form(chosen, temporary);
    return v;
}

Value op_load_property(Thread& t, Value object, InlineCache* cache) {
    Ref getter = own(static_cast<PropertyObject*>(cache->pointer)->fget);
    return call_python(t, getter.as<FunctionObject>(), CallArgs{&object, 1, nullptr});
}

bool op_store_attribute(Thread& t, Value object, StrObject* name, Value value, bool temporary, InlineCache* cache,
                        unsigned* new_op) {
    *new_op = INS_STOREATTR;
    unsigned before = UINT32_MAX;   // count of inline values before the store
    if (object.is_object() && (object.as_object()->flags & kInlineInstance) && !object.as<InstanceObject>()->dict)
        before = object.as<InstanceObject>()->count();
    if (set_attribute(t, object, name, value).failed()) return false;
    if (!object.is_object()) return true;
    Object* o = object.as_object();
    TypeObject* type = o->type;
    if (type->slots.setattr != generic_set_attribute) return true;
    Value on_class = type_lookup_nocall(type, name);
    cache->version = type_version(t.interp, type);
    if (!cache->version) return true;
    if (!on_class.is_unbound() && is_data_descriptor(t, on_class)) {
        if (is_kind(on_class, Kind::MemberDescriptor) && !has_flag(type, kTypeVarSized) &&
            on_class.as<MemberDescriptorObject>()->writable &&
            descriptor_applies(t, object, on_class.as<MemberDescriptorObject>()->owner)) {
            char* place = reinterpret_cast<char*>(member_place(on_class.as<MemberDescriptorObject>(), o));
            cache->index = static_cast<uint32_t>(place - reinterpret_cast<char*>(o));
            *new_op = INS_STOREATTR_MEMBER;
        }
        return true;
    }
    if (before == UINT32_MAX || !(o->flags & kInlineInstance) || object.as<InstanceObject>()->dict ||
        !type->shared_keys)
        return true;
    int index = shared_key_index(type->shared_keys, name);
    unsigned count = object.as<InstanceObject>()->count();
    if (index < 0 || static_cast<unsigned>(index) >= count) return true;
    cache->index = static_cast<uint32_t>(index);
    *new_op = form(count > before ? INS_STOREATTR_NEW_L : INS_STOREATTR_SLOT_L, temporary);
    return true;
}

// As specialise_class_read(), for calls.
static unsigned specialise_class_method(Thread& t, TypeObject* cls, StrObject* name, InlineCache* cache) {
    if (cls->type != t.interp.type(Kind::Type) || !type_lookup_nocall(cls->type, name).is_unbound()) return INS_LOADM;
    Value found = type_lookup_nocall(cls, name);
    if (!found.is_object()) return INS_LOADM;
    cache->index = 0;
    switch (found.as_object()->kind) {
        case Kind::Function: break;
        case Kind::StaticMethod: found = found.as<StaticMethodObject>()->callable; break;
        case Kind::ClassMethod:
            found = found.as<StaticMethodObject>()->callable;
            cache->index = 1;
            break;
        case Kind::ClassMethodDescriptor:
            if (!is_subtype(cls, found.as<MethodDescriptorObject>()->owner)) return INS_LOADM;
            cache->index = 1;
            break;
        default: return INS_LOADM;
    }
    if (!is_kind(found, Kind::Function) && !is_kind(found, Kind::ClassMethodDescriptor)) return INS_LOADM;
    cache->version = type_version(t.interp, cls);
    cache->object = found.as_object();
    return cache->version ? unsigned{INS_LOADM_TYPE} : unsigned{INS_LOADM};
}

// InlineCache::index of a method whose objects may have another in a dict of their own: the generic form looks there.
constexpr uint32_t kLooksInDict = UINT32_MAX;

// The function of the class, when the cache holds it and the object's dict has nothing of that name; null: look for it.
static Object* method_behind_dict(const InlineCache& cache, Value object, StrObject* name) {
    if (cache.index != kLooksInDict || !object.is_object() || object.as_object()->type->version != cache.version)
        return nullptr;
    DictObject** place = object_dict_slot(object.as_object());
    DictObject* dict = place ? *place : nullptr;
    if (dict && dict->keys && (!dict->keys->all_str || dict_find_str_nocall(dict, name) >= 0)) return nullptr;
    return cache.object;
}

// The function found on the class pairs with the object: no bound method is made.
static unsigned specialise_method(Thread& t, Value object, StrObject* name, InlineCache* cache) {
    cache->index = 0;
    if (plain_module(t, object))
        return type_lookup_nocall(object.as_object()->type, name).is_unbound() &&
                       cache_module_entry(t, object.as<ModuleObject>()->dict, name, cache)
                   ? unsigned{INS_LOADM_MODULE}
                   : unsigned{INS_LOADM};
    if (!object.is_object()) return INS_LOADM;
    Object* o = object.as_object();
    TypeObject* type = o->type;
    if (o->kind == Kind::Type) return specialise_class_method(t, object.as<TypeObject>(), name, cache);
    if (type->slots.getattr != generic_get_attribute) return INS_LOADM;
    Value on_class = type_lookup_nocall(type, name);
    if (!on_class.is_object()) return INS_LOADM;
    bool function = on_class.as_object()->kind == Kind::Function;
    bool native = on_class.as_object()->kind == Kind::MethodDescriptor;
    if (!function && !native) return INS_LOADM;
    if (native && !descriptor_applies(t, object, on_class.as<MethodDescriptorObject>()->owner)) return INS_LOADM;
    cache->version = type_version(t.interp, type);
    cache->object = on_class.as_object();
    if (!cache->version) return INS_LOADM;
    if (o->flags & kInlineInstance) {
        bool shadowed = type->shared_keys && shared_key_index(type->shared_keys, name) >= 0;
        return shadowed || object.as<InstanceObject>()->dict ? unsigned{INS_LOADM} : unsigned{INS_LOADM_CLASS};
    }
    if (!has_flag(type, kTypeHasDict)) return INS_LOADM_NATIVE;
    cache->index = kLooksInDict;
    return INS_LOADM;
}

bool op_load_method(Thread& t, Value object, StrObject* name, InlineCache* cache, Value* out, unsigned* new_op) {
    if (Object* known = method_behind_dict(*cache, object, name)) {
        incref(known);
        incref(object);
        out[0] = Value::object(known);
        out[1] = object;
        *new_op = INS_LOADM;
        return true;
    }
    Value self;
    Ref function = get_method(t, object, name, &self);
    if (function.failed()) return false;
    *new_op = specialise_method(t, object, name, cache);
    incref(self);
    out[0] = function.release();
    out[1] = self;
    return true;
}

}  // namespace krait
