// float: construction, slots, methods.
#include <cmath>

#include "support/float_text.h"
#include "vm/native/method_def.h"
#include "vm/native/parsed_method.h"
#include "vm/object/number_object.h"
#include "vm/protocol/format_spec.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/long_runs.h"
#include "vm/runtime/work.h"

namespace krait {
namespace {

// float or int operand as double. False: another type (NotImplemented), or *failed.
bool operand(Thread& t, Value v, double* out, bool* failed) {
    if (is_float_like(v)) {
        *out = float_value(v);
        return true;
    }
    if (!is_int_like(v)) return false;
    Fallible<double> d = int_to_double(t, v);
    *failed = d.failed();
    if (!*failed) *out = d.value();
    return !*failed;
}

template <BinaryOp kOp>
Value float_slot(Thread& t, Value a, Value b) {
    double x, y;
    bool failed = false;
    if (!operand(t, a, &x, &failed) || !operand(t, b, &y, &failed))
        return failed ? Value::error() : Value::not_implemented();
    return float_binary(t, kOp, x, y).release();
}
Value float_power_slot(Thread& t, Value a, Value b, Value modulus) {
    if (!modulus.is_none())
        return raise(t, Exc::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    return float_slot<BinaryOp::Power>(t, a, b);
}
Value exact(Thread& t, Value self) { return make_float(t, float_value(self)).release(); }
Value float_negative(Thread& t, Value self) { return make_float(t, -float_value(self)).release(); }
Value float_absolute(Thread& t, Value self) { return make_float(t, std::fabs(float_value(self))).release(); }
int float_truth(Thread&, Value self) { return float_value(self) != 0.0; }
int64_t float_hash_slot(Thread&, Value self) { return static_cast<int64_t>(hash_float(float_value(self))); }

// Exact, also against ints that no double holds.
Value float_compare(Thread&, Value a, Value b, CompareOp op) {
    std::partial_ordering order = std::partial_ordering::unordered;
    double x = float_value(a);
    if (is_float_like(b)) order = x <=> float_value(b);
    else if (is_int_like(b)) order = 0 <=> BigInt::compare(IntView(b), x);
    else return Value::not_implemented();
    switch (op) {
        case CompareOp::Lt: return Value::boolean(order < 0);
        case CompareOp::Le: return Value::boolean(order <= 0);
        case CompareOp::Eq: return Value::boolean(order == 0);
        case CompareOp::Ne: return Value::boolean(order != 0);
        case CompareOp::Gt: return Value::boolean(order > 0);
        case CompareOp::Ge: return Value::boolean(order >= 0);
    }
    return Value::not_implemented();
}
Value float_repr_slot(Thread& t, Value self) { return str_from_ascii(t, float_repr(float_value(self))).release(); }

// Toward zero.
Ref truncate(Thread& t, double d) {
    if (std::isnan(d)) return raise(t, Exc::ValueError, "cannot convert float NaN to integer");
    if (std::isinf(d)) return raise(t, Exc::OverflowError, "cannot convert float infinity to integer");
    if (std::fabs(d) < 0x1p60) return make_int(t, static_cast<int64_t>(d));
    BigInt value;
    if (!BigInt::from_double(d, &value)) return raise_memory_error(t);
    return make_int(t, std::move(value));
}
Value float_int(Thread& t, Value self) { return truncate(t, float_value(self)).release(); }

constexpr const char* kSignature = "(x=0)";
constexpr SignatureInfo kSignatureInfo = parse_signature(kSignature);
Value float_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "float", kSignatureInfo, kSignature, args);
    if (bound.failed()) return Value::error();
    Ref number = bound.slots[0].is_unbound() ? make_float(t, 0.0) : to_float(t, bound.slots[0]);
    if (number.failed()) return Value::error();
    double d = float_value(number);
    if (type == t.interp.type(Kind::Float)) return make_float(t, d).release();
    FloatObject* o = allocate_instance<FloatObject>(t, type);
    if (!o) return Value::error();
    o->value = d;
    if (has_flag(type, kTypeGc)) gc_track(o);
    return Value::object(o);
}

// ------------------------------------------------------------------------------------------------ methods
Ref float_conjugate(Thread& t, Value self) { return make_float(t, float_value(self)); }
Ref float_trunc(Thread& t, Value self) { return truncate(t, float_value(self)); }
Ref float_floor(Thread& t, Value self) { return truncate(t, std::floor(float_value(self))); }
Ref float_ceil(Thread& t, Value self) { return truncate(t, std::ceil(float_value(self))); }
Ref float_is_integer(Thread&, Value self) {
    double d = float_value(self);
    return Ref::steal(Value::boolean(std::isfinite(d) && std::floor(d) == d));
}
Ref float_as_integer_ratio(Thread& t, Value self) {
    double d = float_value(self);
    if (std::isnan(d)) return raise(t, Exc::ValueError, "cannot convert NaN to integer ratio");
    if (std::isinf(d)) return raise(t, Exc::OverflowError, "cannot convert Infinity to integer ratio");
    int64_t mantissa;
    int exponent;
    float_parts(d, &mantissa, &exponent);
    Ref numerator = TRY(make_int(t, mantissa)), denominator = Ref::steal(Value::small_int(1));
    Ref shift = Ref::steal(Value::small_int(std::abs(exponent)));
    if (exponent > 0) numerator = TRY(int_binary(t, BinaryOp::LeftShift, numerator, shift));
    else denominator = TRY(int_binary(t, BinaryOp::LeftShift, denominator, shift));
    return tuple_pack(t, {numerator, denominator});
}
Ref float_hex_method(Thread& t, Value self) { return str_from_ascii(t, float_hex(float_value(self))); }
Ref float_fromhex(Thread& t, TypeObject* type, Value text) {
    if (!as_str(text)) return raise(t, Exc::TypeError, "bad argument type for built-in operation");
    if (!as_str(text)->ascii()) return raise(t, Exc::ValueError, "invalid hexadecimal floating-point string");
    std::string_view s = as_str(text)->ascii_view();
    note_work(t, s.size() / kCharsPerWork);
    s = TRY(strip_spaces(t, s));
    double d;
    switch (parse_hex_float(s, &d)) {
        case HexFault::None: break;
        case HexFault::Invalid: return raise(t, Exc::ValueError, "invalid hexadecimal floating-point string");
        case HexFault::TooLarge:
            return raise(t, Exc::OverflowError, "hexadecimal value too large to represent as a float");
    }
    Ref number = TRY(make_float(t, d));
    return type == t.interp.type(Kind::Float) ? std::move(number) : call(t, Value::object(type), number);
}

Ref float_round(Thread& t, Value self, Value digits) {
    double d = float_value(self);
    if (digits.is_unbound() || digits.is_none()) {
        double rounded = std::nearbyint(d);   // the default rounding mode: half to even
        return truncate(t, std::isfinite(d) ? rounded : d);
    }
    int64_t n = TRY(index_clamped(t, digits));
    if (!std::isfinite(d)) return make_float(t, d);
    double rounded;
    if (!round_half_even(d, n, &rounded)) return raise(t, Exc::OverflowError, "rounded value too large to represent");
    return make_float(t, rounded);
}
Ref float_format(Thread& t, Value self, StrObject* spec) { return format_float_spec(t, self, spec); }
Ref float_getnewargs(Thread& t, Value self) {
    Ref d = TRY(make_float(t, float_value(self)));
    return tuple_pack(t, {d});
}
Ref float_getformat(Thread& t, TypeObject*, Value argument) {
    StrObject* kind = as_str(argument);
    if (!kind)
        return raise(t, Exc::TypeError, "__getformat__() argument must be string, not %.500s",
                     type_name_of(t, argument));
    if (!str_equals_ascii(kind, "double") && !str_equals_ascii(kind, "float"))
        return raise(t, Exc::ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    return str_from_ascii(t, std::endian::native == std::endian::little ? "IEEE, little-endian" : "IEEE, big-endian");
}
Status float_setformat(Thread& t, TypeObject* type, StrObject* kind, StrObject* format) {
    Ref actual = TRY(float_getformat(t, type, Value::object(kind)));
    if (str_equals_ascii(format, "unknown") || str_equal_nocall(format, actual.as<StrObject>())) return ok();
    return raise(t, Exc::ValueError, "can only set %s format to 'unknown' or the detected platform value",
                 str_to_utf8(kind).c_str());
}
Value get_zero(Thread& t, Value) { return make_float(t, 0.0).release(); }

constexpr MethodDef METHODS[] = {
    method<float_conjugate>("conjugate", "(self, /)", "Return self, the complex conjugate of any float."),
    method<float_trunc>("__trunc__", "(self, /)", "Return the Integral closest to x between 0 and x."),
    method<float_floor>("__floor__", "(self, /)", "Return the floor as an Integral."),
    method<float_ceil>("__ceil__", "(self, /)", "Return the ceiling as an Integral."),
    method<float_round>("__round__", "(self, ndigits=None, /)",
                        "Round to ndigits decimals, half to even; without, an int."),
    method<float_as_integer_ratio>("as_integer_ratio", "(self, /)",
                                   "Pair of integers whose ratio is exactly the float."),
    method<float_is_integer>("is_integer", "(self, /)", "Return True if the float is an integer."),
    method<float_hex_method>("hex", "(self, /)", "Hexadecimal text of the number."),
    class_method<float_fromhex>("fromhex", "(type, string, /)", "Float from a hexadecimal string."),
    parsed_method<float_format>("__format__", "(self, format_spec, /)",
                                "Text of the number as the specification asks."),
    method<float_getnewargs>("__getnewargs__", "(self, /)", "Arguments for float.__new__ when copying."),
    class_method<float_getformat>("__getformat__", "(type, typestr, /)",
                                  "How 'double' or 'float' is stored on this machine."),
    class_method<float_setformat>("__setformat__", "(type, typestr, fmt, /)",
                                  "Only for the test suite of the language."),
};
constexpr GetSetDef GETSETS[] = {
    {"real", exact, nullptr, "the real part of a complex number"},
    {"imag", get_zero, nullptr, "the imaginary part of a complex number"},
};

constexpr Slots float_slots() {
    Slots s;
    s.dealloc = float_dealloc;
    s.repr = float_repr_slot;
    s.str = float_repr_slot;
    s.hash = float_hash_slot;
    s.compare = float_compare;
    s.new_ = float_new;
    auto set = [&s](BinaryOp op, BinaryFn f) { s.binary[static_cast<size_t>(op)] = f; };
    set(BinaryOp::Add, float_slot<BinaryOp::Add>);
    set(BinaryOp::Subtract, float_slot<BinaryOp::Subtract>);
    set(BinaryOp::Multiply, float_slot<BinaryOp::Multiply>);
    set(BinaryOp::TrueDivide, float_slot<BinaryOp::TrueDivide>);
    set(BinaryOp::FloorDivide, float_slot<BinaryOp::FloorDivide>);
    set(BinaryOp::Modulo, float_slot<BinaryOp::Modulo>);
    set(BinaryOp::Divmod, float_slot<BinaryOp::Divmod>);
    s.power = float_power_slot;
    s.negative = float_negative;
    s.positive = exact;
    s.absolute = float_absolute;
    s.as_int = float_int;
    s.as_float = exact;
    s.truth = float_truth;
    return s;
}

}  // namespace

extern const TypeSpec kFloatTypeSpec;
constinit const TypeSpec kFloatTypeSpec = {
    .name = "float",
    .doc = "float(x) -> floating point number\n\nConvert a string or number to a floating point number, if possible.",
    .basic_size = sizeof(FloatObject),
    .flags = kTypeBase,
    .slots = float_slots(),
    .methods = METHODS,
    .getsets = GETSETS,
    .new_signature = kSignature,
};

}  // namespace krait
