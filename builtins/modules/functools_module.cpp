// _functools: partial, reduce, cmp_to_key, _lru_cache_wrapper.
#include "builtins/types/class_alias.h"
#include "vm/native/module_def.h"
#include "vm/object/instance_object.h"
#include "vm/object/module_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/work.h"

namespace krait {
namespace {

// ------------------------------------------------------------------------------------------------ reduce
Ref functools_reduce(Thread& t, Value function, Value iterable, Value initial) {
    Ref accumulated = own(initial);
    Iteration it(t, iterable);
    if (it.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "reduce() arg 2 must support iteration");
    }
    while (it.next()) {
        if (accumulated.get().is_unbound()) accumulated = it.take_item();
        else accumulated = TRY(call(t, function, accumulated, it.item()));
    }
    if (it.failed()) return Failed{};
    if (accumulated.get().is_unbound())
        return raise(t, Exc::TypeError, "reduce() of empty sequence with no initial value");
    return accumulated;
}

// ------------------------------------------------------------------------------------------------ partial
struct PartialObject : Object {
    Value function;
    TupleObject* args;      // owned
    DictObject* keywords;   // owned
};

Value partial_new(Thread& t, TypeObject* type, const CallArgs& call_args) {
    if (call_args.nargs < 1) return raise(t, Exc::TypeError, "type 'partial' takes at least one argument");
    Value function = call_args.args[0];
    if (!is_callable(t, function)) return raise(t, Exc::TypeError, "the first argument must be callable");
    // partial(partial(f, a), b) is partial(f, a, b) unless somebody added attributes or a subclass is involved.
    PartialObject* inner = nullptr;
    if (function.is_object() && type->spec && function.as_object()->type->spec == type->spec) {
        DictObject** dict = object_dict_slot(function.as_object());
        if (!dict || !*dict) inner = function.as<PartialObject>();
    }
    size_t inherited = inner ? inner->args->size : 0, own_count = call_args.nargs - 1;
    RefTo<TupleObject> args = tuple_new(t, inherited + own_count);
    if (args.failed()) return Value::error();
    for (size_t i = 0; i < inherited; ++i) args->items[i] = own(inner->args->items[i]).release();
    for (size_t i = 0; i < own_count; ++i) args->items[inherited + i] = own(call_args.args[i + 1]).release();
    RefTo<DictObject> keywords = inner ? dict_copy(t, inner->keywords) : dict_new(t);
    if (keywords.failed()) return Value::error();
    if (call_args.kwnames)
        for (size_t i = 0; i < call_args.kwnames->size; ++i)
            if (dict_set(t, keywords.get(), call_args.kwnames->items[i], call_args.args[call_args.nargs + i]).failed())
                return Value::error();
    PartialObject* self = allocate_instance<PartialObject>(t, type);
    if (!self) return Value::error();
    self->function = own(inner ? inner->function : function).release();
    self->args = args.release();
    self->keywords = keywords.release();
    gc_track(self);
    return Value::object(self);
}

// All arguments on the C stack where they are few: the usual call makes no tuple.
Value partial_call(Thread& t, Value self_value, const CallArgs& call_args) {
    PartialObject* self = self_value.as<PartialObject>();
    Ref keep = own(self_value), function = own(self->function), stored = own(static_cast<Object*>(self->args));
    size_t before = self->args->size;
    constexpr size_t kFew = 12;
    if (self->keywords->used == 0 && !call_args.kwnames && before + call_args.nargs <= kFew) {
        Value all[kFew];
        for (size_t i = 0; i < before; ++i) all[i] = self->args->items[i];
        for (size_t i = 0; i < call_args.nargs; ++i) all[before + i] = call_args.args[i];
        return call(t, function, CallArgs{all, before + call_args.nargs, nullptr}).release();
    }
    note_items(t, before);
    RefTo<TupleObject> args = tuple_new(t, before + call_args.nargs);
    if (args.failed()) return Value::error();
    for (size_t i = 0; i < before; ++i) args->items[i] = own(self->args->items[i]).release();
    for (size_t i = 0; i < call_args.nargs; ++i) args->items[before + i] = own(call_args.args[i]).release();
    RefTo<DictObject> keywords = dict_copy(t, self->keywords);
    if (keywords.failed()) return Value::error();
    if (call_args.kwnames)
        for (size_t i = 0; i < call_args.kwnames->size; ++i)
            if (dict_set(t, keywords.get(), call_args.kwnames->items[i], call_args.args[call_args.nargs + i]).failed())
                return Value::error();
    return call_with_dict(t, function, args.get(), keywords.get()).release();
}

Value partial_repr(Thread& t, Value self_value) {
    PartialObject* self = self_value.as<PartialObject>();
    ReprGuard guard(t, self_value);
    if (guard.active_before()) return str_from_ascii(t, "...").release();
    Ref stored = own(static_cast<Object*>(self->args)), keywords = own(static_cast<Object*>(self->keywords));
    StrBuilder out(t);
    const char* name = self->type->spec ? self->type->spec->name : type_name(self->type);
    RefTo<StrObject> function = repr(t, self->function);
    if (function.failed() || out.append_utf8(name).failed() || out.append_char('(').failed() ||
        out.append(function.get()).failed())
        return Value::error();
    for (size_t i = 0; i < stored.as<TupleObject>()->size; ++i) {
        RefTo<StrObject> text = repr(t, stored.as<TupleObject>()->items[i]);
        if (text.failed() || out.append_ascii(", ").failed() || out.append(text.get()).failed()) return Value::error();
    }
    size_t position = 0;
    Value key, value;
    while (dict_next_nocall(keywords.as<DictObject>(), &position, &key, &value)) {
        Ref held_key = own(key), held_value = own(value);
        RefTo<StrObject> name_text = str_of(t, held_key), text = repr(t, held_value);
        if (name_text.failed() || text.failed() || out.append_ascii(", ").failed() ||
            out.append(name_text.get()).failed() || out.append_char('=').failed() || out.append(text.get()).failed())
            return Value::error();
    }
    if (out.append_char(')').failed()) return Value::error();
    return out.finish().release();
}

Ref partial_reduce(Thread& t, PartialObject* self) {
    Ref dict = Ref::steal(Value::none());
    DictObject** slot = object_dict_slot(self);
    if (slot && *slot) dict = own(static_cast<Object*>(*slot));
    Ref function_only = TRY(tuple_pack(t, {self->function}));
    Ref state = TRY(tuple_pack(t, {self->function, Value::object(self->args), Value::object(self->keywords), dict}));
    return tuple_pack(t, {Value::object(self->type), function_only, state});
}

Status partial_setstate(Thread& t, PartialObject* self, Value state) {
    TupleObject* parts = as_tuple(state);
    if (!parts || parts->size != 4 || !is_callable(t, parts->items[0]) || !as_tuple(parts->items[1]) ||
        !(as_dict(parts->items[2]) || parts->items[2].is_none()))
        return raise(t, Exc::TypeError, "invalid partial state");
    Ref keep = own(state);
    RefTo<TupleObject> args =
        is_kind(parts->items[1], Kind::Tuple)
            ? RefTo<TupleObject>::own(as_tuple(parts->items[1]))
            : TRY(tuple_from(t, as_tuple(parts->items[1])->items, as_tuple(parts->items[1])->size));
    RefTo<DictObject> keywords = is_kind(parts->items[2], Kind::Dict) ? RefTo<DictObject>::own(as_dict(parts->items[2]))
                                 : as_dict(parts->items[2])           ? TRY(dict_copy(t, as_dict(parts->items[2])))
                                                                      : TRY(dict_new(t));
    DictObject** slot = object_dict_slot(self);
    Value old_function = std::exchange(self->function, own(parts->items[0]).release());
    TupleObject* old_args = std::exchange(self->args, args.release());
    DictObject* old_keywords = std::exchange(self->keywords, keywords.release());
    DictObject* old_dict = nullptr;
    if (slot) {
        DictObject* fresh = as_dict(parts->items[3]);
        if (fresh) incref(static_cast<Object*>(fresh));
        old_dict = std::exchange(*slot, fresh);
    }
    decref(old_function);
    decref(static_cast<Object*>(old_args));
    decref(static_cast<Object*>(old_keywords));
    if (old_dict) decref(static_cast<Object*>(old_dict));
    return ok();
}

Value partial_func(Thread&, Value self) { return own(self.as<PartialObject>()->function).release(); }
Value partial_args(Thread&, Value self) { return own(static_cast<Object*>(self.as<PartialObject>()->args)).release(); }
Value partial_keywords(Thread&, Value self) {
    return own(static_cast<Object*>(self.as<PartialObject>()->keywords)).release();
}

void partial_dealloc(Interpreter& interp, Object* o) {
    PartialObject* self = static_cast<PartialObject*>(o);
    gc_untrack(o);
    instance_clear_values(interp, o);
    decref(self->function);
    decref(static_cast<Object*>(self->args));
    decref(static_cast<Object*>(self->keywords));
    free_object(interp, o);
}
void partial_traverse(Object* o, Visitor& visitor) {
    PartialObject* self = static_cast<PartialObject*>(o);
    visitor.visit(self->function);
    visitor.visit_pointer(self->args);
    visitor.visit_pointer(self->keywords);
    if (DictObject** dict = object_dict_slot(o)) visitor.visit_pointer(*dict);   // the slots of subclasses are not ours
}

constexpr MethodDef PARTIAL_METHODS[] = {
    KRAIT_CLASS_GETITEM,
    method<partial_reduce>("__reduce__", "(self, /)", "How copying rebuilds the object."),
    method<partial_setstate>("__setstate__", "(self, state, /)", "Restore what __reduce__ gave."),
};
constexpr GetSetDef PARTIAL_GETSETS[] = {
    {"func", partial_func, nullptr, "function object to use in future partial calls"},
    {"args", partial_args, nullptr, "tuple of arguments to future partial calls"},
    {"keywords", partial_keywords, nullptr, "dictionary of keyword arguments to future partial calls"},
    {"__dict__", object_get_dict, object_set_dict, nullptr},
};
constexpr TypeSpec kPartialSpec = {
    .name = "functools.partial",
    .doc =
        "partial(func, *args, **keywords) - new function with partial application\nof the given arguments and "
        "keywords.",
    .basic_size = sizeof(PartialObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = partial_dealloc,
              .traverse = partial_traverse,
              .repr = partial_repr,
              .call = partial_call,
              .new_ = partial_new},
    .methods = PARTIAL_METHODS,
    .getsets = PARTIAL_GETSETS,
};

// ------------------------------------------------------------------------------------------------ cmp_to_key
struct KeyObject : Object {
    Value compare;   // mycmp
    Value object;    // UNBOUND in the factory
};

Ref key_new(Thread& t, TypeObject* type, Value compare, Value object) {
    KeyObject* self = allocate_instance<KeyObject>(t, type);
    if (!self) return Failed{};
    self->compare = own(compare).release();
    self->object = own(object).release();
    gc_track(self);
    return Ref::steal(self);
}
constexpr const char* kKeySignature = "(obj)";
constexpr SignatureInfo kKeySignatureInfo = parse_signature(kKeySignature);
Value key_call(Thread& t, Value self, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "K", kKeySignatureInfo, kKeySignature, args);
    if (bound.failed()) return Value::error();
    return key_new(t, self.as_object()->type, self.as<KeyObject>()->compare, bound.slots[0]).release();
}
Value key_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!b.is_object() || b.as_object()->type != a.as_object()->type)
        return raise(t, Exc::TypeError, "other argument must be K instance");
    Ref x = own(a.as<KeyObject>()->object), y = own(b.as<KeyObject>()->object),
        compare = own(a.as<KeyObject>()->compare);
    if (x.get().is_unbound() || y.get().is_unbound()) return raise_none(t, Exc::AttributeError);
    Ref order = call(t, compare, x, y);
    if (order.failed()) return Value::error();
    return rich_compare(t, order, Value::small_int(0), op).release();
}
Value key_object(Thread&, Value self) {
    Value v = self.as<KeyObject>()->object;
    return v.is_unbound() ? Value::none() : own(v).release();
}
int key_set_object(Thread&, Value self, Value value) {
    decref(std::exchange(self.as<KeyObject>()->object, own(value).release()));
    return 0;
}
void key_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    decref(static_cast<KeyObject*>(o)->compare);
    decref(static_cast<KeyObject*>(o)->object);
    free_object(interp, o);
}
void key_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<KeyObject*>(o)->compare);
    visitor.visit(static_cast<KeyObject*>(o)->object);
}
constexpr GetSetDef KEY_GETSETS[] = {{"obj", key_object, key_set_object, "Value wrapped by a key function."}};
constexpr TypeSpec kKeySpec = {
    .name = "functools.KeyWrapper",
    .basic_size = sizeof(KeyObject),
    .flags = kTypeGc,
    .slots = {.dealloc = key_dealloc,
              .traverse = key_traverse,
              .hash = hash_not_implemented,
              .compare = key_compare,
              .call = key_call},
    .getsets = KEY_GETSETS,
};

// Type of cmp_to_key()'s results: owned by the module's state, where no script can take it away.
TypeObject* key_type_of(ModuleObject* module) { return static_cast<TypeObject*>(module->state); }

Ref functools_cmp_to_key(Thread& t, ModuleObject* module, Value mycmp) {
    return key_new(t, key_type_of(module), mycmp, Value::unbound());
}

// ------------------------------------------------------------------------------------------------ lru_cache
// Bounded caches keep [previous, next, key, result] links in a ring held by the dict's values; all re-entrant calls
// find a consistent ring because every change is made after the last call into Python.
constexpr int64_t kUnbounded = INT64_MIN;
struct LruObject : Object {
    Value function, cache_info_type;
    DictObject* cache;      // key -> result (unbounded) or key -> link (bounded); owned
    int64_t maxsize;        // kUnbounded; negative ones hold one result
    int64_t hits, misses;
    bool typed;
    struct LruLink* oldest; // ring anchor: next to be dropped; borrowed (the cache owns the links); null: empty
    TypeObject* link_type;  // borrowed: the native type keeps it among its attributes
};
struct LruLink : Object {
    LruLink *previous, *next;   // borrowed: ring; null: not in it
    LruObject* owner;           // borrowed: outlives the link's time in the ring
    Value key, result;          // owned
};

void ring_remove(LruObject* self, LruLink* link) {
    if (!link->next) return;   // not in the ring any more
    if (link->next == link) self->oldest = nullptr;
    else {
        if (self->oldest == link) self->oldest = link->next;
        link->previous->next = link->next;
        link->next->previous = link->previous;
    }
    link->previous = link->next = nullptr;
}
void ring_add_newest(LruObject* self, LruLink* link) {
    if (!self->oldest) {
        link->previous = link->next = link;
        self->oldest = link;
        return;
    }
    LruLink* newest = self->oldest->previous;
    link->previous = newest;
    link->next = self->oldest;
    newest->next = link;
    self->oldest->previous = link;
}

// Odd __eq__ and __hash__ of keys can make the dict drop a link that the ring still holds.
void link_dealloc(Interpreter& interp, Object* o) {
    LruLink* self = static_cast<LruLink*>(o);
    gc_untrack(o);
    if (self->next) ring_remove(self->owner, self);
    decref(self->key);
    decref(self->result);
    free_object(interp, o);
}
void link_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<LruLink*>(o)->key);
    visitor.visit(static_cast<LruLink*>(o)->result);
}
constexpr TypeSpec kLruLinkSpec = {
    .name = "functools._lru_list_elem",
    .basic_size = sizeof(LruLink),
    .flags = kTypeGc,
    .slots = {.dealloc = link_dealloc, .traverse = link_traverse},
};

// The key of a call: a single exact int or str stands for itself, everything else is a tuple.
Ref cache_key(Thread& t, LruObject* self, const CallArgs& args) {
    size_t keywords = args.kwnames ? args.kwnames->size : 0;
    if (!self->typed && keywords == 0 && args.nargs == 1) {
        Value v = args.args[0];
        if (v.is_int() || is_kind(v, Kind::Str)) return own(v);
    }
    size_t n = args.nargs + (keywords ? 1 + 2 * keywords : 0) + (self->typed ? args.nargs + keywords : 0);
    RefTo<TupleObject> key = TRY(tuple_new(t, n));
    size_t at = 0;
    for (size_t i = 0; i < args.nargs; ++i) key->items[at++] = own(args.args[i]).release();
    if (keywords) key->items[at++] = own(static_cast<Object*>(self->type)).release();   // marks where keywords begin
    for (size_t i = 0; i < keywords; ++i) {
        key->items[at++] = own(args.kwnames->items[i]).release();
        key->items[at++] = own(args.args[args.nargs + i]).release();
    }
    if (self->typed)
        for (size_t i = 0; i < args.nargs + keywords; ++i)
            key->items[at++] = own(static_cast<Object*>(type_of(t, args.args[i]))).release();
    return key;
}

Value lru_unbounded(Thread& t, LruObject* self, Value key, const CallArgs& args) {
    Fallible<Value> found = dict_get(t, self->cache, key);
    if (found.failed()) return Value::error();
    if (!found.value().is_unbound()) {
        ++self->hits;
        return own(found.value()).release();
    }
    Ref function = own(self->function);
    Ref result = call(t, function, args);
    if (result.failed()) return Value::error();
    if (dict_set(t, self->cache, key, result).failed()) return Value::error();
    ++self->misses;
    return result.release();
}

Status lru_remember(Thread& t, LruObject* self, Value key, Value result) {
    Fallible<Value> present = dict_get(t, self->cache, key);   // a recursive call may have stored it meanwhile
    if (present.failed()) return Failed{};
    if (!present.value().is_unbound()) return ok();
    if (static_cast<int64_t>(self->cache->used) >= self->maxsize && self->oldest) {
        RefTo<LruLink> dropped = RefTo<LruLink>::own(self->oldest);
        ring_remove(self, dropped.get());
        Ref gone = TRY(dict_pop(t, self->cache, dropped->key));
    }
    LruLink* link = allocate<LruLink>(t, self->link_type);
    if (!link) return Failed{};
    link->previous = link->next = nullptr;
    link->owner = self;
    link->key = own(key).release();
    link->result = own(result).release();
    gc_track(link);
    Ref held = Ref::steal(link);
    TRY(dict_set(t, self->cache, key, held));
    ring_add_newest(self, link);
    return ok();
}

Value lru_bounded(Thread& t, LruObject* self, Value key, const CallArgs& args) {
    Fallible<Value> found = dict_get(t, self->cache, key);
    if (found.failed()) return Value::error();
    if (!found.value().is_unbound()) {
        LruLink* link = found.value().as<LruLink>();
        ++self->hits;
        if (link->next) {
            ring_remove(self, link);
            ring_add_newest(self, link);
        }
        return own(link->result).release();
    }
    Ref function = own(self->function);
    Ref result = call(t, function, args);
    if (result.failed()) return Value::error();
    ++self->misses;
    return lru_remember(t, self, key, result).failed() ? Value::error() : result.release();
}

Value lru_call(Thread& t, Value self_value, const CallArgs& args) {
    LruObject* self = self_value.as<LruObject>();
    Ref keep = own(self_value);
    if (self->maxsize == 0) {
        Ref function = own(self->function);
        Value result = call(t, function, args).release();
        if (!result.is_error()) ++self->misses;
        return result;
    }
    Ref key = cache_key(t, self, args);
    if (key.failed()) return Value::error();
    return self->maxsize == kUnbounded ? lru_unbounded(t, self, key, args) : lru_bounded(t, self, key, args);
}

constexpr const char* kLruSignature = "(user_function, maxsize, typed, cache_info_type)";
constexpr SignatureInfo kLruSignatureInfo = parse_signature(kLruSignature);
Value lru_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "lru_cache", kLruSignatureInfo, kLruSignature, args);
    if (bound.failed()) return Value::error();
    if (!is_callable(t, bound.slots[0])) return raise(t, Exc::TypeError, "the first argument must be callable");
    int64_t maxsize = kUnbounded;
    if (!bound.slots[1].is_none()) {
        if (!bound.slots[1].is_int() && !type_of(t, bound.slots[1])->slots.index)
            return raise(t, Exc::TypeError, "maxsize should be integer or None");
        Fallible<int64_t> n = index_to_i64(t, bound.slots[1], Exc::OverflowError);
        if (n.failed()) return Value::error();
        maxsize = std::max(n.value(), kUnbounded + 1);
    }
    Fallible<bool> typed = is_true(t, bound.slots[2]);
    if (typed.failed()) return Value::error();
    RefTo<DictObject> cache = dict_new(t);
    if (cache.failed()) return Value::error();
    LruObject* self = allocate_instance<LruObject>(t, type);
    if (!self) return Value::error();
    self->function = own(bound.slots[0]).release();
    self->cache_info_type = own(bound.slots[3]).release();
    self->cache = cache.release();
    self->maxsize = maxsize;
    self->hits = self->misses = 0;
    self->typed = typed.value();
    self->oldest = nullptr;
    const TypeObject* root = type;
    while (!root->spec) root = root->base;   // a subclass made by Python: the native type is above
    self->link_type = static_cast<TypeObject*>(root->native);
    gc_track(self);
    return Value::object(self);
}

void lru_empty(Interpreter& interp, LruObject* self) {
    while (self->oldest) ring_remove(self, self->oldest);
    dict_clear(interp, self->cache);
}
Ref lru_cache_info(Thread& t, LruObject* self) {
    Ref hits = TRY(make_int(t, self->hits)), misses = TRY(make_int(t, self->misses));
    Ref maxsize = self->maxsize == kUnbounded ? Ref::steal(Value::none()) : TRY(make_int(t, self->maxsize));
    Value args[] = {hits, misses, maxsize, Value::from_int_unchecked(self->cache->used)};
    return call(t, self->cache_info_type, CallArgs{args, 4, nullptr});
}
Status lru_cache_clear(Thread& t, LruObject* self) {
    self->hits = self->misses = 0;
    lru_empty(t.interp, self);
    return ok();
}
Ref lru_reduce(Thread& t, Value self) { return get_attribute(t, self, t.interp.names.dunder_qualname); }
Ref lru_copy(Thread&, Value self) { return own(self); }
Ref lru_deepcopy(Thread&, Value self, Value) { return own(self); }
// A cached method binds like a function.
Value lru_get(Thread& t, Value self, Value instance, Value) {
    if (instance.is_unbound() || instance.is_none()) return own(self).release();
    return bound_method_new(t, self, instance).release();
}
void lru_dealloc(Interpreter& interp, Object* o) {
    LruObject* self = static_cast<LruObject*>(o);
    gc_untrack(o);
    instance_clear_values(interp, o);
    while (self->oldest) ring_remove(self, self->oldest);
    decref(self->function);
    decref(self->cache_info_type);
    decref(static_cast<Object*>(self->cache));
    free_object(interp, o);
}
void lru_traverse(Object* o, Visitor& visitor) {
    LruObject* self = static_cast<LruObject*>(o);
    visitor.visit(self->function);
    visitor.visit(self->cache_info_type);
    visitor.visit_pointer(self->cache);
    if (DictObject** dict = object_dict_slot(o)) visitor.visit_pointer(*dict);   // the slots of subclasses are not ours
}
void lru_clear(Interpreter& interp, Object* o) { lru_empty(interp, static_cast<LruObject*>(o)); }

constexpr MethodDef LRU_METHODS[] = {
    method<lru_cache_info>("cache_info", "(self, /)", "Report cache statistics."),
    method<lru_cache_clear>("cache_clear", "(self, /)", "Clear the cache and cache statistics."),
    method<lru_reduce>("__reduce__", "(self, /)", "Name under which copying finds the function."),
    method<lru_copy>("__copy__", "(self, /)", "The function itself."),
    method<lru_deepcopy>("__deepcopy__", "(self, memo, /)", "The function itself."),
};
constexpr GetSetDef LRU_GETSETS[] = {{"__dict__", object_get_dict, object_set_dict, nullptr}};
constexpr TypeSpec kLruSpec = {
    .name = "functools._lru_cache_wrapper",
    .doc = "Create a cached callable that wraps another function.",
    .basic_size = sizeof(LruObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs | kTypeInheritsGetattr,
    .slots = {.dealloc = lru_dealloc,
              .traverse = lru_traverse,
              .clear = lru_clear,
              .call = lru_call,
              .descr_get = lru_get,
              .new_ = lru_new},
    .methods = LRU_METHODS,
    .getsets = LRU_GETSETS,
};

// ------------------------------------------------------------------------------------------------ module
Status functools_exec(Thread& t, ModuleObject* module) {
    TRY(module_add_type(t, module, kPartialSpec));
    RefTo<TypeObject> link = TRY(type_from_spec(t.interp, t, kLruLinkSpec, t.interp.type(Kind::ObjectType)));
    RefTo<TypeObject> key = TRY(type_from_spec(t.interp, t, kKeySpec, t.interp.type(Kind::ObjectType)));
    TypeObject* lru = TRY(module_add_type(t, module, kLruSpec));
    // Native types' attributes cannot be changed by scripts: the link type lives as long as the type that uses it.
    StrObject* link_name = intern_utf8(t, "_lru_list_elem");
    if (!link_name) return Failed{};
    TRY(type_set_attribute(t, lru, link_name, link.value()));
    lru->native = link.get();
    module_own_state(module, key.release());
    return ok();
}

constexpr MethodDef FUNCTIONS[] = {
    function<functools_reduce>("reduce", "(function, sequence, initial=None, /)",
                               "Apply a function of two arguments cumulatively to the items of a sequence."),
    function<functools_cmp_to_key>("cmp_to_key", "(module, mycmp)", "Convert a cmp= function into a key= function."),
};

}  // namespace

extern const ModuleDef kFunctoolsModule;
constinit const ModuleDef kFunctoolsModule = {
    .name = "_functools", .doc = "Tools that operate on functions.", .functions = FUNCTIONS, .exec = functools_exec};

}  // namespace krait
