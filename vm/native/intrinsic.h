// Rows of natives that the evaluation loop may answer itself for exact built-in types.
#pragma once

#include "vm/native/method_def.h"

namespace krait {

constexpr uint32_t kLengthIntrinsic = 1u << 30;   // in SignatureInfo::typed: f(x) is length_of(x)

consteval MethodDef length_intrinsic(MethodDef def) {
    def.info.typed |= kLengthIntrinsic;
    return def;
}
inline bool is_length_intrinsic(const MethodDef* def) { return (def->info.typed & kLengthIntrinsic) != 0; }

}  // namespace krait
