// Rows of methods whose arguments the reference reads with PyArg_ParseTuple although none of them is converted: only
// the words of errors differ.
#pragma once

#include "vm/native/method_def.h"
#include "vm/native/signature_flags.h"

namespace krait {

// Functions whose arguments have names since a later version than 3.6: a call without keywords that does not fit is
// refused in the words of a function without them.
consteval MethodDef later_keywords(MethodDef def) {
    def.info.typed |= kLaterKeywords;
    return def;
}

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
