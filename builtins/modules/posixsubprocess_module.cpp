// Module _posixsubprocess: starts another program, for subprocess.py.
//
// Between fork() and exec() the child only makes system calls on memory that the parent prepared; a failure travels to
// the parent as text through the error pipe: "OSError:<errno in hex>:<where>".
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "builtins/modules/posix_paths.h"
#include "builtins/modules/system_call.h"
#include "vm/object/buffer.h"

namespace krait {

namespace {

struct Plan {
    std::vector<std::string> arguments, programs, environment;
    bool has_environment = false, has_cwd = false, has_arguments = false;
    std::string cwd;
    std::vector<int> kept;      // descriptors that stay open, ascending
    bool close_fds = false, restore_signals = false, new_session = false;
    int in_read, in_write, out_read, out_write, error_read, error_write, report_read, report_write;
};

Fallible<std::string> bytes_of(Thread& t, Value v) {
    std::string text;
    TRY(path_argument(t, v, &text));
    return text;
}

Status bytes_list(Thread& t, Value sequence, std::vector<std::string>* out) {
    RefTo<ListObject> items = TRY(to_list(t, sequence));
    for (uint32_t i = 0; i < items->size; ++i) {
        Ref item = own(items->items[i]);
        out->push_back(TRY(bytes_of(t, item)));
    }
    return ok();
}

Status kept_descriptors(Thread& t, Value sequence, std::vector<int>* out) {
    TupleObject* tuple = as_tuple(sequence);
    if (!tuple) return raise(t, Exc::TypeError, "fds_to_keep must be a tuple");
    int64_t last = -1;
    for (uint32_t i = 0; i < tuple->size; ++i) {
        Value v = tuple->items[i];
        if (!v.is_int() || v.as_int() <= last || v.as_int() > INT32_MAX)
            return raise(t, Exc::ValueError, "bad value(s) in fds_to_keep");
        last = v.as_int();
        out->push_back(static_cast<int>(last));
    }
    return ok();
}

// --- in the child
void stay_open(int fd) { (void)fcntl(fd, F_SETFD, fcntl(fd, F_GETFD) & ~FD_CLOEXEC); }

bool put_at(int from, int to) {
    if (from < 0) return true;
    if (from == to) {
        stay_open(to);
        return true;
    }
    return dup2(from, to) >= 0;
}

// Closes [from, end). Descriptors may be open above a limit that was lowered after them: the kernel finds those.
void close_range_of(unsigned from, unsigned end) {
    if (from >= end) return;
#ifdef SYS_close_range
    if (syscall(SYS_close_range, from, end - 1, 0) == 0) return;
#endif
    long most = sysconf(_SC_OPEN_MAX);
    if (most < 0 || most > 65536) most = 65536;
    for (unsigned fd = from; fd < end && fd < static_cast<unsigned>(most); ++fd) close(static_cast<int>(fd));
}

// All but the standard ones and those of plan.kept.
void close_others(const Plan& plan) {
    unsigned from = 3;
    for (int fd : plan.kept) {
        if (fd < 3) continue;
        close_range_of(from, static_cast<unsigned>(fd));
        from = static_cast<unsigned>(fd) + 1;
    }
    close_range_of(from, UINT_MAX);
}

bool prepare_child(Plan& plan) {
    for (int fd : plan.kept)
        if (fd != plan.report_write) stay_open(fd);
    for (int fd : {plan.in_write, plan.out_read, plan.error_read, plan.report_read})
        if (fd >= 0) close(fd);
    // Standard numbers that serve as sources of others move out of the way first.
    if (plan.out_write == 0 && (plan.out_write = fcntl(0, F_DUPFD_CLOEXEC, 3)) < 0) return false;
    if ((plan.error_write == 0 || plan.error_write == 1) &&
        (plan.error_write = fcntl(plan.error_write, F_DUPFD_CLOEXEC, 3)) < 0)
        return false;
    if (!put_at(plan.in_read, 0) || !put_at(plan.out_write, 1) || !put_at(plan.error_write, 2)) return false;
    if (plan.has_cwd && chdir(plan.cwd.c_str()) < 0) return false;
    if (plan.restore_signals)
        for (int number : {SIGPIPE, SIGXFSZ}) (void)signal(number, SIG_DFL);
    return !plan.new_session || setsid() >= 0;
}

[[noreturn]] void report_and_exit(const Plan& plan, const char* kind, int code, const char* where) {
    char text[64];
    int n = std::snprintf(text, sizeof text, "%s:%X:%s", kind, static_cast<unsigned>(code), where);
    if (write(plan.report_write, text, static_cast<size_t>(n)) < 0) _exit(255);
    _exit(255);
}

[[noreturn]] void run_child(Thread& t, Plan& plan, char* const* arguments, char* const* environment, Value preexec) {
    if (!prepare_child(plan)) report_and_exit(plan, "OSError", errno, "noexec");
    if (!preexec.is_none()) {
        Ref result = call(t, preexec);
        if (result.failed()) report_and_exit(plan, "SubprocessError", 0, "Exception occurred in preexec_fn.");
    }
    if (plan.close_fds) close_others(plan);   // preexec_fn may have opened more
    int failure = ENOENT;
    for (const std::string& program : plan.programs) {
        if (environment) execve(program.c_str(), arguments, environment);
        else execv(program.c_str(), arguments);
        if (errno != ENOENT && errno != ENOTDIR) failure = errno;
    }
    report_and_exit(plan, "OSError", failure, "");
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

Fallible<int64_t> fork_exec(Thread& t, Args args) {
    if (args.count != 17)
        return raise(t, Exc::TypeError, "fork_exec() takes exactly 17 arguments (%zu given)", args.count);
    Plan plan;
    plan.close_fds = TRY(is_true(t, args[2]));
    TRY(kept_descriptors(t, args[3], &plan.kept));
    int* const numbers[] = {&plan.in_read, &plan.in_write, &plan.out_read, &plan.out_write,
                            &plan.error_read, &plan.error_write, &plan.report_read, &plan.report_write};
    for (int i = 0; i < 8; ++i) *numbers[i] = TRY(c_int_argument(t, args[6 + i]));
    if (plan.close_fds && plan.report_write < 3) return raise(t, Exc::ValueError, "errpipe_write must be >= 3");
    auto place = std::lower_bound(plan.kept.begin(), plan.kept.end(), plan.report_write);
    if (place == plan.kept.end() || *place != plan.report_write) plan.kept.insert(place, plan.report_write);
    TRY(bytes_list(t, args[1], &plan.programs));
    if (!args[0].is_none()) {
        if (!as_tuple(args[0]) && !as_list(args[0])) return raise(t, Exc::TypeError, "argv must be a tuple");
        TRY(bytes_list(t, args[0], &plan.arguments));
    }
    if (!args[5].is_none()) {
        plan.has_environment = true;
        TRY(bytes_list(t, args[5], &plan.environment));
    }
    if (!args[4].is_none()) {
        plan.has_cwd = true;
        plan.cwd = TRY(bytes_of(t, args[4]));
    }
    plan.restore_signals = TRY(is_true(t, args[14]));
    plan.new_session = TRY(is_true(t, args[15]));
    std::vector<char*> arguments = pointers(plan.arguments), environment = pointers(plan.environment);
    pid_t child = fork();
    if (child == 0) run_child(t, plan, arguments.data(), plan.has_environment ? environment.data() : nullptr, args[16]);
    if (child < 0) return raise_errno(t);
    return int64_t{child};
}

constexpr MethodDef kFunctions[] = {
    function<fork_exec>("fork_exec", "(*args)",
                        "fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread,\n"
                        "c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid,\n"
                        "preexec_fn) -> pid of the child that runs the program."),
};

}  // namespace

extern const ModuleDef kPosixSubprocessModule;
constinit const ModuleDef kPosixSubprocessModule = {
    .name = "_posixsubprocess", .doc = "Starting programs, for module subprocess.", .functions = kFunctions};

}  // namespace krait
