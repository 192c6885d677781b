// StringIO: text in memory, in the narrowest unit that has fitted so far.
#include <cstring>

#include "builtins/modules/io_objects.h"
#include "vm/object/instance_object.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

Status check_open(Thread& t, const StringIOObject* self) {
    if (!self->ready) return raise(t, Exc::ValueError, "I/O operation on uninitialized object");
    return self->closed ? Status(raise_closed(t, "I/O operation on closed file")) : ok();
}

size_t left(const StringIOObject* self) { return self->position < self->length ? self->length - self->position : 0; }

// ------------------------------------------------------------------------------------------------ units

template <class From, class To>
void copy_units(const From* from, To* to, size_t n) {
    for (size_t i = 0; i < n; ++i) to[i] = static_cast<To>(from[i]);
}
template <class From>
void copy_from(const From* from, char* to, unsigned unit, size_t n) {
    if (unit == sizeof(From))
        std::memcpy(to, from, n * unit);
    else if (unit == 1)
        copy_units(from, reinterpret_cast<uint8_t*>(to), n);
    else if (unit == 2)
        copy_units(from, reinterpret_cast<uint16_t*>(to), n);
    else
        copy_units(from, reinterpret_cast<uint32_t*>(to), n);
}
void convert_units(const char* from, unsigned from_unit, char* to, unsigned to_unit, size_t n) {
    if (from_unit == 1)
        copy_from(reinterpret_cast<const uint8_t*>(from), to, to_unit, n);
    else if (from_unit == 2)
        copy_from(reinterpret_cast<const uint16_t*>(from), to, to_unit, n);
    else
        copy_from(reinterpret_cast<const uint32_t*>(from), to, to_unit, n);
}

template <class U>
char32_t max_unit(const U* s, size_t n) {
    U all = 0;
    for (size_t i = 0; i < n; ++i) all = std::max(all, s[i]);
    return all;
}

// Characters [start, start + n) as str.
Ref text_at(Thread& t, const StringIOObject* self, size_t start, size_t n) {
    if (n == 0) return own(Value::object(t.interp.empty_str));
    const char* from = self->data + start * self->unit;
    if (self->unit == 1) return str_from_latin1(t, {from, n});
    char32_t most = self->unit == 2 ? max_unit(reinterpret_cast<const uint16_t*>(from), n)
                                    : max_unit(reinterpret_cast<const uint32_t*>(from), n);
    RefTo<StrObject> text = TRY(str_new_uninitialised(t, n, most));
    convert_units(from, self->unit, text->data, text->unit(), n);
    return text;
}

// Room for `length` characters of `unit` bytes.
Status make_room(Thread& t, StringIOObject* self, size_t length, unsigned unit) {
    unit = std::max(unit, self->unit);
    if (KRAIT_LIKELY(unit == self->unit && length <= self->capacity)) return ok();
    if (length > (size_t{1} << 56)) return raise_memory_error(t);
    size_t capacity = length <= self->capacity ? self->capacity : std::max<size_t>(length + length / 2, 64);
    if (unit == self->unit) {
        void* moved = self->data ? t.heap.resize_buffer(self->data, self->capacity * unit, capacity * unit)
                                 : t.heap.allocate_buffer(capacity * unit);
        if (!moved) return raise_memory_error(t);
        self->data = static_cast<char*>(moved);
    } else {
        auto* fresh = static_cast<char*>(t.heap.allocate_buffer(capacity * unit));
        if (!fresh) return raise_memory_error(t);
        if (self->data) {
            convert_units(self->data, self->unit, fresh, unit, self->length);
            t.heap.free_buffer(self->data, self->capacity * self->unit);
        }
        self->data = fresh;
        self->unit = unit;
    }
    self->capacity = capacity;
    return ok();
}

Status put(Thread& t, StringIOObject* self, const StrObject* s, size_t start, size_t n) {
    if (n == 0) return ok();
    size_t end;
    if (__builtin_add_overflow(self->position, n, &end)) return raise(t, Exc::OverflowError, "new position too large");
    TRY(make_room(t, self, end, s->unit()));
    if (self->position > self->length)
        std::memset(self->data + self->length * self->unit, 0, (self->position - self->length) * self->unit);
    convert_units(s->data + start * s->unit(), s->unit(), self->data + self->position * self->unit, self->unit, n);
    self->position = end;
    self->length = std::max(self->length, end);
    return ok();
}

void release_text(Heap& heap, StringIOObject* self) {
    if (self->data) heap.free_buffer(self->data, self->capacity * self->unit);
    self->data = nullptr;
    self->length = self->capacity = self->position = 0;
    self->unit = 1;
}

}  // namespace

Status stringio_write_str(Thread& t, StringIOObject* self, StrObject* s) {
    TRY(check_open(t, self));
    Ref text = own(s);
    if (self->newline.universal) {
        text = TRY(translate_newlines(t, s, self->newline.translate, true, &self->newlines));
        s = text.as<StrObject>();
    }
    if (!self->newline.write) return put(t, self, s, 0, s->length);
    Ref end_text = TRY(str_from_ascii(t, self->newline.write));
    auto* line_end = end_text.as<StrObject>();
    Looks looks(t);
    size_t start = 0;
    for (;;) {
        int64_t end = find_line_end(s, LineEnd::Lf, start);
        if (end < 0) break;
        TRY(looks.next());
        TRY(put(t, self, s, start, static_cast<size_t>(end) - 1 - start));
        TRY(put(t, self, line_end, 0, line_end->length));
        start = static_cast<size_t>(end);
    }
    return put(t, self, s, start, s->length - start);
}

namespace {

// ------------------------------------------------------------------------------------------------ creation

Value stringio_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* self = allocate_instance<StringIOObject>(t, type);
    if (!self) return Value::error();
    self->data = nullptr;
    self->length = self->capacity = self->position = 0;
    self->unit = 1;
    self->closed = self->ready = false;
    self->newline = {Value::none(), LineEnd::Lf, false, false, nullptr};
    self->newlines = {};
    gc_track(self);
    return Value::object(self);
}

Status setup(Thread& t, StringIOObject* self, Value initial, Value newline_value) {
    NewlineMode newline;
    Ref newline_text =
        newline_value.is_unbound() ? own(Value::object(t.interp.single_chars['\n'])) : own(newline_value);
    TRY(parse_newline(t, newline_text, nullptr, &newline));
    Ref old = Ref::steal(self->newline.text);
    self->newline = newline;
    if (!initial.is_unbound() && !initial.is_none() && !as_str(initial))
        return raise(t, Exc::TypeError, "initial_value must be str or None, not %.200s", type_name_of(t, initial));
    self->newlines = {};
    release_text(t.heap, self);
    self->ready = true;
    self->closed = false;
    if (as_str(initial)) TRY(stringio_write_str(t, self, as_str(initial)));
    self->position = 0;
    return ok();
}

int stringio_init(Thread& t, Value self, const CallArgs& call_args) {
    static constexpr const char* kSignature = "(initial_value='', newline='\\n')";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "StringIO", kInfo, kSignature, call_args);
    if (bound.failed()) return -1;
    return setup(t, self.as<StringIOObject>(), bound.slots[0], bound.slots[1]) ? 0 : -1;
}

// ------------------------------------------------------------------------------------------------ methods

Ref take(Thread& t, StringIOObject* self, size_t n) {
    n = std::min(n, left(self));
    Ref text = TRY(text_at(t, self, self->position, n));
    self->position += n;
    return text;
}

Ref stringio_read(Thread& t, StringIOObject* self, Value size) {
    TRY(check_open(t, self));
    int64_t n = TRY(size_argument(t, size));
    TRY(check_open(t, self));
    return take(t, self, n < 0 ? SIZE_MAX : static_cast<size_t>(n));
}

Ref take_line(Thread& t, StringIOObject* self, int64_t limit) {
    size_t n = left(self);
    if (n) {
        int64_t end = find_line_end(self->data, self->unit, self->newline.read, self->position, self->length);
        if (end >= 0) n = static_cast<size_t>(end) - self->position;
    }
    if (limit >= 0) n = std::min(n, static_cast<size_t>(limit));
    return take(t, self, n);
}

Ref stringio_readline(Thread& t, StringIOObject* self, Value size) {
    TRY(check_open(t, self));
    int64_t limit = TRY(size_argument(t, size));
    TRY(check_open(t, self));
    return take_line(t, self, limit);
}

Value stringio_next(Thread& t, Value self_value) {
    auto* self = self_value.as<StringIOObject>();
    auto next = [&]() -> Ref {
        TRY(check_open(t, self));
        if (self->type->spec == &kStringIOSpec) return take_line(t, self, -1);
        Ref line = TRY(call_method(t, self_value, t.interp.names.readline));
        if (!as_str(line))
            return raise(t, Exc::OSError, "readline() should have returned an str object, not '%.200s'",
                         type_name_of(t, line));
        return line;
    };
    Ref line = next();
    if (line.failed()) return Value::error();
    return line.as<StrObject>()->length == 0 ? Value::exhausted() : line.release();
}

Ref stringio_write(Thread& t, StringIOObject* self, Value text) {
    TRY(check_open(t, self));
    StrObject* s = as_str(text);
    if (!s) return raise(t, Exc::TypeError, "string argument expected, got '%s'", type_name_of(t, text));
    TRY(stringio_write_str(t, self, s));
    return make_int(t, static_cast<int64_t>(s->length));
}

Fallible<int64_t> stringio_seek(Thread& t, StringIOObject* self, Value offset, Value whence_value) {
    TRY(check_open(t, self));
    int64_t at = TRY(strict_size(t, offset));
    int64_t whence = TRY(whence_argument(t, whence_value));
    TRY(check_open(t, self));
    if (whence < 0 || whence > 2)
        return raise(t, Exc::ValueError, "Invalid whence (%lld, should be 0, 1 or 2)", static_cast<long long>(whence));
    if (at < 0 && whence == 0)
        return raise(t, Exc::ValueError, "Negative seek position %lld", static_cast<long long>(at));
    if (whence && at) return raise(t, Exc::OSError, "Can't do nonzero cur-relative seeks");
    if (whence == 0) self->position = static_cast<size_t>(at);
    if (whence == 2) self->position = self->length;
    return static_cast<int64_t>(self->position);
}

Fallible<int64_t> stringio_tell(Thread& t, StringIOObject* self) {
    TRY(check_open(t, self));
    return static_cast<int64_t>(self->position);
}

Fallible<int64_t> stringio_truncate(Thread& t, StringIOObject* self, Value size) {
    TRY(check_open(t, self));
    int64_t n = static_cast<int64_t>(self->position);
    if (!size.is_unbound() && !size.is_none()) {
        n = TRY(size_argument(t, size));
        if (n < 0) return raise(t, Exc::ValueError, "Negative size value %lld", static_cast<long long>(n));
        TRY(check_open(t, self));
    }
    self->length = std::min(self->length, static_cast<size_t>(n));
    return n;
}

Ref stringio_getvalue(Thread& t, StringIOObject* self) {
    TRY(check_open(t, self));
    return text_at(t, self, 0, self->length);
}

Status stringio_close(Thread& t, StringIOObject* self) {
    release_text(t.heap, self);
    self->closed = true;
    return ok();
}

Fallible<bool> stringio_true(Thread& t, StringIOObject* self) {
    TRY(check_open(t, self));
    return true;
}

Ref stringio_getstate(Thread& t, StringIOObject* self) {
    Ref value = TRY(stringio_getvalue(t, self));
    Ref position = TRY(make_int(t, static_cast<int64_t>(self->position)));
    DictObject** slot = object_dict_slot(self);
    Ref dict = slot && *slot ? Ref(TRY(dict_copy(t, *slot))) : own(Value::none());
    return tuple_pack(t, {value, self->newline.text, position, dict});
}

Status stringio_setstate(Thread& t, StringIOObject* self, Value state) {
    if (self->ready) TRY(check_open(t, self));
    TupleObject* parts = as_tuple(state);
    if (!parts || parts->size < 4)
        return raise(t, Exc::TypeError, "%.200s.__setstate__ argument should be 4-tuple, got %.200s",
                     type_name(self->type), type_name_of(t, state));
    Ref keep = own(state);
    if (!as_str(parts->items[0]))
        return raise(t, Exc::TypeError, "initial_value must be str or None, not %.200s",
                     type_name_of(t, parts->items[0]));
    // The text is as it was stored: no line end is translated again.
    TRY(setup(t, self, Value::none(), parts->items[1]));
    TRY(put(t, self, as_str(parts->items[0]), 0, as_str(parts->items[0])->length));
    if (!is_int_like(parts->items[2]))
        return raise(t, Exc::TypeError, "third item of state must be an integer, got %.200s",
                     type_name_of(t, parts->items[2]));
    int64_t position = TRY(index_to_i64(t, parts->items[2], Exc::OverflowError));
    if (position < 0) return raise(t, Exc::ValueError, "position value cannot be negative");
    self->position = static_cast<size_t>(position);
    if (parts->items[3].is_none()) return ok();
    if (!as_dict(parts->items[3]))
        return raise(t, Exc::TypeError, "fourth item of state should be a dict, got a %.200s",
                     type_name_of(t, parts->items[3]));
    DictObject* dict = TRY(instance_dict(t, self));
    return dict ? dict_update(t, dict, parts->items[3]) : ok();
}

Value get_closed(Thread& t, Value self) {
    if (!self.as<StringIOObject>()->ready) return raise(t, Exc::ValueError, "I/O operation on uninitialized object");
    return Value::boolean(self.as<StringIOObject>()->closed);
}
Value get_line_buffering(Thread& t, Value self) {
    if (!check_open(t, self.as<StringIOObject>())) return Value::error();
    return Value::false_value();
}
Value get_newlines(Thread& t, Value self) {
    if (!check_open(t, self.as<StringIOObject>())) return Value::error();
    return seen_newlines(t, self.as<StringIOObject>()->newlines.seen).release();
}

void stringio_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* self = static_cast<StringIOObject*>(o);
    release_text(interp.heap, self);
    drop_owned(&self->newline.text);
    instance_clear_values(interp, o);
    free_object(interp, o);
}

constexpr MethodDef kMethods[] = {
    method<stringio_read>("read", "(self, size=None, /)", "Read at most size characters, returned as a string."),
    method<stringio_readline>("readline", "(self, size=None, /)", "Read until newline or EOF."),
    method<stringio_write>("write", "(self, s, /)", "Write string to file; the number of characters."),
    method<stringio_seek>("seek", "(self, pos, whence=0, /)", "Change stream position; the new absolute one."),
    method<stringio_tell>("tell", "(self, /)", "Tell the current file position."),
    method<stringio_truncate>("truncate", "(self, pos=None, /)", "Truncate size to pos."),
    method<stringio_getvalue>("getvalue", "(self, /)", "Retrieve the entire contents of the object."),
    method<stringio_close>("close", "(self, /)", "Close the IO object; the text is gone."),
    method<stringio_true>("readable", "(self, /)", "Returns True if the IO object can be read."),
    method<stringio_true>("writable", "(self, /)", "Returns True if the IO object can be written."),
    method<stringio_true>("seekable", "(self, /)", "Returns True if the IO object can be seeked."),
    method<stringio_getstate>("__getstate__", "(self, /)", "(text, newline, position, dict)"),
    method<stringio_setstate>("__setstate__", "(self, state, /)", "What __getstate__() gave."),
};
constexpr GetSetDef kGetSets[] = {
    {"closed", get_closed, nullptr, nullptr},
    {"line_buffering", get_line_buffering, nullptr, nullptr},
    {"newlines", get_newlines, nullptr, nullptr},
};

}  // namespace

constinit const TypeSpec kStringIOSpec = {
    .name = "_io.StringIO",
    .doc =
        "Text I/O implementation using an in-memory buffer.\n\nThe initial_value argument sets the value of object. "
        "The newline argument is like the one of TextIOWrapper's constructor.",
    .basic_size = sizeof(StringIOObject),
    .slots = {.dealloc = stringio_dealloc, .next = stringio_next, .new_ = stringio_new, .init = stringio_init},
    .methods = kMethods,
    .getsets = kGetSets,
    .new_signature = "(initial_value='', newline='\\n')",
};

}  // namespace krait
