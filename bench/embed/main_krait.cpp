// Costs of calls between C++ and Krait: one "name nanoseconds" per line, the best of some rounds.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

#include <krait/krait.hpp>

void define(krait::Module& m);

// CPU time: other programs on the machine do not count.
static double cpu_ns() {
    timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}

int main(int, char** argv) {
    constexpr int kRounds = 300000;
    krait::Options options;
    options.access = krait::Access::Process;
    krait::Interpreter python(std::move(options));
    krait::Module m = python.module("bench");
    define(m);
    std::ifstream file(argv[1]);
    python.exec(std::string(std::istreambuf_iterator<char>(file), {}));
    krait::Object f = python.get("f"), counter = m.attr("Counter")(0, 1);
    double best[5] = {1e9, 1e9, 1e9, 1e9, 1e9};
    for (int round = 0; round < 7; ++round) {
        int sum = 0;
        double start = cpu_ns();
        for (int i = 0; i < kRounds; ++i) sum += f.call_as<int>(i & 7, 1);
        double each = (cpu_ns() - start) / kRounds;
        best[0] = std::min(best[0], sum ? each : 1e9);
        best[1] = std::min(best[1], python.get("from_python")(counter, kRounds).get<double>());
        best[2] = std::min(best[2], python.get("functions")(m.attr("twice"), kRounds).get<double>());
        best[3] = std::min(best[3], python.get("properties")(counter, kRounds).get<double>());
        best[4] = std::min(best[4], python.get("constructions")(m.attr("Counter"), kRounds).get<double>());
    }
    const char* names[] = {"C++ calls Python function", "Python calls bound method", "Python calls bound function",
                           "Python reads bound property", "Python makes bound object"};
    for (int i = 0; i < 5; ++i) std::printf("%s\t%.1f\n", names[i], best[i]);
}
