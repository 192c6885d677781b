// Lookup in dicts: the fallible general form and the form for str keys, which runs no Python code.
#include "vm/object/dict_keys.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/work.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ shared with set

static bool number_of(Value v, double* as_double, int64_t* as_int, bool* is_int) {
    *is_int = true;
    if (v.is_int()) *as_int = v.as_int();
    else if (v.is_bool()) *as_int = v.is_true();
    else *is_int = false;
    if (*is_int) return true;
    if (!v.is_float()) return false;
    *as_double = v.as_float();
    return true;
}

KeyMatch match_numbers_nocall(Value a, Value b) {
    double x = 0, y = 0;
    int64_t m = 0, n = 0;
    bool a_int, b_int, same;
    if (!number_of(a, &x, &m, &a_int) || !number_of(b, &y, &n, &b_int)) return KeyMatch::No;
    if (a_int && b_int) same = m == n;
    else if (!a_int && !b_int) same = x == y;
    else {
        double d = a_int ? y : x;
        int64_t i = a_int ? m : n;
        same = d >= -0x1p62 && d <= 0x1p62 && static_cast<int64_t>(d) == i &&
               static_cast<double>(static_cast<int64_t>(d)) == d;
    }
    return same ? KeyMatch::Yes : KeyMatch::No;
}

KRAIT_NOINLINE int ask_equal(Thread& t, Value stored, Value key) {
    Ref held_stored = own(stored), held_key = own(key);
    Fallible<bool> answer = equal(t, held_stored, held_key);
    return answer.failed() ? -1 : answer.value();
}

void raise_restless_table(Thread& t, const char* what) {
    (void)raise(t, Exc::RuntimeError, "%s keeps changing during lookup", what);
}

void Probe::leave_open_order(const Object* table_owner) {
    perturb_ = hash_mix(hash_ ^ table_owner->type->interp->hash_key.k0);
    index_ = perturb_ & mask_;
}

// ------------------------------------------------------------------------------------------------ str keys

int64_t dict_find_str_nocall(DictObject* d, StrObject* key) {
    DictKeysBlock* keys = d->keys;
    if (KRAIT_UNLIKELY(!keys)) return kMissing;
    uint64_t hash = key->hash;
    if (KRAIT_UNLIKELY(hash == 0)) hash = str_hash(*d->type->interp->current, key);
    size_t place;
    return find_plain(d, keys, hash, SameStr{key, hash}, &place);
}

// ------------------------------------------------------------------------------------------------ any keys

constexpr int64_t kRestart = -3;

template <class Index, bool kHashed>
static KRAIT_INLINE int64_t find_any(Thread& t, DictObject* d, DictKeysBlock* keys, Value key, uint64_t hash,
                                     size_t* place) {
    const Index* table = static_cast<const Index*>(keys->index());
    const DictEntry* entries = keys->entries();
    const uint64_t* hashes = keys->hashes();
    Probe probe(hash, (size_t{1} << keys->log2_size) - 1);
    constexpr size_t kNone = ~size_t{0};
    size_t free = kNone;
    for (;; probe.next(d)) {
        int64_t i = table[probe.index()];
        if (i < 0) {
            if (free == kNone) free = probe.index();
            if (i != -1) continue;
            *place = free;
            return kMissing;
        }
        Value stored = entries[i].key;
        if (stored == key) return i;
        if ((kHashed ? hashes[i] : plain_key_hash(stored)) != hash) continue;
        KeyMatch match = match_keys_nocall(stored, key);
        if (match == KeyMatch::Yes) return i;
        if (match == KeyMatch::No) {   // keys made to collide take long
            note_work(t, 1);
            continue;
        }
        uint32_t mutations = d->mutations;
        int answer = ask_equal(t, stored, key);
        if (answer < 0) return kFindError;
        if (KRAIT_UNLIKELY(d->keys != keys || d->mutations != mutations)) return kRestart;
        if (answer) return i;
        note_work(t, 4);
    }
}

template <bool kHashed>
static int64_t find_any(Thread& t, DictObject* d, DictKeysBlock* keys, Value key, uint64_t hash, size_t* place) {
    if (keys->index_width == 1) return find_any<int8_t, kHashed>(t, d, keys, key, hash, place);
    if (keys->index_width == 2) return find_any<int16_t, kHashed>(t, d, keys, key, hash, place);
    return find_any<int32_t, kHashed>(t, d, keys, key, hash, place);
}

int64_t dict_find(Thread& t, DictObject* d, Value key, uint64_t hash) {
    size_t place;
    return dict_find_place(t, d, key, hash, &place);
}

int64_t dict_find_place(Thread& t, DictObject* d, Value key, uint64_t hash, size_t* place) {
    for (unsigned restarts = 0; restarts < kMaxRestarts; ++restarts) {
        DictKeysBlock* keys = d->keys;
        if (!keys) return kMissing;
        int64_t i;
        if (keys->hashed) {
            i = find_any<true>(t, d, keys, key, hash, place);
        } else {
            if (key.is_int()) return find_plain(d, keys, hash, SameInt{key}, place);
            if (is_kind(key, Kind::Str)) return find_plain(d, keys, hash, SameStr{key.as<StrObject>(), hash}, place);
            i = find_any<false>(t, d, keys, key, hash, place);
        }
        if (KRAIT_LIKELY(i != kRestart)) return i;
    }
    raise_restless_table(t, "dictionary");
    return kFindError;
}

}  // namespace krait
