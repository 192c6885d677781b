// The codec registry of an interpreter: search functions, their answers, error handlers.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

struct CodecState {
    ListObject* search_path = nullptr;      // owned; functions name -> CodecInfo or None
    DictObject* cache = nullptr;            // owned; normalised name -> CodecInfo
    DictObject* error_handlers = nullptr;   // owned; name -> function
    bool encodings_imported = false;
};

Fallible<CodecState*> codec_state(Thread&);
// CodecInfo (a tuple) by encoding name. LookupError "unknown encoding: x".
Ref lookup_codec(Thread&, StrObject* encoding);
// Entries of a CodecInfo.
enum class CodecEntry : uint32_t { Encoder, Decoder };
// Calls an encoder or decoder (`errors` may be null) and gives the first item of the pair it returns. When it raises an
// exception of a class that can be made of a message alone, one of the same class that names the codec takes its place.
Ref run_codec(Thread&, CodecEntry, Value function, Value input, StrObject* encoding, StrObject* errors);
Status register_codec_search(Thread&, Value function);
// Handler function; the built-in ones are natives of module _codecs. LookupError "unknown error handler name 'x'".
Ref lookup_error_handler(Thread&, StrObject* name_or_null);
Status register_error_handler(Thread&, StrObject* name, Value function);
// Built-in handler as a native function; UNBOUND when the name is not built in.
Ref builtin_error_handler(Thread&, StrObject* name);

}  // namespace krait
