// Conversions of std::chrono: durations and time points are seconds, int or float, as module time has them. A float is
// rounded to the nearest tick; what does not fit is OverflowError.
#pragma once

#include <chrono>
#include <cmath>

#include <krait/krait.hpp>

namespace krait::inline api::detail {

template <class Rep, class Period>
struct From<std::chrono::duration<Rep, Period>> : Simple<std::chrono::duration<Rep, Period>> {
    using D = std::chrono::duration<Rep, Period>;
    static Load load(Link*, Cell c, D& out) {
        double seconds;
        if (Load state = core::load_double(c, &seconds); state != Load::Ok) return state;
        double ticks = seconds * Period::den / Period::num;
        if constexpr (std::is_floating_point_v<Rep>) {
            out = D(static_cast<Rep>(ticks));
        } else {
            ticks = std::nearbyint(ticks);
            if (std::isnan(ticks)) return Load::BadValue;
            if (ticks < -9.2e18 || ticks > 9.2e18 || static_cast<double>(static_cast<Rep>(ticks)) != ticks)
                return Load::OutOfRange;
            out = D(static_cast<Rep>(ticks));
        }
        return Load::Ok;
    }
    static void name(std::string& s) { s += "float"; }
    static void expected(std::string& s) { s += "seconds"; }
};
template <class Rep, class Period>
struct To<std::chrono::duration<Rep, Period>> {
    static Cell make(Link* l, std::chrono::duration<Rep, Period> d) {
        return core::make_float(l, std::chrono::duration<double>(d).count());
    }
};
template <class D>
struct From<std::chrono::time_point<std::chrono::system_clock, D>>
    : Simple<std::chrono::time_point<std::chrono::system_clock, D>> {
    static Load load(Link* l, Cell c, std::chrono::time_point<std::chrono::system_clock, D>& out) {
        D since{};
        Load state = From<D>::load(l, c, since);
        out = std::chrono::time_point<std::chrono::system_clock, D>(since);
        return state;
    }
    static void name(std::string& s) { s += "float"; }
    static void expected(std::string& s) { s += "seconds since 1970"; }
};
template <class D>
struct To<std::chrono::time_point<std::chrono::system_clock, D>> {
    static Cell make(Link* l, std::chrono::time_point<std::chrono::system_clock, D> p) {
        return To<D>::make(l, p.time_since_epoch());
    }
};

}  // namespace krait::inline api::detail
