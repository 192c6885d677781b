// The class statement.
#pragma once

#include "vm/error/raise.h"

namespace krait {

// __build_class__(func, name, *bases, metaclass=..., **kwargs): runs the body and calls the metaclass.
Ref build_class(Thread&, Value func, Value name, const CallArgs& bases_and_kwargs);

}  // namespace krait
