// See emitter.h.
#include "compiler/emitter.h"

#include <algorithm>

namespace krait {

/// Where the index plus one of the wanted constant is or belongs; 0 there means that it is new.
template <class Same>
uint32_t* ConstantTable::find(size_t hash, Same same) {
    const uint32_t wanted = static_cast<uint32_t>(hash);
    if (slots_.empty()) {
        found_ = 0;
        for (size_t i = 0; i < values_.size() && found_ == 0; ++i)
            if (hashes_[i] == wanted && same(values_[i])) found_ = static_cast<uint32_t>(i + 1);
        return &found_;
    }
    size_t mask = slots_.size() - 1;
    for (size_t at = wanted & mask;; at = (at + 1) & mask) {
        uint32_t known = slots_[at];
        if (known == 0 || (hashes_[known - 1] == wanted && same(values_[known - 1]))) return &slots_[at];
    }
}

uint32_t ConstantTable::add(Constant value, size_t hash, uint32_t* slot) {
    if (values_.capacity() == 0) values_.reserve(kLinear);
    values_.push_back(std::move(value));
    hashes_.push_back(static_cast<uint32_t>(hash));
    *slot = static_cast<uint32_t>(values_.size());
    if (slots_.empty() ? values_.size() > kLinear : values_.size() * 2 > slots_.size())
        rebuild(std::max(kLinear * 4, slots_.size() * 2));
    return static_cast<uint32_t>(values_.size() - 1);
}

void ConstantTable::rebuild(size_t size) {
    slots_.assign(size, 0);
    for (size_t i = 0; i < values_.size(); ++i) {
        size_t at = hashes_[i] & (size - 1);
        while (slots_[at] != 0) at = (at + 1) & (size - 1);
        slots_[at] = static_cast<uint32_t>(i + 1);
    }
}

uint32_t ConstantTable::index_of(Constant value) {
    size_t hash = value.hash();
    uint32_t* slot = find(hash, [&](const Constant& known) { return known == value; });
    return *slot != 0 ? *slot - 1 : add(std::move(value), hash, slot);
}

uint32_t ConstantTable::index_of_str(std::string_view text) {
    size_t hash = Constant::hash_of_str(text);
    uint32_t* slot =
        find(hash, [&](const Constant& known) { return known.is(Constant::Kind::Str) && known.text() == text; });
    return *slot != 0 ? *slot - 1 : add(Constant::str(std::string(text)), hash, slot);
}

std::vector<Constant> ConstantTable::take() {
    std::vector<Constant> taken = std::move(values_);
    clear();
    return taken;
}

void ConstantTable::clear() {
    values_.clear();
    hashes_.clear();
    slots_.clear();
}

void Emitter::clear() {
    consts.clear();
    names.clear();
    varnames.clear();
    cellvars.clear();
    freevars.clear();
    instructions_.clear();
    origins_.clear();
    origin_ = nullptr;
    positions_.clear();
    block_starts_.assign(1, 0);
    block_returns_ = entry_block_empty_ = false;
    line_pending_ = true;
    line_ = column_ = 0;
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
    if (recording_) origins_.push_back(origin_);
}

void Emitter::jump(Opcode op, Label target) {
    emit(op);
    instructions_.back().label = target.id;
}

}  // namespace krait
