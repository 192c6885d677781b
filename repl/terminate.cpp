// libstdc++'s own handler prints the demangled type of what was thrown, and the embedding layer names unbound classes
// of the host so: for both a demangler of 47 KB. No exception leaves the interpreter and the executable binds no
// classes, so it replaces the handler by a short one and the demangler by one that knows no name.
#include <cxxabi.h>

#include <cstdio>
#include <cstdlib>

#ifdef __GLIBCXX__
namespace __gnu_cxx {

[[noreturn]] void __verbose_terminate_handler() {
    std::fputs("krait: terminated by a C++ exception\n", stderr);
    std::abort();
}

}  // namespace __gnu_cxx

extern "C" char* __cxa_demangle(const char*, char*, std::size_t*, int* status) {
    constexpr int kInvalidName = -2;
    if (status) *status = kInvalidName;
    return nullptr;
}
#endif
