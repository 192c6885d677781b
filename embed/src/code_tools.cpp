// Compiling without an interpreter: listings and .pyc files.
#include <krait/krait.hpp>

#include "compiler/compiler.h"
#include "compiler/disassembler.h"
#include "compiler/marshal_writer.h"
#include "embed/src/api_errors.h"
#include "embed/src/internal_form.h"
#include "lexer/source.h"
#include "parser/parse.h"

namespace krait {
inline namespace api {
namespace {

// As the traceback module prints a SyntaxError that nothing handles.
[[noreturn]] void throw_diagnostic(const Diagnostic& fault, const std::string& filename, std::string_view source,
                                   bool from_zero) {
    std::string text(fault.text);
    if (text.empty() && fault.line) {
        std::size_t begin = 0;
        for (std::uint32_t line = 1; line < fault.line && begin != std::string_view::npos; ++line) {
            begin = source.find('\n', begin);
            if (begin != std::string_view::npos) ++begin;
        }
        if (begin != std::string_view::npos) text = source.substr(begin, source.find('\n', begin) - begin);
    }
    std::string shown = "  File \"" + filename + "\", line " + std::to_string(fault.line) + "\n";
    std::size_t indent = text.find_first_not_of(" \t");
    if (indent != std::string::npos) {
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
        shown += "    " + text.substr(indent) + "\n";
        std::size_t column = fault.column == kColumnBefore ? 0 : fault.column + (from_zero ? 1 : 0);
        if (column > indent) shown += "    " + std::string(column - 1 - indent, ' ') + "^\n";
    }
    std::string type(to_string(fault.kind));
    shown += type + ": " + fault.message + "\n";
    bridge::ErrorData data;
    data.type = type;
    data.message = fault.message;
    data.traceback = shown;
    data.frames.push_back({filename, "", "", static_cast<int>(fault.line)});
    detail::throw_error(nullptr, std::move(data));
}

std::shared_ptr<CompiledCode> compile_file(std::string_view source, const std::string& filename, int optimize,
                                           bool lang36) {
    auto file = SourceFile::from_bytes(source, filename);
    if (!file) throw_diagnostic(file.error(), filename, source, false);
    ast::ParseOptions how;
    how.lang36 = lang36;
    auto tree = ast::parse(file.value(), how);
    if (!tree) throw_diagnostic(tree.error(), filename, source, false);
    CompileOptions options;
    options.optimize = optimize;
    options.lang36 = lang36;
    auto code = compile(*tree.value().root(), filename, options);
    if (!code) throw_diagnostic(code.error(), filename, source, true);
    return code.value();
}

}  // namespace

std::string disassemble(std::string_view source, const std::string& filename, int optimize, bool lang36) {
    return krait::disassemble_all(*compile_file(source, filename, optimize, lang36));
}

std::string internal_form(std::string_view source, const std::string& filename, int optimize, bool lang36) {
    return bridge::internal_form_of(*compile_file(source, filename, optimize, lang36));
}

std::string compile_pyc(std::string_view source, const std::string& filename, std::uint32_t source_mtime,
                        int optimize, bool lang36) {
    return write_pyc(*compile_file(source, filename, optimize, lang36), source_mtime,
                     static_cast<std::uint32_t>(source.size()));
}

}  // namespace api
}  // namespace krait
