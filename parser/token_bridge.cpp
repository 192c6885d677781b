#include "parser/token_bridge.h"

#include <algorithm>
#include <array>
#include <utility>

#include "parser/grammar.hpp"

namespace krait::ast {
namespace {

constexpr int kBisonNumber[] = {
#define TOKEN(Name, text) TOK_##Name,
#define KEYWORD(Name, text) TOK_##Name,
#define OPERATOR(Name, text) TOK_##Name,
#include "lexer/token.def"
};

int start_token(Mode mode) {
    switch (mode) {
        case Mode::Module: return TOK_StartFile;
        case Mode::Interactive: return TOK_StartSingle;
        case Mode::Expression: return TOK_StartEval;
    }
    return TOK_StartFile;
}

bool begins_statement(TokenKind before) {
    return before == TokenKind::Newline || before == TokenKind::Indent || before == TokenKind::Dedent ||
           before == TokenKind::EndMarker;
}

}  // namespace

void TreeBuilder::work(std::size_t tokens) {
    constexpr std::uint32_t kTokensPerPoll = 4096, kWorkPerToken = 8;
    storage_.work += static_cast<std::uint32_t>(std::min<std::size_t>(tokens, kTokensPerPoll));
    if (storage_.work < kTokensPerPoll) return;
    if (!options_.poll.proceed(std::uint64_t{storage_.work} * kWorkPerToken)) throw ParsingStopped{};
    storage_.work = 0;
}

int TreeBuilder::next_token(Semantic* value, Location* where) {
    *where = {0, 0};
    if (!start_sent_) {
        start_sent_ = true;
        return start_token(options_.mode);
    }
    work(1);
    Token token = lexer_.next();
    before_that_ = before_last_;
    before_last_ = last_;
    last_ = token.kind;
    bool first_line = token.line == 1;
    *where = {token.line + shift_.lines, token.column + (first_line ? shift_.columns : 0)};
    switch (token.kind) {
        case TokenKind::Name:
            value->name = intern(token.text);
            if (!value->name) throw OutOfMemory{};
            break;
        case TokenKind::Number:
        case TokenKind::String: value->text = {token.text.data(), token.text.size()}; break;
        case TokenKind::At:
            if (!options_.lang36 && begins_statement(before_last_)) return TOK_Decorator;
            break;
        case TokenKind::KwWith: with_items_next_ = !options_.lang36 && lexer_.items_in_parentheses_follow(); break;
        case TokenKind::LeftParen:
            if (std::exchange(with_items_next_, false)) return TOK_WithParen;
            break;
        case TokenKind::NotEqual: return options_.barry_as_flufl ? TOK_Unknown : TOK_NotEqual;
        case TokenKind::LessGreater: return options_.barry_as_flufl ? TOK_NotEqual : TOK_Unknown;
        default: break;
    }
    return kBisonNumber[static_cast<std::size_t>(token.kind)];
}

}  // namespace krait::ast
