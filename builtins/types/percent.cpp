#include "builtins/types/percent.h"

namespace krait {

Fallible<Value> PercentArguments::next() {
    if (!selected_.get().is_unbound()) {
        if (!single_used_) {
            single_used_ = true;
            return selected_.get();
        }
    } else if (tuple_) {
        if (used_ < tuple_->size) return tuple_->items[used_++];
    } else if (!single_used_) {
        single_used_ = true;
        return values_;
    }
    return raise(thread_, Exc::TypeError, "not enough arguments for format string");
}

Status PercentArguments::select(Value key) {
    if (!mapping_) return raise(thread_, Exc::TypeError, "format requires a mapping");
    selected_ = TRY(get_item(thread_, values_, key));
    single_used_ = false;
    return ok();
}

Status PercentArguments::finish(const char* kind) {
    if (mapping_) return ok();
    bool left = tuple_ ? used_ < tuple_->size : !single_used_;
    if (left) return raise(thread_, Exc::TypeError, "not all arguments converted during %s formatting", kind);
    return ok();
}

namespace {

bool has_number_slots(Thread& t, Value v) {
    const Slots& slots = type_of(t, v)->slots;
    return is_int_like(v) || is_float_like(v) || slots.as_int || slots.as_float;
}

// The integer that %d and its relatives show.
Ref integer_of(Thread& t, char32_t conversion, Value v) {
    if (is_int_like(v)) return own(v);
    bool decimal = conversion == 'd' || conversion == 'i' || conversion == 'u';
    if (has_number_slots(t, v)) {
        Ref number = decimal ? to_int(t, v) : as_index(t, v);
        if (!number.failed() || !pending_matches(t, Exc::TypeError)) return number;
        clear_exception(t);
    }
    return raise(t, Exc::TypeError, "%%%c format: %s is required, not %.200s", static_cast<char>(conversion),
                 decimal ? "a number" : "an integer", type_name_of(t, v));
}

char sign_of(const PercentSpec& spec, bool negative) { return negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : 0; }

void set_zeros(const PercentSpec& spec, PercentNumber* out) {
    auto size = static_cast<int64_t>(out->digits.size());
    if (spec.precision > size) out->zeros = static_cast<size_t>(spec.precision - size);
}

Ref upper_hex(Thread& t, std::string_view digits) {
    RefTo<StrObject> out = TRY(str_new_uninitialised(t, digits.size(), 0x7F));
    for (size_t i = 0; i < digits.size(); ++i)
        out->data[i] = digits[i] >= 'a' ? static_cast<char>(digits[i] - 32) : digits[i];
    return out;
}

}  // namespace

Status percent_integer(Thread& t, const PercentSpec& spec, Value v, PercentNumber* out) {
    bool decimal = spec.conversion == 'd' || spec.conversion == 'i' || spec.conversion == 'u';
    if (v.is_int() && decimal) {
        out->digits = out->small.emplace(v.as_int()).view();
        bool negative = v.as_int() < 0;
        if (negative) out->digits.remove_prefix(1);
        out->sign = sign_of(spec, negative);
        set_zeros(spec, out);
        return ok();
    }
    Ref number = TRY(integer_of(t, spec.conversion, v));
    bool hex = spec.conversion == 'x' || spec.conversion == 'X';
    unsigned base = hex ? 16 : spec.conversion == 'o' ? 8 : 10;
    out->keep = TRY(int_digits(t, number, base));
    std::string_view digits = out->keep.as<StrObject>()->ascii_view();
    bool negative = digits[0] == '-';
    if (spec.conversion == 'X') {
        Ref upper = TRY(upper_hex(t, digits));
        out->keep = std::move(upper);
        digits = out->keep.as<StrObject>()->ascii_view();
    }
    if (negative) digits.remove_prefix(1);
    out->digits = digits;
    out->sign = sign_of(spec, negative);
    if (spec.alternate && base != 10) out->prefix = base == 8 ? "0o" : spec.conversion == 'X' ? "0X" : "0x";
    set_zeros(spec, out);
    return ok();
}

Status percent_float(Thread& t, const PercentSpec& spec, Value v, bool bytes, PercentNumber* out) {
    Fallible<double> value = to_double(t, v);
    if (!value) {
        if (!bytes || !pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "float argument required, not %.200s", type_name_of(t, v));
    }
    int64_t precision = spec.precision < 0 ? 6 : spec.precision;
    out->text = format_float_parts(value.value(), {.kind = static_cast<char>(spec.conversion),
                                                   .precision = static_cast<int>(precision),
                                                   .alternate = spec.alternate,
                                                   .add_dot_zero = false});
    out->digits = out->text.text;
    bool negative = out->digits.starts_with('-');
    if (negative) out->digits.remove_prefix(1);
    if (out->text.zeros) out->position = out->text.position - negative;
    out->sign = sign_of(spec, negative);
    return ok();
}

}  // namespace krait
