// _sre: one text under search: its memory, its polls, its results.
#include <algorithm>

#include "builtins/modules/sre_matcher.h"
#include "vm/object/str_units.h"

namespace krait::sre {

namespace {

constexpr int64_t kFuel = 4096;  // work between two charges

}  // namespace

Matching::Matching(Thread& t, PatternObject* pattern, const Subject& subject, int64_t from, int64_t to)
    : start(from),
      end(to),
      ptr(from),
      pos(from),
      thread_(t),
      program_(pattern->program),
      data_(subject.data()),
      unit_(subject.unit()),
      marks_(inline_marks_),
      stack_(inline_stack_),
      capacity_(std::size(inline_stack_)),
      fuel_(kFuel) {}

Matching::~Matching() {
    if (marks_ != inline_marks_ && marks_) thread_.heap.free_buffer(marks_, size_t{program_.mark_count} * 8);
    if (stack_ != inline_stack_) thread_.heap.free_buffer(stack_, capacity_ * 8);
}

Status Matching::prepare() {
    if (program_.mark_count <= std::size(inline_marks_)) return ok();
    marks_ = static_cast<int64_t*>(thread_.heap.allocate_buffer(size_t{program_.mark_count} * 8));
    if (!marks_) return raise_memory_error(thread_);
    return ok();
}

bool Matching::grow(size_t words) {
    size_t capacity = std::max(words, capacity_ * 2);
    void* moved = stack_ == inline_stack_ ? thread_.heap.allocate_buffer(capacity * 8)
                                          : thread_.heap.resize_buffer(stack_, capacity_ * 8, capacity * 8);
    if (!moved) return false;
    if (stack_ == inline_stack_) std::memcpy(moved, inline_stack_, sizeof(inline_stack_));
    stack_ = static_cast<uint64_t*>(moved);
    capacity_ = capacity;
    return true;
}

Status Matching::poll() {
    size_t work = static_cast<size_t>(kFuel - fuel_);
    fuel_ = kFuel;
    return charge_work(thread_, work);
}

template <class F>
static Fallible<bool> with_unit(unsigned unit, F&& f) {
    switch (unit) {
        case 1: return f(uint8_t{});
        case 2: return f(uint16_t{});
        default: return f(uint32_t{});
    }
}

Fallible<bool> Matching::search() {
    reset();
    ptr = start;
    return with_unit(unit_, [&]<class T>(T) { return Matcher<T>(*this).search(); });
}

Fallible<bool> Matching::match(bool whole) {
    reset();
    ptr = start;
    return with_unit(unit_, [&]<class T>(T) -> Fallible<bool> {
        Matcher<T> matcher(*this);
        matcher.set_whole(whole);
        if (start <= end && end - start < program_.min_width) return false;
        return matcher.attempt(0, start, start);
    });
}

bool Matching::group_span(int64_t group, int64_t* from, int64_t* to) const {
    if (group == 0) {
        *from = start;
        *to = ptr;
        return true;
    }
    int64_t i = (group - 1) * 2;
    if (i + 1 > lastmark || marks_[i] < 0 || marks_[i + 1] < 0) return false;
    *from = marks_[i];
    *to = marks_[i + 1];
    return true;
}

void clamp_range(int64_t length, int64_t* pos, int64_t* endpos) {
    *pos = std::clamp<int64_t>(*pos, 0, length);
    *endpos = std::clamp<int64_t>(*endpos, 0, length);
}

// ------------------------------------------------------------------------------------------------ subjects

Fallible<Subject> Subject::open(Thread& t, Value string) {
    Subject s;
    s.string_ = own(string);
    if (StrObject* text = as_str(string)) {
        s.data_ = text->data;
        s.unit_ = text->unit();
        s.length_ = static_cast<int64_t>(text->length);
        return s;
    }
    s.bytes_ = true;
    if (is_kind(string, Kind::Bytes)) {
        s.data_ = string.as<BytesObject>()->data;
        s.length_ = static_cast<int64_t>(string.as<BytesObject>()->length);
        return s;
    }
    Fallible<BufferView> view = has_buffer(t, string) ? get_buffer(t, string) : Fallible<BufferView>(Failed{});
    if (view.failed()) {
        if (t.has_exception()) clear_exception(t);
        return raise(t, Exc::TypeError, "expected string or bytes-like object");
    }
    s.view_ = std::move(view.value());
    s.data_ = s.view_.data() ? s.view_.data() : "";
    s.length_ = static_cast<int64_t>(s.view_.size());
    return s;
}

Fallible<Subject> Subject::open_for(Thread& t, PatternObject* pattern, Value string) {
    Subject s = TRY(open(t, string));
    if (s.bytes_ && pattern->is_bytes == 0)
        return raise(t, Exc::TypeError, "cannot use a string pattern on a bytes-like object");
    if (!s.bytes_ && pattern->is_bytes > 0)
        return raise(t, Exc::TypeError, "cannot use a bytes pattern on a string-like object");
    return s;
}

Ref Subject::slice(Thread& t, int64_t from, int64_t to) const {
    from = std::min(from, length_);
    to = std::clamp(to, from, length_);
    if (!bytes_) {
        StrObject* text = string_.as<StrObject>();
        bool whole = from == 0 && to == length_ && !is_kind(string_, Kind::Str);
        if (whole) return str_from_units(t, text->data, text->unit(), text->length);
        return str_substring(t, text, static_cast<size_t>(from), static_cast<size_t>(to));
    }
    if (from == 0 && to == length_ && is_kind(string_, Kind::Bytes)) return string_.copy();
    return bytes_from(t, {static_cast<const char*>(data_) + from, static_cast<size_t>(to - from)});
}

}  // namespace krait::sre
