// OSError. Its constructor looks at the error number: OSError(ENOENT, ...) makes a FileNotFoundError.
//
// The work is done in __new__, so that the fields are there for a subclass whose __init__ does not call ours; only a
// subclass that overrides __init__ but not __new__ gets it in __init__ (its arguments may mean something else).
#include "builtins/types/exception_types.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

using namespace exception_field;

ExceptionObject* self_of(Value v) { return v.as<ExceptionObject>(); }

Value os_error_new(Thread&, TypeObject*, const CallArgs&);
int os_error_init(Thread&, Value self, const CallArgs&);

bool fields_set_in_init(const TypeObject* type) {
    return type->slots.init != os_error_init && type->slots.new_ == os_error_new;
}

// errno, strerror[, filename[, winerror[, filename2]]]
struct OsArguments {
    Value number = Value::unbound(), text = Value::unbound(), filename = Value::unbound(), filename2 = Value::unbound();
    bool complete = false;
    explicit OsArguments(const CallArgs& call) {
        if (call.nargs < 2 || call.nargs > 5) return;
        complete = true;
        number = call.args[0];
        text = call.args[1];
        if (call.nargs > 2) filename = call.args[2];
        if (call.nargs > 4) filename2 = call.args[4];
    }
};

bool is_number(Thread& t, Value v) {
    const Slots& slots = type_of(t, v)->slots;
    return is_int_like(v) || is_float_like(v) || slots.as_int || slots.as_float;
}

Status set_fields(Thread& t, ExceptionObject* e, const OsArguments& given) {
    if (!given.filename.is_unbound() && !given.filename.is_none()) {
        if (e->type == exception_type(t.interp, Exc::BlockingIOError) && is_number(t, given.filename)) {
            Ref number = TRY(as_index(t, given.filename));
            (void)TRY(index_to_i64(t, number, Exc::ValueError));
            exception_set_field(e, kOsWritten, number);
        } else {
            exception_set_field(e, kOsFilename, given.filename);
            if (!given.filename2.is_unbound() && !given.filename2.is_none())
                exception_set_field(e, kOsFilename2, given.filename2);
            RefTo<TupleObject> args = TRY(tuple_pack(t, {given.number, given.text}));
            exception_set_args(e, args.get());
        }
    }
    exception_set_field(e, kOsErrno, given.number);
    exception_set_field(e, kOsStrerror, given.text);
    return ok();
}

TypeObject* class_for(Thread& t, TypeObject* type, const OsArguments& given) {
    if (type != exception_type(t.interp, Exc::OSError) || !given.number.is_int()) return type;
    int64_t number = given.number.as_int();
    return number < 0 || number > INT32_MAX ? type : exception_type(t.interp, os_error_kind(static_cast<int>(number)));
}

Value os_error_new(Thread& t, TypeObject* type, const CallArgs& call) {
    if (fields_set_in_init(type)) return Ref(exception_allocate(t, type, t.interp.empty_tuple)).release();
    if (call.kwnames && call.kwnames->size && type->slots.init == os_error_init)
        return raise(t, Exc::TypeError, "%.200s does not take keyword arguments", type_name(type));
    OsArguments given(call);
    RefTo<TupleObject> args = tuple_from(t, call.args, call.nargs);
    if (!args) return Value::error();
    RefTo<ExceptionObject> e = exception_allocate(t, class_for(t, type, given), args.get());
    if (!e) return Value::error();
    if (given.complete && !set_fields(t, e.get(), given)) return Value::error();
    return Ref(std::move(e)).release();
}

int os_error_init(Thread& t, Value self, const CallArgs& call) {
    ExceptionObject* e = self_of(self);
    if (!fields_set_in_init(e->type)) return 0;   // __new__ did it
    if (exception_init(t, self, call) < 0) return -1;
    OsArguments given(call);
    return !given.complete || set_fields(t, e, given) ? 0 : -1;
}

Value os_error_str(Thread& t, Value self) {
    ExceptionObject* e = self_of(self);
    Ref filename = own(e->fields[kOsFilename]), filename2 = own(e->fields[kOsFilename2]);
    Ref number = own(exception_field_or_none(e, kOsErrno)), text = own(exception_field_or_none(e, kOsStrerror));
    bool has_number = !e->fields[kOsErrno].is_unbound() && !e->fields[kOsStrerror].is_unbound();
    if (filename.get().is_unbound() && !has_number) return exception_str(t, self);
    StrBuilder out(t);
    auto build = [&]() -> Status {
        RefTo<StrObject> number_text = TRY(str_of(t, number));
        RefTo<StrObject> message = TRY(str_of(t, text));
        TRY(out.append_ascii("[Errno "));
        TRY(out.append(number_text.get()));
        TRY(out.append_ascii("] "));
        TRY(out.append(message.get()));
        if (filename.get().is_unbound()) return ok();
        RefTo<StrObject> shown = TRY(repr(t, filename));
        TRY(out.append_ascii(": "));
        TRY(out.append(shown.get()));
        if (filename2.get().is_unbound()) return ok();
        RefTo<StrObject> second = TRY(repr(t, filename2));
        TRY(out.append_ascii(" -> "));
        return out.append(second.get());
    };
    if (!build()) return Value::error();
    return out.finish().release();
}

// The arguments that make an equal exception: the filename went out of args.
Ref os_error_reduce(Thread& t, ExceptionObject* e) {
    RefTo<TupleObject> args = RefTo<TupleObject>::own(e->args);
    Value filename = e->fields[kOsFilename], filename2 = e->fields[kOsFilename2];
    if (args->size == 2 && !filename.is_unbound()) {
        Value first = args->items[0], second = args->items[1];
        args = TRY(filename2.is_unbound() ? tuple_pack(t, {first, second, filename})
                                          : tuple_pack(t, {first, second, filename, Value::none(), filename2}));
    }
    Value type = Value::object(e->type);
    if (e->dict) return tuple_pack(t, {type, args.value(), Value::object(e->dict)});
    return tuple_pack(t, {type, args.value()});
}

Value get_characters_written(Thread& t, Value self) {
    Value written = self_of(self)->fields[kOsWritten];
    if (written.is_unbound()) return raise(t, Exc::AttributeError, "characters_written");
    return own(written).release();
}
int set_characters_written(Thread& t, Value self, Value value) {
    if (value.is_unbound()) {
        if (self_of(self)->fields[kOsWritten].is_unbound()) {
            (void)raise(t, Exc::AttributeError, "characters_written");
            return -1;
        }
        exception_set_field(self_of(self), kOsWritten, value);
        return 0;
    }
    Ref held = own(self), number = as_index(t, value);
    if (number.failed() || !index_to_i64(t, number, Exc::ValueError)) return -1;
    exception_set_field(self_of(self), kOsWritten, number);
    return 0;
}

constexpr MethodDef kMethods[] = {
    method<os_error_reduce>("__reduce__", "(self, /)", "Class, args and instance dict, for copying and pickling."),
};
constexpr GetSetDef kGetSets[] = {
    exception_member<kOsErrno>("errno", "Error number of the system."),
    exception_member<kOsStrerror>("strerror", "Its meaning in words."),
    exception_member<kOsFilename>("filename", "File concerned."),
    exception_member<kOsFilename2>("filename2", "Second file concerned."),
    {"characters_written", get_characters_written, set_characters_written, nullptr},
};

}  // namespace

constinit const TypeSpec kOSErrorTypeSpec = {
    .name = "OSError",
    .doc = "The system refused or failed an operation.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
    .slots = {.str = os_error_str, .new_ = os_error_new, .init = os_error_init},
    .methods = kMethods,
    .getsets = kGetSets,
};

}  // namespace krait
