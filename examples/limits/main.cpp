// Five scripts that would bring a program down, each stopped, and the interpreter still answering afterwards.
#include <chrono>
#include <iostream>
#include <string_view>

#include <krait/krait.hpp>

struct Hostile {
    const char* what;
    const char* script;
};

constexpr Hostile kScripts[] = {
    {"an endless loop that catches everything",
     "while True:\n"
     "    try:\n"
     "        while True: pass\n"
     "    except BaseException:\n"
     "        pass\n"},
    {"a string of a petabyte", "text = 'x' * 10 ** 15"},
    {"a number of ten milliard digits", "10 ** 10 ** 10"},
    {"endless recursion", "def f(): return f()\nf()"},
    {"a list that grows for ever", "def grow():\n"
                                  "    items = []\n"
                                  "    while True: items.append('y' * 1000)\n"
                                  "grow()"},
};

int main() {
    krait::Options options;
    options.limits.memory = 32u << 20;
    options.limits.time = std::chrono::milliseconds(2000);
    krait::Interpreter python(std::move(options));
    for (const Hostile& hostile : kScripts) {
        auto start = std::chrono::steady_clock::now();
        try {
            python.exec(hostile.script);
            std::cout << hostile.what << ": not stopped\n";
        } catch (const krait::Error& error) {
            std::cout << hostile.what << ": " << error.type_name() << "\n";
        }
        auto took = std::chrono::steady_clock::now() - start;
        if (took > std::chrono::seconds(30)) std::cout << "    but it took too long\n";
        std::cout << "    afterwards: " << python.eval("sum(range(10))").get<int>() << "\n";
    }
    std::cout << (python.memory_peak() <= 32u << 20 ? "memory stayed" : "memory went") << " within the limit\n";
}
