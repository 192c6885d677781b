// Source text as reports need it: lines, the words and brackets in it, and how wide it is on a terminal.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vm/runtime/thread.h"

namespace krait {

// One word of a source text. Unlike the lexer this never fails: what is no Python is an operator of one byte.
struct Word {
    enum class Kind : uint8_t { End, Name, Number, String, Operator };
    Kind kind = Kind::End;
    size_t begin = 0, end = 0;
};
// The next word at or behind `at`; spaces, comments and line ends lie between words.
Word next_word(std::string_view text, size_t at);
bool is_opening(char c);
bool is_closing(char c);
// Where a bracket was opened that is still open at `end`: the innermost one, npos when there is none.
size_t unclosed_bracket(std::string_view text, size_t end);
// Behind the bracket that closes the one at `at`; npos when none does.
size_t behind_bracket(std::string_view text, size_t at);

// The text of one source, with its lines.
class SourceText {
  public:
    explicit SourceText(std::string utf8);
    std::string_view text() const { return text_; }
    size_t line_start(int line) const {
        return line > 0 && line <= lines() ? starts_[static_cast<size_t>(line - 1)] : text_.size();
    }
    std::string_view line(int number) const;  // without its end
    int lines() const { return static_cast<int>(starts_.size()); }
    int line_at(size_t offset) const;

  private:
    std::string text_;
    std::vector<size_t> starts_;
};
// Sources of a filename, newest first: a file, or what was remembered of -c and of the prompt.
std::vector<std::shared_ptr<const SourceText>> find_sources(Thread&, const StrObject* filename);

// Columns of a terminal that UTF-8 text takes; tabs count as one.
size_t display_width(std::string_view utf8);

}  // namespace krait
