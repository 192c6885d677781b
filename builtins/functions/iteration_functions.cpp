// Built-in functions over iterables: all any iter len max min next sorted.
#include <algorithm>
#include <span>

#include "builtins/functions/builtin_functions.h"
#include "vm/native/intrinsic.h"
#include "vm/object/iterator_objects.h"
#include "vm/object/slots.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

Fallible<bool> builtin_all(Thread& t, Value iterable) {
    Iteration it(t, iterable);
    while (it.next()) {
        if (!TRY(is_true(t, it.item()))) return false;
    }
    if (it.failed()) return Failed{};
    return true;
}

Fallible<bool> builtin_any(Thread& t, Value iterable) {
    Iteration it(t, iterable);
    while (it.next()) {
        if (TRY(is_true(t, it.item()))) return true;
    }
    if (it.failed()) return Failed{};
    return false;
}

Ref builtin_iter(Thread& t, Value source, Value sentinel) {
    if (sentinel.is_unbound()) return get_iterator(t, source);
    if (!is_callable(t, source)) return raise(t, Exc::TypeError, "iter(v, w): v must be callable");
    return callable_iterator_new(t, source, sentinel);
}

Fallible<int64_t> builtin_len(Thread& t, Value object) { return length_of(t, object); }

Ref builtin_next(Thread& t, Value iterator, Value fallback) {
    NextFn next = type_of(t, iterator)->slots.next;
    if (!next) return raise(t, Exc::TypeError, "'%.200s' object is not an iterator", type_name_of(t, iterator));
    // StopIteration of a Python __next__ goes on to the caller as it is.
    Ref item = Ref::steal(next == &slot_next ? slot_next_raising(t, iterator) : next(t, iterator));
    if (item.failed()) {   // a StopIteration object made by Python code, or one that carries a value
        if (fallback.is_unbound() || !pending_matches(t, Exc::StopIteration)) return Failed{};
        clear_exception(t);
        return own(fallback);
    }
    if (!item.get().is_exhausted()) return item;
    if (!fallback.is_unbound()) return own(fallback);
    return raise_none(t, Exc::StopIteration);
}

// --- min and max

// The best of items[i..end) and *best as long as both are ints, floats or exact strs alike, whose comparison runs no
// code; returns where that ended.
template <bool kLeast>
size_t scan_plain(const Value* items, size_t i, size_t end, Value* best) {
    Value b = *best;
    auto wins = [](auto x, auto y) { return kLeast ? x < y : x > y; };
    if (b.is_int()) {
        for (; i < end && items[i].is_int(); ++i)
            if (wins(int_order(items[i]), int_order(b))) b = items[i];
    } else if (b.is_float()) {
        for (; i < end && items[i].is_float(); ++i)
            if (wins(items[i].as_float(), b.as_float())) b = items[i];
    } else if (is_kind(b, Kind::Str)) {
        for (; i < end && is_kind(items[i], Kind::Str); ++i)
            if (wins(str_compare_nocall(items[i].as<StrObject>(), b.as<StrObject>()), 0)) b = items[i];
    }
    *best = b;
    return i;
}

// Where the items of min() and max() lie: a list, which comparisons may change, a tuple, or the call's arguments.
struct Candidates {
    Value sequence;   // UNBOUND: `args`
    Args args;
    std::span<const Value> now() const {
        if (sequence.is_unbound()) return {args.items, args.count};
        if (is_kind(sequence, Kind::List)) return {sequence.as<ListObject>()->items, sequence.as<ListObject>()->size};
        return {sequence.as<TupleObject>()->items, sequence.as<TupleObject>()->size};
    }
};

Ref select_among(Thread& t, const Candidates& candidates, CompareOp better) {
    constexpr size_t kRun = 1024, kItemsPerCharge = 8;
    Ref best;
    for (size_t i = 0;;) {
        std::span<const Value> items = candidates.now();
        if (i >= items.size()) return best;
        if (best.get().is_unbound()) best = own(items[i++]);
        size_t end = std::min(items.size(), i + kRun);
        Value plain = best;
        size_t at = better == CompareOp::Lt ? scan_plain<true>(items.data(), i, end, &plain)
                                            : scan_plain<false>(items.data(), i, end, &plain);
        if (plain != best.get()) best = own(plain);
        size_t work = (at - i) / kItemsPerCharge + 1;
        if (at < end) {
            Ref item = own(items[at++]);
            if (TRY(compare_bool(t, item, best, better))) best = std::move(item);
        }
        i = at;
        TRY(charge_work(t, work));
    }
}

Ref select_by_key(Thread& t, Value iterable, Value key, CompareOp better) {
    Iteration it(t, iterable);
    Ref best, best_key;
    while (it.next()) {
        Ref item = it.take_item();
        Ref item_key = key.is_unbound() ? item.copy() : TRY(call(t, key, item));
        if (!best.get().is_unbound() && !TRY(compare_bool(t, item_key, best_key, better))) continue;
        best = std::move(item);
        best_key = std::move(item_key);
    }
    if (it.failed()) return Failed{};
    return best;
}

Ref select_item(Thread& t, bool single, Args items, Value key, CompareOp better) {
    if (!key.is_unbound()) {   // key=None is called like anything else in 3.6
        Ref iterable = single ? own(items[0]) : tuple_from(t, items.items, items.count);
        if (iterable.failed()) return Failed{};
        return select_by_key(t, iterable, key, better);
    }
    if (!single) return select_among(t, {Value::unbound(), items}, better);
    bool sequence = is_kind(items[0], Kind::List) || is_kind(items[0], Kind::Tuple);
    return sequence ? select_among(t, {items[0], items}, better) : select_by_key(t, items[0], key, better);
}

Ref min_or_max(Thread& t, const char* name, CompareOp better, Value fallback, Value key, Args args) {
    if (args.count == 0) return raise(t, Exc::TypeError, "%s expected 1 arguments, got 0", name);
    bool single = args.count == 1;
    if (!single && !fallback.is_unbound())
        return raise(t, Exc::TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
    Ref best = TRY(select_item(t, single, args, key, better));
    if (!best.get().is_unbound()) return best;
    if (!fallback.is_unbound()) return own(fallback);
    return raise(t, Exc::ValueError, "%s() arg is an empty sequence", name);
}
Ref builtin_min(Thread& t, Value fallback, Value key, Args args) {
    return min_or_max(t, "min", CompareOp::Lt, fallback, key, args);
}
Ref builtin_max(Thread& t, Value fallback, Value key, Args args) {
    return min_or_max(t, "max", CompareOp::Gt, fallback, key, args);
}

Ref builtin_sorted(Thread& t, Value kwargs, Args args) {
    if (args.count == 0) return raise(t, Exc::TypeError, "Function takes at least 1 positional arguments (0 given)");
    RefTo<ListObject> list = TRY(to_list(t, args[0]));
    if (args.count > 1) return raise(t, Exc::TypeError, "must use keyword argument for key function");
    StrObject* name = intern_utf8(t, "sort");
    if (!name) return Failed{};
    if (kwargs.is_unbound()) {
        TRY(call_method(t, list.value(), name));
        return list;
    }
    Ref sort = TRY(get_attribute(t, list.value(), name));
    CallFromDict call_args(t, nullptr, 0, kwargs.as<DictObject>());
    if (call_args.failed()) return Failed{};
    TRY(call(t, sort, call_args.args()));
    return list;
}

// sorted() looks at its arguments itself, for the messages; what it shows is what it means.
constexpr MethodDef showing(MethodDef row, const char* signature) {
    row.signature = signature;
    return row;
}

constexpr MethodDef kRows[] = {
    function<builtin_all>("all", "(iterable, /)", "Return True if bool(x) is True for all x, also when there is none."),
    function<builtin_any>("any", "(iterable, /)", "Return True if bool(x) is True for some x."),
    function<builtin_iter>("iter", "(source, sentinel=None, /)",
                           "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\n"
                           "An iterator over the items, or over the results of calling until one equals the sentinel."),
    length_intrinsic(function<builtin_len>("len", "(obj, /)", "Return the number of items in a container.")),
    function<builtin_max>(
        "max", "(*args, default=None, key=None)",
        "max(iterable, *[, default=obj, key=func]) -> value\nmax(a, b, *args, *[, key=func]) -> value\n\n"
        "The biggest item; of an empty iterable the default."),
    function<builtin_min>(
        "min", "(*args, default=None, key=None)",
        "min(iterable, *[, default=obj, key=func]) -> value\nmin(a, b, *args, *[, key=func]) -> value\n\n"
        "The smallest item; of an empty iterable the default."),
    function<builtin_next>("next", "(iterator, default=None, /)",
                           "Return the next item; at the end the default, or StopIteration when there is none."),
    showing(function<builtin_sorted>("sorted", "(*args, **kwargs)", "A new list of the items in ascending order."),
            "(iterable, /, *, key=None, reverse=False)"),
};

}  // namespace

Status add_iteration_functions(Thread& t, ModuleObject* module) { return add_functions(t, module, kRows); }

}  // namespace krait
