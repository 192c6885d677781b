// Entry of the compiler: a syntax tree in, a code object out, equal to the one CPython 3.6 makes of the same source.
//
// Faults are those of CPython's symbol table and compiler, with message and position. Diagnostic::line and ::column are
// SyntaxError.lineno and .offset as CPython reports them here: the offset counts from 0 and is a number even when it is
// 0, unless the line is 0 too (no position at all). Diagnostic::text is left empty: CPython reads it from the file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compiled_code.h"
#include "compiler/nesting_guard.h"
#include "parser/ast.h"
#include "support/diagnostic.h"
#include "support/result.h"

namespace krait {

/// A SyntaxWarning the caller should issue (and may turn into an error).
struct CompileWarning {
    std::string message;
    int line = 0;
};

/// For messages: the expression each two-byte unit of a code object was made for (null: none), while the tree lives.
/// Instructions look the same whether origins are asked for or not.
struct CodeOrigins {
    std::shared_ptr<const CompiledCode> code;
    std::vector<const ast::Expr*> units;
};

struct CompileOptions {
    /// 0: everything; 1: no asserts, `__debug__` is false (-O); 2: no docstrings either (-OO).
    int optimize = 0;
    /// Features of `from __future__` are those of 3.6 (and in compile_source() the syntax).
    bool lang36 = false;
    /// CO_FUTURE_* flags in force from outside (the flags of the caller of compile(), of earlier lines of a session).
    uint32_t future_flags = 0;
    NestingLimits limits;
    /// Where warnings go; null: nowhere.
    std::vector<CompileWarning>* warnings = nullptr;
    /// Where the origins of all code objects go; null: nobody wants to know.
    std::vector<CodeOrigins>* origins = nullptr;
};

/// Future flags a code object inherits.
inline constexpr uint32_t kFutureMask = CO_FUTURE_DIVISION | CO_FUTURE_ABSOLUTE_IMPORT | CO_FUTURE_WITH_STATEMENT |
                                        CO_FUTURE_PRINT_FUNCTION | CO_FUTURE_UNICODE_LITERALS |
                                        CO_FUTURE_BARRY_AS_BDFL | CO_FUTURE_GENERATOR_STOP | CO_FUTURE_ANNOTATIONS;

/// Compiles a Module ('exec'), an Interactive ('single': expression statements print) or an Expression ('eval').
/// The tree must stay unchanged during the call and is not needed afterwards.
Result<std::shared_ptr<CompiledCode>, Diagnostic> compile(ast::Mod& mod, std::string_view filename,
                                                          const CompileOptions& options = {});

/// Source text to code in one step: parses `utf8` and compiles it. Wrong syntax and wrong scopes alike are Diagnostics.
enum class CompileMode : uint8_t { Exec, Single, Eval };
Result<std::shared_ptr<CompiledCode>, Diagnostic> compile_source(std::string_view utf8, std::string_view filename,
                                                                 CompileMode mode, const CompileOptions& options = {});

/// The future flags that the module's own `from __future__` imports switch on.
Result<uint32_t, Diagnostic> future_flags_of(ast::Mod& mod, bool lang36 = false);

}  // namespace krait
