// UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError: five fields, all of them writable from Python, so their
// types are looked at again wherever they are used.
#include <cstdio>

#include "builtins/types/exception_types.h"
#include "vm/object/own_slots.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

using namespace exception_field;

ExceptionObject* self_of(Value v) { return v.as<ExceptionObject>(); }

// ------------------------------------------------------------------------------------------------ construction

Status expect_str(Thread& t, Value v, int argument) {
    if (as_str(v)) return ok();
    return raise(t, Exc::TypeError, "argument %d must be str, not %.50s", argument,
                 argument_type_name(t, v));
}

Ref expect_position(Thread& t, Value v) {
    if (is_float_like(v)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    Ref number = TRY(as_index(t, v));
    if (!number.get().is_int()) return raise(t, Exc::OverflowError, "Python int too large to convert to C ssize_t");
    return number;
}

// bytes of a bytes-like object.
Ref expect_bytes(Thread& t, Value v) {
    if (layout_is(v, Kind::Bytes)) return own(v);
    if (layout_is(v, Kind::ByteArray) || is_kind(v, Kind::MemoryView))
        return call(t, Value::object(t.interp.type(Kind::Bytes)), v);
    return raise(t, Exc::TypeError, "a bytes-like object is required, not '%.100s'", type_name_of(t, v));
}

enum class Form { Decode, Encode, Translate };

template <Form F>
int unicode_error_init(Thread& t, Value self, const CallArgs& call) {
    if (exception_init(t, self, call) < 0) return -1;
    constexpr size_t kFirst = F == Form::Translate ? kUnicodeObject : kUnicodeEncoding;
    constexpr size_t kWanted = 5 - kFirst;
    if (call.nargs != kWanted) {
        (void)raise(t, Exc::TypeError, "function takes exactly %zu arguments (%zu given)", kWanted, call.nargs);
        return -1;
    }
    auto given = [&](unsigned field) { return call.args[field - kFirst]; };
    auto number = [&](unsigned field) { return static_cast<int>(field - kFirst + 1); };
    auto check = [&]() -> Status {
        ExceptionObject* e = self_of(self);
        if (F != Form::Translate) TRY(expect_str(t, given(kUnicodeEncoding), number(kUnicodeEncoding)));
        if (F != Form::Decode) TRY(expect_str(t, given(kUnicodeObject), number(kUnicodeObject)));
        Ref start = TRY(expect_position(t, given(kUnicodeStart)));
        Ref end = TRY(expect_position(t, given(kUnicodeEnd)));
        TRY(expect_str(t, given(kUnicodeReason), number(kUnicodeReason)));
        Ref object = TRY(F == Form::Decode ? expect_bytes(t, given(kUnicodeObject)) : own(given(kUnicodeObject)));
        if (F != Form::Translate) exception_set_field(e, kUnicodeEncoding, given(kUnicodeEncoding));
        exception_set_field(e, kUnicodeObject, object);
        exception_set_field(e, kUnicodeStart, start);
        exception_set_field(e, kUnicodeEnd, end);
        exception_set_field(e, kUnicodeReason, given(kUnicodeReason));
        return ok();
    };
    return check() ? 0 : -1;
}

// ------------------------------------------------------------------------------------------------ str

int64_t position(const ExceptionObject* e, unsigned field) {
    Value v = e->fields[field];
    return v.is_int() ? v.as_int() : 0;
}

std::string character_text(char32_t c) {
    char buffer[16];
    const char* format = c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x";
    std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(c));
    return buffer;
}

// The one item at `start` when the error is about exactly one; "" otherwise.
template <Form F>
std::string single_item(Value object, int64_t start, int64_t end) {
    if (start < 0 || end != start + 1) return {};
    if constexpr (F == Form::Decode) {
        if (!layout_is(object, Kind::Bytes)) return {};
        std::string_view bytes = object.as<BytesObject>()->view();
        if (static_cast<uint64_t>(start) >= bytes.size()) return {};
        char buffer[8];
        std::snprintf(buffer, sizeof buffer, "0x%02x", static_cast<unsigned char>(bytes[static_cast<size_t>(start)]));
        return buffer;
    } else {
        StrObject* text = as_str(object);
        if (!text || static_cast<uint64_t>(start) >= text->length) return {};
        return "'" + character_text(text->at(static_cast<size_t>(start))) + "'";
    }
}

template <Form F>
Value unicode_error_str(Thread& t, Value self) {
    ExceptionObject* e = self_of(self);
    Ref object = own(e->fields[kUnicodeObject]);
    if (object.get().is_unbound()) return own(t.interp.empty_str).release();   // never initialised, or deleted
    Ref encoding = own(exception_field_or_none(e, kUnicodeEncoding)), reason = own(exception_field_or_none(e, kUnicodeReason));
    RefTo<StrObject> reason_text = str_of(t, reason);
    if (!reason_text) return Value::error();
    StrBuilder out(t);
    if (F != Form::Translate) {
        RefTo<StrObject> encoding_text = str_of(t, encoding);
        if (!encoding_text) return Value::error();
        TRY(out.append_ascii("'"));
        TRY(out.append(encoding_text.get()));
        TRY(out.append_ascii("' codec "));
    }
    int64_t start = position(e, kUnicodeStart), end = position(e, kUnicodeEnd);
    constexpr const char* kVerb = F == Form::Decode ? "can't decode " : F == Form::Encode ? "can't encode " : "can't translate ";
    constexpr const char* kItem = F == Form::Decode ? "byte" : "character";
    std::string text = std::string(kVerb) + kItem;
    std::string item = single_item<F>(object, start, end);
    if (!item.empty()) text += " " + item + " in position " + std::to_string(start);
    else text += "s in position " + std::to_string(start) + "-" + std::to_string(end - 1);
    TRY(out.append_ascii(text + ": "));
    TRY(out.append(reason_text.get()));
    return out.finish().release();
}

// ------------------------------------------------------------------------------------------------ members

template <unsigned I>
Value get_position(Thread&, Value self) {
    return Value::from_int_unchecked(position(self_of(self), I));
}
template <unsigned I>
int set_position(Thread& t, Value self, Value value) {
    const char* complaint = nullptr;
    if (value.is_unbound()) complaint = "can't delete numeric/char attribute";
    else if (!is_int_like(value)) complaint = "an integer is required";
    if (complaint) {
        (void)raise(t, Exc::TypeError, "%s", complaint);
        return -1;
    }
    Ref held = own(self), number = expect_position(t, value);
    if (number.failed()) return -1;
    exception_set_field(self_of(self), I, number);
    return 0;
}

constexpr GetSetDef kGetSets[] = {
    exception_member<kUnicodeEncoding>("encoding", "Name of the codec."),
    exception_member<kUnicodeObject>("object", "What was to be converted."),
    {"start", get_position<kUnicodeStart>, set_position<kUnicodeStart>, "Where the trouble starts."},
    {"end", get_position<kUnicodeEnd>, set_position<kUnicodeEnd>, "Behind its last item."},
    exception_member<kUnicodeReason>("reason", "What is wrong."),
};

}  // namespace

constinit const TypeSpec kUnicodeDecodeErrorTypeSpec = {
    .name = "UnicodeDecodeError",
    .doc = "Bytes do not decode to text.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags | kTypeOwnNew,
    .slots = {.str = unicode_error_str<Form::Decode>, .init = unicode_error_init<Form::Decode>},
    .getsets = kGetSets,
};

constinit const TypeSpec kUnicodeEncodeErrorTypeSpec = {
    .name = "UnicodeEncodeError",
    .doc = "Text does not encode to bytes.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags | kTypeOwnNew,
    .slots = {.str = unicode_error_str<Form::Encode>, .init = unicode_error_init<Form::Encode>},
    .getsets = kGetSets,
};

constinit const TypeSpec kUnicodeTranslateErrorTypeSpec = {
    .name = "UnicodeTranslateError",
    .doc = "Text does not translate.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags | kTypeOwnNew,
    .slots = {.str = unicode_error_str<Form::Translate>, .init = unicode_error_init<Form::Translate>},
    .getsets = kGetSets,
};

}  // namespace krait
