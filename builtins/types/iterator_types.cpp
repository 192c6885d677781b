// Iterators over anything: `iterator` (by index), callable_iterator, enumerate, reversed.
#include <algorithm>

#include "builtins/types/container_support.h"

namespace krait {
namespace {

constexpr const char* kHintDoc = "Private method returning an estimate of len(list(it)).";
constexpr const char* kReduceDoc = "Return state information for pickling.";
constexpr const char* kSetStateDoc = "Set state information for unpickling.";

// ------------------------------------------------------------------------------------------------ iterator

using SequenceFields = OwnedFields<SequenceIteratorObject, &SequenceIteratorObject::sequence>;

// An item of a sequence, or EXHAUSTED when it says IndexError or StopIteration.
Ref item_or_end(Thread& t, Value sequence, int64_t index) {
    Ref key = TRY(make_int(t, index));
    Ref item = get_item(t, sequence, key);
    if (!item.failed()) return item;
    if (!pending_matches(t, Exc::IndexError) && !pending_matches(t, Exc::StopIteration)) return Failed{};
    clear_exception(t);
    return Ref::steal(Value::exhausted());
}

Value sequence_next(Thread& t, Value self) {
    auto* it = self.as<SequenceIteratorObject>();
    if (it->sequence.is_unbound()) return Value::exhausted();
    if (it->index == INT64_MAX) return raise(t, Exc::OverflowError, "iter index too large");
    Ref held = own(self), sequence = own(it->sequence);
    Ref item = item_or_end(t, sequence, it->index);
    if (item.failed()) return Value::error();
    if (item.get().is_exhausted()) drop_field(&it->sequence);
    else ++it->index;
    return item.release();
}

Ref sequence_hint(Thread& t, SequenceIteratorObject* self) {
    if (self->sequence.is_unbound()) return own(Value::small_int(0));
    Ref sequence = own(self->sequence);
    if (!type_of(t, sequence)->slots.length) return own(Value::not_implemented());
    int64_t length = TRY(length_of(t, sequence));
    return make_int(t, std::max<int64_t>(length - self->index, 0));
}
Ref sequence_reduce(Thread& t, SequenceIteratorObject* self) {
    if (self->sequence.is_unbound()) return reduce_exhausted(t, true);
    return reduce_iter_at(t, self->sequence, self->index);
}
Status sequence_setstate(Thread& t, SequenceIteratorObject* self, Value state) {
    int64_t index = TRY(state_index(t, state));
    if (!self->sequence.is_unbound()) self->index = std::max<int64_t>(index, 0);
    return ok();
}
constexpr MethodDef SEQUENCE_METHODS[] = {
    method<sequence_hint>("__length_hint__", "(self, /)", kHintDoc),
    method<sequence_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<sequence_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

// ------------------------------------------------------------------------------------------------ callable_iterator

using CallableFields =
    OwnedFields<CallableIteratorObject, &CallableIteratorObject::callable, &CallableIteratorObject::sentinel>;

Ref callable_step(Thread& t, CallableIteratorObject* it) {
    Ref callable = own(it->callable), sentinel = own(it->sentinel);
    Ref result = call(t, callable);
    if (result.failed()) {
        if (!pending_matches(t, Exc::StopIteration)) return Failed{};
        clear_exception(t);
        result = Ref::steal(Value::exhausted());
    } else if (it->callable.is_unbound()) {   // the call has used the iterator up
        result = Ref::steal(Value::exhausted());
    } else if (!TRY(equal(t, sentinel, result))) {
        return result;
    }
    drop_field(&it->callable);
    drop_field(&it->sentinel);
    return Ref::steal(Value::exhausted());
}
Value callable_next(Thread& t, Value self) {
    auto* it = self.as<CallableIteratorObject>();
    if (it->callable.is_unbound()) return Value::exhausted();
    Ref held = own(self);
    return callable_step(t, it).release();
}
Ref callable_reduce(Thread& t, CallableIteratorObject* self) {
    if (self->callable.is_unbound()) return reduce_exhausted(t, true);
    Ref iter = TRY(builtin_named(t, "iter"));
    Ref args = TRY(tuple_pack(t, {self->callable, self->sentinel}));
    return tuple_pack(t, {iter, args});
}
constexpr MethodDef CALLABLE_METHODS[] = {method<callable_reduce>("__reduce__", "(self, /)", kReduceDoc)};

// ------------------------------------------------------------------------------------------------ enumerate

using EnumerateFields =
    OwnedFields<EnumerateObject, &EnumerateObject::iterator, &EnumerateObject::count, &EnumerateObject::result>;
constexpr const char* kEnumerateSignature = "(iterable, start=0)";
constexpr SignatureInfo kEnumerateInfo = parse_signature("(iterable, start=0)");

Ref enumerate_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    Ref start = args.slots[1].is_unbound() ? own(Value::small_int(0)) : TRY(exact_index(t, args.slots[1]));
    Ref iterator = TRY(get_iterator(t, args.slots[0]));
    auto* self = allocate_instance<EnumerateObject>(t, type);
    if (!self) return Failed{};
    self->iterator = iterator.release();
    self->count = start.release();
    self->result = nullptr;
    gc_track(self);
    return Ref::steal(self);
}
Value enumerate_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "enumerate", kEnumerateInfo, kEnumerateSignature, args);
    if (bound.failed()) return Value::error();
    return enumerate_make(t, type, bound).release();
}

Value enumerate_next(Thread& t, Value self) {
    auto* e = self.as<EnumerateObject>();
    Ref item = iterator_next(t, e->iterator);
    if (KRAIT_UNLIKELY(item.failed() || item.get().is_exhausted())) return item.release();
    Value count = e->count, next;
    if (KRAIT_LIKELY(count.is_int() && int_add(count, Value::small_int(1), &next))) {
        e->count = next;
        return reuse_pair(t, &e->result, count, item.release());
    }
    Ref bigger = binary_operation(t, BinaryOp::Add, count, Value::small_int(1));
    if (bigger.failed()) return Value::error();
    Value number = std::exchange(e->count, bigger.release());
    return reuse_pair(t, &e->result, number, item.release());
}
Ref enumerate_reduce(Thread& t, EnumerateObject* self) {
    Ref args = TRY(tuple_pack(t, {self->iterator, self->count}));
    return tuple_pack(t, {Value::object(self->type), args});
}
constexpr MethodDef ENUMERATE_METHODS[] = {method<enumerate_reduce>("__reduce__", "(self, /)", kReduceDoc)};

// ------------------------------------------------------------------------------------------------ reversed

using ReversedFields = OwnedFields<ReversedObject, &ReversedObject::sequence>;

Ref reversed_make(Thread& t, TypeObject* type, Value sequence) {
    Ref method = TRY(lookup_special(t, sequence, t.interp.names.dunder_reversed));
    if (method.get().is_none())
        return raise(t, Exc::TypeError, "'%.200s' object is not reversible", type_name_of(t, sequence));
    if (!method.get().is_unbound()) return call(t, method);
    TypeObject* its_type = type_of(t, sequence);
    bool is_sequence =
        its_type->slots.get_item && its_type->layout != Kind::Dict && its_type->layout != Kind::MappingProxy;
    if (!is_sequence) return raise(t, Exc::TypeError, "'%.200s' object is not reversible", type_name_of(t, sequence));
    int64_t length = TRY(length_of(t, sequence));
    auto* self = allocate_instance<ReversedObject>(t, type);
    if (!self) return Failed{};
    self->sequence = own(sequence).release();
    self->index = length - 1;
    gc_track(self);
    return Ref::steal(self);
}
Value reversed_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords_if_exact(t, "reversed", type, Kind::Reversed, args)) return Value::error();
    if (!check_argument_count(t, "reversed", args, 1, 1)) return Value::error();
    return reversed_make(t, type, args.args[0]).release();
}

Value reversed_next(Thread& t, Value self) {
    auto* r = self.as<ReversedObject>();
    if (r->index >= 0 && !r->sequence.is_unbound()) {
        Ref held = own(self), sequence = own(r->sequence);
        Ref item = item_or_end(t, sequence, r->index);
        if (item.failed()) return Value::error();
        if (!item.get().is_exhausted()) {
            --r->index;
            return item.release();
        }
    }
    r->index = -1;
    drop_field(&r->sequence);
    return Value::exhausted();
}
Fallible<int64_t> reversed_hint(Thread& t, ReversedObject* self) {
    if (self->sequence.is_unbound()) return int64_t{0};
    Ref sequence = own(self->sequence);
    int64_t length = TRY(length_of(t, sequence));
    int64_t position = self->index + 1;
    return length < position ? 0 : position;
}
Ref reversed_reduce(Thread& t, ReversedObject* self) {
    Value type = Value::object(self->type);
    if (self->sequence.is_unbound()) {
        Ref empty = TRY(tuple_new(t, 0));
        Ref args = TRY(tuple_pack(t, {empty}));
        return tuple_pack(t, {type, args});
    }
    Ref args = TRY(tuple_pack(t, {self->sequence}));
    Ref index = TRY(make_int(t, self->index));
    return tuple_pack(t, {type, args, index});
}
Status reversed_setstate(Thread& t, ReversedObject* self, Value state) {
    int64_t index = TRY(state_index(t, state));
    if (self->sequence.is_unbound()) return ok();
    Ref sequence = own(self->sequence);
    int64_t length = TRY(length_of(t, sequence));
    self->index = std::max<int64_t>(std::min(index, length - 1), -1);
    return ok();
}
constexpr MethodDef REVERSED_METHODS[] = {
    method<reversed_hint>("__length_hint__", "(self, /)", kHintDoc),
    method<reversed_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<reversed_setstate>("__setstate__", "(self, state, /)", kSetStateDoc),
};

}  // namespace

extern const TypeSpec kSequenceIteratorTypeSpec, kCallableIteratorTypeSpec, kEnumerateTypeSpec, kReversedTypeSpec;

constinit const TypeSpec kSequenceIteratorTypeSpec = {
    .name = "iterator",
    .basic_size = sizeof(SequenceIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = SequenceFields::dealloc,
              .traverse = SequenceFields::traverse,
              .iter = iter_self,
              .next = sequence_next},
    .methods = SEQUENCE_METHODS,
};

constinit const TypeSpec kCallableIteratorTypeSpec = {
    .name = "callable_iterator",
    .basic_size = sizeof(CallableIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = CallableFields::dealloc,
              .traverse = CallableFields::traverse,
              .iter = iter_self,
              .next = callable_next},
    .methods = CALLABLE_METHODS,
};

constinit const TypeSpec kEnumerateTypeSpec = {
    .name = "enumerate",
    .doc = "enumerate(iterable[, start]) -> iterator for index, value of iterable\n\n"
           "Return an enumerate object.  iterable must be another object that supports\n"
           "iteration.  The enumerate object yields pairs containing a count (from\n"
           "start, which defaults to zero) and a value yielded by the iterable argument.\n"
           "enumerate is useful for obtaining an indexed list:\n"
           "    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    .basic_size = sizeof(EnumerateObject),
    .flags = kTypeBase | kTypeGc,
    .slots = {.dealloc = EnumerateFields::dealloc, .traverse = EnumerateFields::traverse, .iter = iter_self,
              .next = enumerate_next, .new_ = enumerate_new},
    .methods = ENUMERATE_METHODS,
};

constinit const TypeSpec kReversedTypeSpec = {
    .name = "reversed",
    .doc = "reversed(sequence) -> reverse iterator over values of the sequence\n\nReturn a reverse iterator",
    .basic_size = sizeof(ReversedObject),
    .flags = kTypeBase | kTypeGc,
    .slots = {.dealloc = ReversedFields::dealloc, .traverse = ReversedFields::traverse, .iter = iter_self,
              .next = reversed_next, .new_ = reversed_new},
    .methods = REVERSED_METHODS,
};

}  // namespace krait
