#include "repl/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace krait::repl {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close();
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool close() {
        int number = number_;
        number_ = -1;
        return ::close(number) == 0;
    }

  private:
    int number_;
};

bool write_all(int to, std::string_view text) {
    while (!text.empty()) {
        ssize_t written = ::write(to, text.data(), text.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

bool read_file(const std::string& path, std::string* out) {
    constexpr std::size_t kChunk = 1 << 16;
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) return false;
    out->clear();
    for (std::size_t used = 0;;) {
        out->resize(used + kChunk);
        ssize_t got = ::read(file.number(), out->data() + used, kChunk);
        if (got < 0 && errno == EINTR) continue;
        if (got >= 0) used += static_cast<std::size_t>(got);
        if (got > 0) continue;
        out->resize(used);
        return got == 0;
    }
}

bool write_file(const std::string& path, std::initializer_list<std::string_view> parts, WriteMode mode,
                mode_t permissions) {
    int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (mode == WriteMode::Append ? O_APPEND : O_TRUNC);
    Descriptor file(::open(path.c_str(), flags, permissions));
    if (file.number() < 0) return false;
    for (std::string_view part : parts) {
        if (!write_all(file.number(), part)) return false;
    }
    return file.close();
}

}  // namespace krait::repl
