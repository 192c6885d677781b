// Arguments of natives into C++ types.
#include "vm/native/parsed_method.h"
#include "vm/protocol/protocol.h"

namespace krait {

bool convert_argument(Thread& t, Value v, int64_t* out, unsigned) {
    if (KRAIT_LIKELY(v.is_int())) {
        *out = v.as_int();
        return true;
    }
    if (is_float_like(v)) {
        (void)raise(t, Exc::TypeError, "integer argument expected, got float");
        return false;
    }
    Ref index = as_index(t, v);
    if (index.failed()) return false;
    auto n = int_to_i64(t, index, "Python int too large to convert to C ssize_t");
    if (!n) return false;
    *out = n.value();
    return true;
}

bool convert_argument(Thread& t, Value v, double* out, unsigned) {
    if (KRAIT_LIKELY(v.is_float())) {
        *out = v.as_float();
        return true;
    }
    auto d = to_double(t, v);
    if (!d) return false;
    *out = d.value();
    return true;
}

bool convert_argument(Thread& t, Value v, bool* out, unsigned) {
    auto truth = is_true(t, v);
    if (!truth) return false;
    *out = truth.value();
    return true;
}

bool wrong_argument_layout(Thread& t, Value v, Kind expected, unsigned index) {
    const MethodDef* def = t.native;
    const char* function = def ? def->name : "function";
    const char* wanted = type_name(t.interp.type(expected));
    const char* got = argument_type_name(t, v);
    unsigned hidden = def && def->info.has_self ? 1 : 0;
    bool only_one = def && def->info.positional == hidden + 1 && def->info.positional_only == def->info.positional &&
                    def->info.required == def->info.positional && !(def->info.typed & kParsedArguments);
    if (only_one)
        (void)raise(t, Exc::TypeError, "%s() argument must be %s, not %s", function, wanted, got);
    else
        (void)raise(t, Exc::TypeError, "%s() argument %u must be %s, not %s", function, index + 1 - hidden, wanted,
                    got);
    return false;
}

}  // namespace krait
