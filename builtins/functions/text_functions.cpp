// Built-in functions between objects and their text or number: ascii callable chr format hash id ord repr.
#include "builtins/functions/builtin_functions.h"
#include "vm/protocol/protocol.h"

namespace krait {

Fallible<int> c_int_argument(Thread& t, Value v) {
    if (is_float_like(v)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    Ref number = own(v);
    if (!is_int_like(v)) {
        UnaryFn as_int = type_of(t, v)->slots.as_int;
        if (!as_int) return raise(t, Exc::TypeError, "an integer is required (got type %s)", type_name_of(t, v));
        number = Ref::steal(as_int(t, v));
        if (number.failed()) return Failed{};
        if (!is_int_like(number))
            return raise(t, Exc::TypeError, "__int__ returned non-int (type %s)", type_name_of(t, number));
    }
    int64_t n = TRY(int_to_i64(t, number, "Python int too large to convert to C long"));
    if (n > INT32_MAX) return raise(t, Exc::OverflowError, "signed integer is greater than maximum");
    if (n < INT32_MIN) return raise(t, Exc::OverflowError, "signed integer is less than minimum");
    return static_cast<int>(n);
}

namespace {

Ref builtin_ascii(Thread& t, Value object) { return ascii_of(t, object); }
Ref builtin_repr(Thread& t, Value object) { return repr(t, object); }
Ref builtin_callable(Thread& t, Value object) { return own(Value::boolean(is_callable(t, object))); }

Ref builtin_chr(Thread& t, Value number) {
    // 3.6 asks for __int__ here, not for __index__.
    if (!is_int_like(number) && !type_of(t, number)->slots.as_int)
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, number));
    int code = TRY(c_int_argument(t, number));
    if (code < 0 || code > 0x10ffff) return raise(t, Exc::ValueError, "chr() arg not in range(0x110000)");
    return str_from_char(t, static_cast<char32_t>(code));
}

Ref builtin_format(Thread& t, Value value, Optional<StrObject*> spec) {
    return format_value(t, value, spec.value_or(nullptr));
}

Ref builtin_hash(Thread& t, Value object) {
    uint64_t hash = TRY(hash_of(t, object));
    return make_int(t, static_cast<int64_t>(hash));
}

Ref builtin_id(Thread& t, Value object) { return make_int_u64(t, object.bits); }

Ref builtin_ord(Thread& t, Value c) {
    size_t size = 0;
    if (StrObject* s = as_str(c)) {
        if (s->length == 1) return own(Value::small_int(static_cast<int>(s->at(0))));
        size = s->length;
    } else if (BytesObject* b = as_bytes(c)) {
        if (b->length == 1) return own(Value::small_int(static_cast<unsigned char>(b->data[0])));
        size = b->length;
    } else if (ByteArrayObject* a = as_bytearray(c)) {
        if (a->length == 1) return own(Value::small_int(static_cast<unsigned char>(a->data[0])));
        size = a->length;
    } else {
        return raise(t, Exc::TypeError, "ord() expected string of length 1, but %.200s found", type_name_of(t, c));
    }
    return raise(t, Exc::TypeError, "ord() expected a character, but string of length %zu found", size);
}

constexpr MethodDef kRows[] = {
    function<builtin_ascii>("ascii", "(obj, /)", "Return repr(obj) with every non-ASCII character escaped."),
    function<builtin_callable>("callable", "(obj, /)",
                               "Return whether the object is callable (i.e., some kind of function)."),
    function<builtin_chr>("chr", "(i, /)",
                          "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."),
    function<builtin_format>("format", "(value, format_spec='', /)", "Return value.__format__(format_spec)."),
    function<builtin_hash>("hash", "(obj, /)", "Return the hash value: equal objects have equal hashes."),
    function<builtin_id>("id", "(obj, /)", "Return the identity: a number no other living object has."),
    function<builtin_ord>("ord", "(c, /)", "Return the Unicode code point for a one-character string."),
    function<builtin_repr>("repr", "(obj, /)", "Return the canonical string representation of the object."),
};

}  // namespace

Status add_text_functions(Thread& t, ModuleObject* module) { return add_functions(t, module, kRows); }

}  // namespace krait
