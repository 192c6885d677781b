// The type memoryview: attributes, construction, comparison. Items and cast are in memoryview_index.cpp.
#include <cstring>

#include "builtins/types/bytes_methods.h"
#include "builtins/types/memoryview_parts.h"
#include "builtins/types/native_item.h"
#include "builtins/types/type_specs.h"
#include "vm/object/pattern_flags.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

MemoryViewObject* self_of(Value v) { return v.as<MemoryViewObject>(); }

constexpr char kSignature[] = "(object)";
constexpr SignatureInfo kInfo = parse_signature(kSignature);

Value memoryview_type_new(Thread& t, TypeObject*, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "memoryview", kInfo, kSignature, args);
    if (bound.failed()) return Value::error();
    return memoryview_new(t, bound.slots[0]).release();
}

Value memoryview_repr(Thread& t, Value self) {
    return str_format_c(t, "<%smemory at 0x%llx>", self_of(self)->released() ? "released " : "",
                        static_cast<unsigned long long>(self.bits))
        .release();
}

int64_t memoryview_length(Thread& t, Value self) {
    MemoryViewObject* m = self_of(self);
    if (!memoryview_check(t, m)) return -1;
    return m->ndim == 0 ? 1 : m->shape()[0];
}

bool byte_format(const MemoryViewObject* m) {
    char code = memoryview_code(m);
    return code == 'B' || code == 'b' || code == 'c';
}

int64_t memoryview_hash(Thread& t, Value self) {
    MemoryViewObject* m = self_of(self);
    if (m->hash) return static_cast<int64_t>(m->hash);
    if (!memoryview_check(t, m)) return -1;
    if (!m->readonly) {
        (void)raise(t, Exc::ValueError, "cannot hash writable memoryview object");
        return -1;
    }
    if (!byte_format(m)) {
        (void)raise(t, Exc::ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        return -1;
    }
    Ref owner = own(m->owner);
    Fallible<uint64_t> owner_hash = hash_of(t, owner);   // TypeError for what cannot be hashed
    if (!owner_hash) return -1;
    if (!memoryview_check(t, m)) return -1;
    Ref bytes = memoryview_to_bytes(t, m);
    if (bytes.failed()) return -1;
    m->hash = bytes_hash(t, bytes.as<BytesObject>());
    return static_cast<int64_t>(m->hash);
}

// ------------------------------------------------------------------------------------------------ comparison

// Items at the same place, compared as Python values unless both formats are the same plain integers.
Fallible<bool> same_items(Thread& t, const MemoryViewObject* a, const char* p, const MemoryViewObject* b, const char* q,
                          unsigned dim) {
    char x = memoryview_code(a), y = memoryview_code(b);
    if (dim == a->ndim) {
        if (x == y && x != 'f' && x != 'd' && x != '?') return std::memcmp(p, q, a->item_size) == 0;
        if (!native_item_size(x) || !native_item_size(y)) return false;
        Ref left = TRY(native_item_unpack(t, x, p)), right = TRY(native_item_unpack(t, y, q));
        return compare_bool(t, left, right, CompareOp::Eq);   // no identity shortcut: NaN differs from itself
    }
    for (int64_t i = 0; i < a->shape()[dim]; ++i) {
        bool same = TRY(same_items(t, a, p + i * a->strides()[dim], b, q + i * b->strides()[dim], dim + 1));
        if (!same) return false;
        if ((i & 0xFFF) == 0xFFF) TRY(charge_work(t, 4096));
    }
    return true;
}

Fallible<bool> same_views(Thread& t, MemoryViewObject* a, MemoryViewObject* b) {
    if (a->ndim != b->ndim) return false;
    for (unsigned i = 0; i < a->ndim; ++i)
        if (a->shape()[i] != b->shape()[i]) return false;
    if (a->item_count() == 0) return true;
    return same_items(t, a, a->data, b, b->data, 0);
}

Value memoryview_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return Value::not_implemented();
    if (!is_kind(a, Kind::MemoryView)) return Value::not_implemented();
    bool want_equal = op == CompareOp::Eq;
    if (self_of(a)->released() || (is_kind(b, Kind::MemoryView) && self_of(b)->released()))
        return Value::boolean((a == b) == want_equal);
    if (!has_buffer(t, b)) return Value::not_implemented();
    Ref other = memoryview_new(t, b);
    if (other.failed()) {
        clear_exception(t);
        return Value::not_implemented();
    }
    Fallible<bool> same = same_views(t, self_of(a), self_of(other));
    return same ? Value::boolean(same.value() == want_equal) : Value::error();
}

// ------------------------------------------------------------------------------------------------ methods

Ref memoryview_tobytes(Thread& t, Value self) {
    if (!memoryview_check(t, self_of(self))) return Failed{};
    return memoryview_to_bytes(t, self_of(self));
}

Ref memoryview_hex(Thread& t, Value self, Value sep, Value bytes_per_sep) {
    Ref bytes = TRY(memoryview_tobytes(t, self));
    return hex_of(t, bytes.as<BytesObject>()->view(), sep, bytes_per_sep);
}

Ref memoryview_toreadonly(Thread& t, Value self) {
    if (!memoryview_check(t, self_of(self))) return Failed{};
    Ref view = TRY(memoryview_new(t, self));
    self_of(view)->readonly = true;
    return view;
}

Status memoryview_release_method(Thread& t, Value self) {
    if (!memoryview_release(t, self_of(self))) return Failed{};
    return ok();
}

Ref memoryview_enter(Thread& t, Value self) {
    if (!memoryview_check(t, self_of(self))) return Failed{};
    return own(self);
}

Status memoryview_exit(Thread& t, Value self, Args) { return memoryview_release_method(t, self); }

constexpr MethodDef kMethods[] = {
    method<memoryview_release_method>("release", "(self, /)",
                                      "Release the underlying buffer exposed by the memoryview object."),
    method<memoryview_tobytes>("tobytes", "(self, /)", "Return the data in the buffer as a byte string."),
    method<memoryview_hex>("hex", "(self, sep=None, bytes_per_sep=1)",
                           "Return the data in the buffer as a string of hexadecimal numbers."),
    method<memoryview_toreadonly>("toreadonly", "(self, /)", "A view of the same data that cannot change them."),
    method<memoryview_tolist>("tolist", "(self, /)", "Return the data in the buffer as a list of elements."),
    method<memoryview_cast>("cast", "(self, format, shape=None)", "Cast a memoryview to a new format or shape."),
    method<memoryview_enter>("__enter__", "(self, /)", "Enter a with block."),
    method<memoryview_exit>("__exit__", "(self, *args)", "Release the view."),
};

// ------------------------------------------------------------------------------------------------ attributes

Ref int_tuple(Thread& t, const int64_t* numbers, unsigned n) {
    RefTo<TupleObject> tuple = TRY(tuple_new(t, n));
    for (unsigned i = 0; i < n; ++i) tuple->items[i] = Value::from_int_unchecked(numbers[i]);
    return tuple;
}

template <class F>
Value attribute(Thread& t, Value self, F f) {
    MemoryViewObject* m = self_of(self);
    if (!memoryview_check(t, m)) return Value::error();
    return f(m).release();
}

Value get_obj(Thread& t, Value self) {
    return attribute(t, self, [](MemoryViewObject* m) { return own(m->owner); });
}
Value get_nbytes(Thread& t, Value self) {
    return attribute(t, self, [&](MemoryViewObject* m) { return make_int(t, m->byte_count()); });
}
Value get_readonly(Thread& t, Value self) {
    return attribute(t, self, [](MemoryViewObject* m) { return own(Value::boolean(m->readonly)); });
}
Value get_itemsize(Thread& t, Value self) {
    return attribute(t, self, [&](MemoryViewObject* m) { return make_int(t, m->item_size); });
}
Value get_format(Thread& t, Value self) {
    return attribute(t, self, [&](MemoryViewObject* m) { return str_from_ascii(t, m->format); });
}
Value get_ndim(Thread& t, Value self) {
    return attribute(t, self, [](MemoryViewObject* m) { return own(Value::small_int(m->ndim)); });
}
Value get_shape(Thread& t, Value self) {
    return attribute(t, self, [&](MemoryViewObject* m) { return int_tuple(t, m->shape(), m->ndim); });
}
Value get_strides(Thread& t, Value self) {
    return attribute(t, self, [&](MemoryViewObject* m) { return int_tuple(t, m->strides(), m->ndim); });
}
Value get_suboffsets(Thread& t, Value self) {
    return attribute(t, self, [&](MemoryViewObject* m) { return int_tuple(t, m->shape(), 0); });
}
Value get_c_contiguous(Thread& t, Value self) {
    return attribute(t, self,
                     [](MemoryViewObject* m) { return own(Value::boolean(memoryview_is_contiguous(m, false))); });
}
Value get_f_contiguous(Thread& t, Value self) {
    return attribute(t, self,
                     [](MemoryViewObject* m) { return own(Value::boolean(memoryview_is_contiguous(m, true))); });
}
Value get_contiguous(Thread& t, Value self) {
    return attribute(t, self, [](MemoryViewObject* m) {
        return own(Value::boolean(memoryview_is_contiguous(m, false) || memoryview_is_contiguous(m, true)));
    });
}

constexpr GetSetDef kGetSets[] = {
    {"obj", get_obj, nullptr, "The underlying object of the memoryview."},
    {"nbytes", get_nbytes, nullptr,
     "The amount of space in bytes that the array would use in a contiguous representation."},
    {"readonly", get_readonly, nullptr, "A bool indicating whether the memory is read only."},
    {"itemsize", get_itemsize, nullptr, "The size in bytes of each element of the memoryview."},
    {"format", get_format, nullptr,
     "A string containing the format (in struct module style)\n for each element in the view."},
    {"ndim", get_ndim, nullptr,
     "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents."},
    {"shape", get_shape, nullptr,
     "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array."},
    {"strides", get_strides, nullptr,
     "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array."},
    {"suboffsets", get_suboffsets, nullptr, "A tuple of integers used internally for PIL-style arrays."},
    {"c_contiguous", get_c_contiguous, nullptr, "A bool indicating whether the memory is C contiguous."},
    {"f_contiguous", get_f_contiguous, nullptr, "A bool indicating whether the memory is Fortran contiguous."},
    {"contiguous", get_contiguous, nullptr, "A bool indicating whether the memory is contiguous."},
};

}  // namespace

bool memoryview_check(Thread& t, const MemoryViewObject* m) {
    if (KRAIT_LIKELY(!m->released())) return true;
    (void)raise(t, Exc::ValueError, "operation forbidden on released memoryview object");
    return false;
}

Ref memoryview_to_bytes(Thread& t, MemoryViewObject* m) {
    RefTo<BytesObject> out = TRY(bytes_new_uninitialised(t, static_cast<size_t>(m->byte_count())));
    if (!memoryview_is_contiguous(m, false)) note_items(t, static_cast<size_t>(m->item_count()));
    memoryview_copy_items(m, out->data);
    return out;
}

constinit const TypeSpec kMemoryViewTypeSpec = {
    .name = "memoryview",
    .doc = "Create a new memoryview object which references the given object.",
    .basic_size = sizeof(MemoryViewObject),
    .flags = kTypeGc | kTypeHasWeakrefs | kTypeSequence,
    .slots = {.dealloc = memoryview_dealloc,
              .traverse = memoryview_traverse,
              .clear = memoryview_clear,
              .repr = memoryview_repr,
              .hash = memoryview_hash,
              .compare = memoryview_compare,
              .new_ = memoryview_type_new,
              .length = memoryview_length,
              .get_item = memoryview_get_item,
              .set_item = memoryview_set_item},
    .methods = kMethods,
    .getsets = kGetSets,
    .new_signature = "(object)",
};

}  // namespace krait
