// types.SimpleNamespace: attributes and nothing else. Instances have only the dict of their trailer.
#include "builtins/types/object_common.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/call.h"

namespace krait {

namespace {

Value namespace_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* o = allocate_instance<Object>(t, type);
    if (!o) return Value::error();
    gc_track(o);
    Ref self = Ref::steal(o);
    return instance_dict(t, o) ? self.release() : Value::error();
}

int namespace_init(Thread& t, Value self, const CallArgs& args) {
    if (args.nargs > 0) {
        (void)raise(t, Exc::TypeError, "no positional arguments expected");
        return -1;
    }
    auto dict = instance_dict(t, self.as_object());
    if (!dict) return -1;
    for (uint32_t i = 0; args.kwnames && i < args.kwnames->size; ++i)
        if (!dict_set(t, dict.value(), args.kwnames->items[i], args.args[i])) return -1;
    return 0;
}

Status append_attribute(Thread& t, StrBuilder& text, DictObject* dict, Value key, bool first) {
    if (!layout_is(key, Kind::Str) || key.as<StrObject>()->length == 0) return ok();
    Value found = TRY(dict_get(t, dict, key));
    if (found.is_unbound()) return ok();
    Ref value = own(found);
    if (!first) TRY(text.append_ascii(", "));
    TRY(text.append(key.as<StrObject>()));
    TRY(text.append_char('='));
    RefTo<StrObject> shown = TRY(repr(t, value));
    return text.append(shown.get());
}

Ref namespace_repr_ref(Thread& t, Value self) {
    std::string name = is_kind(self, Kind::SimpleNamespace) ? "namespace" : type_name_of(t, self);
    ReprGuard guard(t, self);
    if (guard.active_before()) return str_format_c(t, "%s(...)", name.c_str());
    DictObject* own_dict = TRY(instance_dict(t, self.as_object()));
    RefTo<DictObject> dict = RefTo<DictObject>::own(own_dict);
    RefTo<ListObject> keys = TRY(dict_key_list(t, dict.get()));
    StrObject* sort_name = intern_utf8(t, "sort");
    if (!sort_name) return Failed{};
    Ref sorted = TRY(call_method(t, keys.value(), sort_name));
    StrBuilder text(t);
    TRY(text.append_utf8(name));
    TRY(text.append_char('('));
    for (uint32_t i = 0; i < keys->size; ++i) {
        Ref key = own(keys->items[i]);
        TRY(append_attribute(t, text, dict.get(), key, i == 0));
    }
    TRY(text.append_char(')'));
    return text.finish();
}
Value namespace_repr(Thread& t, Value self) { return namespace_repr_ref(t, self).release(); }

Value namespace_compare(Thread& t, Value a, Value b, CompareOp op) {
    if (!layout_is(a, Kind::SimpleNamespace) || !layout_is(b, Kind::SimpleNamespace)) return Value::not_implemented();
    auto left = instance_dict(t, a.as_object());
    if (!left) return Value::error();
    auto right = instance_dict(t, b.as_object());
    if (!right) return Value::error();
    return rich_compare(t, Value::object(left.value()), Value::object(right.value()), op).release();
}

void namespace_dealloc(Interpreter& interp, Object* o) {
    instance_clear_values(interp, o);
    free_object(interp, o);
}

void namespace_traverse(Object* o, Visitor& visitor) { visitor.visit_pointer(*object_dict_slot(o)); }

Value get_dict(Thread& t, Value self) { return object_get_dict(t, self); }

Ref namespace_reduce(Thread& t, Value self) {
    DictObject* dict = TRY(instance_dict(t, self.as_object()));
    return tuple_pack(t, {Value::object(type_of(t, self)), Value::object(t.interp.empty_tuple), Value::object(dict)});
}

constexpr GetSetDef GETSETS[] = {{"__dict__", &get_dict, nullptr, nullptr}};
constexpr MethodDef METHODS[] = {
    method<namespace_reduce>("__reduce__", "(self, /)", "Return state information for pickling")};

}  // namespace

extern const TypeSpec kSimpleNamespaceTypeSpec;
constinit const TypeSpec kSimpleNamespaceTypeSpec = {
    .name = "types.SimpleNamespace",
    .doc = "A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)",
    .basic_size = sizeof(Object),
    .flags = kTypeBase | kTypeGc | kTypeHasDict,
    .slots = {.dealloc = namespace_dealloc,
              .traverse = namespace_traverse,
              .clear = instance_clear_values,
              .repr = namespace_repr,
              .compare = namespace_compare,
              .getattr = generic_get_attribute,
              .setattr = generic_set_attribute,
              .new_ = namespace_new,
              .init = namespace_init},
    .methods = METHODS,
    .getsets = GETSETS,
};

}  // namespace krait
