// From instructions with labels to bytes: addresses of jumps, EXTENDED_ARG, stack depth, line table.
#pragma once

#include <string>

#include "compiler/emitter.h"

namespace krait {

struct AssembledCode {
    std::string code;
    std::string lnotab;
    int stacksize = 0;
};

/// `firstlineno` is the line the table starts from. Resolves the jumps of `emitter` in place.
AssembledCode assemble(Emitter& emitter, int firstlineno);

}  // namespace krait
