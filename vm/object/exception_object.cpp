// Layout functions of exceptions, and the context chain.
#include "vm/object/exception_object.h"

#include "vm/memory/heap.h"

namespace krait {

namespace {

void replace(Value& field, Value value) {
    incref(value);
    Value old = field;
    field = value;
    decref(old);
}

// Fields that a class sets from its arguments alone. A class inherits the rule of its built-in base.
void set_fields_from_args(ExceptionObject* e, Exc kind) {
    using namespace exception_field;
    TupleObject* args = e->args;
    auto first = [&] { return args->size > 0 ? args->items[0] : Value::none(); };
    switch (kind) {
        case Exc::StopIteration: return replace(e->fields[kStopValue], first());
        case Exc::SystemExit: {
            Value code = args->size > 1 ? Value::object(args) : first();
            return replace(e->fields[kExitCode], code);
        }
        case Exc::ImportError:
        case Exc::ModuleNotFoundError:
            if (args->size == 1) replace(e->fields[kImportMsg], args->items[0]);
            return;
        case Exc::SyntaxError:
        case Exc::IndentationError:
        case Exc::TabError:
            if (args->size >= 1) replace(e->fields[kSyntaxMsg], args->items[0]);
            return;
        default: return;
    }
}

Value context_of(Value v) {
    ExceptionObject* e = as_exception(v);
    return e ? e->context : Value::none();
}

}  // namespace

RefTo<ExceptionObject> exception_allocate(Thread& t, TypeObject* type, TupleObject* args) {
    auto* e = allocate_instance<ExceptionObject>(t, type);
    if (!e) return Failed{};
    e->args = args;
    incref(args);
    e->traceback = e->context = e->cause = Value::none();
    e->suppress_context = false;
    e->dict = nullptr;
    for (Value& field : e->fields) field = Value::unbound();
    gc_track(e);
    return RefTo<ExceptionObject>::steal(e);
}

RefTo<ExceptionObject> exception_make(Thread& t, Exc kind, TupleObject* args) {
    RefTo<ExceptionObject> e = exception_allocate(t, exception_type(t.interp, kind), args);
    if (e) set_fields_from_args(e.get(), kind);
    return e;
}

void exception_set_field(ExceptionObject* e, unsigned index, Value value) { replace(e->fields[index], value); }

void exception_set_args(ExceptionObject* e, TupleObject* args) {
    incref(args);
    TupleObject* old = e->args;
    e->args = args;
    if (old) decref(old);
}

void exception_set_cause(ExceptionObject* e, Value cause) {
    e->suppress_context = true;
    replace(e->cause, cause);
}

void exception_set_context(ExceptionObject* e, Value context) { replace(e->context, context); }

void exception_set_traceback(ExceptionObject* e, Value traceback) { replace(e->traceback, traceback); }

void exception_chain(ExceptionObject* e, Value context) {
    Value self = Value::object(e);
    if (context == self || !as_exception(context)) return;
    // Cut the link that would close a cycle through `e`; a cycle elsewhere (made by hand) ends the walk.
    Value slow = context;
    bool step = false;
    for (Value v = context; as_exception(v);) {
        Value next = context_of(v);
        if (next == self) {
            Ref keep = own(v);
            exception_set_context(keep.as<ExceptionObject>(), Value::none());
            break;
        }
        v = next;
        if (step) slow = context_of(slow);
        step = !step;
        if (v == slow) break;
    }
    exception_set_context(e, context);
}

void exception_traverse(Object* o, Visitor& v) {
    auto* e = static_cast<ExceptionObject*>(o);
    v.visit_pointer(e->args);
    v.visit(e->traceback);
    v.visit(e->context);
    v.visit(e->cause);
    for (Value field : e->fields) v.visit(field);
    v.visit_pointer(e->dict);
}

// args stays: every method may rely on it.
void exception_clear(Interpreter&, Object* o) {
    auto* e = static_cast<ExceptionObject*>(o);
    replace(e->traceback, Value::none());
    replace(e->context, Value::none());
    replace(e->cause, Value::none());
    for (Value& field : e->fields) replace(field, Value::unbound());
    DictObject* dict = e->dict;
    e->dict = nullptr;
    if (dict) decref(dict);
}

void exception_dealloc(Interpreter& interp, Object* o) {
    auto* e = static_cast<ExceptionObject*>(o);
    gc_untrack(o);
    decref(e->traceback);   // nobody refers to the exception any more: nothing need be reset
    decref(e->context);
    decref(e->cause);
    for (Value field : e->fields) decref(field);
    if (e->dict) decref(e->dict);
    if (e->args) decref(e->args);
    free_object(interp, o);
}

}  // namespace krait
