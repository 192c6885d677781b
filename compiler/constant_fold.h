// Arithmetic on constants, with the results Python gives at run time.
#pragma once

#include <optional>
#include <vector>

#include "compiler/compiled_code.h"
#include "compiler/opcode.h"

namespace krait {

/// The value of `op value` (UNARY_NEGATIVE, UNARY_INVERT, UNARY_POSITIVE); nothing when Python would raise.
std::optional<Constant> fold_unary(Opcode op, const Constant& value);

/// The value of a BINARY_* instruction; nothing when Python would raise, for `%` on text, and when the result could
/// grow beyond CPython 3.6's limits: integers of 128 bits, sequences repeated to 20 items.
std::optional<Constant> fold_binary(Opcode op, const Constant& left, const Constant& right);

/// A frozenset of the items, of equal ones (in the sense of Python's ==) the first.
Constant make_frozen_set(const std::vector<Constant>& items);

/// The first item that is equal (in the sense of Python's ==) to one before it; null: all are different.
const Constant* first_duplicate(const std::vector<Constant>& items);

}  // namespace krait
