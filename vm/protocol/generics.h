// What the frozen module _krait_generics makes: aliases of classes (PEP 585), unions (PEP 604), and the classes behind
// type parameters (PEP 695). It is imported when first asked for.
#pragma once

#include <string_view>

#include "vm/protocol/protocol.h"

namespace krait {

Ref generics_attribute(Thread&, StrObject* name);
Ref generics_call(Thread&, std::string_view function, Value a, Value b);

}  // namespace krait
