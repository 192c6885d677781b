// frame.f_lineno = n in a trace function: where execution may go on, and what has to be left for it.
//
// A jump may leave blocks but not enter them: the blocks open at the target must be the outermost of those open now.
// The finally clause that runs is entered by a value on the stack, so it can be neither left nor entered.
#include <new>
#include <vector>

#include "vm/interp/interp_ops.h"
#include "vm/interp/tracing.h"
#include "vm/translate/translator.h"

namespace krait {

namespace {

Failed refuse(Thread& t, const char* message) { return raise(t, Exc::ValueError, "%s", message); }

// Offset of the first instruction of the line or of the next one that has code; -1: there is none.
// The line found stands in *wanted.
int64_t offset_of_line(const CodeObject* code, int64_t* wanted) {
    if (*wanted == code->firstlineno) return 0;
    const auto* table = reinterpret_cast<const uint8_t*>(code->lnotab->data);
    int64_t offset = 0, line = code->firstlineno;
    for (size_t i = 0; i + 1 < code->lnotab->length; i += 2) {
        offset += table[i];
        line += static_cast<int8_t>(table[i + 1]);
        if (line >= *wanted) {
            *wanted = line;
            return offset;
        }
    }
    return -1;
}

bool same_block(const Block& a, const Block& b) {
    return a.kind == b.kind && a.base == b.base && a.target == b.target;
}

// Blocks open at a place, innermost first.
std::vector<Block> open_blocks(const BlockStructure& blocks, const Unit& unit) {
    std::vector<Block> open;
    for (BlockId id = unit.blocks; id != kNoBlock; id = blocks.block(id).below) open.push_back(blocks.block(id));
    return open;
}

const Block* innermost_finally(const std::vector<Block>& open) {
    for (const Block& block : open)
        if (block.kind == BlockKind::Composite) return &block;
    return nullptr;
}

// How many of the innermost blocks of `from` have to be left to get to `to`; -1: that would enter one.
int64_t blocks_to_leave(const std::vector<Block>& from, const std::vector<Block>& to) {
    if (to.size() > from.size()) return -1;
    size_t left = from.size() - to.size();
    for (size_t i = 0; i < to.size(); ++i)
        if (!same_block(from[left + i], to[i])) return -1;
    return static_cast<int64_t>(left);
}

bool waits_at_yield(const Frame* f) {
    uint32_t op = f->tc->wide ? static_cast<const WideIns*>(f->ip)->op : static_cast<const Ins*>(f->ip)->op;
    return op == INS_YIELD || op == INS_YIELDFROM;
}

Fallible<int64_t> wanted_line(Thread& t, FrameObject* frame, Value line) {
    bool integer = line.is_int() || is_kind(line, Kind::Int);
    if (!integer) return refuse(t, "lineno must be an integer");
    if (frame_object_lasti(frame) < 0) return refuse(t, "can't jump from the 'call' trace event of a new frame");
    if (!frame->running || frame->trace.is_none())
        return refuse(t, "f_lineno can only be set by a trace function");
    const Frame* f = frame->running;
    switch (static_cast<TraceEvent>(f->event)) {
        case TraceEvent::Line: break;
        case TraceEvent::Call: return refuse(t, "can't jump from a yield statement");
        case TraceEvent::Return:
            if (waits_at_yield(f)) return refuse(t, "can't jump from a yield statement");
            return refuse(t, "can only jump from a 'line' trace event");
        case TraceEvent::Exception: return refuse(t, "can only jump from a 'line' trace event");
        default: return refuse(t, "f_lineno can only be set by a trace function");
    }
    if (!line.is_int() || line.as_int() > INT32_MAX || line.as_int() < INT32_MIN)
        return refuse(t, "lineno out of range");
    return line.as_int();
}

// Leaves the `count` innermost blocks and everything above `height`.
void leave(Thread& t, Frame* f, const std::vector<Block>& open, size_t count, uint32_t height) {
    Value* temporaries = f->R + f->tc->first_temp;
    for (size_t i = 0; i < count; ++i) {
        if (open[i].kind != BlockKind::Handler) continue;
        Value saved = std::exchange(temporaries[open[i].base], Value::unbound());
        if (!saved.is_unbound()) decref(std::exchange(t.handled, saved));
    }
    drop_registers(temporaries + height, f->R + f->tc->register_count);
}

Status jump(Thread& t, FrameObject* object, int64_t line, Translator& translator) {
    Frame* f = object->running;
    int64_t found = line, target = offset_of_line(f->code, &found);
    if (target < 0)
        return raise(t, Exc::ValueError, "line %lld comes after the current code block", static_cast<long long>(line));
    if (!analyse_traced(translator, f->code)) return raise_memory_error(t);
    const BlockStructure& blocks = translator.structure();
    uint32_t at = static_cast<uint32_t>(frame_lasti(f)), to = static_cast<uint32_t>(target);
    if (to % 2 != 0 || to / 2 >= blocks.units().size()) return refuse(t, "can't jump into the middle of a block");
    const Unit& unit = blocks.unit(to);
    if (unit.opcode == Opcode::DUP_TOP || unit.opcode == Opcode::POP_TOP)
        return refuse(t, "can't jump to 'except' line as there's no exception");
    const std::vector<Block> from = open_blocks(blocks, blocks.unit(at)), there = open_blocks(blocks, unit);
    const Block *finally_here = innermost_finally(from), *finally_there = innermost_finally(there);
    if ((finally_here == nullptr) != (finally_there == nullptr) ||
        (finally_here && !same_block(*finally_here, *finally_there)))
        return refuse(t, "can't jump into or out of a 'finally' block");
    int64_t left = blocks_to_leave(from, there);
    uint32_t instruction = unit.starts() ? translator.line_at(to) : 0;
    if (left < 0 || unit.height > blocks.unit(at).height || instruction == 0)
        return refuse(t, "can't jump into the middle of a block");
    size_t size = f->tc->wide ? sizeof(WideIns) : sizeof(Ins);
    f->ip = static_cast<const char*>(f->tc->ins) + instruction * size;   // behind the LINE: it is not told again
    object->told_line = static_cast<int32_t>(found);
    leave(t, f, from, static_cast<size_t>(left), unit.height);
    return ok();
}

uint32_t instruction_index(const Frame* f) {
    size_t offset = static_cast<size_t>(static_cast<const char*>(f->ip) - static_cast<const char*>(f->tc->ins));
    return static_cast<uint32_t>(offset / (f->tc->wide ? sizeof(WideIns) : sizeof(Ins)));
}

// A call whose result is dropped, and behind it the start of a line: the offset of that line; kNoPc: something else.
uint32_t line_behind_call(const CodeObject* code, uint32_t call) {
    const auto* units = reinterpret_cast<const uint8_t*>(code->code->data);
    bool dropped = uint64_t{call} + 4 < code->code->length && units[call + 2] == static_cast<uint8_t>(Opcode::POP_TOP);
    return dropped ? call + 4 : kNoPc;
}

bool switch_behind_call(Frame* f, TranslatedCode* traced) {
    uint32_t at = instruction_index(f), line = line_behind_call(f->code, f->tc->pcmap[at]);
    Translator translator;
    if (line == kNoPc || !canonical_after(translator, f->code, at) || !analyse_traced(translator, f->code))
        return false;
    uint32_t instruction = translator.structure().unit(line).starts() ? translator.line_at(line) : 0;
    if (instruction == 0) return false;
    uint32_t result = f->tc->wide ? static_cast<const WideIns*>(f->ip)->a : static_cast<const Ins*>(f->ip)->a;
    f->tc = traced;
    f->ip = static_cast<const char*>(traced->ins) + (instruction - 1) * (traced->wide ? sizeof(WideIns) : sizeof(Ins));
    drop_registers(f->R + result, f->R + result + 1);
    return true;
}

// A frame in the plain form that got an f_trace while it was running.
TranslatedCode* traced_form_for(Thread& t, Frame* f) {
    if (!observed(t) || f->tc->traces_lines || !f->object || f->object->trace.is_none()) return nullptr;
    TranslatedCode* traced = code_to_run(t, f->code);
    return traced->traces_lines && traced->wide == f->tc->wide ? traced : nullptr;
}

}  // namespace

bool go_on_traced(Thread& t, Frame* f) {
    TranslatedCode* traced = traced_form_for(t, f);
    if (!traced) return false;
    try {
        return switch_behind_call(f, traced);
    } catch (const std::bad_alloc&) {
        return false;
    }
}

uint32_t handler_to_enter(Thread& t, Frame* f, uint32_t at, const ExceptionEntry& entry) {
    TranslatedCode* traced = traced_form_for(t, f);
    if (!traced) return entry.handler;
    uint32_t place = 0, pc = f->tc->pcmap[at];
    while (place < traced->ins_count && traced->pcmap[place] != pc) ++place;
    for (uint32_t i = 0; i < traced->exception_count; ++i) {
        const ExceptionEntry& same = traced->exceptions[i];
        if (place < same.start || place >= same.end || same.kind != entry.kind || same.depth != entry.depth) continue;
        f->tc = traced;
        return same.handler;
    }
    return entry.handler;
}

Status frame_set_line(Thread& t, FrameObject* object, Value value) {
    int64_t line = TRY(wanted_line(t, object, value));
    if (line < object->code->firstlineno)
        return raise(t, Exc::ValueError, "line %lld comes before the current code block", static_cast<long long>(line));
    if (!object->running->tc->traces_lines) return refuse(t, "f_lineno can only be set by a trace function");
    try {
        Translator translator;
        return jump(t, object, line, translator);
    } catch (const std::bad_alloc&) {
        return raise_memory_error(t);
    }
}

}  // namespace krait
