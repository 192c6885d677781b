// marshal for the layers above: .pyc files and module marshal.
#pragma once

#include <string_view>

#include "vm/object/layouts.h"

namespace krait {

constexpr int kMarshalVersion = 4;

// One object from the start of `data`; *used (if given) is the number of bytes it took. Trusts nothing in `data`:
// EOFError, ValueError, TypeError as CPython. Code objects are verified when they first run.
Ref marshal_read(Thread&, std::string_view data, size_t* used = nullptr);
// bytes. ValueError "unmarshallable object".
Ref marshal_write(Thread&, Value object, int version = kMarshalVersion);

}  // namespace krait
