// _signal: names of signals and the handlers a program asks for. Signals reach an interpreter as interrupts of its host
// (Thread::interrupt); SIGINT becomes KeyboardInterrupt.
#include <csignal>

#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

constexpr int64_t kSignalCount = 65;
constexpr int kDefault = 0, kIgnore = 1;

struct SignalName {
    const char* name;
    int number;
};
constexpr SignalName kNames[] = {
    {"SIGHUP", SIGHUP},   {"SIGINT", SIGINT},   {"SIGQUIT", SIGQUIT}, {"SIGILL", SIGILL},     {"SIGTRAP", SIGTRAP},
    {"SIGABRT", SIGABRT}, {"SIGIOT", SIGABRT},  {"SIGBUS", SIGBUS},   {"SIGFPE", SIGFPE},     {"SIGKILL", SIGKILL},
    {"SIGUSR1", SIGUSR1}, {"SIGSEGV", SIGSEGV}, {"SIGUSR2", SIGUSR2}, {"SIGPIPE", SIGPIPE},   {"SIGALRM", SIGALRM},
    {"SIGTERM", SIGTERM}, {"SIGCHLD", SIGCHLD}, {"SIGCLD", SIGCHLD},  {"SIGCONT", SIGCONT},   {"SIGSTOP", SIGSTOP},
    {"SIGTSTP", SIGTSTP}, {"SIGTTIN", SIGTTIN}, {"SIGTTOU", SIGTTOU}, {"SIGURG", SIGURG},     {"SIGXCPU", SIGXCPU},
    {"SIGXFSZ", SIGXFSZ}, {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF}, {"SIGWINCH", SIGWINCH}, {"SIGIO", SIGIO},
    {"SIGPOLL", SIGIO},   {"SIGPWR", 30},       {"SIGSYS", SIGSYS},   {"SIGRTMIN", 34},       {"SIGRTMAX", 64},
    {"NSIG", 65},         {"SIG_DFL", kDefault}, {"SIG_IGN", kIgnore}, {"SIG_BLOCK", 0},      {"SIG_UNBLOCK", 1},
    {"SIG_SETMASK", 2},   {"ITIMER_REAL", 0},   {"ITIMER_VIRTUAL", 1}, {"ITIMER_PROF", 2},
};

// The module's state: a list of handlers by number.
ListObject* handlers(ModuleObject* module) { return static_cast<ListObject*>(module->state); }

Status check_number(Thread& t, int64_t number) {
    if (number >= 1 && number < kSignalCount) return ok();
    return raise(t, Exc::ValueError, "signal number out of range");
}

Ref signal_signal(Thread& t, ModuleObject* module, int64_t number, Value handler) {
    bool constant = handler == Value::small_int(kDefault) || handler == Value::small_int(kIgnore);
    if (!constant && !is_callable(t, handler))
        return raise(t, Exc::TypeError,
                     "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    TRY(check_number(t, number));
    if (number == SIGKILL || number == SIGSTOP) return raise_os_error(t, 22, Value::unbound());
    Value* place = &handlers(module)->items[number];
    Ref old = Ref::steal(*place);
    *place = own(handler).release();
    return old;
}

Ref signal_getsignal(Thread& t, ModuleObject* module, int64_t number) {
    TRY(check_number(t, number));
    return own(handlers(module)->items[number]);
}

Ref signal_default_int_handler(Thread& t, Args) { return raise_none(t, Exc::KeyboardInterrupt); }
Fallible<int64_t> signal_set_wakeup_fd(Thread&, int64_t) { return int64_t{-1}; }
Status signal_siginterrupt(Thread& t, int64_t number, Value) { return check_number(t, number); }

Status signal_exec(Thread& t, ModuleObject* module) {
    for (const SignalName& row : kNames) TRY(module_set_int(t, module, row.name, row.number));
    RefTo<ListObject> list = TRY(list_new(t));
    for (int64_t i = 0; i < kSignalCount; ++i) TRY(list_append(t, list.get(), Value::small_int(kDefault)));
    StrObject* key = intern_utf8(t, "default_int_handler");
    if (!key) return Failed{};
    Value handler = dict_get_str(t, module->dict, key);
    if (handler.is_error()) return Failed{};
    list->items[SIGINT] = own(handler).release();
    list->items[SIGPIPE] = Value::small_int(kIgnore);
    module->state = list.release();
    module->free_state = [](Interpreter&, void* state) { decref(static_cast<Object*>(static_cast<ListObject*>(state))); };
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<signal_default_int_handler>("default_int_handler", "(*args)", "Raise KeyboardInterrupt."),
    function<signal_getsignal>("getsignal", "(module, signalnum, /)", "The present handler of a signal."),
    function<signal_set_wakeup_fd>("set_wakeup_fd", "(fd, /)", "-1: signals are not written to a descriptor."),
    function<signal_siginterrupt>("siginterrupt", "(signalnum, flag, /)", "Kept simple: system calls are started again."),
    function<signal_signal>("signal", "(module, signalnum, handler, /)", "Set the handler of a signal; the old one."),
};

}  // namespace

extern const ModuleDef kSignalModule;
constinit const ModuleDef kSignalModule = {"_signal", "Signals.", kFunctions, signal_exec};

}  // namespace krait
