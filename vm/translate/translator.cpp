// The pass over the code in pc order, labels, definite assignment, and the tables at the end.
//
// Definite assignment keeps a set of the first 64 locals. Paths meet by intersection; since code is read in pc order, a
// loop head does not yet know its back edges: it assumes what holds before the loop minus every local that is deleted
// anywhere, and each back edge checks the assumption. Only hand-made code can break it; then the pass is repeated
// without tracking, every load of a local being checked.
#include "vm/translate/translator.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace krait {

namespace {

constexpr uint32_t kTrackedLocals = 64;
constexpr uint32_t kMaxCopiedTest = 8;

/// What an instruction does to the callee of a call under preparation.
enum class PairEffect : uint8_t {
    Touches,   // the entries it consumes, at least the top one: DUP_TOP must not copy half a pair
    Pushes,    // nothing
    Builds,    // exactly the entries it consumes, maybe none
    ReadsTwo,
    Ends,      // control does not just go on
};

constexpr std::array<PairEffect, 256> kPairEffects = [] {
    std::array<PairEffect, 256> table{};
    const auto set = [&](PairEffect effect, std::initializer_list<Opcode> ops) {
        for (Opcode op : ops) table[static_cast<uint8_t>(op)] = effect;
    };
    set(PairEffect::Pushes, {Opcode::LOAD_FAST, Opcode::LOAD_CONST, Opcode::LOAD_GLOBAL, Opcode::LOAD_NAME,
                             Opcode::LOAD_DEREF, Opcode::LOAD_CLOSURE, Opcode::LOAD_CLASSDEREF, Opcode::NOP,
                             Opcode::LOAD_BUILD_CLASS, Opcode::LOAD_TYPING});
    set(PairEffect::Builds, {Opcode::BUILD_TUPLE, Opcode::BUILD_LIST, Opcode::BUILD_SET, Opcode::BUILD_MAP,
                             Opcode::BUILD_STRING});
    set(PairEffect::ReadsTwo, {Opcode::DUP_TOP_TWO, Opcode::MATCH_KEYS});
    set(PairEffect::Ends,
        {Opcode::POP_JUMP_IF_FALSE, Opcode::POP_JUMP_IF_TRUE, Opcode::JUMP_IF_FALSE_OR_POP, Opcode::JUMP_IF_TRUE_OR_POP,
         Opcode::JUMP_ABSOLUTE, Opcode::JUMP_FORWARD, Opcode::FOR_ITER, Opcode::SETUP_LOOP, Opcode::SETUP_EXCEPT,
         Opcode::SETUP_FINALLY, Opcode::SETUP_WITH, Opcode::SETUP_ASYNC_WITH, Opcode::POP_BLOCK, Opcode::POP_EXCEPT,
         Opcode::END_FINALLY, Opcode::WITH_CLEANUP_START, Opcode::WITH_CLEANUP_FINISH, Opcode::BREAK_LOOP,
         Opcode::CONTINUE_LOOP, Opcode::RETURN_VALUE, Opcode::RAISE_VARARGS});
    return table;
}();

constexpr uint64_t bits_below(uint32_t count) {
    return count >= 64 ? ~uint64_t{0} : (uint64_t{1} << count) - 1;
}

}  // namespace

bool Translator::translate(const TranslationInput& input) {
    rejection_ = Rejection::None;
    input_ = input;
    if (!blocks_.analyse(input.view)) {
        rejection_ = blocks_.rejection();
        rejection_pc_ = blocks_.rejection_pc();
        return false;
    }
    traced_ = !input.line_starts.empty();
    track_assigned_ = !traced_;
    reset(input);
    scan();
    run_pass();
    if (assigned_failed_) {
        track_assigned_ = false;
        reset(input);
        scan();
        run_pass();
    }
    return rejection_ == Rejection::None && finish();
}

bool Translator::canonical_after(const TranslationInput& input, uint32_t instruction) {
    look_after_ = instruction;
    was_canonical_ = false;
    const bool good = translate(input);
    look_after_ = UINT32_MAX;
    return good && was_canonical_;
}

void Translator::reset(const TranslationInput& input) {
    const CodeView& view = input.view;
    out_.ins.clear();
    out_.pcmap.clear();
    out_.cache_names.clear();
    out_.rows.clear();
    out_.saves.clear();
    out_.local_count = view.varname_count;
    out_.first_temp = first_temp_ = view.varname_count + view.cellvar_count + view.freevar_count;
    info_.assign(blocks_.units().size(), PcInfo{});
    tests_.clear();
    fixups_.clear();
    local_refs_.assign(view.varname_count, 0);
    stack_.assign(blocks_.max_height() + 4, Entry{});
    holder_.assign(blocks_.max_height() + 4, 0);
    const size_t instructions = blocks_.instruction_count();
    out_.ins.reserve(instructions + 8);
    out_.pcmap.reserve(instructions + 8);
    out_.cache_names.reserve(instructions / 2 + 4);
    fixups_.reserve(instructions / 8 + 4);
    operand_bits_ = 0;
    jumps_fit_ = true;
    depth_ = clean_ = misplaced_ = max_temp_ = 0;
    deleted_ = 0;
    deletes_far_ = false;
    assigned_failed_ = false;
    pc_ = start_pc_ = skip_to_ = barrier_ = 0;
    test_head_ = kNoPc;
    falling_ = true;
    arguments_ = bits_below(std::min({input.total_args, view.varname_count, kTrackedLocals}));
    for (int32_t local : input.cell_to_arg) {
        if (local >= 0 && local < static_cast<int32_t>(kTrackedLocals)) arguments_ &= ~(uint64_t{1} << local);
    }
    assigned_ = track_assigned_ ? arguments_ : 0;
    intact_.assign(blocks_.blocks().size(), kNoBlock);
    for (BlockId id = 1; id < intact_.size(); ++id) {
        const Block& block = blocks_.block(id);
        if (block.kind == BlockKind::Handler) {
            intact_[id] = block.state == BlockState::Intact ? id : kNoBlock;
        } else if (block.kind != BlockKind::Composite) {
            intact_[id] = intact_[block.below];
        }
    }
}

// --------------------------------------------------------------------------------------------------------- first look

/// Finds deleted locals, and pairs LOAD_ATTR with the call that uses its result as the callee.
void Translator::scan() {
    pair_candidates_.clear();
    const std::span<const Unit> units = blocks_.units();
    for (uint32_t index = 0; index < units.size(); ++index) {
        const Unit& unit = units[index];
        if (!unit.is(Unit::kReached)) continue;
        if (unit.opcode == Opcode::DELETE_FAST) {
            if (unit.arg < kTrackedLocals) deleted_ |= uint64_t{1} << unit.arg;
            if (unit.arg >= kTrackedLocals) deletes_far_ = true;
        }
        if (!traced_) scan_for_pairs(2 * index, unit);
    }
}

/// A candidate's result lies at the height of its pc minus one. It stays one as long as nothing touches that entry and
/// control runs straight on.
void Translator::scan_for_pairs(uint32_t pc, const Unit& unit) {
    const PairEffect effect = kPairEffects[static_cast<uint8_t>(unit.opcode)];
    if (effect == PairEffect::Ends || unit.is(Unit::kJoined)) pair_candidates_.clear();
    if (effect == PairEffect::Ends) return;
    if (!pair_candidates_.empty() && effect != PairEffect::Pushes) {
        uint64_t touched = std::max<uint64_t>(1, BlockStructure::entries_consumed(unit));
        if (effect == PairEffect::ReadsTwo) touched = 2;
        if (effect == PairEffect::Builds) touched = BlockStructure::entries_consumed(unit);
        take_candidates(pc, unit, unit.height >= touched ? unit.height - static_cast<uint32_t>(touched) : 0);
    }
    if (unit.opcode == Opcode::LOAD_ATTR) pair_candidates_.push_back(pc);
}

/// The instruction at pc touches entries from `lowest` on. A call whose callee lies there makes a pair.
void Translator::take_candidates(uint32_t pc, const Unit& unit, uint32_t lowest) {
    const bool calls = unit.opcode == Opcode::CALL_FUNCTION || unit.opcode == Opcode::CALL_FUNCTION_KW;
    while (!pair_candidates_.empty()) {
        const uint32_t candidate = pair_candidates_.back();
        const uint32_t position = blocks_.unit(candidate).height - 1;
        if (position < lowest) return;
        pair_candidates_.pop_back();
        if (calls && position == lowest) info_[candidate / 2].pairs = info_[pc / 2].pairs = true;
    }
}

// ------------------------------------------------------------------------------------------------------------ the pass

void Translator::run_pass() {
    const std::span<const Unit> units = blocks_.units();
    for (uint32_t index = 0; index < units.size(); ++index) {
        const Unit& unit = units[index];
        if (!unit.starts()) continue;
        info_[index].ins = static_cast<uint32_t>(out_.ins.size());
        if (!unit.is(Unit::kReached) || 2 * index < skip_to_) continue;
        if (!begin_instruction(2 * index, unit)) return;
        if (2 * index >= skip_to_) translate_instruction(2 * index, unit);
        if (rejection_ != Rejection::None || assigned_failed_) return;
        if (out_.ins.size() <= look_after_) continue;
        was_canonical_ = out_.ins.size() == size_t{look_after_} + 1;
        for (uint32_t at = clean_; at < depth_; ++at) was_canonical_ &= stack_[at].kind == EntryKind::Canonical;
        return;
    }
}

bool Translator::begin_instruction(uint32_t pc, const Unit& unit) {
    start_pc_ = pc;
    pc_ = pc + 2u * (unit.length - 1u);
    if (unit.is(Unit::kJoined)) begin_label(pc, unit);
    if (traced_) begin_line(pc, unit);
    falling_ = true;
    intact_block_ = intact_[unit.blocks];
    if (intact_block_ != kNoBlock) break_triple(pc, unit);
    return rejection_ == Rejection::None;
}

void Translator::begin_label(uint32_t pc, const Unit& unit) {
    PcInfo& info = info_[pc / 2];
    if (falling_) {
        flush();
        info.assigned &= assigned_;
        info.seen = true;
        info.ins = static_cast<uint32_t>(out_.ins.size());
    } else {
        reset_stack(unit.height);
    }
    if (!info.seen) info.assigned = 0;  // only back edges lead here: they are checked against this
    if (unit.is(Unit::kLoopHead)) info.assigned &= ~deleted_;
    if (!track_assigned_) info.assigned = 0;
    assigned_ = info.assigned;
    test_head_ = unit.is(Unit::kLoopHead) ? pc : kNoPc;
    barrier_ = static_cast<uint32_t>(out_.ins.size());
}

/// Traced form: LINE reports a line that starts here. CPython also reports a line when a jump back arrives in the
/// middle of it: what falls into such a place goes round that LINE.
void Translator::begin_line(uint32_t pc, const Unit& unit) {
    const bool starts = starts_line(pc);
    if (!starts && !(unit.is(Unit::kJoined) && unit.is(Unit::kLoopHead))) return;
    PcInfo& info = info_[pc / 2];
    flush();
    const uint32_t own_pc = pc_;
    pc_ = pc;
    const bool around = !starts && falling_;
    const uint32_t jump = around ? emit(INS_JMP) : 0;
    const uint32_t line = emit(INS_LINE);
    if (around) fix_here(jump);
    pc_ = own_pc;
    if (starts) {
        info.line = line + 1;
    } else {
        info.back = line + 1;
        info.ins = static_cast<uint32_t>(out_.ins.size());
    }
    assigned_ = 0;
    barrier();
}

/// Nothing emitted so far is fused with what follows.
void Translator::barrier() {
    barrier_ = static_cast<uint32_t>(out_.ins.size());
    test_head_ = kNoPc;
}

void Translator::fail(Rejection reason) {
    if (rejection_ != Rejection::None) return;
    rejection_ = reason;
    rejection_pc_ = start_pc_;
}

/// A path leads to target_pc, with the locals bound here except `lost`.
void Translator::edge(uint32_t target_pc, uint64_t lost) {
    PcInfo& info = info_[target_pc / 2];
    const uint64_t bound = track_assigned_ ? assigned_ & ~lost : 0;
    if (target_pc > start_pc_) {
        info.assigned &= bound;
        info.seen = true;
    } else if ((info.assigned & ~bound) != 0) {
        assigned_failed_ = true;
    }
}

// ------------------------------------------------------------------------------------------------------------ emission

uint32_t Translator::emit(unsigned op, uint32_t a, uint32_t b, uint32_t c) {
    operand_bits_ |= a | b | c;
    out_.ins.push_back({op, a, b, c});
    out_.pcmap.push_back(pc_);
    return static_cast<uint32_t>(out_.ins.size()) - 1;
}

uint32_t Translator::new_cache(uint32_t name) {
    out_.cache_names.push_back(name);
    return static_cast<uint32_t>(out_.cache_names.size()) - 1;
}

void Translator::emit_to(unsigned op, uint32_t a, uint32_t b, uint32_t target_pc) {
    fixups_.push_back({emit(op, a, b), target_pc});
    edge(target_pc);
}

void Translator::jump_to(uint32_t target_pc) {
    edge(target_pc);
    if (!elide_jumps_ || !falls_to(target_pc)) fixups_.push_back({emit(INS_JMP), target_pc});
    falling_ = false;
}

/// Jump `ins`, emitted before, goes to the next instruction.
void Translator::fix_here(uint32_t ins) {
    set_offset(ins, static_cast<uint32_t>(out_.ins.size()));
}

void Translator::set_offset(uint32_t ins, uint32_t target_ins) {
    const uint32_t offset = target_ins - (ins + 1);
    out_.ins[ins].c = offset;
    const int32_t signed_offset = static_cast<int32_t>(offset);
    if (signed_offset < INT16_MIN || signed_offset > INT16_MAX) jumps_fit_ = false;
}

/// Is target_pc the next pc that is translated?
bool Translator::falls_to(uint32_t target_pc) const {
    if (target_pc <= start_pc_) return false;
    uint32_t pc = std::max(next_pc(start_pc_), skip_to_);
    while (pc < target_pc && !blocks_.unit(pc).is(Unit::kReached)) pc = next_pc(pc);
    return pc == target_pc;
}

// ------------------------------------------------------------------------------------------------------------ the end

bool Translator::finish() {
    for (const Fixup& fixup : fixups_) {
        WideIns& jump = out_.ins[fixup.ins];
        const PcInfo& target = info_[fixup.pc / 2];
        const bool back = target.back != 0 && out_.pcmap[fixup.ins] >= fixup.pc;
        set_offset(fixup.ins, back ? target.back - 1 : target.ins);
        if (jump.op == INS_JMP && static_cast<int32_t>(jump.c) < 0) jump.op = INS_JMPB;
    }
    out_.register_count = first_temp_ + std::max(blocks_.max_height(), max_temp_);
    build_rows();
    out_.fits_narrow = operand_bits_ <= UINT16_MAX && jumps_fit_;
    return true;
}

/// Rows of pcs become rows of instruction indexes; empty ones disappear.
void Translator::build_rows() {
    const auto index_at = [&](uint32_t pc) {
        return pc / 2 < info_.size() ? info_[pc / 2].ins : static_cast<uint32_t>(out_.ins.size());
    };
    for (const ExceptionRow& row : blocks_.rows()) {
        TranslatedRow translated{};
        translated.start = index_at(row.start);
        translated.end = index_at(row.end);
        if (translated.start == translated.end) continue;
        translated.kind = row.kind == BlockKind::Except    ? HandlerKind::Except
                          : row.kind == BlockKind::Finally ? HandlerKind::Finally
                                                           : HandlerKind::Exit;
        translated.handler = row.handler == kNoPc ? 0 : index_at(row.handler);
        translated.depth = row.depth;
        translated.saves_begin = static_cast<uint32_t>(out_.saves.size());
        translated.saves_count = row.save_count;
        for (uint32_t save : blocks_.saves(row)) out_.saves.push_back(temp(save));
        out_.rows.push_back(translated);
    }
}

/// Called when a conditional jump was emitted: if it ends the straight code from a loop head, back edges copy that.
void Translator::note_test(uint32_t exit_pc) {
    if (test_head_ == kNoPc) return;
    PcInfo& head = info_[test_head_ / 2];
    const uint32_t last = static_cast<uint32_t>(out_.ins.size()) - 1;
    test_head_ = kNoPc;
    if (last - head.ins >= kMaxCopiedTest) return;
    for (uint32_t at = head.ins; at <= last; ++at) {
        if (out_.ins[at].op == INS_YIELD || out_.ins[at].op == INS_YIELDFROM) return;
    }
    tests_.push_back({head.ins, last, exit_pc});
    head.test = static_cast<uint32_t>(tests_.size());
}

namespace {

/// The jump taken when `op` is not, 0: there is none.
unsigned inverted_jump(unsigned op) {
    if (op == INS_JT) return INS_JF;
    if (op == INS_JF) return INS_JT;
    if (op == INS_FORITER) return INS_FORLOOP;
    if (op < INS_LT_RR || op > INS_JNNOTIN_RK) return 0;
    const unsigned form = (op - INS_LT_RR) % 6;  // RR, RK, J RR, J RK, JN RR, JN RK
    if (form < 2) return 0;
    return form < 4 ? op + 2 : op - 2;
}

static_assert(INS_LE_RR - INS_LT_RR == 6 && INS_JLT_RR - INS_LT_RR == 2 && INS_JNLT_RR - INS_LT_RR == 4);
static_assert(INS_JNNOTIN_RK - INS_NOTIN_RR == 5);

}  // namespace

/// Loop inversion: the back edge to head_pc tests by itself and enters the loop's body. False: no test to copy.
bool Translator::repeat_test(uint32_t head_pc) {
    const uint32_t index = info_[head_pc / 2].test;
    if (index == 0 || traced_) return false;
    const LoopTest test = tests_[index - 1];
    const unsigned inverted = inverted_jump(out_.ins[test.last].op);
    if (inverted == 0) return false;
    const uint32_t own_pc = pc_;
    for (uint32_t at = test.first; at <= test.last; ++at) {
        WideIns ins = out_.ins[at];
        pc_ = out_.pcmap[at];
        if (internal_op_operands(ins.op)[2] == 'x') ins.c = new_cache(out_.cache_names[ins.c]);
        if (at == test.last) {
            set_offset(emit(inverted, ins.a, ins.b), test.last + 1);
        } else {
            emit(ins.op, ins.a, ins.b, ins.c);
        }
    }
    pc_ = own_pc;
    return true;
}

}  // namespace krait
