// The digest algorithms behind _md5, _sha1, _sha256, _sha3 and _blake2, after RFC 1321, FIPS 180-4, FIPS 202 and RFC
// 7693.
//
// All have start(), add(bytes) and finish(digest, size); finish() may be called once on a copy.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace krait::digest {

// Cuts the text into blocks; Derived mixes one.
template <class Derived, size_t kBlockBytes>
struct Blocks {
    static constexpr size_t kBlock = kBlockBytes;
    uint64_t length = 0;
    uint8_t pending[kBlockBytes];

    void add(std::string_view bytes) {
        auto* from = reinterpret_cast<const uint8_t*>(bytes.data());
        size_t left = bytes.size(), used = length % kBlockBytes;
        length += left;
        if (used) {
            size_t n = left < kBlockBytes - used ? left : kBlockBytes - used;
            std::memcpy(pending + used, from, n);
            from += n, left -= n;
            if (used + n < kBlockBytes) return;
            self().mix(pending);
        }
        for (; left >= kBlockBytes; from += kBlockBytes, left -= kBlockBytes) self().mix(from);
        if (left) std::memcpy(pending, from, left);
    }

  protected:
    // A one bit, zeros, and the length in bits as the last 8 bytes of a block.
    void pad(bool big_endian) {
        uint64_t bits = length * 8;
        static constexpr char kZeros[kBlockBytes] = {};
        add("\x80");
        size_t used = length % kBlockBytes, room = kBlockBytes - 8;
        add({kZeros, used <= room ? room - used : kBlockBytes + room - used});
        char tail[8];
        for (int i = 0; i < 8; ++i) tail[i] = static_cast<char>(bits >> 8 * (big_endian ? 7 - i : i));
        add({tail, 8});
    }

  private:
    Derived& self() { return static_cast<Derived&>(*this); }
};

template <class Word>
Word load_big(const uint8_t* p) {
    Word w = 0;
    for (size_t i = 0; i < sizeof(Word); ++i) w = static_cast<Word>(w << 8 | p[i]);
    return w;
}
template <class Word>
Word load_little(const uint8_t* p) {
    Word w;
    std::memcpy(&w, p, sizeof w);
    return w;
}

// ------------------------------------------------------------------------------------------------ MD5

inline constexpr uint32_t kMd5Sines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

struct Md5 : Blocks<Md5, 64> {
    uint32_t state[4];
    void start() {
        length = 0;
        state[0] = 0x67452301, state[1] = 0xefcdab89, state[2] = 0x98badcfe, state[3] = 0x10325476;
    }
    void finish(uint8_t* out, size_t size) {
        pad(false);
        std::memcpy(out, state, size);
    }
    void mix(const uint8_t* block) {
        static constexpr uint8_t kTurns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
        for (unsigned i = 0; i < 64; ++i) {
            unsigned round = i / 16, word;
            uint32_t f;
            switch (round) {
                case 0: f = (b & c) | (~b & d), word = i; break;
                case 1: f = (d & b) | (~d & c), word = (5 * i + 1) % 16; break;
                case 2: f = b ^ c ^ d, word = (3 * i + 5) % 16; break;
                default: f = c ^ (b | ~d), word = (7 * i) % 16; break;
            }
            uint32_t turned =
                std::rotl(a + f + kMd5Sines[i] + load_little<uint32_t>(block + 4 * word), kTurns[round][i % 4]);
            a = d, d = c, c = b, b += turned;
        }
        state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    }
};

// ------------------------------------------------------------------------------------------------ SHA-1

struct Sha1 : Blocks<Sha1, 64> {
    uint32_t state[5];
    void start() {
        length = 0;
        state[0] = 0x67452301, state[1] = 0xefcdab89, state[2] = 0x98badcfe, state[3] = 0x10325476,
        state[4] = 0xc3d2e1f0;
    }
    void finish(uint8_t* out, size_t size) {
        pad(true);
        for (size_t i = 0; i < size; ++i) out[i] = static_cast<uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    }
    void mix(const uint8_t* block) {
        uint32_t w[80];
        for (unsigned i = 0; i < 16; ++i) w[i] = load_big<uint32_t>(block + 4 * i);
        for (unsigned i = 16; i < 80; ++i) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
        for (unsigned i = 0; i < 80; ++i) {
            uint32_t f, k;
            if (i < 20) f = (b & c) | (~b & d), k = 0x5a827999;
            else if (i < 40) f = b ^ c ^ d, k = 0x6ed9eba1;
            else if (i < 60) f = (b & c) | (b & d) | (c & d), k = 0x8f1bbcdc;
            else f = b ^ c ^ d, k = 0xca62c1d6;
            uint32_t next = std::rotl(a, 5) + f + e + k + w[i];
            e = d, d = c, c = std::rotl(b, 30), b = a, a = next;
        }
        state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
    }
};

// ------------------------------------------------------------------------------------------------ SHA-224, SHA-256

inline constexpr uint32_t kSha256Rounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};
inline constexpr uint32_t kSha256Start[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};
inline constexpr uint32_t kSha224Start[8] = {
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
};

template <bool kShort>
struct Sha256 : Blocks<Sha256<kShort>, 64> {
    uint32_t state[8];
    void start() {
        this->length = 0;
        std::memcpy(state, kShort ? kSha224Start : kSha256Start, sizeof state);
    }
    void finish(uint8_t* out, size_t size) {
        this->pad(true);
        for (size_t i = 0; i < size; ++i) out[i] = static_cast<uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    }
    void mix(const uint8_t* block) {
        uint32_t w[64], v[8];
        for (unsigned i = 0; i < 16; ++i) w[i] = load_big<uint32_t>(block + 4 * i);
        for (unsigned i = 16; i < 64; ++i) {
            uint32_t x = w[i - 15], y = w[i - 2];
            w[i] = w[i - 16] + (std::rotr(x, 7) ^ std::rotr(x, 18) ^ x >> 3) + w[i - 7] +
                   (std::rotr(y, 17) ^ std::rotr(y, 19) ^ y >> 10);
        }
        std::memcpy(v, state, sizeof v);
        for (unsigned i = 0; i < 64; ++i) {
            uint32_t first = v[7] + (std::rotr(v[4], 6) ^ std::rotr(v[4], 11) ^ std::rotr(v[4], 25)) +
                             ((v[4] & v[5]) ^ (~v[4] & v[6])) + kSha256Rounds[i] + w[i];
            uint32_t second = (std::rotr(v[0], 2) ^ std::rotr(v[0], 13) ^ std::rotr(v[0], 22)) +
                              ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            for (int k = 7; k > 0; --k) v[k] = v[k - 1];
            v[4] += first;
            v[0] = first + second;
        }
        for (int i = 0; i < 8; ++i) state[i] += v[i];
    }
};

// ------------------------------------------------------------------------------------------------ SHA-3

inline constexpr uint64_t kKeccakRounds[24] = {
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
    0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
    0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
    0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
    0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
};

// The sponge; capacity and suffix make it SHA3-n or SHAKE.
struct Keccak {
    uint64_t lanes[25];
    uint32_t rate, used;
    uint8_t suffix;

    void start(uint32_t rate_bytes, uint8_t domain) {
        std::memset(lanes, 0, sizeof lanes);
        rate = rate_bytes, used = 0, suffix = domain;
    }
    void add(std::string_view bytes) {
        for (char c : bytes) {
            put(static_cast<uint8_t>(c));
            if (used == rate) permute(), used = 0;
        }
    }
    void finish(uint8_t* out, size_t size) {
        end();
        give(out, size);
    }
    // The same in steps: nothing is added any more, and the bytes come in any number of pieces.
    void end() {
        put(suffix);
        lanes[(rate - 1) / 8] ^= uint64_t{0x80} << 8 * ((rate - 1) % 8);
        permute(), used = 0;
    }
    void give(uint8_t* out, size_t size) {
        for (size_t i = 0; i < size; ++i, ++used) {
            if (used == rate) permute(), used = 0;
            out[i] = static_cast<uint8_t>(lanes[used / 8] >> 8 * (used % 8));
        }
    }

  private:
    void put(uint8_t byte) {
        lanes[used / 8] ^= uint64_t{byte} << 8 * (used % 8);
        ++used;
    }
    void permute() {
        for (uint64_t constant : kKeccakRounds) {
            uint64_t sums[5], moved[25];
            for (int x = 0; x < 5; ++x)
                sums[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20];
            for (int x = 0; x < 5; ++x) {
                uint64_t d = sums[(x + 4) % 5] ^ std::rotl(sums[(x + 1) % 5], 1);
                for (int y = 0; y < 25; y += 5) lanes[x + y] ^= d;
            }
            // Rotation by triangular numbers along the walk (x, y) -> (y, 2x + 3y), which moves the lanes too.
            moved[0] = lanes[0];
            for (int i = 0, x = 1, y = 0; i < 24; ++i) {
                int next_y = (2 * x + 3 * y) % 5;
                moved[y + 5 * next_y] = std::rotl(lanes[x + 5 * y], ((i + 1) * (i + 2) / 2) % 64);
                x = y, y = next_y;
            }
            for (int y = 0; y < 25; y += 5)
                for (int x = 0; x < 5; ++x)
                    lanes[y + x] = moved[y + x] ^ (~moved[y + (x + 1) % 5] & moved[y + (x + 2) % 5]);
            lanes[0] ^= constant;
        }
    }
};

// ------------------------------------------------------------------------------------------------ BLAKE2

inline constexpr uint8_t kBlake2Order[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};
inline constexpr uint64_t kBlake2bStart[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

// Word: uint64_t for BLAKE2b, uint32_t for BLAKE2s. The last block is kept back until finish().
template <class Word>
struct Blake2 {
    static constexpr bool kLong = sizeof(Word) == 8;
    static constexpr size_t kBlock = 16 * sizeof(Word), kMaxDigest = 8 * sizeof(Word);
    Word state[8];
    uint64_t length;
    uint8_t pending[kBlock];
    uint32_t used;
    bool last_node;

    static Word start_word(int i) { return static_cast<Word>(kLong ? kBlake2bStart[i] : kSha256Start[i]); }
    // `parameters`: the parameter block, kMaxDigest bytes.
    void start(const uint8_t* parameters, bool is_last_node) {
        for (int i = 0; i < 8; ++i) state[i] = start_word(i) ^ load_little<Word>(parameters + i * sizeof(Word));
        length = 0, used = 0, last_node = is_last_node;
    }
    void add(std::string_view bytes) {
        auto* from = reinterpret_cast<const uint8_t*>(bytes.data());
        for (size_t left = bytes.size(); left > 0;) {
            if (used == kBlock) {
                length += kBlock;
                mix(false);
                used = 0;
            }
            size_t n = left < kBlock - used ? left : kBlock - used;
            std::memcpy(pending + used, from, n);
            used += static_cast<uint32_t>(n), from += n, left -= n;
        }
    }
    void finish(uint8_t* out, size_t size) {
        length += used;
        std::memset(pending + used, 0, kBlock - used);
        mix(true);
        std::memcpy(out, state, size);
    }

  private:
    void mix(bool last) {
        Word m[16], v[16];
        for (int i = 0; i < 16; ++i) m[i] = load_little<Word>(pending + i * sizeof(Word));
        for (int i = 0; i < 8; ++i) v[i] = state[i], v[i + 8] = start_word(i);
        v[12] ^= static_cast<Word>(length);
        if (!kLong) v[13] ^= static_cast<Word>(length >> 32);
        if (last) v[14] = ~v[14];
        if (last && last_node) v[15] = ~v[15];
        auto quarter = [&](int a, int b, int c, int d, Word x, Word y) {
            constexpr int kTurns[4] = {kLong ? 32 : 16, kLong ? 24 : 12, kLong ? 16 : 8, kLong ? 63 : 7};
            v[a] = v[a] + v[b] + x, v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), kTurns[0]);
            v[c] += v[d], v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), kTurns[1]);
            v[a] = v[a] + v[b] + y, v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), kTurns[2]);
            v[c] += v[d], v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), kTurns[3]);
        };
        for (int round = 0; round < (kLong ? 12 : 10); ++round) {
            const uint8_t* order = kBlake2Order[round % 10];
            for (int i = 0; i < 4; ++i) quarter(i, i + 4, i + 8, i + 12, m[order[2 * i]], m[order[2 * i + 1]]);
            for (int i = 0; i < 4; ++i)
                quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, m[order[8 + 2 * i]],
                        m[order[9 + 2 * i]]);
        }
        for (int i = 0; i < 8; ++i) state[i] ^= v[i] ^ v[i + 8];
    }
};

}  // namespace krait::digest
