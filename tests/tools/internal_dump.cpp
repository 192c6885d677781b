// krait_internal_dump: translates code records (code_record.h) from stdin and prints their internal form, or
//   --time N    only measures: nanoseconds per bytecode over N rounds, instructions and caches per bytecode
//   --check     verifies every translation with check_internal.h and prints what is wrong
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "tests/tools/check_internal.h"
#include "tests/tools/code_record.h"
#include "vm/translate/translator.h"

using namespace krait;

namespace {

TranslationInput input_of(const CodeRecord& record) {
    TranslationInput input;
    input.view = view_of(record);
    input.total_args = record.total_args;
    input.cell_to_arg = record.cell_to_arg;
    return input;
}

void measure(int rounds) {
    std::vector<CodeRecord> records;
    for (CodeRecord record; read_code_record(record);) records.push_back(std::move(record));
    size_t bytecodes = 0;
    size_t instructions = 0;
    size_t caches = 0;
    Translator translator;
    const auto start = std::chrono::steady_clock::now();
    for (int round = 0; round < rounds; ++round) {
        for (const CodeRecord& record : records) {
            if (!translator.translate(input_of(record))) continue;
            bytecodes += translator.structure().instruction_count();
            instructions += translator.result().ins.size();
            caches += translator.result().cache_names.size();
        }
    }
    const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
    const auto per_bytecode = [&](double amount) { return amount / static_cast<double>(bytecodes); };
    std::printf("%zu code objects: %.1f ns per bytecode, %.2f instructions and %.2f caches per bytecode\n",
                records.size(), per_bytecode(time.count()), per_bytecode(static_cast<double>(instructions)),
                per_bytecode(static_cast<double>(caches)));
}

int check() {
    Translator translator;
    size_t count = 0;
    size_t refused = 0;
    size_t wrong = 0;
    for (CodeRecord record; read_code_record(record); ++count) {
        if (!translator.translate(input_of(record))) {
            ++refused;
            continue;
        }
        if (translator.result().ins.size() * translator.result().register_count > 2'000'000) continue;  // quadratic
        const std::string fault = InternalChecker(translator.result(), input_of(record)).run();
        if (fault.empty() || ++wrong > 5) continue;
        std::printf("code object %zu: %s\n%s\n", count, fault.c_str(), dump_internal(translator.result()).c_str());
    }
    std::printf("%zu code objects, %zu refused, %zu wrong\n", count, refused, wrong);
    return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "--time") == 0) {
        measure(std::atoi(argv[2]));
        return 0;
    }
    if (argc == 2 && std::strcmp(argv[1], "--check") == 0) return check();
    Translator translator;
    for (CodeRecord record; read_code_record(record);) {
        if (translator.translate(input_of(record))) {
            std::printf("%s=\n", dump_internal(translator.result()).c_str());
        } else {
            std::printf("refused %s\n=\n", std::string(rejection_text(translator.rejection())).c_str());
        }
    }
    return 0;
}
