// Built-in exceptions: registration, the specs of those with members of their own, and shared pieces.
#pragma once

#include "vm/native/method_def.h"
#include "vm/object/exception_object.h"

namespace krait {

// Creates the type of every row of exception_types.def and fills interp.exceptions. After the built-in types.
bool register_exceptions(Thread&);

extern const TypeSpec kBaseExceptionTypeSpec;
extern const TypeSpec kImportErrorTypeSpec;
extern const TypeSpec kKeyErrorTypeSpec;
extern const TypeSpec kOSErrorTypeSpec;
extern const TypeSpec kStopIterationTypeSpec;
extern const TypeSpec kSyntaxErrorTypeSpec;
extern const TypeSpec kSystemExitTypeSpec;
extern const TypeSpec kUnicodeDecodeErrorTypeSpec;
extern const TypeSpec kUnicodeEncodeErrorTypeSpec;
extern const TypeSpec kUnicodeTranslateErrorTypeSpec;

// BaseExceptionGroup and ExceptionGroup, after the others.
bool register_exception_groups(Thread&);

constexpr uint32_t kExceptionTypeFlags = kTypeBase | kTypeGc | kTypeHasDict | kTypeExceptionSubclass;

// Slots of BaseException that the others build on.
Value exception_new_slot(Thread&, TypeObject*, const CallArgs&);
int exception_init(Thread&, Value self, const CallArgs&);
Value exception_str(Thread&, Value self);
bool refuse_keywords(Thread&, Value self, const CallArgs&);   // true: TypeError raised

// Member I of the fields: any object, None while unset.
template <unsigned I>
Value get_exception_field(Thread&, Value self) {
    return own(exception_field_or_none(self.as<ExceptionObject>(), I)).release();
}
template <unsigned I>
int set_exception_field(Thread&, Value self, Value value) {
    exception_set_field(self.as<ExceptionObject>(), I, value);
    return 0;
}
template <unsigned I>
consteval GetSetDef exception_member(const char* name, const char* doc) {
    return {name, &get_exception_field<I>, &set_exception_field<I>, doc};
}

}  // namespace krait
