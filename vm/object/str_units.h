// Working on the units of a str without knowing their width: dispatch, copying between widths, largest character.
#pragma once

#include <cstring>
#include <type_traits>

#include "vm/object/str_object.h"

namespace krait {

// f(const uintN_t*) with the text's own unit type.
template <class F>
KRAIT_INLINE decltype(auto) visit_units(const StrObject* s, F&& f) {
    switch (s->unit()) {
        case 1: return f(s->u8());
        case 2: return f(s->u16());
        default: return f(s->u32());
    }
}
// f(uintN_t*) on the units of a text under construction.
template <class F>
KRAIT_INLINE decltype(auto) visit_units(void* data, unsigned unit, F&& f) {
    switch (unit) {
        case 1: return f(static_cast<uint8_t*>(data));
        case 2: return f(static_cast<uint16_t*>(data));
        default: return f(static_cast<uint32_t*>(data));
    }
}
template <class F>
KRAIT_INLINE decltype(auto) visit_units(const void* data, unsigned unit, F&& f) {
    switch (unit) {
        case 1: return f(static_cast<const uint8_t*>(data));
        case 2: return f(static_cast<const uint16_t*>(data));
        default: return f(static_cast<const uint32_t*>(data));
    }
}

constexpr unsigned unit_for(char32_t max_char) { return max_char < 0x100 ? 1 : max_char < 0x10000 ? 2 : 4; }

// memcpy for what is mostly short: words are copied without a call, as their two ends, which overlap.
KRAIT_INLINE void copy_short(char* to, const char* from, size_t n) {
    auto both_ends = [&]<class T>(T head) {
        T tail;
        std::memcpy(&head, from, sizeof head);
        std::memcpy(&tail, from + n - sizeof tail, sizeof tail);
        std::memcpy(to, &head, sizeof head);
        std::memcpy(to + n - sizeof tail, &tail, sizeof tail);
    };
    if (n > 16) std::memcpy(to, from, n);
    else if (n >= 8) both_ends(uint64_t{});
    else if (n >= 4) both_ends(uint32_t{});
    else if (n >= 2) both_ends(uint16_t{});
    else if (n == 1) *to = *from;
}

// memcmp() == 0 for what is mostly short, in the same way.
KRAIT_INLINE bool equal_short(const char* a, const char* b, size_t n) {
    auto both_ends = [&]<class T>(T a_word) {
        T b_word;
        std::memcpy(&a_word, a, sizeof a_word);
        std::memcpy(&b_word, b, sizeof b_word);
        if (a_word != b_word) return false;
        std::memcpy(&a_word, a + n - sizeof a_word, sizeof a_word);
        std::memcpy(&b_word, b + n - sizeof b_word, sizeof b_word);
        return a_word == b_word;
    };
    if (n > 16) return std::memcmp(a, b, n) == 0;
    if (n >= 8) return both_ends(uint64_t{});
    if (n >= 4) return both_ends(uint32_t{});
    if (n >= 2) return both_ends(uint16_t{});
    return n == 0 || *a == *b;
}

// `count` units from one width to the same or a wider one.
void widen_units(void* to, unsigned to_unit, const void* from, unsigned from_unit, size_t count);
// From wide to narrow: every character must fit.
void narrow_units(void* to, unsigned to_unit, const void* from, unsigned from_unit, size_t count);
// An upper bound of the characters' values, exact about the unit width and about being ASCII.
char32_t max_char_of(const void* data, unsigned unit, size_t count);
// Upper bound for a whole str, from its header alone.
inline char32_t max_char_bound(const StrObject* s) {
    return s->ascii() ? 0x7F : s->unit() == 1 ? 0xFF : s->unit() == 2 ? 0xFFFF : 0x10FFFF;
}
inline char* str_data(StrObject* s) { return s->data; }
// Copies s[start, end) to position `at` of a str under construction (same or wider unit).
inline void copy_into(StrObject* to, size_t at, const StrObject* from, size_t start, size_t end) {
    widen_units(to->data + at * to->unit(), to->unit(), from->data + start * from->unit(), from->unit(), end - start);
}
inline void put_char(StrObject* to, size_t at, char32_t c) {
    visit_units(static_cast<void*>(to->data), to->unit(),
                [&](auto* p) { p[at] = static_cast<std::remove_reference_t<decltype(*p)>>(c); });
}
// A str from units of any width: narrows.
Ref str_from_units(Thread&, const void* data, unsigned unit, size_t count);

}  // namespace krait
