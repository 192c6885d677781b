// BufferedReader, BufferedWriter, BufferedRandom: one buffer that holds either bytes read ahead or bytes to be written.
// A raw stream that is an exact FileIO is used directly; others through their methods.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "builtins/modules/io_objects.h"
#include "builtins/types/text_support.h"
#include "vm/object/instance_object.h"
#include "vm/runtime/host.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

Status check_ready(Thread& t, const BufferedObject* self) {
    if (KRAIT_LIKELY(self->ready && !self->detached)) return ok();
    if (self->detached) return raise(t, Exc::ValueError, "raw stream has been detached");
    return raise(t, Exc::ValueError, "I/O operation on uninitialized object");
}

Status check_open(Thread& t, BufferedObject* self, const char* message) {
    TRY(check_ready(t, self));
    Ref raw = own(self->raw);
    return check_not_closed(t, raw, message);
}

// One method of one thread at a time. Another thread may have closed or detached the stream meanwhile.
class UseOfBuffered : public BusyGuard {
  public:
    enum class Of : uint8_t { Buffer, Raw };
    UseOfBuffered(Thread& t, BufferedObject* self, Of what = Of::Buffer) : BusyGuard(t, self, &self->busy) {
        if (!failed() && !check(t, self, what)) fail();
    }

  private:
    static Status check(Thread& t, BufferedObject* self, Of what) {
        TRY(check_ready(t, self));
        return self->buffer || what == Of::Raw ? ok() : Status(raise_closed(t));
    }
};

size_t ahead(const BufferedObject* self) { return self->end - self->pos; }

// ------------------------------------------------------------------------------------------------ the raw stream

// A number of bytes that a raw stream's method gave; -1 for what is no such thing.
int64_t count_given(Thread& t, Value result) {
    auto n = index_to_i64(t, result, Exc::ValueError);
    if (n) return n.value();
    clear_exception(t);
    return -1;
}

Fallible<int64_t> raw_read(Thread& t, BufferedObject* self, char* data, size_t n) {
    int64_t got;
    if (FileIOObject* file = exact_fileio(self->raw)) {
        got = TRY(fileio_read_into(t, file, data, n));
    } else {
        Ref raw = own(self->raw);
        note_bytes(t, n);
        Ref space = TRY(bytearray_from(t, {}));
        TRY(bytearray_resize(t, space.as<ByteArrayObject>(), n));
        if (n) std::memset(space.as<ByteArrayObject>()->data, 0, n);
        Ref view = TRY(memoryview_new(t, space));
        Ref result = TRY(call_name(t, raw, "readinto", {view}));
        if (result.get().is_none()) return kWouldBlock;
        got = count_given(t, result);
        if (got < 0 || static_cast<size_t>(got) > n)
            return raise(t, Exc::OSError,
                         "raw readinto() returned invalid length %lld (should have been between 0 and %zu)",
                         static_cast<long long>(got), n);
        std::memcpy(data, space.as<ByteArrayObject>()->data, static_cast<size_t>(got));
    }
    if (got > 0 && self->raw_position >= 0) self->raw_position += got;
    return got;
}

Fallible<int64_t> raw_write(Thread& t, BufferedObject* self, const char* data, size_t n) {
    int64_t done;
    if (FileIOObject* file = exact_fileio(self->raw)) {
        done = TRY(fileio_write_from(t, file, data, n));
        if (done == kWouldBlock) return done;
    } else {
        Ref raw = own(self->raw);
        Ref bytes = TRY(bytes_from(t, {data, n}));
        Ref view = TRY(memoryview_new(t, bytes));
        Ref result = TRY(call_name(t, raw, "write", {view}));
        if (result.get().is_none()) return kWouldBlock;
        done = count_given(t, result);
        if (done < 0 || static_cast<size_t>(done) > n)
            return raise(t, Exc::OSError,
                         "raw write() returned invalid length %lld (should have been between 0 and %zu)",
                         static_cast<long long>(done), n);
    }
    if (self->raw_position >= 0) self->raw_position += done;
    return done;
}

Fallible<int64_t> raw_seek(Thread& t, BufferedObject* self, int64_t offset, int whence) {
    int64_t at;
    if (FileIOObject* file = exact_fileio(self->raw)) {
        at = TRY(fileio_seek_to(t, file, offset, whence));
    } else {
        Ref raw = own(self->raw);
        Ref target = TRY(make_int(t, offset));
        Ref result = TRY(call_name(t, raw, "seek", {target, Value::small_int(whence)}));
        at = TRY(offset_argument(t, result));
    }
    if (at < 0) return raise(t, Exc::OSError, "Raw stream returned invalid position %lld", static_cast<long long>(at));
    self->raw_position = at;
    return at;
}

Fallible<int64_t> raw_tell(Thread& t, BufferedObject* self) {
    int64_t at;
    if (FileIOObject* file = exact_fileio(self->raw)) {
        at = TRY(fileio_seek_to(t, file, 0, SEEK_CUR));
    } else {
        Ref raw = own(self->raw);
        Ref result = TRY(call_name(t, raw, "tell"));
        at = TRY(offset_argument(t, result));
    }
    if (at < 0) return raise(t, Exc::OSError, "Raw stream returned invalid position %lld", static_cast<long long>(at));
    self->raw_position = at;
    return at;
}

// ------------------------------------------------------------------------------------------------ moving bytes

// A signal may have cut the write short: its handler runs before the next one, which may block for long.
Status after_partial_write(Thread& t, int64_t written) {
    if (written == 0) TRY(charge_work(t, 64));
    return after_interrupt(t);
}

// All pending bytes to the raw stream. What a failing or blocking write left stays pending.
Status flush_pending(Thread& t, BufferedObject* self) {
    size_t done = 0;
    auto keep_rest = [&] {
        if (done) std::memmove(self->buffer, self->buffer + done, self->pending - done);
        self->pending -= done;
    };
    while (done < self->pending) {
        auto n = raw_write(t, self, self->buffer + done, self->pending - done);
        if (!n || n.value() == kWouldBlock) {
            bool blocked = bool(n);
            keep_rest();
            if (blocked) (void)raise_blocking(t, "write could not complete without blocking", 0);
            return Failed{};
        }
        done += static_cast<size_t>(n.value());
        if (done < self->pending && !after_partial_write(t, n.value())) {
            keep_rest();
            return Failed{};
        }
    }
    self->pending = 0;
    return ok();
}

// Forgets what was read ahead; the raw position goes back to what the reader has seen.
Status drop_ahead(Thread& t, BufferedObject* self) {
    int64_t n = static_cast<int64_t>(ahead(self));
    self->pos = self->end = 0;
    if (n > 0) TRY(raw_seek(t, self, -n, SEEK_CUR));
    return ok();
}

Status flush_for_reading(Thread& t, BufferedObject* self) { return self->pending ? flush_pending(t, self) : ok(); }

// One raw read into the empty buffer.
Fallible<int64_t> fill(Thread& t, BufferedObject* self) {
    self->pos = self->end = 0;
    int64_t n = TRY(raw_read(t, self, self->buffer, self->size));
    if (n > 0) self->end = static_cast<size_t>(n);
    return n;
}

size_t take_ahead(BufferedObject* self, char* out, size_t n) {
    n = std::min(n, ahead(self));
    std::memcpy(out, self->buffer + self->pos, n);
    self->pos += n;
    return n;
}

// How far a read goes: read() fills the buffer for the last part, readinto() reads past it, the others stop early.
enum class Reading : uint8_t { Read, ReadInto, Once };

// Reads up to `n` bytes to `out`: what is there, then raw reads until it is full, the end, or nothing for now.
// Once: at most one raw read. kWouldBlock: none at all.
Fallible<int64_t> read_into(Thread& t, BufferedObject* self, char* out, size_t n, Reading how) {
    size_t done = take_ahead(self, out, n);
    // What the buffer gave is enough, unless there is more room than another filling of the buffer would take.
    if (how == Reading::Once && done > 0 && n - done <= self->size) return static_cast<int64_t>(done);
    while (done < n) {
        size_t wanted = n - done;
        int64_t got;
        if (how == Reading::Read ? wanted >= self->size : wanted > self->size) {
            // What the buffer held does not lie before the raw position any more.
            self->pos = self->end = 0;
            got = TRY(raw_read(t, self, out + done, how == Reading::Read ? wanted - wanted % self->size : wanted));
            if (got > 0) done += static_cast<size_t>(got);
        } else {
            got = TRY(fill(t, self));
            done += take_ahead(self, out + done, wanted);
        }
        if (got == 0) break;
        if (got == kWouldBlock) {
            if (done == 0) return kWouldBlock;
            break;
        }
        if (how == Reading::Once) break;
    }
    return static_cast<int64_t>(done);
}

Ref read_bytes(Thread& t, BufferedObject* self, size_t n) {
    if (n <= ahead(self)) {
        Ref result = TRY(bytes_from(t, {self->buffer + self->pos, n}));
        self->pos += n;
        return result;
    }
    HeapBuffer space(t);
    TRY(space.allocate(n));
    int64_t got = TRY(read_into(t, self, space.data(), n, Reading::Read));
    if (got == kWouldBlock) return own(Value::none());
    return bytes_from(t, {space.data(), static_cast<size_t>(got)});
}

Ref raw_readall(Thread& t, BufferedObject* self) {
    if (FileIOObject* file = exact_fileio(self->raw)) {
        self->raw_position = -1;
        return fileio_read_all(t, file);
    }
    Ref raw = own(self->raw);
    Ref readall = TRY(attribute_or_unbound(t, raw, "readall"));
    self->raw_position = -1;
    if (readall.get().is_unbound()) return Ref();
    Ref data = TRY(call(t, readall));
    if (!data.get().is_none() && !as_bytes(data)) return raise(t, Exc::TypeError, "readall() should return bytes");
    return data;
}

Ref read_everything(Thread& t, BufferedObject* self) {
    Ref first = TRY(bytes_from(t, {self->buffer + self->pos, ahead(self)}));
    self->pos = self->end = 0;
    Ref rest = TRY(raw_readall(t, self));
    if (!rest.get().is_unbound()) {
        size_t before = first.as<BytesObject>()->length;
        if (rest.get().is_none()) return before ? std::move(first) : std::move(rest);
        if (before == 0) return rest;
        ByteBuilder all(t);
        TRY(all.append(first.as<BytesObject>()->view()));
        TRY(all.append(rest.as<BytesObject>()->view()));
        return all.finish();
    }
    ByteBuilder all(t);
    TRY(all.append(first.as<BytesObject>()->view()));
    for (;;) {
        Ref raw = own(self->raw);
        Ref part = TRY(call_method(t, raw, t.interp.names.read));
        if (!part.get().is_none() && !as_bytes(part)) return raise(t, Exc::TypeError, "read() should return bytes");
        if (part.get().is_none() && all.length() == 0) return part;
        if (part.get().is_none() || part.as<BytesObject>()->length == 0) break;
        TRY(all.append(part.as<BytesObject>()->view()));
    }
    return all.finish();
}

Ref read_line(Thread& t, BufferedObject* self, int64_t limit) {
    ByteBuilder line(t);
    for (;;) {
        size_t room = limit < 0 ? SIZE_MAX : static_cast<size_t>(limit) - line.length();
        size_t n = std::min(ahead(self), room);
        const char* start = self->buffer + self->pos;
        const void* found = n ? std::memchr(start, '\n', n) : nullptr;
        if (found) n = static_cast<size_t>(static_cast<const char*>(found) - start) + 1;
        bool complete = found || n == room;
        if (complete && line.length() == 0) {
            Ref result = TRY(bytes_from(t, {start, n}));
            self->pos += n;
            return result;
        }
        TRY(line.append({start, n}));
        self->pos += n;
        if (complete) break;
        int64_t got = TRY(fill(t, self));
        if (got <= 0) break;
    }
    return line.finish();
}

}  // namespace

Status check_raw(Thread& t, Value raw, const char* method, const char* message) {
    Ref answer = TRY(call_name(t, raw, method));
    return answer.get().is_true() ? ok() : Status(raise_unsupported(t, message));
}

// ------------------------------------------------------------------------------------------------ for TextIOWrapper

Ref buffered_read1_bytes(Thread& t, BufferedObject* self, int64_t n) {
    TRY(check_open(t, self, "read of closed file"));
    UseOfBuffered busy(t, self);
    if (busy.failed()) return Failed{};
    TRY(flush_for_reading(t, self));
    if (ahead(self)) return read_bytes(t, self, std::min(static_cast<size_t>(n), ahead(self)));
    HeapBuffer space(t);
    TRY(space.allocate(static_cast<size_t>(n)));
    self->pos = self->end = 0;
    int64_t got = TRY(raw_read(t, self, space.data(), static_cast<size_t>(n)));
    if (got == kWouldBlock) return own(Value::none());
    return bytes_from(t, {space.data(), static_cast<size_t>(got)});
}

Status buffered_write_bytes(Thread& t, BufferedObject* self, const char* data, size_t n) {
    TRY(check_open(t, self, "write to closed file"));
    UseOfBuffered busy(t, self);
    if (busy.failed()) return Failed{};
    TRY(drop_ahead(t, self));
    if (n > self->size - self->pending) {
        auto flushed = flush_pending(t, self);
        if (!flushed) {
            // Takes what still fits, as a write that can be repeated for the rest.
            if (!pending_matches(t, Exc::BlockingIOError)) return Failed{};
            size_t room = std::min(self->size - self->pending, n);
            std::memcpy(self->buffer + self->pending, data, room);
            self->pending += room;
            if (room == n) {
                clear_exception(t);
                return ok();
            }
            clear_exception(t);
            return raise_blocking(t, "write could not complete without blocking", static_cast<int64_t>(room));
        }
        size_t done = 0;
        while (n - done > self->size) {
            int64_t written = TRY(raw_write(t, self, data + done, n - done));
            if (written == kWouldBlock) {
                size_t kept = std::min(n - done, self->size);
                std::memcpy(self->buffer, data + done, kept);
                self->pending = kept;
                done += kept;
                if (done == n) return ok();
                return raise_blocking(t, "write could not complete without blocking", static_cast<int64_t>(done));
            }
            done += static_cast<size_t>(written);
            if (done < n) TRY(after_partial_write(t, written));
        }
        data += done;
        n -= done;
    }
    if (n) std::memcpy(self->buffer + self->pending, data, n);
    self->pending += n;
    return ok();
}

Status buffered_flush_all(Thread& t, BufferedObject* self) {
    UseOfBuffered busy(t, self, UseOfBuffered::Of::Raw);
    if (busy.failed()) return Failed{};
    TRY(flush_pending(t, self));
    return self->readable && self->writable ? drop_ahead(t, self) : ok();
}

namespace {

// ------------------------------------------------------------------------------------------------ creation

Value buffered_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* self = allocate_instance<BufferedObject>(t, type);
    if (!self) return Value::error();
    self->raw = Value::unbound();
    self->ready = self->detached = self->readable = self->writable = false;
    self->busy = nullptr;
    self->buffer = nullptr;
    self->size = self->pos = self->end = self->pending = 0;
    self->raw_position = -1;
    gc_track(self);
    return Value::object(self);
}

Status buffered_setup(Thread& t, BufferedObject* self, Value raw, Value buffer_size, bool readable, bool writable) {
    self->ready = false;
    self->detached = false;
    if (readable && writable) TRY(check_raw(t, raw, "seekable", "File or stream is not seekable."));
    if (readable) TRY(check_raw(t, raw, "readable", "File or stream is not readable."));
    if (writable) TRY(check_raw(t, raw, "writable", "File or stream is not writable."));
    int64_t size = buffer_size.is_unbound() ? kDefaultBufferSize : TRY(strict_size(t, buffer_size));
    if (size <= 0) return raise(t, Exc::ValueError, "buffer size must be strictly positive");
    BusyGuard busy(t, self, &self->busy);
    if (busy.failed()) return Failed{};
    void* memory = t.heap.allocate_buffer(static_cast<size_t>(size));
    if (!memory) return raise_memory_error(t);
    if (self->buffer) t.heap.free_buffer(self->buffer, self->size);
    self->buffer = static_cast<char*>(memory);
    self->size = static_cast<size_t>(size);
    self->pos = self->end = self->pending = 0;
    self->readable = readable;
    self->writable = writable;
    replace_owned(&self->raw, own(raw));
    self->ready = true;
    return ok();
}

template <bool kReadable, bool kWritable>
int buffered_init(Thread& t, Value self, const CallArgs& call_args) {
    static constexpr const char* kSignature = "(raw, buffer_size=8192)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    const char* name = kReadable && kWritable ? "BufferedRandom" : kReadable ? "BufferedReader" : "BufferedWriter";
    BoundArgs bound = bind_arguments(t, name, kInfo, kSignature, call_args);
    if (bound.failed()) return -1;
    Ref raw = own(bound.slots[0]);
    return buffered_setup(t, self.as<BufferedObject>(), raw, bound.slots[1], kReadable, kWritable) ? 0 : -1;
}

// ------------------------------------------------------------------------------------------------ reading

Ref buffered_read(Thread& t, BufferedObject* self, Value size) {
    TRY(check_ready(t, self));
    int64_t n = TRY(size_argument(t, size));
    if (n < -1) return raise(t, Exc::ValueError, "read length must be positive or -1");
    TRY(check_open(t, self, "read of closed file"));
    Ref keep = own(self);
    UseOfBuffered busy(t, self);
    if (busy.failed()) return Failed{};
    TRY(flush_for_reading(t, self));
    if (n < 0) return read_everything(t, self);
    if (n > INT64_MAX / 4) return raise_memory_error(t);
    return read_bytes(t, self, static_cast<size_t>(n));
}

Ref buffered_read1(Thread& t, BufferedObject* self, Value size) {
    TRY(check_ready(t, self));
    int64_t n = TRY(strict_size(t, size));
    if (n < 0) return raise(t, Exc::ValueError, "read length must be positive");
    Ref keep = own(self);
    TRY(check_open(t, self, "read of closed file"));
    if (n == 0) return bytes_from(t, {});
    Ref data = TRY(buffered_read1_bytes(t, self, n));
    return data.get().is_none() ? bytes_from(t, {}) : std::move(data);
}

Ref buffered_peek(Thread& t, BufferedObject* self, Value size) {
    TRY(check_ready(t, self));
    if (!size.is_unbound()) TRY(strict_size(t, size));
    TRY(check_open(t, self, "peek of closed file"));
    Ref keep = own(self);
    UseOfBuffered busy(t, self);
    if (busy.failed()) return Failed{};
    TRY(flush_for_reading(t, self));
    if (ahead(self) == 0) TRY(fill(t, self));
    return bytes_from(t, {self->buffer + self->pos, ahead(self)});
}

Ref readinto_common(Thread& t, BufferedObject* self, Value target, bool once) {
    TRY(check_ready(t, self));
    BufferView view = TRY(readinto_buffer(t, target, once ? "readinto1" : "readinto"));
    TRY(check_open(t, self, "readinto of closed file"));
    Ref keep = own(self);
    UseOfBuffered busy(t, self);
    if (busy.failed()) return Failed{};
    TRY(flush_for_reading(t, self));
    int64_t got = TRY(read_into(t, self, view.data(), view.size(), once ? Reading::Once : Reading::ReadInto));
    if (got == kWouldBlock) return own(Value::none());
    return make_int(t, got);
}
Ref buffered_readinto(Thread& t, BufferedObject* self, Value target) { return readinto_common(t, self, target, false); }
Ref buffered_readinto1(Thread& t, BufferedObject* self, Value target) { return readinto_common(t, self, target, true); }

Ref line_of(Thread& t, BufferedObject* self, int64_t limit) {
    TRY(check_open(t, self, "readline of closed file"));
    Ref keep = own(self);
    UseOfBuffered busy(t, self);
    if (busy.failed()) return Failed{};
    TRY(flush_for_reading(t, self));
    return read_line(t, self, limit < 0 ? -1 : limit);
}
Ref buffered_readline(Thread& t, BufferedObject* self, Value size) {
    TRY(check_ready(t, self));
    int64_t limit = TRY(size_argument(t, size));
    return line_of(t, self, limit);
}

Value buffered_next(Thread& t, Value self) {
    const TypeSpec* spec = self.as_object()->type->spec;
    if (spec == &kBufferedReaderSpec || spec == &kBufferedRandomSpec) {
        auto* b = self.as<BufferedObject>();
        if (KRAIT_LIKELY(b->pending == 0 && b->pos < b->end && plainly_open(self))) {
            const char* line = b->buffer + b->pos;
            if (const void* end = std::memchr(line, '\n', ahead(b))) {
                size_t n = static_cast<size_t>(static_cast<const char*>(end) - line) + 1;
                b->pos += n;
                return bytes_from(t, {line, n}).release();
            }
        }
        Ref line = line_of(t, self.as<BufferedObject>(), -1);
        if (line.failed()) return Value::error();
        return line.as<BytesObject>()->length == 0 ? Value::exhausted() : line.release();
    }
    Ref line = call_method(t, self, t.interp.names.readline);
    if (line.failed()) return Value::error();
    BytesObject* bytes = as_bytes(line);
    if (!bytes)
        return raise(t, Exc::OSError, "readline() should have returned a bytes object, not '%.200s'",
                     type_name_of(t, line));
    return bytes->length == 0 ? Value::exhausted() : line.release();
}

// ------------------------------------------------------------------------------------------------ writing, places

Ref buffered_write(Thread& t, BufferedObject* self, Value data) {
    TRY(check_ready(t, self));
    BufferView view = TRY(get_buffer(t, data));
    Ref keep = own(self);
    TRY(buffered_write_bytes(t, self, view.data(), view.size()));
    return make_int(t, static_cast<int64_t>(view.size()));
}

Ref buffered_flush(Thread& t, BufferedObject* self) {
    TRY(check_ready(t, self));
    if (!self->writable) {
        Ref raw = own(self->raw);
        return call_method(t, raw, t.interp.names.flush);
    }
    TRY(check_open(t, self, "flush of closed file"));
    Ref keep = own(self);
    TRY(buffered_flush_all(t, self));
    return own(Value::none());
}

Fallible<int64_t> position_of(Thread& t, BufferedObject* self) {
    int64_t at = TRY(raw_tell(t, self));
    return at - static_cast<int64_t>(ahead(self)) + static_cast<int64_t>(self->pending);
}

Fallible<int64_t> buffered_tell(Thread& t, BufferedObject* self) {
    TRY(check_ready(t, self));
    Ref keep = own(self);
    UseOfBuffered busy(t, self, UseOfBuffered::Of::Raw);
    if (busy.failed()) return Failed{};
    return position_of(t, self);
}

Fallible<int64_t> buffered_seek(Thread& t, BufferedObject* self, Value target, Value whence_value) {
    TRY(check_ready(t, self));
    int64_t whence = TRY(whence_argument(t, whence_value));
    if (whence < 0 || whence > 2)
        return raise(t, Exc::ValueError, "whence value %lld unsupported", static_cast<long long>(whence));
    TRY(check_open(t, self, "seek of closed file"));
    Ref keep = own(self), raw = own(self->raw);
    if (!exact_fileio(raw)) TRY(check_raw(t, raw, "seekable", "File or stream is not seekable."));
    int64_t offset = TRY(offset_argument(t, target));
    UseOfBuffered busy(t, self, UseOfBuffered::Of::Raw);
    if (busy.failed()) return Failed{};
    // Within what was read ahead: nothing to ask of the raw stream but its position.
    if (whence != 2 && self->end > 0 && self->readable) {
        int64_t raw_at = self->raw_position >= 0 ? self->raw_position : TRY(raw_tell(t, self));
        int64_t here = raw_at - static_cast<int64_t>(ahead(self));
        int64_t distance;
        bool overflow = whence == 0 ? __builtin_sub_overflow(offset, here, &distance) : (distance = offset, false);
        if (!overflow && distance >= -static_cast<int64_t>(self->pos) &&
            distance <= static_cast<int64_t>(ahead(self))) {
            self->pos = static_cast<size_t>(static_cast<int64_t>(self->pos) + distance);
            return here + distance;
        }
    }
    if (self->pending) TRY(flush_pending(t, self));
    if (whence == 1 && __builtin_sub_overflow(offset, static_cast<int64_t>(ahead(self)), &offset))
        return raise(t, Exc::OverflowError, "position out of range");
    int64_t at = TRY(raw_seek(t, self, offset, static_cast<int>(whence)));
    self->pos = self->end = 0;
    return at;
}

Ref buffered_truncate(Thread& t, BufferedObject* self, Value size) {
    TRY(check_ready(t, self));
    Ref keep = own(self), raw = own(self->raw);
    UseOfBuffered busy(t, self, UseOfBuffered::Of::Raw);
    if (busy.failed()) return Failed{};
    if (self->writable) {
        TRY(flush_pending(t, self));
        TRY(drop_ahead(t, self));
    }
    Ref length = size.is_unbound() || size.is_none() ? TRY(make_int(t, TRY(position_of(t, self)))) : own(size);
    Ref result = TRY(call_name(t, raw, "truncate", {length}));
    auto at = raw_tell(t, self);
    if (!at) clear_exception(t);
    return result;
}

// ------------------------------------------------------------------------------------------------ the end

Ref buffered_close(Thread& t, BufferedObject* self) {
    TRY(check_ready(t, self));
    Ref keep = own(self), raw = own(self->raw);
    if (TRY(stream_is_closed(t, raw))) return own(Value::none());
    Ref flushed = call_method(t, keep, t.interp.names.flush);
    Ref first = flushed.failed() ? fetch_exception(t) : Ref();
    Ref result = call_method(t, raw, t.interp.names.close);
    TRY(chain_failure(t, std::move(first)));
    if (self->buffer && !self->busy) {
        self->pos = self->end = self->pending = 0;
        t.heap.free_buffer(std::exchange(self->buffer, nullptr), self->size);
    }
    return result;
}

Ref buffered_detach(Thread& t, BufferedObject* self) {
    TRY(check_ready(t, self));
    Ref keep = own(self);
    TRY(call_method(t, keep, t.interp.names.flush));
    UseOfBuffered busy(t, self, UseOfBuffered::Of::Raw);
    if (busy.failed()) return Failed{};
    Ref raw = own(self->raw);
    replace_owned(&self->raw, Ref());
    self->detached = true;
    self->ready = false;
    return raw;
}

Ref forward(Thread& t, BufferedObject* self, const char* method) {
    TRY(check_ready(t, self));
    Ref raw = own(self->raw);
    return call_name(t, raw, method);
}
Ref buffered_seekable(Thread& t, BufferedObject* self) { return forward(t, self, "seekable"); }
Ref buffered_readable(Thread& t, BufferedObject* self) { return forward(t, self, "readable"); }
Ref buffered_writable(Thread& t, BufferedObject* self) { return forward(t, self, "writable"); }
Ref buffered_fileno(Thread& t, BufferedObject* self) { return forward(t, self, "fileno"); }
Ref buffered_isatty(Thread& t, BufferedObject* self) { return forward(t, self, "isatty"); }
Ref buffered_getstate(Thread& t, BufferedObject* self) { return cannot_serialize(t, self); }
Fallible<int64_t> buffered_sizeof(Thread&, BufferedObject* self) {
    return static_cast<int64_t>(instance_size(self->type) + (self->buffer ? self->size : 0));
}

template <const char* kName>
Value forward_attribute(Thread& t, Value self) {
    if (!check_ready(t, self.as<BufferedObject>())) return Value::error();
    Ref raw = own(self.as<BufferedObject>()->raw);
    return attribute_named(t, raw, kName).release();
}
constexpr char kClosedName[] = "closed", kNameName[] = "name", kModeName[] = "mode";
Value buffered_get_raw(Thread&, Value self) {
    Value raw = self.as<BufferedObject>()->raw;
    return raw.is_unbound() ? Value::none() : own(raw).release();
}

Value buffered_repr(Thread& t, Value self) {
    auto text = [&]() -> Ref {
        const TypeObject* type = self.as_object()->type;
        const char* shown = type->spec ? type->spec->name : type_name(type);
        Ref name = attribute_or_unbound(t, self, "name");
        if (name.failed()) {
            if (!pending_matches(t, Exc::Exception)) return Failed{};
            clear_exception(t);
            name = Ref();
        }
        if (name.get().is_unbound()) return str_format_c(t, "<%s>", shown);
        ReprGuard guard(t, self);
        if (guard.active_before()) return raise(t, Exc::RuntimeError, "reentrant call inside %s.__repr__", shown);
        RefTo<StrObject> name_text = TRY(repr(t, name));
        return str_format_c(t, "<%s name=%s>", shown, str_to_utf8(name_text.get()).c_str());
    };
    return text().release();
}

void buffered_clear(Interpreter& interp, Object* o) {
    auto* self = static_cast<BufferedObject*>(o);
    self->ready = false;
    drop_owned(&self->raw);
    instance_clear_values(interp, o);
}
// Bytes written after the finaliser ran.
void write_last_bytes(Interpreter& interp, BufferedObject* self) {
    FileIOObject* file = exact_fileio(self->raw);
    for (size_t done = 0; file && file->fd >= 0 && done < self->pending;) {
        int64_t n = interp.host->write(file->fd, self->buffer + done, self->pending - done);
        if (n <= 0) return;
        done += static_cast<size_t>(n);
    }
}

void buffered_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* self = static_cast<BufferedObject*>(o);
    if (self->pending) write_last_bytes(interp, self);
    buffered_clear(interp, o);
    if (self->buffer) interp.heap.free_buffer(self->buffer, self->size);
    free_object(interp, o);
}
void buffered_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<BufferedObject*>(o)->raw);
    instance_visit_values(o, visitor);
}

// ------------------------------------------------------------------------------------------------ tables

#define KRAIT_BUFFERED_COMMON                                                                                      \
    method<buffered_detach>("detach", "(self, /)", "Disconnect from the raw stream and return it."),               \
        method<buffered_flush>("flush", "(self, /)", "Write what is pending."),                                    \
        method<buffered_close>("close", "(self, /)", "Flush and close the raw stream."),                           \
        method<buffered_seekable>("seekable", "(self, /)", "Whether the raw stream is."),                          \
        method<buffered_fileno>("fileno", "(self, /)", "Descriptor of the raw stream."),                           \
        method<buffered_isatty>("isatty", "(self, /)", "Whether the raw stream is a terminal."),                   \
        method<buffered_seek>("seek", "(self, target, whence=0, /)", "Go to a place; the new absolute position."), \
        method<buffered_tell>("tell", "(self, /)", "Current position."),                                           \
        method<buffered_truncate>("truncate", "(self, pos=None, /)", "Change the size of the file."),              \
        method<buffered_sizeof>("__sizeof__", "(self, /)", "Size in memory, in bytes."),                           \
        method<stream_dealloc_warn>("_dealloc_warn", "(self, source, /)", "Warn that source was left open."),      \
        method<buffered_getstate>("__getstate__", "(self, /)", "TypeError.")
#define KRAIT_BUFFERED_READING                                                                                      \
    method<buffered_read>("read", "(self, size=-1, /)", "Read size bytes, or all; fewer only at EOF."),             \
        method<buffered_peek>("peek", "(self, size=0, /)", "Bytes read ahead, without moving."),                    \
        method<buffered_read1>("read1", "(self, size, /)", "Up to size bytes with at most one raw read."),          \
        method<buffered_readinto>("readinto", "(self, buffer, /)",                                                  \
                                  "Read into a writable buffer; the number of bytes."),                             \
        method<buffered_readinto1>("readinto1", "(self, buffer, /)", "Like readinto() with at most one raw read."), \
        method<buffered_readline>("readline", "(self, size=-1, /)", "A line of at most size bytes."),               \
        method<buffered_readable>("readable", "(self, /)", "Whether the raw stream is.")
#define KRAIT_BUFFERED_WRITING                                                              \
    method<buffered_write>("write", "(self, buffer, /)", "Write the bytes; their number."), \
        method<buffered_writable>("writable", "(self, /)", "Whether the raw stream is.")

constexpr MethodDef kReaderMethods[] = {KRAIT_BUFFERED_COMMON, KRAIT_BUFFERED_READING};
constexpr MethodDef kWriterMethods[] = {KRAIT_BUFFERED_COMMON, KRAIT_BUFFERED_WRITING};
constexpr MethodDef kRandomMethods[] = {KRAIT_BUFFERED_COMMON, KRAIT_BUFFERED_READING, KRAIT_BUFFERED_WRITING};
constexpr GetSetDef kGetSets[] = {
    {"closed", forward_attribute<kClosedName>, nullptr, nullptr},
    {"name", forward_attribute<kNameName>, nullptr, nullptr},
    {"mode", forward_attribute<kModeName>, nullptr, nullptr},
    {"raw", buffered_get_raw, nullptr, nullptr},
};

constexpr Slots slots_for(InitFn init, bool readable) {
    Slots slots;
    slots.dealloc = buffered_dealloc;
    slots.traverse = buffered_traverse;
    slots.clear = buffered_clear;
    slots.repr = buffered_repr;
    if (readable) slots.next = buffered_next;
    slots.new_ = buffered_new;
    slots.init = init;
    return slots;
}

}  // namespace

constinit const TypeSpec kBufferedReaderSpec = {
    .name = "_io.BufferedReader",
    .doc = "Create a new buffered reader using the given readable raw IO object.",
    .basic_size = sizeof(BufferedObject),
    .slots = slots_for(buffered_init<true, false>, true),
    .methods = kReaderMethods,
    .getsets = kGetSets,
    .new_signature = "(raw, buffer_size=8192)",
};
constinit const TypeSpec kBufferedWriterSpec = {
    .name = "_io.BufferedWriter",
    .doc = "A buffer for a writeable sequential RawIO object.",
    .basic_size = sizeof(BufferedObject),
    .slots = slots_for(buffered_init<false, true>, false),
    .methods = kWriterMethods,
    .getsets = kGetSets,
    .new_signature = "(raw, buffer_size=8192)",
};
constinit const TypeSpec kBufferedRandomSpec = {
    .name = "_io.BufferedRandom",
    .doc = "A buffered interface to random access streams.",
    .basic_size = sizeof(BufferedObject),
    .slots = slots_for(buffered_init<true, true>, true),
    .methods = kRandomMethods,
    .getsets = kGetSets,
    .new_signature = "(raw, buffer_size=8192)",
};

}  // namespace krait
