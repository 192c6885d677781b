// See assembler.h. Rules that make the output equal to CPython 3.6's:
//
// 1. Operands above 255 are preceded by EXTENDED_ARG; since lengths depend on jump distances and distances on lengths,
//    the addresses are computed again until nothing changes.
// 2. The stack depth is the largest found by a depth-first walk over the blocks; a block is entered again only with a
//    greater depth than before. Exception handlers are assumed to start with everything the frame may push. Where all
//    jumps lead forward, one pass in the order of the blocks finds the same: the walk takes quadratic time for many with
//    statements of several items, one behind the other.
// 3. lnotab holds pairs (bytes, lines): bytes 0..255 unsigned, lines -128..127 signed, larger steps in several pairs.
#include "compiler/assembler.h"

#include <algorithm>
#include <array>
#include <climits>

namespace krait {

namespace {

constexpr int kUnitSize = 2;

int units_of(uint32_t arg) { return arg <= 0xFF ? 1 : arg <= 0xFFFF ? 2 : arg <= 0xFFFFFF ? 3 : 4; }

size_t block_at(const std::vector<int>& starts, int position) {
    return static_cast<size_t>(std::lower_bound(starts.begin(), starts.end(), position) - starts.begin());
}

/// Stack effects that do not depend on the operand; kVaries for the others.
constexpr int8_t kVaries = INT8_MAX;
constexpr std::array<int8_t, 256> make_plain_effects() {
    std::array<int8_t, 256> table{};
    auto same = [](auto effect) {
        for (int arg : {1, 2, 3, 255, 256, 257, 0x101, 0xFFFF})
            if (effect(arg) != effect(0)) return kVaries;
        return static_cast<int8_t>(effect(0));
    };
#define OP(name, number, kind, effect, jump_effect, flags, doc) \
    table[number] = same([]([[maybe_unused]] int arg) { return effect; });
#include "compiler/opcode.def"
#undef OP
    return table;
}
constexpr std::array<int8_t, 256> kPlainEffects = make_plain_effects();

int effect_of(const Instruction& instruction) {
    int plain = kPlainEffects[static_cast<uint8_t>(instruction.op)];
    if (plain != kVaries) return plain;
    return stack_effect(static_cast<uint8_t>(instruction.op), static_cast<int>(instruction.arg)).value_or(0);
}

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

char* write_instruction(char* out, const Instruction& instruction) {
    for (int unit = units_of(instruction.arg) - 1; unit > 0; --unit) {
        *out++ = static_cast<char>(Opcode::EXTENDED_ARG);
        *out++ = static_cast<char>(instruction.arg >> (8 * unit) & 0xFF);
    }
    *out++ = static_cast<char>(instruction.op);
    *out++ = static_cast<char>(instruction.arg & 0xFF);
    return out;
}

}  // namespace

/// Fills in the operands of all jumps. offsets_ is right for the last round.
void Assembler::resolve_jumps(Emitter& emitter) {
    std::vector<Instruction>& code = emitter.instructions();
    offsets_.resize(code.size() + 1);
    bool again = true;
    while (again) {
        again = false;
        uint32_t offset = 0;
        for (size_t i = 0; i < code.size(); ++i) {
            offsets_[i] = offset;
            offset += static_cast<uint32_t>(units_of(code[i].arg));
        }
        offsets_[code.size()] = offset;
        for (size_t i = 0; i < code.size(); ++i) {
            Instruction& instruction = code[i];
            if (instruction.label < 0) continue;
            uint32_t target = offsets_[static_cast<size_t>(emitter.position(instruction.label))];
            if (has_jrel(instruction.op)) target -= offsets_[i + 1];
            uint32_t arg = target * kUnitSize;
            if (units_of(arg) != units_of(instruction.arg)) again = true;
            instruction.arg = arg;
        }
    }
}

// The walk of rule 2, with its own stack instead of recursion.

int Assembler::stack_depth(const Emitter& emitter) {
    const size_t blocks = emitter.block_starts().size();
    entry_depths_.assign(blocks, INT_MIN);
    active_.assign(blocks, 0);
    walks_.clear();
    only_forward_ = jumps_lead_forward(emitter);
    int maximum = 0;
    enter(emitter, 0, 0);
    for (size_t block = 0; only_forward_ && block < blocks; ++block) {
        if (entry_depths_[block] == INT_MIN) continue;
        walks_.assign(1, {block, static_cast<size_t>(emitter.block_starts()[block]), entry_depths_[block]});
        while (step(emitter, &maximum)) {}
        walks_.clear();
    }
    while (!walks_.empty()) {
        if (step(emitter, &maximum)) continue;
        active_[walks_.back().block] = 0;
        walks_.pop_back();
    }
    return maximum;
}

bool Assembler::jumps_lead_forward(const Emitter& emitter) {
    const std::vector<Instruction>& instructions = emitter.instructions();
    for (size_t i = 0; i < instructions.size(); ++i)
        if (instructions[i].label >= 0 && static_cast<size_t>(emitter.position(instructions[i].label)) <= i)
            return false;
    return true;
}

void Assembler::enter(const Emitter& emitter, size_t block, int depth) {
    if (block >= active_.size() || active_[block] || entry_depths_[block] >= depth) return;
    entry_depths_[block] = depth;
    if (only_forward_) return;
    active_[block] = 1;
    walks_.push_back({block, static_cast<size_t>(emitter.block_starts()[block]), depth});
}

/// Runs the innermost walk up to its next branch (true: another one is innermost now) or its end (false).
bool Assembler::step(const Emitter& emitter, int* maximum) {
    const std::vector<int>& starts = emitter.block_starts();
    const size_t current = walks_.size() - 1;
    Walk walk = walks_[current];
    const size_t end =
        walk.block + 1 < starts.size() ? static_cast<size_t>(starts[walk.block + 1]) : emitter.instructions().size();
    while (!walk.finished) {
        if (walk.next == end) {
            walks_[current].next = end;
            walks_[current].finished = true;
            enter(emitter, walk.block + 1, walk.depth);
            return walks_.size() - 1 != current;
        }
        const Instruction& instruction = emitter.instructions()[walk.next++];
        int before = walk.depth;
        walk.depth += effect_of(instruction);
        *maximum = std::max(*maximum, walk.depth);
        if (instruction.label < 0) continue;
        int target = before + stack_effect_jumping(instruction.op, static_cast<int>(instruction.arg));
        *maximum = std::max(*maximum, target);
        if ((opcode_info(instruction.op).flags & kOpPopsWhenFalling) != 0) walk.depth -= 1;
        if (!falls_through(instruction.op)) walk.finished = true;
        walks_[current] = walk;
        enter(emitter, block_at(starts, emitter.position(instruction.label)), target);
        if (walks_.size() - 1 != current) return true;
    }
    return false;
}

AssembledCode Assembler::assemble(Emitter& emitter, int firstlineno) {
    resolve_jumps(emitter);
    AssembledCode result;
    result.stacksize = stack_depth(emitter);
    result.code.resize(size_t{offsets_[emitter.instructions().size()]} * kUnitSize);
    LineTable lines(firstlineno);
    char* out = result.code.data();
    for (const Instruction& instruction : emitter.instructions()) {
        if (instruction.line != 0) lines.mark(static_cast<int>(out - result.code.data()), instruction.line);
        out = write_instruction(out, instruction);
    }
    result.lnotab = lines.take();
    return result;
}

}  // namespace krait
