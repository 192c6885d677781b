#include "builtins/types/str_format_parser.h"

#include "support/unicode_data.h"
#include "vm/error/raise.h"

namespace krait {

bool FormatParser::fail(Thread& t, const char* message) {
    (void)raise(t, Exc::ValueError, "%s", message);
    failed_ = true;
    return false;
}

// Doubled braces end a chunk, so that literal text is always one slice of the format string.
bool FormatParser::next(Thread& t, FormatChunk* chunk) {
    if (position_ >= end_) return false;
    *chunk = {};
    chunk->literal.start = position_;
    size_t i = position_;
    if (text_->ascii()) {
        const uint8_t* p = text_->u8();
        while (i < end_ && p[i] != '{' && p[i] != '}') ++i;
    } else {
        while (i < end_ && text_->at(i) != '{' && text_->at(i) != '}') ++i;
    }
    chunk->literal.end = position_ = i;
    if (i == end_) return true;
    char32_t brace = text_->at(i);
    bool last = i + 1 == end_;
    if (!last && text_->at(i + 1) == brace) {
        chunk->literal.end = i + 1;
        position_ = i + 2;
        return true;
    }
    if (brace == '}') return fail(t, "Single '}' encountered in format string");
    if (last) return fail(t, "Single '{' encountered in format string");
    position_ = i + 1;
    chunk->has_field = true;
    return field(t, chunk);
}

bool FormatParser::field(Thread& t, FormatChunk* chunk) {
    chunk->name.start = position_;
    bool in_brackets = false;
    char32_t c = 0;
    for (; position_ < end_; ++position_) {
        c = text_->at(position_);
        if (c == '{' && !in_brackets) return fail(t, "unexpected '{' in field name");
        if (c == '[') in_brackets = true;
        else if (c == ']') in_brackets = false;
        else if (!in_brackets && (c == '}' || c == ':' || c == '!')) break;
    }
    if (position_ >= end_) return fail(t, "expected '}' before end of string");
    chunk->name.end = position_++;
    chunk->spec = {position_, position_};
    if (c == '}') return true;
    if (c == '!') {
        if (position_ >= end_) return fail(t, "end of string while looking for conversion specifier");
        chunk->conversion = text_->at(position_++);
        if (position_ < end_) {
            c = text_->at(position_++);
            chunk->spec = {position_, position_};
            if (c == '}') return true;
            if (c != ':') return fail(t, "expected ':' after conversion specifier");
        }
    }
    return field_spec(t, chunk);
}

bool FormatParser::field_spec(Thread& t, FormatChunk* chunk) {
    chunk->spec.start = position_;
    for (size_t depth = 1; position_ < end_; ++position_) {
        char32_t c = text_->at(position_);
        if (c == '{') {
            chunk->nested = true;
            ++depth;
        } else if (c == '}' && --depth == 0) {
            chunk->spec.end = position_++;
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
    for (size_t i = slice.start; i < slice.end; ++i) {
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
