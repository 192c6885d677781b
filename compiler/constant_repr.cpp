// repr() of constants, as CPython 3.6 prints them.
#include <cmath>

#include "compiler/compiled_code.h"
#include "support/float_text.h"
#include "support/unicode_data.h"
#include "support/utf8.h"

namespace krait {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

void append_hex(std::string& out, char32_t value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += kHexDigits[value >> shift & 0xF];
}

char quote_for(const std::string& text) {
    return text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
}

/// Escapes that str and bytes share; false when `c` is not one of them.
bool append_common_escape(std::string& out, char32_t c, char quote) {
    if (c == static_cast<char32_t>(quote) || c == '\\') {
        out += '\\';
        out += static_cast<char>(c);
        return true;
    }
    switch (c) {
        case '\n': out += "\\n"; return true;
        case '\r': out += "\\r"; return true;
        case '\t': out += "\\t"; return true;
        default: return false;
    }
}

std::string str_repr(const std::string& text) {
    char quote = quote_for(text);
    std::string out(1, quote);
    for (size_t i = 0; i < text.size();) {
        Utf8Char c = utf8_decode_one(text, i, Surrogates::Pass);
        if (append_common_escape(out, c.code, quote)) {
        } else if (c.code < 0x20 || c.code == 0x7F || (c.code >= 0x80 && !unicode::is_printable(c.code))) {
            int digits = c.code <= 0xFF ? 2 : c.code <= 0xFFFF ? 4 : 8;
            out += digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U";
            append_hex(out, c.code, digits);
        } else {
            out.append(text, i, c.length);
        }
        i += c.length != 0 ? c.length : 1;
    }
    return out + quote;
}

std::string bytes_repr(const std::string& data) {
    char quote = quote_for(data);
    std::string out = "b";
    out += quote;
    for (unsigned char c : data) {
        if (append_common_escape(out, c, quote)) continue;
        if (c < 0x20 || c >= 0x7F) {
            out += "\\x";
            append_hex(out, c, 2);
        } else {
            out += static_cast<char>(c);
        }
    }
    return out + quote;
}

std::string complex_repr(std::complex<double> value) {
    std::string imag = float_repr_short(value.imag(), false) + "j";
    if (value.real() == 0 && !std::signbit(value.real())) return imag;
    std::string text = "(" + float_repr_short(value.real(), false);
    if (imag[0] != '-') text += '+';
    return text + imag + ")";
}

std::string items_repr(const std::vector<Constant>& items) {
    std::string text;
    for (const Constant& item : items) {
        if (!text.empty()) text += ", ";
        text += constant_repr(item);
    }
    return text;
}

}  // namespace

std::string constant_repr(const Constant& value) {
    switch (value.kind()) {
        case Constant::Kind::None: return "None";
        case Constant::Kind::True: return "True";
        case Constant::Kind::False: return "False";
        case Constant::Kind::Ellipsis: return "Ellipsis";
        case Constant::Kind::Int: return std::to_string(value.as_int());
        case Constant::Kind::BigInt: return value.text();
        case Constant::Kind::Float: return float_repr(value.as_float());
        case Constant::Kind::Complex: return complex_repr(value.as_complex());
        case Constant::Kind::Str: return str_repr(value.text());
        case Constant::Kind::Bytes: return bytes_repr(value.text());
        case Constant::Kind::Tuple: return "(" + items_repr(value.items()) + (value.items().size() == 1 ? ",)" : ")");
        case Constant::Kind::FrozenSet:
            return value.items().empty() ? "frozenset()" : "frozenset({" + items_repr(value.items()) + "})";
        case Constant::Kind::Code:
            return "<code object " + std::string(value.code()->name) + ", file \"" +
                   std::string(value.code()->filename) + "\", line " + std::to_string(value.code()->firstlineno) + ">";
    }
    return {};
}

}  // namespace krait
