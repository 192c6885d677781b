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

// How many characters at the beginning of a text of one byte each need no escape, in steps of eight.
inline size_t json_plain_prefix(const uint8_t* p, size_t n, bool ascii_only) {
    constexpr uint64_t kOnes = 0x0101010101010101, kHigh = 0x8080808080808080;
    auto has_zero = [](uint64_t x) { return (x - kOnes) & ~x & kHigh; };
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t x;
        __builtin_memcpy(&x, p + i, 8);
        uint64_t stops = has_zero(x ^ kOnes * '"') | has_zero(x ^ kOnes * '\\') | ((x - kOnes * 0x20) & ~x & kHigh);
        if (ascii_only) stops |= (x & kHigh) | has_zero(x ^ kOnes * 0x7F);
        if (stops) break;
    }
    return i;
}

extern const TypeSpec kJsonScannerSpec, kJsonEncoderSpec;
extern const MethodDef kEncodeBasestring, kEncodeBasestringAscii;

}  // namespace krait
