// Tokens: what the lexer yields. A token points into the text of its SourceFile and owns nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace krait {

enum class TokenKind : std::uint8_t {
#define TOKEN(Name, text) Name,
#define KEYWORD(Name, text) Name,
#define OPERATOR(Name, text) Name,
#include "lexer/token.def"
};

constexpr std::string_view to_string(TokenKind kind) {
    switch (kind) {
#define TOKEN(Name, text) \
    case TokenKind::Name: return text;
#define KEYWORD(Name, text) \
    case TokenKind::Name: return text;
#define OPERATOR(Name, text) \
    case TokenKind::Name: return text;
#include "lexer/token.def"
    }
    return "";
}

struct Token {
    TokenKind kind = TokenKind::EndMarker;
    /// The line the token ends on: for a string over several lines that is the last one, as in CPython 3.6.
    int line = 0;
    /// Bytes from the start of `line`, from 0; -1 for a token that began on an earlier line, for INDENT and DEDENT.
    int column = -1;
    std::string_view text;
};

}  // namespace krait
