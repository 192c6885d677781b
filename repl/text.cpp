#include "repl/text.h"

#include <algorithm>
#include <array>

namespace krait::repl {

namespace {

std::size_t length_of(unsigned char lead) { return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

constexpr std::string_view kKeywords[] = {"False",  "None",   "True",    "and",      "as",       "assert", "async",
                                          "await",  "break",  "class",   "continue", "def",      "del",    "elif",
                                          "else",   "except", "finally", "for",      "from",     "global", "if",
                                          "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
                                          "pass",   "raise",  "return",  "try",      "while",    "with",   "yield"};
constexpr std::string_view kBuiltins[] = {
    "abs",     "all",     "any",     "bool",       "bytearray",    "bytes",      "callable",  "chr",   "classmethod",
    "compile", "complex", "delattr", "dict",       "dir",          "divmod",     "enumerate", "eval",  "exec",
    "filter",  "float",   "format",  "frozenset",  "getattr",      "globals",    "hasattr",   "hash",  "help",
    "hex",     "id",      "input",   "int",        "isinstance",   "issubclass", "iter",      "len",   "list",
    "locals",  "map",     "max",     "memoryview", "min",          "next",       "object",    "oct",   "open",
    "ord",     "pow",     "print",   "property",   "range",        "repr",       "reversed",  "round", "self",
    "set",     "setattr", "slice",   "sorted",     "staticmethod", "str",        "sum",       "super", "tuple",
    "type",    "vars",    "zip"};

template <std::size_t N>
bool contains(const std::string_view (&words)[N], std::string_view word) {
    return std::binary_search(std::begin(words), std::end(words), word);
}

bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Painter {
  public:
    explicit Painter(std::string_view text) : text_(text), inks_(text.size(), Ink::Plain) {}
    std::vector<Ink> paint() {
        while (at_ < text_.size()) step();
        return std::move(inks_);
    }

  private:
    void fill(std::size_t end, Ink ink) {
        std::fill(inks_.begin() + static_cast<std::ptrdiff_t>(at_), inks_.begin() + static_cast<std::ptrdiff_t>(end),
                  ink);
        at_ = end;
    }
    void step() {
        char c = text_[at_];
        if (c == '#') return fill(std::min(text_.find('\n', at_), text_.size()), Ink::Comment);
        std::size_t quote = at_;
        while (quote < text_.size() && quote < at_ + 2 && std::string_view("rRbBuUfF").find(text_[quote]) != text_.npos)
            ++quote;
        if (quote < text_.size() && (text_[quote] == '"' || text_[quote] == '\''))
            return fill(string_end(quote), Ink::String);
        if (!is_name_byte(c)) return fill(at_ + 1, Ink::Plain);
        std::size_t end = at_;
        while (end < text_.size() && (is_name_byte(text_[end]) || (is_digit(c) && text_[end] == '.'))) ++end;
        if (is_digit(c)) return fill(end, Ink::Number);
        std::string_view word = text_.substr(at_, end - at_);
        Ink ink = contains(kKeywords, word) ? Ink::Keyword : Ink::Plain;
        if (after_definition_)
            ink = Ink::Name;
        else if (ink == Ink::Plain && contains(kBuiltins, word) && (at_ == 0 || text_[at_ - 1] != '.'))
            ink = Ink::Builtin;
        after_definition_ = word == "def" || word == "class";
        fill(end, ink);
    }
    std::size_t string_end(std::size_t quote) const {
        char mark = text_[quote];
        bool triple = text_.substr(quote, 3) == std::string(3, mark);
        for (std::size_t i = quote + (triple ? 3 : 1); i < text_.size(); ++i) {
            if (text_[i] == '\\')
                ++i;
            else if (triple ? text_.substr(i, 3) == std::string(3, mark) : text_[i] == mark)
                return i + (triple ? 3 : 1);
            else if (!triple && text_[i] == '\n')
                return i;
        }
        return text_.size();
    }
    std::string_view text_;
    std::vector<Ink> inks_;
    std::size_t at_ = 0;
    bool after_definition_ = false;
};

}  // namespace

std::uint32_t code_point(std::string_view text, std::size_t at) {
    auto lead = static_cast<unsigned char>(text[at]);
    std::size_t length = length_of(lead);
    if (length == 1) return lead;
    std::uint32_t c = lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length && at + k < text.size(); ++k)
        c = c << 6 | (static_cast<unsigned char>(text[at + k]) & 0x3F);
    return c;
}

unsigned character_width(std::uint32_t c) {
    if (c < 0x300) return c < 0x20 ? 0 : 1;
    bool combining = c <= 0x36F || c == 0x200B || c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
                     (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF);
    if (combining) return 0;
    bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

std::size_t next_character(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    at = std::min(at + length_of(static_cast<unsigned char>(text[at])), text.size());
    while (at < text.size() && (text[at] & 0x80) && character_width(code_point(text, at)) == 0)
        at = std::min(at + length_of(static_cast<unsigned char>(text[at])), text.size());
    return at;
}

std::size_t previous_character(std::string_view text, std::size_t at) {
    while (at > 0) {
        do --at;
        while (at > 0 && (text[at] & 0xC0) == 0x80);
        if (!(text[at] & 0x80) || character_width(code_point(text, at)) != 0) break;
    }
    return at;
}

std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); i += length_of(static_cast<unsigned char>(text[i])))
        width += character_width(code_point(text, i));
    return width;
}

std::vector<Ink> inks_of(std::string_view source) { return Painter(source).paint(); }

const char* ink_code(Ink ink) {
    static constexpr std::array<const char*, static_cast<std::size_t>(Ink::Count)> kCodes = {
        "\x1b[0m", "\x1b[0;1;34m", "\x1b[0;1m", "\x1b[0;32m", "\x1b[0;36m", "\x1b[0;90m", "\x1b[0;35m"};
    return kCodes[static_cast<std::size_t>(ink)];
}

}  // namespace krait::repl
