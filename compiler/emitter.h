// Instructions under construction: one linear list per code object, with labels instead of addresses.
//
// 1. A label starts a basic block; blocks matter for the stack depth and for the implicit `return None` at the end.
// 2. A line number sticks to the first instruction emitted after it was set; the assembler makes lnotab of those.
// 3. Operands that index tables (constants, names) are interned here, in order of first use, as CPython does.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/compiled_code.h"
#include "compiler/opcode.h"

namespace krait {

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

struct NameHash {
    using is_transparent = void;
    size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
};

/// Names in order of first use, each with its index.
class NameTable {
  public:
    uint32_t index_of(std::string_view name);
    const std::vector<std::string>& names() const { return names_; }
    size_t size() const { return names_.size(); }

  private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, uint32_t, NameHash, std::equal_to<>> index_;
};

class ConstantTable {
  public:
    /// Index of a constant of the same type and value, added when it is new.
    uint32_t index_of(const Constant& value);
    std::vector<Constant> take() { return std::move(values_); }

  private:
    std::vector<Constant> values_;
    std::unordered_map<Constant, uint32_t, ConstantHash> index_;
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
    void load_const(const Constant& value) { emit(Opcode::LOAD_CONST, consts.index_of(value)); }
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

  private:
    std::vector<Instruction> instructions_;
    std::vector<int> positions_;
    std::vector<int> block_starts_{0};
    bool block_returns_ = false;
    bool entry_block_empty_ = false;
    bool line_pending_ = true;
    int line_ = 0;
    int column_ = 0;
};

}  // namespace krait
