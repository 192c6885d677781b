// Searches in lists and tuples: exact ints and strs are told apart without a call.
#include "vm/protocol/item_search.h"

#include <algorithm>

#include "vm/object/item_runs.h"
#include "vm/object/str_object.h"
#include "vm/runtime/thread.h"

namespace krait {

static bool none_is(const Value* four, Value v) {
    return four[0] != v && four[1] != v && four[2] != v && four[3] != v;
}

static size_t skip_ints(const Value* items, size_t i, size_t end, Value value) {
    while (end - i >= 4 && four_ints(items + i) && none_is(items + i, value)) i += 4;
    while (i < end && items[i].is_int() && items[i] != value) ++i;
    return i;
}

static size_t skip_strs(const Value* items, size_t i, size_t end, const StrObject* text) {
    for (; i < end && is_kind(items[i], Kind::Str); ++i) {
        auto* other = items[i].as<StrObject>();
        if (other == text) break;
        if (other->length == text->length && str_equal_nocall(other, text)) break;
    }
    return i;
}

// The first of items[i..end) of which it takes more to say that it differs.
static size_t skip_different(const Value* items, size_t i, size_t end, Value value) {
    if (value.is_int()) return skip_ints(items, i, end, value);
    if (is_kind(value, Kind::Str)) return skip_strs(items, i, end, value.as<StrObject>());
    return i;
}

Fallible<int64_t> find_item(Thread& t, Value sequence, size_t from, size_t to, Value value, SearchOrder order) {
    constexpr size_t kRun = 1024, kItemsPerCharge = 8;
    const bool is_list = layout_is(sequence, Kind::List);
    size_t uncharged = 0;
    for (size_t i = from;;) {
        size_t size = is_list ? sequence.as<ListObject>()->size : sequence.as<TupleObject>()->size;
        const Value* items = is_list ? sequence.as<ListObject>()->items : sequence.as<TupleObject>()->items;
        size_t end = std::min({to, size, i + kRun});
        if (i >= end) return int64_t{-1};
        size_t at = skip_different(items, i, end, value);
        uncharged += at - i + 1;
        if (at < end) {
            Ref item = own(items[at]);
            bool same = TRY(order == SearchOrder::ValueFirst ? equal(t, value, item) : equal(t, item, value));
            if (same) return static_cast<int64_t>(at);
            ++at;
        }
        i = at;
        if (uncharged < kRun) continue;
        TRY(charge_work(t, uncharged / kItemsPerCharge));
        uncharged = 0;
    }
}

Fallible<int64_t> count_item(Thread& t, Value sequence, Value value) {
    int64_t count = 0;
    for (size_t from = 0;; ++count) {
        int64_t found = TRY(find_item(t, sequence, from, SIZE_MAX, value, SearchOrder::ItemFirst));
        if (found < 0) return count;
        from = static_cast<size_t>(found) + 1;
        if (count % 64 == 63) TRY(charge_work(t, 8));
    }
}

}  // namespace krait
