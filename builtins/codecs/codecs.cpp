// Choosing a codec by name: the common ones directly, all others through the registry.
#include "builtins/codecs/codecs.h"

#include "builtins/codecs/registry.h"
#include "builtins/codecs/unicode_codecs.h"
#include "vm/object/exception_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

enum class Known : uint8_t {
    None,
    Utf8,
    Ascii,
    Latin1,
    Utf16,
    Utf16Little,
    Utf16Big,
    Utf32,
    Utf32Little,
    Utf32Big,
    Utf7,
    UnicodeEscape,
    RawUnicodeEscape
};

struct KnownName {
    std::string_view name;
    Known codec;
};
constexpr KnownName kKnown[] = {
    {"utf-8", Known::Utf8},
    {"utf8", Known::Utf8},
    {"u8", Known::Utf8},
    {"utf", Known::Utf8},
    {"ascii", Known::Ascii},
    {"us-ascii", Known::Ascii},
    {"646", Known::Ascii},
    {"latin-1", Known::Latin1},
    {"latin1", Known::Latin1},
    {"iso-8859-1", Known::Latin1},
    {"iso8859-1", Known::Latin1},
    {"8859", Known::Latin1},
    {"cp819", Known::Latin1},
    {"l1", Known::Latin1},
    {"latin", Known::Latin1},
    {"utf-16", Known::Utf16},
    {"utf16", Known::Utf16},
    {"u16", Known::Utf16},
    {"utf-16-le", Known::Utf16Little},
    {"utf-16le", Known::Utf16Little},
    {"utf-16-be", Known::Utf16Big},
    {"utf-16be", Known::Utf16Big},
    {"utf-32", Known::Utf32},
    {"utf32", Known::Utf32},
    {"u32", Known::Utf32},
    {"utf-32-le", Known::Utf32Little},
    {"utf-32le", Known::Utf32Little},
    {"utf-32-be", Known::Utf32Big},
    {"utf-32be", Known::Utf32Big},
    {"utf-7", Known::Utf7},
    {"utf7", Known::Utf7},
    {"u7", Known::Utf7},
    {"unicode-escape", Known::UnicodeEscape},
    {"raw-unicode-escape", Known::RawUnicodeEscape},
};

Known known_codec(const StrObject* encoding) {
    if (!encoding) return Known::Utf8;
    char folded[24];
    if (!encoding->ascii() || encoding->length > sizeof folded) return Known::None;
    for (size_t i = 0; i < encoding->length; ++i) {
        char c = encoding->data[i];
        folded[i] = c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    std::string_view key(folded, encoding->length);
    for (const KnownName& known : kKnown)
        if (known.name == key) return known.codec;
    return Known::None;
}

// Entry of a CodecInfo that must be a text encoding.
Ref text_codec(Thread& t, StrObject* encoding, uint32_t entry, const char* alternative) {
    if (str_find_char(encoding, 0, 0, encoding->length) >= 0)
        return raise(t, Exc::ValueError, "embedded null character");
    Ref info = TRY(lookup_codec(t, encoding));
    StrObject* marker = intern_utf8(t, "_is_text_encoding");
    if (!marker) return Failed{};
    Ref is_text = TRY(lookup_attribute(t, info, marker));
    if (!is_text.get().is_unbound() && !TRY(is_true(t, is_text)))
        return raise(t, Exc::LookupError, "'%.400s' is not a text encoding; use %s to handle arbitrary codecs",
                     str_to_utf8(encoding).c_str(), alternative);
    return own(info.as<TupleObject>()->items[entry]);
}

Ref encode_through_registry(Thread& t, StrObject* text, StrObject* encoding, StrObject* errors) {
    Ref encoder = TRY(text_codec(t, encoding, 0, "codecs.encode()"));
    Ref made = TRY(run_codec(t, CodecEntry::Encoder, encoder, Value::object(text), encoding, errors));
    if (ByteArrayObject* array = as_bytearray(made)) return bytes_from(t, array->view());
    if (!layout_is(made, Kind::Bytes))
        return raise(
            t, Exc::TypeError,
            "'%.400s' encoder returned '%.400s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
            str_to_utf8(encoding).c_str(), type_name_of(t, made));
    return made;
}

Ref decode_through_registry(Thread& t, Value object, StrObject* encoding, StrObject* errors) {
    Ref decoder = TRY(text_codec(t, encoding, 1, "codecs.decode()"));
    Ref made = TRY(run_codec(t, CodecEntry::Decoder, decoder, object, encoding, errors));
    if (!layout_is(made, Kind::Str))
        return raise(
            t, Exc::TypeError,
            "'%.400s' decoder returned '%.400s' instead of 'str'; use codecs.decode() to decode to arbitrary types",
            str_to_utf8(encoding).c_str(), type_name_of(t, made));
    return made;
}

Ref decode_known(Thread& t, Known codec, std::string_view data, StrObject* errors) {
    ByteOrder native = ByteOrder::Native, little = ByteOrder::Little, big = ByteOrder::Big;
    switch (codec) {
        case Known::Ascii: return decode_ascii(t, data, errors);
        case Known::Latin1: return decode_latin1(t, data);
        case Known::Utf16: return decode_utf16(t, data, errors, &native, nullptr);
        case Known::Utf16Little: return decode_utf16(t, data, errors, &little, nullptr);
        case Known::Utf16Big: return decode_utf16(t, data, errors, &big, nullptr);
        case Known::Utf32: return decode_utf32(t, data, errors, &native, nullptr);
        case Known::Utf32Little: return decode_utf32(t, data, errors, &little, nullptr);
        case Known::Utf32Big: return decode_utf32(t, data, errors, &big, nullptr);
        case Known::Utf7: return decode_utf7(t, data, errors, nullptr);
        case Known::UnicodeEscape: return decode_unicode_escape(t, data, errors);
        case Known::RawUnicodeEscape: return decode_raw_unicode_escape(t, data, errors);
        default: return decode_utf8_stateful(t, data, errors, nullptr);
    }
}

Ref encode_known(Thread& t, Known codec, StrObject* text, StrObject* errors) {
    switch (codec) {
        case Known::Ascii: return encode_ascii(t, text, errors);
        case Known::Latin1: return encode_latin1(t, text, errors);
        case Known::Utf16: return encode_utf16(t, text, errors, ByteOrder::Native);
        case Known::Utf16Little: return encode_utf16(t, text, errors, ByteOrder::Little);
        case Known::Utf16Big: return encode_utf16(t, text, errors, ByteOrder::Big);
        case Known::Utf32: return encode_utf32(t, text, errors, ByteOrder::Native);
        case Known::Utf32Little: return encode_utf32(t, text, errors, ByteOrder::Little);
        case Known::Utf32Big: return encode_utf32(t, text, errors, ByteOrder::Big);
        case Known::Utf7: return encode_utf7(t, text, errors);
        case Known::UnicodeEscape: return encode_unicode_escape(t, text);
        case Known::RawUnicodeEscape: return encode_raw_unicode_escape(t, text);
        default: return encode_utf8(t, text, errors);
    }
}

// Codecs that CPython finds through its registry, which names the codec in what error handlers raise.
bool is_registered(Known codec) {
    switch (codec) {
        case Known::Utf8: case Known::Ascii: case Known::Latin1: case Known::Utf16: case Known::Utf32: return false;
        default: return true;
    }
}

// An exception of a codec is on its way: when its class can be made of a message alone, one of the same class that
// names the codec takes its place, with the first as cause. `operation`: "encoding" or "decoding".
Failed explain_codec_failure(Thread& t, const char* operation, StrObject* encoding) {
    if (t.hard_stop) return Failed{};
    Ref failure = fetch_exception(t);
    auto* old = failure.as<ExceptionObject>();
    const TypeObject* plain = exception_type(t.interp, Exc::BaseException);
    const Slots& slots = old->type->slots;
    bool simple = slots.new_ == plain->slots.new_ && slots.init == plain->slots.init &&
                  !(old->dict && old->dict->used) && old->type->basic_size == plain->basic_size &&
                  (old->args->size == 0 || (old->args->size == 1 && as_str(old->args->items[0])));
    if (!simple) {
        restore_exception(t, std::move(failure));
        return Failed{};
    }
    RefTo<StrObject> text = TRY(str_of(t, failure));
    Ref message = TRY(str_format_c(t, "%s with '%s' codec failed (%s: %s)", operation, str_to_utf8(encoding).c_str(),
                                   type_name_of(t, failure), str_to_utf8(text.get()).c_str()));
    Value args[] = {message};
    Ref made = TRY(exception_new(t, old->type, args, 1));
    exception_set_cause(made.as<ExceptionObject>(), failure);
    exception_set_context(made.as<ExceptionObject>(), failure);
    restore_exception(t, std::move(made));
    return Failed{};
}

}  // namespace

Ref run_codec(Thread& t, CodecEntry entry, Value function, Value input, StrObject* encoding, StrObject* errors) {
    bool decodes = entry == CodecEntry::Decoder;
    Ref answer = errors ? call(t, function, input, Value::object(errors)) : call(t, function, input);
    if (answer.failed()) return explain_codec_failure(t, decodes ? "decoding" : "encoding", encoding);
    TupleObject* pair = as_tuple(answer);
    if (!pair || pair->size != 2)
        return raise(t, Exc::TypeError, "%s must return a tuple (object, integer)", decodes ? "decoder" : "encoder");
    return own(pair->items[0]);
}

Ref encode_text(Thread& t, StrObject* text, StrObject* encoding, StrObject* errors) {
    if (text->byte_size() > 65536) TRY(charge_work(t, text->byte_size() / 32));
    Known codec = known_codec(encoding);
    if (codec == Known::None) return encode_through_registry(t, text, encoding, errors);
    Ref made = encode_known(t, codec, text, errors);
    if (made.failed() && is_registered(codec)) return explain_codec_failure(t, "encoding", encoding);
    return made;
}

Ref decode_bytes(Thread& t, Value object, StrObject* encoding, StrObject* errors) {
    Known codec = known_codec(encoding);
    if (codec == Known::None) return decode_through_registry(t, object, encoding, errors);
    BufferView view = TRY(get_buffer(t, object));
    if (view.size() > 65536) TRY(charge_work(t, view.size() / 32));
    Ref made = decode_known(t, codec, view.view(), errors);
    if (made.failed() && is_registered(codec)) return explain_codec_failure(t, "decoding", encoding);
    return made;
}

Ref decode_utf8(Thread& t, std::string_view data, StrObject* errors) {
    return decode_utf8_stateful(t, data, errors, nullptr);
}

}  // namespace krait
