// Building and unpacking of containers, formatting, imports.
#include <algorithm>

#include "vm/interp/interp_ops.h"
#include "vm/object/str_units.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/generics.h"

namespace krait {

static Ref take(Value* place) {
    Value v = *place;
    *place = Value::unbound();
    return Ref::steal(v);
}

Value op_build_tuple(Thread& t, Value* first, size_t n) {
    RefTo<TupleObject> tuple = tuple_new(t, n);
    if (tuple.failed()) return Value::error();
    for (size_t i = 0; i < n; ++i) tuple->items[i] = take(first + i).release();
    return Value::object(tuple.release());
}

Value op_build_list(Thread& t, Value* first, size_t n) {
    RefTo<ListObject> list = list_new(t, n);
    if (list.failed()) return Value::error();
    for (size_t i = 0; i < n; ++i) list->items[i] = take(first + i).release();
    list->size = static_cast<uint32_t>(n);
    return Value::object(list.release());
}

Value op_build_set(Thread& t, Value* first, size_t n) {
    RefTo<SetObject> set = set_new(t);
    if (set.failed()) return Value::error();
    for (size_t i = 0; i < n; ++i) {
        Ref item = take(first + i);
        if (set_add(t, set.get(), item).failed()) return Value::error();
    }
    return Value::object(set.release());
}

Value op_build_map(Thread& t, Value* first, size_t pairs) {
    RefTo<DictObject> dict = dict_new(t, pairs);
    if (dict.failed()) return Value::error();
    for (size_t i = 0; i < pairs; ++i) {
        Ref key = take(first + 2 * i), value = take(first + 2 * i + 1);
        if (dict_set(t, dict.get(), key, value).failed()) return Value::error();
    }
    return Value::object(dict.release());
}

Value op_build_const_key_map(Thread& t, Value* first, size_t n) {
    Ref keys = take(first + n);
    RefTo<DictObject> dict = dict_new(t, n);
    if (dict.failed()) return Value::error();
    for (size_t i = 0; i < n; ++i) {
        Ref value = take(first + i);
        if (dict_set(t, dict.get(), keys.as<TupleObject>()->items[i], value).failed()) return Value::error();
    }
    return Value::object(dict.release());
}

Value op_build_string(Thread& t, Value* first, size_t n) {
    size_t length = 0;
    char32_t widest = 0;
    for (size_t i = 0; i < n; ++i) {
        const StrObject* part = as_str(first[i]);
        if (!part)
            return raise(t, Exc::TypeError, "sequence item %zu: expected str instance, %.80s found", i,
                         type_name_of(t, first[i]));
        if (__builtin_add_overflow(length, part->length, &length)) return raise_memory_error(t);
        if (part->length) widest = std::max(widest, max_char_bound(part));
    }
    Ref result;
    if (length <= 1) {
        StrBuilder text(t);   // shared texts
        for (size_t i = 0; i < n; ++i)
            if (text.append(first[i].as<StrObject>()).failed()) return Value::error();
        result = text.finish();
        if (result.failed()) return Value::error();
    } else {
        RefTo<StrObject> text = str_new_uninitialised(t, length, widest);
        if (text.failed()) return Value::error();
        size_t at = 0;
        bool narrow = widest < 0x100;   // then every part is
        for (size_t i = 0; i < n; ++i) {
            const StrObject* part = first[i].as<StrObject>();
            if (narrow) copy_short(text->data + at, part->data, part->length);
            else copy_into(text.get(), at, part, 0, part->length);
            at += part->length;
        }
        result = std::move(text);
    }
    drop_registers(first, first + n);
    return result.release();
}

Value op_build_slice(Thread& t, Value* first, size_t n) {
    Value result = slice_new(t, first[0], first[1], n == 3 ? first[2] : Value::none()).release();
    if (!result.is_error()) drop_registers(first, first + n);
    return result;
}

// A call's `*iterable`: the message names the function.
static Failed bad_star_argument(Thread& t, Value function, Value got) {
    return raise(t, Exc::TypeError, "%s argument after * must be an iterable, not %.200s",
                 callable_description(t, function).c_str(), type_name_of(t, got));
}

static bool extend(Thread& t, ListObject* list, Value iterable) {
    if (is_kind(iterable, Kind::Tuple)) {
        TupleObject* tuple = iterable.as<TupleObject>();
        for (size_t i = 0; i < tuple->size; ++i)
            if (list_append(t, list, tuple->items[i]).failed()) return false;
        return true;
    }
    Iteration it(t, iterable);
    if (it.failed() || length_hint(t, iterable, 8).failed()) return false;   // only asked: it may fail
    while (it.next())
        if (list_append(t, list, it.item()).failed()) return false;
    return !it.failed();
}

static RefTo<ListObject> concatenate(Thread& t, Value* first, size_t n, Value function) {
    RefTo<ListObject> list = TRY(list_new(t));
    for (size_t i = 0; i < n; ++i) {
        Ref item = take(first + i);
        if (!function.is_unbound() && !type_of(t, item)->slots.iter && !type_of(t, item)->slots.get_item)
            return bad_star_argument(t, function, item);
        if (!extend(t, list.get(), item)) return Failed{};
    }
    return list;
}

Value op_build_tuple_unpack(Thread& t, Value* first, size_t n, Value function) {
    RefTo<ListObject> list = concatenate(t, first, n, function);
    if (list.failed()) return Value::error();
    RefTo<TupleObject> tuple = list_to_tuple(t, list.get());
    return tuple.failed() ? Value::error() : Value::object(tuple.release());
}

Value op_build_list_unpack(Thread& t, Value* first, size_t n) {
    RefTo<ListObject> list = concatenate(t, first, n, Value::unbound());
    return list.failed() ? Value::error() : Value::object(list.release());
}

Value op_build_set_unpack(Thread& t, Value* first, size_t n) {
    RefTo<SetObject> set = set_new(t);
    if (set.failed()) return Value::error();
    for (size_t i = 0; i < n; ++i) {
        Ref item = take(first + i);
        if (set_update(t, set.get(), item).failed()) return Value::error();
    }
    return Value::object(set.release());
}

static bool is_mapping(Thread& t, Value v, bool* failed) {
    if (is_kind(v, Kind::Dict)) return true;
    Ref keys = lookup_attribute(t, v, t.interp.names.keys);
    *failed = keys.failed();
    return !*failed && !keys.get().is_unbound();
}

static Failed raise_duplicate_keyword(Thread& t, Value function, Value name) {
    // CPython rewords its KeyError only while no exception is being handled.
    if (as_exception(handled_exception(t))) return raise_object(t, Exc::KeyError, name);
    if (!as_str(name))
        return raise(t, Exc::TypeError, "%s keywords must be strings", callable_description(t, function).c_str());
    return raise(t, Exc::TypeError, "%s got multiple values for keyword argument '%s'",
                 callable_description(t, function).c_str(), told(t, name.as<StrObject>()).c_str());
}

// Keyword arguments of a call: str keys, and none given twice.
static bool merge_keywords(Thread& t, DictObject* into, Value mapping, Value function) {
    RefTo<DictObject> plain = dict_new(t);
    if (plain.failed() || dict_update(t, plain.get(), mapping).failed()) return false;
    size_t position = 0;
    Value key, value;
    while (dict_next_nocall(plain.get(), &position, &key, &value)) {
        Ref name = own(key), held = own(value);
        Fallible<Value> there = dict_get(t, into, name);
        if (there.failed()) return false;
        if (!there.value().is_unbound()) {
            (void)raise_duplicate_keyword(t, function, name);
            return false;
        }
        if (dict_set(t, into, name, held).failed()) return false;
    }
    return true;
}

Value op_build_map_unpack(Thread& t, Value* first, size_t n, Value function) {
    RefTo<DictObject> dict = dict_new(t);
    if (dict.failed()) return Value::error();
    for (size_t i = 0; i < n; ++i) {
        Ref item = take(first + i);
        bool failed = false;
        if (!is_mapping(t, item, &failed)) {
            if (failed) return Value::error();
            if (function.is_unbound())
                return raise(t, Exc::TypeError, "'%.200s' object is not a mapping", type_name_of(t, item));
            return raise(t, Exc::TypeError, "%s argument after ** must be a mapping, not %.200s",
                         callable_description(t, function).c_str(), type_name_of(t, item));
        }
        bool merged = function.is_unbound() ? !dict_update(t, dict.get(), item).failed()
                                            : merge_keywords(t, dict.get(), item, function);
        if (!merged) return Value::error();
    }
    return Value::object(dict.release());
}

bool op_list_append(Thread& t, Value list, Value item) {
    if (ListObject* l = as_list(list)) return !list_append(t, l, item).failed();
    (void)raise_bad_internal_call(t, "LIST_APPEND");
    return false;
}

bool op_set_add(Thread& t, Value set, Value item) {
    if (layout_is(set, Kind::Set)) return !set_add(t, set.as<SetObject>(), item).failed();
    (void)raise_bad_internal_call(t, "SET_ADD");
    return false;
}

bool op_map_add(Thread& t, Value map, Value key, Value value) {
    if (DictObject* d = as_dict(map)) return !dict_set(t, d, key, value).failed();
    (void)raise_bad_internal_call(t, "MAP_ADD");
    return false;
}

static bool wrong_count(Thread& t, size_t expected, size_t got, bool at_least) {
    (void)raise(t, Exc::ValueError, "not enough values to unpack (expected %s%zu, got %zu)",
                at_least ? "at least " : "", expected, got);
    return false;
}

// Items given out so far are dropped again on failure.
static bool unpack_iterator(Thread& t, Value iterable, Value* out, size_t n, size_t expected, bool at_least,
                            Ref* iterator) {
    TypeObject* type = type_of(t, iterable);
    if (!type->slots.iter && !type->slots.get_item) {
        (void)raise(t, Exc::TypeError, "'%.200s' object is not iterable", type_name(type));
        return false;
    }
    *iterator = get_iterator(t, iterable);
    if (iterator->failed()) return false;
    for (size_t i = 0; i < n; ++i) {
        Ref item = iterator_next(t, *iterator);
        bool ended = !item.failed() && item.get().is_exhausted();
        if (item.failed() || ended) {
            if (ended) wrong_count(t, expected, i, at_least);
            SavedException keep(t);
            drop_registers(out - i, out);
            return false;
        }
        *(out - 1 - static_cast<ptrdiff_t>(i)) = item.release();
    }
    return true;
}

bool op_unpack(Thread& t, Value iterable, Value* out, size_t n) {
    const Value* items = nullptr;
    size_t size = 0;
    if (is_kind(iterable, Kind::Tuple)) {
        items = iterable.as<TupleObject>()->items;
        size = iterable.as<TupleObject>()->size;
    } else if (is_kind(iterable, Kind::List)) {
        items = iterable.as<ListObject>()->items;
        size = iterable.as<ListObject>()->size;
    }
    if (items || is_kind(iterable, Kind::Tuple) || is_kind(iterable, Kind::List)) {
        if (size < n) return wrong_count(t, n, size, false);
        if (size > n) {
            (void)raise(t, Exc::ValueError, "too many values to unpack (expected %zu)", n);
            return false;
        }
        for (size_t i = 0; i < n; ++i) {
            incref(items[i]);
            out[n - 1 - i] = items[i];
        }
        return true;
    }
    Ref iterator;
    if (!unpack_iterator(t, iterable, out + n, n, n, false, &iterator)) return false;
    Ref more = iterator_next(t, iterator);
    if (!more.failed() && more.get().is_exhausted()) return true;
    if (!more.failed()) (void)raise(t, Exc::ValueError, "too many values to unpack (expected %zu)", n);
    SavedException keep(t);
    drop_registers(out, out + n);
    return false;
}

// Of a list or tuple that has items enough. Nothing here runs code. False: an exception is pending.
static bool unpack_sequence_ex(Thread& t, const Value* items, size_t size, Value* out, size_t before, size_t after) {
    RefTo<ListObject> rest = list_from(t, items + before, size - before - after);
    if (rest.failed()) return false;
    Value* place = out + before + after;   // the first item fills the highest register
    for (size_t i = 0; i < before; ++i) *place-- = own(items[i]).release();
    *place-- = Value::object(rest.release());
    for (size_t i = size - after; i < size; ++i) *place-- = own(items[i]).release();
    return true;
}

bool op_unpack_ex(Thread& t, Value iterable, Value* out, unsigned counts) {
    size_t before = counts & 0xff, after = counts >> 8, total = before + 1 + after;
    if (is_kind(iterable, Kind::Tuple) && iterable.as<TupleObject>()->size >= before + after)
        return unpack_sequence_ex(t, iterable.as<TupleObject>()->items, iterable.as<TupleObject>()->size, out, before,
                                  after);
    if (is_kind(iterable, Kind::List) && iterable.as<ListObject>()->size >= before + after)
        return unpack_sequence_ex(t, iterable.as<ListObject>()->items, iterable.as<ListObject>()->size, out, before,
                                  after);
    for (size_t i = 0; i < total; ++i) out[i] = Value::unbound();
    Ref iterator;
    if (!unpack_iterator(t, iterable, out + total, before, before + after, true, &iterator)) return false;
    auto fail = [&] {
        SavedException keep(t);
        drop_registers(out, out + total);
        return false;
    };
    RefTo<ListObject> rest = to_list(t, iterator);
    if (rest.failed()) return fail();
    if (rest->size < after) {
        wrong_count(t, before + after, before + rest->size, true);
        return fail();
    }
    for (size_t i = 0; i < after; ++i) {   // the last items fill the lowest registers
        out[i] = rest->items[rest->size - 1];
        rest->items[rest->size - 1] = Value::unbound();
        --rest->size;
    }
    out[after] = Value::object(rest.release());
    return true;
}

Value op_format(Thread& t, Value* first, unsigned flags) {
    Ref value = own(first[0]);
    switch (flags & 3) {
        case 1: value = Ref(str_of(t, value)); break;
        case 2: value = Ref(repr(t, value)); break;
        case 3: value = Ref(ascii_of(t, value)); break;
        default: break;
    }
    if (value.failed()) return Value::error();
    Value spec = (flags & 4) ? first[1] : Value::unbound();
    if (!spec.is_unbound() && !as_str(spec))
        return raise(t, Exc::TypeError, "format() argument 2 must be str, not %.200s", type_name_of(t, spec));
    Ref result = spec.is_unbound() && is_kind(value, Kind::Str)
                     ? std::move(value)
                     : format_value(t, value, spec.is_unbound() ? nullptr : spec.as<StrObject>());
    // With a spec both are temporaries built for this; alone the operand may be a local variable, which stays.
    if (!result.failed() && (flags & 4)) drop_registers(first, first + 2);
    return result.release();
}

bool op_print_expression(Thread& t, Value v) {
    Ref hook = sys_get(t, "displayhook");
    if (hook.failed()) return false;
    if (hook.get().is_unbound()) {
        (void)raise(t, Exc::RuntimeError, "lost sys.displayhook");
        return false;
    }
    return !call(t, hook, v).failed();
}

Value op_load_typing(Thread& t, StrObject* name) {
    return generics_attribute(t, name).release();
}

Value op_import_name(Thread& t, Frame* f, StrObject* name, Value level, Value fromlist) {
    StrObject* import_text = t.interp.names.dunder_import;
    DictObject* builtins = as_dict(f->function->builtins);
    Value function = builtins ? dict_get_str(t, builtins, import_text) : Value::unbound();
    if (function.is_error()) return function;
    if (function.is_unbound()) return raise(t, Exc::ImportError, "__import__ not found");
    Ref callee = own(function);
    Value locals = (f->flags & kFrameHasLocals) ? f->locals : Value::none();
    Value args[] = {Value::object(name), Value::object(f->function->globals), locals, fromlist, level};
    if (is_kind(callee, Kind::NativeFunction) && level.is_int())
        return import_name(t, name, args[1], args[2], fromlist, level.as_int()).release();
    return call(t, callee, CallArgs{args, 5, nullptr}).release();
}

// A module not yet bound as attribute of its package may still be in sys.modules (circular imports).
static Ref submodule_in_sys(Thread& t, Value module, StrObject* name, Ref* package) {
    *package = lookup_attribute(t, module, t.interp.names.dunder_name);
    if (package->failed()) return Failed{};
    if (!as_str(*package)) {
        *package = Ref();
        return Ref();
    }
    Ref dot = TRY(str_from_ascii(t, "."));
    Ref prefix = TRY(str_concat(t, package->as<StrObject>(), dot.as<StrObject>()));
    Ref full = TRY(str_concat(t, prefix.as<StrObject>(), name));
    Value found = TRY(dict_get(t, t.interp.modules, full));
    return own(found);
}

Value op_import_from(Thread& t, Value module, StrObject* name) {
    Ref v = lookup_attribute(t, module, name);
    if (v.failed() || !v.get().is_unbound()) return v.release();
    Ref package;
    v = submodule_in_sys(t, module, name, &package);
    if (v.failed() || !v.get().is_unbound()) return v.release();
    std::string text = told(t, name);
    (void)raise(t, Exc::ImportError, "cannot import name '%s'", text.c_str());
    return Value::error();
}

static bool import_names(Thread& t, Frame* f, Value module, Value names, bool skip_private) {
    Iteration it(t, names);
    while (it.next()) {
        StrObject* name = as_str(it.item());
        if (!name) {
            (void)raise(t, Exc::TypeError, "attribute name must be string, not '%.200s'", type_name_of(t, it.item()));
            return false;
        }
        if (skip_private && name->length > 0 && name->at(0) == '_') continue;
        Ref v = get_attribute(t, module, name);
        if (v.failed()) return false;
        Value target = (f->flags & kFrameHasLocals) ? f->locals : Value::object(f->function->globals);
        StrObject* key = intern(t, name);
        if (!key || set_item(t, target, Value::object(key), v).failed()) return false;
    }
    return !it.failed();
}

bool op_import_star(Thread& t, Frame* f, Value module) {
    Ref all = lookup_attribute(t, module, t.interp.names.dunder_all);
    if (all.failed()) return false;
    if (!all.get().is_unbound()) return import_names(t, f, module, all, false);
    Ref dict = lookup_attribute(t, module, t.interp.names.dunder_dict);
    if (dict.failed()) return false;
    if (dict.get().is_unbound()) {
        (void)raise(t, Exc::ImportError, "from-import-* object has no __dict__ and no __all__");
        return false;
    }
    Ref keys = call_method(t, dict, t.interp.names.keys);
    if (keys.failed()) return false;
    RefTo<ListObject> names = to_list(t, keys);
    return !names.failed() && import_names(t, f, module, names.value(), true);
}

}  // namespace krait
