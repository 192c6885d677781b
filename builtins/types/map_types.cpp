// zip, map, filter.
#include "builtins/types/container_support.h"

namespace krait {
namespace {

constexpr const char* kReduceDoc = "Return state information for pickling.";
ZipObject* zip_of(Value v) { return v.as<ZipObject>(); }
TupleObject* iterators_of(ZipObject* z) { return z->iterators.as<TupleObject>(); }

// A tuple of iterators over the arguments. A TypeError of the n-th gets `message` when there is one.
RefTo<TupleObject> make_iterators(Thread& t, const Value* sources, size_t n, const char* message) {
    RefTo<TupleObject> iterators = TRY(tuple_new(t, n));
    for (size_t i = 0; i < n; ++i) {
        Ref iterator = get_iterator(t, sources[i]);
        if (iterator.failed()) {
            if (!message || !pending_matches(t, Exc::TypeError)) return Failed{};
            clear_exception(t);
            return raise(t, Exc::TypeError, "zip argument #%zu must support iteration", i + 1);
        }
        iterators->items[i] = iterator.release();
    }
    return iterators;
}

Ref make(Thread& t, TypeObject* type, Value function, RefTo<TupleObject> iterators) {
    auto* self = allocate_instance<ZipObject>(t, type);
    if (!self) return Failed{};
    self->function = own(function).release();
    self->iterators = Value::object(iterators.release());
    self->result = nullptr;
    gc_track(self);
    return Ref::steal(self);
}

// (type, (first..., iterators...))
Ref reduce_with(Thread& t, Object* self, Value first, TupleObject* iterators) {
    size_t extra = !first.is_unbound();
    RefTo<TupleObject> args = TRY(tuple_new(t, iterators->size + extra));
    if (extra) args->items[0] = own(first).release();
    for (size_t i = 0; i < iterators->size; ++i) args->items[i + extra] = own(iterators->items[i]).release();
    return tuple_pack(t, {Value::object(self->type), args.value()});
}

using ZipFields = OwnedFields<ZipObject, &ZipObject::function, &ZipObject::iterators, &ZipObject::result>;

// ------------------------------------------------------------------------------------------------ zip

// In a zip `function` says whether it is strict: True, or UNBOUND.
Value strict_mark(bool strict) { return strict ? Value::true_value() : Value::unbound(); }

// The only keyword (of later versions than 3.6).
Fallible<bool> strict_argument(Thread& t, TypeObject* type, const CallArgs& args) {
    if (args.kwnames && args.kwnames->size == 1 && str_equals_ascii(args.kwnames->items[0].as<StrObject>(), "strict"))
        return is_true(t, args.args[args.nargs]);
    if (!refuse_keywords_if_exact(t, "zip", type, Kind::Zip, args)) return Failed{};
    return false;
}

Value zip_new(Thread& t, TypeObject* type, const CallArgs& args) {
    Fallible<bool> strict = strict_argument(t, type, args);
    if (!strict) return Value::error();
    RefTo<TupleObject> iterators = make_iterators(t, args.args, args.nargs, "zip");
    if (iterators.failed()) return Value::error();
    return make(t, type, strict_mark(strict.value()), std::move(iterators)).release();
}

KRAIT_COLD Value unequal(Thread& t, size_t argument, const char* how) {
    return raise(t, Exc::ValueError, "zip() argument %zu is %s than argument%s%zu", argument + 1, how,
                 argument == 1 ? " " : "s 1-", argument);
}
// Iterator `i` failed or has ended: a strict zip looks whether the others end with it.
KRAIT_COLD Value zip_end(Thread& t, ZipObject* z, size_t i, Ref end) {
    if (end.failed() || z->function.is_unbound()) return end.release();
    if (i > 0) return unequal(t, i, "shorter");
    for (size_t k = 1; k < iterators_of(z)->size; ++k) {
        Ref item = iterator_next(t, iterators_of(z)->items[k]);
        if (item.failed()) return Value::error();
        if (!item.get().is_exhausted()) return unequal(t, k, "longer");
    }
    return end.release();
}

Value zip_next(Thread& t, Value self) {
    ZipObject* z = zip_of(self);
    TupleObject* iterators = iterators_of(z);
    size_t n = iterators->size;
    if (n == 0) return Value::exhausted();
    if (n == 2) {
        Ref first = iterator_next(t, iterators->items[0]);
        if (first.failed() || first.get().is_exhausted()) return zip_end(t, z, 0, std::move(first));
        Ref second = iterator_next(t, iterators->items[1]);
        if (second.failed() || second.get().is_exhausted()) return zip_end(t, z, 1, std::move(second));
        return reuse_pair(t, &z->result, first.release(), second.release());
    }
    RefTo<TupleObject> result = tuple_new(t, n);
    if (result.failed()) return Value::error();
    for (size_t i = 0; i < n; ++i) {
        Ref item = iterator_next(t, iterators->items[i]);
        if (item.failed() || item.get().is_exhausted()) return zip_end(t, z, i, std::move(item));
        result->items[i] = item.release();
    }
    return Value::object(result.release());
}
Ref zip_reduce(Thread& t, ZipObject* self) {
    Ref plain = TRY(reduce_with(t, self, Value::unbound(), iterators_of(self)));
    if (self->function.is_unbound()) return plain;
    Value* parts = plain.as<TupleObject>()->items;
    return tuple_pack(t, {parts[0], parts[1], Value::true_value()});
}
Status zip_setstate(Thread& t, ZipObject* self, Value state) {
    bool strict = TRY(is_true(t, state));
    self->function = strict_mark(strict);   // neither is counted
    return ok();
}
constexpr MethodDef ZIP_METHODS[] = {
    method<zip_reduce>("__reduce__", "(self, /)", kReduceDoc),
    method<zip_setstate>("__setstate__", "(self, state, /)", "Set state information for unpickling."),
};

// ------------------------------------------------------------------------------------------------ map

Value map_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords_if_exact(t, "map", type, Kind::Map, args)) return Value::error();
    if (args.nargs < 2) return raise(t, Exc::TypeError, "map() must have at least two arguments.");
    RefTo<TupleObject> iterators = make_iterators(t, args.args + 1, args.nargs - 1, nullptr);
    if (iterators.failed()) return Value::error();
    return make(t, type, args.args[0], std::move(iterators)).release();
}

Value map_many(Thread& t, ZipObject* m, TupleObject* iterators) {
    RefTo<TupleObject> args = tuple_new(t, iterators->size);
    if (args.failed()) return Value::error();
    for (size_t i = 0; i < iterators->size; ++i) {
        Ref item = iterator_next(t, iterators->items[i]);
        if (item.failed() || item.get().is_exhausted()) return item.release();
        args->items[i] = item.release();
    }
    return call(t, m->function, CallArgs{args->items, args->size, nullptr}).release();
}
Value map_next(Thread& t, Value self) {
    ZipObject* m = zip_of(self);
    TupleObject* iterators = iterators_of(m);
    if (KRAIT_UNLIKELY(iterators->size != 1)) return map_many(t, m, iterators);
    Ref item = iterator_next(t, iterators->items[0]);
    if (item.failed() || item.get().is_exhausted()) return item.release();
    return call(t, m->function, item).release();
}
Ref map_reduce(Thread& t, ZipObject* self) { return reduce_with(t, self, self->function, iterators_of(self)); }
constexpr MethodDef MAP_METHODS[] = {method<map_reduce>("__reduce__", "(self, /)", kReduceDoc)};

// ------------------------------------------------------------------------------------------------ filter

using FilterFields = OwnedFields<FilterObject, &FilterObject::function, &FilterObject::iterator>;

Value filter_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords_if_exact(t, "filter", type, Kind::Filter, args)) return Value::error();
    if (!check_argument_count(t, "filter", args, 2, 2)) return Value::error();
    Ref iterator = get_iterator(t, args.args[1]);
    if (iterator.failed()) return Value::error();
    auto* self = allocate_instance<FilterObject>(t, type);
    if (!self) return Value::error();
    self->function = own(args.args[0]).release();
    self->iterator = iterator.release();
    gc_track(self);
    return Value::object(self);
}

Ref filter_step(Thread& t, FilterObject* f) {
    bool plain = f->function.is_none() || f->function == Value::object(t.interp.type(Kind::Bool));
    for (;;) {
        Ref item = TRY(iterator_next(t, f->iterator));
        if (item.get().is_exhausted()) return item;
        Ref answer = plain ? item.copy() : TRY(call(t, f->function, item));
        if (TRY(is_true(t, answer))) return item;
    }
}
Value filter_next(Thread& t, Value self) { return filter_step(t, self.as<FilterObject>()).release(); }
Ref filter_reduce(Thread& t, FilterObject* self) {
    Ref args = TRY(tuple_pack(t, {self->function, self->iterator}));
    return tuple_pack(t, {Value::object(self->type), args});
}
constexpr MethodDef FILTER_METHODS[] = {method<filter_reduce>("__reduce__", "(self, /)", kReduceDoc)};

}  // namespace

extern const TypeSpec kZipTypeSpec, kMapTypeSpec, kFilterTypeSpec;

constinit const TypeSpec kZipTypeSpec = {
    .name = "zip",
    .doc = "zip(iter1 [,iter2 [...]], strict=False) --> zip object\n\n"
           "Return a zip object whose .__next__() method returns a tuple where\n"
           "the i-th element comes from the i-th iterable argument.  The .__next__()\n"
           "method continues until the shortest iterable in the argument sequence\n"
           "is exhausted and then it raises StopIteration; with strict, ValueError when\n"
           "the others are not exhausted too.",
    .basic_size = sizeof(ZipObject),
    .flags = kTypeBase | kTypeGc,
    .slots = {.dealloc = ZipFields::dealloc, .traverse = ZipFields::traverse, .iter = iter_self, .next = zip_next,
              .new_ = zip_new},
    .methods = ZIP_METHODS,
};

constinit const TypeSpec kMapTypeSpec = {
    .name = "map",
    .doc = "map(func, *iterables) --> map object\n\n"
           "Make an iterator that computes the function using arguments from\n"
           "each of the iterables.  Stops when the shortest iterable is exhausted.",
    .basic_size = sizeof(ZipObject),
    .flags = kTypeBase | kTypeGc,
    .slots = {.dealloc = ZipFields::dealloc, .traverse = ZipFields::traverse, .iter = iter_self, .next = map_next,
              .new_ = map_new},
    .methods = MAP_METHODS,
};

constinit const TypeSpec kFilterTypeSpec = {
    .name = "filter",
    .doc = "filter(function or None, iterable) --> filter object\n\n"
           "Return an iterator yielding those items of iterable for which function(item)\n"
           "is true. If function is None, return the items that are true.",
    .basic_size = sizeof(FilterObject),
    .flags = kTypeBase | kTypeGc,
    .slots = {.dealloc = FilterFields::dealloc, .traverse = FilterFields::traverse, .iter = iter_self,
              .next = filter_next, .new_ = filter_new},
    .methods = FILTER_METHODS,
};

}  // namespace krait
