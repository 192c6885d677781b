// Layout of a frozen executable: the interpreter; the files of the program one after the other, Python ones compiled
// and marshalled; an index of text lines "kind offset size path". Offset and size of the index replace the zeros of a
// mark in the interpreter's own data, so that a start costs no look at the file.
#include "repl/freeze.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <krait/krait.hpp>
#include <vector>

namespace krait::repl {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameSize = 24, kNumberSize = 20;
// "KRAIT FROZEN PROGRAM..: " and two decimal numbers. Volatile: the file is changed behind the compiler's back.
volatile const char kMark[kNameSize + 2 * kNumberSize + 1] =
    "KRAIT FROZEN PROGRAM..: "
    "00000000000000000000"
    "00000000000000000000";

std::uint64_t number_at(std::size_t at) {
    std::uint64_t n = 0;
    for (std::size_t i = 0; i < kNumberSize; ++i) n = n * 10 + static_cast<std::uint64_t>(kMark[at + i] - '0');
    return n;
}

std::string mark_text(std::uint64_t offset, std::uint64_t size) {
    std::string text;
    for (std::size_t i = 0; i < kNameSize; ++i) text += kMark[i];
    for (std::uint64_t n : {offset, size}) {
        std::string digits = std::to_string(n);
        text += std::string(kNumberSize - digits.size(), '0') + digits;
    }
    return text;
}

bool read_file(const fs::path& path, std::string* out) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return false;
    out->assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    return true;
}

struct Archive {
    std::string data, index;
    std::uint64_t base = 0;  // where data will begin

    void add(const std::string& kind, const std::string& name, const std::string& content) {
        index +=
            kind + " " + std::to_string(base + data.size()) + " " + std::to_string(content.size()) + " " + name + "\n";
        data += content;
    }
    bool add_file(const fs::path& path, const std::string& name, int optimize) {
        std::string content;
        if (!read_file(path, &content)) {
            std::fprintf(stderr, "krait: can't read '%s'\n", path.c_str());
            return false;
        }
        if (path.extension() != ".py") return add("data", name, content), true;
        constexpr std::size_t kHeader = 12;
        add("code", name, compile_pyc(content, name, 0, optimize).substr(kHeader));
        return true;
    }
};

bool collect(const fs::path& program, int optimize, Archive* archive) {
    if (!fs::is_directory(program)) return archive->add_file(program, "__main__.py", optimize);
    if (!fs::is_regular_file(program / "__main__.py")) {
        std::fprintf(stderr, "krait: can't find '__main__' module in '%s'\n", program.c_str());
        return false;
    }
    std::vector<fs::path> files;
    for (auto it = fs::recursive_directory_iterator(program); it != fs::recursive_directory_iterator(); ++it) {
        std::string name = it->path().filename().string();
        if (it->is_directory() && (name == "__pycache__" || name[0] == '.'))
            it.disable_recursion_pending();
        else if (it->is_regular_file() && name[0] != '.')
            files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
    return std::all_of(files.begin(), files.end(), [&](const fs::path& file) {
        return archive->add_file(file, fs::relative(file, program).generic_string(), optimize);
    });
}

}  // namespace

bool frozen_program(std::uint64_t* offset, std::uint64_t* size) {
    *offset = number_at(kNameSize);
    *size = number_at(kNameSize + kNumberSize);
    return *offset != 0;
}

std::string own_path() {
    std::error_code error;
    fs::path path = fs::read_symlink("/proc/self/exe", error);
    return error ? "" : path.string();
}

int freeze(const CommandLine& line) {
    std::string executable;
    Archive archive;
    if (!fs::exists(line.source)) {
        std::fprintf(stderr, "krait: can't open '%s': no such file or folder\n", line.source.c_str());
        return 2;
    }
    if (!read_file(own_path(), &executable)) {
        std::fputs("krait: can't read its own executable\n", stderr);
        return 1;
    }
    archive.base = executable.size();
    try {
        if (!collect(line.source, line.optimize, &archive)) return 1;
    } catch (const Error& error) {
        std::fputs(error.traceback().c_str(), stderr);
        return 1;
    }
    std::size_t mark = executable.find(mark_text(0, 0));
    if (mark == std::string::npos) {
        std::fputs("krait: this executable holds a program already\n", stderr);
        return 1;
    }
    std::string text = mark_text(archive.base + archive.data.size(), archive.index.size());
    executable.replace(mark, text.size(), text);
    std::ofstream out(line.target, std::ios::binary | std::ios::trunc);
    out << executable << archive.data << archive.index;
    out.close();
    std::error_code error;
    if (out) fs::permissions(line.target, fs::perms(0755), error);
    if (out && !error) return 0;
    std::fprintf(stderr, "krait: can't write '%s': %s\n", line.target.c_str(), std::strerror(errno));
    return 1;
}

}  // namespace krait::repl
