// Destruction of objects whose last reference went (vm/object/object.h: destroy_object).
#pragma once

#include "vm/runtime/thread.h"

namespace krait {

// Runs the finaliser (PEP 442: once) of an object with refcount 0. True: it was resurrected and lives on.
bool finalize_object(Thread&, Object*);
// Runs the finaliser of an object that is referenced by its caller: no resurrection to detect.
void run_finalizer(Thread&, Object*);
// Destroys everything queued. Called by the outermost destruction and at the interpreter's end.
void drain_destroy_queue(Thread&);

// Python code run by a destruction (finalisers, weak reference callbacks) starts with nesting 0 and its own queue.
class FreshNesting {
  public:
    explicit FreshNesting(Thread& t) : thread_(t), depth_(t.dealloc_depth), queue_(t.destroy_queue) {
        t.dealloc_depth = 0;
        t.destroy_queue = nullptr;
    }
    ~FreshNesting();
    FreshNesting(const FreshNesting&) = delete;
    FreshNesting& operator=(const FreshNesting&) = delete;

  private:
    Thread& thread_;
    uint32_t depth_;
    Object* queue_;
};

}  // namespace krait
