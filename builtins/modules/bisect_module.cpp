// _bisect: places of items in sorted sequences.
#include "builtins/types/container_support.h"
#include "vm/native/module_def.h"

namespace krait {
namespace {

// kRight: behind equal items, else in front of them.
template <bool kRight>
Fallible<int64_t> place_of(Thread& t, Value sequence, Value x, Optional<int64_t> lo, Optional<int64_t> hi) {
    int64_t low = lo.value_or(0), high = hi.value_or(-1);
    if (low < 0) return raise(t, Exc::ValueError, "lo must be non-negative");
    if (high == -1) high = TRY(length_of(t, sequence));
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        Ref index = TRY(make_int(t, middle));
        Ref item = TRY(get_item(t, sequence, index));
        bool left = TRY(kRight ? compare_bool(t, x, item, CompareOp::Lt) : compare_bool(t, item, x, CompareOp::Lt));
        if (left == kRight) high = middle;
        else low = middle + 1;
    }
    return low;
}

template <bool kRight>
Status insort(Thread& t, Value sequence, Value x, Optional<int64_t> lo, Optional<int64_t> hi) {
    int64_t place = TRY(place_of<kRight>(t, sequence, x, lo, hi));
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
    "bisect_right(a, x[, lo[, hi]]) -> index\n\n"
    "Return the index where to insert item x in list a, assuming a is sorted: behind all items equal to x.";
constexpr const char* kInsortRightDoc =
    "insort_right(a, x[, lo[, hi]])\n\nInsert item x in list a, and keep it sorted assuming a is sorted.";

constexpr MethodDef FUNCTIONS[] = {
    function<place_of<true>>("bisect", "(a, x, lo=0, hi=-1)", kBisectRightDoc),
    function<place_of<false>>(
        "bisect_left", "(a, x, lo=0, hi=-1)",
        "bisect_left(a, x[, lo[, hi]]) -> index\n\n"
        "Return the index where to insert item x in list a, assuming a is sorted: before all items equal to x."),
    function<place_of<true>>("bisect_right", "(a, x, lo=0, hi=-1)", kBisectRightDoc),
    function<insort<true>>("insort", "(a, x, lo=0, hi=-1)", kInsortRightDoc),
    function<insort<false>>(
        "insort_left", "(a, x, lo=0, hi=-1)",
        "insort_left(a, x[, lo[, hi]])\n\nInsert item x in list a before equal items, and keep it sorted."),
    function<insort<true>>("insort_right", "(a, x, lo=0, hi=-1)", kInsortRightDoc),
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
