// itertools: product, permutations, combinations, combinations_with_replacement.
//
// All four choose from a pool (or one pool per place) by indexes; the last result is kept and changed in place while
// nobody else holds it.
#include <algorithm>

#include "builtins/modules/itertools.h"

namespace krait {
namespace {

struct ChoiceObject : Object {
    TupleObject* pool;         // items; product: a tuple of pools
    TupleObject* result;       // null before the first
    uint32_t* indices;         // heap buffer of `capacity`: indexes, then the cycles of permutations
    size_t capacity;
    size_t places;             // length of a result
    bool stopped;
};
ChoiceObject* choice_of(Value v) { return v.as<ChoiceObject>(); }

void choice_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* self = static_cast<ChoiceObject*>(o);
    drop_field(&self->pool);
    drop_field(&self->result);
    if (self->indices) interp.heap.free_buffer(self->indices, self->capacity * sizeof(uint32_t));
    free_object(interp, o);
}
void choice_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<ChoiceObject*>(o);
    visitor.visit_pointer(self->pool);
    visitor.visit_pointer(self->result);
}

Ref choice_make(Thread& t, TypeObject* type, RefTo<TupleObject> pool, size_t places, size_t capacity) {
    uint32_t* indices = nullptr;
    if (capacity > UINT32_MAX) return raise_memory_error(t);
    if (capacity) {
        indices = static_cast<uint32_t*>(t.heap.allocate_buffer(capacity * sizeof(uint32_t)));
        if (!indices) return raise_memory_error(t);
        std::fill(indices, indices + capacity, 0u);
    }
    auto* self = allocate_instance<ChoiceObject>(t, type);
    if (!self) {
        if (indices) t.heap.free_buffer(indices, capacity * sizeof(uint32_t));
        return Failed{};
    }
    self->pool = pool.release();
    self->result = nullptr;
    self->indices = indices;
    self->capacity = capacity;
    self->places = places;
    self->stopped = false;
    gc_track(self);
    return Ref::steal(self);
}

Value item_at(const ChoiceObject* c, size_t place, bool pools) {
    TupleObject* pool = pools ? c->pool->items[place].as<TupleObject>() : c->pool;
    return pool->items[c->indices[place]];
}

// Result by the present indexes, places from `first` on changed.
Ref result_from(Thread& t, ChoiceObject* c, size_t first, bool pools) {
    if (!c->result) {
        RefTo<TupleObject> fresh = TRY(tuple_new(t, c->places));
        for (size_t i = 0; i < c->places; ++i) fresh->items[i] = own(item_at(c, i, pools)).release();
        c->result = fresh.release();
        return own(static_cast<Object*>(c->result));
    }
    TupleObject* result = TRY(own_result(t, &c->result));
    for (size_t i = first; i < c->places; ++i) {
        incref(item_at(c, i, pools));
        decref(std::exchange(result->items[i], item_at(c, i, pools)));
    }
    gc_track(result);
    return own(static_cast<Object*>(result));
}

Ref finished(ChoiceObject* c) {
    c->stopped = true;
    return Ref::steal(Value::exhausted());
}

RefTo<TupleObject> indices_tuple(Thread& t, const uint32_t* indices, size_t n) {
    RefTo<TupleObject> tuple = TRY(tuple_new(t, n));
    for (size_t i = 0; i < n; ++i) tuple->items[i] = Value::from_int_unchecked(indices[i]);
    return tuple;
}

// Index from a pickled state, clamped to what is valid.
Fallible<uint32_t> clamped_index(Thread& t, Value v, int64_t last) {
    int64_t i = TRY(state_index(t, v));
    return static_cast<uint32_t>(std::clamp<int64_t>(i, 0, std::max<int64_t>(last, 0)));
}

Status check_state_size(Thread& t, Value state, size_t n) {
    TupleObject* tuple = as_tuple(state);
    if (!tuple || tuple->size != n) return raise(t, Exc::ValueError, "invalid arguments");
    return ok();
}

// ------------------------------------------------------------------------------------------------ product

Fallible<int64_t> repeat_keyword(Thread& t, const CallArgs& args) {
    int64_t repeat = 1;
    for (uint32_t i = 0; args.kwnames && i < args.kwnames->size; ++i) {
        StrObject* name = args.kwnames->items[i].as<StrObject>();
        if (!str_equals_ascii(name, "repeat"))
            return raise(t, Exc::TypeError, "'%s' is an invalid keyword argument for this function",
                         str_to_utf8(name).c_str());
        repeat = TRY(index_to_i64(t, args.args[args.nargs + i], Exc::OverflowError));
    }
    if (repeat < 0) return raise(t, Exc::ValueError, "repeat argument cannot be negative");
    return repeat;
}

Ref product_make(Thread& t, TypeObject* type, const CallArgs& args) {
    int64_t repeat = TRY(repeat_keyword(t, args));
    size_t n = repeat ? args.nargs : 0;
    if (n && static_cast<uint64_t>(repeat) > UINT32_MAX / n)
        return raise(t, Exc::OverflowError, "repeat argument too large");
    size_t places = n * static_cast<size_t>(repeat);
    RefTo<TupleObject> pools = TRY(tuple_new(t, places));
    bool some_empty = false;
    for (size_t i = 0; i < n; ++i) {
        RefTo<TupleObject> pool = TRY(to_tuple(t, args.args[i]));
        some_empty |= pool->size == 0;
        pools->items[i] = Value::object(pool.release());
    }
    for (size_t i = n; i < places; ++i) pools->items[i] = own(pools->items[i - n]).release();
    Ref self = TRY(choice_make(t, type, std::move(pools), places, places));
    choice_of(self)->stopped = some_empty;
    return self;
}
Value product_new(Thread& t, TypeObject* type, const CallArgs& args) { return product_make(t, type, args).release(); }

Ref product_step(Thread& t, ChoiceObject* c) {
    if (c->stopped) return Ref::steal(Value::exhausted());
    if (!c->result) return result_from(t, c, 0, true);
    size_t i = c->places;
    while (i > 0) {
        --i;
        if (++c->indices[i] < c->pool->items[i].as<TupleObject>()->size) return result_from(t, c, i, true);
        c->indices[i] = 0;
    }
    return finished(c);
}
Value product_next(Thread& t, Value self) { return product_step(t, choice_of(self)).release(); }

Ref product_reduce(Thread& t, ChoiceObject* self) {
    Value type = Value::object(self->type);
    if (self->stopped) {
        Ref empty = TRY(tuple_new(t, 0));
        Ref args = TRY(tuple_pack(t, {empty}));
        return tuple_pack(t, {type, args});
    }
    Value pools = Value::object(self->pool);
    if (!self->result) return tuple_pack(t, {type, pools});
    RefTo<TupleObject> indices = TRY(indices_tuple(t, self->indices, self->places));
    return tuple_pack(t, {type, pools, indices.value()});
}
Status product_setstate(Thread& t, ChoiceObject* self, Value state) {
    TRY(check_state_size(t, state, self->places));
    for (size_t i = 0; i < self->places; ++i) {
        int64_t size = self->pool->items[i].as<TupleObject>()->size;
        if (size == 0) {   // nothing to choose from
            self->stopped = true;
            return ok();
        }
        self->indices[i] = TRY(clamped_index(t, state.as<TupleObject>()->items[i], size - 1));
    }
    drop_field(&self->result);
    Ref shown = TRY(result_from(t, self, 0, true));
    return ok();
}

// ------------------------------------------------------------------------------------------------ combinations

constexpr const char* kCombinationsSignature = "(iterable, r)";
constexpr SignatureInfo kCombinationsInfo = parse_signature("(iterable, r)");

template <bool kReplacement>
Ref combinations_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    int64_t r = TRY(index_to_i64(t, args.slots[1], Exc::OverflowError));
    RefTo<TupleObject> pool = TRY(to_tuple(t, args.slots[0]));
    if (r < 0) return raise(t, Exc::ValueError, "r must be non-negative");
    int64_t n = pool->size;
    bool none = kReplacement ? n == 0 && r > 0 : r > n;
    if (none && r > UINT32_MAX) return raise_memory_error(t);
    Ref self = TRY(choice_make(t, type, std::move(pool), static_cast<size_t>(r), static_cast<size_t>(r)));
    choice_of(self)->stopped = none;
    if (!kReplacement)
        for (size_t i = 0; i < static_cast<size_t>(r); ++i) choice_of(self)->indices[i] = static_cast<uint32_t>(i);
    return self;
}
template <bool kReplacement>
Value combinations_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, kReplacement ? "combinations_with_replacement" : "combinations",
                                     kCombinationsInfo, kCombinationsSignature, args);
    if (bound.failed()) return Value::error();
    return combinations_make<kReplacement>(t, type, bound).release();
}

// The largest index that place i may have.
template <bool kReplacement>
size_t last_index(const ChoiceObject* c, size_t i) {
    return kReplacement ? size_t{c->pool->size} - 1 : i + c->pool->size - c->places;
}

template <bool kReplacement>
Ref combinations_step(Thread& t, ChoiceObject* c) {
    if (c->stopped) return Ref::steal(Value::exhausted());
    if (!c->result) return result_from(t, c, 0, false);
    size_t i = c->places;
    while (i > 0 && c->indices[i - 1] == last_index<kReplacement>(c, i - 1)) --i;
    if (i == 0) return finished(c);
    uint32_t index = ++c->indices[--i];
    for (size_t j = i + 1; j < c->places; ++j) c->indices[j] = kReplacement ? index : ++index;
    return result_from(t, c, i, false);
}
template <bool kReplacement>
Value combinations_next(Thread& t, Value self) { return combinations_step<kReplacement>(t, choice_of(self)).release(); }

Ref combinations_reduce(Thread& t, ChoiceObject* self) {
    Value type = Value::object(self->type);
    Ref r = TRY(make_int(t, static_cast<int64_t>(self->places)));
    if (!self->result) {
        Ref args = TRY(tuple_pack(t, {Value::object(self->pool), r}));
        return tuple_pack(t, {type, args});
    }
    if (self->stopped) {
        Ref empty = TRY(tuple_new(t, 0));
        Ref args = TRY(tuple_pack(t, {empty, r}));
        return tuple_pack(t, {type, args});
    }
    Ref args = TRY(tuple_pack(t, {Value::object(self->pool), r}));
    RefTo<TupleObject> indices = TRY(indices_tuple(t, self->indices, self->places));
    return tuple_pack(t, {type, args, indices.value()});
}
template <bool kReplacement>
Status combinations_setstate(Thread& t, ChoiceObject* self, Value state) {
    TRY(check_state_size(t, state, self->places));
    if (self->stopped) return ok();
    for (size_t i = 0; i < self->places; ++i)
        self->indices[i] = TRY(clamped_index(t, state.as<TupleObject>()->items[i],
                                             static_cast<int64_t>(last_index<kReplacement>(self, i))));
    // Indexes must ascend, or a step would run over the pool.
    for (size_t i = 1; i < self->places; ++i)
        self->indices[i] = std::max(self->indices[i], self->indices[i - 1] + !kReplacement);
    drop_field(&self->result);
    Ref shown = TRY(result_from(t, self, 0, false));
    return ok();
}

// ------------------------------------------------------------------------------------------------ permutations

constexpr const char* kPermutationsSignature = "(iterable, r=None)";
constexpr SignatureInfo kPermutationsInfo = parse_signature("(iterable, r=None)");

Ref permutations_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    RefTo<TupleObject> pool = TRY(to_tuple(t, args.slots[0]));
    int64_t n = pool->size, r = n;
    if (!args.slots[1].is_unbound() && !args.slots[1].is_none()) {
        if (!is_int_like(args.slots[1])) return raise(t, Exc::TypeError, "Expected int as r");
        r = TRY(int_to_i64(t, args.slots[1], "Python int too large to convert to C ssize_t"));
        if (r < 0) return raise(t, Exc::ValueError, "r must be non-negative");
    }
    if (r > UINT32_MAX) return raise_memory_error(t);
    Ref self = TRY(choice_make(t, type, std::move(pool), static_cast<size_t>(r), static_cast<size_t>(n + r)));
    ChoiceObject* c = choice_of(self);
    c->stopped = r > n;
    for (int64_t i = 0; i < n; ++i) c->indices[i] = static_cast<uint32_t>(i);
    for (int64_t i = 0; i < r && r <= n; ++i) c->indices[n + i] = static_cast<uint32_t>(n - i);   // cycles
    return self;
}
Value permutations_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "permutations", kPermutationsInfo, kPermutationsSignature, args);
    if (bound.failed()) return Value::error();
    return permutations_make(t, type, bound).release();
}

Ref permutations_step(Thread& t, ChoiceObject* c) {
    if (c->stopped) return Ref::steal(Value::exhausted());
    if (!c->result) return result_from(t, c, 0, false);
    size_t n = c->pool->size;
    uint32_t *indices = c->indices, *cycles = c->indices + n;
    for (size_t i = c->places; i-- > 0;) {
        if (--cycles[i] == 0) {   // this place has had them all: its index goes to the end
            std::rotate(indices + i, indices + i + 1, indices + n);
            cycles[i] = static_cast<uint32_t>(n - i);
            continue;
        }
        std::swap(indices[i], indices[n - cycles[i]]);
        return result_from(t, c, i, false);
    }
    return finished(c);
}
Value permutations_next(Thread& t, Value self) { return permutations_step(t, choice_of(self)).release(); }

Ref permutations_reduce(Thread& t, ChoiceObject* self) {
    if (!self->result || self->stopped) return combinations_reduce(t, self);
    size_t n = self->pool->size;
    Ref r = TRY(make_int(t, static_cast<int64_t>(self->places)));
    Ref args = TRY(tuple_pack(t, {Value::object(self->pool), r}));
    RefTo<TupleObject> indices = TRY(indices_tuple(t, self->indices, n));
    RefTo<TupleObject> cycles = TRY(indices_tuple(t, self->indices + n, self->places));
    Ref state = TRY(tuple_pack(t, {indices.value(), cycles.value()}));
    return tuple_pack(t, {Value::object(self->type), args, state});
}
Status permutations_setstate(Thread& t, ChoiceObject* self, Value state) {
    TupleObject* both = TRY(state_tuple(t, state, 2, 2));
    TupleObject *indices = as_tuple(both->items[0]), *cycles = as_tuple(both->items[1]);
    if (!indices || !cycles) return raise(t, Exc::TypeError, "argument must be a tuple");
    size_t n = self->pool->size;
    if (indices->size != n || cycles->size != self->places) return raise(t, Exc::ValueError, "invalid arguments");
    if (self->stopped) return ok();
    for (size_t i = 0; i < n; ++i)
        self->indices[i] = TRY(clamped_index(t, indices->items[i], static_cast<int64_t>(n) - 1));
    for (size_t i = 0; i < self->places; ++i)
        self->indices[n + i] = std::max(1u, TRY(clamped_index(t, cycles->items[i], static_cast<int64_t>(n - i))));
    drop_field(&self->result);
    Ref shown = TRY(result_from(t, self, 0, false));
    return ok();
}

// ------------------------------------------------------------------------------------------------ tables

constexpr Slots choice_slots(NewFn make, NextFn next) {
    return {.dealloc = choice_dealloc, .traverse = choice_traverse, .iter = iter_self, .next = next, .new_ = make};
}
constexpr MethodDef PRODUCT_METHODS[] = {
    method<product_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<product_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};
constexpr MethodDef COMBINATIONS_METHODS[] = {
    method<combinations_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<combinations_setstate<false>>("__setstate__", "(self, state, /)", kSetStateDoc),
};
constexpr MethodDef REPLACEMENT_METHODS[] = {
    method<combinations_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<combinations_setstate<true>>("__setstate__", "(self, state, /)", kSetStateDoc),
};
constexpr MethodDef PERMUTATIONS_METHODS[] = {
    method<permutations_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<permutations_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

}  // namespace

constinit const TypeSpec kProductSpec = iterator_spec<sizeof(ChoiceObject)>(
    "itertools.product",
    "product(*iterables, repeat=1) --> product object\n\n"
    "Cartesian product of input iterables.  Equivalent to nested for-loops.\n\n"
    "For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).",
    choice_slots(product_new, product_next), PRODUCT_METHODS);
constinit const TypeSpec kPermutationsSpec = iterator_spec<sizeof(ChoiceObject)>(
    "itertools.permutations",
    "permutations(iterable[, r]) --> permutations object\n\n"
    "Return successive r-length permutations of elements in the iterable.\n\n"
    "permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)",
    choice_slots(permutations_new, permutations_next), PERMUTATIONS_METHODS);
constinit const TypeSpec kCombinationsSpec = iterator_spec<sizeof(ChoiceObject)>(
    "itertools.combinations",
    "combinations(iterable, r) --> combinations object\n\n"
    "Return successive r-length combinations of elements in the iterable.\n\n"
    "combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)",
    choice_slots(combinations_new<false>, combinations_next<false>), COMBINATIONS_METHODS);
constinit const TypeSpec kCombinationsReplacementSpec = iterator_spec<sizeof(ChoiceObject)>(
    "itertools.combinations_with_replacement",
    "combinations_with_replacement(iterable, r) --> combinations_with_replacement object\n\n"
    "Return successive r-length combinations of elements in the iterable\n"
    "allowing individual elements to have successive repeats.\n"
    "combinations_with_replacement('ABC', 2) --> AA AB AC BB BC CC",
    choice_slots(combinations_new<true>, combinations_next<true>), REPLACEMENT_METHODS);

}  // namespace krait
