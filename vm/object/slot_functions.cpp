#include "vm/object/slot_functions.h"

#include "vm/interp/frame.h"
#include "vm/native/method_def.h"
#include "vm/object/descriptor_object.h"
#include "vm/protocol/call.h"

namespace krait {

Failed raise_missing_dunder(Thread& t, StrObject* name) {
    return raise_object(t, Exc::AttributeError, Value::object(name));
}

Value call_found(Thread& t, Value found, const CallArgs& args) {
    if (found.is_object()) {
        switch (found.as_object()->kind) {
        case Kind::Function:
            return call_python(t, found.as<FunctionObject>(), args);
        case Kind::MethodDescriptor:
        case Kind::SlotWrapper:
            return call(t, found, args).release();
        default:
            break;
        }
    }
    DescrGetFn get = type_of(t, found)->slots.descr_get;
    Ref bound = get ? Ref::steal(get(t, found, args.args[0], Value::object(type_of(t, args.args[0])))) : own(found);
    if (bound.failed()) return Value::error();
    return call(t, bound, {args.args + 1, args.nargs - 1, args.kwnames}).release();
}

Value call_dunder(Thread& t, StrObject* name, const Value* args, size_t nargs) {
    Value found = type_lookup_nocall(type_of(t, args[0]), name);
    if (found.is_unbound()) return found;
    Ref keep = own(found);
    return call_found(t, keep, {args, nargs, nullptr});
}

// ------------------------------------------------------------------------------------------------ operators

// The type of `right` defines `name` differently from the type of `left`: it goes first.
static bool overrides(Thread& t, Value left, Value right, StrObject* name) {
    Value theirs = type_lookup_nocall(type_of(t, right), name);
    return !theirs.is_unbound() && !(theirs == type_lookup_nocall(type_of(t, left), name));
}

// The result of `self.name(other)`, NotImplemented when there is no such method.
static Value call_operator(Thread& t, Value self, Value other, StrObject* name) {
    Value args[] = {self, other};
    Value result = call_dunder(t, name, args, 2);
    return result.is_unbound() ? Value::not_implemented() : result;
}

Value slot_binary_call(Thread& t, Value a, Value b, StrObject* plain, StrObject* reflected, bool a_has, bool b_has) {
    TypeObject* type_a = type_of(t, a);
    TypeObject* type_b = type_of(t, b);
    bool try_reflected = type_a != type_b && b_has;
    if (a_has) {
        if (try_reflected && is_subtype(type_b, type_a) && overrides(t, a, b, reflected)) {
            Value result = call_operator(t, b, a, reflected);
            if (!result.is_not_implemented()) return result;
            try_reflected = false;
        }
        Value result = call_operator(t, a, b, plain);
        if (!result.is_not_implemented() || type_of(t, a) == type_of(t, b)) return result;   // they may have changed
    }
    return try_reflected ? call_operator(t, b, a, reflected) : Value::not_implemented();
}

Value slot_power(Thread& t, Value a, Value b, Value modulus) {
    bool a_has = type_of(t, a)->slots.power == &slot_power;
    const Names& names = t.interp.names;
    if (modulus.is_none()) {
        bool b_has = type_of(t, b)->slots.power == &slot_power;
        return slot_binary_call(t, a, b, names.dunder_pow, names.dunder_rpow, a_has, b_has);
    }
    if (!a_has) return Value::not_implemented();   // three arguments are never reflected
    Value args[] = {a, b, modulus};
    Value result = call_dunder(t, names.dunder_pow, args, 3);
    return result.is_unbound() ? Value::not_implemented() : result;
}

Value slot_compare(Thread& t, Value self, Value other, CompareOp op) {
    static constexpr StrObject* Names::*kNames[] = {&Names::dunder_lt, &Names::dunder_le, &Names::dunder_eq,
                                                    &Names::dunder_ne, &Names::dunder_gt, &Names::dunder_ge};
    StrObject* name = t.interp.names.*kNames[static_cast<size_t>(op)];
    Value found = type_lookup_nocall(type_of(t, self), name);
    if (found.is_object() && !is_method_like(found)) {
        // A descriptor that fails counts as no method at all.
        if (DescrGetFn get = type_of(t, found)->slots.descr_get) {
            Ref keep = own(found), bound = Ref::steal(get(t, keep, self, Value::object(type_of(t, self))));
            if (!bound.failed()) return call(t, bound, other).release();
            clear_exception(t);
            return Value::not_implemented();
        }
    }
    return call_operator(t, self, other, name);
}

int64_t slot_hash(Thread& t, Value self) {
    Value found = type_lookup_nocall(type_of(t, self), t.interp.names.dunder_hash);
    if (found.is_unbound() || found.is_none()) return hash_not_implemented(t, self);
    Ref keep = own(found);
    Ref result = Ref::steal(call_found(t, keep, {&self, 1, nullptr}));
    if (result.failed()) return -1;
    if (!is_int_like(result)) {
        (void)raise(t, Exc::TypeError, "__hash__ method should return an integer");
        return -1;
    }
    int64_t hash;
    if (result.get().is_int()) {
        hash = result.get().as_int();
    } else {
        BigInt big = int_to_bigint(result);
        hash = big.fits_int64() ? *big.to_int64() : big.hash();
    }
    return hash == -1 ? -2 : hash;
}

int slot_truth(Thread& t, Value self) {
    Ref result = Ref::steal(call_dunder(t, t.interp.names.dunder_bool, &self, 1));
    if (result.failed()) return -1;
    if (result.get().is_bool()) return result.get().is_true();
    if (result.get().is_unbound()) return 1;
    (void)raise(t, Exc::TypeError, "__bool__ should return bool, returned %s", type_name_of(t, result));
    return -1;
}

// ------------------------------------------------------------------------------------------------ containers

int64_t slot_length(Thread& t, Value self) {
    Ref result = Ref::steal(call_dunder(t, t.interp.names.dunder_len, &self, 1));
    if (result.get().is_unbound()) (void)raise_missing_dunder(t, t.interp.names.dunder_len);
    if (result.failed() || result.get().is_unbound()) return -1;
    Ref index = as_index(t, result);
    if (index.failed()) return -1;
    if (index.get().is_int() && index.get().as_int() >= 0) return index.get().as_int();
    BigInt big = int_to_bigint(index);
    if (BigInt::compare(big, int64_t{0}) < 0) {
        (void)raise(t, Exc::ValueError, "__len__() should return >= 0");
        return -1;
    }
    auto length = index_to_i64(t, index, Exc::OverflowError);
    return length ? length.value() : -1;
}

Value slot_get_item(Thread& t, Value self, Value key) {
    Value args[] = {self, key};
    Value result = call_dunder(t, t.interp.names.dunder_getitem, args, 2);
    return result.is_unbound() ? raise_missing_dunder(t, t.interp.names.dunder_getitem) : result;
}

// Calls for the effect only.
static int call_for_effect(Thread& t, StrObject* name, const Value* args, size_t nargs) {
    Ref result = Ref::steal(call_dunder(t, name, args, nargs));
    if (result.get().is_unbound()) {
        (void)raise_missing_dunder(t, name);
        return -1;
    }
    return result.failed() ? -1 : 0;
}

int slot_set_item(Thread& t, Value self, Value key, Value value) {
    Value args[] = {self, key, value};
    if (value.is_unbound()) return call_for_effect(t, t.interp.names.dunder_delitem, args, 2);
    return call_for_effect(t, t.interp.names.dunder_setitem, args, 3);
}

static int search_by_iteration(Thread& t, Value self, Value item) {
    Iteration it(t, self);
    while (it.next()) {
        auto same = equal(t, it.item(), item);
        if (!same) return -1;
        if (same.value()) return 1;
    }
    return it.failed() ? -1 : 0;
}

int slot_contains(Thread& t, Value self, Value item) {
    Value found = type_lookup_nocall(type_of(t, self), t.interp.names.dunder_contains);
    if (found.is_none()) {
        (void)raise(t, Exc::TypeError, "'%s' object is not a container", type_name_of(t, self));
        return -1;
    }
    if (found.is_unbound()) return search_by_iteration(t, self, item);
    Ref keep = own(found);
    Value args[] = {self, item};
    Ref result = Ref::steal(call_found(t, keep, {args, 2, nullptr}));
    if (result.failed()) return -1;
    auto truth = is_true(t, result);
    return truth ? truth.value() : -1;
}

Value slot_iter(Thread& t, Value self) {
    Value found = type_lookup_nocall(type_of(t, self), t.interp.names.dunder_iter);
    if (found.is_none() || found.is_unbound())
        return raise(t, Exc::TypeError, "'%s' object is not iterable", type_name_of(t, self));
    Ref keep = own(found);
    return call_found(t, keep, {&self, 1, nullptr});
}

Value slot_next_raising(Thread& t, Value self) {
    Value result = call_dunder(t, t.interp.names.dunder_next, &self, 1);
    return result.is_unbound() ? raise_missing_dunder(t, t.interp.names.dunder_next) : result;
}

Value slot_next(Thread& t, Value self) {
    Value result = slot_next_raising(t, self);
    if (KRAIT_UNLIKELY(result.is_error()) && pending_matches(t, Exc::StopIteration)) {
        clear_exception(t);
        return Value::exhausted();
    }
    return result;
}

// ------------------------------------------------------------------------------------------------ calls and objects

Value slot_call(Thread& t, Value self, const CallArgs& args) {
    Value found = type_lookup_nocall(type_of(t, self), t.interp.names.dunder_call);
    if (found.is_unbound()) return raise_not_callable(t, self);
    Ref keep = own(found);
    PrependedArgs all(t, self, args);
    return all.failed() ? Value::error() : call_found(t, keep, all.args());
}

Value slot_new(Thread& t, TypeObject* type, const CallArgs& args) {
    Ref function = get_attribute(t, Value::object(type), t.interp.names.dunder_new);
    if (function.failed()) return Value::error();
    PrependedArgs all(t, Value::object(type), args);
    return all.failed() ? Value::error() : call(t, function, all.args()).release();
}

int slot_init(Thread& t, Value self, const CallArgs& args) {
    Value found = type_lookup_nocall(type_of(t, self), t.interp.names.dunder_init);
    if (found.is_unbound()) return 0;
    Ref keep = own(found);
    PrependedArgs all(t, self, args);
    if (all.failed()) return -1;
    Ref result = Ref::steal(call_found(t, keep, all.args()));
    if (result.failed()) return -1;
    if (result.get().is_none()) return 0;
    (void)raise(t, Exc::TypeError, "__init__() should return None, not '%s'", type_name_of(t, result));
    return -1;
}

void slot_finalize(Thread& t, Value self) {
    Value found = type_lookup_nocall(type_of(t, self), t.interp.names.dunder_del);
    if (found.is_unbound()) return;
    Ref keep = own(found);
    Ref result = Ref::steal(call_found(t, keep, {&self, 1, nullptr}));
    if (!result.failed()) return;
    Ref exception = fetch_exception(t);
    Ref where = bound_method_new(t, keep, self);
    if (where.failed()) clear_exception(t);
    restore_exception(t, std::move(exception));
    write_unraisable(t, where.failed() ? keep.get() : where.get());
}

// ------------------------------------------------------------------------------------------------ attributes

// type(self).__getattribute__ is the native lookup itself.
static bool has_native_getattribute(Value found) {
    return found.is_unbound() ||
           (is_kind(found, Kind::SlotWrapper) &&
            found.as<SlotWrapperObject>()->function == SlotFunction(GetAttrFn(&generic_get_attribute)));
}

Value slot_getattr_hook(Thread& t, Value self, StrObject* name) {
    TypeObject* type = type_of(t, self);
    Value getattribute = type_lookup_nocall(type, t.interp.names.dunder_getattribute);
    Value fallback = type_lookup_nocall(type, t.interp.names.dunder_getattr);
    Ref keep_fallback = own(fallback);
    Value args[] = {self, Value::object(name)};
    if (has_native_getattribute(getattribute)) {
        if (fallback.is_unbound()) return generic_get_attribute(t, self, name);
        Value result = generic_lookup_attribute(t, self, name);
        if (!result.is_unbound()) return result;
    } else {
        Ref keep = own(getattribute);
        Value result = call_found(t, keep, {args, 2, nullptr});
        if (!result.is_error() || fallback.is_unbound() || !pending_matches(t, Exc::AttributeError)) return result;
        clear_exception(t);
    }
    return call_found(t, keep_fallback, {args, 2, nullptr});
}

int slot_setattr(Thread& t, Value self, StrObject* name, Value value) {
    Value args[] = {self, Value::object(name), value};
    if (value.is_unbound()) return call_for_effect(t, t.interp.names.dunder_delattr, args, 2);
    return call_for_effect(t, t.interp.names.dunder_setattr, args, 3);
}

Value slot_descr_get(Thread& t, Value descr, Value instance, Value owner) {
    Value found = type_lookup_nocall(type_of(t, descr), t.interp.names.dunder_get);
    if (found.is_unbound()) return own(descr).release();
    Ref keep = own(found);
    Value args[] = {descr, instance.is_unbound() ? Value::none() : instance,
                    owner.is_unbound() ? Value::none() : owner};
    return call_found(t, keep, {args, 3, nullptr});
}

int slot_descr_set(Thread& t, Value descr, Value instance, Value value) {
    Value args[] = {descr, instance, value};
    if (value.is_unbound()) return call_for_effect(t, t.interp.names.dunder_delete, args, 2);
    return call_for_effect(t, t.interp.names.dunder_set, args, 3);
}

}  // namespace krait
