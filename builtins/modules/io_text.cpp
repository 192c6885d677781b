// TextIOWrapper: text over a buffered stream. UTF-8, ASCII and Latin-1 are decoded and encoded here; other encodings
// through the incremental codecs of module codecs. Written text waits, encoded, in `pending`; read text in `decoded`.
#include "builtins/modules/io_text.h"

#include <cstring>

#include "builtins/codecs/codecs.h"
#include "builtins/types/text_support.h"
#include "vm/object/exception_object.h"
#include "vm/object/instance_object.h"
#include "vm/runtime/limits.h"

namespace krait {

Status textio_check_attached(Thread& t, const TextIOObject* self) {
    if (KRAIT_LIKELY(self->ready && !self->detached)) return ok();
    if (self->detached) return raise(t, Exc::ValueError, "underlying buffer has been detached");
    return raise(t, Exc::ValueError, "I/O operation on uninitialized object");
}

Status textio_check_open(Thread& t, TextIOObject* self) {
    TRY(textio_check_attached(t, self));
    Ref buffer = own(self->buffer);
    return check_not_closed(t, buffer);
}

namespace {

// ------------------------------------------------------------------------------------------------ creation

TextCodec codec_named(const StrObject* name) {
    struct Row {
        std::string_view name;
        TextCodec codec;
    };
    static constexpr Row kRows[] = {
        {"utf-8", TextCodec::Utf8},       {"utf8", TextCodec::Utf8},      {"u8", TextCodec::Utf8},
        {"ascii", TextCodec::Ascii},      {"us-ascii", TextCodec::Ascii}, {"646", TextCodec::Ascii},
        {"latin-1", TextCodec::Latin1},   {"latin1", TextCodec::Latin1},  {"iso-8859-1", TextCodec::Latin1},
        {"iso8859-1", TextCodec::Latin1}, {"8859", TextCodec::Latin1},    {"cp819", TextCodec::Latin1},
        {"l1", TextCodec::Latin1},
    };
    char folded[16];
    if (!name->ascii() || name->length > sizeof folded) return TextCodec::Other;
    for (size_t i = 0; i < name->length; ++i) {
        char c = name->data[i];
        folded[i] = c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    for (const Row& row : kRows)
        if (row.name == std::string_view(folded, name->length)) return row.codec;
    return TextCodec::Other;
}

Value textio_new(Thread& t, TypeObject* type, const CallArgs&) {
    auto* self = allocate_instance<TextIOObject>(t, type);
    if (!self) return Value::error();
    self->buffer = self->encoding = self->errors = self->encoder = self->decoder = Value::unbound();
    self->decoded = self->snapshot_input = self->snapshot_state = Value::unbound();
    self->codec = TextCodec::Utf8;
    self->strict = true;
    self->ready = self->detached = self->can_read = self->can_write = self->seekable = self->telling = false;
    self->line_buffering = self->write_through = self->eof = self->has_snapshot = false;
    self->busy = nullptr;
    self->chunk_size = kDefaultBufferSize;
    self->newline = {Value::none(), LineEnd::Lf, false, false, nullptr};
    self->newlines = {};
    self->undecoded_count = 0;
    self->used = 0;
    self->bytes_per_character = 0;
    self->snapshot_flags = 0;
    self->pending = {nullptr, 0, 0};
    gc_track(self);
    return Value::object(self);
}

Status check_text_argument(Thread& t, Value v, int number) {
    if (v.is_unbound() || v.is_none() || as_str(v)) return ok();
    return raise(t, Exc::TypeError, "TextIOWrapper() argument %d must be str or None, not %.200s", number,
                 type_name_of(t, v));
}

Ref make_codec(Thread& t, const char* getter, Value encoding, Value errors) {
    Ref codecs = TRY(import_module(t, "codecs"));
    Ref factory = TRY(call_name(t, codecs, getter, {encoding}));
    return call(t, factory, errors);
}

// LookupError for encodings that do not exist or are not between str and bytes.
Status check_encoding(Thread& t, Value encoding) {
    Ref codecs = TRY(import_module(t, "codecs"));
    Ref info = TRY(call_name(t, codecs, "lookup", {encoding}));
    Ref is_text = TRY(attribute_or_unbound(t, info, "_is_text_encoding"));
    if (is_text.get().is_unbound() || TRY(is_true(t, is_text))) return ok();
    return raise(t, Exc::LookupError, "'%.400s' is not a text encoding; use codecs.open() to handle arbitrary codecs",
                 str_to_utf8(encoding.as<StrObject>()).c_str());
}

Status set_up_codecs(Thread& t, TextIOObject* self) {
    self->codec = codec_named(self->encoding.as<StrObject>());
    if (self->codec != TextCodec::Other) return ok();
    TRY(check_encoding(t, self->encoding));
    if (self->can_read)
        replace_owned(&self->decoder, TRY(make_codec(t, "getincrementaldecoder", self->encoding, self->errors)));
    if (self->can_write)
        replace_owned(&self->encoder, TRY(make_codec(t, "getincrementalencoder", self->encoding, self->errors)));
    return ok();
}

struct TextArguments {
    Value buffer, encoding, errors, newline;
    bool line_buffering, write_through;
};

Status textio_setup(Thread& t, TextIOObject* self, const TextArguments& given) {
    self->ready = self->detached = false;
    NewlineMode newline;
    TRY(parse_newline(t, given.newline, "TextIOWrapper() argument 4", &newline));
    Ref old_newline = Ref::steal(self->newline.text);
    self->newline = newline;
    Ref encoding =
        given.encoding.is_unbound() || given.encoding.is_none() ? TRY(str_from_ascii(t, "UTF-8")) : own(given.encoding);
    Ref errors =
        given.errors.is_unbound() || given.errors.is_none() ? TRY(str_from_ascii(t, "strict")) : own(given.errors);
    if (str_find_char(encoding.as<StrObject>(), 0, 0, encoding.as<StrObject>()->length) >= 0)
        return raise(t, Exc::ValueError, "embedded null character");
    self->strict = str_equals_ascii(errors.as<StrObject>(), "strict");
    replace_owned(&self->encoding, std::move(encoding));
    replace_owned(&self->errors, std::move(errors));
    self->line_buffering = given.line_buffering;
    self->write_through = given.write_through;
    self->chunk_size = kDefaultBufferSize;
    textio_reset_reading(self);
    self->pending.length = 0;
    if (codec_named(self->encoding.as<StrObject>()) == TextCodec::Other) TRY(check_encoding(t, self->encoding));
    self->can_read = TRY(truth_of_call(t, given.buffer, "readable"));
    self->can_write = TRY(truth_of_call(t, given.buffer, "writable"));
    TRY(set_up_codecs(t, self));
    replace_owned(&self->buffer, own(given.buffer));
    self->seekable = self->telling = TRY(truth_of_call(t, given.buffer, "seekable"));
    // A mark of the byte order stands at the beginning only.
    if (self->seekable && !self->encoder.is_unbound()) {
        Ref at = TRY(call_name(t, given.buffer, "tell"));
        if (!TRY(equal(t, at, Value::small_int(0)))) {
            Ref done = TRY(call_name(t, Ref(own(self->encoder)), "setstate", {Value::small_int(0)}));
        }
    }
    self->ready = true;
    return ok();
}

int textio_init(Thread& t, Value self, const CallArgs& call_args) {
    static constexpr const char* kSignature =
        "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)";
    static constexpr SignatureInfo kInfo = parse_signature(kSignature);
    BoundArgs bound = bind_arguments(t, "TextIOWrapper", kInfo, kSignature, call_args);
    if (bound.failed()) return -1;
    auto setup = [&]() -> Status {
        TRY(check_text_argument(t, bound.slots[1], 2));
        TRY(check_text_argument(t, bound.slots[2], 3));
        TextArguments given{bound.slots[0], bound.slots[1], bound.slots[2], bound.slots[3], false, false};
        if (!bound.slots[4].is_unbound()) given.line_buffering = TRY(is_true(t, bound.slots[4]));
        if (!bound.slots[5].is_unbound()) given.write_through = TRY(is_true(t, bound.slots[5]));
        return textio_setup(t, self.as<TextIOObject>(), given);
    };
    return setup() ? 0 : -1;
}

// ------------------------------------------------------------------------------------------------ writing

Ref replace_newlines(Thread& t, StrObject* s, const char* with) {
    StrBuilder out(t);
    size_t start = 0;
    for (;;) {
        int64_t end = find_line_end(s, LineEnd::Lf, start);
        if (end < 0) break;
        TRY(out.append(s, start, static_cast<size_t>(end) - 1));
        TRY(out.append_ascii(with));
        start = static_cast<size_t>(end);
    }
    TRY(out.append(s, start, s->length));
    return out.finish();
}

// Adds `bound` bytes at most to what is pending: write(from, to, out) writes a stretch of the text and tells its end,
// null where it cannot; nothing is added then, and the answer is false.
template <class F>
Fallible<bool> append_text(Thread& t, TextIOObject* self, StrObject* s, size_t bound, F write) {
    TRY(self->pending.reserve(t, self->pending.length + bound));
    char* out = self->pending.data + self->pending.length;
    TRY(in_stretches(t, s->length, [&](size_t i, size_t end) { out = out ? write(i, end, out) : nullptr; }));
    if (!out) return false;
    self->pending.length = static_cast<size_t>(out - self->pending.data);
    return true;
}

// Adds the text, encoded, to what is pending.
Status append_encoded(Thread& t, TextIOObject* self, StrObject* s) {
    if (s->ascii() ? self->codec != TextCodec::Other : self->codec == TextCodec::Latin1 && s->unit() == 1) {
        if (KRAIT_LIKELY(s->length <= kPlacesPerLook)) return self->pending.append(t, s->data, s->length);
        TRY(append_text(t, self, s, s->length, [&](size_t i, size_t end, char* out) {
            std::memcpy(out, s->data + i, end - i);
            return out + (end - i);
        }));
        return ok();
    }
    if (self->codec == TextCodec::Utf8) {
        size_t bound = s->length * (s->unit() == 4 ? 4 : s->unit() + 1);
        bool done = TRY(append_text(t, self, s, bound, [&](size_t i, size_t end, char* out) {
            return encode_utf8_into(s, i, end, out);
        }));
        if (done) return ok();
    }
    Ref bytes;
    if (self->codec == TextCodec::Other) {
        Ref encoder = own(self->encoder);
        bytes = TRY(call_name(t, encoder, "encode", {Value::object(s)}));
    } else {
        Ref encoding = own(self->encoding), errors = own(self->errors);
        bytes = TRY(encode_text(t, s, encoding.as<StrObject>(), errors.as<StrObject>()));
    }
    BytesObject* data = as_bytes(bytes);
    if (!data)
        return raise(t, Exc::TypeError, "encoder should return a bytes object, not '%.200s'", type_name_of(t, bytes));
    return self->pending.append(t, data->data, data->length);
}

}  // namespace

Status textio_flush_pending(Thread& t, TextIOObject* self) {
    if (self->pending.length == 0) return ok();
    // Taken out first: writing may run Python code that writes to this object.
    ByteStore taken = std::exchange(self->pending, ByteStore{nullptr, 0, 0});
    Ref buffer = own(self->buffer);
    Status result;
    if (has_spec(buffer, kBufferedWriterSpec) || has_spec(buffer, kBufferedRandomSpec)) {
        result = buffered_write_bytes(t, buffer.as<BufferedObject>(), taken.data, taken.length);
    } else {
        Ref bytes = bytes_from(t, {taken.data, taken.length});
        Ref written =
            bytes.failed() ? Ref::steal(Value::error()) : call_method(t, buffer, t.interp.names.write, {bytes});
        if (written.failed()) result = Failed{};
    }
    // The memory serves the next texts.
    if (!self->pending.data && taken.capacity <= size_t{1} << 16) {
        self->pending = taken;
        self->pending.length = 0;
    } else {
        taken.release(t.heap);
    }
    return result;
}

namespace {

Status flush_buffer(Thread& t, TextIOObject* self) {
    Ref buffer = own(self->buffer);
    if (has_spec(buffer, kBufferedWriterSpec)) return buffered_flush_all(t, buffer.as<BufferedObject>());
    TRY(call_method(t, buffer, t.interp.names.flush));
    return ok();
}

// Text read ahead is forgotten by a write.
void forget_reading(TextIOObject* self) {
    replace_owned(&self->decoded, Ref());
    self->used = 0;
    self->has_snapshot = false;
    replace_owned(&self->snapshot_input, Ref());
    self->undecoded_count = 0;
    self->newlines.pending_cr = false;
}

}  // namespace

// ASCII text that only has to be put behind the pending bytes of a plain file.
static KRAIT_INLINE bool write_at_hand(TextIOObject* self, const StrObject* text) {
    if (!text->ascii() || self->codec == TextCodec::Other || !self->ready || !self->can_write || self->line_buffering ||
        self->write_through || self->newline.write || self->has_snapshot || !self->decoded.is_unbound())
        return false;
    size_t length = self->pending.length + text->length;
    if (length > self->pending.capacity || length > static_cast<size_t>(self->chunk_size) ||
        !plainly_open(self->buffer))
        return false;
    if (text->length) std::memcpy(self->pending.data + self->pending.length, text->data, text->length);
    self->pending.length = length;
    return true;
}

Status textio_write_str(Thread& t, TextIOObject* self, StrObject* given) {
    if (KRAIT_LIKELY(write_at_hand(self, given))) return ok();
    TRY(textio_check_open(t, self));
    if (!self->can_write) return raise_unsupported(t, "not writable");
    Ref keep = own(self), text = own(given);
    bool flush = false;
    bool look = self->line_buffering || self->newline.write;
    bool has_lf = look && find_line_end(given, LineEnd::Lf, 0) >= 0;
    if (self->line_buffering) flush = has_lf || find_line_end(given, LineEnd::Cr, 0) >= 0;
    if (has_lf && self->newline.write) text = TRY(replace_newlines(t, given, self->newline.write));
    TRY(append_encoded(t, self, text.as<StrObject>()));
    if (self->pending.length > static_cast<size_t>(self->chunk_size) || flush || self->write_through)
        TRY(textio_flush_pending(t, self));
    if (flush) TRY(flush_buffer(t, self));
    if (!self->decoded.is_unbound() || self->has_snapshot) {
        forget_reading(self);
        if (!self->decoder.is_unbound()) TRY(call_name(t, Ref(own(self->decoder)), "reset"));
    }
    return ok();
}

namespace {

Ref textio_write(Thread& t, TextIOObject* self, Value text) {
    TRY(textio_check_attached(t, self));
    StrObject* s = as_str(text);
    if (!s) return raise_argument_type(t, "write", "str", text);
    TRY(textio_write_str(t, self, s));
    return make_int(t, static_cast<int64_t>(s->length));
}

Ref textio_flush(Thread& t, TextIOObject* self) {
    TRY(textio_check_open(t, self));
    Ref keep = own(self);
    self->telling = self->seekable;
    TRY(textio_flush_pending(t, self));
    TRY(flush_buffer(t, self));
    return own(Value::none());
}

Ref textio_close(Thread& t, TextIOObject* self) {
    TRY(textio_check_attached(t, self));
    Ref keep = own(self), buffer = own(self->buffer);
    if (TRY(stream_is_closed(t, buffer))) return own(Value::none());
    Ref flushed = call_method(t, keep, t.interp.names.flush);
    Ref first = flushed.failed() ? fetch_exception(t) : Ref();
    Ref result = call_method(t, buffer, t.interp.names.close);
    TRY(chain_failure(t, std::move(first)));
    return result;
}

Ref textio_detach(Thread& t, TextIOObject* self) {
    TRY(textio_check_attached(t, self));
    Ref keep = own(self);
    TRY(call_method(t, keep, t.interp.names.flush));
    Ref buffer = own(self->buffer);
    replace_owned(&self->buffer, Ref());
    self->detached = true;
    self->ready = false;
    return buffer;
}

Ref forward(Thread& t, TextIOObject* self, const char* method) {
    TRY(textio_check_attached(t, self));
    Ref buffer = own(self->buffer);
    return call_name(t, buffer, method);
}
Ref textio_fileno(Thread& t, TextIOObject* self) { return forward(t, self, "fileno"); }
Ref textio_isatty(Thread& t, TextIOObject* self) { return forward(t, self, "isatty"); }
Ref textio_readable(Thread& t, TextIOObject* self) { return forward(t, self, "readable"); }
Ref textio_writable(Thread& t, TextIOObject* self) { return forward(t, self, "writable"); }
Ref textio_seekable(Thread& t, TextIOObject* self) { return forward(t, self, "seekable"); }
Ref textio_getstate(Thread& t, TextIOObject* self) { return cannot_serialize(t, self); }

Ref textio_truncate(Thread& t, TextIOObject* self, Value size) {
    TRY(textio_check_attached(t, self));
    Ref keep = own(self);
    TRY(call_method(t, keep, t.interp.names.flush));
    Ref buffer = own(self->buffer);
    return call_name(t, buffer, "truncate", {size.is_unbound() ? Value::none() : size});
}

// ------------------------------------------------------------------------------------------------ attributes

TextIOObject* self_of(Value v) { return v.as<TextIOObject>(); }

Value text_or_none(Value v) { return v.is_unbound() ? Value::none() : own(v).release(); }
Value get_encoding(Thread&, Value self) { return text_or_none(self_of(self)->encoding); }
Value get_buffer_attribute(Thread&, Value self) { return text_or_none(self_of(self)->buffer); }
Value get_line_buffering(Thread&, Value self) { return Value::boolean(self_of(self)->line_buffering); }
Value get_errors(Thread& t, Value self) {
    if (!self_of(self)->detached && !textio_check_attached(t, self_of(self))) return Value::error();
    return text_or_none(self_of(self)->errors);
}
Value get_name(Thread& t, Value self) {
    if (!textio_check_attached(t, self_of(self))) return Value::error();
    return attribute_named(t, Ref(own(self_of(self)->buffer)), "name").release();
}
Value get_closed(Thread& t, Value self) {
    if (!textio_check_attached(t, self_of(self))) return Value::error();
    return attribute_named(t, Ref(own(self_of(self)->buffer)), "closed").release();
}
Value get_newlines(Thread& t, Value self) {
    if (!textio_check_attached(t, self_of(self))) return Value::error();
    return seen_newlines(t, self_of(self)->newlines.seen).release();
}
Value get_chunk_size(Thread& t, Value self) {
    if (!textio_check_attached(t, self_of(self))) return Value::error();
    return make_int(t, self_of(self)->chunk_size).release();
}
int set_chunk_size(Thread& t, Value self, Value value) {
    auto set = [&]() -> Status {
        TRY(textio_check_attached(t, self_of(self)));
        if (value.is_unbound()) return raise(t, Exc::AttributeError, "cannot delete attribute");
        int64_t n = TRY(index_to_i64(t, value, Exc::ValueError));
        if (n <= 0) return raise(t, Exc::ValueError, "a strictly positive integer is required");
        self_of(self)->chunk_size = n;
        return ok();
    };
    return set() ? 0 : -1;
}

// Adds " name=..." when the stream has the attribute.
Status describe(Thread& t, Value self, const char* name, std::string* out) {
    Ref value = attribute_or_unbound(t, self, name);
    if (value.failed()) {
        if (!pending_matches(t, Exc::Exception)) return Failed{};
        clear_exception(t);
        return ok();
    }
    if (value.get().is_unbound()) return ok();
    RefTo<StrObject> shown = TRY(repr(t, value));
    *out += std::string(" ") + name + "=" + str_to_utf8(shown.get());
    return ok();
}

Value textio_repr(Thread& t, Value self) {
    auto text = [&]() -> Ref {
        if (!self_of(self)->ready && !self_of(self)->detached)
            return raise(t, Exc::ValueError, "I/O operation on uninitialized object");
        ReprGuard guard(t, self);
        if (guard.active_before())
            return raise(t, Exc::RuntimeError, "reentrant call inside %s.__repr__", type_name(self.as_object()->type));
        std::string out = "<_io.TextIOWrapper";
        TRY(describe(t, self, "name", &out));
        TRY(describe(t, self, "mode", &out));
        RefTo<StrObject> encoding = TRY(repr(t, self_of(self)->encoding));
        out += " encoding=" + str_to_utf8(encoding.get()) + ">";
        return str_from_utf8(t, out);
    };
    return text().release();
}

void textio_clear(Interpreter& interp, Object* o) {
    auto* self = static_cast<TextIOObject*>(o);
    self->ready = false;
    for (Value* field : {&self->buffer, &self->encoding, &self->errors, &self->encoder, &self->decoder, &self->decoded,
                         &self->snapshot_input, &self->snapshot_state, &self->newline.text})
        drop_owned(field);
    instance_clear_values(interp, o);
}
void textio_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    textio_clear(interp, o);
    static_cast<TextIOObject*>(o)->pending.release(interp.heap);
    free_object(interp, o);
}
void textio_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<TextIOObject*>(o);
    for (Value field : {self->buffer, self->encoding, self->errors, self->encoder, self->decoder, self->decoded,
                        self->snapshot_input, self->snapshot_state, self->newline.text})
        visitor.visit(field);
    instance_visit_values(o, visitor);
}

constexpr MethodDef kMethods[] = {
    method<textio_detach>("detach", "(self, /)", "Separate the buffer from the text stream and return it."),
    method<textio_write>("write", "(self, text, /)", "Write the text; the number of characters."),
    method<textio_read>("read", "(self, size=-1, /)", "Read size characters, or all."),
    method<textio_readline>("readline", "(self, size=-1, /)", "A line of at most size characters."),
    method<textio_flush>("flush", "(self, /)", "Hand everything down, to the file."),
    method<textio_close>("close", "(self, /)", "Flush and close the buffer."),
    method<textio_fileno>("fileno", "(self, /)", "Descriptor of the buffer."),
    method<textio_seekable>("seekable", "(self, /)", "Whether the buffer is."),
    method<textio_readable>("readable", "(self, /)", "Whether the buffer is."),
    method<textio_writable>("writable", "(self, /)", "Whether the buffer is."),
    method<textio_isatty>("isatty", "(self, /)", "Whether the buffer is a terminal."),
    method<textio_seek>("seek", "(self, cookie, whence=0, /)", "Go to a place that tell() gave, or to either end."),
    method<textio_tell>("tell", "(self, /)", "A number for seek()."),
    method<textio_truncate>("truncate", "(self, pos=None, /)", "Change the size of the file, in bytes."),
    method<textio_getstate>("__getstate__", "(self, /)", "TypeError."),
};
constexpr GetSetDef kGetSets[] = {
    {"encoding", get_encoding, nullptr, nullptr},
    {"buffer", get_buffer_attribute, nullptr, nullptr},
    {"line_buffering", get_line_buffering, nullptr, nullptr},
    {"errors", get_errors, nullptr, nullptr},
    {"name", get_name, nullptr, nullptr},
    {"closed", get_closed, nullptr, nullptr},
    {"newlines", get_newlines, nullptr, nullptr},
    {"_CHUNK_SIZE", get_chunk_size, set_chunk_size, nullptr},
};

}  // namespace

constinit const TypeSpec kTextIOWrapperSpec = {
    .name = "_io.TextIOWrapper",
    .doc =
        "Character and line based layer over a BufferedIOBase object, buffer.\n\nencoding gives the name of the "
        "encoding, UTF-8 by default; errors what is done about faults. newline is None, '', '\\n', '\\r' or '\\r\\n': "
        "what ends lines, and what '\\n' is written as. If line_buffering is true, a newline written flushes.",
    .basic_size = sizeof(TextIOObject),
    .slots = {.dealloc = textio_dealloc,
              .traverse = textio_traverse,
              .clear = textio_clear,
              .repr = textio_repr,
              .next = textio_next,
              .new_ = textio_new,
              .init = textio_init},
    .methods = kMethods,
    .getsets = kGetSets,
    .new_signature = "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
};

}  // namespace krait
