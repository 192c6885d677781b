#include "vm/interp/async_generator.h"

#include "vm/interp/interp_ops.h"

namespace krait {

Value op_async_gen_wrap(Thread& t, Value value) {
    auto* wrapped = allocate<AsyncGenWrappedValue>(t, t.interp.type(Kind::AsyncGenWrappedValue));
    if (!wrapped) return Value::error();
    incref(value);
    wrapped->value = value;
    return Value::object(wrapped);
}

Status async_gen_init_hooks(Thread& t, GeneratorObject* g) {
    if (g->hooks_inited) return ok();
    g->hooks_inited = true;
    Ref finalizer = TRY(sys_get(t, "_asyncgen_finalizer"));
    if (!finalizer.get().is_unbound() && !finalizer.get().is_none()) g->finalizer = finalizer.release();
    Ref first_iteration = TRY(sys_get(t, "_asyncgen_firstiter"));
    if (first_iteration.get().is_unbound() || first_iteration.get().is_none()) return ok();
    (void)TRY(call(t, first_iteration, Value::object(g)));
    return ok();
}

Ref async_gen_asend_new(Thread& t, GeneratorObject* g, Value value) {
    TRY(async_gen_init_hooks(t, g));
    auto* o = allocate<AsyncGenASend>(t, t.interp.type(Kind::AsyncGenASend));
    if (!o) return Failed{};
    incref(static_cast<Object*>(g));
    incref(value);
    o->generator = g;
    o->value = value;
    o->state = AwaitState::Init;
    gc_track(o);
    return Ref::steal(o);
}

Ref async_gen_athrow_new(Thread& t, GeneratorObject* g, Value exception) {
    TRY(async_gen_init_hooks(t, g));
    auto* o = allocate<AsyncGenAThrow>(t, t.interp.type(Kind::AsyncGenAThrow));
    if (!o) return Failed{};
    incref(static_cast<Object*>(g));
    incref(exception);
    o->generator = g;
    o->exception = exception;
    o->state = AwaitState::Init;
    gc_track(o);
    return Ref::steal(o);
}

Ref coroutine_wrapper_new(Thread& t, GeneratorObject* coroutine) {
    auto* o = allocate<CoroutineWrapper>(t, t.interp.type(Kind::CoroutineWrapper));
    if (!o) return Failed{};
    incref(static_cast<Object*>(coroutine));
    o->coroutine = coroutine;
    gc_track(o);
    return Ref::steal(o);
}

// What a step of the generator means to the awaiting side: a yielded value ends the await with StopIteration.
static Value unwrap(Thread& t, GeneratorObject* g, Value v) {
    if (v.is_exhausted()) {
        g->closed = true;
        return raise_none(t, Exc::StopAsyncIteration);
    }
    if (v.is_error()) {
        if (pending_matches(t, Exc::StopAsyncIteration) || pending_matches(t, Exc::GeneratorExit)) g->closed = true;
        return v;
    }
    if (!is_kind(v, Kind::AsyncGenWrappedValue)) return v;
    Ref wrapped = Ref::steal(v);
    return raise_stop_iteration(t, wrapped.as<AsyncGenWrappedValue>()->value);
}

Value async_gen_asend_send(Thread& t, AsyncGenASend* o, Value argument) {
    if (o->state == AwaitState::Closed) return raise_none(t, Exc::StopIteration);
    Ref sent = own(argument);
    if (o->state == AwaitState::Init) {
        if (argument.is_none() || argument.is_unbound()) sent = own(o->value);
        o->state = AwaitState::Iterating;
    }
    Ref returned;
    Value v = unwrap(t, o->generator, generator_resume(t, o->generator, sent, &returned));
    if (v.is_error()) o->state = AwaitState::Closed;
    return v;
}

Value async_gen_asend_throw(Thread& t, AsyncGenASend* o, Value exception) {
    if (o->state == AwaitState::Closed) return raise_none(t, Exc::StopIteration);
    Ref returned;
    Value v = unwrap(t, o->generator, generator_throw(t, o->generator, exception, &returned));
    if (v.is_error()) o->state = AwaitState::Closed;
    return v;
}

// aclose(): the generator must not yield again, and its end is a success.
static Value finish_close(Thread& t, AsyncGenAThrow* o, Value v) {
    if (is_kind(v, Kind::AsyncGenWrappedValue)) {
        decref(v);
        o->state = AwaitState::Closed;
        return raise(t, Exc::RuntimeError, "async generator ignored GeneratorExit");
    }
    if (v.is_exhausted()) {
        o->state = AwaitState::Closed;
        return raise_none(t, Exc::StopIteration);
    }
    if (!v.is_error()) return v;
    o->state = AwaitState::Closed;
    if (pending_matches(t, Exc::StopAsyncIteration) || pending_matches(t, Exc::GeneratorExit)) {
        clear_exception(t);
        return raise_none(t, Exc::StopIteration);
    }
    return v;
}

static Value athrow_step(Thread& t, AsyncGenAThrow* o, Value v) {
    if (o->exception.is_unbound()) return finish_close(t, o, v);
    v = unwrap(t, o->generator, v);
    if (v.is_error()) o->state = AwaitState::Closed;
    return v;
}

Value async_gen_athrow_send(Thread& t, AsyncGenAThrow* o, Value argument) {
    GeneratorObject* g = o->generator;
    if (o->state == AwaitState::Closed || g->state == GeneratorState::Finished)
        return raise_none(t, Exc::StopIteration);
    Ref returned;
    if (o->state == AwaitState::Iterating)
        return athrow_step(t, o, generator_resume(t, g, argument.is_unbound() ? Value::none() : argument, &returned));
    if (g->closed) return raise_none(t, Exc::StopAsyncIteration);
    if (!argument.is_none() && !argument.is_unbound())
        return raise(t, Exc::RuntimeError, "can't send non-None value to a just-started coroutine");
    o->state = AwaitState::Iterating;
    if (!o->exception.is_unbound()) return athrow_step(t, o, generator_throw(t, g, o->exception, &returned));
    g->closed = true;
    Ref exit = exception_new(t, t.interp.exceptions[static_cast<size_t>(Exc::GeneratorExit)], nullptr, 0);
    if (exit.failed()) return Value::error();
    return athrow_step(t, o, generator_throw(t, g, exit, &returned));
}

Value async_gen_athrow_throw(Thread& t, AsyncGenAThrow* o, Value exception) {
    if (o->state == AwaitState::Closed) return raise_none(t, Exc::StopIteration);
    Ref returned;
    return athrow_step(t, o, generator_throw(t, o->generator, exception, &returned));
}

Ref thrown_exception(Thread& t, Value type, Value value, Value traceback) {
    if (!traceback.is_unbound() && !traceback.is_none() && !is_kind(traceback, Kind::Traceback))
        return raise(t, Exc::TypeError, "throw() third argument must be a traceback object");
    bool no_value = value.is_unbound() || value.is_none();
    Ref exception;
    TypeObject* cls = as_type(type);
    if (cls && is_subtype(cls, t.interp.type(Kind::BaseException))) {
        if (!no_value && is_instance_nocall(value, cls)) exception = own(value);
        else if (no_value) exception = TRY(exception_new(t, cls, nullptr, 0));
        else if (is_kind(value, Kind::Tuple))
            exception = TRY(exception_new(t, cls, value.as<TupleObject>()->items, value.as<TupleObject>()->size));
        else exception = TRY(exception_new(t, cls, &value, 1));
    } else if (as_exception(type)) {
        if (!no_value) return raise(t, Exc::TypeError, "instance exception may not have a separate value");
        exception = own(type);
    } else {
        return raise(t, Exc::TypeError, "exceptions must be classes or instances deriving from BaseException, not %s",
                     type_name_of(t, type));
    }
    if (!traceback.is_unbound() && !traceback.is_none())
        decref(std::exchange(exception.as<ExceptionObject>()->traceback, own(traceback).release()));
    return exception;
}

Value op_get_aiter(Thread& t, Value iterable) {
    TypeObject* type = type_of(t, iterable);
    if (!type->slots.aiter)
        return raise(t, Exc::TypeError, "'async for' requires an object with __aiter__ method, got %.100s",
                     type_name(type));
    Ref iterator = Ref::steal(type->slots.aiter(t, iterable));
    if (iterator.failed()) return Value::error();
    if (type_of(t, iterator)->slots.anext) {
        // 3.6 accepts both forms; the instruction that follows awaits the result, so it comes wrapped.
        return op_async_gen_wrap(t, iterator);
    }
    Ref awaitable = Ref::steal(op_get_awaitable(t, iterator));
    if (awaitable.failed()) {
        Ref cause = fetch_exception(t);
        (void)raise(t, Exc::TypeError, "'async for' received an invalid object from __aiter__: %.100s",
                    type_name_of(t, iterator));
        decref(std::exchange(t.exception.as<ExceptionObject>()->cause, cause.release()));
        t.exception.as<ExceptionObject>()->suppress_context = true;
        return Value::error();
    }
    Status warned = warn(t, Exc::DeprecationWarning, 1,
                         "'%.100s' implements legacy __aiter__ protocol; __aiter__ should return an asynchronous "
                         "iterator, not awaitable",
                         type_name(type));
    return warned.failed() ? Value::error() : awaitable.release();
}

Value op_get_anext(Thread& t, Value iterator) {
    if (is_kind(iterator, Kind::AsyncGenerator))
        return async_gen_asend_new(t, iterator.as<GeneratorObject>(), Value::unbound()).release();
    TypeObject* type = type_of(t, iterator);
    if (!type->slots.anext)
        return raise(t, Exc::TypeError, "'async for' requires an iterator with __anext__ method, got %.100s",
                     type_name(type));
    Ref next = Ref::steal(type->slots.anext(t, iterator));
    if (next.failed()) return Value::error();
    Ref awaitable = Ref::steal(op_get_awaitable(t, next));
    if (!awaitable.failed()) return awaitable.release();
    Ref cause = fetch_exception(t);
    (void)raise(t, Exc::TypeError, "'async for' received an invalid object from __anext__: %.100s",
                type_name_of(t, next));
    decref(std::exchange(t.exception.as<ExceptionObject>()->cause, cause.release()));
    t.exception.as<ExceptionObject>()->suppress_context = true;
    return Value::error();
}

}  // namespace krait
