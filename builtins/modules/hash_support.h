// What the modules of digests share: bytes into an algorithm, digests as bytes and hexadecimal text.
#pragma once

#include <string_view>

#include "vm/native/module_def.h"
#include "vm/object/buffer.h"

namespace krait {

inline Ref hex_text(Thread& t, const uint8_t* bytes, size_t size) {
    RefTo<StrObject> text = TRY(str_new_uninitialised(t, 2 * size, 'f'));
    for (size_t i = 0; i < size; ++i) {
        text->data[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
        text->data[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
    return text;
}

// Adds the bytes of an object, with polls.
template <class Algorithm>
Status hash_add(Thread& t, Algorithm& algorithm, Value data) {
    if (as_str(data)) return raise(t, Exc::TypeError, "Unicode-objects must be encoded before hashing");
    if (!has_buffer(t, data)) return raise(t, Exc::TypeError, "object supporting the buffer API required");
    BufferView bytes = TRY(get_buffer(t, data));
    constexpr size_t kPiece = 1 << 16;
    for (std::string_view rest = bytes.view(); !rest.empty();) {
        std::string_view piece = rest.substr(0, kPiece);
        algorithm.add(piece);
        rest.remove_prefix(piece.size());
        TRY(charge_work(t, piece.size() / 16));
    }
    return ok();
}

}  // namespace krait
