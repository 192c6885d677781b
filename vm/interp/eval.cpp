// The evaluation loop for 8-byte instructions. See eval_loop.inc for the rules and ops.inc for the handlers.
#include <cmath>

#include "vm/interp/interp_ops.h"
#include "vm/interp/tracing.h"
#include "vm/native/method_def.h"
#include "vm/object/type_functions.h"

namespace krait {

#define KRAIT_RUN run_narrow
#define KRAIT_INS_TYPE Ins
#define KRAIT_IS_WIDE false
#define KRAIT_REL(x) static_cast<int16_t>(x)
#include "vm/interp/eval_loop.inc"

}  // namespace krait
