#include "vm/object/str_find.h"

#include <algorithm>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "vm/error/raise.h"
#include "vm/object/str_units.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

// --- two-way (Crochemore and Perrin): linear time, constant space. It is the last resort, so there is one for all.

// Units of a text of any width, forwards or backwards: the same code searches both ways.
class Units {
  public:
    template <class T>
    Units(const T* first, ptrdiff_t step) : first_(first), unit_(sizeof(T)), step_(step) {}
    uint32_t operator[](size_t i) const {
        ptrdiff_t at = static_cast<ptrdiff_t>(i) * step_;
        if (unit_ == 1) return static_cast<const uint8_t*>(first_)[at];
        return unit_ == 2 ? static_cast<const uint16_t*>(first_)[at] : static_cast<const uint32_t*>(first_)[at];
    }

  private:
    const void* first_;
    unsigned unit_;
    ptrdiff_t step_;
};

// Of the larger (else smaller) units first.
Fallible<size_t> maximal_suffix(Looks& looks, const Units& x, size_t m, size_t* period, bool larger) {
    size_t suffix = SIZE_MAX, j = 0, k = 1, p = 1;
    while (j + k < m) {
        TRY(looks.next());
        uint32_t a = x[j + k], b = x[suffix + k];
        if (a != b && (a < b) == larger) {
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

// The period of needles whose first part comes again after it, else a step that is always safe; *critical: where the
// needle is divided.
Fallible<size_t> period_of(Looks& looks, const Units& x, size_t m, size_t* critical, bool* periodic) {
    size_t p, q;
    size_t i = TRY(maximal_suffix(looks, x, m, &p, true)), j = TRY(maximal_suffix(looks, x, m, &q, false));
    *critical = std::max(i, j);
    size_t period = i > j ? p : q;
    *periodic = true;
    for (size_t k = 0; k < *critical && *periodic; ++k) {
        TRY(looks.next());
        *periodic = x[k] == x[k + period];
    }
    return *periodic ? period : std::max(*critical, m - *critical) + 1;
}

// Of periodic needles it is remembered what is known to fit.
Fallible<int64_t> two_way_with_looks(Thread& t, const Units& x, size_t m, const Units& y, size_t n) {
    Looks looks(t);
    size_t critical, memory = 0;
    bool periodic;
    size_t period = TRY(period_of(looks, x, m, &critical, &periodic));
    for (size_t position = 0; position + m <= n;) {
        TRY(looks.next());
        size_t k = std::max(critical, memory);
        for (; k < m && x[k] == y[position + k]; ++k) TRY(looks.next());
        if (k < m) {
            position += k - critical + 1;
            memory = 0;
            continue;
        }
        k = critical;
        for (; k > memory && x[k - 1] == y[position + k - 1]; --k) TRY(looks.next());
        if (k <= memory) return static_cast<int64_t>(position);
        position += period;
        memory = periodic ? m - period : 0;
    }
    return -1;
}

int64_t two_way(Thread& t, const Units& x, size_t m, const Units& y, size_t n) {
    Fallible<int64_t> found = two_way_with_looks(t, x, m, y, n);
    return found.failed() ? Searcher::kStopped : found.take();
}

// First occurrence from the end (step -1) or the start, where both texts begin with their first unit: plainly while
// that is cheap.
template <class T>
int64_t search(Thread& t, const T* x, size_t m, const T* y, size_t n, ptrdiff_t step) {
    auto at = [step](size_t i) { return static_cast<ptrdiff_t>(i) * step; };
    const T first = *x;
    size_t work = 0;
    for (size_t position = 0; position + m <= n; ++position) {
        if (y[at(position)] != first) continue;
        size_t k = 1;
        while (k < m && x[at(k)] == y[at(position + k)]) ++k;
        if (k == m) return static_cast<int64_t>(position);
        work += k;
        if (work > 8 * (position + 32)) {
            int64_t rest = two_way(t, {x, step}, m, {y + at(position), step}, n - position);
            return rest < 0 ? rest : rest + static_cast<int64_t>(position);
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

// The same for all places, `most` at most, that do not overlap: their number; into `places` unless it is null, counted
// from `base`. *rest: where the search goes on, in any way.
template <class T>
size_t find_all_ends(const T* hay, size_t n, const T* needle, size_t m, size_t most, size_t base, size_t* places,
                     size_t* rest) {
    using Block = UnitBlock<T>;
    const Block first = Block::all(needle[0]), last = Block::all(needle[m - 1]);
    size_t i = 0, next = 0, found = 0, work = 0;
    for (; i + m + Block::kUnits - 1 <= n && work <= 8 * (i + 256); i += Block::kUnits) {
        __m128i both = _mm_and_si128(Block::at(hay + i).equal(first), Block::at(hay + i + m - 1).equal(last));
        auto mask = static_cast<unsigned>(_mm_movemask_epi8(both));
        while (mask) {
            auto at = static_cast<size_t>(unit_at(hay + i, mask) - hay);
            mask &= ~(((1u << sizeof(T)) - 1) << static_cast<unsigned>(__builtin_ctz(mask)));
            if (at < next) continue;
            if (m > 2 && (hay[at + 1] != needle[1] ||
                          (m > 3 && std::memcmp(hay + at + 2, needle + 2, (m - 3) * sizeof(T)) != 0))) {
                work += m;
                continue;
            }
            if (places) places[found] = base + at;
            next = at + m;
            if (++found == most) {
                *rest = next;
                return found;
            }
        }
    }
    *rest = std::max(i, next);
    return found;
}
#else
template <class T>
const T* find_ends(const T* hay, size_t, const T*, size_t, const T** rest) {
    *rest = hay;
    return nullptr;
}
template <class T>
size_t find_all_ends(const T*, size_t, const T*, size_t, size_t, size_t, size_t*, size_t* rest) {
    *rest = 0;
    return 0;
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

// The text is at most some stretches long.
template <class T>
KRAIT_INLINE int64_t find_units(Thread& t, const T* hay, size_t start, size_t end, const T* needle, size_t m) {
    if (end - start < m) return -1;
    if (m == 1) return find_char(hay, start, end, needle[0]);
    const T *base = nullptr, *place = find_ends(hay + start, end - start, needle, m, &base);
    if (place) return place - hay;
    auto left = static_cast<size_t>(hay + end - base);
    if constexpr (sizeof(T) == 1) {
        place = static_cast<const T*>(memmem(base, left, needle, m));
        return place ? place - hay : -1;
    } else {
        int64_t found = search(t, needle, m, base, left, 1);
        return found < 0 ? found : found + (base - hay);
    }
}

template <class T>
KRAIT_INLINE int64_t rfind_units(Thread& t, const T* hay, size_t start, size_t end, const T* needle, size_t m) {
    if (end - start < m) return -1;
    if (m == 1) return rfind_char(hay, start, end, needle[0]);
    int64_t found = search(t, needle + m - 1, m, hay + end - 1, end - start, -1);
    return found < 0 ? found : static_cast<int64_t>(end - static_cast<size_t>(found) - m);
}

// A long text is searched in stretches, each as much longer as a needle that starts in it reaches beyond.
constexpr size_t kStretch = size_t{1} << 20;

template <class T>
KRAIT_NOINLINE int64_t find_far(Thread& t, const T* hay, size_t start, size_t end, const T* needle, size_t m) {
    if (end - start < m) return -1;
    if (m > kStretch) {
        int64_t found = two_way(t, {needle, 1}, m, {hay + start, 1}, end - start);
        return found < 0 ? found : found + static_cast<int64_t>(start);
    }
    for (;; start += kStretch) {
        bool last = end - start < kStretch + m;
        int64_t found = find_units(t, hay, start, last ? end : start + kStretch + m - 1, needle, m);
        if (found != -1 || last) return found;
        if (!check_deadline(t)) return Searcher::kStopped;
    }
}

template <class T>
KRAIT_NOINLINE int64_t rfind_far(Thread& t, const T* hay, size_t start, size_t end, const T* needle, size_t m) {
    if (end - start < m) return -1;
    if (m > kStretch) {
        int64_t found = two_way(t, {needle + m - 1, -1}, m, {hay + end - 1, -1}, end - start);
        return found < 0 ? found : static_cast<int64_t>(end - static_cast<size_t>(found) - m);
    }
    for (;; end -= kStretch) {
        bool last = end - start < kStretch + m;
        int64_t found = rfind_units(t, hay, last ? start : end - kStretch - m + 1, end, needle, m);
        if (found != -1 || last) return found;
        if (!check_deadline(t)) return Searcher::kStopped;
    }
}

}  // namespace

Searcher::Searcher(Thread& t, UnitSpan hay, UnitSpan needle)
    : thread_(t), hay_(hay), needle_(needle.data), length_(needle.length) {
    note_bytes(t, length_ * needle.unit);
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

int64_t Searcher::place(size_t start, size_t end) const {
    if (start > end) return -1;
    if (length_ == 0) return static_cast<int64_t>(start);
    if (impossible_) return -1;
    return visit_units(hay_.data, hay_.unit, [&](auto* hay) {
        auto* needle = static_cast<decltype(hay)>(needle_);
        return KRAIT_LIKELY(end - start <= 2 * kStretch) ? find_units(thread_, hay, start, end, needle, length_)
                                                         : find_far(thread_, hay, start, end, needle, length_);
    });
}

int64_t Searcher::rplace(size_t start, size_t end) const {
    if (start > end) return -1;
    if (length_ == 0) return static_cast<int64_t>(end);
    if (impossible_) return -1;
    return visit_units(hay_.data, hay_.unit, [&](auto* hay) {
        auto* needle = static_cast<decltype(hay)>(needle_);
        return KRAIT_LIKELY(end - start <= 2 * kStretch) ? rfind_units(thread_, hay, start, end, needle, length_)
                                                         : rfind_far(thread_, hay, start, end, needle, length_);
    });
}

Fallible<size_t> Searcher::find_all(size_t* start, size_t end, size_t most, size_t* places) const {
    size_t found = 0;
    while (!impossible_ && found < most && *start <= end && end - *start >= length_) {
        const size_t from = *start, stop = length_ <= kStretch ? std::min(end, from + kStretch + length_ - 1) : end;
        size_t rest = 0;
        if (length_ <= kStretch) {
            found += visit_units(hay_.data, hay_.unit, [&](auto* hay) {
                return find_all_ends(hay + from, stop - from, static_cast<decltype(hay)>(needle_), length_,
                                     most - found, from, places ? places + found : nullptr, &rest);
            });
            *start += rest;
            if (found == most) break;
        }
        int64_t at = TRY(find(*start, stop));
        if (at >= 0) {
            if (places) places[found] = static_cast<size_t>(at);
            ++found;
            *start = static_cast<size_t>(at) + length_;
        } else {
            *start = std::max(*start, stop == end ? end : stop - length_ + 1);
        }
        if (stop != end) TRY(check_deadline(thread_));
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
