// Stacks of a thread, the recursion guard, and the slice counter: limits, interrupts, collections.
#include "vm/runtime/thread.h"

#include <pthread.h>
#include <sys/mman.h>

#include <algorithm>

#include "support/clock.h"
#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/interp/tracing.h"
#include "vm/memory/collector.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/gate.h"
#include "vm/runtime/host.h"
#include "vm/runtime/intern.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/signals.h"

namespace krait {

namespace {

#ifdef KRAIT_STRESS
constexpr int64_t kSlice = 50;
#else
constexpr int64_t kSlice = 10000;
#endif
constexpr size_t kInitialRegisters = 4 * 1024;       // values made usable at start: 32 KiB
constexpr int64_t kSliceOnTime = kSlice < 500 ? kSlice : 500;   // with a deadline
constexpr size_t kWorkPerStep = 8;                   // element steps of a native that count as one step

#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
constexpr size_t kStackMargin = 1024 * 1024;         // one frame of the eval loop takes up to 480 KB (clang)
#else
constexpr size_t kStackMargin = 128 * 1024;
#endif

int64_t limit_clock_ns() { return clock_ns(CLOCK_MONOTONIC); }

void* map_lazily(size_t bytes) {
    void* p = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? nullptr : p;
}

// A limit that fired may not be swallowed: frames are dropped without running handlers.
Failed stop_hard(Thread& t, Exc kind, const char* message) {
    t.hard_stop = true;
    return raise(t, kind, "%s", message);
}

// Module _signal knows the handlers. The exception one of them raises goes on where the program was.
Status run_signal_handlers(Thread& t) {
    StrObject* name = intern_utf8(t, "_signal");
    StrObject* deliver = intern_utf8(t, "_deliver");
    if (!name || !deliver) return Failed{};
    Value module = dict_get_str(t, t.interp.modules, name);
    if (!module.is_object()) return module.is_error() ? Status(Failed{}) : ok();
    Ref held = own(module);
    (void)TRY(call_method(t, held, deliver));
    return ok();
}

Status poll_interrupts(Thread& t) {
    uint32_t bits = t.interrupt.exchange(0, std::memory_order_acq_rel);
    if (bits & kInterruptCollect) collect_garbage(t, 2);
    if (bits & kInterruptCancel) return stop_hard(t, Exc::KeyboardInterrupt, "cancelled");
    if (bits & kInterruptSignal) return raise_none(t, Exc::KeyboardInterrupt);
    if (bits & kInterruptHandlers) return run_signal_handlers(t);
    return ok();
}

Status check_limits(Thread& t) {
    if (t.steps_left <= 0) return stop_hard(t, Exc::StepLimitExceeded, "step limit exceeded");
    if (deadline_passed(t)) return raise_time_limit(t);
    if (KRAIT_UNLIKELY(t.interrupt.load(std::memory_order_relaxed) != 0)) return poll_interrupts(t);
    return ok();
}

void spend(Thread& t, int64_t steps) {
    if (t.steps_left != INT64_MAX) t.steps_left = t.steps_left > steps ? t.steps_left - steps : 0;
}

void spend_work(Thread& t) {
    spend(t, static_cast<int64_t>(std::min<uint64_t>(t.uncharged_work / kWorkPerStep, INT64_MAX / 2)));
    t.uncharged_work = 0;
}

void grant_slice(Thread& t) {
    // The clock is looked at once in a slice, which may hold natives that take long.
    t.slice_granted = std::min(t.deadline_ns == 0 ? kSlice : kSliceOnTime, t.steps_left);
    t.slice = t.slice_granted;
}

// Only the embedding's entry is on the C stack: no native can hold a borrowed interned string.
bool no_native_callers(const Thread& t) {
    if (t.interp.gate && t.interp.gate->threads().size() > 1) return false;
    unsigned boundaries = 0;
    for (const Frame* f = t.frame; f && f >= t.frames; --f)
        if ((f->flags & kFrameBoundary) && ++boundaries > 1) return false;
    return true;
}

}  // namespace

bool deadline_passed(const Thread& t) { return t.deadline_ns != 0 && limit_clock_ns() >= t.deadline_ns; }

Failed raise_time_limit(Thread& t) { return stop_hard(t, Exc::TimeLimitExceeded, "time limit exceeded"); }

Status check_deadline(Thread& t) {
    uint32_t due = t.interrupt.load(std::memory_order_relaxed) & (kInterruptSignal | kInterruptCancel);
    if (KRAIT_UNLIKELY(due != 0)) {
        t.interrupt.fetch_and(~due);
        if (due & kInterruptCancel) return stop_hard(t, Exc::KeyboardInterrupt, "cancelled");
        return raise_none(t, Exc::KeyboardInterrupt);
    }
    return deadline_passed(t) ? Status(raise_time_limit(t)) : ok();
}

Thread::Thread(Interpreter& in) : interp(in), heap(in.heap) {
    recursion_limit = wanted_recursion_limit = in.limits.recursion;
    slice_granted = slice = 0;
    set_step_limit(in.limits.steps);
    set_timeout(in.limits.timeout_ns);
}

Thread::~Thread() {
    if (registers) munmap(registers, reinterpret_cast<char*>(frames_end) - reinterpret_cast<char*>(registers));
}

Status Thread::allocate_stacks(size_t register_bytes, size_t frame_count) {
    Status no_memory = Failed{};
    // One mapping for both: making and ending many threads at once is limited by the process's table of mappings.
    register_bytes &= ~(sizeof(Value) * alignof(Frame) - 1);
    registers = static_cast<Value*>(map_lazily(register_bytes + frame_count * sizeof(Frame)));
    if (!registers) return no_memory;
    registers_limit = registers + register_bytes / sizeof(Value);
    registers_end = registers;
    frames = reinterpret_cast<Frame*>(registers_limit);
    frames_end = frames + frame_count;
    set_recursion_limit(wanted_recursion_limit);
    grow_registers(*this, registers + std::min<size_t>(kInitialRegisters, registers_limit - registers));
    bind_native_stack();
    return ok();
}

bool grow_registers(Thread& t, Value* end) {
    if (end <= t.registers_end) return true;
    if (end > t.registers_limit) return false;
    size_t grown = std::max<size_t>(static_cast<size_t>(end - t.registers),
                                    2 * static_cast<size_t>(t.registers_end - t.registers));
    Value* new_end = t.registers + std::min<size_t>(grown, static_cast<size_t>(t.registers_limit - t.registers));
    std::fill(t.registers_end, new_end, Value::unbound());
    t.registers_end = new_end;
    return true;
}

void Thread::set_recursion_limit(uint32_t limit) {
    wanted_recursion_limit = limit;
    recursion_limit = watched(*this) ? 0 : frame_limit(*this);
}

void Thread::bind_native_stack() {
    uintptr_t self = static_cast<uintptr_t>(pthread_self());
    if (native_limit && native_thread == self && interp.limits.native_stack == 0) return;
    native_thread = self;
    char* here = static_cast<char*>(__builtin_frame_address(0));
    char* lowest = here - (size_t{512} << 10);   // when the system does not tell
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        void* address;
        size_t size;
        if (pthread_attr_getstack(&attributes, &address, &size) == 0) {
            lowest = static_cast<char*>(address);
            constexpr size_t kMost = size_t{64} << 20;   // an unlimited stack still ends before other mappings
            if (static_cast<size_t>(here - lowest) > kMost) lowest = here - kMost;
        }
        pthread_attr_destroy(&attributes);
    }
    size_t room = static_cast<size_t>(here - lowest);
    if (size_t wanted = interp.limits.native_stack; wanted != 0 && wanted < room) {
        lowest = here - wanted;
        room = wanted;
    }
    native_limit = lowest + std::min(kStackMargin, room / 3);
}

void Thread::set_timeout(int64_t nanoseconds) {
    int64_t now = limit_clock_ns();
    deadline_ns = nanoseconds <= 0 ? 0 : nanoseconds > INT64_MAX - now ? 0 : now + nanoseconds;
    if (deadline_ns != 0 && slice > kSliceOnTime) {   // granted without a deadline
        slice_granted -= slice - kSliceOnTime;
        slice = kSliceOnTime;
    }
}

void Thread::set_step_limit(int64_t steps) {
    steps_left = steps;
    uncharged_work = 0;
    grant_slice(*this);
}

int64_t Thread::steps_remaining() const {
    if (steps_left == INT64_MAX) return INT64_MAX;
    return std::max<int64_t>(0, steps_left - (slice_granted - slice));
}

bool RecursionGuard::refuse(const char* where) {
    char here;
    if (watched(thread_) && &here >= thread_.native_limit && thread_.depth < frame_limit(thread_)) {
        ++thread_.depth;
        return true;
    }
    // The exception itself needs no Python code; a little of the margin is used to make it.
    (void)raise(thread_, Exc::RecursionError, "maximum recursion depth exceeded%s", where ? where : "");
    return false;
}

Status poll_work(Thread& t) {
    spend_work(t);
    // What the current slice still holds may not exceed what is left.
    if (t.steps_left != INT64_MAX && t.steps_left < t.slice_granted) {
        int64_t used = t.slice_granted - t.slice;
        if (t.steps_left <= used) t.steps_left = 0;
    }
    return check_limits(t);
}

// What the slice had left is not lost: it was not granted.
void make_poll_due(Thread& t) {
    t.slice_granted -= std::max<int64_t>(t.slice, 0);
    t.slice = 0;
}

Status slow_tick(Thread& t) {
    if (t.uncharged_work >= kWorkPerPoll) spend_work(t);   // noted by natives
    spend(t, t.slice_granted - std::max<int64_t>(t.slice, 0));
    grant_slice(t);
    TRY(check_limits(t));
    if (Gate* gate = t.interp.gate.get(); KRAIT_UNLIKELY(gate != nullptr) && gate->wanted()) gate->hand_over(t);
    forget_memory_error(t);
    collect_if_due(t);
    if (KRAIT_UNLIKELY(t.interp.interned->count >= t.interp.interned->sweep_at) && no_native_callers(t))
        intern_sweep(t.interp);
    return ok();
}

}  // namespace krait
