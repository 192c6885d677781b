// The evaluation loop for code whose operands need more than 16 bits: the same handlers over 16-byte instructions.
// It counts what it executes when Interpreter::operation_counts says where; then all code is translated to this form.
#include <cmath>

#include "vm/interp/interp_ops.h"
#include "vm/interp/tracing.h"
#include "vm/native/method_def.h"
#include "vm/object/type_functions.h"

namespace krait {

#define KRAIT_RUN run_wide
#define KRAIT_INS_TYPE WideIns
#define KRAIT_IS_WIDE true
#define KRAIT_COUNTS   // executed operations, when somebody asks (-X opstats)
#define KRAIT_REL(x) static_cast<int32_t>(x)
#include "vm/interp/eval_loop.inc"

}  // namespace krait
