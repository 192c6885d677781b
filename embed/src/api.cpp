// The classes of interpreter.hpp over the bridge.
#include <krait/command_line.hpp>
#include <krait/krait.hpp>

#include <new>
#include <stdexcept>

#include "embed/src/api_errors.h"
#include "embed/src/link.h"

namespace krait {
inline namespace api {

namespace {

using core::Link;

Link* need(Link* link) {
    if (!link) throw std::logic_error("krait: empty handle");
    return link;
}

// Runs a bridge function with an ErrorData and throws what it reports.
template <class F>
Object object_from(Link* link, F&& f) {
    bridge::ErrorData error;
    bridge::Slot slot = f(need(link)->use(), &error);
    if (slot < 0) detail::throw_error(link, std::move(error));
    return detail::Handles::make(link, slot);
}
template <class F>
void check(Link* link, F&& f) {
    bridge::ErrorData error;
    if (!f(need(link)->use(), &error)) detail::throw_error(link, std::move(error));
}

bridge::Settings settings_of(const Limits& limits) {
    bridge::Settings s;
    s.memory = limits.memory;
    s.steps = limits.steps;
    s.time_ns = limits.time.nanoseconds;
    s.recursion = limits.recursion;
    s.int_digits = limits.int_digits;
    s.int_bits = limits.int_bits;
    s.native_stack = limits.native_stack;
    s.output = limits.output;
    return s;
}

void grant(const Host& host, bridge::Settings* s) {
    s->folder = host.folder;
    s->folder_writable = host.folder_writable;
    for (const auto& [name, value] : host.environment) s->environment.push_back(name + "=" + value);
    s->modules = host.modules;
    s->clock = static_cast<bridge::Settings::Clock>(host.clock);
    s->clock_start_ns = host.clock_start.nanoseconds;
    s->clock_step_ns = host.clock_step.nanoseconds;
    if (host.clock_function) s->clock_ns = [clock = host.clock_function] { return clock().nanoseconds; };
    s->random_seed = host.random_seed;
    s->random_process = host.random;
}

}  // namespace

Limits Limits::none() {
    Limits limits;
    limits.memory = SIZE_MAX;
    limits.int_digits = 0;
    limits.int_bits = std::size_t{1} << 33;
    return limits;
}

Options Options::deterministic(std::uint64_t seed) {
    Options options;
    options.hash_seed = seed;
    options.host.random_seed = seed;
    options.host.clock = Host::Clock::Virtual;
    return options;
}

// ------------------------------------------------------------------------------------------------ InterruptHandle
InterruptHandle::InterruptHandle(const InterruptHandle& other) : link_(other.link_) {
    if (link_) core::link_acquire(link_);
}
InterruptHandle& InterruptHandle::operator=(const InterruptHandle& other) {
    InterruptHandle copy(other);
    std::swap(link_, copy.link_);
    return *this;
}
InterruptHandle::~InterruptHandle() {
    if (link_) core::link_release(link_);
}
void InterruptHandle::interrupt() const {
    if (!link_) return;
    std::lock_guard lock(link_->ending);
    if (link_->world) bridge::interrupt(*link_->world);
}
void InterruptHandle::cancel() const {
    if (!link_) return;
    std::lock_guard lock(link_->ending);
    if (link_->world) bridge::cancel(*link_->world);
}

// ------------------------------------------------------------------------------------------------ Interpreter
Interpreter::Interpreter(Options options) {
    bridge::Settings s = settings_of(options.limits);
    s.process_access = options.access == krait::api::Access::Process;
    grant(options.host, &s);
    s.argv = std::move(options.argv);
    s.path = std::move(options.path);
    s.executable = std::move(options.executable);
    s.optimize = options.optimize;
    s.lang36 = options.lang36;
    s.dont_write_bytecode = options.dont_write_bytecode;
    s.hash_seed = options.hash_seed;
    if (options.command_line) s.command_line = std::make_shared<const CommandLineOptions>(*options.command_line);
    if (options.on_stdout) s.on_stdout = std::move(options.on_stdout);
    if (options.on_stderr) s.on_stderr = std::move(options.on_stderr);
    if (options.on_stdin) s.on_stdin = std::move(options.on_stdin);
    if (options.report_handles) s.report_handles = std::move(options.report_handles);
    auto link = std::make_unique<Link>();
    link->thread = Link::this_thread();
    link->world = bridge::create(std::move(s), link.get());
    if (!link->world) throw std::bad_alloc();
    link_ = link.release();
}
Interpreter::Interpreter(Link* link) : link_(link), owner_(false) { core::link_acquire(link_); }
Interpreter::Interpreter(Interpreter&& other) noexcept
    : link_(std::exchange(other.link_, nullptr)), owner_(std::exchange(other.owner_, false)) {}
Interpreter& Interpreter::operator=(Interpreter&& other) noexcept {
    std::swap(link_, other.link_);
    std::swap(owner_, other.owner_);
    return *this;
}
Interpreter::~Interpreter() {
    if (!link_) return;
    if (owner_) link_->end();
    core::link_release(link_);
}

void Interpreter::exec(std::string_view source, std::string_view filename) {
    check(link_, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::exec(w, source, filename, e); });
}
Object Interpreter::eval(std::string_view expression, std::string_view filename) {
    return object_from(
        link_, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::eval(w, expression, filename, e); });
}
Object Interpreter::import_module(std::string_view name) {
    return object_from(link_,
                       [&](bridge::World& w, bridge::ErrorData* e) { return bridge::import_module(w, name, e); });
}
Object Interpreter::get(std::string_view name) {
    return object_from(link_, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::global(w, name, e); });
}
void Interpreter::set_object(std::string_view name, const Object& value) {
    bridge::Slot slot = detail::Handles::slot_in(need(link_), value);
    check(link_, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::set_global(w, name, slot, e); });
}
Module Interpreter::module(std::string_view name, std::string_view doc) {
    need(link_)->use();
    return Module(detail::Access::adopt(link_, core::make_module(link_, name, doc)));
}

Object Interpreter::list(const std::vector<Object>& items) {
    return make(items);
}
Object Interpreter::dict(const std::vector<std::pair<Object, Object>>& items) {
    need(link_)->use();
    core::Owned made(link_, core::checked(link_, core::make_dict(link_)));
    for (const auto& [key, value] : items)
        if (!core::dict_add(link_, made.get(), detail::make_cell(link_, key), detail::make_cell(link_, value)))
            core::throw_pending(link_);
    return detail::Access::adopt(link_, made.take());
}
Object Interpreter::bytes(std::string_view content) {
    need(link_)->use();
    return detail::Access::adopt(link_, core::make_bytes(link_, content.data(), content.size()));
}

void Interpreter::set_limits(const Limits& limits) { bridge::set_limits(need(link_)->use(), settings_of(limits)); }
std::size_t Interpreter::memory_used() const { return bridge::memory_used(need(link_)->use()); }
std::size_t Interpreter::memory_peak() const { return bridge::memory_peak(need(link_)->use()); }
std::int64_t Interpreter::steps_left() const { return bridge::steps_left(need(link_)->use()); }
std::uint64_t Interpreter::output_written() const { return bridge::output_bytes(need(link_)->use()); }
InterruptHandle Interpreter::interrupt_handle() const {
    InterruptHandle handle;
    handle.link_ = need(link_);
    core::link_acquire(link_);
    return handle;
}
void Interpreter::adopt_thread() {
    need(link_)->thread = Link::this_thread();
    bridge::adopt_thread(link_->use());
}

int Interpreter::run_file(const std::string& path) { return bridge::run_file(need(link_)->use(), path); }
int Interpreter::run_command(std::string_view source) { return bridge::run_command(need(link_)->use(), source); }
int Interpreter::run_module(std::string_view name) { return bridge::run_module(need(link_)->use(), name); }
int Interpreter::run_standard_input() { return bridge::run_standard_input(need(link_)->use()); }
int Interpreter::run_text(std::string_view content, const std::string& filename) {
    return bridge::run_text(need(link_)->use(), content, filename);
}
Interpreter::Interactive Interpreter::run_interactive(std::string_view source, int* exit_status) {
    return static_cast<Interactive>(bridge::run_interactive(need(link_)->use(), source, exit_status));
}
int Interpreter::run_prompt() { return bridge::run_prompt(need(link_)->use()); }
bool Interpreter::flush() { return bridge::flush(need(link_)->use()); }

}  // namespace api
}  // namespace krait
