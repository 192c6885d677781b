// Module mmap: files and anonymous memory mapped into the process.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "builtins/modules/system_call.h"
#include "builtins/types/text_support.h"
#include "vm/object/buffer.h"
#include "vm/object/str_find.h"
#include "vm/object/exception_object.h"
#include "vm/object/instance_object.h"

namespace krait {

namespace {

enum Access { kDefault, kRead, kWrite, kCopy };

struct MmapObject : Object {
    char* data;              // null: closed
    uint64_t size, position, exports;
    int64_t offset;
    int fd;                  // own duplicate, -1: anonymous
    int access;
};

constexpr char kSignature[] = "(fileno, length, flags=MAP_SHARED, prot=3, access=0, offset=0)";
constexpr SignatureInfo kInfo = parse_signature(kSignature);

Value mmap_make(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = TRY(bind_arguments(t, "mmap", kInfo, kSignature, args));
    Value* s = bound.slots;
    int fd = TRY(c_int_argument(t, s[0]));
    int64_t size = TRY(index_to_i64(t, s[1], Exc::OverflowError));
    int flags = s[2].is_unbound() ? MAP_SHARED : TRY(c_int_argument(t, s[2]));
    int protection = s[3].is_unbound() ? PROT_READ | PROT_WRITE : TRY(c_int_argument(t, s[3]));
    int access = s[4].is_unbound() ? static_cast<int>(kDefault) : TRY(c_int_argument(t, s[4]));
    int64_t offset = s[5].is_unbound() ? 0 : TRY(index_to_i64(t, s[5], Exc::OverflowError));
    if (size < 0) return raise(t, Exc::OverflowError, "memory mapped length must be positive");
    if (offset < 0) return raise(t, Exc::OverflowError, "memory mapped offset must be positive");
    if (access != kDefault && (!s[2].is_unbound() && !s[3].is_unbound()))
        return raise(t, Exc::ValueError, "mmap can't specify both access and flags, prot.");
    switch (access) {
        case kRead: flags = MAP_SHARED, protection = PROT_READ; break;
        case kWrite: flags = MAP_SHARED, protection = PROT_READ | PROT_WRITE; break;
        case kCopy: flags = MAP_PRIVATE, protection = PROT_READ | PROT_WRITE; break;
        case kDefault:
            access = !(protection & PROT_WRITE) ? kRead : !(protection & PROT_READ) ? kWrite : kDefault;
            break;
        default: return raise(t, Exc::ValueError, "mmap invalid access parameter.");
    }
    if (fd != -1) {
        struct stat info;
        if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
            if (size == 0) {
                if (info.st_size == 0) return raise(t, Exc::ValueError, "cannot mmap an empty file");
                if (offset >= info.st_size) return raise(t, Exc::ValueError, "mmap offset is greater than file size");
                size = info.st_size - offset;
            } else if (offset > info.st_size || info.st_size - offset < size) {
                return raise(t, Exc::ValueError, "mmap length is greater than file size");
            }
        }
    } else {
        flags |= MAP_ANONYMOUS;
    }
    auto* m = allocate_instance<MmapObject>(t, type);
    if (!m) return Value::error();
    m->data = nullptr;
    m->size = m->position = m->exports = 0;
    m->offset = offset;
    m->fd = -1;
    m->access = access;
    Ref held = Ref::steal(m);
    if (fd != -1 && (m->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0)) < 0) return raise_errno(t);
    void* place = mmap(nullptr, static_cast<size_t>(size), protection, flags, fd, offset);
    if (place == MAP_FAILED) return raise_errno(t);
    m->data = static_cast<char*>(place);
    m->size = static_cast<uint64_t>(size);
    return held.release();
}
void unmap(MmapObject* m) {
    if (m->data) munmap(std::exchange(m->data, nullptr), m->size);
    if (m->fd >= 0) ::close(std::exchange(m->fd, -1));
}
void mmap_dealloc(Interpreter& interp, Object* o) {
    unmap(static_cast<MmapObject*>(o));
    instance_clear_values(interp, o);
    free_object(interp, o);
}
void mmap_traverse(Object* o, Visitor& visitor) { instance_visit_values(o, visitor); }

Status check_open(Thread& t, const MmapObject* m) {
    if (m->data) return ok();
    return raise(t, Exc::ValueError, "mmap closed or invalid");
}
Status check_writable(Thread& t, const MmapObject* m) {
    TRY(check_open(t, m));
    if (m->access != kRead) return ok();
    return raise(t, Exc::TypeError, "mmap can't modify a readonly memory map.");
}
MmapObject* map_of(Value v) { return v.as<MmapObject>(); }

int64_t mmap_length(Thread& t, Value self) {
    if (!check_open(t, map_of(self))) return -1;
    return static_cast<int64_t>(map_of(self)->size);
}
Value mmap_get_item(Thread& t, Value self, Value key) {
    MmapObject* m = map_of(self);
    TRY(check_open(t, m));
    if (is_kind(key, Kind::Slice)) {
        Ref plain = TRY(slice_plain(t, key));
        TRY(check_open(t, m));
        SliceRange r = TRY(slice_adjust(t, plain, static_cast<int64_t>(m->size)));
        RefTo<BytesObject> out = TRY(bytes_new_uninitialised(t, static_cast<size_t>(r.count)));
        for (int64_t i = 0; i < r.count; ++i) out->data[i] = m->data[r.start + i * r.step];
        return Value::object(out.release());
    }
    if (!is_int_like(key) && !type_of(t, key)->slots.index)
        return raise(t, Exc::TypeError, "mmap indices must be integers");
    int64_t i = TRY(index_to_i64(t, key));
    TRY(check_open(t, m));
    if (i < 0) i += static_cast<int64_t>(m->size);
    if (i < 0 || static_cast<uint64_t>(i) >= m->size) return raise(t, Exc::IndexError, "mmap index out of range");
    return Value::small_int(static_cast<uint8_t>(m->data[i]));
}
Status assign(Thread& t, MmapObject* m, Value key, Value value) {
    TRY(check_writable(t, m));
    if (is_kind(key, Kind::Slice)) {
        if (value.is_unbound()) return raise(t, Exc::TypeError, "mmap object doesn't support slice deletion");
        Ref plain = TRY(slice_plain(t, key));
        BufferView bytes = TRY(get_buffer(t, value));
        TRY(check_writable(t, m));
        SliceRange r = TRY(slice_adjust(t, plain, static_cast<int64_t>(m->size)));
        if (static_cast<uint64_t>(r.count) != bytes.size())
            return raise(t, Exc::IndexError, "mmap slice assignment is wrong size");
        for (int64_t i = 0; i < r.count; ++i) m->data[r.start + i * r.step] = bytes.data()[i];
        return ok();
    }
    if (!is_int_like(key) && !type_of(t, key)->slots.index)
        return raise(t, Exc::TypeError, "mmap indices must be integers");
    if (value.is_unbound()) return raise(t, Exc::TypeError, "mmap object doesn't support item deletion");
    int64_t i = TRY(index_to_i64(t, key));
    if (i < 0) i += static_cast<int64_t>(m->size);
    if (i < 0 || static_cast<uint64_t>(i) >= m->size) return raise(t, Exc::IndexError, "mmap index out of range");
    if (!is_int_like(value) && !type_of(t, value)->slots.index)
        return raise(t, Exc::TypeError, "mmap item value must be an int");
    int64_t byte = TRY(index_clamped(t, value));
    if (byte < 0 || byte > 255) return raise(t, Exc::ValueError, "mmap item value must be in range(0, 256)");
    TRY(check_writable(t, m));
    if (static_cast<uint64_t>(i) >= m->size) return raise(t, Exc::IndexError, "mmap index out of range");
    m->data[i] = static_cast<char>(byte);
    return ok();
}
int mmap_set_item(Thread& t, Value self, Value key, Value value) {
    return assign(t, map_of(self), key, value) ? 0 : -1;
}

int mmap_buffer(Thread& t, Value self, BufferInfo* out) {
    MmapObject* m = map_of(self);
    if (!check_open(t, m)) return -1;
    out->data = m->data;
    out->length = m->size;
    out->readonly = m->access == kRead;
    ++m->exports;
    out->release = [](Value owner) { --map_of(owner)->exports; };
    return 0;
}
Status check_exports(Thread& t, const MmapObject* m, const char* message) {
    if (!m->exports) return ok();
    return raise(t, Exc::BufferError, "%s", message);
}

Status mmap_close(Thread& t, MmapObject* m) {
    TRY(check_exports(t, m, "cannot close exported pointers exist"));
    unmap(m);
    return ok();
}
Fallible<int64_t> find(Thread& t, MmapObject* m, Args args, bool reverse) {
    TRY(check_open(t, m));
    const char* name = reverse ? "rfind" : "find";
    if (args.count < 1 || args.count > 3)
        return raise(t, Exc::TypeError, "%s() takes from 1 to 3 arguments (%zu given)", name, args.count);
    BufferView wanted = TRY(get_buffer(t, args[0]));
    TextRange range;
    range.start = args.count > 1 ? TRY(index_clamped(t, args[1])) : static_cast<int64_t>(m->position);
    range.end = args.count > 2 ? TRY(index_clamped(t, args[2])) : static_cast<int64_t>(m->size);
    TRY(check_open(t, m));
    int64_t n = static_cast<int64_t>(m->size);
    for (int64_t* end : {&range.start, &range.end}) {
        if (*end < 0) *end += n;
        *end = std::clamp<int64_t>(*end, 0, n);
    }
    if (range.end < range.start) return int64_t{-1};
    Searcher searcher(t, span_of({m->data, m->size}), span_of(wanted.view()));
    auto from = static_cast<size_t>(range.start), to = static_cast<size_t>(range.end);
    return reverse ? searcher.rfind(from, to) : searcher.find(from, to);
}
Fallible<int64_t> mmap_find(Thread& t, MmapObject* m, Args args) { return find(t, m, args, false); }
Fallible<int64_t> mmap_rfind(Thread& t, MmapObject* m, Args args) { return find(t, m, args, true); }
Fallible<int64_t> mmap_flush(Thread& t, MmapObject* m, Optional<int64_t> offset, Optional<int64_t> size) {
    TRY(check_open(t, m));
    int64_t from = offset.value_or(0), count = size.value_or(static_cast<int64_t>(m->size));
    if (from < 0 || count < 0 || static_cast<uint64_t>(from) > m->size ||
        m->size - static_cast<uint64_t>(from) < static_cast<uint64_t>(count))
        return raise(t, Exc::ValueError, "flush values out of range");
    if (m->access == kRead || m->access == kCopy) return int64_t{0};
    if (msync(m->data + from, static_cast<size_t>(count), MS_SYNC) < 0) return raise_errno(t);
    return int64_t{0};
}
Status mmap_move(Thread& t, MmapObject* m, int64_t to, int64_t from, int64_t count) {
    TRY(check_writable(t, m));
    int64_t n = static_cast<int64_t>(m->size);
    if (to < 0 || from < 0 || count < 0 || n - to < count || n - from < count)
        return raise(t, Exc::ValueError, "source, destination, or count out of range");
    std::memmove(m->data + to, m->data + from, static_cast<size_t>(count));
    return ok();
}
Ref take(Thread& t, MmapObject* m, size_t count) {
    Ref bytes = TRY(bytes_from(t, {m->data + m->position, count}));
    m->position += count;
    return bytes;
}
size_t rest_of(const MmapObject* m) { return m->position < m->size ? m->size - m->position : 0; }
Ref mmap_read(Thread& t, MmapObject* m, Value count) {
    TRY(check_open(t, m));
    int64_t wanted = -1;
    if (!count.is_unbound() && !count.is_none()) {
        if (!is_int_like(count) && !type_of(t, count)->slots.index)
            return raise(t, Exc::TypeError, "integer argument expected, got '%.200s'", type_name_of(t, count));
        wanted = TRY(index_clamped(t, count));
        TRY(check_open(t, m));
    }
    size_t left = rest_of(m);
    return take(t, m, wanted < 0 ? left : std::min(left, static_cast<size_t>(wanted)));
}
Ref mmap_read_byte(Thread& t, MmapObject* m) {
    TRY(check_open(t, m));
    if (!rest_of(m)) return raise(t, Exc::ValueError, "read byte out of range");
    return own(Value::small_int(static_cast<uint8_t>(m->data[m->position++])));
}
Ref mmap_readline(Thread& t, MmapObject* m) {
    TRY(check_open(t, m));
    std::string_view text(m->data + m->position, rest_of(m));
    size_t end = text.find('\n');
    return take(t, m, end == std::string_view::npos ? text.size() : end + 1);
}
Status mmap_resize(Thread& t, MmapObject* m, int64_t size) {
    TRY(check_open(t, m));
    TRY(check_exports(t, m, "mmap can't resize with extant pointers exported."));
    if (m->access != kDefault && m->access != kWrite)
        return raise(t, Exc::TypeError, "mmap can't resize a readonly or copy-on-write memory map.");
    if (size < 0) return raise(t, Exc::ValueError, "new size out of range");
    if (m->fd >= 0 && ftruncate(m->fd, m->offset + size) < 0) return raise_errno(t);
    void* moved = mremap(m->data, m->size, static_cast<size_t>(size), MREMAP_MAYMOVE);
    if (moved == MAP_FAILED) return raise_errno(t);
    m->data = static_cast<char*>(moved);
    m->size = static_cast<uint64_t>(size);
    return ok();
}
Status mmap_seek(Thread& t, MmapObject* m, int64_t distance, Optional<int> whence) {
    TRY(check_open(t, m));
    int64_t base;
    switch (whence.value_or(0)) {
        case 0: base = 0; break;
        case 1: base = static_cast<int64_t>(m->position); break;
        case 2: base = static_cast<int64_t>(m->size); break;
        default: return raise(t, Exc::ValueError, "unknown seek type");
    }
    int64_t to;
    if (__builtin_add_overflow(base, distance, &to) || to < 0 || static_cast<uint64_t>(to) > m->size)
        return raise(t, Exc::ValueError, "seek out of range");
    m->position = static_cast<uint64_t>(to);
    return ok();
}
Fallible<int64_t> mmap_size(Thread& t, MmapObject* m) {
    TRY(check_open(t, m));
    struct stat info;
    if (fstat(m->fd, &info) < 0) return raise_errno(t);
    return int64_t{info.st_size};
}
Fallible<int64_t> mmap_tell(Thread& t, MmapObject* m) {
    TRY(check_open(t, m));
    return static_cast<int64_t>(m->position);
}
Fallible<int64_t> mmap_write(Thread& t, MmapObject* m, Value data) {
    TRY(check_open(t, m));
    BufferView bytes = TRY(get_buffer(t, data));
    TRY(check_writable(t, m));
    if (bytes.size() > rest_of(m)) return raise(t, Exc::ValueError, "data out of range");
    std::memmove(m->data + m->position, bytes.data(), bytes.size());
    m->position += bytes.size();
    return static_cast<int64_t>(bytes.size());
}
Status mmap_write_byte(Thread& t, MmapObject* m, int64_t byte) {
    if (byte < 0) return raise(t, Exc::OverflowError, "unsigned byte integer is less than minimum");
    if (byte > 255) return raise(t, Exc::OverflowError, "unsigned byte integer is greater than maximum");
    TRY(check_writable(t, m));
    if (!rest_of(m)) return raise(t, Exc::ValueError, "write byte out of range");
    m->data[m->position++] = static_cast<char>(byte);
    return ok();
}
Ref mmap_enter(Thread& t, MmapObject* m) {
    TRY(check_open(t, m));
    return own(m);
}
Status mmap_exit(Thread& t, MmapObject* m, Args) { return mmap_close(t, m); }
Value get_closed(Thread&, Value self) { return Value::boolean(!map_of(self)->data); }

constexpr MethodDef kMethods[] = {
    method<mmap_enter>("__enter__", "(self, /)", "The object itself."),
    method<mmap_exit>("__exit__", "(self, *args)", "Close it."),
    method<mmap_close>("close", "(self, /)", "End the mapping."),
    method<mmap_find>("find", "(self, *args)", "find(bytes[, start[, end]]): the first place, -1 when absent."),
    method<mmap_flush>("flush", "(self, offset=0, size=None, /)", "Write changes to the file."),
    method<mmap_move>("move", "(self, dest, src, count, /)", "Copy bytes within the mapping."),
    method<mmap_read>("read", "(self, n=None, /)", "Read bytes from the position."),
    method<mmap_read_byte>("read_byte", "(self, /)", "Read one byte as int."),
    method<mmap_readline>("readline", "(self, /)", "Read one line."),
    method<mmap_resize>("resize", "(self, newsize, /)", "Change the size of mapping and file."),
    method<mmap_rfind>("rfind", "(self, *args)", "rfind(bytes[, start[, end]]): the last place, -1 when absent."),
    method<mmap_seek>("seek", "(self, pos, whence=0, /)", "Set the position."),
    method<mmap_size>("size", "(self, /)", "The size of the file."),
    method<mmap_tell>("tell", "(self, /)", "The position."),
    method<mmap_write>("write", "(self, bytes, /)", "Write bytes at the position."),
    method<mmap_write_byte>("write_byte", "(self, byte, /)", "Write one byte."),
};
constexpr GetSetDef kGetSets[] = {{"closed", get_closed, nullptr, nullptr}};
constexpr TypeSpec kMmapSpec = {.name = "mmap.mmap",
                                .doc = "A file, or anonymous memory, as bytes that can be changed.",
                                .basic_size = sizeof(MmapObject),
                                .flags = kTypeBase | kTypeGc | kTypeHasWeakrefs,
                                .slots = {.dealloc = mmap_dealloc,
                                          .traverse = mmap_traverse,
                                          .new_ = mmap_make,
                                          .length = mmap_length,
                                          .get_item = mmap_get_item,
                                          .set_item = mmap_set_item,
                                          .buffer = mmap_buffer},
                                .methods = kMethods,
                                .getsets = kGetSets,
                                .new_signature = kSignature};

Status mmap_exec(Thread& t, ModuleObject* module) {
    TRY(module_set(t, module, "error", Value::object(exception_type(t.interp, Exc::OSError))));
    TRY(module_add_type(t, module, kMmapSpec));
    int64_t page = sysconf(_SC_PAGESIZE);
    const SystemConstant constants[] = {
        {"PROT_EXEC", PROT_EXEC}, {"PROT_READ", PROT_READ}, {"PROT_WRITE", PROT_WRITE}, {"MAP_SHARED", MAP_SHARED},
        {"MAP_PRIVATE", MAP_PRIVATE}, {"MAP_DENYWRITE", MAP_DENYWRITE}, {"MAP_EXECUTABLE", MAP_EXECUTABLE},
        {"MAP_ANONYMOUS", MAP_ANONYMOUS}, {"MAP_ANON", MAP_ANON}, {"PAGESIZE", page}, {"ALLOCATIONGRANULARITY", page},
        {"ACCESS_READ", kRead}, {"ACCESS_WRITE", kWrite}, {"ACCESS_COPY", kCopy}};
    return add_constants(t, module, constants);
}

}  // namespace

extern const ModuleDef kMmapModule;
constinit const ModuleDef kMmapModule = {.name = "mmap", .doc = "Memory-mapped files.", .exec = mmap_exec};

}  // namespace krait
