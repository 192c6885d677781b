// Arithmetic on constants, with the results Python gives at run time.
#pragma once

#include <optional>
#include <vector>

#include "compiler/compiled_code.h"
#include "compiler/opcode.h"

namespace krait {

/// The value of `op value` (UNARY_NEGATIVE, UNARY_INVERT, UNARY_POSITIVE); nothing when Python would raise.
std::optional<Constant> fold_unary(Opcode op, const Constant& value);

/// The value of a BINARY_* instruction; nothing when Python would raise, when a sequence of more than 20 items would
/// come out (CPython's limit), or when the result would be absurdly large.
std::optional<Constant> fold_binary(Opcode op, const Constant& left, const Constant& right);

/// A frozenset of the distinct items.
Constant make_frozen_set(const std::vector<Constant>& items);

/// Python's ==.
bool constants_equal(const Constant& a, const Constant& b);

/// `format % args` (constant_format.cpp) for a str or bytes format; nothing when Python would raise or the result is
/// longer than 20 characters.
std::optional<Constant> fold_format(const Constant& format, const Constant& args);

}  // namespace krait
