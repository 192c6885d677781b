// Cached bytecode: __pycache__/NAME.krait-36.pyc in CPython 3.6's format (magic number, mtime and size of the source,
// marshalled code object), read when it fits the source and written after compiling.
#include <fcntl.h>

#include <cerrno>

#include "vm/object/code_object.h"
#include "vm/object/exception_object.h"
#include "vm/runtime/import_parts.h"

namespace krait {

namespace {

constexpr std::string_view kMagic = "\x33\x0d\r\n";  // 3379: CPython 3.6
constexpr size_t kHeaderSize = 12;

uint32_t read_u32(std::string_view data, size_t at) {
    uint32_t n = 0;
    for (size_t i = 4; i-- > 0;) n = n << 8 | static_cast<uint8_t>(data[at + i]);
    return n;
}
void append_u32(std::string* out, uint32_t n) {
    for (int i = 0; i < 4; ++i, n >>= 8) out->push_back(static_cast<char>(n & 0xff));
}

Ref path_object(Thread& t, const std::string& path) { return text_of_path(t, path); }

// The code object in a cache's bytes. Bad marshal data raises, as in CPython: only the header decides about use.
Ref load_code(Thread& t, StrObject* name, std::string_view data, const std::string& path) {
    Ref body = TRY(bytes_from(t, data.substr(kHeaderSize)));
    Ref loads = TRY(import_helper(t, "marshal", "loads"));
    Ref code = TRY(call(t, loads, body));
    if (is_kind(code, Kind::Code)) return code;
    Ref text = TRY(path_object(t, path));
    RefTo<StrObject> shown = TRY(repr(t, text));
    return raise_import_error(t, Exc::ImportError, "Non-code object in " + str_to_utf8(shown.get()),
                              Value::object(name), text);
}

// Bytes of a file, charged to the heap while they are held.
class FileText {
  public:
    FileText(Thread& t, const std::string& path) : t_(t) {
        ok_ = read_whole_file(*t.interp.host, path, &text_, &error_);
        if (!ok_) return;
        charged_ = t.heap.charge(text_.size());
    }
    ~FileText() {
        if (charged_) t_.heap.uncharge(text_.size());
    }
    FileText(const FileText&) = delete;
    FileText& operator=(const FileText&) = delete;
    bool read() const { return ok_; }
    int error() const { return error_; }
    Status check(const std::string& path) {
        if (!ok_) {
            Ref name = TRY(path_object(t_, path));
            return raise_os_error(t_, error_, name);
        }
        if (!charged_) return raise_memory_error(t_);
        return ok();
    }
    std::string_view view() const { return text_; }

  private:
    Thread& t_;
    std::string text_;
    int error_ = 0;
    bool ok_ = false, charged_ = false;
};

struct SourceStatus {
    uint32_t mtime = 0, size = 0, mode = 0;
};

bool fits_source(std::string_view data, const SourceStatus& source) {
    return data.size() >= kHeaderSize && data.substr(0, 4) == kMagic && read_u32(data, 4) == source.mtime &&
           read_u32(data, 8) == source.size;
}

// The cached code object; UNBOUND when there is no cache for this source.
Ref load_cached(Thread& t, StrObject* name, const std::string& cache, const std::string& path,
                const SourceStatus& source) {
    FileText file(t, cache);
    if (!file.read()) return Ref();
    TRY(file.check(cache));
    if (!fits_source(file.view(), source)) return Ref();
    Ref code = TRY(load_code(t, name, file.view(), cache));
    Ref filename = TRY(path_object(t, path));
    TRY(set_code_filename(t, code.as<CodeObject>(), filename.as<StrObject>()));
    return code;
}

Fallible<bool> may_write(Thread& t) {
    Ref forbidden = TRY(sys_get(t, "dont_write_bytecode"));
    if (forbidden.get().is_unbound()) return false;
    return !TRY(is_true(t, forbidden));
}

Status store(Thread& t, const std::string& cache, Value code, const SourceStatus& source) {
    Ref dumps = TRY(import_helper(t, "marshal", "dumps"));
    Ref data = TRY(call(t, dumps, code));
    if (!as_bytes(data)) return ok();
    std::string text(kMagic);
    append_u32(&text, source.mtime);
    append_u32(&text, source.size);
    text += data.as<BytesObject>()->view();
    write_cache_file(*t.interp.host, cache, text, source.mode | 0200);
    return ok();
}

Status fix_filename(Thread& t, CodeObject* code, StrObject* old, StrObject* path) {
    RecursionGuard guard(t, "");
    if (guard.failed()) return Failed{};
    if (!str_equal_nocall(code->filename, old)) return ok();
    Ref previous = Ref::steal(static_cast<Object*>(code->filename));
    incref(static_cast<Object*>(path));
    code->filename = path;
    for (uint32_t i = 0; i < code->consts->size; ++i)
        if (is_kind(code->consts->items[i], Kind::Code))
            TRY(fix_filename(t, code->consts->items[i].as<CodeObject>(), old, path));
    return ok();
}

}  // namespace

Status set_code_filename(Thread& t, CodeObject* code, StrObject* path) {
    if (str_equal_nocall(code->filename, path)) return ok();
    Ref keep = own(static_cast<Object*>(code)), old = own(static_cast<Object*>(code->filename));
    return fix_filename(t, code, old.as<StrObject>(), path);
}

void write_cache_file(Host& host, const std::string& path, std::string_view data, uint32_t mode) {
    size_t slash = path.rfind('/');
    std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    FileStatus status;
    if (!folder.empty() && host.status(folder, true, &status) != 0) {
        int made = host.make_directory(folder, 0777);
        if (made != 0 && made != -EEXIST) return;
    }
    std::string temporary = path + "." + std::to_string(host.process_id()) + "." + std::to_string(host.monotonic_ns());
    int fd = host.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode & 0666);
    if (fd < 0) return;
    bool good = true;
    while (good && !data.empty()) {
        int64_t n = host.write(fd, data.data(), data.size());
        good = n > 0;
        if (good) data.remove_prefix(static_cast<size_t>(n));
    }
    good &= host.close(fd) == 0;
    if (!good || host.rename(temporary, path) != 0) host.remove(temporary, false);
}

Fallible<std::string> cached_path_of(Thread& t, const std::string& path) {
    Ref implementation = TRY(sys_get(t, "implementation"));
    StrObject* key = intern_utf8(t, "cache_tag");
    if (!key) return Failed{};
    Ref tag = implementation.get().is_unbound() ? Ref() : lookup_attribute(t, implementation, key);
    if (tag.failed()) return Failed{};
    if (!as_str(tag)) return std::string();
    size_t slash = path.rfind('/');
    size_t begin = slash == std::string::npos ? 0 : slash + 1;
    std::string file = path.substr(begin);
    if (size_t dot = file.rfind('.'); dot != std::string::npos && dot > 0) file.resize(dot);
    std::string suffix = t.interp.optimize > 0 ? ".opt-" + std::to_string(t.interp.optimize) : "";
    return path.substr(0, begin) + "__pycache__/" + file + "." + str_to_utf8(as_str(tag)) + suffix + ".pyc";
}

Ref code_of_source_file(Thread& t, StrObject* name, const std::string& path) {
    std::string cache = TRY(cached_path_of(t, path));
    SourceStatus source;
    FileStatus status;
    if (t.interp.host->status(path, true, &status) != 0) cache.clear();
    source = {static_cast<uint32_t>(status.mtime_ns / 1000000000), static_cast<uint32_t>(status.size), status.mode};
    if (!cache.empty()) {
        Ref code = TRY(load_cached(t, name, cache, path, source));
        if (!code.get().is_unbound()) return code;
    }
    FileText file(t, path);
    TRY(file.check(path));
    Ref filename = TRY(path_object(t, path));
    Ref code = TRY(t.interp.hooks.compile(t, file.view(), filename.as<StrObject>(), 0, 0, -1, false));
    if (!cache.empty() && TRY(may_write(t))) TRY(store(t, cache, code, source));
    return code;
}

Ref code_of_bytecode_file(Thread& t, StrObject* name, const std::string& path) {
    FileText file(t, path);
    TRY(file.check(path));
    std::string_view data = file.view();
    if (data.substr(0, 4) != kMagic) {
        Ref magic = TRY(bytes_from(t, data.substr(0, 4)));
        Ref where = TRY(path_object(t, path));
        std::string shown = repr_utf8(t, Value::object(name)) + ": " + repr_utf8(t, magic);
        return raise_import_error(t, Exc::ImportError, "bad magic number in " + shown, Value::object(name), where);
    }
    if (data.size() < kHeaderSize) {
        const char* part = data.size() < 8 ? "timestamp" : "size of source";
        return raise(t, Exc::EOFError, "reached EOF while reading %s in %s", part,
                     repr_utf8(t, Value::object(name)).c_str());
    }
    return load_code(t, name, data, path);
}

}  // namespace krait
