// The opt-in headers: more containers, chrono, paths, records; containers that are shared; bytes without copies.
#include <gtest/gtest.h>

#include <krait/chrono.hpp>
#include <krait/containers.hpp>
#include <krait/filesystem.hpp>
#include <krait/record.hpp>
#include <krait/shared.hpp>

namespace {

using krait::arg;
using krait::Error;
using krait::Interpreter;
using krait::Module;
using krait::Object;

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
std::string raised(Interpreter& python, const std::string& source) {
    return error_of([&] { python.exec(source); }).what();
}

template <class T>
void expect_round_trip(Interpreter& python, const T& value, const char* shown) {
    EXPECT_EQ(python.make(value).repr(), shown);
    EXPECT_TRUE(python.make(value).template get<T>() == value) << shown;
}

TEST(Containers, RoundTrips) {
    Interpreter python;
    expect_round_trip(python, std::set<int>{1, 2}, "{1, 2}");
    expect_round_trip(python, std::unordered_set<std::string>{"a"}, "{'a'}");
    expect_round_trip(python, std::unordered_map<std::string, int>{{"a", 1}}, "{'a': 1}");
    expect_round_trip(python, std::map<int, std::vector<int>>{{1, {2, 3}}}, "{1: [2, 3]}");
    expect_round_trip(python, std::deque<int>{1, 2}, "[1, 2]");
    expect_round_trip(python, std::list<std::string>{"x", "y"}, "['x', 'y']");
    expect_round_trip(python, std::array<int, 3>{1, 2, 3}, "[1, 2, 3]");
    expect_round_trip(python, std::pair<int, std::string>{1, "a"}, "(1, 'a')");
    expect_round_trip(python, std::tuple<int, double, bool>{1, 2.5, true}, "(1, 2.5, True)");
    expect_round_trip(python, std::variant<int, std::string>{"text"}, "'text'");
    expect_round_trip(python, std::vector<std::optional<int>>{1, std::nullopt}, "[1, None]");
    expect_round_trip(python, std::vector<std::byte>{std::byte{65}, std::byte{0}}, "b'A\\x00'");
    expect_round_trip(python, std::filesystem::path("/a/b"), "'/a/b'");
    expect_round_trip(python, std::chrono::milliseconds(1500), "1.5");
    expect_round_trip(python, std::chrono::system_clock::time_point(std::chrono::seconds(5)), "5.0");
    int items[] = {4, 5};
    EXPECT_EQ(python.make(std::span<int>(items)).repr(), "[4, 5]");
}

TEST(Containers, AreExact) {
    Interpreter python;
    Module m = python.module("m");
    m.def(
        "f", [](std::tuple<int, int>, std::variant<bool, int, std::string> v) { return v.index(); }, arg("pair"),
        arg("v"));
    m.def("wait", [](std::chrono::milliseconds t) { return t.count(); }, arg("time"));
    python.exec("from m import *");
    EXPECT_EQ(python.eval("[f((1, 2), x) for x in (True, 5, 'a')]").repr(), "[0, 1, 2]");
    EXPECT_EQ(raised(python, "f((1, 2, 3), 1)").substr(0, 10), "ValueError");
    EXPECT_EQ(raised(python, "f((1, 'a'), 1)").substr(0, 9), "TypeError");
    EXPECT_EQ(raised(python, "f((1, 2**40), 1)").substr(0, 13), "OverflowError");
    EXPECT_EQ(raised(python, "f((1, 2), 1.5)"),
              "TypeError: f(): argument 'v': expected Union[bool, int, str], got float");
    EXPECT_EQ(python.eval("wait(0.25), wait(3)").repr(), "(250, 3000)");
    EXPECT_EQ(raised(python, "wait(1e300)").substr(0, 13), "OverflowError");
    EXPECT_EQ(error_of([&] { python.eval("'abc'").get<std::vector<std::string>>(); }).type_name(), "TypeError");
    EXPECT_EQ(error_of([&] { python.eval("'a\\0b'").get<std::filesystem::path>(); }).type_name(), "ValueError");
}

}  // namespace

struct Server {
    std::string host;
    int port = 80;
    std::optional<std::string> user;
};
template <>
struct krait::Record<Server> {
    static constexpr auto fields = std::tuple{krait::record_field("host", &Server::host),
                                              krait::record_field("port", &Server::port, krait::may_be_missing),
                                              krait::record_field("user-name", &Server::user, krait::may_be_missing)};
};

namespace {

TEST(Containers, Records) {
    Interpreter python;
    Module m = python.module("m");
    m.def("show",
          [](const Server& s) { return s.host + ":" + std::to_string(s.port) + (s.user ? "@" + *s.user : ""); });
    m.def("make", [] { return Server{"h", 1, std::nullopt}; });
    python.exec("from m import *\nclass S: pass\ns = S(); s.host = 'obj'; s.port = 3");
    EXPECT_EQ(
        python.eval("show({'host': 'a'}), show({'host': 'b', 'port': 5, 'user-name': 'u'}), show(s), make()").repr(),
        "('a:80', 'b:5@u', 'obj:3', {'host': 'h', 'port': 1, 'user-name': None})");
    EXPECT_EQ(raised(python, "show({'port': 1})"), "TypeError: field 'host' is missing");
    EXPECT_EQ(raised(python, "show({'host': 'a', 'port': 'x'})").substr(0, 24), "TypeError: field 'port':");
}

// ------------------------------------------------------------------------------------------------ shared
TEST(SharedContainers, SetIsAMutableSet) {
    Interpreter python;
    Module m = python.module("m");
    krait::bind_shared_set<int>(m, "IntSet");
    krait::SharedSet<int> numbers(std::set<int>{1, 2, 3});
    python.set("s", numbers);
    python.exec("from m import IntSet\nimport collections.abc as abc\n");
    EXPECT_EQ(python.eval("isinstance(s, abc.MutableSet), sorted(s), 2 in s, 'x' in s, len(s), s").repr(),
              "(True, [1, 2, 3], True, False, 3, IntSet({1, 2, 3}))");
    EXPECT_EQ(
        python.eval("s | {9}, s & {1, 7}, s - {1}, s ^ {1, 5}, s == {1, 2, 3}, s <= {1, 2, 3, 4}, s > {1}").repr(),
        "(IntSet({1, 2, 3, 9}), IntSet({1}), IntSet({2, 3}), IntSet({2, 3, 5}), True, True, True)");
    python.exec("s.add(4); s.discard(1); s.discard(99); s.remove(2); s |= {10}");
    EXPECT_EQ(python.eval("sorted(s)").repr(), "[3, 4, 10]");
    EXPECT_TRUE(numbers.contains(10));
    EXPECT_EQ(raised(python, "s.remove(77)"), "KeyError: 77");
    EXPECT_EQ(raised(python, "s.add('x')").substr(0, 9), "TypeError");
    EXPECT_EQ(raised(python, "for i in s: s.add(i + 1)"), "RuntimeError: the container changed during iteration");
    EXPECT_EQ(raised(python, "it = iter(s); next(it); s.clear(); next(it)").substr(0, 12), "RuntimeError");
    EXPECT_EQ(python.eval("len(s), sorted(IntSet([3, 1]))").repr(), "(0, [1, 3])");
    auto cursor = numbers.cursor();
    numbers.insert(5);
    EXPECT_THROW(cursor.next(), std::runtime_error);
    auto borrow = numbers.borrow();
    EXPECT_EQ(raised(python, "s.add(6)"), "BufferError: the container is in use by the host");
    EXPECT_THROW(numbers.insert(7), Error);
}

TEST(SharedContainers, VectorAndItsBytes) {
    Interpreter python;
    Module m = python.module("m");
    krait::bind_shared_vector<double>(m, "Doubles");
    krait::SharedVector<double> v(std::vector<double>{1, 2, 3});
    python.set("v", v);
    python.exec("from m import Doubles\nv[0] = 5; v.append(4); view = memoryview(v)");
    EXPECT_EQ(python.eval("list(v), v[-1], len(v), view.format, view.itemsize, list(view), view.readonly").repr(),
              "([5.0, 2.0, 3.0, 4.0], 4.0, 4, 'd', 8, [5.0, 2.0, 3.0, 4.0], False)");
    python.exec("view[1] = 7.5");
    EXPECT_EQ(v[1], 7.5);
    EXPECT_EQ(raised(python, "v.append(1)"), "BufferError: the container's memory is exported");
    EXPECT_THROW(v.push_back(1), Error);
    python.exec("view.release(); v.append(1)");
    EXPECT_EQ(v.size(), 5u);
    EXPECT_EQ(raised(python, "v[99]"), "IndexError: index out of range");
    python.exec("del v[0]; v.extend([8, 9]); v.reverse(); popped = v.pop()");
    EXPECT_EQ(python.eval("list(v), popped, 8 in v, v.index(8), v.count(1)").repr(),
              "([9.0, 8.0, 1.0, 4.0, 3.0], 7.5, True, 1, 1)");
    python.exec("view = memoryview(v)\ndel view");
    python.exec("v.append(0)");
}

TEST(SharedContainers, MapIsAMutableMapping) {
    Interpreter python;
    Module m = python.module("m");
    krait::bind_shared_map<std::string, int>(m, "Ages");
    krait::SharedMap<std::string, int> ages;
    ages.set("ada", 36);
    python.set("ages", ages);
    python.exec("ages['alan'] = 41; ages.update(grace=85); old = ages.pop('ada')");
    EXPECT_EQ(python.eval("dict(ages), old, ages.get('x', 5), 'alan' in ages, list(ages.items()), 3 in ages").repr(),
              "({'alan': 41, 'grace': 85}, 36, 5, True, [('alan', 41), ('grace', 85)], False)");
    EXPECT_EQ(raised(python, "ages['x']"), "KeyError: 'x'");
    EXPECT_EQ(raised(python, "del ages['x']"), "KeyError: 'x'");
    EXPECT_EQ(raised(python, "for k in ages: ages[k + 'x'] = 1").substr(0, 12), "RuntimeError");
}

TEST(Bytes, OfPythonObjectsWithoutACopy) {
    Interpreter python;
    python.exec("b = bytearray(b'hello')");
    {
        krait::BytesOf bytes(python.get("b"), true);
        ASSERT_EQ(bytes.bytes().size(), 5u);
        bytes.bytes()[0] = std::byte{'j'};
        EXPECT_EQ(raised(python, "b.append(1)").substr(0, 11), "BufferError");
        EXPECT_EQ(error_of([&] { bytes.as<double>(); }).type_name(), "ValueError");
        EXPECT_EQ(bytes.as<std::uint8_t>()[4], 'o');
    }
    python.exec("b.append(33)");
    EXPECT_EQ(python.eval("b").repr(), "bytearray(b'jello!')");
    EXPECT_EQ(error_of([&] { krait::BytesOf(python.eval("b'x'"), true); }).type_name(), "TypeError");
    EXPECT_EQ(error_of([&] { krait::BytesOf(python.eval("3")); }).type_name(), "TypeError");
}

TEST(Bytes, AreGoneWithTheInterpreter) {
    auto python = std::make_unique<Interpreter>();
    krait::BytesOf bytes(python->eval("bytearray(b'abc')"), true);
    krait::BytesOf moved(std::move(bytes));
    EXPECT_EQ(moved.bytes().size(), 3u);
    EXPECT_THROW((void)bytes.bytes(), std::logic_error);
    python.reset();
    EXPECT_THROW((void)moved.bytes(), std::logic_error);
    EXPECT_THROW((void)moved.as<std::uint8_t>(), std::logic_error);
}

// ------------------------------------------------------------------------------------------------ several dimensions
// Three rows of four numbers, 0 to 11, shown as `shape` and `strides` say.
struct Matrix {
    double items[12];
    std::ptrdiff_t first = 0;
    std::vector<std::int64_t> shape, strides;
    int views = 0;
};
struct WithMatrix {
    Matrix matrix;
    Interpreter python;
    krait::Loan loan;

    WithMatrix(std::vector<std::int64_t> shape, std::vector<std::int64_t> strides, std::ptrdiff_t first = 0)
        : loan(bind(std::move(shape), std::move(strides), first)) {
        python.set("m", loan.object());
    }
    krait::Loan bind(std::vector<std::int64_t> shape, std::vector<std::int64_t> strides, std::ptrdiff_t first) {
        for (int i = 0; i < 12; ++i) matrix.items[i] = i;
        matrix.shape = std::move(shape);
        matrix.strides = std::move(strides);
        matrix.first = first;
        python.module("grid").class_<Matrix>("Matrix").buffer(
            [](Matrix& m) {
                ++m.views;
                return krait::BufferView{m.items + m.first, 12, sizeof(double), 'd', false, m.shape, m.strides};
            },
            [](Matrix& m) { --m.views; });
        return krait::lend(python, matrix);
    }
    std::string shown(const std::string& expression) { return python.eval(expression).repr(); }
};

TEST(Buffers, RowsWithoutGaps) {
    WithMatrix w({3, 4}, {});
    EXPECT_EQ(w.shown("(lambda v: (v.ndim, v.shape, v.strides, v.nbytes, len(v), v.format))(memoryview(m))"),
              "(2, (3, 4), (32, 8), 96, 3, 'd')");
    EXPECT_EQ(w.shown("memoryview(m).tolist()[1]"), "[4.0, 5.0, 6.0, 7.0]");
    w.python.exec("v = memoryview(m); v[2, 1] = -1");
    EXPECT_EQ(w.matrix.items[9], -1);
    EXPECT_EQ(w.shown("v[1:].tolist()[1][1]"), "-1.0");
    EXPECT_EQ(w.shown("len(bytes(m)), len(v.cast('B'))"), "(96, 96)");
    w.python.exec("v = None");
    EXPECT_EQ(w.matrix.views, 0);
    krait::BytesOf bytes(w.python.get("m"));
    EXPECT_EQ(bytes.bytes().size(), 96u);
    EXPECT_EQ(w.matrix.views, 1);
}

TEST(Buffers, StridesOfAnyKind) {
    WithMatrix columns({4, 3}, {8, 32});   // transposed
    EXPECT_EQ(columns.shown("memoryview(m).tolist()[1]"), "[1.0, 5.0, 9.0]");
    EXPECT_EQ(columns.shown("(lambda v: (v.c_contiguous, v.f_contiguous))(memoryview(m))"), "(False, True)");
    EXPECT_EQ(columns.shown("memoryview(memoryview(m))[::-2].tolist()"), "[[3.0, 7.0, 11.0], [1.0, 5.0, 9.0]]");
    EXPECT_EQ(columns.shown("memoryview(m).tobytes() == bytes(memoryview(m))"), "True");
    WithMatrix backwards({3, 2}, {-32, -16}, 11);
    EXPECT_EQ(backwards.shown("memoryview(m).tolist()"), "[[11.0, 9.0], [7.0, 5.0], [3.0, 1.0]]");
    WithMatrix cube({1, 2, 2, 3}, {});
    EXPECT_EQ(cube.shown("memoryview(m).tolist()"),
              "[[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]], [[6.0, 7.0, 8.0], [9.0, 10.0, 11.0]]]]");
    WithMatrix nothing({3, 0}, {});
    EXPECT_EQ(nothing.shown("memoryview(m).tolist(), memoryview(m).tobytes()"), "([[], [], []], b'')");
}

// Natives that want bytes in one piece refuse others, and no export is left behind.
TEST(Buffers, NotInOnePiece) {
    WithMatrix w({4, 3}, {8, 32});
    const std::string refused = "BufferError: grid.Matrix: underlying buffer is not C-contiguous";
    EXPECT_EQ(raised(w.python, "b''.join([m])"), refused);
    EXPECT_EQ(raised(w.python, "bytearray(3)[:] = m"), refused);
    EXPECT_EQ(error_of([&] { krait::BytesOf(w.python.get("m")); }).what(), refused);
    EXPECT_EQ(error_of([&] { krait::BytesOf(w.python.get("m"), true); }).what(), refused);
    EXPECT_EQ(w.matrix.views, 0);
}

TEST(Buffers, ImpossibleShapesAreRefused) {
    const std::int64_t huge = std::int64_t{1} << 40;
    struct Row {
        std::vector<std::int64_t> shape, strides;
        const char* message;
    };
    const Row rows[] = {
        {{3, 4}, {32}, "BufferError: grid.Matrix has a buffer of 2 dimensions and 1 strides"},
        {{3, -4}, {}, "BufferError: grid.Matrix has a buffer of impossible shape"},
        {{huge, huge}, {}, "BufferError: grid.Matrix has a buffer of impossible shape"},
        {std::vector<std::int64_t>(65, 1), {}, "BufferError: grid.Matrix has a buffer of more than 64 dimensions"},
    };
    for (const Row& row : rows) {
        WithMatrix w(row.shape, row.strides);
        EXPECT_EQ(raised(w.python, "memoryview(m)"), row.message);
        EXPECT_EQ(w.matrix.views, 0);
    }
    WithMatrix most(std::vector<std::int64_t>(64, 1), {});
    EXPECT_EQ(most.shown("memoryview(m).ndim, memoryview(m)[(0,) * 64]"), "(64, 0.0)");
}

}  // namespace
