// How a long computation asks whether it may go on.
#pragma once

#include <cstdint>

namespace krait {

// `check` is called between chunks of work (some milliseconds each) with the work done since the last call, in units
// of about one 64-bit word operation; it answers false to make the computation stop.
struct Poll {
    bool (*check)(void* context, std::uint64_t work) = nullptr;
    void* context = nullptr;
    bool soon = false;   // a deadline is to be kept: the chunks should take ten milliseconds rather than a hundred

    bool proceed(std::uint64_t work) const { return check == nullptr || check(context, work); }
};

}  // namespace krait
