// str % values.
#include "builtins/types/percent.h"
#include "builtins/types/str_methods.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

class StrPercent {
  public:
    StrPercent(Thread& t, StrObject* format, Value values)
        : thread_(t), format_(format), out_(t), arguments_(t, values, selects_by_key(t, values)) {}

    Ref run() {
        TRY(format_->unit() == 1 ? render([p = format_->u8()](size_t i) { return char32_t{p[i]}; })
                                 : render([this](size_t i) { return format_->at(i); }));
        TRY(arguments_.finish("string"));
        return out_.finish();
    }

  private:
    template <class At>
    Status render(At at) {
        size_t length = format_->length;
        for (size_t position = 0; position < length;) {
            int64_t percent = str_find_char(format_, '%', position, length);
            size_t end = percent < 0 ? length : static_cast<size_t>(percent);
            TRY(out_.append(format_, position, end));
            if (percent < 0) break;
            PercentSpec spec;
            auto key = [&](size_t start, size_t stop) { return str_substring(thread_, format_, start, stop); };
            position = TRY(parse_percent(thread_, end + 1, length, at, key, arguments_, &spec));
            size_t before = out_.length();
            if (spec.conversion == '%') TRY(out_.append_char('%'));
            else TRY(convert(spec));
            TRY(charge_field(thread_, out_.length() - before));
        }
        return ok();
    }

    static bool selects_by_key(Thread& t, Value values) {
        return type_of(t, values)->slots.get_item && !layout_is(values, Kind::Tuple) && !layout_is(values, Kind::Str);
    }

    Status convert(const PercentSpec& spec) {
        char32_t c = spec.conversion;
        Value v = TRY(arguments_.next());
        Ref held = own(v);
        switch (c) {
            case 's': {
                if (is_kind(v, Kind::Str)) return text(spec, v.as<StrObject>());
                if (v.is_int() && spec.width < 0 && spec.precision < 0) return out_.append_decimal(v.as_int());
                RefTo<StrObject> shown = TRY(str_of(thread_, v));
                return text(spec, shown.get());
            }
            case 'r':
            case 'a': {
                RefTo<StrObject> shown = TRY(c == 'r' ? repr(thread_, v) : ascii_of(thread_, v));
                return text(spec, shown.get());
            }
            case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': {
                if (v.is_int() && c == 'd' && spec.width < 0 && spec.precision < 0 && !spec.plus && !spec.space)
                    return out_.append_decimal(v.as_int());
                PercentNumber number;
                TRY(percent_integer(thread_, spec, v, &number));
                return append_percent_number(out_, spec, number);
            }
            case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': {
                PercentNumber number;
                TRY(percent_float(thread_, spec, v, false, &number));
                return append_percent_number(out_, spec, number);
            }
            case 'c': return character(spec, v);
            default: break;
        }
        return raise(thread_, Exc::ValueError, "unsupported format character '%c' (0x%x) at index %zd",
                     c > 31 && c < 128 ? static_cast<char>(c) : '?', static_cast<unsigned>(c), spec.index);
    }

    Status text(const PercentSpec& spec, StrObject* s) {
        size_t length = s->length;
        if (spec.precision >= 0 && static_cast<size_t>(spec.precision) < length)
            length = static_cast<size_t>(spec.precision);
        size_t pad = spec.width > static_cast<int64_t>(length) ? static_cast<size_t>(spec.width) - length : 0;
        if (!spec.left) TRY(out_.append_fill(' ', pad));
        TRY(out_.append(s, 0, length));
        return spec.left ? out_.append_fill(' ', pad) : ok();
    }

    Status character(const PercentSpec& spec, Value v) {
        if (StrObject* s = as_str(v)) {
            if (s->length != 1) return raise(thread_, Exc::TypeError, "%%c requires int or char");
            return text({.left = spec.left, .width = spec.width}, s);
        }
        Fallible<int64_t> code = Failed{};
        if (is_int_like(v) || type_of(thread_, v)->slots.index) {
            Ref number = TRY(as_index(thread_, v));
            code = int_to_i64(thread_, number, "");
            if (!code) clear_exception(thread_);
        }
        if (!code) return raise(thread_, Exc::TypeError, "%%c requires int or char");
        if (code.value() < 0 || code.value() > 0x10FFFF)
            return raise(thread_, Exc::OverflowError, "%%c arg not in range(0x110000)");
        Ref one = TRY(str_from_char(thread_, static_cast<char32_t>(code.value())));
        return text({.left = spec.left, .width = spec.width}, one.as<StrObject>());
    }

    Thread& thread_;
    StrObject* format_;
    StrBuilder out_;
    PercentArguments arguments_;
};

}  // namespace

Ref str_percent(Thread& t, StrObject* format, Value values) { return StrPercent(t, format, values).run(); }

}  // namespace krait
