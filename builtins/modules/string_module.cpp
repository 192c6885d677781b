// Module _string: the parsers of str.format for string.Formatter.
#include "builtins/types/str_format_parser.h"
#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

Fallible<StrObject*> expect_str(Thread& t, Value v) {
    if (StrObject* text = as_str(v)) return text;
    return raise(t, Exc::TypeError, "expected str, got %s", type_name_of(t, v));
}

Ref slice(Thread& t, StrObject* text, TextSlice s) { return str_substring(t, text, s.start, s.end); }

Ref chunk_tuple(Thread& t, StrObject* text, const FormatChunk& chunk) {
    Ref literal = TRY(slice(t, text, chunk.literal));
    if (!chunk.has_field) return tuple_pack(t, {literal, Value::none(), Value::none(), Value::none()});
    Ref name = TRY(slice(t, text, chunk.name)), spec = TRY(slice(t, text, chunk.spec));
    Ref conversion = TRY(chunk.conversion ? str_from_char(t, chunk.conversion) : own(Value::none()));
    return tuple_pack(t, {literal, name, spec, conversion});
}

// An iterator of (literal, field_name, format_spec, conversion).
Ref formatter_parser(Thread& t, Value format) {
    StrObject* text = TRY(expect_str(t, format));
    RefTo<ListObject> chunks = TRY(list_new(t));
    FormatParser parser(text, {0, text->length});
    FormatChunk chunk;
    while (parser.next(t, &chunk)) {
        Ref tuple = TRY(chunk_tuple(t, text, chunk));
        TRY(list_append(t, chunks.get(), tuple));
    }
    if (parser.failed()) return Failed{};
    return get_iterator(t, chunks.value());
}

Ref accessor_tuple(Thread& t, StrObject* text, bool is_attribute, TextSlice name, int64_t index) {
    Ref key = TRY(index >= 0 ? make_int(t, index) : slice(t, text, name));
    return tuple_pack(t, {Value::boolean(is_attribute), key});
}

Ref formatter_field_name_split(Thread& t, Value field_name) {
    StrObject* text = TRY(expect_str(t, field_name));
    FieldNameParser parser(text, {0, text->length});
    TextSlice name;
    int64_t index;
    if (!parser.first(t, &name, &index)) return Failed{};
    Ref first = TRY(index >= 0 ? make_int(t, index) : slice(t, text, name));
    RefTo<ListObject> rest = TRY(list_new(t));
    bool is_attribute;
    while (parser.next(t, &is_attribute, &name, &index)) {
        Ref accessor = TRY(accessor_tuple(t, text, is_attribute, name, index));
        TRY(list_append(t, rest.get(), accessor));
    }
    if (parser.failed()) return Failed{};
    Ref iterator = TRY(get_iterator(t, rest.value()));
    return tuple_pack(t, {first, iterator});
}

constexpr MethodDef kFunctions[] = {
    function<formatter_parser>("formatter_parser", "(format, /)", "Iterate over the parts of a format string."),
    function<formatter_field_name_split>("formatter_field_name_split", "(field_name, /)",
                                         "Split a field name into its first part and an iterator over the rest."),
};

}  // namespace

extern const ModuleDef kStringModule;
constinit const ModuleDef kStringModule = {"_string", "string helper module", kFunctions};

}  // namespace krait
