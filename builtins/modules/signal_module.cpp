// _signal: names of signals and the handlers a program asks for. In the interpreter that receives the process's signals
// (process_signals.h) handlers are called between two instructions of the main thread: the C handler leaves a mark,
// the thread finds kInterruptHandlers at its next safe point and calls _deliver(). Elsewhere handlers are only kept.
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "builtins/modules/module_exception.h"
#include "builtins/modules/process_signals.h"
#include "builtins/modules/system_call.h"
#include "builtins/types/struct_sequence.h"
#include "support/clock.h"
#include "vm/interp/frame.h"
#include "vm/native/module_def.h"
#include "vm/object/module_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/signals.h"

namespace krait {

namespace {

constexpr int64_t kSignalCount = 65;
constexpr int kDefault = 0, kIgnore = 1;

struct SignalName {
    const char* name;
    int number;
};
constexpr SignalName kNames[] = {
    {"SIGHUP", SIGHUP},   {"SIGINT", SIGINT},       {"SIGQUIT", SIGQUIT},  {"SIGILL", SIGILL},     {"SIGTRAP", SIGTRAP},
    {"SIGABRT", SIGABRT}, {"SIGIOT", SIGABRT},      {"SIGBUS", SIGBUS},    {"SIGFPE", SIGFPE},     {"SIGKILL", SIGKILL},
    {"SIGUSR1", SIGUSR1}, {"SIGSEGV", SIGSEGV},     {"SIGUSR2", SIGUSR2},  {"SIGPIPE", SIGPIPE},   {"SIGALRM", SIGALRM},
    {"SIGTERM", SIGTERM}, {"SIGCHLD", SIGCHLD},     {"SIGCLD", SIGCHLD},   {"SIGCONT", SIGCONT},   {"SIGSTOP", SIGSTOP},
    {"SIGTSTP", SIGTSTP}, {"SIGTTIN", SIGTTIN},     {"SIGTTOU", SIGTTOU},  {"SIGURG", SIGURG},     {"SIGXCPU", SIGXCPU},
    {"SIGXFSZ", SIGXFSZ}, {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF},  {"SIGWINCH", SIGWINCH}, {"SIGIO", SIGIO},
    {"SIGPOLL", SIGIO},   {"SIGPWR", 30},           {"SIGSYS", SIGSYS},    {"SIGRTMIN", 34},       {"SIGRTMAX", 64},
    {"NSIG", 65},         {"SIG_DFL", kDefault},    {"SIG_IGN", kIgnore},  {"SIG_BLOCK", 0},       {"SIG_UNBLOCK", 1},
    {"SIG_SETMASK", 2},   {"ITIMER_REAL", 0},       {"ITIMER_VIRTUAL", 1}, {"ITIMER_PROF", 2},
};

// Where the handler of a signal stands in the list that is the module's state; null when the collector has taken the
// module apart.
Value* handler_place(ModuleObject* module, int64_t number) {
    auto* list = static_cast<ListObject*>(module->state);
    return static_cast<uint64_t>(number) < list->size ? &list->items[number] : nullptr;
}

Status check_number(Thread& t, int64_t number) {
    if (number >= 1 && number < kSignalCount) return ok();
    return raise(t, Exc::ValueError, "signal number out of range");
}

// The function of the module under a name of its own.
bool is_int_handler(Thread& t, ModuleObject* module, Value handler) {
    StrObject* key = intern_utf8(t, "default_int_handler");
    Value known = key ? dict_get_str(t, module->dict, key) : Value::error();
    if (known.is_error()) clear_exception(t);
    return known == handler;
}

Status in_main_thread(Thread& t, const char* what) {
    if (&t == t.interp.main_thread.get()) return ok();
    return raise(t, Exc::ValueError, "%s only works in main thread", what);
}

bool same_number(Thread& t, Value handler, int number) {
    if (!is_int_like(handler)) return false;
    Fallible<int64_t> n = int_to_i64(t, handler, "");
    if (!n) clear_exception(t);
    return n && n.value() == number;
}

Ref signal_signal(Thread& t, ModuleObject* module, int number, Value handler) {
    TRY(in_main_thread(t, "signal"));
    TRY(check_number(t, number));
    bool fallback = same_number(t, handler, kDefault), ignore = same_number(t, handler, kIgnore);
    if (!fallback && !ignore && !is_callable(t, handler))
        return raise(t, Exc::TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    if (number == SIGKILL || number == SIGSTOP) return raise_os_error(t, EINVAL, Value::unbound());
    if (receives_signals(t.interp)) {
        SignalAction action = fallback                                                 ? SignalAction::Default
                              : ignore                                                 ? SignalAction::Ignore
                              : number == SIGINT && is_int_handler(t, module, handler) ? SignalAction::Interrupt
                                                                                       : SignalAction::Handler;
        int error = set_signal_action(number, action);
        if (error) return raise_os_error(t, error, Value::unbound());
    }
    Ref kept = fallback || ignore ? Ref::steal(Value::small_int(fallback ? kDefault : kIgnore)) : own(handler);
    Value* place = handler_place(module, number);
    if (!place) return raise(t, Exc::ValueError, "signal: the module is being taken apart");
    Ref old = Ref::steal(*place);
    *place = kept.release();
    return old;
}

Ref signal_getsignal(Thread& t, ModuleObject* module, int number) {
    TRY(check_number(t, number));
    Value* place = handler_place(module, number);
    return own(place ? *place : Value::none());
}

// Calls the handlers of the signals that came, lowest number first.
Status signal_deliver(Thread& t, ModuleObject* module) {
    if (&t != t.interp.main_thread.get()) {
        t.interp.main_thread->interrupt.fetch_or(kInterruptHandlers);
        return ok();
    }
    for (int number = 1; number < kSignalCount; ++number) {
        if (!take_signal(number)) continue;
        Value* place = handler_place(module, number);
        if (!place) return ok();
        Ref handler = own(*place);
        if (!is_callable(t, handler)) continue;
        Frame* running = caller_frame(t, 0);
        Ref frame = running ? frame_object(t, running) : Ref::steal(Value::none());
        if (frame.failed()) return Failed{};
        TRY(call(t, handler, Value::small_int(number), frame));
    }
    return ok();
}

Ref signal_default_int_handler(Thread& t, Args) { return raise_none(t, Exc::KeyboardInterrupt); }

Fallible<int64_t> signal_set_wakeup_fd(Thread& t, int fd) {
    TRY(in_main_thread(t, "set_wakeup_fd"));
    if (!receives_signals(t.interp)) return int64_t{-1};
    if (fd != -1) {
        int flags = fcntl(fd, F_GETFL);
        if (flags < 0) return raise_errno(t);
        if (!(flags & O_NONBLOCK))
            return raise(t, Exc::ValueError, "the fd %d must be in non-blocking mode", fd);
    }
    return int64_t{set_signal_descriptor(fd)};
}

Status signal_siginterrupt(Thread& t, int number, Value flag) {
    int64_t interrupts = TRY(c_int_argument(t, flag));
    TRY(check_number(t, number));
    if (!receives_signals(t.interp)) return ok();
    struct sigaction action;
    if (sigaction(number, nullptr, &action) < 0) return raise_errno(t);
    action.sa_flags = interrupts ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
    if (sigaction(number, &action, nullptr) < 0) return raise_errno(t);
    return ok();
}

// ------------------------------------------------------------------------------------------------ timers

Status may_use_timers(Thread& t) {
    return receives_signals(t.interp) ? ok() : Status(raise_os_error(t, EPERM, Value::unbound()));
}

Fallible<int64_t> signal_alarm(Thread& t, int seconds) {
    TRY(may_use_timers(t));
    return int64_t{alarm(static_cast<unsigned>(std::max(0, seconds)))};
}

Status signal_pause(Thread& t) {
    TRY(may_use_timers(t));
    {
        OutsideGate outside(t);
        pause();
    }
    return slow_tick(t);
}

timeval timeval_of(double seconds) {
    timeval out;
    out.tv_sec = static_cast<time_t>(seconds);
    out.tv_usec = static_cast<suseconds_t>((seconds - static_cast<double>(out.tv_sec)) * 1e6);
    return out;
}
double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

Ref timer_pair(Thread& t, const itimerval& timer) {
    Ref value = TRY(make_float(t, seconds_of(timer.it_value)));
    Ref interval = TRY(make_float(t, seconds_of(timer.it_interval)));
    return tuple_pack(t, {value, interval});
}

Failed raise_timer(Thread& t, ModuleObject* module) {
    int error = errno;
    StrObject* key = intern_utf8(t, "ItimerError");
    if (!key) return Failed{};
    Value known = dict_get_str(t, module->dict, key);
    if (known.is_error()) return Failed{};
    Ref type = own(known);
    Ref text = TRY(str_from_utf8(t, strerror(error)));
    Ref exception = TRY(call(t, type, Value::small_int(error), text));
    return raise_instance(t, exception);
}

Ref signal_setitimer(Thread& t, ModuleObject* module, int which, double seconds, Optional<double> interval) {
    TRY(may_use_timers(t));
    itimerval wanted = {timeval_of(interval.value_or(0)), timeval_of(seconds)}, old;
    if (setitimer(static_cast<__itimer_which_t>(which), &wanted, &old) != 0) return raise_timer(t, module);
    return timer_pair(t, old);
}

Ref signal_getitimer(Thread& t, ModuleObject* module, int which) {
    TRY(may_use_timers(t));
    itimerval now;
    if (getitimer(static_cast<__itimer_which_t>(which), &now) != 0) return raise_timer(t, module);
    return timer_pair(t, now);
}

// ------------------------------------------------------------------------------------------------ masks

Ref set_of_signals(Thread& t, const sigset_t& set) {
    RefTo<ListObject> list = TRY(list_new(t));
    for (int number = 1; number < kSignalCount; ++number)
        if (sigismember(&set, number) == 1) TRY(list_append(t, list.get(), Value::small_int(number)));
    return call(t, Value::object(t.interp.type(Kind::Set)), list.value());
}

Fallible<sigset_t> signal_set(Thread& t, Value numbers) {
    Ref tuple = TRY(call(t, Value::object(t.interp.type(Kind::Tuple)), numbers));
    sigset_t set;
    sigemptyset(&set);
    for (uint32_t i = 0; i < tuple.as<TupleObject>()->size; ++i) {
        int64_t number = TRY(index_to_i64(t, tuple.as<TupleObject>()->items[i]));
        if (number < 1 || number >= kSignalCount)
            return raise(t, Exc::ValueError, "signal number %lld out of range", static_cast<long long>(number));
        if (!taken_for_deadline(static_cast<int>(number))) sigaddset(&set, static_cast<int>(number));
    }
    return set;
}

Ref signal_pthread_sigmask(Thread& t, int how, Value numbers) {
    TRY(may_use_timers(t));
    sigset_t set = TRY(signal_set(t, numbers)), old;
    int error = pthread_sigmask(how, &set, &old);
    if (error) return raise_os_error(t, error, Value::unbound());
    TRY(slow_tick(t));  // what was held back
    return set_of_signals(t, old);
}

Ref signal_sigpending(Thread& t) {
    sigset_t set;
    sigemptyset(&set);
    if (receives_signals(t.interp)) sigpending(&set);
    return set_of_signals(t, set);
}

// ------------------------------------------------------------------------------------------------ waiting and sending

constexpr MemberDef kInfoFields[] = {
    struct_field(0, "si_signo", "signal number"),   struct_field(1, "si_code", "signal code"),
    struct_field(2, "si_errno", "error number"),    struct_field(3, "si_pid", "process that sent it"),
    struct_field(4, "si_uid", "user who sent it"),  struct_field(5, "si_status", "exit value or signal"),
    struct_field(6, "si_band", "band event of SIGPOLL"),
};
constexpr TypeSpec kInfoSpec = struct_sequence_spec("signal.struct_siginfo", "What came with a signal.", kInfoFields);

Ref info_object(Thread& t, ModuleObject* module, const siginfo_t& info) {
    StrObject* key = intern_utf8(t, "struct_siginfo");
    if (!key) return Failed{};
    TypeObject* type = as_type(dict_get_str(t, module->dict, key));
    if (!type || !type->spec) return raise(t, Exc::TypeError, "struct_siginfo is not a type");
    const Value values[] = {Value::small_int(info.si_signo),        Value::small_int(info.si_code),
                            Value::small_int(info.si_errno),        Value::from_int_unchecked(info.si_pid),
                            Value::from_int_unchecked(info.si_uid), Value::small_int(info.si_status),
                            Value::from_int_unchecked(info.si_band)};
    return struct_sequence_new(t, type, values, 7);
}
Fallible<int64_t> signal_sigwait(Thread& t, Value numbers) {
    TRY(may_use_timers(t));
    sigset_t set = TRY(signal_set(t, numbers));
    return blocking_call(t, [&] { return sigwaitinfo(&set, nullptr); });
}
Ref signal_sigwaitinfo(Thread& t, ModuleObject* module, Value numbers) {
    TRY(may_use_timers(t));
    sigset_t set = TRY(signal_set(t, numbers));
    siginfo_t info{};
    TRY(blocking_call(t, [&] { return sigwaitinfo(&set, &info); }));
    return info_object(t, module, info);
}
Ref signal_sigtimedwait(Thread& t, ModuleObject* module, Value numbers, Value timeout) {
    TRY(may_use_timers(t));
    int64_t left = TRY(timeout_argument(t, timeout, "timeout must be a number"));
    sigset_t set = TRY(signal_set(t, numbers));
    if (left < 0) return raise(t, Exc::ValueError, "timeout must be non-negative");
    siginfo_t info{};
    int64_t deadline = monotonic_now_ns() + left;
    for (;;) {
        timespec wait = timespec_of(left);
        int result, failure;
        {
            OutsideGate outside(t);
            result = sigtimedwait(&set, &info, &wait);
            failure = errno;
        }
        if (result >= 0) return info_object(t, module, info);
        if (failure == EAGAIN) return own(Value::none());
        if (failure != EINTR) return raise_os_error(t, failure, Value::unbound());
        TRY(slow_tick(t));
        left = std::max<int64_t>(0, deadline - monotonic_now_ns());
    }
}
Status signal_pthread_kill(Thread& t, int64_t thread, int number) {
    TRY(may_use_timers(t));
    bool known = static_cast<int64_t>(t.native_thread) == thread;
    if (t.interp.gate)
        for (Thread* other : t.interp.gate->threads()) known |= static_cast<int64_t>(other->native_thread) == thread;
    int error = known ? pthread_kill(static_cast<pthread_t>(thread), number) : ESRCH;
    if (error) return raise_os_error(t, error, Value::unbound());
    return slow_tick(t);   // when it was this one
}

Status signal_exec(Thread& t, ModuleObject* module) {
    TRY(module_add_struct_sequence(t, module, kInfoSpec, 7));
    for (const SignalName& row : kNames) TRY(module_set_int(t, module, row.name, row.number));
    RefTo<ListObject> list = TRY(list_new(t));
    bool ours = receives_signals(t.interp);
    for (int i = 0; i < kSignalCount; ++i) {
        bool ignored = ours && signal_action(i) == SignalAction::Ignore;
        TRY(list_append(t, list.get(), Value::small_int(ignored ? kIgnore : kDefault)));
    }
    StrObject* key = intern_utf8(t, "default_int_handler");
    if (!key) return Failed{};
    Value handler = dict_get_str(t, module->dict, key);
    if (handler.is_error()) return Failed{};
    if (!ours || signal_action(SIGINT) == SignalAction::Interrupt) list->items[SIGINT] = own(handler).release();
    if (!ours) list->items[SIGPIPE] = Value::small_int(kIgnore);
    TRY(module_add_exception(t, module, "signal", "ItimerError", Exc::OSError));
    module_own_state(module, list.release());
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<signal_deliver>("_deliver", "(module, /)", "Call the handlers of the signals that came."),
    function<signal_alarm>("alarm", "(seconds, /)",
                           "Send SIGALRM to the process after so many seconds; what was left."),
    function<signal_default_int_handler>("default_int_handler", "(*args)", "Raise KeyboardInterrupt."),
    function<signal_getitimer>("getitimer", "(module, which, /)", "Time left and interval of a timer."),
    function<signal_getsignal>("getsignal", "(module, signalnum, /)", "The present handler of a signal."),
    function<signal_pause>("pause", "()", "Wait for a signal."),
    function<signal_pthread_sigmask>("pthread_sigmask", "(how, mask, /)", "Change which signals are held back."),
    function<signal_pthread_kill>("pthread_kill", "(thread_id, signalnum, /)", "Send a signal to a thread."),
    function<signal_set_wakeup_fd>("set_wakeup_fd", "(fd, /)", "Descriptor that gets a byte for every signal."),
    function<signal_setitimer>("setitimer", "(module, which, seconds, interval=0.0, /)",
                               "Start a timer that sends a signal."),
    function<signal_siginterrupt>("siginterrupt", "(signalnum, flag, /)",
                                  "Kept simple: system calls are started again."),
    function<signal_signal>("signal", "(module, signalnum, handler, /)", "Set the handler of a signal; the old one."),
    function<signal_sigpending>("sigpending", "()", "Signals that came while they were held back."),
    function<signal_sigtimedwait>("sigtimedwait", "(module, sigset, timeout, /)",
                                  "Wait for a signal, so long at most."),
    function<signal_sigwait>("sigwait", "(sigset, /)", "Wait for one of the signals; its number."),
    function<signal_sigwaitinfo>("sigwaitinfo", "(module, sigset, /)",
                                 "Wait for one of the signals; what came with it."),
};

}  // namespace

extern const ModuleDef kSignalModule;
constinit const ModuleDef kSignalModule = {"_signal", "Signals.", kFunctions, signal_exec};

}  // namespace krait
