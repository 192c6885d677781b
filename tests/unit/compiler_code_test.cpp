// Entry points of the compiler: modes, options, limits, warnings.
#include <gtest/gtest.h>

#include "compiler/compiler.h"
#include "compiler/disassembler.h"
#include "compiler/marshal_writer.h"
#include "parser/parse.h"

namespace krait {
namespace {

using Compiled = Result<std::shared_ptr<CompiledCode>, Diagnostic>;

Compiled exec(std::string_view source, const CompileOptions& options = {}) {
    return compile_source(source, "test.py", CompileMode::Exec, options);
}

TEST(Compile, ModuleFields) {
    auto code = exec("import a.b as c\nx = c + 1\n");
    ASSERT_TRUE(code.ok());
    EXPECT_EQ((*code)->name, "<module>");
    EXPECT_EQ((*code)->filename, "test.py");
    EXPECT_EQ((*code)->firstlineno, 1);
    EXPECT_EQ((*code)->flags, CO_NOFREE);
    EXPECT_EQ((*code)->stacksize, 2);
    EXPECT_EQ((*code)->names, (std::vector<std::string_view>{"a.b", "b", "c", "x"}));
}

TEST(Compile, Modes) {
    auto eval = compile_source("1 + 2", "", CompileMode::Eval);
    ASSERT_TRUE(eval.ok());
    EXPECT_EQ((*eval)->consts.back(), Constant::integer(3));
    auto single = compile_source("x\n", "", CompileMode::Single);
    ASSERT_TRUE(single.ok());
    EXPECT_NE(disassemble(**single).find("PRINT_EXPR"), std::string::npos);
    EXPECT_FALSE(compile_source("x = 1", "", CompileMode::Eval).ok());
}

TEST(Compile, OptimizeLevels) {
    const char* source = "def f():\n    'doc'\n    assert x\n    return __debug__\n";
    CompileOptions options;
    auto plain = exec(source, options);
    options.optimize = 1;
    auto without_asserts = exec(source, options);
    options.optimize = 2;
    auto without_docs = exec(source, options);
    ASSERT_TRUE(plain.ok() && without_asserts.ok() && without_docs.ok());
    auto function = [](Compiled& code) { return (*code)->consts[0].code(); };
    EXPECT_EQ(function(plain)->names, std::vector<std::string_view>({"x", "AssertionError"}));
    EXPECT_EQ(function(without_asserts)->consts,
              std::vector<Constant>({Constant::str("doc"), Constant::boolean(false)}));
    EXPECT_EQ(function(without_docs)->consts[0], Constant::none());
}

TEST(Compile, FutureFlagsAreInherited) {
    CompileOptions options;
    options.future_flags = CO_FUTURE_GENERATOR_STOP;
    auto code = exec("def f(): pass\n", options);
    ASSERT_TRUE(code.ok());
    EXPECT_EQ((*code)->flags, CO_NOFREE | CO_FUTURE_GENERATOR_STOP);
    EXPECT_NE((*code)->consts[0].code()->flags & CO_FUTURE_GENERATOR_STOP, 0u);
    auto own = exec("from __future__ import generator_stop\n");
    ASSERT_TRUE(own.ok());
    EXPECT_NE((*own)->flags & CO_FUTURE_GENERATOR_STOP, 0u);
}

TEST(Compile, Warnings) {
    std::vector<CompileWarning> warnings;
    CompileOptions options;
    options.warnings = &warnings;
    ASSERT_TRUE(exec("\nassert (x, 'message')\n", options).ok());
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0].line, 2);
    EXPECT_EQ(warnings[0].message, "assertion is always true, perhaps remove parentheses?");
}

TEST(Compile, FaultsCarryPositions) {
    auto fault = exec("x = 1\nif x:\n    return 5\n");
    ASSERT_FALSE(fault.ok());
    EXPECT_EQ(fault.error().kind, DiagnosticKind::SyntaxError);
    EXPECT_EQ(fault.error().message, "'return' outside function");
    EXPECT_EQ(fault.error().line, 3u);
    EXPECT_EQ(fault.error().column, 4u);
    EXPECT_EQ(fault.error().filename, "test.py");
}

std::string repeated(std::string_view part, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += part;
    return text;
}

TEST(CompileLimits, DeepTreesAreDiagnostics) {
    for (const std::string& source : {"x = a" + repeated(" + a", 200000), "x = a" + repeated(".b", 200000),
                                      "if a: pass\n" + repeated("elif a: pass\n", 50000),
                                      "x = a" + repeated("(b)", 100000), "x = a" + repeated("[b]", 100000)}) {
        auto code = exec(source);
        ASSERT_FALSE(code.ok());
        EXPECT_EQ(code.error().kind, DiagnosticKind::RecursionError);
        EXPECT_EQ(code.error().message, "maximum recursion depth exceeded during compilation");
    }
}

TEST(CompileLimits, StackAddressCountsToo) {
    CompileOptions options;
    options.limits.max_depth = 1 << 30;
    options.limits.stack_limit = reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) - (256 << 10);
    auto code = exec("x = a" + repeated(" + a", 100000), options);
    ASSERT_FALSE(code.ok());
    EXPECT_EQ(code.error().kind, DiagnosticKind::RecursionError);
}

TEST(CompileLimits, LargeDisplays) {
    std::string numbers;
    for (int i = 0; i < 30000; ++i) numbers += std::to_string(i) + ", ";
    auto code = exec("x in {" + numbers + "1.0, True}\n");
    ASSERT_TRUE(code.ok());
    size_t sets = 0;
    for (const Constant& constant : (*code)->consts)
        if (constant.is(Constant::Kind::FrozenSet)) sets += constant.items().size();
    EXPECT_EQ(sets, 30000u);
}

TEST(Constants, TypeStrictEquality) {
    EXPECT_NE(Constant::integer(1), Constant::boolean(true));
    EXPECT_NE(Constant::integer(1), Constant::floating(1.0));
    EXPECT_NE(Constant::floating(0.0), Constant::floating(-0.0));
    EXPECT_NE(Constant::str("a"), Constant::bytes("a"));
    EXPECT_NE(Constant::tuple({Constant::integer(1)}), Constant::tuple({Constant::boolean(true)}));
    EXPECT_EQ(Constant::frozen_set({Constant::integer(1), Constant::str("x")}),
              Constant::frozen_set({Constant::str("x"), Constant::integer(1)}));
    EXPECT_EQ(Constant::tuple({Constant::integer(1)}).hash(), Constant::tuple({Constant::integer(1)}).hash());
}

TEST(Constants, Repr) {
    EXPECT_EQ(constant_repr(Constant::str("it's \n\x01\xC3\xA9\xED\xA0\x80")), "\"it's \\n\\x01\xC3\xA9\\ud800\"");
    EXPECT_EQ(constant_repr(Constant::bytes("a'\xFF")), "b\"a'\\xff\"");
    EXPECT_EQ(constant_repr(Constant::complex({-0.0, 1.0})), "(-0+1j)");
    EXPECT_EQ(constant_repr(Constant::tuple({Constant::floating(1e16)})), "(1e+16,)");
}

TEST(Marshal, PycHeader) {
    auto code = exec("x = 123456789012345678901234567890\n");
    ASSERT_TRUE(code.ok());
    std::string pyc = write_pyc(**code, 0x01020304, 5);
    EXPECT_EQ(pyc.substr(0, 13), std::string("\x33\x0d\r\n\x04\x03\x02\x01\x05\x00\x00\x00"
                                             "c",
                                             13));
}

TEST(Opcodes, StackEffects) {
    EXPECT_EQ(stack_effect(static_cast<uint8_t>(Opcode::BUILD_MAP), 3), -5);
    EXPECT_EQ(stack_effect(static_cast<uint8_t>(Opcode::MAKE_FUNCTION), 15), -5);
    EXPECT_EQ(stack_effect(static_cast<uint8_t>(Opcode::NOP), 0), std::nullopt);
    EXPECT_EQ(stack_effect(0, 0), std::nullopt);
}

}  // namespace
}  // namespace krait
