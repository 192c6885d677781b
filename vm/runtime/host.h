// Host: everything outside the interpreter that it may touch. An interpreter without a capability has no code path to
// it: the default implementation refuses with EPERM. All calls are made from the interpreter's thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace krait {

struct FileStatus {
    uint32_t mode = 0;
    uint64_t inode = 0, device = 0, links = 0, size = 0;
    uint32_t uid = 0, gid = 0;
    int64_t atime_ns = 0, mtime_ns = 0, ctime_ns = 0;
    uint64_t block_size = 0, blocks = 0, special_device = 0;
};

class Host {
  public:
    virtual ~Host() = default;
    // Files by descriptor, POSIX meaning; a negative result is -errno.
    virtual int open(const std::string& path, int flags, uint32_t mode);
    virtual int close(int fd);
    virtual int64_t read(int fd, void* buffer, size_t n);
    virtual int64_t write(int fd, const void* data, size_t n);
    virtual int64_t seek(int fd, int64_t offset, int whence);
    virtual int truncate(int fd, int64_t size);
    virtual int status(const std::string& path, bool follow_links, FileStatus* out);
    virtual int status(int fd, FileStatus* out);
    virtual bool is_terminal(int fd);
    virtual int list_directory(const std::string& path, std::vector<std::string>* names);
    virtual int make_directory(const std::string& path, uint32_t mode);
    virtual int remove(const std::string& path, bool directory);
    virtual int rename(const std::string& from, const std::string& to);
    virtual int current_directory(std::string* path);
    virtual int change_directory(const std::string& path);
    // Environment: "NAME=value" entries.
    virtual std::vector<std::string> environment();
    // Clocks in nanoseconds.
    virtual int64_t wall_time_ns();
    virtual int64_t monotonic_ns();
    virtual int64_t cpu_time_ns();      // of the process
    virtual int64_t thread_time_ns();   // of the calling thread
    virtual void sleep_ns(int64_t ns);
    virtual int random_bytes(void* out, size_t n);
    virtual int process_id();
    // More about files.
    virtual int change_mode(const std::string& path, uint32_t mode);
    virtual int read_link(const std::string& path, std::string* target);
    virtual int make_link(const std::string& target, const std::string& path, bool symbolic);
    // Time of last access and modification.
    virtual int set_times(const std::string& path, int64_t atime_ns, int64_t mtime_ns);
    // POSIX access(): 0 when allowed.
    virtual int access(const std::string& path, int mode);
    virtual int terminal_size(int fd, int* columns, int* lines);
    virtual int duplicate(int fd);
    virtual int make_pipe(int fds[2]);
    virtual int sync(int fd);   // fsync()
    virtual int parent_process_id();
    // User time, system time, children's user and system time, elapsed real time: nanoseconds.
    virtual void process_times(int64_t times[5]);
    // Whether scripts may use the system beyond this interface: modules like _socket, select, mmap or pwd, which make
    // their own system calls, and threads. Without it those modules do not exist (builtins/modules/registry.cpp).
    virtual bool system_access() const { return false; }
};

// The process's own files, clocks and environment: what the command line gives (vm/runtime/posix_host.cpp).
class PosixHost : public Host {
  public:
    int open(const std::string& path, int flags, uint32_t mode) override;
    int close(int fd) override;
    int64_t read(int fd, void* buffer, size_t n) override;
    int64_t write(int fd, const void* data, size_t n) override;
    int64_t seek(int fd, int64_t offset, int whence) override;
    int truncate(int fd, int64_t size) override;
    int status(const std::string& path, bool follow_links, FileStatus* out) override;
    int status(int fd, FileStatus* out) override;
    bool is_terminal(int fd) override;
    int list_directory(const std::string& path, std::vector<std::string>* names) override;
    int make_directory(const std::string& path, uint32_t mode) override;
    int remove(const std::string& path, bool directory) override;
    int rename(const std::string& from, const std::string& to) override;
    int current_directory(std::string* path) override;
    int change_directory(const std::string& path) override;
    std::vector<std::string> environment() override;
    int64_t wall_time_ns() override;
    int64_t monotonic_ns() override;
    int64_t cpu_time_ns() override;
    int64_t thread_time_ns() override;
    void sleep_ns(int64_t ns) override;
    int random_bytes(void* out, size_t n) override;
    int process_id() override;
    int change_mode(const std::string& path, uint32_t mode) override;
    int read_link(const std::string& path, std::string* target) override;
    int make_link(const std::string& target, const std::string& path, bool symbolic) override;
    int set_times(const std::string& path, int64_t atime_ns, int64_t mtime_ns) override;
    int access(const std::string& path, int mode) override;
    int terminal_size(int fd, int* columns, int* lines) override;
    int duplicate(int fd) override;
    int make_pipe(int fds[2]) override;
    int sync(int fd) override;
    int parent_process_id() override;
    void process_times(int64_t times[5]) override;
    bool system_access() const override { return true; }
};

}  // namespace krait
