// bytes, bytearray: ASCII case and tests, padding, hexadecimal text, decode, repr.
#include <cstring>

#include "builtins/codecs/codecs.h"
#include "builtins/types/bytes_methods.h"
#include "vm/runtime/long_runs.h"

namespace krait {

namespace {

constexpr bool upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool alpha(uint8_t c) { return upper(c) || lower(c); }
constexpr bool digit(uint8_t c) { return c >= '0' && c <= '9'; }
constexpr uint8_t to_lower(uint8_t c) { return upper(c) ? c | 0x20 : c; }
constexpr uint8_t to_upper(uint8_t c) { return lower(c) ? c & 0xDF : c; }

template <class F>
Ref map_bytes(Thread& t, Value self_value, F f) {
    ByteSelf self(self_value);
    if (self.view().size() > 65536) TRY(charge_work(t, self.view().size() / 32));
    return self.map(t, f);
}

// `test` of every byte.
template <class F>
Fallible<bool> holds_for_all(Thread& t, Value self_value, F test) {
    ByteSelf self(self_value);
    std::string_view s = self.view();
    auto fits = [&](char c) { return test(static_cast<uint8_t>(c)); };
    return TRY(end_of_run(t, s.data(), 0, s.size(), fits)) == s.size();
}

template <class F>
Value all_of(Thread& t, Value self, F test) {
    bool some = false;
    bool all = TRY(holds_for_all(t, self, [&](uint8_t c) { return some = true, test(c); }));
    return Value::boolean(some && all);
}

Value one_case(Thread& t, Value self, bool (*wanted)(uint8_t), bool (*refused)(uint8_t)) {
    bool found = false;
    bool all = TRY(holds_for_all(t, self, [&](uint8_t c) { return found |= wanted(c), !refused(c); }));
    return Value::boolean(found && all);
}

}  // namespace

Ref bytes_upper(Thread& t, Value self) { return map_bytes(t, self, to_upper); }
Ref bytes_lower(Thread& t, Value self) { return map_bytes(t, self, to_lower); }
Ref bytes_swapcase(Thread& t, Value self) {
    return map_bytes(t, self, [](uint8_t c) { return upper(c) ? to_lower(c) : to_upper(c); });
}
Ref bytes_capitalize(Thread& t, Value self) {
    bool first = true;
    return map_bytes(t, self, [&](uint8_t c) {
        uint8_t mapped = first ? to_upper(c) : to_lower(c);
        first = false;
        return mapped;
    });
}
Ref bytes_title(Thread& t, Value self) {
    bool in_word = false;
    return map_bytes(t, self, [&](uint8_t c) {
        uint8_t mapped = in_word ? to_lower(c) : to_upper(c);
        in_word = alpha(c);
        return mapped;
    });
}
Value bytes_isalpha(Thread& t, Value self) { return all_of(t, self, alpha); }
Value bytes_isdigit(Thread& t, Value self) { return all_of(t, self, digit); }
Value bytes_isalnum(Thread& t, Value self) { return all_of(t, self, [](uint8_t c) { return alpha(c) || digit(c); }); }
Value bytes_isspace(Thread& t, Value self) { return all_of(t, self, is_byte_space); }
Value bytes_isupper(Thread& t, Value self) { return one_case(t, self, upper, lower); }
Value bytes_islower(Thread& t, Value self) { return one_case(t, self, lower, upper); }
Value bytes_istitle(Thread& t, Value self) {
    bool in_word = false, found = false;
    bool all = TRY(holds_for_all(t, self, [&](uint8_t c) {
        if ((upper(c) && in_word) || (lower(c) && !in_word)) return false;
        in_word = alpha(c);
        found |= in_word;
        return true;
    }));
    return Value::boolean(found && all);
}

// ------------------------------------------------------------------------------------------------ padding

namespace {

Fallible<char> fill_byte(Thread& t, Value v, const char* name) {
    if (v.is_unbound()) return ' ';
    if (BytesObject* b = as_bytes(v); b && b->length == 1) return b->data[0];
    if (ByteArrayObject* b = as_bytearray(v); b && b->length == 1) return b->data[0];
    return raise(t, Exc::TypeError, "%s() argument 2 must be a byte string of length 1, not %.50s", name,
                 argument_type_name(t, v));
}

Ref pad(Thread& t, const ByteSelf& self, size_t left, size_t right, char fill) {
    std::string_view s = self.view();
    if (left + right == 0) return self.make(t, s);
    return self.build(t, s.size() + left + right, [&](char* out) {
        std::memset(out, fill, left);
        if (!s.empty()) std::memcpy(out + left, s.data(), s.size());
        std::memset(out + left + s.size(), fill, right);
    });
}

size_t missing(const ByteSelf& self, int64_t width) {
    size_t n = self.view().size();
    return width > static_cast<int64_t>(n) ? static_cast<size_t>(width) - n : 0;
}

}  // namespace

Ref bytes_center(Thread& t, Value self_value, int64_t width, Value fillchar) {
    char fill = TRY(fill_byte(t, fillchar, "center"));
    ByteSelf self(self_value);
    size_t total = missing(self, width), left = total / 2 + (total & static_cast<size_t>(width) & 1);
    return pad(t, self, left, total - left, fill);
}
Ref bytes_ljust(Thread& t, Value self_value, int64_t width, Value fillchar) {
    char fill = TRY(fill_byte(t, fillchar, "ljust"));
    ByteSelf self(self_value);
    return pad(t, self, 0, missing(self, width), fill);
}
Ref bytes_rjust(Thread& t, Value self_value, int64_t width, Value fillchar) {
    char fill = TRY(fill_byte(t, fillchar, "rjust"));
    ByteSelf self(self_value);
    return pad(t, self, missing(self, width), 0, fill);
}
Ref bytes_zfill(Thread& t, Value self_value, int64_t width) {
    ByteSelf self(self_value);
    std::string_view s = self.view();
    size_t zeros = missing(self, width);
    if (zeros == 0) return self.make(t, s);
    bool sign = !s.empty() && (s[0] == '+' || s[0] == '-');
    return self.build(t, s.size() + zeros, [&](char* out) {
        if (sign) *out++ = s[0];
        std::memset(out, '0', zeros);
        if (s.size() > sign) std::memcpy(out + zeros, s.data() + sign, s.size() - sign);
    });
}

Ref bytes_expandtabs(Thread& t, Value self_value, Value tabsize) {
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
    ByteSelf self(self_value);
    ByteBuilder out(t);
    Looks looks(t);
    size_t column = 0;
    for (char c : self.view()) {
        TRY(looks.next());
        if (c == '\t') {
            if (size <= 0) continue;
            size_t step = static_cast<size_t>(size) - column % static_cast<size_t>(size);
            TRY(out.append_fill(' ', step));
            column += step;
        } else {
            TRY(out.append_byte(static_cast<uint8_t>(c)));
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return self.make(t, out.view());
}

// ------------------------------------------------------------------------------------------------ text forms

Ref bytes_decode(Thread& t, Value self, Value encoding, Value errors) {
    Value given[2] = {encoding, errors};
    StrObject* texts[2] = {};
    for (int i = 0; i < 2; ++i) {
        if (given[i].is_unbound()) continue;
        texts[i] = as_str(given[i]);
        if (!texts[i])
            return raise(t, Exc::TypeError, "decode() argument %d must be str, not %.50s", i + 1,
                         argument_type_name(t, given[i]));
    }
    return decode_bytes(t, self, texts[0], texts[1]);
}

Ref bytes_repr_text(Thread& t, std::string_view data, std::string_view prefix, std::string_view suffix) {
    bool single = data.find('\'') != std::string_view::npos, twice = single && data.find('"') != std::string_view::npos;
    char quote = single && !twice ? '"' : '\'';
    ByteBuilder out(t);
    TRY(out.append(prefix));
    TRY(out.append_byte('b'));
    TRY(out.append_byte(static_cast<uint8_t>(quote)));
    for (char byte : data) {
        auto c = static_cast<uint8_t>(byte);
        // bytearray escapes single quotes even between double ones.
        if (byte == quote || c == '\\' || (c == '\'' && !prefix.empty())) {
            char escaped[2] = {'\\', byte};
            TRY(out.append({escaped, 2}));
        } else if (c >= ' ' && c < 0x7F) {
            TRY(out.append_byte(c));
        } else if (c == '\t' || c == '\n' || c == '\r') {
            TRY(out.append(c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r"));
        } else {
            char escaped[4] = {'\\', 'x', "0123456789abcdef"[c >> 4], "0123456789abcdef"[c & 15]};
            TRY(out.append({escaped, 4}));
        }
    }
    TRY(out.append_byte(static_cast<uint8_t>(quote)));
    TRY(out.append(suffix));
    if (data.size() > 65536) TRY(charge_work(t, data.size() / 16));
    return str_from_ascii(t, out.view());
}

}  // namespace krait
