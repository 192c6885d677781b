// How natives count what they copy, search and write. Those that may not poll where they do it (nothing may run there)
// note it, and the next instruction that polls finds the limits due; those that may run Python code anyway charge it.
#pragma once

#include "vm/runtime/thread.h"

namespace krait {

inline constexpr size_t kItemsPerWork = 16;      // items copied
inline constexpr size_t kBytesPerWork = 256;     // bytes copied or searched
inline constexpr size_t kFewItems = 4096;        // not worth counting
inline constexpr size_t kCharsPerWork = 16;      // characters written one piece after the other
inline constexpr size_t kWorkPerField = 8;       // of a format string, whatever it writes

void make_poll_due(Thread&);                     // thread.cpp

inline void note_work(Thread& t, size_t n) {
    t.uncharged_work += n;
    if (KRAIT_UNLIKELY(t.uncharged_work >= kWorkPerPoll)) make_poll_due(t);
}
inline void note_items(Thread& t, size_t n) {
    if (KRAIT_UNLIKELY(n >= kFewItems)) note_work(t, n / kItemsPerWork);
}
inline void note_bytes(Thread& t, size_t n) {
    if (KRAIT_UNLIKELY(n >= kFewItems * sizeof(Value))) note_work(t, n / kBytesPerWork);
}

// Of loops over items, each a call or a look into a table: once in a thousand.
inline Status charge_loop(Thread& t, size_t i) {
    return KRAIT_UNLIKELY((i & 1023) == 1023) ? charge_work(t, 1024) : ok();
}
inline Status charge_chars(Thread& t, size_t written) { return charge_work(t, written / kCharsPerWork); }
inline Status charge_field(Thread& t, size_t written) {
    return charge_work(t, kWorkPerField + written / kCharsPerWork);
}

}  // namespace krait
