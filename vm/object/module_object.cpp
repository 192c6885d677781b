#include "vm/object/module_object.h"

#include "vm/error/raise.h"
#include "vm/object/attribute.h"
#include "vm/object/dict_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"

namespace krait {

Status module_init_dict(Thread& t, DictObject* dict, Value name, Value doc) {
    const Names& names = t.interp.names;
    TRY(dict_set_str(t, dict, names.dunder_name, name));
    TRY(dict_set_str(t, dict, names.dunder_doc, doc));
    TRY(dict_set_str(t, dict, names.dunder_package, Value::none()));
    TRY(dict_set_str(t, dict, names.dunder_loader, Value::none()));
    return dict_set_str(t, dict, names.dunder_spec, Value::none());
}

RefTo<ModuleObject> module_new(Thread& t, StrObject* name) {
    RefTo<DictObject> dict = TRY(dict_new(t));
    TRY(module_init_dict(t, dict.get(), Value::object(name), Value::none()));
    auto* m = allocate_instance<ModuleObject>(t, t.interp.type(Kind::Module));
    if (!m) return Failed{};
    m->dict = dict.release();
    m->state = nullptr;
    m->free_state = nullptr;
    gc_track(m);
    return RefTo<ModuleObject>::steal(m);
}

KRAIT_COLD Ref module_ask(Thread& t, Value self, StrObject* name) {
    if (t.interp.lang36) return Ref();
    Value found = dict_get_str(t, self.as<ModuleObject>()->dict, t.interp.names.dunder_getattr);
    if (found.is_error()) return Failed{};
    if (found.is_unbound()) return Ref();
    Ref function = own(found);
    return call(t, function, Value::object(name));
}

Value module_get_attribute(Thread& t, Value self, StrObject* name) {
    Value result = generic_find_attribute(t, self, name);
    if (KRAIT_LIKELY(!result.is_unbound())) return result;
    Ref asked = module_ask(t, self, name);
    if (asked.failed() || !asked.get().is_unbound()) return asked.release();
    Value own_name = dict_get_str(t, self.as<ModuleObject>()->dict, t.interp.names.dunder_name);
    if (own_name.is_error()) return own_name;
    std::string attribute = told(t, name);
    if (!layout_is(own_name, Kind::Str))
        return raise(t, Exc::AttributeError, "module has no attribute '%s'", attribute.c_str());
    return raise(t, Exc::AttributeError, "module '%s' has no attribute '%s'",
                 told(t, own_name.as<StrObject>()).c_str(), attribute.c_str());
}

void module_dealloc(Interpreter& interp, Object* o) {
    auto* m = static_cast<ModuleObject*>(o);
    if (m->free_state) m->free_state(interp, m->state);
    if (m->dict) decref(m->dict);
    free_object(interp, o);
}

// Also the mark by which module_traverse knows a state that is an object.
static void drop_object_state(Interpreter&, void* state) { decref(static_cast<Object*>(state)); }

void module_own_state(ModuleObject* m, Object* state) {
    m->state = state;
    m->free_state = &drop_object_state;
}

void module_traverse(Object* o, Visitor& visitor) {
    auto* m = static_cast<ModuleObject*>(o);
    visitor.visit_pointer(m->dict);
    if (m->free_state == &drop_object_state) visitor.visit_object(static_cast<Object*>(m->state));
}

// The dict is never null: its contents go instead.
void module_clear(Interpreter& interp, Object* o) {
    Ref dict = own(static_cast<ModuleObject*>(o)->dict);
    dict_clear(interp, dict.as<DictObject>());
}

Ref mapping_proxy_new(Thread& t, Value mapping) {
    auto* proxy = allocate<MappingProxyObject>(t, t.interp.type(Kind::MappingProxy));
    if (!proxy) return Failed{};
    incref(mapping);
    proxy->mapping = mapping;
    gc_track(proxy);
    return Ref::steal(proxy);
}

void mapping_proxy_dealloc(Interpreter& interp, Object* o) {
    decref(static_cast<MappingProxyObject*>(o)->mapping);
    free_object(interp, o);
}

void mapping_proxy_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<MappingProxyObject*>(o)->mapping);
}

}  // namespace krait
