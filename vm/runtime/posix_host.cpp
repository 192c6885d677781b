// Host on the process's own POSIX interface. Calls interrupted by a signal are repeated, except reads from a terminal
// and sleeping, where the interpreter looks at its interrupt flag first.
#include <dirent.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "support/clock.h"
#include "vm/runtime/host.h"

extern char** environ;

namespace krait {

namespace {

int result(int r) { return r < 0 ? -errno : r; }

void fill(const struct stat& from, FileStatus* out) {
    out->mode = from.st_mode;
    out->inode = from.st_ino;
    out->device = from.st_dev;
    out->links = from.st_nlink;
    out->size = static_cast<uint64_t>(from.st_size);
    out->uid = from.st_uid;
    out->gid = from.st_gid;
    out->atime_ns = ns_of(from.st_atim);
    out->mtime_ns = ns_of(from.st_mtim);
    out->ctime_ns = ns_of(from.st_ctim);
    out->block_size = static_cast<uint64_t>(from.st_blksize);
    out->blocks = static_cast<uint64_t>(from.st_blocks);
    out->special_device = from.st_rdev;
}

// A path with a NUL inside names nothing.
bool usable(const std::string& path) { return path.find('\0') == std::string::npos; }

}  // namespace

int PosixHost::open(const std::string& path, int flags, uint32_t mode) {
    if (!usable(path)) return -EINVAL;
    return result(::open(path.c_str(), flags | O_CLOEXEC, static_cast<mode_t>(mode)));   // -EINTR: as for read()
}

int PosixHost::close(int fd) { return result(::close(fd)); }

int64_t PosixHost::read(int fd, void* buffer, size_t n) {
    ssize_t got = ::read(fd, buffer, n);   // -EINTR: the caller looks at its interrupts first
    return got < 0 ? -errno : got;
}

int64_t PosixHost::write(int fd, const void* data, size_t n) {
    ssize_t done = ::write(fd, data, n);
    return done < 0 ? -errno : done;
}

int64_t PosixHost::seek(int fd, int64_t offset, int whence) {
    off_t at = ::lseek(fd, offset, whence);
    return at < 0 ? -errno : at;
}

int PosixHost::truncate(int fd, int64_t size) { return result(::ftruncate(fd, size)); }

int PosixHost::status(const std::string& path, bool follow_links, FileStatus* out) {
    if (!usable(path)) return -EINVAL;
    struct stat s;
    int r = follow_links ? ::stat(path.c_str(), &s) : ::lstat(path.c_str(), &s);
    if (r < 0) return -errno;
    fill(s, out);
    return 0;
}

int PosixHost::status(int fd, FileStatus* out) {
    struct stat s;
    if (::fstat(fd, &s) < 0) return -errno;
    fill(s, out);
    return 0;
}

bool PosixHost::is_terminal(int fd) { return ::isatty(fd) == 1; }

int PosixHost::list_directory(const std::string& path, std::vector<std::string>* names) {
    if (!usable(path)) return -EINVAL;
    DIR* directory = ::opendir(path.c_str());
    if (!directory) return -errno;
    int error = 0;
    for (;;) {
        errno = 0;
        dirent* entry = ::readdir(directory);
        if (!entry) {
            error = errno;
            break;
        }
        std::string name = entry->d_name;
        if (name != "." && name != "..") names->push_back(std::move(name));
    }
    ::closedir(directory);
    return -error;
}

int PosixHost::make_directory(const std::string& path, uint32_t mode) {
    if (!usable(path)) return -EINVAL;
    return result(::mkdir(path.c_str(), static_cast<mode_t>(mode)));
}

int PosixHost::remove(const std::string& path, bool directory) {
    if (!usable(path)) return -EINVAL;
    return result(directory ? ::rmdir(path.c_str()) : ::unlink(path.c_str()));
}

int PosixHost::rename(const std::string& from, const std::string& to) {
    if (!usable(from) || !usable(to)) return -EINVAL;
    return result(::rename(from.c_str(), to.c_str()));
}

int PosixHost::current_directory(std::string* path) {
    char* name = ::getcwd(nullptr, 0);
    if (!name) return -errno;
    *path = name;
    ::free(name);
    return 0;
}

int PosixHost::change_directory(const std::string& path) {
    if (!usable(path)) return -EINVAL;
    return result(::chdir(path.c_str()));
}

std::vector<std::string> PosixHost::environment() {
    std::vector<std::string> entries;
    for (char** e = environ; e && *e; ++e) entries.emplace_back(*e);
    return entries;
}

int64_t PosixHost::wall_time_ns() { return clock_ns(CLOCK_REALTIME); }
int64_t PosixHost::monotonic_ns() { return clock_ns(CLOCK_MONOTONIC); }
int64_t PosixHost::cpu_time_ns() { return clock_ns(CLOCK_PROCESS_CPUTIME_ID); }
int64_t PosixHost::thread_time_ns() { return clock_ns(CLOCK_THREAD_CPUTIME_ID); }

void PosixHost::sleep_ns(int64_t ns) {
    if (ns <= 0) return;
    timespec time = timespec_of(ns);
    ::nanosleep(&time, nullptr);
}

int PosixHost::random_bytes(void* out, size_t n) {
    char* at = static_cast<char*>(out);
    while (n > 0) {
        ssize_t got = ::getrandom(at, n, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return -errno;
        at += got;
        n -= static_cast<size_t>(got);
    }
    return 0;
}

int PosixHost::process_id() { return ::getpid(); }
int PosixHost::parent_process_id() { return ::getppid(); }

int PosixHost::change_mode(const std::string& path, uint32_t mode) {
    if (!usable(path)) return -EINVAL;
    return result(::chmod(path.c_str(), static_cast<mode_t>(mode)));
}

int PosixHost::read_link(const std::string& path, std::string* target) {
    if (!usable(path)) return -EINVAL;
    char text[4096];
    ssize_t n = ::readlink(path.c_str(), text, sizeof text);
    if (n < 0) return -errno;
    target->assign(text, static_cast<size_t>(n));
    return 0;
}

int PosixHost::make_link(const std::string& target, const std::string& path, bool symbolic) {
    if (!usable(target) || !usable(path)) return -EINVAL;
    return result(symbolic ? ::symlink(target.c_str(), path.c_str()) : ::link(target.c_str(), path.c_str()));
}

int PosixHost::set_times(const std::string& path, int64_t atime_ns, int64_t mtime_ns) {
    if (!usable(path)) return -EINVAL;
    timespec times[2] = {timespec_of(atime_ns), timespec_of(mtime_ns)};
    return result(::utimensat(AT_FDCWD, path.c_str(), times, 0));
}

int PosixHost::access(const std::string& path, int mode) {
    if (!usable(path)) return -EINVAL;
    return result(::access(path.c_str(), mode));
}

int PosixHost::terminal_size(int fd, int* columns, int* lines) {
    winsize size{};
    if (::ioctl(fd, TIOCGWINSZ, &size) < 0) return -errno;
    *columns = size.ws_col;
    *lines = size.ws_row;
    return 0;
}

int PosixHost::duplicate(int fd) { return result(::fcntl(fd, F_DUPFD_CLOEXEC, 0)); }
int PosixHost::make_pipe(int fds[2]) { return result(::pipe2(fds, O_CLOEXEC)); }
int PosixHost::sync(int fd) { return result(::fsync(fd)); }

void PosixHost::process_times(int64_t out[5]) {
    tms used{};
    int64_t elapsed = static_cast<int64_t>(::times(&used));
    int64_t tick = kNsPerSecond / ::sysconf(_SC_CLK_TCK);
    out[0] = used.tms_utime * tick;
    out[1] = used.tms_stime * tick;
    out[2] = used.tms_cutime * tick;
    out[3] = used.tms_cstime * tick;
    out[4] = elapsed * tick;
}

}  // namespace krait
