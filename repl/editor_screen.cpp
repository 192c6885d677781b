// How an entry looks: rows of the screen, of which only those that changed are written. An entry taller than the screen
// shows the part around the cursor.
#include <algorithm>

#include "repl/editor.h"
#include "repl/text.h"

namespace krait::repl {

namespace {

// Text in rows of at most `columns`, with colours that end with each row.
class RowBuilder {
  public:
    RowBuilder(std::size_t columns, bool colors) : columns_(columns), colors_(colors) { rows_.emplace_back(); }
    void put(std::string_view text, Ink ink = Ink::Plain) {
        for (std::size_t i = 0; i < text.size();) {
            std::size_t next = next_character(text, i);
            character(text.substr(i, next - i), ink);
            i = next;
        }
    }
    void end_row() {
        paint(Ink::Plain);
        rows_.emplace_back();
        column_ = 0;
    }
    std::size_t row() const { return rows_.size() - 1; }
    std::size_t column() const { return column_; }
    // Room for one more column: the cursor behind a full row stands in the next.
    void make_room() {
        if (column_ >= columns_) end_row();
    }
    std::vector<std::string> take() {
        paint(Ink::Plain);
        return std::move(rows_);
    }

  private:
    void character(std::string_view c, Ink ink) {
        std::string shown(c);
        std::size_t width = text_width(c);
        auto first = static_cast<unsigned char>(c[0]);
        if (first == '\t')
            shown = "    ", width = 4;
        else if (first < 32 || first == 127)
            shown = {'^', static_cast<char>(first ^ 64)}, width = 2;
        if (column_ + width > columns_) end_row();
        paint(ink);
        rows_.back() += shown;
        column_ += width;
    }
    void paint(Ink ink) {
        if (!colors_ || ink == ink_) return;
        rows_.back() += ink_code(ink);
        ink_ = ink;
    }
    std::size_t columns_, column_ = 0;
    bool colors_;
    Ink ink_ = Ink::Plain;
    std::vector<std::string> rows_;
};

}  // namespace

std::vector<std::string> Editor::rows(std::size_t* cursor_row, std::size_t* cursor_column) const {
    RowBuilder out(std::max(8u, terminal_.columns()), hooks_.colors);
    std::vector<Ink> inks = inks_of(text_);
    if (searching_)
        out.put("(search)'" + search_text_ + "': ");
    else
        out.put(prompt_);
    bool found = false;
    auto here = [&](std::size_t at) {
        if (found || at < cursor_) return;
        found = true;
        out.make_room();
        *cursor_row = out.row();
        *cursor_column = out.column();
    };
    for (std::size_t i = 0; i < text_.size();) {
        here(i);
        if (text_[i] == '\n') {
            out.end_row();
            out.put(continuation_);
            ++i;
            continue;
        }
        std::size_t next = next_character(text_, i);
        out.put(std::string_view(text_).substr(i, next - i), inks[i]);
        i = next;
    }
    here(text_.size());
    return out.take();
}

void Editor::draw(bool final) {
    std::size_t row = 0, column = 0;
    std::vector<std::string> wanted = rows(&row, &column);
    std::size_t height = std::max(2u, terminal_.lines());
    if (wanted.size() > height) {
        std::size_t first =
            final ? wanted.size() - height : std::min(row > height / 2 ? row - height / 2 : 0, wanted.size() - height);
        wanted.erase(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(first));
        wanted.resize(std::min(wanted.size(), height));
        row -= first;
    }
    std::string out = "\x1b[?25l\r";
    if (shown_cursor_ > 0) out += "\x1b[" + std::to_string(shown_cursor_) + "A";
    std::size_t at = 0;  // row the terminal's cursor is in
    auto go_to = [&](std::size_t target) {
        // Rows that were never written are reached by line feeds, which scroll.
        while (at < target) out += "\r\n", ++at;
    };
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i < shown_.size() && shown_[i] == wanted[i]) continue;
        go_to(i);
        out += "\r\x1b[K" + wanted[i];  // erased first: behind a full row the cursor still stands on its last column
    }
    if (shown_.size() > wanted.size()) {
        go_to(wanted.size() - 1);
        out += "\r\n\x1b[J\x1b[A";
    }
    go_to(wanted.size() - 1);
    if (final) {
        out += "\r\n\x1b[?25h";
        terminal_.write(out);
        return forget_screen();
    }
    if (at > row) out += "\x1b[" + std::to_string(at - row) + "A";
    out += "\r";
    if (column > 0) out += "\x1b[" + std::to_string(column) + "C";
    out += "\x1b[?25h";
    terminal_.write(out);
    shown_ = std::move(wanted);
    shown_cursor_ = row;
}

}  // namespace krait::repl
