// Searching text and bytes: memchr and memmem for narrow text; otherwise a plain search that gives way to the two-way
// algorithm when it has to compare too much. Always linear; the time limit is looked at in long texts.
#pragma once

#include "vm/object/str_object.h"

namespace krait {

struct UnitSpan {
    const void* data;
    size_t length;
    unsigned unit;
};
inline UnitSpan span_of(const StrObject* s) { return {s->data, s->length, s->unit()}; }
inline UnitSpan span_of(std::string_view bytes) { return {bytes.data(), bytes.size(), 1}; }

// A needle brought to the width of the text to be searched. Both must stay alive and unchanged.
class Searcher {
  public:
    Searcher(Thread&, UnitSpan hay, UnitSpan needle);
    ~Searcher();
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;
    bool failed() const { return failed_; }                      // MemoryError pending
    size_t needle_length() const { return length_; }
    // Index or -1; an empty needle is found at `start`. Fails when the time limit passes.
    Fallible<int64_t> find(size_t start, size_t end) const { return unless_stopped(place(start, end)); }
    Fallible<int64_t> rfind(size_t start, size_t end) const { return unless_stopped(rplace(start, end)); }
    // The places from *start on, which is moved behind the last, or the end: `most` at most; not overlapping; the needle
    // is not empty. `places` may be null.
    Fallible<size_t> find_all(size_t* start, size_t end, size_t most, size_t* places) const;
    Fallible<size_t> count(size_t start, size_t end, size_t most) const { return find_all(&start, end, most, nullptr); }

    static constexpr int64_t kStopped = -2;

  private:
    static Fallible<int64_t> unless_stopped(int64_t place) {
        if (KRAIT_UNLIKELY(place == kStopped)) return Failed{};
        return place;
    }
    int64_t place(size_t start, size_t end) const;   // ... or kStopped
    int64_t rplace(size_t start, size_t end) const;
    Thread& thread_;
    UnitSpan hay_;
    const void* needle_;
    size_t length_;
    void* widened_ = nullptr;
    size_t widened_bytes_ = 0;
    bool impossible_ = false, failed_ = false;
    alignas(8) char small_[64];
};

}  // namespace krait
