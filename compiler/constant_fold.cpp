// See constant_fold.h. Numbers are ranked int < float < complex (bool is an int); operands are raised to the higher
// rank.
#include "compiler/constant_fold.h"

#include <cmath>
#include <unordered_set>

#include "support/bigint.h"

namespace krait {

namespace {

using Kind = Constant::Kind;
using Complex = std::complex<double>;
using Folded = std::optional<Constant>;

constexpr size_t kLargestRepetition = 20;  // items of a repeated sequence
constexpr size_t kLargestTotal = 1024;     // tuple items at all levels
constexpr uint64_t kLargestBits = 128;     // of products, powers and shifted integers

bool is_bool(const Constant& c) { return c.is(Kind::True) || c.is(Kind::False); }

/// 0: not a number, 1: int, 2: float, 3: complex.
int rank(const Constant& c) {
    switch (c.kind()) {
        case Kind::True:
        case Kind::False:
        case Kind::Int:
        case Kind::BigInt: return 1;
        case Kind::Float: return 2;
        case Kind::Complex: return 3;
        default: return 0;
    }
}

bool is_sequence(const Constant& c) { return c.is(Kind::Str) || c.is(Kind::Bytes) || c.is(Kind::Tuple); }

// ---- conversions

std::optional<int64_t> small_int(const Constant& c) {
    if (is_bool(c)) return c.is(Kind::True) ? 1 : 0;
    if (c.is(Kind::Int)) return c.as_int();
    return std::nullopt;
}

// Literals of so many digits are left to the program: converting them takes long, and here nobody looks at the clock.
bool is_long(const Constant& c) {
    constexpr size_t kManyDigits = 8192;
    return c.is(Kind::BigInt) && c.text().size() > kManyDigits;
}

BigInt to_big(const Constant& c) {
    if (auto small = small_int(c)) return BigInt(*small);
    BigInt value;
    std::string_view digits = c.text();
    bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    // The text is canonical; a failure can only be lack of memory and leaves zero, which no caller relies on.
    if (BigInt::from_text(digits, 10, &value) != BigIntStatus::Ok) return BigInt();
    if (negative && BigInt::negate(value, &value) != BigIntStatus::Ok) return BigInt();
    return value;
}

Folded from_big(const BigInt& value) {
    if (auto small = value.to_int64()) return Constant::integer(*small);
    std::string decimal;
    if (value.to_text(10, &decimal) != BigIntStatus::Ok) return std::nullopt;
    return Constant::big_integer(std::move(decimal));
}

Folded from_status(BigIntStatus status, const BigInt& value) {
    return status == BigIntStatus::Ok ? from_big(value) : std::nullopt;
}

std::optional<double> to_double(const Constant& c) {
    if (c.is(Kind::Float)) return c.as_float();
    if (auto small = small_int(c)) return static_cast<double>(*small);
    if (is_long(c)) return std::nullopt;   // beyond all doubles
    double value = 0;
    return to_big(c).to_double(&value) ? std::optional(value) : std::nullopt;
}

std::optional<Complex> to_complex(const Constant& c) {
    if (c.is(Kind::Complex)) return c.as_complex();
    auto real = to_double(c);
    return real ? std::optional(Complex(*real, 0.0)) : std::nullopt;
}

// ---- complex numbers: the textbook formulas, since std::complex treats infinities differently

Complex multiply(Complex a, Complex b) {
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

std::optional<Complex> divide(Complex a, Complex b) {
    double real = std::fabs(b.real()), imag = std::fabs(b.imag());
    if (real >= imag) {
        if (real == 0.0) return std::nullopt;
        double ratio = b.imag() / b.real();
        double denominator = b.real() + b.imag() * ratio;
        return Complex((a.real() + a.imag() * ratio) / denominator, (a.imag() - a.real() * ratio) / denominator);
    }
    if (imag >= real) {
        double ratio = b.real() / b.imag();
        double denominator = b.real() * ratio + b.imag();
        return Complex((a.real() * ratio + a.imag()) / denominator, (a.imag() * ratio - a.real()) / denominator);
    }
    return Complex(NAN, NAN);
}

std::optional<Complex> general_power(Complex a, Complex b) {
    if (b.real() == 0.0 && b.imag() == 0.0) return Complex(1.0, 0.0);
    if (a.real() == 0.0 && a.imag() == 0.0) {
        if (b.imag() != 0.0 || b.real() < 0.0) return std::nullopt;
        return Complex(0.0, 0.0);
    }
    double length = std::hypot(a.real(), a.imag());
    double power = std::pow(length, b.real());
    double angle = std::atan2(a.imag(), a.real());
    double phase = angle * b.real();
    if (b.imag() != 0.0) {
        power /= std::exp(angle * b.imag());
        phase += b.imag() * std::log(length);
    }
    return Complex(power * std::cos(phase), power * std::sin(phase));
}

std::optional<Complex> power(Complex a, Complex b) {
    std::optional<Complex> result;
    long exponent = std::fabs(b.real()) <= 100 ? static_cast<long>(b.real()) : 101;
    if (b.imag() == 0.0 && b.real() == static_cast<double>(exponent) && exponent <= 100) {
        Complex product(1.0, 0.0), square = a;
        for (long rest = std::labs(exponent), mask = 1; mask <= rest; mask <<= 1) {
            if (rest & mask) product = multiply(product, square);
            square = multiply(square, square);
        }
        result = exponent > 0 ? std::optional(product) : divide(Complex(1.0, 0.0), product);
    } else {
        result = general_power(a, b);
    }
    if (result && (std::isinf(result->real()) || std::isinf(result->imag()))) return std::nullopt;  // OverflowError
    return result;
}

Folded fold_complex(Opcode op, Complex a, Complex b) {
    switch (op) {
        case Opcode::BINARY_ADD: return Constant::complex({a.real() + b.real(), a.imag() + b.imag()});
        case Opcode::BINARY_SUBTRACT: return Constant::complex({a.real() - b.real(), a.imag() - b.imag()});
        case Opcode::BINARY_MULTIPLY: return Constant::complex(multiply(a, b));
        case Opcode::BINARY_TRUE_DIVIDE:
        case Opcode::BINARY_POWER: {
            auto result = op == Opcode::BINARY_POWER ? power(a, b) : divide(a, b);
            return result ? Folded(Constant::complex(*result)) : std::nullopt;
        }
        default: return std::nullopt;
    }
}

// ---- floats

double modulo(double a, double b) {
    double mod = std::fmod(a, b);
    if (mod == 0.0) return std::copysign(0.0, b);
    return (b < 0) != (mod < 0) ? mod + b : mod;
}

double floor_divide(double a, double b) {
    double mod = std::fmod(a, b);
    double quotient = (a - mod) / b;
    if (mod != 0.0 && (b < 0) != (mod < 0)) quotient -= 1.0;
    if (quotient == 0.0) return std::copysign(0.0, a / b);
    double floored = std::floor(quotient);
    return quotient - floored > 0.5 ? floored + 1.0 : floored;
}

Folded float_power(double a, double b) {
    if (a == 0.0 && b < 0.0) return std::nullopt;
    if (std::isfinite(a) && std::isfinite(b) && a < 0.0 && b != std::floor(b))
        return fold_complex(Opcode::BINARY_POWER, Complex(a, 0.0), Complex(b, 0.0));
    double result = std::pow(a, b);
    if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) return std::nullopt;
    return Constant::floating(result);
}

Folded fold_float(Opcode op, double a, double b) {
    switch (op) {
        case Opcode::BINARY_ADD: return Constant::floating(a + b);
        case Opcode::BINARY_SUBTRACT: return Constant::floating(a - b);
        case Opcode::BINARY_MULTIPLY: return Constant::floating(a * b);
        case Opcode::BINARY_TRUE_DIVIDE: return b == 0.0 ? std::nullopt : Folded(Constant::floating(a / b));
        case Opcode::BINARY_FLOOR_DIVIDE:
            return b == 0.0 ? std::nullopt : Folded(Constant::floating(floor_divide(a, b)));
        case Opcode::BINARY_MODULO: return b == 0.0 ? std::nullopt : Folded(Constant::floating(modulo(a, b)));
        case Opcode::BINARY_POWER: return float_power(a, b);
        default: return std::nullopt;
    }
}

// ---- integers

Folded int_power(const Constant& a, const Constant& b, const BigInt& base) {
    if (base.is_zero() && b.is(Kind::BigInt) && b.text()[0] != '-') return Constant::integer(0);
    auto exponent = small_int(b);
    if (!exponent) return std::nullopt;
    if (*exponent < 0) {
        auto left = to_double(a), right = to_double(b);
        return left && right ? float_power(*left, *right) : std::nullopt;
    }
    uint64_t count = static_cast<uint64_t>(*exponent);
    if (count != 0 && base.bit_length() > kLargestBits / count) return std::nullopt;
    BigInt result;
    return from_status(BigInt::pow(base, count, &result), result);
}

Folded int_shift(Opcode op, const Constant& b, const BigInt& value) {
    auto count = small_int(b);
    if (!count || *count < 0) return std::nullopt;
    uint64_t bits = static_cast<uint64_t>(*count);
    BigInt result;
    if (op == Opcode::BINARY_RSHIFT) return from_status(BigInt::shift_right(value, bits, &result), result);
    if (!value.is_zero() && bits != 0 && (bits > kLargestBits || value.bit_length() > kLargestBits - bits))
        return std::nullopt;
    return from_status(BigInt::shift_left(value, bits, &result), result);
}

Folded fold_int(Opcode op, const Constant& a, const Constant& b) {
    if (is_long(a) || is_long(b)) return std::nullopt;
    BigInt x = to_big(a), y = to_big(b), result;
    switch (op) {
        case Opcode::BINARY_ADD: return from_status(BigInt::add(x, y, &result), result);
        case Opcode::BINARY_SUBTRACT: return from_status(BigInt::subtract(x, y, &result), result);
        case Opcode::BINARY_MULTIPLY:
            if (!x.is_zero() && !y.is_zero() && x.bit_length() + y.bit_length() > kLargestBits) return std::nullopt;
            return from_status(BigInt::multiply(x, y, &result), result);
        case Opcode::BINARY_FLOOR_DIVIDE: return from_status(BigInt::floor_divmod(x, y, &result, nullptr), result);
        case Opcode::BINARY_MODULO: return from_status(BigInt::floor_divmod(x, y, nullptr, &result), result);
        case Opcode::BINARY_TRUE_DIVIDE: {
            double quotient = 0;
            if (BigInt::true_divide(x, y, &quotient) != BigIntStatus::Ok) return std::nullopt;
            return Constant::floating(quotient);
        }
        case Opcode::BINARY_POWER: return int_power(a, b, x);
        case Opcode::BINARY_LSHIFT:
        case Opcode::BINARY_RSHIFT: return int_shift(op, b, x);
        case Opcode::BINARY_AND: return from_status(BigInt::bit_and(x, y, &result), result);
        case Opcode::BINARY_OR: return from_status(BigInt::bit_or(x, y, &result), result);
        case Opcode::BINARY_XOR: return from_status(BigInt::bit_xor(x, y, &result), result);
        default: return std::nullopt;
    }
}

Folded fold_bool(Opcode op, bool a, bool b) {
    switch (op) {
        case Opcode::BINARY_AND: return Constant::boolean(a && b);
        case Opcode::BINARY_OR: return Constant::boolean(a || b);
        case Opcode::BINARY_XOR: return Constant::boolean(a != b);
        default: return std::nullopt;
    }
}

Folded fold_numbers(Opcode op, const Constant& a, const Constant& b) {
    int highest = std::max(rank(a), rank(b));
    if (highest == 1) {
        if (is_bool(a) && is_bool(b)) {
            if (Folded result = fold_bool(op, a.is(Kind::True), b.is(Kind::True))) return result;
        }
        return fold_int(op, a, b);
    }
    if (highest == 2) {
        auto x = to_double(a), y = to_double(b);
        return x && y ? fold_float(op, *x, *y) : std::nullopt;
    }
    auto x = to_complex(a), y = to_complex(b);
    return x && y ? fold_complex(op, *x, *y) : std::nullopt;
}

// ---- sequences

size_t count_characters(const std::string& wtf8) {
    size_t count = 0;
    for (unsigned char c : wtf8) count += (c & 0xC0) != 0x80;
    return count;
}

size_t length_of(const Constant& c) {
    if (c.is(Kind::Str)) return count_characters(c.text());
    if (c.is(Kind::Bytes)) return c.text().size();
    return c.items().size();
}

Folded concatenate(const Constant& a, const Constant& b) {
    if (a.kind() != b.kind()) return std::nullopt;
    if (a.is(Kind::Str)) return Constant::str(a.text() + b.text());
    if (a.is(Kind::Bytes)) return Constant::bytes(a.text() + b.text());
    std::vector<Constant> items = a.items();
    items.insert(items.end(), b.items().begin(), b.items().end());
    return Constant::tuple(std::move(items));
}

/// Items of a tuple and of the tuples in it.
size_t total_items(const Constant& tuple) {
    size_t total = tuple.items().size();
    for (const Constant& item : tuple.items())
        if (item.is(Kind::Tuple)) total += total_items(item);
    return total;
}

Folded repeat(const Constant& sequence, const Constant& number) {
    auto times = small_int(number);
    if (!times) return std::nullopt;
    size_t length = length_of(sequence);
    if (length == 0) return sequence;
    if (*times < 0 || static_cast<uint64_t>(*times) > kLargestRepetition / length) return std::nullopt;
    size_t count = static_cast<size_t>(*times);
    if (count != 0 && sequence.is(Kind::Tuple) && total_items(sequence) > kLargestTotal / count) return std::nullopt;
    std::string text;
    std::vector<Constant> items;
    for (size_t i = 0; i < count; ++i) {
        if (sequence.is(Kind::Tuple))
            items.insert(items.end(), sequence.items().begin(), sequence.items().end());
        else
            text += sequence.text();
    }
    if (sequence.is(Kind::Str)) return Constant::str(std::move(text));
    if (sequence.is(Kind::Bytes)) return Constant::bytes(std::move(text));
    return Constant::tuple(std::move(items));
}

std::string character_at(const std::string& wtf8, size_t index) {
    size_t start = 0, seen = 0;
    auto next = [&](size_t i) {
        do ++i;
        while (i < wtf8.size() && (static_cast<unsigned char>(wtf8[i]) & 0xC0) == 0x80);
        return i;
    };
    while (seen < index) {
        start = next(start);
        ++seen;
    }
    return wtf8.substr(start, next(start) - start);
}

Folded item_of(const Constant& sequence, const Constant& key) {
    auto position = small_int(key);
    if (!position) return std::nullopt;
    int64_t length = static_cast<int64_t>(length_of(sequence));
    int64_t index = *position < 0 ? *position + length : *position;
    if (index < 0 || index >= length) return std::nullopt;
    size_t at = static_cast<size_t>(index);
    if (sequence.is(Kind::Str)) return Constant::str(character_at(sequence.text(), at));
    if (sequence.is(Kind::Bytes)) return Constant::integer(static_cast<unsigned char>(sequence.text()[at]));
    return sequence.items()[at];
}

}  // namespace

std::optional<Constant> fold_unary(Opcode op, const Constant& value) {
    switch (rank(value)) {
        case 1: {
            if (is_long(value)) return std::nullopt;
            BigInt x = to_big(value), result;
            if (op == Opcode::UNARY_POSITIVE) return from_big(x);
            if (op == Opcode::UNARY_NEGATIVE) return from_status(BigInt::negate(x, &result), result);
            return from_status(BigInt::invert(x, &result), result);
        }
        case 2:
            if (op == Opcode::UNARY_INVERT) return std::nullopt;
            return Constant::floating(op == Opcode::UNARY_NEGATIVE ? -value.as_float() : value.as_float());
        case 3:
            if (op == Opcode::UNARY_INVERT) return std::nullopt;
            if (op == Opcode::UNARY_POSITIVE) return value;
            return Constant::complex({-value.as_complex().real(), -value.as_complex().imag()});
        default: return std::nullopt;
    }
}

std::optional<Constant> fold_binary(Opcode op, const Constant& left, const Constant& right) {
    if (rank(left) != 0 && rank(right) != 0) return fold_numbers(op, left, right);
    if (op == Opcode::BINARY_ADD && is_sequence(left)) return concatenate(left, right);
    if (op == Opcode::BINARY_MULTIPLY && is_sequence(left)) return repeat(left, right);
    if (op == Opcode::BINARY_MULTIPLY && is_sequence(right)) return repeat(right, left);
    if (op == Opcode::BINARY_SUBSCR && is_sequence(left)) return item_of(left, right);
    return std::nullopt;
}

namespace {

/// A constant such that two are the same, type and all, exactly when the originals are equal in Python.
Constant canonical(const Constant& c) {
    if (is_bool(c)) return Constant::integer(c.is(Kind::True) ? 1 : 0);
    if (c.is(Kind::Float)) {
        double value = c.as_float();
        BigInt whole;
        if (value != std::floor(value) || !BigInt::from_double(value, &whole)) return c;
        return from_big(whole).value_or(c);
    }
    if (c.is(Kind::Complex) && c.as_complex().imag() == 0) return canonical(Constant::floating(c.as_complex().real()));
    if (!c.is(Kind::Tuple)) return c;
    std::vector<Constant> items;
    for (const Constant& item : c.items()) items.push_back(canonical(item));
    return Constant::tuple(std::move(items));
}

}  // namespace

Constant make_frozen_set(const std::vector<Constant>& items) {
    std::unordered_set<Constant, ConstantHash> seen;
    std::vector<Constant> distinct;
    for (const Constant& item : items)
        if (seen.insert(canonical(item)).second) distinct.push_back(item);
    return Constant::frozen_set(std::move(distinct));
}

const Constant* first_duplicate(const std::vector<Constant>& items) {
    std::unordered_set<Constant, ConstantHash> seen;
    for (const Constant& item : items)
        if (!seen.insert(canonical(item)).second) return &item;
    return nullptr;
}

}  // namespace krait
