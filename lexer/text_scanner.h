// Looks ahead in raw text without making tokens: past string literals, f-strings with what is nested in them, comments
// and brackets. For the few places where what something is depends on what comes much later: where an f-string ends
// (PEP 701), and what the parentheses behind `with` are.
#pragma once

#include <cstddef>

namespace krait {

/// Positions are in a text that ends at `limit`; null is "no such place". Nothing is kept between calls.
class TextScanner {
  public:
    using Place = const unsigned char*;
    /// f-strings inside f-strings beyond which the scanner gives up.
    static constexpr int kMaxNesting = 16;

    explicit TextScanner(Place limit) : limit_(limit) {}

    /// Behind the string literal whose opening quote (the first of three, perhaps) is at `p`.
    Place literal_end(Place p, bool raw, bool formatted, int nesting = 0) const;
    /// The '!', ':', '=' or '}' that ends the expression of a replacement field which begins at `p`.
    Place expression_end(Place p, int nesting = 0) const;
    /// One step: behind the literal, word, comment or character at `p`.
    Place step(Place p, int nesting = 0) const;

  private:
    Place plain_end(Place p, unsigned char quote, bool triple) const;
    Place formatted_end(Place p, unsigned char quote, bool triple, bool raw, int nesting) const;
    Place field_end(Place p, unsigned char quote, bool triple, int nesting) const;
    Place break_in_format_end(Place p) const;
    Place escape_end(Place p, bool raw) const;
    bool closes(Place p, unsigned char quote, bool triple) const {
        return *p == quote && (!triple || (limit_ - p >= 3 && p[1] == quote && p[2] == quote));
    }
    std::size_t left(Place p) const { return static_cast<std::size_t>(limit_ - p); }

    Place limit_;
};

}  // namespace krait
