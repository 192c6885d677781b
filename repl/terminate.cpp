// libstdc++'s own handler prints the demangled type of what was thrown, for which it carries a demangler of 47 KB. No
// exception leaves the interpreter, so the executable replaces it by a short one.
#include <cstdio>
#include <cstdlib>

#ifdef __GLIBCXX__
namespace __gnu_cxx {

[[noreturn]] void __verbose_terminate_handler() {
    std::fputs("krait: terminated by a C++ exception\n", stderr);
    std::abort();
}

}  // namespace __gnu_cxx
#endif
