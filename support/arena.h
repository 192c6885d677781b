// A bump allocator for data that dies together (tokens, syntax trees). It counts what it takes from the system,
// obeys a limit, and answers exhaustion with nullptr.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

#include "support/checked.h"

namespace krait {

class Arena {
  public:
    static constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

    explicit Arena(std::size_t limit = kNoLimit) : limit_(limit) {}
    Arena(Arena&& other) noexcept { swap(other); }
    Arena& operator=(Arena&& other) noexcept {
        swap(other);
        return *this;
    }
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena() { release(); }

    // nullptr when the limit or the system refuses; once that happened exhausted() stays true.
    [[nodiscard]] void* allocate(std::size_t size, std::size_t align = alignof(std::max_align_t)) {
        std::uintptr_t start = (position_ + (align - 1)) & ~(std::uintptr_t(align) - 1);
        if (start >= position_ && start <= end_ && size <= end_ - start && end_ != 0) {
            position_ = start + size;
            used_ += size;
            return reinterpret_cast<void*>(start);
        }
        return allocate_slow(size, align);
    }

    // No destructor will run.
    template <class T, class... Args>
    [[nodiscard]] T* create(Args&&... args) {
        static_assert(std::is_trivially_destructible_v<T>);
        void* memory = allocate(sizeof(T), alignof(T));
        return memory ? new (memory) T(std::forward<Args>(args)...) : nullptr;
    }

    // Uninitialised room for `count` items.
    template <class T>
    [[nodiscard]] T* create_array(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T>);
        std::size_t size = 0;
        if (!checked_mul(count, sizeof(T), &size)) {
            exhausted_ = true;
            return nullptr;
        }
        return static_cast<T*>(allocate(size, alignof(T)));
    }

    // A copy that lives as long as the arena; data() is nullptr when there was no room.
    [[nodiscard]] std::string_view copy(std::string_view text) {
        char* memory = static_cast<char*>(allocate(text.size() + 1, 1));
        if (!memory) return {};
        if (!text.empty()) std::memcpy(memory, text.data(), text.size());
        memory[text.size()] = '\0';
        return {memory, text.size()};
    }

    std::size_t bytes_used() const { return used_; }          // handed out
    std::size_t bytes_reserved() const { return reserved_; }  // taken from the system
    std::size_t limit() const { return limit_; }
    void set_limit(std::size_t limit) { limit_ = limit; }
    bool exhausted() const { return exhausted_; }

    void release() {
        while (blocks_) {
            Block* next = blocks_->next;
            std::free(blocks_);
            blocks_ = next;
        }
        position_ = end_ = 0;
        used_ = reserved_ = 0;
        exhausted_ = false;
    }

  private:
    struct Block {
        Block* next;
    };
    static constexpr std::size_t kFirstBlock = 4096;
    static constexpr std::size_t kLargestBlock = 256 * 1024;

    void* allocate_slow(std::size_t size, std::size_t align) {
        std::size_t need = 0;
        if (!checked_add(size, sizeof(Block) + align, &need)) {
            exhausted_ = true;
            return nullptr;
        }
        std::size_t block_size = reserved_ < kFirstBlock ? kFirstBlock : reserved_;
        if (block_size > kLargestBlock) block_size = kLargestBlock;
        if (block_size < need) block_size = need;
        if (reserved_ > limit_ || block_size > limit_ - reserved_) block_size = need;
        if (reserved_ > limit_ || block_size > limit_ - reserved_) {
            exhausted_ = true;
            return nullptr;
        }
        Block* block = static_cast<Block*>(std::malloc(block_size));
        if (!block) {
            exhausted_ = true;
            return nullptr;
        }
        block->next = blocks_;
        blocks_ = block;
        reserved_ += block_size;
        position_ = reinterpret_cast<std::uintptr_t>(block + 1);
        end_ = reinterpret_cast<std::uintptr_t>(block) + block_size;
        return allocate(size, align);
    }

    void swap(Arena& other) noexcept {
        std::swap(blocks_, other.blocks_);
        std::swap(position_, other.position_);
        std::swap(end_, other.end_);
        std::swap(used_, other.used_);
        std::swap(reserved_, other.reserved_);
        std::swap(limit_, other.limit_);
        std::swap(exhausted_, other.exhausted_);
    }

    Block* blocks_ = nullptr;
    std::uintptr_t position_ = 0;
    std::uintptr_t end_ = 0;
    std::size_t used_ = 0;
    std::size_t reserved_ = 0;
    std::size_t limit_ = kNoLimit;
    bool exhausted_ = false;
};

}  // namespace krait
