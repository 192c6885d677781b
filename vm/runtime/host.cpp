// The host of an interpreter without capabilities: everything is refused.
#include "vm/runtime/host.h"

#include <cerrno>

namespace krait {

int Host::open(const std::string&, int, uint32_t) { return -EPERM; }
int Host::close(int) { return -EBADF; }
int64_t Host::read(int, void*, size_t) { return -EPERM; }
int64_t Host::write(int, const void*, size_t) { return -EPERM; }
int64_t Host::seek(int, int64_t, int) { return -EPERM; }
int Host::truncate(int, int64_t) { return -EPERM; }
int Host::status(const std::string&, bool, FileStatus*) { return -EPERM; }
int Host::status(int, FileStatus*) { return -EPERM; }
bool Host::is_terminal(int) { return false; }
int Host::list_directory(const std::string&, std::vector<std::string>*) { return -EPERM; }
int Host::make_directory(const std::string&, uint32_t) { return -EPERM; }
int Host::remove(const std::string&, bool) { return -EPERM; }
int Host::rename(const std::string&, const std::string&) { return -EPERM; }
int Host::current_directory(std::string*) { return -EPERM; }
int Host::change_directory(const std::string&) { return -EPERM; }
std::vector<std::string> Host::environment() { return {}; }
int64_t Host::wall_time_ns() { return 0; }
int64_t Host::monotonic_ns() { return 0; }
int64_t Host::cpu_time_ns() { return 0; }
int64_t Host::thread_time_ns() { return cpu_time_ns(); }
void Host::sleep_ns(int64_t) {}
int Host::random_bytes(void*, size_t) { return -EPERM; }
int Host::process_id() { return 0; }
int Host::change_mode(const std::string&, uint32_t) { return -EPERM; }
int Host::read_link(const std::string&, std::string*) { return -EPERM; }
int Host::make_link(const std::string&, const std::string&, bool) { return -EPERM; }
int Host::set_times(const std::string&, int64_t, int64_t) { return -EPERM; }
int Host::access(const std::string&, int) { return -EPERM; }
int Host::terminal_size(int, int*, int*) { return -ENOTTY; }
int Host::duplicate(int) { return -EPERM; }
int Host::make_pipe(int*) { return -EPERM; }
int Host::sync(int) { return -EPERM; }
int Host::parent_process_id() { return 0; }
void Host::process_times(int64_t* times) {
    for (int i = 0; i < 5; ++i) times[i] = 0;
}

}  // namespace krait
