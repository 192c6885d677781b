// Why a finally or with clause was entered: kept in the first register of its composite, as an immediate int.
#pragma once

#include <cstdint>

namespace krait {

/// Every further `continue` target of a code object gets its own tag from kTagFirstContinue on.
enum ResumeTag : uint32_t { kTagNone = 0, kTagRaise = 1, kTagReturn = 2, kTagBreak = 3, kTagFirstContinue = 4 };

}  // namespace krait
