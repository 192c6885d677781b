// Decimal text of machine integers, written from its end: two digits a step, no allocation.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace krait {

// "00" to "99".
struct DigitPairs {
    char text[200];
    constexpr DigitPairs() : text() {
        for (int i = 0; i < 100; ++i) {
            text[2 * i] = static_cast<char>('0' + i / 10);
            text[2 * i + 1] = static_cast<char>('0' + i % 10);
        }
    }
};
inline constexpr DigitPairs kDigitPairs;

// The digits of n end at `end`; returns where they begin. 20 characters at most.
inline char* write_decimal(char* end, std::uint64_t n) {
    for (; n >= 100; n /= 100) std::memcpy(end -= 2, kDigitPairs.text + n % 100 * 2, 2);
    if (n < 10) *--end = static_cast<char>('0' + n);
    else std::memcpy(end -= 2, kDigitPairs.text + n * 2, 2);
    return end;
}

class DecimalText {
  public:
    explicit DecimalText(std::int64_t n) {
        begin_ = write_decimal(text_ + sizeof text_,
                               n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n));
        if (n < 0) *--begin_ = '-';
    }
    DecimalText(const DecimalText&) = delete;
    DecimalText& operator=(const DecimalText&) = delete;
    std::string_view view() const { return {begin_, static_cast<std::size_t>(text_ + sizeof text_ - begin_)}; }

  private:
    char text_[24];
    char* begin_;
};

}  // namespace krait
