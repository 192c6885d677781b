#include "vm/interp/tracing.h"

#include <algorithm>
#include <new>
#include <utility>

#include "vm/interp/interp_ops.h"
#include "vm/object/slots.h"
#include "vm/runtime/intern.h"
#include "vm/translate/translator.h"

namespace krait {

namespace {

const char* event_name(TraceEvent event) {
    switch (event) {
        case TraceEvent::Call: return "call";
        case TraceEvent::Line: return "line";
        case TraceEvent::Return: return "return";
        case TraceEvent::Exception: return "exception";
        case TraceEvent::NativeCall: return "c_call";
        case TraceEvent::NativeReturn: return "c_return";
        case TraceEvent::NativeException: return "c_exception";
        case TraceEvent::None: break;
    }
    return "";
}


// Frames that run already report their returns and exceptions too.
void watch_running_frames(Thread& t) {
    for (Frame* f = t.frame; f && f >= t.frames; --f) {
        f->flags |= kFrameWatched;
        if (profile_set(t)) generic_native_calls(f->tc);
    }
}

void set_function(Thread& t, Value* place, Value function) {
    Value fresh = function.is_none() ? Value::unbound() : own(function).release();
    Value old = std::exchange(*place, fresh);
    t.recursion_limit = watched(t) ? 0 : frame_limit(t);
    if (watched(t)) watch_running_frames(t);
    decref(old);
}

Status prepare(Thread& t) {
    if (t.tracing) return ok();
    void* memory = t.heap.allocate_buffer(sizeof(Tracing));
    if (!memory) return raise_memory_error(t);
    t.tracing = new (memory) Tracing;
    return ok();
}

// ------------------------------------------------------------------------------------------------ locals

bool lives_in_cell(const CodeObject* code, uint32_t local) {
    for (uint32_t i = 0; code->cell_to_arg && i < code->cellvars->size; ++i)
        if (code->cell_to_arg[i] == static_cast<int32_t>(local)) return true;
    return false;
}

void replace(Value* place, Value value) {
    incref(value);
    decref(std::exchange(*place, value));
}

// What the function changed in f_locals becomes true of the frame's variables. Deleting needs code that expects it.
void write_back_locals(Thread& t, Frame* f, FrameObject* object) {
    const CodeObject* code = f->code;
    if (!(code->flags & CO_OPTIMIZED) || !is_kind(object->locals, Kind::Dict)) return;
    Ref held = own(object->locals);
    DictObject* dict = held.as<DictObject>();
    for (uint32_t i = 0; i < code->varnames->size; ++i) {
        if (lives_in_cell(code, i)) continue;
        Value v = dict_get_str(t, dict, code->varnames->items[i].as<StrObject>());
        if (v.is_error()) return clear_exception(t);
        if (v == f->R[i] || (v.is_unbound() && !f->tc->traces_lines)) continue;
        replace(&f->R[i], v);
    }
    const TupleObject* const groups[] = {code->cellvars, code->freevars};
    uint32_t at = f->tc->local_count;
    for (const TupleObject* names : groups) {
        for (uint32_t i = 0; i < names->size; ++i, ++at) {
            if (!is_kind(f->R[at], Kind::Cell)) continue;
            Value v = dict_get_str(t, dict, names->items[i].as<StrObject>());
            if (v.is_error()) return clear_exception(t);
            Ref cell = own(f->R[at]);
            if (v != cell.as<CellObject>()->contents) replace(&cell.as<CellObject>()->contents, v);
        }
    }
}

// ------------------------------------------------------------------------------------------ calling the functions

Ref call_observer(Thread& t, Frame* f, FrameObject* frame, Value function, TraceEvent event, Value arg) {
    if (is_kind(frame->locals, Kind::Dict)) TRY(frame_locals(t, frame));   // up to date, or old values would come back
    StrObject* name = intern_utf8(t, event_name(event));
    if (!name) return Failed{};
    Value args[] = {Value::object(frame), Value::object(name), arg};
    ++t.tracing->inside;
    uint32_t outer = std::exchange(f->event, static_cast<uint32_t>(event));
    Ref result = call(t, function, CallArgs{args, 3, nullptr});
    f->event = outer;
    --t.tracing->inside;
    SavedException keep(t);
    write_back_locals(t, f, frame);
    return result;
}

// A function that raises is switched off; its exception goes on from this frame.
bool tell(Thread& t, Frame* f, Value function, TraceEvent event, Value arg, Ref* answer) {
    Ref held = own(function);
    RefTo<FrameObject> frame = frame_object(t, f);
    if (frame.failed()) return false;
    *answer = call_observer(t, f, frame.get(), held, event, arg);
    if (!answer->failed()) return true;
    add_traceback(t, f);
    return false;
}

bool tell_trace(Thread& t, Frame* f, TraceEvent event, Value arg) {
    if (!t.tracing || t.tracing->trace_function.is_unbound() || t.tracing->inside) return true;
    Value function = event == TraceEvent::Call ? t.tracing->trace_function
                     : f->object               ? f->object->trace
                                               : Value::none();
    if (function.is_none()) return true;
    // A frame that got its f_trace while it ran in the plain form was told no lines since.
    if (f->object && !f->tc->traces_lines) f->object->told_line = frame_line(f);
    Ref answer;
    if (!tell(t, f, function, event, arg, &answer)) {
        SavedException keep(t);
        set_function(t, &t.tracing->trace_function, Value::none());
        if (f->object) decref(std::exchange(f->object->trace, Value::none()));
        return false;
    }
    if (!answer.get().is_none() && f->object) decref(std::exchange(f->object->trace, answer.release()));
    return true;
}

bool tell_profile(Thread& t, Frame* f, TraceEvent event, Value arg) {
    if (!profiles(t)) return true;
    Ref answer;
    if (tell(t, f, t.tracing->profile_function, event, arg, &answer)) return true;
    SavedException keep(t);
    set_function(t, &t.tracing->profile_function, Value::none());
    return false;
}

// With an exception pending, which stays unless the function raises another one.
template <class F>
bool with_exception_aside(Thread& t, F&& report) {
    Ref pending = fetch_exception(t);
    if (!report(pending)) return false;
    if (!pending.get().is_unbound()) restore_exception(t, std::move(pending));
    return true;
}

}  // namespace

uint32_t frame_limit(const Thread& t) {
    constexpr ptrdiff_t kSpare = 64;   // frames pushed without counting: generators being closed, and the like
    return static_cast<uint32_t>(std::min<ptrdiff_t>(t.wanted_recursion_limit, t.frames_end - t.frames - kSpare));
}

Status set_trace_function(Thread& t, Value function) {
    TRY(prepare(t));
    set_function(t, &t.tracing->trace_function, function);
    return ok();
}
Status set_profile_function(Thread& t, Value function) {
    TRY(prepare(t));
    set_function(t, &t.tracing->profile_function, function);
    return ok();
}

Status set_coroutine_wrapper(Thread& t, Value function) {
    if (!t.tracing && function.is_none()) return ok();
    TRY(prepare(t));
    Value fresh = function.is_none() ? Value::unbound() : own(function).release();
    decref(std::exchange(t.tracing->coroutine_wrapper, fresh));
    return ok();
}

void stop_tracing(Thread& t) {
    if (!t.tracing) return;
    decref(std::exchange(t.tracing->coroutine_wrapper, Value::unbound()));
    set_function(t, &t.tracing->trace_function, Value::none());
    set_function(t, &t.tracing->profile_function, Value::none());
    if (t.tracing->inside) return;
    t.heap.free_buffer(std::exchange(t.tracing, nullptr), sizeof(Tracing));
}

Ref call_tracing(Thread& t, Value function, TupleObject* args) {
    uint32_t inside = t.tracing ? std::exchange(t.tracing->inside, 0) : 0;
    Ref result = call_with_dict(t, function, args, nullptr);
    if (t.tracing) t.tracing->inside = inside;
    return result;
}

// ------------------------------------------------------------------------------------------------ code

TranslatedCode* code_to_run(Thread& t, CodeObject* code) {
    TranslatedCode* traced = observed(t) ? translate_traced(t, code) : nullptr;
    return traced ? traced : code->translated;
}

template <class Instruction>
static void reset_native_calls(TranslatedCode* tc) {
    Instruction* ins = static_cast<Instruction*>(tc->ins);
    for (uint32_t i = 0; i < tc->ins_count; ++i) {
        if (ins[i].op == INS_CALL_NATIVE || ins[i].op == INS_CALL_LEN) ins[i].op = INS_CALL;
        if (ins[i].op == INS_CALLM_NATIVE) ins[i].op = INS_CALLM;
    }
}

void generic_native_calls(TranslatedCode* tc) {
    if (tc->wide) reset_native_calls<WideIns>(tc);
    else reset_native_calls<Ins>(tc);
}

// ------------------------------------------------------------------------------------------------ events

bool report_call(Thread& t, Frame* f) {
    return with_exception_aside(t, [&](Value) {
        return tell_trace(t, f, TraceEvent::Call, Value::none()) && tell_profile(t, f, TraceEvent::Call, Value::none());
    });
}

bool report_line(Thread& t, Frame* f) {
    if (f->object) f->object->told_line = frame_line(f);
    return tell_trace(t, f, TraceEvent::Line, Value::none());
}

bool report_return(Thread& t, Frame* f, Value result) {
    if (tell_trace(t, f, TraceEvent::Return, result)) return tell_profile(t, f, TraceEvent::Return, result);
    return with_exception_aside(t, [&](Value) { return tell_profile(t, f, TraceEvent::Return, Value::none()); }) &&
           false;
}

void report_failed_return(Thread& t, Frame* f) {
    (void)with_exception_aside(t, [&](Value) { return tell_trace(t, f, TraceEvent::Return, Value::none()); });
    (void)with_exception_aside(t, [&](Value) { return tell_profile(t, f, TraceEvent::Return, Value::none()); });
}

void report_exception(Thread& t, Frame* f) {
    if (!observed(t) || t.tracing->trace_function.is_unbound()) return;
    (void)with_exception_aside(t, [&](Value pending) {
        ExceptionObject* e = as_exception(pending);
        if (!e) return true;
        RefTo<TupleObject> arg = tuple_pack(t, {Value::object(e->type), pending, e->traceback});
        return !arg.failed() && tell_trace(t, f, TraceEvent::Exception, arg.value());
    });
}

// The pending StopIteration is told and goes; false: the function raised something else.
static bool report_stop(Thread& t, Frame* f) {
    report_exception(t, f);
    if (!pending_matches(t, Exc::StopIteration)) return false;
    clear_exception(t);
    return true;
}

// CPython's generators end with a StopIteration even where nobody looks at it.
static Value next_of_generator(Thread& t, Frame* f, GeneratorObject* g) {
    bool ended = g->state == GeneratorState::Finished;
    Ref returned;
    Value v = generator_resume(t, g, Value::unbound(), &returned);
    if (!v.is_exhausted() || ended) return v;
    (void)raise_stop_iteration(t, returned);
    return report_stop(t, f) ? v : Value::error();
}

Value next_observed(Thread& t, Frame* f, Value iterator) {
    Ref held = own(iterator);
    if (observed(t) && is_kind(iterator, Kind::Generator))
        return next_of_generator(t, f, iterator.as<GeneratorObject>());
    if (!observed(t) || type_of(t, iterator)->slots.next != &slot_next) return iterator_next(t, iterator).release();
    Value v = slot_next_raising(t, held);
    if (!v.is_error() || !pending_matches(t, Exc::StopIteration)) return v;
    return report_stop(t, f) ? Value::exhausted() : v;
}

bool report_delegation_end(Thread& t, Frame* f, Value delegate, Value result) {
    bool raises = is_kind(delegate, Kind::Generator) || is_kind(delegate, Kind::Coroutine) ||
                  type_of(t, delegate)->slots.next == &slot_next;
    if (!observed(t) || !raises) return true;
    (void)raise_stop_iteration(t, result);
    return report_stop(t, f);
}

Ref call_native_profiled(Thread& t, Frame* f, Value callee, const CallArgs& args) {
    if (!tell_profile(t, f, TraceEvent::NativeCall, callee)) return Failed{};
    Ref result = call(t, callee, args);
    if (!profile_set(t)) return result;
    if (result.failed()) {
        (void)with_exception_aside(t, [&](Value) { return tell_profile(t, f, TraceEvent::NativeException, callee); });
        return result;
    }
    if (!tell_profile(t, f, TraceEvent::NativeReturn, callee)) return Failed{};
    return result;
}

}  // namespace krait
