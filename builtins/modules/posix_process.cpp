#include "builtins/modules/posix_process.h"

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

#include "builtins/modules/posix_objects.h"
#include "builtins/modules/process_signals.h"
#include "builtins/modules/system_call.h"
#include "builtins/types/text_support.h"
#include "vm/object/buffer.h"

namespace krait {

namespace {

Status check(Thread& t, int64_t result) {
    if (result >= 0) return ok();
    return raise_errno(t);
}

// ------------------------------------------------------------------------------------------------ processes

Fallible<int64_t> posix_fork(Thread& t) {
    pid_t child = fork();
    TRY(check(t, child));
    if (child == 0) interrupt_calls_after_deadline(t);   // timers are the parent's
    return int64_t{child};
}
Status posix_kill(Thread& t, int pid, int signal) {
    TRY(check(t, kill(pid, signal)));
    return slow_tick(t);
}
Status posix_killpg(Thread& t, int group, int signal) {
    return check(t, killpg(group, signal));
}
Ref posix_waitpid(Thread& t, int pid, int options) {
    int status = 0;
    int64_t child =
        TRY(blocking_call(t, [&] { return waitpid(pid, &status, options); }));
    return tuple_pack(t, {Value::from_int_unchecked(child), Value::small_int(status)});
}
Ref posix_wait(Thread& t) { return posix_waitpid(t, -1, 0); }

// What POSIX wants of the process while system() waits: interrupts go to the child, whose end is nobody else's
// business.
class ShellSignals {
  public:
    ShellSignals() {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        sigaction(SIGINT, &ignore, &interrupt_);
        sigaction(SIGQUIT, &ignore, &quit_);
        sigset_t child;
        sigemptyset(&child);
        sigaddset(&child, SIGCHLD);
        pthread_sigmask(SIG_BLOCK, &child, &mask_);
    }
    ~ShellSignals() {
        sigaction(SIGINT, &interrupt_, nullptr);
        sigaction(SIGQUIT, &quit_, nullptr);
        pthread_sigmask(SIG_SETMASK, &mask_, nullptr);
    }
    ShellSignals(const ShellSignals&) = delete;
    ShellSignals& operator=(const ShellSignals&) = delete;

    // The child gets what the process had.
    int spawn(const char* command, pid_t* child) {
        sigset_t defaults;
        sigemptyset(&defaults);
        if (interrupt_.sa_handler != SIG_IGN) sigaddset(&defaults, SIGINT);
        if (quit_.sa_handler != SIG_IGN) sigaddset(&defaults, SIGQUIT);
        posix_spawnattr_t attributes;
        int error = posix_spawnattr_init(&attributes);
        if (error) return error;
        posix_spawnattr_setsigmask(&attributes, &mask_);
        posix_spawnattr_setsigdefault(&attributes, &defaults);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        char shell[] = "sh", option[] = "-c";
        char* const words[] = {shell, option, const_cast<char*>(command), nullptr};
        error = posix_spawn(child, "/bin/sh", nullptr, &attributes, words, environ);
        posix_spawnattr_destroy(&attributes);
        return error;
    }

  private:
    struct sigaction interrupt_, quit_;
    sigset_t mask_;
};

// The C function would not come back before the child ends, whatever the limits say.
Fallible<int64_t> posix_system(Thread& t, Value command) {
    PosixPath text;
    TRY(posix_path(t, &text, command, "system", PathKind::Path, "command"));
    constexpr int64_t kNoShell = 127 << 8;
    ShellSignals signals;
    pid_t child;
    int status = 0;
    if (signals.spawn(text.text.c_str(), &child) != 0) return kNoShell;
    TRY(blocking_call(t, [&] { return waitpid(child, &status, 0); }));
    return int64_t{status};
}

Status text_list(Thread& t, Value sequence, const char* function, std::vector<std::string>* out) {
    if (!as_tuple(sequence) && !as_list(sequence))
        return raise(t, Exc::TypeError, "%s() arg 2 must be a tuple or list", function);
    RefTo<ListObject> items = TRY(to_list(t, sequence));
    if (items->size == 0) return raise(t, Exc::ValueError, "%s() arg 2 must not be empty", function);
    for (uint32_t i = 0; i < items->size; ++i) {
        Ref item = own(items->items[i]);
        PosixPath p;
        TRY(posix_path(t, &p, item, function));
        out->push_back(std::move(p.text));
    }
    if (out->front().empty()) return raise(t, Exc::ValueError, "%s() arg 2 first element cannot be empty", function);
    return ok();
}
Status posix_execv(Thread& t, Value path, Value argv) {
    PosixPath program;
    TRY(posix_path(t, &program, path, "execv"));
    std::vector<std::string> texts;
    TRY(text_list(t, argv, "execv", &texts));
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    execv(program.text.c_str(), pointers.data());
    return raise_errno(t);
}
Status posix_execve(Thread& t, Value path, Value argv, Value env) {
    PosixPath program;
    TRY(posix_path(t, &program, path, "execve"));
    std::vector<std::string> texts, environment;
    TRY(text_list(t, argv, "execve", &texts));
    StrObject* keys = intern_utf8(t, "keys");
    if (!keys) return Failed{};
    (void)TRY(get_attribute(t, env, keys));   // pairs are no environment
    RefTo<DictObject> entries = TRY(dict_new(t));
    TRY(dict_update(t, entries.get(), env));
    Value key, value;
    for (size_t position = 0; dict_next_nocall(entries.get(), &position, &key, &value);) {
        PosixPath name, setting;
        TRY(posix_path(t, &name, key, "execve"));
        TRY(posix_path(t, &setting, value, "execve"));
        // The first character may be one: Windows has such names.
        if (name.text.empty() || name.text.find('=', 1) != std::string::npos)
            return raise(t, Exc::ValueError, "illegal environment variable name");
        environment.push_back(name.text + "=" + setting.text);
    }
    std::vector<char*> pointers, settings;
    for (std::string& text : texts) pointers.push_back(text.data());
    for (std::string& text : environment) settings.push_back(text.data());
    pointers.push_back(nullptr);
    settings.push_back(nullptr);
    execve(program.text.c_str(), pointers.data(), settings.data());
    return raise_errno(t);
}
Status posix_exit(Thread& t, Value status) {
    int n = TRY(c_int_argument(t, status));
    ::_exit(n);
}
Status posix_abort(Thread&) { ::abort(); }

template <int F>
Fallible<int64_t> wait_status(Thread&, int s) {
    switch (F) {
        case 0: return int64_t{WEXITSTATUS(s)};
        case 1: return int64_t{WTERMSIG(s)};
        default: return int64_t{WSTOPSIG(s)};
    }
}
template <int F>
Fallible<bool> wait_test(Thread&, int s) {
    switch (F) {
        case 0: return bool(WIFEXITED(s));
        case 1: return bool(WIFSIGNALED(s));
        case 2: return bool(WIFSTOPPED(s));
        case 3: return bool(WIFCONTINUED(s));
        default: return bool(WCOREDUMP(s));
    }
}

Status posix_setsid(Thread& t) { return check(t, setsid()); }
Status posix_setpgid(Thread& t, int pid, int group) {
    return check(t, setpgid(pid, group));
}
Fallible<int64_t> posix_getpgid(Thread& t, int pid) {
    int64_t r = getpgid(pid);
    TRY(check(t, r));
    return r;
}
Fallible<int64_t> posix_getsid(Thread& t, int pid) {
    int64_t r = getsid(pid);
    TRY(check(t, r));
    return r;
}
Fallible<int64_t> posix_getpgrp(Thread&) { return int64_t{getpgrp()}; }
Fallible<int64_t> posix_getuid(Thread&) { return int64_t{getuid()}; }
Fallible<int64_t> posix_geteuid(Thread&) { return int64_t{geteuid()}; }
Fallible<int64_t> posix_getgid(Thread&) { return int64_t{getgid()}; }
Fallible<int64_t> posix_getegid(Thread&) { return int64_t{getegid()}; }
Ref posix_getgroups(Thread& t) {
    std::vector<gid_t> groups(65536);
    int n = getgroups(static_cast<int>(groups.size()), groups.data());
    TRY(check(t, n));
    RefTo<ListObject> list = TRY(list_new(t));
    for (int i = 0; i < n; ++i)
        TRY(list_append(t, list.get(), Value::from_int_unchecked(groups[static_cast<size_t>(i)])));
    return list;
}
Ref posix_getlogin(Thread& t) {
    const char* name = getlogin();
    if (!name) return raise_errno(t);
    return str_from_utf8(t, name);
}
Fallible<int64_t> posix_umask(Thread&, int mask) { return int64_t{umask(static_cast<mode_t>(mask))}; }
Fallible<int64_t> posix_nice(Thread& t, int increment) {
    errno = 0;
    int r = nice(increment);
    if (r == -1 && errno != 0) return raise_errno(t);
    return int64_t{r};
}
Status posix_sched_yield(Thread& t) {
    OutsideGate outside(t);
    return sched_yield() == 0 ? ok() : ok();
}
Ref posix_sched_getaffinity(Thread& t, int pid) {
    cpu_set_t set;
    TRY(check(t, sched_getaffinity(pid, sizeof set, &set)));
    RefTo<SetObject> result = TRY(set_new(t));
    for (int i = 0; i < CPU_SETSIZE; ++i)
        if (CPU_ISSET(i, &set)) TRY(set_add(t, result.get(), Value::small_int(i)));
    return result;
}
Ref posix_cpu_count(Thread& t) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? own(Value::none()) : make_int(t, n);
}
Ref posix_getloadavg(Thread& t) {
    double loads[3];
    if (getloadavg(loads, 3) != 3) return raise(t, Exc::OSError, "Load averages are unobtainable");
    Ref a = TRY(make_float(t, loads[0])), b = TRY(make_float(t, loads[1])), c = TRY(make_float(t, loads[2]));
    return tuple_pack(t, {a, b, c});
}

// ------------------------------------------------------------------------------------------------ descriptors

Fallible<int64_t> posix_dup2(Thread& t, int from, int to, Optional<bool> inheritable) {
    int r = dup3(from, to, inheritable.value_or(true) ? 0 : O_CLOEXEC);
    if (r < 0 && errno == EINVAL && from == to)
        r = fcntl(from, F_GETFD) < 0 ? -1 : to;
    TRY(check(t, r));
    return int64_t{r};
}
Ref posix_pipe2(Thread& t, int flags) {
    int fds[2];
    TRY(check(t, pipe2(fds, flags)));
    return tuple_pack(t, {Value::small_int(fds[0]), Value::small_int(fds[1])});
}
Fallible<bool> posix_get_inheritable(Thread& t, int fd) {
    int flags = fcntl(fd, F_GETFD);
    TRY(check(t, flags));
    return !(flags & FD_CLOEXEC);
}
Status posix_set_inheritable(Thread& t, int fd, int inheritable) {
    int flags = fcntl(fd, F_GETFD);
    TRY(check(t, flags));
    flags = inheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC;
    return check(t, fcntl(fd, F_SETFD, flags));
}
Fallible<bool> posix_get_blocking(Thread& t, int fd) {
    int flags = fcntl(fd, F_GETFL);
    TRY(check(t, flags));
    return !(flags & O_NONBLOCK);
}
Status posix_set_blocking(Thread& t, int fd, bool blocking) {
    int flags = fcntl(fd, F_GETFL);
    TRY(check(t, flags));
    return check(t, fcntl(fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
}
Status posix_closerange(Thread&, int low, int high) {
    for (int64_t fd = std::max<int64_t>(low, 0); fd < high && fd < 1 << 20; ++fd) ::close(static_cast<int>(fd));
    return ok();
}
Status posix_fdatasync(Thread& t, Value fd) {
    int n = TRY(descriptor_argument(t, fd));
    return check(t, fdatasync(n));
}
Status posix_fchmod(Thread& t, int fd, int mode) {
    return check(t, fchmod(fd, static_cast<mode_t>(mode)));
}
Status posix_fchdir(Thread& t, Value fd) {
    int n = TRY(descriptor_argument(t, fd));
    return check(t, fchdir(n));
}
Status posix_chown(Thread& t, Value path, int64_t user, int64_t group, Value dir_fd, Optional<bool> follow) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "chown", PathKind::PathOrFd));
    TRY(apply_dir_fd(t, dir_fd, &p, "chown"));
    auto uid = static_cast<uid_t>(user);
    auto gid = static_cast<gid_t>(group);
    int r = p.is_fd ? fchown(p.fd, uid, gid)
                    : follow.value_or(true) ? chown(p.text.c_str(), uid, gid) : lchown(p.text.c_str(), uid, gid);
    if (r < 0) return raise_path_error(t, -errno, p);
    return ok();
}
Status posix_mkfifo(Thread& t, Value path, Optional<int> mode, Value dir_fd) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "mkfifo"));
    TRY(apply_dir_fd(t, dir_fd, &p, "mkfifo"));
    if (mkfifo(p.text.c_str(), static_cast<mode_t>(mode.value_or(0666))) < 0) return raise_path_error(t, -errno, p);
    return ok();
}
Fallible<int64_t> posix_sendfile(Thread& t, int out, int in, Value offset, int64_t count) {
    off_t place = 0;
    bool here = offset.is_none();
    if (!here) place = TRY(posix_int(t, offset));
    return blocking_call(t, [&] {
        return sendfile(out, in, here ? nullptr : &place,
                        static_cast<size_t>(count));
    });
}
Ref posix_pread(Thread& t, int fd, int64_t size, int64_t offset) {
    if (size < 0) {
        errno = EINVAL;
        return raise_errno(t);
    }
    HeapBuffer room(t);
    TRY(room.allocate(static_cast<size_t>(size)));
    int64_t got = TRY(
        blocking_call(t, [&] { return pread(fd, room.data(), static_cast<size_t>(size), offset); }));
    return bytes_from(t, {room.data(), static_cast<size_t>(got)});
}
Fallible<int64_t> posix_pwrite(Thread& t, int fd, Value data, int64_t offset) {
    BufferView view = TRY(get_buffer(t, data));
    return blocking_call(t, [&] { return pwrite(fd, view.data(), view.size(), offset); });
}
Ref posix_openpty(Thread& t) {
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    TRY(check(t, master));
    char name[128];
    int slave = -1;
    if (grantpt(master) == 0 && unlockpt(master) == 0 && ptsname_r(master, name, sizeof name) == 0)
        slave = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (slave < 0) {
        int failure = errno;
        ::close(master);
        return raise_os_error(t, failure, Value::unbound());
    }
    return tuple_pack(t, {Value::small_int(master), Value::small_int(slave)});
}
Ref posix_ttyname(Thread& t, int fd) {
    char name[128];
    int failure = ttyname_r(fd, name, sizeof name);
    if (failure) return raise_os_error(t, failure, Value::unbound());
    return str_from_utf8(t, name);
}
Fallible<dev_t> device_argument(Thread& t, int64_t device) {
    if (device < 0) return raise(t, Exc::OverflowError, "can't convert negative int to unsigned");
    return static_cast<dev_t>(device);
}
Fallible<int64_t> posix_major(Thread& t, int64_t device) { return int64_t{major(TRY(device_argument(t, device)))}; }
Fallible<int64_t> posix_minor(Thread& t, int64_t device) { return int64_t{minor(TRY(device_argument(t, device)))}; }
Fallible<int64_t> posix_makedev(Thread&, int high, int low) {
    return static_cast<int64_t>(makedev(static_cast<unsigned>(high), static_cast<unsigned>(low)));
}

// ------------------------------------------------------------------------------------------------ results with names

constexpr MemberDef kUnameFields[] = {
    struct_field(0, "sysname", "operating system name"),
    struct_field(1, "nodename", "name of machine on network (implementation-defined)"),
    struct_field(2, "release", "operating system release"), struct_field(3, "version", "operating system version"),
    struct_field(4, "machine", "hardware identifier")};
constexpr TypeSpec kUnameSpec =
    struct_sequence_spec("posix.uname_result", "What uname() says of the system.", kUnameFields);
constexpr MemberDef kStatvfsFields[] = {
    struct_field(0, "f_bsize", nullptr),  struct_field(1, "f_frsize", nullptr), struct_field(2, "f_blocks", nullptr),
    struct_field(3, "f_bfree", nullptr),  struct_field(4, "f_bavail", nullptr), struct_field(5, "f_files", nullptr),
    struct_field(6, "f_ffree", nullptr),  struct_field(7, "f_favail", nullptr), struct_field(8, "f_flag", nullptr),
    struct_field(9, "f_namemax", nullptr)};
constexpr TypeSpec kStatvfsSpec =
    struct_sequence_spec("os.statvfs_result", "What statvfs() says of a file system.", kStatvfsFields);

TypeObject* type_in(Thread& t, ModuleObject* module, const char* name) {
    StrObject* key = intern_utf8(t, name);
    Value found = key ? dict_get_str(t, module->dict, key) : Value::error();
    return as_type(found);
}
Ref named_result(Thread& t, ModuleObject* module, const char* type_name, const Value* values, size_t n) {
    TypeObject* type = type_in(t, module, type_name);
    if (!type || !type->spec) return raise(t, Exc::TypeError, "%s is not the type of results", type_name);
    return struct_sequence_new(t, type, values, n);
}
Ref posix_uname(Thread& t, ModuleObject* module) {
    utsname names;
    TRY(check(t, uname(&names)));
    Ref parts[5];
    Value values[5];
    const char* texts[] = {names.sysname, names.nodename, names.release, names.version, names.machine};
    for (int i = 0; i < 5; ++i) {
        parts[i] = TRY(str_from_utf8(t, texts[i]));
        values[i] = parts[i];
    }
    return named_result(t, module, "uname_result", values, 5);
}
Ref posix_statvfs(Thread& t, ModuleObject* module, Value path) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "statvfs", PathKind::PathOrFd));
    struct statvfs info;
    if ((p.is_fd ? fstatvfs(p.fd, &info) : statvfs(p.text.c_str(), &info)) < 0) return raise_path_error(t, -errno, p);
    const uint64_t numbers[] = {info.f_bsize,  info.f_frsize, info.f_blocks, info.f_bfree, info.f_bavail,
                                info.f_files,  info.f_ffree,  info.f_favail, info.f_flag,  info.f_namemax};
    Ref parts[10];
    Value values[10];
    for (int i = 0; i < 10; ++i) {
        parts[i] = TRY(make_int_u64(t, numbers[i]));
        values[i] = parts[i];
    }
    return named_result(t, module, "statvfs_result", values, 10);
}

Ref posix_fstatvfs(Thread& t, ModuleObject* module, int fd) {
    return posix_statvfs(t, module, Value::from_int_unchecked(fd));
}

constexpr MethodDef kFunctions[] = {
    function<wait_status<0>>("WEXITSTATUS", "(status)", "The exit status of a process that ended by itself."),
    function<wait_test<4>>("WCOREDUMP", "(status, /)", "Whether the process left a core file."),
    function<wait_test<3>>("WIFCONTINUED", "(status)", "Whether the process was continued."),
    function<wait_test<0>>("WIFEXITED", "(status)", "Whether the process ended by itself."),
    function<wait_test<1>>("WIFSIGNALED", "(status)", "Whether a signal ended the process."),
    function<wait_test<2>>("WIFSTOPPED", "(status)", "Whether the process was stopped."),
    function<wait_status<2>>("WSTOPSIG", "(status)", "The signal that stopped the process."),
    function<wait_status<1>>("WTERMSIG", "(status)", "The signal that ended the process."),
    function<posix_exit>("_exit", "(status)", "End the process at once, without any cleaning up."),
    function<posix_abort>("abort", "()", "End the process abnormally."),
    function<posix_chown>("chown", "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
                          "Change owner and group of a file."),
    function<posix_closerange>("closerange", "(fd_low, fd_high, /)",
                               "Close all descriptors from fd_low up to fd_high."),
    function<posix_cpu_count>("cpu_count", "()", "Number of CPUs, None when that is not known."),
    function<posix_dup2>("dup2", "(fd, fd2, inheritable=True)", "Duplicate a descriptor to a given number."),
    function<posix_execv>("execv", "(path, argv, /)", "Replace the process by a program."),
    function<posix_execve>("execve", "(path, argv, env)", "Replace the process by a program with an environment."),
    function<posix_fchdir>("fchdir", "(fd)", "Change to the folder of a descriptor."),
    function<posix_fchmod>("fchmod", "(fd, mode)", "Change the permissions of a file."),
    function<posix_fdatasync>("fdatasync", "(fd)", "Write a file's data to disk."),
    function<posix_fork>("fork", "()", "Fork a child process: 0 in the child, its number in the parent."),
    function<posix_get_blocking>("get_blocking", "(fd, /)", "Whether the descriptor blocks."),
    function<posix_get_inheritable>("get_inheritable", "(fd, /)", "Whether other programs get the descriptor."),
    function<posix_getegid>("getegid", "()", "The effective group."),
    function<posix_geteuid>("geteuid", "()", "The effective user."),
    function<posix_getgid>("getgid", "()", "The real group."),
    function<posix_getgroups>("getgroups", "()", "All groups of the process."),
    function<posix_getloadavg>("getloadavg", "()", "Average load of the last 1, 5 and 15 minutes."),
    function<posix_getlogin>("getlogin", "()", "The name of the user who logged in."),
    function<posix_getpgid>("getpgid", "(pid)", "The process group of a process."),
    function<posix_getpgrp>("getpgrp", "()", "The own process group."),
    function<posix_getsid>("getsid", "(pid, /)", "The session of a process."),
    function<posix_getuid>("getuid", "()", "The real user."),
    function<posix_kill>("kill", "(pid, signal, /)", "Send a signal to a process."),
    function<posix_killpg>("killpg", "(pgid, signal, /)", "Send a signal to a process group."),
    function<posix_major>("major", "(device, /)", "The major part of a device number."),
    function<posix_makedev>("makedev", "(major, minor, /)", "A device number of its parts."),
    function<posix_minor>("minor", "(device, /)", "The minor part of a device number."),
    function<posix_mkfifo>("mkfifo", "(path, mode=438, *, dir_fd=None)", "Create a FIFO."),
    function<posix_nice>("nice", "(increment, /)", "Add to the priority of the process; the new one."),
    function<posix_openpty>("openpty", "()", "Open a pseudo-terminal: (master_fd, slave_fd)."),
    function<posix_pipe2>("pipe2", "(flags, /)", "Create a pipe with flags: (read_fd, write_fd)."),
    function<posix_pread>("pread", "(fd, length, offset, /)", "Read at a place of a file."),
    function<posix_pwrite>("pwrite", "(fd, buffer, offset, /)", "Write at a place of a file."),
    function<posix_sched_getaffinity>("sched_getaffinity", "(pid, /)", "The CPUs a process may run on."),
    function<posix_sched_yield>("sched_yield", "()", "Let others run."),
    function<posix_sendfile>("sendfile", "(out, in, offset, count)", "Copy between descriptors."),
    function<posix_set_blocking>("set_blocking", "(fd, blocking, /)", "Set whether the descriptor blocks."),
    function<posix_set_inheritable>("set_inheritable", "(fd, inheritable, /)",
                                    "Set whether other programs get the descriptor."),
    function<posix_setpgid>("setpgid", "(pid, pgrp, /)", "Put a process into a process group."),
    function<posix_setsid>("setsid", "()", "Start a session."),
    function<posix_fstatvfs>("fstatvfs", "(module, fd, /)", "What is known of the file system of an open file."),
    function<posix_statvfs>("statvfs", "(module, path)", "What is known of a file system."),
    function<posix_system>("system", "(command)", "Run a command in a shell; its wait status."),
    function<posix_ttyname>("ttyname", "(fd, /)", "The name of a terminal."),
    function<posix_umask>("umask", "(mask, /)", "Set the permissions new files do not get; the old ones."),
    function<posix_uname>("uname", "(module)", "What the system says of itself."),
    function<posix_wait>("wait", "()", "Wait for a child: (pid, status)."),
    function<posix_waitpid>("waitpid", "(pid, options, /)", "Wait for a child: (pid, status)."),
};

constexpr SystemConstant kConstants[] = {
#define C(name) {#name, name}
    C(WNOHANG), C(WUNTRACED), C(WCONTINUED), C(WEXITED), C(WSTOPPED), C(WNOWAIT), C(P_PID), C(P_PGID), C(P_ALL),
    C(CLD_EXITED), C(CLD_DUMPED), C(CLD_TRAPPED), C(CLD_CONTINUED), C(PRIO_PROCESS), C(PRIO_PGRP), C(PRIO_USER),
    C(F_LOCK), C(F_TLOCK), C(F_ULOCK), C(F_TEST), C(ST_RDONLY), C(ST_NOSUID), C(O_PATH), C(O_TMPFILE), C(O_LARGEFILE),
    C(SCHED_OTHER), C(SCHED_FIFO), C(SCHED_RR), {"NGROUPS_MAX", 65536},
#undef C
};

}  // namespace

Status add_posix_process(Thread& t, ModuleObject* module) {
    Ref module_name = TRY(str_from_ascii(t, "posix"));
    for (const MethodDef& row : kFunctions) {
        Ref function = TRY(native_function_new(t, &row, Value::object(module), module_name));
        TRY(module_set(t, module, row.name, function));
    }
    TRY(module_add_struct_sequence(t, module, kUnameSpec, 5));
    TRY(module_add_struct_sequence(t, module, kStatvfsSpec, 10));
    TRY(add_posix_system(t, module));
    return add_constants(t, module, kConstants);
}

}  // namespace krait
