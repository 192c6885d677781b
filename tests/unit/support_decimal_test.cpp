// Digits of doubles, compared with std::to_chars.
#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <random>
#include <string>

#include "support/decimal.h"

namespace krait {
namespace {

std::string with_exponent(std::string digits, int exponent) {
    if (digits.size() > 1) digits.insert(1, ".");
    std::string figures = std::to_string(std::abs(exponent));
    return digits + (exponent < 0 ? "e-" : "e+") + (figures.size() < 2 ? "0" : "") + figures;
}

std::string shortest(double value) {
    auto [digits, exponent] = shortest_decimal(value);
    std::string text = std::to_string(digits);
    return with_exponent(text, exponent + static_cast<int>(text.size()) - 1);
}

std::string significant(double value, int count) {
    ExactDecimal exact;
    exact.to_significant(value, count);
    std::string digits(exact.digits(), static_cast<std::size_t>(exact.size()));
    digits.resize(static_cast<std::size_t>(count), '0');
    return with_exponent(digits, exact.size() == 0 ? 0 : exact.point() - 1);
}

template <class... Precision>
std::string reference(double value, Precision... precision) {
    char text[1500];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, precision...).ptr};
}

TEST(Decimal, ShortestOfBordersAndRandomNumbers) {
    std::mt19937_64 random(1);
    auto check = [](std::uint64_t bits) {
        auto value = std::bit_cast<double>(bits & ~(std::uint64_t(1) << 63));
        if (!std::isfinite(value) || value == 0) return;
        ASSERT_EQ(shortest(value), reference(value));
    };
    for (int i = 0; i < 100000; ++i) check(random());
    for (std::uint64_t bits = 1; bits < 5000; ++bits) check(bits);
    for (std::uint64_t exponent = 0; exponent < 2047; ++exponent) {
        for (int step = -2; step <= 2; ++step) check((exponent << 52) + static_cast<std::uint64_t>(step));
    }
    for (int i = 1; i < 50000; ++i) check(std::bit_cast<std::uint64_t>(i / 100.0));
}

TEST(Decimal, SignificantDigits) {
    std::mt19937_64 random(2);
    for (int i = 0; i < 50000; ++i) {
        int count = 1 + static_cast<int>(random() % (i % 100 == 0 ? 1100 : 25));
        double ties = std::ldexp(static_cast<double>(random() % 4096), static_cast<int>(random() % 80) - 40);
        auto any = std::bit_cast<double>(random() >> 1);
        ASSERT_EQ(significant(ties, count), reference(ties, count - 1));
        if (!std::isfinite(any)) continue;
        ASSERT_EQ(significant(any, count), reference(any, count - 1));
    }
}

TEST(Decimal, Places) {
    ExactDecimal exact;
    auto text = [&](double value, int places) {
        exact.to_places(value, places);
        return std::string(exact.digits(), static_cast<std::size_t>(exact.size())) + "@" +
               std::to_string(exact.point());
    };
    EXPECT_EQ(text(0.0, 2), "@0");
    EXPECT_EQ(text(0.5, 0), "@0");
    EXPECT_EQ(text(1.5, 0), "2@1");
    EXPECT_EQ(text(0.005, 2), "1@-1");
    EXPECT_EQ(text(99.994, 2), "9999@2");
    EXPECT_EQ(text(99.995, 2), "1000@3");
    EXPECT_EQ(text(60.0, -2), "1@3");
    EXPECT_EQ(text(50.0, -2), "@2");
    EXPECT_EQ(text(1e22, 0), "10000000000000000000000@23");
}

}  // namespace
}  // namespace krait
