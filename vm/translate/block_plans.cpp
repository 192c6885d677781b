// Blocks that are entered and left: SETUP_*, POP_*, END_FINALLY, WITH_CLEANUP_*, and the plans of return, break and
// continue through finally clauses.
//
// A region is one finally or with clause. Whoever enters it leaves a tag; its END_FINALLY has one plan per tag that
// some path brings. Tags may turn up after the END_FINALLY was visited: the plan is then added at that moment.
#include <algorithm>

#include "vm/translate/block_structure.h"

namespace krait {

namespace {
constexpr uint32_t kMaskTags = 64;
}

void BlockStructure::begin_plan(uint32_t tag) {
    plans_.push_back({tag, 0, static_cast<uint32_t>(steps_.size()), 0});
}

void BlockStructure::add_step(StepKind kind, uint32_t base, uint32_t target, uint32_t tag) {
    steps_.push_back({kind, base, target, tag});
    ++plans_.back().step_count;
}

/// A `continue` to `target` has one tag in the whole code.
uint32_t BlockStructure::continue_tag(uint32_t target) {
    if (continue_tags_.empty()) continue_tags_.assign(units_.size(), 0);
    uint32_t& tag = continue_tags_[target / 2];
    if (tag == 0) {
        tag = kTagFirstContinue + static_cast<uint32_t>(continue_targets_.size());
        continue_targets_.push_back(target);
    }
    return tag;
}

// --------------------------------------------------------------------------------------------------------- regions

/// Index + 1 of the region of a handler; 0: it exists with another base or other blocks.
uint32_t BlockStructure::ensure_region(uint32_t handler, uint32_t base, BlockId below, uint32_t pc) {
    if (region_of_.empty()) region_of_.assign(units_.size(), 0);
    uint32_t& index = region_of_[handler / 2];
    if (index == 0) {
        regions_.push_back({});
        regions_.back().handler = handler;
        regions_.back().base = base;
        regions_.back().below = below;
        index = static_cast<uint32_t>(regions_.size());
        units_[handler / 2].marks |= Unit::kRegion;
    } else if (regions_[index - 1].base != base || regions_[index - 1].below != below) {
        reject(Rejection::SharedFinally, pc);
        return 0;
    }
    return index;
}

/// False: the region's normal exit is another one.
bool BlockStructure::set_normal_exit(Region& region, uint64_t height, BlockId blocks) {
    if (region.has_normal) return region.normal_height == height && region.normal_blocks == blocks;
    region.has_normal = true;
    region.normal_height = static_cast<uint32_t>(height);
    region.normal_blocks = blocks;
    return true;
}

bool BlockStructure::composite_of(uint32_t region_index, BlockId& out) {
    const Region& region = regions_[region_index - 1];
    return intern(BlockKind::Composite, region.base, region.handler, BlockState::Initial, region.below, region.handler,
                  out);
}

bool BlockStructure::arrive_at_region(uint32_t region_index, uint32_t origin) {
    BlockId blocks;
    if (!composite_of(region_index, blocks)) return false;
    const Region& region = regions_[region_index - 1];
    return arrive(region.handler, uint64_t{region.base} + kCompositeWidth, blocks, {}, origin, Edge::Jump);
}

/// Fall-through into a finally or with clause: the constant None on top becomes a composite with tag None.
///
/// What lies below continues behind END_FINALLY. Usually that is the state of the SETUP. In the cleanup of
/// `except E as name` 3.6 has already executed POP_EXCEPT, so the surrounding handler is gone there.
bool BlockStructure::enter_normally(uint32_t pc, uint64_t& height, BlockId& blocks, Known known, uint32_t origin) {
    const uint32_t index = region_of_[pc / 2];
    Region& region = regions_[index - 1];
    if (known.top < 0 || constant(known.top).kind != ConstantKind::None) {
        return reject(Rejection::FinallyWithoutNone, origin);
    }
    const uint64_t base = height - 1;
    const bool plain = blocks == region.below && base == region.base;
    const Block& outer = blocks_[region.below];
    const bool cleanup = outer.kind == BlockKind::Handler && blocks == outer.below && base == outer.base &&
                         region.base == outer.base + kSavedWidth;
    if (!plain && !cleanup) return reject(Rejection::FinallyOtherBlocks, origin);
    if (!set_normal_exit(region, base, blocks)) return reject(Rejection::FinallyTwoEntries, origin);
    begin_plan(kTagNone);
    units_[origin / 2].plan = static_cast<uint32_t>(plans_.size());
    if (!plain) {
        region.cleanup = true;
        add_step(StepKind::Clear, outer.base);
    }
    add_step(StepKind::Enter, region.base, pc, kTagNone);
    if (!add_simple_tag(index, kTagNone)) return false;
    height = uint64_t{regions_[index - 1].base} + kCompositeWidth;
    return composite_of(index, blocks);
}

/// True: the tag is new in this region.
bool BlockStructure::remember_tag(uint32_t region_index, uint32_t tag) {
    Region& region = regions_[region_index - 1];
    if (tag < kMaskTags) {
        if ((region.tags >> tag & 1) != 0) return false;
        region.tags |= uint64_t{1} << tag;
    } else if (!far_tags_.insert(uint64_t{region_index} << 32 | tag).second) {
        return false;
    }
    tag_links_.push_back({tag, region.tag_list});
    region.tag_list = static_cast<uint32_t>(tag_links_.size());
    return true;
}

/// Tags None and Raise, whose plans enter no further region.
bool BlockStructure::add_simple_tag(uint32_t region_index, uint32_t tag) {
    if (!remember_tag(region_index, tag) || regions_[region_index - 1].end == kNoPc) return true;
    return resume(region_index, tag);
}

/// Opens the plan of END_FINALLY for one tag; the result is by how much the exit function's departure lowers the stack.
uint32_t BlockStructure::begin_resume(Region& region, uint32_t tag) {
    begin_plan(tag);
    plans_.back().next = region.first_plan;
    region.first_plan = static_cast<uint32_t>(plans_.size());
    return blocks_[region.end_block].state == BlockState::ExitTested ? 1 : 0;
}

/// What the region's END_FINALLY does for one tag.
bool BlockStructure::resume(uint32_t region_index, uint32_t tag) {
    Region& region = regions_[region_index - 1];
    const uint32_t end = region.end;
    const uint32_t gone = begin_resume(region, tag);
    if (tag == kTagRaise) {
        add_step(StepKind::Reraise, region.base);
        return true;
    }
    if (tag == kTagNone) {
        const uint32_t height = region.normal_height - gone;
        const uint32_t after = next_pc(units_[end / 2], end);
        add_step(StepKind::Drop, height);
        add_step(StepKind::Jump, 0, after);
        return arrive(after, height, region.normal_blocks, {}, end, Edge::Jump);
    }
    add_step(StepKind::Drop, region.base - gone);
    return unwind(end, region.base - gone, region.below, tag);
}

// ------------------------------------------------------------------------------------------------------- unwinding

/// BREAK_LOOP, CONTINUE_LOOP, RETURN_VALUE at pc.
bool BlockStructure::leave(uint32_t pc, const Unit& unit, uint64_t height, uint32_t tag) {
    begin_plan(tag);
    units_[pc / 2].plan = static_cast<uint32_t>(plans_.size());
    return unwind(pc, height, unit.blocks, tag);
}

/// Adds the steps that leave `blocks` to the plan just begun. A plan ends where it enters a region; when the region's
/// END_FINALLY is known and the tag is new there, its plan follows at once, and so on outwards: at most kMaxBlocks
/// regions, since each lies below the one before.
bool BlockStructure::unwind(uint32_t pc, uint64_t height, BlockId blocks, uint32_t tag) {
    struct Entry {
        uint32_t region_index;
        uint32_t origin;
    };
    std::array<Entry, kMaxBlocks + 1> entered;
    size_t entered_count = 0;
    for (;;) {
        uint32_t region_index = 0;
        if (!unwind_to_stop(pc, height, blocks, tag, region_index)) return false;
        if (region_index == 0) break;
        entered[entered_count++] = {region_index, pc};
        Region& region = regions_[region_index - 1];
        if (!remember_tag(region_index, tag) || region.end == kNoPc) break;
        height = region.base - begin_resume(region, tag);
        add_step(StepKind::Drop, static_cast<uint32_t>(height));
        pc = region.end;
        blocks = region.below;
    }
    while (entered_count != 0) {
        const Entry& entry = entered[--entered_count];
        if (!arrive_at_region(entry.region_index, entry.origin)) return false;
    }
    return true;
}

/// Walks the chain to the loop, the function's end, or the first finally clause (then `entered_region` is index + 1).
bool BlockStructure::unwind_to_stop(uint32_t pc, uint64_t height, BlockId blocks, uint32_t tag,
                                    uint32_t& entered_region) {
    const bool continues = tag >= kTagFirstContinue;
    while (blocks != kNoBlock) {
        const Block block = blocks_[blocks];
        if (block.kind == BlockKind::Loop && continues) break;
        if (block.kind == BlockKind::Handler) {
            add_step(StepKind::Drop, block.base + 1);
            add_step(StepKind::Restore, block.base);
        } else if (block.kind == BlockKind::Composite) {
            if (continues) return reject(Rejection::ContinueFromFinally, pc);
            add_step(StepKind::Drop, block.base + kCompositeWidth);
            add_step(StepKind::Restore, block.base + 2);
        }
        add_step(StepKind::Drop, block.base);
        height = block.base;
        if (block.kind == BlockKind::Loop && tag == kTagBreak) {
            add_step(StepKind::Jump, 0, block.target);
            return arrive(block.target, height, block.below, {}, pc, Edge::Jump);
        }
        if (block.kind == BlockKind::Finally) {
            entered_region = region_of_[block.target / 2];
            add_step(StepKind::Enter, block.base, block.target, tag);
            return true;
        }
        blocks = block.below;
    }
    if (tag == kTagReturn) {
        add_step(StepKind::Return, 0);
        return true;
    }
    if (blocks == kNoBlock) return reject(Rejection::OutsideLoop, pc);
    const uint32_t target = continue_targets_[tag - kTagFirstContinue];
    add_step(StepKind::Jump, 0, target);
    return arrive(target, height, blocks, {}, pc, Edge::Jump);
}

// ----------------------------------------------------------------------------------------------------- instructions

bool BlockStructure::visit_setup(uint32_t pc, const Unit& unit) {
    const Block& top = blocks_[unit.blocks];
    const uint64_t floor = top.floor;
    const uint32_t after = next_pc(unit, pc);
    const uint64_t target = uint64_t{after} + unit.arg;
    uint64_t base = unit.height;
    uint64_t height = unit.height;
    uint64_t lowest = base;  // what lies from here on is replaced
    if (unit.opcode == Opcode::SETUP_WITH) {  // manager -> exit function, result of entering
        if (height < floor + 1) return reject(Rejection::StackUnderflow, pc);
        ++height;
        lowest = base - 1;
    } else if (unit.opcode == Opcode::SETUP_ASYNC_WITH) {  // both are there already
        if (height < floor + 2) return reject(Rejection::StackUnderflow, pc);
        lowest = --base;
    }
    BlockId below;
    if (!spoil_handler(unit.blocks, lowest, pc, below)) return false;
    if (!is_instruction(target)) return reject(Rejection::BadTarget, pc);
    const uint32_t handler = static_cast<uint32_t>(target);
    const uint32_t depth = static_cast<uint32_t>(base);
    const BlockKind kind = unit.opcode == Opcode::SETUP_LOOP     ? BlockKind::Loop
                           : unit.opcode == Opcode::SETUP_EXCEPT ? BlockKind::Except
                                                                 : BlockKind::Finally;
    BlockId blocks;
    if (!intern(kind, depth, handler, BlockState::Initial, below, pc, blocks)) return false;
    if (kind == BlockKind::Loop && view_.loops_end && !arrive(handler, height, below, Known{}, pc, Edge::Jump))
        return false;
    if (kind == BlockKind::Except) {
        BlockId running;
        if (!intern(BlockKind::Handler, depth, handler, BlockState::Intact, below, pc, running)) return false;
        units_[handler / 2].marks |= Unit::kHandler;
        if (!arrive(handler, base + kHandlerWidth, running, {}, pc, Edge::Jump)) return false;
    } else if (kind == BlockKind::Finally) {
        const uint32_t region = ensure_region(handler, depth, below, pc);
        if (region == 0) return false;
        units_[handler / 2].marks |= Unit::kHandler;
        if (!add_simple_tag(region, kTagRaise) || !arrive_at_region(region, pc)) return false;
    }
    return arrive(after, height, blocks, {}, pc, Edge::Fall);
}

bool BlockStructure::visit_pop_block(uint32_t pc, const Unit& unit) {
    const Block top = blocks_[unit.blocks];
    begin_plan(kTagNone);
    units_[pc / 2].plan = static_cast<uint32_t>(plans_.size());
    if (unit.opcode == Opcode::POP_EXCEPT) {
        if (top.kind != BlockKind::Handler) return reject(Rejection::PopExceptWithoutHandler, pc);
        add_step(StepKind::Drop, top.base + 1);
        add_step(StepKind::Restore, top.base);
    } else if (top.kind != BlockKind::Loop && top.kind != BlockKind::Except && top.kind != BlockKind::Finally) {
        return reject(Rejection::PopBlockWithoutBlock, pc);
    }
    const uint32_t after = next_pc(unit, pc);
    add_step(StepKind::Drop, top.base);
    add_step(StepKind::Jump, 0, after);
    return arrive(after, top.base, top.below, {}, pc, Edge::Fall);
}

bool BlockStructure::visit_end_finally(uint32_t pc, const Unit& unit) {
    const Block top = blocks_[unit.blocks];
    if (top.kind == BlockKind::Handler && top.state == BlockState::Intact &&
        unit.height == top.base + kHandlerWidth) {
        return true;  // no clause matched: the exception goes on
    }
    if (top.kind != BlockKind::Composite || top.state == BlockState::ExitCalled ||
        unit.height != top.base + kCompositeWidth) {
        return reject(Rejection::EndFinallyWithoutComposite, pc);
    }
    const uint32_t index = region_of_[top.target / 2];
    Region& region = regions_[index - 1];
    if (region.end != kNoPc) return reject(Rejection::TwoEndFinally, pc);
    region.end = pc;
    region.end_block = unit.blocks;
    std::vector<uint32_t> tags;
    for (uint32_t link = region.tag_list; link != 0; link = tag_links_[link - 1].next) {
        tags.push_back(tag_links_[link - 1].tag);
    }
    std::ranges::sort(tags);
    for (uint32_t tag : tags) {
        if (!resume(index, tag)) return false;
    }
    return true;
}

bool BlockStructure::visit_with_start(uint32_t pc, const Unit& unit) {
    const Block top = blocks_[unit.blocks];
    if (top.kind != BlockKind::Composite || top.state != BlockState::Initial ||
        unit.height != top.base + kCompositeWidth) {
        return reject(Rejection::WithStartMisplaced, pc);
    }
    // The exit function lies directly below; it may not be part of an exception triple still needed.
    if (top.base < blocks_[top.below].floor + 1) return reject(Rejection::WithoutExitFunction, pc);
    BlockId below;
    if (!spoil_handler(top.below, top.base - 1, pc, below)) return false;
    if (below != top.below) return reject(Rejection::WithoutExitFunction, pc);
    BlockId blocks;
    return intern(BlockKind::Composite, top.base, top.target, BlockState::ExitCalled, top.below, pc, blocks) &&
           arrive(next_pc(unit, pc), uint64_t{unit.height} + 1, blocks, {}, pc, Edge::Fall);
}

/// A true result for a pending exception makes the normal exit possible even if the body never ends normally.
bool BlockStructure::visit_with_finish(uint32_t pc, const Unit& unit) {
    const Block top = blocks_[unit.blocks];
    if (top.kind != BlockKind::Composite || top.state != BlockState::ExitCalled ||
        unit.height != top.base + kCompositeWidth + 1) {
        return reject(Rejection::WithFinishMisplaced, pc);
    }
    BlockId blocks;
    if (!intern(BlockKind::Composite, top.base, top.target, BlockState::ExitTested, top.below, pc, blocks) ||
        !arrive(next_pc(unit, pc), uint64_t{unit.height} - 1, blocks, {}, pc, Edge::Fall)) {
        return false;
    }
    const uint32_t index = region_of_[top.target / 2];
    if (!set_normal_exit(regions_[index - 1], top.base, top.below)) return reject(Rejection::WithExitInCleanup, pc);
    return add_simple_tag(index, kTagNone);
}

}  // namespace krait
