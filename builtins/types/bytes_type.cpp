// The type bytes, and what bytes and bytearray share as sequences: construction from iterables, indexing, comparison.
#include <cstring>

#include "builtins/modules/sys_module.h"
#include "builtins/codecs/codecs.h"
#include "builtins/types/byte_iterator.h"
#include "builtins/types/bytes_methods.h"
#include "builtins/types/str_methods.h"
#include "builtins/types/type_specs.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ shared parts

Status append_bytes_of(Thread& t, ByteBuilder& out, Value iterable, const char* range_message) {
    if (is_kind(iterable, Kind::List) || is_kind(iterable, Kind::Tuple)) {
        auto size = [&] {
            return is_kind(iterable, Kind::List) ? iterable.as<ListObject>()->size : iterable.as<TupleObject>()->size;
        };
        auto items = [&] {
            return is_kind(iterable, Kind::List) ? iterable.as<ListObject>()->items : iterable.as<TupleObject>()->items;
        };
        for (uint32_t i = 0; i < size(); ++i) {   // __index__ may change the list
            Ref item = own(items()[i]);
            TRY(out.append_byte(TRY(byte_value(t, item, range_message))));
        }
        return ok();
    }
    Iteration it(t, iterable);
    while (it.next()) TRY(out.append_byte(TRY(byte_value(t, it.item(), range_message))));
    if (it.failed()) return Failed{};
    return ok();
}

Status append_buffer(Thread& t, ByteBuilder& out, Value v) {
    if (is_kind(v, Kind::MemoryView)) {
        auto* m = v.as<MemoryViewObject>();
        if (!m->released() && !memoryview_is_contiguous(m, false)) {
            size_t n = static_cast<size_t>(m->byte_count()), at = out.length();
            TRY(out.append_fill(0, n));
            memoryview_copy_items(m, out.data() + at);
            return ok();
        }
    }
    BufferView view = TRY(get_buffer(t, v));
    return out.append(view.view());
}

Fallible<int64_t> byte_index(Thread& t, Value key, size_t length, const char* type_message, const char* range_message) {
    int64_t index;
    if (key.is_int()) {
        index = key.as_int();
    } else {
        if (!is_int_like(key) && !type_of(t, key)->slots.index)
            return raise(t, Exc::TypeError, "%s indices must be integers or slices, not %.200s", type_message,
                         type_name_of(t, key));
        index = TRY(index_to_i64(t, key));
    }
    if (index < 0) index += static_cast<int64_t>(length);
    if (static_cast<uint64_t>(index) >= length) return raise(t, Exc::IndexError, "%s", range_message);
    return index;
}

Ref byte_slice(Thread& t, const ByteSelf& self, Value slice) {
    SliceRange range = TRY(slice_adjust(t, slice, static_cast<int64_t>(self.view().size())));
    auto start = static_cast<size_t>(range.start), count = static_cast<size_t>(std::max<int64_t>(range.count, 0));
    if (count == 0) return self.make(t, {});
    if (range.step == 1) return self.make(t, self.view().substr(start, count));
    return self.build(t, count, [&](char* out) {
        std::string_view bytes = self.view();
        for (size_t i = 0; i < count; ++i)
            out[i] = bytes[static_cast<size_t>(range.start + static_cast<int64_t>(i) * range.step)];
    });
}

Value order_result(int order, CompareOp op) {
    switch (op) {
        case CompareOp::Lt: return Value::boolean(order < 0);
        case CompareOp::Le: return Value::boolean(order <= 0);
        case CompareOp::Eq: return Value::boolean(order == 0);
        case CompareOp::Ne: return Value::boolean(order != 0);
        case CompareOp::Gt: return Value::boolean(order > 0);
        default: return Value::boolean(order >= 0);
    }
}

// What -b warns about: never equal, and likely a mistake.
Status warn_of_compare(Thread& t, Value a, Value b) {
    bool array = layout_is(a, Kind::ByteArray) || layout_is(b, Kind::ByteArray);
    if (layout_is(b, Kind::Str) || layout_is(a, Kind::Str))
        return sys_warn_bytes(
            t, array ? "Comparison between bytearray and string" : "Comparison between bytes and string");
    if (!array && is_int_like(b)) return sys_warn_bytes(t, "Comparison between bytes and int");
    return ok();
}

Value bytes_compare(Thread& t, Value a, Value b, CompareOp op) {
    if ((op == CompareOp::Eq || op == CompareOp::Ne) && KRAIT_UNLIKELY(sys_bytes_warning(t) != 0) &&
        !warn_of_compare(t, a, b))
        return Value::error();
    bool both_bytes = layout_is(a, Kind::Bytes) && layout_is(b, Kind::Bytes);
    if (layout_is(a, Kind::Bytes) && !both_bytes) return Value::not_implemented();
    if (!has_buffer(t, b)) return Value::not_implemented();
    Fallible<BufferView> x = get_buffer(t, a), y = x ? get_buffer(t, b) : Fallible<BufferView>(Failed{});
    if (!x || !y) {
        clear_exception(t);
        return Value::not_implemented();
    }
    std::string_view p = x.value().view(), q = y.value().view();
    if ((op == CompareOp::Eq || op == CompareOp::Ne) && p.size() != q.size())
        return Value::boolean(op == CompareOp::Ne);
    return order_result(p.compare(q), op);
}

Value bytes_concat(Thread& t, Value a, Value b) {
    if (!has_buffer(t, a) || !has_buffer(t, b))
        return raise(t, Exc::TypeError, "can't concat %.100s to %.100s", type_name_of(t, b), type_name_of(t, a));
    if (is_kind(a, Kind::Bytes) && is_kind(b, Kind::Bytes)) {
        if (b.as<BytesObject>()->length == 0) return own(a).release();
        if (a.as<BytesObject>()->length == 0) return own(b).release();
    }
    Fallible<BufferView> other = get_buffer(t, b);
    if (!other) return Value::error();
    ByteSelf self(a);
    std::string_view x = self.view(), y = other.value().view();
    Ref joined = self.build(t, x.size() + y.size(), [&](char* out) {
        if (!x.empty()) std::memcpy(out, x.data(), x.size());
        if (!y.empty()) std::memcpy(out + x.size(), y.data(), y.size());
    });
    return joined.release();
}

Status fill_repeated(Thread& t, char* data, size_t n, size_t size) {
    for (size_t done = n; done < size;) {
        size_t more = std::min(done, size - done);
        TRY(in_stretches(t, more, [&](size_t i, size_t end) { std::memcpy(data + done + i, data + i, end - i); }));
        done += more;
    }
    return ok();
}

Value bytes_repeat(Thread& t, Value self_value, int64_t count) {
    ByteSelf self(self_value);
    std::string_view s = self.view();
    if (count == 1) return self.make(t, s).release();
    int64_t total = 0;
    if (count > 0 && __builtin_mul_overflow(static_cast<int64_t>(s.size()), count, &total)) {
        if (!layout_is(self_value, Kind::Bytes)) return raise_memory_error(t);
        return raise(t, Exc::OverflowError, "repeated bytes are too long");
    }
    Ref out = self.build(t, static_cast<size_t>(total), [&](char* to) -> Status {
        if (s.size() == 1) return std::memset(to, s[0], static_cast<size_t>(total)), ok();
        std::memcpy(to, s.data(), s.size());
        return fill_repeated(t, to, s.size(), static_cast<size_t>(total));
    });
    if (!out.failed() && total > 65536 && !charge_work(t, static_cast<size_t>(total) / 64)) return Value::error();
    return out.release();
}

// ------------------------------------------------------------------------------------------------ bytes

namespace {

constexpr char kSignature[] = "(source=b'', encoding='utf-8', errors='strict')";
constexpr SignatureInfo kInfo = parse_signature(kSignature);

BytesObject* self_of(Value v) { return v.as<BytesObject>(); }

Fallible<StrObject*> text_option(Thread& t, Value v, int argument) {
    if (v.is_unbound()) return nullptr;
    if (StrObject* text = as_str(v)) return text;
    return raise(t, Exc::TypeError, "bytes() argument %d must be str, not %.50s", argument,
                 argument_type_name(t, v));
}

// From anything that has bytes or is an iterable of ints.
Ref bytes_from_object(Thread& t, Value v) {
    if (has_buffer(t, v)) {
        ByteBuilder out(t);
        TRY(append_buffer(t, out, v));
        return out.finish();
    }
    Ref iterator = get_iterator(t, v);
    if (iterator.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "cannot convert '%.200s' object to bytes", type_name_of(t, v));
    }
    ByteBuilder out(t);
    bool direct = is_kind(v, Kind::List) || is_kind(v, Kind::Tuple);
    if (!direct) TRY(length_hint(t, v, 64));   // which may fail
    TRY(append_bytes_of(t, out, direct ? v : iterator.get(), "bytes must be in range(0, 256)"));
    return out.finish();
}

Ref bytes_from_count(Thread& t, Value v) {
    int64_t count = TRY(index_to_i64(t, v, Exc::OverflowError));
    if (count < 0) return raise(t, Exc::ValueError, "negative count");
    if (count == 0) return bytes_from(t, {});
    RefTo<BytesObject> out = TRY(bytes_new_uninitialised(t, static_cast<size_t>(count)));
    std::memset(out->data, 0, static_cast<size_t>(count));
    return out;
}

Ref bytes_from_arguments(Thread& t, const Value* slots) {
    Value source = slots[0];
    StrObject* encoding = TRY(text_option(t, slots[1], 2));
    StrObject* errors = TRY(text_option(t, slots[2], 3));
    if (source.is_unbound()) {
        if (encoding || errors) return raise(t, Exc::TypeError, "encoding or errors without sequence argument");
        return bytes_from(t, {});
    }
    StrObject* text = as_str(source);
    if (encoding) {
        if (!text) return raise(t, Exc::TypeError, "encoding without a string argument");
        return encode_text(t, text, encoding, errors);
    }
    if (errors)
        return raise(t, Exc::TypeError, "%s",
                     text ? "string argument without an encoding" : "errors without a string argument");
    Ref made = TRY(call_special(t, source, t.interp.names.dunder_bytes));
    if (!made.get().is_unbound()) {
        if (!layout_is(made, Kind::Bytes))
            return raise(t, Exc::TypeError, "__bytes__ returned non-bytes (type %.200s)", type_name_of(t, made));
        return made;
    }
    if (text) return raise(t, Exc::TypeError, "string argument without an encoding");
    if (is_kind(source, Kind::Bytes)) return own(source);
    if (is_int_like(source)) return bytes_from_count(t, source);
    if (type_of(t, source)->slots.index) {
        Ref count = as_index(t, source);
        if (!count.failed()) return bytes_from_count(t, count);
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
    }
    return bytes_from_object(t, source);
}

Value bytes_type_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "bytes", kInfo, kSignature, args);
    if (bound.failed()) return Value::error();
    Ref made = bytes_from_arguments(t, bound.slots);
    if (made.failed() || type == t.interp.type(Kind::Bytes)) return made.release();
    return bytes_new_subclass(t, type, made.as<BytesObject>()->view()).release();
}

Value bytes_type_str(Thread& t, Value self) {
    Ref held = own(self);
    if (!sys_warn_bytes(t, "str() on a bytes instance")) return Value::error();
    return bytes_repr_text(t, self_of(held)->view(), "", "").release();
}
Value bytes_type_repr(Thread& t, Value self) { return bytes_repr_text(t, self_of(self)->view(), "", "").release(); }

int64_t bytes_type_hash(Thread& t, Value self) { return static_cast<int64_t>(bytes_hash(t, self_of(self))); }

int64_t bytes_type_length(Thread&, Value self) { return static_cast<int64_t>(self_of(self)->length); }

Value bytes_type_get_item(Thread& t, Value self, Value key) {
    BytesObject* b = self_of(self);
    if (is_kind(key, Kind::Slice)) {
        ByteSelf bytes(self);
        return byte_slice(t, bytes, key).release();
    }
    Fallible<int64_t> index = byte_index(t, key, b->length, "byte", "index out of range");
    if (!index) return Value::error();
    return Value::small_int(static_cast<uint8_t>(b->data[index.value()]));
}

Value bytes_type_modulo(Thread& t, Value a, Value b) {
    if (!layout_is(a, Kind::Bytes)) return Value::not_implemented();
    return bytes_percent(t, self_of(a)->view(), b, false).release();
}

Value bytes_type_iter(Thread& t, Value self) { return byte_iterator_new(t, Kind::BytesIterator, self).release(); }

Ref bytes_getnewargs(Thread& t, BytesObject* self) {
    Ref plain = TRY(bytes_from(t, self->view()));
    return tuple_pack(t, {plain});
}

Fallible<int64_t> bytes_sizeof(Thread&, BytesObject* self) { return static_cast<int64_t>(33 + self->length); }

constexpr MethodDef kOwnMethods[] = {
    method<bytes_getnewargs>("__getnewargs__", "(self, /)", "Arguments of __new__ for copying."),
    method<bytes_sizeof>("__sizeof__", "(self, /)", "Size in memory, in bytes."),
};
constexpr auto kMethods = with_shared_bytes_methods(kOwnMethods);

}  // namespace

constinit const TypeSpec kBytesTypeSpec = {
    .name = "bytes",
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
           "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
           "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\n"
           "bytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n"
           "  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n"
           "  - any object implementing the buffer API.\n  - an integer",
    .basic_size = kStrHeaderSize,
    .flags = kTypeBase,
    .slots = {.dealloc = bytes_dealloc,
              .repr = bytes_type_repr,
              .str = bytes_type_str,
              .hash = bytes_type_hash,
              .compare = bytes_compare,
              .iter = bytes_type_iter,
              .new_ = bytes_type_new,
              .binary = {nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, bytes_type_modulo},
              .length = bytes_type_length,
              .get_item = bytes_type_get_item,
              .contains = bytes_contains,
              .concat = bytes_concat,
              .repeat = bytes_repeat},
    .methods = kMethods,
};

}  // namespace krait
