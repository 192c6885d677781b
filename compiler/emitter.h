// Instructions under construction: one linear list per code object, with labels instead of addresses.
//
// 1. A label starts a basic block; blocks matter for the stack depth and for the implicit `return None` at the end.
// 2. A line number sticks to the first instruction emitted after it was set; the assembler makes lnotab of those.
// 3. Operands that index tables (constants, names) are interned here, in order of first use, as CPython does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/compiled_code.h"
#include "compiler/opcode.h"
#include "support/text_table.h"

namespace krait {

namespace ast {
struct Expr;
}

/// A place in the code; bind() says where it is.
struct Label {
    int id = -1;
};

struct Instruction {
    Opcode op;
    int label = -1;    // target of a jump
    uint32_t arg = 0;  // of a jump: filled in by the assembler
    int line = 0;      // 0: belongs to the line before
};

/// Names in order of first use, each with its index. The texts belong to the tree or to the symbol table.
class NameTable {
  public:
    uint32_t index_of(std::string_view name) { return names_.insert(name); }
    const std::vector<std::string_view>& texts() const { return names_.texts(); }
    size_t size() const { return names_.size(); }
    void clear() { names_.clear(); }

  private:
    TextTable names_;
};

class ConstantTable {
  public:
    /// Index of a constant of the same type and value, added when it is new.
    uint32_t index_of(Constant value);
    /// The same for Constant::str(text), which is made only when it is new.
    uint32_t index_of_str(std::string_view text);
    std::vector<Constant> take();
    void clear();

  private:
    static constexpr size_t kLinear = 8;

    template <class Same>
    uint32_t* find(size_t hash, Same same);
    uint32_t add(Constant value, size_t hash, uint32_t* slot);
    void rebuild(size_t size);

    std::vector<Constant> values_;
    std::vector<uint32_t> hashes_;  // one for each value: most unequal constants are told apart by it
    std::vector<uint32_t> slots_;   // open addressing, a power of two, indexes plus one; empty while there are few
    uint32_t found_ = 0;            // what find() points at while slots_ is empty
};

class Emitter {
  public:
    // ---- labels
    Label new_label() {
        positions_.push_back(-1);
        return Label{static_cast<int>(positions_.size()) - 1};
    }
    void bind(Label label) {
        positions_[static_cast<size_t>(label.id)] = static_cast<int>(instructions_.size());
        split_block();
    }
    /// Starts a block nobody jumps to.
    void split_block();

    // ---- instructions
    void emit(Opcode op, uint32_t arg = 0);
    void jump(Opcode op, Label target);
    void load_const(Constant value) { emit(Opcode::LOAD_CONST, consts.index_of(std::move(value))); }
    void load_str(std::string_view text) { emit(Opcode::LOAD_CONST, consts.index_of_str(text)); }
    /// Whether something was split off before the first instruction.
    bool entry_block_empty() const { return entry_block_empty_; }
    /// Whether the current block contains a RETURN_VALUE.
    bool block_returns() const { return block_returns_; }

    // ---- lines
    void set_line(int line, int column) {
        line_ = line;
        column_ = column;
        line_pending_ = true;
    }
    /// For an expression: only lines that go forward count.
    void advance_to(int line, int column) {
        if (line > line_) {
            line_ = line;
            line_pending_ = true;
        }
        column_ = column;
    }
    /// Sets the line without starting a new entry.
    void assume_line(int line) { line_ = line; }
    int line() const { return line_; }
    int column() const { return column_; }

    // ---- origins: which expression an instruction belongs to (CompileOptions::origins)
    void record_origins() { recording_ = true; }
    const ast::Expr* origin() const { return origin_; }
    void set_origin(const ast::Expr* node) { origin_ = node; }
    /// One per instruction, when they are recorded.
    const std::vector<const ast::Expr*>& origins() const { return origins_; }

    ConstantTable consts;
    NameTable names;
    NameTable varnames;
    NameTable cellvars;
    NameTable freevars;  // indexes count from 0 here; operands add cellvars.size()

    std::vector<Instruction>& instructions() { return instructions_; }
    const std::vector<Instruction>& instructions() const { return instructions_; }
    int position(int label) const { return positions_[static_cast<size_t>(label)]; }
    /// Indexes of the instructions that start a block, ascending, without duplicates.
    const std::vector<int>& block_starts() const { return block_starts_; }

    /// As new, but with the room it had: emitters are used again for one code object after the other.
    void clear();

  private:
    std::vector<Instruction> instructions_;
    std::vector<int> positions_;
    std::vector<int> block_starts_{0};
    bool block_returns_ = false;
    bool entry_block_empty_ = false;
    bool line_pending_ = true;
    bool recording_ = false;
    int line_ = 0;
    int column_ = 0;
    const ast::Expr* origin_ = nullptr;
    std::vector<const ast::Expr*> origins_;
};

}  // namespace krait
