// krait_frozen_compiler OUTPUT [NAME FILE.py]...: compiles the library's modules while it is built, for freeze.py.
// OUTPUT receives for each "NAME SIZE\n" and SIZE bytes, the marshalled code.
#include <cstdio>
#include <string>

#include "compiler/compiler.h"
#include "compiler/marshal_writer.h"
#include "lexer/source.h"
#include "parser/parse.h"

namespace {

using namespace krait;

bool read_file(const char* path, std::string* out) {
    std::FILE* file = std::fopen(path, "rb");
    if (!file) return false;
    char buffer[1 << 14];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out->append(buffer, n);
    bool good = !std::ferror(file);
    std::fclose(file);
    return good;
}

int fail(const char* path, const Diagnostic& fault) {
    std::fprintf(stderr, "%s:%u: %s\n", path, static_cast<unsigned>(fault.line), fault.message.c_str());
    return 1;
}

int compile_module(const std::string& name, const char* path, std::string* out) {
    std::string text, filename = "<frozen " + name + ">";
    if (!read_file(path, &text)) {
        std::fprintf(stderr, "%s: cannot be read\n", path);
        return 1;
    }
    auto source = SourceFile::from_text(text, filename);
    if (!source) return fail(path, source.error());
    auto tree = ast::parse(source.value(), ast::ParseOptions());
    if (!tree) return fail(path, tree.error());
    auto code = compile(*tree.value().root(), filename, CompileOptions());
    if (!code) return fail(path, code.error());
    std::string data = marshal_code(*code.value(), MarshalTexts::Shared);
    *out += name + " " + std::to_string(data.size()) + "\n" + data;
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2 || count % 2 != 0) return 2;
    std::string out;
    for (int i = 2; i < count; i += 2) {
        if (int status = compile_module(arguments[i], arguments[i + 1], &out)) return status;
    }
    std::FILE* file = std::fopen(arguments[1], "wb");
    bool good = file && std::fwrite(out.data(), 1, out.size(), file) == out.size();
    if (file) good = std::fclose(file) == 0 && good;
    if (!good) std::fprintf(stderr, "%s: cannot be written\n", arguments[1]);
    return good ? 0 : 1;
}
