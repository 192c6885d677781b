#include "lexer/lexer.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "lexer/text_scanner.h"
#include "support/unicode_data.h"
#include "support/utf8.h"

namespace krait {
namespace {

bool is_word_char(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 0x80;
}

struct FaultText {
    DiagnosticKind kind;
    std::string_view message;
};

FaultText describe(LexFault fault) {
    switch (fault) {
        case LexFault::None:
        case LexFault::InvalidToken: return {DiagnosticKind::SyntaxError, "invalid token"};
        case LexFault::InvalidIdentifier: return {DiagnosticKind::SyntaxError, "invalid character in identifier"};
        case LexFault::UnfinishedString: return {DiagnosticKind::SyntaxError, "EOL while scanning string literal"};
        case LexFault::UnfinishedTripleQuotedString:
            return {DiagnosticKind::SyntaxError, "EOF while scanning triple-quoted string literal"};
        case LexFault::LineContinuation:
            return {DiagnosticKind::SyntaxError, "unexpected character after line continuation character"};
        case LexFault::Dedent:
            return {DiagnosticKind::IndentationError, "unindent does not match any outer indentation level"};
        case LexFault::TooManyIndents: return {DiagnosticKind::IndentationError, "too many levels of indentation"};
        case LexFault::Tabs: return {DiagnosticKind::TabError, "inconsistent use of tabs and spaces in indentation"};
        case LexFault::NestingTooDeep: return {DiagnosticKind::MemoryError, "s_push: parser stack overflow"};
    }
    return {DiagnosticKind::SyntaxError, "invalid syntax"};
}

}  // namespace

Lexer::Lexer(const SourceFile& source, const LexerOptions& options) : options_(options) {
    std::string_view text = source.text();
    polled_ = cursor_ = token_start_ = line_start_ = shown_start_ = as_bytes(text.data());
    limit_ = cursor_ + text.size();
    if (!source.ends_with_newline() && !options.implied_final_newline) --limit_;
}

Token Lexer::next() {
    Token token = scan();
    if (token.kind != TokenKind::EndMarker || options_.interactive) {
        started_ = true;
        return token;
    }
    if (!started_) return token;
    started_ = false;
    if (layout_.has_open_blocks()) layout_.close_all();
    token.kind = TokenKind::Newline;
    return token;
}

Token Lexer::scan() {
    Token token;
    if ((line_pending_ || at_line_start_ || layout_.wants_attention()) && start_of_line(&token)) return token;
again:
    token_start_ = cursor_;
#include "lexer/lexer_rules.inc"
}

constexpr std::size_t kBytesPerPoll = std::size_t{1} << 20, kBytesPerWork = 8;

// Polls. The text ends here when it may not go on.
bool Lexer::go_on(std::size_t done) {
    if (options_.poll.proceed(done / kBytesPerWork)) return true;
    stopped_ = saw_end_ = true;
    cursor_ = limit_;
    return false;
}

// For those who read far: polls when enough was read since the last time.
bool Lexer::go_on_reading() {
    auto read = static_cast<std::size_t>(cursor_ - polled_);
    if (read < kBytesPerPoll) return true;
    polled_ = cursor_;
    return go_on(read);
}

// How far to read before go_on_reading() is asked.
const unsigned char* Lexer::stretch_end() const {
    return static_cast<std::size_t>(limit_ - cursor_) > kBytesPerPoll ? cursor_ + kBytesPerPoll : limit_;
}

// Counts the line that begins at cursor_. At the end of the text there is none.
void Lexer::begin_line(bool inside_string) {
    if (cursor_ >= limit_) {
        saw_end_ = true;
        return;
    }
    ++line_;
    line_start_ = cursor_;
    if (!inside_string) shown_start_ = cursor_;
}

// INDENT, DEDENT or a fault that is due before the next word of the line. True when *token is it.
bool Lexer::start_of_line(Token* token) {
    if (line_pending_) {
        line_pending_ = false;
        begin_line();
    }
    if (at_line_start_) {
        at_line_start_ = false;
        if (indentation(token)) return true;
    }
    if (int pending = layout_.pending()) {
        layout_.take_pending();
        *token = layout_token(pending < 0 ? TokenKind::Dedent : TokenKind::Indent);
        return true;
    }
    layout_.leave_async_if_over();
    return false;
}

// Skips blank and comment lines and measures the first other one. True when *token is a fault.
bool Lexer::indentation(Token* token) {
    int column = 0;
    int tab_one_column = 0;
    for (;;) {
        if (!go_on_reading()) return false;
        for (column = tab_one_column = 0;; ++cursor_) {
            if (*cursor_ == ' ') {
                ++column;
                ++tab_one_column;
            } else if (*cursor_ == '\t') {
                column = (column / 8 + 1) * 8;
                ++tab_one_column;
            } else if (*cursor_ == '\f') {
                column = tab_one_column = 0;
            } else {
                break;
            }
        }
        if (cursor_ >= limit_) {
            saw_end_ = true;
            break;
        }
        if (*cursor_ != '#' && *cursor_ != '\n') break;
        if (options_.interactive && column == 0 && *cursor_ == '\n') break;
        auto* newline = static_cast<const unsigned char*>(
            std::memchr(cursor_, '\n', static_cast<std::size_t>(limit_ - cursor_)));
        if (!newline) {
            cursor_ = limit_;
            return false;
        }
        cursor_ = newline + 1;
        begin_line();
    }
    token_start_ = cursor_;
    if (!layout_.at_statement_level()) return false;
    switch (layout_.enter_line(column, tab_one_column)) {
        case Layout::Fault::None: return false;
        case Layout::Fault::TooDeep: *token = error_at_line_end(LexFault::TooManyIndents); break;
        case Layout::Fault::Inconsistent: *token = error_at_line_end(LexFault::Tabs); break;
        case Layout::Fault::NoSuchLevel: *token = error_at_line_end(LexFault::Dedent); break;
    }
    return true;
}

// Two quotes behind the prefix, and nothing else.
static bool is_empty_literal(const unsigned char* begin, const unsigned char* end) {
    if (end - begin < 2 || end[-2] != end[-1]) return false;
    for (; begin < end - 2; ++begin)
        if (*begin == '\'' || *begin == '"') return false;
    return true;
}

Token Lexer::make(TokenKind kind) {
    // Behind an empty string literal one more letter is looked at: it may be the third quote.
    bool looks_on = kind != TokenKind::String || is_empty_literal(token_start_, cursor_);
    if (cursor_ >= limit_ && looks_on) saw_end_ = true;
    Token token;
    token.kind = kind;
    token.line = line_;
    token.column = token_start_ >= line_start_ ? static_cast<int>(token_start_ - line_start_) : -1;
    token.text = {reinterpret_cast<const char*>(token_start_), static_cast<std::size_t>(cursor_ - token_start_)};
    return token;
}

Token Lexer::layout_token(TokenKind kind) {
    Token token;
    token.kind = kind;
    token.line = line_;
    return token;
}

Token Lexer::error(LexFault fault) {
    fault_ = fault;
    Token token = layout_token(TokenKind::Error);
    saw_end_ = false;
    return token;
}

Token Lexer::error_at_line_end(LexFault fault) {
    auto* newline = static_cast<const unsigned char*>(
        line_start_ < limit_ ? std::memchr(line_start_, '\n', static_cast<std::size_t>(limit_ - line_start_))
                             : nullptr);
    cursor_ = newline ? newline + 1 : limit_;
    return error(fault);
}

bool Lexer::at_newline(Token* token) {
    if (token_start_ >= limit_) {
        *token = at_end();
        return true;
    }
    if (layout_.in_brackets()) {
        begin_line();
        return false;
    }
    *token = make(TokenKind::Newline);
    saw_end_ = false;
    at_line_start_ = line_pending_ = true;
    layout_.end_of_statement_line();
    return true;
}

bool Lexer::at_continuation(Token* token) {
    if (cursor_ > limit_) {
        *token = error_at_line_end(LexFault::LineContinuation);
        return true;
    }
    begin_line();
    return false;
}

Token Lexer::at_nul() { return token_start_ >= limit_ ? at_end() : make(TokenKind::Unknown); }

Token Lexer::at_end() {
    cursor_ = token_start_ = limit_;
    return make(TokenKind::EndMarker);
}

// Behind an f-string's opening quote: goes to its end, quotes of its own kind inside replacement fields passed over
// (3.12). False, and nothing done, when it has none: the rules of 3.6 say then what is wrong.
bool Lexer::skip_formatted() {
    bool formatted = false, raw = false;
    for (const unsigned char* p = token_start_; p < cursor_ - 1; ++p) {
        formatted |= *p == 'f' || *p == 'F';
        raw |= *p == 'r' || *p == 'R';
    }
    if (!formatted) return false;
    const unsigned char* end = TextScanner(limit_).literal_end(cursor_ - 1, raw, true);
    if (!end) return false;
    while (cursor_ < end)
        if (*cursor_++ == '\n') begin_line(true);
    return true;
}

Token Lexer::string() {
    unsigned char quote = cursor_[-1];
    if (!options_.lang36 && cursor_ - token_start_ > 1 && skip_formatted()) return make(TokenKind::String);
    if (cursor_ + 1 < limit_ && cursor_[0] == quote && cursor_[1] == quote) {
        cursor_ += 2;
        return triple_string_body(quote);
    }
    return string_body(quote);
}

Token Lexer::string_body(unsigned char quote) {
    while (cursor_ < limit_ && go_on_reading()) {
        for (const unsigned char* stop = stretch_end(); cursor_ < stop;) {
            unsigned char c = *cursor_++;
            if (c == quote) return make(TokenKind::String);
            if (c == '\n') return error_at_line_end(LexFault::UnfinishedString);
            if (c == '\\' && cursor_ < limit_ && *cursor_++ == '\n') begin_line(true);
        }
    }
    ended_in_string_ = true;
    return error_at_line_end(LexFault::UnfinishedString);
}

Token Lexer::triple_string_body(unsigned char quote) {
    while (cursor_ < limit_ && go_on_reading()) {
        for (const unsigned char* stop = stretch_end(); cursor_ < stop;) {
            unsigned char c = *cursor_++;
            if (c == quote && cursor_ + 1 < limit_ && cursor_[0] == quote && cursor_[1] == quote) {
                cursor_ += 2;
                return make(TokenKind::String);
            }
            if (c == '\\' && cursor_ < limit_) c = *cursor_++;
            if (c == '\n') begin_line(true);
        }
    }
    ended_in_string_ = true;
    return error_at_line_end(LexFault::UnfinishedTripleQuotedString);
}

Token Lexer::unicode_name() {
    constexpr std::size_t kCharsPerPoll = std::size_t{1} << 18;
    Token token = make(TokenKind::Name);
    for (std::size_t i = 0, count = 0; i < token.text.size(); ++count) {
        if (count % kCharsPerPoll == kCharsPerPoll - 1 && !go_on(kCharsPerPoll)) return token;
        Utf8Char c = utf8_decode_one(token.text, i);
        if (c.fault != Utf8Fault::None || !(i == 0 ? unicode::is_xid_start(c.code) : unicode::is_xid_continue(c.code)))
            return error(LexFault::InvalidIdentifier);
        i += c.length;
    }
    return token;
}

Token Lexer::async_word() {
    if (layout_.in_async()) return make(TokenKind::Async);
    if (!def_follows()) return make(TokenKind::Name);
    layout_.begin_async();
    return make(TokenKind::Async);
}

Token Lexer::await_word() { return make(layout_.in_async() ? TokenKind::Await : TokenKind::Name); }

bool Lexer::def_follows() const {
    const unsigned char* p = cursor_;
    for (;; ++p) {
        if (*p == '\\' && p[1] == '\n')
            ++p;
        else if (*p != ' ' && *p != '\t' && *p != '\f')
            break;
    }
    return limit_ - p >= 3 && std::memcmp(p, "def", 3) == 0 && !is_word_char(p[3]);
}

void Lexer::skip_comment() {
    auto* newline = cursor_ < limit_ ? std::memchr(cursor_, '\n', static_cast<std::size_t>(limit_ - cursor_)) : nullptr;
    cursor_ = newline ? static_cast<const unsigned char*>(newline) : limit_;
}

Token Lexer::colon_equal() {
    if (!options_.lang36) return make(TokenKind::ColonEqual);
    --cursor_;
    return make(TokenKind::Colon);
}

Token Lexer::open_bracket(TokenKind kind) {
    layout_.open_bracket();
    return layout_.brackets() > options_.max_brackets ? error(LexFault::NestingTooDeep) : make(kind);
}

Token Lexer::close_bracket(TokenKind kind) {
    layout_.close_bracket();
    return make(kind);
}

int Lexer::error_column() const {
    std::string_view before(reinterpret_cast<const char*>(shown_start_),
                            static_cast<std::size_t>(std::max<std::ptrdiff_t>(cursor_ - shown_start_, 0)));
    if (is_ascii(before)) return static_cast<int>(before.size());
    return static_cast<int>(utf8_length(replace_invalid_utf8(before)));
}

std::string_view Lexer::error_text() const {
    const unsigned char* end = std::max(line_start_, shown_start_);
    if (end < limit_) {
        auto* newline =
            static_cast<const unsigned char*>(std::memchr(end, '\n', static_cast<std::size_t>(limit_ - end)));
        end = newline ? newline + 1 : limit_;
    }
    return {reinterpret_cast<const char*>(shown_start_), static_cast<std::size_t>(end - shown_start_)};
}

Diagnostic Lexer::diagnose(DiagnosticKind kind, std::string message) const {
    return Diagnostic::of(kind, std::move(message), static_cast<std::uint32_t>(line_),
                          static_cast<std::uint32_t>(error_column()))
        .with_text(replace_invalid_utf8(error_text()));
}

Diagnostic Lexer::diagnose_fault() const {
    FaultText text = describe(fault_);
    if (text.kind == DiagnosticKind::MemoryError) return Diagnostic::of(text.kind, std::string(text.message));
    return diagnose(text.kind, std::string(text.message));
}

bool Lexer::items_in_parentheses_follow() const {
    auto skip_blanks = [](const unsigned char* p) {
        for (;; ++p) {
            if (*p == '\\' && p[1] == '\n') ++p;
            else if (*p != ' ' && *p != '\t' && *p != '\f') return p;
        }
    };
    const unsigned char* p = skip_blanks(cursor_);
    if (p >= limit_ || *p != '(') return false;
    auto word_at = [this](const unsigned char* at, std::string_view word) {
        auto left = static_cast<std::size_t>(limit_ - at);
        return left > word.size() && std::memcmp(at, word.data(), word.size()) == 0 && !is_word_char(at[word.size()]);
    };
    TextScanner scanner(limit_);
    int brackets = 0;
    bool items = false;         // `as`, or more than one
    unsigned char before = 0;   // in the outermost parentheses: what stands in front, but for blanks and comments
    while (p && p < limit_) {
        unsigned char c = *p;
        if (c == '(' || c == '[' || c == '{') ++brackets;
        else if (c == ')' || c == ']' || c == '}') --brackets;
        if (brackets == 0) break;
        if (brackets == 1 && !std::strchr(" \t\f\n\\#", c)) {
            bool opens = before == '(', begins = opens || before == ',';
            // These are in one expression, of which the parentheses are a part.
            bool binds = c == ':' && limit_ - p > 1 && p[1] == '=';
            if ((opens && word_at(p, "yield")) || (begins && c == '*') || binds) return false;
            items |= c == ',' || (!is_word_char(p[-1]) && word_at(p, "as"));
            before = c;
        }
        p = scanner.step(p);
    }
    if (!p || p >= limit_ || !items) return false;
    p = skip_blanks(p + 1);
    return p < limit_ && *p == ':';
}

bool Lexer::only_blanks_left() const {
    for (const unsigned char* p = cursor_; p < limit_; ++p) {
        if (*p == '#')
            while (p < limit_ && *p != '\n') ++p;
        else if (*p != ' ' && *p != '\t' && *p != '\n' && *p != '\f')
            return false;
    }
    return true;
}

}  // namespace krait
