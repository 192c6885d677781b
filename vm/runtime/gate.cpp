// The gate of an interpreter with several threads, and their start.
#include "vm/runtime/gate.h"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/interp/tracing.h"

namespace krait {

namespace {

constexpr size_t kRegisterBytes = size_t{16} << 20;   // address space, committed as it is used
constexpr size_t kFrames = 50000;
constexpr auto kPatience = std::chrono::seconds(2);   // for threads to stop at the end

struct Start {
    std::shared_ptr<Gate> gate;
    std::unique_ptr<Thread> thread;
    void (*run)(Thread&, void*);
    void* data;
};

void* thread_main(void* argument) {
    std::unique_ptr<Start> start(static_cast<Start*>(argument));
    Thread& t = *start->thread;
    start->gate->enter(t);
    t.native_limit = nullptr;   // measured anew, on this thread's own stack
    t.bind_native_stack();
    start->run(t, start->data);
    if (t.has_exception()) clear_exception(t);
    stop_tracing(t);
    decref(std::exchange(t.handled, Value::none()));
    // Registers that calls have used keep nothing: dead ones hold immediates.
    start->gate->remove(t);
    start->thread.reset();
    start->gate->leave();
    return nullptr;
}

}  // namespace

void Gate::take(Thread& t, std::unique_lock<std::mutex>& lock) {
    waiting_.fetch_add(1, std::memory_order_relaxed);
    free_.wait(lock, [&] { return !held_ || closed_; });
    waiting_.fetch_sub(1, std::memory_order_relaxed);
    if (closed_) {
        lock.unlock();
        for (;;) pause();   // the interpreter is gone: nothing of this thread's stack may be touched any more
    }
    held_ = true;
    ++turns_;
    taken_.notify_all();
    t.interp.current = &t;
}

void Gate::enter(Thread& t) {
    std::unique_lock lock(mutex_);
    take(t, lock);
}

void Gate::leave() {
    std::unique_lock lock(mutex_);
    held_ = false;
    lock.unlock();
    free_.notify_one();
}

void Gate::hand_over(Thread& t) {
    std::unique_lock lock(mutex_);
    uint64_t before = turns_;
    held_ = false;
    free_.notify_one();
    // Without this wait the thread that leaves would nearly always be the next to enter.
    taken_.wait_for(lock, std::chrono::milliseconds(5), [&] { return turns_ != before || !wanted(); });
    take(t, lock);
}

void Gate::wait_for_release(Thread& t, int64_t nanoseconds) {
    constexpr int64_t kMost = 50'000'000;   // interrupts are noticed that soon
    int64_t piece = nanoseconds < 0 ? kMost : std::min(nanoseconds, kMost);
    std::unique_lock lock(mutex_);
    held_ = false;
    free_.notify_one();
    release_.wait_for(lock, std::chrono::nanoseconds(piece));
    take(t, lock);
}

void Gate::remove(Thread& t) {
    threads_.erase(std::remove(threads_.begin(), threads_.end(), &t), threads_.end());
    released();
}

void Gate::close(Thread& last) {
    for (Thread* other : threads_)
        if (other != &last) other->interrupt.fetch_or(kInterruptCancel);
    auto end = std::chrono::steady_clock::now() + kPatience;
    released();
    while (threads_.size() > 1 && std::chrono::steady_clock::now() < end) wait_for_release(last, 1'000'000);
    std::unique_lock lock(mutex_);
    if (threads_.size() > 1) closed_ = true;
    lock.unlock();
    free_.notify_all();
}

bool start_thread(Thread& parent, void (*run)(Thread&, void*), void* data, size_t stack_bytes, uint64_t* ident) {
    Interpreter& interp = parent.interp;
    if (!interp.gate) interp.gate = std::make_shared<Gate>(parent);
    auto start = std::make_unique<Start>();
    start->gate = interp.gate;
    start->thread = std::make_unique<Thread>(interp);
    start->run = run;
    start->data = data;
    Thread& child = *start->thread;
    child.deadline_ns = parent.deadline_ns;
    child.wanted_recursion_limit = parent.wanted_recursion_limit;
    if (!child.allocate_stacks(kRegisterBytes, kFrames)) return false;
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) return false;
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    if (stack_bytes) pthread_attr_setstacksize(&attributes, stack_bytes);
    interp.gate->add(child);
    pthread_t handle;
    int failure = pthread_create(&handle, &attributes, thread_main, start.get());
    pthread_attr_destroy(&attributes);
    if (failure) {
        interp.gate->remove(child);
        return false;
    }
    child.native_thread = static_cast<uintptr_t>(handle);
    *ident = static_cast<uint64_t>(handle);
    (void)start.release();   // the thread's own from here on
    return true;
}

}  // namespace krait
