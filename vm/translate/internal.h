// Internal instruction set and what the evaluation loop and the translator agree on besides the table.
//
// Tags of composites (translation.md section 3): R[base] tag as immediate int, R[base+1] value or exception, R[base+2]
// saved thread.handled or UNBOUND, R[base+3] free for the unwinder. Entering an except handler at depth d the unwinder
// sets R[d] = thread.handled, R[d+4] = exception (R[d+3] and R[d+5] stay UNBOUND: EXCTB and EXCTYPE make them when code
// looks); entering a finally handler R[d] = RAISE, R[d+1] = exception, R[d+2] = thread.handled, R[d+3] = UNBOUND.
// Then thread.handled = exception (owned copy).
#pragma once

#include "vm/object/code_object.h"
#include "vm/translate/resume_tag.h"

namespace krait {

enum InternalOp : uint16_t {
#define KRAIT_INS(name, operands, cache, text) INS_##name,
#include "vm/translate/internal.def"
#undef KRAIT_INS
    INS_COUNT
};

/// Operand c of MATCH.
enum MatchStep : unsigned { kMatchSequence, kMatchMapping, kMatchLength, kMatchKeys, kMatchRest };

constexpr unsigned kHandlerException = 4;   // R[depth + 4] in an except handler

const char* internal_op_name(unsigned op);

}  // namespace krait
