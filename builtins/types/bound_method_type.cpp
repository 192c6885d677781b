// method: a function bound to an object.
#include "builtins/types/object_common.h"
#include "vm/object/attribute.h"
#include "vm/object/function_object.h"
#include "vm/protocol/call.h"

namespace krait {

namespace {

BoundMethodObject* self_of(Value v) { return v.as<BoundMethodObject>(); }

Value method_new(Thread& t, TypeObject*, const CallArgs& args) {
    if (has_keywords(args)) return raise(t, Exc::TypeError, "instancemethod() does not take keyword arguments");
    if (args.nargs != 2) return raise(t, Exc::TypeError, "method expected 2 arguments, got %zu", args.nargs);
    if (!is_callable(t, args.args[0])) return raise(t, Exc::TypeError, "first argument must be callable");
    if (args.args[1].is_none()) return raise(t, Exc::TypeError, "self must not be None");
    return bound_method_new(t, args.args[0], args.args[1]).release();
}

// The method's own attributes first, then the function's.
Value method_get_attribute(Thread& t, Value self, StrObject* name) {
    Value found = type_lookup_nocall(type_of(t, self), name);
    if (found.is_unbound()) {
        Ref function = own(self_of(self)->function);
        return get_attribute(t, function, name).release();
    }
    Ref keep = own(found);
    DescrGetFn get = type_of(t, found)->slots.descr_get;
    return get ? get(t, found, self, Value::object(type_of(t, self))) : keep.release();
}

Value method_get(Thread&, Value descr, Value, Value) { return own(descr).release(); }

Value method_repr(Thread& t, Value self) {
    Ref function = own(self_of(self)->function), receiver = own(self_of(self)->self);
    Ref name = lookup_attribute(t, function, t.interp.names.dunder_qualname);
    if (!name.failed() && name.get().is_unbound()) name = lookup_attribute(t, function, t.interp.names.dunder_name);
    if (name.failed()) return Value::error();
    RefTo<StrObject> text = repr(t, receiver);
    if (!text) return Value::error();
    std::string shown = layout_is(name, Kind::Str) ? str_to_utf8(name.as<StrObject>()) : "?";
    return str_format_c(t, "<bound method %s of %s>", shown.c_str(), str_to_utf8(text.get()).c_str()).release();
}

int64_t method_hash(Thread& t, Value self) {
    Ref function = own(self_of(self)->function), receiver = own(self_of(self)->self);
    auto first = hash_of(t, receiver);
    if (!first) return -1;
    auto second = hash_of(t, function);
    if (!second) return -1;
    int64_t hash = static_cast<int64_t>(first.value() ^ second.value());
    return hash == -1 ? -2 : hash;
}

Value method_compare(Thread& t, Value a, Value b, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_kind(a, Kind::BoundMethod) ||
        !is_kind(b, Kind::BoundMethod))
        return Value::not_implemented();
    auto same = equal(t, self_of(a)->function, self_of(b)->function);
    if (same && same.value()) same = equal(t, self_of(a)->self, self_of(b)->self);
    if (!same) return Value::error();
    return Value::boolean(same.value() == (op == CompareOp::Eq));
}

Value get_doc(Thread& t, Value self) {
    Ref function = own(self_of(self)->function);
    Ref doc = lookup_attribute(t, function, t.interp.names.dunder_doc);
    if (doc.failed()) return Value::error();
    return absent_as_none(doc);
}

Ref method_reduce(Thread& t, Value self) {
    Ref function = own(self_of(self)->function), receiver = own(self_of(self)->self);
    Ref name = TRY(get_attribute(t, function, t.interp.names.dunder_name));
    Ref module = TRY(import_module(t, "builtins"));
    StrObject* getattr_name = intern_utf8(t, "getattr");
    if (!getattr_name) return Failed{};
    Ref getattr_function = TRY(get_attribute(t, module, getattr_name));
    Ref args = TRY(tuple_pack(t, {receiver, name}));
    return tuple_pack(t, {getattr_function, args});
}

constexpr GetSetDef GETSETS[] = {{"__doc__", &get_doc, nullptr, nullptr}};
constexpr MemberDef MEMBERS[] = {
    {"__func__", offsetof(BoundMethodObject, function), false,
     "the function (or other callable) implementing a method"},
    {"__self__", offsetof(BoundMethodObject, self), false, "the instance to which a method is bound"},
};
constexpr MethodDef METHODS[] = {method<method_reduce>("__reduce__", "(self, /)", "")};

}  // namespace

extern const TypeSpec kBoundMethodTypeSpec;
constinit const TypeSpec kBoundMethodTypeSpec = {
    .name = "method",
    .doc = "method(function, instance)\n\nCreate a bound instance method object.",
    .basic_size = sizeof(BoundMethodObject),
    .flags = kTypeGc | kTypeHasWeakrefs,
    .slots = {.dealloc = bound_method_dealloc,
              .traverse = bound_method_traverse,
              .repr = method_repr,
              .hash = method_hash,
              .compare = method_compare,
              .call = bound_method_call,
              .getattr = method_get_attribute,
              .setattr = generic_set_attribute,
              .descr_get = method_get,
              .new_ = method_new},
    .methods = METHODS,
    .getsets = GETSETS,
    .members = MEMBERS,
};

}  // namespace krait
