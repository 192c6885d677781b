// BaseExceptionGroup, from which ExceptionGroup has everything.
#include "builtins/types/class_alias.h"
#include "builtins/types/exception_types.h"
#include "vm/error/exception_group.h"
#include "vm/object/subclasses.h"
#include "vm/object/type_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

using namespace exception_field;

bool is_sequence(Thread& t, Value v) {
    return as_tuple(v) || as_list(v) || as_str(v) || (!as_dict(v) && type_of(t, v)->slots.get_item);
}

// The exceptions as a tuple; *plain: all are Exceptions.
RefTo<TupleObject> checked_exceptions(Thread& t, Value given, bool* plain) {
    if (!is_sequence(t, given)) return raise(t, Exc::TypeError, "second argument (exceptions) must be a sequence");
    RefTo<TupleObject> exceptions = TRY(to_tuple(t, given));
    if (exceptions->size == 0)
        return raise(t, Exc::ValueError, "second argument (exceptions) must be a non-empty sequence");
    *plain = true;
    for (uint32_t i = 0; i < exceptions->size; ++i) {
        ExceptionObject* e = as_exception(exceptions->items[i]);
        if (!e)
            return raise(t, Exc::ValueError, "Item %u of second argument (exceptions) is not an exception",
                         static_cast<unsigned>(i));
        if (!is_subtype(e->type, exception_type(t.interp, Exc::Exception))) *plain = false;
    }
    return exceptions;
}

// The class of the new group, or null with TypeError.
TypeObject* class_for(Thread& t, TypeObject* type, bool plain) {
    TypeObject* group = exception_group_type(t.interp);
    if (plain) return type == base_exception_group_type(t.interp) ? group : type;
    if (type == group)
        return (void)raise(t, Exc::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup"), nullptr;
    if (!is_subtype(type, exception_type(t.interp, Exc::Exception))) return type;
    (void)raise(t, Exc::TypeError, "Cannot nest BaseExceptions in '%.200s'", type_name(type));
    return nullptr;
}

Ref group_new(Thread& t, TypeObject* type, const CallArgs& call) {
    if (call.nargs != 2)
        return raise(t, Exc::TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)",
                     call.nargs);
    if (!as_str(call.args[0]))
        return raise(t, Exc::TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                     argument_type_name(t, call.args[0]));
    bool plain = true;
    RefTo<TupleObject> exceptions = TRY(checked_exceptions(t, call.args[1], &plain));
    TypeObject* cls = class_for(t, type, plain);
    if (!cls) return Failed{};
    RefTo<TupleObject> args = TRY(tuple_pack(t, {call.args[0], call.args[1]}));
    RefTo<ExceptionObject> group = TRY(exception_allocate(t, cls, args.get()));
    exception_set_field(group.get(), kGroupMessage, call.args[0]);
    exception_set_field(group.get(), kGroupExceptions, exceptions.value());
    return group;
}

Value group_new_slot(Thread& t, TypeObject* type, const CallArgs& call) { return group_new(t, type, call).release(); }

int group_init(Thread& t, Value self, const CallArgs& call) {
    if (call.kwnames && call.kwnames->size) {
        (void)raise(t, Exc::TypeError, "%.200s() takes no keyword arguments", type_name_of(t, self));
        return -1;
    }
    return exception_init(t, self, call);
}

Value group_str(Thread& t, Value self) {
    auto* group = self.as<ExceptionObject>();
    Ref message = own(group->fields[kGroupMessage]);
    RefTo<TupleObject> inside = group_exceptions(t, group);
    StrBuilder out(t);
    auto build = [&]() -> Status {
        RefTo<StrObject> text = TRY(str_of(t, message.get().is_unbound() ? Value::none() : message.get()));
        TRY(out.append(text.get()));
        TRY(out.append_ascii(" ("));
        TRY(out.append_decimal(inside->size));
        return out.append_ascii(inside->size == 1 ? " sub-exception)" : " sub-exceptions)");
    };
    if (!build()) return Value::error();
    return out.finish().release();
}

Ref group_derive(Thread& t, ExceptionObject* self, Value exceptions) {
    Value message = self->fields[kGroupMessage];
    StrObject* text = as_str(message);
    Ref held = own(message);
    return exception_group_make(t, text ? text : t.interp.empty_str, exceptions);
}

Ref group_split_method(Thread& t, ExceptionObject* self, Value condition) {
    GroupCondition wanted = TRY(GroupCondition::of(t, condition));
    GroupParts parts = TRY(group_split(t, Value::object(self), wanted, false));
    return tuple_pack(t, {parts.match, parts.rest});
}

Ref group_subgroup(Thread& t, ExceptionObject* self, Value condition) {
    GroupCondition wanted = TRY(GroupCondition::of(t, condition));
    GroupParts parts = TRY(group_split(t, Value::object(self), wanted, true));
    return std::move(parts.match);
}

constexpr MethodDef kMethods[] = {
    KRAIT_CLASS_GETITEM,
    method<group_derive>("derive", "(self, object, /)", "A group with the same message that holds other exceptions."),
    method<group_split_method>("split", "(self, object, /)",
                               "The parts of the group for which condition holds and does not hold, None if empty."),
    method<group_subgroup>("subgroup", "(self, object, /)",
                           "The part of the group for which condition holds, None if empty."),
};

int refuse_setting(Thread& t, Value, Value) {
    (void)raise(t, Exc::AttributeError, "readonly attribute");
    return -1;
}
constexpr GetSetDef kGetSets[] = {
    {"message", get_exception_field<kGroupMessage>, refuse_setting, "exception message"},
    {"exceptions", get_exception_field<kGroupExceptions>, refuse_setting, "nested exceptions"},
};

constexpr TypeSpec kBaseGroupSpec = {
    .name = "BaseExceptionGroup",
    .doc = "A combination of multiple unrelated exceptions.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
    .slots = {.str = group_str, .new_ = group_new_slot, .init = group_init},
    .methods = kMethods,
    .getsets = kGetSets,
};
constexpr TypeSpec kGroupSpec = {
    .name = "ExceptionGroup",
    .doc = "Several exceptions raised together, all of them Exceptions.",
    .basic_size = sizeof(ExceptionObject),
    .flags = kExceptionTypeFlags,
};

// A built-in class of one base gets another one.
Status add_base(Thread& t, TypeObject* type, TypeObject* second) {
    RefTo<TupleObject> bases = TRY(tuple_pack(t, {Value::object(type->base), Value::object(second)}));
    TupleObject* old = type->bases;
    type->bases = bases.release();
    decref(old);
    TRY(subclass_add(t, second, type));
    return compute_mro(t, type);
}

}  // namespace

bool register_exception_groups(Thread& t) {
    Interpreter& interp = t.interp;
    auto create = [&](const TypeSpec& spec, TypeObject* base, size_t place) {
        RefTo<TypeObject> type = type_from_spec(interp, t, spec, base);
        if (!type) return false;
        interp.exceptions[place] = type.release();
        return true;
    };
    return create(kBaseGroupSpec, exception_type(interp, Exc::BaseException), kBaseExceptionGroupPlace) &&
           create(kGroupSpec, base_exception_group_type(interp), kExceptionGroupPlace) &&
           add_base(t, exception_group_type(interp), exception_type(interp, Exc::Exception));
}

}  // namespace krait
