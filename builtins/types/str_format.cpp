// str.format and str.format_map.
#include <cstring>
#include <utility>

#include "builtins/types/str_format_parser.h"
#include "builtins/types/str_methods.h"
#include "vm/protocol/format_spec.h"
#include "vm/runtime/work.h"

namespace krait {

namespace {

// Where fields take their values from, and how they are numbered.
class Formatter {
  public:
    Formatter(Thread& t, Args args, Value named, bool positional)
        : thread_(t), args_(args), named_(named), positional_(positional) {}

    Status render(StrObject* text, TextSlice range, int depth, StrBuilder& out) {
        if (depth <= 0) return raise(thread_, Exc::ValueError, "Max string recursion exceeded");
        FormatParser parser(text, range);
        FormatChunk chunk;
        while (parser.next(thread_, &chunk)) {
            TRY(out.append(text, chunk.literal.start, chunk.literal.end));
            if (!chunk.has_field) continue;
            size_t before = out.length();
            TRY(render_field(text, chunk, depth, out));
            TRY(charge_field(thread_, out.length() - before));
        }
        if (parser.failed()) return Failed{};
        return ok();
    }

  private:
    enum class Numbering { Unknown, Automatic, Manual };

    Status render_field(StrObject* text, const FormatChunk& chunk, int depth, StrBuilder& out) {
        Ref value = TRY(field_value(text, chunk));
        if (chunk.conversion) value = TRY(convert(value, chunk.conversion));
        if (!chunk.nested && formats_natively(value))
            return append_formatted(out, thread_, value, {text, chunk.spec.start, chunk.spec.end});
        if (chunk.spec.empty()) {
            Ref shown = TRY(format_value(thread_, value, nullptr));
            return out.append(shown.as<StrObject>());
        }
        Ref spec;
        if (chunk.nested) {
            StrBuilder expanded(thread_);
            TRY(render(text, chunk.spec, depth - 1, expanded));
            spec = TRY(expanded.finish());
        } else {
            spec = TRY(str_substring(thread_, text, chunk.spec.start, chunk.spec.end));
        }
        Ref shown = TRY(format_value(thread_, value, spec.as<StrObject>()));
        return out.append(shown.as<StrObject>());
    }

    Ref convert(Value value, char32_t conversion) {
        switch (conversion) {
            case 'r': return repr(thread_, value);
            case 's': return str_of(thread_, value);
            case 'a': return ascii_of(thread_, value);
            default: break;
        }
        if (conversion > 32 && conversion < 127)
            return raise(thread_, Exc::ValueError, "Unknown conversion specifier %c", static_cast<char>(conversion));
        return raise(thread_, Exc::ValueError, "Unknown conversion specifier \\x%x", static_cast<unsigned>(conversion));
    }

    Status note_numbering(Numbering wanted) {
        if (numbering_ == Numbering::Unknown) numbering_ = wanted;
        if (numbering_ == wanted) return ok();
        if (wanted == Numbering::Manual)
            return raise(thread_, Exc::ValueError,
                         "cannot switch from automatic field numbering to manual field specification");
        return raise(thread_, Exc::ValueError,
                     "cannot switch from manual field specification to automatic field numbering");
    }

    Ref first_value(StrObject* text, TextSlice name, int64_t index) {
        if (name.empty()) {
            TRY(note_numbering(Numbering::Automatic));
            index = next_++;
        } else if (index >= 0) {
            TRY(note_numbering(Numbering::Manual));
        } else {
            return named_value(text, name);
        }
        if (!positional_) return raise(thread_, Exc::ValueError, "Format string contains positional fields");
        if (static_cast<uint64_t>(index) >= args_.count)
            return raise(thread_, Exc::IndexError, "tuple index out of range");
        return own(args_[static_cast<size_t>(index)]);
    }

    // The value of an ASCII name in a small dict of keywords, without making a key; UNBOUND: look it up.
    Ref short_named_value(const StrObject* text, TextSlice name) {
        constexpr uint32_t kFew = 8;
        DictObject* dict = positional_ && text->unit() == 1 ? as_dict(named_) : nullptr;
        if (!dict || dict->used == 0 || !dict->keys->all_str || dict->keys->next > kFew) return Ref();
        size_t length = name.end - name.start;
        const DictEntry* entries = dict->keys->entries();
        for (uint32_t i = 0; i < dict->keys->next; ++i) {
            if (!entries[i].key.is_object()) continue;
            const auto* key = entries[i].key.as<StrObject>();
            if (key->length == length && key->ascii() && std::memcmp(key->data, text->data + name.start, length) == 0)
                return own(entries[i].value);
        }
        return Ref();
    }

    Ref named_value(StrObject* text, TextSlice name) {
        Ref key = TRY(str_substring(thread_, text, name.start, name.end));
        if (named_.is_unbound()) return raise_key_error(thread_, key);
        if (!is_kind(named_, Kind::Dict)) return get_item(thread_, named_, key);
        Value found = dict_get_str(thread_, named_.as<DictObject>(), key.as<StrObject>());
        if (found.is_error()) return Failed{};
        if (found.is_unbound()) return raise_key_error(thread_, key);
        return own(found);
    }

    Ref field_value(StrObject* text, const FormatChunk& chunk) {
        TextSlice range = chunk.name;
        if (range.empty()) return first_value(text, range, -1);
        if (chunk.plain_name) {
            Ref found = short_named_value(text, range);
            return found.get().is_unbound() ? named_value(text, range) : std::move(found);
        }
        FieldNameParser names(text, range);
        TextSlice name;
        int64_t index;
        if (!names.first(thread_, &name, &index)) return Failed{};
        Ref value = TRY(first_value(text, name, index));
        bool is_attribute;
        while (names.next(thread_, &is_attribute, &name, &index)) {
            if (index >= 0) {
                Ref number = TRY(make_int(thread_, index));
                value = TRY(get_item(thread_, value, number));
                continue;
            }
            Ref key = TRY(str_substring(thread_, text, name.start, name.end));
            if (!is_attribute) {
                value = TRY(get_item(thread_, value, key));
                continue;
            }
            StrObject* attribute = intern(thread_, key.as<StrObject>());
            if (!attribute) return Failed{};
            Ref held = own(attribute);
            value = TRY(get_attribute(thread_, value, attribute));
        }
        if (names.failed()) return Failed{};
        return value;
    }

    Thread& thread_;
    Args args_;
    Value named_;
    bool positional_;
    Numbering numbering_ = Numbering::Unknown;
    int64_t next_ = 0;
};

constexpr int kMaxNesting = 2;   // a field in a field's spec, no deeper

}  // namespace

Ref str_format(Thread& t, StrObject* self, Value kwargs, Args args) {
    StrBuilder out(t);
    Formatter formatter(t, args, kwargs, true);
    TRY(formatter.render(self, {0, self->length}, kMaxNesting, out));
    Value only = args.count == 1 ? args[0] : Value::none();
    return format_result(TRY(out.finish()), Value::object(self), only, args.count == 0);
}

Ref str_format_map(Thread& t, StrObject* self, Value mapping) {
    StrBuilder out(t);
    Formatter formatter(t, {}, mapping, false);
    TRY(formatter.render(self, {0, self->length}, kMaxNesting, out));
    return out.finish();
}

}  // namespace krait
