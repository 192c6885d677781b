// math: sums and products over sequences.
#include <algorithm>
#include <limits>

#include "builtins/modules/exact_sum.h"
#include "builtins/modules/math_functions.h"
#include "builtins/types/text_support.h"

namespace krait {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// x * y exactly, in two parts.
bool add_product(ExactSum* sum, double x, double y) {
    double high = x * y;
    return sum->add(high) && sum->add(std::fma(x, y, -high));
}

// Square root of the sum of squares. Scaled so that nothing overflows or vanishes; summed exactly, the root corrected
// by what its square lacks.
Ref length_of_vector(Thread& t, double* x, size_t n) {
    double largest = 0;
    bool any_nan = false;
    for (size_t i = 0; i < n; ++i) {
        any_nan |= std::isnan(x[i]);
        largest = std::max(largest, std::fabs(x[i]));
    }
    if (std::isinf(largest)) return make_float(t, kInfinity);
    if (any_nan) return make_float(t, std::numeric_limits<double>::quiet_NaN());
    if (largest == 0 || n == 1) return make_float(t, largest);
    int exponent;
    (void)std::frexp(largest, &exponent);
    ExactSum sum;
    for (size_t i = 0; i < n; ++i)
        if (!add_product(&sum, std::ldexp(x[i], -exponent), std::ldexp(x[i], -exponent)))
            return raise(t, Exc::OverflowError, "math range error");
    double root = std::sqrt(sum.rounded());
    (void)add_product(&sum, -root, root);
    root += sum.rounded() / (2 * root);
    return make_float(t, std::ldexp(root, exponent));
}

}  // namespace

Ref math_hypot(Thread& t, double x, Args others) {
    HeapBuffer room(t);
    TRY(room.allocate((others.count + 1) * sizeof(double)));
    auto* all = reinterpret_cast<double*>(room.data());
    all[0] = x;
    for (size_t i = 0; i < others.count; ++i) all[i + 1] = TRY(to_double(t, others[i]));
    if (others.count != 1) return length_of_vector(t, all, others.count + 1);
    if (std::isinf(x) || std::isinf(all[1])) return make_float(t, kInfinity);
    double result = std::hypot(x, all[1]);  // as 3.6 has it, to the last bit
    if (std::isinf(result)) return raise(t, Exc::OverflowError, "math range error");
    return make_float(t, result);
}

Ref math_dist(Thread& t, Value p_value, Value q_value) {
    RefTo<TupleObject> p = TRY(to_tuple(t, p_value)), q = TRY(to_tuple(t, q_value));
    if (p->size != q->size) return raise(t, Exc::ValueError, "both points must have the same number of dimensions");
    HeapBuffer room(t);
    TRY(room.allocate(size_t{p->size} * sizeof(double)));
    auto* all = reinterpret_cast<double*>(room.data());
    for (size_t i = 0; i < p->size; ++i) {
        double x = TRY(to_double(t, p->items[i])), y = TRY(to_double(t, q->items[i]));
        all[i] = x - y;
    }
    return length_of_vector(t, all, p->size);
}

Ref math_prod(Thread& t, Value iterable, Value start) {
    Ref result = own(start.is_unbound() ? Value::small_int(1) : start);
    Iteration it(t, iterable);
    while (it.next()) result = TRY(binary_operation(t, BinaryOp::Multiply, result, it.item()));
    if (it.failed()) return Failed{};
    return result;
}

// ------------------------------------------------------------------------------------------------ sumprod

namespace {

bool plain_float(Value v, double* out) {
    if (!v.is_float() && !is_kind(v, Kind::Float)) return false;
    *out = float_value(v);
    return true;
}
bool plain_int(Value v) { return v.is_int() || is_kind(v, Kind::Int); }

// Pairs of floats, or of a float and an int, are summed exactly and added to the total when another pair comes.
class SumOfProducts {
  public:
    explicit SumOfProducts(Thread& t) : t_(t), total_(own(Value::small_int(0))) {}

    Status add(Value p, Value q) {
        double x, y;
        bool float_p = plain_float(p, &x), float_q = plain_float(q, &y);
        if (float_p || float_q) {
            bool both = (float_p || (plain_int(p) && IntView(p)->to_double(&x))) &&
                        (float_q || (plain_int(q) && IntView(q)->to_double(&y)));
            if (both) return add_floats(x, y);
        }
        TRY(flush());
        Ref product = TRY(binary_operation(t_, BinaryOp::Multiply, p, q));
        total_ = TRY(binary_operation(t_, BinaryOp::Add, total_, product));
        return ok();
    }
    Ref finish() {
        TRY(flush());
        return std::move(total_);
    }

  private:
    Status add_floats(double x, double y) {
        pending_ = true;
        double high = x * y;
        bool exact = std::isfinite(high) && std::fabs(high) < 0x1p1000;
        if (!exact || !add_product(&sum_, x, y)) beyond_ += high;
        return ok();
    }
    Status flush() {
        if (!pending_) return ok();
        Ref part = TRY(make_float(t_, beyond_ + sum_.rounded()));
        total_ = TRY(binary_operation(t_, BinaryOp::Add, total_, part));
        pending_ = false;
        beyond_ = 0;
        sum_.clear();
        return ok();
    }

    Thread& t_;
    Ref total_;
    ExactSum sum_;
    double beyond_ = 0;  // what is infinite, NaN, or too near to it
    bool pending_ = false;
};

}  // namespace

Ref math_sumprod(Thread& t, Value p_value, Value q_value) {
    Ref p = TRY(get_iterator(t, p_value)), q = TRY(get_iterator(t, q_value));
    SumOfProducts sum(t);
    for (;;) {
        Ref x = TRY(iterator_next(t, p)), y = TRY(iterator_next(t, q));
        bool ended = x.get().is_exhausted();
        if (ended != y.get().is_exhausted()) return raise(t, Exc::ValueError, "Inputs are not the same length");
        if (ended) return sum.finish();
        TRY(sum.add(x, y));
    }
}

}  // namespace krait
