// Layout: the stack of indentations, open brackets, and the region in which 'async' and 'await' are reserved.
#pragma once

#include <array>
#include <cstdint>

namespace krait {

class Layout {
  public:
    /// Indentations that can be open at once, the outermost (column 0) included.
    static constexpr int kMaxIndents = 100;

    enum class Fault : std::uint8_t { None, TooDeep, Inconsistent, NoSuchLevel };

    /// Takes the indentation of a line that holds a statement: `column` with tabs to multiples of eight,
    /// `tab_one_column` with a tab as one column. Inconsistent means the two disagree about the nesting.
    Fault enter_line(int column, int tab_one_column);

    /// INDENTs (positive) or DEDENTs (negative) that enter_line made due.
    int pending() const { return pending_; }
    /// Whether pending() or leave_async_if_over() may have something to do.
    bool wants_attention() const { return pending_ != 0 || async_; }
    void take_pending() { pending_ += pending_ < 0 ? 1 : -1; }
    /// At the end of the text: a DEDENT for every open block becomes due.
    void close_all();
    bool has_open_blocks() const { return depth_ > 0; }

    void open_bracket() { ++brackets_; }
    void close_bracket() { --brackets_; }
    bool in_brackets() const { return brackets_ > 0; }
    /// CPython keeps indentation silent only at bracket level zero, and an unmatched ')' makes the level negative.
    bool at_statement_level() const { return brackets_ == 0; }
    int brackets() const { return brackets_; }

    /// `async def` begins here: 'async' and 'await' are keywords until a line returns to this indentation.
    void begin_async();
    bool in_async() const { return async_; }
    void end_of_statement_line() { async_past_header_ = async_; }
    /// After enter_line and its INDENTs/DEDENTs, or for a line inside brackets: leaves the async region if it is over.
    void leave_async_if_over();

  private:
    std::array<int, kMaxIndents> columns_{};
    std::array<int, kMaxIndents> tab_one_columns_{};
    int depth_ = 0;
    int pending_ = 0;
    int brackets_ = 0;
    int async_depth_ = 0;
    bool async_ = false;
    bool async_past_header_ = false;
};

}  // namespace krait
