// Start and end of an interpreter seen from outside, its streams, and exceptions as data.
#include "embed/src/world.h"

#include "builtins/modules/io_objects.h"
#include "builtins/register.h"
#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/object/traceback_object.h"

namespace krait::bridge {

static krait::Limits limits_of(const Settings& settings) {
    krait::Limits limits;
    limits.memory = settings.memory;
    limits.steps = settings.steps;
    limits.timeout_ns = settings.time_ns;
    limits.recursion = settings.recursion;
    limits.int_max_str_digits = settings.int_digits;
    return limits;
}

World::World(Settings settings) : settings_(std::move(settings)) {
    if (settings_.process_access) host_ = std::make_unique<PosixHost>();
    else host_ = std::make_unique<Host>();
    uint64_t keys[2] = {0, 0};
    if (settings_.hash_seed) keys[0] = *settings_.hash_seed;
    else PosixHost().random_bytes(keys, sizeof keys);   // a secret of the process, not something scripts can see
    interp_ = std::make_unique<krait::Interpreter>(limits_of(settings_), host_.get(), keys[0], keys[1]);
    install_builtins(*interp_);
    interp_->argv = settings_.argv;
    interp_->search_path = settings_.path;
    interp_->executable = settings_.executable;
    interp_->optimize = settings_.optimize;
    interp_->dont_write_bytecode = settings_.dont_write_bytecode;
}

World::~World() {
    ending_ = true;
    if (interp_ && interp_->started) {
        begin_call();   // the limits of a call hold for what __del__ does too
        for (Value& v : slots_) decref(std::exchange(v, Value::unbound()));
        interp_->finalise();
    }
    interp_.reset();
}

bool World::start() {
    if (!interp_->start()) return false;
    Thread& t = thread();
    if (make_main().failed() || make_streams().failed() || (settings_.command_line && apply_command_line(*this).failed())) {
        clear_exception(t);
        return false;
    }
    return true;
}

Status World::make_main() {
    Thread& t = thread();
    StrObject* name = t.interp.names.dunder_main;
    RefTo<ModuleObject> module = TRY(module_new(t, name));
    const Names& names = t.interp.names;
    DictObject* dict = module->dict;
    TRY(dict_set_str(t, dict, names.dunder_builtins, Value::object(t.interp.builtins_module)));
    for (StrObject* unset : {names.dunder_doc, names.dunder_package, names.dunder_loader, names.dunder_spec})
        TRY(dict_set_str(t, dict, unset, Value::none()));
    return dict_set_str(t, t.interp.modules, name, module.value());
}

Status World::make_streams() {
    Thread& t = thread();
    static constexpr const char* kNames[] = {"stdin", "stdout", "stderr"};
    for (int fd = 0; fd < 3; ++fd) {
        const auto& sink = fd == 2 ? settings_.on_stderr : settings_.on_stdout;
        Ref stream = Ref::steal(Value::none());
        if (fd > 0 && (sink || !settings_.process_access)) {
            std::string label = "<" + std::string(kNames[fd]) + ">";
            stream = TRY(callback_stream_new(t, &sink, label.c_str()));
        } else if (settings_.process_access) {
            stream = TRY(standard_stream(*this, fd));
        }
        TRY(sys_set(t, kNames[fd], stream));
        TRY(sys_set(t, "__" + std::string(kNames[fd]) + "__", stream));
    }
    return ok();
}

DictObject* World::main_globals() {
    Thread& t = thread();
    Value module = dict_get_str(t, t.interp.modules, t.interp.names.dunder_main);
    if (module.is_error()) return nullptr;
    if (!layout_is(module, Kind::Module)) {   // the script threw its own __main__ away
        if (make_main().failed()) return nullptr;
        module = dict_get_str(t, t.interp.modules, t.interp.names.dunder_main);
    }
    return module.as<ModuleObject>()->dict;
}

Slot World::keep(Ref v) {
    if (v.failed()) return -1;
    if (!free_slots_.empty()) {
        Slot slot = free_slots_.back();
        free_slots_.pop_back();
        slots_[static_cast<size_t>(slot)] = v.release();
        return slot;
    }
    slots_.push_back(v.release());
    return static_cast<Slot>(slots_.size() - 1);
}

void World::drop(Slot slot) {
    Value old = std::exchange(slots_[static_cast<size_t>(slot)], Value::unbound());
    free_slots_.push_back(slot);
    decref(old);
}

void World::begin_call() {
    Thread& t = thread();
    if (t.frame) return;   // from inside a host function: the outermost call's limits go on
    t.bind_native_stack();
    t.set_timeout(settings_.time_ns);
    t.hard_stop = false;
}

// --- exceptions as data
static void read_frames(Thread& t, ExceptionObject* e, ErrorData* out) {
    (void)t;
    for (Value v = e->traceback; is_kind(v, Kind::Traceback); v = Value::object(v.as<TracebackObject>()->next)) {
        TracebackObject* entry = v.as<TracebackObject>();
        CodeObject* code = entry->frame->code;
        out->frames.push_back({str_to_utf8(code->filename), str_to_utf8(code->name), traceback_line(entry)});
        if (!entry->next) break;
    }
}

static std::optional<int> exit_status_of(Thread& t, ExceptionObject* e, std::string* text) {
    Value code = exception_field_or_none(e, exception_field::kExitCode);
    if (code.is_none()) return 0;
    if (is_int_like(code)) {
        Ref held = own(code);
        Fallible<int64_t> n = index_clamped(t, held);
        return n.failed() ? -1 : static_cast<int>(n.value());
    }
    RefTo<StrObject> shown = str_of(t, code);
    if (shown.failed()) clear_exception(t);
    else *text = str_to_utf8(shown.get());
    return 1;
}

bool World::fail(ErrorData* out) {
    Thread& t = thread();
    Ref held = fetch_exception(t);
    ExceptionObject* e = as_exception(held);
    if (!e || !out) return false;
    out->type = type_name(e->type);
    if (exception_matches(t, held, Exc::SystemExit)) out->exit_status = exit_status_of(t, e, &out->message);
    if (out->message.empty() && !t.hard_stop) {
        RefTo<StrObject> text = str_of(t, held);
        if (text.failed()) clear_exception(t);
        else out->message = str_to_utf8(text.get());
    }
    read_frames(t, e, out);
    out->traceback = format_exception(t, held);
    if (t.has_exception()) clear_exception(t);
    if (!t.frame) t.hard_stop = false;   // inside a host function the outermost call is to be stopped
    return false;
}

int finish_main(World& world, bool failed) {
    Thread& t = world.thread();
    if (!failed) return 0;
    Ref held = fetch_exception(t);
    ExceptionObject* e = as_exception(held);
    if (!e) return 1;
    if (!exception_matches(t, held, Exc::SystemExit)) {
        remember_last_exception(t, held);
        constexpr size_t kRoomToPrint = size_t{1} << 20;   // a MemoryError shall be told
        t.heap.allow_reserve(kRoomToPrint);
        flush_standard_streams(t);
        print_exception(t, held);
        t.heap.allow_reserve(0);
        t.hard_stop = false;
        return 1;
    }
    std::string text;
    int status = exit_status_of(t, e, &text).value_or(1);
    if (!text.empty()) {
        flush_standard_streams(t);
        Ref stream = sys_get(t, "stderr");
        Ref line = str_from_utf8(t, text + "\n");
        if (!stream.failed() && !stream.get().is_unbound() && !stream.get().is_none() && !line.failed()) {
            Ref written = call_method(t, stream, t.interp.names.write, {line});
        }
        if (t.has_exception()) clear_exception(t);
    }
    return status & 0xff;
}

// --- bridge
std::unique_ptr<World, void (*)(World*)> create(Settings settings) {
    std::unique_ptr<World, void (*)(World*)> world(new World(std::move(settings)), [](World* w) { delete w; });
    if (!world->start()) world.reset();
    return world;
}

void set_limits(World& world, const Settings& settings) {
    Thread& t = world.thread();
    world.change_limits(settings);
    world.interpreter().heap.set_limit(settings.memory);
    world.interpreter().limits = limits_of(settings);
    t.set_step_limit(settings.steps);
    t.set_recursion_limit(settings.recursion);
}
std::size_t memory_used(const World& world) { return const_cast<World&>(world).interpreter().heap.bytes_used(); }
std::size_t memory_peak(const World& world) { return const_cast<World&>(world).interpreter().heap.peak_bytes(); }
void interrupt(World& world) { world.thread().interrupt.fetch_or(kInterruptSignal); }
Slot copy(World& world, Slot slot) { return world.keep(own(world.at(slot))); }
void drop(World& world, Slot slot) {
    world.begin_call();   // a __del__ may run
    world.drop(slot);
}
void adopt_thread(World& world) { world.thread().bind_native_stack(); }
bool flush(World& world) {
    flush_standard_streams(world.thread());
    return true;
}

}  // namespace krait::bridge
