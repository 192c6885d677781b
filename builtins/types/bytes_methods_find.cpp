// bytes, bytearray: searching, counting, replacing, translating.
#include <cstring>

#include "builtins/types/bytes_methods.h"
#include "vm/object/str_find.h"
#include "vm/runtime/work.h"

namespace krait {

Fallible<uint8_t> byte_value(Thread& t, Value v, const char* message) {
    int64_t n;
    if (KRAIT_LIKELY(v.is_int())) {
        n = v.as_int();
    } else {
        Ref number = TRY(as_index(t, v));
        n = number.get().is_int() ? number.get().as_int() : number.get().is_bool() ? number.get().is_true() : -1;
        if (n < 0 && number.get().is_object()) n = int_to_bigint(number).to_int64().value_or(-1);
    }
    if (n < 0 || n > 255) return raise(t, Exc::ValueError, "%s", message);
    return static_cast<uint8_t>(n);
}

Status ByteNeedle::read(Thread& t, Value v) {
    const Slots& slots = type_of(t, v)->slots;
    if (!has_buffer(t, v) && (is_int_like(v) || (slots.index && (slots.as_int || slots.as_float)))) {
        // What is no number after all is refused like anything else without bytes.
        Fallible<uint8_t> byte = byte_value(t, v);
        bool refused =
            !byte && !is_int_like(v) && !pending_matches(t, Exc::OverflowError) && !pending_matches(t, Exc::ValueError);
        if (!refused) {
            byte_ = static_cast<char>(TRY(std::move(byte)));
            is_int_ = true;
            return ok();
        }
        clear_exception(t);
    }
    buffer_ = TRY(get_buffer(t, v));
    return ok();
}

namespace {

template <bool Backward>
Fallible<int64_t> search(Thread& t, Value self, Value sub, Value start, Value end) {
    ByteNeedle needle;
    TRY(needle.read(t, sub));
    TextRange range = TRY(range_arguments(t, start, end));
    ByteSelf bytes(self);
    adjust_range(&range, bytes.view().size());
    Searcher searcher(t, span_of(bytes.view()), span_of(needle.view()));
    if (bytes.view().size() > 65536) TRY(charge_work(t, bytes.view().size() / 64));
    auto from = static_cast<size_t>(range.start), to = static_cast<size_t>(range.end);
    return Backward ? searcher.rfind(from, to) : searcher.find(from, to);
}

template <bool AtEnd>
bool matches(std::string_view text, TextRange range, std::string_view part) {
    int64_t wanted = static_cast<int64_t>(part.size());
    if (range.end - range.start < wanted) return false;
    int64_t at = AtEnd ? range.end - wanted : range.start;
    return part.empty() || std::memcmp(text.data() + at, part.data(), part.size()) == 0;
}

template <bool AtEnd>
Fallible<bool> starts_or_ends(Thread& t, Value self, Value part, Value start, Value end) {
    const char* name = AtEnd ? "endswith" : "startswith";
    TextRange range = TRY(range_arguments(t, start, end));
    ByteSelf bytes(self);
    adjust_range(&range, bytes.view().size());
    if (TupleObject* parts = as_tuple(part)) {
        for (uint32_t i = 0; i < parts->size; ++i) {
            BufferView one = TRY(get_buffer(t, parts->items[i]));
            if (matches<AtEnd>(bytes.view(), range, one.view())) return true;
        }
        return false;
    }
    if (!has_buffer(t, part))
        return raise(t, Exc::TypeError, "%s first arg must be bytes or a tuple of bytes, not %.100s", name,
                     type_name_of(t, part));
    BufferView one = TRY(get_buffer(t, part));
    return matches<AtEnd>(bytes.view(), range, one.view());
}

}  // namespace

Fallible<int64_t> bytes_find(Thread& t, Value self, Value sub, Value start, Value end) {
    return search<false>(t, self, sub, start, end);
}
Fallible<int64_t> bytes_rfind(Thread& t, Value self, Value sub, Value start, Value end) {
    return search<true>(t, self, sub, start, end);
}
Fallible<int64_t> bytes_index(Thread& t, Value self, Value sub, Value start, Value end) {
    int64_t found = TRY(bytes_find(t, self, sub, start, end));
    if (found < 0) return raise(t, Exc::ValueError, "subsection not found");
    return found;
}
Fallible<int64_t> bytes_rindex(Thread& t, Value self, Value sub, Value start, Value end) {
    int64_t found = TRY(bytes_rfind(t, self, sub, start, end));
    if (found < 0) return raise(t, Exc::ValueError, "subsection not found");
    return found;
}

Fallible<int64_t> bytes_count(Thread& t, Value self, Value sub, Value start, Value end) {
    ByteNeedle needle;
    TRY(needle.read(t, sub));
    TextRange range = TRY(range_arguments(t, start, end));
    ByteSelf bytes(self);
    adjust_range(&range, bytes.view().size());
    if (range.start > range.end) return 0;
    if (needle.view().empty()) return range.end - range.start + 1;
    if (bytes.view().size() > 65536) TRY(charge_work(t, bytes.view().size() / 16));
    Searcher searcher(t, span_of(bytes.view()), span_of(needle.view()));
    return static_cast<int64_t>(
        TRY(searcher.count(static_cast<size_t>(range.start), static_cast<size_t>(range.end), SIZE_MAX)));
}

Fallible<bool> bytes_startswith(Thread& t, Value self, Value prefix, Value start, Value end) {
    return starts_or_ends<false>(t, self, prefix, start, end);
}
Fallible<bool> bytes_endswith(Thread& t, Value self, Value suffix, Value start, Value end) {
    return starts_or_ends<true>(t, self, suffix, start, end);
}

int bytes_contains(Thread& t, Value self, Value item) {
    ByteNeedle needle;
    if (!needle.read(t, item)) return -1;
    ByteSelf bytes(self);
    Searcher searcher(t, span_of(bytes.view()), span_of(needle.view()));
    Fallible<int64_t> found = searcher.find(0, bytes.view().size());
    return found.failed() ? -1 : found.take() >= 0;
}

// ------------------------------------------------------------------------------------------------ replace

namespace {

Ref interleave(Thread& t, const ByteSelf& self, std::string_view with, size_t most) {
    std::string_view text = self.view();
    size_t inserted = std::min(most, text.size() + 1), grown, length;
    if (__builtin_mul_overflow(inserted, with.size(), &grown) || __builtin_add_overflow(grown, text.size(), &length))
        return raise(t, Exc::OverflowError, "replace bytes are too long");
    return self.build(t, length, [&](char* out) -> Status {
        for (size_t i = 0; i < inserted; ++i) {
            TRY(charge_work(t, 1 + with.size() / kBytesPerWork));
            if (!with.empty()) std::memcpy(out, with.data(), with.size());
            out += with.size();
            if (i < text.size()) *out++ = text[i];
        }
        if (inserted < text.size()) std::memcpy(out, text.data() + inserted, text.size() - inserted);
        return ok();
    });
}

Ref replace_found(Thread& t, const ByteSelf& self, const Searcher& searcher, std::string_view with, size_t found) {
    std::string_view text = self.view();
    size_t removed = found * searcher.needle_length(), grown, length;
    if (__builtin_mul_overflow(found, with.size(), &grown) ||
        __builtin_add_overflow(text.size() - removed, grown, &length))
        return raise(t, Exc::OverflowError, "replace bytes is too long");
    return self.build(t, length, [&](char* out) -> Status {
        Looks looks(t);
        size_t places[64], from = 0, next = 0;
        for (size_t left = found; left;) {
            size_t some = TRY(searcher.find_all(&next, text.size(), std::min(left, std::size(places)), places));
            for (size_t k = 0; k < some; ++k) {
                TRY(looks.next());
                out = std::copy(text.data() + from, text.data() + places[k], out);
                out = std::copy(with.begin(), with.end(), out);
                from = places[k] + searcher.needle_length();
            }
            left -= some;
        }
        std::memcpy(out, text.data() + from, text.size() - from);
        return ok();
    });
}

}  // namespace

Ref bytes_replace(Thread& t, Value self_value, Value old_bytes, Value new_bytes, Optional<int64_t> count) {
    BufferView from = TRY(get_buffer(t, old_bytes)), with = TRY(get_buffer(t, new_bytes));
    ByteSelf self(self_value);
    size_t most = limit_of(count);
    std::string_view text = self.view();
    if (most == 0 || text.size() < from.size()) return self.make(t, text);
    if (from.size() == 0) return interleave(t, self, with.view(), most);
    Searcher searcher(t, span_of(text), span_of(from.view()));
    if (text.size() > 65536) TRY(charge_work(t, text.size() / 16));
    size_t found = TRY(searcher.count(0, text.size(), most));
    if (found == 0) return self.make(t, text);
    return replace_found(t, self, searcher, with.view(), found);
}

// ------------------------------------------------------------------------------------------------ translate

namespace {

// The bytes that stay, mapped by `to` (null: as they are); returns their number. Without branches: what is dropped is
// overwritten by the next.
KRAIT_INLINE Fallible<size_t> keep_bytes(Thread& t, std::string_view text, const char* to, const bool* drop, char* out) {
    char* begin = out;
    TRY(in_stretches(t, text.size(), [&](size_t i, size_t end) {
        for (; i < end; ++i) {
            auto byte = static_cast<uint8_t>(text[i]);
            *out = to ? to[byte] : text[i];
            out += !drop[byte];
        }
    }));
    return static_cast<size_t>(out - begin);
}

}  // namespace

Ref bytes_translate(Thread& t, Value self_value, Value table, Value deleted) {
    BufferView map, out_bytes;
    if (!table.is_none()) {
        map = TRY(get_buffer(t, table));
        if (map.size() != 256) return raise(t, Exc::ValueError, "translation table must be 256 characters long");
    }
    if (!deleted.is_unbound()) out_bytes = TRY(get_buffer(t, deleted));
    ByteSelf self(self_value);
    std::string_view text = self.view();
    if (text.size() > 65536) TRY(charge_work(t, text.size() / 16));
    const char* to = table.is_none() ? nullptr : map.data();
    if (out_bytes.size() == 0) {
        if (!to) return self.make(t, text);
        return self.map(t, [to](uint8_t c) { return to[c]; });
    }
    bool drop[256] = {};
    TRY(in_stretches(t, out_bytes.size(), [&](size_t i, size_t end) {
        for (; i < end; ++i) drop[static_cast<uint8_t>(out_bytes.data()[i])] = true;
    }));
    HeapBuffer room(t);
    TRY(room.allocate(text.size()));
    size_t kept = TRY(to ? keep_bytes(t, text, to, drop, room.data()) : keep_bytes(t, text, nullptr, drop, room.data()));
    if (!to && kept == text.size()) return self.make(t, text);
    return self.build(t, kept, [&](char* out) { std::memcpy(out, room.data(), kept); });
}

Ref bytes_maketrans(Thread& t, Value from_value, Value to_value) {
    BufferView from = TRY(get_buffer(t, from_value)), to = TRY(get_buffer(t, to_value));
    if (from.size() != to.size()) return raise(t, Exc::ValueError, "maketrans arguments must have same length");
    char table[256];
    for (int i = 0; i < 256; ++i) table[i] = static_cast<char>(i);
    TRY(in_stretches(t, from.size(), [&](size_t i, size_t end) {
        for (; i < end; ++i) table[static_cast<uint8_t>(from.data()[i])] = to.data()[i];
    }));
    return bytes_from(t, {table, 256});
}

}  // namespace krait
