// FileIO: a file of the host by its descriptor, without buffering.
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "builtins/modules/io_objects.h"
#include "builtins/modules/posix_paths.h"
#include "builtins/types/text_support.h"
#include "vm/object/instance_object.h"
#include "vm/object/number_object.h"
#include "vm/runtime/gate.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

Status check_open(Thread& t, const FileIOObject* self) {
    return self->fd < 0 ? Status(raise_closed(t, "I/O operation on closed file")) : ok();
}

Failed raise_system(Thread& t, int64_t negative_errno) {
    return raise_os_error(t, static_cast<int>(-negative_errno), Value::unbound());
}

// Retries after signals; -EAGAIN becomes kWouldBlock. Where it may take long, other threads run: the memory is that of
// an object in use or one that exports it.
template <class Operation>
Fallible<int64_t> transfer(Thread& t, const FileIOObject* self, Operation operation) {
    for (;;) {
        int64_t n;
        if (self->may_block) {
            OutsideGate outside(t);
            n = operation();
        } else {
            n = operation();
        }
        if (KRAIT_LIKELY(n >= 0)) return n;
        if (n == -EAGAIN) return kWouldBlock;
        if (n != -EINTR) return raise_system(t, n);
        TRY(after_interrupt(t));
        TRY(check_open(t, self));
    }
}

}  // namespace

FileIOObject* exact_fileio(Value raw) { return has_spec(raw, kFileIOSpec) ? raw.as<FileIOObject>() : nullptr; }

Fallible<int64_t> fileio_read_into(Thread& t, FileIOObject* self, char* data, size_t n) {
    TRY(check_open(t, self));
    if (!self->readable) return raise_unsupported(t, "File not open for reading");
    TRY(charge_work(t, std::min<size_t>(n / 64, 1 << 15)));   // a file may be endless
    int fd = self->fd;
    return transfer(t, self, [&] { return t.interp.host->read(fd, data, n); });
}

Fallible<int64_t> fileio_write_from(Thread& t, FileIOObject* self, const char* data, size_t n) {
    TRY(check_open(t, self));
    if (!self->writable) return raise_unsupported(t, "File not open for writing");
    int fd = self->fd;
    return transfer(t, self, [&] { return t.interp.host->write(fd, data, n); });
}

Fallible<int64_t> fileio_seek_to(Thread& t, FileIOObject* self, int64_t offset, int whence) {
    TRY(check_open(t, self));
    int64_t at = t.interp.host->seek(self->fd, offset, whence);
    if (self->seekable < 0) self->seekable = at >= 0;
    if (at < 0) return raise_system(t, at);
    return at;
}

Fallible<bool> fileio_is_terminal(Thread& t, FileIOObject* self) {
    TRY(check_open(t, self));
    return t.interp.host->is_terminal(self->fd);
}

// A regular file whose size is known is read into the bytes object itself. Fewer bytes: cut; more: the caller goes on
// with `all`, which holds them. UNBOUND then.
static Ref read_expected(Thread& t, FileIOObject* self, size_t expected, ByteBuilder* all) {
    RefTo<BytesObject> bytes = TRY(bytes_new_uninitialised(t, expected));
    size_t done = 0;
    while (done < expected) {
        int64_t n = TRY(fileio_read_into(t, self, bytes->data + done, expected - done));
        if (n == kWouldBlock && done == 0) return own(Value::none());
        if (n <= 0) return bytes_from(t, {bytes->data, done});
        done += static_cast<size_t>(n);
    }
    char more;
    int64_t n = TRY(fileio_read_into(t, self, &more, 1));
    if (n <= 0) return bytes;
    TRY(all->append(bytes->view()));
    TRY(all->append_byte(static_cast<uint8_t>(more)));
    return Ref();
}

Ref fileio_read_all(Thread& t, FileIOObject* self) {
    TRY(check_open(t, self));
    Host* host = t.interp.host;
    FileStatus status;
    size_t expected = 0;
    if (host->status(self->fd, &status) == 0 && (status.mode & S_IFMT) == S_IFREG) {
        int64_t at = host->seek(self->fd, 0, SEEK_CUR);
        if (at >= 0 && static_cast<uint64_t>(at) < status.size) expected = status.size - static_cast<uint64_t>(at);
    }
    ByteBuilder all(t);
    if (expected) {
        Ref whole = TRY(read_expected(t, self, expected, &all));
        if (!whole.get().is_unbound()) return whole;
    }
    size_t room = all.length();
    for (;;) {
        if (all.length() >= room) {
            size_t more = std::max<size_t>(room / 2, kDefaultBufferSize);
            TRY(all.reserve(more));
            room = all.length() + more;
        }
        int64_t n = TRY(fileio_read_into(t, self, all.data() + all.length(), room - all.length()));
        if (n == kWouldBlock && all.length() == 0) return own(Value::none());
        if (n <= 0) break;
        all.grow(static_cast<size_t>(n));
    }
    return all.finish();
}

namespace {

// ------------------------------------------------------------------------------------------------ opening

struct OpenMode {
    bool created = false, readable = false, writable = false, appending = false;
    int flags = 0;
};

Fallible<OpenMode> parse_mode(Thread& t, StrObject* mode) {
    OpenMode m;
    bool chosen = false, plus = false;
    auto bad = [&]() -> Failed {
        return raise(t, Exc::ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
    };
    for (size_t i = 0; i < mode->length; ++i) {
        char32_t c = mode->at(i);
        if (c == 'b') continue;
        if (c == '+') {
            if (plus) return bad();
            plus = true;
            continue;
        }
        if (c != 'x' && c != 'r' && c != 'w' && c != 'a')
            return raise(t, Exc::ValueError, "invalid mode: %.200s", str_to_utf8(mode).c_str());
        if (chosen) return bad();
        chosen = true;
        m.readable = c == 'r';
        m.writable = c != 'r';
        m.created = c == 'x';
        m.appending = c == 'a';
        m.flags = c == 'x' ? O_EXCL | O_CREAT : c == 'w' ? O_CREAT | O_TRUNC : c == 'a' ? O_APPEND | O_CREAT : 0;
    }
    if (!chosen) return bad();
    if (plus) m.readable = m.writable = true;
    m.flags |= m.readable && m.writable ? O_RDWR : m.readable ? O_RDONLY : O_WRONLY;
    return m;
}

Value fileio_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* self = allocate_instance<FileIOObject>(t, type);
    if (!self) return Value::error();
    self->fd = -1;
    self->created = self->readable = self->writable = self->appending = self->may_block = false;
    self->closefd = true;
    self->reported = false;
    self->seekable = -1;
    self->block_size = 0;
    gc_track(self);
    return Value::object(self);
}

// Gives the descriptor up as far as it is ours; errors matter to nobody.
void abandon_descriptor(Interpreter& interp, FileIOObject* self) {
    int fd = std::exchange(self->fd, -1);
    if (fd >= 0 && self->closefd) (void)interp.host->close(fd);
}

Status call_opener(Thread& t, FileIOObject* self, Value opener, Value file, int flags) {
    Ref result = TRY(call(t, opener, file, Value::small_int(flags)));
    if (!is_int_like(result)) return raise(t, Exc::TypeError, "expected integer from opener");
    int64_t fd = TRY(int_to_i64(t, result, "Python int too large to convert to C int"));
    if (fd < 0) return raise(t, Exc::ValueError, "opener returned %lld", static_cast<long long>(fd));
    self->fd = static_cast<int>(fd);
    return ok();
}

Status open_path(Thread& t, FileIOObject* self, Value file, const std::string& path, int flags) {
    for (;;) {
        int fd;
        {
            OutsideGate outside(t);   // a FIFO waits for its other side
            fd = t.interp.host->open(path, flags | O_CLOEXEC, 0666);
        }
        if (fd >= 0) {
            self->fd = fd;
            return ok();
        }
        if (fd != -EINTR) return raise_os_error(t, -fd, file);
        TRY(after_interrupt(t));
    }
}

// Folders cannot be opened as files; learns the block size.
Status look_at_file(Thread& t, FileIOObject* self, Value file) {
    FileStatus status;
    int r = t.interp.host->status(self->fd, &status);
    if (r == -EPERM) return ok();  // a host that tells nothing
    if (r < 0) return raise_os_error(t, -r, Value::unbound());
    if ((status.mode & S_IFMT) == S_IFDIR) return raise_os_error(t, EISDIR, file);
    uint32_t kind = status.mode & S_IFMT;
    self->may_block = kind == S_IFIFO || kind == S_IFCHR || kind == S_IFSOCK;
    self->block_size = status.block_size > 1 ? static_cast<uint32_t>(status.block_size) : kDefaultBufferSize;
    return ok();
}

Status open_file(Thread& t, FileIOObject* self, Value file, StrObject* mode, bool closefd, Value opener) {
    if (is_float_like(file)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    int64_t fd = -1;
    if (is_int_like(file)) {
        bool fits = int_fits_i64(file, &fd) && fd >= INT32_MIN && fd <= INT32_MAX;
        if (fits && fd < 0) return raise(t, Exc::ValueError, "negative file descriptor");
        if (!fits) fd = -1;   // no descriptor, and no path either
    }
    std::string path;
    if (fd < 0) TRY(path_argument(t, file, &path));
    OpenMode parsed = TRY(parse_mode(t, mode));
    self->created = parsed.created;
    self->readable = parsed.readable;
    self->writable = parsed.writable;
    self->appending = parsed.appending;
    self->seekable = -1;
    self->block_size = kDefaultBufferSize;
    self->closefd = closefd;
    self->reported = false;
    if (fd >= 0) {
        self->fd = static_cast<int>(fd);
    } else {
        if (!closefd) {
            self->closefd = true;
            return raise(t, Exc::ValueError, "Cannot use closefd=False with file name");
        }
        if (opener.is_unbound() || opener.is_none())
            TRY(open_path(t, self, file, path, parsed.flags));
        else
            TRY(call_opener(t, self, opener, file, parsed.flags | O_CLOEXEC));
    }
    auto finish = [&]() -> Status {
        TRY(look_at_file(t, self, file));
        TRY(set_attribute_named(t, Value::object(self), "name", file));
        if (!self->appending) return ok();
        int64_t at = t.interp.host->seek(self->fd, 0, SEEK_END);
        return at < 0 ? Status(raise_system(t, at)) : ok();
    };
    if (finish()) return ok();
    // A descriptor that was given stays open.
    if (fd >= 0)
        self->fd = -1;
    else
        abandon_descriptor(t.interp, self);
    return Failed{};
}

int fileio_init(Thread& t, Value self_value, const CallArgs& call_args) {
    static constexpr const char* kSignature = "(file, mode='r', closefd=True, opener=None)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "FileIO", kInfo, kSignature, call_args);
    if (bound.failed()) return -1;
    auto* self = self_value.as<FileIOObject>();
    Ref mode = bound.slots[1].is_unbound() ? own(Value::object(t.interp.single_chars['r'])) : own(bound.slots[1]);
    if (!as_str(mode)) {
        (void)raise(t, Exc::TypeError, "FileIO() argument 2 must be str, not %.200s", argument_type_name(t, mode));
        return -1;
    }
    auto closefd = bound.slots[2].is_unbound() ? Fallible<bool>(true) : is_true(t, bound.slots[2]);
    if (!closefd) return -1;
    abandon_descriptor(t.interp, self);
    return open_file(t, self, bound.slots[0], mode.as<StrObject>(), closefd.value(), bound.slots[3]) ? 0 : -1;
}

// ------------------------------------------------------------------------------------------------ methods

Ref fileio_close(Thread& t, FileIOObject* self) {
    Ref keep = own(self);
    Ref flushed = iobase_close(t, self);
    Ref first = flushed.failed() ? fetch_exception(t) : Ref();
    int fd = std::exchange(self->fd, -1);
    if (fd >= 0 && self->closefd) {
        int r = t.interp.host->close(fd);
        if (r < 0 && r != -EINTR) (void)raise_system(t, r);
    }
    TRY(chain_failure(t, std::move(first)));
    return own(Value::none());
}

Ref fileio_read(Thread& t, FileIOObject* self, Value size) {
    TRY(check_open(t, self));
    if (!self->readable) return raise_unsupported(t, "File not open for reading");
    int64_t n = TRY(size_argument(t, size));
    if (n < 0) return call_name(t, Value::object(self), "readall");
    HeapBuffer space(t);
    n = std::min<int64_t>(n, INT32_MAX);
    TRY(space.allocate(static_cast<size_t>(n)));
    int64_t got = TRY(fileio_read_into(t, self, space.data(), static_cast<size_t>(n)));
    if (got == kWouldBlock) return own(Value::none());
    return bytes_from(t, {space.data(), static_cast<size_t>(got)});
}

Ref fileio_readall(Thread& t, FileIOObject* self) { return fileio_read_all(t, self); }

Ref fileio_readinto(Thread& t, FileIOObject* self, Value target) {
    TRY(check_open(t, self));
    if (!self->readable) return raise_unsupported(t, "File not open for reading");
    BufferView view = TRY(readinto_buffer(t, target, "readinto"));
    int64_t got = TRY(fileio_read_into(t, self, view.data(), view.size()));
    return got == kWouldBlock ? own(Value::none()) : make_int(t, got);
}

Ref fileio_write(Thread& t, FileIOObject* self, Value data) {
    BufferView view = TRY(get_buffer(t, data));
    TRY(check_open(t, self));
    if (!self->writable) return raise_unsupported(t, "File not open for writing");
    int64_t done = TRY(fileio_write_from(t, self, view.data(), view.size()));
    if (done < static_cast<int64_t>(view.size())) TRY(after_interrupt(t));
    return done == kWouldBlock ? own(Value::none()) : make_int(t, done);
}

Fallible<int64_t> fileio_seek(Thread& t, FileIOObject* self, Value offset, Value whence) {
    TRY(check_open(t, self));
    int64_t how = TRY(whence_argument(t, whence));
    if (is_float_like(offset)) return raise(t, Exc::TypeError, "an integer is required");
    Ref index = as_index(t, offset);
    if (index.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, offset));
    }
    int64_t at = TRY(int_to_i64(t, index, "Python int too large to convert to C long"));
    return fileio_seek_to(t, self, at, static_cast<int>(how));
}

Fallible<int64_t> fileio_tell(Thread& t, FileIOObject* self) { return fileio_seek_to(t, self, 0, SEEK_CUR); }

Ref fileio_truncate(Thread& t, FileIOObject* self, Value size) {
    TRY(check_open(t, self));
    if (!self->writable) return raise_unsupported(t, "File not open for writing");
    int64_t length;
    if (size.is_unbound() || size.is_none()) {
        length = TRY(fileio_tell(t, self));
    } else {
        if (is_float_like(size)) return raise(t, Exc::TypeError, "an integer is required");
        length = TRY(offset_argument(t, size));
    }
    int r = t.interp.host->truncate(self->fd, length);
    if (r < 0) return raise_system(t, r);
    return make_int(t, length);
}

Fallible<bool> fileio_readable(Thread& t, FileIOObject* self) {
    TRY(check_open(t, self));
    return self->readable;
}
Fallible<bool> fileio_writable(Thread& t, FileIOObject* self) {
    TRY(check_open(t, self));
    return self->writable;
}
Fallible<bool> fileio_seekable(Thread& t, FileIOObject* self) {
    TRY(check_open(t, self));
    if (self->seekable < 0) self->seekable = t.interp.host->seek(self->fd, 0, SEEK_CUR) >= 0;
    return self->seekable != 0;
}
Fallible<int64_t> fileio_fileno(Thread& t, FileIOObject* self) {
    TRY(check_open(t, self));
    return int64_t{self->fd};
}
Fallible<bool> fileio_isatty(Thread& t, FileIOObject* self) { return fileio_is_terminal(t, self); }
Ref fileio_getstate(Thread& t, FileIOObject* self) { return cannot_serialize(t, self); }

const char* mode_text(const FileIOObject* self) {
    if (self->created) return self->readable ? "xb+" : "xb";
    if (self->appending) return self->readable ? "ab+" : "ab";
    if (self->readable) return self->writable ? "rb+" : "rb";
    return "wb";
}

Value fileio_repr(Thread& t, Value self_value) {
    auto* self = self_value.as<FileIOObject>();
    auto text = [&]() -> Ref {
        if (self->fd < 0) return str_from_ascii(t, "<_io.FileIO [closed]>");
        const char* closefd = self->closefd ? "True" : "False";
        Ref name = TRY(attribute_or_unbound(t, self_value, "name"));
        if (name.get().is_unbound())
            return str_format_c(t, "<_io.FileIO fd=%d mode='%s' closefd=%s>", self->fd, mode_text(self), closefd);
        ReprGuard guard(t, self_value);
        if (guard.active_before())
            return raise(t, Exc::RuntimeError, "reentrant call inside %s.__repr__", type_name(self->type));
        RefTo<StrObject> shown = TRY(repr(t, name));
        return str_format_c(t, "<_io.FileIO name=%s mode='%s' closefd=%s>", str_to_utf8(shown.get()).c_str(),
                            mode_text(self), closefd);
    };
    return text().release();
}

Value fileio_get_closed(Thread&, Value self) { return Value::boolean(self.as<FileIOObject>()->fd < 0); }
Value fileio_get_closefd(Thread&, Value self) { return Value::boolean(self.as<FileIOObject>()->closefd); }
Value fileio_get_mode(Thread& t, Value self) { return str_from_ascii(t, mode_text(self.as<FileIOObject>())).release(); }
Value fileio_get_block_size(Thread&, Value self) {
    return Value::from_int_unchecked(int64_t{self.as<FileIOObject>()->block_size});
}

void fileio_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    abandon_descriptor(interp, static_cast<FileIOObject*>(o));
    instance_clear_values(interp, o);
    free_object(interp, o);
}

constexpr MethodDef kMethods[] = {
    method<fileio_read>("read", "(self, size=-1, /)", "Read at most size bytes with one system call; b'' at EOF."),
    method<fileio_readall>("readall", "(self, /)", "Read all data from the file, returned as bytes."),
    method<fileio_readinto>("readinto", "(self, buffer, /)", "Same as RawIOBase.readinto()."),
    method<fileio_write>("write", "(self, b, /)", "Write buffer b to file, return number of bytes written."),
    method<fileio_seek>("seek", "(self, pos, whence=0, /)", "Move to new file position and return the file position."),
    method<fileio_tell>("tell", "(self, /)", "Current file position."),
    method<fileio_truncate>("truncate", "(self, size=None, /)", "Truncate the file to at most size bytes."),
    method<fileio_close>("close", "(self, /)", "Close the file."),
    method<fileio_seekable>("seekable", "(self, /)", "True if file supports random-access."),
    method<fileio_readable>("readable", "(self, /)", "True if file was opened in a read mode."),
    method<fileio_writable>("writable", "(self, /)", "True if file was opened in a write mode."),
    method<fileio_fileno>("fileno", "(self, /)", "Return the underlying file descriptor (an integer)."),
    method<fileio_isatty>("isatty", "(self, /)", "True if the file is connected to a TTY device."),
    method<stream_dealloc_warn>("_dealloc_warn", "(self, source, /)", "Warn that source was left open."),
    method<fileio_getstate>("__getstate__", "(self, /)", "TypeError."),
};
constexpr GetSetDef kGetSets[] = {
    {"closed", fileio_get_closed, nullptr, "True if the file is closed"},
    {"closefd", fileio_get_closefd, nullptr, "True if the file descriptor will be closed by close()."},
    {"mode", fileio_get_mode, nullptr, "String giving the file mode"},
    {"_blksize", fileio_get_block_size, nullptr, nullptr},
};

}  // namespace

constinit const TypeSpec kFileIOSpec = {
    .name = "_io.FileIO",
    .doc =
        "Open a file.\n\nThe mode can be 'r', 'w', 'x' or 'a' for reading (default), writing, exclusive creation or "
        "appending; with '+' both reading and writing. A custom opener can be used by passing a callable as opener.",
    .basic_size = sizeof(FileIOObject),
    .slots = {.dealloc = fileio_dealloc,
              .repr = fileio_repr,
              .getattr = generic_get_attribute,
              .new_ = fileio_new,
              .init = fileio_init},
    .methods = kMethods,
    .getsets = kGetSets,
    .new_signature = "(file, mode='r', closefd=True, opener=None)",
};

}  // namespace krait
