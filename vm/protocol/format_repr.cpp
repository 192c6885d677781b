// repr(), str(), ascii(), format(): exact built-in types first, then the type's slots, with their results checked.
#include <cstdio>

#include "support/float_text.h"
#include "support/int_text.h"
#include "vm/object/str_units.h"
#include "vm/protocol/format_spec.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

Ref float_text(Thread& t, double d) {
    char text[kFloatReprSize];
    return str_from_ascii(t, {text, write_float_repr(d, text)});
}

// Text of values whose repr and str are the same and need no call; UNBOUND for all others.
Ref simple_text(Thread& t, Value v) {
    if (v.is_int()) return str_from_ascii(t, DecimalText(v.as_int()).view());
    if (v.is_float()) return float_text(t, v.as_float());
    if (v.is_none()) return str_from_ascii(t, "None");
    if (v.is_bool()) return str_from_ascii(t, v.is_true() ? "True" : "False");
    return Ref();
}

RefTo<StrObject> checked_text(Thread& t, Ref result, const char* method) {
    if (result.failed()) return Failed{};
    if (!layout_is(result, Kind::Str))
        return raise(t, Exc::TypeError, "%s returned non-string (type %.200s)", method, type_name_of(t, result));
    return RefTo<StrObject>::steal(result.release().as<StrObject>());
}

// As str.__repr__ does it, but every non-ASCII character escaped.
Status append_ascii_escaped(StrBuilder& out, const StrObject* text) {
    char escape[16];
    for (size_t i = 0; i < text->length; ++i) {
        char32_t c = text->at(i);
        if (c < 0x80) {
            TRY(out.append_char(c));
            continue;
        }
        const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
        int n = std::snprintf(escape, sizeof escape, format, static_cast<unsigned>(c));
        TRY(out.append_ascii({escape, static_cast<size_t>(n)}));
    }
    return ok();
}

}  // namespace

RefTo<StrObject> repr(Thread& t, Value v) {
    if (Ref text = simple_text(t, v); !text.get().is_unbound()) return checked_text(t, std::move(text), "__repr__");
    UnaryFn slot = type_of(t, v)->slots.repr;
    if (KRAIT_UNLIKELY(!slot)) {
        Ref text = str_format_c(t, "<%s object at %p>", type_name_of(t, v), v.is_object() ? v.as<void>() : nullptr);
        return checked_text(t, std::move(text), "__repr__");
    }
    RecursionGuard guard(t, " while getting the repr of an object");
    if (guard.failed()) return Failed{};
    return checked_text(t, Ref::steal(slot(t, v)), "__repr__");
}

RefTo<StrObject> str_of(Thread& t, Value v) {
    if (is_kind(v, Kind::Str)) return RefTo<StrObject>::own(v.as<StrObject>());
    if (Ref text = simple_text(t, v); !text.get().is_unbound()) return checked_text(t, std::move(text), "__str__");
    UnaryFn slot = type_of(t, v)->slots.str;
    if (!slot) return repr(t, v);
    RecursionGuard guard(t, " while getting the str of an object");
    if (guard.failed()) return Failed{};
    return checked_text(t, Ref::steal(slot(t, v)), "__str__");
}

RefTo<StrObject> ascii_of(Thread& t, Value v) {
    RefTo<StrObject> text = TRY(repr(t, v));
    if (text->ascii()) return text;
    StrBuilder out(t);
    TRY(append_ascii_escaped(out, text.get()));
    return checked_text(t, out.finish(), "__repr__");
}

Ref format_value(Thread& t, Value v, StrObject* spec) {
    if (!spec || spec->length == 0) {
        if (is_kind(v, Kind::Str)) return own(v);
        if (v.is_int() || v.is_float()) return simple_text(t, v);
        if (is_kind(v, Kind::Int)) return str_of(t, v);
    } else if (formats_natively(v)) {
        if (is_kind(v, Kind::Str)) return format_str_spec(t, v.as<StrObject>(), spec);
        StrBuilder out(t);
        TRY(append_formatted(out, t, v, spec));
        return out.finish();
    }
    Ref no_spec = spec ? Ref() : TRY(str_from_ascii(t, ""));
    Value argument = spec ? Value::object(spec) : no_spec.get();
    Ref result = TRY(call_special(t, v, t.interp.names.dunder_format, {argument}));
    if (result.get().is_unbound())
        return raise(t, Exc::TypeError, "Type %.100s doesn't define __format__", type_name_of(t, v));
    if (!layout_is(result, Kind::Str))
        return raise(t, Exc::TypeError, "__format__ must return a str, not %.200s", type_name_of(t, result));
    return result;
}

std::string repr_utf8(Thread& t, Value v) {
    SavedException saved(t);
    RefTo<StrObject> text = repr(t, v);
    if (text) return str_to_utf8(text.get());
    clear_exception(t);
    return "?";
}

ReprGuard::ReprGuard(Thread& t, Value container)
    : thread_(t), container_(container), active_(false), outer_(t.repr_guards) {
    for (ReprGuard* g = outer_; g && !active_; g = g->outer_) active_ = g->container_ == container;
    t.repr_guards = this;
}

ReprGuard::~ReprGuard() { thread_.repr_guards = outer_; }

}  // namespace krait
