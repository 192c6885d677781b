// memoryview: making views, copying items out of them, release.
#include <algorithm>
#include <cstring>

#include "vm/error/raise.h"
#include "vm/object/buffer.h"
#include "vm/object/str_object.h"

namespace krait {

namespace {

RefTo<MemoryViewObject> allocate_view(Thread& t, unsigned ndim) {
    auto* m = allocate<MemoryViewObject>(t, t.interp.type(Kind::MemoryView));
    if (!m) return Failed{};
    m->owner = Value::unbound();
    m->release = nullptr;
    m->data = nullptr;
    m->exports = 0;
    m->hash = 0;
    m->hashable = false;
    m->readonly = true;
    m->ndim = static_cast<uint16_t>(ndim);
    m->item_size = 1;
    std::memcpy(m->format, "B\0\0", 4);
    m->dims = m->inline_dims;
    for (int64_t& d : m->inline_dims) d = 0;
    gc_track(m);
    RefTo<MemoryViewObject> view = RefTo<MemoryViewObject>::steal(m);
    if (ndim * 2 > std::size(m->inline_dims)) {
        auto* dims = static_cast<int64_t*>(t.heap.allocate_buffer(ndim * 2 * sizeof(int64_t)));
        if (!dims) return raise_memory_error(t);
        std::memset(dims, 0, ndim * 2 * sizeof(int64_t));
        m->dims = dims;
    }
    return view;
}

bool owner_is_immutable(Value owner) { return layout_is(owner, Kind::Bytes); }

void end_export(MemoryViewObject* m) {
    if (m->released()) return;
    Value owner = m->owner;
    m->owner = Value::unbound();
    m->data = nullptr;
    if (m->release) m->release(owner);
    m->release = nullptr;
    decref(owner);
}

char* copy_dimension(const MemoryViewObject* m, unsigned dim, const char* from, char* out) {
    if (dim == m->ndim) {
        std::memcpy(out, from, m->item_size);
        return out + m->item_size;
    }
    int64_t count = m->shape()[dim], stride = m->strides()[dim];
    if (dim + 1u == m->ndim && stride == static_cast<int64_t>(m->item_size)) {
        std::memcpy(out, from, static_cast<size_t>(count) * m->item_size);
        return out + static_cast<size_t>(count) * m->item_size;
    }
    if (dim + 1u == m->ndim && m->item_size == 1) {
        for (int64_t i = 0; i < count; ++i) *out++ = from[i * stride];
        return out;
    }
    for (int64_t i = 0; i < count; ++i) out = copy_dimension(m, dim + 1, from + i * stride, out);
    return out;
}

char* copy_fortran(const MemoryViewObject* m, int dim, const char* from, char* out) {
    if (dim < 0) {
        std::memcpy(out, from, m->item_size);
        return out + m->item_size;
    }
    for (int64_t i = 0; i < m->shape()[dim]; ++i) out = copy_fortran(m, dim - 1, from + i * m->strides()[dim], out);
    return out;
}

}  // namespace

RefTo<MemoryViewObject> memoryview_clone(Thread& t, MemoryViewObject* m, unsigned ndim) {
    RefTo<MemoryViewObject> view = TRY(allocate_view(t, ndim));
    Ref owner = own(m->owner);
    if (m->release) {   // the owner is exported once more
        BufferView again = TRY(get_strided_buffer(t, owner));
        view->release = again.keep_export();
    }
    view->owner = owner.release();
    view->data = m->data;
    view->readonly = m->readonly;
    view->hashable = m->hashable;
    view->item_size = m->item_size;
    std::memcpy(view->format, m->format, sizeof view->format);
    if (ndim == m->ndim) std::memcpy(view->dims, m->dims, ndim * 2 * sizeof(int64_t));
    return view;
}

Ref memoryview_new(Thread& t, Value object) {
    if (is_kind(object, Kind::MemoryView)) {
        auto* m = object.as<MemoryViewObject>();
        if (m->released()) return raise(t, Exc::ValueError, "operation forbidden on released memoryview object");
        return memoryview_clone(t, m, m->ndim);
    }
    if (!has_buffer(t, object))
        return raise(t, Exc::TypeError, "memoryview: a bytes-like object is required, not '%.200s'",
                     type_name_of(t, object));
    BufferView buffer = TRY(get_strided_buffer(t, object));
    const BufferInfo& info = buffer.info();
    int64_t dims[2 * kMaxMemoryViewDims];   // a copy, for the allocation may run finalizers
    if (info.dims) {
        std::copy_n(info.dims, 2 * info.ndim, dims);
    } else {
        dims[0] = info.item_size ? static_cast<int64_t>(info.length / info.item_size) : 0;
        dims[1] = info.item_size;
    }
    RefTo<MemoryViewObject> view = TRY(allocate_view(t, info.ndim));
    view->data = info.data;
    view->readonly = info.readonly;
    view->hashable = owner_is_immutable(object);
    view->item_size = info.item_size;
    std::memcpy(view->format, info.format, sizeof view->format);
    std::copy_n(dims, 2 * info.ndim, view->dims);
    view->release = buffer.keep_export();
    view->owner = own(object).release();
    return view;
}

bool dims_are_contiguous(const int64_t* dims, unsigned ndim, int64_t item_size, bool fortran) {
    const int64_t *shape = dims, *strides = dims + ndim;
    int64_t expected = item_size;
    for (unsigned k = 0; k < ndim; ++k) {
        unsigned dim = fortran ? k : ndim - 1u - k;
        if (shape[dim] == 0) return true;
        if (shape[dim] > 1 && strides[dim] != expected) return false;
        expected *= shape[dim];
    }
    return true;
}

void memoryview_copy_items(const MemoryViewObject* m, char* out, bool fortran) {
    if (m->item_count() == 0) return;
    if (memoryview_is_contiguous(m, fortran)) {
        std::memcpy(out, m->data, static_cast<size_t>(m->byte_count()));
        return;
    }
    if (fortran) copy_fortran(m, m->ndim - 1, m->data, out);
    else copy_dimension(m, 0, m->data, out);
}

bool memoryview_release(Thread& t, MemoryViewObject* m) {
    if (m->exports) {
        (void)raise(t, Exc::BufferError, "memoryview has %u exported buffer%s", m->exports, m->exports == 1 ? "" : "s");
        return false;
    }
    end_export(m);
    return true;
}

void memoryview_dealloc(Interpreter& interp, Object* o) {
    auto* m = static_cast<MemoryViewObject*>(o);
    end_export(m);
    if (m->dims != m->inline_dims) interp.heap.free_buffer(m->dims, m->ndim * 2u * sizeof(int64_t));
    free_object(interp, o);
}

void memoryview_traverse(Object* o, Visitor& visitor) { visitor.visit(static_cast<MemoryViewObject*>(o)->owner); }

void memoryview_clear(Interpreter&, Object* o) {
    auto* m = static_cast<MemoryViewObject*>(o);
    if (m->exports == 0) end_export(m);
}

}  // namespace krait
