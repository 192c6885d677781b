// Exceptions leave through here: table lookup, dropping of registers, popping of frames (translation.md section 6).
#include "vm/interp/interp_ops.h"
#include "vm/interp/tracing.h"

namespace krait {

void drop_registers(Value* first, Value* last) {
    while (last > first) {
        --last;
        Value v = *last;
        if (v.is_object()) {
            *last = Value::unbound();
            decref(v.as_object());
        }
    }
}

static const ExceptionEntry* find_entry(const TranslatedCode* tc, uint32_t at) {
    uint32_t low = 0, high = tc->exception_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const ExceptionEntry& e = tc->exceptions[middle];
        if (at < e.start) high = middle;
        else if (at >= e.end) low = middle + 1;
        else return &e;
    }
    return nullptr;
}

// The frame leaves its handlers: exc_info becomes what the outermost of them had saved.
static void restore_handled(Thread& t, Value* R, const TranslatedCode* tc, const ExceptionEntry& entry) {
    for (uint16_t i = 0; i < entry.saves_count; ++i) {
        Value& saved = R[tc->saves[entry.saves_begin + i]];
        if (saved.is_unbound()) continue;
        Value old = t.handled;
        t.handled = saved;
        saved = Value::unbound();
        decref(old);
        return;
    }
}

static void enter_handler(Thread& t, Value* d, HandlerKind kind) {
    Value exception = t.exception;
    t.exception = Value::unbound();
    incref(exception);   // one reference for the registers, one for thread.handled
    if (kind == HandlerKind::Except) {
        d[0] = t.handled;
        d[1] = d[2] = d[3] = d[5] = Value::unbound();
        d[kHandlerException] = exception;
    } else {
        d[0] = Value::small_int(kTagRaise);
        d[1] = exception;
        d[2] = t.handled;
        d[3] = Value::unbound();
    }
    t.handled = exception;
}

void pop_frame_slow(Thread& t, Frame* f) {
    Value locals = Value::unbound(), extra = Value::unbound(), old_handled = Value::unbound();
    if (f->flags & kFrameGenerator) {
        GeneratorObject* generator = f->extra.as<GeneratorObject>();
        old_handled = generator->handled;
        generator->handled = t.handled;
        t.handled = f->locals;
        if (!t.handled.is_none()) --t.outer_handled;
    } else {
        if (f->flags & kFrameHasLocals) locals = f->locals;
        if (f->flags & kFrameInit) extra = f->extra;
    }
    FrameObject* object = f->object;
    if (object) object->lasti = frame_lasti(f);
    f->object = nullptr;
    t.frame = f == t.frames ? nullptr : f - 1;
    --t.depth;
    if (object) {
        object->running = nullptr;
        decref(static_cast<Object*>(object));
    }
    decref(locals);
    decref(extra);
    decref(old_handled);
}

// The iterating instruction at `at` has come to its end: drops the iterator, answers where it goes on.
static uint32_t iteration_end(Frame* f, uint32_t at) {
    uint32_t iterator;
    int64_t jump;
    if (f->tc->wide) {
        const WideIns& ins = static_cast<const WideIns*>(f->tc->ins)[at];
        iterator = ins.b, jump = static_cast<int32_t>(ins.c);
    } else {
        const Ins& ins = static_cast<const Ins*>(f->tc->ins)[at];
        iterator = ins.b, jump = static_cast<int16_t>(ins.c);
    }
    bool loop = jump < 0;   // FORLOOP, whatever it is specialised for by now
    drop_registers(f->R + iterator, f->R + iterator + 1);
    return static_cast<uint32_t>(at + 1 + (loop ? 0 : jump));
}

bool unwind(Thread& t, Frame** frame, uint32_t at, size_t ins_size, UnwindMode mode, uint32_t* target) {
    for (;;) {
        Frame* f = *frame;
        const TranslatedCode* tc = f->tc;
        if (mode == UnwindMode::Raise) {
            add_traceback(t, f);
            if (KRAIT_UNLIKELY(f->flags & kFrameWatched)) report_exception(t, f);
        }
        const ExceptionEntry* entry = KRAIT_UNLIKELY(f->flags & kFrameNotStarted) ? nullptr : find_entry(tc, at);
        if (entry) restore_handled(t, f->R, tc, *entry);
        Value* temps = f->R + tc->first_temp;
        Value* end = f->R + tc->register_count;
        if (entry && entry->kind != HandlerKind::Exit && mode != UnwindMode::Leave && KRAIT_LIKELY(!t.hard_stop)) {
            SavedException keep(t);   // a destructor below must not see or replace it
            drop_registers(temps + entry->depth, end);
        } else {
            entry = nullptr;
        }
        if (entry) {
            enter_handler(t, temps + entry->depth, entry->kind);
            *target = KRAIT_UNLIKELY(f->flags & kFrameWatched) ? handler_to_enter(t, f, at, *entry) : entry->handler;
            return true;
        }
        uint32_t flags = f->flags;
        if (KRAIT_UNLIKELY(flags & kFrameWatched) && mode != UnwindMode::Leave && !t.hard_stop)
            report_failed_return(t, f);
        mode = UnwindMode::Raise;
        // A generator iterated in the loop: the iterating frame's register keeps it.
        GeneratorObject* generator = (flags & kFrameGenerator) ? f->extra.as<GeneratorObject>() : nullptr;
        {
            SavedException keep(t);
            if (f->object) detach_frame_object(t, f);
            drop_registers(f->R, end);
            pop_frame_slow(t, f);
            if (flags & kFrameFromGenerator) drop_registers(f->R - 1, f->R);
        }
        if (flags & kFrameBoundary) return false;
        *frame = f - 1;
        const char* base = static_cast<const char*>((*frame)->tc->ins);
        at = static_cast<uint32_t>((static_cast<const char*>((*frame)->ip) - base) / static_cast<ptrdiff_t>(ins_size));
        if (generator && generator_frame_unwound(t, generator)) {
            *target = iteration_end(*frame, at);
            return true;
        }
    }
}

}  // namespace krait
