// The one empty frozenset of an interpreter.
#pragma once

#include "vm/object/object.h"

namespace krait {

// What frozenset() gives and what an empty one among the constants is; results of operators are sets of their own.
Ref empty_frozenset(Thread&);

}  // namespace krait
