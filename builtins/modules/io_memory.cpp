// BytesIO: a stream of bytes in memory, and the object behind getbuffer(). ByteStore.
#include <cstring>

#include "builtins/modules/io_objects.h"
#include "vm/object/instance_object.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ ByteStore

Status ByteStore::reserve(Thread& t, size_t wanted) {
    if (KRAIT_LIKELY(wanted <= capacity)) return ok();
    if (wanted > (size_t{1} << 58)) return raise_memory_error(t);
    size_t fresh = std::max<size_t>(wanted + wanted / 4, 256);
    void* moved = data ? t.heap.resize_buffer(data, capacity, fresh) : t.heap.allocate_buffer(fresh);
    if (!moved) return raise_memory_error(t);
    data = static_cast<char*>(moved);
    capacity = fresh;
    return ok();
}

Status ByteStore::append(Thread& t, const char* bytes, size_t n) {
    if (KRAIT_UNLIKELY(capacity - length < n)) TRY(reserve(t, length + n));
    if (n) std::memcpy(data + length, bytes, n);
    length += n;
    return ok();
}

void ByteStore::release(Heap& heap) {
    if (data) heap.free_buffer(data, capacity);
    data = nullptr;
    length = capacity = 0;
}

namespace {

// ------------------------------------------------------------------------------------------------ BytesIO

Status check_open(Thread& t, const BytesIOObject* self) { return self->closed ? Status(raise_closed(t)) : ok(); }

Status check_no_exports(Thread& t, const BytesIOObject* self) {
    if (self->exports == 0) return ok();
    return raise(t, Exc::BufferError, "Existing exports of data: object cannot be re-sized");
}

// "integer argument expected, got 'str'": this type's own conversion.
Fallible<int64_t> bytesio_size(Thread& t, Value v) {
    if (v.is_unbound() || v.is_none()) return -1;
    if (is_int_like(v)) return index_to_i64(t, v, Exc::OverflowError);
    return raise(t, Exc::TypeError, "integer argument expected, got '%s'", type_name_of(t, v));
}

Value bytesio_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* self = allocate_instance<BytesIOObject>(t, type);
    if (!self) return Value::error();
    self->store = {nullptr, 0, 0};
    self->position = 0;
    self->exports = 0;
    self->closed = false;
    gc_track(self);
    return Value::object(self);
}

size_t left(const BytesIOObject* self) {
    return self->position < self->store.length ? self->store.length - self->position : 0;
}

Status write_bytes(Thread& t, BytesIOObject* self, std::string_view bytes) {
    if (bytes.empty()) return ok();
    size_t end;
    if (__builtin_add_overflow(self->position, bytes.size(), &end))
        return raise(t, Exc::OverflowError, "new buffer size too large");
    TRY(self->store.reserve(t, end));
    if (self->position > self->store.length)
        std::memset(self->store.data + self->store.length, 0, self->position - self->store.length);
    std::memmove(self->store.data + self->position, bytes.data(), bytes.size());
    self->position = end;
    if (end > self->store.length) self->store.length = end;
    return ok();
}

Fallible<int64_t> bytesio_write_value(Thread& t, BytesIOObject* self, Value data) {
    TRY(check_open(t, self));
    TRY(check_no_exports(t, self));
    BufferView view = TRY(get_buffer(t, data));
    TRY(check_no_exports(t, self));
    TRY(write_bytes(t, self, view.view()));
    return static_cast<int64_t>(view.size());
}

int bytesio_init(Thread& t, Value self_value, const CallArgs& call_args) {
    static constexpr const char* kSignature = "(initial_bytes=b'')";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "BytesIO", kInfo, kSignature, call_args);
    if (bound.failed()) return -1;
    auto* self = self_value.as<BytesIOObject>();
    auto setup = [&]() -> Status {
        TRY(check_no_exports(t, self));
        self->store.length = 0;
        self->position = 0;
        if (bound.slots[0].is_unbound() || bound.slots[0].is_none()) return ok();
        TRY(bytesio_write_value(t, self, bound.slots[0]));
        self->position = 0;
        return ok();
    };
    return setup() ? 0 : -1;
}

Ref take(Thread& t, BytesIOObject* self, size_t n) {
    n = std::min(n, left(self));
    if (n == 0) return own(Value::object(t.interp.empty_bytes));
    Ref result = TRY(bytes_from(t, {self->store.data + self->position, n}));
    self->position += n;
    return result;
}

Ref bytesio_read(Thread& t, BytesIOObject* self, Value size) {
    int64_t n = TRY(bytesio_size(t, size));
    TRY(check_open(t, self));
    return take(t, self, n < 0 ? SIZE_MAX : static_cast<size_t>(n));
}

Ref take_line(Thread& t, BytesIOObject* self, int64_t limit) {
    size_t n = left(self);
    if (n) {
        const char* start = self->store.data + self->position;
        const void* end = std::memchr(start, '\n', n);
        if (end) n = static_cast<size_t>(static_cast<const char*>(end) - start) + 1;
    }
    if (limit >= 0) n = std::min(n, static_cast<size_t>(limit));
    return take(t, self, n);
}

Ref bytesio_readline(Thread& t, BytesIOObject* self, Value size) {
    int64_t limit = TRY(bytesio_size(t, size));
    TRY(check_open(t, self));
    return take_line(t, self, limit);
}

Ref bytesio_readlines(Thread& t, BytesIOObject* self, Value size) {
    int64_t limit = TRY(bytesio_size(t, size)), total = 0;
    TRY(check_open(t, self));
    RefTo<ListObject> lines = TRY(list_new(t));
    while (left(self) > 0) {
        Ref line = TRY(take_line(t, self, -1));
        TRY(list_append(t, lines.get(), line));
        total += static_cast<int64_t>(line.as<BytesObject>()->length);
        if (limit > 0 && total >= limit) break;
    }
    return lines;
}

Fallible<int64_t> bytesio_readinto(Thread& t, BytesIOObject* self, Value target) {
    BufferView view = TRY(readinto_buffer(t, target, "readinto"));
    TRY(check_open(t, self));
    size_t n = std::min(view.size(), left(self));
    if (n) std::memmove(view.data(), self->store.data + self->position, n);
    self->position += n;
    return static_cast<int64_t>(n);
}

Fallible<int64_t> bytesio_write(Thread& t, BytesIOObject* self, Value data) {
    return bytesio_write_value(t, self, data);
}

Status bytesio_writelines(Thread& t, BytesIOObject* self, Value lines) {
    TRY(check_open(t, self));
    Ref keep = own(self);
    Iteration it(t, lines);
    while (it.next()) TRY(bytesio_write_value(t, self, it.item()));
    return it.failed() ? Status(Failed{}) : ok();
}

Fallible<int64_t> bytesio_seek(Thread& t, BytesIOObject* self, Value offset, Value whence_value) {
    int64_t at = TRY(strict_size(t, offset));
    int64_t whence = TRY(whence_argument(t, whence_value));
    TRY(check_open(t, self));
    if (at < 0 && whence == 0) return raise(t, Exc::ValueError, "negative seek value %lld", static_cast<long long>(at));
    if (whence < 0 || whence > 2)
        return raise(t, Exc::ValueError, "invalid whence (%lld, should be 0, 1 or 2)", static_cast<long long>(whence));
    size_t base = whence == 1 ? self->position : whence == 2 ? self->store.length : 0;
    if (whence && __builtin_add_overflow(at, static_cast<int64_t>(base), &at))
        return raise(t, Exc::OverflowError, "new position too large");
    self->position = at < 0 ? 0 : static_cast<size_t>(at);
    return static_cast<int64_t>(self->position);
}

Fallible<int64_t> bytesio_tell(Thread& t, BytesIOObject* self) {
    TRY(check_open(t, self));
    return static_cast<int64_t>(self->position);
}

Fallible<int64_t> bytesio_truncate(Thread& t, BytesIOObject* self, Value size) {
    TRY(check_open(t, self));
    TRY(check_no_exports(t, self));
    int64_t n = static_cast<int64_t>(self->position);
    if (!size.is_unbound() && !size.is_none()) {
        n = TRY(bytesio_size(t, size));
        if (n < 0) return raise(t, Exc::ValueError, "negative size value %lld", static_cast<long long>(n));
    }
    if (static_cast<size_t>(n) < self->store.length) self->store.length = static_cast<size_t>(n);
    return n;
}

Ref bytesio_getvalue(Thread& t, BytesIOObject* self) {
    TRY(check_open(t, self));
    return bytes_from(t, {self->store.data ? self->store.data : "", self->store.length});
}

Ref bytesio_close(Thread& t, BytesIOObject* self) {
    TRY(check_no_exports(t, self));
    self->store.release(t.heap);
    self->closed = true;
    return own(Value::none());
}

Status bytesio_flush(Thread& t, BytesIOObject* self) { return check_open(t, self); }
Fallible<bool> bytesio_true(Thread& t, BytesIOObject* self) {
    TRY(check_open(t, self));
    return true;
}
Fallible<bool> bytesio_false(Thread& t, BytesIOObject* self) {
    TRY(check_open(t, self));
    return false;
}
Fallible<int64_t> bytesio_sizeof(Thread&, BytesIOObject* self) {
    return static_cast<int64_t>(instance_size(self->type) + self->store.capacity);
}

Ref instance_dict_copy(Thread& t, Object* self) {
    DictObject** dict = object_dict_slot(self);
    if (!dict || !*dict) return own(Value::none());
    return dict_copy(t, *dict);
}

Ref bytesio_getstate(Thread& t, BytesIOObject* self) {
    Ref value = TRY(bytesio_getvalue(t, self));
    Ref position = TRY(make_int(t, static_cast<int64_t>(self->position)));
    Ref dict = TRY(instance_dict_copy(t, self));
    return tuple_pack(t, {value, position, dict});
}

Status update_instance_dict(Thread& t, Object* self, Value dict) {
    if (dict.is_none()) return ok();
    if (!as_dict(dict))
        return raise(t, Exc::TypeError, "third item of state should be a dict, got a %.200s", type_name_of(t, dict));
    DictObject* own_dict = TRY(instance_dict(t, self));
    return own_dict ? dict_update(t, own_dict, dict) : ok();
}

Status bytesio_setstate(Thread& t, BytesIOObject* self, Value state) {
    TupleObject* parts = as_tuple(state);
    if (!parts || parts->size < 3)
        return raise(t, Exc::TypeError, "%.200s.__setstate__ argument should be 3-tuple, got %.200s",
                     type_name(self->type), type_name_of(t, state));
    TRY(check_no_exports(t, self));
    Ref keep = own(state);
    self->store.length = 0;
    self->position = 0;
    TRY(bytesio_write_value(t, self, parts->items[0]));
    if (!is_int_like(parts->items[1]))
        return raise(t, Exc::TypeError, "second item of state must be an integer, not %.200s",
                     type_name_of(t, parts->items[1]));
    int64_t position = TRY(index_to_i64(t, parts->items[1], Exc::OverflowError));
    if (position < 0) return raise(t, Exc::ValueError, "position value cannot be negative");
    self->position = static_cast<size_t>(position);
    return update_instance_dict(t, self, parts->items[2]);
}

Value bytesio_next(Thread& t, Value self_value) {
    auto* self = self_value.as<BytesIOObject>();
    if (!check_open(t, self)) return Value::error();
    if (left(self) == 0) return Value::exhausted();
    return take_line(t, self, -1).release();
}
Value bytesio_iter(Thread&, Value self) { return own(self).release(); }
Value bytesio_get_closed(Thread&, Value self) { return Value::boolean(self.as<BytesIOObject>()->closed); }

void bytesio_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    static_cast<BytesIOObject*>(o)->store.release(interp.heap);
    instance_clear_values(interp, o);
    free_object(interp, o);
}

// ------------------------------------------------------------------------------------------------ getbuffer()

struct BytesViewObject : Object {
    Value source;  // the BytesIO, whose exports count this object
};

int view_buffer(Thread&, Value self, BufferInfo* out) {
    auto* source = self.as<BytesViewObject>()->source.as<BytesIOObject>();
    ++source->exports;
    out->data = source->store.data;
    out->length = source->store.length;
    out->readonly = false;
    out->release = [](Value owner) { --owner.as<BytesViewObject>()->source.as<BytesIOObject>()->exports; };
    return 0;
}

void view_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    drop_owned(&static_cast<BytesViewObject*>(o)->source);
    free_object(interp, o);
}
void view_traverse(Object* o, Visitor& visitor) { visitor.visit(static_cast<BytesViewObject*>(o)->source); }

Ref bytesio_getbuffer(Thread& t, BytesIOObject* self) {
    TRY(check_open(t, self));
    IoState* state = TRY(io_state(t));
    auto* view = allocate<BytesViewObject>(t, state->bytes_view);
    if (!view) return Failed{};
    view->source = own(self).release();
    gc_track(view);
    Ref holder = Ref::steal(view);
    return memoryview_new(t, holder);
}

constexpr MethodDef kMethods[] = {
    method<bytesio_read>("read", "(self, size=None, /)", "Read at most size bytes, returned as a bytes object."),
    method<bytesio_read>("read1", "(self, size, /)", "Read at most size bytes, returned as a bytes object."),
    method<bytesio_readline>("readline", "(self, size=None, /)", "Next line from the file, as a bytes object."),
    method<bytesio_readlines>("readlines", "(self, size=None, /)", "List of bytes objects, each a line from the file."),
    method<bytesio_readinto>("readinto", "(self, buffer, /)", "Read bytes into buffer; their number."),
    method<bytesio_write>("write", "(self, b, /)", "Write bytes to file; their number."),
    method<bytesio_writelines>("writelines", "(self, lines, /)", "Write the bytes objects of an iterable."),
    method<bytesio_seek>("seek", "(self, pos, whence=0, /)", "Change stream position; the new absolute one."),
    method<bytesio_tell>("tell", "(self, /)", "Current file position, an integer."),
    method<bytesio_truncate>("truncate", "(self, size=None, /)", "Truncate the file to at most size bytes."),
    method<bytesio_getvalue>("getvalue", "(self, /)", "Retrieve the entire contents of the BytesIO object."),
    method<bytesio_getbuffer>("getbuffer", "(self, /)",
                              "Get a read-write view over the contents of the BytesIO object."),
    method<bytesio_close>("close", "(self, /)", "Disable all I/O operations."),
    method<bytesio_flush>("flush", "(self, /)", "Does nothing."),
    method<bytesio_true>("readable", "(self, /)", "Returns True if the IO object can be read."),
    method<bytesio_true>("writable", "(self, /)", "Returns True if the IO object can be written."),
    method<bytesio_true>("seekable", "(self, /)", "Returns True if the IO object can be seeked."),
    method<bytesio_false>("isatty", "(self, /)", "Always returns False."),
    method<bytesio_sizeof>("__sizeof__", "(self, /)", "Size in memory, in bytes."),
    method<bytesio_getstate>("__getstate__", "(self, /)", "(contents, position, dict)"),
    method<bytesio_setstate>("__setstate__", "(self, state, /)", "What __getstate__() gave."),
};
constexpr GetSetDef kGetSets[] = {{"closed", bytesio_get_closed, nullptr, "True if the file is closed."}};

}  // namespace

constinit const TypeSpec kBytesIOSpec = {
    .name = "_io.BytesIO",
    .doc = "Buffered I/O implementation using an in-memory bytes buffer.",
    .basic_size = sizeof(BytesIOObject),
    .slots = {.dealloc = bytesio_dealloc,
              .iter = bytesio_iter,
              .next = bytesio_next,
              .new_ = bytesio_new,
              .init = bytesio_init},
    .methods = kMethods,
    .getsets = kGetSets,
    .new_signature = "(initial_bytes=b'')",
};
constinit const TypeSpec kBytesIOViewSpec = {
    .name = "_io._BytesIOBuffer",
    .doc = nullptr,
    .basic_size = sizeof(BytesViewObject),
    .flags = kTypeGc,
    .slots = {.dealloc = view_dealloc, .traverse = view_traverse, .buffer = view_buffer},
};

}  // namespace krait
