// itertools: the module and what its types share.
#include "builtins/modules/itertools.h"

namespace krait {

Fallible<TupleObject*> state_tuple(Thread& t, Value state, size_t least, size_t most) {
    TupleObject* tuple = as_tuple(state);
    if (!tuple) return raise(t, Exc::TypeError, "state is not a tuple");
    if (tuple->size < least || tuple->size > most) {
        const char* how = least == most ? "exactly" : tuple->size < least ? "at least" : "at most";
        size_t bound = tuple->size < least ? least : most;
        return raise(t, Exc::TypeError, "function takes %s %zu argument%s (%u given)", how, bound,
                     bound == 1 ? "" : "s", tuple->size);
    }
    return tuple;
}

Fallible<TupleObject*> own_result(Thread& t, TupleObject** result) {
    TupleObject* last = *result;
    if (last->refcount == 1) return last;
    RefTo<TupleObject> copy = TRY(tuple_from(t, last->items, last->size));
    *result = copy.release();
    decref(static_cast<Object*>(last));
    return *result;
}

// The n iterators are made by copying, so a `tee` or anything else with __copy__ is shared instead of wrapped again.
static Ref itertools_tee(Thread& t, ModuleObject* module, Value iterable, Optional<int64_t> count) {
    int64_t n = count.value_or(2);
    if (n < 0) return raise(t, Exc::ValueError, "n must be >= 0");
    RefTo<TupleObject> result = TRY(tuple_new(t, static_cast<size_t>(n)));
    if (n == 0) return result;
    Ref iterator = TRY(get_iterator(t, iterable));
    StrObject* copy = intern_utf8(t, "__copy__");
    if (!copy) return Failed{};
    Ref method = TRY(lookup_attribute(t, iterator, copy));
    if (method.get().is_unbound())
        iterator = TRY(call(t, Value::object(static_cast<ItertoolsTypes*>(module->state)->tee), iterator));
    result->items[0] = iterator.release();
    for (int64_t i = 1; i < n; ++i) {
        Ref source = own(result->items[0]);
        result->items[i] = TRY(call_method(t, source, copy)).release();
    }
    return result;
}

namespace {

constexpr MethodDef FUNCTIONS[] = {
    function<itertools_tee>("tee", "(module, iterable, n=2, /)",
                            "tee(iterable, n=2) --> tuple of n independent iterators."),
};

constexpr const TypeSpec* kSpecs[] = {
    &kAccumulateSpec, &kChainSpec, &kCombinationsSpec, &kCombinationsReplacementSpec, &kCompressSpec, &kCountSpec,
    &kCycleSpec, &kDropWhileSpec, &kFilterFalseSpec, &kGroupBySpec, &kGrouperSpec, &kISliceSpec, &kPermutationsSpec,
    &kBatchedSpec, &kPairwiseSpec,
    &kProductSpec, &kRepeatSpec, &kStarMapSpec, &kTakeWhileSpec, &kTeeSpec, &kTeeDataSpec, &kZipLongestSpec};

void free_types(Interpreter& interp, void* types) { interp.heap.free_buffer(types, sizeof(ItertoolsTypes)); }

Status itertools_exec(Thread& t, ModuleObject* module) {
    auto* types = static_cast<ItertoolsTypes*>(t.heap.allocate_buffer(sizeof(ItertoolsTypes)));
    if (!types) return raise_memory_error(t);
    *types = {};
    t.interp.at_exit.push_back({types, &free_types});
    module->state = types;
    for (const TypeSpec* spec : kSpecs) {
        TypeObject* type = TRY(module_add_type(t, module, *spec));
        type->native = types;
        if (spec == &kChainSpec) types->chain = type;
        if (spec == &kISliceSpec) types->islice = type;
        if (spec == &kGrouperSpec) types->grouper = type;
        if (spec == &kTeeSpec) types->tee = type;
        if (spec == &kTeeDataSpec) types->tee_data = type;
    }
    return ok();
}

}  // namespace

extern const ModuleDef kItertoolsModule;
constinit const ModuleDef kItertoolsModule = {
    .name = "itertools",
    .doc = "Functional tools for creating and using iterators.\n\n"
           "Infinite iterators:\n"
           "count(start=0, step=1) --> start, start+step, start+2*step, ...\n"
           "cycle(p) --> p0, p1, ... plast, p0, p1, ...\n"
           "repeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times\n\n"
           "Iterators terminating on the shortest input sequence:\n"
           "accumulate(p[, func]) --> p0, p0+p1, p0+p1+p2\n"
           "chain(p, q, ...) --> p0, p1, ... plast, q0, q1, ... \n"
           "chain.from_iterable([p, q, ...]) --> p0, p1, ... plast, q0, q1, ... \n"
           "compress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...\n"
           "dropwhile(pred, seq) --> seq[n], seq[n+1], starting when pred fails\n"
           "groupby(iterable[, keyfunc]) --> sub-iterators grouped by value of keyfunc(v)\n"
           "filterfalse(pred, seq) --> elements of seq where pred(elem) is False\n"
           "islice(seq, [start,] stop [, step]) --> elements from\n"
           "       seq[start:stop:step]\n"
           "starmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...\n"
           "tee(it, n=2) --> (it1, it2 , ... itn) splits one iterator into n\n"
           "takewhile(pred, seq) --> seq[0], seq[1], until pred fails\n"
           "zip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ... \n\n"
           "Combinatoric generators:\n"
           "product(p, q, ... [repeat=1]) --> cartesian product\n"
           "permutations(p[, r])\n"
           "combinations(p, r)\n"
           "combinations_with_replacement(p, r)\n",
    .functions = FUNCTIONS,
    .exec = itertools_exec,
};

}  // namespace krait
