// A source text ready for the lexer: decoded to UTF-8 as its encoding line (PEP 263) says, newlines as '\n', the last
// line ended. Owns the text; tokens, and nothing else, point into it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/diagnostic.h"
#include "support/result.h"

namespace krait {

class SourceFile {
  public:
    enum class Origin : std::uint8_t {
        File,   ///< bytes of a file that is run: undeclared bytes that are not UTF-8 are an error wherever they stand
        Bytes,  ///< bytes given to compile() or read by import
        Text,   ///< a str: an encoding line means nothing
    };

    /// Honours byte order mark and encoding line. Faults: unknown encoding, bytes it cannot decode, NUL bytes.
    static Result<SourceFile, Diagnostic> from_bytes(std::string_view bytes, std::string_view filename,
                                                     Origin origin = Origin::File);
    /// Text that is UTF-8 already. Faults: NUL characters.
    static Result<SourceFile, Diagnostic> from_text(std::string_view utf8, std::string_view filename);

    /// Always ends with '\n', and data()[size()] is NUL.
    std::string_view text() const { return text_; }
    /// False when the last newline of text() is not in the source.
    bool ends_with_newline() const { return ends_with_newline_; }
    const std::string& filename() const { return filename_; }
    Origin origin() const { return origin_; }
    /// The declared encoding, normalised ("utf-8", "iso-8859-1", …).
    const std::string& encoding() const { return encoding_; }

    int line_count() const;
    /// Line `number` (from 1) with its newline; empty when there is no such line.
    std::string_view line(int number) const;

  private:
    SourceFile() = default;
    void set_text(std::string_view utf8);

    std::string text_;
    std::string filename_;
    std::string encoding_ = "utf-8";
    Origin origin_ = Origin::Text;
    bool ends_with_newline_ = true;
};

/// The encoding named on one of the first two lines, or empty. `bytes` is what the file starts with.
std::string declared_encoding(std::string_view bytes);
/// A copy in which every byte that is not part of valid UTF-8 is U+FFFD: for showing a line in a message.
std::string replace_invalid_utf8(std::string_view text);

}  // namespace krait
