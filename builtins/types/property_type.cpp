// property
#include "builtins/types/object_common.h"
#include "vm/object/property_object.h"

namespace krait {

namespace {

PropertyObject* self_of(Value v) { return v.as<PropertyObject>(); }

Value property_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* p = allocate_instance<PropertyObject>(t, type);
    if (!p) return Value::error();
    p->fget = p->fset = p->fdel = p->doc = Value::unbound();
    p->doc_from_getter = false;
    p->dict = nullptr;
    gc_track(p);
    return Value::object(p);
}

// Inline caches hold the functions of a property by the version of its class: a second __init__ ends all of them.
void forget_caches(Thread& t, const PropertyObject* p) {
    if (!p->fget.is_unbound() || !p->fset.is_unbound()) type_modified(t.interp.type(Kind::ObjectType));
}

// Without an explicit docstring the getter's is taken. A subclass keeps it in its instance dict, where its own class
// attribute __doc__ would hide the member.
Status take_getter_doc(Thread& t, Value self) {
    PropertyObject* p = self_of(self);
    if (p->fget.is_unbound()) return ok();
    Ref getter = own(p->fget);
    Ref doc = TRY(lookup_attribute(t, getter, t.interp.names.dunder_doc));
    if (doc.get().is_unbound()) return ok();
    p->doc_from_getter = true;
    if (!is_kind(self, Kind::Property)) return set_attribute(t, self, t.interp.names.dunder_doc, doc);
    Ref old = Ref::steal(p->doc);
    p->doc = doc.release();
    return ok();
}

constexpr const char* kInitSignature = "(fget=None, fset=None, fdel=None, doc=None)";
constexpr SignatureInfo kInitInfo = parse_signature("(fget=None, fset=None, fdel=None, doc=None)");

int property_init(Thread& t, Value self, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "property", kInitInfo, kInitSignature, args);
    if (bound.failed()) return -1;
    PropertyObject* p = self_of(self);
    forget_caches(t, p);
    Value* fields[] = {&p->fget, &p->fset, &p->fdel, &p->doc};
    Ref old[4];
    for (int i = 0; i < 4; ++i) {
        Value given = bound.slots[i];
        old[i] = Ref::steal(*fields[i]);
        *fields[i] = own(given.is_none() && i < 3 ? Value::unbound() : given).release();
    }
    p->doc_from_getter = false;
    bool no_doc = p->doc.is_unbound() || p->doc.is_none();
    return no_doc && !take_getter_doc(t, self) ? -1 : 0;
}

// A copy with some functions replaced, of the same class.
Ref property_copy(Thread& t, Value self, Value get, Value set, Value del) {
    PropertyObject* p = self_of(self);
    auto pick = [](Value given, Value present) {
        Value v = given.is_unbound() || given.is_none() ? present : given;
        return own(v.is_unbound() ? Value::none() : v);
    };
    Ref fget = pick(get, p->fget), fset = pick(set, p->fset), fdel = pick(del, p->fdel);
    bool from_getter = p->doc_from_getter && !fget.get().is_none();
    Ref doc = own(from_getter || p->doc.is_unbound() ? Value::none() : p->doc);
    Ref cls = own(Value::object(type_of(t, self)));
    Value args[] = {fget, fset, fdel, doc};
    return call(t, cls, CallArgs{args, 4, nullptr});
}

Ref property_getter(Thread& t, Value self, Value f) {
    return property_copy(t, self, f, Value::unbound(), Value::unbound());
}
Ref property_setter(Thread& t, Value self, Value f) {
    return property_copy(t, self, Value::unbound(), f, Value::unbound());
}
Ref property_deleter(Thread& t, Value self, Value f) {
    return property_copy(t, self, Value::unbound(), Value::unbound(), f);
}

Value get_is_abstract(Thread& t, Value self) {
    PropertyObject* p = self_of(self);
    for (Value function : {p->fget, p->fset, p->fdel}) {
        if (function.is_unbound()) continue;
        Ref keep = own(function);
        Ref flag = lookup_attribute(t, keep, t.interp.names.dunder_isabstractmethod);
        if (flag.failed()) return Value::error();
        if (flag.get().is_unbound()) continue;
        auto truth = is_true(t, flag);
        if (!truth) return Value::error();
        if (truth.value()) return Value::true_value();
    }
    return Value::false_value();
}

constexpr GetSetDef GETSETS[] = {{"__isabstractmethod__", &get_is_abstract, nullptr, nullptr}};
constexpr MemberDef MEMBERS[] = {
    {"fget", offsetof(PropertyObject, fget), false, nullptr},
    {"fset", offsetof(PropertyObject, fset), false, nullptr},
    {"fdel", offsetof(PropertyObject, fdel), false, nullptr},
    {"__doc__", offsetof(PropertyObject, doc), true, nullptr},
};
constexpr MethodDef METHODS[] = {
    method<property_getter>("getter", "(self, fget, /)", "Descriptor to change the getter on a property."),
    method<property_setter>("setter", "(self, fset, /)", "Descriptor to change the setter on a property."),
    method<property_deleter>("deleter", "(self, fdel, /)", "Descriptor to change the deleter on a property."),
};

}  // namespace

extern const TypeSpec kPropertyTypeSpec;
constinit const TypeSpec kPropertyTypeSpec = {
    .name = "property",
    .doc = "property(fget=None, fset=None, fdel=None, doc=None) -> property attribute\n"
           "\n"
           "fget is a function to be used for getting an attribute value, and likewise\n"
           "fset is a function for setting, and fdel a function for del'ing, an\n"
           "attribute.  Typical use is to define a managed attribute x:\n\n"
           "class C(object):\n"
           "    def getx(self): return self._x\n"
           "    def setx(self, value): self._x = value\n"
           "    def delx(self): del self._x\n"
           "    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n"
           "\n"
           "Decorators make defining new properties or modifying existing ones easy:\n\n"
           "class C(object):\n"
           "    @property\n"
           "    def x(self):\n"
           "        \"I am the 'x' property.\"\n"
           "        return self._x\n"
           "    @x.setter\n"
           "    def x(self, value):\n"
           "        self._x = value\n"
           "    @x.deleter\n"
           "    def x(self):\n"
           "        del self._x\n",
    .basic_size = sizeof(PropertyObject),
    .flags = kTypeBase | kTypeGc,
    .slots = {.dealloc = property_dealloc,
              .traverse = property_traverse,
              .clear = property_clear,
              .getattr = generic_get_attribute,
              .descr_get = property_get,
              .descr_set = property_set,
              .new_ = property_new,
              .init = property_init},
    .methods = METHODS,
    .getsets = GETSETS,
    .members = MEMBERS,
    .new_signature = kInitSignature,
};

}  // namespace krait
