// A keyed hash for tables that live shortly and show their hashes to nobody; faster than the SipHash of hash.h.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "support/hash.h"

namespace krait {

// The two halves of a product of 128 bits, folded.
inline std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// For tables whose hashes nobody sees, with a seed that nobody can know: an address mixed. Sixteen bytes a step.
inline std::uint64_t quick_text_hash(std::uint64_t seed, std::string_view text) {
    auto load = [](const char* from, std::size_t count) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, count);
        return word;
    };
    const char* at = text.data();
    std::size_t left = text.size();
    const std::uint64_t other = std::rotl(seed, 29) | 1;
    std::uint64_t hash = seed ^ left;
    for (; left > 16; left -= 16, at += 16) hash = folded_product(load(at, 8) ^ other, load(at + 8, 8) ^ hash);
    std::uint64_t first = 0, last = 0;
    if (left >= 8) {
        first = load(at, 8);
        last = load(at + left - 8, 8);
    } else if (left >= 4) {
        first = load(at, 4);
        last = load(at + left - 4, 4);
    } else if (left > 0) {
        auto byte = [at](std::size_t i) { return std::uint64_t(static_cast<unsigned char>(at[i])); };
        first = byte(0) << 16 | byte(left / 2) << 8 | byte(left - 1);
    }
    return folded_product(first ^ other, last ^ hash);
}

}  // namespace krait
