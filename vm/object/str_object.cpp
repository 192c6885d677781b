// str: creation in the narrowest unit, comparison, hashing. Searching is in str_find.cpp, growing text in
// str_builder.cpp.
#include "vm/object/str_object.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "vm/error/raise.h"
#include "vm/object/str_units.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/long_runs.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

constexpr size_t kMaxLength = (size_t{1} << 61) - 64;

void init_header(StrObject* s, size_t length, char32_t max_char) {
    unsigned unit = unit_for(max_char);
    s->aux = static_cast<uint16_t>(unit | (max_char < 0x80 ? 8u : 0u));
    s->length = length;
    s->hash = 0;
    char* end = s->data + length * unit;
    if (KRAIT_LIKELY(unit == 1)) *end = 0;
    else std::memset(end, 0, unit);
}

template <class From, class To>
void convert(To* to, const From* from, size_t count) {
    for (size_t i = 0; i < count; ++i) to[i] = static_cast<To>(from[i]);
}

// A cell from the free list, filled as allocate_object() does it; null: that has to find one.
KRAIT_INLINE StrObject* short_str(Thread& t, size_t size) {
    void* cell = t.heap.take_free_cell(size, false);
    if (KRAIT_UNLIKELY(!cell)) return nullptr;
    auto* s = static_cast<StrObject*>(cell);
    s->refcount = 1;
    s->kind = Kind::Str;
    s->flags = 0;
    s->type = t.interp.type(Kind::Str);
    return s;
}

Ref shared_char(Thread& t, unsigned char c) {
    StrObject* shared = t.interp.single_chars[c];
    return shared ? own(shared) : Ref();
}

// Largest value by or-ing: exact about the limits 0x80, 0x100 and 0x10000, which is all that matters.
template <class T>
char32_t or_units(const T* p, size_t n) {
    uint32_t all = 0;
    for (size_t i = 0; i < n; ++i) all |= p[i];
    return all;
}

}  // namespace

void widen_units(void* to, unsigned to_unit, const void* from, unsigned from_unit, size_t count) {
    if (to_unit == from_unit) {
        if (count) std::memcpy(to, from, count * to_unit);
        return;
    }
    visit_units(to, to_unit,
                [&](auto* out) { visit_units(from, from_unit, [&](auto* in) { convert(out, in, count); }); });
}

void narrow_units(void* to, unsigned to_unit, const void* from, unsigned from_unit, size_t count) {
    widen_units(to, to_unit, from, from_unit, count);
}

char32_t max_char_of(const void* data, unsigned unit, size_t count) {
    if (unit == 1)
        return is_ascii({static_cast<const char*>(data), count}) ? (count ? 0x7F : 0) : 0xFF;
    char32_t all = visit_units(data, unit, [&](auto* p) { return or_units(p, count); });
    return all > kMaxCodePoint ? kMaxCodePoint : all;
}

// ------------------------------------------------------------------------------------------------ creation

RefTo<StrObject> str_new_uninitialised(Thread& t, size_t length, char32_t max_char) {
    if (length > kMaxLength / 4) return raise_memory_error(t);
    size_t size = kStrHeaderSize + (length + 1) * unit_for(max_char);
    StrObject* s = short_str(t, size);
    if (KRAIT_UNLIKELY(!s)) {
        note_bytes(t, size);
        s = allocate<StrObject>(t, t.interp.type(Kind::Str), size);
        if (!s) return Failed{};
    }
    init_header(s, length, max_char);
    return RefTo<StrObject>::steal(s);
}

static Ref empty_str(Thread& t) {
    if (StrObject* shared = t.interp.empty_str) return own(shared);
    return str_new_uninitialised(t, 0, 0);
}

Ref str_from_ascii(Thread& t, std::string_view ascii) {
    if (ascii.size() <= 1) {
        if (ascii.empty()) return empty_str(t);
        if (Ref shared = shared_char(t, static_cast<unsigned char>(ascii[0])); !shared.get().is_unbound())
            return shared;
    }
    if (StrObject* s = short_str(t, kStrHeaderSize + ascii.size() + 1)) {
        init_header(s, ascii.size(), 0x7F);
        copy_short(s->data, ascii.data(), ascii.size());
        return Ref::steal(s);
    }
    RefTo<StrObject> s = TRY(str_new_uninitialised(t, ascii.size(), 0x7F));
    std::memcpy(s->data, ascii.data(), ascii.size());
    return s;
}

// utf8_inspect() of a text of any length.
static Fallible<Utf8Info> inspect_utf8(Thread& t, std::string_view utf8) {
    Utf8Info all;
    TRY(in_utf8_pieces(t, utf8, [&](std::string_view piece) {
        if (all.error) return;
        Utf8Info info = utf8_inspect(piece, Surrogates::Pass);
        if (info.error) {   // what is at fault may reach beyond the piece
            auto at = static_cast<size_t>(piece.data() - utf8.data());
            all.error = utf8_validate(utf8.substr(at), Surrogates::Pass);
            all.error.position += at;
        }
        all.length += info.length;
        all.max_code = std::max(all.max_code, info.max_code);
    }));
    return all;
}

Ref str_from_utf8_unless(Thread& t, std::string_view utf8, Utf8Error* error) {
    if (is_ascii(utf8)) return str_from_ascii(t, utf8);
    Utf8Info info = TRY(inspect_utf8(t, utf8));
    *error = info.error;
    if (info.error) return Ref();
    RefTo<StrObject> s = TRY(str_new_uninitialised(t, info.length, info.max_code));
    TRY(visit_units(static_cast<void*>(s->data), s->unit(), [&](auto* out) {
        return in_utf8_pieces(t, utf8, [&](std::string_view piece) {
            using Unit = std::remove_pointer_t<decltype(out)>;
            if constexpr (sizeof(Unit) == 4) utf8_decode_into(piece, reinterpret_cast<char32_t*>(out));
            else utf8_decode_into(piece, out);
            if (piece.data() + piece.size() != utf8.data() + utf8.size()) out += utf8_length(piece);
        });
    }));
    return s;
}

Ref str_from_utf8(Thread& t, std::string_view utf8) {
    Utf8Error error;
    Ref s = TRY(str_from_utf8_unless(t, utf8, &error));
    if (!error) return s;
    std::string repaired;   // callers promise valid text; whatever else comes must not break the object
    for (size_t i = 0; i < utf8.size();) {
        Utf8Char c = utf8_decode_one(utf8, i, Surrogates::Pass);
        utf8_append(c.fault == Utf8Fault::None ? c.code : U'\uFFFD', &repaired);
        i += c.length ? c.length : 1;
    }
    return str_from_utf8(t, repaired);
}

Ref str_from_units(Thread& t, const void* data, unsigned unit, size_t count) {
    if (count <= 1) {
        if (count == 0) return empty_str(t);
        char32_t c = visit_units(data, unit, [](auto* p) { return char32_t(*p); });
        return str_from_char(t, c);
    }
    char32_t max_char = max_char_of(data, unit, count);
    RefTo<StrObject> s = TRY(str_new_uninitialised(t, count, max_char));
    narrow_units(s->data, s->unit(), data, unit, count);
    return s;
}

Ref str_from_latin1(Thread& t, std::string_view latin1) { return str_from_units(t, latin1.data(), 1, latin1.size()); }

Ref str_from_ucs4(Thread& t, const char32_t* text, size_t n) { return str_from_units(t, text, 4, n); }

Ref str_from_char(Thread& t, char32_t c) {
    if (KRAIT_LIKELY(c < 0x80)) {
        if (Ref shared = shared_char(t, static_cast<unsigned char>(c)); !shared.get().is_unbound()) return shared;
    }
    RefTo<StrObject> s = TRY(str_new_uninitialised(t, 1, c));
    put_char(s.get(), 0, c);
    return s;
}

Ref str_substring(Thread& t, StrObject* s, size_t start, size_t end) {
    if (end > s->length) end = s->length;
    if (start >= end) return empty_str(t);
    if (start == 0 && end == s->length && s->kind == Kind::Str) return own(s);
    const char* from = s->data + start * s->unit();
    if (s->ascii()) return str_from_ascii(t, {from, end - start});
    return str_from_units(t, from, s->unit(), end - start);
}

Ref str_concat(Thread& t, StrObject* a, StrObject* b) {
    if (b->length == 0 && a->kind == Kind::Str) return own(a);
    if (a->length == 0 && b->kind == Kind::Str) return own(b);
    char32_t max_char = std::max(max_char_bound(a), max_char_bound(b));
    RefTo<StrObject> s = TRY(str_new_uninitialised(t, a->length + b->length, max_char));
    copy_into(s.get(), 0, a, 0, a->length);
    copy_into(s.get(), a->length, b, 0, b->length);
    if (s->byte_size() > 65536) TRY(charge_work(t, s->byte_size() / 64));
    return s;
}

Ref str_format_c(Thread& t, const char* format, ...) {
    char small[512];
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int n = std::vsnprintf(small, sizeof small, format, arguments);
    va_end(arguments);
    if (n < 0) n = 0;
    size_t size = static_cast<size_t>(n);
    if (size < sizeof small) {
        va_end(again);
        return str_from_utf8(t, {small, size});
    }
    char* large = static_cast<char*>(t.heap.allocate_buffer(size + 1));
    if (!large) {
        va_end(again);
        return raise_memory_error(t);
    }
    std::vsnprintf(large, size + 1, format, again);
    va_end(again);
    Ref result = str_from_utf8(t, {large, size});
    t.heap.free_buffer(large, size + 1);
    return result;
}

Ref str_new_subclass(Thread& t, TypeObject* type, StrObject* text) {
    if (type == t.interp.type(Kind::Str))
        return text->kind == Kind::Str ? own(text) : str_substring(t, text, 0, text->length);
    size_t item_bytes = (text->length + 1) * text->unit();
    auto* s = reinterpret_cast<StrObject*>(allocate_object(t, type, instance_size(type, item_bytes)));
    if (!s) return Failed{};
    s->aux = text->aux;
    s->length = text->length;
    s->hash = text->hash;
    std::memcpy(s->data, text->data, item_bytes);
    instance_init_trailer(s);
    if (has_flag(type, kTypeGc)) gc_track(s);
    return Ref::steal(s);
}

void str_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

// ------------------------------------------------------------------------------------------------ access

template <class T>
static size_t utf8_size_of(const T* units, size_t n) {
    size_t size = n;
    for (size_t i = 0; i < n; ++i) {
        char32_t c = units[i];
        size += size_t{c >= 0x80} + (c >= 0x800) + (c >= 0x10000);
    }
    return size;
}
template <class T>
static void append_as_utf8(const T* units, size_t n, std::string* out) {
    size_t had = out->size();
    out->resize(had + utf8_size_of(units, n));
    char* to = out->data() + had;
    for (size_t i = 0; i < n; ++i) {
        char32_t c = units[i];
        if (KRAIT_LIKELY(c < 0x80)) {
            *to++ = static_cast<char>(c);
        } else if (c < 0x800) {
            *to++ = static_cast<char>(0xC0 | c >> 6);
            *to++ = static_cast<char>(0x80 | (c & 63));
        } else if (c < 0x10000) {
            *to++ = static_cast<char>(0xE0 | c >> 12);
            *to++ = static_cast<char>(0x80 | (c >> 6 & 63));
            *to++ = static_cast<char>(0x80 | (c & 63));
        } else {
            to += utf8_encode(c, to);
        }
    }
}

std::string str_to_utf8(const StrObject* s) {
    if (s->ascii()) return std::string(s->data, s->length);
    std::string out;
    visit_units(s, [&](auto* p) { append_as_utf8(p, s->length, &out); });
    return out;
}

std::string told(const Thread& t, const StrObject* s, size_t most) {
    if (s->length <= most || tells_all(t)) return str_to_utf8(s);
    std::string out;
    visit_units(s, [&](auto* p) { append_as_utf8(p, most, &out); });
    return out += "...";
}

std::string told(const Thread& t, const char* text) {
    size_t size = std::strlen(text);
    if (size <= kMostTold || tells_all(t)) return std::string(text, size);
    for (size = kMostTold; (text[size] & 0xC0) == 0x80;) --size;
    return std::string(text, size) += "...";
}

Fallible<std::string> str_to_utf8_in_stretches(Thread& t, const StrObject* s) {
    if (s->length <= kPlacesPerLook) return str_to_utf8(s);
    std::string out;
    out.reserve(s->length * (s->ascii() ? 1 : s->unit() == 4 ? 4 : s->unit() + 1));   // growing would copy all at once
    TRY(visit_units(s, [&](auto* p) {
        return in_stretches(t, s->length, [&](size_t i, size_t end) { append_as_utf8(p + i, end - i, &out); });
    }));
    return out;
}

Status check_encodable(Thread& t, StrObject* s) {
    if (s->unit() == 1) return ok();
    return visit_units(s, [&](auto* p) -> Status {
        size_t start = TRY(end_of_run(t, p, 0, s->length, [](char32_t c) { return !is_surrogate(c); }));
        if (start == s->length) return ok();
        size_t end = TRY(end_of_run(t, p, start, s->length, is_surrogate));
        return raise_unicode_encode_error(t, "utf-8", Value::object(s), start, end, "surrogates not allowed");
    });
}

Fallible<std::string> str_to_utf8_strict(Thread& t, StrObject* s) {
    TRY(check_encodable(t, s));
    return str_to_utf8_in_stretches(t, s);
}

bool str_equal_nocall(const StrObject* a, const StrObject* b) {
    if (a == b) return true;
    if (a->length != b->length || a->aux != b->aux) return false;
    if (a->flags & b->flags & kInterned) return false;
    return std::memcmp(a->data, b->data, a->byte_size()) == 0;
}

int str_compare_nocall(const StrObject* a, const StrObject* b) {
    size_t n = std::min(a->length, b->length);
    if (a->unit() == 1 && b->unit() == 1) {
        if (int order = std::memcmp(a->data, b->data, n)) return order;
    } else {
        int order = visit_units(a, [&](auto* p) {
            return visit_units(b, [&](auto* q) {
                for (size_t i = 0; i < n; ++i)
                    if (p[i] != q[i]) return p[i] < q[i] ? -1 : 1;
                return 0;
            });
        });
        if (order) return order;
    }
    return a->length < b->length ? -1 : a->length > b->length;
}

bool str_equals_ascii(const StrObject* s, std::string_view ascii) {
    return s->ascii() && s->length == ascii.size() && std::memcmp(s->data, ascii.data(), ascii.size()) == 0;
}

// The hash of nothing is 0, which stands for "not known yet" here: looking again costs nothing.
uint64_t str_hash(Thread& t, StrObject* s) {
    if (s->hash == 0) s->hash = hash_bytes(t.interp, s->data, s->byte_size());
    return s->hash;
}

uint64_t bytes_hash(Thread& t, BytesObject* b) {
    if (b->hash == 0) b->hash = hash_bytes(t.interp, b->data, b->length);
    return b->hash;
}

}  // namespace krait
