// Line ends: the newline argument, finding the ends of lines, and IncrementalNewlineDecoder.
#include <cstring>

#include "builtins/modules/io_objects.h"
#include "vm/object/instance_object.h"
#include "vm/runtime/limits.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ the argument

Status parse_newline(Thread& t, Value newline, const char* function, NewlineMode* out) {
    bool given = !newline.is_unbound() && !newline.is_none();
    StrObject* text = given ? as_str(newline) : nullptr;
    if (given && !text) {
        if (!function)
            return raise(t, Exc::TypeError, "newline must be str or None, not %.200s", type_name_of(t, newline));
        return raise(t, Exc::TypeError, "%s must be str or None, not %.200s", function, type_name_of(t, newline));
    }
    NewlineMode mode{Value::none(), LineEnd::Lf, true, true, nullptr};
    if (given) {
        std::string_view s = text->ascii() ? text->ascii_view() : std::string_view("?");
        mode.translate = false;
        mode.universal = s.empty();
        if (s.empty())
            mode.read = LineEnd::Universal;
        else if (s == "\r")
            mode.read = LineEnd::Cr, mode.write = "\r";
        else if (s == "\r\n")
            mode.read = LineEnd::CrLf, mode.write = "\r\n";
        else if (s != "\n") {
            if (function) return raise(t, Exc::ValueError, "illegal newline value: %.200s", str_to_utf8(text).c_str());
            return raise(t, Exc::ValueError, "illegal newline value: %.200s", repr_utf8(t, newline).c_str());
        }
        mode.text = own(newline).release();
    }
    *out = mode;
    return ok();
}

// ------------------------------------------------------------------------------------------------ finding

namespace {

template <class U>
int64_t find_unit(const U* s, U c, size_t start, size_t end) {
    if constexpr (sizeof(U) == 1) {
        const void* found = start < end ? std::memchr(s + start, c, end - start) : nullptr;
        return found ? static_cast<const U*>(found) - s : -1;
    } else {
        // A word at a time: the units that are `c` become zero, which borrows from their top bits.
        constexpr size_t kUnits = 8 / sizeof(U);
        constexpr uint64_t kOnes = ~uint64_t{0} / static_cast<U>(~U{0});
        constexpr uint64_t kTops = kOnes << (sizeof(U) * 8 - 1);
        size_t i = start;
        // Four words together: one test for all.
        for (; i + 4 * kUnits <= end; i += 4 * kUnits) {
            uint64_t words[4], hit = 0;
            std::memcpy(words, s + i, sizeof words);
            for (uint64_t word : words) {
                word ^= kOnes * c;
                hit |= (word - kOnes) & ~word & kTops;
            }
            if (hit) break;
        }
        for (; i + kUnits <= end; i += kUnits) {
            uint64_t word;
            std::memcpy(&word, s + i, 8);
            word ^= kOnes * c;
            if ((word - kOnes) & ~word & kTops) break;
        }
        for (; i < end; ++i)
            if (s[i] == c) return static_cast<int64_t>(i);
        return -1;
    }
}

template <class U>
int64_t find_universal(const U* s, size_t start, size_t end) {
    int64_t lf = find_unit<U>(s, '\n', start, end);
    size_t limit = lf < 0 ? end : static_cast<size_t>(lf);
    int64_t cr = find_unit<U>(s, '\r', start, limit);
    if (cr < 0) return lf < 0 ? -1 : lf + 1;
    return cr + 1 == lf ? lf + 1 : cr + 1;
}

template <class U>
int64_t find_end(const U* s, LineEnd how, size_t start, size_t end) {
    switch (how) {
        case LineEnd::Universal: return find_universal(s, start, end);
        case LineEnd::CrLf:
            for (size_t at = start;;) {
                int64_t cr = find_unit<U>(s, '\r', at, end);
                if (cr < 0 || static_cast<size_t>(cr) + 1 >= end) return -1;
                at = static_cast<size_t>(cr) + 1;
                if (s[at] == '\n') return static_cast<int64_t>(at) + 1;
            }
        default: {
            int64_t found = find_unit<U>(s, how == LineEnd::Cr ? '\r' : '\n', start, end);
            return found < 0 ? -1 : found + 1;
        }
    }
}

}  // namespace

int64_t find_line_end(const void* text, unsigned unit, LineEnd how, size_t start, size_t end) {
    if (unit == 1) return find_end(static_cast<const uint8_t*>(text), how, start, end);
    if (unit == 2) return find_end(static_cast<const uint16_t*>(text), how, start, end);
    return find_end(static_cast<const uint32_t*>(text), how, start, end);
}

// ------------------------------------------------------------------------------------------------ translating

namespace {

bool has_end(const StrObject* s, LineEnd end) { return find_line_end(s, end, 0) >= 0; }

// Which line ends a text has.
Fallible<uint8_t> line_ends_of(Thread& t, const StrObject* s) {
    Looks looks(t);
    uint8_t seen = 0;
    for (size_t i = 0; i < s->length; ++i) {
        TRY(looks.next());
        char32_t c = s->at(i);
        if (c == '\n') seen |= kSeenLf;
        if (c != '\r') continue;
        if (i + 1 < s->length && s->at(i + 1) == '\n') {
            seen |= kSeenCrLf;
            ++i;
        } else {
            seen |= kSeenCr;
        }
    }
    return seen;
}

Ref replace_line_ends(Thread& t, StrObject* s) {
    StrBuilder out(t);
    size_t start = 0;
    for (;;) {
        int64_t cr = str_find_char(s, '\r', start, s->length);
        if (cr < 0) break;
        size_t at = static_cast<size_t>(cr);
        TRY(out.append(s, start, at));
        TRY(out.append_char('\n'));
        start = at + 1;
        if (start < s->length && s->at(start) == '\n') ++start;
    }
    TRY(out.append(s, start, s->length));
    return out.finish();
}

}  // namespace

Ref translate_newlines(Thread& t, StrObject* input, bool translate, bool final, NewlineState* state) {
    Ref text = own(input);
    if (state->pending_cr && (final || input->length > 0)) {
        text = TRY(str_concat(t, t.interp.single_chars['\r'], input));
        state->pending_cr = false;
    }
    // A "\r" at the end waits for a "\n" that may follow.
    StrObject* s = text.as<StrObject>();
    if (!final && s->length > 0 && s->at(s->length - 1) == '\r') {
        text = TRY(str_substring(t, s, 0, s->length - 1));
        state->pending_cr = true;
        s = text.as<StrObject>();
    }
    if (s->length == 0) return text;
    if (!has_end(s, LineEnd::Cr)) {
        if (!(state->seen & kSeenLf) && has_end(s, LineEnd::Lf)) state->seen |= kSeenLf;
        return text;
    }
    state->seen |= TRY(line_ends_of(t, s));
    return translate ? replace_line_ends(t, s) : std::move(text);
}

Ref seen_newlines(Thread& t, uint8_t seen) {
    constexpr const char* kTexts[] = {"\r", "\n", "\r\n"};
    if (seen == 0) return own(Value::none());
    Ref texts[3];
    Value items[3];
    size_t count = 0;
    for (unsigned i = 0; i < 3; ++i) {
        if (!(seen & (1u << i))) continue;
        texts[count] = TRY(str_from_ascii(t, kTexts[i]));
        items[count] = texts[count];
        ++count;
    }
    if (count == 1) return std::move(texts[0]);
    return tuple_from(t, items, count);
}

// ------------------------------------------------------------------------------------------------ the type

namespace {

Value newline_decoder_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* self = allocate_instance<NewlineDecoderObject>(t, type);
    if (!self) return Value::error();
    self->decoder = Value::unbound();
    self->errors = Value::unbound();
    self->translate = false;
    self->state = {};
    gc_track(self);
    return Value::object(self);
}

int newline_decoder_init(Thread& t, Value self_value, const CallArgs& call) {
    static constexpr const char* kSignature = "(decoder, translate, errors='strict')";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "IncrementalNewlineDecoder", kInfo, kSignature, call);
    if (bound.failed()) return -1;
    auto* self = self_value.as<NewlineDecoderObject>();
    auto translate = is_true(t, bound.slots[1]);
    Ref errors = bound.slots[2].is_unbound() ? str_from_ascii(t, "strict") : own(bound.slots[2]);
    if (!translate || errors.failed()) return -1;
    replace_owned(&self->decoder, own(bound.slots[0]));
    replace_owned(&self->errors, std::move(errors));
    self->translate = translate.value();
    self->state = {};
    return 0;
}

Status check_ready(Thread& t, const NewlineDecoderObject* self) {
    if (!self->decoder.is_unbound()) return ok();
    return raise(t, Exc::ValueError, "IncrementalNewlineDecoder.__init__ not called");
}

Ref newline_decode(Thread& t, NewlineDecoderObject* self, Value input, Value final) {
    TRY(check_ready(t, self));
    bool last = !final.is_unbound() && TRY(is_true(t, final));
    Ref keep = own(self), decoder = own(self->decoder);
    Ref text =
        decoder.get().is_none() ? own(input) : TRY(call_name(t, decoder, "decode", {input, Value::boolean(last)}));
    if (!as_str(text))
        return raise(t, Exc::TypeError, "decoder should return a string result, not '%.200s'", type_name_of(t, text));
    return translate_newlines(t, text.as<StrObject>(), self->translate, last, &self->state);
}

Ref newline_getstate(Thread& t, NewlineDecoderObject* self) {
    TRY(check_ready(t, self));
    Ref held = own(Value::object(t.interp.empty_bytes));
    int64_t flags = 0;
    if (!self->decoder.is_none()) {
        Ref decoder = own(self->decoder);
        Ref state = TRY(call_name(t, decoder, "getstate"));
        TupleObject* pair = as_tuple(state);
        if (!pair || pair->size != 2) return raise(t, Exc::TypeError, "illegal decoder state");
        held = own(pair->items[0]);
        flags = TRY(index_to_i64(t, pair->items[1]));
    }
    Ref number = TRY(make_int(t, static_cast<int64_t>(static_cast<uint64_t>(flags) << 1) | self->state.pending_cr));
    return tuple_pack(t, {held, number});
}

Status newline_setstate(Thread& t, NewlineDecoderObject* self, Value state) {
    TRY(check_ready(t, self));
    TupleObject* pair = as_tuple(state);
    if (!pair || pair->size != 2) return raise(t, Exc::TypeError, "state argument must be a tuple");
    Ref keep = own(state), decoder = own(self->decoder);
    int64_t flags = TRY(index_to_i64(t, pair->items[1]));
    self->state.pending_cr = flags & 1;
    if (decoder.get().is_none()) return ok();
    Ref number = TRY(make_int(t, flags >> 1));
    Ref inner = TRY(tuple_pack(t, {pair->items[0], number}));
    TRY(call_name(t, decoder, "setstate", {inner}));
    return ok();
}

Ref newline_reset(Thread& t, NewlineDecoderObject* self) {
    TRY(check_ready(t, self));
    self->state = {};
    if (self->decoder.is_none()) return own(Value::none());
    Ref decoder = own(self->decoder);
    return call_name(t, decoder, "reset");
}

Value newline_get_newlines(Thread& t, Value self) {
    if (!check_ready(t, self.as<NewlineDecoderObject>())) return Value::error();
    return seen_newlines(t, self.as<NewlineDecoderObject>()->state.seen).release();
}

void newline_decoder_clear(Interpreter& interp, Object* o) {
    auto* self = static_cast<NewlineDecoderObject*>(o);
    drop_owned(&self->decoder);
    drop_owned(&self->errors);
    instance_clear_values(interp, o);
}
void newline_decoder_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    newline_decoder_clear(interp, o);
    free_object(interp, o);
}
void newline_decoder_traverse(Object* o, Visitor& visitor) {
    visitor.visit(static_cast<NewlineDecoderObject*>(o)->decoder);
    visitor.visit(static_cast<NewlineDecoderObject*>(o)->errors);
    instance_visit_values(o, visitor);
}

constexpr MethodDef kMethods[] = {
    method<newline_decode>("decode", "(self, input, final=False)", "Decode and handle line ends."),
    method<newline_getstate>("getstate", "(self, /)", "(bytes held, flags)"),
    method<newline_setstate>("setstate", "(self, state, /)", "What getstate() gave."),
    method<newline_reset>("reset", "(self, /)", "Back to the beginning."),
};
constexpr GetSetDef kGetSets[] = {{"newlines", newline_get_newlines, nullptr, nullptr}};

}  // namespace

constinit const TypeSpec kNewlineDecoderSpec = {
    .name = "_io.IncrementalNewlineDecoder",
    .doc =
        "Codec used when reading a file in universal newlines mode.\n\nIt wraps another incremental decoder, "
        "translating \\r\\n and \\r into \\n, and records the types of newlines encountered.",
    .basic_size = sizeof(NewlineDecoderObject),
    .flags = kTypeBase | kTypeGc | kTypeInheritsGetattr,
    .slots = {.dealloc = newline_decoder_dealloc,
              .traverse = newline_decoder_traverse,
              .clear = newline_decoder_clear,
              .new_ = newline_decoder_new,
              .init = newline_decoder_init},
    .methods = kMethods,
    .getsets = kGetSets,
    .new_signature = "(decoder, translate, errors='strict')",
};

}  // namespace krait
