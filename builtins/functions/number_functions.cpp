// Built-in functions on numbers: abs bin divmod hex oct pow round sum.
#include <algorithm>
#include <span>

#include "builtins/functions/builtin_functions.h"
#include "vm/native/parsed_method.h"
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

Ref builtin_abs(Thread& t, Value x) { return absolute(t, x); }

Ref to_base(Thread& t, Value number, unsigned base, const char* prefix) {
    Ref index = TRY(as_index(t, number));
    std::string digits;
    Poll poll = work_poll(t);
    BigInt value = int_to_bigint(index);
    BigIntStatus status = value.to_text(base, &digits, &poll);
    if (status != BigIntStatus::Ok) return raise_bigint(t, status);
    bool negative = !digits.empty() && digits[0] == '-';
    digits.insert(negative ? 1 : 0, prefix);
    return str_from_ascii(t, digits);
}
Ref builtin_bin(Thread& t, Value number) { return to_base(t, number, 2, "0b"); }
Ref builtin_oct(Thread& t, Value number) { return to_base(t, number, 8, "0o"); }
Ref builtin_hex(Thread& t, Value number) { return to_base(t, number, 16, "0x"); }

Ref builtin_divmod(Thread& t, Value x, Value y) { return binary_operation(t, BinaryOp::Divmod, x, y); }

Ref builtin_pow(Thread& t, Value x, Value y, Value z) { return power(t, x, y, z.is_unbound() ? Value::none() : z); }

Ref builtin_round(Thread& t, Value number, Value ndigits) {
    bool plain = ndigits.is_unbound() || ndigits.is_none();
    if (number.is_int() && plain) return own(number);
    Ref result = plain ? call_special(t, number, t.interp.names.dunder_round)
                                      : call_special(t, number, t.interp.names.dunder_round, {ndigits});
    if (!result.get().is_unbound()) return result;
    return raise(t, Exc::TypeError, "type %.100s doesn't define __round__ method", type_name_of(t, number));
}

// --- sum
Status check_sum_start(Thread& t, Value start) {
    if (as_str(start)) return raise(t, Exc::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (as_bytes(start)) return raise(t, Exc::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (as_bytearray(start)) return raise(t, Exc::TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
    return ok();
}

// Gives the items of a list or tuple without an iterator object, those of anything else through one.
class Items {
  public:
    Items(Thread& t, Value iterable) : t_(t), source_(own(iterable)) {
        if (is_kind(iterable, Kind::List) || is_kind(iterable, Kind::Tuple)) return;
        iterator_ = get_iterator(t, iterable);
    }
    bool failed() const { return iterator_.failed(); }
    // Owned item, EXHAUSTED or ERROR.
    Ref next() {
        if (!iterator_.get().is_unbound()) return iterator_next(t_, iterator_);
        if ((++count_ & 0xff) == 0 && !charge_work(t_, 0x100)) return Failed{};
        if (is_kind(source_, Kind::List)) {
            auto* list = source_.as<ListObject>();
            return index_ < list->size ? own(list->items[index_++]) : Ref::steal(Value::exhausted());
        }
        auto* tuple = source_.as<TupleObject>();
        return index_ < tuple->size ? own(tuple->items[index_++]) : Ref::steal(Value::exhausted());
    }

    // The next items as they lie in the list or tuple, to be taken without next(); none for other iterables. Nothing
    // may run before skip().
    std::span<const Value> ahead() const {
        constexpr size_t kRun = 1024;
        if (!iterator_.get().is_unbound()) return {};
        bool is_list = is_kind(source_, Kind::List);
        size_t size = is_list ? source_.as<ListObject>()->size : source_.as<TupleObject>()->size;
        const Value* items = is_list ? source_.as<ListObject>()->items : source_.as<TupleObject>()->items;
        return index_ < size ? std::span<const Value>(items + index_, std::min(kRun, size - index_))
                             : std::span<const Value>();
    }
    Status skip(size_t n) {
        index_ += static_cast<uint32_t>(n);
        return charge_work(t_, n / 8);
    }

  private:
    Thread& t_;
    Ref source_, iterator_;
    uint32_t index_ = 0, count_ = 0;
};

// How many of the items are ints that *sum takes without leaving the range of immediate ones.
size_t add_ints(std::span<const Value> items, Value* sum) {
    Value total = *sum, next;
    size_t n = 0;
    for (; n < items.size() && items[n].is_int() && int_add(total, items[n], &next); ++n) total = next;
    *sum = total;
    return n;
}

size_t add_floats(std::span<const Value> items, double* sum) {
    double total = *sum;
    size_t n = 0;
    for (; n < items.size() && items[n].is_float(); ++n) total += items[n].as_float();
    *sum = total;
    return n;
}

// Adds as long as total and item are immediate ints, or floats beside ints; *item is the first that did not fit.
Status sum_fast(Thread& t, Items& items, Ref* total, Ref* item) {
    if (total->get().is_int()) {
        Value sum = total->get();
        for (;;) {
            while (size_t n = add_ints(items.ahead(), &sum)) TRY(items.skip(n));
            *item = TRY(items.next());
            Value v = item->get(), result;
            if (v.is_int() ? !int_add(sum, v, &result) : true) break;
            sum = result;
        }
        *total = own(sum);
    }
    if (!is_float_like(*total) || !(total->get().is_float() || is_kind(*total, Kind::Float))) return ok();
    double sum = float_value(*total);
    if (item->get().is_unbound()) *item = TRY(items.next());
    for (;; *item = TRY(items.next())) {
        Value v = item->get();
        if (v.is_float()) {
            sum += v.as_float();
            while (size_t n = add_floats(items.ahead(), &sum)) TRY(items.skip(n));
        }
        else if (v.is_int()) sum += static_cast<double>(v.as_int());
        else if (is_kind(v, Kind::Float)) sum += float_value(v);
        else break;
    }
    *total = TRY(make_float(t, sum));
    return ok();
}

Ref builtin_sum(Thread& t, Value iterable, Value start) {
    Items items(t, iterable);
    if (items.failed()) return Failed{};
    if (!start.is_unbound()) TRY(check_sum_start(t, start));
    Ref total = start.is_unbound() ? own(Value::small_int(0)) : own(start);
    Ref item;
    for (;;) {
        TRY(sum_fast(t, items, &total, &item));
        if (item.get().is_unbound()) item = TRY(items.next());
        if (item.get().is_exhausted()) return total;
        total = TRY(binary_operation(t, BinaryOp::Add, total, item));
        item = Ref();
    }
}

constexpr MethodDef kRows[] = {
    function<builtin_abs>("abs", "(x, /)", "Return the absolute value of the argument."),
    function<builtin_bin>("bin", "(number, /)",
                          "Return the binary representation of an integer.\n\n   >>> bin(10)\n   '0b1010'"),
    function<builtin_divmod>("divmod", "(x, y, /)", "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."),
    function<builtin_hex>("hex", "(number, /)",
                          "Return the hexadecimal representation of an integer.\n\n   >>> hex(255)\n   '0xff'"),
    function<builtin_oct>("oct", "(number, /)",
                          "Return the octal representation of an integer.\n\n   >>> oct(8)\n   '0o10'"),
    later_keywords(function<builtin_pow>(
        "pow", "(base, exp, mod=None)",
        "base**exp with two arguments, base**exp % mod with three; the latter is\n"
        "faster for integers. A negative exp then means the inverse of base\n"
        "modulo mod.")),
    function<builtin_round>("round", "(number, ndigits=None)",
                            "Round a number to ndigits digits after the point: to an int when ndigits is not given."),
    later_keywords(function<builtin_sum>("sum", "(iterable, /, start=0)",
                                         "Return start plus all the numbers of the iterable.")),
};

}  // namespace

Status add_number_functions(Thread& t, ModuleObject* module) { return add_functions(t, module, kRows); }

}  // namespace krait
