// defaultdict: a dict that asks a function for what is missing.
#include "builtins/modules/collections.h"
#include "builtins/types/dict_type.h"
#include "builtins/types/dict_union.h"

namespace krait {
namespace {

struct DefaultDictObject : DictObject {
    Value factory;             // None: no default
};
DefaultDictObject* default_dict(Value v) { return v.as<DefaultDictObject>(); }

Value defaultdict_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* d = static_cast<DefaultDictObject*>(dict_allocate(t, type));
    if (!d) return Value::error();
    d->factory = Value::none();
    return Value::object(d);
}

int defaultdict_init(Thread& t, Value self, const CallArgs& args) {
    Value factory = args.nargs ? args.args[0] : Value::none();
    if (args.nargs && !factory.is_none() && !is_callable(t, factory)) {
        (void)raise(t, Exc::TypeError, "first argument must be callable or None");
        return -1;
    }
    decref(std::exchange(default_dict(self)->factory, own(factory).release()));
    size_t skip = args.nargs ? 1 : 0;
    return dict_init(t, self, CallArgs{args.args + skip, args.nargs - skip, args.kwnames});
}

void defaultdict_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    drop_field(&static_cast<DefaultDictObject*>(o)->factory);
    dict_dealloc(interp, o);
}
void defaultdict_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<DefaultDictObject*>(o)->factory);
    dict_traverse(o, visitor);
}
void defaultdict_clear(Interpreter& interp, Object* o) {
    drop_field(&static_cast<DefaultDictObject*>(o)->factory);
    dict_clear_slot(interp, o);
}

Status append_factory(Thread& t, StrBuilder& text, Value self) {
    Value factory = default_dict(self)->factory;
    if (factory.is_unbound()) factory = Value::none();
    Ref held = own(factory);
    ReprGuard guard(t, held);
    if (guard.active_before()) return text.append_ascii("...");
    return append_repr(t, text, held);
}
Ref defaultdict_text(Thread& t, Value self) {
    Ref items = Ref::steal(t.interp.type(Kind::Dict)->slots.repr(t, self));
    if (items.failed()) return Failed{};
    StrBuilder text(t);
    TRY(text.append_ascii("defaultdict("));
    TRY(append_factory(t, text, self));
    TRY(text.append_ascii(", "));
    TRY(text.append(items.as<StrObject>()));
    TRY(text.append_char(')'));
    return text.finish();
}
Value defaultdict_repr(Thread& t, Value self) { return defaultdict_text(t, self).release(); }

Ref defaultdict_missing(Thread& t, DefaultDictObject* self, Value key) {
    if (self->factory.is_none() || self->factory.is_unbound()) return raise_key_error(t, key);
    Ref factory = own(self->factory);
    Ref value = TRY(call(t, factory));
    TRY(set_item(t, Value::object(self), key, value));
    return value;
}

// d[key] without the way through __missing__ as an attribute, unless a subclass has its own.
Ref defaultdict_subscript(Thread& t, Value self, Value key) {
    DictObject* d = self.as<DictObject>();
    if (d->type->spec != &kDefaultDictSpec) return Ref::steal(dict_get_item(t, self, key));
    Value value = TRY(dict_get(t, d, key));
    return value.is_unbound() ? defaultdict_missing(t, default_dict(self), key) : own(value);
}
Value defaultdict_get_item(Thread& t, Value self, Value key) { return defaultdict_subscript(t, self, key).release(); }

Ref defaultdict_copy(Thread& t, DefaultDictObject* self) {
    Ref factory = own(self->factory.is_unbound() ? Value::none() : self->factory), type = own(self->type);
    return call(t, type, factory, Value::object(self));
}
Ref defaultdict_reduce(Thread& t, DefaultDictObject* self) {
    bool plain = self->factory.is_none() || self->factory.is_unbound();
    Ref args = plain ? Ref(TRY(tuple_new(t, 0))) : Ref(TRY(tuple_pack(t, {self->factory})));
    Ref items = TRY(call_method(t, Value::object(self), t.interp.names.items));
    Ref iterator = TRY(get_iterator(t, items));
    return tuple_pack(t, {Value::object(self->type), args, Value::none(), Value::none(), iterator});
}

bool is_default_dict(Value v) {
    if (!as_dict(v)) return false;
    for (const TypeObject* type = v.as_object()->type; type; type = type->base)
        if (type->spec == &kDefaultDictSpec) return true;
    return false;
}
// a | b where one is a defaultdict: of its class and with its factory, filled from both.
Ref defaultdict_union(Thread& t, Value a, Value b) {
    Value model = is_default_dict(a) ? a : b;
    Value given = default_dict(model)->factory;
    Ref factory = own(given.is_unbound() ? Value::none() : given), type = own(model.as_object()->type);
    Ref result = TRY(call(t, type, factory, a));
    if (!as_dict(result)) return raise(t, Exc::TypeError, "a defaultdict expected, not %.50s", type_name_of(t, result));
    TRY(dict_update(t, result.as<DictObject>(), b));
    return result;
}
Value defaultdict_or(Thread& t, Value a, Value b) {
    if (t.interp.lang36) return Value::not_implemented();
    if (!as_dict(a) || !as_dict(b)) return Value::not_implemented();
    return defaultdict_union(t, a, b).release();
}

constexpr MethodDef METHODS[] = {
    method<defaultdict_copy>("__copy__", "(self, /)", "D.copy() -> a shallow copy of D."),
    method<defaultdict_missing>("__missing__", "(self, key, /)",
                                "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n"
                                "  if self.default_factory is None: raise KeyError((key,))\n"
                                "  self[key] = value = self.default_factory()\n"
                                "  return value\n"),
    method<defaultdict_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
    method<defaultdict_copy>("copy", "(self, /)", "D.copy() -> a shallow copy of D."),
};
constexpr MemberDef MEMBERS[] = {
    {"default_factory", offsetof(DefaultDictObject, factory), true,
     "Factory for default value called by __missing__()."},
};

}  // namespace

constinit const TypeSpec kDefaultDictSpec = {
    .name = "collections.defaultdict",
    .doc =
        "defaultdict(default_factory[, ...]) --> dict with default factory\n\n"
        "The default factory is called without arguments to produce\n"
        "a new value when a key is not present, in __getitem__ only.\n"
        "A defaultdict compares equal to a dict with the same items.\n"
        "All remaining arguments are treated the same as if they were\n"
        "passed to the dict constructor, including keyword arguments.",
    .basic_size = sizeof(DefaultDictObject),
    .flags = kTypeBase | kTypeGc,
    .slots = with_union({.dealloc = defaultdict_dealloc,
              .traverse = defaultdict_traverse,
              .clear = defaultdict_clear,
              .repr = defaultdict_repr,
              .getattr = generic_get_attribute,
              .new_ = defaultdict_new,
              .init = defaultdict_init,
              .get_item = defaultdict_get_item}, defaultdict_or),
    .methods = METHODS,
    .members = MEMBERS,
};

}  // namespace krait
