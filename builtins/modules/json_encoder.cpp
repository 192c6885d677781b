// _json: quoting of strings and the encoder (Python objects to JSON text).
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "builtins/modules/json.h"
#include "builtins/types/list_sort.h"
#include "support/float_text.h"
#include "vm/object/dict_object.h"
#include "vm/object/str_units.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ strings

namespace {

constexpr char kHex[] = "0123456789abcdef";

constexpr size_t kLongestEscape = 12;   // two surrogates

char* write_u_escape(unsigned unit, char* out) {
    const char text[6] = {'\\',
                          'u',
                          kHex[unit >> 12 & 15],
                          kHex[unit >> 8 & 15],
                          kHex[unit >> 4 & 15],
                          kHex[unit & 15]};
    std::memcpy(out, text, sizeof text);
    return out + sizeof text;
}

char* write_escape(char32_t c, char* out) {
    char letter = 0;
    switch (c) {
        case '"': letter = '"'; break;
        case '\\': letter = '\\'; break;
        case '\b': letter = 'b'; break;
        case '\f': letter = 'f'; break;
        case '\n': letter = 'n'; break;
        case '\r': letter = 'r'; break;
        case '\t': letter = 't'; break;
        default: break;
    }
    if (letter) {
        *out++ = '\\';
        *out++ = letter;
        return out;
    }
    if (c < 0x10000) return write_u_escape(c, out);
    return write_u_escape(0xDC00 + ((c - 0x10000) & 0x3FF), write_u_escape(0xD800 + ((c - 0x10000) >> 10), out));
}

// Text that has characters beyond ASCII, with all of them escaped.
template <class Unit>
Status append_ascii_quoted(StrBuilder& out, const Unit* p, size_t n) {
    constexpr size_t kAtOnce = 32;
    char room[kAtOnce * kLongestEscape];
    for (size_t i = 0; i < n;) {
        char* end = room;
        for (size_t stop = std::min(n, i + kAtOnce); i < stop; ++i) {
            char32_t c = p[i];
            if (KRAIT_LIKELY(c >= 0x20 && c < 0x7F && c != '"' && c != '\\')) *end++ = static_cast<char>(c);
            else end = write_escape(c, end);
        }
        TRY(out.append_ascii({room, static_cast<size_t>(end - room)}));
    }
    return ok();
}

// Plain stretches at once, and an escape behind each.
Status append_quoted(StrBuilder& out, const StrObject* text, bool ascii_only) {
    char32_t limit = ascii_only ? 0x7F : 0x110000;
    for (size_t i = 0; i < text->length;) {
        size_t start = i;
        visit_units(text, [&](auto* p) {
            if constexpr (sizeof *p == 1) i += json_plain_prefix(p + i, text->length - i, ascii_only);
            while (i < text->length && p[i] >= 0x20 && p[i] < limit && p[i] != '"' && p[i] != '\\') ++i;
        });
        TRY(out.append(text, start, i));
        if (i == text->length) break;
        char escape[kLongestEscape];
        TRY(out.append_ascii({escape, static_cast<size_t>(write_escape(text->at(i++), escape) - escape)}));
    }
    return ok();
}

Ref quoted(Thread& t, Value v, bool ascii_only) {
    StrObject* text = as_str(v);
    if (!text) return raise(t, Exc::TypeError, "first argument must be a string, not %.80s", type_name_of(t, v));
    StrBuilder out(t);
    TRY(json_append_quoted(t, out, text, ascii_only));
    return out.finish();
}

Ref encode_basestring(Thread& t, Value string) { return quoted(t, string, false); }
Ref encode_basestring_ascii(Thread& t, Value string) { return quoted(t, string, true); }

}  // namespace

Status json_append_quoted(Thread& t, StrBuilder& out, const StrObject* text, bool ascii_only) {
    TRY(out.append_char('"'));
    if (ascii_only && !text->ascii())
        TRY(visit_units(text, [&](auto* p) { return append_ascii_quoted(out, p, text->length); }));
    else TRY(append_quoted(out, text, ascii_only));
    if (text->length > 4096) TRY(charge_work(t, text->length / 8));
    return out.append_char('"');
}

constinit const MethodDef kEncodeBasestring =
    function<encode_basestring>("encode_basestring", "(string, /)", "Return a JSON representation of a Python string");
constinit const MethodDef kEncodeBasestringAscii = function<encode_basestring_ascii>(
    "encode_basestring_ascii", "(string, /)", "Return an ASCII-only JSON representation of a Python string");

// ------------------------------------------------------------------------------------------------ encoder

namespace {

enum class Quoting : uint8_t { Call, Plain, Ascii };

struct EncoderObject : Object {
    Value markers, default_, encoder, indent, key_separator, item_separator, sort_keys, skipkeys;
    Quoting quoting;
    bool sorted, skip, allow_nan;
};

class Writer {
  public:
    Writer(Thread& t, EncoderObject* encoder, size_t level)
        : thread_(t), encoder_(encoder), indent_(as_str(encoder->indent)), level_(level), out_(t) {}

    Status write(Value v) {
        if (v.is_none()) return out_.append_ascii("null");
        if (v.is_bool()) return out_.append_ascii(v.is_true() ? "true" : "false");
        if (StrObject* text = as_str(v)) return write_string(text);
        if (is_int_like(v)) return write_int(v);
        if (is_float_like(v)) return write_float(v);
        if (layout_is(v, Kind::List) || layout_is(v, Kind::Tuple)) return guarded(v, &Writer::write_sequence);
        if (layout_is(v, Kind::Dict)) return guarded(v, &Writer::write_dict);
        return write_default(v);
    }
    Ref finish() { return out_.finish(); }

  private:
    Status guarded(Value v, Status (Writer::*write_it)(Value)) {
        RecursionGuard guard(thread_, " while encoding a JSON object");
        if (guard.failed()) return Failed{};
        return (this->*write_it)(v);
    }

    Status write_string(StrObject* text) {
        if (encoder_->quoting != Quoting::Call)
            return json_append_quoted(thread_, out_, text, encoder_->quoting == Quoting::Ascii);
        Ref made = TRY(call(thread_, encoder_->encoder, Value::object(text)));
        if (!layout_is(made, Kind::Str))
            return raise(thread_, Exc::TypeError, "encoder() must return a string, not %.80s",
                         type_name_of(thread_, made));
        return out_.append(made.as<StrObject>());
    }

    // As int.__repr__ and float.__repr__ show them, whatever a subclass does.
    Ref int_text(Value v) {
        if (v.is_int()) return repr(thread_, v);
        return Ref::steal(thread_.interp.type(Kind::Int)->slots.repr(thread_, v));
    }
    Status write_int(Value v) {
        if (v.is_int()) {
            char digits[24];
            char* end = std::to_chars(digits, digits + sizeof digits, v.as_int()).ptr;
            return out_.append_ascii({digits, static_cast<size_t>(end - digits)});
        }
        Ref text = TRY(int_text(v));
        return out_.append(text.as<StrObject>());
    }

    Fallible<std::string> float_text(Value v) {
        double x = float_value(v);
        if (std::isfinite(x)) return float_repr(x);
        if (!encoder_->allow_nan && indent_)
            return raise(thread_, Exc::ValueError, "Out of range float values are not JSON compliant: %s",
                         repr_utf8(thread_, v).c_str());
        if (!encoder_->allow_nan)
            return raise(thread_, Exc::ValueError, "Out of range float values are not JSON compliant");
        return std::string(std::isnan(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity");
    }
    Status write_float(Value v) {
        std::string text = TRY(float_text(v));
        return out_.append_ascii(text);
    }

    // Notes a container as being written; UNBOUND when that is not asked for.
    Ref enter(Value v) {
        if (encoder_->markers.is_none()) return Ref();
        Ref id = TRY(make_int_u64(thread_, v.bits));
        auto* markers = encoder_->markers.as<DictObject>();
        Value known = TRY(dict_get(thread_, markers, id));
        if (!known.is_unbound()) return raise(thread_, Exc::ValueError, "Circular reference detected");
        TRY(dict_set(thread_, markers, id, v));
        return id;
    }
    Status leave(const Ref& id) {
        if (id.get().is_unbound()) return ok();
        TRY(dict_delete(thread_, encoder_->markers.as<DictObject>(), id));
        return ok();
    }

    Status write_separator() { return out_.append(encoder_->item_separator.as<StrObject>()); }

    // A new line at the present level, if the text is to have lines.
    Status write_line() {
        if (!indent_) return ok();
        TRY(out_.append_char('\n'));
        for (size_t i = 0; i < level_; ++i) TRY(out_.append(indent_));
        return charge_work(thread_, level_ / 8);
    }
    Status write_end(char bracket) {
        --level_;
        TRY(write_line());
        return out_.append_char(static_cast<unsigned char>(bracket));
    }

    // Subclasses of list and tuple, when the text has lines, are asked for their items, as the encoder in Python does.
    Status write_iterable(Value v) {
        if (!TRY(is_true(thread_, v))) return out_.append_ascii("[]");
        Ref id = TRY(enter(v));
        ++level_;
        bool first = true;
        Iteration items(thread_, v);
        while (items.next()) {
            Ref item = items.take_item();
            if (first) TRY(out_.append_char('['));
            else TRY(write_separator());
            first = false;
            TRY(write_line());
            TRY(write(item));
            TRY(charge_work(thread_, 4));
        }
        if (items.failed()) return Failed{};
        TRY(write_end(']'));
        return leave(id);
    }

    Status write_sequence(Value v) {
        bool subclass = !is_kind(v, Kind::List) && !is_kind(v, Kind::Tuple);
        if (subclass && indent_) return write_iterable(v);
        RefTo<ListObject> items;   // of a subclass: what it says they are
        if (subclass) items = TRY(to_list(thread_, v));
        ListObject* list = subclass ? items.get() : as_list(v);
        TupleObject* tuple = as_tuple(v);
        auto size = [&] { return list ? list->size : tuple->size; };
        if (size() == 0) return out_.append_ascii("[]");
        Ref id = TRY(enter(v));
        TRY(out_.append_char('['));
        ++level_;
        for (uint32_t i = 0; i < size(); ++i) {   // the list may change meanwhile
            Ref item = own(list ? list->items[i] : tuple->items[i]);
            if (i) TRY(write_separator());
            TRY(write_line());
            TRY(write(item));
            TRY(charge_work(thread_, 4));
        }
        TRY(write_end(']'));
        return leave(id);
    }

    // False: the key is left out.
    Fallible<bool> write_key(Value key) {
        Ref text;
        if (as_str(key)) text = own(key);
        else if (is_float_like(key)) text = TRY(str_from_ascii(thread_, TRY(float_text(key))));
        else if (key.is_bool()) text = TRY(str_from_ascii(thread_, key.is_true() ? "true" : "false"));
        else if (key.is_none()) text = TRY(str_from_ascii(thread_, "null"));
        else if (is_int_like(key)) text = TRY(int_text(key));
        else if (encoder_->skip) return false;
        else if (indent_)
            return raise(thread_, Exc::TypeError, "key %s is not a string", repr_utf8(thread_, key).c_str());
        else return raise(thread_, Exc::TypeError, "keys must be a string");
        if (written_) {
            TRY(write_separator());
            TRY(write_line());
        }
        TRY(write_string(text.as<StrObject>()));
        return true;
    }

    Status write_pair(Value key, Value value) {
        bool present = TRY(write_key(key));
        if (!present) return ok();
        written_ = true;
        TRY(out_.append(encoder_->key_separator.as<StrObject>()));
        TRY(write(value));
        return charge_work(thread_, 4);
    }

    Status write_pairs(DictObject* dict) {
        size_t position = 0;
        Value key, value;
        while (dict_next_nocall(dict, &position, &key, &value)) {
            Ref k = own(key), v = own(value);
            TRY(write_pair(k, v));
        }
        return ok();
    }

    // Keys are str and differ: no value is looked at when they are sorted. Values are those of the start.
    Status write_sorted(DictObject* dict) {
        RefTo<ListObject> keys = TRY(list_new(thread_, dict->used)), values = TRY(list_new(thread_, dict->used));
        size_t position = 0;
        Value key, value;
        while (dict_next_nocall(dict, &position, &key, nullptr)) TRY(list_append(thread_, keys.get(), key));
        TRY(list_sort(thread_, keys.get(), Value::none(), false));
        for (uint32_t i = 0; i < keys->size; ++i) {
            value = TRY(dict_get(thread_, dict, keys->items[i]));
            TRY(list_append(thread_, values.get(), value));
        }
        for (uint32_t i = 0; i < keys->size; ++i) {
            Ref k = own(keys->items[i]), v = own(values->items[i]);
            TRY(write_pair(k, v));
        }
        return ok();
    }

    // By the first items of the pairs alone, as the encoder in Python does.
    Status sort_by_key(ListObject* pairs) {
        Ref module = TRY(import_module(thread_, "_operator"));
        StrObject* name = intern_utf8(thread_, "itemgetter");
        if (!name) return Failed{};
        Ref key = TRY(call_method(thread_, module, name, {Value::small_int(0)}));
        return list_sort(thread_, pairs, key, false);
    }

    // Through items(): subclasses may have another order, and sorting needs a list.
    Status write_items(Value dict) {
        StrObject* name = thread_.interp.names.items;
        Ref items = TRY(call_method(thread_, dict, name));
        RefTo<ListObject> list = TRY(to_list(thread_, items));
        if (encoder_->sorted && indent_) TRY(sort_by_key(list.get()));
        else if (encoder_->sorted) TRY(list_sort(thread_, list.get(), Value::none(), false));
        for (uint32_t i = 0; i < list->size; ++i) {
            Ref pair = own(list->items[i]);
            TupleObject* tuple = as_tuple(pair);
            if (!tuple || tuple->size != 2) return raise(thread_, Exc::ValueError, "items must return 2-tuples");
            const Value* item = tuple->items;
            TRY(write_pair(item[0], item[1]));
        }
        return ok();
    }

    Status write_dict(Value v) {
        auto* dict = v.as<DictObject>();
        bool empty = indent_ && dict->kind != Kind::Dict ? !TRY(is_true(thread_, v)) : dict->used == 0;
        if (empty) return out_.append_ascii("{}");
        Ref id = TRY(enter(v));
        bool outer_written = written_;
        written_ = false;
        TRY(out_.append_char('{'));
        ++level_;
        TRY(write_line());
        if (dict->kind == Kind::Dict && !encoder_->sorted) TRY(write_pairs(dict));
        else if (dict->kind == Kind::Dict && dict->keys->all_str) TRY(write_sorted(dict));
        else TRY(write_items(v));
        TRY(write_end('}'));
        written_ = outer_written;
        return leave(id);
    }

    Status write_default(Value v) {
        Ref id = TRY(enter(v));
        Ref made = TRY(call(thread_, encoder_->default_, v));
        {
            RecursionGuard guard(thread_, " while encoding a JSON object");
            if (guard.failed()) return Failed{};
            TRY(write(made));
        }
        return leave(id);
    }

    Thread& thread_;
    EncoderObject* encoder_;
    StrObject* indent_;      // of the encoder; null: all in one line
    size_t level_;
    StrBuilder out_;
    bool written_ = false;   // the dict being written has a pair already
};

EncoderObject* encoder_of(Value v) { return v.as<EncoderObject>(); }

Quoting quoting_of(Value encoder) {
    if (!is_kind(encoder, Kind::NativeFunction)) return Quoting::Call;
    NativeFn function = encoder.as<NativeFunctionObject>()->def->function;
    if (function == kEncodeBasestring.function) return Quoting::Plain;
    return function == kEncodeBasestringAscii.function ? Quoting::Ascii : Quoting::Call;
}

constexpr char kEncoderSignature[] =
    "(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)";
constexpr SignatureInfo kEncoderInfo = parse_signature(kEncoderSignature);

Value encoder_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "make_encoder", kEncoderInfo, kEncoderSignature, args);
    if (bound.failed()) return Value::error();
    const Value* a = bound.slots;
    for (int i : {4, 5})
        if (!as_str(a[i]))
            return raise(t, Exc::TypeError, "make_encoder() argument %d must be str, not %.50s", i + 1,
                         type_name_of(t, a[i]));
    if (!a[0].is_none() && !layout_is(a[0], Kind::Dict))
        return raise(t, Exc::TypeError, "make_encoder() argument 1 must be dict or None, not %.200s",
                     type_name_of(t, a[0]));
    bool flags[3];
    for (int i = 0; i < 3; ++i) {
        Fallible<bool> truth = is_true(t, a[6 + i]);
        if (!truth) return Value::error();
        flags[i] = truth.value();
    }
    auto* e = allocate_instance<EncoderObject>(t, type);
    if (!e) return Value::error();
    Value* fields[] = {&e->markers,       &e->default_,       &e->encoder,   &e->indent,
                       &e->key_separator, &e->item_separator, &e->sort_keys, &e->skipkeys};
    for (size_t i = 0; i < std::size(fields); ++i) *fields[i] = own(a[i]).release();
    e->quoting = quoting_of(a[2]);
    e->sorted = flags[0];
    e->skip = flags[1];
    e->allow_nan = flags[2];
    gc_track(e);
    return Value::object(e);
}

Value encoder_call(Thread& t, Value self, const CallArgs& args) {
    static constexpr char kSignature[] = "(obj, _current_indent_level)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "_iterencode", kInfo, kSignature, args);
    if (bound.failed()) return Value::error();
    Ref keep = own(self);
    Value level = bound.slots[1];
    Writer writer(t, encoder_of(self), level.is_int() && level.as_int() > 0 ? static_cast<size_t>(level.as_int()) : 0);
    if (!writer.write(bound.slots[0])) return Value::error();
    Ref text = writer.finish();
    if (text.failed()) return Value::error();
    return Ref(tuple_pack(t, {text})).release();
}

void encoder_dealloc(Interpreter& interp, Object* o) {
    auto* e = static_cast<EncoderObject*>(o);
    for (Value v : {e->markers, e->default_, e->encoder, e->indent, e->key_separator, e->item_separator, e->sort_keys,
                    e->skipkeys})
        decref(v);
    free_object(interp, o);
}
void encoder_traverse(Object* o, Visitor& visitor) {
    auto* e = static_cast<EncoderObject*>(o);
    for (Value v : {e->markers, e->default_, e->encoder, e->indent, e->key_separator, e->item_separator, e->sort_keys,
                    e->skipkeys})
        visitor.visit(v);
}

// Members are the Values behind the header, in order.
constexpr uint16_t member_offset(unsigned index) {
    return static_cast<uint16_t>(sizeof(Object) + index * sizeof(Value));
}

constexpr MemberDef kEncoderMembers[] = {
    {"markers", member_offset(0), false, "markers"},
    {"default", member_offset(1), false, "default"},
    {"encoder", member_offset(2), false, "encoder"},
    {"indent", member_offset(3), false, "indent"},
    {"key_separator", member_offset(4), false, "key_separator"},
    {"item_separator", member_offset(5), false, "item_separator"},
    {"sort_keys", member_offset(6), false, "sort_keys"},
    {"skipkeys", member_offset(7), false, "skipkeys"},
};

}  // namespace

constinit const TypeSpec kJsonEncoderSpec = {.name = "_json.Encoder",
                                             .doc = "_iterencode(obj, _current_indent_level) -> iterable",
                                             .basic_size = sizeof(EncoderObject),
                                             .flags = kTypeGc | kTypeInheritsGetattr,
                                             .slots = {.dealloc = encoder_dealloc,
                                                       .traverse = encoder_traverse,
                                                       .call = encoder_call,
                                                       .new_ = encoder_new},
                                             .members = kEncoderMembers};

}  // namespace krait
