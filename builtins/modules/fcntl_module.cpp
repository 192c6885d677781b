// Modules fcntl and resource: descriptor control and process limits.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstring>

#include "builtins/modules/system_call.h"
#include "builtins/types/struct_sequence.h"
#include "vm/object/buffer.h"
#include "vm/object/exception_object.h"
#include "vm/object/module_object.h"

namespace krait {

namespace {

constexpr size_t kMost = 1024;

Fallible<int64_t> unsigned_argument(Thread& t, Value v) {
    Ref n = TRY(as_index(t, v));
    return static_cast<int64_t>(int_to_bigint(n).low64());
}

Ref fcntl_fcntl(Thread& t, Value fd, Value command, Value argument) {
    int n = TRY(descriptor_argument(t, fd)), code = TRY(c_int_argument(t, command));
    if (!argument.is_unbound() && !is_int_like(argument)) {
        std::string data;
        if (StrObject* text = as_str(argument)) data = TRY(str_to_utf8_strict(t, text));
        else data = std::string(TRY(get_buffer(t, argument)).view());
        if (data.size() > kMost) return raise(t, Exc::ValueError, "fcntl argument 3 is too long");
        char room[kMost + 8] = {};
        std::memcpy(room, data.data(), data.size());
        TRY(blocking_call(t, [&] { return fcntl(n, code, room); }));
        return bytes_from(t, {room, data.size()});
    }
    int64_t number = argument.is_unbound() ? 0 : TRY(unsigned_argument(t, argument));
    int64_t result = TRY(blocking_call(t, [&] { return fcntl(n, code, static_cast<int>(number)); }));
    return make_int(t, result);
}

Ref fcntl_ioctl(Thread& t, Value fd, Value request, Value argument, Optional<bool> mutate) {
    int n = TRY(descriptor_argument(t, fd));
    unsigned long code = static_cast<unsigned int>(TRY(unsigned_argument(t, request)));
    if (argument.is_unbound() || is_int_like(argument)) {
        int64_t number = argument.is_unbound() ? 0 : TRY(unsigned_argument(t, argument));
        int64_t result = TRY(blocking_call(t, [&] { return ioctl(n, code, static_cast<int>(number)); }));
        return make_int(t, result);
    }
    char room[kMost + 8] = {};
    if (!as_str(argument) && !as_bytes(argument) && mutate.value_or(true)) {
        BufferView view = TRY(get_buffer(t, argument));
        if (!view.readonly()) {
            if (view.size() > kMost) {
                int64_t result = TRY(blocking_call(t, [&] { return ioctl(n, code, view.data()); }));
                return make_int(t, result);
            }
            std::memcpy(room, view.data(), view.size());
            int64_t result = TRY(blocking_call(t, [&] { return ioctl(n, code, room); }));
            std::memcpy(view.data(), room, view.size());
            return make_int(t, result);
        }
    }
    std::string data;
    if (StrObject* text = as_str(argument)) data = TRY(str_to_utf8_strict(t, text));
    else data = std::string(TRY(get_buffer(t, argument)).view());
    if (data.size() > kMost) return raise(t, Exc::ValueError, "ioctl argument 3 is too long");
    std::memcpy(room, data.data(), data.size());
    TRY(blocking_call(t, [&] { return ioctl(n, code, room); }));
    return bytes_from(t, {room, data.size()});
}

Status fcntl_flock(Thread& t, Value fd, Value operation) {
    int n = TRY(descriptor_argument(t, fd)), code = TRY(c_int_argument(t, operation));
    TRY(blocking_call(t, [&] { return flock(n, code); }));
    return ok();
}

Ref fcntl_lockf(Thread& t, Value fd, Value operation, Optional<int64_t> length, Optional<int64_t> start,
                Optional<int64_t> whence) {
    int n = TRY(descriptor_argument(t, fd)), code = TRY(c_int_argument(t, operation));
    struct flock lock {};
    if (code == LOCK_UN) lock.l_type = F_UNLCK;
    else if (code & LOCK_SH) lock.l_type = F_RDLCK;
    else if (code & LOCK_EX) lock.l_type = F_WRLCK;
    else return raise(t, Exc::ValueError, "unrecognized lockf argument");
    lock.l_len = length.value_or(0);
    lock.l_start = start.value_or(0);
    lock.l_whence = static_cast<short>(whence.value_or(0));
    TRY(blocking_call(t, [&] { return fcntl(n, code & LOCK_NB ? F_SETLK : F_SETLKW, &lock); }));
    return own(Value::none());
}

constexpr MethodDef kFcntlFunctions[] = {
    function<fcntl_fcntl>("fcntl", "(fd, cmd, arg=0, /)", "Control a descriptor."),
    function<fcntl_flock>("flock", "(fd, operation, /)", "Lock a whole file."),
    function<fcntl_ioctl>("ioctl", "(fd, request, arg=0, mutate_flag=True, /)", "Control a device."),
    function<fcntl_lockf>("lockf", "(fd, cmd, len=0, start=0, whence=0, /)", "Lock a part of a file."),
};
constexpr SystemConstant kFcntlConstants[] = {
#define C(name) {#name, name}
    C(LOCK_SH),
    C(LOCK_EX),
    C(LOCK_NB),
    C(LOCK_UN),
    C(LOCK_MAND),
    C(LOCK_READ),
    C(LOCK_WRITE),
    C(LOCK_RW),
    C(F_DUPFD),
    C(F_DUPFD_CLOEXEC),
    C(F_GETFD),
    C(F_SETFD),
    C(F_GETFL),
    C(F_SETFL),
    C(F_GETLK),
    C(F_SETLK),
    C(F_SETLKW),
    C(F_GETOWN),
    C(F_SETOWN),
    C(F_GETSIG),
    C(F_SETSIG),
    C(F_RDLCK),
    C(F_WRLCK),
    C(F_UNLCK),
    C(F_EXLCK),
    C(F_SHLCK),
    {"F_GETLK64", F_GETLK},
    {"F_SETLK64", F_SETLK},
    {"F_SETLKW64", F_SETLKW},
    C(FASYNC),
    C(F_SETLEASE),
    C(F_GETLEASE),
    C(F_NOTIFY),
    C(DN_ACCESS),
    C(DN_MODIFY),
    C(DN_CREATE),
    C(DN_DELETE),
    C(DN_RENAME),
    C(DN_ATTRIB),
    C(FD_CLOEXEC),
    {"DN_MULTISHOT", int64_t{0x80000000}},
#undef C
};
Status fcntl_exec(Thread& t, ModuleObject* module) { return add_constants(t, module, kFcntlConstants); }

// ------------------------------------------------------------------------------------------------ resource

constexpr const char* kUsageNames[] = {"ru_utime", "ru_stime",  "ru_maxrss",  "ru_ixrss",  "ru_idrss",   "ru_isrss",
                                       "ru_minflt", "ru_majflt", "ru_nswap",   "ru_inblock", "ru_oublock", "ru_msgsnd",
                                       "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw"};
constexpr MemberDef kUsageFields[] = {struct_field(0, kUsageNames[0], "user time used"),
                                      struct_field(1, kUsageNames[1], "system time used"),
                                      struct_field(2, kUsageNames[2], "max. resident set size"),
                                      struct_field(3, kUsageNames[3], "shared memory size"),
                                      struct_field(4, kUsageNames[4], "unshared data size"),
                                      struct_field(5, kUsageNames[5], "unshared stack size"),
                                      struct_field(6, kUsageNames[6], "page faults not requiring I/O"),
                                      struct_field(7, kUsageNames[7], "page faults requiring I/O"),
                                      struct_field(8, kUsageNames[8], "number of swap outs"),
                                      struct_field(9, kUsageNames[9], "block input operations"),
                                      struct_field(10, kUsageNames[10], "block output operations"),
                                      struct_field(11, kUsageNames[11], "IPC messages sent"),
                                      struct_field(12, kUsageNames[12], "IPC messages received"),
                                      struct_field(13, kUsageNames[13], "signals received"),
                                      struct_field(14, kUsageNames[14], "voluntary context switches"),
                                      struct_field(15, kUsageNames[15], "involuntary context switches")};
constexpr TypeSpec kUsageSpec =
    struct_sequence_spec("resource.struct_rusage", "What a process has used.", kUsageFields);

Ref resource_getrusage(Thread& t, ModuleObject* module, int who) {
    rusage usage;
    if (getrusage(static_cast<__rusage_who_t>(who), &usage) < 0) {
        if (errno == EINVAL) return raise(t, Exc::ValueError, "invalid who parameter");
        return raise_errno(t);
    }
    auto seconds = [&](const timeval& v) {
        return make_float(t, static_cast<double>(v.tv_sec) + static_cast<double>(v.tv_usec) * 1e-6);
    };
    Ref user = TRY(seconds(usage.ru_utime)), system = TRY(seconds(usage.ru_stime));
    auto number = [](long n) { return Value::from_int_unchecked(n); };
    Value values[] = {user,
                      system,
                      number(usage.ru_maxrss),
                      number(usage.ru_ixrss),
                      number(usage.ru_idrss),
                      number(usage.ru_isrss),
                      number(usage.ru_minflt),
                      number(usage.ru_majflt),
                      number(usage.ru_nswap),
                      number(usage.ru_inblock),
                      number(usage.ru_oublock),
                      number(usage.ru_msgsnd),
                      number(usage.ru_msgrcv),
                      number(usage.ru_nsignals),
                      number(usage.ru_nvcsw),
                      number(usage.ru_nivcsw)};
    return struct_sequence_new(t, static_cast<TypeObject*>(static_cast<Object*>(module->state)), values, 16);
}
Status check_resource(Thread& t, int64_t resource) {
    if (resource >= 0 && resource < RLIM_NLIMITS) return ok();
    return raise(t, Exc::ValueError, "invalid resource specified");
}
Ref resource_getrlimit(Thread& t, int64_t resource) {
    TRY(check_resource(t, resource));
    rlimit limit;
    if (getrlimit(static_cast<__rlimit_resource>(resource), &limit) < 0) return raise_errno(t);
    Ref soft = TRY(make_int(t, static_cast<int64_t>(limit.rlim_cur))),
        hard = TRY(make_int(t, static_cast<int64_t>(limit.rlim_max)));
    return tuple_pack(t, {soft, hard});
}
Status resource_setrlimit(Thread& t, int64_t resource, Value limits) {
    TRY(check_resource(t, resource));
    RefTo<TupleObject> pair = TRY(to_tuple(t, limits));
    if (pair->size != 2) return raise(t, Exc::ValueError, "expected a tuple of 2 integers");
    rlimit limit;
    limit.rlim_cur = static_cast<rlim_t>(TRY(unsigned_argument(t, pair->items[0])));
    limit.rlim_max = static_cast<rlim_t>(TRY(unsigned_argument(t, pair->items[1])));
    if (setrlimit(static_cast<__rlimit_resource>(resource), &limit) == 0) return ok();
    if (errno == EINVAL) return raise(t, Exc::ValueError, "current limit exceeds maximum limit");
    if (errno == EPERM) return raise(t, Exc::ValueError, "not allowed to raise maximum limit");
    return raise_errno(t);
}
Fallible<int64_t> resource_getpagesize(Thread&) { return int64_t{sysconf(_SC_PAGESIZE)}; }

constexpr MethodDef kResourceFunctions[] = {
    function<resource_getpagesize>("getpagesize", "()", "Bytes of a page."),
    function<resource_getrlimit>("getrlimit", "(resource, /)", "(soft, hard) limit."),
    function<resource_getrusage>("getrusage", "(module, who, /)", "What has been used."),
    function<resource_setrlimit>("setrlimit", "(resource, limits, /)", "Set a limit to (soft, hard)."),
};
constexpr SystemConstant kResourceConstants[] = {
#define C(name) {#name, name}
    C(RLIMIT_CPU),
    C(RLIMIT_FSIZE),
    C(RLIMIT_DATA),
    C(RLIMIT_STACK),
    C(RLIMIT_CORE),
    C(RLIMIT_NOFILE),
    {"RLIMIT_OFILE", RLIMIT_NOFILE},
    C(RLIMIT_AS),
    C(RLIMIT_RSS),
    C(RLIMIT_NPROC),
    C(RLIMIT_MEMLOCK),
    C(RLIMIT_MSGQUEUE),
    C(RLIMIT_NICE),
    C(RLIMIT_RTPRIO),
    C(RLIMIT_RTTIME),
    C(RLIMIT_SIGPENDING),
    C(RUSAGE_SELF),
    C(RUSAGE_CHILDREN),
    C(RUSAGE_THREAD),
    {"RLIM_INFINITY", -1},
#undef C
};
Status resource_exec(Thread& t, ModuleObject* module) {
    TRY(module_set(t, module, "error", Value::object(exception_type(t.interp, Exc::OSError))));
    TypeObject* type = TRY(module_add_struct_sequence(t, module, kUsageSpec, 16));
    module_own_state(module, own(type).release().as_object());
    return add_constants(t, module, kResourceConstants);
}

}  // namespace

extern const ModuleDef kFcntlModule;
constinit const ModuleDef kFcntlModule = {
    .name = "fcntl", .doc = "Control of files and devices.", .functions = kFcntlFunctions, .exec = fcntl_exec};
extern const ModuleDef kResourceModule;
constinit const ModuleDef kResourceModule = {.name = "resource",
                                             .doc = "Use and limits of the system's resources.",
                                             .functions = kResourceFunctions,
                                             .exec = resource_exec};

}  // namespace krait
