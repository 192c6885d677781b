// sys.settrace() and sys.setprofile(): who is told what, in which order.
//
// Nothing is paid while neither is set: then frames have no kFrameWatched, code runs in its plain form, and the only
// places that ask are ones off the fast paths. While one is set, Thread::recursion_limit is 0, so that every call takes
// the slow path, which marks the new frame and chooses the traced form of its code (LINE instructions; see
// translator.h).
//   call       push_python_frame(), resuming a generator
//   line       LINE
//   return     the slow exits of the loop (return, yield), unwind()
//   exception  unwind(), the end of a Python iterator
//   c_call ... calls of native functions in generic form: CALL is not specialised for them while profiling
// Functions answering bool: false, an exception is pending.
#pragma once

#include "vm/interp/frame.h"

namespace krait {

enum class TraceEvent : uint8_t { None, Call, Line, Return, Exception, NativeCall, NativeReturn, NativeException };

// None: switched off. Frames that run already take part from now on as far as they have an f_trace.
Status set_trace_function(Thread&, Value function);
Status set_profile_function(Thread&, Value function);
Status set_coroutine_wrapper(Thread&, Value function);          // None: no longer
void stop_tracing(Thread&);                                     // at the end: both, and what is kept for them
Ref call_tracing(Thread&, Value function, TupleObject* args);   // sys.call_tracing()

// Made by the first call of one of these functions, kept from then on.
struct Tracing {
    Value trace_function = Value::unbound(), profile_function = Value::unbound();   // owned
    uint32_t inside = 0;      // > 0: one of them is running, nothing is told
    Value coroutine_wrapper = Value::unbound();   // owned: what sys.set_coroutine_wrapper() was given
    bool wrapping = false;    // it is running
};
inline bool watched(const Thread& t) {
    return KRAIT_UNLIKELY(t.tracing != nullptr) &&
           !(t.tracing->trace_function.is_unbound() && t.tracing->profile_function.is_unbound());
}
inline bool observed(const Thread& t) { return watched(t) && t.tracing->inside == 0; }
inline bool profile_set(const Thread& t) { return t.tracing && !t.tracing->profile_function.is_unbound(); }
inline bool profiles(const Thread& t) { return profile_set(t) && t.tracing->inside == 0; }
// Thread::recursion_limit when nobody watches.
uint32_t frame_limit(const Thread&);

// Code for a new frame: the traced form where it is wanted and possible.
TranslatedCode* code_to_run(Thread&, CodeObject*);
bool report_call(Thread&, Frame*);
bool report_line(Thread&, Frame*);                     // may move frame->ip
bool report_return(Thread&, Frame*, Value result);
void report_failed_return(Thread&, Frame*);            // an exception is pending before and after
void report_exception(Thread&, Frame*);                // the same
// next() of an iterator in a frame that is being traced: a StopIteration of Python code is an event. EXHAUSTED, ERROR.
Value next_observed(Thread&, Frame*, Value iterator);
// The end of `yield from` where a StopIteration was behind it.
bool report_delegation_end(Thread&, Frame*, Value delegate, Value result);
Ref call_native_profiled(Thread&, Frame*, Value callee, const CallArgs&);
// Calls of natives in the code of a frame go through the generic form again.
void generic_native_calls(TranslatedCode*);

// A frame that got an f_trace while it runs in the plain form goes on in the traced one where that is possible: behind
// a call that is a statement (true: frame->ip is there), and in the handler of an exception (instruction to go on at).
bool go_on_traced(Thread&, Frame*);
uint32_t handler_to_enter(Thread&, Frame*, uint32_t at, const ExceptionEntry& entry);
// frame.f_lineno = line (vm/interp/trace_jump.cpp)
Status frame_set_line(Thread&, FrameObject*, Value line);

}  // namespace krait
