// bytes, bytearray: splitting, stripping, joining.
#include <algorithm>
#include <cstring>

#include "builtins/functions/builtin_functions.h"
#include "builtins/types/bytes_methods.h"
#include "vm/object/str_find.h"
#include "vm/runtime/long_runs.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

Ref piece(Thread& t, const ByteSelf& self, size_t start, size_t end) {
    return self.make(t, self.view().substr(start, end - start));
}

Status push(Thread& t, ListObject* list, const ByteSelf& self, size_t start, size_t end) {
    Ref part = TRY(piece(t, self, start, end));
    if (KRAIT_UNLIKELY(list->size == list->capacity)) return list_append(t, list, part);
    list->items[list->size++] = part.release();
    return ok();
}

bool is_space(char c) { return is_byte_space(static_cast<uint8_t>(c)); }
bool is_dark(char c) { return !is_space(c); }

Status split_spaces(Thread& t, ListObject* out, const ByteSelf& self, size_t most) {
    std::string_view s = self.view();
    Looks looks(t);
    for (size_t i = 0, n = s.size();;) {
        i = TRY(end_of_run(t, s.data(), i, n, is_space));
        if (i == n) return ok();
        size_t start = i;
        if (most-- == 0) return push(t, out, self, start, n);
        i = TRY(end_of_run(t, s.data(), i, n, is_dark));
        TRY(push(t, out, self, start, i));
        TRY(looks.next());
    }
}

Status rsplit_spaces(Thread& t, ListObject* out, const ByteSelf& self, size_t most) {
    std::string_view s = self.view();
    Looks looks(t);
    for (size_t i = s.size();;) {
        i = TRY(start_of_run(t, s.data(), i, 0, is_space));
        if (i == 0) return ok();
        size_t end = i;
        if (most-- == 0) return push(t, out, self, 0, end);
        i = TRY(start_of_run(t, s.data(), i, 0, is_dark));
        TRY(push(t, out, self, i, end));
        TRY(looks.next());
    }
}

Status split_at_byte(Thread& t, ListObject* out, const ByteSelf& self, char sep, size_t most) {
    std::string_view s = self.view();
    size_t from = 0;
    Looks looks(t);
    while (most--) {
        const void* hit = from < s.size() ? std::memchr(s.data() + from, sep, s.size() - from) : nullptr;
        if (!hit) break;
        auto at = static_cast<size_t>(static_cast<const char*>(hit) - s.data());
        TRY(push(t, out, self, from, at));
        TRY(looks.next());
        from = at + 1;
    }
    return push(t, out, self, from, s.size());
}

Status split_at(Thread& t, ListObject* out, const ByteSelf& self, std::string_view sep, size_t most) {
    if (sep.size() == 1) return split_at_byte(t, out, self, sep[0], most);
    Searcher searcher(t, span_of(self.view()), span_of(sep));
    size_t from = 0, n = self.view().size();
    Looks looks(t);
    while (most--) {
        int64_t hit = TRY(searcher.find(from, n));
        if (hit < 0) break;
        TRY(push(t, out, self, from, static_cast<size_t>(hit)));
        TRY(looks.next());
        from = static_cast<size_t>(hit) + sep.size();
    }
    return push(t, out, self, from, n);
}

Status rsplit_at(Thread& t, ListObject* out, const ByteSelf& self, std::string_view sep, size_t most) {
    Searcher searcher(t, span_of(self.view()), span_of(sep));
    size_t end = self.view().size();
    Looks looks(t);
    while (most--) {
        int64_t hit = TRY(searcher.rfind(0, end));
        if (hit < 0) break;
        TRY(push(t, out, self, static_cast<size_t>(hit) + sep.size(), end));
        TRY(looks.next());
        end = static_cast<size_t>(hit);
    }
    return push(t, out, self, 0, end);
}

constexpr size_t kFirstItems = 12;   // room for the usual result without growing

}  // namespace

Ref bytes_split(Thread& t, Value self_value, Value sep, Optional<int64_t> maxsplit) {
    ByteSelf self(self_value);
    RefTo<ListObject> out = TRY(list_new(t, std::min(limit_of(maxsplit), kFirstItems - 1) + 1));
    if (self.view().size() > 65536) TRY(charge_work(t, self.view().size() / 16));
    if (sep.is_unbound() || sep.is_none()) {
        TRY(split_spaces(t, out.get(), self, limit_of(maxsplit)));
        return out;
    }
    BufferView at = TRY(get_buffer(t, sep));
    if (at.size() == 0) return raise(t, Exc::ValueError, "empty separator");
    TRY(split_at(t, out.get(), self, at.view(), limit_of(maxsplit)));
    return out;
}

Ref bytes_rsplit(Thread& t, Value self_value, Value sep, Optional<int64_t> maxsplit) {
    ByteSelf self(self_value);
    RefTo<ListObject> out = TRY(list_new(t, std::min(limit_of(maxsplit), kFirstItems - 1) + 1));
    if (self.view().size() > 65536) TRY(charge_work(t, self.view().size() / 16));
    if (sep.is_unbound() || sep.is_none()) {
        TRY(rsplit_spaces(t, out.get(), self, limit_of(maxsplit)));
    } else {
        BufferView at = TRY(get_buffer(t, sep));
        if (at.size() == 0) return raise(t, Exc::ValueError, "empty separator");
        TRY(rsplit_at(t, out.get(), self, at.view(), limit_of(maxsplit)));
    }
    std::reverse(out->items, out->items + out->size);
    return out;
}

Ref bytes_splitlines(Thread& t, Value self_value, Value keepends) {
    bool keep = !keepends.is_unbound() && TRY(c_int_argument(t, keepends)) != 0;
    ByteSelf self(self_value);
    std::string_view s = self.view();
    RefTo<ListObject> out = TRY(list_new(t));
    if (s.size() > 65536) TRY(charge_work(t, s.size() / 16));
    Looks looks(t);
    for (size_t i = 0; i < s.size();) {
        size_t start = i;
        i = TRY(end_of_run(t, s.data(), i, s.size(), [](char c) { return c != '\n' && c != '\r'; }));
        size_t end = i;
        if (i < s.size()) {
            i += s[i] == '\r' && i + 1 < s.size() && s[i + 1] == '\n' ? 2 : 1;
            if (keep) end = i;
        }
        TRY(push(t, out.get(), self, start, end));
        TRY(looks.next());
    }
    return out;
}

// ------------------------------------------------------------------------------------------------ partition

namespace {

template <bool Last>
Ref partition(Thread& t, Value self_value, Value sep) {
    BufferView at = TRY(get_buffer(t, sep));
    if (at.size() == 0) return raise(t, Exc::ValueError, "empty separator");
    ByteSelf self(self_value);
    std::string_view s = self.view();
    Searcher searcher(t, span_of(s), span_of(at.view()));
    int64_t hit = TRY(Last ? searcher.rfind(0, s.size()) : searcher.find(0, s.size()));
    if (hit < 0) {
        Ref whole = TRY(self.make(t, s)), first = TRY(self.make(t, {})), second = TRY(self.make(t, {}));
        if (Last) return tuple_pack(t, {first, second, whole});
        return tuple_pack(t, {whole, first, second});
    }
    auto found = static_cast<size_t>(hit);
    Ref before = TRY(piece(t, self, 0, found)), after = TRY(piece(t, self, found + at.size(), s.size()));
    Ref middle = TRY(self.is_bytearray() ? bytearray_from(t, at.view()) : own(sep));
    return tuple_pack(t, {before, middle, after});
}

}  // namespace

Ref bytes_partition(Thread& t, Value self, Value sep) { return partition<false>(t, self, sep); }
Ref bytes_rpartition(Thread& t, Value self, Value sep) { return partition<true>(t, self, sep); }

// ------------------------------------------------------------------------------------------------ join

namespace {

// A list or tuple of exactly bytes; UNBOUND when something else is among them. No code runs meanwhile.
Ref join_bytes(Thread& t, const ByteSelf& self, const Value* items, size_t count) {
    std::string_view sep = self.view();
    size_t total = 0;
    for (size_t i = 0; i < count; ++i) {
        if (!is_kind(items[i], Kind::Bytes)) return Ref();
        if (__builtin_add_overflow(total, items[i].as<BytesObject>()->length + (i ? sep.size() : 0), &total) ||
            total > PTRDIFF_MAX)
            return Ref();
    }
    if (total > 65536) note_work(t, total / kBytesPerWork);
    return self.build(t, total, [&](char* out) {
        for (size_t i = 0; i < count; ++i) {
            if (i && sep.size() == 1) *out++ = sep[0];
            else if (i && !sep.empty()) out = std::copy(sep.begin(), sep.end(), out);
            std::string_view part = items[i].as<BytesObject>()->view();
            std::memcpy(out, part.data(), part.size());
            out += part.size();
        }
    });
}

}  // namespace

Ref bytes_join(Thread& t, Value self_value, Value iterable) {
    Ref sequence;
    ListObject* list = is_kind(iterable, Kind::List) ? iterable.as<ListObject>() : nullptr;
    TupleObject* tuple = is_kind(iterable, Kind::Tuple) ? iterable.as<TupleObject>() : nullptr;
    if (size_t count = list ? list->size : tuple ? tuple->size : 0; count > 1) {
        ByteSelf self(self_value);
        Ref joined = join_bytes(t, self, list ? list->items : tuple->items, count);
        if (joined.failed() || !joined.get().is_unbound()) return joined;
    }
    if (is_kind(iterable, Kind::Tuple)) {
        sequence = own(iterable);
    } else {
        Ref iterator = get_iterator(t, iterable);
        if (iterator.failed()) {
            if (!pending_matches(t, Exc::TypeError)) return Failed{};
            clear_exception(t);
            return raise(t, Exc::TypeError, "can only join an iterable");
        }
        RefTo<ListObject> list = TRY(to_list(t, iterator));
        sequence = TRY(list_to_tuple(t, list.get()));
    }
    auto* items = sequence.as<TupleObject>();
    ByteSelf self(self_value);
    if (items->size == 1 && !self.is_bytearray() && is_kind(items->items[0], Kind::Bytes)) return own(items->items[0]);
    ByteBuilder out(t);
    for (uint32_t i = 0; i < items->size; ++i) {
        if (!has_buffer(t, items->items[i]))
            return raise(t, Exc::TypeError, "sequence item %u: expected a bytes-like object, %.80s found", i,
                         type_name_of(t, items->items[i]));
        if (i) TRY(out.append(self.view()));
        BufferView part = TRY(get_buffer(t, items->items[i]));
        TRY(out.append(part.view()));
    }
    if (out.length() > 65536) TRY(charge_work(t, out.length() / 32));
    return self.make(t, out.view());
}

// ------------------------------------------------------------------------------------------------ strip

namespace {

Ref strip_sides(Thread& t, Value self_value, Value chars, bool left, bool right) {
    bool drop[256] = {};
    if (chars.is_unbound() || chars.is_none()) {
        for (int c = 0; c < 256; ++c) drop[c] = is_byte_space(static_cast<uint8_t>(c));
    } else {
        BufferView set = TRY(get_buffer(t, chars));
        for (char c : set.view()) drop[static_cast<uint8_t>(c)] = true;
    }
    ByteSelf self(self_value);
    std::string_view s = self.view();
    size_t start = 0, end = s.size();
    auto dropped = [&](char c) { return drop[static_cast<uint8_t>(c)]; };
    if (left) start = TRY(end_of_run(t, s.data(), start, end, dropped));
    if (right) end = TRY(start_of_run(t, s.data(), end, start, dropped));
    return piece(t, self, start, end);
}

}  // namespace

Ref bytes_strip(Thread& t, Value self, Value chars) { return strip_sides(t, self, chars, true, true); }
Ref bytes_lstrip(Thread& t, Value self, Value chars) { return strip_sides(t, self, chars, true, false); }
Ref bytes_rstrip(Thread& t, Value self, Value chars) { return strip_sides(t, self, chars, false, true); }

}  // namespace krait
