#include <iostream>
#include <krait/krait.hpp>

int main() {
    krait::Interpreter python;
    python.exec("def area(w, h): return w * h");
    std::cout << python.call("area", 6, 7).get<int>() << "\n";
    try { python.exec("1 / 0"); }
    catch (const krait::Error& error) { std::cout << error.what() << "\n"; }
}
