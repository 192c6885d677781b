// Compressed entries of zip files (zlib).
#pragma once

#include "vm/protocol/protocol.h"

namespace krait {

// Bytes of a raw deflate stream that makes exactly `size` bytes. ValueError for anything else.
Ref inflate_raw(Thread&, std::string_view data, size_t size);

}  // namespace krait
