// What dict_object.cpp and dict_find.cpp share: the plain keys, whose lookup runs no Python code and needs no stored
// hash.
#pragma once

#include "vm/object/key_match.h"

namespace krait {

KRAIT_INLINE bool is_plain_key(Value key) { return key.is_int() || is_kind(key, Kind::Str); }

KRAIT_INLINE uint64_t plain_key_hash(Value key) {
    return key.is_int() ? hash_int(key.as_int()) : key.as<StrObject>()->hash;
}

// Hash of a live entry's key.
KRAIT_INLINE uint64_t entry_hash(DictKeysBlock* keys, size_t index) {
    return KRAIT_UNLIKELY(keys->hashed) ? keys->hashes()[index] : plain_key_hash(keys->entries()[index].key);
}

// Is the stored plain key the one that is looked for?
struct SameInt {
    Value key;
    KRAIT_INLINE bool operator()(Value stored) const { return stored == key; }
};
struct SameStr {
    StrObject* key;
    uint64_t hash;
    KRAIT_INLINE bool operator()(Value stored) const {
        if (stored == Value::object(key)) return true;
        if (!stored.is_object()) return false;
        StrObject* other = stored.as<StrObject>();
        return other->hash == hash && str_equal_nocall(other, key);
    }
};

// Entry of a plain key in a block that is not hashed, or kMissing. *place is its place in the index table, or the one
// that a missing key is to take.
template <class Index, class Same>
KRAIT_INLINE int64_t find_plain(DictObject* d, DictKeysBlock* keys, uint64_t hash, const Same& same, size_t* place) {
    const Index* table = static_cast<const Index*>(keys->index());
    const DictEntry* entries = keys->entries();
    Probe probe(hash, (size_t{1} << keys->log2_size) - 1);
    constexpr size_t kNone = ~size_t{0};
    size_t free = kNone;
    for (;; probe.next(d)) {
        int64_t i = table[probe.index()];
        if (KRAIT_LIKELY(i >= 0)) {
            if (!same(entries[i].key)) continue;
            *place = probe.index();
            return i;
        }
        if (i == -1) {
            *place = free == kNone ? probe.index() : free;
            return kMissing;
        }
        if (free == kNone) free = probe.index();
    }
}

template <class Same>
KRAIT_INLINE int64_t find_plain(DictObject* d, DictKeysBlock* keys, uint64_t hash, const Same& same, size_t* place) {
    if (keys->index_width == 1) return find_plain<int8_t>(d, keys, hash, same, place);
    if (keys->index_width == 2) return find_plain<int16_t>(d, keys, hash, same, place);
    return find_plain<int32_t>(d, keys, hash, same, place);
}

// As dict_find(). *place as above for a missing key, of use only as long as nothing has changed the dict since: the
// search may have run code.
int64_t dict_find_place(Thread&, DictObject*, Value key, uint64_t hash, size_t* place);

}  // namespace krait
