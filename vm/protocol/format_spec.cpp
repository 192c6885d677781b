// The format mini-language: parsing of specifiers, and laying out text, integers, floats and complex numbers by them.
#include "vm/protocol/format_spec.h"

#include <climits>
#include <cmath>
#include <cstring>

#include "support/float_text.h"
#include "support/int_text.h"
#include "support/unicode_data.h"
#include "vm/object/number_object.h"
#include "vm/object/str_units.h"
#include "vm/protocol/protocol.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ parsing

namespace {

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

template <class Unit>
class SpecParser {
  public:
    SpecParser(Thread& t, const Unit* begin, const Unit* end) : thread_(t), next_(begin), end_(end) {}

    // `out` holds the defaults.
    bool parse(FormatSpec* out) {
        bool fill_given = false, align_given = false;
        if (left() >= 2 && is_align(peek(1))) {
            out->fill = peek();
            out->align = static_cast<char>(peek(1));
            fill_given = align_given = true;
            next_ += 2;
        } else if (left() && is_align(peek())) {
            out->align = static_cast<char>(take());
            align_given = true;
        }
        if (left() && (peek() == '+' || peek() == '-' || peek() == ' ')) out->sign = static_cast<char>(take());
        if (!thread_.interp.lang36 && accept('z')) out->positive_zero = true;
        if (accept('#')) out->alternate = true;
        if (!fill_given && accept('0')) {
            out->fill = '0';
            out->zero = true;
            if (!align_given) out->align = '=';
        }
        if (!number(&out->width)) return false;
        if (!grouping(out)) return false;
        if (accept('.')) {
            if (!number(&out->precision)) return false;
            if (out->precision < 0) return fail("Format specifier missing precision");
        }
        if (left() > 1) return fail("Invalid format specifier");
        if (left()) out->type = take();
        return !out->grouping || check_grouping(*out);
    }

  private:
    size_t left() const { return static_cast<size_t>(end_ - next_); }
    char32_t peek(size_t ahead = 0) const { return next_[ahead]; }
    char32_t take() { return *next_++; }
    bool accept(char32_t c) {
        if (!left() || peek() != c) return false;
        ++next_;
        return true;
    }
    bool fail(const char* message) {
        (void)raise(thread_, Exc::ValueError, "%s", message);
        return false;
    }
    // Digits; without any *out stays as it was.
    bool number(int64_t* out) {
        int64_t n = 0;
        for (; left(); ++next_) {
            char32_t c = peek();
            int digit = c >= '0' && c <= '9' ? static_cast<int>(c - '0') : c < 128 ? -1 : unicode::decimal_value(c);
            if (digit < 0) break;
            if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, digit, &n))
                return fail("Too many decimal digits in format string");
            *out = n;
        }
        return true;
    }
    bool grouping(FormatSpec* out) {
        bool comma = accept(',');
        if (comma) out->grouping = ',';
        bool underscore = accept('_');
        if ((underscore && comma) || (left() && peek() == ',')) return fail("Cannot specify both ',' and '_'.");
        if (underscore) out->grouping = '_';
        return true;
    }
    bool check_grouping(const FormatSpec& spec) {
        char32_t type = spec.type;
        if (type == 0 || (type < 128 && std::strchr("defgEG%F", static_cast<int>(type)))) return true;
        if (spec.grouping == '_' && type < 128 && std::strchr("boxX", static_cast<int>(type))) return true;
        auto separator = static_cast<char>(spec.grouping);
        if (type > 32 && type < 128)
            (void)raise(thread_, Exc::ValueError, "Cannot specify '%c' with '%c'.", separator, static_cast<char>(type));
        else
            (void)raise(thread_, Exc::ValueError, "Cannot specify '%c' with '\\x%x'.", separator,
                        static_cast<unsigned>(type));
        return false;
    }

    Thread& thread_;
    const Unit *next_, *end_;
};

Failed unknown_code(Thread& t, char32_t type, Value v) {
    if (type > 32 && type < 128)
        return raise(t, Exc::ValueError, "Unknown format code '%c' for object of type '%.200s'",
                     static_cast<char>(type), type_name_of(t, v));
    return raise(t, Exc::ValueError, "Unknown format code '\\x%x' for object of type '%.200s'",
                 static_cast<unsigned>(type), type_name_of(t, v));
}

// ------------------------------------------------------------------------------------------------ layout

struct Padding {
    size_t left = 0, middle = 0, right = 0;
};

Padding padding_for(const FormatSpec& spec, size_t length) {
    Padding p;
    if (spec.width <= static_cast<int64_t>(length)) return p;
    size_t total = static_cast<size_t>(spec.width) - length;
    switch (spec.align) {
        case '<': p.right = total; break;
        case '^':
            p.left = total / 2;
            p.right = total - p.left;
            break;
        case '=': p.middle = total; break;
        default: p.left = total; break;
    }
    return p;
}

// A number in parts: sign, prefix (0x), digits before the point, and whatever follows.
struct NumberParts {
    char sign = 0;
    std::string_view prefix, digits, rest;
    size_t rest_zeros = 0, rest_position = 0;   // zeros that belong in front of rest[rest_position]
};

NumberParts split_number(std::string_view text, char sign_option) {
    NumberParts parts;
    if (!text.empty() && text[0] == '-') {
        parts.sign = '-';
        text.remove_prefix(1);
    } else if (sign_option == '+' || sign_option == ' ') {
        parts.sign = sign_option;
    }
    size_t n = 0;
    while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
    parts.digits = text.substr(0, n);
    parts.rest = text.substr(n);
    return parts;
}

struct Grouping {
    char separator = 0;
    unsigned size = 3;
    size_t length(size_t digits) const { return separator && digits ? digits + (digits - 1) / size : digits; }
};

Status append_grouped(StrBuilder& out, std::string_view digits, size_t zeros, Grouping grouping) {
    if (!grouping.separator) {
        TRY(out.append_fill('0', zeros));
        return out.append_ascii(digits);
    }
    size_t n = zeros + digits.size();
    for (size_t i = 0; i < n; ++i) {
        if (i && (n - i) % grouping.size == 0) TRY(out.append_char(static_cast<unsigned char>(grouping.separator)));
        TRY(out.append_char(i < zeros ? U'0' : static_cast<unsigned char>(digits[i - zeros])));
    }
    return ok();
}

// Zeros in front of the digits so that they fill the width, separators counted.
size_t leading_zeros(const FormatSpec& spec, const NumberParts& parts, Grouping grouping, size_t others) {
    if (spec.fill != '0' || spec.align != '=' || spec.width < 0) return 0;
    auto width = static_cast<size_t>(spec.width);
    size_t have = parts.digits.size();
    if (width <= others || grouping.length(have) >= width - others) return 0;
    size_t wanted = width - others;
    if (!grouping.separator || have == 0) return wanted - have;
    size_t n = wanted - wanted / (grouping.size + 1);
    while (n > have && grouping.length(n - 1) >= wanted) --n;
    while (grouping.length(n) < wanted) ++n;
    return n - have;
}

// Text between its fillings.
Status append_padded(StrBuilder& out, char32_t fill, Padding pad, std::string_view text) {
    if (pad.left) TRY(out.append_fill(fill, pad.left));
    TRY(out.append_ascii(text));
    return pad.right ? out.append_fill(fill, pad.right) : ok();
}

Status append_number(StrBuilder& out, const FormatSpec& spec, const NumberParts& parts, Grouping grouping) {
    if (parts.digits.empty()) grouping.separator = 0;   // inf, nan
    size_t others = (parts.sign != 0) + parts.prefix.size() + parts.rest.size() + parts.rest_zeros;
    size_t zeros = leading_zeros(spec, parts, grouping, others);
    Padding pad = padding_for(spec, others + grouping.length(zeros + parts.digits.size()));
    TRY(out.append_fill(spec.fill, pad.left));
    if (parts.sign) TRY(out.append_char(static_cast<unsigned char>(parts.sign)));
    TRY(out.append_ascii(parts.prefix));
    TRY(out.append_fill(spec.fill, pad.middle));
    TRY(append_grouped(out, parts.digits, zeros, grouping));
    TRY(out.append_ascii(parts.rest.substr(0, parts.rest_position)));
    TRY(out.append_fill('0', parts.rest_zeros));
    TRY(out.append_ascii(parts.rest.substr(parts.rest_position)));
    return out.append_fill(spec.fill, pad.right);
}

// A number with nothing to put between its digits: '-' and digits as they are.
Status append_plain_number(StrBuilder& out, const FormatSpec& spec, std::string_view text) {
    bool negative = !text.empty() && text[0] == '-', signs = spec.sign == '+' || spec.sign == ' ';
    Padding pad = padding_for(spec, text.size() + (signs && !negative));
    if (pad.middle == 0 && (negative || !signs)) return append_padded(out, spec.fill, pad, text);
    if (negative) text.remove_prefix(1);
    TRY(out.append_fill(spec.fill, pad.left));
    if (negative || signs) TRY(out.append_char(static_cast<unsigned char>(negative ? '-' : spec.sign)));
    return append_padded(out, spec.fill, {.left = pad.middle, .right = pad.right}, text);
}

}  // namespace

bool parse_format_spec(Thread& t, SpecText text, char32_t default_type, char default_align, FormatSpec* out) {
    out->align = default_align;
    out->type = default_type;
    return visit_units(text.text, [&](auto* p) { return SpecParser(t, p + text.start, p + text.end).parse(out); });
}

// ------------------------------------------------------------------------------------------------ str

namespace {

struct StrPlan {
    FormatSpec spec;
    size_t length;   // characters shown
    Padding pad;
};

Status plan_str(Thread& t, StrObject* text, SpecText spec_text, StrPlan* plan) {
    FormatSpec& spec = plan->spec;
    if (!parse_format_spec(t, spec_text, 's', '<', &spec)) return Failed{};
    if (spec.type != 's') return unknown_code(t, spec.type, Value::object(text));
    if (spec.sign) return raise(t, Exc::ValueError, "Sign not allowed in string format specifier");
    if (spec.positive_zero)
        return raise(t, Exc::ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate) return raise(t, Exc::ValueError, "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') return raise(t, Exc::ValueError, "'=' alignment not allowed in string format specifier");
    size_t length = text->length;
    if (spec.precision >= 0 && static_cast<size_t>(spec.precision) < length)
        length = static_cast<size_t>(spec.precision);
    plan->length = length;
    plan->pad = padding_for(spec, length);
    return ok();
}

Status append_str(StrBuilder& out, StrObject* text, const StrPlan& plan) {
    if (text->ascii()) return append_padded(out, plan.spec.fill, plan.pad, {text->data, plan.length});
    TRY(out.append_fill(plan.spec.fill, plan.pad.left));
    TRY(out.append(text, 0, plan.length));
    return out.append_fill(plan.spec.fill, plan.pad.right);
}

}  // namespace

Ref format_str_spec(Thread& t, StrObject* text, StrObject* spec_text) {
    if (spec_text->length == 0) return str_of(t, Value::object(text));
    StrPlan plan;
    TRY(plan_str(t, text, spec_text, &plan));
    if (plan.pad.left + plan.pad.right == 0) return str_substring(t, text, 0, plan.length);
    StrBuilder out(t);
    TRY(append_str(out, text, plan));
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ int

namespace {

// Digits of a small number in base 2, 8, 10 or 16, '-' in front.
class SmallDigits {
  public:
    SmallDigits(int64_t n, unsigned base) : begin_(text_ + sizeof text_) {
        uint64_t rest = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
        if (base == 10) {
            begin_ = write_decimal(begin_, rest);
        } else {
            int shift = __builtin_ctz(base);
            do *--begin_ = "0123456789abcdef"[rest & (base - 1)];
            while (rest >>= shift);
        }
        if (n < 0) *--begin_ = '-';
    }
    SmallDigits(const SmallDigits&) = delete;
    SmallDigits& operator=(const SmallDigits&) = delete;
    std::string_view view() const { return {begin_, static_cast<size_t>(text_ + sizeof text_ - begin_)}; }

  private:
    char text_[72];
    char* begin_;
};

Status append_character(StrBuilder& out, Thread& t, Value v, const FormatSpec& spec) {
    if (spec.sign) return raise(t, Exc::ValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
        return raise(t, Exc::ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    int64_t code = TRY(int_to_i64(t, v, "Python int too large to convert to C long"));
    if (code < 0 || code > 0x10FFFF) return raise(t, Exc::OverflowError, "%%c arg not in range(0x110000)");
    Padding pad = padding_for(spec, 1);
    TRY(out.append_fill(spec.fill, pad.left + pad.middle));
    TRY(out.append_char(static_cast<char32_t>(code)));
    return out.append_fill(spec.fill, pad.right);
}

Ref upper_ascii(Thread& t, Ref text) {
    auto* s = text.as<StrObject>();
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, s->length, 0x7F));
    for (size_t i = 0; i < s->length; ++i) {
        char c = s->data[i];
        out->data[i] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return out;
}

bool is_negative_zero(std::string_view text) {
    std::string_view digits = text.substr(0, text.find_first_of("eE%"));
    return digits.starts_with('-') && digits.find_first_not_of("-0.") == std::string_view::npos;
}

FloatText make_float_text(double value, const FloatFormat& format, const FormatSpec& spec) {
    FloatText result = format_float_parts(value, format);
    if (!spec.positive_zero || !is_negative_zero(result.text)) return result;
    result.text.erase(0, 1);
    if (result.position) --result.position;
    return result;
}

// Text of one float by type, precision, 'z' and '#'; `rest` of the number may end in '%'.
Fallible<FloatText> float_text(Thread& t, double value, const FormatSpec& spec) {
    FloatFormat format{.kind = 'g', .precision = 6, .alternate = spec.alternate, .add_dot_zero = false};
    char32_t type = spec.type;
    bool percent = type == '%';
    if (percent) {
        value *= 100;
        type = 'f';
    }
    if (type == 'n') type = 'g';
    if (type == 0) {
        format.kind = spec.precision < 0 ? 'r' : 'g';
        format.add_dot_zero = true;
    } else {
        format.kind = static_cast<char>(type);
    }
    if (spec.precision > INT_MAX) return raise(t, Exc::ValueError, "precision too big");
    if (spec.precision >= 0) format.precision = static_cast<int>(spec.precision);
    FloatText result = make_float_text(value, format, spec);
    if (percent) result.text += '%';
    return result;
}

}  // namespace

Ref int_digits(Thread& t, Value v, unsigned base) {
    if (v.is_int() || v.is_bool())
        return str_from_ascii(t, SmallDigits(v.is_int() ? v.as_int() : v.is_true(), base).view());
    if (base == 10) return Ref::steal(t.interp.type(Kind::Int)->slots.repr(t, v));
    IntView view(v);
    const BigInt& big = view;
    size_t bytes = BigInt::estimate_digits(big.bit_length(), base) + 2;
    if (!t.heap.charge(bytes)) return raise_memory_error(t);
    std::string text;
    Poll poll = work_poll(t);
    BigIntStatus status = big.to_text(base, &text, &poll);
    t.heap.uncharge(bytes);
    if (status == BigIntStatus::Interrupted) return Failed{};
    if (status != BigIntStatus::Ok) return raise_memory_error(t);
    return str_from_ascii(t, text);
}

static Status append_float_spec(StrBuilder& out, Thread& t, Value v, SpecText spec_text);

static Status append_int_spec(StrBuilder& out, Thread& t, Value v, SpecText spec_text) {
    FormatSpec spec;
    if (!parse_format_spec(t, spec_text, 'd', '>', &spec)) return Failed{};
    unsigned base = 10;
    std::string_view prefix;
    switch (spec.type) {
        case 'b': base = 2, prefix = "0b"; break;
        case 'o': base = 8, prefix = "0o"; break;
        case 'x': base = 16, prefix = "0x"; break;
        case 'X': base = 16, prefix = "0X"; break;
        case 'd': case 'n': case 'c': break;
        case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%': {
            double value = TRY(to_double(t, v));
            Ref number = TRY(make_float(t, value));
            return append_float_spec(out, t, number, spec_text);
        }
        default: return unknown_code(t, spec.type, v);
    }
    if (spec.precision >= 0) return raise(t, Exc::ValueError, "Precision not allowed in integer format specifier");
    if (spec.positive_zero)
        return raise(t, Exc::ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c') return append_character(out, t, v, spec);
    if (v.is_int() && !spec.grouping && !spec.alternate && spec.type != 'X')
        return append_plain_number(out, spec, SmallDigits(v.as_int(), base).view());
    Ref digits = TRY(int_digits(t, v, base));
    if (spec.type == 'X') digits = TRY(upper_ascii(t, std::move(digits)));
    NumberParts parts = split_number(digits.as<StrObject>()->ascii_view(), spec.sign);
    std::string_view all = digits.as<StrObject>()->ascii_view();
    parts.digits = all[0] == '-' ? all.substr(1) : all;   // hexadecimal letters included
    parts.rest = {};
    if (spec.alternate) parts.prefix = prefix;
    return append_number(out, spec, parts, Grouping{static_cast<char>(spec.grouping), base == 10 ? 3u : 4u});
}

Ref format_int_spec(Thread& t, Value v, StrObject* spec_text) {
    if (spec_text->length == 0) return str_of(t, v);
    StrBuilder out(t);
    TRY(append_int_spec(out, t, v, spec_text));
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ float, complex

namespace {

bool is_float_type(char32_t type) {
    switch (type) {
        case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': return true;
        default: return false;
    }
}

Status append_float_text(StrBuilder& out, const FloatText& number, const FormatSpec& spec) {
    NumberParts parts = split_number(number.text, spec.sign);
    if (number.zeros) {
        parts.rest_zeros = number.zeros;
        parts.rest_position = number.position - (number.text.size() - parts.rest.size());
    }
    return append_number(out, spec, parts, Grouping{static_cast<char>(spec.grouping), 3});
}

Status append_float(StrBuilder& out, Thread& t, double value, const FormatSpec& spec) {
    FloatText number = TRY(float_text(t, value, spec));
    if (!spec.grouping && !number.zeros) return append_plain_number(out, spec, number.text);
    return append_float_text(out, number, spec);
}

}  // namespace

static Status append_float_spec(StrBuilder& out, Thread& t, Value v, SpecText spec_text) {
    FormatSpec spec;
    if (!parse_format_spec(t, spec_text, 0, '>', &spec)) return Failed{};
    if (!is_float_type(spec.type) && spec.type != '%') return unknown_code(t, spec.type, v);
    return append_float(out, t, float_value(v), spec);
}

Ref format_float_spec(Thread& t, Value v, StrObject* spec_text) {
    if (spec_text->length == 0) return str_of(t, v);
    StrBuilder out(t);
    TRY(append_float_spec(out, t, v, spec_text));
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ exact types

Status append_formatted(StrBuilder& out, Thread& t, Value v, SpecText spec) {
    if (spec.length() == 0) {
        if (v.is_int()) return out.append_decimal(v.as_int());
        RefTo<StrObject> text = TRY(str_of(t, v));
        return out.append(text.get());
    }
    if (v.is_float() || is_kind(v, Kind::Float)) return append_float_spec(out, t, v, spec);
    if (!is_kind(v, Kind::Str)) return append_int_spec(out, t, v, spec);
    StrPlan plan;
    TRY(plan_str(t, v.as<StrObject>(), spec, &plan));
    return append_str(out, v.as<StrObject>(), plan);
}

Ref format_complex_spec(Thread& t, Value v, StrObject* spec_text) {
    if (spec_text->length == 0) return str_of(t, v);
    FormatSpec spec;
    if (!parse_format_spec(t, spec_text, 0, '>', &spec)) return Failed{};
    if (!is_float_type(spec.type)) return unknown_code(t, spec.type, v);
    if (spec.fill == '0') return raise(t, Exc::ValueError, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return raise(t, Exc::ValueError, "'=' alignment flag is not allowed in complex format specifier");
    const auto* number = v.as<ComplexObject>();
    bool plain = spec.type == 0;
    bool skip_real = plain && number->real == 0 && !std::signbit(number->real);
    FormatSpec part = spec;
    part.width = -1;
    StrBuilder inner(t);
    // Without a type the parts look as in repr: no ".0".
    auto append_part = [&](double value) -> Status {
        if (!plain) return append_float(inner, t, value, part);
        if (spec.precision > INT_MAX) return raise(t, Exc::ValueError, "precision too big");
        FloatFormat format{.kind = spec.precision < 0 ? 'r' : 'g',
                           .precision = spec.precision < 0 ? 0 : static_cast<int>(spec.precision),
                           .alternate = spec.alternate,
                           .add_dot_zero = false};
        return append_float_text(inner, make_float_text(value, format, spec), part);
    };
    if (plain && !skip_real) TRY(inner.append_char('('));
    if (!skip_real) {
        TRY(append_part(number->real));
        part.sign = '+';
    }
    TRY(append_part(number->imag));
    TRY(inner.append_char('j'));
    if (plain && !skip_real) TRY(inner.append_char(')'));
    Padding pad = padding_for(spec, inner.length());
    Ref text = TRY(inner.finish());
    StrBuilder out(t);
    TRY(out.append_fill(spec.fill, pad.left));
    TRY(out.append(text.as<StrObject>()));
    TRY(out.append_fill(spec.fill, pad.right));
    return out.finish();
}

}  // namespace krait
