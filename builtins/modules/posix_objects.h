// What the files of posix share: its types per interpreter, and path arguments with their messages.
#pragma once

#include "builtins/modules/posix_paths.h"
#include "builtins/types/struct_sequence.h"
#include "vm/runtime/host.h"

namespace krait {

struct PosixState {
    TypeObject *stat_result, *terminal_size, *times_result, *dir_entry, *scandir_iterator;
    TypeObject *sched_param, *waitid_result;   // null without Host::system_access()
};
// Types of this interpreter, made when they are first asked for.
Fallible<PosixState*> posix_state(Thread&);
Status make_posix_stat_types(Thread&, PosixState*);  // posix_stat.cpp

// A path argument: its bytes or a descriptor, and the object for error messages.
struct PosixPath {
    std::string text;
    int fd = -1;  // >= 0: a descriptor was given
    bool is_fd = false;
    bool is_bytes = false;
    Ref object;  // what `filename` of exceptions will be
};
enum class PathKind : uint8_t { Path, PathOrFd, PathOrNone, PathFdOrNone };
Status posix_path(Thread&, PosixPath*, Value, const char* function, PathKind kind = PathKind::Path,
                  const char* argument = "path");

Failed raise_path_error(Thread&, int64_t negative_errno, const PosixPath&);
Failed raise_two_paths_error(Thread&, int64_t negative_errno, const PosixPath& first, const PosixPath& second);
Fallible<int64_t> posix_int(Thread&, Value);  // "an integer is required (got type X)"
// Puts the folder of `dir_fd`, if one is given, before a relative path: hosts know whole paths only, so this is for
// those with system_access().
Status apply_dir_fd(Thread&, Value dir_fd, PosixPath*, const char* function);
// The path of an open folder, with its last slash; `path` is for the error message.
Fallible<std::string> folder_of_descriptor(Thread&, int fd, const PosixPath& path);

Ref stat_result_new(Thread&, const FileStatus&);
std::span<const MethodDef> posix_stat_functions();

}  // namespace krait
