// module
#include "builtins/types/object_common.h"
#include "vm/object/attribute.h"
#include "vm/object/module_object.h"

namespace krait {

namespace {

ModuleObject* self_of(Value v) { return v.as<ModuleObject>(); }

Value module_new_slot(Thread& t, TypeObject* type, const CallArgs&) {
    RefTo<DictObject> dict = dict_new(t);
    if (!dict) return Value::error();
    auto* m = allocate_instance<ModuleObject>(t, type);
    if (!m) return Value::error();
    m->dict = dict.release();
    m->state = nullptr;
    m->free_state = nullptr;
    gc_track(m);
    return Value::object(m);
}

constexpr const char* kInitSignature = "(name, doc=None)";
constexpr SignatureInfo kInitInfo = parse_signature("(name, doc=None)");

int module_init(Thread& t, Value self, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "module.__init__", kInitInfo, kInitSignature, args);
    if (bound.failed()) return -1;
    if (!layout_is(bound.slots[0], Kind::Str)) {
        (void)raise(t, Exc::TypeError, "module.__init__() argument 1 must be str, not %s",
                    argument_type_name(t, bound.slots[0]));
        return -1;
    }
    Value doc = bound.slots[1].is_unbound() ? Value::none() : bound.slots[1];
    return module_init_dict(t, self_of(self)->dict, bound.slots[0], doc) ? 0 : -1;
}

// ------------------------------------------------------------------------------------------------ repr

// An attribute for the repr: UNBOUND when it is missing or cannot be had.
Ref quiet_attribute(Thread& t, Value object, const char* name) {
    StrObject* interned = intern_utf8(t, name);
    if (!interned) return Failed{};
    return lookup_attribute(t, object, interned);
}

bool is_absent(const Ref& r) { return r.get().is_unbound() || r.get().is_none(); }

Ref repr_of_spec(Thread& t, Value spec) {
    Ref name = TRY(quiet_attribute(t, spec, "name"));
    std::string shown = is_absent(name) ? "?" : repr_utf8(t, name);
    Ref origin = TRY(quiet_attribute(t, spec, "origin"));
    if (is_absent(origin)) {
        Ref loader = TRY(quiet_attribute(t, spec, "loader"));
        if (is_absent(loader)) return str_format_c(t, "<module %s>", shown.c_str());
        return str_format_c(t, "<module %s (%s)>", shown.c_str(), repr_utf8(t, loader).c_str());
    }
    Ref has_location = TRY(quiet_attribute(t, spec, "has_location"));
    bool located = !has_location.get().is_unbound() && TRY(is_true(t, has_location));
    if (located) return str_format_c(t, "<module %s from %s>", shown.c_str(), repr_utf8(t, origin).c_str());
    Ref text = TRY(str_of(t, origin));
    return str_format_c(t, "<module %s (%s)>", shown.c_str(), str_to_utf8(text.as<StrObject>()).c_str());
}

Ref repr_without_spec(Thread& t, Value self) {
    Ref name = TRY(quiet_attribute(t, self, "__name__"));
    std::string shown = name.get().is_unbound() ? "'?'" : repr_utf8(t, name);
    Ref file = TRY(quiet_attribute(t, self, "__file__"));
    if (!file.get().is_unbound())
        return str_format_c(t, "<module %s from %s>", shown.c_str(), repr_utf8(t, file).c_str());
    Ref loader = TRY(quiet_attribute(t, self, "__loader__"));
    if (is_absent(loader)) return str_format_c(t, "<module %s>", shown.c_str());
    return str_format_c(t, "<module %s (%s)>", shown.c_str(), repr_utf8(t, loader).c_str());
}

// The loader's own text, in the older way: UNBOUND when it has none or fails.
Ref repr_of_loader(Thread& t, Value self) {
    Ref loader = TRY(quiet_attribute(t, self, "__loader__"));
    if (is_absent(loader)) return Ref();
    Ref method = TRY(quiet_attribute(t, loader, "module_repr"));
    if (method.get().is_unbound()) return Ref();
    Ref text = call(t, method, self);
    if (text.failed() && pending_matches(t, Exc::Exception)) {
        clear_exception(t);
        return Ref();
    }
    return text;
}

Value module_repr(Thread& t, Value self) {
    Ref text = repr_of_loader(t, self);
    if (text.failed() || !text.get().is_unbound()) return text.release();
    Ref spec = quiet_attribute(t, self, "__spec__");
    if (spec.failed()) return Value::error();
    return is_absent(spec) ? repr_without_spec(t, self).release() : repr_of_spec(t, spec).release();
}

// ------------------------------------------------------------------------------------------------ methods

Ref module_dir(Thread& t, Value self) {
    Ref dict = TRY(get_attribute(t, self, t.interp.names.dunder_dict));
    if (DictObject* names = as_dict(dict)) return dict_key_list(t, names);
    Ref name = TRY(quiet_attribute(t, self, "__name__"));
    std::string shown = layout_is(name, Kind::Str) ? str_to_utf8(name.as<StrObject>()) : "?";
    return raise(t, Exc::TypeError, "%s.__dict__ is not a dictionary", shown.c_str());
}

constexpr MemberDef MEMBERS[] = {{"__dict__", offsetof(ModuleObject, dict), false, nullptr}};
constexpr MethodDef METHODS[] = {
    method<module_dir>("__dir__", "(self, /)", "__dir__() -> list\nspecialized dir() implementation")};

}  // namespace

extern const TypeSpec kModuleTypeSpec;
constinit const TypeSpec kModuleTypeSpec = {
    .name = "module",
    .doc =
        "module(name[, doc])\n\nCreate a module object.\nThe name must be a string; the optional doc argument can have "
        "any type.",
    .basic_size = sizeof(ModuleObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeHasWeakrefs,
    .slots = {.dealloc = module_dealloc,
              .traverse = module_traverse,
              .clear = module_clear,
              .repr = module_repr,
              .getattr = module_get_attribute,
              .setattr = generic_set_attribute,
              .new_ = module_new_slot,
              .init = module_init},
    .methods = METHODS,
    .members = MEMBERS,
};

}  // namespace krait
