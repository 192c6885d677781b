// Module _typing: what compiled type parameters and aliases need from the interpreter; the rest is Python
// (_krait_generics).
#include "builtins/types/class_alias.h"
#include "builtins/types/object_common.h"
#include "vm/interp/frame.h"
#include "vm/native/module_def.h"
#include "vm/protocol/call.h"
#include "vm/protocol/generics.h"

namespace krait {

namespace {

// The namespace of the class body that calls.
Ref typing_namespace(Thread& t) {
    Frame* frame = caller_frame(t, 0);
    if (!frame || !(frame->flags & kFrameHasLocals)) return raise(t, Exc::SystemError, "no locals found");
    return own(frame->locals);
}

// Value in a mapping, UNBOUND: not there.
Ref value_in(Thread& t, Value mapping, Value key) {
    if (is_kind(mapping, Kind::Dict)) return own(TRY(dict_get(t, mapping.as<DictObject>(), key)));
    Ref found = get_item(t, mapping, key);
    if (!found.failed() || !pending_matches(t, Exc::KeyError)) return found;
    clear_exception(t);
    return Ref();
}

Ref global_name(Thread& t, StrObject* name) {
    Frame* frame = caller_frame(t, 0);
    if (!frame) return raise(t, Exc::SystemError, "no frame");
    Ref globals = own(static_cast<Object*>(frame->function->globals)), builtins = own(frame->function->builtins);
    for (Value dict : {globals.get(), builtins.get()}) {
        Ref found = TRY(value_in(t, dict, Value::object(name)));
        if (!found.get().is_unbound()) return found;
    }
    return raise(t, Exc::NameError, "name '%.200s' is not defined", str_to_utf8(name).c_str());
}

// A name in an annotation scope of a class: from the class, else from the cell or from globals and builtins.
Ref typing_class_name(Thread& t, Value classdict, StrObject* name, Value cell) {
    Ref keep = own(classdict), keep_cell = own(cell);
    Ref found = TRY(value_in(t, classdict, Value::object(name)));
    if (!found.get().is_unbound()) return found;
    if (!is_kind(cell, Kind::Cell)) return global_name(t, name);
    Value contents = cell.as<CellObject>()->contents;
    if (!contents.is_unbound()) return own(contents);
    return raise(t, Exc::NameError, "free variable '%.200s' referenced before assignment in enclosing scope",
                 str_to_utf8(name).c_str());
}

// Attribute `value` of an object, which the function in attribute `function` gives when it is first asked for. The
// attribute of the function is None then.
Ref typing_evaluated(Thread& t, StrObject* function, StrObject* value, Value self) {
    StrObject *function_name = intern(t, function), *value_name = intern(t, value);
    if (!function_name || !value_name) return Failed{};
    Ref keep = own(self);
    Ref late = TRY(get_attribute(t, self, function_name));
    if (late.get().is_none()) return get_attribute(t, self, value_name);
    Ref result = TRY(call(t, late));
    TRY(set_attribute(t, self, value_name, result));
    TRY(set_attribute(t, self, function_name, Value::none()));
    return result;
}

Ref typing_alias(Thread& t, Value cls, Value item) { return class_alias(t, cls, item); }
Ref typing_callable_alias(Thread& t, Value cls, Value item) { return generics_call(t, "CallableAlias", cls, item); }

constexpr MethodDef kFunctions[] = {
    function<typing_alias>("alias", "(cls, item, /)", "cls[item]"),
    function<typing_callable_alias>("callable_alias", "(cls, item, /)", "cls[item] of collections.abc.Callable"),
    function<typing_class_name>("class_name", "(classdict, name, cell=None, /)",
                                "A name as annotation scopes of a class see it."),
    function<typing_evaluated>("evaluated", "(function, value, self, /)",
                               "An attribute that is computed when it is first asked for."),
    function<typing_namespace>("namespace", "()", "The namespace of the class body that calls."),
};

}  // namespace

extern const ModuleDef kTypingModule;
constinit const ModuleDef kTypingModule = {
    .name = "_typing", .doc = "Primitives of type parameters and type aliases.", .functions = kFunctions};

}  // namespace krait
