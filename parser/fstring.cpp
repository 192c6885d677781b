#include "parser/fstring.h"

#include <algorithm>
#include <vector>

#include "lexer/literal.h"
#include "lexer/text_scanner.h"

namespace krait::ast {
namespace {

constexpr std::string_view kExpectingBrace = "f-string: expecting '}'";

// Gathers the parts of one JoinedStr: literal text that follows literal text becomes one Str.
class Parts {
  public:
    Parts(TreeBuilder& builder, Location where) : builder_(builder), where_(where) {}

    // Appends literal text. False after a fault, which is noted.
    bool add_literal(std::string_view body, bool raw) {
        StringNotes notes;
        bool good = read_str_body(body, raw, &literal_, &notes);
        has_surrogates_ |= notes.has_surrogates;
        builder_.invalid_escape(notes.invalid_escape, where_);
        if (!good) builder_.fault(where_, notes.error);
        return good;
    }
    // Text as it is, without escapes.
    void add_text(std::string_view text) { literal_ += text; }
    void add(Expr* value) {
        flush();
        values_.push_back(value);
    }
    Expr* finish_joined() {
        flush();
        auto* node = builder_.make<JoinedStr>(where_);
        node->values = builder_.make_seq<Expr*>(values_.size());
        std::copy(values_.begin(), values_.end(), node->values.begin());
        return node;
    }
    Expr* finish_plain() { return str_node(); }

  private:
    Str* str_node() {
        auto* node = builder_.make<Str>(where_);
        node->s = {builder_.keep(literal_), has_surrogates_};
        literal_.clear();
        has_surrogates_ = false;
        return node;
    }
    void flush() {
        if (!literal_.empty()) values_.push_back(str_node());
    }

    TreeBuilder& builder_;
    Location where_;
    std::vector<Expr*> values_;
    std::string literal_;
    bool has_surrogates_ = false;
};

// Reads the body of one f-string token. The whole atom's place serves all its nodes; expressions are located by
// looking for their text, braces included, in the atom's first token, as CPython 3.6 does.
class FStringReader {
  public:
    FStringReader(TreeBuilder& builder, const StringParts& token, std::string_view first_token, Location where)
        : builder_(builder),
          rest_(token.body),
          raw_(token.raw),
          triple_(token.triple),
          later_(!builder.options().lang36),
          first_token_(first_token),
          where_(where) {
        for (std::size_t at = 0; (at = first_token_.find('\n', at)) != std::string_view::npos; ++at)
            newlines_.push_back(at);
    }

    // Literal text and expressions up to the end, or to the '}' of the expression whose format this is (depth > 0).
    bool read(Parts* parts, int depth) {
        for (;;) {
            bool doubled = false;
            if (!literal(parts, depth, &doubled)) return false;
            if (doubled) continue;
            if (rest_.empty() || rest_[0] == '}') break;
            Expr* value = expression(parts, depth);
            if (!value) return false;
            parts->add(value);
        }
        return depth == 0 || !rest_.empty() || fail(kExpectingBrace);
    }

  private:
    bool fail(std::string_view message) {
        builder_.fault(where_, message);
        return false;
    }
    Expr* fail_node(std::string_view message) {
        builder_.fault(where_, message);
        return nullptr;
    }

    // Text up to a brace that means something. *doubled: it ended with '{{' or '}}', of which one is text.
    bool literal(Parts* parts, int depth, bool* doubled) {
        std::size_t end = 0;
        for (; end < rest_.size(); ++end) {
            char c = rest_[end];
            if (c == '\n' && later_ && depth > 0 && !triple_) break;   // before a '}' (3.12)
            if (c == '\\' && !raw_ && end + 1 < rest_.size()) {
                c = rest_[++end];
                if (c == '{') builder_.invalid_escape(c, where_);
                if (c == 'N' && end + 1 < rest_.size() && rest_[end + 1] == '{') {
                    end = std::min(rest_.find('}', end), rest_.size() - 1);
                    continue;
                }
            }
            if (c == '{' || c == '}') break;
        }
        std::size_t resume = end;
        if (end < rest_.size() && rest_[end] == '\n')
            resume = rest_.find_first_not_of(" \t\n\f", end);
        if (end < rest_.size() && depth == 0) {
            *doubled = end + 1 < rest_.size() && rest_[end + 1] == rest_[end];
            if (*doubled)
                resume = ++end + 1;
            else if (rest_[end] == '}')
                return fail("f-string: single '}' is not allowed");
        }
        if (!parts->add_literal(rest_.substr(0, end), raw_)) return false;
        rest_.remove_prefix(std::min(resume, rest_.size()));
        return true;
    }

    // '{' expression ['='] ['!' conversion] [':' format] '}'
    Expr* expression(Parts* parts, int depth) {
        if (depth >= (later_ ? 3 : 2))
            return fail_node("f-string: expressions nested too deeply");
        rest_.remove_prefix(1);
        std::size_t end = 0;
        if (!find_expression_end(&end)) return nullptr;
        std::string_view text = rest_.substr(0, end);
        Expr* value = compile(text);
        if (!value) return nullptr;
        rest_.remove_prefix(end);

        auto* node = builder_.make<FormattedValue>(where_);
        node->value = value;
        node->conversion = -1;
        bool shows_text = rest_[0] == '=';
        if (shows_text) {   // f'{x=}' (3.8)
            std::size_t after = std::min(rest_.find_first_not_of(" \t\n\f", 1), rest_.size());
            parts->add_text(text);
            parts->add_text(rest_.substr(0, after));
            rest_.remove_prefix(after);
            if (rest_.empty()) return fail_node(kExpectingBrace);
        }
        if (rest_[0] == '!') {
            if (rest_.size() < 2) return fail_node(kExpectingBrace);
            node->conversion = static_cast<unsigned char>(rest_[1]);
            if (rest_[1] != 's' && rest_[1] != 'r' && rest_[1] != 'a')
                return fail_node("f-string: invalid conversion character: expected 's', 'r', or 'a'");
            rest_.remove_prefix(2);
            if (later_) rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n\f"), rest_.size()));
        } else if (shows_text && rest_[0] == '}') {
            node->conversion = 'r';
        }
        if (!rest_.empty() && rest_[0] == ':') {
            rest_.remove_prefix(1);
            if (rest_.empty()) return fail_node(kExpectingBrace);
            Parts format(builder_, where_);
            if (!read(&format, depth + 1)) return nullptr;
            node->format_spec = format.finish_joined();
        }
        if (rest_.empty() || rest_[0] != '}') return fail_node(kExpectingBrace);
        rest_.remove_prefix(1);
        return node;
    }

    // The '!', ':' or '}' that ends the expression at the start of rest_: the first one outside brackets and strings.
    bool find_expression_end(std::size_t* out) {
        if (later_) {
            auto* begin = reinterpret_cast<const unsigned char*>(rest_.data());
            if (auto* end = TextScanner(begin + rest_.size()).expression_end(begin))
                return *out = static_cast<std::size_t>(end - begin), true;
        }
        int brackets = 0;
        std::string_view quote;  // of the string we are in
        for (std::size_t i = 0; i < rest_.size(); ++i) {
            char c = rest_[i];
            if (c == '\\') return fail("f-string expression part cannot include a backslash");
            if (!quote.empty()) {
                if (rest_.substr(i).starts_with(quote)) {
                    i += quote.size() - 1;
                    quote = {};
                }
            } else if (c == '\'' || c == '"') {
                std::string_view three = rest_.substr(i, 3);
                quote = three.size() == 3 && three[1] == c && three[2] == c ? three : rest_.substr(i, 1);
                i += quote.size() - 1;
            } else if (c == '(' || c == '[' || c == '{') {
                ++brackets;
            } else if (brackets > 0 && (c == ')' || c == ']' || c == '}')) {
                --brackets;
            } else if (c == '#') {
                return fail("f-string expression part cannot include '#'");
            } else if (brackets == 0 && (c == '!' || c == ':' || c == '}')) {
                if (c == '!' && i + 1 < rest_.size() && rest_[i + 1] == '=') continue;
                *out = i;
                return true;
            }
        }
        if (!quote.empty()) return fail("f-string: unterminated string");
        return fail(brackets ? "f-string: mismatched '(', '{', or '['" : kExpectingBrace);
    }

    // How far the expression's text, parsed as "(text)", is from its place in the source.
    LocationShift shift_for(std::string_view text) const {
        LocationShift shift{where_.line - 1, where_.column};
        std::string braced = "{" + std::string(text) + "}";
        std::size_t at = first_token_.find(braced);
        builder_.work(std::min(at, first_token_.size()) / 64);
        if (at == std::string_view::npos) return shift;
        auto after = std::upper_bound(newlines_.begin(), newlines_.end(), at);
        shift.columns += static_cast<int>(after == newlines_.begin() ? at : at - after[-1]);
        shift.lines -= static_cast<int>(newlines_.end() - after);
        return shift;
    }

    Expr* compile(std::string_view text) {
        if (text.find_first_not_of(" \t\n\f") == std::string_view::npos)
            return fail_node("f-string: empty expression not allowed");
        Result<SourceFile, Diagnostic> source = SourceFile::from_text("(" + std::string(text) + ")", "<fstring>");
        if (!source) {
            builder_.adopt_fault(std::move(source.error()));
            return nullptr;
        }
        ParseOptions options = builder_.options();
        if (++options.fstring_nesting > TextScanner::kMaxNesting)
            return fail_node("f-string: too many nested f-strings");
        options.mode = Mode::Expression;
        options.prompt = false;
        TreeBuilder inner(builder_.storage(), *source, options, shift_for(text));
        auto* root = static_cast<Expression*>(inner.run());
        if (root) return root->body;
        Diagnostic fault = *inner.take_fault();
        fault.filename = "<fstring>";   // as CPython names it
        builder_.adopt_fault(std::move(fault));
        return nullptr;
    }

    TreeBuilder& builder_;
    std::string_view rest_;
    bool raw_;
    bool triple_;   // a line may end in the text
    bool later_;   // not only what 3.6 knows
    std::string_view first_token_;
    std::vector<std::size_t> newlines_;   // where they are in first_token_
    Location where_;
};

bool add_bytes(TreeBuilder& builder, const StringParts& token, std::string* bytes, Location where) {
    StringNotes notes;
    bool good = read_bytes_body(token.body, token.raw, bytes, &notes);
    builder.invalid_escape(notes.invalid_escape, where);
    if (!good) builder.fault(where, notes.error);
    return good;
}

Expr* bytes_node(TreeBuilder& builder, std::string_view value, Location where) {
    auto* node = builder.make<Bytes>(where);
    node->s = {builder.keep(value)};
    return node;
}

}  // namespace

Expr* join_strings(TreeBuilder& builder, std::span<const RawText> tokens, Location where) {
    Parts parts(builder, where);
    std::string bytes;
    bool formatted = false;
    bool is_bytes = split_string(tokens[0].view()).bytes;
    for (const RawText& text : tokens) {
        StringParts token = split_string(text.view());
        builder.work(token.body.size() / 64);   // read once more by each step from here to the constant
        bool good = true;
        if (token.bytes)
            good = add_bytes(builder, token, &bytes, where);
        else if (!token.formatted)
            good = parts.add_literal(token.body, token.raw);
        if (good && token.bytes != is_bytes) {
            builder.fault(where, "cannot mix bytes and nonbytes literals");
            good = false;
        }
        if (good && token.formatted) {
            formatted = true;
            good = FStringReader(builder, token, tokens[0].view(), where).read(&parts, 0);
        }
        if (!good) break;
    }
    if (is_bytes) return bytes_node(builder, bytes, where);
    return formatted ? parts.finish_joined() : parts.finish_plain();
}

}  // namespace krait::ast
