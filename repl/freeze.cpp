// Layout of a frozen executable: the interpreter; the files of the program one after the other, Python ones compiled
// and marshalled; an index of text lines "kind offset size path". Offset and size of the index replace the zeros of a
// mark in the interpreter's own data, so that a start costs no look at the file.
#include "repl/freeze.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>
#include <krait/krait.hpp>
#include <vector>

#include "repl/files.h"

namespace krait::repl {

namespace {

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

enum class FileKind : unsigned char { None, Regular, Folder, Other };

FileKind kind_of(const std::string& path) {
    struct stat status;
    if (stat(path.c_str(), &status) != 0) return FileKind::None;
    if (S_ISDIR(status.st_mode)) return FileKind::Folder;
    return S_ISREG(status.st_mode) ? FileKind::Regular : FileKind::Other;
}

bool is_link(const std::string& path) {
    struct stat status;
    return lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

// The files below `folder`, as paths behind it; hidden ones, caches and folders behind links are left out.
void list_files(const std::string& folder, const std::string& prefix, std::vector<std::string>* out) {
    DIR* entries = opendir((folder + "/" + prefix).c_str());
    if (!entries) return;
    std::vector<std::string> folders;
    while (const dirent* entry = readdir(entries)) {
        std::string name = entry->d_name;
        if (name[0] == '.' || name == "__pycache__") continue;
        std::string path = prefix + name;
        FileKind kind = kind_of(folder + "/" + path);
        if (kind == FileKind::Regular) out->push_back(path);
        if (kind == FileKind::Folder && !is_link(folder + "/" + path)) folders.push_back(path + "/");
    }
    closedir(entries);
    for (const std::string& below : folders) list_files(folder, below, out);
}

struct Archive {
    std::string data, index;
    std::uint64_t base = 0;  // where data will begin

    void add(const std::string& kind, const std::string& name, const std::string& content) {
        index +=
            kind + " " + std::to_string(base + data.size()) + " " + std::to_string(content.size()) + " " + name + "\n";
        data += content;
    }
    bool add_file(const std::string& path, const std::string& name, int optimize) {
        std::string content;
        if (!read_file(path, &content)) {
            std::fprintf(stderr, "krait: can't read '%s'\n", path.c_str());
            return false;
        }
        if (!path.ends_with(".py")) return add("data", name, content), true;
        constexpr std::size_t kHeader = 12;
        add("code", name, compile_pyc(content, name, 0, optimize).substr(kHeader));
        return true;
    }
};

bool collect(const std::string& program, int optimize, Archive* archive) {
    if (kind_of(program) != FileKind::Folder) return archive->add_file(program, "__main__.py", optimize);
    if (kind_of(program + "/__main__.py") != FileKind::Regular) {
        std::fprintf(stderr, "krait: can't find '__main__' module in '%s'\n", program.c_str());
        return false;
    }
    std::vector<std::string> files;
    list_files(program, "", &files);
    std::sort(files.begin(), files.end());
    return std::all_of(files.begin(), files.end(), [&](const std::string& file) {
        return archive->add_file(program + "/" + file, file, optimize);
    });
}

}  // namespace

bool frozen_program(std::uint64_t* offset, std::uint64_t* size) {
    *offset = number_at(kNameSize);
    *size = number_at(kNameSize + kNumberSize);
    return *offset != 0;
}

std::string own_path() {
    char path[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path);
    return size < 0 ? "" : std::string(path, static_cast<std::size_t>(size));
}

int freeze(const CommandLine& line) {
    std::string executable;
    Archive archive;
    if (kind_of(line.source) == FileKind::None) {
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
    constexpr mode_t kExecutable = 0755;
    if (write_file(line.target, {executable, archive.data, archive.index}, WriteMode::Replace, kExecutable) &&
        chmod(line.target.c_str(), kExecutable) == 0)
        return 0;
    std::fprintf(stderr, "krait: can't write '%s': %s\n", line.target.c_str(), std::strerror(errno));
    return 1;
}

}  // namespace krait::repl
