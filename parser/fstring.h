// Adjacent string literals become one node: Str, Bytes, or JoinedStr when one of them is an f-string.
#pragma once

#include <span>

#include "parser/ast_actions.h"

namespace krait::ast {

/// The node for the STRING tokens of one atom, which begins at `where`. After a fault, noted in the builder, some node.
Expr* join_strings(TreeBuilder& builder, std::span<const RawText> tokens, Location where);

}  // namespace krait::ast
