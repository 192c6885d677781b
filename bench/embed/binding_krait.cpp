#include <krait/krait.hpp>

#include <string>

class Counter {
  public:
    Counter(int start, int step) : value_(start), step_(step) {}
    int add(int a, int b) { return value_ += step_ * (a + b); }
    int value() const { return value_; }
    void reset() { value_ = 0; }
    std::string name() const { return "counter"; }
    bool has(const std::string& text, char c) const { return text.find(c) != std::string::npos; }
    int step = 1;

  private:
    int value_, step_;
};

enum class Mode { Slow, Fast };

int twice(int n) { return 2 * n; }

void define(krait::Module& m) {
    m.enum_<Mode>("Mode", {{"Slow", Mode::Slow}, {"Fast", Mode::Fast}});
    m.def("twice", &twice, krait::arg("n"));
    m.def("join", [](const std::vector<std::string>& items) { return items.empty() ? std::string() : items[0]; });
    m.class_<Counter>("Counter")
        .init<int, int>(krait::arg("start"), krait::arg("step") = 1)
        .def("add", &Counter::add, krait::arg("a"), krait::arg("b"))
        .def("reset", &Counter::reset)
        .def("name", &Counter::name)
        .def("has", &Counter::has, krait::arg("text"), krait::arg("c"))
        .property_readonly("value", &Counter::value)
        .field("step", &Counter::step);
}
