// raise, matching, and the with statement.
#include "vm/error/exception_group.h"
#include "vm/interp/interp_ops.h"

namespace krait {

Value handled_exception(Thread& t) {
    if (!t.handled.is_none() || t.outer_handled == 0) return t.handled;
    for (Frame* f = t.frame; f && f >= t.frames; --f)
        if ((f->flags & kFrameGenerator) && !f->locals.is_none()) return f->locals;
    return Value::none();
}

void op_raise(Thread& t, Value exception, Value cause) { (void)raise_value(t, exception, cause); }

bool op_raise_again(Thread& t) {
    Value current = handled_exception(t);
    if (current.is_none()) {
        (void)raise(t, Exc::RuntimeError, "No active exception to reraise");
        return false;
    }
    restore_exception(t, own(current));
    return true;
}

int op_exception_match(Thread& t, Value exception, Value classes) {
    Fallible<bool> answer = exception_match(t, exception, classes);
    return answer.failed() ? -1 : answer.value();
}

// The list that the instructions of an except* share, or null. Bytecode made by hand can have anything there, and the
// list is visible to gc.get_objects().
static ListObject* star_state(Thread& t, Value state) {
    ListObject* list = is_kind(state, Kind::List) ? state.as<ListObject>() : nullptr;
    bool valid = list && list->size >= 2 && as_exception(list->items[0]) &&
                 (list->items[1].is_none() || as_exception(list->items[1]));
    for (uint32_t i = 2; valid && i < list->size; ++i) valid = as_exception(list->items[i]);
    if (valid) return list;
    (void)raise(t, Exc::SystemError, "bad state of an except* clause");
    return nullptr;
}

Value op_except_star_match(Thread& t, Value state, Value classes) {
    ListObject* list = star_state(t, state);
    if (!list) return Value::error();
    Ref left = own(list->items[1]);
    Fallible<GroupParts> split = except_star_split(t, left, classes);
    if (!split) return Value::error();
    GroupParts& parts = split.value();
    if (!star_state(t, state)) return Value::error();   // user code ran
    Value old = list->items[1];
    list->items[1] = parts.rest.release();
    decref(old);
    if (!parts.match.get().is_none()) {
        Ref before = Ref::steal(t.handled);
        t.handled = parts.match.copy().release();
    }
    return parts.match.release();
}

StarOutcome op_except_star_end(Thread& t, Value state) {
    ListObject* list = star_state(t, state);
    if (!list) return StarOutcome::Error;
    Ref original = own(list->items[0]), rest = own(list->items[1]);
    RefTo<ListObject> all = list_new(t, list->size);   // nobody else can change this one
    for (uint32_t i = 2; all && i < list->size; ++i)
        if (!list_append(t, all.get(), list->items[i])) return StarOutcome::Error;
    if (!all) return StarOutcome::Error;
    Ref result = except_star_result(t, original, rest, all.get());
    if (result.failed()) return StarOutcome::Error;
    if (result.get().is_none()) return StarOutcome::Done;
    restore_exception(t, std::move(result));
    return StarOutcome::Raise;
}

bool op_setup_with(Thread& t, Value* manager, bool async) {
    const Names& names = t.interp.names;
    StrObject* enter_name = async ? names.dunder_aenter : names.dunder_enter;
    StrObject* exit_name = async ? names.dunder_aexit : names.dunder_exit;
    // The missing one is named in an AttributeError; 3.6 looks for __enter__ first, but for __aexit__ before
    // __aenter__.
    Ref enter, exit;
    auto find = [&](StrObject* name, Ref* out) {
        *out = lookup_special(t, *manager, name);
        if (!out->failed() && out->get().is_unbound()) *out = raise_object(t, Exc::AttributeError, Value::object(name));
        return !out->failed();
    };
    bool found =
        async ? find(exit_name, &exit) && find(enter_name, &enter) : find(enter_name, &enter) && find(exit_name, &exit);
    if (!found) return false;
    Value object = manager[0];
    manager[0] = exit.release();
    Ref entered = call(t, enter);
    decref(object);
    if (entered.failed()) return false;
    manager[1] = entered.release();
    return true;
}

// A method found on the object's class, when it is a Python function that takes exactly `argc` arguments.
static FunctionObject* python_special(TypeObject* type, StrObject* name, int32_t argc) {
    Value found = type_lookup_nocall(type, name);
    if (!is_kind(found, Kind::Function)) return nullptr;
    FunctionObject* f = found.as<FunctionObject>();
    return f->code->fast_argc == argc ? f : nullptr;
}

FunctionObject* op_setup_with_python(Thread& t, Frame* f, Value* manager) {
    Value object = manager[0];
    if (!object.is_object() || f->tc->is_generator || manager + 3 + kStackSlack > t.registers_end) return nullptr;
    TypeObject* type = object.as_object()->type;
    FunctionObject* enter = python_special(type, t.interp.names.dunder_enter, 1);
    Value exit = enter ? type_lookup_nocall(type, t.interp.names.dunder_exit) : Value::unbound();
    if (!is_kind(exit, Kind::Function)) return nullptr;
    Ref bound = bound_method_new(t, exit, object);
    if (bound.failed()) return nullptr;
    incref(enter);
    manager[0] = bound.release();
    manager[1] = Value::object(enter);
    manager[2] = object;
    return enter;
}

FunctionObject* op_with_exit_python(Thread& t, Frame* f, Value* result, Value* exit, const Value* composite) {
    if (!is_kind(*exit, Kind::BoundMethod) || f->tc->is_generator || result + 6 + kStackSlack > t.registers_end)
        return nullptr;
    BoundMethodObject* method = exit->as<BoundMethodObject>();
    if (!is_kind(method->function, Kind::Function)) return nullptr;
    FunctionObject* function = method->function.as<FunctionObject>();
    if (function->code->fast_argc != 4) return nullptr;
    result[0] = own(method->function).release();
    result[1] = own(method->self).release();
    result[2] = result[3] = result[4] = Value::none();
    if (composite[0] == Value::small_int(kTagRaise)) {
        Value exception = composite[1];
        result[2] = own(Value::object(exception.as_object()->type)).release();
        result[3] = own(exception).release();
        result[4] = own(exception.as<ExceptionObject>()->traceback).release();
    }
    Value old = *exit;
    *exit = Value::unbound();
    decref(old);
    return function;
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
