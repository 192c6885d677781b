// _weakref: what weakref.py is built on.
#include "builtins/types/weakref_types.h"
#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

Ref weakref_proxy(Thread& t, Value object, Value callback) {
    TypeObject* type = t.interp.type(is_callable(t, object) ? Kind::WeakCallableProxy : Kind::WeakProxy);
    return weakref_new(t, type, object, callback);
}

bool alive(const WeakRefObject* r) { return r->refcount != 0 && !(r->flags & kInDestroy); }

Fallible<int64_t> weakref_getweakrefcount(Thread& t, Value object) {
    int64_t count = 0;
    if (object.is_object())
        for (WeakRefObject* r = weakref_first(t.interp, object.as_object()); r; r = r->next) count += alive(r);
    return count;
}

Ref weakref_getweakrefs(Thread& t, Value object) {
    int64_t count = TRY(weakref_getweakrefcount(t, object));
    RefTo<ListObject> list = TRY(list_new(t, static_cast<size_t>(count)));
    if (!object.is_object()) return list;
    for (WeakRefObject* r = weakref_first(t.interp, object.as_object()); r; r = r->next)
        if (alive(r)) TRY(list_append(t, list.get(), Value::object(r)));
    return list;
}

// Atomic for WeakValueDictionary: removes dct[key] if the reference stored there is dead.
Status weakref_remove_dead(Thread& t, DictObject* dict, Value key) {
    Ref held = own(dict), found = own(TRY(dict_get(t, dict, key)));
    if (found.get().is_unbound()) return ok();
    if (!layout_is(found, Kind::WeakRef)) return raise(t, Exc::TypeError, "not a weakref");
    if (!weakref_target(found.as<WeakRefObject>()).is_none()) return ok();
    (void)TRY(dict_delete(t, dict, key));
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<weakref_getweakrefcount>("getweakrefcount", "(object, /)", "Number of weak references to `object`."),
    function<weakref_getweakrefs>("getweakrefs", "(object, /)", "List of the weak references to `object`."),
    function<weakref_proxy>("proxy", "(object, callback=None, /)",
                            "Proxy that weakly references `object`; `callback(proxy)` is called when it dies."),
    function<weakref_remove_dead>("_remove_dead_weakref", "(dct, key, /)",
                                  "Remove `key` from the dict if its value is a dead weak reference."),
};

Status weakref_exec(Thread& t, ModuleObject* module) {
    TRY(module_set(t, module, "ref", Value::object(t.interp.type(Kind::WeakRef))));
    TRY(module_set(t, module, "ReferenceType", Value::object(t.interp.type(Kind::WeakRef))));
    TRY(module_set(t, module, "ProxyType", Value::object(t.interp.type(Kind::WeakProxy))));
    return module_set(t, module, "CallableProxyType", Value::object(t.interp.type(Kind::WeakCallableProxy)));
}

}  // namespace

extern const ModuleDef kWeakrefModule;
constinit const ModuleDef kWeakrefModule = {"_weakref", "Weak references.", kFunctions, weakref_exec};

}  // namespace krait
