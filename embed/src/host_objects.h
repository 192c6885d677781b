// Python objects with which the host's functions and classes stand in an interpreter.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "embed/src/world.h"

namespace krait::bridge {

// A parameter of a function of the host.
struct Parameter {
    std::string name;
    core::Describe type = nullptr;
    core::Cell default_value = core::kUnbound;   // owned
    core::ParameterKind kind = core::ParameterKind::Normal;
};

// One C++ function under its row's name.
struct Overload {
    core::Invoke invoke = nullptr;
    core::Closure closure;
    std::vector<Parameter> parameters;        // self included
    core::Describe result = nullptr;
    std::string doc;
    SignatureInfo info;
    std::string signature;                    // "(self, x, y=1)", what calls are bound by
    std::string shown;                        // "(self, x: int, y: int=1) -> str"
    std::vector<core::Cell> defaults;         // one per slot; owned through the binding's parameters
};

// Row of a method table made while the program runs. It lives as long as the interpreter (caches compare its address).
struct HostRow : MethodDef {
    World* world = nullptr;
    core::Place place = core::Place::Function;
    Value owner = Value::unbound();           // borrowed: module or class it was defined in
    int property = 0;                         // 1: getter, 2: setter
    std::string name_text, signature_text, doc_text;
    std::vector<Overload> overloads;
};

// A function object that owns its row: callbacks, whose number has no bound.
struct HostFunctionObject : Object {
    HostRow* row;
    Value name;
};

struct HostIteratorObject : Object {
    World* world;
    core::Cell (*next)(void* closure);        // null: exhausted
    core::Closure* closure;
    Value keep_alive;
};

// The C++ exception behind a Python one.
struct PayloadObject : Object {
    std::exception_ptr* pointer;
};

// What keeps the C++ object of an instance. It becomes a shared pointer when C++ asks for a share.
class Keeper {
  public:
    Keeper() = default;
    // Takes over; `object` is ended when there is no memory to do so.
    void take(const core::Holder& holder) {
        if (holder.shared) shared_ = std::move(*static_cast<std::shared_ptr<void>*>(holder.pointer));
        else if (holder.drop) drop_ = holder.drop, pointer_ = holder.pointer;
    }
    Keeper(Keeper&& other) noexcept
        : pointer_(other.pointer_), drop_(std::exchange(other.drop_, nullptr)), shared_(std::move(other.shared_)) {}
    Keeper& operator=(Keeper&&) = delete;
    ~Keeper() { reset(); }
    void reset() {
        if (core::Drop drop = std::exchange(drop_, nullptr)) drop(pointer_);
        std::shared_ptr<void> last = std::move(shared_);
    }
    explicit operator bool() const { return drop_ || shared_; }
    bool shared_with_cpp() const { return shared_ && shared_.use_count() != 1; }
    const std::shared_ptr<void>& share() {
        if (drop_) shared_ = std::shared_ptr<void>(pointer_, std::exchange(drop_, nullptr));
        return shared_;
    }

  private:
    void* pointer_ = nullptr;
    core::Drop drop_ = nullptr;
    std::shared_ptr<void> shared_;
};

// Instance of a bound class.
struct HostInstance : Object {
    core::ClassRecord* record;
    void* object;                             // null: __init__ has not run, or the object is gone
    Keeper holder;
    Value keep_alive;
    core::WeakSelf* watcher;                  // of an object that calls back
    uint32_t exports;                         // of its bytes
    bool gone;                                // expire() was called
    bool registered;                          // stands in World::instances
};

struct EnumRecord {
    TypeObject* cls = nullptr;                // owned
    std::vector<std::pair<int64_t, Value>> members;   // owned
};

// Reads the binding's parameters into signature and defaults. False: ValueError pending.
bool finish_overload(World&, Overload&, std::string_view name);
// Fills the method-table part of a row from its overloads.
void finish_row(World&, HostRow&);
// What the row's calls come through.
Value host_row_call(Thread&, const Value* slots, Args rest);
// Binds a call by the row's signatures and runs it (constructors).
Value call_row(Thread&, HostRow&, Value self, const CallArgs&);

// Its __name__ or None.
Ref name_of_module(Thread&, Value module);

// `text` with names for the marks that core::add() left for C++ types.
std::string named_types(World&, std::string_view text);

HostInstance* as_host_instance(Value v);      // null: of no bound class

}  // namespace krait::bridge

namespace krait::core {

void end_holds(bridge::World&);   // at the interpreter's end: what views of bytes still hold is given back

struct ClassRecord {
    bridge::World* world = nullptr;
    const TypeTag* tag = nullptr;
    ClassRecord* base = nullptr;
    void* (*to_base)(void*) = nullptr;
    krait::TypeObject* type = nullptr;        // owned
    krait::TypeSpec spec{};
    std::string name, doc, signature;
    bridge::HostRow* constructor = nullptr;
    std::size_t bytes = 0;                    // charged per object
    ClassHooks hooks;
};

}  // namespace krait::core
