#include "vm/object/buffer.h"

#include "vm/error/raise.h"
#include "vm/object/str_object.h"

namespace krait {

namespace {

void release_bytearray(Value owner) { --owner.as<ByteArrayObject>()->exports; }
void release_memoryview(Value owner) { --owner.as<MemoryViewObject>()->exports; }

BufferFn buffer_slot(const TypeObject* type) {
    for (; type; type = type->base)
        if (type->slots.buffer) return type->slots.buffer;
    return nullptr;
}

constexpr char kNoBytes[1] = {};   // where empty bytearrays point: never written, the length is 0

bool fill_from_memoryview(Thread& t, MemoryViewObject* m, BufferInfo* info) {
    if (m->released()) {
        (void)raise(t, Exc::ValueError, "operation forbidden on released memoryview object");
        return false;
    }
    if (!memoryview_is_contiguous(m, false)) {
        (void)raise(t, Exc::BufferError, "memoryview: underlying buffer is not C-contiguous");
        return false;
    }
    info->data = m->data;
    info->length = static_cast<size_t>(m->byte_count());
    info->readonly = m->readonly;
    info->item_size = m->item_size;
    __builtin_memcpy(info->format, m->format, sizeof info->format);
    info->release = release_memoryview;
    ++m->exports;
    return true;
}

// False: not bytes-like, or failed with an exception pending.
bool fill(Thread& t, Value v, BufferInfo* info) {
    if (!v.is_object()) return false;
    switch (v.as_object()->type->layout) {
        case Kind::Bytes:
            info->data = v.as<BytesObject>()->data;
            info->length = v.as<BytesObject>()->length;
            info->readonly = true;
            return true;
        case Kind::ByteArray: {
            auto* b = v.as<ByteArrayObject>();
            info->data = b->data ? b->data : const_cast<char*>(kNoBytes);
            info->length = b->length;
            info->release = release_bytearray;
            ++b->exports;
            return true;
        }
        case Kind::MemoryView: return fill_from_memoryview(t, v.as<MemoryViewObject>(), info);
        default: break;
    }
    BufferFn slot = buffer_slot(v.as_object()->type);
    return slot && slot(t, v, info) == 0;
}

}  // namespace

bool has_buffer(Thread&, Value v) {
    if (!v.is_object()) return false;
    const TypeObject* type = v.as_object()->type;
    return type->layout == Kind::Bytes || type->layout == Kind::ByteArray || type->layout == Kind::MemoryView ||
           buffer_slot(type) != nullptr;
}

Fallible<BufferView> get_strided_buffer(Thread& t, Value v) {
    BufferInfo info;
    if (KRAIT_LIKELY(fill(t, v, &info))) return BufferView(own(v), info);
    if (t.has_exception()) return Failed{};
    return raise(t, Exc::TypeError, "a bytes-like object is required, not '%.100s'", type_name_of(t, v));
}

Fallible<BufferView> get_buffer(Thread& t, Value v) {
    Fallible<BufferView> view = get_strided_buffer(t, v);
    if (KRAIT_LIKELY(!view || !view.value().info().dims)) return view;
    const BufferInfo& info = view.value().info();
    if (dims_are_contiguous(info.dims, info.ndim, info.item_size, false)) return view;
    return raise(t, Exc::BufferError, "%.100s: underlying buffer is not C-contiguous", type_name_of(t, v));
}

Fallible<BufferView> get_writable_buffer(Thread& t, Value v) {
    if (has_buffer(t, v)) {
        BufferView view = TRY(get_buffer(t, v));
        if (!view.readonly()) return view;
    }
    return raise(t, Exc::TypeError, "a read-write bytes-like object is required, not '%.100s'", type_name_of(t, v));
}

}  // namespace krait
