#include "builtins/modules/process_signals.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <iterator>

#include "support/clock.h"
#include "vm/runtime/signals.h"

namespace krait {

namespace {

constexpr int kSignals = 65;

// A signal handler is given no context, so its state cannot hang on an interpreter: the exception to the rule that
// nothing is global. Lock-free atomics only.
struct Receiver {
    std::atomic<Thread*> thread{nullptr};
    std::atomic<bool> arrived[kSignals] = {};
    std::atomic<SignalAction> actions[kSignals] = {};
    std::atomic<int> descriptor{-1};
    std::atomic<bool> has_alarm{false};
};
constinit Receiver receiver;

void on_signal(int number) {
    int saved = errno;
    bool interrupt = receiver.actions[number].load(std::memory_order_relaxed) == SignalAction::Interrupt;
    if (!interrupt) receiver.arrived[number].store(true, std::memory_order_release);
    if (Thread* t = receiver.thread.load(std::memory_order_relaxed))
        t->interrupt.fetch_or(interrupt ? static_cast<uint32_t>(kInterruptSignal) : kInterruptHandlers);
    if (int fd = receiver.descriptor.load(std::memory_order_relaxed); fd >= 0) {
        auto byte = static_cast<unsigned char>(number);
        if (write(fd, &byte, 1) < 0) errno = 0;  // a full pipe has enough to wake its reader
    }
    errno = saved;
}

constexpr int kAlarmSignal = kSignals - 1;

void interrupt_only(int) {}

bool usable(int number) { return number > 0 && number < kSignals; }

void stop_receiving(Interpreter&, void*) { receiver.thread.store(nullptr); }

}  // namespace

void receive_signals(Thread& t) {
    Thread* nobody = nullptr;
    if (!receiver.thread.compare_exchange_strong(nobody, &t)) return;
    t.interp.at_exit.emplace_back(nullptr, stop_receiving);
    for (int number = 1; number < kSignals; ++number) {
        // What the parent process ignores stays ignored; the rest is asked for when somebody wants to know.
        receiver.actions[number].store(SignalAction::Default, std::memory_order_relaxed);
    }
    struct sigaction old;
    if (sigaction(SIGINT, nullptr, &old) == 0 && old.sa_handler == SIG_DFL)
        set_signal_action(SIGINT, SignalAction::Interrupt);
    set_signal_action(SIGPIPE, SignalAction::Ignore);
    set_signal_action(SIGXFSZ, SignalAction::Ignore);
}

bool receives_signals(const Interpreter& interp) { return receiver.thread.load() == interp.main_thread.get(); }

bool handles_signals(const Interpreter& interp) {
    if (!receives_signals(interp)) return false;
    return std::any_of(std::begin(receiver.actions), std::end(receiver.actions),
                       [](const auto& action) { return action.load() == SignalAction::Handler; });
}

int set_signal_action(int number, SignalAction action) {
    if (!usable(number) || taken_for_deadline(number)) return EINVAL;
    struct sigaction wanted = {};
    wanted.sa_handler = action == SignalAction::Default  ? SIG_DFL
                        : action == SignalAction::Ignore ? SIG_IGN
                                                         : on_signal;
    SignalAction before = receiver.actions[number].exchange(action);
    if (sigaction(number, &wanted, nullptr) == 0) return 0;
    receiver.actions[number].store(before);
    return errno;
}

SignalAction signal_action(int number) {
    if (!usable(number)) return SignalAction::Default;
    SignalAction known = receiver.actions[number].load();
    if (known != SignalAction::Default) return known;
    struct sigaction now;
    return sigaction(number, nullptr, &now) == 0 && now.sa_handler == SIG_IGN ? SignalAction::Ignore
                                                                              : SignalAction::Default;
}

void interrupt_calls_after_deadline(Thread& t) {
    if (t.deadline_ns == 0 || !receives_signals(t.interp)) return;
    struct sigaction action = {};   // without SA_RESTART
    action.sa_handler = interrupt_only;
    sigevent event = {};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = kAlarmSignal;
    event._sigev_un._tid = gettid();
    timer_t timer;
    if (sigaction(kAlarmSignal, &action, nullptr) != 0 || timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) return;
    constexpr long kAgain = 10000000;   // a call may begin between the alarm and the look at the clock
    itimerspec times = {};
    times.it_value = timespec_of(t.deadline_ns);
    times.it_interval.tv_nsec = kAgain;
    receiver.has_alarm.store(timer_settime(timer, TIMER_ABSTIME, &times, nullptr) == 0);
}

bool taken_for_deadline(int number) { return number == kAlarmSignal && receiver.has_alarm.load(); }

bool take_signal(int number) { return usable(number) && receiver.arrived[number].exchange(false); }

int set_signal_descriptor(int fd) { return receiver.descriptor.exchange(fd); }

}  // namespace krait
