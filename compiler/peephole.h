// The optimiser that works on finished bytecode, with the effects of CPython 3.6's.
#pragma once

#include "compiler/compiled_code.h"

namespace krait {

/// Folds constants, shortens jumps, drops unreachable instructions. Changes code, lnotab and consts (folded constants
/// are appended); stacksize stays. Leaves code alone whose line table is too irregular to be adjusted.
void optimize_bytecode(CompiledCode& code);

}  // namespace krait
