// Comparisons fused with the jumps that use them, conditional jumps, loops.
//
// Before a jump all entries that stay are placed, while its operands are still entries; then the operands are popped.
#include "vm/translate/translator.h"

namespace krait {

namespace {

constexpr unsigned kRegisterConst = 1;  // offsets from the RR form of a comparison
constexpr unsigned kJumpIf = 2;
constexpr unsigned kJumpIfNot = 4;

unsigned comparison_forms(CompareOperand op) {
    switch (op) {
        case CompareOperand::Lt: return INS_LT_RR;
        case CompareOperand::Le: return INS_LE_RR;
        case CompareOperand::Eq: return INS_EQ_RR;
        case CompareOperand::Ne: return INS_NE_RR;
        case CompareOperand::Gt: return INS_GT_RR;
        case CompareOperand::Ge: return INS_GE_RR;
        case CompareOperand::In: return INS_IN_RR;
        case CompareOperand::NotIn: return INS_NOTIN_RR;
        case CompareOperand::Is: return INS_IS_RR;
        case CompareOperand::IsNot: return INS_ISNOT_RR;
        case CompareOperand::ExceptionMatch:
        case CompareOperand::Bad: break;
    }
    return INS_EXCMATCH;
}

}  // namespace

/// Is the instruction after pc this one, with no path into it but from pc?
bool Translator::next_is(uint32_t pc, Opcode op) const {
    const uint32_t after = next_pc(pc);
    if (after / 2 >= info_.size()) return false;
    const Unit& unit = blocks_.unit(after);
    return unit.opcode == op && unit.is(Unit::kReached) && !unit.is(Unit::kJoined) && !starts_line(after);
}

void Translator::compare(uint32_t pc, const Unit& unit) {
    const auto op = static_cast<CompareOperand>(unit.arg);
    const bool jumps = next_is(pc, Opcode::POP_JUMP_IF_FALSE) || next_is(pc, Opcode::POP_JUMP_IF_TRUE);
    if (op == CompareOperand::ExceptionMatch && jumps && stack_[depth_ - 2].kind == EntryKind::ExcType) {
        return match_exception(pc);
    }
    if (op == CompareOperand::ExceptionMatch || !jumps) return compare_value(op);
    compare_and_jump(pc, op);
}

void Translator::compare_value(CompareOperand op) {
    const bool constant = is_const(depth_ - 1) && op != CompareOperand::ExceptionMatch;
    const uint32_t left = reg(depth_ - 2);
    const uint32_t right = constant ? stack_[depth_ - 1].value : top_reg();
    pop_many(2);
    emit(comparison_forms(op) + (constant ? kRegisterConst : 0), push_result(), left, right);
}

void Translator::compare_and_jump(uint32_t compare_pc, CompareOperand op) {
    const uint32_t jump_pc = next_pc(compare_pc);
    const Unit& jump = blocks_.unit(jump_pc);
    place_below(2);
    const bool constant = is_const(depth_ - 1);
    const uint32_t left = reg(depth_ - 2);
    const uint32_t right = constant ? stack_[depth_ - 1].value : top_reg();
    pop_many(2);
    const unsigned sense = jump.opcode == Opcode::POP_JUMP_IF_TRUE ? kJumpIf : kJumpIfNot;
    start_pc_ = jump_pc;
    skip_to_ = next_pc(jump_pc);
    emit_to(comparison_forms(op) + sense + (constant ? kRegisterConst : 0), left, right, jump.arg);
    note_test(jump.arg);
}

/// `DUP_TOP; class; COMPARE_OP exception match; POP_JUMP_IF_x`: the type is never made.
void Translator::match_exception(uint32_t pc) {
    const uint32_t jump_pc = next_pc(pc);
    const Unit& jump = blocks_.unit(jump_pc);
    place_below(2);
    const uint32_t exception = temp(stack_[depth_ - 2].value);
    const uint32_t classes = top_reg();
    pop_many(2);
    start_pc_ = jump_pc;
    skip_to_ = next_pc(jump_pc);
    if (jump.opcode == Opcode::POP_JUMP_IF_FALSE) {
        emit_to(INS_JNMATCH, exception, classes, jump.arg);
    } else {
        const uint32_t skip = emit(INS_JNMATCH, exception, classes);
        emit_to(INS_JMP, 0, 0, jump.arg);
        fix_here(skip);
    }
    test_head_ = kNoPc;
}

void Translator::pop_jump(const Unit& unit) {
    place_below(1);
    const uint32_t condition = top_reg();
    pop();
    emit_to(unit.opcode == Opcode::POP_JUMP_IF_TRUE ? INS_JT : INS_JF, condition, 0, unit.arg);
    note_test(unit.arg);
}

/// UNARY_NOT and the jump that uses it: the opposite jump.
void Translator::not_jump(uint32_t pc) {
    const uint32_t jump_pc = next_pc(pc);
    const Unit& jump = blocks_.unit(jump_pc);
    place_below(1);
    const uint32_t condition = top_reg();
    pop();
    start_pc_ = jump_pc;
    skip_to_ = next_pc(jump_pc);
    emit_to(jump.opcode == Opcode::POP_JUMP_IF_TRUE ? INS_JF : INS_JT, condition, 0, jump.arg);
    note_test(jump.arg);
}

/// JUMP_IF_x_OR_POP: where it jumps to, the value is an entry like any other.
void Translator::jump_or_pop(const Unit& unit) {
    flush();
    emit_to(unit.opcode == Opcode::JUMP_IF_TRUE_OR_POP ? INS_JTK : INS_JFK, temp(depth_ - 1), 0, unit.arg);
    pop();
    test_head_ = kNoPc;
}

/// The iterator stays below the item until the end drops it.
void Translator::for_iter(uint32_t pc, const Unit& unit) {
    flush();
    const uint32_t exit_pc = BlockStructure::jump_target(unit, pc);
    const uint32_t iterator = temp(depth_ - 1);
    emit_to(INS_FORITER, temp(depth_), iterator, exit_pc);
    push_canonical();
    note_test(exit_pc);
}

void Translator::jump(uint32_t target_pc) {
    flush();
    if (target_pc <= start_pc_ && repeat_test(target_pc)) {
        const uint32_t exit_pc = tests_[info_[target_pc / 2].test - 1].exit_pc;
        edge(target_pc);
        jump_to(exit_pc);
        return;
    }
    jump_to(target_pc);
    test_head_ = kNoPc;
}

}  // namespace krait
