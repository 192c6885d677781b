// 3.6 wordcode -> internal register form (internal.def): one forward pass over verified code.
//
// In:   a CodeView (what the verifier reads) and the facts about arguments and cells.
// Out:  a Translation: instructions, caches, exception table, pcmap; or a Rejection of the verifier.
// Must not know: values and objects. translate_code.cpp turns a CodeObject into the one and the other into
// TranslatedCode.
//
// How it works. LOAD_FAST and LOAD_CONST emit nothing: they push abstract entries (a local, a constant) that become
// operands of the instruction that uses them. Temporary h is the canonical register of stack entry h.
//  1. At labels and at SETUP_* every entry is in its canonical register ("clean"), so paths meet and handlers find
//     things without any data about it.
//  2. Nothing is fused or retargeted across a barrier: labels, SETUP_*, POP_BLOCK, POP_EXCEPT, handlers. Instructions
//     that can raise are emitted under their own pc, so exception rows are mapped through the index of each pc.
//  3. A local that an entry on the stack refers to is copied before it is stored to or deleted.
//  4. In the traced form a LINE stands where a line starts and where a jump back arrives. It is a barrier, all entries
//     are canonical there and nothing is assumed about locals, since a trace function may change them; loops are not
//     inverted and calls make no method pairs, so that every event comes where CPython has it.
//  5. Entries below `clean_` are canonical, entries above the depth too (by default): work per instruction is constant,
//     spread over the pushes that made the entries (hostile code cannot make it quadratic).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "vm/object/code_object.h"
#include "vm/translate/block_structure.h"
#include "vm/translate/internal.h"

namespace krait {

struct TranslationInput {
    CodeView view;
    uint32_t total_args = 0;                  // leading locals that arguments fill
    std::span<const int32_t> cell_to_arg;     // arguments that live in cells: their local is unbound
    std::span<const uint8_t> line_starts;     // traced form: by code unit, 1 where a line starts. Empty: plain form
};

/// One exception row in internal instruction indexes; saves are registers.
struct TranslatedRow {
    uint32_t start, end, handler, depth, saves_begin, saves_count;
    HandlerKind kind;
};

/// All buffers are reused by the next translation.
struct Translation {
    std::vector<WideIns> ins;              // in narrow form too if fits_narrow
    std::vector<uint32_t> pcmap;           // 3.6 byte offset per instruction
    std::vector<uint32_t> cache_names;     // per cache: index in names or UINT32_MAX
    std::vector<TranslatedRow> rows;
    std::vector<uint32_t> saves;
    uint32_t register_count = 0;
    uint32_t local_count = 0;
    uint32_t first_temp = 0;
    bool fits_narrow = false;
};

class Translator {
 public:
    /// False: rejection() and rejection_pc() say why.
    [[nodiscard]] bool translate(const TranslationInput& input);

    bool canonical_after(const TranslationInput& input, uint32_t instruction);

    const Translation& result() const { return out_; }
    Rejection rejection() const { return rejection_; }
    uint32_t rejection_pc() const { return rejection_pc_; }
    const BlockStructure& structure() const { return blocks_; }
    /// Traced form: index of the LINE instruction of a line that starts at pc, plus 1; 0: there is none.
    uint32_t line_at(uint32_t pc) const { return info_[pc / 2].line; }

 private:
    /// An abstract stack entry.
    enum class EntryKind : uint8_t {
        Canonical,  // the temporary of its own position
        Misplaced,  // temporary `value`
        Local,      // register `value` (a local or a cell), borrowed
        Const,      // constant `value`
        ExcType,    // type of the exception in temporary `value`
    };
    struct Entry {
        EntryKind kind = EntryKind::Canonical;
        uint32_t value = 0;
    };
    /// What the pass knows about a pc.
    struct PcInfo {
        uint32_t ins = 0;           // index of its first instruction
        uint32_t test = 0;          // loop heads: index + 1 into tests_
        uint32_t line = 0;          // traced form: index + 1 of the LINE of a line that starts here
        uint32_t back = 0;          // traced form: index + 1 of the LINE that only jumps back lead to
        uint64_t assigned = ~uint64_t{0};  // labels: locals bound on every path seen so far
        bool seen = false;          // labels: some path was seen
        bool pairs = false;         // LOAD_ATTR that makes a method pair; CALL_FUNCTION(_KW) that uses one
    };
    /// The straight code from a loop head to its first conditional jump, copied to back edges.
    struct LoopTest {
        uint32_t first, last;       // instructions
        uint32_t exit_pc;           // where the jump goes
    };
    struct Fixup {
        uint32_t ins;
        uint32_t pc;
    };
    static constexpr uint32_t kNoRegister = UINT32_MAX;

    // --- translator.cpp: the pass
    void reset(const TranslationInput& input);
    void scan();
    void scan_for_pairs(uint32_t pc, const Unit& unit);
    void take_candidates(uint32_t pc, const Unit& unit, uint32_t lowest);
    void run_pass();
    bool begin_instruction(uint32_t pc, const Unit& unit);
    void begin_label(uint32_t pc, const Unit& unit);
    void begin_line(uint32_t pc, const Unit& unit);
    bool starts_line(uint32_t pc) const { return traced_ && input_.line_starts[pc / 2] != 0; }
    void translate_instruction(uint32_t pc, const Unit& unit);
    bool finish();
    void build_rows();
    void fail(Rejection reason);
    void barrier();

    // --- emission
    uint32_t emit(unsigned op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0);
    uint32_t new_cache(uint32_t name = UINT32_MAX);
    void emit_to(unsigned op, uint32_t a, uint32_t b, uint32_t target_pc);   // a conditional jump
    void jump_to(uint32_t target_pc);                                       // unless control falls there anyway
    void fix_here(uint32_t ins);
    void set_offset(uint32_t ins, uint32_t target_ins);
    bool falls_to(uint32_t target_pc) const;
    void edge(uint32_t target_pc, uint64_t lost = 0);

    // --- translate_stack.cpp
    uint32_t temp(uint32_t position) const { return first_temp_ + position; }
    void ensure(uint32_t position);
    void push(EntryKind kind, uint32_t value);
    void push_canonical(uint32_t count = 1);
    uint32_t push_result();
    Entry pop();
    void pop_many(uint32_t count);
    void set_entry(uint32_t position, Entry entry);
    Entry take_entry(uint32_t position);
    uint32_t free_temporary() const;
    void hold(uint32_t position, uint32_t temporary);
    uint32_t reg(uint32_t position);
    uint32_t top_reg() { return reg(depth_ - 1); }
    bool is_const(uint32_t position) const { return stack_[position].kind == EntryKind::Const; }
    void place(uint32_t position);
    void place_from(uint32_t position);
    void place_below(uint32_t count_on_top);
    void flush() { place_below(0); }
    void reset_stack(uint32_t height);
    void spill_local(uint32_t local, uint32_t below);
    void drop_entries(uint32_t from, uint32_t to);
    bool is_lazy(uint32_t position) const;
    void break_triple(uint32_t pc, const Unit& unit);

    // --- translate_plain.cpp
    void load_fast(uint32_t local);
    void store_fast(uint32_t local);
    bool retarget(uint32_t temporary_register, uint32_t local);
    void delete_fast(uint32_t local);
    void rotate(uint32_t count);
    void rotate_many(uint32_t count);
    void duplicate(uint32_t position);
    void operate_on_top(unsigned op, uint32_t c = 0);
    void binary(unsigned forms, bool augmented);
    void subscript();
    void store_subscript(bool stores);
    void store_top(unsigned op, uint32_t b, uint32_t c);
    void load_attr(const Unit& unit, bool pair);
    void store_attr(uint32_t name);
    void build(unsigned op, uint32_t entries, uint32_t c);
    void container_add(const Unit& unit);
    void match_group();
    void unpack_to_temporaries(unsigned op, uint32_t results, uint32_t c);
    void unpack_sequence(uint32_t pc, const Unit& unit);
    void read_below(unsigned op, uint32_t c);
    void match_keys();
    void copy_without_keys();

    // --- translate_calls.cpp
    void call(const Unit& unit, bool pair);
    void call_ex(uint32_t flags);
    void make_function(uint32_t flags);
    void unpack_for_call(unsigned op, unsigned plain_op, uint32_t count, uint32_t function_below);
    void yield_value();
    void yield_from();
    void enter_manager(unsigned op);

    // --- translate_jumps.cpp
    void compare(uint32_t pc, const Unit& unit);
    void compare_value(CompareOperand op);
    void compare_and_jump(uint32_t compare_pc, CompareOperand op);
    void match_exception(uint32_t pc);
    void pop_jump(const Unit& unit);
    void not_jump(uint32_t pc);
    void jump_or_pop(const Unit& unit);
    void for_iter(uint32_t pc, const Unit& unit);
    void jump(uint32_t target_pc);
    bool repeat_test(uint32_t head_pc);
    void note_test(uint32_t exit_pc);
    bool next_is(uint32_t pc, Opcode op) const;
    uint32_t next_pc(uint32_t pc) const { return BlockStructure::next_pc(blocks_.unit(pc), pc); }

    // --- translate_try.cpp
    void setup(uint32_t pc, const Unit& unit);
    void pop_block(const Unit& unit);
    void leave(const Unit& unit);
    void return_value(const Unit& unit);
    void enter_region_normally(const Plan& plan);
    void run_plan(std::span<const Step> steps, uint32_t height, uint32_t value_register);
    void end_finally(uint32_t pc, const Unit& unit);
    void end_region(uint32_t pc, const Region& region);
    void with_start(const Unit& unit);
    void with_finish(const Unit& unit);
    void raise(uint32_t count);

    BlockStructure blocks_;
    Translation out_;
    TranslationInput input_;
    Rejection rejection_ = Rejection::None;
    uint32_t rejection_pc_ = kNoPc;

    std::vector<PcInfo> info_;              // by unit
    std::vector<LoopTest> tests_;
    std::vector<Fixup> fixups_;
    std::vector<uint32_t> pair_candidates_; // pcs of LOAD_ATTR, while scanning
    std::vector<BlockId> intact_;           // by block: the intact handler whose triple code there can see
    uint64_t arguments_ = 0;                // locals bound at entry
    uint64_t deleted_ = 0;                  // locals that some DELETE_FAST deletes
    bool deletes_far_ = false;              // ... of index 64 and more
    bool track_assigned_ = true;
    bool traced_ = false;
    uint32_t look_after_ = UINT32_MAX;      // canonical_after(): the pass ends behind this instruction
    bool was_canonical_ = false;
    bool assigned_failed_ = false;

    uint32_t first_temp_ = 0;
    uint32_t operand_bits_ = 0;             // of all operands that are no jumps
    bool jumps_fit_ = true;                 // in 16 bits
    uint32_t pc_ = 0;                       // for pcmap: the operation's own byte offset
    uint32_t start_pc_ = 0;                 // the instruction's pc
    uint32_t skip_to_ = 0;                  // instructions before this pc were translated with an earlier one
    uint32_t barrier_ = 0;                  // instructions before this index are not touched any more
    uint32_t test_head_ = kNoPc;            // the loop head whose test is being translated
    bool falling_ = false;                  // control reaches the next pc
    bool elide_jumps_ = true;               // a jump to the next pc may be left out: nothing follows under this one
    uint64_t assigned_ = 0;
    BlockId intact_block_ = kNoBlock;       // of the current instruction

    std::vector<Entry> stack_;              // by position; canonical above depth_
    std::vector<uint32_t> holder_;          // by temporary: position + 1 of the misplaced entry in it
    std::vector<uint32_t> local_refs_;      // by local: entries that refer to it
    uint32_t depth_ = 0;
    uint32_t clean_ = 0;                    // entries below are canonical
    uint32_t misplaced_ = 0;
    uint32_t max_temp_ = 0;
};

/// The translated form of a code object, in one heap buffer. SystemError for refused code (code->reject_reason is set),
/// MemoryError. Called once per code object, by code_translate().
Fallible<TranslatedCode*> translate_code(Thread&, CodeObject*);
/// The traced form, from then on code->translated->traced; null with nothing pending when there is no room for it or it
/// needs more registers than the plain form has. code->translated is there.
TranslatedCode* translate_traced(Thread&, CodeObject*);
/// Repeats the analysis of a traced translation, for what the result does not keep (assignments to f_lineno).
bool analyse_traced(Translator&, const CodeObject*);
/// In the plain form: does everything on the stack lie in its canonical register behind this instruction, the last one
/// of its 3.6 instruction? There a running frame can go on in the other form.
bool canonical_after(Translator&, const CodeObject*, uint32_t instruction);

/// Operand kinds of an internal instruction as internal.def writes them: "wrk".
const char* internal_op_operands(unsigned op);

/// The internal form as text, one instruction per line, then the exception table.
std::string dump_internal(const Translation& code);
std::string dump_internal(const TranslatedCode& code);

}  // namespace krait
