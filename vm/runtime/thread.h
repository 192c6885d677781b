// Thread: the state of one line of execution in an interpreter. Passed explicitly to everything.
#pragma once

#include <atomic>

#include "vm/memory/heap.h"
#include "vm/runtime/interpreter.h"

namespace krait {

struct Frame;

class Thread {
  public:
    explicit Thread(Interpreter&);
    ~Thread();
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;
    Status allocate_stacks(size_t register_bytes, size_t frames);   // MemoryError-free: false result on failure

    Interpreter& interp;
    Heap& heap;

    Value exception = Value::unbound();   // pending exception object (owned), UNBOUND: none
    Value handled = Value::none();        // sys.exc_info(): exception being handled (owned) or None

    Frame* frame = nullptr;               // innermost Python frame
    Frame* frames = nullptr;              // array
    Frame* frames_end = nullptr;
    Value* registers = nullptr;           // register stack
    Value* registers_end = nullptr;
    struct Tracing* tracing = nullptr;    // what sys.settrace() and sys.setprofile() set (vm/interp/tracing.h)
    uint32_t depth = 0;                   // Python frames and guarded C++ recursions
    uint32_t recursion_limit = 1000;      // at this depth calls look closer; 0 while somebody traces
    char* native_limit = nullptr;         // lowest allowed address of the C stack
    bool recursion_overflowed = false;
    uint32_t outer_handled = 0;  // generator frames whose caller was handling an exception when it resumed them

    int64_t slice = 0;                    // left in the current slice when not inside the loop
    int64_t steps_left = INT64_MAX;       // instruction budget (back edges and calls), INT64_MAX: none
    int64_t deadline_ns = 0;              // monotonic, 0: none
    std::atomic<uint32_t> interrupt{0};   // set from other threads; bits of InterruptFlag
    bool hard_stop = false;  // a limit fired that may not be swallowed: frames are dropped without handlers

    const MethodDef* native = nullptr;    // row of the native being entered: names the function in conversion errors

    Value sentinel = Value::unbound();    // lock that is released when the thread ends (owned): _thread._set_sentinel()

    uint32_t dealloc_depth = 0;
    Object* destroy_queue = nullptr;

    bool has_exception() const { return !exception.is_unbound(); }

    // registers_end is the end of the initialised part of the register stack: grow_registers() moves it.
    Value* registers_limit = nullptr;     // end of the mapping
    int64_t slice_granted = 0;            // size of the current slice
    uint64_t uncharged_work = 0;          // of natives, not yet turned into steps
    uintptr_t native_thread = 0;          // operating system's thread that native_limit belongs to
    class ReprGuard* repr_guards = nullptr;   // containers being printed, innermost first

    uint32_t wanted_recursion_limit = 1000;   // as set; recursion_limit never exceeds what the frame array holds
    void set_recursion_limit(uint32_t limit);

    // Finds the C stack of the calling thread; cheap when it has not changed. At every entry from outside.
    void bind_native_stack();
    // Time limit from now (0: none). The clock of limits is the interpreter's own, not the host's.
    void set_timeout(int64_t nanoseconds);
    void set_step_limit(int64_t steps);   // INT64_MAX: none
    int64_t steps_remaining() const;
};
// Makes the registers below `end` usable (immediates); false: the stack is used up. Nothing raised.
bool grow_registers(Thread&, Value* end);
enum InterruptFlag : uint32_t { kInterruptSignal = 1, kInterruptCancel = 2, kInterruptCollect = 4 };

inline TypeObject* type_of(Thread& t, Value v) {
    return KRAIT_LIKELY(v.is_object()) ? v.as_object()->type : t.interp.immediate_type(v);
}
inline const char* type_name_of(Thread& t, Value v) { return type_name(type_of(t, v)); }
// What messages about an argument of the wrong type say that it is: the type's name, and "None" for None.
inline const char* argument_type_name(Thread& t, Value v) { return v.is_none() ? "None" : type_name_of(t, v); }

// Guards every recursion of native code: RecursionError "maximum recursion depth exceeded<where>" when the frame count
// or the C stack is used up. `where` as CPython words it: " while calling a Python object", " in comparison", ...
class RecursionGuard {
  public:
    RecursionGuard(Thread& t, const char* where) : thread_(t), entered_(enter(where)) {}
    ~RecursionGuard() {
        if (entered_) --thread_.depth;
    }
    RecursionGuard(const RecursionGuard&) = delete;
    RecursionGuard& operator=(const RecursionGuard&) = delete;
    bool failed() const { return !entered_; }

  private:
    bool enter(const char* where) {
        char here;
        if (KRAIT_UNLIKELY(&here < thread_.native_limit || thread_.depth >= thread_.recursion_limit))
            return refuse(where);
        ++thread_.depth;
        return true;
    }
    bool refuse(const char* where);
    Thread& thread_;
    bool entered_;
};

// Work of natives that is neither counted as steps nor checked against the limits yet may grow to this.
inline constexpr size_t kWorkPerPoll = 32 * 1024;

// Turns uncharged work into steps, and polls limits and interrupts.
Status poll_work(Thread&);
// Charges `n` units of work of a long-running native (sort, join, search...): polls when due.
inline Status charge_work(Thread& t, size_t n) {
    t.uncharged_work += n;
    return KRAIT_LIKELY(t.uncharged_work < kWorkPerPoll) ? ok() : poll_work(t);
}
// Slow part of the slice counter: budget, deadline, signals, collection. Fails with the exception pending.
Status slow_tick(Thread&);

}  // namespace krait
