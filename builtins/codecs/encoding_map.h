// What codecs.charmap_build() makes of a decoding table: a dict of characters to bytes, for charmap_encode().
#pragma once

#include "vm/object/layouts.h"

namespace krait {

Ref encoding_map_build(Thread&, StrObject* decoding_table);

}  // namespace krait
