#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
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

void define(pybind11::module_& m) {
    pybind11::enum_<Mode>(m, "Mode").value("Slow", Mode::Slow).value("Fast", Mode::Fast);
    m.def("twice", &twice, pybind11::arg("n"));
    m.def("join", [](const std::vector<std::string>& items) { return items.empty() ? std::string() : items[0]; });
    pybind11::class_<Counter>(m, "Counter")
        .def(pybind11::init<int, int>(), pybind11::arg("start"), pybind11::arg("step") = 1)
        .def("add", &Counter::add, pybind11::arg("a"), pybind11::arg("b"))
        .def("reset", &Counter::reset)
        .def("name", &Counter::name)
        .def("has", &Counter::has, pybind11::arg("text"), pybind11::arg("c"))
        .def_property_readonly("value", &Counter::value)
        .def_readwrite("step", &Counter::step);
}
