// The interpreter's table of interned strings. The table owns its strings; those that nobody else uses are dropped by
// intern_sweep(), which runs only where no native code can hold a borrowed one.
#pragma once

#include "vm/object/str_object.h"

namespace krait {

struct InternTable {
    struct Entry {
        uint64_t hash;
        StrObject* text;       // null: empty (no tombstones: deletion shifts back)
    };
    Entry* entries = nullptr;
    size_t capacity = 0;       // power of two
    size_t count = 0;
    size_t sweep_at = 4096;    // number of strings at which the next sweep is worth it
};

bool intern_table_reserve(Interpreter&, size_t count);   // false: out of memory
// The string's memory goes.
void intern_forget(Interpreter&, StrObject*);
// Drops strings that only the table owns. To be called where no C++ frame may hold a borrowed interned string.
void intern_sweep(Interpreter&);
// Drops everything, at the interpreter's end.
void intern_table_free(Interpreter&);

}  // namespace krait
