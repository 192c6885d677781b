// Raising, catching and chaining inside the VM. The pending exception is an instance in thread.exception.
#pragma once

#include "vm/object/str_object.h"
#include "vm/runtime/thread.h"

namespace krait {

enum class ExceptionKind : uint8_t {
#define KRAIT_EXCEPTION(name, base, fields) name,
#include "vm/error/exception_types.def"
#undef KRAIT_EXCEPTION
    Count
};
using Exc = ExceptionKind;

// Makes the exception (implicit __context__ = thread.handled), sets it pending, returns Failed.
KRAIT_COLD Failed raise(Thread&, Exc, const char* format, ...) __attribute__((format(printf, 3, 4)));   // UTF-8 message
KRAIT_COLD Failed raise_str(Thread&, Exc, Value message);
KRAIT_COLD Failed raise_object(Thread&, Exc, Value argument);          // e.g. KeyError(key): args == (argument,)
KRAIT_COLD Failed raise_none(Thread&, Exc);                            // no arguments
KRAIT_COLD Failed raise_instance(Thread&, Value exception);            // sets context, keeps its traceback
KRAIT_COLD Failed raise_value(Thread&, Value class_or_instance, Value cause_or_unbound);   // `raise x from y`
KRAIT_COLD Failed raise_key_error(Thread&, Value key);
KRAIT_COLD Failed raise_attribute_error(Thread&, Value object, StrObject* name);  // "'X' object has no attribute 'y'"
KRAIT_COLD Failed raise_stop_iteration(Thread&, Value value);
KRAIT_COLD Failed raise_memory_error(Thread&);                         // preallocated instance
void forget_memory_error(Thread&);   // what it kept alive when it was raised, unless somebody still has it
KRAIT_COLD Failed raise_os_error(Thread&, int error_number, Value filename_or_unbound);   // subclass by errno
KRAIT_COLD Failed raise_unicode_decode_error(Thread&, const char* encoding, Value bytes, size_t start, size_t end,
                                             const char* reason);
KRAIT_COLD Failed raise_unicode_encode_error(Thread&, const char* encoding, Value str, size_t start, size_t end,
                                             const char* reason);
// Common wordings, each in one place.
KRAIT_COLD Failed raise_not_iterable(Thread&, Value);
KRAIT_COLD Failed raise_not_callable(Thread&, Value);
KRAIT_COLD Failed raise_argument_type(Thread&, const char* function, const char* expected, Value got);
KRAIT_COLD Failed raise_bad_internal_call(Thread&, const char* where);     // SystemError

// Exception instance of a class, as `raise Cls(*args)` would make it (calls Python).
Ref exception_new(Thread&, TypeObject* cls, const Value* args, size_t nargs);
bool exception_matches(Thread&, Value exception, Exc kind);               // isinstance by MRO, no Python code
bool pending_matches(Thread&, Exc kind);
// except clause: class or tuple of classes; TypeError for others.
Fallible<bool> exception_match(Thread&, Value exception, Value class_or_tuple);
Ref fetch_exception(Thread&);                                             // takes the pending one (UNBOUND: none)
void restore_exception(Thread&, Ref);                                     // sets it, dropping the present one
void clear_exception(Thread&);
// Saves the pending exception around finalisers and callbacks and puts it back.
class SavedException {
  public:
    explicit SavedException(Thread& t) : thread_(t), saved_(fetch_exception(t)) {}
    ~SavedException() { restore_exception(thread_, std::move(saved_)); }

  private:
    Thread& thread_;
    Ref saved_;
};
// "Exception ignored in: <repr>" with the traceback to sys.stderr; clears the pending exception.
void write_unraisable(Thread&, Value where);
// Adds a traceback entry for the frame (called by the unwinder).
void add_traceback(Thread&, Frame*);
// warnings.warn(message, category, stacklevel) through _warnings when loaded. Fails when turned into an error.
Status warn(Thread&, Exc category, int stacklevel, const char* format, ...) __attribute__((format(printf, 4, 5)));

// Text of an uncaught exception as CPython prints it, with chain and source lines (vm/error/traceback.cpp). UTF-8.
std::string format_exception(Thread&, Value exception);
// "Traceback (most recent call last):" and the entries; "" for None or with sys.tracebacklimit <= 0.
std::string format_traceback(Thread&, Value traceback);
// "module.Class" as exceptions are printed; builtins without module.
std::string exception_class_text(Thread&, TypeObject*);
// What the original sys.excepthook does: the formatted exception to sys.stderr. Nothing pending before or after.
void display_exception(Thread&, Value exception);
// UTF-8 text to sys.stderr; false when there is none or it fails (nothing pending after).
bool write_to_stderr(Thread&, std::string_view text);
// Line of a source file through the host (found in sys.path by its name if need be), without indentation and line end.
// False: no such file or line.
bool source_line(Thread&, const StrObject* filename, int32_t line, std::string* out);
// Printed to sys.stderr through sys.excepthook; SystemExit is the caller's business.
void print_exception(Thread&, Value exception);

}  // namespace krait
