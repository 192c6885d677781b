// frozenset: the immutable set, hashable.
#include "builtins/types/class_alias.h"
#include "builtins/types/set_operations.h"
#include "vm/object/empty_frozenset.h"

namespace krait {
namespace {

Ref make(Thread& t, TypeObject* type, Value source) {
    if (type != t.interp.type(Kind::FrozenSet)) return set_make(t, type, source);
    if (source.is_unbound()) return empty_frozenset(t);
    if (is_kind(source, Kind::FrozenSet)) return own(source);
    Ref made = TRY(set_make(t, type, source));
    return set_of(made)->used ? std::move(made) : empty_frozenset(t);
}

Value frozenset_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords_if_exact(t, "frozenset", type, Kind::FrozenSet, args)) return Value::error();
    if (!check_argument_count(t, "frozenset", args, 0, 1)) return Value::error();
    return make(t, type, args.nargs ? args.args[0] : Value::unbound()).release();
}

// Spreads the bits of an element's hash: neighbours must not cancel each other out.
uint64_t shuffle(uint64_t h) { return ((h ^ 89869747) ^ (h << 16)) * 3644798167; }

// The order of the elements must not matter, so they are xored. The numbers are those of 3.6, so that sets of
// frozensets have its order.
int64_t frozenset_hash(Thread&, Value self) {
    SetObject* so = set_of(self);
    if (so->hash) return static_cast<int64_t>(so->hash);
    uint64_t hash = 0, element;
    size_t position = 0;
    Value key;
    while (set_next_nocall(so, &position, &key, &element)) hash ^= shuffle(element);
    hash ^= (uint64_t{so->used} + 1) * 1927868237;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069 + 907133923;
    if (hash == UINT64_MAX) hash = 590923713;
    so->hash = hash;
    return static_cast<int64_t>(hash);
}

constexpr MethodDef METHODS[] = {KRAIT_CLASS_GETITEM, KRAIT_SHARED_SET_METHODS};

constexpr Slots frozenset_slots() {
    Slots s;
    s.dealloc = set_dealloc;
    s.traverse = set_traverse;
    s.repr = set_repr;
    s.hash = frozenset_hash;
    s.compare = set_compare;
    s.iter = set_iter;
    s.new_ = frozenset_new;
    s.length = set_length;
    s.contains = set_contains_slot;
    s.binary[static_cast<size_t>(BinaryOp::Or)] = set_or;
    s.binary[static_cast<size_t>(BinaryOp::And)] = set_and;
    s.binary[static_cast<size_t>(BinaryOp::Subtract)] = set_subtract;
    s.binary[static_cast<size_t>(BinaryOp::Xor)] = set_xor;
    return s;
}

}  // namespace

extern const TypeSpec kFrozenSetTypeSpec;
constinit const TypeSpec kFrozenSetTypeSpec = {
    .name = "frozenset",
    .doc = "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\n"
           "Build an immutable unordered collection of unique elements.",
    .basic_size = sizeof(SetObject),
    .flags = kTypeBase | kTypeGc | kTypeHasWeakrefs,
    .slots = frozenset_slots(),
    .methods = METHODS,
};

}  // namespace krait
