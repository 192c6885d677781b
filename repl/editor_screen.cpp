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

// The rows of one line of the entry. `inks` may be null when only their number is asked for.
std::vector<std::string> Editor::rows_of(std::size_t begin, std::size_t end, const std::vector<Ink>* inks,
                                         Place* cursor) const {
    RowBuilder out(std::max(8u, terminal_.columns()), inks && hooks_.colors);
    if (begin > 0)
        out.put(continuation_);
    else if (searching_)
        out.put("(search)'" + search_text_ + "': ");
    else
        out.put(prompt_);
    bool found = cursor_ < begin || cursor_ > end;
    auto here = [&](std::size_t at) {
        if (found || at < cursor_) return;
        found = true;
        out.make_room();
        *cursor = {out.row(), out.column()};
    };
    for (std::size_t i = begin; i < end;) {
        here(i);
        std::size_t next = next_character(text_, i);
        out.put(std::string_view(text_).substr(i, next - i), inks ? (*inks)[i] : Ink::Plain);
        i = next;
    }
    here(end);
    return out.take();
}

// How many rows the line takes: most lines are ASCII that needs no counting of characters.
std::size_t Editor::height_of(std::size_t begin, std::size_t end) const {
    std::string_view line = std::string_view(text_).substr(begin, end - begin);
    std::size_t columns = std::max(8u, terminal_.columns());
    bool simple = begin > 0 && std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c < 127; });
    std::size_t width = simple ? text_width(continuation_) + line.size() : 0;
    if (simple) return width == 0 ? 1 : (width + columns - 1) / columns;
    Place nowhere;
    return rows_of(begin, end, nullptr, &nowhere).size();
}

// The rows that are on the screen, and where in them the cursor is. Only these are built: a long entry costs little
// more per key than a short one.
std::vector<std::string> Editor::visible_rows(bool final, Place* cursor) const {
    struct Line {
        std::size_t begin, end, row;
    };
    std::vector<Line> lines;
    std::size_t total = 0;
    for (std::size_t begin = 0; begin <= text_.size();) {
        std::size_t end = line_end(begin);
        lines.push_back({begin, end, total});
        if (cursor_ >= begin && cursor_ <= end) {
            total += rows_of(begin, end, nullptr, cursor).size();
            cursor->row += lines.back().row;
        } else {
            total += height_of(begin, end);
        }
        begin = end + 1;
    }
    std::size_t height = std::max(2u, terminal_.lines()), first = 0;
    if (total > height)
        first = final                      ? total - height
                : cursor->row > height / 2 ? std::min(cursor->row - height / 2, total - height)
                                           : 0;
    std::vector<Ink> inks = hooks_.colors ? inks_of(text_) : std::vector<Ink>(text_.size());
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::size_t next = i + 1 < lines.size() ? lines[i + 1].row : total;
        if (next <= first || lines[i].row >= first + height) continue;
        Place place;
        std::vector<std::string> rows = rows_of(lines[i].begin, lines[i].end, &inks, &place);
        for (std::size_t k = 0; k < rows.size(); ++k)
            if (lines[i].row + k >= first && lines[i].row + k < first + height) shown.push_back(std::move(rows[k]));
    }
    cursor->row -= std::min(cursor->row, first);
    return shown;
}

void Editor::draw(bool final) {
    Place cursor;
    std::vector<std::string> wanted = visible_rows(final, &cursor);
    const std::size_t row = cursor.row, column = cursor.column;
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
