// What the hash tables of dict and set share: quick hashes, comparisons that need no Python code, and probe order.
//
// Probing starts at `hash & mask`, which keeps runs of small ints side by side, and goes on with the rest of the hash.
// Hashes of ints are no secret, so a script can make chains: after kOpenProbes places the order depends on the
// interpreter's hash key instead.
#pragma once

#include "support/hash.h"
#include "vm/object/dict_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

// Hash of a key; false: failed.
KRAIT_INLINE bool hash_key(Thread& t, Value key, uint64_t* hash) {
    if (key.is_int()) {
        *hash = hash_int(key.as_int());
        return true;
    }
    if (is_kind(key, Kind::Str)) {
        *hash = key.as<StrObject>()->hash;
        if (KRAIT_UNLIKELY(*hash == 0)) *hash = str_hash(t, key.as<StrObject>());
        return true;
    }
    Fallible<uint64_t> result = hash_of(t, key);
    if (result.failed()) return false;
    *hash = result.value();
    return true;
}

// Adds a key that is known to be missing; runs no Python code (vm/object/set_object.cpp).
Status set_insert_missing(Thread&, SetObject*, Value key, uint64_t hash);
// Rebuilds a set in which more than a quarter of the places are marks of deleted keys (vm/object/set_object.cpp).
void set_forget_deleted(Thread&, SetObject*);

enum class KeyMatch : uint8_t { No, Yes, Ask };

KeyMatch match_numbers_nocall(Value a, Value b);   // immediates

// Two different Values of equal hash.
KRAIT_INLINE KeyMatch match_keys_nocall(Value a, Value b) {
    bool a_is_str = is_kind(a, Kind::Str), b_is_str = is_kind(b, Kind::Str);
    if (a_is_str && b_is_str)
        return str_equal_nocall(a.as<StrObject>(), b.as<StrObject>()) ? KeyMatch::Yes : KeyMatch::No;
    if (!a.is_object() && !b.is_object()) return match_numbers_nocall(a, b);
    if ((a_is_str && !b.is_object()) || (b_is_str && !a.is_object())) return KeyMatch::No;
    return KeyMatch::Ask;
}

// Runs __eq__ with both keys held: 1, 0 or -1 (failed).
int ask_equal(Thread&, Value stored, Value key);
// A table that changes during every comparison: given up after this many new starts.
constexpr unsigned kMaxRestarts = 10000;
KRAIT_COLD void raise_restless_table(Thread&, const char* what);

class Probe {
  public:
    KRAIT_INLINE Probe(uint64_t hash, size_t mask) : index_(hash & mask), mask_(mask), perturb_(hash), hash_(hash) {}
    KRAIT_INLINE size_t index() const { return index_; }
    KRAIT_INLINE void next(const Object* table_owner) {
        perturb_ >>= 5;
        index_ = (index_ * 5 + perturb_ + 1) & mask_;
        if (KRAIT_UNLIKELY(++count_ == kOpenProbes)) leave_open_order(table_owner);
    }

  private:
    static constexpr unsigned kOpenProbes = 16;
    KRAIT_NOINLINE void leave_open_order(const Object* table_owner);
    size_t index_, mask_;
    uint64_t perturb_, hash_;
    unsigned count_ = 0;
};

}  // namespace krait
