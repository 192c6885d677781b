// Blocks: SETUP_* emit nothing but mark a border; leaving blocks follows the plans of the block structure.
//
// Registers of block groups (block_structure.h) are no entries. Dead ones hold immediates, so dropping over them is
// harmless; it is avoided where it is known to do nothing.
#include <algorithm>
#include <array>

#include "vm/translate/translator.h"

namespace krait {

void Translator::setup(uint32_t pc, const Unit& unit) {
    if (unit.opcode == Opcode::SETUP_WITH) enter_manager(INS_SETUPWITH);
    flush();
    barrier();
    if (unit.opcode != Opcode::SETUP_LOOP) edge(BlockStructure::jump_target(unit, pc), deleted_);
}

void Translator::pop_block(const Unit& unit) {
    const Plan& plan = blocks_.plan_at(unit.plan);
    const std::span<const Step> steps = blocks_.steps(plan);
    const uint32_t base = steps[steps.size() - 2].base;  // the last steps are: drop to the base, jump to the next pc
    run_plan(steps.first(steps.size() - 1), depth_, kNoRegister);
    while (depth_ > base) pop_many(depth_ > clean_ ? 1 : depth_ - base);
    barrier();
}

/// BREAK_LOOP, CONTINUE_LOOP.
void Translator::leave(const Unit& unit) {
    flush();
    run_plan(blocks_.steps(blocks_.plan_at(unit.plan)), depth_, kNoRegister);
    test_head_ = kNoPc;
}

void Translator::return_value(const Unit& unit) {
    const std::span<const Step> steps = blocks_.steps(blocks_.plan_at(unit.plan));
    if (steps.size() == 1 && depth_ == 1 && is_const(0)) {
        emit(INS_RETK, pop().value);
        falling_ = false;
        return;
    }
    const uint32_t value = top_reg();
    pop();
    run_plan(steps, depth_, value);
    test_head_ = kNoPc;
}

/// `LOAD_CONST None` in front of a finally or with clause: the constant becomes the composite.
void Translator::enter_region_normally(const Plan& plan) {
    flush();
    run_plan(blocks_.steps(plan), depth_, kNoRegister);
    test_head_ = kNoPc;
}

/// Emits a plan. `height`: entries that may be alive; `value_register` holds the value of a return.
void Translator::run_plan(std::span<const Step> steps, uint32_t height, uint32_t value_register) {
    for (size_t at = 0; at < steps.size(); ++at) {
        const Step& step = steps[at];
        const Step* next = at + 1 < steps.size() ? &steps[at + 1] : nullptr;
        switch (step.kind) {
            case StepKind::Drop: {
                uint32_t low = step.base;
                // The registers above a handler's saved exc_info are not used.
                if (next != nullptr && next->kind == StepKind::Restore && next->base + 1 == low) low += 2;
                if (height > low) drop_entries(height, low);
                height = std::min(height, step.base);
                break;
            }
            case StepKind::Restore:
                emit(INS_RESTORE, temp(step.base));
                if (next->base + 2 == step.base) emit(INS_KILL, temp(step.base - 1));  // value of a composite
                height = next->base;
                break;
            case StepKind::Clear: emit(INS_CLEAR, temp(step.base)); break;
            case StepKind::Enter:
                max_temp_ = std::max(max_temp_, step.base + kCompositeWidth);
                if (step.tag == kTagReturn) {
                    emit(INS_FINENTERV, temp(step.base), step.tag, value_register);
                } else {
                    emit(INS_FINENTER, temp(step.base), step.tag);
                }
                jump_to(step.target);
                break;
            case StepKind::Jump: jump_to(step.target); break;
            case StepKind::Return:
                if (height != 0) drop_entries(height, 0);
                emit(INS_RET, value_register);
                falling_ = false;
                break;
            case StepKind::Reraise:
                emit(INS_RERAISE, temp(step.base + 1));
                falling_ = false;
                break;
        }
    }
}

void Translator::end_finally(uint32_t pc, const Unit& unit) {
    const Block& top = blocks_.block(unit.blocks);
    falling_ = false;
    test_head_ = kNoPc;
    if (top.kind == BlockKind::Handler) {
        emit(INS_RERAISE, temp(top.base + kHandlerException));
        return;
    }
    end_region(pc, blocks_.region_at(top.target));
}

/// The dispatch on the tag: one test per tag that some path brings, what is left re-raises.
void Translator::end_region(uint32_t pc, const Region& region) {
    flush();
    struct Case {
        const Plan* plan;
        uint32_t test;
    };
    std::vector<Case> cases;
    for (uint32_t at = region.first_plan; at != 0; at = blocks_.plan_at(at).next) {
        const Plan& plan = blocks_.plan_at(at);
        if (plan.tag != kTagRaise && plan.tag != kTagNone) cases.push_back({&plan, 0});
    }
    std::ranges::sort(cases, {}, [](const Case& entry) { return entry.plan->tag; });
    const uint32_t tag = temp(region.base);
    // A normal exit drops nothing: the composite holds immediates, the exit function is consumed.
    if ((region.tags >> kTagNone & 1) != 0) emit_to(INS_JTAG, tag, kTagNone, next_pc(pc));
    for (Case& entry : cases) entry.test = emit(INS_JTAG, tag, entry.plan->tag);
    emit(INS_RERAISE, temp(region.base + 1));
    const uint32_t exit_gone = blocks_.block(region.end_block).state == BlockState::ExitTested ? 1 : 0;
    for (const Case& entry : cases) {
        fix_here(entry.test);
        elide_jumps_ = false;
        run_plan(blocks_.steps(*entry.plan), region.base - exit_gone, temp(region.base + 1));
        elide_jumps_ = true;
    }
    falling_ = false;
}

void Translator::with_start(const Unit& unit) {
    flush();
    const uint32_t base = blocks_.block(unit.blocks).base;
    push_canonical();
    emit(INS_WITHEXIT, temp(depth_ - 1), temp(base - 1), temp(base));
    barrier();
}

void Translator::with_finish(const Unit& unit) {
    store_top(INS_WITHTEST, temp(blocks_.block(unit.blocks).base), 0);
    barrier();
}

/// [state, class]: the state stays, the class gives way to what it matches.
void Translator::match_group() {
    const uint32_t classes = top_reg();
    const uint32_t state = reg(depth_ - 2);
    pop();
    emit(INS_EGMATCH, push_result(), state, classes);
}

void Translator::raise(uint32_t count) {
    const uint32_t cause = count == 2 ? top_reg() : 0;
    const uint32_t exception = count != 0 ? reg(depth_ - count) : 0;
    pop_many(count);
    emit(count == 0 ? INS_RAISE0 : count == 1 ? INS_RAISE1 : INS_RAISE2, exception, cause);
    falling_ = false;
}

}  // namespace krait
