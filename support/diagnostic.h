// What lexer, parser and compiler report: plain data that the VM later turns into a Python exception.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace krait {

// The exception class that the diagnostic becomes.
enum class DiagnosticKind : std::uint8_t {
    SyntaxError,
    IndentationError,
    TabError,
    UnicodeDecodeError,
    MemoryError,
    RecursionError,
    ValueError,
    OverflowError,
    Stopped,   // the caller's Poll refused to go on: it knows why
};

constexpr std::string_view to_string(DiagnosticKind kind) {
    switch (kind) {
        case DiagnosticKind::SyntaxError: return "SyntaxError";
        case DiagnosticKind::IndentationError: return "IndentationError";
        case DiagnosticKind::TabError: return "TabError";
        case DiagnosticKind::UnicodeDecodeError: return "UnicodeDecodeError";
        case DiagnosticKind::MemoryError: return "MemoryError";
        case DiagnosticKind::RecursionError: return "RecursionError";
        case DiagnosticKind::ValueError: return "ValueError";
        case DiagnosticKind::OverflowError: return "OverflowError";
        case DiagnosticKind::Stopped: return "Stopped";
    }
    return "SyntaxError";
}

// Where CPython says -1: what is wrong began in a string that began on an earlier line.
constexpr std::uint32_t kColumnBefore = UINT32_MAX;

struct Diagnostic {
    DiagnosticKind kind = DiagnosticKind::SyntaxError;
    std::string message;      // UTF-8
    std::uint32_t line = 0;   // from 1; 0: unknown
    std::uint32_t column = 0; // from 1, in characters; 0: unknown; kColumnBefore: on an earlier line
    std::string text{};       // the source line (UTF-8), with its newline when there was one
    std::string filename{};
    bool has_text = false;    // Python shows `text` as None when it is false

    static Diagnostic syntax(std::string message, std::uint32_t line, std::uint32_t column = 0) {
        Diagnostic diagnostic;
        diagnostic.message = std::move(message);
        diagnostic.line = line;
        diagnostic.column = column;
        return diagnostic;
    }
    static Diagnostic of(DiagnosticKind kind, std::string message, std::uint32_t line = 0, std::uint32_t column = 0) {
        Diagnostic diagnostic = syntax(std::move(message), line, column);
        diagnostic.kind = kind;
        return diagnostic;
    }
    Diagnostic&& with_text(std::string_view source_line) && {
        text = source_line;
        has_text = true;
        return std::move(*this);
    }
};

}  // namespace krait
