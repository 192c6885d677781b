// Rows of natives that the evaluation loop may answer itself for exact built-in types.
#pragma once

#include "vm/native/method_def.h"
#include "vm/native/signature_flags.h"

namespace krait {

consteval MethodDef length_intrinsic(MethodDef def) {
    def.info.typed |= kLengthIntrinsic;
    return def;
}
inline bool is_length_intrinsic(const MethodDef* def) { return (def->info.typed & kLengthIntrinsic) != 0; }

}  // namespace krait
