// Cycle collection: settings and counters of module gc, entry points, enumeration.
#pragma once

#include "vm/object/layouts.h"
#include "vm/runtime/thread.h"

namespace krait {

struct GcState {
    static constexpr uint32_t kDebugSaveAll = 32;
    bool enabled = true;
    bool collecting = false;
    int64_t thresholds[3] = {700, 10, 10};   // as reported; collection is triggered by memory growth
    uint64_t collections[3] = {}, collected[3] = {}, uncollectable[3] = {};
    uint32_t debug = 0;
    ListObject* callbacks = nullptr;          // owned: gc.callbacks and gc.garbage; null until module gc is loaded
    ListObject* garbage = nullptr;
};

// Collects with gc.callbacks and counters. Every collection is a full one; `generation` only chooses the counters.
size_t collect_garbage(Thread&, int generation);
// Runs a collection if it is due and enabled.
void collect_if_due(Thread&);

// New list of all tracked objects, without the list itself.
RefTo<ListObject> tracked_objects(Thread&);
// Whether `o` refers to any of `targets` directly.
bool refers_to_any(Object* o, const Value* targets, size_t count);
// Appends the direct referents of `o` to the list.
Status append_referents(Thread&, Object* o, ListObject* out);

}  // namespace krait
