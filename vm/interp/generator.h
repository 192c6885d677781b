// Life of generator objects; the protocol itself is declared in frame.h, its instructions in interp_ops.h.
#pragma once

#include "vm/interp/frame.h"

namespace krait {

void generator_dealloc(Interpreter&, Object*);      // generators, coroutines, async generators
void generator_traverse(Object*, Visitor&);
void generator_clear(Interpreter&, Object*);
void generator_finalize(Thread&, Value);            // closes it; slot `finalize`
void generator_release(Interpreter&, GeneratorObject*);   // drops the registers

}  // namespace krait
