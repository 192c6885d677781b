#include "repl/editor.h"

#include <algorithm>

#include "repl/text.h"

namespace krait::repl {

namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}
bool only_spaces(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

std::string_view first_word(std::string_view line) {
    std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size()), end = begin;
    while (end < line.size() && is_word(line[end])) ++end;
    return line.substr(begin, end - begin);
}

// The line without its comment and the spaces before it.
std::string_view code_of(std::string_view line) {
    std::vector<Ink> inks = inks_of(line);
    for (std::size_t i = 0; i < line.size(); ++i)
        if (inks[i] == Ink::Comment) line = line.substr(0, i);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

// Brackets opened and not closed in the text.
int open_brackets(const std::string& text) {
    std::vector<Ink> inks = inks_of(text);
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (inks[i] == Ink::String || inks[i] == Ink::Comment) continue;
        if (std::string_view("([{").find(text[i]) != std::string_view::npos)
            ++depth;
        else if (std::string_view(")]}").find(text[i]) != std::string_view::npos)
            depth -= depth > 0;
    }
    return depth;
}

// Text copied out of the middle of a program without the indentation that all its lines have.
std::string without_margin(const std::string& text) {
    std::size_t margin = text.find_first_not_of(" \t");
    if (margin == 0 || margin == std::string::npos || text[margin] == '\n') return text;
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = std::string_view(text).substr(begin, end - begin);
        if (line.starts_with(std::string_view(text).substr(0, margin)))
            line.remove_prefix(margin);
        else if (!only_spaces(line))
            return text;
        out += line;
        if (end < text.size()) out += '\n';
        begin = end + 1;
    }
    return out;
}

// A session out of a document is the program behind its prompts.
std::string without_prompts(const std::string& text) {
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = std::string_view(text).substr(begin, end - begin);
        if (line.starts_with(">>>") || line.starts_with("...")) {
            line.remove_prefix(std::min<std::size_t>(line.size(), line.size() > 3 && line[3] == ' ' ? 4 : 3));
            if (!out.empty()) out += '\n';
            out += line;
        }
        begin = end + 1;
    }
    return out;
}
std::string as_program(const std::string& text) {
    std::string program = without_margin(text);
    return program.starts_with(">>> ") ? without_prompts(program) : program;
}

std::string common_prefix(const std::vector<std::string>& words) {
    std::string prefix = words.front();
    for (const std::string& word : words) {
        std::size_t i = 0;
        while (i < prefix.size() && i < word.size() && prefix[i] == word[i]) ++i;
        prefix.resize(i);
    }
    return prefix;
}

}  // namespace

// ------------------------------------------------------------------------------------------------ places

std::size_t Editor::line_begin(std::size_t at) const {
    std::size_t newline = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
    return newline == std::string::npos ? 0 : newline + 1;
}
std::size_t Editor::line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }
std::size_t Editor::word_left(std::size_t at) const {
    while (at > 0 && !is_word(text_[at - 1])) --at;
    while (at > 0 && is_word(text_[at - 1])) --at;
    return at;
}
std::size_t Editor::word_right(std::size_t at) const {
    while (at < text_.size() && !is_word(text_[at])) ++at;
    while (at < text_.size() && is_word(text_[at])) ++at;
    return at;
}
// The place in the line above or below that is as far right.
std::size_t Editor::vertical(std::size_t at, bool up) const {
    std::size_t begin = line_begin(at), wanted = text_width(std::string_view(text_).substr(begin, at - begin));
    std::size_t target = up ? line_begin(begin - 1) : line_end(at) + 1, end = line_end(target);
    for (std::size_t width = 0; target < end; target = next_character(text_, target)) {
        width += character_width(code_point(text_, target));
        if (width > wanted) break;
    }
    return target;
}

// ------------------------------------------------------------------------------------------------ changes

void Editor::save() {
    if (!undo_.empty() && undo_.back().text == text_) return;
    constexpr std::size_t kMostSteps = 500;
    if (undo_.size() >= kMostSteps) undo_.erase(undo_.begin());
    undo_.push_back({text_, cursor_});
}
void Editor::insert(const std::string& what) {
    text_.insert(cursor_, what);
    cursor_ += what.size();
}
void Editor::erase(std::size_t begin, std::size_t end, bool keep) {
    if (keep) killed_ = text_.substr(begin, end - begin);
    text_.erase(begin, end - begin);
    cursor_ = begin;
}

// In the indentation a step of four columns at once.
void Editor::backspace() {
    if (cursor_ == 0) return;
    std::size_t begin = line_begin(cursor_), spaces = cursor_ - begin;
    std::string_view before = std::string_view(text_).substr(begin, spaces);
    bool indent = spaces > 0 && before.find_first_not_of(' ') == std::string_view::npos;
    erase(indent ? cursor_ - ((spaces - 1) % 4 + 1) : previous_character(text_, cursor_), cursor_, false);
}

// Of the line that follows the one with the cursor.
std::string Editor::indentation() const {
    std::size_t begin = line_begin(cursor_);
    std::string_view line = std::string_view(text_).substr(begin, cursor_ - begin);
    std::string indent(line.substr(0, std::min(line.find_first_not_of(" \t"), line.size())));
    std::string_view code = code_of(line);
    std::string before = text_.substr(0, begin);
    if (open_brackets(text_.substr(0, cursor_)) > open_brackets(before)) return indent + "    ";
    if (!code.empty() && code.back() == ':') return indent + "    ";
    std::string_view word = first_word(code);
    bool leaves = word == "return" || word == "pass" || word == "break" || word == "continue" || word == "raise";
    if (leaves && indent.size() >= 4) indent.resize(indent.size() - 4);
    return indent;
}

Editor::Outcome Editor::enter() {
    bool last_line = line_end(cursor_) == text_.size();
    bool several = text_.find('\n') != std::string::npos;
    bool blank = only_spaces(std::string_view(text_).substr(line_begin(cursor_)));
    // In the middle of a block Enter makes a line; behind its end an empty line finishes it.
    bool more = several && !last_line ? true : hooks_.incomplete(text_ + "\n");
    if (more && several && last_line && blank && !hooks_.incomplete(text_.substr(0, line_begin(cursor_)) + "\n"))
        more = false;
    if (!more) return Outcome::Accept;
    save();
    insert("\n" + indentation());
    return Outcome::Continue;
}

void Editor::tab() {
    std::size_t begin = line_begin(cursor_);
    if (only_spaces(std::string_view(text_).substr(begin, cursor_ - begin))) {
        save();
        return insert(std::string(4 - (cursor_ - begin) % 4, ' '));
    }
    Completions found = hooks_.complete(text_, cursor_);
    if (found.words.empty() || found.start > cursor_) return;
    std::string common = common_prefix(found.words);
    if (common.size() > cursor_ - found.start || found.words.size() == 1) {
        save();
        erase(found.start, cursor_, false);
        return insert(common);
    }
    list(found.words);
}

// Candidates in columns below the entry, which is drawn again below them.
void Editor::list(const std::vector<std::string>& words) {
    draw(true);
    std::size_t widest = 0;
    auto shown = [](const std::string& word) {
        std::size_t dot = word.find_last_of("./", word.size() > 1 ? word.size() - 2 : 0);
        return dot == std::string::npos ? word : word.substr(dot + 1);
    };
    for (const std::string& word : words) widest = std::max(widest, text_width(shown(word)));
    std::size_t columns = std::max<std::size_t>(1, terminal_.columns() / (widest + 2));
    std::size_t most = columns * (terminal_.lines() > 4 ? terminal_.lines() - 3 : 1),
                count = std::min(words.size(), most);
    std::size_t rows = (count + columns - 1) / columns;
    std::string out;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = row; i < count; i += rows) {
            std::string word = shown(words[i]);
            out += word;
            if (i + rows < count) out += std::string(widest + 2 - text_width(word), ' ');
        }
        out += "\r\n";
    }
    if (count < words.size()) out += "... and " + std::to_string(words.size() - count) + " more\r\n";
    terminal_.write(out);
    forget_screen();
}

// ------------------------------------------------------------------------------------------------ history

void Editor::recall(std::size_t index) {
    recalled_ = index;
    text_ = index == history_.size() ? prefix_ : history_.at(index);
    cursor_ = text_.size();
}

void Editor::up() {
    if (line_begin(cursor_) > 0 && !(recalling_ && cursor_ == text_.size())) {
        cursor_ = vertical(cursor_, true);
        return;
    }
    if (!recalling_) prefix_ = text_, recalled_ = history_.size(), recalling_ = true;
    std::size_t found = history_.find_prefix(prefix_, recalled_);
    while (found != history_.size() && history_.at(found) == text_)
        found = found ? history_.find_prefix(prefix_, found) : history_.size();
    if (found != history_.size()) recall(found);
}

void Editor::down() {
    if (line_end(cursor_) < text_.size()) {
        cursor_ = vertical(cursor_, false);
        return;
    }
    if (!recalling_) return;
    for (std::size_t i = recalled_ + 1; i < history_.size(); ++i)
        if (history_.at(i).starts_with(prefix_)) return recall(i);
    recall(history_.size());
}

void Editor::leave_search() { searching_ = false; }

// Keys while Ctrl-R searches. A key that is no part of it ends the search and does its work.
void Editor::search(const KeyPress& press) {
    std::size_t below = recalled_;
    if (press.key == Key::Text)
        search_text_ += press.text, below = history_.size();
    else if (press.key == Key::Backspace)
        search_text_.resize(previous_character(search_text_, search_text_.size())), below = history_.size();
    std::size_t found = search_text_.empty() ? history_.size() : history_.find_containing(search_text_, below);
    if (found == history_.size()) return;
    recalled_ = found;
    text_ = history_.at(found);
    cursor_ = text_.find(search_text_);
}

// ------------------------------------------------------------------------------------------------ keys

void Editor::move(const KeyPress& press) {
    switch (press.key) {
        case Key::Left: cursor_ = previous_character(text_, cursor_); break;
        case Key::Right: cursor_ = next_character(text_, cursor_); break;
        case Key::Home: cursor_ = line_begin(cursor_); break;
        case Key::End: cursor_ = line_end(cursor_); break;
        case Key::WordLeft: cursor_ = word_left(cursor_); break;
        case Key::WordRight: cursor_ = word_right(cursor_); break;
        case Key::PageUp: cursor_ = 0; break;
        case Key::PageDown: cursor_ = text_.size(); break;
        default: break;
    }
}

void Editor::kill(const KeyPress& press) {
    save();
    switch (press.key) {
        case Key::KillWordLeft: erase(word_left(cursor_), cursor_, true); break;
        case Key::KillWordRight: erase(cursor_, word_right(cursor_), true); break;
        case Key::KillToStart: erase(line_begin(cursor_), cursor_, true); break;
        case Key::KillToEnd: {
            std::size_t end = line_end(cursor_);
            erase(cursor_, end == cursor_ ? next_character(text_, cursor_) : end, true);
            break;
        }
        case Key::Delete: erase(cursor_, next_character(text_, cursor_), false); break;
        case Key::Backspace: backspace(); break;
        default: break;
    }
}

Editor::Outcome Editor::edit(const KeyPress& press) {
    switch (press.key) {
        case Key::Text:
            if (press.text.size() > 1 || !is_word(press.text[0])) save();
            insert(press.text);
            break;
        case Key::Paste:
            save();
            insert(only_spaces(text_) ? as_program(press.text) : press.text);
            break;
        case Key::NewLine:
            save();
            insert("\n" + indentation());
            break;
        case Key::Yank:
            save();
            insert(killed_);
            break;
        case Key::Undo:
            if (undo_.empty()) break;
            text_ = undo_.back().text;
            cursor_ = undo_.back().cursor;
            undo_.pop_back();
            break;
        case Key::Tab: tab(); break;
        case Key::EndOfInput:
            if (text_.empty()) return Outcome::End;
            kill({Key::Delete, ""});
            break;
        case Key::KillWordLeft:
        case Key::KillWordRight:
        case Key::KillToStart:
        case Key::KillToEnd:
        case Key::Delete:
        case Key::Backspace: kill(press); break;
        default: move(press); return Outcome::Continue;
    }
    recalling_ = false;
    return Outcome::Continue;
}

Editor::Outcome Editor::press(const KeyPress& key) {
    if (searching_) {
        if (key.key == Key::Interrupt || key.key == Key::Escape) {
            text_ = before_search_.text;
            cursor_ = before_search_.cursor;
            leave_search();
            return Outcome::Continue;
        }
        if (key.key == Key::Text || key.key == Key::Backspace || key.key == Key::Search)
            return search(key), Outcome::Continue;
        if (key.key == Key::Enter) cursor_ = text_.size();  // what was found is taken whole
        if (key.key != Key::Resize) leave_search();
    }
    switch (key.key) {
        case Key::Enter: return enter();
        case Key::Interrupt: return Outcome::Interrupt;
        case Key::Gone: return Outcome::End;
        case Key::Up: up(); return Outcome::Continue;
        case Key::Down: down(); return Outcome::Continue;
        case Key::Search:
            searching_ = true;
            search_text_.clear();
            before_search_ = {text_, cursor_};
            recalled_ = history_.size();
            return Outcome::Continue;
        case Key::Clear:
            terminal_.write("\x1b[H\x1b[2J");
            forget_screen();
            return Outcome::Continue;
        case Key::Resize:
            terminal_.write("\r" + (shown_cursor_ ? "\x1b[" + std::to_string(shown_cursor_) + "A" : "") + "\x1b[J");
            forget_screen();
            return Outcome::Continue;
        case Key::Suspend:
            terminal_.suspend();
            forget_screen();
            return Outcome::Continue;
        default: return edit(key);
    }
}

Entry Editor::read(const std::string& prompt, const std::string& continuation, std::string* text) {
    prompt_ = prompt;
    continuation_ = continuation;
    text_.clear();
    undo_.clear();
    cursor_ = 0;
    recalling_ = searching_ = false;
    forget_screen();
    terminal_.enter();
    Outcome outcome = Outcome::Continue;
    while (outcome == Outcome::Continue) {
        draw();
        KeyPress key = terminal_.read_key();
        // The size is asked for at every key: a program may have taken the signal away.
        if (terminal_.measure()) press({Key::Resize, ""});
        if (key.key != Key::Resize) outcome = press(key);
    }
    leave_search();
    cursor_ = text_.size();
    draw(true);
    terminal_.leave();
    *text = text_;
    if (outcome == Outcome::Accept && !only_spaces(text_)) {
        std::string entry = text_;
        while (!entry.empty() && (entry.back() == '\n' || entry.back() == ' ')) entry.pop_back();
        history_.add(entry);
    }
    return outcome == Outcome::Accept ? Entry::Text : outcome == Outcome::Interrupt ? Entry::Interrupt : Entry::End;
}

}  // namespace krait::repl
