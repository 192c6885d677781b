// super
#include "builtins/types/object_common.h"
#include "vm/object/attribute.h"
#include "vm/object/super_object.h"
#include "vm/protocol/call.h"

namespace krait {

namespace {

SuperObject* self_of(Value v) { return v.as<SuperObject>(); }

Value super_new_slot(Thread& t, TypeObject* type, const CallArgs&) {
    auto* o = allocate_instance<SuperObject>(t, type);
    if (!o) return Value::error();
    o->super_type = nullptr;
    o->self = Value::unbound();
    o->self_type = nullptr;
    gc_track(o);
    return Value::object(o);
}

Status super_arguments(Thread& t, const CallArgs& args, TypeObject** type, Ref* object) {
    if (has_keywords(args)) return raise(t, Exc::TypeError, "super() does not take keyword arguments");
    if (args.nargs > 2) return raise(t, Exc::TypeError, "super() takes at most 2 arguments (%zu given)", args.nargs);
    if (args.nargs == 0) return super_arguments_from_frame(t, type, object);
    *type = as_type(args.args[0]);
    if (!*type)
        return raise(t, Exc::TypeError, "super() argument 1 must be type, not %s",
                     argument_type_name(t, args.args[0]));
    if (args.nargs == 2 && !args.args[1].is_none()) *object = own(args.args[1]);
    return ok();
}

int super_init(Thread& t, Value self, const CallArgs& args) {
    TypeObject* type = nullptr;
    Ref object;
    if (!super_arguments(t, args, &type, &object)) return -1;
    Ref keep = own(type);
    TypeObject* self_type = nullptr;
    if (!object.get().is_unbound()) {
        auto checked = super_check(t, type, object);
        if (!checked) return -1;
        self_type = checked.value();
    }
    super_fill(self_of(self), type, object, self_type);
    return 0;
}

Value super_repr(Thread& t, Value self) {
    auto* s = self_of(self);
    const char* type = s->super_type ? type_name(s->super_type) : "NULL";
    if (!s->self_type) return str_format_c(t, "<super: <class '%s'>, NULL>", type).release();
    return str_format_c(t, "<super: <class '%s'>, <%s object>>", type, type_name(s->self_type)).release();
}

Value super_get(Thread& t, Value descr, Value instance, Value) {
    auto* s = self_of(descr);
    if (instance.is_unbound() || !s->self.is_unbound() || !s->super_type) return own(descr).release();
    if (is_kind(descr, Kind::Super)) return super_new(t, s->super_type, instance).release();
    Ref cls = own(Value::object(type_of(t, descr))), type = own(s->super_type);
    return call(t, cls, type, instance).release();
}

constexpr MemberDef MEMBERS[] = {
    {"__thisclass__", offsetof(SuperObject, super_type), false, "the class invoking super()"},
    {"__self__", offsetof(SuperObject, self), false, "the instance invoking super(); may be None"},
    {"__self_class__", offsetof(SuperObject, self_type), false,
     "the type of the instance invoking super(); may be None"},
};

}  // namespace

extern const TypeSpec kSuperTypeSpec;
constinit const TypeSpec kSuperTypeSpec = {
    .name = "super",
    .doc = "super() -> same as super(__class__, <first argument>)\n"
           "super(type) -> unbound super object\n"
           "super(type, obj) -> bound super object; requires isinstance(obj, type)\n"
           "super(type, type2) -> bound super object; requires issubclass(type2, type)\n"
           "Typical use to call a cooperative superclass method:\n"
           "class C(B):\n"
           "    def meth(self, arg):\n"
           "        super().meth(arg)\n"
           "This works for class methods too:\n"
           "class C(B):\n"
           "    @classmethod\n"
           "    def cmeth(cls, arg):\n"
           "        super().cmeth(arg)\n",
    .basic_size = sizeof(SuperObject),
    .flags = kTypeBase | kTypeGc,
    .slots = {.dealloc = super_dealloc,
              .traverse = super_traverse,
              .repr = super_repr,
              .getattr = super_get_attribute,
              .descr_get = super_get,
              .new_ = super_new_slot,
              .init = super_init},
    .members = MEMBERS,
};

}  // namespace krait
