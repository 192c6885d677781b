// object.__reduce_ex__: how pickle and copy take an object apart and make it anew (PEP 307, PEP 3154).
#include "builtins/types/object_common.h"
#include "vm/object/attribute.h"

namespace krait {

namespace {

Ref copyreg_function(Thread& t, const char* name) {
    Ref module = TRY(import_module(t, "copyreg"));
    StrObject* interned = intern_utf8(t, name);
    if (!interned) return Failed{};
    return get_attribute(t, module, interned);
}

Failed raise_unpicklable(Thread& t, Value self) {
    return raise(t, Exc::TypeError, "can't pickle %s objects", type_name_of(t, self));
}

// Arguments for __new__: tuple (null: none asked for) and dict or None.
struct NewArguments {
    RefTo<TupleObject> args;
    Ref kwargs = own(Value::none());
};

Status arguments_ex(Thread& t, Value result, NewArguments* out) {
    TupleObject* pair = as_tuple(result);
    if (!pair)
        return raise(t, Exc::TypeError, "__getnewargs_ex__ should return a tuple, not '%s'", type_name_of(t, result));
    if (pair->size != 2)
        return raise(t, Exc::ValueError, "__getnewargs_ex__ should return a tuple of length 2, not %u", pair->size);
    const Value* items = pair->items;
    if (!layout_is(items[0], Kind::Tuple))
        return raise(t, Exc::TypeError,
                     "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'",
                     type_name_of(t, items[0]));
    if (!layout_is(items[1], Kind::Dict))
        return raise(t, Exc::TypeError,
                     "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'",
                     type_name_of(t, items[1]));
    out->args = RefTo<TupleObject>::own(items[0].as<TupleObject>());
    out->kwargs = own(items[1]);
    return ok();
}

Status new_arguments(Thread& t, Value self, NewArguments* out) {
    StrObject* ex_name = intern_utf8(t, "__getnewargs_ex__");
    if (!ex_name) return Failed{};
    Ref ex = TRY(lookup_special(t, self, ex_name));
    if (!ex.get().is_unbound()) {
        Ref result = TRY(call(t, ex));
        return arguments_ex(t, result, out);
    }
    Ref plain = TRY(lookup_special(t, self, t.interp.names.dunder_getnewargs));
    if (plain.get().is_unbound()) return ok();
    Ref result = TRY(call(t, plain));
    TupleObject* args = as_tuple(result);
    if (!args)
        return raise(t, Exc::TypeError, "__getnewargs__ should return a tuple, not '%s'", type_name_of(t, result));
    out->args = RefTo<TupleObject>::own(args);
    return ok();
}

Ref slot_state(Thread& t, Value self) {
    Ref slotnames = TRY(copyreg_function(t, "_slotnames"));
    Ref names = TRY(call(t, slotnames, Value::object(type_of(t, self))));
    if (!layout_is(names, Kind::List)) return own(Value::none());
    RefTo<DictObject> values = TRY(dict_new(t));
    for (uint32_t i = 0; i < names.as<ListObject>()->size; ++i) {
        Ref name = own(names.as<ListObject>()->items[i]);
        if (!layout_is(name, Kind::Str)) continue;
        Ref value = TRY(lookup_attribute(t, self, name.as<StrObject>()));
        if (!value.get().is_unbound()) TRY(dict_set(t, values.get(), name, value));
    }
    if (values->used == 0) return own(Value::none());
    return values;
}

// The instance dict, or None when there is none or nothing is in it.
Ref dict_state(Thread& t, Value self) {
    if (!self.is_object() || !has_flag(type_of(t, self), kTypeHasDict)) return own(Value::none());
    Object* o = self.as_object();
    if (o->flags & kInlineInstance) {
        auto* instance = self.as<InstanceObject>();
        if (!instance->dict && instance->count() == 0) return own(Value::none());
    } else if (DictObject** place = object_dict_slot(o); !place || !*place) {
        return own(Value::none());
    }
    DictObject* dict = TRY(instance_dict(t, o));
    return dict && dict->used ? own(dict) : own(Value::none());
}

Ref object_state(Thread& t, Value self, bool required) {
    Ref getstate = TRY(lookup_attribute(t, self, t.interp.names.dunder_getstate));
    if (!getstate.get().is_unbound()) return call(t, getstate);
    TypeObject* type = type_of(t, self);
    if (required && (type->layout != Kind::ObjectType || type->basic_size > sizeof(Object)))
        return raise_unpicklable(t, self);
    Ref state = TRY(dict_state(t, self));
    StrObject* slotnames = intern_utf8(t, "__slotnames__");
    if (!slotnames) return Failed{};
    if (type->slot_count == 0 && type_own_attribute_nocall(type, slotnames).is_unbound()) return state;
    Ref slots = TRY(slot_state(t, self));
    if (slots.get().is_none()) return state;
    return tuple_pack(t, {state, slots});
}

Ref list_items(Thread& t, Value self) {
    return has_flag(type_of(t, self), kTypeListSubclass) ? get_iterator(t, self) : own(Value::none());
}

Ref dict_items(Thread& t, Value self) {
    if (!has_flag(type_of(t, self), kTypeDictSubclass)) return own(Value::none());
    Ref items = TRY(call_method(t, self, t.interp.names.items));
    return get_iterator(t, items);
}

// copyreg.__newobj__ with (cls, *args), or __newobj_ex__ with (cls, args, kwargs).
Status constructor(Thread& t, Value self, NewArguments& arguments, Ref* function, Ref* args) {
    Value cls = Value::object(type_of(t, self));
    bool keywords = layout_is(arguments.kwargs, Kind::Dict) && arguments.kwargs.as<DictObject>()->used > 0;
    *function = TRY(copyreg_function(t, keywords ? "__newobj_ex__" : "__newobj__"));
    if (keywords) {
        *args = TRY(tuple_pack(t, {cls, arguments.args.value(), arguments.kwargs}));
        return ok();
    }
    uint32_t n = arguments.args.get() ? arguments.args->size : 0;
    RefTo<TupleObject> all = TRY(tuple_new(t, n + 1));
    all->items[0] = own(cls).release();
    for (uint32_t i = 0; i < n; ++i) all->items[i + 1] = own(arguments.args->items[i]).release();
    *args = std::move(all);
    return ok();
}

Ref reduce_newobj(Thread& t, Value self) {
    TypeObject* type = type_of(t, self);
    if (!type->slots.new_) return raise_unpicklable(t, self);
    NewArguments arguments;
    TRY(new_arguments(t, self, &arguments));
    Ref function, args;
    TRY(constructor(t, self, arguments, &function, &args));
    bool required = !arguments.args.get() && !has_flag(type, kTypeListSubclass) && !has_flag(type, kTypeDictSubclass);
    Ref state = TRY(object_state(t, self, required));
    Ref from_list = TRY(list_items(t, self));
    Ref from_dict = TRY(dict_items(t, self));
    return tuple_pack(t, {function, args, state, from_list, from_dict});
}

}  // namespace

Ref object_reduce_ex(Thread& t, Value self, int64_t protocol) {
    if (protocol >= 2) return reduce_newobj(t, self);
    Ref function = TRY(copyreg_function(t, "_reduce_ex"));
    Ref number = TRY(make_int(t, protocol));
    return call(t, function, self, number);
}

Ref object_reduce(Thread& t, Value self) { return object_reduce_ex(t, self, 0); }

}  // namespace krait
