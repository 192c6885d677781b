// function: attributes of Python functions, and types.FunctionType(code, globals, ...).
#include "builtins/types/object_common.h"
#include "vm/object/code_object.h"
#include "vm/object/function_object.h"
#include "vm/object/instance_object.h"

namespace krait {

namespace {

FunctionObject* self_of(Value v) { return v.as<FunctionObject>(); }

void replace(Value* field, Value value) {
    incref(value);
    Value old = *field;
    *field = value;
    decref(old);
}

int refuse(Thread& t, const char* message) {
    (void)raise(t, Exc::TypeError, "%s", message);
    return -1;
}

Value function_repr(Thread& t, Value self) {
    Value name = self_of(self)->qualname;
    std::string text = layout_is(name, Kind::Str) ? str_to_utf8(name.as<StrObject>()) : "?";
    return str_format_c(t, "<function %s at %p>", text.c_str(), address_of(self)).release();
}

// ------------------------------------------------------------------------------------------------ attributes

Value get_code(Thread&, Value self) { return own(self_of(self)->code).release(); }

int set_code(Thread& t, Value self, Value value) {
    if (!is_kind(value, Kind::Code)) return refuse(t, "__code__ must be set to a code object");
    FunctionObject* f = self_of(self);
    auto* code = value.as<CodeObject>();
    uint32_t cells = f->closure.is_unbound() ? 0 : f->closure.as<TupleObject>()->size;
    if (code->freevars->size != cells) {
        std::string name = str_to_utf8(f->name.as<StrObject>());
        (void)raise(t, Exc::ValueError, "%s() requires a code object with %u free vars, not %u", name.c_str(), cells,
                    code->freevars->size);
        return -1;
    }
    Ref old = Ref::steal(Value::object(f->code));
    incref(code);
    f->code = code;
    function_changed(t.interp, f);
    return 0;
}

Value get_defaults(Thread&, Value self) { return absent_as_none(self_of(self)->defaults); }

int set_defaults(Thread& t, Value self, Value value) {
    if (value.is_none()) value = Value::unbound();
    if (!value.is_unbound() && !layout_is(value, Kind::Tuple))
        return refuse(t, "__defaults__ must be set to a tuple object");
    function_changed(t.interp, self_of(self));
    replace(&self_of(self)->defaults, value);
    return 0;
}

Value get_kwdefaults(Thread&, Value self) { return absent_as_none(self_of(self)->kwdefaults); }

int set_kwdefaults(Thread& t, Value self, Value value) {
    if (value.is_none()) value = Value::unbound();
    if (!value.is_unbound() && !layout_is(value, Kind::Dict))
        return refuse(t, "__kwdefaults__ must be set to a dict object");
    function_changed(t.interp, self_of(self));
    replace(&self_of(self)->kwdefaults, value);
    return 0;
}

// Few functions are generic: the type parameters of one lie beside its annotations, in a tuple (annotations or None,
// type parameters) that nobody else has.
Value annotations_of(const FunctionObject* f) {
    Value found = f->annotations;
    if (is_kind(found, Kind::Tuple)) found = found.as<TupleObject>()->items[0];
    return found.is_none() ? Value::unbound() : found;
}

// `params`: UNBOUND when it is not generic.
Status store_annotations(Thread& t, FunctionObject* f, Value annotations, Value params) {
    Ref keep = own(annotations);
    if (params.is_unbound()) {
        replace(&f->annotations, annotations);
        return ok();
    }
    Value first = annotations.is_unbound() ? Value::none() : annotations;
    RefTo<TupleObject> both = TRY(tuple_pack(t, {first, params}));
    replace(&f->annotations, both.value());
    return ok();
}

Value type_params_of(const FunctionObject* f) {
    return is_kind(f->annotations, Kind::Tuple) ? f->annotations.as<TupleObject>()->items[1] : Value::unbound();
}

Value get_annotations(Thread& t, Value self) {
    Value found = annotations_of(self_of(self));
    if (!found.is_unbound()) return own(found).release();
    Ref fresh = dict_new(t);
    if (fresh.failed() || !store_annotations(t, self_of(self), fresh, type_params_of(self_of(self))))
        return Value::error();
    return fresh.release();
}

int set_annotations(Thread& t, Value self, Value value) {
    if (value.is_none()) value = Value::unbound();
    if (!value.is_unbound() && !layout_is(value, Kind::Dict))
        return refuse(t, "__annotations__ must be set to a dict object");
    return store_annotations(t, self_of(self), value, type_params_of(self_of(self))) ? 0 : -1;
}

Value get_type_params(Thread& t, Value self) {
    Value found = type_params_of(self_of(self));
    return found.is_unbound() ? Ref(tuple_new(t, 0)).release() : own(found).release();
}

int set_type_params(Thread& t, Value self, Value value) {
    if (!layout_is(value, Kind::Tuple)) return refuse(t, "__type_params__ must be set to a tuple");
    return store_annotations(t, self_of(self), annotations_of(self_of(self)), value) ? 0 : -1;
}

Value get_name(Thread&, Value self) { return own(self_of(self)->name).release(); }

int set_name(Thread& t, Value self, Value value) {
    if (!layout_is(value, Kind::Str)) return refuse(t, "__name__ must be set to a string object");
    replace(&self_of(self)->name, value);
    return 0;
}

Value get_qualname(Thread&, Value self) { return own(self_of(self)->qualname).release(); }

int set_qualname(Thread& t, Value self, Value value) {
    if (!layout_is(value, Kind::Str)) return refuse(t, "__qualname__ must be set to a string object");
    replace(&self_of(self)->qualname, value);
    return 0;
}

Value get_dict(Thread& t, Value self) { return object_get_dict(t, self); }
int set_dict(Thread& t, Value self, Value value) { return object_set_dict(t, self, value); }

constexpr GetSetDef GETSETS[] = {
    {"__code__", &get_code, &set_code, nullptr},
    {"__defaults__", &get_defaults, &set_defaults, nullptr},
    {"__kwdefaults__", &get_kwdefaults, &set_kwdefaults, nullptr},
    {"__annotations__", &get_annotations, &set_annotations, nullptr},
    {"__dict__", &get_dict, &set_dict, nullptr},
    {"__name__", &get_name, &set_name, nullptr},
    {"__qualname__", &get_qualname, &set_qualname, nullptr},
    {"__type_params__", &get_type_params, &set_type_params, nullptr},
};

constexpr MemberDef MEMBERS[] = {
    {"__closure__", offsetof(FunctionObject, closure), false, nullptr},
    {"__doc__", offsetof(FunctionObject, doc), true, nullptr},
    {"__globals__", offsetof(FunctionObject, globals), false, nullptr},
    {"__module__", offsetof(FunctionObject, module), true, nullptr},
};

// ------------------------------------------------------------------------------------------------ FunctionType(...)

constexpr const char* kNewSignature = "(code, globals, name=None, argdefs=None, closure=None)";
constexpr SignatureInfo kNewInfo = parse_signature("(code, globals, name=None, argdefs=None, closure=None)");

bool is_given(Value v) { return !v.is_unbound() && !v.is_none(); }

Status check_closure(Thread& t, const CodeObject* code, Value closure) {
    uint32_t wanted = code->freevars->size;
    if (is_given(closure) && !layout_is(closure, Kind::Tuple))
        return raise(t, Exc::TypeError,
                     wanted ? "arg 5 (closure) must be tuple" : "arg 5 (closure) must be None or tuple");
    if (wanted && !is_given(closure)) return raise(t, Exc::TypeError, "arg 5 (closure) must be tuple");
    uint32_t given = is_given(closure) ? closure.as<TupleObject>()->size : 0;
    if (given != wanted)
        return raise(t, Exc::ValueError, "%s requires closure of length %u, not %u", str_to_utf8(code->name).c_str(),
                     wanted, given);
    for (uint32_t i = 0; i < given; ++i)
        if (Value cell = closure.as<TupleObject>()->items[i]; !is_kind(cell, Kind::Cell))
            return raise(t, Exc::TypeError, "arg 5 (closure) expected cell, found %s", type_name_of(t, cell));
    return ok();
}

Status check_new(Thread& t, const Value* a) {
    if (!is_kind(a[0], Kind::Code))
        return raise(t, Exc::TypeError, "function() argument 1 must be code, not %s", type_name_of(t, a[0]));
    if (!layout_is(a[1], Kind::Dict))
        return raise(t, Exc::TypeError, "function() argument 2 must be dict, not %s", type_name_of(t, a[1]));
    if (is_given(a[2]) && !layout_is(a[2], Kind::Str))
        return raise(t, Exc::TypeError, "arg 3 (name) must be None or string");
    if (is_given(a[3]) && !layout_is(a[3], Kind::Tuple))
        return raise(t, Exc::TypeError, "arg 4 (defaults) must be None or tuple");
    return check_closure(t, a[0].as<CodeObject>(), a[4]);
}

Value function_new_slot(Thread& t, TypeObject*, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "function", kNewInfo, kNewSignature, args);
    if (bound.failed() || !check_new(t, bound.slots)) return Value::error();
    const Value* a = bound.slots;
    auto f = function_new(t, a[0].as<CodeObject>(), a[1].as<DictObject>(), Value::unbound());
    if (!f) return Value::error();
    if (is_given(a[2])) replace(&f->name, a[2]);
    if (is_given(a[3])) replace(&f->defaults, a[3]);
    if (is_given(a[4])) replace(&f->closure, a[4]);
    return Value::object(f.release());
}

}  // namespace

extern const TypeSpec kFunctionTypeSpec;
constinit const TypeSpec kFunctionTypeSpec = {
    .name = "function",
    .doc = "function(code, globals[, name[, argdefs[, closure]]])\n\n"
           "Create a function object from a code object and a dictionary.\n"
           "The optional name string overrides the name from the code object.\n"
           "The optional argdefs tuple specifies the default argument values.\n"
           "The optional closure tuple supplies the bindings for free variables.",
    .basic_size = sizeof(FunctionObject),
    .flags = kTypeGc | kTypeHasDict | kTypeHasWeakrefs | kTypeInheritsGetattr,
    .slots = {.dealloc = function_dealloc,
              .traverse = function_traverse,
              .clear = function_clear,
              .repr = function_repr,
              .call = function_call,
              .descr_get = function_get,
              .new_ = function_new_slot},
    .getsets = GETSETS,
    .members = MEMBERS,
};

}  // namespace krait
