// UTF-7 (RFC 2152): direct characters as they are, runs of others as modified base 64 of UTF-16 between '+' and '-'.
#include <cstring>

#include "builtins/codecs/error_handling.h"
#include "builtins/codecs/unicode_codecs.h"
#include "support/utf8.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int base64_value(char c) {
    const char* found = c ? static_cast<const char*>(std::memchr(kBase64, c, 64)) : nullptr;
    return found ? static_cast<int>(found - kBase64) : -1;
}

// Characters that stand for themselves, as Python's encoder decides.
bool is_direct(char32_t c) {
    if (c >= 128) return false;
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return true;
    return c && std::strchr("'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}", static_cast<int>(c));
}

class Utf7Encoder {
  public:
    explicit Utf7Encoder(Thread& t) : out_(t) {}

    Ref encode(const StrObject* text) {
        for (size_t i = 0; i < text->length; ++i) {
            char32_t c = text->at(i);
            if (shifted_ && is_direct(c)) {
                TRY(end_shift());
                if (base64_value(static_cast<char>(c)) >= 0 || c == '-') TRY(out_.append_byte('-'));
            }
            if (!shifted_ && c == '+') {
                TRY(out_.append("+-"));
            } else if (!shifted_ && is_direct(c)) {
                TRY(out_.append_byte(static_cast<uint8_t>(c)));
            } else {
                TRY(put(c));
            }
        }
        if (shifted_) {
            TRY(end_shift());
            TRY(out_.append_byte('-'));
        }
        return out_.finish();
    }

  private:
    Status put(char32_t c) {
        if (!shifted_) TRY(out_.append_byte('+'));
        shifted_ = true;
        if (c >= 0x10000) {
            TRY(put_unit(0xD800 + ((c - 0x10000) >> 10)));
            c = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        return put_unit(c);
    }
    Status put_unit(uint32_t unit) {
        bits_ = bits_ << 16 | unit;
        for (count_ += 16; count_ >= 6; count_ -= 6)
            TRY(out_.append_byte(static_cast<uint8_t>(kBase64[bits_ >> (count_ - 6) & 63])));
        bits_ &= (uint64_t{1} << count_) - 1;
        return ok();
    }
    Status end_shift() {
        if (count_) TRY(out_.append_byte(static_cast<uint8_t>(kBase64[bits_ << (6 - count_) & 63])));
        bits_ = count_ = 0;
        shifted_ = false;
        return ok();
    }
    ByteBuilder out_;
    bool shifted_ = false;
    uint64_t bits_ = 0;
    unsigned count_ = 0;
};

class Utf7Decoder {
  public:
    Utf7Decoder(Thread& t, std::string_view data, StrObject* errors, size_t* consumed)
        : thread_(t), data_(data), consumed_(consumed), out_(t), handling_(t, "utf7", data_, errors) {}

    Ref decode() {
        for (size_t i = 0;;) {
            Looks looks(thread_);
            while (i < data_.size()) {
                TRY(looks.next());
                i = TRY(shifted_ ? in_shift(i) : direct(i));
            }
            if (consumed_ || !shifted_ || !(high_ || count_ >= 6 || (count_ && bits_))) break;
            shifted_ = false;
            high_ = 0;
            i = TRY(handling_.handle(shift_start_, data_.size(), "unterminated shift sequence", out_));
            if (i >= data_.size()) break;
        }
        if (shifted_ && consumed_) {   // the whole run is read again with more input
            *consumed_ = shift_start_;
            Ref all = TRY(out_.finish());
            return str_substring(thread_, all.as<StrObject>(), 0, length_before_);
        }
        if (consumed_) *consumed_ = data_.size();
        return out_.finish();
    }

  private:
    Fallible<size_t> direct(size_t i) {
        auto c = static_cast<uint8_t>(data_[i]);
        if (c == '+') {
            if (i + 1 < data_.size() && data_[i + 1] == '-') {
                TRY(out_.append_char('+'));
                return i + 2;
            }
            shifted_ = true;
            shift_start_ = i;
            length_before_ = out_.length();
            bits_ = count_ = 0;
            high_ = 0;
            return i + 1;
        }
        if (c >= 128) return handling_.handle(i, i + 1, "unexpected special character", out_);
        TRY(out_.append_char(c));
        return i + 1;
    }

    Fallible<size_t> in_shift(size_t i) {
        char c = data_[i];
        int value = base64_value(c);
        if (value >= 0) {
            bits_ = bits_ << 6 | static_cast<unsigned>(value);
            count_ += 6;
            if (count_ >= 16) TRY(take_unit());
            return i + 1;
        }
        shifted_ = false;
        const char* fault = nullptr;
        if (count_ >= 6) fault = "partial character in base64 sequence";
        else if (count_ && bits_) fault = "non-zero padding bits in base64 sequence";
        bool direct_next = static_cast<uint8_t>(c) < 128 && c != '+';
        if (high_ && !fault && direct_next) TRY(out_.append_char(high_));
        if (fault) return handling_.handle(shift_start_, i + 1, fault, out_);
        if (c == '-') return i + 1;
        return i;
    }

    Status take_unit() {
        count_ -= 16;
        auto unit = static_cast<char32_t>(bits_ >> count_ & 0xFFFF);
        bits_ &= (uint64_t{1} << count_) - 1;
        if (high_) {
            char32_t first = high_;
            high_ = 0;
            if (unit >= 0xDC00 && unit < 0xE000)
                return out_.append_char(0x10000 + ((first - 0xD800) << 10) + (unit - 0xDC00));
            TRY(out_.append_char(first));
        }
        if (unit >= 0xD800 && unit < 0xDC00) high_ = unit;
        else TRY(out_.append_char(unit));
        return ok();
    }

    Thread& thread_;
    std::string_view data_;
    size_t* consumed_;
    StrBuilder out_;
    DecodeErrors handling_;
    bool shifted_ = false;
    size_t shift_start_ = 0, length_before_ = 0;
    uint64_t bits_ = 0;
    unsigned count_ = 0;
    char32_t high_ = 0;
};

}  // namespace

Ref encode_utf7(Thread& t, StrObject* text, StrObject*) { return Utf7Encoder(t).encode(text); }

Ref decode_utf7(Thread& t, std::string_view data, StrObject* errors, size_t* consumed) {
    return Utf7Decoder(t, data, errors, consumed).decode();
}

}  // namespace krait
