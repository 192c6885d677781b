// Stack effects of the opcodes, computed from the expressions in opcode.def.
#include "compiler/opcode.h"

namespace krait {

std::optional<int> stack_effect(uint8_t number, [[maybe_unused]] int arg) {
    if (!is_opcode(number) || (opcode_info(number).flags & kOpNoEffect) != 0) return std::nullopt;
    switch (static_cast<Opcode>(number)) {
#define OP(name, number, kind, effect, jump_effect, flags, doc) \
    case Opcode::name:                                          \
        return effect;
#include "compiler/opcode.def"
#undef OP
    }
    return std::nullopt;
}

int stack_effect_jumping(Opcode op, [[maybe_unused]] int arg) {
    switch (op) {
#define OP(name, number, kind, effect, jump_effect, flags, doc) \
    case Opcode::name:                                          \
        return jump_effect;
#include "compiler/opcode.def"
#undef OP
    }
    return 0;
}

}  // namespace krait
