// The line editor: one entry of any number of lines, edited in place on a terminal. Knows nothing of the interpreter;
// what it needs to know comes through the hooks.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "repl/history.h"
#include "repl/terminal.h"
#include "repl/text.h"

namespace krait::repl {

struct Completions {
    std::size_t start = 0;           // where the words begin in the text
    std::vector<std::string> words;  // whole replacements of text[start, cursor)
};

struct EditorHooks {
    std::function<bool(const std::string& text)> incomplete;  // Enter makes a new line
    std::function<Completions(const std::string& text, std::size_t cursor)> complete;
    bool colors = false;
};

enum class Entry : unsigned char { Text, Interrupt, End };

class Editor {
  public:
    Editor(Terminal& terminal, History& history, EditorHooks hooks)
        : terminal_(terminal), history_(history), hooks_(std::move(hooks)) {}
    // Reads one entry. The terminal is in raw mode only inside.
    Entry read(const std::string& prompt, const std::string& continuation, std::string* text);

  private:
    struct Snapshot {
        std::string text;
        std::size_t cursor;
    };
    enum class Outcome : unsigned char { Continue, Accept, Interrupt, End };

    Outcome press(const KeyPress&);
    Outcome edit(const KeyPress&);
    void move(const KeyPress&);
    void kill(const KeyPress&);
    Outcome enter();
    void insert(const std::string&);
    void erase(std::size_t begin, std::size_t end, bool keep);
    void backspace();
    void tab();
    void list(const std::vector<std::string>& words);
    void up();
    void down();
    void recall(std::size_t index);
    void search(const KeyPress&);
    void leave_search();
    void save();
    std::string indentation() const;

    std::size_t line_begin(std::size_t at) const;
    std::size_t line_end(std::size_t at) const;
    std::size_t word_left(std::size_t at) const;
    std::size_t word_right(std::size_t at) const;
    std::size_t vertical(std::size_t at, bool up) const;

    // ---- drawing (editor_screen.cpp)
    void draw(bool final = false);
    struct Place {
        std::size_t row = 0, column = 0;
    };
    std::vector<std::string> rows_of(std::size_t begin, std::size_t end, const std::vector<Ink>* inks,
                                     Place* cursor) const;
    std::size_t height_of(std::size_t begin, std::size_t end) const;
    std::vector<std::string> visible_rows(bool final, Place* cursor) const;
    void forget_screen() {
        shown_.clear();
        shown_cursor_ = 0;
    }

    Terminal& terminal_;
    History& history_;
    EditorHooks hooks_;
    std::string prompt_, continuation_;
    std::string text_;
    std::size_t cursor_ = 0;
    std::string killed_;
    std::vector<Snapshot> undo_;
    std::size_t recalled_ = 0;  // history entry shown; history size: none
    std::string prefix_;        // what was typed before going into the history
    bool recalling_ = false;
    bool searching_ = false;
    std::string search_text_;
    Snapshot before_search_{};
    std::vector<std::string> shown_;  // rows on the screen
    std::size_t shown_cursor_ = 0;    // row of them the cursor is in
};

}  // namespace krait::repl
