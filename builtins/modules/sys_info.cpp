#include "builtins/modules/sys_info.h"

#include <algorithm>
#include <cfloat>

#include "builtins/modules/sys_module.h"
#include "builtins/types/struct_sequence.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

constexpr int64_t kHexVersion = 0x03060ff0;   // 3.6.15 final
constexpr const char* kVersion = "3.6.15 (Krait 0.1.0) \n[Krait 0.1.0]";
constexpr const char* kCopyright = "Copyright (c) the Krait authors.\nAll Rights Reserved.";

// ------------------------------------------------------------------------------------------------ tables

constexpr MemberDef kVersionFields[] = {
    struct_field(0, "major", "Major release number"), struct_field(1, "minor", "Minor release number"),
    struct_field(2, "micro", "Patch release number"),
    struct_field(3, "releaselevel", "'alpha', 'beta', 'candidate', or 'final'"),
    struct_field(4, "serial", "Serial release number")};
constexpr TypeSpec kVersionSpec = struct_sequence_spec("sys.version_info", "Version as a named tuple.", kVersionFields);

constexpr MemberDef kFlagFields[] = {struct_field(0, "debug", "-d"),
                                     struct_field(1, "inspect", "-i"),
                                     struct_field(2, "interactive", "-i"),
                                     struct_field(3, "optimize", "-O or -OO"),
                                     struct_field(4, "dont_write_bytecode", "-B"),
                                     struct_field(5, "no_user_site", "-s"),
                                     struct_field(6, "no_site", "-S"),
                                     struct_field(7, "ignore_environment", "-E"),
                                     struct_field(8, "verbose", "-v"),
                                     struct_field(9, "bytes_warning", "-b"),
                                     struct_field(10, "quiet", "-q"),
                                     struct_field(11, "hash_randomization", "-R"),
                                     struct_field(12, "isolated", "-I")};
constexpr TypeSpec kFlagsSpec = struct_sequence_spec("sys.flags", "Flags of the command line.", kFlagFields);

constexpr MemberDef kFloatFields[] = {
    struct_field(0, "max", "Largest finite float"), struct_field(1, "max_exp", "Largest exponent of 2"),
    struct_field(2, "max_10_exp", "Largest exponent of 10"), struct_field(3, "min", "Smallest normalised float"),
    struct_field(4, "min_exp", "Smallest exponent of 2"), struct_field(5, "min_10_exp", "Smallest exponent of 10"),
    struct_field(6, "dig", "Decimal digits that survive"), struct_field(7, "mant_dig", "Digits of the mantissa"),
    struct_field(8, "epsilon", "Distance from 1 to the next float"), struct_field(9, "radix", "Radix of the exponent"),
    struct_field(10, "rounds", "How additions round")};
constexpr TypeSpec kFloatSpec = struct_sequence_spec("sys.float_info", "The float type.", kFloatFields);

constexpr MemberDef kIntFields[] = {struct_field(0, "bits_per_digit", "Size of a digit in bits"),
                                    struct_field(1, "sizeof_digit", "Size in bytes of a digit")};
constexpr TypeSpec kIntSpec = struct_sequence_spec("sys.int_info", "The int type.", kIntFields);

constexpr MemberDef kHashFields[] = {
    struct_field(0, "width", "Bits of a hash"), struct_field(1, "modulus", "Prime for numbers"),
    struct_field(2, "inf", "hash(inf)"), struct_field(3, "nan", "hash(nan)"),
    struct_field(4, "imag", "Multiplier of imaginary parts"), struct_field(5, "algorithm", "For str and bytes"),
    struct_field(6, "hash_bits", "Bits of its result"), struct_field(7, "seed_bits", "Bits of its key"),
    struct_field(8, "cutoff", "Length up to which short texts are hashed differently")};
constexpr TypeSpec kHashSpec = struct_sequence_spec("sys.hash_info", "Hashing.", kHashFields);

constexpr MemberDef kThreadFields[] = {struct_field(0, "name", "Implementation"),
                                       struct_field(1, "lock", "Kind of lock"),
                                       struct_field(2, "version", "Version of the library")};
constexpr TypeSpec kThreadSpec = struct_sequence_spec("sys.thread_info", "Threads.", kThreadFields);

constexpr MemberDef kHooksFields[] = {struct_field(0, "firstiter", "Called at the first iteration"),
                                      struct_field(1, "finalizer", "Called when one is about to be collected")};
constexpr TypeSpec kHooksSpec =
    struct_sequence_spec("sys.asyncgen_hooks", "Hooks of asynchronous generators.", kHooksFields);

// ------------------------------------------------------------------------------------------------ values

// A short list of owned values being put together.
class Row {
  public:
    explicit Row(Thread& t) : t_(t) {}
    Row& add(Ref value) {
        failed_ |= value.failed();
        if (!failed_) values_[count_++] = value.release();
        return *this;
    }
    Row& add(int64_t n) { return add(make_int(t_, n)); }
    Row& add(double x) { return add(make_float(t_, x)); }
    Row& add(const char* text) { return add(str_from_utf8(t_, text)); }
    ~Row() {
        for (size_t i = 0; i < count_; ++i) decref(values_[i]);
    }
    // A sequence of the spec's type: a type of its own, kept alive by its one instance.
    Ref sequence(const TypeSpec& spec) {
        if (failed_) return Failed{};
        RefTo<TypeObject> type = TRY(struct_sequence_type(t_, spec, count_));
        return struct_sequence_new(t_, type.get(), values_, count_);
    }

  private:
    Thread& t_;
    Value values_[16];
    size_t count_ = 0;
    bool failed_ = false;
};

Ref version_info(Thread& t) {
    return Row(t).add(int64_t{3}).add(int64_t{6}).add(int64_t{15}).add("final").add(int64_t{0}).sequence(kVersionSpec);
}

Ref flags(Thread& t, const SysFlags& f) {
    Row row(t);
    int dont_write = std::max(f.dont_write_bytecode, int{t.interp.dont_write_bytecode});
    for (int n : {f.debug, f.inspect, f.interactive, t.interp.optimize, dont_write, f.no_user_site, f.no_site,
                  f.ignore_environment, f.verbose, f.bytes_warning, f.quiet, f.hash_randomization, f.isolated})
        row.add(int64_t{n});
    return row.sequence(kFlagsSpec);
}

Ref float_info(Thread& t) {
    return Row(t)
        .add(DBL_MAX)
        .add(int64_t{DBL_MAX_EXP})
        .add(int64_t{DBL_MAX_10_EXP})
        .add(DBL_MIN)
        .add(int64_t{DBL_MIN_EXP})
        .add(int64_t{DBL_MIN_10_EXP})
        .add(int64_t{DBL_DIG})
        .add(int64_t{DBL_MANT_DIG})
        .add(DBL_EPSILON)
        .add(int64_t{FLT_RADIX})
        .add(int64_t{1})
        .sequence(kFloatSpec);
}

Ref hash_info(Thread& t) {
    return Row(t)
        .add(int64_t{64})
        .add((int64_t{1} << 61) - 1)
        .add(int64_t{314159})
        .add(int64_t{0})
        .add(int64_t{1000003})
        .add("siphash24")
        .add(int64_t{64})
        .add(int64_t{128})
        .add(int64_t{0})
        .sequence(kHashSpec);
}

Ref implementation(Thread& t, Value version) {
    Ref ns = TRY(call(t, Value::object(t.interp.type(Kind::SimpleNamespace))));
    auto set = [&](const char* name, Ref value) -> Status {
        if (value.failed()) return Failed{};
        StrObject* key = intern_utf8(t, name);
        if (!key) return Failed{};
        return set_attribute(t, ns, key, value);
    };
    TRY(set("name", str_from_ascii(t, "krait")));
    TRY(set("cache_tag", str_from_ascii(t, "krait-36")));
    TRY(set("version", own(version)));
    TRY(set("hexversion", make_int(t, kHexVersion)));
    TRY(set("_multiarch", str_from_ascii(t, "x86_64-linux-gnu")));
    return ns;
}

Status add_numbers(Thread& t, ModuleObject* module) {
    TRY(module_set_int(t, module, "maxsize", INT64_MAX));
    TRY(module_set_int(t, module, "maxunicode", 0x10ffff));
    TRY(module_set_int(t, module, "hexversion", kHexVersion));
    return module_set_int(t, module, "api_version", 1013);
}

Status add_texts(Thread& t, ModuleObject* module) {
    TRY(module_set_str(t, module, "version", kVersion));
    TRY(module_set_str(t, module, "copyright", kCopyright));
    TRY(module_set_str(t, module, "platform", "linux"));
    TRY(module_set_str(t, module, "byteorder", "little"));
    TRY(module_set_str(t, module, "abiflags", "m"));
    TRY(module_set_str(t, module, "float_repr_style", "short"));
    for (const char* name : {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"})
        TRY(module_set_str(t, module, name, ""));
    Ref executable = TRY(str_from_utf8(t, t.interp.executable));
    return module_set(t, module, "executable", executable);
}

Status add(Thread& t, ModuleObject* module, const char* name, Ref value) {
    if (value.failed()) return Failed{};
    return module_set(t, module, name, value);
}

}  // namespace

Status sys_add_info(Thread& t, ModuleObject* module) {
    TRY(add_numbers(t, module));
    TRY(add_texts(t, module));
    Ref version = TRY(version_info(t));
    TRY(module_set(t, module, "version_info", version));
    TRY(add(t, module, "implementation", implementation(t, version)));
    TRY(add(t, module, "flags", flags(t, {})));
    TRY(add(t, module, "float_info", float_info(t)));
    TRY(add(t, module, "int_info", Row(t).add(int64_t{30}).add(int64_t{4}).sequence(kIntSpec)));
    TRY(add(t, module, "hash_info", hash_info(t)));
    return add(t, module, "thread_info", Row(t).add("pthread").add("semaphore").add("NPTL").sequence(kThreadSpec));
}

Status sys_set_flags(Thread& t, const SysFlags& wanted) {
    sys_keep_bytes_warning(t, wanted.bytes_warning);
    Ref value = TRY(flags(t, wanted));
    return sys_set(t, "flags", value);
}

Ref sys_asyncgen_hooks(Thread& t, ModuleObject*, Value firstiter, Value finalizer) {
    return Row(t).add(own(firstiter)).add(own(finalizer)).sequence(kHooksSpec);
}

}  // namespace krait
