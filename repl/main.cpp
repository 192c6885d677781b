// The `krait` executable: options in, an interpreter through the public API, an exit status out.
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <krait/krait.hpp>

#include "repl/files.h"
#include "repl/freeze.h"
#include "repl/options.h"
#include "repl/session.h"

namespace krait::repl {
namespace {

bool read_source(const std::string& path, std::string* out, std::uint32_t* mtime) {
    struct stat status;
    if (stat(path.c_str(), &status) != 0 || S_ISDIR(status.st_mode) || !read_file(path, out)) return false;
    *mtime = static_cast<std::uint32_t>(status.st_mtime);
    return true;
}

int cannot_open(const std::string& path) {
    std::fprintf(stderr, "krait: can't open file '%s': [Errno %d] %s\n", path.c_str(), errno ? errno : EISDIR,
                 std::strerror(errno ? errno : EISDIR));
    return 2;
}

// Text made of a source file, written to a file or to standard output.
template <class F>
int transform(const std::string& path, const std::string& out, F&& make) {
    std::string source;
    std::uint32_t mtime = 0;
    if (!read_source(path, &source, &mtime)) return cannot_open(path);
    try {
        std::string result = make(source, mtime);
        if (out.empty()) return std::fwrite(result.data(), 1, result.size(), stdout) == result.size() ? 0 : 1;
        return write_file(out, {result}) ? 0 : cannot_open(out);
    } catch (const Error& error) {
        std::fputs(error.traceback().c_str(), stderr);
        return 1;
    }
}

int dump_internal(const CommandLine& line) {
    return transform(line.target, "", [&](const std::string& source, std::uint32_t) {
        return internal_form(source, line.target, line.optimize, line.lang36);
    });
}
int emit_pyc(const CommandLine& line) {
    return transform(line.source, line.target, [&](const std::string& source, std::uint32_t mtime) {
        return compile_pyc(source, line.source, mtime, line.optimize, line.lang36);
    });
}

std::vector<std::string> search_path(const CommandLine& line) {
    std::vector<std::string> path;
    const std::string& text = line.search_path;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find(':', begin);
        if (end == std::string::npos) end = text.size();
        if (end > begin) path.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return path;
}

// -X sandbox: the program gets its text, its arguments and output streams, and nothing else of the process.
Options sandbox_options(const CommandLine& line) {
    auto write_to = [](std::FILE* file) {
        return [file](std::string_view text) {
            std::fwrite(text.data(), 1, text.size(), file);
            std::fflush(file);
        };
    };
    Options options;
    if (line.memory_limit != SIZE_MAX) options.limits.memory = line.memory_limit;
    options.limits.steps = line.max_steps;
    options.limits.time = std::chrono::nanoseconds(static_cast<std::int64_t>(line.timeout * 1e9));
    if (line.int_digits != 0) options.limits.int_digits = line.int_digits;
    options.argv = line.arguments;
    options.optimize = line.optimize;
    options.lang36 = line.lang36;
    options.hash_seed = line.hash_seed;
    options.on_stdout = write_to(stdout);
    options.on_stderr = write_to(stderr);
    return options;
}

int run_in_sandbox(Interpreter& interpreter, const CommandLine& line) {
    std::string text;
    std::uint32_t mtime = 0;
    switch (line.run) {
        case CommandLine::Run::Command: return interpreter.run_command(line.target + "\n");
        case CommandLine::Run::Module: return interpreter.run_module(line.target);
        case CommandLine::Run::File:
            if (!read_source(line.target, &text, &mtime)) return cannot_open(line.target);
            return interpreter.run_text(text, line.target);
        default: break;
    }
    read_file("/dev/stdin", &text);
    return interpreter.run_text(text, "<stdin>");
}

// sys.executable: where the shell found the program, whatever folder is current later; "" where that is unknown.
std::string executable_path(const std::string& program) {
    auto absolute = [](const std::string& path) {
        char folder[PATH_MAX];
        if (path.empty() || path[0] == '/' || !getcwd(folder, sizeof folder)) return path;
        return std::string(folder) + "/" + path.substr(path.starts_with("./") ? 2 : 0);
    };
    if (program.find('/') != std::string::npos) return absolute(program);
    const char* folders = program.empty() ? nullptr : std::getenv("PATH");
    for (std::string left = folders ? folders : ""; !left.empty();) {
        std::string folder = left.substr(0, left.find(':')), path = folder + (folder.empty() ? "" : "/") + program;
        if (access(path.c_str(), X_OK) == 0) return absolute(path);
        left.erase(0, folder.size() + 1);
    }
    return "";
}

Options options_for(const CommandLine& line, const char* program) {
    if (line.sandbox) return sandbox_options(line);
    Options options;
    options.access = Access::Process;
    options.limits = Limits::none();
    options.limits.memory = line.memory_limit;
    options.limits.steps = line.max_steps;
    options.limits.time = std::chrono::nanoseconds(static_cast<std::int64_t>(line.timeout * 1e9));
    options.limits.int_digits = line.int_digits;
    options.argv = line.arguments;
    options.path = search_path(line);
    options.executable = executable_path(program);
    options.optimize = line.optimize;
    options.lang36 = line.lang36;
    options.dont_write_bytecode = line.flags.dont_write_bytecode != 0;
    options.hash_seed = line.hash_seed;
    options.command_line = &line.flags;
    return options;
}

int run(Interpreter& interpreter, const CommandLine& line) {
    if (line.sandbox) return run_in_sandbox(interpreter, line);
    switch (line.run) {
        case CommandLine::Run::File: return interpreter.run_file(line.target);
        case CommandLine::Run::Command: return interpreter.run_command(line.target + "\n");
        case CommandLine::Run::Module: return interpreter.run_module(line.target);
        default: break;
    }
    if (isatty(STDIN_FILENO) || line.flags.interactive || line.machine_prompt) return run_session(interpreter, line);
    return interpreter.run_standard_input();
}

bool wants_prompt_afterwards(const CommandLine& line) {
    bool program = line.run == CommandLine::Run::File || line.run == CommandLine::Run::Command ||
                   line.run == CommandLine::Run::Module || line.run == CommandLine::Run::StandardInput;
    if (!program || (line.run == CommandLine::Run::StandardInput && line.flags.interactive)) return false;
    if (!isatty(STDIN_FILENO) && !line.flags.interactive) return false;
    // The program may have set the variable for itself.
    if (line.sandbox) return false;
    return line.flags.inspect || environment_value(line, std::getenv, "INSPECT");
}

void show_limits(const CommandLine& given) {
    CommandLine line = given;
    if (line.sandbox) {   // the library's own defaults
        Options options = sandbox_options(given);
        line.memory_limit = options.limits.memory;
        line.int_digits = options.limits.int_digits;
    }
    auto show = [](const char* name, bool limited, unsigned long long value, const char* unit) {
        if (limited) std::fprintf(stderr, "%-18s %llu %s\n", name, value, unit);
        else std::fprintf(stderr, "%-18s none\n", name);
    };
    show("memory-limit", line.memory_limit != SIZE_MAX, line.memory_limit, "bytes");
    show("max-steps", line.max_steps != INT64_MAX, static_cast<unsigned long long>(line.max_steps),
         "calls and loop iterations");
    if (line.timeout > 0) std::fprintf(stderr, "%-18s %g seconds\n", "timeout", line.timeout);
    else std::fprintf(stderr, "%-18s none\n", "timeout");
    show("int_max_str_digits", line.int_digits != 0, line.int_digits, "digits");
    show("recursion", true, Limits::none().recursion, "frames");
}

int refuse(const CommandLine& line) {
    std::fprintf(stderr, "%s\n", line.complaint.c_str());
    if (line.run == CommandLine::Run::Fatal) return 1;
    std::fputs(
        "usage: krait [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `krait -h' for more information.\n",
        stderr);
    return 2;
}

bool terminal_with_colors() {
    const char* kind = std::getenv("TERM");
    return isatty(STDERR_FILENO) && kind && std::strcmp(kind, "dumb") != 0;
}

// The executable holds a program: all words are its arguments, only the environment is looked at.
int run_frozen(const std::vector<std::string>& words, const char* program, std::uint64_t offset, std::uint64_t size) {
    CommandLine line = read_command_line({}, std::getenv, terminal_with_colors());
    if (line.run == CommandLine::Run::Fatal) return refuse(line);
    line.arguments.assign(1, program);
    line.arguments.insert(line.arguments.end(), words.begin(), words.end());
    std::string path = own_path();
    Interpreter interpreter(options_for(line, path.c_str()));
    return interpreter.run_command("__import__('_krait_bundle').run(" + interpreter.make(path).repr() + ", " +
                                   std::to_string(offset) + ", " + std::to_string(size) + ")\n");
}

int main_with(const std::vector<std::string>& words, const char* program) {
    std::uint64_t offset, size;
    if (frozen_program(&offset, &size)) return run_frozen(words, program, offset, size);
    CommandLine line = read_command_line(words, std::getenv, terminal_with_colors());
    switch (line.run) {
        case CommandLine::Run::Version: std::printf("%s\n", line.versions > 1 ? banner().c_str() : kVersion); return 0;
        case CommandLine::Run::Help: std::fputs(kUsage, stdout); return 0;
        case CommandLine::Run::Bad:
        case CommandLine::Run::Fatal: return refuse(line);
        case CommandLine::Run::EmitPyc: return emit_pyc(line);
        case CommandLine::Run::Freeze: return freeze(line);
        default: break;
    }
    if (line.dump_internal && line.run == CommandLine::Run::File) return dump_internal(line);
    if (line.show_limits) show_limits(line);
    Interpreter interpreter(options_for(line, program));
    int status = run(interpreter, line);
    if (wants_prompt_afterwards(line)) status = run_prompt(interpreter, line);
    return status;
}

}  // namespace
}  // namespace krait::repl

int main(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    try {
        return krait::repl::main_with(words, argv[0]);
    } catch (const std::bad_alloc&) {
        std::fputs("MemoryError: the interpreter could not start\n", stderr);
        return 1;
    }
}
