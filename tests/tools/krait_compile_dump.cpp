// Compiles many source files in one process, for tests/tools/compare_bytecode.py and tests/compiler/run.py.
//
//   krait_compile_dump [-O LEVEL] [--mode exec|single|eval] [--dis]  < list
//
// Every line of the list is "SOURCE<TAB>OUTPUT[<TAB>NAME]". OUTPUT receives a .pyc, or with --dis the disassembly of
// the module and everything inside it; a source that does not compile gives OUTPUT.err with four lines: kind, message,
// line, column. NAME is the filename the code objects carry (SOURCE when it is missing).
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "compiler/compiler.h"
#include "compiler/disassembler.h"
#include "compiler/marshal_writer.h"
#include "lexer/source.h"
#include "parser/parse.h"

namespace {

using namespace krait;

struct Settings {
    int optimize = 0;
    ast::Mode mode = ast::Mode::Module;
    bool disassemble = false;
    bool lang36 = true;   // what is refused is compared with CPython 3.6, too
};

void write_file(const std::string& path, const std::string& data) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << data;
}

void write_fault(const std::string& path, const Diagnostic& fault) {
    std::ostringstream text;
    text << to_string(fault.kind) << '\n'
         << fault.message << '\n'
         << fault.line << '\n'
         << static_cast<int>(fault.column) << '\n';
    write_file(path + ".err", text.str());
}

void compile_one(const std::string& source_path, const std::string& output, const std::string& name,
                 const Settings& settings) {
    std::ifstream file(source_path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    auto source = SourceFile::from_bytes(bytes.str(), name, SourceFile::Origin::Bytes);
    if (!source) return write_fault(output, source.error());
    ast::ParseOptions parse_options;
    parse_options.mode = settings.mode;
    parse_options.lang36 = settings.lang36;
    auto parsed = ast::parse(*source, parse_options);
    if (!parsed) return write_fault(output, parsed.error());
    CompileOptions options;
    options.optimize = settings.optimize;
    options.lang36 = settings.lang36;
    auto code = compile(*parsed->root(), name, options);
    if (!code) return write_fault(output, code.error());
    write_file(output, settings.disassemble ? disassemble_all(**code) : write_pyc(**code, 0, 0));
}

}  // namespace

int main(int argc, char** argv) {
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        if (!std::strcmp(argv[i], "-O") && i + 1 < argc) settings.optimize = std::atoi(argv[++i]);
        if (!std::strcmp(argv[i], "--dis")) settings.disassemble = true;
        if (!std::strcmp(argv[i], "--later")) settings.lang36 = false;
        if (!std::strcmp(argv[i], "--mode") && i + 1 < argc) {
            std::string mode = argv[++i];
            settings.mode = mode == "single" ? krait::ast::Mode::Interactive
                            : mode == "eval" ? krait::ast::Mode::Expression
                                             : krait::ast::Mode::Module;
        }
    }
    std::string line;
    while (std::getline(std::cin, line)) {
        size_t tab = line.find('\t');
        if (tab == std::string::npos) continue;
        size_t second = line.find('\t', tab + 1);
        std::string source = line.substr(0, tab);
        std::string output = line.substr(tab + 1, second == std::string::npos ? second : second - tab - 1);
        compile_one(source, output, second == std::string::npos ? source : line.substr(second + 1), settings);
    }
}
