#include "builtins/modules/system_call.h"

#include <cmath>

#include "support/clock.h"

namespace krait {

Fallible<int> descriptor_argument(Thread& t, Value v) {
    Ref number = own(v);
    if (!is_int_like(v)) {
        Ref method = TRY(lookup_attribute(t, v, t.interp.names.fileno));
        if (method.get().is_unbound())
            return raise(t, Exc::TypeError, "argument must be an int, or have a fileno() method.");
        number = TRY(call(t, method));
        if (!is_int_like(number)) return raise(t, Exc::TypeError, "fileno() returned a non-integer");
    }
    int64_t n = TRY(int_to_i64(t, number, "Python int too large to convert to C int"));
    if (n > INT32_MAX || n < INT32_MIN)
        return raise(t, Exc::OverflowError, "Python int too large to convert to C int");
    if (n < 0)
        return raise(t, Exc::ValueError, "file descriptor cannot be a negative integer (%lld)",
                     static_cast<long long>(n));
    return static_cast<int>(n);
}

Fallible<int64_t> timeout_argument(Thread& t, Value v, const char* wrong_type) {
    if (v.is_unbound() || v.is_none()) return int64_t{-1};
    double seconds;
    if (is_float_like(v)) {
        seconds = float_value(v);
        if (std::isnan(seconds)) return raise(t, Exc::ValueError, "Invalid value NaN (not a number)");
    } else if (is_int_like(v) || type_of(t, v)->slots.index) {
        Ref number = TRY(as_index(t, v));
        seconds = TRY(to_double(t, number));
    } else {
        return raise(t, Exc::TypeError, "%s", wrong_type);
    }
    if (seconds < 0) return int64_t{-2};
    if (seconds > 9.2e9) return raise(t, Exc::OverflowError, "timeout is too large");
    return static_cast<int64_t>(std::ceil(seconds * 1e9));
}

int64_t monotonic_now_ns() { return clock_ns(CLOCK_MONOTONIC); }

Fallible<int> poll_descriptors(Thread& t, std::span<pollfd> list, int64_t timeout_ns) {
    constexpr int64_t kPiece = 100;   // milliseconds
    int64_t end = timeout_ns < 0 ? -1 : monotonic_now_ns() + timeout_ns;
    for (;;) {
        int64_t left = end < 0 ? kPiece : (end - monotonic_now_ns() + 999999) / 1000000;
        if (left < 0) left = 0;
        int ready, failure;
        {
            OutsideGate outside(t);
            ready = poll(list.data(), list.size(), static_cast<int>(std::min(left, kPiece)));
            failure = errno;
        }
        if (ready > 0) return ready;
        if (ready < 0 && failure != EINTR) return raise_os_error(t, failure, Value::unbound());
        if (ready == 0 && end >= 0 && monotonic_now_ns() >= end) return 0;
        TRY(slow_tick(t));
    }
}

Fallible<bool> wait_until_ready(Thread& t, int fd, short events, int64_t timeout_ns) {
    // poll() passes over negative descriptors: it would wait for a closed one as long as it may.
    if (fd < 0) return raise_os_error(t, EBADF, Value::unbound());
    pollfd one{fd, events, 0};
    int ready = TRY(poll_descriptors(t, {&one, 1}, timeout_ns));
    return ready > 0;
}

Status add_constants(Thread& t, ModuleObject* module, std::span<const SystemConstant> rows) {
    for (const SystemConstant& row : rows) TRY(module_set_int(t, module, row.name, row.value));
    return ok();
}

}  // namespace krait
