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

/// Can an expression begin with it?
bool begins_expression(TokenKind kind) {
    switch (kind) {
        case TokenKind::Name:
        case TokenKind::Number:
        case TokenKind::String:
        case TokenKind::Await:
        case TokenKind::KwNone:
        case TokenKind::KwTrue:
        case TokenKind::KwFalse:
        case TokenKind::KwNot:
        case TokenKind::KwLambda:
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace:
        case TokenKind::Ellipsis:
        case TokenKind::Plus:
        case TokenKind::Minus:
        case TokenKind::Tilde:
        case TokenKind::Star: return true;
        default: return false;
    }
}

/// Does a statement that ends with a block begin with it? Its ':' may be followed by statements on the same line.
bool begins_compound(TokenKind head) {
    switch (head) {
        case TokenKind::KwIf:
        case TokenKind::KwElif:
        case TokenKind::KwElse:
        case TokenKind::KwFor:
        case TokenKind::KwWhile:
        case TokenKind::KwTry:
        case TokenKind::KwExcept:
        case TokenKind::KwFinally:
        case TokenKind::KwWith:
        case TokenKind::KwDef:
        case TokenKind::KwClass:
        case TokenKind::Async:
        case TokenKind::Name: return true;   // `case`: whether it is one, who asks knows
        default: return false;
    }
}

}  // namespace

/// Behind `type` where a simple statement may begin: a name, and then '=' or '['.
bool TreeBuilder::type_alias_follows() {
    if (!begins_statement(before_last_) && before_last_ != TokenKind::Semicolon) {
        bool block = before_last_ == TokenKind::Colon && lexer_.at_statement_level() && begins_compound(line_head_) &&
                     (line_head_ != TokenKind::Name || case_line_);
        if (!block) return false;
    }
    Lexer ahead = lexer_;
    if (ahead.next().kind != TokenKind::Name) return false;
    work(2);
    TokenKind third = ahead.next().kind;
    return third == TokenKind::Equal || third == TokenKind::LeftBracket;
}

/// Behind `match` at the start of a statement: an expression, and at the end of the line a colon.
bool TreeBuilder::match_follows() {
    Lexer ahead = lexer_;
    Token token = ahead.next();
    if (!begins_expression(token.kind)) return false;
    for (TokenKind last = token.kind;; last = token.kind) {
        work(1);
        token = ahead.next();
        if (ahead.stopped()) throw ParsingStopped{};
        if (token.kind == TokenKind::Newline) return last == TokenKind::Colon;
        if (token.kind == TokenKind::EndMarker || token.kind == TokenKind::Error) return false;
    }
}

/// `match`, `case` and `type` are names everywhere but where a statement of theirs begins; nothing else than `case` may
/// stand directly in the block of a `match`.
int TreeBuilder::soft_keyword(const Token& token) {
    if (options_.lang36 || options_.mode == Mode::Expression) return TOK_Name;
    if (token.text == "type") return type_alias_follows() ? TOK_Type : TOK_Name;
    if (!begins_statement(before_last_)) return TOK_Name;
    if (token.text == "case") {
        case_line_ = !match_blocks_.empty() && match_blocks_.back() == depth_;
        return case_line_ ? TOK_Case : TOK_Name;
    }
    if (token.text != "match" || !match_follows()) return TOK_Name;
    match_line_ = true;
    return TOK_Match;
}

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
    Token token = lexer_.next();
    if (lexer_.stopped()) throw ParsingStopped{};
    work(1 + token.text.size() / 256);
    before_that_ = before_last_;
    before_last_ = last_;
    last_ = token.kind;
    if (std::exchange(line_begins_, false)) {
        line_head_ = token.kind;
        case_line_ = false;
    }
    bool first_line = token.line == 1;
    *where = {token.line + shift_.lines, token.column + (first_line ? shift_.columns : 0)};
    switch (token.kind) {
        case TokenKind::Name:
            value->name = intern(token.text);
            if (!value->name) throw OutOfMemory{};
            if (token.text.size() < 6) return soft_keyword(token);
            break;
        case TokenKind::Indent:
            ++depth_;
            line_begins_ = true;
            if (match_line_) match_blocks_.push_back(depth_);
            match_line_ = false;
            break;
        case TokenKind::Dedent:
            if (!match_blocks_.empty() && match_blocks_.back() == depth_) match_blocks_.pop_back();
            --depth_;
            line_begins_ = true;
            break;
        case TokenKind::Newline: line_begins_ = true; break;
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
