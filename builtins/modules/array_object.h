// Objects of array.array: storage and items.
#pragma once

#include "vm/protocol/protocol.h"

namespace krait {

inline constexpr char kArrayTypecodes[] = "bBuhHiIlLqQfd";

struct ArrayObject : Object {
    char* data;            // heap buffer of capacity bytes; null when 0
    uint64_t length;       // items
    uint64_t capacity;     // bytes
    uint64_t exports;      // buffers handed out: resizing is BufferError while > 0
    char code;
    uint8_t item;          // bytes of an item
};

inline ArrayObject* array_of(Value v) { return v.as<ArrayObject>(); }
unsigned array_item_size(char code);
// array.array and its subclasses, of any interpreter's module.
bool is_array_type(const TypeObject*);
inline bool is_array(Value v) {
    return v.is_object() && v.as_object()->type->slots.buffer != nullptr && is_array_type(v.as_object()->type);
}
// The array type itself, for results of operations on subclasses.
TypeObject* array_plain_type(TypeObject*);

Ref array_new(Thread&, TypeObject*, char code, uint64_t length);
void array_dealloc(Interpreter&, Object*);
void array_traverse(Object*, Visitor&);
// BufferError while buffers are handed out.
Status array_resize(Thread&, ArrayObject*, uint64_t length);

// The machine form of one item.
Status array_pack(Thread&, char code, Value, char* out);
Ref array_item(Thread&, const ArrayObject*, uint64_t i);

Status array_append_item(Thread&, ArrayObject*, Value);
Status array_append_all(Thread&, ArrayObject*, Value iterable);
Status array_append_bytes(Thread&, ArrayObject*, Value data);
Status array_append_text(Thread&, ArrayObject*, StrObject*);
Status array_append_array(Thread&, ArrayObject*, ArrayObject* other);

}  // namespace krait
