// Flags of classes that only the match statement looks at: bits of TypeObject::type_flags and TypeSpec::flags, beside
// those of TypeFlag. A class inherits them from the first class of its MRO that has one of the two.
#pragma once

#include "vm/object/type_object.h"

namespace krait {

inline constexpr uint32_t kTypeSequence = 1 << 24;  // sequence patterns match instances
inline constexpr uint32_t kTypeMapping = 1 << 25;   // mapping patterns do
inline constexpr uint32_t kPatternFlags = kTypeSequence | kTypeMapping;

}  // namespace krait
