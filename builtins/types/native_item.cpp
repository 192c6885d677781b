#include "builtins/types/native_item.h"

#include <cmath>
#include <cstring>

#include "vm/object/str_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

template <class T>
T load(const char* data) {
    T value;
    std::memcpy(&value, data, sizeof value);
    return value;
}

template <class T>
PackFault store_int(Thread& t, Value v, char* out) {
    Ref number;
    if (is_int_like(v)) {
        number = own(v);
    } else {
        if (!type_of(t, v)->slots.index) return PackFault::WrongType;
        number = as_index(t, v);
        if (number.failed()) return PackFault::Raised;
    }
    BigInt big;
    T value;
    if (number.get().is_int()) {
        int64_t n = number.get().as_int();
        if (std::is_unsigned_v<T> && n < 0) return PackFault::OutOfRange;
        value = static_cast<T>(n);
        if (static_cast<int64_t>(value) != n) return PackFault::OutOfRange;
    } else {
        big = int_to_bigint(number);
        if constexpr (std::is_signed_v<T>) {
            auto n = big.to_int64();
            if (!n) return PackFault::OutOfRange;
            value = static_cast<T>(*n);
            if (value != *n) return PackFault::OutOfRange;
        } else {
            auto n = big.to_uint64();
            if (!n) return PackFault::OutOfRange;
            value = static_cast<T>(*n);
            if (value != *n) return PackFault::OutOfRange;
        }
    }
    std::memcpy(out, &value, sizeof value);
    return PackFault::None;
}

template <class T>
PackFault store_float(Thread& t, Value v, char* out) {
    if (!is_float_like(v) && !is_int_like(v) && !type_of(t, v)->slots.as_float) return PackFault::WrongType;
    Fallible<double> number = to_double(t, v);
    if (!number) {
        if (!pending_matches(t, Exc::TypeError)) return PackFault::Raised;
        clear_exception(t);
        return PackFault::WrongType;
    }
    T value = static_cast<T>(number.value());
    std::memcpy(out, &value, sizeof value);
    return PackFault::None;
}

}  // namespace

unsigned native_item_size(char code) {
    switch (code) {
        case 'b': case 'B': case 'c': case '?': return 1;
        case 'h': case 'H': return 2;
        case 'i': case 'I': case 'f': return 4;
        case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'd': case 'P': return 8;
        default: return 0;
    }
}

Ref native_item_unpack(Thread& t, char code, const char* data) {
    switch (code) {
        case 'b': return own(Value::small_int(load<int8_t>(data)));
        case 'B': return own(Value::small_int(load<uint8_t>(data)));
        case 'c': return bytes_from(t, {data, 1});
        case '?': return own(Value::boolean(*data != 0));
        case 'h': return own(Value::small_int(load<int16_t>(data)));
        case 'H': return own(Value::small_int(load<uint16_t>(data)));
        case 'i': return make_int(t, load<int32_t>(data));
        case 'I': return make_int(t, load<uint32_t>(data));
        case 'l': case 'q': case 'n': return make_int(t, load<int64_t>(data));
        case 'L': case 'Q': case 'N': case 'P': return make_int_u64(t, load<uint64_t>(data));
        case 'f': return make_float(t, load<float>(data));
        case 'd': return make_float(t, load<double>(data));
        default: return raise(t, Exc::NotImplementedError, "memoryview: format %c not supported", code);
    }
}

PackFault native_item_pack(Thread& t, char code, Value v, char* out) {
    switch (code) {
        case 'b': return store_int<int8_t>(t, v, out);
        case 'B': return store_int<uint8_t>(t, v, out);
        case 'h': return store_int<int16_t>(t, v, out);
        case 'H': return store_int<uint16_t>(t, v, out);
        case 'i': return store_int<int32_t>(t, v, out);
        case 'I': return store_int<uint32_t>(t, v, out);
        case 'l': case 'q': case 'n': return store_int<int64_t>(t, v, out);
        case 'L': case 'Q': case 'N': case 'P': return store_int<uint64_t>(t, v, out);
        case 'f': return store_float<float>(t, v, out);
        case 'd': return store_float<double>(t, v, out);
        case '?': {
            Fallible<bool> truth = is_true(t, v);
            if (!truth) return PackFault::Raised;
            *out = truth.value();
            return PackFault::None;
        }
        case 'c': {
            BytesObject* b = as_bytes(v);
            if (!b) return PackFault::WrongType;
            if (b->length != 1) return PackFault::OutOfRange;
            *out = b->data[0];
            return PackFault::None;
        }
        default: return PackFault::WrongType;
    }
}

}  // namespace krait
