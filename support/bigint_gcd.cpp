// The greatest common divisor. Short operands are the backend's; longer ones, whose computation must be able to stop,
// are brought into its reach by the half-gcd: leading digits tell the quotients of Euclid's algorithm, so that the
// steps of many can be collected in one matrix and applied by a few long products.
//
// A matrix of determinant +-1 keeps the greatest common divisor whatever its entries are. Quotients that the leading
// digits told wrong therefore cost time, never the result: they may leave negative numbers, whose signs do not matter.
#include <algorithm>
#include <utility>

#include "support/bigint.h"
#include "support/bigint_backend.h"

namespace krait {

using namespace bigint_detail;

namespace {

// (x, y) becomes (a*x + b*y, c*x + d*y).
struct Matrix {
    Number a = 1, b = 0, c = 0, d = 1;
};

struct WordMatrix {
    std::int64_t a = 1, b = 0, c = 0, d = 1;
};

class HalfGcd {
  public:
    explicit HalfGcd(const Poll* poll) : poll_(poll) {}

    // Steps of Euclid's algorithm on x >= y >= 0 until y has about `stop` bits or fewer; m becomes their product.
    // False: interrupted.
    bool reduce(Number& x, Number& y, std::uint64_t stop, Matrix* m) {
        while (bits_of(y) > stop) {
            std::uint64_t n = bits_of(x), both = n + bits_of(y), wanted = n - stop;
            Matrix part;
            if (wanted <= kWordSteps || n - bits_of(y) >= kWordSteps) {
                if (!short_step(x, y, &part)) return false;
            } else if (n > 2 * wanted + kGuard) {
                if (!reduce_leading(x, y, n - (2 * wanted + kGuard), wanted, &part)) return false;
            } else if (!reduce(x, y, n - wanted / 2, &part)) {
                return false;
            }
            if (!multiply_into(part, m)) return false;
            if (bits_of(x) + bits_of(y) >= both) break;   // quotients that were told wrong: the caller divides
        }
        return true;
    }

    // One division: always progress.
    bool divide(Number& x, Number& y, Matrix* m) {
        Number quotient, rest;
        if (!divide_polled(x, y, &quotient, &rest, poll_)) return false;
        x = std::move(y);
        y = std::move(rest);
        if (m) *m = Matrix{0, 1, 1, Number(-quotient)};
        return true;
    }

    bool apply(const Matrix& m, Number& x, Number& y) {
        Number p, q, r, s;
        if (!multiply_polled(m.a, x, &p, poll_) || !multiply_polled(m.b, y, &q, poll_) ||
            !multiply_polled(m.c, x, &r, poll_) || !multiply_polled(m.d, y, &s, poll_)) {
            return false;
        }
        x = p + q;
        y = r + s;
        return true;
    }

  private:
    static constexpr std::uint64_t kGuard = 64;
    static constexpr std::uint64_t kWordSteps = 30;      // bits that the matrix of one word step takes off
    static constexpr std::uint64_t kStepWork = 256;      // of one word step, in the units of Poll

    // Makes both non-negative and the first the greater one again; the matrix follows.
    static void order(Number& x, Number& y, Matrix* m) {
        if (negative(x)) {
            x.backend().negate();
            m->a.backend().negate();
            m->b.backend().negate();
        }
        if (negative(y)) {
            y.backend().negate();
            m->c.backend().negate();
            m->d.backend().negate();
        }
        if (x < y) {
            x.swap(y);
            m->a.swap(m->c);
            m->b.swap(m->d);
        }
    }

    // The steps that the numbers without their lowest k bits show.
    bool reduce_leading(Number& x, Number& y, std::uint64_t k, std::uint64_t wanted, Matrix* m) {
        Number x_high, x_low, y_high, y_low;
        split(x, k, &x_high, &x_low);
        split(y, k, &y_high, &y_low);
        std::uint64_t n = bits_of(x_high);
        if (!reduce(x_high, y_high, n - wanted, m) || !apply(*m, x_low, y_low)) return false;
        x_high <<= k;
        y_high <<= k;
        x = x_high + x_low;
        y = y_high + y_low;
        order(x, y, m);
        return true;
    }

    // Lehmer's step: as many quotients as the leading 62 bits are sure to be near to.
    static WordMatrix word_steps(std::int64_t x, std::int64_t y) {
        constexpr std::int64_t kLimit = std::int64_t(1) << kWordSteps;
        WordMatrix m;
        while (y != 0) {
            std::int64_t q = x / y;
            if (q >= kLimit) break;
            std::int64_t c = m.a - q * m.c, d = m.b - q * m.d;
            if (std::max(c < 0 ? -c : c, d < 0 ? -d : d) >= kLimit) break;
            x = std::exchange(y, x - q * y);
            m = WordMatrix{m.c, m.d, c, d};
        }
        return m;
    }

    bool short_step(Number& x, Number& y, Matrix* m) {
        if (!proceed(poll_, kStepWork + words_of(x))) return false;
        std::uint64_t n = bits_of(x), k = n > 62 ? n - 62 : 0;
        Number x_high, y_high, low;
        split(x, k, &x_high, &low);
        split(y, k, &y_high, &low);
        WordMatrix steps =
            word_steps(static_cast<std::int64_t>(low_word(x_high)), static_cast<std::int64_t>(low_word(y_high)));
        if (steps.b == 0) return divide(x, y, m);
        *m = Matrix{steps.a, steps.b, steps.c, steps.d};
        Number next = steps.a * x + steps.b * y;
        y = steps.c * x + steps.d * y;
        x = std::move(next);
        order(x, y, m);
        return true;
    }

    // m = part * m
    bool multiply_into(const Matrix& part, Matrix* m) {
        if (m->b.sign() == 0 && m->c.sign() == 0 && m->a == 1 && m->d == 1) {
            *m = part;
            return true;
        }
        return apply(part, m->a, m->c) && apply(part, m->b, m->d);
    }

    const Poll* poll_;
};

bool bring_into_reach(Number& x, Number& y, std::uint64_t bounded, const Poll* poll) {
    HalfGcd half(poll);
    if (x < y) x.swap(y);
    while (y.sign() != 0 && bits_of(x) > bounded) {
        std::uint64_t n = bits_of(x), both = n + bits_of(y);
        Matrix unused;
        if (n - bits_of(y) < n / 4 && !half.reduce(x, y, n / 2 + 1, &unused)) return false;
        if (y.sign() != 0 && bits_of(x) + bits_of(y) >= both - 1 && !half.divide(x, y, nullptr)) return false;
    }
    return true;
}

}  // namespace

BigIntStatus BigInt::gcd(const BigInt& a, const BigInt& b, BigInt* out, const Poll* poll) {
    std::uint64_t bits = std::max(a.bit_length(), b.bit_length());
    if (auto status = admit(bits, 8); status != BigIntStatus::Ok) return status;
    Number x = abs(num(a)), y = abs(num(b));
    if (poll && !bring_into_reach(x, y, chunk_bits(poll) / 8, poll)) return BigIntStatus::Interrupted;
    if (!proceed(poll, 64 * cost_of_product(words_of(x), words_of(y)))) return BigIntStatus::Interrupted;
    num(*out) = mp::gcd(x, y);
    return BigIntStatus::Ok;
}

}  // namespace krait
