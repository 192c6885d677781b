// The opcodes of CPython 3.6 wordcode (two bytes per instruction: opcode, operand). Everything here is read out of
// opcode.def; the numbers are part of the contract with `.pyc` files and are pinned below.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace krait {

enum class Opcode : uint8_t {
#define OP(name, number, kind, effect, jump_effect, flags, doc) name = number,
#include "compiler/opcode.def"
#undef OP
};

/// What the operand of an instruction means.
enum class OperandKind : uint8_t {
    None,     // no operand: the byte is zero
    Count,    // number of items or a distance on the stack
    Flags,    // bits
    Const,    // index into consts
    Name,     // index into names
    Local,    // index into varnames
    Free,     // index into cellvars + freevars
    JumpAbs,  // byte offset from the start of the code
    JumpRel,  // byte offset from the next instruction
    Compare,  // CompareOperand
    Extend,   // high bits for the next instruction
};

/// Bits of OpcodeInfo::flags.
inline constexpr uint8_t kOpPlain = 0;
inline constexpr uint8_t kOpJumps = 1;            // the operand is a jump target
inline constexpr uint8_t kOpNoFallThrough = 2;    // control never reaches the next instruction
inline constexpr uint8_t kOpPopsWhenFalling = 4;  // one value less on the stack when the jump is not taken
inline constexpr uint8_t kOpNoEffect = 8;         // `dis.stack_effect` refuses this opcode

/// Opcodes from here on take an operand.
inline constexpr uint8_t kHaveArgument = 90;

/// Operand of COMPARE_OP.
enum class CompareOperand : uint8_t { Lt, Le, Eq, Ne, Gt, Ge, In, NotIn, Is, IsNot, ExceptionMatch, Bad };

inline constexpr std::array<std::string_view, 12> kCompareOpNames = {
    "<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not", "exception match", "BAD"};

struct OpcodeInfo {
    Opcode opcode{};
    std::string_view name;  // empty: the number is no opcode
    OperandKind kind = OperandKind::None;
    uint8_t flags = 0;
    std::string_view doc;

    constexpr bool valid() const { return !name.empty(); }
};

namespace detail {
constexpr std::array<OpcodeInfo, 256> make_opcode_table() {
    std::array<OpcodeInfo, 256> table{};
#define OP(name, number, kind, effect, jump_effect, flags, doc) \
    table[number] = OpcodeInfo{Opcode::name, #name, OperandKind::kind, flags, doc};
#include "compiler/opcode.def"
#undef OP
    return table;
}
}  // namespace detail

/// Indexed by opcode number; rows of unused numbers are not valid().
inline constexpr std::array<OpcodeInfo, 256> kOpcodeTable = detail::make_opcode_table();

constexpr const OpcodeInfo& opcode_info(Opcode op) { return kOpcodeTable[static_cast<uint8_t>(op)]; }
constexpr const OpcodeInfo& opcode_info(uint8_t number) { return kOpcodeTable[number]; }
constexpr std::string_view opcode_name(Opcode op) { return opcode_info(op).name; }
constexpr bool is_opcode(uint8_t number) { return kOpcodeTable[number].valid(); }
constexpr bool has_arg(Opcode op) { return static_cast<uint8_t>(op) >= kHaveArgument; }
constexpr bool has_const(Opcode op) { return opcode_info(op).kind == OperandKind::Const; }
constexpr bool has_name(Opcode op) { return opcode_info(op).kind == OperandKind::Name; }
constexpr bool has_local(Opcode op) { return opcode_info(op).kind == OperandKind::Local; }
constexpr bool has_free(Opcode op) { return opcode_info(op).kind == OperandKind::Free; }
constexpr bool has_jabs(Opcode op) { return opcode_info(op).kind == OperandKind::JumpAbs; }
constexpr bool has_jrel(Opcode op) { return opcode_info(op).kind == OperandKind::JumpRel; }
constexpr bool has_jump(Opcode op) { return (opcode_info(op).flags & kOpJumps) != 0; }
constexpr bool has_compare(Opcode op) { return opcode_info(op).kind == OperandKind::Compare; }
constexpr bool falls_through(Opcode op) { return (opcode_info(op).flags & kOpNoFallThrough) == 0; }

/// Change of the stack depth as `dis.stack_effect` reports it; nothing for NOP, EXTENDED_ARG and unknown numbers.
std::optional<int> stack_effect(uint8_t number, int arg);

/// Change of the stack depth when the instruction jumps (meaningful when has_jump).
int stack_effect_jumping(Opcode op, int arg);

static_assert(static_cast<int>(Opcode::POP_TOP) == 1);
static_assert(static_cast<int>(Opcode::STORE_SUBSCR) == 60);
static_assert(static_cast<int>(Opcode::RETURN_VALUE) == 83);
static_assert(static_cast<int>(Opcode::STORE_NAME) == kHaveArgument);
static_assert(static_cast<int>(Opcode::LOAD_CONST) == 100);
static_assert(static_cast<int>(Opcode::COMPARE_OP) == 107);
static_assert(static_cast<int>(Opcode::JUMP_FORWARD) == 110);
static_assert(static_cast<int>(Opcode::CALL_FUNCTION) == 131);
static_assert(static_cast<int>(Opcode::EXTENDED_ARG) == 144);
static_assert(static_cast<int>(Opcode::BUILD_TUPLE_UNPACK_WITH_CALL) == 158);
static_assert(static_cast<int>(CompareOperand::Is) == 8 && static_cast<int>(CompareOperand::ExceptionMatch) == 10);

}  // namespace krait
