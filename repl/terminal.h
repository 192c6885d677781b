// A terminal in raw mode: keys in, text out, its size.
#pragma once

#include <termios.h>

#include <string>

namespace krait::repl {

enum class Key : unsigned char {
    Text,
    Paste,
    Enter,
    NewLine,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    WordLeft,
    WordRight,
    KillWordLeft,
    KillWordRight,
    KillToEnd,
    KillToStart,
    Yank,
    Undo,
    Search,
    Clear,
    Interrupt,
    EndOfInput,
    PageUp,
    PageDown,
    Escape,
    Suspend,
    Resize,
    Gone,
    Unknown
};
struct KeyPress {
    Key key = Key::Unknown;
    std::string text;  // Text, Paste
};

class Terminal {
  public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void enter();  // raw mode, bracketed paste
    void leave();  // as it was found
    KeyPress read_key();
    void write(const std::string&);
    unsigned columns() const { return columns_; }
    unsigned lines() const { return lines_; }
    bool measure();  // true: the size has changed
    void suspend();  // Ctrl-Z

  private:
    int read_byte(int timeout_ms);  // -1: end, -2: interrupted or resized, -3: nothing in time
    KeyPress escape();
    KeyPress paste();
    int resize_pipe_[2] = {-1, -1};  // a byte for every SIGWINCH
    termios before_{};
    bool raw_ = false;
    std::string pending_;
    std::size_t pending_at_ = 0;
    unsigned columns_ = 80, lines_ = 24;
};

}  // namespace krait::repl
