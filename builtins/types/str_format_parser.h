// The grammar of str.format: literal text, replacement fields, field names. Shared by str.format and module _string.
#pragma once

#include "vm/object/str_object.h"

namespace krait {

struct TextSlice {
    size_t start = 0, end = 0;
    bool empty() const { return start == end; }
};

// One step through a format string: literal text and, after it, a field or the end.
struct FormatChunk {
    TextSlice literal;
    bool has_field = false;
    TextSlice name, spec;
    char32_t conversion = 0;
    bool nested = false;          // the spec has fields of its own
    bool plain_name = false;      // ASCII that begins no number, without '.' and '['
};

class FormatParser {
  public:
    FormatParser(StrObject* text, TextSlice range) : text_(text), position_(range.start), end_(range.end) {}
    // False at the end, or with ValueError pending: see failed().
    bool next(Thread&, FormatChunk*);
    bool failed() const { return failed_; }

  private:
    bool fail(Thread&, const char* message);
    template <class Unit>
    bool step(Thread&, const Unit* text, FormatChunk*);
    template <class Unit>
    bool field(Thread&, const Unit* text, FormatChunk*);
    template <class Unit>
    bool field_name(Thread&, const Unit* text, FormatChunk*);
    template <class Unit>
    bool field_spec(Thread&, const Unit* text, FormatChunk*);

    StrObject* text_;
    size_t position_, end_;
    bool failed_ = false;
};

// first[.attribute | [index]]*
class FieldNameParser {
  public:
    FieldNameParser(StrObject* text, TextSlice range) : text_(text), position_(range.start), end_(range.end) {}
    // The part before '.' or '['. *index is the number it stands for, or -1. False: ValueError.
    bool first(Thread&, TextSlice* name, int64_t* index);
    // One accessor; false at the end or on an error.
    bool next(Thread&, bool* is_attribute, TextSlice* name, int64_t* index);
    bool failed() const { return failed_; }
    bool at_end() const { return position_ >= end_; }

  private:
    bool fail(Thread&, const char* message);
    bool integer(Thread&, TextSlice, int64_t* out);

    StrObject* text_;
    size_t position_, end_;
    bool failed_ = false;
};

}  // namespace krait
