// str: splitting, stripping, joining.
#include <algorithm>
#include <cstring>

#include "builtins/functions/builtin_functions.h"
#include "builtins/types/str_methods.h"
#include "support/unicode_data.h"
#include "vm/object/str_find.h"
#include "vm/object/str_units.h"
#include "vm/runtime/long_runs.h"

namespace krait {

namespace {

// A separator argument: str, or null for None and missing.
Fallible<StrObject*> separator(Thread& t, Value sep) {
    if (sep.is_unbound() || sep.is_none()) return nullptr;
    StrObject* text = as_str(sep);
    if (!text) return raise(t, Exc::TypeError, "must be str or None, not %.100s", type_name_of(t, sep));
    if (text->length == 0) return raise(t, Exc::ValueError, "empty separator");
    return text;
}

Status push(Thread& t, ListObject* list, StrObject* self, size_t start, size_t end) {
    bool plain = self->ascii() && end - start < self->length;
    Ref part = TRY(plain ? str_from_ascii(t, self->ascii_view().substr(start, end - start))
                         : str_substring(t, self, start, end));
    if (KRAIT_UNLIKELY(list->size == list->capacity)) return list_append(t, list, part);
    list->items[list->size++] = part.release();
    return ok();
}

void reverse(ListObject* list) { std::reverse(list->items, list->items + list->size); }

// No spaces stand between U+00A0 and U+1680, where most alphabets are.
template <class T>
bool is_space_unit(T c) {
    if (sizeof(T) > 1 && c > 0xA0 && c < 0x1680) return false;
    return unicode::is_space(c);
}

// Ends of words and lines.
template <class T>
Fallible<size_t> find_space(Thread& t, const T* p, size_t i, size_t n) {
    return end_of_plain_run(t, p, i, n, 0x21, [](T c) { return !is_space_unit(c); });
}
template <class T>
Fallible<size_t> find_line_break(Thread& t, const T* p, size_t i, size_t n) {
    return end_of_plain_run(t, p, i, n, 0x1F, [](T c) { return !unicode::is_line_break(c); });
}

template <class T>
Status split_spaces(Thread& t, ListObject* out, StrObject* self, const T* p, size_t most) {
    size_t n = self->length, i = 0;
    while (true) {
        i = TRY(end_of_run(t, p, i, n, is_space_unit<T>));
        if (i == n) return ok();
        size_t start = i;
        if (most-- == 0) return push(t, out, self, start, n);
        i = TRY(find_space(t, p, i, n));
        TRY(push(t, out, self, start, i));
        TRY(charge_work(t, 1));
    }
}

template <class T>
Status rsplit_spaces(Thread& t, ListObject* out, StrObject* self, const T* p, size_t most) {
    size_t i = self->length;
    while (true) {
        i = TRY(start_of_run(t, p, i, 0, is_space_unit<T>));
        if (i == 0) return ok();
        size_t end = i;
        if (most-- == 0) return push(t, out, self, 0, end);
        i = TRY(start_of_run(t, p, i, 0, [](T c) { return !is_space_unit(c); }));
        TRY(push(t, out, self, i, end));
        TRY(charge_work(t, 1));
    }
}

// At one character, in a text of one byte each.
Status split_at_byte(Thread& t, ListObject* out, StrObject* self, char32_t sep, size_t most) {
    size_t from = 0, n = self->length;
    while (most-- && sep < 0x100) {
        const void* hit = std::memchr(self->data + from, static_cast<int>(sep), n - from);
        if (!hit) break;
        auto at = static_cast<size_t>(static_cast<const char*>(hit) - self->data);
        TRY(push(t, out, self, from, at));
        TRY(charge_work(t, 1));
        from = at + 1;
    }
    return push(t, out, self, from, n);
}

Status split_at(Thread& t, ListObject* out, StrObject* self, StrObject* sep, size_t most) {
    if (self->unit() == 1 && sep->length == 1) return split_at_byte(t, out, self, sep->at(0), most);
    Searcher searcher(t, span_of(self), span_of(sep));
    if (searcher.failed()) return Failed{};
    size_t from = 0;
    while (most--) {
        int64_t hit = TRY(searcher.find(from, self->length));
        if (hit < 0) break;
        TRY(push(t, out, self, from, static_cast<size_t>(hit)));
        TRY(charge_work(t, 1));
        from = static_cast<size_t>(hit) + sep->length;
    }
    return push(t, out, self, from, self->length);
}

Status rsplit_at(Thread& t, ListObject* out, StrObject* self, StrObject* sep, size_t most) {
    Searcher searcher(t, span_of(self), span_of(sep));
    if (searcher.failed()) return Failed{};
    size_t end = self->length;
    while (most--) {
        int64_t hit = TRY(searcher.rfind(0, end));
        if (hit < 0) break;
        TRY(push(t, out, self, static_cast<size_t>(hit) + sep->length, end));
        TRY(charge_work(t, 1));
        end = static_cast<size_t>(hit);
    }
    return push(t, out, self, 0, end);
}

constexpr size_t kFirstItems = 12;   // room for the usual result without growing

}  // namespace

Ref str_split(Thread& t, StrObject* self, Value sep, Optional<int64_t> maxsplit) {
    StrObject* at = TRY(separator(t, sep));
    size_t most = limit_of(maxsplit);
    RefTo<ListObject> out = TRY(list_new(t, std::min(most, kFirstItems - 1) + 1));
    if (self->length > 65536) TRY(charge_work(t, self->length / 16));
    if (at) TRY(split_at(t, out.get(), self, at, most));
    else TRY(visit_units(self, [&](auto* p) { return split_spaces(t, out.get(), self, p, most); }));
    return out;
}

Ref str_rsplit(Thread& t, StrObject* self, Value sep, Optional<int64_t> maxsplit) {
    StrObject* at = TRY(separator(t, sep));
    size_t most = limit_of(maxsplit);
    RefTo<ListObject> out = TRY(list_new(t, std::min(most, kFirstItems - 1) + 1));
    if (self->length > 65536) TRY(charge_work(t, self->length / 16));
    if (at) TRY(rsplit_at(t, out.get(), self, at, most));
    else TRY(visit_units(self, [&](auto* p) { return rsplit_spaces(t, out.get(), self, p, most); }));
    reverse(out.get());
    return out;
}

Ref str_splitlines(Thread& t, StrObject* self, Value keepends) {
    bool keep = !keepends.is_unbound() && TRY(c_int_argument(t, keepends)) != 0;
    RefTo<ListObject> out = TRY(list_new(t, 4));
    if (self->length > 65536) TRY(charge_work(t, self->length / 16));
    size_t n = self->length;
    TRY(visit_units(self, [&](auto* p) -> Status {
        for (size_t i = 0; i < n;) {
            size_t start = i;
            i = TRY(find_line_break(t, p, i, n));
            size_t end = i;
            if (i < n) {
                i += p[i] == '\r' && i + 1 < n && p[i + 1] == '\n' ? 2 : 1;
                if (keep) end = i;
            }
            TRY(push(t, out.get(), self, start, end));
            TRY(charge_work(t, 1));
        }
        return ok();
    }));
    return out;
}

// ------------------------------------------------------------------------------------------------ partition

namespace {

Fallible<StrObject*> partition_separator(Thread& t, Value sep) {
    StrObject* text = as_str(sep);
    if (!text) return raise(t, Exc::TypeError, "must be str, not %.100s", type_name_of(t, sep));
    if (text->length == 0) return raise(t, Exc::ValueError, "empty separator");
    return text;
}

Ref three(Thread& t, StrObject* self, StrObject* sep, int64_t hit) {
    auto at = static_cast<size_t>(hit);
    Ref before = TRY(str_substring(t, self, 0, at));
    Ref after = TRY(str_substring(t, self, at + sep->length, self->length));
    return tuple_pack(t, {before, Value::object(sep), after});
}

}  // namespace

Ref str_partition(Thread& t, StrObject* self, Value sep) {
    StrObject* text = TRY(partition_separator(t, sep));
    Searcher searcher(t, span_of(self), span_of(text));
    if (searcher.failed()) return Failed{};
    int64_t hit = TRY(searcher.find(0, self->length));
    if (hit >= 0) return three(t, self, text, hit);
    Ref whole = TRY(str_substring(t, self, 0, self->length)), empty = TRY(str_from_ascii(t, ""));
    return tuple_pack(t, {whole, empty, empty});
}

Ref str_rpartition(Thread& t, StrObject* self, Value sep) {
    StrObject* text = TRY(partition_separator(t, sep));
    Searcher searcher(t, span_of(self), span_of(text));
    if (searcher.failed()) return Failed{};
    int64_t hit = TRY(searcher.rfind(0, self->length));
    if (hit >= 0) return three(t, self, text, hit);
    Ref whole = TRY(str_substring(t, self, 0, self->length)), empty = TRY(str_from_ascii(t, ""));
    return tuple_pack(t, {empty, empty, whole});
}

// ------------------------------------------------------------------------------------------------ join

namespace {

Ref join_items(Thread& t, StrObject* sep, const Value* items, size_t count) {
    if (count == 0) return str_from_ascii(t, "");
    if (count == 1 && is_kind(items[0], Kind::Str)) return own(items[0]);
    size_t total = 0;
    char32_t max_char = count > 1 && sep->length ? max_char_bound(sep) : 0;
    for (size_t i = 0; i < count; ++i) {
        StrObject* item = as_str(items[i]);
        if (!item)
            return raise(t, Exc::TypeError, "sequence item %zu: expected str instance, %.80s found", i,
                         type_name_of(t, items[i]));
        if (item->length) max_char = std::max(max_char, max_char_bound(item));
        if (__builtin_add_overflow(total, item->length, &total) ||
            (i && __builtin_add_overflow(total, sep->length, &total)) || total > (size_t{1} << 60))
            return raise(t, Exc::OverflowError, "join() result is too long for a Python string");
    }
    if (total == 0) return str_from_ascii(t, "");
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, total, max_char));
    size_t at = 0;
    bool narrow = out->unit() == 1;   // then every part is narrow, too
    for (size_t i = 0; i < count; ++i) {
        auto* item = items[i].as<StrObject>();
        if (i && sep->length) {
            if (narrow) copy_short(out->data + at, sep->data, sep->length);
            else copy_into(out.get(), at, sep, 0, sep->length);
            at += sep->length;
        }
        if (narrow) copy_short(out->data + at, item->data, item->length);
        else copy_into(out.get(), at, item, 0, item->length);
        at += item->length;
    }
    if (total + count > 65536) TRY(charge_work(t, (total + count) / 32));   // last: the items are only borrowed
    return out;
}

}  // namespace

Ref str_join(Thread& t, StrObject* self, Value iterable) {
    if (is_kind(iterable, Kind::List)) {
        auto* list = iterable.as<ListObject>();
        return join_items(t, self, list->items, list->size);
    }
    if (is_kind(iterable, Kind::Tuple)) {
        auto* tuple = iterable.as<TupleObject>();
        return join_items(t, self, tuple->items, tuple->size);
    }
    Ref iterator = get_iterator(t, iterable);
    if (iterator.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "can only join an iterable");
    }
    RefTo<ListObject> list = TRY(to_list(t, iterator));
    return join_items(t, self, list->items, list->size);
}

// ------------------------------------------------------------------------------------------------ strip

namespace {

constexpr unsigned kLeft = 1, kRight = 2;

template <class Drop>
Ref strip_where(Thread& t, StrObject* self, unsigned sides, Drop drop) {
    size_t start = 0, end = self->length;
    TRY(visit_units(self, [&](auto* p) -> Status {
        if (sides & kLeft) start = TRY(end_of_run(t, p, start, end, drop));
        if (sides & kRight) end = TRY(start_of_run(t, p, end, start, drop));
        return ok();
    }));
    return str_substring(t, self, start, end);
}

Ref strip_sides(Thread& t, StrObject* self, Value chars, unsigned sides, const char* name) {
    if (chars.is_unbound() || chars.is_none())
        return strip_where(t, self, sides, [](char32_t c) { return unicode::is_space(c); });
    StrObject* set = as_str(chars);
    if (!set) return raise(t, Exc::TypeError, "%s arg must be None or str", name);
    if (set->length == 1) {
        char32_t only = set->at(0);
        return strip_where(t, self, sides, [=](char32_t c) { return c == only; });
    }
    uint64_t low[2] = {0, 0};   // ASCII members
    HeapBuffer wide(t);         // a bit for each character that may be in a long set
    constexpr size_t kLongSet = 64;
    const char32_t bound = max_char_bound(set);
    if (set->length > kLongSet && !set->ascii()) {
        TRY(wide.allocate(bound / 8 + 1));
        std::memset(wide.data(), 0, wide.size());
    }
    TRY(in_stretches(t, set->length, [&](size_t i, size_t end) {
        for (; i < end; ++i) {
            char32_t c = set->at(i);
            if (c < 128) low[c >> 6] |= uint64_t{1} << (c & 63);
            else if (wide.size()) wide.data()[c / 8] = static_cast<char>(wide.data()[c / 8] | 1 << (c & 7));
        }
    }));
    return strip_where(t, self, sides, [&](char32_t c) {
        if (c < 128) return (low[c >> 6] >> (c & 63) & 1) != 0;
        if (wide.size()) return c <= bound && (wide.data()[c / 8] >> (c & 7) & 1) != 0;
        return !set->ascii() && str_find_char(set, c, 0, set->length) >= 0;
    });
}

}  // namespace

Ref str_strip(Thread& t, StrObject* self, Value chars) { return strip_sides(t, self, chars, kLeft | kRight, "strip"); }
Ref str_lstrip(Thread& t, StrObject* self, Value chars) { return strip_sides(t, self, chars, kLeft, "lstrip"); }
Ref str_rstrip(Thread& t, StrObject* self, Value chars) { return strip_sides(t, self, chars, kRight, "rstrip"); }

}  // namespace krait
