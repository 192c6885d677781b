// Creation and canonical form of numbers: what fits an immediate is never boxed.
#include "vm/object/number_object.h"

#include <cstddef>
#include <cstring>

#include "vm/error/raise.h"
#include "vm/memory/heap.h"

namespace krait {

void float_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }
void complex_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

void int_dealloc(Interpreter& interp, Object* o) {
    IntObject* self = static_cast<IntObject*>(o);
    if (KRAIT_UNLIKELY(self->boxed())) {
        interp.heap.uncharge(self->big().heap_bytes());
        self->big().~BigInt();
    }
    free_object(interp, o);
}

static void set_words(IntObject* o, std::span<const uint64_t> words, bool negative) {
    o->aux = static_cast<uint16_t>(words.size() | (negative ? IntObject::kNegative : 0));
    std::memcpy(o->storage, words.data(), words.size_bytes());
}

static Ref int_of_words(Thread& t, std::span<const uint64_t> words, bool negative) {
    size_t size = std::max(sizeof(IntObject), offsetof(IntObject, storage) + words.size_bytes());
    IntObject* o = allocate<IntObject>(t, t.interp.type(Kind::Int), size);
    if (!o) return Failed{};
    set_words(o, words, negative);
    return Ref::steal(o);
}

// A word and its sign as immediate int, if it is one.
static bool immediate_of(uint64_t word, bool negative, Ref* out) {
    if (word > uint64_t{1} << 61) return false;
    int64_t n = negative ? -static_cast<int64_t>(word) : static_cast<int64_t>(word);
    if (!Value::fits_int(n)) return false;
    *out = Ref::steal(Value::from_int_unchecked(n));
    return true;
}

static Ref canonical_int(Thread& t, std::span<const uint64_t> words, bool negative) {
    Ref small;
    if (words.size() <= 1 && immediate_of(words.empty() ? 0 : words[0], negative, &small)) return small;
    return int_of_words(t, words, negative);
}

// Leaves `value` empty.
static void set_boxed(IntObject* o, BigInt&& value) {
    o->aux = IntObject::kBoxed;
    new (o->storage) BigInt(std::move(value));
}

Ref make_int(Thread& t, int64_t n) {
    if (KRAIT_LIKELY(Value::fits_int(n))) return Ref::steal(Value::from_int_unchecked(n));
    uint64_t word = n < 0 ? uint64_t{0} - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
    return int_of_words(t, {&word, 1}, n < 0);
}
Ref make_int_u64(Thread& t, uint64_t n) {
    if (n <= static_cast<uint64_t>(Value::kMaxInt))
        return Ref::steal(Value::from_int_unchecked(static_cast<int64_t>(n)));
    return int_of_words(t, {&n, 1}, false);
}
Ref make_int(Thread& t, const LooseInt& value) { return canonical_int(t, value.words(), value.is_negative()); }
Ref make_int(Thread& t, BigInt&& value) {
    std::span<const uint64_t> words = value.words();
    if (words.size() <= kMaxLooseWords) return canonical_int(t, words, value.is_negative());
    size_t bytes = value.heap_bytes();
    if (!t.heap.charge(bytes)) return raise_memory_error(t);
    IntObject* o = allocate<IntObject>(t, t.interp.type(Kind::Int));
    if (!o) {
        t.heap.uncharge(bytes);
        return Failed{};
    }
    set_boxed(o, std::move(value));
    return Ref::steal(o);
}

Ref int_subclass_new(Thread& t, TypeObject* type, Value number) {
    IntView view(number);
    bool loose = view->words().size() <= IntObject::kFixedWords;
    BigInt copy;
    if (!loose) {
        if (BigIntStatus s = BigInt::copy(view, &copy); s != BigIntStatus::Ok) return raise_bigint(t, s);
    }
    size_t bytes = copy.heap_bytes();
    if (!t.heap.charge(bytes)) return raise_memory_error(t);
    IntObject* o = allocate_instance<IntObject>(t, type);
    if (!o) {
        t.heap.uncharge(bytes);
        return Failed{};
    }
    if (loose) set_words(o, view->words(), view->is_negative());
    else set_boxed(o, std::move(copy));
    return Ref::steal(o);
}

Ref make_float(Thread& t, double d) {
    if (KRAIT_LIKELY(Value::fits_float(d))) return Ref::steal(Value::from_float_unchecked(d));
    FloatObject* o = allocate<FloatObject>(t, t.interp.type(Kind::Float));
    if (!o) return Failed{};
    o->value = d;
    return Ref::steal(o);
}

Ref make_complex(Thread& t, double real, double imag) {
    ComplexObject* o = allocate<ComplexObject>(t, t.interp.type(Kind::Complex));
    if (!o) return Failed{};
    o->real = real;
    o->imag = imag;
    return Ref::steal(o);
}

bool is_int_like(Value v) { return v.is_int() || v.is_bool() || layout_is(v, Kind::Int); }
bool is_float_like(Value v) { return v.is_float() || layout_is(v, Kind::Float); }
double float_value(Value v) { return v.is_float() ? v.as_float() : v.as<FloatObject>()->value; }

static int64_t immediate_value(Value v) { return v.is_int() ? v.as_int() : v.is_true() ? 1 : 0; }

static SmallInt words_of(Value v) {
    if (!v.is_object()) return SmallInt(immediate_value(v));
    const IntObject* o = v.as<IntObject>();
    return o->boxed() ? SmallInt(0) : SmallInt(o->words(), o->negative());
}

IntView::IntView(Value v) : small_(words_of(v)), value_(&static_cast<const BigInt&>(small_)) {
    if (v.is_object() && v.as<IntObject>()->boxed()) value_ = &v.as<IntObject>()->big();
}

BigInt int_to_bigint(Value v) { return BigInt(IntView(v).get()); }

bool int_fits_i64(Value v, int64_t* out) {
    if (!v.is_object()) {
        *out = immediate_value(v);
        return true;
    }
    std::optional<int64_t> n = IntView(v)->to_int64();
    if (n) *out = *n;
    return n.has_value();
}

int int_sign(Value v) {
    if (v.is_object()) return IntView(v)->sign();
    int64_t n = immediate_value(v);
    return n < 0 ? -1 : n > 0;
}

Fallible<int64_t> int_to_i64(Thread& t, Value v, const char* message) {
    int64_t n;
    if (int_fits_i64(v, &n)) return n;
    return raise(t, Exc::OverflowError, "%s", message);
}

Fallible<double> int_to_double(Thread& t, Value v) {
    if (!v.is_object()) return static_cast<double>(immediate_value(v));
    double d;
    if (IntView(v)->to_double(&d)) return d;
    return raise(t, Exc::OverflowError, "int too large to convert to float");
}

Ref int_exact(Thread& t, Value v) {
    if (v.is_int()) return own(v);
    if (!v.is_object()) return Ref::steal(Value::from_int_unchecked(immediate_value(v)));
    if (v.as_object()->kind == Kind::Int) return own(v);
    BigInt copy;
    if (BigIntStatus status = BigInt::copy(IntView(v), &copy); status != BigIntStatus::Ok)
        return raise_bigint(t, status);
    return make_int(t, std::move(copy));
}

Status check_int_result(Thread& t, uint64_t bits) {
    if (bits < 4096) return ok();
    if (bits > t.interp.limits.int_max_bits || bits > BigInt::kMaxBits)
        return raise(t, Exc::OverflowError, "too many digits in integer");
    size_t bytes = BigInt::estimate_bytes(bits);
    // Room for the result and one temporary of its size, asked for before GMP is entered: it cannot fail inside.
    if (bytes > t.heap.limit() / 2 || t.heap.bytes_used() > t.heap.limit() - 2 * bytes) return raise_memory_error(t);
    return charge_work(t, bits / 4096);
}

Failed raise_bigint(Thread& t, BigIntStatus status) {
    switch (status) {
        case BigIntStatus::ZeroDivision: return raise(t, Exc::ZeroDivisionError, "integer division or modulo by zero");
        case BigIntStatus::TooBig: return raise(t, Exc::OverflowError, "too many digits in integer");
        case BigIntStatus::Interrupted:
            if (t.has_exception()) return Failed{};
            return raise(t, Exc::MemoryError, "computation interrupted");
        default: return raise_memory_error(t);
    }
}

static bool poll_thread(void* context, uint64_t work) {
    Thread& t = *static_cast<Thread*>(context);
    return !charge_work(t, work / 64 + 1).failed();
}
Poll work_poll(Thread& t) { return Poll{poll_thread, &t, t.deadline_ns != 0}; }

int int_compare(Value a, Value b) {
    if (!a.is_object() && !b.is_object()) {
        int64_t x = immediate_value(a), y = immediate_value(b);
        return x < y ? -1 : x > y;
    }
    return BigInt::compare(IntView(a), IntView(b));
}

}  // namespace krait
