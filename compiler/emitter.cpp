// See emitter.h.
#include "compiler/emitter.h"

namespace krait {

uint32_t NameTable::index_of(std::string_view name) {
    auto known = index_.find(name);
    if (known != index_.end()) return known->second;
    uint32_t index = static_cast<uint32_t>(names_.size());
    names_.emplace_back(name);
    index_.emplace(name, index);
    return index;
}

uint32_t ConstantTable::index_of(const Constant& value) {
    auto [it, added] = index_.try_emplace(value, static_cast<uint32_t>(values_.size()));
    if (added) values_.push_back(value);
    return it->second;
}

void Emitter::split_block() {
    block_returns_ = false;
    if (instructions_.empty()) entry_block_empty_ = true;
    int here = static_cast<int>(instructions_.size());
    if (block_starts_.back() != here) block_starts_.push_back(here);
}

void Emitter::emit(Opcode op, uint32_t arg) {
    Instruction instruction{op, -1, arg, 0};
    if (line_pending_) {
        instruction.line = line_;
        line_pending_ = false;
    }
    if (op == Opcode::RETURN_VALUE) block_returns_ = true;
    instructions_.push_back(instruction);
}

void Emitter::jump(Opcode op, Label target) {
    emit(op);
    instructions_.back().label = target.id;
}

}  // namespace krait
