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
    /// A walk along the instructions of one block, with the stack depth it has reached.
    struct Walk {
        size_t block;
        size_t next;  // instruction
        int depth;
        bool finished = false;
    };

    void resolve_jumps(Emitter& emitter);
    int stack_depth(const Emitter& emitter);
    static bool jumps_lead_forward(const Emitter& emitter);
    void enter(const Emitter& emitter, size_t block, int depth);
    bool step(const Emitter& emitter, int* maximum);

    std::vector<uint32_t> offsets_;     // of the instructions, in units
    std::vector<int> entry_depths_;     // of the blocks; INT_MIN before the first visit
    std::vector<unsigned char> active_; // blocks on the way of the current walks
    std::vector<Walk> walks_;
    bool only_forward_ = false;         // blocks are not entered when they are reached, but in their order
};

}  // namespace krait
