// Conversion of std::filesystem::path: str both ways (names that are not UTF-8 are UnicodeEncodeError).
#pragma once

#include <filesystem>

#include <krait/krait.hpp>

namespace krait::inline api::detail {

template <>
struct From<std::filesystem::path> : Simple<std::filesystem::path> {
    static Load load(Link* l, Cell c, std::filesystem::path& out) {
        std::string text;
        Load state = core::load_text(l, c, &text);
        if (state == Load::Ok && text.find('\0') != std::string::npos) return Load::BadValue;
        out = std::move(text);
        return state;
    }
    static void name(std::string& s) { s += "str"; }
    static void expected(std::string& s) { s += "a path (str without null characters)"; }
};
template <>
struct To<std::filesystem::path> {
    static Cell make(Link* l, const std::filesystem::path& p) { return core::make_text(l, p.native()); }
};

}  // namespace krait::inline api::detail
