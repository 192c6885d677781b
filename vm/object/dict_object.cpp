// dict: storage, growth, and the operations that all of the VM uses (dict_find.cpp has the lookups).
#include <cstring>
#include <utility>

#include "vm/error/raise.h"
#include "vm/object/dict_keys.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/thread.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ keys blocks

constexpr unsigned kMinLog2 = 3, kMaxLog2 = 31;

static uint32_t usable_of(unsigned log2_size) { return static_cast<uint32_t>((size_t{2} << log2_size) / 3); }

static size_t block_bytes(const DictKeysBlock* keys) {
    return sizeof(DictKeysBlock) + keys->index_bytes() +
           keys->room * (sizeof(DictEntry) + (keys->hashed ? sizeof(uint64_t) : 0));
}

size_t dict_byte_size(const DictObject* d) { return d->keys ? block_bytes(d->keys) : 0; }

static DictKeysBlock* allocate_block(Thread& t, unsigned log2_size, bool hashed) {
    DictKeysBlock header{};
    header.log2_size = static_cast<uint8_t>(log2_size);
    header.index_width = log2_size <= 7 ? 1 : log2_size <= 15 ? 2 : 4;
    header.all_str = !hashed;
    header.hashed = hashed;
    header.usable = header.room = usable_of(log2_size);
    auto* keys =
        log2_size <= kMaxLog2 ? static_cast<DictKeysBlock*>(t.heap.allocate_buffer(block_bytes(&header))) : nullptr;
    if (KRAIT_UNLIKELY(!keys)) {
        (void)raise_memory_error(t);
        return nullptr;
    }
    *keys = header;
    std::memset(keys->index(), 0xff, keys->index_bytes());
    return keys;
}

// Smallest table that holds n entries.
static unsigned log2_for(size_t n) {
    unsigned log2_size = kMinLog2;
    while (log2_size <= kMaxLog2 && usable_of(log2_size) < n) ++log2_size;
    return log2_size;
}

static int64_t index_at(DictKeysBlock* keys, size_t place) {
    switch (keys->index_width) {
    case 1:
        return static_cast<const int8_t*>(keys->index())[place];
    case 2:
        return static_cast<const int16_t*>(keys->index())[place];
    default:
        return static_cast<const int32_t*>(keys->index())[place];
    }
}

static void set_index(DictKeysBlock* keys, size_t place, int64_t index) {
    switch (keys->index_width) {
    case 1:
        static_cast<int8_t*>(keys->index())[place] = static_cast<int8_t>(index);
        break;
    case 2:
        static_cast<int16_t*>(keys->index())[place] = static_cast<int16_t>(index);
        break;
    default:
        static_cast<int32_t*>(keys->index())[place] = static_cast<int32_t>(index);
        break;
    }
}

// The first place where a key that is not in the table may go gets the index of its entry.
template <class Index>
static KRAIT_INLINE void take_place(DictObject* d, DictKeysBlock* keys, uint64_t hash, uint32_t index) {
    Index* table = static_cast<Index*>(keys->index());
    Probe probe(hash, (size_t{1} << keys->log2_size) - 1);
    while (table[probe.index()] >= 0) probe.next(d);
    table[probe.index()] = static_cast<Index>(index);
}

static KRAIT_INLINE void take_place(DictObject* d, DictKeysBlock* keys, uint64_t hash, uint32_t index) {
    if (keys->index_width == 1) take_place<int8_t>(d, keys, hash, index);
    else if (keys->index_width == 2) take_place<int16_t>(d, keys, hash, index);
    else take_place<int32_t>(d, keys, hash, index);
}

static size_t place_of_entry(DictObject* d, DictKeysBlock* keys, int64_t index) {
    Probe probe(entry_hash(keys, static_cast<size_t>(index)), (size_t{1} << keys->log2_size) - 1);
    while (index_at(keys, probe.index()) != index) probe.next(d);
    return probe.index();
}

static void changed(DictObject* d) {
    d->keys_version = 0;
    ++d->mutations;
}

// The live entries of `old` from `first` on, behind those that `fresh` has. False: the time is over.
template <class Index>
static bool move_entries(const Thread& t, DictObject* d, DictKeysBlock* fresh, DictKeysBlock* old, uint32_t first) {
    const DictEntry* from = old->entries();
    DictEntry* to = fresh->entries();
    uint32_t next = fresh->next, end = old->next;
    for (uint32_t i = first; i < end; ++i) {
        if (KRAIT_UNLIKELY((i + 1) % kPlacesPerLook == 0) && deadline_passed(t)) return false;
        Value key = from[i].key;
        if (key == Value::empty()) continue;
        to[next] = from[i];
        uint64_t hash = entry_hash(old, i);
        if (KRAIT_UNLIKELY(fresh->hashed)) fresh->hashes()[next] = hash;
        take_place<Index>(d, fresh, hash, next++);
    }
    fresh->next = next;
    return true;
}

// Moves the live entries into a block for at least `entries` of them, behind `gap` unused ones; `hashed` when keys that
// are not plain are to come.
static Status resize(Thread& t, DictObject* d, size_t entries, size_t gap = 0, bool hashed = false) {
    DictKeysBlock* old = d->keys;
    DictKeysBlock* fresh = allocate_block(t, log2_for(entries + gap), hashed || (old && old->hashed));
    if (!fresh) return Failed{};
    for (; fresh->next < gap; ++fresh->next) fresh->entries()[fresh->next] = {Value::empty(), Value::unbound()};
    if (old) {
        fresh->all_str = old->all_str;
        bool moved = fresh->index_width == 1   ? move_entries<int8_t>(t, d, fresh, old, d->first)
                     : fresh->index_width == 2 ? move_entries<int16_t>(t, d, fresh, old, d->first)
                                               : move_entries<int32_t>(t, d, fresh, old, d->first);
        if (KRAIT_UNLIKELY(!moved)) {
            t.heap.free_buffer(fresh, block_bytes(fresh));
            return raise_time_limit(t);
        }
        t.heap.free_buffer(old, block_bytes(old));
    }
    d->keys = fresh;
    d->first = static_cast<uint32_t>(gap);
    changed(d);
    return ok();
}

// The first key that is not plain comes: from now on hashes are kept.
static Status add_hashes(Thread& t, DictObject* d) {
    size_t bytes = block_bytes(d->keys);
    auto* keys = static_cast<DictKeysBlock*>(
        t.heap.resize_buffer(d->keys, bytes, bytes + d->keys->room * sizeof(uint64_t)));
    if (!keys) return raise_memory_error(t);
    d->keys = keys;
    changed(d);
    const DictEntry* entries = keys->entries();
    for (uint32_t i = d->first; i < keys->next; ++i)
        if (entries[i].key != Value::empty()) keys->hashes()[i] = plain_key_hash(entries[i].key);
    keys->hashed = true;
    return ok();
}

static void drop_block(Interpreter& interp, DictKeysBlock* keys) {
    DictEntry* entries = keys->entries();
    for (uint32_t i = 0; i < keys->next; ++i) {
        decref(entries[i].key);
        decref(entries[i].value);
    }
    interp.heap.free_buffer(keys, block_bytes(keys));
}

// ------------------------------------------------------------------------------------------------ life

static DictObject* allocate_dict(Thread& t) {
    auto* d = allocate<DictObject>(t, t.interp.type(Kind::Dict));
    if (!d) return nullptr;
    d->used = d->keys_version = d->mutations = d->first = 0;
    d->keys = nullptr;
    gc_track(d);
    return d;
}

RefTo<DictObject> dict_new(Thread& t, size_t expected) {
    RefTo<DictObject> d = RefTo<DictObject>::steal(allocate_dict(t));
    if (!d.get()) return Failed{};
    if (expected) TRY(resize(t, d.get(), expected));
    return d;
}

void dict_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* d = static_cast<DictObject*>(o);
    if (DictKeysBlock* keys = std::exchange(d->keys, nullptr)) {
        d->used = 0;
        drop_block(interp, keys);
    }
    free_object(interp, o);
}

void dict_traverse(Object* o, Visitor& visitor) {
    auto* d = static_cast<DictObject*>(o);
    if (!d->keys) return;
    const DictEntry* entries = d->keys->entries();
    for (uint32_t i = 0; i < d->keys->next; ++i) {
        visitor.visit(entries[i].key);
        visitor.visit(entries[i].value);
    }
}

void dict_clear(Interpreter& interp, DictObject* d) {
    DictKeysBlock* keys = std::exchange(d->keys, nullptr);
    if (!keys) return;
    d->used = d->first = 0;
    changed(d);
    drop_block(interp, keys);
}

void dict_clear_slot(Interpreter& interp, Object* o) { dict_clear(interp, static_cast<DictObject*>(o)); }

uint32_t dict_version(Interpreter& interp, DictObject* d) {
    if (d->keys_version == 0) d->keys_version = interp.fresh_version();
    return d->keys_version;
}

// ------------------------------------------------------------------------------------------------ reading

// Entry of a str key: fast while all keys are exact str.
static KRAIT_INLINE int64_t find_by_str(Thread& t, DictObject* d, StrObject* key) {
    if (KRAIT_LIKELY(!d->keys || (d->keys->all_str && key->kind == Kind::Str))) return dict_find_str_nocall(d, key);
    uint64_t hash;
    if (!hash_key(t, Value::object(key), &hash)) return kFindError;
    return dict_find(t, d, Value::object(key), hash);
}

static KRAIT_INLINE int64_t find_by_key(Thread& t, DictObject* d, Value key) {
    if (is_kind(key, Kind::Str) && d->keys && d->keys->all_str) return dict_find_str_nocall(d, key.as<StrObject>());
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return kFindError;
    return dict_find(t, d, key, hash);
}

Value dict_get_str(Thread& t, DictObject* d, StrObject* key) {
    int64_t i = find_by_str(t, d, key);
    if (KRAIT_LIKELY(i >= 0)) return d->keys->entries()[i].value;
    return i == kMissing ? Value::unbound() : Value::error();
}

Fallible<Value> dict_get(Thread& t, DictObject* d, Value key) {
    int64_t i = find_by_key(t, d, key);
    if (KRAIT_LIKELY(i >= 0)) return d->keys->entries()[i].value;
    if (i == kMissing) return Value::unbound();
    return Failed{};
}

bool dict_next_nocall(DictObject* d, size_t* position, Value* key, Value* value, uint64_t* hash) {
    DictKeysBlock* keys = d->keys;
    if (!keys) return false;
    const DictEntry* entries = keys->entries();
    size_t i = *position, n = keys->next;
    if (i < d->first) i = d->first;
    while (i < n && entries[i].key == Value::empty()) ++i;
    if (i >= n) {
        *position = n;
        return false;
    }
    *position = i + 1;
    if (key) *key = entries[i].key;
    if (value) *value = entries[i].value;
    if (hash) *hash = entry_hash(keys, i);
    return true;
}

// ------------------------------------------------------------------------------------------------ writing

// The entry behind all others; there is room for it.
static KRAIT_INLINE void append_entry(DictObject* d, DictKeysBlock* keys, Value key, Value value) {
    incref(key);
    incref(value);
    keys->entries()[keys->next++] = {key, value};
    ++d->used;
    changed(d);
}

Status dict_insert_missing(Thread& t, DictObject* d, Value key, uint64_t hash, Value value) {
    bool plain = is_plain_key(key);
    if (KRAIT_UNLIKELY(!d->keys || d->keys->next >= d->keys->usable)) {
        if (d->used >= usable_of(kMaxLog2)) return raise_memory_error(t);
        TRY(resize(t, d, size_t{d->used} + d->used / 2 + 1, 0, !plain));
    } else if (KRAIT_UNLIKELY(!plain && !d->keys->hashed)) {
        TRY(add_hashes(t, d));
    }
    DictKeysBlock* keys = d->keys;
    take_place(d, keys, hash, keys->next);
    if (KRAIT_UNLIKELY(keys->hashed)) keys->hashes()[keys->next] = hash;
    if (!is_kind(key, Kind::Str)) keys->all_str = false;
    append_entry(d, keys, key, value);
    return ok();
}

static KRAIT_INLINE Status replace_value(DictObject* d, int64_t index, Value value) {
    incref(value);
    decref(std::exchange(d->keys->entries()[index].value, value));
    return ok();
}

// A plain key into a block that is not hashed: no second search for the place of a new one.
template <class Same>
static Status store_plain(Thread& t, DictObject* d, Value key, uint64_t hash, const Same& same, Value value) {
    DictKeysBlock* keys = d->keys;
    size_t place;
    int64_t index = find_plain(d, keys, hash, same, &place);
    if (index >= 0) return replace_value(d, index, value);
    if (KRAIT_UNLIKELY(keys->next >= keys->usable)) return dict_insert_missing(t, d, key, hash, value);
    set_index(keys, place, keys->next);
    if (key.is_int()) keys->all_str = false;
    append_entry(d, keys, key, value);
    return ok();
}

Status dict_set_hashed(Thread& t, DictObject* d, Value key, uint64_t hash, Value value) {
    if (KRAIT_LIKELY(d->keys && !d->keys->hashed)) {
        if (key.is_int()) return store_plain(t, d, key, hash, SameInt{key}, value);
        if (is_kind(key, Kind::Str))
            return store_plain(t, d, key, hash, SameStr{key.as<StrObject>(), hash}, value);
    }
    const uint32_t mutations = d->mutations;
    size_t place = 0;
    int64_t index = dict_find_place(t, d, key, hash, &place);
    if (index >= 0) return replace_value(d, index, value);
    if (KRAIT_UNLIKELY(index != kMissing)) return Failed{};
    DictKeysBlock* keys = d->keys;
    if (!keys || !keys->hashed || keys->next >= keys->usable || KRAIT_UNLIKELY(d->mutations != mutations))
        return dict_insert_missing(t, d, key, hash, value);
    set_index(keys, place, keys->next);
    keys->hashes()[keys->next] = hash;
    append_entry(d, keys, key, value);
    return ok();
}

Status dict_set(Thread& t, DictObject* d, Value key, Value value) {
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return Failed{};
    return dict_set_hashed(t, d, key, hash, value);
}

Status dict_set_str(Thread& t, DictObject* d, StrObject* key, Value value) {
    return dict_set(t, d, Value::object(key), value);
}

// Nobody need look at deleted entries at both ends again. At the back their room is not given back: the index table
// still has marks for them.
static void trim(DictObject* d) {
    DictKeysBlock* keys = d->keys;
    const DictEntry* entries = keys->entries();
    while (keys->next > d->first && entries[keys->next - 1].key == Value::empty()) {
        --keys->next;
        --keys->usable;
    }
    while (d->first < keys->next && entries[d->first].key == Value::empty()) ++d->first;
}

static KRAIT_INLINE void take_at(DictObject* d, size_t place, size_t index, Ref* key, Ref* value) {
    DictKeysBlock* keys = d->keys;
    DictEntry& e = keys->entries()[index];
    set_index(keys, place, -2);
    Ref taken_key = Ref::steal(std::exchange(e.key, Value::empty()));
    Ref taken_value = Ref::steal(std::exchange(e.value, Value::unbound()));
    --d->used;
    changed(d);
    trim(d);
    *key = std::move(taken_key);
    *value = std::move(taken_value);
}

void dict_take_entry(DictObject* d, size_t index, Ref* key, Ref* value) {
    take_at(d, place_of_entry(d, d->keys, static_cast<int64_t>(index)), index, key, value);
}

// By identity; the key is there.
static size_t entry_of_key(DictObject* d, Value key, uint64_t hash) {
    DictKeysBlock* keys = d->keys;
    Probe probe(hash, (size_t{1} << keys->log2_size) - 1);
    for (;; probe.next(d)) {
        int64_t i = index_at(keys, probe.index());
        if (i >= 0 && keys->entries()[i].key == key) return static_cast<size_t>(i);
    }
}

Status dict_move_entry(Thread& t, DictObject* d, size_t index, bool last) {
    const DictEntry moving = d->keys->entries()[index];
    const uint64_t hash = entry_hash(d->keys, index);
    if (index == (last ? size_t{d->keys->next} - 1 : size_t{d->first})) return ok();
    if (last ? d->keys->next >= d->keys->usable : d->first == 0) {
        TRY(resize(t, d, size_t{d->used} + d->used / 2 + 1, last ? 0 : d->used / 2 + 1));
        index = entry_of_key(d, moving.key, hash);
    }
    DictKeysBlock* keys = d->keys;
    size_t to = last ? keys->next++ : --d->first;
    set_index(keys, place_of_entry(d, keys, static_cast<int64_t>(index)), static_cast<int64_t>(to));
    keys->entries()[index] = {Value::empty(), Value::unbound()};
    keys->entries()[to] = moving;
    if (keys->hashed) keys->hashes()[to] = hash;
    trim(d);
    changed(d);
    return ok();
}

// Takes the key's entry out; false: it was not there.
static KRAIT_INLINE Fallible<bool> take_key(Thread& t, DictObject* d, Value key, uint64_t hash, Ref* taken_key,
                                            Ref* taken_value) {
    DictKeysBlock* keys = d->keys;
    if (!keys) return false;
    size_t place = 0;
    int64_t index;
    if (!keys->hashed && key.is_int()) {
        index = find_plain(d, keys, hash, SameInt{key}, &place);
    } else if (!keys->hashed && is_kind(key, Kind::Str)) {
        index = find_plain(d, keys, hash, SameStr{key.as<StrObject>(), hash}, &place);
    } else {
        index = dict_find(t, d, key, hash);
        if (index >= 0) place = place_of_entry(d, d->keys, index);
    }
    if (index == kMissing) return false;
    if (index < 0) return Failed{};
    take_at(d, place, static_cast<size_t>(index), taken_key, taken_value);
    return true;
}

Fallible<bool> dict_delete_hashed(Thread& t, DictObject* d, Value key, uint64_t hash) {
    Ref taken_key, taken_value;
    return take_key(t, d, key, hash, &taken_key, &taken_value);
}
Fallible<bool> dict_delete(Thread& t, DictObject* d, Value key) {
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return Failed{};
    return dict_delete_hashed(t, d, key, hash);
}
Fallible<bool> dict_delete_str(Thread& t, DictObject* d, StrObject* key) {
    return dict_delete(t, d, Value::object(key));
}

Ref dict_pop_hashed(Thread& t, DictObject* d, Value key, uint64_t hash) {
    Ref taken_key, taken_value;
    bool found = TRY(take_key(t, d, key, hash, &taken_key, &taken_value));
    return found ? std::move(taken_value) : Ref();
}

Ref dict_pop(Thread& t, DictObject* d, Value key) {
    if (d->used == 0) return Ref();
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return Failed{};
    return dict_pop_hashed(t, d, key, hash);
}

// ------------------------------------------------------------------------------------------------ copying, merging

// The whole block at once when there are no holes in it.
static Status copy_block(Thread& t, DictObject* target, DictObject* source) {
    DictKeysBlock* from = source->keys;
    DictKeysBlock* fresh = allocate_block(t, from->log2_size, from->hashed);
    if (!fresh) return Failed{};
    std::memcpy(fresh, from, sizeof(DictKeysBlock) + from->index_bytes() + from->next * sizeof(DictEntry));
    if (from->hashed) std::memcpy(fresh->hashes(), from->hashes(), from->next * sizeof(uint64_t));
    DictEntry* entries = fresh->entries();
    for (uint32_t i = 0; i < fresh->next; ++i) {
        if (KRAIT_UNLIKELY((i + 1) % kPlacesPerLook == 0) && deadline_passed(t)) {
            fresh->next = i;
            drop_block(t.interp, fresh);
            return raise_time_limit(t);
        }
        incref(entries[i].key);
        incref(entries[i].value);
    }
    target->keys = fresh;
    target->used = source->used;
    changed(target);
    return ok();
}

static Status fill_from(Thread& t, DictObject* target, DictObject* source) {
    if (source->used == source->keys->next && size_t{source->used} * 2 >= source->keys->usable)
        return copy_block(t, target, source);
    TRY(resize(t, target, source->used, 0, source->keys->hashed));
    size_t position = 0;
    Value key, value;
    uint64_t hash;
    while (dict_next_nocall(source, &position, &key, &value, &hash)) {
        if (KRAIT_UNLIKELY(position % kPlacesPerLook == 0)) TRY(check_deadline(t));
        TRY(dict_insert_missing(t, target, key, hash, value));
    }
    return ok();
}

RefTo<DictObject> dict_copy(Thread& t, DictObject* source) {
    RefTo<DictObject> copy = RefTo<DictObject>::steal(allocate_dict(t));
    if (!copy.get()) return Failed{};
    if (source->used) TRY(fill_from(t, copy.get(), source));
    return copy;
}

Status dict_merge_dict(Thread& t, DictObject* target, DictObject* source, bool override_existing) {
    if (target == source || source->used == 0) return ok();
    if (target->used == 0 && !target->keys) return fill_from(t, target, source);
    size_t size = source->used;
    // Comparisons and destructors may change both: the source's block is looked up again for every entry.
    for (size_t i = source->first; source->keys && i < source->keys->next; ++i) {
        const DictEntry& entry = source->keys->entries()[i];
        if (KRAIT_UNLIKELY(entry.key == Value::empty())) continue;
        if (KRAIT_UNLIKELY((i + 1) % kPlacesPerLook == 0)) TRY(check_deadline(t));
        uint64_t hash = entry_hash(source->keys, i);
        Ref key = own(entry.key), value = own(entry.value);
        if (override_existing) {
            TRY(dict_set_hashed(t, target, key, hash, value));
        } else {
            int64_t found = dict_find(t, target, key, hash);
            if (found == kFindError) return Failed{};
            if (found == kMissing) TRY(dict_insert_missing(t, target, key, hash, value));
        }
        if (KRAIT_UNLIKELY(source->used != size)) return raise(t, Exc::RuntimeError, "dict mutated during update");
    }
    return ok();
}

static Status put(Thread& t, DictObject* target, Value key, Value value, bool override_existing) {
    if (override_existing) return dict_set(t, target, key, value);
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return Failed{};
    int64_t found = dict_find(t, target, key, hash);
    if (found == kFindError) return Failed{};
    return found == kMissing ? dict_insert_missing(t, target, key, hash, value) : ok();
}

static Status merge_mapping(Thread& t, DictObject* target, Value source, Value keys_method, bool override_existing) {
    Ref keys = TRY(call(t, keys_method));
    Iteration it(t, keys);
    while (it.next()) {
        Ref key = it.take_item();
        if (!override_existing) {
            Fallible<Value> present = dict_get(t, target, key);
            if (present.failed()) return Failed{};
            if (!present.value().is_unbound()) continue;
        }
        Ref value = TRY(get_item(t, source, key));
        TRY(dict_set(t, target, key, value));
    }
    if (it.failed()) return Failed{};
    return ok();
}

static Status merge_pairs(Thread& t, DictObject* target, Value source, bool override_existing) {
    Iteration it(t, source);
    for (size_t n = 0; it.next(); ++n) {
        Ref item = it.take_item();
        bool is_list = is_kind(item, Kind::List);
        if (!is_list && !is_kind(item, Kind::Tuple)) {
            item = to_tuple(t, item);
            if (item.failed()) {
                if (!pending_matches(t, Exc::TypeError)) return Failed{};
                clear_exception(t);
                return raise(t, Exc::TypeError, "cannot convert dictionary update sequence element #%zu to a sequence",
                             n);
            }
        }
        size_t size = is_list ? item.as<ListObject>()->size : item.as<TupleObject>()->size;
        if (size != 2)
            return raise(t, Exc::ValueError, "dictionary update sequence element #%zu has length %zu; 2 is required", n,
                         size);
        const Value* items = is_list ? item.as<ListObject>()->items : item.as<TupleObject>()->items;
        Value key = items[0], value = items[1];
        Ref held_key, held_value;
        if (is_list) held_key = own(key), held_value = own(value);   // a comparison may change it
        TRY(put(t, target, key, value, override_existing));
    }
    if (it.failed()) return Failed{};
    return ok();
}

Status dict_update(Thread& t, DictObject* target, Value source, bool override_existing) {
    DictObject* dict = as_dict(source);
    if (dict && dict->type->slots.iter == t.interp.type(Kind::Dict)->slots.iter)
        return dict_merge_dict(t, target, dict, override_existing);
    Ref keys = TRY(lookup_attribute(t, source, t.interp.names.keys));
    if (!keys.get().is_unbound()) return merge_mapping(t, target, source, keys, override_existing);
    return merge_pairs(t, target, source, override_existing);
}

}  // namespace krait
