// Module faulthandler: the stack of Python functions, written straight to a descriptor.
//
// The state is a flag and the place to write to; crashes of the process itself are the system's business.
#include "builtins/modules/system_call.h"
#include "vm/interp/frame.h"

#include <unistd.h>

namespace krait {

namespace {

struct FaultState {
    bool enabled = false;
};
FaultState& state_of(ModuleObject* module) { return *static_cast<FaultState*>(module->state); }

// `file`: missing or None is sys.stderr; an int is a descriptor.
Fallible<int> target(Thread& t, Value file) {
    Ref stream = own(file);
    if (file.is_unbound() || file.is_none()) {
        stream = TRY(sys_get(t, "stderr"));
        if (stream.get().is_unbound()) return raise(t, Exc::RuntimeError, "unable to get sys.stderr");
        if (stream.get().is_none()) return raise(t, Exc::RuntimeError, "sys.stderr is None");
    } else if (is_int_like(file)) {
        int fd = TRY(c_int_argument(t, file));
        if (fd < 0) return raise(t, Exc::ValueError, "file is not a valid file descriptor");
        return fd;
    }
    Ref number = TRY(call_method(t, stream, t.interp.names.fileno));
    if (!is_int_like(number)) return raise(t, Exc::RuntimeError, "file.fileno() is not a valid file descriptor");
    int fd = TRY(c_int_argument(t, number));
    Ref flushed = call_method(t, stream, t.interp.names.flush);
    if (flushed.failed()) clear_exception(t);
    return fd;
}

std::string stack_text(Thread& t) {
    std::string text;
    constexpr int kMost = 100;
    int count = 0;
    for (Frame* frame = t.frame; frame && frame >= t.frames; --frame) {
        if (++count > kMost) {
            text += "  ...\n";
            break;
        }
        text += "  File \"" + str_to_utf8(frame->code->filename) + "\", line " + std::to_string(frame_line(frame)) +
                " in " + str_to_utf8(frame->code->name) + "\n";
    }
    return text;
}

Status fault_dump_traceback(Thread& t, Value file, Optional<bool> all_threads) {
    int fd = TRY(target(t, file));
    std::string text;
    char head[80];
    auto add = [&](const char* what, Thread& thread) {
        std::snprintf(head, sizeof head, "%s 0x%016llx (most recent call first):\n", what,
                      static_cast<unsigned long long>(thread.native_thread));
        text += head + stack_text(thread);
    };
    if (t.interp.gate && all_threads.value_or(true)) {
        const auto& threads = t.interp.gate->threads();
        for (size_t i = threads.size(); i-- > 0;) {
            add(threads[i] == &t ? "Current thread" : "Thread", *threads[i]);
            if (i) text += "\n";
        }
    } else if (all_threads.value_or(true)) {
        add("Current thread", t);
    } else {
        text = "Stack (most recent call first):\n" + stack_text(t);
    }
    for (std::string_view rest = text; !rest.empty();) {
        ssize_t n = ::write(fd, rest.data(), rest.size());
        if (n <= 0) break;
        rest.remove_prefix(static_cast<size_t>(n));
    }
    return ok();
}

Status fault_enable(Thread& t, ModuleObject* module, Value file, Optional<bool>) {
    TRY(target(t, file));
    state_of(module).enabled = true;
    return ok();
}
Fallible<bool> fault_disable(Thread&, ModuleObject* module) { return std::exchange(state_of(module).enabled, false); }
Fallible<bool> fault_is_enabled(Thread&, ModuleObject* module) { return state_of(module).enabled; }

Status fault_exec(Thread& t, ModuleObject* module) {
    void* memory = t.heap.allocate_buffer(sizeof(FaultState));
    if (!memory) return raise_memory_error(t);
    module->state = new (memory) FaultState;
    module->free_state = [](Interpreter& interp, void* state) { interp.heap.free_buffer(state, sizeof(FaultState)); };
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<fault_disable>("disable", "(module)", "Undo enable(); whether it was enabled."),
    function<fault_dump_traceback>("dump_traceback", "(file=sys.stderr, all_threads=True)",
                                   "Write the functions that are running to a file."),
    function<fault_enable>("enable", "(module, file=sys.stderr, all_threads=True)",
                           "Remember that faults are to be shown."),
    function<fault_is_enabled>("is_enabled", "(module)", "Whether enable() was called."),
};

}  // namespace

extern const ModuleDef kFaulthandlerModule;
constinit const ModuleDef kFaulthandlerModule = {
    .name = "faulthandler", .doc = "Showing what runs.", .functions = kFunctions, .exec = fault_exec};

}  // namespace krait
