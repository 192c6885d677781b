// staticmethod and classmethod.
#include "builtins/types/object_common.h"
#include "vm/object/instance_object.h"
#include "vm/object/method_decorator_object.h"
#include "vm/protocol/call.h"

namespace krait {

namespace {

StaticMethodObject* self_of(Value v) { return v.as<StaticMethodObject>(); }

Value decorator_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* o = allocate_instance<StaticMethodObject>(t, type);
    if (!o) return Value::error();
    o->callable = Value::unbound();
    o->dict = nullptr;
    gc_track(o);
    return Value::object(o);
}

int decorator_init(Thread& t, Value self, const CallArgs& args, const char* name) {
    if (has_keywords(args)) {
        (void)raise(t, Exc::TypeError, "%s() does not take keyword arguments", name);
        return -1;
    }
    if (args.nargs != 1) {
        (void)raise(t, Exc::TypeError, "%s expected 1 arguments, got %zu", name, args.nargs);
        return -1;
    }
    // Inline caches look through a static method by the version of its class: a second __init__ ends all of them.
    if (!self_of(self)->callable.is_unbound()) type_modified(t.interp.type(Kind::ObjectType));
    Ref old = Ref::steal(self_of(self)->callable);
    self_of(self)->callable = own(args.args[0]).release();
    return 0;
}
int static_init(Thread& t, Value self, const CallArgs& args) { return decorator_init(t, self, args, "staticmethod"); }
int class_init(Thread& t, Value self, const CallArgs& args) { return decorator_init(t, self, args, "classmethod"); }

Value get_is_abstract(Thread& t, Value self) {
    if (self_of(self)->callable.is_unbound()) return Value::false_value();
    Ref callable = own(self_of(self)->callable);
    Ref flag = lookup_attribute(t, callable, t.interp.names.dunder_isabstractmethod);
    if (flag.failed()) return Value::error();
    if (flag.get().is_unbound()) return Value::false_value();
    auto truth = is_true(t, flag);
    return truth ? Value::boolean(truth.value()) : Value::error();
}

Value get_dict(Thread& t, Value self) { return object_get_dict(t, self); }
int set_dict(Thread& t, Value self, Value value) { return object_set_dict(t, self, value); }

constexpr GetSetDef GETSETS[] = {
    {"__isabstractmethod__", &get_is_abstract, nullptr, nullptr},
    {"__dict__", &get_dict, &set_dict, nullptr},
};
constexpr MemberDef MEMBERS[] = {{"__func__", offsetof(StaticMethodObject, callable), false, nullptr}};

// Inside the class body a static method can be called (later than 3.6).
Value static_call(Thread& t, Value self, const CallArgs& args) {
    if (self_of(self)->callable.is_unbound())
        return raise(t, Exc::RuntimeError, "uninitialized staticmethod object");
    Ref callable = own(self_of(self)->callable);
    return call(t, callable, args).release();
}

}  // namespace

extern const TypeSpec kStaticMethodTypeSpec;
extern const TypeSpec kClassMethodTypeSpec;

constinit const TypeSpec kStaticMethodTypeSpec = {
    .name = "staticmethod",
    .doc = "staticmethod(function) -> method\n\n"
           "Convert a function to be a static method.\n\n"
           "A static method does not receive an implicit first argument.\n"
           "To declare a static method, use this idiom:\n\n"
           "     class C:\n"
           "         @staticmethod\n"
           "         def f(arg1, arg2, ...):\n"
           "             ...\n\n"
           "It can be called either on the class (e.g. C.f()) or on an instance\n"
           "(e.g. C().f()).  The instance is ignored except for its class.\n\n"
           "Static methods in Python are similar to those found in Java or C++.\n"
           "For a more advanced concept, see the classmethod builtin.",
    .basic_size = sizeof(StaticMethodObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeInheritsGetattr,
    .slots = {.dealloc = method_decorator_dealloc,
              .traverse = method_decorator_traverse,
              .clear = method_decorator_clear,
              .call = static_call,
              .descr_get = static_method_get,
              .new_ = decorator_new,
              .init = static_init},
    .getsets = GETSETS,
    .members = MEMBERS,
};

constinit const TypeSpec kClassMethodTypeSpec = {
    .name = "classmethod",
    .doc = "classmethod(function) -> method\n\n"
           "Convert a function to be a class method.\n\n"
           "A class method receives the class as implicit first argument,\n"
           "just like an instance method receives the instance.\n"
           "To declare a class method, use this idiom:\n\n"
           "  class C:\n"
           "      @classmethod\n"
           "      def f(cls, arg1, arg2, ...):\n"
           "          ...\n\n"
           "It can be called either on the class (e.g. C.f()) or on an instance\n"
           "(e.g. C().f()).  The instance is ignored except for its class.\n"
           "If a class method is called for a derived class, the derived class\n"
           "object is passed as the implied first argument.\n\n"
           "Class methods are different than C++ or Java static methods.\n"
           "If you want those, see the staticmethod builtin.",
    .basic_size = sizeof(StaticMethodObject),
    .flags = kTypeBase | kTypeGc | kTypeHasDict | kTypeInheritsGetattr,
    .slots = {.dealloc = method_decorator_dealloc,
              .traverse = method_decorator_traverse,
              .clear = method_decorator_clear,
              .descr_get = class_method_get,
              .new_ = decorator_new,
              .init = class_init},
    .getsets = GETSETS,
    .members = MEMBERS,
};

}  // namespace krait
