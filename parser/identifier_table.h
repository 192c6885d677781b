// The identifiers of one module: each text once, so that names are compared by address.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parser/ast.h"
#include "support/arena.h"

namespace krait::ast {

class IdentifierTable {
  public:
    explicit IdentifierTable(Arena& arena) : arena_(arena), slots_(kFirstSize) {}

    /// The one IdentifierText for `text`, NFKC-normalised when it is not ASCII. Null when memory is refused.
    const IdentifierText* intern(std::string_view text);

  private:
    struct Slot {
        std::uint64_t hash = 0;
        const IdentifierText* entry = nullptr;
    };
    static constexpr std::size_t kFirstSize = 64;

    void grow();

    Arena& arena_;
    std::vector<Slot> slots_;  // open addressing, a power of two
    std::size_t count_ = 0;
};

}  // namespace krait::ast
