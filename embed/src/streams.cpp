// Standard streams of scripts that are callbacks of the host program.
#include "embed/src/world.h"
#include "vm/native/method_def.h"
#include "vm/object/number_object.h"

namespace krait::bridge {
namespace {

// ------------------------------------------------------------------------------------------------ callback stream
struct CallbackStream : Object {
    World* world;
    const std::function<void(std::string_view)>* sink;   // of the Settings: outlives the interpreter
    Value name;
};

Ref stream_write(Thread& t, CallbackStream* self, StrObject* text) {
    std::string utf8 = str_to_utf8(text);
    if (!self->world->count_output(t, utf8.size())) return Failed{};
    if (*self->sink) {
        try {
            (*self->sink)(utf8);
        } catch (const std::exception& error) {
            return raise(t, Exc::OSError, "output callback failed: %s", error.what());
        } catch (...) {
            return raise(t, Exc::OSError, "output callback failed");
        }
    }
    return make_int_u64(t, text->length);
}
Status stream_flush(Thread&, CallbackStream*) { return ok(); }
Ref stream_isatty(Thread&, CallbackStream*) { return Ref::steal(Value::false_value()); }
Ref stream_true(Thread&, CallbackStream*) { return Ref::steal(Value::true_value()); }
Value stream_name(Thread&, Value self) { return own(self.as<CallbackStream>()->name).release(); }
Value stream_encoding(Thread& t, Value) { return str_from_ascii(t, "utf-8").release(); }
Value stream_errors(Thread& t, Value) { return str_from_ascii(t, "backslashreplace").release(); }
Value stream_closed(Thread&, Value) { return Value::false_value(); }
void stream_dealloc(krait::Interpreter& interp, Object* o) {
    decref(static_cast<CallbackStream*>(o)->name);
    free_object(interp, o);
}
constexpr MethodDef STREAM_METHODS[] = {
    method<stream_write>("write", "(self, text, /)", "Hand text to the host program; returns its length."),
    method<stream_flush>("flush", "(self, /)", "Nothing is held back."),
    method<stream_isatty>("isatty", "(self, /)", "Always False."),
    method<stream_true>("writable", "(self, /)", "Always True."),
};
constexpr GetSetDef STREAM_GETSETS[] = {
    {"name", stream_name, nullptr, "name of the stream"},
    {"encoding", stream_encoding, nullptr, "what the host receives"},
    {"errors", stream_errors, nullptr, "how lone surrogates are handled"},
    {"closed", stream_closed, nullptr, "always False"},
};
constexpr TypeSpec kStreamSpec = {
    .name = "krait.OutputStream",
    .doc = "Text output received by the host program.",
    .basic_size = sizeof(CallbackStream),
    .flags = 0,
    .slots = {.dealloc = stream_dealloc},
    .methods = STREAM_METHODS,
    .getsets = STREAM_GETSETS,
};

// ------------------------------------------------------------------------------------------------ callback input
struct CallbackInput : Object {
    World* world;
    std::string* ahead;   // read from the host, not yet by the script
    bool at_end;
};

// One piece more from the host; false: pending.
bool read_more(Thread& t, CallbackInput* self) {
    char buffer[4096];
    size_t n = 0;
    try {
        n = self->world->settings().on_stdin(buffer, sizeof buffer);
    } catch (...) {
        (void)raise(t, Exc::OSError, "input callback failed");
        return false;
    }
    if (n == 0) self->at_end = true;
    if (n > sizeof buffer) {
        (void)raise(t, Exc::OSError, "input callback returned %zu for %zu bytes", n, sizeof buffer);
        return false;
    }
    self->ahead->append(buffer, n);
    return true;
}
Ref take_input(Thread& t, CallbackInput* self, size_t n) {
    std::string text = self->ahead->substr(0, n);
    self->ahead->erase(0, n);
    return str_from_utf8(t, text);
}
Ref input_readline(Thread& t, CallbackInput* self, Value) {
    for (;;) {
        size_t end = self->ahead->find('\n');
        if (end != std::string::npos) return take_input(t, self, end + 1);
        if (self->at_end) return take_input(t, self, self->ahead->size());
        if (self->ahead->size() > (size_t{64} << 20)) return raise_memory_error(t);
        if (!read_more(t, self)) return Failed{};
        TRY(charge_work(t, 256));
    }
}
Ref input_read(Thread& t, CallbackInput* self, Value) {
    while (!self->at_end) {
        if (self->ahead->size() > (size_t{64} << 20)) return raise_memory_error(t);
        if (!read_more(t, self)) return Failed{};
        TRY(charge_work(t, 256));
    }
    return take_input(t, self, self->ahead->size());
}
Value input_self(Thread&, Value self) { return own(self).release(); }
Value input_next(Thread& t, Value self) {
    Ref line = input_readline(t, self.as<CallbackInput>(), Value::unbound());
    if (line.failed()) return Value::error();
    return line.as<StrObject>()->length == 0 ? Value::exhausted() : line.release();
}
Ref input_true(Thread&, CallbackInput*) { return Ref::steal(Value::true_value()); }
Ref input_false(Thread&, CallbackInput*) { return Ref::steal(Value::false_value()); }
void input_dealloc(krait::Interpreter& interp, Object* o) {
    delete static_cast<CallbackInput*>(o)->ahead;
    free_object(interp, o);
}
constexpr MethodDef INPUT_METHODS[] = {
    method<input_readline>("readline", "(self, limit=-1, /)", "One line, with its end; '' at the end of the input."),
    method<input_read>("read", "(self, size=-1, /)", "All that is left."),
    method<input_false>("isatty", "(self, /)", "Always False."),
    method<input_true>("readable", "(self, /)", "Always True."),
};
constexpr TypeSpec kInputSpec = {
    .name = "krait.InputStream",
    .doc = "Text input given by the host program.",
    .basic_size = sizeof(CallbackInput),
    .flags = 0,
    .slots = {.dealloc = input_dealloc, .iter = input_self, .next = input_next},
    .methods = INPUT_METHODS,
};

}  // namespace

Ref callback_stream_new(Thread& t, World* world, const std::function<void(std::string_view)>* sink, const char* name) {
    TypeObject* type = TRY(host_type(*world, HostType::Stream, kStreamSpec));
    Ref text = TRY(str_from_utf8(t, name));
    CallbackStream* stream = allocate<CallbackStream>(t, type);
    if (!stream) return Failed{};
    stream->world = world;
    stream->sink = sink;
    stream->name = text.release();
    return Ref::steal(stream);
}

Ref callback_input_new(Thread& t, World* world) {
    TypeObject* type = TRY(host_type(*world, HostType::Input, kInputSpec));
    auto ahead = std::make_unique<std::string>();
    CallbackInput* stream = allocate<CallbackInput>(t, type);
    if (!stream) return Failed{};
    stream->world = world;
    stream->ahead = ahead.release();
    stream->at_end = false;
    return Ref::steal(stream);
}

}  // namespace krait::bridge
