// The command line, read into plain data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace krait::repl {

struct CommandLine {
    enum class Run : std::uint8_t { Prompt, StandardInput, File, Command, Module, EmitPyc, Version, Help, Bad };
    Run run = Run::Prompt;
    std::string target;                  // file, command, module, or the .pyc to write
    std::string source;                  // EmitPyc: the source file
    std::vector<std::string> arguments;  // sys.argv
    std::string complaint;               // Bad: what is wrong
    bool prompt_afterwards = false;      // -i
    bool ignore_environment = false;     // -E, -I
    bool isolated = false;               // -I
    bool quiet = false;                  // -q
    int optimize = 0;
    bool dont_write_bytecode = false;
    std::size_t memory_limit = SIZE_MAX;
    std::int64_t max_steps = INT64_MAX;
    double timeout = 0;                  // seconds, 0: none
    std::size_t int_digits = 0;
};

CommandLine read_command_line(const std::vector<std::string>& words);
extern const char kUsage[];

}  // namespace krait::repl
