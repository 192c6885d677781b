#include "support/unicode_data.h"

#include <gtest/gtest.h>

namespace krait::unicode {
namespace {

std::u32string map(std::size_t (*function)(char32_t, char32_t*), char32_t c) {
    char32_t out[3];
    std::size_t count = function(c, out);
    return {out, count};
}

TEST(SupportUnicode, Properties) {
    EXPECT_TRUE(is_alpha(U'a') && is_alpha(U'é') && is_alpha(U'漢') && !is_alpha(U'1'));
    EXPECT_TRUE(is_decimal(U'٣') && !is_decimal(U'²') && is_digit(U'²') && is_numeric(U'½') && !is_digit(U'½'));
    EXPECT_TRUE(is_space(U' ') && is_space(0x1C) && is_space(0x2003) && !is_space(0x200B));
    EXPECT_TRUE(is_printable(U' ') && !is_printable(0xA0) && !is_printable(0xAD) && !is_printable(0xE000));
    EXPECT_TRUE(is_title(U'ǅ') && is_upper(U'Ǆ') && is_lower(U'ª') && is_cased(U'ǅ'));
    EXPECT_TRUE(is_xid_start(U'_') && !is_xid_start(U'1') && is_xid_continue(U'1') && is_xid_start(U'ℼ'));
    EXPECT_TRUE(is_line_break(0x85) && is_line_break(0x2028) && is_line_break(0x1D) && !is_line_break(U' '));
    EXPECT_TRUE(is_case_ignorable(U'\'') && is_case_ignorable(0x301) && !is_case_ignorable(U'a'));
    EXPECT_EQ(category(U'a'), "Ll");
    EXPECT_EQ(category(0xD800), "Cs");
    EXPECT_EQ(category(0x10FFFF), "Cn");
    EXPECT_EQ(category(0x110000), "Cn");
    EXPECT_TRUE(is_wide(U'漢') && !is_wide(U'a') && is_combining(0x301));
    EXPECT_EQ(decimal_value(U'٣'), 3);
    EXPECT_EQ(decimal_value(U'²'), -1);
    EXPECT_EQ(digit_value(U'²'), 2);
    EXPECT_EQ(numeric_value(U'½'), 0.5);
    EXPECT_FALSE(numeric_value(U'a'));
    EXPECT_TRUE(is_identifier(U"naïve_1") && !is_identifier(U"1a") && !is_identifier(U"") && !is_identifier(U"a-b"));
}

TEST(SupportUnicode, CaseMappings) {
    EXPECT_EQ(map(to_upper, U'ß'), U"SS");
    EXPECT_EQ(map(to_title, U'ß'), U"Ss");
    EXPECT_EQ(map(to_casefold, U'ß'), U"ss");
    EXPECT_EQ(map(to_lower, U'İ'), U"i\u0307");
    EXPECT_EQ(map(to_upper, U'ﬃ'), U"FFI");
    EXPECT_EQ(map(to_lower, U'Ж'), U"ж");
    EXPECT_EQ(map(to_title, U'ǆ'), U"ǅ");
    EXPECT_EQ(map(to_casefold, U'ς'), U"σ");
    EXPECT_EQ(map(to_upper, U'𐐨'), U"𐐀");
    EXPECT_EQ(simple_lower(U'İ'), U'i');
    std::u32string word = U"ΑΣ.Σ";
    auto at = [&](std::size_t i) { return word[i]; };
    EXPECT_FALSE(is_final_sigma(1, word.size(), at));
    EXPECT_TRUE(is_final_sigma(3, word.size(), at));
    word = U"Σ";
    EXPECT_FALSE(is_final_sigma(0, word.size(), at));
}

TEST(SupportUnicode, Normalisation) {
    EXPECT_EQ(normalize(U"e\u0301", NormalForm::NFC), U"é");
    EXPECT_EQ(normalize(U"é", NormalForm::NFD), U"e\u0301");
    EXPECT_EQ(normalize(U"ﬁ\u00a0²", NormalForm::NFKC), U"fi 2");
    EXPECT_EQ(normalize(U"\u1112\u1161\u11ab", NormalForm::NFC), U"한");
    EXPECT_EQ(normalize(U"한", NormalForm::NFD), U"\u1112\u1161\u11ab");
    EXPECT_EQ(normalize(U"a\u0315\u0300", NormalForm::NFC), U"à\u0315");
    EXPECT_EQ(normalize(U"\u0958", NormalForm::NFC), U"\u0915\u093c");
    EXPECT_EQ(normalize_identifier("ℌello"), "Hello");
    EXPECT_EQ(normalize_identifier("naïve"), "naïve");
    EXPECT_EQ(normalize_identifier("plain"), "plain");
}

TEST(SupportUnicode, Names) {
    EXPECT_EQ(lookup_name("LATIN SMALL LETTER A"), U'a');
    EXPECT_EQ(lookup_name("greek small letter alpha"), U'α');
    EXPECT_EQ(lookup_name("SNAKE"), U'\U0001F40D');
    EXPECT_EQ(lookup_name("HANGUL SYLLABLE GAG"), U'각');
    EXPECT_EQ(lookup_name("HANGUL SYLLABLE A"), U'아');
    EXPECT_EQ(lookup_name("CJK UNIFIED IDEOGRAPH-4E00"), U'一');
    EXPECT_FALSE(lookup_name("CJK UNIFIED IDEOGRAPH-4e00"));
    EXPECT_EQ(lookup_name("NBSP"), char32_t(0xA0));
    EXPECT_EQ(lookup_name("line feed"), U'\n');
    for (const char* bad : {"", " ", "LATIN", "LATIN SMALL LETTER A ", "LATIN!SMALL", "NO SUCH NAME", "HANGUL SYLLABLE",
                            "HANGUL SYLLABLE Q"}) {
        EXPECT_FALSE(lookup_name(bad)) << bad;
    }
    EXPECT_EQ(name(U'a'), "LATIN SMALL LETTER A");
    EXPECT_EQ(name(U'\n'), "");
    EXPECT_EQ(name(0x10FFFF), "");
    EXPECT_EQ(name(U'각'), "HANGUL SYLLABLE GAG");
    EXPECT_EQ(name(0x2A700), "CJK UNIFIED IDEOGRAPH-2A700");
    std::size_t named = 0;
    for (char32_t c = 0; c < 0x3000; ++c) {
        std::string text = name(c);
        if (text.empty()) continue;
        ++named;
        ASSERT_EQ(lookup_name(text), c) << text;
    }
    EXPECT_GT(named, 9000u);
}

}  // namespace
}  // namespace krait::unicode
