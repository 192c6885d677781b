// _sha512: SHA-512 and SHA-384 as FIPS 180-4 describes them. random.seed() needs the digest of text.
#include <bit>

#include "vm/native/method_def.h"
#include "vm/native/module_def.h"
#include "vm/object/buffer.h"
#include "vm/protocol/protocol.h"

namespace krait {
namespace {

constexpr size_t kBlock = 128;

// Fractions of the square roots of the first primes: 2 to 19 for SHA-512, 23 to 53 for SHA-384.
constexpr uint64_t START_512[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};
constexpr uint64_t START_384[8] = {
    0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
    0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
};
// Fractions of the cube roots of the first 80 primes.
constexpr uint64_t ROUND_CONSTANTS[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

// The running hash: everything but the last, incomplete block is in `state`.
struct Sha512 {
    uint64_t state[8];
    uint64_t length;            // bytes so far
    uint8_t pending[kBlock];

    void start(const uint64_t (&initial)[8]) {
        for (int i = 0; i < 8; ++i) state[i] = initial[i];
        length = 0;
    }
    void add(std::string_view bytes) {
        for (char c : bytes) add_byte(static_cast<uint8_t>(c));
    }
    // Ends the text: a one bit, zeros, the length in bits.
    void finish(uint8_t* digest, size_t size) {
        uint64_t bits_high = length >> 61, bits_low = length << 3;
        add_byte(0x80);
        while (length % kBlock != kBlock - 16) add_byte(0);
        for (uint64_t word : {bits_high, bits_low})
            for (int shift = 56; shift >= 0; shift -= 8) add_byte(static_cast<uint8_t>(word >> shift));
        for (size_t i = 0; i < size; ++i) digest[i] = static_cast<uint8_t>(state[i / 8] >> (56 - 8 * (i % 8)));
    }

  private:
    void add_byte(uint8_t byte) {
        pending[length++ % kBlock] = byte;
        if (length % kBlock == 0) mix();
    }
    void mix() {
        uint64_t w[80];
        for (size_t i = 0; i < 16; ++i) {
            w[i] = 0;
            for (size_t k = 0; k < 8; ++k) w[i] = w[i] << 8 | pending[8 * i + k];
        }
        for (size_t i = 16; i < 80; ++i) {
            uint64_t a = w[i - 15], b = w[i - 2];
            uint64_t s0 = std::rotr(a, 1) ^ std::rotr(a, 8) ^ a >> 7, s1 = std::rotr(b, 19) ^ std::rotr(b, 61) ^ b >> 6;
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        uint64_t v[8];   // the working variables a to h
        for (int i = 0; i < 8; ++i) v[i] = state[i];
        for (size_t i = 0; i < 80; ++i) {
            uint64_t s1 = std::rotr(v[4], 14) ^ std::rotr(v[4], 18) ^ std::rotr(v[4], 41);
            uint64_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
            uint64_t first = v[7] + s1 + choice + ROUND_CONSTANTS[i] + w[i];
            uint64_t s0 = std::rotr(v[0], 28) ^ std::rotr(v[0], 34) ^ std::rotr(v[0], 39);
            uint64_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            for (int k = 7; k > 0; --k) v[k] = v[k - 1];
            v[4] += first;
            v[0] = first + s0 + majority;
        }
        for (int i = 0; i < 8; ++i) state[i] += v[i];
    }
};

struct HashObject : Object {
    Sha512 hash;
    uint32_t size;   // of the digest in bytes
};

struct ModuleState {
    TypeObject *sha384, *sha512;   // borrowed: types of native modules live as long as the interpreter
};

HashObject* hash_allocate(Thread& t, TypeObject* type, uint32_t size) {
    HashObject* self = allocate<HashObject>(t, type);
    if (self) self->size = size;
    return self;
}

Status add_bytes(Thread& t, Sha512& hash, Value data) {
    if (as_str(data)) return raise(t, Exc::TypeError, "Unicode-objects must be encoded before hashing");
    if (!has_buffer(t, data)) return raise(t, Exc::TypeError, "object supporting the buffer API required");
    BufferView bytes = TRY(get_buffer(t, data));
    constexpr size_t kPiece = 1 << 16;   // between polls
    std::string_view rest = bytes.view();
    while (!rest.empty()) {
        std::string_view piece = rest.substr(0, kPiece);
        hash.add(piece);
        rest.remove_prefix(piece.size());
        TRY(charge_work(t, piece.size() / 16));
    }
    return ok();
}

template <bool kLong>
Ref hash_new(Thread& t, ModuleObject* module, Value data) {
    const ModuleState* state = static_cast<const ModuleState*>(module->state);
    HashObject* self = hash_allocate(t, kLong ? state->sha512 : state->sha384, kLong ? 64 : 48);
    if (!self) return Failed{};
    self->hash.start(kLong ? START_512 : START_384);
    Ref held = Ref::steal(self);
    if (!data.is_unbound()) TRY(add_bytes(t, self->hash, data));
    return held;
}

Status hash_update(Thread& t, HashObject* self, Value data) { return add_bytes(t, self->hash, data); }
Ref hash_copy(Thread& t, HashObject* self) {
    HashObject* copy = hash_allocate(t, self->type, self->size);
    if (!copy) return Failed{};
    copy->hash = self->hash;
    return Ref::steal(copy);
}
std::string_view digest_of(const HashObject* self, uint8_t* room) {
    Sha512 ended = self->hash;
    ended.finish(room, self->size);
    return {reinterpret_cast<char*>(room), self->size};
}
Ref hash_digest(Thread& t, HashObject* self) {
    uint8_t room[64];
    return bytes_from(t, digest_of(self, room));
}
Ref hash_hexdigest(Thread& t, HashObject* self) {
    uint8_t room[64];
    char text[128];
    size_t n = 0;
    for (char c : digest_of(self, room)) {
        text[n++] = "0123456789abcdef"[static_cast<uint8_t>(c) >> 4];
        text[n++] = "0123456789abcdef"[c & 15];
    }
    return str_from_ascii(t, {text, n});
}
Value get_digest_size(Thread&, Value self) { return Value::small_int(static_cast<int>(self.as<HashObject>()->size)); }
Value get_block_size(Thread&, Value) { return Value::small_int(kBlock); }
Value get_name(Thread& t, Value self) {
    return str_from_ascii(t, self.as<HashObject>()->size == 64 ? "sha512" : "sha384").release();
}

void hash_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

constexpr MethodDef METHODS[] = {
    method<hash_copy>("copy", "(self, /)", "Return a copy of the hash object."),
    method<hash_digest>("digest", "(self, /)", "Return the digest value as a string of binary data."),
    method<hash_hexdigest>("hexdigest", "(self, /)", "Return the digest value as a string of hexadecimal digits."),
    method<hash_update>("update", "(self, obj, /)", "Update this hash object's state with the provided string."),
};
constexpr GetSetDef GETSETS[] = {
    {"block_size", get_block_size, nullptr, nullptr},
    {"digest_size", get_digest_size, nullptr, nullptr},
    {"name", get_name, nullptr, nullptr},
};
constexpr TypeSpec hash_spec(const char* name) {
    return {.name = name,
            .basic_size = sizeof(HashObject),
            .flags = kTypeInheritsGetattr,
            .slots = {.dealloc = hash_dealloc},
            .methods = METHODS,
            .getsets = GETSETS};
}
constexpr TypeSpec kSha384Spec = hash_spec("_sha512.sha384");
constexpr TypeSpec kSha512Spec = hash_spec("_sha512.sha512");

constexpr MethodDef FUNCTIONS[] = {
    function<hash_new<false>>("sha384", "(module, string=b'')",
                              "Return a new SHA-384 hash object; optionally initialized with a string."),
    function<hash_new<true>>("sha512", "(module, string=b'')",
                             "Return a new SHA-512 hash object; optionally initialized with a string."),
};

Status sha512_exec(Thread& t, ModuleObject* module) {
    RefTo<TypeObject> sha384 = TRY(type_from_spec(t.interp, t, kSha384Spec, nullptr));
    RefTo<TypeObject> sha512 = TRY(type_from_spec(t.interp, t, kSha512Spec, nullptr));
    TRY(module_set(t, module, "SHA384Type", sha384.value()));
    TRY(module_set(t, module, "SHA512Type", sha512.value()));
    ModuleState* state = static_cast<ModuleState*>(t.heap.allocate_buffer(sizeof(ModuleState)));
    if (!state) return raise_memory_error(t);
    *state = {sha384.get(), sha512.get()};
    module->state = state;
    module->free_state = [](Interpreter& interp, void* memory) {
        interp.heap.free_buffer(memory, sizeof(ModuleState));
    };
    return ok();
}

}  // namespace

extern const ModuleDef kSha512Module;
constinit const ModuleDef kSha512Module = {
    .name = "_sha512", .doc = "SHA-512 and SHA-384 hashes.", .functions = FUNCTIONS, .exec = sha512_exec};

}  // namespace krait
