// _random: the Mersenne Twister MT19937 of Matsumoto and Nishimura (1998), with the seeding of their 2002 version.
#include <algorithm>
#include <bit>

#include "vm/native/module_def.h"
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {
namespace {

constexpr uint32_t kWords = 624, kDistance = 397;

struct Twister {
    uint32_t words[kWords];
    uint32_t next;   // kWords: make a new block first

    uint32_t draw() {
        if (next >= kWords) refill();
        uint32_t y = words[next++];
        y ^= y >> 11;
        y ^= y << 7 & 0x9d2c5680u;
        y ^= y << 15 & 0xefc60000u;
        return y ^ y >> 18;
    }
    void seed(uint32_t value) {
        words[0] = value;
        for (uint32_t i = 1; i < kWords; ++i) words[i] = 1812433253u * (words[i - 1] ^ words[i - 1] >> 30) + i;
        next = kWords;
    }
    void seed(const uint32_t* key, size_t length) {
        seed(19650218u);
        uint32_t i = 1;
        size_t j = 0;
        auto previous = [&] { return words[i - 1] ^ words[i - 1] >> 30; };
        auto advance = [&] {
            if (++i < kWords) return;
            words[0] = words[kWords - 1];
            i = 1;
        };
        for (size_t k = length > kWords ? length : kWords; k > 0; --k) {
            words[i] = (words[i] ^ previous() * 1664525u) + key[j] + static_cast<uint32_t>(j);
            advance();
            if (++j >= length) j = 0;
        }
        for (uint32_t k = kWords - 1; k > 0; --k) {
            words[i] = (words[i] ^ previous() * 1566083941u) - i;
            advance();
        }
        words[0] = 0x80000000u;
    }

  private:
    void refill() {
        for (uint32_t i = 0; i < kWords; ++i) {
            uint32_t y = (words[i] & 0x80000000u) | (words[i + 1 == kWords ? 0 : i + 1] & 0x7fffffffu);
            uint32_t far = i + kDistance < kWords ? i + kDistance : i + kDistance - kWords;
            words[i] = words[far] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
        }
        next = 0;
    }
};

struct RandomObject : Object {
    Twister twister;
};

Status seed_from_host(Thread& t, Twister& twister) {
    uint32_t key[kWords];
    if (t.interp.host->random_bytes(key, sizeof key) < 0) {   // no entropy to be had: clocks and identity
        uint64_t parts[] = {static_cast<uint64_t>(t.interp.host->wall_time_ns()),
                            static_cast<uint64_t>(t.interp.host->monotonic_ns()), t.interp.next_serial++};
        twister.seed(reinterpret_cast<const uint32_t*>(parts), sizeof parts / (sizeof(uint32_t)));
        return ok();
    }
    twister.seed(key, kWords);
    return ok();
}

// The absolute value in words of 32 bits, lowest first, at least one.
Status seed_from_int(Thread& t, Twister& twister, const BigInt& n) {
    size_t count = n.is_zero() ? 1 : (n.bit_length() + 31) / 32, bytes = count * sizeof(uint32_t);
    TRY(charge_work(t, count));
    uint32_t* key = static_cast<uint32_t*>(t.heap.allocate_buffer(bytes));
    if (!key) return raise_memory_error(t);
    BigInt magnitude;
    BigIntStatus s = BigInt::absolute(n, &magnitude);
    bool fits = s == BigIntStatus::Ok && magnitude.to_bytes({reinterpret_cast<uint8_t*>(key), bytes},
                                                            std::endian::native == std::endian::little, false);
    if (fits) {
        if constexpr (std::endian::native == std::endian::big) std::reverse(key, key + count);
        twister.seed(key, count);
    }
    t.heap.free_buffer(key, bytes);
    if (s != BigIntStatus::Ok) return raise_bigint(t, s);
    return ok();
}
Status seed_from(Thread& t, Twister& twister, Value seed) {
    if (seed.is_unbound() || seed.is_none()) return seed_from_host(t, twister);
    if (is_int_like(seed)) return seed_from_int(t, twister, IntView(seed));
    uint64_t hash = TRY(hash_of(t, seed));
    return seed_from_int(t, twister, BigInt::from_uint64(hash));
}

Status random_seed(Thread& t, RandomObject* self, Value n) { return seed_from(t, self->twister, n); }
Value random_new(Thread& t, TypeObject* type, const CallArgs& args) {
    bool exact = type->spec != nullptr;   // subclasses may take what they like by keyword
    if (exact && args.kwnames && args.kwnames->size)
        return raise(t, Exc::TypeError, "Random() does not take keyword arguments");
    if (args.nargs > 1) return raise(t, Exc::TypeError, "seed expected at most 1 arguments, got %zu", args.nargs);
    RandomObject* self = allocate_instance<RandomObject>(t, type);
    if (!self) return Value::error();
    self->twister.seed(0);
    if (has_flag(type, kTypeGc)) gc_track(self);   // classes made by Python
    Ref held = Ref::steal(self);
    if (seed_from(t, self->twister, args.nargs ? args.args[0] : Value::unbound()).failed()) return Value::error();
    return held.release();
}

Ref random_random(Thread& t, RandomObject* self) {
    uint32_t high = self->twister.draw() >> 5, low = self->twister.draw() >> 6;
    return make_float(t, (high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

Ref random_getrandbits(Thread& t, RandomObject* self, Value bits) {
    if (is_float_like(bits)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    Ref index = TRY(as_index(t, bits));
    int64_t k;
    if (!int_fits_i64(index, &k) || k > INT32_MAX || k < INT32_MIN) {
        bool less = int_sign(index) < 0;
        return raise(t, Exc::OverflowError, "signed integer is %s than %s", less ? "less" : "greater",
                     less ? "minimum" : "maximum");
    }
    if (k <= 0) return raise(t, Exc::ValueError, "number of bits must be greater than zero");
    if (k <= 32) return make_int(t, int64_t{self->twister.draw() >> (32 - k)});
    TRY(check_int_result(t, static_cast<uint64_t>(k)));
    size_t count = static_cast<size_t>(k + 31) / 32, bytes = count * sizeof(uint32_t);
    TRY(charge_work(t, count));
    uint8_t* buffer = static_cast<uint8_t*>(t.heap.allocate_buffer(bytes));
    if (!buffer) return raise_memory_error(t);
    for (size_t i = 0; i < count; ++i, k -= 32) {
        uint32_t word = self->twister.draw();
        if (k < 32) word >>= 32 - k;
        for (int byte = 0; byte < 4; ++byte)
            buffer[4 * i + static_cast<size_t>(byte)] = static_cast<uint8_t>(word >> 8 * byte);
    }
    BigInt result;
    BigIntStatus s = BigInt::from_bytes({buffer, bytes}, true, false, &result);
    t.heap.free_buffer(buffer, bytes);
    return s == BigIntStatus::Ok ? make_int(t, std::move(result)) : Ref(raise_bigint(t, s));
}

Ref random_getstate(Thread& t, RandomObject* self) {
    RefTo<TupleObject> state = TRY(tuple_new(t, kWords + 1));
    for (uint32_t i = 0; i < kWords; ++i) state->items[i] = Value::from_int_unchecked(self->twister.words[i]);
    state->items[kWords] = Value::from_int_unchecked(self->twister.next);
    return state;
}
Status random_setstate(Thread& t, RandomObject* self, Value state) {
    TupleObject* tuple = as_tuple(state);
    if (!tuple) return raise(t, Exc::TypeError, "state vector must be a tuple");
    if (tuple->size != kWords + 1) return raise(t, Exc::ValueError, "state vector is the wrong size");
    Twister fresh;
    for (uint32_t i = 0; i <= kWords; ++i) {
        Value item = tuple->items[i];
        if (!is_int_like(item)) return raise(t, Exc::TypeError, "an integer is required");
        int64_t word;
        bool last = i == kWords;
        if (!last && int_sign(item) < 0)
            return raise(t, Exc::OverflowError, "can't convert negative value to unsigned int");
        if (!int_fits_i64(item, &word))
            return raise(t, Exc::OverflowError, "Python int too large to convert to C %s",
                         last ? "long" : "unsigned long");
        if (last && (word < 0 || word > kWords)) return raise(t, Exc::ValueError, "invalid state");
        (last ? fresh.next : fresh.words[i]) = static_cast<uint32_t>(word);
    }
    self->twister = fresh;
    return ok();
}

void random_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

constexpr MethodDef METHODS[] = {
    method<random_random>("random", "(self, /)", "random() -> x in the interval [0, 1)."),
    method<random_seed>("seed", "(self, n=None, /)", "seed([n]) -> None.  Defaults to current time."),
    method<random_getstate>("getstate", "(self, /)", "getstate() -> tuple containing the current state."),
    method<random_setstate>("setstate", "(self, state, /)", "setstate(state) -> None.  Restores generator state."),
    method<random_getrandbits>("getrandbits", "(self, k, /)",
                               "getrandbits(k) -> x.  Generates an int with k random bits."),
};
constexpr TypeSpec kRandomSpec = {
    .name = "_random.Random",
    .doc = "Random() -> create a random number generator with its own internal state.",
    .basic_size = sizeof(RandomObject),
    .flags = kTypeBase,
    .slots = {.dealloc = random_dealloc, .new_ = random_new},
    .methods = METHODS,
};

Status random_exec(Thread& t, ModuleObject* module) {
    (void)TRY(module_add_type(t, module, kRandomSpec));
    return ok();
}

}  // namespace

extern const ModuleDef kRandomModule;
constinit const ModuleDef kRandomModule = {
    .name = "_random", .doc = "Module implements the Mersenne Twister random number generator.", .exec = random_exec};

}  // namespace krait
