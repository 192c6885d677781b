// The built-in error handlers as functions: what codecs.lookup_error() returns. They take a Unicode exception and
// return (replacement, position), or raise it.
#include "builtins/codecs/error_handling.h"
#include "builtins/codecs/registry.h"
#include "support/utf8.h"
#include "vm/native/method_def.h"
#include "vm/object/exception_object.h"

namespace krait {

namespace {

using namespace exception_field;

enum class FaultKind { Encode, Decode, Translate };

// A Unicode exception taken apart; its fields may have been changed by Python code.
struct UnicodeFault {
    FaultKind kind;
    Ref exception, object;
    std::string encoding;
    size_t start = 0, end = 0;

    StrObject* text() const { return object.as<StrObject>(); }
    std::string_view bytes() const { return object.as<BytesObject>()->view(); }
    Ref position(Thread& t) const { return make_int(t, static_cast<int64_t>(end)); }
    UnicodeFault&& take() { return std::move(*this); }
};

Failed not_handled(Thread& t, Value exception) {
    return raise(t, Exc::TypeError, "don't know how to handle %.200s in error callback", type_name_of(t, exception));
}

Status read_range(Thread& t, const ExceptionObject* e, size_t length, UnicodeFault* fault) {
    Value ends[2] = {e->fields[kUnicodeStart], e->fields[kUnicodeEnd]};
    int64_t numbers[2];
    for (int i = 0; i < 2; ++i) {
        if (!is_int_like(ends[i])) return raise(t, Exc::TypeError, "start and end attributes must be integers");
        numbers[i] = TRY(int_to_i64(t, ends[i], "Python int too large to convert to C ssize_t"));
    }
    auto n = static_cast<int64_t>(length);
    int64_t start = std::max<int64_t>(std::min(numbers[0], n - 1), 0);
    int64_t end = std::min<int64_t>(std::max<int64_t>(numbers[1], 1), n);
    fault->start = static_cast<size_t>(start);
    fault->end = static_cast<size_t>(std::max(end, start));
    return ok();
}

Fallible<UnicodeFault> read_fault(Thread& t, Value exception) {
    UnicodeFault fault;
    if (exception_matches(t, exception, Exc::UnicodeEncodeError)) fault.kind = FaultKind::Encode;
    else if (exception_matches(t, exception, Exc::UnicodeDecodeError)) fault.kind = FaultKind::Decode;
    else if (exception_matches(t, exception, Exc::UnicodeTranslateError)) fault.kind = FaultKind::Translate;
    else return not_handled(t, exception);
    auto* e = exception.as<ExceptionObject>();
    Value object = e->fields[kUnicodeObject];
    bool wants_bytes = fault.kind == FaultKind::Decode;
    if (!layout_is(object, wants_bytes ? Kind::Bytes : Kind::Str))
        return raise(t, Exc::TypeError, "object attribute must be %s", wants_bytes ? "bytes" : "unicode");
    fault.exception = own(exception);
    fault.object = own(object);
    if (StrObject* encoding = as_str(e->fields[kUnicodeEncoding]); encoding && fault.kind != FaultKind::Translate)
        fault.encoding = str_to_utf8(encoding);
    TRY(read_range(t, e, wants_bytes ? fault.bytes().size() : fault.text()->length, &fault));
    return fault;
}

Ref answer(Thread& t, const UnicodeFault& fault, Ref replacement) {
    if (replacement.failed()) return Failed{};
    Ref position = TRY(fault.position(t));
    return tuple_pack(t, {replacement, position});
}

// ------------------------------------------------------------------------------------------------ handlers

Ref strict_errors(Thread& t, Value exception) {
    if (!as_exception(exception)) return raise(t, Exc::TypeError, "codec must pass exception instance");
    return raise_instance(t, exception);
}

Ref ignore_errors(Thread& t, Value exception) {
    UnicodeFault fault = TRY(read_fault(t, exception));
    return answer(t, fault, str_from_ascii(t, ""));
}

Ref replace_errors(Thread& t, Value exception) {
    UnicodeFault fault = TRY(read_fault(t, exception));
    StrBuilder out(t);
    if (fault.kind == FaultKind::Decode) TRY(out.append_char(0xFFFD));
    else TRY(out.append_fill(fault.kind == FaultKind::Encode ? U'?' : U'\uFFFD', fault.end - fault.start));
    return answer(t, fault, out.finish());
}

Ref escape_text(Thread& t, const UnicodeFault& fault, Status (*append)(StrBuilder&, char32_t)) {
    StrBuilder out(t);
    for (size_t i = fault.start; i < fault.end; ++i)
        TRY(append(out,
                   fault.kind == FaultKind::Decode ? static_cast<uint8_t>(fault.bytes()[i]) : fault.text()->at(i)));
    return answer(t, fault, out.finish());
}

Ref backslashreplace_errors(Thread& t, Value exception) {
    UnicodeFault fault = TRY(read_fault(t, exception));
    return escape_text(t, fault, append_backslash_escape);
}

Ref xmlcharrefreplace_errors(Thread& t, Value exception) {
    UnicodeFault fault = TRY(read_fault(t, exception));
    if (fault.kind != FaultKind::Encode) return not_handled(t, exception);
    return escape_text(t, fault, append_character_reference);
}

Ref namereplace_errors(Thread& t, Value exception) {
    UnicodeFault fault = TRY(read_fault(t, exception));
    if (fault.kind != FaultKind::Encode) return not_handled(t, exception);
    return escape_text(t, fault, append_name_escape);
}

Ref surrogateescape_errors(Thread& t, Value exception) {
    UnicodeFault fault = TRY(read_fault(t, exception));
    if (fault.kind == FaultKind::Encode) {
        ByteBuilder out(t);
        for (size_t i = fault.start; i < fault.end; ++i) {
            char32_t c = fault.text()->at(i);
            if (c < 0xDC80 || c > 0xDCFF) return raise_instance(t, exception);
            TRY(out.append_byte(static_cast<uint8_t>(c - 0xDC00)));
        }
        return answer(t, fault, out.finish());
    }
    if (fault.kind != FaultKind::Decode) return not_handled(t, exception);
    StrBuilder out(t);
    size_t i = fault.start;
    for (; i < fault.end && i < fault.start + 4; ++i) {
        auto byte = static_cast<uint8_t>(fault.bytes()[i]);
        if (byte < 128) break;
        TRY(out.append_char(0xDC00 + byte));
    }
    if (i == fault.start) return raise_instance(t, exception);
    fault.end = i;
    return answer(t, fault, out.finish());
}

Ref surrogatepass_errors(Thread& t, Value exception) {
    UnicodeFault fault = TRY(read_fault(t, exception));
    if (fault.kind == FaultKind::Translate) return not_handled(t, exception);
    UtfFamily family = utf_family(fault.encoding);
    if (family == UtfFamily::None) return raise_instance(t, exception);
    if (fault.kind == FaultKind::Decode) {
        size_t length = 0;
        char32_t c = decode_surrogate(family, fault.bytes().substr(fault.start), &length);
        if (!c) return raise_instance(t, exception);
        fault.end = fault.start + length;
        return answer(t, fault, str_from_char(t, c));
    }
    ByteBuilder out(t);
    for (size_t i = fault.start; i < fault.end; ++i) {
        char32_t c = fault.text()->at(i);
        if (!is_surrogate(c)) return raise_instance(t, exception);
        char bytes[4];
        TRY(out.append({bytes, encode_surrogate(family, c, bytes)}));
    }
    return answer(t, fault, out.finish());
}

constexpr MethodDef kHandlers[] = {
    function<strict_errors>("strict_errors", "(exception, /)", "Raises the exception."),
    function<ignore_errors>("ignore_errors", "(exception, /)", "Leaves the malformed part out."),
    function<replace_errors>("replace_errors", "(exception, /)", "Puts a replacement character in."),
    function<backslashreplace_errors>("backslashreplace_errors", "(exception, /)", "Puts backslash escapes in."),
    function<xmlcharrefreplace_errors>("xmlcharrefreplace_errors", "(exception, /)",
                                       "Puts XML character references in."),
    function<namereplace_errors>("namereplace_errors", "(exception, /)", "Puts \\N{...} escapes in."),
    function<surrogateescape_errors>("surrogateescape", "(exception, /)", "Undecodable bytes as lone surrogates."),
    function<surrogatepass_errors>("surrogatepass", "(exception, /)", "Lone surrogates as they are."),
};
constexpr std::string_view kHandlerNames[] = {"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace",
                                              "namereplace", "surrogateescape", "surrogatepass"};
static_assert(std::size(kHandlers) == std::size(kHandlerNames));

}  // namespace

Ref builtin_error_handler(Thread& t, StrObject* name) {
    for (size_t i = 0; i < std::size(kHandlers); ++i)
        if (str_equals_ascii(name, kHandlerNames[i]))
            return native_function_new(t, &kHandlers[i], Value::unbound(), Value::unbound());
    return Ref();
}

}  // namespace krait
