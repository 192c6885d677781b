// krait_ast_dump: prints the tree of Python files, for comparing with CPython's ast.dump.
//   krait_ast_dump [-m exec|eval|single] FILE…        one line per file: the dump, or "!class|line|column|message|text"
//   krait_ast_dump [-m MODE] --records                reads texts from stdin: a decimal length, '\n', the bytes, each
//   krait_ast_dump --quiet FILE…                      parses only (for timing)
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "lexer/source.h"
#include "parser/parse.h"

namespace {

using krait::Diagnostic;
using krait::SourceFile;

std::string escape(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\\')
            out += "\\\\";
        else
            out += c;
    }
    return out;
}

std::string describe(const Diagnostic& fault) {
    return "!" + std::string(to_string(fault.kind)) + "|" + std::to_string(fault.line) + "|" +
           std::to_string(static_cast<int>(fault.column)) + "|" + escape(fault.message) + "|" +
           (fault.has_text ? escape(fault.text) : "None") + "|" + fault.filename;
}

std::string dump_bytes(std::string_view bytes, std::string_view filename, const krait::ast::ParseOptions& options,
                       bool quiet) {
    auto source = SourceFile::from_bytes(bytes, filename, SourceFile::Origin::Bytes);
    if (!source) return describe(source.error());
    auto module = krait::ast::parse(*source, options);
    if (!module) return describe(module.error());
    return quiet ? std::string() : dump(*module->root());
}

int dump_records(const krait::ast::ParseOptions& options) {
    std::string length;
    while (std::getline(std::cin, length)) {
        std::string bytes(std::stoul(length), '\0');
        std::cin.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        std::cout << dump_bytes(bytes, "<test>", options, false) << '\n' << std::flush;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    krait::ast::ParseOptions options;
    options.lang36 = true;
    bool quiet = false;
    std::ios::sync_with_stdio(false);
    for (int i = 1; i < argc; ++i) {
        std::string_view argument = argv[i];
        if (argument == "-m" && i + 1 < argc) {
            std::string_view mode = argv[++i];
            options.mode = mode == "eval"     ? krait::ast::Mode::Expression
                           : mode == "single" ? krait::ast::Mode::Interactive
                                              : krait::ast::Mode::Module;
        } else if (argument == "--records") {
            return dump_records(options);
        } else if (argument == "--quiet") {
            quiet = true;
        } else {
            std::ifstream file(argv[i], std::ios::binary);
            std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
            std::string text = dump_bytes(bytes, argument, options, quiet);
            if (!quiet) std::cout << text << '\n';
        }
    }
    return 0;
}
