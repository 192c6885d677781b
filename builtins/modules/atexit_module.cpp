// atexit: functions called when the interpreter ends, the last registered first (Interpreter::finalise()).
#include "vm/native/module_def.h"
#include "vm/object/list_object.h"
#include "vm/object/module_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

// The module's state: a list of (function, args, kwargs or None).
ListObject* callbacks(ModuleObject* module) { return static_cast<ListObject*>(module->state); }

Status drop_all(Thread& t, ModuleObject* module) {
    RefTo<ListObject> empty = TRY(list_new(t));
    Ref old = Ref::steal(static_cast<Object*>(callbacks(module)));
    module->state = empty.release();
    return ok();
}

Ref atexit_register(Thread& t, ModuleObject* module, Value kwargs, Args args) {
    if (args.count == 0) return raise(t, Exc::TypeError, "register() takes at least 1 argument (0 given)");
    if (!is_callable(t, args[0])) return raise(t, Exc::TypeError, "the first argument must be callable");
    RefTo<TupleObject> rest = TRY(tuple_from(t, args.items + 1, args.count - 1));
    Value keywords = kwargs.is_unbound() ? Value::none() : kwargs;
    RefTo<TupleObject> entry = TRY(tuple_pack(t, {args[0], rest.value(), keywords}));
    TRY(list_append(t, callbacks(module), entry.value()));
    return own(args[0]);
}

Status atexit_unregister(Thread& t, ModuleObject* module, Value function) {
    RefTo<ListObject> old = RefTo<ListObject>::own(callbacks(module));
    RefTo<ListObject> kept = TRY(list_new(t));
    for (uint32_t i = 0; i < old->size; ++i) {
        Ref entry = own(old->items[i]);
        if (!TRY(compare_bool(t, entry.as<TupleObject>()->items[0], function, CompareOp::Eq)))
            TRY(list_append(t, kept.get(), entry));
    }
    Ref replaced = Ref::steal(static_cast<Object*>(callbacks(module)));
    module->state = kept.release();
    return ok();
}

Status atexit_clear(Thread& t, ModuleObject* module) { return drop_all(t, module); }
Fallible<int64_t> atexit_count(Thread&, ModuleObject* module) { return int64_t{callbacks(module)->size}; }

// Takes the pending exception and shows it; SystemExit is no failure to speak of.
Ref report_failure(Thread& t) {
    bool leaving = pending_matches(t, Exc::SystemExit);
    Ref error = fetch_exception(t);
    if (leaving || t.hard_stop) return error;
    write_to_stderr(t, "Error in atexit._run_exitfuncs:\n");
    display_exception(t, error);
    return error;
}

Status atexit_run(Thread& t, ModuleObject* module) {
    Ref keep = own(module), last;
    // A function may register others: they run too. All have run before the last exception is raised.
    while (callbacks(module)->size > 0) {
        ListObject* list = callbacks(module);
        Ref entry = Ref::steal(list->items[--list->size]);
        auto* parts = entry.as<TupleObject>();
        Ref result = call_with_dict(t, parts->items[0], parts->items[1].as<TupleObject>(), as_dict(parts->items[2]));
        if (result.failed()) last = report_failure(t);
    }
    if (last.get().is_unbound()) return ok();
    restore_exception(t, std::move(last));
    return Failed{};
}

Status atexit_exec(Thread& t, ModuleObject* module) {
    RefTo<ListObject> list = TRY(list_new(t));
    module_own_state(module, list.release());
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<atexit_clear>("_clear", "(module)", "Forget all functions."),
    function<atexit_count>("_ncallbacks", "(module)", "The number of registered functions."),
    function<atexit_run>("_run_exitfuncs", "(module)", "Run all functions."),
    function<atexit_register>(
        "register", "(module, *args, **kwargs)",
        "register(func, *args, **kwargs) -> func\n\nCall func(*args, **kwargs) when the program ends."),
    function<atexit_unregister>("unregister", "(module, func, /)",
                                "Forget a function, however often it was registered."),
};

}  // namespace

extern const ModuleDef kAtexitModule;
constinit const ModuleDef kAtexitModule = {"atexit", "Functions called at the end of the program.", kFunctions,
                                           atexit_exec};

}  // namespace krait
