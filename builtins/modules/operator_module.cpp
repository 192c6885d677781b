// _operator: the operators as functions, and the callables itemgetter, attrgetter, methodcaller.
#include "vm/native/module_def.h"
#include "vm/object/buffer.h"
#include "vm/object/str_units.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/limits.h"

namespace krait {
namespace {

// ------------------------------------------------------------------------------------------------ operators
// The reference's arity errors name its C functions ("op_add expected 2 arguments, got 1"): most functions here are
// declared with *args and count for themselves.
struct ReferenceName {
    char text[24] = {};
    template <size_t N>
    consteval ReferenceName(const char (&name)[N]) {   // NOLINT: implicit by design
        for (size_t i = 0; i < N; ++i) text[i] = name[i];
    }
};
template <ReferenceName kName, auto kFunction>
Value with_reference_name(Thread& t, Args args) {
    constexpr size_t kCount = NativeTraits<decltype(kFunction)>::slots;
    if (KRAIT_UNLIKELY(args.count != kCount))
        return raise(t, Exc::TypeError, "%s expected %zu arguments, got %zu", kName.text, kCount, args.count);
    if constexpr (kCount == 2) return native_result(t, kFunction(t, args[0], args[1]));
    else return native_result(t, kFunction(t, args[0], args[1], args[2]));
}

template <BinaryOp kOp>
Ref operator_binary(Thread& t, Value a, Value b) { return binary_operation(t, kOp, a, b); }
template <BinaryOp kOp>
Ref operator_inplace(Thread& t, Value a, Value b) { return inplace_operation(t, kOp, a, b); }
template <UnaryOp kOp>
Ref operator_unary(Thread& t, Value a) { return unary_operation(t, kOp, a); }
template <CompareOp kOp>
Ref operator_compare(Thread& t, Value a, Value b) { return rich_compare(t, a, b, kOp); }

Ref operator_abs(Thread& t, Value a) { return absolute(t, a); }
Ref operator_index(Thread& t, Value a) { return as_index(t, a); }
Fallible<bool> operator_truth(Thread& t, Value a) { return is_true(t, a); }
Fallible<bool> operator_not(Thread& t, Value a) { return !TRY(is_true(t, a)); }
Fallible<bool> operator_is(Thread&, Value a, Value b) { return a == b; }
Fallible<bool> operator_is_not(Thread&, Value a, Value b) { return !(a == b); }
Ref operator_getitem(Thread& t, Value a, Value b) { return get_item(t, a, b); }
Status operator_setitem(Thread& t, Value a, Value b, Value c) { return set_item(t, a, b, c); }
Status operator_delitem(Thread& t, Value a, Value b) { return delete_item(t, a, b); }
Fallible<bool> operator_contains(Thread& t, Value a, Value b) { return contains(t, a, b); }

// What CPython takes for a sequence here: anything with __getitem__ that is not a dict.
bool looks_like_sequence(Thread& t, Value v) {
    return type_of(t, v)->slots.get_item && !layout_is(v, Kind::Dict) && !is_kind(v, Kind::MappingProxy);
}
bool both_add(Thread& t, Value a, Value b) {
    size_t add = static_cast<size_t>(BinaryOp::Add);
    return looks_like_sequence(t, a) && looks_like_sequence(t, b) &&
           (type_of(t, a)->slots.binary[add] || type_of(t, b)->slots.binary[add] || type_of(t, a)->slots.inplace[add]);
}
Failed raise_cannot_concatenate(Thread& t, Value a) {
    return raise(t, Exc::TypeError, "'%.200s' object can't be concatenated", type_name_of(t, a));
}
Ref operator_concat(Thread& t, Value a, Value b) {
    if (BinaryFn concat = type_of(t, a)->slots.concat) return Ref::steal(concat(t, a, b));
    if (both_add(t, a, b)) return binary_operation(t, BinaryOp::Add, a, b);
    return raise_cannot_concatenate(t, a);
}
Ref operator_iconcat(Thread& t, Value a, Value b) {
    const Slots& slots = type_of(t, a)->slots;
    if (slots.inplace_concat) return Ref::steal(slots.inplace_concat(t, a, b));
    if (slots.concat) return Ref::steal(slots.concat(t, a, b));
    if (both_add(t, a, b)) return inplace_operation(t, BinaryOp::Add, a, b);
    return raise_cannot_concatenate(t, a);
}

Ref operator_call(Thread& t, Value object, Value keywords, Args args) {
    CallFromDict call_args(t, args.items, args.count, as_dict(keywords));
    if (call_args.failed()) return Failed{};
    return call(t, object, call_args.args());
}

// Calls visit(index) for every item of `a` that equals `b` until it says no.
template <class F>
Status for_each_match(Thread& t, Value a, Value b, F visit) {
    Iteration it(t, a);
    if (it.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "argument of type '%.200s' is not iterable", type_name_of(t, a));
    }
    for (int64_t i = 0; it.next(); ++i)
        if (TRY(equal(t, it.item(), b)) && !visit(i)) return ok();
    if (it.failed()) return Failed{};
    return ok();
}
Fallible<int64_t> operator_count_of(Thread& t, Value a, Value b) {
    int64_t count = 0;
    TRY(for_each_match(t, a, b, [&](int64_t) { return ++count, true; }));
    return count;
}
Fallible<int64_t> operator_index_of(Thread& t, Value a, Value b) {
    int64_t index = -1;
    TRY(for_each_match(t, a, b, [&](int64_t i) { return index = i, false; }));
    if (index < 0) return raise(t, Exc::ValueError, "sequence.index(x): x not in sequence");
    return index;
}

Fallible<int64_t> operator_length_hint(Thread& t, Value object, Value fallback) {
    int64_t otherwise = 0;
    if (!fallback.is_unbound()) {
        if (is_float_like(fallback)) return raise(t, Exc::TypeError, "integer argument expected, got float");
        Ref n = TRY(as_index(t, fallback));
        otherwise = TRY(int_to_i64(t, n, "Python int too large to convert to C ssize_t"));
    }
    return length_hint(t, object, otherwise);
}

// Time depends on the lengths only.
Fallible<bool> same_bytes(Thread& t, std::string_view a, std::string_view b) {
    volatile unsigned char difference = a.size() != b.size();
    TRY(in_stretches(t, b.size(), [&](size_t i, size_t end) {
        for (; i < end; ++i) {
            char other = i < a.size() ? a[i] : '\0';
            difference = static_cast<unsigned char>(difference | static_cast<unsigned char>(other ^ b[i]));
        }
    }));
    return difference == 0;
}
Fallible<bool> operator_compare_digest(Thread& t, Value a, Value b) {
    StrObject *x = as_str(a), *y = as_str(b);
    if (x && y) {
        if (!x->ascii() || !y->ascii())
            return raise(t, Exc::TypeError, "comparing strings with non-ASCII characters is not supported");
        return same_bytes(t, x->ascii_view(), y->ascii_view());
    }
    if (!has_buffer(t, a) && !has_buffer(t, b))
        return raise(t, Exc::TypeError, "unsupported operand types(s) or combination of types: '%.100s' and '%.100s'",
                     type_name_of(t, a), type_name_of(t, b));
    BufferView left = TRY(get_buffer(t, a)), right = TRY(get_buffer(t, b));
    return same_bytes(t, left.view(), right.view());
}

// ------------------------------------------------------------------------------------------------ the callables
// itemgetter: `names` are the keys. attrgetter: `names` as given, `paths` one interned str or a tuple of them for each.
struct GetterObject : Object {
    TupleObject* names;   // owned
    Value paths;          // tuple, or UNBOUND in itemgetter
};
struct MethodCallerObject : Object {
    StrObject* name;        // owned, interned
    TupleObject* args;      // owned
    DictObject* keywords;   // owned; null: none
};

// One positional argument and nothing else.
bool check_one_argument(Thread& t, const char* name, const CallArgs& args) {
    if (has_keywords(args)) {
        (void)raise(t, Exc::TypeError, "%s does not take keyword arguments", name);
        return false;
    }
    if (args.nargs == 1) return true;
    (void)raise(t, Exc::TypeError, "%s expected 1 arguments, got %zu", name, args.nargs);
    return false;
}
bool check_getter_construction(Thread& t, const char* name, const CallArgs& args) {
    if (has_keywords(args)) {
        (void)raise(t, Exc::TypeError, "%s() does not take keyword arguments", name);
        return false;
    }
    if (args.nargs >= 1) return true;
    (void)raise(t, Exc::TypeError, "%s expected 1 arguments, got 0", name);
    return false;
}
Value getter_new(Thread& t, TypeObject* type, const CallArgs& args, Ref paths) {
    RefTo<TupleObject> names = tuple_from(t, args.args, args.nargs);
    if (names.failed()) return Value::error();
    GetterObject* self = allocate<GetterObject>(t, type);
    if (!self) return Value::error();
    self->names = names.release();
    self->paths = paths.release();
    gc_track(self);
    return Value::object(self);
}

// Results of get(i) for every name: one alone as it is, several as a tuple.
template <class F>
Value collect(Thread& t, size_t n, F get) {
    if (n == 1) return get(0).release();
    RefTo<TupleObject> result = tuple_new(t, n);
    if (result.failed()) return Value::error();
    for (size_t i = 0; i < n; ++i) {
        Ref item = get(i);
        if (item.failed()) return Value::error();
        result->items[i] = item.release();
    }
    return Value::object(result.release());
}

Value itemgetter_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!check_getter_construction(t, "itemgetter", args)) return Value::error();
    return getter_new(t, type, args, Ref());
}
Value itemgetter_call(Thread& t, Value self, const CallArgs& args) {
    if (!check_one_argument(t, "itemgetter", args)) return Value::error();
    Value object = args.args[0];
    Ref names = own(static_cast<Object*>(self.as<GetterObject>()->names));
    const TupleObject* keys = names.as<TupleObject>();
    return collect(t, keys->size, [&](size_t i) { return get_item(t, object, keys->items[i]); });
}

Ref interned_part(Thread& t, StrObject* text, size_t start, size_t end) {
    Ref part = TRY(str_substring(t, text, start, end));
    StrObject* name = is_kind(part, Kind::Str) ? intern(t, part.as<StrObject>()) : intern_utf8(t, str_to_utf8(text));
    return name ? own(static_cast<Object*>(name)) : Ref(Failed{});
}
Ref attribute_path(Thread& t, StrObject* text) {
    size_t dots = 0;
    TRY(visit_units(text, [&](auto* p) {
        return in_stretches(t, text->length, [&](size_t i, size_t end) {
            for (; i < end; ++i) dots += p[i] == '.';
        });
    }));
    if (dots == 0) return interned_part(t, text, 0, text->length);
    RefTo<TupleObject> parts = TRY(tuple_new(t, dots + 1));
    size_t start = 0;
    Looks looks(t);
    for (size_t i = 0; i <= dots; ++i) {
        TRY(looks.next());
        int64_t dot = str_find_char(text, '.', start, text->length);
        size_t end = dot < 0 ? text->length : static_cast<size_t>(dot);
        parts->items[i] = TRY(interned_part(t, text, start, end)).release();
        start = end + 1;
    }
    return parts;
}
Value attrgetter_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (!check_getter_construction(t, "attrgetter", args)) return Value::error();
    RefTo<TupleObject> paths = tuple_new(t, args.nargs);
    if (paths.failed()) return Value::error();
    for (size_t i = 0; i < args.nargs; ++i) {
        StrObject* text = as_str(args.args[i]);
        if (!text) return raise(t, Exc::TypeError, "attribute name must be a string");
        Ref path = attribute_path(t, text);
        if (path.failed()) return Value::error();
        paths->items[i] = path.release();
    }
    return getter_new(t, type, args, std::move(paths));
}
Ref follow_path(Thread& t, Value object, Value path) {
    if (is_kind(path, Kind::Str)) return get_attribute(t, object, path.as<StrObject>());
    const TupleObject* parts = path.as<TupleObject>();
    Ref current = own(object);
    for (size_t i = 0; i < parts->size; ++i) current = TRY(get_attribute(t, current, parts->items[i].as<StrObject>()));
    return current;
}
Value attrgetter_call(Thread& t, Value self, const CallArgs& args) {
    if (!check_one_argument(t, "attrgetter", args)) return Value::error();
    Value object = args.args[0];
    Ref held = own(self.as<GetterObject>()->paths);
    const TupleObject* paths = held.as<TupleObject>();
    return collect(t, paths->size, [&](size_t i) { return follow_path(t, object, paths->items[i]); });
}

// "operator.itemgetter(1, 2)"; names of attributes lose nothing by repr.
Status append_items(Thread& t, StrBuilder& out, const TupleObject* items, bool comma_first) {
    for (size_t i = 0; i < items->size; ++i) {
        if (i || comma_first) TRY(out.append_ascii(", "));
        TRY(out.append(TRY(repr(t, items->items[i])).get()));
    }
    return ok();
}
Ref getter_text(Thread& t, GetterObject* self) {
    StrBuilder out(t);
    TRY(out.append_utf8(self->type->spec->name));
    ReprGuard guard(t, Value::object(self));
    if (guard.active_before()) {
        TRY(out.append_ascii("(...)"));
        return out.finish();
    }
    TRY(out.append_char('('));
    TRY(append_items(t, out, self->names, false));
    TRY(out.append_char(')'));
    return out.finish();
}
Value getter_repr(Thread& t, Value self) { return getter_text(t, self.as<GetterObject>()).release(); }
Ref getter_reduce(Thread& t, GetterObject* self) {
    return tuple_pack(t, {Value::object(self->type), Value::object(self->names)});
}

void getter_dealloc(Interpreter& interp, Object* o) {
    GetterObject* self = static_cast<GetterObject*>(o);
    gc_untrack(o);
    decref(static_cast<Object*>(self->names));
    decref(self->paths);
    free_object(interp, o);
}
void getter_traverse(Object* o, Visitor& visitor) {
    visitor.visit_pointer(static_cast<GetterObject*>(o)->names);
    visitor.visit(static_cast<GetterObject*>(o)->paths);
}

Value methodcaller_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (args.nargs < 1)
        return raise(t, Exc::TypeError, "methodcaller needs at least one argument, the method name");
    StrObject* text = as_str(args.args[0]);
    if (!text) return raise(t, Exc::TypeError, "method name must be a string");
    Ref name = interned_part(t, text, 0, text->length);
    RefTo<TupleObject> stored = tuple_from(t, args.args + 1, args.nargs - 1);
    if (name.failed() || stored.failed()) return Value::error();
    RefTo<DictObject> keywords;
    if (has_keywords(args)) keywords = keywords_to_dict(t, args);
    if (keywords.failed()) return Value::error();
    MethodCallerObject* self = allocate<MethodCallerObject>(t, type);
    if (!self) return Value::error();
    self->name = name.release().as<StrObject>();
    self->args = stored.release();
    self->keywords = keywords.release();
    gc_track(self);
    return Value::object(self);
}
Value methodcaller_call(Thread& t, Value self_value, const CallArgs& call_args) {
    if (!check_one_argument(t, "methodcaller", call_args)) return Value::error();
    MethodCallerObject* self = self_value.as<MethodCallerObject>();
    Ref keep = own(self_value);
    Value object = call_args.args[0];
    if (self->keywords) {
        Ref bound = get_attribute(t, object, self->name);
        return bound.failed() ? Value::error() : call_with_dict(t, bound, self->args, self->keywords).release();
    }
    Value receiver;
    Ref function = get_method(t, object, self->name, &receiver);
    if (function.failed()) return Value::error();
    CallArgs args{self->args->items, self->args->size, nullptr};
    if (receiver.is_unbound()) return call(t, function, args).release();
    PrependedArgs all(t, receiver, args);
    return all.failed() ? Value::error() : call(t, function, all.args()).release();
}
Ref methodcaller_text(Thread& t, MethodCallerObject* self) {
    StrBuilder out(t);
    TRY(out.append_ascii("operator.methodcaller("));
    ReprGuard guard(t, Value::object(self));
    if (guard.active_before()) {
        TRY(out.append_ascii("...)"));
        return out.finish();
    }
    TRY(out.append(TRY(repr(t, Value::object(self->name))).get()));
    TRY(append_items(t, out, self->args, true));
    size_t position = 0;
    Value key, value;
    while (self->keywords && dict_next_nocall(self->keywords, &position, &key, &value)) {
        TRY(out.append_ascii(", "));
        TRY(out.append(key.as<StrObject>()));
        TRY(out.append_char('='));
        TRY(out.append(TRY(repr(t, value)).get()));
    }
    TRY(out.append_char(')'));
    return out.finish();
}
Value methodcaller_repr(Thread& t, Value self) { return methodcaller_text(t, self.as<MethodCallerObject>()).release(); }
// Without keywords the class and all arguments; otherwise partial() carries name and keywords.
Ref methodcaller_reduce(Thread& t, MethodCallerObject* self) {
    Value type = Value::object(self->type), name = Value::object(self->name);
    if (!self->keywords) {
        RefTo<TupleObject> args = TRY(tuple_new(t, self->args->size + 1));
        args->items[0] = own(name).release();
        for (size_t i = 0; i < self->args->size; ++i) args->items[i + 1] = own(self->args->items[i]).release();
        return tuple_pack(t, {type, args.value()});
    }
    Ref functools = TRY(import_module(t, "functools"));
    StrObject* key = intern_utf8(t, "partial");
    if (!key) return Failed{};
    Ref partial = TRY(get_attribute(t, functools, key));
    RefTo<TupleObject> args = TRY(tuple_pack(t, {type, name}));
    Ref constructor = TRY(call_with_dict(t, partial, args.get(), self->keywords));
    return tuple_pack(t, {constructor, Value::object(self->args)});
}
void methodcaller_dealloc(Interpreter& interp, Object* o) {
    MethodCallerObject* self = static_cast<MethodCallerObject*>(o);
    gc_untrack(o);
    decref(static_cast<Object*>(self->name));
    decref(static_cast<Object*>(self->args));
    if (self->keywords) decref(static_cast<Object*>(self->keywords));
    free_object(interp, o);
}
void methodcaller_traverse(Object* o, Visitor& visitor) {
    MethodCallerObject* self = static_cast<MethodCallerObject*>(o);
    visitor.visit_pointer(self->name);
    visitor.visit_pointer(self->args);
    visitor.visit_pointer(self->keywords);
}

// ------------------------------------------------------------------------------------------------ tables
constexpr MethodDef GETTER_METHODS[] = {
    method<getter_reduce>("__reduce__", "(self, /)", "Return state information for pickling"),
};
constexpr MethodDef METHODCALLER_METHODS[] = {
    method<methodcaller_reduce>("__reduce__", "(self, /)", "Return state information for pickling"),
};
constexpr TypeSpec kItemGetterSpec = {
    .name = "operator.itemgetter",
    .doc =
        "itemgetter(item, ...) --> itemgetter object\n\n"
        "Return a callable that fetches the given item(s) from its operand:\n"
        "itemgetter(2)(r) is r[2], itemgetter(2, 5)(r) is (r[2], r[5]).",
    .basic_size = sizeof(GetterObject),
    .flags = kTypeGc,
    .slots = {.dealloc = getter_dealloc,
              .traverse = getter_traverse,
              .repr = getter_repr,
              .call = itemgetter_call,
              .new_ = itemgetter_new},
    .methods = GETTER_METHODS,
};
constexpr TypeSpec kAttrGetterSpec = {
    .name = "operator.attrgetter",
    .doc =
        "attrgetter(attr, ...) --> attrgetter object\n\n"
        "Return a callable that fetches the given attribute(s) from its operand:\n"
        "attrgetter('name')(r) is r.name, attrgetter('a.b', 'c')(r) is (r.a.b, r.c).",
    .basic_size = sizeof(GetterObject),
    .flags = kTypeGc,
    .slots = {.dealloc = getter_dealloc,
              .traverse = getter_traverse,
              .repr = getter_repr,
              .call = attrgetter_call,
              .new_ = attrgetter_new},
    .methods = GETTER_METHODS,
};
constexpr TypeSpec kMethodCallerSpec = {
    .name = "operator.methodcaller",
    .doc = "methodcaller(name, ...) --> methodcaller object\n\n"
           "Return a callable that calls the given method on its operand:\n"
           "methodcaller('name', 1, key=2)(r) is r.name(1, key=2).",
    .basic_size = sizeof(MethodCallerObject),
    .flags = kTypeGc,
    .slots = {.dealloc = methodcaller_dealloc, .traverse = methodcaller_traverse, .repr = methodcaller_repr,
              .call = methodcaller_call, .new_ = methodcaller_new},
    .methods = METHODCALLER_METHODS,
};

#define KRAIT_NAMED(name, doc, ...) function<with_reference_name<"op_" name, __VA_ARGS__>>(name, "(*args)", doc)
#define KRAIT_BINARY(name, op, doc) KRAIT_NAMED(name, doc, operator_binary<BinaryOp::op>)
#define KRAIT_INPLACE(name, op, doc) KRAIT_NAMED(name, doc, operator_inplace<BinaryOp::op>)
#define KRAIT_COMPARE(name, op, doc) KRAIT_NAMED(name, doc, operator_compare<CompareOp::op>)
constexpr MethodDef FUNCTIONS[] = {
    function<operator_compare_digest>("_compare_digest", "(a, b, /)",
                                      "Return 'a == b' in a time that does not tell where they differ."),
    function<operator_abs>("abs", "(a, /)", "abs(a) -- Same as abs(a)."),
    KRAIT_BINARY("add", Add, "add(a, b) -- Same as a + b."),
    KRAIT_BINARY("and_", And, "and_(a, b) -- Same as a & b."),
    function<operator_call>("call", "(obj, /, *args, **kwargs)", "Same as obj(*args, **kwargs)."),
    KRAIT_NAMED("concat", "concat(a, b) -- Same as a + b, for a and b sequences.", operator_concat),
    KRAIT_NAMED("contains", "contains(a, b) -- Same as b in a (note reversed operands).", operator_contains),
    function<operator_count_of>("countOf", "(a, b, /)", "countOf(a, b) -- Return the number of times b occurs in a."),
    KRAIT_NAMED("delitem", "delitem(a, b) -- Same as del a[b].", operator_delitem),
    KRAIT_COMPARE("eq", Eq, "eq(a, b) -- Same as a==b."),
    KRAIT_BINARY("floordiv", FloorDivide, "floordiv(a, b) -- Same as a // b."),
    KRAIT_COMPARE("ge", Ge, "ge(a, b) -- Same as a>=b."),
    KRAIT_NAMED("getitem", "getitem(a, b) -- Same as a[b].", operator_getitem),
    KRAIT_COMPARE("gt", Gt, "gt(a, b) -- Same as a>b."),
    KRAIT_INPLACE("iadd", Add, "a = iadd(a, b) -- Same as a += b."),
    KRAIT_INPLACE("iand", And, "a = iand(a, b) -- Same as a &= b."),
    KRAIT_NAMED("iconcat", "a = iconcat(a, b) -- Same as a += b, for a and b sequences.", operator_iconcat),
    KRAIT_INPLACE("ifloordiv", FloorDivide, "a = ifloordiv(a, b) -- Same as a //= b."),
    KRAIT_INPLACE("ilshift", LeftShift, "a = ilshift(a, b) -- Same as a <<= b."),
    KRAIT_INPLACE("imatmul", MatrixMultiply, "a = imatmul(a, b) -- Same as a @= b."),
    KRAIT_INPLACE("imod", Modulo, "a = imod(a, b) -- Same as a %= b."),
    KRAIT_INPLACE("imul", Multiply, "a = imul(a, b) -- Same as a *= b."),
    function<operator_index>("index", "(a, /)", "index(a) -- Same as a.__index__()"),
    function<operator_index_of>("indexOf", "(a, b, /)", "indexOf(a, b) -- Return the first index of b in a."),
    function<operator_unary<UnaryOp::Invert>>("inv", "(a, /)", "inv(a) -- Same as ~a."),
    function<operator_unary<UnaryOp::Invert>>("invert", "(a, /)", "invert(a) -- Same as ~a."),
    KRAIT_INPLACE("ior", Or, "a = ior(a, b) -- Same as a |= b."),
    function<operator_inplace<BinaryOp::Power>>("ipow", "(a, b, /)", "a = ipow(a, b) -- Same as a **= b."),
    KRAIT_INPLACE("irshift", RightShift, "a = irshift(a, b) -- Same as a >>= b."),
    function<operator_is>("is_", "(a, b, /)", "is_(a, b) -- Same as a is b."),
    function<operator_is_not>("is_not", "(a, b, /)", "is_not(a, b) -- Same as a is not b."),
    KRAIT_INPLACE("isub", Subtract, "a = isub(a, b) -- Same as a -= b."),
    KRAIT_INPLACE("itruediv", TrueDivide, "a = itruediv(a, b) -- Same as a /= b"),
    KRAIT_INPLACE("ixor", Xor, "a = ixor(a, b) -- Same as a ^= b."),
    KRAIT_COMPARE("le", Le, "le(a, b) -- Same as a<=b."),
    function<operator_length_hint>("length_hint", "(obj, default=0, /)",
                                   "length_hint(obj, default=0) -> int\nEstimate of the number of items in obj."),
    KRAIT_BINARY("lshift", LeftShift, "lshift(a, b) -- Same as a << b."),
    KRAIT_COMPARE("lt", Lt, "lt(a, b) -- Same as a<b."),
    KRAIT_BINARY("matmul", MatrixMultiply, "matmul(a, b) -- Same as a @ b."),
    KRAIT_BINARY("mod", Modulo, "mod(a, b) -- Same as a % b."),
    KRAIT_BINARY("mul", Multiply, "mul(a, b) -- Same as a * b."),
    KRAIT_COMPARE("ne", Ne, "ne(a, b) -- Same as a!=b."),
    function<operator_unary<UnaryOp::Negative>>("neg", "(a, /)", "neg(a) -- Same as -a."),
    function<operator_not>("not_", "(a, /)", "not_(a) -- Same as not a."),
    KRAIT_BINARY("or_", Or, "or_(a, b) -- Same as a | b."),
    function<operator_unary<UnaryOp::Positive>>("pos", "(a, /)", "pos(a) -- Same as +a."),
    function<operator_binary<BinaryOp::Power>>("pow", "(a, b, /)", "pow(a, b) -- Same as a ** b."),
    KRAIT_BINARY("rshift", RightShift, "rshift(a, b) -- Same as a >> b."),
    KRAIT_NAMED("setitem", "setitem(a, b, c) -- Same as a[b] = c.", operator_setitem),
    KRAIT_BINARY("sub", Subtract, "sub(a, b) -- Same as a - b."),
    KRAIT_BINARY("truediv", TrueDivide, "truediv(a, b) -- Same as a / b."),
    function<operator_truth>("truth", "(a, /)", "truth(a) -- Return True if a is true, False otherwise."),
    KRAIT_BINARY("xor", Xor, "xor(a, b) -- Same as a ^ b."),
};
#undef KRAIT_NAMED
#undef KRAIT_BINARY
#undef KRAIT_INPLACE
#undef KRAIT_COMPARE

Status operator_exec(Thread& t, ModuleObject* module) {
    (void)TRY(module_add_type(t, module, kItemGetterSpec));
    (void)TRY(module_add_type(t, module, kAttrGetterSpec));
    (void)TRY(module_add_type(t, module, kMethodCallerSpec));
    return ok();
}

}  // namespace

extern const ModuleDef kOperatorModule;
constinit const ModuleDef kOperatorModule = {
    .name = "_operator",
    .doc = "Operator interface: functions that correspond to the operators of the language. operator.add(x, y) is x+y.",
    .functions = FUNCTIONS,
    .exec = operator_exec};

}  // namespace krait
