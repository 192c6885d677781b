#include "lexer/literal.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

#include "support/float_text.h"
#include "support/unicode_data.h"
#include "support/utf8.h"

namespace krait {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

NumberLiteral read_integer(std::string_view text, Arena* arena) {
    NumberLiteral number;
    if (text.size() > 2 && text[0] == '0') {
        char mark = static_cast<char>(text[1] | 0x20);
        number.base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
        if (number.base != 10) text.remove_prefix(2);
    }
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.integer, number.base);
    if (error == std::errc() && end == text.data() + text.size()) return number;
    number.kind = NumberLiteral::Kind::BigInteger;
    number.integer = 0;
    number.digits = arena->copy(text);
    return number;
}

// Value of the one to three octal digits at *position.
unsigned read_octal(std::string_view body, std::size_t* position) {
    unsigned value = 0;
    for (int i = 0; i < 3 && *position < body.size() && is_octal(body[*position]); ++i)
        value = value * 8 + static_cast<unsigned>(body[(*position)++] - '0');
    return value;
}

// The character of an escape of one letter after the backslash; -1 for none, -2 for an escaped newline.
int simple_escape(char c) {
    switch (c) {
        case '\n': return -2;
        case '\\':
        case '\'':
        case '"': return c;
        case 'a': return '\a';
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        case 'v': return '\v';
        default: return -1;
    }
}

// Decodes the escapes of a str body. CPython rewrites characters beyond ASCII as \UXXXXXXXX before it decodes, and the
// positions in its messages count that text; codec_position() does the same sum.
class StrEscapes {
  public:
    StrEscapes(std::string_view body, std::string* out, StringNotes* notes) : body_(body), out_(out), notes_(notes) {}

    bool run() {
        while (at_ < body_.size()) {
            std::size_t backslash = std::min(body_.find('\\', at_), body_.size());
            out_->append(body_.substr(at_, backslash - at_));
            at_ = backslash;
            if (at_ < body_.size() && !escape()) return false;
        }
        return true;
    }

  private:
    bool escape() {
        start_ = at_++;
        if (at_ >= body_.size()) return put('\\');  // before an expression of an f-string: f'\{x}'
        char c = body_[at_];
        if (is_octal(c)) return put(read_octal(body_, &at_));
        ++at_;
        switch (c) {
            case 'x': return hex(2, "truncated \\xXX escape");
            case 'u': return hex(4, "truncated \\uXXXX escape");
            case 'U': return hex(8, "truncated \\UXXXXXXXX escape");
            case 'N': return named();
            default: break;
        }
        int simple = simple_escape(c);
        if (simple >= 0) return put(static_cast<char32_t>(simple));
        if (simple == -1) {
            --at_;
            out_->push_back('\\');
            if (!notes_->invalid_escape && static_cast<unsigned char>(c) < 0x80) notes_->invalid_escape = c;
        }
        return true;
    }

    bool hex(int digits, std::string_view truncated) {
        char32_t value = 0;
        for (; digits > 0; --digits, ++at_) {
            int digit = at_ < body_.size() ? hex_digit(body_[at_]) : -1;
            if (digit < 0) return fail(truncated);
            value = value << 4 | static_cast<char32_t>(digit);
        }
        return value > kMaxCodePoint ? fail("illegal Unicode character") : put(value);
    }

    bool named() {
        if (at_ >= body_.size() || body_[at_] != '{') return fail("malformed \\N character escape");
        std::size_t begin = ++at_;
        at_ = std::min(body_.find('}', at_), body_.size());
        std::string_view name = body_.substr(begin, at_ - begin);
        if (name.empty() || at_ >= body_.size()) return fail("malformed \\N character escape");
        ++at_;
        std::optional<char32_t> c = unicode::lookup_name(name);
        return c ? put(*c) : fail("unknown Unicode character name");
    }

    bool put(char32_t c) {
        if (is_surrogate(c)) notes_->has_surrogates = true;
        utf8_append(c, out_);
        return true;
    }

    std::size_t codec_position(std::size_t position) const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < position; ++i) {
            auto c = static_cast<unsigned char>(body_[i]);
            bool escaped_wide = c == '\\' && i + 1 < body_.size() && static_cast<unsigned char>(body_[i + 1]) >= 0x80;
            if (c == '\\') {
                count += escaped_wide ? 6 : 1;
                if (!escaped_wide && i + 1 < position) {
                    ++i;
                    ++count;
                }
            } else if (c < 0x80) {
                ++count;
            } else if (c >= 0xC0) {
                count += 10;
            }
        }
        return count;
    }

    bool fail(std::string_view reason) {
        std::size_t begin = codec_position(start_);
        std::size_t end = codec_position(at_);
        std::string& error = notes_->error;
        error = "(unicode error) 'unicodeescape' codec can't decode ";
        if (end - begin == 1)
            error += "byte 0x5c in position " + std::to_string(begin);
        else
            error += "bytes in position " + std::to_string(begin) + "-" + std::to_string(end - 1);
        error += ": " + std::string(reason);
        return false;
    }

    std::string_view body_;
    std::string* out_;
    StringNotes* notes_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;
};

}  // namespace

NumberLiteral read_number(std::string_view token, Arena* arena) {
    std::string plain;
    if (token.find('_') != std::string_view::npos) {
        plain.assign(token);
        std::erase(plain, '_');
        token = plain;
    }
    bool prefixed = token.size() > 1 && token[0] == '0' && hex_digit(token[1]) < 0 && token[1] != '.' &&
                    token[1] != 'j' && token[1] != 'J';
    if (token.size() > 1 && token[0] == '0' && (token[1] == 'b' || token[1] == 'B')) prefixed = true;
    if (prefixed || token.find_first_of(".eEjJ") == std::string_view::npos) return read_integer(token, arena);

    NumberLiteral number;
    number.kind = NumberLiteral::Kind::Float;
    if (token.back() == 'j' || token.back() == 'J') {
        number.kind = NumberLiteral::Kind::Imaginary;
        token.remove_suffix(1);
    }
    number.real = parse_plain_float(token).value_or(0.0);
    return number;
}

StringParts split_string(std::string_view token) {
    StringParts parts;
    std::size_t i = 0;
    for (; token[i] != '\'' && token[i] != '"'; ++i) {
        switch (token[i] | 0x20) {
            case 'b': parts.bytes = true; break;
            case 'r': parts.raw = true; break;
            case 'f': parts.formatted = true; break;
            default: parts.unicode_prefix = true; break;
        }
    }
    std::size_t quotes = token.size() - i >= 6 && token[i + 1] == token[i] && token[i + 2] == token[i] ? 3 : 1;
    parts.triple = quotes == 3;
    parts.body = token.substr(i + quotes, token.size() - i - 2 * quotes);
    return parts;
}

bool read_str_body(std::string_view body, bool raw, std::string* out, StringNotes* notes) {
    if (Utf8Error fault = utf8_validate(body)) {
        char hex[8];
        std::snprintf(hex, sizeof hex, "0x%02x", static_cast<unsigned char>(body[fault.position]));
        std::string place = fault.length > 1
                                ? "bytes in position " + std::to_string(fault.position) + "-" +
                                      std::to_string(fault.position + fault.length - 1)
                                : "byte " + std::string(hex) + " in position " + std::to_string(fault.position);
        notes->error =
            "(unicode error) 'utf-8' codec can't decode " + place + ": " + std::string(to_string(fault.fault));
        return false;
    }
    if (raw || body.find('\\') == std::string_view::npos) {
        out->append(body);
        return true;
    }
    return StrEscapes(body, out, notes).run();
}

bool read_bytes_body(std::string_view body, bool raw, std::string* out, StringNotes* notes) {
    if (!is_ascii(body)) {
        notes->error = "bytes can only contain ASCII literal characters.";
        return false;
    }
    for (std::size_t at = 0; at < body.size();) {
        if (raw || body[at] != '\\' || at + 1 >= body.size()) {
            out->push_back(body[at++]);
            continue;
        }
        std::size_t start = at++;
        if (is_octal(body[at])) {
            out->push_back(static_cast<char>(read_octal(body, &at)));
        } else if (body[at] == 'x') {
            int high = at + 1 < body.size() ? hex_digit(body[at + 1]) : -1;
            int low = at + 2 < body.size() ? hex_digit(body[at + 2]) : -1;
            if (high < 0 || low < 0) {
                notes->error = "(value error) invalid \\x escape at position " + std::to_string(start);
                return false;
            }
            out->push_back(static_cast<char>(high << 4 | low));
            at += 3;
        } else if (int simple = simple_escape(body[at]); simple == -1) {
            out->push_back('\\');
            if (!notes->invalid_escape) notes->invalid_escape = body[at];
        } else {
            if (simple >= 0) out->push_back(static_cast<char>(simple));
            ++at;
        }
    }
    return true;
}

}  // namespace krait
