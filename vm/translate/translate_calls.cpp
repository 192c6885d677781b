// Calls, functions made, and the suspension points of generators: operands in consecutive canonical temporaries.
#include <bit>

#include "vm/translate/translator.h"

namespace krait {

/// CALL_FUNCTION [callee, values], CALL_FUNCTION_KW [callee, values, names]. The callee of a pair takes two entries.
void Translator::call(const Unit& unit, bool pair) {
    // The callee's window overwrites everything above the base: nothing that lives on may lie there.
    if (misplaced_ != 0) flush();
    const bool named = unit.opcode == Opcode::CALL_FUNCTION_KW;
    const uint32_t entries = (pair ? 2 : 1) + unit.arg + (named ? 1 : 0);
    place_from(depth_ - entries);
    pop_many(entries);
    const unsigned op = pair ? (named ? INS_CALLMKW : INS_CALLM) : (named ? INS_CALLKW : INS_CALL);
    emit(op, temp(depth_), unit.arg, new_cache());
    push_canonical();
}

void Translator::call_ex(uint32_t flags) {
    if (misplaced_ != 0) flush();
    const uint32_t entries = 2 + flags;
    place_from(depth_ - entries);
    pop_many(entries);
    emit(INS_CALLEX, temp(depth_), flags);
    push_canonical();
}

void Translator::make_function(uint32_t flags) {
    build(INS_MAKEFUNC, 2 + static_cast<uint32_t>(std::popcount(flags)), flags);
}

/// BUILD_*_UNPACK_WITH_CALL: errors name the function, which lies `function_below` entries below the operands.
void Translator::unpack_for_call(unsigned op, unsigned plain_op, uint32_t count, uint32_t function_below) {
    const uint32_t floor = blocks_.block(blocks_.unit(start_pc_).blocks).read_floor;
    if (depth_ < floor + count + function_below || is_lazy(depth_ - count - function_below)) {
        return build(plain_op, count, count);
    }
    place_from(depth_ - count - function_below);
    build(op, count, count);
}

void Translator::yield_value() {
    if (misplaced_ != 0) flush();
    const uint32_t value = top_reg();
    pop();
    push_canonical();
    emit(INS_YIELD, temp(depth_ - 1), value);
}

/// [iterator, value to send] -> [result]
void Translator::yield_from() {
    place_from(depth_ - 2);
    pop_many(2);
    emit(INS_YIELDFROM, temp(depth_));
    push_canonical();
}

/// [manager] -> [exit function, result of entering]
void Translator::enter_manager(unsigned op) {
    if (misplaced_ != 0) flush();
    place(depth_ - 1);
    pop();
    emit(op, temp(depth_));
    push_canonical(2);
}

}  // namespace krait
