// What the author of a failing program may have meant: names, attributes, imports and keyword arguments that are
// spelled alike, modules that were not imported, brackets that were not closed.
#pragma once

#include <string>

#include "builtins/report/column_table.h"
#include "vm/object/layouts.h"

namespace krait {

// "Did you mean: 'x'?" and the like; empty when nothing comes to mind. `last`: the innermost entry, or null.
std::string suggestion_for(Thread&, ExceptionObject*, const TracebackObject* last, ColumnTables&);

// Where a SyntaxError happened, as far as the exception says.
struct SyntaxDetails {
    bool known = false;
    std::string message, filename, text;
    int64_t line = 0, offset = 0;  // offset counts from 1; 0: unknown
    bool has_text = false;
};
SyntaxDetails syntax_details(Thread&, ExceptionObject*);
// What may have been meant, as a sentence; empty when nothing comes to mind (syntax_hints.cpp).
std::string syntax_hint(const SyntaxDetails&);
// The bracket that was open where the parser stopped.
struct OpenBracket {
    bool found = false;
    int line = 0;
    size_t column = 0;  // in bytes
    std::string text;   // the line
    char bracket = 0;
};
OpenBracket open_bracket(Thread&, const SyntaxDetails&, ColumnTables&);

}  // namespace krait
