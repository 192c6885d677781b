// Digits come from decimal.h and, the other way, from std::from_chars: both round exactly and know no locale. This file
// lays them out as Python does.
#include "support/float_text.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "support/decimal.h"
#include "support/int_text.h"

namespace krait {

namespace {

// No double has more digits than this, nor more behind the point; further ones are zeros.
constexpr int kMostDigits = 1100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equals_ignoring_case(std::string_view text, std::string_view word) {
    return text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == b; });
}

void make_upper(std::string* text) {
    for (char& c : *text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
}

std::string special_text(double value) {
    if (std::isnan(value)) return "nan";
    return value < 0 ? "-inf" : "inf";
}

// `count` (>= 1) significant digits, correctly rounded, with trailing zeros.
DecimalDigits rounded_digits(double value, int count) {
    ExactDecimal exact;
    exact.to_significant(std::fabs(value), count);
    DecimalDigits result;
    result.negative = std::signbit(value);
    result.digits.assign(exact.digits(), static_cast<std::size_t>(exact.size()));
    result.digits.resize(static_cast<std::size_t>(count), '0');
    result.decimal_point = exact.size() == 0 ? 1 : exact.point();
    return result;
}

// An exact expansion as digits with `places` (>= 0) of them behind the point.
std::string plain_text(const ExactDecimal& exact, int places) {
    std::string text;
    int before = std::max(exact.point(), 0), size = exact.size();
    text.reserve(static_cast<std::size_t>(before + places + 3));
    text.append(exact.digits(), static_cast<std::size_t>(std::min(before, size)));
    text.append(static_cast<std::size_t>(std::max(before - size, 0)), '0');
    if (before == 0) text += '0';
    if (places == 0) return text;
    text += '.';
    std::size_t end = text.size() + static_cast<std::size_t>(places);
    text.append(static_cast<std::size_t>(std::min(before - exact.point(), places)), '0');
    if (size > before) text.append(exact.digits() + before, static_cast<std::size_t>(size - before));
    text.resize(end, '0');
    return text;
}

void strip_zeros(std::string* digits) {
    std::size_t last = digits->find_last_not_of('0');
    digits->resize(last == std::string::npos ? 1 : last + 1);
}

struct Layout {
    bool exponent = false;
    bool alternate = false;
    bool add_dot_zero = false;
};

std::string lay_out(const DecimalDigits& number, Layout layout) {
    std::string text;
    const std::string& digits = number.digits;
    if (number.negative) text += '-';
    if (layout.exponent) {
        text += digits[0];
        if (digits.size() > 1 || layout.alternate) text += '.';
        text.append(digits, 1);
        int exponent = number.decimal_point - 1;
        text += exponent < 0 ? "e-" : "e+";
        std::string figures = std::to_string(std::abs(exponent));
        if (figures.size() < 2) text += '0';
        return text + figures;
    }
    bool point = true;
    int size = static_cast<int>(digits.size());
    if (number.decimal_point <= 0) {
        text += "0.";
        text.append(static_cast<std::size_t>(-number.decimal_point), '0');
        text += digits;
    } else if (number.decimal_point >= size) {
        text += digits;
        text.append(static_cast<std::size_t>(number.decimal_point - size), '0');
        if (layout.add_dot_zero)
            text += ".0";
        else
            point = false;
    } else {
        text.append(digits, 0, static_cast<std::size_t>(number.decimal_point));
        text += '.';
        text.append(digits, static_cast<std::size_t>(number.decimal_point));
    }
    if (!point && layout.alternate) text += '.';
    return text;
}

// As lay_out() does it without '#', for shortest digits and without a string.
std::size_t lay_out_short(double value, bool add_dot_zero, char* out) {
    char* p = out;
    if (std::signbit(value)) *p++ = '-';
    ShortDecimal number{0, 0};
    if (value != 0) number = shortest_decimal(std::fabs(value));
    char text[24];
    char* digits = write_decimal(text + sizeof text, number.digits);
    int size = static_cast<int>(text + sizeof text - digits), point = number.exponent + size;
    auto put = [&](const char* from, int count) { p = std::copy_n(from, count, p); };
    auto zeros = [&](int count) { p = std::fill_n(p, count, '0'); };
    if (point <= -4 || point > 16) {
        *p++ = digits[0];
        if (size > 1) *p++ = '.';
        put(digits + 1, size - 1);
        *p++ = 'e';
        *p++ = point < 1 ? '-' : '+';
        auto exponent = static_cast<std::uint64_t>(std::abs(point - 1));
        if (exponent < 10) *p++ = '0';
        char* figures = write_decimal(text + sizeof text, exponent);
        put(figures, static_cast<int>(text + sizeof text - figures));
    } else if (point <= 0) {
        put("0.", 2);
        zeros(-point);
        put(digits, size);
    } else if (point >= size) {
        put(digits, size);
        zeros(point - size);
        if (add_dot_zero) put(".0", 2);
    } else {
        put(digits, point);
        *p++ = '.';
        put(digits + point, size - point);
    }
    return static_cast<std::size_t>(p - out);
}

std::string format_repr(double value, bool alternate, bool add_dot_zero) {
    if (!alternate) {
        char text[kFloatReprSize];
        return {text, lay_out_short(value, add_dot_zero, text)};
    }
    DecimalDigits number = shortest_digits(value);
    bool exponent = number.decimal_point <= -4 || number.decimal_point > 16;
    return lay_out(number, {exponent, alternate, add_dot_zero});
}

std::string format_fixed(double value, int precision, bool alternate) {
    std::uint64_t whole, fraction;
    if (fixed_decimal(std::fabs(value), precision, &whole, &fraction)) {
        char out[48];
        char *end = out + sizeof out, *p = end;
        if (precision > 0) {
            p = write_decimal(end, fraction);
            for (char* first = end - precision; p > first;) *--p = '0';
        }
        if (precision > 0 || alternate) *--p = '.';
        p = write_decimal(p, whole);
        if (std::signbit(value)) *--p = '-';
        return {p, static_cast<std::size_t>(end - p)};
    }
    int inner = std::min(precision, kMostDigits);
    ExactDecimal exact;
    exact.to_places(std::fabs(value), inner);
    std::string text = std::signbit(value) ? "-" : "";
    text += plain_text(exact, inner);
    text.append(static_cast<std::size_t>(precision - inner), '0');
    if (precision == 0 && alternate) text += '.';
    return text;
}

std::string format_general(double value, const FloatFormat& format) {
    int precision = std::max(format.precision, 1);
    DecimalDigits number = rounded_digits(value, precision);
    int limit = precision - (format.add_dot_zero ? 1 : 0);
    bool exponent = number.decimal_point <= -4 || number.decimal_point > limit;
    if (!format.alternate) strip_zeros(&number.digits);
    return lay_out(number, {exponent, format.alternate, format.add_dot_zero});
}

// An unsigned decimal number that was checked to be digits[.digits][e[sign]digits].
double convert_checked(const char* begin, const char* end) {
    double value = 0;
    auto result = std::from_chars(begin, end, value);
    if (result.ec != std::errc::result_out_of_range) return value;
    // Beyond the range of double: infinity or zero, as the decimal exponent of the first digit says.
    std::int64_t position = 0, exponent = 0;
    bool point = false, found = false;
    const char* p = begin;
    for (; p < end && lower(*p) != 'e'; ++p) {
        if (*p == '.') {
            point = true;
            continue;
        }
        if (*p != '0') found = true;
        if (found && !point) ++position;
        if (!found && point) --position;
    }
    if (!found) return 0.0;
    if (p < end) {
        ++p;
        bool minus = *p == '-';
        if (*p == '-' || *p == '+') ++p;
        for (; p < end; ++p) exponent = std::min<std::int64_t>(exponent * 10 + (*p - '0'), std::int64_t(1) << 50);
        if (minus) exponent = -exponent;
    }
    return position + exponent > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

// Whether `text` is an unsigned decimal number.
bool is_plain_number(std::string_view text) {
    std::size_t i = 0, digits = 0;
    auto run = [&] {
        std::size_t start = i;
        while (i < text.size() && is_digit(text[i])) ++i;
        return i - start;
    };
    digits = run();
    if (i < text.size() && text[i] == '.') {
        ++i;
        digits += run();
    }
    if (digits == 0) return false;
    if (i < text.size() && lower(text[i]) == 'e') {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
        if (run() == 0) return false;
    }
    return i == text.size();
}

int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

DecimalDigits shortest_digits(double value) {
    DecimalDigits result;
    result.negative = std::signbit(value);
    if (value == 0) return {result.negative, "0", 1};
    auto [digits, exponent] = shortest_decimal(std::fabs(value));
    result.digits = std::to_string(digits);
    result.decimal_point = exponent + static_cast<int>(result.digits.size());
    return result;
}

std::size_t write_float_repr(double value, char* out) {
    if (std::isfinite(value)) return lay_out_short(value, true, out);
    std::string_view text = std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
    std::copy(text.begin(), text.end(), out);
    return text.size();
}

std::string float_repr(double value) { return float_repr_short(value, true); }

std::string float_repr_short(double value, bool add_dot_zero) {
    if (!std::isfinite(value)) return special_text(value);
    return format_repr(value, false, add_dot_zero);
}

FloatText format_float_parts(double value, FloatFormat format) {
    char kind = lower(format.kind);
    bool upper = kind != format.kind;
    int zeros = std::max(format.precision - kMostDigits, 0);
    format.precision = std::clamp(format.precision, 0, kMostDigits);
    FloatText result;
    std::string& text = result.text;
    if (!std::isfinite(value)) {
        text = special_text(value);
    } else if (kind == 'r') {
        text = format_repr(value, format.alternate, format.add_dot_zero);
    } else if (kind == 'f') {
        text = format_fixed(value, format.precision, format.alternate);
    } else if (kind == 'e') {
        DecimalDigits number = rounded_digits(value, format.precision + 1);
        text = lay_out(number, {true, format.alternate, false});
    } else {
        text = format_general(value, format);
    }
    if (zeros && kind != 'r' && std::isfinite(value) && (kind != 'g' || format.alternate)) {
        result.zeros = static_cast<std::size_t>(zeros);
        result.position = std::min(text.find('e'), text.size());
    }
    if (upper) make_upper(&text);
    return result;
}

std::string format_float(double value, FloatFormat format) {
    FloatText result = format_float_parts(value, format);
    result.text.insert(result.position, result.zeros, '0');
    return std::move(result.text);
}

std::optional<double> parse_plain_float(std::string_view text) {
    if (!is_plain_number(text)) return std::nullopt;
    return convert_checked(text.data(), text.data() + text.size());
}

std::optional<double> parse_float(std::string_view text) {
    bool minus = false;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
        minus = text[0] == '-';
        text.remove_prefix(1);
    }
    double value = 0;
    if (equals_ignoring_case(text, "inf") || equals_ignoring_case(text, "infinity")) {
        value = std::numeric_limits<double>::infinity();
    } else if (equals_ignoring_case(text, "nan")) {
        value = std::numeric_limits<double>::quiet_NaN();
    } else {
        std::string without;
        if (text.find('_') != std::string_view::npos) {
            for (std::size_t i = 0; i < text.size(); ++i) {
                if (text[i] != '_') {
                    without += text[i];
                } else if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) {
                    return std::nullopt;
                }
            }
            text = without;
        }
        if (!is_plain_number(text)) return std::nullopt;
        value = convert_checked(text.data(), text.data() + text.size());
    }
    return minus ? -value : value;
}

std::string float_hex(double value) {
    if (!std::isfinite(value)) return special_text(value);
    auto bits = std::bit_cast<std::uint64_t>(value);
    std::uint64_t fraction = bits & ((std::uint64_t(1) << 52) - 1);
    int exponent = static_cast<int>(bits >> 52 & 0x7FF);
    std::string text = std::signbit(value) ? "-0x" : "0x";
    if (value == 0) return text + "0.0p+0";
    text += exponent == 0 ? "0." : "1.";
    for (int shift = 48; shift >= 0; shift -= 4) text += "0123456789abcdef"[fraction >> shift & 0xF];
    int shown = exponent == 0 ? -1022 : exponent - 1023;
    text += shown < 0 ? "p-" : "p+";
    return text + std::to_string(std::abs(shown));
}

HexFault parse_hex_float(std::string_view text, double* out) {
    bool minus = false;
    std::size_t i = 0;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) minus = text[i++] == '-';
    std::string_view word = text.substr(i);
    double value = 0;
    if (equals_ignoring_case(word, "inf") || equals_ignoring_case(word, "infinity")) {
        value = std::numeric_limits<double>::infinity();
    } else if (equals_ignoring_case(word, "nan")) {
        value = std::numeric_limits<double>::quiet_NaN();
    } else {
        if (i + 1 < text.size() && text[i] == '0' && lower(text[i + 1]) == 'x') i += 2;
        std::uint64_t mantissa = 0;
        std::int64_t exponent = 0;
        bool any = false, point = false;
        for (; i < text.size(); ++i) {
            if (text[i] == '.' && !point) {
                point = true;
                continue;
            }
            int digit = hex_value(text[i]);
            if (digit < 0) break;
            any = true;
            if (mantissa >> 60 == 0) {
                mantissa = mantissa << 4 | static_cast<unsigned>(digit);
                if (point) exponent -= 4;
            } else {
                if (digit) mantissa |= 1;
                if (!point) exponent += 4;
            }
        }
        if (!any) return HexFault::Invalid;
        if (i < text.size() && lower(text[i]) == 'p') {
            ++i;
            bool below = false;
            if (i < text.size() && (text[i] == '+' || text[i] == '-')) below = text[i++] == '-';
            if (i == text.size() || !is_digit(text[i])) return HexFault::Invalid;
            std::int64_t given = 0;
            for (; i < text.size() && is_digit(text[i]); ++i) {
                given = std::min<std::int64_t>(given * 10 + (text[i] - '0'), std::int64_t(1) << 58);
            }
            exponent += below ? -given : given;
        }
        if (i != text.size()) return HexFault::Invalid;
        value = compose_double(mantissa, exponent);
        if (std::isinf(value)) return HexFault::TooLarge;
    }
    *out = minus ? -value : value;
    return HexFault::None;
}

bool round_half_even(double value, std::int64_t ndigits, double* out) {
    constexpr int kNoChange = 323;  // no double has more digits that matter
    constexpr int kAllGone = -308;
    if (ndigits > kNoChange || value == 0) {
        *out = value;
        return true;
    }
    if (ndigits < kAllGone) {
        *out = std::copysign(0.0, value);
        return true;
    }
    int digits = static_cast<int>(ndigits);
    ExactDecimal exact;
    exact.to_places(std::fabs(value), digits);
    std::string text = plain_text(exact, std::max(digits, 0));
    double rounded = convert_checked(text.data(), text.data() + text.size());
    if (std::isinf(rounded)) return false;
    *out = std::copysign(rounded, value);
    return true;
}

void float_parts(double value, std::int64_t* mantissa, int* exponent) {
    int power = 0;
    auto whole = static_cast<std::int64_t>(std::ldexp(std::frexp(value, &power), 53));
    power -= 53;
    if (whole == 0) {
        power = 0;
    } else {
        int zeros = std::countr_zero(static_cast<std::uint64_t>(whole));
        whole >>= zeros;
        power += zeros;
    }
    *mantissa = whole;
    *exponent = power;
}

double compose_double(std::uint64_t mantissa, std::int64_t exponent) {
    if (mantissa == 0) return 0.0;
    std::int64_t width = std::bit_width(mantissa);
    if (exponent > 4096) return std::numeric_limits<double>::infinity();
    std::int64_t keep = std::min<std::int64_t>(53, width + exponent + 1074);
    if (keep < 0) return 0.0;
    std::int64_t drop = width - keep;
    if (drop > 0) {
        std::uint64_t half = std::uint64_t(1) << (drop - 1);
        std::uint64_t rest = drop == 64 ? mantissa : mantissa & (half * 2 - 1);
        std::uint64_t kept = drop == 64 ? 0 : mantissa >> drop;
        if (rest > half || (rest == half && (kept & 1))) ++kept;
        mantissa = kept;
        exponent += drop;
    }
    return std::ldexp(static_cast<double>(mantissa), static_cast<int>(exponent));
}

std::int64_t float_hash(double value) {
    if (std::isnan(value)) return 0;
    if (std::isinf(value)) return value > 0 ? 314159 : -314159;
    // Modulo 2**61 - 1 a power of two is a rotation of 61 bits.
    std::int64_t mantissa = 0;
    int exponent = 0;
    float_parts(value, &mantissa, &exponent);
    auto bits = static_cast<std::uint64_t>(mantissa < 0 ? -mantissa : mantissa);
    int turn = exponent % 61;
    if (turn < 0) turn += 61;
    constexpr std::uint64_t kModulus = (std::uint64_t(1) << 61) - 1;
    std::uint64_t rotated = turn == 0 ? bits : ((bits << turn) & kModulus) | bits >> (61 - turn);
    auto hash = static_cast<std::int64_t>(rotated);
    if (mantissa < 0) hash = -hash;
    return hash == -1 ? -2 : hash;
}

}  // namespace krait
