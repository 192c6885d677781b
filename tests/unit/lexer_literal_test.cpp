#include "lexer/literal.h"

#include <gtest/gtest.h>

#include <cmath>

namespace krait {
namespace {

std::string str(std::string_view body) {
    std::string out;
    StringNotes notes;
    return read_str_body(body, false, &out, &notes) ? out : notes.error;
}

std::string bytes(std::string_view body) {
    std::string out;
    StringNotes notes;
    return read_bytes_body(body, false, &out, &notes) ? out : notes.error;
}

TEST(LexerLiteral, Integers) {
    Arena arena;
    EXPECT_EQ(read_number("0", &arena).integer, 0);
    EXPECT_EQ(read_number("1_000", &arena).integer, 1000);
    EXPECT_EQ(read_number("0xFF", &arena).integer, 255);
    EXPECT_EQ(read_number("0o17", &arena).integer, 15);
    EXPECT_EQ(read_number("0b_101", &arena).integer, 5);
    EXPECT_EQ(read_number("0xe5", &arena).integer, 0xe5);
    EXPECT_EQ(read_number("9223372036854775807", &arena).integer, INT64_MAX);
    NumberLiteral big = read_number("0x1_0000_0000_0000_0000", &arena);
    EXPECT_EQ(big.kind, NumberLiteral::Kind::BigInteger);
    EXPECT_EQ(big.base, 16);
    EXPECT_EQ(big.digits, "10000000000000000");
    EXPECT_EQ(read_number("9223372036854775808", &arena).kind, NumberLiteral::Kind::BigInteger);
}

TEST(LexerLiteral, Floats) {
    Arena arena;
    EXPECT_EQ(read_number("1.5", &arena).real, 1.5);
    EXPECT_EQ(read_number(".5e1", &arena).real, 5.0);
    EXPECT_EQ(read_number("0e5", &arena).kind, NumberLiteral::Kind::Float);
    EXPECT_EQ(read_number("0777.", &arena).real, 777.0);
    EXPECT_EQ(read_number("1_0.2_5", &arena).real, 10.25);
    EXPECT_TRUE(std::isinf(read_number("1e400", &arena).real));
    EXPECT_EQ(read_number("07j", &arena).kind, NumberLiteral::Kind::Imaginary);
    EXPECT_EQ(read_number("07j", &arena).real, 7.0);
}

TEST(LexerLiteral, SplitsPrefixAndQuotes) {
    StringParts parts = split_string("rB'''a'b'''");
    EXPECT_TRUE(parts.raw && parts.bytes && !parts.formatted);
    EXPECT_EQ(parts.body, "a'b");
    EXPECT_EQ(split_string("''").body, "");
    EXPECT_EQ(split_string("''''''").body, "");
    EXPECT_TRUE(split_string("F\"x\"").formatted);
}

TEST(LexerLiteral, StrEscapes) {
    EXPECT_EQ(str("a\\n\\t\\\\\\'\\x41\\101\\u00e9\\U0001F600\\N{BULLET}"), "a\n\t\\'AAé😀•");
    EXPECT_EQ(str("a\\\nb"), "ab");
    EXPECT_EQ(str("\\d\\é\\"), "\\d\\é\\");
    EXPECT_EQ(str("\\777"), "\xC7\xBF");
    EXPECT_EQ(str("\\ud800"), "\xED\xA0\x80");
    EXPECT_EQ(str("ab\\x1"),
              "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-4: truncated \\xXX escape");
    EXPECT_EQ(str("é\\u12"),
              "(unicode error) 'unicodeescape' codec can't decode bytes in position 10-13: truncated \\uXXXX escape");
    EXPECT_EQ(
        str("\\N"),
        "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape");
    EXPECT_EQ(str("\\U00110000"),
              "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character");
    EXPECT_EQ(str("a\xff"),
              "(unicode error) 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
}

TEST(LexerLiteral, BytesEscapes) {
    EXPECT_EQ(bytes("\\x41\\101\\n\\u\\N{a}"), "AA\n\\u\\N{a}");
    EXPECT_EQ(bytes("\\x4"), "(value error) invalid \\x escape at position 0");
    EXPECT_EQ(bytes("é"), "bytes can only contain ASCII literal characters.");
}

TEST(LexerLiteral, Notes) {
    std::string out;
    StringNotes notes;
    EXPECT_TRUE(read_str_body("\\ud800\\d\\e", false, &out, &notes));
    EXPECT_TRUE(notes.has_surrogates);
    EXPECT_EQ(notes.invalid_escape, 'd');
    notes = {};
    EXPECT_TRUE(read_str_body("\\d", true, &out, &notes));
    EXPECT_EQ(notes.invalid_escape, 0);
}

}  // namespace
}  // namespace krait
