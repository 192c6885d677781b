#include "builtins/codecs/error_handling.h"

#include <cstdio>

#include "builtins/codecs/registry.h"
#include "support/unicode_data.h"
#include "support/utf8.h"
#include "vm/object/exception_object.h"

namespace krait {

ErrorMode error_mode(const StrObject* name) {
    if (!name) return ErrorMode::Strict;
    static constexpr std::pair<std::string_view, ErrorMode> kModes[] = {
        {"strict", ErrorMode::Strict},
        {"ignore", ErrorMode::Ignore},
        {"replace", ErrorMode::Replace},
        {"backslashreplace", ErrorMode::BackslashReplace},
        {"xmlcharrefreplace", ErrorMode::XmlCharRefReplace},
        {"namereplace", ErrorMode::NameReplace},
        {"surrogateescape", ErrorMode::SurrogateEscape},
        {"surrogatepass", ErrorMode::SurrogatePass},
    };
    for (auto [text, mode] : kModes)
        if (str_equals_ascii(name, text)) return mode;
    return ErrorMode::User;
}

UtfFamily utf_family(std::string_view name) {
    char folded[16];
    size_t n = 0;
    for (char c : name) {
        if (c == '-' || c == '_') continue;
        if (n == sizeof folded) return UtfFamily::None;
        folded[n++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    std::string_view key(folded, n);
    if (key == "utf8" || key == "cputf8" || key == "cp65001") return UtfFamily::Utf8;
    if (key == "utf16" || key == "utf16le") return UtfFamily::Utf16Little;
    if (key == "utf16be") return UtfFamily::Utf16Big;
    if (key == "utf32" || key == "utf32le") return UtfFamily::Utf32Little;
    if (key == "utf32be") return UtfFamily::Utf32Big;
    return UtfFamily::None;
}

// ------------------------------------------------------------------------------------------------ replacements

Status append_backslash_escape(StrBuilder& out, char32_t c) {
    char text[16];
    const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    int n = std::snprintf(text, sizeof text, format, static_cast<unsigned>(c));
    return out.append_ascii({text, static_cast<size_t>(n)});
}

Status append_character_reference(StrBuilder& out, char32_t c) {
    char text[16];
    int n = std::snprintf(text, sizeof text, "&#%u;", static_cast<unsigned>(c));
    return out.append_ascii({text, static_cast<size_t>(n)});
}

Status append_name_escape(StrBuilder& out, char32_t c) {
    std::string name = unicode::name(c);
    if (name.empty()) return append_backslash_escape(out, c);
    TRY(out.append_ascii("\\N{"));
    TRY(out.append_ascii(name));
    return out.append_char('}');
}

size_t encode_surrogate(UtfFamily family, char32_t c, char out[4]) {
    auto low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    switch (family) {
        case UtfFamily::Utf8: return utf8_encode(c, out);
        case UtfFamily::Utf16Little: out[0] = low, out[1] = high; return 2;
        case UtfFamily::Utf16Big: out[0] = high, out[1] = low; return 2;
        case UtfFamily::Utf32Little: out[0] = low, out[1] = high, out[2] = out[3] = 0; return 4;
        case UtfFamily::Utf32Big: out[0] = out[1] = 0, out[2] = high, out[3] = low; return 4;
        default: return 0;
    }
}

char32_t decode_surrogate(UtfFamily family, std::string_view data, size_t* length) {
    auto at = [&](size_t i) { return static_cast<char32_t>(static_cast<uint8_t>(data[i])); };
    char32_t c = 0;
    size_t n = family == UtfFamily::Utf8 ? 3 : family <= UtfFamily::Utf16Big ? 2 : 4;
    if (family == UtfFamily::None || data.size() < n) return 0;
    switch (family) {
        case UtfFamily::Utf8:
            if ((at(0) & 0xF0) == 0xE0 && (at(1) & 0xC0) == 0x80 && (at(2) & 0xC0) == 0x80)
                c = (at(0) & 15) << 12 | (at(1) & 63) << 6 | (at(2) & 63);
            break;
        case UtfFamily::Utf16Little: c = at(1) << 8 | at(0); break;
        case UtfFamily::Utf16Big: c = at(0) << 8 | at(1); break;
        case UtfFamily::Utf32Little: c = at(3) << 24 | at(2) << 16 | at(1) << 8 | at(0); break;
        default: c = at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3); break;
    }
    *length = n;
    return is_surrogate(c) ? c : 0;
}

// ------------------------------------------------------------------------------------------------ encoding

Failed EncodeErrors::strict(size_t start, size_t end, const char* reason) {
    return raise_unicode_encode_error(thread_, encoding_, Value::object(text_), start, end, reason);
}

Fallible<size_t> EncodeErrors::escape_surrogates(size_t start, size_t end, const char* reason, ByteBuilder& out) {
    size_t i = start;
    for (; i < end; ++i) {
        char32_t c = text_->at(i);
        if (c < 0xDC80 || c > 0xDCFF) break;
        TRY(out.append_byte(static_cast<uint8_t>(c - 0xDC00)));
    }
    if (i == end) return end;
    // Codecs with bytes for units blame what comes behind the last escaped byte, the others the whole run.
    std::string_view name = encoding_;
    bool narrow = name == "utf-8" || name == "ascii" || name == "latin-1";
    return strict(narrow ? i : start, end, reason);
}

Fallible<size_t> EncodeErrors::pass_surrogates(size_t start, size_t end, const char* reason, ByteBuilder& out) {
    UtfFamily family = utf_family(encoding_);
    if (family == UtfFamily::None) return strict(start, end, reason);
    for (size_t i = start; i < end; ++i) {
        char32_t c = text_->at(i);
        if (!is_surrogate(c)) return strict(start, end, reason);
        char bytes[4];
        TRY(out.append({bytes, encode_surrogate(family, c, bytes)}));
    }
    return end;
}

Fallible<size_t> EncodeErrors::call_handler(size_t start, size_t end, const char* reason, ByteBuilder& out,
                                            Ref* out_text) {
    if (handler_.get().is_unbound()) handler_ = TRY(lookup_error_handler(thread_, errors_));
    Ref encoding = TRY(str_from_utf8(thread_, encoding_)), why = TRY(str_from_utf8(thread_, reason));
    Value args[5] = {encoding, Value::object(text_), Value::from_int_unchecked(static_cast<int64_t>(start)),
                     Value::from_int_unchecked(static_cast<int64_t>(end)), why};
    TypeObject* type = thread_.interp.exceptions[static_cast<size_t>(Exc::UnicodeEncodeError)];
    Ref error = TRY(exception_new(thread_, type, args, 5));
    Ref answer = TRY(call(thread_, handler_, error));
    TupleObject* pair = as_tuple(answer);
    const Value* items = pair ? pair->items : nullptr;
    if (!pair || pair->size != 2 || !is_int_like(items[1]) ||
        (!layout_is(items[0], Kind::Str) && !layout_is(items[0], Kind::Bytes)))
        return raise(thread_, Exc::TypeError, "encoding error handler must return (str/bytes, int) tuple");
    int64_t position = TRY(int_to_i64(thread_, items[1], "Python int too large to convert to C ssize_t"));
    auto length = static_cast<int64_t>(text_->length);
    if (position < 0) position += length;
    if (position < 0 || position > length)
        return raise(thread_, Exc::IndexError, "position %lld from error handler out of bounds",
                     static_cast<long long>(position));
    if (BytesObject* bytes = as_bytes(items[0])) TRY(out.append(bytes->view()));
    else *out_text = own(items[0]);
    return static_cast<size_t>(position);
}

Fallible<size_t> EncodeErrors::handle(size_t start, size_t end, const char* reason, ByteBuilder& out, Ref* out_text) {
    if (mode_ == ErrorMode::Unknown) mode_ = error_mode(errors_);
    auto replace_each = [&](Status (*append)(StrBuilder&, char32_t)) -> Fallible<size_t> {
        StrBuilder text(thread_);
        for (size_t i = start; i < end; ++i) TRY(append(text, text_->at(i)));
        *out_text = TRY(text.finish());
        return end;
    };
    switch (mode_) {
        case ErrorMode::Ignore: return end;
        case ErrorMode::Replace: return replace_each([](StrBuilder& b, char32_t) { return b.append_char('?'); });
        case ErrorMode::BackslashReplace: return replace_each(append_backslash_escape);
        case ErrorMode::XmlCharRefReplace: return replace_each(append_character_reference);
        case ErrorMode::NameReplace: return replace_each(append_name_escape);
        case ErrorMode::SurrogateEscape: return escape_surrogates(start, end, reason, out);
        case ErrorMode::SurrogatePass: return pass_surrogates(start, end, reason, out);
        case ErrorMode::User: return call_handler(start, end, reason, out, out_text);
        default: return strict(start, end, reason);
    }
}

// ------------------------------------------------------------------------------------------------ decoding

Failed DecodeErrors::strict(size_t start, size_t end, const char* reason) {
    if (object_.get().is_unbound()) {
        Ref object = bytes_from(thread_, data_);
        if (object.failed()) return {};
        object_ = std::move(object);
    }
    return raise_unicode_decode_error(thread_, encoding_, object_, start, end, reason);
}

Fallible<size_t> DecodeErrors::pass_surrogate(size_t start, size_t end, const char* reason, StrBuilder& out) {
    size_t length = 0;
    char32_t c = decode_surrogate(utf_family(encoding_), data_.substr(start), &length);
    if (!c) return strict(start, end, reason);
    TRY(out.append_char(c));
    return start + length;
}

// The decoder goes on with the bytes that the handler has left in the exception.
Status DecodeErrors::take_object(Value error) {
    Value object = error.as<ExceptionObject>()->fields[exception_field::kUnicodeObject];
    if (object == object_.get()) return ok();
    if (object.is_unbound()) return raise(thread_, Exc::TypeError, "object attribute not set");
    if (!layout_is(object, Kind::Bytes)) return raise(thread_, Exc::TypeError, "object attribute must be bytes");
    object_ = own(object);
    data_ = object.as<BytesObject>()->view();
    return ok();
}

Fallible<size_t> DecodeErrors::call_handler(size_t start, size_t end, const char* reason, StrBuilder& out) {
    if (handler_.get().is_unbound()) handler_ = TRY(lookup_error_handler(thread_, errors_));
    if (object_.get().is_unbound()) object_ = TRY(bytes_from(thread_, data_));
    Ref encoding = TRY(str_from_utf8(thread_, encoding_)), why = TRY(str_from_utf8(thread_, reason));
    Value args[5] = {encoding, object_, Value::from_int_unchecked(static_cast<int64_t>(start)),
                     Value::from_int_unchecked(static_cast<int64_t>(end)), why};
    TypeObject* type = thread_.interp.exceptions[static_cast<size_t>(Exc::UnicodeDecodeError)];
    Ref error = TRY(exception_new(thread_, type, args, 5));
    Ref answer = TRY(call(thread_, handler_, error));
    TupleObject* pair = as_tuple(answer);
    const Value* items = pair ? pair->items : nullptr;
    if (!pair || pair->size != 2 || !layout_is(items[0], Kind::Str) || !is_int_like(items[1]))
        return raise(thread_, Exc::TypeError, "decoding error handler must return (str, int) tuple");
    int64_t position = TRY(int_to_i64(thread_, items[1], "Python int too large to convert to C ssize_t"));
    TRY(take_object(error));
    auto length = static_cast<int64_t>(data_.size());
    if (position < 0) position += length;
    if (position < 0 || position > length)
        return raise(thread_, Exc::IndexError, "position %lld from error handler out of bounds",
                     static_cast<long long>(position));
    TRY(out.append(items[0].as<StrObject>()));
    return static_cast<size_t>(position);
}

Fallible<size_t> DecodeErrors::handle(size_t start, size_t end, const char* reason, StrBuilder& out) {
    if (mode_ == ErrorMode::Unknown) mode_ = error_mode(errors_);
    switch (mode_) {
        case ErrorMode::Ignore: return end;
        case ErrorMode::Replace: TRY(out.append_char(0xFFFD)); return end;
        case ErrorMode::BackslashReplace:
            for (size_t i = start; i < end; ++i) TRY(append_backslash_escape(out, static_cast<uint8_t>(data_[i])));
            return end;
        case ErrorMode::SurrogateEscape: {
            size_t i = start;
            for (; i < end && i < start + 4; ++i) {
                auto byte = static_cast<uint8_t>(data_[i]);
                if (byte < 128) break;
                TRY(out.append_char(0xDC00 + byte));
            }
            if (i == start) return strict(start, end, reason);
            return i;
        }
        case ErrorMode::SurrogatePass: return pass_surrogate(start, end, reason, out);
        case ErrorMode::XmlCharRefReplace:
        case ErrorMode::NameReplace:
            return raise(thread_, Exc::TypeError, "don't know how to handle UnicodeDecodeError in error callback");
        case ErrorMode::User: return call_handler(start, end, reason, out);
        default: return strict(start, end, reason);
    }
}

}  // namespace krait
