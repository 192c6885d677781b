// Protection of recursive walks over trees: a count of levels (as CPython has) and the address of the stack, so that
// neither deep trees nor a caller that has already used most of the stack can overflow it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "support/diagnostic.h"
#include "support/poll.h"

namespace krait {

struct NestingLimits {
    /// Levels of nested statements and expressions; CPython's default recursion limit 1000 gives 3000.
    int max_depth = 3000;
    /// Lowest usable stack address; 0: kStackBudget below the place where the walk starts.
    uintptr_t stack_limit = 0;
    /// Asked every few thousand nodes; its no is DiagnosticKind::Stopped.
    Poll poll;

    static constexpr size_t kStackBudget = size_t{4} << 20;
};

/// Thrown inside the compiler only; the public functions turn it into their error.
struct CompileFault {
    Diagnostic diagnostic;
};

/// Counts levels; enter() throws the RecursionError. Every walk goes through here, so this is where it polls, too.
class NestingGuard {
  public:
    explicit NestingGuard(const NestingLimits& limits)
        : poll_(limits.poll), max_depth_(limits.max_depth), stack_limit_(limits.stack_limit) {
        if (stack_limit_ == 0) {
            uintptr_t here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
            stack_limit_ = here > NestingLimits::kStackBudget ? here - NestingLimits::kStackBudget : 0;
        }
    }

    void enter() {
        if (++depth_ > max_depth_ || reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < stack_limit_) overflow();
        if (++nodes_ == kNodesPerPoll) poll();
    }
    void leave() { --depth_; }

    /// A text is about to be read once from end to end.
    void enter_text(size_t size) {
        if (size >= kLongText && !poll_.proceed(size / kTextPerWork)) stop();
    }

    /// One level, for the length of a C++ scope.
    class Level {
      public:
        explicit Level(NestingGuard& guard) : guard_(guard) { guard_.enter(); }
        ~Level() { guard_.leave(); }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

      private:
        NestingGuard& guard_;
    };

  private:
    [[noreturn]] static void overflow() {
        throw CompileFault{
            Diagnostic::of(DiagnosticKind::RecursionError, "maximum recursion depth exceeded during compilation")};
    }

    void poll() {
        nodes_ = 0;
        if (!poll_.proceed(kNodesPerPoll * kWorkPerNode)) stop();
    }

    [[noreturn]] static void stop() { throw CompileFault{Diagnostic::of(DiagnosticKind::Stopped, "")}; }

    static constexpr uint32_t kNodesPerPoll = 4096, kWorkPerNode = 4;
    static constexpr size_t kLongText = size_t{1} << 20, kTextPerWork = 8;

    Poll poll_;
    uint32_t nodes_ = 0;
    int depth_ = 0;
    int max_depth_;
    uintptr_t stack_limit_;
};

}  // namespace krait
