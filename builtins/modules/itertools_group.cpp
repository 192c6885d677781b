// itertools: groupby, tee, zip_longest.
#include <algorithm>

#include "builtins/modules/itertools.h"

namespace krait {
namespace {

// ------------------------------------------------------------------------------------------------ groupby

struct GroupByObject : Object {
    Value iterator, key_function;
    Value target_key;              // of the group handed out last
    Value current_key, current;    // item read ahead; UNBOUND: none
};
using GroupByFields = OwnedFields<GroupByObject, &GroupByObject::iterator, &GroupByObject::key_function,
                                  &GroupByObject::target_key, &GroupByObject::current_key, &GroupByObject::current>;
struct GrouperObject : Object {
    Value parent;                  // GroupByObject
    Value key;
};
using GrouperFields = OwnedFields<GrouperObject, &GrouperObject::parent, &GrouperObject::key>;

constexpr const char* kGroupBySignature = "(iterable, key=None)";
constexpr SignatureInfo kGroupByInfo = parse_signature("(iterable, key=None)");

void replace(Value* field, Value value) { decref(std::exchange(*field, own(value).release())); }

Ref groupby_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    Ref iterator = TRY(get_iterator(t, args.slots[0]));
    auto* self = allocate_instance<GroupByObject>(t, type);
    if (!self) return Failed{};
    self->iterator = iterator.release();
    self->key_function = own(args.slots[1].is_unbound() ? Value::none() : args.slots[1]).release();
    self->target_key = self->current_key = self->current = Value::unbound();
    gc_track(self);
    return Ref::steal(self);
}
Value groupby_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "groupby", kGroupByInfo, kGroupBySignature, args);
    if (bound.failed()) return Value::error();
    return groupby_make(t, type, bound).release();
}

// Reads the next item and its key. True: there is one.
Fallible<bool> read_ahead(Thread& t, GroupByObject* g) {
    Ref item = TRY(iterator_next(t, g->iterator));
    if (item.get().is_exhausted()) return false;
    Ref key = g->key_function.is_none() ? item.copy() : TRY(call(t, g->key_function, item));
    replace(&g->current, item);
    replace(&g->current_key, key);
    return true;
}

Fallible<bool> same_key(Thread& t, Value a, Value b) {
    Ref x = own(a), y = own(b);
    return equal(t, x, y);
}

Ref groupby_step(Thread& t, GroupByObject* g) {
    for (;;) {   // to the first item whose key is not that of the last group
        if (!g->current_key.is_unbound()) {
            if (g->target_key.is_unbound()) break;
            if (!TRY(same_key(t, g->target_key, g->current_key))) break;
        }
        if (!TRY(read_ahead(t, g))) return Ref::steal(Value::exhausted());
    }
    Ref key = own(g->current_key);
    replace(&g->target_key, key);
    auto* group = allocate<GrouperObject>(t, itertools_types(g->type).grouper);
    if (!group) return Failed{};
    group->parent = own(g).release();
    group->key = key.copy().release();
    gc_track(group);
    Ref grouper = Ref::steal(group);
    return tuple_pack(t, {key, grouper});
}
Value groupby_next(Thread& t, Value self) { return groupby_step(t, self.as<GroupByObject>()).release(); }

Ref groupby_reduce(Thread& t, GroupByObject* self) {
    Value type = Value::object(self->type);
    Ref args = TRY(tuple_pack(t, {self->iterator, self->key_function}));
    if (self->target_key.is_unbound() || self->current_key.is_unbound() || self->current.is_unbound())
        return tuple_pack(t, {type, args});
    Ref state = TRY(tuple_pack(t, {self->current_key, self->current, self->target_key}));
    return tuple_pack(t, {type, args, state});
}
Status groupby_setstate(Thread& t, GroupByObject* self, Value state) {
    TupleObject* tuple = TRY(state_tuple(t, state, 3, 3));
    Ref held = own(static_cast<Object*>(tuple));
    replace(&self->current_key, tuple->items[0]);
    replace(&self->current, tuple->items[1]);
    replace(&self->target_key, tuple->items[2]);
    return ok();
}
constexpr MethodDef GROUPBY_METHODS[] = {
    method<groupby_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<groupby_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

Value grouper_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords(t, "_grouper", args) || !check_argument_count(t, "_grouper", args, 2, 2))
        return Value::error();
    Value parent = args.args[0];
    bool is_groupby = parent.is_object() && parent.as_object()->type->slots.next == &groupby_next;
    if (!is_groupby)
        return raise(t, Exc::TypeError, "argument 1 must be itertools.groupby, not %.50s", type_name_of(t, parent));
    auto* self = allocate_instance<GrouperObject>(t, type);
    if (!self) return Value::error();
    self->parent = own(parent).release();
    self->key = own(args.args[1]).release();
    gc_track(self);
    return Value::object(self);
}
Ref grouper_step(Thread& t, GrouperObject* group) {
    auto* parent = group->parent.as<GroupByObject>();
    if (parent->current.is_unbound() && !TRY(read_ahead(t, parent))) return Ref::steal(Value::exhausted());
    if (!TRY(same_key(t, group->key, parent->current_key))) return Ref::steal(Value::exhausted());
    if (parent->current.is_unbound()) return Ref::steal(Value::exhausted());   // the comparison took it
    Ref item = Ref::steal(std::exchange(parent->current, Value::unbound()));
    drop_field(&parent->current_key);
    return item;
}
Value grouper_next(Thread& t, Value self) { return grouper_step(t, self.as<GrouperObject>()).release(); }
Ref grouper_reduce(Thread& t, GrouperObject* self) {
    Ref args = TRY(tuple_pack(t, {self->parent, self->key}));
    return tuple_pack(t, {Value::object(self->type), args});
}
constexpr MethodDef GROUPER_METHODS[] = {method<grouper_reduce>("__reduce__", "(self, /)", kReduceDoc)};

// ------------------------------------------------------------------------------------------------ tee

// Items read so far stand in a chain of blocks; every tee holds the block it is reading from.
constexpr uint32_t kTeeBlock = 57;
struct TeeDataObject : Object {
    Value iterator;
    Value next;                    // TeeDataObject behind this one, or UNBOUND
    uint32_t count;                // items read
    bool reading;
    Value items[kTeeBlock];
};
struct TeeObject : Object {
    Value data;
    uint32_t index;
};
using TeeFields = OwnedFields<TeeObject, &TeeObject::data>;

void tee_data_clear(Interpreter&, Object* o) {
    auto* data = static_cast<TeeDataObject*>(o);
    drop_field(&data->iterator);
    while (data->count) decref(std::exchange(data->items[--data->count], Value::unbound()));
    drop_field(&data->next);       // long chains: destruction is queued
}
void tee_data_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    tee_data_clear(interp, o);
    free_object(interp, o);
}
void tee_data_traverse(Object* o, Visitor& visitor) {
    auto* data = static_cast<TeeDataObject*>(o);
    visitor.visit(data->iterator);
    visitor.visit(data->next);
    for (uint32_t i = 0; i < data->count; ++i) visitor.visit(data->items[i]);
}

TeeDataObject* tee_data_make(Thread& t, TypeObject* type, Value iterator) {
    auto* data = allocate<TeeDataObject>(t, type);
    if (!data) return nullptr;
    data->iterator = own(iterator).release();
    data->next = Value::unbound();
    data->count = 0;
    data->reading = false;
    for (Value& item : data->items) item = Value::unbound();
    gc_track(data);
    return data;
}

Ref tee_make(Thread& t, TypeObject* type, Value data, uint32_t index) {
    auto* self = allocate<TeeObject>(t, type);
    if (!self) return Failed{};
    self->data = own(data).release();
    self->index = index;
    gc_track(self);
    return Ref::steal(self);
}

Value tee_next(Thread& t, Value self);

Ref tee_from(Thread& t, TypeObject* type, Value iterable) {
    Ref iterator = TRY(get_iterator(t, iterable));
    if (iterator.get().is_object() && iterator.as<Object>()->type->slots.next == &tee_next) {
        auto* other = iterator.as<TeeObject>();
        return tee_make(t, type, other->data, other->index);
    }
    TeeDataObject* data = tee_data_make(t, itertools_types(type).tee_data, iterator);
    if (!data) return Failed{};
    Ref held = Ref::steal(data);
    return tee_make(t, type, held, 0);
}
Value tee_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords(t, "_tee", args) || !check_argument_count(t, "_tee", args, 1, 1)) return Value::error();
    return tee_from(t, type, args.args[0]).release();
}

Ref tee_step(Thread& t, TeeObject* self) {
    if (self->index >= kTeeBlock) {
        Ref data = own(self->data);
        auto* block = data.as<TeeDataObject>();
        if (block->next.is_unbound()) {
            TeeDataObject* next = tee_data_make(t, block->type, block->iterator);
            if (!next) return Failed{};
            block->next = Value::object(next);
        }
        Ref next = own(block->next);
        self->index = 0;
        decref(std::exchange(self->data, next.release()));
    }
    Ref data = own(self->data);
    auto* block = data.as<TeeDataObject>();
    if (self->index < block->count) return own(block->items[self->index++]);
    if (block->reading) return raise(t, Exc::RuntimeError, "cannot re-enter the tee iterator");
    if (block->iterator.is_unbound()) return Ref::steal(Value::exhausted());
    block->reading = true;
    Ref item = iterator_next(t, block->iterator);
    block->reading = false;
    if (item.failed() || item.get().is_exhausted()) return item;
    if (block->count < kTeeBlock) block->items[block->count++] = item.copy().release();
    ++self->index;
    return item;
}
Value tee_next(Thread& t, Value self) { return tee_step(t, self.as<TeeObject>()).release(); }

Ref tee_copy(Thread& t, TeeObject* self) { return tee_make(t, self->type, self->data, self->index); }
Ref tee_reduce(Thread& t, TeeObject* self) {
    Ref empty = TRY(tuple_new(t, 0));
    Ref args = TRY(tuple_pack(t, {empty}));
    Ref state = TRY(tuple_pack(t, {self->data, Value::small_int(static_cast<int>(self->index))}));
    return tuple_pack(t, {Value::object(self->type), args, state});
}
Status tee_setstate(Thread& t, TeeObject* self, Value state) {
    TupleObject* tuple = TRY(state_tuple(t, state, 2, 2));
    bool is_data =
        tuple->items[0].is_object() && tuple->items[0].as_object()->type == itertools_types(self->type).tee_data;
    if (!is_data)
        return raise(t, Exc::TypeError, "argument 1 must be itertools._tee_dataobject, not %.50s",
                     type_name_of(t, tuple->items[0]));
    int64_t index = TRY(state_index(t, tuple->items[1]));
    if (index < 0 || index > kTeeBlock) return raise(t, Exc::ValueError, "Index out of range");
    self->index = static_cast<uint32_t>(index);
    replace(&self->data, tuple->items[0]);
    return ok();
}
constexpr MethodDef TEE_METHODS[] = {
    method<tee_copy>("__copy__", "(self, /)", "Returns an independent iterator."),
    method<tee_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<tee_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

// _tee_dataobject(iterator, items read, next block): what unpickling calls.
Ref tee_data_restore(Thread& t, TypeObject* type, const CallArgs& args) {
    Value iterator = args.args[0], items = args.args[1], next = args.args[2];
    ListObject* list = as_list(items);
    if (!list) return raise(t, Exc::TypeError, "argument 2 must be list, not %.50s", type_name_of(t, items));
    if (list->size > kTeeBlock) return raise(t, Exc::ValueError, "Invalid arguments");
    bool has_next = !next.is_none();
    if (has_next && (list->size != kTeeBlock || !next.is_object() || next.as_object()->type != type))
        return raise(t, Exc::ValueError, "Invalid arguments");
    TeeDataObject* data = tee_data_make(t, type, iterator);
    if (!data) return Failed{};
    for (uint32_t i = 0; i < list->size; ++i) data->items[i] = own(list->items[i]).release();
    data->count = list->size;
    if (has_next) data->next = own(next).release();
    return Ref::steal(data);
}
Value tee_data_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords(t, "_tee_dataobject", args) || !check_argument_count(t, "_tee_dataobject", args, 3, 3))
        return Value::error();
    return tee_data_restore(t, type, args).release();
}
Ref tee_data_reduce(Thread& t, TeeDataObject* self) {
    RefTo<ListObject> items = TRY(list_from(t, self->items, self->count));
    Ref args =
        TRY(tuple_pack(t, {self->iterator, items.value(), self->next.is_unbound() ? Value::none() : self->next}));
    return tuple_pack(t, {Value::object(self->type), args});
}
constexpr MethodDef TEE_DATA_METHODS[] = {method<tee_data_reduce>("__reduce__", "(self, /)", kReduceDoc)};

// ------------------------------------------------------------------------------------------------ zip_longest

struct ZipLongestObject : Object {
    Value iterators;               // tuple; UNBOUND items: ended
    Value fill;
    uint32_t active;
};
using ZipLongestFields = OwnedFields<ZipLongestObject, &ZipLongestObject::iterators, &ZipLongestObject::fill>;

Fallible<Value> fill_keyword(Thread& t, const CallArgs& args) {
    Value fill = Value::none();
    for (uint32_t i = 0; args.kwnames && i < args.kwnames->size; ++i) {
        if (!str_equals_ascii(args.kwnames->items[i].as<StrObject>(), "fillvalue"))
            return raise(t, Exc::TypeError, "zip_longest() got an unexpected keyword argument");
        fill = args.args[args.nargs + i];
    }
    return fill;
}
Ref zip_longest_make(Thread& t, TypeObject* type, const CallArgs& args) {
    Value fill = TRY(fill_keyword(t, args));
    RefTo<TupleObject> iterators = TRY(tuple_new(t, args.nargs));
    for (size_t i = 0; i < args.nargs; ++i) {
        Ref iterator = get_iterator(t, args.args[i]);
        if (iterator.failed()) {
            if (!pending_matches(t, Exc::TypeError)) return Failed{};
            clear_exception(t);
            return raise(t, Exc::TypeError, "zip_longest argument #%zu must support iteration", i + 1);
        }
        iterators->items[i] = iterator.release();
    }
    auto* self = allocate_instance<ZipLongestObject>(t, type);
    if (!self) return Failed{};
    self->active = iterators->size;
    self->iterators = Value::object(iterators.release());
    self->fill = own(fill).release();
    gc_track(self);
    return Ref::steal(self);
}
Value zip_longest_new(Thread& t, TypeObject* type, const CallArgs& args) {
    return zip_longest_make(t, type, args).release();
}

Ref zip_longest_step(Thread& t, ZipLongestObject* z) {
    auto* iterators = z->iterators.as<TupleObject>();
    if (z->active == 0) return Ref::steal(Value::exhausted());
    RefTo<TupleObject> result = TRY(tuple_new(t, iterators->size));
    for (uint32_t i = 0; i < iterators->size; ++i) {
        Ref iterator = own(iterators->items[i]);
        Ref item = iterator.get().is_unbound() ? Ref::steal(Value::exhausted()) : iterator_next(t, iterator);
        if (item.failed()) {
            z->active = 0;
            return item;
        }
        if (item.get().is_exhausted()) {
            if (!iterators->items[i].is_unbound()) {
                if (--z->active == 0) return item;
                drop_field(&iterators->items[i]);
            }
            item = own(z->fill);
        }
        result->items[i] = item.release();
    }
    return result;
}
Value zip_longest_next(Thread& t, Value self) { return zip_longest_step(t, self.as<ZipLongestObject>()).release(); }

Ref zip_longest_reduce(Thread& t, ZipLongestObject* self) {
    auto* iterators = self->iterators.as<TupleObject>();
    RefTo<TupleObject> args = TRY(tuple_new(t, iterators->size));
    for (uint32_t i = 0; i < iterators->size; ++i) {
        Value iterator = iterators->items[i];
        Ref shown = iterator.is_unbound() ? Ref(TRY(tuple_new(t, 0))) : own(iterator);
        args->items[i] = shown.release();
    }
    return tuple_pack(t, {Value::object(self->type), args.value(), self->fill});
}
Status zip_longest_setstate(Thread&, ZipLongestObject* self, Value state) {
    replace(&self->fill, state);
    return ok();
}
constexpr MethodDef ZIP_LONGEST_METHODS[] = {
    method<zip_longest_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<zip_longest_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

}  // namespace

constinit const TypeSpec kGroupBySpec = iterator_spec<sizeof(GroupByObject)>(
    "itertools.groupby",
    "groupby(iterable, key=None) -> make an iterator that returns consecutive\n"
    "keys and groups from the iterable.  If the key function is not specified or\n"
    "is None, the element itself is used for grouping.\n",
    iterator_slots<GroupByFields>(groupby_new, groupby_next), GROUPBY_METHODS);
constinit const TypeSpec kGrouperSpec = {
    .name = "itertools._grouper", .basic_size = sizeof(GrouperObject), .flags = kTypeGc,
    .slots = iterator_slots<GrouperFields>(grouper_new, grouper_next), .methods = GROUPER_METHODS};
constinit const TypeSpec kTeeSpec = {
    .name = "itertools._tee", .doc = "Iterator wrapped to make it copyable", .basic_size = sizeof(TeeObject),
    .flags = kTypeGc | kTypeHasWeakrefs | kTypeInheritsGetattr,
    .slots = iterator_slots<TeeFields>(tee_new, tee_next), .methods = TEE_METHODS};
constinit const TypeSpec kTeeDataSpec = {.name = "itertools._tee_dataobject",
                                         .doc = "Data container common to multiple tee objects.",
                                         .basic_size = sizeof(TeeDataObject),
                                         .flags = kTypeGc,
                                         .slots = {.dealloc = tee_data_dealloc,
                                                   .traverse = tee_data_traverse,
                                                   .clear = tee_data_clear,
                                                   .new_ = tee_data_new},
                                         .methods = TEE_DATA_METHODS};
constinit const TypeSpec kZipLongestSpec = iterator_spec<sizeof(ZipLongestObject)>(
    "itertools.zip_longest",
    "zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object\n\n"
    "Return a zip_longest object whose .__next__() method returns a tuple where\n"
    "the i-th element comes from the i-th iterable argument.  The .__next__()\n"
    "method continues until the longest iterable in the argument sequence\n"
    "is exhausted and then it raises StopIteration.  When the shorter iterables\n"
    "are exhausted, the fillvalue is substituted in their place.  The fillvalue\n"
    "defaults to None or can be specified by a keyword argument.\n",
    iterator_slots<ZipLongestFields>(zip_longest_new, zip_longest_next), ZIP_LONGEST_METHODS);

}  // namespace krait
