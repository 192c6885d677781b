// Objects as the host sees them: conversions both ways and the operations of handles.
#include <cmath>

#include "embed/src/world.h"
#include "vm/object/number_object.h"

namespace krait::bridge {
namespace {

// Keeps a result, or turns the pending exception into data.
Slot result(World& world, Ref v, ErrorData* error) {
    Slot slot = world.keep(std::move(v));
    if (slot < 0) world.fail(error);
    return slot;
}

bool wrong_type(World& world, const char* wanted, Value got, ErrorData* error) {
    (void)raise(world.thread(), Exc::TypeError, "expected %s, got %.200s", wanted, type_name_of(world.thread(), got));
    return world.fail(error);
}

Ref name_of(Thread& t, std::string_view name) {
    StrObject* text = intern_utf8(t, name);
    if (!text) return Failed{};
    return own(text);
}

}  // namespace

Slot none(World& world) { return world.keep(Ref::steal(Value::none())); }
Slot boolean(World& world, bool b) { return world.keep(Ref::steal(Value::boolean(b))); }
Slot integer(World& world, std::int64_t n, ErrorData* error) {
    return result(world, make_int(world.thread(), n), error);
}
Slot unsigned_integer(World& world, std::uint64_t n, ErrorData* error) {
    return result(world, make_int_u64(world.thread(), n), error);
}
Slot floating(World& world, double d, ErrorData* error) { return result(world, make_float(world.thread(), d), error); }
Slot text(World& world, std::string_view utf8, ErrorData* error) {
    return result(world, str_from_utf8(world.thread(), utf8), error);
}

Slot list(World& world, const std::vector<Slot>& items, ErrorData* error) {
    Thread& t = world.thread();
    auto make = [&]() -> Ref {
        RefTo<ListObject> list = TRY(list_new(t, items.size()));
        for (Slot item : items) TRY(list_append(t, list.get(), world.at(item)));
        return list;
    };
    return result(world, make(), error);
}

Slot dict(World& world, const std::vector<std::pair<Slot, Slot>>& items, ErrorData* error) {
    Thread& t = world.thread();
    world.begin_call();
    auto make = [&]() -> Ref {
        RefTo<DictObject> dict = TRY(dict_new(t, items.size()));
        for (auto [key, value] : items) TRY(dict_set(t, dict.get(), world.at(key), world.at(value)));
        return dict;
    };
    return result(world, make(), error);
}

Slot global(World& world, std::string_view name, ErrorData* error) {
    Thread& t = world.thread();
    auto find = [&]() -> Ref {
        DictObject* globals = world.main_globals();
        if (!globals) return Failed{};
        Ref key = TRY(name_of(t, name));
        Value v = dict_get_str(t, globals, key.as<StrObject>());
        if (v.is_error()) return Failed{};
        if (v.is_unbound()) return raise(t, Exc::NameError, "name '%s' is not defined", std::string(name).c_str());
        return own(v);
    };
    return result(world, find(), error);
}

bool set_global(World& world, std::string_view name, Slot slot, ErrorData* error) {
    Thread& t = world.thread();
    world.begin_call();   // the old value may have a __del__
    auto store = [&]() -> Status {
        DictObject* globals = world.main_globals();
        if (!globals) return Failed{};
        Ref key = TRY(name_of(t, name));
        return dict_set_str(t, globals, key.as<StrObject>(), world.at(slot));
    };
    return store().failed() ? world.fail(error) : true;
}

bool is_none(World& world, Slot slot) { return world.at(slot).is_none(); }
std::string type_name(World& world, Slot slot) { return str_to_utf8(type_of(world.thread(), world.at(slot))->name); }

int truth(World& world, Slot slot, ErrorData* error) {
    world.begin_call();
    Fallible<bool> answer = is_true(world.thread(), world.at(slot));
    if (!answer.failed()) return answer.value();
    world.fail(error);
    return -1;
}

bool str(World& world, Slot slot, bool want_repr, std::string* out, ErrorData* error) {
    world.begin_call();
    RefTo<StrObject> shown = want_repr ? repr(world.thread(), world.at(slot)) : str_of(world.thread(), world.at(slot));
    if (shown.failed()) return world.fail(error);
    *out = str_to_utf8(shown.get());
    return true;
}

bool length(World& world, Slot slot, std::size_t* out, ErrorData* error) {
    world.begin_call();
    Fallible<int64_t> n = length_of(world.thread(), world.at(slot));
    if (n.failed()) return world.fail(error);
    *out = static_cast<std::size_t>(n.value());
    return true;
}

Slot attribute(World& world, Slot slot, std::string_view name, ErrorData* error) {
    world.begin_call();
    Thread& t = world.thread();
    auto find = [&]() -> Ref {
        Ref key = TRY(name_of(t, name));
        return get_attribute(t, world.at(slot), key.as<StrObject>());
    };
    return result(world, find(), error);
}

bool set_attribute(World& world, Slot slot, std::string_view name, Slot value, ErrorData* error) {
    world.begin_call();
    Thread& t = world.thread();
    auto store = [&]() -> Status {
        Ref key = TRY(name_of(t, name));
        return krait::set_attribute(t, world.at(slot), key.as<StrObject>(), world.at(value));
    };
    return store().failed() ? world.fail(error) : true;
}

Slot item(World& world, Slot container, Slot key, ErrorData* error) {
    world.begin_call();
    return result(world, get_item(world.thread(), world.at(container), world.at(key)), error);
}

bool set_item(World& world, Slot container, Slot key, Slot value, ErrorData* error) {
    world.begin_call();
    Status done = krait::set_item(world.thread(), world.at(container), world.at(key), world.at(value));
    return done.failed() ? world.fail(error) : true;
}

Slot call(World& world, Slot callee, const std::vector<Slot>& args,
          const std::vector<std::pair<std::string, Slot>>& keywords, ErrorData* error) {
    world.begin_call();
    Thread& t = world.thread();
    auto run = [&]() -> Ref {
        std::vector<Value> values;
        for (Slot arg : args) values.push_back(world.at(arg));
        RefTo<TupleObject> names = TRY(tuple_new(t, keywords.size()));
        for (size_t i = 0; i < keywords.size(); ++i) {
            names->items[i] = Ref(TRY(name_of(t, keywords[i].first))).release();
            values.push_back(world.at(keywords[i].second));
        }
        return krait::call(t, world.at(callee),
                           CallArgs{values.data(), args.size(), keywords.empty() ? nullptr : names.get()});
    };
    return result(world, run(), error);
}

bool to_bool(World& world, Slot slot, bool* out, ErrorData* error) {
    Value v = world.at(slot);
    if (!v.is_bool()) return wrong_type(world, "bool", v, error);
    *out = v.is_true();
    return true;
}

bool to_int64(World& world, Slot slot, std::int64_t* out, ErrorData* error) {
    Value v = world.at(slot);
    if (!is_int_like(v)) return wrong_type(world, "int", v, error);
    if (int_fits_i64(v, out)) return true;
    (void)raise(world.thread(), Exc::OverflowError, "int does not fit the C++ type");
    return world.fail(error);
}

bool to_uint64(World& world, Slot slot, std::uint64_t* out, ErrorData* error) {
    Value v = world.at(slot);
    if (!is_int_like(v)) return wrong_type(world, "int", v, error);
    if (std::optional<uint64_t> n = IntView(v)->to_uint64()) {
        *out = *n;
        return true;
    }
    (void)raise(world.thread(), Exc::OverflowError, "int does not fit the C++ type");
    return world.fail(error);
}

bool to_double(World& world, Slot slot, double* out, ErrorData* error) {
    Value v = world.at(slot);
    if (!is_float_like(v) && !is_int_like(v)) return wrong_type(world, "float", v, error);
    Fallible<double> d = krait::to_double(world.thread(), v);
    if (d.failed()) return world.fail(error);
    *out = d.value();
    return true;
}

bool to_text(World& world, Slot slot, std::string* out, ErrorData* error) {
    StrObject* s = as_str(world.at(slot));
    if (!s) return wrong_type(world, "str", world.at(slot), error);
    Fallible<std::string> utf8 = str_to_utf8_strict(world.thread(), s);
    if (utf8.failed()) return world.fail(error);
    *out = utf8.take();
    return true;
}

bool to_items(World& world, Slot slot, std::vector<Slot>* out, ErrorData* error) {
    world.begin_call();
    RefTo<ListObject> items = to_list(world.thread(), world.at(slot));
    if (items.failed()) return world.fail(error);
    for (size_t i = 0; i < items->size; ++i) out->push_back(world.keep(own(items->items[i])));
    return true;
}

bool to_entries(World& world, Slot slot, std::vector<std::pair<Slot, Slot>>* out, ErrorData* error) {
    DictObject* d = as_dict(world.at(slot));
    if (!d) return wrong_type(world, "dict", world.at(slot), error);
    size_t position = 0;
    Value key, value;
    while (dict_next_nocall(d, &position, &key, &value)) {
        Slot first = world.keep(own(key));
        out->emplace_back(first, world.keep(own(value)));
    }
    return true;
}

}  // namespace krait::bridge
