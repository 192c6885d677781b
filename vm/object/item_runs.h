// Runs of references: copied with their counts, dropped, four at a time. Numbers and other immediates have no count,
// and runs of ints - the usual list without objects - are known by one test for four.
#pragma once

#include <cstring>

#include "vm/object/object.h"

namespace krait {

inline bool four_ints(const Value* v) { return both_ints(v[0], v[1]) && both_ints(v[2], v[3]); }

inline void incref_run(const Value* items, size_t n) {
    const Value* end = items + n;
    for (; end - items >= 4; items += 4) {
        if (four_ints(items)) continue;
        for (int k = 0; k < 4; ++k) incref(items[k]);
    }
    for (; items < end; ++items) incref(*items);
}

// To places that hold nothing yet.
inline void copy_run(Value* to, const Value* items, size_t n) {
    if (n == 0) return;
    std::memcpy(static_cast<void*>(to), items, n * sizeof(Value));
    incref_run(items, n);
}

// From the last to the first, as lists and tuples let go. Destructors may run code: the run must not be reachable.
inline void decref_run(Value* items, size_t n) {
    Value* end = items + n;
    for (; end - items >= 4; end -= 4) {
        if (four_ints(end - 4)) continue;
        for (int k = 1; k <= 4; ++k) decref(end[-k]);
    }
    while (end > items) decref(*--end);
}

// As copy_run, for runs of any length: between pieces of a long one the time limit is looked at. Failed: nothing is
// copied.
Status copy_long_run(Thread&, Value* to, const Value* items, size_t n);   // list_object.cpp
// Fills copies of the first `n` items up to `times` of them; there is room. Failed: the first `n` are as they were, the
// others are not counted.
Status repeat_items(Thread&, Value* items, size_t n, size_t times);       // list_object.cpp
inline constexpr size_t kLongRun = size_t{1} << 18;
KRAIT_INLINE Status copy_items(Thread& t, Value* to, const Value* items, size_t n) {
    if (KRAIT_UNLIKELY(n > kLongRun)) return copy_long_run(t, to, items, n);
    copy_run(to, items, n);
    return ok();
}

}  // namespace krait
