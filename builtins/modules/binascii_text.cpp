// binascii: uuencode, quoted-printable, BinHex.
#include <cstring>

#include "builtins/modules/binascii.h"
#include "vm/runtime/long_runs.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ uuencode

Ref binascii_a2b_uu(Thread& t, ModuleObject* module, Value data) {
    Ref keep;
    BufferView view = TRY(ascii_buffer(t, data, &keep));
    std::string_view in = view.view();
    size_t length = (in.empty() ? size_t{0} - ' ' : static_cast<size_t>(static_cast<uint8_t>(in[0])) - ' ') & 63;
    ByteBuilder out(t);
    size_t i = 1;
    uint32_t bits = 0;
    unsigned count = 0;
    while (out.length() < length) {
        uint8_t c = i < in.size() ? static_cast<uint8_t>(in[i]) : 0;
        // A line that is too short is filled up: some encoders drop blanks at the end.
        if (c == '\n' || c == '\r' || i >= in.size()) c = 0;
        else if (c < ' ' || c > ' ' + 64) return raise_class_of(t, module, "Error", "Illegal char");
        else c = (c - ' ') & 63;
        ++i;
        bits = (bits << 6 | c) & 0xFFFFFF;
        count += 6;
        if (count >= 8) TRY(out.append_byte(static_cast<uint8_t>(bits >> (count -= 8))));
    }
    auto blank = [](char c) { return c == ' ' || c == ' ' + 64 || c == '\n' || c == '\r'; };
    if (i < in.size() && TRY(end_of_run(t, in.data(), i, in.size(), blank)) < in.size())
        return raise_class_of(t, module, "Error", "Trailing garbage");
    return out.finish();
}

Ref binascii_b2a_uu(Thread& t, ModuleObject* module, Value data) {
    BufferView view = TRY(get_buffer(t, data));
    if (view.size() > 45) return raise_class_of(t, module, "Error", "At most 45 bytes at once");
    std::string_view in = view.view();
    ByteBuilder out(t);
    TRY(out.append_byte(static_cast<uint8_t>(' ' + (in.size() & 63))));
    for (size_t i = 0; i < in.size(); i += 3) {
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; ++k) bits = bits << 8 | (i + k < in.size() ? static_cast<uint8_t>(in[i + k]) : 0u);
        for (int shift = 18; shift >= 0; shift -= 6)
            TRY(out.append_byte(static_cast<uint8_t>(' ' + (bits >> shift & 63))));
    }
    TRY(out.append_byte('\n'));
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ quoted-printable

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

Ref binascii_a2b_qp(Thread& t, Value data, Value header_value) {
    bool header = !header_value.is_unbound() && TRY(is_true(t, header_value));
    Ref keep;
    BufferView view = TRY(ascii_buffer(t, data, &keep));
    std::string_view in = view.view();
    ByteBuilder out(t);
    for (size_t i = 0; i < in.size();) {
        char c = in[i];
        if (c != '=') {
            TRY(out.append_byte(static_cast<uint8_t>(header && c == '_' ? ' ' : c)));
            ++i;
            continue;
        }
        if (++i >= in.size()) break;
        if (in[i] == '\n' || in[i] == '\r') {   // soft line break
            i = std::min(in.find('\n', i), in.size() - 1) + 1;
        } else if (in[i] == '=') {              // broken encoders
            TRY(out.append_byte('='));
            ++i;
        } else if (i + 1 < in.size() && hex_digit(in[i]) >= 0 && hex_digit(in[i + 1]) >= 0) {
            TRY(out.append_byte(static_cast<uint8_t>(hex_digit(in[i]) * 16 + hex_digit(in[i + 1]))));
            i += 2;
        } else {
            TRY(out.append_byte('='));
        }
    }
    return out.finish();
}

namespace {

class QpEncoder {
  public:
    QpEncoder(Thread& t, std::string_view in, bool quote_tabs, bool is_text, bool header)
        : in_(in), quote_tabs_(quote_tabs), is_text_(is_text), header_(header), out_(t) {
        size_t first = in.find('\n');
        crlf_ = first != std::string_view::npos && first > 0 && in[first - 1] == '\r';
    }

    Ref encode() {
        for (size_t i = 0; i < in_.size();) {
            auto c = static_cast<uint8_t>(in_[i]);
            if (must_quote(i)) {
                TRY(room_for(3));
                char escaped[3] = {'=', "0123456789ABCDEF"[c >> 4], "0123456789ABCDEF"[c & 15]};
                TRY(out_.append({escaped, 3}));
                column_ += 3;
                ++i;
            } else if (is_text_ && is_line_end(i)) {
                TRY(line_end());
                i += c == '\r' ? 2 : 1;
            } else {
                bool last = i + 1 >= in_.size() || in_[i + 1] == '\n';
                if (!last) TRY(room_for(1));
                TRY(out_.append_byte(header_ && c == ' ' ? '_' : c));
                ++column_;
                ++i;
            }
        }
        return out_.finish();
    }

  private:
    static constexpr size_t kLine = 76;

    bool is_line_end(size_t i) const {
        return in_[i] == '\n' || (in_[i] == '\r' && i + 1 < in_.size() && in_[i + 1] == '\n');
    }
    bool must_quote(size_t i) const {
        auto c = static_cast<uint8_t>(in_[i]);
        bool last = i + 1 == in_.size();
        if (c > 126 || c == '=' || (header_ && c == '_')) return true;
        if (c == '.' && column_ == 0)
            return last || in_[i + 1] == '\n' || in_[i + 1] == '\r' || in_[i + 1] == 0;
        if (c == '\t' || c == ' ') return last || quote_tabs_;
        if (c == '\r' || c == '\n') return !is_text_;
        return c < 33;
    }
    // A soft line break when the line would become too long.
    Status room_for(size_t n) {
        if (column_ + n < kLine) return ok();
        TRY(out_.append(crlf_ ? "=\r\n" : "=\n"));
        column_ = 0;
        return ok();
    }
    // White space in front of a line end is quoted.
    Status line_end() {
        if (out_.length()) {
            char before = out_.view().back();
            if (before == ' ' || before == '\t') {
                out_.truncate(out_.length() - 1);
                TRY(out_.append(before == ' ' ? "=20" : "=09"));
            }
        }
        column_ = 0;
        return out_.append(crlf_ ? "\r\n" : "\n");
    }

    std::string_view in_;
    bool quote_tabs_, is_text_, header_, crlf_ = false;
    ByteBuilder out_;
    size_t column_ = 0;
};

}  // namespace

Ref binascii_b2a_qp(Thread& t, Value data, Value quotetabs, Value istext, Value header) {
    bool quote = !quotetabs.is_unbound() && TRY(is_true(t, quotetabs));
    bool text = istext.is_unbound() || TRY(is_true(t, istext));
    bool head = !header.is_unbound() && TRY(is_true(t, header));
    BufferView view = TRY(get_buffer(t, data));
    return QpEncoder(t, view.view(), quote, text, head).encode();
}

// ------------------------------------------------------------------------------------------------ BinHex

namespace {

constexpr char kHqx[] = "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";
constexpr uint8_t kRunChar = 0x90;

}  // namespace

Ref binascii_b2a_hqx(Thread& t, Value data) {
    BufferView view = TRY(get_buffer(t, data));
    ByteBuilder out(t);
    uint32_t bits = 0;
    unsigned count = 0;
    for (char c : view.view()) {
        bits = (bits << 8 | static_cast<uint8_t>(c)) & 0xFFFFFF;
        for (count += 8; count >= 6; count -= 6)
            TRY(out.append_byte(static_cast<uint8_t>(kHqx[bits >> (count - 6) & 63])));
    }
    if (count) TRY(out.append_byte(static_cast<uint8_t>(kHqx[bits << (6 - count) & 63])));
    return out.finish();
}

Ref binascii_a2b_hqx(Thread& t, ModuleObject* module, Value data) {
    Ref keep;
    BufferView view = TRY(ascii_buffer(t, data, &keep));
    ByteBuilder out(t);
    uint32_t bits = 0;
    unsigned count = 0;
    bool done = false;
    Looks looks(t);
    for (char c : view.view()) {
        TRY(looks.next());
        if (c == '\n' || c == '\r') continue;
        if (c == ':') {
            done = true;
            break;
        }
        const char* found = c ? static_cast<const char*>(std::memchr(kHqx, c, 64)) : nullptr;
        if (!found) return raise_class_of(t, module, "Error", "Illegal char");
        bits = (bits << 6 | static_cast<uint32_t>(found - kHqx)) & 0xFFFFFF;
        count += 6;
        if (count >= 8) TRY(out.append_byte(static_cast<uint8_t>(bits >> (count -= 8))));
    }
    if (count && !done) return raise_class_of(t, module, "Incomplete", "String has incomplete number of bytes");
    Ref bytes = TRY(out.finish());
    return tuple_pack(t, {bytes, Value::small_int(done)});
}

Ref binascii_rlecode_hqx(Thread& t, Value data) {
    BufferView view = TRY(get_buffer(t, data));
    std::string_view in = view.view();
    ByteBuilder out(t);
    for (size_t i = 0; i < in.size();) {
        auto c = static_cast<uint8_t>(in[i]);
        if (c == kRunChar) {
            char escaped[2] = {static_cast<char>(kRunChar), 0};
            TRY(out.append({escaped, 2}));
            ++i;
            continue;
        }
        size_t run = 1;
        while (run < 255 && i + run < in.size() && in[i + run] == in[i]) ++run;
        if (run > 3) {
            TRY(out.append_byte(c));
            TRY(out.append_byte(kRunChar));
            TRY(out.append_byte(static_cast<uint8_t>(run)));
            i += run;
        } else {
            TRY(out.append_byte(c));
            ++i;
        }
    }
    return out.finish();
}

Ref binascii_rledecode_hqx(Thread& t, ModuleObject* module, Value data) {
    BufferView view = TRY(get_buffer(t, data));
    std::string_view in = view.view();
    ByteBuilder out(t);
    for (size_t i = 0; i < in.size(); ++i) {
        auto c = static_cast<uint8_t>(in[i]);
        if (c != kRunChar) {
            TRY(out.append_byte(c));
            continue;
        }
        if (++i >= in.size()) return raise_class_of(t, module, "Incomplete", "No data");
        auto run = static_cast<uint8_t>(in[i]);
        if (run == 0) {
            TRY(out.append_byte(kRunChar));
        } else {
            if (out.length() == 0) return raise_class_of(t, module, "Error", "Orphaned RLE code at start");
            TRY(out.append_fill(out.view().back(), run - 1u));
        }
    }
    return out.finish();
}

}  // namespace krait
