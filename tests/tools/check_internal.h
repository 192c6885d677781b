// Checks translated code by a data flow over its registers: what the rules of internal.def promise the evaluation loop.
//
// Every register is Live (a bound local, a temporary that holds a value), Dead, Tag (of a composite: an immediate that
// nobody drops), or Maybe (differs between paths). Wrong is: reading a register that is not Live, writing over a live
// temporary, killing a dead one, leaving the frame with live temporaries, leaving the instruction array. Registers of
// composites may be Maybe where the loop tests the tag.
#pragma once

#include <bit>
#include <set>
#include <string>
#include <vector>

#include "vm/translate/translator.h"

namespace krait {

class InternalChecker {
 public:
    InternalChecker(const Translation& code, const TranslationInput& input) : code_(code) {
        states_.resize(code.ins.size());
        State start(code.register_count + 1, kDead);  // never empty: that means "not reached"
        for (uint32_t i = 0; i < code.first_temp; ++i) {
            start[i] = i < input.total_args || i >= code.local_count ? kLive : kDead;
        }
        for (int32_t captured : input.cell_to_arg) {
            if (captured >= 0) start[static_cast<uint32_t>(captured)] = kDead;
        }
        arrive(0, start);
        for (size_t i = 1; i < code.ins.size(); ++i) {
            if (code.ins[i - 1].op == INS_CLEAR && code.ins[i].op == INS_FINENTER) note_cleanup(i);
        }
    }

    /// Empty: nothing is wrong.
    std::string run() {
        while (!pending_.empty()) {
            index_ = *pending_.begin();
            pending_.erase(pending_.begin());
            now_ = states_[index_];
            step(code_.ins[index_]);
            if (broken_) return fault_;
            fault_.clear();  // states may still change
        }
        for (index_ = 0; index_ < states_.size() && fault_.empty(); ++index_) {
            if (states_[index_].empty()) continue;
            now_ = states_[index_];
            step(code_.ins[index_]);
        }
        return fault_;
    }

 private:
    enum Liveness : uint8_t { kDead, kLive, kMaybe, kTag };
    using State = std::vector<uint8_t>;

    /// The clause entered at `enter` is the cleanup of `except E as name`: the end of it is the next test of its tag.
    void note_cleanup(size_t enter) {
        for (size_t i = enter + 1; i < code_.ins.size(); ++i) {
            if (code_.ins[i].op != INS_JTAG || code_.ins[i].a != code_.ins[enter].a) continue;
            cleanup_ends_.insert(i);
            return;
        }
    }

    void fail(const std::string& what, uint32_t reg) {
        if (!fault_.empty()) return;
        const std::string name = reg < code_.first_temp ? "r" + std::to_string(reg)
                                                        : "t" + std::to_string(reg - code_.first_temp);
        fault_ = "at " + std::to_string(index_) + ": " + what + " " + name;
    }

    bool is_temp(uint32_t reg) const { return reg >= code_.first_temp; }

    bool inside(uint32_t reg) {
        if (reg < code_.register_count) return true;
        fail("no such register:", reg);
        broken_ = true;
        return false;
    }

    void arrive(uint32_t index, const State& state) {
        if (index >= states_.size()) {
            fault_ = "at " + std::to_string(index_) + ": control leaves the code";
            broken_ = true;
            return;
        }
        State& old = states_[index];
        if (old.empty()) {
            old = state;
            pending_.insert(index);
            return;
        }
        bool changed = false;
        for (size_t i = 0; i < old.size(); ++i) {
            if (old[i] == state[i] || old[i] == kMaybe) continue;
            const bool droppable = old[i] == kLive || state[i] == kLive || state[i] == kMaybe;
            if (!droppable && old[i] == kDead) continue;
            old[i] = droppable ? kMaybe : kDead;
            changed = true;
        }
        if (changed) pending_.insert(index);
    }

    void keep(uint32_t reg) {
        if (inside(reg) && now_[reg] != kLive) fail("reads unset", reg);
    }
    void read_tag(uint32_t reg) {
        if (inside(reg) && now_[reg] != kTag) fail("no tag in", reg);
    }
    void consume(uint32_t reg) {
        keep(reg);
        if (is_temp(reg) && !broken_) now_[reg] = kDead;
    }
    void consume_range(uint32_t first, uint32_t count) {
        for (uint32_t i = 0; i < count && !broken_; ++i) {
            if (!is_temp(first + i)) fail("range outside the temporaries:", first + i);
            consume(first + i);
        }
    }
    void write(uint32_t reg) {
        if (!inside(reg)) return;
        if (is_temp(reg) && now_[reg] != kDead && now_[reg] != kTag) fail("overwrites", reg);
        now_[reg] = kLive;
    }
    void release(uint32_t reg) {
        if (!inside(reg)) return;
        if (now_[reg] == kDead) fail("drops dead", reg);
        now_[reg] = kDead;
    }

    void raise_edge(const State& before) {
        for (const TranslatedRow& row : code_.rows) {
            if (index_ < row.start || index_ >= row.end || row.kind == HandlerKind::Exit) continue;
            State state = before;
            const uint32_t depth = code_.first_temp + row.depth;
            for (uint32_t reg = depth; reg < state.size(); ++reg) state[reg] = kDead;
            if (row.kind == HandlerKind::Except) {
                state[depth] = state[depth + kHandlerException] = kLive;
            } else {
                state[depth] = kTag;
                state[depth + 1] = state[depth + 2] = kLive;
            }
            arrive(row.handler, state);
        }
    }

    void go_on() { arrive(index_ + 1, now_); }
    void jump(uint32_t offset) { arrive(index_ + 1 + offset, now_); }

    void leave_frame() {
        for (uint32_t reg = code_.first_temp; reg < now_.size(); ++reg) {
            if (now_[reg] != kDead && now_[reg] != kTag) fail("leaves the frame with", reg);
        }
    }

    static bool raises(unsigned op) {
        switch (op) {
            case INS_LOADK:
            case INS_MOVE:
            case INS_STEAL:
            case INS_SWAP:
            case INS_KILL:
            case INS_DROP:
            case INS_CLEAR:
            case INS_JMP:
            case INS_JMPB:
            case INS_JTAG:
            case INS_RET:
            case INS_RETK:
            case INS_EXCTYPE:
            case INS_EXCTB:
            case INS_RESTORE:
            case INS_FINENTER:
            case INS_FINENTERV:
            case INS_NOP: return false;
            default: return true;
        }
    }

    void step(const WideIns& ins) {
        if (raises(ins.op)) raise_edge(now_);
        if (broken_) return;
        const uint32_t a = ins.a;
        const uint32_t b = ins.b;
        const uint32_t c = ins.c;
        switch (ins.op) {
            case INS_MOVE:
            case INS_EXCTYPE:
            case INS_EXCTB:
            case INS_IMPORTFROM:
            case INS_GETANEXT:
                keep(b);
                write(a);
                return go_on();
            case INS_STEAL:
                if (!is_temp(b)) fail("steals", b);
                consume(b);
                write(a);
                return go_on();
            case INS_SWAP:
                keep(a);
                keep(b);
                return go_on();
            case INS_KILL:
                // The value of a composite that is left may be dead when nothing in its region raises or returns.
                if (index_ != 0 && code_.ins[index_ - 1].op == INS_RESTORE) now_[a] = kDead;
                else release(a);
                return go_on();
            case INS_DROP:
                for (uint32_t i = 0; i < b; ++i) {
                    if (inside(a + i)) now_[a + i] = kDead;
                }
                return go_on();
            case INS_CLEAR:
            case INS_RESTORE:
                if (inside(a)) now_[a] = kDead;
                return go_on();
            case INS_CHECK: now_[a] = kLive; return go_on();
            case INS_DELFAST: now_[a] = kDead; return go_on();
            case INS_JMP:
            case INS_JMPB: return jump(c);
            case INS_JT:
            case INS_JF:
                consume(a);
                jump(c);
                return go_on();
            case INS_JTK:
            case INS_JFK:
                keep(a);
                jump(c);
                consume(a);
                return go_on();
            case INS_JTAG: return test_tag(a, b, c);
            case INS_JNMATCH:
                keep(a);
                consume(b);
                jump(c);
                return go_on();
            case INS_LOADM:
                consume(b);
                write(a);
                write(a + 1);
                return go_on();
            case INS_BUILDTUPLE:
            case INS_BUILDLIST:
            case INS_BUILDSET:
            case INS_BUILDSTRING:
            case INS_BUILDSLICE:
            case INS_BUILDTUPLEUNPACK:
            case INS_BUILDLISTUNPACK:
            case INS_BUILDSETUNPACK:
            case INS_BUILDMAPUNPACK: return build(a, b, c);
            case INS_BUILDTUPLEUNPACKCALL: keep(b - 1); return build(a, b, c);
            case INS_BUILDMAPUNPACKCALL: keep(b - 2); return build(a, b, c);
            case INS_BUILDMAP: return build(a, b, 2 * c);
            case INS_BUILDCONSTKEYMAP: return build(a, b, c + 1);
            case INS_IMPORTNAME: return build(a, b, 2);
            case INS_MAKEFUNC: return build(a, b, 2 + static_cast<uint32_t>(std::popcount(c)));
            case INS_FORMAT:
                if ((c & 4) != 0) return build(a, b, 2);
                consume(b);
                write(a);
                return go_on();
            case INS_LISTAPPEND:
            case INS_SETADD:
                keep(a);
                consume(b);
                return go_on();
            case INS_MAPADD:
                keep(a);
                consume(b);
                consume(c);
                return go_on();
            case INS_UNPACK: return unpack(a, b, c);
            case INS_UNPACKEX: return unpack(a, b, (c & 255) + 1 + (c >> 8));
            case INS_UNPACK2:
                consume(a);
                write(b);
                write(c);
                return go_on();
            case INS_CALL: return call(a, 1 + b);
            case INS_CALLM: return call(a, 2 + b);
            case INS_CALLKW: return call(a, 2 + b);
            case INS_CALLMKW: return call(a, 3 + b);
            case INS_CALLEX: return call(a, 2 + (b & 1));
            case INS_RET:
                if (now_[a] != kMaybe) keep(a);
                if (is_temp(a)) now_[a] = kDead;
                return leave_frame();
            case INS_RETK: return leave_frame();
            case INS_FORITER:
            case INS_FORLOOP: return iterate(ins);
            case INS_YIELDFROM:
                consume_range(a, 2);
                write(a);
                return go_on();
            case INS_RAISE0: return;
            case INS_RAISE1: return consume(a);
            case INS_RAISE2: consume(a); return consume(b);
            case INS_RERAISE: return void(inside(a));  // dead when nothing in the region can raise
            case INS_FINENTER:
            case INS_FINENTERV: return enter_composite(ins);
            case INS_SETUPWITH:
            case INS_BEFOREASYNCWITH:
                consume_range(a, 1);
                write(a);
                write(a + 1);
                return go_on();
            case INS_WITHEXIT:
                consume(b);
                read_tag(c);
                write(a);
                return go_on();
            case INS_WITHTEST:
                consume(a);
                read_tag(b);
                now_[b + 1] = now_[b + 2] = kMaybe;
                return go_on();
            default: return by_operands(ins);
        }
    }

    void build(uint32_t a, uint32_t b, uint32_t count) {
        consume_range(b, count);
        write(a);
        go_on();
    }
    void unpack(uint32_t a, uint32_t b, uint32_t count) {
        consume(a);
        for (uint32_t i = 0; i < count && !broken_; ++i) write(b + i);
        go_on();
    }
    void call(uint32_t base, uint32_t count) {
        consume_range(base, count);
        write(base);
        go_on();
    }

    void iterate(const WideIns& ins) {
        if (!is_temp(ins.b)) fail("iterator is not a temporary:", ins.b);
        keep(ins.b);
        State item = now_;
        std::swap(item, now_);
        write(ins.a);
        std::swap(item, now_);
        now_[ins.b] = kDead;
        const bool loops = ins.op == INS_FORLOOP;
        if (!loops) jump(ins.c);
        if (loops) go_on();
        now_ = item;
        if (loops) jump(ins.c);
        if (!loops) go_on();
    }

    /// With another tag than RAISE nothing is saved; only RETURN has a value. In the cleanup of `except E as name` the
    /// handler around it, three registers below, is gone when the tag is NONE.
    void test_tag(uint32_t base, uint32_t tag, uint32_t offset) {
        read_tag(base);
        const State before = now_;
        now_[base] = now_[base + 2] = kDead;
        now_[base + 1] = tag == kTagReturn ? kLive : kDead;
        if (tag == kTagNone && cleanup_ends_.contains(index_)) now_[base - 3] = kDead;
        jump(offset);
        now_ = before;
        go_on();
    }

    void enter_composite(const WideIns& ins) {
        if (ins.op == INS_FINENTERV) {
            if (inside(ins.c) && now_[ins.c] == kDead) fail("reads unset", ins.c);
            if (is_temp(ins.c)) now_[ins.c] = kDead;
        }
        write(ins.a);
        write(ins.a + 1);
        now_[ins.a] = kTag;
        if (inside(ins.a + 2) && now_[ins.a + 2] != kDead) fail("overwrites", ins.a + 2);
        if (ins.op == INS_FINENTER) now_[ins.a + 1] = kDead;
        go_on();
    }

    /// All others: read operands, then the write, then the jump.
    void by_operands(const WideIns& ins) {
        const char* kinds = internal_op_operands(ins.op);
        const uint32_t operands[] = {ins.a, ins.b, ins.c};
        for (int i = 0; i < 3; ++i) {
            if (kinds[i] == 'r') consume(operands[i]);
        }
        for (int i = 0; i < 3; ++i) {
            if (kinds[i] == 'w') write(operands[i]);
        }
        if (kinds[2] == 'j') jump(ins.c);
        go_on();
    }

    const Translation& code_;
    std::vector<State> states_;
    std::set<uint32_t> pending_;
    State now_;
    uint32_t index_ = 0;
    std::set<size_t> cleanup_ends_;
    std::string fault_;
    bool broken_ = false;
};

}  // namespace krait
