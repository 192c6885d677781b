// Modules _sha3 and _blake2.
#include "builtins/modules/digest_algorithms.h"
#include "builtins/modules/hash_support.h"
#include "builtins/types/text_support.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

void hash_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

// ------------------------------------------------------------------------------------------------ SHA-3

struct Sha3Object : Object {
    digest::Keccak sponge;
};

// kSize: of the digest in bytes, 0 for SHAKE; kRate: bytes taken at a time.
template <int kSize, int kRate>
struct Sha3Kind {
    static constexpr bool kShake = kSize == 0;
    static constexpr char kSignature[] = "(string=b'', /)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    static constexpr const char* kNames[2] = {kShake        ? (kRate == 168 ? "shake_128" : "shake_256")
                                              : kSize == 28 ? "sha3_224"
                                              : kSize == 32 ? "sha3_256"
                                              : kSize == 48 ? "sha3_384"
                                                            : "sha3_512",
                                              kShake        ? (kRate == 168 ? "_sha3.shake_128" : "_sha3.shake_256")
                                              : kSize == 28 ? "_sha3.sha3_224"
                                              : kSize == 32 ? "_sha3.sha3_256"
                                              : kSize == 48 ? "_sha3.sha3_384"
                                                            : "_sha3.sha3_512"};

    static Value make(Thread& t, TypeObject* type, const CallArgs& args) {
        if (args.kwnames && args.kwnames->size)
            return raise(t, Exc::TypeError, "%s does not take keyword arguments", kNames[1]);
        BoundArgs bound = TRY(bind_arguments(t, kNames[0], kInfo, kSignature, args));
        auto* self = allocate<Sha3Object>(t, type);
        if (!self) return Value::error();
        self->sponge.start(kRate, kShake ? 0x1f : 0x06);
        Ref held = Ref::steal(self);
        if (!bound.slots[0].is_unbound()) TRY(hash_add(t, self->sponge, bound.slots[0]));
        return held.release();
    }
    static Status update(Thread& t, Sha3Object* self, Value data) { return hash_add(t, self->sponge, data); }
    static Ref copy(Thread& t, Sha3Object* self) {
        auto* made = allocate<Sha3Object>(t, self->type);
        if (!made) return Failed{};
        made->sponge = self->sponge;
        return Ref::steal(made);
    }
    static Ref digest(Thread& t, Sha3Object* self) {
        uint8_t out[kSize ? kSize : 1];
        digest::Keccak ended = self->sponge;
        ended.finish(out, kSize);
        return bytes_from(t, {reinterpret_cast<char*>(out), kSize});
    }
    static Ref hexdigest(Thread& t, Sha3Object* self) {
        uint8_t out[kSize ? kSize : 1];
        digest::Keccak ended = self->sponge;
        ended.finish(out, kSize);
        return hex_text(t, out, kSize);
    }
    static RefTo<BytesObject> squeeze(Thread& t, Sha3Object* self, Value length) {
        Ref number = TRY(as_index(t, length));
        BigInt n = int_to_bigint(number);
        if (n.is_negative()) return raise(t, Exc::OverflowError, "can't convert negative value to unsigned int");
        auto small = n.to_int64();
        if (!small || *small >= 1 << 29) return raise(t, Exc::ValueError, "length is too large");
        RefTo<BytesObject> out = TRY(bytes_new_uninitialised(t, static_cast<size_t>(*small)));
        TRY(charge_work(t, out->length / 8));
        digest::Keccak ended = self->sponge;
        ended.end();
        auto* data = reinterpret_cast<uint8_t*>(out->data);
        TRY(in_stretches(t, out->length, [&](size_t i, size_t end) { ended.give(data + i, end - i); }));
        return out;
    }
    static Ref shake_digest(Thread& t, Sha3Object* self, Value length) { return squeeze(t, self, length); }
    static Ref shake_hexdigest(Thread& t, Sha3Object* self, Value length) {
        RefTo<BytesObject> bytes = TRY(squeeze(t, self, length));
        return hex_text(t, reinterpret_cast<uint8_t*>(bytes->data), bytes->length);
    }
    static Value block_size(Thread&, Value) { return Value::small_int(kRate); }
    static Value digest_size(Thread&, Value) { return Value::small_int(kSize); }
    static Value name(Thread& t, Value) { return str_from_ascii(t, kNames[0]).release(); }
    static Value rate_bits(Thread&, Value) { return Value::small_int(kRate * 8); }
    static Value capacity_bits(Thread&, Value) { return Value::small_int(1600 - kRate * 8); }
    static Value suffix(Thread& t, Value) { return bytes_from(t, kShake ? "\x1f" : "\x06").release(); }

    static constexpr MethodDef kMethods[] = {
        method<copy>("copy", "(self, /)", "Return a copy of the hash object."),
        method<digest>("digest", "(self, /)", "Return the digest value as a string of binary data."),
        method<hexdigest>("hexdigest", "(self, /)", "Return the digest value as a string of hexadecimal digits."),
        method<update>("update", "(self, obj, /)", "Update this hash object's state with the provided string."),
    };
    static constexpr MethodDef kShakeMethods[] = {
        method<copy>("copy", "(self, /)", "Return a copy of the hash object."),
        method<shake_digest>("digest", "(self, length, /)", "Return the digest value as a string of binary data."),
        method<shake_hexdigest>("hexdigest", "(self, length, /)",
                                "Return the digest value as a string of hexadecimal digits."),
        method<update>("update", "(self, obj, /)", "Update this hash object's state with the provided string."),
    };
    static constexpr GetSetDef kGetSets[] = {{"block_size", block_size, nullptr, nullptr},
                                             {"digest_size", digest_size, nullptr, nullptr},
                                             {"name", name, nullptr, nullptr},
                                             {"_rate_bits", rate_bits, nullptr, nullptr},
                                             {"_capacity_bits", capacity_bits, nullptr, nullptr},
                                             {"_suffix", suffix, nullptr, nullptr}};
    static constexpr TypeSpec kSpec = {.name = kNames[1],
                                       .doc = "A SHA-3 hash object.",
                                       .basic_size = sizeof(Sha3Object),
                                       .flags = 0,
                                       .slots = {.dealloc = hash_dealloc, .new_ = make},
                                       .methods = kShake ? std::span<const MethodDef>(kShakeMethods) : kMethods,
                                       .getsets = kGetSets,
                                       .new_signature = kSignature};
};

Status sha3_exec(Thread& t, ModuleObject* module) {
    TRY(module_add_type(t, module, Sha3Kind<28, 144>::kSpec));
    TRY(module_add_type(t, module, Sha3Kind<32, 136>::kSpec));
    TRY(module_add_type(t, module, Sha3Kind<48, 104>::kSpec));
    TRY(module_add_type(t, module, Sha3Kind<64, 72>::kSpec));
    TRY(module_add_type(t, module, Sha3Kind<0, 168>::kSpec));
    TRY(module_add_type(t, module, Sha3Kind<0, 136>::kSpec));
    TRY(module_set_int(t, module, "keccakopt", 64));
    return module_set_str(t, module, "implementation", "generic 64-bit implementation");
}

// ------------------------------------------------------------------------------------------------ BLAKE2

template <class Word>
struct Blake2Kind {
    using Algorithm = digest::Blake2<Word>;
    static constexpr bool kLong = Algorithm::kLong;
    static constexpr int kMax = static_cast<int>(Algorithm::kMaxDigest), kSalt = kMax / 4;
    static constexpr const char* kName = kLong ? "blake2b" : "blake2s";
    static constexpr char kSignature[] =
        "(data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, "
        "node_offset=0, "
        "node_depth=0, inner_size=0, last_node=False)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);

    struct Blake2Object : Object {
        Algorithm algorithm;
        uint32_t size;
    };

    static Fallible<int64_t> ranged(Thread& t, Value v, int64_t fallback, int64_t low, int64_t high,
                                    const char* message) {
        if (v.is_unbound()) return fallback;
        int64_t n = TRY(index_to_i64(t, v, Exc::OverflowError));
        if (n < low || n > high) return raise(t, Exc::ValueError, "%s", message);
        return n;
    }
    static Fallible<uint64_t> unsigned_number(Thread& t, Value v, uint64_t most, const char* name, const char* negative,
                                              const char* too_big) {
        if (v.is_unbound()) return uint64_t{0};
        Ref number = TRY(as_index(t, v));
        BigInt n = int_to_bigint(number);
        if (n.is_negative()) return raise(t, Exc::OverflowError, "%s", negative);
        auto small = n.to_uint64();
        if (!small) return raise(t, Exc::OverflowError, "%s", too_big);
        if (*small > most) return raise(t, Exc::OverflowError, "%s is too large", name);
        return *small;
    }
    static Status bytes_part(Thread& t, Value v, uint8_t* out, size_t most, const char* name) {
        if (v.is_unbound()) return ok();
        BufferView view = TRY(get_buffer(t, v));
        if (view.size() > most) return raise(t, Exc::ValueError, "maximum %s length is %zu bytes", name, most);
        std::memcpy(out, view.data(), view.size());
        return ok();
    }

    static Value make(Thread& t, TypeObject* type, const CallArgs& args) {
        if (args.nargs > 1)
            return raise(t, Exc::TypeError, "Function takes at most 1 positional arguments (%zu given)", args.nargs);
        BoundArgs bound = TRY(bind_arguments(t, kName, kInfo, kSignature, args));
        Value* s = bound.slots;
        uint8_t block[64] = {};
        constexpr const char* kSizes =
            kLong ? "digest_size must be between 1 and 64 bytes" : "digest_size must be between 1 and 32 bytes";
        int64_t size = TRY(ranged(t, s[1], kMax, 1, kMax, kSizes));
        uint8_t key[2 * 64] = {};
        size_t key_size = 0;
        if (!s[2].is_unbound()) {
            TRY(bytes_part(t, s[2], key, kMax, "key"));
            key_size = TRY(get_buffer(t, s[2])).size();
        }
        block[0] = static_cast<uint8_t>(size);
        block[1] = static_cast<uint8_t>(key_size);
        block[2] = static_cast<uint8_t>(TRY(ranged(t, s[5], 1, 0, 255, "fanout must be between 0 and 255")));
        block[3] = static_cast<uint8_t>(TRY(ranged(t, s[6], 1, 1, 255, "depth must be between 1 and 255")));
        uint64_t leaf =
            TRY(unsigned_number(t, s[7], UINT32_MAX, "leaf_size", "can't convert negative value to unsigned int",
                                "Python int too large to convert to C unsigned long"));
        uint64_t offset = TRY(unsigned_number(t, s[8], kLong ? UINT64_MAX : 0xffffffffffff, "node_offset",
                                              "can't convert negative int to unsigned", "int too big to convert"));
        uint64_t depth = static_cast<uint64_t>(TRY(ranged(t, s[9], 0, 0, 255, "node_depth must be between 0 and 255")));
        constexpr const char* kInner =
            kLong ? "inner_size must be between 0 and is 64" : "inner_size must be between 0 and is 32";
        uint64_t inner = static_cast<uint64_t>(TRY(ranged(t, s[10], 0, 0, kMax, kInner)));
        for (int i = 0; i < 4; ++i) block[4 + i] = static_cast<uint8_t>(leaf >> 8 * i);
        for (int i = 0; i < (kLong ? 8 : 6); ++i) block[8 + i] = static_cast<uint8_t>(offset >> 8 * i);
        block[kLong ? 16 : 14] = static_cast<uint8_t>(depth);
        block[kLong ? 17 : 15] = static_cast<uint8_t>(inner);
        TRY(bytes_part(t, s[3], block + kMax / 2, kSalt, "salt"));
        TRY(bytes_part(t, s[4], block + kMax / 2 + kSalt, kSalt, "person"));
        bool last = s[11].is_unbound() ? false : TRY(is_true(t, s[11]));
        auto* self = allocate<Blake2Object>(t, type);
        if (!self) return Value::error();
        Ref held = Ref::steal(self);
        self->size = static_cast<uint32_t>(size);
        self->algorithm.start(block, last);
        if (key_size) self->algorithm.add({reinterpret_cast<char*>(key), Algorithm::kBlock});
        if (!s[0].is_unbound()) TRY(hash_add(t, self->algorithm, s[0]));
        return held.release();
    }
    static Status update(Thread& t, Blake2Object* self, Value data) { return hash_add(t, self->algorithm, data); }
    static Ref copy(Thread& t, Blake2Object* self) {
        auto* made = allocate<Blake2Object>(t, self->type);
        if (!made) return Failed{};
        made->algorithm = self->algorithm;
        made->size = self->size;
        return Ref::steal(made);
    }
    static Ref digest(Thread& t, Blake2Object* self) {
        uint8_t out[64];
        Algorithm ended = self->algorithm;
        ended.finish(out, self->size);
        return bytes_from(t, {reinterpret_cast<char*>(out), self->size});
    }
    static Ref hexdigest(Thread& t, Blake2Object* self) {
        uint8_t out[64];
        Algorithm ended = self->algorithm;
        ended.finish(out, self->size);
        return hex_text(t, out, self->size);
    }
    static Value name(Thread& t, Value) { return str_from_ascii(t, kName).release(); }
    static Value block_size(Thread&, Value) { return Value::small_int(static_cast<int>(Algorithm::kBlock)); }
    static Value digest_size(Thread&, Value self) {
        return Value::small_int(static_cast<int>(self.as<Blake2Object>()->size));
    }

    static constexpr MethodDef kMethods[] = {
        method<copy>("copy", "(self, /)", "Return a copy of the hash object."),
        method<digest>("digest", "(self, /)", "Return the digest value as a string of binary data."),
        method<hexdigest>("hexdigest", "(self, /)", "Return the digest value as a string of hexadecimal digits."),
        method<update>("update", "(self, data, /)",
                       "Update this hash object's state with the provided bytes-like object."),
    };
    static constexpr GetSetDef kGetSets[] = {{"block_size", block_size, nullptr, nullptr},
                                             {"digest_size", digest_size, nullptr, nullptr},
                                             {"name", name, nullptr, nullptr}};
    static constexpr TypeSpec kSpec = {.name = kLong ? "_blake2.blake2b" : "_blake2.blake2s",
                                       .doc = "Return a new BLAKE2 hash object.",
                                       .basic_size = sizeof(Blake2Object),
                                       .flags = 0,
                                       .slots = {.dealloc = hash_dealloc, .new_ = make},
                                       .methods = kMethods,
                                       .getsets = kGetSets,
                                       .new_signature = kSignature};

    static Status add(Thread& t, ModuleObject* module) {
        TypeObject* type = TRY(module_add_type(t, module, kSpec));
        constexpr struct {
            const char *name, *global;
            int value;
        } kConstants[] = {{"SALT_SIZE", kLong ? "BLAKE2B_SALT_SIZE" : "BLAKE2S_SALT_SIZE", kSalt},
                          {"PERSON_SIZE", kLong ? "BLAKE2B_PERSON_SIZE" : "BLAKE2S_PERSON_SIZE", kSalt},
                          {"MAX_KEY_SIZE", kLong ? "BLAKE2B_MAX_KEY_SIZE" : "BLAKE2S_MAX_KEY_SIZE", kMax},
                          {"MAX_DIGEST_SIZE", kLong ? "BLAKE2B_MAX_DIGEST_SIZE" : "BLAKE2S_MAX_DIGEST_SIZE", kMax}};
        for (auto& row : kConstants) {
            StrObject* key = intern_utf8(t, row.name);
            if (!key) return Failed{};
            TRY(type_set_attribute(t, type, key, Value::small_int(row.value)));
            TRY(module_set_int(t, module, row.global, row.value));
        }
        return ok();
    }
};

Status blake2_exec(Thread& t, ModuleObject* module) {
    TRY(Blake2Kind<uint64_t>::add(t, module));
    return Blake2Kind<uint32_t>::add(t, module);
}

}  // namespace

extern const ModuleDef kSha3Module;
constinit const ModuleDef kSha3Module = {.name = "_sha3", .doc = "SHA-3 and SHAKE hashes.", .exec = sha3_exec};
extern const ModuleDef kBlake2Module;
constinit const ModuleDef kBlake2Module = {
    .name = "_blake2", .doc = "BLAKE2b and BLAKE2s hashes.", .exec = blake2_exec};

}  // namespace krait
