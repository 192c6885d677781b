#include "vm/native/module_def.h"

#include <cstring>

#include "vm/protocol/protocol.h"

namespace krait {

Ref module_from_def(Thread& t, const ModuleDef& def) {
    StrObject* name = intern_utf8(t, def.name);
    if (!name) return Failed{};
    RefTo<ModuleObject> module = TRY(module_new(t, name));
    Ref doc = def.doc ? TRY(str_from_utf8(t, def.doc)) : own(Value::none());
    TRY(dict_set_str(t, module->dict, t.interp.names.dunder_doc, doc));
    for (const MethodDef& row : def.functions) {
        Ref function = TRY(native_function_new(t, &row, module.value(), Value::object(name)));
        TRY(module_set(t, module.get(), row.name, function));
    }
    if (def.exec) TRY(def.exec(t, module.get()));
    return module;
}

Status module_set(Thread& t, ModuleObject* module, const char* name, Value value) {
    Ref keep = own(value);
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    return dict_set_str(t, module->dict, key, value);
}

Status module_set_int(Thread& t, ModuleObject* module, const char* name, int64_t n) {
    Ref value = TRY(make_int(t, n));
    return module_set(t, module, name, value);
}

Status module_set_str(Thread& t, ModuleObject* module, const char* name, const char* utf8) {
    Ref value = TRY(str_from_utf8(t, utf8));
    return module_set(t, module, name, value);
}

Fallible<TypeObject*> module_add_type(Thread& t, ModuleObject* module, const TypeSpec& spec, TypeObject* base) {
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, spec, base));
    const char* dot = std::strrchr(spec.name, '.');
    TRY(module_set(t, module, dot ? dot + 1 : spec.name, type.value()));
    return type.get();
}

}  // namespace krait
