// What interpreters cost as a whole: construction, lives one after the other, many alive, work on all cores. One
// "name value unit" per line, separated by tabs.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <krait/krait.hpp>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

double cpu_seconds(clockid_t clock) {
    timespec t;
    clock_gettime(clock, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

long resident_kib() {
    long total = 0, resident = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &total, &resident) != 2) resident = 0;
        std::fclose(file);
    }
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void tell(const char* name, double value, const char* unit) { std::printf("%s\t%.3f\t%s\n", name, value, unit); }

constexpr const char* kWork = R"(
def work(n):
    total = 0
    words = {}
    for i in range(n):
        total += i * i % 7
        words[str(i % 100)] = total
    return total
work(150000)
)";

void constructions() {
    std::vector<double> make, end;
    for (int i = 0; i < 301; ++i) {
        double start = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
        auto python = std::make_unique<krait::Interpreter>();
        double middle = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
        python.reset();
        end.push_back(cpu_seconds(CLOCK_THREAD_CPUTIME_ID) - middle);
        make.push_back(middle - start);
    }
    tell("construction, median", median(make) * 1e3, "ms");
    tell("destruction, median", median(end) * 1e3, "ms");
}

void lives(int count) {
    auto one = [] {
        krait::Interpreter python;
        python.exec("class Node: pass\na = Node()\na.me = a\ndef twice(n): return n * 2\n");
        if (python.call("twice", 21).get<int>() != 42) std::abort();
    };
    for (int i = 0; i < 100; ++i) one();
    long before = resident_kib();
    double start = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
    for (int i = 0; i < count; ++i) one();
    tell("create, run, destroy", (cpu_seconds(CLOCK_THREAD_CPUTIME_ID) - start) * 1e3 / count, "ms each");
    tell("memory after all of these lives", static_cast<double>(resident_kib() - before), "KiB more");
}

void alive() {
    std::vector<std::thread> threads;
    long before = resident_kib(), most = 0;
    std::vector<std::vector<std::unique_ptr<krait::Interpreter>>> all(16);
    for (auto& mine : all)
        threads.emplace_back([&mine] {
            for (int i = 0; i < 4; ++i) mine.push_back(std::make_unique<krait::Interpreter>());
            for (auto& python : mine) python->exec("x = [str(i) for i in range(1000)]");
        });
    for (auto& thread : threads) thread.join();
    most = resident_kib() - before;
    all.clear();
    tell("64 interpreters on 16 threads, each", static_cast<double>(most) / 64, "KiB");
}

// Seconds of the wall clock and of the process's CPU time.
struct Cost {
    double wall, cpu;
};

template <class Work>
Cost cost_of(Work work) {
    auto start = std::chrono::steady_clock::now();
    double cpu = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID);
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            cpu_seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu};
}

template <class Work>
void on_threads(unsigned count, Work work) {
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < count; ++i) threads.emplace_back(work);
    for (auto& thread : threads) thread.join();
}

// How much more 16 threads get done than one would: the time the work took on one thread by the time it took on them.
// Beside it the machine's own speed-up, that of a loop that only computes, on as many threads as it says it has cores:
// virtual cores that share a real one, or a machine that others use, give less than 1 for each. The clock of such a
// machine changes from second to second: short rounds of everything take turns, and the medians are told.
void parallel() {
    constexpr int kRounds = 15, kThreads = 16;
    const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
    auto loop = [] {
        volatile std::uint64_t n = 1;
        for (int i = 0; i < 50'000'000; ++i) n = n * 6364136223846793005u + 1;
    };
    auto one = [] {
        krait::Interpreter python;
        python.exec(kWork);
    };
    one();
    std::vector<double> possible, reached, cpu;
    for (int round = 0; round < kRounds; ++round) {
        Cost loop_alone = cost_of([&] { on_threads(1, loop); });
        Cost loop_together = cost_of([&] { on_threads(cores, loop); });
        Cost alone = cost_of([&] { for (int i = 0; i < kThreads; ++i) one(); });
        Cost together = cost_of([&] { on_threads(kThreads, one); });
        possible.push_back(loop_alone.wall / loop_together.wall);
        reached.push_back(alone.wall / together.wall / cores);
        cpu.push_back(together.cpu / alone.cpu);
    }
    tell("the machine's own speed-up by core", median(possible), "of 1");
    tell("16 threads, speed-up by core", median(reached), "of 1");
    tell("16 threads, CPU time over one thread's", median(cpu), "x");
}

}  // namespace

int main(int argc, char** argv) {
    constructions();
    lives(argc > 1 ? std::stoi(argv[1]) : 10000);
    alive();
    parallel();
}
