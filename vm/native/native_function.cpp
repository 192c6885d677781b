// Objects made from method rows: native functions, method descriptors, and how they are called and bound.
#include "vm/native/method_def.h"

#include "vm/native/native_call.h"
#include "vm/object/descriptor_object.h"
#include "vm/object/slot_functions.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

// aux bit of a NativeFunctionObject: `self` is the row's first parameter.
constexpr uint16_t kPassesSelf = 1;

// Binds and calls: the plain positional case here, everything else in the binder.
Value invoke(Thread& t, const MethodDef* def, const Value* self, const CallArgs& args) {
    const SignatureInfo& info = def->info;
    Value slots[SignatureInfo::kMax];
    t.native = def;
    size_t given = args.nargs + (self ? 1 : 0);
    bool plain = !has_keywords(args) && (info.varargs || given <= info.positional) && given >= info.required;
    uint32_t after =
        ~((uint32_t{1} << info.positional) - 1) & ((uint32_t{1} << info.slots) - 1);  // keyword-only, **kwargs
    if (KRAIT_LIKELY(plain && (info.optional & after) == after)) {
        if (!self && given == info.slots && given <= info.positional) return def->function(t, args.args, Args{});
        size_t next = 0, taken = 0;
        if (self) slots[next++] = *self;
        while (next < info.positional && taken < args.nargs) slots[next++] = args.args[taken++];
        for (; next < info.slots; ++next) slots[next] = Value::unbound();
        return def->function(t, slots, Args{args.args + taken, args.nargs - taken});
    }
    Args rest;
    Ref kwargs;
    BindContext context{def->name, info, def->signature, info.has_self ? 1u : 0u, false};
    if (!bind_slots(t, context, self, args, slots, &rest, &kwargs)) return Value::error();
    t.native = def;
    return def->function(t, slots, rest);
}

// --- type.__new__ of built-in types. slots: the type it was found on, **kwargs; rest: the class to make, its
// arguments.
Fallible<TypeObject*> check_new(Thread& t, TypeObject* type, Value wanted_value) {
    TypeObject* wanted = as_type(wanted_value);
    if (!wanted)
        return raise(t, Exc::TypeError, "%s.__new__(X): X is not a type object (%s)", type_name(type),
                     type_name_of(t, wanted_value));
    if (!is_subtype(wanted, type))
        return raise(t, Exc::TypeError, "%s.__new__(%s): %s is not a subtype of %s", type_name(type), type_name(wanted),
                     type_name(wanted), type_name(type));
    // The nearest class without a Python __new__ decides how instances are made: object.__new__(dict) would give half a
    // dict. While a Python mro() runs, its class has no way to make instances yet.
    const TypeObject* native = wanted;
    while (native->base && native->slots.new_ == &slot_new) native = native->base;
    if (native->slots.new_ != type->slots.new_)
        return raise(t, Exc::TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", type_name(type),
                     type_name(wanted), type_name(native));
    return wanted;
}

Value call_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (args.nargs < 1) 
        return raise(t, Exc::TypeError, "%s.__new__(): not enough arguments", type_name(type));
    auto wanted = check_new(t, type, args.args[0]);
    if (!wanted) return Value::error();
    return type->slots.new_(t, wanted.value(), {args.args + 1, args.nargs - 1, args.kwnames});
}

Value new_thunk(Thread& t, const Value* slots, Args rest) {
    CallFromDict all(t, rest.items, rest.count, slots[1].is_unbound() ? nullptr : slots[1].as<DictObject>());
    return all.failed() ? Value::error() : call_new(t, slots[0].as<TypeObject>(), all.args());
}

}  // namespace

// ------------------------------------------------------------------------------------------------ native functions

static consteval SignatureInfo native_new_signature() {
    SignatureInfo info = parse_signature("(type, *args, **kwargs)");
    info.has_self = true;
    return info;
}

static constexpr MethodDef kNativeNew = {"__new__",
                                         "(type, *args, **kwargs)",
                                         &new_thunk,
                                         "Create and return a new object.  See help(type) for accurate signature.",
                                         native_new_signature(),
                                         MethodKind::Class};

bool is_native_new(Value found) {
    return is_kind(found, Kind::NativeFunction) && found.as<NativeFunctionObject>()->def == &kNativeNew;
}

Ref native_new_function(Thread& t, TypeObject* type) {
    return native_function_new(t, &kNativeNew, Value::object(type), Value::unbound());
}

Ref native_function_new(Thread& t, const MethodDef* def, Value self, Value module_name) {
    auto* f = allocate<NativeFunctionObject>(t, t.interp.type(Kind::NativeFunction));
    if (!f) return Failed{};
    incref(self);
    incref(module_name);
    f->def = def;
    f->self = self;
    f->module = module_name;
    f->owner = nullptr;
    f->aux = def->info.has_self && !self.is_unbound() ? kPassesSelf : 0;
    if (self.is_object()) gc_track(f);
    return Ref::steal(f);
}

Value native_function_call(Thread& t, Value callee, const CallArgs& args) {
    auto* f = callee.as<NativeFunctionObject>();
    Ref self = own(f->self);
    if (f->def == &kNativeNew) return call_new(t, self.as<TypeObject>(), args);
    Value self_value = self;
    return invoke(t, f->def, f->aux & kPassesSelf ? &self_value : nullptr, args);
}

Value call_native(Thread& t, const MethodDef* def, const CallArgs& args, TypeObject*) {
    return invoke(t, def, nullptr, args);
}

void native_function_dealloc(Interpreter& interp, Object* o) {
    auto* f = static_cast<NativeFunctionObject*>(o);
    decref(f->self);
    decref(f->module);
    free_object(interp, o);
}

void native_function_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<NativeFunctionObject*>(o)->self);
    visitor.visit(static_cast<NativeFunctionObject*>(o)->module);
}

// ------------------------------------------------------------------------------------------------ descriptors

Ref method_descriptor_new(Thread& t, TypeObject* owner, const MethodDef* def) {
    Kind kind = def->kind == MethodKind::Class ? Kind::ClassMethodDescriptor : Kind::MethodDescriptor;
    auto* d = allocate<MethodDescriptorObject>(t, t.interp.type(kind));
    if (!d) return Failed{};
    d->def = def;
    d->owner = owner;
    return Ref::steal(d);
}

static Value bind_to(Thread& t, MethodDescriptorObject* d, Value self) {
    Ref function = native_function_new(t, d->def, self, Value::unbound());
    if (function.failed()) return Value::error();
    function.as<NativeFunctionObject>()->owner = d->owner;
    return function.release();
}

Value method_descriptor_get(Thread& t, Value descr, Value instance, Value) {
    auto* d = descr.as<MethodDescriptorObject>();
    if (instance.is_unbound()) return own(descr).release();
    if (!descriptor_applies(t, instance, d->owner))
        return raise_descriptor_mismatch(t, d->def->name, d->owner, instance);
    return bind_to(t, d, instance);
}

Value method_descriptor_call(Thread& t, Value callee, const CallArgs& args) {
    auto* d = callee.as<MethodDescriptorObject>();
    if (args.nargs < 1)
        return raise(t, Exc::TypeError, "descriptor '%s' of '%s' object needs an argument", d->def->name,
                     type_name(d->owner));
    if (!descriptor_applies(t, args.args[0], d->owner))
        return raise(t, Exc::TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", d->def->name,
                     type_name(d->owner), type_name_of(t, args.args[0]));
    return invoke(t, d->def, nullptr, args);
}

Value class_method_descriptor_get(Thread& t, Value descr, Value instance, Value owner) {
    auto* d = descr.as<MethodDescriptorObject>();
    if (owner.is_unbound()) {
        if (instance.is_unbound())
            return raise(t, Exc::TypeError, "descriptor '%s' for type '%s' needs either an object or a type",
                         d->def->name, type_name(d->owner));
        owner = Value::object(type_of(t, instance));
    }
    TypeObject* type = as_type(owner);
    if (!type)
        return raise(t, Exc::TypeError, "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", d->def->name,
                     type_name(d->owner), type_name_of(t, owner));
    if (!is_subtype(type, d->owner))
        return raise(t, Exc::TypeError, "descriptor '%s' for type '%s' doesn't apply to type '%s'", d->def->name,
                     type_name(d->owner), type_name(type));
    return bind_to(t, d, owner);
}

Value class_method_descriptor_call(Thread& t, Value callee, const CallArgs& args) {
    auto* d = callee.as<MethodDescriptorObject>();
    if (args.nargs < 1)
        return raise(t, Exc::TypeError, "descriptor '%s' of '%s' object needs an argument", d->def->name,
                     type_name(d->owner));
    TypeObject* type = as_type(args.args[0]);
    if (!type)
        return raise(t, Exc::TypeError, "descriptor '%s' requires a type but received a '%s'", d->def->name,
                     type_name_of(t, args.args[0]));
    if (!is_subtype(type, d->owner))
        return raise(t, Exc::TypeError, "descriptor '%s' requires a subtype of '%s' but received '%s", d->def->name,
                     type_name(d->owner), type_name(type));
    return invoke(t, d->def, nullptr, args);
}

}  // namespace krait
