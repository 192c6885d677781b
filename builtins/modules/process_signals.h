// The signals of the process and the one interpreter that receives them: that of the command line. Everything here is
// process-wide because signals are; interpreters of an embedding program never come near it.
#pragma once

#include "vm/runtime/thread.h"

namespace krait {

// SIGINT becomes KeyboardInterrupt, SIGPIPE and SIGXFSZ are ignored. Nothing when another interpreter receives them.
void receive_signals(Thread&);
bool receives_signals(const Interpreter&);
// Whether a signal can make it run a Python function: one that may release what the program waits for.
bool handles_signals(const Interpreter&);

enum class SignalAction : uint8_t { Default, Ignore, Interrupt, Handler };
// What the process does with a signal from now on; 0 or errno.
int set_signal_action(int number, SignalAction);
SignalAction signal_action(int number);
// Whether the signal arrived for a Handler since the last question.
bool take_signal(int number);
// System calls that block are interrupted every few milliseconds from the thread's deadline on, so that the limit holds
// there, too. Takes the highest real-time signal for it; nothing without a deadline or for other interpreters.
void interrupt_calls_after_deadline(Thread&);
bool taken_for_deadline(int signal_number);

// Descriptor that gets a byte for every signal; -1: none. The former one.
int set_signal_descriptor(int fd);

}  // namespace krait
