// Which part of the source an instruction was made for. Code objects carry lines only (co_lnotab is CPython's); when a
// message wants columns, the source is compiled once more with origins (CompileOptions::origins), and the code object
// found again by its bytecode. So columns cost nothing until something fails, and exist for code from .pyc files too.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "builtins/report/source_text.h"
#include "compiler/compiler.h"
#include "parser/parse.h"
#include "vm/object/code_object.h"

namespace krait {

// The node as one of its class, or null.
template <class T>
const T* node_as(const ast::Expr* node) {
    return node && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

// Byte offsets into the source text. What failed lies in [begin, end); inside it, [mark, mark_end) is the operator or
// the brackets that did it (equal: the whole).
struct SourceSpan {
    size_t begin = 0, end = 0, mark = 0, mark_end = 0;
};

// One source compiled with origins.
class ColumnTable {
  public:
    ColumnTable(std::shared_ptr<const SourceText>, const std::string& filename, bool interactive, int optimize);
    bool has(const CodeObject*) const;
    // Of the instruction at byte `lasti`; nothing when it belongs to no expression or the source has changed.
    const ast::Expr* expression(const CodeObject*, int lasti) const;
    std::optional<SourceSpan> span(const ast::Expr*) const;
    const SourceText& source() const { return *source_; }

  private:
    const CodeOrigins* origins_of(const CodeObject*) const;

    std::shared_ptr<const SourceText> source_;
    std::optional<ast::ParsedModule> tree_;
    std::vector<CodeOrigins> origins_;
};

// The tables made while one exception is reported.
class ColumnTables {
  public:
    explicit ColumnTables(Thread& t) : thread_(t) {}
    // The table that knows the code object; null when there is none. Borrowed.
    const ColumnTable* find(const CodeObject*);
    // Source to show lines of.
    std::shared_ptr<const SourceText> source(const CodeObject*);

  private:
    struct File {
        std::string name;
        std::vector<std::shared_ptr<const SourceText>> sources;
        std::vector<std::unique_ptr<ColumnTable>> tables;  // one per source, made when asked for
    };
    File& file(const StrObject* filename);

    Thread& thread_;
    std::vector<std::unique_ptr<File>> files_;
};

}  // namespace krait
