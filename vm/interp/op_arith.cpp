// Comparison and subscripting behind the inline forms: the common built-in pairs first, then the protocol.
#include "vm/interp/interp_ops.h"

namespace krait {

static bool ordered(int order, CompareOp op) {
    switch (op) {
        case CompareOp::Lt: return order < 0;
        case CompareOp::Le: return order <= 0;
        case CompareOp::Eq: return order == 0;
        case CompareOp::Ne: return order != 0;
        case CompareOp::Gt: return order > 0;
        case CompareOp::Ge: return order >= 0;
    }
    return false;
}

int op_compare(Thread& t, CompareOp op, Value a, Value b) {
    if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str)) {
        if (op == CompareOp::Eq) return str_equal_nocall(a.as<StrObject>(), b.as<StrObject>());
        if (op == CompareOp::Ne) return !str_equal_nocall(a.as<StrObject>(), b.as<StrObject>());
        return ordered(str_compare_nocall(a.as<StrObject>(), b.as<StrObject>()), op);
    }
    Fallible<bool> answer = compare_bool(t, a, b, op);
    return answer.failed() ? -1 : answer.value();
}

DictEntry* find_str_entry_slow(DictObject* d, StrObject* key) {
    int64_t i = dict_find_str_nocall(d, key);
    return i >= 0 ? &d->keys->entries()[i] : nullptr;
}

Value op_subscript(Thread& t, Value container, Value key) {
    if (is_kind(container, Kind::Dict)) {
        DictObject* dict = container.as<DictObject>();
        Fallible<Value> found = dict_get(t, dict, key);
        if (found.failed()) return Value::error();
        if (!found.value().is_unbound()) return own(found.value()).release();
        return raise_key_error(t, key);
    }
    return get_item(t, container, key).release();
}

bool op_store_subscript(Thread& t, Value container, Value key, Value value) {
    if (is_kind(container, Kind::Dict)) return static_cast<bool>(dict_set(t, container.as<DictObject>(), key, value));
    return static_cast<bool>(set_item(t, container, key, value));
}

}  // namespace krait
