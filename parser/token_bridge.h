// Between lexer and generated parser: the lexer's tokens under the numbers that Bison gave them.
#pragma once

#include "parser/ast_actions.h"

/// The function the generated parser calls for its next token.
inline int krait_lex(krait::ast::Semantic* value, krait::ast::Location* where, krait::ast::TreeBuilder& builder) {
    return builder.next_token(value, where);
}
