// What modules that make system calls of their own share. Only interpreters with Host::system_access() have them.
#pragma once

#include <poll.h>
#include <sys/wait.h>

#include <cerrno>
#include <span>

#include "builtins/functions/builtin_functions.h"   // c_int_argument()
#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/gate.h"

namespace krait {

inline Failed raise_errno(Thread& t) { return raise_os_error(t, errno, Value::unbound()); }

// Natives' parameters of type int (descriptors, process ids, flags): what C takes as an int, OverflowError beyond it.
inline bool convert_argument(Thread& t, Value v, int* out, unsigned) {
    Fallible<int> n = c_int_argument(t, v);
    if (!n) return false;
    *out = n.value();
    return true;
}

// A file descriptor: an int, or an object with a method fileno().
Fallible<int> descriptor_argument(Thread&, Value);
// Seconds (int or float) in nanoseconds, rounded up; None and missing: -1. `what` names a wrong type's message.
Fallible<int64_t> timeout_argument(Thread&, Value seconds, const char* wrong_type);

// poll() that lets other threads run, and notices limits and interrupts; timeout in nanoseconds, negative: none.
Fallible<int> poll_descriptors(Thread&, std::span<pollfd>, int64_t timeout_ns);
// False: the time was over first.
Fallible<bool> wait_until_ready(Thread&, int fd, short events, int64_t timeout_ns);

// Runs a system call that may block outside the gate, again after EINTR. Negative results raise OSError.
template <class F>
Fallible<int64_t> blocking_call(Thread& t, F call) {
    for (;;) {
        int64_t result;
        int failure;
        {
            OutsideGate outside(t);
            result = call();
            failure = errno;
        }
        if (result >= 0) return result;
        if (failure != EINTR) return raise_os_error(t, failure, Value::unbound());
        TRY(slow_tick(t));
    }
}

// No longer name of a user or group is handed to the system: some of its sources copy the name to the stack as it is.
constexpr size_t kLongestUserName = 256;

struct SystemConstant {
    const char* name;
    int64_t value;
};
Status add_constants(Thread&, ModuleObject*, std::span<const SystemConstant>);

int64_t monotonic_now_ns();

}  // namespace krait
