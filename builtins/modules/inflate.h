// Compressed entries of zip files (zlib).
#pragma once

#include "vm/protocol/protocol.h"

namespace krait {

// Bytes of a raw deflate stream that makes exactly `size` bytes. ValueError for anything else.
Ref inflate_raw(Thread&, std::string_view data, size_t size);

// Code or text of a frozen module, packed with the end of `dictionary` as what went before; false when there is no
// memory for the unpacking.
bool inflate_text(std::string_view data, size_t size, std::string* out, std::string_view dictionary = {});

}  // namespace krait
