// Work of natives that may not poll where they do it (nothing may run there): it is counted, and the next instruction that
// polls finds the limits due. Natives that may run Python code anyway call charge_work() of thread.h.
#pragma once

#include "vm/runtime/thread.h"

namespace krait {

inline constexpr size_t kItemsPerWork = 16;      // items copied
inline constexpr size_t kBytesPerWork = 256;     // bytes copied or searched
inline constexpr size_t kFewItems = 4096;        // not worth counting

void make_poll_due(Thread&);                     // thread.cpp

inline void note_work(Thread& t, size_t n) {
    t.uncharged_work += n;
    if (KRAIT_UNLIKELY(t.uncharged_work >= 32 * 1024)) make_poll_due(t);
}
inline void note_items(Thread& t, size_t n) {
    if (KRAIT_UNLIKELY(n >= kFewItems)) note_work(t, n / kItemsPerWork);
}
inline void note_bytes(Thread& t, size_t n) {
    if (KRAIT_UNLIKELY(n >= kFewItems * sizeof(Value))) note_work(t, n / kBytesPerWork);
}

}  // namespace krait
