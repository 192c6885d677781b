// Python objects with which the host's functions and classes stand in an interpreter.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "embed/src/world.h"

namespace krait::bridge {

// One C++ function under its row's name.
struct Overload {
    core::Binding binding;
    SignatureInfo info;
    std::string signature;                    // "(self, x, y=1)", what calls are bound by
    std::string shown;                        // "(self, x: int, y: int=1) -> str"
    std::vector<core::Cell> defaults;         // one per slot; owned through the binding's parameters
    unsigned position_of_rest = 0;
};

// Row of a method table made while the program runs. It lives as long as the interpreter (caches compare its address).
struct HostRow : MethodDef {
    World* world = nullptr;
    core::Place place = core::Place::Function;
    Value owner = Value::unbound();           // borrowed: module or class it was defined in
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
    std::function<core::Cell()>* next;        // null: exhausted
    Value keep_alive;
};

// The C++ exception behind a Python one.
struct PayloadObject : Object {
    std::exception_ptr* pointer;
};

// Instance of a bound class.
struct HostInstance : Object {
    core::ClassRecord* record;
    void* object;                             // null: __init__ has not run, or the object is gone
    std::shared_ptr<void> holder;
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

HostInstance* as_host_instance(Value v);      // null: of no bound class

}  // namespace krait::bridge

namespace krait::core {

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
