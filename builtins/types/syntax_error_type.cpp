// SyntaxError: place of the error, and the hint for print and exec statements of Python 2.
#include <algorithm>

#include "builtins/types/exception_types.h"
#include "vm/object/str_units.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/long_runs.h"

namespace krait {

namespace {

using namespace exception_field;

ExceptionObject* self_of(Value v) { return v.as<ExceptionObject>(); }

std::string_view strip(std::string_view text) {
    constexpr std::string_view kSpace = " \t\n\r\f\v";
    size_t from = text.find_first_not_of(kSpace);
    if (from == text.npos) return {};
    return text.substr(from, text.find_last_not_of(kSpace) - from + 1);
}

// Hint for a statement `print ...` or `exec ...`; empty for any other.
std::string legacy_statement_hint(std::string_view statement) {
    statement.remove_prefix(std::min(statement.find_first_not_of(" \t\f"), statement.size()));
    if (statement.starts_with("exec ")) return "Missing parentheses in call to 'exec'";
    if (!statement.starts_with("print ")) return {};
    std::string_view data = statement.substr(6);
    data = strip(data.substr(0, data.find(';')));
    std::string hint = "Missing parentheses in call to 'print'. Did you mean print(" + std::string(data);
    if (data.ends_with(',')) hint += " end=\" \"";
    return hint + ")?";
}

std::string missing_parentheses_hint(std::string_view text) {
    if (text.find('(') != text.npos) return {};   // the parser's own message says more
    std::string hint = legacy_statement_hint(text);
    if (!hint.empty()) return hint;
    size_t colon = text.find(':');   // `if x: print y`
    return colon == text.npos ? std::string() : legacy_statement_hint(text.substr(colon + 1));
}

Status set_place(Thread& t, ExceptionObject* e, Value info) {
    Ref held = own(e);
    RefTo<TupleObject> place = TRY(to_tuple(t, info));
    if (place->size != 4) return raise(t, Exc::IndexError, "tuple index out of range");
    for (unsigned i = 0; i < 4; ++i) exception_set_field(e, kSyntaxFilename + i, place->items[i]);
    StrObject* text = as_str(place->items[3]);
    if (e->type != exception_type(t.interp, Exc::SyntaxError) || !text) return ok();
    std::string hint = missing_parentheses_hint(TRY(str_to_utf8_in_stretches(t, text)));
    if (hint.empty()) return ok();
    Ref message = TRY(str_from_utf8(t, hint));
    exception_set_field(e, kSyntaxMsg, message);
    return ok();
}

int syntax_error_init(Thread& t, Value self, const CallArgs& call) {
    if (exception_init(t, self, call) < 0) return -1;
    ExceptionObject* e = self_of(self);
    if (call.nargs >= 1) exception_set_field(e, kSyntaxMsg, call.args[0]);
    return call.nargs != 2 || set_place(t, e, call.args[1]) ? 0 : -1;
}

Value syntax_error_str(Thread& t, Value self) {
    ExceptionObject* e = self_of(self);
    Ref message = own(exception_field_or_none(e, kSyntaxMsg));
    Ref filename = own(e->fields[kSyntaxFilename]), line = own(e->fields[kSyntaxLineno]);
    RefTo<StrObject> text = str_of(t, message);
    if (!text) return Value::error();
    StrObject* file = as_str(filename);
    bool has_line = line.get().is_int();
    if (!file && !has_line) return Ref(std::move(text)).release();
    StrBuilder out(t);
    TRY(out.append(text.get()));
    TRY(out.append_ascii(" ("));
    if (file) {
        size_t name = TRY(visit_units(file, [&](auto* p) {
            return start_of_run(t, p, file->length, 0, [](auto c) { return c != '/'; });
        }));
        TRY(out.append(file, name, file->length));
        if (has_line) TRY(out.append_ascii(", "));
    }
    if (has_line) {
        TRY(out.append_ascii("line "));
        TRY(out.append_decimal(line.get().as_int()));
    }
    TRY(out.append_ascii(")"));
    return out.finish().release();
}

constexpr GetSetDef kGetSets[] = {
    exception_member<kSyntaxMsg>("msg", "What is wrong."),
    exception_member<kSyntaxFilename>("filename", "Source file."),
    exception_member<kSyntaxLineno>("lineno", "Line number, from 1."),
    exception_member<kSyntaxOffset>("offset", "Column, from 1."),
    exception_member<kSyntaxText>("text", "The line."),
    exception_member<kSyntaxPrint>("print_file_and_line", "Present on exceptions printed with their place."),
};

}  // namespace

constinit const TypeSpec kSyntaxErrorTypeSpec = {
    .name = "SyntaxError",
    .doc = "The source text is not valid.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
    .slots = {.str = syntax_error_str, .init = syntax_error_init},
    .getsets = kGetSets,
};

}  // namespace krait
