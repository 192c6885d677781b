#include "vm/object/str_find.h"

#include <algorithm>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "vm/error/raise.h"
#include "vm/object/str_units.h"

namespace krait {

namespace {

// --- two-way (Crochemore and Perrin): linear time, constant space. Texts are functions of an index, so that the same
// code searches backwards.

template <class Text, class Before>
size_t maximal_suffix(const Text& x, size_t m, size_t* period, Before before) {
    size_t suffix = SIZE_MAX, j = 0, k = 1, p = 1;
    while (j + k < m) {
        auto a = x(j + k), b = x(suffix + k);
        if (before(a, b)) {
            j += k;
            k = 1;
            p = j - suffix;
        } else if (a == b) {
            if (k != p) {
                ++k;
            } else {
                j += p;
                k = 1;
            }
        } else {
            suffix = j++;
            k = p = 1;
        }
    }
    *period = p;
    return suffix + 1;
}

template <class Needle, class Hay>
int64_t search_periodic(const Needle& x, size_t m, const Hay& y, size_t n, size_t critical, size_t period) {
    size_t memory = 0;
    for (size_t position = 0; position + m <= n;) {
        size_t k = std::max(critical, memory);
        while (k < m && x(k) == y(position + k)) ++k;
        if (k < m) {
            position += k - critical + 1;
            memory = 0;
            continue;
        }
        k = critical;
        while (k > memory && x(k - 1) == y(position + k - 1)) --k;
        if (k <= memory) return static_cast<int64_t>(position);
        position += period;
        memory = m - period;
    }
    return -1;
}

template <class Needle, class Hay>
int64_t two_way(const Needle& x, size_t m, const Hay& y, size_t n) {
    size_t p, q;
    size_t i = maximal_suffix(x, m, &p, [](auto a, auto b) { return a < b; });
    size_t j = maximal_suffix(x, m, &q, [](auto a, auto b) { return a > b; });
    size_t critical = std::max(i, j), period = i > j ? p : q;
    bool periodic = true;
    for (size_t k = 0; k < critical && periodic; ++k) periodic = x(k) == x(k + period);
    if (periodic) return search_periodic(x, m, y, n, critical, period);
    period = std::max(critical, m - critical) + 1;
    for (size_t position = 0; position + m <= n;) {
        size_t k = critical;
        while (k < m && x(k) == y(position + k)) ++k;
        if (k < m) {
            position += k - critical + 1;
            continue;
        }
        k = critical;
        while (k > 0 && x(k - 1) == y(position + k - 1)) --k;
        if (k == 0) return static_cast<int64_t>(position);
        position += period;
    }
    return -1;
}

// First occurrence in text functions: plainly while that is cheap.
template <class Needle, class Hay>
int64_t search(const Needle& x, size_t m, const Hay& y, size_t n) {
    auto first = x(0);
    size_t work = 0;
    for (size_t position = 0; position + m <= n; ++position) {
        if (y(position) != first) continue;
        size_t k = 1;
        while (k < m && x(k) == y(position + k)) ++k;
        if (k == m) return static_cast<int64_t>(position);
        work += k;
        if (work > 8 * (position + 32)) {
            int64_t rest = two_way(x, m, [&](size_t i) { return y(position + i); }, n - position);
            return rest < 0 ? -1 : rest + static_cast<int64_t>(position);
        }
    }
    return -1;
}

template <class T>
int64_t find_char(const T* text, size_t start, size_t end, T c) {
    if constexpr (sizeof(T) == 1) {
        auto* found = static_cast<const T*>(std::memchr(text + start, c, end - start));
        return found ? found - text : -1;
    } else {
        for (size_t i = start; i < end; ++i)
            if (text[i] == c) return static_cast<int64_t>(i);
        return -1;
    }
}

template <class T>
int64_t rfind_char(const T* text, size_t start, size_t end, T c) {
    if constexpr (sizeof(T) == 1) {
        auto* found = static_cast<const T*>(memrchr(text + start, c, end - start));
        return found ? found - text : -1;
    } else {
        for (size_t i = end; i > start; --i)
            if (text[i - 1] == c) return static_cast<int64_t>(i - 1);
        return -1;
    }
}

#if defined(__SSE2__)
// Places where both the first and the last byte fit, sixteen at a time. Too many false ones: memmem takes over.
const uint8_t* find_bytes(const uint8_t* hay, size_t n, const uint8_t* needle, size_t m) {
    const __m128i first = _mm_set1_epi8(static_cast<char>(needle[0])),
                  last = _mm_set1_epi8(static_cast<char>(needle[m - 1]));
    size_t i = 0, work = 0;
    for (; i + m + 15 <= n; i += 16) {
        __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(hay + i));
        __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(hay + i + m - 1));
        auto mask =
            static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(a, first), _mm_cmpeq_epi8(b, last))));
        for (; mask; mask &= mask - 1) {
            const uint8_t* place = hay + i + static_cast<unsigned>(__builtin_ctz(mask));
            if (m == 2 || std::memcmp(place + 1, needle + 1, m - 2) == 0) return place;
            work += m;
        }
        if (work > 8 * (i + 256)) {
            i += 16;
            break;
        }
    }
    return i < n ? static_cast<const uint8_t*>(memmem(hay + i, n - i, needle, m)) : nullptr;
}
#else
const uint8_t* find_bytes(const uint8_t* hay, size_t n, const uint8_t* needle, size_t m) {
    return static_cast<const uint8_t*>(memmem(hay, n, needle, m));
}
#endif

template <class T>
int64_t find_units(const T* hay, size_t start, size_t end, const T* needle, size_t m) {
    if (end - start < m) return -1;
    if (m == 1) return find_char(hay, start, end, needle[0]);
    if constexpr (sizeof(T) == 1) {
        const T* found = find_bytes(hay + start, end - start, needle, m);
        return found ? found - hay : -1;
    } else {
        const T* base = hay + start;
        int64_t found = search([=](size_t i) { return needle[i]; }, m, [=](size_t i) { return base[i]; }, end - start);
        return found < 0 ? -1 : found + static_cast<int64_t>(start);
    }
}

template <class T>
int64_t rfind_units(const T* hay, size_t start, size_t end, const T* needle, size_t m) {
    if (end - start < m) return -1;
    if (m == 1) return rfind_char(hay, start, end, needle[0]);
    const T *last = hay + end - 1, *needle_last = needle + m - 1;
    int64_t found =
        search([=](size_t i) { return *(needle_last - i); }, m, [=](size_t i) { return *(last - i); }, end - start);
    return found < 0 ? -1 : static_cast<int64_t>(end - static_cast<size_t>(found) - m);
}

}  // namespace

Searcher::Searcher(Thread& t, UnitSpan hay, UnitSpan needle)
    : thread_(t), hay_(hay), needle_(needle.data), length_(needle.length) {
    if (needle.unit == hay.unit || length_ == 0) return;
    if (needle.unit > hay.unit || length_ > hay.length) {
        impossible_ = true;
        return;
    }
    size_t bytes = length_ * hay.unit;
    void* target = small_;
    if (bytes > sizeof small_) {
        target = widened_ = t.heap.allocate_buffer(bytes);
        widened_bytes_ = bytes;
        if (!widened_) {
            failed_ = true;
            (void)raise_memory_error(t);
            return;
        }
    }
    widen_units(target, hay.unit, needle.data, needle.unit, length_);
    needle_ = target;
}

Searcher::~Searcher() {
    if (widened_) thread_.heap.free_buffer(widened_, widened_bytes_);
}

int64_t Searcher::find(size_t start, size_t end) const {
    if (start > end) return -1;
    if (length_ == 0) return static_cast<int64_t>(start);
    if (impossible_) return -1;
    return visit_units(hay_.data, hay_.unit, [&](auto* hay) {
        return find_units(hay, start, end, static_cast<decltype(hay)>(needle_), length_);
    });
}

int64_t Searcher::rfind(size_t start, size_t end) const {
    if (start > end) return -1;
    if (length_ == 0) return static_cast<int64_t>(end);
    if (impossible_) return -1;
    return visit_units(hay_.data, hay_.unit, [&](auto* hay) {
        return rfind_units(hay, start, end, static_cast<decltype(hay)>(needle_), length_);
    });
}

size_t Searcher::count(size_t start, size_t end, size_t most) const {
    size_t found = 0;
    while (found < most) {
        int64_t at = find(start, end);
        if (at < 0) break;
        ++found;
        start = static_cast<size_t>(at) + length_;
    }
    return found;
}

int64_t str_find_char(const StrObject* s, char32_t c, size_t start, size_t end) {
    if (end > s->length) end = s->length;
    if (start >= end || c > max_char_bound(s)) return -1;
    return visit_units(s, [&](auto* p) {
        using Unit = std::remove_cvref_t<decltype(*p)>;
        return find_char(p, start, end, static_cast<Unit>(c));
    });
}

}  // namespace krait
