// Natives: one row, four uses. A row holds the signature in Python notation, the C++ function and the docstring:
//
//     constexpr MethodDef METHODS[] = {
//         method<list_insert>("insert", "(self, index, object, /)", "Insert object before index."),
//         method<dict_update>("update", "(self, *args, **kwargs)", "..."),
//     };
//
// The signature is parsed while compiling and checked against the C++ parameters (count and order: positional
// parameters, then keyword-only ones, then **kwargs, then *args last):
//     Ref list_insert(Thread& t, ListObject* self, Value index, Value object);
//     Ref dict_update(Thread& t, DictObject* self, Value kwargs /* dict or UNBOUND */, Args args);
//     // "(*args, sep=' ', ...)"
//     Ref builtin_print(Thread& t, Value sep, Value end, Value file, Value flush, Args objects);
// Parameter types: Value (borrowed; UNBOUND when an optional argument is missing: the default text documents what the
// function then does), `XObject*` (TypeError unless the argument has that layout; for self of methods the descriptor
// has checked already), int64_t (through __index__, OverflowError), double (through __float__), bool (truth),
// StrObject*, int (in system_call.h: what is no C int fails). Optional ones are wrapped, but Values: Optional<int64_t>
// (has_value, value). Return types: Ref, Value (owned), Status (None), Fallible<bool> (bool), Fallible<int64_t> (int).
// Signature notation: "(self, a, b=None, /, c=1, *args, k, m=2, **kwargs)". First parameter: `self` for methods, `type`
// for class methods, absent or `module` for module functions. `/` ends positional-only parameters.
#pragma once

#include "vm/error/raise.h"
#include "vm/native/signature.h"

namespace krait {

// Bound call: `slots` has one Value per parameter of the signature except *args (UNBOUND: missing), `rest` are the
// positional arguments beyond them. All borrowed. Owned result or ERROR.
using NativeFn = Value (*)(Thread&, const Value* slots, Args rest);

enum class MethodKind : uint8_t { Instance, Class, Static, Function };

struct MethodDef {
    const char* name;
    const char* signature;
    NativeFn function;
    const char* doc;
    SignatureInfo info;          // parsed from `signature` at compile time
    MethodKind kind;
};

template <auto F>
consteval MethodDef method(const char* name, const char* signature, const char* doc) {
    SignatureInfo info = check_signature<F>(signature);
    info.has_self = true;
    return {name, signature, &NativeThunk<F>::call, doc, info, MethodKind::Instance};
}
template <auto F>
consteval MethodDef class_method(const char* name, const char* signature, const char* doc) {
    SignatureInfo info = check_signature<F>(signature);
    info.has_self = true;
    return {name, signature, &NativeThunk<F>::call, doc, info, MethodKind::Class};
}
template <auto F>
consteval MethodDef static_method(const char* name, const char* signature, const char* doc) {
    SignatureInfo info = check_signature<F>(signature);
    info.has_self = false;
    return {name, signature, &NativeThunk<F>::call, doc, info, MethodKind::Static};
}
template <auto F>
consteval MethodDef function(const char* name, const char* signature, const char* doc) {
    SignatureInfo info = check_signature<F>(signature);
    info.has_self = first_parameter_is(signature, info, "module");
    return {name, signature, &NativeThunk<F>::call, doc, info, MethodKind::Function};
}

// Computed attribute. setter null: read-only ("attribute 'x' of 'T' objects is not writable").
struct GetSetDef {
    const char* name;
    Value (*getter)(Thread&, Value self);                       // owned or ERROR
    int (*setter)(Thread&, Value self, Value value_or_unbound); // 0, -1
    const char* doc;
};

// A Value stored at a fixed offset of the object, readable (and writable) under a name.
struct MemberDef {
    const char* name;
    uint16_t offset;
    bool writable;
    const char* doc;
};

// Native function object: also bound methods of built-in types (self set) and module functions (self = module).
struct NativeFunctionObject : Object {
    const MethodDef* def;
    Value self;             // UNBOUND for static methods
    Value module;           // name of the module, or UNBOUND
    TypeObject* owner;      // borrowed: type it was found on, null for module functions
};
// method_descriptor / classmethod_descriptor in a type's dict.
struct MethodDescriptorObject : Object {
    const MethodDef* def;
    TypeObject* owner;      // borrowed: owns this descriptor
};

// --- vm/native/native_function.cpp
Ref native_function_new(Thread&, const MethodDef*, Value self, Value module_name);
Ref method_descriptor_new(Thread&, TypeObject* owner, const MethodDef*);
Ref getset_descriptor_new(Thread&, TypeObject* owner, const GetSetDef*);
// Binds by the signature and calls. `self_and_args`: for Instance/Class kinds args[0] is self (already checked).
Value call_native(Thread&, const MethodDef*, const CallArgs&, TypeObject* owner);
// Binding for tp_new/tp_init written in C++: fills slots[0..count) from the call by a signature without self.
// Returns the *args rest; error messages name `function`.
struct BoundArgs {
    static constexpr size_t kMax = 24;
    Value slots[kMax];
    Args rest{};
    Ref kwargs;             // keeps **kwargs alive
    bool failed() const { return failed_; }
    bool failed_ = false;
    BoundArgs&& take() { return std::move(*this); }
};
BoundArgs bind_arguments(Thread&, const char* function, const SignatureInfo&, const char* signature, const CallArgs&);

}  // namespace krait
