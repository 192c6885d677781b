// From the compiler's plain data to runtime objects.
#pragma once

#include "vm/object/code_object.h"

namespace krait {

struct CompiledCode;
class Constant;

// The code's file name, where it is `shown`, is `filename`: one that is too long to go through the compiler.
RefTo<CodeObject> realize(Thread&, const CompiledCode&, StrObject* filename, std::string_view shown);
Ref realize_constant(Thread&, const Constant&);

}  // namespace krait
