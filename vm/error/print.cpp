// Exceptions on their way to sys.stderr, and warnings raised by the interpreter itself.
#include <cstdarg>
#include <cstdio>

#include "vm/error/raise.h"
#include "vm/object/exception_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"

namespace krait {

bool write_to_stderr(Thread& t, std::string_view text) {
    SavedException saved(t);
    auto write = [&]() -> Status {
        Ref stream = TRY(sys_get(t, "stderr"));
        if (stream.get().is_unbound() || stream.get().is_none()) return Failed{};
        Ref shown = TRY(str_from_utf8(t, text));
        (void)TRY(call_method(t, stream, t.interp.names.write, {shown}));
        return ok();
    };
    bool done = bool(write());
    if (t.has_exception()) clear_exception(t);
    return done;
}

void display_exception(Thread& t, Value exception) {
    Ref held = own(exception);
    write_to_stderr(t, format_exception(t, held));
}

void print_exception(Thread& t, Value exception) {
    Ref held = own(exception);
    SavedException saved(t);
    ExceptionObject* e = as_exception(exception);
    Ref hook = e ? sys_get(t, "excepthook") : Ref();
    if (hook.failed()) clear_exception(t);
    if (!e || hook.failed() || t.hard_stop) return display_exception(t, held);
    if (hook.get().is_unbound()) {
        write_to_stderr(t, "sys.excepthook is missing\n");
        return display_exception(t, held);
    }
    Ref traceback = own(e->traceback);
    Ref result = call(t, hook, Value::object(e->type), held, traceback);
    if (!result.failed()) return;
    Ref error = fetch_exception(t);
    write_to_stderr(t, "Error in sys.excepthook:\n");
    display_exception(t, error);
    write_to_stderr(t, "\nOriginal exception was:\n");
    display_exception(t, held);
}

void write_unraisable(Thread& t, Value where) {
    Ref exception = fetch_exception(t);
    ExceptionObject* e = as_exception(exception);
    if (!e || t.hard_stop) return;   // a limit that fired is reported where it fired
    std::string text;
    if (!where.is_unbound()) {
        RefTo<StrObject> shown = repr(t, where);
        if (!shown) clear_exception(t);
        text = "Exception ignored in: " + (shown ? told(t, shown.get()) : "<object repr() failed>") + "\n";
    }
    text += format_traceback(t, e->traceback);
    text += exception_class_text(t, e->type) + ": ";
    RefTo<StrObject> message = str_of(t, exception);
    if (!message) clear_exception(t);
    text += message ? told(t, message.get()) : "<exception str() failed>";
    write_to_stderr(t, text + "\n");
}

Status warn(Thread& t, Exc category, int stacklevel, const char* format, ...) {
    char buffer[1024];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    Ref message = TRY(str_from_utf8(t, buffer));
    Ref module = import_module(t, "_warnings");
    if (module.failed()) {   // an interpreter built without warnings
        if (!pending_matches(t, Exc::ImportError)) return Failed{};
        clear_exception(t);
        return ok();
    }
    StrObject* name = intern_utf8(t, "warn");
    if (!name) return Failed{};
    Value type = Value::object(exception_type(t.interp, category));
    (void)TRY(call_method(t, module, name, {message, type, Value::small_int(stacklevel)}));
    return ok();
}

}  // namespace krait
