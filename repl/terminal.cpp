#include "repl/terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace krait::repl {

namespace {

constexpr int kEscapeWait = 50;  // milliseconds after which an escape character stands for itself

// A signal handler is given no context: the descriptor it writes to is the exception to "nothing is global". A pipe,
// because a signal that arrives just before poll(), or in another thread, would interrupt nothing.
std::atomic<int> resize_writer{-1};

void on_resize(int) {
    int saved = errno;
    const char byte = 0;
    if (int fd = resize_writer.load(std::memory_order_relaxed); fd >= 0 && ::write(fd, &byte, 1) < 0) errno = 0;
    errno = saved;
}

struct Sequence {
    const char* text;
    Key key;
};
constexpr Sequence kSequences[] = {{"[A", Key::Up},
                                   {"[B", Key::Down},
                                   {"[C", Key::Right},
                                   {"[D", Key::Left},
                                   {"OA", Key::Up},
                                   {"OB", Key::Down},
                                   {"OC", Key::Right},
                                   {"OD", Key::Left},
                                   {"[H", Key::Home},
                                   {"[F", Key::End},
                                   {"OH", Key::Home},
                                   {"OF", Key::End},
                                   {"[1~", Key::Home},
                                   {"[4~", Key::End},
                                   {"[7~", Key::Home},
                                   {"[8~", Key::End},
                                   {"[3~", Key::Delete},
                                   {"[5~", Key::PageUp},
                                   {"[6~", Key::PageDown},
                                   {"[1;5C", Key::WordRight},
                                   {"[1;5D", Key::WordLeft},
                                   {"[1;3C", Key::WordRight},
                                   {"[1;3D", Key::WordLeft},
                                   {"[200~", Key::Paste},
                                   {"b", Key::WordLeft},
                                   {"f", Key::WordRight},
                                   {"d", Key::KillWordRight},
                                   {"\x7f", Key::KillWordLeft},
                                   {"\x08", Key::KillWordLeft},
                                   {"\r", Key::NewLine},
                                   {"\n", Key::NewLine}};

Key control_key(int byte) {
    switch (byte) {
        case 1: return Key::Home;
        case 2: return Key::Left;
        case 3: return Key::Interrupt;
        case 4: return Key::EndOfInput;
        case 5: return Key::End;
        case 6: return Key::Right;
        case 7: return Key::Escape;
        case 8:
        case 127: return Key::Backspace;
        case 9: return Key::Tab;
        case 10:
        case 13: return Key::Enter;
        case 11: return Key::KillToEnd;
        case 12: return Key::Clear;
        case 14: return Key::Down;
        case 16: return Key::Up;
        case 18: return Key::Search;
        case 21: return Key::KillToStart;
        case 23: return Key::KillWordLeft;
        case 25: return Key::Yank;
        case 26: return Key::Suspend;
        case 31: return Key::Undo;
        default: return Key::Unknown;
    }
}

}  // namespace

Terminal::Terminal() {
    if (pipe2(resize_pipe_, O_CLOEXEC | O_NONBLOCK) == 0) {
        resize_writer.store(resize_pipe_[1]);
        struct sigaction action = {};
        action.sa_handler = on_resize;
        action.sa_flags = SA_RESTART;
        sigaction(SIGWINCH, &action, nullptr);
    }
    measure();
}
Terminal::~Terminal() {
    leave();
    resize_writer.store(-1);
    for (int fd : resize_pipe_)
        if (fd >= 0) close(fd);
}

void Terminal::enter() {
    if (raw_ || tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios raw = before_;
    raw.c_iflag &= ~static_cast<tcflag_t>(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
    raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
    raw.c_cflag |= CS8;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) != 0) return;
    raw_ = true;
    measure();
    write("\x1b[?2004h");
}

void Terminal::leave() {
    if (!raw_) return;
    write("\x1b[?2004l");
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
    raw_ = false;
}

void Terminal::suspend() {
    leave();
    raise(SIGTSTP);
    enter();
}

bool Terminal::measure() {
    winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
    bool changed = columns_ != size.ws_col || lines_ != size.ws_row;
    columns_ = size.ws_col;
    lines_ = size.ws_row;
    return changed;
}

void Terminal::write(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        ssize_t done = ::write(STDOUT_FILENO, text.data() + at, text.size() - at);
        if (done < 0 && errno != EINTR) return;
        if (done > 0) at += static_cast<std::size_t>(done);
    }
}

int Terminal::read_byte(int timeout_ms) {
    if (pending_at_ < pending_.size()) return static_cast<unsigned char>(pending_[pending_at_++]);
    char buffer[4096];
    pollfd fds[2] = {{STDIN_FILENO, POLLIN, 0}, {resize_pipe_[0], POLLIN, 0}};
    int ready;
    do ready = poll(fds, timeout_ms < 0 ? 2 : 1, timeout_ms);
    while (ready < 0 && errno == EINTR);
    if (ready <= 0) return ready == 0 ? -3 : -1;
    if (fds[1].revents) {
        while (read(resize_pipe_[0], buffer, sizeof buffer) > 0) {
        }
        if (!fds[0].revents) return -2;
    }
    ssize_t got = read(STDIN_FILENO, buffer, sizeof buffer);
    if (got < 0) return errno == EINTR || errno == EAGAIN ? -2 : -1;
    if (got == 0) return -1;
    pending_.assign(buffer, static_cast<std::size_t>(got));
    pending_at_ = 1;
    return static_cast<unsigned char>(pending_[0]);
}

KeyPress Terminal::paste() {
    KeyPress press{Key::Paste, ""};
    constexpr const char kEnd[] = "\x1b[201~";
    for (int byte; (byte = read_byte(-1)) != -1;) {
        if (byte < 0) continue;
        press.text += byte == '\r' ? '\n' : static_cast<char>(byte);
        if (press.text.ends_with(kEnd)) {
            press.text.resize(press.text.size() - (sizeof kEnd - 1));
            break;
        }
    }
    return press;
}

KeyPress Terminal::escape() {
    std::string text;
    for (int byte; text.size() < 16 && (byte = read_byte(kEscapeWait)) >= 0;) {
        text += static_cast<char>(byte);
        if (text.size() == 1 && (byte == '[' || byte == 'O')) continue;
        bool parameter = text[0] == '[' && byte >= 0x20 && byte < 0x40;
        if (!parameter) break;
    }
    if (text.empty()) return {Key::Escape, ""};
    for (const Sequence& known : kSequences)
        if (text == known.text) return known.key == Key::Paste ? paste() : KeyPress{known.key, ""};
    return {Key::Unknown, ""};
}

KeyPress Terminal::read_key() {
    int byte = read_byte(-1);
    if (byte == -2 || byte == -3) return {Key::Resize, ""};
    if (byte < 0) return {Key::Gone, ""};
    if (byte == 27) return escape();
    if (byte < 32 || byte == 127) return {control_key(byte), ""};
    KeyPress press{Key::Text, std::string(1, static_cast<char>(byte))};
    // What was typed ahead goes in together.
    while (press.text.size() < 512) {
        auto lead = static_cast<unsigned char>(press.text.back());
        bool inside = lead >= 0x80;
        int more = pending_at_ < pending_.size() || inside ? read_byte(inside ? kEscapeWait : 0) : -3;
        if (more < 0) break;
        if (more < 32 || more == 127) {
            --pending_at_;
            break;
        }
        press.text += static_cast<char>(more);
    }
    return press;
}

}  // namespace krait::repl
