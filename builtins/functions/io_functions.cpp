// Built-in functions of input and output: input open print.
#include "builtins/functions/builtin_functions.h"
#include "builtins/modules/io_objects.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

Ref standard_stream(Thread& t, const char* name, const char* message) {
    Ref stream = TRY(sys_get(t, name));
    if (stream.get().is_unbound() || (message[0] == 'i' && stream.get().is_none()))
        return raise(t, Exc::RuntimeError, "%s", message);
    return stream;
}

// Texts of one print(): straight into the buffer of a plain TextIOWrapper, through write() for all others.
class Printer {
  public:
    Printer(Thread& t, Value stream) : t_(t), stream_(stream), write_(t.interp.names.write) {}

    Status put(Value text) {
        bool done = TRY(text_write_fast(t_, stream_, text.as<StrObject>()));
        if (done) return ok();
        TRY(call_method(t_, stream_, write_, {text}));
        return ok();
    }
    Status put_object(Value object) {
        if (is_kind(object, Kind::Str)) return put(object);
        RefTo<StrObject> text = TRY(str_of(t_, object));
        return put(text.value());
    }

  private:
    Thread& t_;
    Value stream_;
    StrObject* write_;
};

Status check_separator(Thread& t, Value* text, const char* name, int ascii_default) {
    if (text->is_none() || text->is_unbound()) {
        *text = Value::object(t.interp.single_chars[ascii_default]);
        return ok();
    }
    if (as_str(*text)) return ok();
    return raise(t, Exc::TypeError, "%s must be None or a string, not %.200s", name, type_name_of(t, *text));
}

Status builtin_print(Thread& t, Value sep, Value end, Value file, Value flush, Args objects) {
    Ref stream;
    if (file.is_unbound() || file.is_none()) {
        stream = TRY(standard_stream(t, "stdout", "lost sys.stdout"));
        if (stream.get().is_none()) return ok();
    } else {
        stream = own(file);
    }
    TRY(check_separator(t, &sep, "sep", ' '));
    TRY(check_separator(t, &end, "end", '\n'));
    Printer printer(t, stream);
    Looks looks(t);
    for (size_t i = 0; i < objects.count; ++i) {
        TRY(looks.next());
        if (i > 0) TRY(printer.put(sep));
        TRY(printer.put_object(objects[i]));
    }
    TRY(printer.put(end));
    if (flush.is_unbound() || !TRY(is_true(t, flush))) return ok();
    TRY(call_method(t, stream, t.interp.names.flush));
    return ok();
}

// --- input
Ref builtin_input(Thread& t, Value prompt) {
    Ref in = TRY(standard_stream(t, "stdin", "input(): lost sys.stdin"));
    Ref out = TRY(standard_stream(t, "stdout", "input(): lost sys.stdout"));
    Ref err = TRY(standard_stream(t, "stderr", "input(): lost sys.stderr"));
    Ref flushed = call_method(t, err, t.interp.names.flush);
    if (flushed.failed()) clear_exception(t);
    if (!prompt.is_unbound()) {
        Printer printer(t, out);
        TRY(printer.put_object(prompt));
    }
    flushed = call_method(t, out, t.interp.names.flush);
    if (flushed.failed()) clear_exception(t);
    Ref line = TRY(call_method(t, in, t.interp.names.readline));
    StrObject* text = as_str(line);
    if (!text) return raise(t, Exc::TypeError, "object.readline() returned non-string");
    if (text->length == 0) return raise(t, Exc::EOFError, "EOF when reading a line");
    if (text->at(text->length - 1) != '\n') return line;
    return str_substring(t, text, 0, text->length - 1);
}

constexpr MethodDef kRows[] = {
    function<builtin_input>("input", "(prompt=None, /)",
                            "Read a line from standard input without its newline, after printing the prompt."),
    function<builtin_print>("print", "(*args, sep=' ', end='\\n', file=None, flush=False)",
                            "print(value, ..., sep=' ', end='\\n', file=sys.stdout, flush=False)\n\n"
                            "Print the values, separated by sep and ended by end, to a stream."),
};

}  // namespace

Status add_io_functions(Thread& t, ModuleObject* module) {
    TRY(add_functions(t, module, kRows));
    return add_functions(t, module, io_open_row());
}

}  // namespace krait
