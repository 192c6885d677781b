// bytes % values and bytearray % values.
#include "builtins/types/bytes_methods.h"
#include "builtins/types/percent.h"
#include "builtins/types/str_methods.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

class BytesPercent {
  public:
    BytesPercent(Thread& t, std::string_view format, Value values)
        : thread_(t), format_(format), out_(t), arguments_(t, values, selects_by_key(t, values)) {}

    Status run() {
        size_t length = format_.size();
        for (size_t position = 0; position < length;) {
            size_t percent = format_.find('%', position);
            size_t end = percent == std::string_view::npos ? length : percent;
            TRY(out_.append(format_.substr(position, end - position)));
            if (end == length) break;
            PercentSpec spec;
            position = TRY(parse_percent(
                thread_, end + 1, length, [&](size_t i) -> char32_t { return static_cast<uint8_t>(format_[i]); },
                [&](size_t start, size_t stop) { return bytes_from(thread_, format_.substr(start, stop - start)); },
                arguments_, &spec));
            size_t before = out_.view().size();
            if (spec.conversion == '%') TRY(out_.append_byte('%'));
            else TRY(convert(spec));
            TRY(charge_field(thread_, out_.view().size() - before));
        }
        return arguments_.finish("bytes");
    }
    std::string_view view() const { return out_.view(); }

  private:
    static bool selects_by_key(Thread& t, Value v) {
        return type_of(t, v)->slots.get_item && !layout_is(v, Kind::Tuple) && !layout_is(v, Kind::Str) &&
               !layout_is(v, Kind::Bytes) && !layout_is(v, Kind::ByteArray);
    }

    Status convert(const PercentSpec& spec) {
        Value v = TRY(arguments_.next());
        Ref held = own(v);
        char32_t c = spec.conversion;
        switch (c) {
            case 's':
            case 'b': return bytes_value(spec, v);
            case 'r':
            case 'a': {
                RefTo<StrObject> shown = TRY(ascii_of(thread_, v));
                return text(spec, shown->ascii_view());
            }
            case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': {
                PercentNumber number;
                PercentSpec named = spec;
                if (c == 'i') named.conversion = 'd';   // so messages call it
                TRY(percent_integer(thread_, named, v, &number));
                return append_percent_number(out_, spec, number);
            }
            case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': {
                PercentNumber number;
                TRY(percent_float(thread_, spec, v, true, &number));
                return append_percent_number(out_, spec, number);
            }
            case 'c': return character(spec, v);
            default: break;
        }
        return raise(thread_, Exc::ValueError, "unsupported format character '%c' (0x%x) at index %zd",
                     c > 31 && c < 128 ? static_cast<char>(c) : '?', static_cast<unsigned>(c), spec.index);
    }

    Status text(const PercentSpec& spec, std::string_view s) {
        if (spec.precision >= 0) s = s.substr(0, static_cast<size_t>(spec.precision));
        size_t pad = spec.width > static_cast<int64_t>(s.size()) ? static_cast<size_t>(spec.width) - s.size() : 0;
        if (!spec.left) TRY(out_.append_fill(' ', pad));
        TRY(out_.append(s));
        return spec.left ? out_.append_fill(' ', pad) : ok();
    }

    Status bytes_value(const PercentSpec& spec, Value v) {
        if (has_buffer(thread_, v)) {
            ByteBuilder bytes(thread_);
            TRY(append_buffer(thread_, bytes, v));
            return text(spec, bytes.view());
        }
        Ref made = TRY(call_special(thread_, v, thread_.interp.names.dunder_bytes));
        if (made.get().is_unbound())
            return raise(thread_, Exc::TypeError,
                         "%%b requires a bytes-like object, or an object that implements __bytes__, not '%.100s'",
                         type_name_of(thread_, v));
        BytesObject* bytes = as_bytes(made);
        if (!bytes)
            return raise(thread_, Exc::TypeError, "__bytes__ returned non-bytes (type %.200s)",
                         type_name_of(thread_, made));
        return text(spec, bytes->view());
    }

    Status character(const PercentSpec& spec, Value v) {
        PercentSpec plain{.left = spec.left, .width = spec.width};
        if (BytesObject* b = as_bytes(v); b && b->length == 1) return text(plain, b->view());
        if (ByteArrayObject* b = as_bytearray(v); b && b->length == 1) return text(plain, b->view());
        if (!is_int_like(v) && !type_of(thread_, v)->slots.index)
            return raise(thread_, Exc::TypeError, "%%c requires an integer in range(256) or a single byte");
        Ref number = TRY(as_index(thread_, v));
        int64_t code = TRY(int_to_i64(thread_, number, "%c arg not in range(256)"));
        if (code < 0 || code > 255) return raise(thread_, Exc::OverflowError, "%%c arg not in range(256)");
        char byte = static_cast<char>(code);
        return text(plain, {&byte, 1});
    }

    Thread& thread_;
    std::string_view format_;
    ByteBuilder out_;
    PercentArguments arguments_;
};

}  // namespace

Ref bytes_percent(Thread& t, std::string_view format, Value values, bool bytearray) {
    BytesPercent run(t, format, values);
    TRY(run.run());
    return bytearray ? bytearray_from(t, run.view()) : bytes_from(t, run.view());
}

}  // namespace krait
