// The optimiser that works on finished bytecode, with the effects of CPython 3.6's.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/compiled_code.h"
#include "compiler/opcode.h"

namespace krait {

/// Keeps its working space from one code object to the next.
class PeepholeOptimizer {
  public:
    /// Folds constants, shortens jumps, drops unreachable instructions. Changes code, lnotab and consts (folded
    /// constants are appended); stacksize stays. Leaves code alone whose line table is too irregular to be adjusted.
    /// `kept`: for each two-byte unit of the result the one it was made of; stays empty when nothing moved.
    void run(CompiledCode& code, std::vector<uint32_t>* kept = nullptr);

    struct Unit {
        Opcode op;
        uint8_t arg;
    };
    struct Space {
        std::vector<Unit> units;
        std::vector<uint32_t> blocks;     // numbers of the blocks the units are in
        std::vector<uint32_t> constants;  // pushed last, as indexes
        std::vector<uint32_t> new_index;  // of the units, without the NOPs
    };

  private:
    Space space_;
};

}  // namespace krait
