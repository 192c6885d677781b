// OrderedDict: a dict whose order can be changed, compared and walked backwards. The order is that of the dict's own
// entries; what is added here is move_to_end(), popitem(last), order-sensitive equality and iterators that go both
// ways. Like the reference, update(), setdefault() and copy() go through __setitem__ of subclasses.
#include "builtins/modules/collections.h"
#include "builtins/types/dict_type.h"
#include "builtins/types/dict_union.h"
#include "builtins/types/dict_views.h"
#include "vm/object/instance_object.h"
#include "vm/object/key_match.h"

namespace krait {
namespace {

DictObject* dict_of(Value v) { return v.as<DictObject>(); }
bool is_exact(Value v) { return v.as_object()->type->spec == &kOrderedDictSpec; }
bool is_ordered_dict(Value v) {
    if (!as_dict(v)) return false;
    for (const TypeObject* type = v.as_object()->type; type; type = type->base)
        if (type->spec == &kOrderedDictSpec) return true;
    return false;
}

void ordered_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    instance_clear_values(interp, o);
    dict_dealloc(interp, o);
}
void ordered_traverse(Object* o, Visitor& visitor) {
    instance_visit_values(o, visitor);
    dict_traverse(o, visitor);
}
void ordered_clear_slot(Interpreter& interp, Object* o) {
    instance_clear_values(interp, o);
    dict_clear_slot(interp, o);
}

// ------------------------------------------------------------------------------------------------ filling

Status put(Thread& t, Value self, Value key, Value value) {
    return is_exact(self) ? dict_set(t, dict_of(self), key, value) : set_item(t, self, key, value);
}

Status put_from_dict(Thread& t, Value self, DictObject* source) {
    size_t position = 0;
    uint32_t size = source->used;
    Value key_, value_;
    while (dict_next_nocall(source, &position, &key_, &value_)) {
        Ref key = own(key_), value = own(value_);
        TRY(put(t, self, key, value));
        if (source->used != size) return raise(t, Exc::RuntimeError, "dictionary changed size during iteration");
    }
    return ok();
}

Status put_from_keys(Thread& t, Value self, Value source, Value keys_method) {
    Ref keys = TRY(call(t, keys_method));
    Iteration it(t, keys);
    while (it.next()) {
        Ref value = TRY(get_item(t, source, it.item()));
        TRY(put(t, self, it.item(), value));
    }
    if (it.failed()) return Failed{};
    return ok();
}

Status put_from_pairs(Thread& t, Value self, Value source) {
    Iteration it(t, source);
    while (it.next()) {
        Ref pair = it.take_item();
        Iteration parts(t, pair);
        Ref key, value;
        size_t count = 0;
        for (; count < 3 && parts.next(); ++count) {
            if (count == 0) key = parts.take_item();
            else if (count == 1) value = parts.take_item();
        }
        if (parts.failed()) return Failed{};
        if (count < 2)
            return raise(t, Exc::ValueError, "need more than %zu value%s to unpack", count, count == 1 ? "" : "s");
        if (count > 2) return raise(t, Exc::ValueError, "too many values to unpack (expected 2)");
        TRY(put(t, self, key, value));
    }
    if (it.failed()) return Failed{};
    return ok();
}

Status update_from(Thread& t, Value self, Value source) {
    if (is_kind(source, Kind::Dict)) return put_from_dict(t, self, dict_of(source));
    Ref keys = TRY(lookup_attribute(t, source, t.interp.names.keys));
    if (!keys.get().is_unbound()) return put_from_keys(t, self, source, keys);
    Ref items = TRY(lookup_attribute(t, source, t.interp.names.items));
    if (items.get().is_unbound()) return put_from_pairs(t, self, source);
    Ref pairs = TRY(call(t, items));
    return put_from_pairs(t, self, pairs);
}

Status fill(Thread& t, Value self, const Value* args, size_t nargs, Value kwargs) {
    if (nargs) TRY(update_from(t, self, args[0]));
    if (!kwargs.is_unbound()) TRY(put_from_dict(t, self, dict_of(kwargs)));
    return ok();
}

int ordered_init(Thread& t, Value self, const CallArgs& args) {
    if (args.nargs > 1) {
        (void)raise(t, Exc::TypeError, "expected at most 1 arguments, got %zu", args.nargs);
        return -1;
    }
    Ref kwargs;
    if (has_keywords(args)) {
        RefTo<DictObject> dict = keywords_to_dict(t, args);
        if (dict.failed()) return -1;
        kwargs = Ref(std::move(dict));
    }
    return slot_status(fill(t, self, args.args, args.nargs, kwargs));
}

Status ordered_update(Thread& t, Value self, Value kwargs, Args args) {
    if (args.count > 1)
        return raise(t, Exc::TypeError, "update() takes at most 1 positional argument (%zu given)", args.count);
    return fill(t, self, args.items, args.count, kwargs);
}

Ref ordered_fromkeys(Thread& t, Value cls, Value iterable, Value value) {
    return dict_fromkeys(t, cls, iterable, value);
}

// ------------------------------------------------------------------------------------------------ text, comparison

Ref ordered_text(Thread& t, Value self) {
    TypeObject* type = self.as_object()->type;
    StrBuilder text(t);
    if (dict_of(self)->used == 0) {
        TRY(append_type_name(t, text, type));
        TRY(text.append_ascii("()"));
        return text.finish();
    }
    ReprGuard guard(t, self);
    if (guard.active_before()) return str_from_ascii(t, "...");
    Ref items = TRY(call_method(t, self, t.interp.names.items));
    RefTo<ListObject> list = TRY(to_list(t, items));
    TRY(append_type_name(t, text, type));
    TRY(text.append_char('('));
    TRY(append_repr(t, text, list.value()));
    TRY(text.append_char(')'));
    return text.finish();
}
Value ordered_repr(Thread& t, Value self) { return ordered_text(t, self).release(); }

Fallible<bool> same_order(Thread& t, DictObject* a, DictObject* b) {
    size_t i = 0, j = 0;
    Value x_, y_;
    while (dict_next_nocall(a, &i, &x_, nullptr) && dict_next_nocall(b, &j, &y_, nullptr)) {
        Ref x = own(x_), y = own(y_);
        if (!TRY(equal(t, x, y))) return false;
    }
    return true;
}
Fallible<bool> same(Thread& t, Value a, Value b) {
    if (!TRY(dict_equal(t, dict_of(a), dict_of(b)))) return false;
    return !is_ordered_dict(a) || !is_ordered_dict(b) ? Fallible<bool>(true) : same_order(t, dict_of(a), dict_of(b));
}
Value ordered_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!as_dict(b) || (op != CompareOp::Eq && op != CompareOp::Ne)) return Value::not_implemented();
    Fallible<bool> answer = same(t, a, b);
    return answer.failed() ? Value::error() : Value::boolean(answer.value() == (op == CompareOp::Eq));
}

// ------------------------------------------------------------------------------------------------ methods

Status ordered_clear(Thread& t, DictObject* self) {
    dict_clear(t.interp, self);
    return ok();
}

Ref ordered_copy(Thread& t, Value self) {
    Ref copy = TRY(call(t, Value::object(self.as_object()->type)));
    DictObject** dict = object_dict_slot(self.as_object());
    if (dict && *dict && (*dict)->used) {
        Ref attributes = own(static_cast<Object*>(*dict));
        Ref target = TRY(get_attribute(t, copy, t.interp.names.dunder_dict));
        if (!as_dict(target)) return raise(t, Exc::TypeError, "__dict__ must be set to a dictionary");
        TRY(dict_merge_dict(t, dict_of(target), attributes.as<DictObject>()));
    }
    size_t position = 0;
    Value key_, value_;
    while (dict_next_nocall(dict_of(self), &position, &key_, &value_)) {
        Ref key = own(key_), value = own(value_);
        if (!is_exact(self)) value = TRY(get_item(t, self, key));
        TRY(set_item(t, copy, key, value));
    }
    return copy;
}

Fallible<int64_t> find(Thread& t, DictObject* self, Value key) {
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return Failed{};
    int64_t found = dict_find(t, self, key, hash);
    if (found == kFindError) return Failed{};
    return found;
}

Status ordered_move_to_end(Thread& t, DictObject* self, Value key, Optional<bool> last) {
    int64_t found = TRY(find(t, self, key));
    if (found < 0) return raise_key_error(t, key);
    return dict_move_entry(t, self, static_cast<size_t>(found), last.value_or(true));
}

Ref ordered_pop(Thread& t, DictObject* self, Value key, Value fallback) {
    Ref value = TRY(dict_pop(t, self, key));
    if (!value.get().is_unbound()) return value;
    if (fallback.is_unbound()) return raise_key_error(t, key);
    return own(fallback);
}

Ref ordered_popitem(Thread& t, DictObject* self, Optional<bool> last) {
    RefTo<TupleObject> pair = TRY(tuple_new(t, 2));
    if (self->used == 0) return raise(t, Exc::KeyError, "dictionary is empty");
    // Both ends of the used range are live entries.
    size_t index = last.value_or(true) ? self->keys->next - 1 : self->first;
    while (self->keys->entries()[index].key == Value::empty()) index += last.value_or(true) ? size_t(-1) : 1;
    Ref key, value;
    dict_take_entry(self, index, &key, &value);
    pair->items[0] = key.release();
    pair->items[1] = value.release();
    return pair;
}

Ref ordered_setdefault(Thread& t, Value self, Value key, Value fallback) {
    Value value = fallback.is_unbound() ? Value::none() : fallback;
    if (!is_exact(self)) {
        if (TRY(contains(t, self, key))) return get_item(t, self, key);
        TRY(set_item(t, self, key, value));
        return own(value);
    }
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return Failed{};
    int64_t found = dict_find(t, dict_of(self), key, hash);
    if (found == kFindError) return Failed{};
    if (found >= 0) return own(dict_entry_value(dict_of(self), static_cast<uint32_t>(found)));
    TRY(dict_insert_missing(t, dict_of(self), key, hash, value));
    return own(value);
}

Ref ordered_reduce(Thread& t, Value self) {
    Value state = Value::none();
    DictObject** dict = object_dict_slot(self.as_object());
    if (dict && *dict && (*dict)->used) state = Value::object(*dict);
    Ref held = own(state);
    Ref items = TRY(call_method(t, self, t.interp.names.items));
    Ref iterator = TRY(get_iterator(t, items));
    Ref args = TRY(tuple_new(t, 0));
    return tuple_pack(t, {Value::object(self.as_object()->type), args, held, Value::none(), iterator});
}

Fallible<int64_t> ordered_sizeof(Thread&, DictObject* self) {
    return static_cast<int64_t>(sizeof(DictObject) + dict_byte_size(self));
}

// ------------------------------------------------------------------------------------------------ iterators, views

enum class Yield : uint8_t { Keys, Values, Items };

struct OrderedIteratorObject : Object {
    DictObject* dict;          // owned; null: exhausted
    TupleObject* result;       // pair that may be used again
    int64_t position;          // entry to look at next
    uint32_t mutations, size;  // of the dict at creation
    Yield yield;
    bool backwards;
};
using IteratorFields = OwnedFields<OrderedIteratorObject, &OrderedIteratorObject::dict, &OrderedIteratorObject::result>;

Ref iterator_make(Thread& t, TypeObject* type, DictObject* dict, Yield yield, bool backwards) {
    auto* it = allocate<OrderedIteratorObject>(t, type);
    if (!it) return Failed{};
    it->dict = RefTo<DictObject>::own(dict).release();
    it->result = nullptr;
    it->position = backwards && dict->keys ? int64_t{dict->keys->next} - 1 : backwards ? -1 : int64_t{dict->first};
    it->mutations = dict->mutations;
    it->size = dict->used;
    it->yield = yield;
    it->backwards = backwards;
    gc_track(it);
    return Ref::steal(it);
}

// Live entry at or behind *position in the iterator's direction; null: none.
const DictEntry* next_entry(const OrderedIteratorObject* it, int64_t* position) {
    DictKeysBlock* keys = it->dict->keys;
    int64_t end = keys ? keys->next : 0;
    for (int64_t i = *position; i >= 0 && i < end; i += it->backwards ? -1 : 1) {
        const DictEntry* e = &keys->entries()[i];
        if (e->key == Value::empty()) continue;
        *position = i + (it->backwards ? -1 : 1);
        return e;
    }
    return nullptr;
}

Value iterator_step(Thread& t, Value self) {
    auto* it = self.as<OrderedIteratorObject>();
    if (!it->dict) return Value::exhausted();
    bool mutated = it->dict->mutations != it->mutations;
    if (mutated || it->dict->used != it->size) {
        drop_field(&it->dict);
        return raise(t, Exc::RuntimeError,
                     mutated ? "OrderedDict mutated during iteration" : "OrderedDict changed size during iteration");
    }
    const DictEntry* e = next_entry(it, &it->position);
    if (!e) {
        drop_field(&it->dict);
        return Value::exhausted();
    }
    if (it->yield == Yield::Keys) return own(e->key).release();
    if (it->yield == Yield::Values) return own(e->value).release();
    incref(e->key);
    incref(e->value);
    return reuse_pair(t, &it->result, e->key, e->value);
}

Ref iterator_reduce(Thread& t, OrderedIteratorObject* self) {
    RefTo<ListObject> rest = TRY(list_new(t));
    int64_t position = self->position;
    while (const DictEntry* e = self->dict ? next_entry(self, &position) : nullptr) {
        if (self->yield == Yield::Items) {
            Value key = e->key, value = e->value;
            Ref pair = TRY(tuple_pack(t, {key, value}));
            TRY(list_append(t, rest.get(), pair));
        } else {
            TRY(list_append(t, rest.get(), self->yield == Yield::Keys ? e->key : e->value));
        }
    }
    return reduce_iter(t, rest.value());
}

Value ordered_iter(Thread& t, Value self) {
    return iterator_make(t, collections_types(self.as_object()->type).ordered_iterator, dict_of(self), Yield::Keys,
                         false)
        .release();
}
Ref ordered_reversed(Thread& t, Value self) {
    return iterator_make(t, collections_types(self.as_object()->type).ordered_iterator, dict_of(self), Yield::Keys,
                         true);
}
template <Yield kYield>
Value view_iter(Thread& t, Value self) {
    auto* view = self.as<DictViewObject>();
    return iterator_make(t, collections_types(view->type).ordered_iterator, view->dict, kYield, false).release();
}
template <Yield kYield>
Ref view_reversed(Thread& t, Value self) {
    auto* view = self.as<DictViewObject>();
    return iterator_make(t, collections_types(view->type).ordered_iterator, view->dict, kYield, true);
}

Ref ordered_keys(Thread& t, Value self) {
    return dict_view_new(t, collections_types(self.as_object()->type).ordered_keys, dict_of(self));
}
Ref ordered_values(Thread& t, Value self) {
    return dict_view_new(t, collections_types(self.as_object()->type).ordered_values, dict_of(self));
}
Ref ordered_items(Thread& t, Value self) {
    return dict_view_new(t, collections_types(self.as_object()->type).ordered_items, dict_of(self));
}

// a | b where one is an OrderedDict: of its class, filled from both.
Ref ordered_union(Thread& t, Value a, Value b) {
    Value model = is_ordered_dict(a) ? a : b;
    Ref type = own(model.as_object()->type), result = TRY(call(t, type, a));
    TRY(update_from(t, result, b));
    return result;
}
Value ordered_or(Thread& t, Value a, Value b) {
    if (t.interp.lang36) return Value::not_implemented();
    if (!as_dict(a) || !as_dict(b)) return Value::not_implemented();
    return ordered_union(t, a, b).release();
}
Value ordered_ior(Thread& t, Value self, Value other) {
    if (t.interp.lang36) return Value::not_implemented();
    if (has_own_union(t, self, other)) return Value::not_implemented();
    return update_from(t, self, other) ? own(self).release() : Value::error();
}
constexpr Slots ordered_slots(Slots slots) {
    set_union_slots(slots, ordered_or, ordered_ior);
    return slots;
}

// ------------------------------------------------------------------------------------------------ tables

constexpr MethodDef METHODS[] = {
    method<ordered_reduce>("__reduce__", "(self, /)", "Return state information for pickling"),
    method<ordered_reversed>("__reversed__", "(self, /)", "od.__reversed__() <==> reversed(od)"),
    method<ordered_sizeof>("__sizeof__", "(self, /)", "Size of the dictionary in memory, in bytes"),
    method<ordered_clear>("clear", "(self, /)", "od.clear() -> None.  Remove all items from od."),
    method<ordered_copy>("copy", "(self, /)", "od.copy() -> a shallow copy of od"),
    class_method<ordered_fromkeys>("fromkeys", "(type, iterable, value=None)",
                                   "OD.fromkeys(S[, v]) -> New ordered dictionary with keys from S.\n"
                                   "        If not specified, the value defaults to None."),
    method<ordered_items>("items", "(self, /)", "od.items() -> a set-like object providing a view on od's items"),
    method<ordered_keys>("keys", "(self, /)", "od.keys() -> a set-like object providing a view on od's keys"),
    method<ordered_move_to_end>("move_to_end", "(self, key, last=True)",
                                "Move an existing element to the end (or beginning if last==False).\n\n"
                                "        Raises KeyError if the element does not exist."),
    method<ordered_pop>("pop", "(self, key, default=None)",
                        "od.pop(k[,d]) -> v, remove specified key and return the corresponding\n"
                        "        value.  If key is not found, d is returned if given, otherwise KeyError\n"
                        "        is raised."),
    method<ordered_popitem>("popitem", "(self, last=True)",
                            "Remove and return a (key, value) pair from the dictionary.\n\n"
                            "Pairs are returned in LIFO order if last is true or FIFO order if false."),
    method<ordered_setdefault>("setdefault", "(self, key, default=None)",
                               "od.setdefault(k[,d]) -> od.get(k,d), also set od[k]=d if k not in od"),
    method<ordered_update>("update", "(self, *args, **kwargs)",
                           "od.update([E, ]**F) -> None.  Update od from a mapping or iterable E and from F."),
    method<ordered_values>("values", "(self, /)", "od.values() -> an object providing a view on od's values"),
};
constexpr GetSetDef GETSETS[] = {{"__dict__", object_get_dict, object_set_dict, nullptr}};
constexpr MethodDef KEYS_METHODS[] = {
    method<view_reversed<Yield::Keys>>("__reversed__", "(self, /)", "Return a reverse iterator over the keys.")};
constexpr MethodDef VALUES_METHODS[] = {
    method<view_reversed<Yield::Values>>("__reversed__", "(self, /)", "Return a reverse iterator over the values.")};
constexpr MethodDef ITEMS_METHODS[] = {
    method<view_reversed<Yield::Items>>("__reversed__", "(self, /)", "Return a reverse iterator over the items.")};
constexpr MethodDef ITERATOR_METHODS[] = {
    method<iterator_reduce>("__reduce__", "(self, /)", "Return state information for pickling"),
};

}  // namespace

constinit const TypeSpec kOrderedDictSpec = {
    .name = "collections.OrderedDict",
    .doc = "Dictionary that remembers insertion order",
    .basic_size = sizeof(DictObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = ordered_slots({.dealloc = ordered_dealloc,
              .traverse = ordered_traverse,
              .clear = ordered_clear_slot,
              .repr = ordered_repr,
              .hash = hash_not_implemented,
              .compare = ordered_compare,
              .iter = ordered_iter,
              .init = ordered_init}),
    .methods = METHODS,
    .getsets = GETSETS,
};
constinit const TypeSpec kOrderedKeysSpec = {
    .name = "odict_keys", .basic_size = sizeof(DictViewObject), .flags = kTypeGc,
    .slots = {.iter = view_iter<Yield::Keys>}, .methods = KEYS_METHODS};
constinit const TypeSpec kOrderedValuesSpec = {
    .name = "odict_values", .basic_size = sizeof(DictViewObject), .flags = kTypeGc,
    .slots = {.iter = view_iter<Yield::Values>}, .methods = VALUES_METHODS};
constinit const TypeSpec kOrderedItemsSpec = {
    .name = "odict_items", .basic_size = sizeof(DictViewObject), .flags = kTypeGc,
    .slots = {.iter = view_iter<Yield::Items>}, .methods = ITEMS_METHODS};
constinit const TypeSpec kOrderedIteratorSpec = {
    .name = "odict_iterator", .basic_size = sizeof(OrderedIteratorObject), .flags = kTypeGc,
    .slots = {.dealloc = IteratorFields::dealloc, .traverse = IteratorFields::traverse, .iter = iter_self,
              .next = iterator_step},
    .methods = ITERATOR_METHODS};

}  // namespace krait
