// UTF-8, UTF-16, UTF-32.
#include <cstring>

#include "builtins/codecs/error_handling.h"
#include "builtins/codecs/unicode_codecs.h"
#include "vm/object/str_units.h"
#include "vm/object/str_utf8.h"

namespace krait {

namespace {

constexpr const char* kNoSurrogates = "surrogates not allowed";

Fallible<size_t> surrogate_run(Looks& looks, const StrObject* text, size_t start) {
    size_t end = start + 1;
    for (; end < text->length && is_surrogate(text->at(end)); ++end) TRY(looks.next());
    return end;
}

}  // namespace

// ------------------------------------------------------------------------------------------------ UTF-8

namespace {

// UTF-8 size, or 0 when there is a surrogate.
template <class T>
size_t encoded_size(const T* p, size_t n) {
    size_t size = n;
    for (size_t i = 0; i < n; ++i) {
        uint32_t c = p[i];
        size += (c >= 0x80) + (c >= 0x800) + (c >= 0x10000);
        if (sizeof(T) > 1 && (c & 0xFFFFF800u) == 0xD800) return 0;
    }
    return size;
}

Fallible<size_t> encoded_size(Thread& t, const StrObject* text) {
    size_t size = 0;
    bool fits = true;
    TRY(visit_units(text, [&](auto* p) {
        return in_stretches(t, text->length, [&](size_t i, size_t end) {
            size_t more = fits ? encoded_size(p + i, end - i) : 0;
            fits = more != 0;
            size += more;
        });
    }));
    return fits ? size : 0;
}

// Texts up to this length are encoded at once into room for the longest result.
constexpr size_t kEncodedAtOnce = size_t{1} << 16;

// The end of the encoded text, or null when there is a surrogate.
template <class T>
char* encode_units(const T* p, size_t n, char* out) {
    for (size_t i = 0; i < n; ++i) {
        uint32_t c = p[i];
        if (c < 0x80) {
            *out++ = static_cast<char>(c);
        } else if (c < 0x800) {
            const char pair[2] = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
            std::memcpy(out, pair, sizeof pair);
            out += sizeof pair;
        } else {
            if ((c & 0xFFFFF800u) == 0xD800) return nullptr;
            out += utf8_encode(c, out);
        }
    }
    return out;
}

// Well-formed UTF-8 through and through: number of characters and the largest (a bound of its width).
bool inspect_utf8(std::string_view data, size_t* length, char32_t* max_char) {
    auto* p = reinterpret_cast<const uint8_t*>(data.data());
    const uint8_t* end = p + data.size();
    auto follows = [](uint8_t c) { return (c & 0xC0) == 0x80; };
    size_t n = 0;
    char32_t most = 0;
    while (p < end) {
        uint8_t c = *p;
        if (c < 0x80) {
            ++p, ++n;
            if (p == end || *p >= 0x80) continue;
            for (uint64_t word; end - p >= 8; p += 8, n += 8) {
                std::memcpy(&word, p, 8);
                if (word & 0x8080808080808080u) break;
            }
            continue;
        }
        char32_t code;
        ptrdiff_t left = end - p;
        if (c < 0xE0) {
            if (c < 0xC2 || left < 2 || !follows(p[1])) return false;
            code = (c & 31u) << 6 | (p[1] & 63u);
            p += 2;
        } else if (c < 0xF0) {
            if (left < 3 || !follows(p[1]) || !follows(p[2])) return false;
            code = (c & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
            if (code < 0x800 || is_surrogate(code)) return false;
            p += 3;
        } else {
            if (c > 0xF4 || left < 4 || !follows(p[1]) || !follows(p[2]) || !follows(p[3])) return false;
            code = (c & 7u) << 18 | (p[1] & 63u) << 12 | (p[2] & 63u) << 6 | (p[3] & 63u);
            if (code < 0x10000 || code > kMaxCodePoint) return false;
            p += 4;
        }
        most |= code;
        ++n;
    }
    *length = n;
    *max_char = most > kMaxCodePoint ? kMaxCodePoint : most;
    return true;
}

// What inspect_utf8() found well-formed; returns the end.
template <class T>
T* decode_units(std::string_view data, T* out) {
    auto* p = reinterpret_cast<const uint8_t*>(data.data());
    const uint8_t* end = p + data.size();
    while (p < end) {
        uint32_t c = *p;
        if (c < 0x80) {
            *out++ = static_cast<T>(c);
            ++p;
        } else if (c < 0xE0) {
            *out++ = static_cast<T>((c & 31) << 6 | (p[1] & 63u));
            p += 2;
        } else if (c < 0xF0) {
            *out++ = static_cast<T>((c & 15) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u));
            p += 3;
        } else {
            *out++ = static_cast<T>((c & 7) << 18 | (p[1] & 63u) << 12 | (p[2] & 63u) << 6 | (p[3] & 63u));
            p += 4;
        }
    }
    return out;
}

// inspect_utf8() of a text of any length.
Fallible<bool> inspect_long(Thread& t, std::string_view data, size_t* length, char32_t* max_char) {
    bool good = true;
    size_t all = 0;
    char32_t most = 0;
    TRY(in_utf8_pieces(t, data, [&](std::string_view piece) {
        size_t n = 0;
        char32_t bound = 0;
        good = good && inspect_utf8(piece, &n, &bound);
        all += n;
        most = std::max(most, bound);
    }));
    *length = all;
    *max_char = most;
    return good;
}

// Texts up to this size are decoded at once into room for the longest result.
constexpr size_t kDecodedAtOnce = size_t{1} << 16;

KRAIT_INLINE void widen_eight(const uint8_t* from, uint16_t* to) {
    typedef uint8_t Bytes __attribute__((vector_size(8)));
    typedef uint16_t Units __attribute__((vector_size(16)));
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    Units units = __builtin_convertvector(bytes, Units);
    std::memcpy(to, &units, sizeof units);
}

}  // namespace

char* encode_utf8_into(const StrObject* text, size_t from, size_t to, char* out) {
    return visit_units(text, [&](auto* p) { return encode_units(p + from, to - from, out); });
}

uint16_t* decode_utf8_narrow(std::string_view data, uint16_t* out, uint32_t* all) {
    auto* p = reinterpret_cast<const uint8_t*>(data.data());
    const uint8_t* end = p + data.size();
    auto follows = [](uint32_t c) { return (c & 0xC0) == 0x80; };
    uint32_t bits = 0;
    while (p < end) {
        uint32_t c = *p;
        if (c < 0x80) {
            *out++ = static_cast<uint16_t>(c);
            ++p;
            if (p == end || *p >= 0x80) continue;
            for (uint64_t word; end - p >= 8; p += 8, out += 8) {
                std::memcpy(&word, p, 8);
                if (word & 0x8080808080808080u) break;
                widen_eight(p, out);
            }
            continue;
        }
        if (c < 0xE0) {
            if (c < 0xC2 || end - p < 2 || !follows(p[1])) return nullptr;
            c = (c & 31) << 6 | (p[1] & 63u);
            p += 2;
        } else {
            if (c >= 0xF0 || end - p < 3 || !follows(p[1]) || !follows(p[2])) return nullptr;
            c = (c & 15) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
            if (c < 0x800 || is_surrogate(c)) return nullptr;
            p += 3;
        }
        *out++ = static_cast<uint16_t>(c);
        bits |= c;
    }
    *all = bits;
    return out;
}

// What decode_utf8_narrow() can read, in one pass; UNBOUND: it cannot.
static Ref decode_at_once(Thread& t, std::string_view data) {
    HeapBuffer room(t);
    TRY(room.allocate(data.size() * sizeof(uint16_t)));
    auto* units = reinterpret_cast<uint16_t*>(room.data());
    uint32_t all = 0;
    const uint16_t* end = decode_utf8_narrow(data, units, &all);
    if (!end) return Ref();
    auto length = static_cast<size_t>(end - units);
    if (length == 1) return str_from_char(t, units[0]);
    RefTo<StrObject> text = TRY(str_new_uninitialised(t, length, all));
    narrow_units(text->data, text->unit(), units, sizeof *units, length);
    return text;
}

Ref encode_utf8(Thread& t, StrObject* text, StrObject* errors) {
    if (text->ascii()) return bytes_from(t, text->ascii_view());
    size_t most = text->length * (text->unit() == 4 ? 4 : text->unit() + 1);
    if (most <= kEncodedAtOnce) {
        auto* room = static_cast<char*>(t.heap.allocate_buffer(most));
        if (!room) return raise_memory_error(t);
        const char* end = encode_utf8_into(text, 0, text->length, room);
        Ref bytes = end ? bytes_from(t, {room, static_cast<size_t>(end - room)}) : Ref();
        t.heap.free_buffer(room, most);
        if (end) return bytes;
    } else if (size_t size = TRY(encoded_size(t, text))) {
        RefTo<BytesObject> bytes = TRY(bytes_new_uninitialised(t, size));
        char* out = bytes->data;
        TRY(visit_units(text, [&](auto* p) {
            auto stretch = [&](size_t i, size_t end) { out = encode_units(p + i, end - i, out); };
            return in_stretches(t, text->length, stretch);
        }));
        return bytes;
    }
    ByteBuilder out(t);
    TRY(out.reserve(text->length * (text->unit() == 1 ? 2 : text->unit() == 2 ? 3 : 4)));
    EncodeErrors handling(t, "utf-8", text, errors);
    Looks looks(t);
    for (size_t i = 0; i < text->length;) {
        TRY(looks.next());
        char32_t c = text->at(i);
        if (KRAIT_LIKELY(!is_surrogate(c))) {
            char bytes[4];
            TRY(out.append({bytes, utf8_encode(c, bytes)}));
            ++i;
            continue;
        }
        size_t end = TRY(surrogate_run(looks, text, i));
        Ref replacement;
        size_t resume = TRY(handling.handle(i, end, kNoSurrogates, out, &replacement));
        if (StrObject* with = as_str(replacement)) {
            if (!with->ascii()) return handling.strict(i, end, kNoSurrogates);
            TRY(out.append(with->ascii_view()));
        }
        i = resume;
    }
    return out.finish();
}

Ref decode_utf8_stateful(Thread& t, std::string_view data, StrObject* errors, size_t* consumed) {
    if (consumed) *consumed = data.size();
    if (is_ascii(data)) return str_from_ascii(t, data);
    if (data.size() <= kDecodedAtOnce) {
        Ref text = TRY(decode_at_once(t, data));
        if (!text.get().is_unbound()) return text;
    }
    size_t length;
    char32_t max_char;
    if (TRY(inspect_long(t, data, &length, &max_char))) {
        if (length == 1) return str_from_utf8(t, data);
        RefTo<StrObject> text = TRY(str_new_uninitialised(t, length, max_char));
        TRY(visit_units(static_cast<void*>(text->data), text->unit(), [&](auto* p) {
            return in_utf8_pieces(t, data, [&](std::string_view piece) { p = decode_units(piece, p); });
        }));
        return text;
    }
    StrBuilder out(t);
    DecodeErrors handling(t, "utf-8", data, errors);
    for (size_t position = 0;;) {
        Utf8Error error = utf8_validate(data.substr(position));
        size_t good = error ? error.position : data.size() - position;
        TRY(out.append_utf8(data.substr(position, good)));
        position += good;
        if (!error) break;
        if (consumed && error.fault == Utf8Fault::UnexpectedEnd) {
            *consumed = position;
            break;
        }
        std::string_view reason = to_string(error.fault);
        position = TRY(handling.handle(position, position + error.length, reason.data(), out));
        TRY(charge_work(t, 16));
    }
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ UTF-16

namespace {

Status put16(ByteBuilder& out, unsigned unit, bool big) {
    char bytes[2] = {static_cast<char>(big ? unit >> 8 : unit), static_cast<char>(big ? unit : unit >> 8)};
    return out.append({bytes, 2});
}

Status put32(ByteBuilder& out, char32_t c, bool big) {
    char bytes[4];
    for (unsigned i = 0; i < 4; ++i) bytes[i] = static_cast<char>(c >> 8 * (big ? 3 - i : i));
    return out.append({bytes, 4});
}

Status put_utf16(ByteBuilder& out, char32_t c, bool big) {
    if (c < 0x10000) return put16(out, c, big);
    TRY(put16(out, 0xD800 + ((c - 0x10000) >> 10), big));
    return put16(out, 0xDC00 + ((c - 0x10000) & 0x3FF), big);
}

// What an error handler gave for a surrogate, in a wide encoding of `size` bytes per unit.
template <class Put>
Fallible<size_t> handle_wide(EncodeErrors& handling, size_t start, size_t size, ByteBuilder& out, Put put) {
    size_t end = start + 1, before = out.length();
    Ref replacement;
    size_t resume = TRY(handling.handle(start, end, kNoSurrogates, out, &replacement));
    if ((out.length() - before) % size) return handling.strict(start, end, kNoSurrogates);
    if (StrObject* with = as_str(replacement)) {
        if (!with->ascii()) return handling.strict(start, end, kNoSurrogates);
        for (size_t i = 0; i < with->length; ++i) TRY(put(with->at(i)));
    }
    return resume;
}

uint32_t unit16(std::string_view data, size_t i, bool big) {
    auto a = static_cast<uint8_t>(data[i]), b = static_cast<uint8_t>(data[i + 1]);
    return big ? static_cast<uint32_t>(a << 8 | b) : static_cast<uint32_t>(b << 8 | a);
}

uint32_t unit32(std::string_view data, size_t i, bool big) {
    uint32_t c = 0;
    for (size_t k = 0; k < 4; ++k)
        c |= uint32_t{static_cast<uint8_t>(data[i + k])} << (8 * (big ? 3 - k : k));
    return c;
}

}  // namespace

Ref encode_utf16(Thread& t, StrObject* text, StrObject* errors, ByteOrder order) {
    bool big = order == ByteOrder::Big;
    const char* name = order == ByteOrder::Native ? "utf-16" : big ? "utf-16-be" : "utf-16-le";
    ByteBuilder out(t);
    TRY(out.reserve(text->length * 2 + 2));
    if (order == ByteOrder::Native) TRY(put16(out, 0xFEFF, false));
    EncodeErrors handling(t, name, text, errors);
    Looks looks(t);
    for (size_t i = 0; i < text->length;) {
        TRY(looks.next());
        char32_t c = text->at(i);
        if (is_surrogate(c)) {
            i = TRY(handle_wide(handling, i, 2, out, [&](char32_t r) { return put_utf16(out, r, big); }));
        } else {
            TRY(put_utf16(out, c, big));
            ++i;
        }
    }
    return out.finish();
}

Ref encode_utf32(Thread& t, StrObject* text, StrObject* errors, ByteOrder order) {
    bool big = order == ByteOrder::Big;
    const char* name = order == ByteOrder::Native ? "utf-32" : big ? "utf-32-be" : "utf-32-le";
    ByteBuilder out(t);
    TRY(out.reserve(text->length * 4 + 4));
    if (order == ByteOrder::Native) TRY(put32(out, 0xFEFF, false));
    EncodeErrors handling(t, name, text, errors);
    Looks looks(t);
    for (size_t i = 0; i < text->length;) {
        TRY(looks.next());
        char32_t c = text->at(i);
        if (is_surrogate(c)) {
            i = TRY(handle_wide(handling, i, 4, out, [&](char32_t r) { return put32(out, r, big); }));
        } else {
            TRY(put32(out, c, big));
            ++i;
        }
    }
    return out.finish();
}

Ref decode_utf16(Thread& t, std::string_view data, StrObject* errors, ByteOrder* order, size_t* consumed) {
    size_t i = 0;
    if (*order == ByteOrder::Native && data.size() >= 2) {
        uint32_t mark = unit16(data, 0, false);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            *order = mark == 0xFEFF ? ByteOrder::Little : ByteOrder::Big;
            i = 2;
        }
    }
    bool big = *order == ByteOrder::Big;
    StrBuilder out(t);
    DecodeErrors handling(t, big ? "utf-16-be" : "utf-16-le", data, errors);
    Looks looks(t);
    while (i < data.size()) {
        TRY(looks.next());
        size_t n = data.size();
        size_t bad_end = i + 2;
        const char* reason = nullptr;
        if (n - i < 2) {
            if (consumed) break;
            reason = "truncated data";
            bad_end = n;
        } else {
            uint32_t c = unit16(data, i, big);
            if (!is_surrogate(c)) {
                TRY(out.append_char(c));
                i += 2;
                continue;
            }
            if (n - i < 4) {
                if (consumed) break;
                reason = "unexpected end of data";
                bad_end = n;
            } else if (c >= 0xDC00) {
                reason = "illegal encoding";
            } else {
                uint32_t low = unit16(data, i + 2, big);
                if (low >= 0xDC00 && low < 0xE000) {
                    TRY(out.append_char(0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00)));
                    i += 4;
                    continue;
                }
                reason = "illegal UTF-16 surrogate";
            }
        }
        i = TRY(handling.handle(i, bad_end, reason, out));
    }
    if (consumed) *consumed = i;
    return out.finish();
}

Ref decode_utf32(Thread& t, std::string_view data, StrObject* errors, ByteOrder* order, size_t* consumed) {
    size_t i = 0;
    if (*order == ByteOrder::Native && data.size() >= 4) {
        uint32_t mark = unit32(data, 0, false);
        if (mark == 0xFEFF || mark == 0xFFFE0000) {
            *order = mark == 0xFEFF ? ByteOrder::Little : ByteOrder::Big;
            i = 4;
        }
    }
    bool big = *order == ByteOrder::Big;
    StrBuilder out(t);
    DecodeErrors handling(t, big ? "utf-32-be" : "utf-32-le", data, errors);
    Looks looks(t);
    while (i < data.size()) {
        TRY(looks.next());
        size_t n = data.size();
        const char* reason = nullptr;
        size_t bad_end = i + 4;
        if (n - i < 4) {
            if (consumed) break;
            reason = "truncated data";
            bad_end = n;
        } else {
            uint32_t c = unit32(data, i, big);
            if (is_surrogate(c)) reason = "code point in surrogate code point range(0xd800, 0xe000)";
            else if (c > kMaxCodePoint) reason = "code point not in range(0x110000)";
            if (!reason) {
                TRY(out.append_char(c));
                i += 4;
                continue;
            }
        }
        i = TRY(handling.handle(i, bad_end, reason, out));
    }
    if (consumed) *consumed = i;
    return out.finish();
}

}  // namespace krait
