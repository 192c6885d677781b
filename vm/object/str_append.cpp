// Appending to a str nobody else refers to: `text += piece` in a loop costs the piece, not the text.
#include "vm/error/raise.h"
#include "vm/object/str_units.h"
#include "vm/runtime/thread.h"

namespace krait {

static void append_units(StrObject* text, const StrObject* piece) {
    size_t length = text->length;
    text->length = length + piece->length;
    text->hash = 0;
    if (!piece->ascii()) text->aux &= static_cast<uint16_t>(~8);
    copy_into(text, length, piece, 0, piece->length);
    std::memset(text->data + text->byte_size(), 0, text->unit());
}

Value str_append(Thread& t, Value left, StrObject* piece) {
    StrObject* text = left.as<StrObject>();
    if (piece->length == 0) return left;
    bool fits_unit = piece->unit() <= text->unit();
    size_t needed = kStrHeaderSize + (text->length + piece->length + 1) * text->unit();
    if (fits_unit && needed <= t.heap.object_size(text)) {
        append_units(text, piece);
        return left;
    }
    if (!fits_unit || needed < 128) {
        Value joined = str_concat(t, text, piece).release();
        if (!joined.is_error()) decref(left);
        return joined;
    }
    // Room for more of the same: appending n times stays linear.
    auto* grown = allocate<StrObject>(t, t.interp.type(Kind::Str), needed + needed / 4);
    if (!grown) return Value::error();
    grown->aux = text->aux;
    grown->length = text->length;
    std::memcpy(grown->data, text->data, text->byte_size());
    append_units(grown, piece);
    Ref result = Ref::steal(grown);
    if (needed > 65536 && charge_work(t, needed / 64).failed()) return Value::error();
    decref(left);
    return result.release();
}

}  // namespace krait
