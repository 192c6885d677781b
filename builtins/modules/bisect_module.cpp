// _bisect: places of items in sorted sequences.
#include "builtins/types/container_support.h"
#include "vm/native/module_def.h"

namespace krait {
namespace {

// What is compared with x for an item; `key` may be UNBOUND or None.
Ref keyed(Thread& t, Value key, Value item) {
    return key.is_unbound() || key.is_none() ? own(item) : call(t, key, item);
}

// hi as it may be given: None, or left out, or -1 as in 3.6: the length.
Fallible<int64_t> upper_end(Thread& t, Value sequence, Value hi) {
    if (!hi.is_unbound() && !hi.is_none()) {
        int64_t end = TRY(index_to_i64(t, hi, Exc::OverflowError));
        if (end != -1) return end;
    }
    return length_of(t, sequence);
}

// kRight: behind equal items, else in front of them.
template <bool kRight>
Fallible<int64_t> place_of(Thread& t, Value sequence, Value x, Optional<int64_t> lo, Value hi, Value key) {
    int64_t low = lo.value_or(0);
    if (low < 0) return raise(t, Exc::ValueError, "lo must be non-negative");
    int64_t high = TRY(upper_end(t, sequence, hi));
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        Ref index = TRY(make_int(t, middle));
        Ref item = TRY(get_item(t, sequence, index));
        Ref value = TRY(keyed(t, key, item));
        bool left = TRY(kRight ? compare_bool(t, x, value, CompareOp::Lt) : compare_bool(t, value, x, CompareOp::Lt));
        if (left == kRight) high = middle;
        else low = middle + 1;
    }
    return low;
}

template <bool kRight>
Status insort(Thread& t, Value sequence, Value x, Optional<int64_t> lo, Value hi, Value key) {
    Ref value = TRY(keyed(t, key, x));
    int64_t place = TRY(place_of<kRight>(t, sequence, value, lo, hi, key));
    if (is_kind(sequence, Kind::List)) {
        auto* list = sequence.as<ListObject>();
        return list_insert_at(t, list, std::min(static_cast<size_t>(place), size_t{list->size}), x);
    }
    StrObject* name = intern_utf8(t, "insert");
    if (!name) return Failed{};
    Ref index = TRY(make_int(t, place));
    Ref done = TRY(call_method(t, sequence, name, {index, x}));
    return ok();
}

constexpr const char* kBisectRightDoc =
    "bisect_right(a, x[, lo[, hi]], *, key=None) -> index\n\n"
    "Return the index where to insert item x in list a, assuming a is sorted: behind all items equal to x.";
constexpr const char* kInsortRightDoc =
    "insort_right(a, x[, lo[, hi]], *, key=None)\n\nInsert item x in list a, and keep it sorted assuming a is sorted.";

constexpr MethodDef FUNCTIONS[] = {
    function<place_of<true>>("bisect", "(a, x, lo=0, hi=None, *, key=None)", kBisectRightDoc),
    function<place_of<false>>(
        "bisect_left", "(a, x, lo=0, hi=None, *, key=None)",
        "bisect_left(a, x[, lo[, hi]], *, key=None) -> index\n\n"
        "Return the index where to insert item x in list a, assuming a is sorted: before all items equal to x."),
    function<place_of<true>>("bisect_right", "(a, x, lo=0, hi=None, *, key=None)", kBisectRightDoc),
    function<insort<true>>("insort", "(a, x, lo=0, hi=None, *, key=None)", kInsortRightDoc),
    function<insort<false>>(
        "insort_left", "(a, x, lo=0, hi=None, *, key=None)",
        "insort_left(a, x[, lo[, hi]], *, key=None)\n\n"
        "Insert item x in list a before equal items, and keep it sorted."),
    function<insort<true>>("insort_right", "(a, x, lo=0, hi=None, *, key=None)", kInsortRightDoc),
};

// The short names are the same functions.
Status bisect_exec(Thread& t, ModuleObject* module) {
    for (auto [name, same] : {std::pair("bisect", "bisect_right"), std::pair("insort", "insort_right")}) {
        StrObject* key = intern_utf8(t, same);
        if (!key) return Failed{};
        Value found = dict_get_str(t, module->dict, key);
        if (found.is_error()) return Failed{};
        Ref function = own(found);
        TRY(module_set(t, module, name, function));
    }
    return ok();
}

}  // namespace

extern const ModuleDef kBisectModule;
constinit const ModuleDef kBisectModule = {
    .name = "_bisect",
    .doc = "Bisection algorithms.\n\n"
           "This module provides support for maintaining a list in sorted order without\n"
           "having to sort the list after each insertion.",
    .functions = FUNCTIONS,
    .exec = bisect_exec,
};

}  // namespace krait
