// Frames and generators.
//
// A Python call pushes a Frame on the thread's frame array; its registers lie on the thread's register stack, the
// arguments exactly where the caller put them: R[0] is the first argument, R[-1] the callee (kept alive by the caller's
// register). Generators own their registers; resuming pushes a Frame whose R points into the generator.
// Registers own; dead temporaries hold an immediate. Unwinding drops every pointer above a depth, needing no maps.
#pragma once

#include "compiler/compiled_code.h"
#include "vm/object/code_object.h"
#include "vm/runtime/thread.h"

namespace krait {

enum FrameFlag : uint32_t {
    kFrameBoundary = 1,      // entered from C++: RET leaves the run loop
    kFrameGenerator = 2,     // R belongs to `generator`
    kFrameInit = 4,          // __init__ pushed by a class call: the result is `extra` (the instance), None is checked
    kFrameHasLocals = 8,     // `locals` is a mapping (module, class body, exec)
    kFrameWatched = 16,      // events of this frame are reported: sys.settrace(), sys.setprofile()
    kFrameFromGenerator = 32,   // called by generator code: callee and arguments were moved to the register stack
    kFrameNotStarted = 64,   // a generator into which an exception is thrown before it began: no handler holds
};

struct Frame {
    const void* ip;          // next/current instruction (saved before anything that may look at it)
    Value* R;
    CodeObject* code;        // borrowed from function / generator
    TranslatedCode* tc;      // code->translated
    FunctionObject* function;   // borrowed: R[-1] or the generator keeps it
    uint32_t flags;
    uint32_t event;          // TraceEvent being told about this frame (vm/interp/tracing.h); 0 otherwise
    FrameObject* object;     // owned, made on demand; null
    Value extra;             // owned: instance for kFrameInit, GeneratorObject for kFrameGenerator; else not read
    Value locals;            // owned: mapping when kFrameHasLocals; the caller's `handled` when kFrameGenerator
};

// Registers kept free above a frame's window for natives whose optional slots lie behind the arguments.
constexpr size_t kStackSlack = 32;
// First register a new frame may use: above the innermost frame that lies on the register stack.
inline Value* stack_top(Thread& t) {
    for (Frame* f = t.frame; f && f >= t.frames; --f)
        if (!(f->flags & kFrameGenerator)) return f->R + f->tc->register_count + kStackSlack;
    return t.registers + 1;
}
// The exception being handled as sys.exc_info() sees it: the frame's own, or that of the callers of generators.
Value handled_exception(Thread&);   // borrowed; None

// Python-visible frame. While the frame runs, `running` points to it; when it ends the registers are moved in.
struct FrameObject : Object {
    FrameObject* back;       // owned, filled when the frame ends (or on demand)
    CodeObject* code;        // owned
    FunctionObject* function;   // owned
    Frame* running;          // null when finished
    GeneratorObject* generator; // borrowed, for frames of suspended generators; null
    Value* values;           // registers after the end: locals, cells (heap buffer) or null
    uint32_t value_count;
    int32_t lasti;
    int32_t told_line;       // with f_trace set f_lineno is the line told last; 0: none yet
    Value locals;            // f_locals dict or mapping, UNBOUND
    Value trace;             // f_trace
};

enum class GeneratorState : uint8_t { Created, Suspended, Running, Finished };

struct GeneratorObject : Object {   // generators, coroutines, async generators
    FunctionObject* function;       // owned
    CodeObject* code;               // owned
    Value* registers;               // heap buffer, register_count values; null when finished
    const void* ip;                 // where to resume: the YIELD/YIELDFROM instruction
    FrameObject* frame_object;      // owned, on demand
    Value handled;                  // exc_info saved by the generator while suspended inside a handler (3.7 scheme)
    Value name, qualname;
    Value result;                   // return value between RET and generator_resume; else UNBOUND
    GeneratorState state;
    bool closed;                    // async generators: aclose() seen
    bool hooks_inited;
    Value finalizer;                // async generators: hook from sys.set_asyncgen_hooks
    Value origin;
};

// --- vm/interp/frame.cpp
RefTo<FrameObject> frame_object(Thread&, Frame*);            // makes it on demand
int32_t frame_lasti(const Frame*);                           // 3.6 byte offset of the current instruction
int32_t frame_line(const Frame*);
int32_t frame_object_lasti(const FrameObject*);              // running, suspended or finished
int32_t frame_object_line(const FrameObject*);               // f_lineno
Ref frame_locals(Thread&, FrameObject*);  // f_locals / locals(): fresh snapshot into the frame's dict
Frame* caller_frame(Thread&, unsigned depth);                // null: not that deep
RefTo<FrameObject> generator_frame_object(Thread&, GeneratorObject*);   // gi_frame of one that is not finished
void frame_dealloc(Interpreter&, Object*);
void frame_traverse(Object*, Visitor&);
void frame_clear(Interpreter&, Object*);

// --- vm/interp/eval.cpp and op_*.cpp
// Runs a function with arguments bound by the general rules. Nested run loop on the thread's stacks; owned result.
Value call_python(Thread&, FunctionObject*, const CallArgs&);
// Module, class body, exec/eval: code without arguments in the given namespaces. `locals` may be any mapping.
Ref run_code(Thread&, CodeObject*, DictObject* globals, Value locals, Value closure_or_unbound);

// --- vm/interp/generator.cpp
// Resume: sends `value` (UNBOUND: first start / next). Owned yielded value; EXHAUSTED with *returned set when it
// returned; ERROR.
Value generator_resume(Thread&, GeneratorObject*, Value value, Ref* returned);
Value generator_throw(Thread&, GeneratorObject*, Value exception, Ref* returned);   // exception: instance
Status generator_close(Thread&, GeneratorObject*);
Value generator_yield_from_target(GeneratorObject*);   // gi_yieldfrom / cr_await: borrowed or UNBOUND

}  // namespace krait
