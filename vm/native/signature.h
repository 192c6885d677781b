// Signature text parsed at compile time, conversion of arguments, and the thunk that connects a row to its function.
#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "vm/object/dict_object.h"
#include "vm/runtime/thread.h"

namespace krait {

// Positional arguments beyond the named parameters; borrowed for the call.
struct Args {
    const Value* items = nullptr;
    size_t count = 0;
    Value operator[](size_t i) const { return items[i]; }
    const Value* begin() const { return items; }
    const Value* end() const { return items + count; }
};

// Argument that may be missing, converted when present.
template <class T>
struct Optional {
    bool has_value = false;
    T value{};
    T value_or(T other) const { return has_value ? value : other; }
};

struct SignatureInfo {
    static constexpr size_t kMax = 24;
    uint8_t slots = 0;              // parameters without *args
    uint8_t positional = 0;         // that positional arguments may fill (self included)
    uint8_t positional_only = 0;
    uint8_t required = 0;           // leading positional parameters without default
    uint8_t keyword_only = 0;
    bool varargs = false, varkw = false;
    bool has_self = false;          // the first parameter is not an argument of the caller: self, type, module
    uint32_t optional = 0;          // bit per slot
    uint16_t name_begin[kMax] = {}; // into the text
    uint8_t name_size[kMax] = {};
    uint32_t typed = 0;             // bit per slot whose C++ parameter is not a plain Value (words of arity errors)
};

namespace detail {
constexpr bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
// End of a default's text: a comma or the closing parenthesis outside brackets and quotes.
constexpr size_t skip_default(const char* s, size_t i) {
    int depth = 0;
    char quote = 0;
    for (; s[i]; ++i) {
        char c = s[i];
        if (quote) {
            if (c == '\\') ++i;
            else if (c == quote) quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if ((c == ')' || c == ']' || c == '}') && depth) {
            --depth;
        } else if ((c == ',' || c == ')') && depth == 0) {
            break;
        }
    }
    return i;
}
}  // namespace detail

// constexpr, not consteval: clang 14 does not let a consteval template pass its parameter on to one.
constexpr SignatureInfo parse_signature(const char* s) {
    SignatureInfo info;
    size_t i = 0;
    if (s[i++] != '(') throw "signature must start with (";
    bool after_star = false;
    while (s[i] && s[i] != ')') {
        if (s[i] == ' ' || s[i] == ',') {
            ++i;
            continue;
        }
        if (s[i] == '/') {
            info.positional_only = info.positional;
            ++i;
            continue;
        }
        bool star = s[i] == '*', double_star = star && s[i + 1] == '*';
        i += star + double_star;
        size_t begin = i;
        while (detail::is_name_char(s[i])) ++i;
        if (star && !double_star) {
            after_star = true;
            if (i > begin) info.varargs = true;
            continue;
        }
        if (i == begin) throw "parameter name expected";
        size_t k = info.slots++;
        if (k >= SignatureInfo::kMax) throw "too many parameters";
        info.name_begin[k] = static_cast<uint16_t>(begin);
        info.name_size[k] = static_cast<uint8_t>(i - begin);
        bool has_default = s[i] == '=';
        if (has_default) i = detail::skip_default(s, i + 1);
        if (double_star) {
            info.varkw = true;
            info.optional |= 1u << k;
        } else if (after_star) {
            ++info.keyword_only;
            if (has_default) info.optional |= 1u << k;
        } else {
            ++info.positional;
            if (has_default) info.optional |= 1u << k;
            else info.required = info.positional;
        }
    }
    if (s[i] != ')') throw "signature must end with )";
    return info;
}

// --- conversions
template <class T>
inline constexpr Kind kLayoutOf = Kind::Other;   // Other: not checked (types of native modules: only as checked self)
template <> inline constexpr Kind kLayoutOf<ListObject> = Kind::List;
template <> inline constexpr Kind kLayoutOf<TupleObject> = Kind::Tuple;
template <> inline constexpr Kind kLayoutOf<DictObject> = Kind::Dict;
template <> inline constexpr Kind kLayoutOf<StrObject> = Kind::Str;
template <> inline constexpr Kind kLayoutOf<BytesObject> = Kind::Bytes;
template <> inline constexpr Kind kLayoutOf<ByteArrayObject> = Kind::ByteArray;
template <> inline constexpr Kind kLayoutOf<TypeObject> = Kind::Type;
template <> inline constexpr Kind kLayoutOf<ModuleObject> = Kind::Module;
template <> inline constexpr Kind kLayoutOf<SliceObject> = Kind::Slice;
template <> inline constexpr Kind kLayoutOf<ExceptionObject> = Kind::BaseException;
struct FunctionObject;
template <> inline constexpr Kind kLayoutOf<FunctionObject> = Kind::Function;
template <> inline constexpr Kind kLayoutOf<CodeObject> = Kind::Code;

// vm/native/convert.cpp. false: exception pending; `index` is the 1-based argument for the message (self not counted).
bool convert_argument(Thread&, Value, int64_t* out, unsigned index);    // __index__; OverflowError
bool convert_argument(Thread&, Value, double* out, unsigned index);     // float, int, __float__
bool convert_argument(Thread&, Value, bool* out, unsigned index);       // truth
// "f() argument 1 must be str, not int"
KRAIT_COLD bool wrong_argument_layout(Thread&, Value, Kind expected, unsigned index);

template <class T>
struct Argument {
    static bool get(Thread& t, Value v, T* out, unsigned index) { return convert_argument(t, v, out, index); }
};
template <>
struct Argument<Value> {
    static bool get(Thread&, Value v, Value* out, unsigned) {
        *out = v;
        return true;
    }
};
template <class T>
struct Argument<T*> {
    static bool get(Thread& t, Value v, T** out, unsigned index) {
        *out = v.as<T>();
        if constexpr (kLayoutOf<T> == Kind::Other) return true;
        else return KRAIT_LIKELY(layout_is(v, kLayoutOf<T>)) || wrong_argument_layout(t, v, kLayoutOf<T>, index);
    }
};
template <class T>
struct Argument<Optional<T>> {
    static bool get(Thread& t, Value v, Optional<T>* out, unsigned index) {
        out->has_value = !v.is_unbound();
        return !out->has_value || Argument<T>::get(t, v, &out->value, index);
    }
};

// --- results
inline Value native_result(Thread&, Value v) { return v; }
inline Value native_result(Thread&, Ref&& r) { return r.release(); }
inline Value native_result(Thread&, Failed) { return Value::error(); }
inline Value native_result(Thread&, Status s) { return s ? Value::none() : Value::error(); }
inline Value native_result(Thread&, Fallible<bool> r) { return r ? Value::boolean(r.value()) : Value::error(); }
inline Value native_result(Thread& t, Fallible<int64_t> r) {
    return r ? make_int(t, r.value()).release() : Value::error();
}
template <class T>
Value native_result(Thread&, RefTo<T>&& r) { return r ? Value::object(r.release()) : Value::error(); }

// --- thunk
template <class F>
struct NativeTraits;
template <class R, class... P>
struct NativeTraits<R (*)(Thread&, P...)> {
    static constexpr size_t count = sizeof...(P);
    template <size_t I>
    using Parameter = std::tuple_element_t<I, std::tuple<std::remove_cvref_t<P>...>>;
    static constexpr bool takes_rest() {
        if constexpr (count == 0) return false;
        else return std::is_same_v<Parameter<count - 1>, Args>;
    }
    static constexpr size_t slots = count - takes_rest();
};

// Whether the signature's first parameter has this name.
constexpr bool first_parameter_is(const char* text, const SignatureInfo& info, std::string_view name) {
    if (info.slots == 0 || info.positional == 0) return false;
    return std::string_view(text + info.name_begin[0], info.name_size[0]) == name;
}

template <auto F>
struct NativeThunk {
    using Traits = NativeTraits<decltype(F)>;
    static Value call(Thread& t, const Value* slots, Args rest) {
        return expand(t, slots, rest, std::make_index_sequence<Traits::slots>{});
    }

  private:
    template <size_t... I>
    static Value expand(Thread& t, [[maybe_unused]] const Value* slots, [[maybe_unused]] Args rest,
                        std::index_sequence<I...>) {
        std::tuple<typename Traits::template Parameter<I>...> values;
        if (!(Argument<typename Traits::template Parameter<I>>::get(t, slots[I], &std::get<I>(values),
                                                                    static_cast<unsigned>(I)) && ...))
            return Value::error();
        if constexpr (Traits::takes_rest()) return native_result(t, F(t, std::get<I>(values)..., rest));
        else return native_result(t, F(t, std::get<I>(values)...));
    }
};

namespace detail {
template <class Traits, size_t... I>
constexpr uint32_t typed_slots(std::index_sequence<I...>) {
    return (0u | ... | (std::is_same_v<typename Traits::template Parameter<I>, Value> ? 0u : 1u << I));
}
}  // namespace detail

template <auto F>
constexpr SignatureInfo check_signature(const char* text) {
    using Traits = NativeTraits<decltype(F)>;
    SignatureInfo info = parse_signature(text);
    info.typed = detail::typed_slots<Traits>(std::make_index_sequence<Traits::slots>{});
    if (info.varargs != Traits::takes_rest()) throw "signature and function disagree about *args";
    if (info.slots != Traits::slots) throw "signature and function disagree about the number of parameters";
    return info;
}

}  // namespace krait
