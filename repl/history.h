// The lines typed at prompts, kept in a file across sessions. Blocks are one entry; a repeated entry moves to the end.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace krait::repl {

class History {
  public:
    explicit History(std::string path);  // empty: nothing is kept
    void add(const std::string& entry);
    std::size_t size() const { return entries_.size(); }
    const std::string& at(std::size_t i) const { return entries_[i]; }
    // The newest entry below `below` that begins with / contains the text; size() when there is none.
    std::size_t find_prefix(const std::string& prefix, std::size_t below) const;
    std::size_t find_containing(const std::string& text, std::size_t below) const;
    // $XDG_STATE_HOME/krait/history or ~/.local/state/krait/history; folders are made. Empty: no place.
    static std::string default_path();

  private:
    void load();
    void rewrite() const;
    void keep(const std::string& entry);

    std::string path_;
    std::vector<std::string> entries_;
};

}  // namespace krait::repl
