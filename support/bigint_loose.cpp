// Arithmetic of short numbers on the stack: what a script's big numbers usually are, without a trip to the heap.
#include "support/bigint_backend.h"

namespace krait {

#if KRAIT_BIGINT_GMP

namespace {

struct Operand {
    const mp_limb_t* limbs;
    mp_size_t count;
    bool negative;
    explicit Operand(const BigInt& value)
        : limbs(mpz_limbs_read(bigint_detail::num(value).backend().data())),
          count(static_cast<mp_size_t>(mpz_size(bigint_detail::num(value).backend().data()))),
          negative(bigint_detail::negative(bigint_detail::num(value))) {}
};

constexpr auto kMost = static_cast<mp_size_t>(kMaxLooseWords);

}  // namespace

void LooseInt::finish(std::size_t count, bool negative) {
    while (count != 0 && words_[count - 1] == 0) --count;
    count_ = count;
    negative_ = negative;
}

bool LooseInt::add_signed(const BigInt& first, const BigInt& second, bool second_negative) {
    Operand a(first), b(second);
    b.negative = second_negative;
    if (a.count < b.count) std::swap(a, b);
    if (a.count >= kMost) return false;
    mp_limb_t* out = reinterpret_cast<mp_limb_t*>(words_);
    if (b.count == 0) {
        std::copy_n(a.limbs, a.count, out);
    } else if (a.negative == b.negative) {
        out[a.count] = mpn_add(out, a.limbs, a.count, b.limbs, b.count);
        ++a.count;
    } else {
        if (a.count == b.count && mpn_cmp(a.limbs, b.limbs, a.count) < 0) std::swap(a, b);
        mpn_sub(out, a.limbs, a.count, b.limbs, b.count);
    }
    finish(static_cast<std::size_t>(a.count), a.negative);
    return true;
}

bool LooseInt::add(const BigInt& a, const BigInt& b) { return add_signed(a, b, b.is_negative()); }
bool LooseInt::subtract(const BigInt& a, const BigInt& b) { return add_signed(a, b, !b.is_negative()); }

bool LooseInt::multiply(const BigInt& first, const BigInt& second) {
    Operand a(first), b(second);
    if (a.count < b.count) std::swap(a, b);
    if (b.count == 0 || a.count + b.count > kMost) return false;
    mp_limb_t* out = reinterpret_cast<mp_limb_t*>(words_);
    if (a.limbs == b.limbs) mpn_sqr(out, a.limbs, a.count);
    else mpn_mul(out, a.limbs, a.count, b.limbs, b.count);
    finish(static_cast<std::size_t>(a.count + b.count), a.negative != b.negative);
    return true;
}

bool LooseInt::shift_left(const BigInt& value, std::uint64_t count) {
    Operand a(value);
    if (a.count == 0 || count >= 64 * kMaxLooseWords) return false;
    auto whole = static_cast<mp_size_t>(count / 64);
    auto rest = static_cast<unsigned>(count % 64);
    if (a.count + whole >= kMost) return false;
    mp_limb_t* out = reinterpret_cast<mp_limb_t*>(words_);
    std::fill_n(out, whole, 0);
    out[whole + a.count] = 0;
    if (rest == 0) std::copy_n(a.limbs, a.count, out + whole);
    else out[whole + a.count] = mpn_lshift(out + whole, a.limbs, a.count, rest);
    finish(static_cast<std::size_t>(whole + a.count + 1), a.negative);
    return true;
}

#else  // the backend keeps short numbers off the heap by itself

bool LooseInt::add(const BigInt&, const BigInt&) { return false; }
bool LooseInt::subtract(const BigInt&, const BigInt&) { return false; }
bool LooseInt::multiply(const BigInt&, const BigInt&) { return false; }
bool LooseInt::shift_left(const BigInt&, std::uint64_t) { return false; }

#endif

}  // namespace krait
