// Object, Error and what the templates of object.hpp need.
#include <memory>
#include <stdexcept>

#include "embed/src/api_errors.h"

namespace krait {
inline namespace api {

struct Error::State {
    State(std::string type_, std::string message_)
        : type(std::move(type_)), message(std::move(message_)), what(message.empty() ? type : type + ": " + message) {
        if (type == "SystemExit") exit = message.empty() ? 0 : 1;   // as with sys.exit(message)
    }
    std::string type, message, traceback, what;
    std::vector<Frame> frames;
    std::optional<int> exit;
    Object object;
    std::unique_ptr<Error> cause, context;
    std::exception_ptr original;
    bool limit = false;
};

namespace {

using core::Link;
using Reach = detail::Access;   // krait::Access is an option of interpreters
using detail::Handles;

template <class F>
Object object_from(Link* link, F&& f) {
    bridge::ErrorData error;
    bridge::Slot slot = f(link->use(), &error);
    if (slot < 0) detail::throw_error(link, std::move(error));
    return Handles::make(link, slot);
}
template <class F>
void check(Link* link, F&& f) {
    bridge::ErrorData error;
    if (!f(link->use(), &error)) detail::throw_error(link, std::move(error));
}

}  // namespace

// ------------------------------------------------------------------------------------------------ what templates use
namespace detail {

Link* Access::need(const Object& o) {
    if (!o.link_) throw std::logic_error("krait: empty handle");
    return o.link_;
}
Object Access::adopt(Link* link, Cell owned) {
    core::Slot slot = core::keep(link, owned);
    if (slot < 0) core::throw_pending(link);
    return Handles::make(link, slot);
}
Link* Access::link(const Interpreter& i) {
    if (!i.link_) throw std::logic_error("krait: empty handle");
    return i.link_;
}
Interpreter Access::view(Link* link) { return Interpreter(link); }
Cell Access::owned_in(Link* link, const Object& o) {
    core::Slot slot = Handles::slot_in(link, o);
    return core::retain(core::cell_of(link, slot));
}
template <>
Error Access::error(Link* link, bridge::ErrorData& data) {
    auto state = std::make_unique<Error::State>(std::move(data.type), std::move(data.message));
    state->traceback = std::move(data.traceback);
    for (auto& f : data.frames)
        state->frames.push_back({std::move(f.file), std::move(f.function), f.line, std::move(f.source)});
    if (data.exit_status) state->exit = data.exit_status;
    if (data.exception >= 0) state->object = Handles::make(link, data.exception);
    state->original = data.original;
    state->limit = data.limit;
    if (data.cause) state->cause = std::make_unique<Error>(Access::error<bridge::ErrorData&>(link, *data.cause));
    if (data.context) state->context = std::make_unique<Error>(Access::error<bridge::ErrorData&>(link, *data.context));
    return Error(state.release());
}
const Object* Access::object_of(const Error& error) { return error.state_->object ? &error.state_->object : nullptr; }
void throw_error(Link* link, bridge::ErrorData&& data) { throw Access::error<bridge::ErrorData&>(link, data); }

Object Handles::make(Link* link, core::Slot slot) {
    return Access::handle(link, slot);
}
core::Slot Handles::slot_in(Link* link, const Object& o) {
    if (!o) throw std::logic_error("krait: empty handle");
    if (Access::link(o) != link) throw std::logic_error("krait: object of another interpreter");
    return Access::slot(o);
}
Object Access::handle(Link* link, core::Slot slot) {
    Object o;
    core::link_acquire(link);
    o.link_ = link;
    o.slot_ = slot;
    return o;
}

std::string bytes_of(const Object& o) {
    std::string_view bytes;
    Cell c = Access::cell(o);
    if (core::load_bytes(c, &bytes) == Load::Ok) return std::string(bytes);
    core::throw_mismatch(Access::need(o), c, Load::WrongType, [](std::string& s) { s += "bytes"; });
}
Object next_of(const Object& iterator) {
    Link* link = Access::need(iterator);
    core::Owned held(link, Access::owned_in(link, iterator));
    Cell item = core::checked(link, core::next(link, held.get()));
    return item == core::kExhausted ? Object() : Access::adopt(link, item);
}

void name_range(std::string& s, std::int64_t low, std::uint64_t high) {
    s += "int from " + std::to_string(low) + " to " + std::to_string(high);
}
void name_shape(std::string& s, core::Shape shape) {
    static constexpr const char* kNames[] = {"int",   "float", "str", "bytes",    "list",
                                             "tuple", "dict",  "set", "Callable", "type"};
    s += kNames[static_cast<std::size_t>(shape)];
}

}  // namespace detail

// ------------------------------------------------------------------------------------------------ Object
Object::Object(const Object& other) : link_(other.link_) {
    if (!link_) return;
    try {
        slot_ = core::copy_slot(link_, other.slot_);
    } catch (...) {
        link_ = nullptr;
        throw;
    }
    core::link_acquire(link_);
}
Object& Object::operator=(const Object& other) {
    Object copy(other);
    return *this = std::move(copy);
}
void Object::release() noexcept {
    core::drop_slot(link_, slot_);
    core::link_release(link_);
}

bool Object::is_none() const { return Reach::need(*this), Reach::cell(*this) == core::kNone; }
bool Object::is(const Object& other) const { return Reach::cell(*this) == Reach::cell(other); }
std::string Object::type_name() const { return bridge::type_name(Reach::need(*this)->use(), slot_); }
bool Object::truth() const {
    int answer = -1;
    check(Reach::need(*this),
          [&](bridge::World& w, bridge::ErrorData* e) { return (answer = bridge::truth(w, slot_, e)) >= 0; });
    return answer > 0;
}
std::string Object::str() const {
    std::string out;
    check(Reach::need(*this),
          [&](bridge::World& w, bridge::ErrorData* e) { return bridge::str(w, slot_, false, &out, e); });
    return out;
}
std::string Object::repr() const {
    std::string out;
    check(Reach::need(*this),
          [&](bridge::World& w, bridge::ErrorData* e) { return bridge::str(w, slot_, true, &out, e); });
    return out;
}
std::size_t Object::size() const {
    std::size_t n = 0;
    check(Reach::need(*this), [&](bridge::World& w, bridge::ErrorData* e) { return bridge::length(w, slot_, &n, e); });
    return n;
}
Object Object::attr(std::string_view name) const {
    Link* link = Reach::need(*this);
    return Reach::adopt(link, core::get_attribute(link, Reach::cell(*this), name));
}
bool Object::has_attr(std::string_view name) const {
    Link* link = Reach::need(*this);
    core::Owned found(link, core::checked(link, core::find_attribute(link, Reach::cell(*this), name)));
    return found.get() != core::kUnbound;
}
void Object::set_attr(std::string_view name, const Object& value) {
    Link* link = Reach::need(*this);
    core::Owned held(link, Reach::owned_in(link, value));
    if (!core::set_attribute(link, Reach::cell(*this), name, held.get())) core::throw_pending(link);
}
Object Object::operator[](const Object& key) const {
    Link* link = Reach::need(*this);
    bridge::Slot slot = Handles::slot_in(link, key);
    return object_from(link, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::item(w, slot_, slot, e); });
}
Object Object::operator[](std::string_view key) const {
    Link* link = Reach::need(*this);
    return (*this)[Reach::adopt(link, core::make_text(link, key))];
}
Object Object::operator[](std::int64_t index) const {
    Link* link = Reach::need(*this);
    return (*this)[Reach::adopt(link, core::make_int(link, index))];
}
void Object::set_item(const Object& key, const Object& value) {
    Link* link = Reach::need(*this);
    bridge::Slot at = Handles::slot_in(link, key), slot = Handles::slot_in(link, value);
    check(link, [&](bridge::World& w, bridge::ErrorData* e) { return bridge::set_item(w, slot_, at, slot, e); });
}
Object Object::call(const std::vector<Object>& args,
                    const std::vector<std::pair<std::string, Object>>& keywords) const {
    Link* link = Reach::need(*this);
    std::vector<bridge::Slot> slots;
    for (const Object& arg : args) slots.push_back(Handles::slot_in(link, arg));
    std::vector<std::pair<std::string, bridge::Slot>> named;
    for (const auto& [name, value] : keywords) named.emplace_back(name, Handles::slot_in(link, value));
    return object_from(link,
                       [&](bridge::World& w, bridge::ErrorData* e) { return bridge::call(w, slot_, slots, named, e); });
}

static Object binary(const Object& a, const Object& b, char op) {
    Link* link = Reach::need(a);
    core::Owned left(link, Reach::owned_in(link, a)), right(link, Reach::owned_in(link, b));
    return Reach::adopt(link, core::binary(link, op, left.get(), right.get()));
}
Object Object::operator+(const Object& other) const { return binary(*this, other, '+'); }
Object Object::operator-(const Object& other) const { return binary(*this, other, '-'); }
Object Object::operator*(const Object& other) const { return binary(*this, other, '*'); }
bool Object::operator==(const Object& other) const { return binary(*this, other, '=').truth(); }
bool Object::operator<(const Object& other) const { return binary(*this, other, '<').truth(); }

ObjectIterator Object::begin() const { return ObjectIterator(*this); }
ObjectIterator::ObjectIterator(const Object& iterable) {
    Link* link = Reach::need(iterable);
    core::Owned held(link, Reach::owned_in(link, iterable));
    iterator_ = Reach::adopt(link, core::iterate(link, held.get()));
    ++*this;
}
ObjectIterator& ObjectIterator::operator++() {
    item_ = detail::next_of(iterator_);
    return *this;
}

// ------------------------------------------------------------------------------------------------ Error
Error::Error(State* state) : state_(state), box_(core::box_new(state, &core::drop_object<State>)) {}
Error::Error(std::string_view type, std::string_view message)
    : Error(new State(std::string(type), std::string(message))) {}
Error::Error(std::string_view type, std::string_view message, int exit_status) : Error(type, message) {
    state_->exit = exit_status;
}
Error::Error(const Error& other) noexcept : std::exception(other), state_(other.state_), box_(other.box_) {
    core::box_keep(box_);
}
Error& Error::operator=(const Error& other) noexcept {
    core::box_keep(other.box_);
    core::box_drop(box_);
    state_ = other.state_;
    box_ = other.box_;
    return *this;
}
Error::~Error() { core::box_drop(box_); }
const char* Error::what() const noexcept { return state_->what.c_str(); }
const std::string& Error::type_name() const { return state_->type; }
const std::string& Error::message() const { return state_->message; }
const std::string& Error::traceback() const { return state_->traceback; }
const std::vector<Error::Frame>& Error::frames() const { return state_->frames; }
std::optional<int> Error::exit_status() const { return state_->exit; }
bool Error::limit() const { return state_->limit; }
Object Error::object() const { return state_->object; }
const Error* Error::cause() const { return state_->cause.get(); }
const Error* Error::context() const { return state_->context.get(); }
std::exception_ptr Error::original() const { return state_->original; }
Error Error::of(const Object& exception) {
    Link* link = Reach::need(exception);
    bridge::ErrorData data;
    if (!bridge::describe(link->use(), Reach::slot(exception), &data))
        throw Error("TypeError", "exceptions must derive from BaseException");
    data.exception = core::copy_slot(link, Reach::slot(exception));
    return Reach::error<bridge::ErrorData&>(link, data);
}

std::string Error::ansi() const {
    std::string out;
    const std::string& shown = traceback().empty() ? state_->what : traceback();
    std::string_view rest = shown;
    while (!rest.empty()) {
        std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        const char* colour = line.starts_with("  File ")     ? "\x1b[36m"
                             : line.starts_with(" ")         ? ""
                             : line.starts_with("Traceback") ? "\x1b[2m"
                                                             : "\x1b[1;31m";
        out += colour;
        out += line;
        if (*colour) out += "\x1b[0m";
        out += '\n';
    }
    return out;
}

static void add_json(std::string& out, std::string_view text) {
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    for (char c : text) {
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (c == '\n') out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20) ((out += "\\u00") += kHex[(c >> 4) & 15]) += kHex[c & 15];
        else out += c;
    }
    out += '"';
}
static void add_json(std::string& out, const Error& e, int depth) {
    out += "{\"type\": ";
    add_json(out, e.type_name());
    out += ", \"message\": ";
    add_json(out, e.message());
    out += ", \"frames\": [";
    bool first = true;
    for (const Error::Frame& f : e.frames()) {
        out += first ? "{\"file\": " : ", {\"file\": ";
        first = false;
        add_json(out, f.file);
        out += ", \"line\": " + std::to_string(f.line) + ", \"function\": ";
        add_json(out, f.function);
        out += ", \"source\": ";
        add_json(out, f.source);
        out += "}";
    }
    out += "]";
    if (e.exit_status()) out += ", \"exit\": " + std::to_string(*e.exit_status());
    for (auto [name, other] : {std::pair{"cause", e.cause()}, {"context", e.context()}})
        if (other && depth < 20) {
            out += std::string(", \"") + name + "\": ";
            add_json(out, *other, depth + 1);
        }
    out += "}";
}
std::string Error::json() const {
    std::string out;
    add_json(out, *this, 0);
    return out;
}

}  // namespace api
}  // namespace krait

// ------------------------------------------------------------------------------------------------ failures of the core
namespace krait::core {

void throw_pending(Link* link) {
    bridge::ErrorData data;
    bridge::take_error(link->use(), &data);
    if (data.type.empty()) throw std::logic_error("krait: an operation failed without an exception");
    api::detail::throw_error(link, std::move(data));
}

void throw_mismatch(Link* link, Cell value, Load why, Describe expected) {
    if (why != Load::Raised) bridge::raise_mismatch(link->use(), value, why, expected);
    throw_pending(link);
}

}  // namespace krait::core
