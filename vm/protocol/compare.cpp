// Comparison and hashing of any two objects.
#include <cmath>
#include <cstring>

#include "support/hash.h"
#include "vm/object/key_match.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/thread.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ comparison

template <class T>
static bool ordered(T a, T b, CompareOp op) {
    switch (op) {
    case CompareOp::Lt:
        return a < b;
    case CompareOp::Le:
        return a <= b;
    case CompareOp::Eq:
        return a == b;
    case CompareOp::Ne:
        return a != b;
    case CompareOp::Gt:
        return a > b;
    default:
        return a >= b;
    }
}

static CompareOp reflected(CompareOp op) {
    switch (op) {
    case CompareOp::Lt:
        return CompareOp::Gt;
    case CompareOp::Le:
        return CompareOp::Ge;
    case CompareOp::Gt:
        return CompareOp::Lt;
    case CompareOp::Ge:
        return CompareOp::Le;
    default:
        return op;
    }
}

static const char* sign_of(CompareOp op) {
    static constexpr const char* kSigns[] = {"<", "<=", "==", "!=", ">", ">="};
    return kSigns[static_cast<size_t>(op)];
}

// Answers for pairs of equal exact built-in types; false: ask the slots.
static KRAIT_INLINE bool compare_quickly(Value a, Value b, CompareOp op, bool* answer) {
    if (both_ints(a, b)) {
        *answer = ordered(int_order(a), int_order(b), op);
        return true;
    }
    if (both_floats(a, b)) {
        *answer = ordered(a.as_float(), b.as_float(), op);
        return true;
    }
    if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str)) {
        auto *x = a.as<StrObject>(), *y = b.as<StrObject>();
        if (op == CompareOp::Eq || op == CompareOp::Ne) *answer = str_equal_nocall(x, y) == (op == CompareOp::Eq);
        else *answer = ordered(str_compare_nocall(x, y), 0, op);
        return true;
    }
    return false;
}

// Slots in the order of the language reference: the right operand's first when its type is a proper subclass that
// compares in its own way.
static Ref compare_by_slots(Thread& t, Value a, Value b, CompareOp op) {
    TypeObject *left = type_of(t, a), *right = type_of(t, b);
    bool right_done = false;
    if (left != right && right->slots.compare && is_subtype(right, left)) {
        right_done = true;
        Ref result = Ref::steal(right->slots.compare(t, b, a, reflected(op)));
        if (result.failed() || !result.get().is_not_implemented()) return result;
    }
    if (left->slots.compare) {
        Ref result = Ref::steal(left->slots.compare(t, a, b, op));
        if (result.failed() || !result.get().is_not_implemented()) return result;
    }
    right = type_of(t, b);
    if (!right_done && right->slots.compare) {
        Ref result = Ref::steal(right->slots.compare(t, b, a, reflected(op)));
        if (result.failed() || !result.get().is_not_implemented()) return result;
    }
    if (op == CompareOp::Eq) return own(Value::boolean(a == b));
    if (op == CompareOp::Ne) return own(Value::boolean(a != b));
    return raise(t, Exc::TypeError, "'%s' not supported between instances of '%.100s' and '%.100s'", sign_of(op),
                 type_name_of(t, a), type_name_of(t, b));
}

Ref rich_compare(Thread& t, Value a, Value b, CompareOp op) {
    bool answer;
    if (compare_quickly(a, b, op, &answer)) return own(Value::boolean(answer));
    RecursionGuard guard(t, " in comparison");
    if (guard.failed()) return Failed{};
    return compare_by_slots(t, a, b, op);
}

Fallible<bool> compare_bool(Thread& t, Value a, Value b, CompareOp op) {
    bool answer;
    if (compare_quickly(a, b, op, &answer)) return answer;
    Ref result = TRY(rich_compare(t, a, b, op));
    if (result.get().is_bool()) return result.get().is_true();
    return is_true(t, result);
}

Fallible<bool> equal(Thread& t, Value a, Value b) {
    if (a == b) return true;
    return compare_bool(t, a, b, CompareOp::Eq);
}

// ------------------------------------------------------------------------------------------------ hashes

// No hash is -1: that is how slots report a failure.
uint64_t hash_float(double d) {
    if (d >= -0x1p60 && d <= 0x1p60) {
        int64_t n = static_cast<int64_t>(d);
        if (static_cast<double>(n) == d) return hash_int(n);
    }
    if (std::isinf(d)) return d > 0 ? 314159 : ~uint64_t{314159} + 1;
    if (std::isnan(d)) return 0;
    // d == m * 2**e with an integer m; modulo 2**61 - 1 a power of two is a rotation of 61 bits.
    int exponent;
    double mantissa = std::frexp(std::fabs(d), &exponent);
    uint64_t m = static_cast<uint64_t>(std::ldexp(mantissa, 53));
    int shift = (exponent - 53) % 61;
    if (shift < 0) shift += 61;
    uint64_t hash = ((m << shift) & static_cast<uint64_t>(kHashModulus)) | (shift ? m >> (61 - shift) : 0);
    if (hash == static_cast<uint64_t>(kHashModulus)) hash = 0;
    return d < 0 ? hash_not_minus_one(~hash + 1) : hash;
}

uint64_t hash_bytes(const Interpreter& interp, const void* data, size_t n) {
    if (n == 0) return 0;   // as everywhere in CPython
    uint64_t hash = hash_not_minus_one(siphash13(interp.hash_key, data, n));
    return hash ? hash : 1;
}

int64_t hash_not_implemented(Thread& t, Value v) {
    (void)raise(t, Exc::TypeError, "unhashable type: '%.200s'", type_name_of(t, v));
    return -1;
}

Fallible<uint64_t> hash_of(Thread& t, Value v) {
    if (v.is_int()) return hash_int(v.as_int());
    if (v.is_float()) return hash_float(v.as_float());
    if (is_kind(v, Kind::Str)) return str_hash(t, v.as<StrObject>());
    char here;
    if (KRAIT_UNLIKELY(&here < t.native_limit))
        return raise(t, Exc::RecursionError, "maximum recursion depth exceeded");
    HashFn slot = type_of(t, v)->slots.hash;
    int64_t hash = (slot ? slot : &hash_not_implemented)(t, v);
    if (KRAIT_UNLIKELY(hash == -1)) return Failed{};
    return static_cast<uint64_t>(hash);
}

}  // namespace krait
