// The same with pybind11 and CPython.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

#include <pybind11/embed.h>

void define(pybind11::module_& m);
PYBIND11_EMBEDDED_MODULE(bench, m) { define(m); }

// CPU time: other programs on the machine do not count.
static double cpu_ns() {
    timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}

int main(int, char** argv) {
    constexpr int kRounds = 300000;
    pybind11::scoped_interpreter guard;
    pybind11::module_ m = pybind11::module_::import("bench");
    pybind11::dict space;
    std::ifstream file(argv[1]);
    space["__builtins__"] = pybind11::module_::import("builtins");
    pybind11::exec(std::string(std::istreambuf_iterator<char>(file), {}), space);
    pybind11::object f = space["f"], counter = m.attr("Counter")(0, 1);
    double best[5] = {1e9, 1e9, 1e9, 1e9, 1e9};
    for (int round = 0; round < 7; ++round) {
        int sum = 0;
        double start = cpu_ns();
        for (int i = 0; i < kRounds; ++i) sum += f(i & 7, 1).cast<int>();
        double each = (cpu_ns() - start) / kRounds;
        best[0] = std::min(best[0], sum ? each : 1e9);
        best[1] = std::min(best[1], space["from_python"](counter, kRounds).cast<double>());
        best[2] = std::min(best[2], space["functions"](m.attr("twice"), kRounds).cast<double>());
        best[3] = std::min(best[3], space["properties"](counter, kRounds).cast<double>());
        best[4] = std::min(best[4], space["constructions"](m.attr("Counter"), kRounds).cast<double>());
    }
    const char* names[] = {"C++ calls Python function", "Python calls bound method", "Python calls bound function",
                           "Python reads bound property", "Python makes bound object"};
    for (int i = 0; i < 5; ++i) std::printf("%s\t%.1f\n", names[i], best[i]);
}
