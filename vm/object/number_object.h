// Numbers as objects: creation, canonical form, and what the arithmetic of ints needs.
#pragma once

#include "support/poll.h"
#include "vm/object/layouts.h"

namespace krait {

void float_dealloc(Interpreter&, Object*);
void int_dealloc(Interpreter&, Object*);
void complex_dealloc(Interpreter&, Object*);

// The exact int of a result made on the stack.
Ref make_int(Thread&, const LooseInt&);
// Instance of an int subclass holding the number; the caller tracks it.
Ref int_subclass_new(Thread&, TypeObject*, Value int_like);

// An int-like Value as BigInt without copying: refers into the object or into itself. The Value must stay alive.
class IntView {
  public:
    explicit IntView(Value v);
    IntView(const IntView&) = delete;
    IntView& operator=(const IntView&) = delete;
    operator const BigInt&() const { return *value_; }
    const BigInt* operator->() const { return value_; }
    const BigInt& get() const { return *value_; }

  private:
    SmallInt small_;
    const BigInt* value_;
};

// Immediate ints, bools and objects of int layout whose value fits.
bool int_fits_i64(Value int_like, int64_t* out);
int int_sign(Value int_like);
// Results of growing operations are refused before they are computed: OverflowError beyond limits.int_max_bits,
// MemoryError when the heap's limit has no room. Charges the work.
Status check_int_result(Thread&, uint64_t bits);
// Exception for what an operation of BigInt answered; also settles an interrupted computation.
Failed raise_bigint(Thread&, BigIntStatus);
// Poll that charges the thread's limits.
Poll work_poll(Thread&);
// Exact int of int or int subclass: canonical copy.
Ref int_exact(Thread&, Value int_like);
// Correctly rounded; OverflowError "int too large to convert to float".
Fallible<double> int_to_double(Thread&, Value int_like);

// Text of a number with Unicode decimal digits and spaces brought to ASCII; anything else not ASCII becomes '?', which
// no number has.
Fallible<std::string_view> ascii_number_text(Thread&, const StrObject*, std::string* room);
// int(text, base) of bytes or bytearray.
Ref int_from_bytes_text(Thread&, Value bytes_like, unsigned base);

// An int where the reference takes whatever has __int__: TypeError "an integer is required (got type X)".
Ref integer_argument(Thread&, Value);
// DeprecationWarning when __int__ or __index__ gave an int subclass (bools too).
Status warn_int_subclass(Thread&, const char* method, Value result);

// Arithmetic of two int-likes (bools included), any size.
Ref int_binary(Thread&, BinaryOp, Value a, Value b);
Ref int_power(Thread&, Value base, Value exponent, Value modulus_or_none);
// pow(base, exponent, modulus) for a negative exponent and a modulus other than 0 (int_inverse.cpp).
Ref int_power_of_inverse(Thread&, Value base, Value exponent, Value modulus);
// -1, 0, 1
int int_compare(Value a, Value b);
// Arithmetic of two doubles with Python's corner cases; ZeroDivisionError, OverflowError.
Ref float_binary(Thread&, BinaryOp, double a, double b);
Ref float_power(Thread&, double base, double exponent);   // complex result for negative bases, as 3.6

}  // namespace krait
