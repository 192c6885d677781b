// StrBuilder: text growing in the narrowest unit so far. Memory is the heap's, so limits hold while it grows.
#include <algorithm>
#include <cstring>

#include "support/int_text.h"
#include "support/utf8.h"
#include "vm/error/raise.h"
#include "vm/object/str_units.h"
#include "vm/runtime/limits.h"

namespace krait {

// Back to the inline buffer.
void StrBuilder::release() {
    if (data_ != inline_) thread_.heap.free_buffer(data_, capacity_ * unit_);
    data_ = inline_;
    capacity_ = room_ = kInlineBytes;
    length_ = 0;
    unit_ = 1;
    max_ = 0;
}

// There is memory for `needed` characters.
Status StrBuilder::next_stretch(size_t needed) {
    room_ = std::min(capacity_, needed + kPlacesPerLook);
    return needed > kPlacesPerLook ? check_deadline(thread_) : ok();
}

Status StrBuilder::reserve(size_t more, char32_t max_char) {
    unsigned unit = std::max(unit_, unit_for(max_char));
    size_t needed;
    if (__builtin_add_overflow(length_, more, &needed) || needed > (size_t{1} << 58))
        return raise_memory_error(thread_);
    if (KRAIT_LIKELY(needed <= room_ && unit == unit_)) return ok();
    if (needed <= capacity_ && unit == unit_) return next_stretch(needed);
    bool inside = data_ == inline_;
    if (inside && needed * unit <= kInlineBytes) {   // wider units, still in place
        char narrow[kInlineBytes];
        std::memcpy(narrow, inline_, length_ * unit_);
        widen_units(inline_, unit, narrow, unit_, length_);
        unit_ = unit;
        capacity_ = room_ = kInlineBytes / unit;
        return ok();
    }
    // A long first piece is most often the only one.
    size_t spare = length_ == 0 && needed > kPlacesPerLook ? 0 : needed / 2;
    size_t capacity = needed > capacity_ ? needed + spare : capacity_;
    if (unit == unit_ && !inside) {
        void* moved = thread_.heap.resize_buffer(data_, capacity_ * unit_, capacity * unit);
        if (!moved && capacity > needed)
            moved = thread_.heap.resize_buffer(data_, capacity_ * unit_, (capacity = needed) * unit);
        if (!moved) return raise_memory_error(thread_);
        data_ = static_cast<char*>(moved);
        capacity_ = capacity;
        return next_stretch(needed);
    }
    auto* fresh = static_cast<char*>(thread_.heap.allocate_buffer(capacity * unit));
    if (!fresh) return raise_memory_error(thread_);
    widen_units(fresh, unit, data_, unit_, length_);
    if (!inside) thread_.heap.free_buffer(data_, capacity_ * unit_);
    data_ = fresh;
    capacity_ = capacity;
    unit_ = unit;
    return next_stretch(needed);
}

Status StrBuilder::append(const StrObject* s) { return append(s, 0, s->length); }

Status StrBuilder::append(const StrObject* s, size_t start, size_t end) {
    if (start >= end) return ok();
    if (KRAIT_LIKELY(unit_ == 1 && s->ascii() && end - start <= room_ - length_)) {
        copy_short(data_ + length_, s->data + start, end - start);
        length_ += end - start;
        return ok();
    }
    char32_t bound = max_char_bound(s);
    const char* from = s->data + start * s->unit();
    bool wider = unit_for(bound) > unit_for(max_) || (bound >= 0x80 && max_ < 0x80);
    if (end - start != s->length && wider) bound = max_char_of(from, s->unit(), end - start);
    TRY(reserve(end - start, bound));
    widen_units(data_ + length_ * unit_, unit_, from, s->unit(), end - start);
    length_ += end - start;
    max_ = std::max(max_, bound);
    return ok();
}

Status StrBuilder::append_char(char32_t c) {
    if (KRAIT_LIKELY(unit_ == 1 && c < 0x100 && length_ < room_)) {
        data_[length_++] = static_cast<char>(c);
        max_ = std::max(max_, c);
        return ok();
    }
    TRY(reserve(1, c));
    visit_units(static_cast<void*>(data_), unit_,
                [&](auto* p) { p[length_] = static_cast<std::remove_reference_t<decltype(*p)>>(c); });
    ++length_;
    max_ = std::max(max_, c);
    return ok();
}

Status StrBuilder::append_ascii(std::string_view ascii) {
    if (ascii.empty()) return ok();
    if (KRAIT_LIKELY(unit_ == 1 && ascii.size() <= room_ - length_)) {
        copy_short(data_ + length_, ascii.data(), ascii.size());
        length_ += ascii.size();
        return ok();
    }
    TRY(reserve(ascii.size(), 0));
    widen_units(data_ + length_ * unit_, unit_, ascii.data(), 1, ascii.size());
    length_ += ascii.size();
    return ok();
}

Status StrBuilder::append_utf8(std::string_view utf8) {
    for (size_t i = 0; i < utf8.size();) {
        size_t plain = ascii_prefix(utf8.substr(i));
        TRY(append_ascii(utf8.substr(i, plain)));
        i += plain;
        if (i >= utf8.size()) break;
        Utf8Char c = utf8_decode_one(utf8, i, Surrogates::Pass);
        TRY(append_char(c.fault == Utf8Fault::None ? c.code : U'\uFFFD'));
        i += c.length ? c.length : 1;
    }
    return ok();
}

Status StrBuilder::append_fill(char32_t c, size_t count) {
    if (count == 0) return ok();
    if (KRAIT_LIKELY(unit_ == 1 && c < 0x80 && count <= room_ - length_)) {
        char* end = data_ + length_;
        length_ += count;
        if (count > 16) std::memset(end, static_cast<int>(c), count);
        else while (count) end[--count] = static_cast<char>(c);
        return ok();
    }
    TRY(reserve(count, c));
    visit_units(static_cast<void*>(data_), unit_, [&](auto* p) {
        using Unit = std::remove_reference_t<decltype(*p)>;
        std::fill_n(p + length_, count, static_cast<Unit>(c));
    });
    length_ += count;
    max_ = std::max(max_, c);
    return ok();
}

Status StrBuilder::append_decimal(int64_t n) { return append_ascii(DecimalText(n).view()); }

Ref StrBuilder::finish() {
    if (KRAIT_UNLIKELY(length_ > kPlacesPerLook)) TRY(check_deadline(thread_));
    Ref result;
    if (KRAIT_LIKELY(unit_ == 1 && max_ < 0x80)) {
        result = str_from_ascii(thread_, {data_, length_});
    } else {
        RefTo<StrObject> s = str_new_uninitialised(thread_, length_, max_);
        if (s) narrow_units(s->data, s->unit(), data_, unit_, length_);
        result = std::move(s);
    }
    release();
    return result;
}

}  // namespace krait
