// Trees of tests/parser/*.py against the goldens beside them (*.ast, one line per statement), and what goldens cannot
// say: identity of names, visitors, limits.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "lexer/source.h"
#include "parser/ast_visitor.h"
#include "parser/parse.h"

namespace krait::ast {
namespace {

namespace fs = std::filesystem;

fs::path data_folder() { return fs::path(KRAIT_TESTS_FOLDER) / "parser"; }

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string dump_text(std::string_view text, Mode mode = Mode::Module) {
    auto module = parse_text(text, "<test>", mode);
    return module ? dump(*module->root(), false) : module.error().message;
}

TEST(ParserTree, Goldens) {
    int count = 0;
    for (const auto& entry : fs::directory_iterator(data_folder())) {
        if (entry.path().extension() != ".py") continue;
        ++count;
        auto module = parse_text(read(entry.path()), entry.path().string());
        ASSERT_TRUE(module) << entry.path() << ": " << module.error().message;
        std::string actual;
        for (Stmt* statement : as<Module>(module->root())->body) actual += dump(*statement) + "\n";
        fs::path golden = entry.path();
        EXPECT_EQ(actual, read(golden.replace_extension(".ast"))) << entry.path();
    }
    EXPECT_GE(count, 8);
}

TEST(ParserTree, Modes) {
    EXPECT_EQ(dump_text("x"), "Module(body=[Expr(value=Name(id='x', ctx=Load()))])");
    EXPECT_EQ(dump_text("x, \n", Mode::Expression),
              "Expression(body=Tuple(elts=[Name(id='x', ctx=Load())], ctx=Load()))");
    EXPECT_EQ(dump_text("pass; break", Mode::Interactive), "Interactive(body=[Pass(), Break()])");
    EXPECT_EQ(dump_text("", Mode::Module), "Module(body=[])");
    EXPECT_EQ(dump_text("x\ny", Mode::Interactive), "multiple statements found while compiling a single statement");
}

TEST(ParserTree, InequalityOfTheFlufl) {
    ParseOptions options;
    options.barry_as_flufl = true;
    EXPECT_TRUE(parse_text("1 <> 2", "<test>", options));
    EXPECT_FALSE(parse_text("1 != 2", "<test>", options));
    EXPECT_FALSE(parse_text("1 <> 2", "<test>"));
}

TEST(ParserTree, EqualNamesHaveOneAddress) {
    auto module = parse_text("ab = ab.ab\n\xEF\xAC\x81 = fi\n", "<test>");
    ASSERT_TRUE(module);
    auto* first = as<Assign>(as<Module>(module->root())->body[0]);
    auto* value = as<Attribute>(first->value);
    EXPECT_TRUE(as<Name>(first->targets[0])->id == value->attr);
    EXPECT_TRUE(value->attr == module->intern("ab"));
    EXPECT_EQ(value->attr.key(), as<Name>(value->value)->id.key());
    auto* second = as<Assign>(as<Module>(module->root())->body[1]);  // U+FB01 is 'fi' under NFKC
    EXPECT_TRUE(as<Name>(second->targets[0])->id == as<Name>(second->value)->id);
}

TEST(ParserTree, Visitors) {
    auto module = parse_text("f(a, *b, c=d)[e:f, g]\n", "<test>");
    ASSERT_TRUE(module);
    int names = 0;
    auto count = [&](auto& self, auto* node) -> void {
        if (is<Name>(node)) ++names;
        for_each_child(*node, [&](auto* child) { self(self, child); });
    };
    count(count, module->root());
    EXPECT_EQ(names, 7);
    Stmt* statement = as<Module>(module->root())->body[0];
    EXPECT_EQ(visit(*statement, [](auto& node) { return python_name(node.kind); }), "Expr");
}

TEST(ParserTree, Warnings) {
    auto module = parse_text("x = '\\d'\ny = b'\\e'\nz = r'\\d'\n", "<test>");
    ASSERT_TRUE(module);
    ASSERT_EQ(module->warnings().size(), 2u);
    EXPECT_EQ(module->warnings()[0].message, "invalid escape sequence \\d");
    EXPECT_EQ(module->warnings()[1].line, 2);
}

std::string repeat(std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

TEST(ParserTree, DeepTextEndsInAFault) {
    for (std::string text : {repeat("(", 100000) + repeat(")", 100000), repeat("-", 100000) + "1",
                             repeat("not ", 100000) + "1", repeat("lambda:", 100000) + "1",
                             repeat("1 if 1 else ", 100000) + "1", repeat("1**", 100000) + "1", repeat("f(", 100000),
                             repeat("{1:", 100000), repeat("[x for x in ", 100000)}) {
        auto module = parse_text(text, "<test>");
        ASSERT_FALSE(module);
        EXPECT_EQ(module.error().kind, DiagnosticKind::MemoryError);
        EXPECT_EQ(module.error().message, "s_push: parser stack overflow");
    }
}

TEST(ParserTree, MemoryLimit) {
    ParseOptions options;
    options.max_memory = 100000;
    auto module = parse_text("[" + repeat("x, ", 100000) + "]", "<test>", options);
    ASSERT_FALSE(module);
    EXPECT_EQ(module.error().kind, DiagnosticKind::MemoryError);
    EXPECT_TRUE(parse_text("x = 1", "<test>", options));
}

TEST(ParserTree, LongTextIsFine) {
    for (std::string text : {repeat("1+", 100000) + "1", "a" + repeat(".b", 100000), "a" + repeat("()", 100000),
                             "if 1: pass\n" + repeat("elif 1: pass\n", 20000), repeat("'a' ", 100000),
                             "[x " + repeat("for x in y if x ", 10000) + "]", repeat("a = ", 100000) + "1",
                             repeat("x, ", 100000), repeat("-", 5000) + "1", "[" + repeat("1, ", 100000) + "]"})
        EXPECT_TRUE(parse_text(text, "<test>"));
}

// What the tree builder refuses has a place but no text: whoever reports it reads the line from the file.
TEST(ParserTree, FaultOfTheTreeHasAPlaceInTheFile) {
    auto source = SourceFile::from_bytes("x\n  # c\nf() = 1\n", "f.py", SourceFile::Origin::File);
    auto module = parse(*source);
    ASSERT_FALSE(module);
    EXPECT_FALSE(module.error().has_text);
    EXPECT_EQ(module.error().line, 3u);
    EXPECT_EQ(module.error().filename, "f.py");
}

TEST(ParserInteractive, Completeness) {
    for (auto text : {"x\n", "x = 1; y\n", "\n", "if x: pass\n\n", "def f():\n  pass\n\n", "(1,\n\n2)\n",
                      "'''a\n\nb'''\n", "x # c\n", "try:\n  x\nexcept: y\n\n", "@a\ndef f(): pass\n\n"})
        EXPECT_EQ(check_interactive(text), Completeness::Complete) << text;
    for (auto text : {"(\n", "# c\n", "if x:\n", "if x: pass\n", "if x:\n  pass\n", "def f():\n  pass\n  \n", "'''a\n",
                      "x = \\\n", "try:\n  x\n", "@a\n", "class A:\n  # c\n", "f(a,\n", "{'a': [\n"})
        EXPECT_EQ(check_interactive(text), Completeness::Incomplete) << text;
    for (auto text :
         {"x y\n", ")\n", "'a\n", "  x\n", "if x:\npass\n", "try:\n  x\n\n", "0777\n", "def f(:\n", "1 = 2\n"})
        EXPECT_EQ(check_interactive(text), Completeness::Wrong) << text;
}

}  // namespace
}  // namespace krait::ast
