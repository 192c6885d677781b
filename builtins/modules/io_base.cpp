// _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase: what every stream can do, written against the methods that
// derived classes have; and the helpers all files of _io use.
#include <cerrno>
#include <cstring>
#include <utility>

#include "builtins/modules/io_objects.h"
#include "builtins/types/text_support.h"
#include "vm/object/exception_object.h"
#include "vm/object/instance_object.h"
#include "vm/object/list_object.h"
#include "vm/object/type_functions.h"
#include "vm/runtime/gate.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ helpers

Failed raise_unsupported(Thread& t, const char* message) {
    IoState* state = TRY(io_state(t));
    Ref text = TRY(str_from_utf8(t, message));
    Value args[] = {text};
    Ref exception = TRY(exception_new(t, state->unsupported, args, 1));
    return raise_instance(t, exception);
}

Failed raise_closed(Thread& t, const char* message) { return raise(t, Exc::ValueError, "%s", message); }

Ref call_name(Thread& t, Value object, const char* method, std::initializer_list<Value> args) {
    StrObject* name = intern_utf8(t, method);
    if (!name) return Failed{};
    return call_method(t, object, name, args);
}

Ref attribute_named(Thread& t, Value object, const char* name) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    return get_attribute(t, object, key);
}

Ref attribute_or_unbound(Thread& t, Value object, const char* name) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    return lookup_attribute(t, object, key);
}

Status set_attribute_named(Thread& t, Value object, const char* name, Value value) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    return set_attribute(t, object, key, value);
}

Fallible<bool> truth_of_call(Thread& t, Value object, const char* method) {
    Ref result = TRY(call_name(t, object, method));
    return is_true(t, result);
}

static bool is_number(Thread& t, Value v) {
    const Slots& slots = type_of(t, v)->slots;
    return is_int_like(v) || is_float_like(v) || slots.as_int || slots.as_float;
}

Fallible<int64_t> size_argument(Thread& t, Value v) {
    if (v.is_unbound() || v.is_none()) return -1;
    if (KRAIT_LIKELY(v.is_int())) return v.as_int();
    if (!is_number(t, v))
        return raise(t, Exc::TypeError, "integer argument expected, got '%.200s'", type_name_of(t, v));
    return index_to_i64(t, v, Exc::OverflowError);
}

Fallible<int64_t> strict_size(Thread& t, Value v) {
    if (KRAIT_LIKELY(v.is_int())) return v.as_int();
    if (is_float_like(v)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    Ref index = TRY(as_index(t, v));
    return int_to_i64(t, index, "Python int too large to convert to C ssize_t");
}

Fallible<int64_t> offset_argument(Thread& t, Value v) {
    if (KRAIT_LIKELY(v.is_int())) return v.as_int();
    Ref index = TRY(as_index(t, v));
    return index_to_i64(t, index, Exc::ValueError);
}

Fallible<int64_t> whence_argument(Thread& t, Value v) {
    if (v.is_unbound()) return 0;
    if (is_float_like(v)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    Ref index = as_index(t, v);
    if (index.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, v));
    }
    return int_to_i64(t, index, "Python int too large to convert to C int");
}

Fallible<BufferView> readinto_buffer(Thread& t, Value v, const char* function) {
    auto view = get_writable_buffer(t, v);
    if (view || !pending_matches(t, Exc::TypeError)) return view;
    clear_exception(t);
    return raise_argument_type(t, function, "read-write bytes-like object", v);
}

Ref cannot_serialize(Thread& t, Object* self) {
    const TypeObject* type = self->type;
    return raise(t, Exc::TypeError, "cannot serialize '%s' object", type->spec ? type->spec->name : type_name(type));
}

Status after_interrupt(Thread& t) { return slow_tick(t); }

Failed raise_blocking(Thread& t, const char* message, int64_t written) {
    TypeObject* type = exception_type(t.interp, Exc::BlockingIOError);
    Ref text = TRY(str_from_utf8(t, message));
    Ref count = TRY(make_int(t, written));
    Value args[] = {Value::small_int(EAGAIN), text, count};
    Ref exception = TRY(exception_new(t, type, args, 3));
    return raise_instance(t, exception);
}

// The failure of a second step is pending, that of the first becomes its context; or only one of them failed.
Status chain_failure(Thread& t, Ref first) {
    if (first.get().is_unbound()) return t.has_exception() ? Status(Failed{}) : ok();
    if (t.has_exception()) {
        Ref second = fetch_exception(t);
        if (as_exception(second) && as_exception(first)) exception_chain(as_exception(second), first);
        restore_exception(t, std::move(second));
    } else {
        restore_exception(t, std::move(first));
    }
    return Failed{};
}

void BusyGuard::wait(Object* self) {
    while (*busy_ != nullptr) {
        if (*busy_ == &thread_ || thread_.interp.finalising) {   // then the other one never comes back
            (void)raise(thread_, Exc::RuntimeError, "reentrant call inside %s",
                        repr_utf8(thread_, Value::object(self)).c_str());
            failed_ = true;
            return;
        }
        thread_.interp.gate->wait_for_release(thread_, -1);
        if (!slow_tick(thread_)) {
            failed_ = true;
            return;
        }
    }
}

void BusyGuard::release() {
    *busy_ = nullptr;
    if (Gate* gate = thread_.interp.gate.get()) gate->released();
}

// ------------------------------------------------------------------------------------------------ _IOBase

namespace {

constexpr const char* kClosedMark = "__IOBase_closed";

Fallible<bool> marked_closed(Thread& t, Value self) {
    Ref mark = TRY(attribute_or_unbound(t, self, kClosedMark));
    return !mark.get().is_unbound();
}

}  // namespace

Fallible<bool> stream_is_closed(Thread& t, Value stream) {
    if (has_spec(stream, kFileIOSpec)) return stream.as<FileIOObject>()->fd < 0;
    if (has_spec(stream, kBytesIOSpec)) return stream.as<BytesIOObject>()->closed;
    if (has_spec(stream, kBufferedReaderSpec) || has_spec(stream, kBufferedWriterSpec) ||
        has_spec(stream, kBufferedRandomSpec)) {
        BufferedObject* b = stream.as<BufferedObject>();
        if (b->ready && !b->detached) {
            RecursionGuard guard(t, " while looking at a stream");
            if (guard.failed()) return Failed{};
            return stream_is_closed(t, b->raw);
        }
    }
    Ref closed = TRY(attribute_named(t, stream, "closed"));
    return is_true(t, closed);
}

Status check_not_closed(Thread& t, Value stream, const char* message) {
    bool closed = TRY(stream_is_closed(t, stream));
    return closed ? Status(raise_closed(t, message)) : ok();
}

Ref iobase_close(Thread& t, Object* self) {
    if (TRY(marked_closed(t, Value::object(self)))) return own(Value::none());
    Ref flushed = call_method(t, Value::object(self), t.interp.names.flush);
    Ref first = flushed.failed() ? fetch_exception(t) : Ref();
    (void)bool(set_attribute_named(t, Value::object(self), kClosedMark, Value::true_value()));
    TRY(chain_failure(t, std::move(first)));
    return own(Value::none());
}

namespace {

const TypeSpec* native_spec(Value stream) {
    for (const TypeObject* type = stream.as_object()->type; type; type = type->base)
        if (type->spec) return type->spec;
    return nullptr;
}

// The stream that `stream` stands on; UNBOUND: it stands on none, or on what this module does not know.
Value stream_below(Value stream) {
    const TypeSpec* spec = native_spec(stream);
    if (spec == &kBufferedReaderSpec || spec == &kBufferedWriterSpec || spec == &kBufferedRandomSpec)
        return stream.as<BufferedObject>()->raw;
    return spec == &kTextIOWrapperSpec ? stream.as<TextIOObject>()->buffer : Value::unbound();
}

// A warning that became an exception is shown, and ends here: nobody could catch it.
Status report_unclosed(Thread& t, Value file, Value source) {
    Ref shown = TRY(repr(t, source));
    Ref message = TRY(str_format_c(t, "unclosed file %s", str_to_utf8(shown.as<StrObject>()).c_str()));
    Ref warnings = TRY(import_module(t, "_warnings"));
    Value category = Value::object(exception_type(t.interp, Exc::ResourceWarning));
    Ref done = call_name(t, warnings, "warn", {message, category, Value::small_int(1), source});
    if (done.failed() && pending_matches(t, Exc::Warning)) write_unraisable(t, file);
    return done.failed() && t.has_exception() ? Status(Failed{}) : ok();
}

Status look_for_unclosed(Thread& t, Value stream, Value source) {
    constexpr int kMostLayers = 64;  // a stream may stand on itself
    Ref at = own(stream);
    for (int i = 0; i < kMostLayers && at.get().is_object(); ++i) {
        if (native_spec(at) == &kFileIOSpec) {
            auto* file = at.as<FileIOObject>();
            if (file->fd < 0 || !file->closefd || std::exchange(file->reported, true)) return ok();
            return report_unclosed(t, at, source);
        }
        Value below = stream_below(at);
        if (below.is_object()) {
            at = own(below);
        } else if (at.get() == stream) {
            return ok();
        } else {  // a stream written in Python may know how to tell
            Ref method = TRY(attribute_or_unbound(t, at, "_dealloc_warn"));
            if (!method.get().is_unbound()) (void)TRY(call(t, method, source));
            return ok();
        }
    }
    return ok();
}

}  // namespace

void warn_unclosed(Thread& t, Value stream, Value source) {
    if (!look_for_unclosed(t, stream, source)) clear_exception(t);
}

Ref stream_dealloc_warn(Thread& t, Object* self, Value source) {
    warn_unclosed(t, Value::object(self), source);
    return own(Value::none());
}

// An object that goes is closed; nobody is left to hear of errors. In a cycle the parts of a file come in any order, so
// those below only hand down what they hold: the descriptor is closed when the FileIO itself is freed.
void iobase_finalize(Thread& t, Value self) {
    if (has_spec(self, kBytesIOSpec) || has_spec(self, kStringIOSpec)) return;
    if (has_spec(self, kFileIOSpec)) return warn_unclosed(t, self, self);
    if (plainly_open(self)) {
        warn_unclosed(t, self, self);
        if (self.as<BufferedObject>()->pending && !buffered_flush_all(t, self.as<BufferedObject>())) clear_exception(t);
        return;
    }
    auto closed = stream_is_closed(t, self);
    if (!closed) clear_exception(t);
    if (closed && closed.value()) return;
    warn_unclosed(t, self, self);
    Ref done = call_method(t, self, t.interp.names.close);
    if (done.failed()) clear_exception(t);
}

Value iobase_self_iter(Thread& t, Value self) {
    if (!check_not_closed(t, self)) return Value::error();
    return own(self).release();
}

namespace {

Value iobase_next(Thread& t, Value self) {
    Ref line = call_method(t, self, t.interp.names.readline);
    if (line.failed()) return Value::error();
    auto length = length_of(t, line);
    if (!length) return Value::error();
    return length.value() == 0 ? Value::exhausted() : line.release();
}

Ref iobase_seek(Thread& t, Object*, Args) { return raise_unsupported(t, "seek"); }
Ref iobase_tell(Thread& t, Object* self) {
    return call_name(t, Value::object(self), "seek", {Value::small_int(0), Value::small_int(1)});
}
Ref iobase_truncate(Thread& t, Object*, Args) { return raise_unsupported(t, "truncate"); }
Status iobase_flush(Thread& t, Object* self) {
    return TRY(marked_closed(t, Value::object(self))) ? Status(raise_closed(t)) : ok();
}
Fallible<bool> iobase_false(Thread&, Object*) { return false; }

Status check_can(Thread& t, Value self, const char* method, const char* message) {
    Ref answer = TRY(call_name(t, self, method));
    return answer.get().is_true() ? ok() : Status(raise_unsupported(t, message));
}
Ref iobase_check_seekable(Thread& t, Object* self, Args) {
    TRY(check_can(t, Value::object(self), "seekable", "File or stream is not seekable."));
    return own(Value::true_value());
}
Ref iobase_check_readable(Thread& t, Object* self, Args) {
    TRY(check_can(t, Value::object(self), "readable", "File or stream is not readable."));
    return own(Value::true_value());
}
Ref iobase_check_writable(Thread& t, Object* self, Args) {
    TRY(check_can(t, Value::object(self), "writable", "File or stream is not writable."));
    return own(Value::true_value());
}
Status iobase_check_closed(Thread& t, Object* self, Args) { return check_not_closed(t, Value::object(self)); }
Ref iobase_fileno(Thread& t, Object*) { return raise_unsupported(t, "fileno"); }
Fallible<bool> iobase_isatty(Thread& t, Object* self) {
    TRY(check_not_closed(t, Value::object(self)));
    return false;
}
Ref iobase_enter(Thread& t, Object* self) {
    TRY(check_not_closed(t, Value::object(self)));
    return own(self);
}
Ref iobase_exit(Thread& t, Object* self, Args) { return call_method(t, Value::object(self), t.interp.names.close); }

// How many bytes the next read() of readline() may ask for: up to a line end that peek() shows, else one.
Fallible<int64_t> readable_ahead(Thread& t, Value peek, int64_t limit) {
    Ref ahead = TRY(call(t, peek, Value::small_int(1)));
    BytesObject* bytes = as_bytes(ahead);
    if (!bytes)
        return raise(t, Exc::OSError, "peek() should have returned a bytes object, not '%.200s'",
                     type_name_of(t, ahead));
    if (bytes->length == 0) return 1;
    const void* end = std::memchr(bytes->data, '\n', bytes->length);
    int64_t n = end ? static_cast<const char*>(end) - bytes->data + 1 : static_cast<int64_t>(bytes->length);
    return limit >= 0 && n > limit ? limit : n;
}

Ref iobase_readline(Thread& t, Object* self, Value size) {
    int64_t limit = TRY(size_argument(t, size));
    Ref peek = TRY(attribute_or_unbound(t, Value::object(self), "peek"));
    ByteBuilder line(t);
    while (limit < 0 || static_cast<int64_t>(line.length()) < limit) {
        int64_t n = 1;
        if (!peek.get().is_unbound())
            n = TRY(readable_ahead(t, peek, limit < 0 ? -1 : limit - static_cast<int64_t>(line.length())));
        Ref part = TRY(call_method(t, Value::object(self), t.interp.names.read, {Value::from_int_unchecked(n)}));
        BytesObject* bytes = as_bytes(part);
        if (!bytes)
            return raise(t, Exc::OSError, "read() should have returned a bytes object, not '%.200s'",
                         type_name_of(t, part));
        if (bytes->length == 0) break;
        TRY(line.append(bytes->view()));
        if (bytes->data[bytes->length - 1] == '\n') break;
    }
    return line.finish();
}

Ref iobase_readlines(Thread& t, Object* self, Value hint) {
    int64_t limit = TRY(size_argument(t, hint));
    RefTo<ListObject> lines = TRY(list_new(t));
    int64_t total = 0;
    Iteration it(t, Value::object(self));
    while (it.next()) {
        TRY(list_append(t, lines.get(), it.item()));
        if (limit <= 0) continue;
        total += TRY(length_of(t, it.item()));
        if (total > limit) break;
    }
    if (it.failed()) return Failed{};
    return lines;
}

Status iobase_writelines(Thread& t, Object* self, Value lines) {
    TRY(check_not_closed(t, Value::object(self)));
    Iteration it(t, lines);
    while (it.next()) TRY(call_method(t, Value::object(self), t.interp.names.write, {it.item()}));
    return it.failed() ? Status(Failed{}) : ok();
}

Value iobase_get_closed(Thread& t, Value self) {
    auto closed = marked_closed(t, self);
    return closed ? Value::boolean(closed.value()) : Value::error();
}

void iobase_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    instance_clear_values(interp, o);
    free_object(interp, o);
}
void iobase_clear(Interpreter& interp, Object* o) { instance_clear_values(interp, o); }

Ref iobase_close_method(Thread& t, Object* self) { return iobase_close(t, self); }

constexpr MethodDef kIOBaseMethods[] = {
    method<iobase_seek>("seek", "(self, *args)",
                        "Change stream position.\n\nThe offset is relative to the place that whence tells: 0 the start "
                        "(default), 1 the current position, 2 the end. Returns the new absolute position."),
    method<iobase_tell>("tell", "(self, /)", "Return current stream position."),
    method<iobase_truncate>("truncate", "(self, *args)",
                            "Truncate file to size bytes (default: the current position). Returns the new size."),
    method<iobase_flush>("flush", "(self, /)", "Flush write buffers, if applicable."),
    method<iobase_close_method>("close", "(self, /)", "Flush and close the IO object. Has no effect on a closed one."),
    method<iobase_false>("seekable", "(self, /)", "Return whether object supports random access."),
    method<iobase_false>("readable", "(self, /)", "Return whether object was opened for reading."),
    method<iobase_false>("writable", "(self, /)", "Return whether object was opened for writing."),
    method<iobase_check_closed>("_checkClosed", "(self, *args)", "ValueError when the stream is closed."),
    method<iobase_check_seekable>("_checkSeekable", "(self, *args)", "UnsupportedOperation unless seekable."),
    method<iobase_check_readable>("_checkReadable", "(self, *args)", "UnsupportedOperation unless readable."),
    method<iobase_check_writable>("_checkWritable", "(self, *args)", "UnsupportedOperation unless writable."),
    method<iobase_fileno>("fileno", "(self, /)", "Returns underlying file descriptor if one exists."),
    method<iobase_isatty>("isatty", "(self, /)", "Return whether this is an 'interactive' stream."),
    method<iobase_enter>("__enter__", "(self, /)", "The stream itself, checked to be open."),
    method<iobase_exit>("__exit__", "(self, *args)", "Close the stream."),
    method<iobase_readline>("readline", "(self, size=-1, /)", "Read and return a line of at most size bytes."),
    method<iobase_readlines>("readlines", "(self, hint=-1, /)",
                             "Return a list of lines; no more are read once their total size exceeds hint."),
    method<iobase_writelines>("writelines", "(self, lines, /)", "Write the strings of an iterable."),
};
constexpr GetSetDef kIOBaseGetSets[] = {
    {"closed", iobase_get_closed, nullptr, nullptr},
    {"__dict__", object_get_dict, object_set_dict, nullptr},
};

// ------------------------------------------------------------------------------------------------ _RawIOBase

Ref raw_read(Thread& t, Object* self, Value size) {
    int64_t n = TRY(size.is_unbound() ? Fallible<int64_t>(-1) : strict_size(t, size));
    if (n < 0) return call_name(t, Value::object(self), "readall");
    Ref target = TRY(bytearray_from(t, {}));
    TRY(bytearray_resize(t, target.as<ByteArrayObject>(), static_cast<size_t>(n)));
    if (n) std::memset(target.as<ByteArrayObject>()->data, 0, static_cast<size_t>(n));
    Ref got = TRY(call_name(t, Value::object(self), "readinto", {target}));
    if (got.get().is_none()) return got;
    int64_t count = TRY(index_to_i64(t, got, Exc::ValueError));
    std::string_view all = target.as<ByteArrayObject>()->view();
    if (count < 0 || static_cast<size_t>(count) > all.size())
        return raise(t, Exc::ValueError, "readinto returned %lld outside buffer size %zu",
                     static_cast<long long>(count), all.size());
    return bytes_from(t, all.substr(0, static_cast<size_t>(count)));
}

Ref raw_readall(Thread& t, Object* self) {
    ByteBuilder all(t);
    bool any = false;
    for (;;) {
        Ref part =
            TRY(call_method(t, Value::object(self), t.interp.names.read, {Value::small_int(kDefaultBufferSize)}));
        if (part.get().is_none()) {
            if (!any) return part;
            break;
        }
        BytesObject* bytes = as_bytes(part);
        if (!bytes) return raise(t, Exc::TypeError, "read() should return bytes");
        if (bytes->length == 0) break;
        any = true;
        TRY(all.append(bytes->view()));
    }
    return all.finish();
}

Ref raw_missing(Thread& t, Object*, Args) { return raise_none(t, Exc::NotImplementedError); }

constexpr MethodDef kRawMethods[] = {
    method<raw_read>("read", "(self, size=-1, /)", "Read up to size bytes with one call of readinto()."),
    method<raw_readall>("readall", "(self, /)", "Read until EOF, using multiple read() calls."),
    method<raw_missing>("readinto", "(self, *args)", "For derived classes."),
    method<raw_missing>("write", "(self, *args)", "For derived classes."),
};

// ------------------------------------------------------------------------------------------------ _BufferedIOBase

Ref fill_from(Thread& t, Object* self, Value target, const char* function, const char* reader) {
    BufferView view = TRY(readinto_buffer(t, target, function));
    Ref data =
        TRY(call_name(t, Value::object(self), reader, {Value::from_int_unchecked(static_cast<int64_t>(view.size()))}));
    BytesObject* bytes = as_bytes(data);
    if (!bytes) return raise(t, Exc::TypeError, "read() should return bytes");
    if (bytes->length > view.size())
        return raise(t, Exc::ValueError, "read() returned too much data: %zu bytes requested, %zu returned",
                     view.size(), static_cast<size_t>(bytes->length));
    std::memcpy(view.data(), bytes->data, bytes->length);
    return make_int(t, static_cast<int64_t>(bytes->length));
}
Ref buffered_base_readinto(Thread& t, Object* self, Value target) {
    return fill_from(t, self, target, "readinto", "read");
}
Ref buffered_base_readinto1(Thread& t, Object* self, Value target) {
    return fill_from(t, self, target, "readinto1", "read1");
}
Ref base_detach(Thread& t, Object*) { return raise_unsupported(t, "detach"); }
Ref base_read(Thread& t, Object*, Args) { return raise_unsupported(t, "read"); }
Ref base_read1(Thread& t, Object*, Args) { return raise_unsupported(t, "read1"); }
Ref base_readline(Thread& t, Object*, Args) { return raise_unsupported(t, "readline"); }
Ref base_write(Thread& t, Object*, Args) { return raise_unsupported(t, "write"); }

constexpr MethodDef kBufferedBaseMethods[] = {
    method<base_detach>("detach", "(self, /)", "Disconnect this buffer from its underlying raw stream and return it."),
    method<base_read>("read", "(self, *args)", "Read and return up to n bytes, or all until EOF."),
    method<base_read1>("read1", "(self, *args)",
                       "Read and return up to n bytes with at most one read() of the raw stream."),
    method<buffered_base_readinto>("readinto", "(self, buffer, /)",
                                   "Read into a writable buffer; the number of bytes."),
    method<buffered_base_readinto1>("readinto1", "(self, buffer, /)", "Like readinto(), with at most one raw read."),
    method<base_write>("write", "(self, *args)", "Write the bytes and return their number."),
};

// ------------------------------------------------------------------------------------------------ _TextIOBase

Value text_base_none(Thread&, Value) { return Value::none(); }

constexpr MethodDef kTextBaseMethods[] = {
    method<base_detach>("detach", "(self, /)", "Separate the underlying buffer from the text stream and return it."),
    method<base_read>("read", "(self, *args)", "Read at most n characters, or all until EOF."),
    method<base_readline>("readline", "(self, *args)", "Read until newline or EOF; '' at EOF."),
    method<base_write>("write", "(self, *args)", "Write string to stream and return the number of characters."),
};
constexpr GetSetDef kTextBaseGetSets[] = {
    {"encoding", text_base_none, nullptr, "Encoding of the text stream."},
    {"errors", text_base_none, nullptr, "The error setting of the decoder or encoder."},
    {"newlines", text_base_none, nullptr, "Line endings translated so far."},
};

}  // namespace

constinit const TypeSpec kIOBaseSpec = {
    .name = "_io._IOBase",
    .doc = "The abstract base class for all I/O classes, acting on streams of bytes.",
    .basic_size = sizeof(Object),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs | kTypeInheritsGetattr,
    .slots = {.dealloc = iobase_dealloc,
              .traverse = instance_visit_values,
              .clear = iobase_clear,
              .finalize = iobase_finalize,
              .iter = iobase_self_iter,
              .next = iobase_next,
              .new_ = object_new},
    .methods = kIOBaseMethods,
    .getsets = kIOBaseGetSets,
};
constinit const TypeSpec kRawIOBaseSpec = {.name = "_io._RawIOBase",
                                           .doc = "Base class for raw binary I/O.",
                                           .basic_size = sizeof(Object),
                                           .methods = kRawMethods};
constinit const TypeSpec kBufferedIOBaseSpec = {.name = "_io._BufferedIOBase",
                                                .doc = "Base class for buffered IO objects.",
                                                .basic_size = sizeof(Object),
                                                .methods = kBufferedBaseMethods};
constinit const TypeSpec kTextIOBaseSpec = {.name = "_io._TextIOBase",
                                            .doc = "Base class for text I/O.",
                                            .basic_size = sizeof(Object),
                                            .methods = kTextBaseMethods,
                                            .getsets = kTextBaseGetSets};

}  // namespace krait
