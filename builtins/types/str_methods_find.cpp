// str: searching, counting, replacing, translating.
#include <algorithm>
#include <cstring>
#include <utility>

#include "builtins/types/str_methods.h"
#include "support/utf8.h"
#include "vm/object/str_find.h"
#include "vm/object/str_units.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

Fallible<StrObject*> expect_str(Thread& t, Value v) {
    if (KRAIT_LIKELY(layout_is(v, Kind::Str))) return v.as<StrObject>();
    return raise(t, Exc::TypeError, "must be str, not %.100s", type_name_of(t, v));
}

enum class Direction { Forward, Backward };

template <Direction D>
Fallible<int64_t> search(Thread& t, StrObject* self, Value sub, Value start, Value end) {
    StrObject* needle = TRY(expect_str(t, sub));
    TextRange range = TRY(range_arguments(t, start, end));
    adjust_range(&range, self->length);
    Searcher searcher(t, span_of(self), span_of(needle));
    if (searcher.failed()) return Failed{};
    if (self->length > 65536) TRY(charge_work(t, self->length / 64));
    auto from = static_cast<size_t>(range.start), to = static_cast<size_t>(range.end);
    return D == Direction::Forward ? searcher.find(from, to) : searcher.rfind(from, to);
}

Fallible<bool> matches_wider(Thread& t, const StrObject* self, size_t at, const StrObject* part) {
    if (part->unit() > self->unit()) return false;
    Looks looks(t);
    for (size_t i = 0; i < part->length; ++i) {
        TRY(looks.next());
        if (self->at(at + i) != part->at(i)) return false;
    }
    return true;
}

KRAIT_INLINE Fallible<bool> matches_at(Thread& t, const StrObject* self, size_t at, const StrObject* part) {
    if (KRAIT_LIKELY(self->unit() == part->unit()))
        return equal_short(self->data + at * self->unit(), part->data, part->byte_size());
    return matches_wider(t, self, at, part);
}

template <Direction D>
KRAIT_INLINE Fallible<bool> matches_end(Thread& t, const StrObject* self, TextRange range, const StrObject* part) {
    int64_t room = range.end - range.start, wanted = static_cast<int64_t>(part->length);
    if (room < wanted) return false;
    int64_t at = D == Direction::Forward ? range.start : range.end - wanted;
    return matches_at(t, self, static_cast<size_t>(at), part);
}

template <Direction D>
Fallible<bool> starts_or_ends(Thread& t, StrObject* self, Value part, Value start, Value end, const char* name) {
    TextRange range{0, static_cast<int64_t>(self->length)};
    if (!start.is_unbound() || !end.is_unbound()) {
        range = TRY(range_arguments(t, start, end));
        adjust_range(&range, self->length);
    }
    if (KRAIT_LIKELY(layout_is(part, Kind::Str))) return matches_end<D>(t, self, range, part.as<StrObject>());
    TupleObject* parts = as_tuple(part);
    if (!parts)
        return raise(t, Exc::TypeError, "%s first arg must be str or a tuple of str, not %.100s", name,
                     type_name_of(t, part));
    for (uint32_t i = 0; i < parts->size; ++i) {
        StrObject* one = as_str(parts->items[i]);
        if (!one)
            return raise(t, Exc::TypeError, "tuple for %s must only contain str, not %.100s", name,
                         type_name_of(t, parts->items[i]));
        if (TRY(matches_end<D>(t, self, range, one))) return true;
    }
    return false;
}

}  // namespace

Fallible<bool> str_stands_at(Thread& t, const StrObject* text, size_t at, const StrObject* part) {
    return matches_at(t, text, at, part);
}

Fallible<int64_t> str_find(Thread& t, StrObject* self, Value sub, Value start, Value end) {
    return search<Direction::Forward>(t, self, sub, start, end);
}

Fallible<int64_t> str_rfind(Thread& t, StrObject* self, Value sub, Value start, Value end) {
    return search<Direction::Backward>(t, self, sub, start, end);
}

Fallible<int64_t> str_index(Thread& t, StrObject* self, Value sub, Value start, Value end) {
    int64_t found = TRY(str_find(t, self, sub, start, end));
    if (found < 0) return raise(t, Exc::ValueError, "substring not found");
    return found;
}

Fallible<int64_t> str_rindex(Thread& t, StrObject* self, Value sub, Value start, Value end) {
    int64_t found = TRY(str_rfind(t, self, sub, start, end));
    if (found < 0) return raise(t, Exc::ValueError, "substring not found");
    return found;
}

Fallible<int64_t> str_count(Thread& t, StrObject* self, Value sub, Value start, Value end) {
    StrObject* needle = TRY(expect_str(t, sub));
    TextRange range = TRY(range_arguments(t, start, end));
    adjust_range(&range, self->length);
    if (range.start > range.end) return 0;
    if (needle->length == 0) return range.end - range.start + 1;
    Searcher searcher(t, span_of(self), span_of(needle));
    if (searcher.failed()) return Failed{};
    if (self->length > 65536) TRY(charge_work(t, self->length / 16));
    return static_cast<int64_t>(
        TRY(searcher.count(static_cast<size_t>(range.start), static_cast<size_t>(range.end), SIZE_MAX)));
}

Fallible<bool> str_startswith(Thread& t, StrObject* self, Value prefix, Value start, Value end) {
    return starts_or_ends<Direction::Forward>(t, self, prefix, start, end, "startswith");
}

Fallible<bool> str_endswith(Thread& t, StrObject* self, Value suffix, Value start, Value end) {
    return starts_or_ends<Direction::Backward>(t, self, suffix, start, end, "endswith");
}

int str_contains(Thread& t, Value self, Value item) {
    StrObject* needle = as_str(item);
    if (!needle) {
        (void)raise(t, Exc::TypeError, "'in <string>' requires string as left operand, not %.100s",
                    type_name_of(t, item));
        return -1;
    }
    auto* text = self.as<StrObject>();
    Searcher searcher(t, span_of(text), span_of(needle));
    if (searcher.failed()) return -1;
    if (text->length > 65536 && !charge_work(t, text->length / 64)) return -1;
    Fallible<int64_t> found = searcher.find(0, text->length);
    return found.failed() ? -1 : found.take() >= 0;
}

// ------------------------------------------------------------------------------------------------ replace

namespace {

// Length of `self` after `found` pieces of `gone` characters each were replaced.
Fallible<size_t> replaced_length(Thread& t, StrObject* self, StrObject* with, size_t found, size_t gone) {
    size_t grown, length;
    if (__builtin_mul_overflow(found, with->length, &grown) ||
        __builtin_add_overflow(self->length - found * gone, grown, &length) || length > (size_t{1} << 60))
        return raise(t, Exc::OverflowError, "replace string is too long");
    return length;
}

// Between all characters: everything of both is in the result, so its width is known beforehand.
Ref replace_empty(Thread& t, StrObject* self, StrObject* with, size_t most) {
    size_t found = std::min(most, self->length + 1), at = 0;
    size_t length = TRY(replaced_length(t, self, with, found, 0));
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, length, std::max(max_char_bound(self), max_char_bound(with))));
    for (size_t k = 0; k < found; ++k) {
        copy_into(out.get(), at, with, 0, with->length);
        at += with->length;
        if (k < self->length) copy_into(out.get(), at++, self, k, k + 1);
        TRY(charge_work(t, 1 + with->length / kCharsPerWork));
    }
    if (found < self->length) copy_into(out.get(), at, self, found, self->length);
    return out;
}

// Bytes `a` become `b`, eight at a time: the sum has a byte's top bit clear only where x is zero, that is, where p has
// `a`.
void replace_bytes(const uint8_t* p, uint8_t* q, size_t n, uint8_t a, uint8_t b) {
    constexpr uint64_t kOnes = 0x0101010101010101, kLow = 0x7F7F7F7F7F7F7F7F;
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        std::memcpy(&word, p + i, 8);
        uint64_t x = word ^ kOnes * a;
        uint64_t here = (~(((x & kLow) + kLow) | x | kLow) >> 7) * 0xFF;
        word = (word & ~here) | (kOnes * b & here);
        std::memcpy(q + i, &word, 8);
    }
    for (; i < n; ++i) q[i] = p[i] == a ? b : p[i];
}

// ASCII throughout.
Ref replace_char(Thread& t, StrObject* self, char32_t from, char32_t to, size_t most) {
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, self->length, max_char_bound(self)));
    const uint8_t *p = self->u8(), a = static_cast<uint8_t>(from), b = static_cast<uint8_t>(to);
    auto* q = reinterpret_cast<uint8_t*>(out->data);
    if (most >= self->length) {
        TRY(in_stretches(t, self->length, [&](size_t i, size_t end) { replace_bytes(p + i, q + i, end - i, a, b); }));
        return out;
    }
    std::memcpy(q, p, self->length);
    TRY(in_stretches(t, self->length, [&](size_t i, size_t end) {
        for (; i < end && most; ++i) {
            if (q[i] != a) continue;
            q[i] = b;
            --most;
        }
    }));
    return out;
}

// Non-overlapping occurrences from the left; the first ones are remembered.
struct Hits {
    static constexpr size_t kRemembered = 256;
    size_t count = 0;
    size_t places[kRemembered];

    Status find_all(const Searcher& searcher, size_t length, size_t most) {
        size_t from = 0;
        count = TRY(searcher.find_all(&from, length, std::min(most, kRemembered), places));
        if (count == kRemembered) count += TRY(searcher.count(from, length, most - count));
        return ok();
    }
    Fallible<size_t> place(const Searcher& searcher, size_t k, size_t from, size_t length) const {
        return k < kRemembered ? places[k] : static_cast<size_t>(TRY(searcher.find(from, length)));
    }
};

// Text and replacement are such that the result's width is known beforehand.
Ref replace_counted(Thread& t, StrObject* self, StrObject* with, const Searcher& searcher, const Hits& hits) {
    size_t found = hits.count;
    size_t length = TRY(replaced_length(t, self, with, found, searcher.needle_length()));
    char32_t max_char = std::max(max_char_bound(self), max_char_bound(with));
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, length, max_char));
    size_t from = 0, at = 0;
    for (size_t k = 0; k < found; ++k) {
        size_t hit = TRY(hits.place(searcher, k, from, self->length));
        copy_into(out.get(), at, self, from, hit);
        at += hit - from;
        copy_into(out.get(), at, with, 0, with->length);
        at += with->length;
        TRY(charge_work(t, 1 + (hit - from + with->length) / kCharsPerWork));
        from = hit + searcher.needle_length();
    }
    copy_into(out.get(), at, self, from, self->length);
    return out;
}

Ref replace_wide(Thread& t, StrObject* self, StrObject* with, const Searcher& searcher, const Hits& hits) {
    StrBuilder out(t);
    size_t from = 0;
    for (size_t k = 0; k < hits.count; ++k) {
        size_t hit = TRY(hits.place(searcher, k, from, self->length));
        TRY(out.append(self, from, hit));
        TRY(out.append(with));
        TRY(charge_work(t, 1 + (hit - from + with->length) / kCharsPerWork));
        from = hit + searcher.needle_length();
    }
    TRY(out.append(self, from, self->length));
    return out.finish();
}

}  // namespace

Ref str_replace(Thread& t, StrObject* self, StrObject* old_text, StrObject* new_text, Optional<int64_t> count) {
    size_t most = limit_of(count);
    if (most == 0 || (self->length < old_text->length) || (self->length == 0 && count.has_value && most != SIZE_MAX))
        return str_substring(t, self, 0, self->length);
    if (old_text->length == 0) return replace_empty(t, self, new_text, most);
    Searcher searcher(t, span_of(self), span_of(old_text));
    if (searcher.failed()) return Failed{};
    if (self->length > 65536) TRY(charge_work(t, self->length / 16));
    // One ASCII character by another: one pass, nothing to count.
    bool one_to_one = old_text->length == 1 && new_text->length == 1 && self->ascii() && new_text->ascii();
    if (one_to_one && TRY(searcher.find(0, self->length)) >= 0)
        return replace_char(t, self, old_text->at(0), new_text->at(0), most);
    Hits hits;
    TRY(hits.find_all(searcher, self->length, most));
    if (hits.count == 0 || str_equal_nocall(old_text, new_text)) return str_substring(t, self, 0, self->length);
    if (!self->ascii()) return replace_wide(t, self, new_text, searcher, hits);
    return replace_counted(t, self, new_text, searcher, hits);
}

// ------------------------------------------------------------------------------------------------ translate

namespace {

// What one character becomes: appended to `out`. LookupError from the table: unchanged.
Status translate_char(Thread& t, Value table, char32_t c, StrBuilder& out) {
    Ref mapped = get_item(t, table, Value::small_int(static_cast<int>(c)));
    if (mapped.failed()) {
        if (!pending_matches(t, Exc::LookupError)) return Failed{};
        clear_exception(t);
        return out.append_char(c);
    }
    if (mapped.get().is_none()) return ok();
    if (StrObject* text = as_str(mapped)) return out.append(text);
    if (!is_int_like(mapped)) return raise(t, Exc::TypeError, "character mapping must return integer, None or str");
    int64_t code = mapped.get().is_int() ? mapped.get().as_int() : -1;
    if (mapped.get().is_bool())
        code = mapped.get().is_true();
    else if (code < 0 && mapped.get().is_object())
        code = int_to_bigint(mapped).to_int64().value_or(-1);
    if (code < 0 || code > static_cast<int64_t>(kMaxCodePoint))
        return raise(t, Exc::ValueError, "character mapping must be in range(0x%x)", kMaxCodePoint + 1);
    return out.append_char(static_cast<char32_t>(code));
}

// Answers for ASCII characters that became one ASCII character or nothing, found through an exact dict of plain values.
class AsciiTable {
  public:
    explicit AsciiTable(Value table) : dict_(is_kind(table, Kind::Dict) ? table.as<DictObject>() : nullptr) {
        std::memset(known_, kUnknown, sizeof known_);
    }
    static constexpr uint8_t kUnknown = 0xFF, kDeleted = 0xFE, kSlow = 0xFD;
    uint8_t known(uint8_t ascii) const { return known_[ascii]; }
    Fallible<uint8_t> lookup(Thread& t, char32_t c) {
        if (!dict_ || c >= 128) return kSlow;
        if (known_[c] == kUnknown) known_[c] = TRY(ask(t, c));
        return known_[c];
    }

  private:
    Fallible<uint8_t> ask(Thread& t, char32_t c) {
        Value found = TRY(dict_get(t, dict_, Value::small_int(static_cast<int>(c))));
        if (found.is_unbound()) return static_cast<uint8_t>(c);
        if (found.is_none()) return kDeleted;
        if (found.is_int() && found.as_int() >= 0 && found.as_int() < 128) return static_cast<uint8_t>(found.as_int());
        StrObject* text = is_kind(found, Kind::Str) ? found.as<StrObject>() : nullptr;
        if (text && text->ascii() && text->length == 1) return text->u8()[0];
        return kSlow;
    }
    DictObject* dict_;
    uint8_t known_[128];
};

// Keys of a dict given to maketrans: characters become their code points.
Status copy_translation(Thread& t, DictObject* from, DictObject* to) {
    size_t position = 0;
    Value key, value;
    while (dict_next_nocall(from, &position, &key, &value)) {
        Ref held = own(key), result = own(value);
        if (StrObject* text = as_str(held)) {
            if (text->length != 1)
                return raise(t, Exc::ValueError, "string keys in translate table must be of length 1");
            TRY(dict_set(t, to, Value::small_int(static_cast<int>(text->at(0))), result));
        } else if (is_int_like(held)) {
            TRY(dict_set(t, to, held, result));
        } else {
            return raise(t, Exc::TypeError, "keys in translate table must be strings or integers");
        }
    }
    return ok();
}

}  // namespace

namespace {

// As much of an ASCII text as becomes ASCII without calls; *done: characters read.
Status translate_ascii(Thread& t, StrObject* self, AsciiTable& ascii, StrBuilder& out, size_t* done) {
    if (!self->ascii() || self->length == 0) return ok();
    HeapBuffer buffer(t);
    TRY(buffer.allocate(self->length));
    const uint8_t* from = self->u8();
    char* to = buffer.data();
    size_t i = 0;
    Looks looks(t);
    for (; i < self->length; ++i) {
        TRY(looks.next());
        uint8_t mapped = ascii.known(from[i]);
        if (KRAIT_UNLIKELY(mapped >= 128)) {
            mapped = TRY(ascii.lookup(t, from[i]));
            if (mapped == AsciiTable::kDeleted) continue;
            if (mapped >= 128) break;
        }
        *to++ = static_cast<char>(mapped);
    }
    *done = i;
    return out.append_ascii({buffer.data(), static_cast<size_t>(to - buffer.data())});
}

}  // namespace

Ref str_translate(Thread& t, StrObject* self, Value table) {
    AsciiTable ascii(table);
    StrBuilder out(t);
    size_t done = 0;
    TRY(translate_ascii(t, self, ascii, out, &done));
    if (done > 65536) TRY(charge_work(t, done / 16));
    for (size_t i = done; i < self->length; ++i) {
        char32_t c = self->at(i);
        uint8_t quick = TRY(ascii.lookup(t, c));
        if (quick < 128)
            TRY(out.append_char(quick));
        else if (quick == AsciiTable::kSlow)
            TRY(translate_char(t, table, c, out));
        if ((i & 0xFFF) == 0xFFF) TRY(charge_work(t, 4096));
    }
    return out.finish();
}

Ref str_maketrans(Thread& t, Value x, Value y, Value z) {
    RefTo<DictObject> result = TRY(dict_new(t));
    if (y.is_unbound()) {
        if (!is_kind(x, Kind::Dict))
            return raise(t, Exc::TypeError, "if you give only one argument to maketrans it must be a dict");
        TRY(copy_translation(t, x.as<DictObject>(), result.get()));
        return result;
    }
    StrObject *from = as_str(x), *to = as_str(y);
    if (!to) return raise(t, Exc::TypeError, "maketrans() argument 2 must be str, not %.50s", type_name_of(t, y));
    if (!z.is_unbound() && !as_str(z))
        return raise(t, Exc::TypeError, "maketrans() argument 3 must be str, not %.50s", type_name_of(t, z));
    if (!from)
        return raise(t, Exc::TypeError, "first maketrans argument must be a string if there is a second argument");
    if (from->length != to->length)
        return raise(t, Exc::ValueError, "the first two maketrans arguments must have equal length");
    for (size_t i = 0; i < from->length; ++i) {
        TRY(charge_work(t, 1));
        TRY(dict_set(t, result.get(), Value::small_int(static_cast<int>(from->at(i))),
                     Value::small_int(static_cast<int>(to->at(i)))));
    }
    StrObject* deleted = as_str(z);
    for (size_t i = 0; deleted && i < deleted->length; ++i) {
        TRY(charge_work(t, 1));
        TRY(dict_set(t, result.get(), Value::small_int(static_cast<int>(deleted->at(i))), Value::none()));
    }
    return result;
}

}  // namespace krait
