#include "repl/history.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>

#include "repl/files.h"

namespace krait::repl {

namespace {

constexpr std::size_t kMost = 2000;

std::string encoded(const std::string& entry) {
    std::string line;
    for (char c : entry) {
        if (c == '\\')
            line += "\\\\";
        else if (c == '\n')
            line += "\\n";
        else
            line += c;
    }
    return line;
}

std::string decoded(const std::string& line) {
    std::string entry;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\\' || i + 1 == line.size())
            entry += line[i];
        else
            entry += line[++i] == 'n' ? '\n' : line[i];
    }
    return entry;
}

}  // namespace

std::string History::default_path() {
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    std::string folder = state && *state ? state : home && *home ? std::string(home) + "/.local/state" : "";
    if (folder.empty()) return "";
    folder += "/krait";
    for (std::size_t i = 1; i <= folder.size(); ++i)
        if (i == folder.size() || folder[i] == '/') mkdir(folder.substr(0, i).c_str(), 0700);
    return folder + "/history";
}

History::History(std::string path) : path_(std::move(path)) { load(); }

void History::keep(const std::string& entry) {
    auto known = std::find(entries_.begin(), entries_.end(), entry);
    if (known != entries_.end()) entries_.erase(known);
    entries_.push_back(entry);
}

void History::load() {
    if (path_.empty()) return;
    std::string text;
    if (!read_file(path_, &text)) return;
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    std::size_t first = lines.size() > 2 * kMost ? lines.size() - 2 * kMost : 0;
    for (std::size_t i = first; i < lines.size(); ++i)
        if (!lines[i].empty()) keep(decoded(lines[i]));
    if (entries_.size() > kMost) entries_.erase(entries_.begin(), entries_.end() - static_cast<std::ptrdiff_t>(kMost));
    if (lines.size() > 2 * kMost) rewrite();
}

void History::rewrite() const {
    std::string text;
    for (const std::string& entry : entries_) text += encoded(entry) + '\n';
    if (write_file(path_ + ".new", {text})) std::rename((path_ + ".new").c_str(), path_.c_str());
}

void History::add(const std::string& entry) {
    if (entry.empty() || (!entries_.empty() && entries_.back() == entry)) return;
    keep(entry);
    if (path_.empty()) return;
    write_file(path_, {encoded(entry) + '\n'}, WriteMode::Append);  // sessions side by side do not lose lines
}

std::size_t History::find_prefix(const std::string& prefix, std::size_t below) const {
    for (std::size_t i = std::min(below, size()); i-- > 0;)
        if (entries_[i].starts_with(prefix)) return i;
    return size();
}
std::size_t History::find_containing(const std::string& text, std::size_t below) const {
    for (std::size_t i = std::min(below, size()); i-- > 0;)
        if (entries_[i].find(text) != std::string::npos) return i;
    return size();
}

}  // namespace krait::repl
