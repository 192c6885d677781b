// str: case mappings and character tests. ASCII text goes through tight loops, the rest through the Unicode tables.
#include <cstring>

#include "builtins/types/str_methods.h"
#include "support/unicode_data.h"
#include "vm/object/str_units.h"
#include "vm/runtime/long_runs.h"

namespace krait {

namespace {

constexpr char32_t kCapitalSigma = 0x3A3, kFinalSigma = 0x3C2;

constexpr bool ascii_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool ascii_lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
constexpr uint8_t to_ascii_lower(uint8_t c) { return ascii_upper(c) ? c | 0x20 : c; }
constexpr uint8_t to_ascii_upper(uint8_t c) { return ascii_lower(c) ? c & 0xDF : c; }

// Eight ASCII letters at a time: bit 0x20 of every byte between `first` and `last` flipped.
uint64_t flip_case(uint64_t word, uint8_t first, uint8_t last) {
    constexpr uint64_t kOnes = 0x0101010101010101u;
    uint64_t from = word + kOnes * (0x80u - first), beyond = word + kOnes * (0x7Fu - last);
    return word ^ ((from & ~beyond & kOnes * 0x80) >> 2);
}

Ref flip_ascii(Thread& t, StrObject* self, uint8_t first, uint8_t last) {
    if (self->length == 0) return str_from_ascii(t, "");
    if (self->length > 65536) TRY(charge_work(t, self->length / 32));
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, self->length, 0x7F));
    TRY(in_stretches(t, self->length, [&](size_t i, size_t end) {
        for (uint64_t word; i + 8 <= end; i += 8) {
            std::memcpy(&word, self->data + i, 8);
            word = flip_case(word, first, last);
            std::memcpy(out->data + i, &word, 8);
        }
        for (; i < end; ++i) {
            auto c = static_cast<uint8_t>(self->data[i]);
            out->data[i] = static_cast<char>(c >= first && c <= last ? c ^ 0x20 : c);
        }
    }));
    return out;
}

template <class F>
Ref map_ascii(Thread& t, StrObject* self, F f) {
    if (self->length == 0) return str_from_ascii(t, "");
    if (self->length > 65536) TRY(charge_work(t, self->length / 32));
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, self->length, 0x7F));
    const uint8_t* from = self->u8();
    auto* to = reinterpret_cast<uint8_t*>(out->data);
    TRY(in_stretches(t, self->length, [&](size_t i, size_t end) {
        for (; i < end; ++i) to[i] = f(from[i]);
    }));
    return out;
}

// `f(i, c, out)` returns the number of characters written to out[3].
template <class F>
Ref map_wide(Thread& t, StrObject* self, F f) {
    StrBuilder out(t);
    char32_t mapped[3];
    for (size_t i = 0; i < self->length; ++i) {
        size_t n = f(i, self->at(i), mapped);
        for (size_t k = 0; k < n; ++k) TRY(out.append_char(mapped[k]));
        if ((i & 0xFFF) == 0xFFF) TRY(charge_work(t, 4096));
    }
    return out.finish();
}

size_t lower_at(const StrObject* self, size_t i, char32_t c, char32_t out[3]) {
    if (c != kCapitalSigma) return unicode::to_lower(c, out);
    bool final = unicode::is_final_sigma(i, self->length, [&](size_t k) { return self->at(k); });
    out[0] = final ? kFinalSigma : unicode::simple_lower(c);
    return 1;
}

}  // namespace

Ref str_upper(Thread& t, StrObject* self) {
    if (self->ascii()) return flip_ascii(t, self, 'a', 'z');
    return map_wide(t, self, [](size_t, char32_t c, char32_t* out) { return unicode::to_upper(c, out); });
}

Ref str_lower(Thread& t, StrObject* self) {
    if (self->ascii()) return flip_ascii(t, self, 'A', 'Z');
    return map_wide(t, self, [&](size_t i, char32_t c, char32_t* out) { return lower_at(self, i, c, out); });
}

Ref str_casefold(Thread& t, StrObject* self) {
    if (self->ascii()) return flip_ascii(t, self, 'A', 'Z');
    return map_wide(t, self, [](size_t, char32_t c, char32_t* out) { return unicode::to_casefold(c, out); });
}

Ref str_swapcase(Thread& t, StrObject* self) {
    if (self->ascii())
        return map_ascii(t, self, [](uint8_t c) -> uint8_t { return ascii_upper(c) ? c | 0x20 : to_ascii_upper(c); });
    return map_wide(t, self, [&](size_t i, char32_t c, char32_t* out) -> size_t {
        if (unicode::is_upper(c)) return lower_at(self, i, c, out);
        if (unicode::is_lower(c)) return unicode::to_upper(c, out);
        out[0] = c;
        return 1;
    });
}

Ref str_capitalize(Thread& t, StrObject* self) {
    if (self->ascii()) {
        bool first = true;
        return map_ascii(t, self, [&](uint8_t c) {
            uint8_t mapped = first ? to_ascii_upper(c) : to_ascii_lower(c);
            first = false;
            return mapped;
        });
    }
    return map_wide(t, self, [&](size_t i, char32_t c, char32_t* out) {
        return i == 0 ? unicode::to_upper(c, out) : lower_at(self, i, c, out);
    });
}

Ref str_title(Thread& t, StrObject* self) {
    bool in_word = false;
    if (self->ascii())
        return map_ascii(t, self, [&](uint8_t c) {
            uint8_t mapped = in_word ? to_ascii_lower(c) : to_ascii_upper(c);
            in_word = ascii_upper(c) || ascii_lower(c);
            return mapped;
        });
    return map_wide(t, self, [&](size_t i, char32_t c, char32_t* out) {
        size_t n = in_word ? lower_at(self, i, c, out) : unicode::to_title(c, out);
        in_word = unicode::is_cased(c);
        return n;
    });
}

// ------------------------------------------------------------------------------------------------ tests

namespace {

template <class F>
Value all_of(Thread& t, StrObject* self, bool if_empty, F test) {
    if (self->length == 0) return Value::boolean(if_empty);
    size_t end = TRY(visit_units(self, [&](auto* p) { return end_of_run(t, p, 0, self->length, test); }));
    return Value::boolean(end == self->length);
}

// Some character has a `wanted` property and none has a `refused` one.
Value cased_test(Thread& t, StrObject* self, unsigned wanted, unsigned refused) {
    bool found = false;
    auto fits = [&](char32_t c) {
        unsigned properties = unicode::properties(c);
        found |= (properties & wanted) != 0;
        return (properties & refused) == 0;
    };
    size_t end = TRY(visit_units(self, [&](auto* p) { return end_of_run(t, p, 0, self->length, fits); }));
    return Value::boolean(found && end == self->length);
}

}  // namespace

Value str_isalpha(Thread& t, StrObject* self) { return all_of(t, self, false, unicode::is_alpha); }
Value str_isalnum(Thread& t, StrObject* self) { return all_of(t, self, false, unicode::is_alnum); }
Value str_isdecimal(Thread& t, StrObject* self) { return all_of(t, self, false, unicode::is_decimal); }
Value str_isdigit(Thread& t, StrObject* self) { return all_of(t, self, false, unicode::is_digit); }
Value str_isnumeric(Thread& t, StrObject* self) { return all_of(t, self, false, unicode::is_numeric); }
Value str_isspace(Thread& t, StrObject* self) { return all_of(t, self, false, unicode::is_space); }
Value str_isprintable(Thread& t, StrObject* self) { return all_of(t, self, true, unicode::is_printable); }
Value str_isupper(Thread& t, StrObject* self) {
    return cased_test(t, self, unicode::kUpper, unicode::kLower | unicode::kTitle);
}
Value str_islower(Thread& t, StrObject* self) {
    return cased_test(t, self, unicode::kLower, unicode::kUpper | unicode::kTitle);
}

Value str_istitle(Thread& t, StrObject* self) {
    Looks looks(t);
    bool in_word = false, found = false;
    for (size_t i = 0; i < self->length; ++i) {
        TRY(looks.next());
        char32_t c = self->at(i);
        if (unicode::is_upper(c) || unicode::is_title(c)) {
            if (in_word) return Value::false_value();
            in_word = found = true;
        } else if (unicode::is_lower(c)) {
            if (!in_word) return Value::false_value();
            found = true;
        } else {
            in_word = false;
        }
    }
    return Value::boolean(found);
}

Value str_isidentifier(Thread& t, StrObject* self) {
    if (self->length == 0 || !unicode::is_xid_start(self->at(0))) return Value::false_value();
    return all_of(t, self, false, unicode::is_xid_continue);   // what may start one may go on one
}

}  // namespace krait
