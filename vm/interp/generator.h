// Life of generator objects; the protocol itself is declared in frame.h, its instructions in interp_ops.h.
#pragma once

#include "vm/interp/frame.h"

namespace krait {

void generator_dealloc(Interpreter&, Object*);      // generators, coroutines, async generators
void generator_traverse(Object*, Visitor&);
void generator_clear(Interpreter&, Object*);
void generator_finalize(Thread&, Value);            // closes it; slot `finalize`
TranslatedCode* generator_code(const GeneratorObject*);   // plain or traced form
int32_t generator_lasti(const GeneratorObject*);    // 3.6 byte offset where it waits; -1: not started
void generator_release(Interpreter&, GeneratorObject*);   // drops the registers

}  // namespace krait
