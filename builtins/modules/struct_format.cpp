#include "builtins/modules/struct_format.h"

#include <bit>
#include <cmath>
#include <cstring>

#include "builtins/modules/module_exception.h"
#include "builtins/types/native_item.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

struct Mode {
    bool native = true, aligned = true, big = false;
};

unsigned standard_size(char code) {
    switch (code) {
        case 'x': case 'b': case 'B': case 'c': case '?': case 's': case 'p': return 1;
        case 'h': case 'H': case 'e': return 2;
        case 'i': case 'I': case 'l': case 'L': case 'f': return 4;
        case 'q': case 'Q': case 'd': return 8;
        default: return 0;
    }
}

unsigned code_size(char code, Mode mode) {
    if (!mode.native) return standard_size(code);
    if (code == 'e') return 2;
    if (code == 'x' || code == 's' || code == 'p') return 1;
    return native_item_size(code);
}

bool is_space(char c) { return c == ' ' || (c >= 9 && c <= 13); }

Mode read_mode(std::string_view* format) {
    Mode mode;
    if (format->empty()) return mode;
    switch (format->front()) {
        case '@': break;
        case '=': case '<': mode = {false, false, false}; break;
        case '>': case '!': mode = {false, false, true}; break;
        default: return mode;
    }
    format->remove_prefix(1);
    return mode;
}

// ------------------------------------------------------------------------------------------------ half precision

uint16_t to_half(double x, bool* overflow) {
    auto bits = std::bit_cast<uint64_t>(x);
    auto sign = static_cast<uint16_t>(bits >> 48 & 0x8000);
    if (std::isnan(x)) return sign | 0x7E00;
    if (std::isinf(x)) return sign | 0x7C00;
    double a = std::fabs(x);
    if (a == 0) return sign;
    int exponent;
    double f = std::frexp(a, &exponent) * 2;   // a = f * 2**e, 1 <= f < 2
    int e = exponent - 1;
    if (e >= 16) {
        *overflow = true;
        return 0;
    }
    double scaled = e < -14 ? std::ldexp(a, 24) : (f - 1) * 1024;
    double whole = std::nearbyint(scaled);   // half to even
    auto mantissa = static_cast<unsigned>(whole);
    unsigned result = e < -14 ? mantissa : (static_cast<unsigned>(e + 15) << 10) + mantissa;   // a carry moves up
    if (result >= 0x7C00) {
        *overflow = true;
        return 0;
    }
    return static_cast<uint16_t>(sign | result);
}

double from_half(uint16_t h) {
    int exponent = h >> 10 & 31;
    double mantissa = h & 1023, value;
    if (exponent == 31) value = mantissa != 0 ? std::nan("") : INFINITY;
    else if (exponent == 0) value = std::ldexp(mantissa, -24);
    else value = std::ldexp(1024 + mantissa, exponent - 25);
    return h & 0x8000 ? -value : value;
}

// ------------------------------------------------------------------------------------------------ integers

void store(uint64_t bits, unsigned size, bool big, char* out) {
    if (std::endian::native == std::endian::little && !big && size == 4) return void(std::memcpy(out, &bits, 4));
    for (unsigned i = 0; i < size; ++i) out[big ? size - 1 - i : i] = static_cast<char>(bits >> (8 * i));
}

uint64_t load(const char* data, unsigned size, bool big) {
    uint64_t bits = 0;
    if (std::endian::native == std::endian::little && !big && size == 4) {
        std::memcpy(&bits, data, 4);
        return bits;
    }
    for (unsigned i = 0; i < size; ++i) bits |= uint64_t{static_cast<uint8_t>(data[big ? size - 1 - i : i])} << (8 * i);
    return bits;
}

bool is_signed_code(char code) { return code != 'P' && code >= 'a'; }

Failed out_of_range(Thread& t, Value error, char code, unsigned size) {
    switch (code) {
        case 'b': return raise_class(t, error, "byte format requires -128 <= number <= 127");
        case 'B': return raise_class(t, error, "ubyte format requires 0 <= number <= 255");
        case 'h': return raise_class(t, error, "short format requires (-0x7fff - 1) <= number <= 0x7fff");
        case 'H': return raise_class(t, error, "ushort format requires 0 <= number <= (0x7fff * 2 + 1)");
        default: break;
    }
    if (is_signed_code(code)) {
        auto most = static_cast<long long>((uint64_t{1} << (8 * size - 1)) - 1);
        return raise_class(t, error, "'%c' format requires %lld <= number <= %lld", code, -most - 1, most);
    }
    auto most = static_cast<unsigned long long>((uint64_t{1} << (8 * size)) - 1);
    return raise_class(t, error, "'%c' format requires 0 <= number <= %llu", code, most);
}

Status pack_int(Thread& t, Value error, const StructCode& c, Value v, char* out) {
    Ref number;
    if (!v.is_int()) {
        if (!is_int_like(v) && !type_of(t, v)->slots.index)
            return raise_class(t, error, "required argument is not an integer");
        number = TRY(as_index(t, v));
        v = number;
    }
    bool is_signed = is_signed_code(c.code);
    uint64_t bits;
    bool narrow_codes = c.code == 'b' || c.code == 'B' || c.code == 'h' || c.code == 'H';
    if (v.is_int()) {
        int64_t n = v.as_int();
        if (!is_signed && n < 0) {
            if (narrow_codes) return out_of_range(t, error, c.code, c.item_size);
            return raise_class(t, error, "argument out of range");
        }
        bits = static_cast<uint64_t>(n);
    } else {
        BigInt big = int_to_bigint(v);
        auto s = big.to_int64();
        auto u = big.to_uint64();
        bool fits = is_signed || narrow_codes ? s.has_value() : u.has_value();
        if (!fits) return raise_class(t, error, "argument out of range");
        bits = s ? static_cast<uint64_t>(*s) : *u;
        if (!is_signed && s && *s < 0) return out_of_range(t, error, c.code, c.item_size);
    }
    if (c.item_size < 8) {
        unsigned width = 8u * c.item_size;
        auto n = static_cast<int64_t>(bits);
        bool fits =
            is_signed ? n >= -(int64_t{1} << (width - 1)) && n < (int64_t{1} << (width - 1)) : bits >> width == 0;
        if (!fits) return out_of_range(t, error, c.code, c.item_size);
    }
    store(bits, c.item_size, c.big, out);
    return ok();
}

Status pack_float(Thread& t, Value error, const StructCode& c, Value v, char* out) {
    Fallible<double> number = to_double(t, v);
    if (!number) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise_class(t, error, "required argument is not a float");
    }
    double x = number.value();
    if (c.code == 'e') {
        bool overflow = false;
        uint16_t half = to_half(x, &overflow);
        if (overflow) return raise(t, Exc::OverflowError, "float too large to pack with e format");
        store(half, 2, c.big, out);
    } else if (c.code == 'f') {
        auto single = static_cast<float>(x);
        if (!c.native && std::isinf(single) && !std::isinf(x))
            return raise(t, Exc::OverflowError, "float too large to pack with f format");
        store(std::bit_cast<uint32_t>(single), 4, c.big, out);
    } else {
        store(std::bit_cast<uint64_t>(x), 8, c.big, out);
    }
    return ok();
}

Status pack_bytes(Thread& t, Value error, const StructCode& c, Value v, char* out) {
    std::string_view data;
    if (BytesObject* b = as_bytes(v)) data = b->view();
    else if (ByteArrayObject* a = as_bytearray(v)) data = a->view();
    else return raise_class(t, error, "argument for '%c' must be a bytes object", c.code);
    size_t room = c.repeat;
    if (c.code == 'p') {
        if (room == 0) return ok();
        size_t n = std::min(data.size(), room - 1);
        if (n) std::memcpy(out + 1, data.data(), n);
        out[0] = static_cast<char>(std::min<size_t>(n, 255));
        return ok();
    }
    size_t n = std::min(data.size(), room);
    if (n) std::memcpy(out, data.data(), n);
    return ok();
}

Status pack_item(Thread& t, Value error, const StructCode& c, Value v, char* out) {
    switch (c.code) {
        case 'c': {
            BytesObject* b = as_bytes(v);
            if (!b || b->length != 1) return raise_class(t, error, "char format requires a bytes object of length 1");
            *out = b->data[0];
            return ok();
        }
        case '?': *out = TRY(is_true(t, v)); return ok();
        case 'e': case 'f': case 'd': return pack_float(t, error, c, v, out);
        default: return pack_int(t, error, c, v, out);
    }
}

Ref unpack_item(Thread& t, const StructCode& c, const char* data) {
    switch (c.code) {
        case 'c': return bytes_from(t, {data, 1});
        case '?': return own(Value::boolean(load(data, c.item_size, c.big) != 0));
        case 'e': return make_float(t, from_half(static_cast<uint16_t>(load(data, 2, c.big))));
        case 'f': return make_float(t, std::bit_cast<float>(static_cast<uint32_t>(load(data, 4, c.big))));
        case 'd': return make_float(t, std::bit_cast<double>(load(data, 8, c.big)));
        default: break;
    }
    uint64_t bits = load(data, c.item_size, c.big);
    if (!is_signed_code(c.code)) return make_int_u64(t, bits);
    unsigned shift = 64 - 8u * c.item_size;
    return make_int(t, static_cast<int64_t>(bits << shift) >> shift);
}

Ref unpack_bytes(Thread& t, const StructCode& c, const char* data) {
    if (c.code == 's' || c.repeat == 0) return bytes_from(t, {data, c.repeat});
    size_t n = std::min<size_t>(static_cast<uint8_t>(data[0]), c.repeat - 1);
    return bytes_from(t, {data + 1, n});
}

}  // namespace

// ------------------------------------------------------------------------------------------------ layouts

void StructLayout::clear() {
    if (codes_) heap_.free_buffer(codes_, capacity_ * sizeof(StructCode));
    codes_ = nullptr;
    count_ = capacity_ = size_ = items_ = 0;
}

Status StructLayout::add(Thread& t, StructCode code) {
    if (count_ == capacity_) {
        size_t grown = capacity_ ? capacity_ * 2 : 4;
        void* moved = codes_ ? heap_.resize_buffer(codes_, capacity_ * sizeof(StructCode), grown * sizeof(StructCode))
                             : heap_.allocate_buffer(grown * sizeof(StructCode));
        if (!moved) return raise_memory_error(t);
        codes_ = static_cast<StructCode*>(moved);
        capacity_ = grown;
    }
    codes_[count_++] = code;
    return ok();
}

Status StructLayout::parse(Thread& t, Value error, std::string_view format) {
    clear();
    Mode mode = read_mode(&format);
    constexpr uint64_t kMost = INT64_MAX;
    uint64_t size = 0, items = 0;
    Looks looks(t);
    for (size_t i = 0; i < format.size();) {
        TRY(looks.next());
        char c = format[i++];
        if (is_space(c)) continue;
        uint64_t repeat = 1;
        if (c >= '0' && c <= '9') {
            repeat = 0;
            for (--i; i < format.size() && format[i] >= '0' && format[i] <= '9'; ++i) {
                TRY(looks.next());
                auto digit = static_cast<uint64_t>(format[i] - '0');
                if (repeat > (kMost - digit) / 10) return raise_class(t, error, "total struct size too long");
                repeat = repeat * 10 + digit;
            }
            if (i == format.size()) return raise_class(t, error, "repeat count given without format specifier");
            c = format[i++];
        }
        unsigned item = code_size(c, mode);
        if (item == 0) return raise_class(t, error, "bad char in struct format");
        if (mode.aligned && item > 1) size = (size + item - 1) / item * item;
        uint64_t bytes;
        if (__builtin_mul_overflow(repeat, uint64_t{item}, &bytes) || bytes > kMost - size)
            return raise_class(t, error, "total struct size too long");
        if (c != 'x' && (repeat || c == 's' || c == 'p')) {
            TRY(add(t, {c, static_cast<uint8_t>(item), mode.native, mode.big, size, repeat}));
            items += c == 's' || c == 'p' ? 1 : repeat;
        }
        size += bytes;
    }
    size_ = size;
    items_ = items;
    return ok();
}

Status StructLayout::pack(Thread& t, Value error, const Value* values, char* out) const {
    std::memset(out, 0, size_);
    Looks looks(t);
    for (size_t k = 0; k < count_; ++k) {
        TRY(looks.next());
        const StructCode c = codes_[k];
        char* place = out + c.offset;
        if (c.code == 's' || c.code == 'p') {
            TRY(pack_bytes(t, error, c, *values++, place));
            continue;
        }
        for (uint64_t i = 0; i < c.repeat; ++i, place += c.item_size) {
            TRY(pack_item(t, error, c, *values++, place));
            TRY(looks.next());
        }
    }
    return ok();
}

Ref StructLayout::unpack(Thread& t, const char* data) const {
    RefTo<TupleObject> tuple = TRY(tuple_new(t, items_));
    size_t at = 0;
    Looks looks(t);
    for (size_t k = 0; k < count_; ++k) {
        TRY(looks.next());
        const StructCode& c = codes_[k];
        const char* place = data + c.offset;
        if (c.code == 's' || c.code == 'p') {
            tuple->items[at++] = TRY(unpack_bytes(t, c, place)).release();
            continue;
        }
        for (uint64_t i = 0; i < c.repeat; ++i, place += c.item_size) {
            tuple->items[at++] = TRY(unpack_item(t, c, place)).release();
            if ((i & 4095) == 4095) TRY(charge_work(t, 4096));
        }
    }
    return tuple;
}

}  // namespace krait
