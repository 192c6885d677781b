// The 64-bit Value: the only file that knows a bit pattern.
//
//   0                              NULL: never in a register or slot
//   [1, 2^48)                      Object* (16-byte aligned heap object)
//   [2^48, 2^49)                   specials: UNBOUND None False True NotImplemented Ellipsis ERROR EMPTY EXHAUSTED
//   [2^49, 0xC000 << 48)           float: rotl(bits, 1) + 2^49, all |x| < 2^512 (zeroes and denormals too)
//   [0xC000 << 48, 2^64)           int: 0xE000 << 48 plus n, -2^61 <= n < 2^61
//
// Canonical form is mandatory: a number in immediate range is never boxed, so equal immediates have equal bits, and
// because no NaN is immediate, bitwise equal immediates are always == (the identity shortcut of containers is exact).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#define KRAIT_LIKELY(x) __builtin_expect(!!(x), 1)
#define KRAIT_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define KRAIT_INLINE inline __attribute__((always_inline))
#define KRAIT_NOINLINE __attribute__((noinline))
#define KRAIT_COLD __attribute__((cold, noinline))

namespace krait {

struct Object;

struct Value {
    uint64_t bits;

    static constexpr uint64_t kSpecialBase = uint64_t{1} << 48;
    static constexpr uint64_t kFloatBase = uint64_t{1} << 49;
    static constexpr uint64_t kIntLow = 0xC000000000000000ull;
    static constexpr uint64_t kIntBase = 0xE000000000000000ull;
    static constexpr int64_t kMaxInt = (int64_t{1} << 61) - 1;
    static constexpr int64_t kMinInt = -(int64_t{1} << 61);

    static constexpr Value special(uint64_t k) { return {kSpecialBase | k}; }
    static constexpr Value unbound() { return special(0); }          // empty register or slot, missing argument
    static constexpr Value none() { return special(1); }
    static constexpr Value false_value() { return special(2); }
    static constexpr Value true_value() { return special(3); }
    static constexpr Value not_implemented() { return special(4); }
    static constexpr Value ellipsis() { return special(5); }
    static constexpr Value error() { return special(6); }            // an exception is pending in the thread
    static constexpr Value empty() { return special(7); }            // deleted dict or set entry
    static constexpr Value exhausted() { return special(8); }        // iterator end, no StopIteration object made
    static constexpr Value boolean(bool b) { return {kSpecialBase | (b ? 3u : 2u)}; }
    static Value object(const void* o) { return {reinterpret_cast<uint64_t>(o)}; }

    // --- tests
    constexpr bool is_object() const { return (bits >> 48) == 0; }   // heap object (never called on NULL)
    constexpr bool is_int() const { return bits >= kIntLow; }        // immediate int; bools and BigInts are not
    constexpr bool is_float() const { return bits - kFloatBase < kIntLow - kFloatBase; }  // immediate float
    constexpr bool is_special() const { return (bits >> 48) == 1; }
    constexpr bool is_bool() const { return (bits | 1) == (kSpecialBase | 3); }
    constexpr bool is_none() const { return bits == none().bits; }
    constexpr bool is_true() const { return bits == true_value().bits; }
    constexpr bool is_false() const { return bits == false_value().bits; }
    constexpr bool is_unbound() const { return bits == unbound().bits; }
    constexpr bool is_error() const { return bits == error().bits; }
    constexpr bool is_exhausted() const { return bits == exhausted().bits; }
    constexpr bool is_not_implemented() const { return bits == not_implemented().bits; }
    constexpr bool is_ellipsis() const { return bits == ellipsis().bits; }

    // --- payloads (the matching test must hold)
    Object* as_object() const { return reinterpret_cast<Object*>(bits); }
    template <class T>
    T* as() const { return reinterpret_cast<T*>(bits); }             // unchecked downcast: test the kind first
    constexpr int64_t as_int() const { return static_cast<int64_t>(bits - kIntBase); }
    constexpr double as_float() const { return std::bit_cast<double>(std::rotr(bits - kFloatBase, 1)); }
    constexpr unsigned special_index() const { return static_cast<unsigned>(bits & 0xff); }

    // --- immediates
    static constexpr bool fits_int(int64_t n) {
        return static_cast<uint64_t>(n) + (uint64_t{1} << 61) < (uint64_t{1} << 62);
    }
    static constexpr Value from_int_unchecked(int64_t n) { return {static_cast<uint64_t>(n) + kIntBase}; }
    static constexpr Value small_int(int n) { return from_int_unchecked(n); }
    static constexpr bool fits_float(double d) {
        return std::rotl(std::bit_cast<uint64_t>(d), 1) < kIntLow - kFloatBase;
    }
    static constexpr Value from_float_unchecked(double d) {
        return {std::rotl(std::bit_cast<uint64_t>(d), 1) + kFloatBase};
    }

    friend constexpr bool operator==(Value a, Value b) { return a.bits == b.bits; }   // identity (`is`)
};

static_assert(sizeof(Value) == 8);

constexpr bool both_ints(Value a, Value b) { return (a.bits & b.bits) >= Value::kIntLow; }
constexpr bool both_floats(Value a, Value b) { return a.is_float() && b.is_float(); }

// Arithmetic on two immediate ints without decoding; false when the result leaves the immediate range.
KRAIT_INLINE bool int_add(Value a, Value b, Value* out) {
    uint64_t x = a.bits + (b.bits - Value::kIntBase);
    out->bits = x;
    return x >= Value::kIntLow;
}
KRAIT_INLINE bool int_sub(Value a, Value b, Value* out) {
    uint64_t x = a.bits - (b.bits - Value::kIntBase);
    out->bits = x;
    return x >= Value::kIntLow;
}
KRAIT_INLINE bool int_mul(Value a, Value b, Value* out) {
    int64_t x;
    if (KRAIT_UNLIKELY(__builtin_mul_overflow(a.as_int(), b.as_int(), &x))) return false;
    *out = Value::from_int_unchecked(x);
    return Value::fits_int(x);
}
// The bias preserves order: codes of immediate ints compare as the ints do.
KRAIT_INLINE int64_t int_order(Value a) { return static_cast<int64_t>(a.bits); }

}  // namespace krait
