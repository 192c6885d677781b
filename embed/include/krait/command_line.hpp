// What the command line tells an interpreter beyond Options: flags, warnings, the coding of the standard streams, the
// form of error messages. Plain data; Options::command_line holds one when the interpreter is a program of its own.
// Such an interpreter receives the signals of the process: SIGINT becomes KeyboardInterrupt, SIGPIPE is ignored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace krait {
inline namespace api {

struct CommandLineOptions {
    // sys.flags
    int debug = 0, inspect = 0, interactive = 0, no_user_site = 0, no_site = 0, ignore_environment = 0, verbose = 0,
        bytes_warning = 0, quiet = 0, hash_randomization = 1, isolated = 0, dont_write_bytecode = 0;
    std::vector<std::string> x_options;     ///< sys._xoptions: "name" or "name=value"
    std::vector<std::string> warnings;      ///< sys.warnoptions
    std::string io_encoding;                ///< "encoding", "encoding:errors" or ":errors"; empty: UTF-8
    bool unbuffered = false;                ///< -u
    bool skip_first_line = false;           ///< -x
    bool import_time = false;               ///< -X importtime
    bool op_stats = false;                  ///< -X opstats: count executed operations (operation_counts())

    /// How uncaught exceptions are shown: as CPython does it; with marks under what failed and suggestions; as JSON.
    enum class Report : unsigned char { Plain, Rich, Json };
    Report report = Report::Plain;
    bool report_colors = false;
};

/// Whether text typed at a prompt is the start of something longer.
bool more_input_needed(std::string_view source);

}  // namespace api
}  // namespace krait
