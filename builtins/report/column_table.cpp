#include "builtins/report/column_table.h"

#include <algorithm>

#include "builtins/report/report.h"
#include "lexer/source.h"
#include "vm/object/layouts.h"

namespace krait {

namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr int kMaxDepth = 300;

// Ends of expressions: the tree knows where they begin, words of the text tell where they end.
class SpanFinder {
  public:
    explicit SpanFinder(const SourceText& source) : source_(source), text_(source.text()) {}

    std::optional<SourceSpan> span(const ast::Expr* node) {
        size_t begin = start(node);
        if (begin == kNone) return std::nullopt;
        size_t finish = closed(begin, end(node));
        if (finish == kNone || finish <= begin) return std::nullopt;
        SourceSpan result{begin, finish, begin, begin};
        if (auto* op = node_as<ast::BinOp>(node)) {
            Word word = next_word(text_, closed(begin, end(op->left)));
            if (word.kind == Word::Kind::Operator && word.end < finish)
                result.mark = word.begin, result.mark_end = word.end;
        } else if (auto* item = node_as<ast::Subscript>(node)) {
            size_t bracket = skip_to(closed(begin, end(item->value)), '[');
            if (bracket != kNone) result.mark = bracket, result.mark_end = finish;
        }
        return result;
    }

  private:
    // CPython 3.6 places `a + b + c` at its last operator.
    size_t start(const ast::Expr* node) const {
        size_t first = place(node);
        for (auto* op = node_as<ast::BinOp>(node); op && first != kNone; op = node_as<ast::BinOp>(op->left))
            first = std::min(first, place(op->left));
        return first;
    }
    size_t place(const ast::Expr* node) const {
        if (!node || node->line < 1 || node->line > source_.lines() || node->column < 0) return kNone;
        size_t at = source_.line_start(node->line) + static_cast<size_t>(node->column);
        return at < text_.size() ? at : kNone;
    }
    // The bracket that must come next; kNone when something else does.
    size_t skip_to(size_t at, char bracket) const {
        if (at == kNone) return kNone;
        Word word = next_word(text_, at);
        return word.kind == Word::Kind::Operator && text_[word.begin] == bracket ? word.begin : kNone;
    }
    // Behind the brackets that were opened since `begin` and are open at `at`.
    size_t closed(size_t begin, size_t at) const {
        if (begin == kNone || at == kNone) return kNone;
        size_t depth = 0;
        Word word = next_word(text_, begin);
        for (; word.kind != Word::Kind::End && (word.begin < at || depth > 0); word = next_word(text_, word.end)) {
            if (word.kind == Word::Kind::Operator && is_opening(text_[word.begin]))
                ++depth;
            else if (word.kind == Word::Kind::Operator && is_closing(text_[word.begin]))
                depth -= depth > 0;
            at = std::max(at, word.end);
        }
        return depth == 0 ? at : kNone;
    }
    size_t behind(const ast::Expr* whole, const ast::Expr* part, char bracket) {
        size_t opening = skip_to(closed(start(whole), end(part)), bracket);
        return opening == kNone ? kNone : behind_bracket(text_, opening);
    }
    size_t attribute_end(const ast::Attribute* node) {
        size_t dot = skip_to(closed(start(node), end(node->value)), '.');
        if (dot == kNone) return kNone;
        Word name = next_word(text_, dot + 1);
        return name.kind == Word::Kind::Name ? name.end : kNone;
    }
    // Literals next to each other are one expression.
    size_t strings_end(size_t at) const {
        size_t last = kNone;
        for (Word word = next_word(text_, at); word.kind == Word::Kind::String; word = next_word(text_, word.end))
            last = word.end;
        return last;
    }
    size_t display_end(const ast::Expr* node, const ast::Expr* last) {
        size_t at = start(node);
        if (at != kNone && is_opening(text_[at])) return behind_bracket(text_, at);
        if (last) return end(last);
        return kNone;
    }

    // Without brackets around the expression.
    size_t end(const ast::Expr* node) {
        if (!node || ++depth_ > kMaxDepth) return kNone;
        size_t at = find_end(node);
        --depth_;
        return at;
    }
    size_t find_end(const ast::Expr* node) {
        size_t at = start(node);
        if (at == kNone) return kNone;
        if (auto* n = node_as<ast::Attribute>(node)) return attribute_end(n);
        if (auto* n = node_as<ast::Call>(node)) return behind(n, n->func, '(');
        if (auto* n = node_as<ast::Subscript>(node)) return behind(n, n->value, '[');
        if (auto* n = node_as<ast::BinOp>(node)) return end(n->right);
        if (auto* n = node_as<ast::BoolOp>(node)) return end(n->values.back());
        if (auto* n = node_as<ast::Compare>(node)) return end(n->comparators.back());
        if (auto* n = node_as<ast::UnaryOp>(node)) return end(n->operand);
        if (auto* n = node_as<ast::IfExp>(node)) return end(n->orelse);
        if (auto* n = node_as<ast::Lambda>(node)) return end(n->body);
        if (auto* n = node_as<ast::Await>(node)) return end(n->value);
        if (auto* n = node_as<ast::YieldFrom>(node)) return end(n->value);
        if (auto* n = node_as<ast::Starred>(node)) return end(n->value);
        if (auto* n = node_as<ast::Yield>(node)) return n->value ? end(n->value) : next_word(text_, at).end;
        if (auto* n = node_as<ast::Tuple>(node)) return display_end(n, n->elts.empty() ? nullptr : n->elts.back());
        if (auto* n = node_as<ast::ListComp>(node)) return end(n->elt);
        if (auto* n = node_as<ast::SetComp>(node)) return end(n->elt);
        if (auto* n = node_as<ast::GeneratorExp>(node)) return end(n->elt);
        if (ast::is<ast::List>(node) || ast::is<ast::Dict>(node) || ast::is<ast::Set>(node) ||
            ast::is<ast::DictComp>(node))
            return display_end(node, nullptr);
        Word word = next_word(text_, at);
        if (word.kind == Word::Kind::String) return strings_end(at);
        if (word.kind == Word::Kind::Operator && word.end == word.begin + 1 && text_[at] == '-')
            return next_word(text_, word.end).end;
        return word.end;
    }

    const SourceText& source_;
    std::string_view text_;
    int depth_ = 0;
};

bool same_bytes(const BytesObject* bytes, const std::string& text) { return bytes->view() == text; }

}  // namespace

ColumnTable::ColumnTable(std::shared_ptr<const SourceText> source, const std::string& filename, bool interactive,
                         int optimize)
    : source_(std::move(source)) {
    auto file = SourceFile::from_text(source_->text(), filename);
    if (!file) return;
    ast::ParseOptions how;
    how.mode = interactive ? ast::Mode::Interactive : ast::Mode::Module;
    auto tree = ast::parse(file.value(), how);
    if (!tree) return;
    tree_.emplace(std::move(tree.value()));
    CompileOptions options;
    options.optimize = optimize;
    options.origins = &origins_;
    if (!compile(*tree_->root(), filename, options)) origins_.clear();
}

const CodeOrigins* ColumnTable::origins_of(const CodeObject* code) const {
    for (const CodeOrigins& row : origins_)
        if (row.code->firstlineno == code->firstlineno && same_bytes(code->code, row.code->code) &&
            str_to_utf8(code->name) == row.code->name)
            return &row;
    return nullptr;
}

bool ColumnTable::has(const CodeObject* code) const { return origins_of(code) != nullptr; }

const ast::Expr* ColumnTable::expression(const CodeObject* code, int lasti) const {
    const CodeOrigins* row = origins_of(code);
    size_t unit = static_cast<size_t>(lasti) / 2;
    return row && lasti >= 0 && unit < row->units.size() ? row->units[unit] : nullptr;
}

std::optional<SourceSpan> ColumnTable::span(const ast::Expr* node) const {
    if (!node) return std::nullopt;
    return SpanFinder(*source_).span(node);
}

ColumnTables::File& ColumnTables::file(const StrObject* filename) {
    std::string name = str_to_utf8(filename);
    for (auto& known : files_)
        if (known->name == name) return *known;
    files_.push_back(std::make_unique<File>());
    files_.back()->name = name;
    files_.back()->sources = find_sources(thread_, filename);
    files_.back()->tables.resize(files_.back()->sources.size());
    return *files_.back();
}

const ColumnTable* ColumnTables::find(const CodeObject* code) {
    File& known = file(code->filename);
    for (size_t i = 0; i < known.sources.size(); ++i) {
        if (!known.tables[i])
            known.tables[i] = std::make_unique<ColumnTable>(known.sources[i], known.name, known.name == "<stdin>",
                                                            thread_.interp.optimize);
        if (known.tables[i]->has(code)) return known.tables[i].get();
    }
    return nullptr;
}

std::shared_ptr<const SourceText> ColumnTables::source(const CodeObject* code) {
    File& known = file(code->filename);
    if (known.sources.size() > 1)
        for (size_t i = 0; i < known.sources.size(); ++i)
            if (const ColumnTable* table = find(code); table && &table->source() == known.sources[i].get())
                return known.sources[i];
    return known.sources.empty() ? nullptr : known.sources.front();
}

}  // namespace krait
