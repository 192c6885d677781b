// Small things that str, bytes and bytearray methods share.
#pragma once

#include <algorithm>

#include "vm/native/signature.h"
#include "vm/protocol/protocol.h"

namespace krait {

// One end of a [start, end) argument: None and missing mean `fallback`; __index__ is called; huge values are clamped.
inline Status slice_end_argument(Thread& t, Value v, int64_t fallback, int64_t* out) {
    if (v.is_unbound() || v.is_none()) {
        *out = fallback;
        return ok();
    }
    if (KRAIT_LIKELY(v.is_int())) {
        *out = v.as_int();
        return ok();
    }
    if (!is_int_like(v) && !type_of(t, v)->slots.index)
        return raise(t, Exc::TypeError, "slice indices must be integers or None or have an __index__ method");
    *out = TRY(index_clamped(t, v));
    return ok();
}

struct TextRange {
    int64_t start = 0, end = INT64_MAX;
};
// Reads both ends; apply() to the length known after that (__index__ may have changed it).
inline Fallible<TextRange> range_arguments(Thread& t, Value start, Value end) {
    TextRange range;
    TRY(slice_end_argument(t, start, 0, &range.start));
    TRY(slice_end_argument(t, end, INT64_MAX, &range.end));
    return range;
}
// As s[start:end] is adjusted, but start may lie beyond the end (nothing is found there then).
inline void adjust_range(TextRange* range, size_t length) {
    int64_t n = static_cast<int64_t>(length);
    if (range->end > n) range->end = n;
    else if (range->end < 0) range->end = std::max<int64_t>(range->end + n, 0);
    if (range->start < 0) range->start = std::max<int64_t>(range->start + n, 0);
}

// An optional count argument: negative means no limit.
inline size_t limit_of(Optional<int64_t> count) {
    return !count.has_value || count.value < 0 ? SIZE_MAX : static_cast<size_t>(count.value);
}

// Temporary memory of the heap.
class HeapBuffer {
  public:
    explicit HeapBuffer(Thread& t) : thread_(t) {}
    ~HeapBuffer() {
        if (data_) thread_.heap.free_buffer(data_, bytes_);
    }
    HeapBuffer(const HeapBuffer&) = delete;
    HeapBuffer& operator=(const HeapBuffer&) = delete;
    Status allocate(size_t bytes) {
        data_ = static_cast<char*>(thread_.heap.allocate_buffer(bytes ? bytes : 1));
        bytes_ = bytes ? bytes : 1;
        if (!data_) return raise_memory_error(thread_);
        return ok();
    }
    char* data() const { return data_; }
    size_t size() const { return bytes_; }

  private:
    Thread& thread_;
    char* data_ = nullptr;
    size_t bytes_ = 0;
};

// Growing bytes, like StrBuilder for text: the time limit is looked at while many are written.
class ByteBuilder {
  public:
    explicit ByteBuilder(Thread& t) : thread_(t) {}
    ~ByteBuilder() {
        if (data_) thread_.heap.free_buffer(data_, capacity_);
    }
    ByteBuilder(const ByteBuilder&) = delete;
    ByteBuilder& operator=(const ByteBuilder&) = delete;
    Status append(std::string_view bytes) {
        if (bytes.empty()) return ok();
        TRY(reserve(bytes.size()));
        __builtin_memcpy(data_ + length_, bytes.data(), bytes.size());
        length_ += bytes.size();
        return ok();
    }
    Status append_ascii(std::string_view ascii) { return append(ascii); }
    Status append_byte(uint8_t byte) {
        if (KRAIT_UNLIKELY(length_ == room_)) TRY(make_room(length_ + 1));
        data_[length_++] = static_cast<char>(byte);
        return ok();
    }
    Status append_fill(char byte, size_t count) {
        TRY(reserve(count));
        if (count) __builtin_memset(data_ + length_, byte, count);
        length_ += count;
        return ok();
    }
    // Room that may be written to behind the end (grow()).
    Status reserve(size_t more) {
        size_t needed = length_ + more;
        return KRAIT_LIKELY(more <= room_ - length_) ? ok() : make_room(needed < more ? SIZE_MAX : needed);
    }
    // Memory for so many more; they are appended.
    Status expect(size_t more);
    std::string_view view() const { return {data_, length_}; }
    char* data() { return data_; }
    size_t length() const { return length_; }
    void truncate(size_t length) { length_ = length; }
    void grow(size_t more) { length_ += more; }   // bytes written behind the end, into reserved room
    Ref finish() { return bytes_from(thread_, view()); }

  private:
    Status make_room(size_t needed);
    Status acquire(size_t capacity);
    Thread& thread_;
    char* data_ = nullptr;
    size_t length_ = 0, capacity_ = 0;
    size_t room_ = 0;   // what may be filled without another look
};

}  // namespace krait
