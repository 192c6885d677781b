#include "support/utf8.h"

#include <gtest/gtest.h>

namespace krait {
namespace {

void expect_fault(std::string_view text, std::size_t position, std::size_t length, std::string_view reason) {
    Utf8Error error = utf8_validate(text);
    EXPECT_TRUE(error);
    EXPECT_EQ(error.position, position);
    EXPECT_EQ(error.length, length);
    EXPECT_EQ(to_string(error.fault), reason);
}

TEST(SupportUtf8, FaultsAsPythonReportsThem) {
    constexpr std::string_view kStart = "invalid start byte", kNext = "invalid continuation byte",
                               kEnd = "unexpected end of data";
    expect_fault("ab\x80", 2, 1, kStart);
    expect_fault("\xc0\x80", 0, 1, kStart);
    expect_fault("\xf5", 0, 1, kStart);
    expect_fault("12345678\xe1", 8, 1, kEnd);
    expect_fault("\xe1\x80", 0, 2, kEnd);
    expect_fault("\xe1\x61", 0, 1, kNext);
    expect_fault("\xe1\x80\x61", 0, 2, kNext);
    expect_fault("\xed\xa0\x80", 0, 1, kNext);
    expect_fault("\xf0\x80\x80\x80", 0, 1, kNext);
    expect_fault("\xf4\x90\x80\x80", 0, 1, kNext);
    expect_fault("\xf1\x80\x80", 0, 3, kEnd);
    expect_fault("\xf1\x80\x80\x61", 0, 3, kNext);
    expect_fault("\xed\xa0", 0, 1, kNext);
    EXPECT_FALSE(utf8_validate("\xed\xa0\x80", Surrogates::Pass));
}

TEST(SupportUtf8, RoundTripOfEveryCodePoint) {
    std::u32string all;
    for (char32_t c = 0; c <= kMaxCodePoint; ++c) {
        if (!is_surrogate(c)) all += c;
    }
    std::string text = utf32_to_utf8(all);
    Utf8Info info = utf8_inspect(text);
    EXPECT_FALSE(info.error);
    EXPECT_EQ(info.length, all.size());
    EXPECT_EQ(info.max_code, kMaxCodePoint);
    EXPECT_EQ(utf8_length(text), all.size());
    EXPECT_TRUE(utf8_to_utf32(text) == all);
}

TEST(SupportUtf8, Tails) {
    EXPECT_EQ(utf8_incomplete_tail("abc"), 0u);
    EXPECT_EQ(utf8_incomplete_tail("ab\xe2\x82"), 2u);
    EXPECT_EQ(utf8_incomplete_tail("ab\xe2\x82\xac"), 0u);
    EXPECT_EQ(utf8_incomplete_tail("\xf0\x9f\x98"), 3u);
    EXPECT_EQ(utf8_incomplete_tail("\x80"), 0u);
    EXPECT_EQ(ascii_prefix("0123456789\xc3\xa4"), 10u);
    EXPECT_TRUE(is_ascii(""));
}

}  // namespace
}  // namespace krait
