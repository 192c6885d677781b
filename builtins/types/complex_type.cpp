// complex: construction, text, arithmetic.
#include <cmath>

#include "support/float_text.h"
#include "vm/native/method_def.h"
#include "vm/native/parsed_method.h"
#include "vm/object/number_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/format_spec.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/long_runs.h"
#include "vm/runtime/work.h"

namespace krait {
namespace {

struct Complex {
    double real = 0, imag = 0;
};
Complex value_of(Value v) { return {v.as<ComplexObject>()->real, v.as<ComplexObject>()->imag}; }
Ref make(Thread& t, Complex c) { return make_complex(t, c.real, c.imag); }

// Any number as complex. False: another type, or *failed.
bool operand(Thread& t, Value v, Complex* out, bool* failed) {
    if (layout_is(v, Kind::Complex)) *out = value_of(v);
    else if (is_float_like(v)) *out = {float_value(v), 0};
    else if (is_int_like(v)) {
        Fallible<double> d = int_to_double(t, v);
        *failed = d.failed();
        if (!*failed) *out = {d.value(), 0};
    } else {
        return false;
    }
    return !*failed;
}

Complex multiply(Complex a, Complex b) {
    return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

// Smith's method: scaled by the larger part of the divisor, so that nothing overflows early.
Complex divide(Complex a, Complex b) {
    double abs_real = std::fabs(b.real), abs_imag = std::fabs(b.imag);
    if (abs_real >= abs_imag) {
        double ratio = b.imag / b.real, scale = b.real + b.imag * ratio;
        return {(a.real + a.imag * ratio) / scale, (a.imag - a.real * ratio) / scale};
    }
    if (abs_imag >= abs_real) {
        double ratio = b.real / b.imag, scale = b.real * ratio + b.imag;
        return {(a.real * ratio + a.imag) / scale, (a.imag * ratio - a.real) / scale};
    }
    return {NAN, NAN};   // a NaN in the divisor
}

Complex small_power(Complex x, int64_t n, bool* in_domain) {
    Complex result{1, 0}, base = x;
    for (uint64_t bits = static_cast<uint64_t>(n < 0 ? -n : n); bits; bits >>= 1) {
        if (bits & 1) result = multiply(result, base);
        base = multiply(base, base);
    }
    *in_domain = n >= 0 || result.real != 0 || result.imag != 0;
    return n < 0 ? divide({1, 0}, result) : result;
}

// There is no cosine of an infinite angle.
Complex polar_power(Complex a, Complex b, bool* in_domain) {
    double length = std::hypot(a.real, a.imag), angle = std::atan2(a.imag, a.real);
    double new_length = std::pow(length, b.real), new_angle = angle * b.real;
    if (b.imag != 0.0) {
        new_length /= std::exp(angle * b.imag);
        new_angle += b.imag * std::log(length);
    }
    *in_domain = !std::isinf(new_angle);
    return {new_length * std::cos(new_angle), new_length * std::sin(new_angle)};
}

Ref power(Thread& t, Complex a, Complex b) {
    if (b.real == 0 && b.imag == 0) return make(t, {1, 0});
    if (a.real == 0 && a.imag == 0) {
        if (b.imag != 0 || b.real < 0) return raise(t, Exc::ZeroDivisionError, "0.0 to a negative or complex power");
        return make(t, {0, 0});
    }
    bool integral = b.imag == 0 && b.real == std::floor(b.real) && std::fabs(b.real) <= 100;
    bool in_domain = true;
    Complex result =
        integral ? small_power(a, static_cast<int64_t>(b.real), &in_domain) : polar_power(a, b, &in_domain);
    if (!in_domain) return raise(t, Exc::ZeroDivisionError, "0.0 to a negative or complex power");
    if (std::isinf(result.real) || std::isinf(result.imag))
        return raise(t, Exc::OverflowError, "complex exponentiation");
    return make(t, result);
}

// Complex numbers have no floor: these operations fail whatever the other operand is.
template <BinaryOp kOp>
Value complex_refuse(Thread& t, Value, Value) {
    return raise(t, Exc::TypeError,
                 kOp == BinaryOp::FloorDivide ? "can't take floor of complex number."
                 : kOp == BinaryOp::Modulo    ? "can't mod complex numbers."
                                              : "can't take floor or mod of complex number.");
}

template <BinaryOp kOp>
Value complex_slot(Thread& t, Value left, Value right) {
    Complex a, b;
    bool failed = false;
    if (!operand(t, left, &a, &failed) || !operand(t, right, &b, &failed))
        return failed ? Value::error() : Value::not_implemented();
    switch (kOp) {
        case BinaryOp::Add: return make(t, {a.real + b.real, a.imag + b.imag}).release();
        case BinaryOp::Subtract: return make(t, {a.real - b.real, a.imag - b.imag}).release();
        case BinaryOp::Multiply: return make(t, multiply(a, b)).release();
        case BinaryOp::TrueDivide:
            if (b.real == 0 && b.imag == 0) return raise(t, Exc::ZeroDivisionError, "complex division by zero");
            return make(t, divide(a, b)).release();
        default: return Value::not_implemented();
    }
}
Value complex_power_slot(Thread& t, Value left, Value right, Value modulus) {
    Complex a, b;
    bool failed = false;
    if (!operand(t, left, &a, &failed) || !operand(t, right, &b, &failed))
        return failed ? Value::error() : Value::not_implemented();
    if (!modulus.is_none()) return raise(t, Exc::ValueError, "complex modulo");
    return power(t, a, b).release();
}

Value complex_negative(Thread& t, Value self) {
    return make(t, {-value_of(self).real, -value_of(self).imag}).release();
}
Value complex_positive(Thread& t, Value self) { return make(t, value_of(self)).release(); }
Value complex_absolute(Thread& t, Value self) {
    Complex c = value_of(self);
    double length = std::hypot(c.real, c.imag);
    if (std::isinf(length) && std::isfinite(c.real) && std::isfinite(c.imag))
        return raise(t, Exc::OverflowError, "absolute value too large");
    return make_float(t, length).release();
}
Value complex_int(Thread& t, Value) { return raise(t, Exc::TypeError, "can't convert complex to int"); }
Value complex_float(Thread& t, Value) { return raise(t, Exc::TypeError, "can't convert complex to float"); }
int complex_truth(Thread&, Value self) { return value_of(self).real != 0 || value_of(self).imag != 0; }
// sys.hash_info.imag is 1000003.
int64_t complex_hash(Thread&, Value self) {
    Complex c = value_of(self);
    uint64_t hash = static_cast<uint64_t>(float_hash(c.real)) + 1000003u * static_cast<uint64_t>(float_hash(c.imag));
    return hash == UINT64_MAX ? -2 : static_cast<int64_t>(hash);
}
Value complex_compare(Thread&, Value left, Value right, CompareOp op) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return Value::not_implemented();
    Complex a = value_of(left);
    bool same;
    if (layout_is(right, Kind::Complex)) same = a.real == value_of(right).real && a.imag == value_of(right).imag;
    else if (is_float_like(right)) same = a.imag == 0 && a.real == float_value(right);
    else if (is_int_like(right)) same = a.imag == 0 && BigInt::compare(IntView(right), a.real) == 0;
    else return Value::not_implemented();
    return Value::boolean(same == (op == CompareOp::Eq));
}
Value complex_repr(Thread& t, Value self) {
    Complex c = value_of(self);
    std::string imag = float_repr_short(c.imag, false) + "j";
    if (c.real == 0 && !std::signbit(c.real)) return str_from_ascii(t, imag).release();
    bool sign = imag[0] == '-';
    return str_from_ascii(t, "(" + float_repr_short(c.real, false) + (sign ? "" : "+") + imag + ")").release();
}

// ------------------------------------------------------------------------------------------------ construction
// Length of the float at the start of `s`; 0: none.
size_t float_prefix(std::string_view s) {
    auto at = [&](size_t i) { return i < s.size() ? s[i] : '\0'; };
    auto digit = [](char c) { return c >= '0' && c <= '9'; };
    size_t i = at(0) == '+' || at(0) == '-';
    auto word = [&](std::string_view name) {
        for (size_t k = 0; k < name.size(); ++k)
            if ((at(i + k) | 0x20) != name[k]) return false;
        i += name.size();
        return true;
    };
    if (!word("infinity") && !word("inf") && !word("nan")) {
        auto digits = [&] {
            while (digit(at(i)) || at(i) == '_') ++i;
        };
        digits();
        if (at(i) == '.') {
            ++i;
            digits();
        }
        if (size_t e = i + 1; (at(i) | 0x20) == 'e') {
            e += at(e) == '+' || at(e) == '-';
            if (digit(at(e))) {
                i = e;
                digits();
            }
        }
    }
    return parse_float(s.substr(0, i)) ? i : 0;
}

Ref complex_from_text(Thread& t, StrObject* text) {
    auto malformed = [&]() -> Ref { return raise(t, Exc::ValueError, "complex() arg is a malformed string"); };
    TRY(check_encodable(t, text));
    note_work(t, text->length / kCharsPerWork * 4);   // read more than once
    std::string converted;
    std::string_view s = TRY(ascii_number_text(t, text, &converted));
    s = TRY(strip_spaces(t, s));
    bool brackets = !s.empty() && s.front() == '(';
    if (brackets) {
        if (s.back() != ')') return malformed();
        s = TRY(strip_spaces(t, s.substr(1, s.size() - 2)));
    }
    auto is_j = [](std::string_view v) { return v.size() == 1 && (v[0] == 'j' || v[0] == 'J'); };
    auto unit = [&](std::string_view v, double* out) {   // "j", "+j", "-j"
        if (is_j(v)) *out = 1;
        else if (v.size() == 2 && (v[0] == '+' || v[0] == '-') && is_j(v.substr(1))) *out = v[0] == '-' ? -1 : 1;
        else return false;
        return true;
    };
    Complex c;
    if (unit(s, &c.imag)) return make(t, c);
    size_t n = float_prefix(s);
    if (n == 0) return malformed();
    double first = *parse_float(s.substr(0, n));
    s.remove_prefix(n);
    if (s.empty()) return make(t, {first, 0});
    if (is_j(s)) return make(t, {0, first});
    if (s[0] != '+' && s[0] != '-') return malformed();
    c.real = first;
    if (unit(s, &c.imag)) return make(t, c);
    n = float_prefix(s);
    if (n == 0 || !is_j(s.substr(n))) return malformed();
    c.imag = *parse_float(s.substr(0, n));
    return make(t, c);
}

// A number given as part: anything with __complex__ (first part only), complex, or anything with __float__. Whether it
// was a complex number.
Fallible<bool> complex_part(Thread& t, Value v, bool first, Complex* out) {
    if (first && !is_kind(v, Kind::Complex) && v.is_object()) {
        Ref converted = TRY(call_special(t, v, t.interp.names.dunder_complex));
        if (!converted.get().is_unbound()) {
            if (!layout_is(converted, Kind::Complex))
                return raise(t, Exc::TypeError, "__complex__ should return a complex object");
            *out = value_of(converted);
            return true;
        }
    }
    if (layout_is(v, Kind::Complex)) {
        *out = value_of(v);
        return true;
    }
    if (!is_float_like(v) && !is_int_like(v) && !type_of(t, v)->slots.as_float) {
        if (first)
            return raise(t, Exc::TypeError, "complex() first argument must be a string or a number, not '%.200s'",
                         type_name_of(t, v));
        return raise(t, Exc::TypeError, "complex() second argument must be a number, not '%.200s'", type_name_of(t, v));
    }
    *out = {TRY(to_double(t, v)), 0};
    return false;
}

constexpr const char* kSignature = "(real=0, imag=0)";
constexpr SignatureInfo kSignatureInfo = parse_signature(kSignature);

Ref complex_from_arguments(Thread& t, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "complex", kSignatureInfo, kSignature, args);
    if (bound.failed()) return Failed{};
    Value real = bound.slots[0], imag = bound.slots[1];
    if (StrObject* text = as_str(real)) {
        if (!imag.is_unbound()) return raise(t, Exc::TypeError, "complex() can't take second arg if first is a string");
        return complex_from_text(t, text);
    }
    if (as_str(imag)) return raise(t, Exc::TypeError, "complex() second arg can't be a string");
    Complex a, b;
    bool real_is_complex = !real.is_unbound() && TRY(complex_part(t, real, true, &a));
    if (imag.is_unbound()) return make(t, a);
    bool imag_is_complex = TRY(complex_part(t, imag, false, &b));
    return make(t, {imag_is_complex ? a.real - b.imag : a.real, real_is_complex ? a.imag + b.real : b.real});
}

Value complex_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (args.nargs == 1 && (!args.kwnames || args.kwnames->size == 0) && type == t.interp.type(Kind::Complex) &&
        is_kind(args.args[0], Kind::Complex))
        return own(args.args[0]).release();
    Ref number = complex_from_arguments(t, args);
    if (number.failed() || type == t.interp.type(Kind::Complex)) return number.release();
    ComplexObject* o = allocate_instance<ComplexObject>(t, type);
    if (!o) return Value::error();
    o->real = value_of(number).real;
    o->imag = value_of(number).imag;
    if (has_flag(type, kTypeGc)) gc_track(o);
    return Value::object(o);
}

Ref complex_conjugate(Thread& t, Value self) { return make(t, {value_of(self).real, -value_of(self).imag}); }
Ref complex_format(Thread& t, Value self, StrObject* spec) { return format_complex_spec(t, self, spec); }
Ref complex_getnewargs(Thread& t, Value self) {
    Ref real = TRY(make_float(t, value_of(self).real)), imag = TRY(make_float(t, value_of(self).imag));
    return tuple_pack(t, {real, imag});
}
Value get_real(Thread& t, Value self) { return make_float(t, value_of(self).real).release(); }
Value get_imag(Thread& t, Value self) { return make_float(t, value_of(self).imag).release(); }

constexpr MethodDef METHODS[] = {
    method<complex_conjugate>("conjugate", "(self, /)", "Return the complex conjugate: (3-4j).conjugate() == 3+4j."),
    parsed_method<complex_format>("__format__", "(self, format_spec, /)",
                                  "Text of the number as the specification asks."),
    method<complex_getnewargs>("__getnewargs__", "(self, /)", "Arguments for complex.__new__ when copying."),
};
constexpr GetSetDef GETSETS[] = {
    {"real", get_real, nullptr, "the real part of a complex number"},
    {"imag", get_imag, nullptr, "the imaginary part of a complex number"},
};

constexpr Slots complex_slots() {
    Slots s;
    s.dealloc = complex_dealloc;
    s.repr = complex_repr;
    s.str = complex_repr;
    s.hash = complex_hash;
    s.compare = complex_compare;
    s.new_ = complex_new;
    auto set = [&s](BinaryOp op, BinaryFn f) { s.binary[static_cast<size_t>(op)] = f; };
    set(BinaryOp::Add, complex_slot<BinaryOp::Add>);
    set(BinaryOp::Subtract, complex_slot<BinaryOp::Subtract>);
    set(BinaryOp::Multiply, complex_slot<BinaryOp::Multiply>);
    set(BinaryOp::TrueDivide, complex_slot<BinaryOp::TrueDivide>);
    set(BinaryOp::FloorDivide, complex_refuse<BinaryOp::FloorDivide>);
    set(BinaryOp::Modulo, complex_refuse<BinaryOp::Modulo>);
    set(BinaryOp::Divmod, complex_refuse<BinaryOp::Divmod>);
    s.power = complex_power_slot;
    s.negative = complex_negative;
    s.positive = complex_positive;
    s.absolute = complex_absolute;
    s.as_int = complex_int;
    s.as_float = complex_float;
    s.truth = complex_truth;
    return s;
}

}  // namespace

extern const TypeSpec kComplexTypeSpec;
constinit const TypeSpec kComplexTypeSpec = {
    .name = "complex",
    .doc = "complex(real[, imag]) -> complex number\n\nThe number real + imag*1j; imag defaults to 0.",
    .basic_size = sizeof(ComplexObject),
    .flags = kTypeBase,
    .slots = complex_slots(),
    .methods = METHODS,
    .getsets = GETSETS,
    .new_signature = kSignature,
};

}  // namespace krait
