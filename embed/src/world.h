// The VM's side of the bridge (see bridge.h): what run.cpp, handles.cpp and world.cpp share.
#pragma once

#include "embed/src/bridge.h"
#include "vm/error/raise.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"
#include "vm/runtime/interpreter.h"

namespace krait::bridge {

class World {
  public:
    explicit World(Settings);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    bool start();

    Thread& thread() { return *interp_->main_thread; }
    krait::Interpreter& interpreter() { return *interp_; }
    Host& host() { return *host_; }
    const Settings& settings() const { return settings_; }
    DictObject* main_globals();                 // of __main__; null: memory exhausted, exception pending

    // --- handles: ERROR gives -1 and leaves the exception pending
    Slot keep(Ref);
    Value at(Slot slot) const { return slots_[static_cast<size_t>(slot)]; }
    void drop(Slot);

    // Takes the pending exception as data; SystemExit too. Always returns false.
    bool fail(ErrorData*);
    // A call from the host begins: the time limit counts from here.
    void begin_call();
    bool ending() const { return ending_; }     // host functions are not called any more
    void change_limits(const Settings& from) { settings_.time_ns = from.time_ns; }

  private:
    Status make_main();
    Status make_streams();

    Settings settings_;
    std::unique_ptr<Host> host_;
    std::unique_ptr<krait::Interpreter> interp_;
    std::vector<Value> slots_;
    std::vector<Slot> free_slots_;
    bool ending_ = false;
};

// sys.stdout of an interpreter without access: hands the text to a callback (streams.cpp).
Ref callback_stream_new(Thread&, const std::function<void(std::string_view)>* sink, const char* name);
// Native function that calls back into the host (streams.cpp).
Ref host_function_new(Thread&, World*, std::string_view name, HostFunction);

// --- command_line.cpp; settings().command_line is set
Status apply_command_line(World&);
// Like finish_main() for a program that the prompt follows (-i): SystemExit is only shown.
int finish_inspected(World&);
bool inspects(const World&);
Ref standard_stream(World&, int fd);            // also without a command line
void remember_last_exception(Thread&, Value exception);   // sys.last_value and its relatives

// Exit status for the pending exception, which is printed unless it is a SystemExit without text; 0: none pending.
int finish_main(World&, bool failed);

}  // namespace krait::bridge
