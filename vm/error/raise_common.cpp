// Exceptions with a shape of their own (OSError, UnicodeError) and wordings used in many places.
#include <cerrno>
#include <cstring>

#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/object/traceback_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"

namespace krait {

Exc os_error_kind(int error_number) {
    switch (error_number) {
        case EAGAIN:
        case EALREADY:
        case EINPROGRESS: return Exc::BlockingIOError;
        case EPIPE:
        case ESHUTDOWN: return Exc::BrokenPipeError;
        case ECHILD: return Exc::ChildProcessError;
        case ECONNABORTED: return Exc::ConnectionAbortedError;
        case ECONNREFUSED: return Exc::ConnectionRefusedError;
        case ECONNRESET: return Exc::ConnectionResetError;
        case EEXIST: return Exc::FileExistsError;
        case ENOENT: return Exc::FileNotFoundError;
        case EISDIR: return Exc::IsADirectoryError;
        case ENOTDIR: return Exc::NotADirectoryError;
        case EINTR: return Exc::InterruptedError;
        case EACCES:
        case EPERM: return Exc::PermissionError;
        case ESRCH: return Exc::ProcessLookupError;
        case ETIMEDOUT: return Exc::TimeoutError;
        default: return Exc::OSError;
    }
}

namespace {

std::string error_text(int error_number) {
    char buffer[256] = "";
    return strerror_r(error_number, buffer, sizeof buffer);   // the GNU form returns the text
}

Failed set(Thread& t, RefTo<ExceptionObject> e) {
    if (!e) return {};
    Ref exception = std::move(e);
    return raise_instance(t, exception);
}

}  // namespace

Failed raise_os_error(Thread& t, int error_number, Value filename) {
    Ref text = str_from_utf8(t, error_text(error_number));
    if (text.failed()) return {};
    Value number = Value::small_int(error_number);
    RefTo<TupleObject> args = tuple_pack(t, {number, text});
    if (!args) return {};
    RefTo<ExceptionObject> e = exception_make(t, os_error_kind(error_number), args.get());
    if (!e) return {};
    exception_set_field(e.get(), exception_field::kOsErrno, number);
    exception_set_field(e.get(), exception_field::kOsStrerror, text);
    if (!filename.is_unbound()) exception_set_field(e.get(), exception_field::kOsFilename, filename);
    return set(t, std::move(e));
}

namespace {

Failed raise_unicode_error(Thread& t, Exc kind, const char* encoding, Value object, size_t start, size_t end,
                           const char* reason) {
    Ref encoding_text = str_from_utf8(t, encoding);
    Ref reason_text = encoding_text ? str_from_utf8(t, reason) : Ref::steal(Value::error());
    if (reason_text.failed()) return {};
    Value from = Value::from_int_unchecked(static_cast<int64_t>(start));
    Value to = Value::from_int_unchecked(static_cast<int64_t>(end));
    const Value fields[] = {encoding_text, object, from, to, reason_text};
    RefTo<TupleObject> args = tuple_from(t, fields, 5);
    if (!args) return {};
    RefTo<ExceptionObject> e = exception_make(t, kind, args.get());
    if (!e) return {};
    for (unsigned i = 0; i < 5; ++i) exception_set_field(e.get(), i, fields[i]);
    return set(t, std::move(e));
}

}  // namespace

Failed raise_unicode_decode_error(Thread& t, const char* encoding, Value bytes, size_t start, size_t end,
                                  const char* reason) {
    return raise_unicode_error(t, Exc::UnicodeDecodeError, encoding, bytes, start, end, reason);
}

Failed raise_unicode_encode_error(Thread& t, const char* encoding, Value str, size_t start, size_t end,
                                  const char* reason) {
    return raise_unicode_error(t, Exc::UnicodeEncodeError, encoding, str, start, end, reason);
}

// ------------------------------------------------------------------------------------------------ wordings

Failed raise_attribute_error(Thread& t, Value object, StrObject* name) {
    std::string attribute = told(t, name);
    if (TypeObject* type = as_type(object))
        return raise(t, Exc::AttributeError, "type object '%.50s' has no attribute '%.400s'", type_name(type),
                     attribute.c_str());
    return raise(t, Exc::AttributeError, "'%.50s' object has no attribute '%.400s'", type_name_of(t, object),
                 attribute.c_str());
}

Failed raise_not_iterable(Thread& t, Value object) {
    return raise(t, Exc::TypeError, "'%.200s' object is not iterable", type_name_of(t, object));
}

Failed raise_not_callable(Thread& t, Value object) {
    return raise(t, Exc::TypeError, "'%.200s' object is not callable", type_name_of(t, object));
}

Failed raise_argument_type(Thread& t, const char* function, const char* expected, Value got) {
    return raise(t, Exc::TypeError, "%.200s() argument must be %s, not %.200s", function, expected,
                 argument_type_name(t, got));
}

Failed raise_bad_internal_call(Thread& t, const char* where) {
    return raise(t, Exc::SystemError, "%s: bad argument to internal function", where);
}

// ------------------------------------------------------------------------------------------------ traceback

void add_traceback(Thread& t, Frame* frame) {
    Ref pending = fetch_exception(t);
    ExceptionObject* e = as_exception(pending);
    if (e) {
        TracebackObject* next = is_kind(e->traceback, Kind::Traceback) ? e->traceback.as<TracebackObject>() : nullptr;
        RefTo<FrameObject> object = frame_object(t, frame);
        if (object) {
            RefTo<TracebackObject> entry =
                traceback_new(t, next, object.get(), frame_lasti(frame));
            if (entry) exception_set_traceback(e, entry.value());
        }
    }
    // Without memory for the entry the traceback lacks a line; the exception stays the same.
    restore_exception(t, std::move(pending));
}

}  // namespace krait
