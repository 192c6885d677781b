// str: padding to a width, zfill, expandtabs.
#include <cstring>

#include "builtins/types/str_methods.h"
#include "vm/object/str_units.h"

namespace krait {

namespace {

Fallible<char32_t> fill_character(Thread& t, Value fillchar) {
    if (fillchar.is_unbound()) return U' ';
    StrObject* text = as_str(fillchar);
    if (!text)
        return raise(t, Exc::TypeError, "The fill character must be a unicode character, not %.100s",
                     type_name_of(t, fillchar));
    if (text->length != 1) return raise(t, Exc::TypeError, "The fill character must be exactly one character long");
    return text->at(0);
}

void fill_range(StrObject* s, size_t start, size_t end, char32_t c) {
    visit_units(static_cast<void*>(s->data), s->unit(), [&](auto* p) {
        using Unit = std::remove_reference_t<decltype(*p)>;
        std::fill(p + start, p + end, static_cast<Unit>(c));
    });
}

Ref pad(Thread& t, StrObject* self, size_t left, size_t right, char32_t fill) {
    if (left + right == 0) return str_substring(t, self, 0, self->length);
    size_t length;
    if (__builtin_add_overflow(self->length, left + right, &length) || length > (size_t{1} << 62))
        return raise(t, Exc::OverflowError, "padded string is too long");
    char32_t max_char = std::max(fill, self->length ? max_char_bound(self) : U'\0');
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, length, max_char));
    fill_range(out.get(), 0, left, fill);
    copy_into(out.get(), left, self, 0, self->length);
    fill_range(out.get(), left + self->length, length, fill);
    return out;
}

size_t missing(StrObject* self, int64_t width) {
    return width > static_cast<int64_t>(self->length) ? static_cast<size_t>(width) - self->length : 0;
}

}  // namespace

Ref str_center(Thread& t, StrObject* self, int64_t width, Value fillchar) {
    char32_t fill = TRY(fill_character(t, fillchar));
    size_t total = missing(self, width);
    size_t left = total / 2 + (total & static_cast<size_t>(width) & 1);
    return pad(t, self, left, total - left, fill);
}

Ref str_ljust(Thread& t, StrObject* self, int64_t width, Value fillchar) {
    char32_t fill = TRY(fill_character(t, fillchar));
    return pad(t, self, 0, missing(self, width), fill);
}

Ref str_rjust(Thread& t, StrObject* self, int64_t width, Value fillchar) {
    char32_t fill = TRY(fill_character(t, fillchar));
    return pad(t, self, missing(self, width), 0, fill);
}

Ref str_zfill(Thread& t, StrObject* self, int64_t width) {
    size_t zeros = missing(self, width);
    Ref padded = TRY(pad(t, self, zeros, 0, '0'));
    if (zeros == 0 || self->length == 0) return padded;
    char32_t sign = self->at(0);
    if (sign == '+' || sign == '-') {   // the sign goes in front of the zeros
        put_char(padded.as<StrObject>(), 0, sign);
        put_char(padded.as<StrObject>(), zeros, '0');
    }
    return padded;
}

Ref str_expandtabs(Thread& t, StrObject* self, Value tabsize) {
    int64_t size = 8;
    if (!tabsize.is_unbound()) {
        if (!is_int_like(tabsize) && !type_of(t, tabsize)->slots.as_int)
            return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, tabsize));
        if (is_float_like(tabsize)) return raise(t, Exc::TypeError, "integer argument expected, got float");
        Ref number = TRY(to_int(t, tabsize));
        size = TRY(int_to_i64(t, number, "Python int too large to convert to C long"));
        if (size > INT32_MAX) return raise(t, Exc::OverflowError, "signed integer is greater than maximum");
        if (size < INT32_MIN) return raise(t, Exc::OverflowError, "signed integer is less than minimum");
    }
    if (self->kind == Kind::Str && str_find_char(self, U'\t', 0, self->length) < 0) return own(self);
    StrBuilder out(t);
    size_t column = 0;
    for (size_t i = 0; i < self->length; ++i) {
        char32_t c = self->at(i);
        if (c == '\t') {
            if (size <= 0) continue;
            size_t step = static_cast<size_t>(size) - column % static_cast<size_t>(size);
            TRY(out.append_fill(' ', step));
            column += step;
        } else {
            TRY(out.append_char(c));
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
        if ((i & 0xFFF) == 0xFFF) TRY(charge_work(t, 4096));
    }
    return out.finish();
}

}  // namespace krait
