#include "vm/object/class_slots.h"

#include "vm/memory/weakref.h"
#include "vm/object/attribute.h"
#include "vm/object/instance_object.h"
#include "vm/object/type_layout.h"
#include "vm/protocol/protocol.h"

namespace krait {

RefTo<StrObject> mangle_name(Thread& t, StrObject* class_name, StrObject* name) {
    size_t n = name->length;
    bool mangled = n >= 2 && name->at(0) == '_' && name->at(1) == '_' &&
                   !(name->at(n - 1) == '_' && name->at(n - 2) == '_') && str_find_char(name, '.', 0, n) < 0;
    size_t start = 0;
    while (start < class_name->length && class_name->at(start) == '_') ++start;
    if (!mangled || start == class_name->length) return RefTo<StrObject>::own(name);
    StrBuilder builder(t);
    TRY(builder.append_char('_'));
    TRY(builder.append(class_name, start, class_name->length));
    TRY(builder.append(name));
    Ref result = TRY(builder.finish());
    return RefTo<StrObject>::steal(result.release().as<StrObject>());
}

namespace {

// ASCII rules, and for other letters what str.isidentifier() says.
Fallible<bool> is_identifier(Thread& t, StrObject* s) {
    if (!s->ascii()) {
        StrObject* method = intern_utf8(t, "isidentifier");
        if (!method) return Failed{};
        Ref answer = TRY(call_method(t, Value::object(s), method));
        return is_true(t, answer);
    }
    auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    for (size_t i = 0; i < s->length; ++i)
        if (!letter(s->data[i]) && !(i && s->data[i] >= '0' && s->data[i] <= '9')) return false;
    return s->length > 0;
}

struct SlotReader {
    Thread& t;
    StrObject* class_name;
    TypeObject* base;
    DictObject* ns;
    bool can_have_dict, can_have_weakrefs;
    ClassSlots out{};
    RefTo<ListObject> names{};

    Status check(Value item) {
        if (!layout_is(item, Kind::Str))
            return raise(t, Exc::TypeError, "__slots__ items must be strings, not '%s'", type_name_of(t, item));
        if (!TRY(is_identifier(t, item.as<StrObject>())))
            return raise(t, Exc::TypeError, "__slots__ must be identifiers");
        if (item.as<StrObject>() == t.interp.names.dunder_dict || str_equals_ascii(item.as<StrObject>(), "__dict__")) {
            if (!can_have_dict || out.dict)
                return raise(t, Exc::TypeError, "__dict__ slot disallowed: we already got one");
            out.dict = true;
        } else if (str_equals_ascii(item.as<StrObject>(), "__weakref__")) {
            if (!can_have_weakrefs || out.weakrefs)
                return raise(t, Exc::TypeError,
                             "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
            out.weakrefs = true;
        }
        return ok();
    }

    Status add(StrObject* item) {
        if (str_equals_ascii(item, "__dict__") || str_equals_ascii(item, "__weakref__")) return ok();
        RefTo<StrObject> mangled = TRY(mangle_name(t, class_name, item));
        StrObject* name =
            mangled->kind == Kind::Str ? intern(t, mangled.get()) : intern_utf8(t, str_to_utf8(mangled.get()));
        if (!name) return Failed{};
        Value present = TRY(dict_get(t, ns, Value::object(name)));
        bool allowed = name == t.interp.names.dunder_qualname || name == t.interp.names.dunder_classcell;
        if (!present.is_unbound() && !allowed) {
            std::string text = repr_utf8(t, Value::object(name));
            return raise(t, Exc::ValueError, "%s in __slots__ conflicts with class variable", text.c_str());
        }
        return list_append(t, names.get(), Value::object(name));
    }

    // In alphabetical order, as the reference lays them out.
    void sort() {
        ListObject* list = names.get();
        for (uint32_t i = 1; i < list->size; ++i)
            for (uint32_t j = i; j > 0 && str_compare_nocall(list->items[j].as<StrObject>(),
                                                             list->items[j - 1].as<StrObject>()) < 0; --j)
                std::swap(list->items[j], list->items[j - 1]);
    }

    Status run(TupleObject* items) {
        if (items->size > 0 && has_item_size(base))
            return raise(t, Exc::TypeError, "nonempty __slots__ not supported for subtype of '%s'", type_name(base));
        if (items->size > 10000) return raise(t, Exc::TypeError, "too many items in __slots__");
        for (uint32_t i = 0; i < items->size; ++i) TRY(check(items->items[i]));
        names = TRY(list_new(t, items->size));
        for (uint32_t i = 0; i < items->size; ++i) TRY(add(items->items[i].as<StrObject>()));
        sort();
        out.names = TRY(list_to_tuple(t, names.get()));
        return ok();
    }
};

// Classes, modules and exceptions have their own way to give their __dict__, which a class among the bases of theirs
// does not get round. UNBOUND: none.
Value builtin_dict_attribute(Thread& t, Value self) {
    TypeObject* type = type_of(t, self);
    while (type->base && has_flag(type, kTypeHeap)) type = type->base;
    return type_lookup_nocall(type, t.interp.names.dunder_dict);
}

Value dict_getter(Thread& t, Value self) {
    Ref builtin = own(builtin_dict_attribute(t, self));
    DescrGetFn get = builtin.get().is_unbound() ? nullptr : type_of(t, builtin)->slots.descr_get;
    return get ? get(t, builtin, self, Value::object(type_of(t, self))) : object_get_dict(t, self);
}
int dict_setter(Thread& t, Value self, Value value) {
    Ref builtin = own(builtin_dict_attribute(t, self));
    DescrSetFn set = builtin.get().is_unbound() ? nullptr : type_of(t, builtin)->slots.descr_set;
    if (set) return set(t, builtin, self, value);
    if (!value.is_unbound()) return object_set_dict(t, self, value);
    RefTo<DictObject> empty = dict_new(t);   // what a deleted one is replaced by
    return empty.failed() ? -1 : object_set_dict(t, self, Value::object(empty.get()));
}

Value weakref_getter(Thread& t, Value self) {
    WeakRefObject* first = self.is_object() ? weakref_first(t.interp, self.as_object()) : nullptr;
    return first ? own(first).release() : Value::none();
}

}  // namespace

ClassSlots read_class_slots(Thread& t, Value slots, StrObject* class_name, TypeObject* base, DictObject* ns,
                            bool can_have_dict, bool can_have_weakrefs) {
    Ref keep = own(slots);
    RefTo<TupleObject> items = TRY(layout_is(slots, Kind::Str) ? tuple_pack(t, {slots}) : to_tuple(t, slots));
    SlotReader reader{t, class_name, base, ns, can_have_dict, can_have_weakrefs};
    TRY(reader.run(items.get()));
    return std::move(reader.out);
}

const GetSetDef kDictGetSet = {"__dict__", &dict_getter, &dict_setter,
                               "dictionary for instance variables (if defined)"};
const GetSetDef kWeakrefGetSet = {"__weakref__", &weakref_getter, nullptr,
                                  "list of weak references to the object (if defined)"};

}  // namespace krait
