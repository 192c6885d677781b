#include "builtins/codecs/encoding_map.h"

#include "vm/object/dict_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

// An exact dict of characters to bytes; a table with 256 different characters never needs more.
Ref encoding_map_build(Thread& t, StrObject* table) {
    RefTo<DictObject> map = TRY(dict_new(t, table->length));
    for (size_t i = 0; i < table->length && i < 256; ++i) {
        char32_t c = table->at(i);
        if (c == 0xFFFE) continue;
        TRY(dict_set(t, map.get(), Value::small_int(static_cast<int>(c)), Value::small_int(static_cast<int>(i))));
    }
    return map;
}

}  // namespace krait
