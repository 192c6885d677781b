// See assembler.h. Rules that make the output equal to CPython 3.6's:
//
// 1. Operands above 255 are preceded by EXTENDED_ARG; since lengths depend on jump distances and distances on lengths,
//    the addresses are computed again until nothing changes.
// 2. The stack depth is the largest found by a depth-first walk over the blocks; a block is entered again only with a
//    greater depth than before. Exception handlers are assumed to start with everything the frame may push.
// 3. lnotab holds pairs (bytes, lines): bytes 0..255 unsigned, lines -128..127 signed, larger steps in several pairs.
#include "compiler/assembler.h"

#include <algorithm>
#include <climits>

namespace krait {

namespace {

constexpr int kUnitSize = 2;

int units_of(uint32_t arg) { return arg <= 0xFF ? 1 : arg <= 0xFFFF ? 2 : arg <= 0xFFFFFF ? 3 : 4; }

/// Fills in the operands of all jumps.
void resolve_jumps(Emitter& emitter) {
    std::vector<Instruction>& code = emitter.instructions();
    std::vector<uint32_t> offsets(code.size() + 1);
    bool again = true;
    while (again) {
        again = false;
        uint32_t offset = 0;
        for (size_t i = 0; i < code.size(); ++i) {
            offsets[i] = offset;
            offset += static_cast<uint32_t>(units_of(code[i].arg));
        }
        offsets[code.size()] = offset;
        for (size_t i = 0; i < code.size(); ++i) {
            Instruction& instruction = code[i];
            if (instruction.label < 0) continue;
            uint32_t target = offsets[static_cast<size_t>(emitter.position(instruction.label))];
            if (has_jrel(instruction.op)) target -= offsets[i + 1];
            uint32_t arg = target * kUnitSize;
            if (units_of(arg) != units_of(instruction.arg)) again = true;
            instruction.arg = arg;
        }
    }
}

/// The walk of rule 2, with its own stack instead of recursion.
class StackDepth {
  public:
    explicit StackDepth(const Emitter& emitter) : emitter_(emitter), starts_(emitter.block_starts()) {
        entry_depth_.assign(starts_.size(), INT_MIN);
        active_.assign(starts_.size(), false);
    }

    int compute() {
        enter(0, 0);
        while (!walks_.empty()) step();
        return maximum_;
    }

  private:
    struct Walk {
        size_t block;
        size_t next;  // instruction
        int depth;
        bool finished = false;
    };

    size_t block_at(int position) const {
        return static_cast<size_t>(std::lower_bound(starts_.begin(), starts_.end(), position) - starts_.begin());
    }
    size_t end_of(size_t block) const {
        return block + 1 < starts_.size() ? static_cast<size_t>(starts_[block + 1]) : emitter_.instructions().size();
    }
    void enter(size_t block, int depth) {
        if (block >= starts_.size() || active_[block] || entry_depth_[block] >= depth) return;
        active_[block] = true;
        entry_depth_[block] = depth;
        walks_.push_back({block, static_cast<size_t>(starts_[block]), depth});
    }

    /// Runs the innermost walk up to its next branch or its end.
    void step() {
        size_t current = walks_.size() - 1;
        while (!walks_[current].finished) {
            Walk& walk = walks_[current];
            if (walk.next == end_of(walk.block)) {
                walk.finished = true;
                enter(walk.block + 1, walk.depth);
                if (walks_.size() - 1 != current) return;
                break;
            }
            const Instruction& instruction = emitter_.instructions()[walk.next++];
            int before = walk.depth;
            walk.depth +=
                stack_effect(static_cast<uint8_t>(instruction.op), static_cast<int>(instruction.arg)).value_or(0);
            maximum_ = std::max(maximum_, walk.depth);
            if (instruction.label < 0) continue;
            int target = before + stack_effect_jumping(instruction.op, static_cast<int>(instruction.arg));
            maximum_ = std::max(maximum_, target);
            if ((opcode_info(instruction.op).flags & kOpPopsWhenFalling) != 0) walk.depth -= 1;
            if (!falls_through(instruction.op)) walk.finished = true;
            enter(block_at(emitter_.position(instruction.label)), target);
            if (walks_.size() - 1 != current) return;
        }
        active_[walks_[current].block] = false;
        walks_.pop_back();
    }

    const Emitter& emitter_;
    const std::vector<int>& starts_;
    std::vector<int> entry_depth_;
    std::vector<bool> active_;
    std::vector<Walk> walks_;
    int maximum_ = 0;
};

class LineTable {
  public:
    explicit LineTable(int firstlineno) : line_(firstlineno) {}

    void mark(int offset, int line) {
        int bytes = offset - offset_;
        int lines = line - line_;
        if (bytes == 0 && lines == 0) return;
        if (bytes > 255) {
            for (; bytes >= 255; bytes -= 255) pair(255, 0);
        }
        if (lines < -128 || lines > 127) {
            int step = lines < 0 ? -128 : 127;
            for (int count = lines / step; count > 0; --count) {
                pair(bytes, step);
                bytes = 0;
                lines -= step;
            }
        }
        pair(bytes, lines);  // also when nothing is left: the reader expects a closing pair
        line_ = line;
        offset_ = offset;
    }
    std::string take() { return std::move(table_); }

  private:
    void pair(int bytes, int lines) {
        table_ += static_cast<char>(bytes);
        table_ += static_cast<char>(lines);
    }

    std::string table_;
    int line_;
    int offset_ = 0;
};

void append_instruction(std::string& code, const Instruction& instruction) {
    for (int unit = units_of(instruction.arg) - 1; unit > 0; --unit) {
        code += static_cast<char>(Opcode::EXTENDED_ARG);
        code += static_cast<char>(instruction.arg >> (8 * unit) & 0xFF);
    }
    code += static_cast<char>(instruction.op);
    code += static_cast<char>(instruction.arg & 0xFF);
}

}  // namespace

AssembledCode assemble(Emitter& emitter, int firstlineno) {
    resolve_jumps(emitter);
    AssembledCode result;
    result.stacksize = StackDepth(emitter).compute();
    LineTable lines(firstlineno);
    for (const Instruction& instruction : emitter.instructions()) {
        if (instruction.line != 0) lines.mark(static_cast<int>(result.code.size()), instruction.line);
        append_instruction(result.code, instruction);
    }
    result.lnotab = lines.take();
    return result;
}

}  // namespace krait
