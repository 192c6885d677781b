// set and frozenset: one open table of hashes and keys. Lookups may fail and restart as those of dicts.
//
// 1. A place is UNBOUND (never used: ends a search), EMPTY (deleted) or a key.
// 2. SetObject::hash is the cached hash of a frozenset; a set keeps there where pop() goes on looking.
#include <algorithm>
#include <utility>

#include "vm/error/raise.h"
#include "vm/object/empty_frozenset.h"
#include "vm/object/key_match.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/interpreter.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/thread.h"
#include "vm/runtime/work.h"

namespace krait {

constexpr size_t kMinTable = 8;
constexpr size_t kLinearProbes = 9;
constexpr size_t kMaxTable = size_t{1} << 31;

static bool in_use(const SetEntry& e) { return e.key != Value::unbound() && e.key != Value::empty(); }

// Visits places in search order until `visit` says stop: a few neighbours first, then a jump.
template <class F>
static KRAIT_INLINE size_t search(const SetObject* so, size_t mask, uint64_t hash, F&& stop) {
    Probe probe(hash, mask);
    for (;; probe.next(so)) {
        size_t i = probe.index();
        size_t last = i + kLinearProbes <= mask ? i + kLinearProbes : i;
        for (; i <= last; ++i)
            if (stop(i)) return i;
    }
}

// ------------------------------------------------------------------------------------------------ life

SetObject* set_allocate(Thread& t, TypeObject* type) {
    auto* so = allocate_instance<SetObject>(t, type);
    if (!so) return nullptr;
    so->used = so->fill = so->mask = so->mutations = 0;
    so->table = nullptr;
    so->hash = 0;
    gc_track(so);
    return so;
}

RefTo<SetObject> set_new(Thread& t, Kind kind) {
    SetObject* so = set_allocate(t, t.interp.type(kind));
    if (!so) return Failed{};
    return RefTo<SetObject>::steal(so);
}

static void drop_table(Interpreter& interp, SetEntry* table, size_t size) {
    for (size_t i = 0; i < size; ++i) decref(table[i].key);
    interp.heap.free_buffer(table, size * sizeof(SetEntry));
}

void set_clear(Interpreter& interp, SetObject* so) {
    SetEntry* table = std::exchange(so->table, nullptr);
    if (!table) return;
    size_t size = size_t{so->mask} + 1;
    so->used = so->fill = so->mask = 0;
    so->hash = 0;
    ++so->mutations;
    drop_table(interp, table, size);
}

void set_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    set_clear(interp, static_cast<SetObject*>(o));
    free_object(interp, o);
}

void set_traverse(Object* o, Visitor& visitor) {
    auto* so = static_cast<SetObject*>(o);
    if (!so->table) return;
    for (size_t i = 0; i <= so->mask; ++i) visitor.visit(so->table[i].key);
}

void set_clear_slot(Interpreter& interp, Object* o) { set_clear(interp, static_cast<SetObject*>(o)); }

static void insert_into(const SetObject* so, SetEntry* table, size_t mask, const SetEntry& e) {
    table[search(so, mask, e.hash, [&](size_t k) { return table[k].key == Value::unbound(); })] = e;
}

static void clear_places(SetEntry* table, size_t size) {
    for (size_t i = 0; i < size; ++i) table[i] = {0, Value::unbound()};
}

// The table of `size` places with the set's keys in it; null: failed, nothing has changed.
static SetEntry* rebuilt(Thread& t, SetObject* so, size_t size) {
    auto* fresh = static_cast<SetEntry*>(t.heap.allocate_buffer(size * sizeof(SetEntry)));
    if (!fresh) return (void)raise_memory_error(t), nullptr;
    clear_places(fresh, size);
    SetEntry* old = so->table;
    if (!old) return fresh;
    for (size_t i = 0; i <= so->mask; ++i) {
        if (KRAIT_UNLIKELY((i + 1) % kPlacesPerLook == 0) && deadline_passed(t)) {
            t.heap.free_buffer(fresh, size * sizeof(SetEntry));
            return (void)raise_time_limit(t), nullptr;
        }
        if (in_use(old[i])) insert_into(so, fresh, size - 1, old[i]);
    }
    t.heap.free_buffer(old, (size_t{so->mask} + 1) * sizeof(SetEntry));
    return fresh;
}

// The same for a larger table where two side by side would be much memory: the table grows where it is while the keys
// wait packed together. All memory is asked for first: a set at the limit asks with every key. It cannot be given up
// half-way: not under a deadline.
static SetEntry* grown_in_place(Thread& t, SetObject* so, size_t size) {
    size_t old_size = size_t{so->mask} + 1, old_bytes = old_size * sizeof(SetEntry), bytes = size * sizeof(SetEntry);
    auto* table = static_cast<SetEntry*>(t.heap.resize_buffer(so->table, old_bytes, bytes));
    if (!table) return (void)raise_memory_error(t), nullptr;
    so->table = table;
    size_t keys_bytes = so->used * sizeof(SetEntry);
    auto* keys = static_cast<SetEntry*>(t.heap.allocate_buffer(keys_bytes));
    if (!keys) {
        so->table = static_cast<SetEntry*>(t.heap.resize_buffer(table, bytes, old_bytes));   // shrinking cannot fail
        return (void)raise_memory_error(t), nullptr;
    }
    SetEntry* end = std::copy_if(table, table + old_size, keys, in_use);
    clear_places(table, size);
    for (const SetEntry* e = keys; e != end; ++e) insert_into(so, table, size - 1, *e);
    t.heap.free_buffer(keys, keys_bytes);
    return table;
}

// Moves everything into a table larger than `minimum`. Failed: the set is as it was.
static Status resize(Thread& t, SetObject* so, size_t minimum) {
    constexpr size_t kInPlace = size_t{1} << 17;   // places
    size_t size = kMinTable;
    while (size <= minimum) size *= 2;
    if (size > kMaxTable) return raise_memory_error(t);
    bool in_place = so->mask >= kInPlace && size > size_t{so->mask} + 1 && t.deadline_ns == 0;
    SetEntry* table = in_place ? grown_in_place(t, so, size) : rebuilt(t, so, size);
    if (!table) return Failed{};
    so->table = table;
    so->mask = static_cast<uint32_t>(size - 1);
    so->fill = so->used;
    ++so->mutations;
    return ok();
}

// ------------------------------------------------------------------------------------------------ searching

constexpr int64_t kRestart = -3;
constexpr size_t kNoPlace = ~size_t{0};

// Where the key is. When it is missing, *place is where it belongs (the first free one on the way) as long as nothing
// changes the set.
static KRAIT_INLINE int64_t find_once(Thread& t, SetObject* so, Value key, uint64_t hash, size_t* place) {
    SetEntry* table = so->table;
    int64_t result = kMissing;
    *place = kNoPlace;
    search(so, so->mask, hash, [&](size_t i) {
        const SetEntry& e = table[i];
        if (e.key == Value::unbound()) {
            if (KRAIT_LIKELY(*place == kNoPlace)) *place = i;
            return true;
        }
        if (e.key == Value::empty()) {
            if (*place == kNoPlace) *place = i;
            return false;
        }
        if (e.hash != hash) return false;
        KeyMatch match = e.key == key ? KeyMatch::Yes : match_keys_nocall(e.key, key);
        if (match == KeyMatch::Ask) {
            uint32_t mutations = so->mutations;
            int answer = ask_equal(t, e.key, key);
            if (answer < 0) {
                result = kFindError;
                return true;
            }
            if (KRAIT_UNLIKELY(so->table != table || so->mutations != mutations)) {
                result = kRestart;
                return true;
            }
            match = answer ? KeyMatch::Yes : KeyMatch::No;
        }
        if (match == KeyMatch::No) {   // keys made to collide take long
            note_work(t, 1);
            return false;
        }
        result = static_cast<int64_t>(i);
        return true;
    });
    return result;
}

// What needs no comparison: the very key is there, or no key of its hash, in a set from which nothing was deleted.
// kRestart: find_once() must tell.
static KRAIT_INLINE int64_t find_same(SetObject* so, Value key, uint64_t hash, size_t* place) {
    const SetEntry* table = so->table;
    int64_t result = kMissing;
    *place = search(so, so->mask, hash, [&](size_t i) {
        const SetEntry& e = table[i];
        if (e.hash != hash) return e.key == Value::unbound();
        if (e.key != Value::unbound()) result = e.key == key ? static_cast<int64_t>(i) : kRestart;
        return true;
    });
    return result;
}

// As set_find, with the place of a missing key; kNoPlace: there is no table yet.
static KRAIT_INLINE int64_t find_place(Thread& t, SetObject* so, Value key, uint64_t hash, size_t* place) {
    *place = kNoPlace;
    for (unsigned restarts = 0; restarts < kMaxRestarts; ++restarts) {
        if (!so->table) return kMissing;
        if (KRAIT_LIKELY(so->fill == so->used)) {
            int64_t same = find_same(so, key, hash, place);
            if (KRAIT_LIKELY(same != kRestart)) return same;
        }
        int64_t i = find_once(t, so, key, hash, place);
        if (KRAIT_LIKELY(i != kRestart)) return i;
    }
    raise_restless_table(t, "set");
    return kFindError;
}

int64_t set_find(Thread& t, SetObject* so, Value key, uint64_t hash) {
    size_t place;
    return find_place(t, so, key, hash, &place);
}

Ref empty_frozenset(Thread& t) {
    TypeObject* type = t.interp.type(Kind::FrozenSet);
    if (!type->native) {
        RefTo<SetObject> made = TRY(set_new(t, Kind::FrozenSet));
        type->native = made.release();
        auto drop = [](Interpreter&, void* held) { decref(static_cast<Object*>(held)); };
        t.interp.at_exit.push_back({type->native, drop});
    }
    return own(Value::object(static_cast<Object*>(type->native)));
}

// A frozen copy to look a set up by its contents (`{1} in sets`): UNBOUND when `key` is no set.
static Ref frozen_key(Thread& t, Value key) {
    if (!layout_is(key, Kind::Set)) return Ref();
    if (!pending_matches(t, Exc::TypeError)) return Ref();
    clear_exception(t);
    RefTo<SetObject> frozen = TRY(set_new(t, Kind::FrozenSet));
    TRY(set_copy_into(t, frozen.get(), key.as<SetObject>()));
    return frozen;
}

// Hash of `key`, or of its frozen copy for a set, which then stands in *key.
static bool hash_or_freeze(Thread& t, Ref* key, uint64_t* hash) {
    if (KRAIT_LIKELY(hash_key(t, *key, hash))) return true;
    Ref frozen = frozen_key(t, *key);
    if (frozen.failed() || frozen.get().is_unbound()) return false;
    *key = std::move(frozen);
    return hash_key(t, *key, hash);
}

Fallible<bool> set_contains(Thread& t, SetObject* so, Value value) {
    Ref key = own(value);
    uint64_t hash;
    if (!hash_or_freeze(t, &key, &hash)) return Failed{};
    int64_t found = set_find(t, so, key, hash);
    if (found == kFindError) return Failed{};
    return found >= 0;
}

bool set_next_nocall(SetObject* so, size_t* position, Value* key, uint64_t* hash) {
    if (!so->table) return false;
    size_t i = *position, size = size_t{so->mask} + 1;
    while (i < size && !in_use(so->table[i])) ++i;
    *position = i + 1;
    if (i >= size) return false;
    *key = so->table[i].key;
    if (hash) *hash = so->table[i].hash;
    return true;
}

// ------------------------------------------------------------------------------------------------ changing

// The table holds more than it should. The key that was too much is in, so that only the time limit is a failure:
// should there be no memory, one of every few that follow tries again, which costs as much as looking through the heap
// for it.
static KRAIT_NOINLINE Status grow_crowded(Thread& t, SetObject* so) {
    bool just_now = (size_t{so->fill} - 1) * 3 < size_t{so->mask} * 2;
    if (!just_now && so->fill % (so->mask / 32 + 1) != 0) return ok();
    Status grown = resize(t, so, so->used > 50000 ? size_t{so->used} * 2 : size_t{so->used} * 4);
    if (grown || t.hard_stop) return grown;
    clear_exception(t);
    return check_deadline(t);
}

// Beyond this a key that is missing takes too long to look for.
static bool full(const SetObject* so) { return so->fill >= so->mask - so->mask / 8; }

static KRAIT_INLINE Status insert_at(Thread& t, SetObject* so, size_t place, Value key, uint64_t hash) {
    SetEntry& entry = so->table[place];
    if (entry.key == Value::unbound()) ++so->fill;
    incref(key);
    entry = {hash, key};
    ++so->used;
    ++so->mutations;
    if (KRAIT_LIKELY(size_t{so->fill} * 3 < size_t{so->mask} * 2)) return ok();
    return grow_crowded(t, so);
}

Status set_insert_missing(Thread& t, SetObject* so, Value key, uint64_t hash) {
    // A quarter more: without one the table would be made anew, as full as before, for every key.
    if (KRAIT_UNLIKELY(!so->table || full(so))) TRY(resize(t, so, size_t{so->used} + so->used / 4));
    SetEntry* table = so->table;
    return insert_at(t, so, search(so, so->mask, hash, [&](size_t i) { return !in_use(table[i]); }), key, hash);
}

Status set_add_hashed(Thread& t, SetObject* so, Value key, uint64_t hash) {
    size_t place;
    int64_t found = find_place(t, so, key, hash, &place);
    if (found >= 0) return ok();
    if (found == kFindError) return Failed{};
    if (KRAIT_UNLIKELY(place == kNoPlace || (full(so) && so->table[place].key == Value::unbound())))
        return set_insert_missing(t, so, key, hash);
    return insert_at(t, so, place, key, hash);
}

Status set_add(Thread& t, SetObject* so, Value key) {
    uint64_t hash;
    if (!hash_key(t, key, &hash)) return Failed{};
    return set_add_hashed(t, so, key, hash);
}

static Ref take_at(SetObject* so, size_t i) {
    Ref key = Ref::steal(std::exchange(so->table[i].key, Value::empty()));
    --so->used;
    ++so->mutations;
    return key;
}

Fallible<bool> set_discard_hashed(Thread& t, SetObject* so, Value key, uint64_t hash) {
    int64_t found = set_find(t, so, key, hash);
    if (found == kFindError) return Failed{};
    if (found == kMissing) return false;
    Ref dropped = take_at(so, static_cast<size_t>(found));
    return true;
}

void set_forget_deleted(Thread& t, SetObject* so) {
    if (so->fill - so->used <= so->mask / 4) return;
    if (!resize(t, so, so->used > 50000 ? size_t{so->used} * 2 : size_t{so->used} * 4)) clear_exception(t);
}

Fallible<bool> set_discard(Thread& t, SetObject* so, Value value) {
    Ref key = own(value);
    uint64_t hash;
    if (!hash_or_freeze(t, &key, &hash)) return Failed{};
    return set_discard_hashed(t, so, key, hash);
}

Ref set_pop(SetObject* so) {
    if (so->used == 0) return Ref();
    size_t i = so->hash & so->mask;
    while (!in_use(so->table[i])) i = (i + 1) & so->mask;
    so->hash = i + 1;
    return take_at(so, i);
}

void set_swap_contents(SetObject* a, SetObject* b) {
    std::swap(a->used, b->used);
    std::swap(a->fill, b->fill);
    std::swap(a->mask, b->mask);
    std::swap(a->table, b->table);
    ++a->mutations;
    ++b->mutations;
}

// For `more` keys to come at once, by the rules that make the order of 3.6.
static Status make_room(Thread& t, SetObject* so, size_t more) {
    if (!so->table) TRY(resize(t, so, 0));
    if ((so->fill + more) * 3 < size_t{so->mask} * 2) return ok();
    return resize(t, so, (so->used + more) * 2);
}

// Takes the first `places` places back that were copied into an empty table.
static Failed abandon_copy(Thread& t, SetObject* target, size_t places) {
    for (size_t i = 0; i < places; ++i) decref(std::exchange(target->table[i].key, Value::unbound()));
    return raise_time_limit(t);
}

Status set_copy_into(Thread& t, SetObject* target, SetObject* source) {
    if (target == source || source->used == 0) return ok();
    TRY(make_room(t, target, source->used));
    note_items(t, source->used);
    if (target->used == 0 && target->mask == source->mask && source->fill == source->used && target->fill == 0) {
        for (size_t i = 0; i <= source->mask; ++i) {
            if (KRAIT_UNLIKELY((i + 1) % kPlacesPerLook == 0) && deadline_passed(t)) return abandon_copy(t, target, i);
            incref(source->table[i].key);
            target->table[i] = source->table[i];
        }
        target->used = target->fill = source->used;
        ++target->mutations;
        return ok();
    }
    bool fresh = target->fill == 0;
    size_t position = 0;
    Value key;
    uint64_t hash;
    while (set_next_nocall(source, &position, &key, &hash)) {
        if (KRAIT_UNLIKELY(position % kPlacesPerLook == 0)) TRY(check_deadline(t));
        if (fresh) {
            TRY(set_insert_missing(t, target, key, hash));
        } else {
            Ref held = own(key);
            TRY(set_add_hashed(t, target, held, hash));
        }
    }
    return ok();
}

static Status add_dict_keys(Thread& t, SetObject* so, DictObject* dict) {
    TRY(make_room(t, so, dict->used));
    note_items(t, dict->used);
    size_t position = 0;
    Value key;
    uint64_t hash;
    while (dict_next_nocall(dict, &position, &key, nullptr, &hash)) {
        if (KRAIT_UNLIKELY(position % kPlacesPerLook == 0)) TRY(check_deadline(t));
        Ref held = own(key);
        TRY(set_add_hashed(t, so, held, hash));
    }
    return ok();
}

Status set_update(Thread& t, SetObject* so, Value iterable) {
    if (is_set_layout(iterable)) return set_copy_into(t, so, iterable.as<SetObject>());
    if (is_kind(iterable, Kind::Dict)) return add_dict_keys(t, so, iterable.as<DictObject>());
    if (is_kind(iterable, Kind::List) || is_kind(iterable, Kind::Tuple)) {
        bool is_list = is_kind(iterable, Kind::List);
        for (size_t i = 0;; ++i) {
            size_t size = is_list ? iterable.as<ListObject>()->size : iterable.as<TupleObject>()->size;
            if (i >= size) return ok();
            Ref item = own(is_list ? iterable.as<ListObject>()->items[i] : iterable.as<TupleObject>()->items[i]);
            TRY(set_add(t, so, item));
            TRY(charge_loop(t, i));
        }
    }
    Iteration it(t, iterable);
    while (it.next()) TRY(set_add(t, so, it.item()));
    if (it.failed()) return Failed{};
    return ok();
}

}  // namespace krait
