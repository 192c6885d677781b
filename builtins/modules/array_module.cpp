// Module array: arrays of machine numbers and characters.
#include <cstring>

#include "builtins/modules/array_object.h"
#include "builtins/types/class_alias.h"
#include "builtins/types/native_item.h"
#include "builtins/types/text_support.h"
#include "vm/native/module_def.h"
#include "vm/object/buffer.h"
#include "vm/object/pattern_flags.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

struct ArrayIterator : Object {
    ArrayObject* array;    // owned; null at the end
    uint64_t index;
};
// ------------------------------------------------------------------------------------------------ creation

Value array_make(Thread& t, TypeObject* type, const CallArgs& args) {
    if (type->spec && args.kwnames && args.kwnames->size)
        return raise(t, Exc::TypeError, "array.array() does not take keyword arguments");
    if (args.nargs < 1) return raise(t, Exc::TypeError, "array() takes at least 1 argument (0 given)");
    if (args.nargs > 2) return raise(t, Exc::TypeError, "array() takes at most 2 arguments (%zu given)", args.nargs);
    StrObject* code_text = as_str(args.args[0]);
    if (!code_text || code_text->length != 1)
        return raise(t, Exc::TypeError, "array() argument 1 must be a unicode character, not %s",
                     type_name_of(t, args.args[0]));
    char32_t code = code_text->at(0);
    if (code >= 128 || code == 0 || !std::strchr(kArrayTypecodes, static_cast<char>(code)))
        return raise(t, Exc::ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    Value initial = args.nargs > 1 ? args.args[1] : Value::unbound();
    if (!initial.is_unbound() && code != 'u') {
        if (as_str(initial))
            return raise(t, Exc::TypeError, "cannot use a str to initialize an array with typecode '%c'",
                         static_cast<char>(code));
        if (is_array(initial) && array_of(initial)->code == 'u')
            return raise(t, Exc::TypeError, "cannot use a unicode array to initialize an array with typecode '%c'",
                         static_cast<char>(code));
    }
    Ref made = TRY(array_new(t, type, static_cast<char>(code), 0));
    ArrayObject* a = made.as<ArrayObject>();
    if (initial.is_unbound()) return made.release();
    if (StrObject* text = as_str(initial)) TRY(array_append_text(t, a, text));
    else if (as_bytes(initial) || as_bytearray(initial)) TRY(array_append_bytes(t, a, initial));
    else if (is_array(initial) && array_of(initial)->code == a->code) TRY(array_append_array(t, a, array_of(initial)));
    else TRY(array_append_all(t, a, initial));
    return made.release();
}

// ------------------------------------------------------------------------------------------------ sequence

int64_t array_length(Thread&, Value self) { return static_cast<int64_t>(array_of(self)->length); }

Ref array_slice(Thread& t, ArrayObject* a, const SliceRange& r) {
    Ref made = TRY(array_new(t, array_plain_type(a->type), a->code, static_cast<uint64_t>(r.count)));
    ArrayObject* out = made.as<ArrayObject>();
    if (r.step == 1) {
        if (out->length) std::memcpy(out->data, a->data + r.start * a->item, out->length * a->item);
        return made;
    }
    TRY(in_stretches(t, out->length, [&](size_t i, size_t end) {
        for (auto k = static_cast<int64_t>(i); k < static_cast<int64_t>(end); ++k)
            std::memcpy(out->data + k * a->item, a->data + (r.start + k * r.step) * a->item, a->item);
    }));
    return made;
}
Value array_get_item(Thread& t, Value self, Value key) {
    ArrayObject* a = array_of(self);
    if (is_kind(key, Kind::Slice)) {
        Ref plain = TRY(slice_plain(t, key));
        SliceRange r = TRY(slice_adjust(t, plain, static_cast<int64_t>(a->length)));
        return array_slice(t, a, r).release();
    }
    if (!is_int_like(key) && !type_of(t, key)->slots.index)
        return raise(t, Exc::TypeError, "array indices must be integers");
    int64_t i = TRY(index_to_i64(t, key));
    if (i < 0) i += static_cast<int64_t>(a->length);
    if (i < 0 || static_cast<uint64_t>(i) >= a->length) return raise(t, Exc::IndexError, "array index out of range");
    return array_item(t, a, static_cast<uint64_t>(i)).release();
}

// Replaces items [start, stop) by `count` items at `from` (not of this array).
Status splice(Thread& t, ArrayObject* a, uint64_t start, uint64_t stop, const char* from, uint64_t count) {
    uint64_t old = a->length, tail = old - stop, fresh = old - (stop - start) + count;
    if (fresh > old) TRY(array_resize(t, a, fresh));
    if (a->exports && fresh != old)
        return raise(t, Exc::BufferError, "cannot resize an array that is exporting buffers");
    if (tail && count != stop - start) {
        note_bytes(t, tail * a->item);
        std::memmove(a->data + (start + count) * a->item, a->data + stop * a->item, tail * a->item);
    }
    if (count) std::memcpy(a->data + start * a->item, from, count * a->item);
    return fresh < old ? array_resize(t, a, fresh) : ok();
}
Status set_slice(Thread& t, ArrayObject* a, Value key, Value value) {
    Ref copy;
    uint64_t count = 0;
    if (!value.is_unbound()) {
        if (!is_array(value))
            return raise(t, Exc::TypeError, "can only assign array (not \"%.200s\") to array slice",
                         type_name_of(t, value));
        if (array_of(value)->code != a->code)
            return raise(t, Exc::TypeError, "bad argument type for built-in operation");
    }
    Ref plain = TRY(slice_plain(t, key));
    SliceRange r = TRY(slice_adjust(t, plain, static_cast<int64_t>(a->length)));
    const char* from = nullptr;
    if (!value.is_unbound()) {
        copy = own(value);
        if (value.as_object() == a)
            copy = TRY(array_slice(t, a, {0, static_cast<int64_t>(a->length), 1, static_cast<int64_t>(a->length)}));
        from = copy.as<ArrayObject>()->data;
        count = copy.as<ArrayObject>()->length;
    }
    if (r.step == 1) {
        uint64_t start = static_cast<uint64_t>(r.start);
        return splice(t, a, start, start + static_cast<uint64_t>(r.count), from, count);
    }
    if (value.is_unbound()) {
        if (r.count == 0) return ok();
        if (a->exports) return raise(t, Exc::BufferError, "cannot resize an array that is exporting buffers");
        int64_t first = r.step > 0 ? r.start : r.start + (r.count - 1) * r.step, step = std::abs(r.step), gone = 0;
        Looks looks(t);
        for (int64_t i = first; i < static_cast<int64_t>(a->length); ++i) {
            if (gone < r.count && i == first + gone * step) ++gone;
            else std::memcpy(a->data + (i - gone) * a->item, a->data + i * a->item, a->item);
            TRY(looks.next());   // what is half done then keeps its length
        }
        return array_resize(t, a, a->length - static_cast<uint64_t>(r.count));
    }
    if (count != static_cast<uint64_t>(r.count))
        return raise(t, Exc::ValueError, "attempt to assign array of size %llu to extended slice of size %lld",
                     static_cast<unsigned long long>(count), static_cast<long long>(r.count));
    return in_stretches(t, count, [&](size_t i, size_t end) {
        for (auto k = static_cast<int64_t>(i); k < static_cast<int64_t>(end); ++k)
            std::memcpy(a->data + (r.start + k * r.step) * a->item, from + k * a->item, a->item);
    });
}
int array_set_item(Thread& t, Value self, Value key, Value value) {
    ArrayObject* a = array_of(self);
    auto act = [&]() -> Status {
        if (is_kind(key, Kind::Slice)) return set_slice(t, a, key, value);
        if (!is_int_like(key) && !type_of(t, key)->slots.index)
            return raise(t, Exc::TypeError, "array indices must be integer");
        int64_t i = TRY(index_to_i64(t, key));
        if (i < 0) i += static_cast<int64_t>(a->length);
        auto in_range = [&] { return i >= 0 && static_cast<uint64_t>(i) < a->length; };
        if (!in_range()) return raise(t, Exc::IndexError, "array assignment index out of range");
        if (value.is_unbound()) return splice(t, a, static_cast<uint64_t>(i), static_cast<uint64_t>(i) + 1, nullptr, 0);
        char packed[8];
        TRY(array_pack(t, a->code, value, packed));
        if (!in_range()) return raise(t, Exc::IndexError, "array assignment index out of range");
        std::memcpy(a->data + i * a->item, packed, a->item);
        return ok();
    };
    return act() ? 0 : -1;
}

Fallible<int64_t> find_item(Thread& t, ArrayObject* a, Value wanted) {
    Ref held = own(a);
    for (uint64_t i = 0; i < a->length; ++i) {
        Ref item = TRY(array_item(t, a, i));
        bool same = TRY(compare_bool(t, item, wanted, CompareOp::Eq));
        if (same) return static_cast<int64_t>(i);
        TRY(charge_loop(t, i));
    }
    return int64_t{-1};
}
int array_contains(Thread& t, Value self, Value item) {
    Fallible<int64_t> at = find_item(t, array_of(self), item);
    return !at ? -1 : at.value() >= 0;
}

Value array_concat(Thread& t, Value left, Value right) {
    if (!is_array(right))
        return raise(t, Exc::TypeError, "can only append array (not \"%.200s\") to array", type_name_of(t, right));
    ArrayObject *a = array_of(left), *b = array_of(right);
    if (a->code != b->code) return raise(t, Exc::TypeError, "bad argument type for built-in operation");
    Ref made = TRY(array_new(t, array_plain_type(a->type), a->code, 0));
    TRY(array_append_array(t, made.as<ArrayObject>(), a));
    TRY(array_append_array(t, made.as<ArrayObject>(), b));
    return made.release();
}
Status repeat_into(Thread& t, ArrayObject* out, uint64_t had, int64_t count) {
    uint64_t total;
    if (__builtin_mul_overflow(had, static_cast<uint64_t>(std::max<int64_t>(count, 0)), &total))
        return raise_memory_error(t);
    TRY(array_resize(t, out, total));
    TRY(charge_work(t, total / 8));
    if (!had) return ok();
    for (uint64_t done = had; done < total; done += had)
        std::memcpy(out->data + done * out->item, out->data, had * out->item);
    return ok();
}
Value array_repeat(Thread& t, Value self, int64_t count) {
    ArrayObject* a = array_of(self);
    Ref made = TRY(array_new(t, array_plain_type(a->type), a->code, 0));
    if (count <= 0) return made.release();
    TRY(array_append_array(t, made.as<ArrayObject>(), a));
    TRY(repeat_into(t, made.as<ArrayObject>(), a->length, count));
    return made.release();
}
Value array_inplace_concat(Thread& t, Value self, Value other) {
    if (!is_array(other))
        return raise(t, Exc::TypeError, "can only extend array with array (not \"%.200s\")", type_name_of(t, other));
    if (array_of(self)->code != array_of(other)->code)
        return raise(t, Exc::TypeError, "can only extend with array of same kind");
    TRY(array_append_array(t, array_of(self), array_of(other)));
    return own(self).release();
}
Value array_inplace_multiply(Thread& t, Value self, Value count) {
    if (!is_int_like(count) && !type_of(t, count)->slots.index)
        return raise(t, Exc::TypeError, "can't multiply sequence by non-int of type '%.200s'", type_name_of(t, count));
    int64_t n = TRY(index_to_i64(t, count, Exc::OverflowError));
    if (n < 0) n = 0;
    TRY(repeat_into(t, array_of(self), array_of(self)->length, n));
    return own(self).release();
}

Value array_compare(Thread& t, Value left, Value right, CompareOp op) {
    if (!is_array(left) || !is_array(right)) return Value::not_implemented();
    ArrayObject *a = array_of(left), *b = array_of(right);
    if (a->length != b->length && (op == CompareOp::Eq || op == CompareOp::Ne))
        return Value::boolean(op == CompareOp::Ne);
    for (uint64_t i = 0; i < a->length && i < b->length; ++i) {
        TRY(charge_work(t, 1));
        Ref x = TRY(array_item(t, a, i)), y = TRY(array_item(t, b, i));
        bool same = TRY(compare_bool(t, x, y, CompareOp::Eq));
        if (same) continue;
        if (op == CompareOp::Eq || op == CompareOp::Ne) return Value::boolean(op == CompareOp::Ne);
        return rich_compare(t, x, y, op).release();
    }
    Value n = Value::from_int_unchecked(static_cast<int64_t>(a->length)),
          m = Value::from_int_unchecked(static_cast<int64_t>(b->length));
    return rich_compare(t, n, m, op).release();
}

Ref array_tolist(Thread& t, ArrayObject* a) {
    RefTo<ListObject> list = TRY(list_new(t, a->length));
    for (uint64_t i = 0; i < a->length; ++i) {
        Ref item = TRY(array_item(t, a, i));
        TRY(list_append(t, list.get(), item));
        TRY(charge_loop(t, i));
    }
    return list;
}
Ref array_tounicode(Thread& t, ArrayObject* a) {
    if (a->code != 'u') return raise(t, Exc::ValueError, "tounicode() may only be called on unicode type arrays");
    for (uint64_t i = 0; i < a->length; ++i) {
        TRY(array_item(t, a, i));
        TRY(charge_loop(t, i));
    }
    return str_from_ucs4(t, reinterpret_cast<const char32_t*>(a->data), a->length);
}
Value array_repr(Thread& t, Value self) {
    ArrayObject* a = array_of(self);
    if (a->length == 0) return str_format_c(t, "array('%c')", a->code).release();
    Ref contents = a->code == 'u' ? array_tounicode(t, a) : array_tolist(t, a);
    if (contents.failed()) return Value::error();
    RefTo<StrObject> text = TRY(repr(t, contents));
    StrBuilder out(t);
    TRY(out.append_ascii("array('"));
    TRY(out.append_char(static_cast<char32_t>(a->code)));
    TRY(out.append_ascii("', "));
    TRY(out.append(text.get()));
    TRY(out.append_ascii(")"));
    return out.finish().release();
}

int array_buffer(Thread&, Value self, BufferInfo* out) {
    ArrayObject* a = array_of(self);
    static constexpr char kNothing[1] = {};
    out->data = a->data ? a->data : const_cast<char*>(kNothing);
    out->length = a->length * a->item;
    out->readonly = false;
    out->item_size = a->item;
    out->format[0] = a->code == 'u' ? 'w' : a->code;
    out->format[1] = 0;
    ++a->exports;
    out->release = [](Value owner) { --array_of(owner)->exports; };
    return 0;
}

// ------------------------------------------------------------------------------------------------ methods

Status array_append(Thread& t, ArrayObject* a, Value v) { return array_append_item(t, a, v); }
Status array_extend(Thread& t, ArrayObject* a, Value other) {
    if (!is_array(other)) return array_append_all(t, a, other);
    if (array_of(other)->code != a->code) return raise(t, Exc::TypeError, "can only extend with array of same kind");
    return array_append_array(t, a, array_of(other));
}
Status array_insert(Thread& t, ArrayObject* a, int64_t index, Value v) {
    char packed[8];
    TRY(array_pack(t, a->code, v, packed));
    int64_t n = static_cast<int64_t>(a->length);
    if (index < 0) index = std::max<int64_t>(index + n, 0);
    if (index > n) index = n;
    return splice(t, a, static_cast<uint64_t>(index), static_cast<uint64_t>(index), packed, 1);
}
Ref array_pop(Thread& t, ArrayObject* a, Optional<int64_t> index) {
    if (a->length == 0) return raise(t, Exc::IndexError, "pop from empty array");
    int64_t i = index.value_or(-1);
    if (i < 0) i += static_cast<int64_t>(a->length);
    if (i < 0 || static_cast<uint64_t>(i) >= a->length) return raise(t, Exc::IndexError, "pop index out of range");
    Ref item = TRY(array_item(t, a, static_cast<uint64_t>(i)));
    TRY(splice(t, a, static_cast<uint64_t>(i), static_cast<uint64_t>(i) + 1, nullptr, 0));
    return item;
}
Fallible<int64_t> array_index(Thread& t, ArrayObject* a, Value v) {
    int64_t at = TRY(find_item(t, a, v));
    if (at < 0) return raise(t, Exc::ValueError, "array.index(x): x not in list");
    return at;
}
Fallible<int64_t> array_count(Thread& t, ArrayObject* a, Value v) {
    int64_t count = 0;
    for (uint64_t i = 0; i < a->length; ++i) {
        Ref item = TRY(array_item(t, a, i));
        count += TRY(compare_bool(t, item, v, CompareOp::Eq));
        TRY(charge_loop(t, i));
    }
    return count;
}
Status array_remove(Thread& t, ArrayObject* a, Value v) {
    int64_t at = TRY(find_item(t, a, v));
    if (at < 0 || static_cast<uint64_t>(at) >= a->length)
        return raise(t, Exc::ValueError, "array.remove(x): x not in list");
    return splice(t, a, static_cast<uint64_t>(at), static_cast<uint64_t>(at) + 1, nullptr, 0);
}
// `f(items, count)`, as unsigned integers of their size.
template <class F>
void visit_items(ArrayObject* a, F f) {
    auto visit = [&]<class T>(T*) { f(reinterpret_cast<T*>(a->data), a->length); };
    switch (a->item) {
        case 1: return visit(static_cast<uint8_t*>(nullptr));
        case 2: return visit(static_cast<uint16_t*>(nullptr));
        case 4: return visit(static_cast<uint32_t*>(nullptr));
        default: return visit(static_cast<uint64_t*>(nullptr));
    }
}
Status array_reverse(Thread&, ArrayObject* a) {
    visit_items(a, [](auto* items, size_t n) { std::reverse(items, items + n); });
    return ok();
}
Status array_byteswap(Thread&, ArrayObject* a) {
    visit_items(a, []<class T>(T* items, size_t n) {
        for (size_t i = 0; i < n; ++i) {
            if constexpr (sizeof(T) == 2) items[i] = __builtin_bswap16(items[i]);
            else if constexpr (sizeof(T) == 4) items[i] = __builtin_bswap32(items[i]);
            else if constexpr (sizeof(T) == 8) items[i] = __builtin_bswap64(items[i]);
        }
    });
    return ok();
}
Ref array_buffer_info(Thread& t, ArrayObject* a) {
    Ref place = TRY(make_int_u64(t, reinterpret_cast<uint64_t>(a->data)));
    return tuple_pack(t, {place, Value::from_int_unchecked(static_cast<int64_t>(a->length))});
}
Ref array_tobytes(Thread& t, ArrayObject* a) { return bytes_from(t, {a->data ? a->data : "", a->length * a->item}); }
Ref array_tostring(Thread& t, ArrayObject* a) {
    TRY(warn(t, Exc::DeprecationWarning, 2, "tostring() is deprecated. Use tobytes() instead."));
    return array_tobytes(t, a);
}
Status array_frombytes(Thread& t, ArrayObject* a, Value data) { return array_append_bytes(t, a, data); }
Status array_fromstring(Thread& t, ArrayObject* a, Value data) {
    if (!as_str(data)) TRY(get_buffer(t, data));   // what has no bytes is refused before the warning
    TRY(warn(t, Exc::DeprecationWarning, 2, "fromstring() is deprecated. Use frombytes() instead."));
    if (StrObject* text = as_str(data)) {
        std::string utf8 = TRY(str_to_utf8_strict(t, text));
        Ref bytes = TRY(bytes_from(t, utf8));
        return array_append_bytes(t, a, bytes);
    }
    return array_append_bytes(t, a, data);
}
Status array_fromlist(Thread& t, ArrayObject* a, Value list) {
    ListObject* items = as_list(list);
    if (!items) return raise(t, Exc::TypeError, "arg must be list");
    uint64_t before = a->length;
    for (uint32_t i = 0; i < items->size; ++i) {
        Ref item = own(items->items[i]);
        Status added = array_append_item(t, a, item);
        if (added) added = charge_loop(t, i);
        if (added) continue;
        SavedException saved(t);
        if (!array_resize(t, a, std::min(before, a->length))) clear_exception(t);
        return Failed{};
    }
    return ok();
}
Status array_fromunicode(Thread& t, ArrayObject* a, StrObject* text) {
    if (a->code != 'u') return raise(t, Exc::ValueError, "fromunicode() may only be called on unicode type arrays");
    return array_append_text(t, a, text);
}
Status array_fromfile(Thread& t, ArrayObject* a, Value file, int64_t count) {
    if (count < 0) return raise(t, Exc::ValueError, "negative count");
    int64_t bytes;
    if (__builtin_mul_overflow(count, int64_t{a->item}, &bytes)) return raise_memory_error(t);
    StrObject* read = intern_utf8(t, "read");
    if (!read) return Failed{};
    Ref size = TRY(make_int(t, bytes)), data = TRY(call_method(t, file, read, {size}));
    if (!as_bytes(data)) return raise(t, Exc::TypeError, "read() didn't return bytes");
    bool short_read = static_cast<int64_t>(as_bytes(data)->length) != bytes;
    TRY(array_append_bytes(t, a, data));
    if (short_read) return raise(t, Exc::EOFError, "read() didn't return enough bytes");
    return ok();
}
Status array_tofile(Thread& t, ArrayObject* a, Value file) {
    constexpr uint64_t kPiece = 64 * 1024;
    StrObject* write = intern_utf8(t, "write");
    if (!write) return Failed{};
    if (!a->length) TRY(get_attribute(t, file, write));
    for (uint64_t at = 0; at < a->length * a->item; at += kPiece) {
        Ref data = TRY(bytes_from(t, {a->data + at, std::min(kPiece, a->length * a->item - at)}));
        TRY(call_method(t, file, write, {data}));
    }
    return ok();
}
Ref array_copy(Thread& t, ArrayObject* a) {
    int64_t n = static_cast<int64_t>(a->length);
    return array_slice(t, a, {0, n, 1, n});
}
Ref array_deepcopy(Thread& t, ArrayObject* a, Value) { return array_copy(t, a); }
Fallible<int64_t> array_sizeof(Thread&, ArrayObject* a) {
    return static_cast<int64_t>(sizeof(ArrayObject) + a->capacity);
}

int machine_format(char code) {
    switch (code) {
        case 'b': return 1;
        case 'B': return 0;
        case 'u': return 20;
        case 'f': return 14;
        case 'd': return 16;
        default: {
            bool is_signed = code >= 'a';
            int base = array_item_size(code) == 2 ? 2 : array_item_size(code) == 4 ? 6 : 10;
            return base + (is_signed ? 2 : 0);
        }
    }
}

Ref array_reduce_ex(Thread& t, ArrayObject* a, int64_t protocol) {
    Ref dict = TRY(lookup_attribute(t, Value::object(a), t.interp.names.dunder_dict));
    if (dict.get().is_unbound()) dict = own(Value::none());
    Ref code = TRY(str_from_char(t, static_cast<char32_t>(a->code)));
    if (protocol < 3) {
        Ref list = TRY(array_tolist(t, a));
        RefTo<TupleObject> arguments = TRY(tuple_pack(t, {code, list}));
        return tuple_pack(t, {Value::object(a->type), arguments.value(), dict});
    }
    Ref module = TRY(import_module(t, "array"));
    StrObject* key = intern_utf8(t, "_array_reconstructor");
    if (!key) return Failed{};
    Ref rebuild = TRY(get_attribute(t, module, key)), data = TRY(array_tobytes(t, a));
    RefTo<TupleObject> arguments =
        TRY(tuple_pack(t, {Value::object(a->type), code, Value::small_int(machine_format(a->code)), data}));
    return tuple_pack(t, {rebuild, arguments.value(), dict});
}

// What other machines wrote: numbers by format, 0 to 21.
Ref array_reconstructor(Thread& t, Value type_value, Value code_value, int64_t format, Value data) {
    TypeObject* type = as_type(type_value);
    if (!type)
        return raise(t, Exc::TypeError, "first argument must be a type object, not %.200s",
                     type_name_of(t, type_value));
    if (!is_array_type(type)) return raise(t, Exc::TypeError, "%.200s is not a subtype of array.array", type_name(type));
    StrObject* text = as_str(code_value);
    if (!text || text->length != 1)
        return raise(t, Exc::TypeError, "_array_reconstructor() argument 2 must be a unicode character, not %s",
                     type_name_of(t, code_value));
    char32_t code = text->at(0);
    if (code >= 128 || code == 0 || !std::strchr(kArrayTypecodes, static_cast<char>(code)))
        return raise(t, Exc::ValueError, "second argument must be a valid type code");
    if (format < 0 || format > 21)
        return raise(t, Exc::ValueError, "third argument must be a valid machine format code.");
    if (!as_bytes(data))
        return raise(t, Exc::TypeError, "fourth argument should be bytes, not %.200s", type_name_of(t, data));
    std::string_view bytes = as_bytes(data)->view();
    // Integers get the type code of their own size and sign.
    constexpr char kIntegerCodes[] = "BbHHhhIIiiLLll";
    char wanted =
        format < 14 && code != 'u' && code != 'f' && code != 'd' ? kIntegerCodes[format] : static_cast<char>(code);
    Ref made = TRY(array_new(t, type, wanted, 0));
    ArrayObject* a = made.as<ArrayObject>();
    if (format == machine_format(wanted)) {
        TRY(array_append_bytes(t, a, data));
        return made;
    }
    constexpr uint8_t kSizes[] = {1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 8, 8, 8, 8, 4, 4, 8, 8, 2, 2, 4, 4};
    constexpr char kCodes[] = "BbHHhhIIiiQQqqffdd";
    size_t size = kSizes[format];
    bool swapped = format >= 2 && format % 2 == 1;
    if (bytes.size() % size) return raise(t, Exc::ValueError, "string length not a multiple of item size");
    for (size_t at = 0; at < bytes.size(); at += size) {
        char item[8];
        std::memcpy(item, bytes.data() + at, size);
        if (swapped) std::reverse(item, item + size);
        Ref value;
        if (format >= 18) {
            uint32_t c = 0;
            std::memcpy(&c, item, size);
            value = TRY(str_from_char(t, c));
        } else {
            value = TRY(native_item_unpack(t, kCodes[format], item));
        }
        TRY(array_append_item(t, a, value));
        TRY(charge_loop(t, at / size));
    }
    return made;
}

Value get_typecode(Thread& t, Value self) {
    return str_from_char(t, static_cast<char32_t>(array_of(self)->code)).release();
}
Value get_itemsize(Thread&, Value self) { return Value::small_int(array_of(self)->item); }

// ------------------------------------------------------------------------------------------------ iterator

Value array_iter(Thread& t, Value self);
Value iterator_self(Thread&, Value self) { return own(self).release(); }
Value iterator_step(Thread& t, Value self) {
    auto* it = self.as<ArrayIterator>();
    if (!it->array) return Value::exhausted();
    if (it->index < it->array->length) return array_item(t, it->array, it->index++).release();
    decref(static_cast<Object*>(std::exchange(it->array, nullptr)));
    return Value::exhausted();
}
void iterator_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    if (ArrayObject* a = static_cast<ArrayIterator*>(o)->array) decref(static_cast<Object*>(a));
    free_object(interp, o);
}
void iterator_traverse(Object* o, Visitor& visitor) { visitor.visit_pointer(static_cast<ArrayIterator*>(o)->array); }
void iterator_clear(Interpreter&, Object* o) {
    if (ArrayObject* a = std::exchange(static_cast<ArrayIterator*>(o)->array, nullptr)) decref(static_cast<Object*>(a));
}
Ref iterator_reduce(Thread& t, ArrayIterator* it) {
    StrObject* name = intern_utf8(t, "iter");
    if (!name) return Failed{};
    Ref iter = TRY(get_attribute(t, Value::object(t.interp.builtins_module), name));
    if (!it->array) {
        RefTo<ListObject> none = TRY(list_new(t));
        RefTo<TupleObject> arguments = TRY(tuple_pack(t, {none.value()}));
        return tuple_pack(t, {iter, arguments.value()});
    }
    RefTo<TupleObject> arguments = TRY(tuple_pack(t, {Value::object(it->array)}));
    return tuple_pack(t, {iter, arguments.value(), Value::from_int_unchecked(static_cast<int64_t>(it->index))});
}
Status iterator_setstate(Thread&, ArrayIterator* it, int64_t index) {
    if (!it->array) return ok();
    it->index = static_cast<uint64_t>(std::clamp<int64_t>(index, 0, static_cast<int64_t>(it->array->length)));
    return ok();
}
constexpr MethodDef kIteratorMethods[] = {
    method<iterator_reduce>("__reduce__", "(self, /)", "How copying rebuilds the iterator."),
    method<iterator_setstate>("__setstate__", "(self, state, /)", "Set the position."),
};
constexpr TypeSpec kIteratorSpec = {.name = "arrayiterator",
                                    .basic_size = sizeof(ArrayIterator),
                                    .flags = kTypeGc,
                                    .slots = {.dealloc = iterator_dealloc,
                                              .traverse = iterator_traverse,
                                              .clear = iterator_clear,
                                              .iter = iterator_self,
                                              .next = iterator_step},
                                    .methods = kIteratorMethods};

constexpr MethodDef kMethods[] = {
    KRAIT_CLASS_GETITEM,
    method<array_copy>("__copy__", "(self, /)", "Return a copy of the array."),
    method<array_deepcopy>("__deepcopy__", "(self, unused, /)", "Return a copy of the array."),
    method<array_reduce_ex>("__reduce_ex__", "(self, value, /)", "Return state information for pickling."),
    method<array_sizeof>("__sizeof__", "(self, /)", "Size of the array in memory, in bytes."),
    method<array_append>("append", "(self, v, /)", "Append new value v to the end of the array."),
    method<array_buffer_info>("buffer_info", "(self, /)", "Return a tuple (address, length) of the array's memory."),
    method<array_byteswap>("byteswap", "(self, /)", "Byteswap all items of the array."),
    method<array_count>("count", "(self, v, /)", "Return number of occurrences of v in the array."),
    method<array_extend>("extend", "(self, bb, /)", "Append items to the end of the array."),
    method<array_frombytes>("frombytes", "(self, buffer, /)", "Append the machine values in the bytes."),
    method<array_fromfile>("fromfile", "(self, f, n, /)", "Read n items from a binary file and append them."),
    method<array_fromlist>("fromlist", "(self, list, /)", "Append items to array from list."),
    method<array_fromstring>("fromstring", "(self, buffer, /)", "Deprecated: frombytes()."),
    method<array_fromunicode>("fromunicode", "(self, ustr, /)",
                              "Extend a unicode array with the characters of a string."),
    method<array_index>("index", "(self, v, /)", "Return index of first occurrence of v in the array."),
    method<array_insert>("insert", "(self, i, v, /)", "Insert a new item v into the array before position i."),
    method<array_pop>("pop", "(self, i=-1, /)", "Return the i-th element and delete it from the array."),
    method<array_remove>("remove", "(self, v, /)", "Remove the first occurrence of v in the array."),
    method<array_reverse>("reverse", "(self, /)", "Reverse the order of the items in the array."),
    method<array_tobytes>("tobytes", "(self, /)", "Convert the array to machine values and return them as bytes."),
    method<array_tofile>("tofile", "(self, f, /)", "Write all items (as machine values) to a binary file."),
    method<array_tolist>("tolist", "(self, /)", "Convert array to an ordinary list with the same items."),
    method<array_tostring>("tostring", "(self, /)", "Deprecated: tobytes()."),
    method<array_tounicode>("tounicode", "(self, /)", "Convert the array of characters to a string."),
};
constexpr GetSetDef kGetSets[] = {
    {"itemsize", get_itemsize, nullptr, "the size, in bytes, of one array item"},
    {"typecode", get_typecode, nullptr, "the typecode character used to create the array"}};

constexpr Slots array_slots() {
    Slots s = {.dealloc = array_dealloc,
               .traverse = array_traverse,
               .repr = array_repr,
               .hash = hash_not_implemented,
               .compare = array_compare,
               .iter = array_iter,
               .new_ = array_make,
               .length = array_length,
               .get_item = array_get_item,
               .set_item = array_set_item,
               .contains = array_contains,
               .concat = array_concat,
               .repeat = array_repeat,
               .inplace_concat = array_inplace_concat,
               .buffer = array_buffer};
    s.inplace[static_cast<size_t>(BinaryOp::Multiply)] = array_inplace_multiply;
    return s;
}
constexpr TypeSpec kArraySpec = {.name = "array.array",
                                 .doc =
                                     "array(typecode [, initializer]) -> array\n\nA sequence of numbers or characters, "
                                     "stored as the machine has them.",
                                 .basic_size = sizeof(ArrayObject),
                                 .flags = kTypeBase | kTypeGc | kTypeHasWeakrefs | kTypeSequence,
                                 .slots = array_slots(),
                                 .methods = kMethods,
                                 .getsets = kGetSets};

Value array_iter(Thread& t, Value self) {
    auto* type = static_cast<TypeObject*>(static_cast<Object*>(array_plain_type(array_of(self)->type)->native));
    auto* it = allocate<ArrayIterator>(t, type);
    if (!it) return Value::error();
    it->array = own(self).release().as<ArrayObject>();
    it->index = 0;
    gc_track(it);
    return Value::object(it);
}

Status array_exec(Thread& t, ModuleObject* module) {
    TypeObject* type = TRY(module_add_type(t, module, kArraySpec));
    RefTo<TypeObject> iterator = TRY(type_from_spec(t.interp, t, kIteratorSpec, nullptr));
    type->native = static_cast<Object*>(iterator.release());
    t.interp.at_exit.push_back({type->native, [](Interpreter&, void* held) { decref(static_cast<Object*>(held)); }});
    TRY(module_set(t, module, "ArrayType", Value::object(type)));
    return module_set_str(t, module, "typecodes", kArrayTypecodes);
}

constexpr MethodDef kFunctions[] = {
    function<array_reconstructor>("_array_reconstructor", "(arraytype, typecode, mformat_code, items, /)",
                                  "Rebuilds an array from pickled machine values."),
};

}  // namespace

extern const ModuleDef kArrayModule;
constinit const ModuleDef kArrayModule = {
    .name = "array", .doc = "Arrays of machine values.", .functions = kFunctions, .exec = array_exec};

}  // namespace krait
