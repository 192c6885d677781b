// frozenset: the immutable set, hashable.
#include "builtins/types/set_operations.h"
#include "support/hash.h"

namespace krait {
namespace {

Ref make(Thread& t, TypeObject* type, Value source) {
    if (type != t.interp.type(Kind::FrozenSet)) return set_make(t, type, source);
    if (is_kind(source, Kind::FrozenSet)) return own(source);
    return set_make(t, type, source);
}

Value frozenset_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!refuse_keywords_if_exact(t, "frozenset", type, Kind::FrozenSet, args)) return Value::error();
    if (!check_argument_count(t, "frozenset", args, 0, 1)) return Value::error();
    return make(t, type, args.nargs ? args.args[0] : Value::unbound()).release();
}

// The order of the elements must not matter: their mixed hashes are summed and xored.
int64_t frozenset_hash(Thread&, Value self) {
    SetObject* so = set_of(self);
    if (so->hash) return static_cast<int64_t>(so->hash);
    uint64_t sum = so->used, parity = 0, element;
    size_t position = 0;
    Value key;
    while (set_next_nocall(so, &position, &key, &element)) {
        uint64_t mixed = hash_mix(element ^ 0x5851F42D4C957F2Dull);
        sum += mixed;
        parity ^= mixed;
    }
    uint64_t hash = hash_mix(sum ^ std::rotl(parity, 17));
    if (hash == 0 || hash == UINT64_MAX) hash = 0x1B873593;
    so->hash = hash;
    return static_cast<int64_t>(hash);
}

constexpr MethodDef METHODS[] = {KRAIT_SHARED_SET_METHODS};

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
