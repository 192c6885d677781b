// int and bool: construction, slots, methods.
#include <bit>
#include <cmath>

#include "vm/native/method_def.h"
#include "vm/native/parsed_method.h"
#include "vm/object/number_object.h"
#include "vm/protocol/format_spec.h"
#include "vm/protocol/protocol.h"

namespace krait {
namespace {

// ------------------------------------------------------------------------------------------------ slots
template <BinaryOp kOp>
Value int_slot(Thread& t, Value a, Value b) {
    if (!is_int_like(a) || !is_int_like(b)) return Value::not_implemented();
    return int_binary(t, kOp, a, b).release();
}
Value int_power_slot(Thread& t, Value base, Value exponent, Value modulus) {
    if (!is_int_like(base) || !is_int_like(exponent) || !(modulus.is_none() || is_int_like(modulus)))
        return Value::not_implemented();
    return int_power(t, base, exponent, modulus).release();
}
Value exact(Thread& t, Value self) { return int_exact(t, self).release(); }
Value int_negative(Thread& t, Value self) {
    BigInt result;
    BigIntStatus s = BigInt::negate(IntView(self), &result);
    return s == BigIntStatus::Ok ? make_int(t, std::move(result)).release() : raise_bigint(t, s);
}
Value int_invert(Thread& t, Value self) {
    BigInt result;
    BigIntStatus s = BigInt::invert(IntView(self), &result);
    return s == BigIntStatus::Ok ? make_int(t, std::move(result)).release() : raise_bigint(t, s);
}
Value int_absolute(Thread& t, Value self) { return int_sign(self) < 0 ? int_negative(t, self) : exact(t, self); }
Value int_float(Thread& t, Value self) {
    Fallible<double> d = int_to_double(t, self);
    return d.failed() ? Value::error() : make_float(t, d.value()).release();
}
int int_truth(Thread&, Value self) { return int_sign(self) != 0; }
int64_t int_hash(Thread&, Value self) {
    int64_t n;
    if (int_fits_i64(self, &n)) return static_cast<int64_t>(hash_int(n));
    return IntView(self)->hash();
}
Value int_compare_slot(Thread&, Value a, Value b, CompareOp op) {
    if (!is_int_like(a) || !is_int_like(b)) return Value::not_implemented();
    int order = int_compare(a, b);
    bool answer = false;
    switch (op) {
        case CompareOp::Lt: answer = order < 0; break;
        case CompareOp::Le: answer = order <= 0; break;
        case CompareOp::Eq: answer = order == 0; break;
        case CompareOp::Ne: answer = order != 0; break;
        case CompareOp::Gt: answer = order > 0; break;
        case CompareOp::Ge: answer = order >= 0; break;
    }
    return Value::boolean(answer);
}

Value int_repr(Thread& t, Value self) {
    int64_t n;
    if (int_fits_i64(self, &n)) {
        char text[24];
        int length = snprintf(text, sizeof text, "%lld", static_cast<long long>(n));
        return str_from_ascii(t, {text, static_cast<size_t>(length)}).release();
    }
    IntView value(self);
    uint64_t digits = BigInt::estimate_digits(value->bit_length(), 10);
    size_t limit = t.interp.limits.int_max_str_digits;
    if (limit && digits > limit + 1)
        return raise(t, Exc::ValueError, "Exceeds the limit (%zu) for integer string conversion", limit);
    if (check_int_result(t, digits * 8).failed()) return Value::error();
    std::string text;
    Poll poll = work_poll(t);
    BigIntStatus s = value->to_text(10, &text, &poll);
    return s == BigIntStatus::Ok ? str_from_ascii(t, text).release() : raise_bigint(t, s);
}

// ------------------------------------------------------------------------------------------------ construction
Ref int_with_base(Thread& t, Value x, Value base_value) {
    int64_t base = TRY(index_clamped(t, base_value));
    if ((base != 0 && base < 2) || base > 36)
        return raise(t, Exc::ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (StrObject* text = as_str(x)) return int_from_text(t, text, static_cast<unsigned>(base));
    if (layout_is(x, Kind::Bytes) || layout_is(x, Kind::ByteArray))
        return int_from_bytes_text(t, x, static_cast<unsigned>(base));
    return raise(t, Exc::TypeError, "int() can't convert non-string with explicit base");
}

constexpr const char* kIntSignature = "(x=0, base=10)";
constexpr SignatureInfo kIntSignatureInfo = parse_signature(kIntSignature);

Ref int_from_arguments(Thread& t, const CallArgs& args) {
    if (args.nargs == 1 && !args.kwnames) return to_int(t, args.args[0]);
    BoundArgs bound = bind_arguments(t, "int", kIntSignatureInfo, kIntSignature, args);
    if (bound.failed()) return Failed{};
    Value x = bound.slots[0], base = bound.slots[1];
    if (base.is_unbound()) return x.is_unbound() ? Ref::steal(Value::small_int(0)) : to_int(t, x);
    if (x.is_unbound()) return raise(t, Exc::TypeError, "int() missing string argument");
    return int_with_base(t, x, base);
}

Ref int_subclass_instance(Thread& t, TypeObject* type, Value number) {
    Ref instance = TRY(int_subclass_new(t, type, number));
    if (has_flag(type, kTypeGc)) gc_track(instance.get().as_object());
    return instance;
}

Value int_new(Thread& t, TypeObject* type, const CallArgs& args) {
    Ref number = int_from_arguments(t, args);
    if (number.failed()) return Value::error();
    if (type == t.interp.type(Kind::Int)) return int_exact(t, number).release();
    return int_subclass_instance(t, type, number).release();
}

constexpr const char* kBoolSignature = "(x=False)";
constexpr SignatureInfo kBoolSignatureInfo = parse_signature(kBoolSignature);
Value bool_new(Thread& t, TypeObject*, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "bool", kBoolSignatureInfo, kBoolSignature, args);
    if (bound.failed()) return Value::error();
    if (bound.slots[0].is_unbound()) return Value::false_value();
    Fallible<bool> answer = is_true(t, bound.slots[0]);
    return answer.failed() ? Value::error() : Value::boolean(answer.value());
}
Value bool_repr(Thread& t, Value self) { return str_from_ascii(t, self.is_true() ? "True" : "False").release(); }

// ------------------------------------------------------------------------------------------------ methods
Ref int_conjugate(Thread& t, Value self) { return int_exact(t, self); }
Ref int_bit_length(Thread& t, Value self) { return make_int_u64(t, IntView(self)->bit_length()); }
Ref int_format(Thread& t, Value self, StrObject* spec) { return format_int_spec(t, self, spec); }
// Ones of the absolute value.
Fallible<int64_t> int_bit_count(Thread& t, Value self) {
    int64_t n;
    if (int_fits_i64(self, &n)) return std::popcount(n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n));
    BigInt magnitude;
    if (BigIntStatus s = BigInt::absolute(IntView(self), &magnitude); s != BigIntStatus::Ok) return raise_bigint(t, s);
    Ref bytes = TRY(bytes_new_uninitialised(t, magnitude.bit_length() / 8 + 1));
    auto* out = bytes.as<BytesObject>();
    std::span<uint8_t> data(reinterpret_cast<uint8_t*>(out->data), out->length);
    if (!magnitude.to_bytes(data, true, false)) return raise(t, Exc::OverflowError, "int too big to convert");
    TRY(charge_work(t, data.size() / 8));
    int64_t count = 0;
    for (uint8_t byte : data) count += std::popcount(byte);
    return count;
}
Ref int_as_integer_ratio(Thread& t, Value self) {
    Ref n = TRY(int_exact(t, self));
    return tuple_pack(t, {n, Value::small_int(1)});
}
Fallible<bool> int_is_integer(Thread&, Value) { return true; }
Ref int_getnewargs(Thread& t, Value self) {
    Ref n = TRY(int_exact(t, self));
    return tuple_pack(t, {n});
}
Ref int_sizeof(Thread& t, Value self) {
    uint64_t digits = (IntView(self)->bit_length() + 29) / 30;   // as 3.6 counts: 24 bytes and 4 per 30 bits
    return make_int_u64(t, 24 + 4 * digits);
}

// Nearest multiple of 10**-n, half to even.
Ref int_round(Thread& t, Value self, Value digits) {
    if (digits.is_unbound()) return int_exact(t, self);
    Ref n = TRY(as_index(t, digits));
    if (int_sign(n) >= 0) return int_exact(t, self);
    int64_t places;
    // A power of ten beyond the number itself rounds to zero: never compute it.
    if (!int_fits_i64(n, &places) ||
        static_cast<uint64_t>(-(places + 1)) > BigInt::estimate_digits(IntView(self)->bit_length(), 10) + 1)
        return Ref::steal(Value::small_int(0));
    Ref scale = TRY(int_power(t, Value::small_int(10), Ref(TRY(make_int(t, -places))), Value::none()));
    Ref pair = TRY(int_binary(t, BinaryOp::Divmod, self, scale));
    Ref quotient = own(pair.as<TupleObject>()->items[0]), rest = own(pair.as<TupleObject>()->items[1]);
    Ref doubled = TRY(int_binary(t, BinaryOp::Add, rest, rest));
    int order = int_compare(doubled, scale);
    if (order > 0 || (order == 0 && !IntView(quotient)->is_even()))
        quotient = TRY(int_binary(t, BinaryOp::Add, quotient, Value::small_int(1)));
    return int_binary(t, BinaryOp::Multiply, quotient, scale);
}

Fallible<bool> byte_order_is_little(Thread& t, Optional<StrObject*> given) {
    if (!given.has_value) return false;
    StrObject* order = given.value;
    if (str_equals_ascii(order, "little")) return true;
    if (str_equals_ascii(order, "big")) return false;
    return raise(t, Exc::ValueError, "byteorder must be either 'little' or 'big'");
}

// At most 8 bytes; false: too few of them.
bool small_to_bytes(int64_t n, uint8_t* out, unsigned length, bool little, bool with_sign) {
    if (length < 8) {
        unsigned bits = length * 8;
        bool fits = !with_sign        ? n >> bits == 0
                    : length == 0     ? n == 0 || n == -1   // as 3.6 has it
                                      : n >> (bits - 1) == 0 || n >> (bits - 1) == -1;
        if (!fits) return false;
    }
    auto word = static_cast<uint64_t>(n);
    for (unsigned i = 0; i < length; ++i, word >>= 8) out[little ? i : length - 1 - i] = static_cast<uint8_t>(word);
    return true;
}

// At most 8 bytes.
Ref small_from_bytes(Thread& t, std::string_view bytes, bool little, bool with_sign) {
    uint64_t word = 0;
    for (size_t i = bytes.size(); i > 0; --i)
        word = word << 8 | static_cast<uint8_t>(bytes[little ? i - 1 : bytes.size() - i]);
    auto bits = static_cast<unsigned>(bytes.size() * 8);
    if (with_sign && bits && word >> (bits - 1))
        return make_int(t, static_cast<int64_t>(bits == 64 ? word : word - (uint64_t{1} << bits)));
    return make_int_u64(t, word);
}

Ref int_to_bytes(Thread& t, Value self, Optional<int64_t> length_or_one, Optional<StrObject*> order, Value is_signed) {
    int64_t length = length_or_one.value_or(1);
    bool little = TRY(byte_order_is_little(t, order));
    bool with_sign = is_signed.is_unbound() ? false : TRY(is_true(t, is_signed));
    if (length < 0) return raise(t, Exc::ValueError, "length argument must be non-negative");
    if (int_sign(self) < 0 && !with_sign) return raise(t, Exc::OverflowError, "can't convert negative int to unsigned");
    RefTo<BytesObject> bytes = TRY(bytes_new_uninitialised(t, static_cast<size_t>(length)));
    if (self.is_int() && length <= 8) {
        if (!small_to_bytes(self.as_int(), reinterpret_cast<uint8_t*>(bytes->data), static_cast<unsigned>(length),
                            little, with_sign))
            return raise(t, Exc::OverflowError, "int too big to convert");
        return bytes;
    }
    std::span<uint8_t> out(reinterpret_cast<uint8_t*>(bytes->data), static_cast<size_t>(length));
    if (!IntView(self)->to_bytes(out, little, with_sign)) return raise(t, Exc::OverflowError, "int too big to convert");
    return bytes;
}

Ref int_from_bytes(Thread& t, TypeObject* type, Value source, Optional<StrObject*> order, Value is_signed) {
    bool little = TRY(byte_order_is_little(t, order));
    bool with_sign = is_signed.is_unbound() ? false : TRY(is_true(t, is_signed));
    Ref bytes = own(source);
    if (!layout_is(source, Kind::Bytes)) {
        if (is_int_like(source) || as_str(source))
            return raise(t, Exc::TypeError, "cannot convert '%.200s' object to bytes", type_name_of(t, source));
        bytes = TRY(call(t, Value::object(t.interp.type(Kind::Bytes)), source));
    }
    std::string_view view = bytes.as<BytesObject>()->view();
    if (view.size() <= 8 && type == t.interp.type(Kind::Int)) return small_from_bytes(t, view, little, with_sign);
    TRY(check_int_result(t, uint64_t{view.size()} * 8));
    BigInt value;
    Poll poll = work_poll(t);
    std::span data(reinterpret_cast<const uint8_t*>(view.data()), view.size());
    BigIntStatus s = BigInt::from_bytes(data, little, with_sign, &value, &poll);
    if (s != BigIntStatus::Ok) return raise_bigint(t, s);
    Ref number = TRY(make_int(t, std::move(value)));
    if (type == t.interp.type(Kind::Int)) return number;
    return call(t, Value::object(type), number);
}

Value get_self(Thread& t, Value self) { return exact(t, self); }
Value get_zero(Thread&, Value) { return Value::small_int(0); }
Value get_one(Thread&, Value) { return Value::small_int(1); }

constexpr MethodDef METHODS[] = {
    method<int_conjugate>("conjugate", "(self, /)", "Returns self, the complex conjugate of any int."),
    method<int_bit_length>("bit_length", "(self, /)", "Number of bits necessary to represent self in binary."),
    method<int_bit_count>("bit_count", "(self, /)",
                          "Number of ones in the binary representation of the absolute value of self."),
    method<int_as_integer_ratio>("as_integer_ratio", "(self, /)", "The pair of self and 1."),
    method<int_is_integer>("is_integer", "(self, /)", "True, as for floats without a fraction."),
    method<int_to_bytes>("to_bytes", "(self, length=1, byteorder='big', *, signed=False)",
                         "Return an array of bytes representing an integer."),
    class_method<int_from_bytes>("from_bytes", "(type, bytes, byteorder='big', *, signed=False)",
                                 "Return the integer represented by the given array of bytes."),
    method<int_conjugate>("__trunc__", "(self, /)", "Truncating an Integral returns itself."),
    method<int_conjugate>("__floor__", "(self, /)", "Flooring an Integral returns itself."),
    method<int_conjugate>("__ceil__", "(self, /)", "Ceiling of an Integral returns itself."),
    method<int_round>("__round__", "(self, ndigits=None, /)",
                      "Rounding an Integral returns itself; with ndigits, an integer."),
    parsed_method<int_format>("__format__", "(self, format_spec, /)", "Text of the number as the specification asks."),
    method<int_getnewargs>("__getnewargs__", "(self, /)", "Arguments for int.__new__ when copying."),
    method<int_sizeof>("__sizeof__", "(self, /)", "Returns size in memory, in bytes."),
};
constexpr GetSetDef GETSETS[] = {
    {"real", get_self, nullptr, "the real part of a complex number"},
    {"imag", get_zero, nullptr, "the imaginary part of a complex number"},
    {"numerator", get_self, nullptr, "the numerator of a rational number in lowest terms"},
    {"denominator", get_one, nullptr, "the denominator of a rational number in lowest terms"},
};

constexpr Slots int_slots() {
    Slots s;
    s.dealloc = int_dealloc;
    s.repr = int_repr;
    s.str = int_repr;
    s.hash = int_hash;
    s.compare = int_compare_slot;
    s.new_ = int_new;
    auto set = [&s](BinaryOp op, BinaryFn f) { s.binary[static_cast<size_t>(op)] = f; };
    set(BinaryOp::Add, int_slot<BinaryOp::Add>);
    set(BinaryOp::Subtract, int_slot<BinaryOp::Subtract>);
    set(BinaryOp::Multiply, int_slot<BinaryOp::Multiply>);
    set(BinaryOp::TrueDivide, int_slot<BinaryOp::TrueDivide>);
    set(BinaryOp::FloorDivide, int_slot<BinaryOp::FloorDivide>);
    set(BinaryOp::Modulo, int_slot<BinaryOp::Modulo>);
    set(BinaryOp::Divmod, int_slot<BinaryOp::Divmod>);
    set(BinaryOp::LeftShift, int_slot<BinaryOp::LeftShift>);
    set(BinaryOp::RightShift, int_slot<BinaryOp::RightShift>);
    set(BinaryOp::And, int_slot<BinaryOp::And>);
    set(BinaryOp::Or, int_slot<BinaryOp::Or>);
    set(BinaryOp::Xor, int_slot<BinaryOp::Xor>);
    s.power = int_power_slot;
    s.negative = int_negative;
    s.positive = exact;
    s.invert = int_invert;
    s.absolute = int_absolute;
    s.as_int = exact;
    s.index = exact;
    s.as_float = int_float;
    s.truth = int_truth;
    return s;
}
// bool adds its own text and logic; the rest is inherited from int.
constexpr Slots bool_slots() {
    Slots s;
    s.repr = bool_repr;
    s.str = bool_repr;
    s.new_ = bool_new;
    s.binary[static_cast<size_t>(BinaryOp::And)] = int_slot<BinaryOp::And>;
    s.binary[static_cast<size_t>(BinaryOp::Or)] = int_slot<BinaryOp::Or>;
    s.binary[static_cast<size_t>(BinaryOp::Xor)] = int_slot<BinaryOp::Xor>;
    return s;
}

}  // namespace

extern const TypeSpec kIntTypeSpec;
extern const TypeSpec kBoolTypeSpec;
constinit const TypeSpec kIntTypeSpec = {
    .name = "int",
    .doc =
        "int(x=0) -> integer\nint(x, base=10) -> integer\n\nConvert a number or text to an integer; without arguments, "
        "0.",
    .basic_size = sizeof(IntObject),
    .flags = kTypeBase | kTypeIntSubclass,
    .slots = int_slots(),
    .methods = METHODS,
    .getsets = GETSETS,
    .new_signature = kIntSignature,
};
constinit const TypeSpec kBoolTypeSpec = {
    .name = "bool",
    .doc = "bool(x) -> bool\n\nTrue when the argument is true, False otherwise; the only two instances of the class.",
    .basic_size = sizeof(IntObject),
    .flags = kTypeIntSubclass,
    .slots = bool_slots(),
    .new_signature = kBoolSignature,
};

}  // namespace krait
