#include "lexer/source.h"

#include <gtest/gtest.h>

namespace krait {
namespace {

using Origin = SourceFile::Origin;

std::string text_of(std::string_view bytes, Origin origin = Origin::Bytes) {
    auto source = SourceFile::from_bytes(bytes, "f.py", origin);
    return source ? std::string(source->text()) : source.error().message;
}

TEST(LexerSource, Newlines) {
    EXPECT_EQ(text_of("a\r\nb\rc\n\r"), "a\nb\nc\n\n");
    EXPECT_EQ(text_of("a"), "a\n");
    EXPECT_EQ(text_of(""), "\n");
    auto source = SourceFile::from_text("a\nbc", "f.py");
    EXPECT_FALSE(source->ends_with_newline());
    EXPECT_EQ(source->line_count(), 2);
    EXPECT_EQ(source->line(1), "a\n");
    EXPECT_EQ(source->line(2), "bc\n");
    EXPECT_EQ(source->line(3), "");
    EXPECT_EQ(source->line(0), "");
}

TEST(LexerSource, EncodingLine) {
    EXPECT_EQ(declared_encoding("# coding: latin-1\n"), "iso-8859-1");
    EXPECT_EQ(declared_encoding("#!/bin/x\n# -*- coding: UTF_8 -*-\n"), "utf-8");
    EXPECT_EQ(declared_encoding("\n# vim: set fileencoding=cp1252 :\n"), "cp1252");
    EXPECT_EQ(declared_encoding("x = 1\n# coding: latin-1\n"), "");
    EXPECT_EQ(declared_encoding("\n\n# coding: latin-1\n"), "");
    EXPECT_EQ(declared_encoding("x # coding: latin-1\n"), "");
    EXPECT_EQ(declared_encoding("# coding latin-1\n"), "");
}

TEST(LexerSource, Decodes) {
    EXPECT_EQ(text_of("# coding: latin-1\n\xe9\n"), "# coding: latin-1\né\n");
    EXPECT_EQ(text_of("# coding: cp1252\n\x80\n"), "# coding: cp1252\n€\n");
    EXPECT_EQ(text_of("# coding: iso-8859-15\n\xa4\n"), "# coding: iso-8859-15\n€\n");
    EXPECT_EQ(text_of("# coding: koi8-r\n\xc1\n"), "# coding: koi8-r\nа\n");
    EXPECT_EQ(text_of("\xEF\xBB\xBFx\n"), "x\n");
}

TEST(LexerSource, Faults) {
    EXPECT_EQ(text_of("# coding: foo\n"), "unknown encoding: foo");
    EXPECT_EQ(text_of("# coding: foo\n", Origin::File), "encoding problem: foo");
    EXPECT_EQ(text_of("\xEF\xBB\xBF# coding: latin-1\n"), "encoding problem: iso-8859-1 with BOM");
    EXPECT_EQ(text_of("# coding: ascii\n\xe9"),
              "'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)");
    EXPECT_EQ(text_of("# coding: cp1252\n\x81"),
              "'charmap' codec can't decode byte 0x81 in position 17: character maps to <undefined>");
    EXPECT_EQ(text_of("x\n\xff", Origin::File),
              "Non-UTF-8 code starting with '\\xff' in file f.py on line 2, but no encoding declared; see "
              "http://python.org/dev/peps/pep-0263/ for details");
    auto nul = SourceFile::from_text(std::string_view("a\0b", 3), "f.py");
    EXPECT_EQ(nul.error().kind, DiagnosticKind::ValueError);
    EXPECT_EQ(nul.error().message, "source code string cannot contain null bytes");
}

TEST(LexerSource, InvalidBytesAreShownAsReplacement) {
    EXPECT_EQ(replace_invalid_utf8("a\xff" "b"), "a\xEF\xBF\xBD" "b");
    EXPECT_EQ(replace_invalid_utf8("é"), "é");
}

}  // namespace
}  // namespace krait
