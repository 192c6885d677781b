// Module _codecs: the registry, and every built-in codec as a pair of functions returning (result, length consumed).
#include "builtins/codecs/codecs.h"

#include "builtins/codecs/encoding_map.h"
#include "builtins/codecs/registry.h"
#include "builtins/codecs/unicode_codecs.h"
#include "builtins/types/text_support.h"
#include "vm/native/module_def.h"

namespace krait {

namespace {

// ------------------------------------------------------------------------------------------------ registry

Status codecs_register(Thread& t, Value search_function) { return register_codec_search(t, search_function); }

Ref codecs_lookup(Thread& t, StrObject* encoding) { return lookup_codec(t, encoding); }

Status codecs_register_error(Thread& t, StrObject* errors, Value handler) {
    return register_error_handler(t, errors, handler);
}

Ref codecs_lookup_error(Thread& t, StrObject* name) { return lookup_error_handler(t, name); }

Ref run_any(Thread& t, Value object, Value encoding, Value errors, CodecEntry entry, const char* what) {
    Ref name = TRY(encoding.is_unbound() ? str_from_ascii(t, "utf-8") : own(encoding));
    if (!as_str(name))
        return raise(t, Exc::TypeError, "%s() argument 2 must be str, not %.50s", what, type_name_of(t, encoding));
    if (!errors.is_unbound() && !as_str(errors))
        return raise(t, Exc::TypeError, "%s() argument 3 must be str, not %.50s", what, type_name_of(t, errors));
    Ref info = TRY(lookup_codec(t, name.as<StrObject>()));
    Ref function = own(info.as<TupleObject>()->items[static_cast<uint32_t>(entry)]);
    return run_codec(t, entry, function, object, name.as<StrObject>(), as_str(errors));
}

Ref codecs_encode(Thread& t, Value object, Value encoding, Value errors) {
    return run_any(t, object, encoding, errors, CodecEntry::Encoder, "encode");
}
Ref codecs_decode(Thread& t, Value object, Value encoding, Value errors) {
    return run_any(t, object, encoding, errors, CodecEntry::Decoder, "decode");
}

Status codecs_forget(Thread& t, StrObject* encoding) {
    CodecState* state = TRY(codec_state(t));
    TRY(dict_delete_str(t, state->cache, encoding));
    return ok();
}

// ------------------------------------------------------------------------------------------------ arguments

// errors=None
Fallible<StrObject*> errors_argument(Thread& t, Value v) {
    if (v.is_unbound() || v.is_none()) return nullptr;
    if (StrObject* text = as_str(v)) return text;
    return raise(t, Exc::TypeError, "argument 2 must be str or None, not %.50s", type_name_of(t, v));
}

Ref pair_with(Thread& t, Ref result, size_t length) {
    if (result.failed()) return Failed{};
    return tuple_pack(t, {result, Value::from_int_unchecked(static_cast<int64_t>(length))});
}

template <Ref (*Encode)(Thread&, StrObject*, StrObject*)>
Ref encoder(Thread& t, StrObject* text, Value errors) {
    StrObject* mode = TRY(errors_argument(t, errors));
    return pair_with(t, Encode(t, text, mode), text->length);
}

template <Ref (*Decode)(Thread&, std::string_view, StrObject*)>
Ref decoder(Thread& t, Value data, Value errors) {
    StrObject* mode = TRY(errors_argument(t, errors));
    BufferView view = TRY(get_buffer(t, data));
    return pair_with(t, Decode(t, view.view(), mode), view.size());
}

template <Ref (*Decode)(Thread&, std::string_view, StrObject*, size_t*)>
Ref incremental(Thread& t, Value data, Value errors, Value final) {
    StrObject* mode = TRY(errors_argument(t, errors));
    bool is_final = !final.is_unbound() && TRY(is_true(t, final));
    BufferView view = TRY(get_buffer(t, data));
    size_t consumed = view.size();
    Ref text = TRY(Decode(t, view.view(), mode, is_final ? nullptr : &consumed));
    return pair_with(t, std::move(text), consumed);
}

// ------------------------------------------------------------------------------------------------ UTF-16, UTF-32

using WideDecode = Ref (*)(Thread&, std::string_view, StrObject*, ByteOrder*, size_t*);
using WideEncode = Ref (*)(Thread&, StrObject*, StrObject*, ByteOrder);

template <WideEncode Encode, ByteOrder Order>
Ref wide_encode(Thread& t, StrObject* text, Value errors) {
    StrObject* mode = TRY(errors_argument(t, errors));
    return pair_with(t, Encode(t, text, mode, Order), text->length);
}

template <WideEncode Encode>
Ref wide_encode_ordered(Thread& t, StrObject* text, Value errors, Optional<int64_t> order) {
    StrObject* mode = TRY(errors_argument(t, errors));
    int64_t sign = order.value_or(0);
    return pair_with(t,
                     Encode(t, text, mode,
                            sign < 0   ? ByteOrder::Little
                            : sign > 0 ? ByteOrder::Big
                                       : ByteOrder::Native),
                     text->length);
}

struct WideResult {
    Ref text;
    size_t consumed = 0;
    ByteOrder order;
    WideResult&& take() { return std::move(*this); }
    bool failed() const { return text.failed(); }
};

WideResult wide_decode_any(Thread& t, Value data, Value errors, Value final, ByteOrder order, WideDecode decode) {
    WideResult result{.text = Failed{}, .order = order};
    Fallible<StrObject*> mode = errors_argument(t, errors);
    Fallible<bool> is_final = final.is_unbound() ? Fallible<bool>(false) : is_true(t, final);
    if (!mode || !is_final) return result;
    Fallible<BufferView> view = get_buffer(t, data);
    if (!view) return result;
    result.consumed = view.value().size();
    result.text =
        decode(t, view.value().view(), mode.value(), &result.order, is_final.value() ? nullptr : &result.consumed);
    return result;
}

template <WideDecode Decode, ByteOrder Order>
Ref wide_decode(Thread& t, Value data, Value errors, Value final) {
    WideResult result = TRY(wide_decode_any(t, data, errors, final, Order, Decode));
    return pair_with(t, std::move(result.text), result.consumed);
}

template <WideDecode Decode>
Ref wide_decode_ex(Thread& t, Value data, Value errors, Optional<int64_t> order, Value final) {
    int64_t sign = order.value_or(0);
    ByteOrder given = sign < 0 ? ByteOrder::Little : sign > 0 ? ByteOrder::Big : ByteOrder::Native;
    WideResult result = TRY(wide_decode_any(t, data, errors, final, given, Decode));
    return tuple_pack(t, {result.text, Value::from_int_unchecked(static_cast<int64_t>(result.consumed)),
                          Value::small_int(static_cast<int>(result.order))});
}

// ------------------------------------------------------------------------------------------------ other codecs

Ref latin_1_decode(Thread& t, std::string_view data, StrObject*) { return decode_latin1(t, data); }
Ref escaped(Thread& t, StrObject* text, StrObject*) { return encode_unicode_escape(t, text); }
Ref raw_escaped(Thread& t, StrObject* text, StrObject*) { return encode_raw_unicode_escape(t, text); }

// Decoders of escapes take text, too: its UTF-8.
template <Ref (*Decode)(Thread&, std::string_view, StrObject*)>
Ref escape_decoder(Thread& t, Value data, Value errors) {
    StrObject* text = as_str(data);
    if (!text) return decoder<Decode>(t, data, errors);
    Ref bytes = TRY(encode_utf8(t, text, nullptr));
    return decoder<Decode>(t, bytes, errors);
}

Ref codecs_escape_encode(Thread& t, BytesObject* data, Value errors) {
    TRY(errors_argument(t, errors));
    return pair_with(t, encode_bytes_escape(t, data->view()), data->length);
}

Ref codecs_charmap_encode(Thread& t, StrObject* text, Value errors, Value mapping) {
    StrObject* mode = TRY(errors_argument(t, errors));
    return pair_with(t, encode_charmap(t, text, mode, mapping), text->length);
}

Ref codecs_charmap_decode(Thread& t, Value data, Value errors, Value mapping) {
    StrObject* mode = TRY(errors_argument(t, errors));
    BufferView view = TRY(get_buffer(t, data));
    return pair_with(t, decode_charmap(t, view.view(), mode, mapping), view.size());
}

Ref codecs_charmap_build(Thread& t, StrObject* map) { return encoding_map_build(t, map); }

Ref codecs_readbuffer_encode(Thread& t, Value data, Value errors) {
    TRY(errors_argument(t, errors));
    if (StrObject* text = as_str(data)) return pair_with(t, encode_utf8(t, text, nullptr), text->length);
    BufferView view = TRY(get_buffer(t, data));
    return pair_with(t, bytes_from(t, view.view()), view.size());
}

// The internal form is UCS-4 in native order.
Ref codecs_unicode_internal_encode(Thread& t, Value data, Value errors) {
    TRY(errors_argument(t, errors));
    TRY(warn(t, Exc::DeprecationWarning, 1, "unicode_internal codec has been deprecated"));
    StrObject* text = as_str(data);
    if (!text) return codecs_readbuffer_encode(t, data, Value::none());
    ByteBuilder out(t);
    for (size_t i = 0; i < text->length; ++i) {
        char32_t c = text->at(i);
        TRY(out.append({reinterpret_cast<const char*>(&c), 4}));
    }
    return pair_with(t, out.finish(), text->length);
}

Ref codecs_unicode_internal_decode(Thread& t, Value data, Value errors) {
    StrObject* mode = TRY(errors_argument(t, errors));
    TRY(warn(t, Exc::DeprecationWarning, 1, "unicode_internal codec has been deprecated"));
    if (as_str(data)) return pair_with(t, own(data), data.as<StrObject>()->length);
    BufferView view = TRY(get_buffer(t, data));
    ByteOrder order = ByteOrder::Little;
    return pair_with(t, decode_utf32(t, view.view(), mode, &order, nullptr), view.size());
}

constexpr MethodDef kFunctions[] = {
    function<codecs_register>("register", "(search_function, /)", "Register a codec search function."),
    function<codecs_lookup>("lookup", "(encoding, /)",
                            "Looks up a codec tuple in the registry and returns a CodecInfo object."),
    function<codecs_encode>("encode", "(obj, encoding='utf-8', errors='strict')",
                            "Encodes obj using the codec registered for encoding."),
    function<codecs_decode>("decode", "(obj, encoding='utf-8', errors='strict')",
                            "Decodes obj using the codec registered for encoding."),
    function<codecs_register_error>("register_error", "(errors, handler, /)",
                                    "Register an error handler under a name."),
    function<codecs_lookup_error>("lookup_error", "(name, /)",
                                  "Return the error handler of a name, or raise LookupError."),
    function<codecs_forget>("_forget_codec", "(encoding, /)", "Forget the cached answer for an encoding."),
    function<encoder<encode_utf8>>("utf_8_encode", "(str, errors=None, /)", "UTF-8."),
    function<incremental<decode_utf8_stateful>>("utf_8_decode", "(data, errors=None, final=False, /)", "UTF-8."),
    function<encoder<encode_utf7>>("utf_7_encode", "(str, errors=None, /)", "UTF-7."),
    function<incremental<decode_utf7>>("utf_7_decode", "(data, errors=None, final=False, /)", "UTF-7."),
    function<wide_encode_ordered<encode_utf16>>("utf_16_encode", "(str, errors=None, byteorder=0, /)", "UTF-16."),
    function<wide_encode<encode_utf16, ByteOrder::Little>>("utf_16_le_encode", "(str, errors=None, /)",
                                                           "UTF-16, little endian."),
    function<wide_encode<encode_utf16, ByteOrder::Big>>("utf_16_be_encode", "(str, errors=None, /)",
                                                        "UTF-16, big endian."),
    function<wide_decode<decode_utf16, ByteOrder::Native>>("utf_16_decode", "(data, errors=None, final=False, /)",
                                                           "UTF-16."),
    function<wide_decode<decode_utf16, ByteOrder::Little>>("utf_16_le_decode", "(data, errors=None, final=False, /)",
                                                           "UTF-16, little endian."),
    function<wide_decode<decode_utf16, ByteOrder::Big>>("utf_16_be_decode", "(data, errors=None, final=False, /)",
                                                        "UTF-16, big endian."),
    function<wide_decode_ex<decode_utf16>>("utf_16_ex_decode", "(data, errors=None, byteorder=0, final=False, /)",
                                           "UTF-16 and the byte order found."),
    function<wide_encode_ordered<encode_utf32>>("utf_32_encode", "(str, errors=None, byteorder=0, /)", "UTF-32."),
    function<wide_encode<encode_utf32, ByteOrder::Little>>("utf_32_le_encode", "(str, errors=None, /)",
                                                           "UTF-32, little endian."),
    function<wide_encode<encode_utf32, ByteOrder::Big>>("utf_32_be_encode", "(str, errors=None, /)",
                                                        "UTF-32, big endian."),
    function<wide_decode<decode_utf32, ByteOrder::Native>>("utf_32_decode", "(data, errors=None, final=False, /)",
                                                           "UTF-32."),
    function<wide_decode<decode_utf32, ByteOrder::Little>>("utf_32_le_decode", "(data, errors=None, final=False, /)",
                                                           "UTF-32, little endian."),
    function<wide_decode<decode_utf32, ByteOrder::Big>>("utf_32_be_decode", "(data, errors=None, final=False, /)",
                                                        "UTF-32, big endian."),
    function<wide_decode_ex<decode_utf32>>("utf_32_ex_decode", "(data, errors=None, byteorder=0, final=False, /)",
                                           "UTF-32 and the byte order found."),
    function<encoder<encode_latin1>>("latin_1_encode", "(str, errors=None, /)", "Latin-1."),
    function<decoder<latin_1_decode>>("latin_1_decode", "(data, errors=None, /)", "Latin-1."),
    function<encoder<encode_ascii>>("ascii_encode", "(str, errors=None, /)", "ASCII."),
    function<decoder<decode_ascii>>("ascii_decode", "(data, errors=None, /)", "ASCII."),
    function<codecs_charmap_encode>("charmap_encode", "(str, errors=None, mapping=None, /)", "By a character map."),
    function<codecs_charmap_decode>("charmap_decode", "(data, errors=None, mapping=None, /)", "By a character map."),
    function<codecs_charmap_build>("charmap_build", "(map, /)", "An encoding map from a decoding table."),
    function<encoder<escaped>>("unicode_escape_encode", "(str, errors=None, /)", "Escapes as in literals."),
    function<escape_decoder<decode_unicode_escape>>("unicode_escape_decode", "(data, errors=None, /)",
                                                    "Escapes as in literals."),
    function<encoder<raw_escaped>>("raw_unicode_escape_encode", "(str, errors=None, /)", "\\u escapes only."),
    function<escape_decoder<decode_raw_unicode_escape>>("raw_unicode_escape_decode", "(data, errors=None, /)",
                                                        "\\u escapes only."),
    function<codecs_escape_encode>("escape_encode", "(data, errors=None, /)", "Escapes as in bytes literals."),
    function<escape_decoder<decode_bytes_escape>>("escape_decode", "(data, errors=None, /)",
                                                  "Escapes as in bytes literals."),
    function<codecs_readbuffer_encode>("readbuffer_encode", "(data, errors=None, /)", "The bytes of a buffer."),
    function<codecs_unicode_internal_encode>("unicode_internal_encode", "(obj, errors=None, /)",
                                             "UCS-4 in native order."),
    function<codecs_unicode_internal_decode>("unicode_internal_decode", "(obj, errors=None, /)",
                                             "UCS-4 in native order."),
};

}  // namespace

extern const ModuleDef kCodecsModule;
constinit const ModuleDef kCodecsModule = {"_codecs", nullptr, kFunctions};

}  // namespace krait
