#include "builtins/modules/array_object.h"

#include <cstring>

#include "builtins/types/native_item.h"
#include "vm/object/buffer.h"
#include "vm/object/instance_object.h"
#include "vm/object/str_units.h"
#include "vm/runtime/work.h"

namespace krait {

unsigned array_item_size(char code) { return code == 'u' ? 4 : native_item_size(code); }

bool is_array_type(const TypeObject* type) {
    while (type && !type->spec) type = type->base;
    return type && type->spec->slots.dealloc == array_dealloc;
}

Status array_resize(Thread& t, ArrayObject* a, uint64_t length) {
    if (a->exports && length != a->length)
        return raise(t, Exc::BufferError, "cannot resize an array that is exporting buffers");
    uint64_t bytes;
    if (__builtin_mul_overflow(length, uint64_t{a->item}, &bytes) || bytes > (uint64_t{1} << 58))
        return raise_memory_error(t);
    if (bytes > a->capacity || bytes < a->capacity / 4) {
        note_bytes(t, bytes);
        uint64_t wanted = bytes == 0 ? 0 : bytes + bytes / 8 + 16;
        if (wanted == 0) {
            if (a->data) t.heap.free_buffer(a->data, a->capacity);
            a->data = nullptr;
        } else {
            void* moved = a->data ? t.heap.resize_buffer(a->data, a->capacity, wanted) : t.heap.allocate_buffer(wanted);
            if (!moved) return raise_memory_error(t);
            a->data = static_cast<char*>(moved);
        }
        a->capacity = wanted;
    }
    a->length = length;
    return ok();
}

Ref array_new(Thread& t, TypeObject* type, char code, uint64_t length) {
    auto* a = allocate_instance<ArrayObject>(t, type);
    if (!a) return Failed{};
    a->data = nullptr;
    a->length = a->capacity = a->exports = 0;
    a->code = code;
    a->item = static_cast<uint8_t>(array_item_size(code));
    Ref held = Ref::steal(a);
    TRY(array_resize(t, a, length));
    return held;
}
TypeObject* array_plain_type(TypeObject* type) {
    while (!type->spec) type = type->base;
    return type;
}
void array_dealloc(Interpreter& interp, Object* o) {
    auto* a = static_cast<ArrayObject*>(o);
    if (a->data) interp.heap.free_buffer(a->data, a->capacity);
    instance_clear_values(interp, o);
    free_object(interp, o);
}
void array_traverse(Object* o, Visitor& visitor) { instance_visit_values(o, visitor); }

// ------------------------------------------------------------------------------------------------ items

static Failed out_of_range(Thread& t, char code, bool negative) {
    const char* end = negative ? "less than minimum" : "greater than maximum";
    switch (code) {
        case 'b': return raise(t, Exc::OverflowError, "signed char is %s", end);
        case 'B': return raise(t, Exc::OverflowError, "unsigned byte integer is %s", end);
        case 'h': return raise(t, Exc::OverflowError, "signed short integer is %s", end);
        case 'H': return raise(t, Exc::OverflowError, "unsigned short is %s", end);
        case 'i': return raise(t, Exc::OverflowError, "signed integer is %s", end);
        case 'I':
            if (negative) return raise(t, Exc::OverflowError, "can't convert negative value to unsigned int");
            return raise(t, Exc::OverflowError, "unsigned int is greater than maximum");
        case 'l': return raise(t, Exc::OverflowError, "Python int too large to convert to C long");
        case 'L':
            if (negative) return raise(t, Exc::OverflowError, "can't convert negative value to unsigned int");
            return raise(t, Exc::OverflowError, "Python int too large to convert to C unsigned long");
        case 'Q':
            if (negative) return raise(t, Exc::OverflowError, "can't convert negative int to unsigned");
            [[fallthrough]];
        default: return raise(t, Exc::OverflowError, "int too big to convert");
    }
}

Status array_pack(Thread& t, char code, Value v, char* out) {
    if (code == 'u') {
        StrObject* text = as_str(v);
        if (!text || text->length != 1) return raise(t, Exc::TypeError, "array item must be unicode character");
        uint32_t c = text->at(0);
        std::memcpy(out, &c, sizeof c);
        return ok();
    }
    if (code == 'f' || code == 'd') {
        double number = TRY(to_double(t, v));
        if (code == 'd') {
            std::memcpy(out, &number, sizeof number);
        } else {
            float small = static_cast<float>(number);
            std::memcpy(out, &small, sizeof small);
        }
        return ok();
    }
    if (is_float_like(v)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    // __int__ counts here, __index__ alone does not.
    if (!is_int_like(v) && !type_of(t, v)->slots.as_int)
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, v));
    Ref number = is_int_like(v) ? own(v) : TRY(to_int(t, v));
    PackFault fault = native_item_pack(t, code, number, out);
    if (fault == PackFault::None) return ok();
    if (fault == PackFault::Raised) return Failed{};
    return out_of_range(t, code, int_to_bigint(number).is_negative());
}
Ref array_item(Thread& t, const ArrayObject* a, uint64_t i) {
    const char* place = a->data + i * a->item;
    if (a->code != 'u') return native_item_unpack(t, a->code, place);
    uint32_t c;
    std::memcpy(&c, place, sizeof c);
    if (c > 0x10ffff) return raise(t, Exc::ValueError, "character U+%x is not in range [U+0000; U+10ffff]", c);
    return str_from_char(t, c);
}

Status array_append_item(Thread& t, ArrayObject* a, Value v) {
    char packed[8];
    TRY(array_pack(t, a->code, v, packed));
    uint64_t at = a->length;
    TRY(array_resize(t, a, at + 1));
    std::memcpy(a->data + at * a->item, packed, a->item);
    return ok();
}
Status array_append_all(Thread& t, ArrayObject* a, Value iterable) {
    Iteration it(t, iterable);
    while (it.next()) TRY(array_append_item(t, a, it.item()));
    if (it.failed()) return Failed{};
    return ok();
}
Status array_append_bytes(Thread& t, ArrayObject* a, Value data) {
    BufferView view = TRY(get_buffer(t, data));
    if (view.size() % a->item) return raise(t, Exc::ValueError, "bytes length not a multiple of item size");
    std::string copy;
    std::string_view bytes = view.view();
    if (view.data() >= a->data && view.data() < a->data + a->capacity) copy = bytes, bytes = copy;
    uint64_t at = a->length;
    if (bytes.empty()) return ok();
    TRY(array_resize(t, a, at + bytes.size() / a->item));
    std::memcpy(a->data + at * a->item, bytes.data(), bytes.size());
    return ok();
}
Status array_append_text(Thread& t, ArrayObject* a, StrObject* text) {
    uint64_t at = a->length;
    if (!text->length) return ok();
    TRY(array_resize(t, a, at + text->length));
    widen_units(a->data + at * 4, 4, text->data, text->unit(), text->length);
    return ok();
}
Status array_append_array(Thread& t, ArrayObject* a, ArrayObject* other) {
    uint64_t at = a->length, count = other->length;
    if (!count) return ok();
    TRY(array_resize(t, a, at + count));
    std::memcpy(a->data + at * a->item, other->data, count * a->item);
    return ok();
}

}  // namespace krait
