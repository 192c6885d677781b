// Start and end of an interpreter seen from outside, its streams, and exceptions as data.
#include "embed/src/world.h"

#include <execinfo.h>

#include <algorithm>
#include <cstdio>

#include <krait/command_line.hpp>

#include "builtins/modules/io_objects.h"
#include "builtins/register.h"
#include "embed/src/host_objects.h"
#include "embed/src/internal_form.h"
#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/object/str_utf8.h"
#include "vm/object/traceback_object.h"
#include "vm/translate/internal.h"

namespace krait::bridge {

static krait::Limits limits_of(const Settings& settings) {
    krait::Limits limits;
    limits.memory = settings.memory;
    limits.steps = settings.steps;
    limits.timeout_ns = settings.time_ns;
    limits.recursion = settings.recursion;
    limits.int_max_str_digits = settings.int_digits;
    limits.int_max_bits = settings.int_bits;
    limits.native_stack = settings.native_stack;
    return limits;
}

World* world_of(krait::Interpreter& interp) { return static_cast<World*>(interp.embedding); }

// Modules of the library, if the host lets scripts have them.
static Ref allowed_native_module(Thread& t, StrObject* name) {
    World* world = world_of(t.interp);
    std::string text = str_to_utf8(name);
    if (world && !world->allows(text))
        return raise(t, Exc::ImportError, "import of '%s' is not allowed by the host", text.c_str());
    return native_module(t, name);
}

World::World(Settings settings, core::Link* link) : settings_(std::move(settings)), link_(link) {
    if (settings_.process_access) host_ = std::make_unique<PosixHost>();
    else host_ = make_granted_host(settings_);
    uint64_t keys[2] = {0, 0};
    if (settings_.hash_seed) keys[0] = *settings_.hash_seed;
    else PosixHost().random_bytes(keys, sizeof keys);   // a secret of the process, not something scripts can see
    interp_ = std::make_unique<krait::Interpreter>(limits_of(settings_), host_.get(), keys[0], keys[1]);
    install_builtins(*interp_);
    if (settings_.modules) interp_->hooks.native_module = &allowed_native_module;
    limit_memory(settings_.memory);
    interp_->embedding = this;
    interp_->argv = settings_.argv;
    interp_->search_path = settings_.path;
    interp_->executable = settings_.executable;
    interp_->optimize = settings_.optimize;
    interp_->lang36 = settings_.lang36;
    interp_->dont_write_bytecode = settings_.dont_write_bytecode;
    if (settings_.command_line && settings_.command_line->op_stats) {
        op_counts_.resize(operation_kinds());
        interp_->operation_counts = op_counts_.data();
    }
}

void drop_row_defaults(HostRow&);

World::~World() {
    ending_ = true;
    if (interp_ && interp_->started) {
        begin_call();   // the limits of a call hold for what __del__ does too
        if (settings_.report_handles) report_handles();
        for (size_t i = 0; i < slots_.size(); ++i) decref(std::exchange(slots_[i], Value::unbound()));
        core::end_holds(*this);
        for (auto& row : rows) drop_row_defaults(*row);
        for (auto& [tag, record] : enums) {
            for (auto& [number, member] : record->members) decref(std::exchange(member, Value::none()));
            if (TypeObject* cls = std::exchange(record->cls, nullptr)) decref(static_cast<Object*>(cls));
        }
        interp_->finalise();
        interp_->embedding = nullptr;
    }
    interp_.reset();
    if (!op_counts_.empty()) std::fputs(operation_table(op_counts_).c_str(), stderr);
}

// Handles that outlive their interpreter, with the calls that made them.
void World::report_handles() {
    drop_elsewhere();
    for (auto& [slot, place] : places_) {
        Value v = at(slot);
        if (v.is_unbound()) continue;
        std::string text = "handle alive at the interpreter's end: " + repr_utf8(thread(), v) + "\n";
        if (char** names = backtrace_symbols(place.data(), static_cast<int>(place.size()))) {
            for (size_t i = 0; i < place.size(); ++i) text += std::string("    ") + names[i] + "\n";
            std::free(names);
        }
        try {
            settings_.report_handles(text);
        } catch (...) {   // the end has nobody to tell
        }
    }
}

bool World::start() {
    if (!interp_->start()) return false;
    Thread& t = thread();
    if (make_main().failed() || make_streams().failed() ||
        (settings_.command_line && apply_command_line(*this).failed())) {
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
            stream = TRY(callback_stream_new(t, this, &sink, label.c_str()));
        } else if (fd == 0 && settings_.on_stdin) {
            stream = TRY(callback_input_new(t, this));
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
    Slot slot;
    if (KRAIT_LIKELY(!free_slots_.empty())) {
        slot = free_slots_.back();
        free_slots_.pop_back();
        slots_[static_cast<size_t>(slot)] = v.release();
    } else {
        slots_.push_back(v.release());
        slot = static_cast<Slot>(slots_.size() - 1);
    }
    if (KRAIT_UNLIKELY(settings_.report_handles != nullptr)) {
        void* place[12];
        int n = backtrace(place, 12);
        places_[slot].assign(place, place + n);
    }
    return slot;
}

void World::drop_elsewhere() {
    std::vector<Slot> dropped;
    {
        std::lock_guard lock(link_->elsewhere);
        dropped.swap(link_->dropped);
        link_->any_dropped = false;
    }
    for (Slot slot : dropped) drop(slot);
}

bool World::count_output(Thread& t, size_t bytes) {
    if (bytes > settings_.output - std::min(output_, settings_.output)) {
        (void)raise(t, Exc::OSError, "output limit exceeded");
        return false;
    }
    output_ += bytes;
    return true;
}

// A part of the memory is kept back, so that the limit holds for what the reserve allows, too.
void World::limit_memory(size_t bytes) {
    constexpr size_t kMost = size_t{512} << 10;
    kept_back_ = bytes == SIZE_MAX ? 0 : std::min(kMost, bytes / 16);
    interp_->heap.set_limit(bytes - kept_back_);
    interp_->heap.allow_reserve(0);
    reserve_ = 0;
}

World::Reserve::Reserve(World& world) : world_(world), before_(world.reserve_) {
    world.reserve_ = world.kept_back_;
    world.interpreter().heap.allow_reserve(world.reserve_);
}
World::Reserve::~Reserve() {
    world_.reserve_ = before_;
    world_.interpreter().heap.allow_reserve(before_);
}

void World::change_limits(const Settings& from) {
    settings_.memory = from.memory;
    limit_memory(from.memory);
    settings_.time_ns = from.time_ns;
    settings_.output = from.output;
}

// --- allow-list: the names given and what these modules of the library need themselves
void World::allow_with_dependencies(const std::string& module) {
    auto place = std::lower_bound(allowed_.begin(), allowed_.end(), module);
    if (place != allowed_.end() && *place == module) return;
    allowed_.insert(place, module);
    std::string text;
    bool package = false;
    if (!interp_->hooks.frozen_source(module, &text, &package)) return;
    std::string_view source = text;
    std::string folder =
        package ? module : module.substr(0, module.rfind('.') == std::string::npos ? 0 : module.rfind('.'));
    while (!source.empty()) {
        size_t end = source.find('\n');
        std::string_view line = source.substr(0, end);
        source = end == std::string_view::npos ? std::string_view() : source.substr(end + 1);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        bool from = line.starts_with("from ");
        if (!from && !line.starts_with("import ")) continue;
        line.remove_prefix(from ? 5 : 7);
        // Names separated by commas; for `from` only the first word.
        while (!line.empty()) {
            line.remove_prefix(std::min(line.find_first_not_of(" ,"), line.size()));
            size_t size = std::min(line.find_first_of(" ,#;"), line.size());
            std::string name(line.substr(0, size));
            if (!name.empty() && name[0] == '.') name = folder + (name.size() > 1 ? name : "");
            if (!name.empty()) allow_with_dependencies(name);
            for (size_t dot = name.rfind('.'); dot != std::string::npos; dot = name.rfind('.')) {
                name.resize(dot);
                if (!name.empty()) allow_with_dependencies(name);
            }
            if (from) break;
            size_t comma = line.find(',');
            line = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1);
        }
    }
}

bool World::allows(std::string_view module) {
    if (!settings_.modules) return true;
    // What the interpreter imports on its own account, and what the host lists.
    for (std::string_view own : {"builtins", "sys", "codecs", "encodings", "io", "abc", "_krait_generics"})
        if (module == own) return true;
    if (module.starts_with("encodings.")) return true;
    for (const std::string& name : *settings_.modules)
        if (module == name) return true;
    // What these need is for the library's own code. A script that dresses up as such gets no further than that.
    Frame* frame = thread().frame;
    if (frame && !str_to_utf8(frame->function->code->filename).starts_with("<frozen ")) return false;
    if (allowed_.empty()) {
        for (const char* own : {"codecs", "encodings", "warnings", "enum", "io", "abc", "collections.abc",
                                "_krait_generics"})
            allow_with_dependencies(own);
        for (const std::string& name : std::vector<std::string>(*settings_.modules)) allow_with_dependencies(name);
    }
    return std::binary_search(allowed_.begin(), allowed_.end(), module);
}

void World::drop(Slot slot) {
    if (KRAIT_UNLIKELY(settings_.report_handles != nullptr)) places_.erase(slot);
    Value old = std::exchange(slots_[static_cast<size_t>(slot)], Value::unbound());
    free_slots_.push_back(slot);
    decref(old);
}

void World::begin_call() {
    Thread& t = thread();
    if (KRAIT_UNLIKELY(link_->any_dropped.load(std::memory_order_relaxed))) drop_elsewhere();
    if (t.frame) return;   // from inside a host function: the outermost call's limits go on
    t.bind_native_stack();
    forget_memory_error(t);
    if (settings_.time_ns != 0 || t.deadline_ns != 0) t.set_timeout(settings_.time_ns);
    t.hard_stop = false;
    // Scripts filled the memory: half of what is kept back is for this call, the rest for telling how it ended.
    size_t reserve = KRAIT_UNLIKELY(t.heap.bytes_used() + kept_back_ > t.heap.limit()) ? kept_back_ / 2 : 0;
    if (reserve != reserve_) t.heap.allow_reserve(reserve_ = reserve);
}

// --- exceptions as data
static void read_frames(Thread& t, ExceptionObject* e, ErrorData* out) {
    for (Value v = e->traceback; is_kind(v, Kind::Traceback); v = Value::object(v.as<TracebackObject>()->next)) {
        TracebackObject* entry = v.as<TracebackObject>();
        CodeObject* code = entry->frame->code;
        ErrorData::Frame frame{told(t, code->filename, kMostOfName), told(t, code->name, kMostOfName), "",
                               static_cast<int>(traceback_line(entry))};
        if (!t.hard_stop) (void)source_line(t, code->filename, frame.line, &frame.source);
        out->frames.push_back(std::move(frame));
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
    else *text = told(t, shown.get());
    return 1;
}

std::exception_ptr payload_of(World&, Value exception);

// The exception and those it comes from; a chain of scripts may be long, or a circle.
static void describe_exception(World& world, Value exception, ErrorData* out, int depth) {
    Thread& t = world.thread();
    ExceptionObject* e = as_exception(exception);
    out->type = told(t, type_name(e->type));
    if (exception_matches(t, exception, Exc::SystemExit)) out->exit_status = exit_status_of(t, e, &out->message);
    if (out->message.empty() && !t.hard_stop) {
        RefTo<StrObject> text = str_of(t, exception);
        if (text.failed()) clear_exception(t);
        else out->message = told(t, text.get());
    }
    // After a hard stop no Python code runs: the text is what the interpreter itself put there.
    if (out->message.empty() && t.hard_stop && e->args && e->args->size == 1 && is_kind(e->args->items[0], Kind::Str))
        out->message = told(t, e->args->items[0].as<StrObject>());
    read_frames(t, e, out);
    out->original = payload_of(world, exception);
    if (depth >= 20) return;
    auto follow = [&](Value other, std::unique_ptr<ErrorData>* place) {
        if (!as_exception(other)) return;
        Ref held = own(other);
        *place = std::make_unique<ErrorData>();
        describe_exception(world, held, place->get(), depth + 1);
    };
    follow(e->cause, &out->cause);
    if (!e->suppress_context) follow(e->context, &out->context);
}

bool World::fail(ErrorData* out) {
    Thread& t = thread();
    Reserve reserve(*this);
    Ref held = fetch_exception(t);
    ExceptionObject* e = as_exception(held);
    if (!e || !out) return false;
    describe_exception(*this, held, out, 0);
    out->limit = t.hard_stop;
    out->traceback = format_exception(t, held);
    if (t.has_exception()) clear_exception(t);
    out->exception = keep(std::move(held));
    if (!t.frame) t.hard_stop = false;   // inside a host function the outermost call is to be stopped
    return false;
}

bool describe(World& world, Slot slot, ErrorData* out) {
    if (!as_exception(world.at(slot))) return false;
    Ref held = own(world.at(slot));
    describe_exception(world, held, out, 0);
    out->traceback = format_exception(world.thread(), held);
    if (world.thread().has_exception()) clear_exception(world.thread());
    return true;
}

void take_error(World& world, ErrorData* out) { world.fail(out); }

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
std::unique_ptr<World, void (*)(World*)> create(Settings settings, core::Link* link) {
    std::unique_ptr<World, void (*)(World*)> world(new World(std::move(settings), link), [](World* w) { delete w; });
    if (!world->start()) world.reset();
    return world;
}

void set_limits(World& world, const Settings& settings) {
    Thread& t = world.thread();
    world.change_limits(settings);
    world.interpreter().limits = limits_of(settings);
    t.set_step_limit(settings.steps);
    t.set_recursion_limit(settings.recursion);
}
std::size_t memory_used(const World& world) { return const_cast<World&>(world).interpreter().heap.bytes_used(); }
std::size_t memory_peak(const World& world) { return const_cast<World&>(world).interpreter().heap.peak_bytes(); }
std::uint64_t output_bytes(const World& world) { return world.output_bytes(); }
std::int64_t steps_left(World& world) { return world.thread().steps_remaining(); }
void interrupt(World& world) { world.thread().interrupt.fetch_or(kInterruptSignal); }
void cancel(World& world) { world.thread().interrupt.fetch_or(kInterruptCancel); }
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
