#include "builtins/functions/build_class.h"

#include "vm/interp/frame.h"
#include "vm/object/code_object.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

struct ClassStatement {
    Thread& t;
    Value name;
    RefTo<TupleObject> bases{};
    RefTo<TupleObject> original_bases{};   // as written, where some are no classes (3.7)
    RefTo<DictObject> kwargs{};     // without metaclass
    Ref metaclass{};
    Ref ns{};
    Ref cell{};
    Ref dict_cell{};

    Status read_arguments(const CallArgs& args) {
        bases = TRY(tuple_from(t, args.args, args.nargs));
        if (!t.interp.lang36) TRY(resolve_bases());
        kwargs = TRY(keywords_to_dict(t, args));
        return choose_metaclass();
    }

    // Bases that are no classes name others by __mro_entries__ (PEP 560).
    Status resolve_bases() {
        bool classes = true;
        for (uint32_t i = 0; i < bases->size; ++i) classes = classes && as_type(bases->items[i]);
        if (classes) return ok();
        RefTo<ListObject> resolved = TRY(list_new(t));
        bool changed = false;
        for (uint32_t i = 0; i < bases->size; ++i) {
            Value base = bases->items[i];
            Ref method = as_type(base) ? Ref() : TRY(lookup_attribute(t, base, t.interp.names.dunder_mro_entries));
            if (method.get().is_unbound()) {
                TRY(list_append(t, resolved.get(), base));
                continue;
            }
            changed = true;
            Ref entries = TRY(call(t, method, bases.value()));
            if (!layout_is(entries, Kind::Tuple))
                return raise(t, Exc::TypeError, "__mro_entries__ must return a tuple");
            for (uint32_t k = 0; k < entries.as<TupleObject>()->size; ++k)
                TRY(list_append(t, resolved.get(), entries.as<TupleObject>()->items[k]));
        }
        if (!changed) return ok();
        original_bases = std::move(bases);
        bases = TRY(to_tuple(t, resolved.value()));
        return ok();
    }

    Status choose_metaclass() {
        StrObject* keyword = intern_utf8(t, "metaclass");
        if (!keyword) return Failed{};
        metaclass = TRY(dict_pop(t, kwargs.get(), Value::object(keyword)));
        if (metaclass.get().is_unbound()) {
            TypeObject* type = bases->size ? type_of(t, bases->items[0]) : t.interp.type(Kind::Type);
            metaclass = own(type);
        }
        if (TypeObject* type = as_type(metaclass)) {
            TypeObject* winner = TRY(calculate_metaclass(t, type, bases.get()));
            metaclass = own(winner);
        }
        return ok();
    }

    Ref call_metaclass(Value callable, bool with_namespace) {
        Value positional[] = {name, bases.value(), ns.get()};
        CallFromDict all(t, positional, with_namespace ? 3 : 2, kwargs.get());
        return all.failed() ? Ref(Failed{}) : call(t, callable, all.args());
    }

    Status prepare_namespace() {
        Ref prepare = TRY(lookup_attribute(t, metaclass, t.interp.names.dunder_prepare));
        if (prepare.get().is_unbound()) {
            ns = TRY(dict_new(t));
            return ok();
        }
        ns = TRY(call_metaclass(prepare, false));
        if (layout_is(ns, Kind::Dict) || type_of(t, ns)->slots.get_item) return ok();
        TypeObject* type = as_type(metaclass);
        return raise(t, Exc::TypeError, "%s.__prepare__() must return a mapping, not %s",
                     type ? type_name(type) : "<metaclass>", type_name_of(t, ns));
    }

    Status run_body(FunctionObject* body) {
        cell = TRY(run_code(t, body->code, body->globals, ns, body->closure));
        TRY(split_cells());
        if (!original_bases.get()) return ok();
        StrObject* key = intern_utf8(t, "__orig_bases__");
        return key ? set_item(t, ns, Value::object(key), original_bases.value()) : Status(Failed{});
    }

    // A body with annotation scopes returns two cells: the one of the class, or None, and that of its namespace.
    Status split_cells() {
        if (!is_kind(cell, Kind::Tuple) || cell.as<TupleObject>()->size != 2) return ok();
        Ref both = std::move(cell);
        Value second = both.as<TupleObject>()->items[1];
        if (is_kind(second, Kind::Cell)) dict_cell = own(second);
        cell = own(both.as<TupleObject>()->items[0]);
        return ok();
    }
    // What annotation scopes look names up in is the class from now on.
    Status set_dict_cell(Value cls) {
        if (dict_cell.get().is_unbound() || !layout_is(cls, Kind::Type)) return ok();
        Ref dict = TRY(get_attribute(t, cls, t.interp.names.dunder_dict));
        Ref old = Ref::steal(std::exchange(dict_cell.as<CellObject>()->contents, dict.release()));
        return ok();
    }

    // The cell that zero-argument super() reads must have been filled by type.__new__.
    Status check_cell(Value cls) {
        if (!is_kind(cell, Kind::Cell) || !layout_is(cls, Kind::Type)) return ok();
        Value contents = cell.as<CellObject>()->contents;
        if (contents == cls) return ok();
        std::string class_name = repr_utf8(t, name), shown = repr_utf8(t, cls);
        if (!contents.is_unbound()) {
            std::string other = repr_utf8(t, contents);
            return raise(t, Exc::TypeError, "__class__ set to %s defining %s as %s", other.c_str(), class_name.c_str(),
                         shown.c_str());
        }
        TRY(warn(t, Exc::DeprecationWarning, 1,
                 "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?",
                 class_name.c_str(), shown.c_str()));
        Ref old = Ref::steal(cell.as<CellObject>()->contents);
        cell.as<CellObject>()->contents = own(cls).release();
        return ok();
    }
};

}  // namespace

Ref build_class(Thread& t, Value func, Value name, const CallArgs& bases_and_kwargs) {
    if (!is_kind(func, Kind::Function)) return raise(t, Exc::TypeError, "__build_class__: func must be a function");
    if (!layout_is(name, Kind::Str)) return raise(t, Exc::TypeError, "__build_class__: name is not a string");
    ClassStatement statement{t, name};
    TRY(statement.read_arguments(bases_and_kwargs));
    TRY(statement.prepare_namespace());
    TRY(statement.run_body(func.as<FunctionObject>()));
    Ref cls = TRY(statement.call_metaclass(statement.metaclass, true));
    TRY(statement.check_cell(cls));
    TRY(statement.set_dict_cell(cls));
    return cls;
}

}  // namespace krait
