#include "builtins/types/class_alias.h"

#include "vm/protocol/protocol.h"

namespace krait {

Ref alias_by(Thread& t, std::string_view maker, Value cls, Value item) {
    Ref generics = TRY(import_module(t, "_krait_generics"));
    StrObject* name = intern_utf8(t, maker);
    return name ? call_method(t, generics, name, {cls, item}) : Ref(Failed{});
}

Ref class_alias(Thread& t, Value cls, Value item) { return alias_by(t, "GenericAlias", cls, item); }

}  // namespace krait
