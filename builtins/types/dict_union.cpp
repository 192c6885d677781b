// dict | and |= (later than 3.6: with lang36 there are none), for dict and its native subclasses.
#include "builtins/types/dict_union.h"

#include "builtins/types/dict_type.h"

namespace krait {

namespace {

bool has_own(Value v, StrObject* dunder) {
    Value found = type_lookup_nocall(v.as_object()->type, dunder);
    return is_kind(found, Kind::Function);
}

}  // namespace

bool has_own_union(Thread& t, Value self, Value other) {
    return has_own(self, t.interp.names.dunder_or) || (as_dict(other) && has_own(other, t.interp.names.dunder_ror));
}

Value dict_union(Thread& t, Value a, Value b) {
    if (t.interp.lang36 || !as_dict(a) || !as_dict(b)) return Value::not_implemented();
    RefTo<DictObject> result = dict_copy(t, a.as<DictObject>());
    if (result.failed() || dict_update(t, result.get(), b).failed()) return Value::error();
    return Value::object(result.release());
}

Value dict_update_in_place(Thread& t, Value self, Value other) {
    if (t.interp.lang36 || has_own_union(t, self, other)) return Value::not_implemented();
    if (dict_update(t, self.as<DictObject>(), other).failed()) return Value::error();
    return own(self).release();
}

}  // namespace krait
