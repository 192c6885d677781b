// posix: files, folders, environment and process as the host gives them; what os.py is built on.
//
// Running other programs, users and groups are there with Host::system_access() only (posix_process.cpp). Without it
// os._exit() raises SystemExit: an interpreter does not end the process it lives in.
#include <fcntl.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "builtins/modules/io_objects.h"
#include "builtins/modules/posix_objects.h"
#include "builtins/modules/posix_process.h"
#include "builtins/modules/system_call.h"
#include "builtins/types/text_support.h"
#include "support/clock.h"
#include "vm/object/exception_object.h"
#include "vm/runtime/gate.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ arguments

static const char* wanted_text(PathKind kind) {
    switch (kind) {
        case PathKind::PathOrFd: return "string, bytes, os.PathLike or integer";
        case PathKind::PathOrNone: return "string, bytes, os.PathLike or None";
        case PathKind::PathFdOrNone: return "string, bytes, os.PathLike, integer or None";
        default: return "string, bytes or os.PathLike";
    }
}

Status posix_path(Thread& t, PosixPath* path, Value given, const char* function, PathKind kind,
                  const char* argument) {
    bool may_be_fd = kind == PathKind::PathOrFd || kind == PathKind::PathFdOrNone;
    Ref plain;
    if (as_str(given) || as_bytes(given)) {
        plain = own(given);
    } else if (may_be_fd && (is_int_like(given) || type_of(t, given)->slots.index)) {
        Ref index = TRY(as_index(t, given));
        int64_t fd = TRY(int_to_i64(t, index, "fd is greater than maximum"));
        if (fd > INT32_MAX) return raise(t, Exc::OverflowError, "fd is greater than maximum");
        if (fd < INT32_MIN) return raise(t, Exc::OverflowError, "fd is less than minimum");
        path->fd = static_cast<int>(fd);
        path->is_fd = true;
        path->object = own(given);
        return ok();
    } else {
        Ref method = TRY(lookup_special(t, given, t.interp.names.dunder_fspath));
        if (method.get().is_unbound() && !given.is_none() && has_buffer(t, given)) {
            // Accepted with a warning: other bytes-like objects.
            plain = TRY(path_of_buffer(t, given, (std::string(function) + ": " + argument).c_str(), wanted_text(kind)));
            path->object = own(given);
        } else if (method.get().is_unbound()) {
            return raise(t, Exc::TypeError, "%s: %s should be %s, not %.200s", function, argument, wanted_text(kind),
                         type_name_of(t, given));
        } else {
            plain = TRY(call_special(t, given, t.interp.names.dunder_fspath));
            if (!as_str(plain) && !as_bytes(plain))
                return raise(t, Exc::TypeError, "%s: %s should be %s, not %.200s", function, argument,
                             wanted_text(kind), type_name_of(t, plain));
        }
    }
    path->is_bytes = as_bytes(plain) != nullptr;
    if (path->is_bytes && plain.as<BytesObject>()->view().find('\0') != std::string_view::npos)
        return raise(t, Exc::ValueError, "%s: embedded null character in %s", function, argument);
    TRY(path_bytes(t, plain, &path->text));
    if (path->object.get().is_unbound()) path->object = std::move(plain);
    return ok();
}

Failed raise_path_error(Thread& t, int64_t negative_errno, const PosixPath& path) {
    return raise_os_error(t, static_cast<int>(-negative_errno), path.object);
}

Failed raise_two_paths_error(Thread& t, int64_t negative_errno, const PosixPath& first, const PosixPath& second) {
    Ref text = TRY(str_from_utf8(t, std::strerror(static_cast<int>(-negative_errno))));
    Value args[] = {Value::from_int_unchecked(-negative_errno), text, first.object, Value::none(), second.object};
    Ref exception = TRY(exception_new(t, exception_type(t.interp, Exc::OSError), args, 5));
    return raise_instance(t, exception);
}

Fallible<int64_t> posix_int(Thread& t, Value v) {
    int64_t n = TRY(whence_argument(t, v));
    if (n > INT32_MAX) return raise(t, Exc::OverflowError, "signed integer is greater than maximum");
    if (n < INT32_MIN) return raise(t, Exc::OverflowError, "signed integer is less than minimum");
    return n;
}

Fallible<std::string> folder_of_descriptor(Thread& t, int fd, const PosixPath& path) {
    struct stat info;
    if (fstat(fd, &info) < 0) return raise_path_error(t, -errno, path);
    if (!S_ISDIR(info.st_mode)) return raise_path_error(t, -ENOTDIR, path);
    return "/proc/self/fd/" + std::to_string(fd) + "/";
}

Status apply_dir_fd(Thread& t, Value dir_fd, PosixPath* path, const char* function) {
    if (dir_fd.is_unbound() || dir_fd.is_none()) return ok();
    if (!is_int_like(dir_fd) && !type_of(t, dir_fd)->slots.index)
        return raise(t, Exc::TypeError, "argument should be integer or None, not %.200s", type_name_of(t, dir_fd));
    PosixPath folder;
    TRY(posix_path(t, &folder, dir_fd, function, PathKind::PathOrFd));
    if (!t.interp.host->system_access())
        return raise(t, Exc::NotImplementedError, "dir_fd unavailable on this platform");
    if (path->is_fd) return raise(t, Exc::ValueError, "%s: can't specify dir_fd without matching path", function);
    if (folder.fd == AT_FDCWD || path->text.empty() || path->text[0] == '/') return ok();
    path->text.insert(0, TRY(folder_of_descriptor(t, folder.fd, *path)));
    return ok();
}

namespace {

Host& host(Thread& t) { return *t.interp.host; }

Status check(Thread& t, int r) { return r < 0 ? Status(raise_os_error(t, -r, Value::unbound())) : ok(); }
Status check(Thread& t, int r, const PosixPath& path) { return r < 0 ? Status(raise_path_error(t, r, path)) : ok(); }

// ------------------------------------------------------------------------------------------------ types

constexpr MemberDef kTerminalFields[] = {
    struct_field(0, "columns", "width of the terminal window in characters"),
    struct_field(1, "lines", "height of the terminal window in characters"),
};
constexpr TypeSpec kTerminalSizeSpec = struct_sequence_spec(
    "os.terminal_size", "A tuple of (columns, lines) for holding terminal window size", kTerminalFields);
constexpr MemberDef kTimesFields[] = {
    struct_field(0, "user", "user time"),
    struct_field(1, "system", "system time"),
    struct_field(2, "children_user", "user time of children"),
    struct_field(3, "children_system", "system time of children"),
    struct_field(4, "elapsed", "elapsed time since an arbitrary point in the past"),
};
constexpr TypeSpec kTimesSpec =
    struct_sequence_spec("posix.times_result", "times_result: Result from os.times().", kTimesFields);

void release_state(Interpreter& interp, void* state) {
    interp.posix = nullptr;
    auto* posix = static_cast<PosixState*>(state);
    for (TypeObject* type :
         {posix->stat_result, posix->terminal_size, posix->times_result, posix->dir_entry, posix->scandir_iterator,
          posix->sched_param, posix->waitid_result})
        if (type) decref(type);
    delete posix;
}

Status make_types(Thread& t, PosixState* state) {
    TRY(make_posix_stat_types(t, state));
    RefTo<TypeObject> type = TRY(struct_sequence_type(t, kTerminalSizeSpec, 2));
    state->terminal_size = type.release();
    type = TRY(struct_sequence_type(t, kTimesSpec, 5));
    state->times_result = type.release();
    return ok();
}

}  // namespace

Fallible<PosixState*> posix_state(Thread& t) {
    if (t.interp.posix) return t.interp.posix;
    auto* state = new (std::nothrow) PosixState{};
    if (!state) return raise_memory_error(t);
    if (!make_types(t, state)) {
        release_state(t.interp, state);
        return Failed{};
    }
    t.interp.at_exit.push_back({state, &release_state});
    return t.interp.posix = state;
}

namespace {

// ------------------------------------------------------------------------------------------------ folders and names

Ref current_directory(Thread& t, bool as_bytes) {
    std::string path;
    TRY(check(t, host(t).current_directory(&path)));
    return path_from_host(t, path, as_bytes);
}
Ref posix_getcwd(Thread& t) { return current_directory(t, false); }
Ref posix_getcwdb(Thread& t) { return current_directory(t, true); }

Status posix_chdir(Thread& t, Value path) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "chdir", PathKind::PathOrFd));
    if (p.is_fd && !host(t).system_access())
        return raise(t, Exc::NotImplementedError, "chdir: descriptors of folders are not supported");
    if (p.is_fd) return check(t, fchdir(p.fd) < 0 ? -errno : 0, p);
    return check(t, host(t).change_directory(p.text), p);
}

Status posix_mkdir(Thread& t, Value path, Value mode, Value dir_fd) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "mkdir"));
    int64_t bits = mode.is_unbound() ? 0777 : TRY(posix_int(t, mode));
    TRY(apply_dir_fd(t, dir_fd, &p, "mkdir"));
    return check(t, host(t).make_directory(p.text, static_cast<uint32_t>(bits)), p);
}

Status remove_path(Thread& t, Value path, Value dir_fd, const char* function, bool directory) {
    PosixPath p;
    TRY(posix_path(t, &p, path, function));
    TRY(apply_dir_fd(t, dir_fd, &p, function));
    return check(t, host(t).remove(p.text, directory), p);
}
Status posix_rmdir(Thread& t, Value path, Value dir_fd) { return remove_path(t, path, dir_fd, "rmdir", true); }
Status posix_unlink(Thread& t, Value path, Value dir_fd) { return remove_path(t, path, dir_fd, "unlink", false); }
Status posix_remove(Thread& t, Value path, Value dir_fd) { return remove_path(t, path, dir_fd, "remove", false); }

// Those that take two paths: `operation` gets their texts and returns 0 or a negative errno.
template <class F>
Status with_two_paths(Thread& t, Value src, Value dst, Value src_dir_fd, Value dst_dir_fd, const char* function,
                      F operation) {
    PosixPath from, to;
    TRY(posix_path(t, &from, src, function, PathKind::Path, "src"));
    TRY(posix_path(t, &to, dst, function, PathKind::Path, "dst"));
    TRY(apply_dir_fd(t, src_dir_fd, &from, function));
    TRY(apply_dir_fd(t, dst_dir_fd, &to, function));
    int r = operation(from.text, to.text);
    return r < 0 ? Status(raise_two_paths_error(t, r, from, to)) : ok();
}
Status move_path(Thread& t, Value src, Value dst, Value src_dir_fd, Value dst_dir_fd, const char* function) {
    return with_two_paths(t, src, dst, src_dir_fd, dst_dir_fd, function,
                          [&](const std::string& from, const std::string& to) { return host(t).rename(from, to); });
}
Status posix_rename(Thread& t, Value src, Value dst, Value src_dir_fd, Value dst_dir_fd) {
    return move_path(t, src, dst, src_dir_fd, dst_dir_fd, "rename");
}
Status posix_replace(Thread& t, Value src, Value dst, Value src_dir_fd, Value dst_dir_fd) {
    return move_path(t, src, dst, src_dir_fd, dst_dir_fd, "replace");
}

Status make_link(Thread& t, Value src, Value dst, Value src_dir_fd, Value dst_dir_fd, const char* function,
                 bool symbolic) {
    return with_two_paths(
        t, src, dst, src_dir_fd, dst_dir_fd, function,
        [&](const std::string& from, const std::string& to) { return host(t).make_link(from, to, symbolic); });
}
Status posix_symlink(Thread& t, Value src, Value dst, Value target_is_directory, Value dir_fd) {
    (void)target_is_directory;
    return make_link(t, src, dst, Value::none(), dir_fd, "symlink", true);
}
Status posix_link(Thread& t, Value src, Value dst, Value src_dir_fd, Value dst_dir_fd, Value) {
    return make_link(t, src, dst, src_dir_fd, dst_dir_fd, "link", false);
}

Ref posix_readlink(Thread& t, Value path, Value dir_fd) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "readlink"));
    TRY(apply_dir_fd(t, dir_fd, &p, "readlink"));
    std::string target;
    TRY(check(t, host(t).read_link(p.text, &target), p));
    return path_from_host(t, target, p.is_bytes);
}

// Hosts know paths only: descriptors are for the system itself.
PathKind path_or_fd(Thread& t) { return host(t).system_access() ? PathKind::PathOrFd : PathKind::Path; }

Status posix_chmod(Thread& t, Value path, Value mode, Value dir_fd, Value follow_symlinks) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "chmod", path_or_fd(t)));
    int64_t bits = TRY(posix_int(t, mode));
    TRY(apply_dir_fd(t, dir_fd, &p, "chmod"));
    if (!follow_symlinks.is_unbound() && !TRY(is_true(t, follow_symlinks)))
        return raise(t, Exc::NotImplementedError, "chmod: follow_symlinks unavailable on this platform");
    if (p.is_fd) return check(t, fchmod(p.fd, static_cast<mode_t>(bits)) < 0 ? -errno : 0, p);
    return check(t, host(t).change_mode(p.text, static_cast<uint32_t>(bits)), p);
}

// Seconds as int or float, in nanoseconds.
Fallible<int64_t> time_argument(Thread& t, Value v, bool in_ns) {
    if (in_ns) return index_to_i64(t, v, Exc::OverflowError);
    double seconds = TRY(to_double(t, v));
    double ns = __builtin_floor(seconds * 1e9);
    if (!(ns > -9.2e18 && ns < 9.2e18))
        return raise(t, Exc::OverflowError, "timestamp out of range for platform time_t");
    double whole = __builtin_floor(seconds);
    return static_cast<int64_t>(whole) * kNsPerSecond + static_cast<int64_t>((seconds - whole) * 1e9);
}

Status posix_utime(Thread& t, Value path, Value times, Value ns, Value dir_fd, Value follow_symlinks) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "utime", path_or_fd(t)));
    TRY(apply_dir_fd(t, dir_fd, &p, "utime"));
    bool follows = follow_symlinks.is_unbound() || TRY(is_true(t, follow_symlinks));
    if (p.is_fd && !follows) return raise(t, Exc::ValueError, "utime: cannot use fd and follow_symlinks together");
    if (!follows && !host(t).system_access())
        return raise(t, Exc::NotImplementedError, "utime: follow_symlinks unavailable on this platform");
    bool has_times = !times.is_unbound() && !times.is_none(), has_ns = !ns.is_unbound() && !ns.is_none();
    if (has_times && has_ns)
        return raise(t, Exc::ValueError, "utime: you may specify either 'times' or 'ns' but not both");
    int64_t atime, mtime;
    if (has_times || has_ns) {
        TupleObject* pair = as_tuple(has_ns ? ns : times);
        if (!pair || pair->size != 2)
            return has_ns ? raise(t, Exc::TypeError, "utime: 'ns' must be a tuple of two ints")
                          : raise(t, Exc::TypeError, "utime: 'times' must be either a tuple of two ints or None");
        atime = TRY(time_argument(t, pair->items[0], has_ns));
        mtime = TRY(time_argument(t, pair->items[1], has_ns));
    } else {
        atime = mtime = host(t).wall_time_ns();
    }
    if (!p.is_fd && follows) return check(t, host(t).set_times(p.text, atime, mtime));
    const timespec both[] = {timespec_of(atime), timespec_of(mtime)};
    int r = p.is_fd ? futimens(p.fd, both) : utimensat(AT_FDCWD, p.text.c_str(), both, AT_SYMLINK_NOFOLLOW);
    return check(t, r < 0 ? -errno : 0);
}

Fallible<bool> posix_access(Thread& t, Value path, Value mode, Value dir_fd, Value effective_ids,
                            Value follow_symlinks) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "access"));
    int64_t bits = TRY(posix_int(t, mode));
    TRY(apply_dir_fd(t, dir_fd, &p, "access"));
    bool effective = !effective_ids.is_unbound() && TRY(is_true(t, effective_ids));
    bool follows = follow_symlinks.is_unbound() || TRY(is_true(t, follow_symlinks));
    int flags = (effective ? AT_EACCESS : 0) | (follows ? 0 : AT_SYMLINK_NOFOLLOW);
    if (flags && !host(t).system_access())
        return raise(t, Exc::NotImplementedError, "access: %s unavailable on this platform",
                     effective ? "effective_ids" : "follow_symlinks");
    if (flags) return faccessat(AT_FDCWD, p.text.c_str(), static_cast<int>(bits), flags) == 0;
    return host(t).access(p.text, static_cast<int>(bits)) == 0;
}

Ref posix_fspath(Thread& t, Value path) { return path_object(t, path); }

// ------------------------------------------------------------------------------------------------ descriptors

Ref posix_open(Thread& t, Value path, Value flags, Value mode, Value dir_fd) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "open"));
    int64_t bits = TRY(posix_int(t, flags)), permissions = mode.is_unbound() ? 0777 : TRY(posix_int(t, mode));
    TRY(apply_dir_fd(t, dir_fd, &p, "open"));
    for (;;) {
        int fd;
        {
            OutsideGate outside(t);
            fd = host(t).open(p.text, static_cast<int>(bits) | O_CLOEXEC, static_cast<uint32_t>(permissions));
        }
        if (fd != -EINTR) {
            TRY(check(t, fd, p));
            return make_int(t, fd);
        }
        TRY(after_interrupt(t));
    }
}

Status posix_close(Thread& t, Value fd) {
    int64_t n = TRY(posix_int(t, fd));
    int r = host(t).close(static_cast<int>(n));
    return r == -EINTR ? ok() : check(t, r);
}

Ref posix_read(Thread& t, Value fd, Value length) {
    int64_t n = TRY(posix_int(t, fd)), size = TRY(strict_size(t, length));
    if (size < 0) return raise_os_error(t, EINVAL, Value::unbound());
    size = std::min<int64_t>(size, INT32_MAX);
    HeapBuffer space(t);
    TRY(space.allocate(static_cast<size_t>(size)));
    for (;;) {
        int64_t got;
        {
            OutsideGate outside(t);
            got = host(t).read(static_cast<int>(n), space.data(), static_cast<size_t>(size));
        }
        if (got >= 0) return bytes_from(t, {space.data(), static_cast<size_t>(got)});
        if (got != -EINTR) return raise_os_error(t, static_cast<int>(-got), Value::unbound());
        TRY(after_interrupt(t));
    }
}

Fallible<int64_t> posix_write(Thread& t, Value fd, Value data) {
    int64_t n = TRY(posix_int(t, fd));
    BufferView view = TRY(get_buffer(t, data));
    for (;;) {
        int64_t done;
        {
            OutsideGate outside(t);
            done = host(t).write(static_cast<int>(n), view.data(), view.size());
        }
        if (done < 0 && done != -EINTR) return raise_os_error(t, static_cast<int>(-done), Value::unbound());
        // A signal may have cut the write short: its handler runs before the caller writes the rest.
        if (done < static_cast<int64_t>(view.size())) TRY(after_interrupt(t));
        if (done >= 0) return done;
    }
}

Fallible<int64_t> posix_lseek(Thread& t, Value fd, Value position, Value how) {
    int64_t n = TRY(posix_int(t, fd)), offset = TRY(offset_argument(t, position)), whence = TRY(posix_int(t, how));
    int64_t at = host(t).seek(static_cast<int>(n), offset, static_cast<int>(whence));
    if (at < 0) return raise_os_error(t, static_cast<int>(-at), Value::unbound());
    return at;
}

Status posix_ftruncate(Thread& t, Value fd, Value length) {
    int64_t n = TRY(posix_int(t, fd)), size = TRY(offset_argument(t, length));
    return check(t, host(t).truncate(static_cast<int>(n), size));
}

Status posix_truncate(Thread& t, Value path, Value length) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "truncate", PathKind::PathOrFd));
    int64_t size = TRY(offset_argument(t, length));
    if (p.is_fd) return check(t, host(t).truncate(p.fd, size), p);
    int fd = host(t).open(p.text, O_WRONLY | O_CLOEXEC, 0);
    TRY(check(t, fd, p));
    int r = host(t).truncate(fd, size);
    (void)host(t).close(fd);
    return check(t, r, p);
}

Fallible<bool> posix_isatty(Thread& t, Value fd) {
    int64_t n = TRY(posix_int(t, fd));
    return host(t).is_terminal(static_cast<int>(n));
}

Ref posix_dup(Thread& t, Value fd) {
    int64_t n = TRY(posix_int(t, fd));
    int copy = host(t).duplicate(static_cast<int>(n));
    TRY(check(t, copy));
    return make_int(t, copy);
}

Ref posix_pipe(Thread& t) {
    int fds[2];
    TRY(check(t, host(t).make_pipe(fds)));
    return tuple_pack(t, {Value::small_int(fds[0]), Value::small_int(fds[1])});
}

Status posix_fsync(Thread& t, Value fd) {
    Ref number = own(fd);
    if (!is_int_like(fd)) {
        Ref method = TRY(lookup_attribute(t, fd, t.interp.names.fileno));
        if (method.get().is_unbound())
            return raise(t, Exc::TypeError, "argument must be an int, or have a fileno() method.");
        number = TRY(call(t, method));
    }
    int64_t n = TRY(posix_int(t, number));
    return check(t, host(t).sync(static_cast<int>(n)));
}

Ref posix_device_encoding(Thread& t, Value fd) {
    int64_t n = TRY(posix_int(t, fd));
    return host(t).is_terminal(static_cast<int>(n)) ? str_from_ascii(t, "UTF-8") : own(Value::none());
}

Ref posix_get_terminal_size(Thread& t, Value fd) {
    int64_t n = fd.is_unbound() ? 1 : TRY(posix_int(t, fd));
    int columns = 0, lines = 0;
    TRY(check(t, host(t).terminal_size(static_cast<int>(n), &columns, &lines)));
    PosixState* state = TRY(posix_state(t));
    const Value values[] = {Value::small_int(columns), Value::small_int(lines)};
    return struct_sequence_new(t, state->terminal_size, values, 2);
}

// ------------------------------------------------------------------------------------------------ process

Fallible<int64_t> posix_getpid(Thread& t) { return int64_t{host(t).process_id()}; }
Fallible<int64_t> posix_getppid(Thread& t) { return int64_t{host(t).parent_process_id()}; }
Ref posix_cpu_count(Thread&) { return own(Value::none()); }

Ref posix_urandom(Thread& t, int64_t size) {
    if (size < 0) return raise(t, Exc::ValueError, "negative argument not allowed");
    RefTo<BytesObject> bytes = TRY(bytes_new_uninitialised(t, static_cast<size_t>(size)));
    TRY(check(t, host(t).random_bytes(bytes->data, static_cast<size_t>(size))));
    return bytes;
}

Ref posix_strerror(Thread& t, Value code) {
    int64_t n = TRY(posix_int(t, code));
    return str_from_utf8(t, std::strerror(static_cast<int>(n)));
}

// The environment of a script is the dict in `environ`; that of the process, which other programs are started with,
// is changed only where scripts have the system itself.
Status posix_putenv(Thread& t, Value name, Value value) {
    std::string text, contents;
    TRY(path_argument(t, name, &text));
    TRY(path_argument(t, value, &contents));
    if (text.find('=') != std::string::npos) return raise(t, Exc::ValueError, "illegal environment variable name");
    if (!host(t).system_access()) return ok();
    return check(t, setenv(text.c_str(), contents.c_str(), 1) < 0 ? -errno : 0);
}
Status posix_unsetenv(Thread& t, Value name) {
    std::string text;
    TRY(path_argument(t, name, &text));
    if (text.empty() || text.find('=') != std::string::npos) return check(t, -EINVAL);
    if (!host(t).system_access()) return ok();
    return check(t, unsetenv(text.c_str()) < 0 ? -errno : 0);
}

Ref posix_times(Thread& t) {
    int64_t times[5];
    host(t).process_times(times);
    Ref owned[5];
    Value values[5];
    for (int i = 0; i < 5; ++i) {
        owned[i] = TRY(make_float(t, static_cast<double>(times[i]) / 1e9));
        values[i] = owned[i];
    }
    PosixState* state = TRY(posix_state(t));
    return struct_sequence_new(t, state->times_result, values, 5);
}

Ref posix_exit(Thread& t, Value status) {
    int64_t n = TRY(posix_int(t, status));
    Ref code = TRY(make_int(t, n));
    return raise_object(t, Exc::SystemExit, code);
}

// ------------------------------------------------------------------------------------------------ tables

constexpr MethodDef kFunctions[] = {
    function<posix_exit>("_exit", "(status)", "End the script with the given status."),
    function<posix_access>("access", "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
                           "Use the real uid/gid to test for access to a path."),
    function<posix_chdir>("chdir", "(path)", "Change the current working directory to the specified path."),
    function<posix_chmod>("chmod", "(path, mode, *, dir_fd=None, follow_symlinks=True)",
                          "Change the access permissions of a file."),
    function<posix_close>("close", "(fd)", "Close a file descriptor."),
    function<posix_cpu_count>("cpu_count", "()", "Number of CPUs, None when that is not known."),
    function<posix_device_encoding>("device_encoding", "(fd)", "Encoding of a terminal, None for others."),
    function<posix_dup>("dup", "(fd, /)", "Return a duplicate of a file descriptor."),
    function<posix_fspath>("fspath", "(path)", "Return the file system path representation of the object."),
    function<posix_fsync>("fsync", "(fd)", "Force write of fd to disk."),
    function<posix_ftruncate>("ftruncate", "(fd, length, /)", "Truncate a file, specified by file descriptor."),
    function<posix_get_terminal_size>("get_terminal_size", "(fd=1, /)",
                                      "Size of the terminal window as (columns, lines)."),
    function<posix_getcwd>("getcwd", "()", "Return a unicode string representing the current working directory."),
    function<posix_getcwdb>("getcwdb", "()", "Return a bytes string representing the current working directory."),
    function<posix_getpid>("getpid", "()", "Return the current process id."),
    function<posix_getppid>("getppid", "()", "Return the parent's process id."),
    function<posix_isatty>("isatty", "(fd, /)", "Return True if the fd is connected to a terminal."),
    function<posix_link>("link", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
                         "Create a hard link to a file."),
    function<posix_lseek>("lseek", "(fd, position, how, /)", "Set the position of a file descriptor."),
    function<posix_mkdir>("mkdir", "(path, mode=511, *, dir_fd=None)", "Create a directory."),
    function<posix_open>("open", "(path, flags, mode=511, *, dir_fd=None)", "Open a file for low level IO."),
    function<posix_pipe>("pipe", "()", "Create a pipe: (read_fd, write_fd)."),
    function<posix_putenv>("putenv", "(name, value, /)", "Change or add an environment variable."),
    function<posix_read>("read", "(fd, length, /)", "Read from a file descriptor. Returns a bytes object."),
    function<posix_readlink>("readlink", "(path, *, dir_fd=None)", "Return the path a symbolic link points to."),
    function<posix_remove>("remove", "(path, *, dir_fd=None)", "Remove a file (same as unlink())."),
    function<posix_rename>("rename", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Rename a file or directory."),
    function<posix_replace>("replace", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
                            "Rename a file or directory, overwriting the destination."),
    function<posix_rmdir>("rmdir", "(path, *, dir_fd=None)", "Remove a directory."),
    function<posix_strerror>("strerror", "(code, /)", "Translate an error code to a message string."),
    function<posix_symlink>("symlink", "(src, dst, target_is_directory=False, *, dir_fd=None)",
                            "Create a symbolic link pointing to src named dst."),
    function<posix_times>("times", "()", "Return a collection containing process timing information."),
    function<posix_truncate>("truncate", "(path, length)", "Truncate a file, specified by path."),
    function<posix_unlink>("unlink", "(path, *, dir_fd=None)", "Remove a file (same as remove())."),
    function<posix_unsetenv>("unsetenv", "(name, /)", "Delete an environment variable."),
    function<posix_urandom>("urandom", "(size, /)", "Return a bytes object containing random bytes."),
    function<posix_utime>("utime", "(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)",
                          "Set the access and modified time of path."),
    function<posix_write>("write", "(fd, data, /)", "Write a bytes object to a file descriptor."),
};

struct Constant {
    const char* name;
    int value;
};
#define C(name) \
    { #name, name }
constexpr Constant kConstants[] = {
    C(F_OK),
    C(R_OK),
    C(W_OK),
    C(X_OK),
    C(O_RDONLY),
    C(O_WRONLY),
    C(O_RDWR),
    C(O_NDELAY),
    C(O_NONBLOCK),
    C(O_APPEND),
    C(O_DSYNC),
    C(O_RSYNC),
    C(O_SYNC),
    C(O_NOCTTY),
    C(O_CREAT),
    C(O_EXCL),
    C(O_TRUNC),
    C(O_DIRECTORY),
    C(O_NOFOLLOW),
    C(O_CLOEXEC),
    C(O_ACCMODE),
    C(O_ASYNC),
    C(EX_OK),
    C(EX_USAGE),
    C(EX_DATAERR),
    C(EX_NOINPUT),
    C(EX_NOUSER),
    C(EX_NOHOST),
    C(EX_UNAVAILABLE),
    C(EX_SOFTWARE),
    C(EX_OSERR),
    C(EX_OSFILE),
    C(EX_CANTCREAT),
    C(EX_IOERR),
    C(EX_TEMPFAIL),
    C(EX_PROTOCOL),
    C(EX_NOPERM),
    C(EX_CONFIG),
    {"SEEK_DATA", 3},
    {"SEEK_HOLE", 4},
    {"TMP_MAX", 238328},
};
#undef C

RefTo<DictObject> make_environment(Thread& t) {
    RefTo<DictObject> environment = TRY(dict_new(t));
    for (const std::string& entry : host(t).environment()) {
        size_t equals = entry.find('=');
        if (equals == std::string::npos) continue;
        Ref name = TRY(bytes_from(t, std::string_view(entry).substr(0, equals)));
        Ref value = TRY(bytes_from(t, std::string_view(entry).substr(equals + 1)));
        Value present = TRY(dict_get(t, environment.get(), name));
        if (present.is_unbound()) TRY(dict_set(t, environment.get(), name, value));
    }
    return environment;
}

// What os.py makes its sets supports_* of: what Host::system_access() adds.
Ref make_abilities(Thread& t) {
    RefTo<ListObject> names = TRY(list_new(t));
    if (!host(t).system_access()) return names;
    for (const char* name :
         {"HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT",
          "HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS",
          "HAVE_LCHOWN", "HAVE_LINKAT", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MKDIRAT", "HAVE_MKFIFOAT", "HAVE_MKNODAT",
          "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT"}) {
        Ref text = TRY(str_from_ascii(t, name));
        TRY(list_append(t, names.get(), text));
    }
    return names;
}

Status posix_exec(Thread& t, ModuleObject* module) {
    PosixState* state = TRY(posix_state(t));
    const std::pair<const char*, TypeObject*> types[] = {{"stat_result", state->stat_result},
                                                         {"terminal_size", state->terminal_size},
                                                         {"times_result", state->times_result},
                                                         {"DirEntry", state->dir_entry},
                                                         {"error", exception_type(t.interp, Exc::OSError)}};
    for (auto [name, type] : types) TRY(module_set(t, module, name, Value::object(type)));
    for (const Constant& constant : kConstants) TRY(module_set_int(t, module, constant.name, constant.value));
    Ref module_name = TRY(str_from_ascii(t, "posix"));
    for (const MethodDef& row : posix_stat_functions()) {
        Ref function = TRY(native_function_new(t, &row, Value::object(module), module_name));
        TRY(module_set(t, module, row.name, function));
    }
    TRY(module_set(t, module, "_have_functions", TRY(make_abilities(t))));
    RefTo<DictObject> environment = TRY(make_environment(t));
    TRY(module_set(t, module, "environ", environment.value()));
    return host(t).system_access() ? add_posix_process(t, module) : ok();
}

}  // namespace

extern const ModuleDef kPosixModule;
constinit const ModuleDef kPosixModule = {"posix",
                                          "This module provides access to operating system functionality that is "
                                          "standardized by the C Standard and the POSIX "
                                          "standard (a thinly disguised Unix interface).",
                                          kFunctions, posix_exec};

}  // namespace krait
