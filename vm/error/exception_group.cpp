// Splitting exception groups, and the results of except*.
#include "vm/error/exception_group.h"

#include <algorithm>

#include "vm/object/list_object.h"
#include "vm/object/type_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

using namespace exception_field;

namespace {

bool is_exception_class(Value v) {
    TypeObject* type = as_type(v);
    return type && has_flag(type, kTypeExceptionSubclass);
}

// An interned name that few programs need: not among those every interpreter has. Borrowed.
Fallible<StrObject*> rare_name(Thread& t, const char* text) {
    StrObject* name = intern_utf8(t, text);
    if (!name) return Failed{};
    return name;
}

// Group and cause, context, traceback, notes of the group it is a part of.
Status copy_origin(Thread& t, ExceptionObject* from, ExceptionObject* to) {
    exception_set_traceback(to, from->traceback);
    exception_set_context(to, from->context);
    exception_set_cause(to, from->cause);  // which suppresses the context, as in CPython
    StrObject* name = TRY(rare_name(t, kNotesName));
    Ref notes = TRY(lookup_attribute(t, Value::object(from), name));
    if (notes.get().is_unbound()) return ok();
    const Slots& slots = type_of(t, notes)->slots;
    bool sequence = !as_dict(notes) && (as_tuple(notes) || as_list(notes) || as_str(notes) || slots.get_item);
    if (!sequence) return ok();  // whose fault it is cannot be said here
    RefTo<ListObject> copied = TRY(to_list(t, notes));
    return set_attribute(t, Value::object(to), name, copied.value());
}

// A group like `group` of some of its exceptions; None for none of them.
Ref part_of(Thread& t, ExceptionObject* group, ListObject* exceptions) {
    if (exceptions->size == 0) return own(Value::none());
    Ref made = TRY(call_method(t, Value::object(group), TRY(rare_name(t, "derive")), {Value::object(exceptions)}));
    if (!is_exception_group(t, made))
        return raise(t, Exc::TypeError, "derive must return an instance of BaseExceptionGroup");
    TRY(copy_origin(t, group, made.as<ExceptionObject>()));
    return made;
}

Status append_unless_none(Thread& t, ListObject* list, Value v) { return v.is_none() ? ok() : list_append(t, list, v); }

// Addresses of all exceptions below `exception`. Each is visited once: there are no more than objects that somebody
// paid for, however often groups share them.
Status collect_members(Thread& t, Value exception, std::unordered_set<const Object*>* out) {
    RecursionGuard guard(t, " in collect_exception_group_leaf_ids");
    if (guard.failed()) return Failed{};
    TRY(charge_work(t, 1));
    if (!out->insert(exception.as_object()).second || !is_exception_group(t, exception)) return ok();
    RefTo<TupleObject> inside = TRY(group_exceptions(t, exception.as<ExceptionObject>()));
    for (uint32_t i = 0; i < inside->size; ++i) TRY(collect_members(t, inside->items[i], out));
    return ok();
}

bool same_origin(const ExceptionObject* a, const ExceptionObject* b) {
    return a->traceback == b->traceback && a->cause == b->cause && a->context == b->context;
}

// The part of `group` whose leaves are those of `kept`: what clauses let pass keeps its place in the structure.
Ref projection(Thread& t, Value group, ListObject* kept) {
    std::unordered_set<const Object*> members;
    for (uint32_t i = 0; i < kept->size; ++i) TRY(collect_members(t, kept->items[i], &members));
    GroupParts parts = TRY(group_split(t, group, GroupCondition::leaves(std::move(members)), true));
    return std::move(parts.match);
}

Status check_star_classes(Thread& t, Value exception, Value classes) {
    TRY(exception_match(t, exception, classes));  // complains of what is no exception class
    const TypeObject* group = base_exception_group_type(t.interp);
    auto is_group = [&](Value v) { return is_subtype(v.as<TypeObject>(), group); };
    TupleObject* tuple = as_tuple(classes);
    bool wrong = tuple ? std::any_of(tuple->items, tuple->items + tuple->size, is_group) : is_group(classes);
    if (wrong)
        return raise(t, Exc::TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    return ok();
}

// What the (possibly overridden) method `split` says.
Fallible<GroupParts> asked_split(Thread& t, Value group, Value classes) {
    Ref pair = TRY(call_method(t, group, TRY(rare_name(t, "split")), {classes}));
    const char* name = type_name_of(t, group);
    TupleObject* tuple = is_kind(pair, Kind::Tuple) ? pair.as<TupleObject>() : nullptr;
    if (!tuple)
        return raise(t, Exc::TypeError, "%.200s.split must return a tuple, not %.200s", name, type_name_of(t, pair));
    if (tuple->size < 2)
        return raise(t, Exc::TypeError, "%.200s.split must return a 2-tuple, got tuple of size %u", name,
                     static_cast<unsigned>(tuple->size));
    for (uint32_t i = 0; i < 2; ++i)
        if (!tuple->items[i].is_none() && !as_exception(tuple->items[i]))
            return raise(t, Exc::TypeError, "%.200s.split must return exceptions or None, not %.200s", name,
                         type_name_of(t, tuple->items[i]));
    return GroupParts{own(tuple->items[0]), own(tuple->items[1])};
}

}  // namespace

bool is_exception_group(const Thread& t, Value v) {
    ExceptionObject* e = as_exception(v);
    return e && is_subtype(e->type, base_exception_group_type(t.interp));
}

RefTo<TupleObject> group_exceptions(Thread& t, ExceptionObject* group) {
    TupleObject* inside = as_tuple(group->fields[kGroupExceptions]);
    return RefTo<TupleObject>::own(inside ? inside : t.interp.empty_tuple);
}

Ref exception_group_make(Thread& t, StrObject* message, Value exceptions) {
    return call(t, Value::object(base_exception_group_type(t.interp)), Value::object(message), exceptions);
}

Fallible<GroupCondition> GroupCondition::of(Thread& t, Value value) {
    GroupCondition condition;
    condition.value_ = own(value);
    TupleObject* tuple = is_kind(value, krait::Kind::Tuple) ? value.as<TupleObject>() : nullptr;
    if (is_exception_class(value)) return condition;
    if (tuple && std::all_of(tuple->items, tuple->items + tuple->size, is_exception_class)) return condition;
    condition.kind_ = Kind::Callable;
    if (!as_type(value) && is_callable(t, value)) return condition;
    return raise(t, Exc::TypeError,
                 "expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

GroupCondition GroupCondition::leaves(std::unordered_set<const Object*> members) {
    GroupCondition condition;
    condition.kind_ = Kind::Leaves;
    condition.members_ = std::move(members);
    return condition;
}

Fallible<bool> GroupCondition::holds(Thread& t, Value exception) const {
    if (kind_ == Kind::Types) return exception_match(t, exception, value_);
    if (kind_ == Kind::Leaves) return !is_exception_group(t, exception) && members_.count(exception.as_object()) != 0;
    Ref answer = TRY(call(t, value_, exception));
    return is_true(t, answer);
}

Fallible<GroupParts> group_split(Thread& t, Value exception, const GroupCondition& condition, bool only_match) {
    RecursionGuard guard(t, " in exceptiongroup_split_recursive");
    if (guard.failed()) return Failed{};
    TRY(charge_work(t, 1));
    Ref held = own(exception);
    if (TRY(condition.holds(t, held))) return GroupParts{std::move(held), own(Value::none())};
    if (!is_exception_group(t, held)) {
        Ref rest = only_match ? own(Value::none()) : std::move(held);
        return GroupParts{own(Value::none()), std::move(rest)};
    }
    auto* group = held.as<ExceptionObject>();
    RefTo<TupleObject> inside = TRY(group_exceptions(t, group));
    RefTo<ListObject> matches = TRY(list_new(t)), others = TRY(list_new(t));
    for (uint32_t i = 0; i < inside->size; ++i) {
        GroupParts parts = TRY(group_split(t, inside->items[i], condition, only_match));
        TRY(append_unless_none(t, matches.get(), parts.match));
        TRY(append_unless_none(t, others.get(), parts.rest));
    }
    Ref match = TRY(part_of(t, group, matches.get()));
    Ref rest = only_match ? own(Value::none()) : TRY(part_of(t, group, others.get()));
    return GroupParts{std::move(match), std::move(rest)};
}

Fallible<GroupParts> except_star_split(Thread& t, Value exception, Value classes) {
    Ref held = own(exception), held_classes = own(classes);
    Value probe = exception.is_none() ? Value::object(exception_type(t.interp, Exc::BaseException)) : exception;
    TRY(check_star_classes(t, probe, classes));
    if (exception.is_none()) return GroupParts{own(Value::none()), own(Value::none())};
    if (TRY(exception_match(t, exception, classes))) {
        if (is_exception_group(t, exception)) return GroupParts{std::move(held), own(Value::none())};
        RefTo<TupleObject> only = TRY(tuple_pack(t, {exception}));
        Ref wrapped = TRY(exception_group_make(t, t.interp.empty_str, only.value()));
        return GroupParts{std::move(wrapped), own(Value::none())};
    }
    if (is_exception_group(t, exception)) return asked_split(t, exception, classes);
    return GroupParts{own(Value::none()), std::move(held)};
}

Ref except_star_result(Thread& t, Value original, Value rest, ListObject* raised) {
    // An exception that is no group was handled by one clause at most.
    if (!is_exception_group(t, original)) return own(raised->size ? raised->items[0] : rest);
    RefTo<ListObject> fresh = TRY(list_new(t)), passed = TRY(list_new(t));
    auto sort_in = [&](Value v) -> Status {
        ExceptionObject* e = as_exception(v);
        if (!e) return ok();
        bool same = same_origin(e, original.as<ExceptionObject>());
        return list_append(t, same ? passed.get() : fresh.get(), v);
    };
    for (uint32_t i = 0; i < raised->size; ++i) TRY(sort_in(raised->items[i]));
    TRY(sort_in(rest));
    Ref left = passed->size ? TRY(projection(t, original, passed.get())) : own(Value::none());
    if (fresh->size == 0) return left;
    TRY(append_unless_none(t, fresh.get(), left));
    if (fresh->size == 1) return own(fresh->items[0]);
    return exception_group_make(t, t.interp.empty_str, fresh.value());
}

}  // namespace krait
