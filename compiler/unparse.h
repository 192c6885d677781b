// Expressions as text, for `from __future__ import annotations` (PEP 563).
#pragma once

#include <string>

#include "compiler/nesting_guard.h"
#include "parser/ast.h"

namespace krait {

/// An expression in the spelling that CPython 3.7 and later give annotations kept as text: one space around operators,
/// parentheses only where they are needed. Throws CompileFault when it is nested too deeply.
std::string unparse(ast::Expr& expression, NestingGuard& guard);

}  // namespace krait
