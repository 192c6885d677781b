// str: immutable text in 1, 2 or 4 bytes per character, the narrowest that fits (canonical: equality is memcmp).
// ASCII text is its own UTF-8. Also bytes and bytearray layouts.
#pragma once

#include <string>
#include <string_view>

#include "vm/object/layouts.h"

namespace krait {

struct StrObject : Object {     // aux: bits 0-2 unit size (1, 2, 4), bit 3 ASCII
    uint64_t length;            // characters
    uint64_t hash;              // 0: not computed yet
    char data[8];               // units follow; one NUL unit behind the text

    unsigned unit() const { return aux & 7; }
    bool ascii() const { return (aux & 8) != 0; }
    const uint8_t* u8() const { return reinterpret_cast<const uint8_t*>(data); }
    const uint16_t* u16() const { return reinterpret_cast<const uint16_t*>(data); }
    const uint32_t* u32() const { return reinterpret_cast<const uint32_t*>(data); }
    char32_t at(size_t i) const { return unit() == 1 ? u8()[i] : unit() == 2 ? u16()[i] : u32()[i]; }
    size_t byte_size() const { return length * unit(); }
    std::string_view ascii_view() const { return {data, length}; }   // only when ascii()
};
constexpr size_t kStrHeaderSize = 32;

struct BytesObject : Object {
    uint64_t length;
    uint64_t hash;              // 0: not computed yet
    char data[8];               // one NUL behind
    std::string_view view() const { return {data, length}; }
};
struct ByteArrayObject : Object {
    char* data;                 // heap.allocate_buffer; null when capacity == 0
    uint64_t length, capacity;
    uint64_t exports;           // memoryviews on it: resizing is BufferError while > 0
    std::string_view view() const { return {data ? data : "", length}; }
};

// --- creation (vm/object/str_object.cpp)
Ref str_from_utf8(Thread&, std::string_view utf8);        // must be valid (WTF-8: surrogates allowed)
Ref str_from_ascii(Thread&, std::string_view ascii);
Ref str_from_latin1(Thread&, std::string_view latin1);
Ref str_from_ucs4(Thread&, const char32_t* text, size_t n);   // narrows
Ref str_from_char(Thread&, char32_t c);                   // one character; ASCII ones shared per interpreter
RefTo<StrObject> str_new_uninitialised(Thread&, size_t length, char32_t max_char);   // fill all units
Ref str_substring(Thread&, StrObject*, size_t start, size_t end);   // narrows; the whole string: same object
Ref str_concat(Thread&, StrObject*, StrObject*);
// Appends to an exact, not interned str whose only reference the caller gives up; owned result. On ERROR it keeps it.
Value str_append(Thread&, Value text, StrObject* piece);
Ref str_format_c(Thread&, const char* format, ...) __attribute__((format(printf, 2, 3)));   // UTF-8 result

// --- access
std::string str_to_utf8(const StrObject*);                // surrogates as WTF-8 (for messages and the host)
Fallible<std::string> str_to_utf8_strict(Thread&, StrObject*);   // UnicodeEncodeError on surrogates
bool str_equal_nocall(const StrObject*, const StrObject*);
int str_compare_nocall(const StrObject*, const StrObject*);    // <0, 0, >0 by code point
bool str_equals_ascii(const StrObject*, std::string_view ascii);
uint64_t str_hash(Thread&, StrObject*);                   // never 0; cached
int64_t str_find_char(const StrObject*, char32_t, size_t start, size_t end);   // -1: absent

// --- interning (per interpreter; all attribute and variable names are interned)
StrObject* intern(Thread&, StrObject*);                   // borrowed: the table's own, or null on MemoryError
StrObject* intern_utf8(Thread&, std::string_view utf8);   // borrowed, or null on MemoryError (exception pending)

// --- bytes
Ref bytes_from(Thread&, std::string_view);
RefTo<BytesObject> bytes_new_uninitialised(Thread&, size_t length);
Ref bytearray_from(Thread&, std::string_view);

uint64_t bytes_hash(Thread&, BytesObject*);               // never 0; as str_hash for ASCII text
// Room for `length` bytes and the length set (new bytes are undefined). BufferError while exported.
Status bytearray_resize(Thread&, ByteArrayObject*, size_t length);
Ref bytearray_new_subclass(Thread&, TypeObject*, std::string_view);
Ref bytes_new_subclass(Thread&, TypeObject*, std::string_view);
Ref str_new_subclass(Thread&, TypeObject*, StrObject* text);    // instance of a str subclass with this text
inline BytesObject* as_bytes(Value v) { return layout_is(v, Kind::Bytes) ? v.as<BytesObject>() : nullptr; }
inline ByteArrayObject* as_bytearray(Value v) {
    return layout_is(v, Kind::ByteArray) ? v.as<ByteArrayObject>() : nullptr;
}

// --- deallocation
void str_dealloc(Interpreter&, Object*);
void bytes_dealloc(Interpreter&, Object*);
void bytearray_dealloc(Interpreter&, Object*);

// Growing text: for join, format, repr. Keeps the narrowest unit so far. Short text stays in the builder itself; more
// than that is counted as memory, and the time limit is looked at while a long one is written.
class StrBuilder {
  public:
    explicit StrBuilder(Thread& t) : thread_(t) {}
    ~StrBuilder() {
        if (KRAIT_UNLIKELY(data_ != inline_)) release();
    }
    StrBuilder(const StrBuilder&) = delete;
    StrBuilder& operator=(const StrBuilder&) = delete;
    Status append(const StrObject*);
    Status append(const StrObject*, size_t start, size_t end);
    Status append_char(char32_t);
    Status append_ascii(std::string_view);
    Status append_utf8(std::string_view);
    Status append_fill(char32_t, size_t count);
    Status append_decimal(int64_t);
    size_t length() const { return length_; }
    Ref finish();                                          // the str; the builder is empty afterwards

  private:
    static constexpr size_t kInlineBytes = 120;
    Status reserve(size_t more, char32_t max_char);
    Status next_stretch(size_t needed);
    void release();
    Thread& thread_;
    char* data_ = inline_;
    size_t length_ = 0, capacity_ = kInlineBytes;   // characters
    size_t room_ = kInlineBytes;                    // what may be filled of that without another look
    unsigned unit_ = 1;
    char32_t max_ = 0;
    char inline_[kInlineBytes];
};

}  // namespace krait
