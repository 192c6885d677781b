// The smallest binding: one class, one method, and what happens to numbers that do not fit.
#include <cstdint>
#include <iostream>

#include <krait/krait.hpp>

class MyType {
  public:
    explicit MyType(std::int32_t number) : number_(number) {}
    std::int32_t half() const { return number_ / 2; }

  private:
    std::int32_t number_;
};

int main() {
    krait::Interpreter python;
    python.module("mytype")
        .class_<MyType>("MyType")
        .init<std::int32_t>(krait::arg("number"))
        .def("half", &MyType::half);

    std::cout << python.eval("__import__('mytype').MyType(84).half()").get<int>() << "\n";
    try {
        python.eval("__import__('mytype').MyType(2**31)");
    } catch (const krait::Error& error) {
        std::cout << error.what() << "\n";
    }
}
