// Hash functions: keyed SipHash for text and bytes (a script must not be able to aim for collisions), and a plain mix
// for pointers.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace krait {

// Hashes of numbers are their values modulo this prime; ~0 is no hash.
constexpr std::int64_t kHashModulus = (std::int64_t{1} << 61) - 1;

constexpr std::uint64_t hash_not_minus_one(std::uint64_t hash) { return hash == ~std::uint64_t{0} ? hash - 1 : hash; }

constexpr std::uint64_t hash_int(std::int64_t n) {
    if (n >= 0) [[likely]]
        return static_cast<std::uint64_t>(n < kHashModulus ? n : n % kHashModulus);
    std::uint64_t magnitude = (~static_cast<std::uint64_t>(n) + 1) % static_cast<std::uint64_t>(kHashModulus);
    return hash_not_minus_one(~magnitude + 1);
}

struct HashKey {
    std::uint64_t k0 = 0;
    std::uint64_t k1 = 0;
};

// SipHash-c-d as published by Aumasson and Bernstein: c rounds per word, d rounds at the end.
template <int kCompress, int kFinish>
class SipHash {
  public:
    explicit SipHash(HashKey key)
        : v0_(key.k0 ^ 0x736f6d6570736575u),
          v1_(key.k1 ^ 0x646f72616e646f6du),
          v2_(key.k0 ^ 0x6c7967656e657261u),
          v3_(key.k1 ^ 0x7465646279746573u) {}

    std::uint64_t operator()(const void* data, std::size_t size) {
        const unsigned char* bytes = static_cast<const unsigned char*>(data);
        std::size_t left = size;
        for (; left >= 8; left -= 8, bytes += 8) absorb(load(bytes, 8));
        absorb(load(bytes, left) | std::uint64_t(size & 0xff) << 56);
        v2_ ^= 0xff;
        for (int i = 0; i < kFinish; ++i) round();
        return v0_ ^ v1_ ^ v2_ ^ v3_;
    }

  private:
    // Little endian whatever the machine is.
    static std::uint64_t load(const unsigned char* bytes, std::size_t count) {
        std::uint64_t word = 0;
        if constexpr (std::endian::native == std::endian::little) {
            if (count) std::memcpy(&word, bytes, count);
        } else {
            for (std::size_t i = 0; i < count; ++i) word |= std::uint64_t(bytes[i]) << (8 * i);
        }
        return word;
    }
    void absorb(std::uint64_t word) {
        v3_ ^= word;
        for (int i = 0; i < kCompress; ++i) round();
        v0_ ^= word;
    }
    void round() {
        v0_ += v1_;
        v2_ += v3_;
        v1_ = std::rotl(v1_, 13) ^ v0_;
        v3_ = std::rotl(v3_, 16) ^ v2_;
        v0_ = std::rotl(v0_, 32);
        v2_ += v1_;
        v0_ += v3_;
        v1_ = std::rotl(v1_, 17) ^ v2_;
        v3_ = std::rotl(v3_, 21) ^ v0_;
        v2_ = std::rotl(v2_, 32);
    }

    std::uint64_t v0_, v1_, v2_, v3_;
};

inline std::uint64_t siphash13(HashKey key, const void* data, std::size_t size) {
    return SipHash<1, 3>(key)(data, size);
}
inline std::uint64_t siphash13(HashKey key, std::string_view text) { return siphash13(key, text.data(), text.size()); }

// Identity hash: the low bits of an address carry no information, so they go to the top.
inline std::uint64_t hash_pointer(const void* pointer) {
    return std::rotr(std::uint64_t(reinterpret_cast<std::uintptr_t>(pointer)), 4);
}

// A finaliser for integers used as table indexes: every input bit reaches every output bit.
constexpr std::uint64_t hash_mix(std::uint64_t x) {
    x ^= x >> 32;
    x *= 0xe9846af9b1a615dU;
    x ^= x >> 32;
    x *= 0xe9846af9b1a615dU;
    x ^= x >> 28;
    return x;
}

}  // namespace krait
