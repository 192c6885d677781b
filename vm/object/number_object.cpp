// Creation and canonical form of numbers: what fits an immediate is never boxed.
#include "vm/object/number_object.h"

#include "vm/error/raise.h"
#include "vm/memory/heap.h"

namespace krait {

void float_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }
void complex_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }

void int_dealloc(Interpreter& interp, Object* o) {
    IntObject* self = static_cast<IntObject*>(o);
    interp.heap.uncharge(self->value.heap_bytes());
    self->value.~BigInt();
    free_object(interp, o);
}

static Ref box_int(Thread& t, BigInt&& value) {
    size_t bytes = value.heap_bytes();
    if (!t.heap.charge(bytes)) return raise_memory_error(t);
    IntObject* o = allocate<IntObject>(t, t.interp.type(Kind::Int));
    if (!o) {
        t.heap.uncharge(bytes);
        return Failed{};
    }
    new (&o->value) BigInt(std::move(value));
    return Ref::steal(o);
}

Ref make_int(Thread& t, int64_t n) {
    if (KRAIT_LIKELY(Value::fits_int(n))) return Ref::steal(Value::from_int_unchecked(n));
    return box_int(t, BigInt(n));
}
Ref make_int_u64(Thread& t, uint64_t n) {
    if (n <= static_cast<uint64_t>(Value::kMaxInt))
        return Ref::steal(Value::from_int_unchecked(static_cast<int64_t>(n)));
    return box_int(t, BigInt::from_uint64(n));
}
Ref make_int(Thread& t, BigInt&& value) {
    if (std::optional<int64_t> n = value.to_int64(); n && Value::fits_int(*n))
        return Ref::steal(Value::from_int_unchecked(*n));
    return box_int(t, std::move(value));
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

IntView::IntView(Value v) : small_(v.is_object() ? 0 : immediate_value(v)) {
    value_ = v.is_object() ? &v.as<IntObject>()->value : &static_cast<const BigInt&>(small_);
}

BigInt int_to_bigint(Value v) { return v.is_object() ? BigInt(v.as<IntObject>()->value) : BigInt(immediate_value(v)); }

bool int_fits_i64(Value v, int64_t* out) {
    if (!v.is_object()) {
        *out = immediate_value(v);
        return true;
    }
    std::optional<int64_t> n = v.as<IntObject>()->value.to_int64();
    if (n) *out = *n;
    return n.has_value();
}

int int_sign(Value v) {
    if (v.is_object()) return v.as<IntObject>()->value.sign();
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
    if (v.as<IntObject>()->value.to_double(&d)) return d;
    return raise(t, Exc::OverflowError, "int too large to convert to float");
}

Ref int_exact(Thread& t, Value v) {
    if (v.is_int()) return own(v);
    if (!v.is_object()) return Ref::steal(Value::from_int_unchecked(immediate_value(v)));
    if (v.as_object()->kind == Kind::Int) return own(v);
    BigInt copy;
    if (BigIntStatus status = BigInt::copy(v.as<IntObject>()->value, &copy); status != BigIntStatus::Ok)
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
