// Binding C++ for Python: functions, classes, ownership, inheritance both ways, enums, exceptions, callbacks,
// collection.
#include <gtest/gtest.h>

#include <krait/krait.hpp>
#include <krait/stubs.hpp>

#include <functional>
#include <memory>
#include <ostream>
#include <sstream>
#include <stdexcept>

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

// What the expression raises, as "Type: message".
std::string raised(Interpreter& python, const std::string& expression) {
    return error_of([&] { python.exec(expression); }).what();
}

// ------------------------------------------------------------------------------------------------ functions
int add(int a, int b) { return a + b; }

TEST(Bind, FunctionsWithDefaultsAndKeywords) {
    Interpreter python;
    Module m = python.module("m", "A module.");
    m.def("add", add, arg("a"), arg("b") = 10, "Sum.");
    m.def(
        "greet", [](const std::string& name, bool loud) { return loud ? name + "!" : name; }, arg("name"),
        krait::kw_only, arg("loud") = false);
    m.def("nothing", [] {});
    m.def("scale", [](double x, float y) { return x * y; });
    python.exec("import m");
    EXPECT_EQ(python.eval("m.add(1, 2), m.add(1), m.add(b=5, a=6)").repr(), "(3, 11, 11)");
    EXPECT_EQ(python.eval("m.greet('Ada', loud=True) + m.greet(name='x')").get<std::string>(), "Ada!x");
    EXPECT_TRUE(python.eval("m.nothing()").is_none());
    EXPECT_EQ(python.eval("m.scale(2, 1.5)").get<double>(), 3.0);
    EXPECT_EQ(python.eval("m.add.__doc__").get<std::string>(), "Sum.");
    EXPECT_EQ(python.eval("m.add.__text_signature__").get<std::string>(), "($module, a, b=10)");
    EXPECT_EQ(python.eval("m.greet.__text_signature__").get<std::string>(), "($module, name, *, loud=False)");
    EXPECT_EQ(python.eval("m.__doc__").get<std::string>(), "A module.");
    EXPECT_EQ(raised(python, "m.greet('Ada', True)").substr(0, 9), "TypeError");
    EXPECT_EQ(raised(python, "m.add()").substr(0, 9), "TypeError");
    EXPECT_EQ(raised(python, "m.scale(x=1, y=2)").substr(0, 9), "TypeError");
}

TEST(Bind, ArgumentErrorsNameTheArgument) {
    Interpreter python;
    Module m = python.module("m");
    m.def("f", [](int, std::uint64_t, char) {}, arg("count"), arg("size") = 0, arg("mark") = "x");
    python.exec("from m import f");
    EXPECT_EQ(raised(python, "f('a')"),
              "TypeError: f(): argument 'count': expected int from -2147483648 to 2147483647, got str");
    EXPECT_EQ(raised(python, "f(1.5)"),
              "TypeError: f(): argument 'count': expected int from -2147483648 to 2147483647, got float");
    EXPECT_EQ(raised(python, "f(2**31)"),
              "OverflowError: f(): argument 'count': expected int from -2147483648 to 2147483647, got 2147483648");
    EXPECT_EQ(raised(python, "f(1, -1)"),
              "OverflowError: f(): argument 'size': expected int from 0 to 18446744073709551615, got -1");
    EXPECT_EQ(raised(python, "f(1, 1, 'ab')"),
              "ValueError: f(): argument 'mark': expected a str of one ASCII character, got 'ab'");
    EXPECT_EQ(raised(python, "f(None)"),
              "TypeError: f(): argument 'count': expected int from -2147483648 to 2147483647, got None");
}

TEST(Bind, OverloadsAreTriedInOrder) {
    Interpreter python;
    Module m = python.module("m");
    m.def("kind", [](bool) { return "bool"; }, arg("flag"));
    m.def("kind", [](int) { return "int"; }, arg("number"));
    m.def("kind", [](const std::string&, int) { return "str, int"; }, arg("text"), arg("n") = 1);
    m.def("kind", [](const std::vector<int>&) { return "ints"; }, arg("items"));
    python.exec("from m import kind");
    EXPECT_EQ(python.eval("kind(True), kind(3), kind('a'), kind('a', n=2), kind([1, 2]), kind(number=4)").repr(),
              "('bool', 'int', 'str, int', 'str, int', 'ints', 'int')");
    std::string text = raised(python, "kind(1.5)");
    EXPECT_EQ(text.substr(0, 69), "TypeError: kind(): no overload takes (float); there are\n    kind(flag");
    EXPECT_NE(text.find("kind(text: str, n: int = 1) -> str"), std::string::npos) << text;
}

TEST(Bind, RestArgumentsAndInterpreter) {
    Interpreter python;
    Module m = python.module("m");
    m.def("all", [](Interpreter& inner, int first, krait::Args rest, krait::Kwargs named) {
        std::string out = std::to_string(first);
        for (const Object& o : rest) out += " " + o.repr();
        for (const auto& [name, value] : named) out += " " + name + "=" + value.repr();
        return inner.make(out);
    });
    EXPECT_EQ(python.import_module("m").attr("all")(1, 2, "x", arg("k") = 3.5).get<std::string>(), "1 2 'x' k=3.5");
}

// ------------------------------------------------------------------------------------------------ classes
struct Point {
    int x = 0, y = 0;
    friend bool operator==(const Point& a, const Point& b) { return a.x == b.x && a.y == b.y; }
    friend bool operator<(const Point& a, const Point& b) { return std::pair(a.x, a.y) < std::pair(b.x, b.y); }
    friend Point operator+(const Point& a, const Point& b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(const Point& a) { return {-a.x, -a.y}; }
};
}  // namespace
template <>
struct std::hash<Point> {
    std::size_t operator()(const Point& p) const { return static_cast<std::size_t>(p.x * 31 + p.y); }
};
namespace {

void define_points(Module& m) {
    m.class_<Point>("Point", "A place.")
        .init<>()
        .factory([](int x, int y) { return Point{x, y}; }, arg("x"), arg("y") = 0)
        .field("x", &Point::x, "across")
        .field("y", &Point::y)
        .property("sum", [](const Point& p) { return p.x + p.y; }, [](Point& p, int s) { p.x = s - p.y; })
        .property_readonly("length2", [](const Point& p) { return p.x * p.x + p.y * p.y; })
        .static_method("origin", [] { return Point{}; })
        .class_method("twice", [](Object cls, int n) { return cls(n, n); })
        .constant("DIMENSIONS", 2)
        .eq()
        .order()
        .hash()
        .add()
        .negate()
        .def("__mul__", [](const Point& p, int n) { return Point{p.x * n, p.y * n}; })
        .repr([](const Point& p) { return "Point(" + std::to_string(p.x) + ", " + std::to_string(p.y) + ")"; });
}

TEST(BindClass, ConstructorsMembersOperators) {
    Interpreter python;
    Module m = python.module("geometry");
    define_points(m);
    python.exec("from geometry import Point\np = Point(3, 4)");
    EXPECT_EQ(python.eval("p.x, p.y, p.sum, p.length2, Point().x, Point(x=7).x").repr(), "(3, 4, 7, 25, 0, 7)");
    EXPECT_EQ(raised(python, "p.sum = 'x'"),
              "TypeError: sum(): argument 'value': expected int from -2147483648 to 2147483647, got str");
    python.exec("p.x = 5\np.sum = 20");
    EXPECT_EQ(python.eval("p").repr(), "Point(16, 4)");
    EXPECT_EQ(python.eval("Point(1, 2) + Point(3, 4), -Point(1, 2), Point(1, 2) * 3").repr(),
              "(Point(4, 6), Point(-1, -2), Point(3, 6))");
    EXPECT_EQ(
        python
            .eval(
                "Point(1) == Point(1), Point(1) != Point(1), Point(1) == 1, Point(1) < Point(2), Point(1) >= Point(2)")
            .repr(),
        "(True, False, False, True, False)");
    EXPECT_EQ(
        python.eval("len({Point(1), Point(1), Point(2)}), Point.origin(), Point.twice(4), Point.DIMENSIONS").repr(),
        "(2, Point(0, 0), Point(4, 4), 2)");
    EXPECT_EQ(python.eval("Point.__module__, Point.__name__, Point.__doc__, Point.x.__doc__").repr(),
              "('geometry', 'Point', 'A place.', 'across')");
    EXPECT_EQ(raised(python, "p.x = 'a'").substr(0, 9), "TypeError");
    EXPECT_EQ(raised(python, "p.length2 = 1"), "AttributeError: can't set attribute");
    EXPECT_EQ(raised(python, "Point(1) + 1"),
              "TypeError: unsupported operand type(s) for +: 'geometry.Point' and 'int'");
    EXPECT_EQ(raised(python, "Point.__add__(1, 2)").substr(0, 9), "TypeError");
    EXPECT_EQ(raised(python, "Point('a', 'b')").substr(0, 9), "TypeError");
    EXPECT_EQ(raised(python, "p.__init__(1, 2)"), "RuntimeError: __init__() has run already");
    EXPECT_EQ(raised(python, "Point.__new__(Point).x").substr(0, 10), "ValueError");
    Point& shared = python.get("p").get<Point&>();
    shared.x = 99;
    EXPECT_EQ(python.eval("p.x").get<int>(), 99);
    EXPECT_EQ(python.make(Point{1, 2}).repr(), "Point(1, 2)");
    EXPECT_EQ(python.make(std::vector<Point>{{1, 2}}).repr(), "[Point(1, 2)]");
    EXPECT_EQ(python.eval("[p, p]").get<std::vector<Point>>().size(), 2u);
}

TEST(BindClass, DefinitionsAreReusable) {
    Interpreter first, second;
    for (Interpreter* python : {&first, &second}) {
        Module m = python->module("geometry");
        define_points(m);
        EXPECT_EQ(python->import_module("geometry").attr("Point")(1, 2).repr(), "Point(1, 2)");
    }
}

TEST(BindClass, SubclassesInPython) {
    Interpreter python;
    Module m = python.module("geometry");
    define_points(m);
    python.exec("from geometry import Point\n"
                "class Named(Point):\n"
                "    def __init__(self, name, x):\n"
                "        super().__init__(x, 1)\n"
                "        self.name = name\n"
                "n = Named('a', 5)\n"
                "class Bare(Point):\n"
                "    def __init__(self): pass\n");
    EXPECT_EQ(python.eval("n.name, n.x, n + Point(1, 1), isinstance(n, Point)").repr(), "('a', 5, Point(6, 2), True)");
    EXPECT_EQ(raised(python, "Bare().x").substr(0, 10), "ValueError");
    EXPECT_EQ(python.get("n").get<Point>().x, 5);
}

// --- ownership
struct Tracked {
    static inline int alive = 0;
    int value = 1;
    Tracked() { ++alive; }
    Tracked(const Tracked& other) : value(other.value) { ++alive; }
    ~Tracked() { --alive; }
};
struct Owner {
    Tracked part;
    std::shared_ptr<Tracked> shared = std::make_shared<Tracked>();
    std::weak_ptr<Tracked> weak;
    Tracked& reference() { return part; }
    Tracked* pointer() { return &part; }
    const Tracked* null() { return nullptr; }
    std::shared_ptr<Tracked> share() { return shared; }
    std::unique_ptr<Tracked> unique() { return std::make_unique<Tracked>(); }
    void take(std::shared_ptr<Tracked> t) { shared = std::move(t); }
};
void define_owner(Module& m) {
    m.class_<Tracked>("Tracked").init<>().field("value", &Tracked::value);
    m.class_<Owner>("Owner")
        .init<>()
        .field_readonly("part", &Owner::part)
        .def("reference", &Owner::reference, krait::borrowed)
        .def("copy", &Owner::reference)
        .def("pointer", &Owner::pointer, krait::borrowed)
        .def("null", &Owner::null)
        .def("share", &Owner::share)
        .def("unique", &Owner::unique)
        .def("take", &Owner::take);
}

TEST(BindClass, Ownership) {
    ASSERT_EQ(Tracked::alive, 0);
    {
        Interpreter python;
        Module m = python.module("m");
        define_owner(m);
        python.exec("from m import *\no = Owner()");
        python.exec("r = o.reference(); c = o.copy(); r.value = 5; q = o.part");
        EXPECT_EQ(python.eval("o.pointer().value, c.value, q.value, o.null()").repr(), "(5, 1, 5, None)");
        EXPECT_EQ(python.eval("o.share() is o.share(), o.reference() is o.reference()").repr(), "(True, False)");
        python.exec("del o\nr.value = 6");   // r keeps its owner
        EXPECT_EQ(python.eval("q.value").get<int>(), 6);
        python.exec("del r, q, c");
        EXPECT_EQ(Tracked::alive, 0);
        python.exec("o = Owner(); t = Tracked(); t.value = 9; o.take(t); del t");
        EXPECT_EQ(python.eval("o.share().value").get<int>(), 9);
        EXPECT_EQ(raised(python, "o.take(o.reference())").substr(0, 10), "ValueError");
        python.exec("u = o.unique(); del o, u");
        EXPECT_EQ(Tracked::alive, 0);
    }
    EXPECT_EQ(Tracked::alive, 0);
}

TEST(BindClass, SharedObjectsSurviveTheInterpreter) {
    std::shared_ptr<Tracked> kept;
    {
        Interpreter python;
        Module m = python.module("m");
        define_owner(m);
        kept = python.eval("__import__('m').Tracked()").get<std::shared_ptr<Tracked>>();
    }
    EXPECT_EQ(Tracked::alive, 1);
    kept.reset();
    EXPECT_EQ(Tracked::alive, 0);
}

TEST(BindClass, LoansEnd) {
    Interpreter python;
    Module m = python.module("m");
    define_owner(m);
    {
        Tracked local;
        krait::Loan loan = krait::lend(python, local);
        python.set("t", loan.object());
        python.exec("t.value = 12");
        EXPECT_EQ(local.value, 12);
    }
    EXPECT_EQ(raised(python, "t.value").substr(0, 14), "ReferenceError");
    EXPECT_EQ(Tracked::alive, 0);
}

// --- inheritance and overriding
struct Shape {
    virtual ~Shape() = default;
    virtual double area() const = 0;
    virtual std::string name() const { return "shape"; }
    int sides = 0;
};
struct Square : Shape {
    explicit Square(double s) : side(s) { sides = 4; }
    double area() const override { return side * side; }
    double side;
};
struct PyShape : Shape, krait::Overridable {
    double area() const override { return override_pure<double>("area"); }
    std::string name() const override {
        return override_call<std::string>("name", [&] { return Shape::name(); });
    }
};

TEST(BindClass, VirtualFunctionsOverriddenInPython) {
    Interpreter python;
    Module m = python.module("m");
    std::vector<std::shared_ptr<Shape>> kept;
    m.class_<Shape>("Shape")
        .overridable<PyShape>()
        .def("area", &Shape::area)
        .def("name", &Shape::name)
        .field("sides", &Shape::sides);
    m.class_<Square, Shape>("Square").init<double>(arg("side")).field("side", &Square::side);
    m.def("describe", [](const Shape& s) { return s.name() + " " + std::to_string(static_cast<int>(s.area())); });
    m.def("keep", [&](std::shared_ptr<Shape> s) { kept.push_back(std::move(s)); });
    m.def("make", []() -> std::unique_ptr<Shape> { return std::make_unique<Square>(5); });
    python.exec("from m import *\n"
                "class Circle(Shape):\n"
                "    def __init__(self, r):\n"
                "        super().__init__()\n"
                "        self.r = r\n"
                "    def area(self): return 3.0 * self.r\n"
                "class Loud(Circle):\n"
                "    def name(self): return 'loud ' + super().name()\n"
                "class Bad(Shape):\n"
                "    def area(self): return 1 / 0\n");
    EXPECT_EQ(python.eval("describe(Circle(4)), describe(Loud(2)), describe(Square(3))").repr(),
              "('shape 12', 'loud shape 6', 'shape 9')");
    EXPECT_EQ(raised(python, "describe(Bad())"), "ZeroDivisionError: division by zero");
    EXPECT_EQ(raised(python, "describe(Shape())"), "NotImplementedError: area()");
    EXPECT_EQ(python.eval("type(make()).__name__, make().side, make().sides, isinstance(make(), Shape)").repr(),
              "('Square', 5.0, 4, True)");
    python.exec("keep(Loud(7))");   // the Python part lives on
    EXPECT_EQ(kept.at(0)->name(), "loud shape");
    EXPECT_EQ(kept.at(0)->area(), 21.0);
    kept.clear();
}

// --- iteration
struct Countdown {
    int n;
    std::optional<int> next() {
        if (n < 0) throw std::domain_error("below zero");
        if (n == 0) return std::nullopt;
        return n--;
    }
};
struct Bag {
    std::vector<std::string> items{"a", "b", "c"};
    auto begin() { return items.begin(); }
    auto end() { return items.end(); }
    std::size_t size() const { return items.size(); }
};

TEST(BindClass, Iteration) {
    Interpreter python;
    Module m = python.module("m");
    m.class_<Countdown>("Countdown").factory([](int n) { return Countdown{n}; }).iterator(&Countdown::next);
    m.class_<Bag>("Bag").init<>().iterable().sized();
    python.exec("from m import *");
    EXPECT_EQ(python.eval("list(Countdown(3)), list(Bag()), len(Bag()), 'b' in Bag()").repr(),
              "([3, 2, 1], ['a', 'b', 'c'], 3, True)");
    EXPECT_EQ(raised(python, "list(Countdown(-1))"), "ValueError: below zero");
    std::string joined;
    for (const Object& item : python.eval("Bag()")) joined += item.get<std::string>();
    EXPECT_EQ(joined, "abc");
}

// ------------------------------------------------------------------------------------------------ enums
enum class Colour { Red = 1, Green = 2, Blue = 4 };

TEST(Bind, Enumerations) {
    Interpreter python;
    Module m = python.module("m");
    m.enum_<Colour>("Colour", {{"Red", Colour::Red}, {"Green", Colour::Green}, {"Blue", Colour::Blue}});
    m.def("next", [](Colour c) { return c == Colour::Red ? Colour::Green : Colour::Blue; }, arg("c") = Colour::Red);
    m.def("odd", [] { return static_cast<Colour>(7); });
    python.exec("from m import *\nimport enum");
    EXPECT_EQ(python.eval("next(Colour.Red) is Colour.Green, issubclass(Colour, enum.Enum), Colour(4), next()").repr(),
              "(True, True, <Colour.Blue: 4>, <Colour.Green: 2>)");
    EXPECT_EQ(raised(python, "odd()"), "ValueError: 7 is not a valid Colour");
    EXPECT_EQ(raised(python, "next(1)"),
              "TypeError: next(): argument 'c': expected a member of the bound enumeration, got int");
    EXPECT_EQ(python.make(Colour::Blue).str(), "Colour.Blue");
    EXPECT_EQ(python.eval("Colour.Green").get<Colour>(), Colour::Green);
}

TEST(Bind, Flags) {
    Interpreter python;
    Module m = python.module("m");
    m.enum_<Colour>("Colour", {{"Red", Colour::Red}, {"Green", Colour::Green}}, krait::EnumBase::IntFlag);
    m.def("mix", [] { return static_cast<Colour>(3); });
    m.def("number", [](Colour c) { return static_cast<int>(c); });
    EXPECT_EQ(python.eval("__import__('m').mix() == __import__('m').Colour.Red | __import__('m').Colour.Green").repr(),
              "True");
    EXPECT_EQ(python.eval("__import__('m').number(__import__('m').mix())").get<int>(), 3);
}

// ------------------------------------------------------------------------------------------------ exceptions
struct GraphError : std::runtime_error {
    using std::runtime_error::runtime_error;
};
struct DeepGraphError : GraphError {
    using GraphError::GraphError;
};

TEST(BindError, RegisteredExceptions) {
    Interpreter python;
    Module m = python.module("graph");
    Object base = m.exception<GraphError>("GraphError");
    m.exception<DeepGraphError>("DeepGraphError", base);
    m.def("fail", [](bool deep) {
        if (deep) throw DeepGraphError("deep");
        throw GraphError("flat");
    });
    python.exec("import graph\n"
                "def kind(deep):\n"
                "    try: graph.fail(deep)\n"
                "    except graph.GraphError as e: return type(e).__name__, str(e)\n");
    EXPECT_EQ(python.eval("kind(False), kind(True)").repr(), "(('GraphError', 'flat'), ('DeepGraphError', 'deep'))");
    Error error = error_of([&] { python.exec("graph.fail(True)"); });
    EXPECT_EQ(error.type_name(), "DeepGraphError");
    ASSERT_TRUE(error.original());
    EXPECT_THROW(std::rethrow_exception(error.original()), DeepGraphError);
}

TEST(BindError, StandardExceptionsAndChains) {
    Interpreter python;
    Module m = python.module("m");
    m.def("index", [] { throw std::out_of_range("far"); });
    m.def("value", [] { throw std::invalid_argument("odd"); });
    m.def("memory", [] { throw std::bad_alloc(); });
    m.def("system", [] { throw std::system_error(2, std::generic_category(), "opening"); });
    m.def("key", [](Object k) { throw Error("KeyError", k.str()); });
    m.def("nested", [] {
        try {
            throw std::out_of_range("inner");
        } catch (...) {
            std::throw_with_nested(std::runtime_error("outer"));
        }
    });
    python.exec("import m");
    EXPECT_EQ(raised(python, "m.index()"), "IndexError: far");
    EXPECT_EQ(raised(python, "m.value()"), "ValueError: odd");
    EXPECT_EQ(raised(python, "m.memory()"), "MemoryError");
    EXPECT_EQ(raised(python, "m.system()").substr(0, 17), "FileNotFoundError");
    EXPECT_EQ(raised(python, "m.key('a')"), "KeyError: 'a'");
    Error error = error_of([&] { python.exec("m.nested()"); });
    EXPECT_STREQ(error.what(), "RuntimeError: outer");
    ASSERT_NE(error.cause(), nullptr);
    EXPECT_STREQ(error.cause()->what(), "IndexError: inner");
    EXPECT_NE(error.traceback().find("direct cause"), std::string::npos);
    EXPECT_NE(error.json().find("\"cause\": {\"type\": \"IndexError\""), std::string::npos) << error.json();
}

TEST(BindError, TheSameObjectGoesThrough) {
    Interpreter python;
    Module m = python.module("m");
    m.def("through", [](const Object& f) { return f(); });
    python.exec("import m\nclass Mine(Exception):\n    pass\nmine = Mine('x')\ndef inner(): raise mine\n"
                "try:\n    m.through(inner)\nexcept Mine as e:\n    same = e is mine\n    import traceback\n"
                "    names = [f.name for f in traceback.extract_tb(e.__traceback__)]\n");
    EXPECT_TRUE(python.eval("same").get<bool>());
    EXPECT_EQ(python.eval("names").repr(), "['<module>', 'inner']");
    Error error = error_of([&] { python.exec("m.through(inner)"); });
    EXPECT_TRUE(error.object().is(python.get("mine")));
    EXPECT_EQ(error.frames().back().function, "inner");
}

TEST(BindError, NothingStaysAlive) {
    Interpreter python;
    python.exec(
        "import weakref\nclass A: pass\ndef f():\n    a = A()\n    global ref\n    ref = weakref.ref(a)\n    raise "
        "ValueError\n");
    {
        Error error = error_of([&] { python.exec("f()"); });
        EXPECT_TRUE(python.eval("ref() is not None").get<bool>());   // the traceback holds its frames
    }
    EXPECT_TRUE(python.eval("ref() is None").get<bool>());
}

// ------------------------------------------------------------------------------------------------ callbacks
TEST(Bind, Callbacks) {
    Interpreter python;
    Module m = python.module("m");
    m.def("apply", [](const std::function<int(int, int)>& f, int a) { return f(a, 10); });
    m.def("maker", [](int n) -> std::function<int(int)> { return [n](int x) { return x * n; }; });
    m.def("maybe", [](std::function<void()> f) { return static_cast<bool>(f); });
    python.exec("from m import *");
    EXPECT_EQ(python.eval("apply(lambda a, b: a - b, 3), maker(6)(7), maybe(None), maybe(print)").repr(),
              "(-7, 42, False, True)");
    EXPECT_EQ(raised(python, "apply(3, 4)").substr(0, 9), "TypeError");
    EXPECT_EQ(raised(python, "apply(lambda a, b: 'x', 4)").substr(0, 9), "TypeError");
    std::function<double(double)> half = python.eval("lambda x: x / 2").get<std::function<double(double)>>();
    EXPECT_EQ(half(5), 2.5);
    python.set("triple", std::function<int(int)>([](int n) { return 3 * n; }));
    EXPECT_EQ(python.eval("triple(14)").get<int>(), 42);
}

// ------------------------------------------------------------------------------------------------ collection
struct Node {
    static inline int alive = 0;
    Object other;
    std::vector<Object> more;
    std::optional<Object> maybe;
    Node() { ++alive; }
    ~Node() { --alive; }
};

TEST(BindGc, CyclesThroughBoundObjects) {
    {
        Interpreter python;
        Module m = python.module("m");
        m.class_<Node>("Node").init<>().holds(&Node::other, &Node::more, &Node::maybe)
            .def("set", [](Node& n, Object o) { n.other = std::move(o); })
            .def("push", [](Node& n, Object o) { n.more.push_back(o); n.maybe = o; })
            .def("get", [](Node& n) { return n.other; });
        python.exec("import gc\nfrom m import Node\n"
                    "for i in range(20):\n    a = Node(); b = Node(); a.set(b); b.push(a); a.push([a, b])\n"
                    "del a, b\nlive = Node(); live.set(live)\ngc.collect()");
        EXPECT_EQ(Node::alive, 1);
        EXPECT_TRUE(python.eval("live.get() is live").get<bool>());
        std::shared_ptr<Node> held = python.get("live").get<std::shared_ptr<Node>>();
        python.exec("del live\ngc.collect()");
        EXPECT_EQ(Node::alive, 1);   // C++ holds it
        held->other = Object();
        held->other = python.make(1);
    }
    EXPECT_EQ(Node::alive, 0);
}

TEST(BindGc, WeakReferencesAndDel) {
    Interpreter python;
    Module m = python.module("m");
    define_owner(m);
    python.exec("import weakref\nfrom m import *\nlog = []\n"
                "class T(Tracked):\n    def __del__(self): log.append(self.value)\n"
                "t = T(); w = weakref.ref(t); t.value = 3\ndel t\n");
    EXPECT_EQ(python.eval("w() is None, log").repr(), "(True, [3])");
    EXPECT_EQ(Tracked::alive, 0);
}

struct Base {
    Object first;
};
struct Derived : Base {
    Object second;
};

TEST(BindGc, MembersOfBasesAndObjectsOfOtherInterpreters) {
    Interpreter other;
    Object foreign = other.eval("[1]");
    Interpreter python;
    Module m = python.module("m");
    m.class_<Derived>("Derived").init<>().holds(&Derived::first, &Derived::second)
        .def("set", [](Derived& d, Object o) { d.first = std::move(o); })
        .def("get", [](Derived& d) { return d.first; })
        .def("mix", [&](Derived& d) { d.second = foreign; });
    python.exec("import gc, weakref, m\nclass Sub(m.Derived): pass\n"
                "kept = [[i] for i in range(50)]\na = Sub(); a.set(a); w = weakref.ref(a)\n"
                "b = m.Derived(); b.mix(); gc.collect()\ndel a; gc.collect()");
    EXPECT_EQ(python.eval("m.Derived().get() is None").str(), "True");
    EXPECT_EQ(python.eval("w() is None, kept == [[i] for i in range(50)]").repr(), "(True, True)");
    EXPECT_EQ(foreign.repr(), "[1]");
    EXPECT_THROW(m.exception<std::bad_cast>("Bad", other.eval("ValueError")), std::logic_error);
}

// Bound objects that only the very end finds: the classes they are of are there until then.
TEST(BindClass, ObjectsLeftAtTheInterpretersEnd) {
    for (const char* script : {"t = m.Tracked()\ndef f(): m.fail()\nf()", "t = m.Tracked()\ndef f(): 'x' * 2 ** 62\nf()",
                               "t = m.Tracked()\ntry: m.fail()\nexcept MemoryError as e: e.x = t",
                               "import gc\nt = m.Tracked()\ngc.callbacks.append(lambda *a: t)\ngc.garbage.append(t)"}) {
        Interpreter python;
        Module m = python.module("m");
        define_owner(m);
        m.def("fail", [] { throw std::bad_alloc(); });
        try {
            python.exec(std::string("import m\n") + script);
        } catch (const Error& error) {
            EXPECT_EQ(error.type_name(), "MemoryError");
        }
    }
    EXPECT_EQ(Tracked::alive, 0);
}

// The exception made beforehand for the want of memory is like any other: it keeps nothing alive.
TEST(BindError, MemoryErrorsKeepNothingAlive) {
    Interpreter python;
    Module m = python.module("m");
    define_owner(m);
    python.exec("import m\ndef f():\n    t = m.Tracked()\n    'x' * 2 ** 62\ntry: f()\nexcept MemoryError as e: e.x = 5\n");
    python.exec("pass");
    EXPECT_EQ(Tracked::alive, 0);
    EXPECT_EQ(raised(python, "f()"), "MemoryError");
    EXPECT_EQ(python.eval("f.__name__").str(), "f");
    EXPECT_EQ(Tracked::alive, 0);
    python.exec("try: f()\nexcept MemoryError as e: r = hasattr(e, 'x')\nfor i in range(20000): pass\n");
    EXPECT_FALSE(python.get("r").get<bool>());
}

// ------------------------------------------------------------------------------------------------ handles
TEST(Handles, TypedAndOperations) {
    Interpreter python;
    krait::List list(python.eval("[1, 2]"));
    EXPECT_EQ(list.size(), 2u);
    EXPECT_EQ(error_of([&] { krait::Dict(python.eval("[1]")); }).type_name(), "TypeError");
    EXPECT_EQ((python.make(40) + python.make(2)).get<int>(), 42);
    EXPECT_TRUE(python.make(1) == python.make(1.0));
    EXPECT_TRUE(python.make(1) < python.make(2));
    EXPECT_TRUE(python.eval("'abc'").has_attr("upper"));
    EXPECT_FALSE(python.eval("'abc'").has_attr("nothing"));
    EXPECT_EQ(python.eval("lambda a, b=1, **k: (a, b, k)")(5, arg("c") = 2, arg("b") = "x").repr(),
              "(5, 'x', {'c': 2})");
    EXPECT_EQ(python.eval("lambda a, b: a * b").call_as<int>(6, 7), 42);
}

TEST(Handles, AreReportedWhenTheyLeak) {
    std::string report;
    Object leaked;
    {
        krait::Options options;
        options.report_handles = [&](const std::string& text) { report += text; };
        Interpreter python(std::move(options));
        leaked = python.eval("'left behind'");
        Object fine = python.eval("'not me'");
    }
    EXPECT_NE(report.find("'left behind'"), std::string::npos) << report;
    EXPECT_EQ(report.find("'not me'"), std::string::npos) << report;
    EXPECT_THROW(leaked.str(), std::logic_error);
}

// ------------------------------------------------------------------------------------------------ what tools see
struct Polygon {
    explicit Polygon(int n) : sides(n) {}
    int sides;
    Polygon twice() const { return Polygon(2 * sides); }
    bool same(const Polygon& other) const { return sides == other.sides; }
};
enum class Tint { Red = 1, Green = 2 };

void define_shapes(Module& m) {
    m.enum_<Tint>("Tint", {{"Red", Tint::Red}, {"Green", Tint::Green}});
    m.constant("limit", 12);
    m.exception<std::domain_error>("ShapeFault");
    m.class_<Polygon>("Polygon", "A shape.")
        .init<int>(arg("sides") = 3)
        .def("twice", &Polygon::twice, "Twice as many sides.")
        .def("same", &Polygon::same, arg("other"))
        .def("paint", [](Polygon&, Tint, std::optional<int>) {}, arg("colour"), krait::kw_only, arg("depth") = nullptr)
        .static_method("unit", [] { return Polygon(1); })
        .field("sides", &Polygon::sides, "How many.");
    m.def(
        "total", [](const std::vector<Polygon*>& shapes, krait::Args, krait::Kwargs) { return shapes.size(); },
        arg("shapes"));
    m.def("name", [](int n) { return n; }, arg("n"));
    m.def("name", [](const std::string& s) { return s; }, arg("s"));
    m.def("plain", [](double, bool) {}, "Two lines:\nsecond.");
}

TEST(Tools, InspectSeesSignatures) {
    Interpreter python;
    Module m = python.module("shapes");
    define_shapes(m);
    python.exec("import shapes, inspect\ndef sig(f): return str(inspect.signature(f))");
    auto signature = [&](const char* what) { return python.call("sig", python.eval(what)).get<std::string>(); };
    EXPECT_EQ(signature("shapes.total"), "(shapes, *args, **kwargs)");
    EXPECT_EQ(signature("shapes.plain"), "(arg0, arg1, /)");
    EXPECT_EQ(signature("shapes.Polygon"), "(sides=3)");
    EXPECT_EQ(signature("shapes.Polygon.same"), "(self, /, other)");
    EXPECT_EQ(signature("shapes.Polygon(4).same"), "(other)");
    EXPECT_EQ(signature("shapes.Polygon.paint"), "(self, /, colour, *, depth=None)");
    EXPECT_EQ(signature("shapes.Polygon.unit"), "()");
    EXPECT_EQ(python.eval("inspect.getdoc(shapes.Polygon.twice)").get<std::string>(), "Twice as many sides.");
    EXPECT_EQ(raised(python, "shapes.Polygon(1).same(5)"),
              "TypeError: same(): argument 'other': expected an initialised object of the bound C++ class, got int");
}

TEST(Tools, StubsForTypeCheckers) {
    Interpreter python;
    Module m = python.module("shapes", "Shapes.");
    define_shapes(m);
    std::string text = krait::stubs(m);
    EXPECT_EQ(text, R"("""Shapes."""
import enum
from typing import Any, Callable, Dict, List, Optional, Set, Tuple, Union, overload

limit: int

class Tint(enum.Enum):
    Red = 1
    Green = 2

class ShapeFault(Exception):
    ...

class Polygon:
    """A shape."""
    def __init__(self, sides: int = ...) -> None: ...
    def twice(self) -> Polygon:
        """Twice as many sides."""
        ...
    def same(self, other: Polygon) -> bool: ...
    def paint(self, colour: Tint, *, depth: Optional[int] = ...) -> None: ...
    @staticmethod
    def unit() -> Polygon: ...
    @property
    def sides(self) -> int:
        """How many."""
        ...
    @sides.setter
    def sides(self, value: int) -> None: ...

def total(shapes: List[Optional[Polygon]], *args, **kwargs) -> int: ...

@overload
def name(n: int) -> int: ...
@overload
def name(s: str) -> str: ...

def plain(__arg0: float, __arg1: bool) -> None:
    """Two lines:
    second."""
    ...
)");
    python.set("text", text);
    python.exec("compile(text, 'shapes.pyi', 'exec')");
}

}  // namespace
