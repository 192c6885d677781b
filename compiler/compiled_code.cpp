// Equality, hashing and repr of constants.
#include "compiler/compiled_code.h"

#include <algorithm>
#include <bit>
#include <unordered_set>

#include "support/quick_hash.h"

namespace krait {

namespace {

uint64_t bits_of(double value) { return std::bit_cast<uint64_t>(value); }

constexpr size_t kMultiplier = 0x9E3779B97F4A7C15;

/// Seeds hashes: the address of the program in memory is not known to whoever writes the constants.
size_t secret() {
    static constexpr char kSomewhere = 0;
    return reinterpret_cast<std::uintptr_t>(&kSomewhere) * kMultiplier;
}

size_t hash_of_text(size_t seed, std::string_view text) { return quick_text_hash(secret() + seed, text); }

/// Every bit of the value reaches the low bits of the hash: the tables use no others, and most floats differ only in
/// high ones.
size_t mix(size_t seed, size_t value) { return folded_product((secret() + seed) ^ value, kMultiplier) + seed; }

bool same_elements(const std::vector<Constant>& a, const std::vector<Constant>& b) {
    if (a.size() != b.size()) return false;
    std::unordered_set<Constant, ConstantHash> known(a.begin(), a.end());
    return std::all_of(b.begin(), b.end(), [&](const Constant& item) { return known.count(item) != 0; });
}

}  // namespace

bool same_code(const CompiledCode& a, const CompiledCode& b) {
    if (&a == &b) return true;
    return a.name == b.name && a.argcount == b.argcount && a.kwonlyargcount == b.kwonlyargcount &&
           a.nlocals == b.nlocals && a.flags == b.flags && a.firstlineno == b.firstlineno && a.code == b.code &&
           a.consts == b.consts && a.names == b.names && a.varnames == b.varnames && a.freevars == b.freevars &&
           a.cellvars == b.cellvars;
}

bool Constant::operator==(const Constant& other) const {
    if (kind_ != other.kind_) return false;
    switch (kind_) {
        case Kind::None:
        case Kind::True:
        case Kind::False:
        case Kind::Ellipsis: return true;
        case Kind::Int: return as_int() == other.as_int();
        case Kind::Float: return bits_of(as_float()) == bits_of(other.as_float());
        case Kind::Complex:
            return bits_of(as_complex().real()) == bits_of(other.as_complex().real()) &&
                   bits_of(as_complex().imag()) == bits_of(other.as_complex().imag());
        case Kind::BigInt:
        case Kind::Str:
        case Kind::Bytes: return text() == other.text();
        case Kind::Tuple: return items() == other.items();
        case Kind::FrozenSet: return same_elements(items(), other.items());
        case Kind::Code: return same_code(*code(), *other.code());
    }
    return false;
}

bool Constant::truth() const {
    switch (kind_) {
        case Kind::None:
        case Kind::False: return false;
        case Kind::True:
        case Kind::Ellipsis:
        case Kind::BigInt:
        case Kind::Code: return true;
        case Kind::Int: return as_int() != 0;
        case Kind::Float: return as_float() != 0;
        case Kind::Complex: return as_complex().real() != 0 || as_complex().imag() != 0;
        case Kind::Str:
        case Kind::Bytes: return !text().empty();
        case Kind::Tuple:
        case Kind::FrozenSet: return !items().empty();
    }
    return true;
}

size_t Constant::hash_of_str(std::string_view text) { return hash_of_text(static_cast<size_t>(Kind::Str) + 1, text); }

size_t Constant::hash() const {
    size_t seed = static_cast<size_t>(kind_) + 1;
    switch (kind_) {
        case Kind::None:
        case Kind::True:
        case Kind::False:
        case Kind::Ellipsis: return seed;
        case Kind::Int: return mix(seed, static_cast<size_t>(as_int()));
        case Kind::Float: return mix(seed, bits_of(as_float()));
        case Kind::Complex: return mix(mix(seed, bits_of(as_complex().real())), bits_of(as_complex().imag()));
        case Kind::BigInt:
        case Kind::Str:
        case Kind::Bytes: return hash_of_text(seed, text());
        case Kind::Tuple:
            for (const Constant& item : items()) seed = mix(seed, item.hash());
            return seed;
        case Kind::FrozenSet: {
            size_t sum = 0;  // order does not count
            for (const Constant& item : items()) sum += item.hash();
            return mix(seed, sum);
        }
        case Kind::Code:
            return mix(mix(hash_of_text(seed, code()->name), code()->code.size()),
                       static_cast<size_t>(code()->firstlineno));
    }
    return seed;
}

}  // namespace krait
