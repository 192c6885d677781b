#include "lexer/source.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <optional>

#include "support/utf8.h"

namespace krait {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

bool is_encoding_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

std::string lower(std::string_view name) {
    std::string out(name);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    return out;
}

// The spelling CPython uses for the two encodings its tokenizer knows by itself; other names stay as written.
std::string normal_encoding_name(std::string_view name) {
    std::string key = lower(name.substr(0, 12));
    std::replace(key.begin(), key.end(), '_', '-');
    if (key == "utf-8" || key.starts_with("utf-8-")) return "utf-8";
    for (std::string_view latin : {"latin-1", "iso-8859-1", "iso-latin-1"})
        if (key == latin || key.starts_with(std::string(latin) + "-")) return "iso-8859-1";
    return std::string(name);
}

// The name after "coding:" or "coding=" in a comment line; `only_blank` tells whether a second line may declare it.
std::string encoding_of_line(std::string_view line, bool* only_blank) {
    std::size_t i = 0;
    while (i < line.size() && is_blank(line[i])) ++i;
    *only_blank = i == line.size() || line[i] == '#';
    if (i == line.size() || line[i] != '#') return {};
    for (std::size_t at = line.find("coding", i); at != std::string_view::npos; at = line.find("coding", at + 1)) {
        std::size_t p = at + 6;
        if (p >= line.size() || (line[p] != ':' && line[p] != '=')) continue;
        ++p;
        while (p < line.size() && (line[p] == ' ' || line[p] == '\t')) ++p;
        std::size_t begin = p;
        while (p < line.size() && is_encoding_char(line[p])) ++p;
        if (p > begin) return normal_encoding_name(line.substr(begin, p - begin));
    }
    return {};
}

enum class Codec : std::uint8_t { Utf8, Latin1, Ascii, Cp1252, Latin9, Koi8R };

std::optional<Codec> find_codec(std::string_view name) {
    struct Row {
        std::string_view name;
        Codec codec;
    };
    static constexpr Row kNames[] = {
        {"utf-8", Codec::Utf8},         {"utf8", Codec::Utf8},           {"u8", Codec::Utf8},
        {"utf", Codec::Utf8},           {"cp65001", Codec::Utf8},        {"iso-8859-1", Codec::Latin1},
        {"iso8859-1", Codec::Latin1},   {"iso88591", Codec::Latin1},     {"8859", Codec::Latin1},
        {"cp819", Codec::Latin1},       {"latin", Codec::Latin1},        {"latin1", Codec::Latin1},
        {"latin-1", Codec::Latin1},     {"l1", Codec::Latin1},           {"ascii", Codec::Ascii},
        {"us-ascii", Codec::Ascii},     {"646", Codec::Ascii},           {"ansi-x3.4-1968", Codec::Ascii},
        {"cp1252", Codec::Cp1252},      {"1252", Codec::Cp1252},         {"windows-1252", Codec::Cp1252},
        {"iso-8859-15", Codec::Latin9}, {"iso8859-15", Codec::Latin9},   {"latin9", Codec::Latin9},
        {"latin-9", Codec::Latin9},     {"l9", Codec::Latin9},           {"koi8-r", Codec::Koi8R},
        {"koi8r", Codec::Koi8R},        {"cskoi8r", Codec::Koi8R},
    };
    std::string key = lower(name);
    std::replace(key.begin(), key.end(), '_', '-');
    for (const Row& row : kNames)
        if (row.name == key) return row.codec;
    return std::nullopt;
}

// Bytes 0x80..0x9F of Windows-1252; 0 where it is undefined.
constexpr std::array<char16_t, 32> kCp1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                              0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// Bytes 0x80..0xFF of KOI8-R.
constexpr std::array<char16_t, 128> kKoi8R = {
    0x2500, 0x2502, 0x250C, 0x2510, 0x2514, 0x2518, 0x251C, 0x2524, 0x252C, 0x2534, 0x253C, 0x2580,
    0x2584, 0x2588, 0x258C, 0x2590, 0x2591, 0x2592, 0x2593, 0x2320, 0x25A0, 0x2219, 0x221A, 0x2248,
    0x2264, 0x2265, 0x00A0, 0x2321, 0x00B0, 0x00B2, 0x00B7, 0x00F7, 0x2550, 0x2551, 0x2552, 0x0451,
    0x2553, 0x2554, 0x2555, 0x2556, 0x2557, 0x2558, 0x2559, 0x255A, 0x255B, 0x255C, 0x255D, 0x255E,
    0x255F, 0x2560, 0x2561, 0x0401, 0x2562, 0x2563, 0x2564, 0x2565, 0x2566, 0x2567, 0x2568, 0x2569,
    0x256A, 0x256B, 0x256C, 0x00A9, 0x044E, 0x0430, 0x0431, 0x0446, 0x0434, 0x0435, 0x0444, 0x0433,
    0x0445, 0x0438, 0x0439, 0x043A, 0x043B, 0x043C, 0x043D, 0x043E, 0x043F, 0x044F, 0x0440, 0x0441,
    0x0442, 0x0443, 0x0436, 0x0432, 0x044C, 0x044B, 0x0437, 0x0448, 0x044D, 0x0449, 0x0447, 0x044A,
    0x042E, 0x0410, 0x0411, 0x0426, 0x0414, 0x0415, 0x0424, 0x0413, 0x0425, 0x0418, 0x0419, 0x041A,
    0x041B, 0x041C, 0x041D, 0x041E, 0x041F, 0x042F, 0x0420, 0x0421, 0x0422, 0x0423, 0x0416, 0x0412,
    0x042C, 0x042B, 0x0417, 0x0428, 0x042D, 0x0429, 0x0427, 0x042A,
};

// The character of one byte in a one-byte encoding; nothing when it has none.
std::optional<char32_t> decode_byte(Codec codec, unsigned char byte) {
    if (byte < 0x80) return byte;
    switch (codec) {
        case Codec::Utf8:
        case Codec::Ascii: return std::nullopt;
        case Codec::Latin1: return byte;
        case Codec::Cp1252:
            if (byte >= 0xA0) return byte;
            if (char16_t c = kCp1252[byte - 0x80]) return c;
            return std::nullopt;
        case Codec::Koi8R: return kKoi8R[byte - 0x80];
        case Codec::Latin9:
            switch (byte) {
                case 0xA4: return 0x20AC;
                case 0xA6: return 0x160;
                case 0xA8: return 0x161;
                case 0xB4: return 0x17D;
                case 0xB8: return 0x17E;
                case 0xBC: return 0x152;
                case 0xBD: return 0x153;
                case 0xBE: return 0x178;
                default: return byte;
            }
    }
    return std::nullopt;
}

std::string undecodable_byte(std::string_view codec, unsigned char byte, std::size_t position,
                             std::string_view reason) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "0x%02x", byte);
    return "'" + std::string(codec) + "' codec can't decode byte " + hex + " in position " + std::to_string(position) +
           ": " + std::string(reason);
}

Result<std::string, Diagnostic> decode(std::string_view bytes, Codec codec) {
    if (codec == Codec::Utf8) {
        Utf8Error error = utf8_validate(bytes);
        if (!error) return std::string(bytes);
        return fail(Diagnostic::syntax(undecodable_byte("utf-8", static_cast<unsigned char>(bytes[error.position]),
                                                        error.position, to_string(error.fault)),
                                       0));
    }
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto byte = static_cast<unsigned char>(bytes[i]);
        std::optional<char32_t> c = decode_byte(codec, byte);
        if (!c) {
            bool ascii = codec == Codec::Ascii;
            return fail(Diagnostic::syntax(
                undecodable_byte(ascii ? "ascii" : "charmap", byte, i,
                                 ascii ? "ordinal not in range(128)" : "character maps to <undefined>"),
                0));
        }
        utf8_append(*c, &out);
    }
    return out;
}

Diagnostic undeclared_bytes(std::string_view bytes, std::size_t position, std::string_view filename) {
    auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(position), '\n');
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned char>(bytes[position]));
    return Diagnostic::syntax("Non-UTF-8 code starting with '" + std::string(hex) + "' in file " +
                                  std::string(filename) + " on line " + std::to_string(line) +
                                  ", but no encoding declared; see http://python.org/dev/peps/pep-0263/ for details",
                              static_cast<std::uint32_t>(line));
}

// Where the first line ends: quickly, however long it is.
std::size_t first_line_end(std::string_view bytes) {
    std::size_t newline = bytes.find('\n');
    return std::min(newline, bytes.substr(0, newline).find('\r'));
}

// The line (1 or 2) that declares the encoding.
std::uint32_t declaring_line(std::string_view bytes) {
    bool only_blank = false;
    return encoding_of_line(bytes.substr(0, first_line_end(bytes)), &only_blank).empty() ? 2 : 1;
}

// The first byte that does not belong to something of the shape of UTF-8. Of a file without declaration CPython checks
// no more; what is overlong or a surrogate is found where it is used, and passes in a comment.
std::optional<std::size_t> first_unshapely_byte(std::string_view bytes) {
    for (std::size_t i = ascii_prefix(bytes); i < bytes.size();) {
        auto lead = static_cast<unsigned char>(bytes[i]);
        std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC0 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF8 ? 4
                                           : 0;
        if (length == 0 || length > bytes.size() - i) return i;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80) return i;
        i += length;
    }
    return std::nullopt;
}

}  // namespace

std::string declared_encoding(std::string_view bytes) {
    for (int line_number = 0; line_number < 2; ++line_number) {
        std::size_t end = first_line_end(bytes);
        bool only_blank = false;
        std::string name = encoding_of_line(bytes.substr(0, end), &only_blank);
        if (!name.empty()) return name;
        if (!only_blank || end == std::string_view::npos) return {};
        bool two = bytes[end] == '\r' && end + 1 < bytes.size() && bytes[end + 1] == '\n';
        bytes.remove_prefix(end + (two ? 2 : 1));
    }
    return {};
}

std::string replace_invalid_utf8(std::string_view text) {
    if (!utf8_validate(text)) return std::string(text);
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        Utf8Char c = utf8_decode_one(text, i);
        if (c.fault == Utf8Fault::None)
            out.append(text.substr(i, c.length));
        else
            out.append("\xEF\xBF\xBD");
        i += std::max<std::size_t>(c.length, 1);
    }
    return out;
}

void SourceFile::set_text(std::string_view utf8) {
    text_.clear();
    text_.reserve(utf8.size() + 1);
    while (!utf8.empty()) {
        std::size_t end = utf8.find('\r');
        text_.append(utf8.substr(0, end));
        if (end == std::string_view::npos) break;
        text_.push_back('\n');
        bool two = end + 1 < utf8.size() && utf8[end + 1] == '\n';
        utf8.remove_prefix(end + (two ? 2 : 1));
    }
    ends_with_newline_ = !text_.empty() && text_.back() == '\n';
    if (!ends_with_newline_) text_.push_back('\n');
}

Result<SourceFile, Diagnostic> SourceFile::from_text(std::string_view utf8, std::string_view filename) {
    if (utf8.find('\0') != std::string_view::npos) {
        Diagnostic fault = Diagnostic::of(DiagnosticKind::ValueError, "source code string cannot contain null bytes");
        fault.filename = filename;
        return fail(std::move(fault));
    }
    SourceFile source;
    source.filename_ = filename;
    source.set_text(utf8);
    return source;
}

Result<SourceFile, Diagnostic> SourceFile::from_bytes(std::string_view bytes, std::string_view filename,
                                                      Origin origin) {
    auto fault = [&](Diagnostic diagnostic) {
        diagnostic.filename = filename;
        return fail(std::move(diagnostic));
    };
    const bool file = origin == Origin::File;
    bool marked = bytes.starts_with(kByteOrderMark);
    if (marked) bytes.remove_prefix(kByteOrderMark.size());
    std::string declared = declared_encoding(bytes);
    if (marked && !declared.empty() && declared != "utf-8")
        return fault(
            Diagnostic::syntax("encoding problem: " + declared + " with BOM", file ? declaring_line(bytes) : 0));

    std::string decoded;
    if (declared.empty() || declared == "utf-8") {
        auto wrong = file && !marked && declared.empty() ? first_unshapely_byte(bytes) : std::nullopt;
        if (wrong) return fault(undeclared_bytes(bytes, *wrong, filename));
    } else {
        std::optional<Codec> codec = find_codec(declared);
        if (!codec)
            return fault(file ? Diagnostic::syntax("encoding problem: " + declared, declaring_line(bytes))
                              : Diagnostic::syntax("unknown encoding: " + declared, 0));
        Result<std::string, Diagnostic> result = decode(bytes, *codec);
        if (!result && file) return fault(Diagnostic::syntax("encoding problem: " + declared, declaring_line(bytes)));
        if (!result) return fault(std::move(result.error()));
        decoded = result.take();
        bytes = decoded;
    }
    Result<SourceFile, Diagnostic> source = from_text(bytes, filename);
    if (source) {
        source->origin_ = origin;
        if (!declared.empty()) source->encoding_ = declared;
    }
    return source;
}

int SourceFile::line_count() const { return static_cast<int>(std::count(text_.begin(), text_.end(), '\n')); }

std::string_view SourceFile::line(int number) const {
    std::string_view rest = text_;
    for (int i = 1; i < number && !rest.empty(); ++i) rest.remove_prefix(std::min(rest.find('\n') + 1, rest.size()));
    if (number < 1 || rest.empty()) return {};
    return rest.substr(0, rest.find('\n') + 1);
}

}  // namespace krait
