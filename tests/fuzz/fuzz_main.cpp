// Replays inputs of the fuzz targets without libFuzzer: krait_fuzz_replay FILE...
// A file named *.pyc is a .pyc file with its header, *.marshal marshalled code alone; anything else is source text.
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/fuzz/fuzz.h"

namespace {

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
    if (ends_with(path, ".pyc")) krait::fuzz::run_pyc(input.size() < 12 ? std::string_view() : std::string_view(input).substr(12));
    else if (ends_with(path, ".marshal")) krait::fuzz::run_pyc(input);
    else krait::fuzz::run_source(input);
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    bool read_all = true;
    for (int i = 1; i < argc; ++i) read_all &= replay(argv[i]);
    return read_all ? 0 : 1;
}
