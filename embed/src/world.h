// The VM's side of the bridge (see bridge.h): what run.cpp, handles.cpp, world.cpp and the core_*.cpp share.
#pragma once

#include <typeindex>
#include <unordered_map>
#include <unordered_set>

#include "embed/src/bridge.h"
#include "embed/src/link.h"
#include "vm/error/raise.h"
#include "vm/native/method_def.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"
#include "vm/runtime/interpreter.h"

namespace krait::bridge {

struct HostRow;       // functions of the host (core_functions.cpp)
struct HostTypes;     // the embedding layer's own Python types
struct EnumRecord;
struct HostInstance;

class World {
  public:
    World(Settings, core::Link*);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    bool start();

    Thread& thread() { return *interp_->main_thread; }
    krait::Interpreter& interpreter() { return *interp_; }
    Host& host() { return *host_; }
    core::Link* link() { return link_; }
    const Settings& settings() const { return settings_; }
    DictObject* main_globals();                 // of __main__; null: memory exhausted, exception pending

    // --- handles: ERROR gives -1 and leaves the exception pending
    Slot keep(Ref);
    Value at(Slot slot) const { return slots_[static_cast<size_t>(slot)]; }
    void drop(Slot);
    void drop_elsewhere();                      // handles that other threads let go

    // Takes the pending exception as data; SystemExit too. Always returns false.
    bool fail(ErrorData*);
    // A call from the host begins: the time limit counts from here. When scripts hold all the memory, the call may use
    // what is kept back for it.
    void begin_call();
    bool ending() const { return ending_; }     // host functions are not called any more
    void change_limits(const Settings&);
    // Room for telling what happened, on top of what scripts may use. Ends with the object.
    class Reserve {
      public:
        explicit Reserve(World&);
        ~Reserve();
        Reserve(const Reserve&) = delete;

      private:
        World& world_;
        size_t before_;
    };
    // Standard output of the script; false: more than the limit, an exception is pending.
    bool count_output(Thread&, size_t bytes);
    uint64_t output_bytes() const { return output_; }
    // Whether scripts may import the module.
    bool allows(std::string_view module);

    // --- what belongs to the host's classes and functions, until the interpreter's end
    std::vector<std::unique_ptr<HostRow>> rows;
    std::vector<std::unique_ptr<core::ClassRecord>> classes;
    std::unordered_map<const core::TypeTag*, core::ClassRecord*> classes_by_tag;
    std::unordered_map<std::type_index, core::ClassRecord*> classes_by_type;
    std::unordered_map<const core::TypeTag*, std::unique_ptr<EnumRecord>> enums;
    std::unordered_multimap<void*, HostInstance*> instances;   // of C++ objects that Python owns a share of
    std::vector<core::Translator> translators;
    std::unordered_set<core::BufferHold*> holds;               // what views of bytes keep in place
    std::vector<std::int64_t> buffer_dims;                     // of the buffer begun last, until it is read
    TypeObject* host_types[6] = {};             // owned by sys; see HostType

  private:
    Status make_main();
    Status make_streams();
    void report_handles();
    void limit_memory(size_t bytes);
    void allow_with_dependencies(const std::string& module);

    Settings settings_;
    core::Link* link_;
    std::unique_ptr<Host> host_;
    std::unique_ptr<krait::Interpreter> interp_;
    std::vector<Value> slots_;
    std::vector<Slot> free_slots_;
    std::vector<std::string> allowed_;          // sorted; with Settings::modules only
    std::unordered_map<Slot, std::vector<void*>> places_;
    uint64_t output_ = 0;
    size_t reserve_ = 0;                        // allowed at present
    size_t kept_back_ = 0;                      // of Settings::memory: for calls that begin with full memory
    bool ending_ = false;
    std::vector<uint64_t> op_counts_;           // -X opstats; shown at the end
};

// The world of an interpreter (null: one made without the embedding layer).
World* world_of(krait::Interpreter&);

// sys.stdout of an interpreter without access: hands the text to a callback (streams.cpp).
Ref callback_stream_new(Thread&, World*, const std::function<void(std::string_view)>* sink, const char* name);
// sys.stdin read from a callback.
Ref callback_input_new(Thread&, World*);

// Host of an interpreter without access to the process, with what the settings grant (granted_host.cpp).
std::unique_ptr<Host> make_granted_host(const Settings&);

// A module by its dotted name; owned.
Ref imported(World&, std::string_view name);

// --- command_line.cpp; settings().command_line is set
Status apply_command_line(World&);
// Like finish_main() for a program that the prompt follows (-i): SystemExit is only shown.
int finish_inspected(World&);
bool inspects(const World&);
Ref standard_stream(World&, int fd);            // also without a command line
void remember_last_exception(Thread&, Value exception);   // sys.last_value and its relatives

// Exit status for the pending exception, which is printed unless it is a SystemExit without text; 0: none pending.
int finish_main(World&, bool failed);

// Raises what a function of the host threw.
Failed raise_thrown(World&, core::Thrown&&);
// A limit fired below: neither the host function nor the script may go on from here.
Failed raise_hard_stop(Thread&);

enum class HostType : uint8_t { Function, Iterator, Payload, Stream, Input, Count };
// The type made once per interpreter. Borrowed.
Fallible<TypeObject*> host_type(World&, HostType, const TypeSpec&);

}  // namespace krait::bridge
