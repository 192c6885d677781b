// Operators: exact built-in numbers first, then the slots of both operands by the rules of the data model (3.3.8):
// a subclass on the right goes first when it overrides the operation; sequences come after the numbers.
#include <cmath>

#include "vm/native/method_def.h"
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"

namespace krait {
namespace {

constexpr const char* kSymbols[] = {"+",           "-",  "*",  "@", "/", "//", "%",
                                    "** or pow()", "<<", ">>", "&", "|", "^",  "divmod()"};
static_assert(std::size(kSymbols) == static_cast<size_t>(BinaryOp::Count));

bool exact_int(Value v) { return v.is_int() || v.is_bool() || is_kind(v, Kind::Int); }
bool exact_float(Value v) { return v.is_float() || is_kind(v, Kind::Float); }

Failed unsupported(Thread& t, BinaryOp op, Value a, Value b, bool inplace) {
    std::string symbol = kSymbols[static_cast<size_t>(op)];
    if (inplace && op != BinaryOp::Power) symbol += "=";
    // `print >>file, text` of Python 2.
    bool is_print = op == BinaryOp::RightShift && !inplace && is_kind(a, Kind::NativeFunction) &&
                    std::string_view(a.as<NativeFunctionObject>()->def->name) == "print";
    return raise(t, Exc::TypeError, "unsupported operand type(s) for %s: '%.100s' and '%.100s'%s", symbol.c_str(),
                 type_name_of(t, a), type_name_of(t, b),
                 is_print ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "");
}

// The number slots of both sides. NotImplemented when none answers.
Value try_slots(Thread& t, Value a, Value b, BinaryFn left, BinaryFn right) {
    TypeObject *left_type = type_of(t, a), *right_type = type_of(t, b);
    if (right == left) right = nullptr;
    if (left) {
        if (right && is_subtype(right_type, left_type)) {
            Value v = right(t, a, b);
            if (!v.is_not_implemented()) return v;
            right = nullptr;
        }
        Value v = left(t, a, b);
        if (!v.is_not_implemented()) return v;
    }
    return right ? right(t, a, b) : Value::not_implemented();
}

// slots.power answers for two operands where binary[Power] is not set.
Value try_power(Thread& t, Value a, Value b, Value modulus) {
    TernaryFn left = type_of(t, a)->slots.power, right = type_of(t, b)->slots.power;
    if (right == left) right = nullptr;
    if (left) {
        if (right && is_subtype(type_of(t, b), type_of(t, a))) {
            Value v = right(t, a, b, modulus);
            if (!v.is_not_implemented()) return v;
            right = nullptr;
        }
        Value v = left(t, a, b, modulus);
        if (!v.is_not_implemented()) return v;
    }
    if (right) {
        Value v = right(t, a, b, modulus);
        if (!v.is_not_implemented()) return v;
    }
    if (modulus.is_none()) return Value::not_implemented();
    TernaryFn third = type_of(t, modulus)->slots.power;
    if (third && third != left && third != right) return third(t, a, b, modulus);
    return Value::not_implemented();
}

KRAIT_INLINE Value try_number(Thread& t, BinaryOp op, Value a, Value b) {
    if (op == BinaryOp::Power) return try_power(t, a, b, Value::none());
    size_t i = static_cast<size_t>(op);
    BinaryFn left = type_of(t, a)->slots.binary[i], right = type_of(t, b)->slots.binary[i];
    return left || right ? try_slots(t, a, b, left, right) : Value::not_implemented();
}

Value repeat(Thread& t, RepeatFn function, Value sequence, Value count) {
    if (!count.is_int() && !type_of(t, count)->slots.index)
        return raise(t, Exc::TypeError, "can't multiply sequence by non-int of type '%.200s'", type_name_of(t, count));
    Fallible<int64_t> n = index_to_i64(t, count, Exc::OverflowError);
    return n.failed() ? Value::error() : function(t, sequence, n.value());
}

// Sequence forms of + and *; NotImplemented when neither operand is one.
Value try_sequence(Thread& t, BinaryOp op, Value a, Value b) {
    if (op == BinaryOp::Add) {
        if (BinaryFn concat = type_of(t, a)->slots.concat) return concat(t, a, b);
    } else if (op == BinaryOp::Multiply) {
        if (RepeatFn f = type_of(t, a)->slots.repeat) return repeat(t, f, a, b);
        if (RepeatFn f = type_of(t, b)->slots.repeat) return repeat(t, f, b, a);
    }
    return Value::not_implemented();
}

bool as_double_operand(Thread& t, Value v, double* out, bool* failed) {
    if (exact_float(v)) {
        *out = float_value(v);
        return true;
    }
    if (!exact_int(v)) return false;
    Fallible<double> d = int_to_double(t, v);
    *failed = d.failed();
    if (!*failed) *out = d.value();
    return true;
}

// `inplace` decides no more than the symbol in the message.
KRAIT_INLINE Ref operate(Thread& t, BinaryOp op, Value a, Value b, bool inplace) {
    if (exact_int(a) && exact_int(b)) {
        Ref v = int_binary(t, op, a, b);
        if (v.failed() || !v.get().is_not_implemented()) return v;
    } else if (exact_float(a) || exact_float(b)) {
        double x, y;
        bool failed = false;
        if (as_double_operand(t, a, &x, &failed) && !failed && as_double_operand(t, b, &y, &failed) && !failed) {
            Ref v = float_binary(t, op, x, y);
            if (v.failed() || !v.get().is_not_implemented()) return v;
        }
        if (failed) return Failed{};
    } else if (op == BinaryOp::Add && is_kind(a, Kind::Str) && is_kind(b, Kind::Str)) {
        return str_concat(t, a.as<StrObject>(), b.as<StrObject>());
    }
    Ref left = own(a), right = own(b);   // the slots may run code that lets go of them
    Value v = try_number(t, op, a, b);
    if (!v.is_not_implemented()) return Ref::steal(v);
    v = try_sequence(t, op, a, b);
    if (!v.is_not_implemented()) return Ref::steal(v);
    return unsupported(t, op, a, b, inplace);
}

}  // namespace

Ref binary_operation(Thread& t, BinaryOp op, Value a, Value b) { return operate(t, op, a, b, false); }

// Immediates have no in-place slots: only the message differs from the plain operation.
static Ref inplace_on_immediate(Thread& t, BinaryOp op, Value a, Value b) {
    if (exact_int(b) || exact_float(b)) return operate(t, op, a, b, true);
    Ref right = own(b);
    Value v = try_number(t, op, a, b);
    if (v.is_not_implemented()) v = try_sequence(t, op, a, b);
    if (v.is_not_implemented()) return unsupported(t, op, a, b, true);
    return Ref::steal(v);
}

Ref inplace_operation(Thread& t, BinaryOp op, Value a, Value b) {
    if (!a.is_object()) return inplace_on_immediate(t, op, a, b);
    const Slots& slots = type_of(t, a)->slots;
    if (BinaryFn inplace = slots.inplace[static_cast<size_t>(op)]) {
        Value v = inplace(t, a, b);
        if (!v.is_not_implemented()) return Ref::steal(v);
        // As in CPython 3.6 an __ipow__ that does not know the operand is the last word.
        if (op == BinaryOp::Power) return unsupported(t, op, a, b, true);
    }
    Kind kind = a.as_object()->kind;
    if (kind == Kind::Int || kind == Kind::Float || (kind == Kind::Str && is_kind(b, Kind::Str)))
        if (exact_int(b) || exact_float(b) || kind == Kind::Str) return operate(t, op, a, b, true);
    Ref left = own(a), right = own(b);
    Value v = try_number(t, op, a, b);
    if (!v.is_not_implemented()) return Ref::steal(v);
    if (op == BinaryOp::Add && slots.inplace_concat) return Ref::steal(slots.inplace_concat(t, a, b));
    v = try_sequence(t, op, a, b);
    if (!v.is_not_implemented()) return Ref::steal(v);
    return unsupported(t, op, a, b, true);
}

Ref power(Thread& t, Value base, Value exponent, Value modulus) {
    if (modulus.is_none()) return binary_operation(t, BinaryOp::Power, base, exponent);
    if (exact_int(base) && exact_int(exponent) && exact_int(modulus)) return int_power(t, base, exponent, modulus);
    Value v = try_power(t, base, exponent, modulus);
    if (!v.is_not_implemented()) return Ref::steal(v);
    return raise(t, Exc::TypeError, "unsupported operand type(s) for pow(): '%.100s', '%.100s', '%.100s'",
                 type_name_of(t, base), type_name_of(t, exponent), type_name_of(t, modulus));
}

static Ref int_unary(Thread& t, UnaryOp op, Value v) {
    if (v.is_int()) {
        int64_t small = v.as_int();
        return make_int(t, op == UnaryOp::Negative ? -small : op == UnaryOp::Invert ? ~small : small);
    }
    IntView n(v);
    BigInt result;
    BigIntStatus s = BigIntStatus::Ok;
    switch (op) {
        case UnaryOp::Negative: s = BigInt::negate(n, &result); break;
        case UnaryOp::Positive: return int_exact(t, v);
        case UnaryOp::Invert: s = BigInt::invert(n, &result); break;
    }
    if (s != BigIntStatus::Ok) return raise_bigint(t, s);
    return make_int(t, std::move(result));
}

Ref unary_operation(Thread& t, UnaryOp op, Value v) {
    if (exact_int(v)) return int_unary(t, op, v);
    if (exact_float(v) && op != UnaryOp::Invert)
        return make_float(t, op == UnaryOp::Negative ? -float_value(v) : float_value(v));
    const Slots& slots = type_of(t, v)->slots;
    UnaryFn f = op == UnaryOp::Negative ? slots.negative : op == UnaryOp::Positive ? slots.positive : slots.invert;
    if (f) return Ref::steal(f(t, v));
    return raise(t, Exc::TypeError, "bad operand type for unary %c: '%.200s'",
                 op == UnaryOp::Negative ? '-' : op == UnaryOp::Positive ? '+' : '~', type_name_of(t, v));
}

Ref absolute(Thread& t, Value v) {
    if (exact_int(v)) return int_sign(v) < 0 ? int_unary(t, UnaryOp::Negative, v) : int_exact(t, v);
    if (exact_float(v)) return make_float(t, std::fabs(float_value(v)));
    if (UnaryFn f = type_of(t, v)->slots.absolute) return Ref::steal(f(t, v));
    return raise(t, Exc::TypeError, "bad operand type for abs(): '%.200s'", type_name_of(t, v));
}

Fallible<bool> is_true(Thread& t, Value v) {
    if (v.is_bool()) return v.is_true();
    if (v.is_none()) return false;
    if (v.is_int()) return v.as_int() != 0;
    if (v.is_float()) return v.as_float() != 0.0;
    if (!v.is_object()) return true;
    switch (v.as_object()->kind) {
        case Kind::Str: return v.as<StrObject>()->length != 0;
        case Kind::List: return v.as<ListObject>()->size != 0;
        case Kind::Tuple: return v.as<TupleObject>()->size != 0;
        case Kind::Dict: return v.as<DictObject>()->used != 0;
        default: break;
    }
    const Slots& slots = v.as_object()->type->slots;
    if (slots.truth) {
        int answer = slots.truth(t, v);
        if (answer < 0) return Failed{};
        return answer != 0;
    }
    if (slots.length) {
        int64_t n = slots.length(t, v);
        if (n < 0) return Failed{};
        return n != 0;
    }
    return true;
}

Ref as_index(Thread& t, Value v) {
    if (v.is_int() || v.is_bool() || layout_is(v, Kind::Int)) return v.is_bool() ? int_exact(t, v) : own(v);
    UnaryFn index = type_of(t, v)->slots.index;
    if (!index)
        return raise(t, Exc::TypeError, "'%.200s' object cannot be interpreted as an integer", type_name_of(t, v));
    Ref result = Ref::steal(index(t, v));
    if (result.failed() || result.get().is_int()) return result;
    if (!is_int_like(result))
        return raise(t, Exc::TypeError, "__index__ returned non-int (type %.200s)", type_name_of(t, result));
    TRY(warn_int_subclass(t, "__index__", result));
    return result.get().is_bool() ? int_exact(t, result) : std::move(result);
}

Fallible<int64_t> index_to_i64(Thread& t, Value v, Exc overflow) {
    if (KRAIT_LIKELY(v.is_int())) return v.as_int();
    Ref n = TRY(as_index(t, v));
    int64_t out;
    if (int_fits_i64(n, &out)) return out;
    return raise(t, overflow, "cannot fit '%.200s' into an index-sized integer", type_name_of(t, v));
}

Fallible<int64_t> index_clamped(Thread& t, Value v) {
    if (KRAIT_LIKELY(v.is_int())) return v.as_int();
    Ref n = TRY(as_index(t, v));
    int64_t out;
    if (int_fits_i64(n, &out)) return out;
    return int_sign(n) < 0 ? INT64_MIN : INT64_MAX;
}

}  // namespace krait
