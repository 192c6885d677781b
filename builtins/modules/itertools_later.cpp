// itertools: pairwise, batched (later than 3.6).
#include "builtins/modules/itertools.h"

namespace krait {
namespace {

// ------------------------------------------------------------------------------------------------ pairwise

struct PairwiseObject : Object {
    Value iterator;  // UNBOUND: exhausted
    Value last;      // second item of the last pair, UNBOUND before the first one
    TupleObject* result;
};
using PairwiseFields =
    OwnedFields<PairwiseObject, &PairwiseObject::iterator, &PairwiseObject::last, &PairwiseObject::result>;

Value pairwise_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (has_keywords(args) && type->spec == &kPairwiseSpec)
        return raise(t, Exc::TypeError, "pairwise() takes no keyword arguments");
    if (args.nargs != 1) return raise(t, Exc::TypeError, "pairwise expected 1 argument, got %zu", args.nargs);
    Ref iterator = get_iterator(t, args.args[0]);
    if (iterator.failed()) return Value::error();
    auto* self = allocate_instance<PairwiseObject>(t, type);
    if (!self) return Value::error();
    self->iterator = iterator.release();
    self->last = Value::unbound();
    self->result = nullptr;
    gc_track(self);
    return Value::object(self);
}

Ref pairwise_step(Thread& t, PairwiseObject* p) {
    if (p->iterator.is_unbound()) return Ref::steal(Value::exhausted());
    Ref iterator = own(p->iterator);
    if (p->last.is_unbound()) {
        Ref first = TRY(iterator_next(t, iterator));
        if (first.get().is_exhausted()) {
            drop_field(&p->iterator);
            return first;
        }
        decref(std::exchange(p->last, first.release()));
    }
    Ref first = own(p->last);
    Ref second = TRY(iterator_next(t, iterator));
    if (second.get().is_exhausted()) {
        drop_field(&p->iterator);
        drop_field(&p->last);
        return second;
    }
    decref(std::exchange(p->last, own(second).release()));
    return Ref::steal(reuse_pair(t, &p->result, first.release(), second.release()));
}
Value pairwise_next(Thread& t, Value self) {
    Ref held = own(self);
    return pairwise_step(t, self.as<PairwiseObject>()).release();
}

// ------------------------------------------------------------------------------------------------ batched

struct BatchedObject : Object {
    Value iterator;  // UNBOUND: exhausted
    int64_t size;
    bool strict;
};
using BatchedFields = OwnedFields<BatchedObject, &BatchedObject::iterator>;

constexpr const char* kBatchedSignature = "(iterable, n, *, strict=False)";
constexpr SignatureInfo kBatchedInfo = parse_signature("(iterable, n, *, strict=False)");

Ref batched_make(Thread& t, TypeObject* type, const BoundArgs& args) {
    Ref number = TRY(as_index(t, args.slots[1]));
    int64_t size = TRY(int_to_i64(t, number, "Python int too large to convert to C ssize_t"));
    bool strict = args.slots[2].is_unbound() ? false : TRY(is_true(t, args.slots[2]));
    if (size < 1) return raise(t, Exc::ValueError, "n must be at least one");
    Ref iterator = TRY(get_iterator(t, args.slots[0]));
    auto* self = allocate_instance<BatchedObject>(t, type);
    if (!self) return Failed{};
    self->iterator = iterator.release();
    self->size = size;
    self->strict = strict;
    gc_track(self);
    return Ref::steal(self);
}
Value batched_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "batched", kBatchedInfo, kBatchedSignature, args);
    if (bound.failed()) return Value::error();
    return batched_make(t, type, bound).release();
}

Ref batched_step(Thread& t, BatchedObject* b) {
    if (b->iterator.is_unbound()) return Ref::steal(Value::exhausted());
    Ref iterator = own(b->iterator);
    RefTo<ListObject> batch = TRY(list_new(t));
    while (batch->size < b->size) {
        Ref item = iterator_next(t, iterator);
        if (item.failed() || item.get().is_exhausted()) {
            drop_field(&b->iterator);
            if (item.failed() || batch->size == 0) return item;
            if (b->strict) return raise(t, Exc::ValueError, "batched(): incomplete batch");
            break;
        }
        TRY(list_append(t, batch.get(), item));
    }
    return list_to_tuple(t, batch.get());
}
Value batched_next(Thread& t, Value self) {
    Ref held = own(self);
    return batched_step(t, self.as<BatchedObject>()).release();
}

}  // namespace

constinit const TypeSpec kPairwiseSpec =
    with_signature(iterator_spec<sizeof(PairwiseObject)>(
                       "itertools.pairwise",
                       "Return an iterator of overlapping pairs taken from the input iterator.\n\n"
                       "    s -> (s0,s1), (s1,s2), (s2, s3), ...",
                       iterator_slots<PairwiseFields>(pairwise_new, pairwise_next), std::span<const MethodDef>()),
                   "(iterable, /)");
constinit const TypeSpec kBatchedSpec =
    with_signature(iterator_spec<sizeof(BatchedObject)>("itertools.batched",
                                                        "Batch data into tuples of length n. The last batch may be "
                                                        "shorter than n, unless strict is true: then that is a\n"
                                                        "ValueError.",
                                                        iterator_slots<BatchedFields>(batched_new, batched_next),
                                                        std::span<const MethodDef>()),
                   kBatchedSignature);

}  // namespace krait
