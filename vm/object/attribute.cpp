#include "vm/object/attribute.h"

#include "vm/object/dict_object.h"
#include "vm/object/slots.h"
#include "vm/object/str_utf8.h"
#include "vm/object/subclasses.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ lookup along the MRO

Value namespace_value_nocall(DictObject* dict, StrObject* name) {
    if (!dict || !dict->keys) return Value::unbound();
    if (KRAIT_LIKELY(dict->keys->all_str && name->kind == Kind::Str)) {
        int64_t i = dict_find_str_nocall(dict, name);
        return i < 0 ? Value::unbound() : dict_entry_value(dict, static_cast<uint32_t>(i));
    }
    // A class body may put anything into its namespace; keys that are no strs cannot be attributes.
    size_t position = 0;
    Value key, value;
    while (dict_next_nocall(dict, &position, &key, &value))
        if (layout_is(key, Kind::Str) && str_equal_nocall(key.as<StrObject>(), name)) return value;
    return Value::unbound();
}

Value type_own_attribute_nocall(const TypeObject* type, StrObject* name) {
    return namespace_value_nocall(type->dict, name);
}

static KRAIT_NOINLINE Value lookup_along_mro(TypeObject* type, StrObject* name) {
    TupleObject* mro = type->mro;
    if (!mro) return Value::unbound();   // while the class is being made or taken apart
    for (uint32_t i = 0; i < mro->size; ++i) {
        Value found = namespace_value_nocall(mro->items[i].as<TypeObject>()->dict, name);
        if (!found.is_unbound()) return found;
    }
    return Value::unbound();
}

Value type_lookup_nocall(TypeObject* type, StrObject* name) {
    Interpreter& interp = *type->interp;
    if (KRAIT_UNLIKELY(!(name->flags & kInterned))) return lookup_along_mro(type, name);
    uint32_t version = type->version ? type->version : type_version(interp, type);
    if (KRAIT_UNLIKELY(version == 0)) return lookup_along_mro(type, name);
    size_t hash = (version * 0x9E3779B1u) ^ static_cast<size_t>(reinterpret_cast<uintptr_t>(name) >> 4);
    auto& entry = interp.method_cache[hash % Interpreter::kMethodCacheSize];
    if (KRAIT_LIKELY(entry.version == version && entry.name == name)) return entry.value;
    Value found = lookup_along_mro(type, name);
    incref(name);   // an interned name may go and another one take its address
    StrObject* old = entry.name;
    entry = {version, name, found};
    if (old) decref(old);
    return found;
}

void method_cache_clear(Interpreter& interp) {
    for (auto& entry : interp.method_cache) {
        StrObject* name = entry.name;
        entry = {0, nullptr, Value::unbound()};
        if (name) decref(name);
    }
}

uint32_t type_version(Interpreter& interp, TypeObject* type) {
    if (type->version) return type->version;
    if (!type->mro || !has_flag(type, kTypeReady)) return 0;
    // Classes along the MRO get numbers first, so that type_modified() may stop at a type without one.
    for (uint32_t i = 0; i < type->mro->size; ++i)
        if (has_flag(type->mro->items[i].as<TypeObject>(), kTypeUncacheable)) return 0;
    for (uint32_t i = type->mro->size; i-- > 0;) {
        auto* base = type->mro->items[i].as<TypeObject>();
        if (base->version) continue;
        base->version = interp.fresh_version();
        if (!base->version) return 0;
    }
    return type->version;
}

void type_modified(TypeObject* type) {
    if (type->version == 0) return;
    type->version = 0;
    for_each_subclass(type, [](TypeObject* sub) { type_modified(sub); });
}

Status type_set_attribute(Thread& t, TypeObject* type, StrObject* name, Value value) {
    StrObject* interned = name->kind == Kind::Str ? intern(t, name) : name;
    if (!interned) return Failed{};
    // The old value lives until no cache can give it out any more.
    Ref old = own(type_own_attribute_nocall(type, interned));
    if (value.is_unbound()) {
        if (!TRY(dict_delete_str(t, type->dict, interned)))
            return raise_object(t, Exc::AttributeError, Value::object(interned));
    } else {
        TRY(dict_set_str(t, type->dict, interned, value));
    }
    type_modified(type);
    if (is_dunder_slot(type, interned)) slots_update(type, interned);
    return ok();
}

// ------------------------------------------------------------------------------------------------ objects

Value instance_own_attribute(Thread& t, Object* o, StrObject* name) {
    if (o->flags & kInlineInstance) {
        auto* instance = reinterpret_cast<InstanceObject*>(o);
        if (!instance->dict) {
            int i = shared_key_index(o->type->shared_keys, name);
            return i >= 0 && i < instance->count() ? instance->slots[i] : Value::unbound();
        }
        return dict_get_str(t, instance->dict, name);
    }
    if (!has_flag(o->type, kTypeHasDict)) return Value::unbound();
    DictObject** place = object_dict_slot(o);
    return place && *place ? dict_get_str(t, *place, name) : Value::unbound();
}

Value generic_find_attribute(Thread& t, Value self, StrObject* name) {
    TypeObject* type = type_of(t, self);
    Value found = type_lookup_nocall(type, name);
    DescrGetFn get = nullptr;
    Ref keep;
    if (!found.is_unbound()) {
        keep = own(found);
        const Slots& slots = type_of(t, found)->slots;
        get = slots.descr_get;
        if (get && slots.descr_set) return get(t, found, self, Value::object(type));
    }
    if (self.is_object()) {
        Value mine = instance_own_attribute(t, self.as_object(), name);
        if (mine.is_error()) return mine;
        if (!mine.is_unbound()) return own(mine).release();
    }
    if (found.is_unbound()) return found;
    return get ? get(t, found, self, Value::object(type_of(t, self))) : keep.release();
}

Value generic_get_attribute(Thread& t, Value self, StrObject* name) {
    Value result = generic_find_attribute(t, self, name);
    return KRAIT_LIKELY(!result.is_unbound()) ? result : Value(raise_attribute_error(t, self, name));
}

Value generic_lookup_attribute(Thread& t, Value self, StrObject* name) {
    Value result = generic_find_attribute(t, self, name);
    if (KRAIT_UNLIKELY(result.is_error()) && pending_matches(t, Exc::AttributeError)) {
        clear_exception(t);
        return Value::unbound();
    }
    return result;
}

static int missing_for_store(Thread& t, Value self, StrObject* name, bool has_class_value) {
    if (has_class_value)
        (void)raise(t, Exc::AttributeError, "'%s' object attribute '%s' is read-only", type_name_of(t, self),
              told(t, name).c_str());
    else
        (void)raise_attribute_error(t, self, name);
    return -1;
}

static int dict_store(Thread& t, DictObject* dict, StrObject* name, Value value) {
    if (!value.is_unbound()) return dict_set_str(t, dict, name, value) ? 0 : -1;
    auto deleted = dict_delete_str(t, dict, name);
    if (!deleted) return -1;
    if (deleted.value()) return 0;
    (void)raise_object(t, Exc::AttributeError, Value::object(name));
    return -1;
}

enum class InlineStore : uint8_t { Done, Missing, UseDict, Failed };

static InlineStore inline_delete(InstanceObject* instance, int index) {
    if (index < 0 || index >= instance->count()) return InlineStore::Missing;
    if (index != instance->count() - 1) return InlineStore::UseDict;
    Value old = instance->slots[index];
    instance->slots[index] = Value::unbound();
    --instance->aux;
    decref(old);
    return InlineStore::Done;
}

// Stores without a dict where the rules of InstanceObject allow it.
static InlineStore inline_store(Thread& t, InstanceObject* instance, StrObject* name, Value value) {
    TypeObject* type = instance->type;
    int index = shared_key_index(type->shared_keys, name);
    if (value.is_unbound()) return inline_delete(instance, index);
    if (index >= 0 && index < instance->count()) {
        Value old = instance->slots[index];
        incref(value);
        instance->slots[index] = value;
        decref(old);
        return InlineStore::Done;
    }
    if (instance->count() >= instance->capacity()) return InlineStore::UseDict;
    if (index < 0 && (!type->shared_keys || type->shared_keys->count == instance->count())) {
        if (name->kind != Kind::Str) return InlineStore::UseDict;
        StrObject* interned = intern(t, name);
        if (!interned) return InlineStore::Failed;
        index = shared_key_add(t.interp, type, interned);
    }
    if (index != instance->count()) return InlineStore::UseDict;
    incref(value);
    instance->slots[index] = value;
    ++instance->aux;
    return InlineStore::Done;
}

int instance_store(Thread& t, Value self, StrObject* name, Value value, bool has_class_value) {
    if (!self.is_object() || !has_flag(type_of(t, self), kTypeHasDict))
        return missing_for_store(t, self, name, has_class_value);
    Object* o = self.as_object();
    if ((o->flags & kInlineInstance) && !reinterpret_cast<InstanceObject*>(o)->dict) {
        switch (inline_store(t, reinterpret_cast<InstanceObject*>(o), name, value)) {
        case InlineStore::Done:
            return 0;
        case InlineStore::Failed:
            return -1;
        case InlineStore::Missing:
            (void)raise_object(t, Exc::AttributeError, Value::object(name));
            return -1;
        case InlineStore::UseDict:
            break;
        }
    }
    auto dict = instance_dict(t, o);
    if (!dict) return -1;
    if (!dict.value()) return missing_for_store(t, self, name, has_class_value);
    RefTo<DictObject> keep = RefTo<DictObject>::own(dict.value());
    return dict_store(t, keep.get(), name, value);
}

int generic_set_attribute(Thread& t, Value self, StrObject* name, Value value) {
    Value found = type_lookup_nocall(type_of(t, self), name);
    if (!found.is_unbound()) {
        if (DescrSetFn set = type_of(t, found)->slots.descr_set) {
            Ref keep = own(found);
            return set(t, found, self, value);
        }
    }
    return instance_store(t, self, name, value, !found.is_unbound());
}

// ------------------------------------------------------------------------------------------------ type objects

Value type_find_attribute(Thread& t, TypeObject* type, StrObject* name) {
    TypeObject* meta = type->type;
    Value self = Value::object(type);
    Value from_meta = type_lookup_nocall(meta, name);
    Ref keep_meta = own(from_meta);
    DescrGetFn meta_get = nullptr;
    if (!from_meta.is_unbound()) {
        const Slots& slots = type_of(t, from_meta)->slots;
        meta_get = slots.descr_get;
        if (meta_get && slots.descr_set) return meta_get(t, from_meta, self, Value::object(meta));
    }
    Value found = type_lookup_nocall(type, name);
    if (!found.is_unbound()) {
        Ref keep = own(found);
        DescrGetFn get = is_kind(found, Kind::Function) ? nullptr : type_of(t, found)->slots.descr_get;
        return get ? get(t, found, Value::unbound(), self) : keep.release();
    }
    if (meta_get) return meta_get(t, from_meta, self, Value::object(meta));
    return keep_meta.release();
}

Value type_get_attribute(Thread& t, Value self, StrObject* name) {
    auto* type = self.as<TypeObject>();
    Value result = type_find_attribute(t, type, name);
    if (KRAIT_LIKELY(!result.is_unbound())) return result;
    return raise(t, Exc::AttributeError, "type object '%s' has no attribute '%s'", type_name(type),
                 told(t, name).c_str());
}

int type_setattr(Thread& t, Value self, StrObject* name, Value value) {
    auto* type = self.as<TypeObject>();
    if (!has_flag(type, kTypeHeap)) {
        (void)raise(t, Exc::TypeError, "can't set attributes of built-in/extension type '%s'", type_name(type));
        return -1;
    }
    Value found = type_lookup_nocall(type->type, name);
    if (!found.is_unbound()) {
        if (DescrSetFn set = type_of(t, found)->slots.descr_set) {
            Ref keep = own(found);
            return set(t, found, self, value);
        }
    }
    return type_set_attribute(t, type, name, value) ? 0 : -1;
}

}  // namespace krait
