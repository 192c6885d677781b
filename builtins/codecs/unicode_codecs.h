// Encoders and decoders by encoding. `errors` may be null (strict). Decoders take `consumed`: null when the input is
// complete, otherwise an unfinished tail is left undecoded and *consumed tells where it begins.
#pragma once

#include <string_view>

#include "vm/object/str_object.h"

namespace krait {

enum class ByteOrder : int8_t { Little = -1, Native = 0, Big = 1 };   // Native: with a byte order mark

Ref encode_utf8(Thread&, StrObject*, StrObject* errors);
Ref decode_utf8_stateful(Thread&, std::string_view, StrObject* errors, size_t* consumed);
Ref encode_utf16(Thread&, StrObject*, StrObject* errors, ByteOrder);
Ref encode_utf32(Thread&, StrObject*, StrObject* errors, ByteOrder);
// *order is updated when a byte order mark is read.
Ref decode_utf16(Thread&, std::string_view, StrObject* errors, ByteOrder* order, size_t* consumed);
Ref decode_utf32(Thread&, std::string_view, StrObject* errors, ByteOrder* order, size_t* consumed);
Ref encode_utf7(Thread&, StrObject*, StrObject* errors);
Ref decode_utf7(Thread&, std::string_view, StrObject* errors, size_t* consumed);

Ref encode_ascii(Thread&, StrObject*, StrObject* errors);
Ref decode_ascii(Thread&, std::string_view, StrObject* errors);
Ref encode_latin1(Thread&, StrObject*, StrObject* errors);
Ref decode_latin1(Thread&, std::string_view);
// mapping: UNBOUND for Latin-1; str for decoding; dict-like; EncodingMap.
Ref encode_charmap(Thread&, StrObject*, StrObject* errors, Value mapping);
Ref decode_charmap(Thread&, std::string_view, StrObject* errors, Value mapping);

Ref encode_unicode_escape(Thread&, StrObject*);
Ref decode_unicode_escape(Thread&, std::string_view, StrObject* errors);
Ref encode_raw_unicode_escape(Thread&, StrObject*);
Ref decode_raw_unicode_escape(Thread&, std::string_view, StrObject* errors);
Ref decode_bytes_escape(Thread&, std::string_view, StrObject* errors);   // \x41 in bytes literals
Ref encode_bytes_escape(Thread&, std::string_view);

}  // namespace krait
