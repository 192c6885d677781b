// One interpreter per thread, nothing shared: the work of N threads takes as long as that of one, if the machine has
// N cores. The time goes to standard error, since it differs from run to run.
#include <chrono>
#include <iostream>
#include <thread>
#include <vector>

#include <krait/krait.hpp>

constexpr const char* kProgram = R"(
def primes(limit):
    sieve = [True] * (limit + 1)
    for n in range(2, int(limit ** 0.5) + 1):
        if sieve[n]:
            for k in range(n * n, limit + 1, n):
                sieve[k] = False
    return sum(1 for n in range(2, limit + 1) if sieve[n])
answer = primes(200000)
)";

int work() {
    krait::Interpreter python;
    python.exec(kProgram);
    return python.get("answer").get<int>();
}

double seconds(unsigned threads, std::vector<int>* answers) {
    auto start = std::chrono::steady_clock::now();
    answers->assign(threads, 0);
    std::vector<std::thread> running;
    for (unsigned i = 0; i < threads; ++i) running.emplace_back([i, answers] { (*answers)[i] = work(); });
    for (std::thread& thread : running) thread.join();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int main() {
    const unsigned threads = 4;
    std::vector<int> answers;
    double one = seconds(1, &answers), many = seconds(threads, &answers);
    for (int answer : answers) std::cout << answer << "\n";
    std::cerr << threads << " threads did " << threads * one / many << " times the work of one in the same time ("
              << std::thread::hardware_concurrency() << " cores)\n";
}
