// Doubles to decimal digits: the shortest that read back equal, and the exact expansion cut anywhere. No locale, no
// allocation beyond the result. (std::to_chars does the same with tables of 130 KB.)
#pragma once

#include <cstdint>

namespace krait {

// magnitude ~ digits * 10**exponent with the fewest digits that read back as `magnitude`, the closest of those; no
// trailing zeros. Finite and positive only.
struct ShortDecimal {
    std::uint64_t digits;
    int exponent;
};
ShortDecimal shortest_decimal(double magnitude);

// magnitude rounded (half to even) to `places` digits behind the point, as two integers. Only for 0 to 17 places and
// magnitudes below 2**63; false for others.
bool fixed_decimal(double magnitude, int places, std::uint64_t* whole, std::uint64_t* fraction);

// The exact decimal expansion of a double >= 0 up to a limit: magnitude = 0.d1d2d3... * 10**point, d1 not zero.
class ExactDecimal {
  public:
    static constexpr int kMostDigits = 309 + 1074;  // before the point, and behind it

    // The digits, correctly rounded (half to even): `count` >= 1 significant ones ...
    void to_significant(double magnitude, int count);
    // ... or all down to `places` behind the point; negative for places left of it.
    void to_places(double magnitude, int places);

    const char* digits() const { return digits_ + 1; }
    int size() const { return size_; }    // 0 for zero; trailing zeros may be missing
    int point() const { return point_; }  // digits before the point (negative: zeros behind it)

  private:
    enum class Limit : std::uint8_t { Significant, Places };
    void expand(double magnitude, Limit, int limit);
    void append(std::uint64_t part, int width);
    void round_at(int keep);
    bool enough(Limit, int limit) const;

    char digits_[kMostDigits + 40];  // the first one is room for a carry
    int size_ = 0, point_ = 0;
    bool more_ = false;  // something other than zero was left behind the digits
};

}  // namespace krait
