// Replays inputs of the fuzz targets without libFuzzer: krait_fuzz_replay FILE... | krait_fuzz_replay --stream
// A file named *.pyc is a .pyc file with its header, *.marshal marshalled code alone, *.text an input of fuzz_text;
// anything else is source text.
// A stream on standard input is a sequence of "KIND SIZE\n" and SIZE bytes, KIND being `marshal`, `text` or `source`;
// after each a line is written to standard output, so that whoever feeds it knows which input took too long or crashed.
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/fuzz/fuzz.h"

namespace {

constexpr std::size_t kLargest = std::size_t{16} << 20;

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool replay(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::fprintf(stderr, "krait_fuzz_replay: cannot read %s\n", path.c_str());
        return false;
    }
    std::ostringstream content;
    content << file.rdbuf();
    std::string input = content.str();
    std::fprintf(stderr, "%s\n", path.c_str());   // before it runs: the last name is the one that crashed
    if (ends_with(path, ".pyc"))
        krait::fuzz::run_pyc(input.size() < 12 ? std::string_view() : std::string_view(input).substr(12));
    else if (ends_with(path, ".marshal")) krait::fuzz::run_pyc(input);
    else if (ends_with(path, ".text")) krait::fuzz::run_text(input);
    else krait::fuzz::run_source(input);
    return true;
}

bool replay_stream() {
    char kind[16];
    std::size_t size = 0;
    std::string input;
    while (std::scanf("%15s %zu", kind, &size) == 2) {
        if (std::getchar() != '\n' || size > kLargest) return false;
        input.resize(size);
        if (std::fread(input.data(), 1, size, stdin) != size) return false;
        if (std::string_view(kind) == "marshal") krait::fuzz::run_pyc(input);
        else if (std::string_view(kind) == "text") krait::fuzz::run_text(input);
        else krait::fuzz::run_source(input);
        std::puts("done");
        std::fflush(stdout);
    }
    return std::feof(stdin) != 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--stream") return replay_stream() ? 0 : 1;
    bool read_all = true;
    for (int i = 1; i < argc; ++i) read_all &= replay(argv[i]);
    return read_all ? 0 : 1;
}
