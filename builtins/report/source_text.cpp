#include "builtins/report/source_text.h"

#include <fcntl.h>

#include <algorithm>

#include "builtins/modules/sys_module.h"
#include "builtins/report/report.h"
#include "lexer/source.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A quote with up to two prefix letters begins a string.
size_t quote_of_prefix(std::string_view text, size_t at) {
    size_t i = at;
    while (i < text.size() && i < at + 2 && std::string_view("rRbBuUfF").find(text[i]) != std::string_view::npos) ++i;
    return i < text.size() && (text[i] == '"' || text[i] == '\'') ? i : std::string_view::npos;
}

size_t string_end(std::string_view text, size_t quote) {
    char mark = text[quote];
    bool triple = text.substr(quote, 3) == std::string(3, mark);
    for (size_t i = quote + (triple ? 3 : 1); i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (triple ? text.substr(i, 3) == std::string(3, mark) : text[i] == mark)
            return i + (triple ? 3 : 1);
        else if (!triple && text[i] == '\n')
            return i;
    }
    return text.size();
}

size_t skip_space(std::string_view text, size_t at) {
    while (at < text.size()) {
        char c = text[at];
        if (c == '#')
            at = std::min(text.find('\n', at), text.size());
        else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\\')
            ++at;
        else
            break;
    }
    return at;
}

size_t operator_length(std::string_view text, size_t at) {
    for (std::string_view op : {"**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "==", "!=", "<=",
                                ">=",  "->",  "+=",  "-=",  "*=",  "/=", "%=", "&=", "|=", "^=", "@="})
        if (text.substr(at, op.size()) == op) return op.size();
    return 1;
}

constexpr size_t kMaxSource = size_t{16} << 20;

bool read_file(Host& host, const std::string& path, std::string* text) {
    int fd = host.open(path, O_RDONLY, 0);
    if (fd < 0) return false;
    text->clear();
    char buffer[16384];
    int64_t got;
    while ((got = host.read(fd, buffer, sizeof buffer)) > 0 && text->size() < kMaxSource)
        text->append(buffer, static_cast<size_t>(got));
    host.close(fd);
    return got >= 0;
}

std::string decoded(const std::string& bytes, const std::string& name) {
    auto file = SourceFile::from_bytes(bytes, name);
    return file ? std::string(file.value().text()) : replace_invalid_utf8(bytes);
}

}  // namespace

bool is_opening(char c) { return c == '(' || c == '[' || c == '{'; }
bool is_closing(char c) { return c == ')' || c == ']' || c == '}'; }

Word next_word(std::string_view text, size_t at) {
    at = skip_space(text, at);
    if (at >= text.size()) return {Word::Kind::End, text.size(), text.size()};
    if (size_t quote = quote_of_prefix(text, at); quote != std::string_view::npos)
        return {Word::Kind::String, at, string_end(text, quote)};
    char c = text[at];
    bool number = is_digit(c) || (c == '.' && at + 1 < text.size() && is_digit(text[at + 1]));
    if (!number && !is_name_byte(c)) return {Word::Kind::Operator, at, at + operator_length(text, at)};
    size_t end = at + 1;
    while (end < text.size()) {
        bool sign = number && (text[end] == '+' || text[end] == '-') &&
                    (text[end - 1] == 'e' || text[end - 1] == 'E') && text.substr(at, 2) != "0x" &&
                    text.substr(at, 2) != "0X";
        if (!is_name_byte(text[end]) && !sign && !(number && text[end] == '.')) break;
        ++end;
    }
    return {number ? Word::Kind::Number : Word::Kind::Name, at, end};
}

size_t unclosed_bracket(std::string_view text, size_t end) {
    std::vector<size_t> open;
    for (Word word = next_word(text, 0); word.kind != Word::Kind::End && word.begin < end;
         word = next_word(text, word.end)) {
        if (word.kind != Word::Kind::Operator) continue;
        if (is_opening(text[word.begin]))
            open.push_back(word.begin);
        else if (is_closing(text[word.begin]) && !open.empty())
            open.pop_back();
    }
    return open.empty() ? std::string_view::npos : open.back();
}

size_t behind_bracket(std::string_view text, size_t at) {
    std::string open;  // what must close, innermost last
    for (Word word = next_word(text, at); word.kind != Word::Kind::End; word = next_word(text, word.end)) {
        char c = text[word.begin];
        if (word.kind != Word::Kind::Operator) continue;
        if (is_opening(c)) open += c == '(' ? ')' : c == '[' ? ']' : '}';
        if (!is_closing(c)) continue;
        if (open.empty() || open.back() != c) return std::string_view::npos;
        open.pop_back();
        if (open.empty()) return word.end;
    }
    return std::string_view::npos;
}

SourceText::SourceText(std::string utf8) : text_(std::move(utf8)) {
    starts_.push_back(0);
    for (size_t i = text_.find('\n'); i != std::string::npos && i + 1 < text_.size(); i = text_.find('\n', i + 1))
        starts_.push_back(i + 1);
}

std::string_view SourceText::line(int number) const {
    if (number < 1 || number > lines()) return {};
    size_t start = line_start(number), end = std::min(text_.find('\n', start), text_.size());
    std::string_view line = text().substr(start, end - start);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\f')) line.remove_suffix(1);
    return line;
}

int SourceText::line_at(size_t offset) const {
    return static_cast<int>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

std::vector<std::shared_ptr<const SourceText>> find_sources(Thread& t, const StrObject* filename) {
    std::vector<std::shared_ptr<const SourceText>> found;
    std::string name = str_to_utf8(filename), bytes;
    if (!name.empty() && name.front() == '<' && name.back() == '>') {
        for (const auto& [known, text] : remembered_sources(t))
            if (known == name) found.insert(found.begin(), std::make_shared<const SourceText>(text));
    } else if (!name.empty() && read_file(*t.interp.host, name, &bytes)) {
        found.push_back(std::make_shared<const SourceText>(decoded(bytes, name)));
    }
    return found;
}

size_t display_width(std::string_view utf8) {
    size_t width = 0;
    for (size_t i = 0; i < utf8.size();) {
        auto lead = static_cast<unsigned char>(utf8[i]);
        size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        uint32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
        for (size_t k = 1; k < length && i + k < utf8.size(); ++k)
            c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3F);
        i += length;
        bool combining = (c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
        bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
        width += combining ? 0 : wide ? 2 : 1;
    }
    return width;
}

}  // namespace krait
