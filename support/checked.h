// Arithmetic on sizes that a script can influence. Every such size goes through here.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>

namespace krait {

// `out` receives the sum when true is returned; false means overflow.
template <std::integral T>
[[nodiscard]] constexpr bool checked_add(T a, T b, T* out) {
    return !__builtin_add_overflow(a, b, out);
}

template <std::integral T>
[[nodiscard]] constexpr bool checked_sub(T a, T b, T* out) {
    return !__builtin_sub_overflow(a, b, out);
}

template <std::integral T>
[[nodiscard]] constexpr bool checked_mul(T a, T b, T* out) {
    return !__builtin_mul_overflow(a, b, out);
}

template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checked_add(T a, T b) {
    T out{};
    if (__builtin_add_overflow(a, b, &out)) return std::nullopt;
    return out;
}

template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checked_mul(T a, T b) {
    T out{};
    if (__builtin_mul_overflow(a, b, &out)) return std::nullopt;
    return out;
}

// header + count * size, the size of an object with inline items.
[[nodiscard]] constexpr bool checked_array_size(std::size_t header, std::size_t count, std::size_t size,
                                                std::size_t* out) {
    std::size_t items = 0;
    return checked_mul(count, size, &items) && checked_add(header, items, out);
}

}  // namespace krait
