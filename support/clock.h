// Times in nanoseconds, and as the system's calls take and give them.
#pragma once

#include <time.h>

#include <cstdint>

namespace krait {

inline constexpr std::int64_t kNsPerSecond = 1000000000;

inline std::int64_t ns_of(const timespec& time) { return std::int64_t{time.tv_sec} * kNsPerSecond + time.tv_nsec; }

inline timespec timespec_of(std::int64_t ns) {
    std::int64_t seconds = ns / kNsPerSecond - (ns % kNsPerSecond < 0);
    return {static_cast<time_t>(seconds), static_cast<long>(ns - seconds * kNsPerSecond)};
}

// 0 for clocks that the system does not have.
inline std::int64_t clock_ns(clockid_t clock) {
    timespec now;
    return clock_gettime(clock, &now) == 0 ? ns_of(now) : 0;
}

}  // namespace krait
