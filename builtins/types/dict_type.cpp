// dict: slots and methods. Storage and lookups stand in vm/object/dict_object.cpp and dict_find.cpp.
#include "builtins/types/class_alias.h"
#include "builtins/types/dict_type.h"

#include "builtins/types/dict_union.h"
#include "builtins/types/dict_views.h"
#include "vm/object/key_match.h"
#include "vm/object/pattern_flags.h"

namespace krait {

static DictObject* dict_of(Value v) { return v.as<DictObject>(); }

// ------------------------------------------------------------------------------------------------ creation

DictObject* dict_allocate(Thread& t, TypeObject* type) {
    auto* d = allocate_instance<DictObject>(t, type);
    if (!d) return nullptr;
    d->used = d->keys_version = d->mutations = d->first = 0;
    d->keys = nullptr;
    gc_track(d);
    return d;
}

Value dict_new_slot(Thread& t, TypeObject* type, const CallArgs&) {
    DictObject* d = dict_allocate(t, type);
    return d ? Value::object(d) : Value::error();
}

Status dict_update_from(Thread& t, DictObject* self, const char* name, const Value* args, size_t nargs, Value kwargs) {
    if (nargs > 1) return raise(t, Exc::TypeError, "%s expected at most 1 arguments, got %zu", name, nargs);
    if (nargs) TRY(dict_update(t, self, args[0]));
    if (!kwargs.is_unbound()) TRY(dict_merge_dict(t, self, dict_of(kwargs)));
    return ok();
}

int dict_init(Thread& t, Value self, const CallArgs& args) {
    Ref kwargs;
    if (has_keywords(args)) {
        RefTo<DictObject> dict = keywords_to_dict(t, args);
        if (dict.failed()) return -1;
        kwargs = Ref(std::move(dict));
    }
    return slot_status(dict_update_from(t, dict_of(self), "dict", args.args, args.nargs, kwargs));
}

Ref dict_fromkeys(Thread& t, Value cls, Value iterable, Value value) {
    if (value.is_unbound()) value = Value::none();
    Ref made = TRY(call(t, cls));
    bool exact = is_kind(made, Kind::Dict);
    if (exact && (is_kind(iterable, Kind::Dict) || is_set_layout(iterable))) {
        size_t position = 0;
        Value key;
        uint64_t hash;
        while (is_kind(iterable, Kind::Dict) ? dict_next_nocall(dict_of(iterable), &position, &key, nullptr, &hash)
                                             : set_next_nocall(iterable.as<SetObject>(), &position, &key, &hash)) {
            Ref held = own(key);
            TRY(dict_set_hashed(t, dict_of(made), held, hash, value));
        }
        return made;
    }
    Iteration it(t, iterable);
    while (it.next()) TRY(exact ? dict_set(t, dict_of(made), it.item(), value) : set_item(t, made, it.item(), value));
    if (it.failed()) return Failed{};
    return made;
}

// ------------------------------------------------------------------------------------------------ comparison, items

Fallible<bool> dict_equal(Thread& t, DictObject* a, DictObject* b) {
    if (a->used != b->used) return false;
    size_t position = 0;
    Value key_, value_;
    uint64_t hash;
    while (dict_next_nocall(a, &position, &key_, &value_, &hash)) {
        Ref key = own(key_), value = own(value_);
        TRY(charge_work(t, 1));
        int64_t found = dict_find(t, b, key, hash);
        if (found == kFindError) return Failed{};
        if (found == kMissing) return false;
        Ref other = own(dict_entry_value(b, static_cast<uint32_t>(found)));
        if (!TRY(equal(t, value, other))) return false;
    }
    return true;
}

Value dict_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!as_dict(a) || !as_dict(b) || (op != CompareOp::Eq && op != CompareOp::Ne)) return Value::not_implemented();
    Fallible<bool> same = dict_equal(t, dict_of(a), dict_of(b));
    if (same.failed()) return Value::error();
    return Value::boolean(same.value() == (op == CompareOp::Eq));
}

static Ref subscript(Thread& t, Value self, Value key) {
    Value value = TRY(dict_get(t, dict_of(self), key));
    if (!value.is_unbound()) return own(value);
    if (!is_kind(self, Kind::Dict)) {
        Ref result = call_special(t, self, t.interp.names.dunder_missing, {key});
        if (result.failed() || !result.get().is_unbound()) return result;
    }
    return raise_key_error(t, key);
}
Value dict_get_item(Thread& t, Value self, Value key) { return subscript(t, self, key).release(); }

namespace {

int dict_set_item(Thread& t, Value self, Value key, Value value) {
    if (!value.is_unbound()) return slot_status(dict_set(t, dict_of(self), key, value));
    Fallible<bool> deleted = dict_delete(t, dict_of(self), key);
    if (deleted.failed()) return -1;
    if (!deleted.value()) (void)raise_key_error(t, key);
    return deleted.value() ? 0 : -1;
}

int dict_contains(Thread& t, Value self, Value key) {
    Fallible<Value> found = dict_get(t, dict_of(self), key);
    return found.failed() ? -1 : !found.value().is_unbound();
}

int64_t dict_length(Thread&, Value self) { return dict_of(self)->used; }
Value dict_iter(Thread& t, Value self) { return dict_iterator_new(t, dict_of(self), Kind::DictKeyIterator).release(); }

Ref dict_text(Thread& t, Value self) {
    ReprGuard guard(t, self);
    if (guard.active_before()) return str_from_ascii(t, "{...}");
    DictObject* d = dict_of(self);
    if (d->used == 0) return str_from_ascii(t, "{}");
    StrBuilder text(t);
    TRY(text.append_char('{'));
    size_t position = 0;
    Value key_, value_;
    for (bool first = true; dict_next_nocall(d, &position, &key_, &value_); first = false) {
        Ref key = own(key_), value = own(value_);
        if (!first) TRY(text.append_ascii(", "));
        TRY(append_repr(t, text, key));
        TRY(text.append_ascii(": "));
        TRY(append_repr(t, text, value));
    }
    TRY(text.append_char('}'));
    return text.finish();
}
Value dict_repr(Thread& t, Value self) { return dict_text(t, self).release(); }

// ------------------------------------------------------------------------------------------------ methods

Status dict_clear_method(Thread& t, DictObject* self) {
    dict_clear(t.interp, self);
    return ok();
}
Ref dict_copy_method(Thread& t, DictObject* self) { return dict_copy(t, self); }

Ref dict_get_method(Thread& t, DictObject* self, Value key, Value fallback) {
    Value value = TRY(dict_get(t, self, key));
    if (!value.is_unbound()) return own(value);
    return own(fallback.is_unbound() ? Value::none() : fallback);
}

Ref dict_setdefault(Thread& t, DictObject* self, Value key, Value fallback) {
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return Failed{};
    int64_t found = dict_find(t, self, key, hash);
    if (found >= 0) return own(dict_entry_value(self, static_cast<uint32_t>(found)));
    if (found == kFindError) return Failed{};
    Value value = fallback.is_unbound() ? Value::none() : fallback;
    TRY(dict_insert_missing(t, self, key, hash, value));
    return own(value);
}

Ref dict_pop_method(Thread& t, DictObject* self, Value key, Value fallback) {
    Ref value = TRY(dict_pop(t, self, key));
    if (!value.get().is_unbound()) return value;
    if (fallback.is_unbound()) return raise_key_error(t, key);
    return own(fallback);
}

Ref dict_popitem(Thread& t, DictObject* self) {
    RefTo<TupleObject> pair = TRY(tuple_new(t, 2));
    if (self->used == 0) return raise(t, Exc::KeyError, "popitem(): dictionary is empty");
    size_t last = self->keys->next - 1;
    while (self->keys->entries()[last].key == Value::empty()) --last;
    Ref key, value;
    dict_take_entry(self, last, &key, &value);
    pair->items[0] = key.release();
    pair->items[1] = value.release();
    return pair;
}

Status dict_update_method(Thread& t, DictObject* self, Value kwargs, Args args) {
    return dict_update_from(t, self, "update", args.items, args.count, kwargs);
}

Ref dict_keys(Thread& t, DictObject* self) { return dict_view_new(t, t.interp.type(Kind::DictKeys), self); }
Ref dict_values(Thread& t, DictObject* self) { return dict_view_new(t, t.interp.type(Kind::DictValues), self); }
Ref dict_items(Thread& t, DictObject* self) { return dict_view_new(t, t.interp.type(Kind::DictItems), self); }

Fallible<int64_t> dict_sizeof(Thread&, DictObject* self) {
    return static_cast<int64_t>(sizeof(DictObject) + dict_byte_size(self));
}

constexpr MethodDef METHODS[] = {
    KRAIT_CLASS_GETITEM,
    method<dict_sizeof>("__sizeof__", "(self, /)", "D.__sizeof__() -> size of D in memory, in bytes"),
    method<dict_clear_method>("clear", "(self, /)", "D.clear() -> None.  Remove all items from D."),
    method<dict_copy_method>("copy", "(self, /)", "D.copy() -> a shallow copy of D"),
    class_method<dict_fromkeys>("fromkeys", "(type, iterable, value=None, /)",
                                "Returns a new dict with keys from iterable and values equal to value."),
    method<dict_get_method>("get", "(self, key, default=None, /)",
                            "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None."),
    method<dict_items>("items", "(self, /)", "D.items() -> a set-like object providing a view on D's items"),
    method<dict_keys>("keys", "(self, /)", "D.keys() -> a set-like object providing a view on D's keys"),
    method<dict_pop_method>("pop", "(self, key, default=None, /)",
                            "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n"
                            "If key is not found, d is returned if given, otherwise KeyError is raised"),
    method<dict_popitem>("popitem", "(self, /)",
                         "D.popitem() -> (k, v), remove and return some (key, value) pair as a\n"
                         "2-tuple; but raise KeyError if D is empty."),
    method<dict_setdefault>("setdefault", "(self, key, default=None, /)",
                            "D.setdefault(k[,d]) -> D.get(k,d), also set D[k]=d if k not in D"),
    method<dict_update_method>("update", "(self, *args, **kwargs)",
                               "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F."),
    method<dict_values>("values", "(self, /)", "D.values() -> an object providing a view on D's values"),
};

}  // namespace

extern const TypeSpec kDictTypeSpec;
constinit const TypeSpec kDictTypeSpec = {
    .name = "dict",
    .doc = "dict() -> new empty dictionary\n"
           "dict(mapping) -> new dictionary initialized from a mapping object's\n"
           "    (key, value) pairs\n"
           "dict(iterable) -> new dictionary initialized as if via:\n"
           "    d = {}\n"
           "    for k, v in iterable:\n"
           "        d[k] = v\n"
           "dict(**kwargs) -> new dictionary initialized with the name=value pairs\n"
           "    in the keyword argument list.  For example:  dict(one=1, two=2)",
    .basic_size = sizeof(DictObject),
    .flags = kTypeBase | kTypeGc | kTypeDictSubclass | kTypeMapping,
    .slots = with_union({.dealloc = dict_dealloc, .traverse = dict_traverse, .clear = dict_clear_slot,
                         .repr = dict_repr,
              .hash = hash_not_implemented, .compare = dict_compare, .iter = dict_iter, .new_ = dict_new_slot,
              .init = dict_init, .length = dict_length, .get_item = dict_get_item, .set_item = dict_set_item,
              .contains = dict_contains}),
    .methods = METHODS,
};

}  // namespace krait
