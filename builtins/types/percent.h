// What %-formatting of str and bytes has in common: specifications, the supply of arguments, numbers.
#pragma once

#include <optional>

#include "vm/protocol/format_spec.h"
#include "builtins/types/text_support.h"
#include "support/float_text.h"
#include "support/int_text.h"

namespace krait {

struct PercentSpec {
    bool left = false, plus = false, space = false, alternate = false, zero = false;
    int64_t width = -1, precision = -1;
    char32_t conversion = 0;
    size_t index = 0;             // of the conversion character, for messages
};

// Values for the conversions, in order or by key.
class PercentArguments {
  public:
    // `mapping`: the values may be selected by key.
    PercentArguments(Thread& t, Value values, bool mapping)
        : thread_(t), values_(values), tuple_(as_tuple(values)), mapping_(mapping && !tuple_) {}
    Fallible<Value> next();                     // borrowed; "not enough arguments for format string"
    Status select(Value key);                   // %(key)
    Status finish(const char* kind);            // "not all arguments converted during <kind> formatting"

  private:
    Thread& thread_;
    Value values_;
    TupleObject* tuple_;
    Ref selected_;
    bool mapping_;
    size_t used_ = 0;
    bool single_used_ = false;
};

// Parses what follows '%' up to and with the conversion character; `at(i)` yields characters, `key(start, end)` makes
// the object that %(...) looks up. Returns the position after the conversion.
template <class At, class Key>
Fallible<size_t> parse_percent(Thread& t, size_t position, size_t length, At&& at, Key&& key,
                               PercentArguments& arguments, PercentSpec* spec);

// Parts of a converted number; `digits` may point into `keep`.
struct PercentNumber {
    char sign = 0;
    std::string_view prefix;
    size_t zeros = 0;             // by precision, before the digits
    std::string_view digits;
    Ref keep;
    FloatText text;               // its zeros belong in front of digits[position]
    size_t position = 0;
    std::optional<DecimalText> small;
};
Status percent_integer(Thread&, const PercentSpec&, Value, PercentNumber* out);    // d i u o x X
Status percent_float(Thread&, const PercentSpec&, Value, bool bytes, PercentNumber* out);   // e E f F g G

template <class Sink>
Status append_percent_number(Sink& out, const PercentSpec& spec, const PercentNumber& n) {
    size_t length = (n.sign != 0) + n.prefix.size() + n.zeros + n.digits.size() + n.text.zeros, pad = 0;
    if (spec.width > static_cast<int64_t>(length)) pad = static_cast<size_t>(spec.width) - length;
    bool zero = spec.zero && !spec.left;
    if (!spec.left && !zero) TRY(out.append_fill(' ', pad));
    if (n.sign) TRY(out.append_fill(n.sign, 1));
    TRY(out.append_ascii(n.prefix));
    TRY(out.append_fill('0', n.zeros + (zero ? pad : 0)));
    TRY(out.append_ascii(n.digits.substr(0, n.position)));
    if (n.text.zeros) TRY(out.append_fill('0', n.text.zeros));
    TRY(out.append_ascii(n.digits.substr(n.position)));
    return spec.left ? out.append_fill(' ', pad) : ok();
}

// ------------------------------------------------------------------------------------------------ parsing

// '*' takes the number from the arguments.
inline Fallible<int64_t> percent_star(Thread& t, PercentArguments& arguments, const char* overflow, int64_t low,
                                      int64_t high) {
    Value v = TRY(arguments.next());
    if (!is_int_like(v)) return raise(t, Exc::TypeError, "* wants int");
    int64_t n = TRY(int_to_i64(t, v, overflow));
    if (n < low || n > high) return raise(t, Exc::OverflowError, "%s", overflow);
    return n;
}

template <class At>
Fallible<int64_t> percent_digits(Thread& t, size_t* position, size_t length, At&& at, int64_t limit,
                                 const char* message) {
    int64_t n = 0;
    for (; *position < length; ++*position) {
        char32_t c = at(*position);
        if (c < '0' || c > '9') break;
        if (n > (limit - static_cast<int64_t>(c - '0')) / 10) return raise(t, Exc::ValueError, "%s", message);
        n = n * 10 + static_cast<int64_t>(c - '0');
    }
    return n;
}

template <class At, class Key>
Status parse_percent_key(Thread& t, size_t* position, size_t length, At&& at, Key&& key, PercentArguments& arguments) {
    if (*position >= length || at(*position) != '(') return ok();
    size_t start = ++*position, depth = 1;
    for (; *position < length; ++*position) {
        char32_t c = at(*position);
        if (c == '(') ++depth;
        if (c == ')' && --depth == 0) break;
    }
    if (*position >= length) return raise(t, Exc::ValueError, "incomplete format key");
    Ref text = TRY(key(start, *position));
    ++*position;
    return arguments.select(text);
}

template <class At>
void parse_percent_flags(size_t* position, size_t length, At&& at, PercentSpec* spec) {
    for (; *position < length; ++*position) {
        switch (at(*position)) {
            case '-': spec->left = true; break;
            case '+': spec->plus = true; break;
            case ' ': spec->space = true; break;
            case '#': spec->alternate = true; break;
            case '0': spec->zero = true; break;
            default: return;
        }
    }
}

template <class At, class Key>
Fallible<size_t> parse_percent(Thread& t, size_t position, size_t length, At&& at, Key&& key,
                               PercentArguments& arguments, PercentSpec* spec) {
    *spec = {};
    auto next_is = [&](char32_t c) { return position < length && at(position) == c; };
    if (position < length) {   // no flags, no numbers
        char32_t c = at(position);
        if (c == 's' || c == 'd' || c == 'r' || c == 'f' || c == 'x' || c == '%') {
            spec->index = position;
            spec->conversion = c;
            return position + 1;
        }
    }
    auto digit_next = [&] { return position < length && at(position) >= '0' && at(position) <= '9'; };
    if (next_is('(')) {
        if (Status found = parse_percent_key(t, &position, length, at, key, arguments); !found) return Failed{};
    }
    parse_percent_flags(&position, length, at, spec);
    if (next_is('*')) {
        ++position;
        spec->width =
            TRY(percent_star(t, arguments, "Python int too large to convert to C ssize_t", -INT64_MAX, INT64_MAX));
        if (spec->width < 0) {
            spec->left = true;
            spec->width = -spec->width;
        }
    } else if (digit_next()) {
        spec->width = TRY(percent_digits(t, &position, length, at, INT64_MAX, "width too big"));
    }
    if (next_is('.')) {
        ++position;
        spec->precision = 0;
        if (next_is('*')) {
            ++position;
            int64_t n =
                TRY(percent_star(t, arguments, "Python int too large to convert to C int", INT32_MIN, INT32_MAX));
            spec->precision = std::max<int64_t>(n, 0);
        } else if (digit_next()) {
            spec->precision = TRY(percent_digits(t, &position, length, at, INT32_MAX, "precision too big"));
        }
    }
    if (next_is('h') || next_is('l') || next_is('L')) ++position;
    if (position >= length) return raise(t, Exc::ValueError, "incomplete format");
    spec->index = position;
    spec->conversion = at(position);
    return position + 1;
}

}  // namespace krait
