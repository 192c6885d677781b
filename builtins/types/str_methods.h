// Functions behind the rows of str's method table (str_type.cpp), by source file.
#pragma once

#include "builtins/types/text_support.h"
#include "vm/native/parsed_method.h"

namespace krait {

// --- str_methods_find.cpp
Fallible<int64_t> str_find(Thread&, StrObject* self, Value sub, Value start, Value end);
Fallible<int64_t> str_rfind(Thread&, StrObject* self, Value sub, Value start, Value end);
Fallible<int64_t> str_index(Thread&, StrObject* self, Value sub, Value start, Value end);
Fallible<int64_t> str_rindex(Thread&, StrObject* self, Value sub, Value start, Value end);
Fallible<int64_t> str_count(Thread&, StrObject* self, Value sub, Value start, Value end);
Fallible<bool> str_startswith(Thread&, StrObject* self, Value prefix, Value start, Value end);
Fallible<bool> str_endswith(Thread&, StrObject* self, Value suffix, Value start, Value end);
// Whether `part` stands at a place of `text` where there is room for it.
Fallible<bool> str_stands_at(Thread&, const StrObject* text, size_t at, const StrObject* part);
Ref str_replace(Thread&, StrObject* self, StrObject* old_text, StrObject* new_text, Optional<int64_t> count);
Ref str_translate(Thread&, StrObject* self, Value table);
Ref str_maketrans(Thread&, Value x, Value y, Value z);
int str_contains(Thread&, Value self, Value item);

// --- str_methods_split.cpp
Ref str_split(Thread&, StrObject* self, Value sep, Optional<int64_t> maxsplit);
Ref str_rsplit(Thread&, StrObject* self, Value sep, Optional<int64_t> maxsplit);
Ref str_splitlines(Thread&, StrObject* self, Value keepends);
Ref str_partition(Thread&, StrObject* self, Value sep);
Ref str_rpartition(Thread&, StrObject* self, Value sep);
Ref str_join(Thread&, StrObject* self, Value iterable);
Ref str_strip(Thread&, StrObject* self, Value chars);
Ref str_lstrip(Thread&, StrObject* self, Value chars);
Ref str_rstrip(Thread&, StrObject* self, Value chars);

// --- str_methods_case.cpp
Ref str_upper(Thread&, StrObject* self);
Ref str_lower(Thread&, StrObject* self);
Ref str_title(Thread&, StrObject* self);
Ref str_capitalize(Thread&, StrObject* self);
Ref str_swapcase(Thread&, StrObject* self);
Ref str_casefold(Thread&, StrObject* self);
Value str_isalpha(Thread&, StrObject* self);
Value str_isalnum(Thread&, StrObject* self);
Value str_isdecimal(Thread&, StrObject* self);
Value str_isdigit(Thread&, StrObject* self);
Value str_isnumeric(Thread&, StrObject* self);
Value str_isspace(Thread&, StrObject* self);
Value str_isprintable(Thread&, StrObject* self);
Value str_isupper(Thread&, StrObject* self);
Value str_islower(Thread&, StrObject* self);
Value str_istitle(Thread&, StrObject* self);
Value str_isidentifier(Thread&, StrObject* self);

// --- str_methods_pad.cpp
Ref str_center(Thread&, StrObject* self, int64_t width, Value fillchar);
Ref str_ljust(Thread&, StrObject* self, int64_t width, Value fillchar);
Ref str_rjust(Thread&, StrObject* self, int64_t width, Value fillchar);
Ref str_zfill(Thread&, StrObject* self, int64_t width);
Ref str_expandtabs(Thread&, StrObject* self, Value tabsize);

// --- affixes.cpp
Ref str_removeprefix(Thread&, StrObject* self, StrObject* prefix);
Ref str_removesuffix(Thread&, StrObject* self, StrObject* suffix);
Value str_isascii(Thread&, StrObject* self);

// --- str_repr.cpp
Ref str_repr_text(Thread&, StrObject*);              // repr of a str

// --- str_format.cpp, str_percent.cpp, bytes_percent.cpp
Ref str_format(Thread&, StrObject* self, Value kwargs, Args args);
Ref str_format_map(Thread&, StrObject* self, Value mapping);
Ref str_percent(Thread&, StrObject* format, Value values);
// Formatting that changes nothing gives the str it began with: a format without values, or its only value.
inline Ref format_result(Ref made, Value format, Value only_value, bool no_values) {
    Value source = no_values ? format : is_kind(only_value, Kind::Str) ? only_value : Value::none();
    if (made.failed() || source.is_none()) return made;
    return str_equal_nocall(made.as<StrObject>(), source.as<StrObject>()) ? own(source) : std::move(made);
}
Ref bytes_percent(Thread&, std::string_view format, Value values, bool bytearray);

}  // namespace krait
