// One step of an iterator for natives that step often.
#pragma once

#include "vm/protocol/protocol.h"

namespace krait {

// As iterator_next(): the next item (owned), EXHAUSTED, or ERROR. Both charge the step: whoever consumes them need not.
Value iterator_step(Thread&, Value iterator);

}  // namespace krait
