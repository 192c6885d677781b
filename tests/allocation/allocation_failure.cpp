// Runs scripts with an allocation failure injected at every point: krait_allocation_failure [--stride N] SCRIPT...
// Without scripts it is the start of an interpreter that fails.
//
// Each run has an interpreter of its own whose n-th acquisition of memory fails (once, or from there on). The script
// must end normally or with a Python exception, the interpreter must work afterwards, and after its end not a byte may
// be left. Scripts that catch MemoryError see it like any other. Last line: `N passed, N failed`.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "embed/src/link.h"
#include "embed/src/world.h"

namespace {

using namespace krait::bridge;

constexpr uint64_t kHashSeed = 7;   // the same run every time

Settings settings() {
    Settings s;
    s.hash_seed = kHashSeed;
    s.steps = 20'000'000;
    s.on_stdout = s.on_stderr = [](std::string_view) {};
    return s;
}

struct Outcome {
    uint64_t acquisitions = 0;   // while the script ran
    size_t bytes_left = 0;
    bool usable = false;
    std::string error;           // type of the exception that ended the script; empty: none
};

// Failing acquisition number `n` from now; 0: none.
Outcome run_script(const std::string& source, uint64_t n, bool repeat) {
    Outcome outcome;
    krait::core::Link link;
    link.thread = krait::core::Link::this_thread();
    auto world = std::make_unique<World>(settings(), &link);
    krait::Interpreter& interp = world->interpreter();
    interp.bytes_left = &outcome.bytes_left;
    if (!world->start()) return outcome;
    uint64_t before = interp.heap.acquisitions();
    interp.heap.fail_after(n, repeat);
    ErrorData error;
    bool fine = exec(*world, source, "script.py", &error);
    interp.heap.fail_after(0, false);
    outcome.acquisitions = interp.heap.acquisitions() - before;
    if (!fine) outcome.error = error.type.empty() ? "?" : error.type;
    ErrorData again;
    outcome.usable = exec(*world, "probe = [str(i) for i in range(20)]\nassert len(probe) == 20\n", "probe.py", &again);
    if (!outcome.usable) std::fprintf(stderr, "afterwards: %s: %s\n", again.type.c_str(), again.message.c_str());
    world.reset();
    return outcome;
}

// A script's own except clauses may turn the MemoryError into something else; these two are the interpreter's fault.
bool is_fault(const Outcome& o) { return o.error == "SystemError" || o.error == "?" || !o.usable || o.bytes_left != 0; }

bool complain(const char* name, uint64_t n, bool repeat, const Outcome& o) {
    std::printf("%s: acquisition %llu%s: error %s, %s, %zu bytes left\n", name, static_cast<unsigned long long>(n),
                repeat ? " and all later ones" : "", o.error.empty() ? "none" : o.error.c_str(),
                o.usable ? "usable" : "not usable", o.bytes_left);
    return false;
}

bool test_script(const char* path, uint64_t stride) {
    std::ifstream file(path, std::ios::binary);
    std::string source{std::istreambuf_iterator<char>(file), {}};
    if (!file) {
        std::printf("%s: cannot be read\n", path);
        return false;
    }
    Outcome clean = run_script(source, 0, false);
    if (is_fault(clean) || !clean.error.empty()) return complain(path, 0, false, clean);
    uint64_t points = 0;
    for (uint64_t n = 1; n <= clean.acquisitions; n += stride) {
        for (bool repeat : {false, true}) {
            Outcome o = run_script(source, n, repeat);
            if (is_fault(o)) return complain(path, n, repeat, o);
            ++points;
        }
    }
    std::printf("%s: %llu of %llu points, each once and from there on\n", path,
                static_cast<unsigned long long>(points / 2), static_cast<unsigned long long>(clean.acquisitions));
    return true;
}

// An interpreter that cannot start says so and leaves nothing behind.
bool test_start(uint64_t stride) {
    for (uint64_t n = 1;; n += stride) {
        size_t left = 0;
        krait::core::Link link;
        link.thread = krait::core::Link::this_thread();
        auto world = std::make_unique<World>(settings(), &link);
        world->interpreter().bytes_left = &left;
        world->interpreter().heap.fail_after(n, false);
        bool started = world->start();
        uint64_t total = world->interpreter().heap.acquisitions();
        world->interpreter().heap.fail_after(0, false);
        world.reset();
        if (left != 0) {
            std::printf("start: acquisition %llu: %zu bytes left\n", static_cast<unsigned long long>(n), left);
            return false;
        }
        if (started && total < n) {
            std::printf("start: %llu points\n", static_cast<unsigned long long>((n - 1) / stride));
            return true;
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    uint64_t stride = 1;
    int passed = 0, failed = 0;
    auto count = [&](bool fine) { (fine ? passed : failed)++; };
    int first = 1;
    if (argc > 2 && std::strcmp(argv[1], "--stride") == 0) {
        stride = std::max(1ull, std::strtoull(argv[2], nullptr, 10));
        first = 3;
    }
    if (first >= argc) count(test_start(stride));
    for (int i = first; i < argc; ++i) count(test_script(argv[i], stride));
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
