// Decoding, plain instructions, and the merging of states. Plans and regions are in block_plans.cpp.
//
// 1. A pc is visited once, in a fixed order (last arrived, first visited). There is no fixpoint: the second path to a
//    pc must bring the same height and the same chain.
// 2. Every edge costs O(1), leaving blocks at most kMaxBlocks steps: the whole analysis is linear.
// 3. Only reached instructions are verified; what no edge reaches is never translated.
#include "vm/translate/block_structure.h"

#include <algorithm>
#include <bit>

namespace krait {

namespace {

constexpr size_t kMaxCodeBytes = size_t{1} << 26;
constexpr uint32_t kGeneratorFlags = 0x20 | 0x80 | 0x200;  // generator, coroutine, asynchronous generator
constexpr uint32_t kMaxOperand = 0x7fffffff;

enum class Form : uint8_t {
    Special,
    Fixed,
    Checked,  // Fixed, with a condition of its own
    Reads,    // Fixed, but what it uses stays in place
    Counted,
};

/// Which bound the operand has: index into operand_limits_.
enum Limit : uint8_t { kFree, kConsts, kNames, kLocals, kCells, kCompare, kRaise, kFunction, kFormat, kCallEx };

}  // namespace

struct BlockStructure::Effect {
    Form form = Form::Special;
    uint8_t used = 0;
    uint8_t pushed = 0;
    Limit limit = kFree;
};

namespace {

constexpr Limit limit_of(Opcode op) {
    switch (opcode_info(op).kind) {
        case OperandKind::Const: return kConsts;
        case OperandKind::Name: return kNames;
        case OperandKind::Local: return kLocals;
        case OperandKind::Free: return kCells;
        case OperandKind::Compare: return kCompare;
        default: break;
    }
    switch (op) {
        case Opcode::RAISE_VARARGS: return kRaise;
        case Opcode::MAKE_FUNCTION: return kFunction;
        case Opcode::FORMAT_VALUE: return kFormat;
        case Opcode::CALL_FUNCTION_EX: return kCallEx;
        default: return kFree;
    }
}

/// What decoding asks, in one byte per opcode.
constexpr uint8_t kKnown = 1;
constexpr uint8_t kAbsolute = 2;
constexpr uint8_t kRelative = 4;
constexpr std::array<uint8_t, 256> kTraits = [] {
    std::array<uint8_t, 256> table{};
    for (size_t number = 0; number < table.size(); ++number) {
        const OpcodeInfo& info = kOpcodeTable[number];
        if (!info.valid()) continue;
        table[number] = kKnown;
        if (info.kind == OperandKind::JumpAbs) table[number] |= kAbsolute;
        if (info.kind == OperandKind::JumpRel) table[number] |= kRelative;
    }
    return table;
}();

struct FixedRow {
    Opcode op;
    uint8_t used;
    uint8_t pushed;
    Form form = Form::Fixed;
};

/// Entries used and pushed by instructions whose effect does not depend on the operand. The arithmetic ones are not
/// listed: UNARY_* is 1 -> 1, BINARY_* and INPLACE_* are 2 -> 1.
constexpr FixedRow kFixedRows[] = {
    {Opcode::POP_TOP, 1, 0},
    {Opcode::ROT_TWO, 2, 2},
    {Opcode::ROT_THREE, 3, 3},
    {Opcode::DUP_TOP, 1, 2, Form::Reads},
    {Opcode::DUP_TOP_TWO, 2, 4, Form::Reads},
    {Opcode::NOP, 0, 0},
    {Opcode::STORE_SUBSCR, 3, 0},
    {Opcode::DELETE_SUBSCR, 2, 0},
    {Opcode::GET_LEN, 1, 2, Form::Reads},
    {Opcode::MATCH_MAPPING, 1, 2, Form::Reads},
    {Opcode::MATCH_SEQUENCE, 1, 2, Form::Reads},
    {Opcode::MATCH_KEYS, 2, 3, Form::Reads},
    {Opcode::COPY_DICT_WITHOUT_KEYS, 2, 2},
    {Opcode::MATCH_CLASS, 3, 1},
    {Opcode::GET_AITER, 1, 1},
    {Opcode::GET_ANEXT, 1, 2, Form::Reads},
    {Opcode::BEFORE_ASYNC_WITH, 1, 2},
    {Opcode::GET_ITER, 1, 1},
    {Opcode::GET_YIELD_FROM_ITER, 1, 1},
    {Opcode::PRINT_EXPR, 1, 0},
    {Opcode::LOAD_BUILD_CLASS, 0, 1},
    {Opcode::LOAD_TYPING, 0, 1},
    {Opcode::YIELD_FROM, 2, 1, Form::Checked},
    {Opcode::GET_AWAITABLE, 1, 1},
    {Opcode::IMPORT_STAR, 1, 0},
    {Opcode::SETUP_ANNOTATIONS, 0, 0},
    {Opcode::YIELD_VALUE, 1, 1, Form::Checked},
    {Opcode::STORE_NAME, 1, 0},
    {Opcode::DELETE_NAME, 0, 0},
    {Opcode::STORE_ATTR, 2, 0},
    {Opcode::DELETE_ATTR, 1, 0},
    {Opcode::STORE_GLOBAL, 1, 0},
    {Opcode::DELETE_GLOBAL, 0, 0},
    {Opcode::LOAD_CONST, 0, 1},
    {Opcode::LOAD_NAME, 0, 1},
    {Opcode::LOAD_ATTR, 1, 1},
    {Opcode::COMPARE_OP, 2, 1},
    {Opcode::IMPORT_NAME, 2, 1},
    {Opcode::IMPORT_FROM, 1, 2, Form::Reads},
    {Opcode::LOAD_GLOBAL, 0, 1},
    {Opcode::LOAD_FAST, 0, 1},
    {Opcode::STORE_FAST, 1, 0},
    {Opcode::DELETE_FAST, 0, 0},
    {Opcode::STORE_ANNOTATION, 1, 0},
    {Opcode::LOAD_CLOSURE, 0, 1},
    {Opcode::LOAD_DEREF, 0, 1},
    {Opcode::STORE_DEREF, 1, 0},
    {Opcode::DELETE_DEREF, 0, 0},
    {Opcode::LOAD_CLASSDEREF, 0, 1, Form::Checked},
    {Opcode::CHECK_EG_MATCH, 2, 2},
    {Opcode::PREP_RERAISE_STAR, 1, 0},
};

struct Counts {
    uint64_t used;
    uint64_t pushed;
};

/// Entries used and pushed by instructions that take a number of entries.
Counts counted_effect(Opcode op, uint64_t arg) {
    switch (op) {
        case Opcode::BUILD_MAP: return {2 * arg, 1};
        case Opcode::BUILD_CONST_KEY_MAP: return {arg + 1, 1};
        case Opcode::UNPACK_SEQUENCE: return {1, arg};
        case Opcode::UNPACK_EX: return {1, (arg & 255) + 1 + (arg >> 8)};
        case Opcode::CALL_FUNCTION: return {arg + 1, 1};
        case Opcode::CALL_FUNCTION_KW: return {arg + 2, 1};
        case Opcode::CALL_FUNCTION_EX: return {arg + 2, 1};
        case Opcode::MAKE_FUNCTION: return {2 + static_cast<uint64_t>(std::popcount(arg)), 1};
        case Opcode::FORMAT_VALUE: return {1 + (arg >> 2), 1};
        case Opcode::ROT_N: return {arg, arg};
        default: return {arg, 1};  // BUILD_* and BUILD_SLICE
    }
}

constexpr Opcode kCountedOps[] = {
    Opcode::BUILD_TUPLE,      Opcode::BUILD_LIST,         Opcode::BUILD_SET,
    Opcode::BUILD_STRING,     Opcode::BUILD_MAP,          Opcode::BUILD_CONST_KEY_MAP,
    Opcode::BUILD_LIST_UNPACK, Opcode::BUILD_MAP_UNPACK,  Opcode::BUILD_TUPLE_UNPACK,
    Opcode::BUILD_SET_UNPACK, Opcode::BUILD_TUPLE_UNPACK_WITH_CALL, Opcode::BUILD_MAP_UNPACK_WITH_CALL,
    Opcode::UNPACK_SEQUENCE,  Opcode::UNPACK_EX,          Opcode::CALL_FUNCTION,
    Opcode::CALL_FUNCTION_KW, Opcode::CALL_FUNCTION_EX,   Opcode::MAKE_FUNCTION,
    Opcode::BUILD_SLICE,      Opcode::FORMAT_VALUE,       Opcode::ROT_N,
};

}  // namespace

constinit const std::array<BlockStructure::Effect, 256> BlockStructure::kEffects = [] {
    std::array<Effect, 256> table{};
    for (size_t number = 0; number < table.size(); ++number) {
        const OpcodeInfo& info = kOpcodeTable[number];
        if (!info.valid()) continue;
        Effect& row = table[number];
        row.limit = limit_of(info.opcode);
        if (info.name.starts_with("UNARY_")) row = {Form::Fixed, 1, 1, row.limit};
        if (info.name.starts_with("BINARY_") || info.name.starts_with("INPLACE_")) row = {Form::Fixed, 2, 1, row.limit};
    }
    for (const FixedRow& fixed : kFixedRows) {
        Effect& row = table[static_cast<uint8_t>(fixed.op)];
        row = {fixed.form, fixed.used, fixed.pushed, row.limit};
    }
    for (Opcode op : kCountedOps) table[static_cast<uint8_t>(op)].form = Form::Counted;
    return table;
}();

std::string_view rejection_text(Rejection reason) {
    switch (reason) {
        case Rejection::None: return "accepted";
        case Rejection::BadSize: return "empty, odd-sized or oversized code";
        case Rejection::BadExtendedArg: return "bad EXTENDED_ARG chain";
        case Rejection::OperandTooLarge: return "operand too large";
        case Rejection::UnknownOpcode: return "unknown opcode";
        case Rejection::OperandOutOfRange: return "operand out of range";
        case Rejection::BadTarget: return "control leaves the code or enters an instruction in its middle";
        case Rejection::StackUnderflow: return "stack underflow";
        case Rejection::StackTooDeep: return "stack too deep for the size of the code";
        case Rejection::HeightMismatch: return "paths meet with different stack heights";
        case Rejection::BlockMismatch: return "paths meet in different blocks";
        case Rejection::TooManyBlocks: return "too many nested blocks";
        case Rejection::FinallyWithoutNone: return "finally clause entered without the constant None";
        case Rejection::FinallyOtherBlocks: return "finally clause entered from other blocks";
        case Rejection::FinallyTwoEntries: return "finally clause entered normally in two ways";
        case Rejection::SharedFinally: return "finally clause shared by different blocks";
        case Rejection::ContinueFromFinally: return "continue out of a finally clause";
        case Rejection::OutsideLoop: return "break or continue outside a loop";
        case Rejection::PopBlockWithoutBlock: return "POP_BLOCK without an open block";
        case Rejection::PopExceptWithoutHandler: return "POP_EXCEPT outside a handler";
        case Rejection::EndFinallyWithoutComposite: return "END_FINALLY without anything to end";
        case Rejection::TwoEndFinally: return "two END_FINALLY for one clause";
        case Rejection::WithStartMisplaced: return "WITH_CLEANUP_START not at the start of a with exit";
        case Rejection::WithoutExitFunction: return "no exit function for WITH_CLEANUP_START";
        case Rejection::WithFinishMisplaced: return "WITH_CLEANUP_FINISH without WITH_CLEANUP_START";
        case Rejection::WithFinishUnfinished: return "WITH_CLEANUP_FINISH not followed by END_FINALLY";
        case Rejection::WithExitInCleanup: return "with exit in the cleanup of a handler";
        case Rejection::YieldOutsideGenerator: return "yield outside a generator";
        case Rejection::KeywordNames: return "keyword names are not a fitting constant tuple of str";
        case Rejection::MapKeys: return "keys are not a fitting constant tuple";
        case Rejection::FunctionConstants: return "code or name of a function is not constant";
        case Rejection::TooComplex: return "code is too large to translate";
        case Rejection::OutOfMemory: return "out of memory";
    }
    return "";
}

bool BlockStructure::analyse(const CodeView& view) {
    reset(view);
    if (!decode()) return false;
    if (!arrive(0, 0, kNoBlock, {}, 0, Edge::Fall)) return false;
    while (!pending_.empty()) {
        const Pending next = pending_.back();
        pending_.pop_back();
        if (!walk(next.pc, next.known)) return false;
    }
    build_rows();
    return true;
}

void BlockStructure::reset(const CodeView& view) {
    view_ = view;
    rejection_ = Rejection::None;
    rejection_pc_ = kNoPc;
    max_height_ = 0;
    instruction_count_ = 0;
    operand_limits_ = {uint64_t{1} << 32,
                       view.const_count,
                       view.name_count,
                       view.varname_count,
                       uint64_t{view.cellvar_count} + view.freevar_count,
                       11,
                       3,
                       16,
                       8,
                       2};
    blocks_.reserve(8);
    blocks_.assign(1, Block{});
    pending_.reserve(16);
    plans_.reserve(8);
    steps_.reserve(16);
    block_table_.clear();
    regions_.clear();
    region_of_.clear();
    plans_.clear();
    steps_.clear();
    rows_.clear();
    saves_.clear();
    pending_.clear();
    continue_tags_.clear();
    continue_targets_.clear();
    tag_links_.clear();
    far_tags_.clear();
}

bool BlockStructure::reject(Rejection reason, uint32_t pc) {
    rejection_ = reason;
    rejection_pc_ = pc;
    return false;
}

/// Fills the units. An instruction's pc is that of its first EXTENDED_ARG.
bool BlockStructure::decode() {
    const std::span<const uint8_t> code = view_.code;
    if (code.empty() || code.size() % 2 != 0 || code.size() > kMaxCodeBytes) return reject(Rejection::BadSize, 0);
    const uint32_t unit_count = static_cast<uint32_t>(code.size() / 2);
    units_.assign(unit_count, Unit{});
    constexpr uint8_t kExtended = static_cast<uint8_t>(Opcode::EXTENDED_ARG);
    for (uint32_t index = 0; index < unit_count; ++instruction_count_) {
        const uint32_t start = index;
        uint32_t arg = 0;
        while (code[2 * index] == kExtended) {
            arg = (arg | code[2 * index + 1]) << 8;
            ++index;
            if (index - start > 3 || index >= unit_count) return reject(Rejection::BadExtendedArg, 2 * start);
        }
        const uint8_t number = code[2 * index];
        arg |= code[2 * index + 1];
        ++index;
        if (arg > kMaxOperand) return reject(Rejection::OperandTooLarge, 2 * start);
        const uint8_t traits = kTraits[number];
        if (traits == 0) return reject(Rejection::UnknownOpcode, 2 * start);
        Unit& unit = units_[start];
        unit.opcode = static_cast<Opcode>(number);
        unit.length = static_cast<uint8_t>(index - start);
        unit.arg = number >= kHaveArgument ? arg : 0;
        if (traits == kKnown) continue;
        mark_target(uint64_t{unit.arg} + ((traits & kRelative) != 0 ? uint64_t{2} * index : 0));
    }
    return true;
}

void BlockStructure::mark_target(uint64_t pc) {
    if (pc % 2 == 0 && pc / 2 < units_.size()) units_[pc / 2].marks |= Unit::kTarget;
}

// ------------------------------------------------------------------------------------------------- blocks and merging

bool BlockStructure::intern(BlockKind kind, uint32_t base, uint32_t target, BlockState state, BlockId below,
                            uint32_t pc, BlockId& out) {
    if (2 * blocks_.size() >= block_table_.size()) grow_block_table();
    const size_t mask = block_table_.size() - 1;
    uint64_t hash = view_.hash_seed ^ (uint64_t{base} << 40) ^ (uint64_t{target} << 8) ^
                    (static_cast<uint64_t>(kind) << 4) ^ static_cast<uint64_t>(state);
    hash = (hash + below * 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u;
    hash = (hash ^ (hash >> 31)) * 0x94d049bb133111ebu;
    for (size_t slot = (hash >> 29) & mask;; slot = (slot + 1) & mask) {
        const BlockId id = block_table_[slot];
        if (id == kNoBlock) {
            out = static_cast<BlockId>(blocks_.size());
            block_table_[slot] = out;
            break;
        }
        const Block& known = blocks_[id];
        if (known.kind == kind && known.base == base && known.target == target && known.state == state &&
            known.below == below) {
            out = id;
            return true;
        }
    }
    const Block& outer = blocks_[below];
    Block block{kind, state, static_cast<uint16_t>(outer.count + 1), base, target, below, base, outer.read_floor};
    if (kind == BlockKind::Handler) block.floor = block.read_floor = base + kSavedWidth;
    if (kind == BlockKind::Composite) block.floor = block.read_floor = base + kCompositeWidth;
    blocks_.push_back(block);
    return block.count <= kMaxBlocks || reject(Rejection::TooManyBlocks, pc);
}

/// Doubles the table. Entries are moved by interning again, which finds no equal one.
void BlockStructure::grow_block_table() {
    const std::vector<Block> old = blocks_;
    block_table_.assign(std::max<size_t>(32, 2 * block_table_.size()), kNoBlock);
    blocks_.resize(1);
    for (size_t id = 1; id < old.size(); ++id) {
        BlockId same;
        (void)intern(old[id].kind, old[id].base, old[id].target, old[id].state, old[id].below, 0, same);
    }
}

/// Entries down to `lowest` are consumed: the triple of a running handler may no longer be whole.
bool BlockStructure::spoil_handler(BlockId top, uint64_t lowest, uint32_t pc, BlockId& out) {
    const Block& block = blocks_[top];
    out = top;
    if (block.kind != BlockKind::Handler || block.state != BlockState::Intact || lowest >= block.base + kHandlerWidth) {
        return true;
    }
    return intern(BlockKind::Handler, block.base, block.target, BlockState::Initial, block.below, pc, out);
}

/// A path from `origin` reaches pc with this state.
bool BlockStructure::arrive(uint64_t pc, uint64_t height, BlockId blocks, Known known, uint32_t origin, Edge edge) {
    if (height > uint64_t{instruction_count_} + kMaxBlocks * kHandlerWidth) {
        return reject(Rejection::StackTooDeep, origin);
    }
    max_height_ = std::max(max_height_, static_cast<uint32_t>(height));
    if (!is_instruction(pc)) return reject(Rejection::BadTarget, origin);
    const uint32_t here = static_cast<uint32_t>(pc);
    Unit& unit = units_[here / 2];
    if (unit.is(Unit::kRegion)) {
        const Block& top = blocks_[blocks];
        if ((top.kind != BlockKind::Composite || top.target != here) &&
            !enter_normally(here, height, blocks, known, origin)) {
            return false;
        }
    }
    if (edge == Edge::Jump) unit.marks |= here <= origin ? Unit::kJoined | Unit::kLoopHead : Unit::kJoined;
    if (!unit.is(Unit::kReached)) {
        unit.marks |= Unit::kReached;
        unit.height = static_cast<uint32_t>(height);
        unit.blocks = blocks;
        max_height_ = std::max(max_height_, unit.height);
        pending_.push_back({here, unit.is(Unit::kTarget) ? Known{} : known});
        return true;
    }
    if (unit.height != height) return reject(Rejection::HeightMismatch, here);
    if (unit.blocks != blocks) return reject(Rejection::BlockMismatch, here);
    return true;
}

// ----------------------------------------------------------------------------------------------------- instructions

/// May an instruction use so many entries?
bool BlockStructure::has_entries(const Unit& unit, uint64_t count, bool only_reads) const {
    const Block& top = blocks_[unit.blocks];
    return unit.height >= (only_reads ? top.read_floor : top.floor) + count;
}

/// Takes `count` entries; `blocks` is the chain afterwards.
bool BlockStructure::consume(uint32_t pc, const Unit& unit, uint64_t count, BlockId& blocks) {
    if (!has_entries(unit, count, false)) return reject(Rejection::StackUnderflow, pc);
    return spoil_handler(unit.blocks, unit.height - count, pc, blocks);
}

/// Visits pc and then, as long as that is simple, what it falls into: the same order as through `pending_`, but without
/// asking anything that straight code cannot change.
bool BlockStructure::walk(uint32_t pc, Known known) {
    const BlockId blocks = units_[pc / 2].blocks;
    const Block& top = blocks_[blocks];
    if (top.kind == BlockKind::Handler || top.kind == BlockKind::Composite) return visit(pc, known);
    const uint32_t floor = top.floor;
    const uint32_t limit = instruction_count_ + kMaxBlocks * kHandlerWidth;
    uint32_t height = units_[pc / 2].height;
    for (;;) {
        const Unit& unit = units_[pc / 2];
        const Effect& effect = kEffects[static_cast<uint8_t>(unit.opcode)];
        if (effect.form != Form::Fixed) return visit(pc, known);
        if (unit.arg >= operand_limits_[effect.limit]) return reject(Rejection::OperandOutOfRange, pc);
        if (height < floor + effect.used) return reject(Rejection::StackUnderflow, pc);
        const bool constant = unit.opcode == Opcode::LOAD_CONST;
        known = {constant ? static_cast<int32_t>(unit.arg) : -1, constant ? known.top : -1};
        const uint32_t after = next_pc(unit, pc);
        height = height - effect.used + effect.pushed;
        if (after / 2 >= units_.size() || units_[after / 2].marks != 0 || height > limit) {
            return arrive(after, height, blocks, known, pc, Edge::Fall);
        }
        Unit& next = units_[after / 2];
        next.marks = Unit::kReached;
        next.height = height;
        next.blocks = blocks;
        max_height_ = std::max(max_height_, height);
        pc = after;
    }
}

bool BlockStructure::visit(uint32_t pc, Known known) {
    const Unit unit = units_[pc / 2];
    const Effect& effect = kEffects[static_cast<uint8_t>(unit.opcode)];
    if (unit.arg >= operand_limits_[effect.limit]) return reject(Rejection::OperandOutOfRange, pc);
    const Block& top = blocks_[unit.blocks];
    if (top.state == BlockState::ExitTested && unit.opcode != Opcode::END_FINALLY) {
        return reject(Rejection::WithFinishUnfinished, pc);
    }
    if (effect.form != Form::Special) return visit_plain(pc, unit, known, effect);
    BlockId blocks;
    switch (unit.opcode) {
        case Opcode::SETUP_LOOP:
        case Opcode::SETUP_EXCEPT:
        case Opcode::SETUP_FINALLY:
        case Opcode::SETUP_WITH:
        case Opcode::SETUP_ASYNC_WITH: return visit_setup(pc, unit);
        case Opcode::POP_BLOCK:
        case Opcode::POP_EXCEPT: return visit_pop_block(pc, unit);
        case Opcode::END_FINALLY: return visit_end_finally(pc, unit);
        case Opcode::WITH_CLEANUP_START: return visit_with_start(pc, unit);
        case Opcode::WITH_CLEANUP_FINISH: return visit_with_finish(pc, unit);
        case Opcode::BREAK_LOOP: return leave(pc, unit, unit.height, kTagBreak);
        case Opcode::CONTINUE_LOOP:
            if (!is_instruction(unit.arg)) return reject(Rejection::BadTarget, pc);
            return leave(pc, unit, unit.height, continue_tag(unit.arg));
        case Opcode::RETURN_VALUE: return consume(pc, unit, 1, blocks) && leave(pc, unit, unit.height - 1, kTagReturn);
        case Opcode::RAISE_VARARGS: return consume(pc, unit, unit.arg, blocks);
        case Opcode::LIST_APPEND:
        case Opcode::SET_ADD:
        case Opcode::MAP_ADD: return visit_container_add(pc, unit);
        default: return visit_jump(pc, unit);
    }
}

uint64_t BlockStructure::entries_consumed(const Unit& unit) {
    const Effect& effect = kEffects[static_cast<uint8_t>(unit.opcode)];
    switch (effect.form) {
        case Form::Fixed:
        case Form::Checked: return effect.used;
        case Form::Reads: return 0;
        case Form::Counted: return counted_effect(unit.opcode, unit.arg).used;
        case Form::Special: break;
    }
    switch (unit.opcode) {
        case Opcode::POP_JUMP_IF_FALSE:
        case Opcode::POP_JUMP_IF_TRUE:
        case Opcode::JUMP_IF_FALSE_OR_POP:
        case Opcode::JUMP_IF_TRUE_OR_POP:
        case Opcode::FOR_ITER:
        case Opcode::RETURN_VALUE:
        case Opcode::LIST_APPEND:
        case Opcode::SET_ADD:
        case Opcode::SETUP_WITH:
        case Opcode::SETUP_ASYNC_WITH: return 1;
        case Opcode::MAP_ADD: return 2;
        case Opcode::RAISE_VARARGS: return unit.arg;
        default: return 0;
    }
}

bool BlockStructure::visit_plain(uint32_t pc, const Unit& unit, Known known, const Effect& effect) {
    Counts counts{effect.used, effect.pushed};
    Known after;
    switch (unit.opcode) {
        case Opcode::LOAD_CONST: after = {static_cast<int32_t>(unit.arg), known.top}; break;
        case Opcode::YIELD_VALUE:
        case Opcode::YIELD_FROM:
            if ((view_.flags & kGeneratorFlags) == 0) return reject(Rejection::YieldOutsideGenerator, pc);
            break;
        case Opcode::BUILD_SLICE:
            if (unit.arg != 2 && unit.arg != 3) return reject(Rejection::OperandOutOfRange, pc);
            break;
        case Opcode::LOAD_CLASSDEREF:
            if (unit.arg < view_.cellvar_count) return reject(Rejection::OperandOutOfRange, pc);
            break;
        case Opcode::CALL_FUNCTION_KW:
        case Opcode::BUILD_CONST_KEY_MAP:
        case Opcode::MAKE_FUNCTION:
            if (!check_constants(pc, unit, known)) return false;
            break;
        default: break;
    }
    if (effect.form == Form::Counted) counts = counted_effect(unit.opcode, unit.arg);
    BlockId blocks = unit.blocks;
    if (effect.form == Form::Reads) {
        if (!has_entries(unit, counts.used, true)) return reject(Rejection::StackUnderflow, pc);
    } else if (!consume(pc, unit, counts.used, blocks)) {
        return false;
    }
    return arrive(next_pc(unit, pc), unit.height - counts.used + counts.pushed, blocks, after, pc, Edge::Fall);
}

ConstantInfo BlockStructure::constant(int32_t index) const {
    return view_.constant(view_.context, static_cast<uint32_t>(index));
}

bool BlockStructure::check_constants(uint32_t pc, const Unit& unit, Known known) {
    if (unit.opcode == Opcode::MAKE_FUNCTION) {
        const bool fits = known.second >= 0 && constant(known.top).kind == ConstantKind::Str &&
                          constant(known.second).kind == ConstantKind::Code;
        return fits || reject(Rejection::FunctionConstants, pc);
    }
    const ConstantInfo info = known.top >= 0 ? constant(known.top) : ConstantInfo{};
    if (unit.opcode == Opcode::CALL_FUNCTION_KW) {
        const bool fits = info.kind == ConstantKind::TupleOfStr && info.size <= unit.arg;
        return fits || reject(Rejection::KeywordNames, pc);
    }
    return (info.is_tuple() && info.size == unit.arg) || reject(Rejection::MapKeys, pc);
}

bool BlockStructure::visit_jump(uint32_t pc, const Unit& unit) {
    const uint32_t after = next_pc(unit, pc);
    const uint64_t target = has_jabs(unit.opcode) ? unit.arg : uint64_t{after} + unit.arg;
    const uint64_t height = unit.height;
    BlockId blocks = unit.blocks;
    if (unit.opcode == Opcode::JUMP_ABSOLUTE || unit.opcode == Opcode::JUMP_FORWARD) {
        return arrive(target, height, blocks, {}, pc, Edge::Jump);
    }
    if (!consume(pc, unit, 1, blocks)) return false;
    uint64_t jumping = height - 1;
    uint64_t falling = height - 1;
    if (unit.opcode == Opcode::FOR_ITER) falling = height + 1;
    if (unit.opcode == Opcode::JUMP_IF_FALSE_OR_POP || unit.opcode == Opcode::JUMP_IF_TRUE_OR_POP) jumping = height;
    return arrive(target, jumping, blocks, {}, pc, Edge::Jump) && arrive(after, falling, blocks, {}, pc, Edge::Fall);
}

/// Is the entry so far below the top a plain one under the running handler? A clause of except* collects what it raised
/// there. Entries below the next block are out of reach.
bool BlockStructure::reaches_below_handler(const Unit& unit, uint64_t distance) const {
    const Block& top = blocks_[unit.blocks];
    if (top.kind != BlockKind::Handler || distance > unit.height) return false;
    const uint64_t position = unit.height - distance;
    const Block& outer = blocks_[top.below];
    return position < top.base && position >= outer.read_floor && outer.state != BlockState::Intact;
}

/// LIST_APPEND, SET_ADD, MAP_ADD: pop one or two entries, then modify the entry `arg` below.
bool BlockStructure::visit_container_add(uint32_t pc, const Unit& unit) {
    const uint32_t popped = unit.opcode == Opcode::MAP_ADD ? 2 : 1;
    BlockId blocks;
    if (!consume(pc, unit, popped, blocks)) return false;
    if (unit.arg < 1 || !(has_entries(unit, uint64_t{popped} + unit.arg, true) ||
                          reaches_below_handler(unit, uint64_t{popped} + unit.arg))) {
        return reject(Rejection::StackUnderflow, pc);
    }
    return arrive(next_pc(unit, pc), unit.height - popped, blocks, {}, pc, Edge::Fall);
}

// --------------------------------------------------------------------------------------------------- exception table

void BlockStructure::build_rows() {
    BlockId last = kNoBlock;
    for (uint32_t index = 0; index < units_.size(); ++index) {
        const Unit& unit = units_[index];
        if (!unit.is(Unit::kReached) || unit.blocks == kNoBlock) continue;
        const uint32_t pc = 2 * index;
        const uint32_t end = next_pc(unit, pc);
        if (unit.blocks == last && !rows_.empty() && rows_.back().end == pc) {
            rows_.back().end = end;
            continue;
        }
        last = unit.blocks;
        ExceptionRow row{pc, end};
        collect_saves(unit.blocks, row);
        if (row.handler == kNoPc && row.save_count == 0) continue;
        if (extends_last_row(row)) {
            rows_.back().end = end;
            saves_.resize(row.first_save);
        } else {
            rows_.push_back(row);
        }
    }
}

/// Walks outwards to the block that catches, collecting the saved exc_info registers of what is left on the way.
void BlockStructure::collect_saves(BlockId id, ExceptionRow& row) {
    row.first_save = static_cast<uint32_t>(saves_.size());
    for (; id != kNoBlock; id = blocks_[id].below) {
        const Block& block = blocks_[id];
        if (block.kind == BlockKind::Except || block.kind == BlockKind::Finally) {
            row.handler = block.target;
            row.depth = block.base;
            row.kind = block.kind;
            break;
        }
        if (block.kind == BlockKind::Handler) saves_.push_back(block.base);
        if (block.kind == BlockKind::Composite) saves_.push_back(block.base + 2);
    }
    row.save_count = static_cast<uint32_t>(saves_.size()) - row.first_save;
    std::reverse(saves_.begin() + row.first_save, saves_.end());
}

bool BlockStructure::extends_last_row(const ExceptionRow& row) const {
    if (rows_.empty()) return false;
    const ExceptionRow& last = rows_.back();
    return last.end == row.start && last.handler == row.handler && last.depth == row.depth && last.kind == row.kind &&
           std::ranges::equal(saves(last), saves(row));
}

}  // namespace krait
