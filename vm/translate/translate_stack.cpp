// The abstract stack: what the value stack's entries are while straight code is translated.
//
// Operands are brought into registers while they are still entries, then popped, then the instruction is emitted with
// push_result() as its destination. Between pop and emit nothing may be placed: the popped registers are not tracked.
#include <algorithm>

#include "vm/translate/translator.h"

namespace krait {

namespace {
constexpr uint32_t kMaxSpillDistance = 64;
}  // namespace

void Translator::ensure(uint32_t position) {
    if (position < stack_.size()) return;
    stack_.resize(position + 16);
    holder_.resize(position + 16, 0);
}

void Translator::push(EntryKind kind, uint32_t value) {
    ensure(depth_ + 1);
    stack_[depth_] = {kind, value};
    if (kind == EntryKind::Local && value < local_refs_.size()) ++local_refs_[value];
    ++depth_;
}

void Translator::push_canonical(uint32_t count) {
    ensure(depth_ + count);
    if (clean_ == depth_) clean_ += count;
    depth_ += count;
    max_temp_ = std::max(max_temp_, depth_);
}

/// Pushes the result of the instruction emitted next; its register.
uint32_t Translator::push_result() {
    ensure(depth_ + 1);
    if (holder_[depth_] == 0) {
        push_canonical();
        return temp(depth_ - 1);
    }
    const uint32_t temporary = free_temporary();
    ++depth_;
    hold(depth_ - 1, temporary);
    return temp(temporary);
}

Translator::Entry Translator::take_entry(uint32_t position) {
    const Entry entry = stack_[position];
    if (entry.kind == EntryKind::Misplaced) {
        holder_[entry.value] = 0;
        --misplaced_;
    } else if (entry.kind == EntryKind::Local && entry.value < local_refs_.size()) {
        --local_refs_[entry.value];
    }
    stack_[position] = {};
    return entry;
}

Translator::Entry Translator::pop() {
    const Entry entry = take_entry(--depth_);
    clean_ = std::min(clean_, depth_);
    return entry;
}

void Translator::pop_many(uint32_t count) {
    if (clean_ == depth_) {
        clean_ = depth_ -= count;
        return;
    }
    while (count-- != 0) pop();
}

/// Puts an entry taken before at a position; Canonical ones must have been turned into Misplaced.
void Translator::set_entry(uint32_t position, Entry entry) {
    clean_ = std::min(clean_, position);
    if (entry.kind == EntryKind::Misplaced) return hold(position, entry.value);
    stack_[position] = entry;
    if (entry.kind == EntryKind::Local && entry.value < local_refs_.size()) ++local_refs_[entry.value];
}

/// The entry at a position is in a temporary.
void Translator::hold(uint32_t position, uint32_t temporary) {
    ensure(temporary);
    max_temp_ = std::max(max_temp_, temporary + 1);
    if (temporary == position) {
        stack_[position] = {};
        return;
    }
    clean_ = std::min(clean_, position);
    stack_[position] = {EntryKind::Misplaced, temporary};
    holder_[temporary] = position + 1;
    ++misplaced_;
}

/// A temporary above the stack that holds no entry.
uint32_t Translator::free_temporary() const {
    uint32_t temporary = depth_;
    while (temporary < holder_.size() && holder_[temporary] != 0) ++temporary;
    return temporary;
}

/// The register of an entry; constants and types are loaded into a temporary first.
uint32_t Translator::reg(uint32_t position) {
    const Entry entry = stack_[position];
    switch (entry.kind) {
        case EntryKind::Canonical: return temp(position);
        case EntryKind::Misplaced: return temp(entry.value);
        case EntryKind::Local: return entry.value;
        case EntryKind::Const:
        case EntryKind::ExcType: break;
    }
    const uint32_t temporary = holder_[position] == 0 ? position : free_temporary();
    if (entry.kind == EntryKind::Const) emit(INS_LOADK, temp(temporary), entry.value);
    if (entry.kind == EntryKind::ExcType) emit(INS_EXCTYPE, temp(temporary), temp(entry.value));
    hold(position, temporary);
    return temp(temporary);
}

/// Brings the entry at a position into its canonical temporary.
void Translator::place(uint32_t position) {
    if (stack_[position].kind == EntryKind::Canonical) return;
    if (const uint32_t other = holder_[position]; other != 0) {
        // Another entry lives in this temporary: it moves to where it belongs, or changes places with this one.
        const uint32_t other_position = other - 1;
        const Entry entry = stack_[position];
        take_entry(other_position);
        if (entry.kind == EntryKind::Misplaced) {
            take_entry(position);
            emit(INS_SWAP, temp(position), temp(entry.value));
            hold(position, position);
            hold(other_position, entry.value);
            return;
        }
        const uint32_t temporary = holder_[other_position] == 0 ? other_position : free_temporary();
        emit(INS_STEAL, temp(temporary), temp(position));
        hold(other_position, temporary);
    }
    const Entry entry = take_entry(position);
    switch (entry.kind) {
        case EntryKind::Canonical: break;
        case EntryKind::Misplaced: emit(INS_STEAL, temp(position), temp(entry.value)); break;
        case EntryKind::Local: emit(INS_MOVE, temp(position), entry.value); break;
        case EntryKind::Const: emit(INS_LOADK, temp(position), entry.value); break;
        case EntryKind::ExcType: emit(INS_EXCTYPE, temp(position), temp(entry.value)); break;
    }
    hold(position, position);
}

/// All entries from a position on.
void Translator::place_from(uint32_t position) {
    for (uint32_t at = std::max(position, clean_); at < depth_; ++at) place(at);
    if (position <= clean_) clean_ = depth_;
}

/// All entries except the topmost ones.
void Translator::place_below(uint32_t count_on_top) {
    const uint32_t end = depth_ - count_on_top;
    for (uint32_t at = clean_; at < end; ++at) place(at);
    clean_ = std::max(clean_, end);
}

/// At a label that control does not fall into: all entries are canonical.
void Translator::reset_stack(uint32_t height) {
    while (depth_ > clean_) pop();
    ensure(height);
    depth_ = clean_ = height;
    max_temp_ = std::max(max_temp_, height);
}

/// A local is about to change: entries below a position that refer to it get their own copy.
void Translator::spill_local(uint32_t local, uint32_t below) {
    for (uint32_t at = below, steps = 0; at > clean_ && local_refs_[local] != 0; ++steps) {
        if (steps == kMaxSpillDistance) {
            place_below(depth_ - below);
            return;
        }
        --at;
        if (stack_[at].kind != EntryKind::Local || stack_[at].value != local) continue;
        if (holder_[at] == 0) {
            place(at);
            continue;
        }
        const uint32_t temporary = free_temporary();
        take_entry(at);
        emit(INS_MOVE, temp(temporary), local);
        hold(at, temporary);
    }
}

/// Emits the dropping of entries [to, from) from the top down; the entries stay as they are.
void Translator::drop_entries(uint32_t from, uint32_t to) {
    while (from > to) {
        if (from > clean_ && stack_[from - 1].kind != EntryKind::Canonical) {
            --from;
            if (stack_[from].kind == EntryKind::Misplaced) emit(INS_KILL, temp(stack_[from].value));
            continue;
        }
        uint32_t first = from - 1;
        while (first > to && (first <= clean_ || stack_[first - 1].kind == EntryKind::Canonical)) {
            first = first <= clean_ ? to : first - 1;
        }
        if (from - first == 1) {
            emit(INS_KILL, temp(first));
        } else {
            emit(INS_DROP, temp(first), from - first);
        }
        from = first;
    }
}

/// Type and traceback of a running handler's exception have no registers as long as the triple is whole.
bool Translator::is_lazy(uint32_t position) const {
    if (intact_block_ == kNoBlock) return false;
    const uint32_t base = blocks_.block(intact_block_).base;
    return position == base + 3 || position == base + 5;
}

/// Called while a triple is whole: if this instruction consumes some of it, traceback and type get their registers,
/// unless it is the usual `POP_TOP; POP_TOP or STORE_*; POP_TOP`, which is translated here.
void Translator::break_triple(uint32_t pc, const Unit& unit) {
    const uint32_t base = blocks_.block(intact_block_).base;
    const uint32_t top = base + kHandlerWidth;
    const uint64_t used = BlockStructure::entries_consumed(unit);
    if (unit.height >= top + used) return;
    intact_block_ = kNoBlock;
    if (unit.opcode == Opcode::POP_TOP && unit.height == top) {
        const uint32_t second = next_pc(pc);
        const uint32_t third = next_pc(second);  // exists: a POP_TOP never ends the code, nor does what may follow here
        const Unit& store = blocks_.unit(second);
        const bool stores = store.opcode == Opcode::POP_TOP || store.opcode == Opcode::STORE_FAST ||
                            store.opcode == Opcode::STORE_NAME || store.opcode == Opcode::STORE_GLOBAL ||
                            store.opcode == Opcode::STORE_DEREF;
        if (stores && !store.is(Unit::kJoined) && !starts_line(second) && next_is(second, Opcode::POP_TOP)) {
            pop();
            start_pc_ = second;
            pc_ = second + 2u * (store.length - 1u);
            translate_instruction(second, store);
            pop();
            skip_to_ = next_pc(third);
            start_pc_ = third;
            return;
        }
    }
    flush();  // copies of the type
    emit(INS_EXCTYPE, temp(base + 5), temp(base + 4));
    emit(INS_EXCTB, temp(base + 3), temp(base + 4));
}

}  // namespace krait
