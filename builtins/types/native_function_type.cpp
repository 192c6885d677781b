// builtin_function_or_method, method_descriptor, classmethod_descriptor: objects made from method rows.
#include "builtins/types/object_common.h"
#include "vm/native/native_call.h"

namespace krait {

namespace {

NativeFunctionObject* function_of(Value v) { return v.as<NativeFunctionObject>(); }
MethodDescriptorObject* descriptor_of(Value v) { return v.as<MethodDescriptorObject>(); }

// Bound to an object, not just a function of a module.
bool has_receiver(const NativeFunctionObject* f) {
    return !f->self.is_unbound() && !(layout_is(f->self, Kind::Module) && f->def->kind == MethodKind::Function);
}

Ref qualified(Thread& t, TypeObject* type, const char* name) {
    return str_format_c(t, "%s.%s", str_to_utf8(type->qualname).c_str(), name);
}

Ref getattr_call(Thread& t, Value object, const char* name) {
    Ref module = TRY(import_module(t, "builtins"));
    StrObject* getattr_name = intern_utf8(t, "getattr");
    if (!getattr_name) return Failed{};
    Ref function = TRY(get_attribute(t, module, getattr_name));
    Ref text = TRY(str_from_utf8(t, name));
    Ref args = TRY(tuple_pack(t, {object, text}));
    return tuple_pack(t, {function, args});
}

// ------------------------------------------------------------------------------------------------ native functions

Value function_repr(Thread& t, Value self) {
    auto* f = function_of(self);
    if (!has_receiver(f)) return str_format_c(t, "<built-in function %s>", f->def->name).release();
    return str_format_c(t, "<built-in method %s of %s object at %p>", f->def->name, type_name_of(t, f->self),
                        address_of(f->self))
        .release();
}

int64_t function_hash(Thread& t, Value self) {
    auto* f = function_of(self);
    uint64_t hash = hash_pointer(f->def);
    if (has_receiver(f)) {
        auto receiver = hash_of(t, f->self);
        if (!receiver) return -1;
        hash ^= static_cast<uint64_t>(receiver.value());
    }
    return hash == ~uint64_t{0} ? -2 : static_cast<int64_t>(hash);
}

Value function_compare(Thread&, Value a, Value b, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_kind(a, Kind::NativeFunction) ||
        !is_kind(b, Kind::NativeFunction))
        return Value::not_implemented();
    bool same = function_of(a)->self == function_of(b)->self && function_of(a)->def == function_of(b)->def;
    return Value::boolean(same == (op == CompareOp::Eq));
}

Value get_function_doc(Thread& t, Value self) { return row_doc(t, function_of(self)->def->doc).release(); }
Value get_function_name(Thread& t, Value self) { return str_from_utf8(t, function_of(self)->def->name).release(); }
Value get_function_signature(Thread& t, Value self) { return row_text_signature(t, function_of(self)->def).release(); }
Value get_function_self(Thread&, Value self) {
    auto* f = function_of(self);
    return absent_as_none(f->def->kind == MethodKind::Static ? Value::unbound() : f->self);
}

Value get_function_qualname(Thread& t, Value self) {
    auto* f = function_of(self);
    if (!has_receiver(f)) return get_function_name(t, self);
    TypeObject* type = as_type(f->self) ? as_type(f->self) : type_of(t, f->self);
    return qualified(t, type, f->def->name).release();
}

Ref function_reduce(Thread& t, Value self) {
    auto* f = function_of(self);
    return has_receiver(f) ? getattr_call(t, f->self, f->def->name) : str_from_utf8(t, f->def->name);
}

constexpr GetSetDef FUNCTION_GETSETS[] = {
    {"__doc__", &get_function_doc, nullptr, nullptr},
    {"__name__", &get_function_name, nullptr, nullptr},
    {"__qualname__", &get_function_qualname, nullptr, nullptr},
    {"__self__", &get_function_self, nullptr, nullptr},
    {"__text_signature__", &get_function_signature, nullptr, nullptr},
};
constexpr MemberDef FUNCTION_MEMBERS[] = {{"__module__", offsetof(NativeFunctionObject, module), true, nullptr}};
constexpr MethodDef FUNCTION_METHODS[] = {method<function_reduce>("__reduce__", "(self, /)", "")};

// ------------------------------------------------------------------------------------------------ descriptors

Value descriptor_repr(Thread& t, Value self) {
    return str_format_c(t, "<method '%s' of '%s' objects>", descriptor_of(self)->def->name,
                        type_name(descriptor_of(self)->owner))
        .release();
}

Value get_descriptor_doc(Thread& t, Value self) { return row_doc(t, descriptor_of(self)->def->doc).release(); }
Value get_descriptor_name(Thread& t, Value self) { return str_from_utf8(t, descriptor_of(self)->def->name).release(); }
Value get_descriptor_signature(Thread& t, Value self) {
    return row_text_signature(t, descriptor_of(self)->def).release();
}
Value get_descriptor_qualname(Thread& t, Value self) {
    return qualified(t, descriptor_of(self)->owner, descriptor_of(self)->def->name).release();
}
Ref descriptor_reduce(Thread& t, Value self) {
    return getattr_call(t, Value::object(descriptor_of(self)->owner), descriptor_of(self)->def->name);
}

constexpr GetSetDef DESCRIPTOR_GETSETS[] = {
    {"__doc__", &get_descriptor_doc, nullptr, nullptr},
    {"__name__", &get_descriptor_name, nullptr, nullptr},
    {"__qualname__", &get_descriptor_qualname, nullptr, nullptr},
    {"__text_signature__", &get_descriptor_signature, nullptr, nullptr},
};
constexpr MemberDef DESCRIPTOR_MEMBERS[] = {{"__objclass__", offsetof(MethodDescriptorObject, owner), false, nullptr}};
constexpr MethodDef DESCRIPTOR_METHODS[] = {method<descriptor_reduce>("__reduce__", "(self, /)", "")};

}  // namespace

void method_descriptor_dealloc(Interpreter&, Object*);

extern const TypeSpec kNativeFunctionTypeSpec;
extern const TypeSpec kMethodDescriptorTypeSpec;
extern const TypeSpec kClassMethodDescriptorTypeSpec;

constinit const TypeSpec kNativeFunctionTypeSpec = {
    .name = "builtin_function_or_method",
    .basic_size = sizeof(NativeFunctionObject),
    .flags = kTypeGc | kTypeHasWeakrefs,
    .slots = {.dealloc = native_function_dealloc,
              .traverse = native_function_traverse,
              .repr = function_repr,
              .hash = function_hash,
              .compare = function_compare,
              .call = native_function_call,
              .getattr = generic_get_attribute},
    .methods = FUNCTION_METHODS,
    .getsets = FUNCTION_GETSETS,
    .members = FUNCTION_MEMBERS,
};

constinit const TypeSpec kMethodDescriptorTypeSpec = {
    .name = "method_descriptor",
    .basic_size = sizeof(MethodDescriptorObject),
    .flags = 0,
    .slots = {.dealloc = method_descriptor_dealloc,
              .repr = descriptor_repr,
              .call = method_descriptor_call,
              .getattr = generic_get_attribute,
              .descr_get = method_descriptor_get},
    .methods = DESCRIPTOR_METHODS,
    .getsets = DESCRIPTOR_GETSETS,
    .members = DESCRIPTOR_MEMBERS,
};

constinit const TypeSpec kClassMethodDescriptorTypeSpec = {
    .name = "classmethod_descriptor",
    .basic_size = sizeof(MethodDescriptorObject),
    .flags = 0,
    .slots = {.dealloc = method_descriptor_dealloc,
              .repr = descriptor_repr,
              .call = class_method_descriptor_call,
              .getattr = generic_get_attribute,
              .descr_get = class_method_descriptor_get},
    .methods = DESCRIPTOR_METHODS,
    .getsets = DESCRIPTOR_GETSETS,
    .members = DESCRIPTOR_MEMBERS,
};

}  // namespace krait
