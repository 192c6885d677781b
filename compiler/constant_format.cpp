// `format % args` on constants: what the optimiser folds when the result is short.
#include <cmath>

#include "compiler/constant_fold.h"
#include "support/bigint.h"
#include "support/float_text.h"
#include "support/utf8.h"

namespace krait {

namespace {

using Kind = Constant::Kind;

constexpr int kLargestWidth = 20;  // longer results are not folded anyway

struct Directive {
    bool left = false, plus = false, space = false, zero = false, alternate = false;
    int width = 0;
    int precision = -1;
    char kind = 0;
};

/// Thrown for everything Python would raise on, and for results that are too long to be of use.
struct NotFoldable {};

std::string ascii_of(const std::string& repr) {
    std::string out;
    for (size_t i = 0; i < repr.size();) {
        Utf8Char c = utf8_decode_one(repr, i, Surrogates::Pass);
        if (c.code < 0x80) {
            out += static_cast<char>(c.code);
        } else {
            char text[16];
            const char* form = c.code <= 0xFF ? "\\x%02x" : c.code <= 0xFFFF ? "\\u%04x" : "\\U%08x";
            std::snprintf(text, sizeof text, form, static_cast<unsigned>(c.code));
            out += text;
        }
        i += c.length != 0 ? c.length : 1;
    }
    return out;
}

class Formatter {
  public:
    Formatter(const Constant& format, const Constant& args)
        : text_(format.text()), is_bytes_(format.is(Kind::Bytes)), args_(args) {}

    std::string run() {
        std::string out;
        while (at_ < text_.size()) {
            if (text_[at_] != '%') {
                out += text_[at_++];
                continue;
            }
            ++at_;
            out += directive();
            if (out.size() > 200) throw NotFoldable{};
        }
        bool all_used = args_.is(Kind::Tuple) ? next_arg_ == args_.items().size() : next_arg_ == 1;
        if (!all_used) throw NotFoldable{};
        return out;
    }

  private:
    char peek() const {
        if (at_ >= text_.size()) throw NotFoldable{};  // incomplete format
        return text_[at_];
    }

    const Constant& argument() {
        if (args_.is(Kind::Tuple)) {
            if (next_arg_ >= args_.items().size()) throw NotFoldable{};
            return args_.items()[next_arg_++];
        }
        if (next_arg_++ != 0) throw NotFoldable{};
        return args_;
    }

    int number() {
        if (peek() == '*') {
            ++at_;
            const Constant& value = argument();
            if (!value.is(Kind::Int) || std::abs(value.as_int()) > kLargestWidth) throw NotFoldable{};
            return static_cast<int>(value.as_int());
        }
        int value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = value * 10 + (text_[at_++] - '0');
            if (value > kLargestWidth) throw NotFoldable{};
        }
        return value;
    }

    std::string directive() {
        Directive d;
        if (peek() == '(') throw NotFoldable{};  // needs a mapping
        for (bool more = true; more;) {
            switch (peek()) {
                case '-': d.left = true; break;
                case '+': d.plus = true; break;
                case ' ': d.space = true; break;
                case '0': d.zero = true; break;
                case '#': d.alternate = true; break;
                default: more = false;
            }
            if (more) ++at_;
        }
        d.width = number();
        if (d.width < 0) {
            d.left = true;
            d.width = -d.width;
        }
        if (peek() == '.') {
            ++at_;
            d.precision = std::max(number(), 0);
        }
        if (peek() == 'h' || peek() == 'l' || peek() == 'L') ++at_;
        d.kind = peek();
        ++at_;
        return d.kind == '%' ? "%" : convert(d);
    }

    std::string convert(const Directive& d) {
        const Constant& value = argument();
        switch (d.kind) {
            case 's':
            case 'b':
            case 'r':
            case 'a': return pad(d, "", cut(d, text_of(d.kind, value)));
            case 'c': return pad(d, "", character(value));
            case 'd':
            case 'i':
            case 'u':
            case 'x':
            case 'X':
            case 'o': return integer(d, value);
            case 'e':
            case 'E':
            case 'f':
            case 'F':
            case 'g':
            case 'G': return floating(d, value);
            default: throw NotFoldable{};
        }
    }

    std::string text_of(char kind, const Constant& value) const {
        if (value.is(Kind::Code)) throw NotFoldable{};
        if (is_bytes_) {
            if (kind == 'r' || kind == 'a') return ascii_of(constant_repr(value));
            if (!value.is(Kind::Bytes)) throw NotFoldable{};
            return value.text();
        }
        if (kind == 'b') throw NotFoldable{};
        if (kind == 's' && value.is(Kind::Str)) return value.text();
        std::string repr = constant_repr(value);
        return kind == 'a' ? ascii_of(repr) : repr;
    }

    std::string cut(const Directive& d, std::string text) const {
        if (d.precision < 0) return text;
        if (is_bytes_) return text.substr(0, static_cast<size_t>(d.precision));
        size_t end = 0;
        for (int count = 0; end < text.size(); ++end) {
            bool starts = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
            if (starts && count++ == d.precision) break;
        }
        return text.substr(0, end);
    }

    std::string character(const Constant& value) const {
        if (is_bytes_) {
            if (value.is(Kind::Bytes) && value.text().size() == 1) return value.text();
            if (value.is(Kind::Int) && value.as_int() >= 0 && value.as_int() < 256)
                return std::string(1, static_cast<char>(value.as_int()));
            throw NotFoldable{};
        }
        if (value.is(Kind::Str) && width_of(value.text()) == 1) return value.text();
        if (!value.is(Kind::Int) || value.as_int() < 0 || value.as_int() > 0x10FFFF) throw NotFoldable{};
        std::string out;
        utf8_append(static_cast<char32_t>(value.as_int()), &out);
        return out;
    }

    static BigInt whole_number(const Directive& d, const Constant& value) {
        if (value.is(Kind::True)) return BigInt(1);
        if (value.is(Kind::False)) return BigInt(0);
        if (value.is(Kind::Int)) return BigInt(value.as_int());
        bool decimal = d.kind == 'd' || d.kind == 'i' || d.kind == 'u';
        BigInt result;
        if (decimal && value.is(Kind::Float) && BigInt::from_double(value.as_float(), &result)) return result;
        throw NotFoldable{};  // large integers give long texts
    }

    std::string integer(const Directive& d, const Constant& value) const {
        BigInt number = whole_number(d, value);
        bool hex = d.kind == 'x' || d.kind == 'X';
        std::string digits;
        if (number.to_text(hex ? 16 : d.kind == 'o' ? 8 : 10, &digits) != BigIntStatus::Ok) throw NotFoldable{};
        bool negative = digits.starts_with('-');
        if (negative) digits.erase(0, 1);
        if (d.precision > static_cast<int>(digits.size()))
            digits.insert(0, static_cast<size_t>(d.precision) - digits.size(), '0');
        std::string prefix = sign(d, negative);
        if (d.alternate && hex) prefix += "0x";
        if (d.alternate && d.kind == 'o') prefix += "0o";
        if (d.kind == 'X') {
            for (char& c : digits) c = static_cast<char>(std::toupper(c));
            if (d.alternate) prefix.back() = 'X';
        }
        return pad(d, prefix, digits, true);
    }

    std::string floating(const Directive& d, const Constant& value) const {
        double number = 0;
        if (value.is(Kind::Float))
            number = value.as_float();
        else if (value.is(Kind::Int))
            number = static_cast<double>(value.as_int());
        else if (value.is(Kind::True) || value.is(Kind::False))
            number = value.is(Kind::True) ? 1 : 0;
        else
            throw NotFoldable{};
        FloatFormat format;
        format.kind = d.kind;
        format.precision = d.precision < 0 ? 6 : d.precision;
        format.alternate = d.alternate;
        std::string digits = format_float(number, format);
        bool negative = digits.starts_with('-');
        if (negative) digits.erase(0, 1);
        return pad(d, sign(d, negative), digits, true);
    }

    static std::string sign(const Directive& d, bool negative) {
        return negative ? "-" : d.plus ? "+" : d.space ? " " : "";
    }

    size_t width_of(const std::string& text) const {
        if (is_bytes_) return text.size();
        size_t count = 0;
        for (unsigned char c : text) count += (c & 0xC0) != 0x80;
        return count;
    }

    std::string pad(const Directive& d, const std::string& prefix, const std::string& body, bool numeric = false) const {
        size_t length = width_of(prefix) + width_of(body);
        size_t fill = static_cast<size_t>(d.width) > length ? static_cast<size_t>(d.width) - length : 0;
        if (d.left) return prefix + body + std::string(fill, ' ');
        if (d.zero && numeric) return prefix + std::string(fill, '0') + body;
        return std::string(fill, ' ') + prefix + body;
    }

    std::string_view text_;
    bool is_bytes_;
    const Constant& args_;
    size_t at_ = 0;
    size_t next_arg_ = 0;
};

}  // namespace

std::optional<Constant> fold_format(const Constant& format, const Constant& args) {
    // Sets of several items have no fixed order in text.
    if (args.is(Kind::FrozenSet)) return std::nullopt;
    try {
        std::string text = Formatter(format, args).run();
        return format.is(Kind::Bytes) ? Constant::bytes(std::move(text)) : Constant::str(std::move(text));
    } catch (const NotFoldable&) {
        return std::nullopt;
    }
}

}  // namespace krait
