// repr of str: quotes as CPython chooses them, escapes for what cannot be printed.
#include <cstring>

#include "builtins/types/str_methods.h"
#include "support/unicode_data.h"
#include "vm/object/str_units.h"
#include "vm/runtime/long_runs.h"

namespace krait {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

Status append_escape(StrBuilder& out, char letter, char32_t c, unsigned digits) {
    char text[12] = {'\\', letter};
    for (unsigned i = 0; i < digits; ++i) text[2 + i] = kHexDigits[c >> (4 * (digits - 1 - i)) & 15];
    return out.append_ascii({text, 2 + digits});
}

bool plain(char32_t c, char32_t quote) {
    if (c == quote || c == '\\') return false;
    return c < 0x7F ? c >= ' ' : unicode::is_printable(c);
}

Status append_special(StrBuilder& out, char32_t c) {
    switch (c) {
        case '\\': return out.append_ascii("\\\\");
        case '\'': return out.append_ascii("\\'");
        case '\t': return out.append_ascii("\\t");
        case '\n': return out.append_ascii("\\n");
        case '\r': return out.append_ascii("\\r");
        default: break;
    }
    if (c < 0x100) return append_escape(out, 'x', c, 2);
    return c < 0x10000 ? append_escape(out, 'u', c, 4) : append_escape(out, 'U', c, 8);
}

}  // namespace

Ref str_repr_text(Thread& t, StrObject* self) {
    bool single = str_find_char(self, '\'', 0, self->length) >= 0;
    bool twice = single && str_find_char(self, '"', 0, self->length) >= 0;
    char32_t quote = single && !twice ? '"' : '\'';
    StrBuilder out(t);
    TRY(out.append_char(quote));
    auto shown = [&](char32_t c) { return plain(c, quote); };
    for (size_t i = 0; i < self->length;) {
        size_t start = i;
        i = TRY(visit_units(self, [&](auto* p) { return end_of_run(t, p, i, self->length, shown); }));
        TRY(out.append(self, start, i));
        if (i < self->length) TRY(append_special(out, self->at(i++)));
    }
    if (self->length > 65536) TRY(charge_work(t, self->length / 16));
    TRY(out.append_char(quote));
    return out.finish();
}

}  // namespace krait
