// The internal form of small functions, as text, and the promises of internal.def checked on them (check_internal.h).
// The code objects are records (code_record.h) of what CPython 3.6 compiles from the source in the comments.
#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tools/check_internal.h"
#include "tests/tools/code_record.h"
#include "vm/translate/translator.h"

namespace krait {
namespace {

TranslationInput input_of(const CodeRecord& record) {
    TranslationInput input;
    input.view = view_of(record);
    input.total_args = record.total_args;
    input.cell_to_arg = record.cell_to_arg;
    return input;
}

std::vector<uint8_t> bytes_of(std::string_view hex) {
    const auto digit = [](char c) { return static_cast<uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
    std::vector<uint8_t> bytes;
    for (size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<uint8_t>(digit(hex[i]) << 4 | digit(hex[i + 1])));
    }
    return bytes;
}

/// `form` begins with a newline, for looks.
void expect_form(std::string_view hex, std::string_view form) {
    const CodeRecord record = parse_code_record(bytes_of(hex));
    const TranslationInput input = input_of(record);
    Translator translator;
    ASSERT_TRUE(translator.translate(input)) << rejection_text(translator.rejection());
    EXPECT_EQ(dump_internal(translator.result()), form.substr(1));
    EXPECT_EQ(InternalChecker(translator.result(), input).run(), "");
}

TEST(TranslatedCode, TryExceptElse) {
    // def f():
    //     try:
    //         a()
    //     except E:
    //         b()
    //     else:
    //         c()
    expect_form("430000000100000004000000000000000000000000000000000000000100000000790a74008300010057006e1a040074016b"
                "0a722401000100010074028300010059006e08580074038300010064005300",
                R"(
0 @2 LOADG t0, x0
1 @4 CALL t0, 0, x1
2 @6 KILL t0
3 @10 JMP ->13
4 @14 LOADG t7, x2
5 @16 JNMATCH t4, t7, ->12
6 @22 KILL t4
7 @26 LOADG t3, x3
8 @28 CALL t3, 0, x4
9 @30 KILL t3
10 @32 RESTORE t0
11 @34 JMP ->16
12 @36 RERAISE t4
13 @38 LOADG t0, x5
14 @40 CALL t0, 0, x6
15 @42 KILL t0
16 @46 RETK k0
[0, 3) except 4 depth 0
[4, 11) exit t0
[12, 13) exit t0
)");
}

TEST(TranslatedCode, FinallyInLoop) {
    // def f(x):
    //     for i in x:
    //         try:
    //             if i: continue
    //             return a(i)
    //         finally:
    //             b()
    expect_form("43000000010000000200000002000000000000000000000001000000010000000078247c0044005d1c7d017a0e7c01721277"
                "0674007c018301530074018300010058007106570064005300",
                R"(
0 @4 GETITER t0, r0
1 @6 FORITER r1, t0, ->18
2 @14 JF r1, ->5
3 @16 FINENTER t1, 4
4 @16 JMP ->9
5 @18 LOADG t1, x0
6 @22 MOVE t2, r1
7 @22 CALL t1, 1, x1
8 @24 FINENTERV t1, 2, t1
9 @26 LOADG t7, x2
10 @28 CALL t7, 0, x3
11 @30 KILL t7
12 @32 JTAG t1, 2, ->15
13 @32 JTAG t1, 4, ->17
14 @32 RERAISE t2
15 @32 KILL t0
16 @32 RET t2
17 @32 JMPB ->1
18 @40 RETK k0
[2, 9) finally 9 depth 1
[9, 18) exit t3
)");
}

TEST(TranslatedCode, NestedWith) {
    // def f(x, y):
    //     with x as v:
    //         with y:
    //             return v
    expect_form("4300000001000000000000000300000000000000000000000200000001000000007c008f167d027c018f0601007c02530051"
                "00520058005700640051005200580064005300",
                R"(
0 @2 MOVE t0, r0
1 @2 SETUPWITH t0
2 @4 STEAL r2, t1
3 @8 MOVE t1, r1
4 @8 SETUPWITH t1
5 @10 KILL t2
6 @14 FINENTERV t2, 2, r2
7 @16 WITHEXIT t8, t1, t2
8 @18 WITHTEST t8, t2
9 @20 JTAG t2, 0, ->14
10 @20 JTAG t2, 2, ->12
11 @20 RERAISE t3
12 @20 FINENTERV t1, 2, t3
13 @20 JMP ->15
14 @24 FINENTER t1, 0
15 @26 WITHEXIT t7, t0, t1
16 @28 WITHTEST t7, t1
17 @30 JTAG t1, 0, ->21
18 @30 JTAG t1, 2, ->20
19 @30 RERAISE t2
20 @30 RET t2
21 @34 RETK k0
[2, 5) finally 15 depth 1
[5, 7) finally 7 depth 2
[7, 14) finally 15 depth 1 t4
[15, 21) exit t3
)");
}

TEST(TranslatedCode, ExceptAs) {
    // def f():
    //     try:
    //         a()
    //     except E as e:
    //         b(e)
    expect_form("430000000100000003000000010000000000000000000000000000000100000000790a74008300010057006e2a040074016b"
                "0a723401007d0001007a0e74027c008301010057005900640064007d007e0058006e02580064005300",
                R"(
0 @2 LOADG t0, x0
1 @4 CALL t0, 0, x1
2 @6 KILL t0
3 @10 JMP ->20
4 @14 LOADG t7, x2
5 @16 JNMATCH t4, t7, ->19
6 @22 STEAL r0, t4
7 @28 LOADG t3, x3
8 @32 MOVE t4, r0
9 @32 CALL t3, 1, x4
10 @34 KILL t3
11 @38 RESTORE t0
12 @40 CLEAR t0
13 @40 FINENTER t3, 0
14 @44 LOADK r0, k0
15 @46 DELFAST r0
16 @48 JTAG t3, 0, ->18
17 @48 RERAISE t4
18 @50 JMP ->20
19 @52 RERAISE t4
20 @56 RETK k0
[0, 3) except 4 depth 0
[4, 7) exit t0
[7, 11) finally 14 depth 3
[11, 12) exit t0
[14, 18) exit t0 t5
[19, 20) exit t0
)");
}

TEST(TranslatedCode, GeneratorFinally) {
    // def f():
    //     try:
    //         yield 1
    //     finally:
    //         b()
    expect_form("63000000020000000100000000000000000000000000000000000000010000000000000000007a0a64015600010057006400"
                "740083000100580064005300",
                R"(
0 @4 LOADK t0, k1
1 @4 YIELD t0, t0
2 @6 KILL t0
3 @10 FINENTER t0, 0
4 @12 LOADG t6, x0
5 @14 CALL t6, 0, x1
6 @16 KILL t6
7 @18 JTAG t0, 0, ->9
8 @18 RERAISE t1
9 @22 RETK k0
[0, 3) finally 4 depth 0
[4, 9) exit t2
)");
}

TEST(TranslatedCode, AsyncWithFor) {
    // async def f(c, z):
    //     async with c as d:
    //         async for q in z:
    //             if q: break
    expect_form("c300000001000000010000000400000000000000000000000200000001000000007c0034004900640048009a3c7d0278347c"
                "01320064004800790c3300640048007d0357006e0a040074006b0a733858007c037218500071180100010001005900010057"
                "005700640051004900640048005200580064005300",
                R"(
0 @2 MOVE t0, r0
1 @2 BEFOREASYNCWITH t0
2 @4 GETAWAITABLE t1, t1
3 @8 LOADK t2, k0
4 @8 YIELDFROM t1
5 @12 STEAL r2, t1
6 @18 GETAITER t1, r1
7 @22 LOADK t2, k0
8 @22 YIELDFROM t1
9 @26 GETANEXT t2, t1
10 @30 LOADK t3, k0
11 @30 YIELDFROM t2
12 @32 STEAL r3, t2
13 @36 JMP ->18
14 @40 LOADG t9, x0
15 @42 JNMATCH t6, t9, ->17
16 @42 JMP ->21
17 @46 RERAISE t6
18 @50 JF r3, ->9
19 @52 KILL t1
20 @52 JMP ->24
21 @58 KILL t6
22 @62 RESTORE t2
23 @64 KILL t1
24 @70 FINENTER t1, 0
25 @72 WITHEXIT t7, t0, t1
26 @74 GETAWAITABLE t7, t7
27 @78 LOADK t8, k0
28 @78 YIELDFROM t7
29 @80 WITHTEST t7, t1
30 @82 JTAG t1, 0, ->32
31 @82 RERAISE t2
32 @86 RETK k0
[5, 9) finally 25 depth 1
[9, 13) except 14 depth 2
[13, 14) finally 25 depth 1
[14, 18) finally 25 depth 1 t2
[18, 21) finally 25 depth 1
[21, 23) finally 25 depth 1 t2
[23, 24) finally 25 depth 1
[25, 32) exit t3
)");
}

TEST(TranslatedCode, WhileLoop) {
    // def f(n):
    //     s = 0
    //     i = 0
    //     while i < n:
    //         s = s + i * 2
    //         i += 1
    //     return s
    expect_form("4300000004000000000000000300000000000000000000000100000001000000000000000000000000000000000000006401"
                "7d0164017d0278207c027c006b0072287c017c026402140017007d017c02640337007d02710a57007c015300",
                R"(
0 @2 LOADK r1, k1
1 @6 LOADK r2, k1
2 @14 JNLT_RR r2, r0, ->7
3 @24 MUL_RK t1, r2, k2
4 @26 ADD_RR r1, r1, t1
5 @34 IADD_RK r2, r2, k3
6 @14 JLT_RR r2, r0, ->3
7 @44 RET r1
)");
}

TEST(TranslatedCode, ItemsOfDict) {
    // def f(x, d):
    //     for k, v in d.items():
    //         x[k] += v
    expect_form("43000000010000000100000004000000000000000000000002000000010000000078247c016a00830044005d185c027d027d"
                "037c007c02050019007c03370003003c00710a570064005300",
                R"(
0 @4 LOADM t0, r1, x0
1 @6 CALLM t0, 0, x1
2 @8 GETITER t0, t0
3 @10 FORITER t1, t0, ->9
4 @12 UNPACK2 t1, r2, r3
5 @24 SUBSCR_RR t3, r0, r2
6 @28 IADD_RR t3, t3, r3
7 @32 STORESUB r0, r2, t3
8 @10 FORLOOP t1, t0, ->4
9 @40 RETK k0
)");
}

TEST(TranslatedCode, AttributesAndCalls) {
    // def f(x):
    //     x.a += 1
    //     x.f(1, key=2)
    //     return x.g(x.h() or 3)
    expect_form("4300000005000000040000000100000000000000000000000100000001000000000000000000000000000004010000000000"
                "0000007c0004006a006401370002005f007c006a016401640264038d0201007c006a027c006a038300702a640483015300",
                R"(
0 @4 LOADATTR t1, r0, x0
1 @8 IADD_RK t1, t1, k1
2 @12 STOREATTR r0, t1, x1
3 @16 LOADM t0, r0, x2
4 @24 LOADK t2, k1
5 @24 LOADK t3, k2
6 @24 LOADK t4, k3
7 @24 CALLMKW t0, 2, x3
8 @26 KILL t0
9 @30 LOADATTR t0, r0, x4
10 @34 LOADM t1, r0, x5
11 @36 CALLM t1, 0, x6
12 @38 JTK t1, ->14
13 @42 LOADK t1, k4
14 @42 CALL t0, 1, x7
15 @44 RET t0
)");
}

TEST(TranslatedCode, Exchange) {
    // def f(a, b):
    //     a, b = b, a
    //     return a - b, not b
    expect_form("4300000001000000000000000200000000000000000000000200000001000000007c017c0002007d007d017c007c0118007c"
                "010c0066025300",
                R"(
0 @6 MOVE t0, r0
1 @6 MOVE r0, r1
2 @8 STEAL r1, t0
3 @14 SUB_RR t0, r0, r1
4 @18 NOT t1, r1
5 @20 BUILDTUPLE t0, t0, 2
6 @22 RET t0
)");
}

TEST(TranslatedCode, Deleted) {
    // def f(a):
    //     while a:
    //         print(a)
    //         del a
    expect_form("43000000010000000100000001000000000000000000000001000000010000000078127c00721274007c00830101007e0071"
                "02570064005300",
                R"(
0 @2 CHECK r0
1 @4 JF r0, ->9
2 @6 LOADG t0, x0
3 @10 MOVE t1, r0
4 @10 CALL t0, 1, x1
5 @12 KILL t0
6 @14 DELFAST r0
7 @2 CHECK r0
8 @4 JT r0, ->2
9 @22 RETK k0
)");
}

TEST(TranslatedCode, FinallyBreak) {
    // def f(x):
    //     for i in x:
    //         try:
    //             g()
    //         finally:
    //             break
    expect_form("430000000100000001000000020000000000000000000000010000000100000000781c7c0044005d147d017a0a7400830001"
                "0057006400500058007106570064005300",
                R"(
0 @4 GETITER t0, r0
1 @6 FORITER r1, t0, ->10
2 @12 LOADG t1, x0
3 @14 CALL t1, 0, x1
4 @16 KILL t1
5 @20 FINENTER t1, 0
6 @22 RESTORE t3
7 @22 KILL t2
8 @22 KILL t0
9 @22 JMP ->10
10 @32 RETK k0
[2, 5) finally 6 depth 1
[6, 10) exit t3
)");
}


/// Hand-made code without constants but None.
class CodeText {
 public:
    void add(Opcode op, uint32_t arg = 0) {
        if (arg > 0xffffff) add_byte(Opcode::EXTENDED_ARG, arg >> 24);
        if (arg > 0xffff) add_byte(Opcode::EXTENDED_ARG, arg >> 16);
        if (arg > 0xff) add_byte(Opcode::EXTENDED_ARG, arg >> 8);
        add_byte(op, arg);
    }
    uint32_t pc() const { return static_cast<uint32_t>(record_.code.size()); }
    CodeRecord& finish(uint32_t locals) {
        record_.constants.assign(1, {ConstantKind::None, 0});
        record_.view.const_count = 1;
        record_.view.varname_count = locals;
        return record_;
    }

 private:
    void add_byte(Opcode op, uint32_t arg) {
        record_.code.push_back(static_cast<uint8_t>(op));
        record_.code.push_back(static_cast<uint8_t>(arg));
    }
    CodeRecord record_;
};

bool translates(const CodeRecord& record, Translator& translator) { return translator.translate(input_of(record)); }

TEST(Translator, WideOperands) {
    CodeText text;
    text.add(Opcode::LOAD_CONST, 0);
    text.add(Opcode::STORE_FAST, 70000);
    text.add(Opcode::LOAD_FAST, 70000);
    text.add(Opcode::RETURN_VALUE);
    Translator translator;
    ASSERT_TRUE(translates(text.finish(70001), translator));
    EXPECT_FALSE(translator.result().fits_narrow);
}

/// A jump into code that follows it in time but not in place: what is bound there is not what was assumed.
TEST(Translator, BackEdgeFromUnboundPath) {
    CodeText text;
    text.add(Opcode::LOAD_CONST, 0);           //  0
    text.add(Opcode::POP_JUMP_IF_FALSE, 12);   //  2: around the store
    text.add(Opcode::LOAD_CONST, 0);           //  4
    text.add(Opcode::STORE_FAST, 0);           //  6
    text.add(Opcode::LOAD_FAST, 0);            //  8: also reached from 12
    text.add(Opcode::RETURN_VALUE);            // 10
    text.add(Opcode::JUMP_ABSOLUTE, 8);        // 12
    Translator translator;
    CodeRecord& record = text.finish(1);
    ASSERT_TRUE(translates(record, translator));
    EXPECT_NE(dump_internal(translator.result()).find("CHECK r0"), std::string::npos);
    EXPECT_EQ(InternalChecker(translator.result(), input_of(record)).run(), "");
}

double milliseconds(const CodeRecord& record) {
    Translator translator;
    timespec start, end;   // the thread's own time: a busy machine counts less
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
    EXPECT_TRUE(translates(record, translator)) << rejection_text(translator.rejection());
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    return static_cast<double>(end.tv_sec - start.tv_sec) * 1e3 +
           static_cast<double>(end.tv_nsec - start.tv_nsec) * 1e-6;
}

/// Four times the code may not take much more than four times as long.
template <class Make>
void expect_linear(Make make) {
    CodeText small;
    CodeText large;
    make(small, 20000);
    make(large, 80000);
    const CodeRecord& small_record = small.finish(200);
    const CodeRecord& large_record = large.finish(200);
    milliseconds(small_record);
    double base = 1e9, large_best = 1e9;
    for (int round = 0; round < 4; ++round) {
        base = std::min(base, milliseconds(small_record));
        large_best = std::min(large_best, milliseconds(large_record));
    }
    EXPECT_LT(large_best, 12 * base + 20);
}

TEST(Translator, LabelsOnDeepStackAreLinear) {
    expect_linear([](CodeText& text, uint32_t n) {
        for (uint32_t i = 0; i < n; ++i) text.add(Opcode::LOAD_FAST, i % 100);
        for (uint32_t i = 0; i < n; ++i) {
            text.add(Opcode::LOAD_FAST, 3);
            text.add(Opcode::ROT_THREE);
            text.add(Opcode::POP_TOP);
            text.add(Opcode::JUMP_FORWARD, 0);
        }
        text.add(Opcode::RETURN_VALUE);
    });
}

TEST(Translator, StoresUnderManyReferencesAreLinear) {
    expect_linear([](CodeText& text, uint32_t n) {
        for (uint32_t i = 0; i < n; ++i) text.add(Opcode::LOAD_FAST, i % 100);
        for (uint32_t i = 0; i < n; ++i) {
            text.add(Opcode::LOAD_CONST, 0);
            text.add(Opcode::STORE_FAST, i % 200);
        }
        text.add(Opcode::RETURN_VALUE);
    });
}

TEST(Translator, RotatedEntriesAreLinear) {
    expect_linear([](CodeText& text, uint32_t n) {
        for (uint32_t i = 0; i < n; ++i) {
            text.add(Opcode::LOAD_FAST, i % 100);
            text.add(Opcode::UNARY_NEGATIVE);
            if (i > 1) text.add(Opcode::ROT_THREE);
        }
        text.add(Opcode::RETURN_VALUE);
    });
}

}  // namespace
}  // namespace krait
