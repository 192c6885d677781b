// tuple: slots, methods, iterator.
#include <algorithm>

#include "builtins/types/class_alias.h"
#include "builtins/types/container_support.h"
#include "vm/object/item_runs.h"
#include "vm/object/pattern_flags.h"
#include "vm/runtime/work.h"

namespace krait {
namespace {

TupleObject* tuple_of(Value v) { return v.as<TupleObject>(); }

constexpr const char* kNewSignature = "(sequence=())";
constexpr SignatureInfo kNewInfo = parse_signature("(sequence=())");

Ref make(Thread& t, TypeObject* type, Value source) {
    if (type == t.interp.type(Kind::Tuple)) {
        if (source.is_unbound()) return tuple_new(t, 0);
        return to_tuple(t, source);
    }
    RefTo<TupleObject> items = source.is_unbound() ? tuple_new(t, 0) : to_tuple(t, source);
    if (items.failed()) return Failed{};
    TupleObject* self = tuple_allocate(t, type, items->size);
    if (!self) return Failed{};
    for (uint32_t i = 0; i < items->size; ++i) self->items[i] = own(items->items[i]).release();
    return Ref::steal(self);
}

Value tuple_new_slot(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "tuple", kNewInfo, kNewSignature, args);
    if (bound.failed()) return Value::error();
    return make(t, type, bound.slots[0]).release();
}

Ref tuple_text(Thread& t, Value self) {
    TupleObject* tuple = tuple_of(self);
    if (tuple->size == 0) return str_from_ascii(t, "()");
    ReprGuard guard(t, self);
    if (guard.active_before()) return str_from_ascii(t, "(...)");
    StrBuilder text(t);
    TRY(text.append_char('('));
    for (size_t i = 0; i < tuple->size; ++i) {
        if (i) TRY(text.append_ascii(", "));
        TRY(append_repr(t, text, tuple->items[i]));
    }
    TRY(text.append_ascii(tuple->size == 1 ? ",)" : ")"));
    return text.finish();
}
Value tuple_repr(Thread& t, Value self) { return tuple_text(t, self).release(); }

// The numbers of 3.6, so that sets of tuples have its order.
constexpr uint64_t kHashStart = 0x345678, kHashMultiplier = 1000003, kHashEnd = 97531;
constexpr uint64_t next_multiplier(uint64_t multiplier, size_t items_left) {
    return multiplier + 82520 + 2 * uint64_t{items_left};
}

// Numbers and texts only, as most keys are; false: another item is there.
bool hash_plain_items(Thread& t, const TupleObject* tuple, uint64_t* result) {
    uint64_t hash = kHashStart, multiplier = kHashMultiplier;
    for (size_t i = 0; i < tuple->size; ++i) {
        Value item = tuple->items[i];
        uint64_t h;
        if (item.is_int()) h = hash_int(item.as_int());
        else if (is_kind(item, Kind::Str)) h = str_hash(t, item.as<StrObject>());
        else if (item.is_float()) h = hash_float(item.as_float());
        else return false;
        hash = (hash ^ h) * multiplier;
        multiplier = next_multiplier(multiplier, tuple->size - i - 1);
    }
    note_items(t, tuple->size);
    *result = hash_not_minus_one(hash + kHashEnd);
    return true;
}

// Tuples may be nested to any depth: the levels stand in a buffer instead of the C stack.
class TupleHasher {
  public:
    explicit TupleHasher(Thread& t) : t_(t) {}
    ~TupleHasher() {
        if (levels_ != few_) t_.heap.free_buffer(levels_, capacity_ * sizeof(Level));
    }
    TupleHasher(const TupleHasher&) = delete;
    TupleHasher& operator=(const TupleHasher&) = delete;

    int64_t run(TupleObject* tuple) {
        if (!push(tuple)) return -1;
        for (;;) {
            Level& level = levels_[depth_ - 1];
            if (level.next == level.tuple->size) {
                uint64_t hash = hash_not_minus_one(level.hash + kHashEnd);
                if (--depth_ == 0) return static_cast<int64_t>(hash);
                mix(&levels_[depth_ - 1], hash);
                continue;
            }
            Value item = level.tuple->items[level.next++];
            if (charge_loop(t_, level.next).failed()) return -1;
            if (is_kind(item, Kind::Tuple)) {
                if (charge_work(t_, 1).failed()) return -1;   // shared structure takes exponential time
                if (!push(item.as<TupleObject>())) return -1;
                continue;
            }
            Fallible<uint64_t> hash = hash_of(t_, item);
            if (hash.failed()) return -1;
            mix(&level, hash.value());
        }
    }

  private:
    struct Level {
        TupleObject* tuple;
        uint64_t hash, multiplier;
        size_t next;           // item to come; the one just taken has been counted
    };
    static void mix(Level* level, uint64_t item) {
        uint64_t left = level->tuple->size - level->next;
        level->hash = (level->hash ^ item) * level->multiplier;
        level->multiplier = next_multiplier(level->multiplier, left);
    }
    bool push(TupleObject* tuple) {
        if (depth_ == capacity_ && !grow()) return false;
        levels_[depth_++] = {tuple, kHashStart, kHashMultiplier, 0};
        return true;
    }
    bool grow() {
        size_t capacity = capacity_ * 4;
        auto* fresh = static_cast<Level*>(t_.heap.allocate_buffer(capacity * sizeof(Level)));
        if (!fresh) {
            (void)raise_memory_error(t_);
            return false;
        }
        std::copy(levels_, levels_ + depth_, fresh);
        if (levels_ != few_) t_.heap.free_buffer(levels_, capacity_ * sizeof(Level));
        levels_ = fresh;
        capacity_ = capacity;
        return true;
    }
    static constexpr size_t kFew = 4;
    Thread& t_;
    Level few_[kFew];
    Level* levels_ = few_;
    size_t depth_ = 0, capacity_ = kFew;
};

int64_t tuple_hash(Thread& t, Value self) {
    if (uint64_t hash; hash_plain_items(t, tuple_of(self), &hash)) return static_cast<int64_t>(hash);
    return TupleHasher(t).run(tuple_of(self));
}

Value tuple_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!as_tuple(a) || !as_tuple(b)) return Value::not_implemented();
    return compare_sequences(t, tuple_of(a), tuple_of(b), op);
}

Value tuple_iter(Thread& t, Value self) { return tuple_iterator_new(t, tuple_of(self)).release(); }
int64_t tuple_length(Thread&, Value self) { return tuple_of(self)->size; }

Ref tuple_slice(Thread& t, TupleObject* tuple, Value key) {
    Ref slice = TRY(slice_plain(t, key));
    SliceRange range = TRY(slice_adjust(t, slice, tuple->size));
    if (range.step == 1) {
        if (range.count == tuple->size && tuple->kind == Kind::Tuple) return own(static_cast<Object*>(tuple));
        return tuple_from(t, tuple->items + range.start, static_cast<size_t>(range.count));
    }
    RefTo<TupleObject> result = TRY(tuple_new(t, static_cast<size_t>(range.count)));
    for (int64_t i = 0; i < range.count; ++i) {
        int64_t at = range.start + i * range.step;   // no further than the last one
        incref(tuple->items[at]);
        result->items[i] = tuple->items[at];
    }
    return result;
}

Ref tuple_subscript(Thread& t, TupleObject* tuple, Value key) {
    if (is_kind(key, Kind::Slice)) return tuple_slice(t, tuple, key);
    int64_t i = TRY(subscript_index(t, key, "tuple"));
    if (i < 0) i += tuple->size;
    if (i < 0 || i >= tuple->size) return raise(t, Exc::IndexError, "tuple index out of range");
    return own(tuple->items[i]);
}
Value tuple_get_item(Thread& t, Value self, Value key) { return tuple_subscript(t, tuple_of(self), key).release(); }

Fallible<bool> holds(Thread& t, Value tuple, Value item) {
    return TRY(find_item(t, tuple, 0, SIZE_MAX, item, SearchOrder::ValueFirst)) >= 0;
}
int tuple_contains(Thread& t, Value self, Value item) { return slot_bool(holds(t, self, item)); }

Value tuple_concat(Thread& t, Value a, Value b) {
    if (!as_tuple(b))
        return raise(t, Exc::TypeError, "can only concatenate tuple (not \"%.200s\") to tuple", type_name_of(t, b));
    TupleObject *x = tuple_of(a), *y = tuple_of(b);
    if (x->size == 0 && y->kind == Kind::Tuple) return own(b).release();
    if (y->size == 0 && x->kind == Kind::Tuple) return own(a).release();
    RefTo<TupleObject> result = tuple_new(t, size_t{x->size} + y->size);
    if (result.failed()) return Value::error();
    for (size_t i = 0; i < x->size; ++i) result->items[i] = own(x->items[i]).release();
    for (size_t i = 0; i < y->size; ++i) result->items[x->size + i] = own(y->items[i]).release();
    return Value::object(result.release());
}

Ref repeated(Thread& t, TupleObject* tuple, int64_t count) {
    if (count <= 0 || tuple->size == 0) return tuple_new(t, 0);
    if (count == 1 && tuple->kind == Kind::Tuple) return own(static_cast<Object*>(tuple));
    size_t n = tuple->size;
    if (static_cast<uint64_t>(count) > UINT32_MAX / n) return raise_memory_error(t);
    TRY(charge_work(t, n * static_cast<size_t>(count) / 64));
    RefTo<TupleObject> result = TRY(tuple_new(t, n * static_cast<size_t>(count)));
    result->size = 0;   // as many as are counted, so that a failure drops no more
    TRY(copy_items(t, result->items, tuple->items, n));
    result->size = static_cast<uint32_t>(n);
    TRY(repeat_items(t, result->items, n, static_cast<size_t>(count)));
    result->size = static_cast<uint32_t>(n * static_cast<size_t>(count));
    return result;
}
Value tuple_repeat(Thread& t, Value self, int64_t count) { return repeated(t, tuple_of(self), count).release(); }

Fallible<int64_t> tuple_count(Thread& t, TupleObject* self, Value value) {
    return count_item(t, Value::object(self), value);
}

Fallible<int64_t> tuple_index(Thread& t, TupleObject* self, Value value, Optional<SearchBound> start,
                              Optional<SearchBound> stop) {
    int64_t found = TRY(find_between(t, Value::object(self), self->size, start, stop, value));
    if (found >= 0) return found;
    return raise(t, Exc::ValueError, "tuple.index(x): x not in tuple");
}

Ref tuple_getnewargs(Thread& t, TupleObject* self) {
    Ref items = TRY(tuple_from(t, self->items, self->size));
    return tuple_pack(t, {items});
}

constexpr MethodDef METHODS[] = {
    KRAIT_CLASS_GETITEM,
    method<tuple_getnewargs>("__getnewargs__", "(self, /)", "Arguments for __new__ when unpickling."),
    method<tuple_count>("count", "(self, value, /)",
                        "T.count(value) -> integer -- return number of occurrences of value"),
    method<tuple_index>("index", "(self, value, start=0, stop=9223372036854775807, /)",
                        "T.index(value, [start, [stop]]) -> integer -- return first index of value.\n"
                        "Raises ValueError if the value is not present."),
};

// ------------------------------------------------------------------------------------------------ iterator

using IteratorFields = OwnedFields<TupleIteratorObject, &TupleIteratorObject::tuple>;

Value iterator_next_slot(Thread&, Value self) { return tuple_iterator_next(self.as<TupleIteratorObject>()); }
Fallible<int64_t> iterator_hint(Thread&, TupleIteratorObject* self) {
    return self->tuple ? static_cast<int64_t>(self->tuple->size - self->index) : int64_t{0};
}
Ref iterator_reduce(Thread& t, TupleIteratorObject* self) {
    if (!self->tuple) return reduce_exhausted(t, true);
    return reduce_iter_at(t, Value::object(self->tuple), static_cast<int64_t>(self->index));
}
Status iterator_setstate(Thread& t, TupleIteratorObject* self, Value state) {
    int64_t index = TRY(state_index(t, state));
    if (self->tuple) self->index = static_cast<uint64_t>(std::clamp<int64_t>(index, 0, self->tuple->size));
    return ok();
}

constexpr MethodDef ITERATOR_METHODS[] = {
    method<iterator_hint>("__length_hint__", "(self, /)", "Private method returning an estimate of len(list(it))."),
    method<iterator_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
    method<iterator_setstate>("__setstate__", "(self, state, /)", "Set state information for unpickling."),
};

}  // namespace

extern const TypeSpec kTupleTypeSpec, kTupleIteratorTypeSpec;

constinit const TypeSpec kTupleTypeSpec = {
    .name = "tuple",
    .doc = "tuple() -> empty tuple\ntuple(iterable) -> tuple initialized from iterable's items\n\n"
           "If the argument is a tuple, the return value is the same object.",
    .basic_size = sizeof(TupleObject) - sizeof(Value),
    .flags = kTypeBase | kTypeGc | kTypeTupleSubclass | kTypeVarSized | kTypeSequence,
    .slots = {.dealloc = tuple_dealloc, .traverse = tuple_traverse, .repr = tuple_repr, .hash = tuple_hash,
              .compare = tuple_compare, .iter = tuple_iter, .new_ = tuple_new_slot, .length = tuple_length,
              .get_item = tuple_get_item, .contains = tuple_contains, .concat = tuple_concat, .repeat = tuple_repeat},
    .methods = METHODS,
};

constinit const TypeSpec kTupleIteratorTypeSpec = {
    .name = "tuple_iterator",
    .basic_size = sizeof(TupleIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = IteratorFields::dealloc, .traverse = IteratorFields::traverse, .iter = iter_self,
              .next = iterator_next_slot},
    .methods = ITERATOR_METHODS,
};

}  // namespace krait
