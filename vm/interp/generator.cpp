// Generators and coroutines: resuming, throwing, closing, delegation (PEP 255, 342, 380, 479, 492).
//
// exc_info follows 3.7 (with lang36 3.6, where that is wrong): a generator has its own `handled`, pushed when it is
// resumed. While it runs, Frame::locals of its frame holds the caller's; pop_frame_slow (unwind.cpp) exchanges them
// back.
#include "vm/interp/generator.h"

#include "compiler/opcode.h"

#include "vm/interp/async_generator.h"
#include "vm/interp/interp_ops.h"
#include "vm/interp/tracing.h"
#include "vm/object/exception_object.h"
#include "vm/object/iterator_objects.h"
#include "vm/object/slots.h"

namespace krait {

static const char* kind_word(const GeneratorObject* g) {
    return g->kind == Kind::Coroutine ? "coroutine" : g->kind == Kind::AsyncGenerator ? "async generator" : "generator";
}

void generator_release(Interpreter& interp, GeneratorObject* g) {
    Value* registers = std::exchange(g->registers, nullptr);
    if (!registers) return;
    const TranslatedCode* tc = g->code->translated;
    drop_registers(registers, registers + tc->register_count);
    interp.heap.free_buffer(registers, (tc->register_count + 1) * sizeof(Value));
}

static void finish(Thread& t, GeneratorObject* g) {
    g->state = GeneratorState::Finished;
    SavedException keep(t);
    FrameObject* frame = std::exchange(g->frame_object, nullptr);
    if (frame) {
        frame->generator = nullptr;
        decref(static_cast<Object*>(frame));
    }
    Value handled = std::exchange(g->handled, Value::none());
    decref(handled);
    generator_release(t.interp, g);
}

// The form of the code that its place belongs to.
static KRAIT_NOINLINE TranslatedCode* generator_code_traced(const GeneratorObject* g) {
    TranslatedCode* plain = g->code->translated;
    const TranslatedCode* traced = plain->traced;
    const char *ip = static_cast<const char*>(g->ip), *first = static_cast<const char*>(traced->ins);
    size_t bytes = traced->ins_count * (traced->wide ? sizeof(WideIns) : sizeof(Ins));
    return ip >= first && ip < first + bytes ? plain->traced : plain;
}
TranslatedCode* generator_code(const GeneratorObject* g) {
    TranslatedCode* plain = g->code->translated;
    return KRAIT_LIKELY(!plain->traced) ? plain : generator_code_traced(g);
}

// Operand a of the instruction where a suspended generator waits, and whether it is a YIELDFROM.
struct SuspendedAt {
    uint32_t op, a;
    const void* next;
};
KRAIT_INLINE static SuspendedAt suspended_at(const GeneratorObject* g) {
    if (generator_code(g)->wide) {
        const WideIns* ip = static_cast<const WideIns*>(g->ip);
        return {ip->op, ip->a, ip + 1};
    }
    const Ins* ip = static_cast<const Ins*>(g->ip);
    return {ip->op, ip->a, ip + 1};
}

Value generator_yield_from_target(GeneratorObject* g) {
    if (g->state != GeneratorState::Suspended || !g->registers) return Value::unbound();
    SuspendedAt at = suspended_at(g);
    return at.op == INS_YIELDFROM ? g->registers[at.a] : Value::unbound();
}

bool generator_needs_resume(const Thread& t, const GeneratorObject* g) {
    if (KRAIT_UNLIKELY(watched(t) || g->code->translated->traced)) return true;
    return g->state == GeneratorState::Suspended && suspended_at(g).op == INS_YIELDFROM;
}

int32_t generator_lasti(const GeneratorObject* g) {
    if (g->state == GeneratorState::Created) return -1;
    const TranslatedCode* tc = generator_code(g);
    size_t offset = static_cast<size_t>(static_cast<const char*>(g->ip) - static_cast<const char*>(tc->ins));
    size_t index = offset / (tc->wide ? sizeof(WideIns) : sizeof(Ins));
    return index < tc->ins_count ? static_cast<int32_t>(tc->pcmap[index]) : -1;
}

// The pushed frame is told about. False: the generator ends with the pending exception, its frame is popped.
static KRAIT_NOINLINE bool tell_resumption(Thread& t, GeneratorObject* g, Frame* f) {
    f->flags |= kFrameWatched;
    if (profile_set(t)) generic_native_calls(f->tc);
    Ref keep = own(g);
    GeneratorState state = std::exchange(g->state, GeneratorState::Running);
    bool told = report_call(t, f);
    g->state = state;
    if (told) return true;
    SavedException pending(t);
    pop_frame_slow(t, f);
    finish(t, g);
    return false;
}

KRAIT_INLINE static Frame* push_generator_frame(Thread& t, GeneratorObject* g) {
    if (KRAIT_UNLIKELY(t.depth >= t.recursion_limit) && t.depth >= frame_limit(t)) {
        (void)raise(t, Exc::RecursionError, "maximum recursion depth exceeded");
        return nullptr;
    }
    if (KRAIT_UNLIKELY(watched(t)) && g->state == GeneratorState::Created) g->ip = code_to_run(t, g->code)->ins;
    Frame* f = t.frame ? t.frame + 1 : t.frames;
    f->ip = g->ip;
    f->R = g->registers;
    f->code = g->code;
    f->tc = generator_code(g);
    f->function = g->function;
    f->flags = kFrameBoundary | kFrameGenerator;
    f->object = g->frame_object;
    if (f->object) {
        incref(static_cast<Object*>(f->object));
        f->object->running = f;
    }
    f->extra = Value::object(g);
    f->locals = t.handled;
    if (!t.handled.is_none()) ++t.outer_handled;
    t.handled = std::exchange(g->handled, Value::none());
    ++t.depth;
    t.frame = f;
    return KRAIT_LIKELY(!observed(t)) || tell_resumption(t, g, f) ? f : nullptr;
}

// Runs the pushed frame to the next yield or the end. The exception to throw, if any, is pending.
KRAIT_INLINE static Value run_generator(Thread& t, GeneratorObject* g, Frame* f, Ref* returned) {
    Ref keep = own(g);
    g->state = GeneratorState::Running;
    g->result = Value::unbound();
    Value v = run_frame(t, f);
    if (v.is_error()) {
        finish(t, g);
        generator_body_failed(t, g);
        return Value::error();
    }
    if (v.is_exhausted()) {
        Value result = std::exchange(g->result, Value::unbound());
        finish(t, g);
        if (returned) *returned = Ref::steal(result);
        else decref(result);
        return v;
    }
    g->state = GeneratorState::Suspended;
    return v;
}

void generator_body_failed(Thread& t, GeneratorObject* g) {
    Exc kind = Exc::StopIteration;
    bool async_stop = g->kind == Kind::AsyncGenerator && pending_matches(t, Exc::StopAsyncIteration);
    if (async_stop) kind = Exc::StopAsyncIteration;
    else if (!pending_matches(t, Exc::StopIteration)) return;
    bool replace = async_stop || g->kind != Kind::Generator ||
                   (g->code->flags & (CO_FUTURE_GENERATOR_STOP | CO_ITERABLE_COROUTINE));
    const char* name = kind == Exc::StopIteration ? "StopIteration" : "StopAsyncIteration";
    Ref cause = fetch_exception(t);
    if (!replace) {
        Status warned = warn(t, Exc::DeprecationWarning, 1, "generator '%.50s' raised StopIteration",
                             str_to_utf8(g->qualname.as<StrObject>()).c_str());
        if (!warned.failed()) restore_exception(t, std::move(cause));
        return;
    }
    (void)raise(t, Exc::RuntimeError, "%s raised %s", kind_word(g), name);
    ExceptionObject* error = t.exception.as<ExceptionObject>();
    decref(std::exchange(error->context, cause.copy().release()));
    decref(std::exchange(error->cause, cause.release()));
    error->suppress_context = true;
}

Frame* generator_enter(Thread& t, GeneratorObject* g) {
    Frame* f = push_generator_frame(t, g);
    if (!f) return nullptr;
    f->flags = kFrameGenerator;
    if (g->state == GeneratorState::Suspended) {
        SuspendedAt at = suspended_at(g);
        f->R[at.a] = Value::none();
        f->ip = at.next;
    }
    g->state = GeneratorState::Running;
    return f;
}

void generator_finish(Thread& t, GeneratorObject* g) {
    decref(std::exchange(g->result, Value::unbound()));
    finish(t, g);
}

bool generator_frame_unwound(Thread& t, GeneratorObject* g) {
    finish(t, g);
    generator_body_failed(t, g);
    if (!pending_matches(t, Exc::StopIteration)) return false;
    clear_exception(t);
    return true;
}

static Failed already_running(Thread& t, GeneratorObject* g) {
    return raise(t, Exc::ValueError, "%s already executing", kind_word(g));
}

// The frame of the generator counts for the recursion limit; the resumption itself only needs C stack.
static bool has_native_stack(Thread& t) {
    char here;
    if (KRAIT_LIKELY(&here > t.native_limit)) return true;
    (void)raise(t, Exc::RecursionError, "maximum recursion depth exceeded");
    return false;
}

// Iterators that step without running code, unless they are at their end.
static Value next_or_unbound(ListIteratorObject* i) {
    if (!i->list || i->index >= i->list->size) return Value::unbound();
    return own(i->list->items[i->index++]).release();
}
static Value next_or_unbound(TupleIteratorObject* i) {
    if (!i->tuple || i->index >= i->tuple->size) return Value::unbound();
    return own(i->tuple->items[i->index++]).release();
}
static Value next_or_unbound(RangeIteratorObject* i) {
    if (i->left == 0 || !Value::fits_int(i->current)) return Value::unbound();
    int64_t n = i->current;
    --i->left;
    i->current = static_cast<int64_t>(static_cast<uint64_t>(n) + static_cast<uint64_t>(i->step));
    return Value::from_int_unchecked(n);
}

// The next item of a delegation when it comes from a list, a tuple or a range: nobody can see that no frame is entered
// for it, since no code runs. Owned; UNBOUND: the generator has to be resumed.
static Value next_of_delegation(const Thread& t, const GeneratorObject* g) {
    constexpr int kLevels = 4;   // looked through: all of a longer chain are entered, which costs more than looking
    if (KRAIT_UNLIKELY(observed(t))) return Value::unbound();
    for (int level = 0; level < kLevels; ++level) {
        if (g->state != GeneratorState::Suspended || g->code->translated->traced) return Value::unbound();
        SuspendedAt at = suspended_at(g);
        if (at.op != INS_YIELDFROM) return Value::unbound();
        Value delegate = g->registers[at.a];
        switch (delegate.is_object() ? delegate.as_object()->kind : Kind::Other) {
        case Kind::ListIterator: return next_or_unbound(delegate.as<ListIteratorObject>());
        case Kind::TupleIterator: return next_or_unbound(delegate.as<TupleIteratorObject>());
        case Kind::RangeIterator: return next_or_unbound(delegate.as<RangeIteratorObject>());
        case Kind::Generator: g = delegate.as<GeneratorObject>(); break;
        default: return Value::unbound();
        }
    }
    return Value::unbound();
}

Value generator_resume(Thread& t, GeneratorObject* g, Value value, Ref* returned) {
    if (value.is_unbound() || value.is_none()) {
        Value item = next_of_delegation(t, g);
        if (!item.is_unbound()) return item;
    }
    if (!has_native_stack(t)) return Value::error();
    switch (g->state) {
        case GeneratorState::Running: return already_running(t, g);
        case GeneratorState::Finished:
            if (g->kind == Kind::Coroutine)
                return raise(t, Exc::RuntimeError, "cannot reuse already awaited coroutine");
            if (returned) *returned = own(Value::none());
            return Value::exhausted();
        case GeneratorState::Created:
            if (!value.is_unbound() && !value.is_none())
                return raise(t, Exc::TypeError, "can't send non-None value to a just-started %s", kind_word(g));
            break;
        case GeneratorState::Suspended: break;
    }
    Frame* f = push_generator_frame(t, g);
    if (!f) return Value::error();
    if (g->state == GeneratorState::Suspended) {
        SuspendedAt at = suspended_at(g);
        Value sent = value.is_unbound() ? Value::none() : value;
        incref(sent);
        if (at.op == INS_YIELDFROM) {
            f->R[at.a + 1] = sent;   // executed again: one more step of the delegation
        } else {
            f->R[at.a] = sent;
            f->ip = at.next;
        }
    }
    return run_generator(t, g, f, returned);
}

static Value throw_here(Thread& t, GeneratorObject* g, Value exception, Ref* returned) {
    if (g->state == GeneratorState::Finished || g->state == GeneratorState::Created) {
        if (g->state == GeneratorState::Finished && g->kind == Kind::Coroutine)
            return raise(t, Exc::RuntimeError, "cannot reuse already awaited coroutine");
        bool created = g->state == GeneratorState::Created;
        Frame* f = created ? push_generator_frame(t, g) : nullptr;
        if (created && !f) return Value::error();
        restore_exception(t, own(exception));
        if (!created) return Value::error();
        f->flags |= kFrameNotStarted;   // the frame shows in the traceback, with the line of its def
        return run_generator(t, g, f, returned);
    }
    // CPython 3.6 forgets here what a generator suspended in a handler was handling (bpo-25612, mended in 3.7).
    Ref forgotten = t.interp.lang36 ? Ref::steal(std::exchange(g->handled, Value::none())) : Ref();
    Frame* f = push_generator_frame(t, g);
    if (!f) return Value::error();
    restore_exception(t, own(exception));   // as it is: throw() adds no context
    return run_generator(t, g, f, returned);
}

// throw() on a delegate that is no generator.
static Value throw_foreign(Thread& t, GeneratorObject* g, Value delegate, Value exception, Ref* result, bool* use_own) {
    Ref method = lookup_attribute(t, delegate, t.interp.names.throw_name);
    if (method.failed()) return Value::error();
    if (method.get().is_unbound()) {
        *use_own = true;
        return Value::unbound();
    }
    (void)g;
    Ref traceback = own(exception.as<ExceptionObject>()->traceback);
    Ref v = call(t, method, Value::object(exception.as_object()->type), exception, traceback);
    if (!v.failed()) return v.release();
    if (!pending_matches(t, Exc::StopIteration)) return Value::error();
    Ref stop = fetch_exception(t);
    *result = own(stop.as<ExceptionObject>()->fields[0]);
    if (result->get().is_unbound()) *result = own(Value::none());
    return Value::exhausted();
}

static Status close_delegate(Thread& t, Value delegate) {
    if (is_kind(delegate, Kind::Generator) || is_kind(delegate, Kind::Coroutine))
        return generator_close(t, delegate.as<GeneratorObject>());
    Ref method = lookup_attribute(t, delegate, t.interp.names.close);
    if (method.failed()) {
        write_unraisable(t, delegate);
        return ok();
    }
    if (method.get().is_unbound()) return ok();
    (void)TRY(call(t, method));
    return ok();
}

// The delegate ended while an exception was thrown into it: go on behind the YIELDFROM.
static Value resume_behind_delegation(Thread& t, GeneratorObject* g, Ref result, Ref* returned) {
    Frame* f = push_generator_frame(t, g);
    if (!f) return Value::error();
    SuspendedAt at = suspended_at(g);
    Value delegate = f->R[at.a];
    f->R[at.a] = result.release();
    f->ip = at.next;
    decref(delegate);
    return run_generator(t, g, f, returned);
}

Value generator_throw(Thread& t, GeneratorObject* g, Value exception, Ref* returned) {
    RecursionGuard guard(t, "");
    if (guard.failed()) return Value::error();
    if (g->state == GeneratorState::Running) return already_running(t, g);
    Ref keep = own(g), thrown = own(exception);
    Ref delegate = own(generator_yield_from_target(g));
    if (delegate.get().is_unbound()) return throw_here(t, g, thrown, returned);
    if (exception_matches(t, thrown, Exc::GeneratorExit)) {
        g->state = GeneratorState::Running;
        Status closed = close_delegate(t, delegate);
        g->state = GeneratorState::Suspended;
        if (closed.failed()) thrown = fetch_exception(t);
        return throw_here(t, g, thrown, returned);
    }
    Ref result;
    bool use_own = false;
    g->state = GeneratorState::Running;
    Value v;
    if (is_kind(delegate, Kind::Generator) || is_kind(delegate, Kind::Coroutine))
        v = generator_throw(t, delegate.as<GeneratorObject>(), thrown, &result);
    else
        v = throw_foreign(t, g, delegate, thrown, &result, &use_own);
    g->state = GeneratorState::Suspended;
    if (use_own) return throw_here(t, g, thrown, returned);
    if (v.is_exhausted()) return resume_behind_delegation(t, g, std::move(result), returned);
    if (!v.is_error()) return v;
    if (pending_matches(t, Exc::StopIteration)) {   // raised by a generator of the old kind
        Ref stop = fetch_exception(t);
        result = own(stop.as<ExceptionObject>()->fields[0]);
        if (result.get().is_unbound()) result = own(Value::none());
        return resume_behind_delegation(t, g, std::move(result), returned);
    }
    thrown = fetch_exception(t);
    return throw_here(t, g, thrown, returned);
}

Status generator_close(Thread& t, GeneratorObject* g) {
    if (g->state == GeneratorState::Running) return already_running(t, g);
    if (g->state == GeneratorState::Finished) return ok();
    if (g->state == GeneratorState::Created) {
        Ref keep = own(g);
        finish(t, g);
        return ok();
    }
    Ref exit = TRY(exception_new(t, t.interp.exceptions[static_cast<size_t>(Exc::GeneratorExit)], nullptr, 0));
    Ref active = own(handled_exception(t));
    if (as_exception(active)) exception_chain(exit.as<ExceptionObject>(), active);
    Ref returned;
    Ref v = Ref::steal(generator_throw(t, g, exit, &returned));
    if (v.failed()) {
        if (!pending_matches(t, Exc::GeneratorExit) && !pending_matches(t, Exc::StopIteration)) return Failed{};
        clear_exception(t);
        return ok();
    }
    if (v.get().is_exhausted()) return ok();
    return raise(t, Exc::RuntimeError, "%s ignored GeneratorExit", kind_word(g));
}

Value op_yield_from(Thread& t, Value delegate, Value value, Value* result) {
    if (is_kind(delegate, Kind::Generator) || is_kind(delegate, Kind::Coroutine)) {
        Ref returned;
        Value v = generator_resume(t, delegate.as<GeneratorObject>(), value, &returned);
        if (v.is_exhausted()) *result = returned.release();
        else if (v.is_error() && pending_matches(t, Exc::StopIteration)) {   // PEP 479 not in force inside it
            Ref stop = fetch_exception(t);
            *result = own(stop.as<ExceptionObject>()->fields[0]).release();
            if (result->is_unbound()) *result = Value::none();
            return Value::exhausted();
        }
        return v;
    }
    if (is_kind(delegate, Kind::AsyncGenWrappedValue)) {   // GETAITER's result: ready at once
        *result = own(delegate.as<AsyncGenWrappedValue>()->value).release();
        return Value::exhausted();
    }
    TypeObject* type = type_of(t, delegate);
    Ref v;
    if (value.is_none() || value.is_unbound()) {
        if (!type->slots.next) return raise(t, Exc::TypeError, "'%.200s' object is not an iterator", type_name(type));
        // A Python __next__ may return its value in StopIteration.
        bool raises = type->slots.next == &slot_next;
        Value next = raises ? slot_next_raising(t, delegate) : type->slots.next(t, delegate);
        if (next.is_exhausted()) {
            *result = Value::none();
            return next;
        }
        v = Ref::steal(next);
    } else {
        v = call_method(t, delegate, t.interp.names.send, {value});
    }
    if (!v.failed()) return v.release();
    if (!pending_matches(t, Exc::StopIteration)) return Value::error();
    Ref stop = fetch_exception(t);
    Value returned = stop.as<ExceptionObject>()->fields[0];
    *result = returned.is_unbound() ? Value::none() : own(returned).release();
    return Value::exhausted();
}

Value op_get_yield_from_iter(Thread& t, Frame* f, Value iterable) {
    if (is_kind(iterable, Kind::Coroutine)) {
        if (f->code->flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) return own(iterable).release();
        return raise(t, Exc::TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    if (is_kind(iterable, Kind::Generator)) return own(iterable).release();
    return get_iterator(t, iterable).release();
}

// What `await` was given, or what the methods of `async with` returned: the instruction in front tells.
static Failed raise_not_awaitable(Thread& t, const TypeObject* type) {
    const Frame* f = t.frame;
    int32_t at = f ? frame_lasti(f) : -1;
    const BytesObject* code = at >= 2 ? f->code->code : nullptr;
    auto opcode_at = [](const BytesObject* bytes, int32_t i) { return static_cast<Opcode>(bytes->data[i]); };
    if (code && static_cast<size_t>(at) < code->length && opcode_at(code, at) == Opcode::GET_AWAITABLE) {
        Opcode before = opcode_at(code, at - 2);
        if (before == Opcode::BEFORE_ASYNC_WITH || before == Opcode::WITH_CLEANUP_START)
            return raise(t, Exc::TypeError,
                         "'async with' received an object from %s that does not implement __await__: %.100s",
                         before == Opcode::BEFORE_ASYNC_WITH ? "__aenter__" : "__aexit__", type_name(type));
    }
    return raise(t, Exc::TypeError, "object %.100s can't be used in 'await' expression", type_name(type));
}

Value op_get_awaitable(Thread& t, Value awaitable) {
    if (is_kind(awaitable, Kind::Coroutine)) {
        if (!generator_yield_from_target(awaitable.as<GeneratorObject>()).is_unbound())
            return raise(t, Exc::RuntimeError, "coroutine is being awaited already");
        return own(awaitable).release();
    }
    if (is_kind(awaitable, Kind::Generator) && (awaitable.as<GeneratorObject>()->code->flags & CO_ITERABLE_COROUTINE))
        return own(awaitable).release();
    TypeObject* type = type_of(t, awaitable);
    if (!type->slots.await) return raise_not_awaitable(t, type);
    Ref iterator = Ref::steal(type->slots.await(t, awaitable));
    if (iterator.failed()) return Value::error();
    bool coroutine =
        is_kind(iterator, Kind::Coroutine) ||
        (is_kind(iterator, Kind::Generator) && (iterator.as<GeneratorObject>()->code->flags & CO_ITERABLE_COROUTINE));
    if (coroutine) return raise(t, Exc::TypeError, "__await__() returned a coroutine");
    if (!type_of(t, iterator)->slots.next)
        return raise(t, Exc::TypeError, "__await__() returned non-iterator of type '%.100s'",
                     type_name_of(t, iterator));
    return iterator.release();
}

void generator_traverse(Object* o, Visitor& visitor) {
    GeneratorObject* g = static_cast<GeneratorObject*>(o);
    visitor.visit_pointer(g->function);
    visitor.visit_pointer(g->code);
    if (g->registers)
        for (uint32_t i = 0; i < g->code->translated->register_count; ++i) visitor.visit(g->registers[i]);
    visitor.visit_pointer(g->frame_object);
    visitor.visit(g->handled);
    visitor.visit(g->name);
    visitor.visit(g->qualname);
    visitor.visit(g->result);
    visitor.visit(g->finalizer);
    visitor.visit(g->origin);
}

void generator_clear(Interpreter& interp, Object* o) {
    GeneratorObject* g = static_cast<GeneratorObject*>(o);
    if (g->state == GeneratorState::Running) return;
    g->state = GeneratorState::Finished;
    generator_release(interp, g);
    FrameObject* frame = std::exchange(g->frame_object, nullptr);
    if (frame) {
        frame->generator = nullptr;
        decref(static_cast<Object*>(frame));
    }
    decref(std::exchange(g->handled, Value::none()));
    decref(std::exchange(g->finalizer, Value::unbound()));
    decref(std::exchange(g->origin, Value::unbound()));
}

void generator_dealloc(Interpreter& interp, Object* o) {
    GeneratorObject* g = static_cast<GeneratorObject*>(o);
    gc_untrack(g);
    generator_clear(interp, o);
    decref(std::exchange(g->result, Value::unbound()));
    decref(g->name);
    decref(g->qualname);
    decref(static_cast<Object*>(g->function));
    decref(static_cast<Object*>(g->code));
    free_object(interp, o);
}

// PEP 342, 442: a suspended generator is closed when it is collected; a coroutine never awaited warns.
void generator_finalize(Thread& t, Value self) {
    GeneratorObject* g = self.as<GeneratorObject>();
    if (g->state == GeneratorState::Finished || g->state == GeneratorState::Running) return;
    if (g->kind == Kind::AsyncGenerator && g->finalizer.is_object() && !g->closed) {
        Ref finalizer = own(g->finalizer);
        Ref done = call(t, finalizer, self);
        if (done.failed()) write_unraisable(t, self);
        return;
    }
    if (g->kind == Kind::Coroutine && g->state == GeneratorState::Created) {
        Status warned = warn(t, Exc::RuntimeWarning, 1, "coroutine '%.50s' was never awaited",
                             str_to_utf8(g->qualname.as<StrObject>()).c_str());
        if (warned.failed()) write_unraisable(t, self);
    }
    if (generator_close(t, g).failed()) write_unraisable(t, self);
}

}  // namespace krait
