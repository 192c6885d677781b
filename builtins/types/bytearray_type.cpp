// The type bytearray.
#include <algorithm>
#include <cstring>

#include "builtins/modules/sys_module.h"
#include "builtins/codecs/codecs.h"
#include "builtins/types/byte_iterator.h"
#include "builtins/types/bytes_methods.h"
#include "builtins/types/str_methods.h"
#include "builtins/types/type_specs.h"
#include "vm/object/instance_object.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

constexpr char kSignature[] = "(source=b'', encoding='utf-8', errors='strict')";
constexpr SignatureInfo kInfo = parse_signature(kSignature);

ByteArrayObject* self_of(Value v) { return v.as<ByteArrayObject>(); }

// ------------------------------------------------------------------------------------------------ construction

Status assign(Thread& t, ByteArrayObject* self, std::string_view data) {
    TRY(bytearray_resize(t, self, data.size()));
    if (!data.empty()) std::memcpy(self->data, data.data(), data.size());
    return ok();
}

Fallible<StrObject*> text_option(Thread& t, Value v, int argument) {
    if (v.is_unbound()) return nullptr;
    if (StrObject* text = as_str(v)) return text;
    return raise(t, Exc::TypeError, "bytearray() argument %d must be str, not %.50s", argument,
                 argument_type_name(t, v));
}

Status fill_with_zeros(Thread& t, ByteArrayObject* self, Value count_value) {
    int64_t count = TRY(index_to_i64(t, count_value, Exc::OverflowError));
    if (count < 0) return raise(t, Exc::ValueError, "negative count");
    TRY(bytearray_resize(t, self, static_cast<size_t>(count)));
    if (count) std::memset(self->data, 0, static_cast<size_t>(count));
    return ok();
}

// An iterator written in Python sees the array grow.
Status fill_from_iterable(Thread& t, ByteArrayObject* self, Value iterable) {
    Iteration it(t, iterable);
    while (it.next()) {
        uint8_t byte = TRY(byte_value(t, it.item()));
        TRY(bytearray_resize(t, self, self->length + 1));
        self->data[self->length - 1] = static_cast<char>(byte);
    }
    return it.failed() ? Status(Failed{}) : ok();
}

// The bytes before an item that is none stay.
Status fill_from_items(Thread& t, ByteArrayObject* self, Value items, ByteBuilder& out) {
    if (append_bytes_of(t, out, items, "byte must be in range(0, 256)")) return assign(t, self, out.view());
    SavedException saved(t);
    if (!assign(t, self, out.view())) clear_exception(t);
    return Failed{};
}

Status init_from(Thread& t, ByteArrayObject* self, const Value* slots) {
    Value source = slots[0];
    StrObject* encoding = TRY(text_option(t, slots[1], 2));
    StrObject* errors = TRY(text_option(t, slots[2], 3));
    if (source.is_unbound()) {
        if (encoding || errors) return raise(t, Exc::TypeError, "encoding or errors without sequence argument");
        return ok();
    }
    if (StrObject* text = as_str(source)) {
        if (!encoding) return raise(t, Exc::TypeError, "string argument without an encoding");
        Ref encoded = TRY(encode_text(t, text, encoding, errors));
        return assign(t, self, encoded.as<BytesObject>()->view());
    }
    if (encoding || errors)
        return raise(t, Exc::TypeError, "encoding or errors without a string argument");
    if (is_int_like(source)) return fill_with_zeros(t, self, source);
    if (type_of(t, source)->slots.index) {
        Ref count = as_index(t, source);
        if (!count.failed()) return fill_with_zeros(t, self, count);
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
    }
    ByteBuilder out(t);
    if (has_buffer(t, source)) TRY(append_buffer(t, out, source));
    else if (is_kind(source, Kind::List) || is_kind(source, Kind::Tuple)) return fill_from_items(t, self, source, out);
    else return fill_from_iterable(t, self, source);
    return assign(t, self, out.view());
}

Value bytearray_type_new(Thread& t, TypeObject* type, const CallArgs&) {
    return bytearray_new_subclass(t, type, {}).release();
}

int bytearray_type_init(Thread& t, Value self, const CallArgs& args) {
    if (!bytearray_resize(t, self_of(self), 0)) return -1;   // before anything that may fail
    BoundArgs bound = bind_arguments(t, "bytearray", kInfo, kSignature, args);
    if (bound.failed()) return -1;
    return init_from(t, self_of(self), bound.slots) ? 0 : -1;
}

// ------------------------------------------------------------------------------------------------ operators

Value bytearray_type_repr(Thread& t, Value self_value) {
    ByteSelf self(self_value);
    return bytes_repr_text(t, self.view(), "bytearray(", ")").release();
}
Value bytearray_type_str(Thread& t, Value self) {
    if (!sys_warn_bytes(t, "str() on a bytearray instance")) return Value::error();
    return bytearray_type_repr(t, self);
}

int64_t bytearray_type_length(Thread&, Value self) { return static_cast<int64_t>(self_of(self)->length); }

Value bytearray_type_modulo(Thread& t, Value a, Value b) {
    if (!layout_is(a, Kind::ByteArray)) return Value::not_implemented();
    ByteSelf self(a);
    return bytes_percent(t, self.view(), b, true).release();
}

Value bytearray_type_iter(Thread& t, Value self) {
    return byte_iterator_new(t, Kind::ByteArrayIterator, self).release();
}

Value bytearray_type_get_item(Thread& t, Value self, Value key) {
    if (is_kind(key, Kind::Slice)) {
        ByteSelf bytes(self);
        return byte_slice(t, bytes, key).release();
    }
    Ref number = is_int_like(key) ? own(key) : Ref();
    if (number.get().is_unbound()) {   // __index__ first: it may change the length
        Fallible<int64_t> checked = byte_index(t, key, SIZE_MAX >> 1, "bytearray", "bytearray index out of range");
        if (!checked) return Value::error();
        number = as_index(t, key);
        if (number.failed()) return Value::error();
    }
    Fallible<int64_t> index = byte_index(t, number, self_of(self)->length, "bytearray", "bytearray index out of range");
    if (!index) return Value::error();
    return Value::small_int(static_cast<uint8_t>(self_of(self)->data[index.value()]));
}

// Replaces [start, end) by `data`, which must not be the array's own memory.
Status replace_range(Thread& t, ByteArrayObject* self, size_t start, size_t end, std::string_view data) {
    size_t tail = self->length - end, length = start + data.size() + tail;
    if (length != self->length) note_bytes(t, tail);
    if (length < self->length) {
        if (self->exports) return bytearray_resize(t, self, length);   // BufferError
        std::memmove(self->data + start + data.size(), self->data + end, tail);
        TRY(bytearray_resize(t, self, length));
    } else if (length > self->length) {
        TRY(bytearray_resize(t, self, length));
        std::memmove(self->data + start + data.size(), self->data + end, tail);
    }
    if (!data.empty()) std::memcpy(self->data + start, data.data(), data.size());
    return ok();
}

Status delete_slice(Thread& t, ByteArrayObject* self, SliceRange range) {
    if (range.count <= 0) return ok();
    if (range.step < 0) {
        range.start += (range.count - 1) * range.step;
        range.step = -range.step;
    }
    auto start = static_cast<size_t>(range.start), step = static_cast<size_t>(range.step);
    auto count = static_cast<size_t>(range.count);
    if (step == 1) return replace_range(t, self, start, start + count, {});
    if (self->exports) return bytearray_resize(t, self, self->length - count);   // BufferError
    Looks looks(t);
    size_t to = start;
    for (size_t from = start, k = 0; from < self->length; ++from) {
        if (k < count && from == start + k * step) ++k;
        else self->data[to++] = self->data[from];
        TRY(looks.next());   // what is half done then keeps its length
    }
    return bytearray_resize(t, self, to);
}

// Bytes to be assigned to a slice, as a copy.
Status slice_source(Thread& t, ByteBuilder& out, Value value) {
    if (has_buffer(t, value)) return append_buffer(t, out, value);
    if (is_int_like(value) || layout_is(value, Kind::Str))
        return raise(t, Exc::TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return append_bytes_of(t, out, value, "byte must be in range(0, 256)");
}

Status set_slice(Thread& t, ByteArrayObject* self, Value slice, Value value) {
    ByteBuilder data(t);
    if (!value.is_unbound()) TRY(slice_source(t, data, value));
    Ref plain = TRY(slice_plain(t, slice));   // user code runs here: the length is read after it
    SliceRange range = TRY(slice_adjust(t, plain, static_cast<int64_t>(self->length)));
    if (value.is_unbound()) return delete_slice(t, self, range);
    if (range.step == 1) {
        auto start = static_cast<size_t>(range.start);
        return replace_range(t, self, start, start + static_cast<size_t>(std::max<int64_t>(range.count, 0)),
                             data.view());
    }
    size_t count = static_cast<size_t>(std::max<int64_t>(range.count, 0));
    if (data.length() == 0) return delete_slice(t, self, range);
    if (data.length() != count)
        return raise(t, Exc::ValueError, "attempt to assign bytes of size %zd to extended slice of size %zd",
                     data.length(), count);
    for (size_t i = 0; i < count; ++i) self->data[range.start + static_cast<int64_t>(i) * range.step] = data.view()[i];
    return ok();
}

// The place is checked before the value is looked at; what __index__ of the value cuts off meanwhile is not written.
Status set_index(Thread& t, ByteArrayObject* self, Value key, Value value) {
    TRY(byte_index(t, key, SIZE_MAX >> 1, "bytearray", "bytearray index out of range"));
    Ref number = TRY(as_index(t, key));
    auto index =
        static_cast<size_t>(TRY(byte_index(t, number, self->length, "bytearray", "bytearray index out of range")));
    if (value.is_unbound()) return replace_range(t, self, index, index + 1, {});
    uint8_t byte = TRY(byte_value(t, value));
    if (index < self->length) self->data[index] = static_cast<char>(byte);
    return ok();
}

int bytearray_type_set_item(Thread& t, Value self, Value key, Value value) {
    Status done =
        is_kind(key, Kind::Slice) ? set_slice(t, self_of(self), key, value) : set_index(t, self_of(self), key, value);
    return done ? 0 : -1;
}

Status extend_with(Thread& t, ByteArrayObject* self, std::string_view data, size_t old_length) {
    if (data.empty()) return ok();
    TRY(bytearray_resize(t, self, old_length + data.size()));
    std::memcpy(self->data + old_length, data.data(), data.size());
    return ok();
}

Value bytearray_type_inplace_concat(Thread& t, Value self, Value other) {
    if (BytesObject* bytes = as_bytes(other)) {
        if (!extend_with(t, self_of(self), bytes->view(), self_of(self)->length)) return Value::error();
        return own(self).release();
    }
    if (!has_buffer(t, other))
        return raise(t, Exc::TypeError, "can't concat %.100s to %.100s", type_name_of(t, other), type_name_of(t, self));
    Fallible<BufferView> view = get_buffer(t, other);   // b += b: BufferError, as in 3.6
    if (!view || !extend_with(t, self_of(self), view.value().view(), self_of(self)->length)) return Value::error();
    return own(self).release();
}

Value bytearray_type_inplace_multiply(Thread& t, Value self, Value count_value) {
    if (!is_int_like(count_value) && !type_of(t, count_value)->slots.index) return Value::not_implemented();
    Fallible<int64_t> count = index_to_i64(t, count_value, Exc::OverflowError);
    if (!count) return Value::error();
    ByteArrayObject* b = self_of(self);
    size_t old = b->length;
    int64_t total = 0;
    if (count.value() > 0 && __builtin_mul_overflow(static_cast<int64_t>(old), count.value(), &total))
        return raise_memory_error(t);
    if (!bytearray_resize(t, b, static_cast<size_t>(total))) return Value::error();
    if (total && !fill_repeated(t, b->data, old, static_cast<size_t>(total))) {
        b->length = old;   // as if nothing had happened
        b->data[old] = 0;
        return Value::error();
    }
    return own(self).release();
}

// ------------------------------------------------------------------------------------------------ methods

Status bytearray_append(Thread& t, ByteArrayObject* self, Value item) {
    uint8_t byte = TRY(byte_value(t, item));
    TRY(bytearray_resize(t, self, self->length + 1));
    self->data[self->length - 1] = static_cast<char>(byte);
    return ok();
}

Status extend_data(Thread& t, ByteBuilder& data, Value iterable) {
    bool direct = is_kind(iterable, Kind::List) || is_kind(iterable, Kind::Tuple);
    Ref iterator = direct ? own(iterable) : TRY(get_iterator(t, iterable));
    if (!direct) TRY(length_hint(t, iterable, 32));   // which may fail
    return append_bytes_of(t, data, iterator, "byte must be in range(0, 256)");
}

Status bytearray_extend(Thread& t, ByteArrayObject* self, Value iterable) {
    ByteBuilder data(t);
    if (has_buffer(t, iterable)) TRY(append_buffer(t, data, iterable));
    else TRY(extend_data(t, data, iterable));
    return extend_with(t, self, data.view(), self->length);
}

Status bytearray_insert(Thread& t, ByteArrayObject* self, int64_t index, Value item) {
    uint8_t byte = TRY(byte_value(t, item));
    auto n = static_cast<int64_t>(self->length);
    if (index < 0) index = std::max<int64_t>(index + n, 0);
    index = std::min(index, n);
    char data = static_cast<char>(byte);
    return replace_range(t, self, static_cast<size_t>(index), static_cast<size_t>(index), {&data, 1});
}

Ref bytearray_pop(Thread& t, ByteArrayObject* self, Optional<int64_t> where) {
    if (self->length == 0) return raise(t, Exc::IndexError, "pop from empty bytearray");
    int64_t index = where.value_or(-1);
    if (index < 0) index += static_cast<int64_t>(self->length);
    if (static_cast<uint64_t>(index) >= self->length) return raise(t, Exc::IndexError, "pop index out of range");
    auto byte = static_cast<uint8_t>(self->data[index]);
    TRY(replace_range(t, self, static_cast<size_t>(index), static_cast<size_t>(index) + 1, {}));
    return own(Value::small_int(byte));
}

Status bytearray_remove(Thread& t, ByteArrayObject* self, Value item) {
    uint8_t byte = TRY(byte_value(t, item));
    size_t at = self->view().find(static_cast<char>(byte));
    if (at == std::string_view::npos) return raise(t, Exc::ValueError, "value not found in bytearray");
    return replace_range(t, self, at, at + 1, {});
}

Status bytearray_reverse(Thread&, ByteArrayObject* self) {
    if (self->length) std::reverse(self->data, self->data + self->length);
    return ok();
}

Status bytearray_clear(Thread& t, ByteArrayObject* self) { return bytearray_resize(t, self, 0); }

Ref bytearray_copy(Thread& t, ByteArrayObject* self) { return bytearray_from(t, self->view()); }

Fallible<int64_t> bytearray_alloc(Thread&, ByteArrayObject* self) {
    return self->capacity ? static_cast<int64_t>(std::max(self->capacity, self->length + 1)) : int64_t{0};
}

Fallible<int64_t> bytearray_sizeof(Thread&, ByteArrayObject* self) { return static_cast<int64_t>(56 + self->capacity); }

Ref instance_state(Thread& t, Value self) {
    DictObject* dict = TRY(instance_dict(t, self.as_object()));
    return dict ? own(dict) : own(Value::none());
}

Ref reduce_with(Thread& t, Value self, Ref arguments) {
    if (arguments.failed()) return Failed{};
    Ref state = TRY(instance_state(t, self));
    return tuple_pack(t, {Value::object(type_of(t, self)), arguments, state});
}

Ref reduce_as_text(Thread& t, Value self) {
    if (self_of(self)->length == 0) return reduce_with(t, self, tuple_new(t, 0));
    Ref text = TRY(str_from_latin1(t, self_of(self)->view())), encoding = TRY(str_from_ascii(t, "latin-1"));
    return reduce_with(t, self, tuple_pack(t, {text, encoding}));
}

Ref bytearray_reduce(Thread& t, Value self) { return reduce_as_text(t, self); }

Ref bytearray_reduce_ex(Thread& t, Value self, Optional<int64_t> protocol) {
    if (protocol.value_or(0) < 3) return reduce_as_text(t, self);
    if (self_of(self)->length == 0) return reduce_with(t, self, tuple_new(t, 0));
    Ref data = TRY(bytes_from(t, self_of(self)->view()));
    return reduce_with(t, self, tuple_pack(t, {data}));
}

constexpr MethodDef kOwnMethods[] = {
    method<bytearray_alloc>("__alloc__", "(self, /)", "Number of bytes allocated."),
    method<bytearray_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
    method<bytearray_reduce_ex>("__reduce_ex__", "(self, proto=0, /)", "Return state information for pickling."),
    method<bytearray_sizeof>("__sizeof__", "(self, /)", "Size in memory, in bytes."),
    method<bytearray_append>("append", "(self, item, /)", "Append a single byte."),
    method<bytearray_clear>("clear", "(self, /)", "Remove all bytes."),
    method<bytearray_copy>("copy", "(self, /)", "Return a copy."),
    method<bytearray_extend>("extend", "(self, iterable_of_ints, /)", "Append all the bytes of an iterable or buffer."),
    method<bytearray_insert>("insert", "(self, index, item, /)", "Insert a single byte before index."),
    method<bytearray_pop>("pop", "(self, index=-1, /)", "Remove and return a byte."),
    method<bytearray_remove>("remove", "(self, value, /)", "Remove the first occurrence of a byte."),
    method<bytearray_reverse>("reverse", "(self, /)", "Reverse the order of the bytes in place."),
};
constexpr auto kMethods = with_shared_bytes_methods(kOwnMethods);

}  // namespace

constinit const TypeSpec kByteArrayTypeSpec = {
    .name = "bytearray",
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n"
           "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
           "bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\n"
           "bytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n"
           "  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n"
           "  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer",
    .basic_size = sizeof(ByteArrayObject),
    .flags = kTypeBase,
    .slots = {.dealloc = bytearray_dealloc,
              .repr = bytearray_type_repr,
              .str = bytearray_type_str,
              .hash = hash_not_implemented,
              .compare = bytes_compare,
              .iter = bytearray_type_iter,
              .new_ = bytearray_type_new,
              .init = bytearray_type_init,
              .binary = {nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, bytearray_type_modulo},
              .inplace = {nullptr, nullptr, bytearray_type_inplace_multiply},
              .length = bytearray_type_length,
              .get_item = bytearray_type_get_item,
              .set_item = bytearray_type_set_item,
              .contains = bytes_contains,
              .concat = bytes_concat,
              .repeat = bytes_repeat,
              .inplace_concat = bytearray_type_inplace_concat},
    .methods = kMethods,
};
static_assert(static_cast<size_t>(BinaryOp::Multiply) == 2);

}  // namespace krait
