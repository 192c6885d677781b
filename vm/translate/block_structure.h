// Verifies 3.6 wordcode and turns its dynamic block stack into static facts.
//
// In:   a CodeView: the bytes of a code object and the few facts about its tables that verification needs.
// Out:  per instruction the height of the value stack and the chain of open blocks before it; an exception table; a
//       plan (straight list of steps) for everything that leaves blocks: return, break, continue, POP_BLOCK,
//       POP_EXCEPT, the fall into a finally clause, and each way an END_FINALLY can go on. Or a reason why the code is
//       refused.
// Must not know: values, objects, the internal instruction set. Of other rooms it includes
//       compiler/opcode.h only.
//
// Registers: "temporary h" is the canonical register of the value stack's entry number h. Where 3.6 keeps one, two or
// six items (handlers, finally clauses), heights count the widest form, so that a height is a constant of a pc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "compiler/opcode.h"
#include "vm/translate/resume_tag.h"

namespace krait {

/// What verification needs to know about one constant.
enum class ConstantKind : uint8_t {
    Other,
    None,
    Str,         // exactly str
    Tuple,       // exactly tuple, `size` items, some not str
    TupleOfStr,  // exactly tuple, `size` items, all exactly str (the empty tuple too)
    Code,
};

struct ConstantInfo {
    ConstantKind kind = ConstantKind::Other;
    uint32_t size = 0;

    bool is_tuple() const { return kind == ConstantKind::Tuple || kind == ConstantKind::TupleOfStr; }
};

/// A code object as the verifier sees it. `constant` answers for index < const_count.
struct CodeView {
    std::span<const uint8_t> code;
    uint32_t const_count = 0;
    uint32_t name_count = 0;
    uint32_t varname_count = 0;
    uint32_t cellvar_count = 0;
    uint32_t freevar_count = 0;
    uint32_t flags = 0;
    const void* context = nullptr;
    ConstantInfo (*constant)(const void* context, uint32_t index) = nullptr;
    bool loops_end = false;  // what follows a loop counts as reached even when nothing leaves the loop
    uint64_t hash_seed = 0;  // makes collisions in the block table unpredictable
};

enum class Rejection : uint8_t {
    None,
    BadSize,
    BadExtendedArg,
    OperandTooLarge,
    UnknownOpcode,
    OperandOutOfRange,
    BadTarget,
    StackUnderflow,
    StackTooDeep,
    HeightMismatch,
    BlockMismatch,
    TooManyBlocks,
    FinallyWithoutNone,
    FinallyOtherBlocks,
    FinallyTwoEntries,
    SharedFinally,
    ContinueFromFinally,
    OutsideLoop,
    PopBlockWithoutBlock,
    PopExceptWithoutHandler,
    EndFinallyWithoutComposite,
    TwoEndFinally,
    WithStartMisplaced,
    WithoutExitFunction,
    WithFinishMisplaced,
    WithFinishUnfinished,
    WithExitInCleanup,
    YieldOutsideGenerator,
    KeywordNames,
    MapKeys,
    FunctionConstants,
    TooComplex,
    OutOfMemory,
};

std::string_view rejection_text(Rejection reason);

inline constexpr uint32_t kMaxBlocks = 64;      // 20 nested statements can need 40: except-as opens two
inline constexpr uint32_t kHandlerWidth = 6;    // b: saved exc_info, b+3 traceback, b+4 exception, b+5 its type
// b: resume tag, b+1 value or exception, b+2 saved exc_info, b+3 traceback
inline constexpr uint32_t kCompositeWidth = 6;
inline constexpr uint32_t kSavedWidth = 3;      // what is left of a handler whose exception was popped
inline constexpr uint32_t kNoPc = UINT32_MAX;

/// The first three are opened by SETUP_*, the last two exist while an except or finally clause runs.
enum class BlockKind : uint8_t { None, Loop, Except, Finally, Handler, Composite };

/// Progress inside a HANDLER (is the re-raisable triple whole?) or COMPOSITE (how far is the with statement's exit?).
enum class BlockState : uint8_t { Initial, Intact, ExitCalled, ExitTested };

using BlockId = uint32_t;
inline constexpr BlockId kNoBlock = 0;

/// One open block of a chain. Interned: equal chains have equal ids. Block 0 is the empty chain.
struct Block {
    BlockKind kind = BlockKind::None;
    BlockState state = BlockState::Initial;
    uint16_t count = 0;       // length of the chain
    uint32_t base = 0;        // height of the value stack below it
    uint32_t target = kNoPc;  // behind the loop for Loop, else the pc where its handler starts
    BlockId below = kNoBlock;
    uint32_t floor = 0;       // nothing below may be overwritten while this block is innermost
    uint32_t read_floor = 0;  // nothing below may be read
};

/// One step of a plan. Plans are executed in order; the last step transfers control.
enum class StepKind : uint8_t {
    Drop,     // drop temporaries from the top down to height `base`
    Restore,  // if temporary `base` is set: exc_info = it, and unset it
    Clear,    // unset temporary `base`: a stale immediate there would look like saved exc_info
    Enter,    // temporary base = tag, base+1 = value of a return, base+2 unset; go to `target`
    Jump,     // go to `target`
    Return,
    Reraise,  // raise temporary base+1, without adding a traceback entry
};

struct Step {
    StepKind kind;
    uint32_t base = 0;
    uint32_t target = kNoPc;
    uint32_t tag = 0;
};

struct Plan {
    uint32_t tag = 0;   // plans of an END_FINALLY: the tag it is for
    uint32_t next = 0;  // plans of an END_FINALLY: index + 1 of the next one, 0 ends
    uint32_t first_step = 0;
    uint32_t step_count = 0;
};

/// What an END_FINALLY and all entries of its clause have in common; one per handler pc.
struct Region {
    uint32_t handler = kNoPc;
    uint32_t base = 0;
    BlockId below = kNoBlock;
    uint32_t end = kNoPc;         // its END_FINALLY
    BlockId end_block = kNoBlock; // the composite there
    bool has_normal = false;      // a normal exit exists: with these blocks and height
    bool cleanup = false;         // entered normally after POP_EXCEPT (`except E as name`)
    uint32_t normal_height = 0;
    BlockId normal_blocks = kNoBlock;
    uint32_t first_plan = 0;      // index + 1 into plans: one per tag
    uint64_t tags = 0;            // tags below 64
    uint32_t tag_list = 0;        // index + 1 into tag_links
};

/// Where exceptions raised at [start, end) go. Rows are sorted and disjoint.
struct ExceptionRow {
    uint32_t start = 0;
    uint32_t end = 0;
    uint32_t handler = kNoPc;            // none: the exception leaves the frame
    uint32_t depth = 0;                  // drop temporaries down to here
    BlockKind kind = BlockKind::None;    // Except, Finally, or None for leaving
    uint32_t first_save = 0;             // registers of saved exc_info, outermost first: the first one set counts
    uint32_t save_count = 0;
};

/// Facts about one code unit (two bytes). Only units where an instruction starts have length > 0.
struct Unit {
    Opcode opcode{};
    uint8_t length = 0;  // in units, EXTENDED_ARG prefixes included; 0 inside an instruction
    uint8_t marks = 0;
    uint32_t arg = 0;
    uint32_t height = 0;
    BlockId blocks = kNoBlock;
    uint32_t plan = 0;   // index + 1 into plans

    static constexpr uint8_t kReached = 1;      // some path leads here; otherwise the code is dead and not verified
    static constexpr uint8_t kTarget = 2;       // operand of some jump or SETUP, possibly a dead one
    static constexpr uint8_t kJoined = 4;       // reached by an edge that is not a fall-through
    static constexpr uint8_t kLoopHead = 8;     // reached by a backward edge
    static constexpr uint8_t kHandler = 16;     // first instruction of a handler
    static constexpr uint8_t kRegion = 32;      // first instruction of a finally or with clause

    bool starts() const { return length != 0; }
    bool is(uint8_t mark) const { return (marks & mark) != 0; }
};

/// The result. Reusable: analyse() forgets the previous code and keeps the memory.
class BlockStructure {
 public:
    /// False: the code is refused, see rejection() and rejection_pc().
    [[nodiscard]] bool analyse(const CodeView& view);

    Rejection rejection() const { return rejection_; }
    uint32_t rejection_pc() const { return rejection_pc_; }

    /// All code units; pc is twice the index.
    std::span<const Unit> units() const { return units_; }
    const Unit& unit(uint32_t pc) const { return units_[pc / 2]; }
    static uint32_t next_pc(const Unit& unit, uint32_t pc) { return pc + 2u * unit.length; }
    static uint32_t jump_target(const Unit& unit, uint32_t pc) {
        return has_jabs(unit.opcode) ? unit.arg : next_pc(unit, pc) + unit.arg;
    }

    std::span<const Block> blocks() const { return blocks_; }
    const Block& block(BlockId id) const { return blocks_[id]; }
    std::span<const Region> regions() const { return regions_; }
    const Region& region_at(uint32_t handler_pc) const { return regions_[region_of_[handler_pc / 2] - 1]; }
    std::span<const Plan> plans() const { return plans_; }
    const Plan& plan_at(uint32_t index_plus_one) const { return plans_[index_plus_one - 1]; }
    std::span<const Step> steps(const Plan& plan) const { return {steps_.data() + plan.first_step, plan.step_count}; }
    std::span<const ExceptionRow> rows() const { return rows_; }
    std::span<const uint32_t> saves(const ExceptionRow& row) const {
        return {saves_.data() + row.first_save, row.save_count};
    }
    /// Entries that an instruction takes off the stack or replaces (0 for those that only read). Plans say what leaving
    /// a block drops.
    static uint64_t entries_consumed(const Unit& unit);

    /// Registers needed for temporaries.
    uint32_t max_height() const { return max_height_; }
    uint32_t instruction_count() const { return instruction_count_; }

 private:
    struct Known {  // constant indexes of the two topmost entries; -1: unknown
        int32_t top = -1;
        int32_t second = -1;
    };
    struct Pending {
        uint32_t pc;
        Known known;
    };
    struct TagLink {
        uint32_t tag;
        uint32_t next;
    };
    struct Effect;
    enum class Edge : uint8_t { Fall, Jump };
    static const std::array<Effect, 256> kEffects;

    void reset(const CodeView& view);
    bool reject(Rejection reason, uint32_t pc);
    bool decode();
    void mark_target(uint64_t pc);
    bool is_instruction(uint64_t pc) const {
        return pc % 2 == 0 && pc / 2 < units_.size() && units_[pc / 2].starts();
    }
    bool walk(uint32_t pc, Known known);
    bool visit(uint32_t pc, Known known);
    bool visit_plain(uint32_t pc, const Unit& unit, Known known, const Effect& effect);
    bool visit_jump(uint32_t pc, const Unit& unit);
    bool visit_setup(uint32_t pc, const Unit& unit);
    bool visit_pop_block(uint32_t pc, const Unit& unit);
    bool visit_end_finally(uint32_t pc, const Unit& unit);
    bool visit_with_start(uint32_t pc, const Unit& unit);
    bool visit_with_finish(uint32_t pc, const Unit& unit);
    bool visit_container_add(uint32_t pc, const Unit& unit);
    bool check_constants(uint32_t pc, const Unit& unit, Known known);
    ConstantInfo constant(int32_t index) const;

    bool has_entries(const Unit& unit, uint64_t count, bool only_reads) const;
    bool reaches_below_handler(const Unit& unit, uint64_t distance) const;
    bool consume(uint32_t pc, const Unit& unit, uint64_t count, BlockId& blocks);
    bool intern(BlockKind kind, uint32_t base, uint32_t target, BlockState state, BlockId below, uint32_t pc,
                BlockId& out);
    void grow_block_table();
    bool spoil_handler(BlockId top, uint64_t lowest, uint32_t pc, BlockId& out);
    bool arrive(uint64_t pc, uint64_t height, BlockId blocks, Known known, uint32_t origin, Edge edge);
    bool enter_normally(uint32_t pc, uint64_t& height, BlockId& blocks, Known known, uint32_t origin);
    bool composite_of(uint32_t region_index, BlockId& out);
    bool arrive_at_region(uint32_t region_index, uint32_t origin);
    bool leave(uint32_t pc, const Unit& unit, uint64_t height, uint32_t tag);
    bool unwind(uint32_t pc, uint64_t height, BlockId blocks, uint32_t tag);
    bool unwind_to_stop(uint32_t pc, uint64_t height, BlockId blocks, uint32_t tag, uint32_t& entered_region);
    bool remember_tag(uint32_t region_index, uint32_t tag);
    bool add_simple_tag(uint32_t region_index, uint32_t tag);
    bool resume(uint32_t region_index, uint32_t tag);
    uint32_t begin_resume(Region& region, uint32_t tag);
    uint32_t ensure_region(uint32_t handler, uint32_t base, BlockId below, uint32_t pc);
    bool set_normal_exit(Region& region, uint64_t height, BlockId blocks);
    uint32_t continue_tag(uint32_t target);
    void begin_plan(uint32_t tag);
    void add_step(StepKind kind, uint32_t base, uint32_t target = kNoPc, uint32_t tag = 0);
    void build_rows();
    void collect_saves(BlockId id, ExceptionRow& row);
    bool extends_last_row(const ExceptionRow& row) const;

    CodeView view_;
    Rejection rejection_ = Rejection::None;
    uint32_t rejection_pc_ = kNoPc;
    uint32_t max_height_ = 0;
    uint32_t instruction_count_ = 0;
    std::array<uint64_t, 10> operand_limits_{};
    std::vector<Unit> units_;
    std::vector<Block> blocks_;
    std::vector<BlockId> block_table_;  // open addressing, a power of two, kNoBlock is free
    std::vector<Region> regions_;
    std::vector<uint32_t> region_of_;  // by unit: index + 1; allocated with the first region
    std::vector<Plan> plans_;
    std::vector<Step> steps_;
    std::vector<ExceptionRow> rows_;
    std::vector<uint32_t> saves_;
    std::vector<Pending> pending_;
    std::vector<uint32_t> continue_tags_;     // by unit: tag, 0 is none; allocated with the first CONTINUE_LOOP
    std::vector<uint32_t> continue_targets_;  // by tag - kTagFirstContinue
    std::vector<TagLink> tag_links_;
    std::unordered_set<uint64_t> far_tags_;   // (region, tag) for tags of 64 and more
};

}  // namespace krait
