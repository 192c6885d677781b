// What an interpreter shares with its handles. Seen by both sides of the bridge.
#pragma once

#include <pthread.h>

#include <atomic>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "embed/src/bridge.h"
#include "krait/core.hpp"

namespace krait::core {

struct Link {
    std::atomic<long> references{1};
    std::unique_ptr<bridge::World, void (*)(bridge::World*)> world{nullptr, nullptr};   // null: the interpreter is gone
    std::atomic<std::uintptr_t> thread{0};
    std::mutex ending;                   // between interrupts, which come from any thread, and the interpreter's end
    std::mutex elsewhere;                // guards the next one
    std::vector<Slot> dropped;           // handles that ended on other threads
    std::atomic<bool> any_dropped{false};

    static std::uintptr_t this_thread() { return static_cast<std::uintptr_t>(pthread_self()); }
    bool usable() const { return thread.load(std::memory_order_relaxed) == this_thread() && world != nullptr; }
    // What the thread may use, or std::logic_error.
    bridge::World& use() {
        if (usable()) [[likely]] return *world;
        misuse();
    }
    [[noreturn]] void misuse() const {
        if (thread.load(std::memory_order_relaxed) != this_thread())
            throw std::logic_error("krait: used from another thread");
        throw std::logic_error("krait: the interpreter is gone");
    }
    void end() {
        std::unique_lock lock(ending);
        auto last = std::move(world);
        lock.unlock();   // scripts run once more while it goes, and may take their time
    }
};

// What a function of the host threw, as plain data.
struct Thrown {
    bridge::ErrorData data;              // built-in exception by name, with message and exit status
    Cell exception = kUnbound;           // owned: this very exception goes on
    Slot cls = -1;                       // registered class
    int error_number = 0;                // OSError
    std::exception_ptr original;
    std::unique_ptr<Thrown> cause;
};

// Runs `invoke` and catches whatever it throws; kError with `thrown` filled, or with an exception pending already.
Cell land(Invoke invoke, void* closure, Call& call, Thrown* thrown, bool* caught) noexcept;
// The same for the step of an iterator and for hooks.
Cell land(Cell (*step)(void* closure), void* closure, Link*, Thrown* thrown, bool* caught) noexcept;

// Name of the bound class or enumeration, without its module; of others what the compiler calls them.
std::string plain_class_name(Link*, const TypeTag*);

struct Translator {
    Translate matches;
    Slot cls;
};

}  // namespace krait::core
