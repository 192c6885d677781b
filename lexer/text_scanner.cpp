#include "lexer/text_scanner.h"

#include <string_view>

namespace krait {
namespace {

using Place = TextScanner::Place;

bool starts_word(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}
bool continues_word(unsigned char c) { return starts_word(c) || (c >= '0' && c <= '9'); }

struct Prefix {
    bool is_one = false, raw = false, formatted = false;
};

// What a word directly before a quote says of the literal.
Prefix prefix_of(std::string_view word) {
    Prefix out;
    bool bytes = false, unicode = false;
    for (char c : word) {
        bool* seen = c == 'r' || c == 'R'   ? &out.raw
                     : c == 'f' || c == 'F' ? &out.formatted
                     : c == 'b' || c == 'B' ? &bytes
                     : c == 'u' || c == 'U' ? &unicode
                                            : nullptr;
        if (!seen || *seen) return {};
        *seen = true;
    }
    out.is_one = out.formatted + bytes + unicode <= 1 && !(unicode && out.raw);
    return out;
}

}  // namespace

Place TextScanner::literal_end(Place p, bool raw, bool formatted, int nesting) const {
    if (nesting > kMaxNesting) return nullptr;
    unsigned char quote = *p;
    bool triple = left(p) >= 3 && p[1] == quote && p[2] == quote;
    p += triple ? 3 : 1;
    return formatted ? formatted_end(p, quote, triple, raw, nesting) : plain_end(p, quote, triple);
}

Place TextScanner::plain_end(Place p, unsigned char quote, bool triple) const {
    while (p < limit_) {
        if (closes(p, quote, triple)) return p + (triple ? 3 : 1);
        if (*p == '\n' && !triple) return nullptr;
        p += *p == '\\' ? 2 : 1;
    }
    return nullptr;
}

// Behind the backslash at `p` and what it takes with it; braces keep their meaning, but those of \N{...}.
Place TextScanner::escape_end(Place p, bool raw) const {
    if (left(p) < 2) return limit_;
    if (p[1] == '{' || p[1] == '}') return p + 1;
    if (raw || p[1] != 'N' || left(p) < 3 || p[2] != '{') return p + 2;
    for (p += 3; p < limit_ && *p != '}' && *p != '\n';) ++p;
    return p < limit_ ? p + 1 : p;
}

Place TextScanner::formatted_end(Place p, unsigned char quote, bool triple, bool raw, int nesting) const {
    while (p && p < limit_) {
        if (closes(p, quote, triple)) return p + (triple ? 3 : 1);
        if (*p == '\\') {
            p = escape_end(p, raw);
        } else if (*p == '{' || *p == '}') {
            bool doubled = left(p) >= 2 && p[1] == *p;
            if (!doubled && *p == '}') return nullptr;
            p = doubled ? p + 2 : field_end(p + 1, quote, triple, nesting);
        } else if (*p == '\n' && !triple) {
            return nullptr;
        } else {
            ++p;
        }
    }
    return nullptr;
}

// `p` is behind the '{'; the result behind its '}'.
Place TextScanner::field_end(Place p, unsigned char quote, bool triple, int nesting) const {
    if (nesting > kMaxNesting) return nullptr;
    p = expression_end(p, nesting + 1);
    if (!p) return nullptr;
    if (*p == '=')
        for (++p; p < limit_ && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\f');) ++p;
    if (p < limit_ && *p == '!')
        for (++p; p < limit_ && (continues_word(*p) || *p == ' ');) ++p;
    if (p >= limit_ || (*p != ':' && *p != '}')) return nullptr;
    if (*p == '}') return p + 1;
    for (++p; p && p < limit_;) {   // the format
        if (*p == '}') return p + 1;
        if (*p == '\n' && !triple) return break_in_format_end(p);
        if (*p == '\\' && !triple && left(p) >= 2 && p[1] == '\n') return nullptr;
        if (closes(p, quote, triple)) return nullptr;
        if (*p == '{') p = field_end(p + 1, quote, triple, nesting + 1);
        else p += 1;
    }
    return nullptr;
}

// In single quotes a line break ends the format; only the brace may follow.
Place TextScanner::break_in_format_end(Place p) const {
    while (p < limit_ && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\f')) ++p;
    return p < limit_ && *p == '}' ? p + 1 : nullptr;
}

Place TextScanner::expression_end(Place p, int nesting) const {
    int brackets = 0;
    while (p && p < limit_) {
        unsigned char c = *p;
        bool equal_follows = left(p) >= 2 && p[1] == '=';
        if (c == '(' || c == '[' || c == '{') {
            ++brackets;
        } else if (c == ')' || c == ']' || c == '}') {
            if (brackets == 0) return c == '}' ? p : nullptr;
            --brackets;
        } else if (brackets == 0 && (c == '<' || c == '>' || c == '!' || c == '=') && equal_follows) {
            p += 2;
            continue;
        } else if (brackets == 0 && (c == '!' || c == ':' || c == '=')) {
            return p;
        }
        p = step(p, nesting);
    }
    return nullptr;
}

Place TextScanner::step(Place p, int nesting) const {
    if (*p == '\'' || *p == '"') return literal_end(p, false, false, nesting);
    if (*p == '#') {
        while (p < limit_ && *p != '\n') ++p;
        return p;
    }
    if (*p == '\\') return left(p) >= 2 ? p + 2 : limit_;
    if (!continues_word(*p)) return p + 1;
    Place begin = p;
    while (p < limit_ && continues_word(*p)) ++p;
    if (p == limit_ || (*p != '\'' && *p != '"') || p - begin > 2) return p;
    Prefix prefix = prefix_of({reinterpret_cast<const char*>(begin), static_cast<std::size_t>(p - begin)});
    return prefix.is_one ? literal_end(p, prefix.raw, prefix.formatted, nesting) : p;
}

}  // namespace krait
