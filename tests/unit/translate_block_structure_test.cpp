// The block model of the translator on the six worked examples of its design (bytes as CPython 3.6 compiles them), and
// one hand-made offender per reason of refusal.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vm/translate/block_structure.h"

namespace krait {
namespace {

// def f():
//     try:
//         a()
//     except E:
//         b()
//     else:
//         c()
constexpr std::string_view kTryExceptElse{
    "\x79\x0a\x74\x00\x83\x00\x01\x00\x57\x00\x6e\x1a\x04\x00\x74\x01\x6b\x0a\x72\x24\x01\x00\x01\x00\x01\x00\x74\x02"
    "\x83\x00\x01\x00"
    "\x59\x00\x6e\x08\x58\x00\x74\x03\x83\x00\x01\x00\x64\x00\x53\x00",
    48};

// def f(x):
//     for i in x:
//         try:
//             if i: continue
//             return a(i)
//         finally:
//             b()
constexpr std::string_view kFinallyInLoop{
    "\x78\x24\x7c\x00\x44\x00\x5d\x1c\x7d\x01\x7a\x0e\x7c\x01\x72\x12\x77\x06\x74\x00\x7c\x01\x83\x01\x53\x00\x74\x01"
    "\x83\x00\x01\x00"
    "\x58\x00\x71\x06\x57\x00\x64\x00\x53\x00",
    42};

// def f(x, y):
//     with x as v:
//         with y:
//             return v
constexpr std::string_view kNestedWith{
    "\x7c\x00\x8f\x16\x7d\x02\x7c\x01\x8f\x06\x01\x00\x7c\x02\x53\x00\x51\x00\x52\x00\x58\x00\x57\x00\x64\x00\x51\x00"
    "\x52\x00\x58\x00"
    "\x64\x00\x53\x00",
    36};

// def f():
//     try:
//         a()
//     except E as e:
//         b(e)
constexpr std::string_view kExceptAs{
    "\x79\x0a\x74\x00\x83\x00\x01\x00\x57\x00\x6e\x2a\x04\x00\x74\x01\x6b\x0a\x72\x34\x01\x00\x7d\x00\x01\x00\x7a\x0e"
    "\x74\x02\x7c\x00"
    "\x83\x01\x01\x00\x57\x00\x59\x00\x64\x00\x64\x00\x7d\x00\x7e\x00\x58\x00\x6e\x02\x58\x00\x64\x00\x53\x00",
    58};

// def f():
//     try:
//         yield 1
//     finally:
//         b()
constexpr std::string_view kGeneratorFinally{
    "\x7a\x0a\x64\x01\x56\x00\x01\x00\x57\x00\x64\x00\x74\x00\x83\x00\x01\x00\x58\x00\x64\x00\x53\x00",
    24};

// async def f(c, z):
//     async with c as d:
//         async for q in z:
//             if q: break
constexpr std::string_view kAsyncWithFor{
    "\x7c\x00\x34\x00\x49\x00\x64\x00\x48\x00\x9a\x3c\x7d\x02\x78\x34\x7c\x01\x32\x00\x64\x00\x48\x00\x79\x0c\x33\x00"
    "\x64\x00\x48\x00"
    "\x7d\x03\x57\x00\x6e\x0a\x04\x00\x74\x00\x6b\x0a\x73\x38\x58\x00\x7c\x03\x72\x18\x50\x00\x71\x18\x01\x00\x01\x00"
    "\x01\x00\x59\x00"
    "\x01\x00\x57\x00\x57\x00\x64\x00\x51\x00\x49\x00\x64\x00\x48\x00\x52\x00\x58\x00\x64\x00\x53\x00",
    88};

constexpr uint32_t kGenerator = 0x20;
constexpr uint32_t kCoroutine = 0x80;

/// Constants: 0 None, 1 an int, 2 "name", 3 ("a", "b"), 4 (1,), 5 a code object.
ConstantInfo test_constant(const void*, uint32_t index) {
    constexpr ConstantInfo kConstants[] = {{ConstantKind::None, 0},       {ConstantKind::Other, 0},
                                           {ConstantKind::Str, 0},        {ConstantKind::TupleOfStr, 2},
                                           {ConstantKind::Tuple, 1},      {ConstantKind::Code, 0}};
    return kConstants[index];
}

CodeView view_of(std::string_view code, uint32_t flags = 0) {
    CodeView view;
    view.code = {reinterpret_cast<const uint8_t*>(code.data()), code.size()};
    view.const_count = 6;
    view.name_count = view.varname_count = 4;
    view.cellvar_count = view.freevar_count = 1;
    view.flags = flags;
    view.constant = test_constant;
    return view;
}

/// "start-end handler depth kind [saves]" per row.
std::string rows_of(const BlockStructure& blocks) {
    std::string text;
    for (const ExceptionRow& row : blocks.rows()) {
        if (!text.empty()) text += "; ";
        text += std::to_string(row.start) + "-" + std::to_string(row.end);
        if (row.handler == kNoPc) {
            text += " exit";
        } else {
            text += " " + std::to_string(row.handler) + " " + std::to_string(row.depth);
            text += row.kind == BlockKind::Except ? " except" : " finally";
        }
        for (uint32_t save : blocks.saves(row)) text += " T" + std::to_string(save);
    }
    return text;
}

std::string steps_of(const BlockStructure& blocks, const Plan& plan) {
    std::string text;
    for (const Step& step : blocks.steps(plan)) {
        const std::string base = std::to_string(step.base);
        const std::string target = std::to_string(step.target);
        if (!text.empty()) text += ", ";
        switch (step.kind) {
            case StepKind::Drop: text += "drop " + base; break;
            case StepKind::Restore: text += "restore " + base; break;
            case StepKind::Clear: text += "clear " + base; break;
            case StepKind::Enter: text += "enter " + target + " T" + base + "=" + std::to_string(step.tag); break;
            case StepKind::Jump: text += "jump " + target; break;
            case StepKind::Return: text += "return"; break;
            case StepKind::Reraise: text += "reraise " + base; break;
        }
    }
    return text;
}

std::string plan_of(const BlockStructure& blocks, uint32_t pc) {
    return blocks.unit(pc).plan == 0 ? "-" : steps_of(blocks, blocks.plan_at(blocks.unit(pc).plan));
}

std::string resume_of(const BlockStructure& blocks, uint32_t handler, uint32_t tag) {
    uint32_t at = blocks.region_at(handler).first_plan;
    while (at != 0 && blocks.plan_at(at).tag != tag) at = blocks.plan_at(at).next;
    return at == 0 ? "-" : steps_of(blocks, blocks.plan_at(at));
}

class BlockExample : public ::testing::Test {
 protected:
    void analyse(std::string_view code, uint32_t flags = 0) {
        ASSERT_TRUE(blocks.analyse(view_of(code, flags)))
            << rejection_text(blocks.rejection()) << " at " << blocks.rejection_pc();
    }
    BlockStructure blocks;
};

TEST_F(BlockExample, TryExceptElse) {
    analyse(kTryExceptElse);
    EXPECT_EQ(rows_of(blocks), "2-10 12 0 except; 12-34 exit T0; 36-38 exit T0");
    EXPECT_EQ(blocks.unit(12).height, 6u);
    EXPECT_EQ(plan_of(blocks, 32), "drop 1, restore 0, drop 0, jump 34");
    EXPECT_EQ(blocks.unit(36).height, 6u);
}

TEST_F(BlockExample, FinallyWithReturnAndContinueInLoop) {
    analyse(kFinallyInLoop);
    EXPECT_EQ(rows_of(blocks), "12-26 26 1 finally; 26-34 exit T3");
    EXPECT_EQ(plan_of(blocks, 16), "drop 1, enter 26 T1=4");
    EXPECT_EQ(plan_of(blocks, 24), "drop 1, enter 26 T1=2");
    EXPECT_EQ(resume_of(blocks, 26, kTagNone), "-");
    EXPECT_EQ(resume_of(blocks, 26, kTagRaise), "reraise 1");
    EXPECT_EQ(resume_of(blocks, 26, kTagReturn), "drop 1, drop 0, return");
    EXPECT_EQ(resume_of(blocks, 26, kTagFirstContinue), "drop 1, jump 6");
    EXPECT_FALSE(blocks.unit(34).is(Unit::kReached));
    EXPECT_TRUE(blocks.unit(6).is(Unit::kLoopHead));
}

TEST_F(BlockExample, NestedWithAndReturn) {
    analyse(kNestedWith);
    EXPECT_EQ(rows_of(blocks),
              "4-10 26 1 finally; 10-16 16 2 finally; 16-22 26 1 finally T4; 22-24 26 1 finally; 26-32 exit T3");
    EXPECT_EQ(plan_of(blocks, 14), "drop 2, enter 16 T2=2");
    EXPECT_EQ(resume_of(blocks, 16, kTagReturn), "drop 1, drop 1, enter 26 T1=2");
    EXPECT_EQ(resume_of(blocks, 16, kTagNone), "drop 1, jump 22");
    EXPECT_EQ(resume_of(blocks, 26, kTagReturn), "drop 0, return");
}

TEST_F(BlockExample, ExceptAsCleanup) {
    analyse(kExceptAs);
    EXPECT_EQ(rows_of(blocks),
              "2-10 12 0 except; 12-28 exit T0; 28-38 42 3 finally; 38-40 exit T0; 42-50 exit T0 T5; 52-54 exit T0");
    EXPECT_EQ(plan_of(blocks, 40), "clear 0, enter 42 T3=0");
    EXPECT_TRUE(blocks.region_at(42).cleanup);
    EXPECT_EQ(resume_of(blocks, 42, kTagNone), "drop 0, jump 50");
    EXPECT_EQ(resume_of(blocks, 42, kTagRaise), "reraise 3");
}

TEST_F(BlockExample, YieldInFinally) {
    analyse(kGeneratorFinally, kGenerator);
    EXPECT_EQ(rows_of(blocks), "2-10 12 0 finally; 12-20 exit T2");
    EXPECT_EQ(plan_of(blocks, 10), "enter 12 T0=0");
    EXPECT_FALSE(blocks.analyse(view_of(kGeneratorFinally)));
    EXPECT_EQ(blocks.rejection(), Rejection::YieldOutsideGenerator);
}

TEST_F(BlockExample, AsyncWithAndFor) {
    analyse(kAsyncWithFor, kCoroutine);
    EXPECT_EQ(rows_of(blocks),
              "12-26 72 1 finally; 26-36 38 2 except; 36-38 72 1 finally; 38-48 72 1 finally T2; 48-54 72 1 finally; "
              "56-64 72 1 finally T2; 64-70 72 1 finally; 72-84 exit T3");
    EXPECT_EQ(resume_of(blocks, 72, kTagNone), "drop 0, jump 84");
    EXPECT_EQ(blocks.unit(28).height, 3u);
}

struct Offender {
    Rejection reason;
    std::vector<uint8_t> code;
};

constexpr uint8_t op(Opcode opcode) { return static_cast<uint8_t>(opcode); }

constexpr uint8_t kPop = op(Opcode::POP_TOP), kConst = op(Opcode::LOAD_CONST), kReturn = op(Opcode::RETURN_VALUE),
                  kSetupLoop = op(Opcode::SETUP_LOOP), kSetupExcept = op(Opcode::SETUP_EXCEPT),
                  kSetupFinally = op(Opcode::SETUP_FINALLY), kPopBlock = op(Opcode::POP_BLOCK),
                  kPopExcept = op(Opcode::POP_EXCEPT), kEndFinally = op(Opcode::END_FINALLY),
                  kExtended = op(Opcode::EXTENDED_ARG), kJump = op(Opcode::JUMP_ABSOLUTE),
                  kForward = op(Opcode::JUMP_FORWARD), kJumpIf = op(Opcode::POP_JUMP_IF_TRUE),
                  kBreak = op(Opcode::BREAK_LOOP), kContinue = op(Opcode::CONTINUE_LOOP),
                  kWithStart = op(Opcode::WITH_CLEANUP_START), kWithFinish = op(Opcode::WITH_CLEANUP_FINISH),
                  kSetupWith = op(Opcode::SETUP_WITH);

TEST(BlockStructure, RefusesHostileCode) {
    const Offender offenders[] = {
        {Rejection::BadSize, {}},
        {Rejection::BadSize, {kReturn}},
        {Rejection::BadExtendedArg, {kExtended, 1}},
        {Rejection::BadExtendedArg, {kExtended, 0, kExtended, 0, kExtended, 0, kExtended, 0, kConst, 0}},
        {Rejection::OperandTooLarge, {kExtended, 200, kExtended, 0, kExtended, 0, kConst, 0}},
        {Rejection::UnknownOpcode, {0, 0}},
        {Rejection::OperandOutOfRange, {kConst, 6, kReturn, 0}},
        {Rejection::OperandOutOfRange, {op(Opcode::LOAD_FAST), 4, kReturn, 0}},
        {Rejection::OperandOutOfRange, {op(Opcode::LOAD_CLASSDEREF), 0, kReturn, 0}},
        {Rejection::OperandOutOfRange, {kConst, 0, kConst, 0, op(Opcode::BUILD_SLICE), 1, kReturn, 0}},
        {Rejection::OperandOutOfRange, {kConst, 0, kConst, 0, op(Opcode::COMPARE_OP), 11, kReturn, 0}},
        {Rejection::BadTarget, {kConst, 0}},
        {Rejection::BadTarget, {kJump, 1}},
        {Rejection::BadTarget, {kJump, 200}},
        {Rejection::BadTarget, {kForward, 2, kExtended, 0, kConst, 0, kReturn, 0}},
        {Rejection::StackUnderflow, {kPop, 0}},
        {Rejection::StackUnderflow, {kConst, 0, kSetupLoop, 4, kPop, 0, kPopBlock, 0, kConst, 0, kReturn, 0}},
        {Rejection::StackTooDeep,
         {kConst, 0, kExtended, 0x70, kExtended, 0, kExtended, 0, op(Opcode::UNPACK_SEQUENCE), 0, kReturn, 0}},
        {Rejection::HeightMismatch, {kConst, 0, kConst, 0, kConst, 0, kJumpIf, 2, kReturn, 0}},
        {Rejection::BlockMismatch, {kSetupLoop, 6, kConst, 0, kJumpIf, 0, kConst, 0, kReturn, 0}},
        {Rejection::FinallyWithoutNone, {kSetupFinally, 4, kPopBlock, 0, kConst, 1, kEndFinally, 0}},
        {Rejection::FinallyOtherBlocks, {kSetupFinally, 2, kConst, 0, kEndFinally, 0}},
        {Rejection::SharedFinally, {kSetupFinally, 4, kConst, 0, kSetupFinally, 0, kEndFinally, 0}},
        {Rejection::OutsideLoop, {kBreak, 0}},
        {Rejection::OutsideLoop, {kContinue, 0}},
        {Rejection::ContinueFromFinally,
         {kSetupLoop, 12, kSetupFinally, 4, kPopBlock, 0, kConst, 0, kContinue, 2, kEndFinally, 0, kPopBlock, 0, kConst,
          0, kReturn, 0}},
        {Rejection::PopBlockWithoutBlock, {kPopBlock, 0}},
        {Rejection::PopBlockWithoutBlock, {kSetupExcept, 4, kConst, 0, kReturn, 0, kPopBlock, 0}},
        {Rejection::PopExceptWithoutHandler, {kPopExcept, 0}},
        {Rejection::EndFinallyWithoutComposite, {kEndFinally, 0}},
        {Rejection::EndFinallyWithoutComposite, {kSetupExcept, 4, kConst, 0, kReturn, 0, kPop, 0, kEndFinally, 0}},
        {Rejection::WithStartMisplaced, {kWithStart, 0}},
        {Rejection::WithoutExitFunction, {kSetupFinally, 4, kConst, 0, kReturn, 0, kWithStart, 0, kWithFinish, 0}},
        {Rejection::WithFinishMisplaced, {kWithFinish, 0}},
        {Rejection::WithFinishUnfinished,
         {kConst, 0, kSetupWith, 6, kPop, 0, kPopBlock, 0, kConst, 0, kWithStart, 0, kWithFinish, 0, kConst, 0}},
        {Rejection::KeywordNames, {kConst, 0, kConst, 4, op(Opcode::CALL_FUNCTION_KW), 0, kReturn, 0}},
        {Rejection::KeywordNames, {kConst, 0, kConst, 0, kConst, 3, op(Opcode::CALL_FUNCTION_KW), 1, kReturn, 0}},
        {Rejection::MapKeys, {kConst, 0, kConst, 3, op(Opcode::BUILD_CONST_KEY_MAP), 1, kReturn, 0}},
        {Rejection::FunctionConstants, {kConst, 2, kConst, 5, op(Opcode::MAKE_FUNCTION), 0, kReturn, 0}},
    };
    BlockStructure blocks;
    for (const Offender& offender : offenders) {
        const std::string_view code(reinterpret_cast<const char*>(offender.code.data()), offender.code.size());
        EXPECT_FALSE(blocks.analyse(view_of(code))) << rejection_text(offender.reason);
        EXPECT_EQ(rejection_text(blocks.rejection()), rejection_text(offender.reason));
    }
}

TEST(BlockStructure, RefusesDeepNesting) {
    std::string code;
    for (int i = 0; i < 65; ++i) code += {static_cast<char>(kSetupLoop), 0};
    code += {static_cast<char>(kConst), 0, static_cast<char>(kReturn), 0};
    BlockStructure blocks;
    EXPECT_FALSE(blocks.analyse(view_of(code)));
    EXPECT_EQ(blocks.rejection(), Rejection::TooManyBlocks);
}

/// Many `continue` targets through nested finally clauses: every tag is its own, and the work stays linear.
TEST(BlockStructure, ManyContinueTargets) {
    std::string code;
    auto emit = [&](uint8_t opcode, uint32_t arg) {
        code += {static_cast<char>(kExtended), static_cast<char>(arg >> 16), static_cast<char>(kExtended),
                 static_cast<char>(arg >> 8), static_cast<char>(opcode), static_cast<char>(arg)};
    };
    // Every SETUP_LOOP and target: 6 bytes. loop { n nops as targets; try { if: continue t; ... } finally {} }
    constexpr uint32_t kTargets = 3000;
    emit(kSetupLoop, 0);
    for (uint32_t i = 0; i < kTargets; ++i) emit(op(Opcode::NOP), 0);
    emit(kSetupFinally, kTargets * 18 + 12);
    for (uint32_t i = 0; i < kTargets; ++i) {
        emit(kConst, 0);
        emit(kJumpIf, static_cast<uint32_t>(code.size()) + 12);
        emit(kContinue, 6 + 6 * i);
    }
    emit(kPopBlock, 0);
    emit(kConst, 0);
    emit(kEndFinally, 0);
    emit(kPopBlock, 0);
    emit(kConst, 0);
    emit(kReturn, 0);
    const uint32_t loop_end = static_cast<uint32_t>(code.size()) - 18 - 6;
    code[1] = static_cast<char>(loop_end >> 16);
    code[3] = static_cast<char>(loop_end >> 8);
    code[5] = static_cast<char>(loop_end);
    BlockStructure blocks;
    ASSERT_TRUE(blocks.analyse(view_of(code))) << rejection_text(blocks.rejection()) << blocks.rejection_pc();
    uint32_t plans = 0;
    for (uint32_t at = blocks.regions()[0].first_plan; at != 0; at = blocks.plan_at(at).next) ++plans;
    EXPECT_EQ(plans, kTargets + 2);
}

}  // namespace
}  // namespace krait
