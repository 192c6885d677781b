// A C++ class for Python: constructor, method and an enumeration.
#include <cstdint>
#include <cstdio>
#include <string_view>

#include <krait/krait.hpp>

enum class Reset { NewlinesReset, SpacesReset, NoReset };

// Looks for a character that appears at least a number of times; the count starts anew at line ends or spaces.
class Counter {
  public:
    Counter(char what, std::uint64_t min_number, Reset reset) : what_(what), min_number_(min_number), reset_(reset) {}

    bool has_count(std::string_view text) const {
        std::uint64_t count = 0;
        for (char c : text) {
            if (c == what_ && ++count >= min_number_) return true;
            if ((reset_ == Reset::NewlinesReset && c == '\n') || (reset_ == Reset::SpacesReset && c == ' ')) count = 0;
        }
        return min_number_ == 0;
    }

  private:
    char what_;
    std::uint64_t min_number_;
    Reset reset_;
};

void define_counter(krait::Module& m) {
    m.enum_<Reset>("Reset", {{"NewlinesReset", Reset::NewlinesReset},
                             {"SpacesReset", Reset::SpacesReset},
                             {"NoReset", Reset::NoReset}});
    m.class_<Counter>("Counter", "Does a character appear often enough?")
        .init<char, std::uint64_t, Reset>(krait::arg("what"), krait::arg("min_number"), krait::arg("reset"))
        .def("has_count", &Counter::has_count, krait::arg("data"), "True when it does in this text.");
}

constexpr const char* kProgram = R"(
import counter

c = counter.Counter('c', 3, counter.Reset.NewlinesReset)
print(c.has_count("hello-c-c-c-goodbye"))
print(c.has_count("hello-c-c-\nc-goodbye"))

def complaint(*args):
    try:
        counter.Counter(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)

print(complaint('c', -1, counter.Reset.NoReset))
print(complaint('cc', 1, counter.Reset.NoReset))
print(complaint('c', 1.0, counter.Reset.NoReset))
print(complaint('c', 1, 2))

try:
    import unittest
except ImportError:
    unittest = None

checks = [
    (('c', 3, counter.Reset.NewlinesReset), 'hello-c-c-c-goodbye', True),
    (('c', 3, counter.Reset.NewlinesReset), 'hello-c-c-\nc-goodbye', False),
    (('c', 3, counter.Reset.SpacesReset), 'hello-c-c-c-goodbye', True),
    (('c', 3, counter.Reset.SpacesReset), 'hello-c-c- c-goodbye', False),
    (('c', 3, counter.Reset.NoReset), 'c\nc c', True),
    (('c', 0, counter.Reset.NoReset), '', True),
]
if unittest:
    class TestCounter(unittest.TestCase):
        def test_has_count(self):
            for args, text, expected in checks:
                self.assertEqual(counter.Counter(*args).has_count(text), expected)
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(TestCounter).run(result)
    passed = result.wasSuccessful()
else:
    passed = all(counter.Counter(*args).has_count(text) is expected for args, text, expected in checks)
print('unit tests passed:', passed)
)";

int main() {
    krait::Options options;
    options.on_stdout = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
    krait::Interpreter python(std::move(options));
    krait::Module m = python.module("counter");
    define_counter(m);
    python.exec(kProgram);
}
