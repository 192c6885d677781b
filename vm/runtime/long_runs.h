// Runs of units of which something holds, in texts and bytes of any length: the time limit is looked at between pieces
// of a long one. Nothing runs meanwhile, so that the caller's pointers hold.
#pragma once

#include <string_view>

#include "vm/runtime/limits.h"

namespace krait {

// Where the run from `i` on ends, `n` at most.
template <class T, class In>
KRAIT_INLINE Fallible<size_t> end_of_run(Thread& t, const T* p, size_t i, size_t n, In in) {
    for (;;) {
        size_t stop = n - i > kPlacesPerLook ? i + kPlacesPerLook : n;
        while (i < stop && in(p[i])) ++i;
        if (KRAIT_LIKELY(i < stop || i == n)) return i;
        TRY(check_deadline(t));
    }
}

// Where the run before `i` starts, `first` at least.
template <class T, class In>
KRAIT_INLINE Fallible<size_t> start_of_run(Thread& t, const T* p, size_t i, size_t first, In in) {
    for (;;) {
        size_t stop = i - first > kPlacesPerLook ? i - kPlacesPerLook : first;
        while (i > stop && in(p[i - 1])) --i;
        if (KRAIT_LIKELY(i > stop || i == first)) return i;
        TRY(check_deadline(t));
    }
}

// `text` without the white space of C around it: what numbers may stand in.
inline Fallible<std::string_view> strip_spaces(Thread& t, std::string_view text) {
    auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    size_t start = TRY(end_of_run(t, text.data(), 0, text.size(), space));
    return text.substr(start, TRY(start_of_run(t, text.data(), text.size(), start, space)) - start);
}

// Of loops that fill a list: the time limit, once in many items.
inline Status look_sometimes(Thread& t, size_t items) {
    return KRAIT_LIKELY((items & 0x3FFF) != 0) ? ok() : check_deadline(t);
}

}  // namespace krait
