// Exceptions: layout functions, the places of named fields, chaining.
#pragma once

#include "vm/error/raise.h"
#include "vm/object/layouts.h"

namespace krait {

// Index in ExceptionObject::fields of the members of built-in exceptions (exception_types.def).
namespace exception_field {
enum StopIteration : unsigned { kStopValue };
enum SystemExit : unsigned { kExitCode };
enum Import : unsigned { kImportMsg, kImportName, kImportPath };
enum Os : unsigned { kOsErrno, kOsStrerror, kOsFilename, kOsFilename2, kOsWritten };
enum Syntax : unsigned { kSyntaxMsg, kSyntaxFilename, kSyntaxLineno, kSyntaxOffset, kSyntaxText, kSyntaxPrint };
enum Unicode : unsigned { kUnicodeEncoding, kUnicodeObject, kUnicodeStart, kUnicodeEnd, kUnicodeReason };
}  // namespace exception_field
constexpr size_t kExceptionFieldCount = 6;

// New instance of an exception class with these args (borrowed): __new__'s work, no Python code.
RefTo<ExceptionObject> exception_allocate(Thread&, TypeObject*, TupleObject* args);
// The same for a built-in class, with the fields that follow from args (StopIteration.value, SyntaxError.msg, ...).
RefTo<ExceptionObject> exception_make(Thread&, Exc, TupleObject* args);
void exception_set_field(ExceptionObject*, unsigned index, Value);        // UNBOUND: unset
inline Value exception_field_or_none(const ExceptionObject* e, unsigned index) {
    return e->fields[index].is_unbound() ? Value::none() : e->fields[index];
}
void exception_set_args(ExceptionObject*, TupleObject* args);
void exception_set_cause(ExceptionObject*, Value exception_or_none);      // suppresses the context
void exception_set_context(ExceptionObject*, Value exception_or_none);
void exception_set_traceback(ExceptionObject*, Value traceback_or_none);
// Implicit chaining: `context` becomes the context of `e`, cycles through it are cut.
void exception_chain(ExceptionObject* e, Value context);

inline TypeObject* exception_type(const Interpreter& interp, Exc kind) {
    return interp.exceptions[static_cast<size_t>(kind)];
}

// Subclass of OSError for an errno (raise_common.cpp).
Exc os_error_kind(int error_number);

void exception_dealloc(Interpreter&, Object*);
void exception_traverse(Object*, Visitor&);
void exception_clear(Interpreter&, Object*);

}  // namespace krait
