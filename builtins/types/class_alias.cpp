#include "builtins/types/class_alias.h"

#include "vm/protocol/generics.h"

namespace krait {

Ref class_alias(Thread& t, Value cls, Value item) { return generics_call(t, "GenericAlias", cls, item); }

}  // namespace krait
