// From instructions with labels to bytes: addresses of jumps, EXTENDED_ARG, stack depth, line table.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/emitter.h"

namespace krait {

struct AssembledCode {
    std::string code;
    std::string lnotab;
    int stacksize = 0;
};

/// Keeps its working space from one code object to the next.
class Assembler {
  public:
    /// `firstlineno` is the line the table starts from. Resolves the jumps of `emitter` in place.
    AssembledCode assemble(Emitter& emitter, int firstlineno);

  private:
    void resolve_jumps(Emitter& emitter);
    int stack_depth(const Emitter& emitter);
    void enter(size_t block, int depth);
    void walk(const Emitter& emitter, size_t block, int* maximum);

    std::vector<uint32_t> offsets_;  // of the instructions, in units
    std::vector<int> entry_depths_;  // of the blocks; INT_MIN: not reached
};

}  // namespace krait
