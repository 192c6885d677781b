// One set, used by C++ and by Python as a set, without copies and without crashes.
#include <iostream>
#include <string>

#include <krait/shared.hpp>

constexpr const char* kProgram = R"(
from shared import NameSet
import collections.abc

print(sorted(names), len(names), 'ada' in names, 5 in names)
print(isinstance(names, collections.abc.MutableSet))
names.add('grace')
names.discard('unknown')
print(sorted(names | {'edsger'}), names >= {'ada'}, names.isdisjoint(['x']))
names |= ['barbara']
try:
    for name in names:
        names.add(name + '!')
except RuntimeError as e:
    print('RuntimeError:', e)
print(len(names))
)";

int main() {
    krait::Options options;
    options.on_stdout = [](std::string_view text) { std::cout << text; };
    krait::Interpreter python(std::move(options));
    krait::Module m = python.module("shared");
    krait::bind_shared_set<std::string>(m, "NameSet");

    krait::SharedSet<std::string> names;
    names.insert("ada");
    names.insert("alan");
    python.set("names", names);   // the same set
    python.exec(kProgram);
    for (const std::string& name : names.borrow()) std::cout << name << " ";
    std::cout << "\n";

    auto held = names.borrow();   // C++ looks at the items: nobody may change them
    try {
        python.exec("names.clear()");
    } catch (const krait::Error& error) {
        std::cout << error.what() << "\n";
    }
    std::cout << held->size() << "\n";
}
