// raise, matching, and the with statement.
#include "vm/interp/interp_ops.h"

namespace krait {

Value handled_exception(Thread& t) {
    if (!t.handled.is_none() || t.outer_handled == 0) return t.handled;
    for (Frame* f = t.frame; f && f >= t.frames; --f)
        if ((f->flags & kFrameGenerator) && !f->locals.is_none()) return f->locals;
    return Value::none();
}

bool op_raise(Thread& t, Value exception, Value cause) {
    if (!exception.is_unbound()) {
        (void)raise_value(t, exception, cause);
        return false;
    }
    Value current = handled_exception(t);
    if (current.is_none()) {
        (void)raise(t, Exc::RuntimeError, "No active exception to reraise");
        return false;
    }
    // Neither context nor a fresh traceback: the exception goes on as it was.
    restore_exception(t, own(current));
    return false;
}

int op_exception_match(Thread& t, Value exception, Value classes) {
    Fallible<bool> answer = exception_match(t, exception, classes);
    return answer.failed() ? -1 : answer.value();
}

bool op_setup_with(Thread& t, Value* manager, bool async) {
    const Names& names = t.interp.names;
    StrObject* enter_name = async ? names.dunder_aenter : names.dunder_enter;
    StrObject* exit_name = async ? names.dunder_aexit : names.dunder_exit;
    // The missing one is named in an AttributeError; 3.6 looks for __enter__ first, but for __aexit__ before __aenter__.
    Ref enter, exit;
    auto find = [&](StrObject* name, Ref* out) {
        *out = lookup_special(t, *manager, name);
        if (!out->failed() && out->get().is_unbound()) *out = raise_object(t, Exc::AttributeError, Value::object(name));
        return !out->failed();
    };
    bool found = async ? find(exit_name, &exit) && find(enter_name, &enter) : find(enter_name, &enter) && find(exit_name, &exit);
    if (!found) return false;
    Value object = manager[0];
    manager[0] = exit.release();
    Ref entered = call(t, enter);
    decref(object);
    if (entered.failed()) return false;
    manager[1] = entered.release();
    return true;
}

Value op_with_exit(Thread& t, Value exit, const Value* composite) {
    if (composite[0] != Value::small_int(kTagRaise))
        return call(t, exit, Value::none(), Value::none(), Value::none()).release();
    Ref exception = own(composite[1]);
    Ref traceback = own(exception.as<ExceptionObject>()->traceback);
    return call(t, exit, Value::object(exception.get().as_object()->type), exception, traceback).release();
}

bool op_with_test(Thread& t, Value result, Value* composite) {
    if (composite[0] != Value::small_int(kTagRaise)) return true;
    Fallible<bool> swallow = is_true(t, result);
    if (swallow.failed()) return false;
    if (!swallow.value()) return true;
    Value exception = composite[1], saved = composite[2], old = t.handled;
    composite[0] = Value::small_int(kTagNone);
    composite[1] = composite[2] = Value::unbound();
    if (!saved.is_unbound()) t.handled = saved;
    else old = Value::unbound();
    decref(old);
    decref(exception);
    return true;
}

}  // namespace krait
