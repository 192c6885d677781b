// What people who know another language, or an older Python, may have meant by a line that is no Python 3.6.
#include <algorithm>

#include "builtins/report/source_text.h"
#include "builtins/report/suggestions.h"

namespace krait {

namespace {

constexpr std::string_view kKeywords[] = {
    "and",      "as",      "assert", "break", "class",  "continue", "def",    "del",   "elif", "else",
    "except",   "finally", "for",    "from",  "global", "if",       "import", "in",    "is",   "lambda",
    "nonlocal", "not",     "or",     "pass",  "raise",  "return",   "try",    "while", "with", "yield"};
constexpr std::string_view kOpeners[] = {"if",    "elif", "else", "while",  "for",    "def",
                                         "class", "with", "try",  "except", "finally"};

template <size_t N>
bool among(const std::string_view (&words)[N], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

class Line {
  public:
    // `at`: the last byte of the token the parser refused, or the line's end.
    Line(std::string_view text, size_t at) : text_(text), at_(at) {
        for (size_t place = 0; words_.size() < kMost;) {
            Word word = next_word(text, place);
            if (word.kind == Word::Kind::End || word.end <= place) break;
            words_.push_back(word);
            place = word.end;
        }
        while (refused_ < words_.size() && words_[refused_].end <= at) ++refused_;
    }

    std::string hint() const {
        if (words_.empty()) return "";
        for (auto rule :
             {&Line::name_hint, &Line::other_word, &Line::operator_hint, &Line::clause_hint, &Line::await_hint})
            if (std::string found = (this->*rule)(); !found.empty()) return found;
        return "";
    }

  private:
    static constexpr size_t kMost = 200;
    std::string_view word(size_t i) const {
        return i < words_.size() ? text_.substr(words_[i].begin, words_[i].end - words_[i].begin) : "";
    }
    bool at_end() const { return at_ >= text_.size() || text_[at_] == '\n' || refused_ >= words_.size(); }

    std::string name_hint() const {
        if (word(1) == "=" && among(kKeywords, word(0))) return quoted(word(0)) + " is a keyword and cannot be a name.";
        return "";
    }
    std::string other_word() const {
        std::string_view first = word(0);
        if (first == "elseif" || first == "elsif" || (first == "else" && word(1) == "if"))
            return "Did you mean 'elif'?";
        if ((first == "function" || first == "func" || first == "fn") && refused_ == 1) return "Did you mean 'def'?";
        if (first == "switch" || first == "unless" || first == "foreach") {
            if (refused_ == 1 || at_end()) return "Python has no " + quoted(first) + ".";
        }
        return "";
    }
    std::string operator_hint() const {
        size_t last = at_end() ? words_.size() - 1 : refused_;
        if (last > 0 && words_[last].begin == words_[last - 1].end && word(last) == word(last - 1)) {
            std::string_view twice = word(last);
            if (twice == "&") return "Did you mean 'and'?";
            if (twice == "|") return "Did you mean 'or'?";
            if ((twice == "+" || twice == "-") && at_end() && last > 1 && words_[last - 2].kind == Word::Kind::Name)
                return "Python has no '" + std::string(2, twice[0]) + "': write " +
                       quoted(std::string(word(last - 2)) + " " + twice[0] + "= 1") + ".";
        }
        std::string_view refused = word(refused_);
        if (refused == "<>" || (refused == ">" && refused_ > 0 && word(refused_ - 1) == "<"))
            return "Did you mean '!='?";
        if (refused == "!") return "Did you mean 'not'?";
        return "";
    }
    std::string clause_hint() const {
        if (!among(kOpeners, word(0))) return "";
        if (at_end()) return "Is a ':' missing at the end of the line?";
        if (word(0) == "except" && word(refused_) == "," && refused_ + 2 < words_.size() && word(refused_ + 2) == ":")
            return "Did you mean '" +
                   std::string(text_.substr(words_[0].begin, words_[refused_].begin - words_[0].begin)) + " as " +
                   std::string(word(refused_ + 1)) + ":'?";
        if (word(refused_) == "=") return "Did you mean '==' instead of '='?";
        return "";
    }
    std::string await_hint() const {
        if (refused_ > 0 && word(refused_ - 1) == "await" && !at_end())
            return "'await' is only for functions that 'async def' makes.";
        return "";
    }

    std::string_view text_;
    size_t at_;
    std::vector<Word> words_;
    size_t refused_ = 0;
};

}  // namespace

std::string syntax_hint(const SyntaxDetails& syntax) {
    if (!syntax.has_text || syntax.offset < 1) return "";
    std::string_view text = syntax.text;
    auto at = static_cast<size_t>(syntax.offset - 1);
    if (syntax.message == "invalid syntax") return Line(text, at).hint();
    if (syntax.message == "invalid token") {
        size_t begin = std::min(at, text.size());
        auto digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
        while (begin > 0 && (begin == text.size() || !digit(begin) || digit(begin - 1)) && begin + 4096 > at) --begin;
        size_t end = begin;
        while (end < text.size() && text[end] >= '0' && text[end] <= '7') ++end;
        bool octal = end > begin + 1 && text[begin] == '0' && (end == text.size() || !digit(end));
        if (octal)
            return "Octal numbers begin with 0o: 0o" + std::string(text.substr(begin + 1, end - begin - 1)) + ".";
    }
    if (syntax.message == "invalid character in identifier")
        for (const char* quote : {"\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c", "\xe2\x80\x9d"})
            if (text.find(quote) != text.npos) return "Text stands between ' or \".";
    return "";
}

}  // namespace krait
