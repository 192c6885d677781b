// What the sources of module _json share.
#pragma once

#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

// A string literal whose opening quote stands before `start`: the text; *end is the index behind the closing quote.
Ref json_scan_string(Thread&, StrObject* text, size_t start, bool strict, size_t* end);
// json.decoder.JSONDecodeError(message, text, position).
Failed raise_json_error(Thread&, const char* message, StrObject* text, size_t position);

// The text as a JSON string literal, appended.
Status json_append_quoted(Thread&, StrBuilder&, const StrObject*, bool ascii_only);

extern const TypeSpec kJsonScannerSpec, kJsonEncoderSpec;
extern const MethodDef kEncodeBasestring, kEncodeBasestringAscii;

}  // namespace krait
