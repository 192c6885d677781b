// Several threads of the system in one interpreter: one of them runs at a time, the one that went through the gate.
//
// The gate exists from the first thread that a script starts. Its holder is interp.current. It is handed over at the
// slice counter (slow_tick), and left around calls that block: sleeping, waiting for a lock, reading from a socket.
// Whoever leaves it may touch nothing of the interpreter until it has entered again.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "vm/runtime/thread.h"

namespace krait {

class Gate {
  public:
    explicit Gate(Thread& first) { threads_.push_back(&first); }

    void enter(Thread&);
    void leave();
    bool wanted() const { return waiting_.load(std::memory_order_relaxed) != 0; }
    // Lets another thread run that wants to; returns when it is this one's turn again.
    void hand_over(Thread&);
    // Leaves the gate until something was released, the time is over (ns, negative: no end) or the thread is
    // interrupted; the caller looks again at what it is waiting for.
    void wait_for_release(Thread&, int64_t nanoseconds);
    void released() { release_.notify_all(); }

    // Threads in the order of their start, the first one included. Only for the holder of the gate.
    const std::vector<Thread*>& threads() const { return threads_; }
    void add(Thread& t) { threads_.push_back(&t); }
    void remove(Thread&);
    // The end: every other thread is asked to stop and given some time; those that are still inside a system call
    // after it never come back from there.
    void close(Thread& last);

  private:
    void take(Thread&, std::unique_lock<std::mutex>&);

    std::mutex mutex_;
    std::condition_variable free_, taken_, release_;
    std::vector<Thread*> threads_;
    std::atomic<uint32_t> waiting_{0};
    uint64_t turns_ = 0;
    bool held_ = true, closed_ = false;
};

// Outside the gate for the length of a C++ scope; nothing while there is one thread only.
class OutsideGate {
  public:
    explicit OutsideGate(Thread& t) : thread_(t), gate_(t.interp.gate.get()) {
        if (gate_) gate_->leave();
    }
    ~OutsideGate() {
        if (gate_) gate_->enter(thread_);
    }
    OutsideGate(const OutsideGate&) = delete;
    OutsideGate& operator=(const OutsideGate&) = delete;

  private:
    Thread& thread_;
    Gate* gate_;
};

// Calls `run(thread, data)` in a new thread of the system that has entered the gate. False: the system has none left.
// `run` drops everything it owns; `data` is released by it.
bool start_thread(Thread& parent, void (*run)(Thread&, void*), void* data, size_t stack_bytes, uint64_t* ident);

}  // namespace krait
