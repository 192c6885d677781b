// Built-in functions on attributes and classes: delattr dir getattr hasattr isinstance issubclass setattr vars.
#include "builtins/functions/builtin_functions.h"
#include "vm/interp/frame.h"
#include "vm/protocol/protocol.h"

namespace krait {

StrObject* attribute_name_argument(Thread& t, Value name, const char* message) {
    if (StrObject* text = as_str(name)) return intern(t, text);
    (void)raise(t, Exc::TypeError, "%s", message);
    return nullptr;
}

Namespaces caller_namespaces(Thread& t) {
    Namespaces found;
    Frame* frame = caller_frame(t, 0);
    if (!frame) return found;
    found.globals = own(static_cast<Object*>(frame->function->globals));
    RefTo<FrameObject> object = TRY(frame_object(t, frame));
    found.locals = TRY(frame_locals(t, object.get()));
    return found;
}

namespace {

Ref builtin_getattr(Thread& t, Value object, Value name, Value fallback) {
    StrObject* key = attribute_name_argument(t, name, "getattr(): attribute name must be string");
    if (!key) return Failed{};
    Ref keep = own(key);
    if (fallback.is_unbound()) return get_attribute(t, object, key);
    Ref found = TRY(lookup_attribute(t, object, key));
    return found.get().is_unbound() ? own(fallback) : std::move(found);
}

Fallible<bool> builtin_hasattr(Thread& t, Value object, Value name) {
    StrObject* key = attribute_name_argument(t, name, "hasattr(): attribute name must be string");
    if (!key) return Failed{};
    Ref keep = own(key);
    Ref found = TRY(lookup_attribute(t, object, key));
    return !found.get().is_unbound();
}

StrObject* stored_name(Thread& t, Value name) {
    if (as_str(name)) return attribute_name_argument(t, name, "");
    (void)raise(t, Exc::TypeError, "attribute name must be string, not '%.200s'", type_name_of(t, name));
    return nullptr;
}

Status builtin_setattr(Thread& t, Value object, Value name, Value value) {
    StrObject* key = stored_name(t, name);
    if (!key) return Failed{};
    Ref keep = own(key);
    return set_attribute(t, object, key, value);
}

Status builtin_delattr(Thread& t, Value object, Value name) {
    StrObject* key = stored_name(t, name);
    if (!key) return Failed{};
    Ref keep = own(key);
    return delete_attribute(t, object, key);
}

Fallible<bool> builtin_isinstance(Thread& t, Value object, Value cls) { return is_instance(t, object, cls); }
Fallible<bool> builtin_issubclass(Thread& t, Value derived, Value cls) { return is_subclass(t, derived, cls); }

// --- dir and vars
Ref sorted_list(Thread& t, Value iterable) {
    RefTo<ListObject> list = TRY(to_list(t, iterable));
    StrObject* sort = intern_utf8(t, "sort");
    if (!sort) return Failed{};
    TRY(call_method(t, list.value(), sort));
    return list;
}

Ref builtin_dir(Thread& t, Value object) {
    if (object.is_unbound()) {
        Namespaces caller = TRY(caller_namespaces(t));
        if (caller.locals.get().is_unbound()) return raise(t, Exc::SystemError, "frame does not exist");
        Ref keys = TRY(call_method(t, caller.locals, t.interp.names.keys));
        return sorted_list(t, keys);
    }
    Ref names = TRY(call_special(t, object, t.interp.names.dunder_dir));
    if (names.get().is_unbound()) return raise(t, Exc::TypeError, "object does not provide __dir__");
    return sorted_list(t, names);
}

Ref builtin_vars(Thread& t, Value object) {
    if (object.is_unbound()) {
        Namespaces caller = TRY(caller_namespaces(t));
        if (caller.locals.get().is_unbound()) return raise(t, Exc::SystemError, "vars(): no locals!?");
        return std::move(caller.locals);
    }
    Ref dict = TRY(lookup_attribute(t, object, t.interp.names.dunder_dict));
    if (dict.get().is_unbound()) return raise(t, Exc::TypeError, "vars() argument must have __dict__ attribute");
    return dict;
}

constexpr MethodDef kRows[] = {
    function<builtin_delattr>("delattr", "(obj, name, /)", "Delete the named attribute: delattr(x, 'y') is del x.y."),
    function<builtin_dir>(
        "dir", "(object=None, /)",
        "dir([object]) -> list of strings\n\nThe names in the current scope, or the object's attributes."),
    function<builtin_getattr>("getattr", "(object, name, default=None, /)",
                              "getattr(object, name[, default]) -> value\n\n"
                              "getattr(x, 'y') is x.y; the default is returned when there is no such attribute."),
    function<builtin_hasattr>("hasattr", "(obj, name, /)",
                              "Return whether the object has an attribute with the given name."),
    function<builtin_isinstance>(
        "isinstance", "(obj, class_or_tuple, /)",
        "Return whether an object is an instance of a class, a subclass of it, or one of a tuple."),
    function<builtin_issubclass>("issubclass", "(cls, class_or_tuple, /)",
                                 "Return whether a class is derived from another, the same, or one of a tuple."),
    function<builtin_setattr>("setattr", "(obj, name, value, /)",
                              "Set the named attribute: setattr(x, 'y', v) is x.y = v."),
    function<builtin_vars>("vars", "(object=None, /)",
                           "vars([object]) -> dictionary\n\nlocals() without argument, object.__dict__ with one."),
};

}  // namespace

Status add_attribute_functions(Thread& t, ModuleObject* module) { return add_functions(t, module, kRows); }

}  // namespace krait
