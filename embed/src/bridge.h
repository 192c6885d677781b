// Between the public API and the VM: both have an `Interpreter` and an `Object`, so no file sees both. Plain data only.
// Every function that can fail returns false or a negative slot and fills the ErrorData.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "krait/core.hpp"

namespace krait {
inline namespace api {
struct CommandLineOptions;
}
}  // namespace krait


namespace krait::core {
struct Link;
struct Translator;
}

namespace krait::bridge {

class World;                 // one interpreter with its host and its table of handles
using Slot = std::int64_t;   // index of a handle; negative: none

struct Settings {
    std::size_t memory = SIZE_MAX;
    std::int64_t steps = INT64_MAX;
    std::int64_t time_ns = 0;
    unsigned recursion = 1000;
    std::size_t int_digits = 0;
    std::size_t native_stack = 0;      // 0: what the thread has
    std::size_t int_bits = std::size_t{1} << 33;
    std::uint64_t output = UINT64_MAX; // bytes to standard output and error
    bool process_access = false;
    std::vector<std::string> argv, path;
    std::string executable;
    int optimize = 0;
    bool lang36 = false;
    bool dont_write_bytecode = false;
    std::optional<std::uint64_t> hash_seed;
    std::shared_ptr<const CommandLineOptions> command_line;   // of a program of its own
    std::function<void(std::string_view)> on_stdout, on_stderr;
    std::function<std::size_t(char*, std::size_t)> on_stdin;

    // --- what scripts get without access to the process
    std::optional<std::string> folder; // files below this one
    bool folder_writable = false;
    std::vector<std::string> environment;
    std::optional<std::vector<std::string>> modules;   // names that may be imported
    enum class Clock : std::uint8_t { None, Process, Virtual } clock = Clock::None;
    std::int64_t clock_start_ns = 0, clock_step_ns = 1000;
    std::function<std::int64_t()> clock_ns;            // wall and monotonic time, when given
    std::optional<std::uint64_t> random_seed;          // unset: none, unless random_process
    bool random_process = false;
    std::function<void(const std::string&)> report_handles;
};

struct ErrorData {
    struct Frame {
        std::string file, function, source;
        int line = 0;
    };
    std::string type, message, traceback;
    std::vector<Frame> frames;
    std::optional<int> exit_status;
    Slot exception = -1;               // the exception object
    std::exception_ptr original;       // C++ exception it stands for
    bool limit = false;                // a limit that scripts cannot catch
    std::unique_ptr<ErrorData> cause, context;
};

enum class Interactive : std::uint8_t { Done, NeedMore, Exit };

std::unique_ptr<World, void (*)(World*)> create(Settings, core::Link*);   // null: no memory
void set_limits(World&, const Settings&);                    // only the limits are read
std::size_t memory_used(const World&);
std::size_t memory_peak(const World&);
std::uint64_t output_bytes(const World&);
std::int64_t steps_left(World&);
void interrupt(World&);                                      // any thread
void cancel(World&);                                         // any thread: a stop that scripts cannot catch
void adopt_thread(World&);

// --- handles
Slot copy(World&, Slot);
void drop(World&, Slot);

// --- running
bool exec(World&, std::string_view source, std::string_view filename, ErrorData*);
// The same as a main program whose text the caller has: uncaught exceptions are printed, the result is the exit status.
int run_text(World&, std::string_view source, const std::string& filename);
bool describe(World&, Slot exception, ErrorData*);           // false: no exception object
void take_error(World&, ErrorData*);                         // the pending exception
Slot eval(World&, std::string_view source, std::string_view filename, ErrorData*);
Slot import_module(World&, std::string_view name, ErrorData*);
bool run_pyc_bytes(World&, std::string_view data, ErrorData*);   // content of a .pyc file
int run_file(World&, const std::string& path);
int run_command(World&, std::string_view source);
int run_module(World&, std::string_view name);
int run_standard_input(World&);
Interactive run_interactive(World&, std::string_view source, int* exit_status);
int run_prompt(World&);
bool flush(World&);
// Flushes; 120 instead of the status when output was lost.
int end_program(World&, int status);

// --- objects
Slot none(World&);
Slot boolean(World&, bool);
Slot integer(World&, std::int64_t, ErrorData*);
Slot unsigned_integer(World&, std::uint64_t, ErrorData*);
Slot floating(World&, double, ErrorData*);
Slot text(World&, std::string_view utf8, ErrorData*);
Slot list(World&, const std::vector<Slot>&, ErrorData*);
Slot dict(World&, const std::vector<std::pair<Slot, Slot>>&, ErrorData*);
Slot global(World&, std::string_view name, ErrorData*);

bool set_global(World&, std::string_view name, Slot value, ErrorData*);
void raise_mismatch(World&, std::uint64_t value, core::Load, core::Describe expected);
const std::vector<core::Translator>& translators(World&);

bool is_none(World&, Slot);
std::string type_name(World&, Slot);
int truth(World&, Slot, ErrorData*);                                          // -1: failed
bool str(World&, Slot, bool repr, std::string* out, ErrorData*);
bool length(World&, Slot, std::size_t* out, ErrorData*);
Slot attribute(World&, Slot, std::string_view name, ErrorData*);
bool set_attribute(World&, Slot, std::string_view name, Slot value, ErrorData*);
Slot item(World&, Slot container, Slot key, ErrorData*);
bool set_item(World&, Slot container, Slot key, Slot value, ErrorData*);
Slot call(World&, Slot callee, const std::vector<Slot>& args, const std::vector<std::pair<std::string, Slot>>& keywords,
          ErrorData*);
bool to_bool(World&, Slot, bool* out, ErrorData*);
bool to_int64(World&, Slot, std::int64_t* out, ErrorData*);
bool to_uint64(World&, Slot, std::uint64_t* out, ErrorData*);
bool to_double(World&, Slot, double* out, ErrorData*);
bool to_text(World&, Slot, std::string* out, ErrorData*);
bool to_items(World&, Slot, std::vector<Slot>* out, ErrorData*);              // any iterable
bool to_entries(World&, Slot, std::vector<std::pair<Slot, Slot>>* out, ErrorData*);   // dict

}  // namespace krait::bridge
