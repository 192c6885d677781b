// type: classes as objects.
#include "builtins/types/object_common.h"
#include "vm/object/attribute.h"
#include "vm/object/instance_object.h"
#include "vm/object/mro.h"
#include "vm/object/slots.h"
#include "vm/object/subclasses.h"
#include "vm/object/type_functions.h"
#include "vm/object/type_layout.h"
#include "vm/protocol/call.h"
#include "vm/protocol/classes.h"
#include "vm/protocol/generics.h"

namespace krait {

namespace {

TypeObject* self_of(Value v) { return v.as<TypeObject>(); }

Value type_repr(Thread& t, Value self) {
    return str_format_c(t, "<class '%s'>", qualified_type_name(t, self_of(self)).c_str()).release();
}

int type_init(Thread& t, Value, const CallArgs& args) {
    if (has_keywords(args) && args.nargs == 1) {
        (void)raise(t, Exc::TypeError, "type.__init__() takes no keyword arguments");
        return -1;
    }
    if (args.nargs == 1 || args.nargs == 3) return 0;
    (void)raise(t, Exc::TypeError, "type.__init__() takes 1 or 3 arguments");
    return -1;
}

// ------------------------------------------------------------------------------------------------ attributes

// Only classes made by Python may be changed.
bool may_set(Thread& t, TypeObject* type, Value value, const char* what) {
    if (!has_flag(type, kTypeHeap)) {
        (void)raise(t, Exc::TypeError, "can't set %s.%s", type_name(type), what);
        return false;
    }
    if (value.is_unbound()) {
        (void)raise(t, Exc::TypeError, "can't delete %s.%s", type_name(type), what);
        return false;
    }
    return true;
}

int done(const Status& status) { return status ? 0 : -1; }

Value get_name(Thread&, Value self) { return own(self_of(self)->name).release(); }

int set_name(Thread& t, Value self, Value value) {
    TypeObject* type = self_of(self);
    if (!may_set(t, type, value, "__name__")) return -1;
    StrObject* name = as_str(value);
    if (!name) {
        (void)raise(t, Exc::TypeError, "can only assign string to %s.__name__, not '%s'", type_name(type),
                    type_name_of(t, value));
        return -1;
    }
    if (str_find_char(name, 0, 0, name->length) >= 0) {
        (void)raise(t, Exc::ValueError, "type name must not contain null characters");
        return -1;
    }
    return done(type_set_name(t, type, name));
}

Value get_qualname(Thread&, Value self) { return own(self_of(self)->qualname).release(); }

int set_qualname(Thread& t, Value self, Value value) {
    TypeObject* type = self_of(self);
    if (!may_set(t, type, value, "__qualname__")) return -1;
    if (!layout_is(value, Kind::Str)) {
        (void)raise(t, Exc::TypeError, "can only assign string to %s.__qualname__, not '%s'", type_name(type),
                    type_name_of(t, value));
        return -1;
    }
    Ref old = Ref::steal(Value::object(type->qualname));
    type->qualname = own(value).release().as<StrObject>();
    return 0;
}

Value get_module(Thread& t, Value self) { return type_module(t, self_of(self)).release(); }

int set_module(Thread& t, Value self, Value value) {
    if (!may_set(t, self_of(self), value, "__module__")) return -1;
    return done(type_set_attribute(t, self_of(self), t.interp.names.dunder_module, value));
}

Value get_bases(Thread&, Value self) { return own(self_of(self)->bases).release(); }
int set_bases(Thread& t, Value self, Value value) { return done(type_assign_bases(t, self_of(self), value)); }

Value get_dict(Thread& t, Value self) { return mapping_proxy_new(t, Value::object(self_of(self)->dict)).release(); }

Value get_doc(Thread& t, Value self) {
    TypeObject* type = self_of(self);
    if (!has_flag(type, kTypeHeap) && type->spec && type->spec->doc) return str_from_utf8(t, type->spec->doc).release();
    Value found = type_own_attribute_nocall(type, t.interp.names.dunder_doc);
    if (found.is_unbound()) return Value::none();
    Ref keep = own(found);
    DescrGetFn get = type_of(t, found)->slots.descr_get;
    return get ? get(t, keep, Value::unbound(), self) : keep.release();
}

int set_doc(Thread& t, Value self, Value value) {
    if (!may_set(t, self_of(self), value, "__doc__")) return -1;
    return done(type_set_attribute(t, self_of(self), t.interp.names.dunder_doc, value));
}

Value get_abstract_methods(Thread& t, Value self) {
    StrObject* name = t.interp.names.dunder_abstractmethods;
    Value found = self_of(self) == t.interp.type(Kind::Type) ? Value::unbound()
                                                             : type_own_attribute_nocall(self_of(self), name);
    if (found.is_unbound()) return raise_object(t, Exc::AttributeError, Value::object(name));
    return own(found).release();
}

int set_abstract_methods(Thread& t, Value self, Value value) {
    TypeObject* type = self_of(self);
    bool is_abstract = false;
    if (!value.is_unbound()) {
        auto truth = is_true(t, value);
        if (!truth) return -1;
        is_abstract = truth.value();
    }
    if (!type_set_attribute(t, type, t.interp.names.dunder_abstractmethods, value)) return -1;
    if (is_abstract) type->type_flags |= kTypeAbstract;
    else type->type_flags &= ~uint32_t{kTypeAbstract};
    return 0;
}

Value get_text_signature(Thread& t, Value self) {
    const TypeSpec* spec = self_of(self)->spec;
    if (has_flag(self_of(self), kTypeHeap) || !spec || !spec->new_signature) return Value::none();
    return str_from_utf8(t, spec->new_signature).release();
}

Value get_basic_size(Thread& t, Value self) {
    const TypeObject* type = self_of(self);
    bool extra = has_flag(type, kTypeHeap) && has_flag(type, kTypeHasDict) && layout_dict_offset(type->layout) == 0;
    size_t size = type->basic_size + type->slot_count * sizeof(Value) + (extra ? sizeof(Value) : 0);
    if (has_flag(type, kTypeInline)) size += sizeof(Value);   // as if weak references had a place in the instance
    return make_int(t, static_cast<int64_t>(size)).release();
}

Value get_item_size(Thread& t, Value self) {
    const TypeObject* type = self_of(self);
    int64_t size = type->layout == Kind::Tuple   ? 8
                   : type->layout == Kind::Bytes ? 1
                   : type->layout == Kind::Int   ? 4
                                                 : 0;
    return make_int(t, size).release();
}

Value get_dict_offset(Thread& t, Value self) {
    const TypeObject* type = self_of(self);
    if (!instances_have_dict(type)) return Value::small_int(0);
    size_t offset = layout_dict_offset(type->layout);
    return make_int(t, static_cast<int64_t>(offset ? offset : type->basic_size + type->slot_count * sizeof(Value)))
        .release();
}

Value get_weakref_offset(Thread&, Value self) {
    return Value::small_int(has_flag(self_of(self), kTypeHasWeakrefs) ? 24 : 0);
}

// The reference's bits of tp_flags, as far as Python code looks at them.
Value get_flags(Thread& t, Value self) {
    struct Bit {
        uint32_t ours;
        unsigned theirs;
    };
    constexpr Bit kBits[] = {{kTypeHeap, 9},
                             {kTypeBase, 10},
                             {kTypeGc, 14},
                             {kTypeAbstract, 20},
                             {kTypeIntSubclass, 24},
                             {kTypeListSubclass, 25},
                             {kTypeTupleSubclass, 26},
                             {kTypeBytesSubclass, 27},
                             {kTypeStrSubclass, 28},
                             {kTypeDictSubclass, 29},
                             {kTypeExceptionSubclass, 30},
                             {kTypeTypeSubclass, 31}};
    uint64_t flags = uint64_t{1} << 12 | uint64_t{1} << 18 | uint64_t{1} << 19;
    if (has_flag(self_of(self), kTypeHeap)) flags |= 1;
    for (Bit bit : kBits)
        if (has_flag(self_of(self), bit.ours)) flags |= uint64_t{1} << bit.theirs;
    return make_int_u64(t, flags).release();
}

// Of the class itself: bases' are not its own. `type` has this very attribute and no type parameters.
Value get_type_params(Thread& t, Value self) {
    if (self_of(self) == t.interp.type(Kind::Type)) return Ref(tuple_new(t, 0)).release();
    Value found = namespace_value_nocall(self_of(self)->dict, t.interp.names.dunder_type_params);
    return found.is_unbound() ? Ref(tuple_new(t, 0)).release() : own(found).release();
}

int set_type_params(Thread& t, Value self, Value value) {
    if (!may_set(t, self_of(self), value, "__type_params__")) return -1;
    return done(type_set_attribute(t, self_of(self), t.interp.names.dunder_type_params, value));
}

// int | str (3.10)
Value type_union(Thread& t, Value a, Value b) {
    if (t.interp.lang36) return Value::not_implemented();
    return generics_call(t, "union", a, b).release();
}

constexpr Slots kSlots = [] {
    Slots s{.dealloc = type_dealloc,
            .traverse = type_traverse,
            .clear = type_clear,
            .repr = type_repr,
            .call = type_call,
            .getattr = type_get_attribute,
            .setattr = type_setattr,
            .new_ = type_new_slot,
            .init = type_init};
    s.binary[static_cast<size_t>(BinaryOp::Or)] = type_union;
    return s;
}();

constexpr GetSetDef GETSETS[] = {
    {"__name__", &get_name, &set_name, nullptr},
    {"__qualname__", &get_qualname, &set_qualname, nullptr},
    {"__bases__", &get_bases, &set_bases, nullptr},
    {"__module__", &get_module, &set_module, nullptr},
    {"__abstractmethods__", &get_abstract_methods, &set_abstract_methods, nullptr},
    {"__dict__", &get_dict, nullptr, nullptr},
    {"__doc__", &get_doc, &set_doc, nullptr},
    {"__text_signature__", &get_text_signature, nullptr, nullptr},
    {"__type_params__", &get_type_params, &set_type_params, nullptr},
    {"__basicsize__", &get_basic_size, nullptr, nullptr},
    {"__itemsize__", &get_item_size, nullptr, nullptr},
    {"__flags__", &get_flags, nullptr, nullptr},
    {"__weakrefoffset__", &get_weakref_offset, nullptr, nullptr},
    {"__dictoffset__", &get_dict_offset, nullptr, nullptr},
};

constexpr MemberDef MEMBERS[] = {
    {"__base__", offsetof(TypeObject, base), false, nullptr},
    {"__mro__", offsetof(TypeObject, mro), false, nullptr},
};

// ------------------------------------------------------------------------------------------------ methods

Ref type_mro(Thread& t, TypeObject* self) {
    RefTo<TupleObject> mro = TRY(c3_mro(t, self));
    return list_from(t, mro->items, mro->size);
}

Ref type_subclasses(Thread& t, TypeObject* self) {
    RefTo<ListObject> list = TRY(list_new(t, subclass_count(self)));
    for (size_t i = 0; i < subclass_count(self); ++i) {
        TypeObject* sub = subclass_at(self, i);
        if (sub->refcount != 0 && !(sub->flags & kInDestroy)) TRY(list_append(t, list.get(), Value::object(sub)));
    }
    return list;
}

Ref type_prepare(Thread& t, Value, Value, Args) { return dict_new(t); }
Fallible<bool> type_instancecheck(Thread& t, Value self, Value instance) {
    return is_instance_default(t, instance, self);
}
Fallible<bool> type_subclasscheck(Thread& t, Value self, Value cls) { return is_subclass_default(t, cls, self); }

Ref type_dir(Thread& t, Value self) {
    RefTo<DictObject> names = TRY(dict_new(t));
    TRY(collect_class_names(t, names.get(), self));
    return dict_key_list(t, names.get());
}

Ref type_sizeof(Thread& t, TypeObject* self) {
    return make_int(t, static_cast<int64_t>(t.heap.object_size(self)));
}

constexpr MethodDef METHODS[] = {
    method<type_mro>("mro", "(self, /)", "mro() -> list\nreturn a type's method resolution order"),
    method<type_subclasses>("__subclasses__", "(self, /)", "__subclasses__() -> list of immediate subclasses"),
    class_method<type_prepare>("__prepare__", "(type, *args, **kwargs)",
                               "__prepare__() -> dict\nused to create the namespace for the class statement"),
    method<type_instancecheck>("__instancecheck__", "(self, instance, /)",
                               "__instancecheck__() -> bool\ncheck if an object is an instance"),
    method<type_subclasscheck>("__subclasscheck__", "(self, subclass, /)",
                               "__subclasscheck__() -> bool\ncheck if a class is a subclass"),
    method<type_dir>("__dir__", "(self, /)", "__dir__() -> list\nspecialized __dir__ implementation for types"),
    method<type_sizeof>("__sizeof__", "(self, /)", "__sizeof__() -> int\nreturn memory consumption of the type object"),
};

}  // namespace

extern const TypeSpec kTypeTypeSpec;
constinit const TypeSpec kTypeTypeSpec = {
    .name = "type",
    .doc = "type(object_or_name, bases, dict)\n"
           "type(object) -> the object's type\n"
           "type(name, bases, dict) -> a new type",
    .basic_size = sizeof(TypeObject),
    .flags = kTypeBase | kTypeGc | kTypeHasWeakrefs,
    .slots = kSlots,
    .methods = METHODS,
    .getsets = GETSETS,
    .members = MEMBERS,
};

}  // namespace krait
