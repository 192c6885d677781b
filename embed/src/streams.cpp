// Objects through which scripts reach the host program: output callbacks and host functions.
#include "embed/src/world.h"
#include "vm/native/method_def.h"
#include "vm/object/number_object.h"

namespace krait::bridge {
namespace {

// The types are made once per interpreter and kept in sys under names of no API.
Fallible<TypeObject*> type_of_spec(Thread& t, const TypeSpec& spec, const char* attribute) {
    Ref known = TRY(sys_get(t, attribute));
    if (TypeObject* type = as_type(known)) return type;
    RefTo<TypeObject> type = TRY(type_from_spec(t.interp, t, spec, t.interp.type(Kind::ObjectType)));
    TRY(sys_set(t, attribute, type.value()));
    return type.get();
}

// ------------------------------------------------------------------------------------------------ callback stream
struct CallbackStream : Object {
    const std::function<void(std::string_view)>* sink;   // of the Settings: outlives the interpreter
    Value name;
};

Ref stream_write(Thread& t, CallbackStream* self, StrObject* text) {
    std::string utf8 = str_to_utf8(text);
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

// ------------------------------------------------------------------------------------------------ host function
struct HostFunctionObject : Object {
    World* world;
    HostFunction* body;   // owned
    Value name;
};

Value host_function_call(Thread& t, Value self_value, const CallArgs& args) {
    Ref keep = own(self_value);
    HostFunctionObject* self = self_value.as<HostFunctionObject>();
    if (args.kwnames && args.kwnames->size) return raise(t, Exc::TypeError, "host functions take no keyword arguments");
    if (self->world->ending()) return raise(t, Exc::RuntimeError, "the host is not called while the interpreter ends");
    RecursionGuard guard(t, " while calling a host function");
    if (guard.failed()) return Value::error();
    std::vector<Slot> slots;
    ErrorData error;
    Slot result = -1;
    try {
        for (size_t i = 0; i < args.nargs; ++i) slots.push_back(self->world->keep(own(args.args[i])));
        result = (*self->body)(slots, &error);
    } catch (const std::bad_alloc&) {
        error.type = "MemoryError";
    } catch (const std::exception& caught) {
        error.type = "RuntimeError";
        error.message = caught.what();
    } catch (...) {
        error.type = "RuntimeError";
        error.message = "unknown C++ exception";
    }
    if (t.hard_stop) {   // a limit fired in what the host called: neither it nor the script may go on from here
        if (result >= 0) self->world->drop(result);
        if (t.steps_remaining() == 0) return raise(t, Exc::StepLimitExceeded, "step limit exceeded");
        return raise(t, Exc::TimeLimitExceeded, "time limit exceeded");
    }
    if (result >= 0) {
        Ref v = own(self->world->at(result));
        self->world->drop(result);
        return v.release();
    }
    if (error.type == "SystemExit" && error.exit_status)
        return raise_object(t, Exc::SystemExit, Value::small_int(*error.exit_status));
    Exc kind = Exc::RuntimeError;
#define KRAIT_EXCEPTION(name, base, fields) \
    if (error.type == #name) kind = Exc::name;
#include "vm/error/exception_types.def"
#undef KRAIT_EXCEPTION
    return raise(t, kind, "%s", error.message.c_str());
}
Value host_function_repr(Thread& t, Value self) {
    return str_format_c(t, "<host function %s>", str_to_utf8(self.as<HostFunctionObject>()->name.as<StrObject>()).c_str()).release();
}
Value host_function_name(Thread&, Value self) { return own(self.as<HostFunctionObject>()->name).release(); }
void host_function_dealloc(krait::Interpreter& interp, Object* o) {
    delete static_cast<HostFunctionObject*>(o)->body;
    decref(static_cast<HostFunctionObject*>(o)->name);
    free_object(interp, o);
}
constexpr GetSetDef FUNCTION_GETSETS[] = {{"__name__", host_function_name, nullptr, "name given by the host"}};
constexpr TypeSpec kHostFunctionSpec = {
    .name = "krait.HostFunction",
    .doc = "A function of the host program.",
    .basic_size = sizeof(HostFunctionObject),
    .flags = 0,
    .slots = {.dealloc = host_function_dealloc, .repr = host_function_repr, .call = host_function_call},
    .getsets = FUNCTION_GETSETS,
};

}  // namespace

Ref callback_stream_new(Thread& t, const std::function<void(std::string_view)>* sink, const char* name) {
    TypeObject* type = TRY(type_of_spec(t, kStreamSpec, "_krait_stream_type"));
    Ref text = TRY(str_from_utf8(t, name));
    CallbackStream* stream = allocate<CallbackStream>(t, type);
    if (!stream) return Failed{};
    stream->sink = sink;
    stream->name = text.release();
    return Ref::steal(stream);
}

Ref host_function_new(Thread& t, World* world, std::string_view name, HostFunction body) {
    TypeObject* type = TRY(type_of_spec(t, kHostFunctionSpec, "_krait_host_function_type"));
    Ref text = TRY(str_from_utf8(t, name));
    auto owned = std::make_unique<HostFunction>(std::move(body));
    HostFunctionObject* function = allocate<HostFunctionObject>(t, type);
    if (!function) return Failed{};
    function->world = world;
    function->body = owned.release();
    function->name = text.release();
    return Ref::steal(function);
}

}  // namespace krait::bridge
