// mappingproxy: a read-only view of a mapping, such as the __dict__ of classes.
#include "builtins/types/class_alias.h"
#include "builtins/types/object_common.h"
#include "vm/object/module_object.h"
#include "vm/object/pattern_flags.h"

namespace krait {

namespace {

Value mapping_of(Value v) { return v.as<MappingProxyObject>()->mapping; }

constexpr const char* kNewSignature = "(mapping)";
constexpr SignatureInfo kNewInfo = parse_signature("(mapping)");

Value proxy_new(Thread& t, TypeObject*, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "mappingproxy", kNewInfo, kNewSignature, args);
    if (bound.failed()) return Value::error();
    Value mapping = bound.slots[0];
    bool is_mapping =
        type_of(t, mapping)->slots.get_item && !layout_is(mapping, Kind::List) && !layout_is(mapping, Kind::Tuple);
    if (!is_mapping)
        return raise(t, Exc::TypeError, "mappingproxy() argument must be a mapping, not %s", type_name_of(t, mapping));
    return mapping_proxy_new(t, mapping).release();
}

int64_t proxy_length(Thread& t, Value self) {
    auto n = length_of(t, mapping_of(self));
    return n ? n.value() : -1;
}
Value proxy_get_item(Thread& t, Value self, Value key) { return get_item(t, mapping_of(self), key).release(); }
int proxy_contains(Thread& t, Value self, Value key) {
    auto found = contains(t, mapping_of(self), key);
    return found ? found.value() : -1;
}
Value proxy_iter(Thread& t, Value self) { return get_iterator(t, mapping_of(self)).release(); }
Value proxy_compare(Thread& t, Value self, Value other, CompareOp op) {
    return rich_compare(t, mapping_of(self), other, op).release();
}
Value proxy_str(Thread& t, Value self) { return Ref(str_of(t, mapping_of(self))).release(); }
Value proxy_repr(Thread& t, Value self) {
    RefTo<StrObject> text = repr(t, mapping_of(self));
    if (!text) return Value::error();
    return str_format_c(t, "mappingproxy(%s)", str_to_utf8(text.get()).c_str()).release();
}

Ref forward(Thread& t, Value self, const char* method, std::initializer_list<Value> args = {}) {
    StrObject* name = intern_utf8(t, method);
    if (!name) return Failed{};
    return call_method(t, mapping_of(self), name, args);
}
Ref proxy_get(Thread& t, Value self, Value key, Value fallback) {
    return forward(t, self, "get", {key, fallback.is_unbound() ? Value::none() : fallback});
}
Ref proxy_keys(Thread& t, Value self) { return forward(t, self, "keys"); }
Ref proxy_values(Thread& t, Value self) { return forward(t, self, "values"); }
Ref proxy_items(Thread& t, Value self) { return forward(t, self, "items"); }
Ref proxy_copy(Thread& t, Value self) { return forward(t, self, "copy"); }

// | of what the proxies show.
Value proxy_or(Thread& t, Value a, Value b) {
    if (t.interp.lang36) return Value::not_implemented();
    Ref left = own(layout_is(a, Kind::MappingProxy) ? mapping_of(a) : a);
    Ref right = own(layout_is(b, Kind::MappingProxy) ? mapping_of(b) : b);
    return binary_operation(t, BinaryOp::Or, left, right).release();
}
Value proxy_ior(Thread& t, Value self, Value) {
    return raise(t, Exc::TypeError, "'|=' is not supported by %s; use '|' instead", type_name_of(t, self));
}
constexpr Slots union_slots(Slots slots) {
    slots.binary[static_cast<size_t>(BinaryOp::Or)] = proxy_or;
    slots.inplace[static_cast<size_t>(BinaryOp::Or)] = proxy_ior;
    return slots;
}

constexpr MethodDef METHODS[] = {
    KRAIT_CLASS_GETITEM,
    method<proxy_get>("get", "(self, key, default=None, /)",
                      "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None."),
    method<proxy_keys>("keys", "(self, /)", "D.keys() -> list of D's keys"),
    method<proxy_values>("values", "(self, /)", "D.values() -> list of D's values"),
    method<proxy_items>("items", "(self, /)", "D.items() -> list of D's (key, value) pairs, as 2-tuples"),
    method<proxy_copy>("copy", "(self, /)", "D.copy() -> a shallow copy of D"),
};

}  // namespace

extern const TypeSpec kMappingProxyTypeSpec;
constinit const TypeSpec kMappingProxyTypeSpec = {
    .name = "mappingproxy",
    .basic_size = sizeof(MappingProxyObject),
    .flags = kTypeGc | kTypeMapping,
    .slots = union_slots({.dealloc = mapping_proxy_dealloc,
              .traverse = mapping_proxy_traverse,
              .repr = proxy_repr,
              .str = proxy_str,
              .compare = proxy_compare,
              .getattr = generic_get_attribute,
              .iter = proxy_iter,
              .new_ = proxy_new,
              .length = proxy_length,
              .get_item = proxy_get_item,
              .contains = proxy_contains}),
    .methods = METHODS,
};

}  // namespace krait
