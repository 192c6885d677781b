// The classes of krait.hpp over the bridge.
#include <krait/krait.hpp>

#include <mutex>
#include <new>
#include <stdexcept>
#include <thread>

#include "embed/src/bridge.h"

namespace krait {
inline namespace api {

namespace detail {
struct Shared {
    std::unique_ptr<bridge::World, void (*)(bridge::World*)> world{nullptr, nullptr};
    std::thread::id thread;
    std::mutex ending;   // between interrupt(), which may come from any thread, and the interpreter's end

    bridge::World& use() {
        if (thread != std::this_thread::get_id()) throw std::logic_error("krait: used from another thread");
        if (!world) throw std::logic_error("krait: the interpreter is gone");
        return *world;
    }

    void end() {
        std::unique_lock lock(ending);
        auto last = std::move(world);
        lock.unlock();   // scripts run once more while it goes, and may take their time
    }
};
}  // namespace detail

namespace {

using detail::Shared;

[[noreturn]] void raise_error(bridge::ErrorData&& data) {
    std::vector<Error::Frame> frames;
    for (auto& f : data.frames) frames.push_back({std::move(f.file), std::move(f.function), f.line});
    throw Error(std::move(data.type), std::move(data.message), std::move(data.traceback), std::move(frames), data.exit_status);
}

// Runs a bridge function with an ErrorData and throws what it reports.
template <class F>
Object object_from(const std::shared_ptr<Shared>& shared, F&& f) {
    bridge::ErrorData error;
    bridge::Slot slot = f(shared->use(), &error);
    if (slot < 0) raise_error(std::move(error));
    return detail::Access::handle(shared, slot);
}
template <class F>
void check(const std::shared_ptr<Shared>& shared, F&& f) {
    bridge::ErrorData error;
    if (!f(shared->use(), &error)) raise_error(std::move(error));
}

const std::shared_ptr<Shared>& need(const std::shared_ptr<Shared>& shared) {
    if (!shared) throw std::logic_error("krait: empty handle");
    return shared;
}

// Slot of an argument, which must be of the interpreter it is given to.
bridge::Slot slot_in(const std::shared_ptr<Shared>& shared, const Object& object) {
    if (!object) throw std::logic_error("krait: empty handle");
    if (detail::Access::shared(object) != need(shared)) throw std::logic_error("krait: object of another interpreter");
    return detail::Access::slot(object);
}

bridge::Settings settings_of(const Limits& limits) {
    bridge::Settings s;
    s.memory = limits.memory;
    s.steps = limits.steps;
    s.time_ns = limits.time.count();
    s.recursion = limits.recursion;
    s.int_digits = limits.int_digits;
    return s;
}

}  // namespace

Limits Limits::none() {
    Limits limits;
    limits.memory = SIZE_MAX;
    limits.int_digits = 0;
    return limits;
}

Error::Error(std::string type, std::string message, std::string traceback, std::vector<Frame> frames, std::optional<int> exit)
    : type_(std::move(type)), message_(std::move(message)), traceback_(std::move(traceback)),
      what_(message_.empty() ? type_ : type_ + ": " + message_), frames_(std::move(frames)), exit_(exit) {}

// ------------------------------------------------------------------------------------------------ Object
Object::Object(const Object& other) : shared_(other.shared_) {
    if (other.slot_ >= 0) slot_ = bridge::copy(shared_->use(), other.slot_);
}
Object::Object(Object&& other) noexcept : shared_(std::move(other.shared_)), slot_(std::exchange(other.slot_, -1)) {}
Object& Object::operator=(const Object& other) {
    Object copy(other);
    return *this = std::move(copy);
}
Object& Object::operator=(Object&& other) noexcept {
    std::swap(shared_, other.shared_);
    std::swap(slot_, other.slot_);
    return *this;
}
Object::~Object() {
    // After the interpreter's end the slot is gone with it. From a foreign thread nothing may be touched: the interpreter's
    // destructor drops it.
    if (slot_ >= 0 && shared_ && shared_->thread == std::this_thread::get_id() && shared_->world)
        bridge::drop(*shared_->world, slot_);
}

bool Object::is_none() const { return bridge::is_none(need(shared_)->use(), slot_); }
std::string Object::type_name() const { return bridge::type_name(need(shared_)->use(), slot_); }
bool Object::truth() const {
    int answer = -1;
    check(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return (answer = bridge::truth(w, slot_, e)) >= 0; });
    return answer > 0;
}
std::string Object::str() const {
    std::string out;
    check(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::str(w, slot_, false, &out, e); });
    return out;
}
std::string Object::repr() const {
    std::string out;
    check(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::str(w, slot_, true, &out, e); });
    return out;
}
std::size_t Object::size() const {
    std::size_t n = 0;
    check(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::length(w, slot_, &n, e); });
    return n;
}
Object Object::attr(std::string_view name) const {
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::attribute(w, slot_, name, e); });
}
void Object::set_attr(std::string_view name, const Object& value) {
    bridge::Slot slot = slot_in(shared_, value);
    check(shared_, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::set_attribute(w, slot_, name, slot, e); });
}
Object Object::operator[](const Object& key) const {
    bridge::Slot slot = slot_in(shared_, key);
    return object_from(shared_, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::item(w, slot_, slot, e); });
}
Object Object::operator[](std::string_view key) const {
    Interpreter interpreter = detail::Access::view(*this);
    return (*this)[interpreter.make(key)];
}
Object Object::operator[](std::int64_t index) const {
    Interpreter interpreter = detail::Access::view(*this);
    return (*this)[interpreter.make(index)];
}
void Object::set_item(const Object& key, const Object& value) {
    bridge::Slot at = slot_in(shared_, key), slot = slot_in(shared_, value);
    check(shared_, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::set_item(w, slot_, at, slot, e); });
}
Object Object::call(const std::vector<Object>& args, const std::vector<std::pair<std::string, Object>>& keywords) const {
    std::vector<bridge::Slot> slots;
    for (const Object& arg : args) slots.push_back(slot_in(shared_, arg));
    std::vector<std::pair<std::string, bridge::Slot>> named;
    for (const auto& [name, value] : keywords) named.emplace_back(name, slot_in(shared_, value));
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::call(w, slot_, slots, named, e); });
}

// ------------------------------------------------------------------------------------------------ conversions
namespace detail {

Object Access::handle(std::shared_ptr<Shared> shared, std::int64_t slot) {
    Object o;
    o.shared_ = std::move(shared);
    o.slot_ = slot;
    return o;
}
Interpreter Access::view(const Object& o) { return Interpreter(need(o.shared_)); }

bool Access::to_bool(const Object& o) {
    bool out = false;
    check(need(o.shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::to_bool(w, o.slot_, &out, e); });
    return out;
}
std::int64_t Access::to_int64(const Object& o, std::int64_t low, std::int64_t high) {
    std::int64_t out = 0;
    check(need(o.shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::to_int64(w, o.slot_, &out, e); });
    if (out < low || out > high) throw Error("OverflowError", "int does not fit the C++ type", "", {}, std::nullopt);
    return out;
}
std::uint64_t Access::to_uint64(const Object& o, std::uint64_t high) {
    std::uint64_t out = 0;
    check(need(o.shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::to_uint64(w, o.slot_, &out, e); });
    if (out > high) throw Error("OverflowError", "int does not fit the C++ type", "", {}, std::nullopt);
    return out;
}
double Access::to_double(const Object& o) {
    double out = 0;
    check(need(o.shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::to_double(w, o.slot_, &out, e); });
    return out;
}
std::string Access::to_string(const Object& o) {
    std::string out;
    check(need(o.shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::to_text(w, o.slot_, &out, e); });
    return out;
}
std::vector<Object> Access::to_items(const Object& o) {
    std::vector<bridge::Slot> slots;
    check(need(o.shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::to_items(w, o.slot_, &slots, e); });
    std::vector<Object> out;
    for (bridge::Slot slot : slots) out.push_back(handle(o.shared_, slot));
    return out;
}
std::vector<std::pair<std::string, Object>> Access::to_entries(const Object& o) {
    std::vector<std::pair<bridge::Slot, bridge::Slot>> slots;
    check(need(o.shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::to_entries(w, o.slot_, &slots, e); });
    std::vector<std::pair<Object, Object>> held;
    for (auto [key, value] : slots) {
        Object first = handle(o.shared_, key);
        held.emplace_back(std::move(first), handle(o.shared_, value));
    }
    std::vector<std::pair<std::string, Object>> out;
    for (auto& [key, value] : held) out.emplace_back(to_string(key), std::move(value));
    return out;
}

}  // namespace detail

void InterruptHandle::interrupt() const {
    if (!shared_) return;
    std::lock_guard lock(shared_->ending);
    if (shared_->world) bridge::interrupt(*shared_->world);
}

// ------------------------------------------------------------------------------------------------ Interpreter
Interpreter::Interpreter(Options options) : shared_(std::make_shared<Shared>()) {
    bridge::Settings s = settings_of(options.limits);
    s.process_access = options.access == krait::api::Access::Process;
    s.argv = std::move(options.argv);
    s.path = std::move(options.path);
    s.executable = std::move(options.executable);
    s.optimize = options.optimize;
    s.dont_write_bytecode = options.dont_write_bytecode;
    s.hash_seed = options.hash_seed;
    s.command_line = std::move(options.command_line);
    s.on_stdout = std::move(options.on_stdout);
    s.on_stderr = std::move(options.on_stderr);
    shared_->thread = std::this_thread::get_id();
    shared_->world = bridge::create(std::move(s));
    if (!shared_->world) throw std::bad_alloc();
}
Interpreter::Interpreter(std::shared_ptr<Shared> shared) : shared_(std::move(shared)), owner_(false) {}
Interpreter::Interpreter(Interpreter&& other) noexcept : shared_(std::move(other.shared_)), owner_(std::exchange(other.owner_, false)) {}
Interpreter& Interpreter::operator=(Interpreter&& other) noexcept {
    std::swap(shared_, other.shared_);
    std::swap(owner_, other.owner_);
    return *this;
}
Interpreter::~Interpreter() {
    if (owner_ && shared_) shared_->end();
}

void Interpreter::exec(std::string_view source, std::string_view filename) {
    check(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::exec(w, source, filename, e); });
}
Object Interpreter::eval(std::string_view expression, std::string_view filename) {
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::eval(w, expression, filename, e); });
}
Object Interpreter::import_module(std::string_view name) {
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::import_module(w, name, e); });
}
Object Interpreter::get(std::string_view name) {
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::global(w, name, e); });
}

Object Interpreter::make(std::nullptr_t) { return detail::Access::handle(need(shared_), bridge::none(shared_->use())); }
Object Interpreter::make(bool b) { return detail::Access::handle(need(shared_), bridge::boolean(shared_->use(), b)); }
Object Interpreter::make(std::int64_t n) {
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::integer(w, n, e); });
}
Object Interpreter::make(std::uint64_t n) {
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::unsigned_integer(w, n, e); });
}
Object Interpreter::make(double d) {
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::floating(w, d, e); });
}
Object Interpreter::make(std::string_view utf8) {
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::text(w, utf8, e); });
}
Object Interpreter::list(const std::vector<Object>& items) {
    std::vector<bridge::Slot> slots;
    for (const Object& item : items) slots.push_back(slot_in(shared_, item));
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::list(w, slots, e); });
}
Object Interpreter::dict(const std::vector<std::pair<Object, Object>>& items) {
    std::vector<std::pair<bridge::Slot, bridge::Slot>> slots;
    for (const auto& [key, value] : items) slots.emplace_back(slot_in(shared_, key), slot_in(shared_, value));
    return object_from(need(shared_), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::dict(w, slots, e); });
}

Object Interpreter::function(std::string_view name, std::function<Object(Interpreter&, const std::vector<Object>&)> body) {
    std::weak_ptr<Shared> weak = need(shared_);
    bridge::HostFunction host = [weak, body = std::move(body)](const std::vector<bridge::Slot>& slots,
                                                               bridge::ErrorData* error) -> bridge::Slot {
        std::shared_ptr<Shared> shared = weak.lock();
        if (!shared) return -1;
        std::vector<Object> args;
        for (bridge::Slot slot : slots) args.push_back(detail::Access::handle(shared, slot));
        try {
            Interpreter view = detail::Access::view(shared);
            Object result = body(view, args);
            if (!result) return bridge::none(shared->use());
            return bridge::copy(shared->use(), slot_in(shared, result));
        } catch (const Error& caught) {
            error->type = caught.type_name();
            error->message = caught.message();
            error->exit_status = caught.exit_status();
            return -1;
        }
    };
    return object_from(shared_, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::function(w, name, std::move(host), e); });
}

void Interpreter::set_limits(const Limits& limits) { bridge::set_limits(need(shared_)->use(), settings_of(limits)); }
std::size_t Interpreter::memory_used() const { return bridge::memory_used(need(shared_)->use()); }
std::size_t Interpreter::memory_peak() const { return bridge::memory_peak(need(shared_)->use()); }
InterruptHandle Interpreter::interrupt_handle() const {
    InterruptHandle handle;
    detail::Access::bind(handle, shared_);
    return handle;
}
void Interpreter::adopt_thread() {
    need(shared_)->thread = std::this_thread::get_id();
    bridge::adopt_thread(shared_->use());
}

int Interpreter::run_file(const std::string& path) { return bridge::run_file(need(shared_)->use(), path); }
int Interpreter::run_command(std::string_view source) { return bridge::run_command(need(shared_)->use(), source); }
int Interpreter::run_module(std::string_view name) { return bridge::run_module(need(shared_)->use(), name); }
int Interpreter::run_standard_input() { return bridge::run_standard_input(need(shared_)->use()); }
Interpreter::Interactive Interpreter::run_interactive(std::string_view source, int* exit_status) {
    return static_cast<Interactive>(bridge::run_interactive(need(shared_)->use(), source, exit_status));
}
int Interpreter::run_prompt() { return bridge::run_prompt(need(shared_)->use()); }
bool Interpreter::flush() { return bridge::flush(need(shared_)->use()); }

}  // namespace api
}  // namespace krait
