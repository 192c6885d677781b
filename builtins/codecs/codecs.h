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

}  // namespace krait
