#include "parser/identifier_table.h"

#include <string>

#include "support/quick_hash.h"
#include "support/unicode_data.h"
#include "support/utf8.h"

namespace krait::ast {

const IdentifierText* IdentifierTable::intern(std::string_view text) {
    std::string normal;
    if (!is_ascii(text)) {
        normal = unicode::normalize_identifier(text);
        text = normal;
    }
    // The address of the table is a key that a source text cannot know.
    auto address = reinterpret_cast<std::uintptr_t>(this);
    std::uint64_t hash = quick_text_hash(hash_mix(address), text);
    std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].entry; at = (at + 1) & mask)
        if (slots_[at].hash == hash && slots_[at].entry->text == text) return slots_[at].entry;

    std::string_view copy = arena_.copy(text);
    auto* entry = copy.data() ? arena_.create<IdentifierText>(IdentifierText{copy}) : nullptr;
    if (!entry) return nullptr;
    slots_[at] = {hash, entry};
    if (++count_ * 2 > slots_.size()) grow();
    return entry;
}

void IdentifierTable::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (!slot.entry) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].entry) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace krait::ast
