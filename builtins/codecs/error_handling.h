// What happens when a codec meets something it cannot convert: the built-in handlers work on the spot, registered ones
// are called with a UnicodeEncodeError or UnicodeDecodeError.
#pragma once

#include "builtins/types/text_support.h"
#include "vm/object/buffer.h"

namespace krait {

enum class ErrorMode : uint8_t {
    Unknown,   // not looked up yet
    Strict, Ignore, Replace, BackslashReplace, XmlCharRefReplace, NameReplace, SurrogateEscape, SurrogatePass,
    User
};
ErrorMode error_mode(const StrObject* name);   // User for names that are not built in; null: Strict

// Which transformation format `surrogatepass` is to work in.
enum class UtfFamily : uint8_t { None, Utf8, Utf16Little, Utf16Big, Utf32Little, Utf32Big };
UtfFamily utf_family(std::string_view encoding);

// Handling of unencodable characters during one encoding.
class EncodeErrors {
  public:
    EncodeErrors(Thread& t, const char* encoding, StrObject* text, StrObject* errors)
        : thread_(t), encoding_(encoding), text_(text), errors_(errors) {}
    // text[start, end) cannot be encoded. Appends bytes that stand for it, or fills `out_text` with a str that the
    // encoder must encode itself; returns where to go on. Strict: fails.
    Fallible<size_t> handle(size_t start, size_t end, const char* reason, ByteBuilder& out, Ref* out_text);
    Failed strict(size_t start, size_t end, const char* reason);
    StrObject* text() const { return text_; }

  private:
    Fallible<size_t> call_handler(size_t start, size_t end, const char* reason, ByteBuilder& out, Ref* out_text);
    Fallible<size_t> escape_surrogates(size_t start, size_t end, const char* reason, ByteBuilder& out);
    Fallible<size_t> pass_surrogates(size_t start, size_t end, const char* reason, ByteBuilder& out);
    Thread& thread_;
    const char* encoding_;
    StrObject* text_;
    StrObject* errors_;
    ErrorMode mode_ = ErrorMode::Unknown;
    Ref handler_;
};

// Handling of undecodable bytes during one decoding.
class DecodeErrors {
  public:
    // `data` are those of the decoder itself: a handler may put other bytes in their place.
    DecodeErrors(Thread& t, const char* encoding, std::string_view& data, StrObject* errors)
        : thread_(t), encoding_(encoding), data_(data), errors_(errors) {}
    // data[start, end) cannot be decoded: appends the replacement and returns where to go on.
    Fallible<size_t> handle(size_t start, size_t end, const char* reason, StrBuilder& out);

  private:
    Failed strict(size_t start, size_t end, const char* reason);
    Fallible<size_t> call_handler(size_t start, size_t end, const char* reason, StrBuilder& out);
    Status take_object(Value error);
    Fallible<size_t> pass_surrogate(size_t start, size_t end, const char* reason, StrBuilder& out);
    Thread& thread_;
    const char* encoding_;
    std::string_view& data_;
    StrObject* errors_;
    ErrorMode mode_ = ErrorMode::Unknown;
    Ref handler_, object_;  // object_: bytes that hold `data_`; UNBOUND until they are needed
};

// Replacements that several places need: text for one character.
Status append_backslash_escape(StrBuilder&, char32_t);
Status append_character_reference(StrBuilder&, char32_t);     // &#8364;
Status append_name_escape(StrBuilder&, char32_t);             // \N{EURO SIGN}
// A surrogate in the form of a family, and back. 0: not a surrogate there.
size_t encode_surrogate(UtfFamily, char32_t, char out[4]);
char32_t decode_surrogate(UtfFamily, std::string_view data, size_t* length);

}  // namespace krait
