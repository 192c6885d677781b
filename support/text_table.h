// A set of texts in the order they were first seen, each with its index: the names of one scope while it is compiled.
// The texts are not copied. A few are found by looking at all of them, more through a hash table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "support/quick_hash.h"

namespace krait {

class TextTable {
  public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    /// The index of `text`, or kNone.
    std::uint32_t find(std::string_view text) const {
        if (slots_.empty()) {
            for (std::size_t i = 0; i < texts_.size(); ++i)
                if (same(texts_[i], text)) return static_cast<std::uint32_t>(i);
            return kNone;
        }
        return slots_[slot_of(text)];
    }

    /// The index of `text`, which is added at the end when it is new.
    std::uint32_t insert(std::string_view text) {
        if (slots_.empty()) {
            std::uint32_t known = find(text);
            if (known != kNone) return known;
            if (texts_.capacity() == 0) texts_.reserve(kLinear);
            texts_.push_back(text);
            if (texts_.size() > kLinear) rebuild(kLinear * 4);
            return static_cast<std::uint32_t>(texts_.size() - 1);
        }
        std::uint32_t& slot = slots_[slot_of(text)];
        if (slot != kNone) return slot;
        std::uint32_t index = slot = static_cast<std::uint32_t>(texts_.size());
        texts_.push_back(text);
        if (texts_.size() * 2 > slots_.size()) rebuild(slots_.size() * 2);
        return index;
    }

    std::size_t size() const { return texts_.size(); }
    const std::vector<std::string_view>& texts() const { return texts_; }
    void clear() {
        texts_.clear();
        slots_.clear();
    }

  private:
    static constexpr std::size_t kLinear = 8;

    static bool same(std::string_view a, std::string_view b) {
        return a.size() == b.size() && (a.data() == b.data() || a == b);
    }
    std::size_t slot_of(std::string_view text) const {
        std::size_t mask = slots_.size() - 1;
        std::size_t at = quick_text_hash(seed_, text) & mask;
        while (slots_[at] != kNone && !same(texts_[slots_[at]], text)) at = (at + 1) & mask;
        return at;
    }
    void rebuild(std::size_t size) {
        seed_ = hash_mix(reinterpret_cast<std::uintptr_t>(texts_.data()));
        slots_.assign(size, kNone);
        for (std::size_t i = 0; i < texts_.size(); ++i) slots_[slot_of(texts_[i])] = static_cast<std::uint32_t>(i);
    }

    std::vector<std::string_view> texts_;
    std::vector<std::uint32_t> slots_;  // open addressing, a power of two; empty while there are few texts
    std::uint64_t seed_ = 0;            // an address: no source text can know it
};

}  // namespace krait
