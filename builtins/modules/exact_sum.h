// The exact sum of any number of doubles.
#pragma once

#include <cmath>
#include <cstddef>
#include <utility>

namespace krait {

// Shewchuk's expansion: the sum so far is the sum of the partials exactly; they do not overlap and grow in size.
class ExactSum {
  public:
    // False: a partial overflowed.
    bool add(double x) {
        size_t kept = 0;
        for (size_t i = 0; i < count_; ++i) {
            double y = partials_[i];
            if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
            volatile double high = x + y;  // volatile: each step rounds to double
            volatile double back = high - x;
            volatile double low = y - back;
            if (low != 0) partials_[kept++] = low;
            x = high;
        }
        count_ = kept;
        if (x == 0) return true;
        if (!std::isfinite(x)) return false;
        partials_[count_++] = x;
        return true;
    }
    // From the top down until something does not fit any more; then the rest decides ties.
    double rounded() const {
        if (count_ == 0) return 0.0;
        size_t i = count_ - 1;
        double high = partials_[i], low = 0;
        while (i > 0 && low == 0) {
            double x = high, y = partials_[--i];
            volatile double sum = x + y;
            volatile double back = sum - x;
            high = sum;
            low = y - back;
        }
        bool rest_same_sign = i > 0 && ((low < 0 && partials_[i - 1] < 0) || (low > 0 && partials_[i - 1] > 0));
        if (rest_same_sign) {
            double twice = low * 2;
            volatile double nudged = high + twice;
            volatile double gained = nudged - high;
            if (gained == twice) high = nudged;
        }
        return high;
    }

    void clear() { count_ = 0; }

  private:
    static constexpr size_t kMost = 2112;  // a double has 2098 places for bits, and partials do not overlap
    double partials_[kMost];
    size_t count_ = 0;
};

}  // namespace krait
