#include "builtins/modules/module_exception.h"

#include <cstdarg>
#include <cstdio>

#include "vm/object/exception_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

Ref module_add_exception(Thread& t, ModuleObject* module, const char* module_name, const char* name, Exc base) {
    RefTo<DictObject> dict = TRY(dict_new(t));
    Ref home = TRY(str_from_ascii(t, module_name)), text = TRY(str_from_ascii(t, name));
    TRY(dict_set_str(t, dict.get(), t.interp.names.dunder_module, home));
    RefTo<TupleObject> bases = TRY(tuple_pack(t, {Value::object(exception_type(t.interp, base))}));
    Ref cls = TRY(call(t, Value::object(t.interp.type(Kind::Type)), text, bases.value(), dict.value()));
    TRY(module_set(t, module, name, cls));
    return cls;
}

static Failed raise_formatted(Thread& t, Value cls, const char* format, va_list arguments) {
    char message[512];
    std::vsnprintf(message, sizeof message, format, arguments);
    Ref text = str_from_utf8(t, message);
    if (text.failed()) return {};
    Value argument = text;
    TypeObject* type = as_type(cls);
    if (!type) return raise_str(t, Exc::RuntimeError, text);
    Ref error = exception_new(t, type, &argument, 1);
    if (error.failed()) return {};
    return raise_instance(t, error);
}

Failed raise_class(Thread& t, Value cls, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Failed failed = raise_formatted(t, cls, format, arguments);
    va_end(arguments);
    return failed;
}

Failed raise_class_of(Thread& t, ModuleObject* module, const char* name, const char* format, ...) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return {};
    Value found = dict_get_str(t, module->dict, key);
    if (found.is_error()) return {};
    Ref cls = own(found);
    va_list arguments;
    va_start(arguments, format);
    Failed failed = raise_formatted(t, cls, format, arguments);
    va_end(arguments);
    return failed;
}

}  // namespace krait
