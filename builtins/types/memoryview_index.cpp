// memoryview: items, slices, tolist, cast.
#include <cstring>

#include "builtins/types/memoryview_parts.h"
#include "builtins/types/native_item.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

MemoryViewObject* self_of(Value v) { return v.as<MemoryViewObject>(); }

bool is_index(Thread& t, Value v) { return is_int_like(v) || type_of(t, v)->slots.index; }

// Moves to item `index` of a dimension.
Fallible<char*> step_into(Thread& t, const MemoryViewObject* m, char* data, int64_t index, unsigned dim) {
    int64_t n = m->shape()[dim];
    if (index < 0) index += n;
    if (index < 0 || index >= n) return raise(t, Exc::IndexError, "index out of bounds on dimension %u", dim + 1);
    return data + index * m->strides()[dim];
}

// Address of the item that an int or a tuple of ints selects; null: the key is of another kind.
Fallible<char*> item_address(Thread& t, MemoryViewObject* m, Value key) {
    if (is_index(t, key)) {
        if (m->ndim == 0) return raise(t, Exc::TypeError, "invalid indexing of 0-dim memory");
        if (m->ndim > 1) return raise(t, Exc::NotImplementedError, "multi-dimensional sub-views are not implemented");
        int64_t index = TRY(index_to_i64(t, key));
        if (!memoryview_check(t, m)) return Failed{};
        return step_into(t, m, m->data, index, 0);
    }
    TupleObject* tuple = as_tuple(key);
    if (!tuple) return nullptr;
    for (uint32_t i = 0; i < tuple->size; ++i)
        if (!is_index(t, tuple->items[i])) return nullptr;
    if (tuple->size < m->ndim) return raise(t, Exc::NotImplementedError, "sub-views are not implemented");
    if (tuple->size > m->ndim)
        return raise(t, Exc::TypeError, "cannot index %u-dimension view with %u-element tuple", m->ndim, tuple->size);
    int64_t indexes[kMaxMemoryViewDims];
    for (uint32_t i = 0; i < tuple->size; ++i) indexes[i] = TRY(index_to_i64(t, tuple->items[i]));
    if (!memoryview_check(t, m)) return Failed{};
    char* data = m->data;
    for (uint32_t i = 0; i < tuple->size; ++i) data = TRY(step_into(t, m, data, indexes[i], i));
    return data;
}

bool is_multi_slice(Value key) {
    TupleObject* tuple = as_tuple(key);
    if (!tuple || tuple->size == 0) return false;
    for (uint32_t i = 0; i < tuple->size; ++i)
        if (!is_kind(tuple->items[i], Kind::Slice)) return false;
    return true;
}

// View of a slice along the first dimension.
RefTo<MemoryViewObject> slice_view(Thread& t, MemoryViewObject* m, Value slice) {
    if (m->ndim == 0) return raise(t, Exc::TypeError, "invalid indexing of 0-dim memory");
    SliceRange range = TRY(slice_adjust(t, slice, m->shape()[0]));
    if (!memoryview_check(t, m)) return Failed{};
    RefTo<MemoryViewObject> view = TRY(memoryview_clone(t, m, m->ndim));
    view->data += range.start * view->strides()[0];
    view->shape()[0] = std::max<int64_t>(range.count, 0);
    view->strides()[0] *= range.step;
    return view;
}

Failed unsupported_format(Thread& t, const MemoryViewObject* m) {
    return raise(t, Exc::NotImplementedError, "memoryview: unsupported format %s", m->format);
}

Ref unpack_at(Thread& t, MemoryViewObject* m, const char* data) {
    if (!native_item_size(memoryview_code(m))) return unsupported_format(t, m);
    return native_item_unpack(t, memoryview_code(m), data);
}

Status pack_at(Thread& t, MemoryViewObject* m, Value value, char* place) {
    char item[16];
    char code = memoryview_code(m);
    if (!native_item_size(code)) return unsupported_format(t, m);
    PackFault fault = native_item_pack(t, code, value, item);   // may run Python code
    if (fault == PackFault::Raised) return Failed{};
    if (fault == PackFault::WrongType)
        return raise(t, Exc::TypeError, "memoryview: invalid type for format '%s'", m->format);
    if (fault == PackFault::OutOfRange)
        return raise(t, Exc::ValueError, "memoryview: invalid value for format '%s'", m->format);
    if (!memoryview_check(t, m)) return Failed{};
    std::memcpy(place, item, m->item_size);
    return ok();
}

Status assign_slice(Thread& t, MemoryViewObject* m, Value key, Value value) {
    if (!has_buffer(t, value))
        return raise(t, Exc::TypeError, "a bytes-like object is required, not '%.100s'", type_name_of(t, value));
    if (m->ndim > 1)
        return raise(t, Exc::NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
    Ref source = TRY(memoryview_new(t, value));
    RefTo<MemoryViewObject> target = TRY(slice_view(t, m, key));
    MemoryViewObject* from = self_of(source);
    bool same_format = std::strcmp(from->format[0] == '@' ? from->format + 1 : from->format,
                                   m->format[0] == '@' ? m->format + 1 : m->format) == 0;
    if (from->ndim != 1 || from->shape()[0] != target->shape()[0] || !same_format)
        return raise(t, Exc::ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    HeapBuffer items(t);   // both may be the same memory
    TRY(items.allocate(static_cast<size_t>(from->byte_count())));
    note_items(t, static_cast<size_t>(from->item_count()));
    memoryview_copy_items(from, items.data());
    for (int64_t i = 0; i < target->shape()[0]; ++i)
        std::memcpy(target->data + i * target->strides()[0], items.data() + i * m->item_size, m->item_size);
    return ok();
}

Status assign_item(Thread& t, Value self, Value key, Value value) {
    MemoryViewObject* m = self_of(self);
    if (!memoryview_check(t, m)) return Failed{};
    if (m->readonly) return raise(t, Exc::TypeError, "cannot modify read-only memory");
    if (value.is_unbound()) return raise(t, Exc::TypeError, "cannot delete memory");
    if (m->ndim == 0) {
        TupleObject* tuple = as_tuple(key);
        if (!key.is_ellipsis() && (!tuple || tuple->size))
            return raise(t, Exc::TypeError, "invalid indexing of 0-dim memory");
        return pack_at(t, m, value, m->data);
    }
    if (is_kind(key, Kind::Slice)) return assign_slice(t, m, key, value);
    char* place = TRY(item_address(t, m, key));
    if (place) return pack_at(t, m, value, place);
    if (is_multi_slice(key))
        return raise(t, Exc::NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
    return raise(t, Exc::TypeError, "memoryview: invalid slice key");
}

}  // namespace

Value memoryview_get_item(Thread& t, Value self, Value key) {
    MemoryViewObject* m = self_of(self);
    if (!memoryview_check(t, m)) return Value::error();
    if (m->ndim == 1 && key.is_int() && m->format[0] == 'B' && !m->format[1]) {   // bytes, by far the most frequent
        char* place = TRY(step_into(t, m, m->data, key.as_int(), 0));
        return Value::small_int(static_cast<uint8_t>(*place));
    }
    if (m->ndim == 0) {
        TupleObject* tuple = as_tuple(key);
        if (tuple && tuple->size == 0) return unpack_at(t, m, m->data).release();
        if (key.is_ellipsis()) return own(self).release();
        return raise(t, Exc::TypeError, "invalid indexing of 0-dim memory");
    }
    if (is_kind(key, Kind::Slice)) return Ref(slice_view(t, m, key)).release();
    Fallible<char*> place = item_address(t, m, key);
    if (!place) return Value::error();
    if (place.value()) return unpack_at(t, m, place.value()).release();
    if (is_multi_slice(key)) return raise(t, Exc::NotImplementedError, "multi-dimensional slicing is not implemented");
    return raise(t, Exc::TypeError, "memoryview: invalid slice key");
}

int memoryview_set_item(Thread& t, Value self, Value key, Value value) {
    return assign_item(t, self, key, value) ? 0 : -1;
}

// ------------------------------------------------------------------------------------------------ tolist

namespace {

Ref dimension_list(Thread& t, MemoryViewObject* m, const char* data, unsigned dim) {
    if (dim == m->ndim) return unpack_at(t, m, data);
    RefTo<ListObject> list = TRY(list_new(t));
    for (int64_t i = 0; i < m->shape()[dim]; ++i) {
        Ref item = TRY(dimension_list(t, m, data + i * m->strides()[dim], dim + 1));
        TRY(list_append(t, list.get(), item));
        if ((i & 0xFFF) == 0xFFF) TRY(charge_work(t, 4096));
    }
    TRY(charge_work(t, static_cast<size_t>(m->shape()[dim] & 0xFFF)));
    return list;
}

}  // namespace

Ref memoryview_tolist(Thread& t, Value self) {
    if (!memoryview_check(t, self_of(self))) return Failed{};
    return dimension_list(t, self_of(self), self_of(self)->data, 0);
}

// ------------------------------------------------------------------------------------------------ cast

namespace {

bool native_format(const char* format, char* code) {
    if (*format == '@') ++format;
    *code = format[0];
    return format[0] && !format[1] && native_item_size(format[0]);
}

bool is_byte_code(char code) { return code == 'B' || code == 'b' || code == 'c'; }

Status check_format(Thread& t, MemoryViewObject* m, StrObject* format, char* code) {
    if (!format->ascii() || format->length > 2 || !native_format(format->data, code))
        return raise(
            t, Exc::ValueError,
            "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    char source;
    if (!native_format(m->format, &source))
        return raise(
            t, Exc::ValueError,
            "memoryview: source format must be a native single character format prefixed with an optional '@'");
    if (!is_byte_code(*code) && !is_byte_code(source))
        return raise(t, Exc::TypeError, "memoryview: cannot cast between two non-byte formats");
    if (m->byte_count() % native_item_size(*code))
        return raise(t, Exc::TypeError, "memoryview: length is not a multiple of itemsize");
    return ok();
}

Status read_shape(Thread& t, Value shape, unsigned n, int64_t item_size, int64_t bytes, int64_t* out) {
    int64_t product = 1;
    for (unsigned i = 0; i < n; ++i) {
        Value item = as_tuple(shape) ? as_tuple(shape)->items[i] : as_list(shape)->items[i];
        if (!is_int_like(item))
            return raise(t, Exc::TypeError, "memoryview.cast(): elements of shape must be integers");
        out[i] = TRY(int_to_i64(t, item, "Python int too large to convert to C ssize_t"));
        if (out[i] <= 0) return raise(t, Exc::ValueError, "memoryview.cast(): elements of shape must be integers > 0");
        if (__builtin_mul_overflow(product, out[i], &product))
            return raise(t, Exc::ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
    }
    int64_t total;
    if (__builtin_mul_overflow(product, item_size, &total) || total != bytes)
        return raise(t, Exc::TypeError, "memoryview: product(shape) * itemsize != buffer size");
    return ok();
}

void set_dimensions(MemoryViewObject* view, const int64_t* shape) {
    int64_t stride = view->item_size;
    for (unsigned i = view->ndim; i-- > 0;) {
        view->shape()[i] = shape[i];
        view->strides()[i] = stride;
        stride *= shape[i];
    }
}

}  // namespace

Ref memoryview_cast(Thread& t, Value self, Value format_value, Value shape) {
    MemoryViewObject* m = self_of(self);
    if (!memoryview_check(t, m)) return Failed{};
    StrObject* format = as_str(format_value);
    if (!format) return raise(t, Exc::TypeError, "memoryview: format argument must be a string");
    if (!memoryview_is_contiguous(m, false))
        return raise(t, Exc::TypeError, "memoryview: casts are restricted to C-contiguous views");
    bool shaped = !shape.is_unbound();
    if (shaped && !as_list(shape) && !as_tuple(shape))
        return raise(t, Exc::TypeError, "shape must be a list or a tuple");
    size_t n = !shaped ? 1 : as_list(shape) ? as_list(shape)->size : as_tuple(shape)->size;
    if (n > kMaxMemoryViewDims)
        return raise(t, Exc::ValueError, "memoryview: number of dimensions must not exceed %u", kMaxMemoryViewDims);
    if ((shaped || m->ndim > 1) && m->ndim != 1 && n != 1)
        return raise(t, Exc::TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    char code;
    TRY(check_format(t, m, format, &code));
    int64_t item_size = native_item_size(code), dims[kMaxMemoryViewDims] = {m->byte_count() / item_size};
    if (shaped) TRY(read_shape(t, shape, static_cast<unsigned>(n), item_size, m->byte_count(), dims));
    RefTo<MemoryViewObject> view = TRY(memoryview_clone(t, m, static_cast<unsigned>(n)));
    std::memset(view->format, 0, sizeof view->format);
    std::memcpy(view->format, format->data, format->length);
    view->item_size = static_cast<uint32_t>(item_size);
    set_dimensions(view.get(), dims);
    return view;
}

}  // namespace krait
