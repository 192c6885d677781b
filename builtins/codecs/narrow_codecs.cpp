// ASCII, Latin-1, and encodings given by a character map.
#include <algorithm>
#include <cstring>

#include "builtins/codecs/error_handling.h"
#include "builtins/codecs/unicode_codecs.h"
#include "support/utf8.h"
#include "vm/object/dict_object.h"
#include "vm/object/str_units.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

// Encodings in which a character below `limit` is its own byte.
Ref encode_below(Thread& t, StrObject* text, StrObject* errors, char32_t limit, const char* name, const char* reason) {
    ByteBuilder out(t);
    TRY(out.reserve(text->length));
    EncodeErrors handling(t, name, text, errors);
    Looks looks(t);
    for (size_t i = 0; i < text->length;) {
        TRY(looks.next());
        char32_t c = text->at(i);
        if (c < limit) {
            TRY(out.append_byte(static_cast<uint8_t>(c)));
            ++i;
            continue;
        }
        size_t end = i + 1;
        for (; end < text->length && text->at(end) >= limit; ++end) TRY(looks.next());
        Ref replacement;
        size_t resume = TRY(handling.handle(i, end, reason, out, &replacement));
        if (StrObject* with = as_str(replacement)) {
            for (size_t k = 0; k < with->length; ++k) {
                if (with->at(k) >= limit) return handling.strict(i, end, reason);
                TRY(out.append_byte(static_cast<uint8_t>(with->at(k))));
            }
        }
        i = resume;
    }
    return out.finish();
}

}  // namespace

Ref encode_ascii(Thread& t, StrObject* text, StrObject* errors) {
    if (text->ascii()) return bytes_from(t, text->ascii_view());
    return encode_below(t, text, errors, 128, "ascii", "ordinal not in range(128)");
}

Ref encode_latin1(Thread& t, StrObject* text, StrObject* errors) {
    if (text->unit() == 1) return bytes_from(t, {text->data, text->length});
    return encode_below(t, text, errors, 256, "latin-1", "ordinal not in range(256)");
}

Ref decode_latin1(Thread& t, std::string_view data) { return str_from_latin1(t, data); }

Ref decode_ascii(Thread& t, std::string_view data, StrObject* errors) {
    size_t plain = ascii_prefix(data);
    if (plain == data.size()) return str_from_ascii(t, data);
    StrBuilder out(t);
    DecodeErrors handling(t, "ascii", data, errors);
    Looks looks(t);
    for (size_t i = 0; i < data.size();) {
        TRY(looks.next());
        plain = ascii_prefix(data.substr(i));
        TRY(out.append_ascii(data.substr(i, plain)));
        i += plain;
        if (i < data.size()) i = TRY(handling.handle(i, i + 1, "ordinal not in range(128)", out));
    }
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ character maps

namespace {

constexpr const char* kUndefined = "character maps to <undefined>";

// Bytes for one character, appended; false: the map has none.
Fallible<bool> append_mapped(Thread& t, Value mapping, char32_t c, ByteBuilder& out) {
    if (is_kind(mapping, Kind::Dict)) {   // a missing key needs no exception
        Value known = TRY(dict_get(t, mapping.as<DictObject>(), Value::small_int(static_cast<int>(c))));
        if (known.is_unbound()) return false;
        if (known.is_int() && known.as_int() >= 0 && known.as_int() < 256) {
            TRY(out.append_byte(static_cast<uint8_t>(known.as_int())));
            return true;
        }
    }
    Ref found = get_item(t, mapping, Value::small_int(static_cast<int>(c)));
    if (found.failed()) {
        if (!pending_matches(t, Exc::LookupError)) return Failed{};
        clear_exception(t);
        return false;
    }
    if (found.get().is_none()) return false;
    if (is_int_like(found)) {
        int64_t n = TRY(int_to_i64(t, found, "character mapping must be in range(256)"));
        if (n < 0 || n > 255) return raise(t, Exc::TypeError, "character mapping must be in range(256)");
        TRY(out.append_byte(static_cast<uint8_t>(n)));
        return true;
    }
    if (BytesObject* bytes = as_bytes(found)) {
        TRY(out.append(bytes->view()));
        return true;
    }
    return raise(t, Exc::TypeError, "character mapping must return integer, bytes or None, not %.400s",
                 type_name_of(t, found));
}

Fallible<bool> has_mapping(Thread& t, Value mapping, char32_t c) {
    ByteBuilder scratch(t);
    return append_mapped(t, mapping, c, scratch);
}

// What a decoding map gives for one byte, appended; false: undefined.
Fallible<bool> append_decoded(Thread& t, Value mapping, uint8_t byte, StrBuilder& out) {
    if (StrObject* table = as_str(mapping)) {
        if (byte >= table->length || table->at(byte) == 0xFFFE) return false;
        TRY(out.append_char(table->at(byte)));
        return true;
    }
    Ref found = get_item(t, mapping, Value::small_int(byte));
    if (found.failed()) {
        if (!pending_matches(t, Exc::LookupError)) return Failed{};
        clear_exception(t);
        return false;
    }
    if (found.get().is_none()) return false;
    if (is_int_like(found)) {
        int64_t n = TRY(int_to_i64(t, found, "character mapping must be in range(0x110000)"));
        if (n == 0xFFFE) return false;
        if (n < 0 || n > 0x10FFFF) return raise(t, Exc::TypeError, "character mapping must be in range(0x110000)");
        TRY(out.append_char(static_cast<char32_t>(n)));
        return true;
    }
    if (StrObject* text = as_str(found)) {
        if (text->length == 1 && text->at(0) == 0xFFFE) return false;
        TRY(out.append(text));
        return true;
    }
    return raise(t, Exc::TypeError, "character mapping must return integer, None or str");
}

}  // namespace

Ref encode_charmap(Thread& t, StrObject* text, StrObject* errors, Value mapping) {
    if (mapping.is_unbound() || mapping.is_none()) return encode_latin1(t, text, errors);
    ByteBuilder out(t);
    EncodeErrors handling(t, "charmap", text, errors);
    Looks looks(t);
    for (size_t i = 0; i < text->length;) {
        TRY(looks.next());
        if (TRY(append_mapped(t, mapping, text->at(i), out))) {
            ++i;
            continue;
        }
        size_t end = i + 1;
        for (; end < text->length && !TRY(has_mapping(t, mapping, text->at(end))); ++end) TRY(looks.next());
        Ref replacement;
        size_t resume = TRY(handling.handle(i, end, kUndefined, out, &replacement));
        if (StrObject* with = as_str(replacement))
            for (size_t k = 0; k < with->length; ++k)
                if (!TRY(append_mapped(t, mapping, with->at(k), out))) return handling.strict(i, end, kUndefined);
        i = resume;
    }
    return out.finish();
}

Ref decode_charmap(Thread& t, std::string_view data, StrObject* errors, Value mapping) {
    if (mapping.is_unbound() || mapping.is_none()) return decode_latin1(t, data);
    StrBuilder out(t);
    DecodeErrors handling(t, "charmap", data, errors);
    Looks looks(t);
    for (size_t i = 0; i < data.size();) {
        TRY(looks.next());
        if (TRY(append_decoded(t, mapping, static_cast<uint8_t>(data[i]), out))) ++i;
        else i = TRY(handling.handle(i, i + 1, kUndefined, out));
    }
    return out.finish();
}

}  // namespace krait
