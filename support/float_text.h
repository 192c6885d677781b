// Text of floating point numbers, correctly rounded and independent of the locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace krait {

// Python's repr: the shortest digits that read back equal, '1.0', '1e+16', '1e-05', 'inf', '-inf', 'nan'.
std::string float_repr(double value);
// The same into a buffer of kFloatReprSize characters; returns the length.
inline constexpr std::size_t kFloatReprSize = 32;
std::size_t write_float_repr(double value, char* out);
// As float_repr, but without '.0' (what complex and format(x, '') build on).
std::string float_repr_short(double value, bool add_dot_zero);

struct FloatFormat {
    char kind = 'g';          // 'e' 'f' 'g' 'r' (repr), upper case for upper case output
    int precision = 6;        // ignored for 'r'
    bool alternate = false;   // keep the point and trailing zeros
    bool add_dot_zero = false;  // '1' becomes '1.0' (kinds 'r' and 'g')
};
// Sign ('-' only) and digits as '%' and format() print them; 'inf' and 'nan' for the special values. The
// zeros that a precision beyond the digits of any double asks for are counted, not written.
struct FloatText {
    std::string text;
    std::size_t zeros = 0;    // which belong in front of text[position]
    std::size_t position = 0;

    std::size_t size() const { return text.size() + zeros; }
};
FloatText format_float_parts(double value, FloatFormat format);
// The same with its zeros. The caller bounds `precision`: the result of 'f' has up to 310 + precision characters.
std::string format_float(double value, FloatFormat format);

// The decimal digits behind a number: value = 0.d1d2d3... * 10**decimal_point.
struct DecimalDigits {
    bool negative = false;
    std::string digits;  // "0" for zero
    int decimal_point = 0;
};
DecimalDigits shortest_digits(double value);  // finite values only

// float()'s grammar without surrounding white space: sign, digits with single underscores between digits, exponent,
// inf, infinity, nan in any case. Too large gives infinity, too small zero, as Python does.
std::optional<double> parse_float(std::string_view text);
// A float literal of the lexer or of json: digits only, no sign, no underscores needed to be removed.
std::optional<double> parse_plain_float(std::string_view text);

// float.hex() and float.fromhex(); TooLarge is OverflowError.
std::string float_hex(double value);
enum class HexFault : std::uint8_t { None, Invalid, TooLarge };
HexFault parse_hex_float(std::string_view text, double* out);

// round(x, ndigits) exactly; false when the result is beyond the largest double (OverflowError). Finite values only.
[[nodiscard]] bool round_half_even(double value, std::int64_t ndigits, double* out);

// x.as_integer_ratio() in parts: value = mantissa * 2**exponent, mantissa odd or zero. Finite values only.
void float_parts(double value, std::int64_t* mantissa, int* exponent);

// mantissa * 2**exponent, rounded half to even once; infinity when it is too large. The lowest bit of a mantissa of 56
// bits or more may be sticky: it then stands for any bits cut off below it.
double compose_double(std::uint64_t mantissa, std::int64_t exponent);

// CPython's hash of float (without NaN's special treatment, which is 0 in 3.6).
std::int64_t float_hash(double value);

}  // namespace krait
