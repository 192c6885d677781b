// weakref.proxy: every operation is done with the object itself, which is held while it runs.
#include "builtins/types/weakref_types.h"
#include "vm/protocol/protocol.h"

namespace krait {

Ref proxy_target(Thread& t, Value v) {
    if (!is_kind(v, Kind::WeakProxy) && !is_kind(v, Kind::WeakCallableProxy)) return own(v);
    Ref target = own(weakref_target(v.as<WeakRefObject>()));
    if (!target.get().is_none()) return target;
    return raise(t, Exc::ReferenceError, "weakly-referenced object no longer exists");
}

namespace {

template <BinaryOp Op>
Value proxy_binary(Thread& t, Value a, Value b) {
    Ref x = proxy_target(t, a);
    Ref y = x ? proxy_target(t, b) : Ref::steal(Value::error());
    return y ? binary_operation(t, Op, x, y).release() : Value::error();
}

template <BinaryOp Op>
Value proxy_inplace(Thread& t, Value a, Value b) {
    Ref x = proxy_target(t, a);
    Ref y = x ? proxy_target(t, b) : Ref::steal(Value::error());
    return y ? inplace_operation(t, Op, x, y).release() : Value::error();
}

Value proxy_power(Thread& t, Value base, Value exponent, Value modulus) {
    Ref x = proxy_target(t, base);
    Ref y = x ? proxy_target(t, exponent) : Ref::steal(Value::error());
    Ref z = y ? proxy_target(t, modulus) : Ref::steal(Value::error());
    return z ? power(t, x, y, z).release() : Value::error();
}

template <UnaryOp Op>
Value proxy_unary(Thread& t, Value self) {
    Ref target = proxy_target(t, self);
    return target ? unary_operation(t, Op, target).release() : Value::error();
}

template <auto F>   // Ref F(Thread&, Value)
Value proxy_apply(Thread& t, Value self) {
    Ref target = proxy_target(t, self);
    return target ? Ref(F(t, target)).release() : Value::error();
}

Value proxy_repr(Thread& t, Value self) {
    Value target = weakref_target(self.as<WeakRefObject>());
    return str_format_c(t, "<weakproxy at 0x%llx to %s at 0x%llx>", static_cast<unsigned long long>(self.bits),
                        type_name_of(t, target), static_cast<unsigned long long>(target.bits))
        .release();
}

Value proxy_compare(Thread& t, Value a, Value b, CompareOp op) {
    Ref x = proxy_target(t, a);
    Ref y = x ? proxy_target(t, b) : Ref::steal(Value::error());
    return y ? rich_compare(t, x, y, op).release() : Value::error();
}

Value proxy_call(Thread& t, Value self, const CallArgs& arguments) {
    Ref target = proxy_target(t, self);
    return target ? call(t, target, arguments).release() : Value::error();
}

Value proxy_getattr(Thread& t, Value self, StrObject* name) {
    Ref target = proxy_target(t, self);
    return target ? get_attribute(t, target, name).release() : Value::error();
}

int proxy_setattr(Thread& t, Value self, StrObject* name, Value value) {
    Ref target = proxy_target(t, self);
    if (!target) return -1;
    return (value.is_unbound() ? delete_attribute(t, target, name) : set_attribute(t, target, name, value)) ? 0 : -1;
}

Value proxy_next(Thread& t, Value self) {
    Ref target = proxy_target(t, self);
    if (!target) return Value::error();
    if (!type_of(t, target)->slots.next) return raise_not_iterable(t, target);
    return iterator_next(t, target).release();
}

int proxy_truth(Thread& t, Value self) {
    Ref target = proxy_target(t, self);
    if (!target) return -1;
    Fallible<bool> truth = is_true(t, target);
    return truth ? truth.value() : -1;
}

int64_t proxy_length(Thread& t, Value self) {
    Ref target = proxy_target(t, self);
    if (!target) return -1;
    Fallible<int64_t> length = length_of(t, target);
    return length ? length.value() : -1;
}

Value proxy_get_item(Thread& t, Value self, Value key) {
    Ref target = proxy_target(t, self);
    return target ? get_item(t, target, key).release() : Value::error();
}

int proxy_set_item(Thread& t, Value self, Value key, Value value) {
    Ref target = proxy_target(t, self);
    if (!target) return -1;
    return (value.is_unbound() ? delete_item(t, target, key) : set_item(t, target, key, value)) ? 0 : -1;
}

int proxy_contains(Thread& t, Value self, Value item) {
    Ref target = proxy_target(t, self);
    if (!target) return -1;
    Fallible<bool> found = contains(t, target, item);
    return found ? found.value() : -1;
}

Ref proxy_bytes(Thread& t, Value self) {
    Ref target = TRY(proxy_target(t, self));
    StrObject* name = intern_utf8(t, "__bytes__");
    if (!name) return Failed{};
    return call_method(t, target, name);
}

constexpr MethodDef METHODS[] = {
    method<proxy_bytes>("__bytes__", "(self, /)", "bytes() of the object"),
};

constexpr Slots proxy_slots(bool callable) {
    Slots s{};
    s.dealloc = weakref_dealloc;
    s.traverse = weakref_traverse;
    s.clear = weakref_clear;
    s.repr = proxy_repr;
    s.str = proxy_apply<str_of>;
    s.hash = hash_not_implemented;
    s.compare = proxy_compare;
    s.getattr = proxy_getattr;
    s.setattr = proxy_setattr;
    s.iter = proxy_apply<get_iterator>;
    s.next = proxy_next;
#define KRAIT_BINARY(op)                                                            \
    s.binary[static_cast<size_t>(BinaryOp::op)] = proxy_binary<BinaryOp::op>;       \
    s.inplace[static_cast<size_t>(BinaryOp::op)] = proxy_inplace<BinaryOp::op>;
    KRAIT_BINARY(Add) KRAIT_BINARY(Subtract) KRAIT_BINARY(Multiply) KRAIT_BINARY(MatrixMultiply)
    KRAIT_BINARY(TrueDivide) KRAIT_BINARY(FloorDivide) KRAIT_BINARY(Modulo) KRAIT_BINARY(LeftShift)
    KRAIT_BINARY(RightShift) KRAIT_BINARY(And) KRAIT_BINARY(Or) KRAIT_BINARY(Xor)
#undef KRAIT_BINARY
    s.binary[static_cast<size_t>(BinaryOp::Divmod)] = proxy_binary<BinaryOp::Divmod>;
    s.inplace[static_cast<size_t>(BinaryOp::Power)] = proxy_inplace<BinaryOp::Power>;
    s.power = proxy_power;
    s.negative = proxy_unary<UnaryOp::Negative>;
    s.positive = proxy_unary<UnaryOp::Positive>;
    s.invert = proxy_unary<UnaryOp::Invert>;
    s.absolute = proxy_apply<absolute>;
    s.as_int = proxy_apply<to_int>;
    s.as_float = proxy_apply<to_float>;
    s.index = proxy_apply<as_index>;
    s.truth = proxy_truth;
    s.length = proxy_length;
    s.get_item = proxy_get_item;
    s.set_item = proxy_set_item;
    s.contains = proxy_contains;
    if (callable) s.call = proxy_call;
    return s;
}

}  // namespace

extern const TypeSpec kWeakProxyTypeSpec;
constinit const TypeSpec kWeakProxyTypeSpec = {
    .name = "weakproxy",
    .basic_size = sizeof(WeakRefObject),
    .flags = kTypeGc,
    .slots = proxy_slots(false),
    .methods = METHODS,
};

extern const TypeSpec kWeakCallableProxyTypeSpec;
constinit const TypeSpec kWeakCallableProxyTypeSpec = {
    .name = "weakcallableproxy",
    .basic_size = sizeof(WeakRefObject),
    .flags = kTypeGc,
    .slots = proxy_slots(true),
};

}  // namespace krait
