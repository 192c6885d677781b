#include "repl/session.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

namespace krait::repl {

std::string banner() {
    std::string text = std::string(kVersion) + " [";
#ifdef __clang__
    text += "Clang " __clang_version__;
#else
    text += "GCC " __VERSION__;
#endif
    return text + "] on linux";
}

namespace {

// False: the file ended the program; *status is its exit status.
bool run_startup_file(Interpreter& interpreter, const std::string& path, int* status) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::fprintf(stderr, "Could not open KRAITSTARTUP\nFileNotFoundError: [Errno %d] %s: '%s'\n", errno,
                     std::strerror(errno), path.c_str());
        return true;
    }
    std::string source{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    try {
        interpreter.exec(source, path);
    } catch (const Error& error) {
        if (error.exit_status()) return *status = *error.exit_status(), false;
        std::fputs(error.traceback().c_str(), stderr);
    }
    return true;
}

void set_default(Object& module, const char* name, const Object& value) {
    try {
        (void)module.attr(name);
    } catch (const Error&) {
        module.set_attr(name, value);
    }
}

}  // namespace

int run_prompt(Interpreter& interpreter, const CommandLine&) {
    Object sys = interpreter.import_module("sys");
    set_default(sys, "ps1", interpreter.make(">>> "));
    set_default(sys, "ps2", interpreter.make("... "));
    return interpreter.run_prompt();
}

int run_session(Interpreter& interpreter, const CommandLine& line) {
    if (!line.flags.quiet)
        std::fprintf(stderr, "%s\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
                     banner().c_str());
    int status = 0;
    if (!line.startup_file.empty() && !run_startup_file(interpreter, line.startup_file, &status)) return status;
    return run_prompt(interpreter, line);
}

}  // namespace krait::repl
