// TextIOWrapper: decoding, reading lines, and places in the file.
//
// 1. `decoded` is the text of the last chunk, `used` how much of it was read. The snapshot is the chunk's bytes and the
//    decoder's state before them: tell() decodes them again as far as needed to find the byte a character came from.
// 2. A cookie of tell() is position + (decoder flags << 64) + (bytes to feed << 96) + (characters to skip << 128) +
//    (end of input << 160), as CPython lays it out: a plain position in all simple cases.
#include <cstring>

#include "builtins/codecs/codecs.h"
#include "builtins/modules/io_text.h"
#include "builtins/types/text_support.h"
#include "support/utf8.h"
#include "vm/object/instance_object.h"
#include "vm/object/str_units.h"

namespace krait {

void textio_reset_reading(TextIOObject* self) {
    replace_owned(&self->decoded, Ref());
    replace_owned(&self->snapshot_input, Ref());
    replace_owned(&self->snapshot_state, Ref());
    self->used = 0;
    self->has_snapshot = false;
    self->undecoded_count = 0;
    self->newlines = {};
    self->eof = false;
    self->bytes_per_character = 0;
}

namespace {

// ------------------------------------------------------------------------------------------------ decoding

Ref decode_with_errors(Thread& t, TextIOObject* self, std::string_view data) {
    Ref bytes = TRY(bytes_from(t, data));
    Ref encoding = own(self->encoding), errors = own(self->errors);
    // The names in messages are those of the codecs, as the incremental decoders report them.
    const char* name = self->codec == TextCodec::Utf8 ? "utf-8" : self->codec == TextCodec::Ascii ? "ascii" : "latin-1";
    Ref codec = TRY(str_from_ascii(t, name));
    return decode_bytes(t, bytes, codec.as<StrObject>(), errors.as<StrObject>());
}

constexpr size_t kScratchBytes = 8200;  // a chunk and what was left of the one before

Ref decode_utf8_text(Thread& t, TextIOObject* self, std::string_view data) {
    if (is_ascii(data)) return str_from_ascii(t, data);
    if (data.size() <= kScratchBytes) {
        uint16_t units[kScratchBytes];
        uint32_t all = 0;
        if (const uint16_t* end = decode_utf8_narrow(data, units, &all)) {
            auto n = static_cast<size_t>(end - units);
            RefTo<StrObject> text = TRY(str_new_uninitialised(t, n, all));
            narrow_units(text->data, text->unit(), units, sizeof *units, n);
            return text;
        }
    }
    return utf8_validate(data) ? decode_with_errors(t, self, data) : decode_utf8(t, data);
}

// The native decoders' step: bytes of an incomplete sequence wait for the next one.
Ref decode_native(Thread& t, TextIOObject* self, std::string_view input, bool final) {
    if (self->codec == TextCodec::Latin1) return str_from_latin1(t, input);
    if (self->codec == TextCodec::Ascii)
        return is_ascii(input) ? str_from_ascii(t, input) : decode_with_errors(t, self, input);
    ByteBuilder joined(t);
    std::string_view data = input;
    if (self->undecoded_count) {
        TRY(joined.append({self->undecoded, self->undecoded_count}));
        TRY(joined.append(input));
        data = joined.view();
    }
    size_t tail = final ? 0 : utf8_incomplete_tail(data);
    Ref text = TRY(decode_utf8_text(t, self, data.substr(0, data.size() - tail)));
    std::memmove(self->undecoded, data.data() + data.size() - tail, tail);
    self->undecoded_count = static_cast<uint8_t>(tail);
    return text;
}

Ref decode_step(Thread& t, TextIOObject* self, std::string_view input, Value input_bytes, bool final) {
    Ref text;
    if (self->codec != TextCodec::Other) {
        text = TRY(decode_native(t, self, input, final));
    } else {
        Ref decoder = own(self->decoder);
        Ref bytes = input_bytes.is_unbound() ? TRY(bytes_from(t, input)) : own(input_bytes);
        text = TRY(call_name(t, decoder, "decode", {bytes, Value::boolean(final)}));
        if (!as_str(text))
            return raise(t, Exc::TypeError, "decoder should return a string result, not '%.200s'",
                         type_name_of(t, text));
    }
    if (!self->newline.universal) return text;
    return translate_newlines(t, text.as<StrObject>(), self->newline.translate, final, &self->newlines);
}

// Bytes held and flags, as getstate() of CPython's decoders gives them.
struct DecoderState {
    Ref held;
    int64_t flags = 0;
};
Status save_decoder(Thread& t, TextIOObject* self, DecoderState* out) {
    if (self->codec != TextCodec::Other) {
        out->held = self->undecoded_count ? TRY(bytes_from(t, {self->undecoded, self->undecoded_count}))
                                          : own(Value::object(t.interp.empty_bytes));
        out->flags = 0;
    } else {
        Ref decoder = own(self->decoder);
        Ref state = TRY(call_name(t, decoder, "getstate"));
        TupleObject* pair = as_tuple(state);
        if (!pair || pair->size != 2 || !as_bytes(pair->items[0]))
            return raise(t, Exc::TypeError, "illegal decoder state");
        out->held = own(pair->items[0]);
        out->flags = TRY(index_to_i64(t, pair->items[1], Exc::OverflowError));
    }
    if (self->newline.universal) out->flags = out->flags << 1 | self->newlines.pending_cr;
    return ok();
}

// `at_start`: the beginning of the file, where decoders may want to see a byte order mark.
Status load_decoder(Thread& t, TextIOObject* self, Value held, int64_t flags, bool at_start) {
    at_start = at_start && flags == 0;
    if (self->newline.universal) {
        self->newlines.pending_cr = flags & 1;
        flags >>= 1;
    }
    if (self->codec != TextCodec::Other) {
        std::string_view bytes = held.as<BytesObject>()->view();
        self->undecoded_count = static_cast<uint8_t>(std::min(bytes.size(), sizeof self->undecoded));
        std::memcpy(self->undecoded, bytes.data(), self->undecoded_count);
        return ok();
    }
    Ref decoder = own(self->decoder);
    if (at_start) {
        TRY(call_name(t, decoder, "reset"));
        return ok();
    }
    Ref number = TRY(make_int(t, flags));
    Ref state = TRY(tuple_pack(t, {held, number}));
    TRY(call_name(t, decoder, "setstate", {state}));
    return ok();
}

void set_decoded(TextIOObject* self, Ref text) {
    replace_owned(&self->decoded, std::move(text));
    self->used = 0;
}

Ref read_bytes_of_chunk(Thread& t, Value buffer, int64_t wanted) {
    if (has_spec(buffer, kBufferedReaderSpec) || has_spec(buffer, kBufferedRandomSpec)) {
        Ref data = TRY(buffered_read1_bytes(t, buffer.as<BufferedObject>(), wanted));
        return data.get().is_none() ? bytes_from(t, {}) : std::move(data);
    }
    Ref size = TRY(make_int(t, wanted));
    Ref read1 = TRY(attribute_or_unbound(t, buffer, "read1"));
    Ref data =
        TRY(read1.get().is_unbound() ? call_method(t, buffer, t.interp.names.read, {size}) : call(t, read1, size));
    if (as_bytes(data)) return data;
    if (!has_buffer(t, data))
        return raise(t, Exc::TypeError, "underlying %s() should have returned a bytes-like object, not '%.200s'",
                     read1.get().is_unbound() ? "read" : "read1", type_name_of(t, data));
    BufferView view = TRY(get_buffer(t, data));
    return bytes_from(t, view.view());
}

// The next chunk into `decoded`. False: end of file. May decode to nothing without being the end. `hint`: characters
// that will be needed.
Fallible<bool> read_chunk(Thread& t, TextIOObject* self, size_t hint = 0) {
    if (!self->can_read) return raise_unsupported(t, "not readable");
    BusyGuard busy(t, self, &self->busy);
    if (busy.failed()) return Failed{};
    TRY(textio_check_attached(t, self));
    DecoderState before;
    if (self->telling) TRY(save_decoder(t, self, &before));
    Ref buffer = own(self->buffer);
    double expected = std::max(self->bytes_per_character, 1.0) * static_cast<double>(hint);
    constexpr double kMostAtOnce = 1 << 20;
    int64_t wanted = std::max(self->chunk_size, static_cast<int64_t>(std::min(expected, kMostAtOnce)));
    Ref data = TRY(read_bytes_of_chunk(t, buffer, wanted));
    std::string_view bytes = data.as<BytesObject>()->view();
    bool eof = bytes.empty();
    Ref text = TRY(decode_step(t, self, bytes, data, eof));
    if (size_t n = text.as<StrObject>()->length) {
        eof = false;
        self->bytes_per_character = static_cast<double>(bytes.size()) / static_cast<double>(n);
    }
    set_decoded(self, std::move(text));
    if (self->telling) {
        // What the decoder held belongs to the snapshot's input.
        if (before.held.as<BytesObject>()->length) {
            ByteBuilder joined(t);
            TRY(joined.append(before.held.as<BytesObject>()->view()));
            TRY(joined.append(bytes));
            data = TRY(joined.finish());
        }
        self->snapshot_flags = before.flags;
        replace_owned(&self->snapshot_input, std::move(data));
        self->has_snapshot = true;
    }
    return !eof;
}

size_t left(const TextIOObject* self) {
    return self->decoded.is_unbound() ? 0 : self->decoded.as<StrObject>()->length - self->used;
}

Ref take(Thread& t, TextIOObject* self, size_t n) {
    StrObject* text = self->decoded.as<StrObject>();
    Ref keep = own(text);
    size_t start = self->used;
    self->used += n;
    return str_substring(t, text, start, start + n);
}

Status before_reading(Thread& t, TextIOObject* self) {
    TRY(textio_check_open(t, self));
    if (!self->can_read) return raise_unsupported(t, "not readable");
    return self->pending.length ? textio_flush_pending(t, self) : ok();
}

Ref read_rest(Thread& t, TextIOObject* self) {
    Ref buffer = own(self->buffer);
    Ref bytes = TRY(call_method(t, buffer, t.interp.names.read));
    if (!as_bytes(bytes)) {
        if (bytes.get().is_none() || !has_buffer(t, bytes))
            return raise(t, Exc::TypeError, "underlying read() should have returned a bytes-like object, not '%.200s'",
                         type_name_of(t, bytes));
        BufferView view = TRY(get_buffer(t, bytes));
        bytes = TRY(bytes_from(t, view.view()));
    }
    Ref text = TRY(decode_step(t, self, bytes.as<BytesObject>()->view(), bytes, true));
    if (left(self) > 0) {
        Ref first = TRY(take(t, self, left(self)));
        text = TRY(str_concat(t, first.as<StrObject>(), text.as<StrObject>()));
    }
    set_decoded(self, Ref());
    self->has_snapshot = false;
    replace_owned(&self->snapshot_input, Ref());
    return text;
}

}  // namespace

Ref textio_read(Thread& t, TextIOObject* self, Value size) {
    TRY(textio_check_attached(t, self));
    int64_t wanted = TRY(size_argument(t, size));
    Ref keep = own(self);
    TRY(before_reading(t, self));
    if (wanted < 0) return read_rest(t, self);
    size_t n = static_cast<size_t>(wanted);
    if (left(self) >= n) return n == 0 ? own(Value::object(t.interp.empty_str)) : take(t, self, n);
    StrBuilder out(t);
    while (out.length() < n) {
        if (left(self) == 0) {
            if (!TRY(read_chunk(t, self, n - out.length()))) break;
            continue;
        }
        Ref part = TRY(take(t, self, std::min(left(self), n - out.length())));
        TRY(out.append(part.as<StrObject>()));
    }
    return out.finish();
}

namespace {

// A "\r" at the end of a chunk may be half of a line end: it goes before the next chunk.
Fallible<bool> next_chunk_for_line(Thread& t, TextIOObject* self, StrBuilder* line) {
    StrObject* text = self->decoded.is_unbound() ? nullptr : self->decoded.as<StrObject>();
    Ref keep = own(self->decoded);
    bool half = false;
    if (text && left(self) > 0) {
        size_t end = text->length;
        half = self->newline.read == LineEnd::CrLf && text->at(end - 1) == '\r';
        TRY(line->append(text, self->used, end - half));
        self->used = end;
    }
    for (;;) {
        bool more = TRY(read_chunk(t, self));
        if (more && left(self) == 0) continue;
        if (half) {
            Ref joined = own(Value::object(t.interp.single_chars['\r']));
            if (more) joined = TRY(str_concat(t, joined.as<StrObject>(), self->decoded.as<StrObject>()));
            if (!more) {
                TRY(line->append_char('\r'));
                return false;
            }
            set_decoded(self, std::move(joined));
            // The bytes of this "\r" are not in the snapshot any more.
            self->has_snapshot = false;
        }
        return more;
    }
}

Ref read_line(Thread& t, TextIOObject* self, int64_t limit) {
    StrBuilder line(t);
    for (;;) {
        size_t room = limit < 0 ? SIZE_MAX : static_cast<size_t>(limit) - line.length();
        if (left(self) > 0) {
            StrObject* text = self->decoded.as<StrObject>();
            int64_t end = find_line_end(text, self->newline.read, self->used);
            size_t n = end < 0 ? left(self) : static_cast<size_t>(end) - self->used;
            if (n > room) n = room;
            if (end >= 0 || n == room) {
                if (KRAIT_LIKELY(line.length() == 0)) return take(t, self, n);
                TRY(line.append(text, self->used, self->used + n));
                self->used += n;
                return line.finish();
            }
        } else if (room == 0) {
            return line.finish();
        }
        if (!TRY(next_chunk_for_line(t, self, &line))) {
            set_decoded(self, Ref());
            self->has_snapshot = false;
            return line.finish();
        }
    }
}

// The next line when it lies in the decoded text of a plain file; UNBOUND: the long way.
KRAIT_INLINE Ref line_at_hand(Thread& t, TextIOObject* self) {
    if (KRAIT_UNLIKELY(!self->ready || self->decoded.is_unbound() || self->pending.length || self->busy ||
                       !plainly_open(self->buffer)))
        return Ref();
    StrObject* text = self->decoded.as<StrObject>();
    size_t start = self->used;
    if (start >= text->length) return Ref();
    if (KRAIT_LIKELY(text->ascii() && self->newline.read == LineEnd::Lf)) {
        const char* line = text->data + start;
        const void* end = std::memchr(line, '\n', text->length - start);
        if (!end) return Ref();
        size_t n = static_cast<size_t>(static_cast<const char*>(end) - line) + 1;
        self->used = start + n;
        return str_from_ascii(t, {line, n});
    }
    int64_t end = find_line_end(text, self->newline.read, start);
    return end < 0 ? Ref() : take(t, self, static_cast<size_t>(end) - start);
}

}  // namespace

Ref textio_readline(Thread& t, TextIOObject* self, Value size) {
    if (size.is_unbound()) {
        Ref line = line_at_hand(t, self);
        if (!line.get().is_unbound()) return line;
    }
    TRY(textio_check_attached(t, self));
    int64_t limit = -1;
    if (!size.is_unbound()) limit = TRY(strict_size(t, size));
    Ref keep = own(self);
    TRY(before_reading(t, self));
    return read_line(t, self, limit < 0 ? -1 : limit);
}

Value textio_next(Thread& t, Value self_value) {
    auto* self = self_value.as<TextIOObject>();
    if (KRAIT_LIKELY(self->type->spec == &kTextIOWrapperSpec && !self->telling)) {
        Ref line = line_at_hand(t, self);
        if (KRAIT_LIKELY(!line.get().is_unbound())) return line.release();
    }
    auto next = [&]() -> Ref {
        TRY(textio_check_attached(t, self));
        self->telling = false;
        if (KRAIT_LIKELY(self->type->spec == &kTextIOWrapperSpec)) {
            Ref keep = own(self_value);
            TRY(before_reading(t, self));
            return read_line(t, self, -1);
        }
        Ref line = TRY(call_method(t, self_value, t.interp.names.readline));
        if (!as_str(line))
            return raise(t, Exc::OSError, "readline() should have returned an str object, not '%.200s'",
                         type_name_of(t, line));
        return line;
    };
    Ref line = next();
    if (line.failed()) return Value::error();
    if (line.as<StrObject>()->length > 0) return line.release();
    self->has_snapshot = false;
    self->telling = self->seekable;
    return Value::exhausted();
}

// ------------------------------------------------------------------------------------------------ places

namespace {

struct Cookie {
    int64_t position = 0, flags = 0, feed = 0, skip = 0;
    bool eof = false;
};

Ref make_cookie(Thread& t, const Cookie& cookie) {
    Ref value = TRY(make_int(t, cookie.position));
    const std::pair<int64_t, int> parts[] = {
        {cookie.flags, 64}, {cookie.feed, 96}, {cookie.skip, 128}, {cookie.eof, 160}};
    for (auto [part, shift] : parts) {
        if (part == 0) continue;
        Ref number = TRY(make_int(t, part));
        Ref moved = TRY(binary_operation(t, BinaryOp::LeftShift, number, Value::small_int(shift)));
        value = TRY(binary_operation(t, BinaryOp::Or, value, moved));
    }
    return value;
}

Fallible<int64_t> cookie_part(Thread& t, Value cookie, int shift, uint64_t bits) {
    Ref moved = TRY(binary_operation(t, BinaryOp::RightShift, cookie, Value::small_int(shift)));
    Ref mask = TRY(make_int_u64(t, bits));
    Ref part = TRY(binary_operation(t, BinaryOp::And, moved, mask));
    return int_to_i64(t, part, "Python int too large to convert to C long");
}

Fallible<Cookie> split_cookie(Thread& t, Value value) {
    Cookie cookie;
    if (value.is_int()) {
        cookie.position = value.as_int();
        return cookie;
    }
    Ref beyond = TRY(binary_operation(t, BinaryOp::RightShift, value, Value::small_int(168)));
    if (TRY(is_true(t, beyond))) return raise(t, Exc::OverflowError, "int too big to convert");
    cookie.position = TRY(cookie_part(t, value, 0, UINT64_MAX));
    cookie.flags = TRY(cookie_part(t, value, 64, UINT32_MAX));
    cookie.feed = TRY(cookie_part(t, value, 96, UINT32_MAX));
    cookie.skip = TRY(cookie_part(t, value, 128, UINT32_MAX));
    cookie.eof = TRY(cookie_part(t, value, 160, UINT32_MAX)) != 0;
    return cookie;
}

// Decodes `input` again from the snapshot's state until `wanted` characters are there; the cookie names the last point
// before them at which the decoder held nothing.
Status find_place(Thread& t, TextIOObject* self, BytesObject* input, size_t wanted, Cookie* cookie) {
    Ref empty = own(Value::object(t.interp.empty_bytes));
    TRY(load_decoder(t, self, empty, self->snapshot_flags, cookie->position == 0));
    int64_t start = cookie->position;
    cookie->flags = self->snapshot_flags;
    size_t characters = 0, safe_characters = 0, safe_bytes = 0, fed = 0;
    cookie->feed = 0;
    for (; fed < input->length && characters < wanted;) {
        Ref text = TRY(decode_step(t, self, {input->data + fed, 1}, Value::unbound(), false));
        ++fed;
        characters += text.as<StrObject>()->length;
        DecoderState state;
        TRY(save_decoder(t, self, &state));
        if (state.held.as<BytesObject>()->length == 0 && characters <= wanted) {
            safe_bytes = fed;
            safe_characters = characters;
            cookie->flags = state.flags;
        }
    }
    if (characters < wanted) {
        Ref text = TRY(decode_step(t, self, {}, Value::unbound(), true));
        characters += text.as<StrObject>()->length;
        cookie->eof = true;
        if (characters < wanted) return raise(t, Exc::OSError, "can't reconstruct logical file position");
    }
    cookie->position = start + static_cast<int64_t>(safe_bytes);
    cookie->skip = static_cast<int64_t>(wanted - safe_characters);
    if (cookie->skip) cookie->feed = static_cast<int64_t>(fed - safe_bytes);
    return ok();
}

// Bytes of the snapshot's input are characters one to one.
bool plain_bytes(const TextIOObject* self, const BytesObject* input) {
    if (self->codec == TextCodec::Other || self->snapshot_flags != 0) return false;
    if (self->codec != TextCodec::Latin1 && !is_ascii(input->view())) return false;
    return !self->newline.universal || !std::memchr(input->data, '\r', input->length);
}

}  // namespace

Ref textio_tell(Thread& t, TextIOObject* self) {
    TRY(textio_check_open(t, self));
    if (!self->seekable) return raise_unsupported(t, "underlying stream is not seekable");
    if (!self->telling) return raise(t, Exc::OSError, "telling position disabled by next() call");
    Ref keep = own(self);
    TRY(textio_flush_pending(t, self));
    Ref flushed = TRY(call_method(t, keep, t.interp.names.flush));
    Ref buffer = own(self->buffer);
    Ref at = TRY(call_name(t, buffer, "tell"));
    if (!self->has_snapshot || (self->codec == TextCodec::Other && self->decoder.is_unbound())) return at;
    Ref input = own(self->snapshot_input);
    auto* bytes = input.as<BytesObject>();
    Cookie cookie;
    cookie.position = TRY(index_to_i64(t, at, Exc::ValueError)) - static_cast<int64_t>(bytes->length);
    size_t wanted = self->used;
    if (wanted == 0) {
        cookie.flags = self->snapshot_flags;
        return make_cookie(t, cookie);
    }
    if (plain_bytes(self, bytes)) {
        cookie.position += static_cast<int64_t>(wanted);
        return make_cookie(t, cookie);
    }
    DecoderState now;
    TRY(save_decoder(t, self, &now));
    uint8_t seen = self->newlines.seen;
    auto found = find_place(t, self, bytes, wanted, &cookie);
    Ref first = found ? Ref() : fetch_exception(t);
    (void)bool(load_decoder(t, self, now.held, now.flags, false));
    self->newlines.seen = seen;
    TRY(chain_failure(t, std::move(first)));
    return make_cookie(t, cookie);
}

namespace {

Status restart_encoder(Thread& t, TextIOObject* self, bool at_start) {
    if (self->encoder.is_unbound()) return ok();
    Ref encoder = own(self->encoder);
    if (at_start)
        TRY(call_name(t, encoder, "reset"));
    else
        TRY(call_name(t, encoder, "setstate", {Value::small_int(0)}));
    return ok();
}

Status forget_decoded(Thread& t, TextIOObject* self) {
    set_decoded(self, Ref());
    self->has_snapshot = false;
    replace_owned(&self->snapshot_input, Ref());
    self->undecoded_count = 0;
    self->newlines = {};
    if (self->decoder.is_unbound()) return ok();
    Ref decoder = own(self->decoder);
    TRY(call_name(t, decoder, "reset"));
    return ok();
}

Ref seek_to_end(Thread& t, TextIOObject* self) {
    TRY(call_method(t, Value::object(self), t.interp.names.flush));
    TRY(forget_decoded(t, self));
    Ref buffer = own(self->buffer);
    Ref at = TRY(call_name(t, buffer, "seek", {Value::small_int(0), Value::small_int(2)}));
    bool start = TRY(equal(t, at, Value::small_int(0)));
    TRY(restart_encoder(t, self, start));
    return at;
}

// Goes to a place within a decoded chunk: decodes the bytes on the way and skips characters.
Status advance_to(Thread& t, TextIOObject* self, const Cookie& cookie) {
    Ref buffer = own(self->buffer);
    Ref count = TRY(make_int(t, cookie.feed));
    Ref input = TRY(call_method(t, buffer, t.interp.names.read, {count}));
    if (!as_bytes(input))
        return raise(t, Exc::TypeError, "underlying read() should have returned a bytes object, not '%.200s'",
                     type_name_of(t, input));
    Ref text = TRY(decode_step(t, self, input.as<BytesObject>()->view(), input, cookie.eof));
    if (text.as<StrObject>()->length < static_cast<uint64_t>(cookie.skip))
        return raise(t, Exc::OSError, "can't restore logical file position");
    self->snapshot_flags = cookie.flags;
    replace_owned(&self->snapshot_input, std::move(input));
    self->has_snapshot = true;
    set_decoded(self, std::move(text));
    self->used = static_cast<size_t>(cookie.skip);
    return ok();
}

}  // namespace

Ref textio_seek(Thread& t, TextIOObject* self, Value target, Value whence_value) {
    TRY(textio_check_attached(t, self));
    int64_t whence = TRY(whence_argument(t, whence_value));
    Ref keep = own(self), cookie_value = own(target);
    TRY(textio_check_open(t, self));
    if (!self->seekable) return raise_unsupported(t, "underlying stream is not seekable");
    if (whence == 1) {
        if (!TRY(equal(t, cookie_value, Value::small_int(0))))
            return raise_unsupported(t, "can't do nonzero cur-relative seeks");
        cookie_value = TRY(call_name(t, keep, "tell"));
    } else if (whence == 2) {
        if (!TRY(equal(t, cookie_value, Value::small_int(0))))
            return raise_unsupported(t, "can't do nonzero end-relative seeks");
        return seek_to_end(t, self);
    } else if (whence != 0) {
        return raise(t, Exc::ValueError, "invalid whence (%lld, should be 0, 1 or 2)", static_cast<long long>(whence));
    }
    if (TRY(compare_bool(t, cookie_value, Value::small_int(0), CompareOp::Lt)))
        return raise(t, Exc::ValueError, "negative seek position %s", repr_utf8(t, cookie_value).c_str());
    TRY(call_method(t, keep, t.interp.names.flush));
    Ref index = TRY(as_index(t, cookie_value));
    Cookie cookie = TRY(split_cookie(t, index));
    Ref position = TRY(make_int(t, cookie.position));
    Ref buffer = own(self->buffer);
    TRY(call_name(t, buffer, "seek", {position}));
    TRY(forget_decoded(t, self));
    if (self->can_read) {
        Ref empty = own(Value::object(t.interp.empty_bytes));
        TRY(load_decoder(t, self, empty, cookie.flags, cookie.position == 0));
    }
    if (cookie.skip) {
        TRY(advance_to(t, self, cookie));
    } else if (self->can_read) {
        self->snapshot_flags = cookie.flags;
        replace_owned(&self->snapshot_input, own(Value::object(t.interp.empty_bytes)));
        self->has_snapshot = true;
    }
    TRY(restart_encoder(t, self, cookie.position == 0 && cookie.flags == 0));
    return cookie_value;
}

}  // namespace krait
