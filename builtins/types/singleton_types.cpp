// The types of None, NotImplemented and Ellipsis, whose only instances are immediate values.
#include "vm/native/method_def.h"
#include "vm/protocol/protocol.h"

namespace krait {
namespace {

bool no_arguments(Thread& t, const char* name, const CallArgs& args) {
    if (args.nargs == 0 && !(args.kwnames && args.kwnames->size)) return true;
    (void)raise(t, Exc::TypeError, "%s takes no arguments", name);
    return false;
}
Value none_new(Thread& t, TypeObject*, const CallArgs& args) {
    return no_arguments(t, "NoneType", args) ? Value::none() : Value::error();
}
Value not_implemented_new(Thread& t, TypeObject*, const CallArgs& args) {
    return no_arguments(t, "NotImplementedType", args) ? Value::not_implemented() : Value::error();
}
Value ellipsis_new(Thread& t, TypeObject*, const CallArgs& args) {
    return no_arguments(t, "EllipsisType", args) ? Value::ellipsis() : Value::error();
}
Value none_repr(Thread& t, Value) { return str_from_ascii(t, "None").release(); }
Value not_implemented_repr(Thread& t, Value) { return str_from_ascii(t, "NotImplemented").release(); }
Value ellipsis_repr(Thread& t, Value) { return str_from_ascii(t, "Ellipsis").release(); }
int none_truth(Thread&, Value) { return 0; }

Ref not_implemented_reduce(Thread& t, Value) { return str_from_ascii(t, "NotImplemented"); }
Ref ellipsis_reduce(Thread& t, Value) { return str_from_ascii(t, "Ellipsis"); }

constexpr MethodDef NOT_IMPLEMENTED_METHODS[] = {
    method<not_implemented_reduce>("__reduce__", "(self, /)", "Name under which copying finds the object."),
};
constexpr MethodDef ELLIPSIS_METHODS[] = {
    method<ellipsis_reduce>("__reduce__", "(self, /)", "Name under which copying finds the object."),
};

}  // namespace

extern const TypeSpec kNoneTypeSpec;
extern const TypeSpec kNotImplementedTypeSpec;
extern const TypeSpec kEllipsisTypeSpec;
constinit const TypeSpec kNoneTypeSpec = {
    .name = "NoneType",
    .basic_size = sizeof(Object),
    .flags = kTypeInheritsGetattr,
    .slots = {.repr = none_repr, .new_ = none_new, .truth = none_truth},
};
constinit const TypeSpec kNotImplementedTypeSpec = {
    .name = "NotImplementedType",
    .basic_size = sizeof(Object),
    .flags = kTypeInheritsGetattr,
    .slots = {.repr = not_implemented_repr, .new_ = not_implemented_new},
    .methods = NOT_IMPLEMENTED_METHODS,
};
constinit const TypeSpec kEllipsisTypeSpec = {
    .name = "ellipsis",
    .basic_size = sizeof(Object),
    .flags = 0,
    .slots = {.repr = ellipsis_repr, .new_ = ellipsis_new},
    .methods = ELLIPSIS_METHODS,
};

}  // namespace krait
