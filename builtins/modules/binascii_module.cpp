// Module binascii: hexadecimal, base 64, checksums. uuencode, quoted-printable and BinHex are in binascii_text.cpp.
#include "builtins/modules/binascii.h"

#include "builtins/types/bytes_methods.h"
#include "vm/runtime/limits.h"

namespace krait {

Fallible<BufferView> ascii_buffer(Thread& t, Value v, Ref* keep) {
    StrObject* text = as_str(v);
    if (!text) {
        if (!has_buffer(t, v))
            return raise(t, Exc::TypeError, "argument should be bytes, buffer or ASCII string, not '%.100s'",
                         type_name_of(t, v));
        return get_buffer(t, v);
    }
    if (!text->ascii()) return raise(t, Exc::ValueError, "string argument should contain only ASCII characters");
    *keep = TRY(bytes_from(t, text->ascii_view()));
    return get_buffer(t, *keep);
}

namespace {

// ------------------------------------------------------------------------------------------------ hexadecimal

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

Ref binascii_hexlify(Thread& t, Value data) {
    BufferView view = TRY(get_buffer(t, data));
    Ref text = TRY(hex_of(t, view.view()));
    return bytes_from(t, text.as<StrObject>()->ascii_view());
}

Ref binascii_unhexlify(Thread& t, ModuleObject* module, Value hexstr) {
    Ref keep;
    BufferView view = TRY(ascii_buffer(t, hexstr, &keep));
    if (view.size() % 2) return raise_class_of(t, module, "Error", "Odd-length string");
    ByteBuilder out(t);
    TRY(out.expect(view.size() / 2));
    for (size_t i = 0; i < view.size(); i += 2) {
        int high = hex_digit(view.data()[i]), low = hex_digit(view.data()[i + 1]);
        if (high < 0 || low < 0) return raise_class_of(t, module, "Error", "Non-hexadecimal digit found");
        TRY(out.append_byte(static_cast<uint8_t>(high * 16 + low)));
    }
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ base 64

constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

struct Base64Table {
    int8_t value[256];
    constexpr Base64Table() : value() {
        for (int8_t& v : value) v = -1;
        for (int i = 0; i < 64; ++i) value[static_cast<uint8_t>(kBase64[i])] = static_cast<int8_t>(i);
    }
};
constexpr Base64Table kBase64Values;

// Padding ends the data once it completes a group; other characters are skipped.
Ref binascii_a2b_base64(Thread& t, ModuleObject* module, Value data) {
    Ref keep;
    BufferView view = TRY(ascii_buffer(t, data, &keep));
    if (view.size() > 65536) TRY(charge_work(t, view.size() / 8));
    ByteBuilder out(t);
    TRY(out.expect(view.size() / 4 * 3 + 3));
    Looks looks(t);
    uint32_t bits = 0;
    unsigned in_group = 0;
    std::string_view text = view.view();
    for (size_t i = 0; i < text.size(); ++i) {
        TRY(looks.next());
        if (text[i] == '=') {
            if (in_group < 2) continue;
            // Enough padding for the group: the rest of the text does not matter.
            size_t pads = 0, k = i;
            for (; k < text.size() && in_group + pads < 4; ++k) {
                TRY(looks.next());
                if (text[k] == '=') ++pads;
                else if (kBase64Values.value[static_cast<uint8_t>(text[k])] >= 0) break;
            }
            if (in_group + pads < 4) continue;
            in_group = 0;
            break;
        }
        int value = kBase64Values.value[static_cast<uint8_t>(text[i])];
        if (value < 0) continue;
        bits = bits << 6 | static_cast<uint32_t>(value);
        if (in_group) TRY(out.append_byte(static_cast<uint8_t>(bits >> (6 - 2 * in_group))));
        in_group = (in_group + 1) % 4;
    }
    if (in_group) return raise_class_of(t, module, "Error", "Incorrect padding");
    return out.finish();
}

Ref binascii_b2a_base64(Thread& t, Value data, Value newline) {
    BufferView view = TRY(get_buffer(t, data));
    bool line_end = newline.is_unbound() || TRY(is_true(t, newline));
    if (view.size() > 65536) TRY(charge_work(t, view.size() / 8));
    ByteBuilder out(t);
    TRY(out.expect(view.size() / 3 * 4 + 5));
    std::string_view in = view.view();
    for (size_t i = 0; i < in.size(); i += 3) {
        size_t n = std::min<size_t>(3, in.size() - i);
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; ++k) bits = bits << 8 | (k < n ? static_cast<uint8_t>(in[i + k]) : 0u);
        char group[4] = {kBase64[bits >> 18 & 63], kBase64[bits >> 12 & 63], n > 1 ? kBase64[bits >> 6 & 63] : '=',
                         n > 2 ? kBase64[bits & 63] : '='};
        TRY(out.append({group, 4}));
    }
    if (line_end) TRY(out.append_byte('\n'));
    return out.finish();
}

// ------------------------------------------------------------------------------------------------ checksums

struct CrcTable {
    uint32_t value[256];
    constexpr CrcTable() : value() {
        for (uint32_t i = 0; i < 256; ++i) {
            uint32_t c = i;
            for (int k = 0; k < 8; ++k) c = c & 1 ? 0xEDB88320u ^ c >> 1 : c >> 1;
            value[i] = c;
        }
    }
};
constexpr CrcTable kCrc32;

// Start values count modulo their width.
Fallible<uint64_t> start_value(Thread& t, Value v) {
    if (v.is_unbound()) return uint64_t{0};
    Ref number = TRY(as_index(t, v));
    return int_to_bigint(number).low64();
}

Ref binascii_crc32(Thread& t, Value data, Value start) {
    auto crc = ~static_cast<uint32_t>(TRY(start_value(t, start)));
    BufferView view = TRY(get_buffer(t, data));
    if (view.size() > 65536) TRY(charge_work(t, view.size() / 8));
    TRY(in_stretches(t, view.size(), [&](size_t i, size_t end) {
        for (; i < end; ++i) crc = kCrc32.value[(crc ^ static_cast<uint8_t>(view.data()[i])) & 0xFF] ^ crc >> 8;
    }));
    return make_int(t, static_cast<int64_t>(crc ^ 0xFFFFFFFFu));
}

Ref binascii_crc_hqx(Thread& t, Value data, Value start) {
    auto crc = static_cast<uint32_t>(TRY(start_value(t, start)) & 0xFFFF);
    BufferView view = TRY(get_buffer(t, data));
    if (view.size() > 65536) TRY(charge_work(t, view.size()));
    Looks looks(t);
    for (char c : view.view()) {
        TRY(looks.next());
        crc ^= uint32_t{static_cast<uint8_t>(c)} << 8;
        for (int k = 0; k < 8; ++k) crc = crc & 0x8000 ? (crc << 1 ^ 0x1021) & 0xFFFF : crc << 1;
    }
    return make_int(t, static_cast<int64_t>(crc));
}

constexpr MethodDef kFunctions[] = {
    function<binascii_a2b_base64>("a2b_base64", "(module, data, /)", "Decode a line of base64 data."),
    function<binascii_unhexlify>("a2b_hex", "(module, hexstr, /)", "Binary data of hexadecimal representation."),
    function<binascii_a2b_hqx>("a2b_hqx", "(module, data, /)", "Decode .hqx coding."),
    function<binascii_a2b_qp>("a2b_qp", "(data, header=False)", "Decode a string of qp-encoded data."),
    function<binascii_a2b_uu>("a2b_uu", "(module, data, /)", "Decode a line of uuencoded data."),
    function<binascii_b2a_base64>("b2a_base64", "(data, *, newline=True)", "Base64-code line of data."),
    function<binascii_hexlify>("b2a_hex", "(data, /)", "Hexadecimal representation of binary data."),
    function<binascii_b2a_hqx>("b2a_hqx", "(data, /)", "Encode .hqx data."),
    function<binascii_b2a_qp>("b2a_qp", "(data, quotetabs=False, istext=True, header=False)",
                              "Encode a string using quoted-printable encoding."),
    function<binascii_b2a_uu>("b2a_uu", "(module, data, /)", "Uuencode line of data."),
    function<binascii_crc32>("crc32", "(data, crc=0, /)", "Compute CRC-32 incrementally."),
    function<binascii_crc_hqx>("crc_hqx", "(data, crc, /)", "Compute CRC-CCITT incrementally."),
    function<binascii_hexlify>("hexlify", "(data, /)", "Hexadecimal representation of binary data."),
    function<binascii_rlecode_hqx>("rlecode_hqx", "(data, /)", "Binhex RLE-code binary data."),
    function<binascii_rledecode_hqx>("rledecode_hqx", "(module, data, /)", "Decode hexbin RLE-coded string."),
    function<binascii_unhexlify>("unhexlify", "(module, hexstr, /)", "Binary data of hexadecimal representation."),
};

Status binascii_exec(Thread& t, ModuleObject* module) {
    Ref error = TRY(module_add_exception(t, module, "binascii", "Error", Exc::ValueError));
    Ref incomplete = TRY(module_add_exception(t, module, "binascii", "Incomplete", Exc::Exception));
    return ok();
}

}  // namespace

extern const ModuleDef kBinasciiModule;
constinit const ModuleDef kBinasciiModule = {"binascii", "Conversion between binary data and ASCII", kFunctions,
                                             binascii_exec};

}  // namespace krait
