#include "builtins/types/container_support.h"

#include <algorithm>

namespace krait {

bool refuse_keywords(Thread& t, const char* name, const CallArgs& args) {
    if (!has_keywords(args)) return true;
    (void)raise(t, Exc::TypeError, "%s() does not take keyword arguments", name);
    return false;
}

bool check_argument_count(Thread& t, const char* name, const CallArgs& args, size_t least, size_t most) {
    if (args.nargs >= least && args.nargs <= most) return true;
    const char* how = least == most ? "" : args.nargs < least ? "at least " : "at most ";
    (void)raise(t, Exc::TypeError, "%s expected %s%zu arguments, got %zu", name, how, args.nargs < least ? least : most,
                args.nargs);
    return false;
}

Ref sequence_fast(Thread& t, Value v, const char* message) {
    if (is_kind(v, Kind::List) || is_kind(v, Kind::Tuple)) return own(v);
    Ref iterator = get_iterator(t, v);
    if (iterator.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "%s", message);
    }
    return to_list(t, iterator);
}

Fallible<int64_t> subscript_index(Thread& t, Value key, const char* what) {
    if (key.is_int()) return key.as_int();
    if (!type_of(t, key)->slots.index)
        return raise(t, Exc::TypeError, "%s indices must be integers or slices, not %.200s", what,
                     type_name_of(t, key));
    return index_to_i64(t, key);
}

bool Argument<SearchBound>::get(Thread& t, Value v, SearchBound* out, unsigned) {
    if (v.is_int()) {
        out->value = v.as_int();
        return true;
    }
    if (!type_of(t, v)->slots.index) {
        (void)raise(t, Exc::TypeError, "slice indices must be integers or have an __index__ method");
        return false;
    }
    Fallible<int64_t> i = index_clamped(t, v);
    if (i.failed()) return false;
    out->value = i.value();
    return true;
}

static int64_t from_end(int64_t i, size_t size) {
    return i < 0 ? std::max<int64_t>(i + static_cast<int64_t>(size), 0) : i;
}
int64_t start_of_search(Optional<SearchBound> bound, size_t size) {
    return bound.has_value ? from_end(bound.value.value, size) : 0;
}
int64_t end_of_search(Optional<SearchBound> bound, size_t size) {
    return bound.has_value ? from_end(bound.value.value, size) : INT64_MAX;
}

Fallible<int64_t> find_between(Thread& t, Value sequence, size_t size, Optional<SearchBound> start,
                               Optional<SearchBound> stop, Value value) {
    int64_t first = start_of_search(start, size), last = end_of_search(stop, size);
    if (first >= last) return int64_t{-1};
    return find_item(t, sequence, static_cast<size_t>(first), static_cast<size_t>(last), value, SearchOrder::ItemFirst);
}

Status append_repr(Thread& t, StrBuilder& text, Value v) {
    Ref held = own(v);
    RefTo<StrObject> item = TRY(repr(t, held));
    TRY(charge_work(t, 1));
    return text.append(item.get());
}

Status append_type_name(Thread&, StrBuilder& text, TypeObject* type) { return text.append(type->name); }

Ref builtin_named(Thread& t, const char* name) {
    StrObject* key = intern_utf8(t, name);
    if (!key) return Failed{};
    Value found = dict_get_str(t, t.interp.builtins_module->dict, key);
    if (found.is_error()) return Failed{};
    if (found.is_unbound()) return raise(t, Exc::AttributeError, "module 'builtins' has no attribute '%s'", name);
    return own(found);
}

Ref reduce_iter(Thread& t, Value of) {
    Ref iter = TRY(builtin_named(t, "iter"));
    Ref args = TRY(tuple_pack(t, {of}));
    return tuple_pack(t, {iter, args});
}

Ref reduce_iter_at(Thread& t, Value of, int64_t index) {
    Ref iter = TRY(builtin_named(t, "iter"));
    Ref args = TRY(tuple_pack(t, {of}));
    Ref position = TRY(make_int(t, index));
    return tuple_pack(t, {iter, args, position});
}

Ref reduce_exhausted(Thread& t, bool tuple) {
    Ref empty = tuple ? Ref(TRY(tuple_new(t, 0))) : Ref(TRY(list_new(t)));
    return reduce_iter(t, empty);
}

Fallible<int64_t> state_index(Thread& t, Value state) {
    if (!is_int_like(state)) return raise(t, Exc::TypeError, "an integer is required");
    return int_to_i64(t, state, "Python int too large to convert to C ssize_t");
}

Ref instance_dict_or_none(Thread& t, Value self) {
    Ref dict = TRY(lookup_attribute(t, self, t.interp.names.dunder_dict));
    return dict.get().is_unbound() ? own(Value::none()) : std::move(dict);
}

}  // namespace krait
