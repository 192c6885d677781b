// The type str: construction, operators, indexing, iteration, and the table of its methods.
#include <cstring>

#include "builtins/codecs/codecs.h"
#include "builtins/types/str_methods.h"
#include "builtins/types/type_specs.h"
#include "vm/object/iterator_objects.h"
#include "vm/object/str_units.h"
#include "vm/protocol/format_spec.h"

namespace krait {

namespace {

StrObject* self_of(Value v) { return v.as<StrObject>(); }

// ------------------------------------------------------------------------------------------------ construction

constexpr char kSignature[] = "(object='', encoding='utf-8', errors='strict')";
constexpr SignatureInfo kInfo = parse_signature(kSignature);

Fallible<StrObject*> optional_str(Thread& t, Value v, int argument) {
    if (v.is_unbound()) return nullptr;
    if (StrObject* text = as_str(v)) return text;
    return raise(t, Exc::TypeError, "str() argument %d must be str, not %.50s", argument,
                 argument_type_name(t, v));
}

Ref str_from_arguments(Thread& t, const Value* slots) {
    StrObject* encoding = TRY(optional_str(t, slots[1], 2));
    StrObject* errors = TRY(optional_str(t, slots[2], 3));
    if (slots[0].is_unbound()) return str_from_ascii(t, "");
    if (!encoding && !errors) return str_of(t, slots[0]);
    if (layout_is(slots[0], Kind::Str)) return raise(t, Exc::TypeError, "decoding str is not supported");
    if (!has_buffer(t, slots[0]))
        return raise(t, Exc::TypeError, "decoding to str: need a bytes-like object, %.80s found",
                     type_name_of(t, slots[0]));
    return decode_bytes(t, slots[0], encoding, errors);
}

Value str_type_new(Thread& t, TypeObject* type, const CallArgs& args) {
    bool exact = type == t.interp.type(Kind::Str);
    if (KRAIT_LIKELY(exact && args.nargs == 1 && !args.kwnames)) return Ref(str_of(t, args.args[0])).release();
    size_t given = args.nargs + (args.kwnames ? args.kwnames->size : 0);
    for (size_t i = 1; i < args.nargs && given <= 3; ++i)   // before any keyword is looked at
        if (!layout_is(args.args[i], Kind::Str))
            return raise(t, Exc::TypeError, "str() argument %zu must be str, not %s", i + 1,
                         argument_type_name(t, args.args[i]));
    BoundArgs bound = bind_arguments(t, "str", kInfo, kSignature, args);
    if (bound.failed()) return Value::error();
    Ref text = str_from_arguments(t, bound.slots);
    if (text.failed() || exact) return text.release();
    return str_new_subclass(t, type, text.as<StrObject>()).release();
}

// ------------------------------------------------------------------------------------------------ operators

Value str_type_repr(Thread& t, Value self) { return str_repr_text(t, self_of(self)).release(); }

Value str_type_str(Thread& t, Value self) {
    return str_substring(t, self_of(self), 0, self_of(self)->length).release();
}

int64_t str_type_hash(Thread& t, Value self) { return static_cast<int64_t>(str_hash(t, self_of(self))); }

Value str_type_compare(Thread&, Value a, Value b, CompareOp op) {
    if (!layout_is(a, Kind::Str) || !layout_is(b, Kind::Str)) return Value::not_implemented();
    if (op == CompareOp::Eq) return Value::boolean(str_equal_nocall(self_of(a), self_of(b)));
    if (op == CompareOp::Ne) return Value::boolean(!str_equal_nocall(self_of(a), self_of(b)));
    int order = str_compare_nocall(self_of(a), self_of(b));
    switch (op) {
        case CompareOp::Lt: return Value::boolean(order < 0);
        case CompareOp::Le: return Value::boolean(order <= 0);
        case CompareOp::Gt: return Value::boolean(order > 0);
        default: return Value::boolean(order >= 0);
    }
}

int64_t str_type_length(Thread&, Value self) { return static_cast<int64_t>(self_of(self)->length); }

Value str_type_concat(Thread& t, Value a, Value b) {
    StrObject* right = as_str(b);
    if (!right) return raise(t, Exc::TypeError, "must be str, not %.200s", type_name_of(t, b));
    return str_concat(t, self_of(a), right).release();
}

void fill_repeated(char* out, const char* part, size_t part_bytes, size_t total) {
    if (part_bytes == 1) {
        std::memset(out, part[0], total);
        return;
    }
    std::memcpy(out, part, part_bytes);
    for (size_t done = part_bytes; done < total;) {
        size_t n = std::min(done, total - done);
        std::memcpy(out + done, out, n);
        done += n;
    }
}

Value str_type_repeat(Thread& t, Value self, int64_t count) {
    StrObject* s = self_of(self);
    if (count <= 0 || s->length == 0) return str_from_ascii(t, "").release();
    if (count == 1) return str_substring(t, s, 0, s->length).release();
    int64_t length;
    if (__builtin_mul_overflow(static_cast<int64_t>(s->length), count, &length))
        return raise(t, Exc::OverflowError, "repeated string is too long");
    RefTo<StrObject> out = str_new_uninitialised(t, static_cast<size_t>(length), max_char_bound(s));
    if (!out) return Value::error();
    fill_repeated(out->data, s->data, s->byte_size(), out->byte_size());
    if (out->byte_size() > 65536 && !charge_work(t, out->byte_size() / 64)) return Value::error();
    return Value::object(out.release());
}

Value str_type_modulo(Thread& t, Value a, Value b) {
    if (!layout_is(a, Kind::Str)) return Value::not_implemented();
    TupleObject* values = as_tuple(b);
    Value only = !values ? b : values->size == 1 ? values->items[0] : Value::none();
    return format_result(str_percent(t, self_of(a), b), a, only, values && values->size == 0).release();
}

// ------------------------------------------------------------------------------------------------ indexing

Ref str_slice(Thread& t, StrObject* s, Value slice) {
    SliceRange range = TRY(slice_adjust(t, slice, static_cast<int64_t>(s->length)));
    if (range.count <= 0) return str_from_ascii(t, "");
    auto start = static_cast<size_t>(range.start), count = static_cast<size_t>(range.count);
    if (range.step == 1) return str_substring(t, s, start, start + count);
    HeapBuffer units(t);
    TRY(units.allocate(count * s->unit()));
    visit_units(s, [&](auto* p) {
        using Unit = std::remove_cvref_t<decltype(*p)>;
        auto* out = reinterpret_cast<Unit*>(units.data());
        for (size_t i = 0; i < count; ++i) out[i] = p[range.start + static_cast<int64_t>(i) * range.step];
    });
    if (count > 65536) TRY(charge_work(t, count / 32));
    return str_from_units(t, units.data(), s->unit(), count);
}

Value str_type_get_item(Thread& t, Value self, Value key) {
    StrObject* s = self_of(self);
    int64_t index;
    if (KRAIT_LIKELY(key.is_int())) {
        index = key.as_int();
    } else if (is_kind(key, Kind::Slice)) {
        return str_slice(t, s, key).release();
    } else {
        if (!is_int_like(key) && !type_of(t, key)->slots.index)
            return raise(t, Exc::TypeError, "string indices must be integers");
        Fallible<int64_t> number = index_to_i64(t, key);
        if (!number) return Value::error();
        index = number.value();
    }
    if (index < 0) index += static_cast<int64_t>(s->length);
    if (static_cast<uint64_t>(index) >= s->length) return raise(t, Exc::IndexError, "string index out of range");
    return str_from_char(t, s->at(static_cast<size_t>(index))).release();
}

Value str_type_iter(Thread& t, Value self) {
    auto* it = allocate<StrIteratorObject>(t, t.interp.type(Kind::StrIterator));
    if (!it) return Value::error();
    it->str = own(self).release().as<StrObject>();
    it->index = 0;
    gc_track(it);
    return Value::object(it);
}

// ------------------------------------------------------------------------------------------------ methods

Ref str_encode(Thread& t, StrObject* self, Value encoding, Value errors) {
    Value given[2] = {encoding, errors};
    StrObject* texts[2] = {};
    for (int i = 0; i < 2; ++i) {
        if (given[i].is_unbound()) continue;
        texts[i] = as_str(given[i]);
        if (!texts[i])
            return raise(t, Exc::TypeError, "encode() argument %d must be str, not %.50s", i + 1,
                         argument_type_name(t, given[i]));
    }
    return encode_text(t, self, texts[0], texts[1]);
}

Ref str_format_method(Thread& t, StrObject* self, StrObject* spec) { return format_str_spec(t, self, spec); }

Ref str_getnewargs(Thread& t, StrObject* self) {
    StrBuilder copy(t);
    TRY(copy.append(self));
    Ref plain = TRY(copy.finish());
    return tuple_pack(t, {plain});
}

// As CPython's compact strings measure.
int64_t sizeof_str(const StrObject* s) {
    int64_t header = s->ascii() ? 48 : 72;
    return header + static_cast<int64_t>((s->length + 1) * s->unit());
}
Ref str_sizeof(Thread& t, StrObject* self) { return make_int(t, sizeof_str(self)); }

constexpr MethodDef kMethods[] = {
    method<str_encode>(
        "encode", "(self, encoding='utf-8', errors='strict')",
        "S.encode(encoding='utf-8', errors='strict') -> bytes\n\nEncode S using the codec registered for "
        "encoding. Default encoding\nis 'utf-8'. errors may be given to set a different error\nhandling "
        "scheme."),
    later_keywords(method<str_replace>(
        "replace", "(self, old, new, /, count=-1)",
        "Return a copy with all occurrences of substring old replaced by new; only the first count ones if "
        "count is given.")),
    method<str_split>("split", "(self, sep=None, maxsplit=-1)",
                      "Return a list of the words in S, using sep as the delimiter string; None: any white space."),
    method<str_rsplit>("rsplit", "(self, sep=None, maxsplit=-1)",
                       "Return a list of the words in S, starting at the end and working to the front."),
    method<str_join>("join", "(self, iterable, /)",
                     "Return the concatenation of the strings in iterable, S between them."),
    method<str_capitalize>("capitalize", "(self, /)", "First character in upper case, the rest in lower case."),
    method<str_casefold>("casefold", "(self, /)", "A version of S for caseless comparisons."),
    method<str_title>("title", "(self, /)", "Words start with title case, the rest is in lower case."),
    parsed_method<str_center>("center", "(self, width, fillchar=' ', /)", "S centered in a string of length width."),
    parsed_method<str_count>("count", "(self, sub, start=None, end=None, /)",
                             "Number of non-overlapping occurrences of sub in S[start:end]."),
    method<str_expandtabs>("expandtabs", "(self, tabsize=8)", "Tabs replaced by spaces."),
    parsed_method<str_find>("find", "(self, sub, start=None, end=None, /)",
                            "Lowest index of sub in S[start:end], or -1."),
    method<str_partition>("partition", "(self, sep, /)", "The part before sep, sep, and the part after it."),
    parsed_method<str_index>("index", "(self, sub, start=None, end=None, /)",
                             "Like find(), but ValueError when not found."),
    parsed_method<str_ljust>("ljust", "(self, width, fillchar=' ', /)",
                             "S left-justified in a string of length width."),
    method<str_lower>("lower", "(self, /)", "S in lower case."),
    parsed_method<str_lstrip>("lstrip", "(self, chars=None, /)",
                              "S without leading white space, or characters in chars."),
    parsed_method<str_rfind>("rfind", "(self, sub, start=None, end=None, /)",
                             "Highest index of sub in S[start:end], or -1."),
    parsed_method<str_rindex>("rindex", "(self, sub, start=None, end=None, /)",
                              "Like rfind(), but ValueError when not found."),
    parsed_method<str_rjust>("rjust", "(self, width, fillchar=' ', /)",
                             "S right-justified in a string of length width."),
    parsed_method<str_rstrip>("rstrip", "(self, chars=None, /)",
                              "S without trailing white space, or characters in chars."),
    method<str_rpartition>("rpartition", "(self, sep, /)", "Like partition(), for the last occurrence of sep."),
    method<str_isascii>("isascii", "(self, /)", "All characters are ASCII, or there is none."),
    method<str_removeprefix>("removeprefix", "(self, prefix, /)", "S without prefix, where it starts with it."),
    method<str_removesuffix>("removesuffix", "(self, suffix, /)", "S without suffix, where it ends with it."),
    method<str_splitlines>("splitlines", "(self, keepends=False)", "List of the lines in S."),
    parsed_method<str_strip>("strip", "(self, chars=None, /)",
                             "S without white space, or characters in chars, at both ends."),
    method<str_swapcase>("swapcase", "(self, /)", "Upper case to lower case and vice versa."),
    method<str_translate>("translate", "(self, table, /)",
                          "Each character mapped through table: an ordinal, a string, or None to delete it."),
    method<str_upper>("upper", "(self, /)", "S in upper case."),
    parsed_method<str_startswith>("startswith", "(self, prefix, start=None, end=None, /)",
                                  "Whether S starts with prefix."),
    parsed_method<str_endswith>("endswith", "(self, suffix, start=None, end=None, /)", "Whether S ends with suffix."),
    method<str_islower>("islower", "(self, /)", "All cased characters are lower case, and there is one."),
    method<str_isupper>("isupper", "(self, /)", "All cased characters are upper case, and there is one."),
    method<str_istitle>("istitle", "(self, /)", "S is in title case."),
    method<str_isspace>("isspace", "(self, /)", "All characters are white space, and there is one."),
    method<str_isdecimal>("isdecimal", "(self, /)", "All characters are decimal digits, and there is one."),
    method<str_isdigit>("isdigit", "(self, /)", "All characters are digits, and there is one."),
    method<str_isnumeric>("isnumeric", "(self, /)", "All characters are numeric, and there is one."),
    method<str_isalpha>("isalpha", "(self, /)", "All characters are alphabetic, and there is one."),
    method<str_isalnum>("isalnum", "(self, /)", "All characters are alphanumeric, and there is one."),
    method<str_isidentifier>("isidentifier", "(self, /)", "S is a valid identifier."),
    method<str_isprintable>("isprintable", "(self, /)", "All characters are printable, or S is empty."),
    parsed_method<str_zfill>("zfill", "(self, width, /)", "S padded with zeros on the left, after the sign."),
    method<str_format>("format", "(self, *args, **kwargs)", "S with replacement fields {} substituted."),
    method<str_format_map>("format_map", "(self, mapping, /)", "Like format(**mapping), using the mapping itself."),
    parsed_method<str_format_method>("__format__", "(self, format_spec, /)",
                                     "S formatted as described by format_spec."),
    parsed_static_method<str_maketrans>("maketrans", "(x, y=None, z=None, /)", "A translation table for translate()."),
    method<str_sizeof>("__sizeof__", "(self, /)", "Size in memory, in bytes."),
    method<str_getnewargs>("__getnewargs__", "(self, /)", "Arguments of __new__ for copying."),
};

// ------------------------------------------------------------------------------------------------ str_iterator

StrIteratorObject* iterator_of(Value v) { return v.as<StrIteratorObject>(); }

Value str_iterator_next(Thread& t, Value self) {
    StrIteratorObject* it = iterator_of(self);
    if (!it->str) return Value::exhausted();
    if (it->index < it->str->length) return str_from_char(t, it->str->at(it->index++)).release();
    StrObject* done = it->str;
    it->str = nullptr;
    decref(done);
    return Value::exhausted();
}

Value iterator_self(Thread&, Value self) { return own(self).release(); }

Ref str_iterator_reduce(Thread& t, Value self) {
    StrIteratorObject* it = iterator_of(self);
    Ref name = TRY(str_from_ascii(t, "iter"));
    Ref iter_function = TRY(get_attribute(t, Value::object(t.interp.builtins_module), name.as<StrObject>()));
    if (!it->str) {
        Ref empty = TRY(str_from_ascii(t, ""));
        RefTo<TupleObject> none_left = TRY(tuple_pack(t, {empty}));
        return tuple_pack(t, {iter_function, none_left.value()});
    }
    RefTo<TupleObject> argument = TRY(tuple_pack(t, {Value::object(it->str)}));
    return tuple_pack(t, {iter_function, argument.value(), Value::from_int_unchecked(static_cast<int64_t>(it->index))});
}

Status str_iterator_setstate(Thread& t, Value self, Value state) {
    if (!is_int_like(state)) return raise(t, Exc::TypeError, "an integer is required");
    int64_t index = TRY(int_to_i64(t, state, "Python int too large to convert to C ssize_t"));
    StrIteratorObject* it = iterator_of(self);
    if (!it->str) return ok();
    it->index = index < 0 ? 0 : std::min<uint64_t>(static_cast<uint64_t>(index), it->str->length);
    return ok();
}

Fallible<int64_t> str_iterator_length_hint(Thread&, Value self) {
    StrIteratorObject* it = iterator_of(self);
    return it->str ? static_cast<int64_t>(it->str->length - std::min(it->index, it->str->length)) : 0;
}

constexpr MethodDef kIteratorMethods[] = {
    method<str_iterator_length_hint>("__length_hint__", "(self, /)",
                                     "Private method returning an estimate of len(list(it))."),
    method<str_iterator_reduce>("__reduce__", "(self, /)", "Return state information for pickling."),
    method<str_iterator_setstate>("__setstate__", "(self, state, /)", "Set state information for unpickling."),
};

void str_iterator_dealloc(Interpreter& interp, Object* o) {
    if (StrObject* str = static_cast<StrIteratorObject*>(o)->str) decref(str);
    free_object(interp, o);
}

void str_iterator_traverse(Object* o, Visitor& visitor) {
    visitor.visit_pointer(static_cast<StrIteratorObject*>(o)->str);
}

}  // namespace

constinit const TypeSpec kStrTypeSpec = {
    .name = "str",
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "Create a new string object from the given object. If encoding or\n"
           "errors is specified, then the object must expose a data buffer\n"
           "that will be decoded using the given encoding and error handler.\n"
           "Otherwise, returns the result of object.__str__() (if defined)\n"
           "or repr(object).\n"
           "encoding defaults to sys.getdefaultencoding().\n"
           "errors defaults to 'strict'.",
    .basic_size = kStrHeaderSize,
    .flags = kTypeBase,
    .slots = {.dealloc = str_dealloc,
              .repr = str_type_repr,
              .str = str_type_str,
              .hash = str_type_hash,
              .compare = str_type_compare,
              .iter = str_type_iter,
              .new_ = str_type_new,
              .binary = {nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, str_type_modulo},
              .length = str_type_length,
              .get_item = str_type_get_item,
              .contains = str_contains,
              .concat = str_type_concat,
              .repeat = str_type_repeat},
    .methods = kMethods,
};
static_assert(static_cast<size_t>(BinaryOp::Modulo) == 6);

constinit const TypeSpec kStrIteratorTypeSpec = {
    .name = "str_iterator",
    .basic_size = sizeof(StrIteratorObject),
    .flags = kTypeGc,
    .slots = {.dealloc = str_iterator_dealloc,
              .traverse = str_iterator_traverse,
              .iter = iterator_self,
              .next = str_iterator_next},
    .methods = kIteratorMethods,
};

}  // namespace krait
