// Rows of methods whose arguments the reference reads with PyArg_ParseTuple although none of them is converted: only
// the words of errors differ.
#pragma once

#include "vm/native/method_def.h"

namespace krait {

constexpr uint32_t kParsedArguments = 1u << 31;   // in SignatureInfo::typed: as if all arguments were converted

consteval MethodDef parsed(MethodDef def) {
    def.info.typed |= kParsedArguments;
    return def;
}
template <auto F>
consteval MethodDef parsed_method(const char* name, const char* signature, const char* doc) {
    return parsed(method<F>(name, signature, doc));
}
template <auto F>
consteval MethodDef parsed_static_method(const char* name, const char* signature, const char* doc) {
    return parsed(static_method<F>(name, signature, doc));
}

}  // namespace krait
