// _thread: locks, thread-local data, and threads of the system where the host gives them (vm/runtime/gate.h).
#include <limits.h>

#include <cmath>

#include "builtins/modules/process_signals.h"
#include "support/clock.h"
#include "vm/native/module_def.h"
#include "vm/object/attribute.h"
#include "vm/object/exception_object.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/gate.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

constexpr double kTimeoutMax = 9223372036.0;

struct LockObject : Object {
    uint32_t count;    // of acquisitions: at most 1 for plain locks
    uint64_t owner;    // thread that holds it (RLock)
};

// State of the module, kept in it.
struct ThreadState {
    TypeObject* lock_type;     // borrowed: types of native modules live as long as the interpreter
    TypeObject* local_type;
    size_t stack_size = 0;     // of threads to come; 0: the system decides
    uint32_t running = 0;      // threads that were started and have not ended
};

void lock_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

Ref lock_new(Thread& t, TypeObject* type) {
    auto* lock = allocate_instance<LockObject>(t, type);
    if (!lock) return Failed{};
    lock->count = 0;
    lock->owner = 0;
    return Ref::steal(lock);
}

Fallible<double> check_timeout(Thread& t, bool blocking, Value timeout) {
    if (timeout.is_unbound()) return -1.0;
    double seconds = TRY(to_double(t, timeout));
    if (!blocking && seconds != -1) return raise(t, Exc::ValueError, "can't specify a timeout for a non-blocking call");
    if (seconds < 0 && seconds != -1) return raise(t, Exc::ValueError, "timeout value must be positive");
    if (seconds > kTimeoutMax) return raise(t, Exc::OverflowError, "timeout value is too large");
    return seconds;
}

int64_t now_ns() { return clock_ns(CLOCK_MONOTONIC); }

// Waits until the lock is free; false: the time is over. A thread without others only
// waits for ever when the handler of a signal may release the lock.
Fallible<bool> wait_for_lock(Thread& t, Value self, bool blocking, double seconds) {
    auto* lock = self.as<LockObject>();
    if (!lock->count) return true;
    if (!blocking) return false;
    Ref held = own(self);
    int64_t end = seconds < 0 ? -1 : now_ns() + static_cast<int64_t>(std::min(seconds, 9e9) * 1e9);
    while (lock->count) {
        TRY(slow_tick(t));
        if (!lock->count) break;
        Gate* gate = t.interp.gate.get();
        bool alone = !gate || gate->threads().size() < 2;
        if (alone && end < 0 && !handles_signals(t.interp))
            return raise(t, Exc::RuntimeError, "deadlock: the lock is held by this thread, the only one");
        int64_t left = end < 0 ? -1 : end - now_ns();
        if (end >= 0 && left <= 0) return false;
        constexpr int64_t kNap = 20'000'000;
        if (alone) t.interp.host->sleep_ns(left < 0 ? kNap : std::min(left, kNap));
        else gate->wait_for_release(t, left);
        // A signal that came meanwhile was sent before the lock is had.
        if (t.interrupt.load(std::memory_order_relaxed) != 0) TRY(slow_tick(t));
    }
    return true;
}
void announce_release(Thread& t) {
    if (t.interp.gate) t.interp.gate->released();
}

Fallible<bool> lock_acquire(Thread& t, Value self, Optional<bool> blocking, Value timeout) {
    bool wait = !blocking.has_value || blocking.value;
    double seconds = TRY(check_timeout(t, wait, timeout));
    bool free = TRY(wait_for_lock(t, self, wait, seconds));
    if (free) self.as<LockObject>()->count = 1;
    return free;
}
Status lock_release(Thread& t, Value self) {
    auto* lock = self.as<LockObject>();
    if (!lock->count) return raise(t, Exc::RuntimeError, "release unlocked lock");
    lock->count = 0;
    announce_release(t);
    return ok();
}
Status lock_exit(Thread& t, Value self, Args) { return lock_release(t, self); }
Fallible<bool> lock_enter(Thread& t, Value self) { return lock_acquire(t, self, {}, Value::unbound()); }
Fallible<bool> lock_locked(Thread&, Value self) { return self.as<LockObject>()->count != 0; }

Value lock_repr(Thread& t, Value self) {
    return str_format_c(t, "<%s _thread.lock object at 0x%llx>", self.as<LockObject>()->count ? "locked" : "unlocked",
                        static_cast<unsigned long long>(self.bits))
        .release();
}

constexpr MethodDef kLockMethods[] = {
    method<lock_enter>("__enter__", "(self, /)", "Acquire the lock."),
    method<lock_exit>("__exit__", "(self, *args)", "Release the lock."),
    method<lock_acquire>("acquire", "(self, blocking=True, timeout=-1)", "Acquire the lock; whether it was acquired."),
    method<lock_acquire>("acquire_lock", "(self, blocking=True, timeout=-1)", "The same as acquire()."),
    method<lock_locked>("locked", "(self, /)", "Whether the lock is held."),
    method<lock_locked>("locked_lock", "(self, /)", "The same as locked()."),
    method<lock_release>("release", "(self, /)", "Release the lock."),
    method<lock_release>("release_lock", "(self, /)", "The same as release()."),
};
constexpr TypeSpec kLockSpec = {
    .name = "_thread.lock",
    .doc = "A lock: allocate_lock() makes one.",
    .basic_size = sizeof(LockObject),
    .flags = kTypeHasWeakrefs | kTypeInheritsGetattr,
    .slots = {.dealloc = lock_dealloc, .repr = lock_repr},
    .methods = kLockMethods,
};

// ------------------------------------------------------------------------------------------------ RLock

Value rlock_new(Thread& t, TypeObject* type, const CallArgs&) { return lock_new(t, type).release(); }
bool owned_here(Thread& t, const LockObject* lock) { return lock->count && lock->owner == t.native_thread; }

Fallible<bool> rlock_acquire(Thread& t, Value self, Optional<bool> blocking, Value timeout) {
    bool wait = !blocking.has_value || blocking.value;
    double seconds = TRY(check_timeout(t, wait, timeout));
    auto* lock = self.as<LockObject>();
    if (owned_here(t, lock)) {
        if (lock->count == UINT32_MAX) return raise(t, Exc::OverflowError, "Internal lock count overflowed");
        ++lock->count;
        return true;
    }
    bool free = TRY(wait_for_lock(t, self, wait, seconds));
    if (!free) return false;
    lock->count = 1;
    lock->owner = t.native_thread;
    return true;
}
Status rlock_release(Thread& t, Value self) {
    auto* lock = self.as<LockObject>();
    if (!owned_here(t, lock)) return raise(t, Exc::RuntimeError, "cannot release un-acquired lock");
    if (--lock->count == 0) announce_release(t);
    return ok();
}
Status rlock_exit(Thread& t, Value self, Args) { return rlock_release(t, self); }
Fallible<bool> rlock_enter(Thread& t, Value self) { return rlock_acquire(t, self, {}, Value::unbound()); }
Fallible<bool> rlock_is_owned(Thread& t, Value self) { return owned_here(t, self.as<LockObject>()); }
Ref rlock_release_save(Thread& t, Value self) {
    auto* lock = self.as<LockObject>();
    if (!lock->count) return raise(t, Exc::RuntimeError, "cannot release un-acquired lock");
    Ref count = TRY(make_int(t, lock->count)), owner = TRY(make_int_u64(t, lock->owner));
    lock->count = 0;
    announce_release(t);
    return tuple_pack(t, {count, owner});
}
Status rlock_acquire_restore(Thread& t, Value self, TupleObject* state) {
    if (state->size != 2 || !state->items[0].is_int() || !is_int_like(state->items[1]))
        return raise(t, Exc::TypeError, "_acquire_restore() argument must be a pair of int");
    uint32_t count = static_cast<uint32_t>(state->items[0].as_int());
    uint64_t owner = int_to_bigint(state->items[1]).low64();
    TRY(wait_for_lock(t, self, true, -1));
    auto* lock = self.as<LockObject>();
    lock->count = count;
    lock->owner = owner;
    return ok();
}
Value rlock_repr(Thread& t, Value self) {
    uint32_t count = self.as<LockObject>()->count;
    return str_format_c(t, "<%s %s object owner=%llu count=%u at 0x%llx>", count ? "locked" : "unlocked",
                        self.as<LockObject>()->type->spec ? "_thread.RLock" : type_name_of(t, self),
                        count ? static_cast<unsigned long long>(self.as<LockObject>()->owner) : 0ull, count,
                        static_cast<unsigned long long>(self.bits))
        .release();
}

constexpr MethodDef kRLockMethods[] = {
    method<rlock_enter>("__enter__", "(self, /)", "Acquire the lock."),
    method<rlock_exit>("__exit__", "(self, *args)", "Release the lock."),
    method<rlock_acquire_restore>("_acquire_restore", "(self, state, /)", "For condition variables."),
    method<rlock_is_owned>("_is_owned", "(self, /)", "Whether this thread holds the lock."),
    method<rlock_release_save>("_release_save", "(self, /)", "For condition variables."),
    method<rlock_acquire>("acquire", "(self, blocking=True, timeout=-1)", "Acquire the lock once more."),
    method<rlock_release>("release", "(self, /)", "Undo one acquire()."),
};
constexpr TypeSpec kRLockSpec = {
    .name = "_thread.RLock",
    .doc = "A lock its owner may acquire again.",
    .basic_size = sizeof(LockObject),
    .flags = kTypeBase | kTypeHasWeakrefs | kTypeInheritsGetattr,
    .slots = {.dealloc = lock_dealloc, .repr = rlock_repr, .new_ = rlock_new},
    .methods = kRLockMethods,
};

// ------------------------------------------------------------------------------------------------ _local

// The object's own dict is that of the thread that used it last; `dicts` has those of all threads, by thread number.
struct LocalObject : Object {
    DictObject* dicts;       // owned
    TupleObject* args;       // owned, null: none; for __init__ in other threads
    DictObject* kwargs;      // owned, null: none
    uint64_t thread;         // whose dict is in place
};

Value local_new(Thread& t, TypeObject* type, const CallArgs& args) {
    size_t keywords = args.kwnames ? args.kwnames->size : 0;
    bool plain = type->slots.init == t.interp.type(Kind::ObjectType)->slots.init;
    if (plain && (args.nargs || keywords))
        return raise(t, Exc::TypeError, "Initialization arguments are not supported");
    RefTo<DictObject> dicts = TRY(dict_new(t)), own_dict = TRY(dict_new(t)), named;
    RefTo<TupleObject> positional;
    if (args.nargs) positional = TRY(tuple_from(t, args.args, args.nargs));
    if (keywords) {
        named = TRY(dict_new(t));
        for (size_t i = 0; i < keywords; ++i)
            TRY(dict_set(t, named.get(), args.kwnames->items[i], args.args[args.nargs + i]));
    }
    Ref key = TRY(make_int_u64(t, t.native_thread));
    TRY(dict_set(t, dicts.get(), key, own_dict.value()));
    auto* local = allocate_instance<LocalObject>(t, type);
    if (!local) return Value::error();
    local->dicts = dicts.release();
    local->args = positional.release();
    local->kwargs = named.release();
    local->thread = t.native_thread;
    *object_dict_slot(local) = own_dict.release();
    gc_track(local);
    return Value::object(local);
}

// Puts the running thread's dict in place; a thread that sees the object for the first time runs its __init__.
Status local_enter(Thread& t, LocalObject* local) {
    if (KRAIT_LIKELY(local->thread == t.native_thread) || !local->dicts) return ok();
    Ref held = own(local), key = TRY(make_int_u64(t, t.native_thread));
    Value known = TRY(dict_get(t, local->dicts, key));
    Ref dict = own(known);
    bool fresh = known.is_unbound();
    if (fresh) {
        dict = TRY(dict_new(t));
        TRY(dict_set(t, local->dicts, key, dict));
    }
    DictObject** place = object_dict_slot(local);
    Ref old = Ref::steal(*place ? Value::object(*place) : Value::unbound());
    *place = own(dict).release().as<DictObject>();
    local->thread = t.native_thread;
    old.reset();
    if (!fresh || local->type->slots.init == t.interp.type(Kind::ObjectType)->slots.init) return ok();
    StrObject* name = t.interp.names.dunder_init;
    Ref init = TRY(get_attribute(t, held, name));
    RefTo<TupleObject> none = TRY(tuple_new(t, 0));
    Ref result = call_with_dict(t, init, local->args ? local->args : none.get(), local->kwargs);
    if (!result.failed()) return ok();
    SavedException saved(t);
    if (local->dicts && !dict_delete(t, local->dicts, key)) clear_exception(t);
    local->thread = 0;
    return Failed{};
}

Value local_getattr(Thread& t, Value self, StrObject* name) {
    TRY(local_enter(t, self.as<LocalObject>()));
    return generic_get_attribute(t, self, name);
}
int local_setattr(Thread& t, Value self, StrObject* name, Value value) {
    if (!local_enter(t, self.as<LocalObject>())) return -1;
    if (name == t.interp.names.dunder_dict) {
        (void)raise(t, Exc::AttributeError, "'%.50s' object attribute '__dict__' is read-only", type_name_of(t, self));
        return -1;
    }
    return generic_set_attribute(t, self, name, value);
}

void drop_parts(LocalObject* local) {
    if (DictObject* dicts = std::exchange(local->dicts, nullptr)) decref(static_cast<Object*>(dicts));
    if (TupleObject* args = std::exchange(local->args, nullptr)) decref(static_cast<Object*>(args));
    if (DictObject* kwargs = std::exchange(local->kwargs, nullptr)) decref(static_cast<Object*>(kwargs));
}
void local_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    instance_clear_values(interp, o);
    drop_parts(static_cast<LocalObject*>(o));
    free_object(interp, o);
}
void local_traverse(Object* o, Visitor& visitor) {
    auto* local = static_cast<LocalObject*>(o);
    instance_visit_values(o, visitor);
    visitor.visit_pointer(local->dicts);
    visitor.visit_pointer(local->args);
    visitor.visit_pointer(local->kwargs);
}
void local_clear(Interpreter& interp, Object* o) {
    instance_clear_values(interp, o);
    drop_parts(static_cast<LocalObject*>(o));
}

// The dicts of a thread that ends.
void forget_locals(Thread& t, TypeObject* local_type) {
    RefTo<ListObject> found = list_new(t);
    if (!found) return clear_exception(t);
    t.heap.for_each_object([&](Object* o) {
        if (o->type && o->flags & kGcTracked && is_subtype(o->type, local_type) &&
            static_cast<LocalObject*>(o)->dicts && !list_append(t, found.get(), Value::object(o)))
            clear_exception(t);
    });
    for (uint32_t i = 0; i < found->size; ++i) {
        auto* local = found->items[i].as<LocalObject>();
        Ref key = make_int_u64(t, t.native_thread);
        if (key.failed() || !local->dicts || !dict_delete(t, local->dicts, key)) clear_exception(t);
        if (local->thread != t.native_thread) continue;
        DictObject** place = object_dict_slot(local);
        local->thread = 0;
        if (DictObject* old = std::exchange(*place, nullptr)) decref(static_cast<Object*>(old));
    }
}

constexpr GetSetDef kLocalGetSets[] = {{"__dict__", object_get_dict, nullptr, nullptr}};
constexpr TypeSpec kLocalSpec = {
    .name = "_thread._local",
    .doc = "Thread-local data.",
    .basic_size = sizeof(LocalObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = local_dealloc,
              .traverse = local_traverse,
              .clear = local_clear,
              .getattr = local_getattr,
              .setattr = local_setattr,
              .new_ = local_new},
    .getsets = kLocalGetSets,
};

// ------------------------------------------------------------------------------------------------ functions

ThreadState& state_of(ModuleObject* module) { return *static_cast<ThreadState*>(module->state); }

Ref thread_allocate_lock(Thread& t, ModuleObject* module) { return lock_new(t, state_of(module).lock_type); }

// A lock of its own for each thread, released when the thread ends: kept under the thread's number in the module.
Ref thread_set_sentinel(Thread& t, ModuleObject* module) {
    Ref lock = TRY(lock_new(t, state_of(module).lock_type));
    decref(std::exchange(t.sentinel, lock.copy().release()));
    return lock;
}
Ref thread_get_ident(Thread& t) { return make_int_u64(t, t.native_thread); }

// What a new thread runs; owned by it.
struct ThreadBody {
    Value module, function, args, kwargs;
};

void report_thread_failure(Thread& t, Value function) {
    if (!t.has_exception()) return;
    if (t.hard_stop || pending_matches(t, Exc::SystemExit)) return clear_exception(t);
    Ref error = fetch_exception(t);
    std::string text = "Unhandled exception in thread started by " + repr_utf8(t, function) + "\n";
    if (write_to_stderr(t, text)) display_exception(t, error);
}

void run_thread(Thread& t, void* data) {
    auto* body = static_cast<ThreadBody*>(data);
    ThreadState& state = state_of(body->module.as<ModuleObject>());
    {
        Ref module = Ref::steal(body->module), function = Ref::steal(body->function), args = Ref::steal(body->args);
        Ref kwargs = Ref::steal(body->kwargs);
        delete body;
        Ref result = call_with_dict(t, function, args.as<TupleObject>(),
                                    kwargs.get().is_unbound() ? nullptr : kwargs.as<DictObject>());
        if (result.failed()) report_thread_failure(t, function);
        result.reset();
        forget_locals(t, state.local_type);
        --state.running;
    }
    Ref sentinel = Ref::steal(std::exchange(t.sentinel, Value::unbound()));
    if (!sentinel.get().is_unbound()) sentinel.as<LockObject>()->count = 0;
    announce_release(t);
}

Ref thread_start(Thread& t, ModuleObject* module, Value function, Value args, Value kwargs) {
    if (!is_callable(t, function)) return raise(t, Exc::TypeError, "first arg must be callable");
    if (!as_tuple(args)) return raise(t, Exc::TypeError, "2nd arg must be a tuple");
    if (!kwargs.is_unbound() && !as_dict(kwargs))
        return raise(t, Exc::TypeError, "optional 3rd arg must be a dictionary");
    // A budget of steps belongs to one thread; interpreters without the system have no others.
    bool refused = !t.interp.host->system_access() || t.steps_left != INT64_MAX || t.interp.finalising;
    uint64_t ident = 0;
    if (!refused) {
        auto* body =
            new ThreadBody{own(module).release(), own(function).release(), own(args).release(), own(kwargs).release()};
        if (start_thread(t, run_thread, body, state_of(module).stack_size, &ident)) {
            ++state_of(module).running;
            return make_int_u64(t, ident);
        }
        for (Value v : {body->module, body->function, body->args, body->kwargs}) decref(v);
        delete body;
    }
    return raise(t, Exc::RuntimeError, "can't start new thread");
}
Ref thread_exit(Thread& t) { return raise_none(t, Exc::SystemExit); }
Status thread_interrupt_main(Thread& t) {
    t.interp.main_thread->interrupt.fetch_or(kInterruptSignal);
    return ok();
}
Fallible<int64_t> thread_stack_size(Thread& t, ModuleObject* module, Optional<int64_t> size) {
    ThreadState& state = state_of(module);
    int64_t old = static_cast<int64_t>(state.stack_size), wanted = size.value_or(0);
    if (!size.has_value) return old;
    if (wanted < 0) return raise(t, Exc::ValueError, "size must be 0 or a positive value");
    constexpr int64_t kLeast = 256 << 10;   // of one's own code a thread needs that much
    if (wanted != 0 && wanted < 32768)
        return raise(t, Exc::ValueError, "size not valid: %lld bytes", static_cast<long long>(wanted));
    state.stack_size = static_cast<size_t>(wanted == 0 ? 0 : std::max(wanted, kLeast));
    return old;
}
Fallible<int64_t> thread_count(Thread&, ModuleObject* module) { return int64_t{state_of(module).running}; }

Status thread_exec(Thread& t, ModuleObject* module) {
    TypeObject* lock = TRY(module_add_type(t, module, kLockSpec));
    TRY(module_set(t, module, "LockType", Value::object(lock)));
    StrObject* own_name = intern_utf8(t, "lock");
    if (!own_name) return Failed{};
    TRY(dict_delete_str(t, module->dict, own_name));
    TRY(module_add_type(t, module, kRLockSpec));
    TypeObject* local = TRY(module_add_type(t, module, kLocalSpec));
    TRY(module_set(t, module, "error", Value::object(t.interp.exceptions[static_cast<size_t>(Exc::RuntimeError)])));
    Ref most = TRY(make_float(t, kTimeoutMax));
    TRY(module_set(t, module, "TIMEOUT_MAX", most));
    void* memory = t.heap.allocate_buffer(sizeof(ThreadState));
    if (!memory) return raise_memory_error(t);
    module->state = new (memory) ThreadState{lock, local};
    module->free_state = [](Interpreter& interp, void* state) { interp.heap.free_buffer(state, sizeof(ThreadState)); };
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<thread_count>("_count", "(module)", "The number of threads that were started and still run."),
    function<thread_set_sentinel>("_set_sentinel", "(module)", "A lock released when the thread ends."),
    function<thread_allocate_lock>("allocate", "(module)", "The same as allocate_lock()."),
    function<thread_allocate_lock>("allocate_lock", "(module)", "A new lock."),
    function<thread_exit>("exit", "()", "Raise SystemExit."),
    function<thread_exit>("exit_thread", "()", "The same as exit()."),
    function<thread_get_ident>("get_ident", "()", "The number of this thread."),
    function<thread_interrupt_main>("interrupt_main", "()", "Raise KeyboardInterrupt in the main thread."),
    function<thread_stack_size>(
        "stack_size", "(module, size=0, /)",
        "The stack size of threads to come, and with an argument the one before; 0: the system decides."),
    function<thread_start>("start_new", "(module, function, args, kwargs=None, /)", "The same as start_new_thread()."),
    function<thread_start>("start_new_thread", "(module, function, args, kwargs=None, /)",
                           "Call the function in a new thread and return the thread's number.\n\n"
                           "RuntimeError when the host allows none."),
};

}  // namespace

extern const ModuleDef kThreadModule;
constinit const ModuleDef kThreadModule = {"_thread", "Threads, locks and thread-local data.", kFunctions, thread_exec};

}  // namespace krait
