// Inverses of ints modulo another: pow() with a negative exponent.
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

// x with base * x = 1 (mod modulus > 0), by Euclid's algorithm: `a` and `b` are base * x and base * y modulo `modulus`.
Ref inverse_of(Thread& t, Value base, Value modulus) {
    Ref a = TRY(int_binary(t, BinaryOp::Modulo, base, modulus)), b = TRY(int_exact(t, modulus));
    Ref x = own(Value::small_int(1)), y = own(Value::small_int(0));
    while (int_sign(b) != 0) {
        Ref pair = TRY(int_binary(t, BinaryOp::Divmod, a, b));
        Ref quotient = own(pair.as<TupleObject>()->items[0]), rest = own(pair.as<TupleObject>()->items[1]);
        Ref product = TRY(int_binary(t, BinaryOp::Multiply, quotient, y));
        Ref next = TRY(int_binary(t, BinaryOp::Subtract, x, product));
        a = std::exchange(b, std::move(rest));
        x = std::exchange(y, std::move(next));
        TRY(charge_work(t, 1));
    }
    if (int_compare(a, Value::small_int(1)) != 0)
        return raise(t, Exc::ValueError, "base is not invertible for the given modulus");
    return int_binary(t, BinaryOp::Modulo, x, modulus);
}

Ref negated(Thread& t, Value n) { return int_binary(t, BinaryOp::Subtract, Value::small_int(0), n); }

}  // namespace

Ref int_power_of_inverse(Thread& t, Value base, Value exponent, Value modulus) {
    Ref magnitude = int_sign(modulus) < 0 ? TRY(negated(t, modulus)) : own(modulus);
    Ref inverse = TRY(inverse_of(t, base, magnitude));
    Ref positive = TRY(negated(t, exponent));
    return int_power(t, inverse, positive, modulus);
}

}  // namespace krait
