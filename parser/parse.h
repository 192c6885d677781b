// Entry of the parser: source text in, syntax tree or Diagnostic out.
//
// In:  a SourceFile (or UTF-8 text) and a Mode. Out: a ParsedModule, which owns the tree, its identifiers and its
// arena. Faults are those of CPython 3.6's tokenizer, parser and tree builder, with the same message, line and column;
// faults that need scopes ('return' outside function) belong to the compiler. No recursion here grows with the nesting
// of the source without a limit. The parser must not know the compiler or any runtime object.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parser/ast.h"
#include "support/diagnostic.h"
#include "support/poll.h"
#include "support/result.h"

namespace krait {
class SourceFile;
}

namespace krait::ast {

enum class Mode : std::uint8_t { Module, Interactive, Expression };

struct ParseOptions {
    Mode mode = Mode::Module;
    /// `from __future__ import barry_as_FLUFL` is in force: `<>` is the inequality operator.
    bool barry_as_flufl = false;
    /// The language is 3.6 and no more: later syntax (docs/later-syntax.md) is refused.
    bool lang36 = false;
    /// Brackets that can be open at once before "s_push: parser stack overflow"; CPython 3.6 stops at about as many.
    int max_nesting = 92;
    /// Bytes the tree may take before MemoryError.
    std::size_t max_memory = SIZE_MAX;
    /// The text is what was typed at a prompt so far: its end closes no block (see check_interactive).
    bool prompt = false;
    /// How many f-strings are around the text: each is parsed within the run of the one around it.
    int fstring_nesting = 0;
    /// Asked every few thousand tokens; its no is DiagnosticKind::Stopped.
    Poll poll;
};

/// A DeprecationWarning for the caller to issue (and to turn into a SyntaxError at its line if the filters say so).
struct ParseWarning {
    std::string message;
    int line = 0;
    bool syntax = true;   ///< as an error it is a SyntaxError
};

struct TreeStorage;

/// A finished tree with everything it points to. Movable; the nodes stay where they are.
class ParsedModule {
  public:
    explicit ParsedModule(std::unique_ptr<TreeStorage> storage, Mod* root, std::string filename);
    ParsedModule(ParsedModule&&) noexcept;
    ParsedModule& operator=(ParsedModule&&) noexcept;
    ~ParsedModule();

    /// Module, Interactive or Expression, according to the mode.
    Mod* root() const { return root_; }
    const std::string& filename() const { return filename_; }
    /// The module's Identifier for `text`, for comparing names in the tree with a known one.
    Identifier intern(std::string_view text);
    /// In the order of the text: "invalid escape sequence \d".
    const std::vector<ParseWarning>& warnings() const;

  private:
    std::unique_ptr<TreeStorage> storage_;
    Mod* root_;
    std::string filename_;
};

Result<ParsedModule, Diagnostic> parse(const SourceFile& source, const ParseOptions& options = {});

/// Parses text that is already UTF-8 (a str passed to compile(), a line of the prompt): no encoding line is honoured.
Result<ParsedModule, Diagnostic> parse_text(std::string_view utf8, std::string_view filename, Mode mode = Mode::Module);
Result<ParsedModule, Diagnostic> parse_text(std::string_view utf8, std::string_view filename,
                                            const ParseOptions& options);

/// For a prompt: what can be said of the lines typed so far.
enum class Completeness : std::uint8_t {
    Complete,    ///< a whole statement, or an empty line
    Incomplete,  ///< more lines can make it right: an open bracket, string or block, or only a comment so far
    Wrong,       ///< no further line helps; parse it for the Diagnostic
};
Completeness check_interactive(std::string_view utf8);

/// The tree as `ast.dump(tree, annotate_fields=True, include_attributes=True)` of CPython 3.6 prints it.
std::string dump(const Node& node, bool include_attributes = true);

}  // namespace krait::ast
