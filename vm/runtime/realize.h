// From the compiler's plain data to runtime objects.
#pragma once

#include "vm/object/code_object.h"

namespace krait {

struct CompiledCode;
class Constant;

RefTo<CodeObject> realize(Thread&, const CompiledCode&);
Ref realize_constant(Thread&, const Constant&);

}  // namespace krait
