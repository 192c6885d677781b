// wrapper_descriptor, method-wrapper, getset_descriptor, member_descriptor.
#include "builtins/types/object_common.h"
#include "vm/object/descriptor_object.h"
#include "vm/protocol/call.h"

namespace krait {

namespace {

SlotWrapperObject* wrapper_of(Value v) { return v.as<SlotWrapperObject>(); }
MethodWrapperObject* bound_of(Value v) { return v.as<MethodWrapperObject>(); }
GetSetDescriptorObject* getset_of(Value v) { return v.as<GetSetDescriptorObject>(); }
MemberDescriptorObject* member_of(Value v) { return v.as<MemberDescriptorObject>(); }

std::string row_name(Thread& t, const SlotWrapperObject* w) { return str_to_utf8(t.interp.names.*w->row->name); }
std::string qualname_of(const TypeObject* type) { return str_to_utf8(type->qualname); }

Ref getattr_call(Thread& t, Value object, Value name) {
    Ref module = TRY(import_module(t, "builtins"));
    StrObject* getattr_name = intern_utf8(t, "getattr");
    if (!getattr_name) return Failed{};
    Ref function = TRY(get_attribute(t, module, getattr_name));
    Ref args = TRY(tuple_pack(t, {object, name}));
    return tuple_pack(t, {function, args});
}

// ------------------------------------------------------------------------------------------------ wrapper_descriptor

Value wrapper_repr(Thread& t, Value self) {
    return str_format_c(t, "<slot wrapper '%s' of '%s' objects>", row_name(t, wrapper_of(self)).c_str(),
                        type_name(wrapper_of(self)->owner))
        .release();
}

Value wrapper_call(Thread& t, Value callee, const CallArgs& args) {
    auto* w = wrapper_of(callee);
    if (args.nargs < 1)
        return raise(t, Exc::TypeError, "descriptor '%s' of '%s' object needs an argument", row_name(t, w).c_str(),
                     type_name(w->owner));
    if (!descriptor_applies(t, args.args[0], w->owner))
        return raise(t, Exc::TypeError, "descriptor '%s' requires a '%s' object but received a '%s'",
                     row_name(t, w).c_str(), type_name(w->owner), type_name_of(t, args.args[0]));
    return call_slot_wrapper(t, *w->row, w->function, args.args[0], {args.args + 1, args.nargs - 1, args.kwnames});
}

Value wrapper_get(Thread& t, Value descr, Value instance, Value) {
    auto* w = wrapper_of(descr);
    if (instance.is_unbound()) return own(descr).release();
    if (!descriptor_applies(t, instance, w->owner))
        return raise_descriptor_mismatch(t, row_name(t, w).c_str(), w->owner, instance);
    return method_wrapper_new(t, w, instance).release();
}

Value get_wrapper_name(Thread& t, Value self) { return own(t.interp.names.*wrapper_of(self)->row->name).release(); }
Value get_wrapper_doc(Thread& t, Value self) { return row_doc(t, wrapper_of(self)->row->doc).release(); }
Value get_wrapper_signature(Thread& t, Value self) {
    return str_from_utf8(t, wrapper_of(self)->row->signature).release();
}
Value get_wrapper_qualname(Thread& t, Value self) {
    auto* w = wrapper_of(self);
    return str_format_c(t, "%s.%s", qualname_of(w->owner).c_str(), row_name(t, w).c_str()).release();
}
Ref wrapper_reduce(Thread& t, Value self) {
    return getattr_call(t, Value::object(wrapper_of(self)->owner),
                        Value::object(t.interp.names.*wrapper_of(self)->row->name));
}

constexpr GetSetDef WRAPPER_GETSETS[] = {
    {"__doc__", &get_wrapper_doc, nullptr, nullptr},
    {"__name__", &get_wrapper_name, nullptr, nullptr},
    {"__qualname__", &get_wrapper_qualname, nullptr, nullptr},
    {"__text_signature__", &get_wrapper_signature, nullptr, nullptr},
};
constexpr MemberDef WRAPPER_MEMBERS[] = {{"__objclass__", offsetof(SlotWrapperObject, owner), false, nullptr}};
constexpr MethodDef WRAPPER_METHODS[] = {method<wrapper_reduce>("__reduce__", "(self, /)", "")};

// ------------------------------------------------------------------------------------------------ method-wrapper

Value bound_repr(Thread& t, Value self) {
    return str_format_c(t, "<method-wrapper '%s' of %s object at %p>", row_name(t, bound_of(self)->wrapper).c_str(),
                        type_name_of(t, bound_of(self)->self), address_of(bound_of(self)->self))
        .release();
}

Value bound_call(Thread& t, Value callee, const CallArgs& args) {
    auto* b = bound_of(callee);
    Ref self = own(b->self);
    return call_slot_wrapper(t, *b->wrapper->row, b->wrapper->function, self, args);
}

int64_t bound_hash(Thread& t, Value self) {
    auto receiver = hash_of(t, bound_of(self)->self);
    if (!receiver) return -1;
    uint64_t hash = static_cast<uint64_t>(receiver.value()) ^ hash_pointer(bound_of(self)->wrapper);
    return hash == ~uint64_t{0} ? -2 : static_cast<int64_t>(hash);
}

Value bound_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!is_kind(a, Kind::MethodWrapper) || !is_kind(b, Kind::MethodWrapper)) return Value::not_implemented();
    if (bound_of(a)->wrapper == bound_of(b)->wrapper)
        return rich_compare(t, bound_of(a)->self, bound_of(b)->self, op).release();
    if (op == CompareOp::Eq || op == CompareOp::Ne) return Value::boolean(op == CompareOp::Ne);
    return Value::not_implemented();
}

Value get_bound_name(Thread& t, Value self) { return get_wrapper_name(t, Value::object(bound_of(self)->wrapper)); }
Value get_bound_doc(Thread& t, Value self) { return get_wrapper_doc(t, Value::object(bound_of(self)->wrapper)); }
Value get_bound_signature(Thread& t, Value self) {
    return get_wrapper_signature(t, Value::object(bound_of(self)->wrapper));
}
Value get_bound_qualname(Thread& t, Value self) {
    return get_wrapper_qualname(t, Value::object(bound_of(self)->wrapper));
}
Value get_bound_objclass(Thread&, Value self) { return own(bound_of(self)->wrapper->owner).release(); }
Ref bound_reduce(Thread& t, Value self) {
    return getattr_call(t, bound_of(self)->self, Value::object(t.interp.names.*bound_of(self)->wrapper->row->name));
}

constexpr GetSetDef BOUND_GETSETS[] = {
    {"__objclass__", &get_bound_objclass, nullptr, nullptr},
    {"__name__", &get_bound_name, nullptr, nullptr},
    {"__qualname__", &get_bound_qualname, nullptr, nullptr},
    {"__doc__", &get_bound_doc, nullptr, nullptr},
    {"__text_signature__", &get_bound_signature, nullptr, nullptr},
};
constexpr MemberDef BOUND_MEMBERS[] = {{"__self__", offsetof(MethodWrapperObject, self), false, nullptr}};
constexpr MethodDef BOUND_METHODS[] = {method<bound_reduce>("__reduce__", "(self, /)", "")};

// ------------------------------------------------------------------------------------------------ getset_descriptor

Value getset_repr(Thread& t, Value self) {
    return str_format_c(t, "<attribute '%s' of '%s' objects>", getset_of(self)->def->name,
                        type_name(getset_of(self)->owner))
        .release();
}
Value getset_descr_get(Thread& t, Value descr, Value instance, Value) {
    return instance.is_unbound() ? own(descr).release() : getset_get(t, getset_of(descr), instance);
}
int getset_descr_set(Thread& t, Value descr, Value instance, Value value) {
    return getset_set(t, getset_of(descr), instance, value);
}
Value get_getset_doc(Thread& t, Value self) { return row_doc(t, getset_of(self)->def->doc).release(); }
Value get_getset_name(Thread& t, Value self) { return str_from_utf8(t, getset_of(self)->def->name).release(); }
Value get_getset_qualname(Thread& t, Value self) {
    return str_format_c(t, "%s.%s", qualname_of(getset_of(self)->owner).c_str(), getset_of(self)->def->name).release();
}

constexpr GetSetDef GETSET_GETSETS[] = {
    {"__doc__", &get_getset_doc, nullptr, nullptr},
    {"__name__", &get_getset_name, nullptr, nullptr},
    {"__qualname__", &get_getset_qualname, nullptr, nullptr},
};
constexpr MemberDef GETSET_MEMBERS[] = {{"__objclass__", offsetof(GetSetDescriptorObject, owner), false, nullptr}};

// ------------------------------------------------------------------------------------------------ member_descriptor

Value member_repr(Thread& t, Value self) {
    return str_format_c(t, "<member '%s' of '%s' objects>", str_to_utf8(member_of(self)->name).c_str(),
                        type_name(member_of(self)->owner))
        .release();
}
Value member_descr_get(Thread& t, Value descr, Value instance, Value) {
    return instance.is_unbound() ? own(descr).release() : member_get(t, member_of(descr), instance);
}
int member_descr_set(Thread& t, Value descr, Value instance, Value value) {
    return member_set(t, member_of(descr), instance, value);
}
Value get_member_doc(Thread& t, Value self) { return row_doc(t, member_of(self)->doc).release(); }
Value get_member_qualname(Thread& t, Value self) {
    return str_format_c(t, "%s.%s", qualname_of(member_of(self)->owner).c_str(),
                        str_to_utf8(member_of(self)->name).c_str())
        .release();
}

Ref member_reduce(Thread& t, Value self) {
    return getattr_call(t, Value::object(member_of(self)->owner), Value::object(member_of(self)->name));
}

constexpr MethodDef MEMBER_METHODS[] = {method<member_reduce>("__reduce__", "(self, /)", "")};
constexpr GetSetDef MEMBER_GETSETS[] = {
    {"__doc__", &get_member_doc, nullptr, nullptr},
    {"__qualname__", &get_member_qualname, nullptr, nullptr},
};
constexpr MemberDef MEMBER_MEMBERS[] = {
    {"__objclass__", offsetof(MemberDescriptorObject, owner), false, nullptr},
    {"__name__", offsetof(MemberDescriptorObject, name), false, nullptr},
};

}  // namespace

extern const TypeSpec kSlotWrapperTypeSpec;
extern const TypeSpec kMethodWrapperTypeSpec;
extern const TypeSpec kGetSetDescriptorTypeSpec;
extern const TypeSpec kMemberDescriptorTypeSpec;

constinit const TypeSpec kSlotWrapperTypeSpec = {
    .name = "wrapper_descriptor",
    .basic_size = sizeof(SlotWrapperObject),
    .flags = 0,
    .slots = {.dealloc = slot_wrapper_dealloc,
              .repr = wrapper_repr,
              .call = wrapper_call,
              .getattr = generic_get_attribute,
              .descr_get = wrapper_get},
    .methods = WRAPPER_METHODS,
    .getsets = WRAPPER_GETSETS,
    .members = WRAPPER_MEMBERS,
};

constinit const TypeSpec kMethodWrapperTypeSpec = {
    .name = "method-wrapper",
    .basic_size = sizeof(MethodWrapperObject),
    .flags = kTypeGc,
    .slots = {.dealloc = method_wrapper_dealloc,
              .traverse = method_wrapper_traverse,
              .repr = bound_repr,
              .hash = bound_hash,
              .compare = bound_compare,
              .call = bound_call,
              .getattr = generic_get_attribute},
    .methods = BOUND_METHODS,
    .getsets = BOUND_GETSETS,
    .members = BOUND_MEMBERS,
};

constinit const TypeSpec kGetSetDescriptorTypeSpec = {
    .name = "getset_descriptor",
    .basic_size = sizeof(GetSetDescriptorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = getset_descriptor_dealloc,
              .traverse = getset_descriptor_traverse,
              .repr = getset_repr,
              .getattr = generic_get_attribute,
              .descr_get = getset_descr_get,
              .descr_set = getset_descr_set},
    .getsets = GETSET_GETSETS,
    .members = GETSET_MEMBERS,
};

constinit const TypeSpec kMemberDescriptorTypeSpec = {
    .name = "member_descriptor",
    .basic_size = sizeof(MemberDescriptorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = member_descriptor_dealloc,
              .traverse = member_descriptor_traverse,
              .repr = member_repr,
              .getattr = generic_get_attribute,
              .descr_get = member_descr_get,
              .descr_set = member_descr_set},
    .methods = MEMBER_METHODS,
    .getsets = MEMBER_GETSETS,
    .members = MEMBER_MEMBERS,
};

}  // namespace krait
