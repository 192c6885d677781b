// posix_system: what the system lets privileged or curious processes do: identities, terminals, extended attributes,
// several buffers at once, and the tables of settings behind sysconf(), confstr() and pathconf().
#include <fcntl.h>
#include <grp.h>
#include <pty.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <vector>

#include "builtins/modules/posix_objects.h"
#include "builtins/modules/posix_process.h"
#include "builtins/modules/system_call.h"
#include "builtins/types/text_support.h"
#include "vm/object/buffer.h"

namespace krait {

namespace {

Status check(Thread& t, int64_t result) {
    if (result >= 0) return ok();
    return raise_errno(t);
}
Status check(Thread& t, int64_t result, const PosixPath& path) {
    if (result >= 0) return ok();
    return raise_path_error(t, -errno, path);
}

// ------------------------------------------------------------------------------------------------ identities

// A user or group: -1 leaves it as it is.
Fallible<uint32_t> id_argument(Thread& t, Value v, const char* what) {
    Ref index = as_index(t, v);
    if (index.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "%s should be integer, not %.200s", what, type_name_of(t, v));
    }
    Fallible<int64_t> n = int_to_i64(t, index, "");
    if (!n) {
        clear_exception(t);
        Ref below = TRY(rich_compare(t, index, Value::small_int(0), CompareOp::Lt));
        bool negative = TRY(is_true(t, below));
        return raise(t, Exc::OverflowError, negative ? "%s is less than minimum" : "%s is greater than maximum", what);
    }
    if (n.value() < -1) return raise(t, Exc::OverflowError, "%s is less than minimum", what);
    if (n.value() > UINT32_MAX) return raise(t, Exc::OverflowError, "%s is greater than maximum", what);
    return static_cast<uint32_t>(n.value());
}

template <auto F>
Status set_user(Thread& t, Value id) {
    return check(t, F(TRY(id_argument(t, id, "uid"))));
}
template <auto F>
Status set_group(Thread& t, Value id) {
    return check(t, F(TRY(id_argument(t, id, "gid"))));
}
Status posix_setreuid(Thread& t, Value real, Value effective) {
    uint32_t r = TRY(id_argument(t, real, "uid")), e = TRY(id_argument(t, effective, "uid"));
    return check(t, setreuid(r, e));
}
Status posix_setregid(Thread& t, Value real, Value effective) {
    uint32_t r = TRY(id_argument(t, real, "gid")), e = TRY(id_argument(t, effective, "gid"));
    return check(t, setregid(r, e));
}
Status posix_setresuid(Thread& t, Value real, Value effective, Value saved) {
    uint32_t r = TRY(id_argument(t, real, "uid")), e = TRY(id_argument(t, effective, "uid"));
    return check(t, setresuid(r, e, TRY(id_argument(t, saved, "uid"))));
}
Status posix_setresgid(Thread& t, Value real, Value effective, Value saved) {
    uint32_t r = TRY(id_argument(t, real, "gid")), e = TRY(id_argument(t, effective, "gid"));
    return check(t, setresgid(r, e, TRY(id_argument(t, saved, "gid"))));
}
template <auto F>
Ref three_ids(Thread& t) {
    uint32_t real, effective, saved;
    TRY(check(t, F(&real, &effective, &saved)));
    return tuple_pack(
        t, {Value::from_int_unchecked(real), Value::from_int_unchecked(effective), Value::from_int_unchecked(saved)});
}
Status posix_setgroups(Thread& t, Value groups) {
    if (!type_of(t, groups)->slots.length) return raise(t, Exc::TypeError, "setgroups argument must be a sequence");
    RefTo<ListObject> list = TRY(to_list(t, groups));
    if (list->size > 65536) return raise(t, Exc::ValueError, "too many groups");
    std::vector<gid_t> ids;
    for (uint32_t i = 0; i < list->size; ++i) {
        Ref item = own(list->items[i]);
        if (!is_int_like(item)) return raise(t, Exc::TypeError, "groups must be integers");
        ids.push_back(TRY(id_argument(t, item, "gid")));
    }
    return check(t, setgroups(ids.size(), ids.data()));
}
// Longer names are nobody's, like the empty one.
const char* user_name(const PosixPath& name) { return name.text.size() <= kLongestUserName ? name.text.c_str() : ""; }
Status posix_initgroups(Thread& t, Value user, Value group) {
    PosixPath name;
    TRY(posix_path(t, &name, user, "initgroups"));
    return check(t, initgroups(user_name(name), TRY(id_argument(t, group, "gid"))));
}
Ref posix_getgrouplist(Thread& t, Value user, Value group) {
    PosixPath name;
    TRY(posix_path(t, &name, user, "getgrouplist"));
    gid_t base = TRY(id_argument(t, group, "gid"));
    std::vector<gid_t> ids(65536);
    int count = static_cast<int>(ids.size());
    TRY(check(t, getgrouplist(user_name(name), base, ids.data(), &count)));
    RefTo<ListObject> list = TRY(list_new(t));
    for (int i = 0; i < count; ++i)
        TRY(list_append(t, list.get(), Value::from_int_unchecked(ids[static_cast<size_t>(i)])));
    return list;
}
Status posix_setpgrp(Thread& t) { return check(t, setpgid(0, 0)); }
Fallible<int64_t> posix_getpriority(Thread& t, int which, int who) {
    errno = 0;
    int priority = getpriority(static_cast<__priority_which_t>(which), static_cast<id_t>(who));
    if (errno != 0) return raise_errno(t);
    return int64_t{priority};
}
Status posix_setpriority(Thread& t, int which, int who, int priority) {
    return check(
        t, setpriority(static_cast<__priority_which_t>(which), static_cast<id_t>(who), priority));
}
Fallible<int64_t> posix_tcgetpgrp(Thread& t, int fd) {
    int64_t group = tcgetpgrp(fd);
    TRY(check(t, group));
    return group;
}
Status posix_tcsetpgrp(Thread& t, int fd, int group) {
    return check(t, tcsetpgrp(fd, group));
}

// ------------------------------------------------------------------------------------------------ terminals

Ref posix_forkpty(Thread& t) {
    int master = -1;
    pid_t child = forkpty(&master, nullptr, nullptr, nullptr);
    TRY(check(t, child));
    return tuple_pack(t, {Value::from_int_unchecked(child), Value::small_int(master)});
}

// ------------------------------------------------------------------------------------------------ files

Status posix_chroot(Thread& t, Value path) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "chroot"));
    return check(t, chroot(p.text.c_str()), p);
}
Status posix_fchown(Thread& t, int fd, Value user, Value group) {
    uint32_t uid = TRY(id_argument(t, user, "uid")), gid = TRY(id_argument(t, group, "gid"));
    return check(t, fchown(fd, uid, gid));
}
Status posix_lchown(Thread& t, Value path, Value user, Value group) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "lchown"));
    uint32_t uid = TRY(id_argument(t, user, "uid")), gid = TRY(id_argument(t, group, "gid"));
    return check(t, lchown(p.text.c_str(), uid, gid), p);
}
Status posix_mknod(Thread& t, Value path, Optional<int> mode, Optional<int64_t> device, Value dir_fd) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "mknod"));
    TRY(apply_dir_fd(t, dir_fd, &p, "mknod"));
    return check(
        t, mknod(p.text.c_str(), static_cast<mode_t>(mode.value_or(0600)), static_cast<dev_t>(device.value_or(0))), p);
}
Status posix_lockf(Thread& t, int fd, int command, int64_t length) {
    TRY(blocking_call(t, [&] { return lockf(fd, command, length); }));
    return ok();
}
Status posix_fadvise_(Thread& t, int fd, int64_t offset, int64_t length, int advice) {
    int failure = posix_fadvise(fd, offset, length, advice);
    return failure ? Status(raise_os_error(t, failure, Value::unbound())) : ok();
}
Status posix_fallocate_(Thread& t, int fd, int64_t offset, int64_t length) {
    int failure = posix_fallocate(fd, offset, length);
    return failure ? Status(raise_os_error(t, failure, Value::unbound())) : ok();
}
Status posix_sync(Thread& t) {
    OutsideGate outside(t);
    sync();
    return ok();
}

// The buffers of a sequence, for readv() and writev(): they stay exported until the object goes.
struct Vectors {
    std::vector<BufferView> views;
    std::vector<iovec> rows;
};
Status vectors_of(Thread& t, Value buffers, bool writable, const char* function, Vectors* out) {
    if (!type_of(t, buffers)->slots.length || as_dict(buffers))
        return raise(t, Exc::TypeError, "%s() arg 2 must be a sequence", function);
    RefTo<ListObject> list = TRY(to_list(t, buffers));
    for (uint32_t i = 0; i < list->size; ++i) {
        Ref item = own(list->items[i]);
        out->views.push_back(TRY(get_buffer(t, item)));
        if (writable && out->views.back().readonly()) return raise(t, Exc::BufferError, "Object is not writable.");
    }
    for (BufferView& view : out->views) out->rows.push_back({const_cast<char*>(view.data()), view.size()});
    return ok();
}
Fallible<int64_t> posix_readv(Thread& t, int fd, Value buffers) {
    Vectors vectors;
    TRY(vectors_of(t, buffers, true, "readv", &vectors));
    return blocking_call(
        t, [&] { return readv(fd, vectors.rows.data(), static_cast<int>(vectors.rows.size())); });
}
Fallible<int64_t> posix_writev(Thread& t, int fd, Value buffers) {
    Vectors vectors;
    TRY(vectors_of(t, buffers, false, "writev", &vectors));
    return blocking_call(
        t, [&] { return writev(fd, vectors.rows.data(), static_cast<int>(vectors.rows.size())); });
}
Ref posix_getrandom(Thread& t, int64_t size, Optional<int> flags) {
    if (size < 0) {
        errno = EINVAL;
        return raise_errno(t);
    }
    HeapBuffer room(t);
    TRY(room.allocate(static_cast<size_t>(size)));
    int64_t got = TRY(blocking_call(t, [&] {
        return getrandom(room.data(), static_cast<size_t>(size), static_cast<unsigned>(flags.value_or(0)));
    }));
    return bytes_from(t, {room.data(), static_cast<size_t>(got)});
}

// ------------------------------------------------------------------------------------------------ extended attributes

constexpr size_t kAttributeRoom = 65536;  // the most that the kernel allows

Status may_follow(Thread& t, const PosixPath& p, bool follow, const char* function) {
    if (!p.is_fd || follow) return ok();
    return raise(t, Exc::ValueError, "%s: cannot use fd and follow_symlinks together", function);
}
Ref posix_getxattr(Thread& t, Value path, Value attribute, Optional<bool> follow_symlinks) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "getxattr", PathKind::PathOrFd));
    PosixPath name;
    TRY(posix_path(t, &name, attribute, "getxattr", PathKind::Path, "attribute"));
    bool follow = follow_symlinks.value_or(true);
    TRY(may_follow(t, p, follow, "getxattr"));
    HeapBuffer room(t);
    TRY(room.allocate(kAttributeRoom));
    const char* n = name.text.c_str();
    int64_t size = p.is_fd  ? fgetxattr(p.fd, n, room.data(), kAttributeRoom)
                   : follow ? getxattr(p.text.c_str(), n, room.data(), kAttributeRoom)
                            : lgetxattr(p.text.c_str(), n, room.data(), kAttributeRoom);
    TRY(check(t, size, p));
    return bytes_from(t, {room.data(), static_cast<size_t>(size)});
}
Status posix_setxattr(Thread& t, Value path, Value attribute, Value value, Optional<int> flags,
                      Optional<bool> follow_symlinks) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "setxattr", PathKind::PathOrFd));
    PosixPath name;
    TRY(posix_path(t, &name, attribute, "setxattr", PathKind::Path, "attribute"));
    bool follow = follow_symlinks.value_or(true);
    TRY(may_follow(t, p, follow, "setxattr"));
    BufferView view = TRY(get_buffer(t, value));
    const char* n = name.text.c_str();
    int how = static_cast<int>(flags.value_or(0));
    return check(t,
                 p.is_fd  ? fsetxattr(p.fd, n, view.data(), view.size(), how)
                 : follow ? setxattr(p.text.c_str(), n, view.data(), view.size(), how)
                          : lsetxattr(p.text.c_str(), n, view.data(), view.size(), how),
                 p);
}
Status posix_removexattr(Thread& t, Value path, Value attribute, Optional<bool> follow_symlinks) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "removexattr", PathKind::PathOrFd));
    PosixPath name;
    TRY(posix_path(t, &name, attribute, "removexattr", PathKind::Path, "attribute"));
    bool follow = follow_symlinks.value_or(true);
    TRY(may_follow(t, p, follow, "removexattr"));
    const char* n = name.text.c_str();
    return check(t,
                 p.is_fd  ? fremovexattr(p.fd, n)
                 : follow ? removexattr(p.text.c_str(), n)
                          : lremovexattr(p.text.c_str(), n),
                 p);
}
Ref posix_listxattr(Thread& t, Value path, Optional<bool> follow_symlinks) {
    Ref here = TRY(str_from_ascii(t, "."));
    bool given = !path.is_unbound() && !path.is_none();
    PosixPath p;
    TRY(posix_path(t, &p, given ? path : here.get(), "listxattr", PathKind::PathFdOrNone));
    bool follow = follow_symlinks.value_or(true);
    TRY(may_follow(t, p, follow, "listxattr"));
    HeapBuffer room(t);
    TRY(room.allocate(kAttributeRoom));
    int64_t size = p.is_fd  ? flistxattr(p.fd, room.data(), kAttributeRoom)
                   : follow ? listxattr(p.text.c_str(), room.data(), kAttributeRoom)
                            : llistxattr(p.text.c_str(), room.data(), kAttributeRoom);
    TRY(check(t, size, p));
    RefTo<ListObject> names = TRY(list_new(t));
    std::string_view rest(room.data(), static_cast<size_t>(size));
    while (!rest.empty()) {
        size_t end = rest.find('\0');
        Ref name = TRY(path_from_host(t, rest.substr(0, end), false));
        TRY(list_append(t, names.get(), name));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return names;
}

// ------------------------------------------------------------------------------------------------ settings

struct Setting {
    const char* name;
    int number;
};
#define S(name) \
    { #name, _##name }
constexpr Setting kSysconf[] = {
    S(SC_2_CHAR_TERM),
    S(SC_2_C_BIND),
    S(SC_2_C_DEV),
    S(SC_2_C_VERSION),
    S(SC_2_FORT_DEV),
    S(SC_2_FORT_RUN),
    S(SC_2_LOCALEDEF),
    S(SC_2_SW_DEV),
    S(SC_2_UPE),
    S(SC_2_VERSION),
    S(SC_AIO_LISTIO_MAX),
    S(SC_AIO_MAX),
    S(SC_AIO_PRIO_DELTA_MAX),
    S(SC_ARG_MAX),
    S(SC_ASYNCHRONOUS_IO),
    S(SC_ATEXIT_MAX),
    S(SC_AVPHYS_PAGES),
    S(SC_BC_BASE_MAX),
    S(SC_BC_DIM_MAX),
    S(SC_BC_SCALE_MAX),
    S(SC_BC_STRING_MAX),
    S(SC_CHARCLASS_NAME_MAX),
    S(SC_CHAR_BIT),
    S(SC_CHAR_MAX),
    S(SC_CHAR_MIN),
    S(SC_CHILD_MAX),
    S(SC_CLK_TCK),
    S(SC_COLL_WEIGHTS_MAX),
    S(SC_DELAYTIMER_MAX),
    S(SC_EQUIV_CLASS_MAX),
    S(SC_EXPR_NEST_MAX),
    S(SC_FSYNC),
    S(SC_GETGR_R_SIZE_MAX),
    S(SC_GETPW_R_SIZE_MAX),
    S(SC_INT_MAX),
    S(SC_INT_MIN),
    S(SC_IOV_MAX),
    S(SC_JOB_CONTROL),
    S(SC_LINE_MAX),
    S(SC_LOGIN_NAME_MAX),
    S(SC_LONG_BIT),
    S(SC_MAPPED_FILES),
    S(SC_MB_LEN_MAX),
    S(SC_MEMLOCK),
    S(SC_MEMLOCK_RANGE),
    S(SC_MEMORY_PROTECTION),
    S(SC_MESSAGE_PASSING),
    S(SC_MQ_OPEN_MAX),
    S(SC_MQ_PRIO_MAX),
    S(SC_NGROUPS_MAX),
    S(SC_NL_ARGMAX),
    S(SC_NL_LANGMAX),
    S(SC_NL_MSGMAX),
    S(SC_NL_NMAX),
    S(SC_NL_SETMAX),
    S(SC_NL_TEXTMAX),
    S(SC_NPROCESSORS_CONF),
    S(SC_NPROCESSORS_ONLN),
    S(SC_NZERO),
    S(SC_OPEN_MAX),
    S(SC_PAGESIZE),
    S(SC_PAGE_SIZE),
    S(SC_PASS_MAX),
    S(SC_PHYS_PAGES),
    S(SC_PII),
    S(SC_PII_INTERNET),
    S(SC_PII_INTERNET_DGRAM),
    S(SC_PII_INTERNET_STREAM),
    S(SC_PII_OSI),
    S(SC_PII_OSI_CLTS),
    S(SC_PII_OSI_COTS),
    S(SC_PII_OSI_M),
    S(SC_PII_SOCKET),
    S(SC_PII_XTI),
    S(SC_POLL),
    S(SC_PRIORITIZED_IO),
    S(SC_PRIORITY_SCHEDULING),
    S(SC_REALTIME_SIGNALS),
    S(SC_RE_DUP_MAX),
    S(SC_RTSIG_MAX),
    S(SC_SAVED_IDS),
    S(SC_SCHAR_MAX),
    S(SC_SCHAR_MIN),
    S(SC_SELECT),
    S(SC_SEMAPHORES),
    S(SC_SEM_NSEMS_MAX),
    S(SC_SEM_VALUE_MAX),
    S(SC_SHARED_MEMORY_OBJECTS),
    S(SC_SHRT_MAX),
    S(SC_SHRT_MIN),
    S(SC_SIGQUEUE_MAX),
    S(SC_SSIZE_MAX),
    S(SC_STREAM_MAX),
    S(SC_SYNCHRONIZED_IO),
    S(SC_THREADS),
    S(SC_THREAD_ATTR_STACKADDR),
    S(SC_THREAD_ATTR_STACKSIZE),
    S(SC_THREAD_DESTRUCTOR_ITERATIONS),
    S(SC_THREAD_KEYS_MAX),
    S(SC_THREAD_PRIORITY_SCHEDULING),
    S(SC_THREAD_PRIO_INHERIT),
    S(SC_THREAD_PRIO_PROTECT),
    S(SC_THREAD_PROCESS_SHARED),
    S(SC_THREAD_SAFE_FUNCTIONS),
    S(SC_THREAD_STACK_MIN),
    S(SC_THREAD_THREADS_MAX),
    S(SC_TIMERS),
    S(SC_TIMER_MAX),
    S(SC_TTY_NAME_MAX),
    S(SC_TZNAME_MAX),
    S(SC_T_IOV_MAX),
    S(SC_UCHAR_MAX),
    S(SC_UINT_MAX),
    S(SC_UIO_MAXIOV),
    S(SC_ULONG_MAX),
    S(SC_USHRT_MAX),
    S(SC_VERSION),
    S(SC_WORD_BIT),
    S(SC_XBS5_ILP32_OFF32),
    S(SC_XBS5_ILP32_OFFBIG),
    S(SC_XBS5_LP64_OFF64),
    S(SC_XBS5_LPBIG_OFFBIG),
    S(SC_XOPEN_CRYPT),
    S(SC_XOPEN_ENH_I18N),
    S(SC_XOPEN_LEGACY),
    S(SC_XOPEN_REALTIME),
    S(SC_XOPEN_REALTIME_THREADS),
    S(SC_XOPEN_SHM),
    S(SC_XOPEN_UNIX),
    S(SC_XOPEN_VERSION),
    S(SC_XOPEN_XCU_VERSION),
    S(SC_XOPEN_XPG2),
    S(SC_XOPEN_XPG3),
    S(SC_XOPEN_XPG4),
};
constexpr Setting kConfstr[] = {
    S(CS_GNU_LIBC_VERSION),
    S(CS_GNU_LIBPTHREAD_VERSION),
    S(CS_LFS64_CFLAGS),
    S(CS_LFS64_LDFLAGS),
    S(CS_LFS64_LIBS),
    S(CS_LFS64_LINTFLAGS),
    S(CS_LFS_CFLAGS),
    S(CS_LFS_LDFLAGS),
    S(CS_LFS_LIBS),
    S(CS_LFS_LINTFLAGS),
    S(CS_PATH),
    S(CS_XBS5_ILP32_OFF32_CFLAGS),
    S(CS_XBS5_ILP32_OFF32_LDFLAGS),
    S(CS_XBS5_ILP32_OFF32_LIBS),
    S(CS_XBS5_ILP32_OFF32_LINTFLAGS),
    S(CS_XBS5_ILP32_OFFBIG_CFLAGS),
    S(CS_XBS5_ILP32_OFFBIG_LDFLAGS),
    S(CS_XBS5_ILP32_OFFBIG_LIBS),
    S(CS_XBS5_ILP32_OFFBIG_LINTFLAGS),
    S(CS_XBS5_LP64_OFF64_CFLAGS),
    S(CS_XBS5_LP64_OFF64_LDFLAGS),
    S(CS_XBS5_LP64_OFF64_LIBS),
    S(CS_XBS5_LP64_OFF64_LINTFLAGS),
    S(CS_XBS5_LPBIG_OFFBIG_CFLAGS),
    S(CS_XBS5_LPBIG_OFFBIG_LDFLAGS),
    S(CS_XBS5_LPBIG_OFFBIG_LIBS),
    S(CS_XBS5_LPBIG_OFFBIG_LINTFLAGS),
};
constexpr Setting kPathconf[] = {
    S(PC_ALLOC_SIZE_MIN), S(PC_ASYNC_IO),    S(PC_CHOWN_RESTRICTED),   S(PC_FILESIZEBITS),      S(PC_LINK_MAX),
    S(PC_MAX_CANON),      S(PC_MAX_INPUT),   S(PC_NAME_MAX),           S(PC_NO_TRUNC),          S(PC_PATH_MAX),
    S(PC_PIPE_BUF),       S(PC_PRIO_IO),     S(PC_REC_INCR_XFER_SIZE), S(PC_REC_MAX_XFER_SIZE), S(PC_REC_MIN_XFER_SIZE),
    S(PC_REC_XFER_ALIGN), S(PC_SOCK_MAXBUF), S(PC_SYMLINK_MAX),        S(PC_SYNC_IO),           S(PC_VDISABLE),
};
#undef S

Fallible<int> setting_argument(Thread& t, Value name, std::span<const Setting> settings) {
    if (StrObject* text = as_str(name)) {
        for (const Setting& row : settings)
            if (str_equals_ascii(text, row.name)) return row.number;
        return raise(t, Exc::ValueError, "unrecognized configuration name");
    }
    if (!is_int_like(name)) return raise(t, Exc::TypeError, "configuration names must be strings or integers");
    return c_int_argument(t, name);
}
Fallible<int64_t> posix_sysconf(Thread& t, Value name) {
    int number = TRY(setting_argument(t, name, kSysconf));
    errno = 0;
    int64_t value = sysconf(number);
    if (value == -1 && errno != 0) return raise_errno(t);
    return value;
}
Ref posix_confstr(Thread& t, Value name) {
    int number = TRY(setting_argument(t, name, kConfstr));
    char room[4096];
    errno = 0;
    size_t size = confstr(number, room, sizeof room);
    if (size == 0) return errno ? Ref(raise_errno(t)) : own(Value::none());
    return path_from_host(t, std::string_view(room, std::min(size, sizeof room) - 1), false);
}
Fallible<int64_t> posix_pathconf(Thread& t, Value path, Value name) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "pathconf", PathKind::PathOrFd));
    int number = TRY(setting_argument(t, name, kPathconf));
    errno = 0;
    int64_t limit = p.is_fd ? fpathconf(p.fd, number) : pathconf(p.text.c_str(), number);
    if (limit == -1 && errno != 0) return raise_path_error(t, -errno, p);
    return limit;
}
Fallible<int64_t> posix_fpathconf(Thread& t, Value fd, Value name) {
    int n = TRY(descriptor_argument(t, fd)), number = TRY(setting_argument(t, name, kPathconf));
    errno = 0;
    int64_t limit = fpathconf(n, number);
    if (limit == -1 && errno != 0) return raise_errno(t);
    return limit;
}
Ref posix_ctermid(Thread& t) { return str_from_ascii(t, "/dev/tty"); }
Fallible<bool> posix_stat_float_times(Thread& t, Value) {
    TRY(warn(t, Exc::DeprecationWarning, 1, "stat_float_times() is deprecated"));
    return true;  // times have been floats for long
}

constexpr MethodDef kFunctions[] = {
    function<posix_chroot>("chroot", "(path)", "Change the root folder of the process."),
    function<posix_confstr>("confstr", "(name, /)", "A setting of the system that is a text."),
    function<posix_ctermid>("ctermid", "()", "The path of the process's terminal."),
    function<posix_fchown>("fchown", "(fd, uid, gid)", "Change owner and group of an open file."),
    function<posix_forkpty>("forkpty", "()", "Fork a child with a terminal of its own: (pid, master_fd)."),
    function<posix_fpathconf>("fpathconf", "(fd, name, /)", "A limit of an open file."),
    function<posix_getgrouplist>("getgrouplist", "(user, group, /)", "The groups a user belongs to."),
    function<posix_getpriority>("getpriority", "(which, who)", "The scheduling priority of a process, group or user."),
    function<posix_getrandom>("getrandom", "(size, flags=0)", "Random bytes of the system."),
    function<three_ids<getresgid>>("getresgid", "()", "The real, effective and saved group."),
    function<three_ids<getresuid>>("getresuid", "()", "The real, effective and saved user."),
    function<posix_getxattr>("getxattr", "(path, attribute, *, follow_symlinks=True)",
                             "An extended attribute of a file."),
    function<posix_initgroups>("initgroups", "(username, gid, /)", "Take on all groups of a user."),
    function<posix_lchown>("lchown", "(path, uid, gid)", "Change owner and group of a file or link."),
    function<posix_listxattr>("listxattr", "(path=None, *, follow_symlinks=True)",
                              "Names of a file's extended attributes."),
    function<posix_lockf>("lockf", "(fd, command, length, /)", "Lock, test or unlock a part of an open file."),
    function<posix_mknod>("mknod", "(path, mode=384, device=0, *, dir_fd=None)", "Create a file, FIFO or device."),
    function<posix_pathconf>("pathconf", "(path, name)", "A limit of a file or folder."),
    function<posix_fadvise_>("posix_fadvise", "(fd, offset, length, advice, /)", "Say how a file will be read."),
    function<posix_fallocate_>("posix_fallocate", "(fd, offset, length, /)",
                               "Make sure that there is room for a file."),
    function<posix_readv>("readv", "(fd, buffers, /)", "Read into several buffers; how many bytes."),
    function<posix_removexattr>("removexattr", "(path, attribute, *, follow_symlinks=True)",
                                "Remove an extended attribute."),
    function<set_group<setegid>>("setegid", "(egid, /)", "Set the effective group."),
    function<set_user<seteuid>>("seteuid", "(euid, /)", "Set the effective user."),
    function<set_group<setgid>>("setgid", "(gid, /)", "Set the group."),
    function<posix_setgroups>("setgroups", "(groups, /)", "Set the further groups of the process."),
    function<posix_setpgrp>("setpgrp", "()", "Make the process the leader of its group."),
    function<posix_setpriority>("setpriority", "(which, who, priority)", "Set a scheduling priority."),
    function<posix_setregid>("setregid", "(rgid, egid, /)", "Set the real and the effective group."),
    function<posix_setresgid>("setresgid", "(rgid, egid, sgid, /)", "Set the real, effective and saved group."),
    function<posix_setresuid>("setresuid", "(ruid, euid, suid, /)", "Set the real, effective and saved user."),
    function<posix_setreuid>("setreuid", "(ruid, euid, /)", "Set the real and the effective user."),
    function<set_user<setuid>>("setuid", "(uid, /)", "Set the user."),
    function<posix_setxattr>("setxattr", "(path, attribute, value, flags=0, *, follow_symlinks=True)",
                             "Set an extended attribute."),
    function<posix_stat_float_times>("stat_float_times", "(newvalue=None, /)", "Deprecated: times are floats."),
    function<posix_sync>("sync", "()", "Write everything to disk."),
    function<posix_sysconf>("sysconf", "(name, /)", "A setting of the system."),
    function<posix_tcgetpgrp>("tcgetpgrp", "(fd, /)", "The process group in front of a terminal."),
    function<posix_tcsetpgrp>("tcsetpgrp", "(fd, pgid, /)", "Put a process group in front of a terminal."),
    function<posix_writev>("writev", "(fd, buffers, /)", "Write several buffers; how many bytes."),
};

constexpr SystemConstant kConstants[] = {
#define C(name) \
    { #name, name }
    C(GRND_NONBLOCK),
    C(GRND_RANDOM),
    C(O_DIRECT),
    C(O_NOATIME),
    C(POSIX_FADV_DONTNEED),
    C(POSIX_FADV_NOREUSE),
    C(POSIX_FADV_NORMAL),
    C(POSIX_FADV_RANDOM),
    C(POSIX_FADV_SEQUENTIAL),
    C(POSIX_FADV_WILLNEED),
    C(ST_APPEND),
    C(ST_MANDLOCK),
    C(ST_NOATIME),
    C(ST_NODEV),
    C(ST_NODIRATIME),
    C(ST_NOEXEC),
    C(ST_RELATIME),
    C(ST_SYNCHRONOUS),
    C(ST_WRITE),
    C(XATTR_CREATE),
    C(XATTR_REPLACE),
    {"XATTR_SIZE_MAX", kAttributeRoom},
    // What ctypes and sys.setdlopenflags() would take; no library is loaded here, the numbers are the system's.
    {"RTLD_LAZY", 1},
    {"RTLD_NOW", 2},
    {"RTLD_NOLOAD", 4},
    {"RTLD_DEEPBIND", 8},
    {"RTLD_GLOBAL", 0x100},
    {"RTLD_LOCAL", 0},
    {"RTLD_NODELETE", 0x1000},
#undef C
};

Status add_names(Thread& t, ModuleObject* module, const char* attribute, std::span<const Setting> settings) {
    RefTo<DictObject> names = TRY(dict_new(t));
    for (const Setting& row : settings) {
        Ref key = TRY(str_from_ascii(t, row.name));
        TRY(dict_set(t, names.get(), key, Value::small_int(row.number)));
    }
    return module_set(t, module, attribute, names.value());
}

}  // namespace

Status add_posix_system(Thread& t, ModuleObject* module) {
    Ref module_name = TRY(str_from_ascii(t, "posix"));
    for (const MethodDef& row : kFunctions) {
        Ref function = TRY(native_function_new(t, &row, Value::object(module), module_name));
        TRY(module_set(t, module, row.name, function));
    }
    TRY(add_names(t, module, "sysconf_names", kSysconf));
    TRY(add_names(t, module, "confstr_names", kConfstr));
    TRY(add_names(t, module, "pathconf_names", kPathconf));
    TRY(add_constants(t, module, kConstants));
    return add_posix_scheduling(t, module);
}

}  // namespace krait
