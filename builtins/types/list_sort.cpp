// list.sort: a stable merge sort that looks for runs.
//
// 1. The items leave the list first: user code in key functions and comparisons meets an empty list. Whatever happens,
//    all of them go back: every step moves items, so that array and temporary buffer together always hold each once.
// 2. Keys that are all immediate ints, all immediate floats or all exact str are compared without the protocol.
// 3. Runs of at least kMinRun items (natural ones, lengthened by binary insertion) are merged along a balanced tree:
//    the order of merges follows the power of the boundary between two runs (Munro and Wild, Powersort).
#include "builtins/types/list_sort.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "vm/error/raise.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/interpreter.h"

namespace krait {

namespace {

struct KeyedItem {
    Value key, item;
};
inline Value key_of(Value v) { return v; }
inline Value key_of(const KeyedItem& e) { return e.key; }

// less(): 1, 0, or -1 for a failed comparison.
struct IntLess {
    KRAIT_INLINE int operator()(Value a, Value b) const { return int_order(a) < int_order(b); }
};
struct FloatLess {
    KRAIT_INLINE int operator()(Value a, Value b) const { return a.as_float() < b.as_float(); }
};
// An element with the first characters of its key in which the keys of this sort differ at all, as a number: most
// comparisons look at nothing else.
template <class Element>
struct Prefixed {
    uint64_t prefix;
    Element element;
};
template <class Element>
const Prefixed<Element>& key_of(const Prefixed<Element>& e) {
    return e;
}
struct PrefixLess {
    template <class Element>
    KRAIT_INLINE int operator()(const Prefixed<Element>& a, const Prefixed<Element>& b) const {
        if (KRAIT_LIKELY(a.prefix != b.prefix)) return a.prefix < b.prefix;
        return str_compare_nocall(key_of(a.element).template as<StrObject>(),
                                  key_of(b.element).template as<StrObject>()) < 0;
    }
};
// Tuples by the first items that differ, as long as these are small ints, floats or exact str: nothing can run. -1: ask
// the protocol.
int tuple_less(const TupleObject* a, const TupleObject* b) {
    uint32_t n = std::min(a->size, b->size);
    for (uint32_t i = 0; i < n; ++i) {
        Value x = a->items[i], y = b->items[i];
        if (x == y) continue;   // the same object counts as equal
        if (both_ints(x, y)) return int_order(x) < int_order(y);
        if (x.is_float() && y.is_float()) {
            if (x.as_float() == y.as_float()) continue;
            return x.as_float() < y.as_float();
        }
        if (!is_kind(x, Kind::Str) || !is_kind(y, Kind::Str)) return -1;
        if (int order = str_compare_nocall(x.as<StrObject>(), y.as<StrObject>())) return order < 0;
    }
    return a->size < b->size;
}

struct GenericLess {
    Thread& t;
    int operator()(Value a, Value b) const {
        if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str))
            return str_compare_nocall(a.as<StrObject>(), b.as<StrObject>()) < 0;
        if (is_kind(a, Kind::Tuple) && is_kind(b, Kind::Tuple)) {
            int answer = tuple_less(a.as<TupleObject>(), b.as<TupleObject>());
            if (KRAIT_LIKELY(answer >= 0)) return answer;
        }
        Fallible<bool> answer = compare_bool(t, a, b, CompareOp::Lt);
        return answer.failed() ? -1 : answer.value();
    }
};

template <class Element, class Less>
class MergeSort {
  public:
    MergeSort(Thread& t, Element* items, size_t n, Less less) : t_(t), items_(items), n_(n), less_(less) {}
    ~MergeSort() {
        if (buffer_) t_.heap.free_buffer(buffer_, buffer_size_ * sizeof(Element));
    }
    bool run() {
        size_t min_run = minimum_run(n_);
        for (size_t start = 0; start < n_;) {
            size_t length = natural_run(start);
            if (length == 0) return false;
            size_t wanted = std::min(min_run, n_ - start);
            if (length < wanted) {
                if (!insert_sorted(start, start + length, start + wanted)) return false;
                length = wanted;
            }
            if (!push_run(start, length)) return false;
            start += length;
        }
        while (depth_ > 1)
            if (!merge_top()) return false;
        return true;
    }

  private:
    struct Run {
        size_t start, length;
        unsigned power;
    };
    static constexpr size_t kMinRun = 32;
    static constexpr size_t kMaxDepth = 72;

    static size_t minimum_run(size_t n) {
        bool odd_bits = false;
        for (; n >= 2 * kMinRun; n >>= 1) odd_bits |= n & 1;
        return n + odd_bits;
    }
    int less(const Element& a, const Element& b) { return less_(key_of(a), key_of(b)); }

    // Length of the run at `start`, strictly descending ones turned around; 0: failed.
    size_t natural_run(size_t start) {
        size_t end = start + 1;
        if (end == n_) return 1;
        int descending = less(items_[end], items_[start]);
        if (descending < 0) return 0;
        for (++end; end < n_; ++end) {
            int down = less(items_[end], items_[end - 1]);
            if (down < 0) return 0;
            if (down != descending) break;
        }
        if (descending) std::reverse(items_ + start, items_ + end);
        return end - start;
    }

    // [start, sorted) is in order; brings [sorted, end) in.
    bool insert_sorted(size_t start, size_t sorted, size_t end) {
        for (; sorted < end; ++sorted) {
            size_t place;
            if (!upper_bound(items_[sorted], items_ + start, sorted - start, &place)) return false;
            Element moving = items_[sorted];
            Element* to = items_ + start + place;
            std::memmove(static_cast<void*>(to + 1), to, (sorted - start - place) * sizeof(Element));
            *to = moving;
        }
        return true;
    }

    // First place in a[0..n) with an item greater than `e`.
    bool upper_bound(const Element& e, const Element* a, size_t n, size_t* place) {
        size_t low = 0, high = n;
        while (low < high) {
            size_t middle = (low + high) / 2;
            int answer = less(e, a[middle]);
            if (answer < 0) return false;
            if (answer) high = middle;
            else low = middle + 1;
        }
        *place = low;
        return true;
    }
    // First place with an item not less than `e`.
    bool lower_bound(const Element& e, const Element* a, size_t n, size_t* place) {
        size_t low = 0, high = n;
        while (low < high) {
            size_t middle = (low + high) / 2;
            int answer = less(a[middle], e);
            if (answer < 0) return false;
            if (answer) low = middle + 1;
            else high = middle;
        }
        *place = low;
        return true;
    }

    // Depth in a balanced tree over [0, n) at which the boundary of two neighbouring runs lies.
    unsigned boundary_power(const Run& left, size_t right_length) const {
        unsigned __int128 a = (unsigned __int128)(2 * left.start + left.length) << 62;
        unsigned __int128 b = (unsigned __int128)(2 * (left.start + left.length) + right_length) << 62;
        uint64_t x = static_cast<uint64_t>(a / (2 * (unsigned __int128)n_)),
                 y = static_cast<uint64_t>(b / (2 * (unsigned __int128)n_));
        return static_cast<unsigned>(__builtin_clzll((x ^ y) | 1));
    }

    bool push_run(size_t start, size_t length) {
        if (depth_ > 0) {
            unsigned power = boundary_power(runs_[depth_ - 1], length);
            while (depth_ > 1 && runs_[depth_ - 2].power > power)
                if (!merge_top()) return false;
            runs_[depth_ - 1].power = power;
        }
        runs_[depth_++] = {start, length, 0};
        return true;
    }

    bool merge_top() {
        Run &left = runs_[depth_ - 2], right = runs_[depth_ - 1];
        if (!charge_work(t_, left.length / 64)) return false;
        left.length += right.length;
        left.power = right.power;
        --depth_;
        return merge(items_ + left.start, left.length - right.length, right.length);
    }

    bool merge(Element* a, size_t n, size_t m) {
        // Items at both ends that are in place already.
        Element* b = a + n;
        size_t skip;
        if (!upper_bound_galloping(b[0], a, n, &skip)) return false;
        a += skip;
        n -= skip;
        if (n == 0) return true;
        if (!lower_bound(a[n - 1], b, m, &m)) return false;
        if (m == 0) return true;
        if (!need_buffer(std::min(n, m))) return false;
        return n <= m ? merge_forwards(a, n, b, m) : merge_backwards(a, n, b, m);
    }
    bool upper_bound_galloping(const Element& e, const Element* a, size_t n, size_t* place) {
        // In data that is nearly sorted the place lies near the end.
        size_t step = 1;
        while (step < n) {
            int answer = less(e, a[n - step]);
            if (answer < 0) return false;
            if (!answer) {
                size_t from = n - step + 1;
                if (!upper_bound(e, a + from, n - from, place)) return false;
                *place += from;
                return true;
            }
            step = step * 2 + 1;
        }
        return upper_bound(e, a, n, place);
    }

    bool merge_forwards(Element* a, size_t n, Element* b, size_t m) {
        std::memcpy(static_cast<void*>(buffer_), a, n * sizeof(Element));
        Element *left = buffer_, *left_end = buffer_ + n, *right = b, *right_end = b + m, *to = a;
        bool good = true;
        while (left < left_end && right < right_end) {
            int take_right = less(*right, *left);
            if (KRAIT_UNLIKELY(take_right < 0)) {
                good = false;
                break;
            }
            *to++ = take_right ? *right++ : *left++;
        }
        std::memcpy(static_cast<void*>(to), left, static_cast<size_t>(left_end - left) * sizeof(Element));
        return good;
    }

    bool merge_backwards(Element* a, size_t n, Element* b, size_t m) {
        std::memcpy(static_cast<void*>(buffer_), b, m * sizeof(Element));
        Element *left = a + n, *right = buffer_ + m, *to = b + m;
        bool good = true;
        while (left > a && right > buffer_) {
            int take_left = less(right[-1], left[-1]);
            if (KRAIT_UNLIKELY(take_left < 0)) {
                good = false;
                break;
            }
            *--to = take_left ? *--left : *--right;
        }
        size_t rest = static_cast<size_t>(right - buffer_);
        std::memcpy(static_cast<void*>(to - rest), buffer_, rest * sizeof(Element));
        return good;
    }

    bool need_buffer(size_t n) {
        if (n <= buffer_size_) return true;
        size_t size = std::min(std::max(n, buffer_size_ * 2), n_);
        void* fresh = t_.heap.allocate_buffer(size * sizeof(Element));
        if (!fresh) {
            (void)raise_memory_error(t_);
            return false;
        }
        if (buffer_) t_.heap.free_buffer(buffer_, buffer_size_ * sizeof(Element));
        buffer_ = static_cast<Element*>(fresh);
        buffer_size_ = size;
        return true;
    }

    Thread& t_;
    Element* items_;
    size_t n_;
    Less less_;
    Element* buffer_ = nullptr;
    size_t buffer_size_ = 0;
    Run runs_[kMaxDepth];
    size_t depth_ = 0;
};

enum class KeyClass : uint8_t { Ints, Floats, Strings, Mixed };

template <class Element>
KeyClass classify(const Element* items, size_t n) {
    auto all = [&](auto&& test) {
        for (size_t i = 0; i < n; ++i)
            if (!test(key_of(items[i]))) return false;
        return true;
    };
    Value first = key_of(items[0]);
    if (first.is_int()) return all([](Value v) { return v.is_int(); }) ? KeyClass::Ints : KeyClass::Mixed;
    if (first.is_float()) return all([](Value v) { return v.is_float(); }) ? KeyClass::Floats : KeyClass::Mixed;
    if (!is_kind(first, Kind::Str)) return KeyClass::Mixed;
    return all([](Value v) { return is_kind(v, Kind::Str); }) ? KeyClass::Strings : KeyClass::Mixed;
}

// How many characters all keys begin with; npos: not all of them have a byte for each character.
template <class Element>
size_t common_length(const Element* items, size_t n) {
    const StrObject* first = key_of(items[0]).template as<StrObject>();
    size_t common = first->length;
    for (size_t i = 0; i < n; ++i) {
        const StrObject* text = key_of(items[i]).template as<StrObject>();
        if (text->unit() != 1) return std::string::npos;
        common = std::min<size_t>(common, text->length);
        if (std::memcmp(first->data, text->data, common) == 0) continue;
        common = static_cast<size_t>(std::mismatch(first->data, first->data + common, text->data).first - first->data);
    }
    return common;
}

// Up to eight characters behind the first `skipped`, so that texts compare as the numbers do where these differ.
uint64_t prefix_of(const StrObject* text, size_t skipped) {
    uint64_t prefix = 0;
    size_t n = std::min<size_t>(8, text->length - skipped);
    std::memcpy(&prefix, text->data + skipped, n);
    return std::endian::native == std::endian::little ? __builtin_bswap64(prefix) : prefix;
}

template <class Element>
bool sort_strs(Thread& t, Element* items, size_t n) {
    using Item = Prefixed<Element>;
    size_t skipped = common_length(items, n);
    auto* prefixed =
        skipped == std::string::npos ? nullptr : static_cast<Item*>(t.heap.allocate_buffer(n * sizeof(Item)));
    if (!prefixed) return MergeSort<Element, GenericLess>(t, items, n, GenericLess{t}).run();
    for (size_t i = 0; i < n; ++i)
        prefixed[i] = {prefix_of(key_of(items[i]).template as<StrObject>(), skipped), items[i]};
    bool good = MergeSort<Item, PrefixLess>(t, prefixed, n, PrefixLess{}).run();
    for (size_t i = 0; i < n; ++i) items[i] = prefixed[i].element;
    t.heap.free_buffer(prefixed, n * sizeof(Item));
    return good;
}

template <class Element>
bool sort_elements(Thread& t, Element* items, size_t n) {
    if (n < 2) return true;
    size_t bits = static_cast<size_t>(64 - __builtin_clzll(n));
    if (!charge_work(t, n * bits / 16)) return false;
    switch (classify(items, n)) {
    case KeyClass::Ints:
        return MergeSort<Element, IntLess>(t, items, n, IntLess{}).run();
    case KeyClass::Floats:
        return MergeSort<Element, FloatLess>(t, items, n, FloatLess{}).run();
    case KeyClass::Strings:
        return sort_strs(t, items, n);
    default:
        return MergeSort<Element, GenericLess>(t, items, n, GenericLess{t}).run();
    }
}

// Sorts by key(item): keys and items move together.
class KeyedSort {
  public:
    KeyedSort(Thread& t, Value* items, size_t n) : t_(t), items_(items), n_(n) {}
    ~KeyedSort() {
        if (!pairs_) return;
        for (size_t i = 0; i < n_; ++i) items_[i] = pairs_[i].item;
        for (size_t i = 0; i < made_; ++i) decref(keys_[i]);
        t_.heap.free_buffer(pairs_, n_ * sizeof(KeyedItem));
        t_.heap.free_buffer(keys_, n_ * sizeof(Value));
    }
    bool run(Value key, bool reverse) {
        if (!allocate()) return false;
        for (; made_ < n_; ++made_) {
            Ref k = call(t_, key, items_[made_]);
            if (k.failed()) return false;
            keys_[made_] = k.release();
            pairs_[made_].key = keys_[made_];
        }
        if (reverse) std::reverse(pairs_, pairs_ + n_);
        bool good = sort_elements(t_, pairs_, n_);
        if (reverse) std::reverse(pairs_, pairs_ + n_);
        return good;
    }

  private:
    bool allocate() {
        keys_ = static_cast<Value*>(t_.heap.allocate_buffer(n_ * sizeof(Value)));
        auto* pairs = keys_ ? static_cast<KeyedItem*>(t_.heap.allocate_buffer(n_ * sizeof(KeyedItem))) : nullptr;
        if (!pairs) {
            if (keys_) t_.heap.free_buffer(keys_, n_ * sizeof(Value));
            (void)raise_memory_error(t_);
            return false;
        }
        for (size_t i = 0; i < n_; ++i) pairs[i] = {Value::unbound(), items_[i]};
        pairs_ = pairs;
        return true;
    }
    Thread& t_;
    Value* items_;
    size_t n_, made_ = 0;
    Value* keys_ = nullptr;          // owned, in the order they were made
    KeyedItem* pairs_ = nullptr;
};

bool sort_contents(Thread& t, Value* items, size_t n, Value key, bool reverse) {
    if (n == 0) return true;
    if (!key.is_unbound() && !key.is_none()) return KeyedSort(t, items, n).run(key, reverse);
    // Turned around before and after: equal items keep their order.
    if (reverse) std::reverse(items, items + n);
    bool good = sort_elements(t, items, n);
    if (reverse) std::reverse(items, items + n);
    return good;
}

}  // namespace

Status list_sort(Thread& t, ListObject* list, Value key, bool reverse) {
    RefTo<ListObject> held = RefTo<ListObject>::own(list);
    ListContents contents = list_take_contents(list);
    bool good = sort_contents(t, contents.items, contents.size, key, reverse);
    bool modified = list->items != nullptr || list->size != 0;
    ListContents intruders = list_take_contents(list);
    list->items = contents.items;
    list->size = contents.size;
    list->capacity = contents.capacity;
    {
        SavedException saved(t);
        list_drop_contents(t.interp, intruders);
    }
    if (!good) return Failed{};
    if (modified) return raise(t, Exc::ValueError, "list modified during sort");
    return ok();
}

}  // namespace krait
