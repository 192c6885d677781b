// itertools: chain, compress, dropwhile, takewhile, filterfalse, starmap, islice.
#include "builtins/modules/itertools.h"
#include "vm/protocol/iterate.h"

namespace krait {
namespace {

// ------------------------------------------------------------------------------------------------ chain

struct ChainObject : Object {
    Value source;          // iterator over iterables; UNBOUND: exhausted
    Value active;          // iterator over the present one, UNBOUND between two
};
using ChainFields = OwnedFields<ChainObject, &ChainObject::source, &ChainObject::active>;

Ref chain_over(Thread& t, TypeObject* type, Value source) {
    auto* self = allocate_instance<ChainObject>(t, type);
    if (!self) return Failed{};
    self->source = own(source).release();
    self->active = Value::unbound();
    gc_track(self);
    return Ref::steal(self);
}
Ref chain_make(Thread& t, TypeObject* type, const CallArgs& args) {
    RefTo<TupleObject> iterables = TRY(tuple_from(t, args.args, args.nargs));
    Ref source = TRY(tuple_iterator_new(t, iterables.get()));
    return chain_over(t, type, source);
}
Value chain_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords_of(t, "chain", type, kChainSpec, args)) return Value::error();
    return chain_make(t, type, args).release();
}
Ref chain_from_iterable(Thread& t, TypeObject* type, Value iterable) {
    Ref source = TRY(get_iterator(t, iterable));
    return chain_over(t, type, source);
}

Ref chain_step(Thread& t, ChainObject* c) {
    while (!c->source.is_unbound()) {
        if (c->active.is_unbound()) {
            Ref source = own(c->source);
            Ref iterable = iterator_next(t, source);
            Ref active;
            if (!iterable.failed() && !iterable.get().is_exhausted()) active = get_iterator(t, iterable);
            if (active.failed() || active.get().is_unbound()) {
                drop_field(&c->source);   // an error ends the chain as well
                if (iterable.failed() || active.failed()) return Failed{};
                break;
            }
            decref(std::exchange(c->active, active.release()));
        }
        Ref active = own(c->active);
        Ref item = TRY(iterator_next(t, active));
        if (!item.get().is_exhausted()) return item;
        if (c->active == active.get()) drop_field(&c->active);
    }
    return Ref::steal(Value::exhausted());
}
Value chain_next(Thread& t, Value self) {
    auto* c = self.as<ChainObject>();
    if (KRAIT_LIKELY(!c->active.is_unbound() && is_kind(c->active, Kind::ListIterator))) {
        Value item = list_iterator_next(c->active.as<ListIteratorObject>());
        if (!item.is_exhausted()) return item;
    } else if (KRAIT_LIKELY(!c->active.is_unbound())) {
        Ref active = own(c->active);
        Value item = iterator_step(t, active);
        if (KRAIT_LIKELY(!item.is_exhausted())) return item;
        if (c->active == active.get()) drop_field(&c->active);   // never asked again
    }
    return chain_step(t, c).release();
}

Ref chain_reduce(Thread& t, ChainObject* self) {
    Value type = Value::object(self->type);
    Ref none = TRY(tuple_new(t, 0));
    if (self->source.is_unbound()) return tuple_pack(t, {type, none});
    Ref state = self->active.is_unbound() ? Ref(TRY(tuple_pack(t, {self->source})))
                                          : Ref(TRY(tuple_pack(t, {self->source, self->active})));
    return tuple_pack(t, {type, none, state});
}
bool is_iterator(Thread& t, Value v) { return type_of(t, v)->slots.next != nullptr; }
Status chain_setstate(Thread& t, ChainObject* self, Value state) {
    TupleObject* tuple = TRY(state_tuple(t, state, 1, 2));
    bool has_active = tuple->size == 2;
    if (!is_iterator(t, tuple->items[0]) || (has_active && !is_iterator(t, tuple->items[1])))
        return raise(t, Exc::TypeError, "Arguments must be iterators.");
    Ref source = own(tuple->items[0]), active = has_active ? own(tuple->items[1]) : Ref();
    Ref old_source = Ref::steal(std::exchange(self->source, source.release()));
    Ref old_active = Ref::steal(std::exchange(self->active, active.release()));
    return ok();
}
constexpr MethodDef CHAIN_METHODS[] = {
    method<chain_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<chain_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
    class_method<chain_from_iterable>("from_iterable", "(type, iterable, /)",
                                      "chain.from_iterable(iterable) --> chain object\n\n"
                                      "Alternate chain() constructor taking a single iterable argument\n"
                                      "that evaluates lazily."),
};

// ------------------------------------------------------------------------------------------------ two fields, a flag

// compress: data and selectors; the others: function and iterator.
struct PairObject : Object {
    Value first, second;
    bool flag;             // dropwhile: the drop is over; takewhile: the end was seen
};
using PairFields = OwnedFields<PairObject, &PairObject::first, &PairObject::second>;
PairObject* pair_of(Value v) { return v.as<PairObject>(); }

Ref pair_make(Thread& t, TypeObject* type, Value first, Value second) {
    auto* self = allocate_instance<PairObject>(t, type);
    if (!self) return Failed{};
    self->first = own(first).release();
    self->second = own(second).release();
    self->flag = false;
    gc_track(self);
    return Ref::steal(self);
}
// (function, iterable) of dropwhile, takewhile, filterfalse, starmap.
template <const TypeSpec& kSpec>
Value function_new(Thread& t, TypeObject* type, const CallArgs& args) {
    const char* name = kSpec.name + sizeof("itertools.") - 1;
    if (!refuse_keywords_of(t, name, type, kSpec, args) || !check_argument_count(t, name, args, 2, 2))
        return Value::error();
    Ref iterator = get_iterator(t, args.args[1]);
    if (iterator.failed()) return Value::error();
    return pair_make(t, type, args.args[0], iterator).release();
}
Ref pair_reduce(Thread& t, PairObject* self) {
    Ref args = TRY(tuple_pack(t, {self->first, self->second}));
    return tuple_pack(t, {Value::object(self->type), args});
}
Ref flag_reduce(Thread& t, PairObject* self) {
    Ref args = TRY(tuple_pack(t, {self->first, self->second}));
    return tuple_pack(t, {Value::object(self->type), args, Value::small_int(self->flag)});
}
Status flag_setstate(Thread& t, PairObject* self, Value state) {
    self->flag = TRY(is_true(t, state));
    return ok();
}
constexpr MethodDef PAIR_METHODS[] = {method<pair_reduce>("__reduce__", "(self, /)", kReduceDoc)};
constexpr MethodDef FLAG_METHODS[] = {
    method<flag_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<flag_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

constexpr const char* kCompressSignature = "(data, selectors)";
constexpr SignatureInfo kCompressInfo = parse_signature("(data, selectors)");
Ref compress_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    Ref data = TRY(get_iterator(t, args.slots[0]));
    Ref selectors = TRY(get_iterator(t, args.slots[1]));
    return pair_make(t, type, data, selectors);
}
Value compress_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "compress", kCompressInfo, kCompressSignature, args);
    if (bound.failed()) return Value::error();
    return compress_make(t, type, bound).release();
}
Ref compress_step(Thread& t, PairObject* p) {
    for (;;) {
        Ref item = TRY(iterator_next(t, p->first));
        if (item.get().is_exhausted()) return item;
        Ref selector = TRY(iterator_next(t, p->second));
        if (selector.get().is_exhausted()) return selector;
        if (TRY(is_true(t, selector))) return item;
    }
}
Value compress_next(Thread& t, Value self) { return compress_step(t, pair_of(self)).release(); }

Ref dropwhile_step(Thread& t, PairObject* p) {
    for (;;) {
        Ref item = TRY(iterator_next(t, p->second));
        if (item.get().is_exhausted() || p->flag) return item;
        Ref answer = TRY(call(t, p->first, item));
        if (!TRY(is_true(t, answer))) {
            p->flag = true;
            return item;
        }
    }
}
Value dropwhile_next(Thread& t, Value self) { return dropwhile_step(t, pair_of(self)).release(); }

Ref takewhile_step(Thread& t, PairObject* p) {
    if (p->flag) return Ref::steal(Value::exhausted());
    Ref item = TRY(iterator_next(t, p->second));
    if (item.get().is_exhausted()) return item;
    Ref answer = TRY(call(t, p->first, item));
    if (TRY(is_true(t, answer))) return item;
    p->flag = true;
    return Ref::steal(Value::exhausted());
}
Value takewhile_next(Thread& t, Value self) { return takewhile_step(t, pair_of(self)).release(); }

Ref filterfalse_step(Thread& t, PairObject* p) {
    bool plain = p->first.is_none() || p->first == Value::object(t.interp.type(Kind::Bool));
    for (;;) {
        Ref item = TRY(iterator_next(t, p->second));
        if (item.get().is_exhausted()) return item;
        Ref answer = plain ? item.copy() : TRY(call(t, p->first, item));
        if (!TRY(is_true(t, answer))) return item;
    }
}
Value filterfalse_next(Thread& t, Value self) { return filterfalse_step(t, pair_of(self)).release(); }

Ref starmap_step(Thread& t, PairObject* p) {
    Ref item = TRY(iterator_next(t, p->second));
    if (item.get().is_exhausted()) return item;
    RefTo<TupleObject> args = TRY(to_tuple(t, item));
    return call(t, p->first, CallArgs{args->items, args->size, nullptr});
}
Value starmap_next(Thread& t, Value self) { return starmap_step(t, pair_of(self)).release(); }

// ------------------------------------------------------------------------------------------------ islice

struct ISliceObject : Object {
    Value iterator;        // UNBOUND: exhausted
    int64_t next, stop, step, count;   // stop -1: none
};
using ISliceFields = OwnedFields<ISliceObject, &ISliceObject::iterator>;

// None gives `missing`; -2: not a number in range (nothing pending).
Fallible<int64_t> islice_bound(Thread& t, Value v, int64_t missing) {
    if (v.is_none()) return missing;
    Fallible<int64_t> n =
        is_int_like(v) || type_of(t, v)->slots.index ? index_to_i64(t, v) : Fallible<int64_t>(int64_t{-2});
    if (n.failed()) {
        clear_exception(t);
        return int64_t{-2};
    }
    return n.value() < 0 ? int64_t{-2} : n.value();
}

Ref islice_make(Thread& t, TypeObject* type, const CallArgs& args) {
    int64_t start = 0, stop, step = 1;
    if (args.nargs == 2) {
        stop = TRY(islice_bound(t, args.args[1], -1));
    } else {
        stop = TRY(islice_bound(t, args.args[2], -1));
        start = TRY(islice_bound(t, args.args[1], 0));
    }
    if (stop == -2)
        return raise(t, Exc::ValueError,
                     "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (start == -2)
        return raise(t, Exc::ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (args.nargs == 4) step = TRY(islice_bound(t, args.args[3], 1));
    if (step < 1) return raise(t, Exc::ValueError, "Step for islice() must be a positive integer or None.");
    Ref iterator = TRY(get_iterator(t, args.args[0]));
    auto* self = allocate_instance<ISliceObject>(t, type);
    if (!self) return Failed{};
    self->iterator = iterator.release();
    self->next = start;
    self->stop = stop;
    self->step = step;
    self->count = 0;
    gc_track(self);
    return Ref::steal(self);
}
Value islice_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords_of(t, "islice", type, kISliceSpec, args) || !check_argument_count(t, "islice", args, 2, 4))
        return Value::error();
    return islice_make(t, type, args).release();
}

Ref islice_step(Thread& t, ISliceObject* s) {
    if (s->iterator.is_unbound()) return Ref::steal(Value::exhausted());
    Ref iterator = own(s->iterator);
    while (s->count < s->next) {
        Ref skipped = TRY(iterator_next(t, iterator));
        if (skipped.get().is_exhausted()) {
            drop_field(&s->iterator);
            return skipped;
        }
        ++s->count;
    }
    if (s->stop != -1 && s->count >= s->stop) {
        drop_field(&s->iterator);
        return Ref::steal(Value::exhausted());
    }
    Ref item = TRY(iterator_next(t, iterator));
    if (item.get().is_exhausted()) {
        drop_field(&s->iterator);
        return item;
    }
    ++s->count;
    if (__builtin_add_overflow(s->next, s->step, &s->next)) s->next = INT64_MAX;
    if (s->stop != -1 && s->next > s->stop) s->next = s->stop;
    return item;
}
Value islice_next(Thread& t, Value self) {
    auto* s = self.as<ISliceObject>();
    bool plain = s->count == s->next && s->step == 1 && (s->stop == -1 || s->count < s->stop) && s->next < INT64_MAX;
    if (KRAIT_UNLIKELY(!plain || s->iterator.is_unbound())) return islice_step(t, s).release();
    Ref iterator = own(s->iterator);
    Value item = iterator_step(t, iterator);
    if (KRAIT_LIKELY(!item.is_exhausted())) {
        if (!item.is_error()) {
            ++s->count;
            ++s->next;
        }
    } else {
        drop_field(&s->iterator);
    }
    return item;
}

Ref islice_reduce(Thread& t, ISliceObject* self) {
    Value type = Value::object(self->type);
    if (self->iterator.is_unbound()) {
        RefTo<ListObject> empty = TRY(list_new(t));
        Ref iterator = TRY(list_iterator_new(t, empty.get()));
        Ref args = TRY(tuple_pack(t, {iterator, Value::small_int(0)}));
        return tuple_pack(t, {type, args, Value::small_int(0)});
    }
    Ref next = TRY(make_int(t, self->next)), step = TRY(make_int(t, self->step)), count = TRY(make_int(t, self->count));
    Ref stop = self->stop == -1 ? own(Value::none()) : TRY(make_int(t, self->stop));
    Ref args = TRY(tuple_pack(t, {self->iterator, next, stop, step}));
    return tuple_pack(t, {type, args, count});
}
Status islice_setstate(Thread& t, ISliceObject* self, Value state) {
    self->count = TRY(state_index(t, state));
    return ok();
}
constexpr MethodDef ISLICE_METHODS[] = {
    method<islice_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<islice_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

}  // namespace

constinit const TypeSpec kChainSpec = iterator_spec<sizeof(ChainObject)>(
    "itertools.chain",
    "chain(*iterables) --> chain object\n\n"
    "Return a chain object whose .__next__() method returns elements from the\n"
    "first iterable until it is exhausted, then elements from the next\n"
    "iterable, until all of the iterables are exhausted.",
    iterator_slots<ChainFields>(chain_new, chain_next), CHAIN_METHODS);
constinit const TypeSpec kCompressSpec = iterator_spec<sizeof(PairObject)>(
    "itertools.compress",
    "compress(data, selectors) --> iterator over selected data\n\n"
    "Return data elements corresponding to true selector elements.\n"
    "Forms a shorter iterator from selected data elements using the\n"
    "selectors to choose the data elements.",
    iterator_slots<PairFields>(compress_new, compress_next), PAIR_METHODS);
constinit const TypeSpec kDropWhileSpec = iterator_spec<sizeof(PairObject)>(
    "itertools.dropwhile",
    "dropwhile(predicate, iterable) --> dropwhile object\n\n"
    "Drop items from the iterable while predicate(item) is true.\n"
    "Afterwards, return every element until the iterable is exhausted.",
    iterator_slots<PairFields>(function_new<kDropWhileSpec>, dropwhile_next), FLAG_METHODS);
constinit const TypeSpec kTakeWhileSpec = iterator_spec<sizeof(PairObject)>(
    "itertools.takewhile",
    "takewhile(predicate, iterable) --> takewhile object\n\n"
    "Return successive entries from an iterable as long as the \npredicate evaluates to true for each entry.",
    iterator_slots<PairFields>(function_new<kTakeWhileSpec>, takewhile_next), FLAG_METHODS);
constinit const TypeSpec kFilterFalseSpec = iterator_spec<sizeof(PairObject)>(
    "itertools.filterfalse",
    "filterfalse(function or None, sequence) --> filterfalse object\n\n"
    "Return those items of sequence for which function(item) is false.\n"
    "If function is None, return the items that are false.",
    iterator_slots<PairFields>(function_new<kFilterFalseSpec>, filterfalse_next), PAIR_METHODS);
constinit const TypeSpec kStarMapSpec = iterator_spec<sizeof(PairObject)>(
    "itertools.starmap",
    "starmap(function, sequence) --> starmap object\n\n"
    "Return an iterator whose values are returned from the function evaluated\n"
    "with an argument tuple taken from the given sequence.",
    iterator_slots<PairFields>(function_new<kStarMapSpec>, starmap_next), PAIR_METHODS);
constinit const TypeSpec kISliceSpec = iterator_spec<sizeof(ISliceObject)>(
    "itertools.islice",
    "islice(iterable, stop) --> islice object\n"
    "islice(iterable, start, stop[, step]) --> islice object\n\n"
    "Return an iterator whose next() method returns selected values from an\n"
    "iterable.  If start is specified, will skip all preceding elements;\n"
    "otherwise, start defaults to zero.  Step defaults to one.  If\n"
    "specified as another value, step determines how many values are \n"
    "skipped between successive calls.  Works like a slice() on a list\n"
    "but returns an iterator.",
    iterator_slots<ISliceFields>(islice_new, islice_next), ISLICE_METHODS);

}  // namespace krait
