#include "support/float_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace krait {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

TEST(SupportFloatText, Repr) {
    EXPECT_EQ(float_repr(0.1), "0.1");
    EXPECT_EQ(float_repr(1), "1.0");
    EXPECT_EQ(float_repr(-0.0), "-0.0");
    EXPECT_EQ(float_repr(1e16), "1e+16");
    EXPECT_EQ(float_repr(1234567890123456.0), "1234567890123456.0");
    EXPECT_EQ(float_repr(9999999999999998.0), "9999999999999998.0");
    EXPECT_EQ(float_repr(1e22), "1e+22");
    EXPECT_EQ(float_repr(1e-5), "1e-05");
    EXPECT_EQ(float_repr(0.0001), "0.0001");
    EXPECT_EQ(float_repr(1.5e300), "1.5e+300");
    EXPECT_EQ(float_repr(5e-324), "5e-324");
    EXPECT_EQ(float_repr(-kInf), "-inf");
    EXPECT_EQ(float_repr(NAN), "nan");
    EXPECT_EQ(float_repr_short(3, false), "3");
}

TEST(SupportFloatText, Formats) {
    EXPECT_EQ(format_float(0.125, {'f', 2}), "0.12");
    EXPECT_EQ(format_float(0.375, {'f', 2}), "0.38");
    EXPECT_EQ(format_float(-0.0, {'f', 0}), "-0");
    EXPECT_EQ(format_float(9.9995, {'f', 3}), "9.999");
    EXPECT_EQ(format_float(99.999, {'f', 2}), "100.00");
    EXPECT_EQ(format_float(9223372036854774784.0, {'f', 17}), "9223372036854774784.00000000000000000");
    EXPECT_EQ(format_float(1e-40, {'f', 17}), "0.00000000000000000");
    EXPECT_EQ(format_float(3.14159, {'f', 2}), "3.14");
    EXPECT_EQ(format_float(2.5, {'f', 0}), "2");
    EXPECT_EQ(format_float(2.5, {'f', 0, true}), "2.");
    EXPECT_EQ(format_float(1e22, {'f', 1}), "10000000000000000000000.0");
    EXPECT_EQ(format_float(12345.678, {'e', 3}), "1.235e+04");
    EXPECT_EQ(format_float(12345.678, {'E', 0, true}), "1.E+04");
    EXPECT_EQ(format_float(0, {'e', 2}), "0.00e+00");
    EXPECT_EQ(format_float(1234567, {'g', 6}), "1.23457e+06");
    EXPECT_EQ(format_float(0.0001, {'g', 6}), "0.0001");
    EXPECT_EQ(format_float(0.00001, {'g', 6}), "1e-05");
    EXPECT_EQ(format_float(100000, {'g', 6}), "100000");
    EXPECT_EQ(format_float(1, {'g', 6, true}), "1.00000");
    EXPECT_EQ(format_float(0, {'g', 3, true}), "0.00");
    EXPECT_EQ(format_float(12, {'g', 3, false, true}), "12.0");
    EXPECT_EQ(format_float(123, {'g', 3, false, true}), "1.23e+02");
    EXPECT_EQ(format_float(999999.5, {'g', 6}), "1e+06");
    EXPECT_EQ(format_float(kInf, {'F', 6}), "INF");
    EXPECT_EQ(format_float(0.1, {'f', 60}), "0.100000000000000005551115123125782702118158340454101562500000");
    EXPECT_EQ(format_float(1, {'f', 2000}).size(), 2002u);
    EXPECT_EQ(format_float(5e-324, {'e', 1500}).size(), 1507u);
    EXPECT_EQ(format_float(1e16, {'r', 0, true}), "1.e+16");
}

TEST(SupportFloatText, Parse) {
    EXPECT_EQ(parse_float("1_0"), 10.0);
    EXPECT_EQ(parse_float("1e1_0"), 1e10);
    EXPECT_EQ(parse_float("-.5e-3"), -0.0005);
    EXPECT_EQ(parse_float("5."), 5.0);
    EXPECT_EQ(parse_float("-Infinity"), -kInf);
    EXPECT_TRUE(std::isnan(*parse_float("+NaN")));
    EXPECT_EQ(parse_float("1e400"), kInf);
    EXPECT_EQ(parse_float("1" + std::string(400, '0')), kInf);
    EXPECT_EQ(parse_float("0." + std::string(400, '0') + "1"), 0.0);
    EXPECT_EQ(parse_float("0." + std::string(400, '0') + "1e401"), 1.0);
    EXPECT_EQ(parse_float("1e99999999999999999999"), kInf);
    EXPECT_EQ(parse_float("0e99999999999999999999"), 0.0);
    EXPECT_EQ(parse_float("1e-99999999999999999999"), 0.0);
    EXPECT_EQ(parse_float("2.2250738585072011e-308"), 2.2250738585072011e-308);
    EXPECT_EQ(parse_float("5e-324"), 5e-324);
    EXPECT_EQ(parse_float("3e-324"), 5e-324);
    EXPECT_EQ(parse_float("2e-324"), 0.0);
    EXPECT_EQ(parse_float("1.7976931348623159e308"), kInf);
    EXPECT_TRUE(std::signbit(*parse_float("-0e5")));
    for (const char* bad : {"", "+", "1__0", "_1", "1_", "1e_1", "1_e1", "1._5", "1_.5", ".", "1e", "e1", "infinit",
                            "0x1", "1 ", "--1", "nan(1)", "1e+", "++1"}) {
        EXPECT_FALSE(parse_float(bad)) << bad;
    }
    EXPECT_FALSE(parse_plain_float("-1"));
    EXPECT_EQ(parse_plain_float("1.5E3"), 1500.0);
}

TEST(SupportFloatText, Hex) {
    EXPECT_EQ(float_hex(0.1), "0x1.999999999999ap-4");
    EXPECT_EQ(float_hex(-0.0), "-0x0.0p+0");
    EXPECT_EQ(float_hex(5e-324), "0x0.0000000000001p-1022");
    EXPECT_EQ(float_hex(1e308), "0x1.1ccf385ebc8a0p+1023");
    double d = 0;
    auto parse = [&](std::string_view text) {
        d = -99;
        return parse_hex_float(text, &d);
    };
    EXPECT_EQ(parse("0x.8"), HexFault::None);
    EXPECT_EQ(d, 0.5);
    EXPECT_EQ(parse("1e5"), HexFault::None);
    EXPECT_EQ(d, 485.0);
    EXPECT_EQ(parse("0x1.fffffffffffff7p1023"), HexFault::None);
    EXPECT_EQ(d, std::numeric_limits<double>::max());
    EXPECT_EQ(parse("0x1.fffffffffffff8p1023"), HexFault::TooLarge);
    EXPECT_EQ(parse("0x1.8p-1074"), HexFault::None);
    EXPECT_EQ(d, 1e-323);
    EXPECT_EQ(parse("0x1p-1075"), HexFault::None);
    EXPECT_EQ(d, 0.0);
    EXPECT_EQ(parse("0x1.0000000000000800000001p0"), HexFault::None);
    EXPECT_EQ(d, 1.0000000000000002);
    EXPECT_EQ(parse("0x1.00000000000008p0"), HexFault::None);
    EXPECT_EQ(d, 1.0);
    EXPECT_EQ(parse("0x0p99999999999999999999"), HexFault::None);
    EXPECT_EQ(d, 0.0);
    EXPECT_EQ(parse("0x1p99999999999999999999"), HexFault::TooLarge);
    EXPECT_EQ(parse("0x1p-99999999999999999999"), HexFault::None);
    EXPECT_EQ(parse("-inf"), HexFault::None);
    EXPECT_EQ(d, -kInf);
    for (const char* bad : {"", "0x", "0x1p", "0x1_0", ".p1", "0x.p1", "++1", "1..2"}) {
        EXPECT_EQ(parse(bad), HexFault::Invalid) << bad;
    }
}

TEST(SupportFloatText, Round) {
    double d = 0;
    auto rounded = [&](double value, std::int64_t digits) {
        EXPECT_TRUE(round_half_even(value, digits, &d));
        return d;
    };
    EXPECT_EQ(rounded(2.5, 0), 2.0);
    EXPECT_EQ(rounded(2.675, 2), 2.67);
    EXPECT_EQ(rounded(0.15, 1), 0.1);
    EXPECT_EQ(rounded(25, -1), 20.0);
    EXPECT_EQ(rounded(35, -1), 40.0);
    EXPECT_EQ(rounded(25.000000001, -1), 30.0);
    EXPECT_EQ(rounded(99, -2), 100.0);
    EXPECT_EQ(rounded(4, -1), 0.0);
    EXPECT_EQ(rounded(1e300, -299), 1e300);
    EXPECT_EQ(rounded(5e-324, 323), 0.0);
    EXPECT_EQ(rounded(5e-324, 400), 5e-324);
    EXPECT_EQ(rounded(123.456, -400), 0.0);
    EXPECT_EQ(rounded(1e22, -22), 1e22);
    EXPECT_EQ(rounded(1e22, INT64_MAX), 1e22);
    EXPECT_TRUE(std::signbit(rounded(-0.4, 0)));
    EXPECT_FALSE(round_half_even(1.7e308, -308, &d));
}

TEST(SupportFloatText, HashAndParts) {
    EXPECT_EQ(float_hash(1), 1);
    EXPECT_EQ(float_hash(-1), -2);
    EXPECT_EQ(float_hash(0.5), 1152921504606846976);
    EXPECT_EQ(float_hash(0.1), 230584300921369408);
    EXPECT_EQ(float_hash(-kInf), -314159);
    EXPECT_EQ(float_hash(std::ldexp(1, 61)), 1);
    std::int64_t mantissa = 0;
    int exponent = 0;
    float_parts(-0.75, &mantissa, &exponent);
    EXPECT_EQ(mantissa, -3);
    EXPECT_EQ(exponent, -2);
}

}  // namespace
}  // namespace krait
