// Text encodings: entry points for str.encode, bytes.decode, str(b, encoding), open(), and module _codecs.
// The common encodings work without any Python code; others go through the codec registry (search functions, package
// `encodings`). `encoding` and `errors` may be null: utf-8, strict.
#pragma once

#include <string_view>

#include "vm/object/buffer.h"
#include "vm/object/str_object.h"

namespace krait {

// str.encode: bytes. LookupError "unknown encoding: x".
Ref encode_text(Thread&, StrObject* text, StrObject* encoding, StrObject* errors);
// bytes.decode: str. `object` is bytes-like.
Ref decode_bytes(Thread&, Value object, StrObject* encoding, StrObject* errors);
// Bytes at hand, UTF-8.
Ref decode_utf8(Thread&, std::string_view data, StrObject* errors = nullptr);

// For short texts and stretches of others, into room that the caller has (a byte more than the width of each unit, four
// at most; a unit for each byte). The end is given back; null: a surrogate.
char* encode_utf8_into(const StrObject*, size_t from, size_t to, char* out);
// `all` is the union of the characters beyond ASCII. Null: the bytes are no UTF-8, or of characters from U+10000 on.
uint16_t* decode_utf8_narrow(std::string_view data, uint16_t* out, uint32_t* all);

}  // namespace krait
