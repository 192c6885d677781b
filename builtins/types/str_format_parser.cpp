#include "builtins/types/str_format_parser.h"

#include "support/unicode_data.h"
#include "vm/error/raise.h"
#include "vm/object/str_units.h"
#include "vm/runtime/long_runs.h"

namespace krait {

bool FormatParser::fail(Thread& t, const char* message) {
    (void)raise(t, Exc::ValueError, "%s", message);
    failed_ = true;
    return false;
}

bool FormatParser::next(Thread& t, FormatChunk* chunk) {
    if (position_ >= end_) return false;
    *chunk = {};
    return visit_units(text_, [&](auto* text) { return step(t, text, chunk); });
}

// Doubled braces end a chunk, so that literal text is always one slice of the format string.
template <class Unit>
bool FormatParser::step(Thread& t, const Unit* text, FormatChunk* chunk) {
    size_t i = position_;
    chunk->literal.start = i;
    auto plain = [](Unit c) { return c != '{' && c != '}'; };
    if (KRAIT_LIKELY(end_ - i <= kPlacesPerLook)) {
        while (i < end_ && plain(text[i])) ++i;
    } else {
        Fallible<size_t> literal = end_of_run(t, text, i, end_, plain);
        if (literal.failed()) return failed_ = true, false;
        i = literal.take();
    }
    chunk->literal.end = position_ = i;
    if (i == end_) return true;
    Unit brace = text[i];
    bool last = i + 1 == end_;
    if (!last && text[i + 1] == brace) {
        chunk->literal.end = i + 1;
        position_ = i + 2;
        return true;
    }
    if (brace == '}') return fail(t, "Single '}' encountered in format string");
    if (last) return fail(t, "Single '{' encountered in format string");
    position_ = i + 1;
    chunk->has_field = true;
    if (text[position_] != '}') return field(t, text, chunk);
    ++position_;
    return true;
}

template <class Unit>
bool FormatParser::field(Thread& t, const Unit* text, FormatChunk* chunk) {
    if (!field_name(t, text, chunk)) return false;
    Unit c = text[position_++];
    if (c == '}') return true;
    chunk->spec = {position_, position_};
    if (c == '!') {
        if (position_ >= end_) return fail(t, "end of string while looking for conversion specifier");
        chunk->conversion = text[position_++];
        if (position_ < end_) {
            c = text[position_++];
            chunk->spec = {position_, position_};
            if (c == '}') return true;
            if (c != ':') return fail(t, "expected ':' after conversion specifier");
        }
    }
    return field_spec(t, text, chunk);
}

// Up to the '}', ':' or '!' behind the name.
template <class Unit>
bool FormatParser::field_name(Thread& t, const Unit* text, FormatChunk* chunk) {
    size_t i = position_;
    bool in_brackets = false, parts = false;
    uint32_t all = 0;
    Looks looks(t);
    for (; i < end_; ++i) {
        if (!looks.next()) return failed_ = true, false;
        Unit c = text[i];
        all |= c;
        if (c == '{' && !in_brackets) return fail(t, "unexpected '{' in field name");
        if (c == '[') in_brackets = parts = true;
        else if (c == ']') in_brackets = false;
        else if (c == '.') parts = true;
        else if (!in_brackets && (c == '}' || c == ':' || c == '!')) break;
    }
    if (i >= end_) return fail(t, "expected '}' before end of string");
    chunk->name = {position_, i};
    chunk->plain_name = i > position_ && !parts && all < 0x80 && (text[position_] < '0' || text[position_] > '9');
    position_ = i;
    return true;
}

template <class Unit>
bool FormatParser::field_spec(Thread& t, const Unit* text, FormatChunk* chunk) {
    chunk->spec.start = position_;
    size_t i = position_;
    Looks looks(t);
    for (size_t depth = 1; i < end_; ++i) {
        if (!looks.next()) return failed_ = true, false;
        Unit c = text[i];
        if (c == '{') {
            chunk->nested = true;
            ++depth;
        } else if (c == '}' && --depth == 0) {
            chunk->spec.end = i;
            position_ = i + 1;
            return true;
        }
    }
    return fail(t, "unmatched '{' in format spec");
}

// ------------------------------------------------------------------------------------------------ field names

bool FieldNameParser::fail(Thread& t, const char* message) {
    (void)raise(t, Exc::ValueError, "%s", message);
    failed_ = true;
    return false;
}

// *out: the number that the slice consists of, or -1.
bool FieldNameParser::integer(Thread& t, TextSlice slice, int64_t* out) {
    *out = -1;
    int64_t n = 0;
    Looks looks(t);
    for (size_t i = slice.start; i < slice.end; ++i) {
        if (!looks.next()) return failed_ = true, false;
        int digit = unicode::decimal_value(text_->at(i));
        if (digit < 0) return true;
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, digit, &n))
            return fail(t, "Too many decimal digits in format string");
    }
    if (!slice.empty()) *out = n;
    return true;
}

bool FieldNameParser::first(Thread& t, TextSlice* name, int64_t* index) {
    name->start = position_;
    while (position_ < end_ && text_->at(position_) != '.' && text_->at(position_) != '[') ++position_;
    name->end = position_;
    return integer(t, *name, index);
}

bool FieldNameParser::next(Thread& t, bool* is_attribute, TextSlice* name, int64_t* index) {
    if (position_ >= end_) return false;
    char32_t c = text_->at(position_++);
    name->start = position_;
    *index = -1;
    if (c == '.') {
        *is_attribute = true;
        while (position_ < end_ && text_->at(position_) != '.' && text_->at(position_) != '[') ++position_;
        name->end = position_;
    } else if (c == '[') {
        *is_attribute = false;
        while (position_ < end_ && text_->at(position_) != ']') ++position_;
        if (position_ >= end_) return fail(t, "Missing ']' in format string");
        name->end = position_++;
        if (!integer(t, *name, index)) return false;
    } else {
        return fail(t, "Only '.' or '[' may follow ']' in format field specifier");
    }
    if (name->empty()) return fail(t, "Empty attribute in format string");
    return true;
}

}  // namespace krait
