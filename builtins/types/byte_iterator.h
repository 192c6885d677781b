// Iterators of bytes and bytearray.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

struct ByteIteratorObject : Object {
    Value sequence;      // bytes or bytearray; UNBOUND: exhausted
    uint64_t index;
};
Ref byte_iterator_new(Thread&, Kind iterator_kind, Value sequence);

}  // namespace krait
