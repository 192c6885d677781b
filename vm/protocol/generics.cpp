#include "vm/protocol/generics.h"

namespace krait {

Ref generics_attribute(Thread& t, StrObject* name) {
    Ref module = TRY(import_module(t, "_krait_generics"));
    return get_attribute(t, module, name);
}

Ref generics_call(Thread& t, std::string_view function, Value a, Value b) {
    StrObject* name = intern_utf8(t, function);
    if (!name) return Failed{};
    Ref callee = TRY(generics_attribute(t, name));
    Value args[] = {a, b};
    return call(t, callee, CallArgs{args, 2, nullptr});
}

}  // namespace krait
