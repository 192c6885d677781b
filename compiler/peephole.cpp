// See peephole.h. One pass over the instructions replaces short sequences in place; whatever becomes superfluous turns
// into NOPs. A second pass removes the NOPs and moves the jumps and the line table along.
//
// 1. A sequence is only replaced when no jump enters it: every address has a block number, and a replaced stretch must
//    lie in one block.
// 2. Constants pushed by the immediately preceding instructions are remembered; arithmetic on them is done here.
//    Results are appended to the constants, never shared, and the operands stay in the table.
// 3. Replacements never become longer than what they replace; when one would, it is not made.
// 4. A line table with a byte 255 (a long step, or a step of -1 line) is too irregular: the code stays as it is.
#include "compiler/peephole.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

#include "compiler/constant_fold.h"
#include "compiler/opcode.h"

namespace krait {

namespace {

/// Jumps by kind: what the loops below ask about every instruction, in a table that stays close.
enum Jump : uint8_t { kNoJump = 0, kAbsolute = 1, kRelative = 2 };
constexpr std::array<Jump, 256> make_jumps() {
    std::array<Jump, 256> table{};
    for (size_t i = 0; i < table.size(); ++i) {
        const OpcodeInfo& info = kOpcodeTable[i];
        if ((info.flags & kOpJumps) != 0) table[i] = info.kind == OperandKind::JumpRel ? kRelative : kAbsolute;
    }
    return table;
}
constexpr std::array<Jump, 256> kJumps = make_jumps();
Jump jump_of(Opcode op) { return kJumps[static_cast<uint8_t>(op)]; }

/// The instructions that visit() does something about.
constexpr std::array<bool, 256> make_pattern_starts() {
    std::array<bool, 256> table{};
    for (Opcode op :
         {Opcode::UNARY_NOT, Opcode::COMPARE_OP, Opcode::LOAD_CONST, Opcode::BUILD_TUPLE, Opcode::BUILD_LIST,
          Opcode::BUILD_SET, Opcode::BINARY_POWER, Opcode::BINARY_MULTIPLY, Opcode::BINARY_TRUE_DIVIDE,
          Opcode::BINARY_FLOOR_DIVIDE, Opcode::BINARY_MODULO, Opcode::BINARY_ADD, Opcode::BINARY_SUBTRACT,
          Opcode::BINARY_SUBSCR, Opcode::BINARY_LSHIFT, Opcode::BINARY_RSHIFT, Opcode::BINARY_AND,
          Opcode::BINARY_XOR, Opcode::BINARY_OR, Opcode::UNARY_NEGATIVE, Opcode::UNARY_INVERT,
          Opcode::UNARY_POSITIVE, Opcode::RETURN_VALUE})
        table[static_cast<uint8_t>(op)] = true;
    for (size_t i = 0; i < table.size(); ++i) table[i] |= kJumps[i] != kNoJump;
    return table;
}
constexpr std::array<bool, 256> kPatternStarts = make_pattern_starts();

bool is_conditional(Opcode op) {
    return op == Opcode::POP_JUMP_IF_FALSE || op == Opcode::POP_JUMP_IF_TRUE || op == Opcode::JUMP_IF_FALSE_OR_POP ||
           op == Opcode::JUMP_IF_TRUE_OR_POP;
}
bool is_unconditional(Opcode op) { return op == Opcode::JUMP_FORWARD || op == Opcode::JUMP_ABSOLUTE; }
bool jumps_on_true(Opcode op) { return op == Opcode::POP_JUMP_IF_TRUE || op == Opcode::JUMP_IF_TRUE_OR_POP; }

size_t units_of(uint32_t arg) { return arg <= 0xFF ? 1 : arg <= 0xFFFF ? 2 : arg <= 0xFFFFFF ? 3 : 4; }

using Unit = PeepholeOptimizer::Unit;
static_assert(sizeof(Unit) == 2);

class Optimizer {
  public:
    Optimizer(CompiledCode& code, PeepholeOptimizer::Space& space, std::vector<uint32_t>* kept)
        : target_(code),
          consts_(code.consts),
          units_(space.units),
          blocks_(space.blocks),
          stack_(space.constants),
          new_index_(space.new_index),
          kept_(kept) {
        units_.resize(code.code.size() / 2);
        std::memcpy(units_.data(), code.code.data(), units_.size() * 2);
        stack_.clear();
    }

    void run() {
        number_blocks();
        for (size_t i = after_prefixes(0); i < units_.size();) {
            if (kPatternStarts[static_cast<uint8_t>(units_[i].op)]) {
                i = visit(i);
            } else {
                keeps_stack_ = false;
                i = after_prefixes(i + 1);
            }
        }
        compact();
    }

  private:
    // ---- reading

    /// The first unit from `i` on that is not an EXTENDED_ARG.
    size_t after_prefixes(size_t i) const {
        while (i < units_.size() && units_[i].op == Opcode::EXTENDED_ARG) ++i;
        return i;
    }
    /// The first EXTENDED_ARG of the instruction whose opcode is at `i`.
    size_t first_prefix(size_t i) const {
        while (i > 0 && units_[i - 1].op == Opcode::EXTENDED_ARG) --i;
        return i;
    }
    uint32_t arg_at(size_t i) const {
        uint32_t arg = units_[i].arg;
        int shift = 8;
        for (size_t k = i; k > 0 && shift <= 24 && units_[k - 1].op == Opcode::EXTENDED_ARG; --k, shift += 8)
            arg |= static_cast<uint32_t>(units_[k - 1].arg) << shift;
        return arg;
    }
    /// Where the jump at `i` goes, as an index of units.
    size_t jump_target(size_t i) const { return arg_at(i) / 2 + (jump_of(units_[i].op) == kRelative ? i + 1 : 0); }
    Opcode op_at(size_t i) const { return i < units_.size() ? units_[i].op : Opcode{}; }
    bool same_block(size_t a, size_t b) const { return block_at(a) == block_at(b); }
    uint32_t block_at(size_t i) const { return i < blocks_.size() ? blocks_[i] : UINT32_MAX; }

    void number_blocks() {
        blocks_.assign(units_.size(), 0);
        for (size_t i = 0; i < units_.size(); ++i) {
            if (jump_of(units_[i].op) == kNoJump) continue;
            size_t target = jump_target(i);
            if (target < blocks_.size()) blocks_[target] = 1;
        }
        uint32_t count = 0;
        for (uint32_t& block : blocks_) block = count += block;
    }

    // ---- writing

    void erase(size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) units_[i] = {Opcode::NOP, 0};
    }
    void write(size_t at, Opcode op, uint32_t arg, size_t length) {
        for (size_t k = length - 1; k > 0; --k)
            units_[at++] = {Opcode::EXTENDED_ARG, static_cast<uint8_t>(k < 4 ? arg >> (8 * k) : 0)};
        units_[at] = {op, static_cast<uint8_t>(arg)};
    }
    /// Replaces [begin, end) by one instruction at its end; the index of the opcode, or nothing when it does not fit.
    std::optional<size_t> replace(size_t begin, size_t end, Opcode op, uint32_t arg) {
        size_t length = units_of(arg);
        if (begin + length > end) return std::nullopt;
        write(end - length, op, arg, length);
        erase(begin, end - length);
        return end - 1;
    }
    /// Changes the operand of the instruction at `i`, at its beginning; the new index of the opcode.
    std::optional<size_t> set_arg(size_t i, uint32_t arg) {
        uint32_t old = arg_at(i);
        if (old == arg) return i;
        size_t old_length = units_of(old), length = units_of(arg);
        if (old_length < length) return std::nullopt;
        size_t begin = i + 1 - old_length;
        write(begin, units_[i].op, arg, length);
        erase(begin + length, i + 1);
        return begin + length - 1;
    }

    // ---- constants on the stack

    void push_constant(size_t i) {
        stack_.push_back(arg_at(i));
        keeps_stack_ = true;
    }
    void pop_constants(size_t count) { stack_.resize(stack_.size() - count); }
    /// Start of the instruction that pushed the `count`th last constant before `i`.
    size_t constant_start(size_t i, size_t count) const {
        for (;;) {
            --i;
            if (units_[i].op == Opcode::LOAD_CONST && --count == 0) return first_prefix(i);
        }
    }
    /// Replaces [begin, end), which computes from the last `count` constants, by a load of `value`.
    void load_folded(size_t begin, size_t end, size_t count, Constant value) {
        consts_.push_back(std::move(value));
        std::optional<size_t> at = replace(begin, end, Opcode::LOAD_CONST, static_cast<uint32_t>(consts_.size() - 1));
        if (!at) return;
        pop_constants(count);
        push_constant(*at);
    }

    // ---- the patterns

    /// Handles the instruction at `i`; returns the index of the next one.
    size_t visit(size_t i) {
        next_ = after_prefixes(i + 1);
        if (!keeps_stack_) stack_.clear();
        keeps_stack_ = false;
        size_t start = first_prefix(i);
        switch (units_[i].op) {
            case Opcode::UNARY_NOT: invert_condition(i, start); break;
            case Opcode::COMPARE_OP: invert_comparison(i, start); break;
            case Opcode::LOAD_CONST: load_const(i, start); break;
            case Opcode::BUILD_TUPLE:
            case Opcode::BUILD_LIST:
            case Opcode::BUILD_SET: build_sequence(i, start); break;
            case Opcode::BINARY_POWER:
            case Opcode::BINARY_MULTIPLY:
            case Opcode::BINARY_TRUE_DIVIDE:
            case Opcode::BINARY_FLOOR_DIVIDE:
            case Opcode::BINARY_MODULO:
            case Opcode::BINARY_ADD:
            case Opcode::BINARY_SUBTRACT:
            case Opcode::BINARY_SUBSCR:
            case Opcode::BINARY_LSHIFT:
            case Opcode::BINARY_RSHIFT:
            case Opcode::BINARY_AND:
            case Opcode::BINARY_XOR:
            case Opcode::BINARY_OR: binary(i, start); break;
            case Opcode::UNARY_NEGATIVE:
            case Opcode::UNARY_INVERT:
            case Opcode::UNARY_POSITIVE: unary(i, start); break;
            case Opcode::JUMP_IF_FALSE_OR_POP:
            case Opcode::JUMP_IF_TRUE_OR_POP:
                if (!shorten_condition(i)) shorten_jump(i, start);
                break;
            case Opcode::RETURN_VALUE: drop_unreachable(i); break;
            default:
                if (jump_of(units_[i].op) != kNoJump) shorten_jump(i, start);
        }
        return next_;
    }

    /// UNARY_NOT, POP_JUMP_IF_FALSE: POP_JUMP_IF_TRUE.
    void invert_condition(size_t i, size_t start) {
        if (op_at(next_) != Opcode::POP_JUMP_IF_FALSE || !same_block(start, i + 1)) return;
        erase(start, i + 1);
        units_[next_].op = Opcode::POP_JUMP_IF_TRUE;
    }

    /// `not a in b`, `not a is b` and their opposites in one comparison.
    void invert_comparison(size_t i, size_t start) {
        uint32_t op = arg_at(i);
        if (op < static_cast<uint32_t>(CompareOperand::In) || op > static_cast<uint32_t>(CompareOperand::IsNot)) return;
        if (op_at(next_) != Opcode::UNARY_NOT || !same_block(start, i + 1)) return;
        units_[i].arg = static_cast<uint8_t>(op ^ 1);
        erase(i + 1, next_ + 1);
    }

    /// A true constant that only decides not to jump goes away with its jump.
    void load_const(size_t i, size_t start) {
        push_constant(i);
        if (op_at(next_) != Opcode::POP_JUMP_IF_FALSE || !same_block(start, i + 1)) return;
        if (!consts_[stack_.back()].truth()) return;
        erase(start, next_ + 1);
        pop_constants(1);
    }

    /// Tuples of constants become constants; so do lists and sets of which nobody sees more than the items. What is
    /// built only to be unpacked is not built.
    void build_sequence(size_t i, size_t start) {
        Opcode op = units_[i].op;
        size_t count = arg_at(i);
        if (count > 0 && stack_.size() >= count) {
            size_t begin = constant_start(start, count);
            bool foldable = op == Opcode::BUILD_TUPLE ? same_block(begin, start)
                                                      : is_only_searched(next_) && same_block(begin, i + 1);
            if (foldable) {
                std::vector<Constant> items;
                items.reserve(count);
                for (size_t k = stack_.size() - count; k < stack_.size(); ++k) items.push_back(consts_[stack_[k]]);
                Constant value = op == Opcode::BUILD_SET ? make_frozen_set(items) : Constant::tuple(std::move(items));
                return load_folded(begin, i + 1, count, std::move(value));
            }
        }
        if (op_at(next_) != Opcode::UNPACK_SEQUENCE || !same_block(start, i + 1) || arg_at(next_) != count ||
            op == Opcode::BUILD_SET)
            return;
        if (count < 2) {
            erase(start, next_ + 1);
        } else if (count == 2) {
            units_[start] = {Opcode::ROT_TWO, 0};
            erase(start + 1, next_ + 1);
            stack_.clear();
        } else if (count == 3) {
            units_[start] = {Opcode::ROT_THREE, 0};
            units_[start + 1] = {Opcode::ROT_TWO, 0};
            erase(start + 2, next_ + 1);
            stack_.clear();
        }
    }

    bool is_only_searched(size_t i) const {
        if (op_at(i) == Opcode::GET_ITER) return true;
        return op_at(i) == Opcode::COMPARE_OP && (units_[i].arg == static_cast<uint8_t>(CompareOperand::In) ||
                                                  units_[i].arg == static_cast<uint8_t>(CompareOperand::NotIn));
    }

    void binary(size_t i, size_t start) {
        if (stack_.size() < 2) return;
        size_t begin = constant_start(start, 2);
        if (!same_block(begin, start)) return;
        auto value = fold_binary(units_[i].op, consts_[stack_[stack_.size() - 2]], consts_[stack_.back()]);
        if (value) load_folded(begin, i + 1, 2, std::move(*value));
    }

    void unary(size_t i, size_t start) {
        if (stack_.empty()) return;
        size_t begin = constant_start(start, 1);
        if (!same_block(begin, start)) return;
        auto value = fold_unary(units_[i].op, consts_[stack_.back()]);
        if (value) load_folded(begin, i + 1, 1, std::move(*value));
    }

    /// A conditional jump to a conditional jump whose outcome is known: go where that one goes, or past it.
    bool shorten_condition(size_t i) {
        Opcode op = units_[i].op;
        size_t target = after_prefixes(jump_target(i));
        Opcode second = op_at(target);
        if (!is_conditional(second)) return false;
        std::optional<size_t> at;
        if (jumps_on_true(second) == jumps_on_true(op)) {
            at = set_arg(i, arg_at(target));
        } else {
            at = set_arg(i, static_cast<uint32_t>((target + 1) * 2));
            second = op == Opcode::JUMP_IF_TRUE_OR_POP ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE;
        }
        if (!at) return false;
        units_[*at].op = second;
        next_ = *at;  // look at the new jump again
        return true;
    }

    /// A jump to an unconditional jump goes to where that one goes; a jump to a return returns.
    void shorten_jump(size_t i, size_t start) {
        Opcode op = units_[i].op;
        size_t target = after_prefixes(jump_target(i));
        if (is_unconditional(op) && op_at(target) == Opcode::RETURN_VALUE) {
            units_[start] = {Opcode::RETURN_VALUE, 0};
            erase(start + 1, i + 1);
            return;
        }
        if (!is_unconditional(op_at(target))) return;
        size_t final_target = jump_target(target);
        if (op == Opcode::JUMP_FORWARD) {
            op = Opcode::JUMP_ABSOLUTE;  // may go backwards
        } else if (has_jrel(op)) {
            if (final_target < i + 1) return;
            final_target -= i + 1;
        }
        replace(start, i + 1, op, static_cast<uint32_t>(final_target * 2));
    }

    void drop_unreachable(size_t i) {
        size_t end = i + 1;
        while (end < units_.size() && same_block(i, end)) ++end;
        if (end == i + 1) return;
        erase(i + 1, end);
        next_ = after_prefixes(end);
    }

    // ---- compaction

    void compact() {
        new_index_.resize(units_.size() + 1);
        uint32_t kept = 0;
        for (size_t i = 0; i < units_.size(); ++i) {
            new_index_[i] = kept;
            kept += units_[i].op != Opcode::NOP;
        }
        new_index_[units_.size()] = kept;
        if (kept < units_.size()) {
            if (kept_) report_kept();
            bool closed = close_gaps();
            if (kept_) kept_->resize(closed ? units_.size() : 0);
            if (!closed) return;
            adjust_lines();
        }
        std::memcpy(target_.code.data(), units_.data(), units_.size() * 2);
        target_.code.resize(units_.size() * 2);
    }

    /// Moves the instructions together; false when one does not fit in its room any more (rule 3).
    bool close_gaps() {
        size_t out = 0;
        for (size_t i = 0; i < units_.size();) {
            size_t start = i;
            i = after_prefixes(i);
            if (i >= units_.size()) return false;  // cannot happen in code of the assembler
            Opcode op = units_[i].op;
            if (op == Opcode::NOP) {
                ++i;
                continue;
            }
            uint32_t arg = arg_at(i);
            if (jump_of(op) == kAbsolute) {
                arg = new_index_[arg / 2] * 2;
            } else if (jump_of(op) == kRelative) {
                arg = (new_index_[arg / 2 + i + 1] - new_index_[i] - 1) * 2;
            }
            size_t length = i - start + 1;
            if (units_of(arg) > length) return false;
            write(out, op, arg, length);
            out += length;
            ++i;
        }
        units_.resize(out);
        return true;
    }

    /// An instruction stands for the one at its end; the prefixes before it as well.
    void report_kept() {
        kept_->clear();
        for (size_t i = 0; i < units_.size();) {
            size_t start = i;
            i = after_prefixes(i);
            for (size_t k = start; units_[i].op != Opcode::NOP && k <= i; ++k)
                kept_->push_back(static_cast<uint32_t>(i));
            ++i;
        }
    }

    void adjust_lines() {
        uint32_t old_offset = 0, last = 0;
        for (size_t i = 0; i + 1 < target_.lnotab.size(); i += 2) {
            old_offset += static_cast<uint8_t>(target_.lnotab[i]);
            uint32_t offset = new_index_[old_offset / 2] * 2;
            target_.lnotab[i] = static_cast<char>(offset - last);
            last = offset;
        }
    }

    CompiledCode& target_;
    std::vector<Constant>& consts_;
    std::vector<Unit>& units_;
    std::vector<uint32_t>& blocks_;
    std::vector<uint32_t>& stack_;
    std::vector<uint32_t>& new_index_;
    std::vector<uint32_t>* kept_;
    bool keeps_stack_ = false;
    size_t next_ = 0;
};

}  // namespace

void PeepholeOptimizer::run(CompiledCode& code, std::vector<uint32_t>* kept) {
    if (code.lnotab.find('\xFF') != std::string::npos) return;
    Optimizer(code, space_, kept).run();
}

}  // namespace krait
