// _json: string literals and the scanner (JSON text to Python objects).
#include <cmath>
#include <cstring>

#include "builtins/modules/json.h"
#include "support/float_text.h"
#include "vm/object/dict_object.h"
#include "vm/object/str_units.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/long_runs.h"

namespace krait {

Failed raise_json_error(Thread& t, const char* message, StrObject* text, size_t position) {
    Ref decoder = import_module(t, "json.decoder");
    if (decoder.failed()) return {};
    StrObject* name = intern_utf8(t, "JSONDecodeError");
    if (!name) return {};
    Ref cls = get_attribute(t, decoder, name);
    if (cls.failed()) return {};
    Ref words = str_from_ascii(t, message);
    if (words.failed()) return {};
    Ref error = call(t, cls, words, Value::object(text), Value::from_int_unchecked(static_cast<int64_t>(position)));
    if (error.failed()) return {};
    return raise_value(t, error, Value::unbound());
}

namespace {

Failed stop_at(Thread& t, size_t position) {
    return raise_stop_iteration(t, Value::from_int_unchecked(static_cast<int64_t>(position)));
}

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_json_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

int hex_digit(char32_t c) {
    if (is_digit(c)) return static_cast<int>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A' + 10);
    return -1;
}

char32_t simple_escape(char32_t c) {
    switch (c) {
        case '"': case '\\': case '/': return c;
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        default: return 0;
    }
}

// ------------------------------------------------------------------------------------------------ strings

template <class T>
class StringReader {
  public:
    StringReader(Thread& t, StrObject* text, const T* p, bool strict)
        : thread_(t), text_(text), p_(p), strict_(strict) {}

    Ref read(size_t start, size_t* end) {
        begin_ = start - 1;
        size_t i = TRY(plain_run(start));
        if (p_[i] == '"') {   // no escapes: one slice
            *end = i + 1;
            return str_substring(thread_, text_, start, i);
        }
        StrBuilder out(thread_);
        for (size_t from = start;;) {
            TRY(out.append(text_, from, i));
            if (p_[i] == '"') break;
            from = i + 1;
            char32_t c = TRY(escape(&from));
            TRY(out.append_char(c));
            i = TRY(plain_run(from));
        }
        *end = i + 1;
        return out.finish();
    }

  private:
    Failed fail(const char* message, size_t at) { return raise_json_error(thread_, message, text_, at); }

    // Index of the quote or backslash that ends the run of plain characters.
    Fallible<size_t> plain_run(size_t i) {
        size_t n = text_->length;
        if constexpr (sizeof(T) == 1) {
            if (i < n) i += json_plain_prefix(p_ + i, n - i, false);
        }
        i = TRY(end_of_run(thread_, p_, i, n,
                           [this](T c) { return c != '"' && c != '\\' && (KRAIT_LIKELY(c >= 0x20) || !strict_); }));
        if (i == n) return fail("Unterminated string starting at", begin_);
        if (KRAIT_UNLIKELY(p_[i] < 0x20)) return fail("Invalid control character at", i);
        return i;
    }

    // Four digits at `i`, or -1.
    int hex4(size_t i) const {
        if (text_->length < 4 || i > text_->length - 4) return -1;
        int value = 0;
        for (size_t k = 0; k < 4; ++k) {
            int digit = hex_digit(p_[i + k]);
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }
        return value;
    }

    // *position: behind the backslash, then behind the escape.
    Fallible<char32_t> escape(size_t* position) {
        size_t i = *position, n = text_->length;
        if (i >= n) return fail("Unterminated string starting at", begin_);
        if (p_[i] != 'u') {
            char32_t c = simple_escape(p_[i]);
            if (!c) return fail("Invalid \\escape", i - 1);
            *position = i + 1;
            return c;
        }
        int code = hex4(i + 1);
        // The closing quote has to follow somewhere: an escape that reaches the end of the text is cut off.
        if (code < 0 || i + 5 >= n) return fail("Invalid \\uXXXX escape", i);
        *position = i + 5;
        if (code < 0xD800 || code > 0xDBFF || i + 6 >= n || p_[i + 5] != '\\' || p_[i + 6] != 'u')
            return static_cast<char32_t>(code);
        int low = hex4(i + 7);
        if (low < 0) return fail("Invalid \\uXXXX escape", i + 6);
        if (low < 0xDC00 || low > 0xDFFF) return static_cast<char32_t>(code);
        *position = i + 11;
        return static_cast<char32_t>(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
    }

    Thread& thread_;
    StrObject* text_;
    const T* p_;
    bool strict_;
    size_t begin_ = 0;
};

// ------------------------------------------------------------------------------------------------ scanner

struct ScannerObject : Object {
    Value strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;
    bool is_strict;
};

template <class T>
class Reader {
  public:
    Reader(Thread& t, ScannerObject* scanner, StrObject* text, const T* p, DictObject* memo)
        : thread_(t), scanner_(scanner), text_(text), p_(p), n_(text->length), memo_(memo) {}

    Ref value(size_t i, size_t* next) {
        if (i >= n_) return stop_at(thread_, i);
        switch (p_[i]) {
            case '"': return string(i + 1, next);
            case '{': {
                RecursionGuard guard(thread_, " while decoding a JSON object from a unicode string");
                if (guard.failed()) return Failed{};
                return object(i + 1, next);
            }
            case '[': {
                RecursionGuard guard(thread_, " while decoding a JSON array from a unicode string");
                if (guard.failed()) return Failed{};
                return array(i + 1, next);
            }
            case 'n':
                if (word(i, "null", next)) return own(Value::none());
                break;
            case 't':
                if (word(i, "true", next)) return own(Value::true_value());
                break;
            case 'f':
                if (word(i, "false", next)) return own(Value::false_value());
                break;
            case 'N':
                if (word(i, "NaN", next)) return constant("NaN");
                break;
            case 'I':
                if (word(i, "Infinity", next)) return constant("Infinity");
                break;
            case '-':
                if (word(i, "-Infinity", next)) return constant("-Infinity");
                break;
            default: break;
        }
        return number(i, next);
    }

  private:
    size_t skip(size_t i) const {
        while (i < n_ && is_json_space(p_[i])) ++i;
        return i;
    }
    size_t digits(size_t i) const {
        while (i < n_ && is_digit(p_[i])) ++i;
        return i;
    }
    bool is(size_t i, char c) const { return i < n_ && p_[i] == static_cast<T>(c); }
    Failed fail(const char* message, size_t at) { return raise_json_error(thread_, message, text_, at); }

    bool word(size_t i, std::string_view expected, size_t* next) const {
        if (n_ - i < expected.size()) return false;
        for (size_t k = 0; k < expected.size(); ++k)
            if (p_[i + k] != static_cast<T>(expected[k])) return false;
        *next = i + expected.size();
        return true;
    }

    Ref constant(const char* name) {
        Ref text = TRY(str_from_ascii(thread_, name));
        return call(thread_, scanner_->parse_constant, text);
    }

    Ref string(size_t start, size_t* next) {
        return StringReader<T>(thread_, text_, p_, scanner_->is_strict).read(start, next);
    }

    // Equal keys of a document are one object.
    Ref key(size_t start, size_t* next) {
        Ref text = TRY(string(start, next));
        Value known = dict_get_str(thread_, memo_, text.as<StrObject>());
        if (known.is_error()) return Failed{};
        if (!known.is_unbound()) return own(known);
        TRY(dict_set_str(thread_, memo_, text.as<StrObject>(), text));
        return text;
    }

    Ref array(size_t i, size_t* next) {
        RefTo<ListObject> list = TRY(list_new(thread_));
        i = skip(i);
        if (!is(i, ']')) {
            while (true) {
                Ref item = TRY(value(i, &i));
                TRY(list_append(thread_, list.get(), item));
                i = skip(i);
                if (is(i, ']')) break;
                if (!is(i, ',')) return fail("Expecting ',' delimiter", i);
                i = skip(i + 1);
                TRY(charge_work(thread_, 4));
            }
        }
        *next = i + 1;
        return list;
    }

    Ref object(size_t i, size_t* next) {
        bool as_pairs = !scanner_->object_pairs_hook.is_none();
        RefTo<DictObject> dict;
        RefTo<ListObject> pairs;
        if (as_pairs) pairs = TRY(list_new(thread_));
        else dict = TRY(dict_new(thread_));
        i = skip(i);
        if (!is(i, '}')) {
            while (true) {
                if (!is(i, '"')) return fail("Expecting property name enclosed in double quotes", i);
                Ref name = TRY(key(i + 1, &i));
                i = skip(i);
                if (!is(i, ':')) return fail("Expecting ':' delimiter", i);
                Ref item = TRY(value(skip(i + 1), &i));
                if (as_pairs) {
                    RefTo<TupleObject> pair = TRY(tuple_pack(thread_, {name, item}));
                    TRY(list_append(thread_, pairs.get(), pair.value()));
                } else {
                    TRY(dict_set_str(thread_, dict.get(), name.template as<StrObject>(), item));
                }
                i = skip(i);
                if (is(i, '}')) break;
                if (!is(i, ',')) return fail("Expecting ',' delimiter", i);
                i = skip(i + 1);
                TRY(charge_work(thread_, 4));
            }
        }
        *next = i + 1;
        if (as_pairs) return call(thread_, scanner_->object_pairs_hook, pairs.value());
        if (!scanner_->object_hook.is_none()) return call(thread_, scanner_->object_hook, dict.value());
        return dict;
    }

    Ref number(size_t start, size_t* next) {
        size_t i = start;
        bool is_float = false;
        if (is(i, '-')) ++i;
        if (i >= n_ || !is_digit(p_[i])) return stop_at(thread_, start);
        if (p_[i] == '0') ++i;
        else i = digits(i);
        if (i + 1 < n_ && p_[i] == '.' && is_digit(p_[i + 1])) {
            is_float = true;
            i = digits(i + 2);
        }
        if (i + 1 < n_ && (p_[i] == 'e' || p_[i] == 'E')) {
            size_t k = i + 1;
            if (k + 1 < n_ && (p_[k] == '-' || p_[k] == '+')) ++k;
            if (is_digit(p_[k])) {
                is_float = true;
                i = digits(k);
            }
        }
        *next = i;
        return is_float ? make_float_from(start, i) : make_int_from(start, i);
    }

    Ref make_int_from(size_t start, size_t end) {
        bool own_int = scanner_->parse_int == Value::object(thread_.interp.type(Kind::Int));
        if (own_int && end - start <= 18) {
            bool negative = p_[start] == '-';
            int64_t n = 0;
            for (size_t i = start + negative; i < end; ++i) n = n * 10 + static_cast<int64_t>(p_[i] - '0');
            return make_int(thread_, negative ? -n : n);
        }
        Ref text = TRY(str_substring(thread_, text_, start, end));
        if (own_int) return int_from_text(thread_, text.as<StrObject>(), 10);
        return call(thread_, scanner_->parse_int, text);
    }

    Ref make_float_from(size_t start, size_t end) {
        bool own_float = scanner_->parse_float == Value::object(thread_.interp.type(Kind::Float));
        if (own_float && end - start < 64) {
            char digits[64];
            for (size_t i = start; i < end; ++i) digits[i - start] = static_cast<char>(p_[i]);
            if (auto x = parse_float({digits, end - start})) return make_float(thread_, *x);
        }
        Ref text = TRY(str_substring(thread_, text_, start, end));
        if (own_float) return float_from_text(thread_, text.as<StrObject>());
        return call(thread_, scanner_->parse_float, text);
    }

    Thread& thread_;
    ScannerObject* scanner_;
    StrObject* text_;
    const T* p_;
    size_t n_;
    DictObject* memo_;
};

ScannerObject* scanner_of(Value v) { return v.as<ScannerObject>(); }

// Hooks may call back into the scanner: what it refers to never changes after __new__.
Value scanner_new(Thread& t, TypeObject* type, const CallArgs& args) {
    static constexpr char kSignature[] = "(context)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "make_scanner", kInfo, kSignature, args);
    if (bound.failed()) return Value::error();
    auto* s = allocate_instance<ScannerObject>(t, type);
    if (!s) return Value::error();
    for (Value* field :
         {&s->strict, &s->object_hook, &s->object_pairs_hook, &s->parse_float, &s->parse_int, &s->parse_constant})
        *field = Value::none();
    s->is_strict = true;
    gc_track(s);
    Ref result = Ref::steal(s);
    auto fill = [&]() -> Status {
        const std::pair<const char*, Value*> fields[] = {{"strict", &s->strict},
                                                         {"object_hook", &s->object_hook},
                                                         {"object_pairs_hook", &s->object_pairs_hook},
                                                         {"parse_float", &s->parse_float},
                                                         {"parse_int", &s->parse_int},
                                                         {"parse_constant", &s->parse_constant}};
        for (auto [name, field] : fields) {
            StrObject* attribute = intern_utf8(t, name);
            if (!attribute) return Failed{};
            *field = TRY(get_attribute(t, bound.slots[0], attribute)).release();
        }
        s->is_strict = TRY(is_true(t, s->strict));
        return ok();
    };
    if (!fill()) return Value::error();
    return result.release();
}

Ref scan_once(Thread& t, ScannerObject* scanner, Value string, Value idx) {
    StrObject* text = as_str(string);
    if (!text) return raise(t, Exc::TypeError, "first argument must be a string, not %.80s", type_name_of(t, string));
    int64_t start = TRY(index_to_i64(t, idx, Exc::OverflowError));
    if (start < 0) return raise(t, Exc::ValueError, "idx cannot be negative");
    RefTo<DictObject> memo = TRY(dict_new(t));
    Ref keep = own(scanner), keep_text = own(text);
    size_t next = 0;
    Ref value = TRY(visit_units(text, [&](auto* p) {
        using Unit = std::remove_cvref_t<decltype(*p)>;
        return Reader<Unit>(t, scanner, text, p, memo.get()).value(static_cast<size_t>(start), &next);
    }));
    return tuple_pack(t, {value, Value::from_int_unchecked(static_cast<int64_t>(next))});
}

Value scanner_call(Thread& t, Value self, const CallArgs& args) {
    static constexpr char kSignature[] = "(string, idx)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "scan_once", kInfo, kSignature, args);
    if (bound.failed()) return Value::error();
    return scan_once(t, scanner_of(self), bound.slots[0], bound.slots[1]).release();
}

void scanner_dealloc(Interpreter& interp, Object* o) {
    auto* s = static_cast<ScannerObject*>(o);
    for (Value v : {s->strict, s->object_hook, s->object_pairs_hook, s->parse_float, s->parse_int, s->parse_constant})
        decref(v);
    free_object(interp, o);
}
void scanner_traverse(Object* o, Visitor& visitor) {
    auto* s = static_cast<ScannerObject*>(o);
    for (Value v : {s->strict, s->object_hook, s->object_pairs_hook, s->parse_float, s->parse_int, s->parse_constant})
        visitor.visit(v);
}
void scanner_clear(Interpreter&, Object* o) {
    auto* s = static_cast<ScannerObject*>(o);
    for (Value* v :
         {&s->strict, &s->object_hook, &s->object_pairs_hook, &s->parse_float, &s->parse_int, &s->parse_constant}) {
        Value old = *v;
        *v = Value::none();
        decref(old);
    }
}

// Members are the Values behind the header, in order.
constexpr uint16_t member_offset(unsigned index) {
    return static_cast<uint16_t>(sizeof(Object) + index * sizeof(Value));
}

constexpr MemberDef kScannerMembers[] = {
    {"strict", member_offset(0), false, "strict"},
    {"object_hook", member_offset(1), false, "object_hook"},
    {"object_pairs_hook", member_offset(2), false, nullptr},
    {"parse_float", member_offset(3), false, "parse_float"},
    {"parse_int", member_offset(4), false, "parse_int"},
    {"parse_constant", member_offset(5), false, "parse_constant"},
};

}  // namespace

Ref json_scan_string(Thread& t, StrObject* text, size_t start, bool strict, size_t* end) {
    return visit_units(text, [&](auto* p) {
        using Unit = std::remove_cvref_t<decltype(*p)>;
        return StringReader<Unit>(t, text, p, strict).read(start, end);
    });
}

constinit const TypeSpec kJsonScannerSpec = {.name = "_json.Scanner",
                                             .doc = "JSON scanner object",
                                             .basic_size = sizeof(ScannerObject),
                                             .flags = kTypeGc | kTypeInheritsGetattr,
                                             .slots = {.dealloc = scanner_dealloc,
                                                       .traverse = scanner_traverse,
                                                       .clear = scanner_clear,
                                                       .call = scanner_call,
                                                       .new_ = scanner_new},
                                             .members = kScannerMembers};

}  // namespace krait
