// The time limit, for those who look at it outside of the polls of thread.h.
#pragma once

#include "vm/error/raise.h"
#include "vm/runtime/thread.h"

namespace krait {

bool deadline_passed(const Thread&);   // false where there is none
// TimeLimitExceeded, which no handler can swallow.
Failed raise_time_limit(Thread&);

}  // namespace krait
