// Runs of units of which something holds, in texts and bytes of any length: the time limit is looked at between pieces
// of a long one. Nothing runs meanwhile, so that the caller's pointers hold.
#pragma once

#include <bit>
#include <cstring>
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

// The first byte of p[i, n) below `bound` (0x80 at most) or above 0x7F; n when there is none. Eight at a time.
inline size_t find_unusual_byte(const uint8_t* p, size_t i, size_t n, uint8_t bound) {
    constexpr uint64_t kOnes = 0x0101010101010101, kHighBits = 0x80 * kOnes;
    for (; n - i >= sizeof(uint64_t); i += sizeof(uint64_t)) {
        uint64_t word;
        std::memcpy(&word, p + i, sizeof word);
        if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
        // A borrow makes mistakes only above the first byte found.
        uint64_t found = ((word - bound * kOnes) | word) & kHighBits;
        if (found) return i + static_cast<size_t>(std::countr_zero(found)) / 8;
    }
    while (i < n && p[i] >= bound && p[i] < 0x80) ++i;
    return i;
}

// end_of_run where all units from `bound` to 0x7F are in the run.
template <class T, class In>
KRAIT_INLINE Fallible<size_t> end_of_plain_run(Thread& t, const T* p, size_t i, size_t n, uint8_t bound, In in) {
    if constexpr (sizeof(T) > 1) {
        return end_of_run(t, p, i, n, in);
    } else {
        for (;;) {
            size_t stop = n - i > kPlacesPerLook ? i + kPlacesPerLook : n;
            while ((i = find_unusual_byte(p, i, stop, bound)) < stop && in(p[i])) ++i;
            if (KRAIT_LIKELY(i < stop || i == n)) return i;
            TRY(check_deadline(t));
        }
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

}  // namespace krait
