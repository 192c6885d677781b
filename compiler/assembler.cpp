// See assembler.h. Rules that make the output equal to CPython 3.6's:
//
// 1. Operands above 255 are preceded by EXTENDED_ARG; since lengths depend on jump distances and distances on lengths,
//    the addresses are computed again until nothing changes.
// 2. The stack depth is the largest on any way that takes no jump back: CPython's walk has the head of a loop on its way
//    when it comes to such a jump, and does not enter it again. So one pass in the order of the blocks finds it.
//    Exception handlers are assumed to start with everything the frame may push.
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

int Assembler::stack_depth(const Emitter& emitter) {
    entry_depths_.assign(emitter.block_starts().size(), INT_MIN);
    int maximum = 0;
    enter(0, 0);
    for (size_t block = 0; block < entry_depths_.size(); ++block)
        if (entry_depths_[block] != INT_MIN) walk(emitter, block, &maximum);
    return maximum;
}

void Assembler::enter(size_t block, int depth) {
    if (block < entry_depths_.size()) entry_depths_[block] = std::max(entry_depths_[block], depth);
}

/// Along the instructions of one block.
void Assembler::walk(const Emitter& emitter, size_t block, int* maximum) {
    const std::vector<int>& starts = emitter.block_starts();
    const bool last = block + 1 == starts.size();
    const size_t end = last ? emitter.instructions().size() : static_cast<size_t>(starts[block + 1]);
    int depth = entry_depths_[block];
    for (size_t i = static_cast<size_t>(starts[block]); i < end; ++i) {
        const Instruction& instruction = emitter.instructions()[i];
        int before = depth;
        depth += effect_of(instruction);
        *maximum = std::max(*maximum, depth);
        if (instruction.label < 0) continue;
        int target = before + stack_effect_jumping(instruction.op, static_cast<int>(instruction.arg));
        *maximum = std::max(*maximum, target);
        enter(block_at(starts, emitter.position(instruction.label)), target);
        if ((opcode_info(instruction.op).flags & kOpPopsWhenFalling) != 0) depth -= 1;
        if (!falls_through(instruction.op)) return;
    }
    enter(block + 1, depth);
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
