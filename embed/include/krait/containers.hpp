// Conversions of more of the standard library: set, unordered_set, unordered_map, deque, list, array, pair, tuple,
// variant, span (to Python), vector<std::byte> (bytes). Copies both ways; see shared.hpp for containers that are
// shared.
#pragma once

#include <array>
#include <deque>
#include <list>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <variant>

#include <krait/krait.hpp>

namespace krait::inline api::detail {

// --- sequences: any iterable but str
template <class C, class T>
struct FromSequence : Simple<C> {
    static Load load(Link* l, Cell c, C& out) {
        return each_item<T>(l, c, [&](auto& h) { out.insert(out.end(), take<T>(h)); });
    }
};
template <class T>
struct From<std::deque<T>> : FromSequence<std::deque<T>, T> {
    static void name(std::string& s) { From<std::vector<T>>::name(s); }
};
template <class T>
struct From<std::list<T>> : FromSequence<std::list<T>, T> {
    static void name(std::string& s) { From<std::vector<T>>::name(s); }
};
template <class T>
void name_set(std::string& s) {
    s += "Set[";
    From<T>::name(s);
    s += "]";
}
template <class T>
struct From<std::set<T>> : FromSequence<std::set<T>, T> {
    static void name(std::string& s) { name_set<T>(s); }
};
template <class T>
struct From<std::unordered_set<T>> : FromSequence<std::unordered_set<T>, T> {
    static void name(std::string& s) { name_set<T>(s); }
};
template <class T>
struct To<std::deque<T>> {
    static Cell make(Link* l, const std::deque<T>& v) { return make_list_of<T>(l, v); }
};
template <class T>
struct To<std::list<T>> {
    static Cell make(Link* l, const std::list<T>& v) { return make_list_of<T>(l, v); }
};
template <class T>
struct To<std::span<T>> {
    static Cell make(Link* l, std::span<T> v) { return make_list_of<std::remove_const_t<T>>(l, v); }
};
template <class T, class C>
Cell make_set_of(Link* l, const C& items) {
    core::Owned set(l, core::checked(l, core::make_set(l)));
    for (const auto& item : items)
        if (!core::set_add(l, set.get(), To<T>::make(l, item))) return core::kError;
    return set.take();
}
template <class T>
struct To<std::set<T>> {
    static Cell make(Link* l, const std::set<T>& v) { return make_set_of<T>(l, v); }
};
template <class T>
struct To<std::unordered_set<T>> {
    static Cell make(Link* l, const std::unordered_set<T>& v) { return make_set_of<T>(l, v); }
};

// --- dict
template <class K, class V>
struct From<std::unordered_map<K, V>> : Simple<std::unordered_map<K, V>> {
    static Load load(Link* l, Cell c, std::unordered_map<K, V>& out) {
        return each_pair<K, V>(l, c, [&](auto& k, auto& v) { out.insert_or_assign(take<K>(k), take<V>(v)); });
    }
    static void name(std::string& s) { From<std::map<K, V>>::name(s); }
};
template <class K, class V>
struct To<std::unordered_map<K, V>> {
    static Cell make(Link* l, const std::unordered_map<K, V>& m) { return make_dict_of<K, V>(l, m); }
};

// --- array, pair, tuple: a tuple or list of exactly this many
template <class... T>
void name_tuple(std::string& s) {
    s += "Tuple[";
    std::size_t n = 0;
    ((From<T>::name(s), s += ++n < sizeof...(T) ? ", " : ""), ...);
    s += "]";
}
template <class... T, class Use>
Load load_tuple(Link* l, Cell c, Use&& use) {
    Cell list;
    if (Load state = core::load_sequence(l, c, sizeof...(T), &list); state != Load::Ok) return state;
    core::Owned held(l, list);
    std::tuple<typename From<T>::Holder...> holders{};
    Load state = Load::Ok;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (((state = From<T>::load(l, core::list_item(list, I), std::get<I>(holders))) == Load::Ok) && ...);
        if (state == Load::Ok) use(take<T>(std::get<I>(holders))...);
    }(std::index_sequence_for<T...>{});
    return state;
}
template <class... T>
struct From<std::tuple<T...>> {
    using Holder = std::optional<std::tuple<T...>>;
    static constexpr bool bound = false;
    static Load load(Link* l, Cell c, Holder& out) {
        return load_tuple<T...>(l, c, [&](T&&... v) { out.emplace(std::move(v)...); });
    }
    static void name(std::string& s) { name_tuple<T...>(s); }
};
template <class A, class B>
struct From<std::pair<A, B>> {
    using Holder = std::optional<std::pair<A, B>>;
    static constexpr bool bound = false;
    static Load load(Link* l, Cell c, Holder& out) {
        return load_tuple<A, B>(l, c, [&](A&& a, B&& b) { out.emplace(std::move(a), std::move(b)); });
    }
    static void name(std::string& s) { name_tuple<A, B>(s); }
};
template <class T, std::size_t N>
struct From<std::array<T, N>> : Simple<std::array<T, N>> {
    static Load load(Link* l, Cell c, std::array<T, N>& out) {
        Cell list;
        if (Load state = core::load_sequence(l, c, N, &list); state != Load::Ok) return state;
        core::Owned held(l, list);
        for (std::size_t i = 0; i < N; ++i) {
            typename From<T>::Holder holder{};
            if (Load state = From<T>::load(l, core::list_item(list, i), holder); state != Load::Ok) return state;
            out[i] = take<T>(holder);
        }
        return Load::Ok;
    }
    static void name(std::string& s) { From<std::vector<T>>::name(s); }
    static void expected(std::string& s) { s += "a sequence of " + std::to_string(N); }
};
template <class... T>
Cell make_tuple_of(Link* l, const T&... items) {
    core::OwnedArray<sizeof...(T)> cells(l);
    (cells.push(To<T>::make(l, items)), ...);
    return core::make_tuple(l, cells.data(), cells.size());
}
template <class... T>
struct To<std::tuple<T...>> {
    static Cell make(Link* l, const std::tuple<T...>& v) {
        return std::apply([&](const T&... items) { return make_tuple_of(l, items...); }, v);
    }
};
template <class A, class B>
struct To<std::pair<A, B>> {
    static Cell make(Link* l, const std::pair<A, B>& v) { return make_tuple_of(l, v.first, v.second); }
};
template <class T, std::size_t N>
struct To<std::array<T, N>> {
    static Cell make(Link* l, const std::array<T, N>& v) { return make_list_of<T>(l, v); }
};

// --- variant: the first alternative that takes the value; bool before int matters, int before float
template <>
struct From<std::monostate> : Simple<std::monostate> {
    static Load load(Link*, Cell c, std::monostate&) { return c == core::kNone ? Load::Ok : Load::WrongType; }
    static void name(std::string& s) { s += "None"; }
};
template <>
struct To<std::monostate> {
    static Cell make(Link*, std::monostate) { return core::kNone; }
};
template <class... T>
struct From<std::variant<T...>> {
    using Holder = std::optional<std::variant<T...>>;
    static constexpr bool bound = false;
    template <class A>
    static bool attempt(Link* l, Cell c, Holder& out, Load& state) {
        typename From<A>::Holder holder{};
        Load mine = From<A>::load(l, c, holder);
        if (mine == Load::Ok) out.emplace(take<A>(holder));
        if (mine != Load::WrongType) state = mine;
        return mine == Load::Ok || mine == Load::Raised;
    }
    static Load load(Link* l, Cell c, Holder& out) {
        Load state = Load::WrongType;
        (attempt<T>(l, c, out, state) || ...);
        return state;
    }
    static void name(std::string& s) {
        s += "Union[";
        std::size_t n = 0;
        ((From<T>::name(s), s += ++n < sizeof...(T) ? ", " : ""), ...);
        s += "]";
    }
};
template <class... T>
struct To<std::variant<T...>> {
    static Cell make(Link* l, const std::variant<T...>& v) {
        return std::visit([&](const auto& item) { return make_cell(l, item); }, v);
    }
};

// --- bytes
template <>
struct From<std::vector<std::byte>> : Simple<std::vector<std::byte>> {
    static Load load(Link* l, Cell c, std::vector<std::byte>& out) {
        (void)l;
        std::string_view bytes;
        Load state = core::load_bytes(c, &bytes);
        auto* first = reinterpret_cast<const std::byte*>(bytes.data());
        if (state == Load::Ok) out.assign(first, first + bytes.size());
        return state;
    }
    static void name(std::string& s) { s += "bytes"; }
};
template <>
struct To<std::vector<std::byte>> {
    static Cell make(Link* l, const std::vector<std::byte>& v) { return core::make_bytes(l, v.data(), v.size()); }
};

}  // namespace krait::inline api::detail
