// The outside world of an interpreter without access to the process: nothing but what the settings grant. Files are
// those below one folder, found without following symbolic links; descriptors are the script's own.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "embed/src/world.h"

namespace krait::bridge {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }
    int take() { return std::exchange(fd_, -1); }

  private:
    int fd_;
};

void fill(const struct stat& s, FileStatus* out) {
    auto ns = [](const timespec& t) { return int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec; };
    out->mode = s.st_mode;
    out->inode = s.st_ino;
    out->links = s.st_nlink;
    out->size = static_cast<uint64_t>(s.st_size);
    out->atime_ns = ns(s.st_atim);
    out->mtime_ns = ns(s.st_mtim);
    out->ctime_ns = ns(s.st_ctim);
    out->block_size = static_cast<uint64_t>(s.st_blksize);
    out->blocks = static_cast<uint64_t>(s.st_blocks);
}

class GrantedHost : public Host {
  public:
    explicit GrantedHost(const Settings& settings)
        : settings_(settings), root_(-1), random_state_(settings.random_seed.value_or(0)),
          virtual_now_(settings.clock_start_ns) {
        if (settings.folder) root_ = Descriptor(::open(settings.folder->c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    }
    ~GrantedHost() override {
        for (int fd : files_)
            if (fd >= 0) ::close(fd);
    }

    // --- files
    int open(const std::string& path, int flags, uint32_t mode) override {
        if (root_.get() < 0) return -EPERM;
        bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC | O_APPEND));
        if (writes && !settings_.folder_writable) return -EACCES;
        Place place = find(path);
        if (place.error) return place.error;
        constexpr int kAllowed = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_EXCL | O_DIRECTORY;
        int fd = ::openat(place.folder.get(), place.name.c_str(),
                          (flags & kAllowed) | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode & 0666);
        if (fd < 0) return -errno;
        Descriptor held(fd);
        struct stat s;
        if (::fstat(fd, &s) != 0 || !(S_ISREG(s.st_mode) || S_ISDIR(s.st_mode))) return -EACCES;   // no device, no pipe
        for (size_t i = 0; i < files_.size(); ++i)
            if (files_[i] < 0) return files_[i] = held.take(), static_cast<int>(i) + kFirst;
        if (files_.size() >= 64) return -EMFILE;
        files_.push_back(held.take());
        return static_cast<int>(files_.size() - 1) + kFirst;
    }
    int close(int fd) override {
        int* file = slot(fd);
        if (!file) return -EBADF;
        ::close(std::exchange(*file, -1));
        return 0;
    }
    int64_t read(int fd, void* buffer, size_t n) override {
        int* file = slot(fd);
        if (!file) return -EBADF;
        int64_t got = ::read(*file, buffer, n);
        return got < 0 ? -errno : got;
    }
    int64_t write(int fd, const void* data, size_t n) override {
        int* file = slot(fd);
        if (!file) return -EBADF;
        int64_t put = ::write(*file, data, n);
        return put < 0 ? -errno : put;
    }
    int64_t seek(int fd, int64_t offset, int whence) override {
        int* file = slot(fd);
        if (!file) return -EBADF;
        int64_t at = ::lseek(*file, offset, whence);
        return at < 0 ? -errno : at;
    }
    int truncate(int fd, int64_t size) override {
        int* file = slot(fd);
        if (!file) return -EBADF;
        return ::ftruncate(*file, size) == 0 ? 0 : -errno;
    }
    int status(const std::string& path, bool, FileStatus* out) override {
        if (root_.get() < 0) return -EPERM;
        Place place = find(path);
        if (place.error) return place.error;
        struct stat s;
        if (::fstatat(place.folder.get(), place.name.c_str(), &s, AT_SYMLINK_NOFOLLOW) != 0) return -errno;
        fill(s, out);
        return 0;
    }
    int status(int fd, FileStatus* out) override {
        int* file = slot(fd);
        struct stat s;
        if (!file) return -EBADF;
        if (::fstat(*file, &s) != 0) return -errno;
        fill(s, out);
        return 0;
    }
    int list_directory(const std::string& path, std::vector<std::string>* names) override {
        if (root_.get() < 0) return -EPERM;
        Place place = find(path);
        if (place.error) return place.error;
        int fd = ::openat(place.folder.get(), place.name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd < 0) return -errno;
        DIR* folder = ::fdopendir(fd);
        if (!folder) return ::close(fd), -ENOMEM;
        while (dirent* entry = ::readdir(folder))
            if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
                names->push_back(entry->d_name);
        ::closedir(folder);
        return 0;
    }
    int make_directory(const std::string& path, uint32_t mode) override {
        return change(path, [&](int folder, const char* name) { return ::mkdirat(folder, name, mode & 0777); });
    }
    int remove(const std::string& path, bool directory) override {
        return change(
            path, [&](int folder, const char* name) { return ::unlinkat(folder, name, directory ? AT_REMOVEDIR : 0); });
    }
    int rename(const std::string& from, const std::string& to) override {
        if (root_.get() < 0) return -EPERM;
        Place target = find(to);
        if (target.error) return target.error;
        return change(from, [&](int folder, const char* name) {
            return ::renameat(folder, name, target.folder.get(), target.name.c_str());
        });
    }
    int current_directory(std::string* path) override {
        if (root_.get() < 0) return -EPERM;
        *path = "/";
        return 0;
    }
    int access(const std::string& path, int mode) override {
        FileStatus s;
        if (int error = status(path, true, &s); error) return error;
        return (mode & W_OK) && !settings_.folder_writable ? -EACCES : 0;
    }
    int sync(int fd) override { return slot(fd) ? 0 : -EBADF; }

    // --- the rest
    std::vector<std::string> environment() override { return settings_.environment; }
    int64_t wall_time_ns() override { return now(true); }
    int64_t monotonic_ns() override { return now(false); }
    int64_t cpu_time_ns() override { return now(false); }
    void sleep_ns(int64_t ns) override {
        if (settings_.clock == Settings::Clock::Virtual) virtual_now_ += ns;
        else if (settings_.clock == Settings::Clock::Process) process_.sleep_ns(ns);
    }
    int random_bytes(void* out, size_t n) override {
        if (settings_.random_process) return process_.random_bytes(out, n);
        if (!settings_.random_seed) return -EPERM;
        auto* bytes = static_cast<unsigned char*>(out);
        for (size_t i = 0; i < n; ++i) {
            if (i % 8 == 0) {   // SplitMix64
                uint64_t z = random_state_ += 0x9e3779b97f4a7c15ull;
                z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
                z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
                random_word_ = z ^ (z >> 31);
            }
            bytes[i] = static_cast<unsigned char>(random_word_ >> (i % 8 * 8));
        }
        return 0;
    }

  private:
    static constexpr int kFirst = 3;
    struct Place {
        Descriptor folder{-1};
        std::string name;
        int error = 0;
    };

    int* slot(int fd) {
        size_t i = static_cast<size_t>(fd) - kFirst;
        return fd >= kFirst && i < files_.size() && files_[i] >= 0 ? &files_[i] : nullptr;
    }

    // The folder that holds the last part of the path. No symbolic link is followed, so ".." can be taken as text.
    Place find(const std::string& path) {
        Place place;
        std::vector<std::string> parts;
        for (size_t begin = 0; begin <= path.size();) {
            size_t end = std::min(path.find('/', begin), path.size());
            std::string part = path.substr(begin, end - begin);
            begin = end + 1;
            if (part.empty() || part == ".") continue;
            if (part == "..") {
                if (parts.empty()) return place.error = -EACCES, std::move(place);
                parts.pop_back();
            } else if (part.find('\0') != std::string::npos) {
                return place.error = -EINVAL, std::move(place);
            } else {
                parts.push_back(std::move(part));
            }
        }
        place.folder = Descriptor(::fcntl(root_.get(), F_DUPFD_CLOEXEC, 0));
        for (size_t i = 0; i + 1 < parts.size() && place.folder.get() >= 0; ++i)
            place.folder = Descriptor(
                ::openat(place.folder.get(), parts[i].c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (place.folder.get() < 0) place.error = -errno;
        place.name = parts.empty() ? "." : parts.back();
        return place;
    }

    template <class F>
    int change(const std::string& path, F&& action) {
        if (root_.get() < 0) return -EPERM;
        if (!settings_.folder_writable) return -EACCES;
        Place place = find(path);
        if (place.error) return place.error;
        return action(place.folder.get(), place.name.c_str()) == 0 ? 0 : -errno;
    }

    int64_t now(bool wall) {
        if (settings_.clock_ns) {
            try {
                virtual_now_ = settings_.clock_ns();
            } catch (...) {   // nothing may go through the machine: the time is what it was
            }
            return virtual_now_;
        }
        if (settings_.clock == Settings::Clock::Process)
            return wall ? process_.wall_time_ns() : process_.monotonic_ns();
        if (settings_.clock == Settings::Clock::Virtual) return virtual_now_ += settings_.clock_step_ns;
        return settings_.clock_start_ns;
    }

    const Settings& settings_;
    Descriptor root_;
    std::vector<int> files_;
    PosixHost process_;
    uint64_t random_state_, random_word_ = 0;
    int64_t virtual_now_;
};

}  // namespace

std::unique_ptr<Host> make_granted_host(const Settings& settings) { return std::make_unique<GrantedHost>(settings); }

}  // namespace krait::bridge
