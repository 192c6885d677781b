// One item of a native struct format (memoryview, array): b B ? c h H i I l L q Q n N f d P.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

unsigned native_item_size(char code);                  // 0: no such code
Ref native_item_unpack(Thread&, char code, const char* data);
enum class PackFault : uint8_t { None, WrongType, OutOfRange, Raised };
PackFault native_item_pack(Thread&, char code, Value, char* out);

}  // namespace krait
