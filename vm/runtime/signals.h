// Signals with handlers written in Python: how they reach the thread that runs them.
#pragma once

#include <cstdint>

namespace krait {

// Bit of Thread::interrupt beside those of InterruptFlag: handlers of module _signal wait to be called (`_deliver`).
inline constexpr uint32_t kInterruptHandlers = 8;

}  // namespace krait
