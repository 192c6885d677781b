// The public API, feature by feature: running code, values both ways, errors, limits, host functions, streams, misuse.
#include <gtest/gtest.h>

#include <krait.h>

#include <krait/krait.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace {

using krait::Error;
using krait::Interpreter;
using krait::Object;
using krait::Options;

// The Error that `action` throws; a default one, and a failure, if it throws none.
template <class F>
Error error_of(F&& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error("", "");
}

// --- running code
TEST(EmbedRun, ExecKeepsGlobalsAndEvalGivesValues) {
    Interpreter python;
    python.exec("x = 20\ndef twice(n):\n    return 2 * n\n");
    EXPECT_EQ(python.eval("twice(x) + 2").get<int>(), 42);
    EXPECT_EQ(python.get("x").get<int>(), 20);
    EXPECT_EQ(python.eval("__name__").get<std::string>(), "__main__");
}

TEST(EmbedRun, LaterSyntaxIsRefusedOnDemand) {
    Interpreter later;
    EXPECT_EQ(later.eval("(x := 4) + x").get<int>(), 8);
    Options options;
    options.lang36 = true;
    Interpreter python(std::move(options));
    EXPECT_EQ(error_of([&] { python.eval("(x := 4) + x"); }).type_name(), "SyntaxError");
}

TEST(EmbedRun, LaterSyntaxIsRefusedOnDemandByTheCAbi) {
    krait_options options;
    krait_options_init(&options);
    EXPECT_EQ(options.lang36, 0);
    options.lang36 = 1;
    krait_error error = {};
    krait_interp* python = krait_new(&options, &error);
    ASSERT_NE(python, nullptr);
    EXPECT_EQ(krait_exec(python, "(x := 4)", KRAIT_TEXT_END, nullptr, &error), 0);
    EXPECT_EQ(error.code, KRAIT_SYNTAX_ERROR);
    krait_error_clear(&error);
    krait_free(python);
}

TEST(EmbedRun, SetAndCall) {
    Interpreter python;
    python.set("name", "Ada");
    python.set("numbers", std::vector<int>{3, 1, 2});
    EXPECT_EQ(python.eval("name * 2").get<std::string>(), "AdaAda");
    EXPECT_EQ(python.eval("sorted(numbers)").get<std::vector<int>>(), (std::vector<int>{1, 2, 3}));
    python.exec("def area(w, h=2): return w * h");
    EXPECT_EQ(python.call("area", 6, 7).get<int>(), 42);
    EXPECT_EQ(python.call("area", 1.5).get<double>(), 3.0);
    Object area = python.get("area");
    EXPECT_EQ(area.call({python.make(5)}, {{"h", python.make(5)}}).get<int>(), 25);
}

TEST(EmbedRun, ImportedModulesAreObjects) {
    Interpreter python;
    Object math = python.import_module("math");
    EXPECT_EQ(math.attr("gcd")(12, 18).get<int>(), 6);
    EXPECT_EQ(error_of([&] { python.import_module("no_such_module"); }).type_name(), "ModuleNotFoundError");
}

TEST(EmbedRun, ObjectsHaveTheirOperations) {
    Interpreter python;
    python.exec("class Box:\n    pass\nbox = Box()");
    Object box = python.get("box");
    box.set_attr("content", python.make("tea"));
    EXPECT_EQ(python.eval("box.content").get<std::string>(), "tea");
    EXPECT_EQ(box.type_name(), "Box");
    Object table = python.eval("{'a': [10, 20], 3: None}");
    EXPECT_EQ(table.size(), 2u);
    EXPECT_EQ(table["a"][1].get<int>(), 20);
    EXPECT_TRUE(table[3].is_none());
    table.set_item(python.make("b"), python.make(true));
    EXPECT_EQ(table.repr(), "{'a': [10, 20], 3: None, 'b': True}");
    EXPECT_EQ(python.eval("'x'").str(), "x");
    EXPECT_FALSE(python.eval("[]").truth());
    EXPECT_EQ(error_of([&] { table["zzz"]; }).what(), std::string("KeyError: 'zzz'"));
}

TEST(EmbedRun, FileNamesStandInTracebacks) {
    Interpreter python;
    Error error = error_of([&] { python.exec("\n\nboom", "config.py"); });
    ASSERT_EQ(error.frames().size(), 1u);
    EXPECT_EQ(error.frames()[0].file, "config.py");
    EXPECT_EQ(error.frames()[0].line, 3);
}

// --- values both ways
template <class T>
void expect_round_trip(const T& value) {
    Interpreter python;
    EXPECT_EQ(python.make(value).template get<T>(), value);
}

TEST(EmbedConvert, RoundTrips) {
    expect_round_trip(true);
    expect_round_trip(-7);
    expect_round_trip(std::int64_t{INT64_MIN});
    expect_round_trip(std::int64_t{INT64_MAX});
    expect_round_trip(std::uint64_t{UINT64_MAX});
    expect_round_trip(2.5);
    expect_round_trip(std::string("gr\xc3\xbc\xc3\x9f \xf0\x9f\x90\x8d"));
    expect_round_trip(std::string("a\0b", 3));
    expect_round_trip(std::vector<std::string>{"a", "", "c"});
    expect_round_trip(std::vector<std::vector<int>>{{1}, {}, {2, 3}});
    expect_round_trip(std::map<std::string, int>{{"one", 1}, {"two", 2}});
    expect_round_trip(std::optional<int>{});
    expect_round_trip(std::optional<int>{5});
}

TEST(EmbedConvert, PythonSeesTheRightTypes) {
    Interpreter python;
    EXPECT_EQ(python.make(true).type_name(), "bool");
    EXPECT_EQ(python.make(1).type_name(), "int");
    EXPECT_EQ(python.make(std::uint64_t{UINT64_MAX}).str(), "18446744073709551615");
    EXPECT_EQ(python.make(1.0).type_name(), "float");
    EXPECT_EQ(python.make(nullptr).type_name(), "NoneType");
    EXPECT_EQ(python.make(std::map<std::string, std::vector<int>>{{"k", {1, 2}}}).repr(), "{'k': [1, 2]}");
}

TEST(EmbedConvert, ConversionsAreExact) {
    Interpreter python;
    auto type_of = [&](auto convert) { return error_of(convert).type_name(); };
    EXPECT_EQ(type_of([&] { python.eval("2**31").get<int>(); }), "OverflowError");
    EXPECT_EQ(type_of([&] { python.eval("2**63").get<std::int64_t>(); }), "OverflowError");
    EXPECT_EQ(type_of([&] { python.eval("-1").get<std::uint64_t>(); }), "OverflowError");
    EXPECT_EQ(type_of([&] { python.eval("256").get<std::uint8_t>(); }), "OverflowError");
    EXPECT_EQ(type_of([&] { python.eval("1.0").get<int>(); }), "TypeError");
    EXPECT_EQ(type_of([&] { python.eval("1").get<bool>(); }), "TypeError");
    EXPECT_EQ(type_of([&] { python.eval("b'x'").get<std::string>(); }), "TypeError");
    EXPECT_EQ(type_of([&] { python.eval("7").get<std::vector<int>>(); }), "TypeError");
    EXPECT_EQ(type_of([&] { python.eval("{1: 2}").get<std::map<std::string, int>>(); }), "TypeError");
    EXPECT_EQ(type_of([&] { python.eval("'\\ud800'").get<std::string>(); }), "UnicodeEncodeError");
    EXPECT_EQ(python.eval("2**31 - 1").get<int>(), 2147483647);
    EXPECT_EQ(python.eval("3").get<double>(), 3.0);
    EXPECT_EQ(python.eval("(i * i for i in range(4))").get<std::vector<int>>(), (std::vector<int>{0, 1, 4, 9}));
}

// --- errors
TEST(EmbedError, CarriesTypeMessageFramesAndTraceback) {
    Interpreter python;
    python.exec("def inner():\n    raise ValueError('bad thing')\ndef outer():\n    inner()\n", "library.py");
    Error error = error_of([&] { python.exec("outer()", "main.py"); });
    EXPECT_EQ(error.type_name(), "ValueError");
    EXPECT_EQ(error.message(), "bad thing");
    EXPECT_STREQ(error.what(), "ValueError: bad thing");
    EXPECT_FALSE(error.exit_status());
    ASSERT_EQ(error.frames().size(), 3u);
    EXPECT_EQ(error.frames()[0].function, "<module>");
    EXPECT_EQ(error.frames()[1].function, "outer");
    EXPECT_EQ(error.frames()[2].function, "inner");
    EXPECT_EQ(error.frames()[2].file, "library.py");
    EXPECT_EQ(error.frames()[2].line, 2);
    EXPECT_NE(error.traceback().find("Traceback (most recent call last):\n"), std::string::npos);
    EXPECT_NE(error.traceback().find("ValueError: bad thing"), std::string::npos);
}

TEST(EmbedError, TracebackHoldsTheChain) {
    Interpreter python;
    Error error = error_of([&] {
        python.exec("try:\n    {}['k']\nexcept KeyError as e:\n    raise RuntimeError('no setting') from e\n");
    });
    EXPECT_NE(error.traceback().find("KeyError: 'k'"), std::string::npos);
    EXPECT_NE(error.traceback().find("The above exception was the direct cause"), std::string::npos);
}

TEST(EmbedError, SyntaxErrors) {
    Interpreter python;
    EXPECT_EQ(error_of([&] { python.exec("x ="); }).type_name(), "SyntaxError");
    EXPECT_EQ(error_of([&] { python.eval("x = 1"); }).type_name(), "SyntaxError");
    EXPECT_EQ(error_of([&] { python.exec("if 1:\nx"); }).type_name(), "IndentationError");
    EXPECT_EQ(python.eval("1 + 1").get<int>(), 2);
}

TEST(EmbedError, SystemExitIsAValue) {
    Interpreter python;
    EXPECT_EQ(error_of([&] { python.exec("import sys\nsys.exit(3)"); }).exit_status(), 3);
    EXPECT_EQ(error_of([&] { python.exec("raise SystemExit"); }).exit_status(), 0);
    Error text = error_of([&] { python.exec("raise SystemExit('out of tea')"); });
    EXPECT_EQ(text.exit_status(), 1);
    EXPECT_EQ(text.message(), "out of tea");
    EXPECT_EQ(python.eval("6 * 7").get<int>(), 42);
}

TEST(EmbedError, SystemExitOfTheHostKeepsItsText) {
    Interpreter python;
    python.set("leave", python.function("leave", [](const std::string& text) { throw Error("SystemExit", text); }));
    python.set("stop", python.function("stop", [](int status) { throw Error("SystemExit", "", status); }));
    Error error = error_of([&] { python.exec("leave('out of tea')"); });
    EXPECT_EQ(error.exit_status(), 1);
    EXPECT_EQ(error.message(), "out of tea");
    python.exec(R"(
codes = []
for call, argument in (leave, 'tea'), (leave, ''), (leave, '1'), (stop, 0), (stop, 1), (stop, 3):
    try:
        call(argument)
    except SystemExit as e:
        codes.append(e.code)
)");
    EXPECT_EQ(python.eval("repr(codes)").get<std::string>(), "['tea', 0, 1, 0, 1, 3]");
}

TEST(EmbedError, ExceptionWhoseStrFails) {
    Interpreter python;
    Error error = error_of([&] { python.exec("class E(Exception):\n    def __str__(self): return 1 / 0\nraise E"); });
    EXPECT_EQ(error.type_name(), "E");
    EXPECT_EQ(python.eval("1").get<int>(), 1);
}

// --- limits
Options limited(std::size_t memory, std::int64_t steps, std::chrono::milliseconds time) {
    Options options;
    options.limits.memory = memory;
    options.limits.steps = steps;
    options.limits.time = time;
    return options;
}

TEST(EmbedLimits, MemoryIsAMemoryErrorAndTheInterpreterGoesOn) {
    Interpreter python(limited(32u << 20, INT64_MAX, {}));
    for (const char* hostile : {"a = 'x' * 10**9", "a = []\nwhile True: a.append('y' * 1000)", "a = 1 << 10**9",
                                "a = {}\nn = 0\nwhile True:\n    a[n] = (n,)\n    n += 1", "a = list(range(10**9))"}) {
        EXPECT_EQ(error_of([&] { python.exec(hostile); }).type_name(), "MemoryError") << hostile;
        python.exec("a = None");
        EXPECT_EQ(python.eval("sum(range(10))").get<int>(), 45) << hostile;
    }
    EXPECT_LE(python.memory_peak(), 32u << 20);
    EXPECT_LE(python.memory_used(), python.memory_peak());
}

TEST(EmbedLimits, StepsStopAScriptThatCatchesEverything) {
    Interpreter python(limited(256u << 20, 200'000, {}));
    EXPECT_THROW(
        python.exec("while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n"
                    "    finally:\n        pass"),
        Error);
    krait::Limits more;
    python.set_limits(more);
    EXPECT_EQ(python.eval("sum(range(10))").get<int>(), 45);
}

TEST(EmbedLimits, TimeStopsHostileScriptsAndEveryCallHasItsOwn) {
    Interpreter python(limited(256u << 20, INT64_MAX, std::chrono::milliseconds(60)));
    for (const char* hostile :
         {"while True: pass", "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
          "def f():\n    try:\n        while True: pass\n    finally:\n        f()\nf()",
          "import itertools\nsum(itertools.count())",
          "class A:\n    def __eq__(s, o):\n        while True: pass\nA() in [A()]",
          "def g():\n    while True: yield 1\nlist(zip(g(), map(str, g())) and (x for x in g() if x > 1))"}) {
        auto start = std::chrono::steady_clock::now();
        EXPECT_THROW(python.exec(hostile), Error) << hostile;
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << hostile;
        EXPECT_EQ(python.eval("6 * 7").get<int>(), 42) << hostile;
    }
}

TEST(EmbedLimits, RecursionIsARecursionError) {
    Options options;
    options.limits.recursion = 100;
    Interpreter python(std::move(options));
    python.exec("def f(n): return f(n + 1)");
    EXPECT_EQ(error_of([&] { python.call("f", 0); }).type_name(), "RecursionError");
    EXPECT_EQ(python.eval("[1, 2][1]").get<int>(), 2);
}

TEST(EmbedLimits, InterruptFromAnotherThread) {
    Interpreter python;
    krait::InterruptHandle handle = python.interrupt_handle();
    std::atomic<bool> done = false;
    std::thread killer([&, handle] {
        while (!done) {
            handle.interrupt();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    Error error = error_of([&] { python.exec("while True: pass"); });
    done = true;
    killer.join();
    EXPECT_EQ(error.type_name(), "KeyboardInterrupt");
    {
        Interpreter gone = std::move(python);
    }
    handle.interrupt();
}

TEST(EmbedAccess, NothingOfTheProcessIsReachable) {
    Interpreter python;
    EXPECT_THROW(python.exec("open('/etc/passwd')"), Error);
    EXPECT_THROW(python.exec("import os\nos.listdir('/')"), Error);
    EXPECT_THROW(python.exec("input()"), Error);
    EXPECT_EQ(python.eval("1 + 1").get<int>(), 2);
}

// --- host functions
TEST(EmbedHost, FunctionsOfTheHost) {
    Interpreter python;
    int calls = 0;
    python.set("add", python.function("add", [&](Interpreter& inner, const std::vector<Object>& args) {
        ++calls;
        return inner.make(args.at(0).get<int>() + args.at(1).get<int>());
    }));
    EXPECT_EQ(python.eval("sum(add(i, 1) for i in range(4))").get<int>(), 10);
    EXPECT_EQ(calls, 4);
    python.set("nothing",
               python.function("nothing", [](Interpreter&, const std::vector<Object>&) { return Object(); }));
    EXPECT_TRUE(python.eval("nothing() is None").get<bool>());
    EXPECT_EQ(error_of([&] { python.exec("add(1, b=2)"); }).type_name(), "TypeError");
}

TEST(EmbedHost, ExceptionsPassThroughBothWays) {
    Interpreter python;
    python.set("fail", python.function("fail", [](Interpreter&, const std::vector<Object>&) -> Object {
        throw std::runtime_error("disk on fire");
    }));
    python.set("odd", python.function("odd", [](Interpreter&, const std::vector<Object>&) -> Object { throw 42; }));
    python.set("again", python.function("again", [](Interpreter& inner, const std::vector<Object>& args) {
        return inner.eval(args.at(0).get<std::string>());
    }));
    EXPECT_STREQ(error_of([&] { python.exec("fail()"); }).what(), "RuntimeError: disk on fire");
    EXPECT_EQ(error_of([&] { python.exec("odd()"); }).type_name(), "RuntimeError");
    EXPECT_EQ(python.eval("[again(\"6 * 7\")]").repr(), "[42]");
    python.exec("try:\n    again('1 / 0')\nexcept ZeroDivisionError as e:\n    got = str(e)");
    EXPECT_EQ(python.get("got").get<std::string>(), "division by zero");
    EXPECT_EQ(error_of([&] { python.exec("again('exit_now()')"); }).type_name(), "NameError");
    EXPECT_EQ(error_of([&] { python.exec("def quit(): raise SystemExit(4)\nagain('quit()')"); }).exit_status(), 4);
    for (const char* special : {"b'\\xff'.decode()", "'\\u20ac'.encode('ascii')", "{}[1]", "next(iter(()))"})
        EXPECT_THROW(python.exec(std::string("again(\"\"\"") + special + "\"\"\")"), Error) << special;
    EXPECT_EQ(error_of([&] { python.exec("again(\"again('[][1]')\")"); }).type_name(), "IndexError");
    EXPECT_EQ(python.eval("1 + 1").get<int>(), 2);
}

TEST(EmbedHost, RecursionThroughTheHostEnds) {
    Interpreter python;
    python.set("again", python.function("again", [](Interpreter& inner, const std::vector<Object>&) {
        return inner.eval("again()");
    }));
    EXPECT_EQ(error_of([&] { python.exec("again()"); }).type_name(), "RecursionError");
    EXPECT_EQ(python.eval("1 + 1").get<int>(), 2);
}

TEST(EmbedHost, LimitsHoldInsideCallsOfTheHost) {
    Interpreter python(limited(256u << 20, INT64_MAX, std::chrono::milliseconds(60)));
    python.set("spin", python.function("spin", [](Interpreter& inner, const std::vector<Object>&) {
        return inner.eval("[0 for i in iter(int, 1)]");
    }));
    EXPECT_THROW(python.exec("while True:\n    try:\n        spin()\n    except BaseException: pass"), Error);
    EXPECT_EQ(python.eval("1 + 1").get<int>(), 2);
}

TEST(EmbedHost, FunctionsAreRefusedWhileTheInterpreterEnds) {
    int calls = 0;
    {
        Interpreter python;
        python.set("tell", python.function("tell", [&](Interpreter&, const std::vector<Object>&) {
            ++calls;
            return Object();
        }));
        python.exec("class A:\n    def __init__(self, f): self.f = f\n    def __del__(self): self.f(self, 1, 2)\n"
                    "a = A(tell)\nA(tell)");
        EXPECT_EQ(calls, 1);
        Object held = python.get("a");
        python.exec("del a");
        Interpreter gone = std::move(python);
        Object more = gone.eval("A(tell)");
        {
            Interpreter end = std::move(gone);
        }
    }
    EXPECT_EQ(calls, 1);
}

// --- streams
TEST(EmbedStreams, OutputGoesToCallbacks) {
    std::string out, err;
    Options options;
    options.on_stdout = [&](std::string_view text) { out += text; };
    options.on_stderr = [&](std::string_view text) { err += text; };
    options.argv = {"prog", "one"};
    Interpreter python(std::move(options));
    python.exec("import sys\nprint('h\xc3\xa9llo', 1, end='!\\n')\nprint('oops', file=sys.stderr)\nprint(sys.argv)");
    EXPECT_EQ(out, "h\xc3\xa9llo 1!\n['prog', 'one']\n");
    EXPECT_EQ(err, "oops\n");
    EXPECT_EQ(python.run_command("1 / 0"), 1);
    EXPECT_NE(err.find("ZeroDivisionError: division by zero\n"), std::string::npos);
    EXPECT_EQ(python.run_command("raise SystemExit(5)"), 5);
}

TEST(EmbedStreams, ThrowingCallbackIsAnOSError) {
    Options options;
    options.on_stdout = [](std::string_view) { throw std::runtime_error("closed"); };
    Interpreter python(std::move(options));
    EXPECT_EQ(error_of([&] { python.exec("print('x')"); }).type_name(), "OSError");
}

TEST(EmbedStreams, InteractiveInput) {
    std::string out;
    Options options;
    options.on_stdout = [&](std::string_view text) { out += text; };
    Interpreter python(std::move(options));
    int status = -1;
    EXPECT_EQ(python.run_interactive("if 1:\n", &status), Interpreter::Interactive::NeedMore);
    EXPECT_EQ(python.run_interactive("6 * 7\n", &status), Interpreter::Interactive::Done);
    EXPECT_EQ(python.run_interactive("raise SystemExit(9)\n", &status), Interpreter::Interactive::Exit);
    EXPECT_EQ(out, "42\n");
    EXPECT_EQ(status, 9);
}

// --- misuse
TEST(EmbedMisuse, EmptyHandles) {
    Object empty;
    Interpreter python;
    EXPECT_FALSE(empty);
    EXPECT_THROW(empty.str(), std::logic_error);
    EXPECT_THROW(empty.get<int>(), std::logic_error);
    EXPECT_THROW(empty(1), std::logic_error);
    EXPECT_THROW(python.list({empty}), std::logic_error);
    EXPECT_THROW(python.eval("{}").set_item(python.make(1), empty), std::logic_error);
    EXPECT_THROW(python.get("__name__").attr("join").call({empty}), std::logic_error);
}

TEST(EmbedMisuse, ObjectsOfAnotherInterpreter) {
    Interpreter one, two;
    Object foreign = two.eval("[1]");
    EXPECT_THROW(one.set("x", foreign), std::logic_error);
    EXPECT_THROW(one.list({foreign}), std::logic_error);
    EXPECT_THROW(one.eval("len")(foreign), std::logic_error);
    one.set("f", one.function("f", [&](Interpreter&, const std::vector<Object>&) { return foreign; }));
    EXPECT_EQ(error_of([&] { one.exec("f()"); }).type_name(), "RuntimeError");
}

TEST(EmbedMisuse, HandlesOutliveTheInterpreter) {
    Object object;
    {
        Interpreter python;
        object = python.eval("['still', 'here']");
    }
    EXPECT_THROW(object.str(), std::logic_error);
    EXPECT_THROW(object.size(), std::logic_error);
    EXPECT_THROW(object.get<std::vector<std::string>>(), std::logic_error);
    EXPECT_THROW(Object copy(object), std::logic_error);
    EXPECT_THROW(object[0], std::logic_error);
}

TEST(EmbedMisuse, WrongThread) {
    Interpreter python;
    Object object = python.make(1);
    std::thread([&] {
        EXPECT_THROW(python.exec("1"), std::logic_error);
        EXPECT_THROW(object.str(), std::logic_error);
        python.adopt_thread();
        EXPECT_EQ(python.eval("1 + 1").get<int>(), 2);
        python.exec("def f(n): return f(n + 1)");
        EXPECT_EQ(error_of([&] { python.call("f", 0); }).type_name(), "RecursionError");
    }).join();
    EXPECT_THROW(python.exec("1"), std::logic_error);
    python.adopt_thread();
    EXPECT_EQ(object.get<int>(), 1);
}

TEST(EmbedMisuse, MovedFromInterpreter) {
    Interpreter first;
    first.exec("x = 5");
    Interpreter second = std::move(first);
    EXPECT_THROW(first.exec("1"), std::logic_error);   // NOLINT: what is tested
    EXPECT_EQ(second.eval("x").get<int>(), 5);
    first = Interpreter();
    EXPECT_EQ(error_of([&] { first.eval("x"); }).type_name(), "NameError");
}

TEST(EmbedMisuse, HooksThatThrowOrLie) {
    krait::Options options;
    int calls = 0, reports = 0;
    options.host.clock_function = [&]() -> krait::Duration {
        if (++calls > 1) throw 5;
        return std::chrono::seconds(7);
    };
    options.on_stdout = [](std::string_view) { throw 6; };
    options.on_stdin = [](char*, std::size_t size) { return size + 1; };
    options.report_handles = [&](const std::string&) {
        ++reports;
        throw 7;
    };
    krait::Object left;
    {
        Interpreter python(std::move(options));
        python.exec("import time, sys\ndef f(): return [time.time() for i in range(3)]");
        EXPECT_EQ(python.eval("f()").repr(), "[7.0, 7.0, 7.0]");
        EXPECT_EQ(error_of([&] { python.exec("print(1)"); }).type_name(), "OSError");
        for (const char* script : {"input()", "sys.stdin.read()", "sys.stdin.readline()"})
            EXPECT_EQ(error_of([&] { python.exec(script); }).type_name(), "OSError") << script;
        left = python.eval("[1]");
    }
    EXPECT_EQ(reports, 1);
}

TEST(EmbedMisuse, NullArraysAndTextInC) {
    krait_error error{};
    krait_interp* python = krait_new(nullptr, &error);
    ASSERT_NE(python, nullptr);
    krait_value* one = krait_int(python, 1, &error);
    krait_value* some[] = {one, nullptr};
    const char* names[] = {"a", nullptr};
    auto refused = [&](const void* result) {
        bool misuse = result == nullptr && error.code == KRAIT_MISUSE;
        krait_error_clear(&error);
        return misuse;
    };
    EXPECT_TRUE(refused(krait_bytes(python, nullptr, 5, &error)));
    EXPECT_TRUE(refused(krait_str(python, nullptr, 5, &error)));
    EXPECT_TRUE(refused(krait_list(python, nullptr, 2, &error)));
    EXPECT_TRUE(refused(krait_tuple(python, some, 2, &error)));
    EXPECT_TRUE(refused(krait_dict(python, some, nullptr, 1, &error)));
    EXPECT_TRUE(refused(krait_dict(python, nullptr, some, 1, &error)));
    EXPECT_TRUE(refused(krait_call(one, nullptr, 0, nullptr, some, 1, &error)));
    EXPECT_TRUE(refused(krait_call(one, nullptr, 0, names, nullptr, 1, &error)));
    EXPECT_TRUE(refused(krait_call(one, nullptr, 0, names, some, 2, &error)));
    EXPECT_TRUE(refused(krait_function(python, "f", nullptr, nullptr, nullptr, &error)));
    EXPECT_TRUE(refused(krait_get_global(python, nullptr, &error)));
    EXPECT_EQ(krait_exec(python, nullptr, 5, nullptr, &error), 0);
    krait_error_clear(&error);
    krait_value* empty = krait_bytes(python, nullptr, 0, &error);
    EXPECT_NE(empty, nullptr);
    krait_release(empty);
    krait_release(one);
    krait_free(python);
}

// --- tools
TEST(EmbedTools, DisassembleAndPyc) {
    EXPECT_NE(krait::disassemble("x = 1\n", "m.py").find("STORE_NAME"), std::string::npos);
    EXPECT_EQ(krait::compile_pyc("x = 1\n", "m.py", 0).substr(0, 4), "\x33\x0d\r\n");
    EXPECT_EQ(error_of([] { krait::disassemble("x =", "m.py"); }).type_name(), "SyntaxError");
}

}  // namespace
