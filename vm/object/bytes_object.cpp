// bytes and bytearray: creation, resizing, the end.
#include <algorithm>
#include <cstring>

#include "vm/error/raise.h"
#include "vm/object/str_object.h"
#include "vm/object/str_units.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

constexpr size_t kMaxBytes = size_t{1} << 58;

// Not inlined: at -O3 GCC 12 believes that the data have no room (-Wstringop-overflow).
KRAIT_NOINLINE void fill_bytes(BytesObject* b, size_t length) {
    b->length = length;
    b->hash = 0;
    b->data[length] = 0;
}

// A cell of those that are free, as allocate_object() fills it; null: there is none for so many bytes.
KRAIT_INLINE BytesObject* short_bytes(Thread& t, size_t length) {
    auto* b = static_cast<BytesObject*>(t.heap.take_free_cell(kStrHeaderSize + length + 1, false));
    if (KRAIT_UNLIKELY(!b)) return nullptr;
    b->refcount = 1;
    b->kind = Kind::Bytes;
    b->flags = 0;
    b->aux = 0;
    b->type = t.interp.type(Kind::Bytes);
    fill_bytes(b, length);
    return b;
}

}  // namespace

RefTo<BytesObject> bytes_new_uninitialised(Thread& t, size_t length) {
    if (length > kMaxBytes) return raise_memory_error(t);
    if (BytesObject* b = short_bytes(t, length)) return RefTo<BytesObject>::steal(b);
    note_bytes(t, length);
    auto* b = allocate<BytesObject>(t, t.interp.type(Kind::Bytes), kStrHeaderSize + length + 1);
    if (!b) return Failed{};
    fill_bytes(b, length);
    return RefTo<BytesObject>::steal(b);
}

Ref bytes_from(Thread& t, std::string_view data) {
    if (data.empty() && t.interp.empty_bytes) return own(t.interp.empty_bytes);
    if (BytesObject* b = short_bytes(t, data.size())) {
        copy_short(b->data, data.data(), data.size());
        return Ref::steal(b);
    }
    RefTo<BytesObject> b = TRY(bytes_new_uninitialised(t, data.size()));
    if (!data.empty()) std::memcpy(b->data, data.data(), data.size());
    return b;
}

Ref bytes_new_subclass(Thread& t, TypeObject* type, std::string_view data) {
    if (type == t.interp.type(Kind::Bytes)) return bytes_from(t, data);
    auto* b = reinterpret_cast<BytesObject*>(allocate_object(t, type, instance_size(type, data.size() + 1)));
    if (!b) return Failed{};
    fill_bytes(b, data.size());
    if (!data.empty()) std::memcpy(b->data, data.data(), data.size());
    instance_init_trailer(b);
    if (has_flag(type, kTypeGc)) gc_track(b);
    return Ref::steal(b);
}

void bytes_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

// ------------------------------------------------------------------------------------------------ bytearray

Ref bytearray_new_subclass(Thread& t, TypeObject* type, std::string_view data) {
    auto* b = allocate_instance<ByteArrayObject>(t, type);
    if (!b) return Failed{};
    b->data = nullptr;
    b->length = b->capacity = b->exports = 0;
    if (has_flag(type, kTypeGc)) gc_track(b);
    Ref result = Ref::steal(b);
    if (!data.empty()) {
        TRY(bytearray_resize(t, b, data.size()));
        std::memcpy(b->data, data.data(), data.size());
    }
    return result;
}

Ref bytearray_from(Thread& t, std::string_view data) {
    return bytearray_new_subclass(t, t.interp.type(Kind::ByteArray), data);
}

Status bytearray_resize(Thread& t, ByteArrayObject* b, size_t length) {
    if (length == b->length) return ok();
    if (b->exports)
        return raise(t, Exc::BufferError, "Existing exports of data: object cannot be re-sized");
    if (length > kMaxBytes) return raise_memory_error(t);
    bool fits = length < b->capacity && length + 1 >= b->capacity / 2;
    if (!fits) {
        bool growing = length > b->length && b->capacity > 0;
        size_t capacity = growing ? length + (length >> 3) + 8 : length + 1;
        void* moved = b->data ? t.heap.resize_buffer(b->data, b->capacity, capacity) : t.heap.allocate_buffer(capacity);
        if (!moved) return raise_memory_error(t);
        b->data = static_cast<char*>(moved);
        b->capacity = capacity;
    }
    b->length = length;
    b->data[length] = 0;
    return ok();
}

void bytearray_dealloc(Interpreter& interp, Object* o) {
    auto* b = static_cast<ByteArrayObject*>(o);
    if (b->data) interp.heap.free_buffer(b->data, b->capacity);
    free_object(interp, o);
}

}  // namespace krait
