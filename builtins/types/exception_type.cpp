// BaseException, and the small ones: StopIteration, SystemExit, KeyError, ImportError.
#include "builtins/types/exception_types.h"
#include "vm/error/exception_group.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

ExceptionObject* self_of(Value v) { return v.as<ExceptionObject>(); }

size_t keyword_count(const CallArgs& call) { return call.kwnames ? call.kwnames->size : 0; }

// ------------------------------------------------------------------------------------------------ BaseException

Value exception_repr(Thread& t, Value self) {
    Ref args = own(self_of(self)->args);
    RefTo<StrObject> text = repr(t, args);
    if (!text) return Value::error();
    StrBuilder out(t);
    if (!out.append_utf8(type_name(type_of(t, self))) || !out.append(text.get())) return Value::error();
    return out.finish().release();
}

Ref exception_with_traceback(Thread& t, ExceptionObject* self, Value traceback) {
    if (!traceback.is_none() && !is_kind(traceback, Kind::Traceback))
        return raise(t, Exc::TypeError, "__traceback__ must be a traceback or None");
    exception_set_traceback(self, traceback);
    return own(self);
}

Ref exception_reduce(Thread& t, ExceptionObject* self) {
    Value type = Value::object(self->type), args = Value::object(self->args);
    if (self->dict) return tuple_pack(t, {type, args, Value::object(self->dict)});
    return tuple_pack(t, {type, args});
}

Status exception_setstate(Thread& t, ExceptionObject* self, Value state) {
    if (state.is_none()) return ok();
    DictObject* dict = as_dict(state);
    if (!dict) return raise(t, Exc::TypeError, "state is not a dictionary");
    Ref held = own(self);
    RefTo<DictObject> items = TRY(dict_copy(t, dict));   // __setattr__ may change the original
    Value key, value;
    for (size_t position = 0; dict_next_nocall(items.get(), &position, &key, &value);) {
        StrObject* name = as_str(key);
        if (!name) return raise(t, Exc::TypeError, "attribute name must be string, not '%.200s'", type_name_of(t, key));
        Ref name_held = own(key), value_held = own(value);
        TRY(set_attribute(t, held, name, value_held));
    }
    return ok();
}

Status exception_add_note(Thread& t, ExceptionObject* self, Value note) {
    if (!as_str(note))
        return raise(t, Exc::TypeError, "note must be a str, not '%.200s'", type_name_of(t, note));
    StrObject* name = intern_utf8(t, kNotesName);
    if (!name) return Failed{};
    Ref held = own(self), notes = TRY(lookup_attribute(t, held, name));
    if (notes.get().is_unbound()) {
        notes = TRY(list_new(t));
        TRY(set_attribute(t, held, name, notes));
    }
    ListObject* list = as_list(notes);
    if (!list) return raise(t, Exc::TypeError, "Cannot add note: __notes__ is not a list");
    return list_append(t, list, note);
}

constexpr MethodDef kMethods[] = {
    method<exception_add_note>("add_note", "(self, object, /)", "Append the str `note` to __notes__."),
    method<exception_reduce>("__reduce__", "(self, /)", "Class, args and instance dict, for copying and pickling."),
    method<exception_setstate>("__setstate__", "(self, state, /)", "Set every item of the dict `state` as attribute."),
    method<exception_with_traceback>("with_traceback", "(self, tb, /)", "Set __traceback__ to tb and return self."),
};

Value get_args(Thread&, Value self) { return own(self_of(self)->args).release(); }
int set_args(Thread& t, Value self, Value value) {
    if (value.is_unbound()) {
        (void)raise(t, Exc::TypeError, "args may not be deleted");
        return -1;
    }
    Ref held = own(self);
    RefTo<TupleObject> args = to_tuple(t, value);
    if (!args) return -1;
    exception_set_args(self_of(self), args.get());
    return 0;
}

Value get_traceback(Thread&, Value self) { return own(self_of(self)->traceback).release(); }
int set_traceback(Thread& t, Value self, Value value) {
    const char* complaint = nullptr;
    if (value.is_unbound()) complaint = "__traceback__ may not be deleted";
    else if (!value.is_none() && !is_kind(value, Kind::Traceback))
        complaint = "__traceback__ must be a traceback or None";
    if (complaint) {
        (void)raise(t, Exc::TypeError, "%s", complaint);
        return -1;
    }
    exception_set_traceback(self_of(self), value);
    return 0;
}

// True when `value` may become __cause__ or __context__.
bool check_link(Thread& t, Value value, const char* attribute, const char* what) {
    if (value.is_unbound()) {
        (void)raise(t, Exc::TypeError, "%s may not be deleted", attribute);
        return false;
    }
    if (value.is_none() || as_exception(value)) return true;
    (void)raise(t, Exc::TypeError, "exception %s must be None or derive from BaseException", what);
    return false;
}

Value get_cause(Thread&, Value self) { return own(self_of(self)->cause).release(); }
int set_cause(Thread& t, Value self, Value value) {
    if (!check_link(t, value, "__cause__", "cause")) return -1;
    exception_set_cause(self_of(self), value);
    return 0;
}
Value get_context(Thread&, Value self) { return own(self_of(self)->context).release(); }
int set_context(Thread& t, Value self, Value value) {
    if (!check_link(t, value, "__context__", "context")) return -1;
    exception_set_context(self_of(self), value);
    return 0;
}

Value get_suppress_context(Thread&, Value self) { return Value::boolean(self_of(self)->suppress_context); }
int set_suppress_context(Thread& t, Value self, Value value) {
    const char* complaint = nullptr;
    if (value.is_unbound()) complaint = "can't delete numeric/char attribute";
    else if (!value.is_bool()) complaint = "attribute value type must be bool";
    if (complaint) {
        (void)raise(t, Exc::TypeError, "%s", complaint);
        return -1;
    }
    self_of(self)->suppress_context = value.is_true();
    return 0;
}

constexpr GetSetDef kGetSets[] = {
    {"args", get_args, set_args, nullptr},
    {"__traceback__", get_traceback, set_traceback, nullptr},
    {"__context__", get_context, set_context, "The exception that was being handled when this one was raised."},
    {"__cause__", get_cause, set_cause, "The exception given in `raise ... from`."},
    {"__suppress_context__", get_suppress_context, set_suppress_context, nullptr},
    {"__dict__", object_get_dict, object_set_dict, nullptr},
};

}  // namespace

bool refuse_keywords(Thread& t, Value self, const CallArgs& call) {
    if (keyword_count(call) == 0) return false;
    (void)raise(t, Exc::TypeError, "%.200s does not take keyword arguments", type_name_of(t, self));
    return true;
}

Value exception_new_slot(Thread& t, TypeObject* type, const CallArgs& call) {
    RefTo<TupleObject> args = tuple_from(t, call.args, call.nargs);
    if (!args) return Value::error();
    return Ref(exception_allocate(t, type, args.get())).release();
}

int exception_init(Thread& t, Value self, const CallArgs& call) {
    if (refuse_keywords(t, self, call)) return -1;
    RefTo<TupleObject> args = tuple_from(t, call.args, call.nargs);
    if (!args) return -1;
    exception_set_args(self_of(self), args.get());
    return 0;
}

Value exception_str(Thread& t, Value self) {
    Ref args = own(self_of(self)->args);
    TupleObject* tuple = args.as<TupleObject>();
    if (tuple->size == 0) return own(t.interp.empty_str).release();
    return Ref(str_of(t, tuple->size == 1 ? tuple->items[0] : args.get())).release();
}

constinit const TypeSpec kBaseExceptionTypeSpec = {
    .name = "BaseException",
    .doc = "Base class of all exceptions.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
    .slots = {.dealloc = exception_dealloc,
              .traverse = exception_traverse,
              .clear = exception_clear,
              .repr = exception_repr,
              .str = exception_str,
              .setattr = generic_set_attribute,
              .new_ = exception_new_slot,
              .init = exception_init},
    .methods = kMethods,
    .getsets = kGetSets,
};

// ------------------------------------------------------------------------------------------------ StopIteration

namespace {

int stop_iteration_init(Thread& t, Value self, const CallArgs& call) {
    if (exception_init(t, self, call) < 0) return -1;
    exception_set_field(self_of(self), exception_field::kStopValue, call.nargs ? call.args[0] : Value::none());
    return 0;
}
constexpr GetSetDef kStopIterationGetSets[] = {
    exception_member<exception_field::kStopValue>("value", "What the generator returned."),
};

}  // namespace

constinit const TypeSpec kStopIterationTypeSpec = {
    .name = "StopIteration",
    .doc = "The iterator has no more items.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
    .slots = {.init = stop_iteration_init},
    .getsets = kStopIterationGetSets,
};

// ------------------------------------------------------------------------------------------------ SystemExit

namespace {

int system_exit_init(Thread& t, Value self, const CallArgs& call) {
    if (exception_init(t, self, call) < 0) return -1;
    ExceptionObject* e = self_of(self);
    if (call.nargs == 1) exception_set_field(e, exception_field::kExitCode, call.args[0]);
    if (call.nargs > 1) exception_set_field(e, exception_field::kExitCode, Value::object(e->args));
    return 0;
}
constexpr GetSetDef kSystemExitGetSets[] = {
    exception_member<exception_field::kExitCode>("code", "Exit status or message."),
};

}  // namespace

constinit const TypeSpec kSystemExitTypeSpec = {
    .name = "SystemExit",
    .doc = "The program asks to end.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
    .slots = {.init = system_exit_init},
    .getsets = kSystemExitGetSets,
};

// ------------------------------------------------------------------------------------------------ KeyError

namespace {

// The key's repr: a missing '' would be an empty message.
Value key_error_str(Thread& t, Value self) {
    Ref args = own(self_of(self)->args);
    if (args.as<TupleObject>()->size != 1) return exception_str(t, self);
    return Ref(repr(t, args.as<TupleObject>()->items[0])).release();
}

}  // namespace

constinit const TypeSpec kKeyErrorTypeSpec = {
    .name = "KeyError",
    .doc = "The mapping has no such key.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
    .slots = {.str = key_error_str},
};

// ------------------------------------------------------------------------------------------------ ImportError

namespace {

using namespace exception_field;

int import_error_init(Thread& t, Value self, const CallArgs& call) {
    if (exception_init(t, self, {call.args, call.nargs, nullptr}) < 0) return -1;
    ExceptionObject* e = self_of(self);
    Value name = Value::unbound(), path = Value::unbound();
    for (size_t i = 0; i < keyword_count(call); ++i) {
        auto* key = call.kwnames->items[i].as<StrObject>();
        Value value = call.args[call.nargs + i];
        if (str_equals_ascii(key, "name")) {
            name = value;
        } else if (str_equals_ascii(key, "path")) {
            path = value;
        } else {
            (void)raise(t, Exc::TypeError, "'%s' is an invalid keyword argument for this function",
                        str_to_utf8(key).c_str());
            return -1;
        }
    }
    exception_set_field(e, kImportName, name);
    exception_set_field(e, kImportPath, path);
    exception_set_field(e, kImportMsg, call.nargs == 1 ? call.args[0] : Value::unbound());
    return 0;
}

Value import_error_str(Thread& t, Value self) {
    Value message = self_of(self)->fields[kImportMsg];
    if (is_kind(message, Kind::Str)) return own(message).release();
    return exception_str(t, self);
}

// args, and a state dict that has name and path as well.
Ref import_error_reduce(Thread& t, ExceptionObject* self) {
    Value name = self->fields[kImportName], path = self->fields[kImportPath];
    if (name.is_unbound() && path.is_unbound()) return exception_reduce(t, self);
    Ref held = own(self);
    RefTo<DictObject> state = TRY(self->dict ? dict_copy(t, self->dict) : dict_new(t));
    if (!name.is_unbound()) TRY(dict_set_str(t, state.get(), t.interp.names.name, name));
    if (!path.is_unbound()) TRY(dict_set_str(t, state.get(), t.interp.names.path, path));
    return tuple_pack(t, {Value::object(self->type), Value::object(self->args), state.value()});
}

constexpr MethodDef kImportErrorMethods[] = {
    method<import_error_reduce>("__reduce__", "(self, /)", "Class, args and state, for copying and pickling."),
};
constexpr GetSetDef kImportErrorGetSets[] = {
    exception_member<kImportMsg>("msg", "What went wrong."),
    exception_member<kImportName>("name", "Name of the module."),
    exception_member<kImportPath>("path", "File of the module."),
};

}  // namespace

constinit const TypeSpec kImportErrorTypeSpec = {
    .name = "ImportError",
    .doc = "A module, or a name in it, was not found.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
    .slots = {.str = import_error_str, .init = import_error_init},
    .methods = kImportErrorMethods,
    .getsets = kImportErrorGetSets,
};

}  // namespace krait
