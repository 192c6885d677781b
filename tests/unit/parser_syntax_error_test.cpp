// Every program of tests/parser/syntax_errors.tsv must be refused as CPython 3.6 refuses it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "parser/parse.h"

namespace krait::ast {
namespace {

std::string unescape(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        char letter = text[++i];
        out += letter == 'n' ? '\n' : letter == 't' ? '\t' : letter == 'r' ? '\r' : '\\';
    }
    return out;
}

std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> fields;
    for (;;) {
        std::size_t tab = line.find('\t');
        fields.push_back(unescape(line.substr(0, tab)));
        if (tab == std::string_view::npos) return fields;
        line.remove_prefix(tab + 1);
    }
}

Mode mode_of(std::string_view name) {
    return name == "eval" ? Mode::Expression : name == "single" ? Mode::Interactive : Mode::Module;
}

TEST(ParserSyntaxErrors, Table) {
    auto path = std::filesystem::path(KRAIT_TESTS_FOLDER) / "parser" / "syntax_errors.tsv";
    std::ifstream file(path, std::ios::binary);
    ASSERT_TRUE(file) << path;
    std::string line;
    int count = 0;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> row = split(line);
        ASSERT_EQ(row.size(), 7u) << line;
        ++count;
        ParseOptions options;
        options.mode = mode_of(row[0]);
        options.lang36 = true;
        auto module = parse_text(row[1], "<test>", options);
        if (module) {
            EXPECT_EQ(row[2], "OK") << line;
            continue;
        }
        const Diagnostic& fault = module.error();
        EXPECT_EQ(std::string(to_string(fault.kind)), row[2]) << line;
        EXPECT_EQ(std::to_string(fault.line), row[3]) << line;
        EXPECT_EQ(std::to_string(static_cast<int>(fault.column)), row[4]) << line;
        EXPECT_EQ(fault.message, row[5]) << line;
        EXPECT_EQ(fault.has_text ? fault.text : "None", row[6]) << line;
    }
    EXPECT_GE(count, 120);
}

}  // namespace
}  // namespace krait::ast
