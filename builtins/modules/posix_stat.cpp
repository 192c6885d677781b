// stat_result, DirEntry, scandir(), listdir(), and the stat functions of posix.
#include <sys/stat.h>

#include <cerrno>

#include "builtins/modules/posix_objects.h"
#include "vm/object/instance_object.h"

namespace krait {

namespace {

// ------------------------------------------------------------------------------------------------ stat_result

constexpr MemberDef kStatFields[] = {
    struct_field(0, "st_mode", "protection bits"),
    struct_field(1, "st_ino", "inode"),
    struct_field(2, "st_dev", "device"),
    struct_field(3, "st_nlink", "number of hard links"),
    struct_field(4, "st_uid", "user ID of owner"),
    struct_field(5, "st_gid", "group ID of owner"),
    struct_field(6, "st_size", "total size, in bytes"),
    struct_field(10, "st_atime", "time of last access"),
    struct_field(11, "st_mtime", "time of last modification"),
    struct_field(12, "st_ctime", "time of last change"),
    struct_field(13, "st_atime_ns", "time of last access in nanoseconds"),
    struct_field(14, "st_mtime_ns", "time of last modification in nanoseconds"),
    struct_field(15, "st_ctime_ns", "time of last change in nanoseconds"),
    struct_field(16, "st_blksize", "blocksize for filesystem I/O"),
    struct_field(17, "st_blocks", "number of blocks allocated"),
    struct_field(18, "st_rdev", "device type (if inode device)"),
};
constexpr size_t kStatVisible = 10, kStatTotal = 19;

// The whole seconds at places 7 to 9 are shown under the names of the exact times.
Value stat_result_repr(Thread& t, Value self) {
    TupleObject* tuple = self.as<TupleObject>();
    auto text = [&]() -> Ref {
        StrBuilder out(t);
        TRY(out.append_ascii("os.stat_result("));
        for (size_t i = 0; i < kStatVisible; ++i) {
            TRY(out.append_ascii(i ? ", " : ""));
            TRY(out.append_ascii(kStatFields[i].name));
            TRY(out.append_char('='));
            RefTo<StrObject> item = TRY(repr(t, tuple->items[i]));
            TRY(out.append(item.get()));
        }
        TRY(out.append_char(')'));
        return out.finish();
    };
    return text().release();
}

constexpr TypeSpec stat_result_spec() {
    TypeSpec spec =
        struct_sequence_spec("os.stat_result", "stat_result: Result from stat, fstat, or lstat.", kStatFields);
    spec.slots.repr = stat_result_repr;
    return spec;
}
constexpr TypeSpec kStatResultSpec = stat_result_spec();

constexpr int64_t kSecond = 1000000000;

int64_t whole_seconds(int64_t ns) { return ns >= 0 ? ns / kSecond : -((-ns + kSecond - 1) / kSecond); }

}  // namespace

Ref stat_result_new(Thread& t, const FileStatus& s) {
    PosixState* state = TRY(posix_state(t));
    const uint64_t numbers[] = {s.mode, s.inode, s.device, s.links, s.uid, s.gid, s.size};
    const int64_t times[] = {s.atime_ns, s.mtime_ns, s.ctime_ns};
    Ref owned[kStatTotal];
    size_t n = 0;
    for (uint64_t number : numbers) owned[n++] = TRY(make_int_u64(t, number));
    for (int64_t time : times) owned[n++] = TRY(make_int(t, whole_seconds(time)));
    for (int64_t time : times) {
        int64_t seconds = whole_seconds(time);
        owned[n++] =
            TRY(make_float(t, static_cast<double>(seconds) + 1e-9 * static_cast<double>(time - seconds * kSecond)));
    }
    for (int64_t time : times) owned[n++] = TRY(make_int(t, time));
    for (uint64_t number : {s.block_size, s.blocks, s.special_device}) owned[n++] = TRY(make_int_u64(t, number));
    Value values[kStatTotal];
    for (size_t i = 0; i < kStatTotal; ++i) values[i] = owned[i];
    return struct_sequence_new(t, state->stat_result, values, kStatTotal);
}

namespace {

Ref stat_path(Thread& t, const PosixPath& path, bool follow) {
    FileStatus status;
    int r = path.is_fd ? t.interp.host->status(path.fd, &status) : t.interp.host->status(path.text, follow, &status);
    if (r < 0) return raise_path_error(t, r, path);
    return stat_result_new(t, status);
}

Ref posix_stat(Thread& t, Value path, Value dir_fd, Value follow_symlinks) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "stat", PathKind::PathOrFd));
    TRY(apply_dir_fd(t, dir_fd, &p, "stat"));
    bool follow = follow_symlinks.is_unbound() || TRY(is_true(t, follow_symlinks));
    if (p.is_fd && !follow) return raise(t, Exc::ValueError, "stat: cannot use fd and follow_symlinks together");
    return stat_path(t, p, follow);
}

Ref posix_lstat(Thread& t, Value path, Value dir_fd) {
    PosixPath p;
    TRY(posix_path(t, &p, path, "lstat"));
    TRY(apply_dir_fd(t, dir_fd, &p, "lstat"));
    return stat_path(t, p, false);
}

Ref posix_fstat(Thread& t, Value fd) {
    int64_t n = TRY(posix_int(t, fd));
    FileStatus status;
    int r = t.interp.host->status(static_cast<int>(n), &status);
    if (r < 0) return raise_os_error(t, -r, Value::unbound());
    return stat_result_new(t, status);
}

// ------------------------------------------------------------------------------------------------ folders

// Names of a folder as a list of str or bytes.
RefTo<ListObject> folder_names(Thread& t, const PosixPath& path) {
    std::vector<std::string> names;
    int r = t.interp.host->list_directory(path.text, &names);
    if (r < 0) return raise_path_error(t, r, path);
    TRY(charge_work(t, names.size()));
    RefTo<ListObject> list = TRY(list_new(t, names.size()));
    for (const std::string& name : names) {
        Ref text = TRY(path_from_host(t, name, path.is_bytes));
        TRY(list_append(t, list.get(), text));
    }
    return list;
}

Status folder_argument(Thread& t, PosixPath* folder, Value path, const char* function, PathKind kind) {
    if (!path.is_unbound() && !path.is_none()) return posix_path(t, folder, path, function, kind);
    folder->text = ".";
    folder->object = TRY(str_from_ascii(t, "."));
    return ok();
}

Ref posix_listdir(Thread& t, Value path) {
    PosixPath p;
    TRY(folder_argument(t, &p, path, "listdir", PathKind::PathFdOrNone));
    if (p.is_fd && !t.interp.host->system_access())
        return raise(t, Exc::NotImplementedError, "listdir: descriptors of folders are not supported");
    if (p.is_fd) p.text = TRY(folder_of_descriptor(t, p.fd, p));
    return folder_names(t, p);
}

// ------------------------------------------------------------------------------------------------ DirEntry

struct DirEntryObject : Object {
    Value name, path;   // str or bytes
    Value stat, lstat;  // stat_result once asked for, or UNBOUND
};

std::string entry_text(Value v) {
    if (BytesObject* bytes = as_bytes(v)) return std::string(bytes->view());
    return str_to_utf8(v.as<StrObject>());
}

Fallible<PosixPath> entry_path(Thread& t, DirEntryObject* self) {
    PosixPath path;
    path.object = own(self->path);
    TRY(path_bytes(t, self->path, &path.text));
    return path;
}

// The cached status; asks the host once.
Ref entry_status(Thread& t, DirEntryObject* self, bool follow) {
    Value* cache = follow ? &self->stat : &self->lstat;
    if (cache->is_unbound()) {
        Ref keep = own(self);
        PosixPath path = TRY(entry_path(t, self));
        Ref status = TRY(stat_path(t, path, follow));
        Ref old = Ref::steal(*cache);
        *cache = status.release();
    }
    return own(*cache);
}

Fallible<bool> entry_has_type(Thread& t, DirEntryObject* self, bool follow, uint32_t type) {
    // What is no link looks the same both ways.
    for (bool through : {false, true}) {
        Ref status = entry_status(t, self, through);
        if (status.failed()) {
            if (!pending_matches(t, Exc::FileNotFoundError)) return Failed{};
            clear_exception(t);
            return false;
        }
        auto mode = static_cast<uint32_t>(status.as<TupleObject>()->items[0].as_int());
        if (!through && follow && (mode & S_IFMT) == S_IFLNK) continue;
        return (mode & S_IFMT) == type;
    }
    return false;
}

Fallible<bool> follow_argument(Thread& t, Value v) { return v.is_unbound() ? Fallible<bool>(true) : is_true(t, v); }

Fallible<bool> entry_is_dir(Thread& t, DirEntryObject* self, Value follow) {
    bool through = TRY(follow_argument(t, follow));
    return entry_has_type(t, self, through, S_IFDIR);
}
Fallible<bool> entry_is_file(Thread& t, DirEntryObject* self, Value follow) {
    bool through = TRY(follow_argument(t, follow));
    return entry_has_type(t, self, through, S_IFREG);
}
Fallible<bool> entry_is_symlink(Thread& t, DirEntryObject* self) { return entry_has_type(t, self, false, S_IFLNK); }
Ref entry_stat(Thread& t, DirEntryObject* self, Value follow) {
    bool through = TRY(follow_argument(t, follow));
    return entry_status(t, self, through);
}
Ref entry_inode(Thread& t, DirEntryObject* self) {
    Ref status = TRY(entry_status(t, self, false));
    return own(status.as<TupleObject>()->items[1]);
}
Ref entry_fspath(Thread&, DirEntryObject* self) { return own(self->path); }

Value entry_repr(Thread& t, Value self) {
    RefTo<StrObject> name = repr(t, self.as<DirEntryObject>()->name);
    if (name.failed()) return Value::error();
    return str_format_c(t, "<DirEntry %s>", str_to_utf8(name.get()).c_str()).release();
}

void entry_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<DirEntryObject*>(o);
    gc_untrack(o);
    for (Value v : {self->name, self->path, self->stat, self->lstat}) decref(v);
    free_object(interp, o);
}
void entry_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<DirEntryObject*>(o);
    for (Value v : {self->name, self->path, self->stat, self->lstat}) visitor.visit(v);
}

constexpr MethodDef kEntryMethods[] = {
    method<entry_is_dir>("is_dir", "(self, *, follow_symlinks=True)", "return True if the entry is a directory"),
    method<entry_is_file>("is_file", "(self, *, follow_symlinks=True)", "return True if the entry is a file"),
    method<entry_is_symlink>("is_symlink", "(self, /)", "return True if the entry is a symbolic link"),
    method<entry_stat>("stat", "(self, *, follow_symlinks=True)", "return stat_result object for the entry; cached"),
    method<entry_inode>("inode", "(self, /)", "return inode of the entry"),
    method<entry_fspath>("__fspath__", "(self, /)", "returns the path for the entry"),
};
constexpr MemberDef kEntryMembers[] = {
    {"name", offsetof(DirEntryObject, name), false,
     "the entry's base filename, relative to scandir() \"path\" argument"},
    {"path", offsetof(DirEntryObject, path), false,
     "the entry's full path name; os.path.join(scandir_path, entry.name)"},
};
constexpr TypeSpec kDirEntrySpec = {
    .name = "posix.DirEntry",
    .doc = nullptr,
    .basic_size = sizeof(DirEntryObject),
    .flags = kTypeGc | kTypeInheritsGetattr,
    .slots = {.dealloc = entry_dealloc, .traverse = entry_traverse, .repr = entry_repr},
    .methods = kEntryMethods,
    .members = kEntryMembers,
};

// ------------------------------------------------------------------------------------------------ scandir

struct ScandirObject : Object {
    ListObject* names;  // owned; null: closed or used up
    Value folder;       // str or bytes before the names, with a slash
    size_t next;
};

Ref scandir_entry(Thread& t, PosixState* state, ScandirObject* self) {
    Ref name = own(self->names->items[self->next++]);
    std::string joined = entry_text(self->folder) + entry_text(name);
    Ref path;
    if (as_bytes(name))
        path = TRY(bytes_from(t, joined));
    else
        path = TRY(str_concat(t, self->folder.as<StrObject>(), name.as<StrObject>()));
    auto* entry = allocate<DirEntryObject>(t, state->dir_entry);
    if (!entry) return Failed{};
    entry->name = name.release();
    entry->path = path.release();
    entry->stat = entry->lstat = Value::unbound();
    gc_track(entry);
    return Ref::steal(entry);
}

Value scandir_next(Thread& t, Value self_value) {
    auto* self = self_value.as<ScandirObject>();
    if (!self->names) return Value::exhausted();
    if (self->next >= self->names->size) {
        decref(std::exchange(self->names, nullptr));
        return Value::exhausted();
    }
    auto state = posix_state(t);
    if (!state) return Value::error();
    return scandir_entry(t, state.value(), self).release();
}

Status scandir_close(Thread&, ScandirObject* self) {
    if (ListObject* names = std::exchange(self->names, nullptr)) decref(names);
    return ok();
}
Ref scandir_enter(Thread&, ScandirObject* self) { return own(self); }
Status scandir_exit(Thread& t, ScandirObject* self, Args) { return scandir_close(t, self); }
Value scandir_iter(Thread&, Value self) { return own(self).release(); }

void scandir_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<ScandirObject*>(o);
    gc_untrack(o);
    if (self->names) decref(self->names);
    decref(self->folder);
    free_object(interp, o);
}
void scandir_traverse(Object* o, Visitor& visitor) {
    visitor.visit_pointer(static_cast<ScandirObject*>(o)->names);
    visitor.visit(static_cast<ScandirObject*>(o)->folder);
}

constexpr MethodDef kScandirMethods[] = {
    method<scandir_enter>("__enter__", "(self, /)", "The iterator itself."),
    method<scandir_exit>("__exit__", "(self, *args)", "Close the iterator."),
    method<scandir_close>("close", "(self, /)", "Give everything back."),
};
constexpr TypeSpec kScandirSpec = {
    .name = "posix.ScandirIterator",
    .doc = nullptr,
    .basic_size = sizeof(ScandirObject),
    .flags = kTypeGc | kTypeInheritsGetattr,
    .slots = {.dealloc = scandir_dealloc, .traverse = scandir_traverse, .iter = scandir_iter, .next = scandir_next},
    .methods = kScandirMethods,
};

Ref posix_scandir(Thread& t, Value path) {
    PosixPath p;
    TRY(folder_argument(t, &p, path, "scandir", PathKind::PathOrNone));
    PosixState* state = TRY(posix_state(t));
    RefTo<ListObject> names = TRY(folder_names(t, p));
    std::string prefix = p.text;
    Ref folder;
    bool slash = prefix.empty() || prefix.back() != '/';
    if (p.is_bytes) {
        folder = TRY(bytes_from(t, slash ? prefix + "/" : prefix));
    } else {
        folder = TRY(path_from_host(t, slash ? prefix + "/" : prefix, false));
    }
    auto* self = allocate<ScandirObject>(t, state->scandir_iterator);
    if (!self) return Failed{};
    self->names = names.release();
    self->folder = folder.release();
    self->next = 0;
    gc_track(self);
    return Ref::steal(self);
}

constexpr MethodDef kFunctions[] = {
    function<posix_stat>("stat", "(path, *, dir_fd=None, follow_symlinks=True)",
                         "Perform a stat system call on the given path (or open file descriptor)."),
    function<posix_lstat>("lstat", "(path, *, dir_fd=None)",
                          "Perform a stat system call, without following symbolic links."),
    function<posix_fstat>("fstat", "(fd)", "Perform a stat system call on the given file descriptor."),
    function<posix_listdir>("listdir", "(path=None)",
                            "Return a list containing the names of the files in the directory."),
    function<posix_scandir>("scandir", "(path=None)", "Return an iterator of DirEntry objects for given path."),
};

Status keep_type(RefTo<TypeObject> type, TypeObject** out) {
    if (type.failed()) return Failed{};
    *out = type.release();
    return ok();
}

}  // namespace

Status make_posix_stat_types(Thread& t, PosixState* state) {
    if (!keep_type(struct_sequence_type(t, kStatResultSpec, kStatVisible), &state->stat_result)) return Failed{};
    if (!keep_type(type_from_spec(t.interp, t, kDirEntrySpec, nullptr), &state->dir_entry)) return Failed{};
    return keep_type(type_from_spec(t.interp, t, kScandirSpec, nullptr), &state->scandir_iterator);
}

std::span<const MethodDef> posix_stat_functions() { return kFunctions; }

}  // namespace krait
