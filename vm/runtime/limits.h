// The time limit, for those who look at it outside of the polls of thread.h.
#pragma once

#include "vm/error/raise.h"
#include "vm/runtime/thread.h"

namespace krait {

bool deadline_passed(const Thread&);   // false where there is none
// TimeLimitExceeded, which no handler can swallow.
Failed raise_time_limit(Thread&);

// For natives in the middle of what Python code could disturb: looks at the time limit, Ctrl-C and cancel(), runs
// nothing.
Status check_deadline(Thread&);
// Large tables and runs are worked on so many places at a time, with a look at the limit between.
inline constexpr size_t kPlacesPerLook = size_t{1} << 16;

// Work on `n` units in one pass: `step(from, to)` does a stretch of them, and the limit is looked at between stretches.
template <class F>
KRAIT_INLINE Status in_stretches(Thread& t, size_t n, F step) {
    for (size_t from = 0;;) {
        size_t to = n - from > kPlacesPerLook ? from + kPlacesPerLook : n;
        step(from, to);
        if (KRAIT_LIKELY(to == n)) return ok();
        from = to;
        TRY(check_deadline(t));
    }
}

// Counts the rounds of a loop that writes or reads a unit or two in each, and looks at the limit once in many.
class Looks {
  public:
    explicit Looks(Thread& t) : thread_(t) {}
    Status next() { return KRAIT_LIKELY(++rounds_ % kPlacesPerLook != 0) ? ok() : check_deadline(thread_); }

  private:
    Thread& thread_;
    size_t rounds_ = 0;
};

}  // namespace krait
