// Between the public API and the VM: both have an `Interpreter` and an `Object`, so no file sees both. Plain data only.
// Every function that can fail returns false or a negative slot and fills the ErrorData.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace krait {
inline namespace api {
struct CommandLineOptions;
}
}  // namespace krait

namespace krait::bridge {

class World;                 // one interpreter with its host and its table of handles
using Slot = std::int64_t;   // index of a handle; negative: none

struct Settings {
    std::size_t memory = SIZE_MAX;
    std::int64_t steps = INT64_MAX;
    std::int64_t time_ns = 0;
    unsigned recursion = 1000;
    std::size_t int_digits = 0;
    bool process_access = false;
    std::vector<std::string> argv, path;
    std::string executable;
    int optimize = 0;
    bool dont_write_bytecode = false;
    std::optional<std::uint64_t> hash_seed;
    std::shared_ptr<const CommandLineOptions> command_line;   // of a program of its own
    std::function<void(std::string_view)> on_stdout, on_stderr;
};

struct ErrorData {
    struct Frame {
        std::string file, function;
        int line = 0;
    };
    std::string type, message, traceback;
    std::vector<Frame> frames;
    std::optional<int> exit_status;
};

enum class Interactive : std::uint8_t { Done, NeedMore, Exit };
using HostFunction = std::function<Slot(const std::vector<Slot>& args, ErrorData* error)>;

std::unique_ptr<World, void (*)(World*)> create(Settings);   // null: no memory
void set_limits(World&, const Settings&);                    // only the limits are read
std::size_t memory_used(const World&);
std::size_t memory_peak(const World&);
void interrupt(World&);                                      // any thread
void adopt_thread(World&);

// --- handles
Slot copy(World&, Slot);
void drop(World&, Slot);

// --- running
bool exec(World&, std::string_view source, std::string_view filename, ErrorData*);
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
Slot function(World&, std::string_view name, HostFunction, ErrorData*);
Slot global(World&, std::string_view name, ErrorData*);

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
