// Bits of SignatureInfo::typed above those of the parameters: what else is known of a native, one row each.
#pragma once

#include <cstdint>

namespace krait {

constexpr uint32_t kParsedArguments = 1u << 31;   // as if all arguments were converted
constexpr uint32_t kLaterKeywords = 1u << 30;     // keywords that 3.6 did not take: its words where the count is wrong
constexpr uint32_t kLengthIntrinsic = 1u << 29;   // f(x) is length_of(x)

}  // namespace krait
