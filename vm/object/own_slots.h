// Flags of TypeSpec::flags, beside those of TypeFlag, for what a built-in type shows in its own __dict__ although it
// takes it over from its base. It is found there when the type stands before another class among the bases of a class.
#pragma once

#include "vm/object/type_object.h"

namespace krait {

inline constexpr uint32_t kTypeOwnNew = 1 << 27;   // __new__

}  // namespace krait
