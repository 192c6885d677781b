// _thread with one thread: locks that count, thread-local data, and a polite refusal to start others.
#include <cmath>

#include "vm/native/module_def.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

constexpr double kTimeoutMax = 9223372036.0;

struct LockObject : Object {
    uint32_t count;    // of acquisitions: at most 1 for plain locks
};

void lock_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

Ref lock_new(Thread& t, TypeObject* type) {
    auto* lock = allocate_instance<LockObject>(t, type);
    if (!lock) return Failed{};
    lock->count = 0;
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

// Nobody else could ever release a lock that is taken: waiting for good would be for ever.
Fallible<bool> wait_in_vain(Thread& t, bool blocking, double seconds) {
    if (!blocking) return false;
    if (seconds < 0) return raise(t, Exc::RuntimeError, "deadlock: the lock is held by this thread, the only one");
    t.interp.host->sleep_ns(static_cast<int64_t>(std::min(seconds, 9e9) * 1e9));
    return false;
}

Fallible<bool> lock_acquire(Thread& t, Value self, Optional<bool> blocking, Value timeout) {
    bool wait = !blocking.has_value || blocking.value;
    double seconds = TRY(check_timeout(t, wait, timeout));
    auto* lock = self.as<LockObject>();
    if (lock->count) return wait_in_vain(t, wait, seconds);
    lock->count = 1;
    return true;
}
Status lock_release(Thread& t, Value self) {
    auto* lock = self.as<LockObject>();
    if (!lock->count) return raise(t, Exc::RuntimeError, "release unlocked lock");
    lock->count = 0;
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
    .flags = kTypeHasWeakrefs,
    .slots = {.dealloc = lock_dealloc, .repr = lock_repr},
    .methods = kLockMethods,
};

// ------------------------------------------------------------------------------------------------ RLock

Value rlock_new(Thread& t, TypeObject* type, const CallArgs&) { return lock_new(t, type).release(); }
Fallible<bool> rlock_acquire(Thread& t, Value self, Optional<bool> blocking, Value timeout) {
    TRY(check_timeout(t, !blocking.has_value || blocking.value, timeout));
    auto* lock = self.as<LockObject>();
    if (lock->count == UINT32_MAX) return raise(t, Exc::OverflowError, "Internal lock count overflowed");
    ++lock->count;
    return true;
}
Status rlock_release(Thread& t, Value self) {
    auto* lock = self.as<LockObject>();
    if (!lock->count) return raise(t, Exc::RuntimeError, "cannot release un-acquired lock");
    --lock->count;
    return ok();
}
Status rlock_exit(Thread& t, Value self, Args) { return rlock_release(t, self); }
Fallible<bool> rlock_enter(Thread& t, Value self) { return rlock_acquire(t, self, {}, Value::unbound()); }
Fallible<bool> rlock_is_owned(Thread&, Value self) { return self.as<LockObject>()->count != 0; }
Ref rlock_release_save(Thread& t, Value self) {
    auto* lock = self.as<LockObject>();
    if (!lock->count) return raise(t, Exc::RuntimeError, "cannot release un-acquired lock");
    Ref count = TRY(make_int(t, lock->count)), owner = TRY(make_int_u64(t, t.native_thread));
    lock->count = 0;
    return tuple_pack(t, {count, owner});
}
Status rlock_acquire_restore(Thread& t, Value self, TupleObject* state) {
    if (state->size != 2 || !state->items[0].is_int())
        return raise(t, Exc::TypeError, "_acquire_restore() argument must be a pair of int");
    self.as<LockObject>()->count = static_cast<uint32_t>(state->items[0].as_int());
    return ok();
}
Value rlock_repr(Thread& t, Value self) {
    uint32_t count = self.as<LockObject>()->count;
    return str_format_c(t, "<%s _thread.RLock object owner=%llu count=%u at 0x%llx>", count ? "locked" : "unlocked",
                        count ? static_cast<unsigned long long>(t.native_thread) : 0ull, count,
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
    .flags = kTypeBase | kTypeHasWeakrefs,
    .slots = {.dealloc = lock_dealloc, .repr = rlock_repr, .new_ = rlock_new},
    .methods = kRLockMethods,
};

// ------------------------------------------------------------------------------------------------ _local

struct LocalObject : Object {};

Value local_new(Thread& t, TypeObject* type, const CallArgs& args) {
    bool plain = type->spec != nullptr;
    if (plain && (args.nargs || (args.kwnames && args.kwnames->size)))
        return raise(t, Exc::TypeError, "Initialization arguments are not supported");
    auto* local = allocate_instance<LocalObject>(t, type);
    if (!local) return Value::error();
    gc_track(local);
    return Value::object(local);
}
void local_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    instance_clear_values(interp, o);
    free_object(interp, o);
}
void local_traverse(Object* o, Visitor& visitor) { instance_visit_values(o, visitor); }
void local_clear(Interpreter& interp, Object* o) { instance_clear_values(interp, o); }

constexpr GetSetDef kLocalGetSets[] = {{"__dict__", object_get_dict, object_set_dict, nullptr}};
constexpr TypeSpec kLocalSpec = {
    .name = "_thread._local",
    .doc = "Thread-local data.",
    .basic_size = sizeof(LocalObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = local_dealloc, .traverse = local_traverse, .clear = local_clear, .new_ = local_new},
    .getsets = kLocalGetSets,
};

// ------------------------------------------------------------------------------------------------ functions

Ref thread_allocate_lock(Thread& t, ModuleObject* module) {
    StrObject* key = intern_utf8(t, "LockType");
    if (!key) return Failed{};
    Ref type = TRY(get_attribute(t, Value::object(module), key));
    TypeObject* lock_type = as_type(type);
    if (!lock_type || lock_type->spec != &kLockSpec) return raise(t, Exc::TypeError, "LockType is not the type of locks");
    return lock_new(t, lock_type);
}
Ref thread_get_ident(Thread& t) { return make_int_u64(t, t.native_thread); }
Ref thread_start(Thread& t, Value function, Value args, Value kwargs) {
    if (!is_callable(t, function)) return raise(t, Exc::TypeError, "first arg must be callable");
    if (!as_tuple(args)) return raise(t, Exc::TypeError, "2nd arg must be a tuple");
    if (!kwargs.is_unbound() && !as_dict(kwargs)) return raise(t, Exc::TypeError, "optional 3rd arg must be a dictionary");
    return raise(t, Exc::RuntimeError, "can't start new thread");
}
Ref thread_exit(Thread& t) { return raise_none(t, Exc::SystemExit); }
Status thread_interrupt_main(Thread& t) {
    t.interrupt.fetch_or(kInterruptSignal);
    return ok();
}
Fallible<int64_t> thread_stack_size(Thread&, Optional<int64_t>) { return int64_t{0}; }
Fallible<int64_t> thread_count(Thread&) { return int64_t{0}; }

Status thread_exec(Thread& t, ModuleObject* module) {
    TypeObject* lock = TRY(module_add_type(t, module, kLockSpec));
    TRY(module_set(t, module, "LockType", Value::object(lock)));
    StrObject* own_name = intern_utf8(t, "lock");
    if (!own_name) return Failed{};
    TRY(dict_delete_str(t, module->dict, own_name));
    TRY(module_add_type(t, module, kRLockSpec));
    TRY(module_add_type(t, module, kLocalSpec));
    TRY(module_set(t, module, "error", Value::object(t.interp.exceptions[static_cast<size_t>(Exc::RuntimeError)])));
    Ref most = TRY(make_float(t, kTimeoutMax));
    return module_set(t, module, "TIMEOUT_MAX", most);
}

constexpr MethodDef kFunctions[] = {
    function<thread_count>("_count", "()", "The number of threads that were started: none."),
    function<thread_allocate_lock>("_set_sentinel", "(module)", "A lock released when the thread ends."),
    function<thread_allocate_lock>("allocate", "(module)", "The same as allocate_lock()."),
    function<thread_allocate_lock>("allocate_lock", "(module)", "A new lock."),
    function<thread_exit>("exit", "()", "Raise SystemExit."),
    function<thread_exit>("exit_thread", "()", "The same as exit()."),
    function<thread_get_ident>("get_ident", "()", "The number of this thread."),
    function<thread_interrupt_main>("interrupt_main", "()", "Raise KeyboardInterrupt in the main thread."),
    function<thread_stack_size>("stack_size", "(size=0, /)", "0: the system decides."),
    function<thread_start>("start_new", "(function, args, kwargs=None, /)", "The same as start_new_thread()."),
    function<thread_start>("start_new_thread", "(function, args, kwargs=None, /)",
                           "RuntimeError: an interpreter has one thread."),
};

}  // namespace

extern const ModuleDef kThreadModule;
constinit const ModuleDef kThreadModule = {"_thread", "Locks, and the one thread there is.", kFunctions, thread_exec};

}  // namespace krait
