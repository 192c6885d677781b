// The pending exception: setting it with its implicit context, taking it, matching it.
//
// A failure while an exception is made (no memory for the message, say) replaces it: raise_*() always leaves some
// exception pending. MemoryError is preallocated and is its own last resort.
#include "vm/error/raise.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

#include "support/utf8.h"
#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

// Cut or wrong UTF-8 in a message (a name shortened by "%.200s") becomes '?'.
void repair_utf8(std::string* text) {
    while (Utf8Error error = utf8_validate(*text, Surrogates::Pass))
        text->replace(error.position, error.length ? error.length : 1, "?");
}

std::string format_message(const Thread& t, const char* format, va_list arguments) {
    char small[512];
    va_list again;
    va_copy(again, arguments);
    int n = std::vsnprintf(small, sizeof small, format, arguments);
    std::string text;
    if (n >= 0 && static_cast<size_t>(n) < sizeof small) {
        text.assign(small, static_cast<size_t>(n));
    } else if (n >= 0) {
        const size_t size = static_cast<size_t>(n), most = tells_all(t) ? size : std::min(size, kMostTold);
        text.resize(most + 1);
        std::vsnprintf(text.data(), text.size(), format, again);
        text.pop_back();
    }
    va_end(again);
    repair_utf8(&text);
    return text;
}

// `e` becomes pending; the exception being handled becomes its context.
Failed set_pending(Thread& t, Ref exception) {
    exception_chain(exception.as<ExceptionObject>(), handled_exception(t));
    restore_exception(t, std::move(exception));
    return {};
}

Failed raise_args(Thread& t, Exc kind, TupleObject* args) {
    RefTo<ExceptionObject> e = exception_make(t, kind, args);
    if (!e) return {};   // MemoryError is pending
    return set_pending(t, std::move(e));
}

}  // namespace

Failed raise(Thread& t, Exc kind, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    std::string text = format_message(t, format, arguments);
    va_end(arguments);
    Ref message = str_from_utf8(t, text);
    if (message.failed()) return {};
    return raise_object(t, kind, message);
}

Failed raise_str(Thread& t, Exc kind, Value message) { return raise_object(t, kind, message); }

Failed raise_object(Thread& t, Exc kind, Value argument) {
    RefTo<TupleObject> args = tuple_pack(t, {argument});
    if (!args) return {};
    return raise_args(t, kind, args.get());
}

Failed raise_none(Thread& t, Exc kind) { return raise_args(t, kind, t.interp.empty_tuple); }

Failed raise_instance(Thread& t, Value exception) { return set_pending(t, own(exception)); }

// Very large blocks are also refused when the thread has to stop (Heap): then that is what is raised.
static bool raise_stop(Thread& t) {
    if (t.hard_stop || t.has_exception()) return false;
    if (t.interrupt.load(std::memory_order_relaxed) & kInterruptSignal) {
        t.interrupt.fetch_and(~static_cast<uint32_t>(kInterruptSignal));
        (void)raise_none(t, Exc::KeyboardInterrupt);
        return true;
    }
    if (!deadline_passed(t)) return false;
    (void)raise_time_limit(t);
    return true;
}

Failed raise_memory_error(Thread& t) {
    ExceptionObject* e = t.interp.memory_error;
    if (!e) {   // start(): nobody looks at it, but something must be pending
        restore_exception(t, own(Value::none()));
        return {};
    }
    if (t.exception == Value::object(e)) return {};
    if (raise_stop(t)) return {};
    forget_memory_error(t);
    return set_pending(t, own(e));
}

void forget_memory_error(Thread& t) {
    ExceptionObject* e = t.interp.memory_error;
    if (!e || e->refcount != 1 || !(e->traceback.is_object() || e->context.is_object() || e->dict)) return;
    Ref held = own(e);   // a finaliser may raise the next one
    if (t.interp.empty_tuple) exception_set_args(e, t.interp.empty_tuple);
    exception_clear(t.interp, e);
    e->suppress_context = false;
}

Failed raise_key_error(Thread& t, Value key) { return raise_object(t, Exc::KeyError, key); }

Failed raise_stop_iteration(Thread& t, Value value) {
    if (value.is_unbound() || value.is_none()) return raise_none(t, Exc::StopIteration);
    return raise_object(t, Exc::StopIteration, value);
}

// ------------------------------------------------------------------------------------------------ raise x from y

namespace {

bool is_exception_class(Value v) {
    TypeObject* cls = as_type(v);
    return cls && has_flag(cls, kTypeExceptionSubclass);
}

Ref instantiate(Thread& t, Value cls) {
    Ref instance = TRY(call(t, cls));
    if (as_exception(instance)) return instance;
    RefTo<StrObject> class_text = TRY(repr(t, cls));
    RefTo<StrObject> type_text = TRY(repr(t, Value::object(type_of(t, instance))));
    return raise(t, Exc::TypeError, "calling %s should have returned an instance of BaseException, not %s",
                 str_to_utf8(class_text.get()).c_str(), str_to_utf8(type_text.get()).c_str());
}

Ref exception_from(Thread& t, Value class_or_instance, const char* complaint) {
    if (is_exception_class(class_or_instance)) return instantiate(t, class_or_instance);
    if (as_exception(class_or_instance)) return own(class_or_instance);
    return raise(t, Exc::TypeError, "%s", complaint);
}

}  // namespace

Failed raise_value(Thread& t, Value class_or_instance, Value cause) {
    Ref exception = exception_from(t, class_or_instance, "exceptions must derive from BaseException");
    if (exception.failed()) return {};
    if (!cause.is_unbound()) {
        Ref reason = cause.is_none() ? own(cause)
                                     : exception_from(t, cause, "exception causes must derive from BaseException");
        if (reason.failed()) return {};
        exception_set_cause(exception.as<ExceptionObject>(), reason);
    }
    return set_pending(t, std::move(exception));
}

Ref exception_new(Thread& t, TypeObject* cls, const Value* args, size_t nargs) {
    Ref instance = TRY(call(t, Value::object(cls), CallArgs{args, nargs, nullptr}));
    if (as_exception(instance)) return instance;
    return raise(t, Exc::TypeError, "calling %s should have returned an instance of BaseException, not %s",
                 type_name(cls), type_name_of(t, instance));
}

// ------------------------------------------------------------------------------------------------ matching

bool exception_matches(Thread& t, Value exception, Exc kind) {
    return exception.is_object() && as_exception(exception) &&
           is_subtype(exception.as_object()->type, exception_type(t.interp, kind));
}

bool pending_matches(Thread& t, Exc kind) { return exception_matches(t, t.exception, kind); }

Fallible<bool> exception_match(Thread& t, Value exception, Value class_or_tuple) {
    constexpr const char* kComplaint = "catching classes that do not inherit from BaseException is not allowed";
    const TypeObject* type = as_type(exception) ? as_type(exception) : type_of(t, exception);
    if (is_exception_class(class_or_tuple)) return is_subtype(type, class_or_tuple.as<TypeObject>());
    TupleObject* classes = as_tuple(class_or_tuple);
    if (!classes) return raise(t, Exc::TypeError, "%s", kComplaint);
    for (uint32_t i = 0; i < classes->size; ++i)
        if (!is_exception_class(classes->items[i])) return raise(t, Exc::TypeError, "%s", kComplaint);
    for (uint32_t i = 0; i < classes->size; ++i)
        if (is_subtype(type, classes->items[i].as<TypeObject>())) return true;
    return false;
}

Ref fetch_exception(Thread& t) {
    Ref taken = Ref::steal(t.exception);
    t.exception = Value::unbound();
    return taken;
}

void restore_exception(Thread& t, Ref exception) {
    Ref old = Ref::steal(t.exception);
    t.exception = exception.release();
}

void clear_exception(Thread& t) { restore_exception(t, Ref()); }

}  // namespace krait
