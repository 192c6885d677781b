// The standard format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
// Each function is the __format__ of one type: owned str, or ValueError with CPython's wording.
#pragma once

#include "vm/object/str_object.h"

namespace krait {

Ref format_int_spec(Thread&, Value int_like, StrObject* spec);       // int and bool; float types through float(x)
Ref format_float_spec(Thread&, Value float_like, StrObject* spec);
Ref format_complex_spec(Thread&, Value complex_value, StrObject* spec);
Ref format_str_spec(Thread&, StrObject* text, StrObject* spec);

// A specification as it stands in a longer text.
struct SpecText {
    StrObject* text;
    size_t start, end;
    SpecText(StrObject* s) : text(s), start(0), end(s->length) {}
    SpecText(StrObject* s, size_t from, size_t to) : text(s), start(from), end(to) {}
    size_t length() const { return end - start; }
};

// Values of exactly int, float, bool or str: their formatting runs no code and needs no lookup of __format__.
inline bool formats_natively(Value v) {
    if (v.is_int() || v.is_float() || v.is_bool()) return true;
    return is_kind(v, Kind::Str) || is_kind(v, Kind::Int) || is_kind(v, Kind::Float);
}
// format(v, spec) of such a value, appended.
Status append_formatted(StrBuilder& out, Thread&, Value v, SpecText spec);

struct FormatSpec {
    char32_t fill = ' ';
    char align = 0;              // '<' '>' '=' '^', 0: the type's default
    char sign = 0;               // '+' '-' ' ', 0: not given
    bool alternate = false;
    bool positive_zero = false;  // 'z' (3.11): what is rounded to -0 is written as 0
    bool zero = false;           // '0' before the width
    char32_t grouping = 0;       // ',' or '_'
    int64_t width = -1;
    int64_t precision = -1;
    char32_t type = 0;           // 0: not given
};
// False: ValueError pending.
bool parse_format_spec(Thread&, SpecText, char32_t default_type, char default_align, FormatSpec* out);

// Digits of an int in base 2, 8, 10 or 16, '-' in front of negative numbers, no prefix: ASCII str.
Ref int_digits(Thread&, Value int_like, unsigned base);

}  // namespace krait
