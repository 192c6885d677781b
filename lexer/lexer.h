// From text to tokens. In: the text of a SourceFile. Out: one Token per call of next(), INDENT, DEDENT and NEWLINE
// included. The lexer knows nothing of grammar; it works only as far as the parser asks, so that of two faults the
// first in the text is the one reported.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lexer/indent.h"
#include "lexer/source.h"
#include "lexer/token.h"
#include "support/diagnostic.h"
#include "support/poll.h"

namespace krait {

enum class LexFault : std::uint8_t {
    None,
    InvalidToken,
    InvalidIdentifier,
    UnfinishedString,
    UnfinishedTripleQuotedString,
    LineContinuation,
    Dedent,
    TooManyIndents,
    Tabs,
    NestingTooDeep,
};

struct LexerOptions {
    /// A module's text ends with a newline even where the file does not.
    bool implied_final_newline = true;
    /// At the end of the text, open blocks are closed and a missing NEWLINE is supplied. A prompt wants neither: there
    /// an empty line closes the block.
    bool interactive = false;
    int max_brackets = 92;
    /// Asked while long literals, words and runs of blank lines are read; see stopped().
    Poll poll;
    /// Words and literals are those of 3.6: no ":=", no quotes of its own kind inside an f-string.
    bool lang36 = false;
};

class Lexer {
  public:
    Lexer(const SourceFile& source, const LexerOptions& options);

    Token next();

    LexFault fault() const { return fault_; }
    /// The text ended while or before the last token was read: a syntax error here is an unexpected end.
    bool saw_end() const { return saw_end_; }
    /// The poll said no, and what was read since is worth nothing.
    bool stopped() const { return stopped_; }
    /// The text ended inside a string.
    bool ended_in_string() const { return ended_in_string_; }

    /// The place CPython names when it stops after the last token: the end of that token.
    int error_line() const { return line_; }
    int error_column() const;
    std::string_view error_text() const;
    /// The message, class and place of fault().
    Diagnostic diagnose_fault() const;
    /// A Diagnostic at the end of the last token.
    Diagnostic diagnose(DiagnosticKind kind, std::string message) const;
    /// Behind `with`: whether parentheses follow that hold its items and not one expression (3.10).
    bool items_in_parentheses_follow() const;
    /// Not inside brackets.
    bool at_statement_level() const { return layout_.at_statement_level(); }
    /// Whether only white space and comments are left.
    bool only_blanks_left() const;

  private:
    const unsigned char* as_bytes(const char* p) const { return reinterpret_cast<const unsigned char*>(p); }

    Token scan();
    bool start_of_line(Token* token);
    bool indentation(Token* token);
    void begin_line(bool inside_string = false);
    bool go_on(std::size_t done);
    bool go_on_reading();
    const unsigned char* stretch_end() const;
    Token make(TokenKind kind);
    Token layout_token(TokenKind kind);
    Token error(LexFault fault);
    Token error_at_line_end(LexFault fault);
    bool at_newline(Token* token);
    bool at_continuation(Token* token);
    Token at_nul();
    Token at_end();
    Token string();
    bool skip_formatted();
    Token string_body(unsigned char quote);
    Token triple_string_body(unsigned char quote);
    Token unicode_name();
    Token async_word();
    Token await_word();
    bool def_follows() const;
    void skip_comment();
    Token colon_equal();
    Token open_bracket(TokenKind kind);
    Token close_bracket(TokenKind kind);

    const unsigned char* cursor_;
    const unsigned char* marker_ = nullptr;
    const unsigned char* token_start_;
    const unsigned char* line_start_;
    const unsigned char* shown_start_;  // start of the text an error would show
    const unsigned char* limit_;
    const unsigned char* polled_;       // where cursor_ was at the last poll
    LexerOptions options_;
    Layout layout_;
    int line_ = 0;
    LexFault fault_ = LexFault::None;
    bool line_pending_ = true;   // the line at cursor_ is not counted yet
    bool at_line_start_ = true;
    bool saw_end_ = false;
    bool stopped_ = false;
    bool ended_in_string_ = false;
    bool started_ = false;       // a token came since the last NEWLINE supplied at the end
};

}  // namespace krait
