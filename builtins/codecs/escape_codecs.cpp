// unicode_escape, raw_unicode_escape, and the escapes of bytes literals.
#include <cstdio>

#include "builtins/codecs/error_handling.h"
#include "builtins/codecs/unicode_codecs.h"
#include "support/unicode_data.h"
#include "support/utf8.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Up to `most` hexadecimal digits from *position.
size_t read_hex(std::string_view data, size_t* position, size_t most, char32_t* value) {
    size_t n = 0;
    *value = 0;
    while (n < most && *position < data.size() && hex_digit(data[*position]) >= 0) {
        *value = *value << 4 | static_cast<char32_t>(hex_digit(data[*position]));
        ++*position;
        ++n;
    }
    return n;
}

size_t read_octal(std::string_view data, size_t* position, char32_t* value) {
    size_t n = 0;
    for (*value = 0; n < 3 && *position < data.size() && data[*position] >= '0' && data[*position] <= '7'; ++n)
        *value = *value * 8 + static_cast<char32_t>(data[(*position)++] - '0');
    return n;
}

int simple_escape(char c) {
    switch (c) {
        case '\\': case '\'': case '"': return c;
        case 'b': return '\b';
        case 'f': return '\f';
        case 't': return '\t';
        case 'n': return '\n';
        case 'r': return '\r';
        case 'v': return '\v';
        case 'a': return '\a';
        default: return -1;
    }
}

Status append_hex_escape(ByteBuilder& out, char32_t c, bool bytes_too) {
    char text[16];
    const char* format = c < 0x100 && bytes_too ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    int n = std::snprintf(text, sizeof text, format, static_cast<unsigned>(c));
    return out.append({text, static_cast<size_t>(n)});
}

// One \N{name} after "\N": *position stands behind it. 0x110000: malformed or unknown, *reason says which.
char32_t named_character(std::string_view data, size_t* position, const char** reason) {
    *reason = "malformed \\N character escape";
    if (*position >= data.size() || data[*position] != '{') return 0x110000;
    size_t end = data.find('}', *position);
    if (end == std::string_view::npos || end == *position + 1) {
        *position = end == std::string_view::npos ? data.size() : end + 1;
        return 0x110000;
    }
    std::string_view name = data.substr(*position + 1, end - *position - 1);
    *position = end + 1;
    *reason = "unknown Unicode character name";
    return unicode::lookup_name(name).value_or(0x110000);
}

}  // namespace

// ------------------------------------------------------------------------------------------------ unicode_escape

Ref encode_unicode_escape(Thread& t, StrObject* text) {
    ByteBuilder out(t);
    for (size_t i = 0; i < text->length; ++i) {
        char32_t c = text->at(i);
        if (c == '\\') TRY(out.append("\\\\"));
        else if (c >= ' ' && c < 0x7F) TRY(out.append_byte(static_cast<uint8_t>(c)));
        else if (c == '\t') TRY(out.append("\\t"));
        else if (c == '\n') TRY(out.append("\\n"));
        else if (c == '\r') TRY(out.append("\\r"));
        else TRY(append_hex_escape(out, c, true));
    }
    return out.finish();
}

namespace {

struct EscapeResult {
    char32_t code = 0;
    const char* fault = nullptr;   // reason
    bool skip = false;             // backslash newline
    bool literal = false;          // unknown escape: backslash and character
};

EscapeResult read_escape(std::string_view data, size_t* position) {
    EscapeResult r;
    if (*position >= data.size()) {
        r.fault = "\\ at end of string";
        return r;
    }
    char c = data[*position];
    if (c == '\n') {
        ++*position;
        r.skip = true;
    } else if (int plain = simple_escape(c); plain >= 0) {
        ++*position;
        r.code = static_cast<char32_t>(plain);
    } else if (c >= '0' && c <= '7') {
        read_octal(data, position, &r.code);
    } else if (c == 'x' || c == 'u' || c == 'U') {
        size_t wanted = c == 'x' ? 2 : c == 'u' ? 4 : 8;
        ++*position;
        if (read_hex(data, position, wanted, &r.code) < wanted)
            r.fault = c == 'x'   ? "truncated \\xXX escape"
                      : c == 'u' ? "truncated \\uXXXX escape"
                                 : "truncated \\UXXXXXXXX escape";
        else if (r.code > kMaxCodePoint) r.fault = "illegal Unicode character";
    } else if (c == 'N') {
        ++*position;
        const char* reason;
        r.code = named_character(data, position, &reason);
        if (r.code > kMaxCodePoint) r.fault = reason;
    } else {
        r.literal = true;
    }
    return r;
}

}  // namespace

Ref decode_unicode_escape(Thread& t, std::string_view data, StrObject* errors) {
    StrBuilder out(t);
    DecodeErrors handling(t, "unicodeescape", data, errors);
    bool warned = false;
    Looks looks(t);
    for (size_t i = 0; i < data.size();) {
        TRY(looks.next());
        if (data[i] != '\\') {
            TRY(out.append_char(static_cast<uint8_t>(data[i++])));
            continue;
        }
        size_t start = i++;
        EscapeResult escape = read_escape(data, &i);
        if (escape.fault) {
            i = TRY(handling.handle(start, i, escape.fault, out));
        } else if (escape.literal) {
            if (!warned) TRY(warn(t, Exc::DeprecationWarning, 1, "invalid escape sequence '\\%c'", data[i]));
            warned = true;
            TRY(out.append_char('\\'));
        } else if (!escape.skip) {
            TRY(out.append_char(escape.code));
        }
    }
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ raw_unicode_escape

Ref encode_raw_unicode_escape(Thread& t, StrObject* text) {
    ByteBuilder out(t);
    for (size_t i = 0; i < text->length; ++i) {
        char32_t c = text->at(i);
        if (c < 0x100) TRY(out.append_byte(static_cast<uint8_t>(c)));
        else TRY(append_hex_escape(out, c, false));
    }
    return out.finish();
}

Ref decode_raw_unicode_escape(Thread& t, std::string_view data, StrObject* errors) {
    StrBuilder out(t);
    DecodeErrors handling(t, "rawunicodeescape", data, errors);
    Looks looks(t);
    for (size_t i = 0; i < data.size();) {
        TRY(looks.next());
        if (data[i] != '\\') {
            TRY(out.append_char(static_cast<uint8_t>(data[i++])));
            continue;
        }
        // An odd number of backslashes before u or U makes an escape; a pair is taken as it is.
        if (i + 1 >= data.size() || (data[i + 1] != 'u' && data[i + 1] != 'U')) {
            TRY(out.append_char('\\'));
            ++i;
            if (i < data.size()) TRY(out.append_char(static_cast<uint8_t>(data[i++])));
            continue;
        }
        size_t start = i, wanted = data[i + 1] == 'u' ? 4 : 8;
        i += 2;
        char32_t code;
        const char* fault = nullptr;
        if (read_hex(data, &i, wanted, &code) < wanted)
            fault = wanted == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
        else if (code > kMaxCodePoint) fault = "\\Uxxxxxxxx out of range";
        if (fault) i = TRY(handling.handle(start, i, fault, out));
        else TRY(out.append_char(code));
    }
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ bytes

Ref encode_bytes_escape(Thread& t, std::string_view data) {
    ByteBuilder out(t);
    for (char byte : data) {
        auto c = static_cast<uint8_t>(byte);
        if (c == '\'' || c == '\\') {
            TRY(out.append_byte('\\'));
            TRY(out.append_byte(c));
        } else if (c == '\t' || c == '\n' || c == '\r') {
            TRY(out.append(c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r"));
        } else if (c < ' ' || c >= 0x7F) {
            TRY(append_hex_escape(out, c, true));
        } else {
            TRY(out.append_byte(c));
        }
    }
    return out.finish();
}

Ref decode_bytes_escape(Thread& t, std::string_view data, StrObject* errors) {
    ByteBuilder out(t);
    Looks looks(t);
    for (size_t i = 0; i < data.size();) {
        TRY(looks.next());
        if (data[i] != '\\') {
            TRY(out.append_byte(static_cast<uint8_t>(data[i++])));
            continue;
        }
        if (++i >= data.size()) return raise(t, Exc::ValueError, "Trailing \\ in string");
        char c = data[i];
        char32_t code;
        if (c == '\n') {
            ++i;
        } else if (int plain = simple_escape(c); plain >= 0) {
            ++i;
            TRY(out.append_byte(static_cast<uint8_t>(plain)));
        } else if (c >= '0' && c <= '7') {
            read_octal(data, &i, &code);
            TRY(out.append_byte(static_cast<uint8_t>(code)));
        } else if (c == 'x') {
            size_t start = i++ - 1;
            if (read_hex(data, &i, 2, &code) == 2) {
                TRY(out.append_byte(static_cast<uint8_t>(code)));
                continue;
            }
            if (!errors || str_equals_ascii(errors, "strict"))
                return raise(t, Exc::ValueError, "invalid \\x escape at position %zu", start);
            if (str_equals_ascii(errors, "replace")) TRY(out.append_byte('?'));
            else if (!str_equals_ascii(errors, "ignore"))
                return raise(t, Exc::ValueError, "decoding error; unknown error handling code: %.400s",
                             str_to_utf8(errors).c_str());
        } else {
            TRY(warn(t, Exc::DeprecationWarning, 1, "invalid escape sequence '\\%c'", c));
            TRY(out.append_byte('\\'));
            TRY(out.append_byte(static_cast<uint8_t>(c)));
            ++i;
        }
    }
    return out.finish();
}

}  // namespace krait
