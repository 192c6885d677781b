#include <gtest/gtest.h>

#include <string>

#include "lexer/lexer.h"

namespace krait {
namespace {

// The kinds of all tokens, operators and keywords as written; a fault ends the list.
std::string kinds(std::string_view text, LexerOptions options = {}) {
    auto source = SourceFile::from_text(text, "<test>");
    if (!source) return source.error().message;
    Lexer lexer(*source, options);
    std::string out;
    for (;;) {
        Token token = lexer.next();
        if (!out.empty()) out += ' ';
        out += to_string(token.kind);
        if (token.kind == TokenKind::Error) return out + ": " + lexer.diagnose_fault().message;
        if (token.kind == TokenKind::EndMarker) return out;
    }
}

// text@line:column of every token that has text.
std::string places(std::string_view text) {
    auto source = SourceFile::from_text(text, "<test>");
    Lexer lexer(*source, {});
    std::string out;
    for (Token token = lexer.next(); token.kind != TokenKind::EndMarker; token = lexer.next()) {
        if (token.text.empty() || token.kind == TokenKind::Newline) continue;
        out += std::string(token.text) + "@" + std::to_string(token.line) + ":" + std::to_string(token.column) + " ";
    }
    return out;
}

TEST(LexerToken, Layout) {
    EXPECT_EQ(kinds("if x:\n  y\nz\n"), "if NAME : NEWLINE INDENT NAME NEWLINE DEDENT NAME NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("x"), "NAME NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("\n# c\n  # d\n\f\nx\n"), "NAME NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("(a,\n  # c\nb)\n"), "( NAME , NAME ) NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("a + \\\n  b"), "NAME + NAME NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("if x:\n\ty\n        z\n"),
              "if NAME : NEWLINE INDENT NAME NEWLINE ERRORTOKEN: inconsistent use of tabs and spaces in indentation");
    EXPECT_EQ(kinds("if x:\n    y\n  z\n"),
              "if NAME : NEWLINE INDENT NAME NEWLINE ERRORTOKEN: "
              "unindent does not match any outer indentation level");
}

TEST(LexerToken, EndOfTextWithoutNewline) {
    LexerOptions options;
    options.implied_final_newline = false;
    EXPECT_EQ(kinds("x", options), "NAME NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("x\\", options), "NAME ERRORTOKEN: unexpected character after line continuation character");
    EXPECT_EQ(kinds("'a", options), "ERRORTOKEN: EOL while scanning string literal");
    EXPECT_EQ(kinds("# c", options), "ENDMARKER");
}

TEST(LexerToken, Numbers) {
    for (auto good : {"0", "00", "0_0", "1_000", "0xdead_BEEF", "0b_1", "0o17", "1.", ".5", "1e5", "1_0.0_1e-1_0", "1j",
                      "0777.5", "0777j", "1.5J", "0e0"})
        EXPECT_EQ(kinds(good), "NUMBER NEWLINE NEWLINE ENDMARKER") << good;
    for (auto bad : {"0777", "1_", "1__0", "0x", "0xg", "0b2", "0o_", "1e+", "1.5_", "0_7", "1e5_"})
        EXPECT_TRUE(kinds(bad).ends_with("ERRORTOKEN: invalid token")) << bad;
    EXPECT_EQ(kinds("1if"), "NUMBER if NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("1else"), "NUMBER else NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("1._5"), "NUMBER NAME NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("0xfor"), "NUMBER or NEWLINE NEWLINE ENDMARKER");
}

TEST(LexerToken, Strings) {
    for (auto good :
         {"''", "'''a\n'b'''", "r'\\'", "Rb''", "bR''", "fr\"\"", "rF''", "u''", "'a\\\nb'", "'''a\\''''''"})
        EXPECT_TRUE(kinds(good).find("ERROR") == std::string::npos || std::string_view(good) == "r'\\'") << good;
    EXPECT_EQ(kinds("ur''"), "NAME STRING NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("bu''"), "NAME STRING NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("'a\nb'"), "ERRORTOKEN: EOL while scanning string literal");
    EXPECT_EQ(kinds("'''a\nb'"), "ERRORTOKEN: EOF while scanning triple-quoted string literal");
}

TEST(LexerToken, AsyncIsReservedInsideAsyncDefOnly) {
    EXPECT_EQ(kinds("async = await\n"), "NAME = NAME NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("async def f():\n  await x\nawait\n"),
              "ASYNC def NAME ( ) : NEWLINE INDENT AWAIT NAME NEWLINE DEDENT NAME NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("async def f(): await x\nasync\n"),
              "ASYNC def NAME ( ) : AWAIT NAME NEWLINE NAME NEWLINE NEWLINE ENDMARKER");
}

TEST(LexerToken, Places) {
    EXPECT_EQ(places("a = 'é' + b\n"), "a@1:0 =@1:2 'é'@1:4 +@1:9 b@1:11 ");
    EXPECT_EQ(places("x = '''\n''' + y"), "x@1:0 =@1:2 '''\n'''@2:-1 +@2:4 y@2:6 ");
}

TEST(LexerToken, IdentifiersBeyondAscii) {
    EXPECT_EQ(kinds("naïve = 名前"), "NAME = NAME NEWLINE NEWLINE ENDMARKER");
    EXPECT_EQ(kinds("a€"), "ERRORTOKEN: invalid character in identifier");
    EXPECT_EQ(kinds("a ? b"), "NAME OP NAME NEWLINE NEWLINE ENDMARKER");
}

TEST(LexerToken, Limits) {
    EXPECT_TRUE(kinds(std::string(92, '(')).find("ERROR") == std::string::npos);
    EXPECT_TRUE(kinds(std::string(100000, '(')).ends_with("ERRORTOKEN: s_push: parser stack overflow"));
    std::string blocks;
    for (int i = 0; i < 105; ++i) blocks += std::string(static_cast<std::size_t>(i), ' ') + "if 1:\n";
    EXPECT_TRUE(kinds(blocks).ends_with("ERRORTOKEN: too many levels of indentation"));
}

}  // namespace
}  // namespace krait
