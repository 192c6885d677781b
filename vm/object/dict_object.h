// dict and set: insertion-ordered hash tables whose lookups may fail, because __hash__ and __eq__ are user code.
//
// 1. find() compares by identity, then exact str by bytes, then by __eq__. Around __eq__ it owns both keys and
//    remembers `keys` and `mutations`; if either changed it starts the probe again (bounded by a counter, then
//    RuntimeError).
// 2. No pointer into entries survives a call that may run Python code.
// 3. keys_version is a fresh number from the interpreter on insert, delete and resize, never on overwriting a value:
//    caches of globals remember it with an entry index. 0: not assigned yet.
#pragma once

#include "vm/object/str_object.h"

namespace krait {

struct DictEntry {
    Value key;          // EMPTY: deleted
    Value value;
};

// Keys block (one heap.allocate_buffer): header, index table (i8/i16/i32 by log2_size), the entries, and the hashes of
// their keys unless all keys are plain: an exact str has its hash with it, that of an immediate int is soon made.
struct DictKeysBlock {
    uint8_t log2_size;      // index table has 1 << log2_size places
    uint8_t index_width;    // 1, 2, 4
    bool all_str;           // every key is an exact str: lookups of exact str never run Python code
    bool hashed;            // hashes are kept: not every key is plain
    uint32_t usable;        // entries that fit
    uint32_t next;          // entries in use, deleted ones included
    uint32_t room;          // entries there is memory for: where the hashes begin
    size_t index_bytes() const { return ((size_t{index_width} << log2_size) + 7) & ~size_t{7}; }
    DictEntry* entries() { return reinterpret_cast<DictEntry*>(reinterpret_cast<char*>(this + 1) + index_bytes()); }
    uint64_t* hashes() { return reinterpret_cast<uint64_t*>(entries() + room); }   // hashed
    void* index() { return this + 1; }
};

struct DictObject : Object {
    uint32_t used;             // live entries: len()
    uint32_t keys_version;
    uint32_t mutations;        // bumped on every structural change
    uint32_t first;            // entries before this one are deleted
    DictKeysBlock* keys;       // null: empty
};

struct SetEntry {
    uint64_t hash;
    Value key;                 // UNBOUND: never used, EMPTY: deleted
};
struct SetObject : Object {    // also frozenset
    uint32_t used;
    uint32_t fill;             // used + deleted
    uint32_t mask;
    uint32_t mutations;
    SetEntry* table;           // null: empty
    uint64_t hash;             // frozenset's cache, 0: none
};

// --- dict (vm/object/dict_object.cpp, dict_find.cpp)
RefTo<DictObject> dict_new(Thread&, size_t expected = 0);
constexpr int64_t kMissing = -1, kFindError = -2;
int64_t dict_find(Thread&, DictObject*, Value key, uint64_t hash);            // entry index, kMissing, kFindError
int64_t dict_find_str_nocall(DictObject*, StrObject* key);  // exact or interned str key; only when keys->all_str
// Borrowed, UNBOUND, or ERROR (a non-str key's __eq__ failed).
Value dict_get_str(Thread&, DictObject*, StrObject* key);
// Borrowed at return (own it at once) or UNBOUND; TypeError unhashable.
Fallible<Value> dict_get(Thread&, DictObject*, Value key);
Status dict_set(Thread&, DictObject*, Value key, Value value);
Status dict_set_hashed(Thread&, DictObject*, Value key, uint64_t hash, Value value);
Status dict_set_str(Thread&, DictObject*, StrObject* key, Value value);
Fallible<bool> dict_delete(Thread&, DictObject*, Value key);  // false: was not there
Fallible<bool> dict_delete_str(Thread&, DictObject*, StrObject* key);
Ref dict_pop(Thread&, DictObject*, Value key);              // owned value; UNBOUND: not there
void dict_clear(Interpreter&, DictObject*);                 // contents moved away first, then dropped
RefTo<DictObject> dict_copy(Thread&, DictObject*);
Status dict_update(Thread&, DictObject* target, Value source, bool override_existing = true);   // mapping or pairs
Status dict_merge_dict(Thread&, DictObject* target, DictObject* source, bool override_existing = true);
// Iteration without Python code: *position starts at 0; false at the end. Key and value are borrowed: own before calls.
bool dict_next_nocall(DictObject*, size_t* position, Value* key, Value* value, uint64_t* hash = nullptr);
uint32_t dict_version(Interpreter&, DictObject*);           // assigns keys_version if 0
inline Value dict_entry_value(DictObject* d, uint32_t index) { return d->keys->entries()[index].value; }

// --- set (vm/object/set_object.cpp)
RefTo<SetObject> set_new(Thread&, Kind kind = Kind::Set);
Status set_add(Thread&, SetObject*, Value);
Fallible<bool> set_contains(Thread&, SetObject*, Value);
Fallible<bool> set_discard(Thread&, SetObject*, Value);
Status set_update(Thread&, SetObject*, Value iterable);
bool set_next_nocall(SetObject*, size_t* position, Value* key, uint64_t* hash = nullptr);
void set_clear(Interpreter&, SetObject*);

// --- for the types' own files: entries by known hash
// Adds a key that dict_find() has just reported missing; runs no Python code.
Status dict_insert_missing(Thread&, DictObject*, Value key, uint64_t hash, Value value);
// Takes the live entry at `index` out; the caller owns key and value.
void dict_take_entry(DictObject*, size_t index, Ref* key, Ref* value);
// Moves the live entry at `index` behind (or in front of) all others: OrderedDict.move_to_end. O(1) on the average.
Status dict_move_entry(Thread&, DictObject*, size_t index, bool last);
Fallible<bool> dict_delete_hashed(Thread&, DictObject*, Value key, uint64_t hash);
Ref dict_pop_hashed(Thread&, DictObject*, Value key, uint64_t hash);
size_t dict_byte_size(const DictObject*);                  // of the keys block
inline bool is_set_layout(Value v) { return layout_is(v, Kind::Set) || layout_is(v, Kind::FrozenSet); }
int64_t set_find(Thread&, SetObject*, Value key, uint64_t hash);     // place in the table, kMissing, kFindError
Status set_add_hashed(Thread&, SetObject*, Value key, uint64_t hash);
Fallible<bool> set_discard_hashed(Thread&, SetObject*, Value key, uint64_t hash);
Ref set_pop(SetObject*);                                   // UNBOUND: empty
Status set_copy_into(Thread&, SetObject* target, SetObject* source);  // all of source, hashes known
void set_swap_contents(SetObject*, SetObject*);            // not the hashes
SetObject* set_allocate(Thread&, TypeObject*);             // empty, of a subclass too; null: MemoryError

void dict_dealloc(Interpreter&, Object*);
void dict_traverse(Object*, Visitor&);
void dict_clear_slot(Interpreter&, Object*);
void set_dealloc(Interpreter&, Object*);
void set_traverse(Object*, Visitor&);
void set_clear_slot(Interpreter&, Object*);

}  // namespace krait
