#include "vm/object/str_find.h"

#include <algorithm>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "vm/error/raise.h"
#include "vm/object/str_units.h"
#include "vm/runtime/limits.h"

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
// Sixteen bytes of units; a bit per byte of those that are equal.
template <class T>
struct UnitBlock {
    static constexpr size_t kUnits = 16 / sizeof(T);
    __m128i units;
    static UnitBlock all(T c) {
        if constexpr (sizeof(T) == 1) return {_mm_set1_epi8(static_cast<char>(c))};
        else if constexpr (sizeof(T) == 2) return {_mm_set1_epi16(static_cast<short>(c))};
        else return {_mm_set1_epi32(static_cast<int>(c))};
    }
    static UnitBlock at(const T* p) { return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))}; }
    __m128i equal(UnitBlock other) const {
        if constexpr (sizeof(T) == 1) return _mm_cmpeq_epi8(units, other.units);
        else if constexpr (sizeof(T) == 2) return _mm_cmpeq_epi16(units, other.units);
        else return _mm_cmpeq_epi32(units, other.units);
    }
};
template <class T>
const T* unit_at(const T* block, unsigned mask) {
    return block + static_cast<unsigned>(__builtin_ctz(mask)) / sizeof(T);
}

// Places where both the first and the last unit fit, sixteen bytes at a time. Too many false ones: *rest is where
// another way of searching takes over; null: everything was searched.
template <class T>
const T* find_ends(const T* hay, size_t n, const T* needle, size_t m, const T** rest) {
    using Block = UnitBlock<T>;
    const Block first = Block::all(needle[0]), last = Block::all(needle[m - 1]);
    size_t i = 0, work = 0;
    for (; i + m + Block::kUnits - 1 <= n; i += Block::kUnits) {
        __m128i both =
            _mm_and_si128(Block::at(hay + i).equal(first), Block::at(hay + i + m - 1).equal(last));
        auto mask = static_cast<unsigned>(_mm_movemask_epi8(both));
        while (mask) {
            const T* place = unit_at(hay + i, mask);
            if (m == 2 || std::memcmp(place + 1, needle + 1, (m - 2) * sizeof(T)) == 0) return place;
            work += m;
            mask &= ~(((1u << sizeof(T)) - 1) << static_cast<unsigned>(__builtin_ctz(mask)));
        }
        if (work > 8 * (i + 256)) {
            i += Block::kUnits;
            break;
        }
    }
    *rest = hay + i;
    return nullptr;
}
#else
template <class T>
const T* find_ends(const T* hay, size_t, const T*, size_t, const T** rest) {
    *rest = hay;
    return nullptr;
}
#endif

template <class T>
int64_t find_char(const T* text, size_t start, size_t end, T c) {
    if constexpr (sizeof(T) == 1) {
        auto* found = static_cast<const T*>(std::memchr(text + start, c, end - start));
        return found ? found - text : -1;
    }
    size_t i = start;
#if defined(__SSE2__)
    for (const auto wanted = UnitBlock<T>::all(c); i + UnitBlock<T>::kUnits <= end; i += UnitBlock<T>::kUnits) {
        auto mask = static_cast<unsigned>(_mm_movemask_epi8(UnitBlock<T>::at(text + i).equal(wanted)));
        if (mask) return unit_at(text + i, mask) - text;
    }
#endif
    for (; i < end; ++i)
        if (text[i] == c) return static_cast<int64_t>(i);
    return -1;
}

template <class T>
int64_t find_units(const T* hay, size_t start, size_t end, const T* needle, size_t m) {
    if (end - start < m) return -1;
    if (m == 1) return find_char(hay, start, end, needle[0]);
    const T *base = nullptr, *place = find_ends(hay + start, end - start, needle, m, &base);
    if (place) return place - hay;
    auto left = static_cast<size_t>(hay + end - base);
    if constexpr (sizeof(T) == 1) {
        place = static_cast<const T*>(memmem(base, left, needle, m));
        return place ? place - hay : -1;
    } else {
        int64_t found = search([=](size_t i) { return needle[i]; }, m, [=](size_t i) { return base[i]; }, left);
        return found < 0 ? -1 : found + (base - hay);
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

Fallible<size_t> Searcher::count(size_t start, size_t end, size_t most) const {
    size_t found = 0;
    while (found < most) {
        int64_t at = find(start, end);
        if (at < 0) break;
        if (++found % kPlacesPerLook == 0) TRY(check_deadline(thread_));
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
