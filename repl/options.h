// The command line and the environment, read into plain data.
#pragma once

#include <krait/command_line.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace krait::repl {

struct CommandLine {
    enum class Run : std::uint8_t {
        Prompt,
        StandardInput,
        File,
        Command,
        Module,
        EmitPyc,
        Freeze,
        Version,
        Help,
        Bad,
        Fatal
    };
    Run run = Run::Prompt;
    std::string target;                  // file, command, module, or the file to write
    std::string source;                  // EmitPyc, Freeze: what is read
    std::vector<std::string> arguments;  // sys.argv
    std::string complaint;               // Bad, Fatal: what is wrong
    CommandLineOptions flags;
    int optimize = 0;
    bool lang36 = false;   // -X lang=3.6
    int versions = 0;                    // -V given so many times
    bool python_environment = false;     // -X pythonenv: PYTHON* where there is no KRAIT*
    bool show_limits = false;            // -X showlimits
    bool sandbox = false;                // -X sandbox
    bool dump_internal = false;          // -X dump-internal
    bool machine_prompt = false;         // --machine: requests and answers as JSON
    enum class Traceback : std::uint8_t { Automatic, Plain, Rich, Json };
    Traceback traceback = Traceback::Automatic;
    std::optional<std::uint64_t> hash_seed;
    std::string search_path, startup_file;   // KRAITPATH, KRAITSTARTUP
    std::size_t memory_limit = SIZE_MAX;
    std::int64_t max_steps = INT64_MAX;
    double timeout = 0;                  // seconds, 0: none
    std::size_t int_digits = 0;
};

// Value of an environment variable, null when it is not set.
using Environment = std::function<const char*(const char* name)>;

// `terminal`: whether errors go to one that can show colours.
CommandLine read_command_line(const std::vector<std::string>& words, const Environment&, bool terminal);
// Value of KRAITname (or PYTHONname where that is asked for); null: unset, empty, or not to be looked at.
const char* environment_value(const CommandLine&, const Environment&, const std::string& name);
extern const char kUsage[];

}  // namespace krait::repl
