// weakref.ref ("weakref").
#include "builtins/types/weakref_types.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

WeakRefObject* self_of(Value v) { return v.as<WeakRefObject>(); }

bool has_keywords(const CallArgs& call) { return call.kwnames && call.kwnames->size; }

// (object, callback=None), positional only; subclasses may take more in __init__, but not here.
bool check_arguments(Thread& t, const CallArgs& call, const char* function) {
    if (call.nargs >= 1 && call.nargs <= 2) return true;
    bool few = call.nargs < 1;
    (void)raise(t, Exc::TypeError, "%s expected at %s %d arguments, got %zu", function, few ? "least" : "most",
                few ? 1 : 2, call.nargs);
    return false;
}

Value weakref_type_new(Thread& t, TypeObject* type, const CallArgs& call) {
    if (type == t.interp.type(Kind::WeakRef) && has_keywords(call))
        return raise(t, Exc::TypeError, "ref() does not take keyword arguments");
    if (!check_arguments(t, call, "__new__")) return Value::error();
    Value callback = call.nargs > 1 ? call.args[1] : Value::unbound();
    return weakref_new(t, type, call.args[0], callback).release();
}

int weakref_type_init(Thread& t, Value, const CallArgs& call) {
    if (has_keywords(call)) {
        (void)raise(t, Exc::TypeError, "ref() does not take keyword arguments");
        return -1;
    }
    return check_arguments(t, call, "__init__") ? 0 : -1;
}

Value weakref_call(Thread& t, Value self, const CallArgs& call) {
    if (call.nargs > 0)
        return raise(t, Exc::TypeError, "__call__() takes at most 0 arguments (%zu given)", call.nargs);
    if (has_keywords(call)) return raise(t, Exc::TypeError, "__call__() takes no keyword arguments");
    return own(weakref_target(self_of(self))).release();
}

// The object's hash, remembered: it survives the object.
int64_t weakref_hash(Thread& t, Value self) {
    WeakRefObject* r = self_of(self);
    if (r->hash_known) return static_cast<int64_t>(r->hash);
    Ref target = own(weakref_target(r));
    if (target.get().is_none()) {
        (void)raise(t, Exc::TypeError, "weak object has gone away");
        return -1;
    }
    Fallible<uint64_t> hash = hash_of(t, target);
    if (!hash) return -1;
    r->hash = hash.value();
    r->hash_known = true;
    return static_cast<int64_t>(r->hash);
}

// By the objects while both live, else by identity.
Value weakref_compare(Thread& t, Value a, Value b, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !layout_is(a, Kind::WeakRef) || !layout_is(b, Kind::WeakRef))
        return Value::not_implemented();
    Ref x = own(weakref_target(self_of(a))), y = own(weakref_target(self_of(b)));
    if (x.get().is_none() || y.get().is_none()) return Value::boolean((a == b) == (op == CompareOp::Eq));
    return rich_compare(t, x, y, op).release();
}

Value weakref_repr(Thread& t, Value self) {
    auto address = [](Value v) { return static_cast<unsigned long long>(v.bits); };
    Ref target = own(weakref_target(self_of(self)));
    if (target.get().is_none()) return str_format_c(t, "<weakref at 0x%llx; dead>", address(self)).release();
    Ref name = lookup_attribute(t, target, t.interp.names.dunder_name);
    if (name.failed()) return Value::error();
    const char* type = type_name_of(t, target);
    if (StrObject* text = as_str(name))
        return str_format_c(t, "<weakref at 0x%llx; to '%s' at 0x%llx (%s)>", address(self), type, address(target),
                            str_to_utf8(text).c_str())
            .release();
    return str_format_c(t, "<weakref at 0x%llx; to '%s' at 0x%llx>", address(self), type, address(target)).release();
}

Value get_callback(Thread&, Value self) {
    Value callback = self_of(self)->callback;
    return callback.is_unbound() ? Value::none() : own(callback).release();
}
int refuse(Thread& t, Value, Value) {
    (void)raise(t, Exc::AttributeError, "readonly attribute");
    return -1;
}

constexpr GetSetDef kGetSets[] = {
    {"__callback__", get_callback, refuse, nullptr},
};

}  // namespace

extern const TypeSpec kWeakRefTypeSpec;
constinit const TypeSpec kWeakRefTypeSpec = {
    .name = "weakref",
    .basic_size = sizeof(WeakRefObject),
    .flags = kTypeBase | kTypeGc | kTypeInheritsGetattr,
    .slots = {.dealloc = weakref_dealloc,
              .traverse = weakref_traverse,
              .clear = weakref_clear,
              .repr = weakref_repr,
              .hash = weakref_hash,
              .compare = weakref_compare,
              .call = weakref_call,
              .new_ = weakref_type_new,
              .init = weakref_type_init},
    .getsets = kGetSets,
};

}  // namespace krait
