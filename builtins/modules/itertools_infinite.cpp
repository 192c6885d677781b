// itertools: count, cycle, repeat, accumulate.
#include <algorithm>

#include "builtins/modules/itertools.h"

namespace krait {
namespace {

// ------------------------------------------------------------------------------------------------ count

struct CountObject : Object {
    Value current, step;
};
using CountFields = OwnedFields<CountObject, &CountObject::current, &CountObject::step>;

constexpr const char* kCountSignature = "(start=0, step=1)";
constexpr SignatureInfo kCountInfo = parse_signature("(start=0, step=1)");

bool is_number(Thread& t, Value v) {
    const Slots& slots = type_of(t, v)->slots;
    return slots.as_int || slots.as_float;
}

Ref count_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    Value start = args.slots[0].is_unbound() ? Value::small_int(0) : args.slots[0];
    Value step = args.slots[1].is_unbound() ? Value::small_int(1) : args.slots[1];
    if (!is_number(t, start) || !is_number(t, step)) return raise(t, Exc::TypeError, "a number is required");
    Ref first = is_int_like(start) ? TRY(exact_index(t, start)) : own(start);
    auto* self = allocate_instance<CountObject>(t, type);
    if (!self) return Failed{};
    self->current = first.release();
    self->step = own(step).release();
    gc_track(self);
    return Ref::steal(self);
}
Value count_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "count", kCountInfo, kCountSignature, args);
    if (bound.failed()) return Value::error();
    return count_make(t, type, bound).release();
}

Value count_next(Thread& t, Value self) {
    auto* c = self.as<CountObject>();
    Value current = c->current, next;
    if (KRAIT_LIKELY(both_ints(current, c->step) && int_add(current, c->step, &next))) {
        c->current = next;
        return current;
    }
    Ref held = own(current);
    Ref sum = binary_operation(t, BinaryOp::Add, held, c->step);
    if (sum.failed()) return Value::error();
    decref(std::exchange(c->current, sum.release()));
    return held.release();
}

// The step 1 is not shown; __reduce__ needs it where the count is no int.
Ref count_text(Thread& t, CountObject* c) {
    StrBuilder text(t);
    TRY(text.append_ascii("count("));
    TRY(append_repr(t, text, c->current));
    if (c->step != Value::small_int(1)) {
        TRY(text.append_ascii(", "));
        TRY(append_repr(t, text, c->step));
    }
    TRY(text.append_char(')'));
    return text.finish();
}
Value count_repr(Thread& t, Value self) { return count_text(t, self.as<CountObject>()).release(); }
bool plain_step(const CountObject* c) { return c->step == Value::small_int(1) && is_int_like(c->current); }
Ref count_reduce(Thread& t, CountObject* self) {
    Ref args = plain_step(self) ? Ref(TRY(tuple_pack(t, {self->current})))
                                : Ref(TRY(tuple_pack(t, {self->current, self->step})));
    return tuple_pack(t, {Value::object(self->type), args});
}
constexpr MethodDef COUNT_METHODS[] = {method<count_reduce>("__reduce__", "(self, /)", kReduceDoc)};

// ------------------------------------------------------------------------------------------------ cycle

struct CycleObject : Object {
    Value iterator;        // UNBOUND when it has ended: `saved` is being repeated
    ListObject* saved;
    int64_t index;         // in `saved`
    bool first_pass;       // what is read now is not in `saved` yet
};
using CycleFields = OwnedFields<CycleObject, &CycleObject::iterator, &CycleObject::saved>;

Value cycle_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords_of(t, "cycle", type, kCycleSpec, args) || !check_argument_count(t, "cycle", args, 1, 1))
        return Value::error();
    Ref iterator = get_iterator(t, args.args[0]);
    if (iterator.failed()) return Value::error();
    RefTo<ListObject> saved = list_new(t);
    if (saved.failed()) return Value::error();
    auto* self = allocate_instance<CycleObject>(t, type);
    if (!self) return Value::error();
    self->iterator = iterator.release();
    self->saved = saved.release();
    self->index = 0;
    self->first_pass = true;
    gc_track(self);
    return Value::object(self);
}

Ref cycle_step(Thread& t, CycleObject* c) {
    if (!c->iterator.is_unbound()) {
        Ref source = own(c->iterator);
        Ref item = TRY(iterator_next(t, source));
        if (!item.get().is_exhausted()) {
            if (c->first_pass) TRY(list_append(t, c->saved, item));
            return item;
        }
        drop_field(&c->iterator);
    }
    if (c->saved->size == 0) return Ref::steal(Value::exhausted());
    if (c->index >= c->saved->size) c->index = 0;
    return own(c->saved->items[c->index++]);
}
Value cycle_next(Thread& t, Value self) { return cycle_step(t, self.as<CycleObject>()).release(); }

Ref cycle_reduce(Thread& t, CycleObject* self) {
    Ref iterator = own(self->iterator);
    bool pass = !self->first_pass;
    if (self->iterator.is_unbound()) {
        iterator = TRY(list_iterator_new(t, self->saved));
        iterator.as<ListIteratorObject>()->index = self->index;
        pass = true;
    }
    Ref args = TRY(tuple_pack(t, {iterator}));
    Ref state = TRY(tuple_pack(t, {Value::object(self->saved), Value::small_int(pass)}));
    return tuple_pack(t, {Value::object(self->type), args, state});
}
Status cycle_setstate(Thread& t, CycleObject* self, Value state) {
    TupleObject* tuple = TRY(state_tuple(t, state, 2, 2));
    if (!as_list(tuple->items[0])) return raise(t, Exc::TypeError, "state is not a tuple");
    int64_t pass = TRY(state_index(t, tuple->items[1]));
    RefTo<ListObject> saved = RefTo<ListObject>::own(tuple->items[0].as<ListObject>());
    ListObject* old = std::exchange(self->saved, saved.release());
    self->first_pass = pass == 0;
    self->index = 0;
    decref(static_cast<Object*>(old));
    return ok();
}
constexpr MethodDef CYCLE_METHODS[] = {
    method<cycle_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<cycle_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

// ------------------------------------------------------------------------------------------------ repeat

struct RepeatObject : Object {
    Value item;
    int64_t left;          // -1: for ever
};
using RepeatFields = OwnedFields<RepeatObject, &RepeatObject::item>;

constexpr const char* kRepeatSignature = "(object, times=None)";
constexpr SignatureInfo kRepeatInfo = parse_signature("(object, times=None)");

Ref repeat_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    int64_t times = -1;
    if (!args.slots[1].is_unbound())
        times = std::max<int64_t>(TRY(index_to_i64(t, args.slots[1], Exc::OverflowError)), 0);
    auto* self = allocate_instance<RepeatObject>(t, type);
    if (!self) return Failed{};
    self->item = own(args.slots[0]).release();
    self->left = times;
    gc_track(self);
    return Ref::steal(self);
}
Value repeat_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "repeat", kRepeatInfo, kRepeatSignature, args);
    if (bound.failed()) return Value::error();
    return repeat_make(t, type, bound).release();
}
Value repeat_next(Thread&, Value self) {
    auto* r = self.as<RepeatObject>();
    if (r->left == 0) return Value::exhausted();
    if (r->left > 0) --r->left;
    return own(r->item).release();
}
Ref repeat_text(Thread& t, RepeatObject* r) {
    StrBuilder text(t);
    TRY(text.append_ascii("repeat("));
    TRY(append_repr(t, text, r->item));
    if (r->left >= 0) {
        TRY(text.append_ascii(", "));
        TRY(text.append_ascii(std::to_string(r->left)));
    }
    TRY(text.append_char(')'));
    return text.finish();
}
Value repeat_repr(Thread& t, Value self) { return repeat_text(t, self.as<RepeatObject>()).release(); }
Fallible<int64_t> repeat_hint(Thread& t, RepeatObject* self) {
    if (self->left < 0) return raise(t, Exc::TypeError, "len() of unsized object");
    return self->left;
}
Ref repeat_reduce(Thread& t, RepeatObject* self) {
    Ref left = TRY(make_int(t, self->left));
    Ref args = self->left < 0 ? Ref(TRY(tuple_pack(t, {self->item}))) : Ref(TRY(tuple_pack(t, {self->item, left})));
    return tuple_pack(t, {Value::object(self->type), args});
}
constexpr MethodDef REPEAT_METHODS[] = {
    method<repeat_hint>("__length_hint__", "(self, /)", "Private method returning an estimate of len(list(it))."),
    method<repeat_reduce>("__reduce__", "(self, /)", kReduceDoc),
};

// ------------------------------------------------------------------------------------------------ accumulate

struct AccumulateObject : Object {
    Value total;           // UNBOUND before the first item
    Value iterator;
    Value function;        // UNBOUND: addition
    Value initial;         // UNBOUND: none, or given out already
};
using AccumulateFields = OwnedFields<AccumulateObject, &AccumulateObject::total, &AccumulateObject::iterator,
                                     &AccumulateObject::function, &AccumulateObject::initial>;

constexpr const char* kAccumulateSignature = "(iterable, func=None, *, initial=None)";
constexpr SignatureInfo kAccumulateInfo = parse_signature("(iterable, func=None, *, initial=None)");

Ref accumulate_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    Ref iterator = TRY(get_iterator(t, args.slots[0]));
    auto* self = allocate_instance<AccumulateObject>(t, type);
    if (!self) return Failed{};
    self->total = Value::unbound();
    self->iterator = iterator.release();
    self->function = args.slots[1].is_none() ? Value::unbound() : own(args.slots[1]).release();
    self->initial = args.slots[2].is_none() ? Value::unbound() : own(args.slots[2]).release();
    gc_track(self);
    return Ref::steal(self);
}
Value accumulate_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "accumulate", kAccumulateInfo, kAccumulateSignature, args);
    if (bound.failed()) return Value::error();
    return accumulate_make(t, type, bound).release();
}

Ref accumulate_step(Thread& t, AccumulateObject* a) {
    if (KRAIT_UNLIKELY(!a->initial.is_unbound())) {
        Ref total = Ref::steal(std::exchange(a->initial, Value::unbound()));
        decref(std::exchange(a->total, own(total).release()));
        return total;
    }
    Ref item = TRY(iterator_next(t, a->iterator));
    if (item.get().is_exhausted()) return item;
    Ref total = own(a->total);
    if (total.get().is_unbound()) total = std::move(item);
    else if (a->function.is_unbound()) total = TRY(binary_operation(t, BinaryOp::Add, total, item));
    else total = TRY(call(t, a->function, total, item));
    decref(std::exchange(a->total, own(total).release()));
    return total;
}
Value accumulate_next(Thread& t, Value self) { return accumulate_step(t, self.as<AccumulateObject>()).release(); }

// A total of None could not be told from "none yet": then it goes in front of what is left.
Ref accumulate_reduce(Thread& t, AccumulateObject* self) {
    Value function = self->function.is_unbound() ? Value::none() : self->function;
    if (!self->initial.is_unbound()) {
        Ref first = TRY(tuple_pack(t, {self->initial}));
        Ref all = TRY(call(t, Value::object(itertools_types(self->type).chain), first, self->iterator));
        Ref args = TRY(tuple_pack(t, {all, function}));
        return tuple_pack(t, {Value::object(self->type), args, Value::none()});
    }
    if (!self->total.is_none()) {
        Ref args = TRY(tuple_pack(t, {self->iterator, function}));
        Value total = self->total.is_unbound() ? Value::none() : self->total;
        return tuple_pack(t, {Value::object(self->type), args, total});
    }
    ItertoolsTypes& types = itertools_types(self->type);
    Ref front = TRY(tuple_pack(t, {self->total}));
    Ref rest = TRY(call(t, Value::object(types.chain), front, self->iterator));
    Ref again = TRY(call(t, Value::object(self->type), rest, function));
    Ref args = TRY(tuple_pack(t, {again, Value::small_int(1), Value::none()}));
    return tuple_pack(t, {Value::object(types.islice), args});
}
Status accumulate_setstate(Thread&, AccumulateObject* self, Value state) {
    decref(std::exchange(self->total, own(state).release()));
    return ok();
}
constexpr MethodDef ACCUMULATE_METHODS[] = {
    method<accumulate_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<accumulate_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

}  // namespace

constinit const TypeSpec kCountSpec = iterator_spec<sizeof(CountObject)>(
    "itertools.count",
    "count(start=0, step=1) --> count object\n\n"
    "Return a count object whose .__next__() method returns consecutive values.\n"
    "Equivalent to:\n\n"
    "    def count(firstval=0, step=1):\n"
    "        x = firstval\n"
    "        while 1:\n"
    "            yield x\n"
    "            x += step\n",
    iterator_slots<CountFields>(count_new, count_next, count_repr), COUNT_METHODS);
constinit const TypeSpec kCycleSpec = iterator_spec<sizeof(CycleObject)>(
    "itertools.cycle",
    "cycle(iterable) --> cycle object\n\n"
    "Return elements from the iterable until it is exhausted.\n"
    "Then repeat the sequence indefinitely.",
    iterator_slots<CycleFields>(cycle_new, cycle_next), CYCLE_METHODS);
constinit const TypeSpec kRepeatSpec = iterator_spec<sizeof(RepeatObject)>(
    "itertools.repeat",
    "repeat(object [,times]) -> create an iterator which returns the object\n"
    "for the specified number of times.  If not specified, returns the object\nendlessly.",
    iterator_slots<RepeatFields>(repeat_new, repeat_next, repeat_repr), REPEAT_METHODS);
constinit const TypeSpec kAccumulateSpec = with_signature(iterator_spec<sizeof(AccumulateObject)>(
    "itertools.accumulate",
    "accumulate(iterable[, func, initial]) --> accumulate object\n\n"
    "Return series of accumulated sums (or other binary function results).",
    iterator_slots<AccumulateFields>(accumulate_new, accumulate_next), ACCUMULATE_METHODS),
    kAccumulateSignature);

}  // namespace krait
