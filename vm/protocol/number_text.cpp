// int(x) and float(x): conversions through the slots and from text.
#include <algorithm>
#include <cmath>

#include "support/float_text.h"
#include "support/unicode_data.h"
#include "vm/object/buffer.h"
#include "vm/object/number_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/long_runs.h"

namespace krait {
namespace {

unsigned digit_value(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A') + 10;
    return 99;
}

// Takes a 0x, 0o, 0b prefix that fits `*base` (0: any, and decides it). False: digits that base 0 does not allow.
bool take_prefix(std::string_view* s, unsigned* base, bool* prefixed) {
    *prefixed = false;
    if (s->size() >= 2 && (*s)[0] == '0') {
        char c = static_cast<char>((*s)[1] | 0x20);
        unsigned named = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
        if (named && (*base == 0 || *base == named)) {
            *base = named;
            *prefixed = true;
            s->remove_prefix(2);
            return true;
        }
    }
    if (*base != 0) return true;
    *base = 10;
    if (s->empty() || (*s)[0] != '0') return true;
    for (char c : *s)
        if (c != '0' && c != '_') return false;   // no leading zeros in base 0
    return true;
}

// Digits without underscores; false where an underscore or another character stands wrong.
Fallible<bool> collect_digits(Thread& t, std::string_view s, unsigned base, bool prefixed, std::string* digits) {
    Looks looks(t);
    bool after_digit = prefixed;   // "0x_1f" is allowed
    for (size_t i = 0; i < s.size(); ++i) {
        TRY(looks.next());
        if (s[i] == '_') {
            if (!after_digit || i + 1 == s.size()) return false;
            after_digit = false;
            continue;
        }
        if (digit_value(s[i]) >= base) return false;
        digits->push_back(s[i]);
        after_digit = true;
    }
    return !digits->empty();
}

}  // namespace

Fallible<std::string_view> ascii_number_text(Thread& t, const StrObject* text, std::string* room) {
    if (text->ascii()) return text->ascii_view();
    Looks looks(t);
    std::string& out = *room;
    out.reserve(text->length);
    for (size_t i = 0; i < text->length; ++i) {
        TRY(looks.next());
        char32_t c = text->at(i);
        int digit;
        if (c < 128) out += static_cast<char>(c);
        else if ((digit = unicode::decimal_value(c)) >= 0) out += static_cast<char>('0' + digit);
        else out += unicode::is_space(c) ? ' ' : '?';
    }
    return std::string_view(out);
}

// The message shows 200 characters of the literal at most.
static Failed raise_invalid_literal(Thread& t, Value literal, unsigned base) {
    RefTo<StrObject> shown = TRY(repr(t, literal));
    Ref part = TRY(str_substring(t, shown.get(), 0, std::min<size_t>(shown->length, 200)));
    return raise(t, Exc::ValueError, "invalid literal for int() with base %u: %s", base,
                 str_to_utf8(part.as<StrObject>()).c_str());
}

Ref int_from_bytes_text(Thread& t, Value source, unsigned base) {
    Ref held = own(source);
    std::string_view bytes =
        layout_is(source, Kind::Bytes) ? source.as<BytesObject>()->view() : source.as<ByteArrayObject>()->view();
    if (!is_ascii(bytes)) return raise_invalid_literal(t, source, base);
    Ref text = TRY(str_from_ascii(t, bytes));
    Ref result = int_from_text(t, text.as<StrObject>(), base);
    if (!result.failed() || !pending_matches(t, Exc::ValueError)) return result;
    clear_exception(t);
    return raise_invalid_literal(t, source, base);
}

Ref int_from_text(Thread& t, StrObject* text, unsigned base) {
    auto invalid = [&]() -> Ref { return raise_invalid_literal(t, Value::object(text), base); };
    std::string converted;
    std::string_view s = TRY(strip_spaces(t, TRY(ascii_number_text(t, text, &converted))));
    bool negative = !s.empty() && s[0] == '-';
    if (negative || (!s.empty() && s[0] == '+')) s.remove_prefix(1);
    unsigned actual = base;
    bool prefixed;
    if (!take_prefix(&s, &actual, &prefixed)) return invalid();
    if (actual == 10 && s.size() < 18) {   // the usual case without any allocation
        int64_t n = 0;
        bool plain = !s.empty();
        for (char c : s) {
            if (c < '0' || c > '9') {
                plain = false;
                break;
            }
            n = n * 10 + (c - '0');
        }
        if (plain) return make_int(t, negative ? -n : n);
    }
    size_t limit = t.interp.limits.int_max_str_digits;
    std::string collected;
    std::string_view digits = s;
    constexpr size_t kBrief = 4096;   // looked through once: by the conversion
    if (s.find('_') == s.npos) {
        auto fits = [&](char c) { return digit_value(c) < actual; };
        if (s.size() > std::min(kBrief, limit ? limit : kBrief) &&
            TRY(end_of_run(t, s.data(), 0, s.size(), fits)) < s.size())
            return invalid();
    } else {
        if (!TRY(collect_digits(t, s, actual, prefixed, &collected))) return invalid();
        digits = collected;
    }
    if (limit && digits.size() > limit && (actual & (actual - 1)) != 0)
        return raise(t, Exc::ValueError, "Exceeds the limit (%zu) for integer string conversion: value has %zu digits",
                     limit, digits.size());
    TRY(check_int_result(t, BigInt::estimate_bits_text(digits.size(), actual)));
    BigInt value;
    Poll poll = work_poll(t);
    BigIntStatus status = BigInt::from_text(digits, actual, &value, &poll);
    if (status == BigIntStatus::Ok && negative) status = BigInt::negate(value, &value);
    if (status == BigIntStatus::Invalid) return invalid();
    if (status != BigIntStatus::Ok) return raise_bigint(t, status);
    return make_int(t, std::move(value));
}

// The message shows nothing at all for blank text.
static Failed raise_not_a_float(Thread& t, Value literal, bool blank) {
    return raise(t, Exc::ValueError, "could not convert string to float: %s",
                 blank ? "" : repr_utf8(t, literal).c_str());
}

Ref float_from_text(Thread& t, StrObject* text) {
    std::string converted;
    std::string_view stripped = TRY(strip_spaces(t, TRY(ascii_number_text(t, text, &converted))));
    std::optional<double> d = parse_float(stripped);
    if (d) return make_float(t, *d);
    TRY(check_encodable(t, text));
    return raise_not_a_float(t, Value::object(text), stripped.empty());
}

static Ref int_from_double(Thread& t, double d) {
    if (std::isnan(d)) return raise(t, Exc::ValueError, "cannot convert float NaN to integer");
    if (std::isinf(d)) return raise(t, Exc::OverflowError, "cannot convert float infinity to integer");
    if (std::fabs(d) < 0x1p60) return make_int(t, static_cast<int64_t>(d));
    BigInt value;
    if (!BigInt::from_double(d, &value)) return raise_memory_error(t);
    return make_int(t, std::move(value));
}

Status warn_int_subclass(Thread& t, const char* method, Value result) {
    if (result.is_int() || is_kind(result, Kind::Int)) return ok();
    return warn(t, Exc::DeprecationWarning, 1,
                "%s returned non-int (type %.200s).  The ability to return an instance of a strict subclass of int is "
                "deprecated, and may be removed in a future version of Python.",
                method, type_name_of(t, result));
}

static Ref int_through_slot(Thread& t, Value v, UnaryFn f) {
    Ref result = TRY(Ref::steal(f(t, v)));
    if (!is_int_like(result))
        return raise(t, Exc::TypeError, "__int__ returned non-int (type %.200s)", type_name_of(t, result));
    TRY(warn_int_subclass(t, "__int__", result));
    return int_exact(t, result);
}

Ref integer_argument(Thread& t, Value v) {
    if (is_int_like(v)) return own(v);
    if (UnaryFn f = type_of(t, v)->slots.as_int) return int_through_slot(t, v, f);
    return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, v));
}

Ref to_int(Thread& t, Value v) {
    if (v.is_int()) return own(v);
    if (v.is_bool() || is_kind(v, Kind::Int)) return int_exact(t, v);
    if (v.is_float() || is_kind(v, Kind::Float)) return int_from_double(t, float_value(v));
    if (UnaryFn f = type_of(t, v)->slots.as_int) {
        return int_through_slot(t, v, f);
    }
    Ref truncated = TRY(call_special(t, v, t.interp.names.dunder_trunc));
    if (!truncated.get().is_unbound()) {
        if (is_int_like(truncated)) return int_exact(t, truncated);
        if (UnaryFn f = type_of(t, truncated)->slots.as_int) {
            return int_through_slot(t, truncated, f);
        }
        return raise(t, Exc::TypeError, "__trunc__ returned non-Integral (type %.200s)", type_name_of(t, truncated));
    }
    if (StrObject* text = as_str(v)) return int_from_text(t, text, 10);
    if (layout_is(v, Kind::Bytes) || layout_is(v, Kind::ByteArray)) return int_from_bytes_text(t, v, 10);
    if (has_buffer(t, v)) {
        BufferView view = TRY(get_buffer(t, v));
        Ref bytes = TRY(bytes_from(t, view.view()));
        return int_from_bytes_text(t, bytes, 10);
    }
    return raise(t, Exc::TypeError, "int() argument must be a string, a bytes-like object or a number, not '%.200s'",
                 type_name_of(t, v));
}

static Ref float_through_slot(Thread& t, Value v, UnaryFn f) {
    Ref result = TRY(Ref::steal(f(t, v)));
    if (result.get().is_float() || is_kind(result, Kind::Float)) return result;
    if (is_float_like(result)) {
        TRY(warn(t, Exc::DeprecationWarning, 1,
                 "%.50s.__float__ returned non-float (type %.50s).  The ability to return an instance of a strict "
                 "subclass of "
                 "float is deprecated, and may be removed in a future version of Python.",
                 type_name_of(t, v), type_name_of(t, result)));
        return make_float(t, float_value(result));
    }
    return raise(t, Exc::TypeError, "%.50s.__float__ returned non-float (type %.50s)", type_name_of(t, v),
                 type_name_of(t, result));
}

Ref to_float(Thread& t, Value v) {
    if (v.is_float() || is_kind(v, Kind::Float)) return own(v);
    if (v.is_int() || v.is_bool() || is_kind(v, Kind::Int)) return make_float(t, TRY(int_to_double(t, v)));
    if (UnaryFn f = type_of(t, v)->slots.as_float) return float_through_slot(t, v, f);
    if (StrObject* text = as_str(v)) return float_from_text(t, text);
    if (layout_is(v, Kind::Bytes) || layout_is(v, Kind::ByteArray)) {
        std::string_view bytes =
            layout_is(v, Kind::Bytes) ? v.as<BytesObject>()->view() : v.as<ByteArrayObject>()->view();
        std::string_view stripped = TRY(strip_spaces(t, bytes));
        std::optional<double> d = parse_float(stripped);
        return d ? make_float(t, *d) : Ref(raise_not_a_float(t, v, stripped.empty()));
    }
    if (has_buffer(t, v)) {
        BufferView view = TRY(get_buffer(t, v));
        Ref bytes = TRY(bytes_from(t, view.view()));
        return to_float(t, bytes);
    }
    return raise(t, Exc::TypeError, "float() argument must be a string or a number, not '%.200s'", type_name_of(t, v));
}

Fallible<double> to_double(Thread& t, Value v) {
    if (v.is_float()) return v.as_float();
    if (v.is_int()) return static_cast<double>(v.as_int());
    if (is_kind(v, Kind::Float)) return float_value(v);
    if (v.is_bool() || is_kind(v, Kind::Int)) return int_to_double(t, v);
    if (UnaryFn f = type_of(t, v)->slots.as_float) {
        Ref result = TRY(float_through_slot(t, v, f));
        return float_value(result);
    }
    if (layout_is(v, Kind::Int)) return int_to_double(t, v);
    return raise(t, Exc::TypeError, "must be real number, not %.50s", type_name_of(t, v));
}

}  // namespace krait
