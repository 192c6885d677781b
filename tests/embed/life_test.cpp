// Many interpreters: one after the other without growth, and side by side on threads without sharing.
#include <gtest/gtest.h>

#include <krait/krait.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include <unistd.h>

namespace {

using krait::Interpreter;

int rounds() {
    const char* text = std::getenv("KRAIT_EMBED_ROUNDS");
    int n = text ? std::atoi(text) : 0;
    return n > 0 ? n : 10'000;
}

// Resident bytes of this process; zero where it cannot be told.
long resident_bytes() {
    long total = 0, resident = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &total, &resident) != 2) resident = 0;
        std::fclose(file);
    }
    return resident * sysconf(_SC_PAGESIZE);
}

void one_life(int n) {
    Interpreter python;
    python.exec(
        "class Node:\n    pass\na = Node()\nb = Node()\na.other = b\nb.other = a\ndef twice(n): return n * 2\n");
    ASSERT_EQ(python.call("twice", n).get<int>(), 2 * n);
}

TEST(EmbedLife, ThousandsOneAfterTheOtherDoNotGrow) {
    const int total = rounds();
    for (int i = 0; i < 100; ++i) one_life(i);   // what the C++ library keeps for itself
    long before = resident_bytes();
    auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < total; ++i) one_life(i);
    double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    long grown = resident_bytes() - before;
    std::printf("%d interpreters: %.0f microseconds each, %ld KiB grown\n", total, seconds * 1e6 / total, grown / 1024);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)   // they keep freed memory on purpose
    EXPECT_LE(grown, 4l << 20);
#endif
}

TEST(EmbedLife, ManyAliveInAnyOrder) {
    std::vector<std::unique_ptr<Interpreter>> alive;
    for (int i = 0; i < 16; ++i) {
        alive.push_back(std::make_unique<Interpreter>());
        alive.back()->set("mine", i);
    }
    for (int i = 1; i < 16; i += 2) alive[static_cast<std::size_t>(i)].reset();
    for (int i = 0; i < 16; i += 2) EXPECT_EQ(alive[static_cast<std::size_t>(i)]->eval("mine * 10").get<int>(), 10 * i);
}

constexpr const char* kProgram = R"(
import math
def primes(limit):
    sieve = [True] * (limit + 1)
    for n in range(2, int(math.sqrt(limit)) + 1):
        if sieve[n]:
            for k in range(n * n, limit + 1, n):
                sieve[k] = False
    return [n for n in range(2, limit + 1) if sieve[n]]
class Counter:
    def __init__(self): self.words = {}
    def add(self, word): self.words[word] = self.words.get(word, 0) + 1
counter = Counter()
for p in primes(2000):
    counter.add(str(p)[-1] + tag)
summary = ','.join('%s=%d' % item for item in sorted(counter.words.items()))
)";

TEST(EmbedLife, SixteenThreadsOfFourInterpretersShareNothing) {
    std::vector<std::string> failures(16);
    std::vector<std::thread> threads;
    for (int n = 0; n < 16; ++n) {
        threads.emplace_back([n, &failures] {
            std::string& failure = failures[static_cast<std::size_t>(n)];
            try {
                std::vector<Interpreter> four;
                for (int i = 0; i < 4; ++i) {
                    four.emplace_back();
                    four.back().set("tag", "-" + std::to_string(4 * n + i));
                }
                for (Interpreter& python : four) python.exec(kProgram);
                for (int i = 0; i < 4; ++i) {
                    std::string tag = "-" + std::to_string(4 * n + i),
                                got = four[static_cast<std::size_t>(i)].get("summary").str();
                    std::string want =
                        "1" + tag + "=73,2" + tag + "=1,3" + tag + "=78,5" + tag + "=1,7" + tag + "=77,9" + tag + "=73";
                    if (got != want) failure = got;
                }
            } catch (const std::exception& error) {
                failure = error.what();
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& failure : failures) EXPECT_EQ(failure, "");
}

TEST(EmbedLife, DestroyedByAnotherThread) {
    auto python = std::make_unique<Interpreter>();
    python->exec("class A:\n    def __del__(self): [x for x in range(10)]\na = A()");
    std::thread([&] { python.reset(); }).join();
    EXPECT_EQ(python, nullptr);
}

}  // namespace
