// Modules _md5, _sha1 and _sha256.
#include "builtins/modules/digest_algorithms.h"
#include "builtins/modules/hash_support.h"

namespace krait {

namespace {

// One kind of hash object. Traits: Algorithm, kSize, kName, kTypeName ("_md5.md5"), kPublicType ("MD5Type").
template <class Traits>
struct HashKind {
    using Algorithm = typename Traits::Algorithm;
    struct HashObject : Object {
        Algorithm algorithm;
    };

    static Ref make(Thread& t, TypeObject* type) {
        auto* self = allocate<HashObject>(t, type);
        if (!self) return Failed{};
        self->algorithm.start();
        return Ref::steal(self);
    }
    static Status update(Thread& t, HashObject* self, Value data) { return hash_add(t, self->algorithm, data); }
    static Ref copy(Thread& t, HashObject* self) {
        Ref made = TRY(make(t, self->type));
        made.as<HashObject>()->algorithm = self->algorithm;
        return made;
    }
    static void finish(const HashObject* self, uint8_t* out) {
        Algorithm ended = self->algorithm;
        ended.finish(out, Traits::kSize);
    }
    static Ref digest(Thread& t, HashObject* self) {
        uint8_t out[Traits::kSize];
        finish(self, out);
        return bytes_from(t, {reinterpret_cast<char*>(out), sizeof out});
    }
    static Ref hexdigest(Thread& t, HashObject* self) {
        uint8_t out[Traits::kSize];
        finish(self, out);
        return hex_text(t, out, sizeof out);
    }
    static Value digest_size(Thread&, Value) { return Value::small_int(Traits::kSize); }
    static Value block_size(Thread&, Value) { return Value::small_int(Algorithm::kBlock); }
    static Value name(Thread& t, Value) { return str_from_ascii(t, Traits::kName).release(); }
    static void dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

    static constexpr MethodDef kMethods[] = {
        method<copy>("copy", "(self, /)", "Return a copy of the hash object."),
        method<digest>("digest", "(self, /)", "Return the digest value as a string of binary data."),
        method<hexdigest>("hexdigest", "(self, /)", "Return the digest value as a string of hexadecimal digits."),
        method<update>("update", "(self, obj, /)", "Update this hash object's state with the provided string."),
    };
    static constexpr GetSetDef kGetSets[] = {{"block_size", block_size, nullptr, nullptr},
                                             {"digest_size", digest_size, nullptr, nullptr},
                                             {"name", name, nullptr, nullptr}};
    static constexpr TypeSpec kSpec = {.name = Traits::kTypeName,
                                       .basic_size = sizeof(HashObject),
                                       .flags = kTypeInheritsGetattr,
                                       .slots = {.dealloc = dealloc},
                                       .methods = kMethods,
                                       .getsets = kGetSets};

    static Ref make_for(Thread& t, ModuleObject* module, Value data) {
        StrObject* key = intern_utf8(t, Traits::kPublicType);
        if (!key) return Failed{};
        Value found = dict_get_str(t, module->dict, key);
        TypeObject* type = as_type(found);
        if (!type || type->spec != &kSpec)
            return raise(t, Exc::TypeError, "%s is not the type of hashes", Traits::kPublicType);
        Ref made = TRY(make(t, type));
        if (!data.is_unbound()) TRY(update(t, made.as<HashObject>(), data));
        return made;
    }
    static Status add_type(Thread& t, ModuleObject* module) {
        RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, kSpec, nullptr));
        return module_set(t, module, Traits::kPublicType, type.value());
    }
};

struct Md5Traits {
    using Algorithm = digest::Md5;
    static constexpr int kSize = 16;
    static constexpr const char *kName = "md5", *kTypeName = "_md5.md5", *kPublicType = "MD5Type";
};
struct Sha1Traits {
    using Algorithm = digest::Sha1;
    static constexpr int kSize = 20;
    static constexpr const char *kName = "sha1", *kTypeName = "_sha1.sha1", *kPublicType = "SHA1Type";
};
struct Sha224Traits {
    using Algorithm = digest::Sha256<true>;
    static constexpr int kSize = 28;
    static constexpr const char *kName = "sha224", *kTypeName = "_sha256.sha224", *kPublicType = "SHA224Type";
};
struct Sha256Traits {
    using Algorithm = digest::Sha256<false>;
    static constexpr int kSize = 32;
    static constexpr const char *kName = "sha256", *kTypeName = "_sha256.sha256", *kPublicType = "SHA256Type";
};

constexpr MethodDef kMd5Functions[] = {function<HashKind<Md5Traits>::make_for>(
    "md5", "(module, string=b'')", "Return a new MD5 hash object; optionally initialized with a string.")};
constexpr MethodDef kSha1Functions[] = {function<HashKind<Sha1Traits>::make_for>(
    "sha1", "(module, string=b'')", "Return a new SHA1 hash object; optionally initialized with a string.")};
constexpr MethodDef kSha256Functions[] = {
    function<HashKind<Sha224Traits>::make_for>(
        "sha224", "(module, string=b'')", "Return a new SHA-224 hash object; optionally initialized with a string."),
    function<HashKind<Sha256Traits>::make_for>(
        "sha256", "(module, string=b'')", "Return a new SHA-256 hash object; optionally initialized with a string.")};

Status sha256_exec(Thread& t, ModuleObject* module) {
    TRY(HashKind<Sha224Traits>::add_type(t, module));
    return HashKind<Sha256Traits>::add_type(t, module);
}

}  // namespace

extern const ModuleDef kMd5Module;
constinit const ModuleDef kMd5Module = {
    .name = "_md5", .doc = "MD5 hashes.", .functions = kMd5Functions, .exec = HashKind<Md5Traits>::add_type};
extern const ModuleDef kSha1Module;
constinit const ModuleDef kSha1Module = {
    .name = "_sha1", .doc = "SHA-1 hashes.", .functions = kSha1Functions, .exec = HashKind<Sha1Traits>::add_type};
extern const ModuleDef kSha256Module;
constinit const ModuleDef kSha256Module = {
    .name = "_sha256", .doc = "SHA-224 and SHA-256 hashes.", .functions = kSha256Functions, .exec = sha256_exec};

}  // namespace krait
