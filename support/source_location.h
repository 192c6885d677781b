// Positions in a source text.
#pragma once

#include <cstdint>

namespace krait {

// Lines count from 1; columns count from 0, in characters. Line 0 means "nowhere" (made by the compiler).
struct SourceLocation {
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    bool known() const { return line != 0; }
    friend bool operator==(SourceLocation, SourceLocation) = default;
};

// Half open: `end` is the position after the last character.
struct SourceSpan {
    SourceLocation begin;
    SourceLocation end;

    friend bool operator==(SourceSpan, SourceSpan) = default;
};

}  // namespace krait
