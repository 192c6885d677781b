// Functions behind the method tables of bytes and bytearray: both types share them, `self` is either. A bytearray is
// exported while a method looks at it, so that Python code called meanwhile cannot resize it.
#pragma once

#include <array>

#include "builtins/types/text_support.h"
#include "vm/native/parsed_method.h"
#include "vm/object/buffer.h"
#include "vm/runtime/limits.h"

namespace krait {

class ByteSelf {
  public:
    explicit ByteSelf(Value self) : self_(self), array_(as_bytearray(self)) {
        if (array_) ++array_->exports;
    }
    ~ByteSelf() {
        if (array_) --array_->exports;
    }
    ByteSelf(const ByteSelf&) = delete;
    ByteSelf& operator=(const ByteSelf&) = delete;
    std::string_view view() const { return array_ ? array_->view() : self_.as<BytesObject>()->view(); }
    bool is_bytearray() const { return array_ != nullptr; }
    // A result of the same type: bytes or bytearray; the very object when all of an exact bytes is meant.
    Ref make(Thread& t, std::string_view data) const {
        if (array_) return bytearray_from(t, data);
        if (data.size() == view().size() && data.data() == view().data() && is_kind(self_, Kind::Bytes))
            return own(self_);
        return bytes_from(t, data);
    }
    // A result of `length` bytes to be filled by `fill(char*)`, which may fail.
    template <class F>
    Ref build(Thread& t, size_t length, F fill) const {
        if (!array_) {
            if (length == 0) return bytes_from(t, {});
            RefTo<BytesObject> out = TRY(bytes_new_uninitialised(t, length));
            TRY(filled(fill, out->data));
            return out;
        }
        Ref out = TRY(bytearray_from(t, {}));
        TRY(bytearray_resize(t, out.as<ByteArrayObject>(), length));
        if (length) TRY(filled(fill, out.as<ByteArrayObject>()->data));
        return out;
    }
    // A result of as many bytes, each made from one of these by `f`.
    template <class F>
    Ref map(Thread& t, F f) const {
        std::string_view from = view();
        return build(t, from.size(), [&](char* out) {
            return in_stretches(t, from.size(), [&](size_t i, size_t end) {
                for (; i < end; ++i) out[i] = static_cast<char>(f(static_cast<uint8_t>(from[i])));
            });
        });
    }

  private:
    template <class F>
    static Status filled(F& fill, char* out) {
        if constexpr (std::is_void_v<decltype(fill(out))>) return fill(out), ok();
        else return fill(out);
    }
    Value self_;
    ByteArrayObject* array_;
};

// What may be searched for: bytes-like, or an int in range(256).
class ByteNeedle {
  public:
    Status read(Thread&, Value);
    std::string_view view() const { return is_int_ ? std::string_view(&byte_, 1) : buffer_.view(); }

  private:
    BufferView buffer_;
    char byte_ = 0;
    bool is_int_ = false;
};
// An int in range(256): ValueError with `message` (byte must be in range(0, 256)).
Fallible<uint8_t> byte_value(Thread&, Value, const char* message = "byte must be in range(0, 256)");

constexpr bool is_byte_space(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }

// --- bytes_methods_find.cpp
Fallible<int64_t> bytes_find(Thread&, Value self, Value sub, Value start, Value end);
Fallible<int64_t> bytes_rfind(Thread&, Value self, Value sub, Value start, Value end);
Fallible<int64_t> bytes_index(Thread&, Value self, Value sub, Value start, Value end);
Fallible<int64_t> bytes_rindex(Thread&, Value self, Value sub, Value start, Value end);
Fallible<int64_t> bytes_count(Thread&, Value self, Value sub, Value start, Value end);
Fallible<bool> bytes_startswith(Thread&, Value self, Value prefix, Value start, Value end);
Fallible<bool> bytes_endswith(Thread&, Value self, Value suffix, Value start, Value end);
Ref bytes_replace(Thread&, Value self, Value old_bytes, Value new_bytes, Optional<int64_t> count);
Ref bytes_translate(Thread&, Value self, Value table, Value deleted);
Ref bytes_maketrans(Thread&, Value from, Value to);
int bytes_contains(Thread&, Value self, Value item);

// --- bytes_methods_split.cpp
Ref bytes_split(Thread&, Value self, Value sep, Optional<int64_t> maxsplit);
Ref bytes_rsplit(Thread&, Value self, Value sep, Optional<int64_t> maxsplit);
Ref bytes_splitlines(Thread&, Value self, Value keepends);
Ref bytes_partition(Thread&, Value self, Value sep);
Ref bytes_rpartition(Thread&, Value self, Value sep);
Ref bytes_join(Thread&, Value self, Value iterable);
Ref bytes_strip(Thread&, Value self, Value chars);
Ref bytes_lstrip(Thread&, Value self, Value chars);
Ref bytes_rstrip(Thread&, Value self, Value chars);

// --- bytes_methods_case.cpp
Ref bytes_upper(Thread&, Value self);
Ref bytes_lower(Thread&, Value self);
Ref bytes_title(Thread&, Value self);
Ref bytes_capitalize(Thread&, Value self);
Ref bytes_swapcase(Thread&, Value self);
Value bytes_isalpha(Thread&, Value self);
Value bytes_isalnum(Thread&, Value self);
Value bytes_isdigit(Thread&, Value self);
Value bytes_isspace(Thread&, Value self);
Value bytes_isupper(Thread&, Value self);
Value bytes_islower(Thread&, Value self);
Value bytes_istitle(Thread&, Value self);
Ref bytes_center(Thread&, Value self, int64_t width, Value fillchar);
Ref bytes_ljust(Thread&, Value self, int64_t width, Value fillchar);
Ref bytes_rjust(Thread&, Value self, int64_t width, Value fillchar);
Ref bytes_zfill(Thread&, Value self, int64_t width);
Ref bytes_expandtabs(Thread&, Value self, Value tabsize);
Ref bytes_hex(Thread&, Value self, Value sep, Value bytes_per_sep);
Ref hex_of(Thread&, std::string_view data);
// With a separator after every so many bytes, counted from the right, or from the left when the number is negative.
Ref hex_of(Thread&, std::string_view data, Value sep, Value bytes_per_sep);
Ref bytes_decode(Thread&, Value self, Value encoding, Value errors);
Ref bytes_fromhex(Thread&, TypeObject* type, Value text);
Ref bytes_repr_text(Thread&, std::string_view data, std::string_view prefix, std::string_view suffix);

// --- affixes.cpp
Ref bytes_removeprefix(Thread&, Value self, Value prefix);
Ref bytes_removesuffix(Thread&, Value self, Value suffix);
Fallible<bool> bytes_isascii(Thread&, Value self);

// --- bytes_type.cpp
// The first `n` bytes again and again, up to `size`.
Status fill_repeated(Thread&, char* data, size_t n, size_t size);
// Bytes of an iterable of ints. `range_message`: ValueError for items that are no bytes.
Status append_bytes_of(Thread&, ByteBuilder&, Value iterable, const char* range_message);
// Bytes of a bytes-like object, also of a memoryview that is not contiguous.
Status append_buffer(Thread&, ByteBuilder&, Value bytes_like);
Ref byte_slice(Thread&, const ByteSelf&, Value slice);
Fallible<int64_t> byte_index(Thread&, Value key, size_t length, const char* type_message, const char* range_message);
Value bytes_concat(Thread&, Value a, Value b);
Value bytes_compare(Thread&, Value a, Value b, CompareOp);
Value bytes_repeat(Thread&, Value self, int64_t count);
Value order_result(int order, CompareOp);

// Rows that both types have.
inline constexpr MethodDef kSharedBytesMethods[] = {
    method<bytes_capitalize>("capitalize", "(self, /)", "First byte in upper case, the rest in lower case (ASCII)."),
    parsed_method<bytes_center>("center", "(self, width, fillchar=b' ', /)",
                                "B centered in a sequence of length width."),
    parsed_method<bytes_count>("count", "(self, sub, start=None, end=None, /)",
                               "Number of non-overlapping occurrences."),
    method<bytes_decode>("decode", "(self, encoding='utf-8', errors='strict')",
                         "Decode the bytes using the codec registered for encoding."),
    parsed_method<bytes_endswith>("endswith", "(self, suffix, start=None, end=None, /)", "Whether B ends with suffix."),
    method<bytes_expandtabs>("expandtabs", "(self, tabsize=8)", "Tabs replaced by spaces."),
    parsed_method<bytes_find>("find", "(self, sub, start=None, end=None, /)",
                              "Lowest index of sub in B[start:end], or -1."),
    class_method<bytes_fromhex>("fromhex", "(type, string, /)", "Bytes from hexadecimal digits, spaces allowed."),
    later_keywords(method<bytes_hex>("hex", "(self, sep=None, bytes_per_sep=1)",
                                     "Hexadecimal digits of the bytes, with sep after every bytes_per_sep bytes from\n"
                                     "the right (a negative number: from the left).")),
    parsed_method<bytes_index>("index", "(self, sub, start=None, end=None, /)",
                               "Like find(), but ValueError when not found."),
    method<bytes_isalnum>("isalnum", "(self, /)", "All bytes are ASCII letters or digits, and there is one."),
    method<bytes_isalpha>("isalpha", "(self, /)", "All bytes are ASCII letters, and there is one."),
    method<bytes_isascii>("isascii", "(self, /)", "All bytes are ASCII, or there is none."),
    method<bytes_isdigit>("isdigit", "(self, /)", "All bytes are ASCII digits, and there is one."),
    method<bytes_islower>("islower", "(self, /)", "All cased bytes are lower case, and there is one."),
    method<bytes_isspace>("isspace", "(self, /)", "All bytes are ASCII white space, and there is one."),
    method<bytes_istitle>("istitle", "(self, /)", "B is in title case."),
    method<bytes_isupper>("isupper", "(self, /)", "All cased bytes are upper case, and there is one."),
    method<bytes_join>("join", "(self, iterable_of_bytes, /)",
                       "Concatenate any number of bytes objects, B between them."),
    parsed_method<bytes_ljust>("ljust", "(self, width, fillchar=b' ', /)",
                               "B left-justified in a sequence of length width."),
    method<bytes_lower>("lower", "(self, /)", "ASCII letters in lower case."),
    method<bytes_lstrip>("lstrip", "(self, bytes=None, /)", "Without leading white space, or bytes in the argument."),
    parsed_static_method<bytes_maketrans>("maketrans", "(frm, to, /)", "A translation table for translate()."),
    method<bytes_partition>("partition", "(self, sep, /)", "The part before sep, sep, and the part after it."),
    method<bytes_removeprefix>("removeprefix", "(self, prefix, /)", "B without prefix, where it starts with it."),
    method<bytes_removesuffix>("removesuffix", "(self, suffix, /)", "B without suffix, where it ends with it."),
    method<bytes_replace>("replace", "(self, old, new, count=-1, /)",
                          "A copy with all occurrences of old replaced by new."),
    parsed_method<bytes_rfind>("rfind", "(self, sub, start=None, end=None, /)",
                               "Highest index of sub in B[start:end], or -1."),
    parsed_method<bytes_rindex>("rindex", "(self, sub, start=None, end=None, /)",
                                "Like rfind(), but ValueError when not found."),
    parsed_method<bytes_rjust>("rjust", "(self, width, fillchar=b' ', /)",
                               "B right-justified in a sequence of length width."),
    method<bytes_rpartition>("rpartition", "(self, sep, /)", "Like partition(), for the last occurrence of sep."),
    method<bytes_rsplit>("rsplit", "(self, sep=None, maxsplit=-1)", "List of the sections in B, from the end."),
    method<bytes_rstrip>("rstrip", "(self, bytes=None, /)", "Without trailing white space, or bytes in the argument."),
    method<bytes_split>("split", "(self, sep=None, maxsplit=-1)", "List of the sections in B, sep between them."),
    method<bytes_splitlines>("splitlines", "(self, keepends=False)", "List of the lines in B."),
    parsed_method<bytes_startswith>("startswith", "(self, prefix, start=None, end=None, /)",
                                    "Whether B starts with prefix."),
    method<bytes_strip>("strip", "(self, bytes=None, /)",
                        "Without white space, or bytes in the argument, at both ends."),
    method<bytes_swapcase>("swapcase", "(self, /)", "ASCII upper case to lower case and vice versa."),
    method<bytes_title>("title", "(self, /)", "Words start with ASCII upper case, the rest is in lower case."),
    method<bytes_translate>("translate", "(self, table, /, delete=b'')",
                            "Each byte mapped through table (256 bytes or None), bytes in delete left out."),
    method<bytes_upper>("upper", "(self, /)", "ASCII letters in upper case."),
    parsed_method<bytes_zfill>("zfill", "(self, width, /)", "B padded with zeros on the left, after the sign."),
};

// The shared rows and a type's own ones in one table.
template <size_t N>
consteval auto with_shared_bytes_methods(const MethodDef (&own)[N]) {
    constexpr size_t kShared = std::size(kSharedBytesMethods);
    return [&]<size_t... I>(std::index_sequence<I...>) {
        return std::array<MethodDef, kShared + N>{(I < kShared ? kSharedBytesMethods[I < kShared ? I : 0]
                                                               : own[I < kShared ? 0 : I - kShared])...};
    }(std::make_index_sequence<kShared + N>());
}

}  // namespace krait
