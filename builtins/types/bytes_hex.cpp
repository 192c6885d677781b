// bytes, bytearray: hexadecimal text, both ways.
#include "builtins/types/bytes_methods.h"
#include "vm/object/str_units.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

constexpr uint8_t kNotHex = 16;

// Values of characters below 256, and the two digits of bytes.
struct HexTables {
    uint8_t value[256];
    char digits[512];
    constexpr HexTables() : value(), digits() {
        constexpr char kDigits[] = "0123456789abcdef";
        for (uint8_t& v : value) v = kNotHex;
        for (int i = 0; i < 16; ++i) {
            value[static_cast<uint8_t>(kDigits[i])] = static_cast<uint8_t>(i);
            if (i > 9) value[kDigits[i] - 'a' + 'A'] = static_cast<uint8_t>(i);
        }
        for (int i = 0; i < 256; ++i) {
            digits[2 * i] = kDigits[i >> 4];
            digits[2 * i + 1] = kDigits[i & 15];
        }
    }
};
constexpr HexTables kHex;

template <class T>
uint8_t hex_value(T c) {
    return c < 256 ? kHex.value[static_cast<uint8_t>(c)] : kNotHex;
}

// Fills `out` and returns how many bytes; *bad: the place of a character that is no digit, else the text's length.
template <class T>
Fallible<size_t> parse(Thread& t, const T* p, size_t n, char* out, size_t* bad) {
    Looks looks(t);
    char* end = out;
    for (size_t i = 0; i < n;) {
        TRY(looks.next());
        if (p[i] == ' ') {
            ++i;
            continue;
        }
        uint8_t high = hex_value(p[i]), low = i + 1 < n ? hex_value(p[i + 1]) : kNotHex;
        if ((high | low) & kNotHex) {
            *bad = high & kNotHex ? i : i + 1;
            return 0;
        }
        *end++ = static_cast<char>(high << 4 | low);
        i += 2;
    }
    *bad = SIZE_MAX;
    return static_cast<size_t>(end - out);
}

}  // namespace

Ref hex_of(Thread& t, std::string_view data) {
    if (data.empty()) return str_from_ascii(t, "");
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, data.size() * 2, 0x7F));
    TRY(in_stretches(t, data.size(), [&](size_t i, size_t end) {
        for (; i < end; ++i)
            __builtin_memcpy(out->data + 2 * i, kHex.digits + 2 * static_cast<uint8_t>(data[i]), 2);
    }));
    return out;
}

namespace {

// One ASCII character.
Fallible<char> separator(Thread& t, Value sep) {
    if (TRY(length_of(t, sep)) != 1) return raise(t, Exc::ValueError, "sep must be length 1.");
    char32_t c = 0;
    if (StrObject* text = as_str(sep)) c = text->at(0);
    else if (BytesObject* bytes = as_bytes(sep)) c = static_cast<uint8_t>(bytes->data[0]);
    else return raise(t, Exc::TypeError, "sep must be str or bytes.");
    if (c > 127) return raise(t, Exc::ValueError, "sep must be ASCII.");
    return static_cast<char>(c);
}

}  // namespace

Ref hex_of(Thread& t, std::string_view data, Value sep, Value bytes_per_sep) {
    int64_t group = 1;
    if (!bytes_per_sep.is_unbound()) {
        Ref number = TRY(as_index(t, bytes_per_sep));
        group = TRY(int_to_i64(t, number, "Python int too large to convert to C int"));
        if (group != static_cast<int>(group))
            return raise(t, Exc::OverflowError, "Python int too large to convert to C int");
    }
    if (sep.is_unbound()) return hex_of(t, data);
    char between = TRY(separator(t, sep));
    size_t size = data.size(), step = static_cast<size_t>(group < 0 ? -group : group);
    if (step == 0 || size <= step) return hex_of(t, data);
    size_t first = group < 0 ? step : size - (size - 1) / step * step;   // bytes in front of the first separator
    RefTo<StrObject> text = TRY(str_new_uninitialised(t, size * 2 + (size - 1) / step, 0x7F));
    char* out = text->data;
    TRY(in_stretches(t, size, [&](size_t i, size_t end) {
        for (; i < end; ++i) {
            if (i && i >= first && (i - first) % step == 0) *out++ = between;
            __builtin_memcpy(out, kHex.digits + 2 * static_cast<uint8_t>(data[i]), 2);
            out += 2;
        }
    }));
    return text;
}

Ref bytes_hex(Thread& t, Value self_value, Value sep, Value bytes_per_sep) {
    ByteSelf self(self_value);
    return hex_of(t, self.view(), sep, bytes_per_sep);
}

Ref bytes_fromhex(Thread& t, TypeObject* type, Value argument) {
    StrObject* text = as_str(argument);
    if (!text) return raise(t, Exc::TypeError, "fromhex() argument must be str, not %.50s",
                            argument_type_name(t, argument));
    RefTo<BytesObject> room = TRY(bytes_new_uninitialised(t, text->length / 2 + 1));
    size_t bad = 0;
    size_t size = TRY(visit_units(text, [&](auto* p) { return parse(t, p, text->length, room->data, &bad); }));
    if (bad != SIZE_MAX)
        return raise(t, Exc::ValueError, "non-hexadecimal number found in fromhex() arg at position %zu", bad);
    bool array = type->layout == Kind::ByteArray;
    std::string_view made_of(room->data, size);
    Ref made = TRY(array ? bytearray_from(t, made_of) : bytes_from(t, made_of));
    if (type == t.interp.type(array ? Kind::ByteArray : Kind::Bytes)) return made;
    return call(t, Value::object(type), made);
}

}  // namespace krait
